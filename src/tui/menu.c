#include "config.h"

#include "isms/tui/menu.h"

#include <stdlib.h>
#include <string.h>

#include "isms/tui/scroll.h"
#include "isms/util/i18n.h"
#include "isms/util/mem.h"
#include "isms/util/text.h"

#define ROWS_MAX 96
#define KINDS_MAX 256 /* of their numbers */
#define PAGE 10	      /* rows of a page up or down */

enum row_type { ROW_GROUP, ROW_KIND, ROW_PANE, ROW_UNUSED };

struct row_item {
	enum row_type type;
	enum group group;
	const struct kind *kind; /* a group's: its first register */
	enum command_id pane;	 /* ROW_PANE: what opens it */
};

/* What is no register, and stands behind the one it is about. */
static const struct pane {
	enum command_id id;
	const char *kind, *title;
} panes[] = {
	{CMD_MATRIX, "risk", N_("Matrix")},
	{CMD_PLAN, "risk", N_("Treatment plan")},
	{CMD_SOA, "soa_entry", N_("SoA by theme")},
};

#define NPANES (sizeof(panes) / sizeof(panes[0]))

struct menu {
	struct row_item row[ROWS_MAX];
	int n, at, top;
	enum group open;  /* GROUP_COUNT: none */
	bool unused_open; /* its registers without a record too */
	int unused;	  /* of the open group */
	const struct kind *current;
	enum command_id pane;	/* is shown, and no register; CMD_COUNT: none */
	long counts[KINDS_MAX]; /* by the kind's number; -1: not known */
	bool fresh[KINDS_MAX];
	bool used[KINDS_MAX]; /* has a record, or had one in this session */
	bool asked[KINDS_MAX];
};

/* The registers that people look for first in their group, in this order, and
 * that are shown although they are empty: the way through the standard. The
 * others follow in the order of kinds[], which has what is referred to before
 * what refers to it. */
static const char *const first_kinds[] = {
	"context_issue", "interested_party",
	"requirement",	 "scope_item",
	"person",	 "role",
	"asset",	 "risk",
	"treatment",	 "risk_acceptance",
	"soa_entry",	 "control",
	"document",	 "training",
	"supplier",	 "incident",
	"objective",	 "metric",
	"audit",	 "finding",
	"review",	 "management_review",
	"nonconformity", "action",
};

static bool comes_first(const struct kind *kind)
{
	bool first = false;

	for (size_t i = 0; i < sizeof(first_kinds) / sizeof(first_kinds[0]) && !first; i++)
		first = strcmp(first_kinds[i], kind->name) == 0;
	return first;
}

/* Register i of a group, from 0; NULL: there are no more. */
static const struct kind *group_kind(enum group group, int i)
{
	const struct kind *found = NULL;

	for (size_t f = 0; f < sizeof(first_kinds) / sizeof(first_kinds[0]) && found == NULL; f++) {
		for (size_t k = 0; kinds[k] != NULL && found == NULL; k++) {
			if (kinds[k]->group == group &&
			    strcmp(kinds[k]->name, first_kinds[f]) == 0 && i-- == 0)
				found = kinds[k];
		}
	}
	for (size_t k = 0; kinds[k] != NULL && found == NULL; k++) {
		if (kinds[k]->group == group && (kinds[k]->flags & KIND_DETAIL) == 0 &&
		    !comes_first(kinds[k]) && i-- == 0)
			found = kinds[k];
	}
	return found;
}

/* Whether it has a record at all is asked when its group is opened; how many,
 * while nobody types. */
static bool is_used(struct tui *tui, const struct kind *kind)
{
	struct menu *menu = tui->menu;
	struct query query = {.kind = kind, .limit = 1};
	struct err err = ERR_INIT;
	long long *ids = NULL;
	size_t n = 0;

	if (!menu->used[kind->number] && !menu->asked[kind->number] && tui->app->store != NULL) {
		menu->asked[kind->number] = true;
		menu->used[kind->number] = !store_list(tui->app->store, &query, &ids, &n, &err) ||
					   n > 0;
		free(ids);
		err_release(&err);
	}
	return menu->used[kind->number];
}

