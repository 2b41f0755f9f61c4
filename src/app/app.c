/* Opening and closing, finding a record by its code, taking back. */
#include "config.h"

#include "isms/app/app.h"
#include "isms/model/kinds.h"

#include <limits.h>
#include <pwd.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "isms/util/ascii.h"
#include "isms/util/date.h"
#include "isms/util/i18n.h"
#include "isms/util/mem.h"
#include "isms/util/near.h"

#include "private.h"

#define DEFAULT_FILE "isms/default.isms"

const char *app_home(void)
{
	const char *dir = getenv("HOME");
	const struct passwd *pw;

	if (dir && *dir)
		return dir;
	pw = getpwuid(getuid());
	return pw && pw->pw_dir ? pw->pw_dir : "/";
}

char *app_path(const char *named)
{
	const char *env = getenv("ISMS_FILE"), *data = getenv("XDG_DATA_HOME");

	if (named)
		return xstrdup(named);
	if (env && *env)
		return xstrdup(env);
	/* the XDG specification: a relative path is not valid and is passed over */
	if (data && *data == '/')
		return xasprintf("%s/%s", data, DEFAULT_FILE);
	return xasprintf("%s/.local/share/%s", app_home(), DEFAULT_FILE);
}

void app_begin(struct app *app, const struct app_options *opt, struct store_options *store)
{
	memset(app, 0, sizeof(*app));
	memset(store, 0, sizeof(*store));
	app->pinned = opt->today != LONG_MIN;
	app->rules.today = app->pinned ? opt->today : date_today();
	store->read_only = opt->read_only;
	store->insist = opt->insist;
	store->today = app->rules.today;
}

/* A file of the first version has no clauses: what a new file begins with is
 * added once it has come up to date. */
static bool complete(struct app *app, struct err *err)
{
	struct app_catalogue catalogue;
	bool empty = false, ok;
	long added, there;
	size_t i;

	if (store_read_only(app->store))
		return true;
	ok = store_empty(app->store, &kind_clause, &empty, err);
	if (ok && empty && (ok = store_begin(app->store, NULL, err))) {
		for (i = 0; ok && app_catalogue_at(i, &catalogue); i++)
			if (catalogue.begins)
				ok = app_catalogue(app, catalogue.name, &added, &there, err);
		if (ok)
			ok = store_commit(app->store, NULL, err);
		else
			store_rollback(app->store);
	}
	return ok;
}

bool app_open(struct app *app, const struct app_options *opt, struct err *err)
{
	char *path = app_path(opt->file);
	struct store_options store;
	bool ok;

	app_begin(app, opt, &store);
	ok = store_open(path, &store, &app->store, err) && app_refresh(app, err) &&
	     complete(app, err) &&
	     (!opt->as_of || app_as_of(app, opt->as_of, err));
	if (!ok)
		app_close(app);
	free(path);
	return ok;
}

void app_close(struct app *app)
{
	if (app->store)
		store_close(&app->store);
	if (app->live)
		store_close(&app->live);
	app->store = app->live = NULL;
	method_release(&app->rules.method);
}

bool app_refresh(struct app *app, struct err *err)
{
	struct rules rules = app->rules;

	/* The old ones stand until the new ones are there. */
	memset(&rules.method, 0, sizeof(rules.method));
	if (!store_rules(app->store, &rules, err)) {
		method_release(&rules.method);
		return false;
	}
	method_release(&app->rules.method);
	app->rules = rules;
	return true;
}

bool app_new_day(struct app *app)
{
	struct store *file = app->live ? app->live : app->store;
	long *day = app->live ? &app->today : &app->rules.today;
	const long today = date_today();

	if (app->pinned || !file || *day == today)
		return false;
	*day = today;
	store_set_today(file, today);
	return !app->live;
}

/* ---- Finding ------------------------------------------------------------- */

