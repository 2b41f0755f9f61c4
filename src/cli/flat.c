#include "config.h"

#include <string.h>

#include "private.h"

#define HEX "0123456789abcdef"

/* Four hexadecimal digits, -1 when they are none. */
static long four(const char *p)
{
	long n = 0;
	int i;

	for (i = 0; i < 4; i++) {
		const char *at = p[i] ? strchr(HEX HEX, p[i] | 0x20) : NULL;

		if (!at)
			return -1;
		n = n * 16 + (at - (HEX HEX)) % 16;
	}
	return n;
}

static void put_utf8(struct str *out, long c)
{
	if (c < 0x80) {
		str_addc(out, (char)c);
	} else if (c < 0x800) {
		str_addc(out, (char)(0xc0 | c >> 6));
		str_addc(out, (char)(0x80 | (c & 0x3f)));
	} else if (c < 0x10000) {
		str_addc(out, (char)(0xe0 | c >> 12));
		str_addc(out, (char)(0x80 | (c >> 6 & 0x3f)));
		str_addc(out, (char)(0x80 | (c & 0x3f)));
	} else {
		str_addc(out, (char)(0xf0 | c >> 18));
		str_addc(out, (char)(0x80 | (c >> 12 & 0x3f)));
		str_addc(out, (char)(0x80 | (c >> 6 & 0x3f)));
		str_addc(out, (char)(0x80 | (c & 0x3f)));
	}
}

/* What stands behind a backslash; returns where to go on, NULL when it is none. */
static const char *escape(const char *p, struct str *out)
{
	static const char from[] = "\"\\/bfnrt", to[] = "\"\\/\b\f\n\r\t";
	const char *at = *p ? strchr(from, *p) : NULL;
	long c, low;

	if (at) {
		str_addc(out, to[at - from]);
		return p + 1;
	}
	if (*p != 'u' || (c = four(p + 1)) < 0)
		return NULL;
	p += 5;
	if (c >= 0xd800 && c < 0xdc00 && p[0] == '\\' && p[1] == 'u' &&
	    (low = four(p + 2)) >= 0xdc00 && low < 0xe000) {
		c = 0x10000 + ((c - 0xd800) << 10) + (low - 0xdc00);
		p += 6;
	}
	put_utf8(out, c);
	return p;
}

static bool text(const char **p, struct str *out)
{
	const char *s = *p;

	if (*s++ != '"')
		return false;
	while (s && *s && *s != '"') {
		if (*s == '\\')
			s = escape(s + 1, out);
		else
			str_addc(out, *s++);
	}
	if (!s || *s != '"')
		return false;
	*p = s + 1;
	return true;
}

bool flat_next(const char **p, struct str *key, struct str *value)
{
	str_clear(key);
	str_clear(value);
	*p += strspn(*p, "{, \n");
	if (!text(p, key))
		return false;
	*p += strspn(*p, ": ");
	if (**p == '"')
		return text(p, value);
	if (strncmp(*p, "null", 4)) {
		size_t n = strcspn(*p, ",} ");

		str_addn(value, *p, n);
		*p += n;
	} else {
		*p += 4;
	}
	return true;
}
