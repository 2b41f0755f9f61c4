/*
 * The registers of support, operation, risk and controls: what their views work out,
 * what their checks refuse, and which moves need something. Today is 2026-11-22.
 */
#include "config.h"

#include "registers.h"

TestSuite(kinds_support, .init = start, .fini = stop);

#define SHA "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"

static void people(void)
{
	add(&kind_person, PAIRS("title", "Anna"));			     /* P-0001 */
	add(&kind_person, PAIRS("title", "Bela"));			     /* P-0002 */
	add(&kind_person, PAIRS("title", "Cyril", "left_on", "2026-08-31")); /* P-0003 */
}

static void one_person(bool is)
{
	rules.one_person = is;
}

/* Adds a record with the pairs and a day, and says what derives from it. */
static void due(const struct kind *kind, const char *const *pairs, const char *name,
		const char *want, const char *overdue)
{
	long long id = add(kind, pairs);

	expect(kind, id, name, want);
	expect(kind, id, "overdue", overdue);
}

/* ---- Documents ----------------------------------------------------------- */

static void review(const char *last, const char *months, const char *want, const char *overdue)
{
	due(&kind_document, PAIRS("title", "Rule", "last_review", last, "review_interval", months),
	    "next_review", want, overdue);
}

Test(kinds_support, a_review_is_due_at_the_end_of_a_shorter_month)
{
	review("2026-01-31", "1", "2026-02-28", "yes");
	review("2024-01-31", "1", "2024-02-29", "yes");
	review("2024-02-29", "12", "2025-02-28", "yes");
	review("2026-08-31", "6", "2027-02-28", "no");
	review("2026-10-31", "1", "2026-11-30", "no");
	review("2025-12-31", "12", "2026-12-31", "no");
	review("2025-11-22", "12", "2026-11-22", "no");
	review("2025-11-21", "12", "2026-11-21", "yes");
	review("2026-10-22", "", "", "no");
	review("", "12", "", "no");
}

Test(kinds_support, a_document_is_as_far_as_its_versions)
{
	long long doc = add(&kind_document, PAIRS("title", "Policy", "review_interval", "12",
						  "last_review", "2025-06-30")), one, two;

	people();
	expect(&kind_document, doc, "state", "none");
	one = add(&kind_document_version, PAIRS("document", "DOC-0001", "version", "1", "author",
						"P-0001", "written_on", "2025-09-01"));
	expect(&kind_document_version, one, "title", "DOC-0001 Policy, 1");
	expect(&kind_document, doc, "state", "draft");
	expect(&kind_document, doc, "version", "");
	change(&kind_document_version, one, "status", "in review");
	expect(&kind_document, doc, "state", "in review");
	change(&kind_document_version, one, "approved_by", "P-0002");
	change(&kind_document_version, one, "status", "approved");
	expect(&kind_document, doc, "state", "approved");
	expect(&kind_document, doc, "next_review", "2026-06-30");
	change(&kind_document_version, one, "valid_from", "2026-01-31");
	change(&kind_document_version, one, "status", "published");
	expect(&kind_document, doc, "state", "published");
	expect(&kind_document, doc, "version", "1");
	expect(&kind_document, doc, "next_review", "2027-01-31");

	/* the next one is being written: the first still stands */
	two = add(&kind_document_version, PAIRS("document", "DOC-0001", "version", "2"));
	expect(&kind_document, doc, "state", "published");
	expect(&kind_document, doc, "version", "1");
	change(&kind_document_version, one, "status", "superseded");
	expect(&kind_document, doc, "state", "draft");
	expect(&kind_document, doc, "next_review", "2026-06-30");
	archive(&kind_document_version, two);
	expect(&kind_document, doc, "state", "withdrawn");
	expect(&kind_document, doc, "overdue", "no");
}

Test(kinds_support, the_newest_of_two_published_versions_counts)
{
	long long doc = add(&kind_document, PAIRS("title", "Policy"));

	people();
	add(&kind_document_version,
	    PAIRS("document", "DOC-0001", "version", "2", "status", "published", "approved_by",
		  "P-0001", "valid_from", "2026-03-01"));
	add(&kind_document_version,
	    PAIRS("document", "DOC-0001", "version", "1", "status", "published", "approved_by",
		  "P-0001", "valid_from", "2025-03-01"));
	expect(&kind_document, doc, "version", "2");
}

Test(kinds_support, a_version_is_approved_by_somebody_else)
{
	const struct kind *v = &kind_document_version;

	people();
	add(&kind_document, PAIRS("title", "Policy"));
	refused(v, PAIRS("document", "DOC-0001", "version", "1", "status", "approved"),
		"approved_by");
	refused(v, PAIRS("document", "DOC-0001", "version", "1", "author", "P-0001",
			 "approved_by", "P-0001"), "approved_by");
	taken(v, PAIRS("document", "DOC-0001", "version", "1", "author", "P-0001", "approved_by",
		       "P-0002", "status", "published"));
	taken(v, PAIRS("document", "DOC-0001", "version", "1", "status", "superseded"));
	one_person(true);
	taken(v, PAIRS("document", "DOC-0001", "version", "1", "author", "P-0001", "approved_by",
		       "P-0001", "status", "approved"));
	refused(v, PAIRS("document", "DOC-0001", "version", "1", "status", "approved"),
		"approved_by");
	one_person(false);
	refused(v, PAIRS("document", "DOC-0001", "version", "1", "valid_from", "2026-02-01",
			 "valid_to", "2026-01-31"), "valid_to");
}

