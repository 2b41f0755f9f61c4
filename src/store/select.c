/* Reading rows into records. */
#include "config.h"

#include "local.h"

#include <stdlib.h>
#include <string.h>

#include "isms/util/builtin.h"
#include "isms/util/date.h"
#include "isms/util/i18n.h"
#include "isms/util/mem.h"

/* What separates id, code and title of a reference, and references from each
 * other, within one column. Codes hold no controls; titles lose these two. */
#define UNIT '\x1f'
#define GROUP '\x1e'

/* Columns before the fields: id uid code ver created_at/by changed_at/by archived */
#define HEAD 9

static bool title_is_column(const struct kind *kind)
{
	return field_is_column(&kind->fields[0]) && kind->fields[0].type == FIELD_TEXT;
}

/* The text of data/view/<kind>.sql, which computes a kind's derived fields. */
static const char *view_text(const struct kind *kind)
{
	char *name = xasprintf("view/%s.sql", kind->name);
	const struct builtin *file = builtin_find(name);

	free(name);
	return file ? (const char *)file->data : NULL;
}

/* The title of the row r of a kind. */
static void ref_title(const struct kind *ref, struct str *out)
{
	if (title_is_column(ref))
		str_addf(out, "ifnull(r.%s,'')", ref->fields[0].name);
	else if (view_text(ref))
		str_addf(out, "ifnull((SELECT v.%s FROM (%s) v WHERE v.id=r.id),'')",
			 ref->fields[0].name, view_text(ref));
	else
		str_add(out, "''");
}

/* id, code, title of it as one text. */
static void ref_text(const struct kind *ref, struct str *out)
{
	str_add(out, "r.id||char(31)||r.code||char(31)||replace(replace(");
	ref_title(ref, out);
	str_add(out, ",char(31),' '),char(30),' ')");
}

static void ref_column(const struct kind *kind, const struct field *field, struct str *out)
{
	str_add(out, ",(SELECT ");
	if (field->type == FIELD_REFS) {
		str_add(out, "group_concat(");
		ref_text(field->ref, out);
		str_addf(out, ",char(30)) FROM %s_%s l JOIN %s r ON r.id=l.ref_id WHERE l.%s_id=k.id)",
			 kind->name, field->name, field->ref->name, kind->name);
	} else {
		ref_text(field->ref, out);
		str_addf(out, " FROM %s r WHERE r.id=k.%s)", field->ref->name, field->name);
	}
}

static bool wanted(const bool *want, size_t i)
{
	return !want || want[i];
}

void select_from(const struct kind *kind, bool derived, struct str *out)
{
	const char *view = view_text(kind);

	str_addf(out, " FROM %s k", kind->name);
	if (derived && view)
		str_addf(out, " JOIN (%s) d ON d.id=k.id", view);
}

/* bare: a REF is its id alone. */
static void some_sql(const struct kind *kind, const bool *want, bool derived, bool bare,
		     struct str *out)
{
	const struct field *f;
	size_t i;

	str_add(out, "SELECT k.id,k.uid,k.code,k.ver,k.created_at,k.created_by,k.changed_at,"
		     "k.changed_by,k.archived");
	for (i = 0; i < kind->nfields; i++) {
		f = &kind->fields[i];
		if (!wanted(want, i))
			continue;
		if (f->flags & F_DERIVED) {
			derived = true;
			str_addf(out, ",d.%s", f->name);
		} else if ((f->type == FIELD_REF && !bare) || f->type == FIELD_REFS) {
			ref_column(kind, f, out);
		} else {
			str_addf(out, ",k.%s", f->name);
		}
	}
	select_from(kind, derived, out);
}

void select_sql(const struct kind *kind, const bool *want, bool derived, struct str *out)
{
	some_sql(kind, want, derived, false, out);
}

/* ---- References of many rows ---- */

/* What was referred to last: many rows refer to the same few records. */
struct known {
	const struct kind *kind;
	struct ref ref;
};

#define KNOWN 256 /* a power of two */

