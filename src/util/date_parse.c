/* Dates as people type them: date_parse(), datetime_parse(), date_parse_iso(). */
#include "config.h"

#include "isms/util/date.h"

#include <stddef.h>
#include <string.h>

#include "isms/util/ascii.h"
#include "isms/util/i18n.h"
#include "isms/util/str.h"
#include "isms/util/text.h"

#define QUOTE_CELLS 40

struct civil {
	int year, month, day;
};

static const char *const month_names[] = {
	N_("January"),	 N_("February"), N_("March"),	 N_("April"),
	N_("May"),	 N_("June"),	 N_("July"),	 N_("August"),
	N_("September"), N_("October"),	 N_("November"), N_("December"),
};

static const char *const weekdays[] = {
	"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
};

/* ---- pieces ---- */

/* What is read: the words as typed, for messages, and folded, for matching. */
struct input {
	const char *typed;
	const char *text; /* lower case, trimmed, blanks squeezed */
	long today;
	struct err *err;
};

enum answer { NOT_MINE, TAKEN, REFUSED };

/* At least min and at most max digits; moves *s behind them. */
static bool scan_number(const char **s, int min, int max, int *n)
{
	int value = 0, len = 0;

	for (; len < max && ascii_digit((*s)[len]); len++)
		value = value * 10 + ((*s)[len] - '0');
	if (len < min)
		return false;
	*s += len;
	*n = value;
	return true;
}

/* A month's English name, three letters of it at least; 0 for none. */
static int scan_month(const char **s)
{
	size_t n = strspn(*s, "abcdefghijklmnopqrstuvwxyz"), i;
	int month;

	for (month = 1; month <= 12 && n >= 3; month++) {
		const char *name = month_names[month - 1];

		for (i = 0; i < n && ascii_lower(name[i]) == (*s)[i]; i++)
			;
		if (i < n)
			continue;
		*s += n;
		return month;
	}
	return 0;
}

/* 69 is 2069, 70 is 1970. */
static bool scan_year(const char **s, int *year)
{
	if (scan_number(s, 4, 4, year))
		return true;
	if (!scan_number(s, 2, 2, year))
		return false;
	*year += *year < 70 ? 2000 : 1900;
	return true;
}

/* One letter of a pattern, see forms[]. */
static bool scan_part(char part, const char **s, struct civil *c)
{
	switch (part) {
	case 'Y':
		return scan_number(s, 4, 4, &c->year);
	case 'y':
		return scan_year(s, &c->year);
	case 'M':
		return scan_number(s, 2, 2, &c->month);
	case 'm':
		return scan_number(s, 1, 2, &c->month);
	case 'b':
		c->month = scan_month(s);
		return c->month > 0;
	case 'D':
		return scan_number(s, 2, 2, &c->day);
	case 'd':
		return scan_number(s, 1, 2, &c->day);
	default:
		return *(*s)++ == part;
	}
}

static bool scan_pattern(const char *pattern, const char *s, struct civil *c)
{
	*c = (struct civil){.day = 1};
	for (; *pattern; pattern++)
		if (!scan_part(*pattern, &s, c))
			return false;
	return !*s;
}

/* ---- refusing ---- */

/* As many bytes of what was typed as a message quotes. */
static int quoted(const struct input *in)
{
	return (int)text_fit(in->typed, QUOTE_CELLS, NULL);
}

static enum answer refuse_unknown(const struct input *in)
{
	err_set(in->err, ERR_INPUT,
		_("'%.*s' is not a date: write it like 2026-12-31, 31 Dec 2026, today, +2w, fri, "
		  "15th or eom"),
		quoted(in), in->typed);
	return REFUSED;
}

static enum answer refuse_range(const struct input *in)
{
	err_set(in->err, ERR_INPUT, _("'%.*s' is outside the calendar: years run from 1 to 9999"),
		quoted(in), in->typed);
	return REFUSED;
}

