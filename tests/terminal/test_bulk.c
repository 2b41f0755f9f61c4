/* One field of many records, from the screen. */
#include "config.h"

#include <stdio.h>
#include <string.h>

#include "cli.h"
#include "files.h"
#include "screen.h"
#include "steps.h"
#include "tap.h"

#define FILE_NAME "sample.isms"

enum { MANY = 5000 };

static struct screen *in_list(struct tap *t, int rows, int cols)
{
	const struct screen_opts opts = {.rows = rows, .cols = cols};
	struct screen *s;

	steps_sample(t, FILE_NAME);
	s = steps_open(t, &opts, FILE_NAME);
	screen_keys(s, "5");
	screen_wait(s, ">R-0001");
	return s;
}

static const char *value(struct tap *t, const char *code, const char *field)
{
	return steps_value(t, FILE_NAME, tap_str(t, "risk/%s", code), field);
}

static void choose_field(struct screen *s, const char *name)
{
	screen_keys(s, "E");
	screen_wait(s, "Edit which field");
	screen_keys(s, name);
	screen_settle(s);
	screen_keys(s, "<Enter>");
	screen_wait_gone(s, "Edit which field");
}

/* A choice, on what is marked; No has the focus. */
static void state(struct tap *t)
{
	struct screen *s = in_list(t, 24, 80);

	screen_keys(s, "vjj<Enter>");
	screen_wait_row(s, 0, "3 marked");
	choose_field(s, "status");
	screen_wait(s, "> Identified");
	screen_keys(s, "j<Enter>");
	screen_wait(s, "> R-0001    Status: Identified -> Analysed");
	screen_wait(s, "  R-0003    Status: Identified -> Analysed");
	screen_wait(s, "3 change, 0 are so already, 0 cannot");
	screen_wait(s, "[ No ]");
	screen_keys(s, "<Enter>");
	screen_wait_row(s, 0, "3 marked");
	tap_is(t, value(t, "R-0001", "status"), "identified", "Enter said no");
	choose_field(s, "status");
	screen_wait(s, "> Identified");
	screen_keys(s, "j<Enter>");
	screen_wait(s, "[ No ]");
	screen_keys(s, "y");
	screen_wait(s, "changed 3 records (u undoes)");
	tap_is(t, value(t, "R-0003", "status"), "analysed", "y said yes");
	tap_is(t, value(t, "R-0004", "status"), "identified", "not the others");
	screen_keys(s, "u");
	screen_wait(s, "undone: edit R-0001, R-0002, R-0003");
	tap_is(t, value(t, "R-0002", "status"), "identified", "one step of undo");
	steps_leave(s);
}

/* What cannot go there is told with the reason, and left out if one agrees. */
static void refused(struct tap *t)
{
	struct screen *s;

	steps_sample(t, FILE_NAME);
	steps_cli(t, "-f", FILE_NAME, "set", "R-0002", "status=analysed", NULL);
	s = steps_open(t, NULL, FILE_NAME);
	screen_keys(s, "5");
	screen_wait(s, ">R-0001");
	screen_keys(s, "vj<Enter>");
	choose_field(s, "status");
	screen_keys(s, "jj<Enter>");
	screen_wait(s, ">!R-0001");
	screen_wait(s, "cannot go from 'identified' to 'evaluated'");
	screen_wait(s, "1 change, 0 are so already, 1 cannot");
	screen_wait(s, "Yes, without the 1 that cannot");
	screen_keys(s, "y");
	screen_wait(s, "changed 1 records");
	tap_is(t, value(t, "R-0001", "status"), "identified", "it was left out");
	tap_is(t, value(t, "R-0002", "status"), "evaluated", "the other was not");
	/* where none can there is no Yes */
	screen_keys(s, "<Esc>g");
	screen_wait_gone(s, "marked");
	choose_field(s, "status");
	screen_keys(s, "jj<Enter>");
	screen_wait(s, "0 change, 0 are so already, 1 cannot");
	screen_keys(s, "y");
	screen_settle(s);
	screen_wait(s, "0 change");
	screen_keys(s, "n");
	screen_wait_gone(s, "0 change");
	/* the reason is there whole, also where the row is cut */
	screen_keys(s, "j");
	screen_wait(s, ">R-0002");
	choose_field(s, "status");
	screen_keys(s, "jjjjj<Enter>");
	screen_wait(s, ">!R-0002");
	screen_wait(s, "owner first");
	screen_keys(s, "n");
	screen_wait_gone(s, "0 change");
	steps_leave(s);
}

static void links(struct tap *t)
{
	struct screen *s = in_list(t, 24, 80);

	screen_keys(s, "<Space><Space>");
	screen_wait_row(s, 0, "2 marked");
	choose_field(s, "Controls");
	screen_wait(s, "> Add to what is there");
	screen_keys(s, "<Enter>");
	screen_wait(s, "Controls:");
	screen_keys(s, "A.8.24");
	screen_wait(s, ">[ ] A.8.24");
	screen_keys(s, "<Enter>");
	screen_wait(s, "2 change");
	screen_keys(s, "y");
	screen_wait(s, "changed 2 records");
	tap_ok(t, strstr(value(t, "R-0001", "controls"), "A.8.24") != NULL, "linked");
	tap_ok(t, strstr(value(t, "R-0002", "controls"), "A.8.24") != NULL, "both");
	choose_field(s, "Controls");
	screen_wait(s, "> Add to what is there");
	screen_keys(s, "j<Enter>");
	screen_wait(s, "Controls:");
	screen_keys(s, "A.8.24");
	screen_wait(s, ">[ ] A.8.24");
	screen_keys(s, "<Enter>");
	screen_wait(s, "2 change");
	screen_keys(s, "y");
	screen_wait(s, "changed 2 records");
	tap_ok(t, !strstr(value(t, "R-0001", "controls"), "A.8.24"), "taken away");
	steps_leave(s);
}

