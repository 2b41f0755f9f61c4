/* Adding, changing and archiving records. */
#include "config.h"

#include "local.h"

#include <stdlib.h>
#include <string.h>

#include "isms/util/date.h"
#include "isms/util/i18n.h"
#include "isms/util/mem.h"

static void bind_value(sqlite3_stmt *stmt, int at, const struct field *field,
		       const struct value *v)
{
	char day[DATE_LEN];

	if (!v->set) {
		sqlite3_bind_null(stmt, at);
		return;
	}
	switch (field->type) {
	case FIELD_DATE:
		date_format((long)v->num, day);
		db_bind_text(stmt, at, day);
		break;
	case FIELD_REF:
		if (v->nrefs && v->refs[0].id)
			db_bind_int(stmt, at, v->refs[0].id);
		else
			sqlite3_bind_null(stmt, at);
		break;
	case FIELD_INT:
	case FIELD_SCALE:
	case FIELD_MONEY:
	case FIELD_BOOL:
		db_bind_int(stmt, at, v->num);
		break;
	case FIELD_LINK:
		db_bind_text(stmt, at, v->text);
		break;
	default:
		/* the record outlives the statement's step: no copy is needed */
		sqlite3_bind_text(stmt, at, v->text, -1, SQLITE_STATIC);
		break;
	}
}

static struct sequence *sequence_of(struct store *store, const struct kind *kind, struct err *err)
{
	struct sequence *seq = NULL;
	sqlite3_stmt *stmt;
	long long next = 1;
	size_t i;

	for (i = 0; i < store->nsequences; i++)
		if (kinds[i] == kind)
			seq = &store->sequences[i];
	if (seq && !seq->next) {
		stmt = db_prepare(store, "SELECT next FROM sequence WHERE kind=?1", err);
		if (!stmt)
			return NULL;
		db_bind_text(stmt, 1, kind->name);
		if (!db_number(store, stmt, &next, 1, err))
			return NULL;
		seq->kind = kind;
		seq->next = next;
	}
	return seq;
}

static char *code_of(const struct kind *kind, long long number)
{
	return xasprintf("%s-%04lld", kind->prefix, number);
}

static void insert_sql(const struct kind *kind, struct str *sql)
{
	size_t i;
	int n = 6;

	str_addf(sql, "INSERT INTO %s(id,uid,code,ver,created_at,created_by,changed_at,changed_by,"
		      "archived", kind->name);
	for (i = 0; i < kind->nfields; i++)
		if (field_is_column(&kind->fields[i]))
			str_addf(sql, ",%s", kind->fields[i].name);
	str_add(sql, ") VALUES(NULL,?1,?2,?6,?3,?4,?3,?4,?5");
	for (i = 0; i < kind->nfields; i++)
		if (field_is_column(&kind->fields[i]))
			str_addf(sql, ",?%d", ++n);
	str_add(sql, ")");
}

static bool insert_row(struct store *store, struct record *rec, struct err *err)
{
	sqlite3_stmt *stmt = db_prepare_for(store, rec->kind, FOR_INSERT, insert_sql, err);
	bool ok = stmt != NULL;
	size_t i;
	int n = 6;

	if (ok) {
		sqlite3_bind_blob(stmt, 1, rec->uid, UID_LEN, SQLITE_STATIC);
		db_lend_text(stmt, 2, rec->code);
		db_lend_text(stmt, 3, store->at);
		db_lend_text(stmt, 4, store->who);
		db_bind_int(stmt, 5, rec->archived);
		db_bind_int(stmt, 6, rec->ver);
		for (i = 0; i < rec->kind->nfields; i++)
			if (field_is_column(&rec->kind->fields[i]))
				bind_value(stmt, ++n, &rec->kind->fields[i], &rec->values[i]);
		ok = db_run(store, stmt, err);
	}
	if (ok)
		rec->id = sqlite3_last_insert_rowid(store->db);
	return ok;
}

