/*
 * The checks of the ISMS: what an auditor would find, found before. Each is one
 * SQL file of data/check, and of $XDG_CONFIG_HOME/isms/check for rules of one's
 * own, with a head of comment lines:
 *
 *   -- id: risk-without-owner            the file's name without .sql
 *   -- clause: 6.1.2                     or an Annex A control
 *   -- severity: error                   error, warning, hint
 *   -- kind: risk                        the register whose records it names
 *   -- what: A risk has no owner         in the user's words
 *   -- auditor: Who has the authority …? what an auditor says to that
 *   -- mend: Enter the risk owner        what to do
 *   -- field: owner                      the field to go to; may be missing
 *
 * A value goes on in the next line when that begins with two blanks or more
 * after the "--". Then comes one SELECT of the columns id (of the record to
 * open; NULL: the register as a whole) and text (which one, what exactly). No
 * row: all is well. What can be asked, see store_ask().
 *
 * An error is what an auditor would write up as a nonconformity, a warning what
 * becomes one, a hint what could be better.
 */
#ifndef ISMS_REPORT_CHECKS_H
#define ISMS_REPORT_CHECKS_H

#include <stdbool.h>
#include <stddef.h>

#include "isms/model/kind.h"
#include "isms/store/store.h"
#include "isms/util/err.h"
#include "isms/util/str.h"

enum severity { SEVERITY_ERROR, SEVERITY_WARNING, SEVERITY_HINT, SEVERITY_COUNT };
extern const char *const severity_names[SEVERITY_COUNT];   /* "error", … */

struct check {
	char *id, *clause, *what, *auditor, *mend;  /* owned */
	enum severity severity;
	const struct kind *kind;
	const struct field *field;     /* or NULL */
	char *sql;                     /* the SELECT; owned */
	bool own;                      /* a rule of the user's */
};

struct checks {
	struct check *v;               /* in the order of clauses, then ids; owned */
	size_t n;
};

/* Reads all rules. A rule of the user's with the id of a built-in one stands in
 * its place. A file of the user's that cannot be understood is left out and told
 * in notes with its name and line (may be NULL). The caller releases. */
bool checks_load(struct checks *checks, struct strv *notes, struct err *err);
void checks_release(struct checks *checks);
const struct check *checks_find(const struct checks *checks, const char *id);

/* One rule from its file; id is what the file's name says. line receives the
 * line at fault. For checks_load() and tests. */
bool check_parse(struct check *check, const char *id, const char *text, long *line,
                 struct err *err);
void check_release(struct check *check);

/* As clauses are ordered: 4.2 before 4.10, A.5.1 after 10.2. Below, at, above 0. */
int clause_compare(const char *a, const char *b);

/* Is clause the same as whole or a part of it? 6.1.2 is within 6 and within 6.1. */
bool clause_within(const char *clause, const char *whole);

/* One thing found. */
struct found {
	const struct check *check;     /* borrowed */
	long long id;                  /* record of check->kind; 0: the register */
	char *code;                    /* owned; NULL with id 0 */
	char *text;                    /* owned */
};

struct findings {
	struct found *v;               /* in the order of the checks; owned */
	size_t n, cap;
	long count[SEVERITY_COUNT];
	const struct check **asked;    /* the rules that were asked; owned, borrowed */
	size_t nasked;
	struct strv faults;            /* rules that could not be asked, with reason */
};

/* Which rules; each NULL or negative: all. */
struct checks_choice {
	const char *clause;            /* clause_within() of it */
	const char *id;
	int severity;                  /* this one alone; -1: all */
};

/* Asks the rules of the choice, which may be NULL. */
bool checks_run(struct store *store, const struct checks *checks,
                const struct checks_choice *choice, struct findings *findings,
                struct err *err);
void findings_release(struct findings *findings);

/*
 * Readiness of a clause, 0 to 100: the share of its rules (hints left out) that
 * find nothing (data-model, section 3). Green is 100, amber 50 and above, else
 * red; red too where a mandatory document is missing (rules whose id begins with
 * "document-missing"). Clauses in their order, those with a rule that was asked.
 */
struct readiness {
	const char *clause;            /* "6.1.2"; borrowed from checks */
	int rules, passed, percent;
	bool missing;                  /* … a mandatory document */
	enum style light;              /* STYLE_GOOD, STYLE_WARN, STYLE_BAD */
};

/* Adds to it that a rule was asked and found so much; then what follows from that. */
void readiness_add(struct readiness *readiness, const struct check *check, size_t found);
void readiness_judge(struct readiness *readiness);

/* "green", "amber", "red", or "red, document missing", translated: no colour
 * without a word. */
const char *readiness_word(const struct readiness *readiness);

/* *list is owned by the caller: free(). */
void checks_readiness(const struct findings *findings, struct readiness **list, size_t *n);

#endif
