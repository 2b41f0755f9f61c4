#include "config.h"

#include "script.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "cli.h"
#include "files.h"
#include "screen.h"
#include "steps.h"

enum { MAX_WORDS = 50, ROWS = 24, COLS = 80, FOUND = 5, SHOWN = 20 };

struct run {
	struct tap *t;
	const char *path;
	size_t number; /* of the line */
	char *next;    /* what is still to be read */
	char today[16];
	struct cli last; /* the last command, and what it was */
	const char *command;
	bool pending, shown; /* its status is not judged; its output was shown */
	struct screen *screen;
	char waiting[200];		/* the line that is being run */
	bool cli_wanted, screen_wanted; /* something was expected */
};

/* What a line does; rest is what follows its first word. */
struct verb {
	const char *word;
	void (*run)(struct run *r, char *rest);
};

/* -- words of the command line -------------------------------------------------- */

static _Noreturn void wrong(struct run *r, const char *what, const char *text)
{
	tap_bail(r->t, "%s:%zu: %s: %s", r->path, r->number, what, text);
}

/* A word as in a shell: blanks part, '…' and "…" hold together. Moves *at behind it. */
static char *cut_word(char **at)
{
	char *from = *at + strspn(*at, " \t"), *to = from, *word = from, quote = '\0';

	if (*from == '\0')
		return NULL;
	for (; *from && (quote || *from != ' '); from++) {
		if (quote ? *from == quote : *from == '\'' || *from == '"')
			quote = quote ? '\0' : *from;
		else
			*to++ = *from;
	}
	*at = *from ? from + 1 : from;
	*to = '\0';
	return word;
}

static void run_isms(struct run *r, char *rest)
{
	const char *args[MAX_WORDS + 3] = {"-f", SCRIPT_FILE};
	const struct spawn_opts opts = {.today = r->today};
	size_t n = 2;

	while (n < MAX_WORDS + 2 && (args[n] = cut_word(&rest)))
		n++;
	if (*rest)
		wrong(r, "too many words", r->command);
	cli_run(r->t, &r->last, &opts, NULL, args);
}

static void run_cat(struct run *r, char *rest)
{
	r->last = (struct cli){.err = tap_str(r->t, "%s", "")};
	r->last.nout = file_read(r->t, rest, &r->last.out);
}

static void run_cmp(struct run *r, char *rest)
{
	const char *a = cut_word(&rest), *b = cut_word(&rest);
	bool same = a && b && file_same(r->t, a, b);

	r->last = (struct cli){.status = !same,
			       .out = tap_str(r->t, "%s\n", same ? "same" : "different"),
			       .err = tap_str(r->t, "%s", "")};
}

/* -- what a command answers ------------------------------------------------------- */

static void show_output(struct run *r)
{
	if (r->shown)
		return;
	r->shown = true;
	tap_diag(r->t, "%s\nexit status %d\n%s%s", r->command, r->last.status, r->last.out,
		 r->last.err);
}

static void expect(struct run *r, bool ok, const char *what, const char *text)
{
	if (!r->command)
		wrong(r, "no command before", text);
	r->cli_wanted = true;
	tap_ok(r->t, ok, "%s:%zu: %s%s", r->path, r->number, what, text);
	if (!ok)
		show_output(r);
}

/* Some say with a status that they found something. */
static bool succeeded(const struct run *r)
{
	static const char *const finders[] = {"check", "due", "certification"};
	bool finds = false;

	for (size_t i = 0; i < sizeof(finders) / sizeof(*finders); i++)
		finds |= !strncmp(r->command, "$ isms ", 7) &&
			 !strncmp(r->command + 7, finders[i], strlen(finders[i]));
	return r->last.status == 0 || (finds && r->last.status == FOUND);
}

/* The command succeeded, unless its status was told. */
static void judge_status(struct run *r)
{
	if (r->pending && !tap_ok(r->t, succeeded(r), "%s:%zu: before: exit status %d", r->path,
				  r->number, r->last.status))
		show_output(r);
	r->pending = false;
}

static void do_command(struct run *r, char *rest)
{
	static const struct verb programs[] = {{"isms", run_isms},
					       {"cat", run_cat},
					       {"cmp", run_cmp}};
	size_t n = strcspn(rest, " ");

	judge_status(r);
	r->command = tap_str(r->t, "$ %s", rest);
	r->pending = true;
	r->shown = false;
	for (size_t i = 0; i < sizeof(programs) / sizeof(*programs); i++) {
		if (strlen(programs[i].word) == n && !strncmp(rest, programs[i].word, n)) {
			programs[i].run(r, rest + n + (rest[n] != '\0'));
			return;
		}
	}
	wrong(r, "no such program", rest);
}

static void do_status(struct run *r, char *rest)
{
	expect(r, r->last.status == atoi(rest), "exit status ", rest);
	r->pending = false;
}

