/* What stage 1 and 2 ask for: each line missing, partly there, in place; and the steps
 * of a certificate. Today is 2026-11-22. */
#include "config.h"

#include "registers.h"

#include "isms/model/filter.h"
#include "isms/report/certification.h"

static struct certification list;

static void end(void)
{
	certification_release(&list);
	stop();
}

static const struct demand *demand(enum stage stage, const char *what)
{
	size_t i;

	certification_release(&list);
	ok(certification_read(store, stage, &list, &err));
	for (i = 0; i < list.n; i++)
		if (strstr(list.v[i].what, what))
			return &list.v[i];
	cr_assert(false, "no line '%s'", what);
	return NULL;
}

static void stands(enum stage stage, const char *what, enum standing standing, const char *found)
{
	const struct demand *d = demand(stage, what);

	cr_expect_eq(d->standing, standing, "%s: %s, not %s", what, standing_names[d->standing],
		     standing_names[standing]);
	cr_expect(strstr(d->found, found), "%s: '%s' is not in '%s'", what, found, d->found);
}

#define MISSING STANDING_MISSING
#define PARTLY STANDING_PARTLY
#define IN_PLACE STANDING_IN_PLACE

/* Each line leads to a list that there is, in an empty file and where something is. */
Test(certification, every_line_leads_somewhere, .init = start, .fini = end)
{
	int stage, round;

	for (round = 0; round < 2; round++) {
		for (stage = 0; stage < STAGE_COUNT; stage++) {
			size_t i;

			certification_release(&list);
			ok(certification_read(store, (enum stage)stage, &list, &err));
			cr_expect(stage == STAGE_CYCLE || list.n >= 20, "%zu", list.n);
			for (i = 0; i < list.n; i++) {
				const struct demand *d = &list.v[i];
				struct filter *filter = NULL;

				cr_expect(*d->clause && *d->what && *d->found);
				ok(filter_parse(&rules, d->kind, d->filter, &filter, &err));
				filter_free(&filter);
			}
		}
		if (round)
			continue;
		add(&kind_risk, PAIRS("title", "not rated"));
		add(&kind_control, PAIRS("title", "Control"));
		add(&kind_soa_entry, PAIRS("control", "C-0001", "applicable", "yes"));
		add(&kind_maintenance_task,
		    PAIRS("title", "Restore", "interval", "1", "first_due", "2026-01-01"));
		add(&kind_certificate, PAIRS("title", "x", "stage_1_on", "2027-01-01"));
	}
	cr_expect_eq(list.n, 1, "the step of the certificate");
}

Test(certification, stage_1, .init = start, .fini = end)
{
	long long id;

	stands(STAGE_1, "issues are named", MISSING, "0 issues");
	add(&kind_context_issue, PAIRS("title", "a", "origin", "internal"));
	stands(STAGE_1, "issues are named", PARTLY, "1 issues");
	add(&kind_context_issue, PAIRS("title", "b", "origin", "external"));
	stands(STAGE_1, "issues are named", IN_PLACE, "2 issues");

	stands(STAGE_1, "A version of the scope", MISSING, "0 versions");
	add(&kind_person, PAIRS("title", "Ann"));
	id = add(&kind_scope_version, PAIRS("title", "Scope", "version", "1.0", "statement", "All",
					    "approver", "P-0001"));
	stands(STAGE_1, "A version of the scope", PARTLY, "1 versions, none in force");
	change(&kind_scope_version, id, "status", "in review");
	change(&kind_scope_version, id, "approved_on", "2026-11-01");
	change(&kind_scope_version, id, "status", "approved");
	stands(STAGE_1, "A version of the scope", IN_PLACE, "version 1.0 of 2026-11-01");

	stands(STAGE_1, "internal audit", MISSING, "none is planned");
	id = add(&kind_audit, PAIRS("title", "x", "start", "2026-10-01", "conclusion", "y"));
	stands(STAGE_1, "internal audit", PARTLY, "planned for 2026-10-01");
	change(&kind_audit, id, "status", "announced");
	change(&kind_audit, id, "status", "in progress");
	change(&kind_audit, id, "status", "reported");
	stands(STAGE_1, "internal audit", IN_PLACE, "2026-10-01");
	change(&kind_audit, id, "start", "2025-11-21");
	stands(STAGE_1, "internal audit", PARTLY, "");
}

