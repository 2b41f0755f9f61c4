#include "config.h"

#include "isms/tui/matrix.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "isms/model/kinds.h"
#include "isms/util/i18n.h"
#include "isms/util/mem.h"

#define LABEL_WIDTH 16
#define MARK_MAX 4
#define CELL_MIN 5
#define CELL_SMALL 4
#define CELL_MAX 12

struct matrix_pane {
	struct view view;
	struct matrix matrix;
	struct moved moved; /* since when `since` is not empty */
	char since[MOMENT_LEN];
	bool loaded;	/* what is there is of the file as it is */
	bool has_read;	/* the counts are there at all */
	int l, i; /* the cell with the cursor, from 1 */
};

static const struct {
	const char *label, *likelihood, *impact; /* fields of the effective rating */
} ratings[RATING_COUNT] = {
	[RATING_INHERENT] = {N_("inherent"), "inherent_l", "inherent_i"},
	[RATING_CURRENT] = {N_("current"), "current_l", "current_i"},
	[RATING_RESIDUAL] = {N_("residual"), "residual_l", "residual_i"},
	[RATING_TARGET] = {N_("target"), "target_l", "target_i"},
};

/* ---- Drawing ---------------------------------------------------------------- */

struct grid {
	int n_l, n_i;	/* steps of likelihood and impact */
	int cell, rows; /* cells across and lines of one cell, without borders */
	int label;
	bool small;
};

static struct grid layout(const struct tui *tui, struct rect r, bool small)
{
	const struct method *m = &tui->app->rules.method;
	struct grid g = {.n_l = m->steps[SCALE_LIKELIHOOD], .n_i = m->steps[SCALE_IMPACT]};

	g.small = small;
	g.label = small ? 3 : r.w < 60 ? 4 : LABEL_WIDTH;
	g.cell = (r.w - g.label - 2) / g.n_i - 1;
	g.cell = g.cell > CELL_MAX ? CELL_MAX : g.cell < CELL_MIN ? CELL_MIN : g.cell;
	g.rows = (r.h - 2) / g.n_l - 1;
	g.rows = g.rows > 2 ? 2 : g.rows < 1 ? 1 : g.rows;
	if (small) {
		g.cell = CELL_SMALL;
		g.rows = 1;
	}
	return g;
}

/* Is there a border between two levels: 2 tolerance, 1 appetite, 0 none. */
static int border(const struct method *m, int a, int b)
{
	int low = a < b ? a : b, high = a < b ? b : a, found = 0;

	if (a == 0 || b == 0)
		found = 0;
	else if (m->tolerance > 0 && low <= m->tolerance && high > m->tolerance)
		found = 2;
	else if (m->appetite > 0 && low <= m->appetite && high > m->appetite)
		found = 1;
	return found;
}

/* One sign of a border: tolerance is drawn heavier than appetite. */
static const char *border_sign(const struct tui *tui, int kind, bool upright)
{
	static const char *const signs[2][2][3] = {
		{{" ", "-", "="}, {" ", "|", "#"}},
		{{" ", "\u2500", "\u2550"}, {" ", "\u2502", "\u2551"}},
	};

	return signs[tui->lines ? 1 : 0][upright ? 1 : 0][kind];
}

static int cell_y(const struct grid *g, struct rect r, int l)
{
	return r.y + (g->n_l - l) * (g->rows + (g->small ? 0 : 1));
}

static int cell_x(const struct grid *g, struct rect r, int i)
{
	return r.x + g->label + 1 + (i - 1) * (g->cell + 1);
}

static void initials(const char *label, char mark[MARK_MAX])
{
	size_t n = 0;
	bool begins = true;

	for (const char *s = label; *s != '\0' && n < 2; s++) {
		if (begins && *s > ' ' && *s <= '~')
			mark[n++] = (char)(*s >= 'a' && *s <= 'z' ? *s - ('a' - 'A') : *s);
		begins = *s == ' ';
	}
	mark[n] = '\0';
}

/* What stands for a level in a cell: the initials of its words (VH) where they
 * tell all levels apart, else the model's sign, which may be a digit. */
static void level_mark(const struct method *m, int level, char mark[MARK_MAX])
{
	char other[MARK_MAX];
	bool clear = level > 0;

	for (int v = 1; v <= m->steps[SCALE_LEVEL] && clear; v++) {
		const char *label = m->step[SCALE_LEVEL][v - 1].label;

		clear = label != NULL && m->step[SCALE_LEVEL][level - 1].label != NULL;
		if (clear && v == level)
			continue;
		if (clear) {
			initials(label, other);
			initials(m->step[SCALE_LEVEL][level - 1].label, mark);
			clear = mark[0] != '\0' && strcmp(mark, other) != 0;
		}
	}
	if (!clear)
		snprintf(mark, MARK_MAX, "%c", level_sign(m, level));
}

