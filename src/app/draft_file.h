/*
 * Files of drafts, of mode 0600 in $XDG_STATE_HOME/isms, else
 * ~/.local/state/isms. Who types holds a lock on the one he writes, which ends
 * with the process, however that ends.
 */
#ifndef ISMS_SRC_APP_DRAFT_FILE_H
#define ISMS_SRC_APP_DRAFT_FILE_H

#include "isms/app/draft.h"

/* Writes text into a new file, which then takes the place of the draft's file
 * before, if any: at any moment one of both is whole. */
bool draft_file_write(struct draft *draft, const struct str *text, struct err *err);

/* Every file that nobody holds: its path, its text. */
void draft_file_each(void (*each)(void *ctx, const char *path, const char *text), void *ctx);
bool draft_file_drop(const char *path, struct err *err);

#endif
