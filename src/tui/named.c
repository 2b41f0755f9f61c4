#include "config.h"

#include <string.h>

#include "isms/tui/detail.h"
#include "isms/tui/dialog.h"
#include "isms/tui/list.h"
#include "isms/util/i18n.h"

/* Places with a letter: a register and a record of it, kept in the file for the user. */

struct named_view {
	struct view view;
	const char *title;
	struct lines lines; /* what has a letter already */
	int letter;         /* 0: Esc */
};

static int place_of(int letter)
{
	return letter >= 'a' && letter <= 'z'	? letter - 'a'
	       : letter >= 'A' && letter <= 'Z' ? 26 + letter - 'A'
						: -1;
}

static void draw(struct tui *tui, struct view *view, struct rect r)
{
	struct named_view *v = (struct named_view *)view;
	int n = (int)v->lines.n, rows = n < r.h / 2 ? n : r.h / 2, y = r.y + r.h - rows - 1;

	draw_clear(tui, (struct rect){y, r.x, rows + 1, r.w});
	draw_rule(tui, y, r.x, r.w, v->title, LOOK_BOLD);
	for (int i = 0; i < rows; i++)
		draw_text(tui, y + 1 + i, r.x + 1, r.w - 1, v->lines.v[i].text, LOOK_PLAIN);
	draw_hint(tui, _("a letter   Esc Cancel"));
	draw_cursor(tui, y, r.x);
}

static bool on_key(struct tui *tui, struct view *view, const struct key *key)
{
	struct named_view *v = (struct named_view *)view;

	if (place_of(key->code) >= 0)
		v->letter = key->code;
	if (v->letter != 0 || key->code == K_ESC || key->code == KEY_CTRL('c'))
		view_pop(tui);
	return key->code != KEY_CTRL('l') && key->code != KEY_CTRL('z');
}

static const struct view_ops named_ops = {
	.flags = VIEW_OVERLAY | VIEW_TEXT | VIEW_MODAL,
	.draw = draw,
	.key = on_key,
};

static void add_line(struct tui *tui, struct lines *lines, int letter, const struct named *named)
{
	struct record *rec = NULL;
	struct err err = ERR_INIT;

	if (named->kind != NULL && store_get(tui->app->store, named->kind, named->id, &rec, &err))
		lines_add(lines, LOOK_PLAIN, "%c  %s %s", letter, rec->code, record_title(rec));
	record_free(&rec);
	err_release(&err);
}

static int ask_letter(struct tui *tui, const char *title)
{
	struct named_view v = {.view = {.ops = &named_ops}, .title = title, .lines = LINES_INIT};

	for (int c = 'a'; c <= 'z'; c++)
		add_line(tui, &v.lines, c, &tui->named[place_of(c)]);
	for (int c = 'A'; c <= 'Z'; c++)
		add_line(tui, &v.lines, c, &tui->named[place_of(c)]);
	view_run(tui, &v.view);
	lines_release(&v.lines);
	return v.letter;
}

static void take(void *ctx, const struct lettered *place)
{
	struct tui *tui = ctx;

	if (place_of(place->letter) >= 0)
		tui->named[place_of(place->letter)] =
			(struct named){place->kind, place->id, place->record};
}

void named_load(struct tui *tui)
{
	struct err err = ERR_INIT;

	memset(tui->named, 0, sizeof(tui->named));
	if (!app_places(tui->app, take, tui, &err))
		tui_error(tui, &err);
}

static bool keep(struct tui *tui)
{
	struct lettered places[NAMED_MAX];
	struct err err = ERR_INIT;
	size_t n = 0;
	bool ok;

	for (int i = 0; i < NAMED_MAX; i++) {
		const struct named *named = &tui->named[i];

		if (named->kind != NULL)
			places[n++] = (struct lettered){i < 26 ? 'a' + i : 'A' + i - 26,
							named->kind, named->id, named->record};
	}
	ok = app_keep_places(tui->app, places, n, &err);
	err_release(&err);
	return ok;
}

void named_set(struct tui *tui, const struct kind *kind, long long id, bool record)
{
	int letter = id == 0 ? 0 : ask_letter(tui, _("Name this place with a letter"));

	if (letter != 0) {
		tui->named[place_of(letter)] = (struct named){kind, id, record};
		tui_say(tui,
			keep(tui) ? _("'%c goes back here")
				  : _("'%c goes back here as long as the program runs"),
			letter);
	}
}

/* The filter goes where it hides the record. */
static bool seek(struct tui *tui, const struct named *named)
{
	struct list *list = list_of(tui, named->kind);

	tui_go(tui, named->kind, NULL);
	list_seek(tui, list, named->id);
	if (list_id(list) != named->id) {
		tui_go(tui, named->kind, "");
		list_seek(tui, list, named->id);
	}
	return list_id(list) == named->id;
}

void named_go(struct tui *tui)
{
	int letter = ask_letter(tui, _("Go to the place with the letter"));
	const struct named *named;

	if (letter == 0)
		return;
	named = &tui->named[place_of(letter)];
	if (named->kind == NULL)
		tui_warn(tui, _("no place has the letter %c; b names one"), letter);
	else if (!seek(tui, named))
		tui_warn(tui, _("the record is not in the list any more"));
	else if (named->record && tui->top->ops->where == WHERE_LIST)
		view_push(tui, list_record_view(tui, list_of(tui, named->kind)));
}
