/*
 * A view of lines that unfold: a trace, a history, differences. What stands below
 * a line is read when it is unfolded, and again after every change of the file; what
 * was unfolded stays so. The filter leaves out rows, and reads nothing.
 */
#ifndef ISMS_TUI_TREE_H
#define ISMS_TUI_TREE_H

#include "isms/tui/view.h"

struct tree_row {
	int level;                  /* 0 at the left */
	char *key;                  /* what tells it from those beside it; owned */
	char *text, *right;         /* owned; right may be NULL */
	unsigned look;
	bool folds, open;           /* something may stand below it; and is shown */
	const struct kind *kind;    /* with id: the record it leads to; id 0: none */
	long long id;
	long long number;           /* the view's own */
	void *own;                  /* the view's own; freed by free() */
};

struct tree;

struct tree_ops {
	void (*title)(struct tui *, struct tree *, struct str *middle, struct str *right);
	/* tree_add() of the rows of level 0. */
	void (*fill)(struct tui *, struct tree *);
	/* tree_add() of what stands below row at. */
	void (*unfold)(struct tui *, struct tree *, size_t at);
	/* Before a filter is asked for: reads what it should look through. Optional. */
	void (*filtered)(struct tui *, struct tree *);
	/* The first to get a command; false: what it means in every tree. Optional. */
	bool (*command)(struct tui *, struct tree *, enum command_id);
	void (*close)(struct tui *, struct tree *);     /* frees what is its own; optional */
	unsigned more;              /* where besides WHERE_TREE; WHERE_HISTORY or 0 */
	const char *empty;          /* said where there is no row; N_() */
};

struct tree {
	struct view view;
	const struct tree_ops *ops;
	struct tree_row *rows;      /* those that are read; owned */
	size_t n, cap, at, put;     /* put: where the next row is added */
	size_t *shown, nshown;      /* indexes of those that the filter lets through; owned */
	bool sifted;                /* shown is what rows and filter come to */
	int top, page;
	char *filter;               /* words that a row has, one above or one below; owned */
};

/* Makes tree, the first member of what was allocated, ready and fills it. */
void tree_init(struct tui *tui, struct tree *tree, const struct tree_ops *ops);

/* Adds a row where rows are added now. Takes over what row owns. */
void tree_add(struct tree *tree, struct tree_row row);

void tree_remove(struct tree *tree, size_t at);         /* a row with none below it */

struct tree_row *tree_row(struct tree *tree);           /* under the cursor; NULL: none */
size_t tree_parent(const struct tree *tree, size_t at); /* at itself: it has none */
void tree_unfold(struct tui *tui, struct tree *tree, size_t at);
void tree_fold(struct tree *tree, size_t at);
void tree_reload(struct tui *tui, struct tree *tree);

#endif
