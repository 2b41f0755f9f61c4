/* What all fields of a form have in common: steps that can be taken back, and
 * what stands in them as text. */
#include "config.h"

#include <stdlib.h>

#include "isms/tui/field.h"
#include "isms/util/mem.h"

static void clear(struct value_steps *steps)
{
	for (size_t i = 0; i < steps->n; i++)
		value_release(&steps->v[i]);
	steps->n = 0;
}

static void push(struct value_steps *steps, const struct value *value)
{
	struct value copy = VALUE_INIT;

	steps->v = xgrow(steps->v, steps->n, &steps->cap, sizeof(steps->v[0]));
	value_copy(&copy, value);
	steps->v[steps->n++] = copy;
}

void item_release(struct item *item)
{
	edit_release(&item->edit);
	wrap_release(&item->wrap);
	value_release(&item->value);
	clear(&item->done);
	clear(&item->undone);
	free(item->done.v);
	free(item->undone.v);
}

/* A step only where something has become of it. */
static void remember(struct item *item, const struct value *before)
{
	if (value_equal(item->field, before, &item->value))
		return;
	push(&item->done, before);
	clear(&item->undone);
}

bool item_key(struct tui *tui, struct item *item, const struct key *key)
{
	struct value before = VALUE_INIT;
	bool taken;

	value_copy(&before, &item->value);
	taken = field_ops(item->field)->key(tui, item, key);
	remember(item, &before);
	value_release(&before);
	return taken;
}

void item_pick(struct tui *tui, struct item *item)
{
	struct value before = VALUE_INIT;

	if (field_ops(item->field)->pick == NULL)
		return;
	value_copy(&before, &item->value);
	field_ops(item->field)->pick(tui, item);
	remember(item, &before);
	value_release(&before);
}

void item_text(struct tui *tui, const struct item *item, struct str *out)
{
	if (!field_ops(item->field)->chosen)
		str_add(out, str_get(&item->edit.s));
	else if (item->value.set)
		field_format(&tui->app->rules, item->field, &item->value, out);
}

void item_put(struct tui *tui, struct item *item, const struct value *value)
{
	const struct field_ops *ops = field_ops(item->field);
	struct item fresh = {.field = item->field};

	ops->load(tui, &fresh, value);
	if (ops->chosen) {
		struct value before = item->value;

		item->value = fresh.value;
		fresh.value = before;
		remember(item, &before);
	} else {
		edit_replace(&item->edit, str_get(&fresh.edit.s));
	}
	item_release(&fresh);
}

bool item_put_text(struct tui *tui, struct item *item, const char *text, struct err *err)
{
	struct value value = VALUE_INIT;
	bool ok = true;

	if (!field_ops(item->field)->chosen) {
		edit_replace(&item->edit, text);
	} else {
		ok = *text == '\0' || app_parse(tui->app, item->field, text, &value, err);
		if (ok)
			item_put(tui, item, &value);
	}
	value_release(&value);
	return ok;
}

static bool turn(struct item *item, struct value_steps *from, struct value_steps *to)
{
	if (from->n == 0)
		return false;
	push(to, &item->value);
	value_release(&item->value);
	item->value = from->v[--from->n];
	return true;
}

bool item_undo(struct item *item)
{
	return field_ops(item->field)->chosen ? turn(item, &item->done, &item->undone)
					      : edit_undo(&item->edit);
}

bool item_redo(struct item *item)
{
	return field_ops(item->field)->chosen ? turn(item, &item->undone, &item->done)
					      : edit_redo(&item->edit);
}

bool item_is_text(const struct item *item)
{
	return item->field->type == FIELD_TEXT || item->field->type == FIELD_NOTE;
}

bool item_outside(struct tui *tui, struct item *item, struct err *err)
{
	struct str text = STR_INIT;
	struct edit fresh = EDIT_INIT;
	bool ok;

	str_add(&text, str_get(&item->edit.s));
	ok = edit_outside(tui, &text, err);
	if (ok) {
		/* as if it were pasted: a line takes no line breaks */
		fresh.block = item->edit.block;
		edit_insert(&fresh, str_get(&text));
		edit_replace(&item->edit, str_get(&fresh.s));
	}
	edit_release(&fresh);
	str_release(&text);
	return ok;
}