/* A text and a date are typed; what is wrong stays to be mended. */
static void typed(struct tap *t)
{
	struct screen *s = in_list(t, 60, 200);

	screen_keys(s, "vj<Enter>");
	screen_wait_row(s, 0, "2 marked");
	choose_field(s, "review");
	screen_wait(s, "empty clears it");
	screen_keys(s, "2026-02-30<Enter>");
	screen_wait_row(s, -2, "2026-02-30");
	screen_keys(s, "<C-u>2026-12-31<Enter>");
	screen_wait(s, "-> 2026-12-31");
	screen_keys(s, "y");
	screen_wait(s, "changed 2 records");
	choose_field(s, "review");
	screen_wait(s, "empty clears it");
	screen_keys(s, "<Enter>");
	screen_wait(s, "2026-12-31 -> -");
	screen_keys(s, "y");
	screen_wait(s, "changed 2 records");
	choose_field(s, "review");
	screen_wait(s, "empty clears it");
	screen_keys(s, "<Enter>");
	screen_wait(s, "all are so already");
	steps_leave(s);
}

/* Somebody else was quicker: it is told, and looked at again. */
static void stale(struct tap *t)
{
	struct screen *s = in_list(t, 24, 80);

	screen_keys(s, "vj<Enter>");
	choose_field(s, "category");
	screen_wait(s, "empty clears it");
	screen_keys(s, "von uns<Enter>");
	screen_wait(s, "2 change");
	steps_cli(t, "-f", FILE_NAME, "set", "R-0002", "category=von denen", NULL);
	screen_keys(s, "y");
	screen_wait(s, "R-0002 was changed by");
	screen_wait(s, "von denen -> von uns");
	tap_ok(t, strcmp(value(t, "R-0001", "category"), "von uns") != 0, "nothing was written");
	screen_keys(s, "y");
	screen_wait(s, "changed 2 records");
	tap_is(t, value(t, "R-0002", "category"), "von uns", "after another look");
	steps_leave(s);
}

/* Progress, and Esc in the middle of it leaves nothing half done. */
static void thousands(struct tap *t)
{
	enum { LINE = 24 };
	char *text = tap_alloc(t, (size_t)(MANY + 1) * LINE), *at = text;
	struct screen *s;

	at += sprintf(at, "Name\n");
	for (int i = 0; i < MANY; i++)
		at += sprintf(at, "Asset %d\n", i);
	file_write(t, "many.csv", text);
	steps_init(t, FILE_NAME);
	steps_cli(t, "-f", FILE_NAME, "import", "asset", "many.csv", NULL);
	s = steps_open(t, NULL, FILE_NAME);
	screen_keys(s, "4A");
	screen_wait_row(s, 0, "5000 marked");
	choose_field(s, "location");
	screen_wait(s, "empty clears it");
	screen_keys(s, "Keller<Enter>");
	screen_wait(s, "5000 change");
	screen_keys(s, "y");
	screen_wait(s, "5000 records: type the number:");
	steps_long(s, "5000<Enter>", "/5000");
	steps_press(s, "<Esc>", "cancelled");
	tap_is(t, steps_value(t, FILE_NAME, "asset/A-0001", "location"), "", "nothing is left of it");
	choose_field(s, "location");
	screen_wait(s, "empty clears it");
	screen_keys(s, "Keller<Enter>");
	screen_wait(s, "5000 change");
	screen_keys(s, "y");
	screen_wait(s, "5000 records: type the number:");
	screen_keys(s, "5000<Enter>");
	screen_wait(s, "changed 5000 records (u undoes)");
	tap_is(t, steps_value(t, FILE_NAME, "asset/A-5000", "location"), "Keller", "all");
	screen_keys(s, "u");
	screen_wait(s, "undone: edit 5000 asset");
	tap_is(t, steps_value(t, FILE_NAME, "asset/A-5000", "location"), "", "one step of undo");
	/* the same of archiving */
	screen_keys(s, "D");
	screen_wait(s, "Archive 5000 records?");
	screen_keys(s, "y");
	screen_wait(s, "5000 records: type the number:");
	steps_long(s, "5000<Enter>", "/5000");
	steps_press(s, "<Esc>", "cancelled");
	screen_wait_row(s, 0, "5000 marked");
	steps_leave(s);
	steps_cli(t, "-f", FILE_NAME, "doctor", NULL);
}

static void small(struct tap *t)
{
	struct screen *s = in_list(t, 10, 40);

	screen_keys(s, "vjj<Enter>");
	choose_field(s, "category");
	screen_wait(s, "empty clears it");
	screen_keys(s, "x<Enter>");
	screen_wait(s, "3 change");
	screen_wait(s, "[ No ]");
	screen_keys(s, "<Down><Down>");
	screen_wait(s, "> R-0003 ");
	screen_keys(s, "<Right><Enter>");
	screen_wait(s, "changed 3 records");
	steps_leave(s);
}

static const struct tap_case cases[] = {
	{.name = "state", .run = state},   {.name = "refused", .run = refused},
	{.name = "links", .run = links},   {.name = "typed", .run = typed},
	{.name = "stale", .run = stale},   {.name = "thousands", .run = thousands},
	{.name = "small", .run = small},
};

int main(int argc, char **argv)
{
	return tap_run(cases, sizeof(cases) / sizeof(*cases), argc, argv);
}