/* The line at `at` as it is compared, its TABs made " | "; *after is the next one. */
static const char *shown_line(struct run *r, const char *at, const char **after)
{
	size_t n = strcspn(at, "\r\n"), room = n * 3 + 1, len = 0;
	char *line = tap_alloc(r->t, room);

	for (size_t i = 0; i < n; i++)
		len += (size_t)snprintf(line + len, room - len, at[i] == '\t' ? " | " : "%c",
					at[i]);
	at += n;
	at += *at == '\r';
	*after = at + (*at == '\n');
	return line;
}

static void do_equal(struct run *r, char *rest)
{
	const char *at = r->last.out ? r->last.out : "";
	bool found = false;

	if (!*rest)
		wrong(r, "expects nothing", r->command);
	while (!found && *at)
		found = !strcmp(shown_line(r, at, &at), rest);
	expect(r, found, "no line is: ", rest);
}

/* Tables pad their columns; how wide they are is not what is tested. */
static char *squeeze(struct run *r, const char *text)
{
	char *copy = tap_str(r->t, "%s", text), *to = copy;

	for (const char *c = copy; *c; c++) {
		if (*c != ' ' || c[1] != ' ')
			*to++ = *c;
	}
	*to = '\0';
	return copy;
}

static bool said(struct run *r, const char *text)
{
	return r->command &&
	       (strstr(squeeze(r, r->last.out), text) || strstr(squeeze(r, r->last.err), text));
}

static void do_contains(struct run *r, char *rest)
{
	expect(r, *rest && said(r, rest), "not said: ", rest);
}

static void do_lacks(struct run *r, char *rest)
{
	expect(r, *rest && !said(r, rest), "said: ", rest);
}

static void do_count(struct run *r, char *rest)
{
	int n = 0;

	for (const char *c = r->last.out; c && *c; c++)
		n += *c == '\n';
	expect(r, n == atoi(rest), tap_str(r->t, "%d lines, not ", n), rest);
}

/* -- the screen --------------------------------------------------------------------- */

static struct screen *shown(struct run *r)
{
	if (!r->screen)
		wrong(r, "no screen before", "this line");
	return r->screen;
}

/* A wait that fails ends the case, so this is said from its end. */
static void say_where(void *run)
{
	const struct run *r = run;

	if (*r->waiting)
		printf("# at %s:%zu: %s\n", r->path, r->number, r->waiting);
}

static void do_screen(struct run *r, char *rest)
{
	struct screen_opts opts = {.rows = ROWS, .cols = COLS, .run = {.today = r->today}};

	judge_status(r);
	if (*rest && sscanf(rest, "%dx%d", &opts.rows, &opts.cols) != 2)
		wrong(r, "no size", rest);
	if (r->screen)
		screen_free(r->screen);
	r->screen = steps_open(r->t, &opts, SCRIPT_FILE);
}

static void do_go(struct run *r, char *rest)
{
	struct screen *s = shown(r);

	screen_keys(s, ":");
	screen_wait(s, "Command, register");
	screen_keys(s, rest);
	screen_wait(s, tap_str(r->t, "%.*s", SHOWN, rest)); /* a long line is cut */
	screen_keys(s, "<Enter>");
	screen_wait_gone(s, "Command, register");
}

static void do_keys(struct run *r, char *rest)
{
	screen_keys(shown(r), rest);
}

/* Until the form is there, its label may stand in what is below. */
static bool in_form(struct screen *s, const void *arg)
{
	const char *title = screen_line(s, 0);

	(void)arg;
	return strstr(title, "New: ") || strstr(title, "Edit ");
}

static void do_in(struct run *r, char *rest)
{
	char *keys = strstr(rest, ": ");

	if (!keys)
		wrong(r, "in LABEL: KEYS, not", rest);
	*keys = '\0';
	screen_wait_for(shown(r), in_form, NULL, "a form");
	steps_field(shown(r), rest);
	screen_keys(r->screen, keys + 2);
}

static void do_see(struct run *r, char *rest)
{
	screen_wait(shown(r), rest);
	r->screen_wanted |= *rest != '\0';
}

static void do_title(struct run *r, char *rest)
{
	screen_wait_row(shown(r), 0, rest);
	r->screen_wanted |= *rest != '\0';
}

static void do_gone(struct run *r, char *rest)
{
	screen_wait_gone(shown(r), rest);
}

/* -- the lines ------------------------------------------------------------------------ */

static char *read_line(struct run *r)
{
	char *line = r->next, *end = line + strcspn(line, "\n");

	if (*line == '\0')
		return NULL;
	r->next = end + (*end == '\n');
	*end = '\0';
	r->number++;
	return line;
}

static void do_write(struct run *r, char *rest)
{
	char *text = tap_str(r->t, "%s", "");

	while (!strncmp(r->next, "| ", 2))
		text = tap_str(r->t, "%s%s\n", text, read_line(r) + 2);
	file_write(r->t, rest, text);
}

static void do_today(struct run *r, char *rest)
{
	snprintf(r->today, sizeof(r->today), "%s", rest);
}

static void do_missing(struct run *r, char *rest)
{
	*r->waiting = '\0';
	tap_skip(r->t, "missing: %s", rest);
}

