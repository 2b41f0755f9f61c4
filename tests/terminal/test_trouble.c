/* Each thing that may be the matter with the file has a screen of its own. */
#include "config.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include "cli.h"
#include "files.h"
#include "screen.h"
#include "steps.h"
#include "tap.h"

#define FILE_NAME "sample.isms"

/* The golden screen up to the rows that can be chosen; below them stands what
 * the store said, with the path of this test. */
static void looks(struct screen *s, const char *head, const char *name, int rows)
{
	screen_wait(s, head);
	screen_match_rows(s, tap_str(screen_tap(s), "golden/trouble-%s", name), 0, rows);
}

/* Left from there: the exit status is that of the trouble. */
static void leave(struct screen *s, int status)
{
	screen_keys(s, "q");
	tap_is_int(screen_tap(s), screen_exit(s), status, "the exit status");
	screen_restored(s);
}

/* The program as somebody who is not root. */
static bool unprivileged(struct tap *t, struct screen_opts *opts)
{
	static const char *const dirs[] = {".", "home", "tmp"};

	memset(opts, 0, sizeof(*opts));
	if (geteuid() != 0)
		return true;
	if (!spawn_can_drop())
		return false;
	/* tests/run lets nobody else into its folder */
	if (chmod(file_path(t, ".."), 0711) || chmod(file_path(t, "../.."), 0711))
		return false;
	file_copy(t, getenv("ISMS_BIN"), "program");
	chmod(file_path(t, "program"), 0755);
	for (size_t i = 0; i < sizeof(dirs) / sizeof(dirs[0]); i++)
		if (chown(file_path(t, dirs[i]), SPAWN_NOBODY, SPAWN_NOBODY))
			return false;
	opts->run.binary = file_path(t, "program");
	opts->run.today = SPAWN_TODAY;
	opts->run.drop_root = true;
	return true;
}

static void shell(struct tap *t, const char *command)
{
	const struct spawn_opts opts = {.binary = "/bin/sh"};
	struct cli c;

	cli_run(t, &c, &opts, NULL, (const char *const[]){"-c", command, NULL});
	if (c.status != 0)
		tap_bail(t, "'%s' ended with %d: %s", command, c.status, c.err);
}

/* -- opening ----------------------------------------------------------------------- */

static void missing(struct tap *t)
{
	struct screen *s = screen_start(t, 24, 80, "none.isms", NULL);

	looks(s, "There is no such file", "missing", 9);
	leave(s, 3);
	s = screen_start(t, 24, 80, "none.isms", NULL);
	screen_wait(s, "There is no such file");
	screen_keys(s, "n");
	screen_wait(s, "Name of the organisation");
	screen_keys(s, "Muster<Enter>");
	screen_wait(s, "none.isms");
	screen_keys(s, "<Enter>");
	screen_wait(s, "5 x 5");
	screen_keys(s, "<Enter>");
	screen_wait_row(s, 0, "Dashboard");
	leave(s, 0);
	tap_ok(t, file_exists(t, "none.isms"), "it was made");
}

static void foreign(struct tap *t)
{
	struct screen *s;

	file_write(t, "letter.isms", "Dear Sir or Madam,\n");
	s = screen_start(t, 24, 80, "letter.isms", NULL);
	looks(s, "This is not a file of isms", "foreign", 9);
	leave(s, 3);
	steps_sample(t, FILE_NAME);
	s = screen_start(t, 24, 80, "letter.isms", NULL);
	screen_wait(s, "This is not a file of isms");
	screen_keys(s, "<Esc>");
	screen_wait(s, "q leaves the program");
	screen_keys(s, "o");
	screen_wait(s, "Open file:");
	screen_keys(s, "nowhere.isms<Enter>");
	screen_wait(s, "There is no such file");
	/* its name outlives the second look */
	screen_keys(s, "tt");
	screen_settle(s);
	screen_wait_row(s, 0, "nowhere.isms");
	screen_keys(s, "o");
	screen_wait(s, "Open file:");
	screen_keys(s, FILE_NAME "<Enter>");
	screen_wait_row(s, 0, "Dashboard");
	screen_keys(s, "5");
	screen_wait_row(s, 0, "Risks");
	screen_keys(s, "q");
	screen_wait_row(s, 0, "Dashboard");
	leave(s, 0);
}

