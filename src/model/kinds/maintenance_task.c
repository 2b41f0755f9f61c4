/* What has to be done again and again (8.1): the calendar of operation. */
#include "config.h"

#include "isms/model/kinds.h"
#include "isms/util/i18n.h"

static const struct choice units[] = {
	{"days", N_("Days"), STYLE_PLAIN, NULL},
	{"weeks", N_("Weeks"), STYLE_PLAIN, NULL},
	{"months", N_("Months"), STYLE_PLAIN, NULL},
	{NULL, NULL, STYLE_PLAIN, NULL},
};

static const struct choice results[] = {
	{"in order", N_("In order"), STYLE_GOOD, NULL},
	{"with remarks", N_("With remarks"), STYLE_WARN, NULL},
	{"failed", N_("Failed"), STYLE_BAD, NULL},
	{NULL, NULL, STYLE_PLAIN, NULL},
};

static const struct choice states[] = {
	{"active", N_("Active"), STYLE_GOOD, NULL},
	{"paused", N_("Paused"), STYLE_WARN, NULL},
	{"ended", N_("Ended"), STYLE_DIM, NULL},
	{NULL, NULL, STYLE_PLAIN, NULL},
};

static const struct field fields[] = {
	{.name = "title", .label = N_("Task"), .type = FIELD_TEXT, .width = 34, .since = 2,
	 .flags = F_REQUIRED | F_LISTED | F_SEARCHED, .help = N_("What is done.")},
	{.name = "about", .label = N_("About"), .type = FIELD_LINK, .width = 20, .since = 2,
	 .flags = F_LISTED, .help = N_("The control, asset or process that it keeps in order.")},
	{.name = "owner", .label = N_("Owner"), .type = FIELD_REF, .width = 16, .since = 2,
	 .flags = F_LISTED, .ref = &kind_person, .help = N_("Who sees to it.")},
	{.name = "instruction", .label = N_("Instruction"), .type = FIELD_REF, .width = 16,
	 .since = 2, .ref = &kind_document, .help = N_("The document that says how.")},
	{.name = "status", .label = N_("Status"), .type = FIELD_CHOICE, .width = 8, .since = 2,
	 .flags = F_REQUIRED, .choices = states, .initial = "active",
	 .help = N_("Whether it is to be done at present.")},
	{.name = "interval", .label = N_("Every"), .type = FIELD_INT, .width = 4, .since = 2,
	 .flags = F_LISTED, .min = 1, .max = 999, .initial = "12",
	 .help = N_("How many days, weeks or months pass between two times; empty for once.")},
	{.name = "interval_unit", .label = N_("Unit"), .type = FIELD_CHOICE, .width = 7,
	 .since = 2, .flags = F_REQUIRED | F_LISTED, .choices = units, .initial = "months",
	 .help = N_("What the interval counts.")},
	{.name = "first_due", .label = N_("First due"), .type = FIELD_DATE, .width = 10,
	 .since = 2, .help = N_("When it is due, as long as it has never been done.")},
	{.name = "last_done", .label = N_("Last done"), .type = FIELD_DATE, .width = 10,
	 .since = 2, .flags = F_LISTED, .section = N_("Last time"),
	 .help = N_("When it was last done; the history keeps the times before.")},
	{.name = "done_by", .label = N_("Done by"), .type = FIELD_REF, .width = 16, .since = 2,
	 .ref = &kind_person, .help = N_("Who did it.")},
	{.name = "result", .label = N_("Result"), .type = FIELD_CHOICE, .width = 12, .since = 2,
	 .flags = F_SEARCHED, .choices = results, .help = N_("How it went.")},
	{.name = "result_text", .label = N_("Result in words"), .type = FIELD_NOTE, .width = 30,
	 .since = 2, .flags = F_SEARCHED,
	 .help = N_("What was seen. A test that always says only in order is not believed.")},
	{.name = "evidence", .label = N_("Evidence"), .type = FIELD_REFS, .width = 16, .since = 2,
	 .ref = &kind_evidence, .help = N_("What shows that it was done.")},
	{.name = "notes", .label = N_("Notes"), .type = FIELD_NOTE, .width = 30, .since = 2,
	 .flags = F_SEARCHED, .section = N_("Notes"), .help = N_("Anything else.")},
	{.name = "next_due", .label = N_("Next due"), .type = FIELD_DATE, .width = 10, .since = 2,
	 .flags = F_DERIVED | F_LISTED,
	 .help = N_("The interval after it was last done, else when it is first due.")},
	{.name = "days_late", .label = N_("Days late"), .type = FIELD_INT, .width = 5, .since = 2,
	 .flags = F_DERIVED, .help = N_("How many days it is late.")},
	{.name = "overdue", .label = N_("Overdue"), .type = FIELD_BOOL, .width = 7, .since = 2,
	 .flags = F_DERIVED | F_LISTED, .help = N_("Active, and its day has passed.")},
};

const struct kind kind_maintenance_task = {
	.name = "maintenance_task", .title = N_("Maintenance task"),
	.plural = N_("Maintenance calendar"), .prefix = "MNT", .clause = "8.1", .number = 64,
	.group = GROUP_SUPPORT, .since = 2,
	.fields = fields, .nfields = sizeof(fields) / sizeof(*fields),
	.help = N_("What is done by the calendar: restore tests, reviews of rights, patches, "
		   "batteries. Auditors look for gaps in the row."),
};
