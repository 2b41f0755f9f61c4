/* A month to choose a day from: where we are, what falls due. */
#include "config.h"

#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "isms/report/due.h"
#include "isms/tui/dialog.h"
#include "isms/tui/field.h"
#include "isms/util/date.h"
#include "isms/util/i18n.h"
#include "isms/util/mem.h"
#include "isms/util/text.h"

#define DAY_CELLS 5
#define WEEK_CELLS 4
#define WEEKS 6
#define DUES_LOW 2

struct calendar {
	struct view view;
	const char *label;
	long at, chosen; /* days; chosen LONG_MIN: nothing is in the field */
	struct dues dues;
	long known; /* what falls due is known up to this day */
	bool done;
};

static const char *const months[] = {N_("January"), N_("February"), N_("March"),
				     N_("April"),   N_("May"),	    N_("June"),
				     N_("July"),    N_("August"),   N_("September"),
				     N_("October"), N_("November"), N_("December")};
static const char *const days[] = {N_("Monday"), N_("Tuesday"),	 N_("Wednesday"), N_("Thursday"),
				   N_("Friday"), N_("Saturday"), N_("Sunday")};

const char *calendar_day(long day)
{
	return _(days[date_weekday(day)]);
}

static long first_of_month(long day)
{
	int year, month, of_month;

	date_to_civil(day, &year, &month, &of_month);
	return day - of_month + 1;
}

static long last_of_month(long day)
{
	int year, month, of_month;

	date_to_civil(day, &year, &month, &of_month);
	return day - of_month + date_days_in_month(year, month);
}

static void move(struct calendar *c, long to)
{
	c->at = to < DATE_FIRST ? DATE_FIRST : to > DATE_LAST ? DATE_LAST : to;
}

static void title(struct tui *tui, struct view *view, struct str *middle, struct str *right)
{
	struct calendar *c = (struct calendar *)view;
	int year, month, of_month;
	char day[DATE_LEN];

	date_format(c->at, day);
	date_to_civil(c->at, &year, &month, &of_month);
	str_addf(middle, "%s: %s %s", c->label, day, calendar_day(c->at));
	if (c->at == tui->app->rules.today)
		str_addf(middle, ", %s", _("today"));
	if (c->at == c->chosen)
		str_addf(middle, ", %s", _("in the field"));
	str_addf(right, "%s %d", _(months[month - 1]), year);
}

/* The week that has the year's first Thursday is week 1 (ISO 8601). */
static int week_of(long monday)
{
	int year, month, of_month;

	date_to_civil(monday + 3, &year, &month, &of_month);
	return (int)((monday + 3 - date_from_civil(year, 1, 1)) / 7) + 1;
}

static bool has_due(const struct calendar *c, long day)
{
	bool found = false;

	for (size_t i = 0; i < c->dues.n && !found && c->dues.v[i].day <= day; i++)
		found = c->dues.v[i].day == day;
	return found;
}

/* In signs as well as in looks: [16] the cursor, = in the field, * today, . due. */
static void draw_day(struct tui *tui, const struct calendar *c, int y, int x, long day)
{
	bool at = day == c->at, today = day == tui->app->rules.today;
	int year, month, of_month;
	char text[32];

	date_to_civil(day, &year, &month, &of_month);
	snprintf(text, sizeof(text), "%c%2d%c%c", at ? '[' : ' ', of_month,
		 day == c->chosen  ? '='
		 : today	   ? '*'
		 : has_due(c, day) ? '.'
				   : ' ',
		 at ? ']' : ' ');
	draw_text(tui, y, x, DAY_CELLS, text,
		  at			      ? LOOK_PLAIN | LOOK_SELECTED
		  : today || day == c->chosen ? LOOK_BOLD
					      : LOOK_PLAIN);
	if (at)
		draw_cursor(tui, y, x + 1);
}

static void draw_weeks(struct tui *tui, const struct calendar *c, struct rect r)
{
	long first = first_of_month(c->at), last = last_of_month(c->at);
	long monday = first - date_weekday(first);

	for (int d = 0; d < 7; d++) {
		char *name = xstrndup(_(days[d]), text_fit(_(days[d]), 2, NULL));

		draw_text(tui, r.y, r.x + WEEK_CELLS + d * DAY_CELLS + 1, 2, name, LOOK_DIM);
		free(name);
	}
	for (int w = 0; w < WEEKS && monday + 7 * w <= last && w + 1 < r.h; w++) {
		char week[16];

		snprintf(week, sizeof(week), "%3d", week_of(monday + 7 * w));
		draw_text(tui, r.y + 1 + w, r.x, WEEK_CELLS, week, LOOK_DIM);
		for (int d = 0; d < 7; d++) {
			long day = monday + 7 * w + d;

			if (day >= first && day <= last)
				draw_day(tui, c, r.y + 1 + w, r.x + WEEK_CELLS + d * DAY_CELLS,
					 day);
		}
	}
}

