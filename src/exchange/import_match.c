#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "import_private.h"
#include "isms/util/i18n.h"
#include "isms/util/mem.h"

/* Rows with the same title as another, that is, at most so many are told apart. */
#define SAME_MAX 10000

static bool has_uid(const struct record *rec)
{
	static const unsigned char none[UID_LEN];

	return memcmp(rec->uid, none, UID_LEN) != 0;
}

static enum outcome by_uid(struct run *run, const struct record *in, long long *id, struct err *err)
{
	struct import *im = run->im;
	long long other = 0;

	if (!store_find_uid(im->store, im->kind, in->uid, id, err))
		return CELL_FAILED;
	if (!in->code || !store_find_code(im->store, im->kind, in->code, &other, err))
		return in->code ? CELL_FAILED : CELL_OK;
	if (other && other != *id) {
		err_set(err, ERR_INPUT, _("another record has the code '%s'"), in->code);
		return CELL_REJECT;
	}
	return CELL_OK;
}

/* ---- By what is unique ------------------------------------------------------------- */

static struct filter *equals(const struct field *field, const struct value *value)
{
	struct filter *f = xcalloc(1, sizeof(*f));

	f->op = FILTER_EQ;
	f->field = field;
	value_copy(&f->value, value);
	f->text = xstrdup(value->nrefs ? value->refs[0].code : value->text ? value->text : "");
	return f;
}

static struct filter *both(struct filter *left, struct filter *right)
{
	struct filter *f;

	if (!left)
		return right;
	f = xcalloc(1, sizeof(*f));
	f->op = FILTER_AND;
	f->left = left;
	f->right = right;
	return f;
}

/* Those of the store's answer that have the very same values, in the order of
 * entry; the filter compares as people do. */
static bool exact_ones(struct import *im, const struct filter *filter, const struct record *in,
		       const bool *fields, long long **ids, size_t *n, struct err *err)
{
	const struct query query = {.kind = im->kind,
				    .filter = filter,
				    .limit = SAME_MAX,
				    .archived = ARCHIVED_ALSO};
	struct record *rec = NULL;
	size_t i, k, all = 0;
	bool ok = store_list(im->store, &query, ids, &all, err);

	*n = 0;
	for (i = 0; ok && i < all; i++) {
		ok = store_get_some(im->store, im->kind, (*ids)[i], fields, &rec, err);
		for (k = 0; ok && k < im->kind->nfields; k++)
			if (fields[k] &&
			    !value_equal(&im->kind->fields[k], &rec->values[k], &in->values[k]))
				break;
		if (ok && k == im->kind->nfields)
			(*ids)[(*n)++] = (*ids)[i];
		record_free(&rec);
	}
	return ok;
}

/* The nth record that has the same values in fields; *id 0: none. */
static bool find_same(struct import *im, const struct record *in, const bool *fields, size_t nth,
		      long long *id, struct err *err)
{
	struct filter *filter = NULL;
	long long *ids = NULL;
	size_t i, n = 0;
	bool ok;

	/* Links have no equality that the store knows: exact_ones() compares them. */
	for (i = 0; i < im->kind->nfields; i++)
		if (fields[i] && im->kind->fields[i].type != FIELD_REFS)
			filter = both(filter, equals(&im->kind->fields[i], &in->values[i]));
	ok = exact_ones(im, filter, in, fields, &ids, &n, err);
	if (ok && nth < n)
		*id = ids[nth];
	filter_free(&filter);
	free(ids);
	return ok;
}

/* Are all fields of a set "a,b" given with resolved values? Marks them. */
static bool mark_set(const struct import *im, const char *set, const struct record *in,
		     const bool *given, bool *fields)
{
	struct strv names = STRV_INIT;
	const struct field *field;
	bool all = true;
	size_t i, k;

	memset(fields, 0, im->kind->nfields * sizeof(*fields));
	strv_split(&names, set, ",");
	for (i = 0; all && i < names.n; i++) {
		field = kind_field(im->kind, names.v[i]);
		k = field ? kind_index(im->kind, field) : 0;
		all = field && given[k] && in->values[k].set &&
		      (!in->values[k].nrefs || in->values[k].refs[0].id);
		if (all)
			fields[k] = true;
	}
	all = all && names.n;
	strv_release(&names);
	return all;
}

static bool by_unique(struct run *run, const struct record *in, const bool *given, long long *id,
		      struct err *err)
{
	struct import *im = run->im;
	bool *fields = xcalloc(im->kind->nfields, sizeof(*fields));
	const char *const *set;
	bool ok = true;
	size_t i;

