#include "config.h"

#include "isms/report/certification.h"

#include <stdlib.h>
#include <string.h>

#include "isms/util/builtin.h"
#include "isms/util/i18n.h"
#include "isms/util/mem.h"

const char *const stage_names[STAGE_COUNT] = {"stage 1", "stage 2", "cycle"};

const char *const stage_titles[STAGE_COUNT] = {
	N_("Stage 1: documents and readiness"),
	N_("Stage 2: practice"),
	N_("Certificates: the steps of their cycle"),
};

const char *const standing_names[STANDING_COUNT] = {
	N_("in place"),
	N_("partly"),
	N_("missing"),
	N_("to come"),
};

static const char *const files[STAGE_COUNT] = {
	"certification/stage-1.sql",
	"certification/stage-2.sql",
	"certification/cycle.sql",
};

/* The columns of each file. */
enum {
	COLUMN_CLAUSE,
	COLUMN_WHAT,
	COLUMN_STATE,
	COLUMN_FOUND,
	COLUMN_KIND,
	COLUMN_FILTER,
	COLUMNS
};

static bool find_standing(const char *name, enum standing *standing)
{
	int i = 0;

	while (i < STANDING_COUNT && strcmp(standing_names[i], name))
		i++;
	*standing = (enum standing)i;
	return i < STANDING_COUNT;
}

static bool take_row(void *ctx, size_t n, const char *const *names, const char *const *texts,
		     struct err *err)
{
	struct certification *list = ctx;
	const struct kind *kind = n == COLUMNS ? kind_find(texts[COLUMN_KIND]) : NULL;
	enum standing standing;
	struct demand *demand;

	(void)names;
	if (!kind || !find_standing(texts[COLUMN_STATE], &standing))
		return err_set(err, ERR_INPUT, _("a line that cannot be understood"));
	list->v = xrealloc(list->v, list->n + 1, sizeof(*list->v));
	demand = &list->v[list->n++];
	demand->clause = xstrdup(texts[COLUMN_CLAUSE]);
	demand->what = xstrdup(texts[COLUMN_WHAT]);
	demand->standing = standing;
	demand->found = xstrdup(texts[COLUMN_FOUND] ? texts[COLUMN_FOUND] : "");
	demand->kind = kind;
	demand->filter = xstrdup(texts[COLUMN_FILTER] ? texts[COLUMN_FILTER] : "");
	list->count[standing]++;
	return true;
}

bool certification_read(struct store *store, enum stage stage, struct certification *list,
			struct err *err)
{
	const struct builtin *file = builtin_find(files[stage]);
	bool ok;

	memset(list, 0, sizeof(*list));
	ok = store_ask(store, (const char *)file->data, NULL, 0, take_row, list, err);
	if (!ok) {
		err_prefix(err, "%s: ", file->name);
		certification_release(list);
	}
	return ok;
}

void certification_release(struct certification *list)
{
	size_t i;

	for (i = 0; i < list->n; i++) {
		free(list->v[i].clause);
		free(list->v[i].what);
		free(list->v[i].found);
		free(list->v[i].filter);
	}
	free(list->v);
	memset(list, 0, sizeof(*list));
}

enum style standing_style(enum standing standing)
{
	static const enum style styles[STANDING_COUNT] = {
		[STANDING_IN_PLACE] = STYLE_GOOD,
		[STANDING_PARTLY] = STYLE_WARN,
		[STANDING_MISSING] = STYLE_BAD,
		[STANDING_TO_COME] = STYLE_PLAIN,
	};

	return styles[standing];
}
