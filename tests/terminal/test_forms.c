/* A form: keys of a line, what is taken back, the editor, windows that change. */
#include "config.h"

#include <signal.h>
#include <string.h>
#include <unistd.h>

#include "cli.h"
#include "files.h"
#include "screen.h"
#include "steps.h"
#include "tap.h"

#define FILE_NAME "sample.isms"

static struct screen *in_form(struct tap *t, const struct screen_opts *opts)
{
	struct screen *s;

	steps_sample(t, FILE_NAME);
	s = steps_open(t, opts, FILE_NAME);
	screen_keys(s, "5e");
	screen_wait(s, "> Risk*");
	return s;
}

static void discard(struct screen *s)
{
	screen_keys(s, "<Esc>");
	screen_wait(s, "Keep editing");
	screen_keys(s, "d");
	screen_wait_row(s, 0, "Risks");
	steps_leave(s);
}

/* -- what a field is for ------------------------------------------------------------ */

/* Cut short in a low window, where F1 has all of it; whole in a higher one. */
static void help(struct tap *t)
{
	struct screen *s = in_form(t, NULL);

	steps_field(s, "Impact");
	screen_wait(s, "used where confidentiality, integrity and");
	tap_ok(t, !screen_has(s, "one by one."), "cut short");
	screen_keys(s, "<F1>");
	screen_wait(s, "Keys of this view");
	screen_wait(s, "availability are not rated one by one.");
	screen_wait(s, "Save");
	screen_keys(s, "next field");
	screen_wait(s, "Keys of this view (type to search, Enter does it): next field");
	tap_ok(t, screen_has(s, "one by one."), "it stays while one types");
	screen_keys(s, "<Enter>");
	screen_wait_gone(s, "Keys of this view");
	screen_wait(s, "> Impact on confidentiality");
	screen_keys(s, "<Up>");
	screen_wait(s, "> Impact ");
	screen_resize(s, 40, 80);
	screen_wait(s, "availability are not rated one by one.");
	screen_keys(s, "<Esc>");
	steps_leave(s);
}

/* -- what was typed is taken back ------------------------------------------------- */

static void undo(struct tap *t)
{
	struct screen *s = in_form(t, NULL);

	screen_keys(s, "<C-_>");
	screen_wait(s, "nothing was changed in this field that could be taken back");
	screen_keys(s, " eins zwei");
	screen_wait(s, "Ransomware: file server eins zwei");
	screen_keys(s, "<C-_>");
	screen_wait_gone(s, "zwei");
	screen_wait(s, "server eins");
	screen_keys(s, "<C-_>");
	screen_wait_gone(s, "eins");
	screen_keys(s, "<C-r><C-r>");
	screen_wait(s, "Ransomware: file server eins zwei");
	screen_keys(s, "<C-u>anders");
	screen_wait(s, "anders");
	screen_keys(s, "<C-x>");
	screen_wait(s, "this field is as in the file");
	screen_wait(s, "Ransomware: file server");
	tap_ok(t, !screen_has(s, "zwei"), "as in the file");
	screen_keys(s, "<F5>");
	screen_wait(s, "anders");
	screen_keys(s, "<F6>");
	screen_wait(s, "Ransomware: file server");
	screen_keys(s, "<C-s>");
	screen_wait(s, "R-0001 is as it was");
	steps_leave(s);
}

/* Characters of two cells, and those of several code points, are one step. */
static void undo_wide(struct tap *t)
{
	struct screen *s = in_form(t, NULL);

	screen_keys(s, "<C-u>漢字e\xcc\x81x");
	screen_wait(s, "漢字e\xcc\x81x");
	screen_keys(s, "<BS><BS><BS>");
	screen_wait_gone(s, "字");
	screen_wait(s, "漢");
	screen_keys(s, "<C-_>");
	screen_wait(s, "漢字e\xcc\x81x");
	screen_keys(s, "<Left><C-t>");
	screen_wait(s, "漢字xe\xcc\x81");
	screen_keys(s, "<C-_>");
	screen_wait(s, "漢字e\xcc\x81x");
	discard(s);
}

static void undo_choice(struct tap *t)
{
	struct screen *s = in_form(t, NULL);

	steps_field(s, "Risk owner");
	screen_wait(s, "P-0001");
	screen_keys(s, "<Del>");
	screen_wait_gone(s, "P-0001");
	screen_keys(s, "<C-_>");
	screen_wait(s, "P-0001");
	screen_keys(s, "<C-r>");
	screen_wait_gone(s, "P-0001");
	screen_keys(s, "<C-x>");
	screen_wait(s, "P-0001");
	screen_keys(s, "<C-_>");
	screen_wait_gone(s, "P-0001");
	discard(s);
}

