/* The filter as one types it: what is found, where it is wrong, what it completes. */
#include "config.h"

#include <string.h>

#include "screen.h"
#include "steps.h"
#include "tap.h"

#define FILE_NAME "sample.isms"

static struct screen *in_list(struct tap *t)
{
	struct screen *s;

	steps_sample(t, FILE_NAME);
	s = steps_open(t, NULL, FILE_NAME);
	screen_keys(s, ":risks<Enter>");
	screen_wait(s, ">R-0001");
	return s;
}

/* Enter on what is wrong leaves it to be mended, the cursor where it is wrong. */
static void mend(struct tap *t)
{
	struct screen *s = in_list(t);

	screen_keys(s, "/assets.ownr:x");
	screen_wait(s, "no field 'ownr' at character 8; did you mean 'owner'?");
	screen_keys(s, "<Enter>");
	screen_wait_cursor(s, 22, 1 + 1 + 7);
	screen_keys(s, "<Right><Right><Right>e<Enter>");
	screen_wait_row(s, 0, "/assets.owner:x");
	screen_wait(s, "Nothing is found");
	screen_keys(s, "e"); /* there is no record that could be edited */
	screen_wait_row(s, -2, "no record is listed; Esc clears the filter");
	screen_keys(s, "<Esc>/~a(b<Enter>");
	screen_wait(s, "at character 5: this is no pattern: missing closing parenthesis");
	screen_wait_cursor(s, 22, 1 + 1 + 4);
	screen_keys(s, "<Esc>");
	screen_wait(s, ">R-0001");
	steps_leave(s);
}

/* Tab: names, then values, as far as they agree, then one by one. */
static void complete(struct tap *t)
{
	struct screen *s = in_list(t);

	screen_keys(s, "/ow<Tab>");
	screen_wait_row(s, 22, " /owner:");
	screen_keys(s, "<C-u>inherent_i<Tab>");
	screen_wait_row(s, 21, "inherent_impact:");
	screen_wait_row(s, 21, "inherent_impact_c:");
	screen_wait_row(s, 22, " /inherent_i");
	screen_keys(s, "<Tab>");
	screen_wait_row(s, 22, " /inherent_impact:");
	screen_keys(s, "<Tab>");
	screen_wait_row(s, 22, " /inherent_impact_c:");
	screen_keys(s, "<S-Tab>");
	screen_wait_row(s, 22, " /inherent_impact:");
	screen_keys(s, "<C-u>status:in<Tab>");
	screen_wait_row(s, 22, " /status:in-treatment");
	screen_wait_row(s, 0, "/status:in-treatment");
	screen_keys(s, " controls.code:A.8.13<Tab>");
	screen_wait_row(s, 22, "controls.code:A.8.13");
	screen_keys(s, "<C-u>due:eo<Tab>");
	screen_wait_row(s, 21, "eow  eom  eoq  eoy");
	screen_keys(s, "<C-u>xyzzy<Tab>");
	screen_wait_row(s, 22, "nothing begins so");
	screen_keys(s, "<Esc>");
	steps_leave(s);
}

/* Up and Down bring back what was typed; Down behind the newest leaves the line. */
static void history(struct tap *t)
{
	struct screen *s = in_list(t);

	screen_keys(s, "/laptop<Enter>");
	screen_wait_row(s, 0, "/laptop");
	screen_keys(s, "/<C-u>level>=high<Enter>");
	screen_wait_row(s, 0, "/level>=high");
	screen_keys(s, "/<C-u>half<Up>");
	screen_wait_row(s, 22, " /level>=high");
	screen_keys(s, "<Up>");
	screen_wait_row(s, 22, " /laptop");
	screen_keys(s, "<Up><Down><Down>");
	screen_wait_row(s, 22, " /half");
	screen_keys(s, "<C-u>level>=high<Down>");
	screen_wait_gone(s, "Enter OK");
	screen_wait_row(s, 0, "/level>=high");
	steps_leave(s);
}

