/*
 * An audit as it is carried out: its steps in order, a verdict on each, and whether who
 * judges is free to.
 */
#ifndef ISMS_APP_AUDIT_H
#define ISMS_APP_AUDIT_H

#include "isms/app/app.h"

/* The verdicts, as the steps' field `result` has them and in its order. */
enum verdict {
	VERDICT_OPEN, VERDICT_CONFORMS, VERDICT_OPPORTUNITY, VERDICT_OBSERVATION, VERDICT_MINOR,
	VERDICT_MAJOR, VERDICT_NOT_AUDITED, VERDICT_COUNT
};
extern const char *const verdict_keys[VERDICT_COUNT];   /* "not audited" */

/* Has anything but a conformity been found? */
bool verdict_finds(enum verdict verdict);

struct audit_step {
	long long id;
	enum verdict verdict;
};

/* The steps of an audit, those of clauses before those of controls, in the order of
 * entry otherwise. *steps is owned by the caller. */
bool app_audit_steps(struct app *app, long long audit, struct audit_step **steps, size_t *n,
                     struct err *err);

/* Gives a step its verdict, with the day and the lead auditor where nobody is entered;
 * open again takes the day away. *step (freed and loaded again) is as it is then. */
bool app_verdict(struct app *app, struct record **step, enum verdict verdict, struct err *err);

/* What there is to know of a step: calls each with a word (asks, how, soa, state, ask,
 * usual) and a text. */
bool app_audit_about(struct app *app, long long step, store_row_fn *each, void *ctx,
                     struct err *err);

/* Why the auditor of a step is not free to judge, a sentence each; none: is free. It is
 * a warning: small organisations say in `independence` what they do about it. */
bool app_independence(struct app *app, long long step, struct strv *why, struct err *err);

/* The audits that can be worked on: with steps that are open, neither postponed nor
 * cancelled nor reported. *ids is owned by the caller. */
bool app_audits_open(struct app *app, long long **ids, size_t *n, struct err *err);

#endif
