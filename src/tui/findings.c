#include "config.h"

#include "findings.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "isms/tui/clipboard.h"
#include "isms/tui/list.h"
#include "isms/tui/pane_filter.h"
#include "isms/tui/scroll.h"
#include "isms/tui/walk.h"
#include "isms/util/i18n.h"
#include "isms/util/mem.h"
#include "isms/util/text.h"

#define DETAIL_ROWS 5
#define SAY_MAX 175 /* cells said below the list there */

struct line *finding_line(struct finding_pane *p, char *text, char *right, unsigned look)
{
	struct line *line;

	p->v = xgrow(p->v, p->n, &p->cap, sizeof(*p->v));
	line = &p->v[p->n++];
	memset(line, 0, sizeof(*line));
	line->text = text;
	line->right = right;
	line->look = look;
	return line;
}

static size_t fold_index(const struct finding_pane *p, const char *fold)
{
	size_t i = 0;

	while (i < p->open.n && strcmp(p->open.v[i], fold) != 0)
		i++;
	return i;
}

bool finding_is_open(const struct finding_pane *p, const char *fold)
{
	return fold_index(p, fold) < p->open.n;
}

static void line_release(struct line *line)
{
	free(line->text);
	free(line->right);
	free(line->filter);
	free(line->fold);
	free(line->head);
	free(line->auditor);
	free(line->mend);
	free(line->note);
}

static void lines_clear(struct finding_pane *p)
{
	for (size_t i = 0; i < p->n; i++)
		line_release(&p->v[i]);
	free(p->v);
	free(p->summary);
	p->v = NULL;
	p->summary = NULL;
	p->n = p->cap = 0;
}

/* ---- Reading and drawing -------------------------------------------------- */

static struct filter_line filter_line(const void *ctx, size_t i)
{
	const struct line *line = &((const struct finding_pane *)ctx)->v[i];

	return (struct filter_line){(int)strspn(line->text, " "),
				    {line->text, line->right, line->head}};
}

static void filter_lines(struct finding_pane *p)
{
	bool *in = pane_filter_sift(p->filter, p->n, filter_line, p);
	size_t to = 0;

	for (size_t i = 0; i < p->n; i++) {
		if (in[i])
			p->v[to++] = p->v[i];
		else
			line_release(&p->v[i]);
	}
	p->n = to;
	free(in);
}

static size_t line_of(const struct finding_pane *p, const char *text)
{
	size_t i = 0;

	while (i < p->n && strcmp(p->v[i].text, text) != 0)
		i++;
	return i;
}

/* The cursor stays on its line while there is one that says the same. */
static void show_lines(struct tui *tui, struct finding_pane *p)
{
	char *was = p->at < p->n ? xstrdup(p->v[p->at].text) : NULL;
	size_t at;

	lines_clear(p);
	if (p->has_read)
		p->ops->lines(tui, p);
	if (p->filter)
		filter_lines(p);
	at = was ? line_of(p, was) : p->n;
	if (at < p->n)
		p->at = at;
	if (p->at >= p->n)
		p->at = p->n ? p->n - 1 : 0;
	p->said = p->at;
	free(was);
}

static void read_all(struct tui *tui, struct finding_pane *p)
{
	struct err err = ERR_INIT;
	bool ok;

	work_begin(tui, _(p->ops->name));
	ok = p->ops->read(tui, p, &err);
	work_end(tui);
	p->has_read = p->has_read || ok;
	if (ok)
		show_lines(tui, p);
	else if (err.kind == ERR_CANCELLED && p->has_read)
		tui_warn(tui, "%s", _("cancelled; what is shown was found before"));
	else
		tui_error(tui, &err);
	err_release(&err);
}

static void title(struct tui *tui, struct view *view, struct str *middle, struct str *right)
{
	const struct finding_pane *p = (const struct finding_pane *)view;

	(void)tui;
	if (p->filter)
		str_addf(middle, "%s  /%s", _(p->ops->name), p->filter);
	else
		str_addf(middle, "%s: %s", _(p->ops->name), p->summary ? p->summary : "");
	str_addf(right, "%zu/%zu", p->n ? p->at + 1 : 0, p->n);
	row_marks_say(&p->marks, right);
}

/* The record of a line; id 0: it is about none. */
static struct hit record_of(void *ctx, size_t i)
{
	const struct finding_pane *p = ctx;

	return i < p->n && p->v[i].id ? (struct hit){p->v[i].kind, p->v[i].id}
				      : (struct hit){NULL, 0};
}

static struct rows rows_of(struct finding_pane *p)
{
	return (struct rows){p, record_of, p->n, p->at};
}

