#include "config.h"

#include "isms/tui/detail.h"
#include "isms/tui/dialog.h"
#include "isms/tui/scroll.h"
#include "isms/tui/seek.h"
#include "isms/util/i18n.h"

struct pager_view {
	struct view view;
	const char *title;
	const struct lines *lines;
	struct seek seek;
	int top, rows;
};

static void title(struct tui *tui, struct view *view, struct str *middle, struct str *right)
{
	struct pager_view *p = (struct pager_view *)view;

	(void)tui;
	str_add(middle, p->title);
	str_addf(right, "%zu", p->lines->n);
}

static void draw(struct tui *tui, struct view *view, struct rect r)
{
	struct pager_view *p = (struct pager_view *)view;
	int n = (int)p->lines->n;

	p->rows = r.h;
	if (p->top > n - r.h)
		p->top = n - r.h;
	if (p->top < 0)
		p->top = 0;
	draw_cursor(tui, r.y, r.x);
	for (int i = 0; i < r.h && p->top + i < n; i++)
		seek_draw(tui, &p->seek, p->lines, p->top + i, r.y + i, r);
	if (n == 0)
		draw_text(tui, r.y, r.x + 1, r.w - 1, _("nothing yet"), LOOK_PLAIN);
}

static bool command(struct tui *tui, struct view *view, enum command_id id)
{
	struct pager_view *p = (struct pager_view *)view;
	bool taken = true;

	switch (id) {
	case CMD_LOOK:
		seek_ask(tui, &p->seek, p->lines, p->rows, &p->top);
		break;
	case CMD_LOOK_NEXT:
	case CMD_LOOK_PREV:
		seek_on(tui, &p->seek, p->lines, id == CMD_LOOK_PREV, p->rows, &p->top);
		break;
	case CMD_OPEN:
	case CMD_CANCEL:
	case CMD_BACK:
	case CMD_QUIT:
		view_pop(tui);
		break;
	default:
		taken = scroll_text(id, p->rows, (int)p->lines->n, &p->top);
		break;
	}
	return taken;
}

static const struct view_ops pager_ops = {
	.where = WHERE_HELP,
	.flags = VIEW_FULL | VIEW_MODAL,
	.title = title,
	.draw = draw,
	.command = command,
};

void pager_show(struct tui *tui, const char *heading, struct lines *lines)
{
	struct pager_view p = {.view = {.ops = &pager_ops},
			       .title = heading,
			       .lines = lines,
			       .seek = SEEK_INIT};

	view_run(tui, &p.view);
	seek_release(&p.seek);
}

void messages_show(struct tui *tui)
{
	struct lines lines = LINES_INIT;

	for (size_t i = tui->messages.n; i > 0; i--)
		lines_wrap(&lines, LOOK_PLAIN, tui->messages.v[i - 1], tui->cols - 2);
	pager_show(tui, _("Messages"), &lines);
	lines_release(&lines);
}

void frozen_show(struct tui *tui, const struct kind *kind, long long id)
{
	struct lines lines = LINES_INIT;
	struct record *rec = NULL;
	struct err err = ERR_INIT;
	const struct field *field = kind_field(kind, "frozen");
	bool ok = store_get(tui->app->store, kind, id, &rec, &err);

	if (!ok)
		tui_error(tui, &err);
	else if (field == NULL || !record_get(rec, "frozen")->set)
		tui_say(tui, _("%s has no frozen copy"), rec->code);
	else
		lines_wrap(&lines, LOOK_PLAIN, record_get(rec, "frozen")->text, tui->cols - 2);
	if (lines.n > 0)
		pager_show(tui, _(field->label), &lines);
	lines_release(&lines);
	record_free(&rec);
}
