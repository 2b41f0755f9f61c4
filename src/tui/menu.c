#include "config.h"

#include "isms/tui/menu.h"

#include <stdio.h>
#include <stdlib.h>

#include "isms/model/kinds.h"
#include "isms/util/i18n.h"
#include "isms/util/mem.h"

#define ROWS_MAX 96

enum row_type { ROW_GROUP, ROW_KIND, ROW_MATRIX };

struct row_item {
	enum row_type type;
	enum group group;
	const struct kind *kind; /* a group of one register: that one */
};

struct menu {
	struct row_item row[ROWS_MAX];
	int n, at, top;
	enum group open;
	const struct kind *current;
	bool matrix;	  /* the matrix is shown, and no register */
	long counts[256]; /* by the kind's number; -1: not known */
	bool fresh[256];
};

/* The registers that people look for first in their group; kinds[] has what is
 * referred to before what refers to it. The others follow in its order. */
static const struct kind *const first_kinds[] = {
	&kind_risk, &kind_treatment, &kind_risk_acceptance, &kind_soa_entry, NULL,
};

static bool comes_first(const struct kind *kind)
{
	size_t i = 0;

	while (first_kinds[i] != NULL && first_kinds[i] != kind)
		i++;
	return first_kinds[i] != NULL;
}

/* Register i of a group, from 0; NULL: there are no more. */
static const struct kind *group_kind(enum group group, int i)
{
	const struct kind *found = NULL;

	for (size_t k = 0; first_kinds[k] != NULL && found == NULL; k++) {
		if (first_kinds[k]->group == group && i-- == 0)
			found = first_kinds[k];
	}
	for (size_t k = 0; kinds[k] != NULL && found == NULL; k++) {
		if (kinds[k]->group == group && (kinds[k]->flags & KIND_DETAIL) == 0 &&
		    !comes_first(kinds[k]) && i-- == 0)
			found = kinds[k];
	}
	return found;
}

static void add(struct menu *menu, enum row_type type, enum group group, const struct kind *kind)
{
	if (menu->n < ROWS_MAX)
		menu->row[menu->n++] = (struct row_item){type, group, kind};
}

static void build(struct menu *menu)
{
	menu->n = 0;
	for (int g = 0; g < GROUP_COUNT; g++) {
		enum group group = (enum group)g;
		const struct kind *first = group_kind(group, 0);
		bool single = group_kind(group, 1) == NULL;

		if (group != GROUP_DASHBOARD && first == NULL)
			continue;
		add(menu, ROW_GROUP, group, first);
		for (int i = 0; group == menu->open && !single && group_kind(group, i) != NULL;
		     i++) {
			add(menu, ROW_KIND, group, group_kind(group, i));
			if (group == GROUP_RISKS && i == 0)
				add(menu, ROW_MATRIX, group, NULL);
		}
	}
	if (menu->at >= menu->n)
		menu->at = menu->n - 1;
}

int menu_width(const struct tui *tui)
{
	return tui->cols >= 100 ? 26 : 18;
}

struct menu *menu_new(void)
{
	struct menu *menu = xcalloc(1, sizeof(*menu));

	for (int i = 0; i < 256; i++)
		menu->counts[i] = -1;
	build(menu);
	return menu;
}

void menu_free(struct menu **menu)
{
	free(*menu);
	*menu = NULL;
}

void menu_stale(struct menu *menu)
{
	for (int i = 0; i < 256; i++)
		menu->fresh[i] = false;
}

bool menu_idle(struct tui *tui)
{
	struct menu *menu = tui->menu;
	int counted = 0;
	bool more = false;

	for (int i = 0; i < menu->n && !more && tui->app->store != NULL; i++) {
		const struct kind *kind = menu->row[i].kind;
		struct query query = {.kind = kind};
		struct err err = ERR_INIT;
		long n = 0;

		if (kind == NULL || menu->fresh[kind->number])
			continue;
		if (counted++ > 0) {
			more = true;
			continue;
		}
		menu->fresh[kind->number] = true;
		if (store_count(tui->app->store, &query, &n, &err) &&
		    menu->counts[kind->number] != n) {
			menu->counts[kind->number] = n;
			tui->dirty = !tui->menu_hidden || tui->dirty;
		}
		err_release(&err);
	}
	return more;
}

void menu_follow(struct menu *menu, const struct kind *kind)
{
	menu->current = kind;
	menu->matrix = false;
	menu->open = kind == NULL ? GROUP_DASHBOARD : kind->group;
	build(menu);
	for (int i = 0; i < menu->n; i++) {
		if (menu->row[i].group == menu->open &&
		    (menu->row[i].type == ROW_GROUP || menu->row[i].kind == kind))
			menu->at = i;
	}
}

