#include "config.h"

#include "isms/tui/draw.h"

#include <curses.h>
#include <stdlib.h>
#include <string.h>
#include <wchar.h>

#include "isms/tui/view.h"
#include "isms/util/text.h"

#define ROW_MAX 1024 /* cells of the widest screen that is drawn whole */

/* ColorBrewer's order of reds after UX 21, told apart in all three kinds of
 * colour blindness; with 8 colours the nearest that still are. Words have a colour
 * for any ground, for a dark and for a light one. */
static const struct {
	enum look look;
	short any, dark, light, bg256, fg8, bg8;
	attr_t mono;
} table[] = {
	{LOOK_GOOD, 34, 78, 28, -1, COLOR_GREEN, -1, A_NORMAL},
	{LOOK_WARN, 172, 214, 130, -1, COLOR_YELLOW, -1, A_NORMAL},
	{LOOK_BAD, 160, 203, 124, -1, COLOR_RED, -1, A_BOLD},
	{LOOK_LEVEL_1, 16, 16, 16, 153, -1, -1, A_NORMAL},
	{LOOK_LEVEL_2, 16, 16, 16, 229, COLOR_BLACK, COLOR_CYAN, A_NORMAL},
	{LOOK_LEVEL_3, 16, 16, 16, 215, COLOR_BLACK, COLOR_YELLOW, A_BOLD},
	{LOOK_LEVEL_4, 16, 16, 16, 202, COLOR_BLACK, COLOR_MAGENTA, A_REVERSE},
	{LOOK_LEVEL_5, 231, 231, 231, 124, COLOR_WHITE, COLOR_RED, A_REVERSE | A_BOLD},
};

static bool wants_colours(enum theme theme)
{
	const char *no = getenv("NO_COLOR");

	return theme != THEME_MONO && has_colors() && !(no != NULL && *no != '\0');
}

static short foreground(size_t i, enum theme theme)
{
	return theme == THEME_DARK256    ? table[i].dark
	       : theme == THEME_LIGHT256 ? table[i].light
					 : table[i].any;
}

void draw_init(struct tui *tui, enum theme theme)
{
	const bool colours = wants_colours(theme);

	tui->mono = !colours;
	tui->looks[LOOK_DIM] = A_DIM;
	tui->looks[LOOK_BOLD] = A_BOLD;
	tui->looks[LOOK_HEAD] = A_BOLD;
	/* begun, colours are given to every cell, white on black */
	if (colours) {
		start_color();
		use_default_colors();
	}
	for (size_t i = 0; i < sizeof(table) / sizeof(table[0]); i++) {
		bool many = COLORS >= 256 && theme != THEME_AUTO16;
		short pair = (short)(i + 1);

		tui->looks[table[i].look] = table[i].mono;
		if (colours && init_pair(pair, many ? foreground(i, theme) : table[i].fg8,
					 many ? table[i].bg256 : table[i].bg8) == OK)
			tui->looks[table[i].look] = (attr_t)COLOR_PAIR(pair);
	}
}

static int attributes(const struct tui *tui, unsigned look)
{
	attr_t a = (attr_t)tui->looks[look & 0xff];

	if ((look & LOOK_SELECTED) != 0)
		a = (a & ~(attr_t)A_DIM) ^ A_REVERSE;
	return (int)a;
}

static bool plain(const char *s)
{
	while (*s >= ' ' && *s <= '~')
		s++;
	return *s == '\0';
}

static wchar_t decode(const char **s)
{
	unsigned char c = (unsigned char)**s;
	int more = c >= 0xf0 ? 3 : c >= 0xe0 ? 2 : c >= 0xc0 ? 1 : 0;
	unsigned code = c < 0x80 ? c : c & (0x3fu >> more);

	(*s)++;
	while (more-- > 0 && (**s & 0xc0) == 0x80)
		code = code << 6 | ((unsigned char)*(*s)++ & 0x3fu);
	return (wchar_t)code;
}

/* What the locale cannot write stands as '?', one for each cell. */
static wchar_t writable(const struct tui *tui, wchar_t c)
{
	mbstate_t state;
	char buf[32];

	memset(&state, 0, sizeof(state));
	if (c >= 0x80 && !tui->unicode && wcrtomb(buf, c, &state) == (size_t)-1)
		c = L'?';
	return c;
}

/* The C library's idea of widths may differ from ours, and ncurses wraps into
 * the next line: what is too wide by it is left out, what is missing filled. */
static void put(struct tui *tui, const char *s, int cells)
{
	wchar_t out[ROW_MAX * 2];
	size_t n = 0;
	int used = 0;

	while (*s != '\0' && n < ROW_MAX * 2 - 1) {
		wchar_t c = writable(tui, decode(&s));
		int w = wcwidth(c);

		if (w < 0) {
			c = L'?';
			w = 1;
		}
		if (used + w > cells)
			break;
		used += w;
		out[n++] = c;
	}
	while (used++ < cells && n < ROW_MAX * 2 - 1)
		out[n++] = L' ';
	addnwstr(out, (int)n);
}

