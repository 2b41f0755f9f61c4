/* isms certification */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "isms/report/certification.h"
#include "isms/util/i18n.h"
#include "isms/util/text.h"

#include "private.h"

#define INDENT 2
#define STANDING_WIDTH 10
#define CLAUSE_WIDTH 8

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

static void show_rows(const struct certification lists[STAGE_COUNT], enum format format)
{
	const struct rows_column columns[] = {
		{"stage", "stage", ROWS_WHOLE}, {"clause", "clause", ROWS_WHOLE},
		{"state", "state", ROWS_WHOLE}, {"what", "what", ROWS_TEXT},
		{"found", "found", ROWS_TEXT},	{"behind", "behind", ROWS_TEXT},
		{"kind", "kind", ROWS_TEXT},	{"filter", "filter", ROWS_TEXT},
	};
	struct rows *rows = rows_begin(format, columns, sizeof(columns) / sizeof(columns[0]));
	int stage;

	for (stage = 0; stage < STAGE_COUNT; stage++)
		add_rows(rows, (enum stage)stage, &lists[stage]);
	rows_end(&rows);
}

/* What is in place is a line; of the rest also what there is, and what lists it. */
static void show_demand(const struct demand *demand)
{
	struct str head = STR_INIT;
	char *behind = cli_list_command(demand->kind, demand->filter);

	text_pad(&head, _(standing_names[demand->standing]), STANDING_WIDTH, false);
	text_pad(&head, demand->clause, CLAUSE_WIDTH, false);
	out_paragraph(INDENT, str_get(&head), demand->what);
	if (demand->standing != STANDING_IN_PLACE) {
		out_paragraph(INDENT + STANDING_WIDTH + CLAUSE_WIDTH, "", demand->found);
		out_paragraph(INDENT + STANDING_WIDTH + CLAUSE_WIDTH, "", behind);
	}
	free(behind);
	str_release(&head);
}

static void show_text(const struct certification lists[STAGE_COUNT])
{
	struct str line = STR_INIT;
	bool first = true;
	int stage;
	size_t i;

	for (stage = 0; stage < STAGE_COUNT; stage++) {
		const struct certification *list = &lists[stage];

		if (!list->n)
			continue;
		str_clear(&line);
		str_addf(&line, _("%s (%ld of %zu in place)"), _(stage_titles[stage]),
			 list->count[STANDING_IN_PLACE], list->n);
		if (!first)
			out_line("");
		first = false;
		out_line(str_get(&line));
		for (i = 0; i < list->n; i++)
			show_demand(&list->v[i]);
	}
	str_release(&line);
}

static bool read_lists(const struct cli *cli, enum stage only,
		       struct certification lists[STAGE_COUNT], struct err *err)
{
	bool ok = true;
	int stage;

	for (stage = 0; ok && stage < STAGE_COUNT; stage++)
		if (only == STAGE_COUNT || (int)only == stage)
			ok = certification_read(cli->app.store, (enum stage)stage, &lists[stage],
						err);
	return ok;
}

bool cmd_certification(struct cli *cli, struct err *err)
{
	struct certification lists[STAGE_COUNT] = {{0}};
	enum format format;
	enum stage stage;
	bool ok;
	int i;

	ok = cli_words_max(cli, 0, err) && cli_format(cli, FORMAT_TABLE, &format, err) &&
	     find_stage(cli, &stage, err) && read_lists(cli, stage, lists, err);
	if (ok && format == FORMAT_TABLE)
		show_text(lists);
	else if (ok)
		show_rows(lists, format);
	for (i = 0; i < STAGE_COUNT; i++) {
		/* the result says it all: no message besides the exit status */
		if (ok && lists[i].count[STANDING_MISSING] + lists[i].count[STANDING_PARTLY])
			ok = err_set(err, ERR_FOUND, "%s", "");
		certification_release(&lists[i]);
	}
	return ok;
}
