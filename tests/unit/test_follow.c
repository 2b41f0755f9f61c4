/*
 * From finding to closed nonconformity, and from one management review to the next:
 * what comes of a record, what keeps it from a state, and what is frozen.
 */
#include "config.h"

#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <criterion/criterion.h>

#include "isms/app/audit.h"
#include "isms/app/follow.h"
#include "isms/model/kinds.h"
#include "isms/util/date.h"

static struct app app;
static struct err err;
static char dir[PATH_MAX], file[PATH_MAX + 16];

static void begin(void)
{
	const char *tmp = getenv("TMPDIR");
	struct app_options options = {.file = file, .today = date_from_civil(2026, 4, 16)};

	snprintf(dir, sizeof(dir), "%s/follow.XXXXXX", tmp ? tmp : "/tmp");
	cr_assert(mkdtemp(dir));
	snprintf(file, sizeof(file), "%s/test.isms", dir);
	cr_assert(app_create(&app, &options, "Acme GmbH", 5, &err), "%s", err_msg(&err));
}

static void end(void)
{
	struct strv faults = STRV_INIT;

	cr_expect(store_doctor(app.store, &faults, &err), "%s", err_msg(&err));
	cr_expect_eq(faults.n, 0, "%s", faults.n ? faults.v[0] : "");
	strv_release(&faults);
	app_close(&app);
	err_release(&err);
	unlink(file);
	rmdir(dir);
}

#define PAIRS(...) ((const char *const[]){__VA_ARGS__, NULL})

static bool assign(struct record *rec, const char *const *pairs)
{
	bool ok = true;

	for (; ok && *pairs; pairs += 2)
		ok = app_parse(&app, kind_field(rec->kind, pairs[0]), pairs[1],
			       record_value(rec, pairs[0]), &err);
	return ok;
}

static void add(const char *kind, const char *const *pairs)
{
	struct record *rec = record_new(kind_find(kind));

	record_defaults(&app.rules, rec);
	cr_assert(assign(rec, pairs), "%s", err_msg(&err));
	cr_assert(app_save(&app, rec, NULL, NULL, NULL, &err), "%s: %s", kind, err_msg(&err));
	record_free(&rec);
}

static struct record *get(const char *code)
{
	struct record *rec = NULL;
	struct hit hit;

	cr_assert(app_find(&app, code, &hit, &err), "%s", err_msg(&err));
	cr_assert(store_get(app.store, hit.kind, hit.id, &rec, &err), "%s", err_msg(&err));
	return rec;
}

static bool edit(const char *code, const char *const *pairs)
{
	struct record *old = get(code), *rec = record_copy(old);
	bool ok = assign(rec, pairs) && app_save(&app, rec, old, NULL, NULL, &err);

	record_free(&rec);
	record_free(&old);
	return ok;
}

#define SET(code, ...) cr_assert(edit(code, PAIRS(__VA_ARGS__)), "%s: %s", code, err_msg(&err))

/* What is refused says why, at the field at fault. */
static void refused(const char *code, const char *const *pairs, const char *field, const char *says)
{
	cr_expect_not(edit(code, pairs), "%s was taken", code);
	cr_expect(err.field && !strcmp(err.field->name, field), "%s: %s", code, err_msg(&err));
	cr_expect(strstr(err_msg(&err), says), "'%s' does not say '%s'", err_msg(&err), says);
	err_release(&err);
}

#define REFUSED(code, field, says, ...) refused(code, PAIRS(__VA_ARGS__), field, says)

static void is(const char *code, const char *name, const char *want)
{
	struct record *rec = get(code);
	struct str text = STR_INIT;

	field_format(&app.rules, kind_field(rec->kind, name), record_get(rec, name), &text);
	cr_expect_str_eq(str_get(&text), want, "%s.%s is '%s'", code, name, str_get(&text));
	str_release(&text);
	record_free(&rec);
}

static void has(const char *code, const char *name, const char *part)
{
	struct record *rec = get(code);
	const char *text = record_get(rec, name)->text;

	cr_expect(text && strstr(text, part), "%s.%s has no '%s': %s", code, name, part,
		  text ? text : "nothing");
	record_free(&rec);
}

static void follow(const char *code, const char *to, const char *const *pairs)
{
	struct record *from = get(code), *next = NULL;
	const struct follow *way = follow_find(from, kind_find(to), &err);

	cr_assert(way, "%s: %s", code, err_msg(&err));
	cr_assert(app_follow(&app, way, from, &next, &err) && assign(next, pairs), "%s: %s", code,
		  err_msg(&err));
	cr_assert(app_follow_save(&app, way, from, next, NULL, &err), "%s: %s", code,
		  err_msg(&err));
	record_free(&next);
	record_free(&from);
}

