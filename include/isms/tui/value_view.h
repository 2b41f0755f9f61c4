/*
 * One value, edited over what is shown: in a cell of a list, or at the bottom of
 * the screen. The field's own keys work as in a form.
 */
#ifndef ISMS_TUI_VALUE_VIEW_H
#define ISMS_TUI_VALUE_VIEW_H

#include "isms/tui/field.h"

enum value_end { VALUE_CANCELLED, VALUE_DOWN, VALUE_NEXT, VALUE_PREV };

struct value_options {
	const char *title;         /* of the box at the bottom */
	const struct field *field;
	const struct rect *cell;   /* where in a list, as it was drawn last; NULL: at the
	                              bottom */
	bool list;                 /* what is chosen from a list is asked for with that at
	                              once; where nothing was chosen the box follows */
	/* Takes what was entered; false: it stays to be edited, and err says why.
	 * With ERR_STALE value was changed and is shown anew. May be NULL. */
	bool (*take)(void *ctx, struct value *value, struct err *err);
	void *ctx;
};

/* Edits value, in which the result is. Enter ends with VALUE_DOWN, Tab with
 * VALUE_NEXT, S-Tab with VALUE_PREV; Esc leaves it as it was. In a text of
 * several lines, which never fits a cell, Enter begins a line and ^S ends. */
enum value_end value_edit(struct tui *tui, const struct value_options *opt, struct value *value);

#endif
