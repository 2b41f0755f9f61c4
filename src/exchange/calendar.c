#include "config.h"

#include "isms/exchange/calendar.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include <libical/ical.h>

#include "isms/util/date.h"
#include "isms/util/i18n.h"
#include "isms/util/mem.h"

#define PRODUCT "-//isms//" PACKAGE_VERSION "//EN"

static struct icaltimetype to_time(long days, bool stamp)
{
	struct icaltimetype t = icaltime_null_time();

	date_to_civil(days, &t.year, &t.month, &t.day);
	t.is_date = !stamp;
	if (stamp)
		t.zone = icaltimezone_get_utc_timezone();
	return t;
}

/* RFC 5545 knows no control characters but TAB and the line break. */
static char *text_of(const char *text)
{
	char *s = xstrdup(text), *p;

	for (p = s; *p; p++)
		if (((unsigned char)*p < ' ' && *p != '\t' && *p != '\n') || *p == '\177')
			*p = ' ';
	return s;
}

static void add(icalcomponent *parent, icalproperty *property)
{
	icalcomponent_add_property(parent, xcheck(property));
}

static void add_text(icalcomponent *to, icalproperty *(*make)(const char *), const char *text)
{
	char *s = text_of(text);

	add(to, make(s));
	free(s);
}

static void add_todo(icalcomponent *calendar, const struct todo *todo, long today)
{
	icalcomponent *c = xcheck(icalcomponent_new(ICAL_VTODO_COMPONENT));

	add_text(c, icalproperty_new_uid, todo->uid);
	add(c, icalproperty_new_dtstamp(to_time(today, true)));
	add(c, icalproperty_new_due(to_time(todo->due, false)));
	add_text(c, icalproperty_new_summary, todo->summary);
	if (todo->description)
		add_text(c, icalproperty_new_description, todo->description);
	icalcomponent_add_component(calendar, c);
}

bool calendar_write(const struct todo *todos, size_t n, long today, FILE *f, struct err *err)
{
	icalcomponent *calendar = xcheck(icalcomponent_new(ICAL_VCALENDAR_COMPONENT));
	char *text;
	bool ok;
	size_t i;

	add(calendar, icalproperty_new_version("2.0"));
	add(calendar, icalproperty_new_prodid(PRODUCT));
	for (i = 0; i < n; i++)
		add_todo(calendar, &todos[i], today);
	text = xcheck(icalcomponent_as_ical_string_r(calendar));
	errno = 0;
	ok = fputs(text, f) >= 0 ||
	     err_set(err, ERR_FAILED, _("cannot write the calendar: %s"), strerror(errno));
	icalmemory_free_buffer(text);
	icalcomponent_free(calendar);
	return ok;
}
