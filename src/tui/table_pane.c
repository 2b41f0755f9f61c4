#include "config.h"

#include "isms/tui/table_pane.h"

#include <stdlib.h>

#include "isms/tui/clipboard.h"
#include "isms/tui/pane_filter.h"
#include "isms/tui/scroll.h"
#include "isms/util/i18n.h"
#include "isms/util/mem.h"

#define DETAIL_ROWS 6
#define HIGH 30 /* rows of a window that is no slow link's */
#define WIDE 70 /* cells where the menu is not shown */

struct hit table_pane_at(const struct table_pane *pane)
{
	return pane->table.at < pane->table.rows ? pane->ops->record(pane, pane->table.at)
						 : (struct hit){NULL, 0};
}

bool table_pane_seek(struct table_pane *pane, struct hit hit)
{
	bool found = false;

	for (size_t i = 0; i < pane->table.rows && hit.id != 0 && !found; i++) {
		const struct hit here = pane->ops->record(pane, i);

		found = here.kind == hit.kind && here.id == hit.id;
		if (found)
			pane->table.at = pane->table.detail = i;
	}
	return found;
}

/* ---- Reading --------------------------------------------------------------- */

static bool read_them(struct tui *tui, struct table_pane *pane, const char *filter,
		      struct err *err)
{
	bool ok;

	work_begin(tui, filter == NULL ? _("reading") : _("filtering"));
	ok = pane->ops->read(tui, pane, filter, err);
	work_end(tui);
	return ok;
}

/* The cursor stays on its record, else where it stood. */
static bool read_rows(struct tui *tui, struct table_pane *pane, const char *filter,
		      struct err *err)
{
	struct table *table = &pane->table;
	const struct hit at = table_pane_at(pane);

	if (!read_them(tui, pane, filter, err))
		return false;
	pane->has_read = true;
	table->at = (size_t)scroll_within((long)table->at, (long)table->rows - 1);
	table->detail = table->at;
	table_pane_seek(pane, at);
	row_marks_prune(tui, &pane->marks);
	return true;
}

static void refresh(struct tui *tui, struct table_pane *pane)
{
	struct err err = ERR_INIT;

	if (pane->fresh)
		return;
	if (!read_rows(tui, pane, pane->filter, &err) && err.kind == ERR_CANCELLED &&
	    pane->has_read)
		tui_warn(tui, "%s", _("cancelled; what is shown was there before"));
	else if (err.kind != ERR_NONE)
		tui_error(tui, &err);
	pane->fresh = true; /* not again with every frame */
	err_release(&err);
}

void table_pane_fresh(struct tui *tui, struct view *view)
{
	refresh(tui, (struct table_pane *)view);
}

bool table_pane_filter(struct tui *tui, struct table_pane *pane, const char *text,
		       struct err *err)
{
	char *filter = *text == '\0' ? NULL : xstrdup(text);
	const bool ok = read_rows(tui, pane, filter, err);

	if (ok) {
		free(pane->filter);
		pane->filter = filter;
		pane->fresh = true;
	} else {
		free(filter);
	}
	return ok;
}

static bool set_filter(struct tui *tui, void *ctx, const char *text, struct err *err)
{
	return table_pane_filter(tui, ctx, text, err);
}

static void ask_filter(struct tui *tui, struct table_pane *pane)
{
	const struct pane_filter filter = {pane->ops->kind, pane->filter, set_filter, pane};
	const size_t at = pane->table.at;

	if (!pane_filter_ask(tui, &filter) && at < pane->table.rows)
		pane->table.at = at;
}

static struct hit record_of(void *ctx, size_t row)
{
	const struct table_pane *pane = ctx;

	return pane->ops->record(pane, row);
}

struct rows table_pane_rows(struct table_pane *pane)
{
	return (struct rows){pane, record_of, pane->table.rows, pane->table.at};
}

/* ---- Copying --------------------------------------------------------------- */

static void add_row(struct tui *tui, const struct table_pane *pane, size_t row, struct str *out)
{
	const struct table *table = &pane->table;
	struct str text = STR_INIT;

	if (table->heading(tui, table->ctx, row, &text)) {
		clipboard_cell(out, str_get(&text));
	} else {
		for (size_t i = 0; i < table->n; i++) {
			str_clear(&text);
			table->cell(tui, table->ctx, row, table->columns[i].key, &text);
			str_add(out, i > 0 ? "\t" : "");
			str_trim(&text);
			clipboard_cell(out, str_get(&text));
		}
	}
	str_addc(out, '\n');
	str_release(&text);
}

/* The marked rows that are shown, else that under the cursor: with all its columns. */
static void copy(struct tui *tui, const struct table_pane *pane)
{
	const struct marks *marks = &pane->marks.set;
	struct str text = STR_INIT;
	size_t n = 0;

	for (size_t i = 0; i < pane->table.rows; i++) {
		const struct hit hit = pane->ops->record(pane, i);

		if (marks->n > 0 ? hit.kind != pane->marks.kind || !marks_has(marks, hit.id) : i != pane->table.at)
			continue;
		add_row(tui, pane, i, &text);
		n++;
	}
	clipboard_rows(tui, &text, n);
	str_release(&text);
}

/* ---- The view -------------------------------------------------------------- */

void table_pane_title(struct tui *tui, struct view *view, struct str *middle, struct str *right)
{
	struct table_pane *pane = (struct table_pane *)view;

	str_add(middle, _(pane->ops->name));
	if (pane->filter != NULL)
		str_addf(middle, "  /%s", pane->filter);
	else if (pane->ops->about != NULL)
		pane->ops->about(tui, pane, middle);
	if (pane->table.rows > 0)
		str_addf(right, "%zu/%zu", pane->table.at + 1, pane->table.rows);
	row_marks_say(&pane->marks, right);
}

