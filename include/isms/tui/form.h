/*
 * A record as a form, made from the fields of its register.
 */
#ifndef ISMS_TUI_FORM_H
#define ISMS_TUI_FORM_H

#include "isms/tui/view.h"

/* Edits record id, or a new one when id is 0 (title, what its first field says
 * at first, may be NULL). Returns the id of what was saved, 0: nothing was. */
long long form_edit(struct tui *tui, const struct kind *kind, long long id, const char *title);

#endif
