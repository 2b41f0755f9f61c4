#include "config.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "isms/tui/bulk_view.h"
#include "isms/tui/clipboard.h"
#include "isms/tui/columns.h"
#include "isms/tui/detail.h"
#include "isms/tui/form.h"
#include "isms/tui/list.h"
#include "isms/tui/scroll.h"
#include "isms/tui/suggest.h"
#include "isms/tui/walk.h"
#include "isms/util/i18n.h"
#include "isms/util/mem.h"
#include "isms/util/text.h"

#define SIDE_BY_SIDE 100 /* from so many columns the detail stands at the right */
#define CODE_WIDTH 7
#define WIDE 70

struct list_pane {
	struct view view;
	const struct kind *kind;
	struct list *list; /* gone when the file was closed beneath it */
	struct record *detail; /* all of the record under the cursor; owned */
	long long detail_id;
	int code;	 /* cells of the widest code seen */
	int rows, cells; /* of the list, as drawn last */
	bool in_detail;	 /* the cursor is in the detail, which scrolls */
	bool has_detail; /* there was room for it */
	int detail_top, detail_lines, detail_rows;
};

static void title(struct tui *tui, struct view *view, struct str *middle, struct str *right)
{
	struct list *list = ((struct list_pane *)view)->list;

	(void)tui;
	str_add(middle, _(list->kind->plural));
	if (list->archived == ARCHIVED_ONLY)
		str_addf(middle, " (%s)", _("archived"));
	if (list->filter != NULL)
		str_addf(middle, "  /%s", list->filter);
	for (size_t i = 0; i < list->nsort; i++)
		str_addf(middle, "%s%s %s", i == 0 ? "  " : ", ", list->sort[i].down ? "v" : "^",
			 list->sort[i].field == NULL ? _("Code") : _(list->sort[i].field->label));
	list_position(list, right);
	if (list->marks.n > 0)
		str_addf(right, _("  %zu marked"), list->marks.n);
	if (list->marks.range != 0)
		str_add(right, _("  range"));
	if (list->cells && list->col < list->columns.n)
		str_addf(middle, "  =%s", _(list->columns.v[list->col].field->label));
}

static void fresh(struct tui *tui, struct view *view)
{
	list_fresh(tui, ((struct list_pane *)view)->list);
}

/* ---- Drawing ---------------------------------------------------------------- */

static void draw_head(struct tui *tui, const struct list *list, const struct columns *c,
		      struct rect r)
{
	int x = r.x + 1;

	draw_text(tui, r.y, x, c->code, _("Code"), LOOK_HEAD);
	x += c->code + 1;
	for (size_t i = 0; i < c->n; i++) {
		draw_text(tui, r.y, x, c->v[i].width, column_heading(c->v[i].field), LOOK_HEAD);
		x += c->v[i].width + 1;
	}
	if (list->shift > 0)
		draw_text(tui, r.y, r.x, 1, "<", LOOK_HEAD);
	if (c->more)
		draw_text(tui, r.y, r.x + r.w - 1, 1, ">", LOOK_HEAD);
}

/* A value in a column: a step without room for its word is a figure, and a day
 * that has passed with nothing done is told in words. */
static unsigned cell(struct tui *tui, const struct record *rec, const struct field *field,
		     int width, struct str *text)
{
	const struct value *value = &rec->values[kind_index(rec->kind, field)];
	const struct value *late = field->late == NULL ? NULL : record_get(rec, field->late);
	unsigned look = value_look(tui, field, value);

	if (late != NULL && late->num != 0 && value->set) {
		str_addf(text, _("OVERDUE %lldd"), (long long)tui->app->rules.today - value->num);
		if (text_width(str_get(text)) > width)
			str_cut(text, strcspn(str_get(text), " "));
		look = LOOK_BAD;
	} else if (field->type == FIELD_SCALE && width < 3 && value->set) {
		str_addf(text, "%lld", value->num);
	} else {
		value_text(tui, field, value, text);
	}
	return look;
}

