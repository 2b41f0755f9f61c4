#include "config.h"

#include "isms/tui/list.h"
#include "isms/tui/menu.h"
#include "isms/tui/view.h"
#include "isms/util/i18n.h"

/* What works everywhere. A command falls from the view on top to here. */

static void undo(struct tui *tui,
		 bool (*take_back)(struct app *, long long, struct str *, struct err *))
{
	struct str what = STR_INIT;
	struct err err = ERR_INIT;

	if (!tui_may_write(tui))
		return;
	if (take_back(tui->app, 0, &what, &err)) {
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

/* A pane that stands in the menu beside a register. */
static void show_pane(struct tui *tui, enum command_id id, struct view *(*make)(struct tui *))
{
	view_pop_to_root(tui);
	menu_follow_pane(tui, id);
	view_push(tui, make(tui));
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

static void global(struct tui *tui, enum command_id id)
{
	switch (id) {
	case CMD_QUIT:
		back(tui, true);
		break;
	case CMD_BACK:
		back(tui, false);
		break;
	case CMD_UNDO:
		undo(tui, app_undo);
		break;
	case CMD_REDO:
		undo(tui, app_redo);
		break;
	case CMD_DASHBOARD:
		dashboard(tui);
		break;
	case CMD_MATRIX:
		show_pane(tui, id, matrix_view);
		break;
	case CMD_PLAN:
		show_pane(tui, id, plan_view);
		break;
	case CMD_SOA:
		show_pane(tui, id, soa_view);
		break;
	case CMD_CHECK:
		view_pop_to_root(tui);
		view_push(tui, checks_view(tui, NULL));
		break;
	case CMD_REPORT:
		report_ask(tui, NULL, 0);
		break;
	case CMD_DUE:
		view_pop_to_root(tui);
		view_push(tui, due_view(tui, false));
		break;
	case CMD_CERTIFICATION:
		view_pop_to_root(tui);
		view_push(tui, certification_view(tui, STAGE_COUNT));
		break;
	case CMD_AUDIT_MODE:
		audit_run(tui, NULL, 0);
		break;
	case CMD_MENU:
		to_menu(tui, false);
		break;
	case CMD_NEXT_PANE:
	case CMD_PREV_PANE:
		to_menu(tui, true);
		break;
	case CMD_HIDE_MENU:
		tui->menu_hidden = !tui->menu_hidden;
		tui->menu_focus = false;
		break;
	case CMD_HELP:
		help(tui);
		break;
	case CMD_FIND:
		find_run(tui, NULL);
		break;
	case CMD_PALETTE:
		palette_run(tui);
		break;
	case CMD_GO_PLACE:
		named_go(tui);
		break;
	case CMD_DIFF:
		diff_ask(tui);
		break;
	case CMD_LOG:
		history_show(tui, NULL, 0);
		break;
	case CMD_AS_OF:
		as_of_ask(tui);
		break;
	case CMD_MESSAGES:
		messages_show(tui);
		break;
	case CMD_MOUSE:
		mouse_switch(tui);
		break;
	case CMD_DRAFTS:
		drafts_show(tui);
		break;
	case CMD_REDRAW:
		term_repaint(tui->term);
		break;
	case CMD_SUSPEND:
		term_suspend(tui->term);
		break;
	default:
		break;
	}
}

void tui_command(struct tui *tui, enum command_id id)
{
	const struct view_ops *ops = tui->top->ops;

	tui->dirty = true;
	if (ops->command != NULL && ops->command(tui, tui->top, id))
		return;
	if (allowed(tui, id))
		global(tui, id);
}

void tui_go(struct tui *tui, const struct kind *kind, const char *filter)
{
	struct list *list = list_of(tui, kind);
	struct err err = ERR_INIT;

	view_pop_to_root(tui);
	menu_follow(tui, kind);
	if (filter != NULL && !list_filter(tui, list, filter, &err))
		tui_error(tui, &err);
	view_push(tui, list_view(tui, kind));
	if ((kind->flags & KIND_SINGLE) != 0 && list_id(list) != 0)
		view_push(tui, record_view(tui, kind));
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
