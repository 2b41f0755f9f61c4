#include "config.h"

#include <stdint.h>
#include <stdlib.h>

#include "isms/model/kinds.h"
#include "isms/report/plan.h"
#include "isms/tui/table_pane.h"
#include "isms/util/i18n.h"
#include "isms/util/mem.h"
#include "plan_act.h"

/*
 * The risk treatment plan: each risk that is treated, the actions below it. What is
 * folded is kept by the number of the risk, since the plan is read anew after each
 * change.
 */
struct plan_pane {
	struct table_pane pane;
	struct plan plan;
	size_t *row;	   /* what is shown, as indexes into plan.v; owned */
	long long *folded; /* risks whose actions are hidden; owned */
	size_t nfolded, cap;
};

/* Code and title, then what is asked for first; the others come with Right. */
static const struct {
	enum plan_key key;
	int least, wish;
	bool right;
} columns[] = {
	{PLAN_CODE, 7, 8, false},	{PLAN_TITLE, 14, 36, false},
	{PLAN_LEVEL, 9, 9, false},	{PLAN_OWNER, 10, 18, false},
	{PLAN_DUE, 10, 12, false},	{PLAN_PROGRESS, 4, 4, true},
	{PLAN_RESIDUAL, 9, 9, false},	{PLAN_TARGET, 9, 9, false},
	{PLAN_STATUS, 12, 12, false},	{PLAN_OPTIONS, 7, 14, false},
	{PLAN_COST, 12, 14, true},	{PLAN_APPROVAL, 14, 28, false},
	{PLAN_CONTROLS, 12, 24, false}, {PLAN_PRIORITY, 4, 4, true},
	{PLAN_EFFECT, 12, 14, false},	{PLAN_START, 10, 10, false},
	{PLAN_EFFORT, 4, 4, true},	{PLAN_RESOURCES, 12, 24, false},
	{PLAN_SCENARIO, 16, 40, false},
};

#define NCOLUMNS (sizeof(columns) / sizeof(columns[0]))

/* ---- Reading ------------------------------------------------------------- */

static size_t folded_at(const struct plan_pane *p, long long risk)
{
	size_t i = 0;

	while (i < p->nfolded && p->folded[i] != risk)
		i++;
	return i;
}

static const struct plan_row *row_at(const struct plan_pane *p, size_t row)
{
	return row < p->pane.table.rows ? &p->plan.v[p->row[row]] : NULL;
}

static const struct plan_row *risk_at(const struct plan_pane *p)
{
	const struct plan_row *row = row_at(p, p->pane.table.at);

	return row == NULL ? NULL : &p->plan.v[row->risk];
}

/* Which rows are shown. */
static void show_rows(struct plan_pane *p)
{
	size_t n = 0;

	p->row = xrealloc(p->row, p->plan.n + 1, sizeof(*p->row));
	for (size_t i = 0; i < p->plan.n; i++) {
		const struct plan_row *row = &p->plan.v[i];

		if (!row->action || folded_at(p, p->plan.v[row->risk].id) == p->nfolded)
			p->row[n++] = i;
	}
	p->pane.table.rows = n;
}

/* Reads it where it is not what the file says; else only the filter is another. */
static bool read_filtered(struct tui *tui, struct plan_pane *p, const struct filter *filter,
			  struct err *err)
{
	struct plan plan;
	bool ok;

	if (p->pane.fresh)
		return plan_filter(tui->app->store, filter, &p->plan, err);
	ok = plan_read(tui->app->store, filter, &plan, err);
	if (ok) {
		plan_release(&p->plan);
		p->plan = plan;
	}
	return ok;
}

/* The cursor goes to the risk of an action that is not there any more. */
static bool read_plan(struct tui *tui, struct table_pane *pane, const char *filter,
		      struct err *err)
{
	struct plan_pane *p = (struct plan_pane *)pane;
	const struct plan_row *risk = risk_at(p);
	const struct hit of = {&kind_risk, risk == NULL ? 0 : risk->id};
	struct app_query query;
	bool ok = app_query(tui->app, &kind_risk, filter, NULL, &query, err);

	if (ok) {
		ok = read_filtered(tui, p, query.query.filter, err);
		app_query_release(&query);
	}
	if (ok) {
		show_rows(p);
		table_pane_seek(pane, of);
	}
	return ok;
}

static struct hit record_of(const struct table_pane *pane, size_t at)
{
	const struct plan_row *row = row_at((const struct plan_pane *)pane, at);

	return row == NULL ? (struct hit){NULL, 0}
			   : (struct hit){row->action ? &kind_action : &kind_risk, row->id};
}

/* ---- Drawing ------------------------------------------------------------- */

