/* :report: which one, about which record, to be read here or saved as a file. On a record
 * those about it stand first, above all what was frozen of it. */
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

/* A line to choose from. */
struct offer {
	const struct report *report;
	bool about;     /* the record that one is at */
	bool copy;      /* its frozen copy */
};

struct offers {
	struct offer *v; /* owned */
	size_t n, cap;
	const struct record *rec; /* that one is at, or NULL */
};

static void offer(struct offers *o, const struct report *report, bool about, bool copy)
{
	o->v = xgrow(o->v, o->n, &o->cap, sizeof(*o->v));
	o->v[o->n++] = (struct offer){report, about, copy};
}

static bool is_frozen(const struct record *rec)
{
	return kind_field(rec->kind, "frozen") != NULL && record_get(rec, "frozen")->set;
}

/* What was frozen of the record, what else is about it, and all. */
static void fill_offers(struct offers *o, const struct reports *reports)
{
	for (size_t i = 0; o->rec != NULL && i < reports->n; i++) {
		const struct report *report = &reports->v[i];

		if (strcmp(report->kind, o->rec->kind->name) != 0)
			continue;
		if (is_frozen(o->rec))
			offer(o, report, true, true);
		if (!report_is_of_copy(report))
			offer(o, report, true, false);
	}
	for (size_t i = 0; i < reports->n; i++)
		offer(o, &reports->v[i], false, false);
}

static char *offer_text(const struct offers *o, const struct offer *offer)
{
	const char *name = offer->report->name, *about = _(offer->report->about);

	if (offer->copy)
		return xasprintf(_("%-16s %s as it was frozen"), name, o->rec->code);
	if (offer->about)
		return xasprintf("%-16s %s: %s", name, o->rec->code, about);
	return xasprintf("%-16s %s", name, about);
}

static const struct offer *choose_report(struct tui *tui, const struct offers *offers)
{
	struct choose_options opt = {.title = _("Report"), .typing = true};
	struct choose_list list = {0};
	long chosen;

	for (size_t i = 0; i < offers->n; i++) {
		char *text = offer_text(offers, &offers->v[i]);

		choose_add(&list, text, NULL, (long long)i);
		free(text);
	}
	chosen = choose(tui, &opt, &list, 0);
	choose_clear(&list);
	return chosen >= 0 ? &offers->v[chosen] : NULL;
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
		.label = report_is_of_copy(report)
				 ? _("Which version (code; empty: as things are now): ")
				 : _("About which record (code; empty: newest or all): ")};

	return *report->kind == '\0' || prompt(tui, &opt, code);
}

static void read_here(struct tui *tui, const struct handout *what)
{
	struct str text = STR_INIT;
	struct lines lines = LINES_INIT;
	struct err err = ERR_INIT;

	if (app_report(tui->app, what, &text, &err)) {
		const char *at = str_get(&text);

		while (*at != '\0') {
			size_t n = strcspn(at, "\n");

			lines_add(&lines, LOOK_PLAIN, "%.*s", (int)n, at);
			at += n + (at[n] == '\n');
		}
		pager_show(tui, _(what->report->title), &lines);
	} else {
		tui_error(tui, &err);
	}
	lines_release(&lines);
	str_release(&text);
}

/* Written beside and renamed: what was there stays whole until the new is. It is
 * for its owner's eyes, as an export. */
static bool write_file(struct tui *tui, const struct handout *what, bool csv, const char *path,
		       struct err *err)
{
	char *part = xasprintf("%s.part", path);
	int fd = open(part, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
	FILE *file = fd >= 0 ? fdopen(fd, "w") : NULL;
	bool ok = file != NULL && app_report_write(tui->app, what, csv, file, err);
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

static void save(struct tui *tui, const struct handout *what, enum way way)
{
	struct prompt_options opt = {.label = _("Save to: "), .complete = complete_path};
	char *question;
	struct str path = STR_INIT;
	struct err err = ERR_INIT;
	struct stat st, own;

	str_addf(&path, "%s%s%s.%s", what->report->name, what->copy ? "-" : "",
		 what->copy ? what->typed : "", ways[way].ending);
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
		if (write_file(tui, what, way == WAY_CSV, str_get(&path), &err))
			tui_say(tui, _("'%s' written to '%s'"), what->report->name, str_get(&path));
		else
			tui_error(tui, &err);
	}
	free(question);
	str_release(&path);
}

/* What the user wants of a report that was chosen. */
static void hand_out(struct tui *tui, const struct offers *offers, const struct offer *chosen)
{
	struct handout what = {.report = chosen->report, .copy = chosen->copy};
	struct str code = STR_INIT;
	long way = -1;

	if (chosen->about)
		str_add(&code, offers->rec->code);
	if (chosen->about || ask_code(tui, chosen->report, &code))
		way = choose_way(tui);
	what.typed = str_get(&code);
	if (way == WAY_READ)
		read_here(tui, &what);
	else if (way > WAY_READ)
		save(tui, &what, (enum way)way);
	str_release(&code);
}

void report_ask(struct tui *tui, const struct kind *kind, long long id)
{
	struct reports reports = {0};
	struct record *rec = NULL;
	struct offers offers = {0};
	struct err err = ERR_INIT;
	const struct offer *chosen = NULL;

	if (!reports_load(&reports, &err) ||
	    (id != 0 && !store_get(tui->app->store, kind, id, &rec, &err))) {
		tui_error(tui, &err);
	} else {
		offers.rec = rec;
		fill_offers(&offers, &reports);
		chosen = choose_report(tui, &offers);
	}
	if (chosen != NULL)
		hand_out(tui, &offers, chosen);
	free(offers.v);
	record_free(&rec);
	reports_release(&reports);
}
