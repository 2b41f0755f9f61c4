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

#endif
