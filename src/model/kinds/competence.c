/*
 * What people must be able to do (7.2): the competences, what each role needs of
 * them, and what each person has. Levels are 0 none, 1 knows of it, 2 does it
 * with help, 3 does it alone, 4 teaches it.
 */
#include "config.h"

#include "isms/model/check.h"
#include "isms/model/kinds.h"
#include "isms/util/i18n.h"

static const struct field competence_fields[] = {
	{.name = "title", .label = N_("Competence"), .type = FIELD_TEXT, .width = 32, .since = 2,
	 .flags = F_REQUIRED | F_LISTED | F_SEARCHED,
	 .help = N_("What somebody has to be able to do.")},
	{.name = "area", .label = N_("Area"), .type = FIELD_TEXT, .width = 16, .since = 2,
	 .flags = F_LISTED | F_SEARCHED, .help = N_("The field it belongs to.")},
	{.name = "description", .label = N_("Description"), .type = FIELD_NOTE, .width = 30,
	 .since = 2, .flags = F_SEARCHED,
	 .help = N_("How one sees that somebody has it, best level by level: 1 knows of it, 2 with "
		    "help, 3 alone, 4 teaches it.")},
	{.name = "notes", .label = N_("Notes"), .type = FIELD_NOTE, .width = 30, .since = 2,
	 .flags = F_SEARCHED, .section = N_("Notes"), .help = N_("Anything else.")},
	{.name = "people", .label = N_("People"), .type = FIELD_INT, .width = 6, .since = 2,
	 .flags = F_DERIVED | F_LISTED,
	 .help = N_("How many people have it at level 3 or above, still valid.")},
	{.name = "gaps", .label = N_("Gaps"), .type = FIELD_INT, .width = 5, .since = 2,
	 .flags = F_DERIVED | F_LISTED,
	 .help = N_("How many times somebody in a role lacks the level that the role needs.")},
};

const struct kind kind_competence = {
	.name = "competence", .title = N_("Competence"), .plural = N_("Competences"),
	.prefix = "CP", .clause = "7.2", .number = 55, .group = GROUP_SUPPORT, .since = 2,
	.fields = competence_fields,
	.nfields = sizeof(competence_fields) / sizeof(*competence_fields),
	.help = N_("What the people who matter for security have to be able to do. Auditors ask "
		   "how you know that they can."),
};

static const struct field need_fields[] = {
	{.name = "title", .label = N_("Title"), .type = FIELD_TEXT, .width = 40, .since = 2,
	 .flags = F_DERIVED | F_LISTED, .help = N_("The role and what it needs.")},
	{.name = "role", .label = N_("Role"), .type = FIELD_REF, .width = 20, .since = 2,
	 .flags = F_REQUIRED, .ref = &kind_role, .help = N_("The role that needs it.")},
	{.name = "competence", .label = N_("Competence"), .type = FIELD_REF, .width = 20,
	 .since = 2, .flags = F_REQUIRED, .ref = &kind_competence,
	 .help = N_("What whoever holds the role has to be able to do.")},
	{.name = "level_needed", .label = N_("Level needed"), .type = FIELD_INT, .width = 5,
	 .since = 2, .flags = F_REQUIRED | F_LISTED, .min = 0, .max = 4, .initial = "3",
	 .help = N_("0 none to 4 teaches it; 3 works alone.")},
	{.name = "notes", .label = N_("Notes"), .type = FIELD_NOTE, .width = 30, .since = 2,
	 .flags = F_SEARCHED, .section = N_("Notes"), .help = N_("Anything else.")},
	{.name = "holders", .label = N_("Holders"), .type = FIELD_INT, .width = 7, .since = 2,
	 .flags = F_DERIVED | F_LISTED, .help = N_("How many people hold the role today.")},
	{.name = "lacking", .label = N_("Lacking"), .type = FIELD_INT, .width = 7, .since = 2,
	 .flags = F_DERIVED | F_LISTED,
	 .help = N_("How many of them are below the level needed.")},
	{.name = "gap", .label = N_("Gap"), .type = FIELD_INT, .width = 4, .since = 2,
	 .flags = F_DERIVED | F_LISTED,
	 .help = N_("How many levels the weakest holder is below what is needed; empty where "
		    "nobody holds the role.")},
};

static const char *const need_unique[] = {"role,competence", NULL};

