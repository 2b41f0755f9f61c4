/* The history: of a record, field by field, and of the whole file, change by change.
 * From a record's, it can be looked at as it was, and taken back. */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "isms/tui/detail.h"
#include "isms/tui/dialog.h"
#include "isms/tui/tree.h"
#include "isms/tui/walk.h"
#include "isms/util/date.h"
#include "isms/util/i18n.h"
#include "isms/util/mem.h"

#define NEWEST 1000	/* changes of the file that are read at first, and more each time */
#define LINES_MOST 2000 /* lines of one change that are shown */

struct history {
	struct tree tree;
	const struct kind *kind; /* NULL: of the whole file */
	long long id;
	char *name; /* of the record; owned */
	long limit;
	long read;    /* changes in the tree */
	long long tx; /* while it is filled: the last change */
};

struct filling {
	struct tui *tui;
	struct history *h;
	int level;
	long lines;
	long long only; /* the change whose lines are read; 0: all */
};

/* ---- Rows ---- */

static void add_tx(struct history *h, const struct tx *tx, bool folded)
{
	char at[DATETIME_LEN];
	long day;
	struct tree_row row = {.look = LOOK_HEAD, .folds = true, .open = !folded, .number = tx->id};

	stamp_local(tx->at, &day, at);
	row.text = xasprintf("%s  %s  %s", at, tx->who, tx->why);
	row.right = xasprintf("%s%lld", tx->undone ? _("undone  ") : "", tx->id);
	row.key = xasprintf("%lld", tx->id);
	tree_add(&h->tree, row);
	h->read++;
}

static void add_values(struct tui *tui, const struct field *f, const struct change *change,
		       struct str *out)
{
	const char *const values[] = {change->old, change->new};

	for (int i = 0; i < 2; i++) {
		str_add(out, i ? " -> " : "");
		if (!values[i])
			str_add(out, _("nothing"));
		else if (f && field_is_copy(f))
			str_addf(out, _("(frozen copy, %zu bytes)"), strlen(values[i]));
		else if (f)
			app_show_stored(&tui->app->rules, f, values[i], out);
		else
			str_add(out, values[i]);
	}
}

/* "Status: Identified -> In treatment" */
static char *change_text(struct tui *tui, const struct change *change)
{
	const struct field *f =
		change->kind && change->field ? kind_field(change->kind, change->field) : NULL;
	struct str text = STR_INIT;

	if (!change->field) {
		str_add(&text, strcmp(change->op, "add") == 0 ? _("added") : _("taken away"));
	} else {
		str_addf(&text, "%s: ", f ? _(f->label) : change->field);
		if (strcmp(change->op, "link") == 0)
			str_addf(&text, "+ %s", change->new ? change->new : "");
		else if (strcmp(change->op, "unlink") == 0)
			str_addf(&text, "- %s", change->old ? change->old : "");
		else
			add_values(tui, f, change, &text);
	}
	return str_detach(&text);
}

static void add_change(struct filling *f, const struct tx *tx, const struct change *change)
{
	struct tree_row row = {.level = f->level, .number = tx->id};
	const struct field **field;

	row.text = change_text(f->tui, change);
	if (f->h->kind == NULL) {
		char *text = xasprintf("%s  %s", change->code ? change->code : "?", row.text);

		free(row.text);
		row.text = text;
		row.kind = change->kind;
		row.id = change->id;
	} else if (change->field) {
		field = xmalloc(sizeof(*field));
		*field = kind_field(change->kind, change->field);
		row.own = field;
	}
	row.key = xasprintf("%ld", f->lines);
	tree_add(&f->h->tree, row);
}

/* ---- A record ---- */

static bool of_record(void *ctx, const struct tx *tx, const struct change *change, struct err *err)
{
	struct filling *f = ctx;

	(void)err;
	if (f->only && f->only != tx->id)
		return true;
	if (!f->only && f->h->tx != tx->id)
		add_tx(f->h, tx, false);
	f->h->tx = tx->id;
	f->lines++;
	add_change(f, tx, change);
	return true;
}

/* ---- The file ---- */

static bool of_tx(void *ctx, const struct tx *tx, const struct change *change, struct err *err)
{
	struct filling *f = ctx;

	(void)err;
	if (f->lines++ < LINES_MOST)
		add_change(f, tx, change);
	return true;
}

static bool of_file(void *ctx, const struct tx *tx, struct err *err)
{
	(void)err;
	add_tx(ctx, tx, true);
	return true;
}

