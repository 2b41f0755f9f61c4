#include "config.h"

#include "isms/util/text.h"

#include <stdlib.h>
#include <string.h>

#include <criterion/criterion.h>

#define ACUTE "\u0301"
#define ZWJ "\u200d"
#define CIRCLE "\u25cc"
#define FLAG_DE "\U0001f1e9\U0001f1ea"
#define FLAG_FR "\U0001f1eb\U0001f1f7"
#define THUMB "\U0001f44d"
#define THUMB_DARK "\U0001f44d\U0001f3ff"
#define MAN "\U0001f468"
#define WOMAN "\U0001f469"
#define HAN "\u6f22" /* two cells */

Test(text, valid)
{
	cr_expect(text_valid("", 0));
	cr_expect(text_valid("caf\u00e9 " HAN, 9));
	cr_expect(text_valid("a\0b", 3));
	cr_expect_not(text_valid("\xff", 1));
	cr_expect_not(text_valid("\xc3", 1), "cut short");
	cr_expect_not(text_valid("\xc0\xaf", 2), "overlong");
	cr_expect_not(text_valid("\xed\xa0\x80", 3), "surrogate");
	cr_expect_not(text_valid("\xf4\x90\x80\x80", 4), "above U+10FFFF");
}

Test(text, width)
{
	cr_expect_eq(text_width(""), 0);
	cr_expect_eq(text_width("Risk"), 4);
	cr_expect_eq(text_width("caf\u00e9"), 4);
	cr_expect_eq(text_width("cafe" ACUTE), 4);
	cr_expect_eq(text_width(HAN HAN "!"), 5);
	cr_expect_eq(text_width("\uff21"), 2, "full width");
	cr_expect_eq(text_width("\uff71"), 1, "half width");
	cr_expect_eq(text_width("\ud55c"), 2, "Hangul syllable");
	cr_expect_eq(text_width("\u1112\u1161\u11ab"), 2, "the same of its letters");
	cr_expect_eq(text_width(THUMB), 2);
	cr_expect_eq(text_width(FLAG_DE), 2);
	cr_expect_eq(text_width("\u05d0\u05d1"), 2, "Hebrew");
	cr_expect_eq(text_width("\ufffd"), 1);
	cr_expect_eq(text_width_n("abc" HAN, 2), 2);
	cr_expect_eq(text_width_n("a\nb", 3), 3);
}

Test(text, fit_cuts_between_graphemes)
{
	int used = -1;

	cr_expect_eq(text_fit("Risk", 10, &used), 4u);
	cr_expect_eq(used, 4);
	cr_expect_eq(text_fit("Risk", 3, &used), 3u);
	cr_expect_eq(used, 3);
	cr_expect_eq(text_fit("Risk", 0, &used), 0u);
	cr_expect_eq(used, 0);
	cr_expect_eq(text_fit("Risk", -1, &used), 0u);
	cr_expect_eq(text_fit(HAN HAN, 3, &used), 3u, "half a character is none");
	cr_expect_eq(used, 2);
	cr_expect_eq(text_fit("e" ACUTE "x", 1, &used), 3u, "the accent stays");
	cr_expect_eq(used, 1);
	cr_expect_eq(text_fit("a" FLAG_DE, 2, &used), 1u, "half a flag is none");
	cr_expect_eq(text_fit(FLAG_DE FLAG_FR, 3, &used), 8u);
	cr_expect_eq(text_fit("abc", 2, NULL), 2u);
}

