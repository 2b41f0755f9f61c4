/*
 * A file, or its journal, in which anything may stand: opening, listing, doctor
 * and a change end with an answer or with an error that says something. They
 * never crash, hang or read where they must not.
 */
#include "config.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "ground.h"
#include "mutate.h"
#include "shim.h"

#include "isms/util/mem.h"

static struct shim shim; /* no fault; it leaves the syncs out, which is quicker */

enum { SECONDS = 14, MUTATIONS_MAX = 4000, SHOWN_MAX = 5 };

struct mutants {
	struct tap *t;
	char *path, *journal;
	unsigned char *bytes, *now;
	size_t n;
	struct mutate_tally tally;
	int complaints;
};

static void one(struct mutants *m, uint64_t seed)
{
	const char *why;
	size_t n;

	memcpy(m->now, m->bytes, m->n);
	n = mutate_bytes(m->now, m->n, &seed);
	ground_write(m->t, m->path, m->now, n);
	unlink(m->journal);
	if (ground_below(&seed, 8) == 0) /* a hot journal of anything */
		ground_write(m->t, m->journal, m->now, n / 2);
	why = mutate_use(m->path, &m->tally);
	if (why && m->complaints++ < SHOWN_MAX)
		tap_diag(m->t, "an error that says nothing: %s", why);
}

static void mutants(struct tap *t)
{
	struct mutants m = {.t = t};
	time_t end = time(NULL) + SECONDS;
	uint64_t seed = ground_seed(t);
	int i;

	shim_start(&shim);
	m.path = ground_file(t, "mutated.isms");
	m.journal = tap_str(t, "%s-journal", m.path);
	m.bytes = ground_read(t, m.path, &m.n);
	m.now = xmalloc(m.n);
	for (i = 0; i < MUTATIONS_MAX && time(NULL) < end; i++)
		one(&m, seed + (uint64_t)i);
	tap_diag(t, "%d mutants: %ld opened, %ld of them sound, %ld took a change", i,
		 m.tally.opened, m.tally.sound, m.tally.written);
	tap_ok(t, !m.complaints, "errors say what is wrong");
	tap_ok(t, m.tally.opened > 0 && m.tally.opened < i, "some open, some do not");
	free(m.bytes);
	free(m.now);
}

/* Whether one of the mutants is of that sort is luck: here a letter of a title is another
 * wherever it stands, in the register, its history and its index alike. */
static void another_letter(struct tap *t)
{
	static const char title[] = "Backup tapes", other[] = "Backup types";
	const size_t len = sizeof(title) - 1;
	struct mutate_tally tally = {0};
	unsigned char *bytes;
	const char *path, *why;
	int places = 0;
	size_t n;

	shim_start(&shim);
	path = ground_file(t, "letter.isms");
	why = mutate_use(path, &tally);
	tap_ok(t, !why && tally.opened == 1 && tally.sound == 1, "before it is sound");
	path = ground_file(t, "another.isms");
	bytes = ground_read(t, path, &n);
	for (size_t i = 0; i + len <= n; i++) {
		if (memcmp(bytes + i, title, len) == 0) {
			memcpy(bytes + i, other, len);
			places++;
		}
	}
	ground_write(t, path, bytes, n);
	tally = (struct mutate_tally){0};
	why = mutate_use(path, &tally);
	tap_diag(t, "%d places", places);
	tap_ok(t, places > 0 && !why && tally.opened == 1, "it opens");
	tap_is_int(t, tally.sound, 0, "doctor finds what opening does not");
	free(bytes);
}

int main(int argc, char **argv)
{
	static const struct tap_case cases[] = {
		{.name = "a file with anything in it", .run = mutants},
		{.name = "doctor finds what opening does not", .run = another_letter},
	};

	return tap_run(cases, sizeof(cases) / sizeof(cases[0]), argc, argv);
}
