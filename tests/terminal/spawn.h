/*
 * What a program under test is started with: its arguments and an environment
 * made from nothing, so that the person who runs the tests does not show.
 */
#ifndef ISMS_TESTS_SPAWN_H
#define ISMS_TESTS_SPAWN_H

#include <stdbool.h>

#include "tap.h"

#define SPAWN_TODAY "2026-04-16"

struct spawn_opts {
	const char *binary;	/* NULL: $ISMS_BIN; without a slash: looked up in $PATH */
	const char *today;	/* `--today` comes first; NULL: SPAWN_TODAY; "": not given.
	                           * Not with another binary unless set. */
	const char *term;	/* TERM; NULL: xterm-256color; "": unset */
	const char *locale;	/* LC_ALL; NULL: C.UTF-8 */
	const char *dir;	/* working folder; NULL: tap_dir() */
	const char *const *env; /* "NAME=value" sets, "NAME" unsets; ends with NULL; or NULL */
	bool drop_root;		/* run by root: become nobody; see spawn_can_drop() */
};

/*
 * Defaults: TERM, LC_ALL as above, TZ=UTC, HOME=tap_dir/home, TMPDIR=…/tmp,
 * XDG_CONFIG_HOME=…/home/.config, XDG_DATA_HOME=…/home/.local/share,
 * XDG_STATE_HOME=…/home/.local/state, XDG_CACHE_HOME=…/home/.cache (not
 * made), PATH and what sanitizers and coverage need; reports of sanitizers go
 * to tap_dir/san.PID. Nothing else: no NO_COLOR, ESCDELAY, EDITOR, ISMS_*.
 */
struct spawn {
	char *path; /* all owned by the case */
	char **argv, **envp;
	const char *dir;
	bool drop_root;
};

/* args: what follows the program's name; ends with NULL. */
void spawn_init(struct tap *t, struct spawn *sp, const struct spawn_opts *opts,
		const char *const args[]);

/* In the child: resets signals, goes to dir, runs it; exits 127 with a message on failure. */
_Noreturn void spawn_exec(const struct spawn *sp);

/* Value of NAME in the child's environment, or NULL. */
const char *spawn_getenv(const struct spawn *sp, const char *name);

/* drop_root works here: we are root, and may become nobody (uid, gid 65534). */
#define SPAWN_NOBODY 65534
bool spawn_can_drop(void);

#endif
