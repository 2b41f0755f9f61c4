/*
 * Rows as a table for people, or as CSV, TSV or JSON. The width of a table's
 * columns is found from the first rows; the others come as they are read, so
 * that a list of a million needs no memory and the first line no waiting.
 */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "isms/util/mem.h"
#include "isms/util/text.h"

#include "private.h"

#define MEASURED 500        /* rows that the widths are found from */
#define GAP 2               /* cells between two columns */
#define NARROW 6            /* no column is made narrower than this to fit */

struct rows {
	enum format format;
	int width;                  /* of the terminal; 0: none, nothing is cut */
	struct rows_column *columns;
	size_t n;
	int *widths;
	struct strv held;           /* cells of the first rows, made harmless */
	bool measured;
	size_t written;
	struct str line;
};

struct rows *rows_begin(enum format format, const struct rows_column *columns, size_t n)
{
	struct rows *rows = xcalloc(1, sizeof(*rows));

	rows->format = format;
	rows->width = out_width(stdout);
	rows->columns = xcalloc(n, sizeof(*rows->columns));
	memcpy(rows->columns, columns, n * sizeof(*columns));
	rows->widths = xcalloc(n, sizeof(*rows->widths));
	rows->n = n;
	return rows;
}

/* ---- Table --------------------------------------------------------------- */

static int total(const struct rows *rows)
{
	int sum = 0;
	size_t i;

	for (i = 0; i < rows->n; i++)
		sum += rows->widths[i] + (i ? GAP : 0);
	return sum;
}

/* The widest column of text, or of any sort; n when all are narrow. */
static size_t widest(const struct rows *rows, bool any)
{
	size_t i, at = rows->n;

	for (i = 0; i < rows->n; i++)
		if ((any || rows->columns[i].type == ROWS_TEXT) && rows->widths[i] > NARROW &&
		    (at == rows->n || rows->widths[i] > rows->widths[at]))
			at = i;
	return at;
}

/* Columns as wide as what stands in them; the widest give way on a terminal,
 * texts before codes, dates and numbers. */
static void measure(struct rows *rows)
{
	size_t i;

	for (i = 0; i < rows->n; i++)
		rows->widths[i] = text_width(rows->columns[i].title);
	for (i = 0; i < rows->held.n; i++) {
		int w = text_width(rows->held.v[i]);

		if (w > rows->widths[i % rows->n])
			rows->widths[i % rows->n] = w;
	}
	while (rows->width && total(rows) > rows->width) {
		size_t at = widest(rows, false);

		if (at == rows->n)
			at = widest(rows, true);
		if (at == rows->n)
			break;
		rows->widths[at]--;
	}
	rows->measured = true;
}

/* The line is cut when even narrow columns do not fit. */
static void print_line(struct rows *rows)
{
	struct str *line = &rows->line;

	if (rows->width)
		str_cut(line, text_fit(str_get(line), rows->width, NULL));
	while (line->len && line->s[line->len - 1] == ' ')
		str_cut(line, line->len - 1);
	puts(str_get(line));
	str_clear(line);
}

static void add_cell(struct rows *rows, size_t at, const char *text)
{
	const int width = rows->widths[at];
	const bool right = rows->columns[at].type == ROWS_NUMBER;

	if (at)
		str_add(&rows->line, "  ");
	/* beyond the first rows a cell may be wider; in a pipe nothing is cut */
	if (!rows->width && text_width(text) > width)
		str_add(&rows->line, text);
	else
		text_pad(&rows->line, text, width, right);
}

static void print_held(struct rows *rows)
{
	size_t i;

	measure(rows);
	for (i = 0; i < rows->n; i++)
		add_cell(rows, i, rows->columns[i].title);
	print_line(rows);
	for (i = 0; i < rows->held.n; i++) {
		add_cell(rows, i % rows->n, rows->held.v[i]);
		if (i % rows->n == rows->n - 1)
			print_line(rows);
	}
	strv_release(&rows->held);
}

