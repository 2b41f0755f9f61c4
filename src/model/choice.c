/*
 * Choices: one (CHOICE) or several (CHOICES) of the words that a field allows.
 * A set of choices is kept as its keys in the order of the declaration, "a;b",
 * so that the same set is always the same text.
 */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "isms/model/rules.h"
#include "isms/util/i18n.h"
#include "types.h"
#include "words.h"

#define SEPARATORS ",;|\r\n"

const struct choice *choice_find(const struct field *field, const char *key)
{
	const struct choice *choice;

	for (choice = field->choices; choice && choice->key; choice++)
		if (!strcmp(choice->key, key))
			return choice;
	return NULL;
}

static const char *label_of(const struct rules *rules, const struct choice *choice)
{
	bool common = rules && rules->vocabulary == VOCABULARY_COMMON;

	return common && choice->alt ? choice->alt : choice->label;
}

const char *choice_label(const struct rules *rules, const struct choice *choice)
{
	const char *label = label_of(rules, choice);

	return *label ? _(label) : label;
}

/* By any of its names, key before label before the other vocabulary, so that a
 * key always means itself. */
static const struct choice *choice_named(const struct field *field, const char *text)
{
	const struct choice *choice = choice_find(field, text);

	if (choice)
		return choice;
	for (choice = field->choices; choice && choice->key; choice++)
		if (words_equal(text, choice->key))
			return choice;
	for (choice = field->choices; choice && choice->key; choice++)
		if (words_named(text, choice->label))
			return choice;
	for (choice = field->choices; choice && choice->key; choice++)
		if (words_named(text, choice->alt))
			return choice;
	return NULL;
}

/* The label that text is a slip of; NULL: none is near. */
static const char *near_label(const char *text, const struct strv *labels)
{
	size_t least = strlen(text) < 5 ? 2 : 3;
	const char *near = NULL;

	for (size_t i = 0; i < labels->n; i++) {
		size_t d = words_distance(text, labels->v[i]);

		if (d < least) {
			least = d;
			near = labels->v[i];
		}
	}
	return near;
}

/* The nearest comes first: a line of the screen may end behind it. */
static void choose_from(struct str *list, const char *text, const struct strv *labels)
{
	const char *near = near_label(text, labels);

	if (near)
		str_addf(list, _("did you mean %s? There are "), near);
	else
		str_add(list, _("choose "));
	words_or(list, labels);
}

static bool refuse(const struct rules *rules, const struct field *field, const char *text,
		   struct err *err)
{
	const struct choice *choice;
	struct strv labels = STRV_INIT;
	struct str label = STR_INIT, what = STR_INIT, list = STR_INIT;
	char *quoted = words_quote(text);

	for (choice = field->choices; choice && choice->key; choice++) {
		words_label(&label, label_of(rules, choice));
		strv_take(&labels, str_detach(&label));
	}
	choose_from(&list, text, &labels);
	if (field->type == FIELD_CHOICES) {
		words_label(&what, field->label);
		err_field(err, field, _("'%s' is not among %s: %s"), quoted, str_get(&what),
			  str_get(&list));
	} else {
		words_a(&what, field->label);
		err_field(err, field, _("'%s' is not %s: %s"), quoted, str_get(&what),
			  str_get(&list));
	}
	strv_release(&labels);
	str_release(&what);
	str_release(&list);
	free(quoted);
	return false;
}

static bool refuse_lines(const struct field *field, struct err *err)
{
	struct str what = STR_INIT;

	words_label(&what, field->label);
	err_field(err, field, _("%s takes one line: remove the line breaks"), str_get(&what));
	str_release(&what);
	return false;
}

bool choice_parse(const struct rules *rules, const struct field *field, const char *text,
		  struct value *value, struct err *err)
{
	char *typed = words_trim(text);
	const struct choice *choice = *typed ? choice_named(field, typed) : NULL;
	bool ok = true;

