/*
 * What stands on the screen. All text passes draw_text(), which makes it
 * harmless and cuts it to its cells; nothing else writes characters.
 */
#ifndef ISMS_TUI_DRAW_H
#define ISMS_TUI_DRAW_H

#include <stdbool.h>

#include "isms/app/settings.h"
#include "isms/model/kind.h"

struct tui;

struct rect {
	int y, x, h, w;
};

/* How something looks; LOOK_SELECTED may be added to each. */
enum look {
	LOOK_PLAIN, LOOK_GOOD, LOOK_DIM, LOOK_WARN, LOOK_BAD, LOOK_BOLD, LOOK_HEAD,
	LOOK_LEVEL_1, LOOK_LEVEL_2, LOOK_LEVEL_3, LOOK_LEVEL_4, LOOK_LEVEL_5,
	LOOK_COUNT,
	LOOK_SELECTED = 0x100
};

/* Asks the terminal for its colours: 256, 8 or none (theme mono, NO_COLOR: none). */
void draw_init(struct tui *tui, enum theme theme);

/* s in exactly cells cells, padded with blanks, cut with '~'. Outside of the
 * screen nothing is drawn. */
void draw_text(struct tui *tui, int y, int x, int cells, const char *s, unsigned look);
void draw_right(struct tui *tui, int y, int x, int cells, const char *s, unsigned look);
/* The row that is chosen: its first third is turned round, as for every cursor key such
 * cells are drawn twice and a slow link pays for each. */
void draw_chosen(struct tui *tui, int y, int x, int cells, const char *s, unsigned look);
void draw_clear(struct tui *tui, struct rect r);
/* title may be NULL; it stands in the rule. */
void draw_rule(struct tui *tui, int y, int x, int cells, const char *title, unsigned look);
void draw_bar(struct tui *tui, int y, int x, int rows);    /* vertical */

/* The keys of a question, in the key bar. */
void draw_hint(struct tui *tui, const char *keys);

/* Puts the hardware cursor there; the last call before a frame counts. */
void draw_cursor(struct tui *tui, int y, int x);
void draw_back(const struct tui *tui);     /* puts it there */

unsigned draw_style(enum style style);     /* the look of a style of the model */

/* The look of step level of a scale of n, five colours spread over it. */
unsigned draw_level(int level, int n);

/* The first row of a window of h rows over n that shows row at, moving as
 * little as half a window: every scroll costs a page of bytes. */
int draw_scroll(int top, int at, int h, int n);

/* The same by a single line: where the rows are as wide as the screen, so that the
 * terminal scrolls them by itself. */
int draw_scroll_line(int top, int at, int h, int n);

#endif
