/* The past on the screen: as of, history, differences, traces. */
#include "config.h"

#include <stdio.h>
#include <string.h>

#include "cli.h"
#include "files.h"
#include "screen.h"
#include "steps.h"
#include "tap.h"

#define FILE_NAME "acme.isms"

/* Transactions: 1 and 2 found the file, 3 asset, 4 risk, 5 the risk changed, 6 another. */
static void make_file(struct tap *t)
{
	steps_init(t, FILE_NAME);
	steps_cli(t, "-f", FILE_NAME, "add", "asset", "title=Till", NULL);
	steps_cli(t, "-f", FILE_NAME, "add", "risk", "title=Theft", "assets=A-0001",
		  "inherent_likelihood=4", "inherent_impact=5", NULL);
	steps_cli(t, "-f", FILE_NAME, "set", "R-0001", "title=Theft at night",
		  "inherent_likelihood=2", NULL);
	steps_cli(t, "-f", FILE_NAME, "add", "risk", "title=Fire", "assets=A-0001", NULL);
}

static void type(struct screen *s, const char *command)
{
	screen_keys(s, ":");
	screen_wait(s, "Command, register");
	screen_keys(s, command);
}

static void go_to(struct screen *s, const char *moment)
{
	type(s, "as-of<Enter>");
	screen_wait_row(s, -2, "As of (");
	screen_keys(s, "<C-u>");
	screen_keys(s, moment);
	screen_keys(s, "<Enter>");
}

static void as_of(struct tap *t)
{
	struct screen *s;

	make_file(t);
	s = steps_open(t, NULL, FILE_NAME);
	steps_go(s, "risk", "Risks");
	screen_wait(s, "Theft at night");
	go_to(s, "4");
	screen_wait_row(s, 0, "AS OF change 4, read-only");
	screen_wait_gone(s, "Theft at night");
	tap_ok(t, screen_has(s, ">R-0001  Theft") && !screen_has(s, "Fire"), "the list as it was");
	screen_keys(s, "a");
	screen_wait_row(s, -2, "as of change 4: read-only");
	tap_ok(t, true, "nothing can be added");
	screen_keys(s, "<Enter>");
	screen_wait_row(s, 0, "R-0001 Theft");
	go_to(s, "5");
	screen_wait_row(s, 0, "R-0001 Theft at night");
	tap_ok(t, screen_has(s, "AS OF change 5"), "an open record moves along");
	go_to(s, "now");
	screen_wait_row(s, -2, "everything is as it is now");
	tap_ok(t, !screen_has(s, "AS OF"), "and back");
	screen_keys(s, "q");
	screen_wait(s, "Fire");
	go_to(s, "1999-12-31");
	screen_wait_row(s, -2, "its history begins");
	tap_ok(t, screen_has(s, "Fire"), "what does not work changes nothing");
	steps_leave(s);
	tap_is_int(t, screen_exit(s), 0, "left with q");
}

/* An open record is not there before it was added, nor after that was undone; nothing
 * is done with it then, and it is back when its time is. */
static void absent(struct tap *t)
{
	struct screen *s;

	make_file(t);
	s = steps_open(t, NULL, FILE_NAME);
	steps_go(s, "risk", "Risks");
	screen_keys(s, "G<Enter>");
	screen_wait_row(s, 0, "R-0002 Fire");
	go_to(s, "5");
	screen_wait(s, "This record is not there.");
	screen_wait_row(s, -2, "everything is as of change 5");
	screen_keys(s, "y");
	screen_wait_row(s, -2, "this record is not there");
	go_to(s, "now");
	screen_wait_row(s, 0, "R-0002 Fire");
	screen_keys(s, "u");
	screen_wait_row(s, -2, "undone: add R-0002");
	tap_ok(t, screen_has(s, "This record is not there."), "it is said in its place");
	screen_keys(s, "e");
	screen_wait_row(s, -2, "this record is not there");
	screen_keys(s, "U");
	screen_wait_row(s, 0, "R-0002 Fire");
	steps_leave(s);
	tap_is_int(t, screen_exit(s), 0, "left with q");
}

/* From the command line; and where there is little room. */
static void small(struct tap *t)
{
	struct screen *s;

	make_file(t);
	s = screen_start(t, 10, 40, "--as-of", "4", FILE_NAME, NULL);
	screen_wait_row(s, 0, "AS OF change 4");
	screen_wait_row(s, -1, "Help");
	steps_go(s, "risk", "Risks");
	screen_wait(s, "Theft");
	tap_ok(t, !screen_has(s, "night"), "opened in the past");
	steps_leave(s);
}

/* -- traces ----------------------------------------------------------------- */

