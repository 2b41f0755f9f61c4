/*
 * The rounds in which risks are assessed (8.2). The ratings of each risk over
 * time are in its history; a round keeps, frozen, what its report said.
 */
#include "config.h"

#include "isms/model/check.h"
#include "isms/model/kinds.h"
#include "isms/util/i18n.h"

static const struct choice round_kinds[] = {
	{"full", N_("Full"), STYLE_PLAIN, NULL},
	{"partial", N_("Partial"), STYLE_PLAIN, NULL},
	{"event-driven", N_("Event-driven"), STYLE_PLAIN, NULL},
	{NULL, NULL, STYLE_PLAIN, NULL},
};

static const struct choice states[] = {
	{"planned", N_("Planned"), STYLE_DIM, NULL},
	{"in progress", N_("In progress"), STYLE_PLAIN, NULL},
	{"reported", N_("Reported"), STYLE_PLAIN, NULL},
	{"closed", N_("Closed"), STYLE_GOOD, NULL},
	{"cancelled", N_("Cancelled"), STYLE_DIM, NULL},
	{NULL, NULL, STYLE_PLAIN, NULL},
};

static const struct move moves[] = {
	{"planned", "in progress", "started"}, {"in progress", "reported", "report"},
	{"reported", "in progress", NULL}, {"reported", "closed", "approved_by"},
	{"planned", "cancelled", "reason"}, {"in progress", "cancelled", "reason"},
	{NULL, NULL, NULL},
};

static const struct lifecycle life = {"status", moves};

static const struct field fields[] = {
	{.name = "title", .label = N_("Assessment"), .type = FIELD_TEXT, .width = 32, .since = 2,
	 .flags = F_REQUIRED | F_LISTED | F_SEARCHED, .help = N_("What the round is called.")},
	{.name = "assessment_kind", .label = N_("Kind"), .type = FIELD_CHOICE, .width = 12,
	 .since = 2, .flags = F_REQUIRED | F_LISTED, .choices = round_kinds, .initial = "full",
	 .help = N_("All risks, a part of them, or those that an event touches.")},
	{.name = "status", .label = N_("Status"), .type = FIELD_CHOICE, .width = 11, .since = 2,
	 .flags = F_REQUIRED | F_LISTED | F_SEARCHED, .choices = states, .initial = "planned",
	 .help = N_("How far it is. Closed: the result is approved and does not change any more.")},
	{.name = "method", .label = N_("Risk method"), .type = FIELD_REF, .width = 14, .since = 2,
	 .ref = &kind_risk_method, .help = N_("The method that was used.")},
	{.name = "method_version", .label = N_("Version of it"), .type = FIELD_TEXT, .width = 6,
	 .since = 2, .help = N_("Its version on the day. Results of different methods cannot be "
				"compared.")},
	{.name = "leader", .label = N_("Led by"), .type = FIELD_REF, .width = 16, .since = 2,
	 .flags = F_LISTED, .ref = &kind_person, .help = N_("Who leads the round.")},
	{.name = "participants", .label = N_("Participants"), .type = FIELD_REFS, .width = 16,
	 .since = 2, .ref = &kind_person,
	 .help = N_("Who took part; risk owners and those who know the work.")},
	{.name = "scope", .label = N_("Scope"), .type = FIELD_NOTE, .width = 30, .since = 2,
	 .flags = F_SEARCHED, .help = N_("What was looked at and what was not.")},
	{.name = "occasion", .label = N_("Occasion"), .type = FIELD_NOTE, .width = 30, .since = 2,
	 .flags = F_SEARCHED, .help = N_("Why now: the calendar, a change, an incident, a report.")},
	{.name = "changes", .label = N_("Changes"), .type = FIELD_REFS, .width = 14, .since = 2,
	 .ref = &kind_change, .help = N_("Changes that gave rise to it.")},
	{.name = "incidents", .label = N_("Incidents"), .type = FIELD_REFS, .width = 14,
	 .since = 2, .ref = &kind_incident, .help = N_("Incidents that gave rise to it.")},
	{.name = "started", .label = N_("Started"), .type = FIELD_DATE, .width = 10, .since = 2,
	 .section = N_("Time and result"), .help = N_("First day.")},
	{.name = "due", .label = N_("Due"), .type = FIELD_DATE, .width = 10, .since = 2,
	 .help = N_("When it is to be done.")},
	{.name = "finished", .label = N_("Finished"), .type = FIELD_DATE, .width = 10, .since = 2,
	 .flags = F_LISTED, .help = N_("Last day; the next round is counted from here.")},
	{.name = "risks", .label = N_("Risks"), .type = FIELD_REFS, .width = 14, .since = 2,
	 .ref = &kind_risk, .help = N_("The risks that were rated.")},
	{.name = "report", .label = N_("Result"), .type = FIELD_NOTE, .width = 30, .since = 2,
	 .flags = F_SEARCHED,
	 .help = N_("What came out, in a page at the most: what rose, what fell, what is new.")},
	{.name = "approved_by", .label = N_("Approved by"), .type = FIELD_REF, .width = 16,
	 .since = 2, .ref = &kind_person, .help = N_("Who took note and approved the result.")},
	{.name = "approved_on", .label = N_("Approved on"), .type = FIELD_DATE, .width = 10,
	 .since = 2, .help = N_("The day of the approval.")},
	{.name = "reason", .label = N_("Reason"), .type = FIELD_NOTE, .width = 30, .since = 2,
	 .flags = F_SEARCHED, .help = N_("Why it was cancelled.")},
	{.name = "frozen", .label = N_("Copy of the risks"), .type = FIELD_NOTE, .width = 10,
	 .since = 2,
	 .flags = F_ONCE,
	 .help = N_("The register of risks as it was when the round was closed, as CSV; made by "
		    "the program.")},
	{.name = "notes", .label = N_("Notes"), .type = FIELD_NOTE, .width = 30, .since = 2,
	 .flags = F_SEARCHED, .section = N_("Notes"), .help = N_("Anything else.")},
	{.name = "next_due", .label = N_("Next due"), .type = FIELD_DATE, .width = 10, .since = 2,
	 .flags = F_DERIVED | F_LISTED,
	 .help = N_("For a full round that is closed: the method's interval after it finished.")},
	{.name = "overdue", .label = N_("Overdue"), .type = FIELD_BOOL, .width = 7, .since = 2,
	 .flags = F_DERIVED | F_LISTED,
	 .help = N_("Not finished in time, or the last full round lies too far back.")},
};

static bool round_check(const struct rules *rules, const struct record *rec, struct err *err)
{
	(void)rules;
	return check_order(rec, "started", "finished", err);
}

const struct kind kind_risk_assessment = {
	.name = "risk_assessment", .title = N_("Risk assessment"),
	.plural = N_("Risk assessments"), .prefix = "RAS", .clause = "8.2", .number = 69,
	.group = GROUP_RISKS, .since = 2, .life = &life,
	.fields = fields, .nfields = sizeof(fields) / sizeof(*fields), .check = round_check,
	.help = N_("Each round in which risks were rated: when, by whom, by which method, with "
		   "which result. Auditors look for one within the interval and one after each "
		   "greater change."),
};
