/* What falls due, and the same for a calendar. */
#include "config.h"

#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <criterion/criterion.h>

#include "isms/app/app.h"
#include "isms/exchange/calendar.h"
#include "isms/model/filter.h"
#include "isms/model/kinds.h"
#include "isms/report/due.h"
#include "isms/util/date.h"

static struct app app;
static struct err err;
static struct dues dues;
static char dir[PATH_MAX], file[PATH_MAX + 16];

static void open_new(void)
{
	const char *tmp = getenv("TMPDIR");
	struct app_options options = {.file = file, .today = date_from_civil(2026, 11, 22)};

	snprintf(dir, sizeof(dir), "%s/due.XXXXXX", tmp ? tmp : "/tmp");
	cr_assert(mkdtemp(dir));
	snprintf(file, sizeof(file), "%s/test.isms", dir);
	cr_assert(app_create(&app, &options, NULL, 5, &err), "%s", err_msg(&err));
}

static void close_it(void)
{
	due_release(&dues);
	app_close(&app);
	err_release(&err);
	unlink(file);
	rmdir(dir);
}

/* pairs of field and text, ends with NULL */
static void add(const struct kind *kind, const char *const *pairs)
{
	struct record *rec = record_new(kind);

	record_defaults(&app.rules, rec);
	for (; *pairs; pairs += 2)
		cr_assert(app_parse(&app, kind_field(kind, pairs[0]), pairs[1],
				    record_value(rec, pairs[0]), &err),
			  "%s: %s", pairs[0], err_msg(&err));
	cr_assert(app_save(&app, rec, NULL, NULL, NULL, &err), "%s", err_msg(&err));
	record_free(&rec);
}

#define ADD(kind, ...) add(kind, (const char *const[]){__VA_ARGS__, NULL})

static void read_until(int month, int day, const char *owner)
{
	due_release(&dues);
	cr_assert(due_read(app.store, &app.rules, date_from_civil(2026, month, day), owner, &dues,
			   &err),
		  "%s", err_msg(&err));
}

/* ---- The table ----------------------------------------------------------- */

Test(due, rows_are_whole, .init = open_new, .fini = close_it)
{
	const struct due_row *row;

	for (row = due_rows; row->kind; row++) {
		const struct field *date = kind_field(row->kind, row->date);
		const struct field *person = row->person ? kind_field(row->kind, row->person)
							 : NULL;
		struct filter *filter = NULL;

		cr_assert(date, "%s.%s", row->kind->name, row->date);
		cr_expect(date->type == FIELD_DATE || date->type == FIELD_TIME, "%s.%s",
			  row->kind->name, row->date);
		cr_expect(!row->person || (person && person->ref == &kind_person), "%s.%s",
			  row->kind->name, row->person);
		cr_expect(row->what && *row->what);
		cr_expect(filter_parse(&app.rules, row->kind, row->live, &filter, &err),
			  "%s: %s: %s", row->kind->name, row->live, err_msg(&err));
		err_release(&err);
		filter_free(&filter);
	}
}

static bool is_due(const struct kind *kind, const char *date)
{
	const struct due_row *row;

	for (row = due_rows; row->kind; row++)
		if (row->kind == kind && !strcmp(row->date, date))
			return true;
	return false;
}

/* By the names that dates have which fall due, so that a new register is not
 * forgotten here. */
Test(due, no_date_is_forgotten)
{
	static const char *const names[] = {"due", "expires", "end_of_support", "target_date"};
	size_t i, j, k;

	for (i = 0; kinds[i]; i++) {
		for (j = 0; j < kinds[i]->nfields; j++) {
			const struct field *f = &kinds[i]->fields[j];
			bool falls = !strncmp(f->name, "next_", 5);

			for (k = 0; k < sizeof(names) / sizeof(names[0]); k++)
				falls = falls || !strcmp(f->name, names[k]);
			if (falls && f->type == FIELD_DATE)
				cr_expect(is_due(kinds[i], f->name), "%s.%s is not in due.c",
					  kinds[i]->name, f->name);
		}
	}
}

/* ---- Reading ------------------------------------------------------------- */

