#include "config.h"

#include <stdlib.h>

#include "isms/tui/clipboard.h"
#include "isms/tui/detail.h"
#include "isms/tui/dialog.h"
#include "isms/tui/form.h"
#include "isms/tui/scroll.h"
#include "isms/tui/seek.h"
#include "isms/tui/suggest.h"
#include "isms/tui/walk.h"
#include "isms/util/i18n.h"
#include "isms/util/mem.h"

/* A record over the whole screen; n and p move the cursor of what it was opened from,
 * so that going back stands on what was read last. */
struct record_pane {
	struct view view;
	const struct kind *kind;
	struct walk walk;   /* step NULL: it stands by itself */
	struct record *rec; /* owned */
	long long id;
	bool gone; /* until records change again: undo and the past take it away and bring it */
	struct seek seek;
	int top, rows, lines, cells;
};

static const struct record *load(struct tui *tui, struct record_pane *p)
{
	struct err err = ERR_INIT;

	if (p->rec == NULL && !p->gone &&
	    !store_get(tui->app->store, p->kind, p->id, &p->rec, &err)) {
		p->gone = true;
		if (err.kind == ERR_MISSING) /* draw() says so, and what undid it has its say */
			err_release(&err);
		else
			tui_error(tui, &err);
	}
	return p->rec;
}

static void title(struct tui *tui, struct view *view, struct str *middle, struct str *right)
{
	struct record_pane *p = (struct record_pane *)view;
	const struct record *rec = load(tui, p);

	if (rec != NULL)
		str_addf(middle, "%s %s%s", rec->code, record_title(rec),
			 rec->archived ? _(" (archived)") : "");
	if (p->walk.position != NULL)
		p->walk.position(tui, p->walk.ctx, right);
}

static void read_lines(struct tui *tui, const struct record *rec, int cells, struct lines *lines)
{
	detail_lines(tui, rec, cells, false, lines);
	if (rec->changed_at != NULL) {
		lines_add(lines, LOOK_PLAIN, "%s", "");
		lines_add(lines, LOOK_DIM, _("changed %.10s %.5s by %s, version %lld"),
			  rec->changed_at, rec->changed_at + 11,
			  rec->changed_by == NULL ? "?" : rec->changed_by, rec->ver);
	}
}

static void draw(struct tui *tui, struct view *view, struct rect r)
{
	struct record_pane *p = (struct record_pane *)view;
	const struct record *rec = load(tui, p);
	struct lines lines = LINES_INIT;

	draw_cursor(tui, r.y, r.x);
	if (rec == NULL) {
		draw_text(tui, r.y, r.x + 1, r.w - 1, _("This record is not there."), LOOK_PLAIN);
		return;
	}
	p->cells = r.w - 2;
	read_lines(tui, rec, p->cells, &lines);
	p->rows = r.h;
	p->lines = (int)lines.n;
	if (p->top > p->lines - r.h)
		p->top = p->lines - r.h;
	if (p->top < 0)
		p->top = 0;
	for (int i = 0; i < r.h && p->top + i < p->lines; i++)
		seek_draw(tui, &p->seek, &lines, p->top + i, r.y + i, r);
	lines_release(&lines);
}

/* In the text of the record. n goes to the next record, so N goes on here. */
static void seek(struct tui *tui, struct record_pane *p, bool on)
{
	const struct record *rec = load(tui, p);
	struct lines lines = LINES_INIT;

	if (rec == NULL)
		return;
	read_lines(tui, rec, p->cells, &lines);
	if (on)
		seek_on(tui, &p->seek, &lines, false, p->rows, &p->top);
	else
		seek_ask(tui, &p->seek, &lines, p->rows, &p->top);
	lines_release(&lines);
}

static void show(struct record_pane *p, struct hit hit)
{
	record_free(&p->rec);
	p->gone = false;
	p->kind = hit.kind;
	p->id = hit.id;
	p->top = 0;
	p->seek.line = -1;
}

