/*
 * The register of laws, regulations, contracts and standards (A.5.31). Its
 * single duties are requirements.
 */
#include "config.h"

#include "isms/model/check.h"
#include "isms/model/kinds.h"
#include "isms/util/i18n.h"

static const struct choice law_kinds[] = {
	{"law", N_("Law"), STYLE_PLAIN, NULL},
	{"regulation", N_("Regulation"), STYLE_PLAIN, NULL},
	{"contract", N_("Contract"), STYLE_PLAIN, NULL},
	{"standard", N_("Standard"), STYLE_PLAIN, NULL},
	{"licence", N_("Licence"), STYLE_PLAIN, NULL},
	{NULL, NULL, STYLE_PLAIN, NULL},
};

static const struct choice answers[] = {
	{"applies", N_("Applies"), STYLE_PLAIN, NULL},
	{"does not apply", N_("Does not apply"), STYLE_DIM, NULL},
	{"to be checked", N_("To be checked"), STYLE_WARN, NULL},
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
	{.name = "title", .label = N_("Title"), .type = FIELD_TEXT, .width = 34, .since = 2,
	 .flags = F_REQUIRED | F_LISTED | F_SEARCHED,
	 .help = N_("Its short name as people use it.")},
	{.name = "law_kind", .label = N_("Kind"), .type = FIELD_CHOICE, .width = 10, .since = 2,
	 .flags = F_REQUIRED | F_LISTED | F_SEARCHED, .choices = law_kinds, .initial = "law",
	 .help = N_("What sort of rule it is.")},
	{.name = "source", .label = N_("Source"), .type = FIELD_TEXT, .width = 24, .since = 2,
	 .flags = F_SEARCHED,
	 .help = N_("Where its text is found: official gazette, contract number, shelf.")},
	{.name = "article", .label = N_("Article"), .type = FIELD_TEXT, .width = 14, .since = 2,
	 .flags = F_LISTED | F_SEARCHED, .help = N_("The articles or clauses that matter here.")},
	{.name = "party", .label = N_("Party"), .type = FIELD_REF, .width = 18, .since = 2,
	 .ref = &kind_interested_party,
	 .help = N_("Who watches over it, or the other side of the contract.")},
	{.name = "summary", .label = N_("What it asks for"), .type = FIELD_NOTE, .width = 30,
	 .since = 2, .flags = F_SEARCHED,
	 .help = N_("Its duties in your own words; each that has to be met becomes a "
		    "requirement.")},
	{.name = "consequence", .label = N_("Consequence"), .type = FIELD_NOTE, .width = 30,
	 .since = 2, .flags = F_SEARCHED,
	 .help = N_("What follows when it is not met: fine, damages, loss of a licence.")},
	{.name = "applicability", .label = N_("Applicability"), .type = FIELD_CHOICE, .width = 14,
	 .since = 2, .flags = F_REQUIRED | F_LISTED, .choices = answers, .initial = "to be checked",
	 .section = N_("Does it apply?"),
	 .help = N_("Whether it binds this organisation. What is still to be checked needs "
		    "somebody who does.")},
	{.name = "reason", .label = N_("Reason"), .type = FIELD_NOTE, .width = 30, .since = 2,
	 .flags = F_SEARCHED,
	 .help = N_("Why it applies or does not. Laws that were left out without a reason are a "
		    "finding.")},
	{.name = "valid_from", .label = N_("Valid from"), .type = FIELD_DATE, .width = 10,
	 .since = 2, .help = N_("Since when it binds.")},
	{.name = "valid_to", .label = N_("Valid to"), .type = FIELD_DATE, .width = 10, .since = 2,
	 .help = N_("Until when: end of a contract, day of repeal.")},
	{.name = "processes", .label = N_("Processes"), .type = FIELD_REFS, .width = 14, .since = 2,
	 .ref = &kind_process, .section = N_("What it touches"),
	 .help = N_("The processes that it binds.")},
	{.name = "assets", .label = N_("Assets"), .type = FIELD_REFS, .width = 14, .since = 2,
	 .ref = &kind_asset, .help = N_("The assets that it binds.")},
	{.name = "controls", .label = N_("Controls"), .type = FIELD_REFS, .width = 14, .since = 2,
	 .ref = &kind_control, .help = N_("The controls that answer it.")},
	{.name = "effect", .label = N_("Effect here"), .type = FIELD_NOTE, .width = 30, .since = 2,
	 .flags = F_SEARCHED,
	 .help = N_("What it changes in daily work: keeping, secrecy, privacy of staff, limits of "
		    "monitoring.")},
	{.name = "owner", .label = N_("Owner"), .type = FIELD_REF, .width = 16, .since = 2,
	 .flags = F_LISTED, .ref = &kind_person, .section = N_("Review"),
	 .help = N_("Who follows its changes and tells the others.")},
	{.name = "last_review", .label = N_("Last review"), .type = FIELD_DATE, .width = 10,
	 .since = 2, .help = N_("When somebody last looked for changes.")},
	{.name = "next_review", .label = N_("Next review"), .type = FIELD_DATE, .width = 10,
	 .since = 2, .flags = F_LISTED, .help = N_("When somebody looks again.")},
	{.name = "notes", .label = N_("Notes"), .type = FIELD_NOTE, .width = 30, .since = 2,
	 .flags = F_SEARCHED, .section = N_("Notes"), .help = N_("Anything else.")},
	{.name = "compliance", .label = N_("Compliance"), .type = FIELD_CHOICE, .width = 12,
	 .since = 2, .flags = F_DERIVED | F_LISTED, .choices = states,
	 .help = N_("The worst that its requirements come to; not assessed as long as one of them "
		    "is not.")},
	{.name = "requirements", .label = N_("Requirements"), .type = FIELD_INT, .width = 5,
	 .since = 2, .flags = F_DERIVED, .help = N_("How many requirements are taken from it.")},
	{.name = "overdue", .label = N_("Overdue"), .type = FIELD_BOOL, .width = 7, .since = 2,
	 .flags = F_DERIVED, .help = N_("Its review is due and it is still valid.")},
};

static bool legal_check(const struct rules *rules, const struct record *rec, struct err *err)
{
	(void)rules;
	return check_order(rec, "valid_from", "valid_to", err) &&
	       check_needs(rec, "applicability", "does not apply", "reason",
			   _("what does not apply needs a reason"), err);
}

const struct kind kind_legal_requirement = {
	.name = "legal_requirement", .title = N_("Legal requirement"),
	.plural = N_("Legal requirements"), .prefix = "LAW", .clause = "A.5.31", .number = 18,
	.group = GROUP_CONTEXT, .since = 2, .fields = fields,
	.nfields = sizeof(fields) / sizeof(*fields), .check = legal_check,
	.help = N_("Laws, regulations, contracts, licences and standards that bind the "
		   "organisation in matters of information. Auditors look for an owner, a date of "
		   "review and an evaluation of compliance."),
};
