/*
 * The one table of what a user can do. From it come the dispatch of the
 * command line and of the screen, the key bar, `?`, the palette, completion
 * and the tables of the manual, so that they cannot disagree.
 */
#ifndef ISMS_APP_COMMAND_H
#define ISMS_APP_COMMAND_H

#include <stdbool.h>
#include <stddef.h>

/* What is meant. Grouped: command line and screen, command line, screen. */
enum command_id {
	CMD_ADD, CMD_EDIT, CMD_ARCHIVE, CMD_IMPORT, CMD_EXPORT, CMD_MATRIX, CMD_UNDO, CMD_REDO,
	CMD_DASHBOARD, CMD_LOG, CMD_HELP, CMD_TRACE, CMD_DIFF, CMD_FIND,

	CMD_INIT, CMD_DEMO, CMD_KINDS, CMD_FIELDS, CMD_LIST, CMD_SHOW, CMD_SET, CMD_BACKUP,
	CMD_DOCTOR, CMD_PREPARE, CMD_KEYS, CMD_MANUAL, CMD_CHECK, CMD_DUE, CMD_CATALOGUE,
	CMD_RUN, CMD_COMPLETION, CMD_CERTIFICATION, CMD_REPORT, CMD_FOLLOW,

	CMD_AS_OF, CMD_GO, CMD_TAKE_BACK, CMD_TAKE_BACK_ALL, CMD_REVERT,
	CMD_QUIT, CMD_BACK, CMD_OPEN, CMD_UP, CMD_DOWN, CMD_LEFT, CMD_RIGHT, CMD_PAGE_UP,
	CMD_PAGE_DOWN, CMD_HALF_UP, CMD_HALF_DOWN, CMD_HOME, CMD_END, CMD_NEXT_PANE,
	CMD_PREV_PANE, CMD_MENU, CMD_GROUP, CMD_FILTER, CMD_SORT, CMD_SORT_UP, CMD_SORT_DOWN,
	CMD_MARK, CMD_MARK_RANGE, CMD_MARK_INVERT, CMD_MARK_ALL,
	CMD_EDIT_ALL, CMD_CELL, CMD_COLUMNS, CMD_COLUMN_KEEP, CMD_COLUMN_SHOW,
	CMD_COLUMN_LEFT, CMD_COLUMN_RIGHT,
	CMD_COLUMN_WIDER, CMD_COLUMN_NARROWER, CMD_COLUMN_FREEZE, CMD_COLUMN_RESET,
	CMD_VIEWS, CMD_VIEW_SAVE, CMD_VIEW_REMOVE, CMD_VIEW_RENAME,
	CMD_NAME_PLACE, CMD_GO_PLACE,
	CMD_NEXT, CMD_PREV, CMD_LOOK, CMD_LOOK_NEXT, CMD_LOOK_PREV, CMD_LOOK_ON, CMD_REDRAW,
	CMD_PALETTE, CMD_MESSAGES, CMD_DRAFTS, CMD_RATING_INHERENT,
	CMD_RATING_CURRENT, CMD_RATING_RESIDUAL, CMD_RATING_TARGET, CMD_MOVED, CMD_SHOW_ARCHIVED,
	CMD_SAVE, CMD_CANCEL, CMD_FIELD_NEXT, CMD_FIELD_PREV, CMD_PICK, CMD_NEW_HERE,
	CMD_SUGGEST_HERE, CMD_EDITOR, CMD_FIELD_UNDO, CMD_FIELD_REDO, CMD_FIELD_REVERT, CMD_TAKE, CMD_TODAY,
	CMD_CHOICE_NEXT, CMD_CHOICE_PREV, CMD_HIDE_MENU, CMD_MAP, CMD_CREATE_REFS, CMD_DATES,
	CMD_HEADER_LINE, CMD_DELIMITER, CMD_ENCODING, CMD_IMPORT_RUN, CMD_SUSPEND,
	CMD_PLAN, CMD_SOA, CMD_APPROVE, CMD_FOLD, CMD_FOLD_ALL, CMD_APPLIES, CMD_EXCLUDE,
	CMD_IMPLEMENTATION, CMD_REASONS, CMD_SOA_VERSION, CMD_EDITION, CMD_SUGGEST,
	CMD_MOUSE, CMD_COPY,
	CMD_FROZEN,
	/* the verdicts of an audit, in the order of their keys in the view */
	CMD_CONFORMS, CMD_OPPORTUNITY, CMD_OBSERVATION, CMD_MINOR, CMD_MAJOR, CMD_NOT_AUDITED,
	CMD_REOPEN,
	CMD_AUDIT_MODE, CMD_NEXT_OPEN,
	CMD_COUNT
};

/* Where on the screen a command works; several by |. A key falls from the view
 * to WHERE_GLOBAL. */
enum where {
	WHERE_LIST = 1 << 0, WHERE_RECORD = 1 << 1, WHERE_FORM = 1 << 2, WHERE_MATRIX = 1 << 3,
	WHERE_COLUMNS = 1 << 16, WHERE_VIEWS = 1 << 17,
	WHERE_MENU = 1 << 4, WHERE_PICKER = 1 << 5, WHERE_IMPORT = 1 << 6, WHERE_HELP = 1 << 7,
	WHERE_DASHBOARD = 1 << 8, WHERE_GLOBAL = 1 << 9,
	WHERE_PLAN = 1 << 12, WHERE_SOA = 1 << 13, WHERE_CALENDAR = 1 << 14,
	WHERE_TREE = 1 << 18, WHERE_AUDIT = 1 << 10, WHERE_HISTORY = 1 << 19,
	WHERE_LINES = 1 << 11 /* what is due, the checks, certification */
};

enum command_flags {
	CMD_CLI = 1 << 0,       /* is a word of the command line */
	CMD_SCREEN = 1 << 1,    /* is done on the screen */
	CMD_WRITES = 1 << 2,    /* refused when the file is read-only */
	CMD_BAR = 1 << 3,       /* shown in the key bar where it works */
	CMD_NO_FILE = 1 << 4    /* the command line needs no open file for it */
};

struct option {
	const char *name;       /* "format", for --format */
	const char *arg;        /* "FORMAT", or NULL: a switch */
	const char *help;       /* N_() */
};

struct command {
	enum command_id id;
	const char *name;       /* "export": command line and palette; unique */
	const char *label;      /* "Export": key bar; N_() */
	const char *keys;       /* "x F5"; blanks between names as in key_name() of
	                           the screen: a, A, ^S, Enter, F1, PgUp, Ins; NULL */
	unsigned where, flags;
	const char *args;       /* "KIND [-o FILE]", after the name; NULL: none */
	const struct option *options;  /* ends with name NULL; NULL: none */
	const char *help;       /* one sentence; N_() */
};

extern const struct command commands[CMD_COUNT];   /* index is the id */

/* The options that stand before the command. Ends with name NULL. */
extern const struct option global_options[];

const struct command *command_find(const char *name);  /* NULL: none */

#endif
