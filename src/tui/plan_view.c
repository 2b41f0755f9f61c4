#include "config.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "isms/model/kinds.h"
#include "isms/report/plan.h"
#include "isms/tui/form.h"
#include "isms/tui/table.h"
#include "isms/tui/view.h"
#include "isms/util/date.h"
#include "isms/util/i18n.h"
#include "isms/util/mem.h"

#define DETAIL_ROWS 6

/*
 * The risk treatment plan: each risk that is treated, the actions below it. What is
 * folded is kept by the number of the risk, since the plan is read anew after each
 * change.
 */
struct plan_pane {
	struct view view;
	struct plan plan;
	struct table table;
	size_t *row;	   /* what is shown, as indexes into plan.v; owned */
	long long *folded; /* risks whose actions are hidden; owned */
	size_t nfolded, cap;
	struct pane_filter filter;
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
	return row < p->table.rows ? &p->plan.v[p->row[row]] : NULL;
}

static const struct plan_row *risk_at(const struct plan_pane *p)
{
	const struct plan_row *row = row_at(p, p->table.at);

	return row == NULL ? NULL : &p->plan.v[row->risk];
}

/* Which rows are shown; the cursor goes to the one that is meant, or to its risk. */
static void show_rows(struct plan_pane *p, bool action, long long id, long long risk)
{
	size_t n = 0, found = SIZE_MAX, of_risk = SIZE_MAX;

	p->row = xrealloc(p->row, p->plan.n + 1, sizeof(*p->row));
	for (size_t i = 0; i < p->plan.n; i++) {
		const struct plan_row *row = &p->plan.v[i];
		long long its = p->plan.v[row->risk].id;

		if (row->action && folded_at(p, its) < p->nfolded)
			continue;
		if (row->action == action && row->id == id)
			found = n;
		if (!row->action && row->id == risk)
			of_risk = n;
		p->row[n++] = i;
	}
	p->table.rows = n;
	if (found != SIZE_MAX || of_risk != SIZE_MAX)
		p->table.at = found != SIZE_MAX ? found : of_risk;
	if (p->table.at >= n)
		p->table.at = n > 0 ? n - 1 : 0;
	p->table.detail = p->table.at;
}

static bool read_plan(struct tui *tui, struct view *view, const struct filter *filter,
		      struct err *err)
{
	struct plan_pane *p = (struct plan_pane *)view;
	const struct plan_row *at = row_at(p, p->table.at), *risk = risk_at(p);
	const bool action = at != NULL && at->action;
	const long long id = at == NULL ? 0 : at->id, of = risk == NULL ? 0 : risk->id;
	struct plan plan;
	bool ok = plan_read(tui->app->store, filter, &plan, err);

	if (ok) {
		plan_release(&p->plan);
		p->plan = plan;
		show_rows(p, action, id, of);
	}
	return ok;
}

static void fresh(struct tui *tui, struct view *view)
{
	pane_filter_fresh(tui, &((struct plan_pane *)view)->filter);
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

static void title(struct tui *tui, struct view *view, struct str *middle, struct str *right)
{
	const struct plan_pane *p = (const struct plan_pane *)view;

	(void)tui;
	str_add(middle, _("Risk treatment plan"));
	if (p->filter.text != NULL)
		str_addf(middle, "  /%s", p->filter.text);
	if (p->table.rows > 0)
		str_addf(right, "%zu/%zu", p->table.at + 1, p->table.rows);
}

static void draw_empty(struct tui *tui, const struct plan_pane *p, struct rect r)
{
	static const char *const lines[] = {
		N_("Nothing is to be treated."),
		N_("Here stand risks that must be treated, those in treatment, and those with an"),
		N_("open action. Rate risks and choose what is done about them (:risk)."),
	};

	draw_text(tui, r.y, r.x + 1, r.w - 1, pane_filter_empty(&p->filter, _(lines[0])), LOOK_PLAIN);
	for (int i = 1; i < 3 && i < r.h && p->filter.has_read && p->filter.text == NULL; i++)
		draw_text(tui, r.y + i, r.x + 1, r.w - 1, _(lines[i]), LOOK_PLAIN);
	draw_cursor(tui, r.y, r.x);
}

static void draw(struct tui *tui, struct view *view, struct rect r)
{
	struct plan_pane *p = (struct plan_pane *)view;
	const int detail = r.h >= 12 ? DETAIL_ROWS : r.h > 4 ? 1 : 0;
	struct str line = STR_INIT;

	if (p->table.rows == 0) {
		draw_empty(tui, p, r);
		return;
	}
	plan_summary(&tui->app->rules, &p->plan, &line);
	if (detail > 0)
		table_detail(tui, &p->table, str_get(&line),
			     row_at(p, p->table.detail)->text[PLAN_TITLE],
			     (struct rect){r.y + r.h - detail, r.x, detail, r.w});
	table_draw(tui, &p->table, (struct rect){r.y, r.x, r.h - detail, r.w});
	str_release(&line);
}

/* ---- Doing --------------------------------------------------------------- */

static void refer(struct tui *tui, struct record *rec, const char *field, const struct kind *kind,
		  long long id)
{
	struct value *value = record_value(rec, field);
	struct record *other = NULL;
	struct err err = ERR_INIT;

	if (id != 0 && store_get(tui->app->store, kind, id, &other, &err)) {
		value_release(value);
		value_add_ref(value, id, other->code, record_title(other));
		value->refs[0].kind = kind;
	}
	record_free(&other);
	err_release(&err);
}

static long long owner_of(const struct record *risk)
{
	const struct value *owner = record_get(risk, "owner");

	return owner->nrefs > 0 ? owner->refs[0].id : 0;
}

/* An action of the risk; its priority and the day of the plan are proposed. */
static void add_action(struct tui *tui, const struct record *risk)
{
	struct record *rec = record_new(&kind_action);
	const struct form_options opt = {.fresh = rec};

	record_defaults(&tui->app->rules, rec);
	value_set_text(record_value(rec, "source"), "risk treatment");
	refer(tui, rec, "risk", &kind_risk, risk->id);
	if (record_get(risk, "priority")->set)
		value_copy(record_value(rec, "priority"), record_get(risk, "priority"));
	if (record_get(risk, "due")->set && record_get(risk, "due")->num >= tui->app->rules.today)
		value_copy(record_value(rec, "due"), record_get(risk, "due"));
	form_run(tui, &kind_action, 0, &opt);
	record_free(&rec);
}

/* The owner's approval of the plan (6.1.3 f); who is not the owner may be put in. */
static void approve(struct tui *tui, const struct record *risk)
{
	struct record *rec = record_new(&kind_approval);
	const struct form_options opt = {.fresh = rec, .at = "answer"};
	struct str text = STR_INIT;
	char stamp[STAMP_LEN], day[DATE_LEN];

	record_defaults(&tui->app->rules, rec);
	str_addf(&text, _("Treatment plan of %s %s"), risk->code, record_title(risk));
	value_set_text(record_value(rec, "title"), str_get(&text));
	refer(tui, rec, "object", &kind_risk, risk->id);
	refer(tui, rec, "person", &kind_person, owner_of(risk));
	str_clear(&text);
	stamp_now(stamp);
	date_format(tui->app->rules.today, day);
	str_addf(&text, "%s%.6s", day, stamp + DATE_LEN - 1);
	value_set_text(record_value(rec, "decided_at"), str_get(&text));
	form_run(tui, &kind_approval, 0, &opt);
	str_release(&text);
	record_free(&rec);
}

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
	show_rows(p, false, risk->id, risk->id);
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
	show_rows(p, false, id, id);
}

