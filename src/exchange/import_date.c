#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "import_private.h"
#include "isms/util/ascii.h"
#include "isms/util/date.h"
#include "isms/util/i18n.h"
#include "isms/util/mem.h"

#define SERIAL_MIN 20000   /* 1954 */
#define SERIAL_MAX 80000   /* 2119 */
#define SERIAL_EPOCH 25569 /* Excel's number of 1970-01-01 */

static size_t digits(const char *s)
{
	size_t n = 0;

	while (ascii_digit(s[n]))
		n++;
	return n;
}

/* "3/4/2026" and "3-4-26": the two that may be day and month, and the year. */
static bool split(const char *text, int *a, int *b, int *year)
{
	size_t na = digits(text), nb, ny;
	const char *p = text + na;
	char sep = *p;

	if (na < 1 || na > 2 || (sep != '/' && sep != '-'))
		return false;
	nb = digits(++p);
	if (nb < 1 || nb > 2 || p[nb] != sep)
		return false;
	ny = digits(p + nb + 1);
	if ((ny != 2 && ny != 4) || p[nb + 1 + ny])
		return false;
	*a = atoi(text);
	*b = atoi(p);
	*year = atoi(p + nb + 1);
	if (ny == 2)
		*year += *year < 70 ? 2000 : 1900;
	return true;
}

/* Where the time of day begins, or the text's end. */
static size_t time_at(const char *text)
{
	const char *p = strpbrk(text, "T ");

	while (p) {
		if (ascii_digit(p[1]) && p[1 + digits(p + 1)] == ':')
			return (size_t)(p - text);
		p = strpbrk(p + 1, "T ");
	}
	return strlen(text);
}

static char *day_part(const char *text)
{
	return xstrndup(text, time_at(text));
}

char import_date_order(const char *text)
{
	char *day = day_part(text), order = 0;
	int a, b, year;

	if (split(day, &a, &b, &year)) {
		if (a > 12 && b <= 12)
			order = 'd';
		else if (b > 12 && a <= 12)
			order = 'm';
	}
	free(day);
	return order;
}

static bool refuse(const char *text, struct err *err)
{
	return err_set(err, ERR_INPUT, _("'%s' is not a date: write it like 2026-12-31"), text);
}

static bool by_order(const char *text, int a, int b, int year, char order, long *days,
		     struct err *err)
{
	int day = order == 'm' ? b : a, month = order == 'm' ? a : b;

	if (!order && a != b)
		return err_set(err, ERR_INPUT,
			       _("'%s' means two days: say whether the day or the month stands "
				 "first (--dates)"),
			       text);
	if (!date_valid(year, month, day))
		return refuse(text, err);
	*days = date_from_civil(year, month, day);
	return true;
}

/* A number of days since 1899-12-30, as a spreadsheet keeps it. */
static bool is_serial(const char *text, long *days)
{
	size_t n = digits(text);
	long serial;

	if (n != 5 || (text[n] == '.' ? text[n + 1 + digits(text + n + 1)] != '\0' : text[n]))
		return false;
	serial = atol(text);
	if (serial < SERIAL_MIN || serial > SERIAL_MAX)
		return false;
	*days = serial - SERIAL_EPOCH;
	return true;
}

/* "May-18" is a day of May or a May, "May 2018" a May. */
static bool month_and_number(const char *text, size_t *letters, size_t *ndigits)
{
	size_t n = 0, gap;

	while ((text[n] | 0x20) >= 'a' && (text[n] | 0x20) <= 'z')
		n++;
	gap = strspn(text + n, " -./'");
	*letters = n;
	*ndigits = digits(text + n + gap);
	return n >= 3 && gap && *ndigits && !text[n + gap + *ndigits];
}

static bool first_of_month(const char *text, size_t letters, long today, long *days,
			   struct err *err)
{
	char *whole = xasprintf("1 %.*s %s", (int)letters, text, text + strlen(text) - 4);
	bool ok = date_parse(whole, today, days, NULL) || refuse(text, err);

	free(whole);
	return ok;
}

/* What date_parse takes beyond dates (today, mon, 15th, +2w) is for people who
 * type, not for cells. */
static bool is_shortcut(const char *text)
{
	const char *p;
	int n = 0;

	for (p = text; *p; p++)
		n += ascii_digit(*p);
	return n < 3 || *text == '+' || *text == '-';
}

static bool parse_day(const char *text, long today, char order, long *days, const char **how,
		      struct err *err)
{
	size_t letters, n;
	int a, b, year;
	char *p;

	if (split(text, &a, &b, &year))
		return by_order(text, a, b, year, order, days, err);
	if (is_serial(text, days)) {
		*how = _("a spreadsheet's number of a day");
		return true;
	}
	if (month_and_number(text, &letters, &n)) {
		if (n != 4)
			return err_set(err, ERR_INPUT,
				       _("'%s' may be a day or a year: write it like 2026-12-31"),
				       text);
		*how = _("taken as the first day of the month");
		return first_of_month(text, letters, today, days, err);
	}
	if (is_shortcut(text))
		return refuse(text, err);
	if (digits(text) == 4 && text[4] == '/') {
		char *iso = xstrdup(text);
		bool ok;

		for (p = iso; *p; p++)
			if (*p == '/')
				*p = '-';
		ok = date_parse(iso, today, days, err);
		free(iso);
		return ok;
	}
	return date_parse(text, today, days, err);
}

bool import_date(const char *text, long today, char order, long *days, const char **how,
		 struct err *err)
{
	char *day = day_part(text);
	bool ok;

	*how = NULL;
	ok = parse_day(day, today, order, days, how, err);
	if (ok && !*how && text[strlen(day)] && strpbrk(text + strlen(day), "123456789"))
		*how = _("the time of day was left out");
	free(day);
	return ok;
}
