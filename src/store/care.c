/* Backup, and looking whether the file is sound. */
#include "config.h"

#include "local.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "isms/util/i18n.h"
#include "isms/util/mem.h"

static bool sync_path(const char *path, struct err *err)
{
	int fd = open(path, O_RDONLY | O_CLOEXEC);
	bool ok = fd >= 0 && fsync(fd) == 0;

	if (!ok)
		err_set(err, ERR_FILE, _("cannot write '%s': %s"), path, strerror(errno));
	if (fd >= 0)
		close(fd);
	return ok;
}

/* VACUUM INTO reads one state of the file, whatever others write meanwhile. */
static bool vacuum_into(struct store *store, const char *path, struct err *err)
{
	mode_t mask = umask(0077);
	sqlite3_stmt *stmt = NULL;
	bool row, ok = sqlite3_prepare_v2(store->db, "VACUUM INTO ?1", -1, &stmt, NULL) == SQLITE_OK;

	if (ok) {
		db_bind_text(stmt, 1, path);
		ok = db_step(store, stmt, &row, err);
	} else {
		db_err(store, err, _("cannot back up"));
	}
	sqlite3_finalize(stmt);
	umask(mask);
	return ok;
}

bool store_backup(struct store *store, const char *path, bool force, struct err *err)
{
	char *temporary = xasprintf("%s.%ld.tmp", path, (long)getpid());
	struct stat st;
	bool ok = true;

	if (store->depth)
		ok = err_set(err, ERR_FAILED, _("a backup cannot be made in the middle of a change"));
	else if (lstat(path, &st) == 0 && (!force || !S_ISREG(st.st_mode)))
		ok = err_set(err, ERR_FAILED, _("'%s' is there already; choose another name"), path);
	else if (lstat(temporary, &st) == 0 && unlink(temporary) != 0)
		ok = err_set(err, ERR_FAILED, _("cannot write '%s': %s"), temporary, strerror(errno));
	if (ok) {
		ok = vacuum_into(store, temporary, err) && sync_path(temporary, err);
		if (ok && rename(temporary, path) != 0)
			ok = err_set(err, ERR_FILE, _("cannot write '%s': %s"), path, strerror(errno));
		if (!ok)
			unlink(temporary);
	}
	free(temporary);
	return ok;
}

bool store_copy(const char *from, const char *to, struct err *err)
{
	const struct store_options opt = {.read_only = true};
	struct store *store = NULL;
	bool ok = store_look_at(from, &opt, &store, err) && store_backup(store, to, false, err);

	store_close(&store);
	return ok;
}

/* A line of faults for every row of a query; format has one %s a column. */
static bool faults_of(struct store *store, const char *sql, const char *format, bool (*is_fault)(const char *),
		      struct strv *faults, struct err *err)
{
	sqlite3_stmt *stmt = db_prepare(store, sql, err);
	bool row = false, ok = stmt != NULL;
	const char *text;

	while (ok && (ok = db_step(store, stmt, &row, err)) && row) {
		text = db_text(stmt, 0);
		if (!is_fault || is_fault(text))
			strv_take(faults, xasprintf("%s%s", format, text ? text : "?"));
	}
	db_done(stmt);
	return ok;
}

static bool not_ok(const char *text)
{
	return !text || strcmp(text, "ok") != 0;
}

static bool check_seal(struct store *store, long long tx, sqlite3_stmt *stmt, struct strv *faults,
		       struct err *err)
{
	unsigned char hash[HASH_LEN], had[HASH_LEN] = {0};
	bool sealed = sqlite3_column_bytes(stmt, 1) == HASH_LEN;
	bool chained = sqlite3_column_int(stmt, 2) != 0;
	bool ok;

	if (sealed)
		memcpy(had, sqlite3_column_blob(stmt, 1), HASH_LEN);
	ok = tx_hash(store, tx, hash, err);
	if (ok && !sealed)
		strv_take(faults, xasprintf(_("change %lld has no seal"), tx));
	else if (ok && memcmp(hash, had, HASH_LEN) != 0)
		strv_take(faults, xasprintf(_("change %lld is not what was sealed: its lines in the history were "
					      "changed without isms"), tx));
	if (ok && !chained)
		strv_take(faults, xasprintf(_("change %lld does not follow the one before it"), tx));
	return ok;
}

static bool check_seals(struct store *store, struct strv *faults, struct err *err)
{
	sqlite3_stmt *stmt = db_prepare(store,
		"SELECT id,hash,prev_hash IS (SELECT p.hash FROM tx p WHERE p.id<t.id ORDER BY p.id DESC "
		"LIMIT 1) FROM tx t ORDER BY id", err);
	bool row = false, ok = stmt != NULL;

	while (ok && (ok = db_step(store, stmt, &row, err)) && row)
		ok = check_seal(store, sqlite3_column_int64(stmt, 0), stmt, faults, err);
	db_done(stmt);
	return ok;
}

bool store_doctor(struct store *store, struct strv *faults, struct err *err)
{
	struct str what = STR_INIT;
	bool same = true, ok;
	size_t before = faults->n;

	ok = faults_of(store, "PRAGMA integrity_check", _("the file is damaged: "), not_ok, faults, err) &&
	     faults_of(store, "SELECT \"table\"||' '||ifnull(rowid,'')||' -> '||parent FROM "
			      "pragma_foreign_key_check", _("a reference leads nowhere: "), NULL, faults,
		       err) &&
	     schema_compare(store, SCHEMA_VERSION, &what, &same, err);
	if (ok && !same)
		strv_take(faults, xasprintf(_("the schema is not as declared, near: %s"), str_get(&what)));
	ok = ok && check_seals(store, faults, err) && replay_check(store, faults, err);
	/* an index of what is not right cannot be right either: one fault says enough */
	ok = ok && (faults->n > before || search_check(store, faults, err));
	str_release(&what);
	return ok;
}
