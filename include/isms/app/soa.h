/*
 * Reasons of the Statement of Applicability, from the registers: risks, requirements,
 * laws and contracts that name the control.
 */
#ifndef ISMS_APP_SOA_H
#define ISMS_APP_SOA_H

#include "isms/app/app.h"

struct soa_change {
	struct record *old, *now;       /* an entry; owned */
};

struct soa_fill {
	struct soa_change *v;           /* owned */
	size_t n, cap;
	long excluded;                  /* entries that are excluded though something asks
	                                   for their control: they stay as they are */
};

/* What would change: reasons that are missing are added, an undecided entry that has one
 * then applies, an empty justification names the codes. entry 0: of all. Writes nothing. */
bool app_soa_reasons(struct app *app, long long entry, struct soa_fill *result,
                     struct err *err);

/* Writes it in one transaction. */
bool app_soa_fill(struct app *app, struct soa_fill *result, long long *tx, struct err *err);

void soa_fill_release(struct soa_fill *result);

#endif
