#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "isms/tui/field.h"
#include "isms/util/i18n.h"
#include "isms/util/mem.h"
#include "isms/util/text.h"

/* A text of several lines. Lines are broken here and not by text_wrap(),
 * because the cursor has to know which byte stands in which cell. */

#define LINES_MIN 2
#define LINES_MAX 8

/* Cells of the grapheme of n bytes at s, as it is drawn. */
static int cells_of(const char *s, size_t n)
{
	struct str clean = STR_INIT;
	int cells;

	if (n == 1 && *s >= ' ' && *s <= '~')
		return 1;
	text_harmless(&clean, s, n, HARMLESS_LINE);
	cells = text_width(str_get(&clean));
	str_release(&clean);
	return cells;
}

/* Where the line that begins at s + from ends (the bytes it shows), and where
 * the next one begins: behind a break, a blank, or at the next grapheme. */
static size_t line_of(const char *s, size_t from, int cells, size_t *next)
{
	size_t i = from, blank = 0;
	int used = 0;

	while (s[i] != '\0' && s[i] != '\n') {
		size_t n = text_next(s + i);
		int w = cells_of(s + i, n);

		if (used + w > cells && i > from) {
			*next = blank > from ? blank + 1 : i;
			return blank > from ? blank : i;
		}
		if (s[i] == ' ')
			blank = i;
		used += w;
		i += n;
	}
	*next = s[i] == '\n' ? i + 1 : i;
	return i;
}

/* The line with the cursor, counted from 0, and the cell it stands in. */
static int find_cursor(const struct edit *edit, int cells, int *x)
{
	const char *s = str_get(&edit->s);
	size_t from = 0, next = 0, end = line_of(s, 0, cells, &next);
	int line = 0;

	while (edit->at >= next && s[end] != '\0') {
		from = next;
		end = line_of(s, from, cells, &next);
		line++;
	}
	*x = cells_of(s + from, (edit->at < end ? edit->at : end) - from);
	return line;
}

static int count_lines(const struct edit *edit, int cells)
{
	const char *s = str_get(&edit->s);
	size_t next = 0, end = line_of(s, 0, cells, &next);
	int n = 1;

	while (s[end] != '\0') {
		end = line_of(s, next, cells, &next);
		n++;
	}
	return n;
}

/* The byte in cell x of a line. */
static size_t byte_at(const struct edit *edit, int cells, int line, int x)
{
	const char *s = str_get(&edit->s);
	size_t from = 0, next = 0, end = line_of(s, 0, cells, &next);

	while (line-- > 0 && s[end] != '\0') {
		from = next;
		end = line_of(s, from, cells, &next);
	}
	while (from < end && x > 0) {
		size_t n = text_next(s + from);

		x -= cells_of(s + from, n);
		if (x >= 0)
			from += n;
	}
	return from;
}

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
	int n = count_lines(&item->edit, cells);

	(void)tui;
	return n < LINES_MIN ? LINES_MIN : n > LINES_MAX ? LINES_MAX : n;
}

static void draw(struct tui *tui, struct item *item, struct rect r, bool at)
{
	const char *s = str_get(&item->edit.s);
	size_t from = 0, next = 0, end;
	int x = 0, line = find_cursor(&item->edit, r.w, &x);

	item->edit.left = (size_t)r.w; /* for moving by lines */
	if (line < item->top)
		item->top = line;
	if (line >= item->top + r.h)
		item->top = line - r.h + 1;
	for (int i = 0; i < item->top + r.h; i++) {
		end = line_of(s, from, r.w, &next);
		if (i >= item->top) {
			char *text = xstrndup(s + from, end - from);

			draw_text(tui, r.y + i - item->top, r.x, r.w, text, LOOK_PLAIN);
			free(text);
		}
		if (s[end] == '\0')
			break;
		from = next;
	}
	if (at)
		draw_cursor(tui, r.y + line - item->top, r.x + x);
	else if (item->edit.s.len == 0)
		draw_text(tui, r.y, r.x, r.w, "_", LOOK_DIM);
}

/* Up and down leave the field at its ends. */
static bool move(struct item *item, int by)
{
	int cells = (int)item->edit.left, x = 0;
	int line = find_cursor(&item->edit, cells, &x) + by;
	bool inside = line >= 0 && line < count_lines(&item->edit, cells);

	if (inside)
		item->edit.at = byte_at(&item->edit, cells, line, x);
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