static unsigned cell(struct tui *tui, void *ctx, size_t row, int key, struct str *text)
{
	const struct plan_pane *p = ctx;
	const struct plan_row *r = row_at(p, row);
	const enum plan_key k = (enum plan_key)key;

	if (k == PLAN_TITLE && r->action)
		str_add(text, "  ");
	else if (k == PLAN_TITLE && folded_at(p, r->id) < p->nfolded && r->actions > 0)
		str_addf(text, "[+%zu] ", r->actions);
	plan_show(&tui->app->rules, r, k, text);
	return draw_style(plan_style(&tui->app->rules, r, k));
}

static bool heading(struct tui *tui, void *ctx, size_t row, struct str *text)
{
	(void)tui;
	(void)ctx;
	(void)row;
	(void)text;
	return false;
}

static void detail(struct tui *tui, struct table_pane *pane, struct rect r)
{
	const struct plan_pane *p = (const struct plan_pane *)pane;
	struct str line = STR_INIT;

	plan_summary(&tui->app->rules, &p->plan, &line);
	table_detail(tui, &pane->table, str_get(&line),
		     row_at(p, pane->table.detail)->text[PLAN_TITLE], r);
	str_release(&line);
}

/* ---- Doing --------------------------------------------------------------- */

/* Does what needs the whole record of the risk under the cursor. */
static void with_risk(struct tui *tui, struct plan_pane *p,
		      void (*act)(struct tui *, const struct record *))
{
	const struct plan_row *row = risk_at(p);
	struct record *risk = NULL;
	struct err err = ERR_INIT;

	if (row == NULL || !tui_may_write(tui))
		return;
	if (store_get(tui->app->store, &kind_risk, row->id, &risk, &err))
		act(tui, risk);
	else
		tui_error(tui, &err);
	record_free(&risk);
}

/* The rows after a fold: the cursor stays on the risk. */
static void refold(struct plan_pane *p, long long risk)
{
	show_rows(p);
	table_pane_seek(&p->pane, (struct hit){&kind_risk, risk});
}

static void fold(struct plan_pane *p)
{
	const struct plan_row *risk = risk_at(p);
	size_t i;

	if (risk == NULL)
		return;
	i = folded_at(p, risk->id);
	if (i < p->nfolded) {
		p->folded[i] = p->folded[--p->nfolded];
	} else {
		p->folded = xgrow(p->folded, p->nfolded, &p->cap, sizeof(*p->folded));
		p->folded[p->nfolded++] = risk->id;
	}
	refold(p, risk->id);
}

/* All of them, unless all are folded already. */
static void fold_all(struct plan_pane *p)
{
	const struct plan_row *risk = risk_at(p);
	const long long id = risk == NULL ? 0 : risk->id;
	const bool open = p->nfolded > 0;

	p->nfolded = 0;
	for (size_t i = 0; i < p->plan.n && !open; i++) {
		if (p->plan.v[i].action)
			continue;
		p->folded = xgrow(p->folded, p->nfolded, &p->cap, sizeof(*p->folded));
		p->folded[p->nfolded++] = p->plan.v[i].id;
	}
	refold(p, id);
}

static bool command(struct tui *tui, struct table_pane *pane, enum command_id id)
{
	struct plan_pane *p = (struct plan_pane *)pane;
	bool taken = true;

	switch (id) {
	case CMD_ADD:
		with_risk(tui, p, plan_add_action);
		break;
	case CMD_APPROVE:
		with_risk(tui, p, plan_approve);
		break;
	case CMD_FOLD:
		fold(p);
		break;
	case CMD_FOLD_ALL:
		fold_all(p);
		break;
	default:
		taken = false;
		break;
	}
	return taken;
}

static void close_plan(struct table_pane *pane)
{
	struct plan_pane *p = (struct plan_pane *)pane;

	plan_release(&p->plan);
	free(p->row);
	free(p->folded);
}

static const char *const empty[] = {
	N_("Nothing is to be treated."),
	N_("Here stand risks that must be treated, those in treatment, and those with an"),
	N_("open action. Rate risks and choose what is done about them (:risk)."),
	NULL,
};

static const struct table_pane_ops plan_ops = {
	.name = N_("Risk treatment plan"),
	.line = "plan",
	.file = "plan",
	.kind = &kind_risk,
	.empty = empty,
	.read = read_plan,
	.record = record_of,
	.detail = detail,
	.few = 4,
	.command = command,
	.close = close_plan,
};

static const struct view_ops view_ops = {.where = WHERE_PLAN, TABLE_PANE_VIEW};

struct view *plan_view(struct tui *tui)
{
	struct plan_pane *p = xcalloc(1, sizeof(*p));
	struct table_column *c = xcalloc(NCOLUMNS, sizeof(*c));

	(void)tui;
	for (size_t i = 0; i < NCOLUMNS; i++)
		c[i] = (struct table_column){(int)columns[i].key, plan_title(columns[i].key),
					     columns[i].least,	  columns[i].wish,
					     columns[i].right,	  columns[i].key == PLAN_DUE};
	p->pane.table = (struct table){
		.columns = c, .n = NCOLUMNS, .cell = cell, .heading = heading};
	table_pane_init(&p->pane, &view_ops, &plan_ops);
	return &p->pane.view;
}
