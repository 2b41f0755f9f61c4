/*
 * kill -9 in the midst of adding: what the child was told to be saved is there
 * when the file is opened again, and the file is sound. The control is a child
 * that tells before the commit.
 */
#include "config.h"

#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "ground.h"

enum { ROUNDS = 30, CONTROL_ROUNDS = 40, LIFE_US = 120000 };

struct round {
	struct tap *t;
	const char *path;
	bool early; /* the child tells before the commit */
	long told;  /* codes that were told in all rounds */
	long missing;
};

/* The id of the record goes through the pipe in one write, so never in part. */
static void tell(int fd, long long id)
{
	if (write(fd, &id, sizeof(id)) != (ssize_t)sizeof(id))
		_exit(1);
}

static _Noreturn void child(const struct round *r, int fd)
{
	struct store *store = ground_open(r->t, r->path);
	struct err err = ERR_INIT;
	struct record *rec;

	for (;;) {
		rec = ground_asset("one more");
		if (!store_begin(store, "add", &err) || !store_add(store, rec, &err))
			_exit(1);
		if (r->early)
			tell(fd, rec->id);
		if (!store_commit(store, NULL, &err))
			_exit(1);
		if (!r->early)
			tell(fd, rec->id);
		record_free(&rec);
	}
}

static void sleep_us(long us)
{
	struct timespec pause = {us / 1000000, us % 1000000 * 1000};

	nanosleep(&pause, NULL);
}

static bool is_there(struct store *store, long long id)
{
	struct record *rec = NULL;
	struct err err = ERR_INIT;
	bool there = store_get(store, &kind_asset, id, &rec, &err);

	record_free(&rec);
	err_release(&err);
	return there;
}

static void look(struct round *r, const long long *ids, size_t n)
{
	struct store *store = ground_open(r->t, r->path);
	char *why = NULL;
	size_t i;

	r->told += (long)n;
	for (i = 0; i < n; i++)
		r->missing += !is_there(store, ids[i]);
	if (!ground_sound(store, &why))
		tap_ok(r->t, false, "sound after kill -9: %s", why);
	free(why);
	store_close(&store);
}

/* Waits for the first record, so that it is killed while it works. */
static void kill_one(struct round *r, uint64_t *random)
{
	static long long ids[100000];
	size_t n = 0;
	int fd[2], status;
	pid_t pid;

	if (pipe(fd) || (pid = fork()) < 0)
		tap_bail(r->t, "cannot start a child: %s", strerror(errno));
	if (pid == 0) {
		close(fd[0]);
		child(r, fd[1]);
	}
	close(fd[1]);
	if (read(fd[0], &ids[n++], sizeof(ids[0])) != (ssize_t)sizeof(ids[0]))
		tap_bail(r->t, "the child could not add");
	sleep_us((long)ground_below(random, LIFE_US));
	kill(pid, SIGKILL);
	waitpid(pid, &status, 0);
	tap_ok(r->t, WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL, "it was killed at work");
	while (n < sizeof(ids) / sizeof(ids[0]) &&
	       read(fd[0], &ids[n], sizeof(ids[0])) == (ssize_t)sizeof(ids[0]))
		n++;
	close(fd[0]);
	look(r, ids, n);
}

static void kill_many(struct tap *t, bool early, int rounds)
{
	struct round r = {.t = t, .early = early};
	uint64_t random = ground_seed(t);
	int i;

	r.path = ground_file(t, "kill.isms");
	for (i = 0; i < rounds && !(early && r.missing); i++)
		kill_one(&r, &random);
	tap_diag(t, "%d rounds, %ld told, %ld missing", i, r.told, r.missing);
	tap_ok(t, !r.missing, "what was told to be saved is there");
}

static void killed(struct tap *t)
{
	kill_many(t, false, ROUNDS);
}

static void tells_early(struct tap *t)
{
	kill_many(t, true, CONTROL_ROUNDS);
}

static void control(struct tap *t)
{
	tap_fails(t, tells_early, "failed: what was told");
}

int main(int argc, char **argv)
{
	static const struct tap_case cases[] = {
		{.name = "what was acknowledged outlives kill -9", .run = killed},
		{.name = "who tells before the commit is found out", .run = control},
	};

	return tap_run(cases, sizeof(cases) / sizeof(cases[0]), argc, argv);
}
