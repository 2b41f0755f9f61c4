/*
 * Rows that are records, in a register or in any other list: what acts on the record
 * of a row, and where a record that is read stands, for n and p (UX 7).
 */
#ifndef ISMS_TUI_WALK_H
#define ISMS_TUI_WALK_H

#include "isms/tui/view.h"

/* What a record was opened from. Kept for as long as the record is on the screen. */
struct walk {
	/* Puts the cursor there on the next record (by 1) or the one before (by -1), so
	 * that going back stands on what was read last; false: there is none. */
	bool (*step)(struct tui *tui, void *ctx, int by, struct hit *to);
	/* Appends which of its records it is: "12/120". */
	void (*position)(struct tui *tui, void *ctx, struct str *out);
	void *ctx;
};

/* For step: from row at of n on, by steps of by, the first with a record other than
 * that of at; n: there is none. record() gives that of a row, id 0: it has none. */
size_t walk_rows(void *ctx, struct hit (*record)(void *ctx, size_t row), size_t n, size_t at,
                 int by);

/* For position: which of the records of the n rows row at is, as "12/120". */
void walk_position(void *ctx, struct hit (*record)(void *ctx, size_t row), size_t n, size_t at,
                   struct str *out);

/* Does a command that is about the record of a row: edit, trace, history, or
 * open it with its walk; says so where hit is none. False: it is no such
 * command. */
bool walk_command(struct tui *tui, enum command_id id, struct hit hit, const struct walk *walk);

/* The record over what is shown. walk is copied; NULL: it stands by itself. */
struct view *record_view(struct tui *tui, struct hit hit, const struct walk *walk);

#endif
