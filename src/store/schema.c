/*
 * The schema, made from the declarations, and the triggers that write the
 * history. The triggers are the connection's own (TEMP), made for a kind before
 * its first write: in the file they were four fifths of what SQLite reads at
 * every start. What is written into the file without isms is therefore not in
 * the history; doctor finds it by playing the history back (replay.c). In a bulk
 * the line of a new record is written by the program instead (line.c).
 *
 * Every statement of the file's own schema stands in
 * sqlite_schema word for word as it is made here, also after ALTER TABLE ADD
 * COLUMN (which puts ", column" behind the last one): so a file can be
 * compared with the declarations by comparing texts.
 */
#include "config.h"

#include "local.h"

#include <stdlib.h>
#include <string.h>

#include "isms/util/i18n.h"
#include "isms/util/mem.h"

static const char *const fixed[] = {
	"CREATE TABLE tx(id INTEGER PRIMARY KEY, uid BLOB NOT NULL UNIQUE, at TEXT NOT NULL, "
	"who TEXT NOT NULL, host TEXT NOT NULL, why TEXT NOT NULL, undoes INTEGER REFERENCES "
	"tx(id), mode INTEGER NOT NULL, first INTEGER NOT NULL, prev_hash BLOB, "
	"hash BLOB) STRICT",
	"CREATE TABLE history(id INTEGER PRIMARY KEY, tx INTEGER NOT NULL, kind TEXT NOT NULL, "
	"uid BLOB NOT NULL, op TEXT NOT NULL, field TEXT, old ANY, new ANY) STRICT",
	"CREATE INDEX history_uid ON history(uid)",
	/* what is sealed stays as it is, whoever writes */
	"CREATE TRIGGER history_set BEFORE UPDATE ON history BEGIN SELECT "
	"raise(ABORT, 'the history cannot be changed'); END",
	"CREATE TRIGGER history_delete BEFORE DELETE ON history BEGIN SELECT "
	"raise(ABORT, 'the history cannot be changed'); END",
	"CREATE TRIGGER tx_set BEFORE UPDATE ON tx WHEN old.hash IS NOT NULL BEGIN SELECT "
	"raise(ABORT, 'the history cannot be changed'); END",
	"CREATE TRIGGER tx_delete BEFORE DELETE ON tx WHEN old.hash IS NOT NULL BEGIN SELECT "
	"raise(ABORT, 'the history cannot be changed'); END",
	"CREATE TABLE sequence(kind TEXT PRIMARY KEY, next INTEGER NOT NULL) STRICT, WITHOUT ROWID",
	"CREATE TABLE setting(name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID",
	/* without a copy of the text, without positions: half the size, and no
	 * phrase is looked up in it (see where.c) */
	"CREATE VIRTUAL TABLE search USING fts5(body, content='', detail=none, columnsize=0, "
	"tokenize='unicode61 remove_diacritics 2')",
};

bool field_is_column(const struct field *field)
{
	return !(field->flags & F_DERIVED) && field->type != FIELD_REFS;
}

/* OR chains, since IN makes SQLite build a table for every row (PERFORMANCE). */
static void choice_check(const struct field *field, struct str *out)
{
	const struct choice *c;

	str_add(out, " CHECK(");
	for (c = field->choices; c->key; c++) {
		str_add(out, c == field->choices ? "" : " OR ");
		str_add(out, field->name);
		str_add(out, "='");
		str_add(out, c->key);
		str_addc(out, '\'');
	}
	str_addc(out, ')');
}

static void default_value(const struct field *field, struct str *out)
{
	if (field->since > 1 && (field->flags & F_REQUIRED) && field->initial) {
		if (field->type == FIELD_BOOL)
			str_addf(out, " DEFAULT %d", strcmp(field->initial, "yes") == 0);
		else if (field->type == FIELD_INT || field->type == FIELD_SCALE)
			str_addf(out, " DEFAULT %s", field->initial);
		else
			str_addf(out, " DEFAULT '%s'", field->initial);
	}
}

