/* What is typed in a form is not lost: drafts kept and gone on with. */
#include "config.h"

#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "isms/tui/dialog.h"
#include "isms/tui/trouble.h"
#include "isms/util/i18n.h"
#include "isms/util/mem.h"

#include "form_private.h"

#define EVERY 10 /* s between two drafts that are put aside */

static long long now_s(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (long long)t.tv_sec;
}

/* The demonstration is thrown away at its end, drafts and all. */
static bool wanted(const struct tui *tui)
{
	return tui->app->store != NULL && tui->demo == NULL && !tui->opt->demo;
}

/* What item i would say of a record. */
static void text_of(struct tui *tui, struct form *f, size_t i, struct record *rec, struct str *out)
{
	struct item was = {.field = f->items[i].field};

	field_ops(was.field)->load(tui, &was, form_value(f, rec, i));
	item_text(tui, &was, out);
	item_release(&was);
}

/* Every field that says something else than the file, or than a new record; NULL:
 * none of them was changed here. What was proposed counts once something was. */
static struct draft *gather(struct tui *tui, struct form *f)
{
	struct draft *draft = draft_new(f->old != NULL ? f->old : f->rec);
	struct record *was = f->old != NULL ? record_copy(f->old) : record_new(f->kind);
	struct str begun = STR_INIT, base = STR_INIT, typed = STR_INIT;
	bool changed = false;

	if (f->old == NULL)
		record_defaults(&tui->app->rules, was);
	for (size_t i = 0; i < f->n; i++) {
		str_clear(&begun);
		str_clear(&base);
		str_clear(&typed);
		text_of(tui, f, i, f->base, &begun);
		text_of(tui, f, i, was, &base);
		item_text(tui, &f->items[i], &typed);
		if (i == 0 && f->old == NULL) {
			free(draft->title);
			draft->title = xstrdup(str_get(&typed));
		}
		changed = changed || strcmp(str_get(&begun), str_get(&typed)) != 0;
		if (strcmp(str_get(&base), str_get(&typed)) != 0)
			draft_add(draft, f->items[i].field->name, str_get(&base), str_get(&typed));
	}
	if (!changed || draft->n == 0)
		draft_free(&draft);
	record_free(&was);
	str_release(&begun);
	str_release(&base);
	str_release(&typed);
	return draft;
}

static void drop(struct tui *tui, const struct draft *draft)
{
	if (draft != NULL)
		(void)app_draft_drop(tui->app, draft, NULL);
}

/* Takes ownership of draft, which takes the place of the one before. */
static bool put_aside(struct tui *tui, struct form *f, struct draft *draft, struct err *err)
{
	bool ok = app_draft_aside(tui->app, draft, err);

	if (ok) {
		drop(tui, f->kept);
		draft_free(&f->kept);
		f->kept = draft;
	} else {
		draft_free(&draft);
	}
	return ok;
}

void form_tick(struct tui *tui, struct view *view)
{
	struct form *f = (struct form *)view;
	struct err err = ERR_INIT;
	struct draft *draft;

	if (f->kept_at == 0)
		f->kept_at = now_s();
	if (!f->touched || now_s() - f->kept_at < EVERY || !wanted(tui))
		return;
	f->touched = false;
	f->kept_at = now_s();
	draft = gather(tui, f);
	if (draft == NULL) {
		drop(tui, f->kept);
		draft_free(&f->kept);
	} else if (!put_aside(tui, f, draft, &err)) {
		tui_say(tui, "%s", err_msg(&err));
	}
	err_release(&err);
}

bool form_refused(struct tui *tui, struct form *f, struct err *err)
{
	const char *const answers[] = {_("Try again"), _("Keep editing"), NULL};
	struct draft *draft = wanted(tui) ? gather(tui, f) : NULL;
	bool aside = draft != NULL && put_aside(tui, f, draft, NULL), again;
	struct str head = STR_INIT, details = STR_INIT;

	str_addf(&head, _("Not saved: %s"), trouble_head(err->trouble));
	str_addf(&details, "%s\n%s\n%s", err_msg(err), trouble_hint(err->trouble),
		 aside ? _("What you typed is still here, and kept as a draft.")
		       : _("What you typed is still here."));
	tui_error(tui, err);
	str_clear(&tui->message);
	again = ask(tui, str_get(&head), str_get(&details), answers, 1) == 0;
	str_release(&head);
	str_release(&details);
	return again;
}

