/*
 * Ways to do a thing, weighed against each other for a business case: by
 * ourselves, with a consultant, by a service.
 */
#include "config.h"

#include "isms/model/check.h"
#include "isms/model/kinds.h"
#include "isms/model/record.h"
#include "isms/util/i18n.h"

static const struct field fields[] = {
	{.name = "title", .label = N_("Option"), .type = FIELD_TEXT, .width = 34, .since = 2,
	 .flags = F_REQUIRED | F_LISTED | F_SEARCHED, .help = N_("The way in a line.")},
	{.name = "business_case", .label = N_("Business case"), .type = FIELD_REF, .width = 20,
	 .since = 2, .flags = F_LISTED, .ref = &kind_business_case,
	 .help = N_("The case that it belongs to.")},
	{.name = "question", .label = N_("Question"), .type = FIELD_TEXT, .width = 28, .since = 2,
	 .flags = F_LISTED | F_SEARCHED,
	 .help = N_("What is to be chosen; options of the same question stand against each "
		    "other.")},
	{.name = "cost_low", .label = N_("Cost at least"), .type = FIELD_MONEY, .width = 12,
	 .since = 2, .flags = F_LISTED, .min = 0, .max = 100000000000000L,
	 .help = N_("What it costs when all goes well.")},
	{.name = "cost_high", .label = N_("Cost at most"), .type = FIELD_MONEY, .width = 12,
	 .since = 2, .flags = F_LISTED, .min = 0, .max = 100000000000000L,
	 .help = N_("What it costs when it does not.")},
	{.name = "effort", .label = N_("Effort (days)"), .type = FIELD_INT, .width = 6, .since = 2,
	 .min = 0, .max = 100000, .help = N_("Person days of our own.")},
	{.name = "pros", .label = N_("For it"), .type = FIELD_NOTE, .width = 30, .since = 2,
	 .flags = F_SEARCHED, .help = N_("What speaks for it.")},
	{.name = "cons", .label = N_("Against it"), .type = FIELD_NOTE, .width = 30, .since = 2,
	 .flags = F_SEARCHED, .help = N_("What speaks against it.")},
	{.name = "chosen", .label = N_("Chosen"), .type = FIELD_BOOL, .width = 7, .since = 2,
	 .flags = F_LISTED, .initial = "no", .help = N_("It is the one that was chosen.")},
	{.name = "reason", .label = N_("Reason"), .type = FIELD_NOTE, .width = 30, .since = 2,
	 .flags = F_SEARCHED, .help = N_("Why it was chosen; needed there.")},
	{.name = "notes", .label = N_("Notes"), .type = FIELD_NOTE, .width = 30, .since = 2,
	 .flags = F_SEARCHED, .section = N_("Notes"), .help = N_("Anything else.")},
};

static bool option_check(const struct rules *rules, const struct record *rec, struct err *err)
{
	const struct value *chosen = record_get(rec, "chosen");

	(void)rules;
	if (chosen->set && chosen->num && !check_has(rec, "reason"))
		return err_field(err, kind_field(rec->kind, "reason"),
				 _("the chosen option needs a reason"));
	return check_order(rec, "cost_low", "cost_high", err);
}

const struct kind kind_option_choice = {
	.name = "option_choice", .title = N_("Implementation option"),
	.plural = N_("Implementation options"), .prefix = "OPT", .clause = "5.1", .number = 37,
	.group = GROUP_LEADERSHIP, .flags = KIND_DETAIL, .since = 2, .fields = fields,
	.nfields = sizeof(fields) / sizeof(*fields), .check = option_check,
	.help = N_("The ways that were weighed, with cost, pros and cons, and which was chosen. It "
		   "shows later why it was not done otherwise."),
};
