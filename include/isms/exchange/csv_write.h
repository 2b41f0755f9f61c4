/*
 * Cells of a CSV file for spreadsheets: every text in quotes, and one ' before
 * what a spreadsheet would take for a formula. A row is put together and written
 * at once; whether that failed is asked of the FILE at the end.
 */
#ifndef ISMS_EXCHANGE_CSV_WRITE_H
#define ISMS_EXCHANGE_CSV_WRITE_H

#include <stdbool.h>
#include <stdio.h>

#include "isms/util/str.h"

void csv_bom(FILE *out);

/* more: a cell stands before this one in the row. */
void csv_text(struct str *row, const char *s, size_t n, bool more);
void csv_number(struct str *row, long long num, bool more);
void csv_null(struct str *row, bool more);

/* Ends the row, writes it and clears it. */
void csv_end(struct str *row, FILE *out);

/* The exact bytes, with quotes only where they are needed. */
void csv_raw(struct str *row, const char *s, size_t n, bool more);

/* Would a spreadsheet take it for a formula, or our import for one that has been
 * made harmless? */
bool csv_needs_mark(const char *s, size_t n);

#endif
