#include "config.h"

#include "isms/tui/form.h"

#include <stdlib.h>
#include <string.h>

#include "isms/tui/detail.h"
#include "isms/tui/dialog.h"
#include "isms/tui/field.h"
#include "isms/util/i18n.h"
#include "isms/util/mem.h"
#include "isms/util/str.h"
#include "isms/util/text.h"

#include "form_private.h"

#define LABEL_MAX 26
#define HELP_ROWS 2 /* of a field, in a low window */
#define HELP_ROWS_MOST 4
#define HELP_MIN_ROWS 12 /* a form of fewer has none */
#define SAY_MAX 160 /* cells said below a form in a low window, the hint too */

struct value *form_value(struct form *f, struct record *rec, size_t i)
{
	return &rec->values[kind_index(f->kind, f->items[i].field)];
}

static void load_items(struct tui *tui, struct form *f)
{
	for (size_t i = 0; i < f->n; i++)
		field_ops(f->items[i].field)->load(tui, &f->items[i], form_value(f, f->rec, i));
}

static bool asked_for(const struct form *f, const struct field *field)
{
	bool only = f->opt->only == NULL;

	for (size_t i = 0; !only && f->opt->only[i] != NULL; i++)
		only = strcmp(f->opt->only[i], field->name) == 0;
	return only && (field->flags & F_DERIVED) == 0 && !record_frozen(f->rec, field) &&
	       !((field->flags & F_ONCE) != 0 && app_freezes(f->kind));
}

static void make_items(struct form *f)
{
	f->items = xcalloc(f->kind->nfields, sizeof(f->items[0]));
	f->faults = xcalloc(f->kind->nfields, sizeof(f->faults[0]));
	for (size_t i = 0; i < f->kind->nfields; i++) {
		const struct field *field = &f->kind->fields[i];

		if (!asked_for(f, field))
			continue;
		if (f->opt->at != NULL && str_equal(f->opt->at, field->name))
			f->at = f->n;
		f->items[f->n++].field = field;
	}
	for (size_t i = 0; i < f->n; i++) {
		f->items[i].form = f->items;
		f->items[i].nform = f->n;
	}
}

static void title(struct tui *tui, struct view *view, struct str *middle, struct str *right)
{
	struct form *f = (struct form *)view;

	(void)tui;
	if (f->old == NULL)
		str_addf(middle, f->opt->about == NULL ? _("New: %s%s") : _("New: %s of %s"),
			 _(f->kind->title), f->opt->about == NULL ? "" : f->opt->about);
	else
		str_addf(middle, _("Edit %s %s"), f->rec->code, record_title(f->old));
	if (form_faults(f) > 0)
		str_addf(right, _("%zu wrong  "), form_faults(f));
	str_addf(right, "%zu/%zu", f->at + 1, f->n);
}

/* ---- Values ------------------------------------------------------------------ */

static bool changed(struct tui *tui, struct form *f)
{
	struct err err = ERR_INIT;
	bool differs = false;

	for (size_t i = 0; i < f->n && !differs; i++) {
		struct value now = VALUE_INIT;

		differs = !field_ops(f->items[i].field)->store(tui, &f->items[i], &now, &err) ||
			  !value_equal(f->items[i].field, &now, form_value(f, f->base, i));
		value_release(&now);
	}
	err_release(&err);
	return differs;
}

static void merge(struct tui *tui, struct form *f)
{
	const bool was = f->base->archived;
	struct str said = STR_INIT;

	if (!conflict_merge(tui, f->rec, &f->old)) {
		tui_warn(tui,
			 _("not saved: it was changed meanwhile; what you typed is still here"));
		return;
	}
	record_free(&f->base);
	f->base = record_copy(f->old);
	load_items(tui, f);
	conflict_said(was, f->old, &said);
	tui_say(tui, "%s", str_get(&said));
	str_release(&said);
}

static bool save(struct tui *tui, struct form *f)
{
	struct err err = ERR_INIT;
	bool ok;

	f->touched = true;
	if (!form_collect(tui, f))
		return false;
	do {
		err_release(&err);
		if (f->old == NULL && f->opt->save != NULL)
			ok = f->opt->save(f->opt->ctx, tui->app, f->rec, &f->tx, &err);
		else
			ok = app_save(tui->app, f->rec, f->old, NULL, &f->tx, &err);
	} while (!ok && err.kind == ERR_FILE && form_refused(tui, f, &err));
	if (ok)
		f->saved = f->rec->id;
	else if (err.kind == ERR_STALE && f->old != NULL)
		merge(tui, f);
	else if (err.kind != ERR_NONE)
		form_not_saved(tui, f, &err);
	err_release(&err);
	return ok;
}

