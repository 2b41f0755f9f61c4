/*
 * Short questions over what is shown; each returns when it is answered.
 */
#ifndef ISMS_TUI_DIALOG_H
#define ISMS_TUI_DIALOG_H

#include "isms/tui/complete.h"
#include "isms/tui/view.h"

/* A question with details (may be NULL) and answers (ends with NULL), of which
 * focus has the cursor. Left, right and Enter, or the answer's first letter.
 * Returns its index, -1 for Esc. */
int ask(struct tui *tui, const char *question, const char *details, const char *const *answers,
        int focus);

/* Yes or no; No has the focus, so that no key that was held answers it. */
bool ask_yes(struct tui *tui, const char *question, const char *details);

/* Before n records are changed: above 20 the number is typed. */
bool ask_number(struct tui *tui, size_t n);

/* Both. */
bool ask_many(struct tui *tui, const char *question, const char *details, size_t n);

/*
 * A line in the message line. text holds what stands there at first and
 * receives the answer. False: Esc. complete (may be NULL) extends what stands
 * before the cursor on Tab; changed (may be NULL) is called after each key and
 * may return a remark, which is shown behind the text, or above where it is long,
 * and freed. accept (may be NULL) is asked on Enter; false keeps the line open with
 * its remark and the cursor before character *place (0: where it is).
 */
struct prompt_options {
	const char *label;
	void (*complete)(void *ctx, struct str *text);
	completer_fn *words;   /* the same, of which there may be several to walk through */
	struct strv *history;  /* what was answered before, the newest last; gets the answer;
	                          Up and Down walk through it; or NULL */
	char *(*changed)(void *ctx, const char *text);
	bool (*accept)(void *ctx, const char *text, char **remark, int *place);
	void *ctx;
	bool stay;    /* Down (behind the newest of history) answers too: the list beneath
	                 has the cursor */
};
bool prompt(struct tui *tui, const struct prompt_options *opt, struct str *text);

/* Completes the name of a file: the longest beginning all candidates share. */
void complete_path(void *ctx, struct str *text);

/* One of several lines, or several of them. */
struct choose_item {
	char *text;           /* owned by the list */
	char *right;          /* shown at the right: keys; owned; may be NULL */
	long long id;
	bool marked;
	unsigned look;
};

struct choose_list {
	struct choose_item *v;
	size_t n, cap;
};
void choose_add(struct choose_list *list, const char *text, const char *right, long long id);
void choose_clear(struct choose_list *list);    /* frees the items */

struct choose_options {
	const char *title;
	const char *about;    /* said above the items, a few lines; or NULL */
	bool several;         /* Space marks */
	bool typing;          /* what is typed filters, by words anywhere in a line; what begins
	                         with it stands first. Without it '/' begins that */
	/* ^N, and Enter where nothing fits what is typed: makes a record, over the list, which
	 * stands there afterwards as before. Returns its id, 0: none was made. One that is
	 * made is marked in a list of several, else it is the choice. NULL: nothing can be
	 * made here. */
	long long (*make)(void *ctx, const char *typed);
	/* ^G: offers what else could be taken; true: something was, marked as for make. NULL:
	 * nothing is offered. */
	bool (*suggest)(void *ctx);
	const char *empty;    /* said where nothing is left; or NULL */
	const char *typed;    /* what is typed at first; or NULL */
	/* With typing: fills list anew for a text, instead of the filter above. */
	void (*fill)(void *ctx, const char *text, struct choose_list *list);
	/* An item was marked or unmarked: who fills anew has to remember it. */
	void (*marked)(void *ctx, const struct choose_item *item);
	completer_fn *words;  /* with typing: what Tab completes; or NULL */
	void *ctx;
	size_t first;         /* has the cursor while one types */
	struct str *text;     /* receives what was typed; may be NULL */
	bool *moved;          /* receives whether the cursor was moved; may be NULL */
};

enum { CHOOSE_NONE = -1, CHOOSE_NEW = -2, CHOOSE_TYPED = -3 };

/* The index in list of what Enter was pressed on; CHOOSE_NONE for Esc,
 * CHOOSE_NEW for what was made or suggested, CHOOSE_TYPED for Enter where nothing fits. at: the first
 * to have the cursor. */
long choose(struct tui *tui, const struct choose_options *opt, struct choose_list *list, size_t at);

/* Lines to read, with a title; PgUp, PgDn, Esc. */
struct lines;
void pager_show(struct tui *tui, const char *title, struct lines *lines);

#endif