Test(kinds_support, moves_of_a_version)
{
	const struct kind *v = &kind_document_version;
	const char *const *bare = PAIRS("document", "DOC-0001", "version", "1");
	const char *const *signed_by =
		PAIRS("document", "DOC-0001", "version", "1", "author", "P-0001", "approved_by",
		      "P-0002");

	people();
	add(&kind_document, PAIRS("title", "Policy"));
	move_needs(v, bare, "draft", "published", "status");
	move_needs(v, bare, "draft", "approved", "status");
	moves(v, bare, "draft", "in review");
	moves(v, bare, "in review", "draft");
	move_needs(v, bare, "in review", "approved", "approved_by");
	moves(v, signed_by, "in review", "approved");
	move_needs(v, signed_by, "approved", "published", "valid_from");
	move_needs(v, signed_by, "approved", "draft", "status");
	moves(v, signed_by, "published", "superseded");
	move_needs(v, signed_by, "published", "withdrawn", "change_note");
	move_needs(v, signed_by, "superseded", "published", "status");
}

static bool takes_sum(const struct kind *kind, const char *text)
{
	struct value value = VALUE_INIT;
	bool is = field_parse(&rules, kind_field(kind, "sha256"), text, &value, &err);

	err_release(&err);
	value_release(&value);
	return is;
}

Test(kinds_support, a_checksum_has_64_hexadecimal_digits)
{
	cr_expect(takes_sum(&kind_document_version, SHA));
	cr_expect(takes_sum(&kind_evidence, SHA));
	cr_expect(takes_sum(&kind_evidence, ""));
	cr_expect_not(takes_sum(&kind_evidence, SHA "0"));
	cr_expect_not(takes_sum(&kind_evidence, "e3b0c442"));
	cr_expect_not(takes_sum(&kind_evidence, "g3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca"
						"495991b7852b855"));
}

static void publish(const char *document, const char *version)
{
	add(&kind_document_version,
	    PAIRS("document", document, "version", version, "status", "published", "approved_by",
		  "P-0001", "valid_from", "2026-03-01"));
}

Test(kinds_support, who_has_signed)
{
	const struct kind *ack = &kind_acknowledgement;
	long long doc = add(&kind_document, PAIRS("title", "Policy")), late, nda, id;

	people();
	publish("DOC-0001", "1");
	add(&kind_supplier, PAIRS("title", "Beskyd"));
	expect(&kind_document, doc, "acknowledged", "");
	id = add(ack, PAIRS("version", "DV-0001", "person", "P-0001", "sent", "2026-03-02", "due",
			    "2026-03-31", "signed_on", "2026-04-15"));
	late = add(ack, PAIRS("version", "DV-0001", "person", "P-0002", "due", "2026-11-21"));
	expect(ack, id, "title", "Anna: Policy, 1");
	expect(ack, id, "overdue", "no");
	expect(ack, id, "outdated", "no");
	expect(ack, late, "overdue", "yes");
	expect(&kind_document, doc, "acknowledged", "50");
	/* who has left owes nothing */
	id = add(ack, PAIRS("version", "DV-0001", "person", "P-0003", "due", "2026-03-31"));
	expect(ack, id, "overdue", "no");
	expect(&kind_document, doc, "acknowledged", "33");
	nda = add(ack, PAIRS("supplier", "SUP-0001", "ack_kind", "nda", "sent", "2025-01-01",
			     "signed_on", "2025-01-02", "valid_to", "2026-11-21"));
	expect(ack, nda, "title", "Beskyd: nda");
	expect(ack, nda, "overdue", "yes");
	change(ack, nda, "valid_to", "2026-11-22");
	expect(ack, nda, "overdue", "no");
	change(&kind_document_version, 1, "status", "superseded");
	expect(ack, late, "outdated", "yes");

	refused(ack, PAIRS("version", "DV-0001"), "person");
	refused(ack, PAIRS("person", "P-0001"), "version");
	refused(ack, PAIRS("person", "P-0001", "ack_kind", "read"), "version");
	taken(ack, PAIRS("person", "P-0001", "ack_kind", "declaration"));
	refused(ack, PAIRS("person", "P-0001", "ack_kind", "nda", "sent", "2026-02-02",
			   "signed_on", "2026-02-01"), "signed_on");
}

Test(kinds_support, what_the_standard_wants_documented)
{
	const struct kind *m = &kind_mandatory_document;
	long long id = add(m, PAIRS("title", "Policy", "not_needed", "We are small"));

	people();
	expect(m, id, "state", "missing"); /* a clause cannot be waived */
	change(m, id, "duty", "customary");
	expect(m, id, "state", "not needed");
	change(m, id, "not_needed", "");
	expect(m, id, "state", "missing");
	add(&kind_document, PAIRS("title", "Policy", "review_interval", "12"));
	change(m, id, "documents", "DOC-0001");
	expect(m, id, "state", "draft");
	change(m, id, "in_register", "yes");
	expect(m, id, "state", "register");
	publish("DOC-0001", "1");
	expect(m, id, "state", "present");
	change(&kind_document_version, 1, "valid_from", "2025-11-21");
	expect(m, id, "state", "overdue");
	change(&kind_document, 1, "last_review", "2026-01-15");
	expect(m, id, "state", "present");
	archive(&kind_document, 1);
	expect(m, id, "state", "register");
}

Test(kinds_support, evidence_runs_out)
{
	const struct kind *e = &kind_evidence;
	long long id;

	add(&kind_control, PAIRS("title", "Backup"));
	id = add(e, PAIRS("title", "Report", "collected_on", "2026-01-01", "valid_to",
			  "2026-11-21", "supports", "control/C-0001"));
	expect(e, id, "supports", "control/C-0001");
	expect(e, id, "overdue", "yes");
	change(e, id, "valid_to", "2026-11-22");
	expect(e, id, "overdue", "no");
	refused(e, PAIRS("title", "R", "collected_on", "2026-05-01", "valid_to", "2026-04-30"),
		"valid_to");
}

