#include "config.h"

#include "isms/tui/suggest.h"

#include <stdlib.h>

#include "isms/app/suggest.h"
#include "isms/model/kinds.h"
#include "isms/tui/dialog.h"
#include "isms/util/i18n.h"
#include "isms/util/mem.h"

/* Space marks several, Enter adds the marked, or the one under the cursor. */

/* What is marked, else what Enter was pressed on; nothing after Esc. */
static size_t chosen_of(struct choose_list *list, long at, size_t *chosen)
{
	size_t n = 0;

	for (size_t i = 0; at >= 0 && i < list->n; i++) {
		if (list->v[i].marked)
			chosen[n++] = i;
	}
	if (at >= 0 && n == 0)
		chosen[n++] = (size_t)at;
	return n;
}

static size_t ask_which(struct tui *tui, const char *title, bool several,
			struct choose_list *list, size_t *chosen)
{
	const struct choose_options opt = {.title = title,
					   .several = several,
					   .typing = true,
					   .empty = _("nothing like it")};

	return chosen_of(list, choose(tui, &opt, list, 0), chosen);
}

/* ---- Rows of catalogues -------------------------------------------------- */

/* The refs of chosen that are of catalogue name, added at once. */
static bool add_of(struct tui *tui, const struct suggestions *all, const size_t *chosen, size_t n,
		   const char *name, long *added, struct err *err)
{
	const char **refs = xcalloc(n, sizeof(*refs));
	size_t nrefs = 0;
	long a = 0, there = 0;
	bool ok;

	for (size_t i = 0; i < n; i++) {
		if (str_equal(all->v[chosen[i]].catalogue, name))
			refs[nrefs++] = all->v[chosen[i]].ref;
	}
	ok = nrefs == 0 || app_catalogue_rows(tui->app, name, refs, nrefs, &a, &there, err);
	*added += a;
	free(refs);
	return ok;
}

/* One transaction, whatever catalogues the rows are of. */
static bool add_all(struct tui *tui, const struct suggestions *all, const size_t *chosen, size_t n,
		    long *added, struct err *err)
{
	struct app_catalogue catalogue;
	bool ok = store_begin(tui->app->store, "catalogue", err);

	if (!ok)
		return false;
	for (size_t i = 0; ok && app_catalogue_at(i, &catalogue); i++)
		ok = add_of(tui, all, chosen, n, catalogue.name, added, err);
	if (ok)
		ok = store_commit(tui->app->store, NULL, err);
	else
		store_rollback(tui->app->store);
	return ok;
}

/* The list's number is the place in all; of what the file has nothing is offered. */
static void offer(const struct suggestions *all, struct choose_list *list)
{
	struct str text = STR_INIT;

	for (size_t i = 0; i < all->n; i++) {
		if (all->v[i].there)
			continue;
		str_clear(&text);
		str_addf(&text, "%s  %s", all->v[i].ref, all->v[i].title);
		choose_add(list, str_get(&text), all->v[i].group, (long long)i);
	}
	str_release(&text);
}

/* The places in all of what is added to the file, in chosen, which has room for all;
 * says why there are none. */
static size_t choose_rows(struct tui *tui, const struct kind *kind, bool several,
			  const struct suggestions *all, size_t *chosen)
{
	struct choose_list list = {0};
	struct err err = ERR_INIT;
	long added = 0;
	size_t n = 0;

	offer(all, &list);
	if (all->n == 0)
		tui_say(tui, _("no catalogue has suggestions for %s"), _(kind->plural));
	else if (list.n == 0)
		tui_say(tui, _("the file has all that the catalogues suggest"));
	else
		n = ask_which(tui,
			      several ? _("Suggestions (Space marks several, Enter adds)")
				      : _("Suggestions (Enter adds)"),
			      several, &list, chosen);
	for (size_t i = 0; i < n; i++)
		chosen[i] = (size_t)list.v[chosen[i]].id;
	if (n > 0 && add_all(tui, all, chosen, n, &added, &err)) {
		tui_changed(tui);
		tui_say(tui, _("%ld added (u undoes)"), added);
	} else if (n > 0) {
		tui_error(tui, &err);
		n = 0;
	}
	choose_clear(&list);
	return n;
}

/* Rows of catalogues into the file; taken (or NULL) receives them as references. */
static void suggest_rows(struct tui *tui, const struct kind *kind, bool several,
			 struct value *taken)
{
	struct suggestions all;
	struct err err = ERR_INIT;
	size_t *chosen, n;

	if (!app_suggestions(tui->app, NULL, kind, &all, &err)) {
		tui_error(tui, &err);
		return;
	}
	chosen = xcalloc(all.n + 1, sizeof(*chosen));
	n = choose_rows(tui, kind, several, &all, chosen);
	for (size_t i = 0; i < n && taken != NULL; i++) {
		struct record *rec = NULL;
		long long id = 0;

		if (app_suggestion_find(tui->app, &all.v[chosen[i]], &id, &err) && id != 0 &&
		    store_get(tui->app->store, kind, id, &rec, &err))
			value_add_ref(taken, id, rec->code, record_title(rec));
		record_free(&rec);
		err_release(&err);
	}
	free(chosen);
	suggestions_release(&all);
}

