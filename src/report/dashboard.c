#include "config.h"

#include "isms/report/dashboard.h"

#include <stdlib.h>
#include <string.h>

#include "isms/model/filter.h"
#include "isms/model/kinds.h"
#include "isms/util/i18n.h"
#include "isms/util/mem.h"
#include "isms/util/str.h"

/* A closed risk and an action that is over count nowhere. */
#define LIVE_RISK "status!=closed"
#define LIVE_ACTION "!status:done !status:verified !status:cancelled"

/* The number that ends the filter, from the method in force. */
enum param { PARAM_NONE, PARAM_APPETITE, PARAM_TOLERANCE, PARAM_LEVEL /* a row each */ };

static const struct row {
	const char *section, *label;
	const struct kind *kind;
	const char *filter;
	enum param param;
	enum style style;
} rows[] = {
	{N_("Risks"), N_("Level"), &kind_risk, LIVE_RISK " level=", PARAM_LEVEL, STYLE_PLAIN},
	{N_("Risks"), N_("Not rated"), &kind_risk, LIVE_RISK " level:", PARAM_NONE, STYLE_WARN},
	{N_("Risks"), N_("Above appetite"), &kind_risk, LIVE_RISK " level>", PARAM_APPETITE,
	 STYLE_WARN},
	{N_("Risks"), N_("Above tolerance"), &kind_risk, LIVE_RISK " level>", PARAM_TOLERANCE,
	 STYLE_BAD},
	{N_("Risks"), N_("Without owner"), &kind_risk, LIVE_RISK " owner:", PARAM_NONE, STYLE_WARN},
	{N_("Risks"), N_("Review overdue"), &kind_risk, LIVE_RISK " next_review<today", PARAM_NONE,
	 STYLE_BAD},

	{N_("Actions"), N_("Open"), &kind_action, LIVE_ACTION, PARAM_NONE, STYLE_PLAIN},
	{N_("Actions"), N_("Overdue"), &kind_action, LIVE_ACTION " due<today", PARAM_NONE,
	 STYLE_BAD},
	{N_("Actions"), N_("Due within 30 days"), &kind_action,
	 LIVE_ACTION " due>=today due<=+30d", PARAM_NONE, STYLE_WARN},

	{N_("Statement of Applicability"), N_("Controls"), &kind_soa_entry, "", PARAM_NONE,
	 STYLE_PLAIN},
	{N_("Statement of Applicability"), N_("Decided"), &kind_soa_entry,
	 "applicable!=undecided", PARAM_NONE, STYLE_PLAIN},
	{N_("Statement of Applicability"), N_("Applicable"), &kind_soa_entry, "applicable=yes",
	 PARAM_NONE, STYLE_PLAIN},
	{N_("Statement of Applicability"), N_("Implemented"), &kind_soa_entry,
	 "applicable=yes implementation=implemented", PARAM_NONE, STYLE_GOOD},

	{N_("Acceptances"), N_("Expired or expiring within 30 days"), &kind_risk_acceptance,
	 "status=accepted expires<=+30d", PARAM_NONE, STYLE_WARN},
};

static struct figure *add(struct dashboard *dashboard, const struct row *row)
{
	struct figure *figure;

	dashboard->v = xrealloc(dashboard->v, dashboard->n + 1, sizeof(*dashboard->v));
	figure = &dashboard->v[dashboard->n++];
	memset(figure, 0, sizeof(*figure));
	figure->section = row->section;
	figure->kind = row->kind;
	figure->style = row->style;
	figure->count = -1;
	return figure;
}

static void add_level(struct dashboard *dashboard, const struct row *row,
		      const struct method *method, int level)
{
	struct figure *figure = add(dashboard, row);
	struct str label = STR_INIT;

	str_addf(&label, "%s ", _(row->label));
	scale_show(method, SCALE_LEVEL, level, &label);
	figure->label = str_detach(&label);
	figure->filter = xasprintf("%s%d", row->filter, level);
	figure->style = level_style(method, level);
}

static void add_row(struct dashboard *dashboard, const struct row *row,
		    const struct method *method)
{
	const int limit = row->param == PARAM_APPETITE ? method->appetite : method->tolerance;
	struct figure *figure;

	if (row->param != PARAM_NONE && !limit)
		return;         /* not decided: nothing is above it */
	figure = add(dashboard, row);
	figure->label = xstrdup(_(row->label));
	figure->filter = row->param == PARAM_NONE ? xstrdup(row->filter)
						  : xasprintf("%s%d", row->filter, limit);
}

void dashboard_init(struct dashboard *dashboard, const struct rules *rules)
{
	const struct method *method = &rules->method;
	size_t i;
	int level;

	memset(dashboard, 0, sizeof(*dashboard));
	for (i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		if (rows[i].param != PARAM_LEVEL) {
			add_row(dashboard, &rows[i], method);
			continue;
		}
		for (level = method->steps[SCALE_LEVEL]; level > 0; level--)
			add_level(dashboard, &rows[i], method, level);
	}
}

bool dashboard_count(struct dashboard *dashboard, size_t at, struct store *store,
		     const struct rules *rules, struct err *err)
{
	struct figure *figure = &dashboard->v[at];
	struct query query = {.kind = figure->kind};
	struct filter *filter = NULL;
	bool ok;

	ok = filter_parse(rules, figure->kind, figure->filter, &filter, err);
	query.filter = filter;
	ok = ok && store_count(store, &query, &figure->count, err);
	filter_free(&filter);
	return ok;
}

bool dashboard_read(struct dashboard *dashboard, struct store *store, const struct rules *rules,
		    struct err *err)
{
	bool ok = true;
	size_t i;

	dashboard_init(dashboard, rules);
	for (i = 0; ok && i < dashboard->n; i++)
		ok = dashboard_count(dashboard, i, store, rules, err);
	if (!ok)
		dashboard_release(dashboard);
	return ok;
}

void dashboard_release(struct dashboard *dashboard)
{
	size_t i;

	for (i = 0; i < dashboard->n; i++) {
		free(dashboard->v[i].label);
		free(dashboard->v[i].filter);
	}
	free(dashboard->v);
	memset(dashboard, 0, sizeof(*dashboard));
}
