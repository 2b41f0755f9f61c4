/* What a record is linked to, both ways: a relation a line, unfolded its records,
 * and theirs. A record that stands above on the way is shown, but not gone into. */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "isms/tui/tree.h"
#include "isms/util/i18n.h"
#include "isms/util/mem.h"

#define PAGE 100 /* records of a relation that are read at once */

struct trace {
	struct tree tree;
	const struct kind *kind;
	long long id;
	char *title; /* owned */
};

struct filling {
	struct tree *tree;
	int level;
	const struct tree_row *by; /* the relation that led to the record; NULL: none */
};

static bool load(struct tui *tui, const struct kind *kind, long long id, struct record **rec)
{
	bool *want = xcalloc(kind->nfields, sizeof(*want));
	struct err err = ERR_INIT;
	bool ok;

	want[0] = true;
	ok = store_get_some(tui->app->store, kind, id, want, rec, &err);
	if (!ok)
		tui_error(tui, &err);
	free(want);
	return ok;
}

/* Only the way back to where one comes from would be in it. */
static bool only_back(const struct filling *f, const struct relation *r)
{
	const struct relation *by = f->by ? f->by->own : NULL;

	return by && by->field == r->field && by->back != r->back && r->count == 1;
}

static bool add_relation(void *ctx, const struct relation *r, struct err *err)
{
	struct filling *f = ctx;
	struct tree_row row = {.level = f->level, .look = LOOK_HEAD, .folds = true};
	struct str text = STR_INIT;

	(void)err;
	if (only_back(f, r))
		return true;
	app_relation(r, &text);
	row.text = str_detach(&text);
	row.key = xasprintf("%d%s", r->back, row.text);
	row.right = xasprintf("%ld", r->count);
	row.own = xmalloc(sizeof(*r));
	memcpy(row.own, r, sizeof(*r));
	tree_add(f->tree, row);
	return true;
}

static void add_relations(struct tui *tui, struct tree *tree, const struct kind *kind, long long id,
			  int level, const struct tree_row *by)
{
	struct filling f = {tree, level, by};
	struct err err = ERR_INIT;

	if (!store_relations(tui->app->store, kind, id, add_relation, &f, &err))
		tui_error(tui, &err);
}

/* Does the record stand on the way to row at, or is it where the way begins? */
static bool is_above(const struct trace *t, size_t at, const struct hit *hit)
{
	const struct tree *tree = &t->tree;
	bool above = hit->kind == t->kind && hit->id == t->id;
	size_t up = at;

	do {
		at = up;
		above = above || (tree->rows[at].kind == hit->kind && tree->rows[at].id == hit->id);
		up = tree_parent(tree, at);
	} while (up != at && !above);
	return above;
}

static void add_record(struct tui *tui, struct trace *t, size_t under, const struct hit *hit)
{
	bool above = is_above(t, under, hit);
	struct tree_row row = {.level = t->tree.rows[under].level + 1,
			       .kind = hit->kind,
			       .id = hit->id,
			       .folds = !above};
	struct record *rec = NULL;
	const char *title;

	if (!load(tui, hit->kind, hit->id, &rec))
		return;
	title = record_title(rec);
	row.text = xasprintf("%s %s%s", rec->code, strcmp(title, rec->code) ? title : "",
			     rec->archived ? _(" (archived)") : "");
	row.right = above ? xstrdup(_("see above")) : NULL;
	row.look = above || rec->archived ? LOOK_DIM : LOOK_PLAIN;
	row.key = xstrdup(rec->code);
	tree_add(&t->tree, row);
	record_free(&rec);
}

/* The record whose relation stands in row at. */
static struct hit whose(const struct trace *t, size_t at)
{
	size_t up = tree_parent(&t->tree, at);

	return up == at ? (struct hit){t->kind, t->id}
			: (struct hit){t->tree.rows[up].kind, t->tree.rows[up].id};
}

/* Reads the records of the relation in row under from skip on; more of them behind
 * a line of its own. */
static void add_records(struct tui *tui, struct trace *t, size_t under, long skip)
{
	const struct relation r = *(const struct relation *)t->tree.rows[under].own;
	struct tree_row more = {.level = t->tree.rows[under].level + 1, .look = LOOK_DIM};
	struct hit *hits = NULL, of = whose(t, under);
	struct err err = ERR_INIT;
	size_t n = 0;

	if (!store_related(tui->app->store, of.kind, of.id, &r, PAGE, skip, &hits, &n, &err))
		tui_error(tui, &err);
	for (size_t i = 0; i < n; i++)
		add_record(tui, t, under, &hits[i]);
	if (n == PAGE && skip + PAGE < r.count) {
		more.text = xasprintf(_("%ld more: Enter shows them"), r.count - skip - PAGE);
		more.key = xstrdup("more");
		more.number = skip + PAGE;
		tree_add(&t->tree, more);
	}
	free(hits);
}

static void fill(struct tui *tui, struct tree *tree)
{
	struct trace *t = (struct trace *)tree;
	struct record *rec = NULL;

	free(t->title);
	t->title = NULL;
	if (!load(tui, t->kind, t->id, &rec))
		return;
	t->title = xasprintf("%s %s", rec->code, record_title(rec));
	record_free(&rec);
	add_relations(tui, tree, t->kind, t->id, 0, NULL);
}

static void unfold(struct tui *tui, struct tree *tree, size_t at)
{
	const struct tree_row row = tree->rows[at], by = tree->rows[tree_parent(tree, at)];

	if (row.own)
		add_records(tui, (struct trace *)tree, at, 0);
	else
		add_relations(tui, tree, row.kind, row.id, row.level + 1, &by);
}

static void title(struct tui *tui, struct tree *tree, struct str *middle, struct str *right)
{
	const struct trace *t = (const struct trace *)tree;

	(void)tui;
	(void)right;
	str_addf(middle, _("Trace of %s"), t->title ? t->title : "?");
}

/* The line "more" gives way to what it stands for. */
static void show_more(struct tui *tui, struct trace *t)
{
	size_t at = t->tree.at, under = tree_parent(&t->tree, at);
	long skip = (long)t->tree.rows[at].number;

	t->tree.put = at + 1;
	add_records(tui, t, under, skip);
	tree_remove(&t->tree, at);
}

static bool command(struct tui *tui, struct tree *tree, enum command_id id)
{
	const struct tree_row *row = tree_row(tree);
	bool taken = (id == CMD_OPEN || id == CMD_RIGHT) && row && row->number;

	if (taken)
		show_more(tui, (struct trace *)tree);
	return taken;
}

static void close_trace(struct tui *tui, struct tree *tree)
{
	(void)tui;
	free(((struct trace *)tree)->title);
}

static const struct tree_ops trace_ops = {
	.title = title,
	.fill = fill,
	.unfold = unfold,
	.command = command,
	.close = close_trace,
	.empty = N_("It is linked to nothing, and nothing to it."),
};

/* The first level is unfolded, unless that is a long list. */
struct view *trace_view(struct tui *tui, const struct kind *kind, long long id)
{
	struct trace *t = xcalloc(1, sizeof(*t));

	t->kind = kind;
	t->id = id;
	tree_init(tui, &t->tree, &trace_ops);
	for (size_t i = 0; i < t->tree.n; i++)
		if (t->tree.rows[i].own &&
		    ((const struct relation *)t->tree.rows[i].own)->count <= 20)
			tree_unfold(tui, &t->tree, i);
	return &t->tree.view;
}
