#include "config.h"

#include "isms/tui/list.h"
#include "isms/tui/menu.h"
#include "isms/tui/view.h"
#include "isms/util/i18n.h"

/* What works everywhere. A command falls from the view on top to here. */

static void undo(struct tui *tui, const char *doing,
		 bool (*take_back)(struct app *, long long, struct str *, struct err *))
{
	struct str what = STR_INIT;
	struct err err = ERR_INIT;
	bool done;

	if (!tui_may_write(tui))
		return;
	work_begin(tui, doing);
	done = take_back(tui->app, 0, &what, &err);
	work_end(tui);
	if (done) {
		tui_changed(tui);
		tui_say(tui, "%s", str_get(&what));
	} else {
		tui_error(tui, &err);
	}
	str_release(&what);
}

static void back(struct tui *tui, bool leave)
{
	if (tui->top->below != NULL)
		view_pop(tui);
	else if (leave)
		tui->quit = true;
	else
		tui_say(tui, _("q leaves the program"));
	if (tui->top != NULL && tui->top->below == NULL)
		menu_follow(tui, NULL);
}

static void dashboard(struct tui *tui)
{
	view_pop_to_root(tui);
	menu_follow(tui, NULL);
}

void pane_show(struct tui *tui, enum command_id id, struct view *view)
{
	view_pop_to_root(tui);
	menu_follow_pane(tui, id);
	view_push(tui, view);
}

static void to_menu(struct tui *tui, bool toggle)
{
	bool there = (tui->top->ops->flags & VIEW_FULL) == 0;

	if (there && !(toggle && tui->menu_hidden)) {
		tui->menu_hidden = false;
		tui->menu_focus = toggle ? !tui->menu_focus : true;
	}
}

static void help(struct tui *tui)
{
	enum command_id id = help_run(tui, tui->menu_focus ? WHERE_MENU : tui->top->ops->where);

	if (id != CMD_COUNT)
		tui_command(tui, id);
}

static bool allowed(const struct tui *tui, enum command_id id)
{
	bool modal = (tui->top->ops->flags & VIEW_MODAL) != 0;
	bool file = tui->app->store != NULL;
	bool always = id == CMD_REDRAW || id == CMD_SUSPEND || id == CMD_HELP ||
		      id == CMD_MOUSE;

	return always || (!modal && (file || id == CMD_QUIT || id == CMD_BACK));
}

static void quit(struct tui *tui)
{
	back(tui, true);
}

static void go_back(struct tui *tui)
{
	back(tui, false);
}

static void undo_last(struct tui *tui)
{
	undo(tui, _("undoing"), app_undo);
}

static void redo_last(struct tui *tui)
{
	undo(tui, _("redoing"), app_redo);
}

static struct view *all_checks(struct tui *tui)
{
	return checks_view(tui, NULL);
}

static struct view *all_due(struct tui *tui)
{
	return due_view(tui, false);
}

static struct view *all_stages(struct tui *tui)
{
	return certification_view(tui, STAGE_COUNT);
}

static void report_any(struct tui *tui)
{
	report_ask(tui, NULL, 0);
}

static void audit_any(struct tui *tui)
{
	audit_run(tui, NULL, 0);
}

static void show_menu(struct tui *tui)
{
	to_menu(tui, false);
}

static void toggle_menu(struct tui *tui)
{
	to_menu(tui, true);
}

static void hide_menu(struct tui *tui)
{
	tui->menu_hidden = !tui->menu_hidden;
	tui->menu_focus = false;
}

static void find_any(struct tui *tui)
{
	find_run(tui, NULL);
}

static void log_of_all(struct tui *tui)
{
	history_show(tui, NULL, 0);
}

static void repaint(struct tui *tui)
{
	term_repaint(tui->term);
}

static void suspend(struct tui *tui)
{
	term_suspend(tui->term);
}

/* One of the three. */
static const struct everywhere {
	void (*run)(struct tui *tui);
	struct view *(*pane)(struct tui *tui);  /* stands in the menu beside a register */
	struct view *(*view)(struct tui *tui);  /* lies on the root */
} everywhere[CMD_COUNT] = {
	[CMD_QUIT] = {.run = quit},
	[CMD_BACK] = {.run = go_back},
	[CMD_UNDO] = {.run = undo_last},
	[CMD_REDO] = {.run = redo_last},
	[CMD_DASHBOARD] = {.run = dashboard},
	[CMD_MATRIX] = {.pane = matrix_view},
	[CMD_PLAN] = {.pane = plan_view},
	[CMD_SOA] = {.pane = soa_view},
	[CMD_CHECK] = {.view = all_checks},
	[CMD_DUE] = {.view = all_due},
	[CMD_CERTIFICATION] = {.view = all_stages},
	[CMD_REPORT] = {.run = report_any},
	[CMD_AUDIT_MODE] = {.run = audit_any},
	[CMD_MENU] = {.run = show_menu},
	[CMD_NEXT_PANE] = {.run = toggle_menu},
	[CMD_PREV_PANE] = {.run = toggle_menu},
	[CMD_HIDE_MENU] = {.run = hide_menu},
	[CMD_HELP] = {.run = help},
	[CMD_FIND] = {.run = find_any},
	[CMD_PALETTE] = {.run = palette_run},
	[CMD_GO_PLACE] = {.run = named_go},
	[CMD_DIFF] = {.run = diff_ask},
	[CMD_LOG] = {.run = log_of_all},
	[CMD_AS_OF] = {.run = as_of_ask},
	[CMD_MESSAGES] = {.run = messages_show},
	[CMD_MOUSE] = {.run = mouse_switch},
	[CMD_DRAFTS] = {.run = drafts_show},
	[CMD_REDRAW] = {.run = repaint},
	[CMD_SUSPEND] = {.run = suspend},
};

static void global(struct tui *tui, enum command_id id)
{
	const struct everywhere *what = &everywhere[id];

	if (what->run != NULL) {
		what->run(tui);
	} else if (what->pane != NULL) {
		pane_show(tui, id, what->pane(tui));
	} else if (what->view != NULL) {
		view_pop_to_root(tui);
		view_push(tui, what->view(tui));
	}
}

void tui_command(struct tui *tui, enum command_id id)
{
	const struct view_ops *ops = tui->top->ops;

	tui->dirty = true;
	if (ops->command != NULL && ops->command(tui, tui->top, id))
		return;
	if (id < CMD_COUNT && allowed(tui, id))
		global(tui, id);
}

void tui_go(struct tui *tui, const struct kind *kind, const char *filter)
{
	view_pop_to_root(tui);
	menu_follow(tui, kind);
	tui_list_over(tui, kind, filter);
}

void tui_list_over(struct tui *tui, const struct kind *kind, const char *filter)
{
	struct list *list = list_of(tui, kind);
	struct err err = ERR_INIT;

	if (filter != NULL && !list_filter(tui, list, filter, &err))
		tui_error(tui, &err);
	view_push(tui, list_view(tui, kind));
	if ((kind->flags & KIND_SINGLE) != 0 && list_id(list) != 0)
		view_push(tui, list_record_view(tui, list));
}

void tui_changed(struct tui *tui)
{
	struct err err = ERR_INIT;

	if (!app_refresh(tui->app, &err))
		tui_error(tui, &err);
	menu_stale(tui->menu);
	for (size_t i = 0; i < tui->nlists; i++) {
		if (tui->lists[i] != NULL)
			list_stale(tui->lists[i]);
	}
	for (struct view *v = tui->top; v != NULL; v = v->below) {
		if (v->ops->changed != NULL)
			v->ops->changed(tui, v);
	}
	tui->dirty = true;
}
