/* A new file, and the demonstration. */
#include "config.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "isms/app/app.h"
#include "isms/model/kinds.h"
#include "isms/util/i18n.h"
#include "isms/util/mem.h"

#include "private.h"

#define DEMO_DIR "isms-demo."
#define DEMO_FILE "demo.isms"
#define DEMO_SCALE 5

/* Makes the folders above path, for the user alone, as the XDG specification
 * wants it. What is wrong shows when the file is made. */
static void make_folders(const char *path)
{
	char *dir = xstrdup(path), *slash;

	for (slash = strchr(dir + 1, '/'); slash; slash = strchr(slash + 1, '/')) {
		*slash = '\0';
		mkdir(dir, 0700);
		*slash = '/';
	}
	free(dir);
}

static bool name_organisation(struct app *app, const char *name, struct err *err)
{
	const struct query query = {.kind = &kind_organisation};
	struct record *org = NULL;
	long long *ids = NULL;
	size_t n = 0;
	bool ok = true;

	if (!name)
		return true;
	ok = store_list(app->store, &query, &ids, &n, err);
	if (ok && n) {
		ok = store_get(app->store, &kind_organisation, ids[0], &org, err) &&
		     field_parse(&app->rules, kind_field(&kind_organisation, "title"), name,
				 record_value(org, "title"), err) &&
		     record_check(&app->rules, org, NULL, err) &&
		     store_update(app->store, org, NULL, err);
	}
	record_free(&org);
	free(ids);
	return ok;
}

/* Removes what has just been made but could not be filled. */
static void discard(struct app *app, const char *path)
{
	char *journal = xasprintf("%s-journal", path);

	app_close(app);
	unlink(path);
	unlink(journal);
	free(journal);
}

static bool create(struct app *app, const char *path, const struct app_options *opt,
		   const char *org, int scale, bool demo, struct err *err)
{
	struct store_options options;
	bool ok;

	app_begin(app, opt, &options);
	if (!store_create(path, &options, &app->store, err))
		return false;
	method_default(&app->rules.method, scale);
	ok = store_begin(app->store, NULL, err);   /* founds the file */
	if (ok) {
		store_bulk(app->store);
		ok = name_organisation(app, org, err) && catalogue_fill(app, scale, demo, err);
		if (ok)
			ok = store_commit(app->store, NULL, err);
		else
			store_rollback(app->store);
	}
	ok = ok && app_refresh(app, err);
	if (!ok)
		discard(app, path);
	return ok;
}

bool app_create(struct app *app, const struct app_options *opt, const char *org, int scale,
		struct err *err)
{
	char *path;
	bool ok;

	memset(app, 0, sizeof(*app));
	if (scale < SCALE_MIN || scale > SCALE_MAX)
		return err_set(err, ERR_USAGE, _("a risk method has 3, 4 or 5 steps, not %d"),
			       scale);
	path = app_path(opt->file);
	if (!opt->file)
		make_folders(path);
	ok = create(app, path, opt, org, scale, false, err);
	free(path);
	return ok;
}

/* ---- Demonstration ------------------------------------------------------- */

static char *private_folder(struct err *err)
{
	const char *tmp = getenv("TMPDIR");
	char *dir = xasprintf("%s/" DEMO_DIR "XXXXXX", tmp && *tmp == '/' ? tmp : "/tmp");

	if (!mkdtemp(dir)) {    /* of mode 0700 */
		err_set(err, ERR_FAILED, _("cannot make a folder '%s': %s"), dir,
			strerror(errno));
		free(dir);
		dir = NULL;
	}
	return dir;
}

bool app_demo(struct app *app, const struct app_options *opt, char **path, struct err *err)
{
	char *dir = NULL, *file;
	bool ok;

	memset(app, 0, sizeof(*app));
	*path = NULL;
	if (!opt->file && !(dir = private_folder(err)))
		return false;
	file = dir ? xasprintf("%s/" DEMO_FILE, dir) : xstrdup(opt->file);
	ok = create(app, file, opt, NULL, DEMO_SCALE, true, err);
	if (ok)
		*path = file;
	else
		free(file);
	if (!ok && dir)
		rmdir(dir);
	free(dir);
	return ok;
}

/* Only what app_demo() has made: a folder with its name. */
void app_demo_remove(const char *path)
{
	static const char tail[] = "/" DEMO_FILE;
	size_t n = path ? strlen(path) : 0, ntail = sizeof(tail) - 1;
	char *dir, *journal;
	const char *name;

	if (n <= ntail || strcmp(path + n - ntail, tail))
		return;
	dir = xstrndup(path, n - ntail);
	name = strrchr(dir, '/');
	if (name && !strncmp(name + 1, DEMO_DIR, strlen(DEMO_DIR))) {
		journal = xasprintf("%s-journal", path);
		unlink(path);
		unlink(journal);
		rmdir(dir);
		free(journal);
	}
	free(dir);
}
