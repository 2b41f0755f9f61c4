/*
 * What may stand next in a filter that is being typed, as far as the declarations
 * know it; records of references are the caller's.
 */
#ifndef ISMS_MODEL_FILTER_COMPLETE_H
#define ISMS_MODEL_FILTER_COMPLETE_H

#include "isms/model/filter.h"
#include "isms/util/str.h"

enum filter_place {
	FILTER_AT_NOTHING,      /* in a word in quotes, or where nothing is known */
	FILTER_AT_NAME,         /* of a field of kind */
	FILTER_AT_VALUE,        /* of field */
	FILTER_AT_RECORD        /* code or title of a record of kind */
};

struct filter_point {
	enum filter_place place;
	const struct kind *kind;
	const struct field *field;
	bool code;              /* of the RECORD alone */
	size_t from;            /* the byte where what is completed begins */
	char *prefix;           /* what stands there already, without its quote; owned */
};

/* Where the end of text is, a filter of kind. The caller frees prefix. */
void filter_point(const struct kind *kind, const char *text, struct filter_point *point);

/* Appends what may stand at point: names with their sign, choices, steps, words for
 * dates. */
void filter_complete(const struct rules *rules, const struct filter_point *point,
                     struct strv *out);

/* Appends text as a value of the language: in quotes where it needs them. */
void filter_quote(const char *text, struct str *out);

#endif
