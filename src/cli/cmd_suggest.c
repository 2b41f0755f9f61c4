/* isms suggest */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "isms/app/suggest.h"
#include "isms/model/kinds.h"
#include "isms/util/i18n.h"
#include "isms/util/mem.h"

#include "private.h"

static bool of_register(struct cli *cli, const struct kind *kind, enum format format,
			struct err *err)
{
	const struct rows_column columns[] = {
		{"catalogue", _("Catalogue"), ROWS_WHOLE},
		{"ref", _("Ref"), ROWS_WHOLE},
		{"title", _("Title"), ROWS_TEXT},
		{"group", _("Group"), ROWS_TEXT},
	};
	struct suggestions list;
	struct rows *rows;
	size_t i;

	if (!app_suggestions(&cli->app, NULL, kind, &list, err))
		return false;
	if (!list.n)
		return err_set(err, ERR_MISSING, _("no catalogue has suggestions for %s"),
			       _(kind->plural));
	rows = rows_begin(format, columns, sizeof(columns) / sizeof(columns[0]));
	for (i = 0; i < list.n; i++) {
		const char *const cells[] = {list.v[i].catalogue, list.v[i].ref, list.v[i].title,
					     list.v[i].group};

		if (!list.v[i].there)
			rows_add(rows, cells);
	}
	rows_end(&rows);
	suggestions_release(&list);
	return true;
}

static bool of_risk(struct cli *cli, long long id, enum format format, struct err *err)
{
	const struct rows_column columns[] = {
		{"code", _("Code"), ROWS_WHOLE},
		{"title", _("Control"), ROWS_TEXT},
		{"status", _("Status"), ROWS_TEXT},
		{"by", _("Suggested by"), ROWS_TEXT},
	};
	struct record *risk = NULL;
	struct answer answer;
	struct rows *rows;
	size_t i;
	bool ok = store_get(cli->app.store, &kind_risk, id, &risk, err) &&
		  app_risk_controls(&cli->app, risk, &answer, err);

	record_free(&risk);
	if (!ok)
		return false;
	rows = rows_begin(format, columns, sizeof(columns) / sizeof(columns[0]));
	for (i = 0; i < answer.n; i++) {
		char **row = answer.row[i];
		const char *const cells[] = {row[SUGGEST_CODE], row[SUGGEST_TITLE],
					     row[SUGGEST_STATUS], row[SUGGEST_BY]};

		rows_add(rows, cells);
	}
	rows_end(&rows);
	answer_release(&answer);
	return true;
}

/* Any control may be linked so, suggested or not. */
static bool link(struct cli *cli, const struct hit *risk, struct err *err)
{
	long long *ids = xcalloc((size_t)cli->nwords, sizeof(*ids));
	bool ok = true;
	int i;

	for (i = 1; ok && i < cli->nwords; i++) {
		ok = store_find_code(cli->app.store, &kind_control, cli->words[i], &ids[i - 1],
				     err);
		if (ok && !ids[i - 1])
			ok = err_set(err, ERR_MISSING, _("no control '%s'"), cli->words[i]);
	}
	ok = ok && app_risk_link(&cli->app, risk->id, ids, (size_t)cli->nwords - 1, err);
	free(ids);
	return ok;
}

bool cmd_suggest(struct cli *cli, struct err *err)
{
	const char *word = cli_word(cli, 0, err);
	const struct kind *kind = word ? kind_find(word) : NULL;
	struct hit hit = {NULL, 0};
	enum format format;

	if (!word || !cli_format(cli, FORMAT_TABLE, &format, err))
		return false;
	if (kind)
		return cli_words_max(cli, 1, err) && of_register(cli, kind, format, err);
	if (!app_find(&cli->app, word, &hit, err))
		return false;
	if (hit.kind != &kind_risk)
		return err_set(err, ERR_USAGE, _("controls are suggested for a risk, not for %s"),
			       word);
	return cli->nwords > 1 ? link(cli, &hit, err) : of_risk(cli, hit.id, format, err);
}
