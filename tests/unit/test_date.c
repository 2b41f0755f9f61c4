#include "config.h"

#include "isms/util/date.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include <criterion/criterion.h>

/* Wednesday. */
#define TODAY "2026-03-04"

static long day(const char *iso)
{
	long days = 0;

	cr_assert(date_parse_iso(iso, &days), "%s", iso);
	return days;
}

static const char *iso(long days)
{
	static char buf[DATE_LEN];

	date_format(days, buf);
	return buf;
}

static void must_read_on(const char *today, const char *text, const char *expected)
{
	struct err err = ERR_INIT;
	long days = 0;

	cr_expect(date_parse(text, day(today), &days, &err), "'%s': %s", text, err_msg(&err));
	cr_expect_str_eq(iso(days), expected, "'%s' on %s is %s, not %s", text, today, expected,
			 iso(days));
	err_release(&err);
}

static void must_read(const char *text, const char *expected)
{
	must_read_on(TODAY, text, expected);
}

/* says is a part of the message, or NULL. */
static void must_refuse(const char *text, const char *says)
{
	struct err err = ERR_INIT;
	long days = 4711;

	cr_expect_not(date_parse(text, day(TODAY), &days, &err), "'%s' is %s", text, iso(days));
	cr_expect_eq(days, 4711);
	cr_expect_eq(err.kind, ERR_INPUT);
	cr_expect(!says || strstr(err_msg(&err), says), "'%s' lacks '%s'", err_msg(&err), says);
	cr_expect_null(strchr(err_msg(&err), '\n'));
	err_release(&err);
}

/* ---- the calendar ---- */

Test(date, known_days)
{
	cr_expect_eq(date_from_civil(1970, 1, 1), 0);
	cr_expect_eq(date_from_civil(1969, 12, 31), -1);
	cr_expect_eq(date_from_civil(2000, 2, 29), 11016);
	cr_expect_eq(date_from_civil(2026, 12, 31), 20818);
	cr_expect_eq(date_from_civil(1, 1, 1), -719162);
	cr_expect_eq(date_from_civil(9999, 12, 31), 2932896);
}

Test(date, every_day_comes_back)
{
	int year = 1, month = 1, mday = 1, y, m, d;
	long days;

	for (days = date_from_civil(1, 1, 1); days <= date_from_civil(9999, 12, 31); days++) {
		date_to_civil(days, &y, &m, &d);
		cr_assert(y == year && m == month && d == mday, "%ld", days);
		cr_assert_eq(date_from_civil(y, m, d), days);
		if (++mday <= date_days_in_month(year, month))
			continue;
		mday = 1;
		year += month / 12;
		month = month % 12 + 1;
	}
}

Test(date, leap_years)
{
	cr_expect(date_valid(2024, 2, 29));
	cr_expect(date_valid(2000, 2, 29));
	cr_expect_not(date_valid(1900, 2, 29));
	cr_expect_not(date_valid(2100, 2, 29));
	cr_expect_not(date_valid(2026, 2, 29));
	cr_expect_eq(date_days_in_month(2024, 2), 29);
	cr_expect_eq(date_days_in_month(2023, 2), 28);
	cr_expect_eq(date_days_in_month(2023, 4), 30);
	cr_expect_eq(date_days_in_month(2023, 12), 31);
	cr_expect_eq(date_days_in_month(2023, 0), 0);
	cr_expect_eq(date_days_in_month(2023, 13), 0);
}

Test(date, valid_bounds)
{
	cr_expect(date_valid(1, 1, 1));
	cr_expect(date_valid(9999, 12, 31));
	cr_expect_not(date_valid(0, 12, 31));
	cr_expect_not(date_valid(10000, 1, 1));
	cr_expect_not(date_valid(2026, 0, 1));
	cr_expect_not(date_valid(2026, 13, 1));
	cr_expect_not(date_valid(2026, 1, 0));
	cr_expect_not(date_valid(2026, 1, 32));
	cr_expect_not(date_valid(2026, -1, -1));
}

Test(date, weekdays)
{
	cr_expect_eq(date_weekday(0), 3);
	cr_expect_eq(date_weekday(-3), 0);
	cr_expect_eq(date_weekday(-4), 6);
	cr_expect_eq(date_weekday(day(TODAY)), 2);
	cr_expect_eq(date_weekday(day("2000-01-01")), 5);
	cr_expect_eq(date_weekday(day("0001-01-01")), 0);
}

static void must_add(const char *from, int months, const char *to)
{
	long days = date_add_months(day(from), months);

	cr_expect_str_eq(iso(days), to, "%s + %d is %s, not %s", from, months, to, iso(days));
}

