/*
 * A pseudo-terminal with a session on it, as a login has it: a leader that
 * does nothing but wait, and the program in the foreground in a process group
 * of its own, so that it can be stopped (^Z) and continued. The leader passes
 * on a hangup, and tells through a pipe what became of the program. Whoever
 * starts the session may die: the program is killed then.
 */
#ifndef ISMS_TESTS_SESSION_H
#define ISMS_TESTS_SESSION_H

#include <stdbool.h>
#include <sys/types.h>
#include <termios.h>

#include "spawn.h"

struct session {
	int master;	   /* non-blocking; -1 after a hangup */
	int slave;	   /* held open for tcgetattr() and FIONREAD */
	int events;	   /* readable when session_event() has news; -1 at the end */
	pid_t leader, pid; /* pid: the program's, and its group's */
	bool ended, stopped;
	int status;	       /* of waitpid(), once ended */
	struct termios before; /* the terminal's settings at the start */
};

/* False with errno set. */
bool session_start(struct session *ss, const struct spawn *sp, int rows, int cols);

/* Reads one piece of news, blocking, and updates ended, stopped, status. */
void session_event(struct session *ss);

bool session_resize(const struct session *ss, int rows, int cols); /* the kernel sends SIGWINCH */
void session_hangup(struct session *ss); /* closes the terminal under the program */
void session_end(struct session *ss);	 /* kills what is left, waits, closes */

#endif
