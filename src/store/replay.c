/*
 * The history played back: what a record must be when every line of its history
 * is taken in turn. doctor compares it with what stands in the tables, so that
 * nobody can change a record, or take one away, without isms and unnoticed.
 */
#include "config.h"

#include "local.h"

#include <stdlib.h>
#include <string.h>

#include "isms/util/i18n.h"
#include "isms/util/mem.h"

struct expected {
	struct strv names, values;     /* what the history says; a NULL is not in it */
	bool there;                    /* added and not deleted */
};

static void expect(struct expected *e, const char *name, const char *value)
{
	size_t i;

	for (i = 0; i < e->names.n && strcmp(e->names.v[i], name) != 0; i++)
		;
	if (i == e->names.n) {
		strv_add(&e->names, name);
		strv_add(&e->values, "");
	}
	free(e->values.v[i]);
	e->values.v[i] = value ? xstrdup(value) : NULL;
}

static const char *expected(const struct expected *e, const char *name, bool *known)
{
	size_t i;

	for (i = 0; i < e->names.n; i++)
		if (strcmp(e->names.v[i], name) == 0) {
			*known = true;
			return e->values.v[i];
		}
	*known = e->there;
	return NULL;
}

static void expected_clear(struct expected *e)
{
	strv_release(&e->names);
	strv_release(&e->values);
	memset(e, 0, sizeof(*e));
}

/* The object of an "add" line, name by name. */
static bool expect_json(struct store *store, struct expected *e, const char *json, struct err *err)
{
	/* who tampered may have left what is no JSON; the seal has told already */
	sqlite3_stmt *stmt = db_prepare(store, "SELECT key,atom FROM json_each(iif(json_valid(?1),?1,"
					       "'{}'))", err);
	bool row = false, ok = stmt != NULL;

	if (ok)
		db_bind_text(stmt, 1, json);
	while (ok && (ok = db_step(store, stmt, &row, err)) && row)
		expect(e, db_text(stmt, 0), db_text(stmt, 1));
	db_done(stmt);
	return ok;
}

/* "depends_on/uid" stands for one link. */
static void expect_link(struct expected *e, const char *field, const char *uid, bool linked)
{
	char *name = xasprintf("%s/%s", field, uid ? uid : "");

	expect(e, name, linked ? "1" : NULL);
	free(name);
}

static bool take_line(struct store *store, struct expected *e, sqlite3_stmt *stmt, struct err *err)
{
	const char *op = db_text(stmt, 0), *field = db_text(stmt, 1), *new = db_text(stmt, 3);
	bool ok = true;

	if (strcmp(op, "add") == 0) {
		expected_clear(e);
		e->there = true;
		ok = new && expect_json(store, e, new, err);
	} else if (strcmp(op, "delete") == 0) {
		expected_clear(e);
	} else if (strcmp(op, "link") == 0 || strcmp(op, "unlink") == 0) {
		expect_link(e, field, strcmp(op, "link") == 0 ? new : db_text(stmt, 2), *op == 'l');
	} else {
		expect(e, field, new);
	}
	return ok;
}

static bool play(struct store *store, const void *uid, int n, struct expected *e, struct err *err)
{
	sqlite3_stmt *stmt = db_prepare(store,
		"SELECT op,ifnull(field,''),old,CASE WHEN field='archived' AND new=0 THEN NULL ELSE new END "
		"FROM history WHERE uid=?1 ORDER BY id", err);
	bool row = false, ok = stmt != NULL;

	if (ok)
		db_bind_blob(stmt, 1, uid, (size_t)n);
	while (ok && (ok = db_step(store, stmt, &row, err)) && row)
		ok = take_line(store, e, stmt, err);
	db_done(stmt);
	return ok;
}

static void fault(struct strv *faults, const struct kind *kind, const char *code, const char *what)
{
	strv_take(faults, xasprintf(_("%s %s: %s is not what its history says; it was changed without isms"),
				    _(kind->title), code, what));
}

/* What the row has, against what it must have. */
static bool compare_fields(struct store *store, const struct kind *kind, const char *code,
			   const char *json, const struct expected *e, struct strv *faults,
			   struct err *err)
{
	sqlite3_stmt *stmt = db_prepare(store, "SELECT key,atom FROM json_each(?1)", err);
	bool row = false, known, ok = stmt != NULL;
	struct strv seen = STRV_INIT;
	const char *name, *want;
	size_t i;

