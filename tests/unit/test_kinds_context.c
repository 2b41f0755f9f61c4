/*
 * The registers of context and leadership: what their views work out, what their
 * checks refuse, and which moves need something. Today is 2026-11-22.
 */
#include "config.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "isms/model/kinds.h"
#include "isms/model/rules.h"
#include "isms/store/store.h"
#include "isms/util/date.h"
#include "isms/util/mem.h"

#define ok(call) cr_assert((call), "%s: %s", #call, err_msg(&err))

static struct err err = ERR_INIT;
static struct store *store;
static char folder[64], file[128];
static struct rules rules;

static void start(void)
{
	struct store_options opt = {.who = "tester", .wait_ms = 200};

	cr_assert(date_parse_iso("2026-11-22", &opt.today));
	strcpy(folder, "/tmp/isms-test-XXXXXX");
	cr_assert(mkdtemp(folder));
	snprintf(file, sizeof(file), "%s/t.isms", folder);
	ok(store_create(file, &opt, &store, &err));
	rules.today = opt.today;
	strcpy(rules.currency, "EUR");
	method_default(&rules.method, 5);
}

static void stop(void)
{
	struct strv faults = STRV_INIT;

	ok(store_doctor(store, &faults, &err));
	cr_expect_eq(faults.n, 0, "%s", faults.n ? faults.v[0] : "");
	strv_release(&faults);
	store_close(&store);
	method_release(&rules.method);
	unlink(file);
	rmdir(folder);
}

TestSuite(kinds_context, .init = start, .fini = stop);

/* ---- Records ------------------------------------------------------------- */

static void refer(struct value *value, const struct kind *kind, const char *code)
{
	long long id = 0;

	ok(store_find_code(store, kind, code, &id, &err));
	cr_assert(id, "no %s %s", kind->name, code);
	value_add_ref(value, id, code, NULL);
}

/* References are set by their codes, a LINK as "kind/code". */
static void set(struct record *rec, const char *name, const char *text)
{
	const struct field *field = kind_field(rec->kind, name);
	struct value *value;
	struct strv codes = STRV_INIT;
	size_t i;

	cr_assert(field, "no field %s", name);
	value = record_value(rec, name);
	switch (field->type) {
	case FIELD_REF:
	case FIELD_REFS:
		value_release(value);
		strv_split(&codes, text, ";");
		for (i = 0; i < codes.n; i++)
			refer(value, field->ref, codes.v[i]);
		break;
	case FIELD_LINK:
		value_release(value);
		strv_split(&codes, text, "/");
		refer(value, kind_find(codes.v[0]), codes.v[1]);
		value->refs[0].kind = kind_find(codes.v[0]);
		break;
	default:
		ok(field_parse(&rules, field, text, value, &err));
	}
	strv_release(&codes);
}

/* A record with its defaults and what the pairs of field and text say. */
static struct record *make(const struct kind *kind, const char *const *pairs)
{
	struct record *rec = record_new(kind);

	record_defaults(&rules, rec);
	for (; *pairs; pairs += 2)
		set(rec, pairs[0], pairs[1]);
	return rec;
}

#define PAIRS(...) ((const char *const[]){__VA_ARGS__, NULL})

/* Adds what must be sound. */
static long long add(const struct kind *kind, const char *const *pairs)
{
	struct record *rec = make(kind, pairs);
	long long id;

	ok(record_check(&rules, rec, NULL, &err));
	ok(store_begin(store, "add", &err));
	ok(store_add(store, rec, &err));
	ok(store_commit(store, NULL, &err));
	id = rec->id;
	record_free(&rec);
	return id;
}

static void archive(const struct kind *kind, long long id)
{
	ok(store_begin(store, "archive", &err));
	ok(store_archive(store, kind, id, true, &err));
	ok(store_commit(store, NULL, &err));
}

/* The field as CSV would have it. */
static void expect(const struct kind *kind, long long id, const char *name, const char *want)
{
	const struct field *field = kind_field(kind, name);
	struct record *rec = NULL;
	struct str text = STR_INIT;

	cr_assert(field, "no field %s", name);
	ok(store_get(store, kind, id, &rec, &err));
	field_format(&rules, field, record_get(rec, name), &text);
	cr_expect_str_eq(str_get(&text), want, "%s %s.%s is '%s', not '%s'", rec->code, kind->name,
			 name, str_get(&text), want);
	str_release(&text);
	record_free(&rec);
}

