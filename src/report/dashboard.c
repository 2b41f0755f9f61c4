/* The figures counted, piece by piece. */
#include "config.h"

#include "isms/report/dashboard.h"

#include <stdlib.h>
#include <string.h>

#include "dashboard_rows.h"
#include "isms/model/filter.h"
#include "isms/model/kinds.h"
#include "isms/report/due.h"
#include "isms/util/date.h"
#include "isms/util/i18n.h"
#include "isms/util/mem.h"
#include "isms/util/str.h"

static bool count_filter(struct store *store, const struct rules *rules, const struct kind *kind,
			 const char *text, long *count, struct err *err)
{
	struct query query = {.kind = kind};
	struct filter *filter = NULL;
	bool ok;

	ok = filter_parse(rules, kind, text, &filter, err);
	query.filter = filter;
	ok = ok && store_count(store, &query, count, err);
	filter_free(&filter);
	return ok;
}

static void say(struct figure *figure, char *said)
{
	free(figure->said);
	figure->said = said;
}

struct cycle_reading {
	struct dashboard *dashboard;
	const struct rules *rules;
};

static bool take_cycle(void *ctx, struct record **rec, struct err *err)
{
	const struct cycle_reading *reading = ctx;
	struct dashboard *dashboard = reading->dashboard;
	const struct record *r = *rec;
	struct str phase = STR_INIT;
	size_t i;

	(void)err;
	dashboard->cycle = xstrdup(r->code);
	field_show(reading->rules, kind_field(r->kind, "phase"), record_get(r, "phase"), &phase);
	for (i = 0; i < dashboard->n; i++)
		if (dashboard->v[i].kind == &kind_cycle)
			say(&dashboard->v[i],
			    xasprintf("%s: %s", record_title(r), str_get(&phase)));
	str_release(&phase);
	return true;
}

/* The milestones are those of the cycle that runs, and those that belong to none. */
static bool read_cycle(struct dashboard *dashboard, struct store *store, const struct rules *rules,
		       struct err *err)
{
	struct cycle_reading reading = {dashboard, rules};
	struct query query = {.kind = &kind_cycle, .limit = 1};
	struct filter *filter = NULL;
	size_t i;
	bool ok;

	free(dashboard->cycle);
	dashboard->cycle = NULL;
	ok = filter_parse(rules, &kind_cycle, "status=running", &filter, err);
	query.filter = filter;
	ok = ok && store_each(store, &query, NULL, take_cycle, &reading, err);
	for (i = 0; ok && i < dashboard->n; i++) {
		struct figure *figure = &dashboard->v[i];
		const struct figure_row *row = figure->row;

		if (figure->kind == &kind_cycle && !dashboard->cycle)
			say(figure, NULL);
		if (!row || row->param != PARAM_CYCLE)
			continue;
		free(figure->filter);
		figure->filter = dashboard->cycle ? xasprintf("%s (cycle=\"%s\" or cycle:)",
							      row->filter, dashboard->cycle)
						  : xstrdup(row->filter);
	}
	filter_free(&filter);
	return ok;
}

/* "14 months", or days where it is not two of them. */
static char *how_long(long since, long today)
{
	int months = 0;

	while (date_add_months(since, months + 1) <= today)
		months++;
	return months < 2 ? xasprintf(_("%ld days"), today - since)
			  : xasprintf(_("%d months"), months);
}

struct first_reading {
	struct figure *figure;
	long today;
};

static bool take_first(void *ctx, struct record **rec, struct err *err)
{
	const struct first_reading *reading = ctx;
	const struct figure_row *row = reading->figure->row;
	const long day = (long)record_get(*rec, row->extra)->num;
	char text[DATE_LEN];

	(void)err;
	date_format(day, text);
	say(reading->figure,
	    row->param == PARAM_SINCE ? how_long(day, reading->today) : xstrdup(text));
	return true;
}

/* What the earliest of the records says. */
static bool read_first(struct figure *figure, struct store *store, const struct rules *rules,
		       struct err *err)
{
	struct first_reading reading = {figure, rules->today};
	struct query query = {.kind = figure->kind, .nsort = 1, .limit = 1};
	struct filter *filter = NULL;
	bool ok;

	say(figure, figure->row->param == PARAM_SINCE ? xstrdup(_("not begun")) : NULL);
	query.sort[0].field = kind_field(figure->kind, figure->row->extra);
	ok = filter_parse(rules, figure->kind, figure->filter, &filter, err);
	query.filter = filter;
	ok = ok && store_each(store, &query, NULL, take_first, &reading, err);
	filter_free(&filter);
	return ok;
}

static bool count_stage(struct figure *figure, struct store *store, struct err *err)
{
	struct certification list;
	bool ok = certification_read(store, figure->stage, &list, err);

	if (!ok)
		return false;
	figure->count = (long)list.n - list.count[STANDING_IN_PLACE];
	figure->style = figure->count ? STYLE_WARN : STYLE_GOOD;
	say(figure, xasprintf(_("%ld/%zu in place"), list.count[STANDING_IN_PLACE], list.n));
	certification_release(&list);
	return true;
}

/* How many of them are done. */
static bool count_done(struct figure *figure, struct store *store, const struct rules *rules,
		       struct err *err)
{
	char *text = xasprintf("%s %s", figure->filter, figure->row->extra);
	long done = 0;
	bool ok = count_filter(store, rules, figure->kind, text, &done, err);

	if (ok) {
		say(figure, xasprintf(_("%ld/%ld done"), done, figure->count));
		figure->style = done == figure->count ? STYLE_GOOD : STYLE_PLAIN;
	}
	free(text);
	return ok;
}

