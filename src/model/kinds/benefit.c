/* What a business case promises, and what of it was seen later. */
#include "config.h"

#include "isms/model/kinds.h"
#include "isms/util/i18n.h"

static const struct choice states[] = {
	{"expected", N_("Expected"), STYLE_PLAIN, NULL},
	{"observed", N_("Observed"), STYLE_GOOD, NULL},
	{"partly", N_("Partly"), STYLE_WARN, NULL},
	{"missed", N_("Missed"), STYLE_BAD, NULL},
	{NULL, NULL, STYLE_PLAIN, NULL},
};

static const struct move moves[] = {
	{"expected", "observed", "observed_on"}, {"expected", "partly", "observed_on"},
	{"expected", "missed", "observed_on"}, {"partly", "observed", "observed_on"},
	{"missed", "expected", NULL},
	{NULL, NULL, NULL},
};

static const struct lifecycle life = {"status", moves};

static const struct field fields[] = {
	{.name = "title", .label = N_("Benefit"), .type = FIELD_TEXT, .width = 36, .since = 2,
	 .flags = F_REQUIRED | F_LISTED | F_SEARCHED, .help = N_("What gets better.")},
	{.name = "business_case", .label = N_("Business case"), .type = FIELD_REF, .width = 20,
	 .since = 2, .flags = F_REQUIRED | F_LISTED, .ref = &kind_business_case,
	 .help = N_("The case that promises it.")},
	{.name = "measure", .label = N_("Measure"), .type = FIELD_TEXT, .width = 24, .since = 2,
	 .flags = F_LISTED | F_SEARCHED, .help = N_("How it is measured, with its unit.")},
	{.name = "expected_value", .label = N_("Expected value"), .type = FIELD_TEXT, .width = 14,
	 .since = 2, .flags = F_SEARCHED, .help = N_("The figure that is expected.")},
	{.name = "expected_yearly", .label = N_("Expected yearly"), .type = FIELD_MONEY,
	 .width = 12, .since = 2, .flags = F_LISTED, .min = 0, .max = 100000000000000L,
	 .help = N_("What it is expected to bring a year, where it can be put in money.")},
	{.name = "owner", .label = N_("Owner"), .type = FIELD_REF, .width = 16, .since = 2,
	 .ref = &kind_person, .help = N_("Who sees to it that it comes.")},
	{.name = "due", .label = N_("Due"), .type = FIELD_DATE, .width = 10, .since = 2,
	 .flags = F_LISTED, .help = N_("When it is to be seen.")},
	{.name = "status", .label = N_("Status"), .type = FIELD_CHOICE, .width = 8, .since = 2,
	 .flags = F_REQUIRED | F_LISTED, .choices = states, .initial = "expected",
	 .help = N_("Whether it came.")},
	{.name = "observed_value", .label = N_("Observed value"), .type = FIELD_TEXT, .width = 14,
	 .since = 2, .flags = F_SEARCHED, .section = N_("What came of it"),
	 .help = N_("The figure that was seen.")},
	{.name = "observed_yearly", .label = N_("Observed yearly"), .type = FIELD_MONEY,
	 .width = 12, .since = 2, .min = 0, .max = 100000000000000L,
	 .help = N_("What it brings a year.")},
	{.name = "observed_on", .label = N_("Observed on"), .type = FIELD_DATE, .width = 10,
	 .since = 2, .help = N_("When somebody looked.")},
	{.name = "notes", .label = N_("Notes"), .type = FIELD_NOTE, .width = 30, .since = 2,
	 .flags = F_SEARCHED, .section = N_("Notes"), .help = N_("Anything else.")},
	{.name = "overdue", .label = N_("Overdue"), .type = FIELD_BOOL, .width = 7, .since = 2,
	 .flags = F_DERIVED, .help = N_("It should have been seen by now, and nobody has looked.")},
};

const struct kind kind_benefit = {
	.name = "benefit", .title = N_("Benefit"), .plural = N_("Benefits"), .prefix = "BE",
	.clause = "5.1", .number = 35, .group = GROUP_LEADERSHIP, .flags = KIND_DETAIL, .since = 2,
	.fields = fields, .nfields = sizeof(fields) / sizeof(*fields), .life = &life,
	.help = N_("Each benefit of a business case with its measure, expected first and observed "
		   "later. Top management asks for the second."),
};
