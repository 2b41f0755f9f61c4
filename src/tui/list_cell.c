#include "config.h"

#include "isms/app/bulk.h"
#include "isms/tui/columns.h"
#include "isms/tui/list.h"
#include "isms/tui/value_view.h"
#include "isms/util/i18n.h"

/* A cell of the list, edited in place: every one is a save of its own. */

/* ---- Where the cursor is ------------------------------------------------------ */

static bool in_sight(const struct list *list, size_t col, int shift, int code, int cells)
{
	struct columns c;
	bool found = false;

	columns_layout(&c, &list->columns, list->kind, shift, code, cells);
	for (size_t i = 0; i < c.n && !found; i++)
		found = c.v[i].at == col;
	return found;
}

/* Brings the column into sight, and with it as many of those that come next on that
 * way as have room: other columns are another page, which costs a slow link. */
static void follow(struct list *list, int code, int cells)
{
	const size_t col = list->col, last = list->columns.n - 1;
	const int most = (int)list->columns.n;
	int left = list->shift, right = list->shift;

	if (in_sight(list, col, list->shift, code, cells))
		return;
	while (left > 0 && !in_sight(list, col, left, code, cells))
		left--;
	while (right < most && !in_sight(list, col, right, code, cells))
		right++;
	if (right < most) {
		while (!in_sight(list, last, right, code, cells) &&
		       in_sight(list, col, right + 1, code, cells))
			right++;
		list->shift = right;
	} else if (in_sight(list, col, left, code, cells)) {
		while (left > 0 && in_sight(list, col, left - 1, code, cells))
			left--;
		list->shift = left;
	}
}

static void go(struct list *list, long to, int code, int cells)
{
	if (to >= (long)list->columns.n)
		to = (long)list->columns.n - 1;
	list->col = to < 0 ? 0 : (size_t)to;
	follow(list, code, cells);
}

/* To the next column that can be typed into; where there is none it stays. */
static void step(struct list *list, int by, int code, int cells)
{
	long to = (long)list->col + by;

	while (to >= 0 && to < (long)list->columns.n && !bulk_can(list->columns.v[to].field))
		to += by;
	if (to >= 0 && to < (long)list->columns.n)
		go(list, to, code, cells);
}

/* ---- Editing -------------------------------------------------------------------- */

struct editing {
	struct tui *tui;
	struct record *rec, *old;
	size_t field;       /* index */
	long long tx;
};

/* Somebody saved it meanwhile: as in the form, what was typed is not lost, and what
 * they typed is not overwritten. */
static bool bring_together(struct editing *e, struct value *value, struct err *err)
{
	const bool was = e->old->archived;
	struct str said = STR_INIT;

	if (!conflict_merge(e->tui, e->rec, &e->old))
		return err_set(err, ERR_INPUT,
			       _("not saved: it was changed meanwhile; what you typed is still "
				 "here"));
	value_copy(value, &e->rec->values[e->field]);
	conflict_said(was, e->old, &said);
	err_set(err, ERR_STALE, "%s", str_get(&said));
	str_release(&said);
	return false;
}

static bool take(void *ctx, struct value *value, struct err *err)
{
	struct editing *e = ctx;
	struct err why = ERR_INIT;
	bool ok;

	value_copy(&e->rec->values[e->field], value);
	ok = app_save(e->tui->app, e->rec, e->old, NULL, &e->tx, &why);
	if (!ok && why.kind == ERR_STALE)
		bring_together(e, value, err);
	else if (!ok)
		err_move(err, &why);
	err_release(&why);
	return ok;
}

static enum value_end edit(struct tui *tui, struct list *list, const struct field *field)
{
	struct editing e = {.tui = tui, .field = kind_index(list->kind, field)};
	struct value_options opt = {
		.title = _(field->label),
		.field = field,
		.cell = &list->cell,
		.take = take,
		.ctx = &e,
	};
	enum value_end end = VALUE_CANCELLED;
	struct value value = VALUE_INIT;
	struct err err = ERR_INIT;

	if (store_get(tui->app->store, list->kind, list_id(list), &e.old, &err)) {
		e.rec = record_copy(e.old);
		value_copy(&value, &e.rec->values[e.field]);
		end = value_edit(tui, &opt, &value);
	} else {
		tui_error(tui, &err);
	}
	if (end != VALUE_CANCELLED && e.tx != 0) {
		tui_changed(tui);
		tui_say(tui, _("saved %s (u undoes)"), e.rec->code);
	} else if (end != VALUE_CANCELLED) {
		tui_say(tui, _("%s is as it was"), e.rec->code);
	}
	value_release(&value);
	record_free(&e.rec);
	record_free(&e.old);
	return end;
}

/* Enter goes on downwards, Tab to the right, as in a spreadsheet. */
static void edit_cell(struct tui *tui, struct list *list, int code, int cells)
{
	const struct field *field = list->columns.v[list->col].field;
	long long id = list_id(list);
	enum value_end end;

	if ((field->flags & F_DERIVED) != 0) {
		tui_say(tui, _("%s is derived: it follows from other fields"), _(field->label));
		return;
	}
	if (!bulk_can(field)) {
		tui_say(tui, _("%s was frozen by the program and stays as it is"), _(field->label));
		return;
	}
	if (id == 0 || !tui_may_write(tui))
		return;
	end = edit(tui, list, field);
	list_fresh(tui, list);
	if (end == VALUE_DOWN && list_id(list) == id)
		list_move(tui, list, (long long)list->at + 1);
	else if (end == VALUE_NEXT || end == VALUE_PREV)
		step(list, end == VALUE_NEXT ? 1 : -1, code, cells);
}

static void begin(struct tui *tui, struct list *list, int code, int cells)
{
	list->cells = true;
	go(list, (long)list->col, code, cells);
	tui_say(tui, _("Left and Right choose the cell, Enter edits it, Esc ends"));
}

bool list_cell_command(struct tui *tui, struct list *list, enum command_id id, int code,
		       int cells)
{
	bool taken = true;

	if (!list->cells) {
		if (id == CMD_CELL && list->n > 0 && tui_may_write(tui))
			begin(tui, list, code, cells);
		return id == CMD_CELL;
	}
	/* columns may have been chosen anew since */
	if (list->col >= list->columns.n)
		go(list, (long)list->col, code, cells);
	switch (id) {
	case CMD_CELL:
	case CMD_OPEN:
		edit_cell(tui, list, code, cells);
		break;
	case CMD_LEFT:
		go(list, (long)list->col - 1, code, cells);
		break;
	case CMD_RIGHT:
		go(list, (long)list->col + 1, code, cells);
		break;
	case CMD_BACK:
		list->cells = false;
		break;
	default:
		taken = false;
		break;
	}
	return taken;
}
