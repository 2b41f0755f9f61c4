/*
 * Where the hardware cursor stands: screen readers and Braille lines follow it, so
 * it belongs on the row that is chosen, in every view; and what a cursor key costs
 * a slow link there. At 80x24, on the demonstration, which has everything.
 */
#include "config.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "cli.h"
#include "files.h"
#include "screen.h"
#include "steps.h"
#include "tap.h"

#define FILE_NAME "demo.isms"

enum { KEY_MAX = 350, IDLE_MS = 300, STEPS = 3 };

/* A view: what leads there from the dashboard (steps_type()), what it shows then, the key that moves
 * in it. In a text there is nothing to choose: the cursor stands where reading begins. */
struct place {
	const char *name, *keys, *text, *next;
	bool is_text;
};

static struct screen *open_at(struct tap *t, const struct place *p, const char *config)
{
	const char *env[] = {tap_str(t, "ISMS_CONFIG=%s", file_path(t, "config")), NULL};
	const struct screen_opts opts = {.run = {.env = env}};
	struct screen *s;

	file_write(t, "config", config);
	steps_demo(t, FILE_NAME);
	s = steps_open(t, &opts, FILE_NAME);
	steps_type(s, p->keys);
	screen_wait(s, p->text);
	screen_settle(s);
	return s;
}

/* The sign of what is chosen stands where the cursor is, or right before it. */
static bool on_sign(struct screen *s)
{
	const char *line;
	int row, col;

	screen_cursor(s, &row, &col);
	line = screen_line(s, row);
	for (int i = 0; i < col && *line; i++)
		do
			line++;
		while (((unsigned char)*line & 0xc0) == 0x80);
	return *line == '>' || *line == '[' || (col >= 2 && (line[-1] == '[' || line[-2] == '['));
}

struct spot {
	int row, col;
};

static bool moved(struct screen *s, const void *arg)
{
	const struct spot *was = arg;
	struct spot now;

	screen_cursor(s, &now.row, &now.col);
	return now.row != was->row || now.col != was->col;
}

static bool step(struct tap *t, struct screen *s, const struct place *p)
{
	struct screen_traffic sent;
	struct spot was;
	bool ok;

	screen_bytes(s);
	screen_cursor(s, &was.row, &was.col);
	screen_keys(s, p->next);
	if (p->is_text)
		screen_settle(s);
	else
		screen_wait_for(s, moved, &was, "the cursor on what is chosen");
	sent = screen_bytes(s);
	ok = tap_ok(t, sent.bytes <= KEY_MAX && sent.writes <= 1, "%zu bytes in %zu writes",
		    sent.bytes, sent.writes);
	screen_settle(s); /* what is said of it follows */
	return tap_ok(t, p->is_text || on_sign(s), "the cursor stands on what is chosen") && ok;
}

/* What there is besides, and help, end the key bar of every view; a question or a list
 * to choose from has to be left before anything else. */
static bool bar_ends(struct screen *s)
{
	const char *bar = screen_line(s, -1), *all = ": Cmd  ? Help";
	const size_t n = strlen(bar), m = strlen(all);
	const bool asks = strstr(bar, "Esc") != NULL;

	return n > m && (asks ? strcmp(bar + n - 5, " Help") == 0 : strcmp(bar + n - m, all) == 0);
}

static void walk(struct tap *t)
{
	const struct place *p = tap_data(t);
	struct screen *s = open_at(t, p, "");
	bool ok;

	ok = tap_ok(t, p->is_text || on_sign(s), "the cursor stands on what is chosen first");
	ok = tap_ok(t, bar_ends(s), "the key bar: '%s'", screen_line(s, -1)) && ok;
	for (int i = 0; i < STEPS; i++)
		ok = step(t, s, p) && ok;
	screen_bytes(s);
	screen_pump(s, IDLE_MS);
	tap_is_int(t, (long)screen_bytes(s).bytes, 0, "bytes while nothing happens");
	if (!ok)
		screen_dump(s);
}

