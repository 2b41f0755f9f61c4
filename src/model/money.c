/*
 * Amounts of money as people write them. Comma and point are each either the
 * decimal sign or a group sign, depending on who writes: where both readings
 * are possible the amount is refused, since a guess is wrong by a thousand.
 */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "isms/model/rules.h"
#include "isms/util/ascii.h"
#include "isms/util/i18n.h"
#include "types.h"
#include "words.h"

#define MAX_BYTES 60  /* of an amount with all its signs */
#define MAX_DIGITS 15 /* before the decimal sign: cents still fit a long long */

enum reading { AMOUNT, NO_AMOUNT, AMBIGUOUS, TOO_FINE, TOO_LARGE, OTHER_CURRENCY };

/* Group signs that are not ASCII become '\'' and ' '. */
static void plain_signs(struct str *s)
{
	static const struct {
		const char *sign, *plain;
	} signs[] = {
		{"\xc2\xa0", " "},     /* no-break space */
		{"\xe2\x80\xaf", " "}, /* narrow no-break space */
		{"\xe2\x80\x89", " "}, /* thin space */
		{"\xe2\x80\x99", "'"}, /* right single quotation mark */
		{"\xe2\x88\x92", "-"}, /* minus sign */
	};
	size_t i;
	char *at;

	for (i = 0; i < sizeof(signs) / sizeof(signs[0]); i++) {
		while (s->s && (at = strstr(s->s, signs[i].sign))) {
			size_t pos = (size_t)(at - s->s);

			str_remove(s, pos, strlen(signs[i].sign));
			str_insert(s, pos, signs[i].plain, 1);
		}
	}
	str_trim(s);
}

static bool is_letter(char c)
{
	c = ascii_lower(c);
	return c >= 'a' && c <= 'z';
}

static bool is_code(const char *s, const char *code)
{
	return strlen(code) == 3 && ascii_lower(s[0]) == ascii_lower(code[0]) &&
	       ascii_lower(s[1]) == ascii_lower(code[1]) &&
	       ascii_lower(s[2]) == ascii_lower(code[2]);
}

/* Takes the organisation's currency away from either end. */
static enum reading strip_currency(struct str *s, const char *currency)
{
	size_t letters = 0;

	while (letters < s->len && is_letter(s->s[letters]))
		letters++;
	if (letters == 3 && s->len > 3) {
		if (!is_code(s->s, currency))
			return OTHER_CURRENCY;
		str_remove(s, 0, 3);
	} else {
		for (letters = 0; letters < s->len && is_letter(s->s[s->len - 1 - letters]);)
			letters++;
		if (letters != 3 || s->len == 3)
			return AMOUNT;
		if (!is_code(s->s + s->len - 3, currency))
			return OTHER_CURRENCY;
		str_cut(s, s->len - 3);
	}
	str_trim(s);
	return AMOUNT;
}

static size_t count(const char *s, char c)
{
	size_t n = 0;

	for (; *s; s++)
		n += *s == c;
	return n;
}

/* Where the decimal sign stands; the length of s when there is none. */
static enum reading find_decimal(const char *s, size_t *at)
{
	size_t len = strlen(s), points = count(s, '.'), commas = count(s, ',');
	const char *last =
		strrchr(s, points && (!commas || strrchr(s, '.') > strrchr(s, ',')) ? '.' : ',');
	size_t after;

	*at = len;
	if (!last)
		return AMOUNT;
	after = len - (size_t)(last - s) - 1;
	if (points && commas) {
		if (count(s, *last) > 1)
			return NO_AMOUNT;
	} else if (points + commas > 1) {
		return AMOUNT; /* 1,234,567: all are group signs */
	} else if (after == 3 && *s != '0' && last > s && last - s <= 3) {
		return AMBIGUOUS; /* 1,234 */
	}
	*at = (size_t)(last - s);
	return AMOUNT;
}

/* Digits in groups of three after the first one, by one sign throughout. */
static enum reading read_whole(const char *s, size_t n, long long *whole)
{
	size_t i, digits = 0, group = 0;
	char sign = '\0';

