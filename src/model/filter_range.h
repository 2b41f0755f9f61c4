/*
 * Values that a filter asks for: one, or all between two. Only for src/model.
 */
#ifndef MODEL_FILTER_RANGE_H
#define MODEL_FILTER_RANGE_H

#include "isms/model/filter.h"

/* What the words of a condition are about. */
struct condition {
	const struct rules *rules;
	const struct field *field; /* NULL: the code */
	enum filter_op op;
	const char *text;
	size_t *bad;
	struct err *err;
};

struct filter *condition_leaf(const struct condition *c, enum filter_op op);

/* *filter becomes the condition c of a field that has an order and is read by its
 * type: of days (also months, quarters and years), times, numbers, steps and
 * choices; "a..b", "a..", "..b" ask for all between. */
bool condition_ordered(const struct condition *c, struct filter **filter);

/* Does text hold two ends of a range? */
bool condition_is_range(const struct condition *c);

/* A range of what is no more than text: the code. */
bool condition_text_range(const struct condition *c, struct filter **filter);

#endif
