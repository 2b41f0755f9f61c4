#include "config.h"

#include "isms/tui/value_view.h"

#include <stdlib.h>

#include "isms/util/i18n.h"
#include "isms/util/mem.h"

#define CELL_MIN 24 /* cells that an editor in a list takes at least */

struct value_view {
	struct view view;
	const struct value_options *opt;
	struct item item;
	struct value *value; /* the result; borrowed */
	char *fault;         /* owned */
	enum value_end end;
};

static bool in_cell(const struct value_view *v)
{
	return v->opt->cell != NULL && v->opt->cell->w > 0 && v->opt->field->type != FIELD_NOTE;
}

/* A narrow column is widened while it is edited, to the left at the edge. */
static struct rect cell_rect(struct tui *tui, const struct value_view *v)
{
	struct rect r = *v->opt->cell;

	if (r.w < CELL_MIN)
		r.w = CELL_MIN;
	if (r.w > tui->cols)
		r.w = tui->cols;
	if (r.x + r.w > tui->cols)
		r.x = tui->cols - r.w;
	if (r.y > tui->rows - 3)
		r.y = tui->rows - 3;
	return r;
}

static void draw_below(struct tui *tui, const struct value_view *v)
{
	const char *hint = field_ops(v->opt->field)->hint;
	int y = tui->rows - 2;

	if (v->fault != NULL)
		draw_text(tui, y, 1, tui->cols - 1, v->fault, LOOK_BAD);
	else if (hint != NULL)
		draw_text(tui, y, 1, tui->cols - 1, _(hint), LOOK_DIM);
}

static void draw(struct tui *tui, struct view *view, struct rect r)
{
	struct value_view *v = (struct value_view *)view;
	const struct field_ops *ops = field_ops(v->opt->field);

	if (in_cell(v)) {
		struct rect cell = cell_rect(tui, v);

		draw_clear(tui, cell);
		ops->draw(tui, &v->item, cell, true);
	} else {
		int rows = ops->height(tui, &v->item, r.w - 4), y;

		if (rows > r.h - 2)
			rows = r.h - 2;
		y = r.y + r.h - rows - 1;
		draw_clear(tui, (struct rect){y, r.x, rows + 1, r.w});
		draw_rule(tui, y, r.x, r.w, v->opt->title, LOOK_BOLD);
		ops->draw(tui, &v->item, (struct rect){y + 1, r.x + 2, rows, r.w - 4}, true);
	}
	draw_below(tui, v);
}

static void set_fault(struct value_view *v, const char *msg)
{
	free(v->fault);
	v->fault = msg == NULL ? NULL : xstrdup(msg);
}

/* What was typed is never lost: where it is refused, it stays. */
static void finish(struct tui *tui, struct value_view *v, enum value_end end)
{
	const struct field_ops *ops = field_ops(v->opt->field);
	struct value now = VALUE_INIT;
	struct err err = ERR_INIT;
	bool ok = ops->store(tui, &v->item, &now, &err) &&
		  (v->opt->take == NULL || v->opt->take(v->opt->ctx, &now, &err));

	set_fault(v, ok ? NULL : err_msg(&err));
	if (ok) {
		value_move(v->value, &now);
		v->end = end;
		view_pop(tui);
	} else if (err.kind == ERR_STALE) {
		ops->load(tui, &v->item, &now);
	}
	value_release(&now);
	err_release(&err);
}

static bool on_key(struct tui *tui, struct view *view, const struct key *key)
{
	struct value_view *v = (struct value_view *)view;
	bool taken = true;

	if (key->code == K_TAB)
		finish(tui, v, VALUE_NEXT);
	else if (key->code == K_STAB)
		finish(tui, v, VALUE_PREV);
	else if (key->code == K_ENTER && v->opt->field->type != FIELD_NOTE)
		finish(tui, v, VALUE_DOWN);
	else
		taken = item_key(tui, &v->item, key);
	return taken;
}

static void outside(struct tui *tui, struct value_view *v)
{
	struct err err = ERR_INIT;

	if (item_is_text(&v->item) && !item_outside(tui, &v->item, &err))
		set_fault(v, err_msg(&err));
	err_release(&err);
}

static bool command(struct tui *tui, struct view *view, enum command_id id)
{
	struct value_view *v = (struct value_view *)view;
	bool taken = true;

	switch (id) {
	case CMD_SAVE:
		finish(tui, v, VALUE_DOWN);
		break;
	case CMD_CANCEL:
	case CMD_BACK:
		view_pop(tui);
		break;
	case CMD_PICK:
		item_pick(tui, &v->item);
		break;
	case CMD_FIELD_UNDO:
		item_undo(&v->item);
		break;
	case CMD_FIELD_REDO:
		item_redo(&v->item);
		break;
	case CMD_EDITOR:
		outside(tui, v);
		break;
	default:
		taken = id != CMD_HELP && id != CMD_REDRAW && id != CMD_SUSPEND;
		break;
	}
	return taken;
}

static const struct view_ops value_ops = {
	.where = WHERE_FORM,
	.flags = VIEW_OVERLAY | VIEW_TEXT | VIEW_MODAL,
	.draw = draw,
	.key = on_key,
	.command = command,
};

/* Is the value typed, whatever list or calendar may help with it? */
static bool typed(const struct field *field)
{
	return field->type == FIELD_LINK || field->type == FIELD_DATE || field->type == FIELD_TIME ||
	       (field->type == FIELD_CHOICE && (field->flags & F_OPEN) != 0);
}

enum value_end value_edit(struct tui *tui, const struct value_options *opt, struct value *value)
{
	struct value_view v = {
		.view = {.ops = &value_ops},
		.opt = opt,
		.item = {.field = opt->field},
		.value = value,
		.end = VALUE_CANCELLED,
	};

	field_ops(opt->field)->load(tui, &v.item, value);
	if (opt->list && field_ops(opt->field)->pick != NULL && !typed(opt->field))
		field_ops(opt->field)->pick(tui, &v.item);
	if (opt->list && (v.item.value.set || v.item.value.nrefs > 0)) {
		value_move(value, &v.item.value);
		v.end = VALUE_DOWN;
	} else {
		view_run(tui, &v.view);
	}
	item_release(&v.item);
	free(v.fault);
	return v.end;
}
