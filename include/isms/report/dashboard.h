/*
 * The figures that tell how the ISMS stands. Each is the number of records
 * that a filter finds, so that whoever sees a figure can open the list behind
 * it; screen and command line show the same.
 */
#ifndef ISMS_REPORT_DASHBOARD_H
#define ISMS_REPORT_DASHBOARD_H

#include <stdbool.h>
#include <stddef.h>

#include "isms/model/kind.h"
#include "isms/model/rules.h"
#include "isms/store/store.h"

struct figure {
	const char *section;        /* "Risks"; N_(), borrowed */
	char *label;                /* "Level high", translated; owned */
	const struct kind *kind;
	char *filter;               /* lists exactly these records, in the language of '/';
	                               "" for all; owned */
	enum style style;           /* how the count looks when it is not 0 */
	long count;                 /* -1: not counted yet */
};

struct dashboard {
	struct figure *v;           /* owned; those of a section stand together */
	size_t n;
};

/* The figures that there are by these rules (one a level of the method), not
 * counted: it does not look into the file, so a screen can show it at once. */
void dashboard_init(struct dashboard *dashboard, const struct rules *rules);

/* Counts figure at; a screen may go one by one between keys. */
bool dashboard_count(struct dashboard *dashboard, size_t at, struct store *store,
                     const struct rules *rules, struct err *err);

/* dashboard_init(), then counts all. */
bool dashboard_read(struct dashboard *dashboard, struct store *store, const struct rules *rules,
                    struct err *err);
void dashboard_release(struct dashboard *dashboard);

#endif
