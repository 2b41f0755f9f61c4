/* The past on the screen: as of, history, differences, traces. */
#include "config.h"

#include <stdio.h>
#include <string.h>

#include "cli.h"
#include "files.h"
#include "screen.h"
#include "steps.h"
#include "tap.h"

#define FILE_NAME "acme.isms"

/* Transactions: 1 and 2 found the file, 3 asset, 4 risk, 5 the risk changed, 6 another. */
static void make_file(struct tap *t)
{
	steps_init(t, FILE_NAME);
	steps_cli(t, "-f", FILE_NAME, "add", "asset", "title=Till", NULL);
	steps_cli(t, "-f", FILE_NAME, "add", "risk", "title=Theft", "assets=A-0001",
		  "inherent_likelihood=4", "inherent_impact=5", NULL);
	steps_cli(t, "-f", FILE_NAME, "set", "R-0001", "title=Theft at night",
		  "inherent_likelihood=2", NULL);
	steps_cli(t, "-f", FILE_NAME, "add", "risk", "title=Fire", "assets=A-0001", NULL);
}

static void type(struct screen *s, const char *command)
{
	screen_keys(s, ":");
	screen_wait(s, "Command, register");
	screen_keys(s, command);
}

static void go_to(struct screen *s, const char *moment)
{
	type(s, "as-of<Enter>");
	screen_wait_row(s, -2, "As of (");
	screen_keys(s, "<C-u>");
	screen_keys(s, moment);
	screen_keys(s, "<Enter>");
}

static void as_of(struct tap *t)
{
	struct screen *s;

	make_file(t);
	s = steps_open(t, NULL, FILE_NAME);
	steps_go(s, "risk", "Risks");
	screen_wait(s, "Theft at night");
	go_to(s, "4");
	screen_wait_row(s, 0, "AS OF change 4, read-only");
	screen_wait_gone(s, "Theft at night");
	tap_ok(t, screen_has(s, "R-0001 Theft") && !screen_has(s, "Fire"), "the list as it was");
	screen_keys(s, "a");
	screen_wait_row(s, -2, "as of change 4: read-only");
	tap_ok(t, true, "nothing can be added");
	screen_keys(s, "<Enter>");
	screen_wait_row(s, 0, "R-0001 Theft");
	go_to(s, "5");
	screen_wait_row(s, 0, "R-0001 Theft at night");
	tap_ok(t, screen_has(s, "AS OF change 5"), "an open record moves along");
	go_to(s, "now");
	screen_wait_row(s, -2, "everything is as it is now");
	tap_ok(t, !screen_has(s, "AS OF"), "and back");
	screen_keys(s, "q");
	screen_wait(s, "Fire");
	go_to(s, "1999-12-31");
	screen_wait_row(s, -2, "its history begins");
	tap_ok(t, screen_has(s, "Fire"), "what does not work changes nothing");
	steps_leave(s);
	tap_is_int(t, screen_exit(s), 0, "left with q");
}

/* From the command line; and where there is little room. */
static void small(struct tap *t)
{
	struct screen *s;

	make_file(t);
	s = screen_start(t, 10, 40, "--as-of", "4", FILE_NAME, NULL);
	screen_wait_row(s, 0, "AS OF change 4");
	screen_wait_row(s, -1, "Help");
	steps_go(s, "risk", "Risks");
	screen_wait(s, "Theft");
	tap_ok(t, !screen_has(s, "night"), "opened in the past");
	steps_leave(s);
}

static const struct tap_case cases[] = {
	{.name = "as_of", .run = as_of},
	{.name = "small", .run = small},
};

int main(int argc, char **argv)
{
	return tap_run(cases, sizeof(cases) / sizeof(*cases), argc, argv);
}