#define FOLLOW(code, to, ...) follow(code, to, PAIRS(__VA_ARGS__))
#define NOTHING_ELSE "notes", ""

static void nothing_comes(const char *code, const char *says)
{
	struct record *from = get(code);

	cr_expect_null(follow_find(from, NULL, &err));
	cr_expect(strstr(err_msg(&err), says), "%s", err_msg(&err));
	err_release(&err);
	record_free(&from);
}

static void prepare(const char *code, const char *says)
{
	struct record *rec = get(code);
	struct str what = STR_INIT;

	cr_assert(app_prepare(&app, rec->kind, rec->id, &what, &err), "%s", err_msg(&err));
	cr_expect(strstr(str_get(&what), says), "%s", str_get(&what));
	str_release(&what);
	record_free(&rec);
}

/* ---- Programmes ------------------------------------------------------------ */

Test(programme, its_next_audit_covers_what_is_missing, .init = begin, .fini = end)
{
	add("audit_programme",
	    PAIRS("title", "2026", "from_date", "2026-01-01", "to_date", "2026-12-31"));
	SET("SOA-0001", "applicable", "yes");
	SET("SOA-0002", "applicable", "yes");
	add("audit", PAIRS("title", "First", "programme", "AP-0001", "clauses", "4.1; 4.2",
			   "controls", "A.5.1", "status", "reported", "conclusion", "good"));
	is("AP-0001", "clauses_planned", "6"); /* 2 of 30, rounded down */
	is("AP-0001", "clauses_covered", "6");
	is("AP-0001", "controls_planned", "50");
	is("AP-0001", "controls_missing", "A.5.2");
	FOLLOW("AP-0001", "audit", "title", "Second");
	is("AU-0002", "programme", "AP-0001");
	is("AU-0002", "controls", "A.5.2");
	is("AP-0001", "clauses_planned", "100");
	is("AP-0001", "clauses_covered", "6");
	is("AP-0001", "controls_planned", "100");
	is("AP-0001", "clauses_missing", "");
	is("AP-0001", "controls_missing", "");
	prepare("AU-0002", "29 steps drawn for AU-0002");
}

/* ---- Audit mode ------------------------------------------------------------- */

/* The steps as "4.1=open A.8.13=minor". */
static void steps_are(const char *audit, const char *want)
{
	struct record *rec = get(audit);
	struct audit_step *steps = NULL;
	struct str text = STR_INIT;
	size_t n = 0, i;

	cr_assert(app_audit_steps(&app, rec->id, &steps, &n, &err), "%s", err_msg(&err));
	for (i = 0; i < n; i++)
		str_addf(&text, "%s%lld=%s", i ? " " : "", steps[i].id,
			 verdict_keys[steps[i].verdict]);
	cr_expect_str_eq(str_get(&text), want, "%s", str_get(&text));
	str_release(&text);
	free(steps);
	record_free(&rec);
}

static void judge(const char *code, enum verdict verdict)
{
	struct record *rec = get(code);

	cr_assert(app_verdict(&app, &rec, verdict, &err), "%s", err_msg(&err));
	record_free(&rec);
}

static void free_to_judge(const char *code, const char *want)
{
	struct record *rec = get(code);
	struct strv why = STRV_INIT;
	struct str text = STR_INIT;
	size_t i;

	cr_assert(app_independence(&app, rec->id, &why, &err), "%s", err_msg(&err));
	for (i = 0; i < why.n; i++)
		str_addf(&text, "%s%s", i ? "; " : "", why.v[i]);
	cr_expect_str_eq(str_get(&text), want, "%s", str_get(&text));
	str_release(&text);
	strv_release(&why);
	record_free(&rec);
}

static void an_audit(void)
{
	begin();
	add("person", PAIRS("title", "Ann"));
	add("person", PAIRS("title", "Bob"));
	add("audit",
	    PAIRS("title", "Audit", "controls", "A.8.13", "clauses", "8.1", "lead_auditor", "Ann"));
	prepare("AU-0001", "2 steps drawn");
}

