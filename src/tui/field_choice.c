#include "config.h"

#include <string.h>

#include "isms/tui/dialog.h"
#include "isms/tui/field.h"
#include "isms/util/ascii.h"
#include "isms/util/i18n.h"
#include "isms/util/text.h"

/* One of a few: choices, the steps of a scale, yes and no. */

static int count(struct tui *tui, const struct field *field)
{
	int n = 2;

	if (field->type == FIELD_SCALE)
		n = tui->app->rules.method.steps[field->scale];
	else if (field->type == FIELD_CHOICE)
		for (n = 0; field->choices[n].key != NULL; n++)
			;
	return n;
}

static void label(struct tui *tui, const struct field *field, int i, struct str *out)
{
	const struct step *step;

	if (field->type == FIELD_SCALE) {
		step = &tui->app->rules.method.step[field->scale][i];
		str_addf(out, "%d", i + 1);
		if (step->label != NULL)
			str_addf(out, " %s", step->label);
	} else if (field->type == FIELD_CHOICE) {
		str_add(out, choice_label(&tui->app->rules, &field->choices[i]));
	} else {
		str_add(out, i == 0 ? _("no") : _("yes"));
	}
}

/* The index of what is chosen, -1: nothing. */
static int current(struct tui *tui, const struct item *item)
{
	const struct field *field = item->field;
	int n = count(tui, field), found = -1;

	for (int i = 0; i < n && item->value.set && found < 0; i++) {
		if (field->type == FIELD_CHOICE
			    ? strcmp(field->choices[i].key, item->value.text) == 0
		    : field->type == FIELD_SCALE ? item->value.num == i + 1
						 : (item->value.num != 0) == (i != 0))
			found = i;
	}
	return found;
}

static void set(struct tui *tui, struct item *item, int i)
{
	const struct field *field = item->field;

	if (i < 0 || i >= count(tui, field))
		value_release(&item->value);
	else if (field->type == FIELD_CHOICE)
		value_set_text(&item->value, field->choices[i].key);
	else
		value_set_num(&item->value, field->type == FIELD_SCALE ? i + 1 : i);
}

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

static int height(struct tui *tui, struct item *item, int cells)
{
	(void)tui;
	(void)item;
	(void)cells;
	return 1;
}

static int width_of_all(struct tui *tui, const struct field *field)
{
	struct str text = STR_INIT;
	int cells = 0;

	for (int i = 0; i < count(tui, field); i++) {
		str_clear(&text);
		label(tui, field, i, &text);
		cells += text_width(str_get(&text)) + 3;
	}
	str_release(&text);
	return cells;
}

/* All side by side where they fit; else a scale by its figures, and a choice
 * alone between arrows. */
static void draw(struct tui *tui, struct item *item, struct rect r, bool at)
{
	const struct field *field = item->field;
	int now = current(tui, item), n = count(tui, field), x = r.x;
	bool fits = width_of_all(tui, field) <= r.w;
	struct str text = STR_INIT;

	if (at)
		draw_cursor(tui, r.y, r.x);
	for (int i = 0; i < n; i++) {
		int wide;

		if (!fits && field->type != FIELD_SCALE && i != now)
			continue;
		str_clear(&text);
		str_addc(&text, i == now ? '[' : ' ');
		if (fits || i == now)
			label(tui, field, i, &text);
		else
			str_addf(&text, "%d", i + 1);
		str_addc(&text, i == now ? ']' : ' ');
		wide = text_width(str_get(&text));
		/* the blank between them has the look of what it follows: few bytes */
		draw_text(tui, r.y, x, i == now ? wide : wide + 1, str_get(&text),
			  i == now && at ? LOOK_SELECTED
			  : i == now	 ? LOOK_BOLD
					 : LOOK_DIM);
		if (i == now && at)
			draw_cursor(tui, r.y, x + 1);
		x += wide + 1;
	}
	if (!fits && field->type != FIELD_SCALE) {
		str_clear(&text);
		if (now < 0)
			str_add(&text, "_");
		else
			str_addf(&text, "%d/%d", now + 1, n);
		draw_text(tui, r.y, x, r.x + r.w - x, str_get(&text), LOOK_DIM);
	}
	str_release(&text);
}

static bool letter(struct tui *tui, struct item *item, char c)
{
	int n = count(tui, item->field), now = current(tui, item);
	struct str text = STR_INIT;
	bool found = false;

	for (int k = 1; k <= n && !found; k++) {
		int i = (now + k + n) % n;

		str_clear(&text);
		label(tui, item->field, i, &text);
		found = ascii_lower(str_get(&text)[0]) == ascii_lower(c);
		if (found)
			set(tui, item, i);
	}
	str_release(&text);
	return found;
}

