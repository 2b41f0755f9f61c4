/*
 * Random keys on the real program: monkey [-s SEED] [-n KEYS] [FILE]
 *
 * It works on a copy of FILE, without one on the demonstration that the
 * program makes; SEED and KEYS (6000) may also come from $ISMS_MONKEY_SEED
 * and $ISMS_MONKEY_KEYS. Without a seed it is always the same run, so that a
 * change that passed passes again; "clock" is another one each time, as `make
 * fuzz` has it. It fails when the program dies, ends with another
 * status than 0, stops reading or drawing for the time of a wait, has something
 * on the screen that it would not draw there anew, leaves the terminal in
 * disorder, or damages the file. What it typed stands in keys.log
 * of the case's folder, in the notation of screen_keys(), which is kept then;
 * run it by hand, not through tests/run, which removes its own.
 *
 * A monkey types file names, so the program runs in an empty folder with its
 * HOME there; for root as nobody; and where neither holds it back from the
 * root of the tree, '/' is not typed.
 */
#include "config.h"

#include <errno.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "cli.h"
#include "files.h"
#include "screen.h"
#include "tap.h"

enum { KEYS = 6000, SEED = 27001, STORM = 200, RECENT = 60, LIMIT_S = 3600, FILE_ROOM = 300, SEEN_MS = 400 };

#define FILE_NAME "monkey.isms"

struct options {
	const char *file; /* NULL: the demonstration */
	uint64_t seed;
	long keys;
};

struct monkey {
	struct tap *t;
	struct screen *s;
	struct spawn_opts run;
	uint64_t random;
	long sent;
	int starts;
	bool confined; /* may type '/' */
	bool done;
	FILE *log;
	char recent[RECENT][24]; /* the last keys, a ring */
};

/* splitmix64: the same keys from the same seed everywhere. */
static uint64_t next_random(struct monkey *m)
{
	uint64_t z = m->random += UINT64_C(0x9e3779b97f4a7c15);

	z = (z ^ z >> 30) * UINT64_C(0xbf58476d1ce4e5b9);
	z = (z ^ z >> 27) * UINT64_C(0x94d049bb133111eb);
	return z ^ z >> 31;
}

static size_t below(struct monkey *m, size_t n)
{
	return (size_t)(next_random(m) % n);
}

/* -- the keys ---------------------------------------------------------------- */

static void note(struct monkey *m, const char *keys)
{
	char *slot = m->recent[m->sent++ % RECENT];

	snprintf(slot, sizeof(m->recent[0]), "%s", keys);
	for (char *p = slot; *p; p++)
		if ((unsigned char)*p < ' ')
			*p = '.'; /* a line of TAP stays one */
	fputs(keys, m->log);
	if (m->sent % 20 == 0)
		fputc('\n', m->log);
}

static void type(struct monkey *m, const char *keys)
{
	note(m, keys);
	screen_keys(m->s, keys);
}

/* What a terminal would never send, or a link tears; noted as C would write it. */
static void type_raw(struct monkey *m, const char *bytes)
{
	char text[24] = "{";
	size_t n = 1;

	for (const char *p = bytes; *p && n + 6 < sizeof(text); p++)
		n += (size_t)snprintf(text + n, sizeof(text) - n,
				      *p >= ' ' && *p < 127 ? "%c" : "\\%o", (unsigned char)*p);
	snprintf(text + n, sizeof(text) - n, "}");
	note(m, text);
	screen_send(m->s, bytes, strlen(bytes));
}

static void type_one_of(struct monkey *m, const char *const *list, size_t n)
{
	type(m, list[below(m, n)]);
}

#define COUNT(list) (sizeof(list) / sizeof(*(list)))

static void move(struct monkey *m)
{
	static const char *const list[] = {
		"<Up>",	  "<Down>", "<Left>", "<Right>", "<Down>", "<PgUp>", "<PgDn>",
		"<Home>", "<End>",  "<Tab>",  "<S-Tab>", "j",	   "k",	     "h",
		"l",	  "g",	    "G",      "n",	 "p",
	};

	type_one_of(m, list, COUNT(list));
}

static void enter(struct monkey *m)
{
	type(m, "<Enter>");
}

/* Half of them at once with what follows, which is Alt to the program. */
static void escape(struct monkey *m)
{
	if (below(m, 2))
		type(m, "<Esc>");
	else
		type_raw(m, "\033");
}

