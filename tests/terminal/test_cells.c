/* A cell of a list, edited in place. */
#include "config.h"

#include <string.h>

#include "cli.h"
#include "files.h"
#include "screen.h"
#include "steps.h"
#include "tap.h"

#define FILE_NAME "sample.isms"

static struct screen *in_cells(struct tap *t, int rows, int cols)
{
	static const char *const env[] = {"EDITOR=sh ./editor", NULL};
	const struct screen_opts opts = {.rows = rows, .cols = cols, .run = {.env = env}};
	struct screen *s;

	steps_sample(t, FILE_NAME);
	s = steps_open(t, &opts, FILE_NAME);
	steps_go(s, "asset", "Assets");
	screen_wait(s, ">A-0001");
	screen_keys(s, "=");
	screen_wait_row(s, 0, "=Name");
	return s;
}

static void column(struct screen *s, const char *label)
{
	for (int i = 0; i < 20 && !strstr(screen_line(s, 0), label); i++) {
		screen_keys(s, "<Right>");
		screen_settle(s);
	}
	screen_wait_row(s, 0, label);
}

static const char *value(struct tap *t, const char *code, const char *field)
{
	return steps_value(t, FILE_NAME, tap_str(t, "asset/%s", code), field);
}

/* Enter saves and goes down, Tab to the next cell; each is a step of undo. */
static void text(struct tap *t)
{
	struct screen *s = in_cells(t, 24, 80);

	screen_keys(s, "<Enter><C-u>Neuer Name<Enter>");
	screen_wait(s, "saved A-0001 (u undoes)");
	screen_wait(s, ">A-0002");
	tap_is(t, value(t, "A-0001", "title"), "Neuer Name", "saved");
	screen_keys(s, "=<C-u>Zweiter<Tab>");
	screen_wait(s, "saved A-0002");
	screen_wait_row(s, 0, "=Category");
	screen_wait(s, ">A-0002");
	screen_keys(s, "u");
	screen_wait(s, "undone: edit A-0002");
	screen_keys(s, "u");
	screen_wait(s, "undone: edit A-0001");
	/* Esc leaves the cell as it was, then ends */
	screen_keys(s, "<Enter>xyz");
	screen_wait(s, "xyz");
	screen_keys(s, "<Esc>");
	screen_wait_gone(s, "xyz");
	screen_keys(s, "<Enter><Enter>");
	screen_wait(s, "A-0002 is as it was");
	screen_keys(s, "<Esc>");
	screen_wait_gone(s, "=Category");
	steps_leave(s);
}

static void widgets(struct tap *t)
{
	struct screen *s = in_cells(t, 24, 80);

	column(s, "=Owner");
	screen_keys(s, "<Enter>wei");
	screen_wait(s, "> P-0003  Jörg Weiß");
	screen_keys(s, "<Enter>");
	screen_wait_gone(s, "> P-0003");
	screen_keys(s, "<Enter>");
	screen_wait(s, "saved A-0001");
	tap_ok(t, strstr(value(t, "A-0001", "owner"), "P-0003") != NULL, "a reference");
	screen_keys(s, "g");
	column(s, "=Status");
	screen_keys(s, "<Enter><Right><Enter>");
	screen_wait(s, "saved A-0001");
	screen_wait(s, ">A-0002");
	tap_is(t, value(t, "A-0001", "status"), "in repair", "a choice");
	steps_leave(s);
}

/* What is refused stays in the cell, with the reason. */
static void refused(struct tap *t)
{
	struct screen *s = in_cells(t, 24, 80);

	screen_keys(s, "<Enter><C-u><Enter>");
	screen_wait_row(s, -2, "is required");
	screen_keys(s, "Doch<Enter>");
	screen_wait(s, "saved A-0001");
	tap_is(t, value(t, "A-0001", "title"), "Doch", "mended");
	steps_go(s, "risk", "Risks");
	screen_wait(s, ">R-0001");
	screen_keys(s, "=");
	column(s, "=Level");
	screen_keys(s, "<Enter>");
	screen_wait(s, "Level is derived");
	column(s, "=Due");
	screen_keys(s, "<Enter><C-u>2026-02-30<Enter>");
	screen_wait_row(s, -2, "2026-02-30");
	screen_wait_row(s, 0, "1/45");
	screen_keys(s, "<C-u>2026-12-24<Enter>");
	screen_wait(s, "saved R-0001");
	screen_wait(s, "2026-12-24");
	/* a move that the life cycle does not have */
	screen_keys(s, "g");
	column(s, "=Status");
	screen_keys(s, "<Enter>c<Enter>");
	screen_wait_row(s, -2, "cannot go from");
	screen_keys(s, "<Esc>");
	screen_wait_gone(s, "cannot go from");
	tap_is(t, steps_value(t, FILE_NAME, "risk/R-0001", "status"), "identified", "as it was");
	steps_leave(s);
}

