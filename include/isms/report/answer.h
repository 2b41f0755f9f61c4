/*
 * The rows of a built-in question (data/report) as texts: what a report is made
 * from, whatever it then shows.
 */
#ifndef ISMS_REPORT_ANSWER_H
#define ISMS_REPORT_ANSWER_H

#include <stdbool.h>
#include <stddef.h>

#include "isms/store/store.h"

struct answer {
	char ***row;         /* n rows of columns texts; NULL: nothing; owned */
	size_t n, cap, columns;
};

/* Asks data/report/NAME.sql, which has that many columns; param is its ?1 (NULL: it has
 * none). Adds to what is there. */
bool answer_read(struct store *store, const char *name, const char *param, size_t columns,
                 struct answer *answer, struct err *err);

/* Of which rows the first column is the number of a record of kind that the filter finds:
 * one bool a row, owned by the caller; NULL: of all, as there is no filter. */
bool answer_which(struct store *store, const struct kind *kind, const struct filter *filter,
                  const struct answer *answer, bool **in, struct err *err);

/* Keeps the rows whose first column is the number of a record of kind that the filter
 * finds; NULL: all. */
bool answer_keep(struct store *store, const struct kind *kind, const struct filter *filter,
                 struct answer *answer, struct err *err);
void answer_release(struct answer *answer);

#endif