static void letter(struct monkey *m)
{
	static const char list[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";

	type(m, (const char[]){list[below(m, sizeof(list) - 1)], '\0'});
}

/* No '<', which is not itself in the notation, and '/' under conditions. */
static void sign(struct monkey *m)
{
	static const char list[] = "/0123456789 !\"#$%&'()*+,-.:;=>?@[\\]^_`{|}~";
	size_t first = m->confined ? 0 : 1;

	type(m, (const char[]){list[first + below(m, sizeof(list) - 1 - first)], '\0'});
}

static bool has_terminal(struct screen *s, const void *arg)
{
	(void)arg;
	return screen_ended(s) || (screen_unread(s) == 0 && !screen_modes(s).canonical);
}

/* Until the program has the terminal for itself, or has ended. */
static void rest(struct monkey *m)
{
	screen_settle(m->s);
	screen_wait_for(m->s, has_terminal, NULL, "the program to have the terminal again");
	screen_settle(m->s);
}

/* What is typed while the editor has the terminal may go either way, and an end of a
 * paste be lost: ^O is waited for. While the program leaves, ^C is a signal to it. */
static void control(struct monkey *m)
{
	char keys[] = "<C-a>";

	keys[3] = (char)('a' + below(m, 25)); /* ^Z is stop() */
	if (keys[3] == 'c')
		rest(m);
	if (screen_ended(m->s))
		return;
	type(m, keys);
	if (keys[3] == 'o')
		rest(m);
}

static void function(struct monkey *m)
{
	char keys[8];

	snprintf(keys, sizeof(keys), "<F%d>", 1 + (int)below(m, 12));
	type(m, keys);
}

static void edit(struct monkey *m)
{
	static const char *const list[] = {"<BS>", "<Del>", "<Ins>", "<Space>", "<C-s>", "<BS*9>"};

	type_one_of(m, list, COUNT(list));
}

static void word(struct monkey *m)
{
	static const char *const list[] = {
		"owner:",
		"level>=high",
		"c<lt>><Enter>",
		"=<Enter>",
		"vjj<Enter>E",
		"F<Enter>",
		"ba'a",
		"due<lt>today",
		"due<lt>+2w",
		"~[a-",
		"!word",
		"2026-02-30",
		"+2w",
		"99999999999999999999",
		"-1",
		"'; drop table risk; --",
		"R-0001",
		"y",
		"%s%n",
		":risks<Enter>",
		":",
		"=",
		"éà",
		"漢字",
		"👍🏽",
		"e\xcc\x81\xcc\x81\xcc\x81",
		"\xe2\x80\xae",
		"\xef\xbf\xbf",
	};

	type_one_of(m, list, COUNT(list));
}

static void paste(struct monkey *m)
{
	static const char *const list[] = {
		"<PasteOn>two\nlines<PasteOff>",
		"<PasteOn>",
		"<PasteOff>",
		"<PasteOn>a\tb\x01\x7f<PasteOff>",
		"<PasteOn>q<Esc>q<PasteOff>",
	};

	type_one_of(m, list, COUNT(list));
}

static void noise(struct monkey *m)
{
	static const char *const list[] = {
		"\033[200~", "\033[201~", "\033[999~",	  "\033[1;9Z",	    "\033]junk\a",
		"\033[",     "\033O",	  "\xff",	  "\xc3",	    "\xf0\x9f",
		"\x80",	     "\033[M !!", "\033[<0;1;1M", "\033P1$r\033\\",
	};

	type_raw(m, list[below(m, COUNT(list))]);
}

static void resize(struct monkey *m)
{
	static const int rows[] = {1, 2, 5, 9, 10, 11, 24, 24, 24, 25, 50, 100};
	static const int cols[] = {1, 2, 10, 39, 40, 59, 60, 80, 80, 80, 100, 132, 200};
	int r = rows[below(m, COUNT(rows))], c = cols[below(m, COUNT(cols))];
	char text[24];

	snprintf(text, sizeof(text), "{%dx%d}", c, r);
	note(m, text);
	screen_resize(m->s, r, c);
}

static bool has_drawn(struct screen *s, const void *arg)
{
	(void)arg;
	return screen_ended(s) || screen_bytes(s).bytes > 0;
}

static bool has_read(struct screen *s, const void *arg)
{
	(void)arg;
	return screen_ended(s) || screen_stopped(s) || screen_unread(s) == 0;
}

static void go_on(struct monkey *m)
{
	if (!screen_stopped(m->s))
		return;
	screen_bytes(m->s);
	screen_continue(m->s);
	screen_wait_for(m->s, has_drawn, NULL, "anything on the screen");
	screen_settle(m->s);
}

/* Where the program stops, it is continued, and has drawn before the next key: until
 * then the terminal is not its own, and a ^C would be a signal. */
static void stop(struct monkey *m)
{
	type(m, "<C-z>");
	screen_wait_for(m->s, has_read, NULL, "the program to read its keys");
	screen_settle(m->s);
	go_on(m);
}

static const struct habit {
	unsigned weight;
	void (*act)(struct monkey *m);
} habits[] = {
	{300, move}, {120, letter}, {100, enter}, {90, sign},	  {70, escape},
	{50, edit},  {50, control}, {40, word},	  {30, function}, {10, resize},
	{10, paste}, {10, noise},   {1, stop},
};

static void act(struct monkey *m)
{
	size_t sum = 0, pick;

	for (size_t i = 0; i < COUNT(habits); i++)
		sum += habits[i].weight;
	pick = below(m, sum);
	for (size_t i = 0; i < COUNT(habits); i++) {
		if (pick < habits[i].weight) {
			habits[i].act(m);
			return;
		}
		pick -= habits[i].weight;
	}
}

/* -- the program ---------------------------------------------------------------- */

static void start(struct monkey *m)
{
	struct screen_opts opts = {.run = m->run};

	m->s = screen_run(m->t, &opts, (const char *const[]){FILE_NAME, NULL});
	m->starts++;
	screen_wait_for(m->s, has_drawn, NULL, "anything on the screen");
	screen_settle(m->s); /* curses writes before it has the keys for itself */
}

/* It may leave, with q; then it is started again. */
static void check_end(struct monkey *m)
{
	int status = screen_exit(m->s);

	if (status != 0) {
		screen_dump(m->s);
		tap_bail(m->t, "the program ended with status %d%s%s", status,
			 screen_killed(m->s) ? ": " : "",
			 screen_killed(m->s) ? strsignal(screen_killed(m->s)) : "");
	}
	screen_restored(m->s);
	screen_free(m->s);
	start(m);
}

static void look_after(struct monkey *m)
{
	go_on(m);
	if (screen_ended(m->s))
		check_end(m);
}

/* What stands there is what would be drawn on an empty screen. A change of size that
 * comes just before the program waits for a key is seen after that. */
static void check_drawn(struct monkey *m)
{
	const char *was;

	screen_pump(m->s, SEEN_MS);
	screen_settle(m->s);
	was = screen_text(m->s);
	screen_bytes(m->s);
	screen_signal(m->s, SIGWINCH);
	screen_wait_for(m->s, has_drawn, NULL, "the program to draw anew");
	screen_settle(m->s);
	if (!screen_ended(m->s) && strcmp(was, screen_text(m->s))) {
		screen_dump(m->s);
		tap_bail(m->t, "before it was drawn anew the screen was\n%s", was);
	}
}

/* A program that lives reads its keys, and draws when the window changes. */
static void check_alive(struct monkey *m)
{
	screen_keys(m->s, "<PasteOff><Esc>");
	look_after(m);
	screen_wait_for(m->s, has_read, NULL, "the program to read its keys");
	look_after(m);
	screen_settle(m->s);
	look_after(m);
	check_drawn(m);
	screen_bytes(m->s);
	screen_resize(m->s, 25, 81);
	screen_resize(m->s, 24, 80);
	screen_wait_for(m->s, has_drawn, NULL, "the program to draw after a resize");
	look_after(m);
}

static void finish(struct monkey *m)
{
	int status;

	check_alive(m);
	screen_signal(m->s, SIGTERM);
	status = screen_exit(m->s);
	tap_is_int(m->t, status, 128 + SIGTERM, "the status after TERM");
	screen_restored(m->s);
	screen_free(m->s);
}

/* -- the file --------------------------------------------------------------------- */

static void make_demo(struct monkey *m)
{
	struct cli c;

	cli_run(m->t, &c, &m->run, NULL, (const char *const[]){"-f", FILE_NAME, "demo", NULL});
	if (c.status != 0 || !file_exists(m->t, FILE_NAME))
		tap_bail(m->t, "demo ended with status %d: %s", c.status, c.err);
}

static void make_file(struct monkey *m, const struct options *o)
{
	if (!o->file)
		make_demo(m);
	else
		file_copy(m->t, o->file, FILE_NAME);
	if (m->run.drop_root && chown(file_path(m->t, FILE_NAME), SPAWN_NOBODY, SPAWN_NOBODY))
		tap_bail(m->t, "cannot give the file away: %s", strerror(errno));
}

static void check_file(struct monkey *m)
{
	struct cli c;

	cli_run(m->t, &c, &m->run, NULL, (const char *const[]){"-f", FILE_NAME, "doctor", NULL});
	if (!tap_is_int(m->t, c.status, 0, "the status of doctor"))
		tap_diag(m->t, "%s%s", c.out, c.err);
}

/* -- the case ---------------------------------------------------------------------- */

/* nobody must reach the program, which may stand in root's own folder. */
static void confine(struct monkey *m)
{
	static const char *const env[] = {"EDITOR=true", "VISUAL=true", "PAGER=cat", NULL};
	static const char *const dirs[] = {".", "home", "tmp"};
	const char *binary = getenv("ISMS_BIN");

	m->run.env = env;
	m->run.today = SPAWN_TODAY;
	m->confined = geteuid() != 0;
	if (!binary || !spawn_can_drop())
		return;
	file_copy(m->t, binary, "program");
	for (size_t i = 0; i < COUNT(dirs); i++)
		if (chown(file_path(m->t, dirs[i]), SPAWN_NOBODY, SPAWN_NOBODY))
			return;
	chmod(file_path(m->t, "program"), 0755);
	m->run.binary = file_path(m->t, "program");
	m->run.drop_root = m->confined = true;
}

/* At the end of the case, whichever way it came. */
static void tell(void *p)
{
	struct monkey *m = p;

	fclose(m->log);
	if (!m->done) {
		long n = m->sent < RECENT ? m->sent : RECENT;

		printf("# after %ld keys; the last:", m->sent);
		for (long i = m->sent - n; i < m->sent; i++)
			printf(" %s", m->recent[i % RECENT]);
		puts("");
	}
	free(m);
}

static struct monkey *new_monkey(struct tap *t, const struct options *o)
{
	struct monkey *m = calloc(1, sizeof(*m));

	if (!m || !(m->log = fopen(file_path(t, "keys.log"), "w")))
		tap_bail(t, "cannot open 'keys.log': %s", strerror(errno));
	m->t = t;
	m->random = o->seed;
	tap_own(t, m, tell);
	confine(m);
	return m;
}

static void run(struct tap *t)
{
	const struct options *o = tap_data(t);
	struct monkey *m = new_monkey(t, o);

	tap_diag(t, "seed %llu, %ld keys%s", (unsigned long long)o->seed, o->keys,
		 m->confined ? "" : ", none of them '/'");
	make_file(m, o);
	start(m);
	while (m->sent < o->keys) {
		act(m);
		look_after(m);
		if (m->sent % STORM == 0)
			check_alive(m);
	}
	finish(m);
	check_file(m);
	tap_diag(t, "started %d times", m->starts);
	m->done = true;
}

static long long number(const char *option, const char *variable, long long otherwise)
{
	const char *s = option ? option : getenv(variable);

	return s ? strtoll(s, NULL, 10) : otherwise;
}

/* An absolute path: the case runs in another folder. */
static bool parse(struct options *o, int argc, char *argv[])
{
	const char *seed = NULL, *keys = NULL;
	int c;

	while ((c = getopt(argc, argv, "s:n:")) != -1) {
		switch (c) {
		case 's':
			seed = optarg;
			break;
		case 'n':
			keys = optarg;
			break;
		default:
			return false;
		}
	}
	if (!seed)
		seed = getenv("ISMS_MONKEY_SEED");
	o->seed = seed && !strcmp(seed, "clock") ? (uint64_t)time(NULL) ^ (uint64_t)getpid()
						 : (uint64_t)number(seed, "ISMS_MONKEY_SEED", SEED);
	o->keys = (long)number(keys, "ISMS_MONKEY_KEYS", KEYS);
	if (optind < argc && !(o->file = realpath(argv[optind], NULL))) {
		fprintf(stderr, "cannot open '%s': %s\n", argv[optind], strerror(errno));
		return false;
	}
	return o->keys > 0 && argc - optind <= 1;
}

int main(int argc, char *argv[])
{
	struct options o = {.file = NULL};
	const struct tap_case one = {.name = "monkey", .run = run, .limit = LIMIT_S, .data = &o};
	char *const none[] = {argv[0], NULL};

	if (!parse(&o, argc, argv)) {
		fprintf(stderr, "usage: monkey [-s SEED] [-n KEYS] [FILE]\n");
		return 2;
	}
	/* tests/run makes a TMPDIR that nobody cannot enter. */
	if (geteuid() == 0)
		unsetenv("TMPDIR");
	return tap_run(&one, 1, 1, none);
}
