/*
 * The main job: two spreadsheets come in, the risks are looked at, rated,
 * treated, and go out for a spreadsheet again. Each case is one part of it on a
 * file that has what came before; `whole` is all of it in one session.
 */
#include "config.h"

#include <string.h>

#include "cli.h"
#include "files.h"
#include "screen.h"
#include "steps.h"
#include "tap.h"
#include "terminfo.h"

#define FILE_NAME "muster.isms"

/* -- the parts, each from the dashboard back to it ------------------------------- */

static void dashboard(struct screen *s)
{
	screen_keys(s, "1");
	screen_wait_row(s, 0, "Dashboard");
}

static struct screen *begin(struct tap *t)
{
	const struct screen_opts opts = {.run = {.term = tap_data(t)}};
	struct screen *s = screen_run(t, &opts, (const char *const[]){NULL});

	screen_wait(s, "> New");
	screen_keys(s, "n");
	screen_wait(s, "Name of the organisation:");
	screen_keys(s, "Müller & Söhne");
	screen_wait(s, "Söhne");
	screen_keys(s, "<Enter>");
	screen_wait(s, "default.isms");
	screen_keys(s, "<C-u>" FILE_NAME "<Enter>");
	screen_wait(s, "> 5 x 5");
	screen_keys(s, "<Enter>");
	screen_wait(s, "made '" FILE_NAME "' with the catalogues");
	return s;
}

static void import_assets(struct screen *s)
{
	screen_keys(s, "4");
	screen_wait(s, "Nothing here yet.");
	screen_keys(s, "i");
	screen_wait(s, "Import CSV file:");
	screen_keys(s, "assets<Tab>");
	screen_wait(s, "Import CSV file: assets.csv");
	screen_keys(s, "<Enter>");
	screen_wait_row(s, 0, "Import into Assets: assets.csv");
	screen_wait(s, "UTF-8, cells parted by ';', header in line 1");
	screen_wait(s, "4 rows: 4 new, 0 changed, 0 same, 0 rejected");
	screen_wait(s, "Eva König"); /* a sample */
	/* Raum is a word it does not know */
	screen_keys(s, "jjj");
	screen_wait_row(s, 0, "4/5");
	screen_wait(s, ">Raum               kept in the notes");
	screen_keys(s, "<Enter>");
	screen_wait(s, "Goes to: _");
	screen_keys(s, "locat");
	screen_wait(s, "> Location");
	screen_keys(s, "<Enter>");
	screen_wait(s, ">Raum               Location (location)");
	/* … and both people are unknown */
	screen_wait(s, "Unknown references: kept in the notes.");
	screen_keys(s, "c");
	screen_wait(s, "Unknown references: made here.");
	screen_keys(s, "I");
	screen_wait(s, "Import 4 new and 0 changed records?");
	screen_keys(s, "y");
	screen_wait(s, "4 new, 0 changed, 0 same, 2 for references (u undoes)");
	screen_wait(s, "1/4");
	screen_wait(s, "Notebook Au");
	dashboard(s);
}

static void import_risks(struct screen *s)
{
	screen_keys(s, "5");
	screen_wait(s, "Nothing here yet.");
	screen_keys(s, "irisks.csv<Enter>");
	screen_wait(s, "6 rows: 5 new, 0 changed, 0 same, 1 rejected");
	screen_wait(s, "! line 7: Wahrscheinlichkeit: 'neun'");
	screen_keys(s, "jj");
	screen_wait(s, ">Werte              kept in the notes");
	screen_keys(s, "e");
	screen_wait(s, "Goes to: _");
	screen_keys(s, "assets<Enter>");
	screen_wait(s, ">Werte              Assets (assets)");
	screen_keys(s, "c");
	screen_wait(s, "Unknown references: made here.");
	screen_keys(s, "<F2>");
	screen_wait(s, "Rejected rows go to a file beside theirs.");
	screen_keys(s, "y");
	screen_wait(s, "5 new, 0 changed, 0 same, 1 for references (u undoes); 1 rejected:");
	screen_wait(s, "risks.csv.rejects.csv");
	screen_wait(s, "Verschlüsselung");
	dashboard(s);
}

