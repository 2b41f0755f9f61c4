/*
 * Does a regime of law such as the GDPR or NIS2 apply to us, and as what? One
 * answer with its reason a row (4.2).
 */
#include "config.h"

#include "isms/model/check.h"
#include "isms/model/kinds.h"
#include "isms/util/i18n.h"

static const struct choice regimes[] = {
	{"gdpr controller", N_("GDPR controller"), STYLE_PLAIN, NULL},
	{"gdpr processor", N_("GDPR processor"), STYLE_PLAIN, NULL},
	{"nis2 essential", N_("NIS2 essential entity"), STYLE_PLAIN, NULL},
	{"nis2 important", N_("NIS2 important entity"), STYLE_PLAIN, NULL},
	{"dora", N_("DORA"), STYLE_PLAIN, NULL},
	{"cra", N_("Cyber Resilience Act"), STYLE_PLAIN, NULL},
	{"ai act", N_("AI Act"), STYLE_PLAIN, NULL},
	{"none", N_("None"), STYLE_PLAIN, NULL},
	{"other", N_("Other"), STYLE_PLAIN, NULL},
	{NULL, NULL, STYLE_PLAIN, NULL},
};

static const struct choice answers[] = {
	{"yes", N_("Yes"), STYLE_GOOD, NULL},
	{"no", N_("No"), STYLE_DIM, NULL},
	{"undecided", N_("Undecided"), STYLE_WARN, NULL},
	{NULL, NULL, STYLE_PLAIN, NULL},
};

static const struct field fields[] = {
	{.name = "title", .label = N_("Question"), .type = FIELD_TEXT, .width = 34, .since = 2,
	 .flags = F_REQUIRED | F_LISTED | F_SEARCHED,
	 .help = N_("What is decided: \"Processor under the GDPR for alarm contacts\".")},
	{.name = "regime", .label = N_("Regime"), .type = FIELD_CHOICE, .width = 20, .since = 2,
	 .flags = F_OPEN | F_REQUIRED | F_LISTED | F_SEARCHED, .choices = regimes,
	 .initial = "other",
	 .help = N_("Which regime and which part in it; a word of your own will do.")},
	{.name = "answer", .label = N_("Applies"), .type = FIELD_CHOICE, .width = 9, .since = 2,
	 .flags = F_REQUIRED | F_LISTED, .choices = answers, .initial = "undecided",
	 .help = N_("Whether it applies to this organisation.")},
	{.name = "reason", .label = N_("Reason"), .type = FIELD_NOTE, .width = 30, .since = 2,
	 .flags = F_SEARCHED,
	 .help = N_("What the answer rests on: size, sector, kind of data, advice. \"No\" must be "
		    "as well founded as \"yes\".")},
	{.name = "decided_on", .label = N_("Decided on"), .type = FIELD_DATE, .width = 10,
	 .since = 2, .flags = F_LISTED, .help = N_("The day of the decision.")},
	{.name = "decided_by", .label = N_("Decided by"), .type = FIELD_REF, .width = 16,
	 .since = 2, .flags = F_LISTED, .ref = &kind_person, .help = N_("Who decided.")},
	{.name = "legal", .label = N_("Law"), .type = FIELD_REF, .width = 18, .since = 2,
	 .ref = &kind_legal_requirement, .section = N_("What follows"),
	 .help = N_("The law in the register of legal requirements.")},
	{.name = "authority", .label = N_("Authority"), .type = FIELD_REF, .width = 18, .since = 2,
	 .ref = &kind_interested_party, .help = N_("The authority in charge.")},
	{.name = "registered_on", .label = N_("Registered on"), .type = FIELD_DATE, .width = 10,
	 .since = 2, .help = N_("When we registered with the authority, where it has to be done.")},
	{.name = "registration", .label = N_("Registration"), .type = FIELD_TEXT, .width = 16,
	 .since = 2, .flags = F_SEARCHED, .help = N_("Number or place of the registration.")},
	{.name = "owner", .label = N_("Owner"), .type = FIELD_REF, .width = 16, .since = 2,
	 .ref = &kind_person, .help = N_("Who sees to what follows.")},
	{.name = "next_review", .label = N_("Next review"), .type = FIELD_DATE, .width = 10,
	 .since = 2, .flags = F_LISTED,
	 .help = N_("When the answer is looked at again: growth or a new law may change it.")},
	{.name = "notes", .label = N_("Notes"), .type = FIELD_NOTE, .width = 30, .since = 2,
	 .flags = F_SEARCHED, .section = N_("Notes"), .help = N_("Anything else.")},
	{.name = "overdue", .label = N_("Overdue"), .type = FIELD_BOOL, .width = 7, .since = 2,
	 .flags = F_DERIVED, .help = N_("Its review is due.")},
};

static bool regime_check(const struct rules *rules, const struct record *rec, struct err *err)
{
	const char *why = _("an answer needs its reason");

	(void)rules;
	return check_needs(rec, "answer", "yes", "reason", why, err) &&
	       check_needs(rec, "answer", "no", "reason", why, err);
}

const struct kind kind_regime = {
	.name = "regime", .title = N_("Legal regime"), .plural = N_("Legal regimes"),
	.prefix = "RG", .clause = "4.2", .number = 26, .group = GROUP_CONTEXT, .since = 2,
	.fields = fields, .nfields = sizeof(fields) / sizeof(*fields), .check = regime_check,
	.help = N_("Under which regimes of law the organisation stands, and as what: controller, "
		   "processor, essential or important entity. Auditors and authorities ask who "
		   "decided that, when and why."),
};
