/*
 * Which records of a register are marked: a set of record ids, kept in order so
 * that 100,000 of them are asked about and compared quickly. Marks are of records and
 * not of rows: they stay with them whatever is shown, in whichever order.
 */
#ifndef ISMS_TUI_MARKS_H
#define ISMS_TUI_MARKS_H

#include <stdbool.h>
#include <stddef.h>

#include "isms/app/command.h"

struct marks {
	long long *v;    /* ascending; owned */
	size_t n, cap;
	long long range; /* the record a range of marks begins at; 0: none */
};

#define MARKS_INIT {0, 0, 0, 0}

bool marks_has(const struct marks *marks, long long id);
void marks_set(struct marks *marks, long long id, bool on);
void marks_clear(struct marks *marks);    /* frees; can be used again */

/* The n ids, in any order (0: none): marked too; turned round; all others unmarked. */
void marks_add(struct marks *marks, const long long *ids, size_t n);
void marks_invert(struct marks *marks, const long long *ids, size_t n);
void marks_keep(struct marks *marks, const long long *ids, size_t n);

/* ---- On rows (UX 10) ---- */

/* The rows that are shown, in their order. */
struct mark_rows {
	const long long *ids;  /* 0: a row that is no record that can be marked */
	size_t n, at;          /* at: with the cursor */
};

/* Does what a command means for marks; false: nothing. Any command that is no move
 * ends a range that was begun. rows->at moves down where a row was marked. */
bool marks_command(struct marks *marks, struct mark_rows *rows, enum command_id id);

/* The row a range begins at; rows->n where there is none: for marks_shown(). */
size_t marks_range_row(const struct marks *marks, const struct mark_rows *rows);

/* Is row marked, or within the range that is being marked? */
bool marks_shown(const struct marks *marks, const struct mark_rows *rows, size_t row,
                 size_t from);

/* What a command acts on: what is marked, else at, the record under the cursor. Their
 * number (0: nothing); *ids is owned by the caller. */
size_t marks_targets(const struct marks *marks, long long at, long long **ids);

/* How many of the marked are not among the n ids, each of which is there once. */
size_t marks_hidden(const struct marks *marks, const long long *ids, size_t n);

#endif
