/* References as people write them: a code, a title, several of them. */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "isms/app/app.h"
#include "isms/model/kinds.h"
#include "isms/util/ascii.h"
#include "isms/util/i18n.h"
#include "isms/util/mem.h"
#include "isms/util/near.h"

/* So many records are looked at for "did you mean". */
#define HINT_RECORDS 5000

struct resolve {
	struct app *app;
	const struct field *field;
	bool create;
	struct value *out;
};

static bool hint_each(void *ctx, struct record **rec, struct err *err)
{
	struct near *near = ctx;

	(void)err;
	if ((*rec)->code)
		near_try(near, (*rec)->code);
	near_try(near, record_title(*rec));
	return true;
}

static bool unknown(const struct resolve *rs, const char *text, struct err *err)
{
	const struct kind *kind = rs->field->ref;
	struct query query = {.kind = kind, .limit = HINT_RECORDS};
	bool *want = xcalloc(kind->nfields, sizeof(*want));
	struct str hint = STR_INIT;
	struct near near;

	near_init(&near, text);
	want[0] = true;
	/* without a hint the message still says what is wrong */
	store_each(rs->app->store, &query, want, hint_each, &near, NULL);
	near_hint(&near, &hint);
	err_field(err, rs->field, _("no record '%s' in %s%s"), text, _(kind->plural),
		  str_get(&hint));
	near_release(&near);
	str_release(&hint);
	free(want);
	return false;
}

/* By code, uid or title; controls also as "5.1" and "A 5.1". */
static bool look_up(const struct resolve *rs, const char *text, long long *id, int *n,
		    struct err *err)
{
	const struct kind *kind = rs->field->ref;
	const char *number = text;
	bool ok;

	*n = 0;
	*id = 0;
	if (!store_find_text(rs->app->store, kind, text, id, n, err))
		return false;
	if (*n || kind != &kind_control)
		return true;
	if (*number == 'A' || *number == 'a')
		number += 1 + strspn(number + 1, " .");
	if (!ascii_digit(*number))
		return true;
	number = xasprintf("A.%s", number);
	ok = store_find_text(rs->app->store, kind, number, id, n, err);
	free((char *)number);
	return ok;
}

static bool make(const struct resolve *rs, const char *title, long long *id, struct err *err)
{
	struct record *rec = record_new(rs->field->ref);
	bool ok;

	record_defaults(&rs->app->rules, rec);
	ok = field_parse(&rs->app->rules, &rec->kind->fields[0], title, &rec->values[0], err) &&
	     record_check(&rs->app->rules, rec, NULL, err) &&
	     store_add(rs->app->store, rec, err);
	*id = rec->id;
	record_free(&rec);
	return ok;
}

static bool add(const struct resolve *rs, long long id, struct err *err)
{
	const struct kind *kind = rs->field->ref;
	struct record *rec = NULL;
	bool *want;
	bool ok;
	size_t i;

	for (i = 0; i < rs->out->nrefs; i++)
		if (rs->out->refs[i].id == id)
			return true;
	want = xcalloc(kind->nfields, sizeof(*want));
	want[0] = true;
	ok = store_get_some(rs->app->store, kind, id, want, &rec, err);
	if (ok)
		value_add_ref(rs->out, id, rec->code, record_title(rec));
	record_free(&rec);
	free(want);
	return ok;
}

static bool resolve(const struct resolve *rs, const char *text, size_t len, struct err *err);

/* The parts between any of the separators. */
static bool resolve_parts(const struct resolve *rs, const char *text, const char *separators,
			  struct err *err)
{
	while (*text) {
		size_t n = strcspn(text, separators);

		if (!resolve(rs, text, n, err))
			return false;
		text += n + (text[n] != '\0');
	}
	return true;
}

/*
 * The whole text first, so that a title with a comma is found; then what the
 * strong separators part; commas last.
 */
static bool resolve(const struct resolve *rs, const char *text, size_t len, struct err *err)
{
	struct str part = STR_INIT;
	const char *s;
	long long id = 0;
	bool ok = false;
	int n = 0;

	str_addn(&part, text, len);
	str_trim(&part);
	s = str_get(&part);
	if (!*s)
		ok = true;
	else if (!look_up(rs, s, &id, &n, err))
		ok = false;
	else if (n == 1)
		ok = add(rs, id, err);
	else if (n > 1)
		ok = err_field(err, rs->field, _("'%s' fits %d records in %s; use the code"), s, n,
			       _(rs->field->ref->plural));
	else if (strpbrk(s, ";|\n"))
		ok = resolve_parts(rs, s, ";|\r\n", err);
	else if (strchr(s, ','))
		ok = resolve_parts(rs, s, ",", err);
	else if (rs->create)
		ok = make(rs, s, &id, err) && add(rs, id, err);
	else
		ok = unknown(rs, s, err);
	str_release(&part);
	return ok;
}

static bool only_one(const struct field *field, const struct value *value, struct err *err)
{
	if (field->type == FIELD_REF && value->nrefs > 1)
		return err_field(err, field, _("only one record can stand here, not %zu"),
				 value->nrefs);
	return true;
}

static bool unresolved(const struct value *value)
{
	size_t i;

	for (i = 0; i < value->nrefs; i++)
		if (!value->refs[i].id)
			return true;
	return false;
}

/* A LINK: a record of any kind. */
static bool resolve_link(struct app *app, const struct field *field, struct value *value,
			 struct err *err)
{
	struct err why = ERR_INIT;
	struct hit hit;
	char *text = xstrdup(value->refs[0].code);
	bool ok = app_find(app, text, &hit, &why);

	if (ok) {
		struct record *rec = NULL;

		ok = store_get(app->store, hit.kind, hit.id, &rec, err);
		if (ok) {
			value_release(value);
			value_add_ref(value, hit.id, rec->code, record_title(rec));
			value->refs[0].kind = hit.kind;
		}
		record_free(&rec);
	} else {
		err_field(err, field, "%s", err_msg(&why));
	}
	err_release(&why);
	free(text);
	return ok;
}

bool app_resolve(struct app *app, const struct field *field, struct value *value, bool create,
		 struct err *err)
{
	struct value out = VALUE_INIT;
	const struct resolve rs = {app, field, create, &out};
	bool ok = true;
	size_t i;

	if (!unresolved(value))
		return true;
	if (field->type == FIELD_LINK)
		return resolve_link(app, field, value, err);
	if (!field->ref)
		return true;
	for (i = 0; ok && i < value->nrefs; i++) {
		const struct ref *ref = &value->refs[i];

		if (ref->id)
			value_add_ref(&out, ref->id, ref->code, ref->title);
		else
			ok = resolve(&rs, ref->code, strlen(ref->code), err);
	}
	ok = ok && only_one(field, &out, err);
	if (ok)
		value_copy(value, &out);
	value_release(&out);
	return ok;
}

bool app_parse(struct app *app, const struct field *field, const char *text,
	       struct value *value, struct err *err)
{
	struct value out = VALUE_INIT;
	const struct resolve rs = {app, field, false, &out};
	bool ok;

	if (field->type != FIELD_REF && field->type != FIELD_REFS) {
		ok = field_parse(&app->rules, field, text, &out, err) &&
		     app_resolve(app, field, &out, false, err);
		if (ok)
			value_copy(value, &out);
		value_release(&out);
		return ok;
	}
	/* not through field_parse, which would part a title at its comma */
	ok = resolve(&rs, text, strlen(text), err) && only_one(field, &out, err) &&
	     field_check(&app->rules, field, &out, err);
	if (ok)
		value_copy(value, &out);
	value_release(&out);
	return ok;
}
