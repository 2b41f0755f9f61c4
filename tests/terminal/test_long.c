/*
 * Long work on the screen: it tells how far it is, Esc and ^C cancel it, and then
 * nothing is half done; what is typed meanwhile is not lost.
 */
#include "config.h"

#include <signal.h>
#include <stdio.h>
#include <string.h>

#include "cli.h"
#include "files.h"
#include "screen.h"
#include "steps.h"
#include "tap.h"

#define FILE_NAME "long.isms"
#define ROWS 40000

/* Finds all of them, slowly. */
#define SLOW "!~q+z !~w+x !~j+v !~k+w !~b+y !~g+z !~x+q !~z+w"

static void make_rows(struct tap *t)
{
	FILE *f = fopen(file_path(t, "risks.csv"), "w");

	if (f == NULL)
		tap_bail(t, "cannot write the rows");
	fputs("title,inherent_likelihood,inherent_impact,notes\n", f);
	for (int i = 0; i < ROWS; i++)
		fprintf(f, "Risk %d of many,%d,%d,some words of a note\n", i, i % 5 + 1,
			i / 5 % 5 + 1);
	fclose(f);
}

static struct screen *opened(struct tap *t)
{
	static const struct screen_opts wide = {.rows = 24, .cols = 160};

	steps_init(t, FILE_NAME);
	make_rows(t);
	steps_cli(t, "-f", FILE_NAME, "import", "risk", "risks.csv", NULL);
	return steps_open(t, &wide, FILE_NAME);
}

static bool title_has(struct screen *s, const char *text)
{
	return strstr(screen_line(s, 0), text) != NULL;
}

static void lines_of_log(struct tap *t, int want)
{
	struct cli cli;
	int n = 0;

	cli_do(t, &cli, "-f", FILE_NAME, "log", NULL);
	for (const char *p = cli.out; *p != '\0'; p++)
		n += *p == '\n';
	tap_is_int(t, n, want + 1, "the history has its lines and no other: %s", cli.out);
}

static void sound(struct tap *t)
{
	struct cli cli;

	cli_do(t, &cli, "-f", FILE_NAME, "doctor", NULL);
	tap_is_int(t, cli.status, 0, "the file is sound: %s", cli.out);
}

/* In a window of another size the line that tells of it stands alone, and whole. */
static void resized(struct tap *t, struct screen *s)
{
	screen_signal(s, SIGSTOP);
	screen_wait_stopped(s);
	screen_resize(s, 12, 50);
	screen_pump(s, 300); /* the next time is due at once */
	screen_continue(s);
	screen_wait_row(s, 10, "undoing ");
	tap_ok(t, strstr(screen_line(s, 10), ", Esc cancels") != NULL, "all of it: %s",
	       screen_line(s, 10));
	tap_ok(t, !screen_has(s, "Risks"), "nothing of the old window");
	screen_resize(s, 24, 80);
}

static void undo(struct tap *t)
{
	struct screen *s = opened(t);

	steps_go(s, "risk", "Risks");
	screen_keys(s, "G");
	screen_wait_row(s, 0, "40000/40000");
	steps_long(s, "u", "undoing ");
	resized(t, s);
	steps_press(s, "<Esc>", "cancelled; nothing was changed");
	screen_wait_row(s, 0, "40000/40000");
	lines_of_log(t, 3);
	screen_keys(s, "u");
	screen_wait(s, "undone: import risks.csv");
	screen_wait_row(s, 0, "0/0");
	steps_long(s, "U", "redoing ");
	steps_press(s, "<C-c>", "cancelled; nothing was changed");
	screen_wait_row(s, 0, "0/0");
	lines_of_log(t, 4);
	sound(t);
	screen_keys(s, "U");
	screen_wait(s, "redone: import risks.csv");
	screen_wait_row(s, 0, "/40000");
	steps_leave(s);
}

static void check(struct tap *t)
{
	struct screen *s = opened(t);

	steps_long(s, "!", "Checks ");
	steps_press(s, "<Esc>", "Nothing is shown: it was not read to the end.");
	screen_wait(s, "cancelled");
	tap_ok(t, !screen_has(s, "clauses ready"), "nothing is said of what was not asked");
	screen_keys(s, "!");
	screen_wait(s, "clauses ready");
	screen_wait_gone(s, "Nothing is shown");
	steps_leave(s);
}

