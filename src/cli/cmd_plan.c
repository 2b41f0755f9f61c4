/* isms plan */
#include "config.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "isms/model/kinds.h"
#include "isms/report/plan.h"
#include "isms/util/i18n.h"
#include "isms/util/mem.h"

#include "private.h"

/* ---- A tree for people --------------------------------------------------- */

static const struct {
	enum plan_key key;
	enum rows_type type;
} tree[] = {
	{PLAN_CODE, ROWS_WHOLE},    {PLAN_TITLE, ROWS_TEXT},	 {PLAN_OWNER, ROWS_TEXT},
	{PLAN_LEVEL, ROWS_WHOLE},   {PLAN_OPTIONS, ROWS_TEXT},	 {PLAN_CONTROLS, ROWS_TEXT},
	{PLAN_DUE, ROWS_WHOLE},	    {PLAN_STATUS, ROWS_TEXT},	 {PLAN_PROGRESS, ROWS_NUMBER},
	{PLAN_COST, ROWS_NUMBER},   {PLAN_RESIDUAL, ROWS_WHOLE}, {PLAN_TARGET, ROWS_WHOLE},
	{PLAN_APPROVAL, ROWS_TEXT}, {PLAN_EFFECT, ROWS_TEXT},
};

#define NTREE (sizeof(tree) / sizeof(tree[0]))

static void show_tree(const struct cli *cli, const struct plan *plan)
{
	struct rows_column columns[NTREE];
	struct rows *rows;
	size_t i, k;

	for (i = 0; i < NTREE; i++)
		columns[i] = (struct rows_column){plan_name(tree[i].key), plan_title(tree[i].key),
						  tree[i].type};
	rows = rows_begin(FORMAT_TABLE, columns, NTREE);
	for (i = 0; i < plan->n; i++) {
		const char *cells[NTREE];
		struct strv texts = STRV_INIT;

		for (k = 0; k < NTREE; k++) {
			struct str text = STR_INIT;

			if (plan->v[i].action && tree[k].key <= PLAN_TITLE)
				str_add(&text, "  ");
			plan_show(&cli->app.rules, &plan->v[i], tree[k].key, &text);
			strv_take(&texts, str_detach(&text));
			cells[k] = texts.v[k];
		}
		rows_add(rows, cells);
		strv_release(&texts);
	}
	rows_end(&rows);
}

/* ---- A row an action for programs ---------------------------------------- */

enum how { RAW, SHOWN, MONEY, APPROVED_BY, APPROVED_ON, ANSWER, YES_NO };

/* action: of the action; else of its risk. A risk without one has a row too. */
static const struct flat {
	const char *name;
	bool action;
	enum plan_key key;
	enum how how;
	enum rows_type type;
} flat[] = {
	{"risk", false, PLAN_CODE, RAW, ROWS_TEXT},
	{"title", false, PLAN_TITLE, RAW, ROWS_TEXT},
	{"scenario", false, PLAN_SCENARIO, RAW, ROWS_TEXT},
	{"owner", false, PLAN_OWNER, RAW, ROWS_TEXT},
	{"need", false, PLAN_NEED, RAW, ROWS_TEXT},
	{"level", false, PLAN_LEVEL, SHOWN, ROWS_TEXT},
	{"options", false, PLAN_OPTIONS, SHOWN, ROWS_TEXT},
	{"controls", false, PLAN_CONTROLS, RAW, ROWS_TEXT},
	{"status", false, PLAN_STATUS, RAW, ROWS_TEXT},
	{"due", false, PLAN_DUE, RAW, ROWS_TEXT},
	{"overdue", false, PLAN_LATE, YES_NO, ROWS_TEXT},
	{"cost", false, PLAN_COST, MONEY, ROWS_NUMBER},
	{"residual", false, PLAN_RESIDUAL, SHOWN, ROWS_TEXT},
	{"target", false, PLAN_TARGET, SHOWN, ROWS_TEXT},
	{"priority", false, PLAN_PRIORITY, RAW, ROWS_NUMBER},
	{"approved_by", false, PLAN_APPROVAL, APPROVED_BY, ROWS_TEXT},
	{"approved_on", false, PLAN_APPROVAL, APPROVED_ON, ROWS_TEXT},
	{"approval", false, PLAN_APPROVAL, ANSWER, ROWS_TEXT},
	{"action", true, PLAN_CODE, RAW, ROWS_TEXT},
	{"action_title", true, PLAN_TITLE, RAW, ROWS_TEXT},
	{"responsible", true, PLAN_OWNER, RAW, ROWS_TEXT},
	{"action_controls", true, PLAN_CONTROLS, RAW, ROWS_TEXT},
	{"action_status", true, PLAN_STATUS, RAW, ROWS_TEXT},
	{"start", true, PLAN_START, RAW, ROWS_TEXT},
	{"action_due", true, PLAN_DUE, RAW, ROWS_TEXT},
	{"action_overdue", true, PLAN_LATE, YES_NO, ROWS_TEXT},
	{"progress", true, PLAN_PROGRESS, RAW, ROWS_NUMBER},
	{"action_cost", true, PLAN_COST, MONEY, ROWS_NUMBER},
	{"effort", true, PLAN_EFFORT, RAW, ROWS_NUMBER},
	{"resources", true, PLAN_RESOURCES, RAW, ROWS_TEXT},
	{"verified_by", true, PLAN_EFFECT, RAW, ROWS_TEXT},
};

