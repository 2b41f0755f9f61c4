/* Drafts as text, and where they are kept. */
#include "config.h"

#include "isms/app/draft.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "isms/util/i18n.h"
#include "isms/util/mem.h"

#include "draft_file.h"

#define HEAD "isms-draft 1\n"
#define TAIL "end\n"
#define PREFIX "draft/" /* of settings; then who, then which */

static char *local_time(void)
{
	time_t now = time(NULL);
	struct tm tm;
	char buf[32] = "";

	if (localtime_r(&now, &tm))
		strftime(buf, sizeof(buf), "%Y-%m-%dT%H:%M", &tm);
	return xstrdup(buf);
}

static struct draft *empty(void)
{
	struct draft *draft = xcalloc(1, sizeof(*draft));

	draft->fd = -1;
	return draft;
}

struct draft *draft_new(const struct record *rec)
{
	struct draft *draft = empty();

	draft->kind = rec->kind;
	draft->at = local_time();
	draft->title = xstrdup(record_title(rec));
	if (rec->id) {
		draft->uid = xcalloc(2 * UID_LEN + 1, 1);
		uid_hex(rec->uid, draft->uid);
		draft->code = xstrdup(rec->code);
	}
	return draft;
}

void draft_add(struct draft *draft, const char *name, const char *base, const char *typed)
{
	draft->fields = xgrow(draft->fields, draft->n, &draft->cap, sizeof(*draft->fields));
	draft->fields[draft->n++] =
		(struct draft_field){xstrdup(name), xstrdup(base), xstrdup(typed)};
}

void draft_free(struct draft **draft)
{
	struct draft *d = *draft;
	size_t i;

	if (!d)
		return;
	for (i = 0; i < d->n; i++) {
		free(d->fields[i].name);
		free(d->fields[i].base);
		free(d->fields[i].typed);
	}
	free(d->fields);
	free(d->uid);
	free(d->code);
	free(d->title);
	free(d->at);
	free(d->who);
	free(d->place);
	if (d->fd >= 0)
		close(d->fd);
	free(d);
	*draft = NULL;
}

/* ---- As text ------------------------------------------------------------- */

/* A line is a name and a text without line breaks. */
static void put(struct str *out, const char *name, const char *text)
{
	if (!text)
		return;
	str_addf(out, "%s ", name);
	for (; *text; text++) {
		if (*text == '\n')
			str_add(out, "\\n");
		else if (*text == '\\')
			str_add(out, "\\\\");
		else
			str_addc(out, *text);
	}
	str_addc(out, '\n');
}

void draft_write(const struct draft *draft, const char *path, struct str *out)
{
	size_t i;

	str_add(out, HEAD);
	put(out, "file", path);
	put(out, "kind", draft->kind->name);
	put(out, "uid", draft->uid);
	put(out, "code", draft->code);
	put(out, "title", draft->title);
	put(out, "at", draft->at);
	for (i = 0; i < draft->n; i++) {
		put(out, "field", draft->fields[i].name);
		put(out, "base", draft->fields[i].base);
		put(out, "typed", draft->fields[i].typed);
	}
	str_add(out, TAIL);
}

static char *taken(const char *text, size_t n)
{
	struct str out = STR_INIT;
	size_t i;

	for (i = 0; i < n; i++) {
		bool escape = text[i] == '\\' && i + 1 < n;

		i += escape;
		str_addc(&out, escape && text[i] == 'n' ? '\n' : text[i]);
	}
	return str_detach(&out);
}

/* *text moves past the line; text of it is owned by the caller. */
static bool line(const char **text, char **name, char **value)
{
	const char *s = *text, *end = strchr(s, '\n');
	size_t n = strcspn(s, " \n");

	if (!end || s[n] != ' ')
		return false;
	*name = xstrndup(s, n);
	*value = taken(s + n + 1, (size_t)(end - s) - n - 1);
	*text = end + 1;
	return true;
}

/* Takes ownership of value. */
static void take(struct draft *draft, struct str *path, const char *name, char *value)
{
	struct draft_field *last = draft->n ? &draft->fields[draft->n - 1] : NULL;
	char **to = NULL;

	if (!strcmp(name, "kind"))
		draft->kind = kind_find(value);
	else if (!strcmp(name, "file"))
		str_add(path, value);
	else if (!strcmp(name, "field"))
		draft_add(draft, value, "", "");
	else if (!strcmp(name, "uid"))
		to = &draft->uid;
	else if (!strcmp(name, "code"))
		to = &draft->code;
	else if (!strcmp(name, "title"))
		to = &draft->title;
	else if (!strcmp(name, "at"))
		to = &draft->at;
	else if (last && !strcmp(name, "base"))
		to = &last->base;
	else if (last && !strcmp(name, "typed"))
		to = &last->typed;
	if (to) {
		free(*to);
		*to = value;
	} else {
		free(value);
	}
}

