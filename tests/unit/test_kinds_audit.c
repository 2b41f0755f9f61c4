/*
 * The registers of measurement, audits, reviews, improvement and frameworks: what
 * their views work out, what their checks refuse, and which moves need something.
 * Today is 2026-11-22.
 */
#include "config.h"

#include "isms/util/builtin.h"

#include "registers.h"

TestSuite(kinds_audit, .init = start, .fini = stop);

static void add_coded(const struct kind *kind, const char *code, const char *const *pairs)
{
	struct record *rec = make(kind, pairs);

	rec->code = xstrdup(code);
	ok(record_check(&rules, rec, NULL, &err));
	ok(store_begin(store, "add", &err));
	ok(store_add(store, rec, &err));
	ok(store_commit(store, NULL, &err));
	record_free(&rec);
}

static long long id_of(const struct kind *kind, const char *code)
{
	long long id = 0;

	ok(store_find_code(store, kind, code, &id, &err));
	cr_assert(id, "%s", code);
	return id;
}

static void add_person(const char *name)
{
	add(&kind_person, PAIRS("title", name));
}

/* ---- Numbers ------------------------------------------------------------- */

static bool takes_number(const char *text)
{
	const struct field *field = kind_field(&kind_objective, "target");
	struct value value = VALUE_INIT;
	bool takes = field_parse(&rules, field, text, &value, &err);

	value_release(&value);
	err_release(&err);
	return takes;
}

Test(kinds_audit, numbers_are_written_with_a_point)
{
	static const char *const good[] = {"0", "99.5", "-12.25", "+3", "123456789012.123456", ""};
	static const char *const bad[] = {"99,5", "5 %", "1e3", ".5", "5.", "-", "0x10", "1.2.3",
					  "1234567890123", "0.1234567", "nan", "inf"};
	size_t i;

	for (i = 0; i < sizeof(good) / sizeof(*good); i++)
		cr_expect(takes_number(good[i]), "%s", good[i]);
	for (i = 0; i < sizeof(bad) / sizeof(*bad); i++)
		cr_expect_not(takes_number(bad[i]), "%s", bad[i]);
}

/* ---- Metrics ------------------------------------------------------------- */

static long long add_value(const char *metric, const char *day, const char *value)
{
	return add(&kind_metric_result,
		   PAIRS("metric", metric, "measured_on", day, "value", value));
}

Test(kinds_audit, metric_is_judged_by_its_newest_value)
{
	long long m = add(&kind_metric, PAIRS("title", "In time", "target", "95", "warning", "90",
					      "frequency", "monthly", "start", "2026-10-31"));
	long long first, second;

	expect(&kind_metric, m, "latest", "");
	expect(&kind_metric, m, "verdict", "");
	expect(&kind_metric, m, "next_due", "2026-10-31");
	expect(&kind_metric, m, "overdue", "yes");
	/* entered in the wrong order: the day counts */
	second = add_value("MET-0001", "2026-10-31", "94.5");
	first = add_value("MET-0001", "2026-09-30", "100");
	expect(&kind_metric, m, "latest", "94.5");
	expect(&kind_metric, m, "latest_on", "2026-10-31");
	expect(&kind_metric, m, "verdict", "warning");
	expect(&kind_metric, m, "trend", "worse");
	expect(&kind_metric, m, "next_due", "2026-11-30");
	expect(&kind_metric, m, "overdue", "no");
	expect(&kind_metric_result, first, "title", "In time, 2026-09-30");
	expect(&kind_metric_result, first, "verdict", "on target");
	expect(&kind_metric_result, first, "trend", "");
	expect(&kind_metric_result, second, "verdict", "warning");
	expect(&kind_metric_result, second, "trend", "worse");
	change(&kind_metric_result, second, "value", "89.9");
	expect(&kind_metric, m, "verdict", "off target");
	change(&kind_metric_result, second, "value", "100.0");
	expect(&kind_metric, m, "verdict", "on target");
	expect(&kind_metric, m, "trend", "same");
	archive(&kind_metric_result, second);
	expect(&kind_metric, m, "latest", "100");
	expect(&kind_metric, m, "trend", "");
}

Test(kinds_audit, metric_where_less_is_better)
{
	long long m = add(&kind_metric, PAIRS("title", "Minutes", "direction", "down", "target",
					      "120", "warning", "150", "frequency", "quarterly"));

	add_value("MET-0001", "2026-05-31", "141");
	expect(&kind_metric, m, "verdict", "warning");
	add_value("MET-0001", "2026-08-31", "98");
	expect(&kind_metric, m, "verdict", "on target");
	expect(&kind_metric, m, "trend", "better");
	/* the 31st of a month of 30 days */
	expect(&kind_metric, m, "next_due", "2026-11-30");
	change(&kind_metric, m, "target", "");
	expect(&kind_metric, m, "verdict", "no target");
	refused(&kind_metric, PAIRS("title", "x", "direction", "down", "target", "150", "warning",
				    "120"),
		"target");
	refused(&kind_metric, PAIRS("title", "x", "target", "90", "warning", "95"), "target");
	taken(&kind_metric, PAIRS("title", "x", "target", "-1", "warning", "-1.0"));
}

