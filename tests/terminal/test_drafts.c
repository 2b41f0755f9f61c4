/* What was typed and could not be saved is there at the next start. */
#include "config.h"

#include <dirent.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "cli.h"
#include "files.h"
#include "screen.h"
#include "steps.h"
#include "tap.h"

#define FILE_NAME "sample.isms"
#define STATE "home/.local/state/isms"

static struct screen *in_form(struct tap *t)
{
	struct screen *s = steps_open(t, NULL, FILE_NAME);

	screen_keys(s, "5e");
	screen_wait(s, "> Risk*");
	return s;
}

/* A title, a date that is none yet, and a note of two lines. */
static struct screen *half_typed(struct tap *t)
{
	struct screen *s;

	steps_sample(t, FILE_NAME);
	s = in_form(t);
	screen_keys(s, "<C-u>Halb getippt");
	screen_wait(s, "Halb getippt");
	steps_field(s, "Scenario");
	screen_keys(s, "erste\\Zeile<Enter>");
	screen_wait(s, "erste\\Zeile");
	steps_field(s, "Next review");
	screen_keys(s, "+2");
	screen_wait(s, "?");
	return s;
}

/* The path of the only draft outside of the file, or NULL. */
static const char *draft_outside(struct tap *t)
{
	DIR *dir = opendir(file_path(t, STATE));
	const char *found = NULL;
	struct dirent *e;

	while (dir && (e = readdir(dir)))
		if (!strncmp(e->d_name, "draft-", 6))
			found = tap_str(t, "%s/%s", STATE, e->d_name);
	if (dir)
		closedir(dir);
	return found;
}

/* At the dashboard: what the last session left is offered. */
static struct screen *offered(struct tap *t)
{
	struct screen *s = screen_start(t, 24, 80, FILE_NAME, NULL);

	screen_wait(s, "Draft of R-0001 Ransomware: file server, 3 fields, today");
	screen_wait(s, "Risk: Halb getippt");
	screen_wait(s, "Scenario: erste\\Zeile");
	screen_wait(s, "Next review: +2");
	return s;
}

static void check_whole(struct tap *t)
{
	struct cli c;

	cli_do(t, &c, "-f", FILE_NAME, "doctor", NULL);
	tap_is_int(t, c.status, 0, "doctor: %s", c.out);
	cli_do(t, &c, "-f", FILE_NAME, "log", NULL);
	tap_ok(t, !strstr(c.out, "draft"), "the history knows nothing of it");
	cli_do(t, &c, "-f", FILE_NAME, "export", "risk", NULL);
	tap_ok(t, !strstr(c.out, "Halb getippt"), "nor does an export");
}

/* Gone on with as it was typed, and saved. */
static void go_on(struct tap *t)
{
	struct screen *s = offered(t);

	screen_keys(s, "c");
	screen_wait_row(s, 0, "Edit R-0001");
	screen_wait(s, "> Risk*");
	screen_wait(s, "Halb getippt");
	screen_keys(s, "<C-s>");
	screen_wait(s, "> Next review");
	screen_keys(s, "w");
	screen_wait(s, "= 2026-04-30 Thursday");
	screen_keys(s, "<C-s>");
	screen_wait(s, "saved R-0001");
	steps_leave(s);
	tap_is(t, steps_value(t, FILE_NAME, "risk/R-0001", "title"), "Halb getippt", "the title");
	tap_ok(t,
	       strstr(steps_value(t, FILE_NAME, "risk/R-0001", "scenario"), "erste\\\\Zeile\\n") !=
		       NULL,
	       "the note");
	tap_ok(t, draft_outside(t) == NULL, "no draft is left");
	s = steps_open(t, NULL, FILE_NAME);
	screen_keys(s, ":drafts<Enter>");
	screen_wait(s, "there are no drafts");
	screen_keys(s, "<Esc>");
	screen_wait_gone(s, "there are no drafts");
	steps_leave(s);
}

/* What cannot be printed is not thrown away. */
static void cannot_print(struct tap *t, const char *id)
{
	char line[200];

	snprintf(line, sizeof(line), "\"$ISMS_BIN\" -f " FILE_NAME " drafts --discard %s >&- 2>&-",
		 id);
	tap_ok(t, system(line) != 0, "where it cannot be printed it stays");
}

