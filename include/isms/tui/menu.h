/*
 * The menu at the left: the groups of the standard in the order Plan, Do,
 * Check, Act; the open one shows its registers, those without a record folded
 * away behind one line. Counts come while idle.
 */
#ifndef ISMS_TUI_MENU_H
#define ISMS_TUI_MENU_H

#include "isms/tui/view.h"

/* Its cells, without the line at its right. */
int menu_width(const struct tui *tui);

struct menu *menu_new(void);
void menu_free(struct menu **menu);

void menu_draw(struct tui *tui, struct rect r);
bool menu_command(struct tui *tui, enum command_id id);

/* To group n (1 the dashboard); again goes to its next register. */
void menu_group(struct tui *tui, int n);

/* Shows where we are; kind NULL: the dashboard. */
void menu_follow(struct tui *tui, const struct kind *kind);
/* The same for a pane that a command opens: CMD_MATRIX, CMD_PLAN, CMD_SOA. */
void menu_follow_pane(struct tui *tui, enum command_id pane);

void menu_stale(struct menu *menu);             /* counts are to be counted again */
bool menu_idle(struct tui *tui);                /* counts one; true: there are more */

#endif
