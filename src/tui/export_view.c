#include "config.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "isms/tui/dialog.h"
#include "isms/tui/list.h"
#include "isms/util/i18n.h"
#include "isms/util/mem.h"

static const struct {
	enum format format;
	const char *ending, *help;
} formats[] = {
	{FORMAT_CSV, "csv", N_("CSV for spreadsheets; formulas are made harmless")},
	{FORMAT_CSV_RAW, "csv", N_("CSV, the exact text; comes back unchanged by import")},
	{FORMAT_TSV, "tsv", N_("Tab-separated")},
	{FORMAT_JSON, "json", N_("JSON, one array")},
	{FORMAT_JSONL, "jsonl", N_("JSON, one record a line")},
};

/* What goes into a file: the records of a list, or what a line of the command line prints. */
struct export {
	struct tui *tui;
	const struct list *list; /* NULL: the line */
	const char *line;
	enum format format;
	long n; /* records written */
};

/* What is marked, else what the filter finds; in the order of the list. */
static bool write_records(struct export *e, FILE *file, struct err *err)
{
	struct tui *tui = e->tui;
	const struct list *list = e->list;
	struct app_query q;
	struct export_columns columns = {0};
	bool marked = list->marks.n > 0;
	bool ok = app_query(tui->app, list->kind, marked ? NULL : list->filter, NULL, &q, err);

	if (ok) {
		memcpy(q.query.sort, list->sort, list->nsort * sizeof(list->sort[0]));
		q.query.nsort = list->nsort;
		q.query.archived = list->archived;
		q.query.ids = marked ? list->marks.v : NULL;
		q.query.nids = list->marks.n;
		ok = export_columns_parse(list->kind, "all", &columns, err) &&
		     export_write(tui->app->store, &tui->app->rules, &q.query, &columns, e->format,
				  file, &e->n, err);
		app_query_release(&q);
	}
	export_columns_release(&columns);
	return ok;
}

/* What the command line says when it fails is its message. */
static bool write_line(struct export *e, FILE *file, struct err *err)
{
	struct str out = STR_INIT;
	bool ok = e->tui->opt->line(e->tui->app, e->line, &out);

	if (ok)
		fwrite(str_get(&out), 1, out.len, file);
	else
		err_set(err, ERR_FAILED, "%s", str_get(&out));
	str_release(&out);
	return ok;
}

static bool write_all(struct export *e, FILE *file, struct err *err)
{
	return e->list != NULL ? write_records(e, file, err) : write_line(e, file, err);
}

/* Written beside and renamed: what was there stays whole until the new is. */
static bool write_file(struct export *e, const char *path, struct err *err)
{
	char *part = xasprintf("%s.part", path);
	/* a risk register is not for everybody on the machine */
	int fd = open(part, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
	FILE *file = fd >= 0 ? fdopen(fd, "w") : NULL;
	bool ok = file != NULL;

	if (!ok)
		err_set(err, ERR_FAILED, _("cannot write '%s': %s"), path, strerror(errno));
	if (ok) {
		work_begin(e->tui, _("exporting"));
		ok = write_all(e, file, err);
		work_end(e->tui);
	}
	if (file != NULL && (fflush(file) != 0 || ferror(file) != 0 || fclose(file) != 0) && ok)
		ok = err_set(err, ERR_FAILED, _("cannot write '%s': %s"), path, strerror(errno));
	if (ok && rename(part, path) != 0)
		ok = err_set(err, ERR_FAILED, _("cannot write '%s': %s"), path, strerror(errno));
	if (!ok && file != NULL)
		unlink(part);
	free(part);
	return ok;
}

static long choose_format(struct tui *tui, size_t marked)
{
	struct choose_options opt = {0};
	struct choose_list list = {0};
	struct str text = STR_INIT, title = STR_INIT;
	long chosen;

	if (marked > 0)
		str_addf(&title, _("Export the %zu marked as"), marked);
	else
		str_add(&title, _("Export as"));
	opt.title = str_get(&title);

	for (size_t i = 0; i < sizeof(formats) / sizeof(formats[0]); i++) {
		str_clear(&text);
		str_addf(&text, "%-8s %s", format_name(formats[i].format), _(formats[i].help));
		choose_add(&list, str_get(&text), NULL, 0);
	}
	chosen = choose(tui, &opt, &list, 0);
	choose_clear(&list);
	str_release(&text);
	str_release(&title);
	return chosen;
}

static bool may_replace(struct tui *tui, const char *path)
{
	struct stat st;
	struct str question = STR_INIT;
	bool may = true;

	if (stat(path, &st) == 0) {
		str_addf(&question, _("'%s' exists. Replace it?"), path);
		may = ask_yes(tui, str_get(&question), NULL);
		str_release(&question);
	}
	return may;
}

static void export_to(struct export *e, const char *name, const char *ending)
{
	struct prompt_options opt = {.label = _("Export to: "), .complete = complete_path};
	struct str path = STR_INIT;
	struct err err = ERR_INIT;

	str_addf(&path, "%s.%s", name, ending);
	if (prompt(e->tui, &opt, &path) && path.len > 0 && may_replace(e->tui, str_get(&path))) {
		if (!write_file(e, str_get(&path), &err))
			tui_error(e->tui, &err);
		else if (e->list != NULL)
			tui_say(e->tui, _("%ld records exported to '%s'"), e->n, str_get(&path));
		else
			tui_say(e->tui, _("exported to '%s'"), str_get(&path));
	}
	str_release(&path);
}

void export_ask(struct tui *tui, const struct kind *kind)
{
	struct list *list = list_of(tui, kind);
	long chosen = choose_format(tui, list->marks.n);
	struct export e = {.tui = tui, .list = list};

	if (chosen < 0)
		return;
	e.format = formats[chosen].format;
	export_to(&e, kind->name, formats[chosen].ending);
}

/* A word of a line, whatever stands in it. */
static void add_word(struct str *line, const char *word)
{
	str_addc(line, '\'');
	for (; *word != '\0'; word++) {
		if (*word == '\'')
			str_add(line, "'\\");
		str_addc(line, *word);
		if (*word == '\'')
			str_addc(line, '\'');
	}
	str_addc(line, '\'');
}

void export_pane(struct tui *tui, const char *command, const char *name, const char *filter)
{
	struct str line = STR_INIT;
	struct export e = {.tui = tui};

	if (tui->opt->line == NULL)
		return;
	str_addf(&line, "%s --format csv", command);
	if (filter != NULL) {
		str_add(&line, " --where ");
		add_word(&line, filter);
	}
	e.line = str_get(&line);
	export_to(&e, name, "csv");
	str_release(&line);
}
