/*
 * Power loss. A run of changes is recorded write by write; then the disk is
 * made as it may be after every moment of it: all that was synced is there, of
 * the rest nothing, everything, or any part, torn at sectors. The file must
 * open, be sound, and hold all transactions that were acknowledged by then and
 * nothing of a half one.
 *
 * The control is a disk that lies about the syncs of the journal.
 */
#include "config.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "ground.h"
#include "shim.h"

#include "isms/util/mem.h"

enum { SECTOR = 512, STATES_MAX = 64, FILES = 2, SHOWN_MAX = 5 };

static struct shim shim; /* SQLite keeps a pointer to it until the end */

struct image {
	unsigned char *bytes;
	size_t len, cap;
};

struct replay {
	struct tap *t;
	char *path, *journal;
	char *states[STATES_MAX];
	size_t nstates;
	struct image synced[FILES]; /* database, journal: as on the disk for sure */
	bool *durable;		    /* of each event: is it in synced? */
	int lying;		    /* file whose syncs do nothing; -1: none */
	size_t stride;		    /* of events without meaning, each n-th is a cut */
	uint64_t random;
	long cuts, lost, damaged;
};

/* What becomes of a write that was not synced. */
enum fate { NOTHING, EVERYTHING, ANYTHING };

/* ---- images ---- */

static void image_room(struct image *im, size_t len)
{
	if (len > im->cap) {
		im->cap = 2 * len;
		im->bytes = xrealloc(im->bytes, im->cap, 1);
	}
	if (len > im->len)
		memset(im->bytes + im->len, 0, len - im->len);
}

static void image_resize(struct image *im, size_t len)
{
	image_room(im, len);
	im->len = len;
}

static void image_write(struct image *im, size_t at, const unsigned char *bytes, size_t n)
{
	if (at + n > im->len)
		image_resize(im, at + n);
	memcpy(im->bytes + at, bytes, n);
}

static void image_copy(struct image *to, const struct image *from)
{
	image_resize(to, from->len);
	if (from->len)
		memcpy(to->bytes, from->bytes, from->len);
}

static void apply(struct image *im, const struct shim_event *e)
{
	if (e->op == SHIM_TRUNCATE)
		image_resize(im, e->at);
	else if (e->op == SHIM_WRITE)
		image_write(im, e->at, e->bytes, e->n);
}

/* Sector by sector, each there or not. */
static void apply_torn(struct image *im, const struct shim_event *e, uint64_t *random)
{
	size_t done, n;

	for (done = 0; done < e->n; done += n) {
		n = SECTOR - (e->at + done) % SECTOR;
		if (n > e->n - done)
			n = e->n - done;
		if (ground_random(random) & 1)
			image_write(im, e->at + done, e->bytes + done, n);
	}
}

static void apply_fate(struct image *im, const struct shim_event *e, enum fate fate,
		       uint64_t *random)
{
	size_t pick = fate == ANYTHING ? ground_below(random, 3) : 0;

	if (fate == EVERYTHING || (fate == ANYTHING && pick == 1))
		apply(im, e);
	else if (pick == 2 && e->op == SHIM_WRITE)
		apply_torn(im, e, random);
}

/* ---- the run that is recorded ---- */

static void must(struct tap *t, bool done, const struct err *err)
{
	if (!done)
		tap_bail(t, "the change failed: %s", err_msg(err));
}

static void acknowledged(struct replay *r, struct store *store)
{
	struct err err = ERR_INIT;

	shim_mark(&shim);
	must(r->t, r->nstates < STATES_MAX && ground_state(store, &r->states[r->nstates++], &err),
	     &err);
}

static void archive(struct tap *t, struct store *store, long long id)
{
	struct err err = ERR_INIT;

	must(t,
	     store_begin(store, "archive", &err) &&
		     store_archive(store, &kind_asset, id, true, &err) &&
		     store_commit(store, NULL, &err),
	     &err);
}

