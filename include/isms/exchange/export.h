/*
 * A register out to a file.
 */
#ifndef ISMS_EXCHANGE_EXPORT_H
#define ISMS_EXCHANGE_EXPORT_H

#include <stdbool.h>
#include <stdio.h>

#include "isms/store/store.h"

enum format {
	FORMAT_TABLE,    /* aligned columns for a terminal; not a file format */
	FORMAT_CSV,      /* for spreadsheets: UTF-8 with a byte order mark, which
	                    they need; every text quoted, numbers not; formulas made
	                    harmless by one ', which the first header cell tells by
	                    the mark behind its name: "uid (isms-csv/1)" */
	FORMAT_CSV_RAW,  /* RFC 4180, the exact bytes: no byte order mark, no ' */
	FORMAT_TSV,      /* TAB and line breaks in a text as \t \n, backslash as \\ */
	FORMAT_JSON,     /* an array of objects */
	FORMAT_JSONL     /* an object a line */
};
/* Rows of CSV end with CRLF, those of the others with LF. In both forms of CSV
 * nothing is an unquoted nothing and "" the empty text. In JSON a level is its
 * word, money a number with two decimals, several references or choices a list,
 * empty where there are none; what is not there is null. */

/* "csv-raw" …; false when there is no such format. */
bool format_find(const char *name, enum format *format);
const char *format_name(enum format format);

/* A column of the output: a field, or one of the record's own. */
enum own { OWN_NONE, OWN_CODE, OWN_UID, OWN_VER, OWN_ARCHIVED, OWN_CREATED_AT,
	OWN_CREATED_BY, OWN_CHANGED_AT, OWN_CHANGED_BY };

struct export_column {
	const struct field *field;   /* own is OWN_NONE */
	enum own own;
};

struct export_columns {
	struct export_column *v;     /* owned */
	size_t n;
};
void export_columns_release(struct export_columns *columns);

/* "code,title,level"; also "all" (what a lossless file has: uid, ver, code,
 * archived, all stored fields) and "listed". ERR_USAGE names the column and what
 * is like it (kind_no_field). */
bool export_columns_parse(const struct kind *kind, const char *text,
                          struct export_columns *columns, struct err *err);

/* The name of a column as it stands in a header ("title", "code"). */
const char *export_column_name(const struct export_column *column);

/* The canonical text of a cell, as CSV holds it; null receives whether it is
 * nothing. */
void export_cell(const struct rules *rules, const struct record *rec,
                 const struct export_column *column, struct str *out, bool *null);

/* Writes all records of query. *n (may be NULL) receives how many. FORMAT_TABLE
 * is refused: src/cli draws tables. */
bool export_write(struct store *store, const struct rules *rules, const struct query *query,
                  const struct export_columns *columns, enum format format, FILE *out,
                  long *n, struct err *err);

/* One record as it stands in memory, saved or not, turned so that people can read it:
 * FORMAT_CSV_RAW with a row a column, "field,value" above. */
bool export_record_csv(const struct rules *rules, const struct record *rec,
                       const struct export_columns *columns, FILE *out, struct err *err);

/* One record as a JSON object, as in FORMAT_JSONL without the line break. */
void export_record_json(const struct rules *rules, const struct record *rec,
                        const struct export_columns *columns, struct str *out);

/* text as a JSON string with its quotes. Invalid UTF-8 becomes U+FFFD. */
void json_string(struct str *out, const char *text);

#endif
