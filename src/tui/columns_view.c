#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "isms/tui/dialog.h"
#include "isms/tui/list.h"
#include "isms/tui/scroll.h"
#include "isms/util/i18n.h"
#include "isms/util/mem.h"
#include "isms/util/text.h"

#define WIDTH_MIN 3
#define WIDTH_MAX 100
#define WIDTH_FIRST 12 /* where the field has no idea of its own */

/* All fields of the register: those that are shown first, in their order. The list
 * behind follows every key; Esc puts it back. */
struct columns_view {
	struct view view;
	struct list *list;
	const struct field **hidden; /* in the order of the register; owned */
	size_t nhidden;
	struct column_set set;
	size_t at; /* below set.n: shown */
	int top, rows;
	bool keep;
};

static bool shown(const struct columns_view *c, const struct field *field)
{
	bool found = false;

	for (size_t i = 0; i < c->set.n && !found; i++)
		found = c->set.v[i].field == field;
	return found;
}

static void find_hidden(struct columns_view *c)
{
	const struct kind *kind = c->list->kind;

	c->nhidden = 0;
	for (size_t i = 0; i < kind->nfields; i++) {
		if (!shown(c, &kind->fields[i]))
			c->hidden[c->nhidden++] = &kind->fields[i];
	}
}

/* The list shows what was chosen at once. */
static void apply(struct columns_view *c)
{
	c->set.own = true;
	if (c->set.frozen > c->set.n)
		c->set.frozen = c->set.n;
	find_hidden(c);
	list_set_columns(c->list, &c->set);
}

/* ---- Drawing -------------------------------------------------------------------- */

static void draw_item(struct tui *tui, struct rect r, int y, const struct columns_view *c, size_t i)
{
	bool on = i < c->set.n, at = i == c->at;
	const struct field *field = on ? c->set.v[i].field : c->hidden[i - c->set.n];
	unsigned look = (on ? LOOK_PLAIN : LOOK_DIM) | (at ? (unsigned)LOOK_SELECTED : 0);
	struct str text = STR_INIT, right = STR_INIT;
	int wide;

	str_addf(&text, "%c[%c] %s", at ? '>' : ' ', on ? 'x' : ' ', _(field->label));
	if (on && i < c->set.frozen)
		str_add(&right, _("frozen"));
	if (on && c->set.v[i].width > 0)
		str_addf(&right, "%s%d", right.len > 0 ? "  " : "", c->set.v[i].width);
	wide = text_width(str_get(&right));
	draw_text(tui, y, r.x, r.w, str_get(&text), look);
	draw_text(tui, y, r.x + r.w - wide - 1, wide, str_get(&right), look);
	if (at)
		draw_cursor(tui, y, r.x);
	str_release(&text);
	str_release(&right);
}

static void draw(struct tui *tui, struct view *view, struct rect r)
{
	struct columns_view *c = (struct columns_view *)view;
	size_t n = c->set.n + c->nhidden;
	int most = r.h / 2 > 6 ? r.h / 2 : r.h - 3, y;

	c->rows = (int)n < most ? (int)n : most;
	if (c->rows < 1)
		c->rows = 1;
	y = r.y + r.h - c->rows - 1;
	draw_clear(tui, (struct rect){y, r.x, c->rows + 1, r.w});
	draw_rule(tui, y, r.x, r.w, _("Columns"), LOOK_BOLD);
	c->top = draw_scroll(c->top, (int)c->at, c->rows, (int)n);
	for (int i = 0; i < c->rows && (size_t)(c->top + i) < n; i++)
		draw_item(tui, r, y + 1 + i, c, (size_t)(c->top + i));
}

/* ---- Keys ----------------------------------------------------------------------- */

static void move(struct columns_view *c, long by)
{
	long to = (long)c->at + by, n = (long)(c->set.n + c->nhidden);

	if (to >= n)
		to = n - 1;
	c->at = to < 0 ? 0 : (size_t)to;
}

static void remove_at(struct column_set *set, size_t i)
{
	set->n--;
	memmove(&set->v[i], &set->v[i + 1], (set->n - i) * sizeof(set->v[0]));
	if (i < set->frozen)
		set->frozen--;
}