/* ---- People -------------------------------------------------------------- */

static void roles(void)
{
	people();
	add(&kind_role, PAIRS("title", "Officer"));	/* RO-0001 */
	add(&kind_competence, PAIRS("title", "Rate risks")); /* CP-0001 */
}

static void hold(const char *person, const char *role, const char *to)
{
	add(&kind_assignment, PAIRS("person", person, "role", role, "from_date", "2026-01-01",
				    "to_date", to));
}

static long long able(const char *person, const char *level, const char *valid_to)
{
	return add(&kind_person_competence,
		   PAIRS("person", person, "competence", "CP-0001", "level", level, "assessed_on",
			 "2025-01-01", "valid_to", valid_to));
}

Test(kinds_support, the_gap_is_what_is_needed_less_the_best_valid_level)
{
	long long need, has;

	roles();
	need = add(&kind_role_competence,
		   PAIRS("role", "RO-0001", "competence", "CP-0001", "level_needed", "3"));
	expect(&kind_role_competence, need, "title", "Officer: Rate risks");
	expect(&kind_role_competence, need, "holders", "0");
	expect(&kind_role_competence, need, "gap", "");
	hold("P-0001", "RO-0001", "");
	expect(&kind_role_competence, need, "gap", "3");
	expect(&kind_role_competence, need, "lacking", "1");
	expect(&kind_competence, 1, "gaps", "1");
	able("P-0001", "2", "");
	expect(&kind_role_competence, need, "gap", "1");
	has = able("P-0001", "4", "2026-11-22"); /* valid on its last day */
	expect(&kind_role_competence, need, "gap", "0");
	expect(&kind_role_competence, need, "lacking", "0");
	expect(&kind_competence, 1, "people", "1");
	expect(&kind_person_competence, has, "title", "Anna: Rate risks");
	expect(&kind_person_competence, has, "needed", "3");
	expect(&kind_person_competence, has, "overdue", "no");
	change(&kind_person_competence, has, "valid_to", "2026-11-21");
	expect(&kind_person_competence, has, "overdue", "yes");
	expect(&kind_role_competence, need, "gap", "1");
	expect(&kind_competence, 1, "people", "0");

	/* the weakest of two holders counts; whose time is over, and who has left, do not */
	hold("P-0002", "RO-0001", "");
	expect(&kind_role_competence, need, "gap", "3");
	expect(&kind_role_competence, need, "lacking", "2");
	hold("P-0003", "RO-0001", "");
	expect(&kind_role_competence, need, "holders", "2");
	change(&kind_assignment, 2, "to_date", "2026-11-21");
	expect(&kind_role_competence, need, "holders", "1");
	expect(&kind_role_competence, need, "gap", "1");
	refused(&kind_person_competence,
		PAIRS("person", "P-0001", "competence", "CP-0001", "level", "1", "assessed_on",
		      "2026-02-02", "valid_to", "2026-02-01"), "valid_to");
}

static long long attend(const char *person, const char *planned, const char *done,
			const char *result)
{
	return add(&kind_attendance, PAIRS("training", "TRN-0001", "person", person, "planned",
					   planned, "done_on", done, "result", result));
}

Test(kinds_support, the_quota_counts_who_was_trained_within_the_interval)
{
	const struct kind *t = &kind_training;
	long long id = add(t, PAIRS("title", "Yearly hour", "for_all", "yes", "interval", "12"));

	people();
	add(&kind_person, PAIRS("title", "Dora", "person_kind", "board"));
	add(&kind_person, PAIRS("title", "Eva", "joined", "2026-12-01"));
	expect(t, id, "wanted", "2"); /* not who left, not the board, not who is to come */
	expect(t, id, "quota", "0");
	attend("P-0001", "", "2025-11-22", "passed");
	expect(t, id, "trained", "1");
	expect(t, id, "quota", "50");
	attend("P-0002", "", "2025-11-21", "attended"); /* a day too long ago */
	expect(t, id, "trained", "1");
	attend("P-0002", "", "2026-05-01", "failed");
	expect(t, id, "trained", "1");
	attend("P-0002", "", "2026-06-01", "passed");
	expect(t, id, "quota", "100");
	/* whoever is put down for it belongs to it */
	attend("P-0004", "2026-12-01", "", "");
	expect(t, id, "wanted", "3");
	expect(t, id, "quota", "66");
}

Test(kinds_support, a_training_is_for_the_holders_of_its_roles)
{
	long long id;

	roles();
	hold("P-0001", "RO-0001", "");
	hold("P-0002", "RO-0001", "2026-11-21");
	id = add(&kind_training, PAIRS("title", "Drill", "audience", "RO-0001"));
	expect(&kind_training, id, "wanted", "1");
	attend("P-0001", "", "2019-04-01", "attended"); /* once is enough */
	expect(&kind_training, id, "quota", "100");
	id = add(&kind_training, PAIRS("title", "Nobody's"));
	expect(&kind_training, id, "wanted", "0");
	expect(&kind_training, id, "quota", "");
}

