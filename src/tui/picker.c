#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "isms/tui/dialog.h"
#include "isms/tui/field.h"
#include "isms/tui/form.h"
#include "isms/tui/suggest.h"
#include "isms/util/i18n.h"
#include "isms/util/mem.h"

#define SHOWN 200 /* records listed at once; typing narrows them */

struct picker {
	struct tui *tui;
	const struct item *item; /* in a form; or NULL */
	const struct field *field;
	const struct kind *kind;
	bool several;
	struct value value; /* what is marked */
	bool touched;	    /* something was marked, made or suggested here */
	struct choose_list *list;
};

static size_t find(const struct value *value, long long id)
{
	size_t i = 0;

	while (i < value->nrefs && value->refs[i].id != id)
		i++;
	return i;
}

static void drop(struct value *value, size_t i)
{
	free(value->refs[i].code);
	free(value->refs[i].title);
	memmove(value->refs + i, value->refs + i + 1,
		(value->nrefs - i - 1) * sizeof(value->refs[0]));
	value->nrefs--;
}

static void add_item(struct picker *p, long long id, const char *code, const char *title)
{
	struct str text = STR_INIT;

	str_addf(&text, "%s  %s", code, title);
	choose_add(p->list, str_get(&text), NULL, id);
	p->list->v[p->list->n - 1].marked = find(&p->value, id) < p->value.nrefs;
	str_release(&text);
}

static bool add_record(void *ctx, struct record **rec, struct err *err)
{
	struct picker *p = ctx;

	(void)err;
	for (size_t i = 0; i < p->list->n; i++) {
		if (p->list->v[i].id == (*rec)->id)
			return true;
	}
	add_item(p, (*rec)->id, (*rec)->code, record_title(*rec));
	return true;
}

/* What is typed are words and no filter: each in quotes; in field, or anywhere
 * where that is NULL. */
static void quote(const char *text, const struct field *field, struct str *out)
{
	struct strv words = STRV_INIT;

	strv_split(&words, text, " \"\t\n");
	for (size_t i = 0; i < words.n; i++)
		str_addf(out, "%s%s%s\"%s\"", i > 0 ? " " : "", field == NULL ? "" : field->name,
			 field == NULL ? "" : ":", words.v[i]);
	strv_release(&words);
}

static void add_code(struct picker *p, const char *code)
{
	struct record *rec = NULL;
	struct err err = ERR_INIT;
	long long id = 0;

	if (store_find_code(p->tui->app->store, p->kind, code, &id, &err) && id != 0 &&
	    store_get(p->tui->app->store, p->kind, id, &rec, &err))
		add_item(p, id, rec->code, record_title(rec));
	record_free(&rec);
	err_release(&err);
}

static void add_found(struct picker *p, const char *text, const struct field *field)
{
	bool *want = xcalloc(p->kind->nfields, sizeof(bool));
	struct str where = STR_INIT;
	struct app_query q;
	struct err err = ERR_INIT;

	want[0] = true;
	quote(text, field, &where);
	if (app_query(p->tui->app, p->kind, str_get(&where), NULL, &q, &err)) {
		q.query.limit = SHOWN;
		store_each(p->tui->app->store, &q.query, want, add_record, p, &err);
		app_query_release(&q);
	}
	err_release(&err);
	str_release(&where);
	free(want);
}

/* What is marked, the code, what is called so, then what only mentions it. */
static void fill(void *ctx, const char *text, struct choose_list *list)
{
	struct picker *p = ctx;

	p->list = list;
	choose_clear(list);
	if (*text == '\0') {
		for (size_t i = 0; i < p->value.nrefs; i++)
			add_item(p, p->value.refs[i].id, p->value.refs[i].code,
				 p->value.refs[i].title == NULL ? "" : p->value.refs[i].title);
	} else {
		add_code(p, text);
		add_found(p, text, &p->kind->fields[0]);
	}
	if (list->n < SHOWN)
		add_found(p, text, NULL);
}

static void toggle(void *ctx, const struct choose_item *item)
{
	struct picker *p = ctx;
	size_t i = find(&p->value, item->id);
	const char *title = strstr(item->text, "  ");
	char *code = xstrndup(item->text, (size_t)(title - item->text));

	p->touched = true;
	if (i < p->value.nrefs)
		drop(&p->value, i);
	else
		value_add_ref(&p->value, item->id, code, title + 2);
	free(code);
}

/* Replaces what is chosen where only one can be. */
static void add(struct picker *p, long long id, const char *code, const char *title)
{
	if (!p->several)
		value_release(&p->value);
	p->touched = true;
	if (find(&p->value, id) == p->value.nrefs)
		value_add_ref(&p->value, id, code, title);
}

/* A record made while picking is what was looked for. */
static long long make(void *ctx, const char *typed)
{
	struct picker *p = ctx;
	long long id = form_edit(p->tui, p->kind, 0, typed);
	struct record *rec = NULL;
	struct err err = ERR_INIT;

	if (id != 0 && store_get(p->tui->app->store, p->kind, id, &rec, &err))
		add(p, id, rec->code, record_title(rec));
	record_free(&rec);
	err_release(&err);
	return id;
}

static bool suggest(void *ctx)
{
	struct picker *p = ctx;
	struct value taken = VALUE_INIT;
	bool some = suggest_pick(p->tui, p->item, p->field, &p->value, &taken);

	for (size_t i = 0; i < taken.nrefs; i++)
		add(p, taken.refs[i].id, taken.refs[i].code, taken.refs[i].title);
	value_release(&taken);
	return some;
}

void pick_records(struct tui *tui, const struct item *item, const struct field *field,
		  struct value *value, const char *typed)
{
	struct picker p = {.tui = tui,
			   .item = item,
			   .field = field,
			   .kind = field->ref,
			   .several = field->type == FIELD_REFS,
			   .value = VALUE_INIT};
	struct choose_list list = {0};
	struct choose_options opt = {
		.title = _(field->label),
		.several = p.several,
		.typing = true,
		.empty = _("nothing like it; ^N or Enter makes a new one"),
		.typed = typed,
		.fill = fill,
		.marked = toggle,
		.make = make,
		.suggest = suggest_offers(item, field) ? suggest : NULL,
		.ctx = &p,
	};
	long chosen;

	value_copy(&p.value, value);
	chosen = choose(tui, &opt, &list, 0);
	if (p.value.nrefs == 0)
		value_release(&p.value);
	if (chosen >= 0 && !p.several)
		value_release(&p.value);
	if (chosen >= 0 && (!p.several || !p.touched) &&
	    find(&p.value, list.v[chosen].id) == p.value.nrefs)
		toggle(&p, &list.v[chosen]);
	if (chosen >= 0 || chosen == CHOOSE_NEW)
		value_copy(value, &p.value);
	value_release(&p.value);
	choose_clear(&list);
}
