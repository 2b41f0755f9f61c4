#include "config.h"

#include "isms/app/command.h"

#include "isms/util/ascii.h"
#include "isms/util/i18n.h"

#define FORMAT_HELP N_("table unless another is named")
#define FORMAT_ARG "table|csv|tsv|json|jsonl"

const struct option global_options[] = {
	{"file", "FILE", N_("the file, also -f FILE; else $ISMS_FILE, else the default file")},
	{"read-only", NULL, N_("never write")},
	{"insist", NULL, N_("write although the file is on a network filesystem")},
	{"today", "DATE", N_("take DATE for today")},
	{"as-of", "DATE", N_("look at the file as it was at the end of DATE, or just after a change "
			     "by its number in the log; read-only")},
	{"ascii", NULL, N_("draw with ASCII characters only")},
	{"help", NULL, N_("show help, also -h")},
	{"version", NULL, N_("show the version, also -V")},
	{NULL, NULL, NULL},
};

static const struct option init_options[] = {
	{"org", "NAME", N_("name of the organisation")},
	{"scale", "3|4|5", N_("steps of likelihood and impact; 5 unless given")},
	{NULL, NULL, NULL},
};

static const struct option list_options[] = {
	{"view", "NAME", N_("filter, order and columns of a view that was kept; see 'isms views'")},
	{"where", "FILTER", N_("only what the filter finds, in the language of /")},
	{"sort", "FIELDS", N_("order, such as 'level desc, title'")},
	{"columns", "FIELDS", N_("columns, such as code,title,level; all; listed")},
	{"limit", "N", N_("at most N records")},
	{"format", FORMAT_ARG, FORMAT_HELP},
	{"archived", NULL, N_("what is archived instead of what is not")},
	{NULL, NULL, NULL},
};

static const struct option format_options[] = {
	{"format", FORMAT_ARG, FORMAT_HELP},
	{NULL, NULL, NULL},
};

static const struct option views_options[] = {
	{"where", "FILTER", N_("keep a view of the name with this filter")},
	{"sort", "FIELDS", N_("the order of the view that is kept")},
	{"columns", "FIELDS", N_("its columns after the code")},
	{"everybody", NULL, N_("keep it for everybody who opens the file, not only for oneself")},
	{"remove", NULL, N_("take the view away")},
	{"format", FORMAT_ARG, FORMAT_HELP},
	{NULL, NULL, NULL},
};

static const struct option set_options[] = {
	{"where", "FILTER", N_("change all records of KIND that the filter finds")},
	{"dry-run", NULL, N_("say what would become of each record and write nothing")},
	{"partial", NULL, N_("leave out the records that cannot be changed so, instead of "
			     "writing none")},
	{"yes", NULL, N_("change more than 20 records")},
	{NULL, NULL, NULL},
};

static const struct option show_options[] = {
	{"field", "FIELD", N_("only this field, exactly as it is: a frozen copy, a text")},
	{"format", FORMAT_ARG, FORMAT_HELP},
	{NULL, NULL, NULL},
};

static const struct option archive_options[] = {
	{"restore", NULL, N_("bring back what is archived")},
	{NULL, NULL, NULL},
};

static const struct option import_options[] = {
	{"map", "THEIRS=OURS",
	 N_("column THEIRS goes to field OURS; again for more; nothing "
	    "after = leaves it out")},
	{"dry-run", NULL, N_("say what would happen and write nothing")},
	{"create-refs", NULL, N_("make records for references that are not known")},
	{"rejects", "FILE", N_("write rejected rows with their reasons to FILE")},
	{"dates", "dmy|mdy", N_("03/04/2026 is 3 April (dmy) or 4 March (mdy)")},
	{"rescale", NULL, N_("fit likelihood and impact of another scale to ours")},
	{"encoding", "NAME", N_("encoding of the file, such as CP1252")},
	{"delimiter", "C", N_("what stands between the cells")},
	{"header", "LINE", N_("line of the header")},
	{NULL, NULL, NULL},
};

static const struct option drafts_options[] = {
	{"discard", NULL, N_("throw the draft away; what stood in it is printed")},
	{"format", FORMAT_ARG, FORMAT_HELP},
	{NULL, NULL, NULL},
};

static const struct option export_options[] = {
	{"output", "FILE", N_("write to FILE, also -o FILE; else standard output")},
	{"format", "csv|csv-raw|json|jsonl|tsv", N_("form of the file; else by its name")},
	{"view", "NAME", N_("filter, order and columns of a view that was kept; see 'isms views'")},
	{"where", "FILTER", N_("only what the filter finds, in the language of /")},
	{"columns", "FIELDS", N_("columns; all unless given")},
	{"force", NULL, N_("write over FILE when it exists")},
	{NULL, NULL, NULL},
};

static const struct option report_options[] = {
	{"frozen", NULL, N_("the copy that was frozen of CODE, not things as they are now")},
	{"output", "FILE", N_("write to FILE, also -o FILE; else standard output")},
	{"format", "text|csv", N_("text of 80 columns unless given; else by the file's name")},
	{"force", NULL, N_("write over FILE when it exists")},
	{NULL, NULL, NULL},
};

static const struct option matrix_options[] = {
	{"rating", "inherent|current|residual|target", N_("which rating; current unless given")},
	{"since", "DATE", N_("also what it was at the end of DATE, or after a change by its number, "
			     "and the risks that moved")},
	{"format", FORMAT_ARG, N_("table unless given; the others have a row a cell, json also the "
				  "risks that moved")},
	{NULL, NULL, NULL},
};

static const struct option log_options[] = {
	{"limit", "N", N_("the newest N; 20 unless given, 0 for all")},
	{"format", FORMAT_ARG, FORMAT_HELP},
	{NULL, NULL, NULL},
};

static const struct option diff_options[] = {
	{"kind", "KIND", N_("only this register")},
	{"format", FORMAT_ARG, FORMAT_HELP},
	{NULL, NULL, NULL},
};

static const struct option trace_options[] = {
	{"depth", "N", N_("how far to go; 2 unless given")},
	{"each", "N", N_("so many records of each sort; 20 unless given, 0 for all")},
	{"format", "table|json", N_("table unless given")},
	{NULL, NULL, NULL},
};

