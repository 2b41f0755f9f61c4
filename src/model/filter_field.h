/*
 * One condition of a filter, "path sign text", becomes a tree. Only for
 * src/model.
 */
#ifndef MODEL_FILTER_FIELD_H
#define MODEL_FILTER_FIELD_H

#include <stddef.h>

#include "filter_path.h"
#include "isms/model/filter.h"

/* Both take what they are given. */
struct filter *filter_node(enum filter_op op, struct filter *left, struct filter *right);
struct filter *filter_words(char *text);

/* A pattern that is looked for anywhere; *bad as below. */
bool filter_pattern(const char *text, struct filter **filter, size_t *bad, struct err *err);

/*
 * The condition that op and text make of what path names. quoted says that text
 * stood in quotes: then * is a star, and "" is nothing. On failure the message
 * names no place; *bad is the byte of text that is at fault.
 */
bool filter_condition(const struct rules *rules, const struct filter_path *path, enum filter_op op,
		      const char *text, bool quoted, struct filter **filter, size_t *bad,
		      struct err *err);

/* Bytes at s of what looks like names with dots between them: "asset.owner". */
size_t filter_path_len(const char *s);

/* The comparison that s begins with; its bytes, or 0. */
size_t filter_comparison(const char *s, enum filter_op *op);

/* How op is written: ">=". */
const char *filter_sign(enum filter_op op);

#endif
