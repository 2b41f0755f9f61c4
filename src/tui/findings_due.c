/* What falls due in all registers, and what is overdue. */
#include "config.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "findings.h"
#include "isms/report/due.h"
#include "isms/util/date.h"
#include "isms/util/i18n.h"
#include "isms/util/mem.h"

struct due_data {
	bool overdue; /* nothing else */
	struct dues dues;
};

static void add_due(struct finding_pane *p, const struct due *due, long today)
{
	struct line *line;
	char day[DATE_LEN];

	date_format(due->day, day);
	line = finding_line(p,
			xasprintf("%s  %s %s: %s", day, due->code, due->title ? due->title : "",
				  _(due->what)),
			due->day < today ? xasprintf(_("OVERDUE %ldd"), today - due->day)
					 : xstrdup(due->person ? due->person : ""),
			due->day < today ? LOOK_BAD : LOOK_PLAIN);
	line->kind = due->kind;
	line->id = due->id;
}

static void lines(struct tui *tui, struct finding_pane *p)
{
	const struct due_data *data = p->data;

	for (size_t i = 0; i < data->dues.n; i++)
		add_due(p, &data->dues.v[i], tui->app->rules.today);
	if (data->overdue)
		p->summary = xasprintf(_("%ld overdue"), data->dues.overdue);
	else
		p->summary = xasprintf(_("%ld overdue, %zu within %d days"), data->dues.overdue,
				       data->dues.n - (size_t)data->dues.overdue, DUE_DAYS);
}

static bool read_due(struct tui *tui, struct finding_pane *p, struct err *err)
{
	struct due_data *data = p->data;
	long today = tui->app->rules.today;

	struct dues dues;
	bool ok = due_read(tui->app->store, &tui->app->rules,
			   data->overdue ? today - 1 : today + DUE_DAYS, NULL, &dues, err);

	if (ok) {
		due_release(&data->dues);
		data->dues = dues;
	}
	return ok;
}

static void close_due(struct finding_pane *p)
{
	struct due_data *data = p->data;

	due_release(&data->dues);
	free(data);
}

static const struct lines_ops ops = {
	.name = N_("Due"),
	.empty = N_("Nothing falls due."),
	.read = read_due,
	.lines = lines,
	.close = close_due,
};

struct view *due_view(struct tui *tui, bool overdue)
{
	struct due_data *data = xcalloc(1, sizeof(*data));

	data->overdue = overdue;
	return finding_view(tui, &ops, data);
}
