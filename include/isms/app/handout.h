/*
 * Reports for people and files. typed is the code of the record that the report is
 * about, as somebody typed it, or NULL or "": then it is about all or the newest.
 */
#ifndef ISMS_APP_HANDOUT_H
#define ISMS_APP_HANDOUT_H

#include <stdio.h>

#include "isms/app/app.h"
#include "isms/report/report.h"

/* As text, to be read. */
bool app_report(struct app *app, const struct report *report, const char *typed, struct str *out,
		struct err *err);

/* Text, or CSV of the columns section, item, label, text. Whether all was written is
 * asked of the FILE. */
bool app_report_write(struct app *app, const struct report *report, const char *typed, bool csv,
		      FILE *out, struct err *err);

#endif
