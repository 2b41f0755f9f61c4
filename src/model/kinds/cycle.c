/* Turns of Plan, Do, Check, Act (10.1): goals at the start, results at the end. */
#include "config.h"

#include "isms/model/check.h"
#include "isms/model/kinds.h"
#include "isms/util/i18n.h"

static const struct choice phases[] = {
	{"plan", N_("Plan"), STYLE_PLAIN, NULL},
	{"do", N_("Do"), STYLE_PLAIN, NULL},
	{"check", N_("Check"), STYLE_PLAIN, NULL},
	{"act", N_("Act"), STYLE_PLAIN, NULL},
	{NULL, NULL, STYLE_PLAIN, NULL},
};

static const struct choice states[] = {
	{"planned", N_("Planned"), STYLE_DIM, NULL},
	{"running", N_("Running"), STYLE_PLAIN, NULL},
	{"closed", N_("Closed"), STYLE_GOOD, NULL},
	{NULL, NULL, STYLE_PLAIN, NULL},
};

static const struct move moves[] = {
	{"planned", "running", "goals"}, {"running", "closed", "result"},
	{"closed", "running", NULL},
	{NULL, NULL, NULL},
};

static const struct lifecycle life = {"status", moves};

static const struct field fields[] = {
	{.name = "title", .label = N_("Cycle"), .type = FIELD_TEXT, .width = 26, .since = 2,
	 .flags = F_REQUIRED | F_LISTED | F_SEARCHED,
	 .help = N_("Its name: \"2026, up to the certificate\".")},
	{.name = "start", .label = N_("Start"), .type = FIELD_DATE, .width = 10, .since = 2,
	 .flags = F_LISTED, .help = N_("When it begins.")},
	{.name = "due", .label = N_("Due"), .type = FIELD_DATE, .width = 10, .since = 2,
	 .flags = F_LISTED, .help = N_("When it is to end.")},
	{.name = "ended_on", .label = N_("Ended on"), .type = FIELD_DATE, .width = 10, .since = 2,
	 .help = N_("When it ended.")},
	{.name = "phase", .label = N_("Phase"), .type = FIELD_CHOICE, .width = 6, .since = 2,
	 .flags = F_LISTED, .choices = phases, .help = N_("Where it stands now.")},
	{.name = "status", .label = N_("Status"), .type = FIELD_CHOICE, .width = 8, .since = 2,
	 .flags = F_REQUIRED | F_LISTED, .choices = states, .initial = "planned",
	 .help = N_("A cycle needs goals to run and a result to be closed.")},
	{.name = "owner", .label = N_("Owner"), .type = FIELD_REF, .width = 16, .since = 2,
	 .flags = F_LISTED, .ref = &kind_person, .help = N_("Who leads it.")},
	{.name = "goals", .label = N_("Goals"), .type = FIELD_NOTE, .width = 40, .since = 2,
	 .flags = F_SEARCHED, .section = N_("Content"), .help = N_("What it is to reach.")},
	{.name = "result", .label = N_("Result"), .type = FIELD_NOTE, .width = 40, .since = 2,
	 .flags = F_SEARCHED, .help = N_("What was reached and what goes over into the next.")},
	{.name = "notes", .label = N_("Notes"), .type = FIELD_NOTE, .width = 30, .since = 2,
	 .flags = F_SEARCHED, .section = N_("Notes"), .help = N_("Anything else.")},
	{.name = "milestones", .label = N_("Milestones"), .type = FIELD_INT, .width = 5, .since = 2,
	 .flags = F_DERIVED,
	 .help = N_("How many milestones belong to it, those cancelled left out.")},
	{.name = "progress", .label = N_("Progress %"), .type = FIELD_INT, .width = 4, .since = 2,
	 .flags = F_DERIVED | F_LISTED, .help = N_("Share of them that are done.")},
	{.name = "overdue", .label = N_("Overdue"), .type = FIELD_BOOL, .width = 7, .since = 2,
	 .flags = F_DERIVED, .help = N_("Not closed though its day has passed.")},
};

static bool cycle_check(const struct rules *rules, const struct record *rec, struct err *err)
{
	(void)rules;
	return check_order(rec, "start", "due", err) && check_order(rec, "start", "ended_on", err);
}

const struct kind kind_cycle = {
	.name = "cycle", .title = N_("PDCA cycle"), .plural = N_("PDCA cycles"), .prefix = "CY",
	.clause = "10.1", .number = 40, .group = GROUP_IMPROVEMENT, .since = 2, .fields = fields,
	.nfields = sizeof(fields) / sizeof(*fields), .life = &life, .check = cycle_check,
	.help = N_("Each turn of the improvement cycle with what was aimed at and what came of it. "
		   "Two turns side by side show an auditor that the ISMS gets better."),
};
