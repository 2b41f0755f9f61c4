#include "config.h"

#include "isms/tui/walk.h"

#include "isms/tui/form.h"
#include "isms/util/i18n.h"

struct hit rows_at(const struct rows *rows)
{
	return rows->at < rows->n ? rows->record(rows->ctx, rows->at) : (struct hit){NULL, 0};
}

static bool same(struct hit a, struct hit b)
{
	return a.kind == b.kind && a.id == b.id;
}

size_t walk_rows(const struct rows *rows, struct hit read, int by)
{
	/* when it is there no more, the next stands under the cursor */
	long row = (long)rows->at + (by > 0 && !same(rows_at(rows), read) ? 0 : by);
	bool found = false;

	while (!found && row >= 0 && row < (long)rows->n) {
		struct hit hit = rows->record(rows->ctx, (size_t)row);

		found = hit.id != 0 && !same(hit, read);
		row += found ? 0 : by;
	}
	return found ? (size_t)row : rows->n;
}

void walk_position(const struct rows *rows, struct str *out)
{
	size_t all = 0, here = 0;

	for (size_t i = 0; i < rows->n; i++) {
		all += rows->record(rows->ctx, i).id != 0 ? 1 : 0;
		here = i == rows->at ? all : here;
	}
	str_addf(out, "%zu/%zu", here, all);
}

bool walk_command(struct tui *tui, enum command_id id, struct hit hit, const struct walk *walk)
{
	bool meant = id == CMD_EDIT || id == CMD_TRACE || id == CMD_LOG || id == CMD_GO ||
		     id == CMD_OPEN;

	if (!meant)
		return false;
	if (hit.id == 0)
		tui_say(tui, _("this line is about no record"));
	else if (id == CMD_EDIT)
		form_edit(tui, hit.kind, hit.id, NULL);
	else if (id == CMD_TRACE)
		view_push(tui, trace_view(tui, hit.kind, hit.id));
	else if (id == CMD_LOG)
		history_show(tui, hit.kind, hit.id);
	else
		view_push(tui, record_view(tui, hit, walk));
	return true;
}