static void draw_line(struct tui *tui, const struct finding_pane *p, struct rect r, int y, size_t i,
		      const bool *marked)
{
	const struct line *line = &p->v[i];
	bool at = i == p->at && !tui->menu_focus;
	int right = line->right ? text_width(line->right) + 1 : 0;
	struct str text = STR_INIT;

	if (right > r.w / 2)
		right = r.w / 2;
	/* while something is marked there is a column for it */
	str_addf(&text, "%c%s%s", at ? '>' : ' ', !marked ? "" : marked[i] ? "*" : " ", line->text);
	(at ? draw_chosen : draw_text)(tui, y, r.x, r.w - right, str_get(&text), line->look);
	if (right)
		draw_right(tui, y, r.x + r.w - right, right, line->right, line->look);
	if (at)
		draw_cursor(tui, y, r.x);
	str_release(&text);
}

/* What an auditor says to the line, and what mends it: in a low window as much as a
 * cursor key may carry, so where both are long the auditor is cut short. */
static void say(const struct tui *tui, const struct line *line, struct str *out)
{
	const char *note = line->note ? line->note : "";
	struct str mend = STR_INIT, cut = STR_INIT;
	int left;

	if (line->mend)
		str_addf(&mend, "%s %s", _("To do:"), line->mend);
	if (line->auditor)
		str_addf(out, "%s %s", _("An auditor:"), line->auditor);
	left = SAY_MAX - text_width(str_get(&mend)) - text_width(note);
	if (tui_low(tui) && left > 0 && text_width(str_get(out)) > left) {
		text_pad(&cut, str_get(out), left, false);
		str_clear(out);
		str_add(out, str_get(&cut));
	}
	str_addf(out, "%s%s", out->len > 0 && mend.len > 0 ? "\n" : "", str_get(&mend));
	str_addf(out, "%s%s", out->len > 0 && *note ? "\n" : "", note);
	str_release(&mend);
	str_release(&cut);
}

static void draw_detail(struct tui *tui, const struct finding_pane *p, struct rect r)
{
	struct str text = STR_INIT;
	struct strv lines = STRV_INIT;

	if (p->said < p->n)
		say(tui, &p->v[p->said], &text);
	text_wrap(&lines, str_get(&text), r.w - 1);
	draw_rule(tui, r.y, r.x, r.w, NULL, LOOK_DIM);
	for (size_t i = 0; i < lines.n && (int)i < r.h - 1; i++)
		draw_text(tui, r.y + 1 + (int)i, r.x + 1, r.w - 1, lines.v[i], LOOK_PLAIN);
	strv_release(&lines);
	str_release(&text);
}

static void draw(struct tui *tui, struct view *view, struct rect r)
{
	struct finding_pane *p = (struct finding_pane *)view;
	int detail = p->ops->detail && r.h > 2 * DETAIL_ROWS ? DETAIL_ROWS + 1 : 0;
	struct rect list = {r.y, r.x, r.h - detail, r.w};
	struct rect below = {r.y + r.h - detail, r.x, detail, r.w};
	const struct rows rows = rows_of(p);
	bool *marked = row_marks_shown(&p->marks, &rows);

	p->top = (r.w == tui->cols ? draw_scroll_line : draw_scroll)(p->top, (int)p->at, list.h,
								     (int)p->n);
	for (int i = 0; i < list.h && (size_t)(p->top + i) < p->n; i++)
		draw_line(tui, p, list, list.y + i, (size_t)(p->top + i), marked);
	if (p->n == 0)
		draw_text(tui, r.y, r.x + 1, r.w - 1,
			  !p->has_read ? _("Nothing is shown: it was not read to the end.")
			  : p->filter  ? _("Nothing is found. Esc clears the filter.")
				       : _(p->ops->empty),
			  LOOK_DIM);
	if (!tui->held || p->said >= p->n)
		p->said = p->at;
	if (detail)
		draw_detail(tui, p, below);
	free(marked);
}

/* A fold opens or closes; it stays where it is, so the cursor does too. */
static void turn_fold(struct tui *tui, struct finding_pane *p, const char *fold)
{
	size_t i = fold_index(p, fold);

	if (i == p->open.n) {
		strv_add(&p->open, fold);
	} else {
		free(p->open.v[i]);
		p->open.v[i] = p->open.v[--p->open.n];
	}
	show_lines(tui, p);
}

static bool step(struct tui *tui, void *ctx, int by, struct hit *to)
{
	struct finding_pane *p = ctx;
	const struct rows rows = rows_of(p);
	size_t row = walk_rows(&rows, *to, by);

	(void)tui;
	if (row < p->n) {
		p->at = row;
		*to = record_of(p, row);
	}
	return row < p->n;
}

static void position(struct tui *tui, void *ctx, struct str *out)
{
	const struct rows rows = rows_of(ctx);

	(void)tui;
	walk_position(&rows, out);
}

