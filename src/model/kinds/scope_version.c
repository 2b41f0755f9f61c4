/*
 * The scope statement, version by version (4.3). Frozen holds an exact copy of
 * its words and of what they rested on (units, processes, scope items) as it was
 * when it was approved; from then on the words stay.
 */
#include "config.h"

#include "isms/model/check.h"
#include "isms/model/kinds.h"
#include "isms/util/i18n.h"

static const struct choice states[] = {
	{"draft", N_("Draft"), STYLE_DIM, NULL},
	{"in review", N_("In review"), STYLE_PLAIN, NULL},
	{"approved", N_("Approved"), STYLE_GOOD, NULL},
	{"superseded", N_("Superseded"), STYLE_DIM, NULL},
	{NULL, NULL, STYLE_PLAIN, NULL},
};

static const struct move moves[] = {
	{"draft", "in review", NULL}, {"in review", "draft", NULL},
	{"in review", "approved", "approver"}, {"approved", "superseded", NULL},
	{NULL, NULL, NULL},
};

static const struct lifecycle life = {"status", moves};

static const struct field fields[] = {
	{.name = "title", .label = N_("Title"), .type = FIELD_TEXT, .width = 28, .since = 2,
	 .flags = F_REQUIRED | F_LISTED | F_SEARCHED,
	 .help = N_("What the document is called: \"Scope of the ISMS\".")},
	{.name = "version", .label = N_("Version"), .type = FIELD_TEXT, .width = 8, .since = 2,
	 .flags = F_REQUIRED | F_UNIQUE | F_LISTED | F_SEARCHED,
	 .help = N_("Its number or name; each stands once.")},
	{.name = "status", .label = N_("Status"), .type = FIELD_CHOICE, .width = 10, .since = 2,
	 .flags = F_REQUIRED | F_LISTED, .choices = states, .initial = "draft",
	 .help = N_("How far it is. Only one is in force at a time.")},
	{.name = "statement", .label = N_("Statement"), .type = FIELD_NOTE, .width = 40, .since = 2,
	 .flags = F_REQUIRED | F_SEARCHED | F_FROZEN, .section = N_("Scope"),
	 .help = N_("Activities, sites, units and technology that are in, so that a customer "
		    "understands what the certificate covers.")},
	{.name = "exclusions", .label = N_("Exclusions"), .type = FIELD_NOTE, .width = 30,
	 .since = 2, .flags = F_SEARCHED | F_FROZEN, .help = N_("What is out and why.")},
	{.name = "interfaces", .label = N_("Interfaces"), .type = FIELD_NOTE, .width = 30,
	 .since = 2, .flags = F_SEARCHED | F_FROZEN,
	 .help = N_("Where the scope meets what others do, and what it depends on there (4.3 c).")},
	{.name = "soa_note", .label = N_("SoA"), .type = FIELD_TEXT, .width = 20, .since = 2,
	 .flags = F_SEARCHED, .help = N_("Which Statement of Applicability goes with it.")},
	{.name = "author", .label = N_("Author"), .type = FIELD_REF, .width = 16, .since = 2,
	 .flags = F_LISTED, .ref = &kind_person, .section = N_("Approval"),
	 .help = N_("Who wrote it.")},
	{.name = "approver", .label = N_("Approver"), .type = FIELD_REF, .width = 16, .since = 2,
	 .flags = F_LISTED, .ref = &kind_person,
	 .help = N_("Who approved it: top management, and not the author.")},
	{.name = "approved_on", .label = N_("Approved on"), .type = FIELD_DATE, .width = 10,
	 .since = 2, .flags = F_LISTED, .help = N_("The day it was approved.")},
	{.name = "valid_from", .label = N_("Valid from"), .type = FIELD_DATE, .width = 10,
	 .since = 2, .flags = F_LISTED, .help = N_("Since when it is in force.")},
	{.name = "valid_to", .label = N_("Valid to"), .type = FIELD_DATE, .width = 10, .since = 2,
	 .help = N_("Until when it was in force.")},
	{.name = "next_review", .label = N_("Next review"), .type = FIELD_DATE, .width = 10,
	 .since = 2, .help = N_("When it is looked at again.")},
	{.name = "change_note", .label = N_("What changed"), .type = FIELD_NOTE, .width = 30,
	 .since = 2, .flags = F_SEARCHED,
	 .help = N_("What is different from the version before, and why.")},
	{.name = "frozen", .label = N_("Frozen"), .type = FIELD_NOTE, .width = 20, .since = 2,
	 .flags = F_ONCE,
	 .section = N_("Frozen"),
	 .help = N_("An exact copy of this statement, of units, processes and scope items as CSV, "
		    "made when it was approved. Nothing is to be entered.")},
	{.name = "notes", .label = N_("Notes"), .type = FIELD_NOTE, .width = 30, .since = 2,
	 .flags = F_SEARCHED, .section = N_("Notes"), .help = N_("Anything else.")},
	{.name = "in_force", .label = N_("In force"), .type = FIELD_BOOL, .width = 7, .since = 2,
	 .flags = F_DERIVED, .help = N_("It is approved and today lies within its dates.")},
	{.name = "overdue", .label = N_("Overdue"), .type = FIELD_BOOL, .width = 7, .since = 2,
	 .flags = F_DERIVED, .help = N_("It is approved and its review is due.")},
};

static bool version_check(const struct rules *rules, const struct record *rec, struct err *err)
{
	if (check_is(rec, "status", "approved") &&
	    !check_approver(rules, rec, "author", "approver", err))
		return false;
	return check_order(rec, "valid_from", "valid_to", err);
}

const struct kind kind_scope_version = {
	.name = "scope_version", .title = N_("Scope statement"), .plural = N_("Scope statements"),
	.prefix = "SV", .clause = "4.3", .number = 23, .group = GROUP_CONTEXT, .since = 2,
	.fields = fields, .nfields = sizeof(fields) / sizeof(*fields), .life = &life,
	.check = version_check,
	.help = N_("The scope as it is to stand on the certificate, with its exclusions and "
		   "interfaces, version by version. Auditors compare its wording with the "
		   "certificate and with what they see."),
};