Test(date, adding_months_clips_to_the_end)
{
	must_add("2026-01-31", 1, "2026-02-28");
	must_add("2024-01-31", 1, "2024-02-29");
	must_add("2024-02-29", 12, "2025-02-28");
	must_add("2024-02-29", 48, "2028-02-29");
	must_add("2026-03-31", -1, "2026-02-28");
	must_add("2026-05-31", 1, "2026-06-30");
	must_add("2026-01-15", -1, "2025-12-15");
	must_add("2026-12-31", 2, "2027-02-28");
	must_add("2026-06-30", -18, "2024-12-30");
	must_add("2026-06-30", 0, "2026-06-30");
}

Test(date, format_stays_in_its_buffer)
{
	cr_expect_str_eq(iso(0), "1970-01-01");
	cr_expect_str_eq(iso(LONG_MIN), "0001-01-01");
	cr_expect_str_eq(iso(LONG_MAX), "9999-12-31");
}

Test(date, today_is_local)
{
	struct tm tm;
	long before, now, after;
	time_t t;

	/* 14 hours east and 12 west of Greenwich are never on the same day */
	setenv("TZ", "UTC-14", 1);
	tzset();
	now = date_today();
	setenv("TZ", "UTC+12", 1);
	tzset();
	cr_expect_gt(now, date_today());
	before = date_today();
	t = time(NULL);
	localtime_r(&t, &tm);
	after = date_today();
	now = date_from_civil(tm.tm_year + 1900, tm.tm_mon + 1, tm.tm_mday);
	cr_expect(before <= now && now <= after);
}

/* ---- reading ---- */

Test(date_parse, iso)
{
	must_read("2026-12-31", "2026-12-31");
	must_read("20261231", "2026-12-31");
	must_read("2026-12", "2026-12-01");
	must_read("0001-01-01", "0001-01-01");
	must_read("9999-12-31", "9999-12-31");
	must_read("2024-02-29", "2024-02-29");
	must_read(" \t2026-12-31\u00a0\n", "2026-12-31");
}

Test(date_parse, dots_and_names)
{
	must_read("31.12.2026", "2026-12-31");
	must_read("31.12.26", "2026-12-31");
	must_read("1.2.2026", "2026-02-01");
	must_read("31-Dec-26", "2026-12-31");
	must_read("31-dec-2026", "2026-12-31");
	must_read("31 Dec 2026", "2026-12-31");
	must_read("1  SEPT 2026", "2026-09-01");
	must_read("31 December 26", "2026-12-31");
	must_read("29 Feb 2024", "2024-02-29");
	must_read("1 may 2026", "2026-05-01");
	must_read("1 jun 2026", "2026-06-01");
	must_read("1 jul 2026", "2026-07-01");
}

Test(date_parse, two_digit_years)
{
	must_read("1.1.00", "2000-01-01");
	must_read("1.1.69", "2069-01-01");
	must_read("1.1.70", "1970-01-01");
	must_read("1.1.99", "1999-01-01");
}

Test(date_parse, near_days)
{
	must_read("today", "2026-03-04");
	must_read("TODAY", "2026-03-04");
	must_read("tomorrow", "2026-03-05");
	must_read("yesterday", "2026-03-03");
	must_read_on("2025-12-31", "tomorrow", "2026-01-01");
	must_read_on("2024-03-01", "yesterday", "2024-02-29");
}

Test(date_parse, offsets)
{
	must_read("+2w", "2026-03-18");
	must_read("-3d", "2026-03-01");
	must_read("+1m", "2026-04-04");
	must_read("+1y", "2027-03-04");
	must_read("+0d", "2026-03-04");
	must_read("-1M", "2026-02-04");
	must_read("+30D", "2026-04-03");
	must_read_on("2026-01-31", "+1m", "2026-02-28");
	must_read_on("2024-02-29", "+1y", "2025-02-28");
	must_read_on("2024-02-29", "-4y", "2020-02-29");
}

Test(date_parse, weekday_is_the_next_one)
{
	must_read("mon", "2026-03-09");
	must_read("tue", "2026-03-10");
	must_read("wed", "2026-03-11"); /* today is one, and not counted */
	must_read("thu", "2026-03-05");
	must_read("fri", "2026-03-06");
	must_read("sat", "2026-03-07");
	must_read("sun", "2026-03-08");
	must_read("Friday", "2026-03-06");
	must_read_on("2026-03-08", "sun", "2026-03-15");
	must_read_on("2026-03-08", "mon", "2026-03-09");
	must_read_on("0001-01-02", "mon", "0001-01-08");
}

