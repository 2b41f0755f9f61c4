/*
 * The roadmap of the ISMS: what is to be reached by when, in which phase of
 * Plan, Do, Check, Act.
 */
#include "config.h"

#include "isms/model/check.h"
#include "isms/model/kinds.h"
#include "isms/util/i18n.h"

static const struct choice phases[] = {
	{"plan", N_("Plan"), STYLE_PLAIN, NULL},
	{"do", N_("Do"), STYLE_PLAIN, NULL},
	{"check", N_("Check"), STYLE_PLAIN, NULL},
	{"act", N_("Act"), STYLE_PLAIN, NULL},
	{NULL, NULL, STYLE_PLAIN, NULL},
};

static const struct choice states[] = {
	{"open", N_("Open"), STYLE_PLAIN, NULL},
	{"in progress", N_("In progress"), STYLE_PLAIN, NULL},
	{"done", N_("Done"), STYLE_GOOD, NULL},
	{"cancelled", N_("Cancelled"), STYLE_DIM, NULL},
	{NULL, NULL, STYLE_PLAIN, NULL},
};

static const struct move moves[] = {
	{"open", "in progress", NULL}, {"open", "done", "done_on"},
	{"in progress", "done", "done_on"}, {"done", "in progress", NULL},
	{"open", "cancelled", "reason"}, {"in progress", "cancelled", "reason"},
	{NULL, NULL, NULL},
};

static const struct lifecycle life = {"status", moves};

static const struct field fields[] = {
	{.name = "title", .label = N_("Milestone"), .type = FIELD_TEXT, .width = 34, .since = 2,
	 .flags = F_REQUIRED | F_LISTED | F_SEARCHED,
	 .help = N_("What is reached, so that it can be seen: \"Scope approved\".")},
	{.name = "phase", .label = N_("Phase"), .type = FIELD_CHOICE, .width = 6, .since = 2,
	 .flags = F_REQUIRED | F_LISTED, .choices = phases, .initial = "plan",
	 .help = N_("Where it stands in Plan, Do, Check, Act.")},
	{.name = "cycle", .label = N_("Cycle"), .type = FIELD_REF, .width = 16, .since = 2,
	 .ref = &kind_cycle, .help = N_("The turn of the cycle that it belongs to.")},
	{.name = "owner", .label = N_("Owner"), .type = FIELD_REF, .width = 16, .since = 2,
	 .flags = F_LISTED, .ref = &kind_person, .help = N_("Who sees to it.")},
	{.name = "start", .label = N_("Start"), .type = FIELD_DATE, .width = 10, .since = 2,
	 .help = N_("When work on it begins.")},
	{.name = "due", .label = N_("Due"), .type = FIELD_DATE, .width = 10, .since = 2,
	 .flags = F_LISTED, .help = N_("When it is to be reached.")},
	{.name = "done_on", .label = N_("Done on"), .type = FIELD_DATE, .width = 10, .since = 2,
	 .flags = F_LISTED, .help = N_("When it was reached.")},
	{.name = "status", .label = N_("Status"), .type = FIELD_CHOICE, .width = 11, .since = 2,
	 .flags = F_REQUIRED | F_LISTED, .choices = states, .initial = "open",
	 .help = N_("How far it is.")},
	{.name = "depends_on", .label = N_("Depends on"), .type = FIELD_REFS, .width = 16,
	 .since = 2, .ref = &kind_milestone, .help = N_("The milestones that come before it.")},
	{.name = "clauses", .label = N_("Clauses"), .type = FIELD_TEXT, .width = 12, .since = 2,
	 .flags = F_SEARCHED, .help = N_("The clauses of the standard that it serves.")},
	{.name = "reason", .label = N_("Reason"), .type = FIELD_NOTE, .width = 30, .since = 2,
	 .flags = F_SEARCHED, .help = N_("Why it was cancelled.")},
	{.name = "notes", .label = N_("Notes"), .type = FIELD_NOTE, .width = 30, .since = 2,
	 .flags = F_SEARCHED, .section = N_("Notes"), .help = N_("Anything else.")},
	{.name = "overdue", .label = N_("Overdue"), .type = FIELD_BOOL, .width = 7, .since = 2,
	 .flags = F_DERIVED | F_LISTED, .help = N_("Not reached though its day has passed.")},
	{.name = "slip_days", .label = N_("Slip (days)"), .type = FIELD_INT, .width = 5, .since = 2,
	 .flags = F_DERIVED | F_LISTED,
	 .help = N_("Days between due and done, less than 0 when it was early; until it is done "
		    "the days that it is late by today.")},
	{.name = "blocked", .label = N_("Blocked"), .type = FIELD_BOOL, .width = 7, .since = 2,
	 .flags = F_DERIVED, .help = N_("It waits for a milestone that is not done.")},
};

static bool milestone_check(const struct rules *rules, const struct record *rec, struct err *err)
{
	(void)rules;
	return check_order(rec, "start", "due", err);
}

const struct kind kind_milestone = {
	.name = "milestone", .title = N_("Milestone"), .plural = N_("Milestones"), .prefix = "MS",
	.clause = "4.4", .number = 39, .group = GROUP_LEADERSHIP, .since = 2, .fields = fields,
	.nfields = sizeof(fields) / sizeof(*fields), .life = &life, .check = milestone_check,
	.help = N_("The steps of the way to an ISMS and through its cycles. Top management follows "
		   "here what slips."),
};
