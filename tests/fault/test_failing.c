/*
 * The n-th call on the disk fails, for every n, once or from then on: while
 * adding, changing, taking back, importing. Nothing crashes or leaks; the user
 * is told of trouble with the file; the file is as before or as after, and once
 * the disk is well the same store goes on. The same with SQLite's memory.
 */
#include "config.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "ground.h"
#include "shim.h"

#include "isms/util/mem.h"

enum { BULK = 60, EVERY_UP_TO = 32, SHOWN_MAX = 5 };

static struct shim shim; /* SQLite keeps a pointer to it until the end */

struct deed {
	const char *name;
	bool (*run)(struct store *store, struct err *err);
};

static bool run_add(struct store *store, struct err *err)
{
	return ground_add(store, "added", NULL, err);
}

static bool run_title(struct store *store, struct err *err)
{
	return ground_title(store, 1, "another title", err);
}

static bool run_undo(struct store *store, struct err *err)
{
	return store_undo(store, 0, NULL, err);
}

static bool run_bulk(struct store *store, struct err *err)
{
	return ground_bulk(store, BULK, err);
}

static bool run_archive(struct store *store, struct err *err)
{
	bool ok = store_begin(store, "archive", err);

	if (ok && !store_archive(store, &kind_asset, 2, true, err)) {
		store_rollback(store);
		ok = false;
	}
	return ok && store_commit(store, NULL, err);
}

/* An inner change that fails must not take the outer one along half way. */
static bool run_nested(struct store *store, struct err *err)
{
	bool ok = store_begin(store, "outer", err);

	if (ok && !(ground_add(store, "inner one", NULL, err) &&
		    ground_add(store, "inner two", NULL, err))) {
		store_rollback(store);
		ok = false;
	}
	return ok && store_commit(store, NULL, err);
}

static const struct deed deeds[] = {
	{"add", run_add},     {"edit", run_title},	{"undo", run_undo},
	{"import", run_bulk}, {"archive", run_archive}, {"nested", run_nested},
};

struct trial {
	struct tap *t;
	const struct deed *deed;
	const struct shim_fault *fault;
	char *path, *journal;
	unsigned char *bytes; /* the file as it is before */
	size_t n;
	char *before, *after;
	long runs, refused, kept;
	int complaints;
};

static void complain(struct trial *r, const char *what, const char *why)
{
	if (r->complaints++ < SHOWN_MAX)
		tap_diag(r->t, "%s, call %ld fails%s: %s: %.300s", r->deed->name, r->fault->first,
			 r->fault->stays ? " and all after it" : "", what, why);
}

static void check_sound(struct trial *r, struct store *store, const char *when)
{
	char *why = NULL;

	if (!ground_sound(store, &why))
		complain(r, when, why);
	free(why);
}

/* One of the two states, and "after" when the change said that it was done. */
static void check_state(struct trial *r, struct store *store, bool done)
{
	struct err err = ERR_INIT;
	char *now = NULL;

	if (!ground_state(store, &now, &err))
		complain(r, "the file cannot be read afterwards", err_msg(&err));
	else if (done && strcmp(now, r->after))
		complain(r, "done, but not there", now);
	else if (!done && strcmp(now, r->before) && strcmp(now, r->after))
		complain(r, "something half", now);
	r->kept += !done && now && !strcmp(now, r->after);
	free(now);
	err_release(&err);
}

static void check_refusal(struct trial *r, const struct err *err)
{
	const char *msg = err_msg(err);

	r->refused++;
	if (err->kind != ERR_FILE)
		complain(r, "not told as trouble with the file", msg);
	else if (r->fault->code == SQLITE_FULL
			 ? !strstr(msg, "is full") && !strstr(msg, "as before")
			 : strlen(msg) < 20)
		complain(r, "a message that does not help", msg);
}

static void put_back(struct trial *r)
{
	ground_write(r->t, r->path, r->bytes, r->n);
	unlink(r->journal);
}