static void pick(struct tui *tui, struct item *item)
{
	struct choose_options opt = {.title = _(item->field->label)};
	struct choose_list list = {0};
	struct str text = STR_INIT;
	int now = current(tui, item);
	long chosen;

	for (int i = 0; i < count(tui, item->field); i++) {
		const struct step *step =
			item->field->type == FIELD_SCALE
				? &tui->app->rules.method.step[item->field->scale][i]
				: NULL;

		str_clear(&text);
		label(tui, item->field, i, &text);
		if (step != NULL && step->criteria != NULL)
			str_addf(&text, ": %s", step->criteria);
		choose_add(&list, str_get(&text), NULL, i);
	}
	chosen = choose(tui, &opt, &list, now < 0 ? 0 : (size_t)now);
	if (chosen >= 0)
		set(tui, item, (int)chosen);
	choose_clear(&list);
	str_release(&text);
}

static bool key(struct tui *tui, struct item *item, const struct key *k)
{
	int now = current(tui, item), n = count(tui, item->field);
	bool taken = true;

	if (k->code == K_RIGHT)
		set(tui, item, now + 1 < n ? now + 1 : n - 1);
	else if (k->code == K_LEFT)
		set(tui, item, now > 0 ? now - 1 : 0);
	else if (k->code == K_DEL || k->code == K_BACKSPACE)
		set(tui, item, -1);
	else if (k->code == K_SPACE)
		pick(tui, item);
	else if (key_is_text(k))
		(void)(k->code < 128 && letter(tui, item, (char)k->code));
	else
		taken = k->code == K_PASTE;
	return taken;
}

const struct field_ops choice_field_ops = {
	.chosen = true,
	.load = load,
	.store = store,
	.height = height,
	.draw = draw,
	.key = key,
	.pick = pick,
	.hint = N_("First letter or number, Left, Right; Space lists; Del clears"),
};

/* ---- Several of a few --------------------------------------------------------- */

static void draw_choices(struct tui *tui, struct item *item, struct rect r, bool at)
{
	struct str text = STR_INIT;

	if (item->value.set)
		field_show(&tui->app->rules, item->field, &item->value, &text);
	if (text.len == 0)
		draw_text(tui, r.y, r.x, 1, "_", at ? LOOK_SELECTED : LOOK_DIM);
	else
		(at ? draw_chosen : draw_text)(tui, r.y, r.x, r.w, str_get(&text), LOOK_PLAIN);
	if (at)
		draw_cursor(tui, r.y, r.x);
	str_release(&text);
}

static void pick_choices(struct tui *tui, struct item *item)
{
	struct choose_options opt = {.title = _(item->field->label), .several = true};
	struct choose_list list = {0};
	struct strv keys = STRV_INIT;
	struct str text = STR_INIT;
	bool any = false;
	long chosen;

	if (item->value.set)
		strv_split(&keys, item->value.text, ";");
	for (const struct choice *c = item->field->choices; c->key != NULL; c++) {
		choose_add(&list, choice_label(&tui->app->rules, c), NULL, 0);
		list.v[list.n - 1].marked = strv_has(&keys, c->key);
	}
	chosen = choose(tui, &opt, &list, 0);
	for (size_t i = 0; i < list.n; i++)
		any = any || list.v[i].marked;
	if (chosen >= 0 && !any && keys.n == 0)
		list.v[chosen].marked = true;
	for (size_t i = 0; i < list.n; i++) {
		if (list.v[i].marked)
			str_addf(&text, "%s%s", text.len > 0 ? ";" : "",
				 item->field->choices[i].key);
	}
	if (chosen >= 0)
		value_set_text(&item->value, text.len > 0 ? str_get(&text) : NULL);
	choose_clear(&list);
	strv_release(&keys);
	str_release(&text);
}

static bool key_choices(struct tui *tui, struct item *item, const struct key *k)
{
	bool taken = true;

	if (k->code == K_DEL || k->code == K_BACKSPACE)
		value_release(&item->value);
	else if (key_is_text(k))
		pick_choices(tui, item);
	else
		taken = k->code == K_PASTE;
	return taken;
}

const struct field_ops choices_field_ops = {
	.chosen = true,
	.load = load,
	.store = store,
	.height = height,
	.draw = draw_choices,
	.key = key_choices,
	.pick = pick_choices,
	.hint = N_("Space lists them, and marks in the list; Del clears"),
};