	*whole = 0;
	for (i = 0; i < n; i++) {
		if (ascii_digit(s[i])) {
			if (++digits > MAX_DIGITS)
				return TOO_LARGE;
			*whole = *whole * 10 + (s[i] - '0');
			group++;
			continue;
		}
		if (!strchr(" '.,", s[i]) || (sign && (s[i] != sign || group != 3)) || !group ||
		    group > 3)
			return NO_AMOUNT;
		sign = s[i];
		group = 0;
	}
	return sign && group != 3 ? NO_AMOUNT : AMOUNT;
}

static enum reading read_amount(const char *s, long long *minor)
{
	size_t at, i, len = strlen(s);
	enum reading reading = find_decimal(s, &at);
	long long whole, cents = 0;

	if (reading == AMOUNT)
		reading = read_whole(s, at, &whole);
	if (reading != AMOUNT)
		return reading;
	if (len == 0 || at + 1 == len)
		return NO_AMOUNT;
	for (i = at + 1; i < len; i++)
		if (!ascii_digit(s[i]))
			return NO_AMOUNT;
	if (len > at + 3)
		return TOO_FINE;
	if (len > at + 1)
		cents = 10 * (s[at + 1] - '0');
	if (len > at + 2)
		cents += s[at + 2] - '0';
	*minor = whole * 100 + cents;
	return AMOUNT;
}

static enum reading read_signed(struct str *s, const char *currency, long long *minor)
{
	enum reading reading;
	bool minus;

	if (s->len > MAX_BYTES)
		return NO_AMOUNT;
	plain_signs(s);
	reading = strip_currency(s, currency);
	if (reading != AMOUNT)
		return reading;
	minus = *str_get(s) == '-';
	if (minus || *str_get(s) == '+') {
		str_remove(s, 0, 1);
		str_trim(s);
	}
	if (strip_currency(s, currency) != AMOUNT) /* -EUR 12.50 */
		return OTHER_CURRENCY;
	reading = read_amount(str_get(s), minor);
	if (reading == AMOUNT && minus)
		*minor = -*minor;
	return reading;
}

static bool refuse(enum reading reading, const struct rules *rules, const struct field *field,
		   const char *text, struct err *err)
{
	static const char *const why[] = {
		[NO_AMOUNT] = N_("'%s' is not an amount: write it like 1234.50"),
		[AMBIGUOUS] = N_(
			"'%s' can be read in two ways: write it without group signs, like 1234.50"),
		[TOO_FINE] = N_("'%s' has more than two decimals: write it like 1234.50"),
		[TOO_LARGE] = N_("'%s' is too large an amount"),
	};
	char *quoted = words_quote(text);

	if (reading == OTHER_CURRENCY)
		err_field(err, field, _("'%s' is not in %s: convert it first"), quoted,
			  rules->currency);
	else
		err_field(err, field, _(why[reading]), quoted);
	free(quoted);
	return false;
}

bool money_parse(const struct rules *rules, const struct field *field, const char *text,
		 struct value *value, struct err *err)
{
	struct str s = STR_INIT;
	enum reading reading;
	long long minor = 0;
	bool ok = true;

	str_add(&s, text);
	str_trim(&s);
	if (!s.len) {
		value_release(value);
		goto out;
	}
	reading = read_signed(&s, rules->currency, &minor);
	if (reading == AMOUNT)
		value_set_num(value, minor);
	else
		ok = refuse(reading, rules, field, text, err);
out:
	str_release(&s);
	return ok;
}

void money_add(struct str *out, long long minor)
{
	/* -LLONG_MIN does not exist */
	unsigned long long n = minor < 0 ? 0 - (unsigned long long)minor
					 : (unsigned long long)minor;

	str_addf(out, "%s%llu.%02llu", minor < 0 ? "-" : "", n / 100, n % 100);
}

void money_format(const struct rules *rules, const struct field *field, const struct value *value,
		  struct str *out)
{
	(void)rules;
	(void)field;
	money_add(out, value->num);
}

void money_show(const struct rules *rules, const struct field *field, const struct value *value,
		struct str *out)
{
	(void)field;
	money_add(out, value->num);
	if (*rules->currency)
		str_addf(out, " %s", rules->currency);
}
