#include "config.h"

#include "isms/tui/pane_filter.h"

#include <stdlib.h>

#include "isms/app/complete.h"
#include "isms/tui/dialog.h"
#include "isms/util/i18n.h"
#include "isms/util/mem.h"
#include "isms/util/text.h"

struct asking {
	struct tui *tui;
	const struct pane_filter *filter;
	char *shown; /* the last that was set; owned */
};

/* What is shown already is not read again: Enter comes after the last key. */
static bool set(struct asking *a, const char *text, struct err *err)
{
	bool ok = str_equal(a->shown, text) ||
		  a->filter->set(a->tui, a->filter->ctx, text, err);

	if (ok && !str_equal(a->shown, text)) {
		free(a->shown);
		a->shown = xstrdup(text);
	}
	return ok;
}

/* What is half typed and wrong leaves the last good rows and says why; what a key cut
 * off says nothing, as that key asks again. */
static char *changed(void *ctx, const char *text)
{
	struct err err = ERR_INIT;
	char *remark = NULL;

	if (!set(ctx, text, &err) && err.kind != ERR_CANCELLED)
		remark = xstrdup(err_msg(&err));
	err_release(&err);
	return remark;
}

static bool accept(void *ctx, const char *text, char **remark, int *place)
{
	struct err err = ERR_INIT;
	bool ok = set(ctx, text, &err);

	if (!ok) {
		*remark = xstrdup(err.kind == ERR_CANCELLED ? _("cancelled") : err_msg(&err));
		*place = err.place;
	}
	err_release(&err);
	return ok;
}

static void complete(void *ctx, const char *text, struct completion *out)
{
	const struct asking *a = ctx;

	app_complete_filter(a->tui->app, a->filter->kind, text, out);
}

bool pane_filter_ask(struct tui *tui, const struct pane_filter *filter)
{
	char *before = xstrdup(filter->now == NULL ? "" : filter->now);
	struct asking a = {tui, filter, xstrdup(before)};
	const bool language = filter->kind != NULL;
	const struct prompt_options opt = {
		.label = "/",
		.changed = changed,
		.accept = accept,
		.words = language ? complete : NULL,
		.history = language ? &tui->filters : NULL,
		.ctx = &a,
		.stay = true,
	};
	struct str text = STR_INIT;
	struct err err = ERR_INIT;
	bool kept;

	str_add(&text, before);
	kept = prompt(tui, &opt, &text);
	if (!kept && !set(&a, before, &err))
		tui_error(tui, &err);
	str_release(&text);
	free(a.shown);
	free(before);
	return kept;
}

void pane_filter_words(const char *text, struct strv *words)
{
	char *folded = text_fold(text);

	strv_split(words, folded, " ");
	free(folded);
}

static bool has(const char *word, const char *const *texts, size_t n)
{
	bool found = false;

	for (size_t i = 0; i < n && !found; i++)
		found = texts[i] != NULL && text_contains(texts[i], word);
	return found;
}

bool pane_filter_has(const struct strv *words, const char *const *texts, size_t n)
{
	bool all = true;

	for (size_t i = 0; i < words->n && all; i++)
		all = has(words->v[i], texts, n);
	return all;
}

bool *pane_filter_sift(const char *text, size_t n,
		       struct filter_line (*line)(const void *ctx, size_t i), const void *ctx)
{
	bool *in = xcalloc(n + 1, sizeof(*in));
	struct strv words = STRV_INIT;
	int above = -1, below = -1; /* levels of the last that has them; -1: none */

	pane_filter_words(text, &words);
	for (size_t i = 0; i < n; i++) {
		const struct filter_line l = line(ctx, i);

		if (above >= 0 && l.level <= above)
			above = -1;
		if (above < 0 && pane_filter_has(&words, l.texts, FILTER_TEXTS))
			above = l.level;
		in[i] = above >= 0;
	}
	for (size_t i = n; i-- > 0;) {
		const int level = line(ctx, i).level;

		in[i] = in[i] || (below >= 0 && level < below);
		if (in[i])
			below = level;
	}
	strv_release(&words);
	return in;
}
