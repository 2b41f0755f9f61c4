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
 *   owner:*               the field has a value
 *   due:2026-03..+2w      from … to, both counted; either may be left out; numbers,
 *                         steps, choices, times and codes too. 2026-03, 2026-q1 and
 *                         2026 are all their days
 *   ~pattern title~^VPN   a pattern (util/pattern.h) somewhere, in the field; !~ not
 *   asset.owner:novak     of one of the records that the reference leads to
 *   risk.level>=high      of one of the records of that register which lead here,
 *                         by any of their references; it is not archived
 *   risk:R-0012 risk:*    such a record with this code or title, any; risk: is none
 *   code:R-01 code=R-0001 the record's code holds, is it
 *   archived:yes changed>-7d created:2026 by:novak created_by=anna
 *                         what every record has; archived: shows what is archived
 *   !term                 not
 *   a b   a and b         both
 *   a or b                either; binds weaker than "both"
 *   (a or b) c            parentheses
 *
 * A field is meant by its name or label, with '_' or '-' for a blank; a register
 * that leads here by its whole name, title or plural, where no field is called so.
 * "!=" within links is of one of the records: !asset.owner:x is of all. Within
 * quotes \" and \\ stand for themselves; what looks like a sign, a range or a field
 * is a word there (a range in quotes stays one where the field has no text).
 * "12:30" and "http://x" are words too. What has two meanings is refused.
 */
#ifndef ISMS_MODEL_FILTER_H
#define ISMS_MODEL_FILTER_H

#include "isms/model/value.h"

#define FILTER_LINKS 3 /* in a row: "asset.owner.unit.title" */

enum filter_op {
	FILTER_AND, FILTER_OR, FILTER_NOT,  /* left and right; NOT: left alone */
	FILTER_WORDS,                       /* text, anywhere */
	FILTER_PATTERN,                     /* text is a pattern, anywhere */
	FILTER_LINK,                        /* left (NULL: nothing) holds of a record of kind */
	FILTER_EMPTY,                       /* field has no value */
	FILTER_HAS,                         /* field ':' text */
	FILTER_MATCH,                       /* field '~' text, which is a pattern */
	FILTER_EQ, FILTER_NE, FILTER_LT, FILTER_LE, FILTER_GT, FILTER_GE
};

struct filter {
	enum filter_op op;
	struct filter *left, *right;   /* owned */
	const struct field *field;     /* NULL with code true: the record's code. LINK: that
	                                  leads to kind; NULL: kind leads here */
	bool code;
	const struct kind *kind;       /* LINK */
	char *text;                    /* what was typed; owned */
	struct value value;            /* parsed, but for TEXT, NOTE, REF, REFS, LINK, the
	                                  code, MATCH and EMPTY, where text says it all */
};

/*
 * What the tree promises to the store: < <= > >= stand only where there is an
 * order, which numbers, dates and texts have (the code too) and choices, by their
 * declaration, but not NOTE, BOOL, CHOICES, REF and REFS; HAS with a CHOICES has
 * one key in value.text; a TIME compared with a day has become bounds at midnight,
 * and its text is value.text, which compares byte by byte. At most 200
 * words and conditions, 10 levels of ( and !, FILTER_LINKS LINKs in each other. A
 * pattern is one that pattern_new() takes.
 */

/* *filter is NULL for an empty text (everything). An error says what is wrong
 * and at which character (counted from 1; err->place too), and has the kind
 * ERR_USAGE. */
bool filter_parse(const struct rules *rules, const struct kind *kind, const char *text,
                  struct filter **filter, struct err *err);
void filter_free(struct filter **filter);

/* The columns of every record that are no fields: archived, changed_at, changed_by,
 * created_at, created_by. NULL beyond the last. */
const struct field *filter_own(size_t i);
bool filter_is_own(const struct field *field);

/* Does it ask whether the record itself is archived? */
bool filter_asks_archived(const struct filter *filter);

/* Can the field, of another register, lead to records of to (REF, REFS, LINK)? */
bool filter_leads(const struct field *field, const struct kind *to);

#endif
