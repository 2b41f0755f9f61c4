/*
 * Which records of a register are marked: a set of record ids, kept in order so
 * that 100,000 of them are asked about and compared quickly.
 */
#ifndef ISMS_TUI_MARKS_H
#define ISMS_TUI_MARKS_H

#include <stdbool.h>
#include <stddef.h>

struct marks {
	long long *v;   /* ascending; owned */
	size_t n, cap;
};

#define MARKS_INIT {0, 0, 0}

bool marks_has(const struct marks *marks, long long id);
void marks_set(struct marks *marks, long long id, bool on);
void marks_clear(struct marks *marks);    /* frees; can be used again */

/* The n ids, in any order and each once: marked too; turned round; all others
 * unmarked. */
void marks_add(struct marks *marks, const long long *ids, size_t n);
void marks_invert(struct marks *marks, const long long *ids, size_t n);
void marks_keep(struct marks *marks, const long long *ids, size_t n);

#endif
