/* Reading the log of changes. */
#include "config.h"

#include "local.h"

#include <stdlib.h>
#include <string.h>

#include "isms/util/mem.h"

void tx_release(struct tx *tx)
{
	free(tx->at);
	free(tx->who);
	free(tx->host);
	free(tx->why);
	memset(tx, 0, sizeof(*tx));
}

void change_release(struct change *change)
{
	free(change->code);
	free(change->field);
	free(change->old);
	free(change->new);
	memset(change, 0, sizeof(*change));
}

/* The columns of a transaction. Undone is one whose newest undo or redo is an
 * undo. first is where the next begins: the lines between are its own. */
#define TX_COLUMNS                                                                               \
	"t.id,t.at,t.who,t.host,t.why,ifnull(t.undoes,0),t.mode=2,"                              \
	"ifnull(d.undone,0),"                                                                    \
	"ifnull((SELECT n.first FROM tx n WHERE n.id>t.id ORDER BY n.id LIMIT 1),"               \
	"(SELECT ifnull(max(id),0)+1 FROM history))-t.first"

/* Behind "tx t": which are undone, read once and not for each of a long history. */
#define TX_UNDONE                                                                                \
	" LEFT JOIN (SELECT undoes AS which,mode=1 AS undone,max(id) FROM tx "                   \
	"WHERE undoes IS NOT NULL GROUP BY undoes) d ON d.which=t.id"

static void read_tx(sqlite3_stmt *stmt, struct tx *tx)
{
	tx->id = sqlite3_column_int64(stmt, 0);
	tx->at = db_dup(stmt, 1);
	tx->who = db_dup(stmt, 2);
	tx->host = db_dup(stmt, 3);
	tx->why = db_dup(stmt, 4);
	tx->undoes = sqlite3_column_int64(stmt, 5);
	tx->redo = sqlite3_column_int(stmt, 6) != 0;
	tx->undone = sqlite3_column_int(stmt, 7) != 0;
	tx->changes = (long)sqlite3_column_int64(stmt, 8);
}

bool store_log(struct store *store, long limit, store_tx_fn *each, void *ctx, struct err *err)
{
	sqlite3_stmt *stmt = db_prepare(store, "SELECT " TX_COLUMNS " FROM tx t" TX_UNDONE
					       " ORDER BY t.id DESC LIMIT ?1", err);
	bool row = false, ok = stmt != NULL;
	struct tx tx;

	if (ok)
		db_bind_int(stmt, 1, limit > 0 ? limit : -1);
	while (ok && (ok = db_step(store, stmt, &row, err)) && row) {
		memset(&tx, 0, sizeof(tx));
		read_tx(stmt, &tx);
		ok = each(ctx, &tx, err);
		tx_release(&tx);
	}
	db_done(stmt);
	return ok;
}

static const char *op_name(const char *op)
{
	static const char *const names[] = {"add", "set", "link", "unlink", "delete"};
	size_t i;

	for (i = 0; op && i < sizeof(names) / sizeof(*names); i++)
		if (strcmp(names[i], op) == 0)
			return names[i];
	return "set";
}

static const struct kind *kind_named(const char *name)
{
	size_t i;

	for (i = 0; name && kinds[i]; i++)
		if (strcmp(kinds[i]->name, name) == 0)
			return kinds[i];
	return NULL;
}

/* A LINK stands there as "kind/uid". */
static bool link_code(struct store *store, char **text, struct err *err)
{
	unsigned char uid[UID_LEN];
	struct record *rec = NULL;
	const struct kind *kind;
	long long id = 0;
	bool *none, ok;

	if (!*text || !link_parse(*text, &kind, uid))
		return true;
	none = xcalloc(kind->nfields, sizeof(*none));
	ok = store_find_uid(store, kind, uid, &id, err) &&
	     (!id || store_get_some(store, kind, id, none, &rec, err));
	if (ok && rec) {
		free(*text);
		*text = xstrdup(rec->code);
	}
	record_free(&rec);
	free(none);
	return ok;
}

