/* Marks in a list, and what acts on what is marked. */
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
	struct screen *s;

	steps_sample(t, FILE_NAME);
	s = steps_open(t, &opts, FILE_NAME);
	screen_keys(s, "5");
	screen_wait(s, ">R-0001");
	return s;
}

static struct screen *in_list(struct tap *t)
{
	return in_list_of(t, 24, 80);
}

static const char *listed(struct tap *t, const char *where)
{
	struct cli c;

	cli_do(t, &c, "-f", FILE_NAME, "list", "risk", "--where", where, "--columns", "code",
	       "--format", "tsv", NULL);
	return tap_str(t, "%s", c.out);
}

static void space(struct tap *t)
{
	struct screen *s = in_list(t);

	screen_keys(s, "<Space>");
	screen_wait_row(s, 0, "2/45  1 marked");
	screen_wait(s, "*R-0001");
	screen_wait(s, ">R-0002");
	screen_keys(s, "j<Space>k");
	screen_wait(s, ">R-0003 *");
	screen_wait_row(s, 0, "2 marked");
	screen_keys(s, "<Space>");
	screen_wait_row(s, 0, "1 marked");
	tap_ok(t, !screen_has(s, "*R-0003"), "Space takes a mark away");
	screen_keys(s, "<Esc>");
	screen_wait_gone(s, "marked");
	screen_wait_gone(s, "*R-0001");
	screen_wait_row(s, 0, "Risks");
	steps_leave(s);
}

static void range(struct tap *t)
{
	struct screen *s = in_list(t);

	screen_keys(s, "jvjj");
	screen_wait_row(s, 0, "range");
	screen_wait(s, "*R-0002");
	screen_wait(s, "*R-0003");
	screen_keys(s, "<Esc>");
	screen_wait_gone(s, "*R-0002");
	tap_ok(t, !screen_has(s, "marked"), "Esc leaves it");
	screen_keys(s, "vkk<Enter>");
	screen_wait_row(s, 0, "2/45  3 marked");
	screen_wait(s, "*R-0004");
	screen_wait(s, ">R-0002 *");
	screen_keys(s, "GvggD"); /* what acts ends it too */
	screen_wait(s, "Archive 45 records?");
	screen_keys(s, "<Esc>");
	screen_wait_row(s, 0, "45 marked");
	steps_leave(s);
}

static void all_and_none(struct tap *t)
{
	struct screen *s = in_list(t);

	screen_keys(s, "/laptop<Enter>");
	screen_wait_row(s, 0, "1/");
	screen_keys(s, "A");
	screen_wait_row(s, 0, "marked");
	screen_wait(s, ">R-0003 *");
	screen_keys(s, "<Esc>");
	screen_wait_row(s, 0, "/45");
	screen_wait_row(s, 0, "marked");
	screen_keys(s, "s");
	screen_wait(s, "Sort by");
	screen_keys(s, "code<Enter>");
	screen_wait_row(s, 0, "^ Code");
	screen_wait(s, ">R-0003 *");
	screen_keys(s, "<Esc>");
	screen_wait_gone(s, "marked");
	screen_keys(s, "g<Space>*");
	screen_wait_row(s, 0, "44 marked");
	screen_wait(s, " R-0001");
	screen_keys(s, "*A");
	screen_wait_row(s, 0, "45 marked");
	steps_leave(s);
}

/* Marks are of records: what others do moves them along, and takes away those
 * of records that are gone. */
static void others(struct tap *t)
{
	struct screen *s;

	steps_sample(t, FILE_NAME);
	steps_cli(t, "-f", FILE_NAME, "add", "risk", "title=Nur kurz da", NULL);
	s = steps_open(t, NULL, FILE_NAME);
	screen_keys(s, "5");
	screen_wait_row(s, 0, "1/46");
	screen_keys(s, "G<Space>");
	screen_wait(s, ">R-0046 *");
	screen_keys(s, "gj<Space><Space>");
	screen_wait_row(s, 0, "4/46  3 marked");
	steps_cli(t, "-f", FILE_NAME, "archive", "R-0001", NULL);
	screen_wait_row(s, 0, "3/45  3 marked");
	screen_wait(s, "*R-0002");
	steps_cli(t, "-f", FILE_NAME, "archive", "R-0002", NULL);
	screen_wait_row(s, 0, "2/44  2 marked");
	steps_cli(t, "-f", FILE_NAME, "undo", NULL);
	steps_cli(t, "-f", FILE_NAME, "undo", NULL);
	steps_cli(t, "-f", FILE_NAME, "undo", NULL);
	screen_wait_row(s, 0, "/45  1 marked");
	steps_leave(s);
}

