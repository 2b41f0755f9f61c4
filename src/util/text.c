#include "config.h"

#include "isms/util/text.h"

#include <limits.h>
#include <stdint.h>
#include <string.h>

#include <unictype.h>
#include <unigbrk.h>
#include <unistr.h>

#include "isms/util/ascii.h"
#include "isms/util/mem.h"
#include "utf8.h"

/* Most text is ASCII: eight bytes at a time. */
static size_t ascii_n(const char *s, size_t n)
{
	const uint64_t high = 0x8080808080808080u;
	uint64_t word;
	size_t at = 0;

	for (; n - at >= sizeof(word); at += sizeof(word)) {
		memcpy(&word, s + at, sizeof(word));
		if (word & high)
			break;
	}
	while (at < n && ascii_is(s[at]))
		at++;
	return at;
}

size_t text_valid_n(const char *s, size_t n)
{
	size_t at = 0;
	ucs4_t uc;
	int len;

	for (;;) {
		at += ascii_n(s + at, n - at);
		len = at < n ? u8_mbtoucr(&uc, (const uint8_t *)s + at, n - at) : 0;
		if (len <= 0)
			return at;
		at += (size_t)len;
	}
}

bool text_valid(const char *s, size_t n)
{
	return text_valid_n(s, n) == n;
}

/* ---- graphemes (Unicode Standard Annex #29) ---- */

/* What the rules must remember of the grapheme so far. */
struct grapheme {
	ucs4_t last;
	bool emoji;	/* it ends with a pictograph and what extends that */
	bool half_flag; /* it is one regional indicator, without its partner */
};

static bool is_regional(ucs4_t uc)
{
	return uc >= 0x1f1e6 && uc <= 0x1f1ff;
}

static bool is_extending(ucs4_t uc)
{
	return uc == UTF8_ZWJ || uc_graphemeclusterbreak_property(uc) == GBP_EXTEND;
}

static void grapheme_begin(struct grapheme *g, ucs4_t uc)
{
	g->last = uc;
	g->emoji = uc_is_property_extended_pictographic(uc);
	g->half_flag = is_regional(uc);
}

/* Takes uc into the grapheme, or says that it begins the next one. The pairs
 * that libunistring compares are not enough for flags (GB12, GB13) and for
 * emoji that ZWJ joins (GB11). */
static bool grapheme_join(struct grapheme *g, ucs4_t uc)
{
	bool pictograph = uc_is_property_extended_pictographic(uc);

	if (is_regional(g->last) && is_regional(uc)) {
		if (!g->half_flag)
			return false;
	} else if (!(g->last == UTF8_ZWJ && g->emoji && pictograph) &&
		   uc_is_grapheme_break(g->last, uc)) {
		return false;
	}
	g->half_flag = false;
	g->emoji = pictograph || (g->emoji && is_extending(uc));
	g->last = uc;
	return true;
}

/* The grapheme at s, its bytes and its cells. A terminal gives every character
 * of it cells of its own (ncurses and xterm know no graphemes), so they add up. */
static size_t grapheme_at(const char *s, size_t n, int *cells)
{
	struct grapheme g;
	size_t len, more;
	ucs4_t uc;

	*cells = 0;
	if (!n)
		return 0;
	*cells = 1;
	if (ascii_printable(s[0]) && (n == 1 || ascii_is(s[1])))
		return 1;
	len = utf8_decode(s, n, &uc);
	*cells = utf8_cells(uc);
	grapheme_begin(&g, uc);
	for (; len < n; len += more) {
		more = utf8_decode(s + len, n - len, &uc);
		if (!grapheme_join(&g, uc))
			break;
		if (*cells < INT_MAX / 2)
			*cells += utf8_cells(uc);
	}
	return len;
}

size_t text_next(const char *s)
{
	enum { NEAR = 64, CHAR_MAX_BYTES = 4 };
	size_t n = strnlen(s, NEAR), len;
	int cells;

	/* a long text is not measured for one step of the cursor */
	len = grapheme_at(s, n, &cells);
	if (n == NEAR && len > NEAR - CHAR_MAX_BYTES)
		len = grapheme_at(s, strlen(s), &cells);
	return len;
}

static bool surely_between(char a, char b)
{
	return a == '\n' || (ascii_printable(a) && ascii_printable(b));
}

