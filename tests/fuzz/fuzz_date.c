/* Whatever is typed, date_parse() answers with a day that is one, or why not. */
#include "config.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "isms/util/date.h"
#include "isms/util/mem.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void must(bool holds)
{
	if (!holds)
		abort();
}

/* What is said to be a day is one: it comes back as it went. */
static void check_valid(uint32_t pick)
{
	int year = (int)(pick % 10001), month = (int)(pick / 10001 % 14);
	int day = (int)(pick / 10001 / 14 % 33), y, m, d;

	if (!date_valid(year, month, day))
		return;
	date_to_civil(date_from_civil(year, month, day), &y, &m, &d);
	must(y == year && m == month && d == day);
}

static void check_day(long days)
{
	char text[DATE_LEN], again[DATE_LEN];
	int year, month, day;
	long back = 0;

	date_to_civil(days, &year, &month, &day);
	must(date_valid(year, month, day));
	must(date_from_civil(year, month, day) == days);
	must(date_weekday(days) == (date_weekday(days + 1) + 6) % 7);
	date_format(days, text);
	must(strlen(text) == DATE_LEN - 1);
	must(date_parse_iso(text, &back) && back == days);
	back = 0;
	must(date_parse(text, 0, &back, NULL) && back == days);
	date_format(back, again);
	must(!strcmp(text, again));
}

static void check_datetime(const char *text, long today)
{
	char buf[DATETIME_LEN];
	struct err err = ERR_INIT;
	long days;

	if (datetime_parse(text, today, buf, &err)) {
		char again[DATETIME_LEN];

		must(strlen(buf) == DATETIME_LEN - 1 && !err.msg);
		must(strcmp(buf + DATE_LEN, "23:59") <= 0 && buf[DATE_LEN + 3] <= '5');
		must(datetime_parse(buf, today, again, NULL) && !strcmp(buf, again));
		buf[DATE_LEN - 1] = '\0';
		must(date_parse_iso(buf, &days));
	} else {
		must(err.kind == ERR_INPUT && *err_msg(&err));
	}
	err_release(&err);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	char *text = xstrndup(size ? (const char *)data : "", size);
	const long first = date_from_civil(1, 1, 1), last = date_from_civil(9999, 12, 31);
	struct err err = ERR_INIT;
	uint32_t pick = 0;
	long today, days = 0;

	/* one of all days there are, and the same again for the same bytes */
	memcpy(&pick, data, size < sizeof(pick) ? size : sizeof(pick));
	today = first + (long)(pick % (unsigned long)(last - first + 1));
	if (date_parse(text, today, &days, &err)) {
		must(!err.msg);
		check_day(days);
	} else {
		must(err.kind == ERR_INPUT && *err_msg(&err) && days == 0);
	}
	err_release(&err);
	check_valid(pick);
	check_day(today);
	check_datetime(text, today);
	free(text);
	return 0;
}
