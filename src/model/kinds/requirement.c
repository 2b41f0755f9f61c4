/*
 * What an interested party or a law asks for (4.2 b and c, A.5.31), whether the
 * ISMS sees to it, and how far it is met.
 */
#include "config.h"

#include "isms/model/check.h"
#include "isms/model/kinds.h"
#include "isms/util/i18n.h"

static const struct choice req_kinds[] = {
	{"legal", N_("Legal"), STYLE_PLAIN, NULL},
	{"regulatory", N_("Regulatory"), STYLE_PLAIN, NULL},
	{"contractual", N_("Contractual"), STYLE_PLAIN, NULL},
	{"governance", N_("Governance"), STYLE_PLAIN, NULL},
	{"voluntary", N_("Voluntary"), STYLE_PLAIN, NULL},
	{NULL, NULL, STYLE_PLAIN, NULL},
};

static const struct choice answers[] = {
	{"yes", N_("Yes"), STYLE_GOOD, NULL},
	{"no", N_("No"), STYLE_DIM, NULL},
	{"undecided", N_("Undecided"), STYLE_WARN, NULL},
	{NULL, NULL, STYLE_PLAIN, NULL},
};

static const struct choice states[] = {
	{"met", N_("Met"), STYLE_GOOD, NULL},
	{"partly", N_("Partly met"), STYLE_WARN, NULL},
	{"not met", N_("Not met"), STYLE_BAD, NULL},
	{"not assessed", N_("Not assessed"), STYLE_DIM, NULL},
	{NULL, NULL, STYLE_PLAIN, NULL},
};

static const struct field fields[] = {
	{.name = "title", .label = N_("Requirement"), .type = FIELD_TEXT, .width = 36, .since = 2,
	 .flags = F_REQUIRED | F_LISTED | F_SEARCHED,
	 .help = N_("What is asked for, in a line that names the duty.")},
	{.name = "party", .label = N_("Party"), .type = FIELD_REF, .width = 18, .since = 2,
	 .flags = F_LISTED, .ref = &kind_interested_party,
	 .help = N_("Who asks for it. This or the legal requirement must be named.")},
	{.name = "legal", .label = N_("Law or contract"), .type = FIELD_REF, .width = 18,
	 .since = 2, .flags = F_LISTED, .ref = &kind_legal_requirement,
	 .help = N_("The law, contract or standard that it stands in.")},
	{.name = "req_kind", .label = N_("Kind"), .type = FIELD_CHOICE, .width = 11, .since = 2,
	 .flags = F_REQUIRED | F_LISTED | F_SEARCHED, .choices = req_kinds,
	 .initial = "contractual", .help = N_("What makes it binding.")},
	{.name = "description", .label = N_("Wording"), .type = FIELD_NOTE, .width = 30, .since = 2,
	 .flags = F_SEARCHED,
	 .help = N_("What exactly is asked for, with numbers and times (\"notice within four "
		    "hours\").")},
	{.name = "in_isms", .label = N_("In the ISMS"), .type = FIELD_CHOICE, .width = 9,
	 .since = 2, .flags = F_REQUIRED | F_LISTED, .choices = answers, .initial = "undecided",
	 .section = N_("Decision"),
	 .help = N_("Whether the ISMS sees to it (4.2 c). Every requirement has to be decided.")},
	{.name = "reason", .label = N_("Reason"), .type = FIELD_NOTE, .width = 30, .since = 2,
	 .flags = F_SEARCHED,
	 .help = N_("Why it is left out, and who sees to it then; or why it is in.")},
	{.name = "climate", .label = N_("Climate"), .type = FIELD_BOOL, .width = 7, .since = 2,
	 .initial = "no", .help = N_("It has to do with climate change (Amendment 1:2024).")},
	{.name = "how", .label = N_("How it is met"), .type = FIELD_NOTE, .width = 30, .since = 2,
	 .flags = F_SEARCHED, .section = N_("How it is met"),
	 .help = N_("What is done here to meet it, in a sentence or two.")},
	{.name = "controls", .label = N_("Controls"), .type = FIELD_REFS, .width = 14, .since = 2,
	 .ref = &kind_control, .help = N_("The controls that meet it.")},
	{.name = "documents", .label = N_("Documents"), .type = FIELD_REFS, .width = 14, .since = 2,
	 .ref = &kind_document, .help = N_("The documents that meet it or say how.")},
	{.name = "processes", .label = N_("Processes"), .type = FIELD_REFS, .width = 14, .since = 2,
	 .ref = &kind_process, .help = N_("The processes that it binds.")},
	{.name = "compliance", .label = N_("Compliance"), .type = FIELD_CHOICE, .width = 12,
	 .since = 2, .flags = F_REQUIRED | F_LISTED, .choices = states, .initial = "not assessed",
	 .help = N_("How far it is met. Auditors ask for the last evaluation and what it rested "
		    "on.")},
	{.name = "assessed_on", .label = N_("Assessed on"), .type = FIELD_DATE, .width = 10,
	 .since = 2, .help = N_("When somebody last judged that.")},
	{.name = "gap", .label = N_("Gap"), .type = FIELD_NOTE, .width = 30, .since = 2,
	 .flags = F_SEARCHED, .help = N_("What is missing until it is met.")},
	{.name = "owner", .label = N_("Owner"), .type = FIELD_REF, .width = 16, .since = 2,
	 .flags = F_LISTED, .ref = &kind_person, .section = N_("Review"),
	 .help = N_("Who sees to it that it is met.")},
	{.name = "next_review", .label = N_("Next review"), .type = FIELD_DATE, .width = 10,
	 .since = 2, .help = N_("When it is judged again.")},
	{.name = "notes", .label = N_("Notes"), .type = FIELD_NOTE, .width = 30, .since = 2,
	 .flags = F_SEARCHED, .section = N_("Notes"), .help = N_("Anything else.")},
	{.name = "overdue", .label = N_("Overdue"), .type = FIELD_BOOL, .width = 7, .since = 2,
	 .flags = F_DERIVED, .help = N_("Its review is due.")},
};

static const char *const title_from[] = {"description", NULL};

static bool requirement_check(const struct rules *rules, const struct record *rec, struct err *err)
{
	(void)rules;
	if (!check_has(rec, "party") && !check_has(rec, "legal"))
		return err_field(err, kind_field(rec->kind, "party"),
				 _("a requirement needs the party or the law it comes from"));
	return check_needs(rec, "in_isms", "no", "reason",
			   _("a requirement that is left out needs a reason"), err);
}

const struct kind kind_requirement = {
	.name = "requirement", .title = N_("Requirement"), .plural = N_("Requirements"),
	.prefix = "REQ", .clause = "4.2", .number = 19, .group = GROUP_CONTEXT, .since = 2,
	.fields = fields, .nfields = sizeof(fields) / sizeof(*fields), .title_from = title_from,
	.check = requirement_check,
	.help = N_("What parties and laws ask for, and which of it is met through the ISMS. "
		   "Auditors look for requirements without a decision, and for decisions without "
		   "anything behind them."),
};
