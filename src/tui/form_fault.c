/* What is wrong in a form: beside each field until it is right. */
#include "config.h"

#include <stdlib.h>

#include "isms/tui/dialog.h"
#include "isms/util/i18n.h"
#include "isms/util/mem.h"
#include "isms/util/text.h"

#include "form_private.h"

#define LINES_MAX 4 /* of a fault, where there is little room */

static void set(struct form *f, size_t i, enum fault_of of, const char *text)
{
	struct fault *fault = &f->faults[i];
	char *copy = text == NULL ? NULL : xstrdup(text);

	free(fault->text);
	fault->text = copy;
	fault->of = of;
}

void form_faults_clear(struct form *f)
{
	for (size_t i = 0; i < f->n; i++)
		set(f, i, FAULT_VALUE, NULL);
}

size_t form_faults(const struct form *f)
{
	size_t n = 0;

	for (size_t i = 0; i < f->n; i++)
		n += f->faults[i].text == NULL ? 0 : 1;
	return n;
}

void form_fault_lines(const struct form *f, size_t i, int cells, struct strv *lines)
{
	struct str text = STR_INIT;

	if (f->faults[i].text == NULL)
		return;
	str_addf(&text, "! %s", f->faults[i].text);
	text_wrap(lines, str_get(&text), cells > 8 ? cells : 8);
	while (lines->n > LINES_MAX)
		free(lines->v[--lines->n]);
	str_release(&text);
}

/* ---- Judging ---------------------------------------------------------------- */

static bool store(struct tui *tui, struct form *f, size_t i, struct value *now, struct err *err)
{
	return field_ops(f->items[i].field)->store(tui, &f->items[i], now, err);
}

/* Says the rule now something else than that field is wrong? What was wrong before it
 * keeps the rule from being asked: then only another value makes it good. */
static bool rule_holds(struct tui *tui, struct form *f, size_t i, bool same)
{
	struct record *trial = record_copy(f->rec);
	struct err err = ERR_INIT;
	bool holds;

	for (size_t k = 0; k < f->n; k++) {
		struct value now = VALUE_INIT;

		if (store(tui, f, k, &now, NULL))
			value_copy(form_value(f, trial, k), &now);
		value_release(&now);
	}
	holds = record_check(&tui->app->rules, trial, f->old, &err);
	if (!holds && err.field == f->items[i].field)
		set(f, i, FAULT_RULE, err_msg(&err));
	else if (!holds)
		holds = !same;
	err_release(&err);
	record_free(&trial);
	return holds;
}

/* What was found beyond the field itself is looked at again: another field may have
 * mended it. */
static void look_again(struct tui *tui, struct form *f, size_t i)
{
	struct value now = VALUE_INIT;
	enum fault_of of = f->faults[i].of;
	bool same = store(tui, f, i, &now, NULL) &&
		    value_equal(f->items[i].field, &now, form_value(f, f->rec, i));

	if ((of == FAULT_FILE && !same) || (of == FAULT_RULE && rule_holds(tui, f, i, same)))
		set(f, i, FAULT_VALUE, NULL);
	value_release(&now);
}

void form_leave(struct tui *tui, struct form *f, size_t i)
{
	struct value now = VALUE_INIT;
	struct err err = ERR_INIT;
	bool wrong = f->faults[i].text != NULL;

	if (!store(tui, f, i, &now, &err) ||
	    (wrong && !record_check_field(&tui->app->rules, f->items[i].field, &now, &err)))
		set(f, i, FAULT_VALUE, err_msg(&err));
	else if (wrong && f->faults[i].of == FAULT_VALUE)
		set(f, i, FAULT_VALUE, NULL);
	for (size_t k = 0; k < f->n; k++) {
		if (f->faults[k].text != NULL && f->faults[k].of != FAULT_VALUE)
			look_again(tui, f, k);
	}
	value_release(&now);
	err_release(&err);
}

/* ---- A save ----------------------------------------------------------------- */

/* The cursor into the first that is wrong; how many there are is said. */
static void tell(struct tui *tui, struct form *f)
{
	size_t n = form_faults(f), first = 0;

	while (first < f->n && f->faults[first].text == NULL)
		first++;
	if (first < f->n)
		f->at = first;
	if (n > 1)
		tui_warn(tui, _("not saved: %zu fields are wrong"), n);
}

/* Each field by itself, as the save would have it. */
static void judge_all(struct tui *tui, struct form *f)
{
	struct record *trial = record_copy(f->rec);

	(void)app_complete(tui->app, trial, NULL);
	for (size_t i = 0; i < f->n; i++) {
		struct err err = ERR_INIT;

		if (f->faults[i].text == NULL &&
		    !record_check_field(&tui->app->rules, f->items[i].field,
					form_value(f, trial, i), &err))
			set(f, i, FAULT_VALUE, err_msg(&err));
		err_release(&err);
	}
	record_free(&trial);
}

bool form_collect(struct tui *tui, struct form *f)
{
	form_faults_clear(f);
	for (size_t i = 0; i < f->n; i++) {
		struct err err = ERR_INIT;

		if (!store(tui, f, i, form_value(f, f->rec, i), &err))
			set(f, i, FAULT_VALUE, err_msg(&err));
		err_release(&err);
	}
	if (form_faults(f) == 0)
		return true;
	judge_all(tui, f);
	tell(tui, f);
	return false;
}

void form_not_saved(struct tui *tui, struct form *f, struct err *err)
{
	bool rule = !record_check(&tui->app->rules, f->rec, f->old, NULL);

	for (size_t i = 0; i < f->n && err->field != NULL; i++) {
		if (f->items[i].field == err->field)
			set(f, i, rule ? FAULT_RULE : FAULT_FILE, err_msg(err));
	}
	if (err->field != NULL)
		judge_all(tui, f);
	tui_error(tui, err);
	tell(tui, f);
}
