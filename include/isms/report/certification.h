/*
 * The way to a certificate: what an auditor asks for in stage 1 (documents and
 * readiness) and in stage 2 (practice), whether it is there, and the steps of the
 * cycle that keep it. What is asked stands in data/certification, in SQL.
 */
#ifndef ISMS_REPORT_CERTIFICATION_H
#define ISMS_REPORT_CERTIFICATION_H

#include <stdbool.h>
#include <stddef.h>

#include "isms/model/kind.h"
#include "isms/store/store.h"

enum stage { STAGE_1, STAGE_2, STAGE_CYCLE, STAGE_COUNT };
extern const char *const stage_names[STAGE_COUNT];    /* "stage 1", "stage 2", "cycle" */
extern const char *const stage_titles[STAGE_COUNT];   /* N_() */

enum standing {
	STANDING_IN_PLACE, STANDING_PARTLY, STANDING_MISSING,
	STANDING_TO_COME,              /* a step of the cycle whose day is not yet there */
	STANDING_COUNT
};
extern const char *const standing_names[STANDING_COUNT];    /* "in place"; N_() */

struct demand {
	char *clause, *what;           /* "9.2", "An internal audit is held"; owned */
	enum standing standing;
	char *found;                   /* "planned for 2027-02-01"; owned; may be "" */
	const struct kind *kind;       /* the register that mends it … */
	char *filter;                  /* … and which of its records; "" all; owned */
};

struct certification {
	struct demand *v;              /* in the order of the clauses, or of the steps; owned */
	size_t n;
	long count[STANDING_COUNT];
};

bool certification_read(struct store *store, enum stage stage, struct certification *list,
                        struct err *err);
void certification_release(struct certification *list);

enum style standing_style(enum standing standing);

#endif
