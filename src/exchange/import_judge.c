#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "import_private.h"
#include "isms/util/i18n.h"
#include "isms/util/mem.h"
#include "isms/util/text.h"

#define TITLE_CELLS 80

/* A row while it is judged; empty between two. */
struct reading {
	struct run *run;
	const struct row *row;
	struct judged *j;
	struct record *in; /* what the row says */
	bool *given;	   /* by field: a cell said it */
	bool *cleared;	   /* by field: the cell says nothing, which counts */
	struct str text;   /* of the cell at hand */
};

static enum outcome reject(const struct reading *r, const char *column, const char *value,
			   const struct err *why)
{
	remark(r->run, r->row->line, true, column, value, err_msg(why));
	return CELL_REJECT;
}

void judged_release(struct judged *j)
{
	record_free(&j->rec);
	record_free(&j->old);
	strv_release(&j->extra);
}

/* ---- The row as a whole ------------------------------------------------------------ */

static const char *delimiter_name(char delimiter)
{
	switch (delimiter) {
	case ',':
		return _("a comma");
	case ';':
		return _("a semicolon");
	case '\t':
		return _("a TAB");
	case '|':
		return _("a bar");
	default:
		return _("a separator");
	}
}

static size_t cells_used(const struct row *row)
{
	size_t n = row->n;

	while (n && !row->cell[n - 1].len)
		n--;
	return n;
}

static bool is_header(const struct import *im, const struct row *row)
{
	bool same = im->ncolumns > 1 && row->n >= im->ncolumns;
	char *folded;
	size_t i;

	for (i = 0; same && i < im->ncolumns; i++) {
		folded = word_fold(row->cell[i].s);
		same = str_equal(folded, im->state[i].folded);
		free(folded);
	}
	return same;
}

/* One filled cell that names nothing: the heading of a group, a signature. */
static bool is_heading(const struct import *im, const struct row *row, size_t only)
{
	const struct column *c = &im->columns[only];

	if (im->ncolumns < 3)
		return false;
	if (c->target == TARGET_FIELD && c->field == &im->kind->fields[0])
		return false;
	return c->target != TARGET_CODE || strchr(row->cell[only].s, ' ') ||
	       !strpbrk(row->cell[only].s, "0123456789");
}

/* What sort of row it is: ROW_ADD means one to look into. */
static enum verdict sort_of_row(const struct reading *r)
{
	const struct import *im = r->run->im;
	size_t i, filled = 0, only = 0, n = cells_used(r->row);

	for (i = 0; i < n; i++)
		if (r->row->cell[i].len) {
			filled++;
			only = i;
		}
	if (!filled)
		return ROW_BLANK;
	if (im->exact || n > im->ncolumns)
		return ROW_ADD;
	if ((filled == 1 && is_heading(im, r->row, only)) || is_header(im, r->row))
		return ROW_SKIP;
	return ROW_ADD;
}

static bool shape(const struct reading *r)
{
	const struct import *im = r->run->im;
	size_t n = cells_used(r->row);
	struct err why = ERR_INIT;

	if (n <= im->ncolumns)
		return true;
	err_set(&why, ERR_INPUT,
		_("%zu columns expected, %zu found: %s inside a text needs quotes "
		  "around the text"),
		im->ncolumns, n, delimiter_name(sheet_delimiter(im->sheet)));
	reject(r, NULL, NULL, &why);
	err_release(&why);
	return false;
}

/* ---- Cells --------------------------------------------------------------------------- */

static const char *beside_text(const struct reading *r, struct str *out)
{
	const struct import *im = r->run->im;
	bool null;
	size_t i;

	for (i = 0; i < im->ncolumns; i++)
		if (im->state[i].beside) {
			import_text(im, r->row, i, out, &null);
			return str_get(out);
		}
	return NULL;
}

