/* How somebody wants to see a register, kept in the file's settings. */
#include "config.h"

#include "isms/app/views.h"

#include <stdlib.h>
#include <string.h>

#include "isms/util/i18n.h"
#include "isms/util/mem.h"
#include "isms/util/near.h"
#include "isms/util/text.h"

#define WIDTH_MAX 200

/* ---- Columns ------------------------------------------------------------- */

void column_set_default(struct column_set *set, const struct kind *kind)
{
	size_t i;

	memset(set, 0, sizeof(*set));
	for (i = 0; i < kind->nfields && set->n < COLUMNS_MAX; i++) {
		const struct field *field = kind_column(kind, i);

		if (field == &kind->fields[0] || field->flags & F_LISTED)
			set->v[set->n++].field = field;
	}
	set->frozen = 1;
}

void column_set_format(const struct column_set *set, struct str *out)
{
	size_t i;

	for (i = 0; i < set->n; i++) {
		str_addf(out, "%s%s", i ? "," : "", set->v[i].field->name);
		if (set->v[i].width)
			str_addf(out, ":%d", set->v[i].width);
	}
	str_addf(out, ";%zu", set->frozen);
}

static bool has_field(const struct column_set *set, const struct field *field)
{
	size_t i;

	for (i = 0; i < set->n; i++)
		if (set->v[i].field == field)
			return true;
	return false;
}

/* "title:30" */
static void add_column(struct column_set *set, const struct kind *kind, char *text)
{
	char *colon = strchr(text, ':');
	long width = colon ? strtol(colon + 1, NULL, 10) : 0;
	const struct field *field;

	if (colon)
		*colon = '\0';
	field = kind_field(kind, text);
	if (!field || has_field(set, field) || set->n == COLUMNS_MAX)
		return;
	set->v[set->n].field = field;
	set->v[set->n++].width = width > 0 && width <= WIDTH_MAX ? (int)width : 0;
}

bool column_set_read(struct column_set *set, const struct kind *kind, const char *text)
{
	const char *end = strchr(text, ';');
	char *names = xstrndup(text, end ? (size_t)(end - text) : strlen(text));
	struct strv list = STRV_INIT;
	size_t i;

	memset(set, 0, sizeof(*set));
	strv_split(&list, names, ",");
	for (i = 0; i < list.n; i++)
		add_column(set, kind, list.v[i]);
	set->own = set->n > 0;
	set->frozen = end ? (size_t)strtoul(end + 1, NULL, 10) : 1;
	if (set->frozen > set->n)
		set->frozen = set->n;
	if (!set->own)
		column_set_default(set, kind);
	strv_release(&list);
	free(names);
	return set->own;
}

void sort_format(const struct sort *sort, size_t n, struct str *out)
{
	size_t i;

	for (i = 0; i < n; i++)
		str_addf(out, "%s%s%s", i ? ", " : "", sort[i].field ? sort[i].field->name : "code",
			 sort[i].down ? " desc" : "");
}

/* ---- What a user left a register with ------------------------------------ */

/* The at-th line of text; the last goes to the end. */
static char *line_of(const char *text, int at)
{
	while (at-- && *text) {
		text += strcspn(text, "\n");
		text += *text == '\n';
	}
	return xstrndup(text, strcspn(text, "\n"));
}

void layout_release(struct layout *layout)
{
	str_release(&layout->sort);
	str_release(&layout->columns);
	str_release(&layout->filter);
}

static char *layout_name(struct app *app, const struct kind *kind)
{
	return xasprintf("list/%s/%s", kind->name, store_who(app->store));
}

/* What is kept is kept in the file, whatever past of it is looked at. */
static struct store *file_of(const struct app *app)
{
	return app->live ? app->live : app->store;
}

/* The record whose uid is text, in hex; 0: there is none. */
static long long record_of(struct app *app, const struct kind *kind, const char *text)
{
	long long id = 0;
	int n = 0;

	if (!*text || !store_find_text(file_of(app), kind, text, &id, &n, NULL) || n != 1)
		id = 0;
	return id;
}