Test(kinds_support, an_attendance_is_late_until_it_is_made_up)
{
	const struct kind *a = &kind_attendance;
	long long id, missed;

	people();
	add(&kind_training, PAIRS("title", "Yearly hour", "interval", "1"));
	id = attend("P-0001", "", "2026-10-31", "passed");
	expect(a, id, "title", "Anna: Yearly hour");
	expect(a, id, "next_due", "2026-11-30");
	expect(a, id, "overdue", "no");
	id = attend("P-0002", "", "2026-08-31", "passed");
	expect(a, id, "next_due", "2026-09-30");
	expect(a, id, "overdue", "yes");
	missed = attend("P-0002", "2026-10-01", "", "missed");
	expect(a, id, "overdue", "no"); /* planned anew: that one is late now */
	expect(a, missed, "next_due", "");
	expect(a, missed, "overdue", "yes");
	attend("P-0002", "2026-11-25", "", "");
	expect(a, missed, "overdue", "no");
	id = attend("P-0003", "2026-07-01", "", "missed");
	expect(a, id, "overdue", "no"); /* has left */
	refused(a, PAIRS("training", "TRN-0001", "person", "P-0001", "result", "passed"),
		"done_on");
	taken(a, PAIRS("training", "TRN-0001", "person", "P-0001", "result", "missed"));
	refused(a, PAIRS("training", "TRN-0001", "person", "P-0001", "done_on", "2026-05-02",
			 "effect_checked_on", "2026-05-01"), "effect_checked_on");
}

Test(kinds_support, what_is_told_by_the_calendar)
{
	const struct kind *c = &kind_communication;

	due(c, PAIRS("title", "News", "done_on", "2026-10-31", "interval", "1"), "next_due",
	    "2026-11-30", "no");
	due(c, PAIRS("title", "News", "done_on", "2026-01-31", "interval", "1"), "next_due",
	    "2026-02-28", "yes");
	due(c, PAIRS("title", "Start", "planned", "2026-11-21"), "next_due", "2026-11-21", "yes");
	due(c, PAIRS("title", "Start", "planned", "2026-11-22"), "next_due", "2026-11-22", "no");
	due(c, PAIRS("title", "Start", "planned", "2026-10-01", "done_on", "2026-10-02"),
	    "next_due", "", "no");
	due(c, PAIRS("title", "Start", "planned", "2026-12-24", "done_on", "2025-11-01",
		     "interval", "12"), "next_due", "2026-12-24", "no");
}

/* ---- Operation ----------------------------------------------------------- */

static void assess(const char *supplier, const char *on, const char *result, const char *to)
{
	add(&kind_supplier_assessment, PAIRS("supplier", supplier, "assessed_on", on, "result",
					     result, "valid_to", to));
}

Test(kinds_support, a_supplier_is_assessed_in_time)
{
	const struct kind *s = &kind_supplier;
	long long id = add(s, PAIRS("title", "Norrsky", "reassess_interval", "12"));

	expect(s, id, "overdue", "no"); /* a prospect */
	change(s, id, "status", "assessed");
	change(s, id, "status", "approved");
	expect(s, id, "overdue", "yes"); /* never assessed */
	expect(s, id, "next_assessment", "");
	assess("SUP-0001", "2025-01-31", "rejected", "");
	assess("SUP-0001", "2025-12-31", "accepted", "");
	expect(s, id, "last_assessed", "2025-12-31");
	expect(s, id, "last_result", "accepted");
	expect(s, id, "next_assessment", "2026-12-31");
	expect(s, id, "overdue", "no");
	change(&kind_supplier_assessment, 2, "valid_to", "2026-11-21");
	expect(s, id, "next_assessment", "2026-11-21");
	expect(s, id, "overdue", "yes");
	change(&kind_supplier_assessment, 2, "valid_to", "2027-11-21");
	expect(s, id, "next_assessment", "2026-12-31");
	change(s, id, "contract_to", "2026-11-21");
	expect(s, id, "overdue", "yes");
	change(s, id, "status", "ended");
	expect(s, id, "overdue", "no");
	expect(&kind_supplier_assessment, 2, "title", "Norrsky, 2025-12-31");
	archive(&kind_supplier_assessment, 2);
	expect(s, id, "last_result", "rejected");

	add(&kind_asset, PAIRS("title", "Tenancy", "supplier", "SUP-0001"));
	add(&kind_asset, PAIRS("title", "Old", "supplier", "SUP-0001", "status", "disposed"));
	expect(s, id, "assets", "1");
	refused(&kind_supplier_assessment,
		PAIRS("supplier", "SUP-0001", "assessed_on", "2026-02-02", "result", "accepted",
		      "valid_to", "2026-02-01"), "valid_to");
	/* one without an interval is not late for want of an assessment */
	id = add(s, PAIRS("title", "Cleaner", "status", "approved", "reassess_interval", ""));
	expect(s, id, "overdue", "no");
}

Test(kinds_support, moves_of_a_supplier)
{
	const struct kind *s = &kind_supplier;
	const char *const *bare = PAIRS("title", "Norrsky");

	move_needs(s, bare, "prospect", "approved", "status");
	move_needs(s, bare, "approved", "under watch", "reason");
	moves(s, PAIRS("title", "Norrsky", "reason", "Late"), "approved", "under watch");
	moves(s, bare, "under watch", "approved");
	moves(s, bare, "under watch", "ended");
	move_needs(s, bare, "ended", "approved", "status");
}

static void task(const char *count, const char *unit, const char *last, const char *want,
		 const char *late)
{
	const char *const *pairs = PAIRS("title", "Test", "interval", count, "interval_unit", unit,
					 "last_done", last);
	long long id = add(&kind_maintenance_task, pairs);

	expect(&kind_maintenance_task, id, "next_due", want);
	expect(&kind_maintenance_task, id, "days_late", late);
	expect(&kind_maintenance_task, id, "overdue", strcmp(late, "0") ? "yes" : "no");
}

