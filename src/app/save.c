/* One record, or the marked ones, into the file: always one transaction. */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "isms/app/app.h"
#include "isms/util/i18n.h"
#include "isms/util/mem.h"
#include "private.h"

/* So many codes are named in the history's line. */
#define CODES_NAMED 5

static bool resolve_all(struct app *app, struct record *rec, struct err *err)
{
	size_t i;

	for (i = 0; i < rec->kind->nfields; i++)
		if (!app_resolve(app, &rec->kind->fields[i], &rec->values[i], false, err))
			return false;
	return true;
}

/* The code that the next record will get, for the history's line, which is
 * written before the record: a trial that is taken back. */
static char *next_code(struct app *app, const struct record *rec)
{
	struct record *trial = record_copy(rec);
	char *code = NULL;

	if (store_begin(app->store, "", NULL)) {
		if (store_add(app->store, trial, NULL) && trial->code)
			code = xstrdup(trial->code);
		store_rollback(app->store);
	}
	record_free(&trial);
	return code ? code : xstrdup(record_title(rec));
}

static char *reason(struct app *app, const struct record *rec)
{
	char *code, *why;

	if (rec->id)
		return xasprintf("edit %s", rec->code);
	code = rec->code ? xstrdup(rec->code) : next_code(app, rec);
	why = xasprintf("add %s", code);
	free(code);
	return why;
}

/* What did not get into the file must not say so: it may be saved again. */
static void as_before(struct record *rec, long long id, long long ver, bool coded)
{
	rec->id = id;
	rec->ver = ver;
	if (!coded) {
		free(rec->code);
		rec->code = NULL;
	}
}

bool app_write(struct app *app, struct record *rec, const struct record *old, struct err *err)
{
	const bool fresh = !rec->id;

	if (!app_freeze(app, rec, err) || !(fresh ? store_add(app->store, rec, err)
						  : store_update(app->store, rec, NULL, err)))
		return false;
	/* asked of what was written: the owner of a risk may be new, too */
	return (!(fresh || old) || app_ready(app, rec, old, err)) && app_supersede(app, rec, err);
}

bool app_save(struct app *app, struct record *rec, const struct record *old, const char *why,
	      long long *tx, struct err *err)
{
	const long long id = rec->id, ver = rec->ver;
	const bool coded = rec->code != NULL;
	char *given = NULL;
	bool ok = false;

	if (tx)
		*tx = 0;
	if (!resolve_all(app, rec, err) || !app_complete(app, rec, err) ||
	    !record_check(&app->rules, rec, old, err) ||
	    (!id && !record_begins(&app->rules, rec, err)))
		goto out;
	if (!why)
		why = given = reason(app, rec);
	if (!store_begin(app->store, why, err))
		goto out;
	ok = app_write(app, rec, old, err);
	if (ok)
		ok = store_commit(app->store, tx, err);
	else
		store_rollback(app->store);
out:
	if (!ok)
		as_before(rec, id, ver, coded);
	free(given);
	return ok;
}

/* ---- Archiving ----------------------------------------------------------- */

static bool add_code(struct app *app, const struct kind *kind, long long id, struct str *out,
		     struct err *err)
{
	bool *want = xcalloc(kind->nfields, sizeof(*want));
	struct record *rec = NULL;
	bool ok = store_get_some(app->store, kind, id, want, &rec, err);

	if (ok)
		str_addf(out, "%s%s", out->len ? ", " : "", rec->code);
	record_free(&rec);
	free(want);
	return ok;
}

/* "archive R-0001, R-0002" or "archive 40 risk" */
static bool archive_why(struct app *app, const struct kind *kind, const long long *ids, size_t n,
			bool archived, struct str *why, struct err *err)
{
	const char *verb = archived ? "archive" : "restore";
	struct str codes = STR_INIT;
	bool ok = true;
	size_t i;

	if (n > CODES_NAMED) {
		str_addf(why, "%s %zu %s", verb, n, kind->name);
	} else {
		for (i = 0; ok && i < n; i++)
			ok = add_code(app, kind, ids[i], &codes, err);
		str_addf(why, "%s %s", verb, str_get(&codes));
	}
	str_release(&codes);
	return ok;
}

