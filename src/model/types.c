/*
 * One row of functions a type of field, and what all types share.
 */
#include "config.h"

#include "types.h"

#include <errno.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "isms/model/rules.h"
#include "isms/util/ascii.h"
#include "isms/util/date.h"
#include "isms/util/i18n.h"
#include "isms/util/mem.h"
#include "isms/util/text.h"
#include "words.h"

#define REF_SEPARATORS ",;|\r\n"

/* ---- Errors -------------------------------------------------------------- */

/* A reader that knows no fields has filled err. */
static bool blame(struct err *err, const struct field *field)
{
	if (err) {
		err->kind = ERR_INPUT;
		err->field = field;
	}
	return false;
}

static bool refuse(const struct field *field, const char *why, const char *text, struct err *err)
{
	char *quoted = words_quote(text);
	struct str label = STR_INIT;

	words_label(&label, field->label);
	err_field(err, field, why, str_get(&label), quoted);
	str_release(&label);
	free(quoted);
	return false;
}

static bool blank(const char *text)
{
	char *s = words_trim(text);
	bool empty = !*s;

	free(s);
	return empty;
}

/* ---- Text ---------------------------------------------------------------- */

/* Kept as it is, blanks and all, so that nothing is lost on the way in and out. */
static bool parse_text(const struct rules *rules, const struct field *field, const char *text,
		       struct value *value, struct err *err)
{
	(void)rules;
	(void)field;
	(void)err;
	value_set_text(value, *text ? text : NULL);
	return true;
}

static void put_text(const struct rules *rules, const struct field *field,
		     const struct value *value, struct str *out)
{
	(void)rules;
	(void)field;
	str_add(out, value->text ? value->text : "");
}

/* ---- Numbers ------------------------------------------------------------- */

/* "12", also "12.0", as spreadsheets write whole numbers. */
static bool parse_int(const struct rules *rules, const struct field *field, const char *text,
		      struct value *value, struct err *err)
{
	char *s = words_trim(text), *end = s;
	bool ok = true;
	long long num;

	(void)rules;
	if (!*s) {
		value_release(value);
		goto out;
	}
	errno = 0;
	num = strtoll(s, &end, 10);
	ok = end > s && ascii_digit(end[-1]) && !errno;
	if (ok && *end == '.' && end[1])
		end += 1 + strspn(end + 1, "0");
	ok = ok && !*end;
	if (ok)
		value_set_num(value, num);
	else
		refuse(field, _("%s must be a whole number, not '%s'"), s, err);
out:
	free(s);
	return ok;
}

static void put_int(const struct rules *rules, const struct field *field, const struct value *value,
		    struct str *out)
{
	(void)rules;
	(void)field;
	str_addi(out, value->num);
}

static void add_limit(const struct field *field, long limit, struct str *out)
{
	if (field->type == FIELD_MONEY)
		money_add(out, limit);
	else
		str_addf(out, "%ld", limit);
}

static bool check_limits(const struct rules *rules, const struct field *field,
			 const struct value *value, struct err *err)
{
	struct str label = STR_INIT, min = STR_INIT, max = STR_INIT;

	(void)rules;
	if ((!field->min && !field->max) || (value->num >= field->min && value->num <= field->max))
		return true;
	words_label(&label, field->label);
	add_limit(field, field->min, &min);
	add_limit(field, field->max, &max);
	if (field->max == LONG_MAX)
		err_field(err, field, _("%s must be %s or more"), str_get(&label), str_get(&min));
	else if (field->min == LONG_MIN)
		err_field(err, field, _("%s must be %s or less"), str_get(&label), str_get(&max));
	else
		err_field(err, field, _("%s must be %s to %s"), str_get(&label), str_get(&min),
			  str_get(&max));
	str_release(&label);
	str_release(&min);
	str_release(&max);
	return false;
}

/* ---- Steps of a scale ---------------------------------------------------- */

