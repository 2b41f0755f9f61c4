/*
 * What the rules of an organisation are while a file is open: its risk method,
 * its vocabulary, and which day it is. Handed to all that parses, shows and
 * judges, so that nothing is global.
 *
 * Risk method after ISO/IEC 27001:2022, 6.1.2 a) and ISO/IEC 27005:2022: the
 * scales are worded so that two people come to the same value; a matrix gives
 * the level; appetite is the highest level taken without question, tolerance
 * the highest that is borne with the owner's approval.
 */
#ifndef ISMS_MODEL_RULES_H
#define ISMS_MODEL_RULES_H

#include <stdbool.h>

#include "isms/model/kind.h"

#define SCALE_MAX 5
#define SCALE_MIN 3

enum vocabulary { VOCABULARY_ISO, VOCABULARY_COMMON };
enum impact_rule { IMPACT_MAX, IMPACT_SINGLE };

struct step {
	char *label;       /* "likely"; owned; NULL when the method has no words */
	char *criteria;    /* "once in 1 to 3 years"; owned; may be NULL */
};

struct method {
	int steps[SCALE_COUNT];     /* 3..5 each; likelihood, impact, level */
	struct step step[SCALE_COUNT][SCALE_MAX];   /* [scale][value - 1] */
	int level[SCALE_MAX][SCALE_MAX];  /* [likelihood - 1][impact - 1]; 0: no cell */
	enum impact_rule impact_rule;
	int appetite, tolerance;    /* levels; 0: not decided */
};

struct rules {
	long today;                 /* days, see date.h */
	enum vocabulary vocabulary;
	char currency[4];           /* ISO 4217, "EUR" */
	bool one_person;            /* the organisation is one person */
	struct method method;
};

void method_release(struct method *method);

/* The plain n by n method (n 3..5) that stands until the file has its own:
 * level as in data/catalogue/risk-matrices.csv, no words. */
void method_default(struct method *method, int n);

/* The level of a likelihood and an impact; 0 when either is 0 (not rated). */
int method_level(const struct method *method, int likelihood, int impact);

/* Impact by the method's rule: IMPACT_MAX is the greatest of c, i, a (0 is not
 * rated), or single where none of them is rated; IMPACT_SINGLE is single. */
int method_impact(const struct method *method, int c, int i, int a, int single);

/* What a level asks for (data-model, section 3); data/view/risk.sql says when. */
extern const struct choice need_choices[];

/* Label of a step, or its number where the method has no word. Appends. */
struct str;
void scale_show(const struct method *method, enum scale scale, int value, struct str *out);

/* A word or number as a step; 0 when it is none. Takes "4", "4 - Likely",
 * "Possible (3)", the method's own labels. */
int scale_parse(const struct method *method, enum scale scale, const char *text);

/* Style of a level: within appetite and in the lower third good, above tolerance
 * bad (where none is decided: the upper third), between them a warning, dim where
 * it is not rated. */
enum style level_style(const struct method *method, int level);

/* One sign for a level in a matrix cell: the first letter of its label where
 * these all differ, else its digit; a capital. '-' for no level. */
char level_sign(const struct method *method, int level);

#endif