Test(text, next_and_prev_agree)
{
	static const struct {
		const char *s;
		size_t lens[6];
	} cases[] = {
		{"ab", {1, 1}},
		{"e" ACUTE ACUTE "x", {5, 1}},
		{"\r\na", {2, 1}},
		{FLAG_DE FLAG_FR "x", {8, 8, 1}},
		{FLAG_DE FLAG_FR "\U0001f1e6", {8, 8, 4}},
		{THUMB_DARK "!", {8, 1}},
		{MAN ZWJ WOMAN ZWJ MAN THUMB, {18, 4}},
		{"a" ZWJ MAN, {4, 4}}, /* ZWJ joins emoji only */
		{"\u2764\ufe0f" ZWJ THUMB, {13}},
		{"\u1112\u1161\u11ab\ud55c", {9, 3}},
		{"\xff\xc3x", {1, 1, 1}},
		{"a\n" ACUTE, {1, 1, 2}},
		{"", {0}},
	};
	size_t i, k, at;

	for (i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		const char *s = cases[i].s;

		for (k = 0, at = 0; cases[i].lens[k]; at += cases[i].lens[k++])
			cr_expect_eq(text_next(s + at), cases[i].lens[k], "case %zu, next at %zu",
				     i, at);
		cr_expect_eq(at, strlen(s), "case %zu is told whole", i);
		cr_expect_eq(text_next(s + at), 0u);
		while (k-- > 0) {
			cr_expect_eq(text_prev(s, at), cases[i].lens[k], "case %zu, prev at %zu", i,
				     at);
			at -= cases[i].lens[k];
		}
		cr_expect_eq(text_prev(s, 0), 0u);
	}
}

Test(text, a_very_long_grapheme_is_one)
{
	struct str str = STR_INIT;
	size_t i;

	str_add(&str, "abce");
	for (i = 0; i < 500; i++)
		str_add(&str, ACUTE);
	str_add(&str, "xyz");
	cr_expect_eq(text_next(str.s + 3), 1001u);
	cr_expect_eq(text_prev(str.s, 1004), 1001u);
	str_release(&str);
}

static void must_pad(const char *s, int cells, bool right, const char *expected)
{
	struct str str = STR_INIT;

	text_pad(&str, s, cells, right);
	cr_expect_str_eq(str_get(&str), expected, "'%s' to %d: '%s' is not '%s'", s, cells,
			 str_get(&str), expected);
	str_release(&str);
}

Test(text, pad)
{
	must_pad("ab", 4, false, "ab  ");
	must_pad("ab", 4, true, "  ab");
	must_pad("abcd", 4, false, "abcd");
	must_pad("abcde", 4, false, "abc~");
	must_pad("abcde", 4, true, "abc~");
	must_pad("abc", 1, false, "~");
	must_pad("abc", 0, false, "");
	must_pad("abc", -3, true, "");
	must_pad("", 2, false, "  ");
	must_pad(HAN HAN, 4, false, HAN HAN);
	must_pad(HAN HAN, 3, false, HAN "~");
	must_pad(HAN HAN HAN, 4, false, HAN " ~");
	must_pad(HAN HAN HAN, 4, true, " " HAN "~");
	must_pad("e" ACUTE "e" ACUTE "e", 2, false, "e" ACUTE "~");
	must_pad("a\tb\nc\r\nd", 10, false, "a b c  d  ");
}

Test(text, pad_appends)
{
	struct str str = STR_INIT;

	str_add(&str, "a\tb|");
	text_pad(&str, "c\td", 4, false);
	cr_expect_str_eq(str_get(&str), "a\tb|c d ", "only what is new is put on one line");
	str_release(&str);
}

/* expected has its lines joined with '|'. */
static void must_wrap(const char *s, int cells, const char *expected)
{
	struct strv lines = STRV_INIT;
	struct str joined = STR_INIT;
	size_t i;

	text_wrap(&lines, s, cells);
	for (i = 0; i < lines.n; i++)
		str_addf(&joined, "%s%s", i ? "|" : "", lines.v[i]);
	cr_expect_str_eq(str_get(&joined), expected, "'%s' to %d: '%s' is not '%s'", s, cells,
			 str_get(&joined), expected);
	cr_expect_geq(lines.n, 1u);
	str_release(&joined);
	strv_release(&lines);
}

