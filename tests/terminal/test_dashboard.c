/* The dashboard and the lines that lead to records: checks, due, certification. */
#include "config.h"

#include <stdio.h>
#include <string.h>

#include "cli.h"
#include "files.h"
#include "screen.h"
#include "steps.h"
#include "tap.h"

#define FILE_NAME "new.isms"
#define TODAY "2026-11-28"

static struct screen *open_sized(struct tap *t, int rows, int cols)
{
	struct screen *s = screen_start(t, rows, cols, "--today", TODAY, FILE_NAME, NULL);

	screen_wait_row(s, 0, "Dashboard");
	screen_wait_row(s, -1, "Help");
	return s;
}

/* -- checks ---------------------------------------------------------------- */

/* 93 undecided entries are a line, until it is opened; Enter there opens one. */
static void folds(struct tap *t)
{
	struct screen *s;

	steps_init(t, FILE_NAME);
	s = open_sized(t, 60, 200);
	screen_keys(s, "!");
	screen_wait_row(s, 0, "clauses ready");
	screen_wait(s, "It is not decided whether a control applies");
	screen_wait(s, "93 +");
	tap_ok(t, !screen_has(s, "SOA-0002"), "the records of a long list are folded away");
	tap_ok(t, screen_has(s, "M-0001 5x5: not approved"), "those of a short one are not");
	tap_ok(t, screen_has(s, "red, document missing"), "the colour is a word too");
	for (int i = 0; i < 80 && !screen_has(s, "> ! It is not decided whether a control"); i++) {
		screen_keys(s, "<Down>");
		screen_settle(s);
	}
	screen_keys(s, "<Enter>");
	screen_wait(s, "93 -");
	screen_wait(s, "SOA-0002");
	screen_keys(s, "<Enter>");
	screen_wait(s, "93 +");
	screen_wait_gone(s, "SOA-0002");
	screen_keys(s, "<Enter>");
	screen_wait(s, "93 -");
	screen_keys(s, "<Down><Down><Enter>");
	screen_wait_row(s, 0, "SOA-0002");
	steps_leave(s);
}

static const struct tap_case cases[] = {
	{.name = "folds", .run = folds},
};

int main(int argc, char **argv)
{
	return tap_run(cases, sizeof(cases) / sizeof(*cases), argc, argv);
}
