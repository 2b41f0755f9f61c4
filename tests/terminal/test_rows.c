/* What rows have in common, in whichever pane: / as one types, n and p from the record
 * that one of them opened, y, marks and what acts on them. */
#include "config.h"

#include <string.h>

#include "cli.h"
#include "files.h"
#include "screen.h"
#include "spawn.h"
#include "steps.h"
#include "tap.h"

#define FILE_NAME "rows.isms"
#define ISMS(...) steps_cli(t, "-f", FILE_NAME, __VA_ARGS__, NULL)

/* Three risks, two of them to be treated and late, with an action each. */
static void make_file(struct tap *t)
{
	steps_init(t, FILE_NAME);
	ISMS("add", "person", "title=Ann");
	ISMS("add", "asset", "title=Till", "owner=P-0001");
	ISMS("add", "risk", "title=A fire", "owner=P-0001", "inherent_likelihood=4",
	     "inherent_impact=4", "treatment=modify", "due=2026-03-30", "assets=A-0001");
	ISMS("add", "risk", "title=A flood", "inherent_likelihood=5", "inherent_impact=5",
	     "due=2026-03-31", "assets=A-0001");
	ISMS("add", "risk", "title=A storm", "owner=P-0001", "assets=A-0001");
	ISMS("add", "action", "title=Copies", "risk=R-0001", "owner=P-0001", "due=2026-04-14");
	ISMS("add", "action", "title=Pumps", "risk=R-0002", "owner=P-0001", "due=2026-04-15");
}

static struct screen *open_file(struct tap *t)
{
	make_file(t);
	return steps_open(t, NULL, FILE_NAME);
}

/* What was sent to the clipboard, decoded by a program that is not ours. */
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

/* ---- / as one types ------------------------------------------------------ */

/* Before Enter; Esc brings back what was there, not nothing. */
static void types(struct screen *s, const char *title, const char *word, const char *stays,
		  const char *goes)
{
	screen_keys(s, "/");
	screen_wait_row(s, 23, "Enter OK   Esc Cancel");
	screen_keys(s, word);
	screen_wait_gone(s, goes);
	screen_wait(s, stays);
	screen_keys(s, "<Enter>");
	screen_wait_row(s, 0, title);
	screen_keys(s, "/zzz");
	screen_wait(s, "Nothing is found.");
	screen_keys(s, "<Esc>");
	screen_wait_row(s, 0, title);
	screen_wait(s, stays);
	screen_keys(s, "<Esc>");
	screen_wait(s, goes);
}

static void typed(struct tap *t)
{
	struct screen *s = open_file(t);

	steps_go(s, "risk", "Risks");
	types(s, "Risks  /storm", "storm", "R-0003", "R-0001");
	steps_go(s, "plan", "Risk treatment plan");
	types(s, "plan  /flood", "flood", "AC-0002", "R-0001");
	steps_go(s, "soa", "Statement of Applicability");
	types(s, "/malware", "malware", "A.8.7", "A.5.1 ");
	screen_keys(s, "w");
	screen_wait_row(s, 0, "Due");
	types(s, "Due  /pumps", "pumps", "AC-0002", "AC-0001");
	screen_keys(s, "!");
	screen_wait_row(s, 0, "Checks");
	types(s, "Checks  /nothing left", "nothing left", "Nothing is", "4.1");
	steps_leave(s);
}

/* Esc while one types brings back where the cursor was as well. */
static void given_up(struct tap *t)
{
	static const struct {
		const char *where, *title, *on;
	} panes[] = {
		{"risk", "Risks", ">R-0002  A flood"},
		{"plan", "Risk treatment plan", ">AC-0002"},
		{"soa", "Statement of Applicability", ">A.5.1 "},
		{"due", "Due", ">2026-03-31  R-0002"},
	};
	struct screen *s = open_file(t);

	for (size_t i = 0; i < sizeof(panes) / sizeof(*panes); i++) {
		steps_go(s, panes[i].where, panes[i].title);
		screen_keys(s, "j");
		screen_wait(s, panes[i].on);
		screen_keys(s, "/zzz");
		screen_wait(s, "Nothing is found.");
		screen_keys(s, "<Esc>");
		screen_wait(s, panes[i].on);
	}
	steps_go(s, "risk", "Risks");
	screen_keys(s, "/zzz<Enter>");
	screen_wait_row(s, 0, "/zzz");
	screen_keys(s, "<Esc>"); /* as there is no other record that could keep it */
	screen_wait(s, panes[0].on);
	steps_leave(s);
}