struct draft *draft_read(const char *text, struct str *path)
{
	struct draft *draft = empty();
	char *name, *value;
	bool whole = !strncmp(text, HEAD, sizeof(HEAD) - 1);

	if (whole)
		text += sizeof(HEAD) - 1;
	while (whole && line(&text, &name, &value)) {
		take(draft, path, name, value);
		free(name);
	}
	if (!whole || strcmp(text, TAIL) || !draft->kind || !draft->at || !draft->n)
		draft_free(&draft);
	else if (!draft->title)
		draft->title = xstrdup("");
	return draft;
}

/* ---- Where they are kept ------------------------------------------------- */

static char *prefix(struct app *app)
{
	return xasprintf(PREFIX "%s/", store_who(app->store));
}

bool app_draft_aside(struct app *app, struct draft *draft, struct err *err)
{
	struct str text = STR_INIT;
	bool ok;

	draft_write(draft, store_path(app->store), &text);
	ok = draft_file_write(draft, &text, err);
	str_release(&text);
	return ok;
}

bool app_draft_keep(struct app *app, struct draft *draft, struct err *err)
{
	struct str text = STR_INIT;
	struct timespec now = {0, 0};
	char *mine = prefix(app), *name;
	bool ok;

	clock_gettime(CLOCK_REALTIME, &now);
	name = xasprintf("%s%s-%lx-%lx-%lx", mine, draft->at, (long)getpid(), (long)now.tv_sec,
			 now.tv_nsec);
	draft_write(draft, NULL, &text);
	ok = store_set_setting(app->store, name, str_get(&text), NULL);
	if (ok) {
		draft->outside = false;
		free(draft->place);
		draft->place = name;
		name = NULL;
	} else {
		ok = app_draft_aside(app, draft, err);
	}
	str_release(&text);
	free(name);
	free(mine);
	return ok;
}

struct found {
	struct app *app;
	struct draft **v;
	size_t n, cap;
};

/* Takes ownership of draft. */
static void add_found(struct found *found, struct draft *draft)
{
	found->v = xgrow(found->v, found->n, &found->cap, sizeof(struct draft *));
	found->v[found->n++] = draft;
}

static bool add_setting(void *ctx, const char *name, const char *value, struct err *err)
{
	struct str path = STR_INIT;
	struct draft *draft = draft_read(value, &path);

	(void)err;
	if (draft) {
		const char *who = name + sizeof(PREFIX) - 1;

		draft->place = xstrdup(name);
		draft->who = xstrndup(who, (size_t)(strrchr(name, '/') - who));
		add_found(ctx, draft);
	}
	str_release(&path);
	return true;
}

static void add_file(void *ctx, const char *file, const char *text)
{
	struct found *found = ctx;
	struct str path = STR_INIT;
	struct draft *draft = draft_read(text, &path);

	if (draft && !strcmp(str_get(&path), store_path(found->app->store))) {
		draft->place = xstrdup(file);
		draft->who = xstrdup(store_who(found->app->store));
		draft->outside = true;
		add_found(found, draft);
	} else {
		draft_free(&draft);
	}
	str_release(&path);
}

static int newest_first(const void *a, const void *b)
{
	const struct draft *const *da = a, *const *db = b;

	return strcmp((*db)->at, (*da)->at);
}

bool app_drafts(struct app *app, bool all, struct draft ***list, size_t *n, struct err *err)
{
	struct found found = {.app = app};
	char *mine = prefix(app);
	bool ok = store_settings(app->store, all ? PREFIX : mine, add_setting, &found, err);

	draft_file_each(add_file, &found);
	if (found.n)
		qsort(found.v, found.n, sizeof(struct draft *), newest_first);
	*list = found.v;
	*n = found.n;
	free(mine);
	return ok;
}

void app_drafts_free(struct draft ***list, size_t n)
{
	size_t i;

	for (i = 0; i < n; i++)
		draft_free(&(*list)[i]);
	free(*list);
	*list = NULL;
}

const char *draft_id(const struct draft *draft)
{
	const char *end = draft->place ? strrchr(draft->place, '-') : NULL;

	return end ? end + 1 : "";
}

bool app_draft_drop(struct app *app, const struct draft *draft, struct err *err)
{
	if (!draft->place)
		return true;
	return draft->outside ? draft_file_drop(draft->place, err)
			      : store_set_setting(app->store, draft->place, NULL, err);
}
