/*
 * The language of '/' and --where (UX 5): what a user types becomes a tree
 * that the store turns into SQL.
 *
 *   word "two words"        found anywhere in the record's text or its references'
 *   owner:novak             the field holds it (text), is it (choice, number), has
 *                           it among others (choices), or names it (reference:
 *                           code or title)
 *   owner=novak             is exactly it; a reference's whole code or title
 *   level>=high due<+2w     compared: = != < <= > >=; scale words and date words;
 *                           blanks may stand around the sign
 *   owner: owner:""         the field is empty
 *   code:R-01 code=R-0001   the record's code holds, is it
 *   !term                   not
 *   a b   a and b           both
 *   a or b                  either; binds weaker than "both"
 *   (a or b) c              parentheses
 *
 * A field is meant by its name or label, with '_' or '-' for a blank. Within
 * quotes \" and \\ stand for themselves; what looks like a sign or a field is a
 * word there. "12:30" and "http://x" are words too. A pattern ("~x") is refused,
 * and so is what has two meanings.
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
	struct value value;            /* parsed, but for TEXT, NOTE, REF, REFS, the
	                                  code and EMPTY, where text says it all */
};

/*
 * What the tree promises to the store: < <= > >= stand only where there is an
 * order, which numbers, dates and texts have (the code too) and choices, by their
 * declaration, but not NOTE, BOOL, CHOICES, REF and REFS; HAS with a CHOICES has
 * one key in value.text; a TIME compared with a day has become bounds at midnight,
 * and its text is value.text, which compares byte by byte. At most 200
 * words and conditions, 50 levels of ( and !.
 */

/* *filter is NULL for an empty text (everything). An error says what is wrong
 * and at which character (counted from 1), and has the kind ERR_USAGE. */
bool filter_parse(const struct rules *rules, const struct kind *kind, const char *text,
                  struct filter **filter, struct err *err);
void filter_free(struct filter **filter);

#endif
