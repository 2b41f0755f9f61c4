/*
 * Stories over several registers, as the standard goes: from the context to the scope that
 * is approved and frozen; from a risk over its treatment to the Statement of Applicability.
 */
#include "config.h"

#include <string.h>

#include "cli.h"
#include "files.h"
#include "screen.h"
#include "steps.h"
#include "tap.h"

#define FILE_NAME "flow.isms"

static struct screen *begin(struct tap *t)
{
	steps_init(t, FILE_NAME);
	steps_cli(t, "-f", FILE_NAME, "add", "person", "title=Ann", NULL);
	steps_cli(t, "-f", FILE_NAME, "add", "person", "title=Ben", NULL);
	return steps_open(t, NULL, FILE_NAME);
}

/* A new record of a register; its first field has the cursor. */
static void fresh(struct screen *s, const char *kind, const char *register_of, const char *form,
		  const char *name)
{
	steps_go(s, kind, register_of);
	screen_keys(s, "a");
	screen_wait_row(s, 0, tap_str(screen_tap(s), "New: %s", form));
	screen_keys(s, name);
}

static void text(struct screen *s, const char *label, const char *what)
{
	steps_field(s, label);
	screen_keys(s, what);
}

/* The first letter of a choice until it is chosen. */
static void pick(struct screen *s, const char *label, const char *letters, const char *chosen)
{
	steps_field(s, label);
	screen_keys(s, letters);
	screen_wait(s, tap_str(screen_tap(s), "[%s]", chosen));
}

/* A reference, found by what is typed; code and title as the form shows them. */
static void refer(struct screen *s, const char *label, const char *typed, const char *code,
		  const char *title)
{
	steps_field(s, label);
	screen_keys(s, typed);
	screen_wait(s, tap_str(screen_tap(s), "%s  %s", code, title));
	screen_keys(s, "<Enter>");
	screen_wait(s, tap_str(screen_tap(s), "%s %s", code, title));
}

static void save(struct screen *s, const char *said)
{
	screen_keys(s, "<C-s>");
	screen_wait(s, said);
}

static void is(struct tap *t, const char *code, const char *field, const char *want)
{
	tap_is(t, steps_value(t, FILE_NAME, code, field), want,
	       "%s of %s is %s", field, code, want);
}

/* ---- From the context to the scope --------------------------------------- */

static void context(struct screen *s)
{
	/* an issue from the suggestions, made one's own */
	steps_go(s, "context_issue", "Context issues");
	screen_keys(s, "+");
	screen_wait(s, ">[ ] I01");
	screen_keys(s, "cloud<Enter>");
	screen_wait(s, "1 added (u undoes)");
	screen_keys(s, "e");
	screen_wait_row(s, 0, "Edit CI-0001");
	refer(s, "Owner", "ann", "P-0001", "Ann");
	save(s, "saved CI-0001");
	fresh(s, "interested_party", "Interested parties", "Interested party", "Customers");
	save(s, "added IP-0001");
	fresh(s, "requirement", "Requirements", "Requirement", "Tell of incidents in a day");
	refer(s, "Party", "cust", "IP-0001", "Customers");
	pick(s, "In the ISMS", "y", "Yes");
	refer(s, "Owner", "ann", "P-0001", "Ann");
	save(s, "added REQ-0001");
	fresh(s, "decision", "Decisions", "Decision", "The shop is certified");
	refer(s, "Decided by", "ben", "P-0002", "Ben");
	save(s, "added DEC-0001");
	screen_keys(s, "e");
	screen_wait_row(s, 0, "Edit DEC-0001");
	pick(s, "Status", "d", "Decided");
	save(s, "saved DEC-0001");
}

static void in_and_out(struct screen *s)
{
	fresh(s, "org_unit", "Units", "Unit", "Shop");
	pick(s, "Scope", "i", "In");
	save(s, "added U-0001");
	fresh(s, "process", "Processes", "Process", "Orders");
	refer(s, "Owner", "ann", "P-0001", "Ann");
	pick(s, "Scope", "i", "In");
	save(s, "added PR-0001");
	/* a site that is left out needs the reason */
	fresh(s, "scope_item", "Scope items", "Scope item", "Canteen");
	pick(s, "Kind", "s", "Site");
	pick(s, "Scope", "o", "Out");
	save(s, "! ");
	text(s, "Reason", "No information there");
	save(s, "added SI-0001");
}

static void scope(struct screen *s)
{
	fresh(s, "scope_version", "Scope statements", "Scope statement", "Scope");
	text(s, "Version", "1.0");
	text(s, "Statement", "Running the web shop");
	text(s, "Interfaces", "Hosting");
	refer(s, "Author", "ann", "P-0001", "Ann");
	save(s, "added SV-0001");
	screen_keys(s, "e");
	screen_wait_row(s, 0, "Edit SV-0001");
	pick(s, "Status", "i", "In review");
	save(s, "saved SV-0001");
	/* not by its author */
	screen_keys(s, "e");
	screen_wait_row(s, 0, "Edit SV-0001");
	pick(s, "Status", "a", "Approved");
	refer(s, "Approver", "ann", "P-0001", "Ann");
	save(s, "! ");
	screen_wait(s, "> Approver");
	screen_keys(s, "<Del>");
	refer(s, "Approver", "ben", "P-0002", "Ben");
	text(s, "Approved on", "today");
	save(s, "saved SV-0001");
}

