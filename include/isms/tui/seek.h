/*
 * Looking for a text in lines that are read: / asks, n and N go on (UX 5).
 */
#ifndef ISMS_TUI_SEEK_H
#define ISMS_TUI_SEEK_H

#include "isms/tui/detail.h"

struct seek {
	struct str text;     /* what is looked for, as typed */
	long line;           /* that has it; -1: none yet */
};

#define SEEK_INIT {STR_INIT, -1}

void seek_release(struct seek *seek);

/* Asks for a text and goes to the first line that has it from the row top on (then
 * from the beginning); *top becomes a row from which it is seen in rows. */
void seek_ask(struct tui *tui, struct seek *seek, const struct lines *lines, int rows, int *top);

/* The next such line, or with back the one before; what is not found is said. */
void seek_on(struct tui *tui, struct seek *seek, const struct lines *lines, bool back, int rows,
             int *top);

/* Draws line i as it is, with a sign and the cursor where it was found. */
void seek_draw(struct tui *tui, const struct seek *seek, const struct lines *lines, int i, int y,
               struct rect r);

#endif