static const struct option revert_options[] = {
	{"to", "DATE", N_("what it was at the end of DATE, or after a change by its number")},
	{"correct", NULL, N_("also back to a state to which no way of its life leads")},
	{"dry-run", NULL, N_("say what would change and write nothing")},
	{NULL, NULL, NULL},
};

static const struct option check_options[] = {
	{"clause", "CLAUSE", N_("only the rules of this clause and its parts: 6.1.3, 9, A.5")},
	{"id", "RULE", N_("only this rule")},
	{"severity", "error|warning|hint", N_("only rules of this severity")},
	{"format", FORMAT_ARG, FORMAT_HELP},
	{"all", NULL, N_("list every record that a rule names, also where there are many")},
	{"list", NULL, N_("list the rules instead of asking them")},
	{NULL, NULL, NULL},
};

static const struct option due_options[] = {
	{"within", "TIME", N_("until TIME from today, such as 2w, or until a date; 30d unless "
			      "given")},
	{"owner", "PERSON", N_("only of the people whose name or code holds PERSON")},
	{"format", FORMAT_ARG "|ics", N_("table on a terminal, else tsv; csv, tsv, json, jsonl; ics "
					 "for a calendar")},
	{NULL, NULL, NULL},
};

static const struct option catalogue_options[] = {
	{"list", NULL, N_("list the rows of the catalogues, and which the file has")},
	{"format", FORMAT_ARG, FORMAT_HELP},
	{NULL, NULL, NULL},
};

static const struct option plan_options[] = {
	{"where", "FILTER", N_("only the risks that the filter finds, in the language of /")},
	{"format", FORMAT_ARG, FORMAT_HELP},
	{NULL, NULL, NULL},
};

static const struct option soa_options[] = {
	{"where", "FILTER", N_("only the entries that the filter finds, in the language of /")},
	{"edition", "2022|2013", N_("Annex A of which edition; 2022 unless given")},
	{"fill", NULL, N_("add the reasons that risks, requirements and laws give")},
	{"dry-run", NULL, N_("with --fill: say what would change and write nothing")},
	{"format", FORMAT_ARG, FORMAT_HELP},
	{NULL, NULL, NULL},
};

static const struct option certification_options[] = {
	{"stage", "1|2|cycle", N_("only this stage, or only the cycle of the certificates")},
	{"format", FORMAT_ARG, FORMAT_HELP},
	{NULL, NULL, NULL},
};

static const struct option find_options[] = {
	{"kind", "KIND", N_("only in this register")},
	{"limit", "N", N_("at most N records of a register; 10 unless given, 0 for all")},
	{"format", FORMAT_ARG, FORMAT_HELP},
	{NULL, NULL, NULL},
};

static const struct option force_options[] = {
	{"force", NULL, N_("write over FILE when it exists")},
	{NULL, NULL, NULL},
};

static const struct option run_options[] = {
	{"keep-going", NULL, N_("go on after a line that failed")},
	{"echo", NULL, N_("print each line before it is done")},
	{NULL, NULL, NULL},
};

/* What moves in a column of rows. */
#define ROWS                                                                                   \
	(WHERE_COLUMNS | WHERE_VIEWS |                                                         \
	 WHERE_LIST | WHERE_RECORD | WHERE_MATRIX | WHERE_MENU | WHERE_PICKER | WHERE_IMPORT | \
	 WHERE_HELP | WHERE_DASHBOARD | WHERE_PLAN | WHERE_SOA | WHERE_TREE | WHERE_AUDIT)