/* Its uid; "" where it is gone. */
static void uid_of(struct app *app, const struct kind *kind, long long id,
		   char hex[2 * UID_LEN + 1])
{
	bool *want = xcalloc(kind->nfields, sizeof(*want));
	struct record *rec = NULL;

	hex[0] = '\0';
	if (id && store_get_some(app->store, kind, id, want, &rec, NULL))
		uid_hex(rec->uid, hex);
	record_free(&rec);
	free(want);
}

static void take_line(const char *text, int at, struct str *out)
{
	char *line = line_of(text, at);

	str_add(out, line);
	free(line);
}

/* Four lines: the sort, the columns, the filter, the record. Files that were written to by
 * the first version have two. */
bool app_layout(struct app *app, const struct kind *kind, struct layout *layout,
                struct err *err)
{
	char *name = layout_name(app, kind), *uid;
	struct str text = STR_INIT;
	bool ok = store_setting(file_of(app), name, &text, err);

	if (ok) {
		take_line(str_get(&text), 0, &layout->sort);
		take_line(str_get(&text), 1, &layout->columns);
		take_line(str_get(&text), 2, &layout->filter);
		uid = line_of(str_get(&text), 3);
		layout->at = record_of(app, kind, uid);
		free(uid);
	}
	str_release(&text);
	free(name);
	return ok;
}

/* What is empty at its end is left out; nothing at all is no setting. */
static void layout_format(struct app *app, const struct kind *kind, const struct layout *layout,
			  struct str *out)
{
	char uid[2 * UID_LEN + 1];

	uid_of(app, kind, layout->at, uid);
	str_addf(out, "%s\n%s\n%s\n%s", str_get(&layout->sort), str_get(&layout->columns),
		 str_get(&layout->filter), uid);
	while (out->len && out->s[out->len - 1] == '\n')
		str_cut(out, out->len - 1);
}

/* Writes text (NULL: nothing) under name, unless that stands there already. */
static bool keep(struct app *app, const char *name, const char *text, struct err *err)
{
	struct str now = STR_INIT;
	bool ok = store_setting(file_of(app), name, &now, err);

	if (ok && !str_equal(str_get(&now), text ? text : ""))
		ok = store_set_setting(app->store, name, text, err);
	str_release(&now);
	return ok;
}

bool app_keep_layout(struct app *app, const struct kind *kind, const struct layout *layout,
                     struct err *err)
{
	struct str text = STR_INIT;
	char *name;
	bool ok;

	if (store_read_only(app->store))
		return true;
	name = layout_name(app, kind);
	layout_format(app, kind, layout, &text);
	ok = keep(app, name, text.len ? str_get(&text) : NULL, err);
	str_release(&text);
	free(name);
	return ok;
}

static void take_changed(struct str *to, const struct str *was, const struct str *now)
{
	if (str_equal(str_get(was), str_get(now)))
		return;
	str_clear(to);
	str_add(to, str_get(now));
}

bool app_keep_changes(struct app *app, const struct kind *kind, const struct layout *was,
                      const struct layout *now, struct err *err)
{
	struct layout layout = LAYOUT_INIT;
	bool ok = app_layout(app, kind, &layout, err);

	if (ok) {
		take_changed(&layout.sort, &was->sort, &now->sort);
		take_changed(&layout.columns, &was->columns, &now->columns);
		take_changed(&layout.filter, &was->filter, &now->filter);
		if (was->at != now->at)
			layout.at = now->at;
		ok = app_keep_layout(app, kind, &layout, err);
	}
	layout_release(&layout);
	return ok;
}

/* ---- Places with a letter ------------------------------------------------- */

static const struct kind *kind_exact(const char *name, size_t n)
{
	size_t i;

	for (i = 0; kinds[i]; i++)
		if (strlen(kinds[i]->name) == n && !strncmp(kinds[i]->name, name, n))
			return kinds[i];
	return NULL;
}

