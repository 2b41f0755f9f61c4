#include "config.h"

#include "isms/app/suggest.h"

#include <errno.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "isms/exchange/sheet.h"
#include "isms/model/kinds.h"
#include "isms/util/builtin.h"
#include "isms/util/i18n.h"
#include "isms/util/mem.h"
#include "isms/util/near.h"

#include "private.h"

/* The files of a catalogue that hold its rows; the others hold what these refer to
 * (frameworks) or what refers to them (mappings), and go in with them. */
static bool holds_rows(const struct catalogue_part *part)
{
	return part->kind != &kind_framework_mapping &&
	       (part->kind != &kind_framework || !strcmp(part->name, "frameworks"));
}

static FILE *open_part(const struct catalogue_part *part, struct err *err)
{
	const struct builtin *file = builtin_find(part->file);
	FILE *f = file ? fmemopen((void *)(size_t)file->data, file->len, "r") : NULL;

	if (!f)
		err_set(err, ERR_FAILED, _("cannot open the built-in file '%s'"), part->file);
	return f;
}

/* Calls each with the header (n 0) and every row of the file. */
typedef bool row_fn(void *ctx, size_t n, const struct row *row, struct err *err);

static bool each_row(const struct catalogue_part *part, row_fn *each, void *ctx, struct err *err)
{
	const struct sheet_dialect dialect = {.delimiter = ','};
	const struct row *row = NULL;
	struct sheet *sheet = NULL;
	FILE *f = open_part(part, err);
	bool ok = f && sheet_open(f, part->file, &dialect, &sheet, err);
	size_t n = 0;

	while (ok && (ok = sheet_next(sheet, &row, err)) && row)
		ok = each(ctx, n++, row, err);
	sheet_close(&sheet);
	if (f)
		fclose(f);
	return ok;
}

/* ---- What there is ------------------------------------------------------- */

struct reading {
	struct app *app;
	const struct catalogue_part *part;
	struct suggestions *list;
	size_t ref, code, title, group; /* columns; SIZE_MAX: none */
};

static size_t column(const struct row *row, const char *header)
{
	size_t i = 0;

	while (header && i < row->n && strcmp(row->cell[i].s, header) != 0)
		i++;
	return header && i < row->n ? i : SIZE_MAX;
}

static void find_columns(struct reading *r, const struct row *row)
{
	r->ref = 0;
	r->code = column(row, r->part->code ? r->part->code : "code");
	r->title = column(row, r->part->title);
	r->group = column(row, "category");
	if (r->group == SIZE_MAX)
		r->group = column(row, "chapter");
	if (r->group == SIZE_MAX)
		r->group = column(row, "theme");
	if (r->group == SIZE_MAX)
		r->group = column(row, "type");
}

/* By code where the catalogue gives one, else by title, as its import would find it. */
bool app_suggestion_find(struct app *app, const struct suggestion *row, long long *id,
			 struct err *err)
{
	int n = 0;

	*id = 0;
	if (row->code)
		return store_find_code(app->store, row->kind, row->code, id, err);
	return store_find_text(app->store, row->kind, row->title, id, &n, err);
}

static bool take(void *ctx, size_t n, const struct row *row, struct err *err)
{
	struct reading *r = ctx;
	struct suggestion *s;
	long long id;

	if (n == 0) {
		find_columns(r, row);
		return true;
	}
	if (r->title == SIZE_MAX || row->n <= r->title)
		return true;
	r->list->v = xgrow(r->list->v, r->list->n, &r->list->cap, sizeof(*r->list->v));
	s = &r->list->v[r->list->n++];
	*s = (struct suggestion){.catalogue = r->part->name, .kind = r->part->kind};
	s->ref = xstrdup(row->cell[r->ref].s);
	s->code = r->code != SIZE_MAX ? xstrdup(row->cell[r->code].s) : NULL;
	s->title = xstrdup(row->cell[r->title].s);
	s->group = r->group != SIZE_MAX ? xstrdup(row->cell[r->group].s) : NULL;
	if (!app_suggestion_find(r->app, s, &id, err))
		return false;
	s->there = id != 0;
	return true;
}

bool app_suggestions(struct app *app, const char *name, const struct kind *kind,
		     struct suggestions *list, struct err *err)
{
	struct catalogue_part part;
	struct reading reading = {.app = app, .part = &part, .list = list};
	bool ok = true, known = !name;
	size_t i;

	memset(list, 0, sizeof(*list));
	for (i = 0; ok && catalogue_part(i, &part); i++) {
		if (name && strcmp(part.name, name) != 0)
			continue;
		known = true;
		if (holds_rows(&part) && (!kind || part.kind == kind))
			ok = each_row(&part, take, &reading, err);
	}
	if (!known)
		ok = catalogue_unknown(name, err);
	if (!ok)
		suggestions_release(list);
	return ok;
}

void suggestions_release(struct suggestions *list)
{
	size_t i;

	for (i = 0; i < list->n; i++) {
		free(list->v[i].ref);
		free(list->v[i].code);
		free(list->v[i].title);
		free(list->v[i].group);
	}
	free(list->v);
	memset(list, 0, sizeof(*list));
}

/* ---- Rows that are chosen ------------------------------------------------ */

struct picking {
	FILE *out;
	const char *const *refs;
	size_t n;
	bool *found;	/* of refs; owned by the caller */
	bool rows, all; /* refs count as found; every row is taken */
};

