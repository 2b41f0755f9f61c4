/* The risks that moved in the matrix since a day. */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "isms/model/kinds.h"
#include "isms/tui/matrix.h"
#include "isms/tui/tree.h"
#include "isms/util/date.h"
#include "isms/util/i18n.h"
#include "isms/util/mem.h"

struct moved_pane {
	struct tree tree;
	enum rating rating;
	char *since; /* owned */
	struct moved moved;
};

bool moved_ask(struct tui *tui, struct str *text)
{
	struct err err = ERR_INIT;
	char day[DATE_LEN];
	long since = 0;

	if (!app_last_review(tui->app, &since, &err)) {
		tui_error(tui, &err);
		return false;
	}
	date_format(since, day);
	str_add(text, day);
	return ask_moment(tui, _("What moved since (a date, the number of a change): "), text);
}

bool moved_load(struct tui *tui, enum rating rating, const char *since, struct moved *moved)
{
	struct err err = ERR_INIT;
	bool ok;

	app_moved_release(moved);
	work_begin(tui, _("going back"));
	ok = app_moved(tui->app, rating, since, moved, &err);
	work_end(tui);
	if (!ok)
		tui_error(tui, &err);
	return ok;
}

static void place_text(const struct tui *tui, const struct risk_place *place, bool there,
		       const char *no, struct str *out)
{
	if (!there)
		str_add(out, no);
	else if (place->level == 0)
		str_add(out, _("not rated"));
	else
		scale_show(&tui->app->rules.method, SCALE_LEVEL, place->level, out);
}

static void add(struct tui *tui, struct moved_pane *p, const struct moved_risk *risk)
{
	struct tree_row row = {.kind = &kind_risk, .id = risk->is ? risk->id : 0};
	bool up = risk->to.level > risk->from.level;
	struct str text = STR_INIT;

	row.text = xasprintf("%s %s", risk->code, risk->title);
	place_text(tui, &risk->from, risk->was, _("new"), &text);
	str_add(&text, " -> ");
	place_text(tui, &risk->to, risk->is, _("closed or gone"), &text);
	row.right = str_detach(&text);
	row.look = !risk->is || !up ? LOOK_PLAIN : LOOK_WARN;
	row.key = xstrdup(risk->code);
	tree_add(&p->tree, row);
}

static void fill(struct tui *tui, struct tree *tree)
{
	struct moved_pane *p = (struct moved_pane *)tree;

	moved_load(tui, p->rating, p->since, &p->moved);
	for (size_t i = 0; i < p->moved.n; i++)
		add(tui, p, &p->moved.v[i]);
}

static void title(struct tui *tui, struct tree *tree, struct str *middle, struct str *right)
{
	const struct moved_pane *p = (const struct moved_pane *)tree;

	(void)tui;
	(void)right;
	str_addf(middle, _("Risks that moved since %s, %s"), p->moved.since.label,
		 rating_names[p->rating]);
}

static void close_moved(struct tui *tui, struct tree *tree)
{
	struct moved_pane *p = (struct moved_pane *)tree;

	(void)tui;
	app_moved_release(&p->moved);
	free(p->since);
}

static void unfold(struct tui *tui, struct tree *tree, size_t at)
{
	(void)tui;
	(void)tree;
	(void)at;
}

static const struct tree_ops moved_ops = {
	.title = title,
	.fill = fill,
	.unfold = unfold,
	.close = close_moved,
	.empty = N_("No risk moved."),
};

struct view *moved_view(struct tui *tui, enum rating rating, const char *since)
{
	struct moved_pane *p = xcalloc(1, sizeof(*p));

	p->rating = rating;
	p->since = xstrdup(since);
	tree_init(tui, &p->tree, &moved_ops);
	return &p->tree.view;
}
