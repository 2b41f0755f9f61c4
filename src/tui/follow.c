/* The next record of one: which, when there are several, and its form. */
#include "config.h"

#include "isms/app/follow.h"
#include "isms/tui/dialog.h"
#include "isms/tui/form.h"
#include "isms/tui/view.h"
#include "isms/util/i18n.h"

struct made {
	const struct follow *way;
	const struct record *from;
};

static bool save(void *ctx, struct app *app, struct record *rec, long long *tx, struct err *err)
{
	const struct made *step = ctx;

	return app_follow_save(app, step->way, step->from, rec, tx, err);
}

/* NULL: the user does not want to. */
static const struct follow *which(struct tui *tui, const struct record *from, struct err *err)
{
	struct choose_options opt = {.title = _("What comes of it")};
	struct choose_list list = {0};
	const struct follow *way = follow_find(from, NULL, err);
	long chosen = 0;

	if (way != NULL && follow_at(from, 1) != NULL) {
		for (size_t i = 0; (way = follow_at(from, i)) != NULL; i++)
			choose_add(&list, _(way->to->title), "", (long long)i);
		chosen = choose(tui, &opt, &list, 0);
		way = chosen < 0 ? NULL : follow_at(from, (size_t)chosen);
		choose_clear(&list);
	}
	return way;
}

long long follow_run(struct tui *tui, const struct record *from, const char *const *only)
{
	struct made step = {NULL, from};
	struct form_options opt = {.only = only, .about = from->code, .save = save, .ctx = &step};
	struct err err = ERR_INIT;
	struct record *fresh = NULL;
	long long id = 0;

	if (!tui_may_write(tui))
		return 0;
	step.way = which(tui, from, &err);
	if (step.way != NULL && app_follow(tui->app, step.way, from, &fresh, &err)) {
		opt.fresh = fresh;
		id = form_run(tui, step.way->to, 0, &opt);
	} else if (err.kind != ERR_NONE) {
		tui_error(tui, &err);
	}
	record_free(&fresh);
	return id;
}

void follow_ask(struct tui *tui, const struct kind *kind, long long id)
{
	struct err err = ERR_INIT;
	struct record *from = NULL;

	if (store_get(tui->app->store, kind, id, &from, &err))
		follow_run(tui, from, NULL);
	else
		tui_error(tui, &err);
	record_free(&from);
}