static void archive(struct tap *t)
{
	struct screen *s = in_list(t);

	screen_keys(s, "<Space><Space>D");
	screen_wait(s, "Archive 2 records?");
	screen_wait(s, "R-0002 ");
	screen_keys(s, "<Enter>");
	screen_wait_row(s, 0, "2 marked");
	screen_keys(s, "/laptop<Enter>");
	screen_wait_row(s, 0, "/laptop");
	screen_keys(s, "D");
	screen_wait(s, "2 of them are marked but not shown");
	screen_keys(s, "<Esc>");
	screen_wait_gone(s, "2 of them are marked but not shown");
	screen_keys(s, "E");
	screen_wait(s, "> Risk");
	screen_keys(s, "Category<Enter>");
	screen_wait(s, "Category:");
	screen_keys(s, "fire<Enter>");
	screen_wait(s, "2 of them are marked but not shown");
	screen_keys(s, "<Esc>");
	screen_wait_gone(s, "2 of them are marked but not shown");
	screen_keys(s, "D");
	screen_wait(s, "2 of them are marked but not shown");
	screen_keys(s, "y");
	screen_wait(s, "archived 2 records (u undoes)");
	screen_wait_gone(s, "marked");
	screen_keys(s, "<Esc>");
	screen_wait_row(s, 0, "/43");
	screen_keys(s, ".");
	screen_wait_row(s, 0, "1/2");
	screen_keys(s, "AD");
	screen_wait(s, "Bring 2 records back?");
	screen_keys(s, "y");
	screen_wait(s, "brought 2 records back");
	screen_keys(s, ".u");
	screen_wait_row(s, 0, "/43");
	screen_keys(s, "U");
	screen_wait_row(s, 0, "/45");
	steps_leave(s);
}

/* Above 20 the number is typed. */
static void many(struct tap *t)
{
	struct screen *s = in_list(t);

	screen_keys(s, "AD");
	screen_wait(s, "and 37 more");
	screen_keys(s, "y");
	screen_wait(s, "45 records: type the number:");
	screen_keys(s, "44<Enter>");
	screen_wait(s, "'44' is not 45: nothing was changed");
	screen_keys(s, "Dy");
	screen_wait(s, "type the number:");
	screen_keys(s, "45<Enter>");
	screen_wait(s, "archived 45 records");
	screen_wait(s, "Nothing here yet.");
	screen_keys(s, "u");
	screen_wait_row(s, 0, "/45");
	steps_leave(s);
	tap_ok(t, strstr(listed(t, ""), "R-0045") != NULL, "one step of undo brings all back");
}

static void export(struct tap *t)
{
	struct screen *s = in_list(t);
	char *text = NULL;

	screen_keys(s, "jj<Space>s");
	screen_wait(s, "Sort by");
	screen_keys(s, "code<Enter>");
	screen_wait_row(s, 0, "^ Code");
	screen_keys(s, "]");
	screen_wait_row(s, 0, "v Code");
	screen_keys(s, "g<Space>x");
	screen_wait(s, "Export the 2 marked as");
	screen_keys(s, "<Down*2><Enter>");
	screen_wait(s, "Export to: risk.tsv");
	screen_keys(s, "<Enter>");
	screen_wait(s, "2 records exported to 'risk.tsv'");
	steps_leave(s);
	file_read(t, "risk.tsv", &text);
	tap_ok(t, strstr(text, "R-0045") && strstr(text, "R-0003"), "both are there");
	tap_ok(t, strstr(text, "R-0045") < strstr(text, "R-0003"), "in the order of the list");
	tap_ok(t, !strstr(text, "R-0001"), "nothing else");
}

static void sizes(struct tap *t)
{
	static const int sizes[][2] = {{10, 40}, {60, 200}};

	for (size_t i = 0; i < sizeof(sizes) / sizeof(sizes[0]); i++) {
		struct screen *s = in_list_of(t, sizes[i][0], sizes[i][1]);

		screen_keys(s, "vj<Enter>");
		screen_wait_row(s, 0, "2 marked");
		screen_wait(s, ">R-0002 *");
		screen_keys(s, "D");
		screen_wait(s, "Archive 2 records?");
		screen_keys(s, "<Esc>");
		screen_wait_gone(s, "Archive 2 records?");
		steps_leave(s);
		screen_free(s);
	}
}

static const struct tap_case cases[] = {
	{.name = "space", .run = space},     {.name = "range", .run = range},
	{.name = "all", .run = all_and_none}, {.name = "others", .run = others},
	{.name = "archive", .run = archive}, {.name = "many", .run = many},
	{.name = "export", .run = export},   {.name = "sizes", .run = sizes},
};

int main(int argc, char **argv)
{
	return tap_run(cases, sizeof(cases) / sizeof(*cases), argc, argv);
}