bool app_archive(struct app *app, const struct kind *kind, const long long *ids, size_t n,
		 bool archived, long long *tx, struct err *err)
{
	struct str why = STR_INIT;
	bool ok = false;
	size_t i;

	if (tx)
		*tx = 0;
	if (kind->flags & KIND_SINGLE) {
		err_set(err, ERR_INPUT, _("%s cannot be archived: there is always exactly one"),
			_(kind->title));
		goto out;
	}
	if (!archive_why(app, kind, ids, n, archived, &why, err) ||
	    !store_begin(app->store, str_get(&why), err))
		goto out;
	ok = true;
	for (i = 0; ok && i < n; i++) {
		store_watch_at(app->store, (long)i, (long)n);
		ok = store_archive(app->store, kind, ids[i], archived, err);
	}
	if (ok)
		ok = store_commit(app->store, tx, err);
	else
		store_rollback(app->store);
out:
	str_release(&why);
	return ok;
}

/* ---- Consequences -------------------------------------------------------- */

struct ids {
	long long *v;
	size_t n, cap;
};

static int compare_ids(const void *a, const void *b)
{
	const long long *x = a, *y = b;

	return (*x > *y) - (*x < *y);
}

/* Adds the keys of the records of kind whose field refers to one of ids. */
static bool gather(struct app *app, const struct kind *kind, const struct field *field,
		   const long long *ids, size_t n, struct ids *found, struct err *err)
{
	struct query query = {.kind = kind, .refers = field, .to = ids, .nto = n};
	long long *list = NULL;
	size_t i, nlist = 0;
	bool ok = store_list(app->store, &query, &list, &nlist, err);

	for (i = 0; ok && i < nlist; i++) {
		found->v = xgrow(found->v, found->n, &found->cap, sizeof(*found->v));
		found->v[found->n++] = list[i];
	}
	free(list);
	return ok;
}

static long long *in_order(const long long *ids, size_t n)
{
	long long *copy = xcalloc(n + 1, sizeof(*copy));

	if (n) {
		memcpy(copy, ids, n * sizeof(*copy));
		qsort(copy, n, sizeof(*copy), compare_ids);
	}
	return copy;
}

/* How many different ones there are; those in without (n of them) not counted. */
static size_t distinct(struct ids *found, const long long *without, size_t n)
{
	long long *away = in_order(without, n);
	size_t i, count = 0;

	if (found->n)
		qsort(found->v, found->n, sizeof(*found->v), compare_ids);
	for (i = 0; i < found->n; i++)
		count += !(i > 0 && found->v[i] == found->v[i - 1]) &&
			 !(n && bsearch(&found->v[i], away, n, sizeof(*away), compare_ids));
	free(away);
	return count;
}

static bool count_kind(struct app *app, const struct kind *by, const struct kind *kind,
		       const long long *ids, size_t n, struct str *text, struct err *err)
{
	struct ids found = {0};
	size_t i, count;
	bool ok = true;

	for (i = 0; ok && i < by->nfields; i++) {
		const struct field *field = &by->fields[i];

		if (field->ref == kind && !(field->flags & F_DERIVED))
			ok = gather(app, by, field, ids, n, &found, err);
	}
	count = ok ? distinct(&found, ids, by == kind ? n : 0) : 0;
	if (count)
		str_addf(text, "%s%zu %s", text->len ? ", " : "", count,
			 count == 1 ? _(by->title) : _(by->plural));
	free(found.v);
	return ok;
}

bool app_consequences(struct app *app, const struct kind *kind, const long long *ids, size_t n,
		      struct str *text, struct err *err)
{
	size_t i;

	for (i = 0; kinds[i]; i++)
		if (!count_kind(app, kinds[i], kind, ids, n, text, err))
			return false;
	return true;
}
