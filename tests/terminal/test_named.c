/* Views of a register under a name, and places with a letter. */
#include "config.h"

#include <signal.h>
#include <string.h>

#include "cli.h"
#include "files.h"
#include "screen.h"
#include "steps.h"
#include "tap.h"

#define FILE_NAME "sample.isms"

static struct screen *in_list(struct tap *t, int rows, int cols)
{
	const struct screen_opts opts = {.rows = rows, .cols = cols};
	struct screen *s;

	steps_sample(t, FILE_NAME);
	s = steps_open(t, &opts, FILE_NAME);
	screen_keys(s, "5");
	screen_wait(s, ">R-0001");
	return s;
}

static void keep(struct screen *s, const char *name, const char *whose)
{
	screen_keys(s, "f");
	screen_wait(s, "Name of the view:");
	screen_keys(s, name);
	screen_keys(s, "<Enter>");
	screen_wait(s, "Whose view is it?");
	screen_keys(s, whose);
}

/* Filter, order and columns come back, over a restart too. */
static void kept(struct tap *t)
{
	struct screen *s = in_list(t, 24, 80);

	screen_keys(s, "/laptop<Enter>");
	screen_wait_row(s, 0, "/laptop");
	screen_keys(s, "s");
	screen_wait(s, "Sort by");
	screen_keys(s, "level");
	screen_wait(s, ": level_");
	screen_keys(s, "<Enter>");
	screen_wait_row(s, 0, "^ Level");
	screen_keys(s, "c");
	screen_wait(s, " Columns ");
	screen_keys(s, "j<Space><Enter>");
	screen_wait_gone(s, " Columns ");
	keep(s, "Rechner", "<Enter>");
	screen_wait(s, "kept view 'Rechner'; F lists them");
	screen_keys(s, "<Esc>c");
	screen_wait(s, " Columns ");
	screen_keys(s, "r<Enter>");
	screen_wait_gone(s, " Columns ");
	screen_keys(s, "sentry");
	screen_wait(s, ": entry_");
	screen_keys(s, "<Enter>");
	screen_wait_gone(s, "^ Level");
	steps_leave(s);
	screen_free(s);
	s = steps_open(t, NULL, FILE_NAME);
	screen_keys(s, "5");
	screen_wait_row(s, 0, "3/45"); /* the record it was left on */
	screen_keys(s, "F");
	screen_wait(s, "> Rechner");
	screen_wait(s, "/laptop  ^ level");
	screen_keys(s, "<Enter>");
	screen_wait_row(s, 0, "/laptop  ^ Level");
	screen_wait_row(s, 1, "  I Level");
	screen_keys(s, "<Esc>");
	screen_wait_row(s, 0, "/45");
	steps_go(s, "view rechner", "/laptop");
	steps_go(s, "view nichts", "/laptop");
	screen_wait_row(s, -2, "no view 'nichts' of Risks");
	steps_leave(s);
}

static void managed(struct tap *t)
{
	struct screen *s = in_list(t, 24, 80);
	struct cli c;

	screen_keys(s, "F");
	screen_wait(s, "None yet");
	screen_keys(s, "<Esc>/flood<Enter>");
	screen_wait_row(s, 0, "/flood");
	keep(s, "Wasser", "f"); /* the first letter of both: the cursor is on one's own */
	screen_wait(s, "kept view");
	keep(s, "Wasser", "<Enter>");
	screen_wait(s, "There is a view 'Wasser'. Replace it?");
	screen_keys(s, "n");
	screen_wait_gone(s, "Replace it?");
	keep(s, "Hochwasser", "<Right><Enter>");
	screen_wait(s, "kept view 'Hochwasser'");
	screen_keys(s, "F");
	screen_wait(s, "> Wasser");
	screen_wait(s, "  Hochwasser               everybody");
	screen_keys(s, "e");
	screen_wait(s, "New name: Wasser");
	screen_keys(s, "<C-u>Flut/Ebbe<Enter>");
	screen_wait_row(s, -2, "must not have '/'");
	screen_keys(s, "e");
	screen_wait(s, "New name: Wasser");
	screen_keys(s, "<C-u>Flut<Enter>");
	screen_wait(s, "> Flut");
	screen_keys(s, "jD");
	screen_wait(s, "Take away everybody's view 'Hochwasser'?");
	screen_keys(s, "y");
	screen_wait_gone(s, "Hochwasser");
	screen_wait(s, "> Flut");
	screen_keys(s, "<Esc>");
	steps_leave(s);
	cli_do(t, &c, "-f", FILE_NAME, "views", "--format", "tsv", NULL);
	tap_ok(t, strstr(c.out, "risk\tFlut\toneself\tflood") != NULL, "on the command line: %s",
	       c.out);
	cli_do(t, &c, "-f", FILE_NAME, "list", "risk", "--view", "flut", "--format", "tsv",
	       "--columns", "code", NULL);
	tap_ok(t, strstr(c.out, "R-0002") && !strstr(c.out, "R-0001"), "the same filter");
}

static void places(struct tap *t)
{
	struct screen *s = in_list(t, 24, 80);

	screen_keys(s, "jj");
	screen_wait(s, ">R-0003");
	screen_keys(s, "ba");
	screen_wait(s, "'a goes back here");
	steps_go(s, "person", "People");
	screen_keys(s, "<Enter>");
	screen_wait_row(s, 0, "P-0001");
	screen_keys(s, "bP");
	screen_wait(s, "'P goes back here");
	steps_go(s, "risk flood", "/flood");
	screen_keys(s, "'");
	screen_wait(s, "a  R-0003 Loss of a laptop");
	screen_wait(s, "P  P-0001 Petr");
	screen_keys(s, "a");
	screen_wait_row(s, 0, "3/45");
	screen_wait(s, ">R-0003");
	screen_keys(s, "'P");
	screen_wait_row(s, 0, "P-0001 Petr");
	screen_keys(s, "'z");
	screen_wait_row(s, -2, "no place has the letter z");
	steps_cli(t, "-f", FILE_NAME, "archive", "R-0003", NULL);
	screen_wait(s, "somebody else changed");
	screen_keys(s, "'a");
	screen_wait_row(s, -2, "not in the list any more");
	screen_keys(s, "'<Esc>");
	screen_wait_gone(s, "Go to the place");
	steps_leave(s);
}