static void record_run(struct replay *r)
{
	struct store *store = ground_open(r->t, r->path);
	struct err err = ERR_INIT;
	long long id = 0;
	char *before;

	must(r->t, ground_state(store, &before, &err), &err);
	r->states[r->nstates++] = before;
	shim.logging = true;
	must(r->t, ground_add(store, "one", &id, &err), &err);
	acknowledged(r, store);
	must(r->t, ground_title(store, id, "two", &err), &err);
	acknowledged(r, store);
	must(r->t, store_undo(store, 0, NULL, &err), &err);
	acknowledged(r, store);
	must(r->t, store_redo(store, 0, NULL, &err), &err);
	acknowledged(r, store);
	must(r->t, ground_bulk(store, 40, &err), &err);
	acknowledged(r, store);
	archive(r->t, store, id);
	acknowledged(r, store);
	must(r->t, store_undo(store, 0, NULL, &err), &err);
	acknowledged(r, store);
	must(r->t, ground_add(store, "last", &id, &err), &err);
	acknowledged(r, store);
	shim.logging = false;
	store_close(&store);
}

/* ---- after the power is back ---- */

static void complain(struct replay *r, const char *what, size_t cut, const char *why)
{
	if (r->lost + r->damaged <= SHOWN_MAX)
		tap_diag(r->t, "%s at event %zu of %zu: %s", what, cut, shim.nlog, why);
}

static void check_open(struct replay *r, struct store *store, size_t cut, size_t acked)
{
	struct err err = ERR_INIT;
	char *state = NULL, *why = NULL;
	bool same;

	if (!ground_sound(store, &why) || !ground_state(store, &state, &err)) {
		r->damaged++;
		complain(r, "damaged", cut, why ? why : err_msg(&err));
	} else {
		same = !strcmp(state, r->states[acked]) ||
		       (acked + 1 < r->nstates && !strcmp(state, r->states[acked + 1]));
		r->lost += !same;
		if (!same)
			complain(r, "lost", cut, state);
	}
	free(state);
	free(why);
	err_release(&err);
}

static void check_disk(struct replay *r, const struct image disk[FILES], size_t cut, size_t acked)
{
	struct store *store = NULL;
	struct err err = ERR_INIT;

	ground_write(r->t, r->path, disk[0].bytes, disk[0].len);
	unlink(r->journal);
	if (disk[1].len)
		ground_write(r->t, r->journal, disk[1].bytes, disk[1].len);
	r->cuts++;
	if (ground_try(r->path, &store, &err)) {
		check_open(r, store, cut, acked);
	} else {
		r->damaged++;
		complain(r, "does not open", cut, err_msg(&err));
	}
	store_close(&store);
	err_release(&err);
}

/* The disk at a cut: what is synced and, of the events since, what fate says. */
static void cut_here(struct replay *r, size_t cut, size_t acked, enum fate fate)
{
	struct image disk[FILES] = {{0}};
	size_t i;

	for (i = 0; i < FILES; i++)
		image_copy(&disk[i], &r->synced[i]);
	for (i = 0; i < cut; i++)
		if (!r->durable[i])
			apply_fate(&disk[shim.log[i].journal], &shim.log[i], fate, &r->random);
	check_disk(r, disk, cut, acked);
	for (i = 0; i < FILES; i++)
		free(disk[i].bytes);
}

/* A sync makes durable what was done to its file until then. */
static void sync_file(struct replay *r, size_t at)
{
	bool journal = shim.log[at].journal;
	size_t i;

	if (r->lying == (int)journal)
		return;
	for (i = 0; i < at; i++)
		if (!r->durable[i] && shim.log[i].journal == journal) {
			apply(&r->synced[journal], &shim.log[i]);
			r->durable[i] = true;
		}
}

/* Without anything to write: not for a cut, not for an image. */
static void settle_marks(struct replay *r)
{
	size_t i;

	for (i = 0; i < shim.nlog; i++)
		r->durable[i] = shim.log[i].op == SHIM_MARK || shim.log[i].op == SHIM_SYNC;
}

static void cut_everywhere(struct replay *r)
{
	size_t cut, acked = 0;
	bool fresh = true; /* nothing was cut since what is synced has changed */

	settle_marks(r);
	for (cut = 0; cut <= shim.nlog; cut++) {
		enum shim_op op = cut < shim.nlog ? shim.log[cut].op : SHIM_MARK;

		if (op != SHIM_WRITE || cut % r->stride == 0) {
			if (fresh)
				cut_here(r, cut, acked, NOTHING);
			fresh = false;
			cut_here(r, cut, acked, EVERYTHING);
			cut_here(r, cut, acked, ANYTHING);
			cut_here(r, cut, acked, ANYTHING);
		}
		if (cut < shim.nlog && op == SHIM_SYNC)
			sync_file(r, cut);
		acked += cut < shim.nlog && op == SHIM_MARK;
		fresh = fresh || op == SHIM_SYNC || op == SHIM_MARK;
	}
}

