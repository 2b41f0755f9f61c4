/* The controls of 2013 in their sections, with what became of each. */
#include "config.h"

#include <stdint.h>
#include <stdlib.h>

#include "isms/model/kinds.h"
#include "isms/report/soa.h"
#include "isms/tui/dialog.h"
#include "isms/tui/pane_filter.h"
#include "isms/tui/table_pane.h"
#include "isms/util/i18n.h"
#include "isms/util/mem.h"
#include "soa_act.h"

struct old_pane {
	struct table_pane pane;
	struct answer old;
	size_t *row; /* indexes into old; HEADING + i: the section of row i; owned */
};

#define HEADING ((size_t)1 << 32)

static const struct {
	int key;
	const char *title; /* N_() */
	int least, wish;
} columns[] = {
	{OLD_NUMBER, N_("Ref"), 8, 8},
	{OLD_TITLE, N_("Control of 2013"), 18, 44},
	{OLD_STATES, N_("State"), 11, 12},
	{OLD_REFS, N_("In 2022"), 12, 30},
};

#define NCOLUMNS (sizeof(columns) / sizeof(columns[0]))

static const char *text_of(const char *text)
{
	return text == NULL ? "" : text;
}

static bool fits(char *const *row, const struct strv *words)
{
	const char *const texts[] = {row[OLD_NUMBER], row[OLD_TITLE], row[OLD_CHAPTER],
				     row[OLD_REFS], _(soa_old_state(row))};

	return pane_filter_has(words, texts, sizeof(texts) / sizeof(texts[0]));
}

/* The rows that have all words, with a heading before each section. */
static void show_rows(struct old_pane *p, const char *filter)
{
	struct strv words = STRV_INIT;
	const char *section = NULL;
	size_t n = 0;

	pane_filter_words(text_of(filter), &words);
	p->row = xrealloc(p->row, 2 * p->old.n + 1, sizeof(*p->row));
	for (size_t i = 0; i < p->old.n; i++) {
		if (!fits(p->old.row[i], &words))
			continue;
		if (n == 0 || !str_equal(p->old.row[i][OLD_CHAPTER], section))
			p->row[n++] = HEADING + i;
		section = p->old.row[i][OLD_CHAPTER];
		p->row[n++] = i;
	}
	p->pane.table.rows = n;
	strv_release(&words);
}

static bool read_old(struct tui *tui, struct table_pane *pane, const char *filter, struct err *err)
{
	struct old_pane *p = (struct old_pane *)pane;
	struct answer old = {0};
	const bool ok = soa_2013(tui->app->store, &old, err);

	if (ok) {
		answer_release(&p->old);
		p->old = old;
		show_rows(p, filter);
	}
	return ok;
}

static struct hit record_of(const struct table_pane *pane, size_t at)
{
	const struct old_pane *p = (const struct old_pane *)pane;

	return p->row[at] >= HEADING ? (struct hit){NULL, 0}
				     : (struct hit){&kind_framework_requirement,
						    atoll(p->old.row[p->row[at]][OLD_ID])};
}

static unsigned cell(struct tui *tui, void *ctx, size_t row, int key, struct str *text)
{
	const struct old_pane *p = ctx;
	char *const *r = p->old.row[p->row[row] & (HEADING - 1)];

	(void)tui;
	str_add(text, key == OLD_STATES ? _(soa_old_state(r)) : text_of(r[key]));
	return LOOK_PLAIN;
}

static bool heading(struct tui *tui, void *ctx, size_t row, struct str *text)
{
	const struct old_pane *p = ctx;
	const bool is = p->row[row] >= HEADING;

	(void)tui;
	if (is)
		str_add(text, text_of(p->old.row[p->row[row] - HEADING][OLD_CHAPTER]));
	return is;
}

static bool command(struct tui *tui, struct table_pane *pane, enum command_id id)
{
	(void)pane;
	if (id == CMD_EDITION)
		view_pop(tui);
	return id == CMD_EDITION;
}

static void close_old(struct table_pane *pane)
{
	struct old_pane *p = (struct old_pane *)pane;

	answer_release(&p->old);
	free(p->row);
}

static const char *const empty[] = {N_("The controls of 2013 are not in the file."), NULL};

static const struct table_pane_ops old_ops = {
	.name = N_("Statement of Applicability, edition of 2013"),
	.line = "soa --edition 2013",
	.file = "soa-2013",
	.empty = empty,
	.read = read_old,
	.record = record_of,
	.command = command,
	.close = close_old,
};

static const struct view_ops view_ops = {.where = WHERE_SOA, TABLE_PANE_VIEW};

static struct view *soa_2013_view(void)
{
	struct old_pane *p = xcalloc(1, sizeof(*p));
	struct table_column *c = xcalloc(NCOLUMNS, sizeof(*c));

	for (size_t i = 0; i < NCOLUMNS; i++)
		c[i] = (struct table_column){.key = columns[i].key,
					     .title = _(columns[i].title),
					     .least = columns[i].least,
					     .wish = columns[i].wish};
	p->pane.table = (struct table){
		.columns = c, .n = NCOLUMNS, .cell = cell, .heading = heading};
	table_pane_init(&p->pane, &view_ops, &old_ops);
	return &p->pane.view;
}

/* Annex A of 2013 is no part of a new file; it is offered where it is asked for. */
static bool add_controls(struct tui *tui)
{
	struct err err = ERR_INIT;
	long added = 0, there = 0;

	if (!tui_may_write(tui) ||
	    !ask_yes(tui, _("The controls of 2013 are not in the file. Add them?"),
		     _("114 controls in 14 sections and what became of each in 2022; also "
		       "'isms catalogue annex-a-2013'")))
		return false;
	if (!app_catalogue(tui->app, "annex-a-2013", &added, &there, &err)) {
		tui_error(tui, &err);
		return false;
	}
	tui_changed(tui);
	tui_say(tui, _("%ld records added (u undoes)"), added);
	return true;
}

void soa_2013_open(struct tui *tui)
{
	struct answer old = {0};
	struct err err = ERR_INIT;

	if (!soa_2013(tui->app->store, &old, &err))
		tui_error(tui, &err);
	else if (old.n > 0 || add_controls(tui))
		view_push(tui, soa_2013_view());
	answer_release(&old);
}