/* Cells of a row that the cursor turns round: up to the first column, not the whole,
 * as each of them is drawn twice for a cursor key. Among cells it is theirs. */
static int selected_cells(const struct list *list, const struct columns *c, struct rect r)
{
	int cells = 1 + c->code + (list->cells || c->n == 0 ? 0 : 1 + c->v[0].width);

	return cells < r.w ? cells : r.w;
}

/* The cursor's sign and the mark's: where both fall on a row the mark moves behind
 * the code, so that neither is told by colour alone. */
static void draw_signs(struct tui *tui, const struct columns *c, struct rect r, int y, int at,
		       bool marked)
{
	unsigned sel = at > 0 ? (unsigned)LOOK_SELECTED : 0;

	if (at > 0)
		draw_text(tui, y, r.x, at, ">", sel);
	if (marked)
		draw_text(tui, y, at > 0 ? r.x + 1 + c->code : r.x, 1, "*", LOOK_BOLD | sel);
}

static void draw_row(struct tui *tui, struct list *list, const struct columns *c, struct rect r,
		     int y, size_t row, bool marked)
{
	const struct record *rec = list_row(tui, list, row);
	bool at = row == list->at;
	unsigned sel = at ? (unsigned)LOOK_SELECTED : 0;
	int x = r.x + 1;
	struct str text = STR_INIT;

	draw_signs(tui, c, r, y, at ? selected_cells(list, c, r) : 0, marked);
	if (rec == NULL) {
		draw_text(tui, y, x, r.w - 1, _("(gone)"), LOOK_DIM | sel);
		return;
	}
	draw_text(tui, y, x, c->code, rec->code == NULL ? "" : rec->code, sel);
	x += c->code + 1;
	for (size_t i = 0; i < c->n; i++) {
		const struct field *field = c->v[i].field;
		bool right = field->type == FIELD_INT || field->type == FIELD_MONEY;
		bool here = at && list->cells && c->v[i].at == list->col;
		unsigned look;

		str_clear(&text);
		look = cell(tui, rec, field, c->v[i].width, &text);
		if (here)
			list->cell = (struct rect){y, x, 1, c->v[i].width};
		(right ? draw_right : draw_text)(
			tui, y, x, c->v[i].width, str_get(&text),
			look | (here || (i == 0 && !list->cells) ? sel : 0));
		x += c->v[i].width + 1;
	}
	str_release(&text);
}

/* Codes of a register are mostly as long as each other; it never narrows, so
 * that scrolling does not move the columns about. */
static void measure_codes(struct tui *tui, struct list_pane *p, int rows)
{
	for (int i = 0; i < rows && p->list->top + (size_t)i < p->list->n; i++) {
		const struct record *rec = list_row(tui, p->list, p->list->top + (size_t)i);
		int w = rec == NULL || rec->code == NULL ? 0 : text_width(rec->code);

		if (w > p->code && w <= 16)
			p->code = w;
	}
}

static void draw_rows(struct tui *tui, struct list_pane *p, struct rect r)
{
	struct list *list = p->list;
	size_t range = list_range_row(list);
	struct columns c;

	p->rows = r.h - 1;
	list->top = (size_t)(r.w == tui->cols ? draw_scroll_line : draw_scroll)(
		(int)list->top, (int)list->at, p->rows, (int)list->n);
	measure_codes(tui, p, p->rows);
	columns_layout(&c, &list->columns, list->kind, list->shift, p->code, r.w);
	draw_head(tui, list, &c, r);
	p->cells = r.w;
	list->cell.w = 0;
	for (int i = 0; i < p->rows && list->top + (size_t)i < list->n; i++) {
		size_t row = list->top + (size_t)i;

		draw_row(tui, list, &c, r, r.y + 1 + i, row, list_marked(list, row, range));
	}
	draw_cursor(tui, r.y + 1 + (int)(list->at - list->top), r.x);
	if (list->cell.w > 0)
		draw_cursor(tui, list->cell.y, list->cell.x);
}

