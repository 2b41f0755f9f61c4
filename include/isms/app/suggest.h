/*
 * What the built-in catalogues suggest, row by row, and which controls the threats and
 * vulnerabilities of a risk suggest. Offered, never asked for.
 */
#ifndef ISMS_APP_SUGGEST_H
#define ISMS_APP_SUGGEST_H

#include "isms/app/app.h"
#include "isms/report/answer.h"

struct suggestion {
	const char *catalogue;          /* its name; borrowed */
	const struct kind *kind;
	char *ref, *title, *group;      /* as the catalogue has them; group may be NULL; owned */
	char *code;                     /* of its record; NULL: the file gives one; owned */
	bool there;                     /* the file has it, by code or title, archived or not */
};

struct suggestions {
	struct suggestion *v;           /* owned */
	size_t n, cap;
};

/* The rows of catalogue name that become records of its register (NULL: of all
 * catalogues), of kind only where that is given. */
bool app_suggestions(struct app *app, const char *name, const struct kind *kind,
                     struct suggestions *list, struct err *err);
void suggestions_release(struct suggestions *list);

/* The record that a row is, archived or not; 0: the file has it not. */
bool app_suggestion_find(struct app *app, const struct suggestion *row, long long *id,
                         struct err *err);

/* Adds rows of a catalogue by their refs in one transaction, with what they refer to;
 * ERR_MISSING names a ref that it has not. added and there count the rows alone. */
bool app_catalogue_rows(struct app *app, const char *name, const char *const *refs, size_t n,
                        long *added, long *there, struct err *err);

/* Controls for a risk, as the record has it, saved or not, that do not treat it yet;
 * columns of data/report/risk-controls.sql. */
enum { SUGGEST_ID, SUGGEST_CODE, SUGGEST_TITLE, SUGGEST_ASKED, SUGGEST_BY, SUGGEST_STATUS,
	SUGGEST_KEYS };
bool app_risk_controls(struct app *app, const struct record *risk, struct answer *answer,
                       struct err *err);

/* Adds controls to those that treat the risk; one change of the risk. */
bool app_risk_link(struct app *app, long long risk, const long long *controls, size_t n,
                   struct err *err);

#endif
