/*
 * One line of text that is being edited, with readline's keys, by graphemes.
 * Used by fields, prompts and the filter.
 */
#ifndef ISMS_TUI_EDIT_H
#define ISMS_TUI_EDIT_H

#include "isms/tui/view.h"

struct edit {
	struct str s;
	size_t at;          /* byte before which the cursor stands */
	size_t left;        /* first byte that is shown */
	struct str killed;  /* what ^K, ^U, ^W took: ^Y brings it back */
	bool block;         /* line breaks may stand in it (notes) */
};

#define EDIT_INIT {STR_INIT, 0, 0, STR_INIT, false}

void edit_set(struct edit *edit, const char *text);    /* cursor to the end */
void edit_insert(struct edit *edit, const char *text);
void edit_release(struct edit *edit);

/* Does what key means; false: it means nothing in a line. */
bool edit_key(struct tui *tui, struct edit *edit, const struct key *key);

/* Draws it in cells, scrolled so that the cursor is seen; at: the cursor goes
 * there. */
void edit_draw(struct tui *tui, struct edit *edit, int y, int x, int cells, unsigned look,
               bool at);

#endif