static void do_head(struct run *r, char *rest)
{
	if (!*rest)
		wrong(r, "a head needs words", "id, what, where");
}

static const struct verb verbs[] = {
	{"id", do_head},       {"what", do_head},	{"where", do_head},  {"$", do_command},
	{"status", do_status}, {"=", do_equal},		{">", do_contains},  {"!", do_lacks},
	{"count", do_count},   {"screen", do_screen},	{"go", do_go},	     {"keys", do_keys},
	{"in", do_in},	       {"see", do_see},		{"title", do_title}, {"gone", do_gone},
	{"write", do_write},   {"missing", do_missing}, {"today", do_today},
};

static void run_line(struct run *r, char *line)
{
	size_t n = strcspn(line, " ");
	const char *word = tap_str(r->t, "%.*s", (int)n, line);

	if (*line == '\0' || *line == '#')
		return;
	for (size_t i = 0; i < sizeof(verbs) / sizeof(*verbs); i++) {
		if (!strcmp(verbs[i].word, word)) {
			snprintf(r->waiting, sizeof(r->waiting), "%s", line);
			verbs[i].run(r, line + n + (line[n] != '\0'));
			*r->waiting = '\0';
			return;
		}
	}
	wrong(r, "no such line", line);
}

static void run_lines(struct run *r, const char *text, size_t first)
{
	char *line;

	r->number = first - 1;
	r->next = tap_str(r->t, "%s", text);
	while ((line = read_line(r)))
		run_line(r, line);
	judge_status(r);
}

/* -- a case ----------------------------------------------------------------------------- */

static unsigned long hash(const char *text)
{
	unsigned long h = 5381;

	while (*text)
		h = h * 33 + (unsigned char)*text++;
	return h;
}

/* Made by the first case and copied by the others, which have the same parent. */
static void prepare(struct run *r, const struct script *script)
{
	const char *tmp = getenv("TMPDIR");
	const char *made = tmp ? tap_str(r->t, "%s/script-%ld-%lx.isms", tmp, (long)getppid(),
					 hash(script->prelude))
			       : NULL;

	if (made && file_exists(r->t, made)) {
		file_copy(r->t, made, SCRIPT_FILE);
		return;
	}
	steps_init(r->t, SCRIPT_FILE);
	run_lines(r, script->prelude, 1);
	if (made)
		file_copy(r->t, SCRIPT_FILE, made);
}

void script_run(struct tap *t)
{
	script_run_one(t, tap_data(t));
}

void script_run_one(struct tap *t, const struct script *script)
{
	struct run r = {.t = t, .path = script->path, .today = SPAWN_TODAY};

	tap_own(t, &r, say_where);
	if (!strstr(script->text, "\nmissing "))
		prepare(&r, script);
	r.cli_wanted = r.screen_wanted = false;
	run_lines(&r, script->text, script->line);
	tap_ok(t, strstr(script->text, "\nwhere ") != NULL, "it says where in the program it is");
	tap_ok(t, r.cli_wanted, "it expects something of the command line");
	tap_ok(t, r.screen_wanted, "it expects something of the screen");
	tap_disown(t, &r);
}

/* -- a file ------------------------------------------------------------------------------- */

static char *next_id(char *text)
{
	char *at;

	if (!strncmp(text, "id ", 3))
		return text;
	at = strstr(text, "\nid ");
	return at ? at + 1 : NULL;
}

static size_t count_lines(const char *from, const char *to)
{
	size_t n = 0;

	for (; from < to; from++)
		n += *from == '\n';
	return n;
}

/* "C055 what …", from the head. The caller's to free. */
static char *name_case(const char *text)
{
	const char *what = strstr(text, "\nwhat ");
	const char *id = text + 3;
	size_t room;
	char *name;

	what = what ? what + 6 : "";
	room = strcspn(id, "\n") + strcspn(what, "\n") + 2;
	name = malloc(room);
	if (name)
		snprintf(name, room, "%.*s %.*s", (int)strcspn(id, "\n"), id,
			 (int)strcspn(what, "\n"), what);
	return name;
}

size_t script_part(const char *path, char *text, struct script **scripts, struct tap_case **cases)
{
	char *at = next_id(text);
	size_t n = 0, room = 0;

	*scripts = NULL;
	*cases = NULL;
	for (char *c = at; c; c = next_id(c + 1))
		room++;
	*scripts = calloc(room + 1, sizeof(**scripts));
	*cases = calloc(room + 1, sizeof(**cases));
	for (; at && *scripts && *cases; n++) {
		char *next = next_id(at + 1);

		(*scripts)[n] = (struct script){path, text, at, 1 + count_lines(text, at)};
		at = next;
	}
	/* the text is cut only now: lines are counted from its beginning */
	for (size_t i = 0; i < n; i++) {
		char *begin = text + ((*scripts)[i].text - text);

		if (begin > text)
			begin[-1] = '\0';
		(*cases)[i] = (struct tap_case){name_case(begin), script_run, 0, &(*scripts)[i]};
	}
	return n;
}
