/* One record as it was, read from its own lines of history. */
#include "config.h"

#include "local.h"

#include <stdlib.h>
#include <string.h>

#include "isms/util/date.h"
#include "isms/util/i18n.h"
#include "isms/util/mem.h"

/* What a uid means now; one that is gone keeps its digits for a code. */
static bool add_ref(struct store *store, const struct field *f, const char *hex,
		    struct value *value, struct err *err)
{
	unsigned char uid[UID_LEN];
	struct record *rec = NULL;
	long long id = 0;
	bool *some, ok = true;

	some = xcalloc(f->ref->nfields, sizeof(*some));
	some[0] = true;
	if (uid_parse(hex, uid))
		ok = store_find_uid(store, f->ref, uid, &id, err);
	if (ok && id)
		ok = store_get_some(store, f->ref, id, some, &rec, err);
	if (ok)
		value_add_ref(value, id, rec ? rec->code : hex, rec ? record_title(rec) : NULL);
	record_free(&rec);
	free(some);
	return ok;
}

/* A value as the history has it. */
static bool take_value(struct store *store, struct record *rec, const char *name, const char *text,
		       struct err *err)
{
	const struct field *f = kind_field(rec->kind, name);
	struct value *v;
	bool ok = true;
	long days;

	if (strcmp(name, "code") == 0 && text) {
		free(rec->code);
		rec->code = xstrdup(text);
	} else if (strcmp(name, "archived") == 0) {
		rec->archived = text && strcmp(text, "1") == 0;
	}
	if (!f || !field_is_column(f))
		return true;
	v = &rec->values[kind_index(rec->kind, f)];
	value_release(v);
	if (!text)
		return true;
	switch (f->type) {
	case FIELD_REF:
		ok = add_ref(store, f, text, v, err);
		break;
	case FIELD_DATE:
		if (date_parse_iso(text, &days))
			value_set_num(v, days);
		break;
	case FIELD_INT:
	case FIELD_SCALE:
	case FIELD_MONEY:
	case FIELD_BOOL:
		value_set_num(v, atoll(text));
		break;
	default:
		value_set_text(v, text);
		break;
	}
	return ok;
}

static bool take_whole(struct store *store, struct record *rec, const char *json, struct err *err)
{
	sqlite3_stmt *stmt =
		db_prepare(store, "SELECT key,atom FROM json_each(iif(json_valid(?1),?1,'{}'))",
			   err);
	bool row = false, ok = stmt != NULL;

	if (ok)
		db_bind_text(stmt, 1, json);
	while (ok && (ok = db_step(store, stmt, &row, err)) && row)
		ok = take_value(store, rec, db_text(stmt, 0), db_text(stmt, 1), err);
	db_done(stmt);
	return ok;
}

/* Links are kept as uids while lines are read: most come and go. */
static void take_link(struct strv *links, const char *field, const char *uid, bool linked)
{
	char *name = xasprintf("%s/%s", field, uid ? uid : "");
	size_t i;

	for (i = 0; i < links->n && strcmp(links->v[i], name) != 0; i++)
		;
	if (linked && i == links->n) {
		strv_add(links, name);
	} else if (!linked && i < links->n) {
		free(links->v[i]);
		memmove(links->v + i, links->v + i + 1, (links->n - i - 1) * sizeof(*links->v));
		links->n--;
	}
	free(name);
}

static bool resolve_links(struct store *store, struct record *rec, const struct strv *links,
			  struct err *err)
{
	const struct field *f;
	bool ok = true;
	size_t i, n;
	char *name;

	for (i = 0; ok && i < links->n; i++) {
		n = strcspn(links->v[i], "/");
		name = xstrndup(links->v[i], n);
		f = kind_field(rec->kind, name);
		free(name);
		if (f && f->type == FIELD_REFS && !(f->flags & F_DERIVED))
			ok = add_ref(store, f, links->v[i] + n + 1,
				     &rec->values[kind_index(rec->kind, f)], err);
	}
	return ok;
}

