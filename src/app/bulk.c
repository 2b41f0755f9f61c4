/* Many records changed at once: judged, then written as one. */
#include "config.h"

#include "isms/app/bulk.h"

#include <stdlib.h>
#include <string.h>

#include "isms/util/i18n.h"
#include "isms/util/mem.h"
#include "private.h"

/* So many codes are named in the history's line. */
#define CODES_NAMED 5

void bulk_init(struct bulk *bulk, const struct kind *kind)
{
	memset(bulk, 0, sizeof(*bulk));
	bulk->kind = kind;
}

static void forget_rows(struct bulk *bulk)
{
	size_t i;

	for (i = 0; i < bulk->nrows; i++) {
		free(bulk->rows[i].code);
		free(bulk->rows[i].what);
		free(bulk->rows[i].why);
	}
	free(bulk->rows);
	bulk->rows = NULL;
	bulk->nrows = 0;
	memset(bulk->nfate, 0, sizeof(bulk->nfate));
}

void bulk_release(struct bulk *bulk)
{
	size_t i;

	forget_rows(bulk);
	for (i = 0; i < bulk->nchanges; i++)
		value_release(&bulk->changes[i].value);
	free(bulk->changes);
	bulk_init(bulk, bulk->kind);
}

bool bulk_can(const struct field *field)
{
	return !(field->flags & (F_DERIVED | F_ONCE));
}

bool bulk_change(struct bulk *bulk, const struct field *field, enum bulk_how how,
                 const struct value *value, struct err *err)
{
	struct bulk_change *change;

	if (field->flags & F_DERIVED)
		return err_set(err, ERR_USAGE, _("'%s' is derived and cannot be set"), field->name);
	if (!bulk_can(field))
		return err_set(err, ERR_USAGE, _("'%s' is frozen by the program and cannot be set"),
			       field->name);
	if (how != BULK_SET && field->type != FIELD_REFS && field->type != FIELD_CHOICES)
		return err_set(err, ERR_USAGE, _("'%s' holds one value: it is set by ="),
			       field->name);
	bulk->changes = xgrow(bulk->changes, bulk->nchanges, &bulk->cap, sizeof(*bulk->changes));
	change = &bulk->changes[bulk->nchanges++];
	memset(change, 0, sizeof(*change));
	change->field = field;
	change->how = how;
	value_copy(&change->value, value);
	return true;
}

/* ---- One record ---------------------------------------------------------- */

static bool has_ref(const struct value *value, long long id)
{
	size_t i;

	for (i = 0; i < value->nrefs; i++)
		if (value->refs[i].id == id)
			return true;
	return false;
}

static void add_refs(struct value *out, const struct value *from, const struct value *without)
{
	size_t i;

	for (i = 0; i < from->nrefs; i++)
		if (!has_ref(out, from->refs[i].id) &&
		    !(without && has_ref(without, from->refs[i].id)))
			value_add_ref(out, from->refs[i].id, from->refs[i].code,
				      from->refs[i].title);
}

static void change_refs(const struct bulk_change *change, struct value *value)
{
	struct value out = VALUE_INIT;

	add_refs(&out, value, change->how == BULK_REMOVE ? &change->value : NULL);
	if (change->how == BULK_ADD)
		add_refs(&out, &change->value, NULL);
	value_copy(value, &out);
	value_release(&out);
}

static bool has_key(const struct value *value, const char *key)
{
	struct strv keys = STRV_INIT;
	bool has;

	strv_split(&keys, value->set && value->text ? value->text : "", ";");
	has = strv_has(&keys, key);
	strv_release(&keys);
	return has;
}

static void change_choices(const struct bulk_change *change, struct value *value)
{
	const struct choice *choice;
	struct str out = STR_INIT;

	for (choice = change->field->choices; choice->key; choice++) {
		bool had = has_key(value, choice->key), named = has_key(&change->value, choice->key);

		if (change->how == BULK_ADD ? had || named : had && !named)
			str_addf(&out, "%s%s", out.len ? ";" : "", choice->key);
	}
	value_set_text(value, out.len ? str_get(&out) : NULL);
	str_release(&out);
}

