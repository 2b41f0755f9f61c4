/*
 * What can be prepared from the registers: the inputs of a management review
 * (9.3.2), the steps of an audit (9.2), and what a role has to learn (learning.c).
 * All are questions in data/review, data/audit and data/learn; what somebody has
 * written already is left as it is.
 */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "isms/app/app.h"
#include "isms/model/kinds.h"
#include "isms/util/i18n.h"
#include "isms/util/mem.h"
#include "private.h"

static const char *const inputs[] = {
	"input_a", "input_b", "input_c", "input_d_nonconformities", "input_d_monitoring",
	"input_d_audits", "input_d_objectives", "input_e", "input_f", "input_g",
};

static void refer(struct record *rec, const char *field, long long id)
{
	value_add_ref(record_value(rec, field), id, NULL, NULL);
}

static bool add_line(void *ctx, size_t n, const char *const *names, const char *const *texts,
		     struct err *err)
{
	struct str *out = ctx;

	(void)n;
	(void)names;
	(void)err;
	if (texts[0])
		str_addf(out, "%s%s", out->len ? "\n" : "", texts[0]);
	return true;
}

static bool ask(struct app *app, const char *name, const char *since, long long id,
		struct str *out, struct err *err)
{
	char *path = xasprintf("review/%s.sql", name), *number = xasprintf("%lld", id);
	const char *params[] = {since, number}, *sql = NULL;
	bool ok = app_question(path, &sql, err) &&
		  store_ask(app->store, sql, params, strstr(sql, "?2") ? 2 : strstr(sql, "?1") ? 1 : 0,
			    add_line, out, err);

	if (!ok)
		err_prefix(err, "%s: ", path);
	free(path);
	free(number);
	return ok;
}

static bool fill_input(struct app *app, struct record *rec, const char *name, const char *since,
		       long *filled, struct err *err)
{
	struct value *value = record_value(rec, name);
	struct str text = STR_INIT;
	bool ok = true;

	if (!value->set || !value->text || !*value->text) {
		ok = ask(app, name, since, rec->id, &text, err);
		/* nothing to tell is an answer too, and has to stand in the minutes */
		if (ok && !text.len)
			str_addf(&text, strcmp(since, "0001-01-01") == 0
						? _("Nothing on record.")
						: _("Nothing new since the review of %s."),
				 since);
		if (ok) {
			value_set_text(value, str_get(&text));
			(*filled)++;
		}
	}
	str_release(&text);
	return ok;
}

/* What earlier reviews decided and is not done is from now on asked for here. */
static bool carry_over(struct app *app, const struct record *review, long long id, struct err *err)
{
	struct record *action = NULL;
	bool ok = store_get(app->store, &kind_action, id, &action, err);

	if (ok) {
		value_release(record_value(action, "carried_to"));
		refer(action, "carried_to", review->id);
		ok = store_update(app->store, action, NULL, err);
	}
	record_free(&action);
	return ok;
}

static bool carry_all(struct app *app, const struct record *review, const char *since,
		      long *carried, struct err *err)
{
	struct str list = STR_INIT;
	struct strv ids = STRV_INIT;
	bool ok = ask(app, "carry", since, review->id, &list, err);
	size_t i;

	strv_split(&ids, str_get(&list), "\n");
	for (i = 0; ok && i < ids.n; i++)
		ok = carry_over(app, review, atoll(ids.v[i]), err);
	*carried = ok ? (long)ids.n : 0;
	strv_release(&ids);
	str_release(&list);
	return ok;
}

/* The inputs and what is carried over are one step of the history. */
static bool save_review(struct app *app, struct record *rec, const struct record *old,
			const char *since, long *carried, struct err *err)
{
	char *why = xasprintf("prepare %s", rec->code);
	bool ok = store_begin(app->store, why, err);

	if (ok) {
		ok = app_save(app, rec, old, NULL, NULL, err) &&
		     carry_all(app, rec, since, carried, err);
		if (ok)
			ok = store_commit(app->store, NULL, err);
		else
			store_rollback(app->store);
	}
	free(why);
	return ok;
}

static bool prepare_review(struct app *app, struct record *rec, const struct record *old,
			   struct str *what, struct err *err)
{
	struct str since = STR_INIT;
	long filled = 0, carried = 0;
	bool ok;
	size_t i;

