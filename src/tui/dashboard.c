#include "config.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "isms/report/dashboard.h"
#include "isms/tui/matrix.h"
#include "isms/tui/scroll.h"
#include "isms/tui/view.h"
#include "isms/util/i18n.h"
#include "isms/util/mem.h"
#include "isms/util/text.h"

#define COLUMN_MIN 30 /* cells a column has at least; the small matrix needs them */
#define COLUMNS 3
#define COUNT_WIDTH 7
#define JUMP 8	   /* lines of a page up or down */
#define AT_ONCE 64 /* pieces that are counted before they are shown */

/*
 * The root: figures, each the door to its list. They are counted piece by piece
 * while nobody types, so that no start waits for them. What belongs together
 * stands in a column, as many columns beside each other as there is room for, each
 * scrolled by itself.
 */
struct dashboard_pane {
	struct view view;
	struct dashboard figures;
	struct matrix matrix;
	bool has_matrix, counted;
	size_t pieces;	  /* counted since they were shown */
	size_t at;	  /* the figure with the cursor; figures.n: the matrix */
	int top[COLUMNS]; /* first line shown of each column */
	size_t place;	  /* of it in the order of the columns */
	struct rect room; /* where it was drawn last */
};

/* ---- What stands where ------------------------------------------------------ */

enum entry_kind { ENTRY_HEAD, ENTRY_FIGURE, ENTRY_MATRIX, ENTRY_MORE /* of the matrix */ };

struct entry {
	enum entry_kind what;
	size_t figure;
};

struct pane_column {
	struct entry *v; /* owned; a line each */
	size_t n, cap;
	int x, w;
};

struct page {
	struct pane_column c[COLUMNS];
	int n;
};

static void add(struct pane_column *column, enum entry_kind what, size_t figure)
{
	column->v = xgrow(column->v, column->n, &column->cap, sizeof(*column->v));
	column->v[column->n++] = (struct entry){what, figure};
}

static void add_matrix(const struct tui *tui, const struct dashboard_pane *p, struct page *page)
{
	struct pane_column *column = &page->c[page->n - 1];
	int lines = tui->app->rules.method.steps[SCALE_LIKELIHOOD] + 2; /* impact, legend */

	add(column, ENTRY_MATRIX, p->figures.n);
	while (lines-- > 0)
		add(column, ENTRY_MORE, p->figures.n);
}

/* In which column a figure stands, of so many. */
static int column_of(const struct figure *figure, int columns)
{
	int part = (int)figure->part;

	return columns == COLUMNS ? part : columns == 1 ? 0 : part == PART_CLAUSES ? 1 : 0;
}

/* With three columns the matrix stands above the course, else below the rest. */
static void page_make(const struct tui *tui, const struct dashboard_pane *p, struct rect r,
		      struct page *page)
{
	const char *section = NULL;

	memset(page, 0, sizeof(*page));
	page->n = (r.w + 1) / (COLUMN_MIN + 1);
	page->n = page->n > COLUMNS ? COLUMNS : page->n < 1 ? 1 : page->n;
	for (int i = 0; i < page->n; i++) {
		page->c[i].x = r.x + r.w * i / page->n;
		page->c[i].w = r.x + r.w * (i + 1) / page->n - page->c[i].x - (i + 1 < page->n);
	}
	if (page->n == COLUMNS)
		add_matrix(tui, p, page);
	for (size_t i = 0; i < p->figures.n; i++) {
		const struct figure *figure = &p->figures.v[i];
		struct pane_column *column = &page->c[column_of(figure, page->n)];

		if (!section || strcmp(section, figure->section) != 0)
			add(column, ENTRY_HEAD, i);
		section = figure->section;
		add(column, ENTRY_FIGURE, i);
	}
	if (page->n < COLUMNS)
		add_matrix(tui, p, page);
}

static void page_release(struct page *page)
{
	for (int i = 0; i < page->n; i++)
		free(page->c[i].v);
}

static bool has_cursor(const struct entry *entry)
{
	return entry->what == ENTRY_FIGURE || entry->what == ENTRY_MATRIX;
}

/* Column and line of the cursor. */
static void find_at(const struct dashboard_pane *p, const struct page *page, int *column, int *line)
{
	*column = *line = 0;
	for (int c = 0; c < page->n; c++) {
		for (size_t i = 0; i < page->c[c].n; i++) {
			if (has_cursor(&page->c[c].v[i]) && page->c[c].v[i].figure == p->at) {
				*column = c;
				*line = (int)i;
			}
		}
	}
}

/* ---- Drawing ---------------------------------------------------------------- */

static void title(struct tui *tui, struct view *view, struct str *middle, struct str *right)
{
	const struct dashboard_pane *p = (const struct dashboard_pane *)view;

	(void)tui;
	str_add(middle, _("Dashboard"));
	str_addf(right, "%zu/%zu", p->place + 1, p->figures.n + 1);
}

/* What a figure says, in so many cells: where it says too much, the end of
 * "2026, up to the certificate: Check", the beginning of "66 % red, why". */
