#include "config.h"

#include <stdlib.h>

#include "isms/model/kinds.h"
#include "isms/report/soa.h"
#include "isms/tui/dialog.h"
#include "isms/tui/table_pane.h"
#include "isms/util/i18n.h"
#include "isms/util/mem.h"
#include "soa_act.h"

/* The Statement of Applicability in its four themes, each with its counts. */
struct soa_pane {
	struct table_pane pane;
	struct soa soa;
};

#define KEY_CONTRADICTION SOA_KEYS

static const struct {
	int key, least, wish;
} columns[] = {
	{SOA_REF, 6, 7},
	{SOA_TITLE, 14, 56},
	{SOA_APPLICABLE, 10, 10},
	{SOA_REASONS, 5, 5},
	{SOA_IMPLEMENTATION, 11, 11},
	{SOA_RESPONSIBLE, 10, 18},
	{SOA_TARGET, 10, 12},
	{SOA_RISKS, 8, 20},
	{SOA_REQUIREMENTS, 9, 20},
	{SOA_JUSTIFICATION, 20, 40},
	{SOA_HOW, 20, 40},
	{SOA_DOCUMENTS, 10, 16},
	{SOA_EVIDENCE, 12, 24},
	{SOA_CHECKED, 10, 10},
	{SOA_EFFECT, 9, 11},
	{SOA_OLD, 8, 16},
	{KEY_CONTRADICTION, 20, 40},
};

#define NCOLUMNS (sizeof(columns) / sizeof(columns[0]))

/* ---- Reading ------------------------------------------------------------- */

static bool read_soa(struct tui *tui, struct table_pane *pane, const char *filter, struct err *err)
{
	struct soa_pane *p = (struct soa_pane *)pane;
	struct soa soa = {0};
	struct app_query query;
	bool ok = app_query(tui->app, &kind_soa_entry, filter, NULL, &query, err);

	if (ok) {
		ok = soa_read(tui->app->store, query.query.filter, &soa, err);
		app_query_release(&query);
	}
	if (ok) {
		soa_release(&p->soa);
		p->soa = soa;
		pane->table.rows = soa.n;
	}
	return ok;
}

/* The entry in a row; NULL: a heading. */
static const struct soa_row *row_at(const struct soa_pane *p, size_t at)
{
	const struct soa_row *row = at >= p->soa.n ? NULL : &p->soa.v[at];

	return row == NULL || row->heading ? NULL : row;
}

static struct hit record_of(const struct table_pane *pane, size_t at)
{
	const struct soa_row *row = row_at((const struct soa_pane *)pane, at);

	return row == NULL ? (struct hit){NULL, 0} : (struct hit){&kind_soa_entry, row->id};
}

/* ---- Drawing ------------------------------------------------------------- */

/* What contradicts an entry stands in its own column, or in place of the title where
 * there is no room for one: it is what the row is looked at for. */
static unsigned cell(struct tui *tui, void *ctx, size_t row, int key, struct str *text)
{
	const struct soa_pane *p = ctx;
	const struct soa_row *r = &p->soa.v[row];
	unsigned look = LOOK_PLAIN;

	if (key == KEY_CONTRADICTION) {
		look = soa_contradiction(r, text) ? LOOK_BAD : LOOK_PLAIN;
	} else if (key == SOA_TITLE && soa_contradiction(r, NULL) &&
		   !table_shows(&p->pane.table, KEY_CONTRADICTION, p->pane.table.cells)) {
		str_add(text, "! ");
		soa_contradiction(r, text);
		look = LOOK_BAD;
	} else {
		soa_show(&tui->app->rules, r, (enum soa_key)key, text);
		look = draw_style(soa_style(&tui->app->rules, r, (enum soa_key)key));
	}
	return look;
}

static const char *theme_title(const struct rules *rules, const char *theme)
{
	const struct choice *choice = choice_find(kind_field(&kind_control, "theme"), theme);

	return choice == NULL ? _("Without a theme") : choice_label(rules, choice);
}

static bool heading(struct tui *tui, void *ctx, size_t row, struct str *text)
{
	const struct soa_pane *p = ctx;
	const struct soa_row *r = &p->soa.v[row];

	if (r->heading) {
		str_addf(text, "%s: ", theme_title(&tui->app->rules, r->theme));
		soa_counts(r->entries, r->decided, r->applicable, r->implemented, text);
	}
	return r->heading;
}

static void about(struct tui *tui, struct table_pane *pane, struct str *out)
{
	soa_version_text(&((struct soa_pane *)pane)->soa, tui->cols < 100, out);
}

/* Counts of the whole, what the letters mean, and all of the entry. */
static void draw_detail(struct tui *tui, struct table_pane *pane, struct rect r)
{
	const struct soa_pane *p = (const struct soa_pane *)pane;
	const struct soa_row *row = row_at(p, pane->table.detail);
	struct str line = STR_INIT, first = STR_INIT;

	soa_counts(p->soa.entries, p->soa.decided, p->soa.applicable, p->soa.implemented, &line);
	str_addf(&line, _("; %ld contradict"), p->soa.contradictions);
	if (row != NULL) {
		str_addf(&first, "%s%s", row->text[SOA_TITLE],
			 soa_contradiction(row, NULL) ? " ! " : "");
		soa_contradiction(row, &first);
		table_detail(tui, &pane->table, str_get(&line), str_get(&first), r);
	} else {
		draw_rule(tui, r.y, r.x, r.w, str_get(&line), LOOK_BOLD);
	}
	str_clear(&line);
	soa_legend(&tui->app->rules, &line);
	if (r.h > 2)
		draw_text(tui, r.y + r.h - 1, r.x + 1, r.w - 1, str_get(&line), LOOK_DIM);
	str_release(&line);
	str_release(&first);
}

