/*
 * The rows that figures of lists are made of, for what makes them and what counts.
 */
#ifndef ISMS_REPORT_DASHBOARD_ROWS_H
#define ISMS_REPORT_DASHBOARD_ROWS_H

#include "isms/report/dashboard.h"

/* What ends the filter: a number of the method in force, or the running cycle. */
enum param {
	PARAM_NONE,
	PARAM_APPETITE,
	PARAM_TOLERANCE,
	PARAM_LEVEL, /* a row each */
	PARAM_CYCLE, /* where there is one */
	PARAM_FIRST, /* none; the earliest of a date is said */
	PARAM_SINCE  /* none; for how long, by a date */
};

/* A figure that is the records of a filter. */
struct figure_row {
	enum figure_part part;
	const char *section, *label; /* N_() */
	const struct kind *kind;
	const char *filter;
	const char *extra; /* PARAM_FIRST, PARAM_SINCE: the field of the date; else added to
			      filter: how many of them are done; NULL: nothing is said */
	enum param param;
	enum style style;
};

#endif
