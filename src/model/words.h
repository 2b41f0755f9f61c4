/*
 * Words that people type for what the tables declare, and the tables' words in
 * sentences for people. Only for src/model.
 */
#ifndef MODEL_WORDS_H
#define MODEL_WORDS_H

#include <stdbool.h>

#include "isms/util/str.h"

/* The same to a person: folded, '_' and '-' count as blanks. */
bool words_equal(const char *a, const char *b);

/* Does text, read so, begin with start? */
bool words_begin(const char *text, const char *start);

/* Letters to put in, take out or change that make b of a, capitals being small. */
size_t words_distance(const char *a, const char *b);

/* words_equal() with a text of a table, or with its translation. */
bool words_named(const char *typed, const char *text);

/* Appends a label as it stands inside a sentence: translated; what is not
 * translated begins with a small letter ("next review", but "SoA entry"). */
void words_label(struct str *out, const char *label);

/* The same with its article: "a risk", "an action". */
void words_a(struct str *out, const char *label);

/* Appends "a, b or c". */
void words_or(struct str *out, const struct strv *list);

/* A copy of what a user typed, short enough for a message. Caller frees. */
char *words_quote(const char *text);

/* A copy without white space at its ends. Caller frees. */
char *words_trim(const char *text);

#endif