	for (i = 0; ok && !*id && i < im->kind->nfields; i++)
		if ((im->kind->fields[i].flags & F_UNIQUE) &&
		    mark_set(im, im->kind->fields[i].name, in, given, fields))
			ok = find_same(im, in, fields, 0, id, err);
	for (set = im->kind->unique; ok && !*id && set && *set; set++)
		if (mark_set(im, *set, in, given, fields))
			ok = find_same(im, in, fields, 0, id, err);
	free(fields);
	return ok;
}

/* A row of a register whose records need no title: the record that says the same
 * about the same other record. */
static bool by_content(struct run *run, const struct record *in, const bool *given, long long *id,
		       struct err *err)
{
	struct import *im = run->im;
	bool *fields = xcalloc(im->kind->nfields, sizeof(*fields)), any = false, ok = true;
	struct str all = STR_INIT;
	long nth;
	size_t i;

	for (i = 0; i < im->kind->nfields; i++) {
		fields[i] = given[i] && in->values[i].set;
		if (!fields[i])
			continue;
		any = any || (im->kind->fields[i].type == FIELD_REF && in->values[i].refs[0].id);
		str_addf(&all, "%s=", im->kind->fields[i].name);
		field_format(im->rules, &im->kind->fields[i], &in->values[i], &all);
		str_addc(&all, '\n');
	}
	nth = hashes_add(&run->titles, hash_text(&im->key, str_get(&all)));
	if (any && !run->was_empty)
		ok = find_same(im, in, fields, (size_t)nth, id, err);
	str_release(&all);
	free(fields);
	return ok;
}

/* ---- By title ---------------------------------------------------------------------- */

/* The index folds; a record of another spelling is another record. */
static bool has_title(struct import *im, long long found, const struct value *title, long long *id,
		      struct err *err)
{
	bool *want = xcalloc(im->kind->nfields, sizeof(*want));
	struct record *rec = NULL;
	bool ok;

	want[0] = true;
	ok = store_get_some(im->store, im->kind, found, want, &rec, err);
	if (ok && value_equal(&im->kind->fields[0], &rec->values[0], title))
		*id = found;
	record_free(&rec);
	free(want);
	return ok;
}

/*
 * The n-th row of a title means the n-th record of that title, so that a second
 * import of a file whose titles are not unique changes nothing.
 */
static bool by_title(struct run *run, const struct record *in, const bool *given, long long *id,
		     struct err *err)
{
	struct import *im = run->im;
	const struct value *title = &in->values[0];
	bool *fields;
	bool ok = true;
	long long found = 0, nth;
	int n = 0;

	if (im->kind->fields[0].type != FIELD_TEXT || !title->set || !*title->text ||
	    (im->kind->fields[0].flags & F_DERIVED))
		return by_content(run, in, given, id, err);
	nth = hashes_add(&run->titles, hash_text(&im->key, title->text));
	if (run->was_empty)
		return true;
	if (!index_title(im, im->kind, title->text, &found, &n, err))
		return false;
	if (!n || (n == 1 && nth))
		return true;
	if (n == 1)
		return has_title(im, found, title, id, err);
	fields = xcalloc(im->kind->nfields, sizeof(*fields));
	fields[0] = true;
	ok = find_same(im, in, fields, (size_t)nth, id, err);
	free(fields);
	return ok;
}

/* There is always exactly one, and it is what every row means. */
static bool the_single(struct import *im, long long *id, struct err *err)
{
	const struct query query = {.kind = im->kind, .limit = 1, .archived = ARCHIVED_ALSO};
	long long *ids = NULL;
	size_t n = 0;
	bool ok = store_list(im->store, &query, &ids, &n, err);

	if (ok && n)
		*id = ids[0];
	free(ids);
	return ok;
}

enum outcome match_record(struct run *run, const struct record *in, const bool *given,
			  long long *id, struct err *err)
{
	struct import *im = run->im;

	*id = 0;
	if (im->kind->flags & KIND_SINGLE)
		return the_single(im, id, err) ? CELL_OK : CELL_FAILED;
	/* What is twice in one file cannot be told apart the next time. */
	if (in->code && hashes_add(&run->codes, hash_text(&im->key, in->code))) {
		err_set(err, ERR_INPUT, _("the code '%s' stands in the file twice"), in->code);
		return CELL_REJECT;
	}
	if (has_uid(in))
		return run->was_empty ? CELL_OK : by_uid(run, in, id, err);
	if (in->code) {
		if (!run->was_empty && !store_find_code(im->store, im->kind, in->code, id, err))
			return CELL_FAILED;
		return CELL_OK;
	}
	if (!run->was_empty && !by_unique(run, in, given, id, err))
		return CELL_FAILED;
	if (*id)
		return CELL_OK;
	return by_title(run, in, given, id, err) ? CELL_OK : CELL_FAILED;
}
