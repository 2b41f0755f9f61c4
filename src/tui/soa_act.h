/* What is decided in the Statement of Applicability. Each says what it did; where
 * something has to be typed a form is run. */
#ifndef ISMS_TUI_SOA_ACT_H
#define ISMS_TUI_SOA_ACT_H

#include "isms/report/soa.h"
#include "isms/tui/view.h"

/* The entry old applies: with the reasons that it has or that the registers give; where
 * there is none, one is asked for. */
void soa_applies(struct tui *tui, const struct soa_row *row, const struct record *old);

/* It does not: why is always asked for, and what needs it is told before. */
void soa_exclude(struct tui *tui, const struct soa_row *row, const struct record *old);

/* How far it is implemented is chosen. */
void soa_set_state(struct tui *tui, const struct soa_row *row, const struct record *old);

/* The same of n entries that are marked (CMD_APPLIES, CMD_EXCLUDE, CMD_IMPLEMENTATION),
 * hidden of them out of sight: asked once, after a look at what becomes of each. */
void soa_decide(struct tui *tui, enum command_id id, const long long *ids, size_t n,
		size_t hidden);

/* The reasons that the registers give to all entries, after a look at them. */
void soa_fill_reasons(struct tui *tui);

/* The version of the SoA that follows the last one. */
void soa_next_version(struct tui *tui);

/* The controls of 2013 over what is shown; offers to add them where they are not. */
void soa_2013_open(struct tui *tui);

#endif
