/*
 * Where the lines of a text begin that is being edited, in so many cells. Only
 * what changed is broken anew, up to the end of its paragraph: a text may have a
 * mebibyte, and is drawn after every key.
 */
#ifndef ISMS_TUI_WRAP_H
#define ISMS_TUI_WRAP_H

#include "isms/tui/edit.h"

struct wrap {
	size_t *start; /* bytes; owned */
	size_t n, cap;
	int cells;     /* 0: nothing is known yet */
	size_t len;    /* of the text then */
};

/* Brings it up to date; afterwards there is one line at least. */
void wrap_update(struct wrap *wrap, struct edit *edit, int cells);
void wrap_release(struct wrap *wrap);

/* The line that has byte at; the byte behind what a line shows; the byte in cell
 * x of a line; the cells of the n bytes at s as they are drawn. */
size_t wrap_line(const struct wrap *wrap, size_t at);
size_t wrap_end(const struct wrap *wrap, const struct edit *edit, size_t line);
size_t wrap_byte(const struct wrap *wrap, const struct edit *edit, size_t line, int x);
int wrap_cells(const char *s, size_t n);

#endif
