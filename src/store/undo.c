/*
 * Taking back and bringing back: a transaction is read backwards, each line is
 * turned round, and that is a transaction of its own. A line is only turned
 * where what it left is still there; else somebody would lose a later change.
 */
#include "config.h"

#include "local.h"

#include <stdlib.h>
#include <string.h>

#include "isms/util/i18n.h"
#include "isms/util/mem.h"

struct line {
	const struct kind *kind;
	unsigned char uid[UID_LEN];
	char *op, *field;
	sqlite3_value *old, *new;
};

static void line_release(struct line *line)
{
	free(line->op);
	free(line->field);
	sqlite3_value_free(line->old);
	sqlite3_value_free(line->new);
	memset(line, 0, sizeof(*line));
}

static bool kind_exact(const char *name, const struct kind **kind)
{
	size_t i;

	*kind = NULL;
	for (i = 0; name && kinds[i]; i++)
		if (strcmp(kinds[i]->name, name) == 0)
			*kind = kinds[i];
	return *kind != NULL;
}

static bool line_read(sqlite3_stmt *stmt, struct line *line, struct err *err)
{
	if (!kind_exact(db_text(stmt, 0), &line->kind))
		return err_set(err, ERR_FAILED, _("this program does not know the register '%s'"),
			       db_text(stmt, 0));
	if (sqlite3_column_bytes(stmt, 1) == UID_LEN)
		memcpy(line->uid, sqlite3_column_blob(stmt, 1), UID_LEN);
	line->op = db_dup(stmt, 2);
	line->field = db_dup(stmt, 3);
	line->old = sqlite3_value_dup(sqlite3_column_value(stmt, 4));
	line->new = sqlite3_value_dup(sqlite3_column_value(stmt, 5));
	return true;
}

/* Who changed a record last, for the reason of a refusal. */
static bool refuse(struct store *store, const struct line *line, const char *what, struct err *err)
{
	char *sql = xasprintf("SELECT code,changed_by,changed_at FROM %s WHERE uid=?1",
			      line->kind->name);
	sqlite3_stmt *stmt = db_prepare(store, sql, err);
	bool row = false;

	if (stmt) {
		db_bind_blob(stmt, 1, line->uid, UID_LEN);
		if (db_step(store, stmt, &row, err) && row)
			err_set(err, ERR_STALE, _("%s: %s was changed since (by %s, %s); change it by hand"),
				db_text(stmt, 0), what, db_text(stmt, 1), db_text(stmt, 2));
		else
			err_set(err, ERR_STALE, _("a %s is no longer there"), _(line->kind->title));
		db_done(stmt);
	}
	free(sql);
	return false;
}

/* The id of the row with the uid that a text holds; 0 where it is gone. */
static bool ref_id(struct store *store, const struct kind *ref, sqlite3_value *hex, long long *id,
		   struct err *err)
{
	unsigned char uid[UID_LEN];
	const char *text = (const char *)sqlite3_value_text(hex);

	*id = 0;
	return !text || !uid_parse(text, uid) || store_find_uid(store, ref, uid, id, err);
}

static bool bind_stored(struct store *store, sqlite3_stmt *stmt, int at, const struct field *field,
			sqlite3_value *value, struct err *err)
{
	long long id = 0;
	bool ok = true;

	if (field && field->type == FIELD_REF && sqlite3_value_type(value) != SQLITE_NULL) {
		ok = ref_id(store, field->ref, value, &id, err);
		if (ok && !id)
			ok = err_set(err, ERR_STALE, _("the %s it referred to is no longer there"),
				     _(field->ref->title));
		else if (ok)
			db_bind_int(stmt, at, id);
	} else {
		sqlite3_bind_value(stmt, at, value);
	}
	return ok;
}

/* The field goes back from `from` to `to`, provided that it still is `from`. */
static bool turn_set(struct store *store, const struct line *line, struct err *err)
{
	const struct field *field = kind_field(line->kind, line->field);
	const char *label = field ? _(field->label) : line->field;
	char *sql = xasprintf("UPDATE %s SET %s=?1,ver=ver+1,changed_at=?4,changed_by=?5 WHERE uid=?2 "
			      "AND %s IS ?3", line->kind->name, line->field, line->field);
	sqlite3_stmt *stmt = NULL;
	bool ok = field || strcmp(line->field, "code") == 0 || strcmp(line->field, "archived") == 0;

	if (!ok)
		err_set(err, ERR_FAILED, _("this program does not know the field '%s'"), line->field);
	stmt = ok ? db_prepare(store, sql, err) : NULL;
	ok = ok && stmt && bind_stored(store, stmt, 1, field, line->old, err) &&
	     bind_stored(store, stmt, 3, field, line->new, err);
	if (ok) {
		db_bind_blob(stmt, 2, line->uid, UID_LEN);
		db_bind_text(stmt, 4, store->at);
		db_bind_text(stmt, 5, store->who);
		ok = db_run(store, stmt, err);
	}
	if (ok && sqlite3_changes(store->db) != 1)
		ok = refuse(store, line, label, err);
	free(sql);
	return ok;
}