static bool is_folded(struct tui *tui, const struct kind *kind)
{
	return !comes_first(kind) && kind != tui->menu->current && !is_used(tui, kind);
}

static void add(struct menu *menu, enum row_type type, enum group group, const struct kind *kind)
{
	if (menu->n < ROWS_MAX)
		menu->row[menu->n++] = (struct row_item){type, group, kind, CMD_COUNT};
}

static void add_panes(struct menu *menu, enum group group, const struct kind *kind)
{
	for (size_t i = 0; i < NPANES; i++) {
		if (strcmp(panes[i].kind, kind->name) == 0 && menu->n < ROWS_MAX)
			menu->row[menu->n++] =
				(struct row_item){ROW_PANE, group, NULL, panes[i].id};
	}
}

static void add_registers(struct tui *tui, enum group group)
{
	struct menu *menu = tui->menu;
	const struct kind *kind;

	menu->unused = 0;
	for (int i = 0; (kind = group_kind(group, i)) != NULL; i++) {
		if (is_folded(tui, kind)) {
			menu->unused++;
			continue;
		}
		add(menu, ROW_KIND, group, kind);
		add_panes(menu, group, kind);
	}
	if (menu->unused > 0)
		add(menu, ROW_UNUSED, group, NULL);
	for (int i = 0; menu->unused_open && (kind = group_kind(group, i)) != NULL; i++) {
		if (is_folded(tui, kind))
			add(menu, ROW_KIND, group, kind);
	}
}

/* The cursor stays on its row, or goes to the group of it. */
static void build(struct tui *tui)
{
	struct menu *menu = tui->menu;
	struct row_item at = menu->n > 0 ? menu->row[menu->at]
					 : (struct row_item){ROW_GROUP, 0, NULL, CMD_COUNT};

	menu->n = 0;
	for (int g = 0; g < GROUP_COUNT; g++) {
		enum group group = (enum group)g;
		const struct kind *first = group_kind(group, 0);

		if (group != GROUP_DASHBOARD && first == NULL)
			continue;
		add(menu, ROW_GROUP, group, first);
		if (group == menu->open && group_kind(group, 1) != NULL)
			add_registers(tui, group);
	}
	menu->at = 0;
	for (int i = 0; i < menu->n; i++) {
		if (menu->row[i].group == at.group &&
		    (menu->row[i].type == ROW_GROUP ||
		     (menu->row[i].type == at.type && menu->row[i].kind == at.kind &&
		      menu->row[i].pane == at.pane)))
			menu->at = i;
	}
}

static void open_group(struct tui *tui, enum group group)
{
	if (tui->menu->open != group)
		tui->menu->unused_open = false;
	tui->menu->open = group;
	build(tui);
}

int menu_width(const struct tui *tui)
{
	return tui->cols >= 100 ? 26 : 18;
}

struct menu *menu_new(void)
{
	struct menu *menu = xcalloc(1, sizeof(*menu));

	menu->pane = CMD_COUNT;
	for (int i = 0; i < KINDS_MAX; i++)
		menu->counts[i] = -1;
	return menu;
}

void menu_free(struct menu **menu)
{
	free(*menu);
	*menu = NULL;
}

void menu_stale(struct menu *menu)
{
	for (int i = 0; i < KINDS_MAX; i++)
		menu->fresh[i] = false;
}

/* Is its count to be seen, or does it decide what is? */
static bool is_counted(const struct menu *menu, const struct kind *kind)
{
	return (kind->group == menu->open && (kind->flags & KIND_DETAIL) == 0) ||
	       kind == group_kind(kind->group, 0);
}

