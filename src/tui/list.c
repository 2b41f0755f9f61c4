#include "config.h"

#include "isms/tui/list.h"

#include <limits.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "isms/util/i18n.h"
#include "isms/util/mem.h"

#define FIRST 256   /* keys of the first screen: no start waits for a million */
#define PIECE 65536 /* keys fetched while idle */

static size_t kind_position(const struct kind *kind)
{
	size_t i = 0;

	while (kinds[i] != kind)
		i++;
	return i;
}

static void recall_filter(struct tui *tui, struct list *list, const char *filter)
{
	struct err err = ERR_INIT;
	struct app_query q;

	if (*filter == '\0')
		return;
	if (app_query(tui->app, list->kind, filter, NULL, &q, &err)) {
		list->filter = xstrdup(filter);
		list->of_before = true;
		app_query_release(&q);
	}
	err_release(&err);
}

/* How the list is now. */
static void compose(const struct list *list, struct layout *now)
{
	sort_format(list->sort, list->nsort, &now->sort);
	if (list->columns.own)
		column_set_format(&list->columns, &now->columns);
	if (list->filter != NULL)
		str_add(&now->filter, list->filter);
	/* the first is where one is anyway */
	now->at = !list->loaded ? list->goal : list->at > 0 ? list_id(list) : 0;
}

/* As this user left it; what cannot be understood any more is passed over. */
static void recall(struct tui *tui, struct list *list)
{
	struct layout layout = LAYOUT_INIT;
	struct err err = ERR_INIT;
	struct app_query q;

	if (app_layout(tui->app, list->kind, &layout, &err)) {
		if (layout.columns.len > 0)
			column_set_read(&list->columns, list->kind, str_get(&layout.columns));
		if (app_query(tui->app, list->kind, NULL, str_get(&layout.sort), &q, &err)) {
			memcpy(list->sort, q.query.sort, sizeof(list->sort));
			list->nsort = q.query.nsort;
			app_query_release(&q);
		}
		recall_filter(tui, list, str_get(&layout.filter));
		list->goal = layout.at;
	}
	compose(list, &list->kept);
	err_release(&err);
	layout_release(&layout);
}

static struct list *list_new(struct tui *tui, const struct kind *kind)
{
	struct list *list = xcalloc(1, sizeof(*list));

	list->kind = kind;
	column_set_default(&list->columns, kind);
	recall(tui, list);
	return list;
}

struct list *list_of(struct tui *tui, const struct kind *kind)
{
	size_t i = kind_position(kind);

	if (i >= tui->nlists) {
		tui->lists = xrealloc(tui->lists, i + 1, sizeof(struct list *));
		while (tui->nlists <= i)
			tui->lists[tui->nlists++] = NULL;
	}
	if (tui->lists[i] == NULL)
		tui->lists[i] = list_new(tui, kind);
	return tui->lists[i];
}

static void forget(struct list *list)
{
	for (size_t i = 0; i < LIST_CACHE; i++) {
		record_free(&list->cache[i].rec);
		list->cache[i].id = 0;
	}
}

void list_free(struct list **list)
{
	if (*list == NULL)
		return;
	forget(*list);
	free((*list)->ids);
	free((*list)->filter);
	layout_release(&(*list)->kept);
	marks_clear(&(*list)->marks);
	free(*list);
	*list = NULL;
}

/* Keys in the order of entry can be read in pieces; a sort needs all. */
static bool in_pieces(const struct list *list)
{
	return list->nsort == 0 && list->filter == NULL;
}

static const char *doing(const struct list *list)
{
	return list->filter != NULL ? _("filtering") : list->nsort > 0 ? _("sorting") : _("reading");
}

static bool fetch(struct tui *tui, const struct list *list, long limit, long long after,
		  long long **ids, size_t *n, struct err *err)
{
	struct app_query q;
	bool ok = app_query(tui->app, list->kind, list->filter, NULL, &q, err);

	if (ok) {
		memcpy(q.query.sort, list->sort, list->nsort * sizeof(list->sort[0]));
		q.query.nsort = list->nsort;
		q.query.archived = list->archived;
		q.query.limit = limit;
		q.query.after = after;
		ok = store_list(tui->app->store, &q.query, ids, n, err);
		app_query_release(&q);
	}
	return ok;
}

/* The keys of the first screen, or all; until they are there the old ones stay. */
static bool load_first(struct tui *tui, struct list *list, struct err *err)
{
	const long limit = in_pieces(list) ? FIRST : 0;
	long long *ids = NULL;
	size_t n = 0;
	bool ok = fetch(tui, list, limit, 0, &ids, &n, err);

	if (ok) {
		free(list->ids);
		list->ids = ids;
		list->n = n;
		list->all = limit == 0 || n < (size_t)limit;
		list->loaded = true;
	}
	return ok;
}

