#include "config.h"

#include "isms/report/report.h"

#include <stdlib.h>
#include <string.h>

#include "isms/util/builtin.h"
#include "isms/util/date.h"
#include "isms/util/i18n.h"
#include "isms/util/mem.h"
#include "isms/util/text.h"

#define FOLDER "handout/"
#define SUFFIX ".sql"

enum { COLUMNS = 80, INDENT = 2, LABEL = 20, ASK_CELLS = REPORT_CELLS };

/* ---- The files ------------------------------------------------------------- */

/* The value of "-- key: value" at the top of text, or "". */
static char *head_value(const char *text, const char *key)
{
	const size_t n = strlen(key);

	for (; !strncmp(text, "-- ", 3); text += strcspn(text, "\n") + 1) {
		const char *value = text + 3 + n + 2;

		if (!strncmp(text + 3, key, n) && !strncmp(text + 3 + n, ": ", 2))
			return xstrndup(value, strcspn(value, "\n"));
	}
	return xstrdup("");
}

static const char *below_head(const char *text)
{
	while (!strncmp(text, "--", 2))
		text += strcspn(text, "\n") + 1;
	return text;
}

static bool is_report(const struct builtin *file)
{
	const size_t n = strlen(file->name), m = strlen(SUFFIX);

	return !strncmp(file->name, FOLDER, strlen(FOLDER)) && n > m &&
	       !strcmp(file->name + n - m, SUFFIX);
}

static int by_name(const void *a, const void *b)
{
	const struct report *x = a, *y = b;

	return strcmp(x->name, y->name);
}

bool reports_load(struct reports *reports, struct err *err)
{
	size_t cap = 0;

	*reports = (struct reports){0};
	for (const struct builtin *file = builtin_files; file->name; file++) {
		const char *text = (const char *)file->data, *name = file->name + strlen(FOLDER);
		struct report *r;

		if (!is_report(file))
			continue;
		reports->v = xgrow(reports->v, reports->n, &cap, sizeof(*reports->v));
		r = &reports->v[reports->n++];
		r->name = xstrndup(name, strlen(name) - strlen(SUFFIX));
		r->title = head_value(text, "title");
		r->kind = head_value(text, "kind");
		r->about = head_value(text, "about");
		r->sql = below_head(text);
	}
	if (!reports->n)
		return err_set(err, ERR_FAILED, "data/%s is missing", FOLDER);
	qsort(reports->v, reports->n, sizeof(*reports->v), by_name);
	return true;
}

void reports_release(struct reports *reports)
{
	for (size_t i = 0; i < reports->n; i++) {
		free(reports->v[i].name);
		free(reports->v[i].title);
		free(reports->v[i].kind);
		free(reports->v[i].about);
	}
	free(reports->v);
	*reports = (struct reports){0};
}

const struct report *reports_find(const struct reports *reports, const char *name)
{
	for (size_t i = 0; i < reports->n; i++)
		if (!strcmp(reports->v[i].name, name))
			return &reports->v[i];
	return NULL;
}

bool report_is_of_copy(const struct report *report)
{
	return *report->kind && !strstr(report->sql, "?1");
}

/* ---- Rows -------------------------------------------------------------------- */

struct asking {
	report_row_fn *each;
	void *ctx;
};

static bool take_row(void *ctx, size_t n, const char *const *names, const char *const *texts,
		     struct err *err)
{
	const struct asking *a = ctx;

	(void)names;
	if (n != ASK_CELLS)
		return err_set(err, ERR_FAILED, "a report has %d columns, not %zu", ASK_CELLS, n);
	return a->each(a->ctx, texts, err);
}

bool report_rows(struct store *store, const struct report *report, const char *code,
		 report_row_fn *each, void *ctx, struct err *err)
{
	const char *params[] = {code ? code : ""};
	struct asking a = {each, ctx};
	bool ok = store_ask(store, report->sql, params, strstr(report->sql, "?1") ? 1 : 0, take_row,
			    &a, err);

	if (!ok)
		err_prefix(err, "handout/%s: ", report->name);
	return ok;
}

/* ---- Text --------------------------------------------------------------------- */

struct writing {
	struct str *out;
	struct str section, item; /* those written last */
	bool began;
};

static void add_times(struct str *out, char c, int n)
{
	while (n-- > 0)
		str_addc(out, c);
}

static void add_heading(struct str *out, const char *text, char line)
{
	struct strv lines = STRV_INIT;
	int widest = 0;

	text_wrap(&lines, text, COLUMNS);
	for (size_t i = 0; i < lines.n; i++) {
		int width = text_width(lines.v[i]);

		str_addf(out, "%s\n", lines.v[i]);
		widest = width > widest ? width : widest;
	}
	if (line)
		add_times(out, line, widest);
	if (line)
		str_addc(out, '\n');
	strv_release(&lines);
}

/* The text beside its label, or below it where there is none. */
static void add_text(struct str *out, const char *label, const char *text)
{
	const int left = label ? INDENT + LABEL : INDENT;
	struct strv lines = STRV_INIT;

	text_wrap(&lines, text, COLUMNS - left);
	for (size_t i = 0; i < lines.n; i++) {
		add_times(out, ' ', INDENT);
		if (label && text_width(label) >= LABEL && i == 0) {
			str_addf(out, "%s\n", label);
			add_times(out, ' ', left);
		} else if (label) {
			text_pad(out, i == 0 ? label : "", LABEL, false);
		}
		str_addf(out, "%s\n", lines.v[i]);
	}
	strv_release(&lines);
}

/* Writes text as a heading when it is another than before. */
static bool changed(struct str *before, const char *text)
{
	bool other = text && *text && strcmp(str_get(before), text) != 0;

	if (other) {
		str_clear(before);
		str_add(before, text);
	}
	return other;
}

static bool write_row(void *ctx, const char *const cells[REPORT_CELLS], struct err *err)
{
	struct writing *w = ctx;
	const char *text = cells[REPORT_TEXT];

	(void)err;
	w->began = true;
	if (changed(&w->section, cells[REPORT_SECTION])) {
		str_clear(&w->item);
		str_addc(w->out, '\n');
		add_heading(w->out, cells[REPORT_SECTION], '-');
	}
	if (changed(&w->item, cells[REPORT_ITEM])) {
		str_addc(w->out, '\n');
		add_heading(w->out, cells[REPORT_ITEM], '\0');
	}
	if (text && *text)
		add_text(w->out, cells[REPORT_LABEL], text);
	return true;
}

static bool add_name(void *ctx, size_t n, const char *const *names, const char *const *texts,
		     struct err *err)
{
	(void)n;
	(void)names;
	(void)err;
	str_addf(ctx, "%s, %s\n", texts[0] ? texts[0] : "", texts[1]);
	return true;
}

bool report_text(struct store *store, const struct report *report, report_source_fn *source,
		 void *src, struct str *out, struct err *err)
{
	struct writing w = {.out = out, .section = STR_INIT, .item = STR_INIT};
	bool ok;

	add_heading(out, _(report->title), '=');
	ok = store_ask(store, "SELECT title, today() FROM organisation LIMIT 1", NULL, 0, add_name,
		       out, err) &&
	     source(src, write_row, &w, err);
	if (ok && !w.began)
		str_addf(out, "\n%s\n", _("Nothing on record."));
	str_release(&w.section);
	str_release(&w.item);
	return ok;
}
