/*
 * The figures that tell how the ISMS stands. Behind each is a list of what it
 * counts, so that whoever sees a figure can open it; screen and command line show
 * the same. They are counted piece by piece, so that nobody has to wait.
 */
#ifndef ISMS_REPORT_DASHBOARD_H
#define ISMS_REPORT_DASHBOARD_H

#include <stdbool.h>
#include <stddef.h>

#include "isms/model/kind.h"
#include "isms/model/rules.h"
#include "isms/report/certification.h"
#include "isms/report/checks.h"
#include "isms/store/store.h"

/* What the list behind a figure is. */
enum behind {
	BEHIND_LIST,                /* records of kind that filter finds */
	BEHIND_CHECKS,              /* rules of clause; count: those that find something */
	BEHIND_DUE,                 /* what falls due, or is overdue, in all registers */
	BEHIND_STAGE                /* what is missing for stage */
};

/* Which figures belong beside each other. */
enum figure_part {
	PART_NOW,                   /* what there is to do */
	PART_CLAUSES,               /* readiness, clause by clause */
	PART_COURSE                 /* where the ISMS is in its cycle */
};

struct figure_row;

struct figure {
	enum figure_part part;
	const char *section;        /* "Risks"; N_(), borrowed */
	char *label;                /* "Level high", translated; owned */
	enum behind behind;
	const struct kind *kind;    /* BEHIND_LIST, else NULL */
	char *filter;               /* lists exactly these records, in the language of '/';
	                               "" for all; owned; NULL where there is no kind */
	const char *clause;         /* BEHIND_CHECKS, else NULL; borrowed */
	bool overdue;               /* BEHIND_DUE: only that */
	enum stage stage;           /* BEHIND_STAGE */
	enum style style;           /* how it looks when count is not 0 */
	long count;                 /* -1: not counted yet */
	char *said;                 /* the figure in words where the count alone does not say
	                               it: "3/5 done", "66 % red"; owned; NULL */
	struct readiness ready;     /* BEHIND_CHECKS, once counted */
	const struct figure_row *row; /* BEHIND_LIST: what it is made of */
};

struct dashboard {
	struct figure *v;           /* owned; those of a section stand together */
	size_t n;
	/* of the counting */
	size_t step;
	struct checks checks;       /* read when it is their turn; owned */
	struct readiness *tally;    /* a figure each; owned */
	long overdue, coming;
	char *cycle;                /* code of the running cycle; owned; NULL: none */
};

/* The figures that there are by these rules (one a level of the method), not
 * counted: it does not look into the file, so a screen can show it at once. */
void dashboard_init(struct dashboard *dashboard, const struct rules *rules);

/* Counts the next piece, of a few milliseconds; *more tells whether there is one
 * after it. What goes wrong is skipped by the next call. */
bool dashboard_count(struct dashboard *dashboard, struct store *store, const struct rules *rules,
                     bool *more, struct err *err);

/* The same figures shall be counted anew, by rules that may be others: they keep
 * what they show until then. */
void dashboard_restart(struct dashboard *dashboard, const struct rules *rules);

/* dashboard_init(), then counts all. */
bool dashboard_read(struct dashboard *dashboard, struct store *store, const struct rules *rules,
                    struct err *err);
void dashboard_release(struct dashboard *dashboard);

#endif