size_t text_prev(const char *s, size_t at)
{
	size_t begin = at, len = 0;
	int cells;

	/* graphemes can only be told forwards, from where one surely begins */
	while (begin > 0 && !(begin < at && surely_between(s[begin - 1], s[begin])))
		begin--;
	for (; begin < at; begin += len)
		len = grapheme_at(s + begin, at - begin, &cells);
	return len;
}

/* ---- width ---- */

int text_width(const char *s)
{
	return text_width_n(s, strlen(s));
}

int text_width_n(const char *s, size_t n)
{
	int cells = 0;
	ucs4_t uc;

	while (n && cells < INT_MAX / 2) {
		size_t len = 1;

		if (ascii_is(*s)) {
			cells++;
		} else {
			len = utf8_decode(s, n, &uc);
			cells += utf8_cells(uc);
		}
		s += len;
		n -= len;
	}
	return cells;
}

static size_t fit(const char *s, size_t n, int cells, int *used)
{
	size_t at = 0;
	int sum = 0;

	while (at < n) {
		int wide;
		size_t len = grapheme_at(s + at, n - at, &wide);

		if (wide > cells - sum)
			break;
		at += len;
		sum += wide;
	}
	*used = sum;
	return at;
}

size_t text_fit(const char *s, int cells, int *used)
{
	int sum;
	size_t len = fit(s, strlen(s), cells, &sum);

	if (used)
		*used = sum;
	return len;
}

/* ---- padding and wrapping ---- */

static void add_blanks(struct str *out, int n)
{
	while (n-- > 0)
		str_addc(out, ' ');
}

static void add_on_one_line(struct str *out, const char *s, size_t n)
{
	size_t at = out->len;

	str_addn(out, s, n);
	for (; at < out->len; at++)
		if (ascii_is(out->s[at]) && !ascii_printable(out->s[at]))
			out->s[at] = ' ';
}

void text_pad(struct str *out, const char *s, int cells, bool right)
{
	size_t n = strlen(s), len;
	int used, blanks;
	bool cut;

	if (cells <= 0)
		return;
	len = fit(s, n, cells, &used);
	cut = len < n;
	if (cut)
		len = fit(s, n, cells - 1, &used);
	blanks = cells - used - (cut ? 1 : 0);
	if (right)
		add_blanks(out, blanks);
	add_on_one_line(out, s, len);
	if (!right)
		add_blanks(out, blanks);
	if (cut)
		str_addc(out, '~');
}

/* A blank that carries no combining mark. */
static bool is_blank(const char *s, size_t n)
{
	int cells;

	return n && (*s == ' ' || *s == '\t') && grapheme_at(s, n, &cells) == 1;
}

static size_t skip_blanks(const char *s, size_t n)
{
	size_t len = 0;

	while (is_blank(s + len, n - len))
		len++;
	return len;
}

/* Where the line ends of whose n bytes len fit: behind its last word, or in
 * the word when that is all there is. */
static size_t line_end(const char *s, size_t n, size_t len)
{
	size_t indent = skip_blanks(s, n), end = len;

	if (!is_blank(s + len, n - len))
		while (end > indent && !is_blank(s + end - 1, n - end + 1))
			end--;
	if (end <= indent)
		return len;
	while (end > indent && is_blank(s + end - 1, n - end + 1))
		end--;
	return end;
}

static void wrap_line(struct strv *lines, const char *s, size_t n, int cells)
{
	do {
		int used;
		size_t len = fit(s, n, cells, &used), wide;

		if (len == n) {
			strv_take(lines, xstrndup(s, n));
			return;
		}
		if (!len) { /* a grapheme wider than the line */
			wide = grapheme_at(s, n, &used);
			strv_add(lines, "~");
		} else {
			wide = line_end(s, n, len);
			strv_take(lines, xstrndup(s, wide));
		}
		s += wide;
		n -= wide;
		len = skip_blanks(s, n);
		s += len;
		n -= len;
	} while (n);
}

void text_wrap(struct strv *lines, const char *s, int cells)
{
	for (;;) {
		size_t n = strcspn(s, "\n");

		wrap_line(lines, s, n, cells > 1 ? cells : 1);
		if (!s[n])
			break;
		s += n + 1;
	}
}
