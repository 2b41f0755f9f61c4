/*
 * The names most like a word that is not known, for "did you mean": what begins
 * with it, a slip of the finger, or a part of the name.
 */
#ifndef ISMS_UTIL_NEAR_H
#define ISMS_UTIL_NEAR_H

#include <stddef.h>

#include "isms/util/str.h"

#define NEAR_MAX 3

struct near {
	char *word;                 /* folded; owned */
	int limit;                  /* more edits than this are another word */
	struct {
		char *name;         /* as it was given; owned */
		int distance;
	} best[NEAR_MAX];           /* the nearest first */
	size_t n;
};

/* Edits that make b of a, a byte at a time: put in, take out, change, swap two
 * neighbours. Never more than max + 1: counting ends there. */
int near_distance(const char *a, const char *b, int max);

void near_init(struct near *near, const char *word);
void near_release(struct near *near);

/* Keeps name when it is among the nearest so far. Folds, so it is for people's
 * words and lists of thousands, not of millions. */
void near_try(struct near *near, const char *name);

/* Appends "; did you mean 'list' or 'link'?", or nothing when nothing is near. */
void near_hint(const struct near *near, struct str *out);

#endif
