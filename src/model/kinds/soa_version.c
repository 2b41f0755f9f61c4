/* The versions of the Statement of Applicability (6.1.3 d), each frozen. */
#include "config.h"

#include "isms/model/check.h"
#include "isms/model/kinds.h"
#include "isms/util/i18n.h"

static const struct choice editions[] = {
	{"2022", N_("ISO/IEC 27001:2022"), STYLE_PLAIN, NULL},
	{"2013", N_("ISO/IEC 27001:2013"), STYLE_WARN, NULL},
	{NULL, NULL, STYLE_PLAIN, NULL},
};

static const struct choice states[] = {
	{"draft", N_("Draft"), STYLE_PLAIN, NULL},
	{"in review", N_("In review"), STYLE_WARN, NULL},
	{"approved", N_("Approved"), STYLE_GOOD, NULL},
	{"superseded", N_("Superseded"), STYLE_DIM, NULL},
	{NULL, NULL, STYLE_PLAIN, NULL},
};

static const struct move moves[] = {
	{"draft", "in review", NULL}, {"in review", "draft", NULL},
	{"in review", "approved", "approved_by"}, {"approved", "superseded", NULL},
	{NULL, NULL, NULL},
};

static const struct lifecycle life = {"status", moves};

static const struct field fields[] = {
	{.name = "title", .label = N_("Title"), .type = FIELD_TEXT, .width = 30, .since = 2,
	 .flags = F_REQUIRED | F_LISTED | F_SEARCHED, .initial = "Statement of Applicability",
	 .help = N_("What stands on its first page.")},
	{.name = "version", .label = N_("Version"), .type = FIELD_TEXT, .width = 8, .since = 2,
	 .flags = F_REQUIRED | F_UNIQUE | F_LISTED | F_SEARCHED,
	 .help = N_("Its number. The certificate names it.")},
	{.name = "edition", .label = N_("Edition"), .type = FIELD_CHOICE, .width = 10, .since = 2,
	 .flags = F_REQUIRED, .choices = editions, .initial = "2022",
	 .help = N_("The edition of the standard whose Annex A it decides on.")},
	{.name = "status", .label = N_("Status"), .type = FIELD_CHOICE, .width = 10, .since = 2,
	 .flags = F_REQUIRED | F_LISTED | F_SEARCHED, .choices = states, .initial = "draft",
	 .help = N_("How far it is. The approval of the next one supersedes it.")},
	{.name = "author", .label = N_("Prepared by"), .type = FIELD_REF, .width = 16, .since = 2,
	 .flags = F_LISTED, .ref = &kind_person, .help = N_("Who put it together.")},
	{.name = "made_on", .label = N_("Made on"), .type = FIELD_DATE, .width = 10, .since = 2,
	 .initial = "today", .help = N_("The day whose state it shows.")},
	{.name = "change_note", .label = N_("What changed"), .type = FIELD_NOTE, .width = 30,
	 .since = 2, .flags = F_SEARCHED, .help = N_("What is different from the version before.")},
	{.name = "approved_by", .label = N_("Approved by"), .type = FIELD_REF, .width = 16,
	 .since = 2, .flags = F_LISTED, .ref = &kind_person,
	 .help = N_("Who approved it; not who put it together, unless the organisation is one "
		    "person.")},
	{.name = "approved_on", .label = N_("Approved on"), .type = FIELD_DATE, .width = 10,
	 .since = 2, .flags = F_LISTED, .help = N_("The day of the approval.")},
	{.name = "frozen", .label = N_("Copy of the entries"), .type = FIELD_NOTE, .width = 10,
	 .since = 2,
	 .flags = F_ONCE,
	 .help = N_("All entries as they were when it was approved, as CSV; made by the program.")},
	{.name = "notes", .label = N_("Notes"), .type = FIELD_NOTE, .width = 30, .since = 2,
	 .flags = F_SEARCHED, .section = N_("Notes"), .help = N_("Anything else.")},
	{.name = "changed_since", .label = N_("Changed since"), .type = FIELD_INT, .width = 6,
	 .since = 2, .flags = F_DERIVED | F_LISTED,
	 .help = N_("For the approved one: how many entries are not as they were when it was "
		    "approved, changes of the same day included.")},
};

static bool soa_version_check(const struct rules *rules, const struct record *rec,
			      struct err *err)
{
	if ((check_is(rec, "status", "approved") || check_has(rec, "approved_by")) &&
	    !check_approver(rules, rec, "author", "approved_by", err))
		return false;
	return check_order(rec, "made_on", "approved_on", err);
}

const struct kind kind_soa_version = {
	.name = "soa_version", .title = N_("SoA version"), .plural = N_("SoA versions"),
	.prefix = "SOV", .clause = "6.1.3", .number = 71, .group = GROUP_CONTROLS, .since = 2,
	.life = &life, .fields = fields, .nfields = sizeof(fields) / sizeof(*fields),
	.check = soa_version_check,
	.help = N_("The Statement of Applicability as it was approved, version by version. "
		   "Auditors work with the one that the certificate names."),
};