Test(kinds_audit, metric_that_is_paused_falls_not_due)
{
	long long m = add(&kind_metric, PAIRS("title", "x", "frequency", "weekly", "start",
					      "2026-01-05", "reason", "Tool gone"));

	add_value("MET-0001", "2026-11-15", "1");
	expect(&kind_metric, m, "next_due", "2026-11-22");
	expect(&kind_metric, m, "overdue", "no");
	change(&kind_metric, m, "status", "paused");
	expect(&kind_metric, m, "next_due", "");
	move_needs(&kind_metric, PAIRS("title", "x"), "active", "ended", "reason");
}

/* ---- Objectives ---------------------------------------------------------- */

static void progress_is(const char *direction, const char *baseline, const char *target,
			const char *latest, const char *want)
{
	long long o = add(&kind_objective, PAIRS("title", "x", "direction", direction, "baseline",
						 baseline, "target", target, "latest", latest));

	expect(&kind_objective, o, "progress", want);
}

Test(kinds_audit, progress_of_an_objective)
{
	progress_is("up", "80", "100", "90", "50");
	progress_is("up", "80", "100", "80", "0");
	progress_is("up", "80", "100", "70", "0");      /* fell behind its start */
	progress_is("up", "80", "100", "120", "100");   /* went beyond */
	progress_is("up", "0", "3", "2", "66");         /* down: 100 is reached, no less */
	progress_is("up", "0", "1000", "999.9", "99");
	progress_is("up", "0.1", "0.4", "0.4", "100");
	progress_is("up", "0", "100", "29", "29");
	progress_is("down", "74", "30", "61", "29");
	progress_is("down", "74", "30", "30", "100");
	progress_is("down", "74", "30", "80", "0");
	progress_is("up", "95", "95", "95", "100");     /* to be held */
	progress_is("up", "95", "95", "94", "0");
	progress_is("up", "", "95", "96", "100");       /* no baseline: reached or not known */
	progress_is("up", "", "95", "94", "");
	progress_is("up", "80", "", "90", "");
	progress_is("up", "80", "95", "", "");
}

Test(kinds_audit, objective_takes_the_value_of_its_metric)
{
	long long o;

	add(&kind_metric, PAIRS("title", "In time", "target", "95"));
	o = add(&kind_objective, PAIRS("title", "x", "metric", "MET-0001", "baseline", "80",
				       "target", "100", "latest", "99"));
	expect(&kind_objective, o, "value_now", "99");
	add_value("MET-0001", "2026-09-30", "85");
	add_value("MET-0001", "2026-10-31", "90");
	expect(&kind_objective, o, "value_now", "90");
	expect(&kind_objective, o, "progress", "50");
}

Test(kinds_audit, objective_in_time)
{
	long long o = add(&kind_objective, PAIRS("title", "x", "start", "2026-01-01", "due",
						 "2026-11-21", "status", "running"));
	long long a;

	expect(&kind_objective, o, "overdue", "yes");
	expect(&kind_objective, o, "open_actions", "0");
	a = add(&kind_action, PAIRS("title", "Step", "objective", "OBJ-0001"));
	expect(&kind_objective, o, "open_actions", "1");
	change(&kind_action, a, "status", "in progress");
	change(&kind_action, a, "status", "done");
	expect(&kind_objective, o, "open_actions", "0");
	change(&kind_objective, o, "due", "2026-11-22");
	expect(&kind_objective, o, "overdue", "no");
	change(&kind_objective, o, "due", "2026-02-01");
	change(&kind_objective, o, "status", "missed");
	expect(&kind_objective, o, "overdue", "no");
	refused(&kind_objective, PAIRS("title", "x", "baseline", "90", "target", "80"), "target");
	refused(&kind_objective, PAIRS("title", "x", "start", "2026-02-01", "due", "2026-01-31"),
		"due");
}

Test(kinds_audit, life_of_an_objective)
{
	const char *const *plain = PAIRS("title", "x");

	move_needs(&kind_objective, plain, "draft", "approved", "approved_by");
	move_needs(&kind_objective, plain, "achieved", "evaluated", "evaluation");
	move_needs(&kind_objective, plain, "missed", "evaluated", "evaluation");
	move_needs(&kind_objective, plain, "running", "cancelled", "reason");
	move_needs(&kind_objective, plain, "achieved", "cancelled", "status");
	move_needs(&kind_objective, plain, "draft", "running", "status");
	moves(&kind_objective, plain, "approved", "running");
	moves(&kind_objective, plain, "running", "achieved");
	moves(&kind_objective, PAIRS("title", "x", "evaluation", "Why"), "missed", "evaluated");
}

