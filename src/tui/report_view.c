/* :report: which one, about which record, to be read here or saved as a file. */
#include "config.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "isms/app/handout.h"
#include "isms/tui/detail.h"
#include "isms/tui/dialog.h"
#include "isms/util/i18n.h"
#include "isms/util/mem.h"

enum way { WAY_READ, WAY_TEXT, WAY_CSV };

static const struct {
	const char *ending, *help;
} ways[] = {
	[WAY_READ] = {"", N_("Read it here")},
	[WAY_TEXT] = {"txt", N_("Save it as text, for a mail or to be printed")},
	[WAY_CSV] = {"csv", N_("Save it as CSV, for a spreadsheet")},
};

static const struct report *choose_report(struct tui *tui, const struct reports *reports)
{
	struct choose_options opt = {.title = _("Report"), .typing = true};
	struct choose_list list = {0};
	long chosen;

	for (size_t i = 0; i < reports->n; i++) {
		char *text = xasprintf("%-16s %s", reports->v[i].name, _(reports->v[i].about));

		choose_add(&list, text, NULL, (long long)i);
		free(text);
	}
	chosen = choose(tui, &opt, &list, 0);
	choose_clear(&list);
	return chosen >= 0 ? &reports->v[chosen] : NULL;
}

static long choose_way(struct tui *tui)
{
	struct choose_options opt = {.title = _("Report")};
	struct choose_list list = {0};
	long chosen;

	for (size_t i = 0; i < sizeof(ways) / sizeof(ways[0]); i++)
		choose_add(&list, _(ways[i].help), NULL, 0);
	chosen = choose(tui, &opt, &list, 0);
	choose_clear(&list);
	return chosen;
}

/* A report about a record: which; empty is the newest, or all. */
static bool ask_code(struct tui *tui, const struct report *report, struct str *code)
{
	struct prompt_options opt = {
		.label = _("About which record (code; empty: newest or all): ")};

	return *report->kind == '\0' || prompt(tui, &opt, code);
}

static void read_here(struct tui *tui, const struct report *report, const char *code)
{
	struct str text = STR_INIT;
	struct lines lines = LINES_INIT;
	struct err err = ERR_INIT;

	if (app_report(tui->app, report, code, &text, &err)) {
		const char *at = str_get(&text);

		while (*at != '\0') {
			size_t n = strcspn(at, "\n");

			lines_add(&lines, LOOK_PLAIN, "%.*s", (int)n, at);
			at += n + (at[n] == '\n');
		}
		pager_show(tui, _(report->title), &lines);
	} else {
		tui_error(tui, &err);
	}
	lines_release(&lines);
	str_release(&text);
}

/* Written beside and renamed: what was there stays whole until the new is. It is
 * for its owner's eyes, as an export. */
static bool write_file(struct tui *tui, const struct report *report, const char *code, bool csv,
		       const char *path, struct err *err)
{
	char *part = xasprintf("%s.part", path);
	int fd = open(part, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
	FILE *file = fd >= 0 ? fdopen(fd, "w") : NULL;
	bool ok = file != NULL && app_report_write(tui->app, report, code, csv, file, err);
	bool whole = file != NULL && fflush(file) == 0 && ferror(file) == 0;

	if (file != NULL && fclose(file) != 0)
		whole = false;
	if (file == NULL || (ok && (!whole || rename(part, path) != 0)))
		ok = err_set(err, ERR_FAILED, _("cannot write '%s': %s"), path, strerror(errno));
	if (!ok && file != NULL)
		unlink(part);
	free(part);
	return ok;
}

static void save(struct tui *tui, const struct report *report, const char *code, enum way way)
{
	struct prompt_options opt = {.label = _("Save to: "), .complete = complete_path};
	char *question;
	struct str path = STR_INIT;
	struct err err = ERR_INIT;
	struct stat st, own;

	str_addf(&path, "%s.%s", report->name, ways[way].ending);
	if (!prompt(tui, &opt, &path) || path.len == 0) {
		str_release(&path);
		return;
	}
	if (stat(str_get(&path), &st) == 0 && stat(store_path(tui->app->store), &own) == 0 &&
	    st.st_dev == own.st_dev && st.st_ino == own.st_ino) {
		tui_warn(tui, _("'%s' is the file that is open"), str_get(&path));
		str_release(&path);
		return;
	}
	question = xasprintf(_("'%s' exists. Replace it?"), str_get(&path));
	if (stat(str_get(&path), &st) != 0 || ask_yes(tui, question, NULL)) {
		if (write_file(tui, report, code, way == WAY_CSV, str_get(&path), &err))
			tui_say(tui, _("'%s' written to '%s'"), report->name, str_get(&path));
		else
			tui_error(tui, &err);
	}
	free(question);
	str_release(&path);
}

void report_ask(struct tui *tui)
{
	struct reports reports = {0};
	struct str code = STR_INIT;
	struct err err = ERR_INIT;
	const struct report *report = NULL;
	long way = -1;

	if (!reports_load(&reports, &err))
		tui_error(tui, &err);
	else
		report = choose_report(tui, &reports);
	if (report != NULL && ask_code(tui, report, &code))
		way = choose_way(tui);
	if (way == WAY_READ)
		read_here(tui, report, str_get(&code));
	else if (way > WAY_READ)
		save(tui, report, str_get(&code), (enum way)way);
	reports_release(&reports);
	str_release(&code);
}