static void save_and_close(struct tui *tui, struct form *f)
{
	bool new_one = f->old == NULL;

	if (save(tui, f)) {
		tui_changed(tui);
		if (f->tx == 0)
			tui_say(tui, _("%s is as it was"), f->rec->code);
		else
			tui_say(tui, new_one ? _("added %s (u undoes)") : _("saved %s (u undoes)"),
				f->rec->code);
		view_pop(tui);
	}
}

static void cancel(struct tui *tui, struct form *f)
{
	const char *const answers[] = {_("Save"), _("Discard"), _("Keep editing"), NULL};
	int answer = changed(tui, f) ? ask(tui, _("Something was changed."), NULL, answers, 2) : 1;

	if (answer == 0)
		save_and_close(tui, f);
	f->given_up = answer == 1;
	if (f->given_up)
		view_pop(tui);
}

/* ---- Drawing ---------------------------------------------------------------- */

static int label_width(const struct form *f, int cells)
{
	int most = 8;

	for (size_t i = 0; i < f->n; i++) {
		int w = text_width(_(f->items[i].field->label)) + 2;

		most = w > most ? w : most;
	}
	most = most > LABEL_MAX ? LABEL_MAX : most;
	return most > cells / 3 ? cells / 3 : most;
}

/* Lines that item takes with its heading and its fault; *field receives those
 * of the field alone. */
static int item_rows(struct tui *tui, struct form *f, size_t i, int cells, int *field)
{
	int rows = field_ops(f->items[i].field)->height(tui, &f->items[i], cells);
	struct strv fault = STRV_INIT;

	*field = rows;
	if (f->items[i].field->section != NULL)
		rows += i == 0 ? 1 : 2;
	form_fault_lines(f, i, cells, &fault);
	rows += (int)fault.n;
	strv_release(&fault);
	return rows;
}

static void draw_fault(struct tui *tui, struct form *f, size_t i, struct rect r, int y, int label)
{
	struct strv lines = STRV_INIT;
	int cells = r.w - label - 3;

	form_fault_lines(f, i, cells, &lines);
	for (size_t k = 0; k < lines.n; k++, y++) {
		if (y >= 0 && y < r.h)
			draw_text(tui, r.y + y, r.x + label + 3, cells, lines.v[k], LOOK_BAD);
	}
	strv_release(&lines);
}

/* Of a field that is higher than what is left of the window that much is shown, with the
 * cursor in it room for what is wrong, too. */
static int rows_in_sight(const struct form *f, size_t i, int cells, int rows, int left)
{
	struct strv fault = STRV_INIT;

	if (i == f->at)
		form_fault_lines(f, i, cells, &fault);
	if (rows + (int)fault.n > left)
		rows = left - (int)fault.n > 1 ? left - (int)fault.n : 1;
	strv_release(&fault);
	return rows < left ? rows : left;
}

/* Draws item at line y (from the top of the window, may be outside). */
static void draw_item(struct tui *tui, struct form *f, size_t i, struct rect r, int y, int label)
{
	struct item *item = &f->items[i];
	bool at = i == f->at, required = (item->field->flags & F_REQUIRED) != 0;
	int rows, cells = r.w - label - 3;
	struct str text = STR_INIT;

	item_rows(tui, f, i, cells, &rows);
	if (item->field->section != NULL) {
		y += i == 0 ? 0 : 1;
		if (y >= 0 && y < r.h)
			draw_text(tui, r.y + y, r.x + 1, r.w - 1, _(item->field->section),
				  LOOK_HEAD);
		y++;
	}
	if (y >= 0 && y < r.h) {
		str_addf(&text, "%c %s%s", at ? '>' : ' ', _(item->field->label),
			 required ? "*" : "");
		draw_text(tui, r.y + y, r.x, label + 2, str_get(&text), LOOK_PLAIN);
		if (at)
			draw_text(tui, r.y + y, r.x, 1, ">", LOOK_SELECTED);
	}
	rows = rows_in_sight(f, i, cells, rows, r.h - y);
	if (y >= 0 && rows > 0)
		field_ops(item->field)
			->draw(tui, item, (struct rect){r.y + y, r.x + label + 3, rows, cells}, at);
	y += rows;
	draw_fault(tui, f, i, r, y, label);
	str_release(&text);
}

