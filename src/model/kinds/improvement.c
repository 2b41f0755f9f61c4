/* Proposals and feedback by anyone, and what became of them (10.1). */
#include "config.h"

#include "isms/model/check.h"
#include "isms/model/kinds.h"
#include "isms/util/i18n.h"

static const struct choice kinds_of[] = {
	{"proposal", N_("Proposal"), STYLE_PLAIN, NULL},
	{"feedback", N_("Feedback"), STYLE_PLAIN, NULL},
	{"lesson", N_("Lesson learned"), STYLE_PLAIN, NULL},
	{NULL, NULL, STYLE_PLAIN, NULL},
};

static const struct choice states[] = {
	{"proposed", N_("Proposed"), STYLE_PLAIN, NULL},
	{"accepted", N_("Accepted"), STYLE_PLAIN, NULL},
	{"rejected", N_("Rejected"), STYLE_DIM, NULL},
	{"put off", N_("Put off"), STYLE_WARN, NULL},
	{"in work", N_("In work"), STYLE_PLAIN, NULL},
	{"done", N_("Done"), STYLE_GOOD, NULL},
	{NULL, NULL, STYLE_PLAIN, NULL},
};

static const struct move moves[] = {
	{"proposed", "accepted", "decided_by"}, {"proposed", "rejected", "reason"},
	{"proposed", "put off", "reason"}, {"put off", "accepted", "decided_by"},
	{"put off", "rejected", "reason"}, {"accepted", "in work", NULL},
	{"accepted", "put off", "reason"}, {"in work", "done", "result"},
	{"in work", "put off", "reason"}, {"accepted", "done", "result"},
	{NULL, NULL, NULL},
};

static const struct lifecycle life = {"status", moves};

static const struct field fields[] = {
	{.name = "title", .label = N_("Improvement"), .type = FIELD_TEXT, .width = 36, .since = 2,
	 .flags = F_REQUIRED | F_LISTED | F_SEARCHED, .help = N_("What could be better.")},
	{.name = "improvement_kind", .label = N_("Kind"), .type = FIELD_CHOICE, .width = 14,
	 .since = 2, .flags = F_REQUIRED, .choices = kinds_of, .initial = "proposal",
	 .help = N_("What it began as.")},
	{.name = "proposal", .label = N_("Proposal"), .type = FIELD_NOTE, .width = 30, .since = 2,
	 .flags = F_SEARCHED, .help = N_("What to do, in a few sentences. Anyone may propose.")},
	{.name = "proposed_by", .label = N_("Proposed by"), .type = FIELD_REF, .width = 16,
	 .since = 2, .flags = F_LISTED, .ref = &kind_person, .help = N_("Whose idea it is.")},
	{.name = "proposed_on", .label = N_("Proposed on"), .type = FIELD_DATE, .width = 10,
	 .since = 2, .flags = F_LISTED, .initial = "today", .help = N_("When it came.")},
	{.name = "origin", .label = N_("Origin"), .type = FIELD_LINK, .width = 18, .since = 2,
	 .help = N_("What led to it: an incident, a finding, a party.")},
	{.name = "status", .label = N_("Status"), .type = FIELD_CHOICE, .width = 9, .since = 2,
	 .flags = F_REQUIRED | F_LISTED, .choices = states, .initial = "proposed",
	 .help = N_("How far it is.")},
	{.name = "benefit", .label = N_("Benefit"), .type = FIELD_NOTE, .width = 30, .since = 2,
	 .flags = F_SEARCHED, .section = N_("Weighing"), .help = N_("What gets better by it.")},
	{.name = "effort", .label = N_("Effort (days)"), .type = FIELD_INT, .width = 6, .since = 2,
	 .min = 0, .max = 100000, .help = N_("Person days.")},
	{.name = "cost", .label = N_("Cost"), .type = FIELD_MONEY, .width = 12, .since = 2,
	 .min = 0, .max = 100000000000000L, .help = N_("What it costs.")},
	{.name = "decided_by", .label = N_("Decided by"), .type = FIELD_REF, .width = 16,
	 .since = 2, .ref = &kind_person, .section = N_("Decision"), .help = N_("Who decided.")},
	{.name = "decided_on", .label = N_("Decided on"), .type = FIELD_DATE, .width = 10,
	 .since = 2, .help = N_("When it was decided.")},
	{.name = "reason", .label = N_("Reason"), .type = FIELD_NOTE, .width = 30, .since = 2,
	 .flags = F_SEARCHED,
	 .help = N_("Why it was taken, put off or refused. Who proposed it should hear this.")},
	{.name = "owner", .label = N_("Owner"), .type = FIELD_REF, .width = 16, .since = 2,
	 .flags = F_LISTED, .ref = &kind_person, .section = N_("Carrying out"),
	 .help = N_("Who does it.")},
	{.name = "due", .label = N_("Due"), .type = FIELD_DATE, .width = 10, .since = 2,
	 .flags = F_LISTED, .help = N_("By when.")},
	{.name = "done_on", .label = N_("Done on"), .type = FIELD_DATE, .width = 10, .since = 2,
	 .help = N_("When it was done.")},
	{.name = "result", .label = N_("Result"), .type = FIELD_NOTE, .width = 30, .since = 2,
	 .flags = F_SEARCHED, .help = N_("What it brought, set against the benefit expected.")},
	{.name = "notes", .label = N_("Notes"), .type = FIELD_NOTE, .width = 30, .since = 2,
	 .flags = F_SEARCHED, .section = N_("Notes"), .help = N_("Anything else.")},
	{.name = "open_actions", .label = N_("Open actions"), .type = FIELD_INT, .width = 5,
	 .since = 2, .flags = F_DERIVED, .help = N_("Actions for it that are not finished.")},
	{.name = "overdue", .label = N_("Overdue"), .type = FIELD_BOOL, .width = 7, .since = 2,
	 .flags = F_DERIVED,
	 .help = N_("Accepted or in work, and not done though its day has passed.")},
};

static const char *const title_from[] = {"proposal", NULL};

static bool improvement_check(const struct rules *rules, const struct record *rec, struct err *err)
{
	(void)rules;
	return check_needs(rec, "status", "rejected", "reason",
			   _("whoever proposed it should hear why it was refused"), err);
}

const struct kind kind_improvement = {
	.name = "improvement", .title = N_("Improvement"), .plural = N_("Improvements"),
	.prefix = "IMP", .clause = "10.1", .number = 99, .group = GROUP_IMPROVEMENT, .since = 2,
	.fields = fields, .nfields = sizeof(fields) / sizeof(*fields), .life = &life,
	.title_from = title_from, .check = improvement_check,
	.help = N_("Ideas, feedback and lessons of anyone, with the decision and what it brought. "
		   "An empty register, or one with corrective actions only, is a usual finding."),
};
