/* The program without a terminal: its output, its messages, its exit status. */
#ifndef ISMS_TESTS_CLI_H
#define ISMS_TESTS_CLI_H

#include <stddef.h>

#include "spawn.h"
#include "tap.h"

struct cli {
	int status;	 /* as a shell has it: exit status, or 128+signal */
	char *out, *err; /* NUL added; the case owns them */
	size_t nout, nerr;
};

/*
 * Runs the program with args (what follows its name, ends with NULL) and
 * waits for its end, 60 s at most, then it is killed and the case ends as
 * failed. input is its standard input, NULL: /dev/null. opts may be NULL.
 * It has no controlling terminal. TERM is set all the same.
 */
void cli_run(struct tap *t, struct cli *cli, const struct spawn_opts *opts, const char *input,
	     const char *const args[]);

/* In one line: cli_do(t, &cli, "list", "risk", NULL). */
void cli_do(struct tap *t, struct cli *cli, ...) __attribute__((sentinel));

#endif
