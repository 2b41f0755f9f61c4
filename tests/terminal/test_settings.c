/* What people choose for themselves: the configuration, keys, the mouse; and lines
 * of the command line in the palette. */
#include "config.h"

#include <stdio.h>
#include <string.h>

#include "cli.h"
#include "files.h"
#include "screen.h"
#include "steps.h"
#include "tap.h"

#define FILE_NAME "sample.isms"

static struct screen *open_with(struct tap *t, const char *config)
{
	file_write(t, "config", config);
	{
		const char *env[] = {tap_str(t, "ISMS_CONFIG=%s", file_path(t, "config")), NULL};
		struct screen_opts opts = {.run = {.env = env}};

		steps_sample(t, FILE_NAME);
		return steps_open(t, &opts, FILE_NAME);
	}
}

/* -- keys ---------------------------------------------------------------------------- */

static void keys(struct tap *t)
{
	struct screen *s = open_with(t, "bind list z export\n"
					"bind list x none\n"
					"bind risks F5 matrix\n"
					"bind everywhere F6 risks level>=high\n");

	steps_go(s, "risk", "Risks");
	screen_keys(s, "x");
	screen_settle(s);
	tap_ok(t, !screen_has(s, "Export"), "x does nothing any more");
	screen_keys(s, "?");
	screen_wait(s, "Keys of this view");
	screen_keys(s, "export");
	screen_wait(s, "z              Export what is marked");
	screen_keys(s, "<Esc>z");
	screen_wait(s, "CSV");
	screen_keys(s, "<Esc><F5>");
	screen_wait_row(s, 0, "Risk matrix");
	screen_keys(s, "<Esc><F6>");
	screen_wait_row(s, 0, "Risks  /level>=high");
	steps_go(s, "asset", "Assets");
	screen_keys(s, "<F5>");
	screen_settle(s);
	screen_wait_row(s, 0, "Assets"); /* F5 belongs to the risks alone */
	steps_leave(s);
}

static void faults(struct tap *t)
{
	struct screen *s = open_with(t, "mouse = maybe\nbind list Esc export\n");

	screen_wait(s, "config:1: mouse is on or off, not 'maybe' (:messages has more)");
	screen_keys(s, ":messages<Enter>");
	screen_wait(s, "config:2: ");
	screen_keys(s, "<Esc>");
	steps_leave(s);
}

static void listed(struct tap *t)
{
	const char *env[] = {tap_str(t, "ISMS_CONFIG=%s", file_path(t, "config")), NULL};
	struct spawn_opts opts = {.env = env};
	struct cli c;

	file_write(t, "config", "bind list z export\nbind risks F5 assets critical:yes\nx = 1\n");
	cli_run(t, &c, &opts, NULL, (const char *const[]){"keys", NULL});
	tap_is_int(t, c.status, 0, "keys are listed all the same");
	tap_ok(t, strstr(c.out, "  x z ") != NULL, "the key that was given stands there");
	tap_ok(t, strstr(c.out, ":assets critical:yes (Risks)") != NULL, "and words of a register");
	tap_ok(t, strstr(c.err, "config:3: ") != NULL, "and what is wrong");
	tap_ok(t, strstr(c.out, "\nTreatment plan (plan)\n") != NULL, "places by their names");
}

/* -- themes, signs -------------------------------------------------------------------- */

static struct screen_attr level_of(struct screen *s)
{
	int row = 0, col = 0;

	steps_go(s, "risk level>=5", "Risks");
	screen_wait(s, ">R-");
	screen_keys(s, "m");
	screen_wait_row(s, 0, "Risk matrix");
	screen_wait(s, "VH very high");
	if (!screen_find(s, "VH", &row, &col)) /* the first is a cell of the matrix */
		tap_bail(screen_tap(s), "no legend");
	return screen_attr(s, row, col);
}