Test(audit, a_verdict_has_its_day_and_its_auditor, .init = an_audit, .fini = end)
{
	add("audit_step", PAIRS("title", "A clause again", "audit", "AU-0001", "clause", "8.2"));
	steps_are("AU-0001", "1=open 3=open 2=open");
	judge("STP-0001", VERDICT_MINOR);
	is("STP-0001", "result", "minor");
	is("STP-0001", "done_on", "2026-04-16");
	is("STP-0001", "auditor", "P-0001");
	SET("STP-0002", "done_on", "2026-04-10", "auditor", "Bob");
	judge("STP-0002", VERDICT_NOT_AUDITED);
	is("STP-0002", "done_on", "2026-04-10");
	is("STP-0002", "auditor", "P-0002");
	steps_are("AU-0001", "1=minor 3=open 2=not audited");
	is("AU-0001", "steps_done", "66");
	judge("STP-0001", VERDICT_OPEN);
	is("STP-0001", "done_on", "");
	cr_expect(verdict_finds(VERDICT_OPPORTUNITY) && verdict_finds(VERDICT_MAJOR));
	cr_expect_not(verdict_finds(VERDICT_CONFORMS) || verdict_finds(VERDICT_OPEN) ||
		      verdict_finds(VERDICT_NOT_AUDITED));
}

Test(audit, who_owns_it_is_not_free_to_judge, .init = an_audit, .fini = end)
{
	free_to_judge("STP-0002", "");
	SET("A.8.13", "owner", "Ann");
	free_to_judge("STP-0002", "Ann owns A.8.13");
	SET("STP-0002", "auditor", "Bob");
	free_to_judge("STP-0002", "");
	SET("SOA-0072", "applicable", "yes", "responsible", "Bob");
	is("SOA-0072", "control", "A.8.13");
	free_to_judge("STP-0002", "Bob answers for A.8.13 in the SoA");
	SET("STP-0002", "auditor", "");
	add("org_unit", PAIRS("title", "IT", "unit_kind", "unit"));
	add("process", PAIRS("title", "Backup", "owner", "Ann"));
	SET("P-0001", "unit", "IT");
	SET("AU-0001", "units", "IT", "processes", "Backup");
	free_to_judge("STP-0001", "Ann belongs to IT; Ann owns Backup");
	SET("ORG-0001", "one_person", "yes");
	free_to_judge("STP-0001", "");
	SET("ORG-0001", "one_person", "no");
	SET("AU-0001", "audit_kind", "customer");
	free_to_judge("STP-0001", "");
}

Test(audit, what_can_be_worked_on_has_open_steps, .init = an_audit, .fini = end)
{
	long long *ids = NULL;
	size_t n = 0;

	add("audit", PAIRS("title", "Without steps"));
	cr_assert(app_audits_open(&app, &ids, &n, &err), "%s", err_msg(&err));
	cr_expect_eq(n, 1);
	free(ids);
	judge("STP-0001", VERDICT_CONFORMS);
	judge("STP-0002", VERDICT_CONFORMS);
	ids = NULL;
	cr_assert(app_audits_open(&app, &ids, &n, &err), "%s", err_msg(&err));
	cr_expect_eq(n, 0);
	free(ids);
}

/* ---- Findings ------------------------------------------------------------- */

Test(follow, a_step_says_what_to_ask_for, .init = an_audit, .fini = end)
{
	is("STP-0001", "clause", "8.1");
	has("STP-0001", "ask", "Criteria for processes, operating records");
}

Test(follow, a_finding_takes_over_what_its_step_knows, .init = an_audit, .fini = end)
{
	nothing_comes("STP-0002", "nothing comes of STP-0002 as it is now");
	SET("STP-0002", "result", "minor", "evidence", "two of five", "done_on", "2026-04-15",
	    "auditor", "Ann");
	FOLLOW("STP-0002", "finding", "title", "Copies were not tested");
	is("FI-0001", "audit", "AU-0001");
	is("FI-0001", "step", "STP-0002");
	is("FI-0001", "control", "A.8.13");
	is("FI-0001", "clause", "");
	is("FI-0001", "grade", "minor");
	is("FI-0001", "evidence", "two of five");
	is("FI-0001", "found_on", "2026-04-15");
	is("FI-0001", "found_by", "P-0001");
	is("STP-0002", "findings", "1");

	/* one that is simply added with its step is linked alike, and keeps its words */
	add("finding", PAIRS("title", "Second", "step", "STP-0002", "found_by", "Bob"));
	is("FI-0002", "audit", "AU-0001");
	is("FI-0002", "control", "A.8.13");
	is("FI-0002", "found_by", "P-0002");
	is("AU-0001", "findings", "2");

	SET("STP-0001", "result", "conforms");
	FOLLOW("STP-0001", "finding", "title", "Good work");
	is("FI-0003", "grade", "conformity");
}

