/* What may stand next in a filter that is being typed. */
#include "config.h"

#include "isms/model/filter_complete.h"

#include <stdlib.h>
#include <string.h>

#include "filter_field.h"
#include "isms/model/rules.h"
#include "isms/model/value.h"
#include "isms/util/ascii.h"
#include "isms/util/date.h"
#include "isms/util/i18n.h"
#include "isms/util/mem.h"
#include "words.h"

#define RANGE ".."

/* ---- Where the cursor is ------------------------------------------------------ */

/* Bytes of what stands between quotes at s, both counted; 0: it is not closed. */
static size_t quoted_len(const char *s)
{
	size_t n = 1;

	while (s[n] && s[n] != '"')
		n += s[n] == '\\' && s[n + 1] ? 2 : 1;
	return s[n] ? n + 1 : 0;
}

static size_t word_len(const char *s)
{
	size_t n = 0;

	while (s[n] && !ascii_space(s[n]) && s[n] != ')')
		n++;
	return n;
}

static size_t blanks(const char *s)
{
	size_t n = 0;

	while (ascii_space(s[n]))
		n++;
	return n;
}

/* Bytes of the sign behind a path at s, with the blanks that may stand around it. */
static size_t sign_len(const char *s)
{
	enum filter_op op;
	size_t n = blanks(s), sign = filter_comparison(s + n, &op);

	if (*s == ':')
		return 1;
	return sign ? n + sign + blanks(s + n + sign) : 0;
}

/* Where a term begins: behind blanks, '(' and '!'. */
static size_t term_start(const char *s)
{
	enum filter_op op;
	size_t n = 0;

	while (ascii_space(s[n]) || s[n] == '(' || s[n] == ')' ||
	       (s[n] == '!' && !filter_comparison(s + n, &op)))
		n++;
	return n;
}

static void at_name(const struct kind *kind, const char *text, size_t from,
		    struct filter_point *point)
{
	const char *name = text + from, *dot = strrchr(name, '.');
	struct filter_path path;
	char *whole;
	size_t bad;

	point->kind = kind;
	point->from = dot ? (size_t)(dot + 1 - text) : from;
	point->prefix = xstrdup(text + point->from);
	point->place = FILTER_AT_NAME;
	if (dot) { /* any name at the end shows where the links lead */
		whole = xasprintf("%.*scode", (int)(dot + 1 - name), name);
		if (filter_path(kind, whole, &path, &bad, NULL))
			point->kind = path.kind;
		else
			point->place = FILTER_AT_NOTHING;
		free(whole);
	}
}

static void at_value(const struct kind *kind, const char *name, size_t n, const char *text,
		     size_t from, struct filter_point *point)
{
	const char *range = strstr(text + from, RANGE);
	char *whole = xstrndup(name, n);
	struct filter_path path;
	size_t bad;

	if (range && text[from] != '"')
		from = (size_t)(range - text) + strlen(RANGE);
	point->from = from;
	point->prefix = xstrdup(text + from + (text[from] == '"'));
	if (filter_path(kind, whole, &path, &bad, NULL)) {
		point->kind = path.kind;
		point->field = path.field;
		point->code = !path.field && !path.record;
		point->place = FILTER_AT_VALUE;
		if (!path.field || path.field->ref) {
			point->kind = path.field ? path.field->ref : path.kind;
			point->place = FILTER_AT_RECORD;
		}
	}
	free(whole);
}

void filter_point(const struct kind *kind, const char *text, struct filter_point *point)
{
	size_t at = 0, n, path, sign, value;

	memset(point, 0, sizeof(*point));
	for (;;) {
		at += term_start(text + at);
		path = filter_path_len(text + at);
		if (path && text[at + path] == '.') /* "asset." */
			path++;
		sign = path ? sign_len(text + at + path) : 0;
		if (!sign && !text[at + path]) {
			at_name(kind, text, at, point);
			return;
		}
		value = at + path + sign;
		n = text[value] == '"' ? quoted_len(text + value) : word_len(text + value);
		if (sign && (!text[value + n] || (text[value] == '"' && !n))) {
			at_value(kind, text + at, path, text, value, point);
			return;
		}
		at = value + n;
		if (!text[at] || (text[value] == '"' && !n))
			break; /* a word that is no name, or a quote that is open */
	}
	point->from = strlen(text);
	point->prefix = xstrdup("");
}

/* ---- What may stand there ------------------------------------------------------- */

static void add_name(struct strv *out, const char *name, char sign)
{
	char *word = xasprintf("%s%c", name, sign);

	if (strv_has(out, word))
		free(word);
	else
		strv_take(out, word);
}

