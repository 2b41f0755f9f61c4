/*
 * Texts for people. _() translates now, N_() only marks a text in a table so
 * that xgettext finds it; whoever shows it says _(text). Texts that machines
 * read (column names, JSON keys, codes) are never marked.
 */
#ifndef ISMS_UTIL_I18N_H
#define ISMS_UTIL_I18N_H

#include <libintl.h>

#define _(text) gettext(text)
#define N_(text) text

#endif
