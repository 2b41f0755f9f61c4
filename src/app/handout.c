/* Reports as files: text for a mail and a pager, or CSV for a spreadsheet. */
#include "config.h"

#include <string.h>

#include "isms/app/app.h"
#include "isms/app/handout.h"
#include "isms/exchange/csv_write.h"
#include "isms/util/i18n.h"
#include "isms/util/mem.h"

#include "private.h"

/* A report that is asked for. */
struct asked {
	struct app *app;
	const struct report *report;
	struct record *rec;     /* that it is about, or NULL; owned */
	bool copy;              /* of which it tells the frozen copy */
};

static bool has_copy(const struct record *rec)
{
	return kind_field(rec->kind, "frozen") && record_get(rec, "frozen")->set;
}

/* The record, where the report takes one of this register. */
static bool find_record(struct asked *a, const char *typed, struct err *err)
{
	const struct report *report = a->report;
	struct hit hit;

	if (!*report->kind)
		return err_set(err, ERR_USAGE, _("the report '%s' is about no single record"),
			       report->name);
	if (!app_find(a->app, typed, &hit, err) ||
	    !store_get(a->app->store, hit.kind, hit.id, &a->rec, err))
		return false;
	if (strcmp(report->kind, "any") && strcmp(report->kind, hit.kind->name))
		return err_set(err, ERR_USAGE, _("the report '%s' is about a record of '%s', not %s"),
			       report->name, report->kind, a->rec->code);
	return true;
}

/* The caller releases a->rec, also when it failed. */
static bool ask(struct app *app, const struct handout *what, struct asked *a, struct err *err)
{
	*a = (struct asked){.app = app, .report = what->report, .copy = what->copy};
	if (what->typed && *what->typed && !find_record(a, what->typed, err))
		return false;
	if (a->rec && report_is_of_copy(a->report))
		a->copy = true;
	if (a->copy && !a->rec)
		return err_set(err, ERR_USAGE, _("the frozen copy of which record? Give its code"));
	if (a->copy && !has_copy(a->rec))
		return err_set(err, ERR_USAGE, _("%s has no frozen copy"), a->rec->code);
	return true;
}

static bool rows(void *src, report_row_fn *each, void *ctx, struct err *err)
{
	const struct asked *a = src;

	if (a->copy)
		return copy_rows(a->app, a->rec, each, ctx, err);
	return report_rows(a->app->store, a->report, a->rec ? a->rec->code : "", each, ctx, err);
}

static bool add_cells(void *ctx, const char *const cells[REPORT_CELLS], struct err *err)
{
	struct str row = STR_INIT;

	(void)err;
	for (int i = 0; i < REPORT_CELLS; i++) {
		if (cells[i])
			csv_text(&row, cells[i], strlen(cells[i]), i > 0);
		else
			csv_null(&row, i > 0);
	}
	csv_end(&row, ctx);
	str_release(&row);
	return true;
}

static bool write_csv(struct asked *a, FILE *out, struct err *err)
{
	static const char *const names[REPORT_CELLS] = {"section", "item", "label", "text"};

	csv_bom(out);
	return add_cells(out, names, err) && rows(a, add_cells, out, err);
}

bool app_report(struct app *app, const struct handout *what, struct str *out, struct err *err)
{
	struct asked a;
	bool ok = ask(app, what, &a, err) &&
		  report_text(app->store, what->report, rows, &a, out, err);

	record_free(&a.rec);
	return ok;
}

bool app_report_write(struct app *app, const struct handout *what, bool csv, FILE *out,
		      struct err *err)
{
	struct str text = STR_INIT;
	struct asked a;
	bool ok;

	if (!csv) {
		ok = app_report(app, what, &text, err);
		if (ok)
			fputs(str_get(&text), out);
	} else {
		ok = ask(app, what, &a, err) && write_csv(&a, out, err);
		record_free(&a.rec);
	}
	str_release(&text);
	return ok;
}
