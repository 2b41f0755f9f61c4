/* Files of every released version open, and lose nothing. */
#include "config.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>

#include "isms/model/kinds.h"
#include "isms/store/store.h"
#include "isms/util/mem.h"

static struct err err = ERR_INIT;
static char folder[64], file[128];
static const char *who;    /* made the fixture: undo takes back one's own */

/* The fixture NAME.isms.gz as file. */
static void unpack(const char *name)
{
	const char *src = getenv("ISMS_SRCDIR");
	char *sh;

	snprintf(folder, sizeof(folder), "/tmp/isms-migrate-XXXXXX");
	cr_assert(mkdtemp(folder));
	snprintf(file, sizeof(file), "%s/%s.isms", folder, name);
	sh = xasprintf("gzip -dc '%s/tests/fixtures/%s.isms.gz' > '%s'", src ? src : ".", name,
		       file);
	cr_assert_eq(system(sh), 0, "%s", sh);
	free(sh);
}

static void unpack_v1(void)
{
	who = "fixture";
	unpack("v1");
}

static void unpack_v2(void)
{
	who = "root";
	unpack("v2");
}

static void remove_all(void)
{
	char *sh = xasprintf("rm -rf '%s'", folder);

	cr_assert_eq(system(sh), 0);
	free(sh);
	err_release(&err);
}

static struct store *open_it(bool read_only)
{
	struct store_options opt = {.today = 20779, .who = who, .read_only = read_only};
	struct store *store = NULL;

	cr_assert(store_open(file, &opt, &store, &err), "%s", err_msg(&err));
	return store;
}

static void no_faults(struct store *store)
{
	struct strv faults = STRV_INIT;

	cr_assert(store_doctor(store, &faults, &err), "%s", err_msg(&err));
	cr_assert_eq(faults.n, 0, "%s", faults.n ? faults.v[0] : "");
	strv_release(&faults);
}

TestSuite(migrate, .init = unpack_v1, .fini = remove_all);
TestSuite(migrate_v2, .init = unpack_v2, .fini = remove_all);

Test(migrate, the_first_version_comes_up_to_date_with_all_it_held)
{
	struct store *store = open_it(false);
	struct record *rec = NULL;
	long long id = 0;
	char backup[160];
	struct stat st;

	cr_expect(store_notice(store), "the user is told");
	snprintf(backup, sizeof(backup), "%s.v1.bak", file);
	cr_expect_eq(stat(backup, &st), 0, "as it was it stands beside");
	cr_assert(store_find_code(store, &kind_risk, "R-0001", &id, &err));
	cr_assert(store_get(store, &kind_risk, id, &rec, &err), "%s", err_msg(&err));
	cr_expect_str_eq(record_title(rec), "Mail server fails");
	cr_expect_str_eq(record_get(rec, "status")->text, "analysed");
	cr_assert_eq(record_get(rec, "assets")->nrefs, 1);
	cr_expect_str_eq(record_get(rec, "assets")->refs[0].title, "Mail server");
	record_free(&rec);
	no_faults(store);
	store_close(&store);
	store = open_it(false);
	cr_expect_null(store_notice(store), "once is enough");
	store_close(&store);
}

Test(migrate, what_was_done_before_can_still_be_undone)
{
	struct store *store = open_it(false);
	struct record *rec = NULL;
	long long id = 0;

	cr_assert(store_undo(store, 0, NULL, &err), "%s", err_msg(&err));
	cr_assert(store_find_code(store, &kind_risk, "R-0001", &id, &err));
	cr_assert(store_get(store, &kind_risk, id, &rec, &err));
	cr_expect_str_eq(record_get(rec, "status")->text, "identified");
	record_free(&rec);
	cr_assert(store_undo(store, 0, NULL, &err), "%s", err_msg(&err));
	cr_assert(store_find_code(store, &kind_risk, "R-0001", &id, &err));
	cr_expect_eq(id, 0);
	cr_assert(store_redo(store, 0, NULL, &err), "%s", err_msg(&err));
	no_faults(store);
	store_close(&store);
}

Test(migrate, an_old_file_is_not_touched_for_reading_alone)
{
	struct store_options opt = {.today = 20779, .read_only = true};
	struct store *store = NULL;

	cr_expect_not(store_open(file, &opt, &store, &err));
	cr_expect_eq(err.kind, ERR_FILE);
	err_release(&err);
}

/* v2 is the demonstration: every register has records in it. */
Test(migrate_v2, every_register_of_the_second_version_keeps_its_records)
{
	struct store *store = open_it(false);
	struct record *rec = NULL;
	long long id = 0;
	long n;
	size_t i;

	cr_expect(store_notice(store), "the user is told");
	for (i = 0; kinds[i]; i++) {
		const struct query query = {.kind = kinds[i]};

		if (kinds[i]->since > 2)
			continue;
		cr_assert(store_count(store, &query, &n, &err), "%s", err_msg(&err));
		cr_expect_gt(n, 0, "%s", kinds[i]->name);
	}
	cr_assert(store_find_code(store, &kind_risk, "R-0001", &id, &err));
	cr_assert(store_get(store, &kind_risk, id, &rec, &err), "%s", err_msg(&err));
	cr_expect_str_eq(record_title(rec), "Mail server stands still");
	record_free(&rec);
	no_faults(store);
	cr_assert(store_undo(store, 0, NULL, &err), "%s", err_msg(&err));
	cr_assert(store_get(store, &kind_risk, id, &rec, &err), "%s", err_msg(&err));
	cr_expect_str_neq(record_title(rec), "Mail server stands still");
	record_free(&rec);
	no_faults(store);
	store_close(&store);
}
