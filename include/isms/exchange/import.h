/*
 * A spreadsheet into a register. The file is read whole before a write, which
 * finds what is wrong with the file itself; then each row is judged, and the good
 * ones go in by one transaction, or nothing does.
 *
 * Order: import_open (finds dialect, header and columns), then as the user
 * likes import_map / import_header, import_judge (the preview: what would
 * happen, nothing written), import_run. The result counts rows; notes and rejects
 * say the rest.
 *
 * Nothing is lost silently: what has no field, a choice that is not understood
 * and a reference that is not known stand in the record's notes as "Header: text",
 * and are told. Rows mean the record with their uid, else their code, else what
 * is unique, else their title (the n-th row of a title the n-th record of it), so
 * that a second import of a file changes nothing.
 *
 * A file is taken to the byte, and an empty cell for nothing, where it is our own
 * export: its first header cell has the mark of export.h, or it has the columns
 * uid and ver. Of other files blanks around cells are cut, and a field that begins
 * with a value of its own keeps it where the cell is empty.
 */
#ifndef ISMS_EXCHANGE_IMPORT_H
#define ISMS_EXCHANGE_IMPORT_H

#include <stdbool.h>
#include <stdio.h>

#include "isms/exchange/sheet.h"
#include "isms/store/store.h"

/* Where a column goes. */
enum target {
	TARGET_NONE,        /* not known: kept in the notes as "Header: text" */
	TARGET_IGNORE,      /* left out because the user said so (--map THEIRS=) */
	TARGET_FIELD,
	TARGET_CODE, TARGET_UID, TARGET_VER, TARGET_ARCHIVED,
	TARGET_STAMP,       /* created_at … changed_by of our own export: passed over */
	TARGET_SCORE        /* a level or score of the file: only compared with ours */
};

struct column {
	const char *header; /* as in the file, one line; a blank one is "Column 7";
	                       borrowed from the import */
	enum target target;
	const struct field *field;  /* TARGET_FIELD; TARGET_SCORE: the level it means */
	const char *how;    /* "name", "label", "words", "by hand", "remembered" */
};

struct import_options {
	struct sheet_dialect dialect;
	bool create_refs;   /* make records for references that are not known */
	bool rescale;       /* likelihood and impact of another scale are rescaled */
	char dates;         /* 'd' 03/04 is 3 April, 'm' 4 March, 0 is refused */
	long header_line;   /* 0: guessed */
	bool update_only, add_only; /* rows that would do the other are passed over */
	bool later_refs;    /* references that are not known are left out silently: the
	                       first of two runs over files that refer to each other */
	bool (*progress)(void *ctx, long rows, long long bytes, long long total);
	void *ctx;          /* progress returning false cancels: ERR_CANCELLED. Called
	                       each 1,000 rows of each reading, with rows 0 while the
	                       file is looked over */
	/* What a record lacks of others for its state, or NULL: only told. May be NULL. */
	bool (*lacks)(void *ctx, const struct record *rec, const char **what, struct err *err);
	void *lacks_ctx;
};

/* One thing to tell about a row: rejected, or taken with a remark. */
struct remark {
	long line;
	bool rejected;
	char *column;       /* header, or NULL: the whole row; owned */
	char *value;        /* what stood there; owned, may be NULL */
	char *reason;       /* owned */
};

struct import_result {
	long rows;          /* data rows read */
	long added, changed, same, rejected;
	long skipped;       /* title, group and sign-off rows, and those that update_only
	                       or add_only passes over */
	long created;       /* records made for references */
	long unresolved;    /* references that are not known: kept in the notes */
	long differ;        /* rows whose score or level is not the one our method gives */
	long stale;         /* of the rejected: changed in the file and here since */
	struct remark *remarks;   /* owned; at most 1,000 kept */
	size_t nremarks;
	long nremarks_all;
	long long tx;       /* of import_run; 0: nothing changed */
};
void import_result_release(struct import_result *result);

struct import;

/* file stays open until import_close; name is for messages and the history. */
bool import_open(struct store *store, const struct rules *rules, const struct kind *kind,
                 FILE *file, const char *name, const struct import_options *opt,
                 struct import **import, struct err *err);
void import_close(struct import **import);

const struct sheet *import_sheet(const struct import *import);
long import_header_line(const struct import *import);
size_t import_columns(const struct import *import, const struct column **columns);

/* Says that column theirs (header text, folded, or "#7") is ours: a field name
 * or label, "code", "uid", "score", or "" to leave it out. */
bool import_map(struct import *import, const char *theirs, const char *ours, struct err *err);

/* Takes line as the header and maps anew. */
bool import_header(struct import *import, long line, struct err *err);
void import_set_create_refs(struct import *import, bool on);
void import_set_dates(struct import *import, char dates);

/* The first rows as text for a preview: cell(column, row) — NULL past the end. */
const char *import_sample(const struct import *import, size_t column, size_t row);

/* Judges every row; writes nothing. */
bool import_judge(struct import *import, struct import_result *result, struct err *err);

/* Judges, and writes what is good in one transaction. rejects (may be NULL)
 * receives the rejected rows as CSV: the columns of the file, then line,
 * column, value, reason; ready to be mended and imported again. */
bool import_run(struct import *import, FILE *rejects, struct import_result *result,
                struct err *err);

/* What a cell is worth in rows of spreadsheets: data/import/words.csv. The key
 * for word (folded) in domain ("risk.treatment", "scale.word"), or NULL. */
const char *import_word(const char *domain, const char *word);

#endif
