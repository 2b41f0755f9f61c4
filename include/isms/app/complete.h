/*
 * What may stand at the end of a filter that is being typed: names of fields and
 * registers, behind a sign their values.
 */
#ifndef ISMS_APP_COMPLETE_H
#define ISMS_APP_COMPLETE_H

#include "isms/app/app.h"

struct completion {
	size_t from;            /* the byte of text where what is completed begins */
	struct strv words;      /* what may stand from there on: "owner:", "\"in use\"" */
};

/* Of text, the filter up to the cursor; no more than some twenty words, soon enough
 * while one types whatever the size of the file. Without an open file no records. */
void app_complete_filter(struct app *app, const struct kind *kind, const char *text,
                  struct completion *out);
void completion_release(struct completion *completion);

/* Appends the longest beginning that all words have. */
void completion_common(const struct completion *completion, struct str *out);

#endif
