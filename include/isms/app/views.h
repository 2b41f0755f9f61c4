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

/* What this user left the register with. */
struct layout {
	struct str sort, columns, filter;   /* as text; empty: as the register has it */
	long long at;                       /* the record with the cursor; 0: the first */
};

#define LAYOUT_INIT {STR_INIT, STR_INIT, STR_INIT, 0}

void layout_release(struct layout *layout);

/* Reads it into what LAYOUT_INIT says; the record is kept by its uid, and one that is gone
 * is none. Keeping writes only where something changed, and says nothing where the file is
 * read-only. */
bool app_layout(struct app *app, const struct kind *kind, struct layout *layout,
                struct err *err);
bool app_keep_layout(struct app *app, const struct kind *kind, const struct layout *layout,
                     struct err *err);

/* The same of what was changed: the parts of now that are other than in was take the place
 * of what is kept meanwhile, so that a second window of the same user loses nothing. */
bool app_keep_changes(struct app *app, const struct kind *kind, const struct layout *was,
                      const struct layout *now, struct err *err);

/* ---- Places that this user gave a letter ---------------------------------- */

struct lettered {
	int letter;               /* a to z, A to Z */
	const struct kind *kind;
	long long id;
	bool record;              /* the record's own view, not the list */
};

/* Calls each with those that there are; of a record that is gone there is none. */
bool app_places(struct app *app, void (*each)(void *ctx, const struct lettered *place),
                void *ctx, struct err *err);

/* Keeps these n in place of all others; ERR_FILE where the file is read-only. */
bool app_keep_places(struct app *app, const struct lettered *places, size_t n,
                     struct err *err);

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