/* What the pairs say is refused, with the field at fault. */
static void refused(const struct kind *kind, const char *const *pairs, const char *name)
{
	struct record *rec = make(kind, pairs);

	cr_expect_not(record_check(&rules, rec, NULL, &err), "%s was taken", kind->name);
	cr_expect(err.field && !strcmp(err.field->name, name), "%s: %s", kind->name, err_msg(&err));
	err_release(&err);
	record_free(&rec);
}

static void taken(const struct kind *kind, const char *const *pairs)
{
	struct record *rec = make(kind, pairs);

	cr_expect(record_check(&rules, rec, NULL, &err), "%s: %s", kind->name, err_msg(&err));
	err_release(&err);
	record_free(&rec);
}

/* A move from one state to another of a record with these pairs: needs names the
 * field that it must not lack, "status" where there is no such move at all. */
static void move_needs(const struct kind *kind, const char *const *pairs, const char *from,
		       const char *to, const char *needs)
{
	struct record *old = make(kind, pairs), *rec;

	set(old, "status", from);
	rec = record_copy(old);
	set(rec, "status", to);
	cr_expect_not(record_check(&rules, rec, old, &err), "%s: %s to %s", kind->name, from, to);
	cr_expect(err.field && !strcmp(err.field->name, needs), "%s: %s to %s: %s", kind->name,
		  from, to, err_msg(&err));
	err_release(&err);
	record_free(&rec);
	record_free(&old);
}

static void moves(const struct kind *kind, const char *const *pairs, const char *from,
		  const char *to)
{
	struct record *old = make(kind, pairs), *rec;

	set(old, "status", from);
	rec = record_copy(old);
	set(rec, "status", to);
	cr_expect(record_check(&rules, rec, old, &err), "%s: %s to %s: %s", kind->name, from, to,
		  err_msg(&err));
	err_release(&err);
	record_free(&rec);
	record_free(&old);
}

static void add_people(void)
{
	add(&kind_person, PAIRS("title", "Anna"));			     /* P-0001 */
	add(&kind_person, PAIRS("title", "Bela"));			     /* P-0002 */
	add(&kind_person, PAIRS("title", "Cyril", "left_on", "2026-08-31")); /* P-0003 */
}

/* The day before today is overdue, today is not, nor is a record without a day. */
static void overdue_by(const struct kind *kind, const char *day, const char *const *pairs,
		       const char *state, const char *over)
{
	struct record *rec;
	long long id[4];
	int i;

	for (i = 0; i < 4; i++) {
		rec = make(kind, pairs);
		if (i < 3 && i != 2)
			set(rec, day, i == 0 ? "2026-11-21" : "2026-11-22");
		if (i == 3) {
			set(rec, day, "2026-11-21");
			if (state)
				set(rec, state, over);
		}
		ok(store_begin(store, "add", &err));
		ok(store_add(store, rec, &err));
		ok(store_commit(store, NULL, &err));
		id[i] = rec->id;
		record_free(&rec);
	}
	expect(kind, id[0], "overdue", "yes");
	expect(kind, id[1], "overdue", "no");
	expect(kind, id[2], "overdue", "no");
	if (state)
		expect(kind, id[3], "overdue", "no");
}

/* ---- Context ------------------------------------------------------------- */

Test(kinds_context, what_is_due_is_overdue_from_the_next_day)
{
	add(&kind_interested_party, PAIRS("title", "Customers"));
	overdue_by(&kind_context_issue, "next_review", PAIRS("title", "Floods"), "status",
		   "closed");
	overdue_by(&kind_interested_party, "next_review", PAIRS("title", "Staff"), NULL, NULL);
	overdue_by(&kind_requirement, "next_review", PAIRS("title", "Notice", "party", "IP-0001"),
		   NULL, NULL);
	overdue_by(&kind_legal_requirement, "next_review", PAIRS("title", "GDPR"), "valid_to",
		   "2026-11-21");
	overdue_by(&kind_process, "next_review", PAIRS("title", "Sell"), NULL, NULL);
	overdue_by(&kind_scope_item, "next_review", PAIRS("title", "Portal"), NULL, NULL);
	overdue_by(&kind_regime, "next_review", PAIRS("title", "NIS2"), NULL, NULL);
	overdue_by(&kind_meeting, "planned", PAIRS("title", "Circle"), "status", "held");
	overdue_by(&kind_decision, "due", PAIRS("title", "Buy it", "status", "decided"), "status",
		   "carried out");
	overdue_by(&kind_business_goal, "due", PAIRS("title", "Grow"), "status", "reached");
	overdue_by(&kind_concern, "due", PAIRS("title", "Paper"), "status", "answered");
	overdue_by(&kind_cycle, "due", PAIRS("title", "2026"), "status", "closed");
	overdue_by(&kind_milestone, "due", PAIRS("title", "Scope"), "status", "cancelled");
	add(&kind_business_case, PAIRS("title", "ISMS"));
	overdue_by(&kind_benefit, "due", PAIRS("title", "Tenders", "business_case", "BC-0001"),
		   "status", "missed");
}

