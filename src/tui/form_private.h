/* The state of a form, for the files that make it up. */
#ifndef ISMS_SRC_TUI_FORM_PRIVATE_H
#define ISMS_SRC_TUI_FORM_PRIVATE_H

#include "isms/app/draft.h"
#include "isms/tui/field.h"
#include "isms/tui/form.h"

/* What found the fault, so what can tell that it is mended. */
enum fault_of {
	FAULT_VALUE, /* the field by itself */
	FAULT_RULE,  /* a check across fields */
	FAULT_FILE   /* the save: taken already, not ready elsewhere */
};

struct fault {
	char *text; /* NULL: nothing is wrong with the field; owned */
	enum fault_of of;
};

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
	size_t said; /* whose help is shown */
	int top, rows; /* lines */
	struct fault *faults; /* of items; owned */
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

/* ---- What is wrong (form_fault.c) ---- */

/* How many fields are, and none of them. */
size_t form_faults(const struct form *f);
void form_faults_clear(struct form *f);

/* Adds what stands beside item i, broken to cells; nothing where it is right. */
void form_fault_lines(const struct form *f, size_t i, int cells, struct strv *lines);

/* Item i is left: what is no value is said; what was wrong stays so until it is right. An
 * empty field is not wrong before a save has asked for it. */
void form_leave(struct tui *tui, struct form *f, size_t i);

/* From the fields into rec. False where one has no value: all that are wrong are marked,
 * and the first has the cursor. */
bool form_collect(struct tui *tui, struct form *f);

/* The save refused what was collected: says so beside the field and of all others that
 * are wrong. Releases err. */
void form_not_saved(struct tui *tui, struct form *f, struct err *err);

/* ---- Drafts (form_draft.c) ---- */

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
