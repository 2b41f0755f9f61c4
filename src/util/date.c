#include "config.h"

#include "isms/util/date.h"

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

void stamp_now(char buf[STAMP_LEN])
{
	struct timespec now;
	long second;
	char *p;

	if (clock_gettime(CLOCK_REALTIME, &now) || now.tv_sec < 0)
		now = (struct timespec){0};
	date_format((long)(now.tv_sec / 86400), buf);
	second = (long)(now.tv_sec % 86400);
	p = buf + DATE_LEN - 1;
	*p++ = 'T';
	p = put(p, second / 3600, 2);
	*p++ = ':';
	p = put(p, second / 60 % 60, 2);
	*p++ = ':';
	p = put(p, second % 60, 2);
	*p++ = '.';
	p = put(p, now.tv_nsec / 1000000, 3);
	*p++ = 'Z';
	*p = '\0';
}
