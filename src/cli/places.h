/* The places of the screen, for lists of keys. */
#ifndef ISMS_SRC_CLI_PLACES_H
#define ISMS_SRC_CLI_PLACES_H

struct place {
	unsigned where;             /* one bit of enum where */
	const char *title;          /* N_() */
};

extern const struct place places[];     /* ends with title NULL */

#endif