/* One run with the fault; false once the change needs fewer calls than that. */
static bool try_once(struct trial *r)
{
	struct err err = ERR_INIT;
	struct store *store;
	bool done;

	put_back(r);
	store = ground_open(r->t, r->path);
	shim_arm(&shim, r->fault);
	done = r->deed->run(store, &err);
	shim_calm(&shim);
	r->runs += shim.struck;
	if (!done)
		check_refusal(r, &err);
	err_release(&err);
	check_state(r, store, done);
	if (!ground_add(store, "the disk is well again", NULL, &err))
		complain(r, "the store is of no use any more", err_msg(&err));
	err_release(&err);
	check_sound(r, store, "unsound");
	store_close(&store);
	return shim.struck;
}

/* What the change makes of the file when nothing fails. */
static void learn(struct trial *r)
{
	struct store *store = ground_open(r->t, r->path);
	struct err err = ERR_INIT;

	if (!ground_state(store, &r->before, &err) || !r->deed->run(store, &err) ||
	    !ground_state(store, &r->after, &err))
		tap_bail(r->t, "%s: %s", r->deed->name, err_msg(&err));
	store_close(&store);
}

static void fail_each_call(struct trial *r, const struct shim_fault *fault)
{
	struct shim_fault now = *fault;

	r->fault = &now;
	for (now.first = 1; try_once(r); now.first += now.first < EVERY_UP_TO ? 1 : now.first / 6)
		;
}

static void trial_start(struct trial *r, struct tap *t, const struct deed *deed)
{
	*r = (struct trial){.t = t, .deed = deed};
	r->path = ground_file(t, tap_str(t, "%s.isms", deed->name));
	r->journal = tap_str(t, "%s-journal", r->path);
	r->bytes = ground_read(t, r->path, &r->n);
	learn(r);
}

static void trial_end(struct trial *r)
{
	tap_diag(r->t, "%s: %ld failures, %ld refused, %ld of them had taken effect", r->deed->name,
		 r->runs, r->refused, r->kept);
	tap_ok(r->t, r->runs > 0 && !r->complaints, "%s: the file is sound and in use again",
	       r->deed->name);
	free(r->bytes);
	free(r->before);
	free(r->after);
}

/* ---- the disk ---- */

static void disk_fails(struct tap *t)
{
	static const struct shim_fault faults[] = {
		{.ops = SHIM_WRITE | SHIM_SYNC | SHIM_TRUNCATE, .code = SQLITE_IOERR},
		{.ops = SHIM_WRITE, .code = SQLITE_FULL, .stays = true},
		{.ops = SHIM_READ, .code = SQLITE_IOERR},
	};
	struct trial r;
	size_t c, f;

	shim_start(&shim);
	for (c = 0; c < sizeof(deeds) / sizeof(deeds[0]); c++) {
		trial_start(&r, t, &deeds[c]);
		for (f = 0; f < sizeof(faults) / sizeof(faults[0]); f++)
			fail_each_call(&r, &faults[f]);
		trial_end(&r);
	}
}

/* Does all that a user sees come out as if the write had been made? Then it may
 * go unseen: SQLite's counter of changes, a number that is not given out twice. */
static bool without_consequence(struct trial *r, struct store *store)
{
	struct query query = {.kind = &kind_asset};
	struct rules rules = {.currency = "EUR"};
	struct filter *filter = NULL;
	struct err err = ERR_INIT;
	char *now = NULL;
	long n = 0;
	bool same;

	method_default(&rules.method, 5);
	same = ground_state(store, &now, &err) && !strcmp(now, r->after) &&
	       filter_parse(&rules, &kind_asset, "added", &filter, &err);
	query.filter = filter;
	same = same && store_count(store, &query, &n, &err) && n == 1 &&
	       ground_add(store, "next", NULL, &err);
	filter_free(&filter);
	method_release(&rules.method);
	err_release(&err);
	free(now);
	return same;
}

/* Makes the change with one write missing; false once there are no more. */
static bool lie_once(struct trial *r, long *found, long *harmless)
{
	struct store *store;
	struct err err = ERR_INIT;
	char *why = NULL;

	put_back(r);
	store = ground_open(r->t, r->path);
	shim_arm(&shim, r->fault);
	r->deed->run(store, &err);
	shim_calm(&shim);
	store_close(&store);
	r->runs += shim.struck;
	if (!ground_try(r->path, &store, &err) || !ground_sound(store, &why))
		++*found;
	else if (shim.struck && without_consequence(r, store))
		++*harmless;
	store_close(&store);
	free(why);
	err_release(&err);
	return shim.struck;
}