/* -- keys ---------------------------------------------------------------------------- */

static void readline(struct tap *t)
{
	struct screen *s = in_form(t, NULL);

	screen_keys(s, "<C-u>eins zwei drei<C-w>");
	screen_wait_gone(s, "drei");
	screen_keys(s, "<C-a><C-y>");
	screen_wait(s, "dreieins zwei");
	screen_keys(s, "<C-e><C-t>");
	screen_wait(s, "dreieins zwe i");
	screen_keys(s, "<C-t>");
	screen_wait(s, "dreieins zwei");
	screen_keys(s, "<C-a><M-f>!");
	screen_wait(s, "dreieins! zwei");
	screen_keys(s, "<C-k>");
	screen_wait_gone(s, "zwei");
	screen_keys(s, "<M-b>?<C-f><C-d>");
	screen_wait(s, "?deieins!");
	discard(s);
}

/* Line breaks of a paste are blanks in a line; the last one is none. */
static void paste(struct tap *t)
{
	struct screen *s = in_form(t, NULL);

	screen_keys(s, "<C-u><PasteOn>eins\r\nzwei\ndrei\r<PasteOff>!");
	screen_wait(s, "eins zwei drei!");
	screen_keys(s, "<C-_>");
	screen_wait_gone(s, "drei!");
	screen_keys(s, "<C-_>");
	screen_wait_gone(s, "eins");
	steps_field(s, "Scenario");
	screen_keys(s, "<PasteOn>oben\r\nunten\n<PasteOff>");
	screen_wait(s, "oben");
	tap_ok(t, !screen_has(s, "oben unten"), "in a note they stay");
	discard(s);
}

/* -- the editor ---------------------------------------------------------------------- */

static void editor_missing(struct tap *t)
{
	static const char *const env[] = {"VISUAL=./not-there --wait", NULL};
	const struct screen_opts opts = {.run = {.env = env}};
	struct screen *s = in_form(t, &opts);

	screen_keys(s, " getippt<C-o>");
	screen_wait(s, "there is no editor './not-there --wait'");
	screen_wait(s, "server getippt");
	tap_ok(t, !file_exists(t, "tmp/isms-"), "nothing is left");
	discard(s);
}

/* What it saved before it was killed counts, and is one step to take back. */
static void editor_killed(struct tap *t)
{
	static const char *const env[] = {"VISUAL=sh ./editor", NULL};
	const struct screen_opts opts = {.run = {.env = env}};
	struct screen *s;

	file_write(t, "editor", "printf 'gespeichert\\n' >\"$1\"\nkill -KILL $PPID\n");
	s = in_form(t, &opts);
	screen_keys(s, " getippt<C-o>");
	screen_wait(s, "gespeichert");
	screen_keys(s, "<C-_>");
	screen_wait(s, "server getippt");
	discard(s);
}

/* The last line it is given ends like the others, so that what it adds is one more. */
static void editor_adds(struct tap *t)
{
	static const char *const env[] = {"VISUAL=sh ./editor", NULL};
	const struct screen_opts opts = {.run = {.env = env}};
	struct screen *s;

	file_write(t, "editor", "echo zuletzt >>\"$1\"\n");
	s = in_form(t, &opts);
	steps_field(s, "Scenario");
	screen_keys(s, "<C-k>oben");
	screen_wait(s, "oben");
	screen_keys(s, "<C-o>");
	screen_wait(s, "zuletzt");
	screen_keys(s, "<C-s>");
	screen_wait(s, "saved R-0001");
	tap_is(t, steps_value(t, FILE_NAME, "risk/R-0001", "scenario"), "oben\\nzuletzt",
	       "two lines");
	steps_leave(s);
}

