/* Whether a control is fit and works (9.1, A.5.36): one row a look at it. */
#include "config.h"

#include "isms/model/check.h"
#include "isms/model/kinds.h"
#include "isms/util/i18n.h"

static const struct choice designs[] = {
	{"adequate", N_("Adequate"), STYLE_GOOD, NULL},
	{"partly", N_("Partly adequate"), STYLE_WARN, NULL},
	{"inadequate", N_("Inadequate"), STYLE_BAD, NULL},
	{NULL, NULL, STYLE_PLAIN, NULL},
};

const struct choice operation_choices[] = {
	{"effective", N_("Effective"), STYLE_GOOD, NULL},
	{"partly", N_("Partly effective"), STYLE_WARN, NULL},
	{"ineffective", N_("Ineffective"), STYLE_BAD, NULL},
	{"not tested", N_("Not tested"), STYLE_DIM, NULL},
	{NULL, NULL, STYLE_PLAIN, NULL},
};

static const struct choice methods[] = {
	{"interview", N_("Interview"), STYLE_PLAIN, NULL},
	{"observation", N_("Observation"), STYLE_PLAIN, NULL},
	{"document", N_("Document review"), STYLE_PLAIN, NULL},
	{"test", N_("Test"), STYLE_PLAIN, NULL},
	{NULL, NULL, STYLE_PLAIN, NULL},
};

static const struct field fields[] = {
	{.name = "title", .label = N_("Title"), .type = FIELD_TEXT, .width = 40, .since = 2,
	 .flags = F_DERIVED | F_LISTED, .help = N_("The control and the day.")},
	{.name = "control", .label = N_("Control"), .type = FIELD_REF, .width = 10, .since = 2,
	 .flags = F_REQUIRED, .ref = &kind_control, .help = N_("The control that was looked at.")},
	{.name = "assessed_on", .label = N_("Assessed on"), .type = FIELD_DATE, .width = 10,
	 .since = 2, .flags = F_REQUIRED | F_LISTED, .help = N_("The day of the look.")},
	{.name = "assessed_by", .label = N_("Assessed by"), .type = FIELD_REF, .width = 16,
	 .since = 2, .flags = F_LISTED, .ref = &kind_person,
	 .help = N_("Who looked; better not who carries the control out.")},
	{.name = "methods", .label = N_("Methods"), .type = FIELD_CHOICES, .width = 12, .since = 2,
	 .choices = methods, .help = N_("How it was done; a test says more than an interview.")},
	{.name = "design", .label = N_("Design"), .type = FIELD_CHOICE, .width = 11, .since = 2,
	 .flags = F_REQUIRED | F_LISTED, .choices = designs,
	 .help = N_("Whether the control, as it is meant, would do what it is for.")},
	{.name = "operation", .label = N_("Operation"), .type = FIELD_CHOICE, .width = 11,
	 .since = 2, .flags = F_REQUIRED | F_LISTED, .choices = operation_choices,
	 .initial = "not tested", .help = N_("Whether it is done as it is meant, and works.")},
	{.name = "sample", .label = N_("Sample"), .type = FIELD_TEXT, .width = 20, .since = 2,
	 .flags = F_SEARCHED, .help = N_("What was looked at, and out of how many.")},
	{.name = "findings", .label = N_("Findings"), .type = FIELD_NOTE, .width = 30, .since = 2,
	 .flags = F_SEARCHED, .help = N_("What was seen, good things too.")},
	{.name = "evidence", .label = N_("Evidence"), .type = FIELD_REFS, .width = 16, .since = 2,
	 .ref = &kind_evidence, .help = N_("What shows it.")},
	{.name = "next_check", .label = N_("Next check"), .type = FIELD_DATE, .width = 10,
	 .since = 2, .help = N_("When it is to be looked at again.")},
	{.name = "notes", .label = N_("Notes"), .type = FIELD_NOTE, .width = 30, .since = 2,
	 .flags = F_SEARCHED, .section = N_("Notes"), .help = N_("Anything else.")},
	{.name = "overdue", .label = N_("Overdue"), .type = FIELD_BOOL, .width = 7, .since = 2,
	 .flags = F_DERIVED | F_LISTED,
	 .help = N_("The next check has passed, and no later one was made.")},
};

static bool assessment_check(const struct rules *rules, const struct record *rec,
			     struct err *err)
{
	(void)rules;
	return check_order(rec, "assessed_on", "next_check", err);
}

const struct kind kind_control_assessment = {
	.name = "control_assessment", .title = N_("Control assessment"),
	.plural = N_("Control assessments"), .prefix = "CA", .clause = "9.1", .number = 68,
	.group = GROUP_CONTROLS, .since = 2,
	.fields = fields, .nfields = sizeof(fields) / sizeof(*fields), .check = assessment_check,
	.help = N_("Whether controls are fit and work, seen by somebody on a day. Auditors ask how "
		   "you know that a control works, not whether it is there."),
};
