#include "config.h"

#include "isms/tui/row_marks.h"

#include <stdlib.h>

#include "isms/tui/bulk_view.h"
#include "isms/tui/list.h"
#include "isms/util/i18n.h"
#include "isms/util/mem.h"

static bool any(const struct row_marks *marks)
{
	return marks->set.n > 0 || marks->set.range != 0;
}

/* The register of which something is marked already, else that of the row under the
 * cursor, else of the next that is a record, round the end. */
static const struct kind *kind_of(const struct row_marks *marks, const struct rows *rows)
{
	const struct kind *kind = any(marks) ? marks->kind : rows_at(rows).kind;

	for (size_t i = 0; i < rows->n && kind == NULL; i++)
		kind = rows->record(rows->ctx, (rows->at + i) % rows->n).kind;
	return kind;
}

/* The ids of the rows that can be marked, 0 for others; owned by the caller. */
static long long *ids_of(const struct rows *rows, const struct kind *kind)
{
	long long *ids = xcalloc(rows->n + 1, sizeof(*ids));

	for (size_t i = 0; i < rows->n; i++) {
		const struct hit hit = rows->record(rows->ctx, i);

		ids[i] = hit.kind == kind ? hit.id : 0;
	}
	return ids;
}

static bool sets(enum command_id id)
{
	return id == CMD_MARK || id == CMD_MARK_RANGE || id == CMD_MARK_ALL ||
	       id == CMD_MARK_INVERT;
}

/* Outside of a range the rows are looked at only where a mark is set. */
static bool mark(struct tui *tui, struct row_marks *marks, struct rows *rows, enum command_id id)
{
	const struct kind *kind = kind_of(marks, rows);
	const struct hit at = rows_at(rows);
	const bool one = id == CMD_MARK || id == CMD_MARK_RANGE;
	struct mark_rows in;
	long long *ids;
	bool taken = true;

	if (one && marks->set.range == 0 && at.id != 0 && at.kind != kind) {
		tui_say(tui, _("%s are marked; Esc takes the marks away"), _(kind->plural));
		return true;
	}
	ids = ids_of(rows, kind);
	in = (struct mark_rows){ids, rows->n, rows->at};
	marks->kind = kind;
	taken = marks_command(&marks->set, &in, id);
	if (in.at < in.n)
		rows->at = in.at;
	free(ids);
	return taken;
}

size_t row_marks_targets(const struct row_marks *marks, const struct rows *rows,
			 const struct kind **kind, long long **ids)
{
	const struct hit at = rows_at(rows);

	*kind = marks->set.n > 0 ? marks->kind : at.kind;
	return marks_targets(&marks->set, at.id, ids);
}

size_t row_marks_hidden(const struct row_marks *marks, const struct rows *rows)
{
	long long *ids = ids_of(rows, marks->kind);
	const size_t n = marks->set.n > 0 ? marks_hidden(&marks->set, ids, rows->n) : 0;

	free(ids);
	return n;
}

static void act(struct tui *tui, const struct row_marks *marks, const struct rows *rows,
		enum command_id id)
{
	const struct kind *kind;
	long long *ids;
	const size_t n = row_marks_targets(marks, rows, &kind, &ids);

	if (n == 0)
		tui_say(tui, _("this line is about no record"));
	else if (id == CMD_EDIT_ALL)
		bulk_edit(tui, kind, ids, n, row_marks_hidden(marks, rows));
	else
		archive_ask(tui, kind, ids, n, row_marks_hidden(marks, rows), true);
	free(ids);
}

bool row_marks_command(struct tui *tui, struct row_marks *marks, struct rows *rows,
		       enum command_id id)
{
	bool taken = false;

	if (sets(id) || marks->set.range != 0)
		taken = mark(tui, marks, rows, id);
	if (!taken && (id == CMD_EDIT_ALL || id == CMD_ARCHIVE)) {
		act(tui, marks, rows, id);
		taken = true;
	} else if (!taken && id == CMD_BACK && marks->set.n > 0) {
		marks_clear(&marks->set);
		taken = true;
	}
	return taken;
}

bool *row_marks_shown(const struct row_marks *marks, const struct rows *rows)
{
	long long *ids = any(marks) ? ids_of(rows, marks->kind) : NULL;
	const struct mark_rows in = {ids, rows->n, rows->at};
	bool *shown = NULL;
	size_t from;

	if (ids != NULL) {
		from = marks_range_row(&marks->set, &in);
		shown = xcalloc(rows->n + 1, sizeof(*shown));
		for (size_t i = 0; i < rows->n; i++)
			shown[i] = marks_shown(&marks->set, &in, i, from);
	}
	free(ids);
	return shown;
}

void row_marks_say(const struct row_marks *marks, struct str *out)
{
	if (marks->set.n > 0)
		str_addf(out, _("  %zu marked"), marks->set.n);
	if (marks->set.range != 0)
		str_add(out, _("  range"));
}

void row_marks_prune(struct tui *tui, struct row_marks *marks)
{
	marks_prune(tui, &marks->set, marks->kind, ARCHIVED_NO);
}
