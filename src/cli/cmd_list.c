/* isms list, isms show */
#include "config.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "isms/util/i18n.h"
#include "isms/util/mem.h"
#include "isms/util/text.h"

#include "private.h"

/* ---- list ---------------------------------------------------------------- */

struct list {
	struct cli *cli;
	const struct export_columns *columns;
	struct rows *rows;
	struct str *cell;       /* one a column */
	const char **text;      /* of cell, or NULL */
};

static bool has_field(const struct export_columns *columns, const struct field *field)
{
	size_t i;

	for (i = 0; i < columns->n; i++)
		if (columns->v[i].field == field)
			return true;
	return false;
}

/* For programs everything, what is derived too: they choose themselves. */
static void add_derived(const struct kind *kind, struct export_columns *columns)
{
	size_t i;

	for (i = 0; i < kind->nfields; i++) {
		const struct field *field = &kind->fields[i];

		if (!(field->flags & F_DERIVED) || has_field(columns, field))
			continue;
		columns->v = xrealloc(columns->v, columns->n + 1, sizeof(*columns->v));
		columns->v[columns->n].field = field;
		columns->v[columns->n].own = OWN_NONE;
		columns->n++;
	}
}

/* named: those that were asked for, "" for none. */
static bool choose_columns(const struct kind *kind, enum format format, const char *named,
			   struct export_columns *columns, struct err *err)
{
	const bool program = format == FORMAT_JSON || format == FORMAT_JSONL;

	if (!export_columns_parse(kind, *named ? named : program ? "all" : "listed", columns, err))
		return false;
	if (!*named && program)
		add_derived(kind, columns);
	return true;
}

static const char *heading(const struct export_column *column)
{
	switch (column->own) {
	case OWN_CODE: return _("Code");
	case OWN_UID: return _("UID");
	case OWN_VER: return _("Version");
	case OWN_ARCHIVED: return _("Archived");
	case OWN_CREATED_AT: return _("Created at");
	case OWN_CREATED_BY: return _("Created by");
	case OWN_CHANGED_AT: return _("Changed at");
	case OWN_CHANGED_BY: return _("Changed by");
	case OWN_NONE: break;
	}
	return _(column->field->label);
}

/* The heading; with that of its part of the form where another column has the same: a
 * risk has four levels. Owned by the caller. */
static char *whole_heading(const struct kind *kind, const struct export_columns *columns, size_t at)
{
	const struct export_column *column = &columns->v[at];
	const char *title = heading(column);
	const char *section =
		column->own == OWN_NONE ? kind_section(kind, column->field) : NULL;
	size_t i, same = 0;

	for (i = 0; i < columns->n; i++)
		same += !strcmp(heading(&columns->v[i]), title);
	return same > 1 && section ? xasprintf("%s: %s", _(section), title) : xstrdup(title);
}

static enum rows_type column_type(const struct export_column *column)
{
	if (column->own != OWN_NONE)
		return column->own == OWN_VER ? ROWS_NUMBER : ROWS_WHOLE;
	switch (column->field->type) {
	case FIELD_INT:
	case FIELD_MONEY: return ROWS_NUMBER;
	case FIELD_SCALE:
	case FIELD_DATE:
	case FIELD_TIME:
	case FIELD_BOOL: return ROWS_WHOLE;
	default: return ROWS_TEXT;
	}
}

static bool list_each(void *ctx, struct record **rec, struct err *err)
{
	struct list *list = ctx;
	const struct rules *rules = &list->cli->app.rules;
	size_t i;

	(void)err;
	for (i = 0; i < list->columns->n; i++) {
		const struct export_column *column = &list->columns->v[i];
		bool null = false;

		str_clear(&list->cell[i]);
		if (column->own == OWN_NONE)
			field_show(rules, column->field,
				   &(*rec)->values[kind_index((*rec)->kind, column->field)],
				   &list->cell[i]);
		else
			export_cell(rules, *rec, column, &list->cell[i], &null);
		list->text[i] = null ? NULL : str_get(&list->cell[i]);
	}
	rows_add(list->rows, list->text);
	return true;
}

