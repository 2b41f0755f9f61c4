/* What terminfo says a terminal's keys send; kept apart from curses' many names. */
#ifndef ISMS_TESTS_TERMINFO_H
#define ISMS_TESTS_TERMINFO_H

#include <stdbool.h>

#include "tap.h"

struct terminfo;

/* The case owns it. NULL: the terminal is not known here. */
struct terminfo *terminfo_load(struct tap *t, const char *term);

/* A string capability ("kcuu1"), or NULL; ti owns it. */
const char *terminfo_string(const struct terminfo *ti, const char *cap);

#endif