Test(text, wrap)
{
	must_wrap("", 10, "");
	must_wrap("fits", 10, "fits");
	must_wrap("the quick brown fox", 10, "the quick|brown fox");
	must_wrap("the quick brown fox", 9, "the quick|brown fox");
	must_wrap("the quick brown fox", 5, "the|quick|brown|fox");
	must_wrap("the   quick   ", 5, "the|quick");
	must_wrap("abcdefgh", 3, "abc|def|gh");
	must_wrap("ab cdefgh", 4, "ab|cdef|gh");
	must_wrap("one\ntwo\n\nthree\n", 10, "one|two||three|");
	must_wrap("  indented text", 10, "  indented|text");
	must_wrap("  indented", 5, "  ind|ented");
	must_wrap(HAN HAN HAN, 5, HAN HAN "|" HAN);
	must_wrap(HAN "a", 1, "~|a");
	must_wrap("abc", 0, "a|b|c");
	must_wrap("e" ACUTE "e" ACUTE, 1, "e" ACUTE "|e" ACUTE);
	must_wrap("ab " ACUTE "cd", 3, "ab " ACUTE "|cd");
}

static void must_fold(const char *s, const char *expected)
{
	char *folded = text_fold(s);

	cr_expect_str_eq(folded, expected, "'%s' is folded to '%s', not '%s'", s, folded, expected);
	free(folded);
}

Test(text, fold)
{
	must_fold("", "");
	must_fold("ABC xyz", "abc xyz");
	must_fold("  a \t\r\n b  ", "a b");
	must_fold("Stra\u00dfe", "strasse");
	must_fold("STRASSE", "strasse");
	must_fold("STRA\u1e9eE", "strasse");
	must_fold("\ufb01le", "file");	 /* ligature */
	must_fold("\uff21\uff11", "a1"); /* full width */
	must_fold("\u210cARM", "harm");	 /* a letter that NFKC makes a capital */
	must_fold("cafe" ACUTE, "caf\u00e9");
	must_fold("CAFE" ACUTE, "caf\u00e9");
	must_fold("\u03a3\u03c3\u03c2", "\u03c3\u03c3\u03c3");
	must_fold("\u00a0a\u00a0\u2003 b\u2028", "a b");
	must_fold("a\xff\xc3", "a\ufffd\ufffd");
}

/* How memcmp() orders the keys, the shorter first. */
static int order_of_keys(const char *a, const char *b)
{
	struct str x = STR_INIT, y = STR_INIT;
	int order;

	text_sort_key(a, &x);
	text_sort_key(b, &y);
	order = memcmp(str_get(&x), str_get(&y), x.len < y.len ? x.len : y.len);
	if (!order)
		order = (x.len > y.len) - (x.len < y.len);
	str_release(&x);
	str_release(&y);
	return (order > 0) - (order < 0);
}

static void must_order(const char *less, const char *more)
{
	cr_expect_eq(order_of_keys(less, more), -1, "keys of '%s' < '%s'", less, more);
	cr_expect_eq(text_compare(less, more), -1, "'%s' < '%s'", less, more);
	cr_expect_eq(text_compare(more, less), 1, "'%s' > '%s'", more, less);
}

static void must_be_same(const char *a, const char *b)
{
	cr_expect_eq(order_of_keys(a, b), 0, "keys of '%s' = '%s'", a, b);
	cr_expect_eq(text_compare(a, b), 0, "'%s' = '%s'", a, b);
	cr_expect_eq(text_compare(b, a), 0, "'%s' = '%s'", b, a);
}