/* Op, field, old, new of a line. */
static bool take_line(struct store *store, struct record **rec, const struct kind *kind,
		      struct strv *links, sqlite3_stmt *line, struct err *err)
{
	const char *op = db_text(line, 0), *field = db_text(line, 1);
	bool ok = true;

	if (strcmp(op, "add") == 0 || strcmp(op, "delete") == 0) {
		record_free(rec);
		strv_release(links);
	}
	if (strcmp(op, "add") == 0) {
		*rec = record_new(kind);
		ok = take_whole(store, *rec, db_text(line, 3), err);
	} else if (*rec && field && strcmp(op, "set") == 0) {
		ok = take_value(store, *rec, field, db_text(line, 3), err);
	} else if (*rec && field) {
		take_link(links, field, db_text(line, strcmp(op, "link") == 0 ? 3 : 2),
			  strcmp(op, "link") == 0);
	}
	return ok;
}

/* What old records have in a field that came after them. */
static void later_fields(struct store *store, struct record *rec)
{
	const struct field *f;
	size_t i;

	for (i = 0; i < rec->kind->nfields; i++) {
		f = &rec->kind->fields[i];
		if (f->since > 1 && (f->flags & F_REQUIRED) && f->initial && !rec->values[i].set &&
		    field_is_column(f))
			take_value(store, rec, f->name,
				   f->type == FIELD_BOOL ? (strcmp(f->initial, "yes") ? "0" : "1")
							 : f->initial,
				   NULL);
	}
}

bool then_of(struct store *store, const struct kind *kind, const unsigned char uid[UID_LEN],
	     long long tx, struct record **rec, struct err *err)
{
	sqlite3_stmt *stmt = db_prepare(store,
					"SELECT op,field,old,new FROM history WHERE uid=?1 AND "
					"tx<=?2 ORDER BY id",
					err);
	struct strv links = STRV_INIT;
	bool row = false, ok = stmt != NULL;

	*rec = NULL;
	if (ok) {
		db_bind_blob(stmt, 1, uid, UID_LEN);
		db_bind_int(stmt, 2, tx);
	}
	while (ok && (ok = db_step(store, stmt, &row, err)) && row)
		ok = take_line(store, rec, kind, &links, stmt, err);
	db_done(stmt);
	if (ok && *rec) {
		memcpy((*rec)->uid, uid, UID_LEN);
		later_fields(store, *rec);
		ok = resolve_links(store, *rec, &links, err) && select_links(store, *rec, err) &&
		     store_find_uid(store, kind, uid, &(*rec)->id, err);
	}
	if (!ok)
		record_free(rec);
	strv_release(&links);
	return ok;
}

static bool uid_of(struct store *store, const struct kind *kind, long long id,
		   unsigned char uid[UID_LEN], struct err *err)
{
	char *sql = xasprintf("SELECT uid FROM %s WHERE id=?1", kind->name);
	sqlite3_stmt *stmt = db_prepare(store, sql, err);
	bool row = false, ok = stmt != NULL;

	free(sql);
	memset(uid, 0, UID_LEN);
	if (ok) {
		db_bind_int(stmt, 1, id);
		ok = db_step(store, stmt, &row, err);
	}
	if (ok && row && sqlite3_column_bytes(stmt, 0) == UID_LEN)
		memcpy(uid, sqlite3_column_blob(stmt, 0), UID_LEN);
	db_done(stmt);
	return ok;
}

bool store_get_then(struct store *store, const struct kind *kind, long long id, long long tx,
		    struct record **rec, struct err *err)
{
	unsigned char uid[UID_LEN];
	bool ok = uid_of(store, kind, id, uid, err) && then_of(store, kind, uid, tx, rec, err);

	if (ok && !*rec)
		ok = err_set(err, ERR_MISSING, _("this %s was not there then"), _(kind->title));
	return ok;
}
