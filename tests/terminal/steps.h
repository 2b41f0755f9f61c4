/*
 * What several tests do with the program: files made beforehand by the command
 * line, and steps on the screen that wait for what they lead to.
 */
#ifndef ISMS_TESTS_STEPS_H
#define ISMS_TESTS_STEPS_H

#include "screen.h"

/* On the command line; a status other than 0 ends the case. */
void steps_cli(struct tap *t, ...) __attribute__((sentinel));
void steps_init(struct tap *t, const char *file); /* an empty file: `init` */

/* With 45 risks, their 5 assets and 4 owners: data/register.csv. Not the
 * demonstration, which grows with the program. */
void steps_sample(struct tap *t, const char *file);

/* The demonstration, which has everything, and texts as long as people write them. */
void steps_demo(struct tap *t, const char *file);

/* Keys; "{text}" waits for it in the first row, "@label@" goes to the field. */
void steps_type(struct screen *s, const char *keys);

const char *steps_value(struct tap *t, const char *file, const char *code, const char *field);

/* tests/terminal/data/name, copied into the case's folder under its name. */
void steps_data(struct tap *t, const char *name);

/* The program on file, at the dashboard; opts may be NULL. */
struct screen *steps_open(struct tap *t, const struct screen_opts *opts, const char *file);

/* By the palette to a register, "risk" or "risk level>=high"; title: what the
 * title line says then. From any view that is not modal. */
void steps_go(struct screen *s, const char *where, const char *title);

/* Tab in a form until the cursor is in the field whose label begins so. */
void steps_field(struct screen *s, const char *label);
void steps_next_field(struct screen *s);

/*
 * Keys that begin long work, until it tells of itself: what. How fast the machine is does
 * not matter: the program is stopped again and again, and the clock goes on. The work has
 * to last some 50 ms. steps_press(): keys pressed in the midst of it.
 */
void steps_long(struct screen *s, const char *keys, const char *what);
void steps_press(struct screen *s, const char *keys, const char *leads_to);

/* Leaves with q, from wherever no question stands in the way. */
void steps_leave(struct screen *s);

#endif