/* ---- Audits -------------------------------------------------------------- */

/* Three clauses, two applicable controls of three. */
static void add_standard(void)
{
	add_coded(&kind_clause, "4.1", PAIRS("title", "Context"));
	add_coded(&kind_clause, "4.2", PAIRS("title", "Parties"));
	add_coded(&kind_clause, "9.3.2", PAIRS("title", "Inputs"));
	add_coded(&kind_control, "A.5.1", PAIRS("title", "Policies"));
	add_coded(&kind_control, "A.5.2", PAIRS("title", "Roles"));
	add_coded(&kind_control, "A.8.30", PAIRS("title", "Outsourced"));
	add(&kind_soa_entry, PAIRS("control", "A.5.1", "applicable", "yes"));
	add(&kind_soa_entry, PAIRS("control", "A.5.2", "applicable", "yes"));
	add(&kind_soa_entry, PAIRS("control", "A.8.30", "applicable", "no", "justification", "x"));
}

static void coverage_is(long long p, const char *audits, const char *clauses_planned,
			const char *clauses, const char *controls_planned, const char *controls)
{
	expect(&kind_audit_programme, p, "audits", audits);
	expect(&kind_audit_programme, p, "clauses_planned", clauses_planned);
	expect(&kind_audit_programme, p, "clauses_covered", clauses);
	expect(&kind_audit_programme, p, "controls_planned", controls_planned);
	expect(&kind_audit_programme, p, "controls_covered", controls);
}

Test(kinds_audit, programme_covers_what_its_audits_look_at)
{
	long long p = add(&kind_audit_programme, PAIRS("title", "2026", "from_date", "2026-01-01",
						       "to_date", "2026-12-31"));
	long long a, step;

	coverage_is(p, "0", "", "", "", "");
	add_standard();
	coverage_is(p, "0", "0", "0", "0", "0");
	/* in its period, naming none */
	a = add(&kind_audit, PAIRS("title", "October", "start", "2026-12-31", "clauses", "4.1",
				   "controls", "A.5.1;A.8.30"));
	coverage_is(p, "1", "33", "0", "50", "0");
	expect(&kind_audit_programme, p, "clauses_missing", "4.2, 9.3.2");
	expect(&kind_audit_programme, p, "controls_missing", "A.5.2");
	/* what a step is about counts, but for what was left out */
	step = add(&kind_audit_step, PAIRS("title", "q", "audit", "AU-0001", "clause", "4.2",
					   "control", "A.5.2"));
	coverage_is(p, "1", "66", "0", "100", "0");
	expect(&kind_audit_programme, p, "controls_missing", "");
	change(&kind_audit_step, step, "result", "not audited");
	coverage_is(p, "1", "33", "0", "50", "0");
	change(&kind_audit_step, step, "result", "conforms");
	change(&kind_audit, a, "conclusion", "Good");
	change(&kind_audit, a, "status", "announced");
	change(&kind_audit, a, "status", "in progress");
	coverage_is(p, "1", "66", "0", "100", "0");
	change(&kind_audit, a, "status", "reported");
	coverage_is(p, "1", "66", "66", "100", "100");
	expect(&kind_audit_programme, p, "audits_held", "1");
	/* nor does it count when the audit lists it */
	add(&kind_audit_step, PAIRS("title", "q", "audit", "AU-0001", "clause", "4.1", "control",
				    "A.5.1", "result", "not audited"));
	coverage_is(p, "1", "33", "33", "50", "50");
	expect(&kind_audit_programme, p, "clauses_missing", "4.1, 9.3.2");
	archive(&kind_audit, a);
	coverage_is(p, "0", "0", "0", "0", "0");
}

Test(kinds_audit, audits_of_others_are_not_the_programmes)
{
	long long p = add(&kind_audit_programme, PAIRS("title", "2026", "from_date", "2026-01-01",
						       "to_date", "2026-12-31"));

	add_standard();
	add(&kind_audit, PAIRS("title", "before", "start", "2025-12-31", "clauses", "4.1"));
	add(&kind_audit, PAIRS("title", "customer", "audit_kind", "customer", "start",
			       "2026-05-01", "clauses", "4.1"));
	add(&kind_audit, PAIRS("title", "put off", "start", "2026-05-01", "clauses", "4.1",
			       "status", "postponed"));
	coverage_is(p, "0", "0", "0", "0", "0");
	/* one that names it counts wherever it lies */
	add(&kind_audit, PAIRS("title", "late", "start", "2027-01-10", "programme", "AP-0001",
			       "clauses", "4.1;4.2;9.3.2"));
	coverage_is(p, "1", "100", "0", "0", "0");
	expect(&kind_audit_programme, p, "overdue", "no");
	change(&kind_audit_programme, p, "to_date", "2026-11-21");
	expect(&kind_audit_programme, p, "overdue", "yes");
	refused(&kind_audit_programme,
		PAIRS("title", "x", "from_date", "2026-02-01", "to_date", "2026-01-01"), "to_date");
	move_needs(&kind_audit_programme,
		   PAIRS("title", "x", "from_date", "2026-01-01", "to_date", "2026-12-31"),
		   "draft", "approved", "approved_by");
}