static bool *wanted(const struct kind *kind, const struct export_columns *columns)
{
	bool *want = xcalloc(kind->nfields, sizeof(*want));
	size_t i;

	for (i = 0; i < columns->n; i++)
		if (columns->v[i].own == OWN_NONE)
			want[kind_index(kind, columns->v[i].field)] = true;
	return want;
}

static bool list_table(struct cli *cli, const struct query *query,
		       const struct export_columns *columns, struct err *err)
{
	struct rows_column *heads = xcalloc(columns->n, sizeof(*heads));
	bool *want = wanted(query->kind, columns);
	char **titles = xcalloc(columns->n, sizeof(*titles));
	struct list list = {.cli = cli, .columns = columns};
	size_t i;
	bool ok;

	for (i = 0; i < columns->n; i++) {
		heads[i].name = export_column_name(&columns->v[i]);
		heads[i].title = titles[i] = whole_heading(query->kind, columns, i);
		heads[i].type = column_type(&columns->v[i]);
	}
	list.cell = xcalloc(columns->n, sizeof(*list.cell));
	list.text = xcalloc(columns->n, sizeof(*list.text));
	list.rows = rows_begin(FORMAT_TABLE, heads, columns->n);
	ok = store_each(cli->app.store, query, want, list_each, &list, err);
	rows_end(&list.rows);
	for (i = 0; i < columns->n; i++) {
		str_release(&list.cell[i]);
		free(titles[i]);
	}
	free(titles);
	free(list.cell);
	free(list.text);
	free(want);
	free(heads);
	return ok;
}

static bool list_export(struct cli *cli, const struct query *query,
			const struct export_columns *columns, enum format format,
			struct err *err)
{
	FILE *out = out_begin(err);
	bool ok = out && export_write(cli->app.store, &cli->app.rules, query, columns, format, out,
				      NULL, err);

	if (ok)
		return out_end(&out, err);
	out_end(&out, NULL);
	return false;
}

bool cmd_list(struct cli *cli, struct err *err)
{
	const char *name = cli_word(cli, 0, err);
	const struct kind *kind = name ? cli_kind(name, err) : NULL;
	struct export_columns columns = {0};
	struct app_query query = {0};
	struct asked asked = ASKED_INIT;
	enum format format;
	bool ok = false;

	if (!kind || !cli_words_max(cli, 1, err) || !cli_format(cli, FORMAT_TABLE, &format, err) ||
	    !asked_read(cli, kind, &asked, err) ||
	    !choose_columns(kind, format, str_get(&asked.columns), &columns, err) ||
	    !app_query(&cli->app, kind, str_get(&asked.where), str_get(&asked.sort), &query, err))
		goto out;
	if (!cli_number(cli, "limit", 0, LONG_MAX, &query.query.limit, err))
		goto out;
	if (cli_option(cli, "archived"))
		query.query.archived = ARCHIVED_ONLY;
	if (format == FORMAT_TABLE)
		ok = list_table(cli, &query.query, &columns, err);
	else
		ok = list_export(cli, &query.query, &columns, format, err);
out:
	asked_release(&asked);
	app_query_release(&query);
	export_columns_release(&columns);
	return ok;
}

/* ---- show ---------------------------------------------------------------- */


static bool empty(const struct value *value)
{
	return !value->set && !value->nrefs;
}

/* "A-0001 HR database", one a line */
static void show_refs(const struct value *value, struct str *out)
{
	size_t i;

	for (i = 0; i < value->nrefs; i++) {
		const struct ref *ref = &value->refs[i];

		str_addf(out, "%s%s", i ? "\n" : "", ref->code ? ref->code : "");
		if (ref->title && *ref->title && !str_equal(ref->title, ref->code))
			str_addf(out, " %s", ref->title);
	}
}

static int label_width(const struct kind *kind)
{
	int width = 0;
	size_t i;

	for (i = 0; i < kind->nfields; i++)
		width = out_label_width(width, _(kind->fields[i].label));
	return width;
}

/* What was frozen is pages of CSV: it is said how to see it. */
static bool is_copy(const struct field *field, const struct value *value)
{
	return field_is_copy(field) && value->set;
}

