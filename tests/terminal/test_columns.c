/* Columns and orders of a list: chosen, kept, for each user. */
#include "config.h"

#include <string.h>

#include "cli.h"
#include "files.h"
#include "screen.h"
#include "steps.h"
#include "tap.h"

#define FILE_NAME "sample.isms"

static struct screen *in_list_of(struct tap *t, int rows, int cols)
{
	const struct screen_opts opts = {.rows = rows, .cols = cols};
	struct screen *s = steps_open(t, &opts, FILE_NAME);

	screen_keys(s, "5");
	screen_wait_row(s, 0, "/45");
	return s;
}

static void open_columns(struct screen *s)
{
	screen_keys(s, "c");
	screen_wait(s, " Columns ");
	screen_wait(s, ">[x] Risk ");
}

/* Shown, hidden, moved, widened; kept over a restart, for this register alone. */
static void chosen(struct tap *t)
{
	struct screen *s;

	steps_sample(t, FILE_NAME);
	s = in_list_of(t, 24, 80);
	open_columns(s);
	screen_keys(s, "j<Space><Space>");
	screen_wait_gone(s, "Risk            L I");
	screen_keys(s, "+>");
	screen_wait_row(s, 1, "Risk owner Level");
	screen_keys(s, "<Enter>");
	screen_wait_gone(s, " Columns ");
	screen_wait_row(s, 1, "Risk owner Level");
	steps_leave(s);
	screen_free(s);
	s = in_list_of(t, 24, 80);
	screen_wait_row(s, 1, "Risk owner Level");
	steps_go(s, "asset", "Assets");
	screen_wait_row(s, 1, "Owner");
	steps_go(s, "risk", "Risks");
	open_columns(s);
	screen_keys(s, "r");
	screen_wait_row(s, 1, " L I Level");
	screen_keys(s, "<Enter>");
	screen_wait_gone(s, " Columns ");
	steps_leave(s);
}

static void left_alone(struct tap *t)
{
	struct screen *s;

	steps_sample(t, FILE_NAME);
	s = in_list_of(t, 24, 80);
	open_columns(s);
	screen_keys(s, "j<Space><Space><Space>");
	screen_wait_gone(s, " L I Level");
	screen_keys(s, "<Esc>");
	screen_wait_gone(s, " Columns ");
	screen_wait_row(s, 1, " L I Level");
	open_columns(s);
	screen_keys(s, "<End><Space>");
	screen_wait(s, "[x]");
	screen_keys(s, "<Home><Space*40>");
	screen_settle(s);
	tap_ok(t, screen_has(s, ">R-0001") || screen_has(s, "R-0001"), "the code is in sight");
	screen_keys(s, "<Esc>");
	screen_wait_row(s, 1, " L I Level");
	steps_leave(s);
}

/* What is frozen stays when the others are scrolled. */
static void frozen(struct tap *t)
{
	struct screen *s;

	steps_sample(t, FILE_NAME);
	s = in_list_of(t, 24, 80);
	open_columns(s);
	screen_keys(s, "jjjf");
	screen_wait(s, "frozen");
	screen_keys(s, "<Enter>");
	screen_wait_gone(s, " Columns ");
	screen_keys(s, "ll");
	screen_wait_row(s, 1, "L I Level");
	screen_wait_row(s, 1, "Status");
	screen_wait(s, ">R-0001");
	screen_keys(s, "hh");
	screen_wait_row(s, 1, "Risk owner");
	steps_leave(s);
}

static void sorted(struct tap *t)
{
	struct screen *s;

	steps_sample(t, FILE_NAME);
	s = in_list_of(t, 24, 80);
	screen_keys(s, "s");
	screen_wait(s, "Sort by");
	screen_keys(s, "level");
	screen_wait(s, ": level_");
	screen_keys(s, "<Enter>");
	screen_wait_row(s, 0, "^ Level");
	screen_keys(s, "]");
	screen_wait_row(s, 0, "v Level");
	screen_keys(s, "s");
	screen_wait(s, ">[x] Level");
	screen_keys(s, "code<Space><Space>");
	screen_wait(s, "2v");
	screen_keys(s, "<Enter>");
	screen_wait_row(s, 0, "v Level, v Code");
	steps_leave(s);
	screen_free(s);
	s = in_list_of(t, 24, 80);
	screen_wait_row(s, 0, "v Level, v Code");
	screen_keys(s, "sentry");
	screen_wait(s, ": entry_");
	screen_keys(s, "<Enter>");
	screen_wait_gone(s, "v Level");
	steps_leave(s);
	screen_free(s);
	s = in_list_of(t, 24, 80);
	screen_wait_row(s, 0, "Risks    ");
	steps_leave(s);
}

/* It is nobody's change: others are not told, the history has no line, and a file
 * that is read only is left as it is. */
static void quiet(struct tap *t)
{
	struct screen *s, *other;
	struct cli c;

	steps_sample(t, FILE_NAME);
	other = in_list_of(t, 24, 80);
	s = in_list_of(t, 24, 80);
	screen_keys(s, "s");
	screen_wait(s, "Sort by");
	screen_keys(s, "code<Enter>");
	screen_wait_row(s, 0, "^ Code");
	screen_pump(other, 1500);
	tap_ok(t, !screen_has(other, "somebody else"), "others are not told");
	steps_cli(t, "-f", FILE_NAME, "set", "R-0002", "title=Anders", NULL);
	screen_wait(other, "somebody else changed the file");
	screen_wait(s, "somebody else changed the file");
	steps_leave(s);
	steps_leave(other);
	cli_do(t, &c, "-f", FILE_NAME, "log", NULL);
	tap_ok(t, !strstr(c.out, "sort") && !strstr(c.out, "list/"), "no line in the history");
	file_copy(t, FILE_NAME, "before.isms");
	s = screen_start(t, 24, 80, "--read-only", FILE_NAME, NULL);
	screen_wait_row(s, 0, "RO");
	screen_keys(s, "5");
	screen_wait_row(s, 0, "^ Code");
	screen_keys(s, "]");
	screen_wait_row(s, 0, "v Code");
	screen_keys(s, "q");
	screen_wait_row(s, 0, "Dashboard");
	screen_keys(s, "q");
	screen_exit(s);
	tap_ok(t, file_same(t, FILE_NAME, "before.isms"), "not one byte has changed");
}

static void sizes(struct tap *t)
{
	static const int sizes[][2] = {{10, 40}, {60, 200}};

	steps_sample(t, FILE_NAME);
	for (size_t i = 0; i < sizeof(sizes) / sizeof(sizes[0]); i++) {
		struct screen *s = in_list_of(t, sizes[i][0], sizes[i][1]);

		open_columns(s);
		screen_keys(s, "r<End><Space><Home>++++jf<Enter>");
		screen_wait_gone(s, " Columns ");
		screen_wait(s, ">R-0001");
		screen_keys(s, "llllllllll");
		screen_settle(s);
		screen_wait(s, ">R-0001");
		steps_leave(s);
		screen_free(s);
	}
}

static const struct tap_case cases[] = {
	{.name = "chosen", .run = chosen}, {.name = "left-alone", .run = left_alone},
	{.name = "frozen", .run = frozen}, {.name = "sorted", .run = sorted},
	{.name = "quiet", .run = quiet},   {.name = "sizes", .run = sizes},
};

int main(int argc, char **argv)
{
	return tap_run(cases, sizeof(cases) / sizeof(*cases), argc, argv);
}
