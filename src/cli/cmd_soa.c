/* isms soa */
#include "config.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "isms/app/soa.h"
#include "isms/model/kinds.h"
#include "isms/report/soa.h"
#include "isms/util/i18n.h"
#include "isms/util/mem.h"

#include "private.h"

/* ---- The statement ------------------------------------------------------- */

static const struct {
	enum soa_key key;
	bool table; /* in the table too, which would be too wide with all */
} columns_of[] = {
	{SOA_REF, true},
	{SOA_TITLE, true},
	{SOA_CODE, false},
	{SOA_THEME, false},
	{SOA_APPLICABLE, true},
	{SOA_REASONS, true},
	{SOA_JUSTIFICATION, false},
	{SOA_IMPLEMENTATION, true},
	{SOA_HOW, false},
	{SOA_DOCUMENTS, false},
	{SOA_EVIDENCE, false},
	{SOA_RESPONSIBLE, true},
	{SOA_RISKS, true},
	{SOA_REQUIREMENTS, true},
	{SOA_TARGET, true},
	{SOA_CHECKED, false},
	{SOA_EFFECT, false},
	{SOA_OLD, false},
};

#define NCOLUMNS (sizeof(columns_of) / sizeof(columns_of[0]))

static enum rows_type type_of(enum soa_key key)
{
	return key == SOA_REF || key == SOA_APPLICABLE || key == SOA_REASONS || key == SOA_TARGET
		       ? ROWS_WHOLE
		       : ROWS_TEXT;
}

static size_t make_columns(struct rows_column *columns, bool table)
{
	size_t i, n = 0;

	for (i = 0; i < NCOLUMNS; i++)
		if (columns_of[i].table || !table)
			columns[n++] = (struct rows_column){soa_name(columns_of[i].key),
							    soa_title(columns_of[i].key),
							    type_of(columns_of[i].key)};
	columns[n++] = (struct rows_column){"contradiction", _("What contradicts"), ROWS_TEXT};
	return n;
}

/* For programs the keys as they are in the file, for people what they read. */
static void show_row(const struct cli *cli, struct rows *rows, const struct soa_row *row,
		     bool table)
{
	char *texts[NCOLUMNS + 1];
	const char *cells[NCOLUMNS + 1];
	struct str text = STR_INIT;
	size_t i, n = 0, k;

	for (i = 0; i < NCOLUMNS; i++) {
		const char *raw = row->text[columns_of[i].key];

		if (table && !columns_of[i].table)
			continue;
		str_clear(&text);
		if (table)
			soa_show(&cli->app.rules, row, columns_of[i].key, &text);
		else
			str_add(&text, raw ? raw : "");
		texts[n++] = table || raw ? xstrdup(str_get(&text)) : NULL;
	}
	str_clear(&text);
	texts[n++] = soa_contradiction(row, &text) ? xstrdup(str_get(&text)) : NULL;
	for (k = 0; k < n; k++)
		cells[k] = texts[k];
	rows_add(rows, cells);
	for (k = 0; k < n; k++)
		free(texts[k]);
	str_release(&text);
}

static void theme_line(const struct cli *cli, const struct soa_row *head)
{
	struct str line = STR_INIT;

	(void)cli;
	str_addf(&line, "  %-16s", *head->theme ? head->theme : _("no theme"));
	soa_counts(head->entries, head->decided, head->applicable, head->implemented, &line);
	out_line(str_get(&line));
	str_release(&line);
}

static void summary(const struct cli *cli, const struct soa *soa)
{
	struct str line = STR_INIT;
	size_t i;

	soa_counts(soa->entries, soa->decided, soa->applicable, soa->implemented, &line);
	str_addf(&line, _("; %ld complete, %ld contradict"), soa->complete, soa->contradictions);
	soa_version_text(soa, false, &line);
	out_line(str_get(&line));
	for (i = 0; i < soa->n; i++)
		if (soa->v[i].heading)
			theme_line(cli, &soa->v[i]);
	str_clear(&line);
	soa_legend(&cli->app.rules, &line);
	out_line(str_get(&line));
	str_release(&line);
}

static bool statement(struct cli *cli, enum format format, struct err *err)
{
	struct rows_column columns[NCOLUMNS + 1];
	const bool table = format == FORMAT_TABLE;
	struct app_query query;
	struct rows *rows;
	struct soa soa;
	size_t i;
	bool ok;

	if (!app_query(&cli->app, &kind_soa_entry, cli_option(cli, "where"), NULL, &query, err))
		return false;
	ok = soa_read(cli->app.store, query.query.filter, &soa, err);
	app_query_release(&query);
	if (!ok)
		return false;
	rows = rows_begin(format, columns, make_columns(columns, table));
	for (i = 0; i < soa.n; i++)
		if (!soa.v[i].heading)
			show_row(cli, rows, &soa.v[i], table);
	rows_end(&rows);
	if (table)
		summary(cli, &soa);
	soa_release(&soa);
	return true;
}

