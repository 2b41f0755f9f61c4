#include "config.h"

#include "isms/tui/table.h"

#include <stdlib.h>
#include <string.h>

#include "isms/tui/scroll.h"
#include "isms/util/i18n.h"
#include "isms/util/mem.h"
#include "isms/util/text.h"

struct layout {
	size_t column[TABLE_COLUMNS]; /* indexes into columns */
	int width[TABLE_COLUMNS];
	size_t n;
	bool more; /* some did not fit */
};

static int used(const struct layout *l)
{
	int cells = 1;

	for (size_t i = 0; i < l->n; i++)
		cells += l->width[i] + (i > 0 ? 1 : 0);
	return cells;
}

/* The title has a fifth of the line at least, so that wide screens do not trade it for
 * columns that nobody asked for first. */
static int least(const struct table *table, size_t column, int cells)
{
	const struct table_column *c = &table->columns[column];
	int width = c->least;

	if (column == 1 && cells / 5 > width)
		width = cells / 5 < c->wish ? cells / 5 : c->wish;
	return width;
}

static void take(struct layout *l, const struct table *table, size_t column, int cells)
{
	l->column[l->n] = column;
	l->width[l->n++] = least(table, column, cells);
}

static int grow(struct layout *l, size_t i, int wish, int left)
{
	int more = wish - l->width[i];

	more = more > left ? left : more < 0 ? 0 : more;
	l->width[i] += more;
	return left - more;
}

/* The two that stay, then as many as fit from those that are scrolled to; what is left
 * of the line goes to the title, then to the others. */
static void lay_out(const struct table *table, int cells, struct layout *l)
{
	int left;

	l->n = 0;
	l->more = false;
	for (size_t i = 0; i < table->n && l->n < TABLE_COLUMNS && !l->more; i++) {
		if (i >= 2 && i < 2 + (size_t)table->shift)
			continue;
		l->more = i >= 2 && used(l) + 1 + table->columns[i].least > cells - 1;
		if (!l->more)
			take(l, table, i, cells);
	}
	left = cells - 1 - used(l);
	for (size_t i = 1; i < l->n && left > 0; i++)
		left = grow(l, i, table->columns[l->column[i]].wish, left);
	if (l->n > 1 && left > 0)
		l->width[1] += left;
}

/* Does all of text stand in the columns on the screen? */
static bool in_row(const struct layout *l, size_t column, const char *text)
{
	size_t i = 0;

	while (i < l->n && l->column[i] != column)
		i++;
	return i < l->n && text_width(text) <= l->width[i];
}

bool table_shows(const struct table *table, int key, int cells)
{
	struct layout l;
	bool shows = false;

	lay_out(table, cells, &l);
	for (size_t i = 0; i < l.n && !shows; i++)
		shows = table->columns[l.column[i]].key == key;
	return shows;
}

static void draw_head(struct tui *tui, const struct table *table, const struct layout *l,
		      struct rect r)
{
	int x = r.x + 1;

	for (size_t i = 0; i < l->n; i++) {
		const struct table_column *c = &table->columns[l->column[i]];

		(c->right ? draw_right : draw_text)(tui, r.y, x, l->width[i], c->title, LOOK_HEAD);
		x += l->width[i] + 1;
	}
	if (table->shift > 0)
		draw_text(tui, r.y, r.x, 1, "<", LOOK_HEAD);
	if (l->more)
		draw_text(tui, r.y, r.x + r.w - 1, 1, ">", LOOK_HEAD);
}

static void draw_row(struct tui *tui, const struct table *table, const struct layout *l,
		     struct rect r, int y, size_t row)
{
	bool at = row == table->at && !tui->menu_focus;
	unsigned sel = at ? (unsigned)LOOK_SELECTED : 0;
	struct str text = STR_INIT;
	int x = r.x + 1, wide = 1;

