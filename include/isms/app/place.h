/* The places of the screen, for lists of keys and for keys of one's own. */
#ifndef ISMS_APP_PLACE_H
#define ISMS_APP_PLACE_H

#include <stddef.h>

struct place {
	unsigned where;             /* one bit of enum where */
	const char *name;           /* "list": in the configuration */
	const char *title;          /* N_() */
};

extern const struct place places[];     /* ends with where 0 */

/* The place of a name, in any case; NULL: none. */
const struct place *place_find(const char *name, size_t n);

#endif