Test(follow, a_finding_becomes_one_nonconformity, .init = an_audit, .fini = end)
{
	add("finding", PAIRS("title", "Copies", "audit", "AU-0001", "grade", "major", "control",
			     "A.8.13", "owner", "Bob", "due", "2026-06-01", "description", "long"));
	FOLLOW("FI-0001", "nonconformity", NOTHING_ELSE);
	is("FI-0001", "nonconformity", "NC-0001");
	is("NC-0001", "title", "Copies");
	is("NC-0001", "source", "internal audit");
	is("NC-0001", "object", "audit/AU-0001");
	is("NC-0001", "grade", "major");
	is("NC-0001", "control", "A.8.13");
	is("NC-0001", "owner", "P-0002");
	is("NC-0001", "due", "2026-06-01");
	is("NC-0001", "description", "long");
	is("NC-0001", "findings", "1");
	nothing_comes("FI-0001", "FI-0001 is worked on in NC-0001: follow that one");
	/* both are one step of the history */
	cr_assert(app_undo(&app, 0, NULL, &err), "%s", err_msg(&err));
	is("FI-0001", "nonconformity", "");

	/* an observation needs none */
	add("finding", PAIRS("title", "Small", "grade", "observation"));
	FOLLOW("FI-0002", "action", NOTHING_ELSE);
	is("AC-0001", "finding", "FI-0002");
	is("AC-0001", "source", "finding");
}

/* evaluated > accepted needs an acceptance that stands, and of the owner where there is one. */
Test(follow, a_risk_is_accepted_by_its_owner_first, .init = begin, .fini = end)
{
	add("person", PAIRS("title", "Ann"));
	add("person", PAIRS("title", "Ben"));
	add("risk", PAIRS("title", "Flood", "owner", "Ann", "status", "evaluated"));
	add("risk", PAIRS("title", "Fire", "status", "evaluated"));
	REFUSED("R-0001", "status", "its owner has accepted it: P-0001 Ann", "status", "accepted");
	add("risk_acceptance", PAIRS("risk", "R-0001", "level", "3", "justification", "Little",
				     "accepted_by", "Ben", "status", "accepted"));
	REFUSED("R-0001", "status", "P-0001 Ann", "status", "accepted");
	add("risk_acceptance", PAIRS("risk", "R-0001", "level", "3", "justification", "Little",
				     "accepted_by", "Ann", "status", "accepted", "expires",
				     "2020-01-01"));
	REFUSED("R-0001", "status", "P-0001 Ann", "status", "accepted");
	SET("RA-0002", "expires", "2099-01-01");
	SET("R-0001", "status", "accepted");
	REFUSED("R-0002", "status", "nobody has", "status", "accepted");
	add("risk_acceptance", PAIRS("risk", "R-0002", "level", "3", "justification", "Little",
				     "accepted_by", "Ben", "status", "accepted"));
	SET("R-0002", "status", "accepted");
}

Test(follow, what_is_refused_can_be_mended_and_saved, .init = an_audit, .fini = end)
{
	struct record *from, *next = NULL;
	const struct follow *way;

	add("finding", PAIRS("title", "Copies", "grade", "minor"));
	from = get("FI-0001");
	way = follow_find(from, NULL, &err);
	cr_assert(way && app_follow(&app, way, from, &next, &err), "%s", err_msg(&err));
	cr_assert(assign(next, PAIRS("title", "")));
	cr_expect_not(app_follow_save(&app, way, from, next, NULL, &err));
	cr_expect(err.field && !strcmp(err.field->name, "title"));
	err_release(&err);
	cr_expect_eq(next->id, 0);
	is("FI-0001", "nonconformity", "");
	cr_assert(assign(next, PAIRS("title", "Mended")));
	cr_assert(app_follow_save(&app, way, from, next, NULL, &err), "%s", err_msg(&err));
	cr_expect_str_eq(next->code, "NC-0001");
	record_free(&next);
	/* somebody else was quicker: from is what was read before */
	cr_assert(app_follow(&app, way, from, &next, &err));
	cr_expect_not(app_follow_save(&app, way, from, next, NULL, &err));
	cr_expect_str_eq(err_msg(&err), "FI-0001 is worked on in NC-0001 meanwhile");
	err_release(&err);
	record_free(&next);
	record_free(&from);
}