/* What the step of a scale that was chosen means, else how the field is filled in. */
static const char *hint_of(struct tui *tui, struct item *item)
{
	const struct field *field = item->field;
	const char *hint = field_ops(field)->hint;
	const struct step *step = NULL;
	struct value now = VALUE_INIT;
	struct err err = ERR_INIT;

	if (field->type == FIELD_SCALE && field_ops(field)->store(tui, item, &now, &err) &&
	    now.set && now.num >= 1 && now.num <= SCALE_MAX)
		step = &tui->app->rules.method.step[field->scale][now.num - 1];
	if (step != NULL && step->criteria != NULL)
		hint = step->criteria;
	else if (hint != NULL)
		hint = _(hint);
	value_release(&now);
	err_release(&err);
	return hint == NULL ? "" : hint;
}

/* The rule says nothing and the hint has a row of its own, so that both stay where they
 * are; in a low window the help is as much as a cursor key may carry, F1 has all of it. */
static void draw_help(struct tui *tui, struct form *f, struct rect r)
{
	const struct field *field = f->items[f->said].field;
	const char *help = field->help == NULL ? "" : _(field->help);
	const char *hint = hint_of(tui, &f->items[f->said]);
	int left = SAY_MAX - text_width(hint);
	struct str cut = STR_INIT;
	struct lines lines = LINES_INIT;

	draw_rule(tui, r.y, r.x, r.w, NULL, LOOK_PLAIN);
	if (tui_low(tui) && text_width(help) > left)
		text_pad(&cut, help, left, false);
	else
		str_add(&cut, help);
	lines_wrap(&lines, LOOK_PLAIN, str_get(&cut), r.w - 2);
	for (int i = 0; i < (int)lines.n && i < r.h - 2; i++)
		draw_text(tui, r.y + 1 + i, r.x + 1, r.w - 2, lines.v[i].text, LOOK_PLAIN);
	draw_text(tui, r.y + r.h - 1, r.x + 1, r.w - 2, hint, LOOK_DIM);
	lines_release(&lines);
	str_release(&cut);
}

/* With its rule and the hint. */
static int help_rows(const struct tui *tui, int rows)
{
	return rows <= HELP_MIN_ROWS ? 0 : 2 + (tui_low(tui) ? HELP_ROWS : HELP_ROWS_MOST);
}

static void draw(struct tui *tui, struct view *view, struct rect r)
{
	struct form *f = (struct form *)view;
	int help = help_rows(tui, r.h), label = label_width(f, r.w), unused;
	int begin = 0, end = 0, y = 0, total = 0;
	struct rect body = {r.y, r.x, r.h - help, r.w};

	for (size_t i = 0; i < f->n; i++) {
		int rows = item_rows(tui, f, i, r.w - label - 3, &unused);

		if (i == f->at) {
			begin = total;
			end = total + rows;
		}
		total += rows;
	}
	if (end > f->top + body.h)
		f->top = end - body.h;
	if (begin < f->top)
		f->top = begin;
	if (f->top > total - body.h)
		f->top = total - body.h < 0 ? 0 : total - body.h;
	f->rows = body.h;
	for (size_t i = 0; i < f->n; i++) {
		int rows = item_rows(tui, f, i, r.w - label - 3, &unused);

		if (y + rows > f->top && y < f->top + body.h)
			draw_item(tui, f, i, body, y - f->top, label);
		y += rows;
	}
	if (help > 0)
		draw_help(tui, f, (struct rect){r.y + body.h, r.x, help, r.w});
}

/* While a key is held the help waits: it is most of the bytes. */
static void fresh(struct tui *tui, struct view *view)
{
	struct form *f = (struct form *)view;

	if (!tui->held)
		f->said = f->at;
}

static bool idle(struct tui *tui, struct view *view)
{
	const struct form *f = (struct form *)view;

	tui->dirty = tui->dirty || f->said != f->at;
	return false;
}

static const char *about(const struct view *view)
{
	const struct form *f = (const struct form *)view;
	const struct field *field = f->items[f->at].field;

	return field->help == NULL ? NULL : _(field->help);
}

/* ---- Keys ------------------------------------------------------------------- */

/* What was typed is judged when it is left, without being held there. */
static void go(struct tui *tui, struct form *f, long to)
{
	if (to < 0 || to >= (long)f->n)
		to = to < 0 ? (long)f->n - 1 : 0;
	form_leave(tui, f, f->at);
	f->at = (size_t)to;
}

static void outside(struct tui *tui, struct form *f)
{
	struct item *item = &f->items[f->at];
	struct err err = ERR_INIT;

	if (!item_is_text(item))
		tui_say(tui, _("the editor is for texts"));
	else if (!item_outside(tui, item, &err))
		tui_error(tui, &err);
}

static bool on_key(struct tui *tui, struct view *view, const struct key *key)
{
	struct form *f = (struct form *)view;

	f->touched = true;
	return item_key(tui, &f->items[f->at], key);
}