static void themes(struct tap *t)
{
	struct screen *s = open_with(t, "theme = mono\n");

	tap_ok(t, screen_colourless(s), "mono has no colour");
	level_of(s);
	tap_ok(t, screen_colourless(s), "nor has the matrix");
	steps_leave(s);
	s = open_with(t, "theme = auto16\n");
	tap_is_int(t, level_of(s).bg, 1, "auto16 takes the terminal's own colours");
	steps_leave(s);
	s = open_with(t, "theme = dark256\n");
	tap_is_int(t, level_of(s).bg, 124, "256 colours");
	steps_leave(s);
}

static void a11y(struct tap *t)
{
	struct screen *s = open_with(t, "a11y = on\n");

	steps_go(s, "risk", "Risks");
	screen_settle(s);
	tap_ok(t, !screen_has(s, "│") && !screen_has(s, "─"), "no rules");
	screen_keys(s, "<Down>");
	screen_wait(s, ">R-0002");
	steps_leave(s);
}

/* -- the mouse ------------------------------------------------------------------------- */

static void click(struct screen *s, int row, int col)
{
	char bytes[64];
	const int n = snprintf(bytes, sizeof(bytes), "\033[<0;%d;%dM\033[<0;%d;%dm", col + 1,
			       row + 1, col + 1, row + 1);

	screen_send(s, bytes, (size_t)n);
}

static void click_on(struct screen *s, const char *text)
{
	int row = 0, col = 0;

	screen_wait(s, text);
	if (screen_find(s, text, &row, &col))
		click(s, row, col + 1);
}

static void mouse(struct tap *t)
{
	struct screen *s = open_with(t, "mouse = on\n");

	tap_is_int(t, screen_modes(s).mouse, 1, "clicks are asked for");
	click_on(s, "5 Risks");
	screen_wait_row(s, 0, "Risks");
	click_on(s, "R-0004");
	screen_wait(s, ">R-0004");
	click_on(s, "R-0002");
	screen_wait(s, ">R-0002");
	click_on(s, ">R-0002");
	screen_wait_row(s, 0, "R-0002 ");
	click_on(s, "e Edit");
	screen_wait_row(s, 0, "Edit R-0002");
	screen_keys(s, "<Esc>");
	screen_wait_gone(s, "Edit R-0002");
	screen_keys(s, "<Esc>");
	screen_wait(s, ">R-0002");
	screen_send(s, "\033[<65;30;5M", 11);
	screen_wait(s, ">R-0005");
	screen_send(s, "\033[<64;30;5M", 11);
	screen_wait(s, ">R-0002");
	click_on(s, "? Help");
	screen_wait(s, "Keys of this view");
	screen_keys(s, "<Esc><C-t>");
	screen_wait(s, "mouse off");
	tap_is_int(t, screen_modes(s).mouse, 0, "given back");
	screen_keys(s, "<C-t>");
	screen_wait(s, "mouse on");
	screen_keys(s, "1");
	screen_wait_row(s, 0, "Dashboard");
	screen_settle(s);
	screen_send(s, "\024q", 2); /* switched off and left before another frame */
	tap_is_int(t, screen_exit(s), 0, "the exit status");
	screen_restored(s);
}

/* Anywhere, at any size, half a sequence: nothing breaks, nothing is typed. */
static void clicks(struct tap *t)
{
	struct screen *s = open_with(t, "mouse = on\n");

	for (int row = 0; row < 24; row += 3)
		for (int col = 0; col < 80; col += 13)
			click(s, row, col);
	screen_send(s, "\033[<0;999999;1M\033[<0;1M\033[<;;M\033[<0;0;0M", 36);
	screen_settle(s);
	screen_keys(s, "<Esc><Esc><Esc>1");
	screen_wait_row(s, 0, "Dashboard");
	screen_resize(s, 10, 40);
	for (int row = 0; row < 10; row++)
		click(s, row, 20);
	screen_settle(s);
	screen_resize(s, 24, 80);
	screen_keys(s, "<Esc><Esc><Esc>1");
	screen_wait_row(s, 0, "Dashboard");
	steps_leave(s);
}