/* For who hears the screen: no rule, no frame, whatever the view. */
static void heard(struct tap *t)
{
	static const char *const drawn[] = {"│", "─", "║", "═", "┌", "└", "├", "+-", "--"};
	const struct place *p = tap_data(t);
	struct screen *s = open_at(t, p, "a11y = on\n");

	bool ok = tap_ok(t, p->is_text || on_sign(s), "the cursor stands on what is chosen");

	for (size_t i = 0; i < sizeof(drawn) / sizeof(*drawn); i++)
		ok = tap_ok(t, !screen_has(s, drawn[i]), "no %s", drawn[i]) && ok;
	if (!ok)
		screen_dump(s);
}

/* Where the cursor of the places above does not go. */
static void bars(struct tap *t)
{
	static const struct {
		const char *keys, *text;
	} views[] = {
		{":risk zzz<Enter>{Risks}", "Nothing is found"},
		{":due<Enter>", "Due:"},
		{":dashboard<Enter>H", "History of the file"},
		{":diff 2020-01-01<Enter>", "2020-01-01"},
		{":person<Enter>{People}", ">P-0001"},
		{"<Enter>", "P-0001 Radka"},
	};
	struct screen *s;

	steps_demo(t, FILE_NAME);
	s = steps_open(t, NULL, FILE_NAME);
	for (size_t i = 0; i < sizeof(views) / sizeof(*views); i++) {
		steps_type(s, views[i].keys);
		screen_wait(s, views[i].text);
		screen_settle(s);
		tap_ok(t, bar_ends(s), "%s: '%s'", views[i].text, screen_line(s, -1));
	}
	tap_ok(t, strstr(screen_line(s, -1), "q Back") != NULL, "the way back stands there");
}

#define RISKS ":risk<Enter>{Risks}"
#define PLACE(name_, keys_, text_, next_, is_text_)                                 \
	{.name = name_,                                                             \
	 .run = walk,                                                               \
	 .data = &(const struct place){name_, keys_, text_, next_, is_text_}},      \
	{                                                                           \
		.name = name_ "-heard", .run = heard, .data = &(const struct place) \
		{                                                                   \
			name_, keys_, text_, next_, is_text_                        \
		}                                                                   \
	}

static const struct tap_case cases[] = {
	{.name = "bars", .run = bars},
	PLACE("dashboard", "", "Above appetite", "<Down>", false),
	PLACE("menu", "<F9>", ">1 Dashboard", "<Down>", false),
	PLACE("list", RISKS, ">R-0001", "<Down>", false),
	PLACE("record", RISKS "<Enter>", "Scenario", "<Down>", true),
	PLACE("plan", ":plan<Enter>{treatment plan}", "AC-0003", "<Down>", false),
	PLACE("soa", ":soa<Enter>", "A.5.1", "<Down>", false),
	PLACE("trace", RISKS "t", "Trace", "<Down>", false),
	PLACE("history", RISKS "H", "History", "<Down>", false),
	PLACE("checks", ":check<Enter>", "Checks:", "<Down>", false),
	PLACE("certification", ":certification<Enter>", "Certification", "<Down>", false),
	PLACE("find", ":find cloud<Enter>", "Find", "<Down>", false),
	PLACE("matrix", "m", "Risk matrix", "<Left>", false),
	PLACE("columns", RISKS "c", "Columns", "<Down>", false),
	PLACE("sort", RISKS "s", "Sort by", "<Down>", false),
	PLACE("palette", ":", "Command, register", "<Down>", false),
	PLACE("help", "?", "Keys of this view", "<Down>", false),
	PLACE("reports", ":report<Enter>", "Report", "<Down>", false),
	PLACE("suggest", RISKS "+", "[ ]", "<Down>", false),
	PLACE("question", RISKS "D", "[ No ]", "<Right>", false),
	PLACE("bulk", RISKS "<Space>E", "Edit which field", "<Down>", false),
	PLACE("export", RISKS "x", "csv-raw", "<Down>", false),
	PLACE("picker", RISKS "e{Edit}@Processes@<F4>", "PR-0002", "<Down>", false),
	PLACE("calendar", RISKS "e{Edit}@Next review@<F4>", "Mo", "<Right>", false),
	PLACE("assets", ":asset<Enter>{Assets}", ">A-0001", "<Down>", false),
	PLACE("audit", ":audit code:AU-0005<Enter>{Audits}r", "AU-0005", "<Down>", true),
};

int main(int argc, char **argv)
{
	return tap_run(cases, sizeof(cases) / sizeof(*cases), argc, argv);
}