static bool count_list(struct figure *figure, struct store *store, const struct rules *rules,
		       struct err *err)
{
	const enum param param = figure->row->param;
	bool ok = count_filter(store, rules, figure->kind, figure->filter, &figure->count, err);

	if (ok && (param == PARAM_FIRST || param == PARAM_SINCE))
		ok = read_first(figure, store, rules, err);
	else if (ok && figure->row->extra)
		ok = count_done(figure, store, rules, err);
	return ok;
}

static void show_due(struct dashboard *dashboard)
{
	size_t i;

	for (i = 0; i < dashboard->n; i++)
		if (dashboard->v[i].behind == BEHIND_DUE)
			dashboard->v[i].count = dashboard->v[i].overdue ? dashboard->overdue
									: dashboard->coming;
}

/* The figure that a rule counts in. */
static struct readiness *tally_of(struct dashboard *dashboard, const char *clause)
{
	struct readiness *near = NULL;
	size_t i;

	for (i = 0; i < dashboard->n; i++) {
		const struct figure *figure = &dashboard->v[i];

		if (!figure->clause)
			continue;
		if (clause_within(clause, figure->clause))
			return &dashboard->tally[i];
		if (!near && clause_within(figure->clause, clause))
			near = &dashboard->tally[i];
	}
	return near;
}

static bool ask_rule(struct dashboard *dashboard, const struct check *check, struct store *store,
		     struct err *err)
{
	const struct checks_choice choice = {NULL, check->id, -1};
	struct readiness *tally = tally_of(dashboard, check->clause);
	struct findings findings;
	bool ok = checks_run(store, &dashboard->checks, &choice, &findings, err);

	if (ok && tally && findings.nasked)
		readiness_add(tally, check, findings.n);
	if (ok)
		findings_release(&findings);
	return ok;
}

static void show_readiness(struct dashboard *dashboard)
{
	size_t i;

	for (i = 0; i < dashboard->n; i++) {
		struct figure *figure = &dashboard->v[i];

		if (!figure->clause)
			continue;
		figure->ready = dashboard->tally[i];
		readiness_judge(&figure->ready);
		figure->count = figure->ready.rules - figure->ready.passed;
		figure->style = figure->ready.light;
		say(figure,
		    xasprintf("%d %% %s", figure->ready.percent, readiness_word(&figure->ready)));
	}
}

static size_t due_steps(void)
{
	size_t n = 0;

	while (due_rows[n].kind)
		n++;
	return n;
}

/* The rules, when everything else is counted: they take longest. */
static bool count_rules(struct dashboard *dashboard, size_t step, struct store *store, bool *more,
			struct err *err)
{
	bool ok = true;

	if (step == 0)
		ok = dashboard->checks.n || checks_load(&dashboard->checks, NULL, err);
	else if (step <= dashboard->checks.n)
		ok = ask_rule(dashboard, &dashboard->checks.v[step - 1], store, err);
	*more = step < dashboard->checks.n;
	if (!*more)
		show_readiness(dashboard);
	return ok;
}

bool dashboard_count(struct dashboard *dashboard, struct store *store, const struct rules *rules,
		     bool *more, struct err *err)
{
	const size_t dues = due_steps(), step = dashboard->step++;
	const size_t lists = 1 + dues, checks = lists + dashboard->n;
	bool ok = true;

	*more = true;
	if (step == 0)
		ok = read_cycle(dashboard, store, rules, err);
	else if (step < lists)
		ok = due_count(store, rules, &due_rows[step - 1], &dashboard->overdue,
			       &dashboard->coming, err);
	else if (step < checks && dashboard->v[step - lists].kind)
		ok = count_list(&dashboard->v[step - lists], store, rules, err);
	else if (step < checks && dashboard->v[step - lists].behind == BEHIND_STAGE)
		ok = count_stage(&dashboard->v[step - lists], store, err);
	else if (step >= checks)
		ok = count_rules(dashboard, step - checks, store, more, err);
	if (!ok && err->kind == ERR_CANCELLED) {
		dashboard->step = step;
		*more = true;
	} else if (step == lists) {
		show_due(dashboard);
	}
	return ok;
}

/* ---- Its life ---------------------------------------------------------------- */

static void release_figures(struct dashboard *dashboard)
{
	size_t i;

	for (i = 0; i < dashboard->n; i++) {
		free(dashboard->v[i].label);
		free(dashboard->v[i].filter);
		free(dashboard->v[i].said);
	}
	free(dashboard->v);
	free(dashboard->tally);
	free(dashboard->cycle);
}

void dashboard_restart(struct dashboard *dashboard, const struct rules *rules)
{
	struct dashboard old = *dashboard;
	size_t i;

	dashboard_init(dashboard, rules);
	dashboard->checks = old.checks;
	for (i = 0; i < dashboard->n && dashboard->n == old.n; i++) {
		struct figure *figure = &dashboard->v[i], *before = &old.v[i];

		figure->count = before->count;
		figure->ready = before->ready;
		figure->said = before->said;
		before->said = NULL;
		if (figure->clause)
			figure->style = before->style;
	}
	release_figures(&old);
}

bool dashboard_read(struct dashboard *dashboard, struct store *store, const struct rules *rules,
		    struct err *err)
{
	bool more = true, ok = true;

	dashboard_init(dashboard, rules);
	while (ok && more)
		ok = dashboard_count(dashboard, store, rules, &more, err);
	if (!ok)
		dashboard_release(dashboard);
	return ok;
}

void dashboard_release(struct dashboard *dashboard)
{
	release_figures(dashboard);
	checks_release(&dashboard->checks);
	memset(dashboard, 0, sizeof(*dashboard));
}