	if (ok)
		db_bind_text(stmt, 1, json);
	while (ok && (ok = db_step(store, stmt, &row, err)) && row) {
		name = db_text(stmt, 0);
		strv_add(&seen, name);
		want = expected(e, name, &known);
		if (!str_equal(want, db_text(stmt, 1)) &&
		    !(kind_field(kind, name) && kind_field(kind, name)->since > kind->since && !want))
			fault(faults, kind, code, name);
	}
	db_done(stmt);
	for (i = 0; ok && i < e->names.n; i++)
		if (e->values.v[i] && !strchr(e->names.v[i], '/') && !strv_has(&seen, e->names.v[i]))
			fault(faults, kind, code, e->names.v[i]);
	strv_release(&seen);
	return ok;
}

static bool compare_links(struct store *store, const struct kind *kind, const char *code,
			  long long id, const struct expected *e, struct strv *faults,
			  struct err *err)
{
	size_t i, j, had, have;
	bool row = false, known, ok = true;
	const struct field *f;
	sqlite3_stmt *stmt;
	char *sql, *name;

	for (i = 0; ok && i < kind->nfields; i++) {
		f = &kind->fields[i];
		if (f->type != FIELD_REFS || (f->flags & F_DERIVED))
			continue;
		sql = xasprintf("SELECT lower(hex(r.uid)) FROM %s_%s l JOIN %s r ON r.id=l.ref_id WHERE "
				"l.%s_id=?1", kind->name, f->name, f->ref->name, kind->name);
		stmt = db_prepare(store, sql, err);
		free(sql);
		ok = stmt != NULL;
		if (ok)
			db_bind_int(stmt, 1, id);
		for (have = 0; ok && (ok = db_step(store, stmt, &row, err)) && row;) {
			name = xasprintf("%s/%s", f->name, db_text(stmt, 0));
			have += expected(e, name, &known) != NULL;
			if (!expected(e, name, &known))
				fault(faults, kind, code, f->name);
			free(name);
		}
		db_done(stmt);
		for (had = 0, j = 0; j < e->names.n; j++)
			had += e->values.v[j] && strncmp(e->names.v[j], f->name, strlen(f->name)) == 0 &&
			       e->names.v[j][strlen(f->name)] == '/';
		if (ok && had > have)
			fault(faults, kind, code, f->name);
	}
	return ok;
}

static bool check_record(struct store *store, const struct kind *kind, sqlite3_stmt *rows,
			 struct strv *faults, struct err *err)
{
	const char *code = db_text(rows, 2);
	struct expected e = {STRV_INIT, STRV_INIT, false};
	bool ok = play(store, sqlite3_column_blob(rows, 1), sqlite3_column_bytes(rows, 1), &e, err);

	if (ok && !e.there)
		strv_take(faults, xasprintf(_("%s %s has no history; it was added without isms"),
					    _(kind->title), code));
	else if (ok)
		ok = compare_fields(store, kind, code, db_text(rows, 3), &e, faults, err) &&
		     compare_links(store, kind, code, sqlite3_column_int64(rows, 0), &e, faults, err);
	expected_clear(&e);
	return ok;
}

/* Records that the history has and the table has not. */
static bool missing_records(struct store *store, const struct kind *kind, struct strv *faults,
			    struct err *err)
{
	char *sql = xasprintf("SELECT coalesce(json_extract(h.new,'$.code'),'?') FROM history h WHERE "
			      "h.kind='%s' AND h.op='add' AND NOT EXISTS(SELECT 1 FROM %s k WHERE k.uid="
			      "h.uid) AND NOT EXISTS(SELECT 1 FROM history d WHERE d.uid=h.uid AND d.op="
			      "'delete' AND d.id>h.id)", kind->name, kind->name);
	sqlite3_stmt *stmt = db_prepare(store, sql, err);
	bool row = false, ok = stmt != NULL;

	while (ok && (ok = db_step(store, stmt, &row, err)) && row)
		strv_take(faults, xasprintf(_("%s %s is gone; it was taken away without isms"),
					    _(kind->title), db_text(stmt, 0)));
	db_done(stmt);
	free(sql);
	return ok;
}

bool replay_check(struct store *store, struct strv *faults, struct err *err)
{
	struct str sql = STR_INIT;
	sqlite3_stmt *stmt;
	bool row = false, ok = true;
	size_t i;

	for (i = 0; ok && kinds[i]; i++) {
		str_clear(&sql);
		str_add(&sql, "SELECT k.id,k.uid,k.code,");
		schema_json(kinds[i], SCHEMA_VERSION, "k", &sql);
		str_addf(&sql, " FROM %s k", kinds[i]->name);
		stmt = db_prepare(store, str_get(&sql), err);
		ok = stmt != NULL;
		while (ok && (ok = db_step(store, stmt, &row, err)) && row)
			ok = check_record(store, kinds[i], stmt, faults, err);
		db_done(stmt);
		ok = ok && missing_records(store, kinds[i], faults, err);
	}
	str_release(&sql);
	return ok;
}
