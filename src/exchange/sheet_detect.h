/*
 * What a file is by its first bytes: not a table at all, its encoding, the
 * delimiter. Only src/exchange/sheet.c uses it.
 */
#ifndef ISMS_EXCHANGE_SHEET_DETECT_H
#define ISMS_EXCHANGE_SHEET_DETECT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

#include "isms/util/err.h"

/* Refuses what is no table (xlsx, pdf, png …) by its first bytes as they stand
 * in the file, and says what to do. */
bool detect_refuse(const char *name, const char *s, size_t n, struct err *err);

/* The same for texts that are no tables (HTML, a diff, Markdown, JSON), once
 * they are UTF-8. */
bool detect_refuse_text(const char *name, const char *s, size_t n, struct err *err);

/* The encoding the first bytes tell: a byte order mark, or NULs where UTF-16
 * has them; NULL when they tell nothing. *skip receives the bytes of the mark. */
const char *detect_encoding(const char *s, size_t n, size_t *skip);

/* Is the rest of file UTF-8? Reads from where it stands to its end. *ok is
 * the answer; false and err only when the file cannot be read. */
bool detect_utf8(FILE *file, const char *name, bool *ok, struct err *err);

/* Is the first line "sep=;"? Its delimiter, or 0. */
char detect_sep(const char *s, size_t n);

/* The delimiter that fits the beginning of a table best: , ; TAB or |. */
char detect_delimiter(const char *s, size_t n);

#endif
