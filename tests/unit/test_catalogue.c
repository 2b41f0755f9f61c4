/* The catalogues: what a new file begins with, and what is brought on request. */
#include "config.h"

#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <criterion/criterion.h>

#include "isms/app/app.h"
#include "isms/app/suggest.h"
#include "isms/model/kinds.h"
#include "isms/util/date.h"

#define NEW_FILE_MAX (3 << 20)

static struct app app;
static struct err err;
static char dir[PATH_MAX], file[PATH_MAX + 16];

#define ok(call) cr_assert((call), "%s: %s", #call, err_msg(&err))

static void start(void)
{
	const char *tmp = getenv("TMPDIR");
	struct app_options options = {.file = file, .today = date_from_civil(2026, 11, 22)};

	snprintf(dir, sizeof(dir), "%s/catalogue.XXXXXX", tmp ? tmp : "/tmp");
	cr_assert(mkdtemp(dir));
	snprintf(file, sizeof(file), "%s/test.isms", dir);
	ok(app_create(&app, &options, "Acme GmbH", 5, &err));
}

static void stop(void)
{
	struct strv faults = STRV_INIT;

	ok(store_doctor(app.store, &faults, &err));
	cr_expect_eq(faults.n, 0, "%s", faults.n ? faults.v[0] : "");
	strv_release(&faults);
	app_close(&app);
	err_release(&err);
	unlink(file);
	rmdir(dir);
}

TestSuite(catalogue, .init = start, .fini = stop);

static long count(const struct kind *kind, const char *where)
{
	struct app_query query;
	long n = -1;

	ok(app_query(&app, kind, where, NULL, &query, &err));
	ok(store_count(app.store, &query.query, &n, &err));
	app_query_release(&query);
	return n;
}

static struct record *load(const struct kind *kind, const char *code)
{
	struct record *rec = NULL;
	long long id = 0;

	ok(store_find_code(app.store, kind, code, &id, &err));
	cr_assert(id, "%s", code);
	ok(store_get(app.store, kind, id, &rec, &err));
	return rec;
}

static void bring(const char *name, long want)
{
	long added = -1, there = -1;

	ok(app_catalogue(&app, name, &added, &there, &err));
	cr_expect_eq(added, want, "%s: %ld new, %ld there", name, added, there);
}

Test(catalogue, a_new_file_has_what_every_isms_needs)
{
	struct stat st;

	cr_expect_eq(count(&kind_clause, NULL), 30);
	cr_expect_eq(count(&kind_clause, "documented_information=yes"), 15);
	cr_expect_eq(count(&kind_clause, "description:"), 0);
	cr_expect_eq(count(&kind_clause, "evidence_asked_for:"), 0);
	cr_expect_eq(count(&kind_clause, "common_findings:"), 0);
	cr_expect_eq(count(&kind_control, NULL), 93);
	cr_expect_eq(count(&kind_mandatory_document, NULL), 52);
	cr_expect_eq(count(&kind_mandatory_document, "duty=clause"), 19);
	cr_expect_eq(count(&kind_framework, NULL), 6);
	cr_expect_eq(count(&kind_framework_requirement, NULL), 0);
	cr_expect_eq(count(&kind_context_issue, NULL), 0);
	cr_assert_eq(stat(file, &st), 0);
	cr_expect_lt(st.st_size, NEW_FILE_MAX);
}

Test(catalogue, each_comes_once)
{
	struct app_catalogue catalogue;
	long added, there;
	size_t i;

	for (i = 0; app_catalogue_at(i, &catalogue); i++) {
		ok(app_catalogue(&app, catalogue.name, &added, &there, &err));
		cr_expect_eq(added == 0, catalogue.begins, "%s: %ld", catalogue.name, added);
		cr_expect(catalogue.title && *catalogue.title && catalogue.kind);
	}
	cr_assert_eq(i, 13);
	for (i = 0; app_catalogue_at(i, &catalogue); i++)
		bring(catalogue.name, 0);
	cr_expect_eq(count(&kind_framework_requirement, NULL), 618);
	cr_expect_eq(count(&kind_framework_requirement, "framework=GDPR"), 99);
	cr_expect_eq(count(&kind_context_issue, NULL), 39);
	cr_expect_eq(count(&kind_interested_party, NULL), 25);
	cr_expect_eq(count(&kind_interested_party, "expectations:"), 0);
}

