/*
 * People, equipment, money, time and services that the ISMS needs (7.1).
 * Amounts are in the unit; what they cost stands beside, since one line is
 * often both (30 days of a consultant, 21,000 euro). Money alone has only the
 * second.
 */
#include "config.h"

#include "isms/model/check.h"
#include "isms/model/kinds.h"
#include "isms/util/i18n.h"

static const struct choice kinds_of[] = {
	{"people", N_("People"), STYLE_PLAIN, NULL},
	{"equipment", N_("Equipment"), STYLE_PLAIN, NULL},
	{"money", N_("Money"), STYLE_PLAIN, NULL},
	{"time", N_("Time"), STYLE_PLAIN, NULL},
	{"service", N_("Service"), STYLE_PLAIN, NULL},
	{NULL, NULL, STYLE_PLAIN, NULL},
};

static const struct choice units[] = {
	{"person days", N_("Person days"), STYLE_PLAIN, NULL},
	{"hours", N_("Hours"), STYLE_PLAIN, NULL},
	{"pieces", N_("Pieces"), STYLE_PLAIN, NULL},
	{"months", N_("Months"), STYLE_PLAIN, NULL},
	{NULL, NULL, STYLE_PLAIN, NULL},
};

static const struct field fields[] = {
	{.name = "title", .label = N_("Resource"), .type = FIELD_TEXT, .width = 32, .since = 2,
	 .flags = F_REQUIRED | F_LISTED | F_SEARCHED, .help = N_("What is needed, and for what.")},
	{.name = "resource_kind", .label = N_("Kind"), .type = FIELD_CHOICE, .width = 9, .since = 2,
	 .flags = F_REQUIRED | F_LISTED | F_SEARCHED, .choices = kinds_of, .initial = "people",
	 .help = N_("What sort of resource it is.")},
	{.name = "year", .label = N_("Year"), .type = FIELD_INT, .width = 4, .since = 2,
	 .flags = F_LISTED, .min = 2000, .max = 2200, .help = N_("The year it is planned for.")},
	{.name = "object", .label = N_("For"), .type = FIELD_LINK, .width = 18, .since = 2,
	 .help = N_("The action, objective, milestone or other record that needs it.")},
	{.name = "owner", .label = N_("Owner"), .type = FIELD_REF, .width = 16, .since = 2,
	 .flags = F_LISTED, .ref = &kind_person,
	 .help = N_("Who asked for it and answers for its use.")},
	{.name = "unit_kind", .label = N_("Unit"), .type = FIELD_CHOICE, .width = 11, .since = 2,
	 .choices = units, .section = N_("Amount"),
	 .help = N_("What the amounts count; empty where it is money alone.")},
	{.name = "planned", .label = N_("Planned"), .type = FIELD_INT, .width = 6, .since = 2,
	 .min = 0, .max = 100000000, .help = N_("How much is asked for.")},
	{.name = "approved", .label = N_("Approved"), .type = FIELD_INT, .width = 6, .since = 2,
	 .min = 0, .max = 100000000, .help = N_("How much was granted.")},
	{.name = "used", .label = N_("Used"), .type = FIELD_INT, .width = 6, .since = 2, .min = 0,
	 .max = 100000000, .help = N_("How much is used up.")},
	{.name = "planned_cost", .label = N_("Planned cost"), .type = FIELD_MONEY, .width = 12,
	 .since = 2, .flags = F_LISTED, .min = 0, .max = 100000000000000L, .section = N_("Cost"),
	 .help = N_("What was asked for.")},
	{.name = "approved_cost", .label = N_("Approved cost"), .type = FIELD_MONEY, .width = 12,
	 .since = 2, .flags = F_LISTED, .min = 0, .max = 100000000000000L,
	 .help = N_("What was granted.")},
	{.name = "used_cost", .label = N_("Used cost"), .type = FIELD_MONEY, .width = 12,
	 .since = 2, .min = 0, .max = 100000000000000L, .help = N_("What is spent.")},
	{.name = "approval", .label = N_("Approval"), .type = FIELD_REF, .width = 18, .since = 2,
	 .ref = &kind_approval, .section = N_("Approval"),
	 .help = N_("Who granted it. Top management, as a rule.")},
	{.name = "notes", .label = N_("Notes"), .type = FIELD_NOTE, .width = 30, .since = 2,
	 .flags = F_SEARCHED, .section = N_("Notes"), .help = N_("Anything else.")},
	{.name = "used_share", .label = N_("Used %"), .type = FIELD_INT, .width = 4, .since = 2,
	 .flags = F_DERIVED | F_LISTED,
	 .help = N_("Used over approved in per cent: of the cost, or of the amount where no cost "
		    "was approved.")},
	{.name = "remaining_cost", .label = N_("Left"), .type = FIELD_MONEY, .width = 12,
	 .since = 2, .flags = F_DERIVED, .help = N_("Approved cost less used cost, 0 at least.")},
	{.name = "overdrawn", .label = N_("Overdrawn"), .type = FIELD_BOOL, .width = 7, .since = 2,
	 .flags = F_DERIVED | F_LISTED, .help = N_("More was used than approved.")},
};

static bool resource_check(const struct rules *rules, const struct record *rec, struct err *err)
{
	(void)rules;
	if (!check_has(rec, "unit_kind") &&
	    (check_has(rec, "planned") || check_has(rec, "approved") || check_has(rec, "used")))
		return err_field(err, kind_field(rec->kind, "unit_kind"),
				 _("an amount needs its unit"));
	return true;
}

const struct kind kind_resource = {
	.name = "resource", .title = N_("Resource"), .plural = N_("Resources"), .prefix = "RES",
	.clause = "7.1", .number = 38, .group = GROUP_SUPPORT, .since = 2, .fields = fields,
	.nfields = sizeof(fields) / sizeof(*fields), .check = resource_check,
	.help = N_("What the ISMS needs, what was approved and what was used. Auditors ask whether "
		   "top management gave what was asked for, and who stood in where it did not."),
};