static void show_field(const struct cli *cli, const struct record *rec, size_t at, int indent)
{
	const struct field *field = &rec->kind->fields[at];
	struct str text = STR_INIT;

	if (field->section)
		printf("\n%s\n", _(field->section));
	if (is_copy(field, &rec->values[at]))
		str_addf(&text, _("(frozen copy, %zu bytes: isms show %s --field %s)"),
			 strlen(rec->values[at].text), rec->code, field->name);
	else if (field->ref)
		show_refs(&rec->values[at], &text);
	else if (!empty(&rec->values[at]))
		field_show(&cli->app.rules, field, &rec->values[at], &text);
	out_labelled(_(field->label), indent, str_get(&text));
	str_release(&text);
}

static void show_table(const struct cli *cli, const struct record *rec)
{
	const int indent = label_width(rec->kind);
	struct str head = STR_INIT;
	size_t i;

	str_addf(&head, "%s %s", _(rec->kind->title), rec->code);
	if (rec->archived)
		str_addf(&head, " (%s)", _("archived"));
	out_line(str_get(&head));
	for (i = 0; i < rec->kind->nfields; i++)
		show_field(cli, rec, i, indent);
	str_clear(&head);
	str_addf(&head, _("\nVersion %lld, created %s by %s, changed %s by %s"), rec->ver,
		 rec->created_at ? rec->created_at : "?", rec->created_by ? rec->created_by : "?",
		 rec->changed_at ? rec->changed_at : "?", rec->changed_by ? rec->changed_by : "?");
	out_line(str_get(&head));
	str_release(&head);
}

/* The list of this one record. */
static bool show_export(struct cli *cli, const struct record *rec, enum format format,
			struct err *err)
{
	struct filter *filter = xcalloc(1, sizeof(*filter));
	struct query query = {.kind = rec->kind, .filter = filter, .archived = ARCHIVED_ALSO};
	struct export_columns columns = {0};
	struct str line = STR_INIT;
	bool ok;

	filter->op = FILTER_EQ;
	filter->code = true;
	filter->text = xstrdup(rec->code);
	value_set_text(&filter->value, rec->code);
	ok = export_columns_parse(rec->kind, "all", &columns, err);
	if (ok)
		add_derived(rec->kind, &columns);
	if (ok && format == FORMAT_JSON) {
		export_record_json(&cli->app.rules, rec, &columns, &line);
		out_exact(str_get(&line));
	} else if (ok) {
		ok = list_export(cli, &query, &columns, format, err);
	}
	filter_free(&filter);
	export_columns_release(&columns);
	str_release(&line);
	return ok;
}

/* One field for other programs: a frozen copy is a file of its own. */
static bool show_one(const struct cli *cli, const struct record *rec, const char *name,
		     struct err *err)
{
	const struct field *field = cli_field(rec->kind, name, err);
	struct str text = STR_INIT, harmless = STR_INIT;

	if (!field)
		return false;
	field_format(&cli->app.rules, field, &rec->values[kind_index(rec->kind, field)], &text);
	if (out_width(stdout))
		text_harmless(&harmless, str_get(&text), text.len, HARMLESS_BLOCK);
	puts(str_get(out_width(stdout) ? &harmless : &text));
	str_release(&harmless);
	str_release(&text);
	return true;
}

bool cmd_show(struct cli *cli, struct err *err)
{
	const char *field = cli_option(cli, "field");
	const char *code = cli_word(cli, 0, err);
	struct record *rec = NULL;
	enum format format;
	bool ok;

	ok = code && cli_words_max(cli, 1, err) && cli_format(cli, FORMAT_TABLE, &format, err) &&
	     cli_record(cli, code, &rec, err);
	if (ok && field && format != FORMAT_TABLE)
		ok = err_set(err, ERR_USAGE, _("--field prints a field exactly as it is; it has no "
					       "--format"));
	else if (ok && field)
		ok = show_one(cli, rec, field, err);
	else if (ok && format == FORMAT_TABLE)
		show_table(cli, rec);
	else if (ok)
		ok = show_export(cli, rec, format, err);
	record_free(&rec);
	return ok;
}
