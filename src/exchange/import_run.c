#include "config.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "isms/exchange/csv_write.h"
#include "import_private.h"
#include "isms/util/i18n.h"
#include "isms/util/mem.h"

#define PROGRESS_ROWS 1000
#define BULK_ROWS 1000 /* from so many on the search index is built at the end */

void import_result_release(struct import_result *result)
{
	const struct import_result empty = {.remarks = NULL};
	size_t i;

	for (i = 0; i < result->nremarks; i++) {
		free(result->remarks[i].column);
		free(result->remarks[i].value);
		free(result->remarks[i].reason);
	}
	free(result->remarks);
	*result = empty;
}

static char *copy(const char *text)
{
	return text ? xstrdup(text) : NULL;
}

void remark(struct run *run, long line, bool rejected, const char *column, const char *value,
	    const char *reason)
{
	struct import_result *res = run->res;
	struct remark *r;

	if (run->again)
		return; /* told already */
	if (!res->remarks)
		res->remarks = xcalloc(REMARKS_MAX, sizeof(*res->remarks));
	res->nremarks_all++;
	/* The last one stays free for the row that is rejected, whose reason the
	 * rejects need. */
	if (res->nremarks == REMARKS_MAX) {
		if (!rejected)
			return;
		res->nremarks--;
		r = &res->remarks[res->nremarks];
		free(r->column);
		free(r->value);
		free(r->reason);
	}
	r = &res->remarks[res->nremarks++];
	r->line = line;
	r->rejected = rejected;
	r->column = copy(column);
	r->value = copy(value);
	r->reason = copy(reason);
}

/* ---- Rejects ---------------------------------------------------------------------- */

static void rejects_header(struct run *run)
{
	static const char *const more[REJECTS_COLUMNS] = {"line", "column", "value", "reason"};
	const struct import *im = run->im;
	struct str name = STR_INIT;
	size_t i;

	csv_bom(run->rejects);
	for (i = 0; i < im->ncolumns; i++) {
		str_clear(&name);
		str_addf(&name, "%s%s", im->state[i].header,
			 i	     ? ""
			 : im->exact ? CSV_MARK
				     : REJECTS_MARK);
		csv_text(&run->reject, name.s, name.len, i > 0);
	}
	for (i = 0; i < REJECTS_COLUMNS; i++)
		csv_text(&run->reject, more[i], strlen(more[i]), im->ncolumns + i > 0);
	csv_end(&run->reject, run->rejects);
	str_release(&name);
	run->rejects_begun = true;
}

/* A cell as it stood; what is too many stands in the last column, parted as in
 * the file, so that the row can be mended in a spreadsheet. */
static void rejects_cell(struct run *run, const struct row *row, size_t column)
{
	const struct import *im = run->im;
	const char sep = sheet_delimiter(im->sheet);
	struct str text = STR_INIT;
	bool null = true;
	size_t i;

	if (column < row->n) {
		null = row->cell[column].null;
		str_addn(&text, row->cell[column].s, row->cell[column].len);
	}
	if (im->marked && text.len && text.s[0] == '\'')
		str_remove(&text, 0, 1);
	for (i = im->ncolumns; column + 1 == im->ncolumns && i < row->n; i++) {
		str_addc(&text, sep);
		str_addn(&text, row->cell[i].s, row->cell[i].len);
		null = false;
	}
	if (null)
		csv_null(&run->reject, column > 0);
	else
		csv_text(&run->reject, str_get(&text), text.len, column > 0);
	str_release(&text);
}

static void rejects_row(struct run *run, const struct row *row)
{
	const struct remark *r = &run->res->remarks[run->res->nremarks - 1];
	const char *const more[] = {r->column, r->value, r->reason};
	size_t i;

	if (!run->rejects_begun)
		rejects_header(run);
	for (i = 0; i < run->im->ncolumns; i++)
		rejects_cell(run, row, i);
	csv_number(&run->reject, row->line, run->im->ncolumns > 0);
	for (i = 0; i < sizeof(more) / sizeof(*more); i++)
		if (more[i])
			csv_text(&run->reject, more[i], strlen(more[i]), true);
		else
			csv_null(&run->reject, true);
	csv_end(&run->reject, run->rejects);
}