/* A database of another program, with an empty file, which is none. */
static void other_database(struct tap *t)
{
	struct screen *s;

	steps_sample(t, FILE_NAME);
	shell(t, "printf else | dd of=" FILE_NAME " bs=1 seek=68 conv=notrunc 2>/dev/null");
	s = screen_start(t, 24, 80, FILE_NAME, NULL);
	screen_wait(s, "This is not a file of isms");
	screen_wait(s, "is a database, but not");
	leave(s, 3);
}

static void empty(struct tap *t)
{
	struct screen *s;

	file_write(t, "empty.isms", "");
	s = screen_start(t, 24, 80, "empty.isms", NULL);
	screen_wait(s, "This is not a file of isms");
	screen_wait(s, "empty.isms' is empty");
	leave(s, 3);
}

/* The backup that lies beside it is named, and proposed. */
static void damaged(struct tap *t)
{
	struct screen *s;

	steps_sample(t, FILE_NAME);
	file_copy(t, FILE_NAME, FILE_NAME ".bak");
	shell(t,
	      "dd if=/dev/zero of=" FILE_NAME " bs=4096 seek=3 count=60 conv=notrunc 2>/dev/null");
	s = screen_start(t, 24, 80, FILE_NAME, NULL);
	screen_wait(s, "There is one: " FILE_NAME ".bak");
	looks(s, "The file is damaged", "damaged", 11);
	screen_keys(s, "o");
	screen_wait(s, "Open file: " FILE_NAME ".bak");
	screen_keys(s, "<Enter>");
	screen_wait_row(s, 0, "Dashboard");
	leave(s, 0);
}

static void newer(struct tap *t)
{
	struct screen *s;
	char *bytes;
	size_t n;
	FILE *f;

	steps_sample(t, FILE_NAME);
	n = file_read(t, FILE_NAME, &bytes);
	bytes[63] = 99; /* user_version, the last of four bytes from 60 on */
	f = fopen(file_path(t, FILE_NAME), "wb");
	if (!f || fwrite(bytes, 1, n, f) != n || fclose(f))
		tap_bail(t, "cannot write the file");
	s = screen_start(t, 24, 80, FILE_NAME, NULL);
	looks(s, "The file was written by a newer isms", "newer", 9);
	screen_keys(s, "g");
	screen_wait_row(s, 0, "Dashboard");
	screen_keys(s, "5");
	screen_wait_row(s, 0, "RO");
	screen_keys(s, "e");
	screen_wait(s, "reading only");
	screen_keys(s, "q");
	screen_wait_row(s, 0, "Dashboard");
	leave(s, 0);
}

static void denied(struct tap *t)
{
	struct screen_opts opts;
	struct screen *s;

	steps_sample(t, FILE_NAME);
	if (!unprivileged(t, &opts))
		tap_skip(t, "root may read everything");
	chmod(file_path(t, FILE_NAME), 0);
	s = screen_run(t, &opts, (const char *const[]){FILE_NAME, NULL});
	looks(s, "You may not read this file", "denied", 10);
	screen_wait(s, "and its mode is 000");
	chmod(file_path(t, FILE_NAME), 0666);
	screen_keys(s, "t");
	screen_wait_row(s, 0, "Dashboard");
	leave(s, 0);
}

static void read_only(struct tap *t)
{
	struct screen_opts opts;
	struct screen *s;

	steps_sample(t, FILE_NAME);
	if (!unprivileged(t, &opts))
		tap_skip(t, "root may write everything");
	chmod(file_path(t, FILE_NAME), 0444);
	s = screen_run(t, &opts, (const char *const[]){FILE_NAME, NULL});
	looks(s, "The file can only be read", "read-only", 9);
	screen_wait(s, "no permission to write");
	screen_keys(s, "<Enter>");
	screen_wait_row(s, 0, "Dashboard");
	leave(s, 0);
	chmod(file_path(t, FILE_NAME), 0666);
	chmod(tap_dir(t), 0555);
	s = screen_run(t, &opts, (const char *const[]){FILE_NAME, NULL});
	screen_wait(s, "no permission to write in the folder of");
	screen_keys(s, "g");
	screen_wait_row(s, 0, "RO");
	leave(s, 0);
	chmod(tap_dir(t), 0755);
}