void bulk_apply(const struct bulk *bulk, struct record *rec)
{
	size_t i;

	for (i = 0; i < bulk->nchanges; i++) {
		const struct bulk_change *change = &bulk->changes[i];
		struct value *value = &rec->values[kind_index(rec->kind, change->field)];

		if (change->how == BULK_SET)
			value_copy(value, &change->value);
		else if (change->field->type == FIELD_REFS)
			change_refs(change, value);
		else
			change_choices(change, value);
	}
}

static void add_value(const struct app *app, const struct bulk *bulk, const struct field *field,
		      const struct value *value, struct str *out)
{
	size_t before = out->len;

	if (value->set || value->nrefs)
		(bulk->people ? field_show : field_format)(&app->rules, field, value, out);
	if (out->len == before)
		str_add(out, "-");
}

/* "status: open -> closed"; NULL where nothing differs. */
static char *differences(const struct app *app, const struct bulk *bulk, const struct record *old,
			 const struct record *rec)
{
	struct str out = STR_INIT;
	size_t i;

	for (i = 0; i < rec->kind->nfields; i++) {
		const struct field *field = &rec->kind->fields[i];

		if (field->flags & F_DERIVED ||
		    value_equal(field, &old->values[i], &rec->values[i]))
			continue;
		str_addf(&out, "%s%s: ", out.len ? "\n" : "",
			 bulk->people ? _(field->label) : field->name);
		add_value(app, bulk, field, &old->values[i], &out);
		str_add(&out, " -> ");
		add_value(app, bulk, field, &rec->values[i], &out);
	}
	return out.len ? str_detach(&out) : NULL;
}

/* Is it the record that is wrong, or the file? */
static bool of_the_record(const struct err *err)
{
	return err->kind == ERR_INPUT || err->kind == ERR_MISSING || err->kind == ERR_USAGE;
}

/* ---- Judging ------------------------------------------------------------- */

/* Do the changes make something of a row that only the file knows once the row, and
 * those before it, are written? Two records that must not be the same; a state that waits
 * for other records, or takes its place from the one before. Then they are written on
 * trial. */
static bool needs_trial(const struct bulk *bulk)
{
	const struct field *state = kind_state(bulk->kind);
	bool touches = false;
	size_t i, k;

	for (i = 0; i < bulk->nchanges; i++) {
		const char *name = bulk->changes[i].field->name;

		touches = touches || bulk->changes[i].field->flags & F_UNIQUE ||
			  (bulk->changes[i].field == state &&
			   (app_waits(bulk->kind) || app_supersedes(bulk->kind)));
		for (k = 0; bulk->kind->unique && bulk->kind->unique[k]; k++) {
			struct strv names = STRV_INIT;

			strv_split(&names, bulk->kind->unique[k], ",");
			touches = touches || strv_has(&names, name);
			strv_release(&names);
		}
	}
	return touches;
}

static bool on_trial(struct app *app, const struct record *rec, const struct record *old,
		     struct err *err)
{
	struct record *copy = record_copy(rec);
	bool ok = store_begin(app->store, "", err);

	if (ok) {
		ok = app_write(app, copy, old, err);
		if (ok)
			ok = store_commit(app->store, NULL, err);
		else
			store_rollback(app->store);
	}
	record_free(&copy);
	return ok;
}

static bool judge(struct app *app, const struct bulk *bulk, struct bulk_row *row, bool trial,
		  struct err *err)
{
	struct record *old = NULL, *rec;
	bool ok = store_get(app->store, bulk->kind, row->id, &old, err);

	if (!ok)
		return false;
	row->ver = old->ver;
	row->code = xstrdup(old->code ? old->code : "");
	rec = record_copy(old);
	bulk_apply(bulk, rec);
	row->what = differences(app, bulk, old, rec);
	row->fate = row->what ? BULK_CHANGES : BULK_SAME;
	if (row->what)
		ok = record_check(&app->rules, rec, old, err) &&
		     (trial ? on_trial(app, rec, old, err) : app_ready(app, rec, old, err));
	record_free(&rec);
	record_free(&old);
	return ok;
}

static bool judge_row(struct app *app, struct bulk *bulk, struct bulk_row *row, bool trial,
		      struct err *err)
{
	struct err why = ERR_INIT;
	bool ok = judge(app, bulk, row, trial, &why);