/* ---- Controls for a risk ------------------------------------------------- */

/* What the threats and vulnerabilities of risk suggest and the user takes. */
static void suggest_controls(struct tui *tui, const struct record *risk, const char *title,
			     struct value *taken)
{
	struct choose_list list = {0};
	struct answer answer;
	struct err err = ERR_INIT;
	size_t *chosen, n = 0;

	if (!app_risk_controls(tui->app, risk, &answer, &err)) {
		tui_error(tui, &err);
		return;
	}
	chosen = xcalloc(answer.n + 1, sizeof(*chosen));
	for (size_t i = 0; i < answer.n; i++) {
		char **row = answer.row[i];
		char *text = xasprintf("%s  %s", row[SUGGEST_CODE], row[SUGGEST_TITLE]);

		choose_add(&list, text, row[SUGGEST_BY], (long long)i);
		free(text);
	}
	if (list.n == 0)
		tui_say(tui,
			_("its threats and vulnerabilities suggest no control that is not there"));
	else
		n = ask_which(tui, title, true, &list, chosen);
	for (size_t i = 0; i < n; i++) {
		char **row = answer.row[chosen[i]];

		value_add_ref(taken, atoll(row[SUGGEST_ID]), row[SUGGEST_CODE],
			      row[SUGGEST_TITLE]);
	}
	choose_clear(&list);
	free(chosen);
	answer_release(&answer);
}

static void link_controls(struct tui *tui, long long risk, const struct value *taken)
{
	long long *ids = xcalloc(taken->nrefs, sizeof(*ids));
	struct err err = ERR_INIT;
	size_t n = taken->nrefs;

	for (size_t i = 0; i < n; i++)
		ids[i] = taken->refs[i].id;
	if (app_risk_link(tui->app, risk, ids, n, &err)) {
		tui_changed(tui);
		tui_say(tui,
			ngettext("%zu control linked (u undoes)", "%zu controls linked (u undoes)",
				 n),
			n);
	} else {
		tui_error(tui, &err);
	}
	free(ids);
}

static void controls_of(struct tui *tui, long long id)
{
	struct value taken = VALUE_INIT;
	struct record *risk = NULL;
	struct err err = ERR_INIT;

	if (store_get(tui->app->store, &kind_risk, id, &risk, &err))
		suggest_controls(tui, risk,
				 _("Controls for this risk (Space marks several, Enter links)"),
				 &taken);
	else
		tui_error(tui, &err);
	if (taken.nrefs > 0)
		link_controls(tui, id, &taken);
	value_release(&taken);
	record_free(&risk);
}

void suggest_run(struct tui *tui, const struct kind *kind, long long id)
{
	if (!tui_may_write(tui))
		return;
	if (kind != &kind_risk)
		suggest_rows(tui, kind, true, NULL);
	else if (id != 0)
		controls_of(tui, id);
	else
		tui_say(tui, _("controls are suggested for a risk"));
}

bool suggest_has(const struct kind *kind)
{
	struct app_catalogue catalogue;
	bool has = false;

	for (size_t i = 0; !has && app_catalogue_at(i, &catalogue); i++)
		has = catalogue.kind == kind;
	return has || kind == &kind_framework_requirement;
}

/* ---- In a form ----------------------------------------------------------- */

/* The controls of a risk, in its form. */
static bool of_risk(const struct item *item, const struct field *field)
{
	return item != NULL && item->form != NULL && field == kind_field(&kind_risk, "controls");
}

bool suggest_offers(const struct item *item, const struct field *field)
{
	return of_risk(item, field) || suggest_has(field->ref);
}

/* The risk as its form has it; of the controls what the picker has. */
static struct record *as_typed(const struct item *item, const struct value *now)
{
	struct record *risk = record_new(&kind_risk);

	for (size_t i = 0; i < item->nform; i++) {
		const struct item *other = &item->form[i];

		if (other->field->ref != NULL)
			value_copy(&risk->values[kind_index(&kind_risk, other->field)],
				   &other->value);
	}
	value_copy(record_value(risk, "controls"), now);
	return risk;
}

bool suggest_pick(struct tui *tui, const struct item *item, const struct field *field,
		  const struct value *now, struct value *taken)
{
	struct record *risk;

	if (of_risk(item, field)) {
		risk = as_typed(item, now);
		suggest_controls(tui, risk,
				 _("Suggested by its threats and vulnerabilities (Space marks)"),
				 taken);
		record_free(&risk);
	} else {
		suggest_rows(tui, field->ref, field->type == FIELD_REFS, taken);
	}
	return taken->nrefs > 0;
}
