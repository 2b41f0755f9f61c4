/*
 * What falls due in all registers: actions, reviews, tests, what expires. Which
 * date of which register counts, and when it no longer does, is one table in
 * src/report/due.c.
 */
#ifndef ISMS_REPORT_DUE_H
#define ISMS_REPORT_DUE_H

#include <stdbool.h>
#include <stddef.h>

#include "isms/model/kind.h"
#include "isms/model/record.h"
#include "isms/model/rules.h"
#include "isms/store/store.h"
#include "isms/util/err.h"

#define DUE_DAYS 30   /* how far ahead the dashboard and the screen look */

struct due {
	const struct kind *kind;
	const struct field *date;   /* which of its dates it is */
	const char *what;           /* "Review"; N_(), borrowed */
	long long id;
	unsigned char uid[UID_LEN];
	char *code, *title;         /* owned */
	char *person;               /* who has to see to it; owned; NULL: nobody */
	long day;                   /* when it is due; before today: overdue */
};

struct dues {
	struct due *v;              /* by day: what is overdue longest comes first; owned */
	size_t n;
	long overdue;               /* how many of them */
};

/* Everything that is due until that day (included), of those whose code or name
 * holds owner; NULL: of all, and what nobody has to see to. ERR_MISSING where no
 * person is called so. */
bool due_read(struct store *store, const struct rules *rules, long until, const char *owner,
              struct dues *dues, struct err *err);
void due_release(struct dues *dues);

/* The rows of the table, for what shows one of them alone and for tests. */
struct due_row {
	const struct kind *kind;
	const char *date, *person;  /* names of fields; person may be NULL */
	const char *what;           /* N_() */
	const char *live;           /* filter of the records that count; "": all */
};
extern const struct due_row due_rows[];     /* ends with kind NULL */

/* Adds what is overdue by one row, and what comes within DUE_DAYS: counted as
 * due_read() does. */
bool due_count(struct store *store, const struct rules *rules, const struct due_row *row,
               long *overdue, long *coming, struct err *err);

#endif
