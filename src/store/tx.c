/*
 * Transactions and their seal. Each transaction's hash (BLAKE2b, libsodium)
 * goes over the hash of the one before, its own row and all its lines of
 * history: who changes an old line without the program breaks the chain there,
 * and doctor says where.
 */
#include "config.h"

#include "local.h"

#include <sodium.h>
#include <stdlib.h>
#include <string.h>

#include "isms/util/date.h"
#include "isms/util/i18n.h"
#include "isms/util/mem.h"

static bool begin_row(struct store *store, enum tx_mode mode, long long target, const char *why,
		      struct err *err)
{
	sqlite3_stmt *stmt = db_prepare(store,
		"INSERT INTO tx(uid,at,who,host,why,undoes,mode,first) VALUES(?1,?2,?3,?4,?5,?6,?7,"
		"(SELECT ifnull(max(id),0)+1 FROM history)) RETURNING id,first", err);
	unsigned char uid[UID_LEN];
	char at[STAMP_LEN];
	bool row = false, ok = stmt != NULL;

	if (ok) {
		uid_new(store, uid);
		stamp_now(at);
		free(store->at);
		store->at = xstrdup(at);
		db_bind_blob(stmt, 1, uid, UID_LEN);
		db_bind_text(stmt, 2, at);
		db_bind_text(stmt, 3, store->who);
		db_bind_text(stmt, 4, store->host);
		db_bind_text(stmt, 5, why);
		if (target)
			db_bind_int(stmt, 6, target);
		db_bind_int(stmt, 7, (long long)mode);
		ok = db_step(store, stmt, &row, err);
		store->tx = ok ? sqlite3_column_int64(stmt, 0) : 0;
		store->first = ok ? sqlite3_column_int64(stmt, 1) : 0;
		db_done(stmt);
	}
	return ok;
}

/* After a rollback: codes are read anew, and triggers made in it are gone. */
static void forget(struct store *store)
{
	size_t i;

	for (i = 0; i < store->nsequences; i++) {
		store->sequences[i].next = 0;
		store->sequences[i].watched = false;
		store->sequences[i].adds = ADDS_UNKNOWN;
	}
}

/* What holds for one transaction only. */
static void start_afresh(struct store *store)
{
	size_t i;

	store->broken = store->bulk = store->reindex = false;
	store->indexed = 0;
	for (i = 0; i < store->nsequences; i++) {
		store->sequences[i].next = 0;
		store->sequences[i].unindexed = 0;
	}
}

bool tx_check(struct store *store, struct err *err)
{
	if (store->depth && sqlite3_get_autocommit(store->db))
		store->broken = true;
	if (store->broken)
		return err_set(err, ERR_FILE,
			       _("the change could not be kept as a whole and was taken back; the file is as before"));
	return true;
}

static void roll_back(struct store *store)
{
	if (!sqlite3_get_autocommit(store->db))
		sqlite3_exec(store->db, "ROLLBACK", NULL, NULL, NULL);
}

bool tx_begin(struct store *store, enum tx_mode mode, long long target, const char *why,
              struct err *err)
{
	bool ok;

	if (store->read_only)
		return err_set(err, ERR_FILE, _("'%s' is open read-only%s%s"), store->path,
			       store->notice ? ": " : "", store->notice ? store->notice : "");
	if (!store->depth && !store_there(store, err))
		return false;
	if (store->depth) {
		ok = tx_check(store, err) && db_execf(store, err, "SAVEPOINT s%d", store->depth);
	} else {
		/* where memory lacked, the last change could not even be taken back */
		roll_back(store);
		start_afresh(store);
		ok = db_exec(store, err, "BEGIN IMMEDIATE");
		if (ok && !begin_row(store, mode, target, why, err)) {
			roll_back(store);
			ok = false;
		}
	}
	if (ok)
		store->depth++;
	return ok;
}

bool store_begin(struct store *store, const char *why, struct err *err)
{
	return tx_begin(store, why ? TX_DO : TX_FOUND, 0, why ? why : _("new file"), err);
}

static void hash_column(crypto_generichash_state *state, sqlite3_stmt *stmt, int column)
{
	unsigned char type = (unsigned char)sqlite3_column_type(stmt, column);
	const void *bytes = sqlite3_column_blob(stmt, column);
	unsigned n = (unsigned)sqlite3_column_bytes(stmt, column), i;
	unsigned char head[5] = {type, 0, 0, 0, 0};

	for (i = 0; i < 4; i++)
		head[i + 1] = (unsigned char)(n >> (8 * i));
	crypto_generichash_update(state, head, sizeof(head));
	if (n)
		crypto_generichash_update(state, bytes, n);
}

static bool hash_rows(struct store *store, crypto_generichash_state *state, const char *sql,
		      long long a, long long b, struct err *err)
{
	sqlite3_stmt *stmt = db_prepare(store, sql, err);
	bool row = false, ok = stmt != NULL;
	int i;

	if (ok) {
		db_bind_int(stmt, 1, a);
		db_bind_int(stmt, 2, b);
	}
	while (ok && (ok = db_step(store, stmt, &row, err)) && row)
		for (i = 0; i < sqlite3_column_count(stmt); i++)
			hash_column(state, stmt, i);
	db_done(stmt);
	return ok;
}