static void count(struct tui *tui, const struct kind *kind)
{
	struct menu *menu = tui->menu;
	struct query query = {.kind = kind};
	struct err err = ERR_INIT;
	long n = 0;
	bool ok = store_count(tui->app->store, &query, &n, &err);

	menu->fresh[kind->number] = ok || err.kind != ERR_CANCELLED;
	if (ok && menu->counts[kind->number] != n) {
		menu->counts[kind->number] = n;
		if (n > 0 && !menu->used[kind->number]) {
			menu->used[kind->number] = true;
			build(tui);
		}
		tui->dirty = !tui->menu_hidden || tui->dirty;
	}
	err_release(&err);
}

bool menu_idle(struct tui *tui)
{
	const struct kind *first = NULL;
	bool more = false;

	for (size_t k = 0; kinds[k] != NULL && !more && tui->app->store != NULL; k++) {
		if (tui->menu->fresh[kinds[k]->number] || !is_counted(tui->menu, kinds[k]))
			continue;
		more = first != NULL;
		if (first == NULL)
			first = kinds[k];
	}
	work_begin_typed(tui, NULL);
	if (first != NULL)
		count(tui, first);
	more = work_end(tui) || more;
	return more;
}

void menu_follow(struct tui *tui, const struct kind *kind)
{
	struct menu *menu = tui->menu;
	enum group group = kind == NULL ? GROUP_DASHBOARD : kind->group;

	menu->current = kind;
	menu->pane = CMD_COUNT;
	open_group(tui, group);
	for (int i = 0; i < menu->n; i++) {
		if (menu->row[i].group == group &&
		    (menu->row[i].type == ROW_GROUP || menu->row[i].kind == kind))
			menu->at = i;
	}
}

void menu_follow_pane(struct tui *tui, enum command_id pane)
{
	struct menu *menu = tui->menu;

	for (size_t i = 0; i < NPANES; i++) {
		if (panes[i].id == pane)
			menu_follow(tui, kind_find(panes[i].kind));
	}
	menu->pane = pane;
	for (int i = 0; i < menu->n; i++) {
		if (menu->row[i].pane == pane)
			menu->at = i;
	}
}

static void open_row(struct tui *tui, const struct row_item *row)
{
	if (row->type == ROW_UNUSED) {
		tui->menu->unused_open = !tui->menu->unused_open;
		build(tui);
		return;
	}
	tui->menu_focus = false;
	if (row->type == ROW_PANE)
		tui_command(tui, row->pane);
	else if (row->kind == NULL)
		tui_command(tui, CMD_DASHBOARD);
	else
		tui_go(tui, row->kind, NULL);
}

/* The register after the current one, of those that are shown. */
static const struct kind *next_in(struct tui *tui, enum group group)
{
	const struct kind *current = tui->menu->current, *first = NULL, *next = NULL, *kind;
	bool passed = false;

	for (int i = 0; (kind = group_kind(group, i)) != NULL && next == NULL; i++) {
		if (is_folded(tui, kind))
			continue;
		if (first == NULL)
			first = kind;
		if (passed)
			next = kind;
		passed = passed || kind == current;
	}
	return next != NULL ? next : first != NULL ? first : group_kind(group, 0);
}

void menu_group(struct tui *tui, int n)
{
	enum group group = (enum group)(n - 1);

	if (group == GROUP_DASHBOARD)
		tui_command(tui, CMD_DASHBOARD);
	else if (group_kind(group, 0) == NULL)
		tui_say(tui, _("%s: no register yet"), group_title(group));
	else
		tui_go(tui, next_in(tui, group), NULL);
}

/* Right opens a group where it stands, Left folds it again. */
static void unfold(struct tui *tui, const struct row_item *row)
{
	bool closed = row->type == ROW_GROUP && tui->menu->open != row->group &&
		      group_kind(row->group, 1) != NULL;

	if (closed)
		open_group(tui, row->group);
	else
		open_row(tui, row);
}

static void fold(struct tui *tui, const struct row_item *row)
{
	struct menu *menu = tui->menu;

	if (row->type == ROW_GROUP && menu->open == row->group)
		open_group(tui, GROUP_COUNT);
	else if (row->type == ROW_UNUSED && menu->unused_open)
		open_row(tui, row);
	else
		for (int i = 0; i < menu->n; i++)
			if (menu->row[i].group == row->group && menu->row[i].type == ROW_GROUP)
				menu->at = i;
}