static void trace(struct tap *t)
{
	struct screen *s;

	make_file(t);
	s = steps_open(t, NULL, FILE_NAME);
	steps_go(s, "risk", "Risks");
	screen_wait(s, "Theft at night");
	screen_keys(s, "t");
	screen_wait_row(s, 0, "Trace of R-0001 Theft at night");
	screen_wait(s, "- Assets");
	screen_wait(s, "+ A-0001 Till");
	screen_keys(s, "<Down><Right>");
	screen_wait(s, "+ <- Risks: Assets");
	screen_keys(s, "<Right><Right>");
	screen_wait(s, "+ R-0002 Fire");
	tap_ok(t, screen_has(s, "see above"), "where one comes from is not gone into again");
	screen_match(s, "golden/trace");
	screen_keys(s, "<Left><Left>");
	screen_wait_gone(s, "Fire");
	tap_ok(t, screen_has(s, "A-0001 Till"), "Left folds");
	screen_keys(s, "<Enter>");
	screen_wait_row(s, 0, "A-0001 Till");
	screen_wait_row(s, 0, "1/1"); /* where it stands in what it was opened from */
	screen_keys(s, "n");
	screen_wait_row(s, -2, "this is the last");
	screen_keys(s, "q");
	screen_wait_row(s, 0, "Trace of R-0001");
	screen_keys(s, "t");
	screen_wait_row(s, 0, "Trace of A-0001 Till");
	tap_ok(t, screen_has(s, "<- Risks: Assets"), "t goes on from there");
	screen_resize(s, 10, 40);
	screen_wait_row(s, 0, "Trace of A");
	screen_keys(s, "<End><Home><PgDn><Left><Left><Right>");
	screen_settle(s);
	screen_resize(s, 24, 80);
	screen_wait_row(s, 0, "Trace of");
	steps_leave(s);
}

/* 150 risks on one asset: read by the hundred. */
static void many(struct tap *t)
{
	static char rows[150 * 40] = "title,assets\n";
	struct screen *s;
	size_t n = strlen(rows);

	make_file(t);
	for (int i = 1; i <= 150; i++)
		n += (size_t)snprintf(rows + n, sizeof(rows) - n, "Risk number %d,A-0001\n", i);
	file_write(t, "many.csv", rows);
	steps_cli(t, "-f", FILE_NAME, "import", "risk", "many.csv", NULL);
	s = steps_open(t, NULL, FILE_NAME);
	steps_go(s, "asset", "Assets");
	screen_wait(s, "Till");
	screen_keys(s, "t");
	screen_wait(s, "+ <- Risks: Assets");
	screen_wait(s, "152");
	screen_keys(s, "<Right>");
	screen_wait(s, "R-0001");
	screen_keys(s, "<End>");
	screen_wait(s, "52 more: Enter shows them");
	screen_keys(s, "<Enter><End>");
	screen_wait(s, "Risk number 150");
	tap_ok(t, !screen_has(s, "more: Enter"),
	       "the rest of a long list comes when it is asked for");
	steps_leave(s);
}

/* -- history ---------------------------------------------------------------- */

static void history(struct tap *t)
{
	struct screen *s;

	make_file(t);
	s = steps_open(t, NULL, FILE_NAME);
	steps_go(s, "risk", "Risks");
	screen_wait(s, "Theft at night");
	screen_keys(s, "H");
	screen_wait_row(s, 0, "History of R-0001");
	screen_wait(s, "Risk: Theft -> Theft at night");
	screen_wait(s, "Likelihood: 4 likely -> 2 unlikely");
	screen_wait(s, "Assets: + A-0001");
	screen_keys(s, "<End><Enter>");
	screen_wait_row(s, 0, "R-0001 after change 4; * is another now");
	screen_wait(s, "* Risk: Theft");
	screen_wait(s, "now: Theft at night");
	screen_keys(s, "<Esc>");
	screen_wait_row(s, 0, "History of R-0001");
	screen_keys(s, "<Home>b");
	screen_wait_row(s, -2, "go to its line");
	screen_keys(s, "<Down>b");
	screen_wait(s, "Take R-0001 back?");
	screen_wait(s, "Risk: Theft at night -> Theft");
	screen_keys(s, "n");
	screen_wait_gone(s, "Take R-0001 back?");
	screen_keys(s, "b");
	screen_wait(s, "Take R-0001 back?");
	screen_keys(s, "y");
	screen_wait_row(s, -2, "R-0001 is taken back, as change 7");
	screen_wait(s, "take back R-0001 title to change 4");
	tap_ok(t, true, "a field is taken back, which is a change of its own");
	screen_keys(s, "<End>B");
	screen_wait(s, "Take R-0001 back?");
	screen_wait(s, "Likelihood: 2 unlikely -> 4");
	screen_keys(s, "y");
	screen_wait(s, "take back R-0001 to change 4");
	screen_keys(s, "q");
	screen_wait_row(s, 0, "Risks");
	screen_wait_gone(s, "Theft at night");
	tap_ok(t, true, "the whole record is");
	steps_leave(s);
}