Test(kinds_audit, audit_counts_what_it_found)
{
	long long a = add(&kind_audit, PAIRS("title", "x", "start", "2026-11-21"));
	long long f, step;

	expect(&kind_audit, a, "overdue", "yes");
	expect(&kind_audit, a, "steps_done", "");
	step = add(&kind_audit_step, PAIRS("title", "1", "audit", "AU-0001", "result", "minor"));
	add(&kind_audit_step, PAIRS("title", "2", "audit", "AU-0001"));
	add(&kind_audit_step, PAIRS("title", "3", "audit", "AU-0001"));
	expect(&kind_audit, a, "steps", "3");
	expect(&kind_audit, a, "steps_done", "33");
	f = add(&kind_finding, PAIRS("title", "1", "audit", "AU-0001", "step", "STP-0001", "grade",
				     "minor"));
	add(&kind_finding, PAIRS("title", "2", "audit", "AU-0001", "grade", "conformity"));
	add(&kind_finding, PAIRS("title", "3", "audit", "AU-0001", "grade", "opportunity"));
	expect(&kind_audit, a, "findings", "2");
	expect(&kind_audit, a, "nonconformities", "1");
	expect(&kind_audit, a, "open_findings", "2");
	expect(&kind_audit_step, step, "findings", "1");
	archive(&kind_finding, f);
	expect(&kind_audit, a, "findings", "1");
	change(&kind_audit, a, "status", "announced");
	change(&kind_audit, a, "status", "in progress");
	expect(&kind_audit, a, "overdue", "no");
}

Test(kinds_audit, life_of_an_audit)
{
	const char *const *plain = PAIRS("title", "x");

	move_needs(&kind_audit, plain, "in progress", "reported", "conclusion");
	move_needs(&kind_audit, plain, "planned", "postponed", "reason");
	move_needs(&kind_audit, plain, "announced", "cancelled", "reason");
	move_needs(&kind_audit, plain, "in progress", "cancelled", "status");
	moves(&kind_audit, plain, "postponed", "planned");
	moves(&kind_audit, PAIRS("title", "x", "conclusion", "Good"), "in progress", "reported");
	refused(&kind_audit, PAIRS("title", "x", "status", "reported"), "conclusion");
	refused(&kind_audit, PAIRS("title", "x", "start", "2026-02-02", "finish", "2026-02-01"),
		"finish");
}

/* ---- Findings and nonconformities ---------------------------------------- */

#define WORKED "cause", "Why", "corrective", "What", "effect_checked_on", "2026-10-01"

Test(kinds_audit, what_a_finding_needs_to_be_closed)
{
	add(&kind_nonconformity, PAIRS("title", "NC"));
	taken(&kind_finding, PAIRS("title", "x", "grade", "opportunity", "status", "closed"));
	taken(&kind_finding, PAIRS("title", "x", "grade", "observation", "status", "closed"));
	refused(&kind_finding, PAIRS("title", "x", "grade", "minor", "status", "closed"), "cause");
	taken(&kind_finding, PAIRS("title", "x", "grade", "major", "status", "closed",
				   "nonconformity", "NC-0001"));
	taken(&kind_finding, PAIRS("title", "x", "grade", "minor", "status", "closed", WORKED,
				   "effect", "effective"));
	refused(&kind_finding, PAIRS("title", "x", "grade", "minor", "status", "closed", WORKED,
				     "effect", "not effective"),
		"effect");
	moves(&kind_finding, PAIRS("title", "x", "grade", "observation"), "open", "closed");
	move_needs(&kind_finding, PAIRS("title", "x", "grade", "major"), "open", "closed", "cause");
}

