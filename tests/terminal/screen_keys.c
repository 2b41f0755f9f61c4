#include "config.h"

#include "screen_int.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

struct key {
	const char *name;
	VTermKey key;
	const char *cap; /* terminfo's name; NULL: the same everywhere */
};

/* F1 … F12 are made from their number. */
static const struct key keys[] = {
	{"Enter", VTERM_KEY_ENTER, NULL},  {"Esc", VTERM_KEY_ESCAPE, NULL},
	{"Tab", VTERM_KEY_TAB, NULL},	   {"BS", VTERM_KEY_BACKSPACE, "kbs"},
	{"Del", VTERM_KEY_DEL, "kdch1"},   {"Ins", VTERM_KEY_INS, "kich1"},
	{"Up", VTERM_KEY_UP, "kcuu1"},	   {"Down", VTERM_KEY_DOWN, "kcud1"},
	{"Left", VTERM_KEY_LEFT, "kcub1"}, {"Right", VTERM_KEY_RIGHT, "kcuf1"},
	{"Home", VTERM_KEY_HOME, "khome"}, {"End", VTERM_KEY_END, "kend"},
	{"PgUp", VTERM_KEY_PAGEUP, "kpp"}, {"PgDn", VTERM_KEY_PAGEDOWN, "knp"},
};

/* One <…>, taken apart: modifiers, name, repetition. */
struct token {
	const char *name;
	VTermModifier mod;
	int times;
};

/* -- what is sent ------------------------------------------------------------ */

/* terminfo tells of keys in application mode, which the program may not have set. */
static void queue_cap(struct screen *s, const char *cap)
{
	const char *in_mode = "ABCDHF";
	char plain[] = "\033[A";

	if (strlen(cap) != 3 || strncmp(cap, "\033O", 2) != 0 || !strchr(in_mode, cap[2]) ||
	    screen_app_cursor(s)) {
		screen_queue(s, cap, strlen(cap));
		return;
	}
	plain[2] = cap[2];
	screen_queue(s, plain, 3);
}

static void press(struct screen *s, VTermKey key, VTermModifier mod, const char *cap)
{
	const char *said = s->keys && cap ? terminfo_string(s->keys, cap) : NULL;

	if (said && (mod == VTERM_MOD_NONE || !strcmp(cap, "kcbt")))
		queue_cap(s, said);
	else
		vterm_keyboard_key(s->vt, key, mod);
}

static bool press_function(struct screen *s, const struct token *tok)
{
	char *end;
	long n = strtol(tok->name + 1, &end, 10);
	char cap[] = "kf1\0\0";

	if (tok->name[0] != 'F' || *end || n < 1 || n > 12)
		return false;
	strncpy(cap + 2, tok->name + 1, 2);
	press(s, (VTermKey)VTERM_KEY_FUNCTION((int)n), tok->mod, cap);
	return true;
}

static bool press_named(struct screen *s, const struct token *tok)
{
	for (size_t i = 0; i < sizeof(keys) / sizeof(*keys); i++) {
		const char *cap = keys[i].cap;

		if (strcmp(keys[i].name, tok->name) != 0)
			continue;
		if (keys[i].key == VTERM_KEY_TAB && tok->mod == VTERM_MOD_SHIFT)
			cap = "kcbt";
		press(s, keys[i].key, tok->mod, cap);
		s->after_esc = keys[i].key == VTERM_KEY_ESCAPE;
		return true;
	}
	return press_function(s, tok);
}

/* C-x, M-x with a character. */
static bool press_char(struct screen *s, const struct token *tok)
{
	char c = tok->name[0], control;

	if (!c || tok->name[1])
		return false;
	if (tok->mod == VTERM_MOD_ALT) {
		screen_queue(s, "\033", 1);
		screen_queue(s, &c, 1);
		return true;
	}
	control = (char)(c & 0x1f);
	if (tok->mod != VTERM_MOD_CTRL || c < '@' || c > 'z')
		return false;
	screen_queue(s, &control, 1);
	s->after_esc = c == '[';
	return true;
}

static bool press_word(struct screen *s, const struct token *tok)
{
	if (!strcmp(tok->name, "lt"))
		screen_queue(s, "<", 1);
	else if (!strcmp(tok->name, "Space"))
		screen_queue(s, " ", 1);
	else if (!strcmp(tok->name, "PasteOn"))
		vterm_keyboard_start_paste(s->vt);
	else if (!strcmp(tok->name, "PasteOff"))
		vterm_keyboard_end_paste(s->vt);
	else
		return false;
	return true;
}

/* Until the program has read the Esc and given up waiting for what may follow. */
static void await_esc(struct screen *s)
{
	long end = screen_limit(s), since;

	screen_flush(s);
	for (since = screen_now(); screen_now() - since < s->esc_ms; screen_poll(s, 5)) {
		if (s->ss.ended || s->ss.stopped)
			break;
		if (screen_unread(s))
			since = screen_now();
		if (since > end)
			screen_fail(s, "the program to read an Esc");
	}
	s->after_esc = false;
}

/* -- what is said -------------------------------------------------------------- */

static VTermModifier modifier(char c)
{
	switch (c) {
	case 'S':
		return VTERM_MOD_SHIFT;
	case 'M':
		return VTERM_MOD_ALT;
	case 'C':
		return VTERM_MOD_CTRL;
	default:
		return VTERM_MOD_NONE;
	}
}

/* text is changed: the name ends before "*times". */
static struct token take_apart(char *text)
{
	struct token tok = {.name = text, .times = 1};
	char *star = strchr(text, '*');

	if (star && star != text && star[-1] != '-' && star[1]) {
		tok.times = atoi(star + 1);
		*star = '\0';
	}
	while (tok.name[0] && tok.name[1] == '-' && tok.name[2] && modifier(tok.name[0])) {
		tok.mod = (VTermModifier)(tok.mod | modifier(tok.name[0]));
		tok.name += 2;
	}
	return tok;
}

static void press_token(struct screen *s, const char *text, size_t n)
{
	char *copy = tap_str(s->t, "%.*s", (int)n, text);
	struct token tok = take_apart(copy);

	for (int i = 0; i < tok.times; i++) {
		if (s->after_esc)
			await_esc(s);
		if (!press_word(s, &tok) && !press_char(s, &tok) && !press_named(s, &tok))
			tap_bail(s->t, "there is no key <%.*s>", (int)n, text);
	}
	tap_disown(s->t, copy);
	free(copy);
}

void screen_keys(struct screen *s, const char *text)
{
	screen_poll(s, 0);
	while (*text) {
		size_t n = strcspn(text, "<");

		if (n && s->after_esc)
			await_esc(s);
		screen_queue(s, text, n);
		text += n;
		if (!*text)
			break;
		n = strcspn(text, ">");
		if (!text[n])
			tap_bail(s->t, "'%s' lacks its '>'; <lt> is the key '<'", text);
		press_token(s, text + 1, n - 1);
		text += n + 1;
	}
	screen_flush(s);
}

void screen_send_blind(struct screen *s, const char *bytes, size_t n)
{
	if (write(s->ss.master, bytes, n) != (ssize_t)n)
		tap_bail(s->t, "the terminal does not take %zu bytes", n);
	s->after_esc = false;
}

void screen_send(struct screen *s, const char *bytes, size_t n)
{
	screen_poll(s, 0);
	screen_queue(s, bytes, n);
	screen_flush(s);
	s->after_esc = false;
}
