#ifndef ISMS_TUI_SCROLL_H
#define ISMS_TUI_SCROLL_H

#include <stdbool.h>

#include "isms/app/command.h"

/*
 * The keys that go up and down a pane, which are the same in all of them. Moves
 * *at by a line, half a page or a page (at least one line), to 0 or to end.
 * *at may leave what is there: who owns it puts it back, here with scroll_within()
 * or while it draws. False for every other command, with *at as it was.
 */
bool scroll_by(enum command_id id, long page, long end, long *at);

/* at, or the nearest line of 0 to last; 0 where there is none (last < 0). */
long scroll_within(long at, long last);

/* The first line that is shown of a text of lines lines, which drawing puts
 * back where it may be. */
bool scroll_text(enum command_id id, int page, int lines, int *top);

#endif