static enum outcome field_value(struct reading *r, size_t column, struct err *err)
{
	const struct place at = {r->run, r->j, r->row->line, column};
	const struct import *im = r->run->im;
	const struct field *field = im->columns[column].field;
	size_t k = kind_index(im->kind, field);
	struct str beside = STR_INIT;
	enum outcome outcome;

	if (field->type == FIELD_REF || field->type == FIELD_REFS || field->type == FIELD_LINK)
		outcome = refs_value(&at, str_get(&r->text), beside_text(r, &beside),
				     &r->in->values[k], err);
	else
		outcome = cell_value(&at, str_get(&r->text), &r->in->values[k], err);
	r->given[k] = r->given[k] || outcome == CELL_OK;
	str_release(&beside);
	return outcome;
}

/* An empty cell of our own export means nothing; of another file it empties the
 * field, unless a new record gets a value there by itself. */
static void empty_cell(struct reading *r, const struct field *field, bool null)
{
	size_t k = kind_index(r->run->im->kind, field);

	if (r->run->im->exact) {
		r->given[k] = true;
		if (!null && (field->type == FIELD_TEXT || field->type == FIELD_NOTE))
			value_set_text(&r->in->values[k], "");
	} else if (!field->initial && !(field->flags & F_REQUIRED)) {
		r->cleared[k] = true;
	}
}

static void extra_line(struct reading *r, size_t column)
{
	strv_take(&r->j->extra,
		  xasprintf("%s: %s", r->run->im->columns[column].header, str_get(&r->text)));
}

static enum outcome read_cell(struct reading *r, size_t column, struct err *err)
{
	const struct column *c = &r->run->im->columns[column];
	enum outcome outcome = CELL_OK;
	bool null;

	str_clear(&r->text);
	import_text(r->run->im, r->row, column, &r->text, &null);
	if (!r->text.len) {
		if (c->target == TARGET_FIELD)
			empty_cell(r, c->field, null);
		return CELL_OK;
	}
	if (c->target == TARGET_FIELD)
		outcome = field_value(r, column, err);
	else if (c->target == TARGET_NONE)
		outcome = CELL_KEEP;
	else if (!import_own_value(c->target, str_get(&r->text), r->in, r->j, err))
		outcome = CELL_REJECT;
	if (outcome == CELL_KEEP)
		extra_line(r, column);
	if (outcome == CELL_REJECT)
		reject(r, c->header, str_get(&r->text), err);
	return outcome;
}

static enum outcome read_cells(struct reading *r, struct err *err)
{
	enum outcome outcome = CELL_OK;
	size_t i;

	for (i = 0; i < r->run->im->ncolumns; i++) {
		outcome = read_cell(r, i, err);
		if (outcome == CELL_REJECT || outcome == CELL_FAILED)
			return outcome;
	}
	return CELL_OK;
}

/* ---- Title, notes --------------------------------------------------------------------- */

/* One line of at most TITLE_CELLS, cut at a word. */
static void cut_title(struct str *title)
{
	size_t i, n;
	char *blank;

	for (i = 0; i < title->len; i++)
		if (title->s[i] == '\n' || title->s[i] == '\r' || title->s[i] == '\t')
			title->s[i] = ' ';
	n = text_fit(str_get(title), TITLE_CELLS - 1, NULL);
	if (n >= title->len)
		return;
	str_cut(title, n);
	blank = strrchr(title->s, ' ');
	if (blank)
		str_cut(title, (size_t)(blank - title->s));
	str_trim(title);
	str_add(title, "…");
}

/* Other people's registers often have no titles, only descriptions. */
static void make_title(struct reading *r)
{
	const struct import *im = r->run->im;
	const char *const *from;
	struct str title = STR_INIT;
	const struct field *field;
	size_t column;
	bool null;

	if (im->exact || r->given[0] || (im->kind->fields[0].flags & F_DERIVED))
		return;
	for (from = im->kind->title_from; from && *from && !title.len; from++) {
		field = kind_field(im->kind, *from);
		column = field ? columns_find(im, TARGET_FIELD, field) : im->ncolumns;
		if (column < im->ncolumns)
			import_text(im, r->row, column, &title, &null);
	}
	cut_title(&title);
	if (title.len)
		value_set_text(&r->in->values[0], title.s);
	str_release(&title);
}

