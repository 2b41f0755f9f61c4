#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "isms/app/search.h"
#include "isms/tui/dialog.h"
#include "isms/tui/walk.h"
#include "isms/util/i18n.h"
#include "isms/util/mem.h"
#include "isms/util/text.h"

/*
 * Words looked for in all registers: the registers with their counts, below each the
 * first of its records. Ids of the lines are id * NUMBERS + the kind's number; id 0
 * is the register itself.
 */

#define NUMBERS 256
#define EACH 8	  /* records shown of a register … */
#define ALONE 200 /* … and of the only one */
#define TITLE_CELLS 28

struct finder {
	struct tui *tui;
};

static void add_kind(struct choose_list *list, const struct search_hits *hits)
{
	struct str right = STR_INIT;

	str_addf(&right, "%ld", hits->n);
	choose_add(list, _(hits->kind->plural), str_get(&right), hits->kind->number);
	list->v[list->n - 1].look = LOOK_HEAD;
	str_release(&right);
}

/* "R-0002  Title  Label: what stands there" */
static bool add_record(struct finder *f, struct choose_list *list, const struct search_hits *hits,
		       long long id, const char *words)
{
	struct search_line line;
	struct str text = STR_INIT;
	struct err err = ERR_INIT;
	bool ok = app_search_line(f->tui->app, hits->kind, id, words, &line, &err);

	if (ok) {
		str_addf(&text, "  %-8s ", line.code);
		if (*line.text != '\0') {
			text_pad(&text, line.title, TITLE_CELLS, false);
			str_addf(&text, " %s: %s",
				 line.field == NULL ? _("Code") : _(line.field->label), line.text);
		} else {
			str_add(&text, line.title);
		}
		choose_add(list, str_get(&text), NULL, id * NUMBERS + hits->kind->number);
	} else {
		tui_error(f->tui, &err);
	}
	search_line_release(&line);
	str_release(&text);
	return ok;
}

static void add_hits(struct finder *f, struct choose_list *list, const struct search_hits *hits,
		     size_t most, const char *words)
{
	struct str more = STR_INIT;
	size_t i;

	add_kind(list, hits);
	for (i = 0; i < hits->nids && i < most; i++)
		if (!add_record(f, list, hits, hits->ids[i], words))
			break;
	if (i < (size_t)hits->n) {
		str_addf(&more, _("  … %ld more, Enter lists them"), hits->n - (long)i);
		choose_add(list, str_get(&more), NULL, hits->kind->number);
		list->v[list->n - 1].look = LOOK_DIM;
	}
	str_release(&more);
}

static void fill(void *ctx, const char *text, struct choose_list *list)
{
	struct finder *f = ctx;
	struct search_hits *hits = NULL;
	struct strv words = STRV_INIT;
	struct err err = ERR_INIT;
	size_t n = 0;

	choose_clear(list);
	store_words(text, &words);
	if (words.n > 0 && !store_search(f->tui->app->store, text, NULL, ALONE, &hits, &n, &err))
		tui_error(f->tui, &err);
	for (size_t i = 0; i < n; i++)
		add_hits(f, list, &hits[i], n == 1 ? ALONE : EACH, text);
	search_hits_release(&hits, &n);
	strv_release(&words);
}

static const struct kind *kind_numbered(long long number)
{
	size_t i = 0;

	while (kinds[i]->number != number)
		i++;
	return kinds[i];
}

/* The register with a filter of the same words. */
static void open_kind(struct tui *tui, const struct kind *kind, const char *text)
{
	struct strv words = STRV_INIT;
	struct str filter = STR_INIT;

	store_words(text, &words);
	for (size_t i = 0; i < words.n; i++)
		str_addf(&filter, "%s\"%s\"", i > 0 ? " " : "", words.v[i]);
	tui_go(tui, kind, str_get(&filter));
	strv_release(&words);
	str_release(&filter);
}

struct results {
	const struct choose_list *list;
	size_t at; /* where going back puts the cursor */
};

static struct hit record_of(void *ctx, size_t row)
{
	const struct results *r = ctx;
	const long long id = r->list->v[row].id;

	return id < NUMBERS ? (struct hit){NULL, 0}
			    : (struct hit){kind_numbered(id % NUMBERS), id / NUMBERS};
}

static struct rows rows_of(struct results *r)
{
	return (struct rows){r, record_of, r->list->n, r->at};
}

static bool step(struct tui *tui, void *ctx, int by, struct hit *to)
{
	struct results *r = ctx;
	const struct rows rows = rows_of(r);
	size_t row = walk_rows(&rows, *to, by);

	(void)tui;
	if (row < r->list->n) {
		r->at = row;
		*to = record_of(r, row);
	}
	return row < r->list->n;
}

static void position(struct tui *tui, void *ctx, struct str *out)
{
	const struct rows rows = rows_of(ctx);

	(void)tui;
	walk_position(&rows, out);
}

/* Reads the record over the results. False: the user went elsewhere from there. */
static bool open_record(struct tui *tui, struct results *r)
{
	const struct walk walk = {step, position, r};
	long jumps = tui->jumps;

	view_run(tui, record_view(tui, record_of(r, r->at), &walk));
	return tui->jumps == jumps && !tui->quit;
}

void find_run(struct tui *tui, const char *words)
{
	struct finder f = {tui};
	struct choose_list list = {0};
	struct str typed = STR_INIT;
	struct choose_options opt = {
		.title = _("Find in all registers"),
		.typing = true,
		.first = 1, /* the record below the first register */
		.empty = _("type words, each as the beginning of a word"),
		.fill = fill,
		.ctx = &f,
		.text = &typed,
	};
	struct results results = {&list, 1};
	bool back = true;
	long at;

	str_add(&typed, words == NULL ? "" : words);
	while (back) {
		char *again = xstrdup(str_get(&typed));

		opt.typed = again;
		at = choose(tui, &opt, &list, results.at);
		free(again);
		results.at = at >= 0 ? (size_t)at : 0;
		back = at >= 0 && list.v[at].id >= NUMBERS && open_record(tui, &results);
		if (!back && at >= 0 && list.v[at].id < NUMBERS)
			open_kind(tui, kind_numbered(list.v[at].id), str_get(&typed));
	}
	choose_clear(&list);
	str_release(&typed);
}
