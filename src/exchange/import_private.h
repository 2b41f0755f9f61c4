/*
 * What the files of the import share; nobody else includes this.
 *
 *   import.c          open and close, the header line, samples
 *   import_columns.c  which column goes where
 *   import_survey.c   one look at all rows before any is judged
 *   import_judge.c    what a row would do to the register
 *   import_own.c      the columns of every record
 *   import_score.c    levels that a file brings along
 *   import_match.c    which record of ours a row means
 *   import_cell.c     a cell becomes a value
 *   import_memo.c     what cells came to, for the next rows
 *   import_date.c     the dates of spreadsheets
 *   import_refs.c     references
 *   import_index.c    records by title
 *   import_words.c    the words of other people's spreadsheets
 *   import_run.c      over all rows: preview, writing, rejects
 */
#ifndef ISMS_EXCHANGE_IMPORT_PRIVATE_H
#define ISMS_EXCHANGE_IMPORT_PRIVATE_H

#include <stdint.h>

#include "hashes.h"
#include "import_words.h"
#include "isms/exchange/import.h"

#define CSV_MARK " (isms-csv/1)"	     /* after the first header cell */
#define REJECTS_MARK " (isms-csv/1 rejects)" /* the same quoting, others' texts */
#define REJECTS_COLUMNS 4		     /* line, column, value, reason */
#define REMARKS_MAX 1000

/* What the survey finds out about a column. */
struct survey {
	bool filled;		     /* a row has something in it */
	bool day_first, month_first; /* a date decides it */
	long max;		     /* greatest whole number */
};

/* What a column is beside its public struct column. */
struct column_state {
	char *header, *folded;
	int rank;    /* of the match; the less the better */
	bool beside; /* the title of what another column refers to */
	struct survey survey;
	struct memo_slot *memo; /* owned; see import_memo.c */
};

/* References that have been looked up, so that "IT" is not asked for 100,000
 * times. Bounded: a slot is taken over by the next that hashes to it. */
struct ref_slot {
	const struct kind *kind;
	char *text, *code, *title; /* owned */
	long long id;		   /* 0: not known */
	int n;
};

struct import {
	struct store *store;
	const struct rules *rules;
	const struct kind *kind;
	struct sheet *sheet;
	char *name;
	struct import_options opt;

	struct words headers, words; /* headers.csv, words.csv */
	struct hash_key key;

	long header_line, before; /* before: rows above the header */
	bool marked;		  /* the header says that a ' was put before formulas */
	bool exact;		  /* our own export: texts are taken to the byte */
	struct column *columns;
	struct column_state *state;
	size_t ncolumns;
	struct strv sample; /* rows of ncolumns cells */

	bool surveyed, self; /* self: a column refers to the register itself */
	long survey_rows;
	struct hashes names; /* codes, uids and titles in the file, where self */
	struct ref_slot *slots;
	struct index *indexes; /* a register each; see import_index.c */
	size_t nindexes;
};

/* A pass over the rows. */
struct run {
	struct import *im;
	struct import_result *res;
	bool write;
	bool again;	/* the second writing, for references to later rows */
	bool was_empty; /* the register was, when the pass began */
	struct hashes codes, titles, made;
	struct hashes refused; /* lines of rejected rows, so that the second
	                                writing leaves them alone */
	FILE *rejects;
	bool rejects_begun;
	struct str reject; /* a row of them */
	struct record *fresh; /* a new record as it begins */
	struct reading *reading; /* of one row after the other; import_judge.c */
};

/* What a row comes to. */
enum verdict { ROW_BLANK, ROW_SKIP, ROW_ADD, ROW_CHANGE, ROW_SAME, ROW_REJECT };

struct judged {
	enum verdict verdict;
	struct record *rec; /* as it is to be; NULL when rejected */
	struct record *old; /* as it is; NULL: new */
	struct strv extra;  /* lines for the notes */
	long long file_ver; /* 0: the file does not say */
	int archived;	    /* -1: the file does not say */
};
void judged_release(struct judged *j);

/* The outcome of a cell. */
enum outcome {
	CELL_OK,     /* value holds it */
	CELL_EMPTY,  /* says nothing */
	CELL_KEEP,   /* not understood, and need not be: goes to the notes */
	CELL_REJECT, /* err says why the row cannot be taken */
	CELL_FAILED  /* the store failed: err ends the import */
};

/* A cell in its place, for remarks. */
struct place {
	struct run *run;
	struct judged *judged;
	long line;
	size_t column;
};

/* ---- import_columns.c ---------------------------------------------------------- */

