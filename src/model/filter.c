/*
 * The language of '/' and --where, read from left to right without going back:
 *
 *   either    = both { "or" both }
 *   both      = one { ["and"] one }
 *   one       = "!" one | "(" either ")" | path sign value | "~" pattern | word
 *   path      = name { "." name }
 *   value     = word | "words" | word ".." word
 *
 * What could be read in two ways is refused, with its place: a list that shows
 * too few risks looks like good news.
 */
#include "config.h"

#include "isms/model/filter.h"

#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "filter_field.h"
#include "isms/util/ascii.h"
#include "isms/util/i18n.h"
#include "isms/util/mem.h"
#include "isms/util/text.h"
#include "words.h"

/* The tree becomes one SQL expression: SQLite takes a depth of 1000, and a hundred
 * open parentheses and what stands before them. */
#define MAX_TERMS 200
#define MAX_NEST 10
#define RANGE ".."

struct parser {
	const struct rules *rules;
	const struct kind *kind;
	const char *text, *p; /* all of it; where we are */
	int terms, nest;
	struct err *err;
};

static bool parse_either(struct parser *ps, struct filter **filter);

/* ---- Errors -------------------------------------------------------------- */

/* Counted in characters from 1, as a user counts them. */
static int place(const struct parser *ps, const char *at)
{
	const char *p;
	int n = 1;

	for (p = ps->text; p < at; p++)
		n += ((unsigned char)*p & 0xc0) != 0x80;
	return n;
}

/* The message names the place; so does err->place, for a cursor or caret. */
static bool refuse(struct parser *ps, const char *at, const char *fmt, ...)
	__attribute__((format(printf, 3, 4)));

static bool refuse(struct parser *ps, const char *at, const char *fmt, ...)
{
	va_list ap;
	char *msg;

	va_start(ap, fmt);
	msg = xvasprintf(fmt, ap);
	va_end(ap);
	err_set(ps->err, ERR_USAGE, "%s", msg);
	if (ps->err)
		ps->err->place = place(ps, at);
	free(msg);
	return false;
}

/* Where the path at begins a name that leads nowhere. */
static bool refuse_path(struct parser *ps, const char *at, const char *path, size_t bad,
			const struct err *why)
{
	char *name = xstrndup(path + bad, strcspn(path + bad, "."));
	char *quoted = words_quote(name);

	at += bad;
	if (why->kind == ERR_MISSING)
		refuse(ps, at, _("no field '%s' at character %d%s"), quoted, place(ps, at),
		       err_msg(why));
	else
		refuse(ps, at, _("at character %d: %s"), place(ps, at), err_msg(why));
	free(quoted);
	free(name);
	return false;
}

/* ---- Signs --------------------------------------------------------------- */

static void skip_space(struct parser *ps)
{
	while (ascii_space(*ps->p))
		ps->p++;
}

size_t filter_comparison(const char *s, enum filter_op *op)
{
	static const enum filter_op ops[] = {FILTER_NE, FILTER_LE, FILTER_GE,
					     FILTER_EQ, FILTER_LT, FILTER_GT};
	size_t i, n;

	for (i = 0; i < sizeof(ops) / sizeof(ops[0]); i++) {
		n = strlen(filter_sign(ops[i]));
		if (!strncmp(s, filter_sign(ops[i]), n)) {
			*op = ops[i];
			return n;
		}
	}
	return 0;
}

/* "or" and "and" standing alone, in any case. */
static bool at_word(const struct parser *ps, const char *word)
{
	size_t i, n = strlen(word);

	for (i = 0; i < n; i++)
		if (ascii_lower(ps->p[i]) != word[i])
			return false;
	return !ps->p[n] || ascii_space(ps->p[n]) || ps->p[n] == '(' || ps->p[n] == ')';
}

static bool letter(char c)
{
	unsigned char low = (unsigned char)ascii_lower(c);

	return (low >= 'a' && low <= 'z') || low >= 0x80;
}

/* Bytes of what looks like a field's name; labels in any script are names. */
static size_t name_len(const char *s)
{
	size_t n = 0;

	if (!letter(*s))
		return 0;
	while (letter(s[n]) || ascii_digit(s[n]) || s[n] == '_' || s[n] == '-')
		n++;
	return s[n - 1] == '-' ? 0 : n;
}

size_t filter_path_len(const char *s)
{
	size_t n = name_len(s), more = n;

	while (more && s[n] == '.') {
		more = name_len(s + n + 1);
		n += more ? 1 + more : 0;
	}
	return n;
}

/* ---- Words --------------------------------------------------------------- */

/* Between quotes; \" and \\ stand for themselves. */
static bool read_quoted(struct parser *ps, struct str *out)
{
	const char *at = ps->p++;

	while (*ps->p && *ps->p != '"') {
		if (*ps->p == '\\' && (ps->p[1] == '"' || ps->p[1] == '\\'))
			ps->p++;
		str_addc(out, *ps->p++);
	}
	if (!*ps->p)
		return refuse(ps, at, _("the quote at character %d is not closed"), place(ps, at));
	ps->p++;
	return true;
}