/* g/ looks into all registers; what Enter opens comes back to the results. */
static void find(struct tap *t)
{
	struct screen *s = in_list(t);

	screen_keys(s, "g/loss lapt");
	screen_wait(s, "Find in all registers: loss lapt_");
	screen_wait(s, ">   R-0003   Loss of a laptop");
	screen_keys(s, "<Enter>");
	screen_wait_row(s, 0, "R-0003 Loss of a laptop");
	screen_keys(s, "<Esc>");
	screen_wait(s, "Find in all registers: loss lapt_");
	screen_wait(s, ">   R-0003   Loss of a laptop");
	screen_keys(s, "<Up>");
	screen_wait(s, ">  Risks");
	screen_keys(s, "<Enter>");
	screen_wait_row(s, 0, "/\"loss\" \"lapt\"");
	screen_keys(s, ":find ransom file<Enter>");
	screen_wait(s, "Find in all registers: ransom file_");
	screen_wait(s, ">   R-0001");
	/* who goes elsewhere from there does not come back */
	screen_keys(s, "<Enter>");
	screen_wait_row(s, 0, "R-0001 Ransomware");
	screen_keys(s, "m");
	screen_wait_row(s, 0, "Risk matrix");
	tap_ok(t, !screen_has(s, "Find in all"), "the results are gone");
	screen_keys(s, "q");
	screen_wait_row(s, 0, "Dashboard");
	steps_leave(s);
}

/* The palette takes registers of several words, with a filter behind them. */
static void palette(struct tap *t)
{
	struct screen *s = in_list(t);

	screen_keys(s, ":context issues owner:novak<Enter>");
	screen_wait_row(s, 0, "Context issues  /owner:novak");
	screen_keys(s, ":risks title~^ransom<Enter>");
	screen_wait_row(s, 0, "/title~^ransom");
	screen_wait(s, ">R-0001");
	screen_keys(s, ":controls risk.level>=high<Enter>");
	screen_wait_row(s, 0, "Controls  /risk.level>=high");
	screen_keys(s, ":context iss<Enter>");
	screen_wait_row(s, 0, "Context issues");
	/* what is called so stands first, before what only has the word */
	screen_keys(s, ":audit");
	screen_wait(s, "> audit  ");
	screen_keys(s, "-");
	screen_wait(s, "> audit-mode");
	screen_keys(s, "<Esc>");
	screen_keys(s, ":risk<Down><Enter>");
	screen_wait_gone(s, "Command, register with a filter");
	/* with a slip it comes again, to be mended */
	screen_keys(s, ":risks levle>=high<Enter>");
	screen_wait_row(s, 22, "no field 'levle' at character 1; did you mean 'level'?");
	screen_wait(s, "or code: risks levle>=high_");
	screen_keys(s, "<C-u>rsiks<Enter>");
	screen_wait_row(s, 22, "no command, register or record 'rsiks'");
	screen_keys(s, "<C-u>risks lev<Tab>");
	screen_wait(s, "or code: risks level:_");
	screen_keys(s, "very-h<Tab>");
	screen_wait(s, "or code: risks level:very-high_");
	screen_wait_row(s, 23, "Enter OK   Tab Complete   Esc Cancel");
	screen_keys(s, "<Enter>");
	screen_wait_row(s, 0, "Risks  /level:very-high");
	screen_wait_gone(s, "Command, register with a filter");
	screen_keys(s, ":supp<Tab>");
	screen_wait(s, "or code: supplier");
	screen_keys(s, "<Esc>s");
	screen_wait_row(s, 23, "Enter OK   Space Mark   Esc Cancel");
	screen_keys(s, "<Esc>c");
	screen_wait_row(s, 23, "Enter OK  Space Show");
	screen_keys(s, "<Esc><Enter>");
	screen_wait_row(s, 23, "q Back");
	steps_leave(s);
}

/* / looks for a text in what is read, n and N go on; in a record n is the next one. */
static void look(struct tap *t)
{
	struct screen *s = in_list(t);

	screen_keys(s, "<Enter>");
	screen_wait_row(s, 0, "R-0001 Ransomware");
	screen_keys(s, "/version");
	screen_wait(s, ">changed ");
	screen_keys(s, "<Enter>N");
	screen_wait(s, "from the beginning on");
	screen_keys(s, "/<C-u>nowhere");
	screen_wait(s, "not found");
	screen_keys(s, "<Esc>n");
	screen_wait_row(s, 0, "R-0002 ");
	screen_keys(s, "q:messages<Enter>");
	screen_wait_row(s, 0, "Messages");
	screen_keys(s, "/beginning<Enter>");
	screen_wait(s, ">from the beginning on");
	screen_keys(s, "n");
	screen_wait(s, "from the beginning on");
	screen_keys(s, "q");
	screen_wait_row(s, 0, "Risks");
	steps_leave(s);
}

static const struct tap_case cases[] = {
	{.name = "mend", .run = mend},	     {.name = "complete", .run = complete},
	{.name = "history", .run = history}, {.name = "find", .run = find},
	{.name = "palette", .run = palette}, {.name = "look", .run = look},
};

int main(int argc, char **argv)
{
	return tap_run(cases, sizeof(cases) / sizeof(*cases), argc, argv);
}