/* At every level of what unfolds: a line stays with what stands above and below it. */
static void unfolded(struct tap *t)
{
	struct screen *s = open_file(t);

	steps_go(s, "asset", "Assets");
	screen_keys(s, "t");
	screen_wait(s, "R-0003 A storm");
	types(s, "Trace of A-0001 Till  /storm", "storm", "Risks: Assets", "A fire");
	screen_keys(s, "q");
	screen_wait_row(s, 0, "Assets");
	screen_keys(s, "q");
	screen_wait_row(s, 0, "Dashboard");
	screen_keys(s, "H");
	screen_wait_row(s, 0, "History of the file");
	types(s, "History of the file  /r-0002", "r-0002", "add R-0002", "add R-0003");
	steps_leave(s);
}

/* What is no filter points at its character, here as in a register. */
static void mended(struct tap *t)
{
	struct screen *s = open_file(t);
	int row, col;

	steps_go(s, "plan", "Risk treatment plan");
	screen_keys(s, "/level>>3<Enter>");
	screen_wait(s, "'>3' is not a level");
	screen_cursor(s, &row, &col);
	tap_ok(t, row == 22 && col == 8, "row %d, column %d", row, col);
	tap_ok(t, screen_has(s, "R-0001"), "the last good rows stay");
	screen_keys(s, "<Esc>/lev<Tab>");
	screen_wait_row(s, 22, "/level");
	screen_keys(s, "<Esc>");
	screen_wait_row(s, 0, "Risk treatment plan ");
	steps_leave(s);
}

/* Lists to choose from, where nothing was typed before. */
static void chosen(struct tap *t)
{
	struct screen *s = open_file(t);

	steps_go(s, "risk", "Risks");
	screen_keys(s, "x");
	screen_wait(s, "Export as");
	screen_wait_row(s, 23, "/ Filter");
	screen_keys(s, "/json");
	screen_wait(s, "Export as: json_");
	screen_wait_gone(s, "Tab-separated");
	screen_keys(s, "zz");
	screen_wait(s, "nothing fits; Esc shows all again");
	screen_keys(s, "<Enter><Esc>");
	screen_wait(s, "Tab-separated");
	screen_wait_row(s, 23, "/ Filter");
	screen_keys(s, "/tab<Enter>");
	screen_wait(s, "Export to: risk.tsv");
	screen_keys(s, "<Esc>");
	screen_wait_gone(s, "Export to");
	steps_leave(s);
}

/* ---- n and p ------------------------------------------------------------- */

static void due(struct tap *t)
{
	struct screen *s = open_file(t);

	screen_keys(s, "w");
	screen_wait(s, ">2026-03-30  R-0001");
	screen_keys(s, "<Enter>");
	screen_wait_row(s, 0, "R-0001 A fire");
	screen_keys(s, "n");
	screen_wait_row(s, 0, "R-0002 A flood"); /* of another register, then */
	screen_keys(s, "n");
	screen_wait_row(s, 0, "AC-0001 Copies");
	screen_keys(s, "nnnn");
	screen_wait_row(s, -2, "this is the last");
	screen_keys(s, "p");
	screen_settle(s);
	screen_keys(s, "ppppp");
	screen_wait_row(s, -2, "this is the first");
	screen_keys(s, "nn");
	screen_wait_row(s, 0, "AC-0001 Copies");
	screen_keys(s, "q");
	screen_wait(s, ">2026-04-14  AC-0001"); /* back stands on what was read last */
	screen_keys(s, "y");
	screen_wait(s, "1 row sent to the terminal");
	tap_ok(t, strncmp(copied(s), "2026-04-14  AC-0001 Copies", 26) == 0, "%s", copied(s));
	steps_leave(s);
}

/* An edit takes what is read out of the list: what followed it is the next, and none is
 * passed over. */
static void left(struct tap *t)
{
	struct screen *s = open_file(t);

	steps_go(s, "risk title:A", "Risks");
	screen_keys(s, "<Enter>");
	screen_wait_row(s, 0, "R-0001 A fire");
	screen_keys(s, "e<C-u>Smoke<C-s>");
	screen_wait_row(s, 0, "R-0001 Smoke");
	screen_keys(s, "n");
	screen_wait_row(s, 0, "R-0002 A flood");
	screen_wait_row(s, 0, "1/2");
	screen_keys(s, "ne<C-u>Wind<C-s>");
	screen_wait_row(s, 0, "R-0003 Wind");
	screen_keys(s, "p");
	screen_wait_row(s, 0, "R-0002 A flood");
	screen_keys(s, "n");
	screen_wait_row(s, -2, "this is the last");
	screen_keys(s, "qq");
	screen_wait_row(s, 0, "Dashboard");
	screen_keys(s, "w");
	screen_wait(s, ">2026-03-30  R-0001");
	screen_keys(s, "<Enter>");
	screen_wait_row(s, 0, "R-0001 Smoke");
	screen_keys(s, "e");
	screen_wait_row(s, 0, "Edit R-0001");
	steps_field(s, "Due");
	screen_keys(s, "<C-u>2027-12-31<C-s>");
	screen_wait(s, "saved R-0001");
	screen_keys(s, "n");
	screen_wait_row(s, 0, "R-0002 A flood");
	steps_leave(s);
}

