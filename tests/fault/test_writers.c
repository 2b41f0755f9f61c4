/*
 * Many write at once: nobody is turned away, nothing is lost, no code is given
 * twice. And two that save what they both had read: one wins, the other is
 * told. The control saves with plain SQL, without the guard.
 */
#include "config.h"

#include <errno.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "ground.h"

enum { WRITERS = 4, TRANSACTIONS = 50, RACES = 25, RACERS = 2 };

/* How a child ended, as its exit status. */
enum end { SAVED = 0, STALE = 3, FAILED = 4 };

/* ---- many writers ---- */

static bool count_up(struct store *store, struct err *err)
{
	struct record *rec = NULL;
	bool ok = store_get(store, &kind_asset, 1, &rec, err);

	if (ok) {
		value_set_num(record_value(rec, "quantity"), record_get(rec, "quantity")->num + 1);
		ok = store_update(store, rec, NULL, err);
	}
	record_free(&rec);
	return ok;
}

/* Adds a record and counts one that all count, in one transaction. */
static bool write_one(struct store *store, struct err *err)
{
	struct record *rec = ground_asset("of one of many");
	bool ok = store_begin(store, "add", err);

	if (ok && !(store_add(store, rec, err) && count_up(store, err))) {
		store_rollback(store);
		ok = false;
	}
	record_free(&rec);
	return ok && store_commit(store, NULL, err);
}

static _Noreturn void writer(struct tap *t, const char *path)
{
	struct store *store = ground_open(t, path);
	struct err err = ERR_INIT;
	int i;

	for (i = 0; i < TRANSACTIONS && write_one(store, &err); i++)
		;
	if (i < TRANSACTIONS)
		tap_diag(t, "writer %ld, transaction %d: %s", (long)getpid(), i + 1, err_msg(&err));
	store_close(&store);
	fflush(stdout);
	_exit(i == TRANSACTIONS ? SAVED : FAILED);
}

static pid_t start(struct tap *t)
{
	pid_t pid;

	fflush(stdout);
	pid = fork();
	if (pid < 0)
		tap_bail(t, "cannot fork: %s", strerror(errno));
	return pid;
}

static enum end wait_for(pid_t pid)
{
	int status = 0;

	if (waitpid(pid, &status, 0) != pid || !WIFEXITED(status))
		return FAILED;
	return (enum end)WEXITSTATUS(status);
}

struct codes {
	struct strv seen;
	bool twice;
};

static bool see(void *ctx, struct record **rec, struct err *err)
{
	struct codes *codes = ctx;

	(void)err;
	codes->twice = codes->twice || strv_has(&codes->seen, (*rec)->code);
	strv_add(&codes->seen, (*rec)->code);
	return true;
}

static void check_sum(struct tap *t, const char *path, size_t had)
{
	struct store *store = ground_open(t, path);
	struct query query = {.kind = &kind_asset};
	struct codes codes = {STRV_INIT, false};
	struct record *rec = NULL;
	struct err err = ERR_INIT;
	char *why = NULL;

	tap_ok(t, store_each(store, &query, NULL, see, &codes, &err), "%s", err_msg(&err));
	tap_is_int(t, (long)(codes.seen.n - had), WRITERS * TRANSACTIONS, "records added");
	tap_ok(t, !codes.twice, "no code is given twice");
	if (tap_ok(t, store_get(store, &kind_asset, 1, &rec, &err), "%s", err_msg(&err)))
		tap_is_int(t, (long)record_get(rec, "quantity")->num, WRITERS * TRANSACTIONS,
			   "all have counted");
	tap_ok(t, ground_sound(store, &why), "sound: %s", why ? why : "");
	record_free(&rec);
	free(why);
	strv_release(&codes.seen);
	store_close(&store);
}

static void many_writers(struct tap *t)
{
	char *path = ground_file(t, "writers.isms");
	pid_t pid[WRITERS];
	int i;

	for (i = 0; i < WRITERS; i++) {
		pid[i] = start(t);
		if (pid[i] == 0)
			writer(t, path);
	}
	for (i = 0; i < WRITERS; i++)
		tap_is_int(t, wait_for(pid[i]), SAVED, "writer %d", i);
	check_sum(t, path, 3);
}

