/* Text compared and searched: text_fold(), text_compare(), text_contains(). */
#include "config.h"

#include "isms/util/text.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <unicase.h>
#include <unictype.h>
#include <uninorm.h>

#include "isms/util/ascii.h"
#include "isms/util/mem.h"
#include "utf8.h"

/* White space runs become one blank, those at the ends none; in place. */
static void squeeze(char *s)
{
	const char *from = s;
	char *to = s;

	for (; *from; from++) {
		if (!ascii_space(*from))
			*to++ = *from;
		else if (to > s && to[-1] != ' ')
			*to++ = ' ';
	}
	if (to > s && to[-1] == ' ')
		to--;
	*to = '\0';
}

/* Valid UTF-8 with all white space as ASCII blanks. */
static void repair(struct str *out, const char *s)
{
	size_t n = strlen(s), len;
	ucs4_t uc;

	for (; n; s += len, n -= len) {
		len = utf8_decode(s, n, &uc);
		if (uc_is_property_white_space(uc))
			str_addc(out, ' ');
		else
			utf8_add(out, uc);
	}
}

static char *fold_unicode(const char *s)
{
	struct str valid = STR_INIT, out = STR_INIT;
	uint8_t *norm, *folded;
	size_t n;

	repair(&valid, s);
	/* composed first: some compatibility characters stand for capitals */
	norm = xcheck(
		u8_normalize(UNINORM_NFKC, (const uint8_t *)str_get(&valid), valid.len, NULL, &n));
	folded = xcheck(u8_casefold(norm, n, NULL, UNINORM_NFKC, NULL, &n));
	str_addn(&out, (const char *)folded, n);
	free(folded);
	free(norm);
	str_release(&valid);
	return str_detach(&out);
}

/*
 * Characters whose folded form is their small letter (or two s) and which
 * combine with none of the others here: most of what organisations write,
 * folded in a tenth of the time that the general way needs.
 */
static const struct range {
	ucs4_t first, last;
} simple_ranges[] = {
	{0x00c0, 0x012f}, {0x0131, 0x0131}, {0x0134, 0x013e}, {0x0141, 0x0148}, {0x014a, 0x017e},
	{0x03b1, 0x03c1}, {0x03c3, 0x03c9}, {0x0400, 0x045f}, {0x2013, 0x2014}, {0x2018, 0x201e},
	{0x20ac, 0x20ac}, {0x3041, 0x3096}, {0x30a1, 0x30fa}, {0x4e00, 0x9ffc}, {0xac00, 0xd7a3},
};

static size_t ascii_run(const char *s)
{
	size_t n = 0;

	while (s[n] && ascii_is(s[n]))
		n++;
	return n;
}

static bool is_simple(ucs4_t uc)
{
	size_t i = 0, n = sizeof(simple_ranges) / sizeof(simple_ranges[0]);

	while (i < n && uc > simple_ranges[i].last)
		i++;
	return i < n && uc >= simple_ranges[i].first;
}

static void add_lower(struct str *out, const char *s, size_t n)
{
	size_t at = out->len;

	str_addn(out, s, n);
	for (; at < out->len; at++)
		out->s[at] = ascii_lower(out->s[at]);
}

static bool fold_simple(struct str *out, const char *s)
{
	const ucs4_t sharp_s = 0xdf;
	size_t n = strlen(s), len;
	ucs4_t uc;

	for (; n; s += len, n -= len) {
		len = ascii_run(s);
		add_lower(out, s, len);
		if (len)
			continue;
		len = utf8_decode(s, n, &uc);
		if (!is_simple(uc))
			return false;
		if (uc == sharp_s)
			str_add(out, "ss");
		else
			utf8_add(out, uc_tolower(uc));
	}
	return true;
}

char *text_fold(const char *s)
{
	struct str simple = STR_INIT;
	char *out;

	if (fold_simple(&simple, s)) {
		out = str_detach(&simple);
	} else {
		str_release(&simple);
		out = fold_unicode(s);
	}
	squeeze(out);
	return out;
}

static bool is_accent(ucs4_t uc)
{
	return uc >= 0x0300 && uc <= 0x036f; /* Combining Diacritical Marks */
}

/* e of the Vietnamese letter with two accents; what is more than a letter with
 * accents stays what it is. */
static ucs4_t base_letter(ucs4_t uc)
{
	ucs4_t parts[UC_DECOMPOSITION_MAX_LENGTH];

	while (uc_canonical_decomposition(uc, parts) == 2 && is_accent(parts[1]))
		uc = parts[0];
	return uc;
}

