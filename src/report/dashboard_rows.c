/* The figures that there are. */
#include "config.h"

#include "dashboard_rows.h"

#include <stdlib.h>
#include <string.h>

#include "isms/model/kinds.h"
#include "isms/util/i18n.h"
#include "isms/util/mem.h"
#include "isms/util/str.h"

/* A closed risk and an action that is over count nowhere. */
#define LIVE_RISK "status!=closed"
#define LIVE_ACTION "!status:done !status:verified !status:cancelled"
#define LIVE_MILESTONE "status!=cancelled"

static const struct figure_row rows[] = {
#define RISKS PART_NOW, N_("Risks")
	{RISKS, N_("Level"), &kind_risk, LIVE_RISK " level=", NULL, PARAM_LEVEL, STYLE_PLAIN},
	{RISKS, N_("Not rated"), &kind_risk, LIVE_RISK " level:", NULL, PARAM_NONE, STYLE_WARN},
	{RISKS, N_("Above appetite"), &kind_risk, LIVE_RISK " level>", NULL, PARAM_APPETITE,
	 STYLE_WARN},
	{RISKS, N_("Above tolerance"), &kind_risk, LIVE_RISK " level>", NULL, PARAM_TOLERANCE,
	 STYLE_BAD},
	{RISKS, N_("Review overdue"), &kind_risk, LIVE_RISK " next_review<today", NULL, PARAM_NONE,
	 STYLE_BAD},

#define OWNER PART_NOW, N_("Without owner")
	{OWNER, N_("Risks"), &kind_risk, LIVE_RISK " owner:", NULL, PARAM_NONE, STYLE_WARN},
	{OWNER, N_("Assets"), &kind_asset,
	 "(status=\"in use\" or status=\"in repair\") relevant!=no owner:", NULL, PARAM_NONE,
	 STYLE_WARN},
	{OWNER, N_("Controls in use"), &kind_control,
	 "(status=implemented or status=operating or status=degraded) owner:", NULL, PARAM_NONE,
	 STYLE_WARN},
	{OWNER, N_("Actions"), &kind_action, LIVE_ACTION " owner:", NULL, PARAM_NONE, STYLE_WARN},
	{OWNER, N_("Objectives"), &kind_objective,
	 "status!=cancelled status!=evaluated owner:", NULL, PARAM_NONE, STYLE_WARN},
	{OWNER, N_("Documents"), &kind_document, "state!=withdrawn origin=internal owner:", NULL,
	 PARAM_NONE, STYLE_WARN},
	{OWNER, N_("Processes"), &kind_process, "in_scope!=out owner:", NULL, PARAM_NONE,
	 STYLE_WARN},
	{OWNER, N_("Suppliers"), &kind_supplier,
	 "(status=approved or status=\"under watch\") owner:", NULL, PARAM_NONE, STYLE_WARN},
	{OWNER, N_("Incidents"), &kind_incident, "status!=closed owner:", NULL, PARAM_NONE,
	 STYLE_WARN},
	{OWNER, N_("Nonconformities"), &kind_nonconformity, "status!=closed owner:", NULL,
	 PARAM_NONE, STYLE_WARN},

#define ACTIONS PART_NOW, N_("Actions")
	{ACTIONS, N_("Open"), &kind_action, LIVE_ACTION, NULL, PARAM_NONE, STYLE_PLAIN},
	{ACTIONS, N_("Overdue"), &kind_action, LIVE_ACTION " due<today", NULL, PARAM_NONE,
	 STYLE_BAD},
	{ACTIONS, N_("Due within 30 days"), &kind_action, LIVE_ACTION " due>=today due<=+30d", NULL,
	 PARAM_NONE, STYLE_WARN},

#define SOA PART_NOW, N_("Statement of Applicability")
	{SOA, N_("Controls"), &kind_soa_entry, "", NULL, PARAM_NONE, STYLE_PLAIN},
	{SOA, N_("Decided"), &kind_soa_entry, "applicable!=undecided", NULL, PARAM_NONE,
	 STYLE_PLAIN},
	{SOA, N_("Applicable"), &kind_soa_entry, "applicable=yes", NULL, PARAM_NONE, STYLE_PLAIN},
	{SOA, N_("Implemented"), &kind_soa_entry, "applicable=yes implementation=implemented", NULL,
	 PARAM_NONE, STYLE_GOOD},
	{SOA, N_("Undecided"), &kind_soa_entry, "applicable=undecided", NULL, PARAM_NONE,
	 STYLE_BAD},
	{SOA, N_("Without reason"), &kind_soa_entry,
	 "(applicable=yes reasons: justification:) or (applicable=no justification:)", NULL,
	 PARAM_NONE, STYLE_BAD},
	{SOA, N_("Gaps"), &kind_soa_entry, "applicable=yes implementation!=implemented", NULL,
	 PARAM_NONE, STYLE_WARN},
	{SOA, N_("Gaps without a plan"), &kind_soa_entry,
	 "applicable=yes implementation!=implemented (responsible: or target_date:)", NULL,
	 PARAM_NONE, STYLE_BAD},

	{PART_NOW, N_("Acceptances"), N_("Expired or expiring within 30 days"),
	 &kind_risk_acceptance, "status=accepted expires<=+30d", NULL, PARAM_NONE, STYLE_WARN},
	{PART_NOW, N_("Acceptances"), N_("Asked for"), &kind_risk_acceptance, "status=proposed",
	 NULL, PARAM_NONE, STYLE_PLAIN},

#define PDCA PART_COURSE, N_("Plan, Do, Check, Act")
	{PDCA, N_("Running cycle"), &kind_cycle, "status=running", NULL, PARAM_NONE, STYLE_PLAIN},
#define PHASE(label, phase)                                                                  \
	{                                                                                    \
		PDCA, label, &kind_milestone, LIVE_MILESTONE " phase=" phase, "status=done", \
			PARAM_CYCLE, STYLE_PLAIN                                             \
	}
	PHASE(N_("Plan"), "plan"),
	PHASE(N_("Do"), "do"),
	PHASE(N_("Check"), "check"),
	PHASE(N_("Act"), "act"),
#undef PHASE
#define LATE(label, phase)                                                                      \
	{                                                                                       \
		PDCA, label, &kind_milestone, LIVE_MILESTONE " overdue=yes phase=" phase, NULL, \
			PARAM_CYCLE, STYLE_BAD                                                  \
	}
	LATE(N_("Late in Plan"), "plan"),
	LATE(N_("Late in Do"), "do"),
	LATE(N_("Late in Check"), "check"),
	LATE(N_("Late in Act"), "act"),
#undef LATE

#define CERTIFICATION PART_COURSE, N_("Certification")
	{CERTIFICATION, N_("Steps overdue"), &kind_certificate, "overdue=yes", NULL, PARAM_NONE,
	 STYLE_BAD},
	{CERTIFICATION, N_("Next step"), &kind_certificate, "next_due>=today", "next_due",
	 PARAM_FIRST, STYLE_PLAIN},
	{CERTIFICATION, N_("In operation"), &kind_organisation, "start_of_operation<=today",
	 "start_of_operation", PARAM_SINCE, STYLE_PLAIN},
};