static void delete_same(const struct kind *kind, struct str *sql)
{
	str_addf(sql, "DELETE FROM %s AS k WHERE uid=?1 AND ", kind->name);
	schema_json(kind, SCHEMA_VERSION, "k", sql);
	str_add(sql, "=?2");
}

/* A record that was added goes away, provided that nothing was changed in it. */
static bool turn_add(struct store *store, const struct line *line, struct err *err)
{
	sqlite3_stmt *stmt = db_prepare_for(store, line->kind, FOR_TAKE_BACK, delete_same, err);
	bool ok = stmt != NULL;

	if (ok) {
		db_bind_blob(stmt, 1, line->uid, UID_LEN);
		sqlite3_bind_value(stmt, 2, line->new);
		ok = db_run(store, stmt, err);
	}
	if (ok && sqlite3_changes(store->db) != 1)
		ok = refuse(store, line, _("it"), err);
	return ok;
}

/* The columns of a kind and where each comes from in the JSON of the history. */
static void insert_from_json(const struct kind *kind, struct str *sql)
{
	const struct field *f;
	size_t i;

	str_addf(sql, "INSERT INTO %s(uid,ver,created_at,created_by,changed_at,changed_by,code,archived",
		 kind->name);
	for (i = 0; i < kind->nfields; i++)
		if (field_is_column(&kind->fields[i]))
			str_addf(sql, ",%s", kind->fields[i].name);
	str_add(sql, ") SELECT ?1,1+(SELECT count(*) FROM history WHERE uid=?1),t.at,t.who,?3,?4,"
		     "json_extract(?2,'$.code'),ifnull(json_extract(?2,'$.archived'),0)");
	for (i = 0; i < kind->nfields; i++) {
		f = &kind->fields[i];
		if (!field_is_column(f))
			continue;
		if (f->type == FIELD_REF)
			str_addf(sql, ",(SELECT id FROM %s WHERE uid=unhex_uid(json_extract(?2,'$.%s')))",
				 f->ref->name, f->name);
		else
			str_addf(sql, ",json_extract(?2,'$.%s')", f->name);
	}
	str_add(sql, " FROM tx t WHERE t.id=(SELECT min(tx) FROM history WHERE uid=?1)");
}

static bool turn_delete(struct store *store, const struct line *line, struct err *err)
{
	sqlite3_stmt *stmt = db_prepare_for(store, line->kind, FOR_BRING_BACK, insert_from_json, err);
	bool ok = stmt != NULL;

	if (ok) {
		db_bind_blob(stmt, 1, line->uid, UID_LEN);
		sqlite3_bind_value(stmt, 2, line->old);
		db_bind_text(stmt, 3, store->at);
		db_bind_text(stmt, 4, store->who);
		ok = db_run(store, stmt, err);
	}
	return ok;
}

static bool turn_link(struct store *store, const struct line *line, struct err *err)
{
	const struct field *field = kind_field(line->kind, line->field);
	bool linked = strcmp(line->op, "link") == 0, ok;
	long long id = 0, ref = 0;
	sqlite3_stmt *stmt;
	char *sql;

	if (!field || !field->ref)
		return err_set(err, ERR_FAILED, _("this program does not know the field '%s'"),
			       line->field);
	ok = store_find_uid(store, line->kind, line->uid, &id, err) &&
	     ref_id(store, field->ref, linked ? line->new : line->old, &ref, err);
	if (ok && (!id || !ref))
		return refuse(store, line, _(field->label), err);
	sql = linked ? xasprintf("DELETE FROM %s_%s WHERE %s_id=?1 AND ref_id=?2", line->kind->name,
				 field->name, line->kind->name)
		     : xasprintf("INSERT OR IGNORE INTO %s_%s(%s_id,ref_id) VALUES(?1,?2)",
				 line->kind->name, field->name, line->kind->name);
	stmt = ok ? db_prepare(store, sql, err) : NULL;
	ok = ok && stmt;
	if (ok) {
		db_bind_int(stmt, 1, id);
		db_bind_int(stmt, 2, ref);
		ok = db_run(store, stmt, err);
	}
	if (ok && sqlite3_changes(store->db) != 1)
		ok = refuse(store, line, _(field->label), err);
	free(sql);
	sql = ok ? xasprintf("UPDATE %s SET ver=ver+1,changed_at=?2,changed_by=?3 WHERE id=?1",
			     line->kind->name)
		 : NULL;
	stmt = ok ? db_prepare(store, sql, err) : NULL;
	ok = ok && stmt;
	if (ok) {
		db_bind_int(stmt, 1, id);
		db_bind_text(stmt, 2, store->at);
		db_bind_text(stmt, 3, store->who);
		ok = db_run(store, stmt, err);
	}
	free(sql);
	return ok;
}

