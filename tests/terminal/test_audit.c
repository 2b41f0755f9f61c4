/*
 * From the audit programme to the closed nonconformity, and from one management
 * review to the next, on the screen.
 */
#include "config.h"

#include <string.h>

#include "screen.h"
#include "steps.h"
#include "tap.h"

#define FILE_NAME "muster.isms"
#define TODAY "--today", "2026-11-22"

#define CLI(...) steps_cli(t, "-f", FILE_NAME, TODAY, __VA_ARGS__, NULL)

static void is(struct tap *t, const char *code, const char *field, const char *want)
{
	tap_is(t, steps_value(t, FILE_NAME, code, field), want, "%s %s", code, field);
}

static void people(struct tap *t)
{
	steps_init(t, FILE_NAME);
	CLI("add", "person", "title=Ann");
	CLI("add", "person", "title=Bob");
}

static struct screen *open_file(struct tap *t, int rows, int cols)
{
	struct screen *s = screen_start(t, rows, cols, TODAY, FILE_NAME, NULL);

	screen_wait(s, "Dashboard");
	screen_wait_row(s, -1, "Help");
	return s;
}

static void save(struct screen *s, const char *says)
{
	screen_keys(s, "<C-s>");
	screen_wait(s, says);
}

/* The record under the cursor, one state on. */
static void next_state(struct screen *s, const char *code)
{
	screen_keys(s, "e");
	screen_wait_row(s, 0, tap_str(screen_tap(s), "Edit %s", code));
	steps_field(s, "Status");
	screen_keys(s, "<Right>");
}

/* -- audits ------------------------------------------------------------------- */

static void an_audit(struct tap *t)
{
	people(t);
	CLI("add", "audit", "title=Audit", "clauses=4.1;4.2;8.1", "controls=A.8.13",
	    "lead_auditor=Ann");
	CLI("set", "A.8.13", "owner=Ann");
	CLI("prepare", "AU-0001");
}

/* The programme says what is missing, and its next audit covers that. */
static void plan_audit(struct screen *s)
{
	steps_go(s, "audit_programme", "Audit programmes");
	screen_keys(s, "<Enter>");
	screen_wait(s, "Clauses missing");
	screen_wait(s, "4.1, 4.2, 4.3");
	screen_keys(s, "o");
	screen_wait_row(s, 0, "New: Audit of AP-0001");
	screen_keys(s, "Autumn");
	save(s, "added AU-0001");
	screen_wait(s, "Clauses planned %        100");
}

/* Its steps, one a screen. */
static void first_steps(struct screen *s)
{
	steps_go(s, "audit", "Audits");
	screen_keys(s, "P");
	screen_wait(s, "30 steps drawn for AU-0001");
	screen_keys(s, "r");
	screen_wait_row(s, 0, "1/30");
	screen_wait(s, "4.1 Understanding");
	screen_wait(s, "Ask for        Issue register with date");
	screen_keys(s, "c");
	screen_wait_row(s, 0, "2/30");
	screen_wait(s, "29 Open, 1 Conforms");
	screen_keys(s, "e");
	screen_wait_row(s, 0, "Edit STP-0002");
	screen_wait(s, "> Evidence");
	screen_keys(s, "Register of 2026");
	save(s, "saved STP-0002");
	screen_wait(s, "Evidence       Register of 2026");
}

/* What is no conformity is written in place. */
static void finding_in_place(struct tap *t, struct screen *s)
{
	screen_keys(s, "m");
	screen_wait_row(s, 0, "New: Finding of STP-0002");
	screen_wait(s, "[Minor]");
	screen_wait(s, "Register of 2026");
	screen_keys(s, "Parties want nothing");
	save(s, "STP-0002: Minor, with its finding");
	screen_wait_row(s, 0, "3/30");
	is(t, "finding/FI-0001", "audit", "AU-0001");
	is(t, "finding/FI-0001", "clause", "4.2");
	is(t, "finding/FI-0001", "evidence", "Register of 2026");
	is(t, "audit_step/STP-0002", "done_on", "2026-11-22");
}

