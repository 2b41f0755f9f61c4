/* Units, departments, teams and sites. */
#include "config.h"

#include "isms/model/kinds.h"
#include "isms/util/i18n.h"

static const struct choice unit_kinds[] = {
	{"company", N_("Company"), STYLE_PLAIN, NULL},
	{"unit", N_("Unit"), STYLE_PLAIN, NULL},
	{"department", N_("Department"), STYLE_PLAIN, NULL},
	{"team", N_("Team"), STYLE_PLAIN, NULL},
	{"site", N_("Site"), STYLE_PLAIN, NULL},
	{"body", N_("Body"), STYLE_PLAIN, NULL},
	{NULL, NULL, STYLE_PLAIN, NULL},
};

const struct choice scope_choices[] = {
	{"in", N_("In"), STYLE_GOOD, NULL},
	{"out", N_("Out"), STYLE_DIM, NULL},
	{"partly", N_("Partly"), STYLE_PLAIN, NULL},
	{"undecided", N_("Undecided"), STYLE_WARN, NULL},
	{NULL, NULL, STYLE_PLAIN, NULL},
};

static const struct field fields[] = {
	{.name = "title", .label = N_("Name"), .type = FIELD_TEXT, .width = 28, .since = 1,
	 .flags = F_REQUIRED | F_LISTED | F_SEARCHED,
	 .help = N_("The unit's name as people in the house say it.")},
	{.name = "unit_kind", .label = N_("Kind"), .type = FIELD_CHOICE, .width = 10, .since = 1,
	 .flags = F_REQUIRED | F_LISTED | F_SEARCHED, .choices = unit_kinds,
	 .initial = "department",
	 .help = N_("What sort of unit it is; sites and bodies are units too.")},
	{.name = "parent", .label = N_("Part of"), .type = FIELD_REF, .width = 20, .since = 1,
	 .flags = F_LISTED, .ref = &kind_org_unit, .help = N_("The unit above it.")},
	{.name = "head", .label = N_("Head"), .type = FIELD_REF, .width = 16, .since = 1,
	 .flags = F_LISTED, .ref = &kind_person, .help = N_("Who leads it.")},
	{.name = "in_scope", .label = N_("Scope"), .type = FIELD_CHOICE, .width = 9, .since = 1,
	 .flags = F_REQUIRED | F_LISTED, .choices = scope_choices, .initial = "undecided",
	 .help = N_("Whether it lies within the scope of the ISMS. Auditors compare this with "
		    "the scope statement.")},
	{.name = "scope_reason", .label = N_("Reason"), .type = FIELD_NOTE, .width = 30, .since = 1,
	 .flags = F_SEARCHED,
	 .help = N_("Why it is out, or what is in; an exclusion without a reason is a finding.")},
	{.name = "notes", .label = N_("Notes"), .type = FIELD_NOTE, .width = 30, .since = 1,
	 .flags = F_SEARCHED, .section = N_("Notes"), .help = N_("Anything else.")},
};

const struct kind kind_org_unit = {
	.name = "org_unit", .title = N_("Unit"), .plural = N_("Units"), .prefix = "U",
	.clause = "4.3", .number = 2, .group = GROUP_CONTEXT, .since = 1,
	.fields = fields, .nfields = sizeof(fields) / sizeof(*fields),
	.help = N_("The organisation's units and sites, and whether each is in scope. An auditor "
		   "picks a unit and asks why it is in or out."),
};