/* On the command line: which there are, one of them, and away with it. */
static void listed(struct tap *t)
{
	struct screen *s = half_typed(t);
	struct cli c;
	char id[32] = "", *shown;

	cli_do(t, &c, "-f", FILE_NAME, "drafts", "--format", "tsv", NULL);
	tap_ok(t, strchr(c.out, '\n') == c.out + c.nout - 1, "none that is being typed");
	screen_signal(s, SIGTERM);
	screen_exit(s);
	cli_do(t, &c, "-f", FILE_NAME, "drafts", NULL);
	tap_ok(t, strstr(c.out, "Risk: Halb getippt; Scenario: erste") != NULL, "with labels: %s",
	       c.out);
	cli_do(t, &c, "-f", FILE_NAME, "drafts", "--format", "tsv", NULL);
	tap_ok(t, strstr(c.out, "\trisk\tR-0001\tRansomware: file server\ttitle=Halb getippt; ") &&
			  strstr(c.out, "; next_review=+2\n"),
	       "which, of what, what: %s", c.out);
	sscanf(strchr(c.out, '\n') + 1, "%31[0-9a-zA-Z]", id);
	cli_do(t, &c, "-f", FILE_NAME, "drafts", id, "--format", "tsv", NULL);
	tap_ok(t, strstr(c.out, "\ntitle\tHalb getippt\tRansomware: file server\n") != NULL, "one: %s",
	       c.out);
	cli_do(t, &c, "-f", FILE_NAME, "drafts", "--discard", "nothing", NULL);
	tap_is_int(t, c.status, 1, "one that is not there: %s", c.err);
	cli_do(t, &c, "-f", FILE_NAME, "drafts", id, NULL);
	tap_ok(t,
	       !strncmp(c.out, "Risk R-0001 Ransomware: file server, typed ", 43) &&
		       strstr(c.out, "Risk         Halb getippt\n"
				     "  was        Ransomware: file server\n") != NULL,
	       "one, for people: %s", c.out);
	shown = strdup(c.out);
	cannot_print(t, id);
	cli_do(t, &c, "-f", FILE_NAME, "drafts", "--discard", id, NULL);
	tap_is_int(t, c.status, 0, "discarded: %s", c.err);
	tap_is(t, c.out, shown, "what was thrown away is printed");
	free(shown);
	check_whole(t);
	s = steps_open(t, NULL, FILE_NAME);
	screen_keys(s, ":drafts<Enter>");
	screen_wait(s, "there are no drafts");
	screen_keys(s, "<Esc>");
	screen_wait_gone(s, "there are no drafts");
	steps_leave(s);
}

