/* isms catalogue */
#include "config.h"

#include <stdio.h>

#include "isms/util/i18n.h"

#include "private.h"

static bool list(struct cli *cli, struct err *err)
{
	const struct rows_column columns[] = {
		{"name", _("Name"), ROWS_TEXT},
		{"title", _("Catalogue"), ROWS_TEXT},
		{"kind", _("Register"), ROWS_TEXT},
		{"begins", _("In new files"), ROWS_TEXT},
	};
	struct app_catalogue catalogue;
	struct rows *rows = NULL;
	enum format format;
	size_t i;

	if (!cli_format(cli, FORMAT_TABLE, &format, err))
		return false;
	rows = rows_begin(format, columns, sizeof(columns) / sizeof(columns[0]));
	for (i = 0; app_catalogue_at(i, &catalogue); i++) {
		const char *const cells[] = {
			catalogue.name,
			_(catalogue.title),
			catalogue.kind->name,
			catalogue.begins ? "yes" : "no",
		};

		rows_add(rows, cells);
	}
	rows_end(&rows);
	return true;
}

bool cmd_catalogue(struct cli *cli, struct err *err)
{
	long added, there;
	int i;

	if (!cli->nwords)
		return list(cli, err);
	for (i = 0; i < cli->nwords; i++) {
		if (!app_catalogue(&cli->app, cli->words[i], &added, &there, err))
			return false;
		printf(_("%s: %ld new, %ld there already\n"), cli->words[i], added, there);
	}
	return true;
}