const struct kind kind_role_competence = {
	.name = "role_competence", .title = N_("Competence of a role"),
	.plural = N_("Competences of roles"), .prefix = "RCP", .clause = "7.2", .number = 56,
	.group = GROUP_SUPPORT, .flags = KIND_DETAIL, .since = 2, .unique = need_unique,
	.fields = need_fields, .nfields = sizeof(need_fields) / sizeof(*need_fields),
	.help = N_("Which competence a role needs at which level, and how far its holders are "
		   "from it."),
};

static const struct choice bases[] = {
	{"education", N_("Education"), STYLE_PLAIN, NULL},
	{"training", N_("Training"), STYLE_PLAIN, NULL},
	{"experience", N_("Experience"), STYLE_PLAIN, NULL},
	{NULL, NULL, STYLE_PLAIN, NULL},
};

static const struct field level_fields[] = {
	{.name = "title", .label = N_("Title"), .type = FIELD_TEXT, .width = 40, .since = 2,
	 .flags = F_DERIVED | F_LISTED, .help = N_("The person and the competence.")},
	{.name = "person", .label = N_("Person"), .type = FIELD_REF, .width = 18, .since = 2,
	 .flags = F_REQUIRED, .ref = &kind_person, .help = N_("Who has it.")},
	{.name = "competence", .label = N_("Competence"), .type = FIELD_REF, .width = 20,
	 .since = 2, .flags = F_REQUIRED, .ref = &kind_competence,
	 .help = N_("What the person can do.")},
	{.name = "level", .label = N_("Level"), .type = FIELD_INT, .width = 5, .since = 2,
	 .flags = F_REQUIRED | F_LISTED, .min = 0, .max = 4,
	 .help = N_("0 none, 1 knows of it, 2 with help, 3 alone, 4 teaches it.")},
	{.name = "basis", .label = N_("Basis"), .type = FIELD_CHOICE, .width = 10, .since = 2,
	 .flags = F_LISTED, .choices = bases,
	 .help = N_("What the competence rests on: education, training or experience (7.2 b).")},
	{.name = "evidence", .label = N_("Evidence"), .type = FIELD_REF, .width = 18, .since = 2,
	 .ref = &kind_evidence,
	 .help = N_("What shows it: certificate, work sample, talk sheet (7.2 d).")},
	{.name = "assessed_on", .label = N_("Assessed on"), .type = FIELD_DATE, .width = 10,
	 .since = 2, .flags = F_LISTED, .initial = "today", .help = N_("When it was judged.")},
	{.name = "assessed_by", .label = N_("Assessed by"), .type = FIELD_REF, .width = 16,
	 .since = 2, .ref = &kind_person, .help = N_("Who judged it.")},
	{.name = "valid_to", .label = N_("Valid to"), .type = FIELD_DATE, .width = 10, .since = 2,
	 .flags = F_LISTED, .help = N_("When it has to be shown anew; afterwards it counts as "
				       "none.")},
	{.name = "notes", .label = N_("Notes"), .type = FIELD_NOTE, .width = 30, .since = 2,
	 .flags = F_SEARCHED, .section = N_("Notes"), .help = N_("Anything else.")},
	{.name = "needed", .label = N_("Needed"), .type = FIELD_INT, .width = 6, .since = 2,
	 .flags = F_DERIVED, .help = N_("The highest level that the roles of the person need.")},
	{.name = "overdue", .label = N_("Overdue"), .type = FIELD_BOOL, .width = 7, .since = 2,
	 .flags = F_DERIVED | F_LISTED, .help = N_("It has run out.")},
};

static bool level_check(const struct rules *rules, const struct record *rec, struct err *err)
{
	(void)rules;
	return check_order(rec, "assessed_on", "valid_to", err);
}

const struct kind kind_person_competence = {
	.name = "person_competence", .title = N_("Competence of a person"),
	.plural = N_("Competences of people"), .prefix = "PC", .clause = "7.2", .number = 57,
	.group = GROUP_SUPPORT, .flags = KIND_DETAIL, .since = 2, .fields = level_fields,
	.nfields = sizeof(level_fields) / sizeof(*level_fields), .check = level_check,
	.help = N_("Who can do what, at which level and how one knows. Evidence of competence is "
		   "a record that the standard demands."),
};
