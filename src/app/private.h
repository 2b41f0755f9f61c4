/* What the files of src/app share among themselves. */
#ifndef ISMS_SRC_APP_PRIVATE_H
#define ISMS_SRC_APP_PRIVATE_H

#include <stdio.h>

#include "isms/app/app.h"
#include "isms/report/report.h"

/* The user's folder: $HOME, else what the system knows. */
const char *app_home(void);

/* Empties app, and fills what a store is opened with from the user's options. */
void app_begin(struct app *app, const struct app_options *opt, struct store_options *store);

/* Writes the risk method of scale x scale, the catalogues and, with demo, the
 * built-in files demo/<kind>.csv into a new file, inside the caller's transaction. */
bool catalogue_fill(struct app *app, int scale, bool demo, struct err *err);

/* A built-in file of a catalogue: several of one name stand together. title and code
 * are the headers of the columns that go there; code NULL: that of the same name. */
struct catalogue_part {
	const char *name, *file, *title, *code;
	const struct kind *kind;
};
bool catalogue_part(size_t i, struct catalogue_part *out);      /* false past the last */

/* Imports what f holds as file i would be; nothing that is there is changed. */
bool catalogue_import(struct app *app, size_t i, FILE *f, long *added, long *there,
		      struct err *err);

/* The names of the catalogues that are like what was typed; near_release() near. */
struct near;
void catalogue_near(const char *typed, struct near *near);

/* "no catalogue 'x'; did you mean …". False. */
bool catalogue_unknown(const char *name, struct err *err);

/* A question of data/, by its name below that folder. */
bool app_question(const char *name, const char **sql, struct err *err);

/*
 * What a save writes, inside the caller's transaction and after record_check(): what is
 * frozen of it, the record, what it supersedes; refused where its state waits for other
 * records. old as for app_save(). When it fails the transaction has to be rolled back.
 */
bool app_write(struct app *app, struct record *rec, const struct record *old, struct err *err);

/* May rec, which was old (NULL: is new), have the state that it has now? Not while
 * records that belong to it are open (ready.c). For app_write, once it is written. */
bool app_ready(struct app *app, const struct record *rec, const struct record *old,
	       struct err *err);

/* Has the kind states that wait for other records? */
bool app_waits(const struct kind *kind);

/* Fills the field `frozen` of a record that has reached the state in which what
 * it rests on is copied (freeze.c). For app_write. */
bool app_freeze(struct app *app, struct record *rec, struct err *err);

/* What was frozen of rec as the rows of a report: which version it is, when it was
 * frozen and by whom, its own words, then each register that was copied (copy.c). What
 * a code refers to is called as it is now. */
bool copy_rows(struct app *app, const struct record *rec, report_row_fn *each, void *ctx,
	       struct err *err);

/* Where only one version may be in force, supersedes the one before that which
 * was just written. For app_write (supersede.c). */
bool app_supersede(struct app *app, const struct record *rec, struct err *err);

/* Is only one record of the kind in force, or one for each that it belongs to? */
bool app_supersedes(const struct kind *kind);

/* Makes what an assignment asks its person to read and to be trained in, from
 * data/learn/tasks.sql, in one transaction; n receives how many (learning.c). */
bool learning_prepare(struct app *app, const struct record *assignment, long *n, struct err *err);

#endif