/* Lines are counted; a set of hashes wants all bits to differ. */
static uint64_t hash_line(long line)
{
	return (uint64_t)line * 0x9e3779b97f4a7c15u;
}

static void rejected(struct run *run, const struct row *row)
{
	if (run->again)
		return;
	run->res->rejected++;
	hashes_add(&run->refused, hash_line(row->line));
	if (run->rejects)
		rejects_row(run, row);
}

/* ---- Writing ------------------------------------------------------------------------- */

static bool write_record(struct run *run, struct judged *j, struct err *err)
{
	struct store *store = run->im->store;
	bool archive = j->old && j->archived >= 0 && (j->archived == 1) != j->old->archived;

	if (!refs_make(run, j->rec, err))
		return false;
	if (!j->old) {
		if (!store_add(store, j->rec, err))
			return false;
		index_add(run->im, j->rec);
		return true;
	}
	if (!store_update(store, j->rec, NULL, err))
		return false;
	return !archive || store_archive(store, j->rec->kind, j->rec->id, j->archived == 1, err);
}

/* A new record without links and without records to be made for it: nothing is
 * left of it when the store refuses it. */
static bool is_one_step(const struct judged *j)
{
	const struct kind *kind = j->rec->kind;
	const struct value *value;
	size_t i, k;

	for (i = 0; i < kind->nfields; i++) {
		value = &j->rec->values[i];
		if (value->nrefs && kind->fields[i].type == FIELD_REFS)
			return false;
		for (k = 0; k < value->nrefs; k++)
			if (!value->refs[k].id)
				return false;
	}
	return !j->old;
}

static bool write_steps(struct run *run, struct judged *j, struct err *err)
{
	struct store *store = run->im->store;
	long created = run->res->created;

	if (!store_begin(store, run->im->name, err))
		return false;
	if (write_record(run, j, err))
		return store_commit(store, NULL, err);
	store_rollback(store);
	run->res->created = created;
	refs_release(run->im); /* what was made is gone */
	index_release(run->im);
	return false;
}

/* A row that the store refuses (a field that must be unique) is rejected by
 * itself; any other failure ends the import. */
static bool write_row(struct run *run, const struct row *row, struct judged *j, struct err *err)
{
	struct err why = ERR_INIT;
	bool ok = true;

	if (is_one_step(j) ? write_record(run, j, &why) : write_steps(run, j, &why))
		return true;
	if (!run->again && (why.kind == ERR_INPUT || why.kind == ERR_STALE)) {
		remark(run, row->line, true, why.field ? _(why.field->label) : NULL, NULL,
		       err_msg(&why));
		run->res->stale += why.kind == ERR_STALE;
		j->verdict = ROW_REJECT;
	} else {
		if (why.kind != ERR_CANCELLED)
			err_prefix(&why, _("line %ld: "), row->line);
		err_move(err, &why);
		ok = false;
	}
	err_release(&why);
	return ok;
}

static void count(struct run *run, const struct row *row, enum verdict verdict)
{
	struct import_result *res = run->res;

	if (verdict == ROW_REJECT)
		rejected(run, row);
	if (run->again)
		return;
	res->rows += verdict != ROW_BLANK && verdict != ROW_SKIP;
	res->skipped += verdict == ROW_SKIP;
	res->added += verdict == ROW_ADD;
	res->changed += verdict == ROW_CHANGE;
	res->same += verdict == ROW_SAME;
}

static bool one_row(struct run *run, const struct row *row, struct err *err)
{
	struct judged j;
	bool ok, writes;

	if (run->again && hashes_has(&run->refused, hash_line(row->line)))
		return true;
	ok = judge_row(run, row, &j, err);
	writes = ok && (j.verdict == ROW_ADD || j.verdict == ROW_CHANGE);
	if (writes && run->write)
		ok = write_row(run, row, &j, err);
	else if (writes)
		ok = refs_make(run, j.rec, err);
	if (ok)
		count(run, row, j.verdict);
	judged_release(&j);
	return ok;
}

/* ---- Passes --------------------------------------------------------------------------- */