Test(kinds_support, a_task_comes_back_by_its_interval)
{
	const struct kind *t = &kind_maintenance_task;
	long long id;

	task("1", "months", "2026-01-31", "2026-02-28", "267");
	task("1", "months", "2024-01-31", "2024-02-29", "997");
	task("3", "months", "2026-08-31", "2026-11-30", "0");
	task("1", "weeks", "2026-11-14", "2026-11-21", "1");
	task("2", "weeks", "2026-11-08", "2026-11-22", "0");
	task("30", "days", "2026-10-23", "2026-11-22", "0");
	task("", "months", "2026-01-31", "", "0");
	id = add(t, PAIRS("title", "Drill", "first_due", "2026-11-20"));
	expect(t, id, "next_due", "2026-11-20");
	expect(t, id, "days_late", "2");
	change(t, id, "status", "paused");
	expect(t, id, "overdue", "no");
	expect(t, id, "days_late", "0");
}

Test(kinds_support, clocks_of_an_incident_with_personal_data)
{
	const struct kind *i = &kind_incident;
	long long id = add(i, PAIRS("title", "Mailbox", "detected", "2026-11-18T08:30", "reported",
				    "2026-11-18T09:00"));

	expect(i, id, "gdpr_due", "");
	expect(i, id, "next_due", "");
	expect(i, id, "overdue", "no");
	change(i, id, "personal_data", "yes");
	expect(i, id, "gdpr_due", "2026-11-21T08:30");
	expect(i, id, "next_due", "2026-11-21T08:30");
	expect(i, id, "overdue", "yes");
	expect(i, id, "days_open", "4");
	change(i, id, "gdpr_sent", "2026-11-21T08:31");
	expect(i, id, "overdue", "no");
	expect(i, id, "next_due", "");
	expect(i, id, "sent_late", "yes");
	change(i, id, "gdpr_sent", "2026-11-21T08:30");
	expect(i, id, "sent_late", "no");
	change(i, id, "gdpr_sent", "");
	change(i, id, "gdpr_no_notice", "Encrypted");
	expect(i, id, "overdue", "no");
	expect(i, id, "gdpr_due", "2026-11-21T08:30");
	change(i, id, "gdpr_no_notice", "");
	/* on the day itself it is not late yet */
	change(i, id, "detected", "2026-11-19T08:30");
	expect(i, id, "gdpr_due", "2026-11-22T08:30");
	expect(i, id, "overdue", "no");
	/* not known when it was detected: from the report */
	change(i, id, "detected", "");
	expect(i, id, "gdpr_due", "2026-11-21T09:00");
}

Test(kinds_support, clocks_of_a_significant_incident)
{
	const struct kind *i = &kind_incident;
	long long id = add(i, PAIRS("title", "Outage", "nis2_significant", "yes", "detected",
				    "2027-01-31T22:15"));

	expect(i, id, "gdpr_due", "");
	expect(i, id, "nis2_early_due", "2027-02-01T22:15");
	expect(i, id, "nis2_notice_due", "2027-02-03T22:15");
	expect(i, id, "nis2_final_due", "2027-02-28T22:15"); /* no 31 February */
	expect(i, id, "next_due", "2027-02-01T22:15");
	change(i, id, "nis2_early_sent", "2027-02-01T06:00");
	expect(i, id, "next_due", "2027-02-03T22:15");
	change(i, id, "nis2_notice_sent", "2027-02-02T06:00");
	expect(i, id, "nis2_final_due", "2027-03-02T06:00"); /* a month after the notice */
	expect(i, id, "next_due", "2027-03-02T06:00");
	change(i, id, "nis2_final_sent", "2027-03-02T06:01");
	expect(i, id, "next_due", "");
	expect(i, id, "sent_late", "yes");
	id = add(i, PAIRS("title", "Leap", "nis2_significant", "yes", "detected",
			  "2024-01-30T10:00", "nis2_early_sent", "2024-01-31T09:00",
			  "nis2_notice_sent", "2024-01-31T23:59"));
	expect(i, id, "nis2_final_due", "2024-02-29T23:59");
	expect(i, id, "overdue", "yes");
	expect(i, id, "sent_late", "no");
}

Test(kinds_support, how_long_an_incident_took)
{
	const struct kind *i = &kind_incident;
	long long id = add(i, PAIRS("title", "Alarms late", "reported", "2026-01-12T02:10",
				    "detected", "2026-01-12T02:05", "contained",
				    "2026-01-12T05:04", "resolved", "2026-01-13T04:05", "closed",
				    "2026-01-26T09:00", "status", "closed"));

	expect(i, id, "hours_to_contain", "2");
	expect(i, id, "hours_to_resolve", "26");
	expect(i, id, "days_open", "14");
	id = add(i, PAIRS("title", "Open", "reported", "2026-11-20T23:59"));
	expect(i, id, "days_open", "2");
	expect(i, id, "hours_to_contain", "");
}

