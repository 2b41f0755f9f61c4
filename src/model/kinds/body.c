/* Committees and working groups (5.1, 5.3): mandate, members, rhythm. */
#include "config.h"

#include "isms/model/kinds.h"
#include "isms/util/i18n.h"

static const struct field fields[] = {
	{.name = "title", .label = N_("Body"), .type = FIELD_TEXT, .width = 28, .since = 2,
	 .flags = F_REQUIRED | F_LISTED | F_SEARCHED, .help = N_("What it is called.")},
	{.name = "mandate", .label = N_("Mandate"), .type = FIELD_NOTE, .width = 40, .since = 2,
	 .flags = F_SEARCHED,
	 .help = N_("What it decides, what it only prepares, and to whom it reports.")},
	{.name = "chair", .label = N_("Chair"), .type = FIELD_REF, .width = 16, .since = 2,
	 .flags = F_LISTED, .ref = &kind_person, .help = N_("Who leads it.")},
	{.name = "members", .label = N_("Members"), .type = FIELD_REFS, .width = 24, .since = 2,
	 .ref = &kind_person, .help = N_("Who belongs to it. All of them from IT is a bad sign.")},
	{.name = "unit", .label = N_("Unit"), .type = FIELD_REF, .width = 16, .since = 2,
	 .ref = &kind_org_unit, .help = N_("Where it stands in the organisation.")},
	{.name = "interval_months", .label = N_("Every (months)"), .type = FIELD_INT, .width = 4,
	 .since = 2, .flags = F_LISTED, .min = 1, .max = 36,
	 .help = N_("How often it meets at least.")},
	{.name = "founded", .label = N_("Founded"), .type = FIELD_DATE, .width = 10, .since = 2,
	 .help = N_("Since when it exists.")},
	{.name = "dissolved", .label = N_("Dissolved"), .type = FIELD_DATE, .width = 10, .since = 2,
	 .help = N_("Since when it no longer does.")},
	{.name = "notes", .label = N_("Notes"), .type = FIELD_NOTE, .width = 30, .since = 2,
	 .flags = F_SEARCHED, .section = N_("Notes"), .help = N_("Anything else.")},
	{.name = "last_met", .label = N_("Last met"), .type = FIELD_DATE, .width = 10, .since = 2,
	 .flags = F_DERIVED | F_LISTED, .help = N_("Its last meeting that was held.")},
	{.name = "next_due", .label = N_("Next due"), .type = FIELD_DATE, .width = 10, .since = 2,
	 .flags = F_DERIVED | F_LISTED, .help = N_("When it has to meet again by its rhythm.")},
	{.name = "overdue", .label = N_("Overdue"), .type = FIELD_BOOL, .width = 7, .since = 2,
	 .flags = F_DERIVED | F_LISTED, .help = N_("It should have met and has not.")},
};

const struct kind kind_body = {
	.name = "body", .title = N_("Body"), .plural = N_("Bodies"), .prefix = "BO",
	.clause = "5.3", .number = 29, .group = GROUP_LEADERSHIP, .since = 2, .fields = fields,
	.nfields = sizeof(fields) / sizeof(*fields),
	.help = N_("The committees and circles that steer information security. Auditors ask for "
		   "the mandate, the minutes of the last meetings and who came."),
};
