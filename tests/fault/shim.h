/*
 * A VFS between SQLite and the disk that keeps a log of what is written, fails
 * when it is told to, or says that it wrote what it did not. shim_start() makes
 * it the default one, so that the store under test is as it always is.
 */
#ifndef ISMS_TESTS_SHIM_H
#define ISMS_TESTS_SHIM_H

#include <sqlite3.h>
#include <stdbool.h>
#include <stddef.h>

enum shim_op {
	SHIM_READ = 1,
	SHIM_WRITE = 2,
	SHIM_SYNC = 4,
	SHIM_TRUNCATE = 8,
	SHIM_MARK = 16, /* not of SQLite: shim_mark() */
};

/* One line of the log: what was done to the database or its journal. */
struct shim_event {
	enum shim_op op;
	bool journal;
	size_t at, n;	      /* WRITE: where, how much; TRUNCATE: at is the new size */
	unsigned char *bytes; /* WRITE; owned */
};

struct shim_fault {
	int ops;      /* which calls are counted: SHIM_READ | … */
	long first;   /* the call that fails, from 1; 0: none */
	bool stays;   /* all later ones fail too, as on a full disk */
	bool lies;    /* it says that it was done */
	int code;     /* SQLITE_IOERR, SQLITE_FULL */
	bool only_db; /* calls on the journal are neither counted nor failed */
};

struct shim {
	struct shim_fault fault;
	long count;  /* counted calls since shim_arm() */
	bool struck; /* a call has failed since */
	bool logging;
	struct shim_event *log; /* owned; shim_forget() */
	size_t nlog, log_cap;
	sqlite3_vfs vfs, *real;
};

void shim_start(struct shim *shim); /* once a process; shim stays where it is */
void shim_arm(struct shim *shim, const struct shim_fault *fault);
void shim_calm(struct shim *shim); /* nothing fails any more */
void shim_mark(struct shim *shim); /* when logging: a MARK in the log */
void shim_forget(struct shim *shim);

#endif