/* Another's change is never overwritten, and what was typed is not lost. */
static void conflict(struct tap *t)
{
	struct screen *s = in_cells(t, 24, 80);

	screen_keys(s, "<Enter><C-u>Meiner");
	screen_wait(s, "Meiner");
	steps_cli(t, "-f", FILE_NAME, "set", "A-0001", "title=Ihrer", "location=Dach", NULL);
	screen_keys(s, "<Enter>");
	screen_wait_row(s, 0, "saved it meanwhile");
	screen_wait(s, "Ihrer");
	screen_keys(s, "<Esc>");
	screen_wait_row(s, -2, "what you typed is still here");
	screen_wait(s, "Meiner");
	screen_keys(s, "<Enter>");
	screen_wait_row(s, 0, "saved it meanwhile");
	screen_keys(s, "<Enter>");
	screen_wait_row(s, -2, "look it over and save again");
	screen_wait(s, "Meiner");
	screen_keys(s, "<Enter>");
	screen_wait(s, "saved A-0001");
	tap_is(t, value(t, "A-0001", "title"), "Meiner", "mine was chosen");
	tap_is(t, value(t, "A-0001", "location"), "Dach", "theirs stays");
	steps_leave(s);
}

/* Columns that are out of sight come into it. */
static void scrolls(struct tap *t)
{
	static const int sizes[][2] = {{10, 40}, {60, 200}};

	for (size_t i = 0; i < sizeof(sizes) / sizeof(sizes[0]); i++) {
		struct screen *s = in_cells(t, sizes[i][0], sizes[i][1]);

		column(s, "=Status");
		screen_wait_row(s, 1, "Status");
		screen_keys(s, "<Enter>");
		screen_wait(s, "[In use]");
		screen_keys(s, "<Esc>");
		screen_wait_gone(s, "[In use]");
		screen_keys(s, "<Left*20>");
		screen_wait_row(s, 0, "=Name");
		screen_keys(s, "<Esc>");
		screen_wait_gone(s, "=Name");
		steps_leave(s);
		screen_free(s);
	}
}

/* What the editor brought is a step to take back, before it and after it. */
static void editor(struct tap *t)
{
	struct screen *s;

	file_write(t, "editor", "printf 'vom Editor\\n' >\"$1\"\n");
	s = in_cells(t, 24, 80);
	screen_keys(s, "<Enter><C-u>getippt");
	screen_wait(s, "getippt");
	screen_keys(s, "<C-o>");
	screen_wait(s, "vom Editor");
	screen_keys(s, "<C-_>");
	screen_wait(s, "getippt");
	screen_keys(s, "<F6>");
	screen_wait(s, "vom Editor");
	screen_keys(s, "<F5>");
	screen_wait(s, "getippt");
	screen_keys(s, "<Enter>");
	screen_wait(s, "saved A-0001");
	tap_is(t, value(t, "A-0001", "title"), "getippt", "what was typed is there again");
	/* a choice too */
	screen_keys(s, "g");
	column(s, "=Status");
	screen_keys(s, "<Enter>");
	screen_wait(s, "[In use]");
	screen_keys(s, "<Right>");
	screen_wait_gone(s, "[In use]");
	screen_keys(s, "<F5>");
	screen_wait(s, "[In use]");
	screen_keys(s, "<Esc>");
	screen_wait_gone(s, "[In use]");
	steps_leave(s);
}

/* One key, one write, few bytes here too. */
static void few_bytes(struct tap *t)
{
	struct screen *s;
	struct screen_traffic sent;

	steps_sample(t, FILE_NAME);
	s = steps_open(t, NULL, FILE_NAME);
	screen_keys(s, "5");
	screen_wait(s, ">R-0001");
	screen_keys(s, "<Space><Space>=");
	screen_wait_row(s, 0, "=Risk");
	screen_settle(s);
	screen_keys(s, "<Down>");
	screen_settle(s);
	for (int i = 5; i <= 8; i++) {
		screen_bytes(s);
		screen_keys(s, "<Down>");
		screen_wait(s, tap_str(t, ">R-%04d", i));
		sent = screen_bytes(s);
		tap_ok(t, sent.bytes <= 350, "key %d: %zu bytes", i, sent.bytes);
		tap_is_int(t, (long)sent.writes, 1, "its writes");
		screen_settle(s);
	}
	screen_bytes(s);
	screen_keys(s, "<Right>");
	screen_wait_row(s, 0, "=Likelihood");
	sent = screen_bytes(s);
	tap_ok(t, sent.bytes <= 350, "sideways: %zu bytes", sent.bytes);
	steps_leave(s);
}

static const struct tap_case cases[] = {
	{.name = "text", .run = text},	       {.name = "widgets", .run = widgets},
	{.name = "refused", .run = refused},   {.name = "conflict", .run = conflict},
	{.name = "scrolls", .run = scrolls},   {.name = "few-bytes", .run = few_bytes},
	{.name = "editor", .run = editor},
};

int main(int argc, char **argv)
{
	return tap_run(cases, sizeof(cases) / sizeof(*cases), argc, argv);
}
