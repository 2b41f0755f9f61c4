/*
 * Information security objectives and the plans to reach them (6.2). An
 * objective that has a metric takes its value from there; else it is entered.
 */
#include "config.h"

#include "isms/model/check.h"
#include "isms/model/kinds.h"
#include "isms/util/i18n.h"

static const struct choice states[] = {
	{"draft", N_("Draft"), STYLE_DIM, NULL},
	{"approved", N_("Approved"), STYLE_PLAIN, NULL},
	{"running", N_("Running"), STYLE_PLAIN, NULL},
	{"achieved", N_("Achieved"), STYLE_GOOD, NULL},
	{"missed", N_("Missed"), STYLE_BAD, NULL},
	{"evaluated", N_("Evaluated"), STYLE_GOOD, NULL},
	{"cancelled", N_("Cancelled"), STYLE_DIM, NULL},
	{NULL, NULL, STYLE_PLAIN, NULL},
};

static const struct move moves[] = {
	{"draft", "approved", "approved_by"}, {"approved", "running", NULL},
	{"running", "achieved", NULL}, {"running", "missed", NULL},
	{"achieved", "evaluated", "evaluation"}, {"missed", "evaluated", "evaluation"},
	{"draft", "cancelled", "reason"}, {"approved", "cancelled", "reason"},
	{"running", "cancelled", "reason"},
	{NULL, NULL, NULL},
};

static const struct lifecycle life = {"status", moves};

