/* The organisation whose ISMS this file holds: one record. */
#include "config.h"

#include "isms/model/kinds.h"
#include "isms/util/i18n.h"

static const struct choice vocabularies[] = {
	{"iso", N_("ISO: modify, retain, avoid, share"), STYLE_PLAIN, NULL},
	{"common", N_("common: mitigate, accept, avoid, transfer"), STYLE_PLAIN, NULL},
	{NULL, NULL, STYLE_PLAIN, NULL},
};

static const struct choice editions[] = {
	{"2022", N_("ISO/IEC 27001:2022"), STYLE_PLAIN, NULL},
	{"2013", N_("ISO/IEC 27001:2013"), STYLE_WARN, NULL},
	{NULL, NULL, STYLE_PLAIN, NULL},
};

static const struct choice climate[] = {
	{"yes", N_("Yes"), STYLE_PLAIN, NULL},
	{"no", N_("No"), STYLE_PLAIN, NULL},
	{"undecided", N_("Undecided"), STYLE_WARN, NULL},
	{NULL, NULL, STYLE_PLAIN, NULL},
};

static const struct field fields[] = {
	{.name = "title", .label = N_("Name"), .type = FIELD_TEXT, .width = 30, .since = 1,
	 .flags = F_REQUIRED | F_LISTED | F_SEARCHED, .initial = "Our organisation",
	 .help = N_("The organisation as it is to stand on the certificate.")},
	{.name = "goal", .label = N_("Goal"), .type = FIELD_NOTE, .width = 40, .since = 1,
	 .flags = F_SEARCHED,
	 .help = N_("What the ISMS is to achieve, in a few sentences that top management "
		    "would sign.")},
	{.name = "vocabulary", .label = N_("Vocabulary"), .type = FIELD_CHOICE, .width = 10,
	 .since = 1, .flags = F_REQUIRED | F_LISTED, .choices = vocabularies, .initial = "iso",
	 .help = N_("The words for treatment options: those of ISO 27000 or the common ones. "
		    "The file holds the same either way.")},
	{.name = "edition", .label = N_("Edition"), .type = FIELD_CHOICE, .width = 8, .since = 1,
	 .flags = F_REQUIRED | F_LISTED, .choices = editions, .initial = "2022",
	 .help = N_("The edition of the standard that the certificate names.")},
	{.name = "currency", .label = N_("Currency"), .type = FIELD_TEXT, .width = 8, .since = 1,
	 .flags = F_REQUIRED | F_LISTED, .initial = "EUR",
	 .help = N_("ISO 4217 code of the currency that all amounts are in.")},
	{.name = "one_person", .label = N_("One person"), .type = FIELD_BOOL, .width = 10,
	 .since = 1, .initial = "no",
	 .help = N_("The organisation is one person, who may approve what she wrote.")},
	{.name = "method", .label = N_("Risk method"), .type = FIELD_REF, .width = 12, .since = 1,
	 .flags = F_LISTED, .ref = &kind_risk_method,
	 .help = N_("The risk method in force: it gives scales, matrix, appetite and tolerance.")},
	{.name = "start_of_operation", .label = N_("In operation since"), .type = FIELD_DATE,
	 .width = 10, .since = 1,
	 .help = N_("Since when the ISMS is run. A certification body wants to see two months "
		    "or more of it.")},
	{.name = "climate_relevant", .label = N_("Climate change relevant"), .type = FIELD_CHOICE,
	 .width = 9, .since = 1, .flags = F_REQUIRED, .choices = climate, .initial = "undecided",
	 .section = N_("Climate decision (4.1, Amendment 1:2024)"),
	 .help = N_("Whether climate change is an issue for this ISMS. Either answer is right; "
		    "auditors ask for the decision and its reason.")},
	{.name = "climate_reason", .label = N_("Reason"), .type = FIELD_NOTE, .width = 30,
	 .since = 1, .help = N_("Why climate change is or is not an issue.")},
	{.name = "climate_decided_on", .label = N_("Decided on"), .type = FIELD_DATE, .width = 10,
	 .since = 1, .help = N_("The day of the climate decision.")},
	{.name = "notes", .label = N_("Notes"), .type = FIELD_NOTE, .width = 30, .since = 1,
	 .flags = F_SEARCHED, .section = N_("Notes"), .help = N_("Anything else.")},
};

const struct kind kind_organisation = {
	.name = "organisation", .title = N_("Organisation"), .plural = N_("Organisation"),
	.prefix = "ORG", .clause = "4.4", .number = 1, .group = GROUP_CONTEXT,
	.flags = KIND_SINGLE, .since = 1,
	.fields = fields, .nfields = sizeof(fields) / sizeof(*fields),
	.help = N_("Whose ISMS this is, and the settings that hold for the whole file."),
};