static bool tell_progress(const struct import *im, long rows, struct err *err)
{
	long long done, total;

	if (!im->opt.progress || rows % PROGRESS_ROWS)
		return true;
	sheet_progress(im->sheet, &done, &total);
	return im->opt.progress(im->opt.ctx, rows, done, total) ||
	       err_set(err, ERR_CANCELLED, _("cancelled; nothing was changed"));
}

/* Columns that have no field are told once, not for every row. */
static void tell_columns(struct run *run)
{
	const struct import *im = run->im;
	bool notes = kind_field(im->kind, "notes") != NULL;
	size_t i;

	for (i = 0; i < im->ncolumns; i++)
		if (im->columns[i].target == TARGET_NONE && im->state[i].survey.filled)
			remark(run, im->header_line, false, im->columns[i].header, NULL,
			       notes ? _("no field of this name: kept in the notes")
				     : _("no field of this name: left out"));
}

static bool all_rows(struct run *run, struct err *err)
{
	struct import *im = run->im;
	const struct row *row;
	long rows = 0;
	bool ok;

	hashes_release(&run->codes);
	hashes_release(&run->titles);
	ok = store_empty(im->store, im->kind, &run->was_empty, err) && import_rewind(im, err);
	while (ok) {
		ok = sheet_next(im->sheet, &row, err);
		if (!ok || !row)
			break;
		ok = one_row(run, row, err) && tell_progress(im, ++rows, err);
	}
	return ok;
}

static void run_begin(struct run *run, struct import *im, struct import_result *res)
{
	const struct import_result nothing = {.remarks = NULL};
	const struct run fresh = {.im = im, .res = res};

	*res = nothing;
	*run = fresh;
	res->skipped = im->before;
	memo_release(im);
	refs_release(im);
	index_release(im);
}

static void run_end(struct run *run)
{
	hashes_release(&run->codes);
	hashes_release(&run->titles);
	hashes_release(&run->made);
	hashes_release(&run->refused);
	judge_release(run);
	str_release(&run->reject);
	memo_release(run->im);
	refs_release(run->im);
	index_release(run->im);
}

bool import_judge(struct import *im, struct import_result *result, struct err *err)
{
	struct run run;
	bool ok;

	run_begin(&run, im, result);
	ok = survey(im, err);
	if (ok)
		tell_columns(&run);
	ok = ok && all_rows(&run, err);
	run_end(&run);
	return ok;
}

/* Within the transaction. References to rows that come later are set by going
 * over the file again. */
static bool write_all(struct run *run, struct err *err)
{
	if (!all_rows(run, err))
		return false;
	if (!run->im->self || run->im->opt.later_refs)
		return true;
	run->again = true;
	return all_rows(run, err);
}

static bool rejects_done(struct run *run, struct err *err)
{
	if (!run->rejects || (!fflush(run->rejects) && !ferror(run->rejects)))
		return true;
	return err_set(err, ERR_FAILED, _("cannot write the rejected rows: %s"), strerror(errno));
}

static bool transaction(struct run *run, struct err *err)
{
	struct import *im = run->im;
	char *why = xasprintf(_("import %s"), im->name);
	bool ok = store_begin(im->store, why, err);

	free(why);
	if (!ok)
		return false;
	if (im->survey_rows >= BULK_ROWS)
		store_bulk(im->store);
	ok = write_all(run, err) && rejects_done(run, err);
	if (ok)
		ok = store_commit(im->store, &run->res->tx, err);
	else
		store_rollback(im->store);
	return ok;
}

/* Every row is judged before the first is written: what is wrong with the file, or
 * Esc, ends it while nothing has been locked or touched. */
static bool judge_first(struct import *im, struct err *err)
{
	struct import_result judged;
	bool ok = import_judge(im, &judged, err);

	import_result_release(&judged);
	return ok;
}

bool import_run(struct import *im, FILE *rejects, struct import_result *result, struct err *err)
{
	bool ok = judge_first(im, err);
	struct run run;

	run_begin(&run, im, result);
	run.write = true;
	run.rejects = rejects;
	if (ok)
		tell_columns(&run);
	ok = ok && transaction(&run, err);
	/* What was learnt helps the next time; the import is done without it, too. */
	if (ok)
		columns_remember(im, NULL);
	run_end(&run);
	return ok;
}
