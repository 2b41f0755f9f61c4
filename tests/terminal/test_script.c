/* What runs tests/capabilities: what must pass passes, and what must fail fails. */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "script.h"
#include "tap.h"

#define HEAD "id C000\nwhat a test\nwhere nowhere\n"
#define CLI "$ isms list person --columns title --format tsv\n= Ada\n"
#define SEE "screen\ngo person\nsee Ada\n"
#define ADA "$ isms add person title=Ada\n"

struct control {
	const char *name, *text, *why; /* NULL: it passes */
};

/* Each is a whole file; `why` is what the runner says. */
static const struct control controls[] = {
	{"a story that is true", ADA HEAD CLI SEE, NULL},
	{"quotes, a status, a file",
	 "today 2026-05-01\n" HEAD "write p.csv\n| title\n| Eva K\n$ cat p.csv\n= title\n"
	 "$ isms import person p.csv\n> 1 new\n$ isms list person --where 'title:eva'\n"
	 "> Eva K\n$ isms show P-0009\nstatus 1\n> P-0009\n! Eva\n$ cmp p.csv p.csv\n= same\n"
	 "$ isms list person --columns code,title --format tsv\n= P-0001 | Eva K\ncount 2\n"
	 "screen 40x120\ngo person eva\ntitle /eva\nsee Eva\nkeys e\nin E-mail: e@example.org\n"
	 "keys <C-s>\nsee saved\n$ isms show P-0001\n> e@example.org\n",
	 NULL},
	{"a line that is not there", ADA HEAD CLI "= Grace\n" SEE, "no line is: Grace"},
	{"a part of a line", ADA HEAD CLI "= Ad\n" SEE, "no line is: Ad"},
	{"a text that is not said", ADA HEAD CLI "> Grace\n" SEE, "not said: Grace"},
	{"a text that is said", ADA HEAD CLI "! Ada\n" SEE, "said: Ada"},
	{"a wrong status", HEAD "$ isms show P-0009\n" SEE, "exit status 1"},
	{"another status", ADA HEAD CLI "status 5\n" SEE, "exit status 5"},
	{"a wrong count", ADA HEAD CLI "count 9\n" SEE, "2 lines, not 9"},
	{"files that differ", HEAD "write a\n| 1\nwrite b\n| 2\n$ cmp a b\n" SEE, "different"},
	{"a prelude that fails", "$ isms add person\n" HEAD CLI SEE, "before: exit status"},
	{"nothing of the command line", ADA HEAD SEE, "expects something of the command line"},
	{"nothing of the screen", ADA HEAD CLI "screen\ngo person\n", "something of the screen"},
	{"neither", ADA HEAD, "expects something of the command line"},
	{"nowhere", ADA "id C000\nwhat a test\n" CLI SEE, "it says where"},
	{"a line of no kind", HEAD "sea Ada\n", "no such line: sea Ada"},
	{"an expectation without words", ADA HEAD CLI "= \n" SEE, "expects nothing"},
	{"an expectation without a command", HEAD "= Ada\n", "no command before"},
	{"another program", HEAD "$ rm -r /\n", "no such program"},
	{"keys without a screen", HEAD "keys q\n", "no screen before"},
};

static size_t part(struct tap *t, const char *text, struct script **scripts)
{
	struct tap_case *cases;
	size_t n = script_part("control", tap_str(t, "%s", text), scripts, &cases);

	tap_own(t, *scripts, free);
	for (size_t i = 0; i < n; i++)
		free((char *)cases[i].name);
	free(cases);
	return n;
}

static void control(struct tap *t)
{
	const struct control *c = tap_data(t);
	struct script *scripts;

	if (tap_is_int(t, (long)part(t, c->text, &scripts), 1, "one case"))
		script_run_one(t, &scripts[0]);
}

static void run_control(struct tap *t)
{
	const struct control *c = tap_data(t);

	if (c->why)
		tap_fails(t, control, c->why);
	else
		control(t);
}

/* A wait in vain is not waited for long. */
static void waits(struct tap *t)
{
	struct script *scripts;

	setenv("ISMS_TEST_SLOW", "0.05", 1);
	part(t, ADA HEAD CLI SEE "see Grace\n", &scripts);
	script_run_one(t, &scripts[0]);
}

static void run_waits(struct tap *t)
{
	tap_fails(t, waits, "at control:10: see Grace");
}

static void parts(struct tap *t)
{
	char *text = tap_str(t, "%s", "# once\n" ADA "id C001\nwhat one\nid C002\nwhat two\n");
	struct script *scripts;
	struct tap_case *cases;
	size_t n = script_part("parts", text, &scripts, &cases);

	tap_is_int(t, (long)n, 2, "two cases");
	tap_is(t, cases[0].name, "C001 one", "the first");
	tap_is(t, cases[1].name, "C002 two", "the second");
	tap_is(t, scripts[0].prelude, "# once\n$ isms add person title=Ada", "what stands before");
	tap_ok(t, !strstr(scripts[0].text, "C002"), "the first ends before the second");
	tap_is_int(t, (long)scripts[1].line, 5, "the line of the second");
	for (size_t i = 0; i < n; i++)
		free((char *)cases[i].name);
	free(cases);
	free(scripts);
}

int main(int argc, char **argv)
{
	enum { CONTROLS = sizeof(controls) / sizeof(*controls) };

	struct tap_case cases[CONTROLS + 2] = {{.name = "cases are parted", .run = parts},
					       {.name = "a wait in vain", .run = run_waits}};

	for (size_t i = 0; i < CONTROLS; i++)
		cases[i + 2] = (struct tap_case){controls[i].name, run_control, 0, &controls[i]};
	return tap_run(cases, CONTROLS + 2, argc, argv);
}