static bool load_piece(struct tui *tui, struct list *list, struct err *err)
{
	long long *ids = NULL;
	size_t n = 0;
	bool ok = fetch(tui, list, PIECE, list->n > 0 ? list->ids[list->n - 1] : 0, &ids, &n, err);

	if (ok && n > 0) {
		list->ids = xrealloc(list->ids, list->n + n, sizeof(*ids));
		memcpy(list->ids + list->n, ids, n * sizeof(*ids));
		list->n += n;
	}
	list->all = ok && n < PIECE;
	free(ids);
	return ok;
}

bool list_load(struct tui *tui, struct list *list, size_t row, struct err *err)
{
	bool ok = true;

	work_begin(tui, doing(list));
	if (!list->loaded)
		ok = load_first(tui, list, err);
	while (ok && !list->all && row >= list->n)
		ok = load_piece(tui, list, err);
	work_end(tui);
	if (list->n == 0)
		list->at = list->top = 0;
	else if (list->at >= list->n)
		list->at = list->n - 1;
	return ok;
}

bool list_more(struct tui *tui, struct list *list)
{
	struct err err = ERR_INIT;

	if (!list->loaded || list->all)
		return false;
	work_begin_typed(tui, NULL);
	if (!load_piece(tui, list, &err)) {
		list->all = err.kind != ERR_CANCELLED; /* not again and again */
		tui_error(tui, &err);
	}
	work_end(tui);
	tui->dirty = tui->dirty || list->all;
	return !list->all;
}

static bool find_id(struct tui *tui, struct list *list, long long id, size_t *row)
{
	struct err err = ERR_INIT;
	bool found = false;
	size_t i = 0;

	while (!found && list_load(tui, list, i, &err) && i < list->n) {
		while (i < list->n && list->ids[i] != id)
			i++;
		found = i < list->n;
		if (!found && in_pieces(list) && list->n > 0 && list->ids[list->n - 1] > id)
			break;
	}
	err_release(&err);
	*row = i;
	return found;
}

void list_seek(struct tui *tui, struct list *list, long long id)
{
	size_t row = 0;

	if (id != 0 && find_id(tui, list, id, &row))
		list->at = row;
}

void list_stale(struct list *list)
{
	list->stale = true;
}

/* The record that has the cursor; or had it when the register was left, or before nothing
 * was found. */
static long long goal(const struct list *list)
{
	long long id = list->loaded ? list_id(list) : 0;

	return id != 0 ? id : list->goal;
}

static void reach(struct tui *tui, struct list *list, long long id)
{
	list_seek(tui, list, id);
	list->goal = list_id(list) == 0 ? id : 0;
}

/* What was there stays, where there was anything; else the order of entry, which is
 * read in pieces. */
static void not_loaded(struct tui *tui, struct list *list, bool was, struct err *err)
{
	struct err again = ERR_INIT;

	list->loaded = was;
	if (err->kind == ERR_CANCELLED && was) {
		tui_warn(tui, "%s", _("cancelled; the list shows what was there before"));
	} else if (err->kind == ERR_CANCELLED) {
		free(list->filter);
		list->filter = NULL;
		list->nsort = 0;
		tui_warn(tui, "%s", _("cancelled; the list is in the order of entry"));
		list_load(tui, list, 0, &again);
	} else {
		tui_error(tui, err);
	}
	err_release(err);
	err_release(&again);
}

void list_fresh(struct tui *tui, struct list *list)
{
	struct err err = ERR_INIT;
	long long id = goal(list);
	size_t at = list->at;
	bool was = list->loaded;

	if (!list->stale && list->loaded)
		return;
	if (list->stale) {
		forget(list);
		list_prune_marks(tui, list);
	}
	list->stale = list->loaded = false;
	if (!list_load(tui, list, at, &err))
		not_loaded(tui, list, was, &err);
	list->at = at < list->n ? at : list->n > 0 ? list->n - 1 : 0;
	reach(tui, list, id);
}

bool list_show(struct tui *tui, struct list *list, const struct list_terms *terms, struct err *err)
{
	const struct list old = *list;
	long long id = goal(list);
	bool none = terms->filter == NULL || *terms->filter == '\0', ok;

	list->filter = none ? NULL : xstrdup(terms->filter);
	memmove(list->sort, terms->sort, terms->nsort * sizeof(list->sort[0]));
	list->nsort = terms->nsort;
	list->archived = terms->archived;
	list->loaded = false;
	ok = list_load(tui, list, 0, err);
	if (ok) {
		free(old.filter);
		list->of_before = false;
		list->at = list->top = 0;
		reach(tui, list, id);
	} else {
		free(list->filter);
		list->filter = old.filter;
		memcpy(list->sort, old.sort, sizeof(list->sort));
		list->nsort = old.nsort;
		list->archived = old.archived;
		list->loaded = old.loaded;
	}
	return ok;
}

