#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "isms/app/views.h"
#include "isms/tui/dialog.h"
#include "isms/tui/list.h"
#include "isms/tui/scroll.h"
#include "isms/util/i18n.h"
#include "isms/util/mem.h"
#include "isms/util/text.h"

/* Filter, order and columns of a list under a name. */

/* ---- Keeping one ---------------------------------------------------------------- */

/* Whether a view of this name and owner is there already. */
static bool is_there(struct tui *tui, const struct saved_view *view)
{
	struct saved_views views;
	struct err err = ERR_INIT;
	bool found = false;

	if (app_views(tui->app, view->kind, &views, &err)) {
		for (size_t i = 0; i < views.n && !found; i++)
			found = views.v[i].everybody == view->everybody &&
				str_equal(views.v[i].name, view->name);
		saved_views_release(&views);
	}
	err_release(&err);
	return found;
}

static bool may_replace(struct tui *tui, const struct saved_view *view)
{
	struct str question = STR_INIT;
	bool may = true;

	if (is_there(tui, view)) {
		str_addf(&question, _("There is a view '%s'. Replace it?"), view->name);
		may = ask_yes(tui, str_get(&question), NULL);
		str_release(&question);
	}
	return may;
}

static void keep(struct tui *tui, struct list *list, const char *name, bool everybody)
{
	struct str sort = STR_INIT, columns = STR_INIT;
	struct saved_view view = {
		.kind = list->kind,
		.name = (char *)name,
		.everybody = everybody,
		.where = (char *)(list->filter == NULL ? "" : list->filter),
	};
	struct err err = ERR_INIT;

	sort_format(list->sort, list->nsort, &sort);
	if (list->columns.own)
		column_set_format(&list->columns, &columns);
	view.sort = (char *)str_get(&sort);
	view.columns = (char *)str_get(&columns);
	if (may_replace(tui, &view)) {
		if (app_view_save(tui->app, &view, &err))
			tui_say(tui, _("kept view '%s'; F lists them"), name);
		else
			tui_error(tui, &err);
	}
	str_release(&sort);
	str_release(&columns);
}

void view_ask_keep(struct tui *tui, struct list *list)
{
	struct prompt_options opt = {.label = _("Name of the view: ")};
	const char *const whose[] = {_("For me"), _("For everybody who opens the file"), NULL};
	struct str name = STR_INIT;
	int answer = -1;

	if (!tui_may_write(tui))
		return;
	if (prompt(tui, &opt, &name)) {
		str_trim(&name);
		answer = name.len > 0 ? ask(tui, _("Whose view is it?"), NULL, whose, 0) : -1;
	}
	if (answer >= 0)
		keep(tui, list, str_get(&name), answer == 1);
	str_release(&name);
}

/* ---- Opening one ---------------------------------------------------------------- */

/* The order and columns of a view are shown, and are one's own only once changed. */
static void open_view(struct tui *tui, struct list *list, const struct saved_view *view)
{
	struct list_terms terms = {.filter = view->where, .archived = list->archived};
	struct column_set columns;
	struct app_query q;
	struct err err = ERR_INIT;
	bool shown = false;

	if (app_query(tui->app, list->kind, NULL, view->sort, &q, &err)) {
		memcpy(terms.sort, q.query.sort, sizeof(terms.sort));
		terms.nsort = q.query.nsort;
		app_query_release(&q);
		shown = list_show(tui, list, &terms, &err);
	}
	if (shown) {
		if (*view->columns == '\0')
			column_set_default(&columns, list->kind);
		else
			column_set_read(&columns, list->kind, view->columns);
		list_set_columns(list, &columns);
		list->at = list->top = 0;
	}
	if (err.kind != ERR_NONE)
		tui_error(tui, &err);
}

bool view_open(struct tui *tui, struct list *list, const char *name)
{
	struct saved_view view;
	struct err err = ERR_INIT;
	bool found = app_view_find(tui->app, list->kind, name, &view, &err);

	if (found)
		open_view(tui, list, &view);
	else
		tui_error(tui, &err);
	saved_view_release(&view);
	return found;
}

/* ---- The list of them ------------------------------------------------------------ */

struct views_view {
	struct view view;
	struct list *list;
	struct saved_views views;
	size_t at;
	int top, rows;
	bool open;
};

static void load(struct tui *tui, struct views_view *v)
{
	struct err err = ERR_INIT;

	saved_views_release(&v->views);
	if (!app_views(tui->app, v->list->kind, &v->views, &err))
		tui_error(tui, &err);
	if (v->at >= v->views.n)
		v->at = v->views.n > 0 ? v->views.n - 1 : 0;
}