static void text(struct tui *tui, int y, int x, int cells, const char *s, unsigned look, bool right)
{
	struct str clean = STR_INIT, padded = STR_INIT;

	if (y < 0 || y >= tui->limit || x < 0 || x >= tui->cols)
		return;
	if (cells > tui->cols - x)
		cells = tui->cols - x;
	if (cells > ROW_MAX)
		cells = ROW_MAX;
	if (cells <= 0)
		return;
	text_harmless(&clean, s, strlen(s), HARMLESS_LINE);
	text_pad(&padded, str_get(&clean), cells, right);
	attrset(attributes(tui, look));
	move(y, x);
	if (plain(str_get(&padded)))
		addnstr(str_get(&padded), cells);
	else
		put(tui, str_get(&padded), cells);
	attrset(A_NORMAL);
	str_release(&clean);
	str_release(&padded);
}

void draw_text(struct tui *tui, int y, int x, int cells, const char *s, unsigned look)
{
	text(tui, y, x, cells, s, look, false);
}

void draw_chosen(struct tui *tui, int y, int x, int cells, const char *s, unsigned look)
{
	struct str clean = STR_INIT;
	int used = 0;

	draw_text(tui, y, x, cells, s, look);
	text_harmless(&clean, s, strlen(s), HARMLESS_LINE);
	str_cut(&clean, text_fit(str_get(&clean), cells / 3, &used));
	draw_text(tui, y, x, used, str_get(&clean), look | LOOK_SELECTED);
	str_release(&clean);
}

void draw_right(struct tui *tui, int y, int x, int cells, const char *s, unsigned look)
{
	text(tui, y, x, cells, s, look, true);
}

void draw_clear(struct tui *tui, struct rect r)
{
	for (int y = 0; y < r.h; y++)
		draw_text(tui, r.y + y, r.x, r.w, "", LOOK_PLAIN);
}

void draw_rule(struct tui *tui, int y, int x, int cells, const char *title, unsigned look)
{
	int used = 0;

	for (int i = 0; i < cells && x + i < tui->cols && y >= 0 && y < tui->limit && !tui->a11y;
	     i++) {
		attrset(attributes(tui, look == LOOK_PLAIN ? LOOK_DIM : look));
		mvaddwstr(y, x + i, tui->lines ? L"\u2500" : L"-");
		attrset(A_NORMAL);
	}
	if (title != NULL && cells > 6) {
		struct str clean = STR_INIT;

		str_addc(&clean, ' ');
		text_harmless(&clean, title, strlen(title), HARMLESS_LINE);
		str_addc(&clean, ' ');
		str_cut(&clean, text_fit(str_get(&clean), cells - 2, &used));
		draw_text(tui, y, x + 1, used, str_get(&clean), look);
		str_release(&clean);
	}
}

void draw_bar(struct tui *tui, int y, int x, int rows)
{
	attrset(attributes(tui, LOOK_DIM));
	for (int i = 0; i < rows && y + i < tui->limit && x < tui->cols && !tui->a11y; i++)
		mvaddwstr(y + i, x, tui->lines ? L"\u2502" : L"|");
	attrset(A_NORMAL);
}

void draw_hint(struct tui *tui, const char *keys)
{
	const int limit = tui->limit;

	tui->limit = tui->rows; /* the view at the bottom ends above the key bar */
	draw_text(tui, tui->rows - 1, 1, tui->cols - 10, keys, LOOK_PLAIN);
	tui->limit = limit;
	/* of what stood there only Help, the first, is left to be clicked */
	tui->nbar = tui->nbar > 1 ? 1 : tui->nbar;
}

void draw_cursor(struct tui *tui, int y, int x)
{
	tui->cursor_y = y < tui->rows ? y : tui->rows - 1;
	tui->cursor_x = x < tui->cols ? x : tui->cols - 1;
}

void draw_back(const struct tui *tui)
{
	move(tui->cursor_y, tui->cursor_x);
}

unsigned draw_style(enum style style)
{
	static const unsigned looks[] = {
		[STYLE_PLAIN] = LOOK_PLAIN, [STYLE_GOOD] = LOOK_GOOD, [STYLE_DIM] = LOOK_DIM,
		[STYLE_WARN] = LOOK_WARN,   [STYLE_BAD] = LOOK_BAD,
	};

	return looks[style];
}

unsigned draw_level(int level, int n)
{
	int step = n <= 1 ? 0 : ((level - 1) * 4 + (n - 1) / 2) / (n - 1);

	return level < 1 ? LOOK_PLAIN : (unsigned)LOOK_LEVEL_1 + (unsigned)(step > 4 ? 4 : step);
}

int draw_scroll_line(int top, int at, int h, int n)
{
	if (at == top - 1)
		top--;
	else if (at == top + h)
		top++;
	return draw_scroll(top, at, h, n);
}

int draw_scroll(int top, int at, int h, int n)
{
	if (h < 1)
		h = 1;
	if (at < top)
		top = at < top - h ? at : at - h / 2 > 0 ? at - h / 2 : 0;
	else if (at >= top + h)
		top = at >= top + 2 * h ? at - h + 1 : at - h / 2;
	if (top > n - h)
		top = n - h;
	return top < 0 ? 0 : top;
}
