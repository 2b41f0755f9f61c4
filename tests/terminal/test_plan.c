/* The treatment plan, the Statement of Applicability and suggestions on the screen. */
#include "config.h"

#include <string.h>

#include "cli.h"
#include "files.h"
#include "screen.h"
#include "steps.h"
#include "tap.h"

#define FILE_NAME "plan.isms"
#define ISMS(...) steps_cli(t, "-f", FILE_NAME, __VA_ARGS__, NULL)

/* Two risks above the tolerance, one of them with an action that is late. */
static void make_file(struct tap *t)
{
	steps_init(t, FILE_NAME);
	ISMS("add", "person", "title=Ann");
	ISMS("add", "risk", "title=A fire", "owner=P-0001", "inherent_likelihood=4",
	     "inherent_impact=3", "controls=A.8.13", "treatment=modify", "due=2026-06-30",
	     "priority=2");
	ISMS("add", "risk", "title=A flood", "inherent_likelihood=5", "inherent_impact=5");
	ISMS("add", "action", "title=Copies", "risk=R-0001", "owner=P-0001", "due=2026-04-14",
	     "progress=40", "cost=250");
}

/* ---- The plan ------------------------------------------------------------ */

static void plan(struct tap *t)
{
	struct screen *s;

	make_file(t);
	s = steps_open(t, NULL, FILE_NAME);
	steps_go(s, "plan", "Risk treatment plan");
	screen_wait(s, ">  Treatment plan");
	screen_wait_row(s, 0, "1/3");
	screen_wait_row(s, 2, ">R-0002  A flood"); /* the worse one comes first */
	screen_wait(s, "2 risks, 1 action: 1 open, 1 overdue; cost 250.00 EUR");
	screen_wait(s, "AC-0001   Copies");
	screen_wait(s, "OVERDUE 2d  40%");
	/* an action of the risk at the cursor, with what is known filled in */
	screen_keys(s, "j");
	screen_wait(s, ">R-0001");
	screen_keys(s, "a");
	screen_wait_row(s, 0, "New: Action");
	screen_wait(s, "R-0001 A fire");
	screen_wait(s, "Priority            2");
	screen_wait(s, "2026-06-30");
	screen_keys(s, "Doors<C-s>");
	screen_wait(s, "added AC-0002 (u undoes)");
	screen_wait(s, "AC-0002   Doors");
	screen_wait(s, "2 risks, 2 actions: 2 open, 1 overdue");
	screen_wait(s, ">R-0001");
	/* folding keeps the cursor on the risk */
	screen_keys(s, "z");
	screen_wait_gone(s, "AC-0002   Doors");
	screen_wait(s, ">R-0001  [+2] A fire");
	screen_keys(s, "z");
	screen_wait(s, "AC-0002   Doors");
	screen_keys(s, "jZ");
	screen_wait(s, ">R-0001  [+2] A fire");
	screen_keys(s, "Z");
	/* Enter opens what the cursor is on, Esc comes back */
	screen_wait(s, "AC-0001   Copies");
	screen_keys(s, "j<Enter>");
	screen_wait_row(s, 0, "AC-0001 Copies");
	screen_keys(s, "<Esc>");
	screen_wait_row(s, 0, "Risk treatment plan");
	screen_keys(s, "e");
	screen_wait_row(s, 0, "Edit AC-0001 Copies");
	screen_keys(s, "<Esc>");
	screen_wait_row(s, 0, "Risk treatment plan");
	/* the columns that do not fit come with Right */
	screen_keys(s, "<Right><Right><Right>");
	screen_wait(s, "Expected");
	steps_leave(s);
}

static void approval(struct tap *t)
{
	struct screen *s;

	make_file(t);
	s = steps_open(t, NULL, FILE_NAME);
	steps_go(s, "plan", "Risk treatment plan");
	screen_keys(s, "jo");
	screen_wait_row(s, 0, "New: Approval");
	screen_wait(s, "Treatment plan of R-0001 A fire");
	screen_wait(s, "P-0001 Ann");
	screen_wait(s, "> Decision*");
	screen_keys(s, "<C-s>");
	screen_wait(s, "added APP-0001 (u undoes)");
	screen_wait(s, "Approved 2026-04-16 Ann");
	tap_is(t, steps_value(t, FILE_NAME, "approval/APP-0001", "object"), "risk/R-0001",
	       "its record is the risk");
	screen_keys(s, "u");
	screen_wait_gone(s, "Approved 2026-04-16 Ann");
	steps_leave(s);
}