Test(kinds_context, a_closed_issue_has_a_conclusion)
{
	move_needs(&kind_context_issue, PAIRS("title", "Floods"), "watched", "closed",
		   "conclusion");
	moves(&kind_context_issue, PAIRS("title", "Floods", "conclusion", "Barriers"), "watched",
	      "closed");
	moves(&kind_context_issue, PAIRS("title", "Floods"), "closed", "open");
}

Test(kinds_context, a_party_counts_what_it_wants)
{
	long long party = add(&kind_interested_party, PAIRS("title", "Utilities")), gone;

	add(&kind_requirement, PAIRS("title", "a", "party", "IP-0001", "in_isms", "yes"));
	add(&kind_requirement, PAIRS("title", "b", "party", "IP-0001"));
	expect(&kind_interested_party, party, "climate", "no");
	gone = add(&kind_requirement, PAIRS("title", "c", "party", "IP-0001", "climate", "yes"));
	expect(&kind_interested_party, party, "requirements", "3");
	expect(&kind_interested_party, party, "undecided", "2");
	expect(&kind_interested_party, party, "climate", "yes");
	archive(&kind_requirement, gone);
	expect(&kind_interested_party, party, "requirements", "2");
	expect(&kind_interested_party, party, "undecided", "1");
	expect(&kind_interested_party, party, "climate", "no");
}

Test(kinds_context, a_requirement_comes_from_somewhere)
{
	add(&kind_interested_party, PAIRS("title", "Utilities"));
	add(&kind_legal_requirement, PAIRS("title", "GDPR"));
	refused(&kind_requirement, PAIRS("title", "Notice"), "party");
	taken(&kind_requirement, PAIRS("title", "Notice", "party", "IP-0001"));
	taken(&kind_requirement, PAIRS("title", "Notice", "legal", "LAW-0001"));
	refused(&kind_requirement, PAIRS("title", "Notice", "party", "IP-0001", "in_isms", "no"),
		"reason");
	refused(&kind_requirement,
		PAIRS("title", "Notice", "party", "IP-0001", "in_isms", "no", "reason", " \n"),
		"reason");
	taken(&kind_requirement, PAIRS("title", "Notice", "party", "IP-0001", "in_isms", "no",
				       "reason", "Sales sees to it"));
}

Test(kinds_context, a_law_is_as_good_as_the_worst_of_its_requirements)
{
	long long law = add(&kind_legal_requirement, PAIRS("title", "GDPR")), bad;

	expect(&kind_legal_requirement, law, "compliance", "not assessed");
	add(&kind_requirement, PAIRS("title", "a", "legal", "LAW-0001", "compliance", "not met",
				     "in_isms", "no", "reason", "by others"));
	expect(&kind_legal_requirement, law, "compliance", "not assessed");
	add(&kind_requirement, PAIRS("title", "b", "legal", "LAW-0001", "compliance", "met"));
	expect(&kind_legal_requirement, law, "compliance", "met");
	add(&kind_requirement, PAIRS("title", "c", "legal", "LAW-0001"));
	expect(&kind_legal_requirement, law, "compliance", "not assessed");
	add(&kind_requirement, PAIRS("title", "d", "legal", "LAW-0001", "compliance", "partly"));
	expect(&kind_legal_requirement, law, "compliance", "partly");
	bad = add(&kind_requirement,
		  PAIRS("title", "e", "legal", "LAW-0001", "compliance", "not met"));
	expect(&kind_legal_requirement, law, "compliance", "not met");
	expect(&kind_legal_requirement, law, "requirements", "5");
	archive(&kind_requirement, bad);
	expect(&kind_legal_requirement, law, "compliance", "partly");
	expect(&kind_legal_requirement, law, "requirements", "4");
}

