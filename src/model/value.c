#include "config.h"

#include "isms/model/value.h"

#include <stdlib.h>
#include <string.h>

#include "isms/util/mem.h"

void value_release(struct value *v)
{
	const struct value nothing = VALUE_INIT;
	size_t i;

	for (i = 0; i < v->nrefs; i++) {
		free(v->refs[i].code);
		free(v->refs[i].title);
	}
	if (v->refs)
		free(v->refs);
	if (v->text)
		free(v->text);
	*v = nothing;
}

void value_move(struct value *to, struct value *from)
{
	const struct value nothing = VALUE_INIT;

	if (to == from)
		return;
	value_release(to);
	*to = *from;
	*from = nothing;
}

void value_copy(struct value *to, const struct value *from)
{
	struct value copy = VALUE_INIT;
	size_t i;

	if (to == from)
		return;
	copy.set = from->set;
	copy.num = from->num;
	copy.text = from->text ? xstrdup(from->text) : NULL;
	for (i = 0; i < from->nrefs; i++) {
		value_add_ref(&copy, from->refs[i].id, from->refs[i].code, from->refs[i].title);
		copy.refs[i].kind = from->refs[i].kind;
	}
	value_release(to);
	*to = copy;
}

void value_set_num(struct value *v, long long num)
{
	value_release(v);
	v->set = true;
	v->num = num;
}

void value_set_text(struct value *v, const char *text)
{
	char *copy = text ? xstrdup(text) : NULL; /* text may be v's own */

	value_release(v);
	v->set = copy != NULL;
	v->text = copy;
}

void value_add_ref(struct value *v, long long id, const char *code, const char *title)
{
	struct ref *ref;

	v->refs = xrealloc(v->refs, v->nrefs + 1, sizeof(*v->refs));
	ref = &v->refs[v->nrefs++];
	ref->kind = NULL;
	ref->id = id;
	ref->code = xstrdup(code ? code : "");
	ref->title = title ? xstrdup(title) : NULL;
	v->set = true;
}

/* Before references are resolved only what was typed tells them apart. */
static bool ref_equal(const struct ref *a, const struct ref *b)
{
	if (a->id && b->id)
		return a->id == b->id && a->kind == b->kind;
	return str_equal(a->code, b->code);
}

static bool refs_within(const struct value *a, const struct value *b)
{
	size_t i, j;

	for (i = 0; i < a->nrefs; i++) {
		for (j = 0; j < b->nrefs && !ref_equal(&a->refs[i], &b->refs[j]); j++)
			;
		if (j == b->nrefs)
			return false;
	}
	return true;
}

bool value_equal(const struct field *field, const struct value *a, const struct value *b)
{
	switch (field->type) {
	case FIELD_REF:
	case FIELD_REFS:
	case FIELD_LINK:
		/* Links have no order; no links is nothing. */
		return refs_within(a, b) && refs_within(b, a);
	case FIELD_TEXT:
	case FIELD_NOTE:
	case FIELD_TIME:
	case FIELD_CHOICE:
	case FIELD_CHOICES:
		return a->set == b->set && (!a->set || str_equal(a->text, b->text));
	default:
		return a->set == b->set && (!a->set || a->num == b->num);
	}
}
