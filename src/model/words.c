#include "config.h"

#include "words.h"

#include <stdlib.h>
#include <string.h>

#include "isms/util/ascii.h"
#include "isms/util/i18n.h"
#include "isms/util/mem.h"
#include "isms/util/text.h"

#define NAME_MAX_BYTES 63 /* of names that are compared with what was typed */

#define QUOTE_BYTES 60
#define NAME_BYTES 1000 /* more is no name of anything, and takes long to fold */

static bool ascii_only(const char *s)
{
	for (; *s; s++)
		if ((unsigned char)*s >= 0x80)
			return false;
	return true;
}

static bool is_blank(char c)
{
	return ascii_space(c) || c == '_' || c == '-';
}

/* The next character of ASCII words, folded: runs of blanks are one, blanks at
 * the end are none. */
static char next_folded(const char **s)
{
	char c = **s;

	if (!is_blank(c)) {
		if (c)
			(*s)++;
		return ascii_lower(c);
	}
	while (is_blank(**s))
		(*s)++;
	return **s ? ' ' : '\0';
}

static const char *skip_blanks(const char *s)
{
	while (is_blank(*s))
		s++;
	return s;
}

/* Imports ask this for every cell and choice: no allocation for plain ASCII. */
static bool ascii_match(const char *text, const char *start, bool whole)
{
	char a, b;

	text = skip_blanks(text);
	start = skip_blanks(start);
	for (;;) {
		a = next_folded(&text);
		b = next_folded(&start);
		if (!b)
			return !whole || !a;
		if (a != b)
			return false;
	}
}

static char *fold(const char *s)
{
	char *copy = xstrdup(s), *p, *folded;

	for (p = copy; *p; p++)
		if (is_blank(*p))
			*p = ' ';
	folded = text_fold(copy);
	free(copy);
	return folded;
}

static bool match(const char *text, const char *start, bool whole)
{
	char *a, *b;
	bool same;

	if (ascii_only(text) && ascii_only(start))
		return ascii_match(text, start, whole);
	if (strlen(text) > NAME_BYTES || strlen(start) > NAME_BYTES)
		return false;
	a = fold(text);
	b = fold(start);
	same = whole ? !strcmp(a, b) : !strncmp(a, b, strlen(b));
	free(a);
	free(b);
	return same;
}

bool words_equal(const char *a, const char *b)
{
	return match(a, b, true);
}

bool words_begin(const char *text, const char *start)
{
	return match(text, start, false);
}

bool words_named(const char *typed, const char *text)
{
	const char *translated;

	if (!text || !*text)
		return false;
	if (words_equal(typed, text))
		return true;
	translated = _(text);
	return translated != text && words_equal(typed, translated);
}

static bool has_capital(const char *s)
{
	for (; *s; s++)
		if (*s >= 'A' && *s <= 'Z')
			return true;
	return false;
}

void words_label(struct str *out, const char *label)
{
	const char *text = *label ? _(label) : label;

	/* A translation keeps its capitals: German nouns have them. */
	if (!*text || text != label || has_capital(label + 1)) {
		str_add(out, text);
		return;
	}
	str_addc(out, ascii_lower(*text));
	str_add(out, text + 1);
}

void words_a(struct str *out, const char *label)
{
	struct str word = STR_INIT;
	char first;

	words_label(&word, label);
	first = ascii_lower(*str_get(&word));
	if (first && strchr("aeiou", first))
		str_addf(out, _("an %s"), str_get(&word));
	else
		str_addf(out, _("a %s"), str_get(&word));
	str_release(&word);
}

void words_or(struct str *out, const struct strv *list)
{
	size_t i;

	for (i = 0; i < list->n; i++) {
		if (i)
			str_add(out, i + 1 == list->n ? _(" or ") : ", ");
		str_add(out, list->v[i]);
	}
}

char *words_quote(const char *text)
{
	size_t n = strlen(text);

	if (n <= QUOTE_BYTES)
		return xstrdup(text);
	for (n = QUOTE_BYTES; n > 0 && ((unsigned char)text[n] & 0xc0) == 0x80; n--)
		;
	return xasprintf("%.*s…", (int)n, text);
}

char *words_trim(const char *text)
{
	struct str copy = STR_INIT;

	str_add(&copy, text);
	str_trim(&copy);
	return str_detach(&copy);
}

size_t words_distance(const char *a, const char *b)
{
	size_t row[NAME_MAX_BYTES + 1], n = strlen(b), i, j, above, left;

	if (strlen(a) > NAME_MAX_BYTES || n > NAME_MAX_BYTES)
		return NAME_MAX_BYTES;
	for (j = 0; j <= n; j++)
		row[j] = j;
	for (i = 1; a[i - 1]; i++) {
		above = row[0];
		row[0] = i;
		for (j = 1; j <= n; j++) {
			left = above + (ascii_lower(a[i - 1]) != ascii_lower(b[j - 1]));
			above = row[j];
			row[j] = row[j] < row[j - 1] ? row[j] + 1 : row[j - 1] + 1;
			row[j] = left < row[j] ? left : row[j];
		}
	}
	return row[n];
}
