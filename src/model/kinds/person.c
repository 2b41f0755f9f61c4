/* People who own, do and approve. */
#include "config.h"

#include "isms/model/kinds.h"
#include "isms/util/i18n.h"

static const struct choice person_kinds[] = {
	{"employee", N_("Employee"), STYLE_PLAIN, NULL},
	{"contractor", N_("Contractor"), STYLE_PLAIN, NULL},
	{"supplier staff", N_("Supplier staff"), STYLE_PLAIN, NULL},
	{"board", N_("Board"), STYLE_PLAIN, NULL},
	{NULL, NULL, STYLE_PLAIN, NULL},
};

static const struct field fields[] = {
	{.name = "title", .label = N_("Name"), .type = FIELD_TEXT, .width = 24, .since = 1,
	 .flags = F_REQUIRED | F_LISTED | F_SEARCHED,
	 .help = N_("The person's name, or the function where the post is what counts.")},
	{.name = "position", .label = N_("Position"), .type = FIELD_TEXT, .width = 20, .since = 1,
	 .flags = F_LISTED | F_SEARCHED, .help = N_("What the person does here.")},
	{.name = "email", .label = N_("E-mail"), .type = FIELD_TEXT, .width = 24, .since = 1,
	 .flags = F_LISTED | F_SEARCHED, .help = N_("Where the person is reached.")},
	{.name = "unit", .label = N_("Unit"), .type = FIELD_REF, .width = 16, .since = 1,
	 .flags = F_LISTED, .ref = &kind_org_unit, .help = N_("The unit the person belongs to.")},
	{.name = "person_kind", .label = N_("Kind"), .type = FIELD_CHOICE, .width = 12, .since = 1,
	 .flags = F_REQUIRED, .choices = person_kinds, .initial = "employee",
	 .help = N_("How the person is bound to the organisation.")},
	{.name = "joined", .label = N_("Joined"), .type = FIELD_DATE, .width = 10, .since = 1,
	 .help = N_("First day.")},
	{.name = "left_on", .label = N_("Left"), .type = FIELD_DATE, .width = 10, .since = 1,
	 .flags = F_LISTED,
	 .help = N_("Last day. What somebody who has left still owns needs a new owner.")},
	{.name = "notes", .label = N_("Notes"), .type = FIELD_NOTE, .width = 30, .since = 1,
	 .flags = F_SEARCHED, .section = N_("Notes"), .help = N_("Anything else.")},
	{.name = "owns", .label = N_("Owns"), .type = FIELD_INT, .width = 5, .since = 3,
	 .flags = F_DERIVED | F_LISTED,
	 .help = N_("How many assets, controls, documents, laws, objectives, processes, risks and "
		    "suppliers the person answers for.")},
};

const struct kind kind_person = {
	.name = "person", .title = N_("Person"), .plural = N_("People"), .prefix = "P",
	.clause = "5.3", .number = 3, .group = GROUP_LEADERSHIP, .since = 1,
	.fields = fields, .nfields = sizeof(fields) / sizeof(*fields),
	.help = N_("Everybody who owns a risk or an asset, carries out an action or approves. "
		   "Auditors interview them: names must be current."),
};