char *text_bare(const char *s)
{
	struct str out = STR_INIT;
	size_t n = strlen(s), len;
	ucs4_t uc;

	for (; n; s += len, n -= len) {
		len = ascii_run(s);
		str_addn(&out, s, len);
		if (len)
			continue;
		len = utf8_decode(s, n, &uc);
		if (!is_accent(uc))
			utf8_add(&out, base_letter(uc));
	}
	return str_detach(&out);
}

bool text_contains(const char *haystack, const char *folded_needle)
{
	char *folded = text_fold(haystack), *base, *needle;
	bool found = strstr(folded, folded_needle) != NULL;

	/* who searches types novak for Novák; the other way round counts too */
	if (!found && (folded[ascii_run(folded)] || folded_needle[ascii_run(folded_needle)])) {
		base = text_bare(folded);
		needle = text_bare(folded_needle);
		found = strstr(base, needle) != NULL;
		free(base);
		free(needle);
	}
	free(folded);
	return found;
}

/* The next byte of what is compared: lower case, a white space run as one
 * blank, none at the end; 0 when nothing is left. */
static int next_byte(const char **s)
{
	const char *p = *s;
	int c = (unsigned char)ascii_lower(*p);

	if (!ascii_space(*p)) {
		*s += c ? 1 : 0;
		return c;
	}
	while (ascii_space(*p))
		p++;
	*s = p;
	return *p ? ' ' : 0;
}

static const char *behind_spaces(const char *s)
{
	while (ascii_space(*s))
		s++;
	return s;
}

static int compare_numbers(const char **a, const char **b)
{
	size_t an, bn;
	int order;

	*a += strspn(*a, "0");
	*b += strspn(*b, "0");
	an = strspn(*a, "0123456789");
	bn = strspn(*b, "0123456789");
	order = an == bn ? memcmp(*a, *b, an) : (an > bn) - (an < bn);
	*a += an;
	*b += bn;
	return order;
}

/* *sure becomes false when bytes beyond ASCII had, or could have, a say. */
static int compare_naturally(const char *a, const char *b, bool *sure)
{
	int order, x = '0', y = '0';

	a = behind_spaces(a);
	b = behind_spaces(b);
	do {
		if (ascii_digit(*a) && ascii_digit(*b)) {
			order = compare_numbers(&a, &b);
		} else {
			x = next_byte(&a);
			y = next_byte(&b);
			order = x - y;
		}
		*sure = *sure && x < 0x80 && y < 0x80 && ascii_is(*a) && ascii_is(*b);
	} while (!order && x);
	return order;
}

/* Decides between what is the same to compare_naturally(): 1 and 01. */
static int compare_bytes(const char *a, const char *b)
{
	int x, y;

	a = behind_spaces(a);
	b = behind_spaces(b);
	do {
		x = next_byte(&a);
		y = next_byte(&b);
	} while (x == y && x);
	return x - y;
}

static int compare_folded(const char *a, const char *b)
{
	char *af = text_fold(a), *bf = text_fold(b);
	char *abase = text_bare(af), *bbase = text_bare(bf);
	bool sure = true;
	int order = compare_naturally(abase, bbase, &sure);

	if (!order)
		order = compare_bytes(af, bf);
	free(abase);
	free(bbase);
	free(af);
	free(bf);
	return order;
}

int text_compare(const char *a, const char *b)
{
	bool sure = true;
	int order = compare_naturally(a, b, &sure);

	if (!sure)
		order = compare_folded(a, b);
	else if (!order)
		order = compare_bytes(a, b);
	return (order > 0) - (order < 0);
}

/* ---- Sort keys ---- */

/* A number by how long it is, then its digits. The first byte stands for the digit
 * that other bytes are compared with. */
static void key_number(struct str *out, const char **s)
{
	size_t n, i;

	*s += strspn(*s, "0");
	n = strspn(*s, "0123456789");
	str_addc(out, '0');
	for (i = n; i >= 255; i -= 255)
		str_addc(out, (char)255);
	str_addc(out, (char)i);
	str_addn(out, *s, n);
	*s += n;
}

/* What compare_naturally() sees. */
static void key_natural(struct str *out, const char *s)
{
	int c = 1;

	s = behind_spaces(s);
	while (c) {
		if (ascii_digit(*s)) {
			key_number(out, &s);
		} else {
			c = next_byte(&s);
			str_addc(out, (char)c);
		}
	}
}

/* What compare_bytes() sees. */
static void key_bytes(struct str *out, const char *s)
{
	int c;

	s = behind_spaces(s);
	while ((c = next_byte(&s)))
		str_addc(out, (char)c);
}

void text_sort_key(const char *s, struct str *out)
{
	char *folded, *base;

	if (!s[ascii_run(s)]) {
		key_natural(out, s);
		key_bytes(out, s);
		return;
	}
	folded = text_fold(s);
	base = text_bare(folded);
	key_natural(out, base);
	key_bytes(out, folded);
	free(base);
	free(folded);
}
