/*
 * Patterns as people know them from grep -P and editors (PCRE2), on text whose
 * capitals and accents do not matter: ~muller finds Müller, and the other way
 * round.
 */
#ifndef ISMS_UTIL_PATTERN_H
#define ISMS_UTIL_PATTERN_H

#include <stddef.h>

#include "isms/util/err.h"

struct pattern;

/* NULL where text is no pattern (or no UTF-8): err says why, *at (may be NULL)
 * receives the byte of text where. The caller frees. */
struct pattern *pattern_new(const char *text, size_t *at, struct err *err);
void pattern_free(struct pattern **pattern);

/* TOO_LONG: the pattern tries too many ways on this text ("(a+)+b"). ^ and $ are
 * the ends of a line. */
enum pattern_answer { PATTERN_NO, PATTERN_YES, PATTERN_TOO_LONG };
enum pattern_answer pattern_find(const struct pattern *pattern, const char *text);

#endif
