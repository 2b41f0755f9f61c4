#include "config.h"

#include <stdint.h>
#include <stdlib.h>

#include "isms/tui/list.h"
#include "isms/util/mem.h"

static struct mark_rows rows_of(const struct list *list)
{
	return (struct mark_rows){list->ids, list->n, list->at};
}

size_t list_range_row(const struct list *list)
{
	const struct mark_rows rows = rows_of(list);

	return marks_range_row(&list->marks, &rows);
}

bool list_marked(const struct list *list, size_t row, size_t from)
{
	const struct mark_rows rows = rows_of(list);

	return marks_shown(&list->marks, &rows, row, from);
}

bool list_mark_command(struct tui *tui, struct list *list, enum command_id id)
{
	const bool all = id == CMD_MARK_INVERT || id == CMD_MARK_ALL;
	struct mark_rows rows;
	struct err err = ERR_INIT;
	bool taken;

	if (all && !list_load(tui, list, SIZE_MAX, &err)) {
		tui_error(tui, &err);
		return true;
	}
	rows = rows_of(list);
	taken = marks_command(&list->marks, &rows, id);
	if (rows.at != list->at)
		list_move(tui, list, (long long)rows.at);
	return taken;
}

void list_targets(const struct list *list, long long **ids, size_t *n)
{
	*n = marks_targets(&list->marks, list_id(list), ids);
}

size_t list_marked_hidden(struct tui *tui, struct list *list)
{
	struct err err = ERR_INIT;

	if (list->marks.n == 0 || list->filter == NULL)
		return 0;
	if (!list_load(tui, list, SIZE_MAX, &err))
		tui_error(tui, &err);
	return marks_hidden(&list->marks, list->ids, list->n);
}

void marks_prune(struct tui *tui, struct marks *marks, const struct kind *kind,
		 enum archived archived)
{
	struct query query = {.kind = kind, .archived = archived};
	struct err err = ERR_INIT;
	long long *ids = NULL;
	size_t n = 0;

	if (marks->n == 0)
		return;
	if (store_list(tui->app->store, &query, &ids, &n, &err))
		marks_keep(marks, ids, n);
	else
		tui_error(tui, &err);
	free(ids);
}

void list_prune_marks(struct tui *tui, struct list *list)
{
	marks_prune(tui, &list->marks, list->kind, list->archived);
}