static bool code_taken(struct store *store, const struct kind *kind, const char *code, bool *taken,
		       struct err *err)
{
	long long id = 0;
	bool ok = store_find_code(store, kind, code, &id, err);

	*taken = id != 0;
	return ok;
}

/* Makes rec->code the next one, and so on where it is taken: people bring codes of
 * their own that may stand in the way. */
static bool next_code(struct store *store, struct sequence *seq, struct record *rec, bool look,
		      struct err *err)
{
	bool taken = true, ok = true;

	while (ok && taken) {
		free(rec->code);
		rec->code = code_of(rec->kind, seq->next++);
		taken = false;
		if (look)
			ok = code_taken(store, rec->kind, rec->code, &taken, err);
	}
	return ok;
}

/* Inserts rec under the next code. Nearly always it is free: SQLite, which looks
 * anyway, says where it is not. */
static bool insert_next(struct store *store, struct record *rec, struct err *err)
{
	struct sequence *seq = sequence_of(store, rec->kind, err);
	long long number = seq ? seq->next : 0;
	struct err why = ERR_INIT;
	bool taken = false, ok = seq && next_code(store, seq, rec, false, err);

	if (!ok)
		return false;
	ok = insert_row(store, rec, &why);
	if (!ok && why.kind == ERR_INPUT &&
	    code_taken(store, rec->kind, rec->code, &taken, NULL) && taken) {
		err_release(&why);
		ok = next_code(store, seq, rec, true, &why) &&
		     insert_row(store, rec, &why);
	}
	if (!ok) {
		seq->next = number;
		err_move(err, &why);
	}
	err_release(&why);
	return ok;
}

static bool link_change(struct store *store, const struct kind *kind, const struct field *field,
			long long id, long long ref, bool add, struct err *err)
{
	char *sql = add ? xasprintf("INSERT INTO %s_%s(%s_id,ref_id) VALUES(?1,?2) ON CONFLICT DO "
				    "NOTHING", kind->name, field->name, kind->name)
			: xasprintf("DELETE FROM %s_%s WHERE %s_id=?1 AND ref_id=?2", kind->name,
				    field->name, kind->name);
	sqlite3_stmt *stmt = db_prepare(store, sql, err);
	bool ok = stmt != NULL;

	if (ok) {
		db_bind_int(stmt, 1, id);
		db_bind_int(stmt, 2, ref);
		ok = db_run(store, stmt, err);
	}
	free(sql);
	return ok;
}

static bool add_links(struct store *store, const struct record *rec, struct err *err)
{
	const struct field *f;
	bool ok = true;
	size_t i, r;

	for (i = 0; ok && i < rec->kind->nfields; i++) {
		f = &rec->kind->fields[i];
		if (f->type != FIELD_REFS || (f->flags & F_DERIVED))
			continue;
		for (r = 0; ok && r < rec->values[i].nrefs; r++)
			if (rec->values[i].refs[r].id)
				ok = link_change(store, rec->kind, f, rec->id,
						 rec->values[i].refs[r].id, true, err);
	}
	return ok;
}

static void replace(char **text, const char *with)
{
	free(*text);
	*text = xstrdup(with);
}

/* A LINK is kept by what identifies its record in every copy of the file. */
static bool write_links(struct store *store, struct record *rec, struct err *err)
{
	char hex[2 * UID_LEN + 1];
	struct record *to = NULL;
	struct value *v;
	bool *none, ok = true;
	size_t i;

	for (i = 0; ok && i < rec->kind->nfields; i++) {
		v = &rec->values[i];
		if (rec->kind->fields[i].type != FIELD_LINK || !v->set || !v->nrefs ||
		    !v->refs[0].kind || !v->refs[0].id)
			continue;
		none = xcalloc(v->refs[0].kind->nfields, sizeof(*none));
		ok = store_get_some(store, v->refs[0].kind, v->refs[0].id, none, &to, err);
		free(none);
		if (ok) {
			uid_hex(to->uid, hex);
			free(v->text);
			v->text = xasprintf("%s/%s", v->refs[0].kind->name, hex);
		}
		record_free(&to);
	}
	return ok;
}

