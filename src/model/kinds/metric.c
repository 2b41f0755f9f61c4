/*
 * What is measured (9.1), and what came of it. Figures are decimal numbers kept
 * as they are written ("99.5", "0.25"), since there is no decimal type: checked
 * by check_decimal(), compared as numbers in the views.
 */
#include "config.h"

#include "isms/model/check.h"
#include "isms/model/kinds.h"
#include "isms/util/i18n.h"

static const struct choice intervals[] = {
	{"weekly", N_("Weekly"), STYLE_PLAIN, NULL},
	{"monthly", N_("Monthly"), STYLE_PLAIN, NULL},
	{"quarterly", N_("Quarterly"), STYLE_PLAIN, NULL},
	{"half-yearly", N_("Half-yearly"), STYLE_PLAIN, NULL},
	{"yearly", N_("Yearly"), STYLE_PLAIN, NULL},
	{NULL, NULL, STYLE_PLAIN, NULL},
};

const struct choice direction_choices[] = {
	{"up", N_("More is better"), STYLE_PLAIN, NULL},
	{"down", N_("Less is better"), STYLE_PLAIN, NULL},
	{NULL, NULL, STYLE_PLAIN, NULL},
};

static const struct choice states[] = {
	{"active", N_("Active"), STYLE_GOOD, NULL},
	{"paused", N_("Paused"), STYLE_WARN, NULL},
	{"ended", N_("Ended"), STYLE_DIM, NULL},
	{NULL, NULL, STYLE_PLAIN, NULL},
};

static const struct move moves[] = {
	{"active", "paused", "reason"}, {"paused", "active", NULL},
	{"active", "ended", "reason"}, {"paused", "ended", "reason"}, {"ended", "active", NULL},
	{NULL, NULL, NULL},
};

static const struct lifecycle life = {"status", moves};

static const struct choice verdicts[] = {
	{"on target", N_("On target"), STYLE_GOOD, NULL},
	{"warning", N_("Warning"), STYLE_WARN, NULL},
	{"off target", N_("Off target"), STYLE_BAD, NULL},
	{"no target", N_("No target"), STYLE_DIM, NULL},
	{NULL, NULL, STYLE_PLAIN, NULL},
};

static const struct choice trends[] = {
	{"better", N_("Better"), STYLE_GOOD, NULL},
	{"same", N_("Same"), STYLE_PLAIN, NULL},
	{"worse", N_("Worse"), STYLE_BAD, NULL},
	{NULL, NULL, STYLE_PLAIN, NULL},
};