/* A record, or several as a list, are read over the lines, and q comes back to them. */
static void open_line(struct tui *tui, struct finding_pane *p)
{
	const struct line *line = p->at < p->n ? &p->v[p->at] : NULL;
	const struct walk walk = {step, position, p};

	if (line && line->fold) {
		turn_fold(tui, p, line->fold);
	} else if (line && line->id) {
		walk_command(tui, CMD_OPEN, record_of(p, p->at), &walk);
	} else if (line && line->kind) {
		tui_list_over(tui, line->kind, line->filter ? line->filter : "");
	}
}

static bool about_record(struct tui *tui, struct finding_pane *p, enum command_id id)
{
	const struct walk walk = {step, position, p};

	return walk_command(tui, id, record_of(p, p->at), &walk);
}

static void copy(struct tui *tui, const struct finding_pane *p)
{
	if (p->at < p->n)
		clipboard_line(tui, p->v[p->at].text, p->v[p->at].right);
}

static bool set_filter(struct tui *tui, void *ctx, const char *text, struct err *err)
{
	struct finding_pane *p = ctx;

	(void)err;
	free(p->filter);
	p->filter = *text ? xstrdup(text) : NULL;
	show_lines(tui, p);
	return true;
}

static void ask_filter(struct tui *tui, struct finding_pane *p)
{
	const struct pane_filter filter = {NULL, p->filter, set_filter, p};
	const size_t at = p->at;

	if (!pane_filter_ask(tui, &filter) && at < p->n)
		p->at = at;
}

/* Esc: the filter goes, then the marks; then the pane. */
static bool clear_filter(struct tui *tui, struct finding_pane *p)
{
	bool clears = p->filter != NULL;

	if (clears)
		set_filter(tui, p, "", NULL);
	return clears;
}

/* Of the records of the lines. */
static bool mark(struct tui *tui, struct finding_pane *p, enum command_id id)
{
	struct rows rows = rows_of(p);
	bool taken = row_marks_command(tui, &p->marks, &rows, id);

	if (taken && rows.at < p->n)
		p->at = rows.at;
	return taken;
}

static bool command(struct tui *tui, struct view *view, enum command_id id)
{
	struct finding_pane *p = (struct finding_pane *)view;
	long at = (long)p->at, last = (long)p->n - 1, page = tui->rows > 12 ? tui->rows - 10 : 2;
	bool taken;

	if (id == CMD_BACK && p->marks.set.range == 0 && clear_filter(tui, p))
		return true;
	if (mark(tui, p, id))
		return true;
	switch (id) {
	case CMD_OPEN:
	case CMD_RIGHT:
		open_line(tui, p);
		return true;
	case CMD_LEFT:
		tui_command(tui, CMD_MENU);
		return true;
	case CMD_FILTER:
		ask_filter(tui, p);
		return true;
	case CMD_COPY:
		copy(tui, p);
		return true;
	default:
		taken = scroll_by(id, page, last, &at);
		p->at = (size_t)scroll_within(at, last);
		return taken || about_record(tui, p, id);
	}
}

static void changed(struct tui *tui, struct view *view)
{
	struct finding_pane *p = (struct finding_pane *)view;

	read_all(tui, p);
	row_marks_prune(tui, &p->marks);
}

static bool idle(struct tui *tui, struct view *view)
{
	const struct finding_pane *p = (const struct finding_pane *)view;

	tui->dirty = tui->dirty || p->said != p->at;
	return false;
}

static void close_view(struct tui *tui, struct view *view)
{
	struct finding_pane *p = (struct finding_pane *)view;

	(void)tui;
	lines_clear(p);
	p->ops->close(p);
	marks_clear(&p->marks.set);
	strv_release(&p->open);
	free(p->filter);
	free(p);
}

static const struct view_ops finding_ops = {
	.where = WHERE_DASHBOARD | WHERE_TREE | WHERE_LINES,
	.title = title,
	.draw = draw,
	.command = command,
	.changed = changed,
	.idle = idle,
	.close = close_view,
};

struct view *finding_view(struct tui *tui, const struct lines_ops *ops, void *data)
{
	struct finding_pane *p = xcalloc(1, sizeof(*p));

	p->view.ops = &finding_ops;
	p->ops = ops;
	p->data = data;
	read_all(tui, p);
	return &p->view;
}

void prepare_run(struct tui *tui, const struct kind *kind, long long id)
{
	struct str what = STR_INIT;
	struct err err = ERR_INIT;

	if (!tui_may_write(tui))
		return;
	if (app_prepare(tui->app, kind, id, &what, &err)) {
		tui_changed(tui);
		tui_say(tui, "%s", str_get(&what));
	} else {
		tui_error(tui, &err);
	}
	str_release(&what);
}
