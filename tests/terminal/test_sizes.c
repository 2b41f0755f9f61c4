/* Windows of every size, and windows that change theirs at every moment. */
#include "config.h"

#include <string.h>

#include "cli.h"
#include "screen.h"
#include "steps.h"
#include "tap.h"

#define FILE_NAME "sample.isms"

struct size {
	int rows, cols;
};

static struct screen *open_at(struct tap *t, int rows, int cols)
{
	struct screen_opts opts = {.rows = rows, .cols = cols};

	steps_sample(t, FILE_NAME);
	return steps_open(t, &opts, FILE_NAME);
}

static void leave(struct tap *t, struct screen *s)
{
	screen_keys(s, "q");
	tap_is_int(t, screen_exit(s), 0, "left with q");
	screen_restored(s);
}

/* A round through the views: each has to draw in this window. */
static void round_trip(struct screen *s)
{
	steps_go(s, "risk", "Risks");
	screen_wait(s, ">R-0001");
	screen_keys(s, "<Enter>");
	screen_wait_row(s, 0, "R-0001");
	screen_keys(s, "e");
	screen_wait_row(s, 0, "Edit R-0001");
	screen_wait(s, "> Risk*");
	screen_keys(s, "<Esc>");
	screen_wait_gone(s, "Edit R-0001");
	screen_keys(s, "?");
	screen_wait(s, "Keys of this view");
	screen_keys(s, "<Esc>");
	screen_wait_gone(s, "Keys of this view");
	screen_keys(s, "m");
	screen_wait_row(s, 0, "Risk matrix");
	screen_keys(s, "1");
	screen_wait_row(s, 0, "Dashboard");
}

static void wide(struct tap *t)
{
	struct screen *s = open_at(t, 60, 200);
	int row, col;

	screen_keys(s, "5");
	screen_wait(s, ">R-0001");
	screen_wait(s, "Scenario"); /* the detail, at the right */
	tap_ok(t, screen_find(s, "Scenario", &row, &col) && col > 100 && row < 12,
	       "the detail is beside the list: row %d, column %d", row, col);
	round_trip(s);
	leave(t, s);
}

/* As big as two screens side by side: every view fills it, nothing is drawn beyond. */
static void widest(struct tap *t)
{
	struct screen *s = open_at(t, 100, 300);

	round_trip(s);
	screen_keys(s, "5");
	screen_wait(s, ">R-0001");
	screen_wait(s, "R-0045"); /* all of them on one page */
	screen_wait_row(s, -1, "? Help");
	steps_go(s, "plan", "treatment plan");
	steps_go(s, "soa", "Applicability");
	screen_wait(s, "Redundancy of information processing facilities"); /* not cut */
	screen_keys(s, ":check<Enter>");
	screen_wait_row(s, 0, "Checks:");
	screen_wait_row(s, -1, "? Help");
	screen_keys(s, "1");
	screen_wait_row(s, 0, "Dashboard");
	leave(t, s);
}

/* One pane: the menu comes when it is asked for, and goes. */
static void narrow(struct tap *t)
{
	struct screen *s = open_at(t, 20, 59);

	tap_ok(t, !screen_has(s, "2 Context"), "no menu beside");
	screen_keys(s, "<F9>");
	screen_wait(s, "2 Context");
	screen_keys(s, "<Esc>");
	screen_wait_gone(s, "2 Context");
	round_trip(s);
	leave(t, s);
}

static void smallest(struct tap *t)
{
	struct screen *s = open_at(t, 10, 40);

	round_trip(s);
	leave(t, s);
}

static void too_small(struct tap *t)
{
	static const struct size sizes[] = {{9, 39}, {9, 80}, {24, 39}, {1, 80}, {24, 2}, {1, 1}};
	struct screen_opts opts = {.rows = 9, .cols = 39};
	struct screen *s;

	steps_init(t, FILE_NAME);
	s = screen_run(t, &opts, (const char *const[]){FILE_NAME, NULL});
	screen_wait_row(s, 0, "Need 40x10, have 39x9");
	screen_keys(s, "5e?:"); /* nothing works but q */
	screen_settle(s);
	screen_resize(s, 24, 80);
	screen_wait_row(s, 0, "Dashboard");
	for (size_t i = 0; i < sizeof(sizes) / sizeof(*sizes); i++) {
		screen_resize(s, sizes[i].rows, sizes[i].cols);
		if (sizes[i].cols > 4)
			screen_wait(s, "Need");
		else
			screen_settle(s);
		screen_resize(s, 24, 80);
		screen_wait_row(s, 0, "Dashboard");
	}
	screen_resize(s, 9, 39);
	screen_wait(s, "Need 40x10, have 39x9");
	leave(t, s);
}

/* Through the sizes and back to where it was: the text has to be there again. */
static void shake(struct screen *s, const char *text)
{
	static const struct size sizes[] = {{100, 300}, {20, 59}, {10, 40}, {9, 39}, {24, 80}};

	screen_wait(s, text);
	for (size_t i = 0; i < sizeof(sizes) / sizeof(*sizes); i++) {
		screen_resize(s, sizes[i].rows, sizes[i].cols);
		if (sizes[i].rows < 10)
			screen_wait(s, "Need 40x10, have 39x9");
		else if (i > 0)
			screen_wait_gone(s, "Need");
		screen_settle(s);
	}
	screen_wait(s, text);
	screen_wait_row(s, -1, "Help");
}

