#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "import_private.h"
#include "isms/util/i18n.h"
#include "isms/util/mem.h"

#define HEADER_ROWS 20 /* the header is looked for in so many */
#define SAMPLE_ROWS 8

/* ---- The header ---------------------------------------------------------------------- */

static size_t filled_cells(const struct row *row)
{
	size_t i, n = 0;

	for (i = 0; i < row->n; i++)
		n += row->cell[i].len > 0;
	return n;
}

/* The line of the row with the most names of columns; where none has any, of the
 * first that has several cells. 0: the file has no rows. */
static bool guess_header(struct import *im, struct err *err)
{
	const struct row *row;
	size_t best = 0, named;
	int i;

	if (!sheet_rewind(im->sheet, err))
		return false;
	im->header_line = 0;
	for (i = 0; i < HEADER_ROWS; i++) {
		if (!sheet_next(im->sheet, &row, err))
			return false;
		if (!row)
			break;
		named = row->fault ? 0 : columns_named(im, row) * 2 + (filled_cells(row) > 1);
		if (named > best || !im->header_line) {
			best = named;
			im->header_line = row->line;
		}
	}
	return true;
}

/* Comes to the header row; *row is NULL in a file that ends before it. */
static bool seek_header(struct import *im, const struct row **row, struct err *err)
{
	if (!sheet_rewind(im->sheet, err))
		return false;
	im->before = 0;
	do {
		if (!sheet_next(im->sheet, row, err))
			return false;
		if (!*row || (*row)->line == im->header_line)
			break;
		if ((*row)->line > im->header_line)
			return err_set(err, ERR_USAGE, _("'%s' has no row that begins on line %ld"),
				       im->name, im->header_line);
		im->before += filled_cells(*row) > 0;
	} while (true);
	return true;
}

bool import_rewind(struct import *im, struct err *err)
{
	const struct row *row;

	return seek_header(im, &row, err);
}

static bool read_sample(struct import *im, struct err *err)
{
	const struct row *row;
	size_t i, k;

	strv_release(&im->sample);
	for (i = 0; i < SAMPLE_ROWS; i++) {
		if (!sheet_next(im->sheet, &row, err))
			return false;
		if (!row)
			break;
		for (k = 0; k < im->ncolumns; k++)
			strv_add(&im->sample, k < row->n && row->cell[k].s ? row->cell[k].s : "");
	}
	return true;
}

static bool take_header(struct import *im, struct err *err)
{
	const struct row *row = NULL;

	im->surveyed = false;
	columns_release(im);
	strv_release(&im->sample);
	if (!im->header_line)
		return true; /* no rows at all */
	if (!seek_header(im, &row, err))
		return false;
	if (!row)
		return err_set(err, ERR_USAGE, _("'%s' ends before line %ld"), im->name,
			       im->header_line);
	if (row->fault)
		return err_set(err, ERR_INPUT, _("'%s', line %ld: %s"), im->name, row->line,
			       row->fault);
	return columns_map(im, row, err) && read_sample(im, err);
}

bool import_header(struct import *im, long line, struct err *err)
{
	long before = im->header_line;
	bool ok;

	im->header_line = line;
	ok = take_header(im, err);
	if (!ok) {
		im->header_line = before;
		take_header(im, NULL);
	}
	return ok;
}

/* ---- Open and close -------------------------------------------------------------------- */

bool import_open(struct store *store, const struct rules *rules, const struct kind *kind,
		 FILE *file, const char *name, const struct import_options *opt,
		 struct import **import, struct err *err)
{
	struct import *im = xcalloc(1, sizeof(*im));
	bool ok;

	im->store = store;
	im->rules = rules;
	im->kind = kind;
	im->name = xstrdup(name);
	im->opt = *opt;
	hash_key_new(&im->key);
	words_load(&im->headers, "import/headers.csv", 2, 3);
	words_load(&im->words, "import/words.csv", 2, 3);
	ok = sheet_open(file, name, &opt->dialect, &im->sheet, err);
	im->opt.dialect.encoding = NULL; /* borrowed, and no longer needed */
	if (ok && opt->header_line)
		im->header_line = opt->header_line;
	else
		ok = ok && guess_header(im, err);
	ok = ok && take_header(im, err);
	*import = im;
	if (!ok)
		import_close(import);
	return ok;
}

void import_close(struct import **import)
{
	struct import *im = *import;

	if (!im)
		return;
	columns_release(im);
	refs_release(im);
	index_release(im);
	hashes_release(&im->names);
	strv_release(&im->sample);
	words_release(&im->headers);
	words_release(&im->words);
	sheet_close(&im->sheet);
	free(im->name);
	free(im);
	*import = NULL;
}

/* ---- What was found ----------------------------------------------------------------------- */

const struct sheet *import_sheet(const struct import *im)
{
	return im->sheet;
}

long import_header_line(const struct import *im)
{
	return im->header_line;
}

size_t import_columns(const struct import *im, const struct column **columns)
{
	*columns = im->columns;
	return im->ncolumns;
}

void import_set_create_refs(struct import *im, bool on)
{
	im->opt.create_refs = on;
}

void import_set_dates(struct import *im, char dates)
{
	im->opt.dates = dates;
}

const char *import_sample(const struct import *im, size_t column, size_t row)
{
	if (column >= im->ncolumns || row >= im->sample.n / im->ncolumns)
		return NULL;
	return im->sample.v[row * im->ncolumns + column];
}

/* Types that our export writes without quotes and never marks. */
static bool is_number(const struct column *column)
{
	if (column->target == TARGET_VER)
		return true;
	return column->target == TARGET_FIELD &&
	       (column->field->type == FIELD_INT || column->field->type == FIELD_SCALE ||
		column->field->type == FIELD_MONEY);
}

void import_text(const struct import *im, const struct row *row, size_t column, struct str *out,
		 bool *null)
{
	size_t at = out->len;

	*null = true;
	if (column >= row->n)
		return;
	*null = row->cell[column].null;
	str_addn(out, row->cell[column].s, row->cell[column].len);
	if (im->marked && out->len > at && out->s[at] == '\'' && !is_number(&im->columns[column]))
		str_remove(out, at, 1);
	if (!im->exact)
		str_trim(out);
}