static void context_to_scope(struct tap *t)
{
	struct screen *s = begin(t);
	const char *frozen;

	context(s);
	in_and_out(s);
	scope(s);
	/* what comes later does not touch what was approved */
	steps_go(s, "org_unit", "Units");
	screen_keys(s, "e");
	screen_wait_row(s, 0, "Edit U-0001");
	screen_keys(s, " 2");
	save(s, "saved U-0001");
	steps_leave(s);
	is(t, "context_issue/CI-0001", "owner", "P-0001");
	is(t, "requirement/REQ-0001", "in_isms", "yes");
	is(t, "decision/DEC-0001", "status", "decided");
	is(t, "scope_version/SV-0001", "status", "approved");
	is(t, "scope_version/SV-0001", "approver", "P-0002");
	is(t, "org_unit/U-0001", "title", "Shop 2");
	frozen = steps_value(t, FILE_NAME, "scope_version/SV-0001", "frozen");
	tap_ok(t, strstr(frozen, "Canteen") && strstr(frozen, "Orders"), "site and process are frozen");
	tap_ok(t, strstr(frozen, "Shop,") && !strstr(frozen, "Shop 2"), "as they were");
}

/* ---- From a risk to the Statement of Applicability ----------------------- */

static void rate(struct screen *s)
{
	fresh(s, "risk", "Risks", "Risk", "Orders are lost");
	refer(s, "Vulnerabilities", "V01", "V01", "No or untested backup");
	refer(s, "Risk owner", "ann", "P-0001", "Ann");
	text(s, "Due", "+3m");
	steps_next_field(s);
	for (int i = 0; i < 3; i++)
		steps_next_field(s); /* priority, loss at least and at most, the first rating */
	screen_wait(s, "> Likelihood");
	screen_keys(s, "4");
	screen_wait(s, "[4 likely]");
	pick(s, "Impact", "4", "4 major");
	save(s, "added R-0001");
}

static void treat(struct screen *s)
{
	/* the controls that its vulnerability suggests */
	screen_keys(s, "+");
	screen_wait(s, "Controls for this risk");
	screen_keys(s, "<Enter>");
	screen_wait(s, "1 control linked");
	fresh(s, "treatment", "Treatments", "Treatment", "Copies elsewhere");
	refer(s, "Risk", "orders", "R-0001", "Orders are lost");
	pick(s, "Option", "m", "Modify");
	save(s, "added TR-0001");
	/* it must be treated: it stands in the plan, and gets its action there */
	steps_go(s, "plan", "Risk treatment plan");
	screen_wait(s, ">R-0001");
	screen_keys(s, "a");
	screen_wait_row(s, 0, "New: Action");
	screen_keys(s, "Copy the orders every night");
	refer(s, "Owner", "ben", "P-0002", "Ben");
	save(s, "added AC-0001");
	screen_wait(s, "1 risk, 1 action: 1 open, 0 overdue");
	screen_keys(s, "o");
	screen_wait_row(s, 0, "New: Approval");
	screen_wait(s, "P-0001 Ann");
	save(s, "added APP-0001");
	screen_wait(s, "Approved 2026-04-16 Ann");
}

static void state(struct screen *s)
{
	steps_go(s, "soa", "Statement of Applicability");
	screen_keys(s, "R");
	screen_wait(s, "A.8.13 Information backup");
	screen_wait(s, "- > R, applies");
	screen_keys(s, "<Enter>");
	screen_wait(s, "1 entry got reasons (u undoes)");
	screen_wait(s, "1 of 93 decided, 1 apply");
	screen_keys(s, "V");
	screen_wait_row(s, 0, "New: SoA version");
	refer(s, "Prepared by", "ann", "P-0001", "Ann");
	save(s, "added SOV-0001");
	steps_go(s, "soa_version", "SoA versions");
	screen_keys(s, "e");
	screen_wait_row(s, 0, "Edit SOV-0001");
	pick(s, "Status", "i", "In review");
	save(s, "saved SOV-0001");
	screen_keys(s, "e");
	screen_wait_row(s, 0, "Edit SOV-0001");
	pick(s, "Status", "a", "Approved");
	refer(s, "Approved by", "ben", "P-0002", "Ben");
	text(s, "Approved on", "today");
	save(s, "saved SOV-0001");
}

static void risk_to_soa(struct tap *t)
{
	struct screen *s = begin(t);
	const char *frozen;

	rate(s);
	treat(s);
	state(s);
	steps_leave(s);
	is(t, "risk/R-0001", "level", "4");
	is(t, "risk/R-0001", "controls", "A.8.13");
	is(t, "action/AC-0001", "risk", "R-0001");
	is(t, "approval/APP-0001", "person", "P-0001");
	is(t, "soa_entry/SOA-0072", "applicable", "yes");
	is(t, "soa_entry/SOA-0072", "reasons", "risk");
	is(t, "soa_entry/SOA-0072", "justification", "R-0001");
	is(t, "soa_version/SOV-0001", "status", "approved");
	frozen = steps_value(t, FILE_NAME, "soa_version/SOV-0001", "frozen");
	tap_ok(t, strstr(frozen, "SOA-0072,A.8.13 Information backup") != NULL,
	       "the entries are frozen");
	steps_cli(t, "-f", FILE_NAME, "set", "SOA-0072", "implementation=planned", NULL);
	tap_is(t, steps_value(t, FILE_NAME, "soa_version/SOV-0001", "frozen"), frozen,
	       "and stay as they were");
}

static const struct tap_case cases[] = {
	{.name = "context to scope", .run = context_to_scope},
	{.name = "risk to treatment to SoA", .run = risk_to_soa},
};

int main(int argc, char **argv)
{
	return tap_run(cases, sizeof(cases) / sizeof(*cases), argc, argv);
}
