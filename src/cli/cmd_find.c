/* isms find */
#include "config.h"

#include <limits.h>
#include <stdio.h>
#include <stdlib.h>

#include "isms/app/search.h"
#include "isms/util/i18n.h"
#include "isms/util/text.h"

#include "private.h"

#define EACH 10 /* records of a register that are listed unless told */
#define CODE_CELLS 8

static void join_words(const struct cli *cli, struct str *out)
{
	int i;

	for (i = 0; i < cli->nwords; i++)
		str_addf(out, "%s%s", i ? " " : "", cli->words[i]);
}

/* ---- For people: by register ------------------------------------------------- */

static void show_line(const struct search_line *line)
{
	struct str text = STR_INIT;

	str_add(&text, "  ");
	if (text_width(line->code) < CODE_CELLS)
		text_pad(&text, line->code, CODE_CELLS, false);
	else
		str_add(&text, line->code);
	str_addf(&text, " %s", line->title);
	out_line(str_get(&text));
	if (*line->text) {
		str_clear(&text);
		str_addf(&text, "           %s: %s",
			 line->field ? _(line->field->label) : _("Code"), line->text);
		out_line(str_get(&text));
	}
	str_release(&text);
}

static bool show_hits(struct cli *cli, const struct search_hits *hits, const char *words,
		      struct err *err)
{
	struct search_line line;
	struct str head = STR_INIT;
	bool ok = true;
	size_t i;

	str_addf(&head, "%s %ld", _(hits->kind->plural), hits->n);
	out_line(str_get(&head));
	for (i = 0; ok && i < hits->nids; i++) {
		ok = app_search_line(&cli->app, hits->kind, hits->ids[i], words, &line, err);
		if (ok)
			show_line(&line);
		search_line_release(&line);
	}
	if (ok && hits->nids < (size_t)hits->n) {
		str_clear(&head);
		str_addf(&head, _("  and %ld more: --kind %s --limit 0"),
			 hits->n - (long)hits->nids, hits->kind->name);
		out_line(str_get(&head));
	}
	str_release(&head);
	return ok;
}

/* ---- For programs: a row a record -------------------------------------------- */

static bool add_rows(struct cli *cli, struct rows *rows, const struct search_hits *hits,
		     const char *words, struct err *err)
{
	struct search_line line;
	bool ok = true;
	size_t i;

	for (i = 0; ok && i < hits->nids; i++) {
		ok = app_search_line(&cli->app, hits->kind, hits->ids[i], words, &line, err);
		if (ok) {
			const char *const cells[] = {
				hits->kind->name, line.code,
				line.title,	  line.field ? line.field->name : "code",
				line.text,
			};

			rows_add(rows, cells);
		}
		search_line_release(&line);
	}
	return ok;
}

static bool write_rows(struct cli *cli, const struct search_hits *hits, size_t n, const char *words,
		       enum format format, struct err *err)
{
	const struct rows_column columns[] = {
		{"kind", "kind", ROWS_WHOLE},  {"code", "code", ROWS_WHOLE},
		{"title", "title", ROWS_TEXT}, {"field", "field", ROWS_WHOLE},
		{"text", "text", ROWS_TEXT},
	};
	struct rows *rows = rows_begin(format, columns, sizeof(columns) / sizeof(columns[0]));
	bool ok = true;
	size_t i;

	for (i = 0; ok && i < n; i++)
		ok = add_rows(cli, rows, &hits[i], words, err);
	rows_end(&rows);
	return ok;
}

bool cmd_find(struct cli *cli, struct err *err)
{
	const char *name = cli_option(cli, "kind");
	const struct kind *only = NULL;
	struct search_hits *hits = NULL;
	struct str words = STR_INIT;
	enum format format;
	size_t n = 0, i;
	long most = EACH;
	bool ok;

	join_words(cli, &words);
	ok = cli_word(cli, 0, err) && (!name || (only = cli_kind(name, err))) &&
	     cli_number(cli, "limit", 0, LONG_MAX, &most, err) &&
	     cli_format(cli, FORMAT_TABLE, &format, err) &&
	     store_search(cli->app.store, str_get(&words), only, most, &hits, &n, err);
	if (ok && format != FORMAT_TABLE)
		ok = write_rows(cli, hits, n, str_get(&words), format, err);
	else
		for (i = 0; ok && i < n; i++)
			ok = show_hits(cli, &hits[i], str_get(&words), err);
	if (ok && !n)
		out_say(_("nothing has '%s'"), str_get(&words));
	search_hits_release(&hits, &n);
	str_release(&words);
	return ok;
}
