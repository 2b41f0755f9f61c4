/*
 * What the ISMS is held against besides ISO/IEC 27001, requirement by
 * requirement, and how the frameworks answer to one another. The data model's
 * framework_link is one with framework_requirement: a requirement names the
 * controls, clauses and processes that meet it. Texts that belong to others
 * (ISO, PCI) are not shipped: who owns them may enter them in "wording".
 */
#include "config.h"

#include "isms/model/check.h"
#include "isms/model/kinds.h"
#include "isms/util/i18n.h"

static const struct choice kinds_of[] = {
	{"standard", N_("Standard"), STYLE_PLAIN, NULL},
	{"law", N_("Law"), STYLE_PLAIN, NULL},
	{"guideline", N_("Guideline"), STYLE_PLAIN, NULL},
	{"contract", N_("Contract"), STYLE_PLAIN, NULL},
	{"own", N_("Own"), STYLE_PLAIN, NULL},
	{NULL, NULL, STYLE_PLAIN, NULL},
};

static const struct choice answers[] = {
	{"yes", N_("Applies"), STYLE_PLAIN, NULL},
	{"no", N_("Does not apply"), STYLE_DIM, NULL},
	{"undecided", N_("Undecided"), STYLE_WARN, NULL},
	{NULL, NULL, STYLE_PLAIN, NULL},
};

static const struct field fields[] = {
	{.name = "title", .label = N_("Framework"), .type = FIELD_TEXT, .width = 30, .since = 2,
	 .flags = F_REQUIRED | F_LISTED | F_SEARCHED, .help = N_("Its name.")},
	{.name = "version", .label = N_("Version"), .type = FIELD_TEXT, .width = 12, .since = 2,
	 .flags = F_LISTED | F_SEARCHED, .help = N_("Edition or date.")},
	{.name = "framework_kind", .label = N_("Kind"), .type = FIELD_CHOICE, .width = 9,
	 .since = 2, .flags = F_REQUIRED | F_LISTED, .choices = kinds_of, .initial = "standard",
	 .help = N_("What it is.")},
	{.name = "publisher", .label = N_("Publisher"), .type = FIELD_TEXT, .width = 20, .since = 2,
	 .flags = F_SEARCHED, .help = N_("Who publishes it.")},
	{.name = "source", .label = N_("Source"), .type = FIELD_TEXT, .width = 24, .since = 2,
	 .flags = F_SEARCHED, .help = N_("Where it is to be had, and what may be done with it.")},
	{.name = "applicable", .label = N_("Applies"), .type = FIELD_CHOICE, .width = 14,
	 .since = 2, .flags = F_REQUIRED | F_LISTED, .choices = answers, .initial = "undecided",
	 .help = N_("Whether the organisation holds itself to it.")},
	{.name = "reason", .label = N_("Reason"), .type = FIELD_NOTE, .width = 24, .since = 2,
	 .flags = F_SEARCHED, .help = N_("Why it applies or does not.")},
	{.name = "owner", .label = N_("Owner"), .type = FIELD_REF, .width = 16, .since = 2,
	 .flags = F_LISTED, .ref = &kind_person, .help = N_("Who watches for new editions.")},
	{.name = "valid_from", .label = N_("Valid from"), .type = FIELD_DATE, .width = 10,
	 .since = 2, .help = N_("Since when it counts.")},
	{.name = "next_review", .label = N_("Next review"), .type = FIELD_DATE, .width = 10,
	 .since = 2, .help = N_("When somebody looks whether it changed.")},
	{.name = "notes", .label = N_("Notes"), .type = FIELD_NOTE, .width = 30, .since = 2,
	 .flags = F_SEARCHED, .section = N_("Notes"), .help = N_("Anything else.")},
	{.name = "requirements", .label = N_("Requirements"), .type = FIELD_INT, .width = 5,
	 .since = 2, .flags = F_DERIVED | F_LISTED,
	 .help = N_("How many requirements it has here.")},
	{.name = "assessed", .label = N_("Assessed %"), .type = FIELD_INT, .width = 4, .since = 2,
	 .flags = F_DERIVED,
	 .help = N_("How many of those that apply are assessed, in per cent.")},
	{.name = "met", .label = N_("Met %"), .type = FIELD_INT, .width = 4, .since = 2,
	 .flags = F_DERIVED | F_LISTED,
	 .help = N_("How many of those that apply are met, in per cent.")},
	{.name = "overdue", .label = N_("Overdue"), .type = FIELD_BOOL, .width = 7, .since = 2,
	 .flags = F_DERIVED, .help = N_("The day of its review has passed.")},
};

static bool framework_check(const struct rules *rules, const struct record *rec, struct err *err)
{
	(void)rules;
	return check_needs(rec, "applicable", "no", "reason",
			   _("a framework that does not apply needs the reason"), err);
}

