/* Taking a record, or a field of it, back to what it was: a change like any other,
 * with its own line in the history. */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "isms/app/app.h"
#include "isms/util/date.h"
#include "isms/util/i18n.h"
#include "isms/util/mem.h"

void app_revert_release(struct revert *plan)
{
	record_free(&plan->now);
	record_free(&plan->to);
	free(plan->refusal);
	memset(plan, 0, sizeof(*plan));
}

static bool asked(const struct field *f, const struct field *const *fields, size_t n)
{
	size_t i;

	/* what was frozen stays so when the record goes back as a whole */
	if (!n)
		return !(f->flags & (F_DERIVED | F_ONCE));
	for (i = 0; i < n; i++)
		if (fields[i] == f)
			return true;
	return false;
}

/* A reference to what is not there any more cannot come back. */
static bool all_there(const struct field *f, const struct value *v, struct err *err)
{
	size_t i;

	for (i = 0; i < v->nrefs; i++)
		if (!v->refs[i].id)
			return err_field(err, f,
					 _("%s: what it referred to then is not there any more"),
					 _(f->label));
	return true;
}

static bool take(struct revert *plan, const struct record *then, const struct field *const *fields,
		 size_t n, struct err *err)
{
	const struct kind *kind = plan->now->kind;
	bool ok = true;
	size_t i;

	for (i = 0; ok && i < kind->nfields; i++) {
		const struct field *f = &kind->fields[i];

		if ((f->flags & F_DERIVED) || !asked(f, fields, n) ||
		    !value_differs(f, &plan->now->values[i], &then->values[i]))
			continue;
		ok = all_there(f, &then->values[i], err);
		value_copy(&plan->to->values[i], &then->values[i]);
		plan->n++;
	}
	return ok;
}

/* Does the state make a move that its life does not have? */
static void look_at_move(struct revert *plan)
{
	const struct field *state = kind_state(plan->now->kind);
	struct err why = ERR_INIT;

	if (state && !life_check(plan->now->kind, record_get(plan->now, state->name)->text,
				 record_get(plan->to, state->name)->text, &why))
		plan->refusal = xstrdup(err_msg(&why));
	err_release(&why);
}

bool app_revert_plan(struct app *app, const struct kind *kind, long long id, long long tx,
		     const struct field *const *fields, size_t n, struct revert *plan,
		     struct err *err)
{
	struct record *then = NULL;
	bool ok;

	memset(plan, 0, sizeof(*plan));
	plan->tx = tx;
	ok = store_get(app->store, kind, id, &plan->now, err) &&
	     store_get_then(app->store, kind, id, tx, &then, err);
	if (ok) {
		plan->to = record_copy(plan->now);
		plan->field = n == 1 ? fields[0] : NULL;
		ok = take(plan, then, fields, n, err);
	}
	if (ok)
		look_at_move(plan);
	record_free(&then);
	if (!ok)
		app_revert_release(plan);
	return ok;
}

bool app_revert(struct app *app, struct revert *plan, bool correct, long long *done,
		struct err *err)
{
	char *why;
	bool ok;

	if (plan->refusal && !correct)
		return err_field(err, kind_state(plan->now->kind), "%s", plan->refusal);
	why = xasprintf("%s %s%s%s to change %lld", plan->refusal ? "correct" : "take back",
			plan->now->code, plan->field ? " " : "",
			plan->field ? plan->field->name : "", plan->tx);
	/* a correction is judged as a record that comes from elsewhere would be */
	ok = app_save(app, plan->to, plan->refusal ? NULL : plan->now, why, done, err);
	free(why);
	return ok;
}

void app_show_stored(const struct rules *rules, const struct field *field, const char *text,
		     struct str *out)
{
	struct value value = VALUE_INIT;

	if (!text)
		return;
	switch (field->type) {
	case FIELD_REF:
	case FIELD_REFS:
	case FIELD_LINK:
	case FIELD_DATE:
	case FIELD_TEXT:
	case FIELD_NOTE:
		str_add(out, text);
		return;
	case FIELD_INT:
	case FIELD_SCALE:
	case FIELD_MONEY:
	case FIELD_BOOL:
		value_set_num(&value, atoll(text));
		break;
	default:
		value_set_text(&value, text);
		break;
	}
	field_show(rules, field, &value, out);
	value_release(&value);
}