/* "4 likely", or "4" where the method has no word. */
static void add_step(const struct method *method, enum scale scale, int step, struct str *out)
{
	struct str number = STR_INIT, label = STR_INIT;

	str_addf(&number, "%d", step);
	scale_show(method, scale, step, &label);
	str_add(out, str_get(&number));
	if (!str_equal(str_get(&number), str_get(&label)))
		str_addf(out, " %s", str_get(&label));
	str_release(&number);
	str_release(&label);
}

static bool refuse_step(const struct rules *rules, const struct field *field, const char *text,
			struct err *err)
{
	static const char *const why[SCALE_COUNT] = {
		[SCALE_LIKELIHOOD] = N_("'%s' is not a likelihood: %s … %s"),
		[SCALE_IMPACT] = N_("'%s' is not an impact: %s … %s"),
		[SCALE_LEVEL] = N_("'%s' is not a level: %s … %s"),
	};
	struct str first = STR_INIT, last = STR_INIT;
	char *quoted = words_quote(text);

	add_step(&rules->method, field->scale, 1, &first);
	add_step(&rules->method, field->scale, rules->method.steps[field->scale], &last);
	err_field(err, field, _(why[field->scale]), quoted, str_get(&first), str_get(&last));
	str_release(&first);
	str_release(&last);
	free(quoted);
	return false;
}

static bool parse_scale(const struct rules *rules, const struct field *field, const char *text,
			struct value *value, struct err *err)
{
	char *s = words_trim(text);
	int step = *s ? scale_parse(&rules->method, field->scale, s) : 0;
	bool ok = true;

	if (!*s)
		value_release(value);
	else if (step)
		value_set_num(value, step);
	else
		ok = refuse_step(rules, field, s, err);
	free(s);
	return ok;
}

static void show_scale(const struct rules *rules, const struct field *field,
		       const struct value *value, struct str *out)
{
	if (value->num >= 1 && value->num <= SCALE_MAX)
		add_step(&rules->method, field->scale, (int)value->num, out);
	else
		str_addf(out, "%lld", value->num);
}

static bool check_scale(const struct rules *rules, const struct field *field,
			const struct value *value, struct err *err)
{
	struct str text = STR_INIT;
	bool ok = value->num >= 1 && value->num <= rules->method.steps[field->scale];

	if (!ok) {
		str_addf(&text, "%lld", value->num);
		refuse_step(rules, field, str_get(&text), err);
		str_release(&text);
	}
	return ok;
}

/* ---- Dates --------------------------------------------------------------- */

static bool parse_date(const struct rules *rules, const struct field *field, const char *text,
		       struct value *value, struct err *err)
{
	long days = 0;

	if (blank(text)) {
		value_release(value);
		return true;
	}
	if (!date_parse(text, rules->today, &days, err))
		return blame(err, field);
	value_set_num(value, days);
	return true;
}

static void put_date(const struct rules *rules, const struct field *field,
		     const struct value *value, struct str *out)
{
	char buf[DATE_LEN];

	(void)rules;
	(void)field;
	date_format((long)value->num, buf);
	str_add(out, buf);
}

static bool check_date(const struct rules *rules, const struct field *field,
		       const struct value *value, struct err *err)
{
	struct str label = STR_INIT;
	bool ok = value->num >= date_from_civil(1, 1, 1) &&
		  value->num <= date_from_civil(9999, 12, 31);

	(void)rules;
	if (!ok) {
		words_label(&label, field->label);
		err_field(err, field, _("%s must be a day of the years 1 to 9999"),
			  str_get(&label));
		str_release(&label);
	}
	return ok;
}

static bool parse_time(const struct rules *rules, const struct field *field, const char *text,
		       struct value *value, struct err *err)
{
	char buf[DATETIME_LEN];

	if (blank(text)) {
		value_release(value);
		return true;
	}
	if (!datetime_parse(text, rules->today, buf, err))
		return blame(err, field);
	value_set_text(value, buf);
	return true;
}

