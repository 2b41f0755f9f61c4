/*
 * A register as it is shown: the keys of its records in order, and the few
 * records that are on the screen. Position, filter, sort and columns are kept for
 * the user, over the end of the program too.
 */
#ifndef ISMS_TUI_LIST_H
#define ISMS_TUI_LIST_H

#include "isms/app/views.h"
#include "isms/tui/marks.h"
#include "isms/tui/view.h"

#define LIST_CACHE 256   /* records kept; more than rows of any screen */
#define LIST_SORTS 4

struct list {
	const struct kind *kind;
	long long *ids;          /* owned */
	size_t n;
	bool loaded;             /* as much as was wanted; false: nothing is valid */
	bool all;                /* ids is complete */
	bool stale;              /* the file was changed since */
	size_t at, top;
	long long goal;          /* gets the cursor when it is loaded first, or nothing
	                            * was found; 0: none */
	int shift;               /* columns that are scrolled out at the left */
	char *filter;            /* as typed; owned; NULL: everything */
	struct layout kept;      /* how it was when it was read or kept last; owned */
	bool of_before;          /* … in an earlier session, and nobody was told yet */
	struct sort sort[LIST_SORTS];
	size_t nsort;
	enum archived archived;
	struct column_set columns;
	struct marks marks;      /* of records of the register, shown or not */
	bool cells;              /* = : a cell of the row has the cursor */
	size_t col;              /* which of columns */
	struct rect cell;        /* where it was drawn last; w 0: it is not in sight */
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

/* What a list shows, and how. */
struct list_terms {
	const char *filter;      /* borrowed; NULL or "": none */
	struct sort sort[LIST_SORTS];
	size_t nsort;            /* 0: in the order of entry */
	enum archived archived;
};

/* Shows another thing, the cursor on the same record where it is there; where that
 * fails (it is cancelled) all stays as it was. */
bool list_show(struct tui *tui, struct list *list, const struct list_terms *terms,
               struct err *err);

/* The same with only one of them changed. */
bool list_archived(struct tui *tui, struct list *list, enum archived archived,
                   struct err *err);

/* Another filter (NULL or "": none); on failure the last good one stays. */
bool list_filter(struct tui *tui, struct list *list, const char *filter, struct err *err);

/* Another order; n 0: that of entry. On failure the last good one stays. */
bool list_sort(struct tui *tui, struct list *list, const struct sort *sort, size_t n,
               struct err *err);

/* Other columns. */
void list_set_columns(struct list *list, const struct column_set *columns);

/* Keeps how the list is for this user, over the end of the program too. */
void list_keep(struct tui *tui, struct list *list);

/* The register is left: the same, with where the cursor is, without a word where that
 * cannot be. */
void list_left(struct tui *tui, const struct kind *kind);

/* The same, asked for: the filter as one types, the column to sort by. What goes
 * wrong is said in the message line. */
void list_ask_filter(struct tui *tui, struct list *list);
void list_ask_sort(struct tui *tui, struct list *list);
void list_sort_by(struct tui *tui, struct list *list, const struct field *field, bool down);
/* By the column the cursor is in, else by the first key there is. */
void list_sort_here(struct tui *tui, struct list *list, bool down);

/* Which columns, in which order, how wide (columns_view.c). */
void list_ask_columns(struct tui *tui, struct list *list);

/* Record in row as the list draws it; NULL when it is gone. Borrowed. */
const struct record *list_row(struct tui *tui, struct list *list, size_t row);

/* ---- Marks (list_marks.c) ---- */

/* Does what a command means for the marks; false: it means nothing to them. Any
 * command that is no move ends a range that was begun. */
bool list_mark_command(struct tui *tui, struct list *list, enum command_id id);

/* Is row marked, or within the range that is being marked? */
bool list_marked(const struct list *list, size_t row, size_t from);

/* The row a range begins at, list->n where there is none: for list_marked(). */
size_t list_range_row(const struct list *list);

/* What a command acts on: what is marked, else the record under the cursor. *ids
 * (n of them; 0: nothing) is owned by the caller. */
void list_targets(const struct list *list, long long **ids, size_t *n);

/* How many of the marked the list does not show. */
size_t list_marked_hidden(struct tui *tui, struct list *list);

/* Forgets the marks of records that are gone (or came to the other side of the
 * archive). */
void list_prune_marks(struct tui *tui, struct list *list);
void marks_prune(struct tui *tui, struct marks *marks, const struct kind *kind,
                 enum archived archived);

long long list_id(const struct list *list);         /* under the cursor; 0: none */
void list_seek(struct tui *tui, struct list *list, long long id);
void list_move(struct tui *tui, struct list *list, long long to);

/* The record under the cursor; n and p go through the list. */
struct view *list_record_view(struct tui *tui, struct list *list);

/* "12/120", "12/256+" while there may be more. */
void list_position(const struct list *list, struct str *out);

/* ---- Views (views_view.c) ---- */

/* Asks for a name and keeps filter, order and columns under it. */
void view_ask_keep(struct tui *tui, struct list *list);

/* Lists the views of the register: opened, renamed, taken away. */
void view_ask_open(struct tui *tui, struct list *list);

/* Opens one by its name; false, and said so, where there is none. */
bool view_open(struct tui *tui, struct list *list, const char *name);

/* ---- Cells (list_cell.c) ---- */

/* What a command means while a cell has the cursor, and =, which begins that; false:
 * it means nothing to cells. code and cells: as the columns are laid out. */
bool list_cell_command(struct tui *tui, struct list *list, enum command_id id, int code,
                       int cells);

#endif