static void draw_empty(struct tui *tui, const struct list *list, struct rect r)
{
	struct lines lines = LINES_INIT;

	if (list->filter != NULL) {
		lines_add(&lines, LOOK_PLAIN, "%s", _("Nothing is found. Esc clears the filter."));
	} else if (list->archived == ARCHIVED_ONLY) {
		lines_add(&lines, LOOK_PLAIN, "%s", _("Nothing is archived. . goes back."));
	} else {
		lines_add(&lines, LOOK_BOLD, "%s (%s)", _(list->kind->plural), list->kind->clause);
		lines_add(&lines, LOOK_PLAIN, "%s", "");
		lines_wrap(&lines, LOOK_PLAIN, _(list->kind->help), r.w - 3);
		lines_add(&lines, LOOK_PLAIN, "%s", "");
		lines_add(&lines, LOOK_PLAIN, "%s", _("Nothing here yet."));
		lines_add(&lines, LOOK_PLAIN, "%s", _("a  adds the first record"));
		lines_add(&lines, LOOK_PLAIN, "%s", _("i  imports a spreadsheet (CSV)"));
		if (suggest_has(list->kind))
			lines_add(&lines, LOOK_PLAIN, "%s",
				  _("+  offers what the catalogues suggest; take what fits"));
	}
	for (int i = 0; i < (int)lines.n && i < r.h - 1; i++)
		draw_text(tui, r.y + 1 + i, r.x + 2, r.w - 2, lines.v[i].text, lines.v[i].look);
	draw_cursor(tui, r.y + 1, r.x);
	lines_release(&lines);
}

static void load_detail(struct tui *tui, struct list_pane *p)
{
	struct err err = ERR_INIT;
	long long id = list_id(p->list);

	if (p->detail_id == id)
		return;
	record_free(&p->detail);
	p->detail_id = id;
	if (id != 0 && !store_get(tui->app->store, p->list->kind, id, &p->detail, &err))
		p->detail = NULL;
	err_release(&err);
	tui->dirty = true;
}

/* While a cursor key is held the pane keeps the record it has: drawing each
 * that one passes by is most of the bytes of a key. idle() brings it. */
static const struct record *detail_of(struct tui *tui, struct list_pane *p)
{
	if (p->detail == NULL || !tui->held)
		load_detail(tui, p);
	return p->detail;
}

/* Beside the list, or once the cursor is in it, all of it; else what fits. */
static void draw_detail(struct tui *tui, struct list_pane *p, struct rect r, bool side)
{
	const struct record *rec = detail_of(tui, p);
	struct lines lines = LINES_INIT;
	struct str head = STR_INIT;

	if (rec == NULL)
		return;
	str_add(&head, rec->code);
	if (side || p->in_detail) {
		str_addf(&head, " %s", record_title(rec));
		detail_lines(tui, rec, r.w - 1, false, &lines);
	} else {
		/* a rule that stays as it is, for a slow link */
		if (!str_equal(record_title(rec), rec->code))
			lines_add(&lines, LOOK_PLAIN, "%s", record_title(rec));
		detail_brief(tui, rec, r.w - 1, r.h - 1, &lines);
	}
	p->detail_rows = r.h - 1;
	p->detail_lines = (int)lines.n;
	if (p->detail_top > p->detail_lines - p->detail_rows)
		p->detail_top = p->detail_lines - p->detail_rows;
	if (p->detail_top < 0 || !p->in_detail)
		p->detail_top = 0;
	draw_rule(tui, r.y, r.x, r.w, str_get(&head), p->in_detail ? LOOK_BOLD : LOOK_PLAIN);
	for (int i = 0; i < p->detail_rows && p->detail_top + i < p->detail_lines; i++) {
		const struct line *line = &lines.v[p->detail_top + i];

		draw_text(tui, r.y + 1 + i, r.x + 1, r.w - 1, line->text, line->look);
	}
	if (p->in_detail)
		draw_text(tui, r.y + 1, r.x, 1, ">", LOOK_PLAIN);
	lines_release(&lines);
	str_release(&head);
}

