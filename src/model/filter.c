/*
 * The language of '/' and --where, read from left to right without going back:
 *
 *   either    = both { "or" both }
 *   both      = one { ["and"] one }
 *   one       = "!" one | "(" either ")" | name sign value | word | "words"
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

/* The tree is walked by recursion here and becomes one SQL expression, whose
 * depth SQLite limits to 1000. */
#define MAX_TERMS 200
#define MAX_NEST 50

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

static bool refuse_field(struct parser *ps, const char *at, const char *name)
{
	struct str hint = STR_INIT;
	char *quoted = words_quote(name);

	filter_hint(ps->kind, name, &hint);
	err_set(ps->err, ERR_USAGE, _("unknown field '%s' at character %d: %s"), quoted,
		place(ps, at), str_get(&hint));
	str_release(&hint);
	free(quoted);
	return false;
}

static bool refuse_pattern(struct parser *ps, const char *at)
{
	return err_set(ps->err, ERR_USAGE,
		       _("'~' at character %d: patterns are not known, search for words; to "
			 "search for the sign, put it in quotes"),
		       place(ps, at));
}

/* ---- Signs --------------------------------------------------------------- */

static void skip_space(struct parser *ps)
{
	while (ascii_space(*ps->p))
		ps->p++;
}

/* The comparison that s begins with; its bytes, or 0. */
static size_t comparison(const char *s, enum filter_op *op)
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
		return err_set(ps->err, ERR_USAGE, _("the quote at character %d is not closed"),
			       place(ps, at));
	ps->p++;
	return true;
}

/* To the next blank, or a parenthesis that closes what was not opened within:
 * "foo(bar)" is one word. */
static void read_word(struct parser *ps, struct str *out)
{
	int open = 0;

	while (*ps->p && !ascii_space(*ps->p)) {
		open += *ps->p == '(';
		if (*ps->p == ')' && --open < 0)
			break;
		str_addc(out, *ps->p++);
	}
}

static bool read_value(struct parser *ps, struct str *out)
{
	if (*ps->p == '"')
		return read_quoted(ps, out);
	read_word(ps, out);
	return true;
}

static bool parse_words(struct parser *ps, struct filter **filter)
{
	const char *at = ps->p;
	struct str text = STR_INIT;
	bool ok = read_value(ps, &text);

	str_trim(&text);
	if (ok && !text.len)
		ok = err_set(ps->err, ERR_USAGE, _("nothing to search for at character %d"),
			     place(ps, at));
	if (ok)
		*filter = filter_words(str_detach(&text));
	str_release(&text);
	return ok;
}

/* ---- Conditions ---------------------------------------------------------- */

/* ps->p stands behind the sign. */
static bool parse_condition(struct parser *ps, const char *at, const char *name, enum filter_op op,
			    struct filter **filter)
{
	struct str text = STR_INIT;
	struct err err = ERR_INIT;
	const char *value;
	bool ok, quoted;

	if (op != FILTER_HAS) /* "owner: novak" means: no owner, and the word */
		skip_space(ps);
	value = ps->p;
	quoted = *value == '"';
	ok = read_value(ps, &text);
	if (!ok)
		goto out;
	if (!text.len && !quoted && op != FILTER_HAS)
		ok = err_set(&err, ERR_USAGE, _("'%s' needs a value behind it"), filter_sign(op));
	else
		ok = filter_condition(ps->rules, ps->kind, name, op, str_get(&text), filter, &err);
	if (!ok)
		err_set(ps->err, ERR_USAGE, _("at character %d: %s"),
			place(ps, text.len ? value : at), err_msg(&err));
out:
	err_release(&err);
	str_release(&text);
	return ok;
}

/*
 * Is it a condition? *sign receives the bytes between name and value; name's
 * own bytes are n. "12:30" and "http://x" are words, "ownr:novak" is a
 * condition whose field is misspelt.
 */
static bool find_condition(const struct parser *ps, const char *name, size_t n, enum filter_op *op,
			   size_t *sign)
{
	const char *p = ps->p + n, *q = p;
	size_t len;

	if (!n)
		return false;
	if (*p == ':') {
		*op = FILTER_HAS;
		*sign = 1;
		return !p[1] || !strchr("/\\:", p[1]) || filter_knows(ps->kind, name);
	}
	while (ascii_space(*q))
		q++;
	len = comparison(q, op);
	*sign = (size_t)(q - p) + len;
	return len > 0;
}

static bool parse_term(struct parser *ps, struct filter **filter)
{
	const char *at = ps->p;
	size_t n = name_len(at), sign = 0;
	enum filter_op op = FILTER_HAS;
	char *name = xstrndup(at, n);
	bool ok;

	if (++ps->terms > MAX_TERMS) {
		ok = err_set(ps->err, ERR_USAGE, _("more than %d words and conditions"), MAX_TERMS);
	} else if (*at == '~' || (n && at[n] == '~' && filter_knows(ps->kind, name))) {
		ok = refuse_pattern(ps, at + n);
	} else if (comparison(at, &op)) {
		ok = err_set(ps->err, ERR_USAGE,
			     _("'%s' at character %d needs a field in front of it"),
			     filter_sign(op), place(ps, at));
	} else if (!find_condition(ps, name, n, &op, &sign)) {
		ok = parse_words(ps, filter);
	} else if (!filter_knows(ps->kind, name)) {
		ok = refuse_field(ps, at, name);
	} else {
		ps->p += n + sign;
		ok = parse_condition(ps, at, name, op, filter);
	}
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
		return err_set(ps->err, ERR_USAGE, _("'(' at character %d is not closed"),
			       place(ps, at));
	ps->p++;
	return true;
}

static bool parse_not(struct parser *ps, struct filter **filter);

static bool parse_one(struct parser *ps, struct filter **filter)
{
	enum filter_op op;

	skip_space(ps);
	if (!*ps->p || *ps->p == ')')
		return err_set(ps->err, ERR_USAGE, _("a word is missing at character %d"),
			       place(ps, ps->p));
	if (at_word(ps, "or") || at_word(ps, "and"))
		return err_set(ps->err, ERR_USAGE,
			       _("nothing stands before '%s' at character %d; to search for "
				 "the word, put it in quotes"),
			       ascii_lower(*ps->p) == 'o' ? "or" : "and", place(ps, ps->p));
	if (*ps->p == '!' && !comparison(ps->p, &op))
		return parse_not(ps, filter);
	if (*ps->p == '(')
		return parse_group(ps, filter);
	return parse_term(ps, filter);
}

static bool too_deep(struct parser *ps)
{
	if (ps->nest < MAX_NEST)
		return false;
	err_set(ps->err, ERR_USAGE, _("more than %d '(' and '!' in each other"), MAX_NEST);
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
		ok = err_set(err, ERR_USAGE, _("')' at character %d closes nothing"),
			     place(&ps, ps.p));
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