/* Finding to nonconformity; nothing is saved before ^S. */
static void raise_nonconformity(struct tap *t, struct screen *s)
{
	steps_go(s, "finding", "Findings");
	screen_keys(s, "o");
	screen_wait(s, "> Nonconformity");
	screen_keys(s, "<Enter>");
	screen_wait_row(s, 0, "New: Nonconformity of FI-0001");
	screen_wait(s, "[Internal audit]");
	screen_keys(s, "<Esc>");
	screen_wait_row(s, 0, "Findings");
	is(t, "finding/FI-0001", "nonconformity", "");
	screen_keys(s, "o");
	screen_wait(s, "> Nonconformity");
	screen_keys(s, "<Enter>");
	screen_wait_row(s, 0, "New: Nonconformity of FI-0001");
	screen_wait(s, "Parties want nothing");
	save(s, "added NC-0001");
	is(t, "finding/FI-0001", "nonconformity", "NC-0001");
}

/* What a move needs is asked for where it is entered. */
static void work_off(struct screen *s)
{
	steps_go(s, "nonconformity", "Nonconformities");
	next_state(s, "NC-0001");
	save(s, "cause is required for 'Cause found'");
	screen_wait(s, "> Cause");
	screen_keys(s, "Nobody asked them");
	save(s, "saved NC-0001");
	screen_keys(s, "o");
	screen_wait_row(s, 0, "New: Action of NC-0001");
	screen_wait(s, "[Nonconformity]");
	save(s, "added AC-0001");
	next_state(s, "NC-0001");
	save(s, "corrective action is required for 'Action planned'");
	screen_wait(s, "> Corrective action");
	screen_keys(s, "Ask them each year");
	save(s, "saved NC-0001");
}

/* Only when all that is to be done is done. */
static void close_nonconformity(struct tap *t, struct screen *s)
{
	CLI("set", "NC-0001", "status=action done", "done_on=2026-11-20");
	CLI("set", "NC-0001", "status=effect checked", "effect_checked_on=2026-11-21");
	screen_wait(s, "somebody else changed the file");
	next_state(s, "NC-0001");
	save(s, "effect is required for 'Closed'");
	screen_wait(s, "> Effect   ");
	screen_keys(s, "<Right>");
	save(s, "NC-0001 cannot be closed while this is open: AC-0001");
	screen_wait(s, "> Status");
	screen_keys(s, "<Esc>");
	screen_wait(s, "Something was changed.");
	screen_keys(s, "d");
	screen_wait_row(s, 0, "Nonconformities");
	CLI("set", "AC-0001", "status=in progress");
	CLI("set", "AC-0001", "status=done");
	screen_wait(s, "somebody else changed the file");
	next_state(s, "NC-0001");
	steps_field(s, "Effect   ");
	screen_keys(s, "<Right>");
	save(s, "saved NC-0001");
	is(t, "nonconformity/NC-0001", "status", "closed");
	is(t, "nonconformity/NC-0001", "effect", "effective");
}

static void closed_nonconformity(struct tap *t)
{
	struct screen *s;

	people(t);
	CLI("add", "audit_programme", "title=2026", "from_date=2026-01-01", "to_date=2026-12-31",
	    "responsible=Ann");
	s = open_file(t, 24, 80);
	plan_audit(s);
	first_steps(s);
	finding_in_place(t, s);
	raise_nonconformity(t, s);
	work_off(s);
	close_nonconformity(t, s);
	steps_leave(s);
}