/* A mebibyte, there and back. */
static void editor_long(struct tap *t)
{
	static const char *const env[] = {"EDITOR=sh ./editor", NULL};
	const struct screen_opts opts = {.wait_ms = 60000, .run = {.env = env}};
	struct screen *s;
	struct cli c;

	file_write(t, "editor",
		   "test -e once && word=again && wc -c <\"$1\" >size || word=once\n"
		   "awk 'BEGIN { for (i = 0; i < 16384; i++) printf \"%063d\\n\", i }' >\"$1\"\n"
		   ": >once; echo $word >>\"$1\"\n");
	s = in_form(t, &opts);
	steps_field(s, "Scenario");
	screen_keys(s, "<C-o>");
	screen_wait(s, "once");
	screen_keys(s, "<C-s>");
	screen_wait(s, "saved R-0001");
	cli_do(t, &c, "-f", FILE_NAME, "show", "R-0001", "--format", "json", NULL);
	tap_ok(t, c.nout > 1024 * 1024 && strstr(c.out, "16383") != NULL, "%zu bytes saved",
	       c.nout);
	screen_keys(s, "e");
	screen_wait(s, "> Risk*");
	steps_field(s, "Scenario");
	screen_keys(s, "<C-o>");
	screen_wait(s, "again"); /* else the keys go to the editor */
	tap_ok(t, file_exists(t, "size"), "the editor got it back");
	screen_keys(s, "<C-s>");
	screen_wait(s, "R-0001");
	steps_leave(s);
}

/* -- windows that change ------------------------------------------------------------- */

static void shake(struct screen *s, const char *text)
{
	static const int sizes[][2] = {{10, 40}, {5, 20}, {60, 200}, {1, 1}, {24, 80}};

	for (size_t i = 0; i < sizeof(sizes) / sizeof(sizes[0]); i++) {
		screen_resize(s, sizes[i][0], sizes[i][1]);
		screen_settle(s);
	}
	screen_wait(s, text);
}

static void resized(struct tap *t)
{
	struct screen *s = in_form(t, NULL);

	screen_keys(s, "<C-u>getippt");
	screen_wait(s, "getippt");
	shake(s, "getippt");
	steps_field(s, "Scenario");
	screen_keys(s, "<C-k>eine Notiz<Enter>zweite Zeile");
	screen_wait(s, "zweite Zeile");
	shake(s, "zweite Zeile");
	steps_field(s, "Risk owner");
	screen_keys(s, "vor");
	screen_wait(s, "Risk owner: vor_");
	shake(s, "Risk owner: vor_");
	screen_keys(s, "<Esc>");
	screen_wait_gone(s, "Risk owner: vor_");
	screen_keys(s, "<Esc>");
	screen_wait(s, "Keep editing");
	shake(s, "Keep editing");
	screen_keys(s, "k");
	screen_wait_gone(s, "Keep editing");
	screen_keys(s, "<C-s>");
	screen_wait(s, "saved R-0001");
	tap_is(t, steps_value(t, FILE_NAME, "risk/R-0001", "title"), "getippt", "the title");
	tap_is(t, steps_value(t, FILE_NAME, "risk/R-0001", "scenario"), "eine Notiz\\nzweite Zeile",
	       "the note");
	steps_leave(s);
}

/* A text that is higher than the window shows the part with the cursor, and a date what
 * it means. */
static void narrow(struct tap *t)
{
	const struct screen_opts opts = {.rows = 10, .cols = 40};
	struct screen *s = in_form(t, &opts);

	steps_field(s, "Scenario");
	screen_keys(s, "<C-k>eins<Enter>zwei<Enter>drei<Enter>vier<Enter>");
	screen_keys(s, "funf<Enter>sechs<Enter>sieben<Enter>acht<Enter>neun");
	screen_wait(s, "neun");
	screen_wait(s, "> Scenario");
	tap_ok(t, screen_has(s, "sechs") && !screen_has(s, "zwei"), "the part with the cursor");
	screen_keys(s, "<Up*8>");
	screen_wait(s, "eins");
	screen_keys(s, "<Tab>");
	screen_wait(s, "> Category");
	steps_field(s, "Threats");
	screen_keys(s, "<Space>");
	screen_wait(s, "Space Mark  ^N New  ^G Suggest");
	screen_keys(s, "<Esc>");
	screen_wait_gone(s, "Space Mark");
	steps_field(s, "Risk owner");
	screen_keys(s, "<Space>");
	screen_wait(s, "^N New");
	screen_keys(s, "<C-g>");
	screen_wait(s, "no catalogue offers anything here");
	screen_keys(s, "<Esc>");
	screen_wait_gone(s, "^N New");
	steps_field(s, "Next review");
	screen_keys(s, "<C-u>+2w");
	screen_wait(s, "= 2026-04-30");
	screen_keys(s, "<C-u>2026-09-30");
	screen_wait(s, "= 2026-09-30");
	screen_keys(s, "<Esc>");
	screen_wait(s, "[ Keep editing ]");
	screen_keys(s, "d");
	screen_wait_row(s, 0, "Risks");
	steps_leave(s);
}

