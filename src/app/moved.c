/* Which risks moved in the matrix since a moment: the file as it was then, by the
 * method of then, against the file that is looked at. */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "isms/app/app.h"
#include "isms/model/kinds.h"
#include "isms/util/date.h"
#include "isms/util/i18n.h"
#include "isms/util/mem.h"

struct place_list {
	struct moved_risk *v; /* only id, code, title and to are filled */
	size_t n, cap;
	const struct rules *rules;
	const char *likelihood, *impact;
};

void app_moved_release(struct moved *moved)
{
	size_t i;

	for (i = 0; i < moved->n; i++) {
		free(moved->v[i].code);
		free(moved->v[i].title);
	}
	free(moved->v);
	memset(moved, 0, sizeof(*moved));
}

static bool add_place(void *ctx, struct record **rec, struct err *err)
{
	struct place_list *list = ctx;
	const struct value *l = record_get(*rec, list->likelihood);
	const struct value *i = record_get(*rec, list->impact);
	struct moved_risk *risk;

	(void)err;
	list->v = xgrow(list->v, list->n, &list->cap, sizeof(*list->v));
	risk = &list->v[list->n++];
	memset(risk, 0, sizeof(*risk));
	risk->id = (*rec)->id;
	risk->code = xstrdup((*rec)->code);
	risk->title = xstrdup(record_title(*rec));
	risk->to.likelihood = l->set ? (int)l->num : 0;
	risk->to.impact = i->set ? (int)i->num : 0;
	risk->to.level = method_level(&list->rules->method, risk->to.likelihood, risk->to.impact);
	return true;
}

static int by_id(const void *a, const void *b)
{
	const struct moved_risk *x = a, *y = b;

	return (x->id > y->id) - (x->id < y->id);
}

/* Where each risk stands that is neither closed nor archived, by id. */
static bool read_places(struct store *store, const struct rules *rules, enum rating rating,
			struct place_list *list, struct err *err)
{
	char *l = xasprintf("%s_l", rating_names[rating]),
	     *i = xasprintf("%s_i", rating_names[rating]);
	bool *want = xcalloc(kind_risk.nfields, sizeof(*want));
	struct query query = {.kind = &kind_risk};
	struct filter *filter = NULL;
	bool ok = filter_parse(rules, &kind_risk, "!status:closed", &filter, err);

	want[0] = want[kind_index(&kind_risk, kind_field(&kind_risk, l))] = true;
	want[kind_index(&kind_risk, kind_field(&kind_risk, i))] = true;
	query.filter = filter;
	list->rules = rules;
	list->likelihood = l;
	list->impact = i;
	ok = ok && store_each(store, &query, want, add_place, list, err);
	if (ok && list->n)
		qsort(list->v, list->n, sizeof(*list->v), by_id);
	filter_free(&filter);
	free(want);
	free(l);
	free(i);
	return ok;
}

static bool same_place(const struct risk_place *a, const struct risk_place *b)
{
	return a->likelihood == b->likelihood && a->impact == b->impact && a->level == b->level;
}

/* Takes over the names of risk. */
static void keep(struct moved *moved, size_t *cap, struct moved_risk *risk, struct risk_place from,
		 struct risk_place to, bool was, bool is)
{
	if (was == is && same_place(&from, &to)) {
		free(risk->code);
		free(risk->title);
		return;
	}
	moved->v = xgrow(moved->v, moved->n, cap, sizeof(*moved->v));
	moved->v[moved->n] = *risk;
	moved->v[moved->n].from = from;
	moved->v[moved->n].to = to;
	moved->v[moved->n].was = was;
	moved->v[moved->n++].is = is;
}

/* Both lists are in the order of ids, which are the same then and now. */
static void merge(struct place_list *then, struct place_list *now, struct moved *moved)
{
	const struct risk_place none = {0, 0, 0};
	size_t a = 0, b = 0, cap = 0;

	while (a < then->n || b < now->n) {
		if (b == now->n || (a < then->n && then->v[a].id < now->v[b].id)) {
			keep(moved, &cap, &then->v[a], then->v[a].to, none, true, false);
			a++;
		} else if (a == then->n || now->v[b].id < then->v[a].id) {
			keep(moved, &cap, &now->v[b], none, now->v[b].to, false, true);
			b++;
		} else {
			keep(moved, &cap, &now->v[b], then->v[a].to, now->v[b].to, true, true);
			free(then->v[a].code);
			free(then->v[a].title);
			a++;
			b++;
		}
	}
	free(then->v);
	free(now->v);
}

/* The levels far up come first, those that rose before those that fell. */
static int by_level(const void *a, const void *b)
{
	const struct moved_risk *x = a, *y = b;
	int up_x = x->to.level - x->from.level, up_y = y->to.level - y->from.level;

	if (up_x != up_y)
		return up_x > up_y ? -1 : 1;
	if (x->to.level != y->to.level)
		return x->to.level > y->to.level ? -1 : 1;
	return strcmp(x->code, y->code);
}

bool app_moved(struct app *app, enum rating rating, const char *since, struct moved *moved,
	       struct err *err)
{
	struct place_list then = {0}, now = {0};
	struct store *past = NULL;
	struct rules rules = {0};
	bool ok;

	memset(moved, 0, sizeof(*moved));
	ok = app_moment(app, since, &moved->since, err) &&
	     store_past(app->live ? app->live : app->store, moved->since.tx, moved->since.day, "",
			&past, err);
	rules.today = moved->since.day;
	ok = ok && store_rules(past, &rules, err) &&
	     store_matrix(past, rating, &moved->then, err) &&
	     read_places(past, &rules, rating, &then, err) &&
	     read_places(app->store, &app->rules, rating, &now, err);
	merge(&then, &now, moved);
	if (!ok)
		app_moved_release(moved);
	else if (moved->n)
		qsort(moved->v, moved->n, sizeof(*moved->v), by_level);
	method_release(&rules.method);
	store_close(&past);
	return ok;
}

static bool take_day(void *ctx, struct record **rec, struct err *err)
{
	const struct value *held = record_get(*rec, "held_on");

	(void)err;
	if (held->set)
		*(long *)ctx = (long)held->num;
	return true;
}

/* The day on which the file was made: nothing moved before. */
static long first_day(struct app *app)
{
	char at[DATETIME_LEN];
	long day = 0;
	struct tx tx;

	if (store_tx_get(app->store, 1, &tx, NULL))
		stamp_local(tx.at, &day, at);
	tx_release(&tx);
	return day;
}

bool app_last_review(struct app *app, long *day, struct err *err)
{
	struct app_query query = {0};
	bool ok;

	*day = date_add_months(app->rules.today, -3);
	ok = app_query(app, &kind_management_review, "held_on<today", "held_on desc", &query, err);
	query.query.limit = 1;
	ok = ok && store_each(app->store, &query.query, NULL, take_day, day, err);
	app_query_release(&query);
	if (*day < first_day(app))
		*day = first_day(app);
	return ok;
}