static void draw(struct tui *tui, struct view *view, struct rect r)
{
	struct list_pane *p = (struct list_pane *)view;
	struct rect list = r, detail = r;
	bool side = tui->cols >= SIDE_BY_SIDE;

	if (p->list->n == 0) {
		draw_empty(tui, p->list, r);
		return;
	}
	if (side) {
		list.w = r.w * 11 / 20;
		detail.x = r.x + list.w + 1;
		detail.w = r.w - list.w - 1;
		draw_bar(tui, r.y, r.x + list.w, r.h);
	} else {
		/* as many cells without the menu as with it: a key pays for them */
		detail.h = r.h < 12 ? 0 : p->in_detail ? r.h / 3 - 1 : r.h / 4 - (r.w > WIDE ? 2 : 1);
		list.h = r.h - detail.h;
		detail.y = r.y + list.h;
	}
	p->has_detail = detail.h > 1;
	p->in_detail = p->in_detail && p->has_detail;
	draw_rows(tui, p, list);
	if (p->has_detail)
		draw_detail(tui, p, detail, side);
	if (p->in_detail)
		draw_cursor(tui, detail.y + 1, detail.x);
}

/* ---- Doing ------------------------------------------------------------------ */

static void edit(struct tui *tui, struct list_pane *p, long long id)
{
	long long saved;

	if (!tui_may_write(tui))
		return;
	saved = form_edit(tui, p->list->kind, id, NULL);
	list_fresh(tui, p->list);
	list_seek(tui, p->list, saved);
}

static void archive(struct tui *tui, struct list *list)
{
	long long *ids = NULL;
	size_t n = 0;

	list_targets(list, &ids, &n);
	if (n > 0)
		archive_ask(tui, list->kind, ids, n, list_marked_hidden(tui, list),
			    list->archived != ARCHIVED_ONLY);
	free(ids);
}

static void edit_all(struct tui *tui, struct list *list)
{
	long long *ids = NULL;
	size_t n = 0;

	list_targets(list, &ids, &n);
	bulk_edit(tui, list->kind, ids, n, list_marked_hidden(tui, list));
	free(ids);
}

static void show_archived(struct tui *tui, struct list *list)
{
	const bool only = list->archived == ARCHIVED_ONLY;
	struct err err = ERR_INIT;

	if (list_archived(tui, list, only ? ARCHIVED_NO : ARCHIVED_ONLY, &err))
		marks_clear(&list->marks);
	else
		tui_error(tui, &err);
}

/* False: nothing of the list's own is left to be taken away. */
static bool go_back(struct tui *tui, struct list *list)
{
	struct err err = ERR_INIT;
	bool taken = true;

	if (list->filter != NULL) {
		if (!list_filter(tui, list, NULL, &err))
			tui_error(tui, &err);
	} else if (list->marks.n > 0) {
		marks_clear(&list->marks);
	} else if (list->archived == ARCHIVED_ONLY) {
		show_archived(tui, list);
	} else {
		taken = false;
	}
	return taken;
}

static void shift(struct list *list, int by)
{
	int most = (int)(list->columns.n - list->columns.frozen);

	if (list->columns.frozen == 0)
		most--;
	list->shift += by;
	if (list->shift >= most)
		list->shift = most;
	if (list->shift < 0)
		list->shift = 0;
}

static bool move(struct tui *tui, struct list_pane *p, enum command_id id)
{
	struct list *list = p->list;
	long to = (long)list->at;
	bool taken = true;

	if (id == CMD_LEFT)
		shift(list, -1);
	else if (id == CMD_RIGHT)
		shift(list, 1);
	else if (scroll_by(id, p->rows - 1, LONG_MAX, &to))
		list_move(tui, list, to);
	else
		taken = false;
	return taken;
}

