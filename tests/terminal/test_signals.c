/* However the program ends, the terminal is as it was before. */
#include "config.h"

#include <signal.h>
#include <string.h>

#include "cli.h"
#include "files.h"
#include "screen.h"
#include "steps.h"
#include "tap.h"

#define FILE_NAME "sample.isms"

static void check_doctor(struct tap *t)
{
	struct cli c;

	cli_do(t, &c, "-f", FILE_NAME, "doctor", NULL);
	tap_is_int(t, c.status, 0, "doctor: %s", c.out);
}

/* In a form, with something typed. */
static struct screen *in_form(struct tap *t, const struct screen_opts *opts)
{
	struct screen *s;

	steps_sample(t, FILE_NAME);
	s = steps_open(t, opts, FILE_NAME);
	screen_keys(s, "5e");
	screen_wait(s, "> Risk*");
	screen_keys(s, "xyz");
	screen_wait(s, "xyz");
	return s;
}

static void asked_to_end(struct tap *t)
{
	const int *number = tap_data(t);
	struct screen *s = in_form(t, NULL);

	screen_signal(s, *number);
	tap_is_int(t, screen_exit(s), 128 + *number, "the exit status");
	tap_is_int(t, screen_killed(s), 0, "it ended by itself");
	screen_restored(s);
	check_doctor(t);
}

static void too_small(struct tap *t)
{
	struct screen *s = in_form(t, NULL);

	screen_resize(s, 5, 20);
	screen_wait(s, "Need");
	screen_signal(s, SIGTERM);
	tap_is_int(t, screen_exit(s), 128 + SIGTERM, "the exit status");
	screen_restored(s);
}

static void link_drops(struct tap *t)
{
	struct screen *s = in_form(t, NULL);

	screen_hangup(s);
	tap_is_int(t, screen_exit(s), 128 + SIGHUP, "the exit status");
	check_doctor(t);
}

/* The sanitizer takes SEGV for itself unless it is told not to. */
static void broken(struct tap *t)
{
	static const char *const env[] =
		{"ASAN_OPTIONS=handle_segv=0:handle_abort=0:handle_sigbus=0:handle_sigfpe=0:"
		 "handle_sigill=0:detect_leaks=0",
		 NULL};
	const struct screen_opts opts = {.run = {.env = env}};
	const int *number = tap_data(t);
	struct screen *s = in_form(t, &opts);

	screen_signal(s, *number);
	tap_is_int(t, screen_exit(s), 128 + *number, "the exit status");
	tap_is_int(t, screen_killed(s), *number, "it died of it");
	screen_restored(s);
	check_doctor(t);
}

static void suspended(struct tap *t)
{
	struct screen *s = in_form(t, NULL);

	for (int i = 0; i < 3; i++) {
		screen_keys(s, "<C-z>");
		screen_wait_stopped(s);
		screen_restored(s);
		screen_continue(s);
		screen_wait(s, "> Risk*");
		screen_keys(s, "w");
		screen_wait(s, i == 0 ? "xyzw" : i == 1 ? "xyzww" : "xyzwww");
	}
	screen_keys(s, "<C-z>");
	screen_wait_stopped(s);
	screen_resize(s, 30, 100);
	screen_continue(s);
	screen_wait_row(s, -1, "Help");
	screen_wait(s, "xyzwww");
	screen_keys(s, "<Esc>");
	screen_wait(s, "Keep editing");
	screen_keys(s, "d");
	screen_wait_row(s, 0, "Risks");
	steps_leave(s);
}

/* ^C goes back, as Esc does, and never ends the program. */
static void interrupted(struct tap *t)
{
	struct screen *s = in_form(t, NULL);

	screen_keys(s, "<C-c>");
	screen_wait(s, "Keep editing");
	screen_keys(s, "<C-c>");
	screen_wait_gone(s, "Keep editing");
	screen_keys(s, "<C-c>d");
	screen_wait_row(s, 0, "Risks");
	screen_keys(s, "<C-c>");
	screen_wait_row(s, 0, "Dashboard");
	screen_keys(s, "<C-c><C-c><C-c>");
	screen_wait(s, "q leaves the program");
	screen_signal(s, SIGINT); /* from outside it means nothing */
	screen_keys(s, "5");
	screen_wait_row(s, 0, "Risks");
	steps_leave(s);
}

/* $EDITOR has the terminal to itself, and a file that nobody else can read. */
static void editor(struct tap *t)
{
	static const char *const env[] = {"EDITOR=sh ./editor", NULL};
	const struct screen_opts opts = {.run = {.env = env}};
	struct screen *s;
	char *mode;

	file_write(t, "editor",
		   "stat -c %a \"$1\" \"${1%/*}\" | tr '\\n' ' ' >mode\n"
		   "printf 'this is the editor\\n'; read line\n"
		   "test \"$line\" = fail && exit 1\n"
		   "printf '%s\\nzweite Zeile\\n' \"$line\" >\"$1\"\n");
	s = in_form(t, &opts);
	steps_field(s, "Scenario");
	screen_keys(s, "<C-o>");
	screen_wait(s, "this is the editor");
	tap_ok(t, screen_modes(s).echo && screen_modes(s).canonical,
	       "the terminal is the editor's");
	screen_keys(s, "erste Zeile\n");
	screen_wait_row(s, 0, "Edit R-0001");
	screen_wait(s, "erste Zeile");
	screen_wait(s, "zweite Zeile");
	file_read(t, "mode", &mode);
	tap_is(t, mode, "600 700 ", "the modes of the file and its folder");
	screen_keys(s, "<C-o>");
	screen_wait(s, "this is the editor");
	screen_keys(s, "fail\n");
	screen_wait(s, "the editor 'sh ./editor' failed; the text is as it was");
	screen_wait(s, "erste Zeile");
	screen_keys(s, "<C-s>");
	screen_wait(s, "saved R-0001");
	tap_is(t, steps_value(t, FILE_NAME, "risk/R-0001", "scenario"),
	       "erste Zeile\\nzweite Zeile", "what was saved");
	steps_leave(s);
	tap_ok(t, !file_exists(t, "tmp/isms-"), "nothing is left");
}

static const int term = SIGTERM, hup = SIGHUP, segv = SIGSEGV, abrt = SIGABRT, bus = SIGBUS,
		 fpe = SIGFPE;

static const struct tap_case cases[] = {
	{.name = "term", .run = asked_to_end, .data = &term},
	{.name = "hup", .run = asked_to_end, .data = &hup},
	{.name = "too-small", .run = too_small},
	{.name = "link-drops", .run = link_drops},
	{.name = "segv", .run = broken, .data = &segv},
	{.name = "abrt", .run = broken, .data = &abrt},
	{.name = "bus", .run = broken, .data = &bus},
	{.name = "fpe", .run = broken, .data = &fpe},
	{.name = "suspended", .run = suspended},
	{.name = "interrupted", .run = interrupted},
	{.name = "editor", .run = editor},
};

int main(int argc, char **argv)
{
	return tap_run(cases, sizeof(cases) / sizeof(*cases), argc, argv);
}
