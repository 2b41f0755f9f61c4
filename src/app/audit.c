#include "config.h"

#include "isms/app/audit.h"

#include <stdlib.h>
#include <string.h>

#include "isms/model/kinds.h"
#include "isms/util/mem.h"
#include "private.h"

const char *const verdict_keys[VERDICT_COUNT] = {
	"open", "conforms", "opportunity", "observation", "minor", "major", "not audited",
};

bool verdict_finds(enum verdict verdict)
{
	return verdict != VERDICT_OPEN && verdict != VERDICT_CONFORMS &&
	       verdict != VERDICT_NOT_AUDITED;
}

/* ---- Steps ------------------------------------------------------------------ */

struct steps {
	struct audit_step *v;
	size_t n, cap;
};

static enum verdict verdict_of(const char *key)
{
	int i = VERDICT_COUNT - 1;

	while (i > 0 && !str_equal(verdict_keys[i], key))
		i--;
	return (enum verdict)i;
}

static bool add_step(void *ctx, struct record **rec, struct err *err)
{
	struct steps *steps = ctx;

	(void)err;
	steps->v = xgrow(steps->v, steps->n, &steps->cap, sizeof(*steps->v));
	steps->v[steps->n].id = (*rec)->id;
	steps->v[steps->n++].verdict = verdict_of(record_get(*rec, "result")->text);
	return true;
}

/* One pass a half: the steps of clauses, then the others. */
static bool add_steps(struct app *app, const char *audit, bool clauses, struct steps *steps,
		      struct err *err)
{
	char *where = xasprintf("audit=\"%s\" %sclause:\"\"", audit, clauses ? "!" : "");
	bool *want = xcalloc(kind_audit_step.nfields, sizeof(*want));
	struct app_query query;
	bool ok = app_query(app, &kind_audit_step, where, NULL, &query, err);

	want[kind_index(&kind_audit_step, kind_field(&kind_audit_step, "result"))] = true;
	if (ok) {
		ok = store_each(app->store, &query.query, want, add_step, steps, err);
		app_query_release(&query);
	}
	free(want);
	free(where);
	return ok;
}

bool app_audit_steps(struct app *app, long long audit, struct audit_step **steps, size_t *n,
		     struct err *err)
{
	struct steps all = {NULL, 0, 0};
	struct record *rec = NULL;
	bool ok = store_get(app->store, &kind_audit, audit, &rec, err) &&
		  add_steps(app, rec->code, true, &all, err) &&
		  add_steps(app, rec->code, false, &all, err);

	if (!ok) {
		free(all.v);
		all.v = NULL;
		all.n = 0;
	}
	*steps = all.v;
	*n = all.n;
	record_free(&rec);
	return ok;
}

/* ---- Verdicts --------------------------------------------------------------- */

static bool lead(struct app *app, struct record *step, struct err *err)
{
	const struct value *audit = record_get(step, "audit"), *auditor;
	struct record *rec = NULL;
	bool ok = true;

	if (!record_get(step, "auditor")->nrefs && audit->nrefs) {
		ok = store_get(app->store, &kind_audit, audit->refs[0].id, &rec, err);
		auditor = ok ? record_get(rec, "lead_auditor") : NULL;
		if (auditor && auditor->nrefs)
			value_copy(record_value(step, "auditor"), auditor);
	}
	record_free(&rec);
	return ok;
}

bool app_verdict(struct app *app, struct record **step, enum verdict verdict, struct err *err)
{
	struct record *old = record_copy(*step), *rec = *step;
	char *why = xasprintf("verdict %s %s", rec->code, verdict_keys[verdict]);
	struct value *day = record_value(rec, "done_on");
	bool ok = true;

	value_set_text(record_value(rec, "result"), verdict_keys[verdict]);
	if (verdict == VERDICT_OPEN)
		value_release(day);
	else if (!day->set)
		value_set_num(day, app->rules.today);
	if (verdict != VERDICT_OPEN)
		ok = lead(app, rec, err);
	ok = ok && app_save(app, rec, old, why, NULL, err);
	record_free(step);
	if (ok)
		ok = store_get(app->store, &kind_audit_step, old->id, step, err);
	record_free(&old);
	free(why);
	return ok;
}

/* ---- What there is to know --------------------------------------------------- */

static bool ask(struct app *app, const char *question, long long step, store_row_fn *each,
		void *ctx, struct err *err)
{
	char *id = xasprintf("%lld", step);
	const char *params[] = {id}, *sql = NULL;
	bool ok = app_question(question, &sql, err) &&
		  store_ask(app->store, sql, params, 1, each, ctx, err);

	free(id);
	return ok;
}

bool app_audit_about(struct app *app, long long step, store_row_fn *each, void *ctx,
		     struct err *err)
{
	return ask(app, "audit/about.sql", step, each, ctx, err);
}

static bool add_why(void *ctx, size_t n, const char *const *names, const char *const *texts,
		    struct err *err)
{
	(void)n;
	(void)names;
	(void)err;
	strv_add(ctx, texts[0] ? texts[0] : "");
	return true;
}

bool app_independence(struct app *app, long long step, struct strv *why, struct err *err)
{
	return ask(app, "audit/independence.sql", step, add_why, why, err);
}

bool app_audits_open(struct app *app, long long **ids, size_t *n, struct err *err)
{
	struct app_query query;
	bool ok = app_query(app, &kind_audit,
			    "steps>0 steps_done<100 (status=planned or status=announced or "
			    "status=\"in progress\")",
			    NULL, &query, err);

	if (ok) {
		ok = store_list(app->store, &query.query, ids, n, err);
		app_query_release(&query);
	}
	return ok;
}
