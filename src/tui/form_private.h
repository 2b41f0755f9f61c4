/* The state of a form, for the files that make it up. */
#ifndef ISMS_SRC_TUI_FORM_PRIVATE_H
#define ISMS_SRC_TUI_FORM_PRIVATE_H

#include "isms/app/draft.h"
#include "isms/tui/field.h"
#include "isms/tui/form.h"

/* Fields are drawn and edited here and not by ncurses' formw: that one keeps
 * blank-padded cells instead of text, has no idea of graphemes, and neither
 * choices nor references. */
struct form {
	struct view view;
	const struct kind *kind;
	struct record *rec;  /* what will be saved; owned */
	struct record *old;  /* as it was loaded; NULL: a new one; owned */
	struct record *base; /* what the form began with; owned */
	struct item *items;  /* one a field that can be filled in; owned */
	size_t n, at;
	int top, rows; /* lines */
	char *fault;   /* what is wrong with a field; owned */
	size_t fault_at;
	long long saved, tx; /* tx 0: there was nothing to save */
	const struct form_options *opt;

	/* drafts, form_draft.c */
	const struct draft *from; /* what it goes on with; NULL: nothing */
	struct draft *kept;	  /* what was put aside while it is open; owned */
	long long kept_at;	  /* s, the last time; 0: not yet */
	bool touched;		  /* since then */
	bool given_up;		  /* Discard was chosen */
};

/* The value in rec of the field that item i shows. */
struct value *form_value(struct form *f, struct record *rec, size_t i);

/* Puts what is typed aside now and then, see form_draft.c. */
void form_tick(struct tui *tui, struct view *view);

/* The file could not be written: says why and what can be done, with what is
 * typed put aside. True: try again. */
bool form_refused(struct tui *tui, struct form *f, struct err *err);

/* The form is closed: keeps a draft where we have to end, else drops those that
 * there were. */
void form_left(struct tui *tui, struct form *f);

/* What a draft says into the fields; where somebody saved the record since, the
 * user chooses. False: not now. */
bool form_apply(struct tui *tui, struct form *f, const struct draft *draft);

#endif
