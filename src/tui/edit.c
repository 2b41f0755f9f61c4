#include "config.h"

#include "isms/tui/edit.h"

#include <stdint.h>
#include <string.h>

#include "isms/util/text.h"

/* A line takes no line breaks: what is pasted stands in one line, unlike in a
 * note. CR LF is one break, and the one that ends what was copied is none. */
void edit_insert(struct edit *edit, const char *text)
{
	struct str clean = STR_INIT;

	for (const char *p = text; *p != '\0'; p++) {
		if (*p == '\r' && p[1] == '\n')
			continue;
		if (*p == '\r' || *p == '\n')
			str_addc(&clean, edit->block ? '\n' : ' ');
		else
			str_addc(&clean, *p);
	}
	if (!edit->block && clean.len > 1 && strlen(text) > 1 && strchr("\r\n", text[strlen(text) - 1]))
		str_cut(&clean, clean.len - 1);
	edit_splice(edit, edit->at, 0, str_get(&clean), clean.len);
	str_release(&clean);
}

static size_t line_start(const struct edit *edit)
{
	const char *s = str_get(&edit->s);
	size_t i = edit->at;

	while (i > 0 && s[i - 1] != '\n')
		i--;
	return i;
}

static size_t line_end(const struct edit *edit)
{
	return edit->at + strcspn(str_get(&edit->s) + edit->at, "\n");
}

static size_t word_left(const struct edit *edit)
{
	const char *s = str_get(&edit->s);
	size_t i = edit->at;

	while (i > 0 && (s[i - 1] == ' ' || s[i - 1] == '\n'))
		i--;
	while (i > 0 && s[i - 1] != ' ' && s[i - 1] != '\n')
		i--;
	return i;
}

static size_t word_right(const struct edit *edit)
{
	const char *s = str_get(&edit->s);
	size_t i = edit->at;

	i += strspn(s + i, " \n");
	return i + strcspn(s + i, " \n");
}

static size_t after(const struct edit *edit)
{
	return edit->at + text_next(str_get(&edit->s) + edit->at);
}

static size_t before(const struct edit *edit)
{
	return edit->at - text_prev(str_get(&edit->s), edit->at);
}

static void cut(struct edit *edit, size_t from, size_t to, bool keep)
{
	if (from >= to)
		return;
	if (keep) {
		str_clear(&edit->killed);
		str_addn(&edit->killed, str_get(&edit->s) + from, to - from);
	}
	edit_splice(edit, from, to - from, "", 0);
}

/* The characters before and under the cursor change places; at the end of the
 * line the last two. */
static void transpose(struct edit *edit)
{
	const char *s = str_get(&edit->s);
	size_t to = edit->at == line_end(edit) ? edit->at : after(edit);
	size_t mid = to - text_prev(s, to), from = mid - text_prev(s, mid);
	struct str turned = STR_INIT;

	if (mid == 0 || from < line_start(edit))
		return;
	str_addn(&turned, s + mid, to - mid);
	str_addn(&turned, s + from, mid - from);
	edit->joins = SIZE_MAX;
	edit_splice(edit, from, to - from, str_get(&turned), turned.len);
	edit->joins = SIZE_MAX;
	str_release(&turned);
}

bool edit_key(struct tui *tui, struct edit *edit, const struct key *key)
{
	bool taken = true;
	struct str c = STR_INIT;

	switch (key->code) {
	case K_LEFT:
	case KEY_CTRL('b'):
		edit->at = before(edit);
		break;
	case K_RIGHT:
	case KEY_CTRL('f'):
		edit->at = after(edit);
		break;
	case K_HOME:
	case KEY_CTRL('a'):
		edit->at = line_start(edit);
		break;
	case K_END:
	case KEY_CTRL('e'):
		edit->at = line_end(edit);
		break;
	case K_BACKSPACE:
		cut(edit, before(edit), edit->at, false);
		break;
	case K_DEL:
	case KEY_CTRL('d'):
		cut(edit, edit->at, after(edit), false);
		break;
	case KEY_CTRL('k'):
		cut(edit, edit->at, line_end(edit), true);
		break;
	case KEY_CTRL('u'):
		cut(edit, line_start(edit), edit->at, true);
		break;
	case KEY_CTRL('w'):
	case K_ALT + K_BACKSPACE:
		cut(edit, word_left(edit), edit->at, true);
		break;
	case KEY_CTRL('y'):
		edit_insert(edit, str_get(&edit->killed));
		break;
	case KEY_CTRL('t'):
		transpose(edit);
		break;
	case KEY_CTRL('_'):
		taken = edit_undo(edit);
		break;
	case KEY_CTRL('r'):
		taken = edit_redo(edit);
		break;
	case K_ALT + 'b':
		edit->at = word_left(edit);
		break;
	case K_ALT + 'f':
		edit->at = word_right(edit);
		break;
	case K_ALT + 'd':
		cut(edit, edit->at, word_right(edit), true);
		break;
	case K_PASTE:
		edit->joins = SIZE_MAX;
		edit_insert(edit, term_paste(tui->term));
		edit->joins = SIZE_MAX;
		break;
	default:
		taken = key_is_text(key);
		if (taken) {
			key_utf8(key, &c);
			edit_insert(edit, str_get(&c));
		}
		break;
	}
	str_release(&c);
	return taken;
}

/* Cells of the n bytes at s as they are drawn, which is made harmless. */
static int cells_of(const char *s, size_t n)
{
	struct str clean = STR_INIT;
	int cells;

	text_harmless(&clean, s, n, HARMLESS_LINE);
	cells = text_width(str_get(&clean));
	str_release(&clean);
	return cells;
}

void edit_draw(struct tui *tui, struct edit *edit, int y, int x, int cells, unsigned look, bool at)
{
	const char *s = str_get(&edit->s);

	if (edit->left > edit->at || edit->left > edit->s.len)
		edit->left = edit->at;
	/* one cell is kept for the cursor behind the last character */
	while (edit->left < edit->at && cells_of(s + edit->left, edit->at - edit->left) >= cells)
		edit->left += text_next(s + edit->left);
	if (!at)
		edit->left = 0;
	draw_text(tui, y, x, cells, s + edit->left, look);
	if (at)
		draw_cursor(tui, y, x + cells_of(s + edit->left, edit->at - edit->left));
}