/* A state goes back only where its life leads there, or as a correction. */
static void correction(struct tap *t)
{
	struct screen *s;

	make_file(t);
	steps_cli(t, "-f", FILE_NAME, "set", "R-0001", "status=analysed", NULL);
	s = steps_open(t, NULL, FILE_NAME);
	steps_go(s, "risk", "Risks");
	screen_wait(s, "Analysed");
	screen_keys(s, "H");
	screen_wait(s, "Status: Identified -> Analysed");
	screen_keys(s, "<Down>b");
	screen_wait(s, "Status: Analysed -> Identified");
	screen_keys(s, "y");
	screen_wait(s, "Correct the state all the same?");
	screen_wait(s, "cannot go from");
	screen_keys(s, "n");
	screen_wait_gone(s, "Correct the state");
	tap_ok(t, !screen_has(s, "correct R-0001"), "No leaves it");
	screen_keys(s, "b");
	screen_wait(s, "Take R-0001 back?");
	screen_keys(s, "y");
	screen_wait(s, "Correct the state all the same?");
	screen_keys(s, "y");
	screen_wait(s, "correct R-0001 status to change 6");
	tap_ok(t, true, "Yes corrects it, and the history says so");
	steps_leave(s);
}

static void of_file(struct tap *t)
{
	struct screen *s;

	make_file(t);
	s = steps_open(t, NULL, FILE_NAME);
	screen_keys(s, "H");
	screen_wait_row(s, 0, "History of the file");
	screen_wait(s, "add R-0002");
	screen_keys(s, "<Down><Right>");
	screen_wait(s, "R-0001  Risk: Theft -> Theft at night");
	screen_keys(s, "<Down><Enter>");
	screen_wait_row(s, 0, "R-0001 Theft at night");
	screen_keys(s, "q");
	screen_wait_row(s, 0, "History of the file");
	screen_keys(s, "/add<Enter>");
	screen_wait_row(s, 0, "/add");
	screen_wait_gone(s, "edit R-0001");
	tap_ok(t, screen_has(s, "add A-0001"), "filtered by words");
	screen_keys(s, "<Esc>");
	screen_wait(s, "edit R-0001");
	tap_ok(t, true, "Esc clears the filter first");
	steps_leave(s);
}

/* -- differences, and what moved --------------------------------------------- */

static void differences(struct tap *t)
{
	struct screen *s;

	make_file(t);
	s = steps_open(t, NULL, FILE_NAME);
	type(s, "diff<Enter>");
	screen_wait_row(s, -2, "What differs since");
	screen_keys(s, "4<Enter>");
	screen_wait_row(s, 0, "change 4 to now");
	screen_wait(s, "1 added, 1 changed");
	screen_keys(s, "<Down><Right>");
	screen_wait(s, "Risk: Theft -> Theft at night");
	screen_match(s, "golden/diff");
	screen_keys(s, "<Enter>");
	screen_wait_row(s, 0, "R-0001 Theft at night");
	screen_keys(s, "q<Left>");
	screen_wait_gone(s, "Theft -> Theft");
	screen_keys(s, "<Left><Left>");
	screen_wait_gone(s, "R-0001");
	screen_keys(s, "<Right>");
	screen_wait(s, "R-0001");
	tap_ok(t, screen_has(s, "1 added, 1 changed"), "a register folds and unfolds");
	steps_leave(s);
}

static void moved(struct tap *t)
{
	struct screen *s;

	make_file(t);
	steps_cli(t, "-f", FILE_NAME, "set", "R-0002", "current_likelihood=3", "current_impact=3",
		  NULL);
	s = steps_open(t, NULL, FILE_NAME);
	screen_keys(s, "m");
	screen_wait_row(s, 0, "Risk matrix");
	screen_keys(s, "d");
	screen_wait_row(s, -2, "What moved since");
	screen_keys(s, "<C-u>4<Enter>");
	screen_wait_row(s, 0, "change 4 > now");
	screen_wait(s, "1>0");
	tap_ok(t, screen_has(s, "0>1"), "cells say what they were");
	screen_match(s, "golden/moved");
	screen_keys(s, "d");
	screen_wait_row(s, 0, "Risks that moved since change 4");
	screen_wait(s, "R-0002 Fire");
	screen_wait(s, "new -> ");
	screen_keys(s, "<Enter>");
	screen_wait_row(s, 0, "R-000");
	screen_keys(s, "q");
	screen_wait_row(s, 0, "Risks that moved");
	screen_keys(s, "q");
	screen_wait_row(s, 0, "Risk matrix");
	screen_keys(s, "<Esc>");
	screen_wait_gone(s, "1>0");
	tap_ok(t, screen_has(s, "Risk matrix"), "Esc shows only what is now");
	steps_leave(s);
}

static const struct tap_case cases[] = {
	{.name = "as_of", .run = as_of},     {.name = "small", .run = small},
	{.name = "trace", .run = trace},     {.name = "many", .run = many},
	{.name = "history", .run = history}, {.name = "correction", .run = correction},
	{.name = "of_file", .run = of_file}, {.name = "differences", .run = differences},
	{.name = "moved", .run = moved},     {.name = "absent", .run = absent},
};

int main(int argc, char **argv)
{
	return tap_run(cases, sizeof(cases) / sizeof(*cases), argc, argv);
}