/* -- a new record made in the picker ------------------------------------------------- */

static void new_here(struct tap *t)
{
	struct screen *s = in_form(t, NULL);

	steps_field(s, "Risk owner");
	screen_keys(s, "Neumann");
	screen_wait(s, "Risk owner: Neumann_");
	screen_keys(s, "<C-n>");
	screen_wait_row(s, 0, "New: Person");
	screen_wait(s, "Neumann");
	screen_keys(s, "<C-s>");
	screen_wait_row(s, 0, "Edit R-0001");
	screen_wait(s, "Neumann");
	screen_keys(s, "<C-s>");
	screen_wait(s, "saved R-0001");
	screen_settle(s);
	tap_ok(t,
	       strstr(steps_value(t, FILE_NAME, "risk/R-0001", "owner"), "P-") != NULL ||
		       strstr(steps_value(t, FILE_NAME, "risk/R-0001", "owner"), "Neumann") != NULL,
	       "the owner is the new one");
	steps_leave(s);
}

/* From the form of a new one back to the list, with what was typed and marked there. */
static void new_back(struct tap *t)
{
	struct screen *s = in_form(t, NULL);

	steps_field(s, "Threats");
	screen_keys(s, "data");
	screen_wait(s, "Threats: data_");
	screen_keys(s, "<Down><Space>");
	screen_wait(s, "[x]");
	screen_keys(s, "<C-n>");
	screen_wait_row(s, 0, "New: Threat");
	shake(s, "> Threat*");
	screen_keys(s, "<Esc>");
	screen_wait(s, "Keep editing");
	screen_keys(s, "d");
	screen_wait(s, "Threats: data_");
	screen_wait(s, "[x]");
	screen_keys(s, "<C-n>");
	screen_wait_row(s, 0, "New: Threat");
	screen_keys(s, " lost at sea<C-s>");
	screen_wait(s, "Threats: data_");
	screen_wait(s, "data lost at sea");
	tap_ok(t, strstr(strstr(screen_text(s), "Threats: data_"), "[x] ") != NULL,
	       "what was made is marked");
	screen_keys(s, "<Enter>");
	screen_wait_gone(s, "Threats: data_");
	screen_keys(s, "<C-s>");
	screen_wait(s, "saved R-0001");
	tap_ok(t, strchr(steps_value(t, FILE_NAME, "risk/R-0001", "threats"), ',') != NULL ||
			  strchr(steps_value(t, FILE_NAME, "risk/R-0001", "threats"), ';') != NULL,
	       "both are in: %s", steps_value(t, FILE_NAME, "risk/R-0001", "threats"));
	steps_leave(s);
}

/* What the threats suggest that stand in the form, saved or not; nothing else is touched. */
static void suggested(struct tap *t)
{
	struct screen *s = in_form(t, NULL);

	screen_keys(s, " ungespeichert");
	screen_wait(s, "server ungespeichert");
	steps_field(s, "Controls");
	screen_keys(s, "<Space>");
	screen_wait(s, "^G Suggest");
	screen_keys(s, "<C-g>");
	screen_wait(s, "suggest no control that is not there");
	screen_keys(s, "<Esc>");
	screen_wait_gone(s, "^G Suggest");
	screen_keys(s, "<S-Tab*6>");
	steps_field(s, "Threats");
	screen_keys(s, "T50");
	screen_wait(s, "Threats: T50_");
	screen_keys(s, "<Enter>");
	screen_wait_gone(s, "Threats: T50_");
	steps_field(s, "Controls");
	screen_keys(s, "<Space>");
	screen_wait(s, "Controls: _");
	screen_keys(s, "<C-g>");
	screen_wait(s, "Suggested by its threats and vulnerabilities");
	screen_wait(s, "A.8.7 ");
	screen_keys(s, "<Esc>");
	screen_wait_gone(s, "Suggested by");
	screen_wait(s, "Controls: _");
	screen_keys(s, "<C-g>");
	screen_wait(s, "Suggested by its threats and vulnerabilities");
	screen_keys(s, "A.8.7<Space><Enter>");
	screen_wait_gone(s, "Suggested by");
	screen_wait(s, "[x] A.8.7 ");
	screen_keys(s, "<Enter>");
	screen_wait_gone(s, "Controls: _");
	screen_keys(s, "<C-s>");
	screen_wait(s, "saved R-0001");
	tap_is(t, steps_value(t, FILE_NAME, "risk/R-0001", "title"),
	       "Ransomware: file server ungespeichert", "the title");
	tap_is(t, steps_value(t, FILE_NAME, "risk/R-0001", "controls"), "A.8.7", "the control");
	steps_leave(s);
}