enum word { WORD_PLAIN, WORD_PATTERN, WORD_ENDS };

/* To the next blank, or a parenthesis that closes what was not opened within:
 * "foo(bar)" is one word. In a pattern a backslash takes the next along, the
 * first end of a range goes to a quote behind it. */
static void read_word(struct parser *ps, enum word word, struct str *out)
{
	int open = 0;

	while (*ps->p && !ascii_space(*ps->p)) {
		if (word == WORD_ENDS && !strncmp(ps->p, RANGE "\"", sizeof(RANGE)))
			break;
		if (word == WORD_PATTERN && *ps->p == '\\' && ps->p[1] && !ascii_space(ps->p[1])) {
			str_addn(out, ps->p, 2);
			ps->p += 2;
			continue;
		}
		open += *ps->p == '(';
		if (*ps->p == ')' && --open < 0)
			break;
		str_addc(out, *ps->p++);
	}
}

static bool read_value(struct parser *ps, enum word word, struct str *out)
{
	if (*ps->p == '"')
		return read_quoted(ps, out);
	read_word(ps, word, out);
	return true;
}

/* "1 May 2026".."31 May 2026": either end of a range may stand in quotes. */
static bool read_ends(struct parser *ps, struct str *out)
{
	bool ok = read_value(ps, WORD_ENDS, out);

	if (ok && !strncmp(ps->p, RANGE, strlen(RANGE))) {
		ps->p += strlen(RANGE);
		str_add(out, RANGE);
		ok = read_value(ps, WORD_PLAIN, out);
	}
	return ok;
}

static bool parse_words(struct parser *ps, struct filter **filter)
{
	const char *at = ps->p;
	struct str text = STR_INIT;
	bool ok = read_value(ps, WORD_PLAIN, &text);

	str_trim(&text);
	if (ok && !text.len)
		ok = refuse(ps, at, _("nothing to search for at character %d"), place(ps, at));
	if (ok)
		*filter = filter_words(str_detach(&text));
	str_release(&text);
	return ok;
}

/* ---- Conditions ---------------------------------------------------------- */

/* bad bytes into the value at the text is at fault. */
static bool refuse_value(struct parser *ps, const char *value, size_t bad, const struct err *why)
{
	const char *end = value + strlen(value);

	value += *value == '"' ? 1 : 0;
	value = bad < (size_t)(end - value) ? value + bad : end;
	return refuse(ps, value, _("at character %d: %s"), place(ps, value), err_msg(why));
}

static bool parse_pattern(struct parser *ps, struct filter **filter)
{
	const char *at = ps->p++, *value = ps->p;
	struct str text = STR_INIT;
	struct err err = ERR_INIT;
	size_t bad = 0;
	bool ok = read_value(ps, WORD_PATTERN, &text);

	if (ok && !filter_pattern(str_get(&text), filter, &bad, &err))
		ok = refuse_value(ps, text.len ? value : at, bad, &err);
	err_release(&err);
	str_release(&text);
	return ok;
}

/* What stands between path and value. */
struct sign {
	enum filter_op op;
	size_t bytes; /* blanks around it too */
	bool not;     /* "!~" */
};

/* ps->p stands behind the sign. */
static bool parse_condition(struct parser *ps, const char *at, const struct filter_path *path,
			    const struct sign *sign, struct filter **filter)
{
	struct str text = STR_INIT;
	struct err err = ERR_INIT;
	const char *value;
	size_t bad = 0;
	bool ok, quoted, tight = sign->op == FILTER_HAS || sign->op == FILTER_MATCH;

	if (!tight) /* "owner: novak" means: no owner, and the word */
		skip_space(ps);
	value = ps->p;
	quoted = *value == '"';
	ok = sign->op == FILTER_MATCH ? read_value(ps, WORD_PATTERN, &text) : read_ends(ps, &text);
	if (!ok)
		goto out;
	if (!text.len && !quoted && !tight)
		ok = err_set(&err, ERR_USAGE, _("'%s' needs a value behind it"),
			     filter_sign(sign->op));
	else
		ok = filter_condition(ps->rules, path, sign->op, str_get(&text), quoted, filter,
				      &bad, &err);
	if (!ok)
		refuse_value(ps, text.len ? value : at, bad, &err);
	else if (sign->not)
		*filter = filter_node(FILTER_NOT, *filter, NULL);
out:
	err_release(&err);
	str_release(&text);
	return ok;
}

/*
 * Is it a condition? n are the bytes of what may be its path, known says whether
 * it is one. "12:30" and "http://x" are words, "ownr:novak" is a condition whose
 * field is misspelt.
 */
static bool find_condition(const struct parser *ps, size_t n, bool known, struct sign *sign)
{
	const char *p = ps->p + n, *q = p;
	size_t len;

	*sign = (struct sign){FILTER_HAS, 1, false};
	if (!n)
		return false;
	if (*p == ':')
		return !p[1] || !strchr("/\\:", p[1]) || known;
	if (known && (*p == '~' || !strncmp(p, "!~", 2))) {
		*sign = (struct sign){FILTER_MATCH, *p == '~' ? 1 : 2, *p == '!'};
		return true;
	}
	while (ascii_space(*q))
		q++;
	len = filter_comparison(q, &sign->op);
	sign->bytes = (size_t)(q - p) + len;
	return len > 0;
}

