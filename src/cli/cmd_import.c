/* isms import */
#include "config.h"

#include <errno.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "isms/util/i18n.h"
#include "isms/util/mem.h"

#include "private.h"

#define PROGRESS_MS 250     /* at most four updates a second (UX 20) */

struct job {
	struct cli *cli;
	const struct kind *kind;
	const char *path;           /* "-": standard input */
	FILE *f;
	struct import_options options;
	struct import *import;
	struct import_result result;
	struct out_file rejects;
	bool shown;                 /* progress stands on the terminal */
	struct timespec last;
};

static long long elapsed_ms(const struct timespec *since, const struct timespec *now)
{
	return (now->tv_sec - since->tv_sec) * 1000LL + (now->tv_nsec - since->tv_nsec) / 1000000;
}

static bool progress(void *ctx, long rows, long long bytes, long long total)
{
	struct job *job = ctx;
	struct timespec now;

	if (interrupted())
		return false;
	clock_gettime(CLOCK_MONOTONIC, &now);
	if (!isatty(STDERR_FILENO) || elapsed_ms(&job->last, &now) < PROGRESS_MS)
		return true;
	job->last = now;
	job->shown = true;
	if (total > 0)
		fprintf(stderr, _("\r%ld rows, %lld %%"), rows, bytes * 100 / total);
	else
		fprintf(stderr, _("\r%ld rows"), rows);
	fputs("\033[K", stderr);
	return true;
}

static void clear_progress(struct job *job)
{
	if (job->shown)
		fputs("\r\033[K", stderr);
	job->shown = false;
}

/* ---- Options ------------------------------------------------------------- */

static bool take_dates(struct job *job, struct err *err)
{
	const char *dates = cli_option(job->cli, "dates");

	if (!dates)
		return true;
	if (!strcmp(dates, "dmy"))
		job->options.dates = 'd';
	else if (!strcmp(dates, "mdy"))
		job->options.dates = 'm';
	else
		return err_set(err, ERR_USAGE, _("--dates is dmy or mdy, not '%s'"), dates);
	return true;
}

static bool take_delimiter(struct job *job, struct err *err)
{
	const char *text = cli_option(job->cli, "delimiter");

	if (!text)
		return true;
	if (!strcmp(text, "tab") || !strcmp(text, "\\t"))
		text = "\t";
	if (strlen(text) != 1 || strchr("\"\r\n", *text))
		return err_set(err, ERR_USAGE, _("--delimiter is one character or tab, not '%s'"),
			       text);
	job->options.dialect.delimiter = *text;
	return true;
}

static bool take_options(struct job *job, struct err *err)
{
	struct import_options *opt = &job->options;

	opt->dialect.encoding = cli_option(job->cli, "encoding");
	opt->create_refs = cli_option(job->cli, "create-refs") != NULL;
	opt->rescale = cli_option(job->cli, "rescale") != NULL;
	opt->lacks = app_lacks;
	opt->lacks_ctx = &job->cli->app;
	opt->progress = progress;
	opt->ctx = job;
	clock_gettime(CLOCK_MONOTONIC, &job->last);
	return take_dates(job, err) && take_delimiter(job, err) &&
	       cli_number(job->cli, "header", 1, LONG_MAX, &opt->header_line, err);
}

/* Each --map THEIRS=OURS in turn; the last '=' parts, since a header may hold one. */
static bool map_columns(struct job *job, struct err *err)
{
	const struct args *args = &job->cli->args;
	bool ok = true;
	size_t i;

	for (i = 0; ok && i < args->n; i++) {
		const char *text = args->given[i].value, *equals = strrchr(text, '=');
		char *theirs;

		if (strcmp(args->given[i].name, "map"))
			continue;
		if (!equals)
			return err_set(err, ERR_USAGE, _("--map takes THEIRS=OURS, not '%s'"),
				       text);
		theirs = xstrndup(text, (size_t)(equals - text));
		ok = import_map(job->import, theirs, equals + 1, err);
		if (!ok)
			err_prefix(err, "--map %s: ", text);
		free(theirs);
	}
	return ok;
}

/* ---- Files --------------------------------------------------------------- */

static bool open_input(struct job *job, struct err *err)
{
	const struct store *store = job->cli->app.store;
	struct stat st;

	if (!strcmp(job->path, "-")) {
		job->f = stdin;
		return true;
	}
	/* never open the file beside SQLite: closing it would drop its locks */
	if (out_same_file(job->path, store_path(store)))
		return err_set(err, ERR_USAGE, _("'%s' is the file that is open, not a CSV file"),
			       job->path);
	job->f = fopen(job->path, "rb");
	if (!job->f)
		return err_set(err, ERR_FAILED, _("cannot open '%s': %s"), job->path,
			       strerror(errno));
	if (!fstat(fileno(job->f), &st) && S_ISDIR(st.st_mode))
		return err_set(err, ERR_FAILED, _("cannot read '%s': it is a folder"), job->path);
	return true;
}

