/*
 * Many records of a register changed at once: what would become of each is told
 * first, then all is written in one transaction, or nothing. For the screen and
 * the command line.
 */
#ifndef ISMS_APP_BULK_H
#define ISMS_APP_BULK_H

#include "isms/app/app.h"

enum bulk_how {
	BULK_SET,       /* to the value; nothing clears the field */
	BULK_ADD,       /* references or choices to those that are there */
	BULK_REMOVE     /* … away from them */
};

struct bulk_change {
	const struct field *field;
	enum bulk_how how;
	struct value value;        /* owned */
};

enum bulk_fate { BULK_CHANGES, BULK_SAME, BULK_REFUSED };

struct bulk_row {
	long long id, ver;         /* ver: of the record that was judged */
	enum bulk_fate fate;
	char *code;                /* owned */
	char *what;                /* CHANGES: "status: open -> closed", fields parted
	                              by line breaks; owned */
	char *why;                 /* REFUSED: the reason; owned */
};

struct bulk {
	const struct kind *kind;
	struct bulk_change *changes;
	size_t nchanges, cap;
	struct bulk_row *rows;     /* as bulk_plan() left them */
	size_t nrows;
	size_t nfate[BULK_REFUSED + 1];
	bool people;               /* rows say labels and titles, not names and codes */
};

void bulk_init(struct bulk *bulk, const struct kind *kind);
void bulk_release(struct bulk *bulk);

/* One more change, made in the order they were given. Refused: what is derived or
 * frozen, ADD and REMOVE where a field holds one value. value is copied. */
bool bulk_change(struct bulk *bulk, const struct field *field, enum bulk_how how,
                 const struct value *value, struct err *err);

/* Can a field be changed by hand at all? */
bool bulk_can(const struct field *field);

/* The changes made to one record in memory; nothing is written. */
void bulk_apply(const struct bulk *bulk, struct record *rec);

/* Judges each of the n records as app_save() would, one after the other: those before it
 * count as they will be (in a file that is only read, as they are). Only the file or who
 * watches it (store_watch(), ERR_CANCELLED) make it fail. Writes nothing that stays. */
bool bulk_plan(struct app *app, struct bulk *bulk, const long long *ids, size_t n,
               struct err *err);

/*
 * Writes the rows that change, in one transaction; those refused are left out.
 * Fails as a whole, with nothing written: ERR_STALE where somebody changed a
 * record since it was judged (plan again), ERR_CANCELLED. *tx as store_commit.
 */
bool bulk_run(struct app *app, struct bulk *bulk, long long *tx, struct err *err);

#endif
