#include "config.h"

#include "isms/exchange/csv_write.h"

#include <string.h>

void csv_bom(FILE *out)
{
	fputs("\xef\xbb\xbf", out);
}

bool csv_needs_mark(const char *s, size_t n)
{
	static const char *const wide[] = {"＝", "＋", "－", "＠"};
	const char first_byte = '\xef'; /* of all of these */
	size_t i;

	if (!n)
		return false;
	switch (*s) {
	case '=':
	case '+':
	case '-':
	case '@':
	case '\t':
	case '\r':
	case '\n':
	case '\'':
		return true;
	}
	for (i = 0; *s == first_byte && i < sizeof(wide) / sizeof(*wide); i++)
		if (n >= strlen(wide[i]) && !memcmp(s, wide[i], strlen(wide[i])))
			return true;
	return false;
}

static void quoted(struct str *row, const char *s, size_t n)
{
	const char *end = s + n, *quote;

	str_addc(row, '"');
	while ((quote = memchr(s, '"', (size_t)(end - s))) != NULL) {
		str_addn(row, s, (size_t)(quote + 1 - s));
		str_addc(row, '"');
		s = quote + 1;
	}
	str_addn(row, s, (size_t)(end - s));
	str_addc(row, '"');
}

void csv_text(struct str *row, const char *s, size_t n, bool more)
{
	size_t at;

	if (more)
		str_addc(row, ',');
	at = row->len;
	quoted(row, s, n);
	if (csv_needs_mark(s, n))
		str_insert(row, at + 1, "'", 1);
}

void csv_number(struct str *row, long long num, bool more)
{
	if (more)
		str_addc(row, ',');
	str_addi(row, num);
}

void csv_null(struct str *row, bool more)
{
	if (more)
		str_addc(row, ',');
}

void csv_end(struct str *row, FILE *out)
{
	str_add(row, "\r\n");
	fwrite(row->s, 1, row->len, out);
	str_clear(row);
}

/* The other delimiters need no quotes by RFC 4180; with them nobody takes the
 * file for one that they part. */
static bool needs_quotes(const char *s, size_t n)
{
	size_t i;

	if (!n || s[0] == ' ' || s[n - 1] == ' ')
		return true;
	for (i = 0; i < n; i++)
		switch (s[i]) {
		case '"':
		case ',':
		case ';':
		case '|':
		case '\t':
		case '\r':
		case '\n':
		case '\0':
			return true;
		}
	return false;
}

void csv_raw(struct str *row, const char *s, size_t n, bool more)
{
	if (more)
		str_addc(row, ',');
	if (needs_quotes(s, n))
		quoted(row, s, n);
	else
		str_addn(row, s, n);
}
