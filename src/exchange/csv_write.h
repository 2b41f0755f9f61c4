/*
 * Cells of a CSV file for spreadsheets: every text in quotes, and one ' before
 * what a spreadsheet would take for a formula. Whether a write failed is asked of
 * the FILE at the end.
 */
#ifndef ISMS_EXCHANGE_CSV_WRITE_H
#define ISMS_EXCHANGE_CSV_WRITE_H

#include <stdbool.h>
#include <stdio.h>

void csv_bom(FILE *out);

/* more: a cell stands before this one in the row. */
void csv_text(FILE *out, const char *s, size_t n, bool more);
void csv_number(FILE *out, long long num, bool more);
void csv_null(FILE *out, bool more);
void csv_end(FILE *out);

/* The exact bytes, with quotes only where they are needed. */
void csv_raw(FILE *out, const char *s, size_t n, bool more);

/* Would a spreadsheet take it for a formula, or our import for one that has been
 * made harmless? */
bool csv_needs_mark(const char *s, size_t n);

#endif
