/*
 * The files of data/ that are built into the program (see data/embed), so that
 * one binary is all there is to install.
 */
#ifndef ISMS_UTIL_BUILTIN_H
#define ISMS_UTIL_BUILTIN_H

#include <stddef.h>

struct builtin {
	const char *name;	   /* "catalogue/threats.csv", below data/ */
	const unsigned char *data; /* followed by a NUL that len does not count */
	size_t len;
};

extern const struct builtin builtin_files[]; /* ends with name == NULL */

/* NULL when there is no such file. */
const struct builtin *builtin_find(const char *name);

#endif