/* A reference stands in the history as a uid; people know it by its code. */
static bool ref_code(struct store *store, const struct kind *ref, char **text, struct err *err)
{
	unsigned char uid[UID_LEN];
	sqlite3_stmt *stmt;
	bool row = false, ok;
	char *sql;

	if (!*text || !uid_parse(*text, uid))
		return true;
	sql = xasprintf("SELECT code FROM %s WHERE uid=?1", ref->name);
	stmt = db_prepare(store, sql, err);
	ok = stmt != NULL;
	if (ok) {
		db_bind_blob(stmt, 1, uid, UID_LEN);
		ok = db_step(store, stmt, &row, err);
	}
	if (ok && row) {
		free(*text);
		*text = db_dup(stmt, 0);
	}
	db_done(stmt);
	free(sql);
	return ok;
}

static bool name_record(struct store *store, struct change *change,
			const unsigned char uid[UID_LEN], struct err *err)
{
	char *sql = xasprintf("SELECT id,code FROM %s WHERE uid=?1", change->kind->name);
	sqlite3_stmt *stmt = db_prepare(store, sql, err);
	bool row = false, ok = stmt != NULL;

	if (ok) {
		db_bind_blob(stmt, 1, uid, UID_LEN);
		ok = db_step(store, stmt, &row, err);
	}
	if (ok && row) {
		change->id = sqlite3_column_int64(stmt, 0);
		change->code = db_dup(stmt, 1);
	}
	db_done(stmt);
	free(sql);
	return ok;
}

/* stmt: kind, uid, op, field, old, new, beginning at column at. */
static bool read_change(struct store *store, sqlite3_stmt *stmt, int at, struct change *change,
			struct err *err)
{
	const struct field *field = NULL;
	unsigned char uid[UID_LEN] = {0};
	bool ok = true;

	change->kind = kind_named(db_text(stmt, at));
	if (sqlite3_column_bytes(stmt, at + 1) == UID_LEN)
		memcpy(uid, sqlite3_column_blob(stmt, at + 1), UID_LEN);
	change->op = op_name(db_text(stmt, at + 2));
	change->field = db_dup(stmt, at + 3);
	change->old = db_dup(stmt, at + 4);
	change->new = db_dup(stmt, at + 5);
	if (change->kind && change->field)
		field = kind_field(change->kind, change->field);
	if (change->kind)
		ok = name_record(store, change, uid, err);
	if (ok && field && field->type == FIELD_LINK)
		ok = link_code(store, &change->old, err) && link_code(store, &change->new, err);
	if (ok && field && field->ref)
		ok = ref_code(store, field->ref, &change->old, err) &&
		     ref_code(store, field->ref, &change->new, err);
	return ok;
}

bool store_changes(struct store *store, long long tx, const struct kind *kind, long long id,
                   store_change_fn *each, void *ctx, struct err *err)
{
	char *sql = xasprintf("SELECT " TX_COLUMNS ",h.kind,h.uid,h.op,h.field,h.old,h.new FROM "
			      "history h JOIN tx t ON t.id=h.tx" TX_UNDONE " WHERE %s%s%s",
			      tx ? "h.id>=(SELECT first FROM tx WHERE id=?1) AND h.tx=?1 AND h.id<"
				   "ifnull((SELECT first FROM tx WHERE id>?1 ORDER BY id LIMIT 1),"
				   "9223372036854775807) ORDER BY h.id"
				 : "h.uid=(SELECT uid FROM ",
			      tx ? "" : kind->name,
			      tx ? "" : " WHERE id=?1) ORDER BY h.tx DESC,h.id");
	sqlite3_stmt *stmt = db_prepare(store, sql, err);
	bool row = false, ok = stmt != NULL;
	struct change change;
	struct tx t;

	if (ok)
		db_bind_int(stmt, 1, tx ? tx : id);
	while (ok && (ok = db_step(store, stmt, &row, err)) && row) {
		memset(&t, 0, sizeof(t));
		memset(&change, 0, sizeof(change));
		read_tx(stmt, &t);
		ok = read_change(store, stmt, 9, &change, err) && each(ctx, &t, &change, err);
		change_release(&change);
		tx_release(&t);
	}
	db_done(stmt);
	free(sql);
	return ok;
}