static void show_time(const struct rules *rules, const struct field *field,
		      const struct value *value, struct str *out)
{
	size_t at = out->len + DATE_LEN - 1;

	put_text(rules, field, value, out);
	if (out->len > at && out->s[at] == 'T')
		out->s[at] = ' ';
}

static bool check_time(const struct rules *rules, const struct field *field,
		       const struct value *value, struct err *err)
{
	char buf[DATETIME_LEN];

	if (!datetime_parse(value->text, rules->today, buf, err))
		return blame(err, field);
	if (strcmp(buf, value->text) != 0)
		return refuse(field, _("%s must be written like 2026-12-31T14:05, not '%s'"),
			      value->text, err);
	return true;
}

/* ---- Yes and no ---------------------------------------------------------- */

static bool parse_bool(const struct rules *rules, const struct field *field, const char *text,
		       struct value *value, struct err *err)
{
	static const char *const words[][6] = {
		{N_("no"), "n", "false", "f", "0", "off"},
		{N_("yes"), "y", "true", "t", "1", "on"},
	};
	char *s = words_trim(text);
	int found = words_equal(s, "x") ? 1 : -1; /* how people tick a cell */
	bool ok = true;
	size_t i;
	int b;

	(void)rules;
	for (b = 0; b < 2; b++)
		for (i = 0; i < sizeof(words[b]) / sizeof(words[b][0]); i++)
			if (i ? words_equal(s, words[b][i]) : words_named(s, words[b][i]))
				found = b;
	if (!*s)
		value_release(value);
	else if (found >= 0)
		value_set_num(value, found);
	else
		ok = refuse(field, _("%s must be yes or no, not '%s'"), s, err);
	free(s);
	return ok;
}

static void format_bool(const struct rules *rules, const struct field *field,
			const struct value *value, struct str *out)
{
	(void)rules;
	(void)field;
	str_add(out, value->num ? "yes" : "no");
}

static void show_bool(const struct rules *rules, const struct field *field,
		      const struct value *value, struct str *out)
{
	(void)rules;
	(void)field;
	str_add(out, value->num ? _("yes") : _("no"));
}

static bool check_bool(const struct rules *rules, const struct field *field,
		       const struct value *value, struct err *err)
{
	(void)rules;
	if (value->num == 0 || value->num == 1)
		return true;
	return refuse(field, _("%s must be yes or no"), "", err);
}

/* ---- References ---------------------------------------------------------- */

/* Whole: a title may well hold a comma ("Novak, Anna"). */
static bool parse_ref(const struct rules *rules, const struct field *field, const char *text,
		      struct value *value, struct err *err)
{
	char *s = words_trim(text);

	(void)rules;
	(void)field;
	(void)err;
	value_release(value);
	if (*s)
		value_add_ref(value, 0, s, NULL);
	free(s);
	return true;
}

static bool parse_refs(const struct rules *rules, const struct field *field, const char *text,
		       struct value *value, struct err *err)
{
	struct strv words = STRV_INIT, seen = STRV_INIT;
	bool ok;
	size_t i;

	(void)rules;
	strv_split(&words, text, REF_SEPARATORS);
	ok = words.n <= PARTS_MAX;
	if (!ok) {
		refuse(field, _("%s takes fewer records than these"), "", err);
		goto out;
	}
	value_release(value);
	for (i = 0; i < words.n; i++) {
		if (strv_has(&seen, words.v[i]))
			continue;
		strv_add(&seen, words.v[i]);
		value_add_ref(value, 0, words.v[i], NULL);
	}
out:
	strv_release(&words);
	strv_release(&seen);
	return ok;
}

static const char *ref_code(const struct ref *ref)
{
	return ref->code ? ref->code : "";
}

static const char *ref_title(const struct ref *ref)
{
	return ref->title && *ref->title ? ref->title : ref_code(ref);
}

