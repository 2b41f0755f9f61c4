#include "config.h"

#include "import_private.h"
#include "isms/util/i18n.h"
#include "isms/util/mem.h"

#include <stdlib.h>

#define PROGRESS_ROWS 1000

/* Later rows may be what earlier ones refer to. */
static void note_name(struct import *im, const char *text)
{
	char *folded = word_fold(text);

	hashes_add(&im->names, hash_text(&im->key, folded));
	free(folded);
}

static void look_at_cell(struct import *im, size_t column, const char *text)
{
	const struct column *c = &im->columns[column];
	struct survey *told = &im->state[column].survey;
	double num;
	bool percent;
	char order;

	told->filled = true;
	if (c->target == TARGET_FIELD && c->field->type == FIELD_DATE) {
		order = import_date_order(text);
		told->day_first = told->day_first || order == 'd';
		told->month_first = told->month_first || order == 'm';
	}
	if (c->target == TARGET_FIELD && c->field->type == FIELD_SCALE &&
	    cell_number(text, &num, &percent) && !percent && num > (double)told->max && num < 1e6)
		told->max = (long)num;
	if (im->self && (c->target == TARGET_CODE || c->target == TARGET_UID ||
			 (c->target == TARGET_FIELD && c->field == &im->kind->fields[0])))
		note_name(im, text);
}

/* Is the text of the column's cells looked at? */
static bool is_read(const struct import *im, const struct column *c)
{
	if (c->target == TARGET_CODE || c->target == TARGET_UID)
		return im->self;
	return c->target == TARGET_FIELD &&
	       (c->field->type == FIELD_DATE || c->field->type == FIELD_SCALE ||
		(im->self && c->field == &im->kind->fields[0]));
}

static void look_at_row(struct import *im, const struct row *row)
{
	struct str text = STR_INIT;
	bool null;
	size_t i;

	for (i = 0; i < im->ncolumns; i++) {
		if (im->state[i].survey.filled && !is_read(im, &im->columns[i]))
			continue;
		str_clear(&text);
		import_text(im, row, i, &text, &null);
		if (text.len)
			look_at_cell(im, i, text.s);
	}
	str_release(&text);
}

static void begin(struct import *im)
{
	const struct survey nothing = {false, false, false, 0};
	size_t i;

	hashes_release(&im->names);
	im->self = false;
	for (i = 0; i < im->ncolumns; i++) {
		im->state[i].survey = nothing;
		im->self = im->self || (im->columns[i].target == TARGET_FIELD &&
					im->columns[i].field->ref == im->kind);
	}
}

static bool tell_progress(const struct import *im, long rows, struct err *err)
{
	long long done, total;

	if (!im->opt.progress || rows % PROGRESS_ROWS)
		return true;
	sheet_progress(im->sheet, &done, &total);
	return im->opt.progress(im->opt.ctx, 0, done, total) ||
	       err_set(err, ERR_CANCELLED, _("cancelled; nothing was changed"));
}

bool survey(struct import *im, struct err *err)
{
	const struct row *row;
	long rows = 0;

	if (im->surveyed)
		return true;
	begin(im);
	if (!import_rewind(im, err))
		return false;
	do {
		if (!sheet_next(im->sheet, &row, err))
			return false;
		if (row && !row->fault)
			look_at_row(im, row);
		if (!tell_progress(im, ++rows, err))
			return false;
	} while (row);
	im->survey_rows = rows - 1;
	im->surveyed = true;
	return true;
}
