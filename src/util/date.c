#include "config.h"

#include "isms/util/date.h"

#include <stdio.h>
#include <time.h>

/*
 * Both directions after Howard Hinnant, "chrono-Compatible Low-Level Date
 * Algorithms": a year begins in March, so that the leap day is its last, and
 * 400 years (146097 days) repeat.
 */
long date_from_civil(int year, int month, int day)
{
	long y = month > 2 ? year : (long)year - 1;
	long era = (y >= 0 ? y : y - 399) / 400;
	long yoe = y - era * 400;
	long doy = (153 * (month > 2 ? month - 3L : month + 9L) + 2) / 5 + day - 1;

	return era * 146097 + yoe * 365 + yoe / 4 - yoe / 100 + doy - 719468;
}

static long clamp(long days)
{
	if (days < DATE_FIRST)
		return DATE_FIRST;
	return days > DATE_LAST ? DATE_LAST : days;
}

void date_to_civil(long days, int *year, int *month, int *day)
{
	long z = clamp(days) + 719468;
	long era = z / 146097;
	long doe = z - era * 146097;
	long yoe = (doe - doe / 1460 + doe / 36524 - doe / 146096) / 365;
	long doy = doe - (365 * yoe + yoe / 4 - yoe / 100);
	long mp = (5 * doy + 2) / 153;

	*month = (int)(mp < 10 ? mp + 3 : mp - 9);
	*day = (int)(doy - (153 * mp + 2) / 5 + 1);
	*year = (int)(yoe + era * 400 + (*month <= 2 ? 1 : 0));
}

int date_days_in_month(int year, int month)
{
	static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
	bool leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);

	if (month < 1 || month > 12)
		return 0;
	return days[month - 1] + (month == 2 && leap ? 1 : 0);
}

bool date_valid(int year, int month, int day)
{
	return year >= 1 && year <= 9999 && day >= 1 && day <= date_days_in_month(year, month);
}

int date_weekday(long days)
{
	long w = (days % 7 + 3) % 7; /* 1970-01-01 was a Thursday */

	return (int)(w < 0 ? w + 7 : w);
}

long date_add_months(long days, int months)
{
	int year, month, day, last;
	long m;

	date_to_civil(days, &year, &month, &day);
	m = year * 12L + month - 1 + months;
	year = (int)(m >= 0 ? m / 12 : (m - 11) / 12);
	month = (int)(m - year * 12L) + 1;
	last = date_days_in_month(year, month);
	return date_from_civil(year, month, day < last ? day : last);
}

long date_today(void)
{
	time_t now = time(NULL);
	struct tm tm;

	if (!localtime_r(&now, &tm))
		return 0;
	return date_from_civil(tm.tm_year + 1900, tm.tm_mon + 1, tm.tm_mday);
}

/* n as width decimal digits; returns what follows them. */
static char *put(char *to, long n, int width)
{
	int i;

	for (i = width - 1; i >= 0; i--, n /= 10)
		to[i] = (char)('0' + n % 10);
	return to + width;
}

void date_format(long days, char buf[DATE_LEN])
{
	int year, month, day;
	char *p = buf;

	date_to_civil(days, &year, &month, &day);
	p = put(p, year, 4);
	*p++ = '-';
	p = put(p, month, 2);
	*p++ = '-';
	p = put(p, day, 2);
	*p = '\0';
}

static void stamp_of(time_t seconds, long ms, char buf[STAMP_LEN])
{
	long second = (long)(seconds % 86400);
	char *p = buf + DATE_LEN - 1;

	date_format((long)(seconds / 86400), buf);
	*p++ = 'T';
	p = put(p, second / 3600, 2);
	*p++ = ':';
	p = put(p, second / 60 % 60, 2);
	*p++ = ':';
	p = put(p, second % 60, 2);
	*p++ = '.';
	p = put(p, ms, 3);
	*p++ = 'Z';
	*p = '\0';
}

void stamp_now(char buf[STAMP_LEN])
{
	struct timespec now;

	if (clock_gettime(CLOCK_REALTIME, &now) || now.tv_sec < 0)
		now = (struct timespec){0};
	stamp_of(now.tv_sec, now.tv_nsec / 1000000, buf);
}

void stamp_day_end(long day, char buf[STAMP_LEN])
{
	struct tm tm = {.tm_isdst = -1};
	int year, month, mday;
	time_t seconds;

	date_to_civil(day + 1, &year, &month, &mday);
	tm.tm_year = year - 1900;
	tm.tm_mon = month - 1;
	tm.tm_mday = mday;
	seconds = mktime(&tm);
	stamp_of(seconds < 0 ? 0 : seconds, 0, buf);
}

bool stamp_local(const char *stamp, long *day, char buf[DATETIME_LEN])
{
	int hour, minute, second;
	struct tm tm;
	time_t seconds;
	char date[DATE_LEN];
	long days;

	*day = 0;
	snprintf(buf, DATETIME_LEN, "%s", stamp ? stamp : "");
	snprintf(date, sizeof(date), "%s", stamp ? stamp : "");
	if (!date_parse_iso(date, &days) ||
	    sscanf(stamp + DATE_LEN - 1, "T%2d:%2d:%2d", &hour, &minute, &second) != 3)
		return false;
	seconds = (time_t)days * 86400 + hour * 3600 + minute * 60 + second;
	if (!localtime_r(&seconds, &tm))
		return false;
	*day = date_from_civil(tm.tm_year + 1900, tm.tm_mon + 1, tm.tm_mday);
	date_format(*day, buf);
	buf[DATE_LEN - 1] = ' ';
	put(put(buf + DATE_LEN, tm.tm_hour, 2) + 1, tm.tm_min, 2)[0] = '\0';
	buf[DATE_LEN + 2] = ':';
	return true;
}