static void add_codes(const struct value *value, const char *between, struct str *out)
{
	size_t i;

	for (i = 0; i < value->nrefs; i++) {
		if (i)
			str_add(out, between);
		str_add(out, ref_code(&value->refs[i]));
	}
}

static void format_refs(const struct rules *rules, const struct field *field,
			const struct value *value, struct str *out)
{
	(void)rules;
	(void)field;
	add_codes(value, "; ", out);
}

/* "risk/R-0012": a code alone may stand in several registers. */
static void format_link(const struct rules *rules, const struct field *field,
			const struct value *value, struct str *out)
{
	(void)rules;
	(void)field;
	if (value->nrefs && value->refs[0].kind)
		str_addf(out, "%s/", value->refs[0].kind->name);
	if (value->nrefs)
		str_add(out, ref_code(&value->refs[0]));
}

static void show_ref(const struct rules *rules, const struct field *field,
		     const struct value *value, struct str *out)
{
	(void)rules;
	(void)field;
	if (value->nrefs)
		str_add(out, ref_title(&value->refs[0]));
}

/* Codes: several titles would not fit anywhere. */
static void show_refs(const struct rules *rules, const struct field *field,
		      const struct value *value, struct str *out)
{
	(void)rules;
	(void)field;
	add_codes(value, ", ", out);
}

static bool check_refs(const struct rules *rules, const struct field *field,
		       const struct value *value, struct err *err)
{
	size_t i;

	(void)rules;
	if (field->type != FIELD_REFS && value->nrefs > 1)
		return refuse(field, _("%s takes one record"), "", err);
	for (i = 0; i < value->nrefs; i++)
		if (!value->refs[i].id && !*ref_code(&value->refs[i]))
			return refuse(field, _("%s has a reference without a code"), "", err);
	return true;
}

/* ---- Order --------------------------------------------------------------- */

static int cmp_num(const struct value *a, const struct value *b)
{
	if (!a->set || !b->set)
		return b->set - a->set;
	return (a->num > b->num) - (a->num < b->num);
}

static int cmp_text(const struct value *a, const struct value *b)
{
	if (!a->set || !b->set)
		return b->set - a->set;
	return text_compare(a->text ? a->text : "", b->text ? b->text : "");
}

static int cmp_refs(const struct value *a, const struct value *b)
{
	int order = 0;
	size_t i;

	if (!a->nrefs || !b->nrefs)
		return (b->nrefs > 0) - (a->nrefs > 0);
	for (i = 0; !order && i < a->nrefs && i < b->nrefs; i++)
		order = text_compare(ref_title(&a->refs[i]), ref_title(&b->refs[i]));
	return order ? order : (a->nrefs > b->nrefs) - (a->nrefs < b->nrefs);
}

/* ---- The table ----------------------------------------------------------- */

const struct type_ops type_ops[FIELD_NTYPES] = {
	[FIELD_TEXT] = {"text", "TEXT", parse_text, put_text, put_text, cmp_text},
	[FIELD_NOTE] = {"note", "TEXT", parse_text, put_text, put_text, cmp_text},
	[FIELD_INT] = {"int", "INTEGER", parse_int, put_int, put_int, cmp_num},
	[FIELD_SCALE] = {"scale", "INTEGER", parse_scale, put_int, show_scale, cmp_num},
	[FIELD_MONEY] = {"money", "INTEGER", money_parse, money_format, money_show, cmp_num},
	[FIELD_DATE] = {"date", "TEXT", parse_date, put_date, put_date, cmp_num},
	[FIELD_TIME] = {"time", "TEXT", parse_time, put_text, show_time, cmp_text},
	[FIELD_BOOL] = {"bool", "INTEGER", parse_bool, format_bool, show_bool, cmp_num},
	[FIELD_CHOICE] = {"choice", "TEXT", choice_parse, put_text, choice_show, cmp_text},
	[FIELD_CHOICES] = {"choices", "TEXT", choices_parse, choices_format, choices_show,
			   cmp_text},
	[FIELD_REF] = {"ref", "INTEGER", parse_ref, format_refs, show_ref, cmp_refs},
	[FIELD_REFS] = {"refs", NULL, parse_refs, format_refs, show_refs, cmp_refs},
	[FIELD_LINK] = {"link", "TEXT", parse_ref, format_link, show_ref, cmp_refs},
};

