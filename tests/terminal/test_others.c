/* What other processes do to the file while somebody looks at it. */
#include "config.h"

#include <string.h>
#include <unistd.h>

#include "cli.h"
#include "files.h"
#include "screen.h"
#include "steps.h"
#include "tap.h"

#define FILE_NAME "sample.isms"

static struct screen *in_list(struct tap *t)
{
	struct screen *s;

	steps_sample(t, FILE_NAME);
	s = steps_open(t, NULL, FILE_NAME);
	screen_keys(s, "5");
	screen_wait(s, ">R-0001");
	return s;
}

/* The list, the counts and the open record follow; the cursor stays. */
static void reload(struct tap *t)
{
	struct screen *s = in_list(t);

	screen_keys(s, "jj");
	screen_wait(s, ">R-0003");
	steps_cli(t, "-f", FILE_NAME, "set", "R-0002", "title=Anders", NULL);
	screen_wait(s, "somebody else changed the file: shown anew");
	screen_wait(s, "R-0002  Anders");
	screen_wait(s, ">R-0003");
	steps_cli(t, "-f", FILE_NAME, "add", "risk", "title=Ganz neu", NULL);
	screen_wait_row(s, 0, "3/46");
	steps_cli(t, "-f", FILE_NAME, "archive", "R-0001", NULL);
	screen_wait_row(s, 0, "2/45");
	screen_wait(s, ">R-0003");
	screen_keys(s, "<Enter>");
	screen_wait_row(s, 0, "R-0003 Loss of a laptop");
	steps_cli(t, "-f", FILE_NAME, "set", "R-0003", "scenario=Im Zug vergessen", NULL);
	screen_wait(s, "Im Zug vergessen");
	steps_cli(t, "-f", FILE_NAME, "archive", "R-0003", NULL);
	screen_wait_row(s, 0, "(archived)");
	screen_keys(s, "q");
	screen_wait_row(s, 0, "/44");
	screen_keys(s, ":messages<Enter>");
	screen_wait_row(s, 0, "Messages");
	screen_wait(s, "somebody else changed the file: shown anew");
	screen_keys(s, "q");
	screen_wait_row(s, 0, "Risks");
	steps_leave(s);
}

/* Both changed the title; only they the category, only I the scenario. */
static struct screen *conflict(struct tap *t)
{
	struct screen *s = in_list(t);

	screen_keys(s, "e");
	screen_wait(s, "> Risk*");
	screen_keys(s, "<C-u>Meiner");
	steps_field(s, "Category");
	screen_keys(s, "von mir");
	steps_cli(t, "-f", FILE_NAME, "set", "R-0001", "title=Ihrer", "priority=2", NULL);
	screen_keys(s, "<C-s>");
	screen_wait_row(s, 0, "saved it meanwhile");
	screen_wait(s, "was");
	screen_wait(s, "Ransomware: file server");
	screen_wait(s, "Meiner");
	screen_wait(s, "Ihrer");
	return s;
}

static void merge(struct tap *t)
{
	struct screen *s = conflict(t);

	tap_ok(t, !screen_has(s, "Category"), "what only one changed is no question");
	screen_wait_row(s, 23, "Enter Go on   Space Mine or theirs   Esc Cancel");
	screen_match(s, "golden/conflict");
	screen_keys(s, "<Space><Enter>");
	screen_wait(s, "look it over and save again");
	screen_wait_row(s, 0, "Edit R-0001");
	screen_keys(s, "<C-s>");
	screen_wait(s, "saved R-0001");
	tap_is(t, steps_value(t, FILE_NAME, "risk/R-0001", "title"), "Ihrer", "theirs was taken");
	tap_is(t, steps_value(t, FILE_NAME, "risk/R-0001", "category"), "von mir", "mine stays");
	tap_is(t, steps_value(t, FILE_NAME, "risk/R-0001", "priority"), "2", "theirs stays");
	steps_leave(s);
}

static void merge_mine(struct tap *t)
{
	struct screen *s = conflict(t);

	screen_keys(s, "<Enter>");
	screen_wait(s, "look it over and save again");
	screen_keys(s, "<C-s>");
	screen_wait(s, "saved R-0001");
	tap_is(t, steps_value(t, FILE_NAME, "risk/R-0001", "title"), "Meiner", "mine");
	tap_is(t, steps_value(t, FILE_NAME, "risk/R-0001", "priority"), "2", "theirs stays");
	steps_leave(s);
}

