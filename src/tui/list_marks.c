#include "config.h"

#include <stdint.h>
#include <stdlib.h>

#include "isms/tui/list.h"
#include "isms/util/mem.h"

/* Marks are of records and not of rows: they stay with them whatever the list
 * shows, in whichever order. */

size_t list_range_row(const struct list *list)
{
	size_t i = list->range == 0 ? list->n : 0;

	while (i < list->n && list->ids[i] != list->range)
		i++;
	return i;
}

static bool within(const struct list *list, size_t row, size_t from)
{
	return from < list->n && ((row >= from && row <= list->at) ||
				  (row <= from && row >= list->at));
}

bool list_marked(const struct list *list, size_t row, size_t from)
{
	return within(list, row, from) || marks_has(&list->marks, list->ids[row]);
}

static void end_range(struct list *list)
{
	size_t from = list_range_row(list);
	size_t first = from < list->at ? from : list->at;
	size_t last = from < list->at ? list->at : from;

	list->range = 0;
	if (last < list->n)
		marks_add(&list->marks, list->ids + first, last - first + 1);
}

static bool is_move(enum command_id id)
{
	static const enum command_id moves[] = {
		CMD_UP,	      CMD_DOWN,	     CMD_LEFT, CMD_RIGHT, CMD_PAGE_UP, CMD_PAGE_DOWN,
		CMD_HALF_UP,  CMD_HALF_DOWN, CMD_HOME, CMD_END,	  CMD_HELP,    CMD_REDRAW,
		CMD_SUSPEND,
	};
	bool found = false;

	for (size_t i = 0; i < sizeof(moves) / sizeof(moves[0]) && !found; i++)
		found = moves[i] == id;
	return found;
}

/* While a range is on: Esc leaves it, what is no move marks it first, and what
 * only ends it is done with that. */
static bool range_command(struct list *list, enum command_id id)
{
	bool only_ends = id == CMD_MARK_RANGE || id == CMD_OPEN || id == CMD_MARK;

	if (id == CMD_BACK)
		list->range = 0;
	else if (!is_move(id))
		end_range(list);
	return id == CMD_BACK || only_ends;
}

static void toggle(struct tui *tui, struct list *list)
{
	long long id = list_id(list);

	if (id == 0)
		return;
	marks_set(&list->marks, id, !marks_has(&list->marks, id));
	list_move(tui, list, (long long)list->at + 1);
}

static void all(struct tui *tui, struct list *list,
		void (*act)(struct marks *marks, const long long *ids, size_t n))
{
	struct err err = ERR_INIT;

	if (list_load(tui, list, SIZE_MAX, &err))
		act(&list->marks, list->ids, list->n);
	else
		tui_error(tui, &err);
}

bool list_mark_command(struct tui *tui, struct list *list, enum command_id id)
{
	bool taken = true;

	if (list->range != 0 && range_command(list, id))
		return true;
	switch (id) {
	case CMD_MARK:
		toggle(tui, list);
		break;
	case CMD_MARK_RANGE:
		list->range = list_id(list);
		break;
	case CMD_MARK_INVERT:
		all(tui, list, marks_invert);
		break;
	case CMD_MARK_ALL:
		all(tui, list, marks_add);
		break;
	default:
		taken = false;
		break;
	}
	return taken;
}

void list_targets(const struct list *list, long long **ids, size_t *n)
{
	*n = list->marks.n;
	if (*n == 0)
		*n = list_id(list) != 0 ? 1 : 0;
	*ids = xcalloc(*n + 1, sizeof(**ids));
	if (list->marks.n == 0)
		(*ids)[0] = list_id(list);
	for (size_t i = 0; i < list->marks.n; i++)
		(*ids)[i] = list->marks.v[i];
}

size_t list_marked_hidden(struct tui *tui, struct list *list)
{
	struct err err = ERR_INIT;
	size_t shown = 0;

	if (list->marks.n == 0 || list->filter == NULL)
		return 0;
	if (!list_load(tui, list, SIZE_MAX, &err))
		tui_error(tui, &err);
	for (size_t i = 0; i < list->n; i++)
		shown += marks_has(&list->marks, list->ids[i]) ? 1 : 0;
	return list->marks.n - shown;
}

void list_prune_marks(struct tui *tui, struct list *list)
{
	struct query query = {.kind = list->kind, .archived = list->archived};
	struct err err = ERR_INIT;
	long long *ids = NULL;
	size_t n = 0;

	if (list->marks.n == 0)
		return;
	if (store_list(tui->app->store, &query, &ids, &n, &err))
		marks_keep(&list->marks, ids, n);
	else
		tui_error(tui, &err);
	free(ids);
}
