/* Reports as files: text for a mail and a pager, or CSV for a spreadsheet. */
#include "config.h"

#include <string.h>

#include "isms/app/app.h"
#include "isms/app/handout.h"
#include "isms/exchange/csv_write.h"
#include "isms/util/i18n.h"
#include "isms/util/mem.h"

/* The code as the file has it, where the report takes one of this register. */
static bool find_code(struct app *app, const struct report *report, const char *typed,
		      struct str *code, struct err *err)
{
	struct record *rec = NULL;
	struct hit hit;
	bool ok;

	if (!typed || !*typed)
		return true;
	if (!*report->kind)
		return err_set(err, ERR_USAGE, _("the report '%s' is about no single record"),
			       report->name);
	ok = app_find(app, typed, &hit, err) && store_get(app->store, hit.kind, hit.id, &rec, err);
	if (ok && strcmp(report->kind, "any") && strcmp(report->kind, hit.kind->name))
		ok = err_set(err, ERR_USAGE, _("the report '%s' is about a record of '%s', not %s"),
			     report->name, report->kind, rec->code);
	if (ok)
		str_add(code, rec->code);
	record_free(&rec);
	return ok;
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

static bool write_csv(struct app *app, const struct report *report, const char *code, FILE *out,
		      struct err *err)
{
	static const char *const names[REPORT_CELLS] = {"section", "item", "label", "text"};

	csv_bom(out);
	return add_cells(out, names, err) &&
	       report_rows(app->store, report, code, add_cells, out, err);
}

bool app_report(struct app *app, const struct report *report, const char *typed, struct str *out,
		struct err *err)
{
	struct str code = STR_INIT;
	bool ok = find_code(app, report, typed, &code, err) &&
		  report_text(app->store, report, str_get(&code), out, err);

	str_release(&code);
	return ok;
}

bool app_report_write(struct app *app, const struct report *report, const char *typed, bool csv,
		      FILE *out, struct err *err)
{
	struct str code = STR_INIT, text = STR_INIT;
	bool ok = find_code(app, report, typed, &code, err);

	if (ok && csv)
		ok = write_csv(app, report, str_get(&code), out, err);
	else if (ok)
		ok = report_text(app->store, report, str_get(&code), &text, err);
	if (ok)
		fputs(str_get(&text), out);
	str_release(&code);
	str_release(&text);
	return ok;
}