	if (!str_equal(record_get(rec, "status")->text, "planned"))
		return err_set(err, ERR_INPUT, _("%s is prepared already; its inputs stay as they are"),
			       rec->code);
	ok = ask(app, "since", "", rec->id, &since, err);
	if (ok && !since.len)
		str_add(&since, "0001-01-01");
	for (i = 0; ok && i < sizeof(inputs) / sizeof(*inputs); i++)
		ok = fill_input(app, rec, inputs[i], str_get(&since), &filled, err);
	ok = ok && save_review(app, rec, old, str_get(&since), &carried, err);
	if (ok)
		str_addf(what, ngettext("%ld input filled in %s", "%ld inputs filled in %s",
					(unsigned long)filled), filled, rec->code);
	if (ok && carried)
		str_addf(what, ngettext("; %ld open action carried over to it",
					"; %ld open actions carried over to it",
					(unsigned long)carried), carried);
	str_release(&since);
	return ok;
}

/* ---- Audits -------------------------------------------------------------- */

struct drawn {
	char *text, *ask;
	long long id;
	bool control;
};

struct drawing {
	struct drawn *v;
	size_t n, cap;
};

static bool add_step(void *ctx, size_t n, const char *const *names, const char *const *texts,
		     struct err *err)
{
	struct drawing *steps = ctx;
	struct drawn *step;

	(void)n;
	(void)names;
	(void)err;
	steps->v = xgrow(steps->v, steps->n, &steps->cap, sizeof(*steps->v));
	step = &steps->v[steps->n++];
	step->control = strcmp(texts[0], "control") == 0;
	step->id = atoll(texts[1]);
	step->text = xstrdup(texts[2]);
	step->ask = texts[3] ? xstrdup(texts[3]) : NULL;
	return true;
}

/* Who audits: the lead auditor, until somebody else is entered. */
static bool save_step(struct app *app, const struct record *audit, const struct drawn *step,
		      struct err *err)
{
	struct record *rec = record_new(&kind_audit_step);
	const struct value *lead = record_get(audit, "lead_auditor");
	bool ok;

	record_defaults(&app->rules, rec);
	value_set_text(record_value(rec, "title"), step->text);
	if (step->ask)
		value_set_text(record_value(rec, "ask"), step->ask);
	refer(rec, "audit", audit->id);
	refer(rec, step->control ? "control" : "clause", step->id);
	if (lead->nrefs)
		refer(rec, "auditor", lead->refs[0].id);
	ok = store_add(app->store, rec, err);
	record_free(&rec);
	return ok;
}

static bool prepare_audit(struct app *app, const struct record *audit, long *n, struct err *err)
{
	char *id = xasprintf("%lld", audit->id), *why = xasprintf("prepare %s", audit->code);
	const char *params[] = {id}, *sql = NULL;
	struct drawing steps = {0};
	bool ok = app_question("audit/steps.sql", &sql, err) &&
		  store_ask(app->store, sql, params, 1, add_step, &steps, err);
	size_t i;

	if (ok && steps.n) {
		ok = store_begin(app->store, why, err);
		for (i = 0; ok && i < steps.n; i++)
			ok = save_step(app, audit, &steps.v[i], err);
		if (ok)
			ok = store_commit(app->store, NULL, err);
		else
			store_rollback(app->store);
	}
	*n = ok ? (long)steps.n : 0;
	for (i = 0; i < steps.n; i++) {
		free(steps.v[i].text);
		free(steps.v[i].ask);
	}
	free(steps.v);
	free(id);
	free(why);
	return ok;
}

bool app_prepare(struct app *app, const struct kind *kind, long long id, struct str *what,
                 struct err *err)
{
	struct record *rec = NULL, *old = NULL;
	bool ok = store_get(app->store, kind, id, &rec, err);
	long n = 0;

	if (ok && kind == &kind_management_review) {
		old = record_copy(rec);
		ok = prepare_review(app, rec, old, what, err);
	} else if (ok && kind == &kind_audit) {
		ok = prepare_audit(app, rec, &n, err);
		if (ok)
			str_addf(what, ngettext("%ld step drawn for %s", "%ld steps drawn for %s",
						(unsigned long)n), n, rec->code);
	} else if (ok && kind == &kind_assignment) {
		ok = learning_prepare(app, rec, &n, err);
		if (ok)
			str_addf(what, ngettext("%ld task to learn made for %s",
						"%ld tasks to learn made for %s", (unsigned long)n),
				 n, rec->code);
	} else if (ok) {
		ok = err_set(err, ERR_USAGE, _("only a management review, an audit or an assignment can "
					       "be prepared, not a %s"), _(kind->title));
	}
	record_free(&rec);
	record_free(&old);
	return ok;
}