Test(kinds_audit, what_a_nonconformity_needs_to_be_closed)
{
	refused(&kind_nonconformity, PAIRS("title", "x", "status", "closed"), "cause");
	refused(&kind_nonconformity, PAIRS("title", "x", "status", "closed", "cause", " "),
		"cause");
	refused(&kind_nonconformity, PAIRS("title", "x", "status", "closed", "cause", "Why"),
		"corrective");
	refused(&kind_nonconformity,
		PAIRS("title", "x", "status", "closed", "cause", "Why", "corrective", "What"),
		"effect_checked_on");
	refused(&kind_nonconformity, PAIRS("title", "x", "status", "closed", WORKED), "effect");
	refused(&kind_nonconformity,
		PAIRS("title", "x", "status", "closed", WORKED, "effect", "not effective"),
		"effect");
	taken(&kind_nonconformity,
	      PAIRS("title", "x", "status", "closed", WORKED, "effect", "effective"));
	refused(&kind_nonconformity,
		PAIRS("title", "x", "found_on", "2026-10-02", "closed_on", "2026-10-01"),
		"closed_on");
}

Test(kinds_audit, life_of_a_nonconformity)
{
	const char *const *plain = PAIRS("title", "x");

	move_needs(&kind_nonconformity, plain, "open", "cause found", "cause");
	move_needs(&kind_nonconformity, plain, "cause found", "action planned", "corrective");
	move_needs(&kind_nonconformity, plain, "action planned", "action done", "done_on");
	move_needs(&kind_nonconformity, plain, "action done", "effect checked",
		   "effect_checked_on");
	move_needs(&kind_nonconformity, plain, "open", "closed", "status");
	move_needs(&kind_nonconformity, plain, "action done", "closed", "status");
	moves(&kind_nonconformity, PAIRS("title", "x", WORKED, "effect", "not effective"),
	      "effect checked", "action planned");
	move_needs(&kind_nonconformity, PAIRS("title", "x", WORKED, "effect", "not effective"),
		   "effect checked", "closed", "effect");
	moves(&kind_nonconformity, PAIRS("title", "x", WORKED, "effect", "effective"),
	      "effect checked", "closed");
}

Test(kinds_audit, nonconformity_over_time)
{
	long long n = add(&kind_nonconformity,
			  PAIRS("title", "x", "found_on", "2026-10-13", "due", "2026-11-21", WORKED,
				"done_on", "2026-11-01", "effect_due", "2026-11-21"));
	long long a;

	expect(&kind_nonconformity, n, "days_open", "40");
	expect(&kind_nonconformity, n, "overdue", "yes");
	add(&kind_finding, PAIRS("title", "f", "nonconformity", "NC-0001"));
	a = add(&kind_action, PAIRS("title", "a", "nonconformity", "NC-0001", "reason", "no"));
	add(&kind_action, PAIRS("title", "b", "nonconformity", "NC-0001"));
	expect(&kind_nonconformity, n, "findings", "1");
	expect(&kind_nonconformity, n, "actions", "2");
	change(&kind_action, a, "status", "cancelled");
	expect(&kind_nonconformity, n, "actions", "1");
	expect(&kind_nonconformity, n, "open_actions", "1");
	change(&kind_nonconformity, n, "status", "cause found");
	change(&kind_nonconformity, n, "status", "action planned");
	change(&kind_nonconformity, n, "status", "action done");
	expect(&kind_nonconformity, n, "overdue", "yes");
	change(&kind_nonconformity, n, "effect_due", "2026-11-22");
	expect(&kind_nonconformity, n, "overdue", "no");
	change(&kind_nonconformity, n, "effect_checked_on", "2026-11-20");
	change(&kind_nonconformity, n, "effect", "effective");
	change(&kind_nonconformity, n, "status", "effect checked");
	expect(&kind_nonconformity, n, "days_open", "40");
	change(&kind_nonconformity, n, "status", "closed");
	expect(&kind_nonconformity, n, "days_open", "38");
	change(&kind_nonconformity, n, "closed_on", "2026-11-21");
	expect(&kind_nonconformity, n, "days_open", "39");
}

Test(kinds_audit, finding_is_late_where_it_is_worked_on)
{
	long long f = add(&kind_finding, PAIRS("title", "x", "due", "2026-11-01", WORKED, "done_on",
					       "2026-11-02", "effect_due", "2026-12-01"));

	expect(&kind_finding, f, "overdue", "yes");
	add(&kind_action, PAIRS("title", "a", "finding", "FI-0001"));
	expect(&kind_finding, f, "open_actions", "1");
	add(&kind_nonconformity, PAIRS("title", "NC"));
	change(&kind_finding, f, "nonconformity", "NC-0001");
	expect(&kind_finding, f, "overdue", "no");
	change(&kind_finding, f, "nonconformity", "");
	change(&kind_finding, f, "status", "cause found");
	change(&kind_finding, f, "status", "action planned");
	change(&kind_finding, f, "status", "action done");
	expect(&kind_finding, f, "overdue", "no");
}

