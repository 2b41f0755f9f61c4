/* What can happen. */
#include "config.h"

#include "isms/model/kinds.h"
#include "isms/util/i18n.h"

static const struct choice origins[] = {
	{"accidental", N_("Accidental"), STYLE_PLAIN, NULL},
	{"deliberate", N_("Deliberate"), STYLE_PLAIN, NULL},
	{"both", N_("Both"), STYLE_PLAIN, NULL},
	{NULL, NULL, STYLE_PLAIN, NULL},
};

static const struct choice properties[] = {
	{"C", N_("Confidentiality"), STYLE_PLAIN, NULL},
	{"I", N_("Integrity"), STYLE_PLAIN, NULL},
	{"A", N_("Availability"), STYLE_PLAIN, NULL},
	{NULL, NULL, STYLE_PLAIN, NULL},
};

static const struct field fields[] = {
	{.name = "title", .label = N_("Threat"), .type = FIELD_TEXT, .width = 34, .since = 1,
	 .flags = F_REQUIRED | F_LISTED | F_SEARCHED,
	 .help = N_("What can happen, in a few words.")},
	{.name = "category", .label = N_("Category"), .type = FIELD_TEXT, .width = 22, .since = 1,
	 .flags = F_LISTED | F_SEARCHED, .help = N_("The group it belongs to.")},
	{.name = "origin", .label = N_("Origin"), .type = FIELD_CHOICE, .width = 10, .since = 1,
	 .flags = F_LISTED, .choices = origins,
	 .help = N_("Whether it comes about by chance or because somebody wants it.")},
	{.name = "affects", .label = N_("Affects"), .type = FIELD_CHOICES, .width = 7, .since = 1,
	 .flags = F_LISTED, .choices = properties,
	 .help = N_("Which properties suffer: confidentiality, integrity, availability.")},
	{.name = "description", .label = N_("Description"), .type = FIELD_NOTE, .width = 30,
	 .since = 1, .flags = F_SEARCHED, .help = N_("What it looks like when it happens.")},
	{.name = "bsi_ref", .label = N_("BSI number"), .type = FIELD_TEXT, .width = 8, .since = 1,
	 .help = N_("Number of the elementary threat of the German BSI, where there is one.")},
	{.name = "suggested_controls", .label = N_("Suggested controls"), .type = FIELD_REFS,
	 .width = 20, .since = 1, .ref = &kind_control,
	 .help = N_("Controls that usually help; a suggestion, never an obligation.")},
	{.name = "notes", .label = N_("Notes"), .type = FIELD_NOTE, .width = 30, .since = 1,
	 .flags = F_SEARCHED, .section = N_("Notes"), .help = N_("Anything else.")},
};

const struct kind kind_threat = {
	.name = "threat", .title = N_("Threat"), .plural = N_("Threats"), .prefix = "T",
	.clause = "6.1.2", .number = 5, .group = GROUP_RISKS, .since = 1,
	.fields = fields, .nfields = sizeof(fields) / sizeof(*fields),
	.help = N_("A catalogue to build risk scenarios from; add what your house has seen."),
};
