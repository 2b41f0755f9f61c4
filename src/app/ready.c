/*
 * What a record needs of others before it may reach a state: a management review
 * is closed when its actions are done or taken over, a nonconformity when what takes
 * its cause away is done, a risk is accepted when its owner has accepted it. The
 * questions lie in data/state; a row is one more thing that is still open.
 */
#include "config.h"

#include <stdlib.h>

#include "isms/app/app.h"
#include "isms/model/kinds.h"
#include "isms/util/builtin.h"
#include "isms/util/i18n.h"
#include "isms/util/mem.h"
#include "private.h"

#define CLOSED N_("%s cannot be closed while this is open: %s; %s")
#define OPEN N_("an end of its open actions")
#define NAMED 5 /* in the message; the rest is counted */

static const struct gate {
	const struct kind *kind;
	const char *state;    /* that it keeps from */
	const char *question; /* of data/ */
	const char *message;  /* N_(): the code, what is open, to_do */
	const char *to_do;    /* N_() */
	const char *lacks;    /* N_(): what a record lacks that is there already */
} gates[] = {
	{&kind_risk, "accepted", "state/risk-accepted.sql",
	 N_("%s cannot be accepted before its owner has accepted it: %s; %s"),
	 N_("add a risk acceptance of the owner first"), N_("the acceptance of its owner")},
	{&kind_management_review, "closed", "state/review-closed.sql", CLOSED,
	 N_("finish it, or have a later review take it over (carried_to)"), OPEN},
	{&kind_nonconformity, "closed", "state/nonconformity-closed.sql", CLOSED,
	 N_("finish or cancel it first"), OPEN},
	{&kind_finding, "closed", "state/finding-closed.sql", CLOSED,
	 N_("finish or cancel it first"), OPEN},
};

bool app_question(const char *name, const char **sql, struct err *err)
{
	const struct builtin *file = builtin_find(name);

	if (!file)
		return err_set(err, ERR_FAILED, "data/%s is missing", name);
	*sql = (const char *)file->data;
	return true;
}

static bool add_open(void *ctx, size_t n, const char *const *names, const char *const *texts,
		     struct err *err)
{
	(void)n;
	(void)names;
	(void)err;
	strv_add(ctx, texts[0] ? texts[0] : "");
	return true;
}

/* A record that is not in the file yet has no code that lasts. */
static bool refuse(const struct gate *gate, const struct record *rec, bool fresh,
		   const struct strv *open, struct err *err)
{
	const struct field *state = kind_state(rec->kind);
	struct str what = STR_INIT;
	size_t i;

	for (i = 0; i < open->n && i < NAMED; i++)
		str_addf(&what, "%s%s", i ? ", " : "", open->v[i]);
	if (open->n > NAMED)
		str_addf(&what, _(" and %zu more"), open->n - NAMED);
	err_field(err, state, _(gate->message), fresh ? record_title(rec) : rec->code,
		  str_get(&what), _(gate->to_do));
	str_release(&what);
	return false;
}

static bool ask(struct app *app, const struct gate *gate, const struct record *rec,
		struct strv *open, struct err *err)
{
	char *id = xasprintf("%lld", rec->id);
	const char *params[] = {id}, *sql = NULL;
	bool ok = app_question(gate->question, &sql, err) &&
		  store_ask(app->store, sql, params, 1, add_open, open, err);

	free(id);
	return ok;
}

bool app_waits(const struct kind *kind)
{
	size_t i;

	for (i = 0; i < sizeof(gates) / sizeof(*gates); i++)
		if (gates[i].kind == kind)
			return true;
	return false;
}

/* That of the state that rec has; NULL where none keeps from it. */
static const struct gate *gate_of(const struct record *rec)
{
	const struct field *state = kind_state(rec->kind);
	const char *to = state ? record_get(rec, state->name)->text : NULL;
	size_t i;

	for (i = 0; to && i < sizeof(gates) / sizeof(*gates); i++)
		if (gates[i].kind == rec->kind && str_equal(gates[i].state, to))
			return &gates[i];
	return NULL;
}

bool app_ready(struct app *app, const struct record *rec, const struct record *old, struct err *err)
{
	const struct gate *gate = gate_of(rec);
	struct strv open = STRV_INIT;
	bool ok;

	if (!gate || (old && str_equal(gate->state, record_get(old, gate->kind->life->field)->text)))
		return true;
	ok = ask(app, gate, rec, &open, err);
	if (ok && open.n)
		ok = refuse(gate, rec, !old, &open, err);
	strv_release(&open);
	return ok;
}

bool app_lacks(void *app, const struct record *rec, const char **what, struct err *err)
{
	const struct gate *gate = gate_of(rec);
	struct strv open = STRV_INIT;
	bool ok = !gate || ask(app, gate, rec, &open, err);

	*what = ok && open.n ? _(gate->lacks) : NULL;
	strv_release(&open);
	return ok;
}
