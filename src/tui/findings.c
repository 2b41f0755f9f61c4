#include "config.h"

#include "findings.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "isms/tui/list.h"
#include "isms/util/i18n.h"
#include "isms/util/mem.h"
#include "isms/util/text.h"

#define DETAIL_ROWS 5

struct line *finding_line(struct finding_pane *p, char *text, char *right, unsigned look)
{
	struct line *line;

	p->v = xgrow(p->v, p->n, &p->cap, sizeof(*p->v));
	line = &p->v[p->n++];
	memset(line, 0, sizeof(*line));
	line->text = text;
	line->right = right;
	line->look = look;
	return line;
}

static size_t fold_index(const struct finding_pane *p, const char *fold)
{
	size_t i = 0;

	while (i < p->open.n && strcmp(p->open.v[i], fold) != 0)
		i++;
	return i;
}

bool finding_is_open(const struct finding_pane *p, const char *fold)
{
	return fold_index(p, fold) < p->open.n;
}

static void lines_clear(struct finding_pane *p)
{
	for (size_t i = 0; i < p->n; i++) {
		free(p->v[i].text);
		free(p->v[i].right);
		free(p->v[i].code);
		free(p->v[i].filter);
		free(p->v[i].fold);
		free(p->v[i].head);
		free(p->v[i].auditor);
		free(p->v[i].mend);
		free(p->v[i].note);
	}
	free(p->v);
	free(p->summary);
	p->v = NULL;
	p->summary = NULL;
	p->n = p->cap = 0;
}

/* ---- Reading and drawing -------------------------------------------------- */

static void show_lines(struct tui *tui, struct finding_pane *p)
{
	lines_clear(p);
	p->ops->lines(tui, p);
	if (p->at >= p->n)
		p->at = p->n ? p->n - 1 : 0;
	p->said = p->at;
}

static void read_all(struct tui *tui, struct finding_pane *p)
{
	struct err err = ERR_INIT;

	if (!p->ops->read(tui, p, &err))
		tui_error(tui, &err);
	show_lines(tui, p);
}

static void title(struct tui *tui, struct view *view, struct str *middle, struct str *right)
{
	const struct finding_pane *p = (const struct finding_pane *)view;

	(void)tui;
	(void)right;
	str_addf(middle, "%s: %s", _(p->ops->name), p->summary ? p->summary : "");
}

static void draw_line(struct tui *tui, const struct finding_pane *p, struct rect r, int y, size_t i)
{
	const struct line *line = &p->v[i];
	bool at = i == p->at && !tui->menu_focus;
	unsigned look = line->look | (at ? (unsigned)LOOK_SELECTED : 0);
	int right = line->right ? text_width(line->right) + 1 : 0;
	struct str text = STR_INIT;

	if (right > r.w / 2)
		right = r.w / 2;
	str_addf(&text, "%c%s", at ? '>' : ' ', line->text);
	draw_text(tui, y, r.x, r.w - right, str_get(&text), look);
	if (right)
		draw_right(tui, y, r.x + r.w - right, right, line->right, look);
	if (at)
		draw_cursor(tui, y, r.x);
	str_release(&text);
}

static int draw_wrapped(struct tui *tui, struct rect r, int y, const char *label, const char *text)
{
	struct str whole = STR_INIT;
	struct strv lines = STRV_INIT;

	str_addf(&whole, "%s%s%s", label, *label ? " " : "", text);
	text_wrap(&lines, str_get(&whole), r.w - 1);
	for (size_t i = 0; i < lines.n && y < r.y + r.h; i++)
		draw_text(tui, y++, r.x + 1, r.w - 1, lines.v[i], LOOK_PLAIN);
	strv_release(&lines);
	str_release(&whole);
	return y;
}

/* What an auditor says to the line, and what mends it. */
static void draw_detail(struct tui *tui, const struct finding_pane *p, struct rect r)
{
	const struct line *line = p->said < p->n ? &p->v[p->said] : NULL;
	int y = r.y + 1;

	draw_rule(tui, r.y, r.x, r.w, line && line->head ? line->head : "", LOOK_DIM);
	if (line && line->auditor)
		y = draw_wrapped(tui, r, y, _("An auditor:"), line->auditor);
	if (line && line->mend)
		y = draw_wrapped(tui, r, y, _("To do:"), line->mend);
	if (line && line->note)
		draw_wrapped(tui, r, y, "", line->note);
}