Test(date_parse, day_of_the_month)
{
	must_read("15th", "2026-03-15");
	must_read("4th", "2026-03-04"); /* today is counted */
	must_read("3rd", "2026-04-03");
	must_read("1st", "2026-04-01");
	must_read("2ND", "2026-04-02");
	must_read_on("2026-04-02", "31st", "2026-05-31");
	must_read_on("2026-01-31", "30th", "2026-03-30");
	must_read_on("2026-02-01", "29th", "2026-03-29");
	must_read_on("2024-02-01", "29th", "2024-02-29");
	must_read_on("2026-12-20", "15th", "2027-01-15");
}

Test(date_parse, ends_of_periods)
{
	must_read("eow", "2026-03-08");
	must_read_on("2026-03-08", "eow", "2026-03-08");
	must_read_on("2026-03-09", "eow", "2026-03-15");
	must_read("eom", "2026-03-31");
	must_read_on("2024-02-10", "eom", "2024-02-29");
	must_read_on("2026-12-31", "eom", "2026-12-31");
	must_read("eoq", "2026-03-31");
	must_read_on("2026-01-01", "eoq", "2026-03-31");
	must_read_on("2026-04-01", "eoq", "2026-06-30");
	must_read_on("2026-09-30", "eoq", "2026-09-30");
	must_read_on("2026-11-11", "eoq", "2026-12-31");
	must_read("eoy", "2026-12-31");
	must_read_on("2026-12-31", "eoy", "2026-12-31");
}

Test(date_parse, slashes_are_refused_with_a_hint)
{
	must_refuse("03/04/2026", "'03/04/2026' could be 3 April or 4 March: write 2026-04-03 or "
				  "2026-03-04");
	must_refuse("3/4/26", "write 2026-04-03 or 2026-03-04");
	must_refuse("03-04-2026", "write 2026-04-03 or 2026-03-04");
	must_refuse("25/12/2026", "write 2026-12-25");
	must_refuse("12/25/2026", "write 2026-12-25");
	must_refuse("04/04/2026", "write 2026-04-04");
	must_refuse("2026/12/31", "write 2026-12-31");
	must_refuse("2026-1-5", "write 2026-01-05");
	must_refuse("Dec 31, 2026", "write 2026-12-31");
	must_refuse("31/02/2026", "February 2026 has 28 days");
	must_refuse("13/13/2026", "months run from 1 to 12");
}

Test(date_parse, days_that_are_not)
{
	must_refuse("2026-02-29", "February 2026 has 28 days");
	must_refuse("31.04.2026", "April 2026 has 30 days");
	must_refuse("2026-13-01", "no such month as 13");
	must_refuse("2026-13", "no such month as 13");
	must_refuse("2026-00-01", "no such month as 0");
	must_refuse("2026-01-00", "January 2026 has 31 days");
	must_refuse("0000-01-01", "years run from 1 to 9999");
	must_refuse("32nd", "1st to 31st");
	must_refuse("0th", "1st to 31st");
	must_refuse("+9999y", "years run from 1 to 9999");
	must_refuse("-999999w", "years run from 1 to 9999");
	must_refuse("-999999y", "years run from 1 to 9999");
}

Test(date_parse, what_is_no_date)
{
	static const char *const texts[] = {
		"",
		" ",
		"now",
		"x",
		"2026",
		"202612",
		"2026-12-31x",
		"2026-12-311",
		"31.12.",
		"15",
		"+",
		"-",
		"+w",
		"+2x",
		"+2ww",
		"+ 2w",
		"+1234567d",
		"mo",
		"mond ay",
		"mondays",
		"31 Fo 2026",
		"31 Decembers 2026",
		"31-Dec-123",
		"--1d",
		"1th2",
		"2026-W05",
		"2026-12-31T14:05",
		"12026-12-31",
		"\xff",
		"eo",
		"eoqq",
	};
	size_t i;

	for (i = 0; i < sizeof(texts) / sizeof(texts[0]); i++)
		must_refuse(texts[i], "is not a date: write it like 2026-12-31");
	must_refuse("+2", "lacks its unit: write +2d");
}

Test(date_parse, long_text_is_quoted_in_part)
{
	struct err err = ERR_INIT;
	char text[5000];
	long days;

	memset(text, 'x', sizeof(text) - 1);
	text[sizeof(text) - 1] = '\0';
	cr_assert_not(date_parse(text, 0, &days, &err));
	cr_assert_lt(strlen(err_msg(&err)), 200u);
	err_release(&err);
	cr_assert_not(date_parse(text, 0, &days, NULL), "nobody need listen");
}