/* Does text hold line (which may be several) from the beginning of a line to the
 * end of one? */
static bool holds_line(const char *text, const char *line)
{
	size_t len = strlen(line);
	const char *p = text;

	while ((p = strstr(p, line)) != NULL) {
		if ((p == text || p[-1] == '\n') && (!p[len] || p[len] == '\n' || p[len] == '\r'))
			return true;
		p++;
	}
	return false;
}

/* What has no field of its own is kept; lines that are there already are not
 * written twice, so that a second import changes nothing. */
static void add_notes(struct judged *j, const struct kind *kind)
{
	const struct field *field = kind_field(kind, "notes");
	struct value *value;
	struct str notes = STR_INIT;
	size_t i;

	if (!field || !j->extra.n)
		return;
	value = &j->rec->values[kind_index(kind, field)];
	str_add(&notes, value->text ? value->text : "");
	for (i = 0; i < j->extra.n; i++) {
		if (holds_line(str_get(&notes), j->extra.v[i]))
			continue;
		if (notes.len)
			str_addc(&notes, '\n');
		str_add(&notes, j->extra.v[i]);
	}
	value_set_text(value, str_get(&notes));
	str_release(&notes);
}

/* ---- What the row does to the register -------------------------------------------------- */

/* A new record as it begins: the same for every row. */
static struct record *begin_record(struct run *run)
{
	if (!run->fresh) {
		run->fresh = record_new(run->im->kind);
		if (!run->im->exact)
			record_defaults(run->im->rules, run->fresh);
	}
	return record_copy(run->fresh);
}

/* The record as it is to be: ours, with what the row says. */
static void merge(struct reading *r)
{
	const struct import *im = r->run->im;
	struct judged *j = r->j;
	size_t i;

	j->rec = j->old ? record_copy(j->old) : begin_record(r->run);
	if (!j->old) {
		memcpy(j->rec->uid, r->in->uid, UID_LEN);
		j->rec->ver = j->file_ver;
		j->rec->archived = j->archived == 1;
		if (!r->given[0] && r->in->values[0].set)
			value_move(&j->rec->values[0], &r->in->values[0]);
	}
	if (r->in->code) {
		free(j->rec->code);
		j->rec->code = xstrdup(r->in->code);
	}
	for (i = 0; i < im->kind->nfields; i++)
		if (r->given[i] || (r->cleared[i] && j->old))
			value_move(&j->rec->values[i], &r->in->values[i]);
	add_notes(j, im->kind);
}

static bool differs(const struct judged *j)
{
	size_t i;

	if (!str_equal(j->rec->code, j->old->code))
		return true;
	if (j->archived >= 0 && (j->archived == 1) != j->old->archived)
		return true;
	for (i = 0; i < j->rec->kind->nfields; i++)
		if (!(j->rec->kind->fields[i].flags & F_DERIVED) &&
		    !value_equal(&j->rec->kind->fields[i], &j->old->values[i], &j->rec->values[i]))
			return true;
	return false;
}

/* The header of the column that a field came from, for the reader of a remark. */
static const char *column_of(const struct import *im, const struct field *field, size_t *column)
{
	*column = field ? columns_find(im, TARGET_FIELD, field) : im->ncolumns;
	return *column < im->ncolumns ? im->columns[*column].header : NULL;
}

static enum outcome reject_record(struct reading *r, const struct err *why)
{
	size_t column;
	const char *header = column_of(r->run->im, why->field, &column);
	bool null;

	str_clear(&r->text);
	if (header)
		import_text(r->run->im, r->row, column, &r->text, &null);
	return reject(r, header, header ? str_get(&r->text) : NULL, why);
}

static enum outcome load_old(struct reading *r, struct err *err)
{
	struct import *im = r->run->im;
	enum outcome outcome;
	long long id;

