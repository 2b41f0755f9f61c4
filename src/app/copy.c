/*
 * What was frozen of a record (freeze.c), read again for people: the copy is CSV, a
 * register behind the other, each below a line "[name]"; the first is the record itself,
 * a field a line.
 */
#include "config.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "isms/app/app.h"
#include "isms/exchange/sheet.h"
#include "isms/util/i18n.h"
#include "isms/util/mem.h"
#include "private.h"

struct reading {
	struct app *app;
	report_row_fn *each;
	void *ctx;
	const struct kind *kind;        /* of the register at hand; NULL: of a newer file */
	const char *section;            /* what it is called */
	struct strv names;              /* of its fields: its header line */
	struct str name;                /* of a register that is not known */
	int nth;                        /* the record itself is the first */
};

static bool tell(const struct reading *r, const char *item, const char *label, const char *text,
		 struct err *err)
{
	const char *const cells[REPORT_CELLS] = {r->section, item, label, text};

	return r->each(r->ctx, cells, err);
}

/* ---- When it was frozen ---------------------------------------------------- */

static bool froze(const struct change *change)
{
	if (!change->new)
		return false;
	return str_equal(change->field, "frozen") ||
	       (!strcmp(change->op, "add") && strstr(change->new, ",\"frozen\":\""));
}

/* The newest that wrote a copy: an earlier one was undone. */
static bool note_freeze(void *ctx, const struct tx *tx, const struct change *change, struct err *err)
{
	struct str *when = ctx;

	(void)err;
	if (!when->len && froze(change))
		str_addf(when, _("%.10s %.5s UTC by %s (change %lld of the history)"), tx->at,
			 tx->at + 11, tx->who, tx->id);
	return true;
}

static bool tell_head(struct reading *r, const struct record *rec, struct err *err)
{
	const struct field *version = kind_field(rec->kind, "version"), *state = kind_state(rec->kind);
	struct str text = STR_INIT, when = STR_INIT;
	bool ok;

	r->section = _("Frozen copy");
	str_addf(&text, "%s %s", rec->code, record_title(rec));
	if (version && record_get(rec, "version")->set)
		str_addf(&text, _(", version %s"), record_get(rec, "version")->text);
	ok = tell(r, NULL, _("Of"), str_get(&text), err) &&
	     store_changes(r->app->store, 0, rec->kind, rec->id, note_freeze, &when, err) &&
	     tell(r, NULL, _("Frozen"), when.len ? when.s : _("not known: it came with its copy"),
		  err);
	str_clear(&text);
	if (ok)
		field_show(&r->app->rules, state, record_get(rec, state->name), &text);
	ok = ok && tell(r, NULL, _("Today it is"), str_get(&text), err);
	str_release(&when);
	str_release(&text);
	return ok;
}

/* ---- Cells ------------------------------------------------------------------- */

static bool add_title(struct reading *r, const struct kind *kind, const char *code,
		      struct str *out, struct err *err)
{
	bool *want = xcalloc(kind->nfields, sizeof(*want));
	struct record *rec = NULL;
	long long id = 0;
	bool ok;

	want[0] = true;
	ok = store_find_code(r->app->store, kind, code, &id, err) &&
	     (!id || store_get_some(r->app->store, kind, id, want, &rec, err));
	if (ok && rec && strcmp(record_title(rec), code))
		str_addf(out, " %s", record_title(rec));
	record_free(&rec);
	free(want);
	return ok;
}

/* "P-0001; P-0002" with the names behind the codes. */
static bool add_refs(struct reading *r, const struct field *field, const char *text,
		     struct str *out, struct err *err)
{
	struct strv codes = STRV_INIT;
	bool ok = true;
	size_t i;

	strv_split(&codes, text, ";");
	for (i = 0; ok && i < codes.n; i++) {
		const char *code = codes.v[i] + strspn(codes.v[i], " ");

		str_addf(out, "%s%s", i ? "; " : "", code);
		ok = add_title(r, field->ref, code, out, err);
	}
	strv_release(&codes);
	return ok;
}

/* The label; with the heading above it where another field has the same: a risk has
 * four likelihoods. */
