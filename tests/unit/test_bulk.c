/* Many records changed at once: what is told before, and what is written. */
#include "config.h"

#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <criterion/criterion.h>

#include "isms/app/bulk.h"
#include "isms/model/kinds.h"
#include "isms/util/date.h"
#include "isms/util/mem.h"

#define ok(call) cr_assert((call), "%s: %s", #call, err_msg(&err))

enum { RISKS = 30 };

static struct app app;
static struct err err;
static struct bulk bulk;
static char dir[PATH_MAX], file[PATH_MAX + 16];
static long long ids[RISKS];

static void make_risk(int i)
{
	struct record *rec = record_new(&kind_risk);
	char title[32];

	snprintf(title, sizeof(title), "Risk %d", i + 1);
	record_defaults(&app.rules, rec);
	value_set_text(&rec->values[0], title);
	ok(app_save(&app, rec, NULL, NULL, NULL, &err));
	ids[i] = rec->id;
	record_free(&rec);
}

static void start(void)
{
	const char *tmp = getenv("TMPDIR");
	struct app_options options = {.file = file};

	snprintf(dir, sizeof(dir), "%s/bulk.XXXXXX", tmp ? tmp : "/tmp");
	cr_assert(mkdtemp(dir));
	snprintf(file, sizeof(file), "%s/test.isms", dir);
	options.today = date_from_civil(2026, 4, 16);
	ok(app_create(&app, &options, "Acme GmbH", 5, &err));
	for (int i = 0; i < RISKS; i++)
		make_risk(i);
	bulk_init(&bulk, &kind_risk);
}

static void stop(void)
{
	struct strv faults = STRV_INIT;

	ok(store_doctor(app.store, &faults, &err));
	cr_expect_eq(faults.n, 0, "%s", faults.n ? faults.v[0] : "");
	strv_release(&faults);
	bulk_release(&bulk);
	app_close(&app);
	err_release(&err);
	unlink(file);
	rmdir(dir);
}

TestSuite(bulk, .init = start, .fini = stop);

static bool change(const char *name, enum bulk_how how, const char *text)
{
	const struct field *field = kind_field(bulk.kind, name);
	struct value value = VALUE_INIT;
	bool done;

	ok(app_parse(&app, field, text, &value, &err));
	done = bulk_change(&bulk, field, how, &value, &err);
	value_release(&value);
	return done;
}

static char *value_of(long long id, const char *name)
{
	struct record *rec = NULL;
	struct str text = STR_INIT;

	ok(store_get(app.store, bulk.kind, id, &rec, &err));
	field_format(&app.rules, kind_field(bulk.kind, name), record_get(rec, name), &text);
	record_free(&rec);
	return str_detach(&text);
}

static void is(long long id, const char *name, const char *text)
{
	char *now = value_of(id, name);

	cr_expect_str_eq(now, text, "%s", name);
	free(now);
}

Test(bulk, one_step)
{
	long long tx = 0;

	ok(change("priority", BULK_SET, "2"));
	ok(change("category", BULK_SET, "it"));
	ok(bulk_plan(&app, &bulk, ids, 12, &err));
	cr_expect_eq(bulk.nfate[BULK_CHANGES], 12);
	cr_expect_str_eq(bulk.rows[0].code, "R-0001");
	cr_assert(strstr(bulk.rows[0].what, "priority: - -> 2"), "%s", bulk.rows[0].what);
	cr_assert(strstr(bulk.rows[0].what, "category: - -> it"), "%s", bulk.rows[0].what);
	is(ids[0], "priority", "");
	ok(bulk_run(&app, &bulk, &tx, &err));
	cr_expect_gt(tx, 0);
	is(ids[0], "priority", "2");
	is(ids[11], "category", "it");
	is(ids[12], "priority", "");
	ok(app_undo(&app, 0, NULL, &err));
	is(ids[0], "priority", "");
	is(ids[11], "category", "");
	ok(app_redo(&app, 0, NULL, &err));
	is(ids[11], "category", "it");
}

Test(bulk, refused_and_same)
{
	long long tx = 0;

	ok(change("status", BULK_SET, "analysed"));
	ok(bulk_plan(&app, &bulk, ids, 1, &err));
	ok(bulk_run(&app, &bulk, &tx, &err));
	bulk_release(&bulk);
	ok(change("status", BULK_SET, "evaluated"));
	bulk.people = true;
	ok(bulk_plan(&app, &bulk, ids, 2, &err));
	cr_expect_eq(bulk.rows[0].fate, BULK_CHANGES);
	cr_expect_str_eq(bulk.rows[0].what, "Status: Analysed -> Evaluated");
	cr_expect_eq(bulk.rows[1].fate, BULK_REFUSED);
	cr_assert(strstr(bulk.rows[1].why, "cannot go from"), "%s", bulk.rows[1].why);
	ok(bulk_run(&app, &bulk, &tx, &err));
	is(ids[0], "status", "evaluated");
	is(ids[1], "status", "identified");
	ok(bulk_plan(&app, &bulk, ids, 1, &err));
	cr_expect_eq(bulk.rows[0].fate, BULK_SAME);
	ok(bulk_run(&app, &bulk, &tx, &err));
	cr_expect_eq(tx, 0, "nothing changed, so there is no line");
}