static const struct field fields[] = {
	{.name = "title", .label = N_("Metric"), .type = FIELD_TEXT, .width = 32, .since = 2,
	 .flags = F_REQUIRED | F_LISTED | F_SEARCHED,
	 .help = N_("What is measured, in a line: \"Alarms delivered within three minutes\".")},
	{.name = "purpose", .label = N_("Purpose"), .type = FIELD_NOTE, .width = 30, .since = 2,
	 .flags = F_SEARCHED,
	 .help = N_("What somebody wants to know and will decide by it. A figure that nobody "
		    "needs is only work.")},
	{.name = "controls", .label = N_("Controls"), .type = FIELD_REFS, .width = 14, .since = 2,
	 .ref = &kind_control, .help = N_("The controls whose effect it shows.")},
	{.name = "processes", .label = N_("Processes"), .type = FIELD_REFS, .width = 14, .since = 2,
	 .ref = &kind_process, .help = N_("The processes that it watches.")},
	{.name = "status", .label = N_("Status"), .type = FIELD_CHOICE, .width = 7, .since = 2,
	 .flags = F_REQUIRED, .choices = states, .initial = "active",
	 .help = N_("Whether it is measured now.")},
	{.name = "method", .label = N_("Method"), .type = FIELD_NOTE, .width = 30, .since = 2,
	 .flags = F_SEARCHED, .section = N_("How"),
	 .help = N_("How the figure is found, so that another person comes to the same. "
		    "Auditors try it.")},
	{.name = "source", .label = N_("Source"), .type = FIELD_TEXT, .width = 20, .since = 2,
	 .flags = F_SEARCHED, .help = N_("The log, list or system that it comes from.")},
	{.name = "frequency", .label = N_("Frequency"), .type = FIELD_CHOICE, .width = 11,
	 .since = 2, .flags = F_REQUIRED | F_LISTED, .choices = intervals, .initial = "quarterly",
	 .help = N_("How often it is measured.")},
	{.name = "start", .label = N_("Measured from"), .type = FIELD_DATE, .width = 10, .since = 2,
	 .initial = "today", .help = N_("The day of the first measurement.")},
	{.name = "unit", .label = N_("Unit"), .type = FIELD_TEXT, .width = 8, .since = 2,
	 .help = N_("Per cent, days, pieces a month.")},
	{.name = "direction", .label = N_("Direction"), .type = FIELD_CHOICE, .width = 14,
	 .since = 2, .flags = F_REQUIRED, .choices = direction_choices, .initial = "up",
	 .help = N_("Whether more or less of it is better.")},
	{.name = "target", .label = N_("Target"), .type = FIELD_TEXT, .width = 8, .since = 2,
	 .flags = F_LISTED, .check = check_decimal,
	 .help = N_("The value that is to be reached or kept: 99.5")},
	{.name = "warning", .label = N_("Warning"), .type = FIELD_TEXT, .width = 8, .since = 2,
	 .check = check_decimal,
	 .help = N_("Between this and the target somebody looks closer; beyond it the target is "
		    "missed.")},
	{.name = "measured_by", .label = N_("Measured by"), .type = FIELD_REF, .width = 16,
	 .since = 2, .flags = F_LISTED, .ref = &kind_person, .section = N_("Who"),
	 .help = N_("Who fetches the figure.")},
	{.name = "analysed_by", .label = N_("Analysed by"), .type = FIELD_REF, .width = 16,
	 .since = 2, .ref = &kind_person,
	 .help = N_("Who judges it. Figures that nobody judges are a usual finding.")},
	{.name = "reason", .label = N_("Reason"), .type = FIELD_NOTE, .width = 20, .since = 2,
	 .flags = F_SEARCHED, .help = N_("Why it is no longer measured.")},
	{.name = "notes", .label = N_("Notes"), .type = FIELD_NOTE, .width = 30, .since = 2,
	 .flags = F_SEARCHED, .section = N_("Notes"), .help = N_("Anything else.")},
	{.name = "latest", .label = N_("Latest"), .type = FIELD_TEXT, .width = 8, .since = 2,
	 .flags = F_DERIVED | F_LISTED, .help = N_("The newest value.")},
	{.name = "latest_on", .label = N_("Latest on"), .type = FIELD_DATE, .width = 10, .since = 2,
	 .flags = F_DERIVED, .help = N_("When the newest value was measured.")},
	{.name = "verdict", .label = N_("Verdict"), .type = FIELD_CHOICE, .width = 10, .since = 2,
	 .flags = F_DERIVED | F_LISTED, .choices = verdicts,
	 .help = N_("The newest value against target and warning.")},
	{.name = "trend", .label = N_("Trend"), .type = FIELD_CHOICE, .width = 6, .since = 2,
	 .flags = F_DERIVED | F_LISTED, .choices = trends,
	 .help = N_("The newest value against the one before.")},
	{.name = "next_due", .label = N_("Next due"), .type = FIELD_DATE, .width = 10, .since = 2,
	 .flags = F_DERIVED,
	 .help = N_("When it has to be measured next, by its frequency.")},
	{.name = "overdue", .label = N_("Overdue"), .type = FIELD_BOOL, .width = 7, .since = 2,
	 .flags = F_DERIVED, .help = N_("The next value should be there by now.")},
};

static bool metric_check(const struct rules *rules, const struct record *rec, struct err *err)
{
	(void)rules;
	return check_direction(rec, "warning", "target", err);
}

