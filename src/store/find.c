/* Finding a record by what people call it; settings; what others wrote. */
#include "config.h"

#include "local.h"

#include <stdlib.h>
#include <string.h>

#include "isms/util/i18n.h"
#include "isms/util/mem.h"
#include "isms/util/text.h"

static void code_sql(const struct kind *kind, struct str *sql)
{
	str_addf(sql, "SELECT id FROM %s WHERE code=?1", kind->name);
}

static void uid_sql(const struct kind *kind, struct str *sql)
{
	str_addf(sql, "SELECT id FROM %s WHERE uid=?1", kind->name);
}

bool store_find_code(struct store *store, const struct kind *kind, const char *code, long long *id,
                     struct err *err)
{
	sqlite3_stmt *stmt = db_prepare_for(store, kind, FOR_CODE, code_sql, err);
	bool ok = stmt != NULL;

	*id = 0;
	if (ok) {
		db_bind_text(stmt, 1, code);
		ok = db_number(store, stmt, id, 0, err);
	}
	return ok;
}

bool store_find_any(struct store *store, const char *code, struct hit **hits, size_t *n,
                    struct err *err)
{
	size_t k, cap = 0;
	long long id = 0;
	bool ok = true;

	*hits = NULL;
	*n = 0;
	for (k = 0; ok && kinds[k]; k++) {
		ok = store_find_code(store, kinds[k], code, &id, err);
		if (ok && id) {
			*hits = xgrow(*hits, *n, &cap, sizeof(**hits));
			(*hits)[(*n)++] = (struct hit){kinds[k], id};
		}
	}
	if (!ok) {
		free(*hits);
		*hits = NULL;
		*n = 0;
	}
	return ok;
}

bool store_find_uid(struct store *store, const struct kind *kind, const unsigned char uid[UID_LEN],
                    long long *id, struct err *err)
{
	sqlite3_stmt *stmt = db_prepare_for(store, kind, FOR_UID, uid_sql, err);
	bool ok = stmt != NULL;

	*id = 0;
	if (ok) {
		db_bind_blob(stmt, 1, uid, UID_LEN);
		ok = db_number(store, stmt, id, 0, err);
	}
	return ok;
}

static bool find_uid_any(struct store *store, const char *text, struct hit *hit, struct err *err)
{
	unsigned char uid[UID_LEN];
	bool ok = true;
	size_t k;

	for (k = 0; ok && uid_parse(text, uid) && kinds[k] && !hit->id; k++) {
		ok = store_find_uid(store, kinds[k], uid, &hit->id, err);
		hit->kind = kinds[k];
	}
	return ok;
}

bool store_find_link(struct store *store, const char *text, struct hit *hit, int *n,
                     struct err *err)
{
	size_t head = strcspn(text, "/ "), many = 0;
	char *name = xstrndup(text, head);
	const struct kind *kind = text[head] ? kind_find(name) : NULL;
	struct hit *hits = NULL;
	bool ok;

	memset(hit, 0, sizeof(*hit));
	*n = 0;
	if (kind) {
		hit->kind = kind;
		ok = store_find_text(store, kind, text + head + 1, &hit->id, n, err);
	} else {
		ok = store_find_any(store, text, &hits, &many, err);
		*n = (int)many;
		if (ok && many)
			*hit = hits[0];
		ok = ok && (many || find_uid_any(store, text, hit, err));
		if (ok && !many)
			*n = hit->id != 0;
	}
	free(hits);
	free(name);
	return ok;
}

/* Rows whose title is just text, folded; live ones before archived ones. */
static bool find_title(struct store *store, const struct kind *kind, const char *text,
		       bool archived, long long *id, int *n, struct err *err)
{
	char *folded = text_fold(text);
	char *sql = xasprintf("SELECT id FROM %s WHERE archived=?2 AND same(%s,?1) ORDER BY %s<>?3,id",
			      kind->name, kind->fields[0].name, kind->fields[0].name);
	sqlite3_stmt *stmt = db_prepare(store, sql, err);
	bool row = false, ok = stmt != NULL;

	if (ok) {
		db_bind_text(stmt, 1, folded);
		db_bind_int(stmt, 2, archived);
		db_bind_text(stmt, 3, text);
	}
	while (ok && (ok = db_step(store, stmt, &row, err)) && row)
		if ((*n)++ == 0)
			*id = sqlite3_column_int64(stmt, 0);
	db_done(stmt);
	free(folded);
	free(sql);
	return ok;
}

static bool find_code_folded(struct store *store, const struct kind *kind, const char *text,
			     long long *id, int *n, struct err *err)
{
	char *folded = text_fold(text);
	char *sql = xasprintf("SELECT id FROM %s WHERE same(code,?1) ORDER BY archived,id", kind->name);
	sqlite3_stmt *stmt = db_prepare(store, sql, err);
	bool row = false, ok = stmt != NULL;

	if (ok)
		db_bind_text(stmt, 1, folded);
	while (ok && (ok = db_step(store, stmt, &row, err)) && row)
		if ((*n)++ == 0)
			*id = sqlite3_column_int64(stmt, 0);
	db_done(stmt);
	free(folded);
	free(sql);
	return ok;
}

bool store_find_text(struct store *store, const struct kind *kind, const char *text, long long *id,
                     int *n, struct err *err)
{
	unsigned char uid[UID_LEN];
	bool ok = store_find_code(store, kind, text, id, err);

	*n = ok && *id ? 1 : 0;
	if (ok && !*n && uid_parse(text, uid)) {
		ok = store_find_uid(store, kind, uid, id, err);
		*n = ok && *id ? 1 : 0;
	}
	if (ok && !*n && field_is_column(&kind->fields[0]) && kind->fields[0].type == FIELD_TEXT)
		ok = find_title(store, kind, text, false, id, n, err) &&
		     (*n || find_title(store, kind, text, true, id, n, err));
	if (ok && !*n)
		ok = find_code_folded(store, kind, text, id, n, err);
	return ok;
}

/* How many transactions are not of this connection. */
static bool count_others(struct store *store, long long *others, struct err *err)
{
	sqlite3_stmt *stmt = db_prepare(store, "SELECT count(*) FROM tx", err);
	bool ok = stmt && db_number(store, stmt, others, 0, err);

	*others -= store->committed;
	return ok;
}

/* SQLite says when the file was written by others, the number of transactions
 * whether that was more than a setting: where somebody's columns are kept. */
bool store_poll(struct store *store, bool *changed, struct err *err)
{
	sqlite3_stmt *stmt = db_prepare(store, "PRAGMA data_version", err);
	long long version = 0, others = 0;
	bool ok = stmt && db_number(store, stmt, &version, 0, err);

	*changed = false;
	if (ok && store->data_version != (int)version) {
		ok = count_others(store, &others, err);
		*changed = ok && store->data_version && others != store->others;
		store->others = ok ? others : store->others;
		store->data_version = ok ? (int)version : store->data_version;
	}
	return ok;
}