/* ---- The edition of 2013 ------------------------------------------------- */

static bool edition_2013(struct cli *cli, enum format format, struct err *err)
{
	const struct rows_column columns[] = {
		{"number", _("Ref"), ROWS_WHOLE},     {"title", _("Control of 2013"), ROWS_TEXT},
		{"section", _("Section"), ROWS_TEXT}, {"controls", _("2022"), ROWS_TEXT},
		{"state", _("State"), ROWS_WHOLE},
	};
	struct answer answer;
	struct rows *rows;
	size_t i;

	if (!soa_2013(cli->app.store, &answer, err))
		return false;
	if (!answer.n)
		return err_set(err, ERR_MISSING,
			       _("the controls of 2013 are not in the file; "
				 "'isms catalogue annex-a-2013' adds them"));
	rows = rows_begin(format, columns, sizeof(columns) / sizeof(columns[0]));
	for (i = 0; i < answer.n; i++) {
		char **row = answer.row[i];
		const char *const cells[] = {row[OLD_NUMBER], row[OLD_TITLE], row[OLD_CHAPTER],
					     row[OLD_REFS], soa_old_state(row)};

		rows_add(rows, cells);
	}
	rows_end(&rows);
	answer_release(&answer);
	return true;
}

/* ---- Reasons ------------------------------------------------------------- */

/* "reasons", "applicable", "justification": what differs, old and new. */
static void show_changes(const struct cli *cli, struct rows *rows, const struct soa_change *change)
{
	const struct kind *kind = change->now->kind;
	struct str old = STR_INIT, now = STR_INIT;
	size_t i;

	for (i = 0; i < kind->nfields; i++) {
		const struct field *field = &kind->fields[i];
		const char *const cells[] = {change->now->code, record_title(change->now),
					     field->name, NULL, NULL};
		const char *row[5];

		if (value_equal(field, &change->old->values[i], &change->now->values[i]))
			continue;
		str_clear(&old);
		str_clear(&now);
		if (change->old->values[i].set)
			field_format(&cli->app.rules, field, &change->old->values[i], &old);
		field_format(&cli->app.rules, field, &change->now->values[i], &now);
		memcpy(row, cells, sizeof(row));
		row[3] = str_get(&old);
		row[4] = str_get(&now);
		rows_add(rows, row);
	}
	str_release(&old);
	str_release(&now);
}

static bool fill(struct cli *cli, enum format format, struct err *err)
{
	const struct rows_column columns[] = {
		{"code", _("Code"), ROWS_WHOLE},   {"title", _("Control"), ROWS_TEXT},
		{"field", _("Field"), ROWS_WHOLE}, {"old", _("Old"), ROWS_TEXT},
		{"new", _("New"), ROWS_TEXT},
	};
	const bool dry = cli_option(cli, "dry-run") != NULL;
	struct soa_fill result;
	struct rows *rows;
	size_t i;
	bool ok;

	if (!app_soa_reasons(&cli->app, 0, &result, err))
		return false;
	rows = rows_begin(format, columns, sizeof(columns) / sizeof(columns[0]));
	for (i = 0; i < result.n; i++)
		show_changes(cli, rows, &result.v[i]);
	rows_end(&rows);
	ok = dry || !result.n || app_soa_fill(&cli->app, &result, NULL, err);
	if (ok && dry)
		out_note(ngettext("%zu entry would get reasons; nothing was written",
				  "%zu entries would get reasons; nothing was written", result.n),
			 result.n);
	else if (ok)
		out_note(ngettext("%zu entry got reasons", "%zu entries got reasons", result.n),
			 result.n);
	if (ok && result.excluded)
		out_note(ngettext("%ld is excluded though something asks for it: it stays so",
				  "%ld are excluded though something asks for them: they stay so",
				  (unsigned long)result.excluded),
			 result.excluded);
	soa_fill_release(&result);
	return ok;
}

bool cmd_soa(struct cli *cli, struct err *err)
{
	const char *edition = cli_option(cli, "edition");
	enum format format;

	if (!cli_words_max(cli, 0, err) || !cli_format(cli, FORMAT_TABLE, &format, err))
		return false;
	if (edition && strcmp(edition, "2013") != 0 && strcmp(edition, "2022") != 0)
		return err_set(err, ERR_USAGE, _("--edition: '%s' is none; 2022 or 2013"), edition);
	if (cli_option(cli, "fill"))
		return fill(cli, format, err);
	return edition && !strcmp(edition, "2013") ? edition_2013(cli, format, err)
						   : statement(cli, format, err);
}
