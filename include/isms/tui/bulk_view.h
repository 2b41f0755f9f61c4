/*
 * One field of many records: which, to what, what would become of each; then it is one
 * step (UX 18).
 */
#ifndef ISMS_TUI_BULK_VIEW_H
#define ISMS_TUI_BULK_VIEW_H

#include "isms/app/bulk.h"
#include "isms/tui/view.h"

/* Asks for a field and a value for the n records and does it; hidden of them are not on
 * the screen, which is told. */
void bulk_edit(struct tui *tui, const struct kind *kind, const long long *ids, size_t n,
               size_t hidden);

/* Asks for the value of one field; more is said beside its name. Nothing typed is a
 * change only where it is the first, and clears the field. False: Esc. */
bool bulk_ask(struct tui *tui, struct bulk *bulk, const struct field *field, enum bulk_how how,
              const char *more);

/* Shows what would become of each of the n records by the changes of bulk, and writes
 * it where that is wanted. */
void bulk_do(struct tui *tui, struct bulk *bulk, const long long *ids, size_t n, size_t hidden);

#endif