static void verdicts(struct tap *t)
{
	struct screen *s;

	an_audit(t);
	s = open_file(t, 24, 80);
	/* from anywhere by its name: the audit that is in work */
	screen_keys(s, ":");
	screen_wait(s, "Command, register");
	screen_keys(s, "audit-mode<Enter>");
	screen_wait_row(s, 0, "AU-0001 Audit");
	screen_wait_row(s, 0, "1/4");
	screen_wait(s, "c Conforms  i Opportunity  b Observation  m Minor  x Major  - Skip");
	screen_keys(s, "nnn");
	screen_wait_row(s, 0, "4/4");
	screen_wait(s, "A.8.13 Information backup");
	screen_wait(s, "! Not free     Ann owns A.8.13: nobody audits own work");
	screen_keys(s, "n");
	screen_wait(s, "this is the last");

	/* left without a finding: it is told, and the key writes it */
	screen_keys(s, "x");
	screen_wait_row(s, 0, "New: Finding of STP-0004");
	screen_wait(s, "[Major]");
	screen_keys(s, "<Esc>");
	screen_wait(s, "STP-0004: Major, but no finding is written; o writes it");
	screen_wait(s, "[Major]");
	screen_keys(s, "o");
	screen_wait_row(s, 0, "New: Finding of STP-0004");
	screen_keys(s, "No copy");
	save(s, "added FI-0001");
	is(t, "finding/FI-0001", "control", "A.8.13");
	is(t, "finding/FI-0001", "grade", "major");

	/* back to the first that is open; skipped, and open again */
	screen_keys(s, "<Space>");
	screen_wait_row(s, 0, "1/4");
	screen_keys(s, "o");
	screen_wait(s, "a finding comes of a verdict: give it first");
	screen_keys(s, "-");
	screen_wait_row(s, 0, "2/4");
	screen_wait(s, "1 Major, 1 Not audited");
	screen_keys(s, "p");
	screen_wait(s, "[Not audited]");
	screen_keys(s, "r");
	screen_wait(s, "STP-0001 is open again");
	screen_wait(s, "3 Open, 1 Major");
	screen_keys(s, "ccc");
	screen_wait(s, "All steps have a verdict");
	screen_keys(s, "u");
	screen_wait(s, "undone: verdict STP-0003 conforms");
	screen_wait(s, "1 Open");
	screen_keys(s, "q");
	screen_wait_row(s, 0, "Dashboard");
	steps_leave(s);
}

static void small(struct tap *t)
{
	struct screen *s;

	an_audit(t);
	s = open_file(t, 10, 40);
	steps_go(s, "audit_step", "Audit steps");
	screen_keys(s, "r");
	screen_wait_row(s, 0, "1/4");
	screen_wait(s, "4.1 Understanding");
	screen_wait(s, "What it asks");
	screen_keys(s, "G");
	screen_wait(s, "Auditor");
	screen_keys(s, "m");
	screen_wait_row(s, 0, "New: Finding");
	screen_keys(s, "Small");
	save(s, "with its finding");
	screen_wait_row(s, 0, "2/4");
	screen_resize(s, 50, 160);
	screen_wait(s, "Usual faults");
	screen_resize(s, 5, 20);
	screen_wait(s, "Need 40x10");
	screen_resize(s, 24, 80);
	screen_wait(s, "3 Open, 1 Minor");
	screen_keys(s, "q");
	steps_leave(s);
}

static void read_only(struct tap *t)
{
	struct screen *s;

	an_audit(t);
	s = screen_start(t, 24, 80, TODAY, "--read-only", FILE_NAME, NULL);
	screen_wait(s, "Dashboard");
	screen_keys(s, "r");
	screen_wait_row(s, 0, "1/4");
	screen_keys(s, "c");
	screen_wait(s, "the file is open for reading only");
	screen_wait(s, "4 Open");
	is(t, "audit_step/STP-0001", "result", "open");
	screen_keys(s, "q");
	steps_leave(s);
}

/* -- management reviews -------------------------------------------------------- */

/* Its inputs come from the registers. */
static void prepare_first(struct screen *s)
{
	steps_go(s, "management_review", "Management reviews");
	screen_keys(s, "P");
	screen_wait(s, "10 inputs filled in REV-0001");
	next_state(s, "REV-0001");
	save(s, "saved REV-0001");
}