static void add_said(const struct figure *figure, int cells, struct str *out)
{
	const char *said = figure->said, *colon = said ? strstr(said, ": ") : NULL;

	if (figure->count < 0)
		str_add(out, "...");
	else if (!said)
		str_addf(out, "%ld", figure->count);
	else if (text_width(said) <= cells)
		str_add(out, said);
	else if (colon)
		str_add(out, colon + 2);
	else
		str_addn(out, said, strcspn(said, ","));
}

static void draw_figure(struct tui *tui, const struct dashboard_pane *p,
			const struct pane_column *c, int y, size_t i)
{
	const struct figure *f = &p->figures.v[i];
	bool at = i == p->at && !tui->menu_focus;
	unsigned sel = at ? (unsigned)LOOK_SELECTED : 0;
	struct str label = STR_INIT, said = STR_INIT;
	int right;

	add_said(f, c->w / 2, &said);
	right = text_width(str_get(&said)) + 1;
	right = right < COUNT_WIDTH ? COUNT_WIDTH : right > c->w / 2 ? c->w / 2 : right;
	str_addf(&label, "%c %s", at ? '>' : ' ', f->label);
	draw_text(tui, y, c->x, c->w - right, str_get(&label), sel);
	draw_right(tui, y, c->x + c->w - right, right, str_get(&said),
		   sel | (f->count > 0 || f->behind != BEHIND_LIST ? draw_style(f->style)
								   : (unsigned)LOOK_PLAIN));
	if (at)
		draw_cursor(tui, y, c->x);
	str_release(&label);
	str_release(&said);
}

/* rows: how many there are from here on; where they do not suffice, the heading. */
static void draw_matrix(struct tui *tui, const struct dashboard_pane *p,
			const struct pane_column *c, int y, int rows)
{
	bool at = p->at == p->figures.n && !tui->menu_focus;
	int lines = tui->app->rules.method.steps[SCALE_LIKELIHOOD] + 3, used;
	struct str head = STR_INIT;

	str_addf(&head, "%c%s", at ? '>' : ' ', _("Current risk"));
	draw_text(tui, y, c->x, c->w, str_get(&head),
		  LOOK_HEAD | (at ? (unsigned)LOOK_SELECTED : 0));
	str_release(&head);
	if (at)
		draw_cursor(tui, y, c->x);
	if (!p->has_matrix || rows < lines)
		return;
	used = matrix_draw(tui, &p->matrix, (struct rect){y + 1, c->x, rows - 1, COLUMN_MIN}, 0, 0,
			   true);
	draw_text(tui, y + 1 + used, c->x, c->w, _("likelihood up, impact right"), LOOK_DIM);
	if (at)
		draw_cursor(tui, y, c->x);
}

static void draw_entry(struct tui *tui, const struct dashboard_pane *p, const struct pane_column *c,
		       int y, int rows, const struct entry *entry)
{
	switch (entry->what) {
	case ENTRY_HEAD:
		draw_text(tui, y, c->x + 1, c->w - 1, _(p->figures.v[entry->figure].section),
			  LOOK_HEAD);
		break;
	case ENTRY_FIGURE:
		draw_figure(tui, p, c, y, entry->figure);
		break;
	case ENTRY_MATRIX:
		draw_matrix(tui, p, c, y, rows);
		break;
	case ENTRY_MORE:
		break;
	}
}

/* The line with the cursor in sight, with its heading or with all of the matrix. */
static void scroll(struct dashboard_pane *p, const struct page *page, int h)
{
	int column, line, with;

	find_at(p, page, &column, &line);
	for (int i = 0; i < page->n; i++) {
		const struct pane_column *c = &page->c[i];
		int n = (int)c->n;

		if (i == column) {
			with = line;
			while (with + 1 < n && c->v[with + 1].what == ENTRY_MORE)
				with++;
			if (with == line && line > 0 && c->v[line - 1].what == ENTRY_HEAD)
				with = line - 1;
			p->top[i] = draw_scroll(p->top[i], with, h, n);
			p->top[i] = draw_scroll(p->top[i], line, h, n);
		} else {
			p->top[i] = draw_scroll(p->top[i], p->top[i], h, n);
		}
	}
}

static void draw(struct tui *tui, struct view *view, struct rect r)
{
	struct dashboard_pane *p = (struct dashboard_pane *)view;
	struct page page;

	p->room = r;
	page_make(tui, p, r, &page);
	scroll(p, &page, r.h);
	for (int i = 0; i < page.n; i++) {
		const struct pane_column *c = &page.c[i];

		for (int y = 0; y < r.h && p->top[i] + y < (int)c->n; y++)
			draw_entry(tui, p, c, r.y + y, r.h - y, &c->v[p->top[i] + y]);
	}
	page_release(&page);
}

/* ---- Keys ------------------------------------------------------------------- */