/* Nothing rated: the pane says what it is for. At the side it has more columns. */
static void sizes(struct tap *t)
{
	const struct screen_opts wide = {.rows = 60, .cols = 200};
	struct screen *s;

	steps_init(t, "empty.isms");
	s = steps_open(t, NULL, "empty.isms");
	steps_go(s, "plan", "Risk treatment plan");
	screen_wait(s, "Nothing is to be treated.");
	screen_keys(s, "ezZoa<Enter>H"); /* nothing to do them to */
	screen_settle(s);
	screen_wait_row(s, 0, "Risk treatment plan");
	steps_leave(s);
	make_file(t);
	s = steps_open(t, &wide, FILE_NAME);
	steps_go(s, "plan", "Risk treatment plan");
	screen_wait_row(s, 1, "Expected");
	screen_wait_row(s, 1, "Approved");
	screen_resize(s, 10, 40);
	screen_wait_row(s, 0, "Risk treat");
	screen_keys(s, "GgG");
	screen_resize(s, 24, 80);
	screen_wait(s, ">AC-0001");
	steps_leave(s);
}

/* / takes the language of the lists; Esc clears it before it goes back. */
static void filter(struct tap *t)
{
	struct screen *s;

	make_file(t);
	s = steps_open(t, NULL, FILE_NAME);
	steps_go(s, "plan", "Risk treatment plan");
	screen_keys(s, "/owner:ann");
	screen_wait_gone(s, "A flood");
	screen_wait(s, "1 risk, 1 action");
	screen_keys(s, "<Enter>");
	screen_wait_row(s, 0, "Risk treatment plan  /owner:ann");
	screen_keys(s, "/x<Enter>");
	screen_wait(s, "Nothing is found. Esc clears the filter.");
	screen_keys(s, "<Esc>");
	screen_wait(s, "A flood");
	steps_go(s, "soa", "Statement of Applicability");
	screen_keys(s, "/backup<Enter>");
	screen_wait_row(s, 0, "/backup");
	screen_wait(s, "A.8.13");
	screen_wait_gone(s, "A.5.1 ");
	screen_keys(s, "<Esc>");
	screen_wait(s, "A.5.1 ");
	screen_wait_row(s, 0, "Statement of Applicability");
	steps_leave(s);
}

/* ":plan owner:ann" is the pane with that filter, as ":risk owner:ann" is the list. */
static void filter_by_palette(struct tap *t)
{
	struct screen *s;

	make_file(t);
	s = steps_open(t, NULL, FILE_NAME);
	steps_go(s, "plan owner:ann", "Risk treatment plan  /owner:ann");
	screen_wait(s, "1 risk, 1 action");
	steps_go(s, "soa backup", "Statement of Applicability");
	screen_wait_row(s, 0, "/backup");
	screen_wait(s, "A.8.13");
	/* what is no filter is told, and can be mended */
	screen_keys(s, ":");
	screen_wait(s, "Command, register");
	screen_keys(s, "plan level>>3<Enter>");
	screen_wait(s, "'>3' is not a level");
	screen_wait(s, "Command, register");
	screen_keys(s, "<Esc>");
	screen_wait_gone(s, "Command, register");
	screen_wait_row(s, 0, "Statement of Applicability");
	/* its options are those of the command line */
	steps_go(s, "plan --where owner:ann", "plan --where");
	screen_wait(s, "1 risk, 1 action");
	screen_keys(s, "<Esc>");
	screen_wait_row(s, 0, "Statement of Applicability");
	steps_leave(s);
}