void form_left(struct tui *tui, struct form *f)
{
	bool ending = f->saved == 0 && !f->given_up && term_signal(tui->term) != 0;
	struct draft *draft = ending && wanted(tui) ? gather(tui, f) : NULL;
	bool kept = draft != NULL && app_draft_keep(tui->app, draft, NULL);

	if (kept || (!ending && wanted(tui))) {
		drop(tui, f->kept);
		drop(tui, f->from);
	}
	draft_free(&draft);
}

/* ---- Going on with one ---------------------------------------------------------- */

static size_t find_item(const struct form *f, const char *name)
{
	size_t i = 0;

	while (i < f->n && strcmp(f->items[i].field->name, name) != 0)
		i++;
	return i;
}

/* Did somebody save another value than the draft begins with and ends with? */
static bool conflicts(struct tui *tui, struct form *f, const struct draft *draft)
{
	struct str now = STR_INIT;
	bool found = false;

	for (size_t k = 0; k < draft->n && !found; k++) {
		const struct draft_field *d = &draft->fields[k];
		size_t i = find_item(f, d->name);

		str_clear(&now);
		if (i < f->n)
			text_of(tui, f, i, f->base, &now);
		found = i < f->n && strcmp(str_get(&now), d->base) != 0 &&
			strcmp(str_get(&now), d->typed) != 0;
	}
	str_release(&now);
	return found;
}

/* A text as a value of rec; what is none leaves it. */
static bool parse(struct tui *tui, struct form *f, size_t i, const char *text, struct record *rec)
{
	struct value *value = form_value(f, rec, i);
	bool ok = true;

	if (*text == '\0')
		value_release(value);
	else
		ok = app_parse(tui->app, f->items[i].field, text, value, NULL);
	return ok;
}

/* The record as it was and as it was meant to be, from the draft; then as for a
 * save that came too late. */
static bool choose_between(struct tui *tui, struct form *f, const struct draft *draft)
{
	struct record *was = record_copy(f->old), *mine = record_copy(f->old);
	bool done;

	for (size_t k = 0; k < draft->n; k++) {
		size_t i = find_item(f, draft->fields[k].name);

		if (i < f->n) {
			parse(tui, f, i, draft->fields[k].base, was);
			parse(tui, f, i, draft->fields[k].base, mine);
			parse(tui, f, i, draft->fields[k].typed, mine);
		}
	}
	done = conflict_merge(tui, mine, &was);
	for (size_t i = 0; i < f->n && done; i++)
		item_put(tui, &f->items[i], form_value(f, mine, i));
	if (done) {
		f->rec->ver = was->ver;
		record_free(&f->old);
		record_free(&f->base);
		f->old = was;
		f->base = record_copy(was);
		was = NULL;
	}
	record_free(&was);
	record_free(&mine);
	return done;
}

bool form_apply(struct tui *tui, struct form *f, const struct draft *draft)
{
	bool merge = f->old != NULL && conflicts(tui, f, draft);
	struct err err = ERR_INIT;
	struct record *trial;

	if (merge && !choose_between(tui, f, draft))
		return false;
	trial = record_copy(f->rec);
	for (size_t k = 0; k < draft->n; k++) {
		const struct draft_field *d = &draft->fields[k];
		size_t i = find_item(f, d->name);

		/* what was merged stands there; what is no value yet could not be */
		if (i == f->n || (merge && parse(tui, f, i, d->typed, trial)))
			continue;
		if (!item_put_text(tui, &f->items[i], d->typed, &err))
			tui_warn(tui, _("%s could not be brought back: %s (it was '%s')"),
				 _(f->items[i].field->label), err_msg(&err), d->typed);
		err_release(&err);
	}
	record_free(&trial);
	f->touched = true;
	return true;
}