static void look(struct screen *s)
{
	screen_keys(s, "5");
	screen_wait_row(s, 0, "1/5");
	screen_keys(s, "/");
	screen_wait_row(s, -2, "/");
	screen_keys(s, "level>=high");
	screen_wait_row(s, 0, "1/2");
	screen_wait_gone(s, "Wasser im Keller");
	screen_keys(s, "<Enter>");
	screen_wait_row(s, 0, "/level>=high");
	screen_keys(s, "<Esc>");
	screen_wait_row(s, 0, "/5");
	screen_keys(s, "s");
	screen_wait(s, "Sort by");
	screen_keys(s, "level<Enter>");
	screen_wait_row(s, 0, "^ Level");
	screen_wait_row(s, 2, "3       Ausfall der");
	screen_keys(s, "]");
	screen_wait_row(s, 0, "v Level");
	screen_wait_row(s, 2, "1       Verschl");
	/* of the ratings only the inherent one is known: the others stand for it */
	screen_keys(s, "m");
	screen_wait_row(s, 0, "Risk matrix, current");
	screen_wait(s, "almost certain x severe: 0 risks");
	screen_keys(s, "j");
	screen_wait(s, "likely x severe: 1 risks, Enter lists them");
	screen_keys(s, "t");
	screen_wait_row(s, 0, "Risk matrix, target");
	screen_keys(s, "i");
	screen_wait_row(s, 0, "Risk matrix, inherent");
	screen_wait(s, "likely x severe: 1 risks");
	screen_keys(s, "<Enter>");
	screen_wait_row(s, 0, "inherent_l=4");
	screen_wait_row(s, 0, "1/1");
	screen_wait(s, "Verschlüsselung");
	screen_keys(s, "<Esc>");
	screen_wait_row(s, 0, "/5");
	dashboard(s);
}

/* Risk 4, of which nobody knows more than the spreadsheet said. */
static void edit(struct screen *s)
{
	screen_keys(s, "5");
	screen_wait_row(s, 0, "/5");
	screen_keys(s, "/abfluss<Enter>");
	screen_wait_row(s, 0, "1/1");
	screen_keys(s, "<Enter>");
	screen_wait_row(s, 0, "4 Abfluss von Personaldaten");
	screen_wait(s, "A-0002 Personaldatenbank");
	screen_keys(s, "e");
	screen_wait_row(s, 0, "Edit 4 Abfluss von Personaldaten");
	/* a text, a reference, a choice */
	steps_field(s, "Category");
	screen_keys(s, "Personal");
	steps_field(s, "Assets");
	screen_keys(s, "haupt");
	screen_wait(s, "[ ] A-0001  Hauptserver");
	screen_keys(s, "<Space>");
	screen_wait(s, "[x] A-0001  Hauptserver");
	screen_keys(s, "<Enter>");
	screen_wait(s, "A-0001 Hauptserver");
	/* somebody who is not there yet */
	steps_field(s, "Risk owner");
	screen_keys(s, "Nora Neu");
	screen_wait(s, "nothing like it");
	screen_keys(s, "<C-n>");
	screen_wait_row(s, 0, "New: Person");
	screen_wait(s, "> Name*");
	screen_wait(s, "Nora Neu");
	screen_keys(s, "<C-s>");
	screen_wait_row(s, 0, "Edit 4");
	screen_wait(s, "Nora Neu");
	steps_field(s, "Status");
	screen_keys(s, "a");
	screen_wait(s, "[Analysed]");
	/* dates: what they mean is shown; which of two they mean is not guessed */
	steps_field(s, "Next review");
	screen_keys(s, "+2w");
	screen_wait(s, "= 2026-04-30 Thursday");
	steps_field(s, "Due");
	screen_keys(s, "03/04/2026<C-s>");
	screen_wait(s, "! '03/04/2026'");
	screen_wait(s, "> Due");
	screen_keys(s, "<C-u>eoy");
	screen_wait(s, "= 2026-12-31 Thursday");
	/* a scale, with the words of its steps: first inherent, then current */
	steps_field(s, "Reason");
	steps_next_field(s);
	screen_wait(s, "> Likelihood");
	screen_keys(s, "2");
	screen_wait(s, "[2 unlikely]");
	steps_field(s, "Impact");
	screen_keys(s, "5");
	screen_wait(s, "[5 severe]");
	screen_keys(s, "<C-s>");
	screen_wait(s, "saved 4 (u undoes)");
	screen_wait_row(s, 0, "4 Abfluss von Personaldaten");
	screen_wait(s, "P-0004 Nora Neu");
	screen_keys(s, "u");
	screen_wait_gone(s, "Nora Neu");
	screen_keys(s, "U");
	screen_wait(s, "P-0004 Nora Neu");
	screen_keys(s, "q<Esc>"); /* the record, the filter */
	screen_wait_row(s, 0, "/5");
	dashboard(s);
}