Test(kinds_audit, clause_knows_its_audits_and_findings)
{
	long long c;

	add_standard();
	c = id_of(&kind_clause, "4.1");
	expect(&kind_clause, c, "last_audited", "");
	add(&kind_audit, PAIRS("title", "a", "start", "2026-02-01", "finish", "2026-02-03",
			       "clauses", "4.1", "status", "closed"));
	add(&kind_audit, PAIRS("title", "b", "start", "2026-10-12", "status", "reported",
			       "conclusion", "Good"));
	add(&kind_audit, PAIRS("title", "c", "start", "2026-11-12", "clauses", "4.1"));
	expect(&kind_clause, c, "last_audited", "2026-02-03");
	add(&kind_audit_step, PAIRS("title", "q", "audit", "AU-0002", "clause", "4.1"));
	expect(&kind_clause, c, "last_audited", "2026-10-12");
	add(&kind_finding, PAIRS("title", "f", "clause", "4.1"));
	add(&kind_finding, PAIRS("title", "g", "clause", "4.1", "grade", "conformity"));
	add(&kind_finding, PAIRS("title", "h", "clause", "4.1", "status", "closed"));
	expect(&kind_clause, c, "open_findings", "1");
}

/* ---- Reviews and improvement --------------------------------------------- */

#define INPUTS                                                                                   \
	"input_a", "a", "input_b", "b", "input_c", "c", "input_d_nonconformities", "d1",         \
		"input_d_monitoring", "d2", "input_d_audits", "d3", "input_d_objectives", "d4",  \
		"input_e", "e", "input_f", "f"

Test(kinds_audit, review_is_prepared_with_all_inputs)
{
	const char *const *nine = PAIRS("title", "x", "planned", "2026-11-21", INPUTS);
	const char *const *ten = PAIRS("title", "x", "planned", "2026-11-21", INPUTS, "input_g",
				       "g");
	long long r = add(&kind_management_review, PAIRS("title", "x", "planned", "2026-11-21"));

	expect(&kind_management_review, r, "inputs_missing",
	       "a, b, c, d nonconformities, d monitoring, d audits, d objectives, e, f, g");
	expect(&kind_management_review, r, "overdue", "yes");
	move_needs(&kind_management_review, nine, "planned", "prepared", "input_g");
	moves(&kind_management_review, ten, "planned", "prepared");
	moves(&kind_management_review, ten, "prepared", "planned");
	move_needs(&kind_management_review, ten, "prepared", "held", "held_on");
	move_needs(&kind_management_review, ten, "held", "minutes approved", "approved_by");
	move_needs(&kind_management_review, ten, "planned", "held", "status");
	refused(&kind_management_review,
		PAIRS("title", "x", "planned", "2026-11-21", "status", "held", "input_a", "a"),
		"input_b");
	r = add(&kind_management_review, nine);
	expect(&kind_management_review, r, "inputs_missing", "g");
	change(&kind_management_review, r, "input_g", "g");
	expect(&kind_management_review, r, "inputs_missing", "");
}

Test(kinds_audit, review_counts_what_came_of_it)
{
	long long r = add(&kind_management_review, PAIRS("title", "x", "planned", "2026-12-01"));
	long long a, d;

	a = add(&kind_action, PAIRS("title", "a", "review", "REV-0001"));
	add(&kind_action, PAIRS("title", "b", "review", "REV-0001"));
	d = add(&kind_decision, PAIRS("title", "d", "object", "management_review/REV-0001"));
	expect(&kind_management_review, r, "decisions", "1");
	expect(&kind_management_review, r, "actions", "2");
	change(&kind_action, a, "status", "in progress");
	change(&kind_action, a, "status", "done");
	expect(&kind_management_review, r, "actions", "2");
	expect(&kind_management_review, r, "open_actions", "1");
	archive(&kind_decision, d);
	expect(&kind_management_review, r, "decisions", "0");
	expect(&kind_management_review, r, "overdue", "no");
}

/* The catalogue of inputs and the register's fields say the same. */
Test(kinds_audit, review_has_the_inputs_of_the_standard)
{
	const struct builtin *list = builtin_find("catalogue/management-review-inputs.csv");
	size_t i, inputs = 0, lines = 0;

	cr_assert(list);
	for (i = 0; i < list->len; i++)
		lines += list->data[i] == '\n';
	for (i = 0; i < kind_management_review.nfields; i++)
		inputs += !strncmp(kind_management_review.fields[i].name, "input_", 6);
	cr_assert_eq(inputs, 10);
	cr_assert_eq(lines, inputs + 1);
}