/* In a low window as many as a cursor key may carry. */
static void draw_dues(struct tui *tui, const struct calendar *c, struct rect r)
{
	size_t rows = tui_low(tui) && r.h > DUES_LOW ? DUES_LOW : (size_t)r.h, n = 0;
	struct str text = STR_INIT;
	int wide;

	for (size_t i = 0; i < c->dues.n; i++) {
		const struct due *due = &c->dues.v[i];

		if (due->day != c->at || ++n > rows)
			continue;
		str_clear(&text);
		str_addf(&text, "%s: %s %s", _(due->what), due->code, due->title);
		draw_text(tui, r.y + (int)n - 1, r.x + 1, r.w - 2, str_get(&text), LOOK_PLAIN);
	}
	if (rows > 0 && n > rows) {
		str_clear(&text);
		str_addf(&text, _(" and %zu more"), n - rows);
		wide = text_width(str_get(&text));
		draw_text(tui, r.y + (int)rows - 1, r.x + r.w - 1 - wide, wide, str_get(&text),
			  LOOK_PLAIN);
	}
	str_release(&text);
}

static void draw(struct tui *tui, struct view *view, struct rect r)
{
	struct calendar *c = (struct calendar *)view;

	draw_weeks(tui, c, r);
	if (r.h > WEEKS + 3) {
		draw_text(tui, r.y + WEEKS + 2, r.x + 1, r.w - 2,
			  _("= in the field  * today  . something falls due   PgUp PgDn a month"),
			  LOOK_DIM);
		draw_dues(tui, c, (struct rect){r.y + WEEKS + 4, r.x, r.h - WEEKS - 4, r.w});
	}
}

/* What falls due comes when there is time, that of the next month too: it is there then. */
static bool idle(struct tui *tui, struct view *view)
{
	struct calendar *c = (struct calendar *)view;
	long until = last_of_month(date_add_months(c->at, 1));
	struct dues dues;
	struct err err = ERR_INIT;

	if (until <= c->known)
		return false;
	memset(&dues, 0, sizeof(dues));
	c->known = until;
	if (due_read(tui->app->store, &tui->app->rules, until, NULL, &dues, &err)) {
		due_release(&c->dues);
		c->dues = dues;
		tui->dirty = true;
	}
	err_release(&err);
	return false;
}

static bool command(struct tui *tui, struct view *view, enum command_id id)
{
	struct calendar *c = (struct calendar *)view;
	bool taken = true;

	switch (id) {
	case CMD_LEFT:
		move(c, c->at - 1);
		break;
	case CMD_RIGHT:
		move(c, c->at + 1);
		break;
	case CMD_UP:
		move(c, c->at - 7);
		break;
	case CMD_DOWN:
		move(c, c->at + 7);
		break;
	case CMD_PAGE_UP:
		move(c, date_add_months(c->at, -1));
		break;
	case CMD_PAGE_DOWN:
		move(c, date_add_months(c->at, 1));
		break;
	case CMD_HOME:
		move(c, first_of_month(c->at));
		break;
	case CMD_END:
		move(c, last_of_month(c->at));
		break;
	case CMD_TODAY:
		move(c, tui->app->rules.today);
		break;
	case CMD_TAKE:
		c->done = true;
		view_pop(tui);
		break;
	case CMD_CANCEL:
	case CMD_QUIT:
		view_pop(tui);
		break;
	default:
		taken = false;
		break;
	}
	return taken;
}

static const struct view_ops calendar_ops = {
	.where = WHERE_CALENDAR,
	.flags = VIEW_FULL | VIEW_MODAL,
	.title = title,
	.draw = draw,
	.command = command,
	.idle = idle,
};

bool calendar_pick(struct tui *tui, const char *label, long chosen, long *day)
{
	struct calendar c = {
		.view = {.ops = &calendar_ops},
		.label = label,
		.at = chosen == LONG_MIN ? tui->app->rules.today : chosen,
		.chosen = chosen,
		.known = LONG_MIN,
	};

	view_run(tui, &c.view);
	due_release(&c.dues);
	if (c.done)
		*day = c.at;
	return c.done;
}
