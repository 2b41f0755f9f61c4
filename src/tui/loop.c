#include "config.h"

#include <curses.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "isms/tui/draw.h"
#include "isms/tui/list.h"
#include "isms/tui/menu.h"
#include "isms/tui/trouble.h"
#include "isms/tui/view.h"
#include "isms/util/i18n.h"
#include "isms/util/mem.h"
#include "isms/util/text.h"

#define ROWS_MIN 10
#define COLS_MIN 40
#define LOW 30
#define ONE_PANE 60 /* fewer columns: menu or content */
#define WAIT_MS 250
#define MESSAGE_ROWS 5
#define REST_MS 40 /* longer than a held key needs to come again */
#define POLL_MS 1000
#define TOGETHER_MS 1000 /* from a key to the next that belongs to it */

static bool too_small(const struct tui *tui)
{
	return tui->rows < ROWS_MIN || tui->cols < COLS_MIN;
}

bool tui_low(const struct tui *tui)
{
	return tui->rows < LOW;
}

/* ---- The frame: title, menu, view, message, keys --------------------------- */

/* What is not an overlay, from the top down. */
static struct view *lowest_shown(const struct tui *tui)
{
	struct view *view = tui->top;

	while ((view->ops->flags & VIEW_OVERLAY) != 0 && view->below != NULL)
		view = view->below;
	return view;
}

static void draw_title(struct tui *tui)
{
	struct view *view = lowest_shown(tui);
	struct str left = STR_INIT, middle = STR_INIT, right = STR_INIT;
	const char *path = tui->app->store == NULL ? "" : store_path(tui->app->store);
	const char *name = strrchr(path, '/') == NULL ? path : strrchr(path, '/') + 1;
	bool narrow = tui->app->live != NULL && tui->cols < ONE_PANE;
	int wide, at;

	if (view->ops->title != NULL)
		view->ops->title(tui, view, &middle, &right);
	/* where there is little room, which day it is says more than the file */
	str_addf(&left, " isms %s", narrow ? "" : name);
	if (tui->opt->demo || tui->demo != NULL)
		str_addf(&left, " (%s)", _("demonstration"));
	if (tui->app->live != NULL)
		str_addf(&right, narrow ? _("  AS OF %s") : _("  AS OF %s, read-only"),
			 tui->app->as_of);
	else if (tui->app->store != NULL && store_read_only(tui->app->store))
		str_add(&right, "  RO");
	str_addc(&right, ' ');
	wide = text_width(str_get(&right));
	at = text_width(str_get(&left)) + 2;
	if (at < menu_width(tui) + 1 && !narrow)
		at = menu_width(tui) + 1;
	if (at > tui->cols / 2)
		at = tui->cols / 2;
	draw_text(tui, 0, 0, tui->cols, "", LOOK_PLAIN | LOOK_SELECTED);
	draw_text(tui, 0, 0, at - 1, str_get(&left), LOOK_PLAIN | LOOK_SELECTED);
	draw_text(tui, 0, at, tui->cols - at - wide - 1, str_get(&middle),
		  LOOK_BOLD | LOOK_SELECTED);
	draw_text(tui, 0, tui->cols - wide, wide, str_get(&right), LOOK_PLAIN | LOOK_SELECTED);
	str_release(&left);
	str_release(&middle);
	str_release(&right);
}

/* Where the matrix is shown its key leads nowhere; in reports their own keys come first. */
static const struct {
	enum command_id id;
	unsigned where;
} not_in_bar[] = {
	{CMD_MATRIX, WHERE_MATRIX},
	{CMD_ARCHIVE, WHERE_PLAN | WHERE_SOA | WHERE_LINES},
	{CMD_MARK, WHERE_PLAN | WHERE_SOA | WHERE_LINES},
};

static bool shown_in_bar(const struct tui *tui, const struct command *cmd, unsigned where)
{
	const unsigned both = CMD_BAR | CMD_SCREEN;
	bool writes = (cmd->flags & CMD_WRITES) != 0, file = tui->app->store != NULL;

	for (size_t i = 0; i < sizeof(not_in_bar) / sizeof(not_in_bar[0]); i++)
		if (cmd->id == not_in_bar[i].id && (tui->top->ops->where & not_in_bar[i].where) != 0)
			return false;
	return (cmd->flags & both) == both && (cmd->where & where) != 0 &&
	       (file || cmd->id == CMD_QUIT) &&
	       !(writes && (!file || store_read_only(tui->app->store)));
}