Test(kinds_context, a_law_that_does_not_apply_has_a_reason)
{
	refused(&kind_legal_requirement, PAIRS("title", "NIS2", "applicability", "does not apply"),
		"reason");
	taken(&kind_legal_requirement,
	      PAIRS("title", "NIS2", "applicability", "does not apply", "reason", "too small"));
	refused(&kind_legal_requirement,
		PAIRS("title", "Lease", "valid_from", "2026-02-01", "valid_to", "2026-01-31"),
		"valid_to");
	taken(&kind_legal_requirement,
	      PAIRS("title", "Lease", "valid_from", "2026-02-01", "valid_to", "2026-02-01"));
}

Test(kinds_context, an_answer_on_a_regime_has_a_reason)
{
	taken(&kind_regime, PAIRS("title", "NIS2"));
	refused(&kind_regime, PAIRS("title", "NIS2", "answer", "no"), "reason");
	refused(&kind_regime, PAIRS("title", "NIS2", "answer", "yes"), "reason");
	taken(&kind_regime, PAIRS("title", "NIS2", "answer", "no", "reason", "45 people"));
	taken(&kind_regime, PAIRS("title", "Own", "regime", "water law"));
}

Test(kinds_context, processes_are_linked_both_ways)
{
	long long sell = add(&kind_process, PAIRS("title", "Sell")), link, old;
	long long make_it = add(&kind_process, PAIRS("title", "Make"));

	link = add(&kind_process_link,
		   PAIRS("from_process", "PR-0001", "to_process", "PR-0002", "flow", "order"));
	old = add(&kind_process_link,
		  PAIRS("from_process", "PR-0002", "to_process", "PR-0001", "flow", "goods"));
	expect(&kind_process_link, link, "title", "Sell > Make");
	expect(&kind_process, sell, "links", "2");
	archive(&kind_process_link, old);
	expect(&kind_process, sell, "links", "1");
	expect(&kind_process, make_it, "links", "1");
	refused(&kind_process_link,
		PAIRS("from_process", "PR-0001", "to_process", "PR-0001", "flow", "words"),
		"to_process");
}

Test(kinds_context, what_is_out_of_scope_has_a_reason)
{
	refused(&kind_process, PAIRS("title", "Pot", "in_scope", "out"), "scope_reason");
	taken(&kind_process, PAIRS("title", "Pot", "in_scope", "out", "scope_reason", "no data"));
	refused(&kind_scope_item, PAIRS("title", "Roof", "in_scope", "out"), "reason");
	taken(&kind_scope_item, PAIRS("title", "Roof", "in_scope", "out", "reason", "no data"));
	taken(&kind_scope_item, PAIRS("title", "Roof"));
}

Test(kinds_context, a_scope_is_approved_by_another_than_its_author)
{
	const struct kind *kind = &kind_scope_version;
	const char *const alone[] = {"title",  "Scope",	 "version",  "1",      "statement", "All",
				     "author", "P-0001", "approver", "P-0001", NULL};
	const char *const two[] = {"title",  "Scope",  "version",  "1",	     "statement", "All",
				   "author", "P-0001", "approver", "P-0002", NULL};
	const char *const none[] = {"title", "Scope", "version", "1", "statement", "All", NULL};

	add_people();
	move_needs(kind, none, "draft", "approved", "status");
	move_needs(kind, none, "in review", "approved", "approver");
	move_needs(kind, alone, "in review", "approved", "approver");
	moves(kind, two, "in review", "approved");
	moves(kind, alone, "in review", "draft");
	rules.one_person = true;
	moves(kind, alone, "in review", "approved");
	rules.one_person = false;
	refused(kind,
		PAIRS("title", "Scope", "version", "1", "statement", "All", "status", "approved"),
		"approver");
	refused(kind,
		PAIRS("title", "Scope", "version", "1", "statement", "All", "valid_from",
		      "2026-02-01", "valid_to", "2026-01-01"),
		"valid_to");
}