static void write_row(const struct row *row, FILE *out)
{
	size_t i;
	const char *s;

	for (i = 0; i < row->n; i++) {
		if (i)
			fputc(',', out);
		if (row->cell[i].null)
			continue;
		fputc('"', out);
		for (s = row->cell[i].s; *s; s++) {
			if (*s == '"')
				fputc('"', out);
			fputc(*s, out);
		}
		fputc('"', out);
	}
	fputs("\r\n", out);
}

static bool pick(void *ctx, size_t n, const struct row *row, struct err *err)
{
	struct picking *p = ctx;
	bool wanted = n == 0 || p->all;
	size_t i;

	(void)err;
	for (i = 0; i < p->n && n > 0; i++) {
		if (strcmp(row->cell[0].s, p->refs[i]) != 0)
			continue;
		wanted = true;
		p->found[i] = p->found[i] || p->rows;
	}
	if (wanted)
		write_row(row, p->out);
	return true;
}

/* The file with the rows that are wanted, imported as the whole would be. */
static bool import_picked(struct app *app, size_t i, const struct catalogue_part *part,
			  struct picking *p, long *added, long *there, struct err *err)
{
	long a = 0, t = 0;
	char *text = NULL;
	size_t len = 0;
	FILE *in;
	bool ok;

	p->rows = holds_rows(part);
	p->all = part->kind == &kind_framework && !p->rows;
	p->out = open_memstream(&text, &len);
	ok = p->out && each_row(part, pick, p, err);
	if (!p->out || fclose(p->out) != 0)
		ok = err_set(err, ERR_FAILED, _("cannot choose rows: %s"), strerror(errno));
	in = ok ? fmemopen(text, len, "r") : NULL;
	ok = ok && in && catalogue_import(app, i, in, &a, &t, err);
	if (in)
		fclose(in);
	free(text);
	*added += p->rows ? a : 0;
	*there += p->rows ? t : 0;
	return ok;
}

/* It may be a row, or the next catalogue with a slip in its name. */
static bool no_row(const char *name, const char *ref, struct err *err)
{
	struct str hint = STR_INIT;
	struct near near;

	catalogue_near(ref, &near);
	near_hint(&near, &hint);
	if (!near.n)
		str_addf(&hint, _("; see 'isms catalogue %s --list'"), name);
	err_set(err, ERR_MISSING, _("no row '%s' in the catalogue %s%s"), ref, name,
		str_get(&hint));
	near_release(&near);
	str_release(&hint);
	return false;
}

static bool all_found(const char *name, const struct picking *p, struct err *err)
{
	size_t i;

	for (i = 0; i < p->n; i++)
		if (!p->found[i])
			return no_row(name, p->refs[i], err);
	return true;
}

bool app_catalogue_rows(struct app *app, const char *name, const char *const *refs, size_t n,
			long *added, long *there, struct err *err)
{
	struct picking picking = {.refs = refs, .n = n};
	struct catalogue_part part;
	bool ok, known = false;
	char *why;
	size_t i;

	*added = *there = 0;
	for (i = 0; catalogue_part(i, &part) && !known; i++)
		known = !strcmp(part.name, name);
	if (!known)
		return catalogue_unknown(name, err);
	why = xasprintf(n == 1 ? "catalogue %s %s" : "catalogue %s", name, refs[0]);
	ok = store_begin(app->store, why, err);
	free(why);
	if (!ok)
		return false;
	picking.found = xcalloc(n, sizeof(*picking.found));
	for (i = 0; ok && catalogue_part(i, &part); i++)
		if (!strcmp(part.name, name))
			ok = import_picked(app, i, &part, &picking, added, there, err);
	ok = ok && all_found(name, &picking, err);
	if (ok)
		ok = store_commit(app->store, NULL, err);
	else
		store_rollback(app->store);
	free(picking.found);
	return ok;
}

/* ---- Controls for a risk ------------------------------------------------- */

static void add_ids(const struct record *rec, const char *field, char letter, struct str *out)
{
	const struct value *value = record_get(rec, field);
	size_t i;

	for (i = 0; i < value->nrefs; i++)
		str_addf(out, "%c%lld ", letter, value->refs[i].id);
}

bool app_risk_controls(struct app *app, const struct record *risk, struct answer *answer,
		       struct err *err)
{
	struct str ids = STR_INIT;
	bool ok;

	memset(answer, 0, sizeof(*answer));
	str_addc(&ids, ' ');
	add_ids(risk, "threats", 't', &ids);
	add_ids(risk, "vulnerabilities", 'v', &ids);
	add_ids(risk, "controls", 'c', &ids);
	ok = answer_read(app->store, "risk-controls", str_get(&ids), SUGGEST_KEYS, answer, err);
	str_release(&ids);
	return ok;
}

bool app_risk_link(struct app *app, long long risk, const long long *controls, size_t n,
		   struct err *err)
{
	struct record *rec = NULL, *old = NULL;
	struct value *value;
	bool ok = store_get(app->store, &kind_risk, risk, &rec, err);
	size_t i, k;

	if (!ok)
		return false;
	old = record_copy(rec);
	value = record_value(rec, "controls");
	for (i = 0; i < n; i++) {
		for (k = 0; k < value->nrefs && value->refs[k].id != controls[i]; k++)
			;
		if (k == value->nrefs)
			value_add_ref(value, controls[i], NULL, NULL);
	}
	ok = app_save(app, rec, old, NULL, NULL, err);
	record_free(&rec);
	record_free(&old);
	return ok;
}