static double seconds(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

static void asked_to_end(struct tap *t)
{
	const int *number = tap_data(t);
	struct screen *s = half_typed(t);
	double begin = seconds();

	screen_signal(s, *number);
	tap_is_int(t, screen_exit(s), 128 + *number, "the exit status");
	tap_ok(t, seconds() - begin < 1.0 * tap_slow(), "within a second: %.2f", seconds() - begin);
	screen_restored(s);
	tap_ok(t, draft_outside(t) == NULL, "the draft is in the file");
	check_whole(t);
	go_on(t);
}

static void link_drops(struct tap *t)
{
	struct screen *s = half_typed(t);

	screen_hangup(s);
	tap_is_int(t, screen_exit(s), 128 + SIGHUP, "the exit status");
	go_on(t);
}

/* Who holds the file does not keep us from ending, nor the draft from being kept. */
static void locked(struct tap *t)
{
	struct spawn_opts shell = {.binary = "/bin/sh"};
	struct screen *s = half_typed(t), *other;
	double begin;

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
	begin = seconds();
	screen_signal(s, SIGTERM);
	tap_is_int(t, screen_exit(s), 128 + SIGTERM, "the exit status");
	tap_ok(t, seconds() - begin < 1.0 * tap_slow(), "within a second: %.2f", seconds() - begin);
	tap_ok(t, draft_outside(t) != NULL, "the draft is beside the file");
	tap_is_int(t, file_mode(t, draft_outside(t)), 0600, "its mode");
	tap_is_int(t, file_mode(t, STATE), 0700, "the mode of its folder");
	screen_keys(other, "\n");
	screen_wait(other, "released");
	go_on(t);
}

static bool put_aside(struct screen *s, const void *arg)
{
	(void)arg;
	return draft_outside(screen_tap(s)) != NULL;
}

/* A label shorter than what stands before the old text takes nothing from it. */
static void shown_whole(struct tap *t)
{
	struct cli c;
	char id[32] = "";

	cli_do(t, &c, "-f", FILE_NAME, "drafts", "--format", "tsv", NULL);
	sscanf(strchr(c.out, '\n') + 1, "%31[0-9a-zA-Z]", id);
	cli_do(t, &c, "-f", FILE_NAME, "drafts", id, NULL);
	tap_ok(t, strstr(c.out, "\nRisk   Halb getippt\n  was  Ransomware: file server\n") != NULL,
	       "all of it: %s", c.out);
}

/* Killed without a chance to do anything: what was typed up to then. While one
 * types it is offered to nobody. */
static void killed(struct tap *t)
{
	const struct screen_opts patient = {.wait_ms = 30000};
	struct screen *s, *other;

	steps_sample(t, FILE_NAME);
	file_copy(t, FILE_NAME, "before.isms");
	s = steps_open(t, &patient, FILE_NAME);
	screen_keys(s, "5e");
	screen_wait(s, "> Risk*");
	screen_keys(s, "<C-u>Halb getippt");
	screen_wait_for(s, put_aside, NULL, "a draft");
	tap_ok(t, file_same(t, FILE_NAME, "before.isms"), "the file was not touched");
	other = steps_open(t, NULL, FILE_NAME);
	screen_settle(other);
	tap_ok(t, !screen_has(other, "Draft of"), "it is in use");
	steps_leave(other);
	screen_signal(s, SIGKILL);
	tap_is_int(t, screen_exit(s), 128 + SIGKILL, "the exit status");
	shown_whole(t);
	s = screen_start(t, 24, 80, FILE_NAME, NULL);
	screen_wait(s, "Draft of R-0001 Ransomware: file server, 1 field, today");
	screen_keys(s, "d");
	screen_wait(s, "the draft was discarded");
	tap_ok(t, draft_outside(t) == NULL, "it is gone");
	steps_leave(s);
}

/* Not now: it stays, and is listed. */
static void later(struct tap *t)
{
	struct screen *s = half_typed(t);

	screen_signal(s, SIGTERM);
	screen_exit(s);
	s = offered(t);
	screen_match_rows(s, "golden/draft", 17, 4);
	screen_keys(s, "l");
	screen_wait(s, ":drafts lists what is kept");
	screen_keys(s, ":drafts<Enter>");
	screen_wait(s, "R-0001 Ransomware: file server");
	screen_wait(s, "3 fields, today");
	screen_keys(s, "<Enter>");
	screen_wait(s, "Draft of R-0001");
	screen_keys(s, "c");
	screen_wait_row(s, 0, "Edit R-0001");
	screen_keys(s, "<Esc>");
	screen_wait(s, "Keep editing");
	screen_keys(s, "d");
	screen_wait_gone(s, "Keep editing");
	steps_leave(s);
	s = steps_open(t, NULL, FILE_NAME);
	screen_settle(s);
	tap_ok(t, !screen_has(s, "Draft of"), "discarded in the form, and gone");
	steps_leave(s);
}

/* Somebody saved the title and what the draft has nothing to say of. */
static void changed_since(struct tap *t)
{
	struct screen *s = half_typed(t);

	screen_signal(s, SIGTERM);
	screen_exit(s);
	steps_cli(t, "-f", FILE_NAME, "set", "R-0001", "title=Ihrer", "priority=2", NULL);
	s = screen_start(t, 24, 80, FILE_NAME, NULL);
	screen_wait(s, "3 fields, today");
	screen_keys(s, "c");
	screen_wait_row(s, 0, "saved it meanwhile");
	screen_wait(s, "Ransomware: file server");
	screen_wait(s, "Halb getippt");
	screen_wait(s, "Ihrer");
	screen_keys(s, "<Space><Enter>");
	screen_wait_row(s, 0, "Edit R-0001");
	screen_wait(s, "Ihrer");
	steps_field(s, "Next review");
	screen_wait(s, "+2");
	screen_keys(s, "w<C-s>");
	screen_wait(s, "saved R-0001");
	steps_leave(s);
	tap_is(t, steps_value(t, FILE_NAME, "risk/R-0001", "title"), "Ihrer", "theirs was taken");
	tap_is(t, steps_value(t, FILE_NAME, "risk/R-0001", "priority"), "2", "theirs stays");
	tap_is(t, steps_value(t, FILE_NAME, "risk/R-0001", "next_review"), "2026-04-30", "mine stays");
}

/* A new record, and the new one that was made for it, at once. */
static void new_ones(struct tap *t)
{
	struct screen *s;

	steps_sample(t, FILE_NAME);
	s = steps_open(t, NULL, FILE_NAME);
	screen_keys(s, "5a");
	screen_wait_row(s, 0, "New: Risk");
	screen_keys(s, "Ein neues Risiko");
	screen_wait(s, "Ein neues Risiko");
	steps_field(s, "Risk owner");
	screen_keys(s, "Neumann");
	screen_wait(s, "Risk owner: Neumann_");
	screen_keys(s, "<C-n>");
	screen_wait_row(s, 0, "New: Person");
	screen_signal(s, SIGHUP);
	tap_is_int(t, screen_exit(s), 128 + SIGHUP, "the exit status");
	s = screen_start(t, 24, 80, FILE_NAME, NULL);
	for (int i = 0; i < 2; i++) {
		screen_wait(s, "Draft of a new record (");
		if (screen_has(s, "Person")) {
			screen_keys(s, "c");
			screen_wait_row(s, 0, "New: Person");
			screen_wait(s, "Neumann");
			screen_keys(s, "<C-s>");
		} else {
			screen_keys(s, "c");
			screen_wait_row(s, 0, "New: Risk");
			screen_wait(s, "Ein neues Risiko");
			screen_keys(s, "<C-s>");
		}
		screen_wait(s, "added ");
	}
	steps_leave(s);
	check_whole(t);
}

static const int term = SIGTERM, hup = SIGHUP;

static const struct tap_case cases[] = {
	{.name = "term", .run = asked_to_end, .data = &term},
	{.name = "hup", .run = asked_to_end, .data = &hup},
	{.name = "listed", .run = listed},
	{.name = "link-drops", .run = link_drops},
	{.name = "locked", .run = locked},
	{.name = "killed", .run = killed},
	{.name = "later", .run = later},
	{.name = "changed-since", .run = changed_since},
	{.name = "new-ones", .run = new_ones},
};

int main(int argc, char **argv)
{
	return tap_run(cases, sizeof(cases) / sizeof(*cases), argc, argv);
}
