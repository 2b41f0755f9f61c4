/* isms certification */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "isms/report/certification.h"
#include "isms/util/i18n.h"

#include "private.h"

/* 1, 2, or cycle; all of them: STAGE_COUNT. */
static bool find_stage(const struct cli *cli, enum stage *stage, struct err *err)
{
	static const char *const names[STAGE_COUNT] = {"1", "2", "cycle"};
	const char *name = cli_option(cli, "stage");
	int i = name ? 0 : STAGE_COUNT;

	while (i < STAGE_COUNT && strcmp(names[i], name))
		i++;
	*stage = (enum stage)i;
	return !name || i < STAGE_COUNT ||
	       err_set(err, ERR_USAGE, _("unknown stage '%s': there are 1, 2, cycle"), name);
}

static void add_rows(struct rows *rows, enum stage stage, const struct certification *list)
{
	size_t i;

	for (i = 0; i < list->n; i++) {
		const struct demand *demand = &list->v[i];
		char *behind = cli_list_command(demand->kind, demand->filter);
		const char *const cells[] = {
			stage_names[stage], demand->clause, standing_names[demand->standing],
			demand->what,	    demand->found,  behind,
			demand->kind->name, demand->filter,
		};

		rows_add(rows, cells);
		free(behind);
	}
}

static bool show(const struct cli *cli, enum stage only, enum format format, long *open,
		 struct err *err)
{
	const struct rows_column columns[] = {
		{"stage", _("Stage"), ROWS_WHOLE},	  {"clause", _("Clause"), ROWS_WHOLE},
		{"state", _("State"), ROWS_WHOLE},	  {"what", _("What is asked"), ROWS_TEXT},
		{"found", _("What is there"), ROWS_TEXT}, {"behind", _("Listed by"), ROWS_TEXT},
		{"kind", _("Register"), ROWS_TEXT},	  {"filter", _("Filter"), ROWS_TEXT},
	};
	/* the command says register and filter to people */
	const size_t n = sizeof(columns) / sizeof(columns[0]) - (format == FORMAT_TABLE ? 2 : 0);
	struct rows *rows = rows_begin(format, columns, n);
	bool ok = true;
	int stage;

	for (stage = 0; ok && stage < STAGE_COUNT; stage++) {
		struct certification list;

		if (only != STAGE_COUNT && (int)only != stage)
			continue;
		ok = certification_read(cli->app.store, (enum stage)stage, &list, err);
		if (!ok)
			continue;
		add_rows(rows, (enum stage)stage, &list);
		*open += list.count[STANDING_MISSING] + list.count[STANDING_PARTLY];
		certification_release(&list);
	}
	rows_end(&rows);
	return ok;
}

bool cmd_certification(struct cli *cli, struct err *err)
{
	enum format format;
	enum stage stage;
	long open = 0;

	if (!cli_words_max(cli, 0, err) || !cli_format(cli, FORMAT_TABLE, &format, err) ||
	    !find_stage(cli, &stage, err) || !show(cli, stage, format, &open, err))
		return false;
	/* the result says it all: no message besides the exit status */
	return !open || err_set(err, ERR_FOUND, "%s", "");
}
