/*
 * What lies inside the boundary of the ISMS and what outside, with the
 * interfaces between (4.3). Units and processes carry their own decision; what
 * is listed here is the rest, or a decision that needs more words.
 */
#include "config.h"

#include "isms/model/check.h"
#include "isms/model/kinds.h"
#include "isms/util/i18n.h"

static const struct choice item_kinds[] = {
	{"unit", N_("Unit"), STYLE_PLAIN, NULL},
	{"site", N_("Site"), STYLE_PLAIN, NULL},
	{"process", N_("Process"), STYLE_PLAIN, NULL},
	{"system", N_("System"), STYLE_PLAIN, NULL},
	{"supplier", N_("Supplier"), STYLE_PLAIN, NULL},
	{"interface", N_("Interface"), STYLE_PLAIN, NULL},
	{"access path", N_("Access path"), STYLE_PLAIN, NULL},
	{NULL, NULL, STYLE_PLAIN, NULL},
};

static const struct field fields[] = {
	{.name = "title", .label = N_("Item"), .type = FIELD_TEXT, .width = 34, .since = 2,
	 .flags = F_REQUIRED | F_LISTED | F_SEARCHED, .help = N_("What is decided on.")},
	{.name = "item_kind", .label = N_("Kind"), .type = FIELD_CHOICE, .width = 11, .since = 2,
	 .flags = F_REQUIRED | F_LISTED | F_SEARCHED, .choices = item_kinds, .initial = "interface",
	 .help = N_("What sort of thing it is.")},
	{.name = "object", .label = N_("Record"), .type = FIELD_LINK, .width = 18, .since = 2,
	 .help = N_("The unit, process, asset or supplier that is meant, where there is a record "
		    "of it.")},
	{.name = "in_scope", .label = N_("Scope"), .type = FIELD_CHOICE, .width = 9, .since = 2,
	 .flags = F_REQUIRED | F_LISTED, .choices = scope_choices, .initial = "undecided",
	 .help = N_("Whether it lies within the scope. An interface stands at the boundary: "
		    "partly.")},
	{.name = "reason", .label = N_("Reason"), .type = FIELD_NOTE, .width = 30, .since = 2,
	 .flags = F_LISTED | F_SEARCHED,
	 .help = N_("Why it is in or out. An exclusion without a reason is a nonconformity.")},
	{.name = "other_side", .label = N_("Other side"), .type = FIELD_TEXT, .width = 20,
	 .since = 2, .flags = F_SEARCHED, .section = N_("At the boundary"),
	 .help = N_("Who or what is on the other side of an interface or access path.")},
	{.name = "dependency", .label = N_("Dependency"), .type = FIELD_NOTE, .width = 30,
	 .since = 2, .flags = F_SEARCHED,
	 .help = N_("What we get from there and what happens without it (4.3 c).")},
	{.name = "protection", .label = N_("Protection"), .type = FIELD_NOTE, .width = 30,
	 .since = 2, .flags = F_SEARCHED,
	 .help = N_("What guards the crossing: contract, gateway, check.")},
	{.name = "controls", .label = N_("Controls"), .type = FIELD_REFS, .width = 14, .since = 2,
	 .ref = &kind_control, .help = N_("The controls that guard it.")},
	{.name = "owner", .label = N_("Owner"), .type = FIELD_REF, .width = 16, .since = 2,
	 .flags = F_LISTED, .ref = &kind_person, .help = N_("Who watches over it.")},
	{.name = "next_review", .label = N_("Next review"), .type = FIELD_DATE, .width = 10,
	 .since = 2, .help = N_("When the decision is looked at again.")},
	{.name = "notes", .label = N_("Notes"), .type = FIELD_NOTE, .width = 30, .since = 2,
	 .flags = F_SEARCHED, .section = N_("Notes"), .help = N_("Anything else.")},
	{.name = "overdue", .label = N_("Overdue"), .type = FIELD_BOOL, .width = 7, .since = 2,
	 .flags = F_DERIVED, .help = N_("Its review is due.")},
};

static bool item_check(const struct rules *rules, const struct record *rec, struct err *err)
{
	(void)rules;
	return check_needs(rec, "in_scope", "out", "reason",
			   _("what is out of scope needs a reason"), err);
}

const struct kind kind_scope_item = {
	.name = "scope_item", .title = N_("Scope item"), .plural = N_("Scope items"),
	.prefix = "SI", .clause = "4.3", .number = 22, .group = GROUP_CONTEXT, .since = 2,
	.fields = fields, .nfields = sizeof(fields) / sizeof(*fields), .check = item_check,
	.help = N_("Sites, systems, suppliers, interfaces and access paths, each in or out of "
		   "scope, with the reason. Auditors walk along the boundary and ask what crosses "
		   "it."),
};
