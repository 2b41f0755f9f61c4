/*
 * How somebody wants to see a register: which columns, in which order, by what it
 * is sorted. Kept in the file, for each user, and under names that can be called
 * again (views), a user's own or everybody's. None of it is part of the history.
 */
#ifndef ISMS_APP_VIEWS_H
#define ISMS_APP_VIEWS_H

#include "isms/app/app.h"

#define COLUMNS_MAX 64

/* The columns of a list after the code, which always stands in front. */
struct column_set {
	struct {
		const struct field *field;
		int width;      /* cells; 0: as it comes out */
	} v[COLUMNS_MAX];
	size_t n;
	size_t frozen;          /* so many stay when the others are scrolled */
	bool own;               /* chosen by the user */
};

/* Those that the register itself says; the title is frozen. */
void column_set_default(struct column_set *set, const struct kind *kind);

/* "title:30,level;1": names, widths where there are any, how many are frozen.
 * Reading passes over fields that are not known (a newer file); false where
 * nothing is left, and then set is the default. */
void column_set_format(const struct column_set *set, struct str *out);
bool column_set_read(struct column_set *set, const struct kind *kind, const char *text);

/* "level desc, code", as app_query() takes it; empty for no sort. */
void sort_format(const struct sort *sort, size_t n, struct str *out);

/* What this user left the register with: sort and columns, empty where it was never
 * changed. Keeping says nothing where the file is read-only. */
bool app_layout(struct app *app, const struct kind *kind, struct str *sort, struct str *columns,
                struct err *err);
bool app_keep_layout(struct app *app, const struct kind *kind, const char *sort,
                     const char *columns, struct err *err);

/* ---- Views: a filter, an order and columns under a name ------------------- */

struct saved_view {
	const struct kind *kind;
	char *name;             /* owned, as all of these */
	bool everybody;         /* … who opens the file has it; else only its maker */
	char *where;            /* filter as typed; "" for everything */
	char *sort, *columns;   /* "" for the register's own */
};

struct saved_views {
	struct saved_view *v;   /* owned */
	size_t n, cap;
};

void saved_view_release(struct saved_view *view);
void saved_views_release(struct saved_views *views);

/* Those of kind (NULL: of all registers) that this user may call: one's own before
 * everybody's, by name. */
bool app_views(struct app *app, const struct kind *kind, struct saved_views *out,
               struct err *err);

/* By its name, folded; one's own first. ERR_MISSING says what is like it. */
bool app_view_find(struct app *app, const struct kind *kind, const char *name,
                   struct saved_view *out, struct err *err);

/* Keeps it, also over one of the same name and owner; refuses a name that is empty
 * or has '/' or a line break, and a filter or order that cannot be understood. */
bool app_view_save(struct app *app, const struct saved_view *view, struct err *err);
bool app_view_remove(struct app *app, const struct saved_view *view, struct err *err);
bool app_view_rename(struct app *app, const struct saved_view *view, const char *name,
                     struct err *err);

#endif