/* What is done about risk 2, as a decision of its own, and in the register. */
static void treat(struct screen *s)
{
	steps_go(s, "treatment", "Treatments");
	screen_wait(s, "Nothing here yet.");
	screen_keys(s, "a");
	screen_wait_row(s, 0, "New: Treatment");
	steps_field(s, "Risk*");
	screen_keys(s, "diebstahl");
	screen_wait(s, "> 2  Diebstahl eines Notebooks");
	screen_keys(s, "<Enter>");
	screen_wait(s, "2 Diebstahl eines Notebooks");
	steps_field(s, "Option");
	screen_keys(s, "s");
	screen_wait(s, "[Share]");
	steps_field(s, "Reason");
	screen_keys(s, "Die Versicherung ist billiger.");
	steps_field(s, "Decided on");
	screen_keys(s, "<C-u>yesterday<C-s>");
	screen_wait(s, "! a shared risk needs the partner");
	screen_wait(s, "> Partner");
	screen_keys(s, "Elbe Versicherung AG<C-s>");
	screen_wait(s, "added TR-0001 (u undoes)");
	screen_wait(s, "2026-04-15");
	screen_keys(s, "u");
	screen_wait(s, "Nothing here yet.");
	screen_keys(s, "U");
	screen_wait(s, "2026-04-15");
	steps_go(s, "risk", "/5");
	screen_keys(s, "/diebstahl<Enter>");
	screen_wait_row(s, 0, "1/1");
	screen_keys(s, "e");
	screen_wait_row(s, 0, "Edit 2");
	steps_field(s, "Treatment");
	screen_keys(s, "<Space>");
	screen_wait(s, "[x] Modify");
	screen_keys(s, "<Down*3>");
	screen_wait(s, ">[ ] Share");
	screen_keys(s, "<Space>");
	screen_wait(s, "[x] Share");
	screen_keys(s, "<Enter>");
	screen_wait(s, "Modify, Share");
	screen_keys(s, "<F2>");
	screen_wait(s, "saved 2");
	screen_keys(s, "<Esc>");
	screen_wait_row(s, 0, "/5");
	dashboard(s);
}

static void hand_back(struct screen *s)
{
	screen_keys(s, "5");
	screen_wait_row(s, 0, "/5");
	screen_keys(s, "sorder<Enter>");
	screen_wait_row(s, 2, "1       Verschl");
	screen_wait_gone(s, "Sort by");
	screen_keys(s, "x");
	screen_wait(s, "> csv ");
	screen_keys(s, "<Enter>");
	screen_wait(s, "Export to: risk.csv");
	screen_keys(s, "<Enter>");
	screen_wait(s, "5 records exported to 'risk.csv'");
	screen_keys(s, "irisk.csv<Enter>");
	screen_wait(s, "5 rows: 0 new, 0 changed, 5 same, 0 rejected, 0 remarks");
	screen_keys(s, "<Esc>");
	screen_wait(s, "nothing was imported");
	dashboard(s);
}

/* -- what has to have come of it --------------------------------------------------- */

static void check_doctor(struct tap *t)
{
	struct cli c;

	cli_do(t, &c, "-f", FILE_NAME, "doctor", NULL);
	tap_is_int(t, c.status, 0, "doctor: %s", c.out);
}

static void check_begun(struct tap *t)
{
	struct cli c;

	cli_do(t, &c, "-f", FILE_NAME, "list", "control", "--format", "tsv", "--columns", "code",
	       NULL);
	tap_ok(t, strstr(c.out, "A.8.34") != NULL, "the controls of Annex A are there");
	tap_is(t, steps_value(t, FILE_NAME, "organisation/ORG", "title"), "Müller & Söhne",
	       "the organisation's name");
	tap_is_int(t, (long)file_mode(t, FILE_NAME), 0600, "the file's mode");
}

static void check_assets(struct tap *t)
{
	tap_is(t, steps_value(t, FILE_NAME, "asset/A-0001", "location"), "K 1.07",
	       "the column that was mapped by hand");
	tap_is(t, steps_value(t, FILE_NAME, "person/P-0002", "title"), "Jörg Weiß",
	       "the owner who was unknown");
}

static void check_risks(struct tap *t)
{
	char *text;

	tap_is(t, steps_value(t, FILE_NAME, "risk/3", "assets"), "A-0004", "a reference by title");
	file_read(t, "risks.csv.rejects.csv", &text);
	tap_ok(t, strstr(text, "Fehler ohne Zahl") != NULL, "what was rejected: %s", text);
}

static void check_edited(struct tap *t)
{
	tap_is(t, steps_value(t, FILE_NAME, "risk/4", "assets"), "A-0001; A-0002", "two assets");
	tap_is(t, steps_value(t, FILE_NAME, "risk/4", "owner"), "P-0004", "the new owner");
	tap_is(t, steps_value(t, FILE_NAME, "risk/4", "due"), "2026-12-31", "the mended date");
	tap_is(t, steps_value(t, FILE_NAME, "risk/4", "current_level"), "4", "the level");
}

