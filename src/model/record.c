#include "config.h"

#include "isms/model/record.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "isms/util/i18n.h"
#include "isms/util/mem.h"
#include "isms/util/text.h"
#include "words.h"

#define CODE_MAX 40

struct record *record_new(const struct kind *kind)
{
	struct record *rec = xcalloc(1, sizeof(*rec));

	rec->kind = kind;
	rec->values = xcalloc(kind->nfields, sizeof(*rec->values));
	return rec;
}

static char *copy_text(const char *text)
{
	return text ? xstrdup(text) : NULL;
}

struct record *record_copy(const struct record *rec)
{
	struct record *copy = record_new(rec->kind);
	struct value *values = copy->values;
	size_t i;

	*copy = *rec;
	copy->values = values;
	copy->code = copy_text(rec->code);
	copy->created_at = copy_text(rec->created_at);
	copy->created_by = copy_text(rec->created_by);
	copy->changed_at = copy_text(rec->changed_at);
	copy->changed_by = copy_text(rec->changed_by);
	for (i = 0; i < rec->kind->nfields; i++)
		value_copy(&values[i], &rec->values[i]);
	return copy;
}

void record_free(struct record **rec)
{
	struct record *old = *rec;
	size_t i;

	if (!old)
		return;
	for (i = 0; i < old->kind->nfields; i++)
		value_release(&old->values[i]);
	free(old->values);
	free(old->code);
	free(old->created_at);
	free(old->created_by);
	free(old->changed_at);
	free(old->changed_by);
	free(old);
	*rec = NULL;
}

void record_defaults(const struct rules *rules, struct record *rec)
{
	const struct field *field;
	size_t i;

	/* What this organisation's rules do not take (a step that its scale
	 * lacks) stays nothing: the user is asked for it. */
	for (i = 0; i < rec->kind->nfields; i++) {
		field = &rec->kind->fields[i];
		if (field->initial && !(field->flags & F_DERIVED))
			field_parse(rules, field, field->initial, &rec->values[i], NULL);
	}
}

struct value *record_value(struct record *rec, const char *field)
{
	const struct field *found = kind_field(rec->kind, field);

	assert(found);
	return &rec->values[kind_index(rec->kind, found)];
}

const struct value *record_get(const struct record *rec, const char *field)
{
	const struct field *found = kind_field(rec->kind, field);

	assert(found);
	return &rec->values[kind_index(rec->kind, found)];
}

const char *record_title(const struct record *rec)
{
	const struct value *first = &rec->values[0];

	if (first->text && *first->text)
		return first->text;
	if (first->nrefs && first->refs[0].title && *first->refs[0].title)
		return first->refs[0].title;
	if (first->nrefs && first->refs[0].code && *first->refs[0].code)
		return first->refs[0].code;
	return rec->code ? rec->code : "";
}

bool record_frozen(const struct record *rec, const struct field *field)
{
	if (field->flags & F_ONCE)
		return rec->values[kind_index(rec->kind, field)].set;
	return field->flags & F_FROZEN && record_get(rec, "frozen")->set;
}

/* ---- Checks -------------------------------------------------------------- */

/* Blanks alone say nothing to an auditor. */
static bool says_something(const struct field *field, const struct value *value)
{
	char *text;
	bool says;

	if (field->type == FIELD_REF || field->type == FIELD_REFS || field->type == FIELD_LINK)
		return value->nrefs > 0;
	if (!value->set || !value->text)
		return value->set;
	text = words_trim(value->text);
	says = *text != '\0';
	free(text);
	return says;
}

static bool refuse(const struct field *field, const char *why, const char *more, struct err *err)
{
	struct str label = STR_INIT;

	words_label(&label, field->label);
	err_field(err, field, why, str_get(&label), more);
	str_release(&label);
	return false;
}

bool record_check_field(const struct rules *rules, const struct field *field,
			const struct value *value, struct err *err)
{
	if (field->flags & F_DERIVED)
		return true;
	if ((field->flags & F_REQUIRED) && !says_something(field, value))
		return refuse(field, _("%s is required"), "", err);
	return field_check(rules, field, value, err);
}

/* Where a state stands among those of its field, which are declared in the order of
 * the life; one that nobody declared (of a newer file) behind them. */
static size_t place_of(const struct field *state, const char *key)
{
	size_t i = 0;

	while (state->choices[i].key && strcmp(state->choices[i].key, key) != 0)
		i++;
	return i;
}

/* Is this a way to the state? For a record that begins there those that come back from
 * a later state are none: it has not been there. */