Test(follow, a_nonconformity_is_closed_when_all_is_done, .init = an_audit, .fini = end)
{
	add("nonconformity", PAIRS("title", "Copies", "control", "A.8.13", "owner", "Bob"));
	REFUSED("NC-0001", "status", "next is", "status", "closed");
	REFUSED("NC-0001", "cause", "required", "status", "cause found");
	SET("NC-0001", "status", "cause found", "cause", "Nobody was told");
	REFUSED("NC-0001", "corrective", "required", "status", "action planned");
	SET("NC-0001", "status", "action planned", "corrective", "Plan tests\neach quarter");
	FOLLOW("NC-0001", "action", "due", "2026-05-01");
	is("AC-0001", "title", "Plan tests");
	is("AC-0001", "controls", "A.8.13");
	is("AC-0001", "owner", "P-0002");
	is("AC-0001", "nonconformity", "NC-0001");
	is("AC-0001", "source", "nonconformity");
	REFUSED("NC-0001", "done_on", "required", "status", "action done");
	SET("NC-0001", "status", "action done", "done_on", "2026-05-01");
	REFUSED("NC-0001", "effect_checked_on", "required", "status", "effect checked");
	SET("NC-0001", "status", "effect checked", "effect_checked_on", "2026-06-01");
	REFUSED("NC-0001", "effect", "required", "status", "closed");
	REFUSED("NC-0001", "effect", "not effective", "status", "closed", "effect",
		"not effective");
	REFUSED("NC-0001", "status", "AC-0001 Plan tests; finish or cancel it first", "status",
		"closed", "effect", "effective");
	SET("AC-0001", "status", "in progress");
	SET("AC-0001", "status", "done");
	SET("NC-0001", "status", "closed", "effect", "effective");
	nothing_comes("NC-0001", "nothing comes of NC-0001");
}

/* ---- Other ways ------------------------------------------------------------- */

Test(follow, actions_name_what_they_come_of, .init = begin, .fini = end)
{
	add("person", PAIRS("title", "Ann"));
	add("incident", PAIRS("title", "Line down", "owner", "Ann", "lessons", "Second line"));
	add("improvement", PAIRS("title", "Badges", "cost", "12.50"));
	add("objective", PAIRS("title", "Fewer", "due", "2026-12-01"));
	add("change", PAIRS("title", "New system", "planned", "2026-07-01"));
	add("risk", PAIRS("title", "Flood", "owner", "Ann"));
	SET("SOA-0001", "applicable", "yes", "gap", "Not signed", "responsible", "Ann",
	    "target_date", "2026-08-01");
	FOLLOW("INC-0001", "action", NOTHING_ELSE);
	FOLLOW("INC-0001", "nonconformity", NOTHING_ELSE);
	FOLLOW("IMP-0001", "action", NOTHING_ELSE);
	FOLLOW("OBJ-0001", "action", NOTHING_ELSE);
	FOLLOW("CH-0001", "action", NOTHING_ELSE);
	FOLLOW("R-0001", "treatment", "option", "modify");
	FOLLOW("R-0001", "risk_acceptance", "level", "3", "justification", "Cheap");
	is("RA-0001", "risk", "R-0001");
	is("RA-0001", "accepted_by", "P-0001");
	FOLLOW("TR-0001", "action", NOTHING_ELSE);
	FOLLOW("SOA-0001", "action", NOTHING_ELSE);
	is("AC-0001", "title", "Second line");
	is("AC-0001", "incident", "INC-0001");
	is("NC-0001", "object", "incident/INC-0001");
	is("NC-0001", "source", "incident");
	is("AC-0002", "improvement", "IMP-0001");
	is("AC-0002", "cost", "12.50");
	is("AC-0003", "objective", "OBJ-0001");
	is("AC-0003", "due", "2026-12-01");
	is("AC-0004", "change", "CH-0001");
	is("TR-0001", "risk", "R-0001");
	is("AC-0005", "treatment", "TR-0001");
	is("AC-0005", "risk", "R-0001");
	is("AC-0006", "controls", "A.5.1");
	is("AC-0006", "title", "Not signed");
	is("AC-0006", "source", "soa gap");
	nothing_comes("P-0001", "nothing comes of P-0001");
}

/* ---- Management reviews ------------------------------------------------------ */

static void a_review_held(void)
{
	begin();
	add("person", PAIRS("title", "Ann"));
	add("person", PAIRS("title", "Bob"));
	add("management_review", PAIRS("title", "First", "planned", "2026-03-01", "chair", "Ann"));
	prepare("REV-0001", "10 inputs filled in REV-0001");
	SET("REV-0001", "status", "prepared", "input_e", "Two customers asked for less mail");
	SET("REV-0001", "status", "held", "held_on", "2026-03-02");
}