bool menu_command(struct tui *tui, enum command_id id)
{
	struct menu *menu = tui->menu;
	struct row_item row = menu->row[menu->at];
	long to = menu->at;
	bool taken = true;

	switch (id) {
	case CMD_BACK:
		tui->menu_focus = false;
		break;
	case CMD_OPEN:
		open_row(tui, &row);
		break;
	case CMD_RIGHT:
		unfold(tui, &row);
		break;
	case CMD_LEFT:
		fold(tui, &row);
		break;
	default:
		taken = scroll_by(id, PAGE, menu->n - 1, &to);
		menu->at = (int)scroll_within(to, menu->n - 1);
		break;
	}
	return taken;
}

/* Is it what the rest of the screen shows? A group that is folded stands for
 * its registers. */
static bool is_here(const struct menu *menu, const struct row_item *row)
{
	enum group group = menu->current == NULL ? GROUP_DASHBOARD : menu->current->group;
	bool open = row->group == menu->open && group_kind(row->group, 1) != NULL;

	if (row->type == ROW_GROUP)
		return row->group == group && !open;
	return menu->pane != CMD_COUNT ? row->pane == menu->pane
				       : row->type == ROW_KIND && row->kind == menu->current;
}

static const char *pane_title(enum command_id id)
{
	size_t i = 0;

	while (i + 1 < NPANES && panes[i].id != id)
		i++;
	return _(panes[i].title);
}

static void row_text(const struct menu *menu, const struct row_item *row, char sign,
		     struct str *text)
{
	if (row->type == ROW_GROUP)
		str_addf(text, "%c%d %s", sign, ((int)row->group + 1) % 10,
			 group_title(row->group));
	else if (row->type == ROW_UNUSED)
		str_addf(text, _("%c  %d unused %c"), sign, menu->unused,
			 menu->unused_open ? '-' : '+');
	else
		str_addf(text, "%c  %s", sign,
			 row->type == ROW_PANE ? pane_title(row->pane) : _(row->kind->plural));
}

static void draw_row(struct tui *tui, struct rect r, int y, const struct row_item *row, bool at)
{
	const struct menu *menu = tui->menu;
	unsigned look = row->type == ROW_GROUP	  ? LOOK_BOLD
			: row->type == ROW_UNUSED ? LOOK_DIM
						  : LOOK_PLAIN;
	bool open = row->type == ROW_GROUP && row->group == menu->open &&
		    group_kind(row->group, 1) != NULL;
	long n = row->kind != NULL && !open ? menu->counts[row->kind->number] : -1;
	struct str text = STR_INIT, number = STR_INIT;
	int wide;

	if (n > 999999)
		str_addf(&number, " %.1fM", (double)n / 1e6);
	else if (n >= 0)
		str_addf(&number, " %ld", n);
	wide = text_width(str_get(&number));
	row_text(menu, row, at || is_here(menu, row) ? '>' : ' ', &text);
	look |= at && tui->menu_focus ? (unsigned)LOOK_SELECTED : 0;
	draw_text(tui, y, r.x, r.w - wide, str_get(&text), look);
	draw_text(tui, y, r.x + r.w - wide, wide, str_get(&number), look);
	str_release(&text);
	str_release(&number);
}

void menu_draw(struct tui *tui, struct rect r)
{
	struct menu *menu = tui->menu;

	if (menu->n == 0)
		build(tui);
	menu->top = draw_scroll(menu->top, menu->at, r.h, menu->n);
	for (int i = 0; i < r.h && menu->top + i < menu->n; i++)
		draw_row(tui, r, r.y + i, &menu->row[menu->top + i],
			 tui->menu_focus && menu->top + i == menu->at);
	if (tui->menu_focus)
		draw_cursor(tui, r.y + menu->at - menu->top, r.x);
}