static void replay_release(struct replay *r)
{
	size_t i;

	for (i = 0; i < r->nstates; i++)
		free(r->states[i]);
	for (i = 0; i < FILES; i++)
		free(r->synced[i].bytes);
	free(r->durable);
	shim_forget(&shim);
}

static void start(struct replay *r)
{
	struct image *db = &r->synced[0];

	r->random = ground_seed(r->t);
	r->path = ground_file(r->t, "power.isms");
	r->journal = tap_str(r->t, "%s-journal", r->path);
	shim_start(&shim);
	db->bytes = ground_read(r->t, r->path, &db->len);
	db->cap = db->len;
	record_run(r);
	r->durable = xcalloc(shim.nlog, sizeof(*r->durable));
}

static void verdict(const struct replay *r)
{
	tap_diag(r->t, "%zu transactions, %zu events, %ld cuts: %ld lost, %ld damaged",
		 r->nstates - 1, shim.nlog, r->cuts, r->lost, r->damaged);
	tap_ok(r->t, r->cuts > 0 && !r->lost && !r->damaged, "all is there after a loss of power");
}

static void lose_power(struct tap *t, int lying, size_t stride)
{
	struct replay r = {.t = t, .lying = lying, .stride = stride};

	start(&r);
	cut_everywhere(&r);
	verdict(&r);
	replay_release(&r);
}

static void honest_disk(struct tap *t)
{
	lose_power(t, -1, 6);
}

static void lying_journal(struct tap *t)
{
	lose_power(t, 1, 20);
}

static void lying_database(struct tap *t)
{
	lose_power(t, 0, 20);
}

/* Goes on to the sync of the database in the longest transaction: the moment
 * when its journal is needed most. */
static void worst_moment(struct replay *r)
{
	size_t i, n = 0, most = 0, at = 0;

	for (i = 0; i < shim.nlog; i++) {
		n = shim.log[i].op == SHIM_MARK ? 0 : n + 1;
		if (shim.log[i].op == SHIM_SYNC && !shim.log[i].journal && n > most) {
			most = n;
			at = i;
		}
	}
	settle_marks(r);
	for (i = 0; i < at; i++)
		if (shim.log[i].op == SHIM_SYNC)
			sync_file(r, i);
	for (i = 0; i < at; i++)
		if (!r->durable[i])
			apply(&r->synced[shim.log[i].journal], &shim.log[i]);
}

/* Opens the file with its hot journal, recording how it is brought back. */
static void record_recovery(struct replay *r)
{
	struct store *store;

	ground_write(r->t, r->path, r->synced[0].bytes, r->synced[0].len);
	ground_write(r->t, r->journal, r->synced[1].bytes, r->synced[1].len);
	shim_forget(&shim);
	shim.logging = true;
	store = ground_open(r->t, r->path);
	shim.logging = false;
	store_close(&store);
	free(r->durable);
	r->durable = xcalloc(shim.nlog, sizeof(*r->durable));
}

/* The power goes again while the file is brought back. */
static void lose_it_twice(struct tap *t)
{
	struct replay r = {.t = t, .lying = -1, .stride = 1};
	struct store *store;
	struct err err = ERR_INIT;
	char *back = NULL;
	bool known = false;
	size_t i;

	start(&r);
	worst_moment(&r);
	tap_ok(t, r.synced[1].len > 0, "there is a journal to go back by");
	record_recovery(&r);
	store = ground_open(t, r.path);
	must(t, ground_state(store, &back, &err), &err);
	store_close(&store);
	for (i = 0; i < r.nstates; i++) {
		known = known || !strcmp(back, r.states[i]);
		free(r.states[i]);
	}
	tap_ok(t, known, "it is brought back to a state that was acknowledged");
	r.states[0] = back;
	r.nstates = 1;
	cut_everywhere(&r);
	verdict(&r);
	replay_release(&r);
}

static void controls(struct tap *t)
{
	tap_fails(t, lying_journal, "failed: all is there");
	tap_fails(t, lying_database, "failed: all is there");
}

int main(int argc, char **argv)
{
	static const struct tap_case cases[] = {
		{.name = "what was acknowledged outlives a loss of power", .run = honest_disk},
		{.name = "and a second one while it is brought back", .run = lose_it_twice},
		{.name = "a disk that lies about syncs is found out", .run = controls},
	};

	return tap_run(cases, sizeof(cases) / sizeof(cases[0]), argc, argv);
}
