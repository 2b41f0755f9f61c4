/* What the files of src/app share among themselves. */
#ifndef ISMS_SRC_APP_PRIVATE_H
#define ISMS_SRC_APP_PRIVATE_H

#include "isms/app/app.h"

/* Empties app, and fills what a store is opened with from the user's options. */
void app_begin(struct app *app, const struct app_options *opt, struct store_options *store);

/* Writes the risk method of scale x scale, the catalogues and, with demo, the
 * built-in files demo/<kind>.csv into a new file, inside the caller's transaction. */
bool catalogue_fill(struct app *app, int scale, bool demo, struct err *err);

/* Fills the field `frozen` of a record that has reached the state in which what
 * it rests on is copied (freeze.c). For app_save. */
bool app_freeze(struct app *app, struct record *rec, struct err *err);

/* Where only one version may be in force, supersedes the one before that which
 * was just written. Inside the transaction of the save (supersede.c). */
bool app_supersede(struct app *app, const struct record *rec, struct err *err);

#endif
