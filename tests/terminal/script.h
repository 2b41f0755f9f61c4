/*
 * A story as lines of text that a tester reads at once: commands of the command
 * line with what they answer, keys with what they lead to on the screen, both on
 * one file. tests/capabilities consists of such stories, one for each capability:
 *
 *	id C055
 *	what what a role has to be able to do, against what its people can
 *	where Support and operation > Competences of roles; isms list role_competence
 *	$ isms add role title='Backup admin'
 *	> RO-0001
 *	$ isms list role --columns title,vacant --format tsv
 *	= Backup admin | yes
 *	screen
 *	go role
 *	see Backup admin
 *
 * Its lines, the first word says which; '#' begins a comment:
 *   id, what, where   the head; `id` begins a case
 *   missing WHY       not in the program: the case is skipped, and says why
 *   today DATE        what --today says from here on; at first SPAWN_TODAY
 *   $ isms ARG…       runs the program on the file; words are quoted as in a shell.
 *                     `$ cat FILE` reads a file, `$ cmp A B` compares two
 *   status N          … and its exit status; unless said 0, of what finds something 0 or 5
 *   = TEXT            a line of its standard output is exactly TEXT; a TAB is " | "
 *   > TEXT            a line of its output or messages contains TEXT; blanks in a
 *                     row are one, so that tables can be compared
 *   ! TEXT            none does
 *   count N           so many lines come out
 *   write FILE        makes a file of the lines that follow and begin with '| '
 *   screen [ROWSxCOLS]  opens the program on the file, 24x80, at the dashboard
 *   go WHERE          through the palette: a register, a register and a filter,
 *                     a command
 *   keys KEYS         as screen_keys()
 *   in LABEL: KEYS    goes to that field of a form first
 *   see TEXT          waits until a line of the screen contains TEXT
 *   title TEXT        … until the first line does
 *   gone TEXT         … until none does
 * What stands before the first `id` is done once; each case begins with a copy of
 * the file that it leaves, or with a new one. Relative names are in the case's folder.
 *
 * A case that expects nothing of the command line, or nothing of the screen, has
 * tested nothing, and fails.
 */
#ifndef ISMS_TESTS_SCRIPT_H
#define ISMS_TESTS_SCRIPT_H

#include <stddef.h>

#include "tap.h"

#define SCRIPT_FILE "acme.isms"

/* One case of a file: its lines, from `id` on. */
struct script {
	const char *path;    /* of the file, for messages */
	const char *prelude; /* what stands before the first case */
	const char *text;    /* ends with NUL */
	size_t line;	     /* of its first line */
};

/*
 * Parts text, which is changed, into cases, and names each "ID WHAT". Both arrays
 * are the caller's to free. Returns how many there are.
 */
size_t script_part(const char *path, char *text, struct script **scripts, struct tap_case **cases);

void script_run_one(struct tap *t, const struct script *script);
void script_run(struct tap *t); /* the same, for a table of cases: tap_data() is the script */

#endif