/* Signs for terminals without colours, by how far up the five steps it is. */
static char mono_sign(const struct tui *tui, unsigned look)
{
	static const char signs[] = " .: #";

	return signs[tui->mono && look >= LOOK_LEVEL_1 && look <= LOOK_LEVEL_5 ? look - LOOK_LEVEL_1
									       : 0];
}

/* "3", or "5>3" where it was another; what does not fit says where it went. */
static void count_text(long count, const long *then, int cells, char *out, size_t n)
{
	const bool same = then == NULL || *then == count;

	if (same && count == 0)
		*out = '\0';
	else if (same)
		snprintf(out, n, "%ld", count);
	else if (snprintf(out, n, "%ld>%ld", *then, count) > cells)
		snprintf(out, n, "%ld%c", count, count > *then ? '+' : '-');
}

static void draw_cell(struct tui *tui, const struct grid *g, const struct matrix *matrix,
		      const struct matrix *then, struct rect r, int l, int i, bool at)
{
	const struct method *m = &tui->app->rules.method;
	int level = m->level[l - 1][i - 1], y = cell_y(g, r, l), x = cell_x(g, r, i);
	unsigned look = draw_level(level, m->steps[SCALE_LEVEL]) |
			(at ? (unsigned)LOOK_SELECTED : 0);
	long count = matrix->count[l - 1][i - 1];
	char text[48], number[24] = "", mark[MARK_MAX];

	level_mark(m, level, mark);
	count_text(count, then == NULL ? NULL : &then->count[l - 1][i - 1], g->cell - 4, number,
		   sizeof(number));
	if (g->small)
		snprintf(text, sizeof(text), "%*s%2s", g->cell - 2, number, count > 99 ? "" : mark);
	else if ((int)strlen(number) > g->cell - 5) /* the letters say what the sign would */
		snprintf(text, sizeof(text), "%s%*s %-2s", at ? ">" : " ", g->cell - 4, number,
			 mark);
	else
		snprintf(text, sizeof(text), "%s%*s %-2s%c", at ? ">" : " ", g->cell - 5, number,
			 mark, mono_sign(tui, look & 0xff));
	for (int k = 0; k < g->rows; k++)
		draw_text(tui, y + k, x, g->cell, k == (g->rows - 1) / 2 ? text : "", look);
	if (at)
		draw_cursor(tui, y + (g->rows - 1) / 2, x);
}

/* The lines between this cell and the one at its right and the one below it. Who
 * hears the screen has the words under the matrix instead. */
static void draw_borders(struct tui *tui, const struct grid *g, struct rect r, int l, int i)
{
	const struct method *m = &tui->app->rules.method;
	int level = m->level[l - 1][i - 1], y = cell_y(g, r, l), x = cell_x(g, r, i);
	int right = i < g->n_i ? border(m, level, m->level[l - 1][i]) : 0;
	int below = l > 1 ? border(m, level, m->level[l - 2][i - 1]) : 0;
	int beyond = l > 1 && i < g->n_i ? border(m, m->level[l - 2][i - 1], m->level[l - 2][i])
					 : 0;

	if (tui->a11y)
		right = below = beyond = 0;
	for (int k = 0; k < g->rows && right > 0; k++)
		draw_text(tui, y + k, x + g->cell, 1, border_sign(tui, right, true), LOOK_BOLD);
	for (int k = 0; k < g->cell && below > 0 && !g->small; k++)
		draw_text(tui, y + g->rows, x + k, 1, border_sign(tui, below, false), LOOK_BOLD);
	if (!g->small && l > 1 && (right > 0 || below > 0 || beyond > 0))
		draw_text(tui, y + g->rows, x + g->cell, 1, "+", LOOK_BOLD);
}

static void step_label(struct tui *tui, enum scale scale, int value, bool small, struct str *out)
{
	const struct step *step = &tui->app->rules.method.step[scale][value - 1];

	str_addf(out, "%d", value);
	if (!small && step->label != NULL)
		str_addf(out, " %s", step->label);
}

static void draw_labels(struct tui *tui, const struct grid *g, struct rect r)
{
	struct str text = STR_INIT;
	bool few = g->small || g->label < LABEL_WIDTH;

	for (int l = 1; l <= g->n_l; l++) {
		str_clear(&text);
		step_label(tui, SCALE_LIKELIHOOD, l, few, &text);
		draw_right(tui, cell_y(g, r, l) + (g->rows - 1) / 2, r.x, g->label, str_get(&text),
			   LOOK_PLAIN);
	}
	/* words that are wider than a cell take turns on two lines */
	for (int i = 1; i <= g->n_i; i++) {
		int turn = g->small || i % 2 == 1 ? 0 : 1;

		str_clear(&text);
		step_label(tui, SCALE_IMPACT, i, g->small, &text);
		draw_text(tui, cell_y(g, r, 1) + g->rows + turn, cell_x(g, r, i),
			  g->small ? g->cell : 2 * g->cell, str_get(&text), LOOK_PLAIN);
	}
	str_release(&text);
}

