#include "config.h"

#include "terminfo.h"

#include <stdlib.h>
#include <unistd.h>

#include <curses.h>
#include <term.h>

struct terminfo {
	TERMINAL *entry;
};

static void unload(void *p)
{
	struct terminfo *ti = p;

	del_curterm(ti->entry);
	free(ti);
}

struct terminfo *terminfo_load(struct tap *t, const char *term)
{
	struct terminfo *ti;
	int status;

	if (setupterm(term, STDOUT_FILENO, &status) != OK)
		return NULL;
	ti = malloc(sizeof(*ti));
	if (!ti)
		tap_bail(t, "out of memory");
	ti->entry = cur_term;
	tap_own(t, ti, unload);
	return ti;
}

const char *terminfo_string(const struct terminfo *ti, const char *cap)
{
	const char *s;

	set_curterm(ti->entry);
	s = tigetstr(cap);
	return s && s != (const char *)-1 ? s : NULL;
}