	outcome = match_record(r->run, r->in, r->given, &id, err);
	if (outcome == CELL_REJECT)
		return reject_record(r, err);
	if (outcome == CELL_OK && id && !store_get(im->store, im->kind, id, &r->j->old, err))
		outcome = CELL_FAILED;
	return outcome;
}

/* What the file calls a field. */
static const char *header_of(const struct import *im, const struct field *field)
{
	size_t i;

	for (i = 0; i < im->ncolumns; i++)
		if (im->columns[i].target == TARGET_FIELD && im->columns[i].field == field)
			return im->columns[i].header;
	return field->name;
}

/* The life cycle binds who works here; a spreadsheet tells what has become of
 * a record elsewhere, and that is taken as it is, but said. */
static void tell_move(struct reading *r)
{
	const struct kind *kind = r->j->rec->kind;
	const struct field *state = kind_state(kind);
	struct err why = ERR_INIT;
	const char *from, *to;

	if (!state || !r->j->old)
		return;
	from = record_get(r->j->old, state->name)->text;
	to = record_get(r->j->rec, state->name)->text;
	if (from && to && strcmp(from, to) != 0 && !life_check(kind, from, to, &why))
		remark(r->run, r->row->line, false, header_of(r->run->im, state), to,
		       err_msg(&why));
	err_release(&why);
}

/* A state asks for a reason, an approver, the owner's acceptance: of what comes from
 * elsewhere that is said, not asked for. */
static bool tell_needs(struct reading *r, struct err *err)
{
	const struct import *im = r->run->im;
	const struct record *rec = r->j->rec, *old = r->j->old;
	const struct field *state = kind_state(rec->kind), *missing;
	const char *to = state ? record_get(rec, state->name)->text : NULL, *what = NULL;
	char *reason = NULL;

	if (!to || r->run->again || (old && str_equal(to, record_get(old, state->name)->text)))
		return true;
	missing = record_lacks(rec, NULL);
	if (!missing && im->opt.lacks && !im->opt.lacks(im->opt.lacks_ctx, rec, &what, err))
		return false;
	if (missing)
		reason = xasprintf(_("needs '%s'; taken as it is"), _(missing->label));
	else if (what)
		reason = xasprintf(_("needs %s; taken as it is"), what);
	if (reason)
		remark(r->run, r->row->line, false, header_of(im, state), to, reason);
	free(reason);
	return true;
}

/* The same code may be another record in another house. */
static void tell_title(struct reading *r)
{
	const struct kind *kind = r->j->rec->kind;
	char *reason;

	if (!r->j->old || r->run->im->exact || kind->fields[0].type != FIELD_TEXT ||
	    value_equal(&kind->fields[0], &r->j->rec->values[0], &r->j->old->values[0]))
		return;
	reason = xasprintf(_("%s is '%s' here: is it the same?"), r->j->old->code,
			   record_title(r->j->old));
	remark(r->run, r->row->line, false, header_of(r->run->im, &kind->fields[0]),
	       record_title(r->j->rec), reason);
	free(reason);
}

static enum outcome check(struct reading *r, struct err *err)
{
	const struct import *im = r->run->im;
	struct judged *j = r->j;

	if (j->old && j->file_ver && j->file_ver < j->old->ver && !r->run->again) {
		err_set(err, ERR_STALE, _("%s was changed here by %s since the file was written"),
			j->old->code, j->old->changed_by ? j->old->changed_by : "?");
		r->run->res->stale++;
		return reject_record(r, err);
	}
	if (!record_check(im->rules, j->rec, NULL, err))
		return reject_record(r, err);
	tell_move(r);
	tell_title(r);
	return tell_needs(r, err) ? CELL_OK : CELL_FAILED;
}

static enum outcome weigh(struct reading *r, struct err *err)
{
	struct judged *j = r->j;
	enum outcome outcome = load_old(r, err);