/* Year, month and day were told apart, but there is no such day. */
static enum answer refuse_civil(const struct input *in, const struct civil *c)
{
	if (c->year < 1 || c->year > 9999)
		return refuse_range(in);
	if (c->month < 1 || c->month > 12)
		err_set(in->err, ERR_INPUT,
			_("'%.*s' has no such month as %d: months run from 1 to 12"), quoted(in),
			in->typed, c->month);
	else
		err_set(in->err, ERR_INPUT, _("'%.*s' has no such day as %d: %s %d has %d days"),
			quoted(in), in->typed, c->day, _(month_names[c->month - 1]), c->year,
			date_days_in_month(c->year, c->month));
	return REFUSED;
}

static bool civil_valid(const struct civil *c)
{
	return date_valid(c->year, c->month, c->day);
}

static void civil_format(const struct civil *c, char buf[DATE_LEN])
{
	date_format(date_from_civil(c->year, c->month, c->day), buf);
}

/* Clear, but not a form that is taken: says which is. */
static enum answer refuse_form(const struct input *in, const struct civil *c)
{
	char iso[DATE_LEN];

	if (!civil_valid(c))
		return refuse_civil(in, c);
	civil_format(c, iso);
	err_set(in->err, ERR_INPUT, _("'%.*s' is not a form that is taken: write %s"), quoted(in),
		in->typed, iso);
	return REFUSED;
}

/* c is day, month, year; with day and month swapped it may be a day too. */
static enum answer refuse_ambiguous(const struct input *in, const struct civil *c)
{
	struct civil swapped = {.year = c->year, .month = c->day, .day = c->month};
	char iso[DATE_LEN], other[DATE_LEN];

	if (!civil_valid(&swapped))
		return refuse_form(in, c);
	if (!civil_valid(c) || c->day == c->month)
		return refuse_form(in, &swapped);
	civil_format(c, iso);
	civil_format(&swapped, other);
	err_set(in->err, ERR_INPUT, _("'%.*s' could be %d %s or %d %s: write %s or %s"), quoted(in),
		in->typed, c->day, _(month_names[c->month - 1]), swapped.day,
		_(month_names[swapped.month - 1]), iso, other);
	return REFUSED;
}

/* ---- forms ---- */

/*
 * Y four digits of a year, y two or four; M D two digits of a month or a day,
 * m d one or two; b a month's name; anything else stands for itself.
 */
static const struct form {
	const char *pattern;
	enum answer (*refuse)(const struct input *, const struct civil *); /* NULL: taken */
} forms[] = {
	{.pattern = "Y-M-D"},
	{.pattern = "YMD"},
	{.pattern = "Y-M"},
	{.pattern = "d.m.y"},
	{.pattern = "d-b-y"},
	{.pattern = "d b y"},
	{.pattern = "d/m/y", .refuse = refuse_ambiguous},
	{.pattern = "d-m-y", .refuse = refuse_ambiguous},
	{.pattern = "Y-m-d", .refuse = refuse_form},
	{.pattern = "Y/m/d", .refuse = refuse_form},
	{.pattern = "Y.m.d", .refuse = refuse_form},
	{.pattern = "b d, y", .refuse = refuse_form},
	{.pattern = "b d y", .refuse = refuse_form},
	{.pattern = "d. b y", .refuse = refuse_form},
};

static enum answer read_form(const struct input *in, long *days)
{
	struct civil c;
	size_t i;

	for (i = 0; i < sizeof(forms) / sizeof(forms[0]); i++) {
		if (!scan_pattern(forms[i].pattern, in->text, &c))
			continue;
		if (forms[i].refuse)
			return forms[i].refuse(in, &c);
		if (!civil_valid(&c))
			return refuse_civil(in, &c);
		*days = date_from_civil(c.year, c.month, c.day);
		return TAKEN;
	}
	return NOT_MINE;
}

/* ---- shortcuts ---- */

static long tomorrow(long today)
{
	return today + 1;
}

static long yesterday(long today)
{
	return today - 1;
}

static long same_day(long today)
{
	return today;
}

static long end_of_week(long today)
{
	return today + 6 - date_weekday(today);
}