/* The clauses that an audit goes through, in few words of our own, by the phase that
 * the catalogue of clauses has for them. Rules of other clauses count where theirs
 * belongs to: 7.5.1 to 7.5, A.5.9 to A. */
static const struct {
	const char *section, *clause, *words;
} clauses[] = {
#define IN_PLAN N_("Plan: readiness")
	{IN_PLAN, "4.1", N_("Context")},      {IN_PLAN, "4.2", N_("Parties")},
	{IN_PLAN, "4.3", N_("Scope")},	      {IN_PLAN, "4.4", N_("Processes")},
	{IN_PLAN, "5.1", N_("Leadership")},   {IN_PLAN, "5.2", N_("Policy")},
	{IN_PLAN, "5.3", N_("Roles")},	      {IN_PLAN, "6.1.1", N_("Opportunity")},
	{IN_PLAN, "6.1.2", N_("Assessment")}, {IN_PLAN, "6.1.3", N_("Treatment")},
	{IN_PLAN, "6.2", N_("Objectives")},   {IN_PLAN, "6.3", N_("Changes")},
	{IN_PLAN, "7.1", N_("Resources")},    {IN_PLAN, "7.2", N_("Competence")},
	{IN_PLAN, "7.3", N_("Awareness")},    {IN_PLAN, "7.4", N_("Communication")},
	{IN_PLAN, "7.5", N_("Documents")},
#define IN_DO N_("Do: readiness")
	{IN_DO, "8.1", N_("Operation")},      {IN_DO, "8.2", N_("Risks assessed")},
	{IN_DO, "8.3", N_("Risks treated")},  {IN_DO, "A", N_("Annex A")},
#define IN_CHECK N_("Check: readiness")
	{IN_CHECK, "9.1", N_("Measurement")}, {IN_CHECK, "9.2", N_("Internal audit")},
	{IN_CHECK, "9.3", N_("Review")},
#define IN_ACT N_("Act: readiness")
	{IN_ACT, "10.1", N_("Improvement")},  {IN_ACT, "10.2", N_("Nonconformity")},
};

