/* Terminals of all sorts, locales that cannot show everything, no colours. */
#include "config.h"

#include <string.h>

#include "cli.h"
#include "screen.h"
#include "steps.h"
#include "tap.h"

#define FILE_NAME "sample.isms"

/* With the keys that this terminal sends: a list, the matrix, the form. */
static void walk(struct screen *s)
{
	steps_go(s, "risk", "Risks");
	screen_wait(s, ">R-0001");
	screen_keys(s, "<Down>");
	screen_wait(s, ">R-0002");
	screen_keys(s, "<Up>");
	screen_wait(s, ">R-0001");
	screen_keys(s, "<F9>"); /* where the terminal has it; m does for the others */
	screen_keys(s, "m");
	screen_wait_row(s, 0, "Risk matrix");
	screen_keys(s, "<Down><Left>");
	screen_wait(s, "likely x major");
	screen_keys(s, "<Enter>");
	screen_wait_row(s, 0, "Risks");
	screen_keys(s, "<Esc>");
	screen_wait_row(s, 0, "/45");
	screen_keys(s, "e");
	screen_wait_row(s, 0, "Edit R-0");
	screen_keys(s, "<Esc>");
	screen_wait_gone(s, "Edit R-0");
	screen_keys(s, "1");
	screen_wait_row(s, 0, "Dashboard");
	screen_keys(s, "q");
	screen_exit(s);
	screen_restored(s);
}

static struct screen *open_with(struct tap *t, struct spawn_opts run)
{
	struct screen_opts opts = {.run = run};

	steps_sample(t, FILE_NAME);
	return steps_open(t, &opts, FILE_NAME);
}

static void term(struct tap *t)
{
	const char *name = tap_data(t);

	walk(open_with(t, (struct spawn_opts){.term = name}));
}

/* Without colours of its own, nothing may depend on them. */
static void vt(struct tap *t)
{
	struct screen *s = open_with(t, (struct spawn_opts){.term = tap_data(t)});

	tap_ok(t, screen_colourless(s), "no colour");
	walk(s);
}

static void unknown(struct tap *t)
{
	struct screen *s = open_with(t, (struct spawn_opts){.term = "nonsense-9"});

	screen_wait_row(s, -2, "nonsense-9");
	walk(s);
}

/* Exit status 2, and a hint at the command line. */
static void dumb(struct tap *t)
{
	static const char *const terms[] = {"dumb", ""};

	steps_init(t, FILE_NAME);
	for (size_t i = 0; i < 2; i++) {
		struct screen_opts opts = {.run = {.term = terms[i]}};
		struct screen *s = screen_run(t, &opts, (const char *const[]){FILE_NAME, NULL});

		tap_is_int(t, screen_exit(s), 2, "TERM='%s'", terms[i]);
		screen_wait(s, "isms");
		screen_free(s);
	}
}

static void no_terminal(struct tap *t)
{
	struct cli c;

	steps_init(t, FILE_NAME);
	cli_do(t, &c, FILE_NAME, NULL);
	tap_is_int(t, c.status, 2, "without a terminal: %s", c.err);
	tap_is(t, c.out, "", "nothing on standard output");
}

static bool ascii_only(struct screen *s)
{
	const char *text = screen_text(s);

	while (*text && (unsigned char)*text < 0x80)
		text++;
	return !*text;
}

/* Text that ASCII does not have is replaced, sizes stay. */
static void plain_locale(struct tap *t)
{
	struct screen *s = open_with(t, (struct spawn_opts){.locale = "C"});

	tap_ok(t, ascii_only(s), "the dashboard");
	screen_keys(s, "3");
	screen_wait_row(s, 0, "People");
	screen_settle(s);
	tap_ok(t, ascii_only(s), "names of people");
	screen_keys(s, "1");
	screen_wait_row(s, 0, "Dashboard");
	walk(s);
}

/* Rules are ASCII, names of people stay. */
static void ascii(struct tap *t)
{
	struct screen *s;

	steps_sample(t, FILE_NAME);
	s = screen_start(t, 24, 80, "--ascii", FILE_NAME, NULL);
	screen_wait(s, "Dashboard");
	screen_settle(s);
	tap_ok(t, ascii_only(s), "the dashboard");
	screen_keys(s, "5");
	screen_wait(s, "Bürg");
	walk(s);
}

static void no_color(struct tap *t)
{
	static const char *const env[] = {"NO_COLOR=1", NULL};
	struct screen *s = open_with(t, (struct spawn_opts){.env = env});

	tap_ok(t, screen_colourless(s), "the dashboard");
	screen_keys(s, "5");
	screen_wait(s, ">R-0001");
	tap_ok(t, screen_colourless(s), "the list");
	screen_keys(s, "m");
	screen_wait_row(s, 0, "Risk matrix");
	screen_settle(s);
	tap_ok(t, screen_colourless(s), "the matrix");
	screen_keys(s, "1");
	screen_wait_row(s, 0, "Dashboard");
	walk(s);
}

static void colours(struct tap *t)
{
	struct screen *s = open_with(t, (struct spawn_opts){.term = "xterm-256color"});

	screen_keys(s, "m");
	screen_wait_row(s, 0, "Risk matrix");
	screen_settle(s);
	tap_ok(t, !screen_colourless(s), "the matrix has colours");
	screen_keys(s, "1q");
	screen_exit(s);
}

#define TERM(name_, run_)                                 \
	{                                                 \
		.name = name_, .run = run_, .data = name_ \
	}

static const struct tap_case cases[] = {
	TERM("xterm-256color", term),
	TERM("xterm", term),
	TERM("screen", term),
	TERM("screen-256color", term),
	TERM("tmux", term),
	TERM("tmux-256color", term),
	TERM("linux", term),
	TERM("rxvt", term),
	TERM("vt100", vt),
	TERM("vt220", vt),
	{.name = "unknown", .run = unknown},
	{.name = "dumb", .run = dumb},
	{.name = "no-terminal", .run = no_terminal},
	{.name = "plain-locale", .run = plain_locale},
	{.name = "ascii", .run = ascii},
	{.name = "no-color", .run = no_color},
	{.name = "colours", .run = colours},
};

int main(int argc, char **argv)
{
	return tap_run(cases, sizeof(cases) / sizeof(*cases), argc, argv);
}