static void add_label(const struct kind *kind, const struct field *field, struct str *out)
{
	const char *section = kind_section(kind, field);
	size_t i, same = 0;

	for (i = 0; i < kind->nfields; i++)
		same += !strcmp(kind->fields[i].label, field->label);
	if (same > 1 && section)
		str_addf(out, "%s: ", _(section));
	str_add(out, _(field->label));
}

/* A field of the copy that says something. */
static bool tell_field(struct reading *r, const char *item, const char *name, const char *text,
		       struct err *err)
{
	const struct field *field = r->kind ? kind_field(r->kind, name) : NULL;
	struct str shown = STR_INIT, label = STR_INIT;
	bool ok = true;

	if (!*text)
		return true;
	if (field)
		add_label(r->kind, field, &label);
	else
		str_add(&label, strcmp(name, "code") ? name : _("Code"));
	if (field && (field->type == FIELD_REF || field->type == FIELD_REFS))
		ok = add_refs(r, field, text, &shown, err);
	else
		str_add(&shown, text);
	ok = ok && tell(r, item, str_get(&label), str_get(&shown), err);
	str_release(&shown);
	str_release(&label);
	return ok;
}

/* ---- Rows ---------------------------------------------------------------------- */

/* "[soa_entry]": no row of a register has one cell. */
static bool is_heading(const struct row *row)
{
	return row->n == 1 && row->cell[0].len > 2 && row->cell[0].s[0] == '[' &&
	       row->cell[0].s[row->cell[0].len - 1] == ']';
}

static void begin_register(struct reading *r, const struct row *row)
{
	str_clear(&r->name);
	str_addn(&r->name, row->cell[0].s + 1, row->cell[0].len - 2);
	r->kind = kind_called(str_get(&r->name));
	r->nth++;
	r->section = !r->kind ? str_get(&r->name) : r->nth > 1 ? _(r->kind->plural) : _(r->kind->title);
	strv_release(&r->names);
}

/* A record of a register that was copied: its code and what it is called, then the rest. */
static bool tell_record(struct reading *r, const struct row *row, struct err *err)
{
	const char *title = row->n > 1 ? row->cell[1].s : "";
	char *item = xasprintf("%s%s%s", row->cell[0].s, *title ? " " : "", title);
	bool ok = tell(r, item, NULL, NULL, err);
	size_t i;

	for (i = 2; ok && i < row->n && i < r->names.n; i++)
		ok = tell_field(r, item, r->names.v[i], row->cell[i].s, err);
	free(item);
	return ok;
}

static bool tell_row(struct reading *r, const struct row *row, struct err *err)
{
	size_t i;

	if (row->fault)
		return err_set(err, ERR_FAILED, _("the copy cannot be read: %s"), row->fault);
	if (is_heading(row)) {
		begin_register(r, row);
	} else if (!r->names.n) {
		for (i = 0; i < row->n; i++)
			strv_add(&r->names, row->cell[i].s);
	} else if (r->nth > 1) {
		return tell_record(r, row, err);
	} else if (row->n > 1) {
		return tell_field(r, NULL, row->cell[0].s, row->cell[1].s, err);
	}
	return true;
}

static bool tell_rows(struct reading *r, struct sheet *sheet, struct err *err)
{
	const struct row *row = NULL;
	bool ok = true;

	while (ok && (ok = sheet_next(sheet, &row, err)) && row)
		ok = tell_row(r, row, err);
	return ok;
}

bool copy_rows(struct app *app, const struct record *rec, report_row_fn *each, void *ctx,
	       struct err *err)
{
	const struct sheet_dialect dialect = {.delimiter = ',', .encoding = "UTF-8"};
	struct reading r = {.app = app, .each = each, .ctx = ctx, .names = STRV_INIT, .name = STR_INIT};
	const char *text = record_get(rec, "frozen")->text;
	/* it only reads, but takes no const */
	FILE *file = fmemopen((void *)(size_t)text, strlen(text), "r");
	struct sheet *sheet = NULL;
	bool ok = file != NULL;

	if (!ok)
		err_set(err, ERR_FAILED, _("the copy cannot be read: %s"), strerror(errno));
	ok = ok && tell_head(&r, rec, err) && sheet_open(file, rec->code, &dialect, &sheet, err) &&
	     tell_rows(&r, sheet, err);
	sheet_close(&sheet);
	if (file)
		fclose(file);
	strv_release(&r.names);
	str_release(&r.name);
	return ok;
}