void tui_keys(const struct tui *tui, bool menu, struct key_place *at)
{
	const struct view *view = tui->top;

	at->settings = tui->opt->settings;
	at->where = menu ? (unsigned)WHERE_MENU : (unsigned)view->ops->where;
	at->kind = menu || view->ops->kind == NULL ? NULL : view->ops->kind(view);
	at->text = (view->ops->flags & VIEW_TEXT) != 0;
}

static void remember(struct tui *tui, int from, int to, const char *key)
{
	if (tui->nbar < sizeof(tui->bar) / sizeof(tui->bar[0])) {
		tui->bar[tui->nbar].from = from;
		tui->bar[tui->nbar].to = to;
		tui->bar[tui->nbar++].key = key_code(key, strlen(key));
	}
}

/* Does the key of a command that works everywhere mean another one here? */
static bool taken_here(const struct tui *tui, const struct command *cmd, const struct str *label)
{
	struct key key = {key_code(str_get(label), label->len)};
	struct key_place here;
	const char *words;
	enum command_id id;

	tui_keys(tui, false, &here);
	id = key_command(&here, &key, &words);
	return words != NULL || (id != cmd->id && id != CMD_COUNT);
}

/* q leaves only where there is nothing to go back to. */
static const char *label_here(const struct tui *tui, const struct command *cmd)
{
	return cmd->id == CMD_QUIT && tui->top->below != NULL ? _(commands[CMD_BACK].label)
							      : _(cmd->label);
}

/* A command and its key from x on, where it ends before end; returns where the next
 * one begins. */
static int draw_bar_key(struct tui *tui, const struct key_place *at, const struct command *cmd,
			int x, int end)
{
	struct str key = STR_INIT;
	int wide, label = text_width(label_here(tui, cmd));

	key_label(at, cmd, &key);
	wide = text_width(str_get(&key));
	if (wide > 0 && x + wide + 1 + label <= end && !taken_here(tui, cmd, &key)) {
		remember(tui, x, x + wide + 1 + label, str_get(&key));
		draw_text(tui, tui->rows - 1, x, wide, str_get(&key), LOOK_BOLD);
		draw_text(tui, tui->rows - 1, x + wide + 1, label, label_here(tui, cmd),
			  LOOK_PLAIN);
		x += wide + label + 3;
	}
	str_release(&key);
	return x;
}

static int bar_key_width(const struct tui *tui, const struct key_place *at,
			 const struct command *cmd)
{
	struct str key = STR_INIT;
	int wide;

	key_label(at, cmd, &key);
	wide = key.len == 0 ? 0 : text_width(str_get(&key)) + 1 + text_width(label_here(tui, cmd));
	str_release(&key);
	return wide;
}

static bool has_own_place(const struct command *cmd)
{
	return cmd->id == CMD_HELP || cmd->id == CMD_PALETTE || cmd->id == CMD_QUIT ||
	       cmd->id == CMD_CANCEL;
}

static int draw_bar_of(struct tui *tui, const struct key_place *at, int x, int end)
{
	for (size_t i = 0; i < CMD_COUNT; i++) {
		if (shown_in_bar(tui, &commands[i], at->where) && !has_own_place(&commands[i]))
			x = draw_bar_key(tui, at, &commands[i], x, end);
	}
	return x;
}

/* ": Cmd  ? Help"; returns where they begin. */
static int draw_bar_end(struct tui *tui, const struct key_place *everywhere, bool free)
{
	const struct command *help = &commands[CMD_HELP], *all = &commands[CMD_PALETTE];
	int x = tui->cols - 1 - bar_key_width(tui, everywhere, help);

	draw_bar_key(tui, everywhere, help, x, tui->cols);
	if (free && shown_in_bar(tui, all, WHERE_GLOBAL)) {
		x -= bar_key_width(tui, everywhere, all) + 2;
		draw_bar_key(tui, everywhere, all, x, tui->cols);
	}
	return x;
}

/* What the cursor is for, where nothing has to go for it. */
static int draw_bar_open(struct tui *tui, const struct key_place *at, int x, int end)
{
	const struct command *open = &commands[CMD_OPEN];
	const bool here = (open->where & at->where) != 0 && tui->app->store != NULL;

	return here ? draw_bar_key(tui, at, open, x, end) : x;
}

/* The last two stand always, the others before them as far as they have room. Where
 * no menu tells where one is, the way back is the last to go. */
