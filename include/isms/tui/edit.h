/*
 * One line of text that is being edited, with readline's keys, by graphemes.
 * Used by fields, prompts and the filter.
 */
#ifndef ISMS_TUI_EDIT_H
#define ISMS_TUI_EDIT_H

#include "isms/tui/view.h"

struct edit_step;         /* one change that can be taken back */

struct edit_steps {
	struct edit_step *v;
	size_t n, cap;
};

struct edit {
	struct str s;
	size_t at;          /* byte before which the cursor stands */
	size_t left;        /* first byte that is shown */
	struct str killed;  /* what ^K, ^U, ^W took: ^Y brings it back */
	bool block;         /* line breaks may stand in it (notes) */
	struct edit_steps done, undone;
	size_t same_head, same_tail; /* bytes that are as they were when wrap.c looked */
	size_t joins;       /* where the last step may go on; SIZE_MAX: nowhere */
};

#define EDIT_INIT {STR_INIT, 0, 0, STR_INIT, false, {0, 0, 0}, {0, 0, 0}, 0, 0, 0}

/* Another text from its beginning: the cursor goes to its end, and what was
 * typed before cannot be had back. */
void edit_set(struct edit *edit, const char *text);
/* The same as a step that can be taken back. */
void edit_replace(struct edit *edit, const char *text);
void edit_insert(struct edit *edit, const char *text);
void edit_release(struct edit *edit);

/* The one way in which the text changes: puts n bytes of text in the place of
 * gone bytes from at on, as they are. */
void edit_splice(struct edit *edit, size_t at, size_t gone, const char *text, size_t n);

/* Takes the last step back, or does again what was taken back; false: there is
 * none. What is typed word by word is taken back word by word. */
bool edit_undo(struct edit *edit);
bool edit_redo(struct edit *edit);

/* Does what key means; false: it means nothing in a line. */
bool edit_key(struct tui *tui, struct edit *edit, const struct key *key);

/* Draws it in cells, scrolled so that the cursor is seen; at: the cursor goes
 * there. */
void edit_draw(struct tui *tui, struct edit *edit, int y, int x, int cells, unsigned look,
               bool at);

#endif
