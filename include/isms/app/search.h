/*
 * Where in a record words were found: the index of the file keeps no text, so it is
 * looked up in the record.
 */
#ifndef ISMS_APP_SEARCH_H
#define ISMS_APP_SEARCH_H

#include "isms/app/app.h"

struct search_line {
	char *code, *title;         /* owned */
	const struct field *field;  /* that has most of the words; NULL: the code */
	char *text;                 /* what stands around the first of them, in one line of
	                               some 60 cells; owned; empty: the title says it */
};

bool app_search_line(struct app *app, const struct kind *kind, long long id, const char *words,
                     struct search_line *line, struct err *err);
void search_line_release(struct search_line *line);

#endif
