/*
 * Screens that say what is the matter with the file, and what can be done.
 */
#ifndef ISMS_TUI_TROUBLE_H
#define ISMS_TUI_TROUBLE_H

#include "isms/tui/view.h"

/* In words: a headline, and what to do about it. */
const char *trouble_head(enum trouble trouble);
const char *trouble_hint(enum trouble trouble);

/* A screen of its own; reason: what the store said. */
struct view *trouble_view(enum trouble trouble, const char *path, const char *reason);

/* Says why the file that was just opened is read-only: with a screen of its own,
 * which lies on top then; what is only to be known goes to the message line. */
void trouble_notice(struct tui *tui);

/* Is the file still there? If not, its screen lies on top, once. */
void trouble_look(struct tui *tui);

#endif
