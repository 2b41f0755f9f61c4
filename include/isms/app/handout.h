/*
 * Reports for people and files, about a record or about all, as things are or as they
 * were frozen.
 */
#ifndef ISMS_APP_HANDOUT_H
#define ISMS_APP_HANDOUT_H

#include <stdio.h>

#include "isms/app/app.h"
#include "isms/report/report.h"

struct handout {
	const struct report *report;
	const char *typed;      /* the code of the record that it is about, as somebody typed
	                           it; NULL or "": it is about all or the newest */
	bool copy;              /* the copy that was frozen of the record. A report that only
	                           tells that of a record (report_is_of_copy) does so anyway */
};

/* As text, to be read. ERR_USAGE where the report is not about such a record, or the
 * record has no frozen copy. */
bool app_report(struct app *app, const struct handout *what, struct str *out, struct err *err);

/* Text, or CSV of the columns section, item, label, text. Whether all was written is
 * asked of the FILE. */
bool app_report_write(struct app *app, const struct handout *what, bool csv, FILE *out,
		      struct err *err);

#endif
