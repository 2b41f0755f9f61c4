/*
 * Which columns of a register fit into a width, and how wide each is.
 */
#ifndef ISMS_TUI_COLUMNS_H
#define ISMS_TUI_COLUMNS_H

#include "isms/app/views.h"

struct columns {
	struct {
		const struct field *field;
		int width;
		size_t at;       /* its place in the set */
		bool fixed;      /* the user said how wide */
	} v[COLUMNS_MAX];
	size_t n;
	int code;        /* cells of the code, which always stands in front */
	bool more;       /* some did not fit */
};

/* What stands over a column. */
const char *column_heading(const struct field *field);

/* The columns of set without the first shift ones behind those that are frozen, in
 * cells: a mark, the code, then each with a blank. */
void columns_layout(struct columns *columns, const struct column_set *set,
                    const struct kind *kind, int shift, int code, int cells);

#endif