void schema_column(const struct field *field, struct str *out)
{
	const char *n = field->name;

	/* made at every start: printf() would take most of its time */
	str_add(out, n);
	str_addc(out, ' ');
	str_add(out, type_ops[field->type].sql);
	if (field->flags & F_REQUIRED)
		str_add(out, " NOT NULL");
	default_value(field, out);
	if (field->flags & F_UNIQUE)
		str_add(out, " UNIQUE");
	switch (field->type) {
	case FIELD_INT:
	case FIELD_MONEY:
		if (field->min || field->max)
			str_addf(out, " CHECK(%s BETWEEN %ld AND %ld)", n, field->min, field->max);
		break;
	case FIELD_SCALE:
		str_add(out, " CHECK(");
		str_add(out, n);
		str_add(out, " BETWEEN 1 AND ");
		str_addi(out, SCALE_MAX);
		str_addc(out, ')');
		break;
	case FIELD_BOOL:
		str_add(out, " CHECK(");
		str_add(out, n);
		str_add(out, "=0 OR ");
		str_add(out, n);
		str_add(out, "=1)");
		break;
	case FIELD_DATE:
		str_add(out, " CHECK(");
		str_add(out, n);
		str_add(out, " GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]')");
		break;
	case FIELD_TIME:
		str_addf(out, " CHECK(%s GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]T"
			      "[0-2][0-9]:[0-5][0-9]')", n);
		break;
	case FIELD_CHOICE:
		if (!(field->flags & F_OPEN))
			choice_check(field, out);
		break;
	case FIELD_REF:
		str_add(out, " REFERENCES ");
		str_add(out, field->ref->name);
		str_add(out, "(id)");
		break;
	default:
		break;
	}
}

/* The columns in the order in which migrations add them. */
void schema_kind_table(const struct kind *kind, int version, struct str *out)
{
	size_t i;
	int since;

	str_addf(out, "CREATE TABLE %s(id INTEGER PRIMARY KEY, uid BLOB NOT NULL UNIQUE, "
		      "code TEXT NOT NULL UNIQUE, ver INTEGER NOT NULL, created_at TEXT NOT NULL, "
		      "created_by TEXT NOT NULL, changed_at TEXT NOT NULL, "
		      "changed_by TEXT NOT NULL, "
		      "archived INTEGER NOT NULL CHECK(archived=0 OR archived=1)", kind->name);
	for (since = 1; since <= version; since++)
		for (i = 0; i < kind->nfields; i++)
			if (field_is_column(&kind->fields[i]) && kind->fields[i].since == since) {
				str_add(out, ", ");
				schema_column(&kind->fields[i], out);
			}
	for (i = 0; kind->unique && kind->unique[i]; i++)
		str_addf(out, ", UNIQUE(%s)", kind->unique[i]);
	str_add(out, ") STRICT");
}

/* A reference is written into the history by the uid of what it means, which
 * is the same in every copy of the file. */
static void history_value(const struct field *field, const char *row, struct str *out)
{
	if (field->type == FIELD_REF)
		str_addf(out, "(SELECT lower(hex(uid)) FROM %s WHERE id=%s.%s)", field->ref->name,
			 row, field->name);
	else
		str_addf(out, "%s.%s", row, field->name);
}

void schema_json(const struct kind *kind, int version, const char *row, struct str *out)
{
	const struct field *f;
	size_t i;

	str_addf(out, "json_object('code',%s.code,'archived',nullif(%s.archived,0)", row, row);
	for (i = 0; i < kind->nfields; i++) {
		f = &kind->fields[i];
		if (!field_is_column(f) || f->since > version)
			continue;
		str_addf(out, ",'%s',", f->name);
		history_value(f, row, out);
	}
	str_add(out, ")");
}

void schema_body(const struct kind *kind, int version, const char *row, struct str *out)
{
	const struct field *f;
	size_t i;

	str_addf(out, "%s.code", row);
	for (i = 0; i < kind->nfields; i++) {
		f = &kind->fields[i];
		if ((f->flags & F_SEARCHED) && field_is_column(f) && f->since <= version)
			str_addf(out, "||ifnull(' '||%s.%s,'')", row, f->name);
	}
}

static void history_trigger(const struct kind *kind, int version, const char *op, struct strv *out)
{
	bool add = strcmp(op, "add") == 0;
	struct str sql = STR_INIT;

	str_addf(&sql, "CREATE TEMP TRIGGER IF NOT EXISTS %s_%s AFTER %s ON main.%s BEGIN INSERT INTO history(tx,kind,uid,"
		       "op,old,new) VALUES((SELECT max(id) FROM tx),'%s',%s.uid,'%s',",
		 kind->name, op, add ? "INSERT" : "DELETE", kind->name, kind->name,
		 add ? "new" : "old", op);
	if (add)
		str_add(&sql, "NULL,");
	schema_json(kind, version, add ? "new" : "old", &sql);
	if (!add)
		str_add(&sql, ",NULL");
	str_add(&sql, "); END");
	strv_take(out, str_detach(&sql));
}

