/* Meetings of bodies with their minutes. What is decided there stands in decision. */
#include "config.h"

#include "isms/model/kinds.h"
#include "isms/util/i18n.h"

static const struct choice states[] = {
	{"planned", N_("Planned"), STYLE_PLAIN, NULL},
	{"held", N_("Held"), STYLE_PLAIN, NULL},
	{"minutes approved", N_("Minutes approved"), STYLE_GOOD, NULL},
	{"cancelled", N_("Cancelled"), STYLE_DIM, NULL},
	{NULL, NULL, STYLE_PLAIN, NULL},
};

static const struct move moves[] = {
	{"planned", "held", "held_on"}, {"planned", "cancelled", "reason"},
	{"held", "minutes approved", "minutes"},
	{NULL, NULL, NULL},
};

static const struct lifecycle life = {"status", moves};

static const struct field fields[] = {
	{.name = "title", .label = N_("Meeting"), .type = FIELD_TEXT, .width = 32, .since = 2,
	 .flags = F_REQUIRED | F_LISTED | F_SEARCHED,
	 .help = N_("Body and month: \"Security circle, November 2026\".")},
	{.name = "body", .label = N_("Body"), .type = FIELD_REF, .width = 20, .since = 2,
	 .flags = F_LISTED, .ref = &kind_body, .help = N_("Which body met.")},
	{.name = "planned", .label = N_("Planned for"), .type = FIELD_DATE, .width = 10, .since = 2,
	 .flags = F_LISTED, .help = N_("The day it is called for.")},
	{.name = "held_on", .label = N_("Held on"), .type = FIELD_DATE, .width = 10, .since = 2,
	 .flags = F_LISTED, .help = N_("The day it took place.")},
	{.name = "status", .label = N_("Status"), .type = FIELD_CHOICE, .width = 16, .since = 2,
	 .flags = F_REQUIRED | F_LISTED, .choices = states, .initial = "planned",
	 .help = N_("How far it is.")},
	{.name = "place", .label = N_("Place"), .type = FIELD_TEXT, .width = 16, .since = 2,
	 .flags = F_SEARCHED, .help = N_("Room, or that it was held by video.")},
	{.name = "chair", .label = N_("Chair"), .type = FIELD_REF, .width = 16, .since = 2,
	 .flags = F_LISTED, .ref = &kind_person, .help = N_("Who led it.")},
	{.name = "attendees", .label = N_("Attendees"), .type = FIELD_REFS, .width = 24, .since = 2,
	 .ref = &kind_person, .help = N_("Who came.")},
	{.name = "excused", .label = N_("Excused"), .type = FIELD_REFS, .width = 24, .since = 2,
	 .ref = &kind_person, .help = N_("Who was missing.")},
	{.name = "agenda", .label = N_("Agenda"), .type = FIELD_NOTE, .width = 30, .since = 2,
	 .flags = F_SEARCHED, .section = N_("Content"), .help = N_("What was to be talked about.")},
	{.name = "minutes", .label = N_("Minutes"), .type = FIELD_NOTE, .width = 40, .since = 2,
	 .flags = F_SEARCHED,
	 .help = N_("What was said and agreed, in short; or where the minutes lie.")},
	{.name = "reason", .label = N_("Reason"), .type = FIELD_NOTE, .width = 20, .since = 2,
	 .flags = F_SEARCHED, .help = N_("Why it was cancelled.")},
	{.name = "notes", .label = N_("Notes"), .type = FIELD_NOTE, .width = 30, .since = 2,
	 .flags = F_SEARCHED, .section = N_("Notes"), .help = N_("Anything else.")},
	{.name = "decisions", .label = N_("Decisions"), .type = FIELD_INT, .width = 5, .since = 2,
	 .flags = F_DERIVED | F_LISTED, .help = N_("How many decisions were taken in it.")},
	{.name = "overdue", .label = N_("Overdue"), .type = FIELD_BOOL, .width = 7, .since = 2,
	 .flags = F_DERIVED,
	 .help = N_("It was planned for a day that has passed, and is neither held nor "
		    "cancelled.")},
};

const struct kind kind_meeting = {
	.name = "meeting", .title = N_("Meeting"), .plural = N_("Meetings"), .prefix = "MT",
	.clause = "5.1", .number = 30, .group = GROUP_LEADERSHIP, .since = 2, .fields = fields,
	.nfields = sizeof(fields) / sizeof(*fields), .life = &life,
	.help = N_("Meetings on information security with who came and what was said. The "
		   "management review has a register of its own. Auditors read minutes for "
		   "decisions and for what became of them."),
};
