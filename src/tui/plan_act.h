/* What is made from a risk of the treatment plan; each runs a form. */
#ifndef ISMS_TUI_PLAN_ACT_H
#define ISMS_TUI_PLAN_ACT_H

#include "isms/tui/view.h"

/* An action of the risk; its priority and the day of the plan are proposed. */
void plan_add_action(struct tui *tui, const struct record *risk);

/* The owner's approval of the plan (6.1.3 f); who is not the owner may be put in. */
void plan_approve(struct tui *tui, const struct record *risk);

#endif