static void panes(struct tap *t)
{
	struct screen *s = open_file(t);

	steps_go(s, "plan", "Risk treatment plan");
	screen_wait(s, ">R-0002");
	screen_keys(s, "<Enter>");
	screen_wait_row(s, 0, "R-0002 A flood");
	screen_wait_row(s, 0, "1/4");
	screen_keys(s, "n");
	screen_wait_row(s, 0, "AC-0002 Pumps");
	screen_keys(s, "n");
	screen_wait_row(s, 0, "R-0001 A fire");
	screen_keys(s, "q");
	screen_wait(s, ">R-0001");
	screen_keys(s, "y");
	screen_wait(s, "1 row sent");
	tap_ok(t, strncmp(copied(s), "R-0001\tA fire\t", 14) == 0, "%s", copied(s));
	steps_go(s, "soa", "Statement of Applicability");
	screen_keys(s, "j<Enter>");
	screen_wait_row(s, 0, "SOA-0001");
	screen_wait_row(s, 0, "1/93"); /* headings are passed over */
	screen_keys(s, "p");
	screen_wait_row(s, -2, "this is the first");
	screen_keys(s, "nq");
	screen_wait(s, ">A.5.2");
	steps_leave(s);
}

static void traces(struct tap *t)
{
	struct screen *s = open_file(t);

	steps_go(s, "asset", "Assets");
	screen_keys(s, "t");
	screen_wait(s, "R-0003 A storm");
	screen_keys(s, "/storm<Enter>");
	screen_wait_gone(s, "A fire");
	screen_keys(s, "<End><Enter>");
	screen_wait_row(s, 0, "R-0003 A storm");
	screen_keys(s, "p");
	screen_wait_row(s, -2, "this is the first"); /* of those that are shown */
	screen_keys(s, "q<Esc>");
	screen_wait(s, "R-0001 A fire");
	screen_keys(s, "<Enter>p");
	screen_wait_row(s, 0, "R-0002 A flood");
	screen_keys(s, "q");
	screen_wait(s, "R-0002 A flood");
	screen_keys(s, "q");
	screen_wait_row(s, 0, "Assets");
	steps_leave(s);
}

static void results(struct tap *t)
{
	struct screen *s;

	make_file(t);
	ISMS("add", "asset", "title=Quux one");
	ISMS("add", "asset", "title=Quux two");
	ISMS("add", "risk", "title=Theft of a quux");
	s = steps_open(t, NULL, FILE_NAME);
	screen_keys(s, "g/");
	screen_wait(s, "Find in all registers");
	screen_keys(s, "quux");
	screen_wait(s, ">   A-0002");
	screen_keys(s, "<Enter>");
	screen_wait_row(s, 0, "A-0002 Quux one");
	screen_wait_row(s, 0, "1/3");
	screen_keys(s, "nn");
	screen_wait_row(s, 0, "R-0004 Theft of a quux"); /* over the heading of its register */
	screen_keys(s, "n");
	screen_wait_row(s, -2, "this is the last");
	screen_keys(s, "q");
	screen_wait(s, "Find in all registers: quux_");
	screen_wait(s, ">   R-0004");
	screen_keys(s, "<Esc>");
	screen_wait_gone(s, "Find in all registers");
	steps_leave(s);
}

/* ---- Marks --------------------------------------------------------------- */