static const struct kind *kind_of(const struct plan_row *row)
{
	return row->action ? &kind_action : &kind_risk;
}

static bool command(struct tui *tui, struct view *view, enum command_id id)
{
	struct plan_pane *p = (struct plan_pane *)view;
	const struct plan_row *row = row_at(p, p->table.at);
	bool taken = true;

	switch (id) {
	case CMD_OPEN:
		if (row != NULL)
			record_open(tui, kind_of(row), row->id);
		break;
	case CMD_EDIT:
		if (row != NULL)
			form_edit(tui, kind_of(row), row->id, NULL);
		break;
	case CMD_ADD:
		with_risk(tui, p, add_action);
		break;
	case CMD_APPROVE:
		with_risk(tui, p, approve);
		break;
	case CMD_LOG:
		if (row != NULL)
			history_show(tui, kind_of(row), row->id);
		break;
	case CMD_TRACE:
		if (row != NULL)
			view_push(tui, trace_view(tui, kind_of(row), row->id));
		break;
	case CMD_EXPORT:
		export_pane(tui, "plan", "plan", p->filter.text);
		break;
	case CMD_FILTER:
		pane_filter_ask(tui, &p->filter);
		break;
	case CMD_BACK:
		taken = pane_filter_clear(tui, &p->filter);
		break;
	case CMD_FOLD:
		fold(p);
		break;
	case CMD_FOLD_ALL:
		fold_all(p);
		break;
	default:
		taken = table_command(&p->table, id);
		break;
	}
	return taken;
}

static void changed(struct tui *tui, struct view *view)
{
	(void)tui;
	((struct plan_pane *)view)->filter.fresh = false;
}

static bool idle(struct tui *tui, struct view *view)
{
	table_idle(tui, &((struct plan_pane *)view)->table);
	return false;
}

static void close_view(struct tui *tui, struct view *view)
{
	struct plan_pane *p = (struct plan_pane *)view;

	(void)tui;
	plan_release(&p->plan);
	free(p->table.columns);
	free(p->row);
	free(p->folded);
	free(p->filter.text);
	free(p);
}

static const struct view_ops plan_ops = {
	.where = WHERE_PLAN,
	.title = title,
	.draw = draw,
	.command = command,
	.fresh = fresh,
	.changed = changed,
	.idle = idle,
	.close = close_view,
};

struct pane_filter *plan_filter(struct view *view)
{
	return &((struct plan_pane *)view)->filter;
}

struct view *plan_view(struct tui *tui)
{
	struct plan_pane *p = xcalloc(1, sizeof(*p));
	struct table_column *c = xcalloc(NCOLUMNS, sizeof(*c));

	(void)tui;
	for (size_t i = 0; i < NCOLUMNS; i++)
		c[i] = (struct table_column){(int)columns[i].key, plan_title(columns[i].key),
					     columns[i].least,	  columns[i].wish,
					     columns[i].right,	  columns[i].key == PLAN_DUE};
	p->view.ops = &plan_ops;
	p->filter = (struct pane_filter){.kind = &kind_risk, .view = &p->view, .read = read_plan};
	p->table = (struct table){.columns = c,
				  .n = NCOLUMNS,
				  .cell = cell,
				  .heading = heading,
				  .ctx = p};
	return &p->view;
}