/* ---- stale saves ---- */

typedef enum end save_fn(struct store *store, struct record *rec);

static enum end save(struct store *store, struct record *rec)
{
	struct err err = ERR_INIT;
	bool ok = store_begin(store, "edit", &err);
	enum end end;

	if (ok && !store_update(store, rec, NULL, &err)) {
		store_rollback(store);
		ok = false;
	}
	ok = ok && store_commit(store, NULL, &err);
	end = ok ? SAVED : err.kind == ERR_STALE ? STALE : FAILED;
	err_release(&err);
	return end;
}

/* What a program without the guard would do. */
static enum end save_blindly(struct store *store, struct record *rec)
{
	char *sql = sqlite3_mprintf("UPDATE asset SET title=%Q,ver=ver+1 WHERE id=%lld",
				    record_title(rec), rec->id);
	sqlite3 *db = NULL;
	bool ok = sqlite3_open(store_path(store), &db) == SQLITE_OK;

	sqlite3_busy_timeout(db, 5000);
	ok = ok && sqlite3_exec(db, sql, NULL, NULL, NULL) == SQLITE_OK;
	sqlite3_close(db);
	sqlite3_free(sql);
	return ok ? SAVED : FAILED;
}

/* Reads, tells that it has, and saves when the other has read too. */
static _Noreturn void racer(struct tap *t, const char *path, save_fn *how, int ready, int go)
{
	struct store *store = ground_open(t, path);
	struct record *rec = NULL;
	struct err err = ERR_INIT;
	char title[64], byte = 'r';
	enum end end = FAILED;

	snprintf(title, sizeof(title), "of %ld", (long)getpid());
	if (store_get(store, &kind_asset, 1, &rec, &err) && write(ready, &byte, 1) == 1 &&
	    read(go, &byte, 1) == 1) {
		value_set_text(&rec->values[0], title);
		end = how(store, rec);
	}
	record_free(&rec);
	store_close(&store);
	_exit((int)end);
}

static bool race(struct tap *t, const char *path, save_fn *how)
{
	int ready[2], go[2], i, saved = 0, stale = 0;
	pid_t pid[RACERS];
	char bytes[RACERS] = "";

	if (pipe(ready) || pipe(go))
		tap_bail(t, "no pipe: %s", strerror(errno));
	for (i = 0; i < RACERS; i++) {
		pid[i] = start(t);
		if (pid[i] == 0)
			racer(t, path, how, ready[1], go[0]);
	}
	for (i = 0; i < RACERS; i++)
		tap_ok(t, read(ready[0], bytes, 1) == 1, "a racer is ready");
	tap_ok(t, write(go[1], bytes, RACERS) == RACERS, "go");
	for (i = 0; i < RACERS; i++) {
		enum end end = wait_for(pid[i]);

		saved += end == SAVED;
		stale += end == STALE;
	}
	for (i = 0; i < 2; i++) {
		close(ready[i]);
		close(go[i]);
	}
	return saved == 1 && stale == RACERS - 1;
}

static void races(struct tap *t, save_fn *how)
{
	char *path = ground_file(t, "stale.isms");
	int i, fair = 0;

	for (i = 0; i < RACES; i++)
		fair += race(t, path, how);
	tap_is_int(t, fair, RACES, "one of two saves wins, the other is stale");
}

static void stale_saves(struct tap *t)
{
	races(t, save);
}

static void blind_saves(struct tap *t)
{
	races(t, save_blindly);
}

static void control(struct tap *t)
{
	tap_fails(t, blind_saves, "failed: one of two saves wins");
}

int main(int argc, char **argv)
{
	static const struct tap_case cases[] = {
		{.name = "many write at once", .run = many_writers},
		{.name = "one of two saves of the same version wins", .run = stale_saves},
		{.name = "without the guard a save is lost", .run = control},
	};

	return tap_run(cases, sizeof(cases) / sizeof(cases[0]), argc, argv);
}