/* The triggers that this record needs: in a bulk the program writes the line. */
static bool watch(struct store *store, const struct record *rec, struct err *err)
{
	return tx_check(store, err) && schema_watch(store, rec->kind, err) &&
	       schema_watch_adds(store, rec->kind, !store->bulk, err);
}

bool store_add(struct store *store, struct record *rec, struct err *err)
{
	static const unsigned char none[UID_LEN];
	bool given = rec->code != NULL, ok = watch(store, rec, err);

	if (ok && memcmp(rec->uid, none, UID_LEN) == 0)
		uid_new(store, rec->uid);
	/* a record that comes from another copy of the file keeps its count */
	if (rec->ver < 1)
		rec->ver = 1;
	rec->id = 0;
	ok = ok && write_links(store, rec, err) &&
	     (given ? insert_row(store, rec, err) : insert_next(store, rec, err)) &&
	     (!store->bulk || line_add(store, rec, err)) &&
	     search_in(store, rec->kind, rec->id, err) && add_links(store, rec, err);
	if (ok) {
		replace(&rec->created_at, store->at);
		replace(&rec->changed_at, store->at);
		replace(&rec->created_by, store->who);
		replace(&rec->changed_by, store->who);
	} else if (!given) {
		free(rec->code);
		rec->code = NULL;
	}
	return ok;
}

static bool has_ref(const struct value *v, long long id)
{
	size_t i;

	for (i = 0; i < v->nrefs; i++)
		if (v->refs[i].id == id)
			return true;
	return false;
}

/* Makes the links of a field those of value; old is what the file has. */
static bool set_links(struct store *store, const struct record *rec, const struct field *field,
		      const struct value *value, const struct value *old, struct err *err)
{
	bool ok = true;
	size_t i;

	for (i = 0; ok && i < old->nrefs; i++)
		if (!has_ref(value, old->refs[i].id))
			ok = link_change(store, rec->kind, field, rec->id, old->refs[i].id, false, err);
	for (i = 0; ok && i < value->nrefs; i++)
		if (value->refs[i].id && !has_ref(old, value->refs[i].id))
			ok = link_change(store, rec->kind, field, rec->id, value->refs[i].id, true, err);
	return ok;
}

static bool differs(const struct field *field, const struct value *a, const struct value *b)
{
	size_t i;

	if (field->type != FIELD_REFS)
		return !value_equal(field, a, b);
	if (a->nrefs != b->nrefs)
		return true;
	for (i = 0; i < a->nrefs; i++)
		if (!has_ref(b, a->refs[i].id))
			return true;
	return false;
}

static bool stale(struct store *store, const struct record *rec, const struct record *now,
		  struct err *err)
{
	(void)store;
	return err_set(err, ERR_STALE, _("%s was changed by %s meanwhile (%s)"), now->code,
		       now->changed_by ? now->changed_by : "?",
		       now->changed_at ? now->changed_at : rec->code);
}