static void draw(struct tui *tui, struct view *view, struct rect r)
{
	struct finding_pane *p = (struct finding_pane *)view;
	int detail = p->ops->detail && r.h > 2 * DETAIL_ROWS ? DETAIL_ROWS + 1 : 0;
	struct rect list = {r.y, r.x, r.h - detail, r.w};
	struct rect below = {r.y + r.h - detail, r.x, detail, r.w};

	p->top = draw_scroll(p->top, (int)p->at, list.h, (int)p->n);
	for (int i = 0; i < list.h && (size_t)(p->top + i) < p->n; i++)
		draw_line(tui, p, list, list.y + i, (size_t)(p->top + i));
	if (p->n == 0)
		draw_text(tui, r.y, r.x + 1, r.w - 1, _(p->ops->empty), LOOK_DIM);
	if (detail)
		draw_detail(tui, p, below);
}

/* A fold opens or closes; it stays where it is, so the cursor does too. */
static void turn_fold(struct tui *tui, struct finding_pane *p, const char *fold)
{
	size_t i = fold_index(p, fold);

	if (i == p->open.n) {
		strv_add(&p->open, fold);
	} else {
		free(p->open.v[i]);
		p->open.v[i] = p->open.v[--p->open.n];
	}
	show_lines(tui, p);
}

/* The list with just that record, and the record on it: q leads back to the
 * list, ! or w here again. */
static void open_line(struct tui *tui, struct finding_pane *p)
{
	const struct line *line = p->at < p->n ? &p->v[p->at] : NULL;
	const struct kind *kind;
	char *filter;
	bool one;

	if (line && line->fold) {
		turn_fold(tui, p, line->fold);
		return;
	}
	if (!line || !line->kind)
		return;
	kind = line->kind;
	filter = line->code ? xasprintf("code=\"%s\"", line->code)
			    : xstrdup(line->filter ? line->filter : "");
	one = line->code && !(kind->flags & KIND_SINGLE);
	tui_go(tui, kind, filter); /* takes this view away */
	if (one)
		tui_command(tui, CMD_OPEN);
	free(filter);
}

static bool command(struct tui *tui, struct view *view, enum command_id id)
{
	struct finding_pane *p = (struct finding_pane *)view;
	long at = (long)p->at, last = (long)p->n - 1, page = tui->rows > 12 ? tui->rows - 10 : 2;

	switch (id) {
	case CMD_UP:
		at--;
		break;
	case CMD_DOWN:
		at++;
		break;
	case CMD_PAGE_UP:
		at -= page;
		break;
	case CMD_PAGE_DOWN:
		at += page;
		break;
	case CMD_HALF_UP:
		at -= page / 2;
		break;
	case CMD_HALF_DOWN:
		at += page / 2;
		break;
	case CMD_HOME:
		at = 0;
		break;
	case CMD_END:
		at = last;
		break;
	case CMD_OPEN:
	case CMD_RIGHT:
		open_line(tui, p);
		return true;
	case CMD_LEFT:
		tui_command(tui, CMD_MENU);
		return true;
	default:
		return false;
	}
	at = at > last ? last : at;
	p->at = at < 0 ? 0 : (size_t)at;
	return true;
}

static void changed(struct tui *tui, struct view *view)
{
	read_all(tui, (struct finding_pane *)view);
}

static bool idle(struct tui *tui, struct view *view)
{
	struct finding_pane *p = (struct finding_pane *)view;

	if (p->said != p->at) {
		p->said = p->at;
		tui->dirty = true;
	}
	return false;
}

static void close_view(struct tui *tui, struct view *view)
{
	struct finding_pane *p = (struct finding_pane *)view;

	(void)tui;
	lines_clear(p);
	p->ops->close(p);
	strv_release(&p->open);
	free(p);
}

static const struct view_ops finding_ops = {
	.where = WHERE_DASHBOARD,
	.title = title,
	.draw = draw,
	.command = command,
	.changed = changed,
	.idle = idle,
	.close = close_view,
};

struct view *finding_view(struct tui *tui, const struct lines_ops *ops, void *data)
{
	struct finding_pane *p = xcalloc(1, sizeof(*p));

	p->view.ops = &finding_ops;
	p->ops = ops;
	p->data = data;
	read_all(tui, p);
	return &p->view;
}

void prepare_run(struct tui *tui, const struct kind *kind, long long id)
{
	struct str what = STR_INIT;
	struct err err = ERR_INIT;

	if (!tui_may_write(tui))
		return;
	if (app_prepare(tui->app, kind, id, &what, &err)) {
		tui_changed(tui);
		tui_say(tui, "%s", str_get(&what));
	} else {
		tui_error(tui, &err);
	}
	str_release(&what);
}