/* The cursor stays in its row: what comes under it is the next to be judged. One
 * column has to be left. */
static void show_or_hide(struct tui *tui, struct columns_view *c)
{
	if (c->at >= c->set.n && c->set.n < COLUMNS_MAX) {
		c->set.v[c->set.n].field = c->hidden[c->at - c->set.n];
		c->set.v[c->set.n].width = 0;
		c->set.n++;
		apply(c);
		move(c, 1);
	} else if (c->at < c->set.n && c->set.n > 1) {
		remove_at(&c->set, c->at);
		apply(c);
	} else {
		tui_say(tui, _("one column has to be left"));
	}
}

static void swap(struct columns_view *c, long by)
{
	long to = (long)c->at + by;

	if (c->at >= c->set.n || to < 0 || to >= (long)c->set.n)
		return;
	struct column_set old = c->set;

	c->set.v[to] = old.v[c->at];
	c->set.v[c->at] = old.v[to];
	c->at = (size_t)to;
	apply(c);
}

/* From the width it has by itself to one of its own; too narrow: by itself again. */
static void widen(struct columns_view *c, int by)
{
	int width;

	if (c->at >= c->set.n)
		return;
	width = c->set.v[c->at].width;
	if (width == 0)
		width = c->set.v[c->at].field->width > WIDTH_MIN ? c->set.v[c->at].field->width
								 : WIDTH_FIRST;
	width += by;
	c->set.v[c->at].width = width < WIDTH_MIN ? 0 : width > WIDTH_MAX ? WIDTH_MAX : width;
	apply(c);
}

static void freeze(struct columns_view *c)
{
	if (c->at >= c->set.n)
		return;
	c->set.frozen = c->set.frozen == c->at + 1 ? c->at : c->at + 1;
	apply(c);
}

static void reset(struct columns_view *c)
{
	column_set_default(&c->set, c->list->kind);
	find_hidden(c);
	list_set_columns(c->list, &c->set);
	c->at = 0;
}

static bool step(struct columns_view *c, enum command_id id)
{
	const long n = (long)(c->set.n + c->nhidden);
	long at = (long)c->at;
	bool taken = scroll_by(id, c->rows, n, &at);

	c->at = (size_t)scroll_within(at, n - 1);
	return taken;
}

static bool command(struct tui *tui, struct view *view, enum command_id id)
{
	struct columns_view *c = (struct columns_view *)view;
	bool taken = true;

	switch (id) {
	case CMD_COLUMN_SHOW:
		show_or_hide(tui, c);
		break;
	case CMD_COLUMN_LEFT:
		swap(c, -1);
		break;
	case CMD_COLUMN_RIGHT:
		swap(c, 1);
		break;
	case CMD_COLUMN_WIDER:
		widen(c, 1);
		break;
	case CMD_COLUMN_NARROWER:
		widen(c, -1);
		break;
	case CMD_COLUMN_FREEZE:
		freeze(c);
		break;
	case CMD_COLUMN_RESET:
		reset(c);
		break;
	case CMD_COLUMN_KEEP:
		c->keep = true;
		view_pop(tui);
		break;
	case CMD_CANCEL:
	case CMD_BACK:
	case CMD_QUIT:
		view_pop(tui);
		break;
	default:
		taken = step(c, id);
		break;
	}
	return taken;
}

static const struct view_ops columns_ops = {
	.where = WHERE_COLUMNS,
	.flags = VIEW_OVERLAY | VIEW_MODAL,
	.draw = draw,
	.command = command,
};

void list_ask_columns(struct tui *tui, struct list *list)
{
	struct column_set old = list->columns;
	struct columns_view c = {.view = {.ops = &columns_ops}, .list = list, .set = old};

	c.hidden = xcalloc(list->kind->nfields, sizeof(*c.hidden));
	find_hidden(&c);
	view_run(tui, &c.view);
	if (c.keep)
		list_keep(tui, list);
	else
		list_set_columns(list, &old);
	free(c.hidden);
}
