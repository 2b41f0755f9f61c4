#include "config.h"

#include <stdio.h>
#include <string.h>

#include "isms/tui/dialog.h"
#include "isms/util/ascii.h"
#include "isms/util/i18n.h"
#include "isms/util/text.h"

#define MANY 20 /* more records than this are not changed by two keys */

struct ask_view {
	struct view view;
	const char *question, *details;
	const char *const *answers;
	int n, at, result;
};

/* Cells between two answers: none where they would not all be seen else. */
static int gap(const struct ask_view *a, int cells)
{
	int wide = 0;

	for (int i = 0; i < a->n; i++)
		wide += text_width(a->answers[i]) + 4;
	return wide + 2 * (a->n - 1) <= cells ? 2 : 0;
}

static void draw(struct tui *tui, struct view *view, struct rect r)
{
	struct ask_view *a = (struct ask_view *)view;
	struct strv lines = STRV_INIT;
	int y, x = r.x + 2, shown, between = gap(a, r.w - 2);

	if (a->details != NULL && *a->details != '\0')
		text_wrap(&lines, a->details, r.w - 4);
	shown = (int)lines.n < r.h - 4 ? (int)lines.n : r.h - 4;
	y = r.y + r.h - shown - 3;
	draw_clear(tui, (struct rect){y, r.x, shown + 3, r.w});
	draw_rule(tui, y, r.x, r.w, a->question, LOOK_BOLD);
	for (int i = 0; i < shown; i++)
		draw_text(tui, y + 1 + i, r.x + 2, r.w - 4, lines.v[i], LOOK_PLAIN);
	y += shown + 1;
	for (int i = 0; i < a->n; i++) {
		int wide = text_width(a->answers[i]) + 4;
		struct str text = STR_INIT;

		str_addf(&text, i == a->at ? "[ %s ]" : "  %s  ", a->answers[i]);
		draw_text(tui, y, x, wide, str_get(&text),
			  i == a->at ? LOOK_PLAIN | LOOK_SELECTED : LOOK_PLAIN);
		if (i == a->at)
			draw_cursor(tui, y, x + 2);
		x += wide + between;
		str_release(&text);
	}
	draw_hint(tui, _("first letter, or Left Right Enter   Esc Cancel"));
	strv_release(&lines);
}

static void answer(struct tui *tui, struct ask_view *a, int result)
{
	a->result = result;
	view_pop(tui);
}

static bool on_key(struct tui *tui, struct view *view, const struct key *key)
{
	struct ask_view *a = (struct ask_view *)view;

	switch (key->code) {
	case K_LEFT:
	case K_STAB:
		a->at = (a->at + a->n - 1) % a->n;
		break;
	case K_RIGHT:
	case K_TAB:
		a->at = (a->at + 1) % a->n;
		break;
	case K_ENTER:
		answer(tui, a, a->at);
		break;
	case K_ESC:
	case KEY_CTRL('c'):
		answer(tui, a, -1);
		break;
	default:
		for (int i = 0; i < a->n; i++) {
			if (key->code < 128 &&
			    ascii_lower((char)key->code) == ascii_lower(a->answers[i][0])) {
				answer(tui, a, i);
				break;
			}
		}
		break;
	}
	return key->code != KEY_CTRL('l') && key->code != KEY_CTRL('z');
}

static const struct view_ops ask_ops = {
	.flags = VIEW_OVERLAY | VIEW_TEXT | VIEW_MODAL,
	.draw = draw,
	.key = on_key,
};

int ask(struct tui *tui, const char *question, const char *details, const char *const *answers,
	int focus)
{
	struct ask_view a = {
		.view = {.ops = &ask_ops},
		.question = question,
		.details = details,
		.answers = answers,
		.at = focus,
		.result = -1,
	};

	while (answers[a.n] != NULL)
		a.n++;
	view_run(tui, &a.view);
	return a.result;
}

bool ask_yes(struct tui *tui, const char *question, const char *details)
{
	const char *const answers[] = {_("No"), _("Yes"), NULL};

	return ask(tui, question, details, answers, 0) == 1;
}

bool ask_number(struct tui *tui, size_t n)
{
	struct str label = STR_INIT, typed = STR_INIT;
	struct prompt_options opt = {0};
	char number[32];
	bool yes = true;

	if (n > MANY) {
		snprintf(number, sizeof(number), "%zu", n);
		str_addf(&label, _("%s records: type the number: "), number);
		opt.label = str_get(&label);
		yes = prompt(tui, &opt, &typed);
		str_trim(&typed);
		if (yes && !str_equal(str_get(&typed), number)) {
			tui_warn(tui, _("'%s' is not %s: nothing was changed"), str_get(&typed),
				 number);
			yes = false;
		}
	}
	str_release(&label);
	str_release(&typed);
	return yes;
}

bool ask_many(struct tui *tui, const char *question, const char *details, size_t n)
{
	return ask_yes(tui, question, details) && ask_number(tui, n);
}
