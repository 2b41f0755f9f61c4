#include "config.h"

#include "csv_write.h"

#include <string.h>

void csv_bom(FILE *out)
{
	fputs("\xef\xbb\xbf", out);
}

bool csv_needs_mark(const char *s, size_t n)
{
	static const char *const wide[] = {"＝", "＋", "－", "＠"};
	size_t i;

	if (!n)
		return false;
	if (*s && strchr("=+-@\t\r\n'", *s))
		return true;
	for (i = 0; i < sizeof(wide) / sizeof(*wide); i++)
		if (n >= strlen(wide[i]) && !memcmp(s, wide[i], strlen(wide[i])))
			return true;
	return false;
}

static void quoted(FILE *out, const char *s, size_t n)
{
	size_t i, from = 0;

	for (i = 0; i < n; i++)
		if (s[i] == '"') {
			fwrite(s + from, 1, i + 1 - from, out);
			from = i; /* the quote once more */
		}
	fwrite(s + from, 1, n - from, out);
}

void csv_text(FILE *out, const char *s, size_t n, bool more)
{
	fputs(more ? ",\"" : "\"", out);
	if (csv_needs_mark(s, n))
		fputc('\'', out);
	quoted(out, s, n);
	fputc('"', out);
}

void csv_number(FILE *out, long long num, bool more)
{
	fprintf(out, "%s%lld", more ? "," : "", num);
}

void csv_null(FILE *out, bool more)
{
	if (more)
		fputc(',', out);
}

void csv_end(FILE *out)
{
	fputs("\r\n", out);
}

/* The other delimiters need no quotes by RFC 4180; with them nobody takes the
 * file for one that they part. */
static bool needs_quotes(const char *s, size_t n)
{
	size_t i;

	if (!n || s[0] == ' ' || s[n - 1] == ' ')
		return true;
	for (i = 0; i < n; i++)
		if (strchr("\",;|\t\r\n", s[i]))
			return true;
	return false;
}

void csv_raw(FILE *out, const char *s, size_t n, bool more)
{
	if (more)
		fputc(',', out);
	if (needs_quotes(s, n)) {
		fputc('"', out);
		quoted(out, s, n);
		fputc('"', out);
	} else {
		fwrite(s, 1, n, out);
	}
}
