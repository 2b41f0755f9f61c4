/* What screen.c, screen_keys.c and screen_look.c share; tests use screen.h. */
#ifndef ISMS_TESTS_SCREEN_INT_H
#define ISMS_TESTS_SCREEN_INT_H

#include <stdbool.h>
#include <stddef.h>
#include <vterm.h>

#include "screen.h"
#include "session.h"
#include "tap.h"
#include "terminfo.h"

struct screen {
	struct tap *t;
	struct session ss;
	VTerm *vt;
	VTermScreen *vs;
	int rows, cols, wait_ms, esc_ms;

	char *out; /* bytes for the program that did not fit yet */
	size_t nout, room;
	bool after_esc;	       /* the last key was Esc */
	struct terminfo *keys; /* NULL: xterm's */

	bool alternate, cursor;
	int mouse;
	unsigned bells;
	char title[256], osc[4096];

	char *line; /* buffer of screen_look.c */
	size_t line_room;
	struct screen_traffic traffic;

	char last[16384]; /* what came last, as it came; NUL added */
	size_t nlast;
};

/* One poll(), ms at most; feeds what came to the emulator and returns its size. */
size_t screen_poll(struct screen *s, int ms);

long screen_now(void);						/* monotonic, ms */
long screen_limit(const struct screen *s);			/* now and the limit of a wait */
_Noreturn void screen_fail(struct screen *s, const char *what); /* waited in vain */
void screen_queue(struct screen *s, const char *bytes, size_t n);
void screen_flush(struct screen *s); /* until all was taken by the kernel */

/* For vterm_output_set_callback(): to the program. */
void screen_output(const char *bytes, size_t n, void *screen);

const char *screen_row(struct screen *s, int row); /* as screen_line(); until the next call */
bool screen_app_cursor(struct screen *s);

#endif