/* Tab goes from the list to the detail and on to the menu. */
static bool next_pane(struct tui *tui, struct list_pane *p, bool back)
{
	bool stays = !tui->menu_focus && p->list->n > 0 && p->has_detail && p->in_detail == back;

	p->in_detail = stays && !back;
	return stays;
}

static bool scroll_detail(struct list_pane *p, enum command_id id)
{
	int page = p->detail_rows > 1 ? p->detail_rows - 1 : 1;
	bool taken = true;

	switch (id) {
	case CMD_BACK:
	case CMD_QUIT:
	case CMD_LEFT:
		p->in_detail = false;
		break;
	default:
		taken = id == CMD_RIGHT ||
			scroll_text(id, page, p->detail_lines, &p->detail_top);
		break;
	}
	return taken;
}

/* No record is under the cursor: what asks for one, or for marks where nothing is
 * marked, says so. True: it did. */
static bool absent(struct tui *tui, const struct list *list, enum command_id id)
{
	bool asked = false;

	switch (id) {
	case CMD_OPEN:
	case CMD_EDIT:
	case CMD_PREPARE:
	case CMD_FOLLOW:
	case CMD_FROZEN:
	case CMD_TRACE:
	case CMD_NAME_PLACE:
	case CMD_CELL:
	case CMD_MARK:
	case CMD_MARK_RANGE:
	case CMD_MARK_INVERT:
	case CMD_MARK_ALL:
		asked = true;
		break;
	case CMD_EDIT_ALL:
	case CMD_ARCHIVE:
	case CMD_COPY:
		asked = list->marks.n == 0;
		break;
	default:
		break;
	}
	if (asked)
		tui_say(tui, list->filter != NULL ?
				     _("no record is listed; Esc clears the filter") :
				     _("no record is listed"));
	return asked;
}

/* What is done with the record under the cursor; 0: there is none. */
static bool on_record(struct tui *tui, struct list_pane *p, enum command_id id, long long on)
{
	const struct kind *kind = p->list->kind;
	bool taken = true;

	switch (id) {
	case CMD_OPEN:
		view_push(tui, list_record_view(tui, p->list));
		break;
	case CMD_EDIT:
		edit(tui, p, on);
		break;
	case CMD_PREPARE:
		prepare_run(tui, kind, on);
		break;
	case CMD_FOLLOW:
		follow_ask(tui, kind, on);
		break;
	case CMD_FROZEN:
		frozen_show(tui, kind, on);
		break;
	case CMD_REPORT:
		report_ask(tui, kind, on);
		break;
	case CMD_LOG:
		taken = on != 0; /* else that of the file */
		if (taken)
			history_show(tui, kind, on);
		break;
	case CMD_TRACE:
		view_push(tui, trace_view(tui, kind, on));
		break;
	default:
		taken = false;
		break;
	}
	return taken;
}

/* What is done with the list, or with what is marked in it. */
static bool on_list(struct tui *tui, struct list_pane *p, enum command_id id, long long on)
{
	struct list *list = p->list;
	bool taken = true;

	switch (id) {
	case CMD_ADD:
		edit(tui, p, 0);
		break;
	case CMD_EDIT_ALL:
		edit_all(tui, list);
		break;
	case CMD_ARCHIVE:
		archive(tui, list);
		break;
	case CMD_SUGGEST:
		suggest_run(tui, list->kind, on);
		break;
	case CMD_FILTER:
		list_ask_filter(tui, list);
		break;
	case CMD_SORT:
		list_ask_sort(tui, list);
		break;
	case CMD_NAME_PLACE:
		named_set(tui, list->kind, on, false);
		break;
	case CMD_VIEW_SAVE:
		view_ask_keep(tui, list);
		break;
	case CMD_VIEWS:
		view_ask_open(tui, list);
		break;
	case CMD_COLUMNS:
		list_ask_columns(tui, list);
		break;
	case CMD_SORT_UP:
	case CMD_SORT_DOWN:
		list_sort_here(tui, list, id == CMD_SORT_DOWN);
		break;
	case CMD_SHOW_ARCHIVED:
		show_archived(tui, list);
		break;
	case CMD_IMPORT:
		import_open_view(tui, list->kind);
		break;
	case CMD_EXPORT:
		export_ask(tui, list->kind);
		break;
	case CMD_COPY:
		clipboard_list(tui, list);
		break;
	case CMD_AUDIT_MODE:
		audit_run(tui, list->kind, on);
		break;
	case CMD_BACK:
		taken = go_back(tui, list);
		break;
	default:
		taken = false;
		break;
	}
	return taken;
}