const struct kind kind_framework = {
	.name = "framework", .title = N_("Framework"), .plural = N_("Frameworks"), .prefix = "FW",
	.clause = "4.2", .number = 104, .group = GROUP_CONTEXT, .since = 2, .fields = fields,
	.nfields = sizeof(fields) / sizeof(*fields), .check = framework_check,
	.help = N_("Standards, laws and guidelines that the ISMS is held against besides ISO/IEC "
		   "27001. One control or audit may serve several."),
};

/* ---- Requirements -------------------------------------------------------- */

static const struct choice compliance[] = {
	{"met", N_("Met"), STYLE_GOOD, NULL},
	{"partly", N_("Partly met"), STYLE_WARN, NULL},
	{"not met", N_("Not met"), STYLE_BAD, NULL},
	{"not assessed", N_("Not assessed"), STYLE_DIM, NULL},
	{NULL, NULL, STYLE_PLAIN, NULL},
};

static const struct field requirement_fields[] = {
	{.name = "title", .label = N_("Requirement"), .type = FIELD_TEXT, .width = 40, .since = 2,
	 .flags = F_REQUIRED | F_LISTED | F_SEARCHED, .help = N_("Its title, or what it asks.")},
	{.name = "framework", .label = N_("Framework"), .type = FIELD_REF, .width = 14, .since = 2,
	 .flags = F_REQUIRED | F_LISTED, .ref = &kind_framework, .help = N_("What it is part of.")},
	{.name = "number", .label = N_("Number"), .type = FIELD_TEXT, .width = 12, .since = 2,
	 .flags = F_REQUIRED | F_SEARCHED, .help = N_("How the framework counts it: Art. 32.")},
	{.name = "chapter", .label = N_("Chapter"), .type = FIELD_TEXT, .width = 24, .since = 2,
	 .flags = F_SEARCHED, .help = N_("The chapter, function or family that it stands in.")},
	{.name = "wording", .label = N_("Wording"), .type = FIELD_NOTE, .width = 30, .since = 2,
	 .flags = F_SEARCHED,
	 .help = N_("Its text, where you may copy it. Texts of standards that are sold stay with "
		    "those who bought them.")},
	{.name = "applicable", .label = N_("Applies"), .type = FIELD_CHOICE, .width = 14,
	 .since = 2, .flags = F_REQUIRED | F_LISTED, .choices = answers, .initial = "undecided",
	 .help = N_("Whether it concerns the organisation.")},
	{.name = "reason", .label = N_("Reason"), .type = FIELD_NOTE, .width = 24, .since = 2,
	 .flags = F_SEARCHED, .help = N_("Why it does or does not.")},
	{.name = "controls", .label = N_("Controls"), .type = FIELD_REFS, .width = 14, .since = 2,
	 .flags = F_LISTED, .ref = &kind_control, .section = N_("Met by"),
	 .help = N_("The controls that meet it.")},
	{.name = "clauses", .label = N_("Clauses"), .type = FIELD_REFS, .width = 12, .since = 2,
	 .ref = &kind_clause, .help = N_("The clauses of ISO/IEC 27001 that meet it.")},
	{.name = "processes", .label = N_("Processes"), .type = FIELD_REFS, .width = 14, .since = 2,
	 .ref = &kind_process, .help = N_("The processes that meet it.")},
	{.name = "documents", .label = N_("Documents"), .type = FIELD_REFS, .width = 14, .since = 2,
	 .ref = &kind_document, .help = N_("The documents that meet it.")},
	{.name = "how", .label = N_("How it is met"), .type = FIELD_NOTE, .width = 30, .since = 2,
	 .flags = F_SEARCHED, .help = N_("How the organisation meets it.")},
	{.name = "compliance", .label = N_("Compliance"), .type = FIELD_CHOICE, .width = 12,
	 .since = 2, .flags = F_REQUIRED | F_LISTED, .choices = compliance,
	 .initial = "not assessed", .section = N_("Assessment"),
	 .help = N_("Whether it is met.")},
	{.name = "gap", .label = N_("Gap"), .type = FIELD_NOTE, .width = 24, .since = 2,
	 .flags = F_SEARCHED, .help = N_("What is missing.")},
	{.name = "assessed_on", .label = N_("Assessed on"), .type = FIELD_DATE, .width = 10,
	 .since = 2, .help = N_("When somebody looked.")},
	{.name = "owner", .label = N_("Owner"), .type = FIELD_REF, .width = 16, .since = 2,
	 .ref = &kind_person, .help = N_("Who sees to it.")},
	{.name = "notes", .label = N_("Notes"), .type = FIELD_NOTE, .width = 30, .since = 2,
	 .flags = F_SEARCHED, .section = N_("Notes"), .help = N_("Anything else.")},
	{.name = "mappings", .label = N_("Mappings"), .type = FIELD_INT, .width = 5, .since = 2,
	 .flags = F_DERIVED, .help = N_("How many mappings lead from or to it.")},
};