	if (!ok && of_the_record(&why)) {
		row->fate = BULK_REFUSED;
		row->why = xstrdup(err_msg(&why));
		if (!row->code)
			row->code = xstrdup("?");
		ok = true;
	} else if (!ok) {
		err_move(err, &why);
	}
	bulk->nfate[row->fate] += ok;
	err_release(&why);
	return ok;
}

static bool judge_all(struct app *app, struct bulk *bulk, bool trial, struct err *err)
{
	bool ok = true;
	size_t i;

	for (i = 0; ok && i < bulk->nrows; i++) {
		store_watch_at(app->store, (long)i, (long)bulk->nrows);
		ok = judge_row(app, bulk, &bulk->rows[i], trial, err);
	}
	return ok;
}

bool bulk_plan(struct app *app, struct bulk *bulk, const long long *ids, size_t n,
               struct err *err)
{
	bool trial = needs_trial(bulk) && !store_read_only(app->store);
	bool ok;
	size_t i;

	forget_rows(bulk);
	bulk->rows = xcalloc(n + 1, sizeof(*bulk->rows));
	bulk->nrows = n;
	for (i = 0; i < n; i++)
		bulk->rows[i].id = ids[i];
	ok = trial ? store_begin(app->store, "", err) : store_look_begin(app->store, err);
	if (!ok)
		return false;
	ok = judge_all(app, bulk, trial, err);
	if (trial)
		store_rollback(app->store);
	else
		store_look_end(app->store);
	return ok;
}

/* ---- Writing ------------------------------------------------------------- */

/* "edit R-0001, R-0002" or "edit 40 risk" */
static void reason(const struct bulk *bulk, struct str *out)
{
	const char *between = " ";
	size_t i;

	str_add(out, "edit");
	if (bulk->nfate[BULK_CHANGES] > CODES_NAMED)
		str_addf(out, " %zu %s", bulk->nfate[BULK_CHANGES], bulk->kind->name);
	for (i = 0; i < bulk->nrows && bulk->nfate[BULK_CHANGES] <= CODES_NAMED; i++) {
		if (bulk->rows[i].fate != BULK_CHANGES)
			continue;
		str_addf(out, "%s%s", between, bulk->rows[i].code);
		between = ", ";
	}
}

static bool run_row(struct app *app, const struct bulk *bulk, const struct bulk_row *row,
		    struct err *err)
{
	struct record *old = NULL, *rec = NULL;
	bool ok = store_get(app->store, bulk->kind, row->id, &old, err);

	if (ok && old->ver != row->ver)
		ok = err_set(err, ERR_STALE, _("%s was changed by %s meanwhile (%s)"), old->code,
			     old->changed_by ? old->changed_by : "?",
			     old->changed_at ? old->changed_at : "?");
	if (ok) {
		rec = record_copy(old);
		bulk_apply(bulk, rec);
		ok = record_check(&app->rules, rec, old, err) && app_write(app, rec, old, err);
		if (!ok && of_the_record(err))
			err_prefix(err, "%s: ", row->code);
	}
	record_free(&rec);
	record_free(&old);
	return ok;
}

static bool run_all(struct app *app, struct bulk *bulk, struct err *err)
{
	bool ok = true;
	long done = 0;
	size_t i;

	for (i = 0; ok && i < bulk->nrows; i++) {
		if (bulk->rows[i].fate != BULK_CHANGES)
			continue;
		store_watch_at(app->store, done++, (long)bulk->nfate[BULK_CHANGES]);
		ok = run_row(app, bulk, &bulk->rows[i], err);
	}
	return ok;
}

bool bulk_run(struct app *app, struct bulk *bulk, long long *tx, struct err *err)
{
	struct str why = STR_INIT;
	bool ok;

	if (tx)
		*tx = 0;
	reason(bulk, &why);
	ok = store_begin(app->store, str_get(&why), err);
	str_release(&why);
	if (!ok)
		return false;
	ok = run_all(app, bulk, err);
	if (ok)
		ok = store_commit(app->store, tx, err);
	else
		store_rollback(app->store);
	return ok;
}
