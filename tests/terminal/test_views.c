/* What the views look like, and what each can do besides the main job. */
#include "config.h"

#include <stdio.h>
#include <string.h>

#include "cli.h"
#include "files.h"
#include "screen.h"
#include "steps.h"
#include "tap.h"

#define FILE_NAME "sample.isms"

static struct screen *open_sample(struct tap *t)
{
	steps_sample(t, FILE_NAME);
	return steps_open(t, NULL, FILE_NAME);
}

/* -- what they look like ----------------------------------------------------------- */

/* Without the menu, which grows; of what grows else, the first lines. */
static void looks(struct tap *t)
{
	struct screen *s = open_sample(t);

	screen_keys(s, "\\");
	screen_wait_gone(s, "2 Context");
	steps_go(s, "risk", "Risks");
	screen_match(s, "golden/list");
	screen_keys(s, "<Enter>");
	screen_wait_row(s, 0, "R-0001 Ransomware");
	screen_match_rows(s, "golden/record", 0, 6);
	screen_keys(s, "<Esc>");
	steps_go(s, "action", "Actions");
	screen_keys(s, "ax<C-s>");
	screen_wait(s, "added AC-0001");
	screen_keys(s, "<Enter>");
	screen_wait(s, "Derived"); /* what is computed has a heading */
	steps_go(s, "risk", "Risks");
	screen_keys(s, "<Enter>");
	screen_wait_row(s, 0, "R-0001 Ransomware");
	screen_keys(s, "e");
	screen_wait_row(s, 0, "Edit R-0001");
	screen_match_rows(s, "golden/form", 1, 5);
	screen_keys(s, "<Esc>m");
	screen_wait_row(s, 0, "Risk matrix");
	screen_match(s, "golden/matrix");
	screen_keys(s, "?");
	screen_wait(s, "Keys of this view");
	screen_wait(s, "> Enter          Open what the cursor is on");
	screen_wait(s, "i              Inherent risk: without any control");
	screen_keys(s, "<Esc>");
	screen_wait_gone(s, "Keys of this view");
	screen_keys(s, "h<Enter>");
	screen_wait_row(s, 0, "Risks  /current_l=5 current_i=4");
	screen_keys(s, "<Esc>"); /* of the filter, then back to the cell */
	screen_wait_row(s, 0, "/45");
	screen_keys(s, "<Esc>");
	screen_wait_row(s, 0, "Risk matrix");
	screen_wait(s, ">     2 VH        1 VH");
	steps_go(s, "risk_acceptance", "Risk acceptances");
	screen_match(s, "golden/empty");
	steps_leave(s);
}

static void preview(struct tap *t)
{
	struct screen *s;

	steps_data(t, "risks.csv");
	s = open_sample(t);
	screen_keys(s, "5irisks.csv<Enter>");
	screen_wait(s, "6 rows:");
	screen_match(s, "golden/import");
	screen_keys(s, "<Esc>");
	steps_leave(s);
}

/* -- the start ---------------------------------------------------------------------- */

static void start(struct tap *t)
{
	struct screen *s = screen_start(t, 24, 80, NULL);

	screen_wait(s, "> New");
	screen_match(s, "golden/start");
	screen_keys(s, "m:5ia"); /* nothing of that works without a file */
	screen_settle(s);
	screen_match(s, "golden/start");
	screen_keys(s, "<Down>");
	screen_wait(s, "> Open");
	screen_keys(s, "<Up><Up>");
	screen_wait(s, "> Quit");
	screen_keys(s, "n<Esc>");
	screen_wait_gone(s, "Name of the organisation");
	screen_keys(s, "<Enter>");
	tap_is_int(t, screen_exit(s), 0, "left by Quit");
	screen_restored(s);
}

static void open_file(struct tap *t)
{
	struct screen *s;

	steps_sample(t, FILE_NAME);
	file_write(t, "text.isms", "this is no database\n");
	s = screen_start(t, 24, 80, NULL);
	screen_wait(s, "> New");
	screen_keys(s, "omissing.isms<Enter>");
	screen_wait(s, "There is no such file");
	screen_keys(s, "<Esc>");
	screen_wait(s, "> New");
	screen_keys(s, "otext<Tab><Enter>");
	screen_wait(s, "This is not a file of isms");
	screen_keys(s, "osam<Tab>");
	screen_wait(s, "Open file: sample.isms");
	screen_keys(s, "<F1>");
	screen_wait(s, "completes; again walks through what there is");
	screen_keys(s, "<Esc>");
	screen_wait(s, "Open file: sample.isms");
	screen_keys(s, "<Enter>");
	screen_wait_row(s, 0, "isms sample.isms");
	screen_wait(s, "5 Risks");
	steps_leave(s);
}

