/* isms catalogue */
#include "config.h"

#include <stdio.h>
#include <string.h>

#include "isms/app/suggest.h"
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

/* The rows of one catalogue, and which the file has. */
static bool list_rows(struct cli *cli, const char *name, struct rows *rows, struct err *err)
{
	struct suggestions list;
	size_t i;

	if (!app_suggestions(&cli->app, name, NULL, &list, err))
		return false;
	for (i = 0; i < list.n; i++) {
		const struct suggestion *s = &list.v[i];
		const char *const cells[] = {s->catalogue, s->ref, s->title, s->group,
					     s->there ? "yes" : "no"};

		rows_add(rows, cells);
	}
	suggestions_release(&list);
	return true;
}

static bool list_all_rows(struct cli *cli, struct err *err)
{
	const struct rows_column columns[] = {
		{"catalogue", _("Catalogue"), ROWS_WHOLE}, {"ref", _("Ref"), ROWS_WHOLE},
		{"title", _("Title"), ROWS_TEXT},	   {"group", _("Group"), ROWS_TEXT},
		{"there", _("In the file"), ROWS_WHOLE},
	};
	struct rows *rows;
	enum format format;
	bool ok = true;
	int i;

	if (!cli_format(cli, FORMAT_TABLE, &format, err))
		return false;
	rows = rows_begin(format, columns, sizeof(columns) / sizeof(columns[0]));
	for (i = 0; ok && i < cli->nwords; i++)
		ok = list_rows(cli, cli->words[i], rows, err);
	rows_end(&rows);
	return ok;
}

static bool is_catalogue(const char *word)
{
	struct app_catalogue catalogue;
	bool is = false;
	size_t i;

	for (i = 0; !is && app_catalogue_at(i, &catalogue); i++)
		is = !strcmp(catalogue.name, word);
	return is;
}

/* "threats T01 T05 vulnerabilities": a name, and the rows of it that follow; without
 * any all of it. */
bool cmd_catalogue(struct cli *cli, struct err *err)
{
	long added, there;
	int i, n;

	if (!cli->nwords)
		return list(cli, err);
	if (cli_option(cli, "list"))
		return list_all_rows(cli, err);
	for (i = 0; i < cli->nwords; i += n) {
		const char *name = cli->words[i];
		const char *const *refs = (const char *const *)cli->words + i + 1;
		bool ok;

		for (n = 1; i + n < cli->nwords && !is_catalogue(cli->words[i + n]); n++)
			;
		ok = n == 1 ? app_catalogue(&cli->app, name, &added, &there, err)
			    : app_catalogue_rows(&cli->app, name, refs, (size_t)n - 1, &added,
						 &there, err);
		if (!ok)
			return false;
		printf(_("%s: %ld new, %ld there already\n"), name, added, there);
	}
	return true;
}
