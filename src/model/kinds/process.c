/*
 * Processes of the business and of the ISMS (4.4, 8.1): how much hangs on each
 * and how well it is done.
 */
#include "config.h"

#include "isms/model/check.h"
#include "isms/model/kinds.h"
#include "isms/util/i18n.h"

static const struct choice kinds_of[] = {
	{"business", N_("Business"), STYLE_PLAIN, NULL},
	{"isms", N_("ISMS"), STYLE_PLAIN, NULL},
	{"support", N_("Support"), STYLE_PLAIN, NULL},
	{"outsourced", N_("Outsourced"), STYLE_PLAIN, NULL},
	{NULL, NULL, STYLE_PLAIN, NULL},
};

static const struct field fields[] = {
	{.name = "title", .label = N_("Process"), .type = FIELD_TEXT, .width = 30, .since = 2,
	 .flags = F_REQUIRED | F_LISTED | F_SEARCHED,
	 .help = N_("A verb and its object: \"Issue calibration certificates\".")},
	{.name = "process_kind", .label = N_("Kind"), .type = FIELD_CHOICE, .width = 10, .since = 2,
	 .flags = F_REQUIRED | F_LISTED | F_SEARCHED, .choices = kinds_of, .initial = "business",
	 .help = N_("Business earns the money; ISMS steers security (risks, audits, incidents); "
		    "support serves both; outsourced is done by others for us.")},
	{.name = "purpose", .label = N_("Purpose"), .type = FIELD_NOTE, .width = 30, .since = 2,
	 .flags = F_SEARCHED,
	 .help = N_("What it is for and what it does, so that an outsider understands.")},
	{.name = "owner", .label = N_("Owner"), .type = FIELD_REF, .width = 16, .since = 2,
	 .flags = F_LISTED, .ref = &kind_person, .help = N_("Who answers for its results.")},
	{.name = "unit", .label = N_("Unit"), .type = FIELD_REF, .width = 16, .since = 2,
	 .ref = &kind_org_unit, .help = N_("The unit that carries it out.")},
	{.name = "supplier", .label = N_("Supplier"), .type = FIELD_REF, .width = 16, .since = 2,
	 .ref = &kind_supplier,
	 .help = N_("Who carries it out, where it is outsourced. Control must reach out to there "
		    "(8.1).")},
	{.name = "importance", .label = N_("Importance"), .type = FIELD_INT, .width = 4, .since = 2,
	 .flags = F_LISTED, .min = 1, .max = 5,
	 .help = N_("What the organisation loses without it, 1 little to 5 its existence.")},
	{.name = "inputs", .label = N_("Inputs"), .type = FIELD_NOTE, .width = 30, .since = 2,
	 .flags = F_SEARCHED, .section = N_("How it works"),
	 .help = N_("What comes in, and from whom.")},
	{.name = "outputs", .label = N_("Outputs"), .type = FIELD_NOTE, .width = 30, .since = 2,
	 .flags = F_SEARCHED, .help = N_("What comes out, and for whom.")},
	{.name = "criteria", .label = N_("Criteria"), .type = FIELD_NOTE, .width = 30, .since = 2,
	 .flags = F_SEARCHED, .help = N_("By what one sees that it went well (8.1).")},
	{.name = "assets", .label = N_("Assets"), .type = FIELD_REFS, .width = 14, .since = 2,
	 .ref = &kind_asset, .help = N_("What it needs to run.")},
	{.name = "information_types", .label = N_("Information"), .type = FIELD_REFS, .width = 14,
	 .since = 2, .ref = &kind_information_type, .help = N_("The information that it handles.")},
	{.name = "personal_data", .label = N_("Personal data"), .type = FIELD_BOOL, .width = 8,
	 .since = 2, .help = N_("It handles data about people (A.5.34).")},
	{.name = "in_scope", .label = N_("Scope"), .type = FIELD_CHOICE, .width = 9, .since = 2,
	 .flags = F_REQUIRED | F_LISTED, .choices = scope_choices, .initial = "undecided",
	 .section = N_("Scope"), .help = N_("Whether it lies within the scope of the ISMS (4.3).")},
	{.name = "scope_reason", .label = N_("Reason"), .type = FIELD_NOTE, .width = 30, .since = 2,
	 .flags = F_SEARCHED, .help = N_("Why it is out, or which part is in.")},
	{.name = "rto_hours", .label = N_("Back within (hours)"), .type = FIELD_INT, .width = 6,
	 .since = 2, .min = 0, .max = 100000, .section = N_("Continuity"),
	 .help = N_("How soon it must run again after a failure (A.5.30).")},
	{.name = "rpo_hours", .label = N_("Data lost (hours)"), .type = FIELD_INT, .width = 6,
	 .since = 2, .min = 0, .max = 100000,
	 .help = N_("How many hours of data may be lost at the most (A.8.13).")},
	{.name = "maturity", .label = N_("Maturity"), .type = FIELD_INT, .width = 4, .since = 2,
	 .flags = F_LISTED, .min = 0, .max = 5, .section = N_("Maturity"),
	 .help = N_("0 not done, 1 by chance, 2 repeated, 3 written and the same whoever does it, "
		    "4 measured, 5 improved.")},
	{.name = "maturity_on", .label = N_("Judged on"), .type = FIELD_DATE, .width = 10,
	 .since = 2, .help = N_("When the maturity was judged.")},
	{.name = "maturity_evidence", .label = N_("Evidence"), .type = FIELD_NOTE, .width = 30,
	 .since = 2, .flags = F_SEARCHED, .help = N_("What the judgement rests on.")},
	{.name = "next_review", .label = N_("Next review"), .type = FIELD_DATE, .width = 10,
	 .since = 2, .flags = F_LISTED, .section = N_("Review"),
	 .help = N_("When owner, importance and maturity are looked at again.")},
	{.name = "notes", .label = N_("Notes"), .type = FIELD_NOTE, .width = 30, .since = 2,
	 .flags = F_SEARCHED, .section = N_("Notes"), .help = N_("Anything else.")},
	{.name = "links", .label = N_("Links"), .type = FIELD_INT, .width = 5, .since = 2,
	 .flags = F_DERIVED,
	 .help = N_("How many links to and from other processes are on record (4.4).")},
	{.name = "documents", .label = N_("Documents"), .type = FIELD_INT, .width = 5, .since = 3,
	 .flags = F_DERIVED, .help = N_("How many documents describe it.")},
	{.name = "overdue", .label = N_("Overdue"), .type = FIELD_BOOL, .width = 7, .since = 2,
	 .flags = F_DERIVED, .help = N_("Its review is due.")},
};

static bool process_check(const struct rules *rules, const struct record *rec, struct err *err)
{
	(void)rules;
	return check_needs(rec, "in_scope", "out", "scope_reason",
			   _("a process that is out of scope needs a reason"), err);
}

const struct kind kind_process = {
	.name = "process", .title = N_("Process"), .plural = N_("Processes"), .prefix = "PR",
	.clause = "4.4", .number = 20, .group = GROUP_CONTEXT, .since = 2, .fields = fields,
	.nfields = sizeof(fields) / sizeof(*fields), .check = process_check,
	.help = N_("What the organisation does, and the processes that the ISMS itself needs. "
		   "Auditors follow one from its inputs to its outputs and ask who owns it and "
		   "what it rests on."),
};