/* As if the file lay on NFS (elsewhere.c); false: that cannot be had here. */
static bool elsewhere(struct tap *t, const char *env[3])
{
	const char *bin = getenv("ISMS_BIN"), *slash = bin ? strrchr(bin, '/') : NULL;
	const char *asan = getenv("ASAN_OPTIONS");
	const char *lib;

	if (!slash)
		return false;
	lib = tap_str(t, "%.*s/tests/terminal/elsewhere.so", (int)(slash - bin), bin);
	if (access(lib, R_OK) != 0)
		return false;
	env[0] = tap_str(t, "LD_PRELOAD=%s", lib);
	env[1] = tap_str(t, "ASAN_OPTIONS=%s:verify_asan_link_order=0", asan ? asan : "");
	env[2] = NULL;
	return true;
}

static void network(struct tap *t)
{
	const char *env[3];
	struct screen_opts opts = {.run = {.env = env, .today = SPAWN_TODAY}};
	struct screen *s;

	steps_sample(t, FILE_NAME);
	if (!elsewhere(t, env))
		tap_skip(t, "no tests/terminal/elsewhere.so beside the program");
	s = screen_run(t, &opts, (const char *const[]){FILE_NAME, NULL});
	looks(s, "The file lies on another computer", "network", 10);
	screen_keys(s, "<Enter>");
	screen_wait_row(s, 0, "RO");
	screen_keys(s, "5a");
	screen_wait(s, "read-only");
	steps_leave(s);
	/* whoever knows better says so */
	s = screen_run(t, &opts, (const char *const[]){"--insist", FILE_NAME, NULL});
	screen_wait_row(s, 0, "Dashboard");
	screen_keys(s, "5a");
	screen_wait(s, "> Risk*");
	screen_keys(s, "Written all the same<C-s>");
	screen_wait(s, "added R-0046");
	steps_leave(s);
	tap_is(t, steps_value(t, FILE_NAME, "risk/R-0046", "title"), "Written all the same",
	       "saved");
}

/* A copy is brought up to date; the file stays as it is. */
static void older(struct tap *t)
{
	struct screen_opts opts;
	struct screen *s;

	shell(t,
	      tap_str(t, "gzip -dc '%s' >old.isms", file_source(t, "tests/fixtures/v1.isms.gz")));
	file_copy(t, "old.isms", "before.isms");
	if (!unprivileged(t, &opts))
		tap_skip(t, "root may write everything");
	chmod(file_path(t, "old.isms"), 0444);
	s = screen_run(t, &opts, (const char *const[]){"old.isms", NULL});
	looks(s, "The file is of an older version", "older", 9);
	screen_keys(s, "c");
	screen_wait(s, "Copy to: old.isms");
	screen_keys(s, "<Enter>");
	screen_wait(s, "there already");
	screen_keys(s, "c");
	screen_wait(s, "Copy to: old.isms");
	screen_keys(s, "<C-u>mine.isms<Enter>");
	screen_wait_row(s, 0, "mine.isms");
	screen_wait_row(s, 0, "Dashboard");
	screen_wait(s, "brought up to date");
	leave(s, 0);
	tap_ok(t, file_same(t, "old.isms", "before.isms"), "the old one is as it was");
}

/* Held by another program, which then lets go. */
static struct screen *holder(struct tap *t, const char *how)
{
	const struct screen_opts opts = {.run = {.binary = "/bin/sh"}};
	struct screen *s = screen_run(
		t, &opts,
		(const char *const[]){"-c",
				      tap_str(t,
					      "(echo 'begin %s;'; echo '.print held'; read x; "
					      "echo 'rollback;') | sqlite3 " FILE_NAME
					      "; echo released",
					      how),
				      NULL});

	screen_pump(s, 200);
	if (screen_has(s, "not found"))
		tap_skip(t, "no sqlite3");
	screen_wait(s, "held");
	return s;
}

