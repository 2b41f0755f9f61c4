#include "config.h"

#include <stdlib.h>

#include "isms/app/suggest.h"
#include "isms/model/kinds.h"
#include "isms/tui/dialog.h"
#include "isms/tui/list.h"
#include "isms/tui/view.h"
#include "isms/util/i18n.h"
#include "isms/util/mem.h"

/*
 * What could be added and is not: rows of the catalogues for a register, controls for a
 * risk. Space marks several, Enter adds the marked, or the one under the cursor.
 */

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

static size_t ask_which(struct tui *tui, const char *title, struct choose_list *list,
			size_t *chosen)
{
	const struct choose_options opt = {.title = title,
					   .several = true,
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

static void choose_rows(struct tui *tui, const struct kind *kind, const struct suggestions *all)
{
	struct choose_list list = {0};
	size_t *chosen = xcalloc(all->n + 1, sizeof(*chosen)), n = 0;
	struct err err = ERR_INIT;
	long added = 0;

	offer(all, &list);
	if (all->n == 0)
		tui_say(tui, _("no catalogue has suggestions for %s"), _(kind->plural));
	else if (list.n == 0)
		tui_say(tui, _("the file has all that the catalogues suggest"));
	else
		n = ask_which(tui, _("Suggestions (Space marks several, Enter adds)"), &list,
			      chosen);
	for (size_t i = 0; i < n; i++)
		chosen[i] = (size_t)list.v[chosen[i]].id;
	if (n > 0 && add_all(tui, all, chosen, n, &added, &err)) {
		tui_changed(tui);
		tui_say(tui, _("%ld added (u undoes)"), added);
	} else if (n > 0) {
		tui_error(tui, &err);
	}
	choose_clear(&list);
	free(chosen);
}

/* ---- Controls for a risk ------------------------------------------------- */

static void link_controls(struct tui *tui, long long risk, const struct answer *answer,
			  const size_t *chosen, size_t n)
{
	long long *ids = xcalloc(n, sizeof(*ids));
	struct err err = ERR_INIT;

	for (size_t i = 0; i < n; i++)
		ids[i] = atoll(answer->row[chosen[i]][SUGGEST_ID]);
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

static void choose_controls(struct tui *tui, long long risk)
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
		n = ask_which(tui, _("Controls for this risk (Space marks several, Enter links)"),
			      &list, chosen);
	if (n > 0)
		link_controls(tui, risk, &answer, chosen, n);
	choose_clear(&list);
	free(chosen);
	answer_release(&answer);
}

void suggest_run(struct tui *tui, const struct kind *kind, long long id)
{
	struct suggestions all;
	struct err err = ERR_INIT;

	if (!tui_may_write(tui))
		return;
	if (kind == &kind_risk) {
		if (id != 0)
			choose_controls(tui, id);
		else
			tui_say(tui, _("controls are suggested for a risk"));
	} else if (app_suggestions(tui->app, NULL, kind, &all, &err)) {
		choose_rows(tui, kind, &all);
		suggestions_release(&all);
	} else {
		tui_error(tui, &err);
	}
}

bool suggest_has(const struct kind *kind)
{
	struct app_catalogue catalogue;
	bool has = false;

	for (size_t i = 0; !has && app_catalogue_at(i, &catalogue); i++)
		has = catalogue.kind == kind;
	return has || kind == &kind_framework_requirement;
}