static bool turn_line(struct store *store, const struct line *line, struct err *err)
{
	if (strcmp(line->op, "set") == 0)
		return turn_set(store, line, err);
	if (strcmp(line->op, "add") == 0)
		return turn_add(store, line, err);
	if (strcmp(line->op, "delete") == 0)
		return turn_delete(store, line, err);
	return turn_link(store, line, err);
}

/* Turns a line and keeps the search index beside it. */
static bool turn(struct store *store, const struct line *line, struct err *err)
{
	bool link = strcmp(line->op, "link") == 0 || strcmp(line->op, "unlink") == 0;
	long long id = 0;
	bool ok = schema_watch(store, line->kind, err) &&
		  schema_watch_adds(store, line->kind, true, err) &&
		  (link || store_find_uid(store, line->kind, line->uid, &id, err));

	if (ok && id)
		ok = search_out(store, line->kind, id, err);
	ok = ok && turn_line(store, line, err);
	if (ok && !link)
		ok = store_find_uid(store, line->kind, line->uid, &id, err);
	if (ok && id)
		ok = search_in(store, line->kind, id, err);
	return ok;
}

/*
 * Turns all lines of tx, the last first. The lines are read by their number,
 * one after the other, since turning them writes into the same table.
 */
static bool turn_all(struct store *store, long long tx, struct err *err)
{
	sqlite3_stmt *stmt = db_prepare(store,
		"SELECT max(id) FROM history WHERE tx=?1 AND id<ifnull((SELECT first FROM tx WHERE "
		"id>?1 ORDER BY id LIMIT 1),9223372036854775807)", err);
	long long last = 0, first = 0, total;
	bool row = false, ok = stmt != NULL;
	struct line line = {0};

	if (ok) {
		db_bind_int(stmt, 1, tx);
		ok = db_number(store, stmt, &last, 0, err);
	}
	stmt = ok ? db_prepare(store, "SELECT first FROM tx WHERE id=?1", err) : NULL;
	ok = ok && stmt;
	if (ok) {
		db_bind_int(stmt, 1, tx);
		ok = db_number(store, stmt, &first, 0, err);
	}
	for (total = last - first + 1; ok && last >= first && first > 0; last--) {
		store_watch_at(store, (long)(total - (last - first + 1)), (long)total);
		stmt = db_prepare(store, "SELECT kind,uid,op,field,old,new FROM history WHERE id=?1",
				  err);
		ok = stmt != NULL;
		if (ok) {
			db_bind_int(stmt, 1, last);
			ok = db_step(store, stmt, &row, err) && row && line_read(stmt, &line, err);
			db_done(stmt);
		}
		ok = ok && turn(store, &line, err);
		line_release(&line);
	}
	return ok;
}

/* References that hang in the air once all lines are turned: somebody has come
 * to refer to what would go away. */
static bool no_dangling(struct store *store, struct err *err)
{
	int now = 0, high = 0;

	sqlite3_db_status(store->db, SQLITE_DBSTATUS_DEFERRED_FKS, &now, &high, 0);
	if (now)
		return err_set(err, ERR_STALE, _("other records have come to refer to what it added; "
						 "take those back first"));
	return true;
}

static bool find_one(struct store *store, const char *sql, long long tx, struct tx *found,
		     const char *missing, struct err *err)
{
	sqlite3_stmt *stmt = db_prepare(store, sql, err);
	bool row = false, ok = stmt != NULL;

	if (ok) {
		db_bind_text(stmt, 1, store->who);
		if (tx)
			db_bind_int(stmt, 2, tx);
		ok = db_step(store, stmt, &row, err);
	}
	if (ok && row) {
		found->id = sqlite3_column_int64(stmt, 0);
		found->at = db_dup(stmt, 1);
		found->who = db_dup(stmt, 2);
		found->host = db_dup(stmt, 3);
		found->why = db_dup(stmt, 4);
		found->changes = (long)sqlite3_column_int64(stmt, 5);
	} else if (ok) {
		ok = err_set(err, ERR_MISSING, "%s", missing);
	}
	db_done(stmt);
	return ok;
}

