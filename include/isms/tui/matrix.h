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

#endif
