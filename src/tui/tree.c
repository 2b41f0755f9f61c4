#include "config.h"

#include "isms/tui/tree.h"

#include <stdlib.h>
#include <string.h>

#include "isms/tui/clipboard.h"
#include "isms/tui/pane_filter.h"
#include "isms/tui/scroll.h"
#include "isms/tui/walk.h"
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
	tree->sifted = false;
}

void tree_remove(struct tree *tree, size_t at)
{
	row_release(&tree->rows[at]);
	memmove(tree->rows + at, tree->rows + at + 1, (tree->n - at - 1) * sizeof(*tree->rows));
	tree->n--;
	tree->sifted = false;
}

size_t tree_parent(const struct tree *tree, size_t at)
{
	size_t up = at;

	while (tree->rows[at].level > 0 && up > 0 && tree->rows[up].level >= tree->rows[at].level)
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
	tree->sifted = false;
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

static void clear(struct tree *tree)
{
	for (size_t i = 0; i < tree->n; i++)
		row_release(&tree->rows[i]);
	tree->n = tree->put = 0;
	tree->sifted = false;
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

/* ---- What the filter lets through ---- */

static struct filter_line line_of(const void *ctx, size_t i)
{
	const struct tree_row *row = &((const struct tree *)ctx)->rows[i];

	return (struct filter_line){row->level, {row->text, row->right}};
}

static void sift(struct tree *tree)
{
	bool *in = pane_filter_sift(tree->filter ? tree->filter : "", tree->n, line_of, tree);

	tree->shown = xrealloc(tree->shown, tree->n + 1, sizeof(*tree->shown));
	tree->nshown = 0;
	for (size_t i = 0; i < tree->n; i++)
		if (in[i])
			tree->shown[tree->nshown++] = i;
	free(in);
}

/* Which of what is shown stands at row at, or next behind it. */
static size_t place_of(const struct tree *tree, size_t at)
{
	size_t low = 0, high = tree->nshown;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (tree->shown[middle] < at)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

/* The place of the cursor, which stands on a row that is shown; all asks go through
 * here. */
static size_t here(struct tree *tree)
{
	size_t place;

	if (!tree->sifted)
		sift(tree);
	tree->sifted = true;
	place = place_of(tree, tree->at);
	if (place >= tree->nshown)
		place = tree->nshown ? tree->nshown - 1 : 0;
	if (tree->nshown)
		tree->at = tree->shown[place];
	return place;
}

struct tree_row *tree_row(struct tree *tree)
{
	here(tree);
	return tree->nshown ? &tree->rows[tree->at] : NULL;
}

/* ---- The view ---- */

static void title(struct tui *tui, struct view *view, struct str *middle, struct str *right)
{
	struct tree *tree = (struct tree *)view;
	size_t place = here(tree);

	tree->ops->title(tui, tree, middle, right);
	if (tree->filter)
		str_addf(middle, "  /%s", tree->filter);
	if (tree->nshown > 0)
		str_addf(right, "%zu/%zu", place + 1, tree->nshown);
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
	size_t place = here(tree);


	tree->page = r.h;
	tree->top = draw_scroll_line(tree->top, (int)place, r.h, (int)tree->nshown);
	draw_cursor(tui, r.y, r.x);
	for (int i = 0; i < r.h && (size_t)(tree->top + i) < tree->nshown; i++)
		draw_row(tui, tree, r, r.y + i, tree->shown[tree->top + i]);
	if (tree->nshown == 0)
		draw_text(tui, r.y, r.x + 1, r.w - 1,
			  tree->n > 0 ? _("Nothing is found. Esc clears the filter.")
				      : _(tree->ops->empty),
			  LOOK_PLAIN);
}

static void move_to(struct tree *tree, long to)
{
	here(tree);
	if (tree->nshown > 0)
		tree->at = tree->shown[scroll_within(to, (long)tree->nshown - 1)];
}

static void go_in(struct tui *tui, struct tree *tree)
{
	struct tree_row *row = tree_row(tree);

	if (row && row->folds && !row->open)
		tree_unfold(tui, tree, tree->at);
	else if (row && row->open)
		move_to(tree, (long)here(tree) + 1);
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

static struct hit record_of(void *ctx, size_t place)
{
	const struct tree *tree = ctx;
	const struct tree_row *row = place < tree->nshown ? &tree->rows[tree->shown[place]] : NULL;

	return row && row->id ? (struct hit){row->kind, row->id} : (struct hit){NULL, 0};
}

static struct rows rows_of(struct tree *tree)
{
	const size_t place = here(tree);

	return (struct rows){tree, record_of, tree->nshown, place};
}

static bool step(struct tui *tui, void *ctx, int by, struct hit *to)
{
	struct tree *tree = ctx;
	const struct rows rows = rows_of(tree);
	size_t place = walk_rows(&rows, *to, by);

	(void)tui;
	if (place < tree->nshown) {
		tree->at = tree->shown[place];
		*to = record_of(tree, place);
	}
	return place < tree->nshown;
}

static void position(struct tui *tui, void *ctx, struct str *out)
{
	const struct rows rows = rows_of(ctx);

	(void)tui;
	walk_position(&rows, out);
}

static bool about_record(struct tui *tui, struct tree *tree, enum command_id id)
{
	const struct walk walk = {step, position, tree};
	const struct rows rows = rows_of(tree);

	return walk_command(tui, id, rows_at(&rows), &walk);
}

static void open_row(struct tui *tui, struct tree *tree)
{
	struct tree_row *row = tree_row(tree);

	if (row && row->id)
		about_record(tui, tree, CMD_OPEN);
	else if (row && row->open)
		tree_fold(tree, tree->at);
	else if (row)
		tree_unfold(tui, tree, tree->at);
}

static void copy(struct tui *tui, struct tree *tree)
{
	const struct tree_row *row = tree_row(tree);

	if (row)
		clipboard_line(tui, row->text, row->right);
}

static bool moves(struct tree *tree, enum command_id id)
{
	long to = (long)here(tree);
	bool taken = scroll_by(id, tree->page, (long)tree->nshown, &to);

	if (taken)
		move_to(tree, to);
	return taken;
}

static bool set_filter(struct tui *tui, void *ctx, const char *text, struct err *err)
{
	struct tree *tree = ctx;

	(void)tui;
	(void)err;
	free(tree->filter);
	tree->filter = *text ? xstrdup(text) : NULL;
	tree->sifted = false;
	return true;
}

static void ask_filter(struct tui *tui, struct tree *tree)
{
	const struct pane_filter filter = {NULL, tree->filter, set_filter, tree};

	if (tree->ops->filtered)
		tree->ops->filtered(tui, tree);
	pane_filter_ask(tui, &filter);
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
	case CMD_COPY:
		copy(tui, tree);
		break;
	case CMD_FILTER:
		ask_filter(tui, tree);
		break;
	case CMD_BACK:
		if (tree->filter)
			set_filter(tui, tree, "", NULL);
		else
			view_pop(tui);
		break;
	default:
		taken = moves(tree, id);
		/* where a line is about no record, H is the history of the file */
		if (!taken && (id != CMD_LOG || record_of(tree, here(tree)).id))
			taken = about_record(tui, tree, id);
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
	free(tree->shown);
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
