/*
 * Of some things only one version is in force: when a newer one reaches that
 * state, the one before is superseded in the same transaction (data-model,
 * section 2: one published version a document).
 */
#include "config.h"

#include <stdlib.h>

#include "isms/app/app.h"
#include "isms/model/kinds.h"
#include "isms/util/mem.h"
#include "private.h"

static const struct one_in_force {
	const struct kind *kind;
	const char *state;   /* in which only one may be */
	const char *of;      /* … for each record that this field names; NULL: in all */
} one_in_force[] = {
	{&kind_document_version, "published", "document"},
	{&kind_scope_version, "approved", NULL},
	{&kind_soa_version, "approved", NULL},
};

static const struct one_in_force *rule_of(const struct kind *kind)
{
	size_t i;

	for (i = 0; i < sizeof(one_in_force) / sizeof(*one_in_force); i++)
		if (one_in_force[i].kind == kind)
			return &one_in_force[i];
	return NULL;
}

bool app_supersedes(const struct kind *kind)
{
	return rule_of(kind) != NULL;
}

static bool same_whole(const struct one_in_force *rule, const struct record *a,
		       const struct record *b)
{
	const struct field *field = rule->of ? kind_field(rule->kind, rule->of) : NULL;

	return !field || value_equal(field, record_get(a, rule->of), record_get(b, rule->of));
}

static bool supersede(struct app *app, const struct one_in_force *rule, const struct record *rec,
		      long long id, struct err *err)
{
	const struct field *state = kind_state(rule->kind);
	struct record *old = NULL;
	bool ok = store_get(app->store, rule->kind, id, &old, err);

	if (ok && same_whole(rule, rec, old)) {
		value_set_text(record_value(old, state->name), "superseded");
		ok = store_update(app->store, old, NULL, err);
	}
	record_free(&old);
	return ok;
}

bool app_supersede(struct app *app, const struct record *rec, struct err *err)
{
	const struct one_in_force *rule = rule_of(rec->kind);
	const struct field *state = rule ? kind_state(rec->kind) : NULL;
	struct app_query query;
	long long *ids = NULL;
	char *where;
	size_t i, n = 0;
	bool ok;

	if (!rule || !str_equal(record_get(rec, state->name)->text, rule->state))
		return true;
	where = xasprintf("%s=\"%s\"", state->name, rule->state);
	ok = app_query(app, rule->kind, where, NULL, &query, err);
	if (ok) {
		ok = store_list(app->store, &query.query, &ids, &n, err);
		for (i = 0; ok && i < n; i++)
			ok = ids[i] == rec->id || supersede(app, rule, rec, ids[i], err);
		app_query_release(&query);
	}
	free(ids);
	free(where);
	return ok;
}