static void demonstration(struct tap *t)
{
	struct screen *s = screen_start(t, 24, 80, NULL);

	screen_wait(s, "> New");
	screen_keys(s, "d");
	screen_wait_row(s, 0, "(demonstration)");
	screen_keys(s, "5");
	screen_wait(s, ">R-0001");
	steps_leave(s);
	tap_is_int(t, screen_exit(s), 0, "left with q");
	screen_restored(s);
}

/* -- the menu ------------------------------------------------------------------------ */

static bool on_unused(struct screen *s)
{
	int row, col;

	return screen_find(s, " unused ", &row, &col) && screen_line(s, row)[0] == '>';
}

static void menu(struct tap *t)
{
	struct screen *s = open_sample(t);

	screen_keys(s, "<F9>");
	screen_wait(s, ">1 Dashboard");
	screen_keys(s, "jj");
	screen_wait(s, ">3 Leadership");
	tap_ok(t, !screen_has(s, "People"), "moving opens nothing");
	screen_keys(s, "l");
	screen_wait(s, "   People        4");
	screen_wait(s, "unused +");
	tap_ok(t, !screen_has(s, "Assignments"), "what is not used is folded away");
	screen_keys(s, "<End>");
	screen_wait(s, ">0 Improvement");
	for (int i = 0; i < 20 && !on_unused(s); i++) {
		screen_keys(s, "k");
		screen_settle(s);
	}
	screen_keys(s, "<Enter>");
	screen_wait(s, "unused -");
	screen_wait(s, "Assignments");
	screen_keys(s, "<Enter>");
	screen_wait(s, "unused +");
	screen_wait_gone(s, "Assignments");
	screen_keys(s, "h");
	screen_wait(s, ">3 Leadership");
	screen_keys(s, "h");
	screen_wait_gone(s, "unused");
	screen_keys(s, "<End>");
	screen_wait(s, ">0 Improvement");
	screen_keys(s, "<Home><Enter>");
	screen_wait_row(s, 0, "Dashboard");
	/* what is used is not folded any more */
	steps_go(s, "org_unit", "Units");
	screen_wait(s, ">  Units");
	steps_go(s, "person", "People");
	steps_cli(t, "-f", FILE_NAME, "add", "org_unit", "title=Vertrieb", NULL);
	screen_keys(s, "2");
	screen_wait(s, "  Units         1");
	steps_leave(s);
}

/* A low window: it scrolls, and what the cursor is on is seen. */
static void menu_scrolls(struct tap *t)
{
	struct screen_opts opts = {.rows = 12, .cols = 80};
	struct screen *s;

	steps_sample(t, FILE_NAME);
	s = steps_open(t, &opts, FILE_NAME);
	screen_keys(s, "5");
	screen_wait(s, ">R-0001");
	screen_keys(s, "<F9><End>");
	screen_wait(s, ">0 Improvement");
	screen_keys(s, "<Home>");
	screen_wait(s, ">1 Dashboard");
	screen_keys(s, "<Enter>");
	steps_leave(s);
}

/* -- panes and messages ----------------------------------------------------------------- */

static void detail(struct tap *t)
{
	struct screen *s = open_sample(t);

	screen_keys(s, "5");
	screen_wait(s, ">R-0001");
	screen_keys(s, "<Tab>");
	screen_wait(s, "Risk");
	screen_wait(s, "│>Risk "); /* the cursor is in the detail, which shows all */
	screen_keys(s, "G");
	screen_wait_gone(s, "│>Risk ");
	screen_keys(s, "g");
	screen_wait(s, "│>Risk ");
	screen_keys(s, "<Tab>");
	screen_wait_gone(s, "│>Risk ");
	screen_keys(s, "<Tab>j"); /* from the menu back to the list */
	screen_wait(s, ">R-0002");
	screen_keys(s, "<Tab>");
	screen_wait(s, "Flood: file server");
	screen_keys(s, "<Esc>j");
	screen_wait(s, ">R-0003");
	steps_leave(s);
}

static void messages(struct tap *t)
{
	struct screen *s = open_sample(t);

	steps_go(s, "risk", "Risks");
	screen_keys(s, ":risk level=nonsense<Enter>");
	screen_wait_row(s, -2, "nonsense");
	screen_keys(s, "<Esc>");
	screen_wait_gone(s, "Command, register");
	steps_go(s, "messages", "Messages");
	screen_wait_row(s, 1, "nonsense");
	screen_keys(s, "<Esc>");
	screen_wait_row(s, 0, "Risks");
	steps_leave(s);
}