/* A row of a catalogue, taken where one is wanted, is in the file and in the field. */
static void suggested_row(struct tap *t)
{
	struct screen *s;

	steps_sample(t, FILE_NAME);
	s = steps_open(t, NULL, FILE_NAME);
	steps_go(s, "requirement", "Requirements");
	screen_keys(s, "a");
	screen_wait_row(s, 0, "New: Requirement");
	screen_keys(s, "Pünktlich melden");
	steps_field(s, "Party");
	screen_keys(s, "<Space>");
	screen_wait(s, "^G Suggest");
	screen_keys(s, "<C-g>");
	screen_wait(s, "Suggestions (Enter adds)");
	screen_keys(s, "<Enter>");
	screen_wait(s, "IP-0001 ");
	screen_wait_row(s, 0, "New: Requirement");
	screen_wait(s, "Pünktlich melden");
	screen_keys(s, "<Esc>");
	screen_wait(s, "Keep editing");
	screen_keys(s, "d");
	screen_wait_row(s, 0, "Requirements");
	steps_leave(s);
}

/* -- what is wrong ------------------------------------------------------------------- */

/* All that is wrong is said at once, and beside each field until it is right. */
static void faults(struct tap *t)
{
	struct screen *s;

	steps_sample(t, FILE_NAME);
	s = steps_open(t, NULL, FILE_NAME);
	screen_keys(s, "5a");
	screen_wait_row(s, 0, "New: Risk");
	screen_keys(s, "<Tab>");
	screen_wait(s, "> Kind*");
	tap_ok(t, !screen_has(s, "is required"), "an empty field is not wrong before a save");
	steps_field(s, "Next review");
	screen_keys(s, "03/04/2026<C-s>");
	screen_wait(s, "not saved: 2 fields are wrong");
	screen_wait_row(s, 0, "2 wrong  1/");
	screen_wait(s, "> Risk*");
	screen_wait(s, "! risk is required");
	screen_keys(s, "<Tab>");
	screen_wait_gone(s, "> Risk*");
	screen_wait(s, "! risk is required");
	screen_keys(s, "<S-Tab>  <Tab>");
	screen_wait_gone(s, "> Risk*");
	screen_wait(s, "! risk is required");
	screen_keys(s, "<S-Tab>Feuer<Tab>");
	screen_wait_gone(s, "! risk is required");
	screen_wait_row(s, 0, "1 wrong  2/");
	screen_wait(s, "> Kind*");
	steps_field(s, "Next review");
	screen_wait(s, "! '03/04/2026'");
	screen_resize(s, 10, 40);
	screen_wait(s, "> Next review");
	screen_wait(s, "2026-03-04");
	screen_resize(s, 24, 80);
	screen_keys(s, "<C-u>2026-09-30<Tab>");
	screen_wait_gone(s, "wrong");
	screen_keys(s, "<C-s>");
	screen_wait(s, "added R-0046");
	steps_leave(s);
}

/* -- dates --------------------------------------------------------------------------- */

/* What is typed is said as a day at once; two days in one are refused. */
static void dates(struct tap *t)
{
	static const char *const typed[][2] = {
		{"today", "= 2026-04-16 Thursday"}, {"tomorrow", "= 2026-04-17 Friday"},
		{"+2w", "= 2026-04-30 Thursday"},   {"-3d", "= 2026-04-13 Monday"},
		{"+1m", "= 2026-05-16 Saturday"},   {"mon", "= 2026-04-20 Monday"},
		{"15th", "= 2026-05-15 Friday"},    {"eow", "= 2026-04-19 Sunday"},
		{"eom", "= 2026-04-30 Thursday"},   {"eoq", "= 2026-06-30 Tuesday"},
		{"eoy", "= 2026-12-31 Thursday"},   {"03/04/2026", "? '03/04/2026'"},
	};
	struct screen *s = in_form(t, NULL);

	steps_field(s, "Next review");
	for (size_t i = 0; i < sizeof(typed) / sizeof(typed[0]); i++) {
		screen_keys(s, "<C-u>");
		screen_keys(s, typed[i][0]);
		screen_wait(s, typed[i][1]);
	}
	screen_keys(s, "<C-s>");
	screen_wait(s, "! '03/04/2026'");
	screen_wait(s, "> Next review");
	discard(s);
}