Test(text, compare)
{
	must_order("A.5.2", "A.5.10");
	must_order("a.5.2", "A.5.10");
	must_order("R-9", "R-0010");
	must_order("R-0009", "R-10");
	must_order("01", "1"); /* as strverscmp() has it */
	must_order("a1", "a01b");
	must_order("99999999999999999999999", "100000000000000000000000");
	must_order("", "a");
	must_order("a", "ab");
	must_order("a", "B");
	must_order("a b", "ab");
	must_order("12", "a");
	must_be_same("", "");
	must_be_same("", "  ");
	must_be_same("Risk", "rISK");
	must_be_same(" a  b ", "A B");
	must_be_same("Stra\u00dfe", "STRASSE");
	must_be_same("caf\u00e9", "CAFE" ACUTE);
	must_be_same("\uff15", "5");
	must_order("\u00c4rger", "Arzt");
	must_order("arger", "\u00c4rger");
	must_order("\u00c4rger", "b");
	must_order("\u1ebfa", "eb"); /* Vietnamese: two accents on one letter */
	must_order("\ud55c", "\ud55d");
	must_order("zebra", "\u0416");
	must_order("A.5.2 \u00e9", "A.5.10 \u00e9");
	must_order("1\uff10", "11"); /* digits of both sorts are one number */
	must_order("9", "1\uff10");
	must_order("a\u00a0", "ab");
	must_be_same("a\u00a0", "a");
}

static int compare_items(const void *a, const void *b)
{
	const struct str *x = a, *y = b;

	return text_compare(str_get(x), str_get(y));
}

/* Texts of what the fast way and the thorough way of comparing both meet. */
Test(text, compare_never_goes_in_circles)
{
	static const char *const parts[] = {
		"",	  "a",	    "A",      "b",	"0",	  "1", "10", " ",    "\u00a0",
		"\u00e4", "\u00c4", "\u0308", "\uff11", "\u00df", "s", ".",  "\xff",
	};
	enum { PARTS = sizeof(parts) / sizeof(parts[0]), TEXTS = PARTS * PARTS * PARTS };
	static struct str texts[TEXTS];
	size_t i, k;

	for (i = 0; i < TEXTS; i++)
		str_addf(&texts[i], "%s%s%s", parts[i % PARTS], parts[i / PARTS % PARTS],
			 parts[i / PARTS / PARTS]);
	qsort(texts, TEXTS, sizeof(texts[0]), compare_items);
	for (i = 0; i < TEXTS; i++)
		for (k = i + 1; k < TEXTS; k += 1 + (k - i) / 4)
			cr_assert_leq(compare_items(&texts[i], &texts[k]), 0, "'%s' > '%s'",
				      texts[i].s, texts[k].s);
	for (i = 0; i < TEXTS; i++)
		str_release(&texts[i]);
}

/* uc between two x, for it is folded alone and among others. */
static void put_between(struct str *str, unsigned uc)
{
	str_clear(str);
	str_addc(str, 'x');
	if (uc < 0x800) {
		str_addc(str, (char)(0xc0 | uc >> 6));
	} else if (uc < 0x10000) {
		str_addc(str, (char)(0xe0 | uc >> 12));
		str_addc(str, (char)(0x80 | (uc >> 6 & 0x3f)));
	} else {
		str_addc(str, (char)(0xf0 | uc >> 18));
		str_addc(str, (char)(0x80 | (uc >> 12 & 0x3f)));
		str_addc(str, (char)(0x80 | (uc >> 6 & 0x3f)));
	}
	str_addc(str, (char)(0x80 | (uc & 0x3f)));
	str_addc(str, 'x');
}

/* Whatever the character: folding what is folded changes nothing, and the
 * quick way does what the general one does, which U+FFFD enforces. */
Test(text, fold_every_character)
{
	struct str str = STR_INIT;
	unsigned uc;

	for (uc = 0x80; uc < 0x20000; uc++) {
		char *once, *twice, *general;

		if (uc >= 0xd800 && uc < 0xe000)
			continue;
		put_between(&str, uc);
		once = text_fold(str_get(&str));
		twice = text_fold(once);
		str_add(&str, "\ufffd");
		general = text_fold(str_get(&str));
		cr_assert_str_eq(once, twice, "U+%04X", uc);
		cr_assert_eq(strncmp(general, once, strlen(once)), 0, "U+%04X", uc);
		cr_assert_str_eq(general + strlen(once), "\ufffd", "U+%04X", uc);
		free(once);
		free(twice);
		free(general);
	}
	str_release(&str);
}

