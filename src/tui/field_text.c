#include "config.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "isms/tui/dialog.h"
#include "isms/tui/field.h"
#include "isms/util/date.h"
#include "isms/util/i18n.h"
#include "isms/util/mem.h"
#include "isms/util/text.h"

#define LONG 40 /* bytes */

/* What is typed in one line: texts, numbers, money, dates and choices that
 * only suggest. */

static void load(struct tui *tui, struct item *item, const struct value *value)
{
	struct str text = STR_INIT;

	if (value->set)
		field_format(&tui->app->rules, item->field, value, &text);
	edit_set(&item->edit, str_get(&text));
	/* a long text is read from its beginning, a short one is added to */
	if (text.len > LONG)
		item->edit.at = 0;
	str_release(&text);
}

static bool store(struct tui *tui, struct item *item, struct value *value, struct err *err)
{
	struct str text = STR_INIT;
	bool ok = true;

	str_add(&text, str_get(&item->edit.s));
	str_trim(&text);
	if (text.len == 0)
		value_release(value);
	else
		ok = app_parse(tui->app, item->field, str_get(&text), value, err);
	str_release(&text);
	return ok;
}

static int height(struct tui *tui, struct item *item, int cells)
{
	(void)tui;
	(void)item;
	(void)cells;
	return 1;
}

static void draw(struct tui *tui, struct item *item, struct rect r, bool at)
{
	edit_draw(tui, &item->edit, r.y, r.x, r.w, LOOK_PLAIN, at);
	if (!at && item->edit.s.len == 0)
		draw_text(tui, r.y, r.x, r.w, "_", LOOK_DIM);
}

static bool key(struct tui *tui, struct item *item, const struct key *k)
{
	return edit_key(tui, &item->edit, k);
}

const struct field_ops text_field_ops = {
	.load = load,
	.store = store,
	.height = height,
	.draw = draw,
	.key = key,
};

/* What was typed is said as a date at once, so that +2w is no surprise. */
static void draw_date(struct tui *tui, struct item *item, struct rect r, bool at)
{
	struct value value = VALUE_INIT;
	struct err err = ERR_INIT;
	struct str text = STR_INIT;
	int wide = 20, typed = text_width(str_get(&item->edit.s)) + 1;
	size_t day;

	/* what it means matters more than room for more */
	if (r.w < 40)
		wide = typed < r.w / 2 ? typed : r.w / 2;
	draw(tui, item, (struct rect){r.y, r.x, 1, wide}, at);
	if (item->edit.s.len > 0 && !store(tui, item, &value, &err)) {
		str_addf(&text, "? %s", err_msg(&err));
	} else if (value.set) {
		str_add(&text, "= ");
		field_show(&tui->app->rules, item->field, &value, &text);
		day = text.len;
		if (item->field->type == FIELD_DATE)
			str_addf(&text, " %s", calendar_day((long)value.num));
		if (text_width(str_get(&text)) > r.w - wide - 1)
			str_cut(&text, day);
	}
	draw_text(tui, r.y, r.x + wide + 1, r.w - wide - 1, str_get(&text), LOOK_DIM);
	str_release(&text);
	value_release(&value);
	err_release(&err);
}

/* The day in the field, and where the time of day begins; LONG_MIN: none. */
static long day_typed(struct tui *tui, const struct item *item, size_t *time)
{
	const char *s = str_get(&item->edit.s);
	const char *hour = item->field->type == FIELD_TIME ? strpbrk(s, "T ") : NULL;
	char *text = xstrndup(s, hour == NULL ? strlen(s) : (size_t)(hour - s));
	long day = LONG_MIN;

	*time = strlen(text);
	if (*text != '\0')
		(void)date_parse(text, tui->app->rules.today, &day, NULL);
	free(text);
	return day;
}

static void pick_date(struct tui *tui, struct item *item)
{
	struct str text = STR_INIT;
	char buf[DATE_LEN];
	size_t time;
	long day = day_typed(tui, item, &time);

	if (calendar_pick(tui, _(item->field->label), day, &day)) {
		date_format(day, buf);
		str_add(&text, buf);
		if (item->field->type == FIELD_TIME && item->edit.s.len > time)
			str_add(&text, str_get(&item->edit.s) + time);
		else if (item->field->type == FIELD_TIME)
			str_addc(&text, ' '); /* for what is still to be typed */
		edit_replace(&item->edit, str_get(&text));
	}
	str_release(&text);
}

/* In an empty field a blank is no text: it opens the list, as elsewhere. */
static bool key_date(struct tui *tui, struct item *item, const struct key *k)
{
	bool opens = k->code == K_SPACE && item->edit.s.len == 0;

	if (opens)
		pick_date(tui, item);
	return opens || key(tui, item, k);
}