#define NCLAUSES (sizeof(clauses) / sizeof(clauses[0]))
#define NROWS (sizeof(rows) / sizeof(rows[0]))

/* ---- What there is --------------------------------------------------------- */

static struct figure *add(struct dashboard *dashboard, enum figure_part part, const char *section,
			  enum behind behind)
{
	struct figure *figure;

	dashboard->v = xrealloc(dashboard->v, dashboard->n + 1, sizeof(*dashboard->v));
	figure = &dashboard->v[dashboard->n++];
	memset(figure, 0, sizeof(*figure));
	figure->part = part;
	figure->section = section;
	figure->behind = behind;
	figure->count = -1;
	return figure;
}

static void add_due(struct dashboard *dashboard, const char *label, bool overdue)
{
	struct figure *figure = add(dashboard, PART_NOW, N_("Due in all registers"), BEHIND_DUE);

	figure->label = xstrdup(_(label));
	figure->overdue = overdue;
	figure->style = overdue ? STYLE_BAD : STYLE_WARN;
}

static struct figure *add_list(struct dashboard *dashboard, const struct figure_row *row)
{
	struct figure *figure = add(dashboard, row->part, row->section, BEHIND_LIST);

	figure->kind = row->kind;
	figure->style = row->style;
	figure->row = row;
	return figure;
}

static void add_level(struct dashboard *dashboard, const struct figure_row *row,
		      const struct method *method, int level)
{
	struct figure *figure = add_list(dashboard, row);
	struct str label = STR_INIT;

	str_addf(&label, "%s ", _(row->label));
	scale_show(method, SCALE_LEVEL, level, &label);
	figure->label = str_detach(&label);
	figure->filter = xasprintf("%s%d", row->filter, level);
	figure->style = level_style(method, level);
}

static void add_row(struct dashboard *dashboard, const struct figure_row *row,
		    const struct method *method)
{
	const bool limited = row->param == PARAM_APPETITE || row->param == PARAM_TOLERANCE;
	const int limit = row->param == PARAM_APPETITE ? method->appetite : method->tolerance;
	struct figure *figure;
	int level;

	if (row->param == PARAM_LEVEL) {
		for (level = method->steps[SCALE_LEVEL]; level > 0; level--)
			add_level(dashboard, row, method, level);
	} else if (!limited || limit) { /* not decided: nothing is above it */
		figure = add_list(dashboard, row);
		figure->label = xstrdup(_(row->label));
		figure->filter = limited ? xasprintf("%s%d", row->filter, limit)
					 : xstrdup(row->filter);
	}
}

static void add_clauses(struct dashboard *dashboard)
{
	struct figure *figure;
	size_t i;

	for (i = 0; i < NCLAUSES; i++) {
		figure = add(dashboard, PART_CLAUSES, clauses[i].section, BEHIND_CHECKS);
		figure->clause = clauses[i].clause;
		figure->label = xasprintf("%s %s", clauses[i].clause, _(clauses[i].words));
	}
}

static void add_stage(struct dashboard *dashboard, const char *label, enum stage stage)
{
	struct figure *figure = add(dashboard, PART_COURSE, N_("Certification"), BEHIND_STAGE);

	figure->label = xstrdup(_(label));
	figure->stage = stage;
}

void dashboard_init(struct dashboard *dashboard, const struct rules *rules)
{
	bool course = false;
	size_t i;

	memset(dashboard, 0, sizeof(*dashboard));
	add_due(dashboard, N_("Overdue"), true);
	add_due(dashboard, N_("Within 30 days"), false);
	for (i = 0; i < NROWS; i++) {
		if (rows[i].part == PART_COURSE && !course)
			add_clauses(dashboard);
		course = rows[i].part == PART_COURSE;
		add_row(dashboard, &rows[i], &rules->method);
	}
	add_stage(dashboard, N_("Stage 1"), STAGE_1);
	add_stage(dashboard, N_("Stage 2"), STAGE_2);
	dashboard->tally = xcalloc(dashboard->n, sizeof(*dashboard->tally));
}
