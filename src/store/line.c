/*
 * The history line of a new record in a bulk, written by a prepared statement
 * from the record itself. It is the line that the trigger of the kind writes (see
 * schema.c; a test compares them), without asking SQLite for each value by name,
 * and the row it belongs to is then a statement that writes one table only, which
 * needs no journal of its own.
 */
#include "config.h"

#include "local.h"

#include <stdlib.h>
#include <string.h>

#include "isms/util/date.h"
#include "isms/util/mem.h"

#define UIDS 1024 /* a power of two */

struct uid_slot {
	const struct kind *kind;
	long long id;
	unsigned char uid[UID_LEN];
};

static void uid_sql(const struct kind *kind, struct str *sql)
{
	str_addf(sql, "SELECT uid FROM %s WHERE id=?1", kind->name);
}

static bool read_uid(struct store *store, struct uid_slot *slot, bool *found, struct err *err)
{
	sqlite3_stmt *stmt = db_prepare_for(store, slot->kind, FOR_UID_OF, uid_sql, err);
	bool ok = stmt != NULL;

	if (ok) {
		db_bind_int(stmt, 1, slot->id);
		ok = db_step(store, stmt, found, err);
	}
	*found = ok && *found && sqlite3_column_bytes(stmt, 0) == UID_LEN;
	if (*found)
		memcpy(slot->uid, sqlite3_column_blob(stmt, 0), UID_LEN);
	db_done(stmt);
	return ok;
}

/* Many records refer to the same few. */
static bool add_uid(struct store *store, const char *name, const struct kind *kind, long long id,
		    struct str *json, struct err *err)
{
	struct uid_slot *slot;
	char hex[2 * UID_LEN + 1];
	bool found = true, ok = true;

	if (!store->uids)
		store->uids = xcalloc(UIDS, sizeof(*store->uids));
	slot = &store->uids[((size_t)id * 31 + (size_t)kind->number) & (UIDS - 1)];
	if (slot->kind != kind || slot->id != id) {
		slot->kind = kind;
		slot->id = id;
		ok = read_uid(store, slot, &found, err);
		if (!found)
			slot->kind = NULL;
	}
	if (ok && found) {
		uid_hex(slot->uid, hex);
		db_json_text(json, name, hex, 2 * UID_LEN);
	}
	return ok;
}

static bool add_value(struct store *store, const struct field *field, const struct value *v,
		      struct str *json, struct err *err)
{
	char day[DATE_LEN];

	if (!v->set)
		return true;
	switch (field->type) {
	case FIELD_DATE:
		date_format((long)v->num, day);
		db_json_text(json, field->name, day, DATE_LEN - 1);
		break;
	case FIELD_REF:
		return !v->nrefs || !v->refs[0].id ||
		       add_uid(store, field->name, field->ref, v->refs[0].id, json, err);
	case FIELD_INT:
	case FIELD_SCALE:
	case FIELD_MONEY:
	case FIELD_BOOL:
		db_json_number(json, field->name, v->num);
		break;
	default:
		if (v->text)
			db_json_text(json, field->name, v->text, strlen(v->text));
		break;
	}
	return true;
}

static bool content(struct store *store, const struct record *rec, struct str *json,
		    struct err *err)
{
	bool ok = true;
	size_t i;

	str_clear(json);
	db_json_text(json, "code", rec->code, strlen(rec->code));
	if (rec->archived)
		db_json_number(json, "archived", 1);
	for (i = 0; ok && i < rec->kind->nfields; i++)
		if (field_is_column(&rec->kind->fields[i]))
			ok = add_value(store, &rec->kind->fields[i], &rec->values[i], json, err);
	str_addc(json, '}');
	return ok;
}

static void line_sql(const struct kind *kind, struct str *sql)
{
	(void)kind;
	str_add(sql, "INSERT INTO history(tx,kind,uid,op,new) VALUES(?1,?2,?3,'add',?4)");
}

bool line_add(struct store *store, const struct record *rec, struct err *err)
{
	sqlite3_stmt *stmt;
	bool ok = content(store, rec, &store->line, err);

	stmt = ok ? db_prepare_for(store, NULL, FOR_LINE, line_sql, err) : NULL;
	ok = ok && stmt;
	if (ok) {
		db_bind_int(stmt, 1, store->tx);
		db_lend_text(stmt, 2, rec->kind->name);
		sqlite3_bind_blob(stmt, 3, rec->uid, UID_LEN, SQLITE_STATIC);
		db_lend_text(stmt, 4, store->line.s);
		ok = db_run(store, stmt, err);
	}
	return ok;
}

void line_forget(struct store *store)
{
	free(store->uids);
	store->uids = NULL;
	str_release(&store->line);
}