static bool parse_term(struct parser *ps, struct filter **filter)
{
	const char *at = ps->p;
	size_t n = filter_path_len(at), bad = 0;
	char *name = xstrndup(at, n);
	struct filter_path path;
	struct err err = ERR_INIT;
	struct sign sign;
	enum filter_op op;
	bool known = n && filter_path(ps->kind, name, &path, &bad, &err), ok;

	if (++ps->terms > MAX_TERMS) {
		ok = refuse(ps, at, _("more than %d words and conditions"), MAX_TERMS);
	} else if (*at == '~') {
		ok = parse_pattern(ps, filter);
	} else if (filter_comparison(at, &op)) {
		ok = refuse(ps, at, _("'%s' at character %d needs a field in front of it"),
			    filter_sign(op), place(ps, at));
	} else if (!find_condition(ps, n, known, &sign)) {
		ok = parse_words(ps, filter);
	} else if (!known) {
		ok = refuse_path(ps, at, name, bad, &err);
	} else {
		ps->p += n + sign.bytes;
		ok = parse_condition(ps, at, &path, &sign, filter);
	}
	err_release(&err);
	free(name);
	return ok;
}

/* ---- And, or, not -------------------------------------------------------- */

static bool parse_group(struct parser *ps, struct filter **filter)
{
	const char *at = ps->p++;

	if (!parse_either(ps, filter))
		return false;
	if (*ps->p != ')')
		return refuse(ps, at, _("'(' at character %d is not closed"), place(ps, at));
	ps->p++;
	return true;
}

static bool parse_not(struct parser *ps, struct filter **filter);

static bool parse_one(struct parser *ps, struct filter **filter)
{
	enum filter_op op;

	skip_space(ps);
	if (!*ps->p || *ps->p == ')')
		return refuse(ps, ps->p, _("a word is missing at character %d"), place(ps, ps->p));
	if (at_word(ps, "or") || at_word(ps, "and"))
		return refuse(ps, ps->p,
			      _("nothing stands before '%s' at character %d; to search for "
				"the word, put it in quotes"),
			      ascii_lower(*ps->p) == 'o' ? "or" : "and", place(ps, ps->p));
	if (*ps->p == '!' && !filter_comparison(ps->p, &op))
		return parse_not(ps, filter);
	if (*ps->p == '(')
		return parse_group(ps, filter);
	return parse_term(ps, filter);
}

static bool too_deep(struct parser *ps)
{
	if (ps->nest <= MAX_NEST)
		return false;
	refuse(ps, ps->p, _("more than %d '(' and '!' in each other"), MAX_NEST);
	return true;
}

static bool parse_not(struct parser *ps, struct filter **filter)
{
	bool ok;

	if (too_deep(ps))
		return false;
	ps->p++;
	ps->nest++;
	ok = parse_one(ps, filter);
	ps->nest--;
	if (ok)
		*filter = filter_node(FILTER_NOT, *filter, NULL);
	return ok;
}

static bool parse_both(struct parser *ps, struct filter **filter)
{
	struct filter *next;

	if (!parse_one(ps, filter))
		return false;
	for (;;) {
		skip_space(ps);
		if (!*ps->p || *ps->p == ')' || at_word(ps, "or"))
			return true;
		if (at_word(ps, "and"))
			ps->p += strlen("and");
		next = NULL;
		if (!parse_one(ps, &next)) {
			filter_free(&next);
			return false;
		}
		*filter = filter_node(FILTER_AND, *filter, next);
	}
}

static bool parse_either(struct parser *ps, struct filter **filter)
{
	struct filter *next;
	bool ok = !too_deep(ps);

	ps->nest++;
	ok = ok && parse_both(ps, filter);
	while (ok && at_word(ps, "or")) {
		ps->p += strlen("or");
		next = NULL;
		ok = parse_both(ps, &next);
		*filter = filter_node(FILTER_OR, *filter, next);
	}
	ps->nest--;
	return ok;
}

bool filter_parse(const struct rules *rules, const struct kind *kind, const char *text,
		  struct filter **filter, struct err *err)
{
	struct parser ps = {.rules = rules, .kind = kind, .text = text, .p = text, .err = err};
	bool ok;

	*filter = NULL;
	if (!text_valid(text, strlen(text)))
		return err_set(err, ERR_USAGE, _("the filter is not valid UTF-8"));
	skip_space(&ps);
	if (!*ps.p)
		return true;
	ok = parse_either(&ps, filter);
	if (ok && *ps.p)
		ok = refuse(&ps, ps.p, _("')' at character %d closes nothing"), place(&ps, ps.p));
	if (!ok)
		filter_free(filter);
	return ok;
}

void filter_free(struct filter **filter)
{
	struct filter *old = *filter;

	if (!old)
		return;
	filter_free(&old->left);
	filter_free(&old->right);
	value_release(&old->value);
	free(old->text);
	free(old);
	*filter = NULL;
}