static void draw_empty(struct tui *tui, const struct table_pane *pane, struct rect r)
{
	static const char *const nothing[] = {N_("Nothing is found. Esc clears the filter."),
					      NULL};
	static const char *const unread[] = {N_("Nothing is shown: it was not read to the end."),
					     NULL};
	const char *const *lines = !pane->has_read	 ? unread
				   : pane->filter != NULL ? nothing
							  : pane->ops->empty;

	for (int i = 0; i < r.h && lines[i] != NULL; i++)
		draw_text(tui, r.y + i, r.x + 1, r.w - 1, _(lines[i]), LOOK_PLAIN);
	draw_cursor(tui, r.y, r.x);
}

static void draw_rows(struct tui *tui, struct table_pane *pane, struct rect r)
{
	const struct rows rows = table_pane_rows(pane);
	bool *marked = row_marks_shown(&pane->marks, &rows);

	pane->table.marked = marked;
	table_draw(tui, &pane->table, r);
	pane->table.marked = NULL;
	free(marked);
}

static int detail_rows(const struct table_pane *pane, struct rect r)
{
	int rows = 0;

	if (pane->ops->detail == NULL)
		rows = 0;
	else if (r.h >= HIGH)
		rows = DETAIL_ROWS;
	else if (r.h >= 12)
		rows = pane->ops->few - (r.w > WIDE ? 1 : 0);
	else if (r.h > 4)
		rows = 1;
	return rows;
}

void table_pane_draw(struct tui *tui, struct view *view, struct rect r)
{
	struct table_pane *pane = (struct table_pane *)view;
	const int detail = detail_rows(pane, r);

	if (pane->table.rows == 0) {
		draw_empty(tui, pane, r);
		return;
	}
	pane->table.cells = r.w; /* the detail is drawn first */
	table_follow(tui, &pane->table);
	if (detail > 0)
		pane->ops->detail(tui, pane, (struct rect){r.y + r.h - detail, r.x, detail, r.w});
	draw_rows(tui, pane, (struct rect){r.y, r.x, r.h - detail, r.w});
}

/* ---- Doing ----------------------------------------------------------------- */

static bool step(struct tui *tui, void *ctx, int by, struct hit *to)
{
	struct table_pane *pane = ctx;
	struct rows rows;
	size_t row;

	refresh(tui, pane);
	rows = table_pane_rows(pane);
	row = walk_rows(&rows, *to, by);
	if (row < pane->table.rows) {
		pane->table.at = row;
		*to = record_of(pane, row);
	}
	return row < pane->table.rows;
}

static void position(struct tui *tui, void *ctx, struct str *out)
{
	struct table_pane *pane = ctx;
	struct rows rows;

	refresh(tui, pane);
	rows = table_pane_rows(pane);
	walk_position(&rows, out);
}

/* Esc: the filter goes, then the marks; then the pane. */
static bool clear_filter(struct tui *tui, struct table_pane *pane)
{
	struct err err = ERR_INIT;
	bool clears = pane->filter != NULL;

	if (clears && !table_pane_filter(tui, pane, "", &err))
		tui_error(tui, &err);
	return clears;
}

static bool mark(struct tui *tui, struct table_pane *pane, enum command_id id)
{
	struct rows rows = table_pane_rows(pane);
	bool taken = row_marks_command(tui, &pane->marks, &rows, id);

	if (taken && rows.at < pane->table.rows)
		pane->table.at = rows.at;
	return taken;
}

static bool common(struct tui *tui, struct table_pane *pane, enum command_id id)
{
	const struct walk walk = {step, position, pane};
	bool taken = true;

	switch (id) {
	case CMD_FILTER:
		ask_filter(tui, pane);
		break;
	case CMD_COPY:
		copy(tui, pane);
		break;
	case CMD_EXPORT:
		export_pane(tui, pane->ops->line, pane->ops->file,
			    pane->ops->kind != NULL ? pane->filter : NULL);
		break;
	default:
		taken = table_command(&pane->table, id) ||
			walk_command(tui, id, table_pane_at(pane), &walk);
		break;
	}
	return taken;
}

bool table_pane_command(struct tui *tui, struct view *view, enum command_id id)
{
	struct table_pane *pane = (struct table_pane *)view;

	refresh(tui, pane);
	return (id == CMD_BACK && pane->marks.set.range == 0 && clear_filter(tui, pane)) ||
	       mark(tui, pane, id) ||
	       (pane->ops->command != NULL && pane->ops->command(tui, pane, id)) ||
	       common(tui, pane, id);
}

void table_pane_changed(struct tui *tui, struct view *view)
{
	(void)tui;
	((struct table_pane *)view)->fresh = false;
}

bool table_pane_idle(struct tui *tui, struct view *view)
{
	table_idle(tui, &((struct table_pane *)view)->table);
	return false;
}

void table_pane_close(struct tui *tui, struct view *view)
{
	struct table_pane *pane = (struct table_pane *)view;

	(void)tui;
	pane->ops->close(pane);
	marks_clear(&pane->marks.set);
	free(pane->table.columns);
	free(pane->filter);
	free(pane);
}

void table_pane_init(struct table_pane *pane, const struct view_ops *view,
		     const struct table_pane_ops *ops)
{
	pane->view.ops = view;
	pane->ops = ops;
	pane->table.ctx = pane;
}