void menu_follow_matrix(struct menu *menu)
{
	menu_follow(menu, &kind_risk);
	menu->matrix = true;
	for (int i = 0; i < menu->n; i++) {
		if (menu->row[i].type == ROW_MATRIX)
			menu->at = i;
	}
}

static void open_row(struct tui *tui, const struct row_item *row)
{
	if (row->type == ROW_MATRIX)
		tui_command(tui, CMD_MATRIX);
	else if (row->kind == NULL)
		tui_command(tui, CMD_DASHBOARD);
	else
		tui_go(tui, row->kind, NULL);
}

void menu_group(struct tui *tui, int n)
{
	struct menu *menu = tui->menu;
	enum group group = (enum group)(n - 1);
	const struct kind *next = group_kind(group, 0);

	for (int i = 0;
	     menu->current != NULL && menu->current->group == group && group_kind(group, i) != NULL;
	     i++) {
		if (group_kind(group, i) == menu->current && group_kind(group, i + 1) != NULL)
			next = group_kind(group, i + 1);
	}
	if (group == GROUP_DASHBOARD)
		tui_command(tui, CMD_DASHBOARD);
	else if (next == NULL)
		tui_say(tui, _("%s: no register yet"), group_title(group));
	else
		tui_go(tui, next, NULL);
}

/* Opens the group under the cursor in place, so that what is in it is seen. */
static void unfold(struct menu *menu)
{
	struct row_item row = menu->row[menu->at];

	menu->open = row.group;
	build(menu);
	for (int i = 0; i < menu->n; i++) {
		if (menu->row[i].group == row.group && menu->row[i].type == row.type &&
		    menu->row[i].kind == row.kind)
			menu->at = i;
	}
}

bool menu_command(struct tui *tui, enum command_id id)
{
	struct menu *menu = tui->menu;
	struct row_item row = menu->row[menu->at];
	bool taken = true;
	int to = menu->at;

	switch (id) {
	case CMD_UP:
	case CMD_HALF_UP:
		to--;
		break;
	case CMD_DOWN:
	case CMD_HALF_DOWN:
		to++;
		break;
	case CMD_HOME:
	case CMD_PAGE_UP:
		to = 0;
		break;
	case CMD_END:
	case CMD_PAGE_DOWN:
		to = menu->n - 1;
		break;
	case CMD_BACK:
		tui->menu_focus = false;
		break;
	case CMD_OPEN:
	case CMD_RIGHT:
		tui->menu_focus = false;
		open_row(tui, &row);
		break;
	case CMD_LEFT:
		break;
	default:
		taken = false;
		break;
	}
	if (to != menu->at && to >= 0 && to < menu->n) {
		menu->at = to;
		unfold(menu);
	}
	return taken;
}

static void draw_row(struct tui *tui, struct rect r, int y, const struct row_item *row, bool at)
{
	const struct menu *menu = tui->menu;
	unsigned look = row->type == ROW_GROUP ? LOOK_BOLD : LOOK_PLAIN;
	const char *title = row->type == ROW_MATRIX  ? _("Matrix")
			    : row->type == ROW_GROUP ? group_title(row->group)
						     : _(row->kind->plural);
	bool single = row->type == ROW_KIND || group_kind(row->group, 1) == NULL;
	bool counted = single || row->group != menu->open;
	bool here = menu->matrix ? row->type == ROW_MATRIX
				 : row->kind == menu->current && single &&
					   (row->kind != NULL || row->group == GROUP_DASHBOARD);
	long n = row->kind != NULL && counted ? menu->counts[row->kind->number] : -1;
	char text[160], count[24] = "";
	int wide;

	if (n >= 0)
		wide = snprintf(count, sizeof(count), n > 999999 ? "%.1fM" : "%.0f",
				n > 999999 ? (double)n / 1e6 : (double)n);
	else
		wide = 0;
	if (row->type == ROW_GROUP)
		snprintf(text, sizeof(text), "%c%d %s", at || here ? '>' : ' ',
			 ((int)row->group + 1) % 10, title);
	else
		snprintf(text, sizeof(text), "%c  %s", at || here ? '>' : ' ', title);
	look |= at && tui->menu_focus ? (unsigned)LOOK_SELECTED : 0;
	draw_text(tui, y, r.x, r.w - wide, text, look);
	if (wide > 0)
		draw_text(tui, y, r.x + r.w - wide, wide, count, look);
}

void menu_draw(struct tui *tui, struct rect r)
{
	struct menu *menu = tui->menu;

	menu->top = draw_scroll(menu->top, menu->at, r.h, menu->n);
	for (int i = 0; i < r.h && menu->top + i < menu->n; i++)
		draw_row(tui, r, r.y + i, &menu->row[menu->top + i],
			 tui->menu_focus && menu->top + i == menu->at);
	if (tui->menu_focus)
		draw_cursor(tui, r.y + menu->at - menu->top, r.x);
}