Test(kinds_support, times_and_moves_of_an_incident)
{
	const struct kind *i = &kind_incident;
	const char *const *bare = PAIRS("title", "Odd mail");
	const char *const *real = PAIRS("title", "Odd mail", "incident_kind", "incident",
					"severity", "3", "assessment", "Real", "contained",
					"2026-11-20T10:00", "resolved", "2026-11-20T11:00",
					"closed", "2026-11-21T10:00");

	refused(i, PAIRS("title", "X", "occurred", "2026-11-20T10:00", "detected",
			 "2026-11-20T09:59"), "detected");
	refused(i, PAIRS("title", "X", "detected", "2026-11-20T10:00", "contained",
			 "2026-11-20T09:59"), "contained");
	refused(i, PAIRS("title", "X", "contained", "2026-11-20T10:00", "resolved",
			 "2026-11-20T09:59"), "resolved");
	refused(i, PAIRS("title", "X", "resolved", "2026-11-20T10:00", "closed",
			 "2026-11-19T10:00"), "closed");
	taken(i, PAIRS("title", "X", "occurred", "2026-11-20T10:00", "detected",
		       "2026-11-20T10:00"));
	refused(i, PAIRS("title", "X", "incident_kind", "incident", "status", "closed"), "lessons");

	move_needs(i, bare, "reported", "assessed", "severity");
	move_needs(i, bare, "reported", "closed", "status");
	move_needs(i, bare, "assessed", "closed", "assessment");
	moves(i, PAIRS("title", "Odd mail", "assessment", "Only spam"), "assessed", "closed");
	move_needs(i, real, "assessed", "closed", "lessons"); /* an incident cannot end there */
	moves(i, real, "assessed", "in response");
	move_needs(i, bare, "in response", "contained", "contained");
	move_needs(i, bare, "contained", "resolved", "resolved");
	move_needs(i, real, "resolved", "lessons learned", "lessons");
	move_needs(i, bare, "lessons learned", "closed", "closed");
	moves(i, real, "resolved", "in response");
	move_needs(i, real, "closed", "reported", "status");
}

Test(kinds_support, a_change_owes_an_assessment_of_risks)
{
	const struct kind *c = &kind_change;
	long long id = add(c, PAIRS("title", "New site", "planned", "2026-11-21", "reassess_risk",
				    "yes", "status", "in work", "done_on", "2026-11-20")), round;

	people();
	expect(c, id, "overdue", "yes");
	expect(c, id, "reassess_open", "no");
	change(c, id, "status", "done");
	expect(c, id, "overdue", "no");
	expect(c, id, "reassess_open", "yes");
	round = add(&kind_risk_assessment, PAIRS("title", "Site", "assessment_kind", "partial",
						 "changes", "CH-0001", "status", "reported",
						 "approved_by", "P-0001"));
	expect(c, id, "reassess_open", "yes");
	change(&kind_risk_assessment, round, "status", "closed");
	expect(c, id, "reassess_open", "no");
	id = add(c, PAIRS("title", "Chair", "status", "done", "planned", "2026-12-01"));
	expect(c, id, "reassess_open", "no");
	refused(c, PAIRS("title", "X", "decided_on", "2026-03-02", "done_on", "2026-03-01"),
		"done_on");
}

Test(kinds_support, moves_of_a_change)
{
	const struct kind *c = &kind_change;
	const char *const *bare = PAIRS("title", "New site");

	move_needs(c, bare, "proposed", "approved", "status");
	move_needs(c, bare, "proposed", "assessed", "consequences");
	move_needs(c, bare, "assessed", "approved", "decided_by");
	move_needs(c, bare, "assessed", "rejected", "decision");
	moves(c, bare, "approved", "in work");
	move_needs(c, bare, "in work", "done", "done_on");
	move_needs(c, bare, "done", "reviewed", "review");
	move_needs(c, bare, "rejected", "approved", "status");
}

Test(kinds_support, reviews_of_processing_and_of_reports)
{
	due(&kind_processing_activity, PAIRS("title", "Pay", "next_review", "2026-11-21"),
	    "next_review", "2026-11-21", "yes");
	due(&kind_processing_activity, PAIRS("title", "Pay", "next_review", "2026-11-22"),
	    "next_review", "2026-11-22", "no");
	due(&kind_processing_activity,
	    PAIRS("title", "Pay", "next_review", "2026-11-21", "status", "ended"), "next_review",
	    "2026-11-21", "no");
	due(&kind_threat_note, PAIRS("title", "Flaw", "reassess", "yes", "due", "2026-11-21"),
	    "due", "2026-11-21", "yes");
	due(&kind_threat_note, PAIRS("title", "Flaw", "reassess", "no", "due", "2026-11-21"), "due",
	    "2026-11-21", "no");
	due(&kind_threat_note,
	    PAIRS("title", "Flaw", "reassess", "yes", "due", "2026-11-21", "received_on",
		  "2026-11-01", "reassessed_on", "2026-11-02"), "due", "2026-11-21", "no");
	refused(&kind_threat_note, PAIRS("title", "Flaw", "received_on", "2026-11-02",
					 "reassessed_on", "2026-11-01"), "reassessed_on");
}

Test(kinds_support, moves_of_a_remark)
{
	const struct kind *r = &kind_remark;

	move_needs(r, PAIRS("title", "Why?"), "open", "answered", "answer");
	moves(r, PAIRS("title", "Why?", "answer", "So."), "open", "answered");
	moves(r, PAIRS("title", "Why?"), "closed", "open");
	move_needs(r, PAIRS("title", "Why?", "answer", "So."), "closed", "answered", "status");
}

/* ---- Controls ------------------------------------------------------------ */

static void control(const char *title, const char *status, const char *theme)
{
	add(&kind_control, PAIRS("title", title, "status", status, "theme", theme));
}

static long long look(const char *control, const char *on, const char *operation,
		      const char *next)
{
	return add(&kind_control_assessment,
		   PAIRS("control", control, "assessed_on", on, "design", "adequate", "operation",
			 operation, "next_check", next));
}

