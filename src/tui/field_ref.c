#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "isms/tui/field.h"
#include "isms/util/i18n.h"

/* References: records of another register, found by typing. */

static void load(struct tui *tui, struct item *item, const struct value *value)
{
	(void)tui;
	value_copy(&item->value, value);
}

static bool store(struct tui *tui, struct item *item, struct value *value, struct err *err)
{
	(void)tui;
	(void)err;
	value_copy(value, &item->value);
	return true;
}

/* One line a reference, so that each can be read. */
static int height(struct tui *tui, struct item *item, int cells)
{
	(void)tui;
	(void)cells;
	return item->value.nrefs < 1 ? 1 : item->value.nrefs > 6 ? 6 : (int)item->value.nrefs;
}

static void draw(struct tui *tui, struct item *item, struct rect r, bool at)
{
	size_t n = item->value.nrefs;
	struct str text = STR_INIT;

	if (n == 0)
		draw_text(tui, r.y, r.x, 1, "_", at ? LOOK_SELECTED : LOOK_DIM);
	for (size_t i = 0; i < n && (int)i < r.h; i++) {
		const struct ref *ref = &item->value.refs[i];

		str_clear(&text);
		str_addf(&text, "%s %s", ref->code == NULL ? "" : ref->code,
			 ref->title == NULL ? "" : ref->title);
		if ((int)i == r.h - 1 && n > (size_t)r.h)
			str_addf(&text, _(" and %zu more"), n - (size_t)r.h);
		(at && i == 0 ? draw_chosen : draw_text)(tui, r.y + (int)i, r.x, r.w,
							 str_get(&text), LOOK_PLAIN);
	}
	if (at)
		draw_cursor(tui, r.y, r.x);
	str_release(&text);
}

static void drop_last(struct value *value)
{
	struct ref *last;

	if (value->nrefs == 0)
		return;
	last = &value->refs[value->nrefs - 1];
	free(last->code);
	free(last->title);
	value->nrefs--;
	if (value->nrefs == 0)
		value_release(value);
}

static void pick(struct tui *tui, struct item *item)
{
	pick_records(tui, item, item->field, &item->value, NULL);
}

static bool key(struct tui *tui, struct item *item, const struct key *k)
{
	struct str typed = STR_INIT;
	bool taken = true;

	if (k->code == K_DEL || k->code == K_BACKSPACE)
		drop_last(&item->value);
	else if (k->code == K_SPACE)
		pick(tui, item);
	else if (k->code == K_PASTE)
		pick_records(tui, item, item->field, &item->value, term_paste(tui->term));
	else if (key_is_text(k)) {
		key_utf8(k, &typed);
		pick_records(tui, item, item->field, &item->value, str_get(&typed));
	} else
		taken = false;
	str_release(&typed);
	return taken;
}

const struct field_ops ref_field_ops = {
	.chosen = true,
	.load = load,
	.store = store,
	.height = height,
	.draw = draw,
	.key = key,
	.pick = pick,
	.hint = N_("Type to search, Space lists (^N: a new one), Del removes"),
};