/* Held: the inputs are copied and asked for no more. */
static void hold(struct tap *t, struct screen *s)
{
	next_state(s, "REV-0001");
	save(s, "held on is required for 'Held'");
	screen_wait(s, "> Held on");
	screen_keys(s, "today");
	save(s, "saved REV-0001");
	screen_keys(s, "z");
	screen_wait_row(s, 0, "Copy of the inputs");
	screen_wait(s, "[management_review]");
	screen_wait(s, "Climate change: not decided");
	screen_keys(s, "q");
	screen_wait_row(s, 0, "Management reviews");
	screen_keys(s, "e");
	screen_wait_row(s, 0, "Edit REV-0001");
	steps_field(s, "Conclusion");
	tap_ok(t, !screen_has(s, "Earlier actions") && !screen_has(s, "Chances to improve"),
	       "the inputs are not asked for");
	screen_keys(s, "It works");
	save(s, "saved REV-0001");
}

/* What was decided becomes an action. */
static void decide(struct tap *t, struct screen *s)
{
	screen_keys(s, "o");
	screen_wait(s, "What comes of it");
	screen_keys(s, "<Enter>");
	screen_wait_row(s, 0, "New: Decision of REV-0001");
	screen_keys(s, "A second line");
	save(s, "added DEC-0001");
	steps_go(s, "decision", "Decisions");
	screen_keys(s, "o");
	screen_wait_row(s, 0, "New: Action of DEC-0001");
	screen_wait(s, "[Management review]");
	save(s, "added AC-0001");
	is(t, "action/AC-0001", "review", "REV-0001");
}

/* Minutes need somebody who approves them; an open action keeps it open. */
static void approve_minutes(struct tap *t, struct screen *s)
{
	steps_go(s, "management_review", "Management reviews");
	next_state(s, "REV-0001");
	save(s, "approved by is required for 'Minutes approved'");
	screen_wait(s, "> Approved by");
	screen_keys(s, "<Esc>");
	screen_wait(s, "Something was changed.");
	screen_keys(s, "d");
	screen_wait_row(s, 0, "Management reviews");
	CLI("set", "REV-0001", "status=minutes approved", "minutes_by=Bob", "approved_by=Ann",
	    "approved_on=2026-11-22");
	CLI("add", "management_review", "title=Second", "planned=2027-11-22");
	screen_wait(s, "REV-0002");
	next_state(s, "REV-0001");
	save(s, "cannot be closed while this is open: AC-0001 A second line");
	screen_keys(s, "<Esc>");
	screen_wait(s, "Something was changed.");
	screen_keys(s, "d");
	screen_wait_row(s, 0, "Management reviews");
}

/* The next one takes it over and says where it stands. */
static void take_over(struct tap *t, struct screen *s)
{
	screen_keys(s, "G");
	screen_wait_row(s, 0, "2/2");
	screen_keys(s, "P");
	screen_wait(s, "10 inputs filled in REV-0002; 1 open action carried over to it");
	screen_keys(s, "<Enter>");
	screen_wait_row(s, 0, "REV-0002 Second");
	screen_wait(s, "1 action of earlier reviews: 0 done, 0 cancelled, 1");
	screen_wait(s, "AC-0001 A second line: open, no owner (REV-0001)");
	is(t, "action/AC-0001", "carried_to", "REV-0002");
	screen_keys(s, "p");
	screen_wait_row(s, 0, "REV-0001 First");
	next_state(s, "REV-0001");
	save(s, "saved REV-0001");
	is(t, "management_review/REV-0001", "status", "closed");
}

static void carried_actions(struct tap *t)
{
	struct screen *s;

	people(t);
	CLI("add", "management_review", "title=First", "planned=2026-11-22", "chair=Ann");
	s = open_file(t, 24, 80);
	prepare_first(s);
	hold(t, s);
	decide(t, s);
	approve_minutes(t, s);
	take_over(t, s);
	steps_leave(s);
}

static const struct tap_case cases[] = {
	{.name = "closed-nonconformity", .run = closed_nonconformity},
	{.name = "verdicts", .run = verdicts},
	{.name = "small", .run = small},
	{.name = "read-only", .run = read_only},
	{.name = "carried-actions", .run = carried_actions},
};

int main(int argc, char **argv)
{
	return tap_run(cases, sizeof(cases) / sizeof(*cases), argc, argv);
}
