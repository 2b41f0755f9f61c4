/*
 * The file as it was: the history played forward into a private database of
 * the same schema, which then is a store like any other, so that lists, filters,
 * matrix, checks and export need to know nothing of the past. Every line has to
 * find what it changes; one that does not, or a reference that hangs in the air at
 * the end, means that the history is not whole, and that is said.
 */
#include "config.h"

#include "local.h"

#include <stdlib.h>
#include <string.h>

#include "isms/util/i18n.h"
#include "isms/util/mem.h"

#define GONE_FIRST (1LL << 40) /* ids of records that are not there any more */

struct play {
	struct store *from, *to;
	long long line, tx; /* of the line that is played */
	const struct kind *kind;
	unsigned char uid[UID_LEN];
	const char *op, *field;		/* borrowed from the line */
	unsigned char touched[UID_LEN]; /* the record whose version was counted last … */
	long long touched_in;		/* … and in which transaction */
};

static const struct kind *kind_exact(const char *name)
{
	const struct kind *kind = NULL;
	size_t i;

	for (i = 0; name && kinds[i] && !kind; i++)
		if (strcmp(kinds[i]->name, name) == 0)
			kind = kinds[i];
	return kind;
}

static bool broken(const struct play *play, struct err *err)
{
	return err_set(
		err, ERR_FILE,
		_("the history is not whole at line %lld (transaction %lld); isms doctor tells more"),
		play->line, play->tx);
}

/* ---- Ids: those of the file, so that both can be looked at in turn ---- */

static bool give_id(struct store *to, const void *uid, long long id, struct err *err)
{
	sqlite3_stmt *stmt = db_prepare(to, "INSERT OR IGNORE INTO ids(uid,id) VALUES(?1,?2)", err);
	bool ok = stmt != NULL;

	if (ok) {
		db_bind_blob(stmt, 1, uid, UID_LEN);
		db_bind_int(stmt, 2, id);
		ok = db_run(to, stmt, err);
	}
	return ok;
}

static bool give_ids(struct store *from, struct store *to, long long tx, struct err *err)
{
	sqlite3_stmt *stmt =
		db_prepare(from, "SELECT kind,uid FROM history WHERE op='add' AND tx<=?1", err);
	long long id = 0, gone = GONE_FIRST;
	bool row = false, ok = stmt != NULL;
	const struct kind *kind;

	if (ok)
		db_bind_int(stmt, 1, tx);
	while (ok && (ok = db_step(from, stmt, &row, err)) && row) {
		kind = kind_exact(db_text(stmt, 0));
		if (!kind || sqlite3_column_bytes(stmt, 1) != UID_LEN)
			continue;
		ok = store_find_uid(from, kind, sqlite3_column_blob(stmt, 1), &id, err) &&
		     give_id(to, sqlite3_column_blob(stmt, 1), id ? id : gone++, err);
	}
	db_done(stmt);
	return ok;
}

/* ---- One line ---- */

/* What old records have in a field that came later (see schema_column). */
static void default_of(const struct field *f, struct str *sql)
{
	if (f->since < 2 || !(f->flags & F_REQUIRED) || !f->initial)
		return;
	if (f->type == FIELD_BOOL)
		str_addf(sql, ",%d", strcmp(f->initial, "yes") == 0);
	else if (f->type == FIELD_INT || f->type == FIELD_SCALE)
		str_addf(sql, ",%s", f->initial);
	else
		str_addf(sql, ",'%s'", f->initial);
}

static void add_sql(const struct kind *kind, struct str *sql)
{
	const struct field *f;
	struct str initial = STR_INIT;
	size_t i;

	str_addf(
		sql,
		"INSERT INTO %s(id,uid,ver,created_at,created_by,changed_at,changed_by,code,archived",
		kind->name);
	for (i = 0; i < kind->nfields; i++)
		if (field_is_column(&kind->fields[i]))
			str_addf(sql, ",%s", kind->fields[i].name);
	str_add(sql, ") SELECT (SELECT id FROM ids WHERE uid=?1),?1,1,?3,?4,?3,?4,"
		     "json_extract(?2,'$.code'),ifnull(json_extract(?2,'$.archived'),0)");
	for (i = 0; i < kind->nfields; i++) {
		f = &kind->fields[i];
		if (!field_is_column(f))
			continue;
		str_clear(&initial);
		default_of(f, &initial);
		if (f->type == FIELD_REF)
			str_addf(
				sql,
				",(SELECT id FROM ids WHERE uid=unhex_uid(json_extract(?2,'$.%s')))",
				f->name);
		else
			str_addf(sql,
				 initial.len ? ",ifnull(json_extract(?2,'$.%s')%s)"
					     : ",json_extract(?2,'$.%s')%s",
				 f->name, str_get(&initial));
	}
	str_release(&initial);
}

