#include "config.h"

#include "isms/tui/tree.h"

#include <stdlib.h>
#include <string.h>

#include "isms/tui/dialog.h"
#include "isms/tui/form.h"
#include "isms/tui/scroll.h"
#include "isms/util/i18n.h"
#include "isms/util/mem.h"
#include "isms/util/text.h"

#define INDENT 2

static void row_release(struct tree_row *row)
{
	free(row->key);
	free(row->text);
	free(row->right);
	free(row->own);
}

void tree_add(struct tree *tree, struct tree_row row)
{
	tree->rows = xgrow(tree->rows, tree->n, &tree->cap, sizeof(*tree->rows));
	memmove(tree->rows + tree->put + 1, tree->rows + tree->put,
		(tree->n - tree->put) * sizeof(*tree->rows));
	tree->rows[tree->put++] = row;
	tree->n++;
}

void tree_remove(struct tree *tree, size_t at)
{
	row_release(&tree->rows[at]);
	memmove(tree->rows + at, tree->rows + at + 1, (tree->n - at - 1) * sizeof(*tree->rows));
	tree->n--;
}

struct tree_row *tree_row(struct tree *tree)
{
	return tree->at < tree->n ? &tree->rows[tree->at] : NULL;
}

size_t tree_parent(const struct tree *tree, size_t at)
{
	size_t up = at;

	while (up > 0 && tree->rows[up].level >= tree->rows[at].level)
		up--;
	return tree->rows[up].level < tree->rows[at].level ? up : at;
}

/* What was cut short is not taken for all there is; the next key says it anyway. */
static void done_reading(struct tui *tui)
{
	const bool typed = tui->work.typed;

	if (work_end(tui) && !typed)
		tui_warn(tui, "%s", _("cancelled; not all of it is shown"));
}

void tree_unfold(struct tui *tui, struct tree *tree, size_t at)
{
	struct tree_row *row = &tree->rows[at];

	if (!row->folds || row->open)
		return;
	row->open = true;
	tree->put = at + 1;
	work_begin(tui, _("reading"));
	tree->ops->unfold(tui, tree, at);
	done_reading(tui);
}

void tree_fold(struct tree *tree, size_t at)
{
	size_t end = at + 1;

	while (end < tree->n && tree->rows[end].level > tree->rows[at].level)
		row_release(&tree->rows[end++]);
	memmove(tree->rows + at + 1, tree->rows + end, (tree->n - end) * sizeof(*tree->rows));
	tree->n -= end - at - 1;
	tree->rows[at].open = false;
	if (tree->at > at)
		tree->at = tree->at < end ? at : tree->at - (end - at - 1);
}

/* ---- Reading anew: what was unfolded is again ---- */

/* The keys from level 0 down to a row. */
static char *path_of(const struct tree *tree, size_t at)
{
	struct str path = STR_INIT;
	size_t up = tree_parent(tree, at);
	char *above = up != at ? path_of(tree, up) : NULL;

	str_addf(&path, "%s/%s", above ? above : "", tree->rows[at].key ? tree->rows[at].key : "");
	free(above);
	return str_detach(&path);
}

/* Takes out what has not all words of the filter. */
static void sift(struct tree *tree)
{
	struct strv words = STRV_INIT;
	char *folded;

	if (!tree->filter)
		return;
	folded = text_fold(tree->filter);
	strv_split(&words, folded, " ");
	for (size_t i = tree->n; i-- > 0;) {
		bool fits = true;

		for (size_t w = 0; w < words.n; w++)
			fits = fits && text_contains(tree->rows[i].text, words.v[w]);
		if (tree->rows[i].level > 0 || fits)
			continue;
		tree_fold(tree, i);
		tree_remove(tree, i);
	}
	strv_release(&words);
	free(folded);
}

static void clear(struct tree *tree)
{
	for (size_t i = 0; i < tree->n; i++)
		row_release(&tree->rows[i]);
	tree->n = tree->put = 0;
}