/* -- the clipboard ---------------------------------------------------------------------- */

/* What was sent, decoded by a program that is not ours. */
static const char *copied(struct screen *s)
{
	struct tap *t = screen_tap(s);
	const char *osc = screen_osc(s);
	struct spawn_opts opts = {.binary = "base64", .today = ""};
	struct cli c;

	if (strncmp(osc, "52;c;", 5) != 0)
		tap_bail(t, "no OSC 52 but '%s'", osc);
	cli_run(t, &c, &opts, osc + 5, (const char *const[]){"-d", NULL});
	return c.out;
}

static void clipboard(struct tap *t)
{
	struct screen *s = open_with(t, "");

	steps_go(s, "risk", "Risks");
	screen_keys(s, "y");
	screen_wait(s, "1 row sent to the terminal");
	tap_ok(t, strncmp(copied(s), "R-0001\tRansomware: file server\t", 30) == 0,
	       "code and columns: %s", copied(s));
	screen_keys(s, "<Space><Down><Space>y");
	screen_wait(s, "2 rows sent to the terminal");
	tap_ok(t, strstr(copied(s), "\nR-0003\t") != NULL, "what is marked: %s", copied(s));
	screen_keys(s, "<Enter>");
	screen_wait_row(s, 0, "R-0004 ");
	screen_keys(s, "y");
	screen_wait(s, "R-0004 sent to the terminal");
	tap_ok(t, strstr(copied(s), "Risk owner") != NULL, "the record: %s", copied(s));
	steps_leave(s);
}

static void clipboard_tmux(struct tap *t)
{
	const char *env[] = {"TMUX=/tmp/tmux-0/default,1,0", NULL};
	struct screen_opts opts = {.run = {.env = env, .term = "tmux-256color"}};
	struct screen *s;

	steps_sample(t, FILE_NAME);
	s = steps_open(t, &opts, FILE_NAME);
	steps_go(s, "risk", "Risks");
	screen_keys(s, "y");
	screen_wait(s, "1 row sent to the terminal");
	tap_ok(t, strncmp(copied(s), "R-0001\t", 7) == 0, "bare, for tmux itself");
	steps_leave(s);
}

/* -- the palette ----------------------------------------------------------------------- */

static void lines(struct tap *t)
{
	struct screen *s = open_with(t, "");

	steps_go(s, "risk", "Risks");
	screen_keys(s, ":set R-0001 title='Fire in the hall'<Enter>");
	screen_wait(s, "Fire in the hall");
	screen_wait(s, "R-0001 title: ");
	screen_keys(s, "u");
	screen_wait(s, "undone: edit R-0001");
	screen_keys(s, ":set R-0001 colour=red<Enter>");
	screen_wait(s, "no field 'colour'");
	screen_wait(s, "code: set R-0001 colour=red_"); /* what was typed stays */
	screen_keys(s, "<Esc>");
	screen_wait_gone(s, "Command, register");
	screen_keys(s, ":list risk --where code:R-0003 --columns code<Enter>");
	screen_wait_row(s, 0, "list risk --where");
	screen_wait_row(s, 2, "R-0003");
	screen_keys(s, "<Esc>");
	screen_wait_row(s, 0, "Risks");
	screen_keys(s, ":set R-0001 'x<Enter>");
	screen_wait(s, "a quote is not closed");
	screen_keys(s, "<Esc>");
	steps_leave(s);
}