static void step(struct tui *tui, struct record_pane *p, int by)
{
	struct hit to = {p->kind, p->id};

	if (p->walk.step == NULL)
		tui_say(tui, _("it stands by itself; q goes back to where it was opened"));
	else if (p->walk.step(tui, p->walk.ctx, by, &to))
		show(p, to);
	else
		tui_say(tui, by > 0 ? _("this is the last") : _("this is the first"));
}

static void edit(struct tui *tui, struct record_pane *p)
{
	int top = p->top;

	if (!tui_may_write(tui))
		return;
	form_edit(tui, p->kind, p->id, NULL);
	show(p, (struct hit){p->kind, p->id});
	p->top = top;
}

/* What is done with the record itself. */
static bool act(struct tui *tui, struct record_pane *p, enum command_id id)
{
	bool taken = true;

	switch (id) {
	case CMD_EDIT:
		edit(tui, p);
		break;
	case CMD_ARCHIVE:
		if (archive_ask(tui, p->kind, &p->id, 1, 0, !p->rec->archived))
			view_pop(tui);
		break;
	case CMD_NAME_PLACE:
		named_set(tui, p->kind, p->id, true);
		break;
	case CMD_PREPARE:
		prepare_run(tui, p->kind, p->id);
		break;
	case CMD_SUGGEST:
		suggest_run(tui, p->kind, p->id);
		break;
	case CMD_COPY:
		clipboard_record(tui, p->rec);
		break;
	case CMD_FOLLOW:
		follow_ask(tui, p->kind, p->id);
		break;
	case CMD_AUDIT_MODE:
		audit_run(tui, p->kind, p->id);
		break;
	case CMD_FROZEN:
		frozen_show(tui, p->kind, p->id);
		break;
	case CMD_REPORT:
		report_ask(tui, p->kind, p->id);
		break;
	case CMD_LOG:
		history_show(tui, p->kind, p->id);
		break;
	case CMD_TRACE:
		view_push(tui, trace_view(tui, p->kind, p->id));
		break;
	default:
		taken = false;
		break;
	}
	return taken;
}

/* Not yet there in the past, or no more. What works everywhere works here too. */
static bool absent(struct tui *tui, enum command_id id)
{
	bool ours = (commands[id].where & WHERE_RECORD) != 0;

	if (ours)
		tui_say(tui, _("this record is not there"));
	return ours;
}

static bool command(struct tui *tui, struct view *view, enum command_id id)
{
	struct record_pane *p = (struct record_pane *)view;
	bool taken = true;

	switch (id) {
	case CMD_NEXT:
		step(tui, p, 1);
		break;
	case CMD_PREV:
		step(tui, p, -1);
		break;
	case CMD_LOOK:
	case CMD_LOOK_ON:
		seek(tui, p, id == CMD_LOOK_ON);
		break;
	case CMD_LEFT:
		view_pop(tui);
		break;
	default:
		taken = scroll_text(id, p->rows, p->lines, &p->top) ||
			(load(tui, p) != NULL ? act(tui, p, id) : absent(tui, id));
		break;
	}
	return taken;
}

static void changed(struct tui *tui, struct view *view)
{
	struct record_pane *p = (struct record_pane *)view;

	(void)tui;
	record_free(&p->rec);
	p->gone = false;
}

static void close_view(struct tui *tui, struct view *view)
{
	struct record_pane *p = (struct record_pane *)view;

	(void)tui;
	record_free(&p->rec);
	seek_release(&p->seek);
	free(p);
}

static const struct kind *kind_of(const struct view *view)
{
	return ((const struct record_pane *)view)->kind;
}

static const struct view_ops record_ops = {
	.where = WHERE_RECORD,
	.flags = VIEW_FULL,
	.title = title,
	.draw = draw,
	.kind = kind_of,
	.command = command,
	.changed = changed,
	.close = close_view,
};

struct view *record_view(struct tui *tui, struct hit hit, const struct walk *walk)
{
	struct record_pane *p = xcalloc(1, sizeof(*p));

	(void)tui;
	p->view.ops = &record_ops;
	p->seek = (struct seek)SEEK_INIT;
	p->kind = hit.kind;
	p->id = hit.id;
	if (walk != NULL)
		p->walk = *walk;
	return &p->view;
}