static void remember(const struct tree *tree, struct strv *open, char **cursor)
{
	*cursor = tree->at < tree->n ? path_of(tree, tree->at) : NULL;
	for (size_t i = 0; i < tree->n; i++)
		if (tree->rows[i].open)
			strv_take(open, path_of(tree, i));
}

void tree_reload(struct tui *tui, struct tree *tree)
{
	struct strv open = STRV_INIT;
	size_t at = tree->at;
	char *cursor, *path;

	remember(tree, &open, &cursor);
	clear(tree);
	work_begin(tui, _("reading"));
	tree->ops->fill(tui, tree);
	sift(tree);
	for (size_t i = 0; i < tree->n; i++) {
		path = path_of(tree, i);
		if (strv_has(&open, path))
			tree_unfold(tui, tree, i);
		if (cursor && strcmp(path, cursor) == 0)
			at = i;
		free(path);
	}
	tree->at = at < tree->n ? at : tree->n > 0 ? tree->n - 1 : 0;
	done_reading(tui);
	free(cursor);
	strv_release(&open);
}

/* ---- The view ---- */

static void title(struct tui *tui, struct view *view, struct str *middle, struct str *right)
{
	struct tree *tree = (struct tree *)view;

	tree->ops->title(tui, tree, middle, right);
	if (tree->n > 0)
		str_addf(right, "%zu/%zu", tree->at + 1, tree->n);
}

static void draw_row(struct tui *tui, const struct tree *tree, struct rect r, int y, size_t i)
{
	const struct tree_row *row = &tree->rows[i];
	unsigned look = row->look | (i == tree->at ? (unsigned)LOOK_SELECTED : 0);
	int right = row->right ? text_width(row->right) + 1 : 0;
	int in = row->level * INDENT;
	struct str text = STR_INIT;

	/* in a narrow window the text comes before how deep it is */
	in = in > r.w / 3 ? r.w / 3 : in;
	right = right > r.w / 3 ? r.w / 3 : right;
	str_addc(&text, i == tree->at ? '>' : ' ');
	text_pad(&text, "", in, false);
	str_addf(&text, "%s%s", !row->folds ? "  " : row->open ? "- " : "+ ", row->text);
	draw_text(tui, y, r.x, r.w - right, str_get(&text), look);
	if (right)
		draw_right(tui, y, r.x + r.w - right, right, row->right, look);
	if (i == tree->at)
		draw_cursor(tui, y, r.x);
	str_release(&text);
}

static void draw(struct tui *tui, struct view *view, struct rect r)
{
	struct tree *tree = (struct tree *)view;

	tree->page = r.h;
	tree->top = draw_scroll(tree->top, (int)tree->at, r.h, (int)tree->n);
	draw_cursor(tui, r.y, r.x);
	for (int i = 0; i < r.h && (size_t)(tree->top + i) < tree->n; i++)
		draw_row(tui, tree, r, r.y + i, (size_t)(tree->top + i));
	if (tree->n == 0)
		draw_text(tui, r.y, r.x + 1, r.w - 1, _(tree->ops->empty), LOOK_PLAIN);
}

static void move(struct tree *tree, long by)
{
	long to = (long)tree->at + by;

	if (to >= (long)tree->n)
		to = (long)tree->n - 1;
	tree->at = to < 0 ? 0 : (size_t)to;
}

static void go_in(struct tui *tui, struct tree *tree)
{
	struct tree_row *row = tree_row(tree);

	if (row && row->folds && !row->open)
		tree_unfold(tui, tree, tree->at);
	else
		move(tree, row && row->open ? 1 : 0);
}

/* False: there is nowhere further out. */
static bool go_out(struct tree *tree)
{
	struct tree_row *row = tree_row(tree);
	size_t up = row ? tree_parent(tree, tree->at) : tree->at;
	bool moved = row && (row->open || up != tree->at);

	if (row && row->open)
		tree_fold(tree, tree->at);
	else if (moved)
		tree->at = up;
	return moved;
}

