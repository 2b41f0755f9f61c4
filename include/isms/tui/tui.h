/*
 * The full-screen program. Everything else of this folder is private to
 * src/tui; no header here includes curses.
 */
#ifndef ISMS_TUI_TUI_H
#define ISMS_TUI_TUI_H

#include <stdbool.h>

#include "isms/app/app.h"
#include "isms/app/settings.h"

struct tui_options {
	bool ascii;               /* draw with ASCII alone */
	const struct settings *settings;  /* the user's own; borrowed */
	/* Does a line of the command line on the open file; out receives what it
	 * prints. False: it failed, and out says why. */
	bool (*line)(struct app *app, const char *line, struct str *out);
	bool demo;                /* the open file is the demonstration: the title says so */
	const struct err *refused;   /* why the file could not be opened: a screen says so
	                                first; NULL: it is open, or there is none */
	const char *refused_path;    /* which file that is */
	struct app_options open;  /* how a file is opened or made from the screen;
	                             open.file is what the start offers to make,
	                             NULL: the default file */
};

/*
 * Runs until the user leaves. app may be without an open file: then New, Open
 * and Demonstration are offered first; whatever is open at the end is left for
 * the caller to close. *status receives the exit status: 0, or 128 + n after
 * signal n (TERM, HUP; the loss of the terminal counts as HUP). The terminal is
 * restored in any case. Fails with ERR_USAGE where there is no terminal that
 * can be drawn on.
 */
bool tui_run(struct app *app, const struct tui_options *opt, int *status, struct err *err);

#endif
