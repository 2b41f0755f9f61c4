/*
 * What comes of a record: a finding leads to a nonconformity, that one to an action, a
 * decision to an action. Each way is a row of a table that says what the next record
 * takes over and how the two are linked; nothing is saved before the user says so.
 */
#ifndef ISMS_APP_FOLLOW_H
#define ISMS_APP_FOLLOW_H

#include "isms/app/app.h"

struct follow_copy;

struct follow {
	const struct kind *from, *to;
	const char *when, *is;             /* only where this CHOICE is one of "a;b", where
	                                      "!a;b" is none of them; or NULL */
	const char *link;                  /* field of the new record that names the old */
	const char *back;                  /* field of the old one that will name the new;
	                                      or NULL. Set: the way was gone already */
	const struct follow_copy *copies;  /* private to follow.c */
	bool (*fill)(struct app *, const struct record *from, struct record *to,
	             struct err *);        /* what is no copy; or NULL */
};

/* The ways that are open from a record, in order; NULL past the last. */
const struct follow *follow_at(const struct record *from, size_t i);

/* The one to a register (NULL: the first); NULL fills err with what there is. */
const struct follow *follow_find(const struct record *from, const struct kind *to,
                                 struct err *err);

/* The next record, filled in and not saved. The caller frees it. */
bool app_follow(struct app *app, const struct follow *way, const struct record *from,
                struct record **to, struct err *err);

/* Saves it and what the old record says of it, in one transaction. */
bool app_follow_save(struct app *app, const struct follow *way, const struct record *from,
                     struct record *to, long long *tx, struct err *err);

#endif
