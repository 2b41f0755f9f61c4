/* What is told to whom, when and how (7.4): plan and log in one register. */
#include "config.h"

#include "isms/model/kinds.h"
#include "isms/util/i18n.h"

static const struct choice directions[] = {
	{"internal", N_("Internal"), STYLE_PLAIN, NULL},
	{"external", N_("External"), STYLE_PLAIN, NULL},
	{NULL, NULL, STYLE_PLAIN, NULL},
};

static const struct field fields[] = {
	{.name = "title", .label = N_("What"), .type = FIELD_TEXT, .width = 34, .since = 2,
	 .flags = F_REQUIRED | F_LISTED | F_SEARCHED, .help = N_("What is told.")},
	{.name = "direction", .label = N_("Direction"), .type = FIELD_CHOICE, .width = 9,
	 .since = 2, .flags = F_REQUIRED | F_LISTED | F_SEARCHED, .choices = directions,
	 .initial = "internal",
	 .help = N_("Within the house or to the outside. Auditors want to see both.")},
	{.name = "audience", .label = N_("To whom"), .type = FIELD_TEXT, .width = 20, .since = 2,
	 .flags = F_LISTED | F_SEARCHED, .help = N_("Who is to know.")},
	{.name = "sender", .label = N_("By whom"), .type = FIELD_REF, .width = 16, .since = 2,
	 .flags = F_LISTED, .ref = &kind_person, .help = N_("Who tells it.")},
	{.name = "channel", .label = N_("How"), .type = FIELD_TEXT, .width = 16, .since = 2,
	 .flags = F_SEARCHED, .help = N_("Mail, talk, notice, portal, letter.")},
	{.name = "rhythm", .label = N_("When"), .type = FIELD_TEXT, .width = 16, .since = 2,
	 .flags = F_SEARCHED,
	 .help = N_("The occasion or rhythm in words: after each incident, every spring.")},
	{.name = "interval", .label = N_("Every (months)"), .type = FIELD_INT, .width = 5,
	 .since = 2, .min = 1, .max = 120,
	 .help = N_("Months between two times, where it comes back by the calendar.")},
	{.name = "planned", .label = N_("Planned"), .type = FIELD_DATE, .width = 10, .since = 2,
	 .help = N_("When it is to be told first or next.")},
	{.name = "done_on", .label = N_("Done on"), .type = FIELD_DATE, .width = 10, .since = 2,
	 .flags = F_LISTED, .help = N_("When it was last told.")},
	{.name = "linked", .label = N_("About"), .type = FIELD_LINK, .width = 20, .since = 2,
	 .help = N_("The record that it tells of: a policy, a plan, an incident.")},
	{.name = "content", .label = N_("Content"), .type = FIELD_NOTE, .width = 30, .since = 2,
	 .flags = F_SEARCHED, .help = N_("What was said, in a few sentences, or where it is.")},
	{.name = "notes", .label = N_("Notes"), .type = FIELD_NOTE, .width = 30, .since = 2,
	 .flags = F_SEARCHED, .section = N_("Notes"), .help = N_("Anything else.")},
	{.name = "next_due", .label = N_("Next due"), .type = FIELD_DATE, .width = 10, .since = 2,
	 .flags = F_DERIVED | F_LISTED,
	 .help = N_("The interval after it was last told, or the planned day where that is "
		    "still to come.")},
	{.name = "overdue", .label = N_("Overdue"), .type = FIELD_BOOL, .width = 7, .since = 2,
	 .flags = F_DERIVED | F_LISTED, .help = N_("Not told though its day has passed.")},
};

const struct kind kind_communication = {
	.name = "communication", .title = N_("Communication"), .plural = N_("Communications"),
	.prefix = "COM", .clause = "7.4", .number = 60, .group = GROUP_SUPPORT, .since = 2,
	.fields = fields, .nfields = sizeof(fields) / sizeof(*fields),
	.help = N_("What is told to whom, by whom, when and how, within and outside. Auditors ask "
		   "for the plan and for one thing that was really sent."),
};