	if (outcome != CELL_OK)
		return outcome;
	merge(r);
	j->verdict = !j->old ? ROW_ADD : differs(j) ? ROW_CHANGE : ROW_SAME;
	if ((j->verdict == ROW_ADD && r->run->im->opt.update_only) ||
	    (j->verdict == ROW_CHANGE && r->run->im->opt.add_only))
		j->verdict = ROW_SKIP;
	if (j->verdict != ROW_ADD && j->verdict != ROW_CHANGE)
		return CELL_OK;
	return check(r, err);
}

/* ---- Scores --------------------------------------------------------------------------- */

static void compare_scores(struct reading *r)
{
	const struct import *im = r->run->im;
	bool differ = false, null;
	size_t i;

	for (i = 0; i < im->ncolumns; i++) {
		if (im->columns[i].target != TARGET_SCORE || r->run->again)
			continue;
		str_clear(&r->text);
		import_text(im, r->row, i, &r->text, &null);
		if (!r->text.len ||
		    import_score_agrees(im, r->j->rec, im->columns[i].field, r->text.s))
			continue;
		differ = true;
		remark(r->run, r->row->line, false, im->columns[i].header, r->text.s,
		       _("our method gives another level"));
	}
	r->run->res->differ += differ;
}

/* ---- All of it ------------------------------------------------------------------------- */

static enum outcome judge(struct reading *r, struct err *err)
{
	enum outcome outcome;

	/* What stands in a spoilt row is not known. */
	if (r->row->fault) {
		remark(r->run, r->row->line, true, NULL, NULL, r->row->fault);
		return CELL_REJECT;
	}
	r->j->verdict = sort_of_row(r);
	if (r->j->verdict != ROW_ADD)
		return CELL_OK;
	if (!shape(r))
		return CELL_REJECT;
	outcome = read_cells(r, err);
	if (outcome != CELL_OK)
		return outcome;
	make_title(r);
	outcome = weigh(r, err);
	if (outcome == CELL_OK && r->j->rec)
		compare_scores(r);
	return outcome;
}

static struct reading *reading_of(struct run *run)
{
	const struct kind *kind = run->im->kind;
	struct reading *r = run->reading;

	if (!r) {
		r = run->reading = xcalloc(1, sizeof(*r));
		r->run = run;
		r->in = record_new(kind);
		r->given = xcalloc(kind->nfields, sizeof(*r->given));
		r->cleared = xcalloc(kind->nfields, sizeof(*r->cleared));
	}
	return r;
}

static void reading_clear(struct reading *r)
{
	size_t i, n = r->in->kind->nfields;

	for (i = 0; i < n; i++)
		value_release(&r->in->values[i]);
	free(r->in->code);
	r->in->code = NULL;
	memset(r->in->uid, 0, UID_LEN);
	memset(r->given, 0, n * sizeof(*r->given));
	memset(r->cleared, 0, n * sizeof(*r->cleared));
}

void judge_release(struct run *run)
{
	struct reading *r = run->reading;

	record_free(&run->fresh);
	if (!r)
		return;
	record_free(&r->in);
	free(r->given);
	free(r->cleared);
	str_release(&r->text);
	free(r);
	run->reading = NULL;
}

bool judge_row(struct run *run, const struct row *row, struct judged *j, struct err *err)
{
	const struct judged nothing = {ROW_BLANK, NULL, NULL, STRV_INIT, 0, -1};
	struct reading *r = reading_of(run);
	struct err why = ERR_INIT;
	enum outcome outcome;

	*j = nothing;
	r->row = row;
	r->j = j;
	outcome = judge(r, &why);
	if (outcome == CELL_REJECT) {
		j->verdict = ROW_REJECT;
		record_free(&j->rec);
	} else if (outcome == CELL_FAILED) {
		err_prefix(&why, _("line %ld: "), row->line);
		err_move(err, &why);
	}
	err_release(&why);
	reading_clear(r);
	return outcome != CELL_FAILED;
}
