#include "config.h"

#include "sheet_line.h"

#include <string.h>

#include "isms/util/mem.h"

/* What the parser passes over around cells. */
static bool is_blank(char c, char delimiter)
{
	return (c == ' ' || c == '\t') && c != delimiter;
}

static const char *skip_blanks(const char *s, const char *end, char delimiter)
{
	while (s < end && is_blank(*s, delimiter))
		s++;
	return s;
}

/* s stands behind the opening quote. Where the cell ends: at its closing quote;
 * NULL when it does not. */
static const char *closing_quote(const char *s, const char *end)
{
	while ((s = memchr(s, '"', (size_t)(end - s))) != NULL) {
		if (s + 1 == end || s[1] != '"')
			return s;
		s += 2;
	}
	return NULL;
}

static bool take_quoted(const char **at, const char *end, char delimiter, struct cell *cell)
{
	const char *close = closing_quote(*at + 1, end);

	if (!close)
		return false;
	cell->s = *at + 1;
	cell->len = (size_t)(close - cell->s);
	cell->null = false;
	*at = skip_blanks(close + 1, end, delimiter);
	return *at == end || **at == delimiter;
}

static bool take_plain(const char **at, const char *end, char delimiter, struct cell *cell)
{
	const char *p = *at, *last;

	while (p < end && *p != delimiter && *p != '"')
		p++;
	if (p < end && *p == '"')
		return false;
	for (last = p; last > *at && is_blank(last[-1], delimiter); last--)
		;
	cell->s = *at;
	cell->len = (size_t)(last - *at);
	cell->null = !cell->len;
	*at = p;
	return true;
}

/* Of two quotes one stays. */
static size_t undouble(char *s, size_t n)
{
	char *quote = memchr(s, '"', n), *to = quote;
	const char *from = quote, *end = s + n;

	if (!quote)
		return n;
	while (from < end) {
		*to = *from;
		from += *from == '"' ? 2 : 1;
		to++;
	}
	return (size_t)(to - s);
}

/* The byte behind a cell (delimiter, blank, quote, line break) has been read. */
static void finish(char *s, const struct cells *cells)
{
	struct cell *cell;
	char *text;
	size_t i;

	for (i = 0; i < cells->n; i++) {
		cell = &cells->v[i];
		text = s + (cell->s - s);
		cell->len = undouble(text, cell->len);
		text[cell->len] = '\0';
	}
}

bool line_split(char *s, size_t n, char delimiter, size_t max, struct cells *cells)
{
	const char *end = s + n, *at = skip_blanks(s, end, delimiter);
	struct cell *cell;
	bool quoted;

	cells->n = 0;
	if (memchr(s, '\0', n))
		return false;
	if (at == end)
		return true; /* a blank line has no cells */
	for (;; at = skip_blanks(at + 1, end, delimiter)) {
		if (cells->n == max)
			return false;
		cells->v = xgrow(cells->v, cells->n, &cells->cap, sizeof(*cells->v));
		cell = &cells->v[cells->n++];
		quoted = at < end && *at == '"';
		if (quoted ? !take_quoted(&at, end, delimiter, cell)
			   : !take_plain(&at, end, delimiter, cell))
			return false;
		if (at == end)
			break;
	}
	finish(s, cells);
	return true;
}