Test(kinds_audit, life_of_an_improvement)
{
	const char *const *plain = PAIRS("title", "x");
	long long i = add(&kind_improvement, PAIRS("title", "x", "due", "2026-11-21", "status",
						   "accepted", "result", "Better"));

	expect(&kind_improvement, i, "overdue", "yes");
	add(&kind_action, PAIRS("title", "a", "improvement", "IMP-0001"));
	expect(&kind_improvement, i, "open_actions", "1");
	change(&kind_improvement, i, "status", "done");
	expect(&kind_improvement, i, "overdue", "no");
	move_needs(&kind_improvement, plain, "proposed", "accepted", "decided_by");
	move_needs(&kind_improvement, plain, "proposed", "rejected", "reason");
	move_needs(&kind_improvement, plain, "in work", "done", "result");
	refused(&kind_improvement, PAIRS("title", "x", "status", "rejected"), "reason");
}

Test(kinds_audit, action_is_verified_by_somebody)
{
	add_person("Anna Novak");
	move_needs(&kind_action, PAIRS("title", "x"), "done", "verified", "verified_by");
	moves(&kind_action, PAIRS("title", "x", "verified_by", "P-0001"), "done", "verified");
}

/* ---- Questionnaires ------------------------------------------------------ */

Test(kinds_audit, questionnaire_is_answered_in_time)
{
	long long n = add(&kind_questionnaire, PAIRS("title", "x", "due", "2026-11-21"));
	long long q, a;

	expect(&kind_questionnaire, n, "answered", "");
	expect(&kind_questionnaire, n, "overdue", "yes");
	a = add(&kind_answer, PAIRS("title", "t", "reply", "Yes", "status", "approved",
				    "next_review", "2026-11-21"));
	q = add(&kind_question, PAIRS("title", "1", "questionnaire", "QN-0001", "library",
				      "ANS-0001"));
	add(&kind_question, PAIRS("title", "2", "questionnaire", "QN-0001"));
	add(&kind_question, PAIRS("title", "3", "questionnaire", "QN-0001"));
	change(&kind_question, q, "status", "answered");
	expect(&kind_questionnaire, n, "questions", "3");
	expect(&kind_questionnaire, n, "answered", "33");
	expect(&kind_answer, a, "used", "1");
	expect(&kind_answer, a, "overdue", "yes");
	change(&kind_answer, a, "status", "withdrawn");
	expect(&kind_answer, a, "overdue", "no");
	refused(&kind_question,
		PAIRS("title", "x", "questionnaire", "QN-0001", "status", "answered"), "reply");
	taken(&kind_question, PAIRS("title", "x", "questionnaire", "QN-0001", "status", "answered",
				    "verdict", "yes"));
	refused(&kind_questionnaire,
		PAIRS("title", "x", "received_on", "2026-02-02", "sent_on", "2026-02-01"),
		"sent_on");
	move_needs(&kind_questionnaire, PAIRS("title", "x"), "in review", "sent", "reviewed_by");
	move_needs(&kind_questionnaire, PAIRS("title", "x"), "received", "declined", "reason");
	move_needs(&kind_answer, PAIRS("title", "x", "reply", "y"), "draft", "approved",
		   "approved_by");
}

/* ---- Certificates -------------------------------------------------------- */

Test(kinds_audit, cycle_of_a_certificate)
{
	long long c = add(&kind_certificate, PAIRS("title", "x", "stage_1_on", "2026-11-21",
						   "stage_2_on", "2027-05-10"));

	expect(&kind_certificate, c, "surveillance_1_due", "");
	expect(&kind_certificate, c, "next_due", "2026-11-21");
	expect(&kind_certificate, c, "overdue", "yes");
	change(&kind_certificate, c, "status", "stage 1");
	expect(&kind_certificate, c, "next_due", "2027-05-10");
	change(&kind_certificate, c, "status", "stage 2");
	expect(&kind_certificate, c, "next_due", "");
	/* the 29th of February is not there a year later */
	change(&kind_certificate, c, "decided_on", "2024-02-29");
	change(&kind_certificate, c, "status", "certified");
	expect(&kind_certificate, c, "surveillance_1_due", "2025-02-28");
	expect(&kind_certificate, c, "surveillance_2_due", "2026-12-31");
	expect(&kind_certificate, c, "recertification_due", "2027-02-28");
	expect(&kind_certificate, c, "next_due", "2025-02-28");
	expect(&kind_certificate, c, "overdue", "yes");
	/* done early, so that the second falls into the year after */
	change(&kind_certificate, c, "surveillance_1_on", "2024-11-20");
	expect(&kind_certificate, c, "next_due", "2025-12-31");
	change(&kind_certificate, c, "surveillance_1_on", "2025-02-10");
	expect(&kind_certificate, c, "next_due", "2026-12-31");
	expect(&kind_certificate, c, "overdue", "no");
	change(&kind_certificate, c, "surveillance_2_on", "2026-02-12");
	change(&kind_certificate, c, "expires", "2027-02-27");
	expect(&kind_certificate, c, "next_due", "2027-02-27");
	change(&kind_certificate, c, "status", "expired");
	expect(&kind_certificate, c, "next_due", "");
}