bool tx_hash(struct store *store, long long tx, unsigned char hash[HASH_LEN], struct err *err)
{
	crypto_generichash_state state;
	long long first = 0, next = 0;
	sqlite3_stmt *stmt;
	bool ok;

	crypto_generichash_init(&state, NULL, 0, HASH_LEN);
	stmt = db_prepare(store, "SELECT first FROM tx WHERE id=?1", err);
	ok = stmt != NULL;
	if (ok) {
		db_bind_int(stmt, 1, tx);
		ok = db_number(store, stmt, &first, 0, err);
	}
	stmt = ok ? db_prepare(store, "SELECT first FROM tx WHERE id>?1 ORDER BY id LIMIT 1", err) : NULL;
	ok = ok && stmt;
	if (ok) {
		db_bind_int(stmt, 1, tx);
		ok = db_number(store, stmt, &next, INT64_MAX, err);
	}
	ok = ok &&
	     hash_rows(store, &state,
		       "SELECT id,uid,at,who,host,why,undoes,mode,first,prev_hash FROM tx "
		       "WHERE id BETWEEN ?1 AND ?2", tx, tx, err) &&
	     hash_rows(store, &state,
		       "SELECT id,tx,kind,uid,op,field,old,new FROM history WHERE id>=?1 AND id<?2 "
		       "ORDER BY id", first, next, err);
	crypto_generichash_final(&state, hash, HASH_LEN);
	return ok;
}

static bool seal(struct store *store, struct err *err)
{
	unsigned char hash[HASH_LEN];
	sqlite3_stmt *stmt = db_prepare(store,
		"UPDATE tx SET prev_hash=(SELECT hash FROM tx WHERE id<?1 ORDER BY id DESC LIMIT 1) "
		"WHERE id=?1", err);
	bool ok = stmt != NULL;

	if (ok) {
		db_bind_int(stmt, 1, store->tx);
		ok = db_run(store, stmt, err) && tx_hash(store, store->tx, hash, err);
	}
	stmt = ok ? db_prepare(store, "UPDATE tx SET hash=?2 WHERE id=?1", err) : NULL;
	ok = ok && stmt;
	if (ok) {
		db_bind_int(stmt, 1, store->tx);
		db_bind_blob(stmt, 2, hash, HASH_LEN);
		ok = db_run(store, stmt, err);
	}
	return ok;
}

static bool save_sequences(struct store *store, struct err *err)
{
	bool ok = true;
	sqlite3_stmt *stmt;
	size_t i;

	for (i = 0; ok && i < store->nsequences; i++) {
		if (!store->sequences[i].next)
			continue;
		stmt = db_prepare(store, "INSERT INTO sequence(kind,next) VALUES(?1,?2) ON CONFLICT"
					 "(kind) DO UPDATE SET next=excluded.next", err);
		ok = stmt != NULL;
		if (ok) {
			db_bind_text(stmt, 1, store->sequences[i].kind->name);
			db_bind_int(stmt, 2, store->sequences[i].next);
			ok = db_run(store, stmt, err);
		}
	}
	return ok;
}

/* Did this transaction write anything that is worth a line? */
static bool any_history(struct store *store, bool *any, struct err *err)
{
	sqlite3_stmt *stmt = db_prepare(store, "SELECT max(id) FROM history", err);
	long long last = 0;
	bool ok = stmt && db_number(store, stmt, &last, 0, err);

	*any = ok && last >= store->first;
	return ok;
}

static bool commit_outer(struct store *store, long long *tx, struct err *err)
{
	bool any = false;
	bool ok = any_history(store, &any, err);

	if (ok && !any && store->tx > 1) {
		roll_back(store);
		store->tx = 0;
	} else if (ok) {
		ok = save_sequences(store, err) && search_catch_up(store, err) &&
		     seal(store, err) && db_exec(store, err, "COMMIT");
	}
	if (ok)
		store_watch(store, NULL, NULL);
	if (ok && store->tx)
		store->committed++;
	if (ok && tx)
		*tx = store->tx;
	return ok;
}

bool store_commit(struct store *store, long long *tx, struct err *err)
{
	bool ok = tx_check(store, err);

	if (ok && store->depth > 1) {
		ok = db_execf(store, err, "RELEASE s%d", store->depth - 1);
		if (ok && tx)
			*tx = store->tx;
		if (ok)
			store->depth--;
	} else if (ok) {
		ok = commit_outer(store, tx, err);
		if (ok)
			store->depth = 0;
	}
	if (!ok)
		store_rollback(store);
	return ok;
}

void store_rollback(struct store *store)
{
	char *sql;

	if (store->depth > 1) {
		store->depth--;
		sql = xasprintf("ROLLBACK TO s%d; RELEASE s%d", store->depth, store->depth);
		/* the inner part is still there: then the outer must not be kept */
		if (sqlite3_exec(store->db, sql, NULL, NULL, NULL) != SQLITE_OK)
			store->broken = true;
		free(sql);
		forget(store);
	} else if (store->depth == 1) {
		store->depth = 0;
		roll_back(store);
		forget(store);
	}
}