/* Where one was, and what was filtered, is there at the next start. */
static void left(struct tap *t)
{
	struct screen *s = in_list(t, 24, 80);
	struct cli c;

	screen_keys(s, "/flood<Enter>");
	screen_wait_row(s, 0, "Risks  /flood");
	screen_keys(s, "j");
	screen_wait_row(s, 0, "2/");
	screen_wait(s, ">R-0011");
	steps_leave(s);
	cli_do(t, &c, "-f", FILE_NAME, "log", NULL);
	tap_ok(t, !strstr(c.out, "flood"), "the history knows nothing of it");
	cli_do(t, &c, "-f", FILE_NAME, "doctor", NULL);
	tap_is_int(t, c.status, 0, "doctor: %s", c.out);
	s = steps_open(t, NULL, FILE_NAME);
	screen_keys(s, "5");
	screen_wait_row(s, 0, "Risks  /flood");
	screen_wait_row(s, -2, "filter as you left it; Esc clears it");
	screen_wait(s, ">R-0011");
	screen_keys(s, "<Esc>");
	screen_wait_row(s, 0, "11/45");
	screen_wait(s, ">R-0011");
	screen_signal(s, SIGTERM);
	screen_exit(s);
	s = steps_open(t, NULL, FILE_NAME);
	screen_keys(s, "5");
	screen_wait_row(s, 0, "11/45");
	tap_ok(t, !screen_has(s, "/flood") && !screen_has(s, "as you left it"), "no filter");
	screen_keys(s, "g");
	screen_wait(s, ">R-0001");
	/* another filter than the one that was left is no reminder of it */
	steps_go(s, "risk laptop", "/laptop");
	steps_leave(s);
	s = steps_open(t, NULL, FILE_NAME);
	steps_go(s, "risk flood", "/flood");
	tap_ok(t, !screen_has(s, "as you left it"), "it was asked for now");
	steps_leave(s);
}

/* Letters over the end of the program; nothing is written where nothing may be. */
static void places_kept(struct tap *t)
{
	struct screen *s = in_list(t, 24, 80);

	screen_keys(s, "jj");
	screen_wait(s, ">R-0003");
	screen_keys(s, "ba");
	screen_wait(s, "'a goes back here");
	screen_keys(s, "<Enter>");
	screen_wait_row(s, 0, "R-0003 Loss");
	screen_keys(s, "bR");
	screen_wait(s, "'R goes back here");
	steps_leave(s);
	file_copy(t, FILE_NAME, "before");
	s = screen_start(t, 24, 80, "--read-only", FILE_NAME, NULL);
	screen_wait(s, "Dashboard");
	screen_keys(s, "'");
	screen_wait(s, "a  R-0003 Loss of a laptop");
	screen_wait(s, "R  R-0003 Loss of a laptop");
	screen_keys(s, "R");
	screen_wait_row(s, 0, "R-0003 Loss");
	screen_keys(s, "q'a");
	screen_wait_row(s, 0, "3/45");
	screen_keys(s, "jb");
	screen_wait(s, "Name this place");
	screen_keys(s, "c");
	screen_wait(s, "'c goes back here as long as the program runs");
	screen_keys(s, "/flood<Enter>");
	screen_wait_row(s, 0, "/flood");
	steps_leave(s);
	tap_ok(t, file_same(t, FILE_NAME, "before"), "read-only is read-only");
	s = steps_open(t, NULL, FILE_NAME);
	screen_keys(s, "'");
	screen_wait(s, "a  R-0003 Loss of a laptop");
	tap_ok(t, !screen_has(s, "c  R-"), "what was named there is not kept");
	screen_keys(s, "<Esc>");
	screen_wait_gone(s, "Go to the place");
	steps_leave(s);
	/* a past day has the letters of now, and loses none */
	s = screen_start(t, 24, 80, "--as-of", "3", FILE_NAME, NULL);
	screen_wait_row(s, 0, "AS OF");
	screen_keys(s, "'");
	screen_wait(s, "a  R-0003 Loss of a laptop");
	screen_keys(s, "<Esc>");
	screen_wait_gone(s, "Go to the place");
	steps_leave(s);
}

static void small(struct tap *t)
{
	struct screen *s = in_list(t, 10, 40);

	screen_keys(s, "/flood<Enter>");
	screen_wait_row(s, 0, "/flood");
	keep(s, "W", "<Enter>");
	screen_wait(s, "kept view 'W'");
	screen_keys(s, "ba");
	screen_wait(s, "'a goes back here");
	screen_keys(s, "<Esc>F");
	screen_wait(s, "> W");
	screen_keys(s, "<Enter>");
	screen_wait_row(s, 0, "/flood");
	screen_keys(s, "'a");
	screen_wait(s, ">R-0002");
	steps_leave(s);
}

static const struct tap_case cases[] = {
	{.name = "kept", .run = kept},
	{.name = "managed", .run = managed},
	{.name = "places", .run = places},
	{.name = "left", .run = left},
	{.name = "places-kept", .run = places_kept},
	{.name = "small", .run = small},
};

int main(int argc, char **argv)
{
	return tap_run(cases, sizeof(cases) / sizeof(*cases), argc, argv);
}