static void open_record(struct tui *tui, struct tree *tree)
{
	struct tree_row *row = tree_row(tree);

	if (row && row->id)
		view_push(tui, record_view_of(tui, row->kind, row->id));
	else
		tui_say(tui, _("this line is about no record"));
}

static void open_row(struct tui *tui, struct tree *tree)
{
	struct tree_row *row = tree_row(tree);

	if (row && row->id)
		open_record(tui, tree);
	else if (row && row->open)
		tree_fold(tree, tree->at);
	else if (row)
		tree_unfold(tui, tree, tree->at);
}

static bool moves(struct tree *tree, enum command_id id)
{
	const long from = (long)tree->at;
	long to = from;
	bool taken = scroll_by(id, tree->page, (long)tree->n, &to);

	if (taken)
		move(tree, to - from);
	return taken;
}

static void set_filter(struct tui *tui, struct tree *tree, const char *text)
{
	free(tree->filter);
	tree->filter = *text ? xstrdup(text) : NULL;
	tree_reload(tui, tree);
}

static void ask_filter(struct tui *tui, struct tree *tree)
{
	const struct prompt_options opt = {.label = "/"};
	struct str text = STR_INIT;

	str_add(&text, tree->filter ? tree->filter : "");
	if (prompt(tui, &opt, &text))
		set_filter(tui, tree, str_get(&text));
	str_release(&text);
}

/* Where the line leads, from there on: its links, its history. */
static bool about_record(struct tui *tui, struct tree *tree, enum command_id id)
{
	const struct tree_row *row = tree_row(tree);
	bool taken = id == CMD_EDIT || ((id == CMD_TRACE || id == CMD_LOG) && row && row->id);

	if (taken && !(row && row->id))
		tui_say(tui, _("this line is about no record"));
	else if (taken && id == CMD_TRACE)
		view_push(tui, trace_view(tui, row->kind, row->id));
	else if (taken && id == CMD_EDIT)
		form_edit(tui, row->kind, row->id, NULL);
	else if (taken)
		history_show(tui, row->kind, row->id);
	return taken;
}

static bool command(struct tui *tui, struct view *view, enum command_id id)
{
	struct tree *tree = (struct tree *)view;
	bool taken = true;

	if (tree->ops->command && tree->ops->command(tui, tree, id))
		return true;
	switch (id) {
	case CMD_RIGHT:
		go_in(tui, tree);
		break;
	case CMD_LEFT:
		if (!go_out(tree))
			view_pop(tui);
		break;
	case CMD_OPEN:
		open_row(tui, tree);
		break;
	case CMD_GO:
		open_record(tui, tree);
		break;
	case CMD_FILTER:
		ask_filter(tui, tree);
		break;
	case CMD_BACK:
		if (tree->filter)
			set_filter(tui, tree, "");
		else
			view_pop(tui);
		break;
	default:
		taken = moves(tree, id) || about_record(tui, tree, id);
		break;
	}
	return taken;
}

static void changed(struct tui *tui, struct view *view)
{
	tree_reload(tui, (struct tree *)view);
}

static void close_view(struct tui *tui, struct view *view)
{
	struct tree *tree = (struct tree *)view;

	if (tree->ops->close)
		tree->ops->close(tui, tree);
	clear(tree);
	free(tree->rows);
	free(tree->filter);
	free(tree);
}

#define OPS(place)                                                                         \
	{                                                                                  \
		.where = place, .flags = VIEW_FULL, .title = title, .draw = draw,          \
		.command = command, .changed = changed, .close = close_view,               \
	}

static const struct view_ops tree_view_ops[] = {OPS(WHERE_TREE), OPS(WHERE_TREE | WHERE_HISTORY)};

void tree_init(struct tui *tui, struct tree *tree, const struct tree_ops *ops)
{
	tree->view.ops = &tree_view_ops[ops->more ? 1 : 0];
	tree->ops = ops;
	ops->fill(tui, tree);
	tree->at = 0;
}