/* What a value must satisfy that is there; text is valid UTF-8 already. */
static bool (*const checks[FIELD_NTYPES])(const struct rules *, const struct field *,
					  const struct value *, struct err *) = {
	[FIELD_INT] = check_limits,    [FIELD_SCALE] = check_scale,
	[FIELD_MONEY] = check_limits,  [FIELD_DATE] = check_date,
	[FIELD_TIME] = check_time,     [FIELD_BOOL] = check_bool,
	[FIELD_CHOICE] = choice_check, [FIELD_CHOICES] = choices_check,
	[FIELD_REF] = check_refs,      [FIELD_REFS] = check_refs,
	[FIELD_LINK] = check_refs,
};

/* ---- All types ----------------------------------------------------------- */

static bool check_utf8(const struct field *field, const char *text, struct err *err)
{
	if (text_valid(text, strlen(text)))
		return true;
	return refuse(field, _("%s is not valid UTF-8: convert it first"), "", err);
}

/* Has value what its type keeps a value in? */
static bool whole(const struct field *field, const struct value *value)
{
	switch (field->type) {
	case FIELD_TEXT:
	case FIELD_NOTE:
	case FIELD_TIME:
	case FIELD_CHOICE:
	case FIELD_CHOICES:
		return value->text != NULL;
	case FIELD_REF:
	case FIELD_REFS:
	case FIELD_LINK:
		return value->nrefs > 0;
	default:
		return true;
	}
}

bool field_check(const struct rules *rules, const struct field *field, const struct value *value,
		 struct err *err)
{
	size_t i;

	if (!value->set || !whole(field, value))
		return true;
	if (value->text && !check_utf8(field, value->text, err))
		return false;
	for (i = 0; i < value->nrefs; i++)
		if (!check_utf8(field, ref_code(&value->refs[i]), err))
			return false;
	if (checks[field->type] && !checks[field->type](rules, field, value, err))
		return false;
	return !field->check || field->check(rules, field, value, err);
}

bool field_parse(const struct rules *rules, const struct field *field, const char *text,
		 struct value *value, struct err *err)
{
	struct value parsed = VALUE_INIT, old;
	bool ok = check_utf8(field, text, err) &&
		  type_ops[field->type].parse(rules, field, text, &parsed, err) &&
		  field_check(rules, field, &parsed, err);

	if (ok) {
		old = *value;
		*value = parsed;
		parsed = old;
	}
	value_release(&parsed);
	return ok;
}

void field_format(const struct rules *rules, const struct field *field, const struct value *value,
		  struct str *out)
{
	if (value->set)
		type_ops[field->type].format(rules, field, value, out);
}

void field_show(const struct rules *rules, const struct field *field, const struct value *value,
		struct str *out)
{
	if (value->set)
		type_ops[field->type].show(rules, field, value, out);
}

enum style field_style(const struct rules *rules, const struct field *field,
		       const struct value *value)
{
	const struct choice *choice;

	if (!value->set)
		return STYLE_PLAIN;
	switch (field->type) {
	case FIELD_CHOICE:
		choice = value->text ? choice_find(field, value->text) : NULL;
		return choice ? choice->style : STYLE_PLAIN;
	case FIELD_SCALE:
		if (field->scale != SCALE_LEVEL)
			return STYLE_PLAIN;
		return level_style(&rules->method, (int)value->num);
	case FIELD_BOOL:
		return value->num && !strcmp(field->name, "overdue") ? STYLE_BAD : STYLE_PLAIN;
	default:
		return STYLE_PLAIN;
	}
}