static long long add_scope(const char *version, const char *status, const char *from,
			   const char *to, const char *review)
{
	struct record *rec =
		make(&kind_scope_version, PAIRS("title", "Scope", "version", version, "statement",
						"All", "status", status, "approver", "P-0002"));
	long long id;

	if (from)
		set(rec, "valid_from", from);
	if (to)
		set(rec, "valid_to", to);
	if (review)
		set(rec, "next_review", review);
	ok(store_begin(store, "add", &err));
	ok(store_add(store, rec, &err));
	ok(store_commit(store, NULL, &err));
	id = rec->id;
	record_free(&rec);
	return id;
}

Test(kinds_context, a_scope_is_in_force_within_its_dates)
{
	const struct kind *kind = &kind_scope_version;

	add_people();
	expect(kind, add_scope("1", "approved", "2026-11-22", "2026-11-22", NULL), "in_force",
	       "yes");
	expect(kind, add_scope("2", "approved", NULL, NULL, NULL), "in_force", "yes");
	expect(kind, add_scope("3", "approved", "2026-11-23", NULL, NULL), "in_force", "no");
	expect(kind, add_scope("4", "approved", NULL, "2026-11-21", NULL), "in_force", "no");
	expect(kind, add_scope("5", "in review", NULL, NULL, NULL), "in_force", "no");
	expect(kind, add_scope("6", "approved", NULL, NULL, "2026-11-21"), "overdue", "yes");
	expect(kind, add_scope("7", "approved", NULL, NULL, "2026-11-22"), "overdue", "no");
	expect(kind, add_scope("8", "superseded", NULL, NULL, "2026-11-21"), "overdue", "no");
}

Test(kinds_context, information_flows_from_one_to_another)
{
	long long flow, type = add(&kind_information_type, PAIRS("title", "Alarm contacts"));

	add(&kind_org_unit, PAIRS("title", "Service"));
	add(&kind_asset, PAIRS("title", "Portal"));
	refused(&kind_info_flow,
		PAIRS("title", "Lists", "sender", "org_unit/U-0001", "receiver", "org_unit/U-0001"),
		"receiver");
	/* the first of two registers: the same number, not the same record */
	flow = add(&kind_info_flow, PAIRS("title", "Lists", "sender", "org_unit/U-0001", "receiver",
					  "asset/A-0001", "information_types", "IT-0001"));
	expect(&kind_info_flow, flow, "receiver", "asset/A-0001");
	add(&kind_process, PAIRS("title", "Alarm", "information_types", "IT-0001"));
	expect(&kind_information_type, type, "processes", "1");
	expect(&kind_information_type, type, "flows", "1");
	archive(&kind_info_flow, flow);
	expect(&kind_information_type, type, "flows", "0");
}

/* ---- Leadership ---------------------------------------------------------- */

Test(kinds_context, a_role_is_vacant_without_holder_or_needed_deputy)
{
	long long ciso = add(&kind_role, PAIRS("title", "Officer", "deputy_needed", "yes"));
	long long staff = add(&kind_role, PAIRS("title", "Employee", "isms_role", "no")), deputy;

	add_people();
	expect(&kind_role, ciso, "vacant", "yes");
	expect(&kind_role, staff, "vacant", "no");
	add(&kind_assignment,
	    PAIRS("person", "P-0003", "role", "RO-0001", "from_date", "2020-01-01"));
	expect(&kind_role, ciso, "holders", "0");
	add(&kind_assignment,
	    PAIRS("person", "P-0001", "role", "RO-0001", "from_date", "2026-11-22"));
	expect(&kind_role, ciso, "holders", "1");
	expect(&kind_role, ciso, "vacant", "yes");
	add(&kind_assignment, PAIRS("person", "P-0002", "role", "RO-0001", "capacity", "deputy",
				    "from_date", "2025-01-01", "to_date", "2026-11-21"));
	expect(&kind_role, ciso, "deputies", "0");
	deputy = add(&kind_assignment,
		     PAIRS("person", "P-0002", "role", "RO-0001", "capacity", "deputy", "from_date",
			   "2026-11-01", "to_date", "2026-11-22"));
	expect(&kind_role, ciso, "deputies", "1");
	expect(&kind_role, ciso, "vacant", "no");
	archive(&kind_assignment, deputy);
	expect(&kind_role, ciso, "vacant", "yes");
}