Test(review, its_inputs_are_frozen_when_it_is_held, .init = a_review_held, .fini = end)
{
	struct record *rec = get("REV-0001");
	char *copy = strdup(record_get(rec, "frozen")->text);

	record_free(&rec);
	has("REV-0001", "frozen", "[management_review]\r\nfield,value\r\ncode,REV-0001\r\ntitle,First\r\n");
	has("REV-0001", "frozen", "Two customers asked for less mail");
	REFUSED("REV-0001", "input_e", "stays as it is", "input_e", "Nobody asked");
	REFUSED("REV-0001", "input_b", "stays as it is", "input_b", "");
	REFUSED("REV-0001", "frozen", "stays as it is", "frozen", "forged");
	SET("REV-0001", "minutes", "MIN-1", "results", "Less mail", "resources", "5 days");
	is("REV-0001", "minutes", "MIN-1");
	rec = get("REV-0001");
	cr_expect_str_eq(record_get(rec, "frozen")->text, copy);
	record_free(&rec);
	free(copy);
}

Test(review, its_minutes_are_approved_by_somebody_else, .init = a_review_held, .fini = end)
{
	REFUSED("REV-0001", "approved_by", "required", "status", "minutes approved");
	REFUSED("REV-0001", "approved_by", "author", "status", "minutes approved", "minutes_by",
		"Bob", "approved_by", "Bob", "approved_on", "2026-03-09");
	REFUSED("REV-0001", "approved_on", "on a day", "status", "minutes approved", "minutes_by",
		"Bob", "approved_by", "Ann");
	SET("REV-0001", "status", "minutes approved", "minutes_by", "Bob", "approved_by", "Ann",
	    "approved_on", "2026-03-09");
}

Test(review, one_person_approves_the_own_minutes, .init = a_review_held, .fini = end)
{
	SET("ORG-0001", "one_person", "yes");
	cr_assert(app_refresh(&app, &err));
	SET("REV-0001", "status", "minutes approved", "minutes_by", "Bob", "approved_by", "Bob",
	    "approved_on", "2026-03-09");
}

Test(review, its_decisions_become_actions_and_are_asked_for, .init = a_review_held, .fini = end)
{
	FOLLOW("REV-0001", "decision", "title", "Second line", "owner", "Bob", "due", "2026-04-01");
	is("DEC-0001", "object", "management_review/REV-0001");
	is("DEC-0001", "decided_on", "2026-03-02");
	is("DEC-0001", "decided_by", "P-0001");
	is("DEC-0001", "status", "decided");
	is("REV-0001", "decisions", "1");
	FOLLOW("DEC-0001", "action", NOTHING_ELSE);
	is("AC-0001", "review", "REV-0001");
	is("AC-0001", "decision", "DEC-0001");
	is("AC-0001", "source", "review");
	is("AC-0001", "owner", "P-0002");
	is("DEC-0001", "actions", "1");
	FOLLOW("REV-0001", "action", "title", "Less mail", "due", "2026-12-01");
	FOLLOW("REV-0001", "action", "title", "Buy a safe");
	FOLLOW("REV-0001", "action", "title", "Move");
	SET("AC-0003", "status", "in progress");
	SET("AC-0003", "status", "done", "done_on", "2026-04-10");
	SET("AC-0004", "status", "cancelled", "reason", "too dear", "done_on", "2026-03-20");
	is("REV-0001", "actions", "3");
	is("REV-0001", "open_actions", "2");
	SET("REV-0001", "status", "minutes approved", "approved_by", "Ann", "approved_on",
	    "2026-03-09");
	REFUSED("REV-0001", "status",
		"open: AC-0001 Second line, AC-0002 Less mail; finish it, or have a later",
		"status", "closed");

	/* the next one takes over what is open, and tells what became of the rest */
	add("management_review", PAIRS("title", "Second", "planned", "2026-04-16"));
	prepare("REV-0002", "10 inputs filled in REV-0002; 2 open actions carried over to it");
	is("REV-0002", "input_a",
	   "4 actions of earlier reviews: 1 done, 1 cancelled, 2 open, of them 1 overdue\n"
	   "AC-0001 Second line: open, Bob, due 2026-04-01, OVERDUE (REV-0001)\n"
	   "AC-0002 Less mail: open, no owner, due 2026-12-01 (REV-0001)\n"
	   "AC-0003 Buy a safe: done, no owner, done on 2026-04-10 (REV-0001)\n"
	   "AC-0004 Move: cancelled, no owner (REV-0001)");
	is("AC-0001", "carried_to", "REV-0002");
	is("AC-0003", "carried_to", "");
	is("REV-0001", "carried", "2");
	is("REV-0002", "taken_over", "2");
	SET("REV-0001", "status", "closed");

	/* what was carried over keeps the second from being closed, and reaches the third */
	SET("REV-0002", "status", "prepared");
	SET("REV-0002", "status", "held", "held_on", "2026-04-16");
	SET("REV-0002", "status", "minutes approved", "approved_by", "Ann", "approved_on",
	    "2026-04-16");
	SET("AC-0001", "status", "in progress");
	SET("AC-0001", "status", "done", "done_on", "2026-04-16");
	REFUSED("REV-0002", "status", "open: AC-0002 Less mail; finish it", "status", "closed");
	add("management_review", PAIRS("title", "Third", "planned", "2027-04-16"));
	prepare("REV-0003", "1 open action carried over to it");
	has("REV-0003", "input_a", "2 actions of earlier reviews: 1 done, 0 cancelled, 1 open");
	has("REV-0003", "input_a",
	    "AC-0002 Less mail: open, no owner, due 2026-12-01 (REV-0001, "
	    "carried over to REV-0002)");
	is("AC-0002", "carried_to", "REV-0003");
	SET("REV-0002", "status", "closed");

	/* each that took it over is known, and counts it */
	is("AC-0001", "carried_through", "REV-0002");
	is("AC-0002", "carried_through", "REV-0002, REV-0003");
	is("AC-0003", "carried_through", "");
	is("REV-0002", "taken_over", "2");
	is("REV-0003", "taken_over", "1");
	is("REV-0001", "taken_over", "0");
	SET("REV-0003", "status", "prepared");
	SET("REV-0003", "status", "held", "held_on", "2026-04-16");
	add("management_review", PAIRS("title", "Fourth", "planned", "2028-04-16"));
	prepare("REV-0004", "1 open action carried over to it");
	has("REV-0004", "input_a",
	    "AC-0002 Less mail: open, no owner, due 2026-12-01 (REV-0001, "
	    "carried over to REV-0002, REV-0003)");
	is("AC-0002", "carried_through", "REV-0002, REV-0003, REV-0004");
	cr_assert(app_undo(&app, 0, NULL, &err), "%s", err_msg(&err));
	is("AC-0002", "carried_through", "REV-0002, REV-0003");
	is("REV-0004", "taken_over", "0");
	cr_assert(app_redo(&app, 0, NULL, &err), "%s", err_msg(&err));
	is("AC-0002", "carried_through", "REV-0002, REV-0003, REV-0004");
}

