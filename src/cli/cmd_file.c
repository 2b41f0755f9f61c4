/* isms init, export, backup, doctor */
#include "config.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "isms/util/i18n.h"
#include "isms/util/mem.h"

#include "private.h"

#define SCALE_USUAL 5

bool cmd_init(struct cli *cli, struct err *err)
{
	const char *path = cli->options.file ? cli->options.file : NULL;
	long scale = SCALE_USUAL;
	bool ok;

	/* "isms init acme.isms" is what people try */
	if (!path && cli->nwords)
		cli->options.file = cli->words[0];
	else if (!cli_words_max(cli, 0, err))
		return false;
	ok = cli_words_max(cli, 1, err) &&
	     cli_number(cli, "scale", SCALE_MIN, SCALE_MAX, &scale, err) &&
	     app_create(&cli->app, &cli->options, cli_option(cli, "org"), (int)scale, err);
	if (ok)
		out_say(_("made '%s'"), store_path(cli->app.store));
	app_close(&cli->app);
	return ok;
}

/* ---- export -------------------------------------------------------------- */

static bool ends_with(const char *name, const char *end)
{
	size_t n = strlen(name), m = strlen(end);

	return n > m && !strcmp(name + n - m, end);
}

static enum format format_of(const char *path)
{
	if (path && ends_with(path, ".json"))
		return FORMAT_JSON;
	if (path && ends_with(path, ".jsonl"))
		return FORMAT_JSONL;
	if (path && ends_with(path, ".tsv"))
		return FORMAT_TSV;
	return FORMAT_CSV;
}

struct job {
	struct cli *cli;
	struct app_query query;
	struct export_columns columns;
	enum format format;
};

static bool export_stdout(struct job *job, struct err *err)
{
	FILE *out = out_begin(err);
	bool ok = out && export_write(job->cli->app.store, &job->cli->app.rules,
				      &job->query.query, &job->columns, job->format, out, NULL,
				      err);

	if (ok)
		return out_end(&out, err);
	out_end(&out, NULL);
	return false;
}

static bool export_file(struct job *job, const char *path, struct err *err)
{
	const bool force = cli_option(job->cli, "force") != NULL;
	struct out_file file;
	long n = 0;
	bool ok;

	if (out_same_file(path, store_path(job->cli->app.store)))
		return err_set(err, ERR_USAGE, _("'%s' is the file that is open"), path);
	if (!out_file_begin(&file, path, force, err))
		return false;
	ok = export_write(job->cli->app.store, &job->cli->app.rules, &job->query.query,
			  &job->columns, job->format, file.f, &n, err);
	if (!out_file_end(&file, ok, force, ok ? err : NULL))
		ok = false;
	if (ok)
		out_say(ngettext("%ld record written to '%s'", "%ld records written to '%s'",
				 (unsigned long)n),
			n, path);
	return ok;
}

bool cmd_export(struct cli *cli, struct err *err)
{
	const char *name = cli_word(cli, 0, err), *path = cli_option(cli, "output");
	const struct kind *kind = name ? cli_kind(name, err) : NULL;
	struct asked asked = ASKED_INIT;
	struct job job = {.cli = cli};
	bool ok;

	ok = kind && cli_words_max(cli, 1, err) &&
	     cli_format(cli, format_of(path), &job.format, err) &&
	     asked_read(cli, kind, &asked, err) &&
	     export_columns_parse(kind, asked.columns.len ? str_get(&asked.columns) : "all",
				  &job.columns, err) &&
	     app_query(&cli->app, kind, str_get(&asked.where), str_get(&asked.sort), &job.query,
		       err);
	/* all of a register means the archived ones as well: nothing is lost then */
	if (ok && !cli_option(cli, "where") && !cli_option(cli, "view"))
		job.query.query.archived = ARCHIVED_ALSO;
	if (ok && path && strcmp(path, "-"))
		ok = export_file(&job, path, err);
	else if (ok)
		ok = export_stdout(&job, err);
	asked_release(&asked);
	app_query_release(&job.query);
	export_columns_release(&job.columns);
	return ok;
}

/* ---- backup, doctor ------------------------------------------------------ */

bool cmd_backup(struct cli *cli, struct err *err)
{
	const char *path = cli_word(cli, 0, err);

	if (!path || !cli_words_max(cli, 1, err))
		return false;
	if (out_same_file(path, store_path(cli->app.store)))
		return err_set(err, ERR_USAGE, _("'%s' is the file that is open"), path);
	if (!store_backup(cli->app.store, path, cli_option(cli, "force") != NULL, err))
		return false;
	out_say(_("made '%s'"), path);
	return true;
}

bool cmd_doctor(struct cli *cli, struct err *err)
{
	struct strv faults = STRV_INIT;
	bool ok = false;
	size_t i;

	if (!cli_words_max(cli, 0, err) || !store_doctor(cli->app.store, &faults, err))
		goto out;
	for (i = 0; i < faults.n; i++)
		out_line(faults.v[i]);
	if (faults.n)
		err_set(err, ERR_FILE,
			ngettext("'%s' has %zu fault; take the last good backup",
				 "'%s' has %zu faults; take the last good backup", faults.n),
			store_path(cli->app.store), faults.n);
	else
		out_line(_("no faults"));
	ok = !faults.n;
out:
	strv_release(&faults);
	return ok;
}