Test(kinds_context, an_assignment_ends_with_its_date_or_its_person)
{
	const struct kind *kind = &kind_assignment;
	long long now, left, later;

	add_people();
	add(&kind_role, PAIRS("title", "Officer"));
	now = add(kind, PAIRS("person", "P-0001", "role", "RO-0001"));
	left = add(kind, PAIRS("person", "P-0003", "role", "RO-0001", "from_date", "2020-01-01"));
	later = add(kind, PAIRS("person", "P-0001", "role", "RO-0001", "from_date", "2026-11-23"));
	expect(kind, now, "title", "Anna: Officer");
	expect(kind, now, "in_force", "yes");
	expect(kind, left, "in_force", "no");
	expect(kind, later, "in_force", "no");
	refused(kind,
		PAIRS("person", "P-0001", "role", "RO-0001", "from_date", "2026-11-22", "to_date",
		      "2026-11-21"),
		"to_date");
}

Test(kinds_context, a_body_meets_by_its_rhythm)
{
	const struct kind *kind = &kind_body;
	long long circle = add(kind, PAIRS("title", "Circle", "interval_months", "1", "founded",
					   "2026-10-31"));
	long long board = add(kind, PAIRS("title", "Board")), held;

	expect(kind, circle, "last_met", "");
	expect(kind, circle, "next_due", "2026-11-30"); /* not 1 December */
	expect(kind, circle, "overdue", "no");
	add(&kind_meeting,
	    PAIRS("title", "m", "body", "BO-0001", "status", "cancelled", "held_on", "2026-11-01"));
	add(&kind_meeting, PAIRS("title", "m", "body", "BO-0001", "status", "minutes approved",
				 "held_on", "2026-01-31"));
	expect(kind, circle, "last_met", "2026-01-31");
	expect(kind, circle, "next_due", "2026-02-28");
	expect(kind, circle, "overdue", "yes");
	held = add(&kind_meeting, PAIRS("title", "m", "body", "BO-0001", "status", "held",
					"held_on", "2026-10-22"));
	expect(kind, circle, "next_due", "2026-11-22");
	expect(kind, circle, "overdue", "no");
	archive(&kind_meeting, held);
	expect(kind, circle, "overdue", "yes");
	expect(kind, board, "next_due", "");
	expect(kind, board, "overdue", "no");
	expect(kind,
	       add(kind, PAIRS("title", "Project", "interval_months", "3", "founded", "2025-01-14",
			       "dissolved", "2025-10-07")),
	       "overdue", "no");
}

Test(kinds_context, a_meeting_counts_its_decisions)
{
	long long id = add(&kind_meeting, PAIRS("title", "Circle"));

	expect(&kind_meeting, id, "decisions", "0");
	add(&kind_decision, PAIRS("title", "Buy it", "meeting", "MT-0001"));
	archive(&kind_decision,
		add(&kind_decision, PAIRS("title", "Or not", "meeting", "MT-0001")));
	expect(&kind_meeting, id, "decisions", "1");
	move_needs(&kind_meeting, PAIRS("title", "m"), "planned", "held", "held_on");
	move_needs(&kind_meeting, PAIRS("title", "m"), "planned", "cancelled", "reason");
	move_needs(&kind_meeting, PAIRS("title", "m"), "held", "minutes approved", "minutes");
	moves(&kind_meeting, PAIRS("title", "m", "held_on", "2026-11-03"), "planned", "held");
}

Test(kinds_context, a_decision_has_who_why_and_when)
{
	const struct kind *kind = &kind_decision;

	add_people();
	move_needs(kind, PAIRS("title", "d"), "proposed", "decided", "decided_by");
	moves(kind, PAIRS("title", "d", "decided_by", "P-0001; P-0002"), "proposed", "decided");
	move_needs(kind, PAIRS("title", "d"), "proposed", "rejected", "reason");
	move_needs(kind, PAIRS("title", "d"), "decided", "carried out", "done_on");
	move_needs(kind, PAIRS("title", "d"), "decided", "revoked", "reason");
	move_needs(kind, PAIRS("title", "d"), "rejected", "decided", "status");
}

Test(kinds_context, an_approval_says_its_conditions)
{
	const struct kind *kind = &kind_approval;
	const char *const at = "2026-11-22T09:30";

	add_people();
	taken(kind, PAIRS("title", "Plan", "person", "P-0001", "decided_at", at));
	refused(kind, PAIRS("title", "Plan", "decided_at", at), "person");
	refused(kind, PAIRS("title", "Plan", "person", "P-0001"), "decided_at");
	refused(kind,
		PAIRS("title", "Plan", "person", "P-0001", "decided_at", at, "answer",
		      "approved with conditions"),
		"conditions");
	refused(kind,
		PAIRS("title", "Plan", "person", "P-0001", "decided_at", at, "answer", "rejected"),
		"reason");
	taken(kind, PAIRS("title", "Plan", "person", "P-0001", "decided_at", at, "answer",
			  "rejected", "reason", "too dear"));
}