Test(review, preparing_is_one_step_of_the_history, .init = a_review_held, .fini = end)
{
	FOLLOW("REV-0001", "action", "title", "Less mail");
	add("management_review", PAIRS("title", "Second", "planned", "2026-04-16"));
	prepare("REV-0002", "1 open action carried over");
	cr_assert(app_undo(&app, 0, NULL, &err), "%s", err_msg(&err));
	is("AC-0001", "carried_to", "");
	is("REV-0002", "input_a", "");
}

/* ---- Worked figures of the inputs -------------------------------------------- */

Test(review, its_inputs_count_since_the_last_one, .init = a_review_held, .fini = end)
{
	add("nonconformity", PAIRS("title", "Old", "found_on", "2026-02-01"));
	add("nonconformity", PAIRS("title", "New", "found_on", "2026-03-10", "due", "2026-04-01"));
	add("nonconformity", PAIRS("title", "Again", "found_on", "2026-04-01", "repeat_of",
				   "NC-0001", "effect", "not effective", "grade", "major"));
	add("nonconformity", PAIRS("title", "Gone", "found_on", "2026-03-05", "status", "closed",
				   "cause", "c", "corrective", "d", "effect_checked_on",
				   "2026-04-02", "effect", "effective", "closed_on", "2026-04-03"));
	add("audit", PAIRS("title", "Spring", "start", "2026-04-01", "finish", "2026-04-02",
			   "status", "reported", "conclusion", "good"));
	add("audit", PAIRS("title", "Autumn", "start", "2026-10-01"));
	add("finding", PAIRS("title", "a", "audit", "AU-0001", "grade", "minor", "clause", "7.2",
			     "description", "x"));
	add("finding", PAIRS("title", "b", "audit", "AU-0001", "grade", "minor", "clause", "7.2",
			     "description", "x"));
	add("finding", PAIRS("title", "c", "audit", "AU-0001", "grade", "opportunity"));
	add("objective",
	    PAIRS("title", "Fewer", "status", "running", "baseline", "10", "target", "20", "latest",
		  "15", "unit", "%", "due", "2026-12-01", "measure", "m"));
	add("improvement", PAIRS("title", "Badges", "benefit", "quicker"));
	add("context_issue", PAIRS("title", "New law", "origin", "external"));
	add("management_review", PAIRS("title", "Second", "planned", "2026-04-16"));
	prepare("REV-0002", "10 inputs");
	is("REV-0002", "input_a", "Nothing new since the review of 2026-03-02.");
	has("REV-0002", "input_b",
	    "1 issues new, 0 changed, 0 closed\nCI-0001 New law (external, new)");
	is("REV-0002", "input_d_nonconformities",
	   "3 found (1 in the time before), 1 closed, 3 open, of them 1 overdue; 1 came again, 1 with "
	   "an action that did not work\n"
	   "NC-0001 Old (minor): open\n"
	   "NC-0002 New (minor): open, due 2026-04-01, OVERDUE\n"
	   "NC-0003 Again (major): open, came again, action did not work");
	is("REV-0002", "input_d_audits",
	   "1 audits held; findings: 0 major, 2 minor, 0 observations, 1 opportunities\n"
	   "AU-0001 Spring (internal): reported, 3 findings, 2 minor or major, 3 open\n"
	   "Minor and major by clause and control: 7.2 (2)\n"
	   "AU-0002 Autumn (internal): planned for 2026-10-01");
	is("REV-0002", "input_d_objectives",
	   "OBJ-0001 Fewer: running, 50 %, 15 % (target 20), due 2026-12-01");
	is("REV-0002", "input_g",
	   "1 proposal: 1 new, 0 accepted, 0 done\n"
	   "IMP-0001 Badges: proposed, quicker");
}

