#include "config.h"

#include "isms/exchange/export.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "isms/exchange/csv_write.h"
#include "isms/util/i18n.h"
#include "isms/util/mem.h"

#define MARK " (isms-csv/1)"

static const char *const format_names[] = {
	[FORMAT_TABLE] = "table", [FORMAT_CSV] = "csv",	  [FORMAT_CSV_RAW] = "csv-raw",
	[FORMAT_TSV] = "tsv",	  [FORMAT_JSON] = "json", [FORMAT_JSONL] = "jsonl",
};

#define NFORMATS (sizeof(format_names) / sizeof(*format_names))

bool format_find(const char *name, enum format *format)
{
	size_t i;

	for (i = 0; i < NFORMATS; i++)
		if (str_equal(format_names[i], name)) {
			*format = (enum format)i;
			return true;
		}
	return false;
}

const char *format_name(enum format format)
{
	return format_names[format];
}

/* ---- Columns ------------------------------------------------------------------------ */

static const char *const own_names[] = {
	[OWN_CODE] = "code",
	[OWN_UID] = "uid",
	[OWN_VER] = "ver",
	[OWN_ARCHIVED] = "archived",
	[OWN_CREATED_AT] = "created_at",
	[OWN_CREATED_BY] = "created_by",
	[OWN_CHANGED_AT] = "changed_at",
	[OWN_CHANGED_BY] = "changed_by",
	NULL,
};

#define NOWN (sizeof(own_names) / sizeof(*own_names) - 1)

void export_columns_release(struct export_columns *columns)
{
	const struct export_columns empty = {NULL, 0};

	free(columns->v);
	*columns = empty;
}

static void add(struct export_columns *columns, const struct field *field, enum own own)
{
	columns->v = xrealloc(columns->v, columns->n + 1, sizeof(*columns->v));
	columns->v[columns->n].field = field;
	columns->v[columns->n++].own = own;
}

static void add_all(const struct kind *kind, struct export_columns *columns)
{
	static const enum own own[] = {OWN_UID, OWN_VER, OWN_CODE, OWN_ARCHIVED};
	size_t i;

	for (i = 0; i < sizeof(own) / sizeof(*own); i++)
		add(columns, NULL, own[i]);
	for (i = 0; i < kind->nfields; i++)
		if (!(kind->fields[i].flags & F_DERIVED))
			add(columns, &kind->fields[i], OWN_NONE);
}

static void add_listed(const struct kind *kind, struct export_columns *columns)
{
	size_t i;

	add(columns, NULL, OWN_CODE);
	for (i = 0; i < kind->nfields; i++) {
		const struct field *field = kind_column(kind, i);

		if (field->flags & F_LISTED)
			add(columns, field, OWN_NONE);
	}
}

static bool add_named(const struct kind *kind, const char *name, struct export_columns *columns,
		      struct err *err)
{
	const struct field *field = kind_field(kind, name);
	size_t i;

	if (str_equal(name, "all")) {
		add_all(kind, columns);
		return true;
	}
	if (str_equal(name, "listed")) {
		add_listed(kind, columns);
		return true;
	}
	for (i = OWN_CODE; i < NOWN; i++)
		if (str_equal(own_names[i], name)) {
			add(columns, NULL, (enum own)i);
			return true;
		}
	if (!field)
		field = kind_field_find(kind, name);
	if (!field)
		return kind_no_field(kind, name, own_names + OWN_CODE, err);
	add(columns, field, OWN_NONE);
	return true;
}

bool export_columns_parse(const struct kind *kind, const char *text, struct export_columns *columns,
			  struct err *err)
{
	struct strv names = STRV_INIT;
	const struct export_columns empty = {NULL, 0};
	bool ok = true;
	size_t i;

	*columns = empty;
	strv_split(&names, text, ",");
	if (!names.n)
		ok = err_set(err, ERR_USAGE, _("no columns are named"));
	for (i = 0; ok && i < names.n; i++)
		ok = add_named(kind, names.v[i], columns, err);
	if (!ok)
		export_columns_release(columns);
	strv_release(&names);
	return ok;
}

