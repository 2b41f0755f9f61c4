/*
 * A record as a form, made from the fields of its register.
 */
#ifndef ISMS_TUI_FORM_H
#define ISMS_TUI_FORM_H

#include "isms/tui/view.h"

/* Edits record id, or a new one when id is 0 (title, what its first field says
 * at first, may be NULL). Returns the id of what was saved, 0: nothing was. */
long long form_edit(struct tui *tui, const struct kind *kind, long long id, const char *title);

/* What is different about a form; all of it may be nothing. */
struct form_options {
	const struct record *fresh;  /* what the form begins with, instead of the defaults or
	                                of what the file says */
	const char *const *only;     /* the fields that are asked for, by name; ends with NULL */
	const char *at;              /* the field that has the cursor at first */
	const char *about;           /* said in the title: what it comes of */
	/* Saves a new record instead of app_save(). */
	bool (*save)(void *ctx, struct app *, struct record *, long long *tx, struct err *);
	void *ctx;
};

/* The same as form_edit(). What was frozen is not asked for. */
long long form_run(struct tui *tui, const struct kind *kind, long long id,
                   const struct form_options *opt);

struct draft;
/* Goes on with a draft, which is gone once it is saved or discarded. */
long long form_continue(struct tui *tui, const struct draft *draft);

#endif