static int hex(char c)
{
	if (ascii_digit(c))
		return c - '0';
	c = ascii_lower(c);
	return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

/* 32 hexadecimal digits; hyphens anywhere between them are passed over. */
static bool parse_uid(const char *text, unsigned char uid[UID_LEN])
{
	size_t n = 0;

	memset(uid, 0, UID_LEN);
	for (; *text; text++) {
		int digit = hex(*text);

		if (*text == '-')
			continue;
		if (digit < 0 || n == 2 * (size_t)UID_LEN)
			return false;
		uid[n / 2] = (unsigned char)(uid[n / 2] * 16 + digit);
		n++;
	}
	return n == 2 * (size_t)UID_LEN;
}

static bool find_uid(struct store *store, const char *text, struct hit *hit, struct err *err)
{
	unsigned char uid[UID_LEN];
	size_t i;

	if (!parse_uid(text, uid))
		return true;
	for (i = 0; kinds[i] && !hit->id; i++) {
		if (!store_find_uid(store, kinds[i], uid, &hit->id, err))
			return false;
		hit->kind = kinds[i];
	}
	return true;
}

static bool find_in(struct app *app, const struct kind *kind, const char *text, struct hit *hit,
		    struct err *err)
{
	int n = 0;

	hit->kind = kind;
	if (!store_find_text(app->store, kind, text, &hit->id, &n, err))
		return false;
	if (n == 0)
		return err_set(err, ERR_MISSING, _("no record '%s' in %s"), text, _(kind->plural));
	if (n > 1)
		return err_set(err, ERR_INPUT, _("'%s' fits %d records in %s; use the code"), text,
			       n, _(kind->plural));
	return true;
}

static bool several(const char *text, const struct hit *hits, size_t n, struct err *err)
{
	struct str list = STR_INIT;
	size_t i;

	for (i = 0; i < n; i++)
		str_addf(&list, "%s%s/%s", i ? ", " : "", hits[i].kind->name, text);
	err_set(err, ERR_INPUT, _("several records have the code '%s'; say which: %s"), text,
		str_get(&list));
	str_release(&list);
	return false;
}

/* Codes are what people copy from paper: r-0012 means R-0012. */
static char *upper(const char *text)
{
	char *s = xstrdup(text), *p;

	for (p = s; *p; p++)
		if (*p >= 'a' && *p <= 'z')
			*p = (char)(*p - 'a' + 'A');
	return s;
}

static bool find_code(struct app *app, const char *text, struct hit *hit, struct err *err)
{
	struct hit *hits = NULL;
	char *capital = upper(text);
	size_t n = 0;
	bool ok = false;

	if (!store_find_any(app->store, text, &hits, &n, err))
		goto out;
	if (!n && strcmp(capital, text) &&
	    !store_find_any(app->store, capital, &hits, &n, err))
		goto out;
	if (n > 1) {
		several(text, hits, n, err);
		goto out;
	}
	if (n == 1)
		*hit = hits[0];
	ok = true;
out:
	free(hits);
	free(capital);
	return ok;
}

/* "organisation": of a register that holds one record its name is enough. */
static bool find_single(struct app *app, const char *text, struct hit *hit, struct err *err)
{
	struct query query = {.kind = kind_find(text)};
	long long *ids = NULL;
	size_t n = 0;
	bool ok = true;

	if (query.kind && query.kind->flags & KIND_SINGLE)
		ok = store_list(app->store, &query, &ids, &n, err);
	if (ok && n == 1) {
		hit->kind = query.kind;
		hit->id = ids[0];
	}
	free(ids);
	return ok;
}

bool app_find(struct app *app, const char *text, struct hit *hit, struct err *err)
{
	const struct kind *kind = NULL;
	size_t n = strcspn(text, "/ ");

	memset(hit, 0, sizeof(*hit));
	if (!*text)
		return err_set(err, ERR_USAGE, _("the code of a record is missing"));
	if (text[n]) {
		char *name = xstrndup(text, n);

		kind = kind_find(name);
		free(name);
	}
	if (kind)
		return find_in(app, kind, text + n + strspn(text + n, "/ "), hit, err);
	if (!find_code(app, text, hit, err))
		return false;
	if (!hit->id && !find_uid(app->store, text, hit, err))
		return false;
	if (!hit->id && !find_single(app, text, hit, err))
		return false;
	if (!hit->id)
		return err_set(err, ERR_MISSING, _("no record has the code '%s'"), text);
	return true;
}

void app_relation(const struct relation *relation, struct str *out)
{
	if (relation->back)
		str_addf(out, "<- %s: ", _(relation->kind->plural));
	str_add(out, _(relation->field->label));
}

/* ---- Taking back --------------------------------------------------------- */

static void tell(struct str *what, const char *how, const struct tx *tx)
{
	if (!what)
		return;
	str_addf(what, "%s: %s", how, tx->why ? tx->why : "");
	if (tx->changes)
		str_addf(what, ngettext(" (%ld change)", " (%ld changes)",
					(unsigned long)tx->changes), tx->changes);
}

bool app_undo(struct app *app, long long tx, struct str *what, struct err *err)
{
	struct tx done;
	bool ok;

	memset(&done, 0, sizeof(done));
	ok = store_undo(app->store, tx, &done, err);
	if (ok) {
		tell(what, _("undone"), &done);
		ok = app_refresh(app, err);
	}
	tx_release(&done);
	return ok;
}

bool app_redo(struct app *app, long long tx, struct str *what, struct err *err)
{
	struct tx done;
	bool ok;

	memset(&done, 0, sizeof(done));
	ok = store_redo(app->store, tx, &done, err);
	if (ok) {
		tell(what, _("redone"), &done);
		ok = app_refresh(app, err);
	}
	tx_release(&done);
	return ok;
}