Test(kinds_support, a_control_is_as_its_last_assessment_found_it)
{
	const struct kind *c = &kind_control, *a = &kind_control_assessment;
	long long id = add(c, PAIRS("title", "Backup", "status", "operating", "next_check",
				    "2026-11-21")), first, second;

	expect(c, id, "overdue", "yes");
	expect(c, id, "effect", "");
	first = look("C-0001", "2026-05-01", "ineffective", "2026-08-01");
	expect(a, first, "title", "C-0001, 2026-05-01");
	expect(a, first, "overdue", "yes");
	expect(c, id, "overdue", "yes");
	second = look("C-0001", "2026-08-01", "effective", "2027-02-01");
	expect(a, first, "overdue", "no");
	expect(c, id, "last_checked", "2026-08-01");
	expect(c, id, "effect", "effective");
	expect(c, id, "overdue", "no");
	look("C-0001", "2026-02-01", "partly", ""); /* entered late, but older */
	expect(c, id, "effect", "effective");
	archive(a, second);
	expect(c, id, "effect", "ineffective");
	change(c, id, "status", "retired");
	expect(c, id, "overdue", "no");
	refused(a, PAIRS("control", "C-0001", "assessed_on", "2026-02-02", "design", "adequate",
			 "next_check", "2026-02-01"), "next_check");
	/* documents and evidence of a control count back */
	add(&kind_document, PAIRS("title", "Rule"));
	add(&kind_evidence, PAIRS("title", "Log"));
	change(c, id, "documents", "DOC-0001");
	change(c, id, "evidence", "EV-0001");
	expect(&kind_document, 1, "controls", "1");
	expect(&kind_evidence, 1, "controls", "1");
}

Test(kinds_support, a_version_of_the_statement)
{
	const struct kind *v = &kind_soa_version;
	long long id;

	people();
	refused(v, PAIRS("version", "1", "status", "approved"), "approved_by");
	refused(v, PAIRS("version", "1", "author", "P-0001", "approved_by", "P-0001"),
		"approved_by");
	one_person(true);
	taken(v, PAIRS("version", "1", "author", "P-0001", "approved_by", "P-0001"));
	one_person(false);
	refused(v, PAIRS("version", "1", "made_on", "2026-05-02", "approved_on", "2026-05-01"),
		"approved_on");
	move_needs(v, PAIRS("version", "1"), "draft", "approved", "status");
	move_needs(v, PAIRS("version", "1"), "in review", "approved", "approved_by");

	id = add(v, PAIRS("version", "1", "author", "P-0001", "approved_by", "P-0002", "status",
			  "approved", "made_on", "2020-01-01", "approved_on", "2020-01-31"));
	expect(v, id, "changed_since", "0");
	control("Backup", "operating", "technological");
	add(&kind_soa_entry, PAIRS("control", "C-0001")); /* changed after it, today */
	expect(v, id, "changed_since", "1");
	change(v, id, "approved_on", "9999-12-31");
	expect(v, id, "changed_since", "0");
	change(v, id, "status", "superseded");
	expect(v, id, "changed_since", "");
}

/* ---- Risks --------------------------------------------------------------- */

static void effect(const char *control, const char *on, const char *steps, const char *weight)
{
	add(&kind_risk_control, PAIRS("risk", "R-0001", "control", control, "effect", on,
				      "reduction", steps, "weight", weight));
}

static void suggests(const char *now_l, const char *now_i, const char *then_l,
		     const char *then_i)
{
	expect(&kind_risk, 1, "suggested_current_l", now_l);
	expect(&kind_risk, 1, "suggested_current_i", now_i);
	expect(&kind_risk, 1, "suggested_residual_l", then_l);
	expect(&kind_risk, 1, "suggested_residual_i", then_i);
}

Test(kinds_support, a_rating_is_suggested_from_the_effects_of_controls)
{
	add(&kind_risk, PAIRS("title", "Ransom", "inherent_likelihood", "4", "inherent_impact",
			      "5"));
	control("Backup", "operating", "technological");
	control("Rights", "implemented", "organizational");
	control("Course", "planned", "people");
	control("Scanner", "degraded", "technological");
	control("Guard", "retired", "physical");
	suggests("", "", "", ""); /* nobody has said what they do */
	effect("C-0003", "likelihood", "1", "100");
	suggests("4", "5", "3", "5");
	effect("C-0001", "impact", "2", "100");
	suggests("4", "3", "3", "3");
	effect("C-0002", "both", "1", "50");
	suggests("4", "3", "3", "3"); /* half a step is rounded down, with 1 it makes 1.5 */
	effect("C-0004", "likelihood", "1", "50");
	suggests("4", "3", "2", "3"); /* not while it is degraded; 1 + 0.5 + 0.5 */
	effect("C-0005", "likelihood", "4", "100");
	suggests("4", "3", "2", "3"); /* retired */
	change(&kind_control, 3, "status", "in progress");
	change(&kind_control, 3, "status", "implemented");
	suggests("3", "3", "2", "3");
	expect(&kind_risk_control, 1, "works", "yes");
	expect(&kind_risk_control, 1, "title", "R-0001 Ransom: C-0003");
	expect(&kind_risk_control, 4, "works", "no");
	change(&kind_risk_control, 1, "reduction", "4");
	suggests("1", "3", "1", "3"); /* never below 1 */
	archive(&kind_risk_control, 1);
	suggests("4", "3", "3", "3");
}

/* Today is 2026-11-22: a plan is late, or a review, or both. */
static void late(const char *plan, const char *any)
{
	expect(&kind_risk, 1, "plan_overdue", plan);
	expect(&kind_risk, 1, "overdue", any);
}

Test(kinds_support, a_plan_that_is_late)
{
	add(&kind_risk, PAIRS("title", "Ransom", "due", "2026-11-22"));
	late("no", "no");
	change(&kind_risk, 1, "due", "2026-11-21");
	late("yes", "yes");
	change(&kind_risk, 1, "status", "analysed");
	change(&kind_risk, 1, "status", "evaluated");
	change(&kind_risk, 1, "status", "in treatment");
	late("yes", "yes");
	change(&kind_risk, 1, "status", "treated");
	late("no", "no");
	change(&kind_risk, 1, "next_review", "2026-11-21");
	late("no", "yes"); /* of a risk that is treated only the review is late */
}

