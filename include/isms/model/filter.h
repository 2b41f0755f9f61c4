/*
 * The language of '/' and --where (UX 5): what a user types becomes a tree
 * that the store turns into SQL.
 *
 *   word "two words"        found anywhere in the record's text or its references'
 *   owner:novak             the field holds it (text), is it (choice, number), or
 *                           names it (reference: code or title)
 *   level>=high due<+2w     compared: = != < <= > >=; scale words and date words
 *   owner:                  the field is empty
 *   !term                   not
 *   a b                     both
 *   a or b                  either; binds weaker than "both"
 */
#ifndef ISMS_MODEL_FILTER_H
#define ISMS_MODEL_FILTER_H

#include "isms/model/value.h"

enum filter_op {
	FILTER_AND, FILTER_OR, FILTER_NOT,  /* left and right; NOT: left alone */
	FILTER_WORDS,                       /* text */
	FILTER_EMPTY,                       /* field has no value */
	FILTER_HAS,                         /* field ':' text */
	FILTER_EQ, FILTER_NE, FILTER_LT, FILTER_LE, FILTER_GT, FILTER_GE
};

struct filter {
	enum filter_op op;
	struct filter *left, *right;   /* owned */
	const struct field *field;     /* NULL with code true: the record's code */
	bool code;
	char *text;                    /* what was typed; owned */
	struct value value;            /* parsed where the field's type has an order */
};

/* *filter is NULL for an empty text (everything). An error says what is wrong
 * and at which character (counted from 1). */
bool filter_parse(const struct rules *rules, const struct kind *kind, const char *text,
                  struct filter **filter, struct err *err);
void filter_free(struct filter **filter);

#endif