const char *export_column_name(const struct export_column *column)
{
	return column->field ? column->field->name : own_names[column->own];
}

/* ---- Cells ---------------------------------------------------------------------------- */

static void add_uid(const unsigned char uid[UID_LEN], struct str *out)
{
	static const char digits[] = "0123456789abcdef";
	size_t i;

	for (i = 0; i < UID_LEN; i++) {
		if (i == 4 || i == 6 || i == 8 || i == 10)
			str_addc(out, '-');
		str_addc(out, digits[uid[i] >> 4]);
		str_addc(out, digits[uid[i] & 0xf]);
	}
}

static void own_cell(const struct record *rec, enum own own, struct str *out, bool *null)
{
	const char *text = NULL;

	switch (own) {
	case OWN_CODE:
		text = rec->code;
		break;
	case OWN_CREATED_AT:
		text = rec->created_at;
		break;
	case OWN_CREATED_BY:
		text = rec->created_by;
		break;
	case OWN_CHANGED_AT:
		text = rec->changed_at;
		break;
	case OWN_CHANGED_BY:
		text = rec->changed_by;
		break;
	case OWN_ARCHIVED:
		text = rec->archived ? "yes" : "no";
		break;
	case OWN_UID:
		add_uid(rec->uid, out);
		*null = false;
		return;
	case OWN_VER:
		str_addi(out, rec->ver);
		*null = false;
		return;
	case OWN_NONE:
		break;
	}
	*null = !text;
	str_add(out, text ? text : "");
}

static bool is_refs(const struct field *field)
{
	return field->type == FIELD_REF || field->type == FIELD_REFS || field->type == FIELD_LINK;
}

void export_cell(const struct rules *rules, const struct record *rec,
		 const struct export_column *column, struct str *out, bool *null)
{
	const struct value *value;

	if (!column->field) {
		own_cell(rec, column->own, out, null);
		return;
	}
	value = &rec->values[kind_index(rec->kind, column->field)];
	*null = !value->set || (is_refs(column->field) && !value->nrefs);
	if (!*null)
		field_format(rules, column->field, value, out);
}

/* ---- Rows ----------------------------------------------------------------------------- */

struct writer {
	const struct rules *rules;
	const struct export_columns *columns;
	enum format format;
	FILE *out;
	long n;
	struct str cell, row;
};

static bool is_number(const struct export_column *column)
{
	if (!column->field)
		return column->own == OWN_VER;
	return column->field->type == FIELD_INT || column->field->type == FIELD_SCALE ||
	       column->field->type == FIELD_MONEY;
}

/* Numbers stay numbers; every text stands in quotes. */
static void csv_cell(struct writer *w, const struct export_column *column, bool null, bool more)
{
	if (null)
		csv_null(&w->row, more);
	else if (w->format == FORMAT_CSV && !is_number(column))
		csv_text(&w->row, str_get(&w->cell), w->cell.len, more);
	else
		csv_raw(&w->row, str_get(&w->cell), w->cell.len, more);
}

static void tsv_text(struct str *row, const char *s)
{
	for (; *s; s++) {
		switch (*s) {
		case '\t':
			str_add(row, "\\t");
			break;
		case '\n':
			str_add(row, "\\n");
			break;
		case '\r':
			str_add(row, "\\r");
			break;
		case '\\':
			str_add(row, "\\\\");
			break;
		default:
			str_addc(row, *s);
		}
	}
}

static void tsv_end(struct writer *w)
{
	str_addc(&w->row, '\n');
	fwrite(w->row.s, 1, w->row.len, w->out);
	str_clear(&w->row);
}

static void row_cells(struct writer *w, const struct record *rec)
{
	bool null;
	size_t i;

	for (i = 0; i < w->columns->n; i++) {
		str_clear(&w->cell);
		export_cell(w->rules, rec, &w->columns->v[i], &w->cell, &null);
		if (w->format == FORMAT_TSV) {
			if (i)
				str_addc(&w->row, '\t');
			tsv_text(&w->row, str_get(&w->cell));
		} else {
			csv_cell(w, &w->columns->v[i], null, i > 0);
		}
	}
}