/* A file has what the command line prints: the same columns, the same filter. */
static void exports(struct tap *t)
{
	struct screen *s;
	char *text;

	make_file(t);
	ISMS("set", "R-0001", "category=Ann's");
	s = steps_open(t, NULL, FILE_NAME);
	steps_go(s, "plan category:\"Ann's\"", "Risk treatment plan  /category");
	screen_wait(s, "1 risk, 1 action");
	screen_keys(s, "x");
	screen_wait(s, "Export to: plan.csv");
	screen_keys(s, "<Enter>");
	screen_wait(s, "exported to 'plan.csv'");
	file_read(t, "plan.csv", &text);
	tap_ok(t, strstr(text, "\"risk\",\"title\",\"scenario\"") != NULL, "the columns of isms plan");
	tap_ok(t, strstr(text, "AC-0001") != NULL, "the action of the risk that is found");
	tap_ok(t, strstr(text, "A flood") == NULL, "and not the other");
	tap_ok(t, file_mode(t, "plan.csv") == 0600, "for nobody else");
	steps_go(s, "soa", "Statement of Applicability");
	screen_keys(s, "x");
	screen_wait(s, "Export to: soa.csv");
	screen_keys(s, "<Enter>");
	screen_wait(s, "exported to 'soa.csv'");
	file_read(t, "soa.csv", &text);
	tap_ok(t, strstr(text, "A.8.34") != NULL, "all entries");
	/* what is there is not written over unasked */
	screen_keys(s, "x<Enter>");
	screen_wait(s, "'soa.csv' exists. Replace it?");
	screen_keys(s, "n");
	steps_leave(s);
}

/* A slow link: one key, one write; the detail follows. */
static void cursor_keys(struct tap *t)
{
	struct screen *s;

	make_file(t);
	s = steps_open(t, NULL, FILE_NAME);
	for (int pane = 0; pane < 2; pane++) {
		steps_go(s, pane ? "soa" : "plan", pane ? "Statement of" : "Risk treatment plan");
		screen_settle(s);
		screen_bytes(s);
		for (int i = 2; i <= 3; i++) {
			struct screen_traffic sent;

			screen_keys(s, "<Down>");
			screen_wait_row(s, 0, tap_str(t, " %d/", i));
			sent = screen_bytes(s);
			tap_ok(t, sent.bytes <= 350 * sent.writes, "key %d: %zu bytes in %zu writes",
			       i, sent.bytes, sent.writes);
			screen_settle(s);
			screen_bytes(s);
		}
	}
	steps_leave(s);
}

/* ---- The Statement of Applicability -------------------------------------- */

static void soa(struct tap *t)
{
	struct screen *s;

	make_file(t);
	ISMS("set", "SOA-0038", "applicable=no", "justification=Nobody is hired");
	ISMS("add", "risk", "title=Fraud", "controls=A.6.1");
	s = steps_open(t, NULL, FILE_NAME);
	steps_go(s, "soa", "Statement of Applicability");
	screen_wait(s, ">  SoA by theme");
	screen_wait(s, ">Organizational: 0 of 37 decided, 0 apply, 0 implemented");
	screen_wait(s, "R Risk  L Law  C Contract  B Business  P Best practice");
	screen_wait(s, "1 of 93 decided, 0 apply, 0 implemented; 1 contradict");
	/* a heading decides nothing */
	screen_keys(s, "aine");
	screen_settle(s);
	screen_wait_row(s, 0, "Statement of Applicability");
	/* no register gives a reason: it is asked for, with the cursor there */
	screen_keys(s, "ja");
	screen_wait_row(s, 0, "Edit SOA-0001");
	screen_wait(s, "> Reasons");
	screen_wait(s, "[Applicable]");
	screen_keys(s, "<F4>");
	screen_wait(s, "[ ] Business");
	screen_keys(s, "<Down><Down><Down><Space><Enter>");
	screen_wait_gone(s, "[ ] Law");
	screen_keys(s, "<C-s>");
	screen_wait(s, "saved SOA-0001 (u undoes)");
	screen_wait(s, "Applicable B");
	/* it does not: why is asked for, and without it nothing is saved */
	screen_keys(s, "jn");
	screen_wait_row(s, 0, "Edit SOA-0002");
	screen_wait(s, "> Justification");
	screen_keys(s, "<C-s>");
	screen_wait(s, "! an excluded control needs a justification");
	screen_keys(s, "One person does it all<C-s>");
	screen_wait(s, "saved SOA-0002");
	screen_wait(s, ">A.5.2");
	screen_wait(s, "Excluded");
	/* how far it is */
	screen_keys(s, "ki");
	screen_wait(s, "How far is it?");
	screen_wait(s, "> Not started");
	screen_keys(s, "jj<Enter>");
	screen_wait(s, "Partly (u undoes)");
	/* the one that a risk uses */
	screen_keys(s, "<PgDn><PgDn><PgDn>");
	screen_wait(s, "! excluded, but used b");
	screen_keys(s, "u");
	screen_wait(s, "undone: edit SOA-0001");
	steps_leave(s);
	tap_is(t, steps_value(t, FILE_NAME, "soa_entry/SOA-0001", "implementation"), "not started",
	       "undone");
	tap_is(t, steps_value(t, FILE_NAME, "soa_entry/SOA-0002", "justification"),
	       "One person does it all", "why it is out");
}