/* Two months between the first day and stage 2; a month's end counts as one. */
Test(certification, time_of_operation, .init = start, .fini = end)
{
#define OPERATION "two months before"
	long long c;

	stands(STAGE_2, OPERATION, MISSING, "not said");
	change(&kind_organisation, 1, "start_of_operation", "2026-09-23");
	stands(STAGE_2, OPERATION, PARTLY, "60 days by today");
	change(&kind_organisation, 1, "start_of_operation", "2026-09-22");
	stands(STAGE_2, OPERATION, IN_PLACE, "61 days by today");
	c = add(&kind_certificate, PAIRS("title", "x", "stage_2_on", "2027-02-27"));
	change(&kind_organisation, 1, "start_of_operation", "2026-12-31");
	stands(STAGE_2, OPERATION, PARTLY, "58 days before stage 2 on 2027-02-27");
	change(&kind_certificate, c, "stage_2_on", "2027-02-28");
	stands(STAGE_2, OPERATION, IN_PLACE, "59 days before stage 2 on 2027-02-28");
	change(&kind_certificate, c, "standard", "ISO 9001:2015");
	stands(STAGE_2, OPERATION, PARTLY, "stage 2 has no day");
}

Test(certification, stage_2, .init = start, .fini = end)
{
	long long f;

	stands(STAGE_2, "major nonconformity", IN_PLACE, "0 open");
	add(&kind_audit, PAIRS("title", "x", "start", "2026-10-01"));
	f = add(&kind_finding, PAIRS("title", "y", "audit", "AU-0001", "grade", "major"));
	stands(STAGE_2, "major nonconformity", MISSING, "1 open");
	change(&kind_finding, f, "grade", "minor");
	stands(STAGE_2, "major nonconformity", IN_PLACE, "0 open");

	add(&kind_control, PAIRS("title", "Control"));
	add(&kind_control, PAIRS("title", "Another"));
	stands(STAGE_2, "Each control that applies", MISSING, "0 of 0");
	add(&kind_person, PAIRS("title", "Ann"));
	f = add(&kind_soa_entry, PAIRS("control", "C-0001", "applicable", "yes"));
	stands(STAGE_2, "Each control that applies", MISSING, "0 of 1 implemented, 0 planned, 1");
	add(&kind_soa_entry,
	    PAIRS("control", "C-0002", "applicable", "yes", "implementation", "implemented"));
	stands(STAGE_2, "Each control that applies", PARTLY, "1 of 2 implemented, 0 planned, 1");
	change(&kind_soa_entry, f, "target_date", "2026-11-21");
	change(&kind_soa_entry, f, "responsible", "P-0001");
	stands(STAGE_2, "Each control that applies", IN_PLACE, "1 of 2 implemented, 1 planned, 0");
	stands(STAGE_2, "No gap of the Statement", PARTLY, "1 overdue");
	change(&kind_soa_entry, f, "target_date", "2026-11-22");
	stands(STAGE_2, "No gap of the Statement", IN_PLACE, "0 overdue");
}

Test(certification, steps_of_a_certificate, .init = start, .fini = end)
{
	add(&kind_certificate, PAIRS("title", "old", "status", "withdrawn", "reason", "z"));
	add(&kind_certificate, PAIRS("title", "x", "status", "certified", "decided_on",
				     "2025-10-31", "surveillance_1_on", "2026-10-15"));
	stands(STAGE_CYCLE, "x: certified", IN_PLACE, "on 2025-10-31");
	cr_expect_eq(list.n, 4, "%zu", list.n);
	stands(STAGE_CYCLE, "x: first surveillance", IN_PLACE, "on 2026-10-15");
	stands(STAGE_CYCLE, "x: second surveillance", STANDING_TO_COME, "by 2027-12-31");
	stands(STAGE_CYCLE, "x: recertification", STANDING_TO_COME, "by 2028-10-31");
	change(&kind_certificate, 2, "surveillance_1_on", "");
	stands(STAGE_CYCLE, "x: first surveillance", MISSING, "by 2026-10-31");
}