/* The last day of a period of so many months that begins with the year. */
static long end_of_months(long today, int period)
{
	int year, month, day;

	date_to_civil(today, &year, &month, &day);
	month = (month - 1) / period * period + period;
	return date_from_civil(year, month, date_days_in_month(year, month));
}

static long end_of_month(long today)
{
	return end_of_months(today, 1);
}

static long end_of_quarter(long today)
{
	return end_of_months(today, 3);
}

static long end_of_year(long today)
{
	return end_of_months(today, 12);
}

static const struct shortcut {
	const char *word;
	long (*day)(long today);
} shortcuts[] = {
	{.word = "today", .day = same_day},	 {.word = "tomorrow", .day = tomorrow},
	{.word = "yesterday", .day = yesterday}, {.word = "eow", .day = end_of_week},
	{.word = "eom", .day = end_of_month},	 {.word = "eoq", .day = end_of_quarter},
	{.word = "eoy", .day = end_of_year},
};

static enum answer read_shortcut(const struct input *in, long *days)
{
	size_t i;

	for (i = 0; i < sizeof(shortcuts) / sizeof(shortcuts[0]); i++) {
		if (strcmp(shortcuts[i].word, in->text) != 0)
			continue;
		*days = shortcuts[i].day(in->today);
		return TAKEN;
	}
	return NOT_MINE;
}

/* mon, or more letters of it: the next one, a week from today at most. */
static enum answer read_weekday(const struct input *in, long *days)
{
	size_t n = strlen(in->text);
	int w;

	for (w = 0; w < 7 && n >= 3; w++) {
		if (strncmp(weekdays[w], in->text, n) != 0)
			continue;
		*days = in->today + 1 + (w + 6 - date_weekday(in->today)) % 7;
		return TAKEN;
	}
	return NOT_MINE;
}

/* +2w: so many days, weeks, months or years from today. */
static enum answer read_offset(const struct input *in, long *days)
{
	const char *s = in->text;
	int n;

	if (*s != '+' && *s != '-')
		return NOT_MINE;
	s++;
	if (!scan_number(&s, 1, 6, &n) || (*s && s[1]))
		return NOT_MINE;
	if (in->text[0] == '-')
		n = -n;
	switch (*s) {
	case 'd':
		*days = in->today + n;
		return TAKEN;
	case 'w':
		*days = in->today + n * 7L;
		return TAKEN;
	case 'm':
		*days = date_add_months(in->today, n);
		return TAKEN;
	case 'y':
		*days = date_add_months(in->today, n * 12);
		return TAKEN;
	case '\0':
		err_set(in->err, ERR_INPUT,
			_("'%.*s' lacks its unit: write %sd for days, or w, m, y for weeks, months, "
			  "years"),
			quoted(in), in->typed, in->text);
		return REFUSED;
	default:
		return NOT_MINE;
	}
}

static bool is_ordinal_ending(const char *s)
{
	return !strcmp(s, "st") || !strcmp(s, "nd") || !strcmp(s, "rd") || !strcmp(s, "th");
}

/* 15th: the next day of that number, today counted, in a month that has it. */
static enum answer read_ordinal(const struct input *in, long *days)
{
	const char *s = in->text;
	int year, month, day, n;

	if (!scan_number(&s, 1, 2, &n) || !is_ordinal_ending(s))
		return NOT_MINE;
	if (n < 1 || n > 31) {
		err_set(in->err, ERR_INPUT,
			_("'%.*s' is in no month: days of a month run from 1st to 31st"),
			quoted(in), in->typed);
		return REFUSED;
	}
	date_to_civil(in->today, &year, &month, &day);
	while (n < day || n > date_days_in_month(year, month)) {
		day = 1;
		year += month / 12;
		month = month % 12 + 1;
	}
	*days = date_from_civil(year, month, n);
	return TAKEN;
}

/* ---- the whole ---- */

static enum answer (*const readers[])(const struct input *, long *) = {
	read_form, read_shortcut, read_weekday, read_offset, read_ordinal,
};