#define NFLAT (sizeof(flat) / sizeof(flat[0]))

/* The part of "approved|Petr Novák|2026-03-01" from the field'th bar on. */
static char *part(const char *text, int field)
{
	while (field-- > 0 && text) {
		text = strchr(text, '|');
		text = text ? text + 1 : NULL;
	}
	return text ? xstrndup(text, strcspn(text, "|")) : NULL;
}

/* NULL: nothing. The caller frees. */
static char *flat_cell(const struct rules *rules, const struct plan_row *row,
		       const struct flat *column)
{
	const char *text = row->text[column->key];
	struct str out = STR_INIT;

	if (!text)
		return NULL;
	switch (column->how) {
	case RAW:
		str_add(&out, text);
		break;
	case SHOWN:
		plan_show(rules, row, column->key, &out);
		break;
	case MONEY:
		str_addf(&out, "%lld.%02lld", atoll(text) / 100, atoll(text) % 100);
		break;
	case YES_NO:
		str_add(&out, *text == '1' ? "yes" : "no");
		break;
	case ANSWER:
	case APPROVED_BY:
	case APPROVED_ON:
		return part(text, column->how == ANSWER ? 0 : column->how == APPROVED_BY ? 1 : 2);
	}
	return str_detach(&out);
}

static void flat_row(const struct cli *cli, struct rows *rows, const struct plan *plan,
		     const struct plan_row *row)
{
	char *texts[NFLAT];
	const char *cells[NFLAT];
	size_t i;

	for (i = 0; i < NFLAT; i++) {
		texts[i] = !flat[i].action
				   ? flat_cell(&cli->app.rules, &plan->v[row->risk], &flat[i])
			   : row->action ? flat_cell(&cli->app.rules, row, &flat[i])
					 : NULL;
		cells[i] = texts[i];
	}
	rows_add(rows, cells);
	for (i = 0; i < NFLAT; i++)
		free(texts[i]);
}

static void show_flat(const struct cli *cli, const struct plan *plan, enum format format)
{
	struct rows_column columns[NFLAT];
	struct rows *rows;
	size_t i;

	for (i = 0; i < NFLAT; i++)
		columns[i] = (struct rows_column){flat[i].name, flat[i].name, flat[i].type};
	rows = rows_begin(format, columns, NFLAT);
	for (i = 0; i < plan->n; i++)
		if (plan->v[i].action || !plan->v[i].actions)
			flat_row(cli, rows, plan, &plan->v[i]);
	rows_end(&rows);
}

bool cmd_plan(struct cli *cli, struct err *err)
{
	struct str line = STR_INIT;
	struct app_query query;
	struct plan plan;
	enum format format;
	bool ok;

	if (!cli_words_max(cli, 0, err) || !cli_format(cli, FORMAT_TABLE, &format, err) ||
	    !app_query(&cli->app, &kind_risk, cli_option(cli, "where"), NULL, &query, err))
		return false;
	ok = plan_read(cli->app.store, query.query.filter, &plan, err);
	app_query_release(&query);
	if (!ok)
		return false;
	if (format == FORMAT_TABLE) {
		show_tree(cli, &plan);
		plan_summary(&cli->app.rules, &plan, &line);
		out_line(str_get(&line));
	} else {
		show_flat(cli, &plan, format);
	}
	str_release(&line);
	plan_release(&plan);
	return true;
}