static bool command(struct tui *tui, struct view *view, enum command_id id)
{
	struct list_pane *p = (struct list_pane *)view;
	struct list *list = p->list;
	long long on = list_id(list);

	if (id == CMD_NEXT_PANE || id == CMD_PREV_PANE)
		return next_pane(tui, p, id == CMD_PREV_PANE);
	if (p->in_detail && !tui->menu_focus && scroll_detail(p, id))
		return true;
	if (on == 0 && absent(tui, list, id))
		return true;
	return list_mark_command(tui, list, id) ||
	       list_cell_command(tui, list, id, p->code, p->cells) || on_record(tui, p, id, on) ||
	       on_list(tui, p, id, on) || move(tui, p, id);
}

static void changed(struct tui *tui, struct view *view)
{
	struct list_pane *p = (struct list_pane *)view;

	(void)tui;
	record_free(&p->detail);
	p->detail_id = 0;
}

static bool idle(struct tui *tui, struct view *view)
{
	struct list_pane *p = (struct list_pane *)view;

	load_detail(tui, p);
	return list_more(tui, p->list);
}

static void close_view(struct tui *tui, struct view *view)
{
	struct list_pane *p = (struct list_pane *)view;

	list_left(tui, p->kind);
	record_free(&p->detail);
	free(p);
}

static const struct kind *kind_of(const struct view *view)
{
	return ((const struct list_pane *)view)->list->kind;
}

static const struct view_ops list_ops = {
	.where = WHERE_LIST,
	.title = title,
	.draw = draw,
	.kind = kind_of,
	.command = command,
	.fresh = fresh,
	.changed = changed,
	.idle = idle,
	.close = close_view,
};

static bool step(struct tui *tui, void *ctx, int by, struct hit *to)
{
	struct list *list = ctx;
	long long row = (long long)list->at;

	list_fresh(tui, list);
	if (list_id(list) == to->id)
		row = (long long)list->at + by;
	else if (by < 0) /* it is there no more, and the next stands in its place */
		row--;
	list_move(tui, list, row);
	*to = (struct hit){list->kind, list_id(list)};
	return to->id != 0 && row == (long long)list->at;
}

static void position(struct tui *tui, void *ctx, struct str *out)
{
	(void)tui;
	list_position(ctx, out);
}

struct view *list_record_view(struct tui *tui, struct list *list)
{
	const struct walk walk = {step, position, list};

	return record_view(tui, (struct hit){list->kind, list_id(list)}, &walk);
}

struct list *list_of_view(const struct view *view)
{
	return view->ops == &list_ops ? ((const struct list_pane *)view)->list : NULL;
}

struct view *list_view(struct tui *tui, const struct kind *kind)
{
	struct list_pane *p = xcalloc(1, sizeof(*p));

	p->view.ops = &list_ops;
	p->kind = kind;
	p->list = list_of(tui, kind);
	p->code = CODE_WIDTH;
	list_fresh(tui, p->list);
	if (p->list->of_before)
		tui_say(tui, _("filter as you left it; Esc clears it"));
	p->list->of_before = false;
	return &p->view;
}
