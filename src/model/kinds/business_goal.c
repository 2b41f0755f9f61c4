/* What the business wants (4.1, 5.1 a), so that security objectives can be tied to it. */
#include "config.h"

#include "isms/model/kinds.h"
#include "isms/util/i18n.h"

static const struct choice states[] = {
	{"open", N_("Open"), STYLE_PLAIN, NULL},
	{"reached", N_("Reached"), STYLE_GOOD, NULL},
	{"missed", N_("Missed"), STYLE_BAD, NULL},
	{"dropped", N_("Dropped"), STYLE_DIM, NULL},
	{NULL, NULL, STYLE_PLAIN, NULL},
};

static const struct move moves[] = {
	{"open", "reached", NULL}, {"open", "missed", NULL}, {"open", "dropped", "reason"},
	{"missed", "open", NULL},
	{NULL, NULL, NULL},
};

static const struct lifecycle life = {"status", moves};

static const struct field fields[] = {
	{.name = "title", .label = N_("Goal"), .type = FIELD_TEXT, .width = 36, .since = 2,
	 .flags = F_REQUIRED | F_LISTED | F_SEARCHED,
	 .help = N_("What the business wants to reach.")},
	{.name = "description", .label = N_("Description"), .type = FIELD_NOTE, .width = 30,
	 .since = 2, .flags = F_SEARCHED,
	 .help = N_("What it means, and what security has to do with it.")},
	{.name = "measure", .label = N_("Measure"), .type = FIELD_TEXT, .width = 24, .since = 2,
	 .flags = F_LISTED | F_SEARCHED, .help = N_("By what one sees that it is reached.")},
	{.name = "priority", .label = N_("Priority"), .type = FIELD_INT, .width = 2, .since = 2,
	 .flags = F_LISTED, .min = 1, .max = 4, .initial = "2", .help = N_("1 first to 4 last.")},
	{.name = "owner", .label = N_("Owner"), .type = FIELD_REF, .width = 16, .since = 2,
	 .flags = F_LISTED, .ref = &kind_person, .help = N_("Who answers for it.")},
	{.name = "due", .label = N_("Due"), .type = FIELD_DATE, .width = 10, .since = 2,
	 .flags = F_LISTED, .help = N_("By when.")},
	{.name = "status", .label = N_("Status"), .type = FIELD_CHOICE, .width = 8, .since = 2,
	 .flags = F_REQUIRED | F_LISTED, .choices = states, .initial = "open",
	 .help = N_("How far it is.")},
	{.name = "reason", .label = N_("Reason"), .type = FIELD_NOTE, .width = 30, .since = 2,
	 .flags = F_SEARCHED, .help = N_("Why it was dropped.")},
	{.name = "notes", .label = N_("Notes"), .type = FIELD_NOTE, .width = 30, .since = 2,
	 .flags = F_SEARCHED, .section = N_("Notes"), .help = N_("Anything else.")},
	{.name = "objectives", .label = N_("Objectives"), .type = FIELD_INT, .width = 5, .since = 2,
	 .flags = F_DERIVED | F_LISTED,
	 .help = N_("How many information security objectives serve it, those cancelled left out "
		    "(6.2).")},
	{.name = "covered", .label = N_("Covered"), .type = FIELD_BOOL, .width = 7, .since = 2,
	 .flags = F_DERIVED, .help = N_("At least one does.")},
	{.name = "overdue", .label = N_("Overdue"), .type = FIELD_BOOL, .width = 7, .since = 2,
	 .flags = F_DERIVED, .help = N_("Still open though its day has passed.")},
};

const struct kind kind_business_goal = {
	.name = "business_goal", .title = N_("Business goal"), .plural = N_("Business goals"),
	.prefix = "BG", .clause = "5.1", .number = 33, .group = GROUP_LEADERSHIP, .since = 2,
	.fields = fields, .nfields = sizeof(fields) / sizeof(*fields), .life = &life,
	.help = N_("The goals of the business that information security has to serve. Auditors ask "
		   "top management how both fit together; a goal without an objective shows a "
		   "gap."),
};