static char *places_name(struct app *app)
{
	return xasprintf("places/%s", store_who(app->store));
}

/* "a record risk 0190…": letter, what of it, register, uid. */
static bool read_place(struct app *app, const char *line, struct lettered *place)
{
	struct strv words = STRV_INIT;
	bool ok;

	strv_split(&words, line, " ");
	ok = words.n == 4 && strlen(words.v[0]) == 1;
	if (ok) {
		place->letter = words.v[0][0];
		place->record = !strcmp(words.v[1], "record");
		place->kind = kind_exact(words.v[2], strlen(words.v[2]));
		place->id = place->kind ? record_of(app, place->kind, words.v[3]) : 0;
		ok = place->id != 0;
	}
	strv_release(&words);
	return ok;
}

bool app_places(struct app *app, void (*each)(void *ctx, const struct lettered *place),
                void *ctx, struct err *err)
{
	char *name = places_name(app);
	struct strv lines = STRV_INIT;
	struct str text = STR_INIT;
	bool ok = store_setting(file_of(app), name, &text, err);
	size_t i;

	strv_split(&lines, str_get(&text), "\n");
	for (i = 0; i < lines.n; i++) {
		struct lettered place;

		if (read_place(app, lines.v[i], &place))
			each(ctx, &place);
	}
	strv_release(&lines);
	str_release(&text);
	free(name);
	return ok;
}

bool app_keep_places(struct app *app, const struct lettered *places, size_t n, struct err *err)
{
	char *name = places_name(app);
	struct str text = STR_INIT;
	size_t i;
	bool ok;

	for (i = 0; i < n; i++) {
		const struct lettered *place = &places[i];
		char uid[2 * UID_LEN + 1];

		uid_of(app, place->kind, place->id, uid);
		if (*uid)
			str_addf(&text, "%c %s %s %s\n", place->letter,
				 place->record ? "record" : "list", place->kind->name, uid);
	}
	ok = keep(app, name, text.len ? str_get(&text) : NULL, err);
	str_release(&text);
	free(name);
	return ok;
}

/* ---- Views --------------------------------------------------------------- */

#define PREFIX "view/"

void saved_view_release(struct saved_view *view)
{
	free(view->name);
	free(view->where);
	free(view->sort);
	free(view->columns);
	memset(view, 0, sizeof(*view));
}

void saved_views_release(struct saved_views *views)
{
	size_t i;

	for (i = 0; i < views->n; i++)
		saved_view_release(&views->v[i]);
	free(views->v);
	memset(views, 0, sizeof(*views));
}

/* "view/risk/novak/overdue"; everybody's have no name there. */
static char *view_setting(struct app *app, const struct saved_view *view, const char *name)
{
	return xasprintf(PREFIX "%s/%s/%s", view->kind->name,
			 view->everybody ? "" : store_who(app->store), name);
}

struct gather {
	struct app *app;
	const struct kind *kind;
	struct saved_views *out;
};

static bool gather(void *ctx, const char *name, const char *value, struct err *err)
{
	const struct gather *g = ctx;
	const char *kind_name = name + strlen(PREFIX), *who, *title;
	size_t n = strcspn(kind_name, "/");
	struct saved_view view = {.kind = kind_exact(kind_name, n)};

	(void)err;
	if (!view.kind || !kind_name[n] || (g->kind && g->kind != view.kind))
		return true;
	who = kind_name + n + 1;
	title = strrchr(who, '/');
	if (!title)
		return true;
	view.everybody = title == who;
	n = (size_t)(title - who);
	if (!view.everybody &&
	    (strlen(store_who(g->app->store)) != n || strncmp(who, store_who(g->app->store), n)))
		return true;
	view.name = xstrdup(title + 1);
	view.where = line_of(value, 0);
	view.sort = line_of(value, 1);
	view.columns = line_of(value, 2);
	g->out->v = xgrow(g->out->v, g->out->n, &g->out->cap, sizeof(*g->out->v));
	g->out->v[g->out->n++] = view;
	return true;
}

