#include "config.h"

#include "isms/tui/table_pane.h"

#include <stdlib.h>

#include "isms/tui/clipboard.h"
#include "isms/tui/list.h"
#include "isms/tui/pane_filter.h"
#include "isms/tui/scroll.h"
#include "isms/util/i18n.h"
#include "isms/util/mem.h"

#define DETAIL_ROWS 6

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
	if (pane->marks.n > 0)
		marks_prune(tui, &pane->marks, pane->marked, ARCHIVED_NO);
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

	pane_filter_ask(tui, &filter);
}

/* ---- Marks ----------------------------------------------------------------- */

/* Records of one register are marked at a time, as what acts on them asks for a field:
 * of that which is marked already, else of that under the cursor, else of the first. */
static const struct kind *kind_marked(const struct table_pane *pane)
{
	const struct kind *kind = pane->marked;

	if (pane->marks.n == 0 && pane->marks.range == 0)
		kind = table_pane_at(pane).kind;
	for (size_t i = 0; i < pane->table.rows && kind == NULL; i++)
		kind = pane->ops->record(pane, i).kind;
	return kind;
}

/* The ids of the rows that can be marked; owned by the caller. */
static long long *ids_of(const struct table_pane *pane, const struct kind *kind)
{
	long long *ids = xcalloc(pane->table.rows + 1, sizeof(*ids));

	for (size_t i = 0; i < pane->table.rows; i++) {
		const struct hit hit = pane->ops->record(pane, i);

		ids[i] = hit.kind == kind ? hit.id : 0;
	}
	return ids;
}

static bool mark(struct tui *tui, struct table_pane *pane, enum command_id id)
{
	const struct kind *kind = kind_marked(pane);
	const struct hit at = table_pane_at(pane);
	long long *ids = ids_of(pane, kind);
	struct mark_rows rows = {ids, pane->table.rows, pane->table.at};
	const bool other = (id == CMD_MARK || id == CMD_MARK_RANGE) && pane->marks.range == 0 &&
			   at.id != 0 && at.kind != kind;
	bool taken = true;

	pane->marked = kind;
	if (other)
		tui_say(tui, _("%s are marked; Esc takes the marks away"), _(kind->plural));
	else
		taken = marks_command(&pane->marks, &rows, id);
	if (rows.at < rows.n)
		pane->table.at = rows.at;
	free(ids);
	return taken;
}

size_t table_pane_targets(struct table_pane *pane, const struct kind **kind, long long **ids)
{
	const struct hit at = table_pane_at(pane);

	*kind = pane->marks.n > 0 ? pane->marked : at.kind;
	return marks_targets(&pane->marks, at.id, ids);
}

static void edit_all(struct tui *tui, struct table_pane *pane)
{
	const struct kind *kind;
	long long *ids;
	const size_t n = table_pane_targets(pane, &kind, &ids);

	if (n > 0)
		bulk_edit(tui, kind, ids, n);
	else
		tui_say(tui, _("this line is about no record"));
	free(ids);
}

static void archive(struct tui *tui, struct table_pane *pane)
{
	const struct kind *kind;
	long long *ids, *shown;
	const size_t n = table_pane_targets(pane, &kind, &ids);

	shown = ids_of(pane, kind);
	if (n > 0)
		archive_ask(tui, kind, ids, n,
			    pane->marks.n > 0
				    ? marks_hidden(&pane->marks, shown, pane->table.rows)
				    : 0,
			    true);
	else
		tui_say(tui, _("this line is about no record"));
	free(shown);
	free(ids);
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
	struct str text = STR_INIT;
	size_t n = 0;

	for (size_t i = 0; i < pane->table.rows; i++) {
		const struct hit hit = pane->ops->record(pane, i);

		if (pane->marks.n > 0 ? hit.kind != pane->marked || !marks_has(&pane->marks, hit.id)
				      : i != pane->table.at)
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
	if (pane->marks.n > 0)
		str_addf(right, _("  %zu marked"), pane->marks.n);
	if (pane->marks.range != 0)
		str_add(right, _("  range"));
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

	for (int i = 0; lines[i] != NULL && i < r.h; i++)
		draw_text(tui, r.y + i, r.x + 1, r.w - 1, _(lines[i]), LOOK_PLAIN);
	draw_cursor(tui, r.y, r.x);
}

static void draw_rows(struct tui *tui, struct table_pane *pane, struct rect r)
{
	long long *ids = ids_of(pane, pane->marked);
	const struct mark_rows rows = {ids, pane->table.rows, pane->table.at};
	const size_t from = marks_range_row(&pane->marks, &rows);
	bool *marked = xcalloc(rows.n + 1, sizeof(*marked));

	for (size_t i = 0; i < rows.n; i++)
		marked[i] = marks_shown(&pane->marks, &rows, i, from);
	pane->table.marked = marked;
	table_draw(tui, &pane->table, r);
	pane->table.marked = NULL;
	free(marked);
	free(ids);
}

void table_pane_draw(struct tui *tui, struct view *view, struct rect r)
{
	struct table_pane *pane = (struct table_pane *)view;
	int detail = pane->ops->detail == NULL ? 0 : r.h >= 12 ? DETAIL_ROWS : r.h > 4 ? 1 : 0;

	if (pane->table.rows == 0) {
		draw_empty(tui, pane, r);
		return;
	}
	pane->table.cells = r.w; /* the detail is drawn first */
	if (detail > 0)
		pane->ops->detail(tui, pane, (struct rect){r.y + r.h - detail, r.x, detail, r.w});
	draw_rows(tui, pane, (struct rect){r.y, r.x, r.h - detail, r.w});
}

/* ---- Doing ----------------------------------------------------------------- */

static struct hit record_of(void *ctx, size_t row)
{
	const struct table_pane *pane = ctx;

	return pane->ops->record(pane, row);
}

static bool step(struct tui *tui, void *ctx, int by, struct hit *to)
{
	struct table_pane *pane = ctx;
	size_t row;

	refresh(tui, pane);
	row = walk_rows(pane, record_of, pane->table.rows, pane->table.at, by);
	if (row < pane->table.rows) {
		pane->table.at = row;
		*to = record_of(pane, row);
	}
	return row < pane->table.rows;
}

static void position(struct tui *tui, void *ctx, struct str *out)
{
	struct table_pane *pane = ctx;

	refresh(tui, pane);
	walk_position(pane, record_of, pane->table.rows, pane->table.at, out);
}

/* Esc: the filter goes, then the marks; then the pane. */
static bool back(struct tui *tui, struct table_pane *pane)
{
	struct err err = ERR_INIT;
	bool taken = true;

	if (pane->filter != NULL) {
		if (!table_pane_filter(tui, pane, "", &err))
			tui_error(tui, &err);
	} else if (pane->marks.n > 0) {
		marks_clear(&pane->marks);
	} else {
		taken = false;
	}
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
	case CMD_BACK:
		taken = back(tui, pane);
		break;
	case CMD_COPY:
		copy(tui, pane);
		break;
	case CMD_EXPORT:
		export_pane(tui, pane->ops->line, pane->ops->file,
			    pane->ops->kind != NULL ? pane->filter : NULL);
		break;
	case CMD_EDIT_ALL:
		edit_all(tui, pane);
		break;
	case CMD_ARCHIVE:
		archive(tui, pane);
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
	return mark(tui, pane, id) ||
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
	marks_clear(&pane->marks);
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