static void merge_later(struct tap *t)
{
	struct screen *s = conflict(t);

	screen_keys(s, "<Esc>");
	screen_wait(s, "not saved: it was changed meanwhile");
	screen_wait(s, "von mir");
	screen_keys(s, "<Esc>");
	screen_wait(s, "Keep editing");
	screen_keys(s, "d");
	screen_wait_row(s, 0, "Risks");
	tap_is(t, steps_value(t, FILE_NAME, "risk/R-0001", "title"), "Ihrer", "theirs");
	tap_is(t, steps_value(t, FILE_NAME, "risk/R-0001", "category"), "", "nothing of mine");
	steps_leave(s);
}

/* What somebody archived meanwhile is saved by who knows that. */
static void archived(struct tap *t)
{
	struct screen *s = in_list(t);

	screen_keys(s, "e");
	screen_wait(s, "> Risk*");
	screen_keys(s, "<C-u>Meiner");
	steps_cli(t, "-f", FILE_NAME, "archive", "R-0001", NULL);
	screen_keys(s, "<C-s>");
	screen_wait(s, "archived it meanwhile; saved again it stays archived");
	screen_keys(s, "<C-s>");
	screen_wait(s, "saved R-0001");
	screen_wait_row(s, 0, "/44");
	steps_leave(s);
	steps_cli(t, "-f", FILE_NAME, "archive", "--restore", "R-0001", NULL);
	tap_is(t, steps_value(t, FILE_NAME, "risk/R-0001", "title"), "Meiner", "saved");
}

/* A lock that does not go away is told, and nothing typed is lost. */
static void locked(struct tap *t)
{
	static const char *const env[] = {NULL};
	const struct screen_opts opts = {.wait_ms = 30000, .run = {.env = env}};
	struct spawn_opts shell = {.binary = "/bin/sh"};
	struct screen *s, *other;

	steps_sample(t, FILE_NAME);
	s = steps_open(t, &opts, FILE_NAME);
	screen_keys(s, "5e");
	screen_wait(s, "> Risk*");
	screen_keys(s, "<C-u>Getippt");
	other = screen_run(
		t, &(struct screen_opts){.run = shell},
		(const char *const[]){"-c",
				      "(echo 'begin immediate;'; echo '.print held'; read "
				      "x; echo 'rollback;') | sqlite3 " FILE_NAME "; echo released",
				      NULL});
	screen_pump(other, 200);
	if (screen_has(other, "not found"))
		tap_skip(t, "no sqlite3");
	screen_wait(other, "held");
	screen_keys(s, "<C-s>");
	screen_wait(s, "written"); /* one word: the length of the path decides where lines break */
	screen_wait(s, "Getippt");
	screen_keys(other, "\n");
	screen_wait(other, "released");
	screen_keys(s, "t");
	screen_wait(s, "saved R-0001");
	tap_is(t, steps_value(t, FILE_NAME, "risk/R-0001", "title"), "Getippt", "saved at last");
	steps_leave(s);
}

static void read_only(struct tap *t)
{
	struct screen *s;

	steps_sample(t, FILE_NAME);
	file_copy(t, FILE_NAME, "before.isms");
	s = screen_start(t, 24, 80, "--read-only", FILE_NAME, NULL);
	screen_wait_row(s, 0, "RO");
	screen_keys(s, "5");
	screen_wait_row(s, 0, "1/45  RO");
	tap_ok(t, !screen_has(s, " e Edit"), "no keys that write are offered");
	for (const char *key = "aeDiu="; *key; key++) {
		screen_keys(s, (const char[]){*key, '\0'});
		screen_wait(s, "reading only");
		screen_keys(s, "j");
		screen_wait_gone(s, "reading only");
	}
	screen_keys(s, "q");
	screen_wait_row(s, 0, "Dashboard");
	screen_keys(s, "q");
	tap_is_int(t, screen_exit(s), 0, "left with q");
	tap_ok(t, file_same(t, FILE_NAME, "before.isms"), "not one byte has changed");
}

static const struct tap_case cases[] = {
	{.name = "reload", .run = reload},	   {.name = "merge", .run = merge},
	{.name = "merge-mine", .run = merge_mine}, {.name = "merge-later", .run = merge_later},
	{.name = "archived", .run = archived},
	{.name = "locked", .run = locked},	   {.name = "read-only", .run = read_only},
};

int main(int argc, char **argv)
{
	return tap_run(cases, sizeof(cases) / sizeof(*cases), argc, argv);
}
