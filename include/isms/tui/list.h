/*
 * A register as it is shown: the keys of its records in order, and the few
 * records that are on the screen. Position, filter and sort live as long as
 * the session.
 */
#ifndef ISMS_TUI_LIST_H
#define ISMS_TUI_LIST_H

#include "isms/tui/view.h"

#define LIST_CACHE 256   /* records kept; more than rows of any screen */
#define LIST_SORTS 3

struct list {
	const struct kind *kind;
	long long *ids;          /* owned */
	size_t n;
	bool loaded;             /* as much as was wanted; false: nothing is valid */
	bool all;                /* ids is complete */
	bool stale;              /* the file was changed since */
	size_t at, top;
	int shift;               /* columns that are scrolled out at the left */
	char *filter;            /* as typed; owned; NULL: everything */
	struct sort sort[LIST_SORTS];
	size_t nsort;
	enum archived archived;
	bool *want;              /* fields the list draws; owned */
	struct {
		long long id;
		struct record *rec;  /* owned */
	} cache[LIST_CACHE];
};

/* The list of a register; made when first wanted, owned by tui. */
struct list *list_of(struct tui *tui, const struct kind *kind);
void list_free(struct list **list);

/* Makes keys up to row be there (SIZE_MAX: all). */
bool list_load(struct tui *tui, struct list *list, size_t row, struct err *err);

/* Fetches another piece of the keys; true: there are more. */
bool list_more(struct tui *tui, struct list *list);

/* The records changed: load again when it is shown next, the cursor on the
 * record it was on. */
void list_stale(struct list *list);
void list_fresh(struct tui *tui, struct list *list);

/* Another filter (NULL or "": none); on failure the last good one stays. */
bool list_filter(struct tui *tui, struct list *list, const char *filter, struct err *err);

bool list_sort(struct tui *tui, struct list *list, const struct field *field, bool down,
               struct err *err);

/* The same, asked for: the filter as one types, the column to sort by. What goes
 * wrong is said in the message line. */
void list_ask_filter(struct tui *tui, struct list *list);
void list_ask_sort(struct tui *tui, struct list *list);
void list_sort_by(struct tui *tui, struct list *list, const struct field *field, bool down);

/* Record in row as the list draws it; NULL when it is gone. Borrowed. */
const struct record *list_row(struct tui *tui, struct list *list, size_t row);

long long list_id(const struct list *list);         /* under the cursor; 0: none */
void list_seek(struct tui *tui, struct list *list, long long id);
void list_move(struct tui *tui, struct list *list, long long to);

/* "12/120", "12/256+" while there may be more. */
void list_position(const struct list *list, struct str *out);

#endif