/* The same record after a recertification: what was held before it is of the cycle
 * before; the end of a month stays one. */
Test(kinds_audit, the_next_cycle_of_a_certificate)
{
	long long c = add(&kind_certificate,
			  PAIRS("title", "x", "status", "certified", "decided_on", "2026-08-31",
				"surveillance_1_on", "2024-07-01", "surveillance_2_on",
				"2025-06-30"));

	expect(&kind_certificate, c, "surveillance_1_due", "2027-08-31");
	expect(&kind_certificate, c, "surveillance_2_due", "2028-12-31");
	expect(&kind_certificate, c, "recertification_due", "2029-08-31");
	expect(&kind_certificate, c, "next_due", "2027-08-31");
	expect(&kind_certificate, c, "overdue", "no");
	/* of 29 February, three years later */
	change(&kind_certificate, c, "decided_on", "2028-02-29");
	expect(&kind_certificate, c, "surveillance_1_due", "2029-02-28");
	expect(&kind_certificate, c, "recertification_due", "2031-02-28");
	/* the second would come after the end: the end counts */
	change(&kind_certificate, c, "surveillance_2_on", "");
	change(&kind_certificate, c, "surveillance_1_on", "2029-02-01");
	change(&kind_certificate, c, "expires", "2030-02-28");
	expect(&kind_certificate, c, "next_due", "2030-02-28");
}

Test(kinds_audit, life_of_a_certificate)
{
	const char *const *plain = PAIRS("title", "x");
	const char *const *decided = PAIRS("title", "x", "decided_on", "2026-05-20");

	move_needs(&kind_certificate, plain, "preparing", "stage 1", "stage_1_on");
	move_needs(&kind_certificate, plain, "stage 1", "stage 2", "stage_2_on");
	move_needs(&kind_certificate, plain, "stage 2", "certified", "decided_on");
	move_needs(&kind_certificate, decided, "certified", "suspended", "reason");
	move_needs(&kind_certificate, decided, "preparing", "certified", "status");
	moves(&kind_certificate, decided, "certified", "recertification");
	moves(&kind_certificate, decided, "recertification", "certified");
	moves(&kind_certificate, decided, "suspended", "expired");
	refused(&kind_certificate, PAIRS("title", "x", "status", "certified"), "decided_on");
	refused(&kind_certificate,
		PAIRS("title", "x", "decided_on", "2026-02-02", "expires", "2026-02-01"),
		"expires");
}

/* ---- Frameworks ---------------------------------------------------------- */

Test(kinds_audit, framework_counts_what_applies)
{
	long long f, r;

	add_coded(&kind_framework, "F", PAIRS("title", "F", "next_review", "2026-11-21"));
	f = id_of(&kind_framework, "F");
	expect(&kind_framework, f, "met", "");
	expect(&kind_framework, f, "overdue", "yes");
	add(&kind_framework_requirement, PAIRS("title", "1", "framework", "F", "number", "1",
					       "applicable", "yes", "compliance", "met"));
	add(&kind_framework_requirement, PAIRS("title", "2", "framework", "F", "number", "2",
					       "applicable", "yes", "compliance", "not met"));
	add(&kind_framework_requirement,
	    PAIRS("title", "3", "framework", "F", "number", "3", "applicable", "yes"));
	r = add(&kind_framework_requirement,
		PAIRS("title", "4", "framework", "F", "number", "4", "compliance", "met"));
	expect(&kind_framework, f, "requirements", "4");
	expect(&kind_framework, f, "assessed", "66");
	expect(&kind_framework, f, "met", "33");
	refused(&kind_framework, PAIRS("title", "x", "applicable", "no"), "reason");
	refused(&kind_framework_requirement,
		PAIRS("title", "x", "framework", "F", "number", "9", "applicable", "no"), "reason");

	add_coded(&kind_control, "A.5.1", PAIRS("title", "Policies"));
	expect(&kind_framework_mapping,
	       add(&kind_framework_mapping, PAIRS("requirement", "FR-0001", "control", "A.5.1")),
	       "title", "FR-0001 > A.5.1");
	expect(&kind_framework_mapping,
	       add(&kind_framework_mapping, PAIRS("requirement", "FR-0001", "other", "FR-0004")),
	       "title", "FR-0001 > FR-0004");
	expect(&kind_framework_requirement, r, "mappings", "1");
	refused(&kind_framework_mapping, PAIRS("requirement", "FR-0001"), "control");
	refused(&kind_framework_mapping, PAIRS("requirement", "FR-0001", "other", "FR-0001"),
		"other");
	refused(&kind_framework_mapping,
		PAIRS("requirement", "FR-0001", "other", "FR-0002", "control", "A.5.1"), "other");
}
