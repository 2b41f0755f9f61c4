/* Who holds which role, from when to when (5.3). Title: person and role, from the view. */
#include "config.h"

#include "isms/model/check.h"
#include "isms/model/kinds.h"
#include "isms/util/i18n.h"

static const struct choice capacities[] = {
	{"holder", N_("Holder"), STYLE_PLAIN, NULL},
	{"deputy", N_("Deputy"), STYLE_PLAIN, NULL},
	{NULL, NULL, STYLE_PLAIN, NULL},
};

static const struct field fields[] = {
	{.name = "title", .label = N_("Assignment"), .type = FIELD_TEXT, .width = 40, .since = 2,
	 .flags = F_DERIVED | F_LISTED, .help = N_("Person and role.")},
	{.name = "person", .label = N_("Person"), .type = FIELD_REF, .width = 20, .since = 2,
	 .flags = F_REQUIRED, .ref = &kind_person, .help = N_("Who holds the role.")},
	{.name = "role", .label = N_("Role"), .type = FIELD_REF, .width = 20, .since = 2,
	 .flags = F_REQUIRED, .ref = &kind_role,
	 .help = N_("Which role. A person may hold several.")},
	{.name = "unit", .label = N_("Unit"), .type = FIELD_REF, .width = 16, .since = 2,
	 .flags = F_LISTED, .ref = &kind_org_unit,
	 .help = N_("For which unit, where it does not hold for all.")},
	{.name = "capacity", .label = N_("As"), .type = FIELD_CHOICE, .width = 7, .since = 2,
	 .flags = F_REQUIRED | F_LISTED, .choices = capacities, .initial = "holder",
	 .help = N_("Holder, or deputy who stands in.")},
	{.name = "from_date", .label = N_("From"), .type = FIELD_DATE, .width = 10, .since = 2,
	 .flags = F_LISTED, .initial = "today", .help = N_("The first day.")},
	{.name = "to_date", .label = N_("To"), .type = FIELD_DATE, .width = 10, .since = 2,
	 .flags = F_LISTED, .help = N_("The last day; empty as long as it lasts.")},
	{.name = "appointed_by", .label = N_("Appointed by"), .type = FIELD_REF, .width = 16,
	 .since = 2, .ref = &kind_person,
	 .help = N_("Who gave the role; for ISMS roles top management.")},
	{.name = "proof", .label = N_("Proof"), .type = FIELD_TEXT, .width = 24, .since = 2,
	 .flags = F_SEARCHED, .help = N_("Letter of appointment, minutes, contract.")},
	{.name = "notified_on", .label = N_("Authority told on"), .type = FIELD_DATE, .width = 10,
	 .since = 2,
	 .help = N_("When the authority was told, where it must be: the data protection officer.")},
	{.name = "notes", .label = N_("Notes"), .type = FIELD_NOTE, .width = 30, .since = 2,
	 .flags = F_SEARCHED, .section = N_("Notes"), .help = N_("Anything else.")},
	{.name = "in_force", .label = N_("In force"), .type = FIELD_BOOL, .width = 7, .since = 2,
	 .flags = F_DERIVED | F_LISTED,
	 .help = N_("Today lies within its dates, and the person has not left.")},
};

static bool assignment_check(const struct rules *rules, const struct record *rec, struct err *err)
{
	(void)rules;
	return check_order(rec, "from_date", "to_date", err);
}

const struct kind kind_assignment = {
	.name = "assignment", .title = N_("Assignment"), .plural = N_("Assignments"),
	.prefix = "ASG", .clause = "5.3", .number = 28, .group = GROUP_LEADERSHIP, .since = 2,
	.fields = fields, .nfields = sizeof(fields) / sizeof(*fields), .check = assignment_check,
	.help = N_("Which person holds which role, as holder or as deputy. Auditors ask for the "
		   "appointment and for who stood in last August."),
};