Test(kinds_context, a_business_case_pays_back_in_whole_months)
{
	const struct kind *kind = &kind_business_case;
	long long id =
		add(kind, PAIRS("title", "ISMS", "cost_once", "62000", "cost_yearly", "24000"));
	long long gone;

	expect(kind, id, "benefits", "0");
	expect(kind, id, "expected", "");
	expect(kind, id, "payback_months", "");
	add(&kind_benefit,
	    PAIRS("title", "a", "business_case", "BC-0001", "expected_yearly", "90000"));
	add(&kind_benefit, PAIRS("title", "b", "business_case", "BC-0001", "expected_yearly",
				 "34000.00", "observed_yearly", "9830.50"));
	add(&kind_benefit, PAIRS("title", "c", "business_case", "BC-0001"));
	expect(kind, id, "benefits", "3");
	expect(kind, id, "expected", "124000.00");
	expect(kind, id, "observed", "9830.50");
	/* 12 * 62,000 / 100,000 = 7.44 */
	expect(kind, id, "payback_months", "8");
	gone = add(kind, PAIRS("title", "Region", "cost_once", "1000", "cost_yearly", "500"));
	add(&kind_benefit,
	    PAIRS("title", "d", "business_case", "BC-0002", "expected_yearly", "500"));
	expect(kind, gone, "payback_months", "");
	/* 12 * 1,000 / 2,000 is six months to the day */
	gone = add(kind, PAIRS("title", "Exact", "cost_once", "1000"));
	add(&kind_benefit,
	    PAIRS("title", "e", "business_case", "BC-0003", "expected_yearly", "2000"));
	expect(kind, gone, "payback_months", "6");
}

Test(kinds_context, a_business_case_is_approved_by_another)
{
	const struct kind *kind = &kind_business_case;

	add_people();
	move_needs(kind, PAIRS("title", "c"), "in review", "approved", "approver");
	move_needs(kind, PAIRS("title", "c", "author", "P-0001", "approver", "P-0001"), "in review",
		   "approved", "approver");
	moves(kind, PAIRS("title", "c", "author", "P-0001", "approver", "P-0002"), "in review",
	      "approved");
	move_needs(kind, PAIRS("title", "c"), "in review", "rejected", "reason");
}

Test(kinds_context, a_goal_is_covered_by_an_objective)
{
	const struct kind *kind = &kind_business_goal;
	long long id = add(kind, PAIRS("title", "Grow")), objective;

	expect(kind, id, "covered", "no");
	add(&kind_objective, PAIRS("title", "Late", "goals", "BG-0001", "status", "cancelled"));
	expect(kind, id, "objectives", "0");
	objective = add(&kind_objective, PAIRS("title", "Certificate", "goals", "BG-0001"));
	expect(kind, id, "objectives", "1");
	expect(kind, id, "covered", "yes");
	archive(&kind_objective, objective);
	expect(kind, id, "covered", "no");
}

Test(kinds_context, benefits_goals_and_concerns_say_what_came_of_them)
{
	add(&kind_business_case, PAIRS("title", "ISMS"));
	move_needs(&kind_benefit, PAIRS("title", "b", "business_case", "BC-0001"), "expected",
		   "observed", "observed_on");
	refused(&kind_benefit, PAIRS("title", "b"), "business_case");
	move_needs(&kind_business_goal, PAIRS("title", "g"), "open", "dropped", "reason");
	move_needs(&kind_concern, PAIRS("title", "c"), "open", "answered", "answer");
	moves(&kind_concern, PAIRS("title", "c", "answer", "no"), "answered", "settled");
	move_needs(&kind_concern, PAIRS("title", "c"), "open", "settled", "status");
}

Test(kinds_context, the_chosen_option_has_a_reason)
{
	taken(&kind_option_choice, PAIRS("title", "Alone"));
	refused(&kind_option_choice, PAIRS("title", "Alone", "chosen", "yes"), "reason");
	taken(&kind_option_choice, PAIRS("title", "Alone", "chosen", "yes", "reason", "cheap"));
	refused(&kind_option_choice, PAIRS("title", "Alone", "cost_low", "20", "cost_high", "10"),
		"cost_high");
}

