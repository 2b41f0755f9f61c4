/*
 * The matrix as it is drawn, also in small on the dashboard.
 */
#ifndef ISMS_TUI_MATRIX_H
#define ISMS_TUI_MATRIX_H

#include "isms/tui/view.h"

/* Draws it into r; cells without words where small. l and i (from 1; 0: none)
 * are the cell with the cursor. Returns the lines it took. */
int matrix_draw(struct tui *tui, const struct matrix *matrix, struct rect r, int l, int i,
                bool small);

/* Since when: the last management review is proposed. False: Esc. */
bool moved_ask(struct tui *tui, struct str *text);

/* Reads what moved since then; false: it cannot be, and that has been said. Releases
 * what moved holds. */
bool moved_load(struct tui *tui, enum rating rating, const char *since, struct moved *moved);

/* The risks that moved, as lines that open them. */
struct view *moved_view(struct tui *tui, enum rating rating, const char *since);

#endif