static struct list_terms terms_of(const struct list *list)
{
	struct list_terms terms = {.filter = list->filter,
				   .nsort = list->nsort,
				   .archived = list->archived};

	memcpy(terms.sort, list->sort, sizeof(terms.sort));
	return terms;
}

bool list_filter(struct tui *tui, struct list *list, const char *filter, struct err *err)
{
	struct list_terms terms = terms_of(list);

	terms.filter = filter != NULL && *filter != '\0' ? filter : NULL;
	return (list->loaded && !list->stale && str_equal(terms.filter, list->filter)) ||
	       list_show(tui, list, &terms, err);
}

bool list_sort(struct tui *tui, struct list *list, const struct sort *sort, size_t n,
	       struct err *err)
{
	struct list_terms terms = terms_of(list);

	if (n > 0)
		memcpy(terms.sort, sort, n * sizeof(*sort));
	terms.nsort = n;
	return list_show(tui, list, &terms, err);
}

bool list_archived(struct tui *tui, struct list *list, enum archived archived, struct err *err)
{
	struct list_terms terms = terms_of(list);

	terms.archived = archived;
	return list_show(tui, list, &terms, err);
}

void list_set_columns(struct list *list, const struct column_set *columns)
{
	list->columns = *columns;
	list->shift = 0;
	forget(list);
}

static bool keep(struct tui *tui, struct list *list, struct err *err)
{
	struct layout now = LAYOUT_INIT;
	bool ok;

	compose(list, &now);
	ok = app_keep_changes(tui->app, list->kind, &list->kept, &now, err);
	layout_release(&list->kept);
	list->kept = now;
	return ok;
}

void list_keep(struct tui *tui, struct list *list)
{
	struct err err = ERR_INIT;

	if (!keep(tui, list, &err))
		tui_error(tui, &err);
}

void list_left(struct tui *tui, const struct kind *kind)
{
	size_t i = kind_position(kind);
	struct err err = ERR_INIT;

	if (i >= tui->nlists || tui->lists[i] == NULL || tui->app->store == NULL)
		return;
	tui_hurry(tui, true);
	(void)keep(tui, tui->lists[i], &err);
	tui_hurry(tui, false);
	err_release(&err);
}

/* What the columns are drawn with: their fields, and what says that one is late. */
static bool get_row(struct tui *tui, const struct list *list, long long id, struct record **rec,
		    struct err *err)
{
	const struct kind *kind = list->kind;
	bool *want = xcalloc(kind->nfields, sizeof(*want)), ok;

	want[0] = true;
	for (size_t i = 0; i < list->columns.n; i++) {
		const struct field *field = list->columns.v[i].field;

		want[kind_index(kind, field)] = true;
		if (field->late != NULL)
			want[kind_index(kind, kind_field(kind, field->late))] = true;
	}
	ok = store_get_some(tui->app->store, kind, id, want, rec, err);
	free(want);
	return ok;
}

const struct record *list_row(struct tui *tui, struct list *list, size_t row)
{
	struct err err = ERR_INIT;
	long long id = list->ids[row];
	size_t slot = row % LIST_CACHE;

	if (list->cache[slot].id != id) {
		record_free(&list->cache[slot].rec);
		list->cache[slot].id = id;
		if (!get_row(tui, list, id, &list->cache[slot].rec, &err))
			list->cache[slot].rec = NULL;
		err_release(&err);
	}
	return list->cache[slot].rec;
}

long long list_id(const struct list *list)
{
	return list->loaded && list->at < list->n ? list->ids[list->at] : 0;
}

void list_move(struct tui *tui, struct list *list, long long to)
{
	struct err err = ERR_INIT;

	if (to < 0)
		to = 0;
	if (!list_load(tui, list, to == LLONG_MAX ? SIZE_MAX : (size_t)to, &err))
		tui_error(tui, &err);
	else if (list->n > 0)
		list->at = to >= (long long)list->n ? list->n - 1 : (size_t)to;
}

void list_position(const struct list *list, struct str *out)
{
	if (list->loaded)
		str_addf(out, "%zu/%zu%s", list->n == 0 ? (size_t)0 : list->at + 1, list->n,
			 list->all ? "" : "+");
}