static void known_release(struct known *known)
{
	size_t i;

	for (i = 0; i < KNOWN; i++) {
		free(known[i].ref.code);
		free(known[i].ref.title);
	}
	free(known);
}

static void known_sql(const struct kind *kind, struct str *sql)
{
	str_add(sql, "SELECT r.code,");
	ref_title(kind, sql);
	str_addf(sql, " FROM %s r WHERE r.id=?1", kind->name);
}

static bool known_read(struct store *store, struct known *slot, struct err *err)
{
	sqlite3_stmt *stmt = db_prepare_for(store, slot->kind, FOR_REF, known_sql, err);
	bool row = false, ok = stmt != NULL;

	free(slot->ref.code);
	free(slot->ref.title);
	slot->ref.code = slot->ref.title = NULL;
	if (ok) {
		db_bind_int(stmt, 1, slot->ref.id);
		ok = db_step(store, stmt, &row, err);
	}
	if (ok && row) {
		slot->ref.code = db_dup(stmt, 0);
		slot->ref.title = db_dup(stmt, 1);
	}
	db_done(stmt);
	return ok;
}

/* The REF fields, which some_sql() has read as ids in num, become what they mean. */
static bool known_refs(struct store *store, struct known *known, struct record *rec,
		       struct err *err)
{
	struct known *slot;
	struct value *v;
	size_t i;

	for (i = 0; i < rec->kind->nfields; i++) {
		v = &rec->values[i];
		if (rec->kind->fields[i].type != FIELD_REF || !v->num)
			continue;
		slot = &known[((size_t)v->num + (size_t)rec->kind->fields[i].ref->number * 7) &
			      (KNOWN - 1)];
		if (slot->kind != rec->kind->fields[i].ref || slot->ref.id != v->num) {
			slot->kind = rec->kind->fields[i].ref;
			slot->ref.id = v->num;
			if (!known_read(store, slot, err))
				return false;
		}
		v->num = 0;
		if (slot->ref.code)
			value_add_ref(v, slot->ref.id, slot->ref.code, slot->ref.title);
	}
	return true;
}

/* One reference "id US code US title". */
static void read_ref(struct value *value, char *text)
{
	char *code = strchr(text, UNIT), *title = code ? strchr(code + 1, UNIT) : NULL;

	if (title) {
		*code++ = '\0';
		*title++ = '\0';
		value_add_ref(value, atoll(text), code, title);
	}
}

static void read_refs(struct value *value, const char *text)
{
	char *copy = xstrdup(text), *part = copy, *end;

	for (; part; part = end) {
		end = strchr(part, GROUP);
		if (end)
			*end++ = '\0';
		read_ref(value, part);
	}
	free(copy);
}

static void read_value(const struct field *field, struct value *value, sqlite3_stmt *stmt, int column)
{
	const char *text;
	long days;

	if (sqlite3_column_type(stmt, column) == SQLITE_NULL)
		return;
	switch (field->type) {
	case FIELD_REF:
	case FIELD_REFS:
		if (sqlite3_column_type(stmt, column) == SQLITE_INTEGER)
			value->num = sqlite3_column_int64(stmt, column);
		else
			read_refs(value, db_text(stmt, column));
		break;
	case FIELD_DATE:
		text = db_text(stmt, column);
		if (date_parse_iso(text, &days))
			value_set_num(value, days);
		break;
	case FIELD_INT:
	case FIELD_SCALE:
	case FIELD_MONEY:
	case FIELD_BOOL:
		value_set_num(value, sqlite3_column_int64(stmt, column));
		break;
	default:
		value_set_text(value, db_text(stmt, column));
		break;
	}
}

struct record *select_record(const struct kind *kind, const bool *want, sqlite3_stmt *stmt)
{
	struct record *rec = record_new(kind);
	int column = HEAD;
	size_t i;

