/* What the checks across fields are made of. */
#include "config.h"

#include "isms/model/check.h"

#include <stdlib.h>
#include <string.h>

#include "isms/model/rules.h"
#include "isms/util/i18n.h"
#include "isms/util/str.h"
#include "words.h"

bool check_has(const struct record *rec, const char *field)
{
	const struct value *value = record_get(rec, field);
	char *text;
	bool says;

	if (value->nrefs)
		return true;
	if (!value->set || !value->text)
		return value->set;
	text = words_trim(value->text);
	says = *text != '\0';
	free(text);
	return says;
}

bool check_is(const struct record *rec, const char *field, const char *key)
{
	const struct value *value = record_get(rec, field);

	return value->set && str_equal(value->text, key);
}

bool check_same(const struct record *rec, const char *a, const char *b)
{
	const struct value *one = record_get(rec, a), *two = record_get(rec, b);

	if (!one->nrefs || !two->nrefs)
		return false;
	if (one->refs[0].kind != two->refs[0].kind)
		return false;
	if (one->refs[0].id && two->refs[0].id)
		return one->refs[0].id == two->refs[0].id;
	return one->refs[0].code && str_equal(one->refs[0].code, two->refs[0].code);
}

bool check_needs(const struct record *rec, const char *choice, const char *key,
		 const char *field, const char *why, struct err *err)
{
	if (check_is(rec, choice, key) && !check_has(rec, field))
		return err_field(err, kind_field(rec->kind, field), "%s", why);
	return true;
}

bool check_order(const struct record *rec, const char *first, const char *second,
		 struct err *err)
{
	const struct value *a = record_get(rec, first), *b = record_get(rec, second);
	const struct field *field = kind_field(rec->kind, second);
	struct str early = STR_INIT, late = STR_INIT;

	if (!a->set || !b->set || a->num <= b->num)
		return true;
	words_label(&late, field->label);
	words_label(&early, kind_field(rec->kind, first)->label);
	if (field->type == FIELD_DATE)
		err_field(err, field, _("%s is before %s"), str_get(&late), str_get(&early));
	else
		err_field(err, field, _("%s is less than %s"), str_get(&late), str_get(&early));
	str_release(&early);
	str_release(&late);
	return false;
}

bool check_approver(const struct rules *rules, const struct record *rec, const char *author,
		    const char *approver, struct err *err)
{
	const struct field *field = kind_field(rec->kind, approver);

	if (!check_has(rec, approver))
		return err_field(err, field, _("what is approved needs who approved it"));
	if (!rules->one_person && check_same(rec, author, approver))
		return err_field(err, field, _("the author cannot be the approver: name "
					       "somebody else"));
	return true;
}

#define SHA256_DIGITS 64

bool check_sha256(const struct rules *rules, const struct field *field,
		  const struct value *value, struct err *err)
{
	(void)rules;
	if (!value->set || !value->text || !*value->text ||
	    (strlen(value->text) == SHA256_DIGITS &&
	     strspn(value->text, "0123456789abcdefABCDEF") == SHA256_DIGITS))
		return true;
	return err_field(err, field, _("a SHA-256 has 64 hexadecimal digits"));
}

/* In millionths. Not strtod(), which reads a comma in some languages. */
static bool decimal_parse(const char *text, long long *millionths)
{
	long long number = 0;
	int before = 0, behind = 0;
	bool minus = *text == '-';

	text += *text == '-' || *text == '+';
	for (; *text >= '0' && *text <= '9' && before < 12; text++, before++)
		number = number * 10 + (*text - '0');
	if (before && *text == '.')
		for (text++; *text >= '0' && *text <= '9' && behind < 6; text++, behind++)
			number = number * 10 + (*text - '0');
	if (!before || *text || (behind == 0 && text[-1] == '.'))
		return false;
	for (; behind < 6; behind++)
		number *= 10;
	*millionths = minus ? -number : number;
	return true;
}

bool check_decimal(const struct rules *rules, const struct field *field,
		   const struct value *value, struct err *err)
{
	long long number;

	(void)rules;
	if (!value->set || !*value->text || decimal_parse(value->text, &number))
		return true;
	return err_field(err, field,
			 _("'%s' is not a number: write it with a point and without its unit, "
			   "99.5"),
			 value->text);
}

bool check_direction(const struct record *rec, const char *first, const char *second,
		     struct err *err)
{
	const struct value *a = record_get(rec, first), *b = record_get(rec, second);
	bool down = check_is(rec, "direction", "down");
	long long one, two;

	if (!a->set || !b->set || !decimal_parse(a->text, &one) || !decimal_parse(b->text, &two))
		return true;
	if (down ? two <= one : two >= one)
		return true;
	return err_field(err, kind_field(rec->kind, second),
			 down ? _("%s to %s goes up, but less is better")
			      : _("%s to %s goes down, but more is better"),
			 a->text, b->text);
}
