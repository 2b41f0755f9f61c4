/*
 * Tab in a line that is typed: what may stand before the cursor, first as far as all
 * that fits agrees, then one after the other; listed while there are several.
 */
#ifndef ISMS_TUI_COMPLETE_H
#define ISMS_TUI_COMPLETE_H

#include "isms/app/complete.h"
#include "isms/tui/view.h"

struct completer {
	struct completion found;
	long at;                /* the one that stands there; -1: none yet */
};

#define COMPLETER_INIT {{0, STRV_INIT}, -1}

typedef void completer_fn(void *ctx, const char *text, struct completion *out);

/* Does Tab (or back: Shift-Tab) on the text before byte *at, which is replaced. False:
 * nothing fits. */
bool completer_tab(struct completer *c, struct str *text, size_t *at, bool back,
                   completer_fn *fn, void *ctx);

/* Another key was pressed: the next Tab begins anew. */
void completer_reset(struct completer *c);

/* Are there several to be shown? Draws them in one line, the chosen one selected. */
bool completer_shows(const struct completer *c);
void completer_draw(struct tui *tui, const struct completer *c, int y, int x, int cells);

#endif
