/*
 * Rows that are records, in a register or in any other list: what acts on the record
 * of a row, and where a record that is read stands, for n and p (UX 7).
 */
#ifndef ISMS_TUI_WALK_H
#define ISMS_TUI_WALK_H

#include "isms/tui/view.h"

/* The rows that a pane shows. */
struct rows {
	void *ctx;
	struct hit (*record)(void *ctx, size_t row);  /* of a row; id 0: it is about none */
	size_t n, at;                                 /* at: with the cursor */
};

/* The record under the cursor; id 0: none. */
struct hit rows_at(const struct rows *rows);

/* What a record was opened from. Kept for as long as the record is on the screen. */
struct walk {
	/* Puts the cursor there on the next record (by 1) or the one before (by -1), so
	 * that going back stands on what was read last; false: there is none. *to: the one
	 * that is read, then the other. Where an edit took what is read out of the list, the
	 * one that followed it stands in its place, and is the next. */
	bool (*step)(struct tui *tui, void *ctx, int by, struct hit *to);
	/* Appends which of its records it is: "12/120". */
	void (*position)(struct tui *tui, void *ctx, struct str *out);
	void *ctx;
};

/* For step: the row from that with the cursor on, by steps of by, which is the first
 * about another record than what is read; n: there is none. */
size_t walk_rows(const struct rows *rows, struct hit read, int by);

/* For position: which of the records of the rows has the cursor. */
void walk_position(const struct rows *rows, struct str *out);

/* Does a command that is about the record of a row: edit, trace, history, or
 * open it with its walk; says so where hit is none. False: it is no such
 * command. */
bool walk_command(struct tui *tui, enum command_id id, struct hit hit, const struct walk *walk);

/* The record over what is shown. walk is copied; NULL: it stands by itself. */
struct view *record_view(struct tui *tui, struct hit hit, const struct walk *walk);

#endif
