/*
 * A CSV file as rows of cells: encoding, dialect and limits; no idea of an
 * ISMS. libcsv does the parsing. The file is read in pieces, so that memory
 * does not grow with it, and can be read again from the start (what cannot
 * seek is copied to a temporary file first).
 */
#ifndef ISMS_EXCHANGE_SHEET_H
#define ISMS_EXCHANGE_SHEET_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

#include "isms/util/err.h"
#include "isms/util/str.h"

#define SHEET_FIELD_MAX (1024 * 1024)       /* bytes of one cell */
#define SHEET_ROW_MAX (4 * 1024 * 1024)     /* bytes of one row */

struct sheet_dialect {
	char delimiter;       /* 0: found out: a sep= line, else what fits the header */
	const char *encoding; /* NULL: UTF-8, UTF-16 by BOM or NULs; else a name iconv
	                         knows. CP1252 is taken (and told) where the bytes
	                         are not UTF-8. */
};

struct cell {
	const char *s;        /* UTF-8, borrowed until the next row, NUL ended */
	size_t len;
	bool null;            /* an unquoted nothing, which is not the empty text */
};

struct row {
	long line;            /* line of the file it begins on, from 1 */
	const struct cell *cell;
	size_t n;
	const char *fault;    /* why this row cannot be used (NUL byte, too long, a cell or row
	                         over the limit), or NULL */
};

struct sheet;

/* file is borrowed and stays open; name is for messages. Refused by name (zip,
 * xlsx, xls, pdf, png …) with what to do. 0 bytes are a sheet without rows. */
bool sheet_open(FILE *file, const char *name, const struct sheet_dialect *dialect,
                struct sheet **sheet, struct err *err);
void sheet_close(struct sheet **sheet);

/* What was found. */
char sheet_delimiter(const struct sheet *sheet);
const char *sheet_encoding(const struct sheet *sheet);

/* The next row, or *row NULL at the end. Blank lines are passed over. An open quote, a
 * broken character or a stray quote is told with its line. */
bool sheet_next(struct sheet *sheet, const struct row **row, struct err *err);
bool sheet_rewind(struct sheet *sheet, struct err *err);

/* Bytes read and in all (0: not known), for progress. */
void sheet_progress(const struct sheet *sheet, long long *done, long long *total);

#endif