Test(text, contains)
{
	cr_expect(text_contains("Loss of a Device", "a dev"));
	cr_expect(text_contains("HAUPTSTRA\u1e9eE", "strasse"));
	cr_expect(text_contains("anything", ""));
	cr_expect(text_contains("two\n  lines", "two lines"));
	cr_expect(text_contains("Eva Nov\u00e1kov\u00e1", "novakova"), "accents may be left out");
	cr_expect(text_contains("Novak", "nov\u00e1k"));
	cr_expect_not(text_contains("Nov\u00e1k", "novok"));
	cr_expect_not(text_contains("Loss", "lost"));
	cr_expect_not(text_contains("", "x"));
}

/* ---- harmless ---- */

static void must_show_n(const char *s, size_t n, enum harmless mode, const char *expected)
{
	struct str str = STR_INIT;

	text_harmless(&str, s, n, mode);
	cr_expect_str_eq(str_get(&str), expected, "'%s' is not '%s'", str_get(&str), expected);
	cr_expect_eq(str.len, strlen(expected));
	str_release(&str);
}

static void must_show(const char *s, const char *expected)
{
	must_show_n(s, strlen(s), HARMLESS_LINE, expected);
	must_show_n(s, strlen(s), HARMLESS_BLOCK, expected);
}

Test(harmless, leaves_text_alone)
{
	must_show("", "");
	must_show("A.5.10 ~ <b>100%</b>", "A.5.10 ~ <b>100%</b>");
	must_show("caf\u00e9 \u0416 \u05d0 " HAN " " THUMB,
		  "caf\u00e9 \u0416 \u05d0 " HAN " " THUMB);
	must_show("a\u00a0b\u2003c", "a\u00a0b\u2003c");
	must_show(FLAG_DE THUMB_DARK, FLAG_DE THUMB_DARK);
	must_show("\ufffd", "\ufffd");
	/* Burmese: vowel signs that take cells do not count as marks */
	must_show("\u1000\u103c\u102d\u102f\u1038", "\u1000\u103c\u102d\u102f\u1038");
}

Test(harmless, invalid_utf8_byte_by_byte)
{
	must_show("a\xff"
		  "b",
		  "a\ufffdb");
	must_show("\xc3", "\ufffd");
	must_show("\xe6\xbc", "\ufffd\ufffd");
	must_show("\xe6\xbc"
		  "a",
		  "\ufffd\ufffd"
		  "a");
	must_show("\xc0\x9b[2J", "\ufffd\ufffd[2J"); /* an overlong ESC */
	must_show("\xed\xa0\x80", "\ufffd\ufffd\ufffd");
	must_show("\xf4\x90\x80\x80", "\ufffd\ufffd\ufffd\ufffd");
	must_show("\x9b"
		  "2J",
		  "\ufffd2J"); /* C1 of 8-bit terminals */
}

Test(harmless, controls_are_shown)
{
	must_show("\x1b[31mred\a", "<U+001B>[31mred<U+0007>");
	must_show("\x7f", "<U+007F>");
	must_show("\xc2\x9b"
		  "2J\xc2\x85",
		  "<U+009B>2J<U+0085>");
	must_show_n("a\0b", 3, HARMLESS_LINE, "a<U+0000>b");
	must_show("good\rbad", "good<U+000D>bad");
	must_show("a\v\fb\b", "a<U+000B><U+000C>b<U+0008>");
}

Test(harmless, format_private_and_unassigned_are_shown)
{
	must_show("\u202egnp.exe", "<U+202E>gnp.exe");
	must_show("\u2066a\u2069\u200f", "<U+2066>a<U+2069><U+200F>");
	must_show("a\u200bb\u200c\u2060\ufeff", "a<U+200B>b<U+200C><U+2060><U+FEFF>");
	must_show("\U000e0041", "<U+E0041>"); /* tag: text that cannot be seen */
	must_show("\ue000\U0010fffd", "<U+E000><U+10FFFD>");
	must_show("\u0378\uffff\U0001fffe", "<U+0378><U+FFFF><U+1FFFE>");
}

