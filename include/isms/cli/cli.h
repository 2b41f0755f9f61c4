/*
 * The command line over app: `isms [OPTION...] [COMMAND [ARGUMENT...]]`.
 * Results go to standard output, messages to standard error (UX 39).
 */
#ifndef ISMS_CLI_CLI_H
#define ISMS_CLI_CLI_H

#include <stdbool.h>

#include "isms/app/app.h"

/* What main does next, when the words ask for the screen. */
struct cli_screen {
	bool wanted;                /* else cli_run has done everything */
	bool demo;                  /* the demonstration organisation */
	bool ascii;                 /* --ascii */
	struct app_options options; /* file borrowed from argv; NULL: the default one */
};

/*
 * Parses the words and runs the command, unless the screen is wanted, which is
 * only asked for where standard input and output are a terminal. Returns the
 * exit status (UX 36): 0 done, 1 failed, 2 usage or no terminal, 3 the file
 * (locked, damaged, newer, not ours), 4 rows rejected. argv is reordered.
 */
int cli_run(int argc, char **argv, struct cli_screen *screen);

/*
 * Does one line of the command line ("set R-0012 due=+2w") on the open file of
 * app; what it would print, messages too, goes to out. False where its exit
 * status would not be 0. Writes nothing to the terminal: for the screen.
 */
bool cli_line(struct app *app, const char *line, struct str *out);

/* The exit status that stands for err, which is told on standard error and
 * released: for what main does itself. */
int cli_fail(struct err *err);

/* Opens /dev/null for each of the standard streams that is closed, so that no
 * file of ours gets its number and is written over by messages. Call first. */
void cli_standard_streams(void);

#endif
