/*
 * Why the organisation should have an ISMS, or spend on a part of it (5.1):
 * costs, benefits, and what doing nothing would cost. Benefits and options are
 * registers of their own.
 */
#include "config.h"

#include "isms/model/check.h"
#include "isms/model/kinds.h"
#include "isms/util/i18n.h"

static const struct choice states[] = {
	{"draft", N_("Draft"), STYLE_DIM, NULL},
	{"in review", N_("In review"), STYLE_PLAIN, NULL},
	{"approved", N_("Approved"), STYLE_GOOD, NULL},
	{"rejected", N_("Rejected"), STYLE_BAD, NULL},
	{"superseded", N_("Superseded"), STYLE_DIM, NULL},
	{NULL, NULL, STYLE_PLAIN, NULL},
};

static const struct move moves[] = {
	{"draft", "in review", NULL}, {"in review", "draft", NULL},
	{"in review", "approved", "approver"}, {"in review", "rejected", "reason"},
	{"approved", "superseded", NULL},
	{NULL, NULL, NULL},
};

static const struct lifecycle life = {"status", moves};

static const struct field fields[] = {
	{.name = "title", .label = N_("Business case"), .type = FIELD_TEXT, .width = 34, .since = 2,
	 .flags = F_REQUIRED | F_LISTED | F_SEARCHED, .help = N_("What it is about.")},
	{.name = "status", .label = N_("Status"), .type = FIELD_CHOICE, .width = 10, .since = 2,
	 .flags = F_REQUIRED | F_LISTED, .choices = states, .initial = "draft",
	 .help = N_("How far it is.")},
	{.name = "summary", .label = N_("Summary"), .type = FIELD_NOTE, .width = 40, .since = 2,
	 .flags = F_SEARCHED,
	 .help = N_("The case in five sentences that a managing director reads.")},
	{.name = "inaction", .label = N_("Doing nothing"), .type = FIELD_NOTE, .width = 40,
	 .since = 2, .flags = F_SEARCHED,
	 .help = N_("What happens, with which likelihood and cost, when nothing is done.")},
	{.name = "dangers", .label = N_("What may go wrong"), .type = FIELD_NOTE, .width = 30,
	 .since = 2, .flags = F_SEARCHED, .help = N_("What may keep the benefits from coming.")},
	{.name = "goals", .label = N_("Business goals"), .type = FIELD_REFS, .width = 16,
	 .since = 2, .ref = &kind_business_goal,
	 .help = N_("The goals of the business that it serves.")},
	{.name = "cost_once", .label = N_("Cost once"), .type = FIELD_MONEY, .width = 12,
	 .since = 2, .flags = F_LISTED, .min = 0, .max = 100000000000000L, .section = N_("Cost"),
	 .help = N_("What it costs to set up.")},
	{.name = "cost_yearly", .label = N_("Cost yearly"), .type = FIELD_MONEY, .width = 12,
	 .since = 2, .flags = F_LISTED, .min = 0, .max = 100000000000000L,
	 .help = N_("What it costs each year.")},
	{.name = "effort", .label = N_("Effort (days)"), .type = FIELD_INT, .width = 6, .since = 2,
	 .min = 0, .max = 100000, .help = N_("Person days to set it up.")},
	{.name = "author", .label = N_("Author"), .type = FIELD_REF, .width = 16, .since = 2,
	 .ref = &kind_person, .section = N_("Approval"), .help = N_("Who wrote it.")},
	{.name = "approver", .label = N_("Approver"), .type = FIELD_REF, .width = 16, .since = 2,
	 .flags = F_LISTED, .ref = &kind_person,
	 .help = N_("Who approved it, and is not the author.")},
	{.name = "approved_on", .label = N_("Approved on"), .type = FIELD_DATE, .width = 10,
	 .since = 2, .help = N_("The day it was approved.")},
	{.name = "decision", .label = N_("Decision"), .type = FIELD_REF, .width = 18, .since = 2,
	 .ref = &kind_decision, .help = N_("The decision that came of it.")},
	{.name = "reason", .label = N_("Reason"), .type = FIELD_NOTE, .width = 30, .since = 2,
	 .flags = F_SEARCHED, .help = N_("Why it was rejected.")},
	{.name = "frozen", .label = N_("Frozen"), .type = FIELD_NOTE, .width = 20, .since = 2,
	 .flags = F_ONCE,
	 .section = N_("Frozen"),
	 .help = N_("An exact copy of the case with its benefits and options as CSV, made when it "
		    "was approved. Nothing is to be entered.")},
	{.name = "notes", .label = N_("Notes"), .type = FIELD_NOTE, .width = 30, .since = 2,
	 .flags = F_SEARCHED, .section = N_("Notes"), .help = N_("Anything else.")},
	{.name = "benefits", .label = N_("Benefits"), .type = FIELD_INT, .width = 5, .since = 2,
	 .flags = F_DERIVED, .help = N_("How many benefits it names.")},
	{.name = "expected", .label = N_("Expected yearly"), .type = FIELD_MONEY, .width = 12,
	 .since = 2, .flags = F_DERIVED | F_LISTED,
	 .help = N_("The sum of what its benefits are expected to bring a year.")},
	{.name = "observed", .label = N_("Observed yearly"), .type = FIELD_MONEY, .width = 12,
	 .since = 2, .flags = F_DERIVED,
	 .help = N_("The sum of what they have been seen to bring.")},
	{.name = "payback_months", .label = N_("Pays back (months)"), .type = FIELD_INT, .width = 5,
	 .since = 2, .flags = F_DERIVED | F_LISTED,
	 .help = N_("Cost once over the yearly gain (expected less cost yearly), rounded up; empty "
		    "when it never does.")},
};

static bool case_check(const struct rules *rules, const struct record *rec, struct err *err)
{
	return !check_is(rec, "status", "approved") ||
	       check_approver(rules, rec, "author", "approver", err);
}

const struct kind kind_business_case = {
	.name = "business_case", .title = N_("Business case"), .plural = N_("Business cases"),
	.prefix = "BC", .clause = "5.1", .number = 34, .group = GROUP_LEADERSHIP, .since = 2,
	.fields = fields, .nfields = sizeof(fields) / sizeof(*fields), .life = &life,
	.check = case_check,
	.help = N_("Costs, benefits and the risk of doing nothing, for the decision of top "
		   "management. Auditors see in it that resources were weighed and not just "
		   "granted."),
};
