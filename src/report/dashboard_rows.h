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
	PARAM_CYCLE  /* where there is one */
};

/* A figure that is the records of a filter. */
struct figure_row {
	enum figure_part part;
	const char *section, *label; /* N_() */
	const struct kind *kind;
	const char *filter;
	const char *done; /* added to filter: how many are that far; NULL: not asked */
	enum param param;
	enum style style;
};

#endif