static bool requirement_check(const struct rules *rules, const struct record *rec, struct err *err)
{
	(void)rules;
	return check_needs(rec, "applicable", "no", "reason",
			   _("a requirement that does not apply needs the reason"), err);
}

static const char *const requirement_unique[] = {"framework,number", NULL};

const struct kind kind_framework_requirement = {
	.name = "framework_requirement", .title = N_("Framework requirement"),
	.plural = N_("Framework requirements"), .prefix = "FR", .clause = "4.2", .number = 105,
	.group = GROUP_CONTEXT, .flags = KIND_DETAIL, .since = 2, .unique = requirement_unique,
	.fields = requirement_fields,
	.nfields = sizeof(requirement_fields) / sizeof(*requirement_fields),
	.check = requirement_check,
	.help = N_("The single requirements of the frameworks, and which controls, clauses and "
		   "processes meet each. `isms catalogue` brings those of GDPR, NIS2, NIST CSF, "
		   "NIST SP 800-53 and the Annex A of 2013."),
};

/* ---- Mappings ------------------------------------------------------------ */

static const struct choice relations[] = {
	{"equal", N_("Equal"), STYLE_PLAIN, NULL},
	{"subset", N_("Part of"), STYLE_PLAIN, NULL},
	{"superset", N_("Contains"), STYLE_PLAIN, NULL},
	{"intersect", N_("Overlaps"), STYLE_PLAIN, NULL},
	{"not related", N_("Not related"), STYLE_DIM, NULL},
	{NULL, NULL, STYLE_PLAIN, NULL},
};

static const struct field mapping_fields[] = {
	{.name = "title", .label = N_("Mapping"), .type = FIELD_TEXT, .width = 34, .since = 2,
	 .flags = F_DERIVED | F_LISTED, .help = N_("From what to what.")},
	{.name = "requirement", .label = N_("Requirement"), .type = FIELD_REF, .width = 18,
	 .since = 2, .flags = F_REQUIRED, .ref = &kind_framework_requirement,
	 .help = N_("The requirement it begins at.")},
	{.name = "control", .label = N_("Control"), .type = FIELD_REF, .width = 10, .since = 2,
	 .flags = F_LISTED, .ref = &kind_control, .help = N_("The control that answers to it, or")},
	{.name = "other", .label = N_("Other requirement"), .type = FIELD_REF, .width = 18,
	 .since = 2, .flags = F_LISTED, .ref = &kind_framework_requirement,
	 .help = N_("the requirement of another framework that answers to it.")},
	{.name = "relation", .label = N_("Relation"), .type = FIELD_CHOICE, .width = 11, .since = 2,
	 .flags = F_REQUIRED | F_LISTED, .choices = relations, .initial = "intersect",
	 .help = N_("How the first stands to the second.")},
	{.name = "strength", .label = N_("Strength"), .type = FIELD_INT, .width = 4, .since = 2,
	 .min = 0, .max = 10, .help = N_("How near they are, 0 to 10.")},
	{.name = "notes", .label = N_("Notes"), .type = FIELD_NOTE, .width = 30, .since = 2,
	 .flags = F_SEARCHED, .section = N_("Notes"), .help = N_("Anything else.")},
};

static bool mapping_check(const struct rules *rules, const struct record *rec, struct err *err)
{
	bool control = check_has(rec, "control"), other = check_has(rec, "other");

	(void)rules;
	if (!control && !other)
		return err_field(err, kind_field(rec->kind, "control"),
				 _("a mapping leads to a control or to another requirement"));
	if (control && other)
		return err_field(err, kind_field(rec->kind, "other"),
				 _("a mapping leads to one thing: make two of it"));
	if (check_same(rec, "requirement", "other"))
		return err_field(err, kind_field(rec->kind, "other"),
				 _("a requirement does not lead to itself"));
	return true;
}

static const char *const mapping_unique[] = {"requirement,control", "requirement,other", NULL};

const struct kind kind_framework_mapping = {
	.name = "framework_mapping", .title = N_("Framework mapping"),
	.plural = N_("Framework mappings"), .prefix = "FM", .clause = "4.2", .number = 106,
	.group = GROUP_CONTEXT, .flags = KIND_DETAIL, .since = 2, .unique = mapping_unique,
	.fields = mapping_fields, .nfields = sizeof(mapping_fields) / sizeof(*mapping_fields),
	.check = mapping_check,
	.help = N_("Which requirement of one framework answers to which control or requirement of "
		   "another. Read from either end: from the Annex A of 2013 to that of 2022 and "
		   "back."),
};