Test(review, risks_are_counted_now_and_last_time, .init = begin, .fini = end)
{
	add("management_review", PAIRS("title", "First", "planned", "2026-03-01"));
	add("risk", PAIRS("title", "Flood", "current_likelihood", "5", "current_impact_a", "5"));
	prepare("REV-0001", "10 inputs");
	has("REV-0001", "input_f", "1 risks of level ");
	SET("REV-0001", "status", "prepared");
	SET("REV-0001", "status", "held", "held_on", "2026-03-02");
	add("risk", PAIRS("title", "Fire", "current_likelihood", "5", "current_impact_a", "5"));
	add("person", PAIRS("title", "Ann"));
	add("risk_acceptance", PAIRS("title", "Flood", "risk", "R-0001", "level", "5", "status",
				     "accepted", "accepted_by", "Ann", "accepted_on", "2026-01-01",
				     "expires", "2026-06-30", "justification", "dear"));
	add("management_review", PAIRS("title", "Second", "planned", "2026-04-16"));
	prepare("REV-0002", "10 inputs");
	has("REV-0002", "input_f", "2 risks of level ");
	has("REV-0002", "input_f", " (1 at the last review)\n");
	has("REV-0002", "input_f", "RA-0001 acceptance of R-0001 runs out on 2026-06-30\n");
}

/* ---- Scope --------------------------------------------------------------------- */

Test(freeze, a_scope_keeps_its_own_words, .init = begin, .fini = end)
{
	add("person", PAIRS("title", "Ann"));
	add("person", PAIRS("title", "Bob"));
	add("scope_version",
	    PAIRS("title", "Scope", "version", "1.0", "statement", "All of it", "exclusions",
		  "The café, \"for now\"", "author", "Ann", "approver", "Bob"));
	SET("SV-0001", "status", "in review");
	SET("SV-0001", "statement", "All of it, at Brno");
	SET("SV-0001", "status", "approved");
	has("SV-0001", "frozen", "[scope_version]\r\nfield,value\r\ncode,SV-0001\r\n");
	has("SV-0001", "frozen", "\r\nstatement,\"All of it, at Brno\"\r\n");
	has("SV-0001", "frozen", "\r\nexclusions,\"The café, \"\"for now\"\"\"\r\n");
	has("SV-0001", "frozen", "[org_unit]\r\n");
	REFUSED("SV-0001", "statement", "stays as it is", "statement", "Less of it");
	REFUSED("SV-0001", "exclusions", "stays as it is", "exclusions", "");
	REFUSED("SV-0001", "interfaces", "stays as it is", "interfaces", "The cloud");
	SET("SV-0001", "next_review", "2027-04-01");
}

Test(freeze, a_business_case_keeps_its_benefits, .init = begin, .fini = end)
{
	add("person", PAIRS("title", "Ann"));
	add("person", PAIRS("title", "Bob"));
	add("business_case", PAIRS("title", "An ISMS", "author", "Ann", "approver", "Bob", "status",
				   "in review"));
	add("benefit", PAIRS("title", "Fewer questionnaires", "business_case", "BC-0001"));
	SET("BC-0001", "status", "approved");
	has("BC-0001", "frozen", "[business_case]\r\nfield,value\r\n");
	has("BC-0001", "frozen", "Fewer questionnaires");
	REFUSED("BC-0001", "frozen", "stays as it is", "frozen", "");
}