static int draw_grid(struct tui *tui, const struct matrix *matrix, const struct matrix *then,
		     struct rect r, int l, int i, bool small)
{
	struct grid g = layout(tui, r, small);

	draw_labels(tui, &g, r);
	for (int y = g.n_l; y >= 1; y--) {
		for (int x = 1; x <= g.n_i; x++) {
			draw_cell(tui, &g, matrix, then, r, y, x, y == l && x == i);
			draw_borders(tui, &g, r, y, x);
		}
	}
	return cell_y(&g, r, 1) + g.rows + (small ? 1 : 2) - r.y;
}

int matrix_draw(struct tui *tui, const struct matrix *matrix, struct rect r, int l, int i,
		bool small)
{
	return draw_grid(tui, matrix, NULL, r, l, i, small);
}

/* ---- The view --------------------------------------------------------------- */

static void fresh(struct tui *tui, struct view *view)
{
	struct matrix_pane *p = (struct matrix_pane *)view;
	struct err err = ERR_INIT;

	if (p->loaded)
		return;
	work_begin(tui, _("counting"));
	p->has_read = store_matrix(tui->app->store, tui->rating, &p->matrix, &err);
	if (!p->has_read)
		tui_error(tui, &err);
	if (p->since[0] != '\0' && !moved_load(tui, tui->rating, p->since, &p->moved))
		p->since[0] = '\0';
	p->loaded = true;
	work_end(tui);
}

static void title(struct tui *tui, struct view *view, struct str *middle, struct str *right)
{
	const struct matrix_pane *p = (const struct matrix_pane *)view;

	if (p->since[0] != '\0')
		str_addf(middle, _("Risk matrix, %s: %s > now"), _(ratings[tui->rating].label),
			 p->moved.since.label);
	else
		str_addf(middle, _("Risk matrix, %s: likelihood up, impact right"),
			 _(ratings[tui->rating].label));
	str_addf(right, "%dx%d", tui->app->rules.method.steps[SCALE_LIKELIHOOD],
		 tui->app->rules.method.steps[SCALE_IMPACT]);
}

/* What the letters mean, what the lines are, and what the cell says. */
static void draw_legend(struct tui *tui, const struct matrix_pane *p, struct rect r, int y)
{
	const struct method *m = &tui->app->rules.method;
	struct str text = STR_INIT, cell = STR_INIT;

	for (int v = 1; v <= m->steps[SCALE_LEVEL]; v++) {
		char mark[MARK_MAX];

		level_mark(m, v, mark);
		str_addf(&text, "%s%s ", v > 1 ? "   " : "", mark);
		scale_show(m, SCALE_LEVEL, v, &text);
	}
	draw_text(tui, y, r.x + 1, r.w - 1, str_get(&text), LOOK_PLAIN);
	str_clear(&text);
	if (m->appetite > 0) {
		str_addf(&text, "%s%s%s ", tui->a11y ? "" : border_sign(tui, 1, true),
			 tui->a11y ? "" : " ", _("appetite up to"));
		scale_show(m, SCALE_LEVEL, m->appetite, &text);
	}
	if (m->tolerance > 0) {
		str_addf(&text, "   %s%s%s ", tui->a11y ? "" : border_sign(tui, 2, true),
			 tui->a11y ? "" : " ", _("tolerance up to"));
		scale_show(m, SCALE_LEVEL, m->tolerance, &text);
	}
	draw_text(tui, y + 1, r.x + 1, r.w - 1, str_get(&text), LOOK_PLAIN);
	scale_show(m, SCALE_LIKELIHOOD, p->l, &cell);
	str_add(&cell, " x ");
	scale_show(m, SCALE_IMPACT, p->i, &cell);
	if (p->since[0] != '\0')
		str_addf(&cell, _(": %ld, was %ld.  %zu moved, d lists them, Esc: only now"),
			 p->matrix.count[p->l - 1][p->i - 1],
			 p->moved.then.count[p->l - 1][p->i - 1], p->moved.n);
	else
		str_addf(&cell, _(": %ld risks, Enter lists them"),
			 p->matrix.count[p->l - 1][p->i - 1]);
	if (p->matrix.unrated > 0)
		str_addf(&cell, _("   (%ld not rated)"), p->matrix.unrated);
	draw_text(tui, y + 2, r.x + 1, r.w - 1, str_get(&cell), LOOK_PLAIN);
	str_release(&text);
	str_release(&cell);
}

