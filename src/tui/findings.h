/*
 * Lines of which each leads to the record that mends it: what the checks find,
 * what falls due, what is missing for a certificate. The view that shows them is
 * in findings.c; who knows a sort of lines fills in a struct lines_ops.
 */
#ifndef ISMS_TUI_FINDINGS_H
#define ISMS_TUI_FINDINGS_H

#include <stdbool.h>
#include <stddef.h>

#include "isms/tui/row_marks.h"

struct finding_pane;

struct line {
	char *text, *right;	 /* owned; right may be NULL */
	const struct kind *kind; /* where Enter leads; NULL: nowhere */
	long long id;		 /* that record of it */
	char *filter;		 /* owned; with id 0 these records; NULL: all of them */
	char *fold;		 /* owned; Enter shows or hides what stands below it by this
				    name, and leads nowhere; NULL */
	/* What is said below the list; each owned, or NULL. */
	char *head, *auditor, *mend, *note;
	unsigned look;
};

struct lines_ops {
	const char *name;  /* N_(): begins the title line */
	const char *empty; /* N_(): said where there are no lines */
	bool detail;	   /* lines have something to say below the list */
	/* Reads the file anew; the lines follow from what it reads. What was read before
	 * stays where that fails. */
	bool (*read)(struct tui *, struct finding_pane *, struct err *);
	/* Adds the lines and the summary by what was read. */
	void (*lines)(struct tui *, struct finding_pane *);
	void (*close)(struct finding_pane *); /* frees data */
};

struct finding_pane {
	struct view view;
	const struct lines_ops *ops;
	void *data; /* of the ops */
	struct line *v;
	size_t n, cap, at;
	bool has_read; /* what ops reads is there */
	size_t said; /* the line of which something is said below the list: while a
			key is held it waits, as it is most of the bytes of one */
	int top;
	char *summary;	  /* owned */
	struct strv open; /* folds that the user has opened */
	struct row_marks marks;
	char *filter;	  /* words that a line has, one above or one below; owned */
};

/* A line with these (taken over), everything else nothing. */
struct line *finding_line(struct finding_pane *p, char *text, char *right, unsigned look);
bool finding_is_open(const struct finding_pane *p, const char *fold);

/* The view of what ops reads into data. */
struct view *finding_view(struct tui *tui, const struct lines_ops *ops, void *data);

#endif
