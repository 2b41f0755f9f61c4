/*
 * Questions in SQL: the checks and figures of data/, and the user's own. They
 * may read and nothing else, whoever wrote them.
 */
#include "config.h"

#include "local.h"

#include <stdlib.h>
#include <string.h>

#include "isms/util/i18n.h"
#include "isms/util/mem.h"

#define SUFFIX "_view"

/* Called by SQLite while it compiles a statement. */
static int may(void *ctx, int action, const char *a, const char *b, const char *database,
	       const char *inner)
{
	(void)ctx;
	(void)a;
	(void)database;
	(void)inner;
	switch (action) {
	case SQLITE_SELECT:
	case SQLITE_READ:
	case SQLITE_RECURSIVE:
		return SQLITE_OK;
	case SQLITE_FUNCTION:
		return b && strcmp(b, "load_extension") == 0 ? SQLITE_DENY : SQLITE_OK;
	default:
		return SQLITE_DENY;
	}
}

/* risk_view has the columns of risk and its derived ones. */
static bool make_view(struct store *store, const struct kind *kind, struct err *err)
{
	struct str sql = STR_INIT;
	bool ok;
	size_t i;

	str_addf(&sql, "CREATE TEMP VIEW %s" SUFFIX " AS SELECT k.*", kind->name);
	for (i = 0; i < kind->nfields; i++)
		if (kind->fields[i].flags & F_DERIVED)
			str_addf(&sql, ",d.%s", kind->fields[i].name);
	select_from(kind, true, &sql);
	ok = db_exec(store, err, str_get(&sql));
	str_release(&sql);
	return ok;
}

static bool has_view(struct store *store, const char *name, bool *has, struct err *err)
{
	sqlite3_stmt *stmt =
		db_prepare(store, "SELECT 1 FROM sqlite_temp_schema WHERE name=?1", err);
	bool ok = stmt != NULL;

	if (ok) {
		db_lend_text(stmt, 1, name);
		ok = db_step(store, stmt, has, err);
	}
	db_done(stmt);
	return ok;
}

/* Makes the view that this word of the question means, if it means one. To make
 * it costs more than to look whether it is there, which a rollback may undo. */
static bool want_view(struct store *store, const char *word, size_t n, struct err *err)
{
	char name[64];
	bool has, ok = true;
	size_t i;

	if (n >= sizeof(name))
		return true;
	memcpy(name, word, n);
	name[n] = '\0';
	for (i = 0; ok && kinds[i]; i++) {
		if (strncmp(kinds[i]->name, name, n - strlen(SUFFIX)) ||
		    kinds[i]->name[n - strlen(SUFFIX)])
			continue;
		ok = has_view(store, name, &has, err) && (has || make_view(store, kinds[i], err));
	}
	return ok;
}

/* The views whose names are words of the question. */
static bool make_views(struct store *store, const char *sql, struct err *err)
{
	static const char *const part =
		"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_";
	const size_t suffix = strlen(SUFFIX);
	bool ok = true;
	size_t n;

	for (; ok && *sql; sql += n ? n : 1) {
		n = strspn(sql, part);
		if (n > suffix && !strncmp(sql + n - suffix, SUFFIX, suffix))
			ok = want_view(store, sql, n, err);
	}
	return ok;
}

static bool read_rows(struct store *store, sqlite3_stmt *stmt, store_row_fn *each, void *ctx,
		      struct err *err)
{
	int i, n = sqlite3_column_count(stmt);
	const char **names = xcalloc((size_t)n + 1, sizeof(*names));
	const char **texts = xcalloc((size_t)n + 1, sizeof(*texts));
	bool row = false, ok = true;

	for (i = 0; i < n; i++)
		names[i] = sqlite3_column_name(stmt, i);
	while (ok && (ok = db_step(store, stmt, &row, err)) && row) {
		for (i = 0; i < n; i++)
			texts[i] = db_text(stmt, i);
		ok = each(ctx, (size_t)n, names, texts, err);
	}
	free(names);
	free(texts);
	return ok;
}

bool store_ask(struct store *store, const char *sql, const char *const *params, size_t nparams,
	       store_row_fn *each, void *ctx, struct err *err)
{
	sqlite3_stmt *stmt = NULL;
	const char *rest = NULL;
	bool ok = make_views(store, sql, err);
	size_t i;
	int rc;

	if (!ok)
		return false;
	sqlite3_set_authorizer(store->db, may, NULL);
	rc = sqlite3_prepare_v2(store->db, sql, -1, &stmt, &rest);
	sqlite3_set_authorizer(store->db, NULL, NULL);
	if (rc == SQLITE_AUTH)
		ok = err_set(err, ERR_INPUT, _("a question may only read (SELECT)"));
	else if (rc == SQLITE_INTERRUPT)
		ok = db_err(store, err, _("cannot read"));
	else if (rc != SQLITE_OK)
		ok = err_set(err, ERR_INPUT, "%s", sqlite3_errmsg(store->db));
	else if (!stmt || rest[strspn(rest, " \t\r\n;")])
		ok = err_set(err, ERR_INPUT, _("a question is one SELECT"));
	if (ok) {
		for (i = 0; i < nparams; i++)
			db_bind_text(stmt, (int)i + 1, params[i]);
		ok = read_rows(store, stmt, each, ctx, err);
	}
	sqlite3_finalize(stmt);
	return ok;
}

bool store_look_begin(struct store *store, struct err *err)
{
	return !sqlite3_get_autocommit(store->db) || db_exec(store, err, "BEGIN");
}

void store_look_end(struct store *store)
{
	if (!store->depth && !sqlite3_get_autocommit(store->db))
		db_exec(store, NULL, "COMMIT");
}
