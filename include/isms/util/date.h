/*
 * Dates are civil days: the number of days since 1970-01-01, without time
 * zone (proleptic Gregorian calendar), in the years 1 to 9999; date_to_civil
 * and date_format take a day beyond them for the nearest of them. Today is
 * always handed in, so that tests and `--today` decide what it is.
 */
#ifndef ISMS_UTIL_DATE_H
#define ISMS_UTIL_DATE_H

#include <stdbool.h>

#include "isms/util/err.h"

#define DATE_LEN 11	/* "YYYY-MM-DD" with its NUL */
#define DATETIME_LEN 17 /* "YYYY-MM-DDTHH:MM" with its NUL */
#define STAMP_LEN 25	/* "YYYY-MM-DDTHH:MM:SS.mmmZ" with its NUL */

#define DATE_FIRST (-719162L) /* 0001-01-01 */
#define DATE_LAST 2932896L    /* 9999-12-31 */

long date_from_civil(int year, int month, int day);
void date_to_civil(long days, int *year, int *month, int *day);
bool date_valid(int year, int month, int day); /* years 1 to 9999 */
int date_weekday(long days);		       /* 0 Monday … 6 Sunday */
long date_add_months(long days, int months);   /* 31 Jan + 1 = 28 or 29 Feb */
int date_days_in_month(int year, int month);
long date_today(void); /* local time */
void date_format(long days, char buf[DATE_LEN]);

/*
 * What people type: ISO 8601 (2026-12-31, also 20261231 and 2026-12 for its
 * first day), 31.12.2026, 31-Dec-26, 31 Dec 2026, and the shortcuts today,
 * tomorrow, yesterday, +2w, -3d, +1m, +1y, mon … sun (the next one, today
 * not counted), 15th (the next 15th, today counted; 31st skips the months
 * that are shorter), eow (Sunday), eom, eoq, eoy. Letters may be capitals,
 * names of months and days are English with three letters or more.
 * Two-digit years are 2000 to 2069 and 1970 to 1999. 03/04/2026 is refused
 * with a hint, since it means two different days; 25/12/2026 is refused too,
 * and so are the same with '-'. On failure *days is left alone.
 */
bool date_parse(const char *text, long today, long *days, struct err *err);

/* Strictly YYYY-MM-DD, as the file stores it. */
bool date_parse_iso(const char *text, long *days);

/* Date and minute, "2026-12-31T14:05" (blank instead of T accepted, seconds
 * dropped), or any date that date_parse takes followed by " HH:MM"; "now" is
 * not taken. buf receives the stored form. */
bool datetime_parse(const char *text, long today, char buf[DATETIME_LEN], struct err *err);

/* Now in UTC, as the history stores it. */
void stamp_now(char buf[STAMP_LEN]);

/* The moment at which the day ends here (local time), as a stamp; the same in any
 * year from 1970 on. */
void stamp_day_end(long day, char buf[STAMP_LEN]);

/* A stamp in local time: its day and "YYYY-MM-DD HH:MM". False: it is none, then
 * day is 0 and buf the beginning of the text. */
bool stamp_local(const char *stamp, long *day, char buf[DATETIME_LEN]);

#endif
