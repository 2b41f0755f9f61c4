/*
 * '/' wherever rows are shown (UX 5): the filter is typed in the message line and
 * the rows beneath follow. Enter keeps what was typed, Esc brings back what was there.
 */
#ifndef ISMS_TUI_PANE_FILTER_H
#define ISMS_TUI_PANE_FILTER_H

#include "isms/tui/view.h"

struct pane_filter {
	const struct kind *kind;  /* typed in the language of '/' of this register; NULL:
	                             words that a row has */
	const char *now;          /* what is filtered by now; NULL: nothing */
	/* Shows what fits, "": everything. Fails where text is no filter or reading was
	 * cut off; what was shown before stays then. */
	bool (*set)(struct tui *tui, void *ctx, const char *text, struct err *err);
	void *ctx;
};

/* Asks for it. What is wrong stays to be mended, the cursor at the character. False: what
 * was there is back; the pane puts its cursor back too. */
bool pane_filter_ask(struct tui *tui, const struct pane_filter *filter);

/* The words of a filter, folded, for pane_filter_has(). */
void pane_filter_words(const char *text, struct strv *words);

/* Has any of the n texts (NULL: none) each of the words? */
bool pane_filter_has(const struct strv *words, const char *const *texts, size_t n);

/* A line of several levels, 0 at the left. */
#define FILTER_TEXTS 3
struct filter_line {
	int level;
	const char *texts[FILTER_TEXTS];  /* each may be NULL */
};

/* Which of n lines are shown by a filter: those that have its words, those above them,
 * and those below them. line fills in the i-th. One bool a line, owned by the caller. */
bool *pane_filter_sift(const char *text, size_t n,
                       struct filter_line (*line)(const void *ctx, size_t i),
                       const void *ctx);

#endif