static void row_json(struct writer *w, const struct record *rec)
{
	str_clear(&w->cell);
	export_record_json(w->rules, rec, w->columns, &w->cell);
	if (w->format == FORMAT_JSON)
		fputs(w->n ? ",\n" : "[\n", w->out);
	fwrite(str_get(&w->cell), 1, w->cell.len, w->out);
}

static bool write_failed(struct err *err)
{
	return err_set(err, ERR_FAILED, _("cannot write: %s"), strerror(errno));
}

static bool on_record(void *ctx, struct record **rec, struct err *err)
{
	struct writer *w = ctx;

	switch (w->format) {
	case FORMAT_CSV:
	case FORMAT_CSV_RAW:
		row_cells(w, *rec);
		csv_end(&w->row, w->out);
		break;
	case FORMAT_TSV:
		row_cells(w, *rec);
		tsv_end(w);
		break;
	case FORMAT_JSONL:
		row_json(w, *rec);
		fputc('\n', w->out);
		break;
	case FORMAT_JSON:
		row_json(w, *rec);
		break;
	case FORMAT_TABLE:
		break;
	}
	w->n++;
	/* A full disk ends it at once. */
	return ferror(w->out) ? write_failed(err) : true;
}

static void header(struct writer *w)
{
	const char *name;
	size_t i;

	if (w->format == FORMAT_JSON || w->format == FORMAT_JSONL)
		return;
	if (w->format == FORMAT_CSV)
		csv_bom(w->out);
	for (i = 0; i < w->columns->n; i++) {
		name = export_column_name(&w->columns->v[i]);
		str_clear(&w->cell);
		str_add(&w->cell, name);
		if (w->format == FORMAT_TSV) {
			str_addf(&w->row, "%s%s", i ? "\t" : "", name);
		} else if (w->format == FORMAT_CSV) {
			if (!i)
				str_add(&w->cell, MARK);
			csv_text(&w->row, str_get(&w->cell), w->cell.len, i > 0);
		} else {
			csv_raw(&w->row, name, strlen(name), i > 0);
		}
	}
	if (w->format == FORMAT_TSV)
		tsv_end(w);
	else
		csv_end(&w->row, w->out);
}

static bool *wanted(const struct kind *kind, const struct export_columns *columns)
{
	bool *want = xcalloc(kind->nfields, sizeof(*want));
	size_t i;

	for (i = 0; i < columns->n; i++)
		if (columns->v[i].field)
			want[kind_index(kind, columns->v[i].field)] = true;
	return want;
}

bool export_record_csv(const struct rules *rules, const struct record *rec,
		       const struct export_columns *columns, FILE *out, struct err *err)
{
	struct writer w = {rules, columns, FORMAT_CSV_RAW, out, 0, STR_INIT, STR_INIT};
	const char *name;
	bool null, ok;
	size_t i;

	fputs("field,value\r\n", out);
	for (i = 0; i < columns->n; i++) {
		name = export_column_name(&columns->v[i]);
		str_clear(&w.cell);
		export_cell(rules, rec, &columns->v[i], &w.cell, &null);
		csv_raw(&w.row, name, strlen(name), false);
		csv_cell(&w, &columns->v[i], null, true);
		csv_end(&w.row, out);
	}
	ok = !ferror(out) || write_failed(err);
	str_release(&w.cell);
	str_release(&w.row);
	return ok;
}

bool export_write(struct store *store, const struct rules *rules, const struct query *query,
		  const struct export_columns *columns, enum format format, FILE *out, long *n,
		  struct err *err)
{
	struct writer w = {rules, columns, format, out, 0, STR_INIT, STR_INIT};
	bool *want, ok;

	if (format == FORMAT_TABLE)
		return err_set(err, ERR_USAGE, _("a table is no file format"));
	want = wanted(query->kind, columns);
	header(&w);
	ok = store_each(store, query, want, on_record, &w, err);
	if (ok && format == FORMAT_JSON)
		fputs(w.n ? "\n]\n" : "[]\n", out);
	if (ok && (fflush(out) || ferror(out)))
		ok = write_failed(err);
	if (n)
		*n = w.n;
	free(want);
	str_release(&w.cell);
	str_release(&w.row);
	return ok;
}
