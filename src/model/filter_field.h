/*
 * One condition of a filter, "field op text", becomes a tree. Only for
 * src/model.
 */
#ifndef MODEL_FILTER_FIELD_H
#define MODEL_FILTER_FIELD_H

#include <stddef.h>

#include "isms/model/filter.h"

/* Both take what they are given. */
struct filter *filter_node(enum filter_op op, struct filter *left, struct filter *right);
struct filter *filter_words(char *text);

/*
 * The condition on the field that is called name (n bytes). empty says that
 * nothing stands behind the sign, or "" does. On failure the message names
 * no place.
 */
bool filter_condition(const struct rules *rules, const struct kind *kind, const char *name,
		      enum filter_op op, const char *text, struct filter **filter, struct err *err);

/* Is name (of a field, or "code") known? */
bool filter_knows(const struct kind *kind, const char *name);

/* Appends which field name was meant, or which there are. */
void filter_hint(const struct kind *kind, const char *name, struct str *out);

/* How op is written: ">=". */
const char *filter_sign(enum filter_op op);

#endif
