/* What the files of src/cli share among themselves. */
#ifndef ISMS_SRC_CLI_PRIVATE_H
#define ISMS_SRC_CLI_PRIVATE_H

#include <stdio.h>
#include <sys/types.h>

#include "isms/app/app.h"
#include "isms/app/command.h"
#include "isms/cli/cli.h"

#include "args.h"

/* $PAGER while it shows the result (pager.c). */
struct pager {
	pid_t pid;                  /* 0: there is none */
	int out, err;               /* where standard output and error led before; -1 */
	void (*sigpipe)(int);       /* what was done at SIGPIPE before */
};

struct cli {
	const struct command *command;
	struct app app;             /* open unless the command has CMD_NO_FILE */
	struct app_options options;
	struct args args;           /* options, before and after the command */
	char **words;               /* what stands after the command */
	int nwords;
	struct cli_screen *screen;
	int status;                 /* of what failed and was told already; 0: none */
	bool in_script;             /* its lines are what is done */
	struct pager pager;
	bool on_screen;             /* a line of the palette: standard input is not ours */
};

/* One function a command. Prints its result; failing fills err, whose kind
 * decides the exit status. */
typedef bool cli_fn(struct cli *cli, struct err *err);

/* ^C and the like, from interrupt_catch() on, end what the file is asked (ERR_CANCELLED)
 * once interrupt_watch() was called, before each command; who goes through other things
 * asks interrupted(). interrupt_end() ends us by the signal when all is put away. */
void interrupt_catch(void);
void interrupt_watch(const struct cli *cli);
bool interrupted(void);
int interrupt_end(void);

/* From pager_begin() on the result of a command that only reads goes to $PAGER, where a
 * terminal would have had it; pager_end() waits until it was read. It fails where there
 * is no such pager. Without one both do nothing. */
void pager_begin(struct cli *cli);
bool pager_end(struct cli *cli, struct err *err);

/* Environment: the width of the terminal that the pager shows standard output on. */
#define OUT_PAGED "ISMS_PAGED"

cli_fn cmd_add;
cli_fn cmd_archive;
cli_fn cmd_backup;
cli_fn cmd_catalogue;
cli_fn cmd_certification;
cli_fn cmd_check;
cli_fn cmd_completion;
cli_fn cmd_dashboard;
cli_fn cmd_demo;
cli_fn cmd_diff;
cli_fn cmd_doctor;
cli_fn cmd_drafts;
cli_fn cmd_due;
cli_fn cmd_export;
cli_fn cmd_fields;
cli_fn cmd_find;
cli_fn cmd_follow;
cli_fn cmd_help;
cli_fn cmd_import;
cli_fn cmd_init;
cli_fn cmd_keys;
cli_fn cmd_kinds;
cli_fn cmd_list;
cli_fn cmd_log;
cli_fn cmd_manual;
cli_fn cmd_matrix;
cli_fn cmd_plan;
cli_fn cmd_prepare;
cli_fn cmd_redo;
cli_fn cmd_report;
cli_fn cmd_revert;
cli_fn cmd_run;
cli_fn cmd_set;
cli_fn cmd_show;
cli_fn cmd_soa;
cli_fn cmd_suggest;
cli_fn cmd_trace;
cli_fn cmd_undo;
cli_fn cmd_views;

/* ---- A command (run.c) --------------------------------------------------- */

/* Reads the options and words that follow cli->command, which is argv[0]. */
bool cli_take_words(struct cli *cli, int argc, char **argv, struct err *err);

/* Does cli->command on the file that is open. */
bool cli_do(struct cli *cli, struct err *err);

/* ---- Lines (script.c) ------------------------------------------------------ */

/* Parts a line into words, as a shell would. ERR_USAGE: a quote stays open. */
bool script_split(const char *line, struct strv *words, struct err *err);

/* Does what the words say on the open file; the first word may be "isms". No
 * words: nothing. The rules are read anew afterwards. */
bool script_line(struct cli *cli, const struct strv *words, struct err *err);

/* ---- Completion (complete.c) --------------------------------------------- */

/* Prints what could stand in place of the last of the words that follow "isms",
 * one a line with a tab before what it is; ":files" where a file may. */
void complete_words(struct cli *cli, char **words, int n);

/* ---- Words (words.c) ----------------------------------------------------- */

/* The option's value, "" for a switch; NULL when it was not given. */
const char *cli_option(const struct cli *cli, const char *name);

/* The option as a whole number in min..max; *n is left alone without it. */
bool cli_number(const struct cli *cli, const char *name, long min, long max, long *n,
		struct err *err);
bool cli_integer(const char *text, long min, long max, long *n);

/* --format, else fallback. */
bool cli_format(const struct cli *cli, enum format fallback, enum format *format,
		struct err *err);

