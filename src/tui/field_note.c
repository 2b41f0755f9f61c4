#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "isms/tui/field.h"
#include "isms/util/i18n.h"
#include "isms/util/mem.h"
#include "isms/util/text.h"

/* A text of several lines. Lines are broken by wrap.c and not by text_wrap(),
 * because the cursor has to know which byte stands in which cell. */

#define LINES_MIN 2
#define LINES_MAX 8
#define WIDTH 80

static void load(struct tui *tui, struct item *item, const struct value *value)
{
	(void)tui;
	item->edit.block = true;
	edit_set(&item->edit, value->set && value->text != NULL ? value->text : "");
	item->edit.at = 0;
}

/* Kept as it was typed but for blank lines at the ends. */
static bool store(struct tui *tui, struct item *item, struct value *value, struct err *err)
{
	const char *s = str_get(&item->edit.s);
	bool ok = true;

	if (s[strspn(s, " \n\t")] == '\0')
		value_release(value);
	else
		ok = field_parse(&tui->app->rules, item->field, s, value, err);
	return ok;
}

static int height(struct tui *tui, struct item *item, int cells)
{
	int n;

	(void)tui;
	wrap_update(&item->wrap, &item->edit, cells);
	n = item->wrap.n > LINES_MAX ? LINES_MAX : (int)item->wrap.n;
	return n < LINES_MIN ? LINES_MIN : n;
}

/* The line with the cursor, counted from 0, and the cell it stands in. */
static int find_cursor(const struct item *item, int *x)
{
	size_t at = item->edit.at, line = wrap_line(&item->wrap, at);
	size_t from = item->wrap.start[line], end = wrap_end(&item->wrap, &item->edit, line);

	*x = wrap_cells(str_get(&item->edit.s) + from, (at < end ? at : end) - from);
	return (int)line;
}

static void draw_line(struct tui *tui, const struct item *item, struct rect r, int line)
{
	size_t from = item->wrap.start[line], end = wrap_end(&item->wrap, &item->edit, (size_t)line);
	char *text = xstrndup(str_get(&item->edit.s) + from, end - from);

	draw_text(tui, r.y + line - item->top, r.x, r.w, text, LOOK_PLAIN);
	free(text);
}

static void draw(struct tui *tui, struct item *item, struct rect r, bool at)
{
	int x = 0, line, n;

	wrap_update(&item->wrap, &item->edit, r.w);
	line = find_cursor(item, &x);
	n = (int)item->wrap.n;
	if (line < item->top)
		item->top = line;
	if (line >= item->top + r.h)
		item->top = line - r.h + 1;
	if (item->top > n - r.h)
		item->top = n > r.h ? n - r.h : 0;
	for (int i = item->top; i < n && i < item->top + r.h; i++)
		draw_line(tui, item, r, i);
	if (at)
		draw_cursor(tui, r.y + line - item->top, r.x + x);
	else if (item->edit.s.len == 0)
		draw_text(tui, r.y, r.x, r.w, "_", LOOK_DIM);
}

/* Up and down leave the field at its ends. */
static bool move(struct item *item, int by)
{
	int x = 0, line;
	bool inside;

	/* keys may come before it was drawn: any width will do then */
	wrap_update(&item->wrap, &item->edit, item->wrap.cells > 0 ? item->wrap.cells : WIDTH);
	line = find_cursor(item, &x) + by;
	inside = line >= 0 && line < (int)item->wrap.n;
	if (inside)
		item->edit.at = wrap_byte(&item->wrap, &item->edit, (size_t)line, x);
	return inside;
}

static bool key(struct tui *tui, struct item *item, const struct key *k)
{
	bool taken = true;

	if (k->code == K_ENTER)
		edit_insert(&item->edit, "\n");
	else if (k->code == K_UP || k->code == K_DOWN)
		taken = move(item, k->code == K_UP ? -1 : 1);
	else
		taken = edit_key(tui, &item->edit, k);
	return taken;
}

const struct field_ops note_field_ops = {
	.load = load,
	.store = store,
	.height = height,
	.draw = draw,
	.key = key,
	.hint = N_("Enter begins a line, Tab goes on, ^O opens your editor"),
};