const struct kind kind_metric = {
	.name = "metric", .title = N_("Metric"), .plural = N_("Metrics"), .prefix = "MET",
	.clause = "9.1", .number = 90, .group = GROUP_AUDITS, .since = 2, .fields = fields,
	.nfields = sizeof(fields) / sizeof(*fields), .life = &life, .check = metric_check,
	.help = N_("What is measured to see whether controls and the ISMS work: how, how often, by "
		   "whom, and who judges it. Auditors pick one and ask for its last value, how it "
		   "was found and what was done about it."),
};

static const struct field result_fields[] = {
	{.name = "title", .label = N_("Result"), .type = FIELD_TEXT, .width = 36, .since = 2,
	 .flags = F_DERIVED | F_LISTED, .help = N_("Metric and day.")},
	{.name = "metric", .label = N_("Metric"), .type = FIELD_REF, .width = 24, .since = 2,
	 .flags = F_REQUIRED, .ref = &kind_metric, .help = N_("What was measured.")},
	{.name = "measured_on", .label = N_("Measured on"), .type = FIELD_DATE, .width = 10,
	 .since = 2, .flags = F_REQUIRED | F_LISTED, .initial = "today",
	 .help = N_("The last day of the period that the value stands for.")},
	{.name = "value", .label = N_("Value"), .type = FIELD_TEXT, .width = 8, .since = 2,
	 .flags = F_REQUIRED | F_LISTED, .check = check_decimal,
	 .help = N_("The figure, without its unit: 99.5")},
	{.name = "analysis", .label = N_("Analysis"), .type = FIELD_NOTE, .width = 40, .since = 2,
	 .flags = F_LISTED | F_SEARCHED,
	 .help = N_("What it means and what follows from it. The standard asks for the judgement, "
		    "not only for the figure.")},
	{.name = "measured_by", .label = N_("Measured by"), .type = FIELD_REF, .width = 16,
	 .since = 2, .ref = &kind_person, .help = N_("Who fetched it.")},
	{.name = "analysed_by", .label = N_("Analysed by"), .type = FIELD_REF, .width = 16,
	 .since = 2, .ref = &kind_person, .help = N_("Who judged it.")},
	{.name = "analysed_on", .label = N_("Analysed on"), .type = FIELD_DATE, .width = 10,
	 .since = 2, .help = N_("When it was judged.")},
	{.name = "evidence", .label = N_("Evidence"), .type = FIELD_NOTE, .width = 30, .since = 2,
	 .flags = F_SEARCHED, .help = N_("Where the figures behind it lie.")},
	{.name = "notes", .label = N_("Notes"), .type = FIELD_NOTE, .width = 30, .since = 2,
	 .flags = F_SEARCHED, .section = N_("Notes"), .help = N_("Anything else.")},
	{.name = "verdict", .label = N_("Verdict"), .type = FIELD_CHOICE, .width = 10, .since = 2,
	 .flags = F_DERIVED | F_LISTED, .choices = verdicts,
	 .help = N_("This value against the metric's target and warning.")},
	{.name = "trend", .label = N_("Trend"), .type = FIELD_CHOICE, .width = 6, .since = 2,
	 .flags = F_DERIVED | F_LISTED, .choices = trends,
	 .help = N_("This value against the one before.")},
};

static const char *const result_unique[] = {"metric,measured_on", NULL};

const struct kind kind_metric_result = {
	.name = "metric_result", .title = N_("Metric result"), .plural = N_("Metric results"),
	.prefix = "MV", .clause = "9.1", .number = 91, .group = GROUP_AUDITS,
	.flags = KIND_DETAIL, .since = 2, .unique = result_unique, .fields = result_fields,
	.nfields = sizeof(result_fields) / sizeof(*result_fields),
	.help = N_("The values of each metric, one a period, with what they mean. They are the "
		   "record that clause 9.1 asks for."),
};