static const struct field fields[] = {
	{.name = "title", .label = N_("Objective"), .type = FIELD_TEXT, .width = 34, .since = 2,
	 .flags = F_REQUIRED | F_LISTED | F_SEARCHED,
	 .help = N_("What is to be reached, so that it can be measured.")},
	{.name = "year", .label = N_("Year"), .type = FIELD_INT, .width = 4, .since = 2,
	 .flags = F_LISTED, .min = 2000, .max = 2200,
	 .help = N_("The year that it is set for. Auditors notice those of last year.")},
	{.name = "owner", .label = N_("Owner"), .type = FIELD_REF, .width = 16, .since = 2,
	 .flags = F_LISTED, .ref = &kind_person, .help = N_("Who is answerable for it.")},
	{.name = "status", .label = N_("Status"), .type = FIELD_CHOICE, .width = 9, .since = 2,
	 .flags = F_REQUIRED | F_LISTED, .choices = states, .initial = "draft",
	 .help = N_("How far it is. Evaluated: it was judged why it was reached or missed.")},
	{.name = "unit_of", .label = N_("Unit of the organisation"), .type = FIELD_REF, .width = 16,
	 .since = 2, .ref = &kind_org_unit,
	 .help = N_("The function or level that it is set for; empty for the whole company.")},
	{.name = "goals", .label = N_("Business goals"), .type = FIELD_REFS, .width = 16,
	 .since = 2, .ref = &kind_business_goal, .help = N_("The goals of the business it serves.")},
	{.name = "policy", .label = N_("Policy"), .type = FIELD_REF, .width = 18, .since = 2,
	 .ref = &kind_document, .help = N_("The policy that it follows from (6.2 a).")},
	{.name = "risks", .label = N_("Risks"), .type = FIELD_REFS, .width = 16, .since = 2,
	 .ref = &kind_risk, .help = N_("The risks and chances that it takes into account.")},
	{.name = "measure", .label = N_("Measure"), .type = FIELD_TEXT, .width = 24, .since = 2,
	 .flags = F_SEARCHED, .section = N_("Measure"),
	 .help = N_("How one sees that it is reached.")},
	{.name = "metric", .label = N_("Metric"), .type = FIELD_REF, .width = 18, .since = 2,
	 .ref = &kind_metric,
	 .help = N_("The metric whose newest value counts; without one, enter the latest value.")},
	{.name = "unit", .label = N_("Unit"), .type = FIELD_TEXT, .width = 8, .since = 2,
	 .help = N_("Per cent, days, pieces.")},
	{.name = "direction", .label = N_("Direction"), .type = FIELD_CHOICE, .width = 14,
	 .since = 2, .flags = F_REQUIRED, .choices = direction_choices, .initial = "up",
	 .help = N_("Whether more or less of it is better.")},
	{.name = "baseline", .label = N_("Baseline"), .type = FIELD_TEXT, .width = 8, .since = 2,
	 .check = check_decimal, .help = N_("The value where it began: 82.5")},
	{.name = "target", .label = N_("Target"), .type = FIELD_TEXT, .width = 8, .since = 2,
	 .flags = F_LISTED, .check = check_decimal, .help = N_("The value to reach: 95")},
	{.name = "latest", .label = N_("Latest"), .type = FIELD_TEXT, .width = 8, .since = 2,
	 .check = check_decimal, .help = N_("The value now, where no metric gives it.")},
	{.name = "latest_on", .label = N_("Latest on"), .type = FIELD_DATE, .width = 10, .since = 2,
	 .help = N_("When the latest value was found.")},
	{.name = "approach", .label = N_("What is done"), .type = FIELD_NOTE, .width = 30,
	 .since = 2, .flags = F_SEARCHED, .section = N_("Plan"),
	 .help = N_("The way to it, in short; the steps are actions.")},
	{.name = "resources", .label = N_("Resources"), .type = FIELD_NOTE, .width = 24, .since = 2,
	 .flags = F_SEARCHED, .help = N_("People, days and money that it takes.")},
	{.name = "start", .label = N_("Start"), .type = FIELD_DATE, .width = 10, .since = 2,
	 .help = N_("When work on it begins.")},
	{.name = "due", .label = N_("Due"), .type = FIELD_DATE, .width = 10, .since = 2,
	 .flags = F_LISTED, .help = N_("By when it is to be reached.")},
	{.name = "approved_by", .label = N_("Approved by"), .type = FIELD_REF, .width = 16,
	 .since = 2, .ref = &kind_person, .help = N_("Who of top management set it.")},
	{.name = "approved_on", .label = N_("Approved on"), .type = FIELD_DATE, .width = 10,
	 .since = 2, .help = N_("The day it was set.")},
	{.name = "evaluation_method", .label = N_("How it is evaluated"), .type = FIELD_NOTE,
	 .width = 30, .since = 2, .flags = F_SEARCHED, .section = N_("Evaluation"),
	 .help = N_("Who judges the result, when and by what (6.2).")},
	{.name = "evaluation", .label = N_("Evaluation"), .type = FIELD_NOTE, .width = 30,
	 .since = 2, .flags = F_SEARCHED,
	 .help = N_("What came out, why, and what follows. Objectives that were never judged are "
		    "a usual finding.")},
	{.name = "evaluated_on", .label = N_("Evaluated on"), .type = FIELD_DATE, .width = 10,
	 .since = 2, .help = N_("When it was judged.")},
	{.name = "reason", .label = N_("Reason"), .type = FIELD_NOTE, .width = 24, .since = 2,
	 .flags = F_SEARCHED, .help = N_("Why it was cancelled.")},
	{.name = "notes", .label = N_("Notes"), .type = FIELD_NOTE, .width = 30, .since = 2,
	 .flags = F_SEARCHED, .section = N_("Notes"), .help = N_("Anything else.")},
	{.name = "value_now", .label = N_("Value now"), .type = FIELD_TEXT, .width = 8, .since = 2,
	 .flags = F_DERIVED, .help = N_("The metric's newest value, else the latest entered.")},
	{.name = "progress", .label = N_("Progress"), .type = FIELD_INT, .width = 4, .since = 2,
	 .flags = F_DERIVED | F_LISTED,
	 .help = N_("How far the value is from baseline to target, in per cent, 0 to 100.")},
	{.name = "open_actions", .label = N_("Open actions"), .type = FIELD_INT, .width = 5,
	 .since = 2, .flags = F_DERIVED, .help = N_("Actions for it that are not finished.")},
	{.name = "overdue", .label = N_("Overdue"), .type = FIELD_BOOL, .width = 7, .since = 2,
	 .flags = F_DERIVED | F_LISTED,
	 .help = N_("Neither reached nor given up though its day has passed.")},
};

static bool objective_check(const struct rules *rules, const struct record *rec, struct err *err)
{
	(void)rules;
	return check_direction(rec, "baseline", "target", err) &&
	       check_order(rec, "start", "due", err);
}

const struct kind kind_objective = {
	.name = "objective", .title = N_("Objective"), .plural = N_("Objectives"), .prefix = "OBJ",
	.clause = "6.2", .number = 92, .group = GROUP_LEADERSHIP, .since = 2, .fields = fields,
	.nfields = sizeof(fields) / sizeof(*fields), .life = &life, .check = objective_check,
	.help = N_("What information security is to reach, each with measure, target, owner, "
		   "resources, date and a judgement at the end. Auditors look for those that "
		   "cannot be measured and for those that nobody judged."),
};