const struct command commands[CMD_COUNT] = {
	/* command line and screen */
	[CMD_ADD] = {CMD_ADD, "add", N_("Add"), "a Ins", WHERE_LIST | WHERE_PLAN,
		     CMD_CLI | CMD_SCREEN | CMD_WRITES | CMD_BAR, "KIND FIELD=VALUE...", NULL,
		     N_("Add a record")},
	[CMD_EDIT] = {CMD_EDIT, "edit", N_("Edit"), "e F4",
		      WHERE_LIST | WHERE_RECORD | WHERE_PLAN | WHERE_SOA | WHERE_AUDIT | WHERE_TREE,
		      CMD_SCREEN | CMD_WRITES | CMD_BAR, NULL, NULL, N_("Edit the record")},
	[CMD_ARCHIVE] = {CMD_ARCHIVE, "archive", N_("Archive"), "D Del",
			 WHERE_LIST | WHERE_RECORD | WHERE_PLAN | WHERE_SOA | WHERE_LINES,
			 CMD_CLI | CMD_SCREEN | CMD_WRITES | CMD_BAR, "CODE...", archive_options,
			 N_("Archive the record or what is marked, or bring it back")},
	[CMD_IMPORT] = {CMD_IMPORT, "import", N_("Import"), "i", WHERE_LIST,
			CMD_CLI | CMD_SCREEN | CMD_WRITES, "KIND FILE.csv", import_options,
			N_("Import a CSV file into the register")},
	[CMD_EXPORT] = {CMD_EXPORT, "export", N_("Export"), "x",
			WHERE_LIST | WHERE_PLAN | WHERE_SOA, CMD_CLI | CMD_SCREEN,
			"KIND [-o FILE]", export_options,
			N_("Export what is marked, else what the list shows, to a file")},
	[CMD_MATRIX] = {CMD_MATRIX, "matrix", N_("Matrix"), "m", WHERE_GLOBAL,
			CMD_CLI | CMD_SCREEN | CMD_BAR, NULL, matrix_options,
			N_("Show the risk matrix")},
	[CMD_UNDO] = {CMD_UNDO, "undo", N_("Undo"), "u", WHERE_GLOBAL,
		      CMD_CLI | CMD_SCREEN | CMD_WRITES, "[TX]", NULL,
		      N_("Take back your last change")},
	[CMD_REDO] = {CMD_REDO, "redo", N_("Redo"), "U", WHERE_GLOBAL,
		      CMD_CLI | CMD_SCREEN | CMD_WRITES, "[TX]", NULL,
		      N_("Bring back what was undone last")},
	[CMD_DASHBOARD] = {CMD_DASHBOARD, "dashboard", N_("Dashboard"), NULL, WHERE_GLOBAL,
			   CMD_CLI | CMD_SCREEN, NULL, format_options,
			   N_("Show how the ISMS stands: what is due, risks, readiness by clause")},
	[CMD_LOG] = {CMD_LOG, "log", N_("History"), "H", WHERE_GLOBAL,
		     CMD_CLI | CMD_SCREEN, "[CODE]", log_options,
		     N_("Show the history: who changed what, when")},
	[CMD_DIFF] = {CMD_DIFF, "diff", N_("Differences"), NULL, WHERE_GLOBAL,
		      CMD_CLI | CMD_SCREEN, "DATE [DATE]", diff_options,
		      N_("Show what is another now than on a day: added, changed, archived")},
	[CMD_TRACE] = {CMD_TRACE, "trace", N_("Trace"), "t",
		       WHERE_LIST | WHERE_RECORD | WHERE_PLAN | WHERE_SOA | WHERE_TREE,
		       CMD_CLI | CMD_SCREEN, "CODE", trace_options,
		       N_("Show what a record is linked to, both ways, as a tree")},
	[CMD_HELP] = {CMD_HELP, "help", N_("Help"), "? F1", WHERE_GLOBAL,
		      CMD_CLI | CMD_SCREEN | CMD_BAR | CMD_NO_FILE, "[COMMAND]", NULL,
		      N_("Show the keys of this view, or what a command does")},

	[CMD_FIND] = {CMD_FIND, "find", N_("Find"), "g/", WHERE_GLOBAL, CMD_CLI | CMD_SCREEN,
		      "WORD...", find_options,
		      N_("Find words in all registers, each as the beginning of a word")},

	/* command line */
	[CMD_INIT] = {CMD_INIT, "init", N_("Init"), NULL, 0, CMD_CLI | CMD_NO_FILE, NULL,
		      init_options, N_("Make a new file with the catalogues and a risk method")},
	[CMD_DEMO] = {CMD_DEMO, "demo", N_("Demonstration"), NULL, 0, CMD_CLI | CMD_NO_FILE, NULL,
		      NULL, N_("Open a demonstration organisation in a private file")},
	[CMD_KINDS] = {CMD_KINDS, "kinds", N_("Kinds"), NULL, 0, CMD_CLI | CMD_NO_FILE, NULL,
		       format_options, N_("List the registers")},
	[CMD_FIELDS] = {CMD_FIELDS, "fields", N_("Fields"), NULL, 0, CMD_CLI | CMD_NO_FILE, "KIND",
			format_options, N_("List the fields of a register")},
	[CMD_LIST] = {CMD_LIST, "list", N_("List"), NULL, 0, CMD_CLI, "KIND", list_options,
		      N_("List the records of a register")},
	[CMD_SHOW] = {CMD_SHOW, "show", N_("Show"), NULL, 0, CMD_CLI, "CODE", show_options,
		      N_("Show one record")},
	[CMD_SET] = {CMD_SET, "set", N_("Set"), NULL, 0, CMD_CLI | CMD_WRITES,
		     "CODE FIELD=VALUE...", set_options,
		     N_("Change fields of a record, of several, or of all of KIND that a filter "
			"finds, in one step; += and -= add and take away references or choices")},
	[CMD_BACKUP] = {CMD_BACKUP, "backup", N_("Backup"), NULL, 0, CMD_CLI, "FILE", force_options,
			N_("Write a whole copy of the file, also while it is used")},
	[CMD_DOCTOR] = {CMD_DOCTOR, "doctor", N_("Doctor"), NULL, 0, CMD_CLI, NULL, NULL,
			N_("Check the file: structure, references, seals of the history")},
	[CMD_CHECK] = {CMD_CHECK, "check", N_("Checks"), "!", WHERE_GLOBAL, CMD_CLI | CMD_SCREEN,
		       NULL, check_options,
		       N_("Find what an auditor would find; exit status 5 when errors stand")},
	[CMD_DUE] = {CMD_DUE, "due", N_("Due"), "w", WHERE_GLOBAL, CMD_CLI | CMD_SCREEN, NULL,
		     due_options,
		     N_("List what falls due in all registers; exit status 5 when something is "
			"overdue")},
	[CMD_CERTIFICATION] = {CMD_CERTIFICATION, "certification", N_("Certification"), NULL,
			       WHERE_GLOBAL, CMD_CLI | CMD_SCREEN, NULL, certification_options,
			       N_("List what stage 1 and 2 ask for and what is missing; exit "
				  "status 5 when something is")},
	[CMD_CATALOGUE] = {CMD_CATALOGUE, "catalogue", N_("Catalogue"), NULL, 0, CMD_CLI,
			   "[NAME [REF...]...]", catalogue_options,
			   N_("List the built-in catalogues, or add what the file does not have of "
			      "them; with REF only those rows")},
	[CMD_PREPARE] = {CMD_PREPARE, "prepare", N_("Prepare"), "P", WHERE_LIST | WHERE_RECORD,
			 CMD_CLI | CMD_SCREEN | CMD_WRITES, "CODE", NULL,
			 N_("Fill the inputs of a management review, draw the steps of an audit, or "
			    "make the tasks of who gets a role")},
	[CMD_RUN] = {CMD_RUN, "run", N_("Run"), NULL, 0, CMD_CLI, "SCRIPT", run_options,
		     N_("Do the commands of a file, a line each; - is standard input")},
	[CMD_COMPLETION] = {CMD_COMPLETION, "completion", N_("Completion"), NULL, 0,
			    CMD_CLI | CMD_NO_FILE, "bash|zsh|fish", NULL,
			    N_("Print what a shell needs to complete the words of isms")},
	[CMD_PLAN] = {CMD_PLAN, "plan", N_("Plan"), NULL, WHERE_GLOBAL, CMD_CLI | CMD_SCREEN, NULL,
		      plan_options,
		      N_("Show the risk treatment plan: risks by need, their actions, who approved")},
	[CMD_SOA] = {CMD_SOA, "soa", N_("SoA"), NULL, WHERE_GLOBAL, CMD_CLI | CMD_SCREEN, NULL,
		     soa_options,
		     N_("Show the Statement of Applicability in its themes, or fill in its reasons")},
	[CMD_SUGGEST] = {CMD_SUGGEST, "suggest", N_("Suggest"), "+", WHERE_LIST | WHERE_RECORD,
			 CMD_CLI | CMD_SCREEN, "KIND | RISK [CONTROL...]", format_options,
			 N_("Offer what the catalogues have and the file has not, or controls for a "
			    "risk")},
	[CMD_REPORT] = {CMD_REPORT, "report", N_("Report"), NULL, WHERE_GLOBAL,
			CMD_CLI | CMD_SCREEN, "[NAME [CODE]]", report_options,
			N_("List the reports to hand out, or write one as text or CSV")},
	[CMD_FOLLOW] = {CMD_FOLLOW, "follow", N_("Follow"), "o",
			WHERE_LIST | WHERE_RECORD | WHERE_AUDIT,
			CMD_CLI | CMD_SCREEN | CMD_WRITES, "CODE [KIND] [FIELD=VALUE...]", NULL,
			N_("Make what comes of the record: nonconformity, decision, action")},
	[CMD_KEYS] = {CMD_KEYS, "keys", N_("Keys"), NULL, 0, CMD_CLI | CMD_NO_FILE, NULL, NULL,
		      N_("List the keys of the screen")},
	[CMD_MANUAL] = {CMD_MANUAL, "manual", N_("Manual"), NULL, 0, CMD_CLI | CMD_NO_FILE, NULL,
			NULL, N_("Print the tables of the manual page")},

	/* screen: about */
	[CMD_OPEN] = {CMD_OPEN, "open", N_("Open"), "Enter",
		      WHERE_LIST | WHERE_MATRIX | WHERE_MENU | WHERE_DASHBOARD | WHERE_PICKER |
			      WHERE_HELP | WHERE_PLAN | WHERE_SOA | WHERE_VIEWS | WHERE_TREE,
		      CMD_SCREEN, NULL, NULL, N_("Open what the cursor is on")},
	[CMD_BACK] = {CMD_BACK, "back", N_("Back"), "Esc ^C", WHERE_GLOBAL, CMD_SCREEN, NULL, NULL,
		      N_("Go back; in a list clears the filter, then the marks; never leaves the "
			 "program")},
	[CMD_QUIT] = {CMD_QUIT, "quit", N_("Quit"), "q", WHERE_GLOBAL, CMD_SCREEN | CMD_BAR, NULL,
		      NULL, N_("Go back; at the dashboard leave the program")},
	[CMD_PALETTE] = {CMD_PALETTE, "palette", N_("Cmd"), ": ^P", WHERE_GLOBAL,
			 CMD_SCREEN | CMD_BAR, NULL, NULL,
			 N_("All commands; a register's name goes there, with a filter after it")},
	[CMD_MESSAGES] = {CMD_MESSAGES, "messages", N_("Messages"), NULL, WHERE_GLOBAL, CMD_SCREEN,
			  NULL, NULL, N_("List the messages of this session")},
	[CMD_DRAFTS] = {CMD_DRAFTS, "drafts", N_("Drafts"), NULL, WHERE_GLOBAL,
			CMD_CLI | CMD_SCREEN, "[DRAFT]", drafts_options,
			N_("List what was typed and not saved when the program had to end, or show "
			   "one of it")},
	[CMD_REDRAW] = {CMD_REDRAW, "redraw", N_("Redraw"), "^L", WHERE_GLOBAL, CMD_SCREEN, NULL,
			NULL, N_("Draw the screen anew")},
	[CMD_MOUSE] = {CMD_MOUSE, "mouse", N_("Mouse"), "^T", WHERE_GLOBAL, CMD_SCREEN, NULL, NULL,
		       N_("The mouse selects and opens here, or marks and copies as everywhere")},
	[CMD_COPY] = {CMD_COPY, "copy", N_("Copy"), "y",
		      WHERE_LIST | WHERE_RECORD | WHERE_PLAN | WHERE_SOA | WHERE_TREE, CMD_SCREEN,
		      NULL, NULL,
		      N_("Copy the rows that are marked, the row, or the record, to the "
			 "terminal's clipboard")},
	[CMD_SUSPEND] = {CMD_SUSPEND, "suspend", N_("Suspend"), "^Z", WHERE_GLOBAL, CMD_SCREEN,
			 NULL, NULL, N_("Go back to the shell; fg returns")},

	[CMD_TAKE_BACK] = {CMD_TAKE_BACK, "take-back", N_("Take back"), "b", WHERE_HISTORY,
			   CMD_SCREEN | CMD_WRITES | CMD_BAR, NULL, NULL,
			   N_("Take the field of this line back to what it was")},
	[CMD_TAKE_BACK_ALL] = {CMD_TAKE_BACK_ALL, "take-back-all", N_("Whole"), "B", WHERE_HISTORY,
			       CMD_SCREEN | CMD_WRITES | CMD_BAR, NULL, NULL,
			       N_("Take the whole record back to what it was then")},
	[CMD_REVERT] = {CMD_REVERT, "revert", N_("Revert"), NULL, 0, CMD_CLI | CMD_WRITES,
			"CODE [FIELD...]", revert_options,
			N_("Take a record, or fields of it, back to what they were")},
	[CMD_GO] = {CMD_GO, "go", N_("Record"), "o", WHERE_TREE, CMD_SCREEN | CMD_BAR, NULL, NULL,
		    N_("Open the record that the line is about")},
	[CMD_AS_OF] = {CMD_AS_OF, "as-of", N_("As of"), NULL, WHERE_GLOBAL, CMD_SCREEN, NULL, NULL,
		       N_("Show everything as it was on a day, read-only; now goes back")},

	/* screen: moving */
	[CMD_UP] = {CMD_UP, "up", N_("Up"), "Up k", ROWS | WHERE_CALENDAR, CMD_SCREEN, NULL, NULL, N_("Move up")},
	[CMD_DOWN] = {CMD_DOWN, "down", N_("Down"), "Down j", ROWS | WHERE_CALENDAR, CMD_SCREEN, NULL, NULL,
		      N_("Move down")},
	[CMD_LEFT] = {CMD_LEFT, "left", N_("Left"), "Left h", ROWS | WHERE_CALENDAR, CMD_SCREEN, NULL, NULL,
		      N_("Move left; in a list show the columns further left")},
	[CMD_RIGHT] = {CMD_RIGHT, "right", N_("Right"), "Right l", ROWS | WHERE_CALENDAR, CMD_SCREEN, NULL, NULL,
		       N_("Move right; in a list show the columns further right")},
	[CMD_PAGE_UP] = {CMD_PAGE_UP, "page-up", N_("Page up"), "PgUp",
			 ROWS | WHERE_FORM | WHERE_CALENDAR,
			 CMD_SCREEN, NULL, NULL, N_("A page up; in the calendar a month")},
	[CMD_PAGE_DOWN] = {CMD_PAGE_DOWN, "page-down", N_("Page down"), "PgDn",
			 ROWS | WHERE_FORM | WHERE_CALENDAR,
			   CMD_SCREEN, NULL, NULL, N_("A page down; in the calendar a month")},
	[CMD_HALF_UP] = {CMD_HALF_UP, "half-up", N_("Half up"), "^U",
			 ROWS & ~(unsigned)WHERE_PICKER, CMD_SCREEN, NULL, NULL,
			 N_("Half a page up")},
	[CMD_HALF_DOWN] = {CMD_HALF_DOWN, "half-down", N_("Half down"), "^D",
			   ROWS & ~(unsigned)WHERE_PICKER, CMD_SCREEN, NULL, NULL,
			   N_("Half a page down")},
	[CMD_HOME] = {CMD_HOME, "home", N_("First"), "Home g",
		      (ROWS & ~(unsigned)WHERE_PICKER) | WHERE_CALENDAR,
		      CMD_SCREEN, NULL, NULL, N_("To the first")},
	[CMD_END] = {CMD_END, "end", N_("Last"), "End G",
		     (ROWS & ~(unsigned)WHERE_PICKER) | WHERE_CALENDAR,
		     CMD_SCREEN, NULL, NULL, N_("To the last")},
	[CMD_NEXT_PANE] = {CMD_NEXT_PANE, "next-pane", N_("Pane"), "Tab", WHERE_GLOBAL, CMD_SCREEN,
			   NULL, NULL, N_("To the next pane")},
	[CMD_PREV_PANE] = {CMD_PREV_PANE, "prev-pane", N_("Pane back"), "S-Tab", WHERE_GLOBAL,
			   CMD_SCREEN, NULL, NULL, N_("To the pane before")},
	[CMD_MENU] = {CMD_MENU, "menu", N_("Menu"), "F9", WHERE_GLOBAL, CMD_SCREEN, NULL, NULL,
		      N_("To the menu")},
	[CMD_HIDE_MENU] = {CMD_HIDE_MENU, "hide-menu", N_("Hide menu"), "\\", WHERE_GLOBAL,
			   CMD_SCREEN, NULL, NULL, N_("Hide or show the menu")},
	[CMD_GROUP] = {CMD_GROUP, "group", N_("Group"), "1 2 3 4 5 6 7 8 9 0", WHERE_GLOBAL,
		       CMD_SCREEN, NULL, NULL,
		       N_("To a group of the menu; again: its next register")},

	/* screen: lists and records */
	[CMD_FILTER] = {CMD_FILTER, "filter", N_("Filter"), "/",
			WHERE_LIST | WHERE_TREE | WHERE_PLAN | WHERE_SOA, CMD_SCREEN | CMD_BAR,
			NULL, NULL,
			N_("Filter as you type: words, owner:novak, level>=high, "
			   "due<+2w, !word, a or b")},
	[CMD_SORT] = {CMD_SORT, "sort", N_("Sort"), "s", WHERE_LIST, CMD_SCREEN | CMD_BAR, NULL,
		      NULL, N_("Choose a column to sort by, the same again turns the order; Space "
			 "adds more")},
	[CMD_SORT_UP] = {CMD_SORT_UP, "sort-up", N_("Ascending"), "[", WHERE_LIST, CMD_SCREEN, NULL,
			 NULL, N_("Sort upwards")},
	[CMD_SORT_DOWN] = {CMD_SORT_DOWN, "sort-down", N_("Descending"), "]", WHERE_LIST,
			   CMD_SCREEN, NULL, NULL, N_("Sort downwards")},
	[CMD_SHOW_ARCHIVED] = {CMD_SHOW_ARCHIVED, "show-archived", N_("Archived"), ".", WHERE_LIST,
			       CMD_SCREEN, NULL, NULL, N_("Show what is archived, or what is not")},
	[CMD_EDIT_ALL] = {CMD_EDIT_ALL, "edit-all", N_("Edit all"), "E",
			  WHERE_LIST | WHERE_PLAN | WHERE_SOA | WHERE_LINES,
			  CMD_SCREEN | CMD_WRITES, NULL, NULL,
			  N_("Change one field of all that is marked, after a look at old and new")},
	[CMD_VIEWS] = {CMD_VIEWS, "views", N_("Views"), "F", WHERE_LIST, CMD_CLI | CMD_SCREEN,
		       "[KIND [NAME]]", views_options,
		       N_("List the views that were kept; on the screen Enter opens one")},
	[CMD_NAME_PLACE] = {CMD_NAME_PLACE, "name-place", N_("Name place"), "b",
			    WHERE_LIST | WHERE_RECORD, CMD_SCREEN, NULL, NULL,
			    N_("Give this record a letter to come back to")},
	[CMD_GO_PLACE] = {CMD_GO_PLACE, "go-place", N_("Go to place"), "'", WHERE_GLOBAL,
			  CMD_SCREEN, NULL, NULL, N_("Go to the record with a letter")},
	[CMD_VIEW_SAVE] = {CMD_VIEW_SAVE, "view-save", N_("Keep view"), "f", WHERE_LIST,
			   CMD_SCREEN | CMD_WRITES, NULL, NULL,
			   N_("Keep filter, order and columns as a view under a name")},
	[CMD_VIEW_REMOVE] = {CMD_VIEW_REMOVE, "view-remove", N_("Remove"), "D Del", WHERE_VIEWS,
			     CMD_SCREEN | CMD_WRITES | CMD_BAR, NULL, NULL,
			     N_("Take the view away")},
	[CMD_VIEW_RENAME] = {CMD_VIEW_RENAME, "view-rename", N_("Rename"), "e", WHERE_VIEWS,
			     CMD_SCREEN | CMD_WRITES | CMD_BAR, NULL, NULL,
			     N_("Give the view another name")},
	[CMD_CELL] = {CMD_CELL, "cell", N_("Cell"), "=", WHERE_LIST, CMD_SCREEN | CMD_WRITES, NULL,
		      NULL,
		      N_("Edit in place: Left and Right choose the cell, Enter edits it, Esc ends")},
	[CMD_COLUMNS] = {CMD_COLUMNS, "columns", N_("Columns"), "c", WHERE_LIST, CMD_SCREEN, NULL,
			 NULL, N_("Choose the columns, their order and width")},
	[CMD_COLUMN_SHOW] = {CMD_COLUMN_SHOW, "column-show", N_("Show"), "Space", WHERE_COLUMNS,
			     CMD_SCREEN | CMD_BAR, NULL, NULL, N_("Show the field, or hide it")},
	[CMD_COLUMN_LEFT] = {CMD_COLUMN_LEFT, "column-left", N_("Left"), "<", WHERE_COLUMNS,
			     CMD_SCREEN | CMD_BAR, NULL, NULL, N_("Move the column to the left")},
	[CMD_COLUMN_RIGHT] = {CMD_COLUMN_RIGHT, "column-right", N_("Right"), ">", WHERE_COLUMNS,
			      CMD_SCREEN | CMD_BAR, NULL, NULL, N_("Move the column to the right")},
	[CMD_COLUMN_WIDER] = {CMD_COLUMN_WIDER, "column-wider", N_("Wider"), "+", WHERE_COLUMNS,
			      CMD_SCREEN | CMD_BAR, NULL, NULL, N_("Make the column wider")},
	[CMD_COLUMN_NARROWER] = {CMD_COLUMN_NARROWER, "column-narrower", N_("Narrower"), "-",
				 WHERE_COLUMNS, CMD_SCREEN | CMD_BAR, NULL, NULL,
				 N_("Make the column narrower; below 3 cells it is as wide as it "
				    "comes out")},
	[CMD_COLUMN_FREEZE] = {CMD_COLUMN_FREEZE, "column-freeze", N_("Freeze"), "f", WHERE_COLUMNS,
			       CMD_SCREEN | CMD_BAR, NULL, NULL,
			       N_("Keep the columns up to this one in sight, or not")},
	[CMD_COLUMN_RESET] = {CMD_COLUMN_RESET, "column-reset", N_("Reset"), "r", WHERE_COLUMNS,
			      CMD_SCREEN | CMD_BAR, NULL, NULL,
			      N_("The columns that the register has by itself")},
	[CMD_COLUMN_KEEP] = {CMD_COLUMN_KEEP, "column-keep", N_("OK"), "Enter ^S F2", WHERE_COLUMNS,
			     CMD_SCREEN | CMD_BAR, NULL, NULL, N_("Keep the columns so")},
	[CMD_MARK] = {CMD_MARK, "mark", N_("Mark"), "Space",
		      WHERE_LIST | WHERE_PLAN | WHERE_SOA | WHERE_LINES, CMD_SCREEN | CMD_BAR,
		      NULL, NULL,
		      N_("Mark the record, or take its mark away, and move down; archiving, "
			 "export and E act on what is marked")},
	[CMD_MARK_RANGE] = {CMD_MARK_RANGE, "mark-range", N_("Mark range"), "v",
			    WHERE_LIST | WHERE_PLAN | WHERE_SOA | WHERE_LINES,
			    CMD_SCREEN, NULL, NULL,
			    N_("Begin a range; move; v or Enter marks it, Esc leaves it")},
	[CMD_MARK_INVERT] = {CMD_MARK_INVERT, "mark-invert", N_("Invert marks"), "*",
			     WHERE_LIST | WHERE_PLAN | WHERE_SOA | WHERE_LINES,
			     CMD_SCREEN, NULL, NULL,
			     N_("Turn the marks of all that is listed round")},
	[CMD_MARK_ALL] = {CMD_MARK_ALL, "mark-all", N_("Mark all"), "A",
			  WHERE_LIST | WHERE_PLAN | WHERE_SOA | WHERE_LINES, CMD_SCREEN,
			  NULL, NULL, N_("Mark all that is listed")},
	[CMD_NEXT] = {CMD_NEXT, "next", N_("Next"), "n", WHERE_RECORD | WHERE_AUDIT, CMD_SCREEN | CMD_BAR, NULL,
		      NULL, N_("The next record of the list")},
	[CMD_PREV] = {CMD_PREV, "prev", N_("Previous"), "p", WHERE_RECORD | WHERE_AUDIT, CMD_SCREEN | CMD_BAR,
		      NULL, NULL, N_("The previous record of the list")},

	[CMD_LOOK] = {CMD_LOOK, "look", N_("Search"), "/", WHERE_RECORD | WHERE_HELP,
		      CMD_SCREEN | CMD_BAR, NULL, NULL, N_("Look for a text in what is read")},
	[CMD_LOOK_NEXT] = {CMD_LOOK_NEXT, "look-next", N_("Next"), "n", WHERE_HELP, CMD_SCREEN,
			   NULL, NULL, N_("The next place where it stands")},
	[CMD_LOOK_PREV] = {CMD_LOOK_PREV, "look-prev", N_("Previous"), "N", WHERE_HELP, CMD_SCREEN,
			   NULL, NULL, N_("The place before")},
	[CMD_LOOK_ON] = {CMD_LOOK_ON, "look-on", N_("Search on"), "N", WHERE_RECORD, CMD_SCREEN,
			 NULL, NULL, N_("The next place in this record (n is the next record)")},

	[CMD_FROZEN] = {CMD_FROZEN, "frozen", N_("Copy"), "z", WHERE_LIST | WHERE_RECORD,
			CMD_SCREEN, NULL, NULL,
			N_("Read the frozen copy: what a version or a review rested on")},

	/* screen: audit mode */
	[CMD_AUDIT_MODE] = {CMD_AUDIT_MODE, "audit-mode", N_("Audit"), "r",
			    WHERE_LIST | WHERE_RECORD | WHERE_DASHBOARD, CMD_SCREEN, NULL, NULL,
			    N_("Go through the steps of the audit, one a screen")},
	[CMD_NEXT_OPEN] = {CMD_NEXT_OPEN, "next-open", N_("Next open"), "Space", WHERE_AUDIT,
			   CMD_SCREEN | CMD_BAR, NULL, NULL,
			   N_("The next step that has no verdict yet")},
	[CMD_CONFORMS] = {CMD_CONFORMS, "conforms", N_("Conforms"), "c", WHERE_AUDIT,
			  CMD_SCREEN | CMD_WRITES, NULL, NULL,
			  N_("Verdict: it conforms; then the next open step")},
	[CMD_OPPORTUNITY] = {CMD_OPPORTUNITY, "opportunity", N_("Opportunity"), "i", WHERE_AUDIT,
			     CMD_SCREEN | CMD_WRITES, NULL, NULL,
			     N_("Verdict: it conforms and could be better; write the finding")},
	[CMD_OBSERVATION] = {CMD_OBSERVATION, "observation", N_("Observation"), "b", WHERE_AUDIT,
			     CMD_SCREEN | CMD_WRITES, NULL, NULL,
			     N_("Verdict: it may become a fault; write the finding")},
	[CMD_MINOR] = {CMD_MINOR, "minor", N_("Minor"), "m", WHERE_AUDIT, CMD_SCREEN | CMD_WRITES,
		       NULL, NULL, N_("Verdict: a single lapse; write the finding")},
	[CMD_MAJOR] = {CMD_MAJOR, "major", N_("Major"), "x", WHERE_AUDIT, CMD_SCREEN | CMD_WRITES,
		       NULL, NULL, N_("Verdict: it is missing or fails; write the finding")},
	[CMD_NOT_AUDITED] = {CMD_NOT_AUDITED, "not-audited", N_("Skip"), "-", WHERE_AUDIT,
			     CMD_SCREEN | CMD_WRITES, NULL, NULL,
			     N_("Verdict: it was not looked at")},
	[CMD_REOPEN] = {CMD_REOPEN, "reopen", N_("Reopen"), "r", WHERE_AUDIT,
			CMD_SCREEN | CMD_WRITES, NULL, NULL, N_("Take the verdict back")},

	/* screen: matrix */
	[CMD_RATING_INHERENT] = {CMD_RATING_INHERENT, "inherent", N_("Inherent"), "i", WHERE_MATRIX,
				 CMD_SCREEN | CMD_BAR, NULL, NULL,
				 N_("Inherent risk: without any control")},
	[CMD_RATING_CURRENT] = {CMD_RATING_CURRENT, "current", N_("Current"), "c", WHERE_MATRIX,
				CMD_SCREEN | CMD_BAR, NULL, NULL,
				N_("Current risk: with the controls there are")},
	[CMD_RATING_RESIDUAL] = {CMD_RATING_RESIDUAL, "residual", N_("Residual"), "r", WHERE_MATRIX,
				 CMD_SCREEN | CMD_BAR, NULL, NULL,
				 N_("Residual risk: after treatment")},
	[CMD_RATING_TARGET] = {CMD_RATING_TARGET, "target", N_("Target"), "t", WHERE_MATRIX,
			       CMD_SCREEN | CMD_BAR, NULL, NULL,
			       N_("Target risk: what the treatment plan aims at")},
	[CMD_MOVED] = {CMD_MOVED, "moved", N_("Moved"), "d", WHERE_MATRIX, CMD_SCREEN | CMD_BAR,
		       NULL, NULL, N_("What moved since a day; again: the risks that did")},

	/* screen: treatment plan, Statement of Applicability, suggestions */
	[CMD_APPROVE] = {CMD_APPROVE, "approve", N_("Owner approves"), "o", WHERE_PLAN,
			 CMD_SCREEN | CMD_WRITES | CMD_BAR, NULL, NULL,
			 N_("Record that the owner approves the plan for this risk")},
	[CMD_FOLD] = {CMD_FOLD, "fold", N_("Fold"), "z", WHERE_PLAN, CMD_SCREEN | CMD_BAR, NULL,
		      NULL, N_("Hide or show the actions of this risk")},
	[CMD_FOLD_ALL] = {CMD_FOLD_ALL, "fold-all", N_("Fold all"), "Z", WHERE_PLAN, CMD_SCREEN,
			  NULL, NULL, N_("Hide or show the actions of all risks")},
	[CMD_APPLIES] = {CMD_APPLIES, "applies", N_("Applies"), "a", WHERE_SOA,
			 CMD_SCREEN | CMD_WRITES | CMD_BAR, NULL, NULL,
			 N_("The control applies; asks for the reason where no register gives one")},
	[CMD_EXCLUDE] = {CMD_EXCLUDE, "exclude", N_("Not"), "n", WHERE_SOA,
			 CMD_SCREEN | CMD_WRITES | CMD_BAR, NULL, NULL,
			 N_("The control does not apply; asks why")},
	[CMD_IMPLEMENTATION] = {CMD_IMPLEMENTATION, "implementation", N_("State"), "i", WHERE_SOA,
				CMD_SCREEN | CMD_WRITES | CMD_BAR, NULL, NULL,
				N_("Choose how far the control is implemented")},
	[CMD_REASONS] = {CMD_REASONS, "reasons", N_("Reasons"), "R", WHERE_SOA,
			 CMD_SCREEN | CMD_WRITES | CMD_BAR, NULL, NULL,
			 N_("Add the reasons that risks, requirements and laws give")},
	[CMD_SOA_VERSION] = {CMD_SOA_VERSION, "soa-version", N_("Version"), "V", WHERE_SOA,
			     CMD_SCREEN | CMD_WRITES | CMD_BAR, NULL, NULL,
			     N_("Begin the next version; its approval freezes a copy")},
	[CMD_EDITION] = {CMD_EDITION, "edition", N_("2013"), "o", WHERE_SOA, CMD_SCREEN | CMD_BAR,
			 NULL, NULL, N_("The other edition of Annex A: 2013, or 2022")},

	/* screen: forms and pickers */
	[CMD_SAVE] = {CMD_SAVE, "save", N_("Save"), "^S F2", WHERE_FORM,
		      CMD_SCREEN | CMD_WRITES | CMD_BAR, NULL, NULL, N_("Save the record")},
	[CMD_CANCEL] = {CMD_CANCEL, "cancel", N_("Cancel"), "Esc ^C",
			WHERE_FORM | WHERE_PICKER | WHERE_IMPORT | WHERE_HELP | WHERE_COLUMNS |
				WHERE_VIEWS | WHERE_CALENDAR,
			CMD_SCREEN | CMD_BAR, NULL, NULL,
			N_("Leave; asks when something would be lost")},
	[CMD_FIELD_NEXT] = {CMD_FIELD_NEXT, "field-next", N_("Next"), "Tab Enter Down", WHERE_FORM,
			    CMD_SCREEN | CMD_BAR, NULL, NULL, N_("The next field")},
	[CMD_FIELD_PREV] = {CMD_FIELD_PREV, "field-prev", N_("Back"), "S-Tab Up", WHERE_FORM,
			    CMD_SCREEN | CMD_BAR, NULL, NULL, N_("The field before")},
	[CMD_PICK] = {CMD_PICK, "pick", N_("Pick"), "F4 Space", WHERE_FORM | WHERE_PICKER,
		      CMD_SCREEN | CMD_BAR, NULL, NULL,
		      N_("Open the list of a choice or reference, or the calendar; in the list "
			 "mark several")},
	[CMD_NEW_HERE] = {CMD_NEW_HERE, "new-here", N_("New"), "^N", WHERE_PICKER,
			  CMD_SCREEN | CMD_WRITES | CMD_BAR, NULL, NULL,
			  N_("Make a new record here")},
	[CMD_SUGGEST_HERE] = {CMD_SUGGEST_HERE, "suggest-here", N_("Suggest"), "^G", WHERE_PICKER,
			      CMD_SCREEN | CMD_WRITES, NULL, NULL,
			      N_("Offer what the catalogues have for the field, or the controls that "
				 "the threats and vulnerabilities in the form suggest")},
	[CMD_EDITOR] = {CMD_EDITOR, "editor", N_("Editor"), "^O", WHERE_FORM, CMD_SCREEN, NULL,
			NULL, N_("Edit the text in $VISUAL or $EDITOR")},
	[CMD_FIELD_UNDO] = {CMD_FIELD_UNDO, "field-undo", N_("Take back"), "^_ F5", WHERE_FORM,
			    CMD_SCREEN, NULL, NULL,
			    N_("Take back the last change in this field")},
	[CMD_FIELD_REDO] = {CMD_FIELD_REDO, "field-redo", N_("Do again"), "^R F6", WHERE_FORM,
			    CMD_SCREEN, NULL, NULL, N_("Do again what was taken back in this field")},
	[CMD_FIELD_REVERT] = {CMD_FIELD_REVERT, "field-revert", N_("As in file"), "^X F8",
			      WHERE_FORM, CMD_SCREEN, NULL, NULL,
			      N_("Make this field say again what the file says")},
	[CMD_TAKE] = {CMD_TAKE, "take", N_("Take"), "Enter", WHERE_CALENDAR, CMD_SCREEN | CMD_BAR,
		      NULL, NULL, N_("Take the day the cursor is on")},
	[CMD_TODAY] = {CMD_TODAY, "today", N_("Today"), "t", WHERE_CALENDAR, CMD_SCREEN | CMD_BAR,
		       NULL, NULL, N_("To the day that is today")},
	[CMD_CHOICE_NEXT] = {CMD_CHOICE_NEXT, "choice-next", N_("Next choice"), "Right", WHERE_FORM,
			     CMD_SCREEN, NULL, NULL, N_("The next choice or step")},
	[CMD_CHOICE_PREV] = {CMD_CHOICE_PREV, "choice-prev", N_("Previous choice"), "Left",
			     WHERE_FORM, CMD_SCREEN, NULL, NULL, N_("The choice or step before")},

	/* screen: import */
	[CMD_IMPORT_RUN] = {CMD_IMPORT_RUN, "import-run", N_("Import"), "I F2", WHERE_IMPORT,
		     CMD_SCREEN | CMD_WRITES | CMD_BAR, NULL, NULL,
		     N_("Write what is good in one step")},
	[CMD_MAP] = {CMD_MAP, "map", N_("Map"), "Enter e", WHERE_IMPORT, CMD_SCREEN | CMD_BAR, NULL,
		     NULL, N_("Choose the field a column goes to")},
	[CMD_CREATE_REFS] = {CMD_CREATE_REFS, "create-refs", N_("Refs"), "c", WHERE_IMPORT,
			     CMD_SCREEN | CMD_BAR, NULL, NULL,
			     N_("Make records for references that are not known, or not")},
	[CMD_DATES] = {CMD_DATES, "dates", N_("Dates"), "d", WHERE_IMPORT, CMD_SCREEN | CMD_BAR,
		       NULL, NULL, N_("How to read 03/04/2026: refuse, 3 April, 4 March")},
	[CMD_HEADER_LINE] = {CMD_HEADER_LINE, "header-line", N_("Header"), "t", WHERE_IMPORT,
			     CMD_SCREEN | CMD_BAR, NULL, NULL, N_("Say which line is the header")},
	[CMD_DELIMITER] = {CMD_DELIMITER, "delimiter", N_("Cells"), ",", WHERE_IMPORT,
			   CMD_SCREEN | CMD_BAR, NULL, NULL,
			   N_("Say what stands between the cells")},
	[CMD_ENCODING] = {CMD_ENCODING, "encoding", N_("Encoding"), "o", WHERE_IMPORT, CMD_SCREEN,
			  NULL, NULL, N_("Say which encoding the file is in")},
};

/* The words of the command line are ASCII; case never matters. */
static bool same_word(const char *a, const char *b)
{
	while (*a != '\0' && ascii_lower(*a) == ascii_lower(*b)) {
		a++;
		b++;
	}
	return ascii_lower(*a) == ascii_lower(*b);
}

const struct command *command_find(const char *name)
{
	const struct command *found = NULL;

	for (size_t i = 0; i < CMD_COUNT && found == NULL; i++) {
		if (same_word(commands[i].name, name))
			found = &commands[i];
	}
	return found;
}