static void touch_sql(const struct kind *kind, struct str *sql)
{
	str_addf(sql, "UPDATE %s SET ver=ver+1,changed_at=?2,changed_by=?3 WHERE uid=?1",
		 kind->name);
}

/* Runs a statement that has to change just one row. */
static bool run_one(struct play *play, sqlite3_stmt *stmt, struct err *err)
{
	struct err why = ERR_INIT;
	bool ok = db_run(play->to, stmt, &why);

	if (!ok && why.kind != ERR_INPUT)
		err_move(err, &why);
	else if (!ok || sqlite3_changes(play->to->db) != 1)
		ok = broken(play, err);
	err_release(&why);
	return ok;
}

/* stmt of the file: at and who of the transaction are its last two columns. */
static bool touch(struct play *play, sqlite3_stmt *line, struct err *err)
{
	sqlite3_stmt *stmt;

	if (play->touched_in == play->tx && memcmp(play->touched, play->uid, UID_LEN) == 0)
		return true;
	play->touched_in = play->tx;
	memcpy(play->touched, play->uid, UID_LEN);
	stmt = db_prepare_for(play->to, play->kind, FOR_TOUCH, touch_sql, err);
	if (!stmt)
		return false;
	db_bind_blob(stmt, 1, play->uid, UID_LEN);
	sqlite3_bind_value(stmt, 2, sqlite3_column_value(line, 8));
	sqlite3_bind_value(stmt, 3, sqlite3_column_value(line, 9));
	return run_one(play, stmt, err);
}

static bool play_add(struct play *play, sqlite3_stmt *line, struct err *err)
{
	sqlite3_stmt *stmt = db_prepare_for(play->to, play->kind, FOR_BRING_BACK, add_sql, err);

	if (!stmt)
		return false;
	db_bind_blob(stmt, 1, play->uid, UID_LEN);
	sqlite3_bind_value(stmt, 2, sqlite3_column_value(line, 7));
	sqlite3_bind_value(stmt, 3, sqlite3_column_value(line, 8));
	sqlite3_bind_value(stmt, 4, sqlite3_column_value(line, 9));
	play->touched_in = play->tx;
	memcpy(play->touched, play->uid, UID_LEN);
	return run_one(play, stmt, err);
}

static bool play_delete(struct play *play, struct err *err)
{
	char *sql = xasprintf("DELETE FROM %s WHERE uid=?1", play->kind->name);
	sqlite3_stmt *stmt = db_prepare(play->to, sql, err);

	free(sql);
	if (!stmt)
		return false;
	db_bind_blob(stmt, 1, play->uid, UID_LEN);
	return run_one(play, stmt, err);
}

static bool play_set(struct play *play, sqlite3_stmt *line, struct err *err)
{
	const struct field *f = kind_field(play->kind, play->field);
	bool ref = f && f->type == FIELD_REF;
	sqlite3_stmt *stmt;
	char *sql;

	if (f ? !field_is_column(f)
	      : strcmp(play->field, "code") && strcmp(play->field, "archived"))
		return broken(play, err);
	sql = xasprintf(
		ref ? "UPDATE %s SET %s=(SELECT id FROM ids WHERE uid=unhex_uid(?2)) WHERE uid=?1"
		    : "UPDATE %s SET %s=?2 WHERE uid=?1",
		play->kind->name, play->field);
	stmt = db_prepare(play->to, sql, err);
	free(sql);
	if (!stmt)
		return false;
	db_bind_blob(stmt, 1, play->uid, UID_LEN);
	sqlite3_bind_value(stmt, 2, sqlite3_column_value(line, 7));
	return run_one(play, stmt, err) && touch(play, line, err);
}