static void draw(struct tui *tui, struct view *view, struct rect r)
{
	struct matrix_pane *p = (struct matrix_pane *)view;
	const struct method *m = &tui->app->rules.method;
	struct rect grid = {r.y, r.x, r.h - 3, r.w};
	int used;

	if (!p->has_read) {
		draw_text(tui, r.y, r.x + 1, r.w - 1,
			  _("Nothing is shown: it was not read to the end."), LOOK_DIM);
		return;
	}
	p->l = p->l > m->steps[SCALE_LIKELIHOOD] ? m->steps[SCALE_LIKELIHOOD] : p->l;
	p->i = p->i > m->steps[SCALE_IMPACT] ? m->steps[SCALE_IMPACT] : p->i;
	used = draw_grid(tui, &p->matrix, p->since[0] ? &p->moved.then : NULL, grid, p->l, p->i,
			 false);
	if (used + 3 <= r.h)
		draw_legend(tui, p, r, grid.y + used);
}

static void open_cell(struct tui *tui, const struct matrix_pane *p)
{
	char filter[160];

	snprintf(filter, sizeof(filter), "%s=%d %s=%d !status:closed",
		 ratings[tui->rating].likelihood, p->l, ratings[tui->rating].impact, p->i);
	tui_list_over(tui, &kind_risk, filter);
}

/* First since when, then the risks. */
static void moved(struct tui *tui, struct matrix_pane *p)
{
	struct str text = STR_INIT;

	if (p->since[0] != '\0') {
		view_push(tui, moved_view(tui, tui->rating, p->since));
		return;
	}
	if (moved_ask(tui, &text) && moved_load(tui, tui->rating, str_get(&text), &p->moved))
		snprintf(p->since, sizeof(p->since), "%s", str_get(&text));
	str_release(&text);
}

static void rate(struct tui *tui, struct matrix_pane *p, enum rating rating)
{
	tui->rating = rating;
	p->loaded = false;
}

static bool command(struct tui *tui, struct view *view, enum command_id id)
{
	struct matrix_pane *p = (struct matrix_pane *)view;
	const struct method *m = &tui->app->rules.method;
	bool taken = true;

	switch (id) {
	case CMD_UP:
		p->l += p->l < m->steps[SCALE_LIKELIHOOD];
		break;
	case CMD_DOWN:
		p->l -= p->l > 1;
		break;
	case CMD_RIGHT:
		p->i += p->i < m->steps[SCALE_IMPACT];
		break;
	case CMD_LEFT:
		p->i -= p->i > 1;
		break;
	case CMD_HOME:
		p->i = 1;
		break;
	case CMD_END:
		p->i = m->steps[SCALE_IMPACT];
		break;
	case CMD_PAGE_UP:
	case CMD_HALF_UP:
		p->l = m->steps[SCALE_LIKELIHOOD];
		break;
	case CMD_PAGE_DOWN:
	case CMD_HALF_DOWN:
		p->l = 1;
		break;
	case CMD_OPEN:
		open_cell(tui, p);
		break;
	case CMD_MOVED:
		moved(tui, p);
		break;
	case CMD_BACK:
		taken = p->since[0] != '\0';
		p->since[0] = '\0';
		app_moved_release(&p->moved);
		break;
	case CMD_RATING_INHERENT:
		rate(tui, p, RATING_INHERENT);
		break;
	case CMD_RATING_CURRENT:
		rate(tui, p, RATING_CURRENT);
		break;
	case CMD_RATING_RESIDUAL:
		rate(tui, p, RATING_RESIDUAL);
		break;
	case CMD_RATING_TARGET:
		rate(tui, p, RATING_TARGET);
		break;
	default:
		taken = false;
		break;
	}
	return taken;
}

static void changed(struct tui *tui, struct view *view)
{
	(void)tui;
	((struct matrix_pane *)view)->loaded = false;
}

static void close_view(struct tui *tui, struct view *view)
{
	(void)tui;
	app_moved_release(&((struct matrix_pane *)view)->moved);
	free(view);
}

static const struct view_ops matrix_ops = {
	.where = WHERE_MATRIX,
	.title = title,
	.draw = draw,
	.command = command,
	.fresh = fresh,
	.changed = changed,
	.close = close_view,
};

struct view *matrix_view(struct tui *tui)
{
	struct matrix_pane *p = xcalloc(1, sizeof(*p));

	p->view.ops = &matrix_ops;
	p->l = tui->app->rules.method.steps[SCALE_LIKELIHOOD];
	p->i = tui->app->rules.method.steps[SCALE_IMPACT];
	return &p->view;
}