static void disk_lies(struct tap *t)
{
	struct shim_fault lie = {.ops = SHIM_WRITE, .first = 1, .lies = true, .only_db = true};
	long found = 0, harmless = 0;
	struct trial r;

	shim_start(&shim);
	trial_start(&r, t, &deeds[0]);
	r.fault = &lie;
	while (lie_once(&r, &found, &harmless))
		lie.first++;
	tap_diag(t, "%ld writes were not made: %ld found, %ld without consequence", r.runs, found,
		 harmless);
	tap_ok(t, r.runs > 0 && found > r.runs / 2 && found + harmless == r.runs,
	       "a write that is missing is found");
	free(r.bytes);
	free(r.before);
	free(r.after);
}

/* ---- memory ---- */

struct memory {
	sqlite3_mem_methods real;
	long first, count; /* the allocation that fails, from 1; 0: none */
	bool stays, struck;
};

static struct memory memory; /* SQLite's methods take no context */

static bool memory_fails(void)
{
	bool now;

	if (!memory.first)
		return false;
	memory.count++;
	now = memory.count == memory.first || (memory.stays && memory.count > memory.first);
	memory.struck = memory.struck || now;
	return now;
}

static void *memory_get(int n)
{
	return memory_fails() ? NULL : memory.real.xMalloc(n);
}

static void *memory_resize(void *p, int n)
{
	return memory_fails() ? NULL : memory.real.xRealloc(p, n);
}

static void memory_start(void)
{
	sqlite3_mem_methods mine;

	sqlite3_config(SQLITE_CONFIG_GETMALLOC, &memory.real);
	mine = memory.real;
	mine.xMalloc = memory_get;
	mine.xRealloc = memory_resize;
	sqlite3_config(SQLITE_CONFIG_MALLOC, &mine);
}

static void memory_arm(const struct shim_fault *fault)
{
	memory.first = fault->first;
	memory.count = 0;
	memory.stays = fault->stays;
	memory.struck = false;
}

static bool try_memory(struct trial *r)
{
	struct err err = ERR_INIT;
	struct store *store;
	bool done;

	put_back(r);
	store = ground_open(r->t, r->path);
	memory_arm(r->fault);
	done = r->deed->run(store, &err);
	memory.first = 0;
	if (!done && strlen(err_msg(&err)) < 12)
		complain(r, "a message that does not help", err_msg(&err));
	r->runs += memory.struck;
	r->refused += !done;
	err_release(&err);
	/* taking back takes memory too: what could not be is, by the next change */
	if (store_begin(store, "nothing", &err))
		store_rollback(store);
	check_state(r, store, done);
	if (!ground_add(store, "memory again", NULL, &err))
		complain(r, "the store is of no use any more", err_msg(&err));
	err_release(&err);
	check_sound(r, store, "unsound");
	store_close(&store);
	return memory.struck;
}

static void memory_lacks(struct tap *t)
{
	struct shim_fault now = {.first = 1};
	struct trial r;
	size_t c;

	memory_start();
	for (c = 0; c < sizeof(deeds) / sizeof(deeds[0]); c++) {
		trial_start(&r, t, &deeds[c]);
		r.fault = &now;
		for (now = (struct shim_fault){.first = 1}; try_memory(&r);
		     now.first += 1 + now.first / 5)
			now.stays = !now.stays;
		trial_end(&r);
	}
}

int main(int argc, char **argv)
{
	static const struct tap_case cases[] = {
		{.name = "any call on the disk may fail", .run = disk_fails},
		{.name = "a write that was not made is found by doctor", .run = disk_lies},
		{.name = "SQLite may lack memory at any time", .run = memory_lacks},
	};

	return tap_run(cases, sizeof(cases) / sizeof(cases[0]), argc, argv);
}