static void draw_item(struct tui *tui, struct rect r, int y, const struct views_view *v, size_t i)
{
	const struct saved_view *view = &v->views.v[i];
	bool at = i == v->at;
	unsigned sel = at ? (unsigned)LOOK_SELECTED : 0;
	struct str text = STR_INIT;

	str_addf(&text, "%c ", at ? '>' : ' ');
	text_pad(&text, view->name, 24, false);
	str_addf(&text, " %s%s", view->everybody ? _("everybody  ") : "",
		 *view->where != '\0' ? "/" : "");
	str_addf(&text, "%s%s%s", view->where, *view->sort != '\0' ? "  ^ " : "", view->sort);
	draw_text(tui, y, r.x, r.w, str_get(&text), LOOK_PLAIN | sel);
	if (at)
		draw_cursor(tui, y, r.x);
	str_release(&text);
}

static void draw(struct tui *tui, struct view *view, struct rect r)
{
	struct views_view *v = (struct views_view *)view;
	int most = r.h / 2 > 6 ? r.h / 2 : r.h - 2, n = (int)v->views.n, y;

	v->rows = n < 1 ? 1 : n < most ? n : most;
	y = r.y + r.h - v->rows - 1;
	draw_clear(tui, (struct rect){y, r.x, v->rows + 1, r.w});
	draw_rule(tui, y, r.x, r.w, _("Views"), LOOK_BOLD);
	draw_cursor(tui, y + 1, r.x);
	v->top = draw_scroll(v->top, (int)v->at, v->rows, n);
	if (n == 0)
		draw_text(tui, y + 1, r.x + 1, r.w - 1,
			  _("None yet: f in the list keeps what it shows under a name."),
			  LOOK_PLAIN);
	for (int i = 0; i < v->rows && v->top + i < n; i++)
		draw_item(tui, r, y + 1 + i, v, (size_t)(v->top + i));
}

static void remove_view(struct tui *tui, struct views_view *v)
{
	const struct saved_view *view = &v->views.v[v->at];
	struct str question = STR_INIT;
	struct err err = ERR_INIT;

	str_addf(&question, view->everybody ? _("Take away everybody's view '%s'?")
					    : _("Take away your view '%s'?"), view->name);
	if (ask_yes(tui, str_get(&question), NULL) && !app_view_remove(tui->app, view, &err))
		tui_error(tui, &err);
	str_release(&question);
	load(tui, v);
}

static void rename_view(struct tui *tui, struct views_view *v)
{
	struct prompt_options opt = {.label = _("New name: ")};
	const struct saved_view *view = &v->views.v[v->at];
	struct saved_view renamed = *view;
	struct str name = STR_INIT;
	struct err err = ERR_INIT;

	str_add(&name, view->name);
	if (prompt(tui, &opt, &name)) {
		str_trim(&name);
		renamed.name = (char *)str_get(&name);
		if ((str_equal(view->name, renamed.name) || may_replace(tui, &renamed)) &&
		    !app_view_rename(tui->app, view, renamed.name, &err))
			tui_error(tui, &err);
	}
	str_release(&name);
	load(tui, v);
}

static bool step(struct views_view *v, enum command_id id)
{
	const long n = (long)v->views.n;
	long at = (long)v->at;
	bool taken = scroll_by(id, v->rows, n, &at);

	v->at = (size_t)scroll_within(at, n - 1);
	return taken;
}

static bool command(struct tui *tui, struct view *view, enum command_id id)
{
	struct views_view *v = (struct views_view *)view;
	bool any = v->views.n > 0, taken = true;

	switch (id) {
	case CMD_OPEN:
		v->open = any;
		view_pop(tui);
		break;
	case CMD_VIEW_REMOVE:
		if (any && tui_may_write(tui))
			remove_view(tui, v);
		break;
	case CMD_VIEW_RENAME:
		if (any && tui_may_write(tui))
			rename_view(tui, v);
		break;
	case CMD_CANCEL:
	case CMD_BACK:
	case CMD_QUIT:
		view_pop(tui);
		break;
	default:
		taken = step(v, id);
		break;
	}
	return taken;
}

static const struct view_ops views_ops = {
	.where = WHERE_VIEWS,
	.flags = VIEW_OVERLAY | VIEW_MODAL,
	.draw = draw,
	.command = command,
};

void view_ask_open(struct tui *tui, struct list *list)
{
	struct views_view v = {.view = {.ops = &views_ops}, .list = list};

	load(tui, &v);
	view_run(tui, &v.view);
	if (v.open)
		open_view(tui, list, &v.views.v[v.at]);
	saved_views_release(&v.views);
}
