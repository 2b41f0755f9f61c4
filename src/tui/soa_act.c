#include "config.h"

#include "soa_act.h"

#include <stdlib.h>
#include <string.h>

#include "isms/app/soa.h"
#include "isms/model/kinds.h"
#include "isms/tui/bulk_view.h"
#include "isms/tui/dialog.h"
#include "isms/tui/form.h"
#include "isms/util/ascii.h"
#include "isms/util/i18n.h"

/* ---- Deciding ------------------------------------------------------------ */

/* Saves now over old, as one change, and says what it did. */
static void save(struct tui *tui, struct record *now, const struct record *old, const char *what)
{
	struct err err = ERR_INIT;

	if (app_save(tui->app, now, old, NULL, NULL, &err)) {
		tui_changed(tui);
		tui_say(tui, _("%s: %s (u undoes)"), record_title(now), what);
	} else {
		tui_error(tui, &err);
	}
}

void soa_applies(struct tui *tui, const struct soa_row *row, const struct record *old)
{
	struct soa_fill fill = {0};
	struct record *now = record_copy(old);
	struct err err = ERR_INIT;

	(void)row;
	value_set_text(record_value(now, "applicable"), "yes");
	if (!record_get(now, "reasons")->set && app_soa_reasons(tui->app, old->id, &fill, &err) &&
	    fill.n == 1) {
		value_copy(record_value(now, "reasons"), record_get(fill.v[0].now, "reasons"));
		value_copy(record_value(now, "justification"),
			   record_get(fill.v[0].now, "justification"));
	}
	if (err.kind != ERR_NONE) {
		tui_error(tui, &err);
	} else if (record_get(now, "reasons")->set && *record_get(now, "reasons")->text != '\0') {
		save(tui, now, old, _("applies"));
	} else {
		const struct form_options opt = {.fresh = now, .at = "reasons"};

		form_run(tui, &kind_soa_entry, old->id, &opt);
	}
	soa_fill_release(&fill);
	record_free(&now);
}

void soa_exclude(struct tui *tui, const struct soa_row *row, const struct record *old)
{
	struct record *now = record_copy(old);
	const struct form_options opt = {.fresh = now, .at = "justification"};
	struct str used = STR_INIT;

	value_set_text(record_value(now, "applicable"), "no");
	value_release(record_value(now, "reasons"));
	str_addf(&used, "%s%s%s", row->text[SOA_RISKS] ? row->text[SOA_RISKS] : "",
		 row->text[SOA_RISKS] && row->text[SOA_REQUIREMENTS] ? ", " : "",
		 row->text[SOA_REQUIREMENTS] ? row->text[SOA_REQUIREMENTS] : "");
	if (used.len == 0 ||
	    ask_yes(tui, _("This control is used. Exclude it all the same?"), str_get(&used)))
		form_run(tui, &kind_soa_entry, old->id, &opt);
	str_release(&used);
	record_free(&now);
}

void soa_set_state(struct tui *tui, const struct soa_row *row, const struct record *old)
{
	const struct field *field = kind_field(&kind_soa_entry, "implementation");
	const struct choose_options opt = {.title = _("How far is it?")};
	struct choose_list list = {0};
	struct record *now = record_copy(old);
	size_t at = 0;
	long chosen;

	(void)row;
	for (size_t i = 0; field->choices[i].key != NULL; i++) {
		if (str_equal(field->choices[i].key, record_get(old, "implementation")->text))
			at = i;
		choose_add(&list, choice_label(&tui->app->rules, &field->choices[i]), NULL,
			   (long long)i);
	}
	chosen = choose(tui, &opt, &list, at);
	if (chosen >= 0) {
		const struct choice *choice = &field->choices[chosen];

		value_set_text(record_value(now, "implementation"), choice->key);
		save(tui, now, old, choice_label(&tui->app->rules, choice));
	}
	choose_clear(&list);
	record_free(&now);
}

/* ---- Deciding many ------------------------------------------------------- */

/* What a key makes of an entry: this field this (NULL: it is asked for), that one cleared,
 * the last asked for. */
static const struct {
	enum command_id id;
	const char *field, *value, *clear, *more;
} decisions[] = {
	{CMD_APPLIES, "applicable", "yes", NULL, "reasons"},
	{CMD_EXCLUDE, "applicable", "no", "reasons", "justification"},
	{CMD_IMPLEMENTATION, "implementation", NULL, NULL, NULL},
};

static bool set_to(struct bulk *bulk, const char *field, const char *text, struct err *err)
{
	struct value value = VALUE_INIT;
	bool ok;

	if (text != NULL)
		value_set_text(&value, text);
	ok = bulk_change(bulk, kind_field(&kind_soa_entry, field), BULK_SET, &value, err);
	value_release(&value);
	return ok;
}

static bool ask_changes(struct tui *tui, struct bulk *bulk, size_t i, struct err *err)
{
	bool ok = true;

	if (decisions[i].value == NULL)
		ok = bulk_ask(tui, bulk, kind_field(&kind_soa_entry, decisions[i].field), BULK_SET,
			      "");
	else
		ok = set_to(bulk, decisions[i].field, decisions[i].value, err);
	if (ok && decisions[i].clear != NULL)
		ok = set_to(bulk, decisions[i].clear, NULL, err);
	if (ok && decisions[i].more != NULL)
		ok = bulk_ask(tui, bulk, kind_field(&kind_soa_entry, decisions[i].more), BULK_SET,
			      _("empty leaves it as it is"));
	return ok;
}

