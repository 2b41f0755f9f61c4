/*
 * Text as people see it: UTF-8 whose width is counted in terminal cells and
 * which is cut only between graphemes (libunistring has the tables). The
 * cells of a grapheme are those of its characters, as ncurses, xterm and tmux
 * draw them: a flag takes 2, a thumb with its skin tone 4.
 */
#ifndef ISMS_UTIL_TEXT_H
#define ISMS_UTIL_TEXT_H

#include <stdbool.h>
#include <stddef.h>

#include "isms/util/str.h"

bool text_valid(const char *s, size_t n); /* is it UTF-8, whole? */
size_t text_valid_n(const char *s, size_t n); /* bytes from s on that are, up to
						 the first character that is not */

/* Cells that s takes on a terminal. s has been made harmless. */
int text_width(const char *s);
int text_width_n(const char *s, size_t n);

/* Bytes of the longest beginning of s that fits into cells, cut between
 * graphemes. *used receives its width. used may be NULL. */
size_t text_fit(const char *s, int cells, int *used);

/* Bytes of the grapheme that begins at s (0 at the end), and of the one that
 * ends at s + at. For cursors in fields. */
size_t text_next(const char *s);
size_t text_prev(const char *s, size_t at);

/* Appends s cut to cells and padded with blanks to exactly cells. What was cut
 * off is shown by '~' in the last cell (ASCII, so that it is right on any
 * terminal). right pads on the left. Line breaks and TABs count as a blank. */
void text_pad(struct str *out, const char *s, int cells, bool right);

/* Breaks s into lines of at most cells, at blanks where it can; a line break
 * in s always breaks. Appends the lines. An empty s gives one empty line. A
 * grapheme wider than the line is shown as '~'. */
void text_wrap(struct strv *lines, const char *s, int cells);

/* Folded for comparing: NFKC, case folded (Straße = STRASSE), white space runs
 * as one blank, trimmed. Caller frees. Invalid bytes stand as U+FFFD. */
char *text_fold(const char *s);

/* s with its letters without accents (Ä is A), all else as it is. Caller frees.
 * Invalid bytes stand as U+FFFD. */
char *text_bare(const char *s);

/* The order people expect: case folded, accents aside, digits as numbers (A.5.2
 * < A.5.10, Ä beside A). What differs in accents or leading zeros only comes
 * one after the other; 0 (of -1, 0, 1) means that the folded texts are the same. */
int text_compare(const char *a, const char *b);

/* Appends bytes that memcmp() puts in the order of text_compare(): for sorts, where a
 * text is compared with seventeen others. */
void text_sort_key(const char *s, struct str *out);

/* Does folded needle stand in haystack (folded here)? Accents may be left out or
 * put in: novak finds Novák. */
bool text_contains(const char *haystack, const char *folded_needle);

enum harmless { HARMLESS_LINE, HARMLESS_BLOCK };

/*
 * The one function that makes text harmless for a terminal; all that reaches
 * one passes here, and the file never does. Invalid UTF-8 becomes U+FFFD byte
 * by byte; controls (C0, DEL, C1), format characters (Cf: bidi overrides,
 * zero width), private, surrogate and unassigned characters are shown as
 * <U+202E>; at most two combining marks (what takes no cell of its own: Mn, Me,
 * Hangul vowels and finals) follow a base, the rest is dropped, a leading mark
 * gets U+25CC to stand on. HARMLESS_LINE shows line breaks and TABs each as one
 * blank; HARMLESS_BLOCK leaves line breaks as '\n' and makes TAB a blank. A line
 * break is LF, CR LF, U+2028 or U+2029; a CR alone, which would let what follows
 * hide what stands before, is shown.
 * The soft hyphen, ZWJ and variation selectors, which are Cf but ordinary in
 * text and emoji, are dropped silently.
 */
void text_harmless(struct str *out, const char *s, size_t n, enum harmless mode);

#endif