static bool play_link(struct play *play, sqlite3_stmt *line, bool linked, struct err *err)
{
	const struct field *f = kind_field(play->kind, play->field);
	const char *kind = play->kind->name;
	sqlite3_stmt *stmt;
	char *sql;

	if (!f || f->type != FIELD_REFS || (f->flags & F_DERIVED))
		return broken(play, err);
	sql = linked ? xasprintf(
			       "INSERT INTO %s_%s(%s_id,ref_id) VALUES((SELECT id FROM ids WHERE uid=?1),"
			       "(SELECT id FROM ids WHERE uid=unhex_uid(?2)))",
			       kind, f->name, kind)
		     : xasprintf(
			       "DELETE FROM %s_%s WHERE %s_id=(SELECT id FROM ids WHERE uid=?1) AND "
			       "ref_id=(SELECT id FROM ids WHERE uid=unhex_uid(?2))",
			       kind, f->name, kind);
	stmt = db_prepare(play->to, sql, err);
	free(sql);
	if (!stmt)
		return false;
	db_bind_blob(stmt, 1, play->uid, UID_LEN);
	sqlite3_bind_value(stmt, 2, sqlite3_column_value(line, linked ? 7 : 6));
	return run_one(play, stmt, err) && touch(play, line, err);
}

/* The line itself is history there too. */
static bool keep_line(struct play *play, sqlite3_stmt *line, struct err *err)
{
	sqlite3_stmt *stmt = db_prepare(play->to,
					"INSERT INTO history(id,tx,kind,uid,op,field,old,new) "
					"VALUES(?1,?2,?3,?4,?5,?6,?7,?8)",
					err);
	bool ok = stmt != NULL;
	int i;

	for (i = 0; ok && i < 8; i++)
		sqlite3_bind_value(stmt, i + 1, sqlite3_column_value(line, i));
	return ok && db_run(play->to, stmt, err);
}

/* line: id, tx, kind, uid, op, field, old, new, at, who. */
static bool play_line(struct play *play, sqlite3_stmt *line, struct err *err)
{
	bool ok;

	play->line = sqlite3_column_int64(line, 0);
	play->tx = sqlite3_column_int64(line, 1);
	play->kind = kind_exact(db_text(line, 2));
	play->op = db_text(line, 4);
	play->field = db_text(line, 5) ? db_text(line, 5) : "";
	if (!play->kind)
		return err_set(err, ERR_FAILED, _("this program does not know the register '%s'"),
			       db_text(line, 2));
	if (sqlite3_column_bytes(line, 3) != UID_LEN)
		return broken(play, err);
	memcpy(play->uid, sqlite3_column_blob(line, 3), UID_LEN);
	if (strcmp(play->op, "add") == 0)
		ok = play_add(play, line, err);
	else if (strcmp(play->op, "delete") == 0)
		ok = play_delete(play, err);
	else if (strcmp(play->op, "set") == 0)
		ok = play_set(play, line, err);
	else
		ok = play_link(play, line, strcmp(play->op, "link") == 0, err);
	return ok && keep_line(play, line, err);
}

static bool count_lines(struct store *from, long long tx, long *n, struct err *err)
{
	sqlite3_stmt *stmt = db_prepare(from, "SELECT count(*) FROM history WHERE tx<=?1", err);
	long long number = 0;
	bool ok = stmt != NULL;

	if (ok) {
		db_bind_int(stmt, 1, tx);
		ok = db_number(from, stmt, &number, 0, err);
	}
	*n = (long)number;
	return ok;
}

static bool play_all(struct store *from, struct store *to, long long tx, struct err *err)
{
	struct play play = {.from = from, .to = to};
	sqlite3_stmt *stmt;
	long n = 0, done = 0;
	bool row = false, ok = count_lines(from, tx, &n, err);

	stmt = ok ? db_prepare(
			    from,
			    "SELECT h.id,h.tx,h.kind,h.uid,h.op,h.field,h.old,h.new,t.at,t.who FROM "
			    "history h JOIN tx t ON t.id=h.tx WHERE h.tx<=?1 ORDER BY h.id",
			    err)
		  : NULL;
	ok = ok && stmt;
	if (ok)
		db_bind_int(stmt, 1, tx);
	while (ok && (ok = db_step(from, stmt, &row, err)) && row) {
		store_watch_at(from, ++done, n);
		store_watch_at(to, done, n);
		ok = play_line(&play, stmt, err);
	}
	db_done(stmt);
	return ok;
}

/* ---- What is not in the history but belongs to the file ---- */