static void sort(struct tap *t)
{
	struct screen *s = opened(t);

	steps_go(s, "risk " SLOW, "1/40000");
	steps_long(s, "[", "filtering");
	steps_press(s, "<Esc>", "cancelled");
	screen_wait(s, ">R-0001");
	tap_ok(t, !title_has(s, "Code"), "the order is as it was");
	screen_keys(s, "[");
	screen_wait_row(s, 0, "^ Code");
	steps_long(s, "]", "filtering");
	steps_press(s, "<Esc>", "cancelled");
	screen_wait_row(s, 0, "^ Code");
	screen_wait(s, ">R-0001");
	screen_keys(s, "]");
	screen_wait_row(s, 0, "v Code");
	steps_leave(s);
}

/* Enter takes what is typed; Esc in the midst leaves the line to be mended. */
static void filter(struct tap *t)
{
	struct screen *s = opened(t);

	steps_go(s, "risk", "Risks");
	screen_keys(s, "G");
	screen_wait_row(s, 0, "40000/40000");
	steps_long(s, "/" SLOW "<Enter>", "filtering");
	steps_press(s, "<Esc>", "cancelled");
	screen_wait(s, SLOW);
	screen_wait_row(s, 0, "40000/40000");
	tap_ok(t, !title_has(s, "!~"), "no filter is on");
	screen_keys(s, "<Esc>");
	screen_wait_gone(s, SLOW);
	screen_wait_row(s, 0, "40000/40000");
	steps_leave(s);
}

/* Neither the file nor a part of it. */
static void export(struct tap *t)
{
	struct screen *s = opened(t);

	steps_go(s, "risk", "1/40000");
	screen_keys(s, "x");
	screen_wait(s, "Export as");
	screen_keys(s, "<Enter>");
	screen_wait(s, "Export to: risk.csv");
	steps_long(s, "<Enter>", "exporting");
	steps_press(s, "<Esc>", "cancelled");
	tap_ok(t, !file_exists(t, "risk.csv") && !file_exists(t, "risk.csv.part"),
	       "nothing is left behind");
	steps_leave(s);
}

/* What is typed stands there at once, the list follows when typing rests. */
static void typing(struct tap *t)
{
	struct screen *s = opened(t);

	steps_go(s, "risk", "1/40000");
	screen_keys(s, "/!~q+z !~w+x !~j+v !~k+w !~b+y !~g+z !~x+");
	while (screen_unread(s) > 0)
		screen_pump(s, 1);
	screen_pump(s, 100);
	steps_long(s, "q", "looking");
	steps_press(s, "b", "!~x+qb");
	tap_ok(t, !screen_has(s, "looking"), "the next key ends the search");
	tap_ok(t, !title_has(s, "!~x"), "and is shown before its own is over");
	screen_wait_row(s, 0, "!~x+qb");
	screen_keys(s, "<BS>z");
	steps_long(s, "z", "looking");
	steps_press(s, "<Esc>", "1/40000");
	screen_wait_row(s, 0, "1/40000");
	screen_wait_gone(s, "!~q");
	steps_leave(s);
}

/* Keys typed ahead come afterwards, a paste as the paste that it is. */
static void ahead(struct tap *t)
{
	struct screen *s = opened(t);

	steps_long(s, "!", "Checks ");
	steps_press(s, ":risk<Enter>/<PasteOn>of\nmany<PasteOff> !~nothing<Enter>jj",
		    "/of many !~nothing");
	screen_wait(s, ">R-0003");
	screen_wait_row(s, 0, "3/40000");
	steps_leave(s);
}

static const struct tap_case cases[] = {
	{.name = "undo", .run = undo},	   {.name = "check", .run = check},
	{.name = "sort", .run = sort},	   {.name = "filter", .run = filter},
	{.name = "export", .run = export}, {.name = "typing", .run = typing},
	{.name = "ahead", .run = ahead},
};

int main(int argc, char **argv)
{
	return tap_run(cases, sizeof(cases) / sizeof(cases[0]), argc, argv);
}
