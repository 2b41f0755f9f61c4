/*
 * A line that is a whole row. Nearly all lines of nearly all files are, and
 * parting them where they lie takes a tenth of what the parser needs, which
 * copies byte by byte; it is asked for all others, so that it alone says what is
 * wrong with a file.
 */
#ifndef ISMS_EXCHANGE_SHEET_LINE_H
#define ISMS_EXCHANGE_SHEET_LINE_H

#include <stdbool.h>
#include <stddef.h>

#include "isms/exchange/sheet.h"

struct cells {
	struct cell *v; /* owned */
	size_t n, cap;
};

/* Parts the n bytes at s, a line without its line break, of which one byte may be
 * written to. The cells lie in s, ended by NULs and their quotes undoubled. False,
 * with s untouched, where the line is no row or none that is quickly told: a
 * quoted cell goes on, a quote in a wrong place, a NUL, more cells than max. */
bool line_split(char *s, size_t n, char delimiter, size_t max, struct cells *cells);

#endif