static bool is_way(const struct move *move, const struct field *state, const char *from,
		   const char *to)
{
	if (strcmp(move->to, to) != 0)
		return false;
	if (!strcmp(move->from, "*"))
		return true;
	return from ? !strcmp(move->from, from)
		    : place_of(state, move->from) < place_of(state, to);
}

const struct field *record_lacks(const struct record *rec, const char *from)
{
	const struct field *state = kind_state(rec->kind), *field, *missing = NULL;
	const char *to = state ? rec->values[kind_index(rec->kind, state)].text : NULL;
	const struct move *move;

	if (!to || str_equal(to, from ? from : state->initial))
		return NULL;
	for (move = rec->kind->life->moves; move->from; move++) {
		if (!is_way(move, state, from, to))
			continue;
		field = move->needs ? kind_field(rec->kind, move->needs) : NULL;
		if (!field || says_something(field, &rec->values[kind_index(rec->kind, field)]))
			return NULL;
		missing = missing ? missing : field;
	}
	return missing;
}

static bool check_needs_of(const struct rules *rules, const struct record *rec, const char *from,
			   struct err *err)
{
	const struct field *missing = record_lacks(rec, from), *state = kind_state(rec->kind);
	struct str label = STR_INIT;

	if (!missing)
		return true;
	field_show(rules, state, &rec->values[kind_index(rec->kind, state)], &label);
	refuse(missing, _("%s is required for '%s'"), str_get(&label), err);
	str_release(&label);
	return false;
}

static bool check_move(const struct rules *rules, const struct record *rec,
		       const struct record *old, struct err *err)
{
	const struct field *state = kind_state(rec->kind);
	const char *from, *to;

	if (!state || !old)
		return true;
	from = old->values[kind_index(old->kind, state)].text;
	to = rec->values[kind_index(rec->kind, state)].text;
	if (!from || str_equal(from, to))
		return true;
	if (!to)
		return refuse(state, _("%s is required"), "", err);
	return life_check(rec->kind, from, to, err) && check_needs_of(rules, rec, from, err);
}

bool record_begins(const struct rules *rules, const struct record *rec, struct err *err)
{
	return check_needs_of(rules, rec, NULL, err);
}

static bool check_frozen(const struct record *rec, const struct record *old, struct err *err)
{
	const struct field *field;
	size_t i;

	for (i = 0; old && i < rec->kind->nfields; i++) {
		field = &rec->kind->fields[i];
		if (record_frozen(old, field) &&
		    !value_equal(field, &old->values[i], &rec->values[i]))
			return err_field(err, field, _("%s of %s was frozen and stays as it is"),
					 _(field->label), old->code ? old->code : "");
	}
	return true;
}

bool record_check(const struct rules *rules, const struct record *rec, const struct record *old,
		  struct err *err)
{
	const struct kind *kind = rec->kind;
	size_t i;

	if (rec->code && !code_check(rec->code, err))
		return false;
	if (!check_frozen(rec, old, err))
		return false;
	for (i = 0; i < kind->nfields; i++)
		if (!record_check_field(rules, &kind->fields[i], &rec->values[i], err))
			return false;
	if (!check_move(rules, rec, old, err))
		return false;
	return !kind->check || kind->check(rules, rec, err);
}

/* C0, DEL and, in two bytes, C1. */
static bool has_control(const char *s)
{
	const unsigned char *p = (const unsigned char *)s;

	for (; *p; p++)
		if (*p < 0x20 || *p == 0x7f || (*p == 0xc2 && p[1] >= 0x80 && p[1] < 0xa0))
			return true;
	return false;
}

bool code_check(const char *code, struct err *err)
{
	size_t n = strlen(code);
	char *trimmed = words_trim(code);
	bool ok = false;

	if (!n)
		err_set(err, ERR_INPUT, _("the code is empty"));
	else if (n > CODE_MAX)
		err_set(err, ERR_INPUT, _("the code is longer than %d bytes"), CODE_MAX);
	else if (!text_valid(code, n))
		err_set(err, ERR_INPUT, _("the code is not valid UTF-8"));
	else if (has_control(code))
		err_set(err, ERR_INPUT, _("the code has a control character"));
	else if (strcmp(trimmed, code) != 0)
		err_set(err, ERR_INPUT, _("the code '%s' begins or ends with a blank"), code);
	else if (strpbrk(code, ",;|\""))
		err_set(err, ERR_INPUT, _("the code '%s' must not have , ; | or \""), code);
	else
		ok = true;
	free(trimmed);
	return ok;
}