static void draw_keys(struct tui *tui)
{
	const struct view_ops *ops = tui->top->ops;
	const bool free = (ops->flags & VIEW_MODAL) == 0;
	const struct command *back = &commands[free ? CMD_QUIT : CMD_CANCEL];
	struct key_place at, everywhere;
	const struct key_place *back_at;
	int x = 1, end, matrix, way, kept;

	tui->nbar = 0;
	tui_keys(tui, false, &at);
	everywhere = at;
	everywhere.where = WHERE_GLOBAL;
	back_at = free ? &everywhere : &at;
	end = draw_bar_end(tui, &everywhere, free) - 1;
	way = shown_in_bar(tui, back, back_at->where) ? bar_key_width(tui, back_at, back) + 2 : 0;
	kept = !free || (ops->flags & VIEW_FULL) != 0 ? way : 0;
	x = draw_bar_of(tui, &at, x, end - kept);
	if (free) {
		matrix = bar_key_width(tui, &everywhere, &commands[CMD_MATRIX]) + 2;
		x = draw_bar_open(tui, &at, x, end - way - matrix);
		x = draw_bar_of(tui, &everywhere, x, end - kept);
	}
	if (way > 0)
		draw_bar_key(tui, back_at, back, x, end);
}

/* Overlays may hang over each other: from below up. */
static void draw_over(struct tui *tui, struct view *view, const struct view *base)
{
	struct rect all = {1, 0, tui->rows - 3, tui->cols};

	if (view == base)
		return;
	draw_over(tui, view->below, base);
	view->ops->draw(tui, view, all);
}

static void draw_body(struct tui *tui)
{
	struct view *base = lowest_shown(tui);
	struct rect r = {1, 0, tui->rows - 3, tui->cols};
	bool menu = !tui->menu_hidden && (base->ops->flags & VIEW_FULL) == 0;

	tui->limit = tui->rows - 2;
	if (menu && tui->cols < ONE_PANE && !tui->menu_focus)
		menu = false;
	if (menu) {
		struct rect m = {1, 0, r.h, tui->cols < ONE_PANE ? tui->cols : menu_width(tui)};

		menu_draw(tui, m);
		if (tui->cols >= ONE_PANE)
			draw_bar(tui, 1, menu_width(tui), r.h);
		r.x = menu_width(tui) + 1;
		r.w -= menu_width(tui) + 1;
	}
	if (!(menu && tui->cols < ONE_PANE))
		base->ops->draw(tui, base, r);
	if (menu && tui->menu_focus && tui->cols >= ONE_PANE)
		menu_draw(tui, (struct rect){1, 0, tui->rows - 3, menu_width(tui)});
	tui->limit = tui->rows;
}

/* One line, upwards as many more as it takes: the reason often stands last. */
static void draw_message(struct tui *tui)
{
	unsigned look = tui->message_bad ? LOOK_BAD : LOOK_PLAIN;
	struct strv lines = STRV_INIT;
	int n;

	if (text_width(str_get(&tui->message)) < tui->cols) {
		draw_text(tui, tui->rows - 2, 1, tui->cols - 1, str_get(&tui->message), look);
		return;
	}
	text_wrap(&lines, str_get(&tui->message), tui->cols - 2);
	n = lines.n < MESSAGE_ROWS ? (int)lines.n : MESSAGE_ROWS;
	draw_clear(tui, (struct rect){tui->rows - 1 - n, 0, n, tui->cols});
	for (int i = 0; i < n; i++)
		draw_text(tui, tui->rows - 1 - n + i, 1, tui->cols - 1, lines.v[i], look);
	strv_release(&lines);
}

static void draw_small(struct tui *tui)
{
	char text[64];

	snprintf(text, sizeof(text), _("Need %dx%d, have %dx%d"), COLS_MIN, ROWS_MIN, tui->cols,
		 tui->rows);
	draw_text(tui, 0, 0, tui->cols, text, LOOK_PLAIN);
	draw_text(tui, 1, 0, tui->cols,
		  tui_types(tui) ? _("what you typed is kept") : _("q quits"), LOOK_PLAIN);
	draw_cursor(tui, 0, 0);
}

/* What the frame will show, from the top down to what is no overlay. */
static void freshen(struct tui *tui)
{
	const struct view *end = lowest_shown(tui)->below;

	for (struct view *v = tui->top; v != end; v = v->below) {
		if (v->ops->fresh != NULL)
			v->ops->fresh(tui, v);
	}
}

