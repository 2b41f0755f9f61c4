/* Long work: how far it is, and the keys that end it. */
#include "config.h"

#include <curses.h>
#include <time.h>

#include "isms/tui/view.h"
#include "isms/util/i18n.h"

#define SHOW_MS 250 /* what is done sooner is not told of; and between two frames */
#define LOOK_MS 10  /* between two looks for keys */

long long tui_now(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (long long)t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

static bool watch(void *ctx, long done, long total)
{
	return tui_progress(ctx, done, total);
}

/* The file beneath a past state of it too: going back reads that one. */
static void watch_stores(const struct tui *tui, store_progress_fn *fn, void *ctx)
{
	if (tui->app->store != NULL)
		store_watch(tui->app->store, fn, ctx);
	if (tui->app->live != NULL)
		store_watch(tui->app->live, fn, ctx);
}

static void begin(struct tui *tui, const char *what, bool typed)
{
	struct work *work = &tui->work;

	if (work->depth++ > 0)
		return;
	work->what = what;
	work->typed = typed;
	work->cancelled = false;
	work->began = work->looked = work->drawn = tui_now();
	watch_stores(tui, watch, tui);
}

void work_begin(struct tui *tui, const char *what)
{
	begin(tui, what, false);
}

void work_begin_typed(struct tui *tui, const char *what)
{
	begin(tui, what, true);
}

bool work_end(struct tui *tui)
{
	struct work *work = &tui->work;

	if (--work->depth == 0) {
		watch_stores(tui, NULL, NULL);
		/* what told of it goes */
		tui->dirty = tui->dirty || work->drawn != work->began;
	}
	return work->cancelled;
}

/* Only the line that tells of it: what else is shown may be half changed. In place of
 * the keys where one types, whose line it would be. */
static void draw(struct tui *tui, const char *text)
{
	if (tui->work.typed)
		draw_hint(tui, text);
	else
		draw_text(tui, tui->rows - 2, 1, tui->cols - 1, text, LOOK_PLAIN);
	draw_back(tui);
	term_frame(tui->term);
}

/* Whoever works knows the window as it was: in one of another size the line stands alone
 * until the work is done, and all is drawn anew. */
static void draw_sized(struct tui *tui, const char *text)
{
	const int rows = tui->rows, cols = tui->cols, limit = tui->limit;

	if (term_resized(tui->term)) {
		tui->dirty = true;
		erase();
		draw_cursor(tui, 0, 0);
	}
	getmaxyx(stdscr, tui->rows, tui->cols);
	if (tui->rows != rows || tui->cols != cols)
		tui->limit = tui->rows;
	draw(tui, text);
	tui->rows = rows;
	tui->cols = cols;
	tui->limit = limit;
}

static void show(struct tui *tui, long done, long total)
{
	const struct work *work = &tui->work;
	const long seconds = (long)((tui_now() - work->began) / 1000);
	struct str text = STR_INIT;

	str_add(&text, work->what);
	if (total > 0)
		str_addf(&text, " %ld/%ld", done, total);
	else if (done > 0)
		str_addf(&text, " %ld", done);
	else if (seconds > 0)
		str_addf(&text, _(" %ld s"), seconds);
	str_add(&text, _(", Esc cancels"));
	draw_sized(tui, str_get(&text));
	str_release(&text);
}

bool tui_progress(struct tui *tui, long done, long total)
{
	struct work *work = &tui->work;
	const long long now = tui_now();
	const bool long_work = now - work->began >= SHOW_MS;

	if (term_signal(tui->term) != 0)
		work->cancelled = true;
	if (!work->cancelled && now - work->looked >= LOOK_MS) {
		work->looked = now;
		/* an Esc that was typed before anything said what it does is another's */
		work->cancelled = work->typed ? term_key_waits(tui->term)
					      : long_work && term_cancels(tui->term);
	}
	if (!work->cancelled && work->what != NULL && now - work->drawn >= SHOW_MS) {
		work->drawn = now;
		show(tui, done, total);
	}
	return !work->cancelled;
}