static void calendar(struct tap *t)
{
	struct screen *s = in_form(t, NULL);

	steps_field(s, "Next review");
	screen_keys(s, "<Space>");
	screen_wait_row(s, 0, "Next review: 2026-04-16 Thursday, today");
	screen_wait_row(s, 0, "April 2026");
	screen_keys(s, "<Right>");
	screen_wait_row(s, 0, "2026-04-17 Friday");
	screen_keys(s, "<Down>");
	screen_wait_row(s, 0, "2026-04-24 Friday");
	screen_keys(s, "<Left><Up>");
	screen_wait_row(s, 0, "2026-04-16");
	screen_keys(s, "<PgDn>");
	screen_wait_row(s, 0, "2026-05-16 Saturday");
	screen_keys(s, "<End>");
	screen_wait_row(s, 0, "2026-05-31 Sunday");
	screen_keys(s, "<PgDn>");
	screen_wait_row(s, 0, "2026-06-30 Tuesday");
	screen_keys(s, "<Home><PgUp*2>");
	screen_wait_row(s, 0, "2026-04-01 Wednesday");
	shake(s, "April 2026");
	screen_keys(s, "<Esc>");
	screen_wait_row(s, 0, "Edit R-0001");
	screen_keys(s, "<F4>");
	screen_wait_row(s, 0, "today");
	screen_keys(s, "j<Enter>");
	screen_wait(s, "= 2026-04-23 Thursday");
	screen_keys(s, "<C-s>");
	screen_wait(s, "saved R-0001");
	tap_is(t, steps_value(t, FILE_NAME, "risk/R-0001", "next_review"), "2026-04-23", "saved");
	screen_keys(s, "e");
	screen_wait(s, "> Risk*");
	steps_field(s, "Next review");
	screen_keys(s, "<F4>");
	screen_wait_row(s, 0, "2026-04-23 Thursday, in the field");
	screen_wait(s, "Review: R-0001 Ransomware: file server");
	screen_match(s, "golden/calendar");
	screen_keys(s, "t<Enter>");
	screen_wait(s, "= 2026-04-16 Thursday");
	screen_keys(s, "<C-_>");
	screen_wait(s, "= 2026-04-23 Thursday");
	screen_keys(s, "<Esc>");
	screen_wait_row(s, 0, "Risks");
	steps_leave(s);
}

/* The time of day stays, or is asked for. */
static void calendar_time(struct tap *t)
{
	struct screen *s;

	steps_sample(t, FILE_NAME);
	s = steps_open(t, NULL, FILE_NAME);
	steps_go(s, "incident", "Incidents");
	screen_keys(s, "a");
	screen_wait_row(s, 0, "New: Incident");
	steps_field(s, "Detected");
	screen_keys(s, "<F4>");
	screen_wait_row(s, 0, "today");
	screen_keys(s, "<Left><Enter>");
	screen_wait(s, "2026-04-15");
	screen_keys(s, "14:05");
	screen_wait(s, "= 2026-04-15 14:05");
	screen_keys(s, "<F4>");
	screen_wait_row(s, 0, "in the field");
	screen_keys(s, "<Left><Enter>");
	screen_wait(s, "= 2026-04-14 14:05");
	screen_keys(s, "<Esc>");
	screen_wait(s, "Keep editing");
	screen_keys(s, "d");
	screen_wait_row(s, 0, "Incidents");
	steps_leave(s);
}

static const struct tap_case cases[] = {
	{.name = "faults", .run = faults},
	{.name = "new-back", .run = new_back},
	{.name = "suggested", .run = suggested},
	{.name = "suggested-row", .run = suggested_row},
	{.name = "dates", .run = dates},
	{.name = "calendar", .run = calendar},
	{.name = "calendar-time", .run = calendar_time},
	{.name = "help", .run = help},
	{.name = "undo", .run = undo},
	{.name = "undo-wide", .run = undo_wide},
	{.name = "undo-choice", .run = undo_choice},
	{.name = "readline", .run = readline},
	{.name = "paste", .run = paste},
	{.name = "editor-missing", .run = editor_missing},
	{.name = "editor-killed", .run = editor_killed},
	{.name = "editor-adds", .run = editor_adds},
	{.name = "narrow", .run = narrow},
	{.name = "editor-long", .run = editor_long},
	{.name = "resized", .run = resized},
	{.name = "new-here", .run = new_here},
};

int main(int argc, char **argv)
{
	return tap_run(cases, sizeof(cases) / sizeof(*cases), argc, argv);
}
