/*
 * The words that other people's spreadsheets use: data/import/words.csv (what
 * stands in cells) and data/import/headers.csv (what stands above columns),
 * folded once and sorted, since they are asked for every cell.
 */
#ifndef ISMS_EXCHANGE_IMPORT_WORDS_H
#define ISMS_EXCHANGE_IMPORT_WORDS_H

#include <stdbool.h>
#include <stddef.h>

#include "isms/model/kind.h"
#include "isms/util/str.h"

struct word {
	char *group; /* domain, or register */
	char *word;  /* folded */
	char *value; /* key, or field */
	int order;   /* its place in the file */
};

struct words {
	struct word *v; /* owned; by group, word, order */
	size_t n, cap;
};

/* Loads the built-in file of that name, whose columns are group and the two
 * that value and word say (counted from 1). */
void words_load(struct words *words, const char *builtin, int value, int word);
void words_release(struct words *words);

/* The entries for a folded word: the first, and how many follow each other. */
const struct word *words_find(const struct words *words, const char *group, const char *folded,
			      size_t *n);

/* All entries of a group. */
const struct word *words_group(const struct words *words, const char *group, size_t *n);

/* text folded for comparing with words: case, '_' as a blank, trimmed. Caller
 * frees. */
char *word_fold(const char *text);

/* The group of a kind in both files ("soa" for soa_entry), and that of a field's
 * words ("soa.applicable"). */
const char *words_register(const struct kind *kind);
void words_domain(const struct kind *kind, const struct field *field, struct str *out);

/*
 * The unique value that a known word within a cell leads to: "Mit Monitoring
 * akzeptieren" holds "akzeptieren". Whole words only, the longest counts
 * ("not implemented" hides "implemented"); NULL when there is none or they
 * disagree or a "not" stands beside.
 */
const char *words_within(const struct words *words, const char *group, const char *folded);

#endif
