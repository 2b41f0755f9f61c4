/*
 * Reports to hand out: minutes, the SoA, the pack of evidence of a clause. Each is
 * one SQL file of data/handout, named as the report, with a head of comment lines:
 *
 *   -- title: Audit report
 *   -- kind: audit           the register of the record that it may be about;
 *                            "any" where several may be; may be missing. Where the
 *                            SELECT has no ?1 it tells the registers as they are, and
 *                            about a record its frozen copy
 *   -- about: An audit with its steps and findings
 *
 * Then one SELECT of four columns, in the order in which it is read: the section, the
 * item, the label, the text. A section or an item is written where it changes; a row
 * without a text only says these. ?1, where it stands, is the code of the record,
 * empty for the newest or for all, as the report sees fit. See store_ask().
 */
#ifndef ISMS_REPORT_REPORT_H
#define ISMS_REPORT_REPORT_H

#include <stdbool.h>
#include <stddef.h>

#include "isms/store/store.h"
#include "isms/util/err.h"
#include "isms/util/str.h"

struct report {
	char *name, *title, *kind, *about; /* owned; kind "": it takes no record */
	const char *sql;		   /* the SELECT, of the file that is built in */
};

struct reports {
	struct report *v; /* by name; owned */
	size_t n;
};

/* Reads the heads of all. The caller releases. */
bool reports_load(struct reports *reports, struct err *err);
void reports_release(struct reports *reports);
const struct report *reports_find(const struct reports *reports, const char *name);

enum report_cell { REPORT_SECTION, REPORT_ITEM, REPORT_LABEL, REPORT_TEXT, REPORT_CELLS };

/* Each row; NULL or a text, borrowed. */
typedef bool report_row_fn(void *ctx, const char *const cells[REPORT_CELLS], struct err *err);
bool report_rows(struct store *store, const struct report *report, const char *code,
		 report_row_fn *each, void *ctx, struct err *err);

/* Does it tell of a record only what was frozen of it? */
bool report_is_of_copy(const struct report *report);

/* Rows wherever they come from: calls each with all of them. */
typedef bool report_source_fn(void *src, report_row_fn *each, void *ctx, struct err *err);

/* As plain text of at most 80 columns that a mail or a pager shows as it is: the
 * title, the organisation and the day, then the rows of source. */
bool report_text(struct store *store, const struct report *report, report_source_fn *source,
		 void *src, struct str *out, struct err *err);

#endif