void tui_layout(struct tui *tui)
{
	getmaxyx(stdscr, tui->rows, tui->cols);
	tui->limit = tui->rows;
	freshen(tui);
	erase();
	draw_cursor(tui, 0, 0);
	if (too_small(tui)) {
		draw_small(tui);
	} else {
		draw_title(tui);
		draw_keys(tui);
		draw_body(tui);
		draw_message(tui);
		draw_over(tui, tui->top, lowest_shown(tui));
	}
	draw_back(tui);
}

static void frame(struct tui *tui)
{
	tui_layout(tui);
	term_frame(tui->term);
	tui->dirty = false;
}

/* ---- Keys and time ---------------------------------------------------------- */

bool tui_types(const struct tui *tui)
{
	bool form = false;

	for (const struct view *v = tui->top; v != NULL; v = v->below)
		form = form || v->ops->where == WHERE_FORM;
	return form;
}

static void small_key(struct tui *tui, const struct key *key)
{
	if (key->code == 'q' && !tui_types(tui))
		tui->quit = true;
}

static void group_key(struct tui *tui, const struct key *key)
{
	if (key->code >= '0' && key->code <= '9')
		menu_group(tui, key->code == '0' ? 10 : key->code - '0');
}

/* The second of two keys that mean something together, soon after the first. */
static enum command_id sequence(struct tui *tui, const struct key_place *at, const struct key *key)
{
	long long now = tui_now();
	enum command_id id = CMD_COUNT;

	if (now - tui->last_ms < TOGETHER_MS && (tui->top->ops->flags & VIEW_MODAL) == 0)
		id = key_sequence(at, &tui->last, key);
	tui->last = *key;
	tui->last_ms = now;
	return id;
}

void tui_key(struct tui *tui, const struct key *key)
{
	struct view *view = tui->top;
	const struct view_ops *ops = view->ops;
	struct key_place at;
	const char *words = NULL;
	bool menu = tui->menu_focus && !tui->menu_hidden &&
		    (ops->flags & (VIEW_OVERLAY | VIEW_FULL)) == 0;
	enum command_id id;

	str_clear(&tui->message);
	tui->dirty = true;
	if (!menu && ops->key != NULL && ops->key(tui, view, key)) {
		tui->last_ms = 0;
		return;
	}
	tui_keys(tui, menu, &at);
	id = sequence(tui, &at, key);
	if (id == CMD_COUNT)
		id = key_command(&at, key, &words);
	if (words != NULL && (ops->flags & VIEW_MODAL) == 0)
		palette_do(tui, words);
	if (id == CMD_COUNT)
		return;
	if (menu && menu_command(tui, id))
		return;
	if (id != CMD_GROUP)
		tui_command(tui, id);
	else if ((ops->flags & VIEW_MODAL) == 0 && tui->app->store != NULL)
		group_key(tui, key);
}

static void poll_file(struct tui *tui)
{
	struct err err = ERR_INIT;
	bool changed = false;

	if (tui->app->store != NULL && store_poll(tui->app->store, &changed, &err) && changed) {
		tui_changed(tui);
		tui_say(tui, _("somebody else changed the file: shown anew"));
	}
	if (app_new_day(tui->app))
		tui_changed(tui);
	err_release(&err);
	trouble_look(tui);
}

/* One piece of work that was put off; true: there is more. */
static bool idle(struct tui *tui)
{
	struct view *base = lowest_shown(tui);
	bool more = false;

	if (tui->top != base && tui->top->ops->idle != NULL)
		more = tui->top->ops->idle(tui, tui->top);
	if (!more && base->ops->idle != NULL)
		more = base->ops->idle(tui, base);
	return more || menu_idle(tui);
}

static void tick(struct tui *tui)
{
	for (struct view *v = tui->top; v != NULL; v = v->below) {
		if (v->ops->tick != NULL)
			v->ops->tick(tui, v);
	}
}

static bool has_to_end(void *ctx)
{
	const struct tui *tui = ctx;

	return term_signal(tui->term) != 0;
}

static bool always(void *ctx)
{
	(void)ctx;
	return true;
}

void tui_hurry(struct tui *tui, bool on)
{
	store_hurry(tui->app->store, on ? always : has_to_end, tui);
}