static void locked(struct tap *t)
{
	const struct screen_opts opts = {.wait_ms = 30000};
	struct screen *s, *other;

	steps_sample(t, FILE_NAME);
	other = holder(t, "exclusive");
	s = screen_run(t, &opts, (const char *const[]){FILE_NAME, NULL});
	looks(s, "Somebody else is writing to the file", "locked", 8);
	screen_keys(other, "\n");
	screen_wait(other, "released");
	screen_keys(s, "t");
	screen_wait_row(s, 0, "Dashboard");
	leave(s, 0);
}

static void path(struct tap *t)
{
	struct screen *s;

	steps_sample(t, FILE_NAME);
	if (symlink(FILE_NAME, file_path(t, "link.isms")))
		tap_bail(t, "cannot make a link");
	s = screen_start(t, 24, 80, "link.isms", NULL);
	looks(s, "This cannot be opened", "path", 8);
	screen_wait(s, "is a symbolic link");
	leave(s, 3);
}

/* -- saving ------------------------------------------------------------------------ */

static struct screen *typed(struct tap *t, const struct screen_opts *opts)
{
	struct screen *s = steps_open(t, opts, FILE_NAME);

	screen_keys(s, "5e");
	screen_wait(s, "> Risk*");
	screen_keys(s, "<C-u>Getippt");
	screen_wait(s, "Getippt");
	return s;
}

static void locked_save(struct tap *t)
{
	const struct screen_opts opts = {.wait_ms = 30000};
	struct screen *s, *other;

	steps_sample(t, FILE_NAME);
	s = typed(t, &opts);
	other = holder(t, "immediate");
	screen_keys(s, "<C-s>");
	screen_wait(s, "Not saved: Somebody else is writing to the file");
	screen_wait(s, "What you typed is still here, and kept as a draft.");
	screen_keys(other, "\n");
	screen_wait(other, "released");
	screen_keys(s, "t");
	screen_wait(s, "saved R-0001");
	steps_leave(s);
	tap_is(t, steps_value(t, FILE_NAME, "risk/R-0001", "title"), "Getippt", "saved at last");
}

/* A real limit of the system: the file may not grow, until it may. */
static void full(struct tap *t)
{
	static const char *const env[] = {"EDITOR=sh ./editor", NULL};
	const struct screen_opts opts = {.run = {.env = env}};
	struct rlimit limit = {0, RLIM_INFINITY}, none = {RLIM_INFINITY, RLIM_INFINITY};
	struct screen *s;
	struct stat st;
	int row, col;

	steps_sample(t, FILE_NAME);
	file_write(t, "editor",
		   "awk 'BEGIN { for (i = 0; i < 5000; i++) printf \"%063d\\n\", i }' >text\n"
		   "cat text >\"$1\"\n");
	if (stat(file_path(t, FILE_NAME), &st) || setrlimit(RLIMIT_FSIZE, &none))
		tap_skip(t, "limits cannot be set here");
	s = typed(t, &opts);
	steps_field(s, "Scenario");
	screen_keys(s, "<C-o>");
	screen_wait(s, "0000000000");
	limit.rlim_cur = (rlim_t)st.st_size + 8192;
	if (prlimit(screen_pid(s), RLIMIT_FSIZE, &limit, NULL))
		tap_skip(t, "limits of another process cannot be set here");
	screen_keys(s, "<C-s>");
	screen_wait(s, "Not saved: The disk is full");
	screen_wait(s, "Make room on it");
	if (screen_find(s, "Make room on it", &row, &col)) /* the path is above */
		screen_match_rows(s, "golden/trouble-full", row, 4);
	screen_keys(s, "k");
	screen_wait_gone(s, "Not saved");
	screen_wait_row(s, 0, "Edit R-0001");
	screen_keys(s, "<C-s>");
	screen_wait(s, "Not saved: The disk is full");
	if (prlimit(screen_pid(s), RLIMIT_FSIZE, &none, NULL))
		tap_bail(t, "the limit cannot be taken back");
	screen_keys(s, "t");
	screen_wait(s, "saved R-0001");
	steps_leave(s);
	tap_is(t, steps_value(t, FILE_NAME, "risk/R-0001", "title"), "Getippt", "saved at last");
}