/* The word that stands at, or an error that shows how the command is used. */
const char *cli_word(const struct cli *cli, int at, struct err *err);
bool cli_words_max(const struct cli *cli, int max, struct err *err);

/* By name; the error suggests what is like it. */
const struct kind *cli_kind(const char *name, struct err *err);
const struct field *cli_field(const struct kind *kind, const char *name, struct err *err);
const struct command *cli_command(const char *name, struct err *err);

/* The record that a word means, loaded. */
bool cli_record(struct cli *cli, const char *text, struct record **rec, struct err *err);

/* The records that the first nwords words mean, each once: all of one register,
 * since what is done to them is one step. ids has room for nwords. */
bool cli_records(struct cli *cli, int nwords, const struct kind **kind, long long *ids, size_t *n,
		 struct err *err);

/* Its options: which of the command's are there, for --help and the manual. */
char cli_letter(const char *option);    /* 'f' for "file", 0: none */

/* ---- What is asked of a register (asked.c) --------------------------------- */

/* What the view of --view says, each part unless --sort or --columns say otherwise; --where
 * narrows it. Empty for what nobody asked. */
struct asked {
	struct str where, sort, columns;
};

#define ASKED_INIT {STR_INIT, STR_INIT, STR_INIT}

bool asked_read(struct cli *cli, const struct kind *kind, struct asked *asked, struct err *err);
void asked_release(struct asked *asked);

/* ---- Output (out.c) ------------------------------------------------------ */

/* Columns of the terminal that f is, 0: it is none. */
int out_width(FILE *f);

/* head, then text beside it, broken to the width of the terminal. */
void out_paragraph(int indent, const char *head, const char *text);

/* A field as people read it: the label, padded to indent cells, and beside it the text with
 * its line breaks, broken to the width of the terminal and never cut. out_label_width() is
 * how wide the labels are, asked for one after the other; one that is far too long does
 * not count, and is cut. */
void out_labelled(const char *label, int indent, const char *text);
int out_label_width(int width, const char *label);

/* A message for standard error, made harmless: "isms: …". */
void out_say(const char *fmt, ...) __attribute__((format(printf, 1, 2)));

/* The same without the program's name. */
void out_note(const char *fmt, ...) __attribute__((format(printf, 1, 2)));

/*
 * Where a result goes that has to be exact in a pipe but harmless on a
 * terminal: standard output, or a temporary file that out_end() copies there.
 * NULL with err when there is no room for one.
 */
FILE *out_begin(struct err *err);
bool out_end(FILE **out, struct err *err);

/* A line of text on standard output, made harmless. */
void out_line(const char *text);

/* The same for what programs read: exact in a pipe. */
void out_exact(const char *text);

/* Is everything that was written to standard output there? */
bool out_check(struct err *err);

/*
 * A file that is whole or not there: written beside path under another name,
 * and renamed by out_file_end(). Refused when path exists, unless force.
 */
struct out_file {
	FILE *f;
	char *path, *temporary;     /* owned */
};
bool out_file_begin(struct out_file *file, const char *path, bool force, struct err *err);
bool out_file_end(struct out_file *file, bool keep, bool force, struct err *err);

/* Are a and b the same file? */
bool out_same_file(const char *a, const char *b);

/* ---- Flat JSON (flat.c) -------------------------------------------------- */

/* Reads one member of an object without nesting, as the history holds whole
 * records: *p stands before it and is moved behind it. Clears and fills key and
 * value ("null" is the empty text). False at the end, or where it is none. */
bool flat_next(const char **p, struct str *key, struct str *value);

/* ---- Rows (rows.c) ------------------------------------------------------- */

enum rows_type {
	ROWS_TEXT,
	ROWS_WHOLE,                 /* a code, a date: the last to be cut */
	ROWS_NUMBER                 /* the same, at the right; bare in JSON */
};

struct rows_column {
	const char *name;           /* "level": CSV, JSON */
	const char *title;          /* "Level": table; translated already */
	enum rows_type type;
};

struct rows;

/* A table, cut to the width of the terminal (in a pipe it is not cut), or CSV,
 * TSV, JSON of the same. Columns are copied, their texts borrowed. */
struct rows *rows_begin(enum format format, const struct rows_column *columns, size_t n);

/* The command that lists the records of kind that filter finds (NULL: all), as typed
 * in a shell. Caller frees. */
char *cli_list_command(const struct kind *kind, const char *filter);

/* How many of the last columns "behind", "kind", "filter" people do without: the command
 * says register and filter, and has no room itself on a narrow terminal. */
size_t cli_left_out(enum format format);

/* One cell a column; NULL is nothing. */
void rows_add(struct rows *rows, const char *const *cells);
void rows_end(struct rows **rows);

#endif