	if (choice)
		value_set_text(value, choice->key);
	else if (!*typed)
		value_release(value);
	else if (!(field->flags & F_OPEN))
		ok = refuse(rules, field, typed, err);
	else if (strpbrk(typed, "\r\n"))
		ok = refuse_lines(field, err);
	else
		value_set_text(value, typed);
	free(typed);
	return ok;
}

/* A key nobody declared (of a newer file) shows itself. */
static void show_key(const struct rules *rules, const struct field *field, const char *key,
		     struct str *out)
{
	const struct choice *choice = choice_find(field, key);

	str_add(out, choice ? choice_label(rules, choice) : key);
}

void choice_show(const struct rules *rules, const struct field *field, const struct value *value,
		 struct str *out)
{
	if (value->text)
		show_key(rules, field, value->text, out);
}

bool choice_check(const struct rules *rules, const struct field *field, const struct value *value,
		  struct err *err)
{
	if (choice_find(field, value->text))
		return true;
	if (!(field->flags & F_OPEN))
		return refuse(rules, field, value->text, err);
	if (strpbrk(value->text, "\r\n"))
		return refuse_lines(field, err);
	return true;
}

static void add_key(struct str *keys, const char *key)
{
	if (keys->len)
		str_addc(keys, ';');
	str_add(keys, key);
}

/* The keys in the order of the declaration, then those that F_OPEN lets in, in
 * the order they were typed. */
static void join_keys(const struct field *field, const struct strv *keys, struct str *joined)
{
	const struct choice *choice;
	size_t i;

	for (choice = field->choices; choice && choice->key; choice++)
		if (strv_has(keys, choice->key))
			add_key(joined, choice->key);
	for (i = 0; i < keys->n; i++)
		if (!choice_find(field, keys->v[i]))
			add_key(joined, keys->v[i]);
}

bool choices_parse(const struct rules *rules, const struct field *field, const char *text,
		   struct value *value, struct err *err)
{
	struct strv words = STRV_INIT, keys = STRV_INIT;
	struct str joined = STR_INIT;
	const struct choice *choice;
	const char *key;
	bool ok = true;
	size_t i;

	strv_split(&words, text, SEPARATORS);
	if (words.n > PARTS_MAX)
		ok = refuse(rules, field, text, err);
	for (i = 0; ok && i < words.n; i++) {
		choice = choice_named(field, words.v[i]);
		key = choice ? choice->key : words.v[i];
		if (!choice && !(field->flags & F_OPEN))
			ok = refuse(rules, field, words.v[i], err);
		else if (!strv_has(&keys, key))
			strv_add(&keys, key);
	}
	if (ok) {
		join_keys(field, &keys, &joined);
		value_set_text(value, joined.len ? str_get(&joined) : NULL);
	}
	strv_release(&words);
	strv_release(&keys);
	str_release(&joined);
	return ok;
}

void choices_format(const struct rules *rules, const struct field *field, const struct value *value,
		    struct str *out)
{
	const char *p;

	(void)rules;
	(void)field;
	for (p = value->text ? value->text : ""; *p; p++) {
		str_addc(out, *p);
		if (*p == ';')
			str_addc(out, ' ');
	}
}

void choices_show(const struct rules *rules, const struct field *field, const struct value *value,
		  struct str *out)
{
	struct strv keys = STRV_INIT;
	size_t i;

	strv_split(&keys, value->text ? value->text : "", ";");
	for (i = 0; i < keys.n; i++) {
		if (i)
			str_add(out, ", ");
		show_key(rules, field, keys.v[i], out);
	}
	strv_release(&keys);
}

bool choices_check(const struct rules *rules, const struct field *field, const struct value *value,
		   struct err *err)
{
	struct value canonical = VALUE_INIT;
	bool ok = choices_parse(rules, field, value->text, &canonical, err);

	if (ok && !str_equal(value->text, canonical.text))
		ok = refuse(rules, field, value->text, err);
	value_release(&canonical);
	return ok;
}
