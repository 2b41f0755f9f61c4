/*
 * The mouse, when it is on: a click walks the selection to the line, and opens it
 * when it is there already, as arrows and Enter would; so no view has to know of
 * it. In the key bar it presses the key. The wheel is the arrows.
 */
#include "config.h"

#include "isms/tui/input.h"
#include "isms/tui/keys.h"
#include "isms/tui/menu.h"
#include "isms/tui/view.h"
#include "isms/util/i18n.h"

#define WHEEL_LINES 3

static void press(struct tui *tui, int code)
{
	const struct key key = {code};

	tui_key(tui, &key);
	tui_layout(tui);
}

/* Presses back or on until the cursor is at to, or no nearer by it; *at is where
 * it is. True: it is there. */
static bool walk(struct tui *tui, const int *at, int to, int back, int on)
{
	int before = -1;

	while (*at != to && *at != before) {
		const int code = *at < to ? on : back;

		before = *at;
		press(tui, code);
		if ((code == on) != (*at <= to) && *at != to)
			break; /* past it: what is there cannot be selected */
	}
	return *at == to;
}

static bool in_menu(const struct tui *tui, int x)
{
	const unsigned without = VIEW_OVERLAY | VIEW_FULL;

	return !tui->menu_hidden && (tui->top->ops->flags & without) == 0 && x < menu_width(tui);
}

static void click_bar(struct tui *tui, int x)
{
	for (size_t i = 0; i < tui->nbar; i++) {
		if (x >= tui->bar[i].from && x < tui->bar[i].to) {
			press(tui, tui->bar[i].key);
			break;
		}
	}
}

static void click_menu(struct tui *tui, int y)
{
	tui->menu_focus = true;
	tui_layout(tui);
	if (walk(tui, &tui->cursor_y, y, K_UP, K_DOWN))
		press(tui, K_ENTER);
}

static void click_view(struct tui *tui, int y, int x)
{
	const unsigned where = (unsigned)tui->top->ops->where;
	bool there;

	tui->menu_focus = false;
	tui_layout(tui);
	there = tui->cursor_y == y;
	if (where == WHERE_FORM) {
		walk(tui, &tui->cursor_y, y, K_STAB, K_TAB);
	} else if (where == WHERE_MATRIX) {
		there = walk(tui, &tui->cursor_y, y, K_UP, K_DOWN) && there && tui->cursor_x <= x &&
			x < tui->cursor_x + 3;
		if (there)
			press(tui, K_ENTER);
		else
			walk(tui, &tui->cursor_x, x, K_LEFT, K_RIGHT);
	} else if (there) {
		press(tui, K_ENTER);
	} else {
		walk(tui, &tui->cursor_y, y, K_UP, K_DOWN);
	}
}

void mouse_do(struct tui *tui, const struct mouse *mouse)
{
	if (mouse->button == MOUSE_WHEEL_UP || mouse->button == MOUSE_WHEEL_DOWN) {
		for (int i = 0; i < WHEEL_LINES; i++)
			press(tui, mouse->button == MOUSE_WHEEL_UP ? K_UP : K_DOWN);
	} else if (mouse->button == MOUSE_LEFT && mouse->y == tui->rows - 1) {
		click_bar(tui, mouse->x);
	} else if (mouse->button == MOUSE_LEFT && mouse->y > 0 && mouse->y < tui->rows - 2) {
		if (in_menu(tui, mouse->x))
			click_menu(tui, mouse->y);
		else
			click_view(tui, mouse->y, mouse->x);
	}
}

void mouse_switch(struct tui *tui)
{
	tui->mouse = !tui->mouse;
	term_mouse(tui->term, tui->mouse);
	tui_say(tui, "%s",
		tui->mouse ? _("mouse on; ^T gives it back to the terminal")
			   : _("mouse off: it marks and copies as everywhere"));
}