static void set_trigger(const struct kind *kind, int version, struct strv *out)
{
	struct str sql = STR_INIT;
	const struct field *f;
	size_t i;

	str_addf(&sql, "CREATE TEMP TRIGGER IF NOT EXISTS %s_set AFTER UPDATE ON main.%s BEGIN INSERT INTO history(tx,kind,"
		       "uid,op,field,old,new) SELECT (SELECT max(id) FROM tx),'%s',new.uid,'set',"
		       "f,o,n FROM (SELECT 'code' f,old.code o,new.code n UNION ALL SELECT "
		       "'archived',old.archived,new.archived",
		 kind->name, kind->name, kind->name);
	for (i = 0; i < kind->nfields; i++) {
		f = &kind->fields[i];
		if (!field_is_column(f) || f->since > version)
			continue;
		str_addf(&sql, " UNION ALL SELECT '%s',", f->name);
		history_value(f, "old", &sql);
		str_addc(&sql, ',');
		history_value(f, "new", &sql);
	}
	str_add(&sql, ") WHERE o IS NOT n; END");
	strv_take(out, str_detach(&sql));
}

void schema_link_table(const struct kind *kind, const struct field *field, struct strv *out)
{
	strv_take(out, xasprintf("CREATE TABLE %s_%s(%s_id INTEGER NOT NULL REFERENCES %s(id), "
				 "ref_id INTEGER NOT NULL REFERENCES %s(id), PRIMARY KEY(%s_id, "
				 "ref_id)) STRICT, WITHOUT ROWID",
				 kind->name, field->name, kind->name, kind->name, field->ref->name,
				 kind->name));
	strv_take(out, xasprintf("CREATE INDEX %s_%s_ref ON %s_%s(ref_id)", kind->name, field->name,
				 kind->name, field->name));
}

static void link_triggers(const struct kind *kind, const struct field *field, struct strv *out)
{
	static const struct {
		const char *op, *event, *row, *values;
	} link[] = {
		{"link", "INSERT", "new", "NULL,%s"},
		{"unlink", "DELETE", "old", "%s,NULL"},
	};
	size_t i;

	for (i = 0; i < 2; i++) {
		char *uid = xasprintf("(SELECT lower(hex(uid)) FROM %s WHERE id=%s.ref_id)",
				      field->ref->name, link[i].row);

		strv_take(out, xasprintf("CREATE TEMP TRIGGER IF NOT EXISTS %s_%s_%s AFTER %s ON main.%s_%s "
					 "BEGIN INSERT INTO "
					 "history(tx,kind,uid,op,field,old,new) VALUES((SELECT "
					 "max(id) FROM tx),'%s',(SELECT uid FROM %s WHERE "
					 "id=%s.%s_id),'%s','%s',%s%s%s); END",
					 kind->name, field->name, link[i].op, link[i].event,
					 kind->name, field->name, kind->name, kind->name,
					 link[i].row, kind->name, link[i].op, field->name,
					 i ? uid : "NULL", ",", i ? "NULL" : uid));
		free(uid);
	}
}

static bool is_link(const struct field *field, int version)
{
	return field->type == FIELD_REFS && field->since <= version && !(field->flags & F_DERIVED);
}

/* Who refers to a record is found by an index (links.c); most fields are empty, so
 * it has only what is there. */
static void back_indexes(int version, struct strv *out)
{
	const struct field *f;
	size_t k, i;

	for (k = 0; kinds[k]; k++)
		for (i = 0; i < kinds[k]->nfields; i++) {
			f = &kinds[k]->fields[i];
			if (link_is_indexed(f) &&
			    (f->since == version || (version == 3 && f->since < version)))
				strv_take(out, xasprintf("CREATE INDEX %s_%s_back ON %s(%s) WHERE %s "
							 "IS NOT NULL",
							 kinds[k]->name, f->name, kinds[k]->name,
							 f->name, f->name));
		}
}

void schema_indexes(int version, struct strv *out)
{
	struct str sql = STR_INIT;

	if (version >= 3)
		back_indexes(version, out);
	if (version == 2) {
		str_add(&sql, "CREATE INDEX risk_packed ON risk(");
		risk_packed(&sql);
		str_add(&sql, ")");
		strv_take(out, str_detach(&sql));
	}
}