static void at_every_moment(struct tap *t)
{
	struct screen *s = open_at(t, 24, 80);

	shake(s, "Above appetite");
	screen_keys(s, "5");
	shake(s, ">R-0001");
	screen_keys(s, "/flood");
	shake(s, "/flood");
	screen_keys(s, "<Esc>s");
	shake(s, "Sort by");
	screen_keys(s, "<Esc>D");
	shake(s, "[ No ]");
	screen_keys(s, "<Esc>");
	screen_wait_gone(s, "[ No ]");
	screen_keys(s, "e");
	screen_wait(s, "> Risk*");
	screen_keys(s, "xyz");
	shake(s, "xyz");
	steps_field(s, "Risk owner");
	screen_keys(s, " ");
	shake(s, "Risk owner: _");
	screen_keys(s, "<C-n>");
	screen_wait_row(s, 0, "New: Person");
	shake(s, "> Name*");
	screen_keys(s, "<Esc>");
	screen_wait_row(s, 0, "Edit R-0001");
	shake(s, "Risk owner: _");
	screen_keys(s, "<Esc>");
	screen_wait_gone(s, "Risk owner: _");
	screen_keys(s, "<Esc>");
	shake(s, "Keep editing");
	screen_keys(s, "d");
	screen_wait_gone(s, "Edit R-0001");
	screen_keys(s, "m");
	shake(s, "Risk matrix");
	screen_keys(s, "?");
	shake(s, "Keys of this view");
	screen_keys(s, "<Esc>1");
	screen_wait_row(s, 0, "Dashboard");
	leave(t, s);
}

/* The same in what is chosen from, looked at, and asked. */
static void in_every_place(struct tap *t)
{
	struct screen *s = open_at(t, 24, 80);

	screen_keys(s, "5");
	screen_wait(s, ">R-0001");
	screen_keys(s, "t");
	screen_wait_row(s, 0, "Trace");
	shake(s, "Trace");
	screen_keys(s, "<Esc>c");
	screen_wait(s, "Columns");
	shake(s, "Columns");
	screen_keys(s, "<Esc><Space><Space>E");
	screen_wait(s, "Edit which field");
	screen_keys(s, "status<Enter>");
	screen_wait(s, "> Identified");
	shake(s, "> Identified");
	screen_keys(s, "<Down><Enter>");
	screen_wait_gone(s, "> Identified");
	shake(s, "Analysed");
	screen_keys(s, "<Esc>");
	screen_wait_row(s, 0, "Risks");
	screen_keys(s, "e");
	screen_wait_row(s, 0, "Edit R-");
	steps_field(s, "Next review");
	screen_keys(s, "<F4>");
	screen_wait(s, "Mo   Tu   We");
	shake(s, "Mo   Tu   We");
	screen_keys(s, "<Esc><Esc>");
	screen_wait_row(s, 0, "Risks");
	screen_keys(s, "1");
	screen_wait_row(s, 0, "Dashboard");
	leave(t, s);
}

/* What a terminal cut off while it was small is there again, although the
 * program saw no other size. */
static void there_and_back(struct tap *t)
{
	struct screen *s = open_at(t, 24, 80);

	screen_settle(s);
	for (int i = 0; i < 5; i++) {
		screen_resize(s, 12, 50);
		screen_resize(s, 24, 80);
	}
	screen_settle(s);
	screen_wait(s, "Above tolerance");
	screen_wait(s, "8.1 Operation");
	screen_wait_row(s, -1, "? Help");
	leave(t, s);
}

/* In a small window q leaves, but not with something typed and not saved. */
static void nothing_lost(struct tap *t)
{
	struct screen *s = open_at(t, 24, 80);

	screen_keys(s, "5e");
	screen_wait(s, "> Risk*");
	screen_keys(s, "xyz");
	screen_wait(s, "xyz");
	screen_resize(s, 9, 39);
	screen_wait(s, "what you typed is kept");
	tap_ok(t, !screen_has(s, "q quits"), "q is not promised");
	screen_keys(s, "q");
	screen_settle(s);
	screen_resize(s, 24, 80);
	screen_wait(s, "xyz");
	screen_keys(s, "<Esc>");
	screen_wait(s, "Keep editing");
	screen_keys(s, "d1");
	screen_wait_row(s, 0, "Dashboard");
	leave(t, s);
}

static const struct tap_case cases[] = {
	{.name = "wide", .run = wide},
	{.name = "widest", .run = widest},
	{.name = "narrow", .run = narrow},
	{.name = "smallest", .run = smallest},
	{.name = "too-small", .run = too_small},
	{.name = "at-every-moment", .run = at_every_moment},
	{.name = "in-every-place", .run = in_every_place},
	{.name = "there-and-back", .run = there_and_back},
	{.name = "nothing-lost", .run = nothing_lost},
};

int main(int argc, char **argv)
{
	return tap_run(cases, sizeof(cases) / sizeof(*cases), argc, argv);
}
