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

enum { KEY_MAX = 350 };

static struct screen *open_sized(struct tap *t, int rows, int cols)
{
	struct screen *s = screen_start(t, rows, cols, "--today", TODAY, FILE_NAME, NULL);

	screen_wait_row(s, 0, "Dashboard");
	screen_wait_row(s, -1, "Help");
	return s;
}

static struct screen *open_demo(struct tap *t, int rows, int cols)
{
	steps_cli(t, "--today", TODAY, "-f", FILE_NAME, "demo", NULL);
	return open_sized(t, rows, cols);
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
	screen_wait(s, "M-0001 5x5: not approved"); /* those of a short one are not */
	screen_wait(s, "red, document missing");    /* the colour is a word too */
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
	screen_keys(s, "q");
	screen_wait_row(s, 0, "clauses ready");
	steps_leave(s);
}

/* The lines are filtered as lists are; what acts on a record acts on that of the line,
 * and comes back to it. */
static void acts(struct tap *t)
{
	struct screen *s = open_demo(t, 24, 80);

	screen_keys(s, "w/laborat");
	screen_wait_row(s, 0, "Due  /laborat");
	screen_wait_row(s, 0, "1/3");
	screen_keys(s, "<Enter><Enter>");
	screen_wait_row(s, 0, "RA-0004 Shared login");
	screen_keys(s, "q");
	screen_wait_row(s, 0, "Due  /laborat");
	screen_wait_row(s, 23, "e Edit  o Record  / Filter");
	screen_keys(s, "t");
	screen_wait_row(s, 0, "Trace of RA-0004");
	screen_keys(s, "qH");
	screen_wait_row(s, 0, "History of RA-0004");
	screen_keys(s, "qe");
	screen_wait_row(s, 0, "Edit RA-0004");
	screen_keys(s, "<Esc>");
	screen_wait_row(s, 0, "Due  /laborat");
	screen_keys(s, "<Esc>");
	screen_wait_row(s, 0, "Due: 46 overdue");
	screen_wait(s, ">2026-09-30  RA-0004"); /* the cursor stays on it */
	screen_keys(s, "!/left");
	screen_wait_row(s, 0, "Checks  /left");
	screen_keys(s, "<Enter>");
	screen_wait(s, "The owner of a risk has left");
	screen_wait(s, "6.1.2"); /* the clause that it stands below */
	tap_ok(t, !screen_has(s, "4.1"), "other clauses are gone");
	screen_keys(s, "<Esc>");
	screen_wait_row(s, 0, "clauses ready");
	steps_leave(s);
}

/* -- the dashboard ---------------------------------------------------------- */

/* Moves until that figure has the cursor. */
static void go_to(struct screen *s, const char *figure)
{
	const char *text = tap_str(screen_tap(s), "> %s", figure);

	for (int i = 0; i < 80 && !screen_has(s, text); i++) {
		screen_keys(s, "<Down>");
		screen_settle(s);
	}
	screen_wait(s, text);
}

static void back(struct screen *s)
{
	screen_keys(s, "1");
	screen_wait_row(s, 0, "Dashboard");
	screen_keys(s, "g");
	screen_wait(s, "> Overdue");
}

/* Each kind of figure opens what it counts. */
static void opens(struct screen *s)
{
	static const struct {
		const char *figure, *title, *text;
	} doors[] = {
		{"Overdue", "Due: 46 overdue", "OVERDUE"},
		{"Within 30 days", "Due: 46 overdue, 38 within 30 days", "OVERDUE"},
		{"Above tolerance", "1/15", "R-"},
		{"Gaps", "1/31", "SOA-"},
		{"Expired or exp", "1/1", "RA-"},
		{"4.2 Parties", "Checks: 4.2", "30 % red, 3 of 10 rules"},
		{"A Annex A", "Checks: A, ", "A.5.3 "},
		{"Running cycle", "1/1", "CY-0002"},
		{"Check", "1/4", "MS-0006"},
		{"Late in Do", "1/1", "MS-0008"},
		{"Current risk", "Risk matrix, current", "appetite"},
	};

	for (size_t i = 0; i < sizeof(doors) / sizeof(*doors); i++) {
		if (i + 1 < sizeof(doors) / sizeof(*doors))
			go_to(s, doors[i].figure);
		else
			screen_keys(s, "G"); /* the matrix is the last below three columns */
		screen_keys(s, "<Enter>");
		screen_wait_row(s, 0, doors[i].title);
		screen_wait(s, doors[i].text);
		back(s);
	}
}

