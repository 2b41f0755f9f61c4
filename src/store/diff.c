/* What two moments differ in: every record that was touched between them, as it was
 * at the one and at the other. What came and went meanwhile is no difference. */
#include "config.h"

#include "local.h"

#include <stdlib.h>
#include <string.h>

#include "isms/util/mem.h"

/* The lines of history after transaction ?1 up to ?2: they lie beside each other. */
#define BETWEEN                                                                               \
	"h.id>=ifnull((SELECT first FROM tx WHERE id>?1 ORDER BY id LIMIT 1),"                \
	"9223372036854775807) AND h.id<ifnull((SELECT first FROM tx WHERE id>?2 ORDER BY id " \
	"LIMIT 1),9223372036854775807)"

struct moments {
	long long from, to;
};

bool value_differs(const struct field *field, const struct value *a, const struct value *b)
{
	size_t i, j;

	if (field->type != FIELD_REFS || a->nrefs != b->nrefs)
		return !value_equal(field, a, b);
	for (i = 0; i < a->nrefs; i++) {
		for (j = 0; j < b->nrefs && strcmp(a->refs[i].code, b->refs[j].code) != 0; j++)
			;
		if (j == b->nrefs)
			return true;
	}
	return false;
}

static bool differ(const struct record *a, const struct record *b)
{
	bool yes = a->archived != b->archived || !str_equal(a->code, b->code);
	size_t i;

	for (i = 0; i < a->kind->nfields && !yes; i++)
		yes = !(a->kind->fields[i].flags & F_DERIVED) &&
		      value_differs(&a->kind->fields[i], &a->values[i], &b->values[i]);
	return yes;
}

static bool compare(struct store *store, const struct kind *kind, const unsigned char uid[UID_LEN],
		    const struct moments *m, store_diff_fn *each, void *ctx, struct err *err)
{
	struct record *before = NULL, *after = NULL;
	bool ok = then_of(store, kind, uid, m->from, &before, err) &&
		  then_of(store, kind, uid, m->to, &after, err);

	if (ok && (before || after) && (!before || !after || differ(before, after)))
		ok = each(ctx, before, after, err);
	record_free(&before);
	record_free(&after);
	return ok;
}

static bool of_kind(struct store *store, const struct kind *kind, const struct moments *m,
		    store_diff_fn *each, void *ctx, struct err *err)
{
	char *sql = xasprintf(
		"SELECT DISTINCT h.uid FROM history h LEFT JOIN %s k ON k.uid=h.uid WHERE "
		"h.kind='%s' AND " BETWEEN " ORDER BY k.code COLLATE people",
		kind->name, kind->name);
	sqlite3_stmt *stmt = db_prepare(store, sql, err);
	unsigned char uid[UID_LEN];
	bool row = false, ok = stmt != NULL;

	free(sql);
	if (ok) {
		db_bind_int(stmt, 1, m->from);
		db_bind_int(stmt, 2, m->to);
	}
	while (ok && (ok = db_step(store, stmt, &row, err)) && row) {
		if (sqlite3_column_bytes(stmt, 0) != UID_LEN)
			continue;
		memcpy(uid, sqlite3_column_blob(stmt, 0), UID_LEN);
		ok = compare(store, kind, uid, m, each, ctx, err);
	}
	db_done(stmt);
	return ok;
}

static bool touched_kinds(struct store *store, const struct moments *m, struct strv *names,
			  struct err *err)
{
	sqlite3_stmt *stmt =
		db_prepare(store, "SELECT DISTINCT h.kind FROM history h WHERE " BETWEEN, err);
	bool row = false, ok = stmt != NULL;

	if (ok) {
		db_bind_int(stmt, 1, m->from);
		db_bind_int(stmt, 2, m->to);
	}
	while (ok && (ok = db_step(store, stmt, &row, err)) && row)
		strv_add(names, db_text(stmt, 0));
	db_done(stmt);
	return ok;
}

bool store_diff(struct store *store, long long from, long long to, const struct kind *kind,
		store_diff_fn *each, void *ctx, struct err *err)
{
	const struct moments m = {from, to};
	struct strv names = STRV_INIT;
	bool ok = touched_kinds(store, &m, &names, err);
	size_t k;

	for (k = 0; ok && kinds[k]; k++)
		if ((!kind || kind == kinds[k]) && strv_has(&names, kinds[k]->name))
			ok = of_kind(store, kinds[k], &m, each, ctx, err);
	strv_release(&names);
	return ok;
}