Test(kinds_support, controls_of_a_risk_that_were_found_effective)
{
	control("Backup", "operating", "technological");
	control("Rights", "operating", "organizational");
	control("Course", "planned", "technological");
	add(&kind_risk, PAIRS("title", "Ransom"));
	expect(&kind_risk, 1, "effective", "");
	expect(&kind_risk, 1, "themes", "0");
	change(&kind_risk, 1, "controls", "C-0001;C-0002;C-0003");
	expect(&kind_risk, 1, "effective", "0");
	expect(&kind_risk, 1, "themes", "2");
	expect(&kind_risk, 1, "coverage", "67");
	look("C-0001", "2025-11-22", "effective", ""); /* just within the year */
	expect(&kind_risk, 1, "effective", "33");
	look("C-0002", "2025-11-21", "effective", "");
	look("C-0003", "2026-11-21", "effective", ""); /* but does not operate */
	expect(&kind_risk, 1, "effective", "33");
	look("C-0001", "2026-06-01", "partly", "");
	expect(&kind_risk, 1, "effective", "0");
}

Test(kinds_support, the_next_round_of_assessment)
{
	const struct kind *r = &kind_risk_assessment;
	long long first, second, id;

	people();
	add(&kind_risk_method, PAIRS("title", "5x5", "reassess_interval", "6"));
	first = add(r, PAIRS("title", "2025", "method", "M-0001", "status", "closed", "finished",
			     "2025-08-31"));
	expect(r, first, "next_due", "2026-02-28");
	expect(r, first, "overdue", "yes");
	second = add(r, PAIRS("title", "2026", "method", "M-0001", "status", "closed", "finished",
			      "2026-06-30"));
	expect(r, second, "next_due", "2026-12-30");
	expect(r, second, "overdue", "no");
	expect(r, first, "overdue", "no"); /* there is a later one */
	id = add(r, PAIRS("title", "Part", "assessment_kind", "partial", "method", "M-0001",
			  "status", "closed", "finished", "2025-01-31"));
	expect(r, id, "next_due", "");
	expect(r, id, "overdue", "no");
	id = add(r, PAIRS("title", "Now", "due", "2026-11-21"));
	expect(r, id, "overdue", "yes");
	change(r, id, "due", "2026-11-22");
	expect(r, id, "overdue", "no");
	refused(r, PAIRS("title", "X", "started", "2026-03-02", "finished", "2026-03-01"),
		"finished");
	move_needs(r, PAIRS("title", "X"), "planned", "in progress", "started");
	move_needs(r, PAIRS("title", "X"), "planned", "cancelled", "reason");
	move_needs(r, PAIRS("title", "X"), "in progress", "reported", "report");
	move_needs(r, PAIRS("title", "X"), "reported", "closed", "approved_by");
	move_needs(r, PAIRS("title", "X"), "closed", "in progress", "status");
}

Test(kinds_support, a_shared_risk_may_name_a_supplier)
{
	add(&kind_risk, PAIRS("title", "Ransom"));
	add(&kind_supplier, PAIRS("title", "Elbtal"));
	refused(&kind_treatment, PAIRS("risk", "R-0001", "option", "share"), "partner");
	taken(&kind_treatment, PAIRS("risk", "R-0001", "option", "share", "partner", "Elbtal"));
	taken(&kind_treatment, PAIRS("risk", "R-0001", "option", "share", "supplier", "SUP-0001"));
}

/* ---- Assets -------------------------------------------------------------- */

static long long asset(const char *title, const char *c, const char *i, const char *a,
		       const char *on)
{
	return add(&kind_asset, PAIRS("title", title, "confidentiality", c, "integrity", i,
				      "availability", a, "depends_on", on));
}

static void needs(long long id, const char *c, const char *i, const char *a)
{
	expect(&kind_asset, id, "need_c", c);
	expect(&kind_asset, id, "need_i", i);
	expect(&kind_asset, id, "need_a", a);
}

Test(kinds_support, the_greatest_need_is_passed_down)
{
	long long rack = asset("Rack", "1", "1", "", "");
	long long host = asset("Host", "2", "", "2", "A-0001");
	long long base = asset("Database", "3", "3", "3", "A-0002");
	long long portal = asset("Portal", "5", "2", "4", "A-0003");
	long long desk = asset("Desk", "", "4", "", "A-0001");

	needs(portal, "5", "2", "4");
	needs(base, "5", "3", "4");
	needs(host, "5", "3", "4");
	needs(rack, "5", "4", "4"); /* integrity from the desk */
	needs(desk, "", "4", "");

	/* encrypted before it gets there: nothing from above, for what lies below too */
	change(&kind_asset, host, "need_reason", "All data is encrypted above it");
	needs(host, "2", "", "2");
	needs(rack, "2", "4", "2");
	needs(base, "5", "3", "4");
	change(&kind_asset, host, "need_reason", "");
	needs(rack, "5", "4", "4");

	/* what is gone passes nothing down */
	change(&kind_asset, portal, "status", "retired");
	needs(rack, "3", "4", "3");
	change(&kind_asset, portal, "status", "in use");
	archive(&kind_asset, portal);
	needs(rack, "3", "4", "3");

	/* a circle ends */
	change(&kind_asset, rack, "depends_on", "A-0003");
	needs(rack, "3", "4", "3");
	needs(base, "3", "4", "3");
	needs(host, "3", "4", "3");
}