/* n figures on or back, column after column. */
static void go_by(struct dashboard_pane *p, const struct page *page, long n)
{
	size_t *order = xcalloc(p->figures.n + 1, sizeof(*order));
	long count = 0, at = 0;

	for (int c = 0; c < page->n; c++) {
		for (size_t i = 0; i < page->c[c].n; i++) {
			if (!has_cursor(&page->c[c].v[i]))
				continue;
			if (page->c[c].v[i].figure == p->at)
				at = count;
			order[count++] = page->c[c].v[i].figure;
		}
	}
	at += n;
	at = at >= count ? count - 1 : at < 0 ? 0 : at;
	p->at = order[at];
	p->place = (size_t)at;
	free(order);
}

/* To the figure of another column that stands nearest; false: there is no such
 * column. */
static bool go_beside(struct dashboard_pane *p, const struct page *page, int by)
{
	int column, line, to, best = -1, wanted;

	find_at(p, page, &column, &line);
	to = column + by;
	if (to < 0 || to >= page->n)
		return false;
	wanted = line - p->top[column] + p->top[to];
	for (int i = 0; i < (int)page->c[to].n; i++) {
		if (has_cursor(&page->c[to].v[i]) &&
		    (best < 0 || abs(i - wanted) < abs(best - wanted)))
			best = i;
	}
	if (best >= 0)
		p->at = page->c[to].v[best].figure;
	go_by(p, page, 0);
	return best >= 0;
}

static void open_figure(struct tui *tui, const struct dashboard_pane *p)
{
	const struct figure *f = p->at < p->figures.n ? &p->figures.v[p->at] : NULL;

	if (!f)
		tui_command(tui, CMD_MATRIX);
	else if (f->behind == BEHIND_CHECKS)
		view_push(tui, checks_view(tui, f->clause));
	else if (f->behind == BEHIND_DUE)
		view_push(tui, due_view(tui, f->overdue));
	else if (f->behind == BEHIND_STAGE)
		view_push(tui, certification_view(tui, f->stage));
	else
		tui_go(tui, f->kind, f->filter);
}

static bool moves(struct dashboard_pane *p, const struct page *page, enum command_id id)
{
	long to;
	bool taken;

	go_by(p, page, 0); /* the columns may be others since */
	to = (long)p->place;
	taken = scroll_by(id, JUMP, (long)p->figures.n, &to);
	go_by(p, page, to - (long)p->place);
	return taken;
}

static bool command_on(struct tui *tui, struct dashboard_pane *p, const struct page *page,
		       enum command_id id)
{
	bool taken = true;

	switch (id) {
	case CMD_OPEN:
		open_figure(tui, p);
		break;
	case CMD_RIGHT:
		if (!go_beside(p, page, 1))
			open_figure(tui, p);
		break;
	case CMD_LEFT:
		if (!go_beside(p, page, -1))
			tui_command(tui, CMD_MENU);
		break;
	default:
		taken = moves(p, page, id);
		break;
	}
	return taken;
}

static bool command(struct tui *tui, struct view *view, enum command_id id)
{
	struct dashboard_pane *p = (struct dashboard_pane *)view;
	struct page page;
	bool taken;

	page_make(tui, p, p->room, &page);
	taken = command_on(tui, p, &page, id);
	page_release(&page);
	return taken;
}

/* ---- Counting --------------------------------------------------------------- */

static bool idle(struct tui *tui, struct view *view)
{
	struct dashboard_pane *p = (struct dashboard_pane *)view;
	struct err err = ERR_INIT;
	bool more = true;

	/* what a key cuts short is counted again once typing rests */
	work_begin_typed(tui, NULL);
	if (!p->has_matrix) {
		p->has_matrix = store_matrix(tui->app->store, RATING_CURRENT, &p->matrix, &err) ||
				err.kind != ERR_CANCELLED;
	} else if (!p->counted) {
		dashboard_count(&p->figures, tui->app->store, &tui->app->rules, &more, &err);
		p->counted = !more;
		/* not each by itself: it would be a frame */
		tui->dirty = tui->dirty || p->counted || ++p->pieces % AT_ONCE == 0;
	}
	if (err.kind != ERR_NONE)
		tui_error(tui, &err);
	work_end(tui);
	return !p->counted;
}

/* The method may be another one now, with other levels. */
static void changed(struct tui *tui, struct view *view)
{
	struct dashboard_pane *p = (struct dashboard_pane *)view;
	bool matrix = p->at == p->figures.n;

	dashboard_restart(&p->figures, &tui->app->rules);
	p->has_matrix = p->counted = false;
	if (matrix || p->at > p->figures.n)
		p->at = matrix ? p->figures.n : 0;
}

static void close_view(struct tui *tui, struct view *view)
{
	struct dashboard_pane *p = (struct dashboard_pane *)view;

	(void)tui;
	dashboard_release(&p->figures);
	free(p);
}

static const struct view_ops dashboard_ops = {
	.where = WHERE_DASHBOARD,
	.title = title,
	.draw = draw,
	.command = command,
	.changed = changed,
	.idle = idle,
	.close = close_view,
};

struct view *dashboard_view(struct tui *tui)
{
	struct dashboard_pane *p = xcalloc(1, sizeof(*p));

	p->view.ops = &dashboard_ops;
	dashboard_init(&p->figures, &tui->app->rules);
	return &p->view;
}
