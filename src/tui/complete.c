#include "config.h"

#include "isms/tui/complete.h"

#include <string.h>

#include "isms/util/text.h"

void completer_reset(struct completer *c)
{
	completion_release(&c->found);
	c->at = -1;
}

/* Puts word where what is completed begins, up to the cursor. */
static void replace(const struct completer *c, struct str *text, size_t *at, const char *word)
{
	size_t n = strlen(word);

	str_remove(text, c->found.from, *at - c->found.from);
	str_insert(text, c->found.from, word, n);
	*at = c->found.from + n;
}

static bool begin(struct completer *c, struct str *text, size_t *at, completer_fn *fn, void *ctx)
{
	struct str before = STR_INIT, common = STR_INIT;
	bool any;

	str_addn(&before, str_get(text), *at);
	completer_reset(c);
	fn(ctx, str_get(&before), &c->found);
	any = c->found.words.n > 0;
	completion_common(&c->found, &common);
	/* what was typed may be a label, or in capitals: it is never made shorter */
	if (any && common.len >= *at - c->found.from)
		replace(c, text, at, str_get(&common));
	if (c->found.words.n < 2)
		completer_reset(c);
	str_release(&before);
	str_release(&common);
	return any;
}

bool completer_tab(struct completer *c, struct str *text, size_t *at, bool back, completer_fn *fn,
		   void *ctx)
{
	long n = (long)c->found.words.n;

	if (n == 0)
		return begin(c, text, at, fn, ctx);
	c->at = back ? (c->at <= 0 ? n - 1 : c->at - 1) : (c->at + 1) % n;
	replace(c, text, at, c->found.words.v[c->at]);
	return true;
}

bool completer_shows(const struct completer *c)
{
	return c->found.words.n > 1;
}

/* The first word of the page that shows the chosen one. */
static size_t page(const struct completer *c, int cells)
{
	size_t first = 0, i, chosen = c->at < 0 ? 0 : (size_t)c->at;
	int x = 0;

	for (i = 0; i <= chosen; i++) {
		int w = text_width(c->found.words.v[i]) + 2;

		if (x + w > cells - 2 && i > first) {
			first = i;
			x = 0;
		}
		x += w;
	}
	return first;
}

void completer_draw(struct tui *tui, const struct completer *c, int y, int x, int cells)
{
	size_t i = page(c, cells);
	int end = x + cells;

	draw_text(tui, y, x, cells, i > 0 ? "<" : "", LOOK_PLAIN);
	x++;
	for (; i < c->found.words.n; i++) {
		int w = text_width(c->found.words.v[i]);
		bool at = c->at >= 0 && i == (size_t)c->at;

		if (w > cells - 3)
			w = cells - 3;
		if (x + w > end - 2)
			break;
		draw_text(tui, y, x, w, c->found.words.v[i],
			  LOOK_BOLD | (at ? (unsigned)LOOK_SELECTED : 0));
		x += w + 2;
	}
	if (i < c->found.words.n)
		draw_text(tui, y, end - 1, 1, ">", LOOK_PLAIN);
}