/* Without a letter only the columns of the list, and no register. */
static void own_names(const struct kind *kind, const char *prefix, bool labels, struct strv *out)
{
	const struct field *field;
	size_t i;

	for (i = 0; i < kind->nfields; i++) {
		field = &kind->fields[i];
		if (*prefix ? words_begin(labels ? _(field->label) : field->name, prefix)
			    : (field->flags & F_LISTED) != 0)
			add_name(out, field->name, ':');
	}
	for (i = 0; *prefix && (field = filter_own(i)); i++)
		if (words_begin(labels ? _(field->label) : field->name, prefix))
			add_name(out, field->name, ':');
}

static bool leads(const struct kind *from, const struct kind *to)
{
	size_t i;

	for (i = 0; i < from->nfields; i++)
		if (filter_leads(&from->fields[i], to))
			return true;
	return false;
}

/* Labels are for who does not know the name. */
static void names(const struct kind *kind, const char *prefix, struct strv *out)
{
	size_t i;

	if (words_begin("code", prefix))
		add_name(out, "code", ':');
	own_names(kind, prefix, false, out);
	for (i = 0; *prefix && kinds[i]; i++)
		if (words_begin(kinds[i]->name, prefix) && leads(kinds[i], kind))
			add_name(out, kinds[i]->name, '.');
	if (!out->n)
		own_names(kind, prefix, true, out);
}

/* A key or word with '-' for its blanks, as the language reads it. */
static void add_word(struct strv *out, const char *word)
{
	struct str text = STR_INIT, quoted = STR_INIT;
	size_t i;

	str_add(&text, word);
	for (i = 0; i < text.len; i++)
		if (text.s[i] == ' ')
			text.s[i] = '-';
	filter_quote(str_get(&text), &quoted);
	strv_take(out, str_detach(&quoted));
	str_release(&text);
}

static void choices(const struct rules *rules, const struct field *field, const char *prefix,
		    struct strv *out)
{
	const struct choice *c;

	for (c = field->choices; c && c->key; c++)
		if (words_begin(c->key, prefix) || words_begin(choice_label(rules, c), prefix))
			add_word(out, c->key);
}

static void steps(const struct rules *rules, const struct field *field, const char *prefix,
		  struct strv *out)
{
	const struct method *method = &rules->method;
	const char *label;
	int i;

	for (i = 0; i < method->steps[field->scale]; i++) {
		label = method->step[field->scale][i].label;
		if (label && words_begin(label, prefix))
			add_word(out, label);
	}
}

static void dates(const struct rules *rules, const char *prefix, struct strv *out)
{
	static const char *const words[] = {"today", "tomorrow", "-7d", "+2w", "+1m",
					    "eow",   "eom",	 "eoq", "eoy"};
	char *periods[3];
	int year, month, day;
	size_t i;

	for (i = 0; i < sizeof(words) / sizeof(words[0]); i++)
		if (!strncmp(words[i], prefix, strlen(prefix)))
			strv_add(out, words[i]);
	date_to_civil(rules->today, &year, &month, &day);
	periods[0] = xasprintf("%04d-%02d", year, month);
	periods[1] = xasprintf("%04d-q%d", year, (month + 2) / 3);
	periods[2] = xasprintf("%04d", year);
	for (i = 0; i < 3; i++) {
		if (!strncmp(periods[i], prefix, strlen(prefix)))
			strv_add(out, periods[i]);
		free(periods[i]);
	}
}

static void values(const struct rules *rules, const struct field *field, const char *prefix,
		   struct strv *out)
{
	switch (field->type) {
	case FIELD_CHOICE:
	case FIELD_CHOICES:
		choices(rules, field, prefix, out);
		break;
	case FIELD_SCALE:
		steps(rules, field, prefix, out);
		break;
	case FIELD_BOOL:
		if (words_begin("yes", prefix))
			strv_add(out, "yes");
		if (words_begin("no", prefix))
			strv_add(out, "no");
		break;
	case FIELD_DATE:
	case FIELD_TIME:
		dates(rules, prefix, out);
		break;
	default:
		break;
	}
}

void filter_complete(const struct rules *rules, const struct filter_point *point, struct strv *out)
{
	if (point->place == FILTER_AT_NAME)
		names(point->kind, point->prefix, out);
	else if (point->place == FILTER_AT_VALUE)
		values(rules, point->field, point->prefix, out);
}

void filter_quote(const char *text, struct str *out)
{
	bool plain = *text && !strpbrk(text, " \t\n\"()\\*") && !strstr(text, RANGE);

	if (plain) {
		str_add(out, text);
		return;
	}
	str_addc(out, '"');
	for (; *text; text++) {
		if (*text == '"' || *text == '\\')
			str_addc(out, '\\');
		str_addc(out, *text);
	}
	str_addc(out, '"');
}