static bool command(struct tui *tui, struct view *view, enum command_id id)
{
	struct form *f = (struct form *)view;
	bool taken = true;

	f->touched = true;
	switch (id) {
	case CMD_SAVE:
		save_and_close(tui, f);
		break;
	case CMD_CANCEL:
	case CMD_BACK:
		cancel(tui, f);
		break;
	case CMD_FIELD_NEXT:
		go(tui, f, (long)f->at + 1);
		break;
	case CMD_FIELD_PREV:
		go(tui, f, (long)f->at - 1);
		break;
	case CMD_PAGE_UP:
		go(tui, f, (long)f->at < 8 ? 0 : (long)f->at - 8);
		break;
	case CMD_PAGE_DOWN:
		go(tui, f, f->at + 8 < f->n ? (long)f->at + 8 : (long)f->n - 1);
		break;
	case CMD_PICK:
		item_pick(tui, &f->items[f->at]);
		break;
	case CMD_FIELD_UNDO:
		if (!item_undo(&f->items[f->at]))
			tui_say(tui,
				_("nothing was changed in this field that could be taken back"));
		break;
	case CMD_FIELD_REDO:
		if (!item_redo(&f->items[f->at]))
			tui_say(tui, _("nothing was taken back in this field"));
		break;
	case CMD_FIELD_REVERT:
		item_put(tui, &f->items[f->at], form_value(f, f->base, f->at));
		tui_say(tui, f->old == NULL ? _("this field is empty again, or as it is proposed")
					    : _("this field is as in the file"));
		break;
	case CMD_EDITOR:
		outside(tui, f);
		break;
	default:
		taken = false;
		break;
	}
	return taken;
}

static const struct view_ops form_ops = {
	.where = WHERE_FORM,
	.flags = VIEW_FULL | VIEW_TEXT | VIEW_MODAL,
	.title = title,
	.draw = draw,
	.key = on_key,
	.command = command,
	.fresh = fresh,
	.idle = idle,
	.tick = form_tick,
	.about = about,
};

static bool begin(struct tui *tui, struct form *f, long long id, const char *name, struct err *err)
{
	bool ok = true;

	if (id != 0) {
		ok = store_get(tui->app->store, f->kind, id, &f->old, err);
		if (ok)
			f->rec = record_copy(f->old);
	} else {
		f->rec = record_new(f->kind);
		record_defaults(&tui->app->rules, f->rec);
	}
	if (ok) {
		if (f->opt->fresh != NULL) {
			record_free(&f->rec);
			f->rec = record_copy(f->opt->fresh);
		}
		f->base = record_copy(f->rec);
		if (id == 0 && name != NULL && *name != '\0')
			value_set_text(&f->rec->values[0], name);
		make_items(f);
		load_items(tui, f);
	}
	return ok;
}

static void release(struct form *f)
{
	form_faults_clear(f);
	for (size_t i = 0; i < f->n; i++)
		item_release(&f->items[i]);
	free(f->items);
	free(f->faults);
	record_free(&f->rec);
	record_free(&f->old);
	record_free(&f->base);
	draft_free(&f->kept);
}

static long long run(struct tui *tui, struct form *f, long long id, const char *name)
{
	struct err err = ERR_INIT;

	f->view.ops = &form_ops;
	if (!begin(tui, f, id, name, &err) || f->n == 0) {
		tui_error(tui, &err);
	} else if (f->from == NULL || form_apply(tui, f, f->from)) {
		view_run(tui, &f->view);
		form_left(tui, f);
	}
	release(f);
	return f->saved;
}

long long form_run(struct tui *tui, const struct kind *kind, long long id,
		   const struct form_options *opt)
{
	struct form f = {.kind = kind, .opt = opt};

	return tui_may_write(tui) ? run(tui, &f, id, NULL) : 0;
}

static const struct form_options nothing;

long long form_edit(struct tui *tui, const struct kind *kind, long long id, const char *name)
{
	struct form f = {.kind = kind, .opt = &nothing};

	return tui_may_write(tui) ? run(tui, &f, id, name) : 0;
}

long long form_continue(struct tui *tui, const struct draft *draft)
{
	struct form f = {.kind = draft->kind, .opt = &nothing, .from = draft};
	struct hit hit = {NULL, 0};
	struct err err = ERR_INIT;

	if (!tui_may_write(tui))
		return 0;
	if (draft->uid != NULL && (!app_find(tui->app, draft->uid, &hit, &err) || hit.id == 0))
		tui_warn(tui, _("%s is gone; what was typed begins a new record"), draft->code);
	err_release(&err);
	return run(tui, &f, hit.id, NULL);
}
