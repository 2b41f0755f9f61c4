/*
 * What is approved must be seen later as it was: when a scope statement, a
 * Statement of Applicability, a risk assessment or a management review reaches
 * the state that counts, an exact copy of its own words and of what it rests on is
 * written into the record itself. The field is F_ONCE: nothing but undo changes it
 * afterwards, nor the fields that are F_FROZEN (store_update refuses).
 */
#include "config.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "isms/app/app.h"
#include "isms/model/kinds.h"
#include "isms/util/i18n.h"
#include "isms/util/mem.h"
#include "private.h"

static const struct frozen {
	const struct kind *kind;
	const char *state;              /* that it is copied in */
	const struct kind *copied[4];   /* with its own words; ends with NULL */
} frozen[] = {
	{&kind_scope_version, "approved",
	 {&kind_org_unit, &kind_process, &kind_scope_item, NULL}},
	{&kind_soa_version, "approved", {&kind_soa_entry, NULL}},
	{&kind_risk_assessment, "closed", {&kind_risk, &kind_treatment, NULL}},
	{&kind_management_review, "held", {NULL}},
	{&kind_business_case, "approved", {&kind_benefit, &kind_option_choice, NULL}},
};

static const struct frozen *frozen_find(const struct kind *kind)
{
	size_t i;

	for (i = 0; i < sizeof(frozen) / sizeof(*frozen); i++)
		if (frozen[i].kind == kind)
			return &frozen[i];
	return NULL;
}

bool app_freezes(const struct kind *kind)
{
	return frozen_find(kind) != NULL;
}

/* The fields that have none of these flags. */
static bool columns_but(const struct kind *kind, unsigned flags, struct export_columns *columns,
			struct err *err)
{
	struct str names = STR_INIT;
	bool ok;
	size_t i;

	str_add(&names, "code");
	for (i = 0; i < kind->nfields; i++)
		if (!(kind->fields[i].flags & flags))
			str_addf(&names, ",%s", kind->fields[i].name);
	ok = export_columns_parse(kind, str_get(&names), columns, err);
	str_release(&names);
	return ok;
}

/* "[scope_version]" and the record as CSV, as it will be when it is saved. What is
 * derived is only known afterwards. */
static bool copy_own(struct app *app, const struct record *rec, FILE *out, struct err *err)
{
	struct export_columns columns = {0};
	bool ok = columns_but(rec->kind, F_DERIVED | F_ONCE, &columns, err);

	if (ok) {
		fprintf(out, "[%s]\r\n", rec->kind->name);
		ok = export_record_csv(&app->rules, rec, &columns, out, err);
	}
	export_columns_release(&columns);
	return ok;
}

/* "[risk]" and the register as CSV, with every field, derived ones too: a level is
 * what was decided on. */
static bool copy_kind(struct app *app, const struct kind *kind, FILE *out, struct err *err)
{
	struct export_columns columns = {0};
	struct query query = {.kind = kind};
	bool ok = columns_but(kind, 0, &columns, err);

	if (ok) {
		fprintf(out, "[%s]\r\n", kind->name);
		ok = export_write(app->store, &app->rules, &query, &columns, FORMAT_CSV_RAW, out, NULL,
				  err);
	}
	export_columns_release(&columns);
	return ok;
}

static bool copy_all(struct app *app, const struct frozen *what, const struct record *rec,
		     struct str *text, struct err *err)
{
	char *buffer = NULL;
	size_t n = 0, i;
	FILE *out = open_memstream(&buffer, &n);
	bool ok = out != NULL;

	if (!ok)
		err_set(err, ERR_FAILED, _("cannot copy what is to be frozen: %s"), strerror(errno));
	ok = ok && copy_own(app, rec, out, err);
	for (i = 0; ok && what->copied[i]; i++)
		ok = copy_kind(app, what->copied[i], out, err);
	if (out && fclose(out) != 0 && ok)
		ok = err_set(err, ERR_FAILED, _("cannot copy what is to be frozen: %s"),
			     strerror(errno));
	if (ok)
		str_addn(text, buffer, n);
	free(buffer);
	return ok;
}

bool app_freeze(struct app *app, struct record *rec, struct err *err)
{
	const struct frozen *what = frozen_find(rec->kind);
	const struct field *state = what ? kind_state(rec->kind) : NULL;
	struct str text = STR_INIT;
	bool ok = true;

	if (state && str_equal(record_get(rec, state->name)->text, what->state) &&
	    !record_get(rec, "frozen")->set) {
		ok = copy_all(app, what, rec, &text, err);
		if (ok)
			value_set_text(record_value(rec, "frozen"), str_get(&text));
	}
	str_release(&text);
	return ok;
}