/* ---- Doing --------------------------------------------------------------- */

static void with_entry(struct tui *tui, const struct soa_pane *p,
		       void (*act)(struct tui *, const struct soa_row *, const struct record *))
{
	const struct soa_row *row = row_at(p, p->pane.table.at);
	struct record *rec = NULL;
	struct err err = ERR_INIT;

	if (row == NULL || !tui_may_write(tui))
		return;
	if (store_get(tui->app->store, &kind_soa_entry, row->id, &rec, &err))
		act(tui, row, rec);
	else
		tui_error(tui, &err);
	record_free(&rec);
}

/* Which of the marked are used, as "A.8.13 R-0001"; told before they are excluded. */
static void add_used(const struct soa_pane *p, struct str *out)
{
	for (size_t i = 0; i < p->soa.n; i++) {
		const struct soa_row *row = row_at(p, i);
		const char *risks = row == NULL ? NULL : row->text[SOA_RISKS];
		const char *demands = row == NULL ? NULL : row->text[SOA_REQUIREMENTS];

		if ((risks != NULL || demands != NULL) && marks_has(&p->pane.marks.set, row->id))
			str_addf(out, "%s%s %s%s%s", out->len > 0 ? "\n" : "", row->text[SOA_REF],
				 risks != NULL ? risks : "",
				 risks != NULL && demands != NULL ? ", " : "",
				 demands != NULL ? demands : "");
	}
}

static bool may_exclude(struct tui *tui, const struct soa_pane *p)
{
	struct str used = STR_INIT;
	bool may;

	add_used(p, &used);
	may = used.len == 0 ||
	      ask_yes(tui, _("Some of these are used. Exclude them all the same?"), str_get(&used));
	str_release(&used);
	return may;
}

/* What is marked, in one step; else the entry under the cursor. */
static void decide(struct tui *tui, struct soa_pane *p, enum command_id id)
{
	const struct marks *marks = &p->pane.marks.set;
	const struct rows rows = table_pane_rows(&p->pane);

	if (marks->n > 0) {
		if (id != CMD_EXCLUDE || may_exclude(tui, p))
			soa_decide(tui, id, marks->v, marks->n,
				   row_marks_hidden(&p->pane.marks, &rows));
	} else if (id == CMD_APPLIES) {
		with_entry(tui, p, soa_applies);
	} else if (id == CMD_EXCLUDE) {
		with_entry(tui, p, soa_exclude);
	} else {
		with_entry(tui, p, soa_set_state);
	}
}

static bool command(struct tui *tui, struct table_pane *pane, enum command_id id)
{
	struct soa_pane *p = (struct soa_pane *)pane;
	bool taken = true;

	switch (id) {
	case CMD_APPLIES:
	case CMD_EXCLUDE:
	case CMD_IMPLEMENTATION:
		decide(tui, p, id);
		break;
	case CMD_REASONS:
		soa_fill_reasons(tui);
		break;
	case CMD_SOA_VERSION:
		soa_next_version(tui);
		break;
	case CMD_EDITION:
		soa_2013_open(tui);
		break;
	default:
		taken = false;
		break;
	}
	return taken;
}

static void close_soa(struct table_pane *pane)
{
	soa_release(&((struct soa_pane *)pane)->soa);
}

static const char *const empty[] = {N_("No entries: 'isms add soa_entry control=A.5.1'"), NULL};

static const struct table_pane_ops soa_ops = {
	.name = N_("Statement of Applicability"),
	.line = "soa",
	.file = "soa",
	.kind = &kind_soa_entry,
	.empty = empty,
	.read = read_soa,
	.record = record_of,
	.about = about,
	.detail = draw_detail,
	.few = 5,
	.command = command,
	.close = close_soa,
};

static const struct view_ops view_ops = {.where = WHERE_SOA, TABLE_PANE_VIEW};

static const char *title_of(int key)
{
	return key == KEY_CONTRADICTION ? _("What contradicts") : soa_title((enum soa_key)key);
}

struct view *soa_view(struct tui *tui)
{
	struct soa_pane *p = xcalloc(1, sizeof(*p));
	struct table_column *c = xcalloc(NCOLUMNS, sizeof(*c));

	(void)tui;
	for (size_t i = 0; i < NCOLUMNS; i++)
		c[i] = (struct table_column){.key = columns[i].key,
					     .title = title_of(columns[i].key),
					     .least = columns[i].least,
					     .wish = columns[i].wish,
					     .word = columns[i].key == SOA_TARGET};
	p->pane.table = (struct table){
		.columns = c, .n = NCOLUMNS, .cell = cell, .heading = heading};
	table_pane_init(&p->pane, &view_ops, &soa_ops);
	return &p->pane.view;
}
