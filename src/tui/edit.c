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

static size_t here(const struct edit *edit)
{
	return edit->at;
}

static bool yank(struct edit *edit)
{
	edit_insert(edit, str_get(&edit->killed));
	return true;
}

static bool turn(struct edit *edit)
{
	transpose(edit);
	return true;
}

/* Readline's keys. */
static const struct edit_op {
	int code;
	size_t (*to)(const struct edit *edit);   /* the cursor goes there, or, with from, */
	size_t (*from)(const struct edit *edit); /* what lies between goes, */
	bool keep;                               /* to be put back by ^Y */
	bool (*run)(struct edit *edit);          /* or this; false: the key is not taken */
} ops[] = {
	{K_LEFT, .to = before},
	{KEY_CTRL('b'), .to = before},
	{K_RIGHT, .to = after},
	{KEY_CTRL('f'), .to = after},
	{K_HOME, .to = line_start},
	{KEY_CTRL('a'), .to = line_start},
	{K_END, .to = line_end},
	{KEY_CTRL('e'), .to = line_end},
	{K_ALT + 'b', .to = word_left},
	{K_ALT + 'f', .to = word_right},
	{K_BACKSPACE, .from = before, .to = here},
	{K_DEL, .from = here, .to = after},
	{KEY_CTRL('d'), .from = here, .to = after},
	{KEY_CTRL('k'), .from = here, .to = line_end, .keep = true},
	{KEY_CTRL('u'), .from = line_start, .to = here, .keep = true},
	{KEY_CTRL('w'), .from = word_left, .to = here, .keep = true},
	{K_ALT + K_BACKSPACE, .from = word_left, .to = here, .keep = true},
	{K_ALT + 'd', .from = here, .to = word_right, .keep = true},
	{KEY_CTRL('y'), .run = yank},
	{KEY_CTRL('t'), .run = turn},
	{KEY_CTRL('_'), .run = edit_undo},
	{KEY_CTRL('r'), .run = edit_redo},
};

static const struct edit_op *op_of(const struct key *key)
{
	for (size_t i = 0; i < sizeof(ops) / sizeof(*ops); i++)
		if (ops[i].code == key->code)
			return &ops[i];
	return NULL;
}

static bool run_op(struct edit *edit, const struct edit_op *op)
{
	if (op->run != NULL)
		return op->run(edit);
	if (op->from != NULL)
		cut(edit, op->from(edit), op->to(edit), op->keep);
	else
		edit->at = op->to(edit);
	return true;
}

static void paste(struct edit *edit, const char *text)
{
	edit->joins = SIZE_MAX;
	edit_insert(edit, text);
	edit->joins = SIZE_MAX;
}

bool edit_key(struct tui *tui, struct edit *edit, const struct key *key)
{
	const struct edit_op *op = op_of(key);
	struct str c = STR_INIT;

	if (op != NULL)
		return run_op(edit, op);
	if (key->code == K_PASTE) {
		paste(edit, term_paste(tui->term));
		return true;
	}
	if (!key_is_text(key))
		return false;
	key_utf8(key, &c);
	edit_insert(edit, str_get(&c));
	str_release(&c);
	return true;
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