Test(bulk, references)
{
	long long tx;

	ok(change("controls", BULK_SET, "A.5.1; A.5.2"));
	ok(bulk_plan(&app, &bulk, ids, 2, &err));
	ok(bulk_run(&app, &bulk, &tx, &err));
	bulk_release(&bulk);
	ok(change("controls", BULK_ADD, "A.5.2; A.8.1"));
	ok(change("controls", BULK_REMOVE, "A.5.1"));
	ok(bulk_plan(&app, &bulk, ids, 3, &err));
	ok(bulk_run(&app, &bulk, &tx, &err));
	is(ids[0], "controls", "A.5.2; A.8.1");
	is(ids[2], "controls", "A.5.2; A.8.1");
	bulk_release(&bulk);
	ok(change("controls", BULK_SET, ""));
	ok(bulk_plan(&app, &bulk, ids, 1, &err));
	ok(bulk_run(&app, &bulk, &tx, &err));
	is(ids[0], "controls", "");
	is(ids[1], "controls", "A.5.2; A.8.1");
}

Test(bulk, choices)
{
	long long tx;

	ok(change("treatment", BULK_ADD, "share"));
	ok(change("treatment", BULK_ADD, "modify"));
	ok(bulk_plan(&app, &bulk, ids, 1, &err));
	ok(bulk_run(&app, &bulk, &tx, &err));
	is(ids[0], "treatment", "modify; share");
	bulk_release(&bulk);
	ok(change("treatment", BULK_REMOVE, "modify"));
	ok(bulk_plan(&app, &bulk, ids, 1, &err));
	ok(bulk_run(&app, &bulk, &tx, &err));
	is(ids[0], "treatment", "share");
}

Test(bulk, not_every_field)
{
	const struct value none = VALUE_INIT;

	cr_expect(!bulk_change(&bulk, kind_field(&kind_risk, "level"), BULK_SET, &none, &err));
	cr_assert(strstr(err_msg(&err), "derived"), "%s", err_msg(&err));
	cr_expect(!change("title", BULK_ADD, "x"));
	cr_assert(strstr(err_msg(&err), "one value"), "%s", err_msg(&err));
	cr_expect_eq(bulk.nchanges, 0);
	bulk.kind = &kind_scope_version;
	cr_expect(!bulk_change(&bulk, kind_field(&kind_scope_version, "frozen"), BULK_SET, &none,
			       &err));
	cr_assert(strstr(err_msg(&err), "frozen"), "%s", err_msg(&err));
}

/* Somebody was quicker: nothing is written at all. */
Test(bulk, stale)
{
	struct record *rec = NULL, *old;
	long long tx = 0;

	ok(change("priority", BULK_SET, "1"));
	ok(bulk_plan(&app, &bulk, ids, 5, &err));
	ok(store_get(app.store, &kind_risk, ids[3], &rec, &err));
	old = record_copy(rec);
	value_set_text(record_value(rec, "notes"), "meanwhile");
	ok(app_save(&app, rec, old, NULL, NULL, &err));
	record_free(&rec);
	record_free(&old);
	cr_expect(!bulk_run(&app, &bulk, &tx, &err));
	cr_expect_eq(err.kind, ERR_STALE);
	cr_assert(strstr(err_msg(&err), "R-0004 was changed by"), "%s", err_msg(&err));
	is(ids[0], "priority", "");
	err_release(&err);
	ok(bulk_plan(&app, &bulk, ids, 5, &err));
	ok(bulk_run(&app, &bulk, &tx, &err));
	is(ids[3], "priority", "1");
	is(ids[3], "notes", "meanwhile");
}

/* What only the file knows (a set of fields that is unique) is told before too. */
Test(bulk, unique)
{
	struct value value = VALUE_INIT;
	long long made[2], tx;

	for (int i = 0; i < 2; i++) {
		struct record *rec = record_new(&kind_risk_control);

		record_defaults(&app.rules, rec);
		value_add_ref(record_value(rec, "risk"), ids[i], NULL, NULL);
		ok(app_parse(&app, kind_field(&kind_risk_control, "control"), "A.5.1",
			     record_value(rec, "control"), &err));
		ok(app_save(&app, rec, NULL, NULL, NULL, &err));
		made[i] = rec->id;
		record_free(&rec);
	}
	bulk.kind = &kind_risk_control;
	value_add_ref(&value, ids[5], NULL, NULL);
	ok(bulk_change(&bulk, kind_field(&kind_risk_control, "risk"), BULK_SET, &value, &err));
	value_release(&value);
	ok(bulk_plan(&app, &bulk, made, 2, &err));
	cr_expect_eq(bulk.rows[0].fate, BULK_CHANGES);
	cr_expect_eq(bulk.rows[1].fate, BULK_REFUSED, "%s", bulk.rows[1].what);
	is(made[0], "risk", "R-0001");
	ok(bulk_run(&app, &bulk, &tx, &err));
	is(made[0], "risk", "R-0006");
	is(made[1], "risk", "R-0002");
}

static bool stop_at_once(void *ctx, long done, long total)
{
	(void)ctx;
	(void)total;
	return done < 10;
}

Test(bulk, cancelled)
{
	long long tx = 0;

	ok(change("priority", BULK_SET, "1"));
	ok(bulk_plan(&app, &bulk, ids, RISKS, &err));
	store_watch(app.store, stop_at_once, NULL);
	cr_expect(!bulk_run(&app, &bulk, &tx, &err));
	cr_expect_eq(err.kind, ERR_CANCELLED);
	store_watch(app.store, NULL, NULL);
	is(ids[0], "priority", "");
	err_release(&err);
	store_watch(app.store, stop_at_once, NULL);
	cr_expect(!bulk_plan(&app, &bulk, ids, RISKS, &err));
	cr_expect_eq(err.kind, ERR_CANCELLED);
	store_watch(app.store, NULL, NULL);
}