static void loop(struct tui *tui, const struct view *until)
{
	long long polled = tui_now();
	bool busy = true, rested = false;
	struct key key;

	while (!tui->quit && view_is_open(tui, until) && term_signal(tui->term) == 0) {
		/* changes count from before the first record is read */
		if (tui->watched != tui->app->store) {
			tui->watched = tui->app->store;
			if (tui->watched != NULL)
				tui_hurry(tui, false);
			poll_file(tui);
		}
		if (tui->offer && tui->top->below == NULL && tui->app->store != NULL) {
			tui->offer = false;
			drafts_offer(tui);
			continue;
		}
		if (term_resized(tui->term))
			tui->dirty = true;
		/* 200 keys sent at once are done at once and drawn once. */
		if (tui->dirty && !term_key_waits(tui->term)) {
			frame(tui);
			busy = true;
		}
		if (term_key(tui->term, !busy ? WAIT_MS : rested ? 0 : REST_MS, &key)) {
			rested = false;
			tui->held = tui_now() - tui->key_ms < REST_MS;
			tui->key_ms = tui_now();
			if (key.code == K_NONE)
				continue;
			getmaxyx(stdscr, tui->rows, tui->cols);
			if (too_small(tui))
				small_key(tui, &key);
			else if (key.code == K_MOUSE)
				mouse_do(tui, term_mouse_at(tui->term));
			else
				tui_key(tui, &key);
		} else if (too_small(tui)) {
			busy = rested = false;
		} else {
			rested = true;
			tui->held = false;
			busy = busy && idle(tui);
			if (tui_now() - polled >= POLL_MS) {
				polled = tui_now();
				poll_file(tui);
				tick(tui);
			}
		}
	}
}

void view_run(struct tui *tui, struct view *view)
{
	view_push(tui, view);
	loop(tui, view);
	while (view_is_open(tui, view))
		view_pop(tui);
}

/* ---- The program ---------------------------------------------------------- */

static void init(struct tui *tui, struct app *app, const struct tui_options *opt)
{
	memset(tui, 0, sizeof(*tui));
	tui->app = app;
	tui->opt = opt;
	tui->rating = RATING_CURRENT;
	tui->menu = menu_new();
}

static void free_lists(struct tui *tui)
{
	for (size_t i = 0; i < tui->nlists; i++)
		list_free(&tui->lists[i]);
}

void tui_close_file(struct tui *tui)
{
	free_lists(tui);
	menu_stale(tui->menu);
	app_close(tui->app);
	tui->watched = NULL;
	tui->gone = false;
}

static void release(struct tui *tui)
{
	while (tui->top != NULL)
		view_pop(tui);
	free_lists(tui);
	free(tui->lists);
	menu_free(&tui->menu);
	str_release(&tui->message);
	strv_release(&tui->messages);
	strv_release(&tui->filters);
	strv_release(&tui->searches);
}

/* What the configuration has wrong: all in :messages, the first at once. */
static void tell_notes(struct tui *tui)
{
	const struct strv *notes = &tui->opt->settings->notes;

	for (size_t i = notes->n; i-- > 0;)
		tui_warn(tui, "%s%s", notes->v[i],
			 i == 0 && notes->n > 1 ? _(" (:messages has more)") : "");
}

bool tui_run(struct app *app, const struct tui_options *opt, int *status, struct err *err)
{
	struct str notice = STR_INIT;
	struct tui tui;
	bool ok = false;

	init(&tui, app, opt);
	if (!term_open(&tui.term, &notice, err))
		goto out;
	tui.unicode = term_utf8(tui.term);
	tui.lines = tui.unicode && !opt->ascii;
	draw_init(&tui, opt->settings->theme);
	tui.a11y = opt->settings->a11y;
	tui.mouse = opt->settings->mouse;
	if (tui.mouse)
		term_mouse(tui.term, true);
	getmaxyx(stdscr, tui.rows, tui.cols);
	if (app->store != NULL)
		start_begin(&tui);
	else if (opt->refused != NULL)
		view_push(&tui, trouble_view(opt->refused->trouble, opt->refused_path,
					     err_msg(opt->refused)));
	else
		view_push(&tui, start_view(&tui));
	tell_notes(&tui);
	if (notice.len > 0)
		tui_warn(&tui, "%s", str_get(&notice));
	while (!tui.quit && tui.top != NULL && term_signal(tui.term) == 0)
		loop(&tui, tui.top);
	*status = term_signal(tui.term) == 0 ? 0 : 128 + term_signal(tui.term);
	ok = true;
	while (tui.top != NULL)
		view_pop(&tui);
	if (app->store != NULL)
		store_hurry(app->store, NULL, NULL);
out:
	release(&tui);
	term_close(&tui.term);
	if (tui.demo != NULL) {
		app_close(app);
		app_demo_remove(tui.demo);
		free(tui.demo);
	}
	str_release(&notice);
	return ok;
}