/* UPDATE of the columns that differ, guarded by ver. */
static bool update_row(struct store *store, const struct record *rec, const struct record *now,
		       bool code, struct err *err)
{
	const struct kind *kind = rec->kind;
	struct str sql = STR_INIT;
	sqlite3_stmt *stmt;
	bool ok;
	size_t i;
	int n = 5;

	str_addf(&sql, "UPDATE %s SET ver=ver+1,changed_at=?3,changed_by=?4%s", kind->name,
		 code ? ",code=?5" : "");
	for (i = 0; i < kind->nfields; i++)
		if (field_is_column(&kind->fields[i]) &&
		    differs(&kind->fields[i], &rec->values[i], &now->values[i]))
			str_addf(&sql, ",%s=?%d", kind->fields[i].name, ++n);
	str_add(&sql, " WHERE id=?1 AND ver=?2");
	stmt = db_prepare(store, str_get(&sql), err);
	ok = stmt != NULL;
	if (ok) {
		db_bind_int(stmt, 1, rec->id);
		db_bind_int(stmt, 2, rec->ver);
		db_bind_text(stmt, 3, store->at);
		db_bind_text(stmt, 4, store->who);
		if (code)
			db_bind_text(stmt, 5, rec->code);
		n = 5;
		for (i = 0; i < kind->nfields; i++)
			if (field_is_column(&kind->fields[i]) &&
			    differs(&kind->fields[i], &rec->values[i], &now->values[i]))
				bind_value(stmt, ++n, &kind->fields[i], &rec->values[i]);
		ok = db_run(store, stmt, err);
	}
	if (ok && sqlite3_changes(store->db) != 1)
		ok = stale(store, rec, now, err);
	str_release(&sql);
	return ok;
}

/* What was frozen must not be changed by anybody, import or form. */
static bool kept(const struct record *rec, const struct record *now, struct err *err)
{
	const struct field *f;
	size_t i;

	for (i = 0; i < rec->kind->nfields; i++) {
		f = &rec->kind->fields[i];
		if (record_frozen(now, f) &&
		    differs(f, &rec->values[i], &now->values[i]))
			return err_field(err, f, _("%s of %s was frozen and stays as it is"), _(f->label),
					 now->code);
	}
	return true;
}

bool store_update(struct store *store, struct record *rec, bool *changed, struct err *err)
{
	const struct kind *kind = rec->kind;
	struct record *now = NULL;
	bool code, any, ok;
	size_t i;

	ok = tx_check(store, err) && schema_watch(store, kind, err) &&
	     write_links(store, rec, err) && store_get(store, kind, rec->id, &now, err);
	if (ok && now->ver != rec->ver)
		ok = stale(store, rec, now, err);
	ok = ok && kept(rec, now, err);
	code = any = ok && rec->code && !str_equal(rec->code, now->code);
	for (i = 0; ok && i < kind->nfields; i++)
		any = any || (!(kind->fields[i].flags & F_DERIVED) &&
			      differs(&kind->fields[i], &rec->values[i], &now->values[i]));
	if (ok && any) {
		ok = search_out(store, kind, rec->id, err) &&
		     update_row(store, rec, now, code, err) && search_in(store, kind, rec->id, err);
		for (i = 0; ok && i < kind->nfields; i++)
			if (kind->fields[i].type == FIELD_REFS && !(kind->fields[i].flags & F_DERIVED))
				ok = set_links(store, rec, &kind->fields[i], &rec->values[i],
					       &now->values[i], err);
		if (ok) {
			rec->ver++;
			replace(&rec->changed_at, store->at);
			replace(&rec->changed_by, store->who);
		}
	}
	if (ok && changed)
		*changed = any;
	record_free(&now);
	return ok;
}

bool store_archive(struct store *store, const struct kind *kind, long long id, bool archived,
                   struct err *err)
{
	char *sql = xasprintf("UPDATE %s SET archived=?2,ver=ver+1,changed_at=?3,changed_by=?4 WHERE "
			      "id=?1 AND archived<>?2", kind->name);
	sqlite3_stmt *stmt = NULL;
	bool ok = tx_check(store, err) && schema_watch(store, kind, err);

	if (ok && (kind->flags & KIND_SINGLE))
		ok = err_set(err, ERR_INPUT, _("there is always one %s; it cannot be archived"),
			     _(kind->title));
	stmt = ok ? db_prepare(store, sql, err) : NULL;
	ok = ok && stmt;
	if (ok) {
		db_bind_int(stmt, 1, id);
		db_bind_int(stmt, 2, archived);
		db_bind_text(stmt, 3, store->at);
		db_bind_text(stmt, 4, store->who);
		ok = db_run(store, stmt, err);
	}
	free(sql);
	return ok;
}