/* Lower case, no blanks at the ends, one between words. */
static void normalise(struct str *out, const char *s)
{
	size_t i, n = 0;

	str_add(out, s);
	str_trim(out);
	for (i = 0; i < out->len; i++) {
		bool blank = ascii_space(out->s[i]);

		if (!blank || (n > 0 && out->s[n - 1] != ' '))
			out->s[n++] = blank ? ' ' : ascii_lower(out->s[i]);
	}
	str_cut(out, n);
}

static long nearest(long days)
{
	if (days < DATE_FIRST)
		return DATE_FIRST;
	return days > DATE_LAST ? DATE_LAST : days;
}

bool date_parse(const char *text, long today, long *days, struct err *err)
{
	struct str words = STR_INIT;
	struct input in = {.typed = text, .today = nearest(today), .err = err};
	enum answer answer = NOT_MINE;
	long found = 0;
	size_t i;

	normalise(&words, text);
	in.text = str_get(&words);
	for (i = 0; answer == NOT_MINE && i < sizeof(readers) / sizeof(readers[0]); i++)
		answer = readers[i](&in, &found);
	if (answer == NOT_MINE)
		answer = refuse_unknown(&in);
	if (answer == TAKEN && found != nearest(found))
		answer = refuse_range(&in);
	if (answer == TAKEN)
		*days = found;
	str_release(&words);
	return answer == TAKEN;
}

bool date_parse_iso(const char *text, long *days)
{
	struct civil c;

	if (!scan_pattern("Y-M-D", text, &c) || !civil_valid(&c))
		return false;
	*days = date_from_civil(c.year, c.month, c.day);
	return true;
}

/* ---- date and time ---- */

/* 14:05, also with seconds, which are dropped. */
static bool scan_time(const char *s, int *hour, int *minute)
{
	int second = 0;

	if (!scan_number(&s, 1, 2, hour) || *s++ != ':' || !scan_number(&s, 2, 2, minute))
		return false;
	if (*s == ':') {
		s++;
		if (!scan_number(&s, 2, 2, &second))
			return false;
		if (*s == '.')
			s += 1 + strspn(s + 1, "0123456789");
	}
	return !*s && *hour < 24 && *minute < 60 && second <= 60;
}

/* Where the time begins: the hour's digits in front of the first colon, with
 * a blank, or a T behind a digit, in front of them. 0 when there is none. */
static size_t find_time(const char *s)
{
	size_t at = strcspn(s, ":");

	if (!s[at])
		return 0;
	while (at > 0 && ascii_digit(s[at - 1]))
		at--;
	if (at >= 2 && (s[at - 1] == ' ' || (s[at - 1] == 't' && ascii_digit(s[at - 2]))))
		return at;
	return 0;
}

static void put_time(char *to, int hour, int minute)
{
	to[0] = 'T';
	to[1] = (char)('0' + hour / 10);
	to[2] = (char)('0' + hour % 10);
	to[3] = ':';
	to[4] = (char)('0' + minute / 10);
	to[5] = (char)('0' + minute % 10);
	to[6] = '\0';
}

bool datetime_parse(const char *text, long today, char buf[DATETIME_LEN], struct err *err)
{
	struct str words = STR_INIT;
	struct input in = {.typed = text, .today = today, .err = err};
	int hour = 0, minute = 0;
	bool ok = false, timed;
	long days;
	size_t at;

	normalise(&words, text);
	at = find_time(str_get(&words));
	timed = at && scan_time(words.s + at, &hour, &minute);
	if (at)
		str_cut(&words, at - 1);
	if (at && !timed) {
		err_set(err, ERR_INPUT,
			_("'%.*s' has no time from 00:00 to 23:59: write it like 2026-12-31 14:05, "
			  "without a time zone"),
			quoted(&in), text);
	} else if (date_parse(str_get(&words), today, &days, err)) {
		ok = timed;
		if (!ok)
			err_set(err, ERR_INPUT, _("'%.*s' lacks its time: write '%s 14:05'"),
				quoted(&in), text, str_get(&words));
	}
	if (ok) {
		date_format(days, buf);
		put_time(buf + DATE_LEN - 1, hour, minute);
	}
	str_release(&words);
	return ok;
}