static void add_older(struct history *h)
{
	struct tree_row row = {.look = LOOK_DIM, .number = -1};

	row.text = xstrdup(_("older changes: Enter shows them"));
	row.key = xstrdup("older");
	tree_add(&h->tree, row);
}

static void fill(struct tui *tui, struct tree *tree)
{
	struct history *h = (struct history *)tree;
	struct filling f = {tui, h, 1, 0, 0};
	struct err err = ERR_INIT;
	bool ok;

	h->tx = 0;
	h->read = 0;
	if (h->kind)
		ok = store_changes(tui->app->store, 0, h->kind, h->id, of_record, &f, &err);
	else
		ok = store_log(tui->app->store, h->limit, of_file, h, &err);
	if (!ok)
		tui_error(tui, &err);
	if (!h->kind && h->limit && h->read >= h->limit)
		add_older(h);
}

static void unfold(struct tui *tui, struct tree *tree, size_t at)
{
	struct history *h = (struct history *)tree;
	struct filling f = {tui, h, 1, 0, tree->rows[at].number};
	struct tree_row more = {.level = 1, .look = LOOK_DIM};
	struct err err = ERR_INIT;
	bool ok;

	if (h->kind)
		ok = store_changes(tui->app->store, 0, h->kind, h->id, of_record, &f, &err);
	else
		ok = store_changes(tui->app->store, f.only, NULL, 0, of_tx, &f, &err);
	if (!ok)
		tui_error(tui, &err);
	if (!h->kind && f.lines > LINES_MOST) {
		more.text = xasprintf(_("%ld more lines"), f.lines - LINES_MOST);
		more.key = xstrdup("more");
		tree_add(tree, more);
	}
}

/* ---- As it was ---- */

static char *shown(struct tui *tui, const struct field *f, const struct value *v)
{
	struct str text = STR_INIT;

	value_text(tui, f, v, &text);
	return str_detach(&text);
}

/* Every field that has or had a value; what is another now says so in words. */
static void then_lines(struct tui *tui, const struct record *then, const struct record *now,
		       struct lines *lines)
{
	for (size_t i = 0; i < then->kind->nfields; i++) {
		const struct field *f = &then->kind->fields[i];
		char *was = shown(tui, f, &then->values[i]);
		char *is = now ? shown(tui, f, &now->values[i]) : xstrdup("");
		bool differs = now && value_differs(f, &then->values[i], &now->values[i]);
		char *line = xasprintf("%c %s: %s", differs ? '*' : ' ', _(f->label), was);
		char *other = xasprintf(_("    now: %s"), *is ? is : _("nothing"));

		if (!(f->flags & F_DERIVED) && (*was || differs))
			lines_wrap(lines, differs ? LOOK_BOLD : LOOK_PLAIN, line, tui->cols - 2);
		if (!(f->flags & F_DERIVED) && differs)
			lines_wrap(lines, LOOK_WARN, other, tui->cols - 2);
		free(was);
		free(is);
		free(line);
		free(other);
	}
}

static void show_then(struct tui *tui, struct history *h, long long tx)
{
	struct record *then = NULL, *now = NULL;
	struct lines lines = LINES_INIT;
	struct err err = ERR_INIT;
	char *heading;

	if (!store_get_then(tui->app->store, h->kind, h->id, tx, &then, &err) ||
	    !store_get(tui->app->store, h->kind, h->id, &now, &err)) {
		tui_error(tui, &err);
	} else {
		then_lines(tui, then, now, &lines);
		heading = xasprintf(_("%s after change %lld; * is another now"), then->code, tx);
		pager_show(tui, heading, &lines);
		free(heading);
	}
	lines_release(&lines);
	record_free(&then);
	record_free(&now);
}

/* ---- Taking back ---- */

/* "Status: In treatment -> Identified", a field a line */
static void tell_plan(struct tui *tui, const struct revert *plan, struct str *out)
{
	for (size_t i = 0; i < plan->now->kind->nfields; i++) {
		const struct field *f = &plan->now->kind->fields[i];
		char *is, *was;

		if (!value_differs(f, &plan->now->values[i], &plan->to->values[i]))
			continue;
		is = shown(tui, f, &plan->now->values[i]);
		was = shown(tui, f, &plan->to->values[i]);
		str_addf(out, "%s%s: %s -> %s", out->len ? "\n" : "", _(f->label),
			 *is ? is : _("nothing"), *was ? was : _("nothing"));
		free(is);
		free(was);
	}
}