void schema_statements(int version, struct strv *out)
{
	struct str sql = STR_INIT;
	const struct kind *kind;
	size_t i, k;
	int since;

	for (i = 0; i < sizeof(fixed) / sizeof(*fixed); i++)
		strv_add(out, fixed[i]);
	for (k = 0; kinds[k]; k++) {
		kind = kinds[k];
		if (kind->since > version)
			continue;
		str_clear(&sql);
		schema_kind_table(kind, version, &sql);
		strv_add(out, str_get(&sql));
	}
	for (k = 0; kinds[k]; k++)
		for (i = 0; kinds[k]->since <= version && i < kinds[k]->nfields; i++)
			if (is_link(&kinds[k]->fields[i], version))
				schema_link_table(kinds[k], &kinds[k]->fields[i], out);
	for (since = 1; since <= version; since++)
		schema_indexes(since, out);
	str_release(&sql);
}

bool schema_watch(struct store *store, const struct kind *kind, struct err *err)
{
	struct strv sql = STRV_INIT;
	bool ok = true;
	size_t i;

	for (i = 0; kinds[i] != kind; i++)
		;
	if (store->sequences[i].watched)
		return true;
	store->sequences[i].watched = true;
	set_trigger(kind, SCHEMA_VERSION, &sql);
	history_trigger(kind, SCHEMA_VERSION, "delete", &sql);
	for (i = 0; i < kind->nfields; i++)
		if (is_link(&kind->fields[i], SCHEMA_VERSION))
			link_triggers(kind, &kind->fields[i], &sql);
	for (i = 0; ok && i < sql.n; i++)
		ok = db_exec(store, err, sql.v[i]);
	strv_release(&sql);
	return ok;
}

bool schema_watch_adds(struct store *store, const struct kind *kind, bool on, struct err *err)
{
	enum adds want = on ? ADDS_WATCHED : ADDS_UNWATCHED;
	struct strv sql = STRV_INIT;
	bool ok;
	size_t i;

	for (i = 0; kinds[i] != kind; i++)
		;
	if (store->sequences[i].adds == want)
		return true;
	if (on)
		history_trigger(kind, SCHEMA_VERSION, "add", &sql);
	else
		strv_take(&sql, xasprintf("DROP TRIGGER IF EXISTS temp.%s_add", kind->name));
	ok = db_exec(store, err, sql.v[0]);
	store->sequences[i].adds = ok ? want : ADDS_UNKNOWN;
	strv_release(&sql);
	return ok;
}

bool schema_create(struct store *store, struct err *err)
{
	struct strv sql = STRV_INIT;
	bool ok = true;
	size_t i;

	schema_statements(SCHEMA_VERSION, &sql);
	for (i = 0; ok && i < sql.n; i++)
		ok = db_exec(store, err, sql.v[i]);
	ok = ok && db_execf(store, err, "PRAGMA application_id=%d; PRAGMA user_version=%d;",
			    APPLICATION_ID, SCHEMA_VERSION);
	strv_release(&sql);
	return ok;
}

static int by_text(const void *a, const void *b)
{
	return strcmp(*(char *const *)a, *(char *const *)b);
}

/* Reads what is there, leaving out what SQLite and FTS5 made for themselves. */
static bool schema_read(struct store *store, struct strv *out, struct err *err)
{
	sqlite3_stmt *stmt = db_prepare(store,
		"SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT GLOB 'search_*' "
		"AND name NOT GLOB 'sqlite_*'", err);
	bool row = false, ok = stmt != NULL;

	while (ok && (ok = db_step(store, stmt, &row, err)) && row)
		strv_add(out, db_text(stmt, 0));
	db_done(stmt);
	return ok;
}

bool schema_compare(struct store *store, int version, struct str *what, bool *same,
                    struct err *err)
{
	struct strv want = STRV_INIT, have = STRV_INIT;
	bool ok = schema_read(store, &have, err);
	size_t i;

	if (ok) {
		schema_statements(version, &want);
		qsort(want.v, want.n, sizeof(*want.v), by_text);
		if (have.n)
			qsort(have.v, have.n, sizeof(*have.v), by_text);
		for (i = 0; i < want.n && i < have.n && strcmp(want.v[i], have.v[i]) == 0; i++)
			;
		*same = i == want.n && i == have.n;
		if (!*same)
			str_addf(what, "%.60s", i < have.n && (i == want.n ||
							       strcmp(have.v[i], want.v[i]) < 0)
							? have.v[i]
							: want.v[i]);
	}
	strv_release(&want);
	strv_release(&have);
	return ok;
}