/* Of one register at a time: what acts asks for a field of it. */
static void plan_marks(struct tap *t)
{
	struct screen *s = open_file(t);

	steps_go(s, "plan", "Risk treatment plan");
	screen_wait(s, ">R-0002");
	screen_keys(s, "j<Space>");
	screen_wait_row(s, 0, "1 marked");
	screen_wait(s, "*AC-0002");
	screen_keys(s, "<Space>"); /* R-0001 */
	screen_wait(s, "Actions are marked; Esc takes the marks away");
	screen_wait_row(s, 0, "1 marked");
	screen_keys(s, "A");
	screen_wait_row(s, 0, "2 marked");
	screen_keys(s, "y");
	screen_wait(s, "2 rows sent");
	screen_keys(s, "E");
	screen_wait(s, "Edit which field of 2 records");
	screen_keys(s, "progress<Enter>");
	screen_wait(s, "Progress");
	screen_keys(s, "30<Enter>");
	screen_wait(s, "2 change, 0 are so already");
	screen_keys(s, "y");
	screen_wait(s, "changed 2 records (u undoes)");
	screen_wait_row(s, 0, "2 marked"); /* they stay, for the next */
	tap_is(t, steps_value(t, FILE_NAME, "action/AC-0001", "progress"), "30", "the one");
	screen_keys(s, "D");
	screen_wait(s, "Archive 2 records?");
	screen_keys(s, "<Esc>");
	screen_wait_gone(s, "Archive 2");
	screen_keys(s, "<Esc>");
	screen_wait_gone(s, "marked");
	screen_wait_row(s, 0, "Risk treatment plan");
	/* without a mark the row */
	screen_keys(s, "g");
	screen_wait(s, ">R-0002");
	screen_keys(s, "E");
	screen_wait(s, "Edit which field");
	screen_keys(s, "<Esc>");
	screen_wait_gone(s, "Edit which field");
	steps_leave(s);
}

static void soa_marks(struct tap *t)
{
	struct screen *s = open_file(t);

	ISMS("set", "R-0001", "controls=A.5.2");
	steps_go(s, "soa", "Statement of Applicability");
	screen_keys(s, "v"); /* a heading is not marked */
	screen_settle(s);
	screen_keys(s, "jvj");
	screen_wait_row(s, 0, "range");
	screen_keys(s, "<Enter>");
	screen_wait_row(s, 0, "2 marked");
	screen_wait(s, "*A.5.1");
	screen_wait(s, ">A.5.2 *");
	screen_keys(s, "i");
	screen_wait(s, "Implementation");
	screen_keys(s, "j<Enter>");
	screen_wait(s, "2 change");
	screen_keys(s, "y");
	screen_wait(s, "changed 2 records (u undoes)");
	screen_wait(s, "Planned");
	screen_keys(s, "n");
	screen_wait(s, "Some of these are used. Exclude them all the same?");
	screen_wait(s, "A.5.2 R-0001");
	screen_keys(s, "y");
	screen_wait(s, "Justification");
	screen_keys(s, "Not here<C-s>");
	screen_wait(s, "2 change");
	screen_keys(s, "y");
	screen_wait(s, "changed 2 records (u undoes)");
	screen_wait(s, "2 of 93 decided, 0 apply");
	screen_keys(s, "u");
	screen_wait(s, "0 of 93 decided");
	/* * turns all round */
	screen_keys(s, "*");
	screen_wait_row(s, 0, "91 marked");
	steps_leave(s);
}

/* What is due stands in many registers; those of one are marked. */
static void due_marks(struct tap *t)
{
	struct screen *s = open_file(t);

	screen_keys(s, "w");
	screen_wait(s, ">2026-03-30  R-0001");
	screen_keys(s, "A");
	screen_wait_row(s, 0, "2 marked");
	screen_wait(s, ">*2026-03-30  R-0001");
	screen_wait(s, " *2026-03-31  R-0002");
	screen_keys(s, "E");
	screen_wait(s, "Edit which field of 2 records");
	screen_keys(s, "planned date");
	screen_settle(s);
	screen_keys(s, "<Esc>");
	screen_wait_gone(s, "Edit which field");
	screen_keys(s, "<End><Space>");
	screen_wait(s, "Risks are marked");
	screen_keys(s, "<Esc>");
	screen_wait_gone(s, "2 marked");
	screen_wait_row(s, 0, "Due");
	steps_leave(s);
}

static const struct tap_case cases[] = {
	{.name = "typed", .run = typed},
	{.name = "given up", .run = given_up},
	{.name = "unfolded", .run = unfolded},
	{.name = "mended", .run = mended},
	{.name = "chosen", .run = chosen},
	{.name = "due", .run = due},
	{.name = "left", .run = left},
	{.name = "panes", .run = panes},
	{.name = "traces", .run = traces},
	{.name = "results", .run = results},
	{.name = "plan marks", .run = plan_marks},
	{.name = "SoA marks", .run = soa_marks},
	{.name = "due marks", .run = due_marks},
};

int main(int argc, char **argv)
{
	return tap_run(cases, sizeof(cases) / sizeof(*cases), argc, argv);
}
