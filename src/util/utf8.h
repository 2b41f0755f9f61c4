/* One character of UTF-8: what text.c, fold.c and harmless.c share. */
#ifndef ISMS_UTIL_UTF8_H
#define ISMS_UTIL_UTF8_H

#include <stddef.h>

#include <unitypes.h>

#include "isms/util/str.h"

#define UTF8_ZWJ 0x200d

/* The character at s (n >= 1 bytes are there) and its length. Invalid UTF-8 is
 * U+FFFD byte by byte. */
size_t utf8_decode(const char *s, size_t n, ucs4_t *uc);

void utf8_add(struct str *out, ucs4_t uc);

/* Cells of its own. ASCII controls count as the blank that text_pad() writes
 * for them. */
int utf8_cells(ucs4_t uc);

#endif
