/*
 * Files of a test. Relative paths are taken from tap_dir(t); everything that
 * fails ends the case, unless said otherwise.
 */
#ifndef ISMS_TESTS_FILES_H
#define ISMS_TESTS_FILES_H

#include <stdbool.h>
#include <stddef.h>

#include "tap.h"

char *file_path(struct tap *t, const char *path);   /* absolute; t owns it */
char *file_source(struct tap *t, const char *path); /* same, from $ISMS_SRCDIR */
bool file_exists(struct tap *t, const char *path);
size_t file_read(struct tap *t, const char *path, char **text); /* bytes; NUL added; t owns */
void file_write(struct tap *t, const char *path, const char *text);
void file_copy(struct tap *t, const char *from, const char *to); /* with the mode */
bool file_same(struct tap *t, const char *a, const char *b);	 /* byte by byte */
unsigned file_mode(struct tap *t, const char *path);		 /* 07777 */
void file_mkdir(struct tap *t, const char *path);		 /* one level, 0700 */

/* Removes a folder and all in it; false if something is left. Absolute path. */
bool file_rmtree(const char *dir);

/*
 * A check: text equals the file `name`.txt in $ISMS_SRCDIR/tests/terminal. On
 * a difference the lines that differ are shown, - wanted, + got. With
 * $ISMS_UPDATE_GOLDEN=1 the file is written instead.
 */
bool file_golden(struct tap *t, const char *name, const char *text);

/* The same comparison without a verdict; never writes. */
bool file_golden_equal(struct tap *t, const char *name, const char *text);

#endif
