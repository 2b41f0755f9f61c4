#include "config.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "isms/report/dashboard.h"
#include "isms/tui/matrix.h"
#include "isms/tui/view.h"
#include "isms/util/i18n.h"
#include "isms/util/mem.h"

#define MATRIX_WIDTH 30
#define LABEL_WIDTH 23
#define COUNT_WIDTH 7

/* The root: figures, each the door to its list. They are counted one by one
 * while nobody types, so that no start waits for them. */
struct dashboard_pane {
	struct view view;
	struct dashboard figures;
	struct matrix matrix;
	bool has_matrix;
	size_t counted; /* figures that are counted anew */
	size_t at;
	int top;
};

static void title(struct tui *tui, struct view *view, struct str *middle, struct str *right)
{
	(void)tui;
	(void)view;
	(void)right;
	str_add(middle, _("Dashboard"));
}

static const char *section_of(const struct dashboard_pane *p, size_t i)
{
	const char *before = i == 0 ? NULL : p->figures.v[i - 1].section;
	const char *now = p->figures.v[i].section;

	return now != NULL && (before == NULL || strcmp(before, now) != 0) ? now : NULL;
}

static void draw_figure(struct tui *tui, const struct dashboard_pane *p, struct rect r, int y,
			size_t i)
{
	const struct figure *f = &p->figures.v[i];
	bool at = i == p->at && !tui->menu_focus;
	unsigned sel = at ? (unsigned)LOOK_SELECTED : 0;
	int label = r.w > 2 * MATRIX_WIDTH + 10 ? 2 * LABEL_WIDTH : LABEL_WIDTH;
	char count[32] = "...";
	struct str text = STR_INIT;

	if (f->count >= 0)
		snprintf(count, sizeof(count), "%ld", f->count);
	str_addf(&text, "%c  %s", at ? '>' : ' ', f->label);
	draw_text(tui, y, r.x, label, str_get(&text), sel);
	draw_right(tui, y, r.x + label, COUNT_WIDTH, count,
		   sel | (f->count > 0 ? draw_style(f->style) : (unsigned)LOOK_PLAIN));
	if (at)
		draw_cursor(tui, y, r.x);
	str_release(&text);
}

/* Lines with their headings; line of figure i when at is asked for. */
static int line_of(const struct dashboard_pane *p, size_t figure)
{
	int line = 0;

	for (size_t i = 0; i <= figure && i < p->figures.n; i++)
		line += section_of(p, i) != NULL ? 2 : 1;
	return line - 1;
}

static void draw(struct tui *tui, struct view *view, struct rect r)
{
	struct dashboard_pane *p = (struct dashboard_pane *)view;
	bool beside = r.w >= LABEL_WIDTH + COUNT_WIDTH + MATRIX_WIDTH + 1;
	int total = p->figures.n == 0 ? 0 : line_of(p, p->figures.n - 1) + 1, line = 0;
	struct rect small = {r.y + 2, r.x + r.w - MATRIX_WIDTH, r.h - 2, MATRIX_WIDTH};

	p->top = draw_scroll(p->top, p->figures.n == 0 ? 0 : line_of(p, p->at), r.h, total);
	for (size_t i = 0; i < p->figures.n; i++) {
		const char *section = section_of(p, i);

		if (section != NULL && line >= p->top && line < p->top + r.h)
			draw_text(tui, r.y + line - p->top, r.x + 1, r.w - 1, _(section),
				  LOOK_HEAD);
		line += section != NULL ? 1 : 0;
		if (line >= p->top && line < p->top + r.h)
			draw_figure(tui, p, r, r.y + line - p->top, i);
		line++;
	}
	if (beside && p->has_matrix) {
		int used;

		draw_text(tui, r.y, small.x, small.w, _("Current risk"), LOOK_HEAD);
		used = matrix_draw(tui, &p->matrix, small, 0, 0, true);
		draw_text(tui, small.y + used, small.x, small.w, _("likelihood up, impact right"),
			  LOOK_DIM);
	}
}

static void open_figure(struct tui *tui, const struct dashboard_pane *p)
{
	const struct figure *f;

	if (p->at < p->figures.n) {
		f = &p->figures.v[p->at];
		tui_go(tui, f->kind, f->filter);
	}
}

static bool command(struct tui *tui, struct view *view, enum command_id id)
{
	struct dashboard_pane *p = (struct dashboard_pane *)view;
	long at = (long)p->at, last = (long)p->figures.n - 1;
	bool taken = true;

	switch (id) {
	case CMD_UP:
		at--;
		break;
	case CMD_DOWN:
		at++;
		break;
	case CMD_PAGE_UP:
	case CMD_HALF_UP:
		at -= 8;
		break;
	case CMD_PAGE_DOWN:
	case CMD_HALF_DOWN:
		at += 8;
		break;
	case CMD_HOME:
		at = 0;
		break;
	case CMD_END:
		at = last;
		break;
	case CMD_OPEN:
	case CMD_RIGHT:
		open_figure(tui, p);
		return true;
	case CMD_LEFT:
		tui_command(tui, CMD_MENU);
		return true;
	default:
		taken = false;
		break;
	}
	at = at > last ? last : at;
	p->at = at < 0 ? 0 : (size_t)at;
	return taken;
}

static bool idle(struct tui *tui, struct view *view)
{
	struct dashboard_pane *p = (struct dashboard_pane *)view;
	struct err err = ERR_INIT;

	if (!p->has_matrix) {
		p->has_matrix = true;
		if (!store_matrix(tui->app->store, RATING_CURRENT, &p->matrix, &err))
			tui_error(tui, &err);
	} else if (p->counted < p->figures.n) {
		if (!dashboard_count(&p->figures, p->counted, tui->app->store, &tui->app->rules,
				     &err))
			tui_error(tui, &err);
		p->counted++;
		/* once, when all are there: each by itself would be a frame */
		tui->dirty = tui->dirty || p->counted == p->figures.n;
	}
	return p->counted < p->figures.n;
}

/* The method may be another one now, with other levels. Figures that are the
 * same keep their count until they are counted, so that nothing flickers. */
static void changed(struct tui *tui, struct view *view)
{
	struct dashboard_pane *p = (struct dashboard_pane *)view;
	struct dashboard old = p->figures;

	memset(&p->figures, 0, sizeof(p->figures));
	dashboard_init(&p->figures, &tui->app->rules);
	for (size_t i = 0; i < p->figures.n && p->figures.n == old.n; i++)
		p->figures.v[i].count = old.v[i].count;
	dashboard_release(&old);
	p->counted = 0;
	p->has_matrix = false;
	if (p->at >= p->figures.n)
		p->at = 0;
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