static bool copy_rows(struct store *from, struct store *to, const char *read, const char *write,
		      long long tx, struct err *err)
{
	sqlite3_stmt *stmt = db_prepare(from, read, err), *out;
	bool row = false, ok = stmt != NULL;
	int i;

	if (ok && sqlite3_bind_parameter_count(stmt))
		db_bind_int(stmt, 1, tx);
	while (ok && (ok = db_step(from, stmt, &row, err)) && row) {
		out = db_prepare(to, write, err);
		ok = out != NULL;
		for (i = 0; ok && i < sqlite3_column_count(stmt); i++)
			sqlite3_bind_value(out, i + 1, sqlite3_column_value(stmt, i));
		ok = ok && db_run(to, out, err);
	}
	db_done(stmt);
	return ok;
}

static bool copy_rest(struct store *from, struct store *to, long long tx, struct err *err)
{
	return copy_rows(from, to,
			 "SELECT id,uid,at,who,host,why,undoes,mode,first,prev_hash,hash FROM tx "
			 "WHERE id<=?1 ORDER BY id",
			 "INSERT INTO tx(id,uid,at,who,host,why,undoes,mode,first,prev_hash,hash) "
			 "VALUES(?1,?2,?3,?4,?5,?6,?7,?8,?9,?10,?11)",
			 tx, err) &&
	       copy_rows(from, to, "SELECT name,value FROM setting",
			 "INSERT INTO setting(name,value) VALUES(?1,?2)", tx, err);
}

static bool fill(struct store *from, struct store *to, long long tx, struct err *err)
{
	struct err why = ERR_INIT;
	bool ok = db_exec(to, err,
			  "CREATE TEMP TABLE ids(uid BLOB PRIMARY KEY, id INTEGER NOT NULL) "
			  "WITHOUT ROWID; BEGIN; PRAGMA defer_foreign_keys=ON") &&
		  give_ids(from, to, tx, err) && copy_rest(from, to, tx, err) &&
		  play_all(from, to, tx, err) && search_rebuild(to, err);

	if (ok && !db_exec(to, &why, "COMMIT")) {
		err_prefix(&why, "%s", _("the history is not whole: "));
		err_move(err, &why);
		ok = false;
	}
	err_release(&why);
	return ok && db_exec(to, err, "DROP TABLE ids");
}

bool store_past(struct store *store, long long tx, long today, const char *notice,
		struct store **past, struct err *err)
{
	struct store *to = NULL;
	bool ok = store_look_begin(store, err);

	if (!ok)
		return false;
	ok = store_blank(store, today, &to, err);
	if (ok) {
		store_watch(to, store->watch, store->watch_ctx);
		ok = fill(store, to, tx, err);
		store_watch(to, NULL, NULL);
	}
	store_look_end(store);
	if (ok) {
		to->read_only = true;
		to->notice = xstrdup(notice);
		free(to->path);
		to->path = xstrdup(store->path);
		*past = to;
	} else {
		store_close(&to);
	}
	return ok;
}

/* ---- Which transaction is meant ---- */

bool store_tx_before(struct store *store, const char *stamp, long long *tx, struct err *err)
{
	sqlite3_stmt *stmt =
		db_prepare(store, "SELECT max(id) FROM tx WHERE ?1 IS NULL OR at<?1", err);
	bool ok = stmt != NULL;

	if (ok) {
		db_bind_text(stmt, 1, stamp);
		ok = db_number(store, stmt, tx, 0, err);
	}
	return ok;
}

bool store_tx_get(struct store *store, long long tx, struct tx *out, struct err *err)
{
	sqlite3_stmt *stmt =
		db_prepare(store, "SELECT id,at,who,host,why FROM tx WHERE id=?1", err);
	bool row = false, ok = stmt != NULL;

	memset(out, 0, sizeof(*out));
	if (ok) {
		db_bind_int(stmt, 1, tx);
		ok = db_step(store, stmt, &row, err);
	}
	if (ok && row) {
		out->id = sqlite3_column_int64(stmt, 0);
		out->at = db_dup(stmt, 1);
		out->who = db_dup(stmt, 2);
		out->host = db_dup(stmt, 3);
		out->why = db_dup(stmt, 4);
	} else if (ok) {
		ok = err_set(err, ERR_MISSING, _("there is no transaction %lld (see: isms log)"),
			     tx);
	}
	db_done(stmt);
	return ok;
}