static size_t kind_place(const struct kind *kind)
{
	size_t i = 0;

	while (kinds[i] != kind)
		i++;
	return i;
}

static int compare_views(const void *a, const void *b)
{
	const struct saved_view *x = a, *y = b;
	size_t px = kind_place(x->kind), py = kind_place(y->kind);

	if (px != py)
		return px < py ? -1 : 1;
	if (x->everybody != y->everybody)
		return x->everybody ? 1 : -1;
	return text_compare(x->name, y->name);
}

bool app_views(struct app *app, const struct kind *kind, struct saved_views *out,
               struct err *err)
{
	struct gather g = {app, kind, out};
	bool ok;

	memset(out, 0, sizeof(*out));
	ok = store_settings(app->store, PREFIX, gather, &g, err);
	if (!ok)
		saved_views_release(out);
	else if (out->n)
		qsort(out->v, out->n, sizeof(*out->v), compare_views);
	return ok;
}

static bool same_name(const char *a, const char *b)
{
	char *x = text_fold(a), *y = text_fold(b);
	bool same = !strcmp(x, y);

	free(x);
	free(y);
	return same;
}

static bool no_view(const struct saved_views *views, const struct kind *kind, const char *name,
		    struct err *err)
{
	struct str hint = STR_INIT;
	struct near near;
	size_t i;

	near_init(&near, name);
	for (i = 0; i < views->n; i++)
		near_try(&near, views->v[i].name);
	near_hint(&near, &hint);
	err_set(err, ERR_MISSING, _("no view '%s' of %s%s"), name, _(kind->plural), str_get(&hint));
	near_release(&near);
	str_release(&hint);
	return false;
}

bool app_view_find(struct app *app, const struct kind *kind, const char *name,
                   struct saved_view *out, struct err *err)
{
	struct saved_views views;
	bool found = false;
	size_t i;

	memset(out, 0, sizeof(*out));
	if (!app_views(app, kind, &views, err))
		return false;
	for (i = 0; i < views.n && !found; i++) {
		found = same_name(views.v[i].name, name);
		if (found) {
			*out = views.v[i];
			memset(&views.v[i], 0, sizeof(views.v[i]));
		}
	}
	if (!found)
		no_view(&views, kind, name, err);
	saved_views_release(&views);
	return found;
}

static bool name_check(const char *name, struct err *err)
{
	if (!name[strspn(name, " ")])
		return err_set(err, ERR_INPUT, _("a view needs a name"));
	if (strpbrk(name, "/\n\t\r"))
		return err_set(err, ERR_INPUT, _("the name of a view must not have '/'"));
	return true;
}

bool app_view_save(struct app *app, const struct saved_view *view, struct err *err)
{
	struct app_query query;
	char *name, *value;
	bool ok;

	if (!name_check(view->name, err) ||
	    !app_query(app, view->kind, view->where, view->sort, &query, err))
		return false;
	app_query_release(&query);
	name = view_setting(app, view, view->name);
	value = xasprintf("%s\n%s\n%s", view->where, view->sort, view->columns);
	ok = store_set_setting(app->store, name, value, err);
	free(value);
	free(name);
	return ok;
}

bool app_view_remove(struct app *app, const struct saved_view *view, struct err *err)
{
	char *name = view_setting(app, view, view->name);
	bool ok = store_set_setting(app->store, name, NULL, err);

	free(name);
	return ok;
}

bool app_view_rename(struct app *app, const struct saved_view *view, const char *name,
                     struct err *err)
{
	struct saved_view renamed = *view;

	if (!strcmp(view->name, name))
		return true;
	renamed.name = (char *)name;
	return app_view_save(app, &renamed, err) && app_view_remove(app, view, err);
}