	if (!at && table->marked != NULL && table->marked[row])
		draw_text(tui, y, r.x, 1, "*", LOOK_BOLD);
	if (table->heading(tui, table->ctx, row, &text)) {
		str_insert(&text, 0, at ? ">" : " ", 1);
		(at ? draw_chosen : draw_text)(tui, y, r.x, r.w, str_get(&text), LOOK_BOLD);
		str_release(&text);
		return;
	}
	/* up to the second column, not the whole: each cell of it is drawn twice for a key */
	for (size_t i = 0; i < l->n && i < 2; i++)
		wide += l->width[i] + (i > 0 ? 1 : 0);
	if (at)
		draw_text(tui, y, r.x, wide, ">", sel);
	for (size_t i = 0; i < l->n; i++) {
		const struct table_column *c = &table->columns[l->column[i]];
		unsigned look;

		str_clear(&text);
		look = table->cell(tui, table->ctx, row, c->key, &text);
		if (c->word && text_width(str_get(&text)) > l->width[i])
			str_cut(&text, strcspn(str_get(&text), " "));
		(c->right ? draw_right : draw_text)(tui, y, x, l->width[i], str_get(&text),
						    look | (i < 2 ? sel : 0));
		x += l->width[i] + 1;
	}
	/* at the cursor the mark moves behind the code, as in a register */
	if (at && table->marked != NULL && table->marked[row])
		draw_text(tui, y, r.x + 1 + l->width[0], 1, "*", LOOK_BOLD | sel);
	str_release(&text);
}

void table_draw(struct tui *tui, struct table *table, struct rect r)
{
	struct layout l;

	table->height = r.h - 1;
	table->cells = r.w;
	if (table->at >= table->rows)
		table->at = table->rows > 0 ? table->rows - 1 : 0;
	if (table->height < 1)
		return;
	table->top = (r.w == tui->cols ? draw_scroll_line : draw_scroll)(
		table->top, (int)table->at, table->height, (int)table->rows);
	lay_out(table, r.w, &l);
	draw_head(tui, table, &l, r);
	for (int i = 0; i < table->height && (size_t)(table->top + i) < table->rows; i++)
		draw_row(tui, table, &l, r, r.y + 1 + i, (size_t)(table->top + i));
	if (!tui->menu_focus)
		draw_cursor(tui, r.y + 1 + (int)table->at - table->top, r.x);
}

void table_idle(struct tui *tui, struct table *table)
{
	tui->dirty = tui->dirty || table->detail != table->at;
}

static void shift(struct table *table, int by)
{
	int most = table->n > 3 ? (int)table->n - 3 : 0;

	table->shift += by;
	table->shift = table->shift < 0 ? 0 : table->shift > most ? most : table->shift;
}

bool table_command(struct table *table, enum command_id id)
{
	long at = (long)table->at, last = (long)table->rows - 1;
	bool taken;

	switch (id) {
	case CMD_LEFT:
		shift(table, -1);
		return true;
	case CMD_RIGHT:
		shift(table, 1);
		return true;
	default:
		taken = scroll_by(id, table->height - 1, last, &at);
		table->at = (size_t)scroll_within(at, last);
		return taken;
	}
}

/* A line is ended where the next word pair does not fit. */
static void pack(struct strv *lines, struct str *line, const char *one, int cells)
{
	if (line->len > 0 && text_width(str_get(line)) + 3 + text_width(one) > cells) {
		strv_add(lines, str_get(line));
		str_clear(line);
	}
	str_addf(line, "%s%s", line->len > 0 ? "   " : "", one);
}

void table_follow(const struct tui *tui, struct table *table)
{
	if (!tui->held || table->detail >= table->rows)
		table->detail = table->at;
}

void table_detail(struct tui *tui, const struct table *table, const char *title, const char *first,
		  struct rect r)
{
	struct str one = STR_INIT, text = STR_INIT, line = STR_INIT;
	struct strv lines = STRV_INIT;
	struct layout l;

	lay_out(table, r.w, &l);
	draw_rule(tui, r.y, r.x, r.w, title, LOOK_BOLD);
	if (first != NULL && *first != '\0')
		strv_add(&lines, first);
	for (size_t i = 0; i < table->n && table->rows > 0; i++) {
		str_clear(&one);
		str_clear(&text);
		table->cell(tui, table->ctx, table->detail, table->columns[i].key, &text);
		str_trim(&text);
		if (text.len == 0 || i == 1 || (i > 1 && in_row(&l, i, str_get(&text))))
			continue;
		if (i > 0)
			str_addf(&one, "%s ", table->columns[i].title);
		text_harmless(&one, str_get(&text), text.len, HARMLESS_LINE);
		pack(&lines, &line, str_get(&one), r.w - 2);
	}
	strv_add(&lines, str_get(&line));
	for (size_t i = 0; i < lines.n && (int)i < r.h - 1; i++)
		draw_text(tui, r.y + 1 + (int)i, r.x + 1, r.w - 1, lines.v[i],
			  i == 0 && first != NULL && *first != '\0' ? LOOK_BOLD : LOOK_PLAIN);
	str_release(&one);
	str_release(&text);
	str_release(&line);
	strv_release(&lines);
}