#define FOUND                                                                                    \
	"t.id,t.at,t.who,t.host,t.why,ifnull((SELECT n.first FROM tx n WHERE n.id>t.id ORDER BY n.id "\
	"LIMIT 1),(SELECT ifnull(max(id),0)+1 FROM history))-t.first"

/* Last word on t: 1 undone, 2 redone, 0 neither. */
#define LAST_WORD "ifnull((SELECT u.mode FROM tx u WHERE u.undoes=t.id ORDER BY u.id DESC LIMIT 1),0)"

static bool apply(struct store *store, enum tx_mode mode, struct tx *target, long long source,
		  struct err *err)
{
	char *why = xasprintf(mode == TX_UNDO ? _("undo %lld: %s") : _("redo %lld: %s"), target->id,
			      target->why);
	long long done = 0;
	bool ok = tx_begin(store, mode, target->id, why, err);

	if (ok) {
		ok = db_exec(store, err, "PRAGMA defer_foreign_keys=ON") &&
		     turn_all(store, source, err) && no_dangling(store, err);
		if (ok)
			ok = store_commit(store, &done, err);
		else
			store_rollback(store);
	}
	free(why);
	return ok;
}

static bool finish(bool ok, struct tx *target, struct tx *done)
{
	if (ok && done)
		*done = *target;
	else
		tx_release(target);
	return ok;
}

/* What stands of the target: its newest redo, or itself. */
static bool undo_source(struct store *store, const struct tx *target, long long *source,
			struct err *err)
{
	sqlite3_stmt *stmt = db_prepare(store, "SELECT max(id) FROM tx WHERE undoes=?1 AND mode=2", err);
	bool ok = stmt != NULL;

	if (ok) {
		db_bind_int(stmt, 1, target->id);
		ok = db_number(store, stmt, source, target->id, err);
	}
	return ok;
}

bool store_undo(struct store *store, long long tx, struct tx *done, struct err *err)
{
	struct tx target = {0};
	long long source = 0;
	bool ok = tx ? find_one(store, "SELECT " FOUND " FROM tx t WHERE ?1=?1 AND "
				       "t.id=?2 AND t.mode=0 AND " LAST_WORD "<>1", tx, &target,
				_("there is no such change that could be undone (see: isms log)"), err)
		     : find_one(store, "SELECT " FOUND " FROM tx t WHERE t.who=?1 AND "
				       "t.mode=0 AND " LAST_WORD "<>1 ORDER BY t.id DESC LIMIT 1", 0,
				&target, _("there is nothing to undo"), err);

	ok = ok && undo_source(store, &target, &source, err) &&
	     apply(store, TX_UNDO, &target, source, err);
	return finish(ok, &target, done);
}

/* A redo turns the newest undo of the target round. */
static bool newest_undo(struct store *store, long long target, long long *undo, struct err *err)
{
	sqlite3_stmt *stmt = db_prepare(store, "SELECT max(id) FROM tx WHERE undoes=?1 AND mode=1", err);
	bool ok = stmt != NULL;

	if (ok) {
		db_bind_int(stmt, 1, target);
		ok = db_number(store, stmt, undo, 0, err);
	}
	return ok;
}

bool store_redo(struct store *store, long long tx, struct tx *done, struct err *err)
{
	struct tx target = {0};
	long long undo = 0;
	bool ok;

	/* of what is undone, that which was undone last; nothing newer of this
	 * user's may stand, else the order of the changes would be another */
	ok = tx ? find_one(store, "SELECT " FOUND " FROM tx t WHERE ?1=?1 AND "
				  "t.id=?2 AND " LAST_WORD "=1", tx, &target,
			   _("this change has not been undone (see: isms log)"), err)
		: find_one(store, "SELECT " FOUND " FROM tx t JOIN tx u ON u.undoes=t.id "
				  "AND u.mode=1 WHERE u.who=?1 AND " LAST_WORD "=1 AND NOT EXISTS(SELECT 1 "
				  "FROM tx n WHERE n.who=?1 AND n.mode=0 AND n.id>u.id) ORDER BY u.id DESC "
				  "LIMIT 1", 0, &target, _("there is nothing to redo"), err);
	ok = ok && newest_undo(store, target.id, &undo, err) &&
	     apply(store, TX_REDO, &target, undo, err);
	return finish(ok, &target, done);
}