Test(harmless, ordinary_format_characters_are_dropped)
{
	must_show("Sicher\u00adheit", "Sicherheit");
	must_show(MAN ZWJ WOMAN, MAN WOMAN);
	must_show("\u2764\ufe0f", "\u2764");
	must_show("\u845b\U000e0100", "\u845b");
}

Test(harmless, two_marks_are_enough)
{
	must_show("e" ACUTE, "e" ACUTE);
	must_show("e" ACUTE ACUTE, "e" ACUTE ACUTE);
	must_show("e" ACUTE ACUTE ACUTE "x" ACUTE, "e" ACUTE ACUTE "x" ACUTE);
	must_show("e" ACUTE ZWJ ACUTE "\ufe0f" ACUTE, "e" ACUTE ACUTE);
	must_show("e\u20dd\u20dd\u20dd", "e\u20dd\u20dd"); /* enclosing ones too */
	must_show("\u1112\u1161\u11ab\u11ab\u11ab", "\u1112\u1161\u11ab");
	must_show("\u0e17\u0e35\u0e48", "\u0e17\u0e35\u0e48"); /* Thai needs two */
}

Test(harmless, leading_mark_gets_a_circle)
{
	must_show(ACUTE, CIRCLE ACUTE);
	must_show(ACUTE ACUTE ACUTE "x", CIRCLE ACUTE ACUTE "x");
	must_show("\u00ad" ACUTE, CIRCLE ACUTE);
	must_show("\x01" ACUTE, "<U+0001>" ACUTE);
	must_show("\xff" ACUTE, "\ufffd" ACUTE);
	must_show_n("a\n" ACUTE, 4, HARMLESS_BLOCK, "a\n" CIRCLE ACUTE);
	must_show_n("a\n" ACUTE, 4, HARMLESS_LINE, "a " ACUTE);
}

Test(harmless, line_breaks_and_tabs)
{
	static const char text[] = "a\tb\nc\r\nd\u2028e\u2029\n\n.";

	must_show_n(text, sizeof(text) - 1, HARMLESS_LINE, "a b c d e   .");
	must_show_n(text, sizeof(text) - 1, HARMLESS_BLOCK, "a b\nc\nd\ne\n\n\n.");
	must_show("\r", "<U+000D>");
	must_show_n("\r\n", 1, HARMLESS_BLOCK, "<U+000D>");
}

Test(harmless, appends_and_reads_n_bytes_only)
{
	struct str str = STR_INIT;
	const char unended[] = {'a', '\xc3'};

	str_add(&str, "x");
	text_harmless(&str, unended, sizeof(unended), HARMLESS_LINE);
	text_harmless(&str, ACUTE, 2, HARMLESS_LINE);
	cr_expect_str_eq(str_get(&str), "xa\ufffd" CIRCLE ACUTE, "no mark reaches what is there");
	str_release(&str);
}

Test(text, the_valid_part)
{
	const char *const odd[] = {"\xff", "\xc3", "\xc0\xaf", "\xed\xa0\x80", "\xe2\x82"};
	struct str s = STR_INIT;
	size_t i, before;

	for (before = 0; before < 40; before++) {
		str_clear(&s);
		for (i = 0; i < before; i++)
			str_add(&s, i % 7 == 3 ? "é" : "a");
		cr_expect_eq(text_valid_n(str_get(&s), s.len), s.len);
		for (i = 0; i < sizeof(odd) / sizeof(*odd); i++) {
			size_t good = s.len;

			str_add(&s, odd[i]);
			str_add(&s, " more than eight bytes");
			cr_expect_eq(text_valid_n(s.s, s.len), good, "%zu %zu", before, i);
			str_cut(&s, good);
		}
	}
	str_release(&s);
}
