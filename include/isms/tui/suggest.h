/*
 * What could be added and is not: rows of the catalogues, and the controls that the
 * threats and vulnerabilities of a risk suggest. Offered, never asked for.
 */
#ifndef ISMS_TUI_SUGGEST_H
#define ISMS_TUI_SUGGEST_H

#include "isms/tui/field.h"
#include "isms/tui/view.h"

/* Offers what the catalogues have and the register has not, or controls for a risk. */
void suggest_run(struct tui *tui, const struct kind *kind, long long id);
bool suggest_has(const struct kind *kind);   /* is there a catalogue for it? */

/* Is there something to be offered for field? For the controls of a risk it is what the
 * other fields of item's form suggest, saved or not; item may be NULL. */
bool suggest_offers(const struct item *item, const struct field *field);

/* Offers that; now is what is chosen already. What the user takes is put into taken; rows
 * of catalogues are added to the file. False: nothing was taken. */
bool suggest_pick(struct tui *tui, const struct item *item, const struct field *field,
                  const struct value *now, struct value *taken);

#endif