Test(catalogue, the_old_annex_leads_to_the_new_and_back)
{
	bring("annex-a-2013", 229);
	cr_expect_eq(count(&kind_framework_mapping, NULL), 115);
	/* merged, split, unchanged */
	cr_expect_eq(count(&kind_framework_mapping, "control=A.5.1 relation=subset"), 2);
	cr_expect_eq(count(&kind_framework_mapping, "requirement=A2013-A.18.2.3"), 2);
	cr_expect_eq(count(&kind_framework_mapping, "requirement=A2013-A.6.1.2 control=A.5.3 "
						    "relation=equal"),
		     1);
	/* new in 2022 */
	cr_expect_eq(count(&kind_framework_mapping, "control=A.5.7"), 0);
}

Test(catalogue, what_the_user_changed_stays)
{
	struct record *rec = load(&kind_clause, "4.1"), *old = record_copy(rec);

	value_set_text(record_value(rec, "description"), "As we say it");
	ok(app_save(&app, rec, old, NULL, NULL, &err));
	record_free(&rec);
	record_free(&old);
	bring("clauses", 0);
	rec = load(&kind_clause, "4.1");
	cr_expect_str_eq(record_get(rec, "description")->text, "As we say it");
	record_free(&rec);
}

Test(catalogue, one_catalogue_is_one_step)
{
	struct str what = STR_INIT;

	bring("csf", 28);
	ok(app_undo(&app, 0, &what, &err));
	cr_expect_eq(count(&kind_framework_requirement, NULL), 0);
	str_release(&what);
}

Test(catalogue, an_unknown_one_has_a_hint)
{
	long added, there;

	cr_assert_not(app_catalogue(&app, "gpdr", &added, &there, &err));
	cr_expect_eq(err.kind, ERR_USAGE);
	cr_expect(strstr(err_msg(&err), "gdpr"), "%s", err_msg(&err));
}

/* ---- Row by row ---------------------------------------------------------- */

/* All rows of a catalogue, chosen one by one, are what the whole of it brings. */
static void rows_are_the_whole(const char *name)
{
	struct suggestions list;
	const char **refs;
	long added = 0, there = 0;
	size_t i, n, had = 0;

	ok(app_suggestions(&app, name, NULL, &list, &err));
	cr_assert_gt(list.n, 0, "%s has no rows", name);
	n = list.n;
	refs = calloc(n, sizeof(*refs));
	for (i = 0; i < n; i++) {
		refs[i] = list.v[i].ref;
		had += list.v[i].there;
	}
	ok(app_catalogue_rows(&app, name, refs, n, &added, &there, &err));
	cr_expect_eq(there, (long)had, "%s: %ld there, not %zu", name, there, had);
	cr_expect_eq(added, (long)(n - had), "%s: %ld added, not %zu", name, added, n - had);
	suggestions_release(&list);
	ok(app_suggestions(&app, name, NULL, &list, &err));
	for (i = 0; i < list.n; i++)
		cr_expect(list.v[i].there, "%s %s", name, list.v[i].ref);
	suggestions_release(&list);
	free(refs);
	ok(app_catalogue(&app, name, &added, &there, &err));
	cr_expect_eq(added, 0, "%s: %ld were left", name, added);
}

Test(catalogue, the_rows_of_each_are_the_whole)
{
	struct app_catalogue c;
	size_t i;

	for (i = 0; app_catalogue_at(i, &c); i++)
		rows_are_the_whole(c.name);
}

Test(catalogue, a_row_that_is_not_there_brings_nothing)
{
	const char *const refs[] = {"I01", "I99"};
	long added, there;

	cr_expect_not(app_catalogue_rows(&app, "context-issues", refs, 2, &added, &there, &err));
	cr_expect_eq(err.kind, ERR_MISSING);
	err_release(&err);
	cr_expect_eq(count(&kind_context_issue, NULL), 0);
	cr_expect_not(app_catalogue_rows(&app, "context-issue", refs, 1, &added, &there, &err));
	cr_expect(strstr(err_msg(&err), "context-issues"), "%s", err_msg(&err));
	err_release(&err);
}