static void table_add(struct rows *rows, const char *const *cells)
{
	struct str text = STR_INIT;
	size_t i;

	for (i = 0; i < rows->n; i++) {
		str_clear(&text);
		if (cells[i])
			text_harmless(&text, cells[i], strlen(cells[i]), HARMLESS_LINE);
		if (rows->measured)
			add_cell(rows, i, str_get(&text));
		else
			strv_add(&rows->held, str_get(&text));
	}
	if (rows->measured)
		print_line(rows);
	else if (rows->held.n >= MEASURED * rows->n)
		print_held(rows);
	str_release(&text);
}

/* ---- Files --------------------------------------------------------------- */

static void csv_cell(struct str *out, const char *text, bool quoted)
{
	if (!text)
		return;
	if (!quoted) {
		str_add(out, text);
		return;
	}
	str_addc(out, '"');
	for (; *text; text++) {
		if (*text == '"')
			str_addc(out, '"');
		str_addc(out, *text);
	}
	str_addc(out, '"');
}

static void tsv_cell(struct str *out, const char *text)
{
	for (; text && *text; text++) {
		switch (*text) {
		case '\t': str_add(out, "\\t"); break;
		case '\n': str_add(out, "\\n"); break;
		case '\r': str_add(out, "\\r"); break;
		case '\\': str_add(out, "\\\\"); break;
		default: str_addc(out, *text); break;
		}
	}
}

static void json_row(struct rows *rows, const char *const *cells)
{
	struct str *line = &rows->line;
	size_t i;

	if (rows->format == FORMAT_JSON)
		str_add(line, rows->written ? ",\n" : "[\n");
	str_addc(line, '{');
	for (i = 0; i < rows->n; i++) {
		if (i)
			str_addc(line, ',');
		json_string(line, rows->columns[i].name);
		str_addc(line, ':');
		if (!cells[i])
			str_add(line, "null");
		else if (rows->columns[i].type == ROWS_NUMBER)
			str_add(line, cells[i]);
		else
			json_string(line, cells[i]);
	}
	str_addc(line, '}');
	if (rows->format == FORMAT_JSONL)
		str_addc(line, '\n');
}

/* What is exact in a pipe is made harmless on a terminal. */
static void print_raw(struct rows *rows)
{
	struct str text = STR_INIT;

	if (rows->width)
		text_harmless(&text, str_get(&rows->line), rows->line.len, HARMLESS_BLOCK);
	else
		str_addn(&text, str_get(&rows->line), rows->line.len);
	fwrite(str_get(&text), 1, text.len, stdout);
	str_release(&text);
	str_clear(&rows->line);
}

/* cells NULL: the header */
static void file_row(struct rows *rows, const char *const *cells)
{
	const bool tsv = rows->format == FORMAT_TSV;
	size_t i;

	for (i = 0; i < rows->n; i++) {
		const bool number = rows->columns[i].type == ROWS_NUMBER && cells;
		const char *text = cells ? cells[i] : rows->columns[i].name;

		if (i)
			str_addc(&rows->line, tsv ? '\t' : ',');
		if (tsv)
			tsv_cell(&rows->line, text);
		else
			csv_cell(&rows->line, text, !number);
	}
	str_add(&rows->line, tsv ? "\n" : "\r\n");
	print_raw(rows);
}

void rows_add(struct rows *rows, const char *const *cells)
{
	switch (rows->format) {
	case FORMAT_TABLE: table_add(rows, cells); break;
	case FORMAT_JSON:
	case FORMAT_JSONL:
		json_row(rows, cells);
		print_raw(rows);
		break;
	case FORMAT_CSV:
	case FORMAT_CSV_RAW:
	case FORMAT_TSV:
		if (!rows->written)
			file_row(rows, NULL);
		file_row(rows, cells);
		break;
	}
	rows->written++;
}

void rows_end(struct rows **rows_ptr)
{
	struct rows *rows = *rows_ptr;

	if (!rows)
		return;
	if (rows->format == FORMAT_TABLE && !rows->measured)
		print_held(rows);
	else if (rows->format == FORMAT_JSON)
		puts(rows->written ? "\n]" : "[]");
	else if (rows->format != FORMAT_JSONL && rows->format != FORMAT_TABLE && !rows->written)
		file_row(rows, NULL);
	strv_release(&rows->held);
	str_release(&rows->line);
	free(rows->columns);
	free(rows->widths);
	free(rows);
	*rows_ptr = NULL;
}
