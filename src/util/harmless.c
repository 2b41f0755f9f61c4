/* text_harmless(): what stands between any text and a terminal. */
#include "config.h"

#include "isms/util/text.h"

#include <stdint.h>

#include <unictype.h>

#include "isms/util/ascii.h"
#include "utf8.h"

#define DOTTED_CIRCLE "\xe2\x97\x8c"
#define MARKS_MAX 2

enum sort { PLAIN, MARK, LINE_BREAK, BLANK, DROPPED, SHOWN };

static enum sort sort_of(ucs4_t uc)
{
	const uint32_t harmful = UC_CATEGORY_MASK_Cc | UC_CATEGORY_MASK_Cf | UC_CATEGORY_MASK_Cs |
				 UC_CATEGORY_MASK_Co | UC_CATEGORY_MASK_Cn;
	const uint32_t marks = UC_CATEGORY_MASK_Mn | UC_CATEGORY_MASK_Me;
	const ucs4_t soft_hyphen = 0xad, line_separator = 0x2028, paragraph_separator = 0x2029;

	if (uc == '\n' || uc == line_separator || uc == paragraph_separator)
		return LINE_BREAK;
	if (uc == '\t')
		return BLANK;
	if (uc == soft_hyphen || uc == UTF8_ZWJ || uc_is_property_variation_selector(uc))
		return DROPPED;
	if (uc_is_general_category_withtable(uc, harmful))
		return SHOWN;
	/* Hangul vowels and finals take no cell either, and pile up as well */
	if (uc_is_general_category_withtable(uc, marks) || !utf8_cells(uc))
		return MARK;
	return PLAIN;
}

/* A mark goes on what came before; marks counts those that stand there,
 * -1 when nothing does. */
static void add_mark(struct str *out, const char *s, size_t n, int *marks)
{
	if (*marks < 0) {
		str_add(out, DOTTED_CIRCLE);
		*marks = 0;
	}
	if (*marks < MARKS_MAX) {
		str_addn(out, s, n);
		++*marks;
	}
}

/* One character that is not printable ASCII; returns its bytes. */
static size_t add_harmless(struct str *out, const char *s, size_t n, enum harmless mode, int *marks)
{
	ucs4_t uc;
	size_t len = utf8_decode(s, n, &uc);

	if (uc == '\r' && n > 1 && s[1] == '\n')
		return len; /* CR LF is one line break; a CR alone is shown */
	switch (sort_of(uc)) {
	case DROPPED:
		break;
	case MARK:
		add_mark(out, s, len, marks);
		break;
	case LINE_BREAK:
		str_addc(out, mode == HARMLESS_BLOCK ? '\n' : ' ');
		*marks = mode == HARMLESS_BLOCK ? -1 : 0;
		break;
	case BLANK:
		str_addc(out, ' ');
		*marks = 0;
		break;
	case SHOWN:
		str_addf(out, "<U+%04X>", (unsigned)uc);
		*marks = 0;
		break;
	case PLAIN:
		utf8_add(out, uc); /* not the bytes: they may be invalid */
		*marks = 0;
		break;
	}
	return len;
}

void text_harmless(struct str *out, const char *s, size_t n, enum harmless mode)
{
	int marks = -1;
	size_t at = 0, run;

	while (at < n) {
		for (run = at; run < n && ascii_printable(s[run]); run++)
			;
		if (run > at) {
			str_addn(out, s + at, run - at);
			at = run;
			marks = 0;
		} else {
			at += add_harmless(out, s + at, n - at, mode, &marks);
		}
	}
}
