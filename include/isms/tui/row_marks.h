/*
 * Marks where the rows of a pane are records, maybe of several registers: of one of
 * them at a time, as what acts on the marked asks for a field of it (UX 10). Rows of
 * the others, and those that are no record, are passed over.
 */
#ifndef ISMS_TUI_ROW_MARKS_H
#define ISMS_TUI_ROW_MARKS_H

#include "isms/tui/marks.h"
#include "isms/tui/walk.h"

struct row_marks {
	struct marks set;
	const struct kind *kind;  /* whose records they are */
};

/* Does what a command means for marks: setting them, E and D with what is marked, else
 * with the row under the cursor; false: nothing. rows->at moves down where a row was
 * marked. */
bool row_marks_command(struct tui *tui, struct row_marks *marks, struct rows *rows,
                       enum command_id id);

/* Which rows are marked, or within the range that is being marked: one bool a row,
 * owned by the caller. NULL: nothing is. */
bool *row_marks_shown(const struct row_marks *marks, const struct rows *rows);

/* What a command acts on: what is marked, else the record under the cursor. Their
 * number (0: nothing); *ids is owned by the caller. */
size_t row_marks_targets(const struct row_marks *marks, const struct rows *rows,
                         const struct kind **kind, long long **ids);

/* How many of the marked are in none of the rows. */
size_t row_marks_hidden(const struct row_marks *marks, const struct rows *rows);

/* "  2 marked  range", appended; nothing where nothing is. */
void row_marks_say(const struct row_marks *marks, struct str *out);

/* Forgets those that are gone: records were changed. */
void row_marks_prune(struct tui *tui, struct row_marks *marks);

#endif