static void figures(struct tap *t)
{
	struct screen *s = open_demo(t, 24, 80);
	struct screen_traffic sent;

	screen_wait(s, "80 % amber");
	screen_wait(s, "46   4.1 Context"); /* figures and clauses beside each other */
	screen_settle(s);
	for (int i = 0; i < 12; i++) {
		screen_bytes(s);
		screen_keys(s, "<Down>");
		screen_wait_row(s, 0, tap_str(t, "%d/", i + 2));
		sent = screen_bytes(s);
		tap_ok(t, sent.bytes <= KEY_MAX && sent.writes == 1, "a cursor key: %zu bytes, %zu",
		       sent.bytes, sent.writes);
	}
	screen_keys(s, "g");
	screen_wait(s, "> Overdue");
	screen_keys(s, "<Right>");
	screen_wait(s, "> 4.1 Context");
	screen_keys(s, "<Left>");
	screen_wait(s, "> Overdue");
	opens(s);
	steps_leave(s);
}

/* Failing rules first, then those that hold; Enter on one opens what mends it. */
static void clause(struct tap *t)
{
	struct screen *s = open_demo(t, 50, 120);

	screen_wait(s, "80 % amber");
	go_to(s, "9.2 Internal");
	screen_keys(s, "<Enter>");
	screen_wait_row(s, 0, "Checks: 9.2");
	screen_wait(s, "68 % amber, 11 of 16 rules");
	screen_wait(s, "No internal audit was reported within a year");
	screen_wait(s, "none");
	screen_keys(s, "<Down><Down>");
	screen_wait(s, "An auditor:");
	screen_keys(s, "<Enter>");
	screen_wait_gone(s, "An auditor:");
	screen_keys(s, "qq");
	screen_wait_row(s, 0, "Dashboard");
	screen_wait(s, "> 9.2 Internal");
	steps_leave(s);
}

static void small(struct tap *t)
{
	struct screen *s = open_demo(t, 10, 40);

	screen_wait(s, "> Overdue");
	screen_wait(s, "46");
	go_to(s, "9.3 Review");
	screen_keys(s, "G");
	screen_wait(s, ">Current risk");
	screen_keys(s, "g<Enter>");
	screen_wait_row(s, 0, "Due");
	back(s);
	steps_leave(s);
}

static void large(struct tap *t)
{
	struct screen *s = open_demo(t, 60, 200);

	screen_wait(s, "80 % amber");
	tap_ok(t, screen_has(s, "Current risk") && screen_has(s, "likelihood up"), "the matrix");
	tap_ok(t, screen_has(s, "Late in Act"), "the course");
	tap_ok(t, screen_has(s, "10.2 Nonconformity"), "the last clause");
	tap_ok(t, screen_has(s, "Gaps without a plan"), "the last figures");
	screen_wait(s, "red, document missing");
	screen_keys(s, "<Right><Right>");
	screen_wait(s, ">Current risk");
	screen_keys(s, "<Down>");
	screen_wait(s, "> Running cycle");
	screen_keys(s, "<Left>");
	screen_wait(s, "> 6.1.2 Assessment");
	steps_leave(s);
}

/* -- certification ------------------------------------------------------------ */

/* The lists of both stages and the cycle; a line leads to what mends it. */
static void certification(struct tap *t)
{
	struct screen *s = open_demo(t, 60, 160);

	screen_wait(s, "17/20 in place");
	screen_wait(s, "14 months");  /* since when it is in operation */
	screen_wait(s, "2026-11-28"); /* the next step of a certificate */
	steps_go(s, "certification", "Certification: stage 1 17/20, stage 2 9/20");
	screen_wait(s, "Stage 2: practice");
	screen_wait(s, "616 days before stage 2");
	steps_leave(s);
}

static void stage(struct tap *t)
{
	struct screen *s = open_demo(t, 24, 80);

	screen_wait(s, "80 % amber");
	screen_keys(s, "<Right><Left>");
	go_to(s, "Stage 1");
	screen_keys(s, "<Enter>");
	screen_wait_row(s, 0, "Certification: stage 1 17/20");
	tap_ok(t, !screen_has(s, "Stage 2"), "only that stage");
	screen_keys(s, "<Down><Down><Down>");
	screen_wait(s, "There is: 15 parties, 1 without a requirement");
	screen_keys(s, "<Enter>");
	screen_wait_row(s, 0, "Interested parties");
	screen_keys(s, "q");
	screen_wait_row(s, 0, "Certification: stage 1 17/20"); /* to its line */
	screen_wait(s, "There is: 15 parties, 1 without a requirement");
	screen_keys(s, "q");
	screen_wait(s, "> Stage 1");
	steps_leave(s);
}

static const struct tap_case cases[] = {
	{.name = "certification", .run = certification},
	{.name = "stage", .run = stage},
	{.name = "figures", .run = figures},
	{.name = "clause", .run = clause},
	{.name = "small", .run = small},
	{.name = "large", .run = large},
	{.name = "folds", .run = folds},
	{.name = "acts", .run = acts},
};

int main(int argc, char **argv)
{
	return tap_run(cases, sizeof(cases) / sizeof(*cases), argc, argv);
}
