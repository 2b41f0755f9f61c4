/* What two moments differ in: registers, in them records, in them fields. */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "isms/tui/detail.h"
#include "isms/tui/tree.h"
#include "isms/util/i18n.h"
#include "isms/util/mem.h"

struct diff {
	struct tree tree;
	struct moment from, to;
	const struct kind *kind; /* while it is filled: of the last record */
	size_t head;		 /* the row of that register */
	long added, changed, gone;
};

/* What was counted goes into the row of the register. */
static void close_kind(struct diff *d)
{
	struct str text = STR_INIT;

	if (d->kind == NULL)
		return;
	if (d->added)
		str_addf(&text, _("%ld added"), d->added);
	if (d->changed)
		str_addf(&text, _("%s%ld changed"), text.len ? ", " : "", d->changed);
	if (d->gone)
		str_addf(&text, _("%s%ld archived"), text.len ? ", " : "", d->gone);
	free(d->tree.rows[d->head].right);
	d->tree.rows[d->head].right = str_detach(&text);
	d->added = d->changed = d->gone = 0;
}

static void open_kind(struct diff *d, const struct kind *kind)
{
	struct tree_row row = {.look = LOOK_HEAD, .folds = true, .open = true};

	close_kind(d);
	d->kind = kind;
	d->head = d->tree.put;
	row.text = xstrdup(_(kind->plural));
	row.key = xstrdup(kind->name);
	tree_add(&d->tree, row);
}

static const char *what(struct diff *d, const struct record *before, const struct record *after)
{
	bool archived = before && after && before->archived != after->archived;
	const char *word = _("changed");

	if (!before)
		word = _("added");
	else if (!after || (archived && after->archived))
		word = after ? _("archived") : _("taken away");
	else if (archived)
		word = _("brought back");
	d->added += !before;
	d->gone += before && (!after || (archived && after->archived));
	d->changed += before && after && !(archived && after->archived);
	return word;
}

static bool add_record(void *ctx, const struct record *before, const struct record *after,
		       struct err *err)
{
	struct diff *d = ctx;
	const struct record *rec = after ? after : before;
	struct tree_row row = {.level = 1,
			       .folds = before && after,
			       .kind = rec->kind,
			       .id = rec->id};

	(void)err;
	if (d->kind != rec->kind)
		open_kind(d, rec->kind);
	row.text = xasprintf("%s %s", rec->code, record_title(rec));
	row.right = xstrdup(what(d, before, after));
	row.key = xstrdup(rec->code);
	tree_add(&d->tree, row);
	return true;
}

static void fill(struct tui *tui, struct tree *tree)
{
	struct diff *d = (struct diff *)tree;
	struct err err = ERR_INIT;

	d->kind = NULL;
	if (!store_diff(tui->app->store, d->from.tx, d->to.tx, NULL, add_record, d, &err))
		tui_error(tui, &err);
	close_kind(d);
}

/* "Status: Identified -> In treatment" */
static void add_field(struct tui *tui, struct diff *d, const struct field *f, const struct value *a,
		      const struct value *b)
{
	struct tree_row row = {.level = 2};
	struct str text = STR_INIT;

	str_addf(&text, "%s: ", _(f->label));
	if (a->set || a->nrefs)
		value_text(tui, f, a, &text);
	else
		str_add(&text, _("nothing"));
	str_add(&text, " -> ");
	if (b->set || b->nrefs)
		value_text(tui, f, b, &text);
	else
		str_add(&text, _("nothing"));
	row.text = str_detach(&text);
	row.key = xstrdup(f->name);
	tree_add(&d->tree, row);
}

static void add_fields(struct tui *tui, struct diff *d, const struct tree_row *row)
{
	struct record *before = NULL, *after = NULL;
	struct err err = ERR_INIT;
	bool ok = store_get_then(tui->app->store, row->kind, row->id, d->from.tx, &before, &err) &&
		  store_get_then(tui->app->store, row->kind, row->id, d->to.tx, &after, &err);

	for (size_t i = 0; ok && i < row->kind->nfields; i++) {
		const struct field *f = &row->kind->fields[i];

		if (!(f->flags & F_DERIVED) &&
		    value_differs(f, &before->values[i], &after->values[i]))
			add_field(tui, d, f, &before->values[i], &after->values[i]);
	}
	if (!ok)
		tui_error(tui, &err);
	record_free(&before);
	record_free(&after);
}

/* The records of a register that was folded, or the fields of a record. */
static void unfold(struct tui *tui, struct tree *tree, size_t at)
{
	struct diff *d = (struct diff *)tree;
	const struct tree_row row = tree->rows[at];
	struct err err = ERR_INIT;

	if (row.level > 0) {
		add_fields(tui, d, &row);
		return;
	}
	d->kind = kind_find(row.key);
	if (!store_diff(tui->app->store, d->from.tx, d->to.tx, d->kind, add_record, d, &err))
		tui_error(tui, &err);
	d->added = d->changed = d->gone = 0;
}

static void title(struct tui *tui, struct tree *tree, struct str *middle, struct str *right)
{
	const struct diff *d = (const struct diff *)tree;

	(void)tui;
	(void)right;
	str_addf(middle, _("%s to %s"), d->from.label, d->to.label);
}

static const struct tree_ops diff_ops = {
	.title = title,
	.fill = fill,
	.unfold = unfold,
	.empty = N_("Nothing differs."),
};

void diff_show(struct tui *tui, const char *since)
{
	struct diff *d = xcalloc(1, sizeof(*d));
	struct err err = ERR_INIT;

	if (!app_moment(tui->app, since, &d->from, &err) ||
	    !app_moment(tui->app, tui->app->live ? tui->app->as_of : "now", &d->to, &err)) {
		tui_error(tui, &err);
		free(d);
		return;
	}
	tree_init(tui, &d->tree, &diff_ops);
	view_push(tui, &d->tree.view);
}

void diff_ask(struct tui *tui)
{
	struct str text = STR_INIT;

	if (ask_moment(tui, _("What differs since (a date, the number of a change): "), &text))
		diff_show(tui, str_get(&text));
	str_release(&text);
}
