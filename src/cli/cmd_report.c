/* isms report */
#include "config.h"

#include <string.h>

#include "isms/app/handout.h"
#include "isms/util/i18n.h"
#include "isms/util/near.h"

#include "private.h"

static bool list_reports(const struct reports *reports)
{
	const struct rows_column columns[] = {
		{"name", _("Name"), ROWS_TEXT},
		{"kind", _("About a"), ROWS_TEXT},
		{"about", _("What it tells"), ROWS_TEXT},
	};
	struct rows *rows = rows_begin(FORMAT_TABLE, columns, sizeof(columns) / sizeof(columns[0]));

	for (size_t i = 0; i < reports->n; i++) {
		const struct report *r = &reports->v[i];
		const char *const cells[] = {r->name, r->kind, _(r->about)};

		rows_add(rows, cells);
	}
	rows_end(&rows);
	return true;
}

static bool unknown(const struct reports *reports, const char *name, struct err *err)
{
	struct str hint = STR_INIT;
	struct near near;

	near_init(&near, name);
	for (size_t i = 0; i < reports->n; i++)
		near_try(&near, reports->v[i].name);
	near_hint(&near, &hint);
	err_set(err, ERR_USAGE, _("no report '%s'%s"), name,
		hint.len ? str_get(&hint) : _("; 'isms report' lists them"));
	str_release(&hint);
	near_release(&near);
	return false;
}

/* --format, else by the file's name, else text. */
static bool choose_csv(const struct cli *cli, bool *csv, struct err *err)
{
	const char *format = cli_option(cli, "format"), *path = cli_option(cli, "output");
	size_t n = path ? strlen(path) : 0;

	*csv = format ? !strcmp(format, "csv") : n > 4 && !strcmp(path + n - 4, ".csv");
	if (format && !*csv && strcmp(format, "text"))
		return err_set(err, ERR_USAGE, _("a report has the formats text and csv, not '%s'"),
			       format);
	return true;
}

static bool to_file(struct cli *cli, const struct handout *what, bool csv, struct err *err)
{
	const char *path = cli_option(cli, "output");
	const bool force = cli_option(cli, "force") != NULL;
	struct out_file file;
	bool ok;

	if (out_same_file(path, store_path(cli->app.store)))
		return err_set(err, ERR_USAGE, _("'%s' is the file that is open"), path);
	if (!out_file_begin(&file, path, force, err))
		return false;
	ok = app_report_write(&cli->app, what, csv, file.f, err);
	if (!out_file_end(&file, ok, force, ok ? err : NULL))
		ok = false;
	if (ok)
		out_say(_("'%s' written to '%s'"), what->report->name, path);
	return ok;
}

static bool to_stdout(struct cli *cli, const struct handout *what, bool csv, struct err *err)
{
	FILE *out = out_begin(err);
	bool ok = out && app_report_write(&cli->app, what, csv, out, err);

	if (ok)
		return out_end(&out, err);
	if (out)
		out_end(&out, NULL);
	return false;
}

bool cmd_report(struct cli *cli, struct err *err)
{
	const char *name = cli->nwords > 0 ? cli->words[0] : NULL;
	struct handout what = {.typed = cli->nwords > 1 ? cli->words[1] : NULL,
			       .copy = cli_option(cli, "frozen") != NULL};
	struct reports reports = {0};
	bool csv, ok;

	ok = cli_words_max(cli, 2, err) && choose_csv(cli, &csv, err) &&
	     reports_load(&reports, err);
	what.report = ok && name ? reports_find(&reports, name) : NULL;
	if (ok && !name)
		ok = list_reports(&reports);
	else if (ok && !what.report)
		ok = unknown(&reports, name, err);
	else if (ok && cli_option(cli, "output"))
		ok = to_file(cli, &what, csv, err);
	else if (ok)
		ok = to_stdout(cli, &what, csv, err);
	reports_release(&reports);
	return ok;
}