	rec->id = sqlite3_column_int64(stmt, 0);
	if (sqlite3_column_bytes(stmt, 1) == UID_LEN)
		memcpy(rec->uid, sqlite3_column_blob(stmt, 1), UID_LEN);
	rec->code = db_dup(stmt, 2);
	rec->ver = sqlite3_column_int64(stmt, 3);
	rec->created_at = db_dup(stmt, 4);
	rec->created_by = db_dup(stmt, 5);
	rec->changed_at = db_dup(stmt, 6);
	rec->changed_by = db_dup(stmt, 7);
	rec->archived = sqlite3_column_int(stmt, 8) != 0;
	for (i = 0; i < kind->nfields; i++)
		if (wanted(want, i))
			read_value(&kind->fields[i], &rec->values[i], stmt, column++);
	return rec;
}

bool link_parse(const char *text, const struct kind **kind, unsigned char uid[UID_LEN])
{
	const char *slash = strchr(text, '/');
	size_t i;

	*kind = NULL;
	for (i = 0; slash && kinds[i] && !*kind; i++)
		if (strlen(kinds[i]->name) == (size_t)(slash - text) &&
		    strncmp(kinds[i]->name, text, (size_t)(slash - text)) == 0)
			*kind = kinds[i];
	return *kind && uid_parse(slash + 1, uid);
}

/* What a link points to that is gone, or of a kind that this program does not
 * know, is shown as the file has it. */
static bool read_link(struct store *store, struct value *value, struct err *err)
{
	unsigned char uid[UID_LEN];
	const struct kind *kind;
	struct record *rec = NULL;
	long long id = 0;
	bool *some, ok;

	if (!link_parse(value->text, &kind, uid)) {
		value_add_ref(value, 0, value->text, NULL);
		return true;
	}
	some = xcalloc(kind->nfields, sizeof(*some));
	some[0] = true;
	ok = store_find_uid(store, kind, uid, &id, err);
	if (ok && id)
		ok = store_get_some(store, kind, id, some, &rec, err);
	if (ok)
		value_add_ref(value, id, rec ? rec->code : value->text, rec ? record_title(rec) : NULL);
	if (ok)
		value->refs[value->nrefs - 1].kind = kind;
	record_free(&rec);
	free(some);
	return ok;
}

bool select_links(struct store *store, struct record *rec, struct err *err)
{
	bool ok = true;
	size_t i;

	for (i = 0; ok && i < rec->kind->nfields; i++)
		if (rec->kind->fields[i].type == FIELD_LINK && rec->values[i].text)
			ok = read_link(store, &rec->values[i], err);
	return ok;
}

static void get_sql(const struct kind *kind, struct str *sql)
{
	select_sql(kind, NULL, false, sql);
	str_add(sql, " WHERE k.id=?1");
}

static sqlite3_stmt *prepare_some(struct store *store, const struct kind *kind, const bool *want,
				  struct err *err)
{
	struct str sql = STR_INIT;
	sqlite3_stmt *stmt;

	select_sql(kind, want, false, &sql);
	str_add(&sql, " WHERE k.id=?1");
	stmt = db_prepare(store, str_get(&sql), err);
	str_release(&sql);
	return stmt;
}

bool store_get_some(struct store *store, const struct kind *kind, long long id, const bool *want,
                    struct record **rec, struct err *err)
{
	sqlite3_stmt *stmt = want ? prepare_some(store, kind, want, err)
				  : db_prepare_for(store, kind, FOR_GET, get_sql, err);
	bool row = false, ok = stmt != NULL;

	if (ok) {
		db_bind_int(stmt, 1, id);
		ok = db_step(store, stmt, &row, err);
	}
	if (ok && row)
		*rec = select_record(kind, want, stmt);
	else if (ok)
		ok = err_set(err, ERR_MISSING, _("this %s is no longer there"), _(kind->title));
	db_done(stmt);
	if (ok && !select_links(store, *rec, err)) {
		record_free(rec);
		ok = false;
	}
	return ok;
}

bool store_get(struct store *store, const struct kind *kind, long long id, struct record **rec,
               struct err *err)
{
	return store_get_some(store, kind, id, NULL, rec, err);
}