/* What the registers say, previewed, written in one step, taken back in one. */
static void reasons(struct tap *t)
{
	struct screen *s;

	make_file(t);
	ISMS("add", "risk", "title=Fraud", "controls=A.6.1; A.5.2");
	s = steps_open(t, NULL, FILE_NAME);
	steps_go(s, "soa", "Statement of Applicability");
	screen_keys(s, "R");
	screen_wait(s, "Reasons from the registers, old > new");
	screen_wait(s, ">[x] A.5.2");
	screen_wait(s, "- > R, applies");
	screen_keys(s, "<Space><Enter>"); /* not this one */
	screen_wait(s, "2 entries got reasons (u undoes)");
	screen_wait(s, "2 of 93 decided, 2 apply");
	tap_is(t, steps_value(t, FILE_NAME, "soa_entry/SOA-0002", "applicable"), "undecided",
	       "what was left out");
	tap_is(t, steps_value(t, FILE_NAME, "soa_entry/SOA-0072", "reasons"), "risk", "filled in");
	/* what a register gives is taken by the one key that decides, too */
	screen_keys(s, "jja");
	screen_wait(s, "applies (u undoes)");
	screen_wait(s, "3 of 93 decided, 3 apply");
	screen_keys(s, "R");
	screen_wait(s, "the registers give no reason that is not there");
	screen_keys(s, "uu");
	screen_wait(s, "undone: fill reasons of the SoA");
	screen_wait(s, "0 of 93 decided");
	/* what is used is excluded only on purpose */
	screen_keys(s, "n");
	screen_wait(s, "This control is used. Exclude it all the same?");
	screen_wait(s, "R-0003");
	screen_keys(s, "<Esc>");
	screen_wait_gone(s, "Exclude it");
	screen_wait(s, "0 of 93 decided");
	steps_leave(s);
}

static void version_and_edition(struct tap *t)
{
	struct screen *s;

	make_file(t);
	ISMS("add", "soa_version", "version=1.4", "author=P-0001");
	s = steps_open(t, NULL, FILE_NAME);
	steps_go(s, "soa", "Statement of Applicability");
	screen_keys(s, "V");
	screen_wait_row(s, 0, "New: SoA version");
	screen_wait(s, "2.0");
	screen_wait(s, "> Prepared by");
	screen_wait(s, "P-0001 Ann");
	screen_keys(s, "<C-s>");
	screen_wait(s, "added SOV-0002");
	/* others count by month */
	ISMS("add", "soa_version", "version=2026-09");
	screen_keys(s, "V");
	screen_wait(s, "2026-10");
	screen_keys(s, "<Esc>");
	screen_wait_row(s, 0, "Statement of Applicability");
	screen_keys(s, "o");
	screen_wait(s, "The controls of 2013 are not in the file. Add them?");
	screen_keys(s, "y");
	screen_wait_row(s, 0, "Statement of Applicability, edition of 2013");
	screen_wait(s, ">A.5 Information security policies");
	screen_wait(s, "A.5.1.1  Policies for information");
	screen_wait(s, "undecided");
	screen_keys(s, "j<Enter>");
	screen_wait_row(s, 0, "A2013-A.5.1.1");
	screen_keys(s, "<Esc>");
	screen_wait_row(s, 0, "edition of 2013");
	screen_keys(s, "o");
	screen_wait_row(s, 0, "/97");
	screen_keys(s, "jj");
	screen_wait(s, "2013 A."); /* the other way round */
	steps_leave(s);
}

