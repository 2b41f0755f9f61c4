#include "config.h"

#include "isms/tui/seek.h"

#include <stdlib.h>

#include "isms/tui/dialog.h"
#include "isms/util/i18n.h"
#include "isms/util/mem.h"
#include "isms/util/text.h"

struct looking {
	struct tui *tui;
	struct seek *seek;
	const struct lines *lines;
	int rows, *top, from; /* where the search began */
};

void seek_release(struct seek *seek)
{
	str_release(&seek->text);
	seek->line = -1;
}

/* The first line from row at on, one after the other by step, round the end; -1. */
static long find_line(const struct seek *seek, const struct lines *lines, long at, int step)
{
	char *folded = text_fold(str_get(&seek->text));
	long n = (long)lines->n, found = -1, i;

	for (i = 0; i < n && found < 0 && *folded != '\0'; i++) {
		long row = ((at + i * step) % n + n) % n;

		if (text_contains(lines->v[row].text, folded))
			found = row;
	}
	free(folded);
	return found;
}

static void show(struct seek *seek, long line, int rows, int *top)
{
	seek->line = line;
	if (line >= 0 && (line < *top || line >= *top + rows))
		*top = (int)line - rows / 3;
}

/* As one types, from where it began. */
static char *typed(void *ctx, const char *text)
{
	struct looking *l = ctx;

	str_clear(&l->seek->text);
	str_add(&l->seek->text, text);
	*l->top = l->from;
	show(l->seek, find_line(l->seek, l->lines, l->from, 1), l->rows, l->top);
	return l->seek->line < 0 && *text != '\0' ? xstrdup(_("not found")) : NULL;
}

void seek_ask(struct tui *tui, struct seek *seek, const struct lines *lines, int rows, int *top)
{
	struct looking l = {tui, seek, lines, rows, top, *top};
	struct prompt_options opt = {
		.label = "/",
		.changed = typed,
		.ctx = &l,
		.history = &tui->searches,
	};
	struct str text = STR_INIT;

	if (!prompt(tui, &opt, &text))
		seek->line = -1;
	str_release(&text);
}

void seek_on(struct tui *tui, struct seek *seek, const struct lines *lines, bool back, int rows,
	     int *top)
{
	long from = seek->line < 0 ? *top - 1 : seek->line, line;

	if (seek->text.len == 0) {
		tui_say(tui, _("/ looks for a text first"));
		return;
	}
	line = find_line(seek, lines, from + (back ? -1 : 1), back ? -1 : 1);
	if (line < 0)
		tui_say(tui, _("'%s' is not found"), str_get(&seek->text));
	else if (back ? line >= from : line <= from)
		tui_say(tui, back ? _("from the end on") : _("from the beginning on"));
	show(seek, line, rows, top);
}

void seek_draw(struct tui *tui, const struct seek *seek, const struct lines *lines, int i, int y,
	       struct rect r)
{
	bool here = i == seek->line;

	draw_text(tui, y, r.x + 1, r.w - 1, lines->v[i].text,
		  lines->v[i].look | (here ? (unsigned)LOOK_SELECTED : 0));
	if (here) {
		draw_text(tui, y, r.x, 1, ">", LOOK_PLAIN);
		draw_cursor(tui, y, r.x);
	}
}