/* Makes the columns from the header row. */
bool columns_map(struct import *im, const struct row *row, struct err *err);
void columns_release(struct import *im);
/* How many cells of row are names of columns. */
size_t columns_named(const struct import *im, const struct row *row);
/* Keeps what the user mapped by hand for the next file. */
bool columns_remember(struct import *im, struct err *err);
/* The column that goes to target, or ncolumns. */
size_t columns_find(const struct import *im, enum target target, const struct field *field);

/* ---- import.c --------------------------------------------------------------------- */

/* Brings the sheet to the first row after the header. */
bool import_rewind(struct import *im, struct err *err);
/* The cell's text without the ' of our export and, where the file is not ours,
 * without blanks around it. *null: nothing stands there. Appends to out. */
void import_text(const struct import *im, const struct row *row, size_t column, struct str *out,
		 bool *null);
void remark(struct run *run, long line, bool rejected, const char *column, const char *value,
	    const char *reason);

/* ---- import_survey.c ----------------------------------------------------------- */

bool survey(struct import *im, struct err *err);

/* ---- import_cell.c -------------------------------------------------------------- */

/* text (not empty) as a value of the column's field; a remark may be made. */
enum outcome cell_value(const struct place *at, const char *text, struct value *value,
			struct err *err);
/* A step of the scale from a word or number; 0: not understood. */
int cell_step(const struct import *im, enum scale scale, const char *text);
/* A number and nothing else: "4", "4.0", "80%" (percent). */
bool cell_number(const char *text, double *num, bool *percent);
/* "--" and "n/a" stand where nothing is meant. */
bool cell_is_nothing(const char *text);

/* ---- import_memo.c --------------------------------------------------------------- */

/* The value that text came to in this column before; false: not known any more. */
bool memo_get(const struct import *im, size_t column, const char *text, struct value *value);
/* Keeps it; only where nothing but column and text has a say in it. */
void memo_keep(struct import *im, size_t column, const char *text, const struct value *value);
void memo_release(struct import *im);

/* ---- import_date.c --------------------------------------------------------------- */

/* order is 'd', 'm' or 0: not known. *how receives a remark or NULL. */
bool import_date(const char *text, long today, char order, long *days, const char **how,
		 struct err *err);
/* Does text decide which of day and month stands first? 'd', 'm' or 0. */
char import_date_order(const char *text);

/* ---- import_refs.c --------------------------------------------------------------- */

/* References; those that are not known go to the notes, or become pending (id 0)
 * where they are to be made. title is the cell beside that names it, or NULL. */
enum outcome refs_value(const struct place *at, const char *text, const char *title,
			struct value *value, struct err *err);
/* Makes the pending references of rec. */
bool refs_make(struct run *run, struct record *rec, struct err *err);
void refs_release(struct import *im);

/* ---- import_index.c -------------------------------------------------------------- */

/* What a person meant by text, as store_find_text(), and by a title alone; for
 * many rows. Reads the register once. */
bool index_text(struct import *im, const struct kind *kind, const char *text, long long *id, int *n,
		struct err *err);
bool index_title(struct import *im, const struct kind *kind, const char *title, long long *id,
		 int *n, struct err *err);
/* Tells of a record that was added since. */
void index_add(struct import *im, const struct record *rec);
void index_release(struct import *im);

/* ---- import_match.c --------------------------------------------------------------- */

/* The record that in (code, uid, values as read) means; *id 0: none. CELL_REJECT
 * where it cannot be told or must not be. */
enum outcome match_record(struct run *run, const struct record *in, const bool *given,
			  long long *id, struct err *err);

/* ---- import_own.c ----------------------------------------------------------------- */

/* 32 hexadecimal digits, with dashes or without. */
bool import_uid(const char *text, unsigned char uid[UID_LEN]);

/* Takes the text of a column that every record has into the record, or into what
 * is judged of it; true for all other columns. */
bool import_own_value(enum target target, const char *text, struct record *in, struct judged *j,
		      struct err *err);

/* ---- import_score.c --------------------------------------------------------------- */

/* Is what the file says about a level what our method says? Also where the record
 * is not rated, and there is nothing to compare with. */
bool import_score_agrees(const struct import *im, const struct record *rec,
			 const struct field *level, const char *text);

/* ---- import_judge.c --------------------------------------------------------------- */

/* Judges one row; false: the store failed or the user cancelled. */
bool judge_row(struct run *run, const struct row *row, struct judged *j, struct err *err);
void judge_release(struct run *run); /* what is kept from row to row */

#endif