/* ---- Suggestions --------------------------------------------------------- */

static void suggestions(struct tap *t)
{
	struct screen *s;

	steps_init(t, FILE_NAME);
	s = steps_open(t, NULL, FILE_NAME);
	steps_go(s, "context_issue", "Context issues");
	screen_wait(s, "+  offers what the catalogues suggest");
	screen_keys(s, "+");
	screen_wait(s, "Suggestions (Space marks several, Enter adds)");
	screen_wait(s, ">[ ] I01");
	screen_keys(s, "<Space><Space>");
	screen_wait(s, "[x] I02");
	screen_keys(s, "<Enter>");
	screen_wait(s, "2 added (u undoes)");
	screen_wait_row(s, 0, "1/2");
	/* what is there is offered no more; typing finds, Enter takes the one at the cursor */
	screen_keys(s, "+");
	screen_wait(s, ">[ ] I03");
	screen_keys(s, "inflation");
	screen_wait_gone(s, "I04");
	screen_keys(s, "<Enter>");
	screen_wait(s, "1 added (u undoes)");
	screen_wait_row(s, 0, "/3");
	screen_keys(s, "u");
	screen_wait_row(s, 0, "/2");
	/* never obligatory */
	screen_keys(s, "+");
	screen_wait(s, "Suggestions");
	screen_keys(s, "<Esc>");
	screen_wait_gone(s, "Suggestions");
	screen_wait_row(s, 0, "/2");
	steps_go(s, "threat", "Threats");
	screen_keys(s, "+");
	screen_wait(s, "the file has all that the catalogues suggest");
	steps_go(s, "asset", "Assets");
	screen_keys(s, "+");
	screen_wait(s, "no catalogue has suggestions for Assets");
	steps_leave(s);
}

static void controls_for_a_risk(struct tap *t)
{
	struct screen *s;

	steps_init(t, FILE_NAME);
	ISMS("add", "risk", "title=Ransom", "threats=T01; T50", "vulnerabilities=V01");
	s = steps_open(t, NULL, FILE_NAME);
	steps_go(s, "risk", "Risks");
	screen_keys(s, "<Enter>");
	screen_wait_row(s, 0, "R-0001 Ransom");
	screen_keys(s, "+");
	screen_wait(s, "Controls for this risk");
	screen_wait(s, ">[ ] A.8.13  Information backup");
	screen_wait(s, "T01, T50, V01");
	screen_keys(s, "<Space>");
	screen_wait(s, "[x] A.8.13");
	screen_keys(s, "<Enter>");
	screen_wait(s, "1 control linked (u undoes)");
	screen_wait(s, "A.8.13 Information backup");
	screen_keys(s, "+");
	screen_wait(s, "Controls for this risk");
	screen_wait_gone(s, "] A.8.13");
	screen_keys(s, "<Esc>");
	screen_wait_row(s, 0, "R-0001 Ransom");
	screen_keys(s, "u");
	screen_wait_gone(s, "A.8.13 Information backup");
	steps_leave(s);
}

static const struct tap_case cases[] = {
	{.name = "plan", .run = plan},
	{.name = "approval", .run = approval},
	{.name = "sizes", .run = sizes},
	{.name = "filter", .run = filter},
	{.name = "filter by palette", .run = filter_by_palette},
	{.name = "exports", .run = exports},
	{.name = "cursor keys", .run = cursor_keys},
	{.name = "soa", .run = soa},
	{.name = "reasons", .run = reasons},
	{.name = "version and edition", .run = version_and_edition},
	{.name = "suggestions", .run = suggestions},
	{.name = "controls for a risk", .run = controls_for_a_risk},
};

int main(int argc, char **argv)
{
	return tap_run(cases, sizeof(cases) / sizeof(*cases), argc, argv);
}