/* -- the file vanishes ------------------------------------------------------------- */

/* Written anew with what was saved; the form goes on and can be saved. */
static void gone(struct tap *t)
{
	struct screen *s;

	steps_sample(t, FILE_NAME);
	s = typed(t, NULL);
	unlink(file_path(t, FILE_NAME));
	looks(s, "The file is gone", "gone", 8);
	tap_ok(t, !screen_has(s, "o Open another"), "what is typed cannot be lost");
	screen_keys(s, "w");
	screen_wait(s, "Write to:");
	screen_keys(s, "<Enter>");
	screen_wait(s, "written to");
	screen_wait_row(s, 0, "Edit R-0001");
	screen_wait(s, "Getippt");
	screen_keys(s, "<C-s>");
	screen_wait(s, "saved R-0001");
	steps_leave(s);
	tap_is(t, steps_value(t, FILE_NAME, "risk/R-0001", "title"), "Getippt", "saved");
}

/* Nothing is written into a file that was put in its place; back again, all is well. */
static void replaced(struct tap *t)
{
	struct screen *s;

	steps_sample(t, FILE_NAME);
	s = typed(t, NULL);
	shell(t, "mv " FILE_NAME " aside && cp aside " FILE_NAME " && cp aside before");
	screen_wait(s, "The file is gone");
	screen_keys(s, "g");
	screen_wait_row(s, 0, "Edit R-0001");
	screen_keys(s, "<C-s>");
	screen_wait(s, "Not saved: The file is gone");
	tap_ok(t, file_same(t, FILE_NAME, "before") && file_same(t, "aside", "before"),
	       "neither was written to");
	shell(t, "mv aside " FILE_NAME);
	screen_keys(s, "t");
	screen_wait(s, "saved R-0001");
	steps_leave(s);
	tap_is(t, steps_value(t, FILE_NAME, "risk/R-0001", "title"), "Getippt", "saved");
}

/* Nothing is typed: what took its place is opened. */
static void opened_anew(struct tap *t)
{
	struct screen *s;

	steps_sample(t, FILE_NAME);
	s = steps_open(t, NULL, FILE_NAME);
	screen_keys(s, "5");
	screen_wait_row(s, 0, "Risks");
	shell(t, "cp " FILE_NAME " other && mv other " FILE_NAME);
	steps_cli(t, "-f", FILE_NAME, "set", "R-0001", "title=Anders", NULL);
	screen_wait(s, "The file is gone");
	screen_wait(s, "o Open another");
	screen_keys(s, "t");
	screen_wait_row(s, 0, "Dashboard");
	screen_keys(s, "5");
	screen_wait(s, "Anders");
	steps_leave(s);
}

/* At the smallest size the rows can be seen and chosen. */
static void small(struct tap *t)
{
	struct screen *s = screen_start(t, 10, 40, "none.isms", NULL);

	screen_wait(s, "There is no such file");
	screen_wait(s, "q Quit");
	screen_resize(s, 60, 200);
	screen_wait(s, "make one with");
	leave(s, 3);
}

static const struct tap_case cases[] = {
	{.name = "missing", .run = missing},
	{.name = "foreign", .run = foreign},
	{.name = "other-database", .run = other_database},
	{.name = "empty", .run = empty},
	{.name = "damaged", .run = damaged},
	{.name = "newer", .run = newer},
	{.name = "denied", .run = denied},
	{.name = "read-only", .run = read_only},
	{.name = "network", .run = network},
	{.name = "older", .run = older},
	{.name = "locked", .run = locked},
	{.name = "path", .run = path},
	{.name = "locked-save", .run = locked_save},
	{.name = "full", .run = full},
	{.name = "gone", .run = gone},
	{.name = "replaced", .run = replaced},
	{.name = "opened-anew", .run = opened_anew},
	{.name = "small", .run = small},
};

int main(int argc, char **argv)
{
	return tap_run(cases, sizeof(cases) / sizeof(*cases), argc, argv);
}
