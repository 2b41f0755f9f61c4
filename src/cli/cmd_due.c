/* isms due */
#include "config.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "isms/exchange/calendar.h"
#include "isms/report/due.h"
#include "isms/util/date.h"
#include "isms/util/i18n.h"
#include "isms/util/mem.h"

#include "private.h"

#define WITHIN "30d"
#define NUMBER_SIZE 24

/* "30d" and "+30d" from today; else any date. */
static bool find_until(const struct cli *cli, long *until, struct err *err)
{
	const char *within = cli_option(cli, "within");
	const long today = cli->app.rules.today;
	struct str text = STR_INIT;
	bool ok;

	within = within ? within : WITHIN;
	str_addf(&text, "+%s", within + (*within == '+'));
	ok = date_parse(str_get(&text), today, until, NULL) ||
	     date_parse(within, today, until, err);
	if (!ok) {
		err_prefix(err, "--within: ");
		err->kind = ERR_USAGE;
	}
	str_release(&text);
	return ok;
}

/* ---- Output -------------------------------------------------------------- */

static void show_rows(const struct dues *dues, long today, enum format format)
{
	const struct rows_column columns[] = {
		{"due", _("Due"), ROWS_WHOLE},	     {"days", _("Days"), ROWS_NUMBER},
		{"kind", _("Register"), ROWS_WHOLE}, {"code", _("Code"), ROWS_WHOLE},
		{"what", _("What"), ROWS_WHOLE},     {"title", _("Title"), ROWS_TEXT},
		{"person", _("Person"), ROWS_TEXT},
	};
	struct rows *rows = rows_begin(format, columns, sizeof(columns) / sizeof(columns[0]));
	size_t i;

	for (i = 0; i < dues->n; i++) {
		const struct due *due = &dues->v[i];
		char day[DATE_LEN], days[NUMBER_SIZE];
		const char *const cells[] = {
			day,
			days,
			format == FORMAT_TABLE ? _(due->kind->title) : due->kind->name,
			due->code,
			_(due->what),
			due->title,
			due->person,
		};

		date_format(due->day, day);
		snprintf(days, sizeof(days), "%ld", due->day - today);
		rows_add(rows, cells);
	}
	rows_end(&rows);
}

static void summary(const struct dues *dues)
{
	struct str line = STR_INIT;

	str_addf(&line, ngettext("%ld overdue, ", "%ld overdue, ", (unsigned long)dues->overdue),
		 dues->overdue);
	str_addf(&line,
		 ngettext("%zu still to come", "%zu still to come",
			  dues->n - (size_t)dues->overdue),
		 dues->n - (size_t)dues->overdue);
	out_line(str_get(&line));
	str_release(&line);
}

/* A record may have several dates: the uid is of the record and the field. */
static char *todo_uid(const struct due *due)
{
	struct str uid = STR_INIT;
	int i;

	for (i = 0; i < UID_LEN; i++)
		str_addf(&uid, "%s%02x", i == 4 || i == 6 || i == 8 || i == 10 ? "-" : "",
			 due->uid[i]);
	str_addf(&uid, "-%s", due->date->name);
	return str_detach(&uid);
}

static char *todo_description(const struct due *due)
{
	struct str text = STR_INIT;

	str_addf(&text, "%s %s", _(due->kind->title), due->code);
	if (due->person)
		str_addf(&text, "\n%s", due->person);
	return str_detach(&text);
}

static bool show_calendar(const struct dues *dues, long today, struct err *err)
{
	struct todo *todos = xcalloc(dues->n, sizeof(*todos));
	struct strv texts = STRV_INIT;
	FILE *out = out_begin(err);
	bool ok = out != NULL;
	size_t i;

	for (i = 0; i < dues->n; i++) {
		const struct due *due = &dues->v[i];

		strv_take(&texts, todo_uid(due));
		todos[i].uid = texts.v[texts.n - 1];
		strv_take(&texts, xasprintf("%s: %s", _(due->what), due->title));
		todos[i].summary = texts.v[texts.n - 1];
		strv_take(&texts, todo_description(due));
		todos[i].description = texts.v[texts.n - 1];
		todos[i].due = due->day;
	}
	ok = ok && calendar_write(todos, dues->n, today, out, err);
	ok = out_end(&out, ok ? err : NULL) && ok;
	strv_release(&texts);
	free(todos);
	return ok;
}

bool cmd_due(struct cli *cli, struct err *err)
{
	const char *name = cli_option(cli, "format");
	const bool calendar = name && !strcmp(name, "ics");
	const long today = cli->app.rules.today;
	enum format format = FORMAT_TABLE;
	struct dues dues;
	long until = 0;
	bool ok;

	if (!cli_words_max(cli, 0, err) ||
	    (!calendar && !cli_format(cli, FORMAT_TABLE, &format, err)) ||
	    !find_until(cli, &until, err) ||
	    !due_read(cli->app.store, &cli->app.rules, until, cli_option(cli, "owner"), &dues, err))
		return false;
	ok = !calendar || show_calendar(&dues, today, err);
	if (!calendar)
		show_rows(&dues, today, format);
	if (!calendar && format == FORMAT_TABLE)
		summary(&dues);
	/* the result says it all: no message besides the exit status */
	if (ok && dues.overdue)
		ok = err_set(err, ERR_FOUND, "%s", "");
	due_release(&dues);
	return ok;
}