void soa_decide(struct tui *tui, enum command_id id, const long long *ids, size_t n,
		size_t hidden)
{
	struct bulk bulk;
	struct err err = ERR_INIT;
	size_t i = 0;

	if (!tui_may_write(tui))
		return;
	while (decisions[i].id != id)
		i++;
	bulk_init(&bulk, &kind_soa_entry);
	if (ask_changes(tui, &bulk, i, &err))
		bulk_do(tui, &bulk, ids, n, hidden);
	else if (err.kind != ERR_NONE)
		tui_error(tui, &err);
	bulk_release(&bulk);
}

/* ---- Reasons of all ------------------------------------------------------ */

static void reasons_text(const struct rules *rules, const struct record *rec, struct str *out)
{
	const struct value *value = record_get(rec, "reasons");
	const struct soa_row row = {.text = (char *[SOA_KEYS]){[SOA_REASONS] = value->text}};

	if (value->set && *value->text != '\0')
		soa_show(rules, &row, SOA_REASONS, out);
	else
		str_addc(out, '-');
}

/* "A.8.13 Information backup   - > RC, applies" */
static void add_change(struct tui *tui, const struct soa_change *change, size_t i,
		       struct choose_list *list)
{
	struct str text = STR_INIT;

	reasons_text(&tui->app->rules, change->old, &text);
	str_add(&text, " > ");
	reasons_text(&tui->app->rules, change->now, &text);
	if (!value_equal(kind_field(&kind_soa_entry, "applicable"),
			 record_get(change->old, "applicable"),
			 record_get(change->now, "applicable")))
		str_add(&text, _(", applies"));
	choose_add(list, record_title(change->now), str_get(&text), (long long)i);
	list->v[list->n - 1].marked = true;
	str_release(&text);
}

/* Leaves out what was unmarked. */
static void keep_marked(struct soa_fill *fill, const struct choose_list *list)
{
	size_t n = 0;

	for (size_t i = 0; i < list->n; i++) {
		if (list->v[i].marked) {
			fill->v[n++] = fill->v[i];
		} else {
			record_free(&fill->v[i].old);
			record_free(&fill->v[i].now);
		}
	}
	fill->n = n;
}

void soa_fill_reasons(struct tui *tui)
{
	const struct choose_options opt =
		{.title = _(
			 "Reasons from the registers, old > new (Space leaves out, Enter writes)"),
		 .several = true};
	struct choose_list list = {0};
	struct soa_fill fill = {0};
	struct err err = ERR_INIT;

	if (!tui_may_write(tui))
		return;
	if (!app_soa_reasons(tui->app, 0, &fill, &err)) {
		tui_error(tui, &err);
		return;
	}
	for (size_t i = 0; i < fill.n; i++)
		add_change(tui, &fill.v[i], i, &list);
	if (fill.n == 0) {
		tui_say(tui, _("the registers give no reason that is not there"));
	} else if (choose(tui, &opt, &list, 0) >= 0) {
		keep_marked(&fill, &list);
		if (fill.n > 0 && !app_soa_fill(tui->app, &fill, NULL, &err))
			tui_error(tui, &err);
		tui_changed(tui);
		if (err.kind == ERR_NONE)
			tui_say(tui,
				ngettext("%zu entry got reasons (u undoes)",
					 "%zu entries got reasons (u undoes)", fill.n),
				fill.n);
	}
	choose_clear(&list);
	soa_fill_release(&fill);
}

/* ---- Versions ------------------------------------------------------------ */

static bool last_version(void *ctx, struct record **rec, struct err *err)
{
	struct record **last = ctx;

	(void)err;
	record_free(last);
	*last = *rec;
	*rec = NULL;
	return true;
}

/* What follows a version: 3.0 after 2.1, 2026-11 after 2026-10; 1.0 is the first. */
static void number_after(const char *last, struct str *out)
{
	size_t n = strlen(last), end, begin;

	for (end = n; end > 0 && !ascii_digit(last[end - 1]); end--)
		;
	for (begin = end; begin > 0 && ascii_digit(last[begin - 1]); begin--)
		;
	if (end == 0 || end - begin > 9) {
		str_add(out, end == 0 && n == 0 ? "1.0" : "");
	} else if (strspn(last, "0123456789.") == n && strchr(last, '.') != NULL) {
		str_addf(out, "%ld.0", strtol(last, NULL, 10) + 1);
	} else {
		str_addn(out, last, begin);
		str_addf(out, "%0*ld%s", (int)(end - begin), strtol(last + begin, NULL, 10) + 1,
			 last + end);
	}
}

void soa_next_version(struct tui *tui)
{
	const struct query query = {.kind = &kind_soa_version};
	struct record *rec = record_new(&kind_soa_version), *last = NULL;
	const struct form_options opt = {.fresh = rec, .at = "author"};
	struct err err = ERR_INIT;
	struct str text = STR_INIT;

	if (!tui_may_write(tui))
		goto out;
	record_defaults(&tui->app->rules, rec);
	if (!store_each(tui->app->store, &query, NULL, last_version, &last, &err)) {
		tui_error(tui, &err);
		goto out;
	}
	number_after(last == NULL ? "" : record_get(last, "version")->text, &text);
	value_set_text(record_value(rec, "version"), str_get(&text));
	if (last != NULL) {
		value_copy(record_value(rec, "author"), record_get(last, "author"));
		str_clear(&text);
		str_addf(&text, _("Entries changed since version %s: %lld."),
			 record_get(last, "version")->text, record_get(last, "changed_since")->num);
		if (record_get(last, "changed_since")->set)
			value_set_text(record_value(rec, "change_note"), str_get(&text));
	}
	form_run(tui, &kind_soa_version, 0, &opt);
out:
	str_release(&text);
	record_free(&rec);
	record_free(&last);
}