static void check_treated(struct tap *t)
{
	tap_is(t, steps_value(t, FILE_NAME, "treatment/TR-0001", "option"), "share", "the option");
	tap_is(t, steps_value(t, FILE_NAME, "risk/2", "treatment"), "modify; share", "both");
}

/* The screen and the command line write the same; of that the golden has the
 * columns that a later release does not change. */
static void check_export(struct tap *t)
{
	struct cli c;
	char *text;

	file_read(t, "risk.csv", &text);
	tap_ok(t, !strncmp(text, "\xef\xbb\xbf", 3), "a spreadsheet is told that it is UTF-8");
	steps_cli(t, "-f", FILE_NAME, "export", "risk", "-o", "cli.csv", NULL);
	tap_ok(t, file_same(t, "risk.csv", "cli.csv"), "the same as on the command line");
	cli_do(t, &c, "-f", FILE_NAME, "export", "risk", "--format", "csv", "--columns",
	       "code,title,assets,owner,status,next_review,treatment,due,inherent_likelihood,"
	       "inherent_impact,current_likelihood,current_impact,level",
	       NULL);
	file_golden(t, "golden/story-risks.csv", c.out);
}

/* -- cases ---------------------------------------------------------------------------- */

/* A file with what the first n parts bring, by the command line. */
static struct screen *prepared(struct tap *t, int n)
{
	steps_init(t, FILE_NAME);
	steps_data(t, "assets.csv");
	steps_data(t, "risks.csv");
	if (n > 0)
		steps_cli(t, "-f", FILE_NAME, "import", "asset", "assets.csv", "--create-refs",
			  "--map", "Raum=location", NULL);
	if (n > 1) {
		struct cli c;

		cli_do(t, &c, "-f", FILE_NAME, "import", "risk", "risks.csv", "--create-refs",
		       "--map", "Werte=assets", NULL);
		tap_is_int(t, c.status, 4, "one row is rejected: %s", c.err);
	}
	return steps_open(t, NULL, FILE_NAME);
}

static void leave(struct tap *t, struct screen *s)
{
	screen_keys(s, "q");
	tap_is_int(t, screen_exit(s), 0, "left with q");
	screen_restored(s);
	check_doctor(t);
}

static void case_begin(struct tap *t)
{
	leave(t, begin(t));
	check_begun(t);
}

static void case_assets(struct tap *t)
{
	struct screen *s = prepared(t, 0);

	import_assets(s);
	leave(t, s);
	check_assets(t);
}

static void case_risks(struct tap *t)
{
	struct screen *s = prepared(t, 1);

	import_risks(s);
	leave(t, s);
	check_risks(t);
}

static void case_look(struct tap *t)
{
	struct screen *s = prepared(t, 2);

	look(s);
	leave(t, s);
}

static void case_edit(struct tap *t)
{
	struct screen *s = prepared(t, 2);

	edit(s);
	leave(t, s);
	check_edited(t);
}

static void case_treat(struct tap *t)
{
	struct screen *s = prepared(t, 2);

	treat(s);
	leave(t, s);
	check_treated(t);
}

static void case_whole(struct tap *t)
{
	struct screen *s;

	steps_data(t, "assets.csv");
	steps_data(t, "risks.csv");
	s = begin(t);
	import_assets(s);
	import_risks(s);
	look(s);
	edit(s);
	treat(s);
	hand_back(s);
	leave(t, s);
	check_begun(t);
	check_assets(t);
	check_risks(t);
	check_edited(t);
	check_treated(t);
	check_export(t);
}

/* The same on another terminal; not every system knows all of them. */
static void case_term(struct tap *t)
{
	const char *name = tap_data(t);

	if (terminfo_load(t, name) == NULL)
		tap_skip(t, "no terminfo for %s", name);
	case_whole(t);
}

#define TERM(name_)                                             \
	{                                                       \
		.name = name_, .run = case_term, .data = name_  \
	}

static const struct tap_case cases[] = {
	{.name = "begin", .run = case_begin}, {.name = "assets", .run = case_assets},
	{.name = "risks", .run = case_risks}, {.name = "look", .run = case_look},
	{.name = "edit", .run = case_edit},   {.name = "treat", .run = case_treat},
	{.name = "whole", .run = case_whole}, TERM("xterm"), TERM("screen"), TERM("screen-256color"),
	TERM("tmux"), TERM("tmux-256color"), TERM("linux"), TERM("rxvt"), TERM("vt100"), TERM("vt220"),
	TERM("putty"), TERM("putty-256color"),
};

int main(int argc, char **argv)
{
	return tap_run(cases, sizeof(cases) / sizeof(*cases), argc, argv);
}