const struct field_ops date_field_ops = {
	.load = load,
	.store = store,
	.height = height,
	.draw = draw_date,
	.key = key_date,
	.pick = pick_date,
	.hint = N_("2026-12-31, +2w, -3d, +1m, fri, 15th, eom; F4 a calendar"),
};

static void pick_open(struct tui *tui, struct item *item)
{
	struct choose_options opt = {.title = _(item->field->label), .typing = true};
	struct choose_list list = {0};
	long chosen;

	for (const struct choice *c = item->field->choices; c->key != NULL; c++)
		choose_add(&list, choice_label(&tui->app->rules, c), NULL, 0);
	chosen = choose(tui, &opt, &list, 0);
	if (chosen >= 0)
		edit_replace(&item->edit, list.v[chosen].text);
	choose_clear(&list);
}

const struct field_ops open_field_ops = {
	.load = load,
	.store = store,
	.height = height,
	.draw = draw,
	.key = key,
	.pick = pick_open,
	.hint = N_("F4 lists what is usual; a word of your own will do"),
};

/* ---- A link to a record of any register ------------------------------------- */

static bool store_link(struct tui *tui, struct item *item, struct value *value, struct err *err)
{
	struct str text = STR_INIT;
	bool ok = true;

	str_add(&text, str_get(&item->edit.s));
	str_trim(&text);
	if (text.len == 0)
		value_release(value);
	else
		ok = app_parse(tui->app, item->field, str_get(&text), value, err);
	str_release(&text);
	return ok;
}

static void draw_link(struct tui *tui, struct item *item, struct rect r, bool at)
{
	struct value value = VALUE_INIT;
	struct err err = ERR_INIT;
	struct str text = STR_INIT;
	int wide = r.w < 40 ? r.w / 2 : 20;

	draw(tui, item, (struct rect){r.y, r.x, 1, wide}, at);
	if (item->edit.s.len > 0 && !store_link(tui, item, &value, &err)) {
		str_addf(&text, "? %s", err_msg(&err));
	} else if (value.nrefs > 0) {
		str_add(&text, "= ");
		field_show(&tui->app->rules, item->field, &value, &text);
	}
	draw_text(tui, r.y, r.x + wide + 1, r.w - wide - 1, str_get(&text), LOOK_DIM);
	str_release(&text);
	value_release(&value);
	err_release(&err);
}

/* First which register, then which record of it. */
static void pick_link(struct tui *tui, struct item *item)
{
	struct choose_options opt = {.title = _("In which register"), .typing = true};
	struct choose_list list = {0};
	struct value value = VALUE_INIT;
	struct field field = *item->field;
	struct str text = STR_INIT;
	long chosen;

	for (size_t i = 0; kinds[i] != NULL; i++)
		choose_add(&list, _(kinds[i]->plural), kinds[i]->name, 0);
	chosen = choose(tui, &opt, &list, 0);
	if (chosen >= 0) {
		field.type = FIELD_REF;
		field.ref = kinds[chosen];
		pick_records(tui, NULL, &field, &value, NULL);
	}
	if (value.nrefs > 0) {
		str_addf(&text, "%s/%s", field.ref->name, value.refs[0].code);
		edit_replace(&item->edit, str_get(&text));
	}
	choose_clear(&list);
	value_release(&value);
	str_release(&text);
}

const struct field_ops link_field_ops = {
	.load = load,
	.store = store_link,
	.height = height,
	.draw = draw_link,
	.key = key,
	.pick = pick_link,
	.hint = N_("A code, such as R-0012 or risk/R-0012; F4 lists the registers"),
};

const struct field_ops *field_ops(const struct field *field)
{
	static const struct field_ops *const ops[FIELD_NTYPES] = {
		[FIELD_TEXT] = &text_field_ops,	    [FIELD_NOTE] = &note_field_ops,
		[FIELD_INT] = &text_field_ops,	    [FIELD_SCALE] = &choice_field_ops,
		[FIELD_MONEY] = &text_field_ops,    [FIELD_DATE] = &date_field_ops,
		[FIELD_TIME] = &date_field_ops,	    [FIELD_BOOL] = &choice_field_ops,
		[FIELD_CHOICE] = &choice_field_ops, [FIELD_CHOICES] = &choices_field_ops,
		[FIELD_REF] = &ref_field_ops,	    [FIELD_REFS] = &ref_field_ops,
		[FIELD_LINK] = &link_field_ops,
	};
	bool open = field->type == FIELD_CHOICE && (field->flags & F_OPEN) != 0;

	return open ? &open_field_ops : ops[field->type];
}