static bool agreed(struct tui *tui, const struct revert *plan)
{
	struct str what = STR_INIT;
	char *question;
	bool yes;

	tell_plan(tui, plan, &what);
	question = xasprintf(_("Take %s back?"), plan->now->code);
	yes = ask_yes(tui, question, str_get(&what));
	free(question);
	if (yes && plan->refusal) {
		str_clear(&what);
		str_addf(&what, _("%s. It can be done as a correction, which the history tells."),
			 plan->refusal);
		yes = ask_yes(tui, _("Correct the state all the same?"), str_get(&what));
	}
	str_release(&what);
	return yes;
}

static void take_back(struct tui *tui, struct history *h, const struct field *f, long long tx)
{
	struct err err = ERR_INIT;
	struct revert plan;
	long long done = 0;

	if (!tui_may_write(tui))
		return;
	if (!app_revert_plan(tui->app, h->kind, h->id, tx, f ? &f : NULL, f ? 1 : 0, &plan, &err)) {
		tui_error(tui, &err);
		return;
	}
	if (plan.n == 0) {
		tui_say(tui, _("that is what it is now"));
	} else if (agreed(tui, &plan)) {
		if (app_revert(tui->app, &plan, true, &done, &err)) {
			tui_changed(tui);
			tui_say(tui, _("%s is taken back, as change %lld; u undoes that"),
				plan.to->code, done);
		} else {
			tui_error(tui, &err);
		}
	}
	app_revert_release(&plan);
}

/* b: the field of this line, to what it was before; B: the record, as it was then. */
static void take_back_row(struct tui *tui, struct history *h, bool whole)
{
	const struct tree_row *row = tree_row(&h->tree);
	const struct field *f = row && row->own ? *(const struct field *const *)row->own : NULL;

	if (!row || !h->kind)
		tui_say(tui,
			_("H on a line shows the history of its record; there it is taken back"));
	else if (whole)
		take_back(tui, h, NULL, row->number);
	else if (f)
		take_back(tui, h, f, row->number - 1);
	else
		tui_say(tui,
			_("b takes back the change of a field: go to its line; B the whole record"));
}

/* ---- The view ---- */

static void title(struct tui *tui, struct tree *tree, struct str *middle, struct str *right)
{
	const struct history *h = (const struct history *)tree;

	(void)tui;
	(void)right;
	if (h->kind)
		str_addf(middle, _("History of %s"), h->name ? h->name : "?");
	else
		str_add(middle, _("History of the file"));
}

static bool command(struct tui *tui, struct tree *tree, enum command_id id)
{
	struct history *h = (struct history *)tree;
	const struct tree_row *row = tree_row(tree);
	bool taken = true;

	if (id == CMD_OPEN && row && row->number < 0) {
		h->limit += NEWEST;
		tree_reload(tui, tree);
	} else if (id == CMD_OPEN && row && h->kind) {
		show_then(tui, h, row->number);
	} else if (id == CMD_GO && h->kind) {
		view_push(tui, record_view(tui, (struct hit){h->kind, h->id}, NULL));
	} else if (id == CMD_TRACE && h->kind) {
		view_push(tui, trace_view(tui, h->kind, h->id));
	} else if (id == CMD_TAKE_BACK || id == CMD_TAKE_BACK_ALL) {
		take_back_row(tui, h, id == CMD_TAKE_BACK_ALL);
	} else {
		taken = false;
	}
	return taken;
}

/* It is looked for among all changes. */
static void read_older(struct tui *tui, struct tree *tree)
{
	struct history *h = (struct history *)tree;

	if (!h->kind && h->limit && h->read >= h->limit) {
		h->limit = 0;
		tree_reload(tui, tree);
	}
}

static void close_history(struct tui *tui, struct tree *tree)
{
	(void)tui;
	free(((struct history *)tree)->name);
}

static const struct tree_ops history_ops = {
	.title = title,
	.fill = fill,
	.unfold = unfold,
	.filtered = read_older,
	.command = command,
	.close = close_history,
	.more = WHERE_HISTORY,
	.empty = N_("There is no such change."),
};

void history_show(struct tui *tui, const struct kind *kind, long long id)
{
	struct history *h = xcalloc(1, sizeof(*h));
	bool *none = kind ? xcalloc(kind->nfields, sizeof(*none)) : NULL;
	struct record *rec = NULL;

	h->kind = kind;
	h->id = id;
	h->limit = NEWEST;
	if (kind && store_get_some(tui->app->store, kind, id, none, &rec, NULL))
		h->name = xstrdup(rec->code);
	record_free(&rec);
	free(none);
	tree_init(tui, &h->tree, &history_ops);
	view_push(tui, &h->tree.view);
}