Test(due, overdue_first, .init = open_new, .fini = close_it)
{
	ADD(&kind_person, "title", "Ann Dee");
	ADD(&kind_action, "title", "later", "due", "2026-12-01");
	ADD(&kind_action, "title", "today", "due", "2026-11-22");
	ADD(&kind_action, "title", "late", "due", "2026-11-21", "owner", "Ann Dee");
	ADD(&kind_action, "title", "done", "due", "2026-11-01", "status", "done");
	ADD(&kind_action, "title", "next year", "due", "2027-01-01");
	ADD(&kind_risk, "title", "a risk", "next_review", "2026-10-01");
	ADD(&kind_risk, "title", "closed", "next_review", "2026-10-01", "status", "closed");
	read_until(12, 22, NULL);
	cr_assert_eq(dues.n, 4);
	cr_expect_eq(dues.overdue, 2);
	cr_expect_str_eq(dues.v[0].title, "a risk");
	cr_expect_str_eq(dues.v[0].what, "Review");
	cr_expect_null(dues.v[0].person);
	cr_expect_str_eq(dues.v[1].title, "late");
	cr_expect_str_eq(dues.v[1].code, "AC-0003");
	cr_expect_str_eq(dues.v[1].person, "Ann Dee");
	cr_expect_str_eq(dues.v[2].title, "today");
	cr_expect_str_eq(dues.v[3].title, "later");
	read_until(11, 22, NULL);
	cr_expect_eq(dues.n, 3);
}

Test(due, of_one_person, .init = open_new, .fini = close_it)
{
	ADD(&kind_person, "title", "Ann \"the\" Dee");
	ADD(&kind_person, "title", "Bo");
	ADD(&kind_action, "title", "hers", "due", "2026-11-21", "owner", "P-0001");
	ADD(&kind_action, "title", "his", "due", "2026-11-21", "owner", "P-0002");
	ADD(&kind_action, "title", "nobody's", "due", "2026-11-21");
	read_until(11, 30, "ann \"the\"");
	cr_assert_eq(dues.n, 1);
	cr_expect_str_eq(dues.v[0].title, "hers");
	read_until(11, 30, "P-0002");
	cr_assert_eq(dues.n, 1);
	cr_expect_str_eq(dues.v[0].title, "his");
	due_release(&dues);
	cr_expect_not(due_read(app.store, &app.rules, 0, "Cy", &dues, &err));
	cr_expect_eq(err.kind, ERR_MISSING);
}

/* ---- Calendar ------------------------------------------------------------ */

Test(due, calendar)
{
	static const struct todo todos[] = {
		{"0190-due", "Review; of: R, \\ \xc4\x8d\x01", "Risk R-0001\nAnn", 0},
		{"0191-due", "Second", NULL, 20000},
	};
	static const char *const expected[] = {
		"BEGIN:VCALENDAR\r\n",
		"VERSION:2.0\r\n",
		"BEGIN:VTODO\r\nUID:0190-due\r\n",
		"DTSTAMP:20261122T000000Z\r\n",
		"DUE;VALUE=DATE:19700101\r\n",
		"SUMMARY:Review\\; of: R\\, \\\\ \xc4\x8d \r\n",
		"DESCRIPTION:Risk R-0001\\nAnn\r\nEND:VTODO\r\n",
		"UID:0191-due\r\n",
		"DUE;VALUE=DATE:20241004\r\n",
		"END:VCALENDAR\r\n",
	};
	char *text[2] = {NULL, NULL};
	size_t size, i;

	for (i = 0; i < 2; i++) {
		FILE *f = open_memstream(&text[i], &size);

		cr_assert(f);
		cr_assert(calendar_write(todos, 2, date_from_civil(2026, 11, 22), f, &err), "%s",
			  err_msg(&err));
		fclose(f);
	}
	for (i = 0; i < sizeof(expected) / sizeof(expected[0]); i++)
		cr_expect(strstr(text[0], expected[i]), "%s not in\n%s", expected[i], text[0]);
	cr_expect_str_eq(text[0], text[1]);
	free(text[0]);
	free(text[1]);
}
