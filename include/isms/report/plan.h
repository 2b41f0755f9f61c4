/*
 * The risk treatment plan (6.1.3 e): the risks that are treated, sorted by need, and
 * below each the actions that treat it.
 */
#ifndef ISMS_REPORT_PLAN_H
#define ISMS_REPORT_PLAN_H

#include "isms/model/rules.h"
#include "isms/report/answer.h"
#include "isms/util/str.h"

/* What is known of a row; the columns of data/report/plan-*.sql. */
enum plan_key {
	PLAN_ID, PLAN_RISK, PLAN_CODE, PLAN_TITLE, PLAN_OWNER, PLAN_NEED, PLAN_LEVEL,
	PLAN_OPTIONS, PLAN_CONTROLS, PLAN_DUE, PLAN_LATE, PLAN_STATUS, PLAN_PROGRESS, PLAN_COST,
	PLAN_RESIDUAL, PLAN_TARGET, PLAN_APPROVAL, PLAN_PRIORITY, PLAN_START, PLAN_EFFORT,
	PLAN_RESOURCES, PLAN_EFFECT, PLAN_SCENARIO, PLAN_KEYS
};

struct plan_row {
	bool action;            /* else a risk */
	long long id;           /* of the risk or the action */
	size_t risk;            /* the row of its risk; of a risk its own */
	size_t actions;         /* of a risk: how many follow */
	char **text;            /* PLAN_KEYS of them, borrowed from the plan; NULL: nothing */
};

struct plan {
	struct plan_row *v;     /* each risk followed by its actions; owned */
	size_t n, cap;
	long risks, actions, open, overdue;   /* of the actions; overdue is part of open */
	long long cost;         /* minor units */
	struct answer answers[2];
};

/* The plan of the risks that the filter finds; NULL: all. */
bool plan_read(struct store *store, const struct filter *filter, struct plan *plan,
               struct err *err);
void plan_release(struct plan *plan);

/* Another filter on a plan that was read: only which risks it finds is asked for. On
 * failure the plan is as it was. */
bool plan_filter(struct store *store, const struct filter *filter, struct plan *plan,
                 struct err *err);

/* What stands in a column, for people, appended: words of the method and of the states,
 * "OVERDUE 9d" for a day that has passed, who approved and when. */
void plan_show(const struct rules *rules, const struct plan_row *row, enum plan_key key,
               struct str *out);
enum style plan_style(const struct rules *rules, const struct plan_row *row, enum plan_key key);

/* The heading of a column, translated; and its name in CSV and JSON. */
const char *plan_title(enum plan_key key);
const char *plan_name(enum plan_key key);

/* "12 risks, 30 actions, 14 open, 2 overdue, 61 300.00 EUR", appended. */
void plan_summary(const struct rules *rules, const struct plan *plan, struct str *out);

#endif
