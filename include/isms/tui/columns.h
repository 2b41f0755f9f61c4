/*
 * Which columns of a register fit into a width, and how wide each is.
 */
#ifndef ISMS_TUI_COLUMNS_H
#define ISMS_TUI_COLUMNS_H

#include "isms/model/kind.h"

#define COLUMNS_MAX 64

struct columns {
	struct {
		const struct field *field;
		int width;
	} v[COLUMNS_MAX];
	size_t n;
	int code;        /* cells of the code, which always stands in front */
	bool more;       /* some did not fit */
};

/* What stands over a column. */
const char *column_heading(const struct field *field);

/* The wanted fields of kind (kind->nfields flags) without the first shift ones
 * after the title, in cells: a mark, the code, then each with a blank. */
void columns_layout(struct columns *columns, const struct kind *kind, const bool *want, int shift,
                    int code, int cells);

#endif