static bool open_rejects(struct job *job, struct err *err)
{
	const char *path = cli_option(job->cli, "rejects");

	if (!path)
		return true;
	if (out_same_file(path, job->path) || out_same_file(path, store_path(job->cli->app.store)))
		return err_set(err, ERR_USAGE, _("--rejects would write over '%s'"), path);
	/* mend and import again: those of the last time are written over */
	return out_file_begin(&job->rejects, path, true, err);
}

/* ---- Result -------------------------------------------------------------- */

static void tell_remark(const struct job *job, const struct remark *r)
{
	struct str text = STR_INIT;

	str_addf(&text, "%s:%ld: %s: ", job->path, r->line,
		 r->rejected ? _("rejected") : _("note"));
	if (r->column)
		str_addf(&text, "%s: ", r->column);
	if (r->value && *r->value)
		str_addf(&text, "'%s': ", r->value);
	str_add(&text, r->reason);
	out_note("%s", str_get(&text));
	str_release(&text);
}

static void tell_count(long n, const char *one, const char *many)
{
	if (n)
		out_note(ngettext(one, many, (unsigned long)n), n);
}

/* Bytes that are no UTF-8 were taken for something else: the user must see. */
static void tell_encoding(const struct job *job)
{
	const char *encoding = sheet_encoding(import_sheet(job->import));

	if (strncmp(encoding, "UTF-8", 5) != 0)
		out_note(_("read as %s; --encoding names another"), encoding);
}

static void tell(const struct job *job)
{
	const struct import_result *result = &job->result;
	const long more = result->nremarks_all - (long)result->nremarks;
	size_t i;

	printf(_("%ld new, %ld changed, %ld same, %ld rejected\n"), result->added,
	       result->changed, result->same, result->rejected);
	for (i = 0; i < result->nremarks; i++)
		tell_remark(job, &result->remarks[i]);
	tell_encoding(job);
	tell_count(more, N_("%ld more remark is not shown"), N_("%ld more remarks are not shown"));
	tell_count(result->skipped, N_("%ld row passed over: title, group or sign-off"),
		   N_("%ld rows passed over: titles, groups, sign-off"));
	tell_count(result->created, N_("%ld record made for a reference"),
		   N_("%ld records made for references"));
	tell_count(result->unresolved,
		   N_("%ld reference is not known and stands in the notes; see --create-refs"),
		   N_("%ld references are not known and stand in the notes; see --create-refs"));
	tell_count(result->differ, N_("%ld row has a level that is not the one our method gives"),
		   N_("%ld rows have a level that is not the one our method gives"));
	tell_count(result->stale,
		   N_("%ld of the rejected was changed here since the file was written"),
		   N_("%ld of the rejected were changed here since the file was written"));
	if (cli_option(job->cli, "dry-run"))
		out_note("%s", _("nothing was written (--dry-run)"));
}

static bool run(struct job *job, struct err *err)
{
	bool ok;

	ok = import_open(job->cli->app.store, &job->cli->app.rules, job->kind, job->f, job->path,
			 &job->options, &job->import, err) &&
	     map_columns(job, err);
	if (ok && cli_option(job->cli, "dry-run"))
		ok = import_judge(job->import, &job->result, err);
	else if (ok)
		ok = import_run(job->import, job->rejects.f, &job->result, err);
	clear_progress(job);
	return ok;
}

bool cmd_import(struct cli *cli, struct err *err)
{
	const char *name = cli_word(cli, 0, err);
	struct job job = {.cli = cli};
	bool ok;

	job.kind = name ? cli_kind(name, err) : NULL;
	job.path = job.kind ? cli_word(cli, 1, err) : NULL;
	ok = job.path && cli_words_max(cli, 2, err) && take_options(&job, err) &&
	     open_input(&job, err) && open_rejects(&job, err) && run(&job, err);
	if (ok)
		tell(&job);
	if (!out_file_end(&job.rejects, ok && job.result.rejected && !cli_option(cli, "dry-run"),
			  true, ok ? err : NULL))
		ok = false;
	if (ok && job.result.rejected)
		ok = err_set(err, ERR_ROWS,
			     ngettext("%ld row of '%s' was rejected",
				      "%ld rows of '%s' were rejected",
				      (unsigned long)job.result.rejected),
			     job.result.rejected, job.path);
	import_result_release(&job.result);
	import_close(&job.import);
	if (job.f && job.f != stdin)
		fclose(job.f);
	return ok;
}