/* Names of commands and registers, then what the filter of a register may say. */
static void completes(struct tap *t)
{
	struct screen *s = open_with(t, "");

	screen_keys(s, ":");
	screen_wait(s, "Command, register");
	screen_keys(s, "trea<Tab>");
	screen_wait(s, "code: treatment _");
	screen_keys(s, "<C-u>risk level<Tab>");
	screen_wait(s, "code: risk level:_");
	screen_keys(s, "<C-u>risk status:in<Tab>");
	screen_wait(s, "code: risk status:in-treatment_");
	screen_keys(s, "<C-u>risk status:x<Enter>");
	screen_wait(s, "code: risk status:x_"); /* refused, with the reason, and it stays */
	screen_wait_row(s, -2, "accepted, monitored or closed");
	screen_keys(s, "<BS>ide<Tab><Enter>");
	screen_wait_row(s, 0, "Risks  /status:identified");
	screen_keys(s, ":as-of 2001-04-16<Enter>");
	screen_wait(s, "there was no such file on 2001-04-16");
	steps_leave(s);
}

/* A key that does several things. */
static void script(struct tap *t)
{
	struct screen *s;

	file_write(t, "two", "set R-0001 title=Fire\nset R-0002 title=Flood\n");
	file_write(t, "nested", "set R-0003 title=Storm\nrun two\n");
	s = open_with(t, "bind risks F8 run two\nbind risks F7 run nested\n");
	steps_go(s, "risk", "Risks");
	screen_keys(s, "<F8>");
	screen_wait_row(s, 0, "run two");
	screen_wait(s, "R-0001 title: ");
	screen_wait(s, "-> Flood");
	screen_keys(s, "<Esc>");
	screen_wait_row(s, 0, "Risks");
	screen_wait_row(s, 2, "R-0001  Fire");
	screen_keys(s, "<F7>");
	screen_wait(s, "-> Storm");
	screen_wait(s, "nested:2: 'run' cannot be a line of a script");
	screen_keys(s, "<Esc>:run -<Enter>");
	screen_wait(s, "on the screen a script is a file");
	screen_keys(s, "<Esc>"); /* the line stays to be mended */
	screen_wait_row(s, -1, "Help");
	steps_leave(s);
}

/* -- $PAGER --------------------------------------------------------------------------- */

static void paged(struct tap *t, const char *pager, const char *shows, int status)
{
	const char *const env[] = {pager, NULL};
	const struct screen_opts opts = {.run = {.env = env}};
	struct screen *s = screen_run(
		t, &opts, (const char *const[]){"-f", FILE_NAME, "list", "risk", NULL});

	screen_wait(s, shows);
	tap_is_int(t, screen_exit(s), status, "the exit status");
	screen_restored(s);
}

static void pager(struct tap *t)
{
	const struct spawn_opts opts = {.env = (const char *const[]){"PAGER=sed s/^/paged:/", NULL}};
	struct cli c;

	steps_sample(t, FILE_NAME);
	paged(t, "PAGER=sed s/^/paged:/ | tail -n 3", "paged:R-0045  Broke", 0);
	paged(t, "PAGER=tail -n 3", "R-0045  Broke", 0);
	paged(t, "PAGER=", "R-0045  Broke", 0);
	paged(t, "PAGER=nosuchpager", "there is no pager 'nosuchpager'", 1);
	/* what no person reads is not paged */
	cli_run(t, &c, &opts, NULL, (const char *const[]){"-f", FILE_NAME, "list", "risk", NULL});
	tap_ok(t, !strstr(c.out, "paged:") && strstr(c.out, "R-0045"), "a pipe has no pager");
}

static const struct tap_case cases[] = {
	{.name = "pager", .run = pager},
	{.name = "keys", .run = keys},	   {.name = "faults", .run = faults},
	{.name = "listed", .run = listed}, {.name = "themes", .run = themes},
	{.name = "a11y", .run = a11y},	   {.name = "mouse", .run = mouse},
	{.name = "clicks", .run = clicks}, {.name = "lines", .run = lines},
	{.name = "completes", .run = completes},
	{.name = "script", .run = script},
	{.name = "clipboard", .run = clipboard}, {.name = "clipboard-tmux", .run = clipboard_tmux},
};

int main(int argc, char **argv)
{
	return tap_run(cases, sizeof(cases) / sizeof(*cases), argc, argv);
}