bool store_each(struct store *store, const struct query *query, const bool *want,
                store_each_fn *each, void *ctx, struct err *err)
{
	struct where where = WHERE_INIT;
	struct str sql = STR_INIT, order = STR_INIT;
	struct known *known = xcalloc(KNOWN, sizeof(*known));
	struct record *rec;
	sqlite3_stmt *stmt;
	bool row = false, ok;
	long done = 0;

	where_build(query, &where);
	order_sql(query, &where.derived, &order);
	some_sql(query->kind, want, where.derived, true, &sql);
	str_addf(&sql, " WHERE %s%s", str_get(&where.sql), str_get(&order));
	str_insert(&sql, 0, str_get(&where.with), where.with.len);
	stmt = db_prepare(store, str_get(&sql), err);
	ok = stmt != NULL;
	if (ok)
		where_bind(&where, stmt);
	while (ok && (ok = db_step(store, stmt, &row, err)) && row) {
		rec = select_record(query->kind, want, stmt);
		if (!store->total)
			store_watch_at(store, ++done, 0);
		ok = known_refs(store, known, rec, err) &&
		     select_links(store, rec, err) && each(ctx, &rec, err);
		record_free(&rec);
	}
	db_done(stmt);
	known_release(known);
	str_release(&sql);
	str_release(&order);
	where_release(&where);
	return ok;
}

bool store_list(struct store *store, const struct query *query, long long **ids, size_t *n,
                struct err *err)
{
	struct where where = WHERE_INIT;
	struct str sql = STR_INIT, order = STR_INIT;
	sqlite3_stmt *stmt;
	size_t cap = 0;
	bool row = false, ok;

	*ids = NULL;
	*n = 0;
	where_build(query, &where);
	order_sql(query, &where.derived, &order);
	str_add(&sql, "SELECT k.id");
	select_from(query->kind, where.derived, &sql);
	str_addf(&sql, " WHERE %s%s", str_get(&where.sql), str_get(&order));
	str_insert(&sql, 0, str_get(&where.with), where.with.len);
	stmt = db_prepare(store, str_get(&sql), err);
	ok = stmt != NULL;
	if (ok)
		where_bind(&where, stmt);
	while (ok && (ok = db_step(store, stmt, &row, err)) && row) {
		*ids = xgrow(*ids, *n, &cap, sizeof(**ids));
		(*ids)[(*n)++] = sqlite3_column_int64(stmt, 0);
	}
	db_done(stmt);
	if (!ok) {
		free(*ids);
		*ids = NULL;
		*n = 0;
	}
	str_release(&sql);
	str_release(&order);
	where_release(&where);
	return ok;
}

bool store_count(struct store *store, const struct query *query, long *n, struct err *err)
{
	struct where where = WHERE_INIT;
	struct str sql = STR_INIT;
	sqlite3_stmt *stmt;
	long long number = 0;
	bool ok;

	where_build(query, &where);
	str_add(&sql, "SELECT count(*)");
	select_from(query->kind, where.derived, &sql);
	str_addf(&sql, " WHERE %s", str_get(&where.sql));
	str_insert(&sql, 0, str_get(&where.with), where.with.len);
	stmt = db_prepare(store, str_get(&sql), err);
	ok = stmt != NULL;
	if (ok) {
		where_bind(&where, stmt);
		ok = db_number(store, stmt, &number, 0, err);
	}
	*n = (long)number;
	str_release(&sql);
	where_release(&where);
	return ok;
}

bool store_empty(struct store *store, const struct kind *kind, bool *empty, struct err *err)
{
	char *sql = xasprintf("SELECT 1 FROM %s LIMIT 1", kind->name);
	sqlite3_stmt *stmt = db_prepare(store, sql, err);
	long long any = 0;
	bool ok = stmt && db_number(store, stmt, &any, 0, err);

	*empty = any == 0;
	free(sql);
	return ok;
}
