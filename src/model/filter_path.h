/*
 * What stands in front of the sign of a condition: "owner", "asset.owner",
 * "risk.level". Only for src/model.
 */
#ifndef MODEL_FILTER_PATH_H
#define MODEL_FILTER_PATH_H

#include "isms/model/filter.h"
#include "isms/util/str.h"

struct filter_step {
	const struct field *field;  /* that leads to records of kind; NULL: the records
	                               of kind lead here */
	const struct kind *kind;
};

struct filter_path {
	struct filter_step step[FILTER_LINKS];
	size_t n;
	const struct kind *kind;    /* whose the last name is */
	const struct field *field;  /* that it names; NULL: the code, or the record … */
	bool record;                /* … whose code or title is meant ("risk:R-0012") */
};

/* Reads text, which begins with a letter. On failure err says why and *bad is
 * the byte where the name begins that leads nowhere. */
bool filter_path(const struct kind *kind, const char *text, struct filter_path *path, size_t *bad,
		 struct err *err);

#endif
