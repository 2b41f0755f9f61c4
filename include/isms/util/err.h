/*
 * struct err says why something failed, in the user's words.
 *
 * Every fallible function returns bool, true for success, and takes a
 * struct err * as its last argument; on failure the error is filled. The
 * caller starts with ERR_INIT and ends with err_release(). A function that
 * succeeds leaves the error alone. Messages are written as git writes them:
 * lower case, no full stop, what is wrong and what to do next.
 */
#ifndef ISMS_UTIL_ERR_H
#define ISMS_UTIL_ERR_H

#include <stdbool.h>

struct field;

/* What sort of failure, so that the command line can choose its exit code. */
enum err_kind {
	ERR_NONE,
	ERR_FAILED,   /* anything else: exit 1 */
	ERR_USAGE,    /* the command's words are wrong: exit 2 */
	ERR_FILE,     /* file locked, damaged, newer or not ours: exit 3 */
	ERR_ROWS,     /* some rows were rejected: exit 4 */
	ERR_FOUND,    /* check or due found something: exit 5 */
	ERR_INPUT,    /* a value is not acceptable; field says which: exit 1 */
	ERR_STALE,    /* somebody else changed the record meanwhile: exit 1 */
	ERR_MISSING,  /* no such record, field, register: exit 1 */
	ERR_CANCELLED /* the user pressed Esc: exit 1 */
};

/* What is the matter with the file, for ERR_FILE and for files that open
 * read-only: so that what can be done about it can be said. */
enum trouble {
	TROUBLE_NONE,
	TROUBLE_MISSING,   /* there is no such file */
	TROUBLE_PATH,	   /* a link, a folder, several names */
	TROUBLE_DENIED,	   /* it may not be read */
	TROUBLE_FOREIGN,   /* not a file of isms */
	TROUBLE_DAMAGED,
	TROUBLE_OLDER,	   /* has to be brought up to date, and may not be written */
	TROUBLE_LOCKED,	   /* somebody else is writing */
	TROUBLE_FULL,	   /* no room on the disk */
	TROUBLE_GONE,	   /* moved, deleted or replaced while it was open */
	TROUBLE_NEWER,	   /* read-only: written by a newer program */
	TROUBLE_READ_ONLY, /* read-only: no permission to write */
	TROUBLE_NETWORK,   /* read-only: on a network filesystem */
	TROUBLE_COUNT
};

struct err {
	enum err_kind kind;
	const struct field *field; /* the field at fault, or NULL; borrowed */
	char *msg;		   /* owned; NULL when nothing failed */
	enum trouble trouble;
	int place;		   /* of what was typed (a filter): the character at
				      fault, from 1; 0: the whole */
};

#define ERR_INIT                                \
	{                                       \
		ERR_NONE, 0, 0, TROUBLE_NONE, 0 \
	}

/* Sets the error, replacing what was there; always returns false, so that
 * `return err_set(err, …)` or `ok = err_set(…)` reads well. err may be NULL. */
bool err_set(struct err *err, enum err_kind kind, const char *fmt, ...)
	__attribute__((format(printf, 3, 4)));

/* The same, naming the field at fault. */
bool err_field(struct err *err, const struct field *field, const char *fmt, ...)
	__attribute__((format(printf, 3, 4)));

/* The same for ERR_FILE, saying what sort of trouble it is. */
bool err_file(struct err *err, enum trouble trouble, const char *fmt, ...)
	__attribute__((format(printf, 3, 4)));

/* Puts text in front of the message that is there: "line 7: " + msg. */
void err_prefix(struct err *err, const char *fmt, ...) __attribute__((format(printf, 2, 3)));

/* The message, or "" when nothing failed. Borrowed from err. */
const char *err_msg(const struct err *err);

/* Moves what is in from into to (which loses what it had). */
void err_move(struct err *to, struct err *from);

/* Frees the message and forgets the failure; the struct can be used again. */
void err_release(struct err *err);

#endif
