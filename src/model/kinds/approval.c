/*
 * Formal approvals (5.1, 5.2, 6.1.3 f, 7.5.2): who agreed to which version of
 * what. The object may be a record of any kind; what has no record (a budget, a
 * whole plan) is named by the title.
 */
#include "config.h"

#include "isms/model/check.h"
#include "isms/model/kinds.h"
#include "isms/util/i18n.h"

static const struct choice answers[] = {
	{"approved", N_("Approved"), STYLE_GOOD, NULL},
	{"approved with conditions", N_("Approved with conditions"), STYLE_WARN, NULL},
	{"rejected", N_("Rejected"), STYLE_BAD, NULL},
	{NULL, NULL, STYLE_PLAIN, NULL},
};

static const struct field fields[] = {
	{.name = "title", .label = N_("What"), .type = FIELD_TEXT, .width = 34, .since = 2,
	 .flags = F_REQUIRED | F_LISTED | F_SEARCHED,
	 .help = N_("What was put forward: \"Risk treatment plan 2026\".")},
	{.name = "object", .label = N_("Record"), .type = FIELD_LINK, .width = 18, .since = 2,
	 .help = N_("The record that was approved, where there is one.")},
	{.name = "object_version", .label = N_("Version"), .type = FIELD_TEXT, .width = 8,
	 .since = 2, .flags = F_LISTED | F_SEARCHED,
	 .help = N_("The version that was approved; a later one needs an approval of its own.")},
	{.name = "person", .label = N_("By"), .type = FIELD_REF, .width = 18, .since = 2,
	 .flags = F_REQUIRED | F_LISTED, .ref = &kind_person, .help = N_("Who decided.")},
	{.name = "role", .label = N_("As"), .type = FIELD_REF, .width = 16, .since = 2,
	 .ref = &kind_role,
	 .help = N_("The role in which the person decided; for scope, policy and resources top "
		    "management.")},
	{.name = "answer", .label = N_("Decision"), .type = FIELD_CHOICE, .width = 12, .since = 2,
	 .flags = F_REQUIRED | F_LISTED, .choices = answers, .initial = "approved",
	 .help = N_("What was decided.")},
	{.name = "decided_at", .label = N_("Decided at"), .type = FIELD_TIME, .width = 16,
	 .since = 2, .flags = F_REQUIRED | F_LISTED, .help = N_("Day and time.")},
	{.name = "conditions", .label = N_("Conditions"), .type = FIELD_NOTE, .width = 30,
	 .since = 2, .flags = F_SEARCHED,
	 .help = N_("Under which conditions, and by when they are to be met.")},
	{.name = "reason", .label = N_("Reason"), .type = FIELD_NOTE, .width = 30, .since = 2,
	 .flags = F_SEARCHED, .help = N_("Why; needed where it was rejected.")},
	{.name = "proof", .label = N_("Proof"), .type = FIELD_TEXT, .width = 24, .since = 2,
	 .flags = F_SEARCHED, .help = N_("Signature, minutes, mail, ticket.")},
	{.name = "notes", .label = N_("Notes"), .type = FIELD_NOTE, .width = 30, .since = 2,
	 .flags = F_SEARCHED, .section = N_("Notes"), .help = N_("Anything else.")},
};

static bool approval_check(const struct rules *rules, const struct record *rec, struct err *err)
{
	(void)rules;
	return check_needs(rec, "answer", "approved with conditions", "conditions",
			   _("an approval with conditions needs the conditions"), err) &&
	       check_needs(rec, "answer", "rejected", "reason",
			   _("a rejection needs a reason"), err);
}

const struct kind kind_approval = {
	.name = "approval", .title = N_("Approval"), .plural = N_("Approvals"), .prefix = "APP",
	.clause = "5.1", .number = 32, .group = GROUP_LEADERSHIP, .since = 2, .fields = fields,
	.nfields = sizeof(fields) / sizeof(*fields), .check = approval_check,
	.help = N_("Who approved what in which version, as what, and under which conditions: "
		   "scope, policy, plans, budget, Statement of Applicability. Auditors want the "
		   "name, the date and the version."),
};