Test(kinds_context, resources_are_used_by_cost_or_by_amount)
{
	const struct kind *kind = &kind_resource;
	long long id;

	id = add(kind, PAIRS("title", "Consultant", "unit_kind", "person days", "approved", "20",
			     "used", "23", "approved_cost", "18000", "used_cost", "20700"));
	expect(kind, id, "used_share", "115");
	expect(kind, id, "remaining_cost", "0.00");
	expect(kind, id, "overdrawn", "yes");
	id = add(kind, PAIRS("title", "Officer", "unit_kind", "person days", "approved", "110",
			     "used", "97"));
	expect(kind, id, "used_share", "88"); /* 88.18 */
	expect(kind, id, "remaining_cost", "");
	expect(kind, id, "overdrawn", "no");
	id = add(kind, PAIRS("title", "Money", "approved_cost", "205000", "used_cost", "131400"));
	expect(kind, id, "used_share", "64"); /* 64.10 */
	expect(kind, id, "remaining_cost", "73600.00");
	id = add(kind, PAIRS("title", "Asked for", "planned_cost", "16800"));
	expect(kind, id, "used_share", "");
	expect(kind, id, "overdrawn", "no");
	id = add(kind, PAIRS("title", "Spent unasked", "used_cost", "1"));
	expect(kind, id, "overdrawn", "yes");
	refused(kind, PAIRS("title", "Twenty", "approved", "20"), "unit_kind");
}

Test(kinds_context, milestones_slip_and_wait)
{
	const struct kind *kind = &kind_milestone;
	long long late, done, next, open;

	late = add(kind, PAIRS("title", "a", "due", "2026-10-30"));
	expect(kind, late, "overdue", "yes");
	expect(kind, late, "slip_days", "23");
	expect(kind, late, "blocked", "no");
	done = add(kind, PAIRS("title", "b", "due", "2026-02-27", "done_on", "2026-02-17", "status",
			       "done"));
	expect(kind, done, "overdue", "no");
	expect(kind, done, "slip_days", "-10");
	next = add(kind, PAIRS("title", "c", "due", "2027-01-19", "depends_on", "MS-0001;MS-0002"));
	expect(kind, next, "slip_days", "0");
	expect(kind, next, "blocked", "yes");
	open = add(kind, PAIRS("title", "d", "depends_on", "MS-0002"));
	expect(kind, open, "blocked", "no");
	expect(kind, open, "slip_days", "");
	expect(kind, add(kind, PAIRS("title", "e", "due", "2026-09-30", "status", "cancelled")),
	       "slip_days", "");
	archive(kind, late);
	expect(kind, next, "blocked", "no");
	move_needs(kind, PAIRS("title", "m"), "in progress", "done", "done_on");
	move_needs(kind, PAIRS("title", "m"), "open", "cancelled", "reason");
	refused(kind, PAIRS("title", "m", "start", "2026-02-01", "due", "2026-01-31"), "due");
}

Test(kinds_context, a_cycle_is_as_far_as_its_milestones)
{
	const struct kind *kind = &kind_cycle;
	long long id = add(kind, PAIRS("title", "2026"));

	expect(kind, id, "milestones", "0");
	expect(kind, id, "progress", "");
	add(&kind_milestone, PAIRS("title", "a", "cycle", "CY-0001", "status", "done"));
	add(&kind_milestone, PAIRS("title", "b", "cycle", "CY-0001", "status", "done"));
	add(&kind_milestone, PAIRS("title", "c", "cycle", "CY-0001"));
	add(&kind_milestone, PAIRS("title", "d", "cycle", "CY-0001", "status", "cancelled"));
	expect(kind, id, "milestones", "3");
	expect(kind, id, "progress", "67");
	move_needs(kind, PAIRS("title", "c"), "planned", "running", "goals");
	move_needs(kind, PAIRS("title", "c", "goals", "g"), "running", "closed", "result");
	refused(kind, PAIRS("title", "c", "start", "2026-02-01", "due", "2026-01-31"), "due");
	refused(kind, PAIRS("title", "c", "start", "2026-02-01", "ended_on", "2026-01-31"),
		"ended_on");
}
