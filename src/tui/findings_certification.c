/* What is there and what is missing for stage 1 and 2, and the steps after them. */
#include "config.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "findings.h"
#include "isms/report/certification.h"
#include "isms/util/i18n.h"
#include "isms/util/mem.h"

struct certification_data {
	enum stage only; /* STAGE_COUNT: all */
	struct certification list[STAGE_COUNT];
};

static bool shown(const struct certification_data *data, int stage)
{
	return data->only == STAGE_COUNT || (int)data->only == stage;
}

static void add_demand(struct finding_pane *p, const struct demand *demand)
{
	static const char sign[STANDING_COUNT] = {' ', '-', '!', '.'};
	struct line *line = finding_line(p,
					 xasprintf(" %c %s %s: %s", sign[demand->standing],
						   demand->clause, demand->what, demand->found),
					 xstrdup(_(standing_names[demand->standing])),
					 (unsigned)draw_style(standing_style(demand->standing)));

	line->kind = demand->kind;
	line->filter = xstrdup(demand->filter);
	line->head = xstrdup(demand->what);
	line->note = xasprintf(_("There is: %s. Enter opens: %s"),
			       *demand->found ? demand->found : _("nothing"),
			       _(demand->kind->plural));
}

static void lines(struct tui *tui, struct finding_pane *p)
{
	const struct certification_data *data = p->data;
	struct str summary = STR_INIT;

	(void)tui;
	for (int stage = 0; stage < STAGE_COUNT; stage++) {
		const struct certification *list = &data->list[stage];
		const long in_place = list->count[STANDING_IN_PLACE];

		if (!shown(data, stage) || (stage == STAGE_CYCLE && !list->n))
			continue;
		finding_line(p, xstrdup(_(stage_titles[stage])),
			     xasprintf(_("%ld of %zu in place"), in_place, list->n), LOOK_HEAD);
		for (size_t i = 0; i < list->n; i++)
			add_demand(p, &list->v[i]);
		if (stage != STAGE_CYCLE)
			str_addf(&summary, "%s%s %ld/%zu", summary.len ? ", " : "",
				 stage_names[stage], in_place, list->n);
	}
	p->summary = str_detach(&summary);
}

static void forget(struct certification_data *data)
{
	for (int stage = 0; stage < STAGE_COUNT; stage++)
		certification_release(&data->list[stage]);
}

static bool read_certification(struct tui *tui, struct finding_pane *p, struct err *err)
{
	struct certification_data *data = p->data, found = {.only = data->only};
	bool ok = true;

	for (int stage = 0; ok && stage < STAGE_COUNT; stage++)
		ok = !shown(data, stage) || certification_read(tui->app->store, (enum stage)stage,
							       &found.list[stage], err);
	forget(ok ? data : &found);
	if (ok)
		*data = found;
	return ok;
}

static void close_certification(struct finding_pane *p)
{
	forget(p->data);
	free(p->data);
}

static const struct lines_ops ops = {
	.name = N_("Certification"),
	.empty = N_("No certificate has a step."),
	.detail = true,
	.read = read_certification,
	.lines = lines,
	.close = close_certification,
};

struct view *certification_view(struct tui *tui, enum stage only)
{
	struct certification_data *data = xcalloc(1, sizeof(*data));

	data->only = only;
	return finding_view(tui, &ops, data);
}