Test(date_parse_iso, strictly)
{
	static const char *const refused[] = {
		"",	      " 2026-12-31", "2026-12-31 ", "20261231", "2026-12",  "2026-1-1",
		"2026-02-29", "0000-01-01",  "+026-12-31",  "today",	"26-12-31", "2026-12-3",
	};
	long days = 4711;
	size_t i;

	for (i = 0; i < sizeof(refused) / sizeof(refused[0]); i++)
		cr_expect_not(date_parse_iso(refused[i], &days), "'%s'", refused[i]);
	cr_expect_eq(days, 4711);
	cr_expect(date_parse_iso("2026-12-31", &days));
	cr_expect_eq(days, 20818);
}

/* ---- date and time ---- */

static void must_read_time(const char *text, const char *expected)
{
	struct err err = ERR_INIT;
	char buf[DATETIME_LEN] = "";

	cr_expect(datetime_parse(text, day(TODAY), buf, &err), "'%s': %s", text, err_msg(&err));
	cr_expect_str_eq(buf, expected);
	err_release(&err);
}

static void must_refuse_time(const char *text, const char *says)
{
	struct err err = ERR_INIT;
	char buf[DATETIME_LEN] = "as it was";

	cr_expect_not(datetime_parse(text, day(TODAY), buf, &err), "'%s' is %s", text, buf);
	cr_expect_str_eq(buf, "as it was");
	cr_expect_eq(err.kind, ERR_INPUT);
	cr_expect_not_null(strstr(err_msg(&err), says), "'%s' lacks '%s'", err_msg(&err), says);
	err_release(&err);
}

Test(datetime_parse, taken)
{
	must_read_time("2026-12-31T14:05", "2026-12-31T14:05");
	must_read_time("2026-12-31 14:05", "2026-12-31T14:05");
	must_read_time("2026-12-31t00:00", "2026-12-31T00:00");
	must_read_time("2026-12-31T23:59:59", "2026-12-31T23:59");
	must_read_time("2026-12-31T23:59:59.999", "2026-12-31T23:59");
	must_read_time(" 31 Dec 2026  9:05 ", "2026-12-31T09:05");
	must_read_time("31.12.2026 14:05", "2026-12-31T14:05");
	must_read_time("today 08:00", "2026-03-04T08:00");
	must_read_time("+2w 08:00", "2026-03-18T08:00");
	must_read_time("15th 12:00", "2026-03-15T12:00");
	must_read_time("sat 12:00", "2026-03-07T12:00");
}

Test(datetime_parse, refused)
{
	must_refuse_time("2026-12-31T24:00", "from 00:00 to 23:59");
	must_refuse_time("2026-12-31T12:60", "from 00:00 to 23:59");
	must_refuse_time("2026-12-31T12:5", "from 00:00 to 23:59");
	must_refuse_time("2026-12-31T12:05:61", "from 00:00 to 23:59");
	must_refuse_time("2026-12-31T12:05Z", "without a time zone");
	must_refuse_time("2026-12-31T12:05+02:00", "without a time zone");
	must_refuse_time("2026-12-31", "write '2026-12-31 14:05'");
	must_refuse_time("tomorrow", "write 'tomorrow 14:05'");
	must_refuse_time("now", "'now' is not a date");
	must_refuse_time("14:05", "'14:05' is not a date");
	must_refuse_time("03/04/2026 14:05", "'03/04/2026' could be 3 April or 4 March");
	must_refuse_time("", "is not a date");
	must_refuse_time(":", "is not a date");
	must_refuse_time(" :", "is not a date");
	must_refuse_time("2026-02-30T14:05", "February 2026 has 28 days");
}

Test(stamp, is_utc_in_milliseconds)
{
	char buf[STAMP_LEN], expected[STAMP_LEN];
	time_t before, after;
	struct tm tm;

	setenv("TZ", "UTC-14", 1);
	tzset();
	do {
		before = time(NULL);
		stamp_now(buf);
		after = time(NULL);
	} while (before != after);
	cr_assert_not_null(gmtime_r(&before, &tm));
	strftime(expected, sizeof(expected), "%Y-%m-%dT%H:%M:%S", &tm);
	cr_assert_eq(strlen(buf), STAMP_LEN - 1u);
	/* time() may lag behind clock_gettime() by a tick: the minute is enough */
	cr_assert_eq(strncmp(buf, expected, 16), 0, "%s is not %s", buf, expected);
	cr_assert_eq(buf[19], '.');
	cr_assert_eq(strspn(buf + 20, "0123456789"), 3u);
	cr_assert_eq(buf[23], 'Z');
}