/* -- links to any record ------------------------------------------------------------------ */

static void link_field(struct tap *t)
{
	struct screen *s = open_sample(t);

	steps_go(s, "approval", "Approvals");
	screen_keys(s, "a");
	screen_wait_row(s, 0, "New: Approval");
	steps_field(s, "Record");
	screen_keys(s, "X-99");
	screen_wait(s, "? ");
	screen_keys(s, "<C-u><F4>");
	screen_wait(s, "In which register");
	screen_keys(s, "risks<Enter>");
	screen_wait(s, "R-0001  Ransomware");
	screen_keys(s, "careless");
	screen_wait(s, "> R-0008  Careless supplier");
	screen_keys(s, "<Enter>");
	screen_wait(s, "= Careless supplier");
	screen_keys(s, "<Esc>d");
	steps_leave(s);
}

/* -- import ---------------------------------------------------------------------------------- */

static void dialect(struct tap *t)
{
	struct screen *s;

	file_write(t, "odd.csv", "Name|Location\nM\xfcller, Keller|K 1\nZweiter|K 2\n");
	s = open_sample(t);
	screen_keys(s, "4iodd.csv<Enter>");
	screen_wait(s, "CP1252");
	screen_wait(s, "Müller, Keller");
	screen_keys(s, ",");
	screen_wait(s, "Cells are parted by");
	screen_keys(s, "<Down*1><Enter>");
	screen_wait(s, "cells parted by ','");
	screen_wait_row(s, 0, "1/");
	screen_keys(s, ",");
	screen_wait(s, "Cells are parted by");
	screen_keys(s, "<End><Enter>");
	screen_wait(s, "cells parted by '|'");
	screen_wait(s, "2 rows: 2 new");
	screen_keys(s, "o");
	screen_wait(s, "Encoding, such as CP1252");
	screen_keys(s, "CP850<Enter>");
	screen_wait(s, "CP850");
	screen_wait_gone(s, "Müller");
	screen_keys(s, "o<C-u>NONSENSE<Enter>");
	screen_wait(s, "NONSENSE");
	screen_wait(s, "CP850, cells parted by '|'");
	screen_keys(s, "o<C-u>CP1252<Enter>");
	screen_wait(s, "Müller, Keller");
	screen_keys(s, "I");
	screen_wait(s, "Import 2 new and 0 changed records?");
	screen_keys(s, "y");
	screen_wait(s, "2 new, 0 changed, 0 same");
	steps_leave(s);
}

/* Esc while it reads, and while it writes: nothing is left of it. */
static void cancelled(struct tap *t)
{
	enum { ROWS = 30000, LINE = 40 };
	char *text = tap_alloc(t, (size_t)ROWS * LINE), *at = text;
	struct cli c;
	struct screen *s;

	at += sprintf(at, "Name,Location\n");
	for (int i = 0; i < ROWS; i++)
		at += sprintf(at, "Asset %d,Room %d\n", i, i % 100);
	file_write(t, "many.csv", text);
	s = open_sample(t);
	steps_long(s, "4imany.csv<Enter>", "reading");
	steps_press(s, "<Esc>", "cancelled");
	screen_keys(s, "I");
	screen_wait(s, "Import 30000 new and 0 changed records?");
	steps_long(s, "y", "importing");
	steps_press(s, "<Esc>", "cancelled");
	screen_settle(s);
	screen_keys(s, "<Esc>");
	screen_wait_row(s, 0, "1/5");
	steps_leave(s);
	cli_do(t, &c, "-f", FILE_NAME, "list", "asset", "--where", "Asset", "--format", "tsv",
	       "--columns", "code", NULL);
	tap_ok(t, !strstr(c.out, "A-0006"), "nothing was imported");
	cli_do(t, &c, "-f", FILE_NAME, "doctor", NULL);
	tap_is_int(t, c.status, 0, "doctor: %s", c.out);
}

static const struct tap_case cases[] = {
	{.name = "looks", .run = looks},
	{.name = "preview", .run = preview},
	{.name = "start", .run = start},
	{.name = "open", .run = open_file},
	{.name = "demonstration", .run = demonstration},
	{.name = "menu", .run = menu},
	{.name = "menu-scrolls", .run = menu_scrolls},
	{.name = "detail", .run = detail},
	{.name = "messages", .run = messages},
	{.name = "link", .run = link_field},
	{.name = "dialect", .run = dialect},
	{.name = "cancelled", .run = cancelled},
};

int main(int argc, char **argv)
{
	return tap_run(cases, sizeof(cases) / sizeof(*cases), argc, argv);
}
