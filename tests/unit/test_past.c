/* The file as it was: played from its history, moment by moment. */
#include "config.h"

#include <sqlite3.h>
#include <time.h>

#include "registers.h"

#include "isms/app/app.h"
#include "isms/store/store.h"

#define MOMENTS 32

/* What the file held after each transaction; the index is its number. */
static char *held[MOMENTS];
static long long last;

/* ---- A file and its dump ---- */

static bool dump_record(void *ctx, struct record **rec, struct err *e)
{
	const struct record *r = *rec;
	struct str *out = ctx;
	size_t i;

	(void)e;
	/* what is not there any more has no id that could be the same */
	str_addf(out, "%s %lld %s%s", r->kind->name, strcmp(r->code, "R-0002") ? r->id : 0, r->code,
		 r->archived ? " archived" : "");
	for (i = 0; i < r->kind->nfields; i++) {
		if (!r->values[i].set && !r->values[i].nrefs)
			continue;
		str_addf(out, "|%s=", r->kind->fields[i].name);
		field_format(&rules, &r->kind->fields[i], &r->values[i], out);
	}
	str_addc(out, '\n');
	return true;
}

/* All records of the registers that are used, with what is derived. */
static char *dump(struct store *s)
{
	static const struct kind *const used[] = {&kind_organisation, &kind_person, &kind_asset,
						  &kind_risk};
	struct str out = STR_INIT;
	size_t k;

	for (k = 0; k < sizeof(used) / sizeof(*used); k++) {
		struct query query = {.kind = used[k], .archived = ARCHIVED_ALSO};

		ok(store_each(s, &query, NULL, dump_record, &out, &err));
	}
	return str_detach(&out);
}

static void keep(void)
{
	ok(store_tx_before(store, NULL, &last, &err));
	cr_assert_lt(last, MOMENTS);
	free(held[last]);
	held[last] = dump(store);
}

static void edit(const struct kind *kind, long long id, const char *field, const char *text)
{
	change(kind, id, field, text);
	keep();
}

/* A little of everything: references, links, archiving, undo of an addition and
 * of a link, redo, a code that is used again. */
static void history(void)
{
	long long asset, risk, gone;

	keep();
	add(&kind_person, PAIRS("title", "Jana"));
	keep();
	add(&kind_person, PAIRS("title", "Petr"));
	keep();
	asset = add(&kind_asset, PAIRS("title", "Till", "owner", "P-0001"));
	keep();
	add(&kind_asset, PAIRS("title", "Safe"));
	keep();
	risk = add(&kind_risk, PAIRS("title", "Theft", "owner", "P-0001", "assets", "A-0001",
				     "inherent_likelihood", "4", "inherent_impact", "5"));
	keep();
	edit(&kind_risk, risk, "owner", "P-0002");
	edit(&kind_risk, risk, "assets", "A-0001;A-0002");
	edit(&kind_risk, risk, "assets", "A-0002");
	edit(&kind_risk, risk, "inherent_impact", "2");
	edit(&kind_risk, risk, "inherent_impact", "");
	ok(store_undo(store, 0, NULL, &err));
	keep();
	gone = add(&kind_risk, PAIRS("title", "Fire", "assets", "A-0001"));
	keep();
	ok(store_undo(store, 0, NULL, &err));
	keep();
	ok(store_redo(store, 0, NULL, &err));
	keep();
	ok(store_undo(store, 0, NULL, &err));
	keep();
	archive(&kind_asset, asset);
	keep();
	cr_assert_neq(gone, 0);
}

static void begin(void)
{
	start();
	memset(held, 0, sizeof(held));
	history();
}

static void end(void)
{
	size_t i;

	for (i = 0; i < MOMENTS; i++)
		free(held[i]);
	stop();
}

static char *past_dump(long long tx, struct err *e)
{
	struct store *past = NULL;
	char *text = NULL;

	if (store_past(store, tx, rules.today, "then", &past, e))
		text = dump(past);
	store_close(&past);
	return text;
}

TestSuite(past, .init = begin, .fini = end);

Test(past, every_moment_is_what_it_was)
{
	long long tx, told = 0;
	char *text;

	for (tx = 1; tx <= last; tx++) {
		if (!held[tx])
			continue;
		text = past_dump(tx, &err);
		cr_assert(text, "%lld: %s", tx, err_msg(&err));
		cr_expect_str_eq(text, held[tx], "after %lld:\n%s---- was\n%s", tx, text, held[tx]);
		told++;
		free(text);
	}
	cr_assert_gt(told, 12);
}

static void tamper(const char *sql)
{
	sqlite3 *db;
	char *why = NULL;

	cr_assert_eq(sqlite3_open(file, &db), SQLITE_OK);
	cr_assert_eq(sqlite3_exec(db, sql, NULL, NULL, &why), SQLITE_OK, "%s", why);
	sqlite3_close(db);
}

static long long number(const char *sql)
{
	sqlite3 *db;
	sqlite3_stmt *stmt;
	long long n;

	cr_assert_eq(sqlite3_open(file, &db), SQLITE_OK);
	cr_assert_eq(sqlite3_prepare_v2(db, sql, -1, &stmt, NULL), SQLITE_OK);
	cr_assert_eq(sqlite3_step(stmt), SQLITE_ROW);
	n = sqlite3_column_int64(stmt, 0);
	sqlite3_finalize(stmt);
	sqlite3_close(db);
	return n;
}

/* Is the file after the line's transaction another, or none at all, without it? */
static bool missed(long long line)
{
	char *sql = xasprintf("SELECT tx FROM history WHERE id=%lld", line), *text;
	long long tx = number(sql);
	bool noticed;

	free(sql);
	sql = xasprintf("DELETE FROM history WHERE id=%lld", line);
	tamper(sql);
	free(sql);
	text = past_dump(tx, &err);
	noticed = !text || strcmp(text, held[tx]) != 0;
	err_release(&err);
	free(text);
	tamper("INSERT INTO history SELECT * FROM kept WHERE id NOT IN (SELECT id FROM history)");
	return noticed;
}

/* The control: whichever line is not played, it is missed. */
Test(past, a_line_that_is_left_out_is_missed)
{
	long long line, lines = number("SELECT max(id) FROM history");
	char *text;

	tamper("CREATE TABLE kept AS SELECT * FROM history; DROP TRIGGER history_delete");
	cr_assert_gt(lines, 15);
	for (line = 1; line <= lines; line++)
		cr_expect(missed(line), "line %lld is not missed", line);
	text = past_dump(last, &err);
	cr_expect_str_eq(text, held[last], "with all lines it is right again");
	free(text);
	tamper("DROP TABLE kept; CREATE TRIGGER history_delete BEFORE DELETE ON history BEGIN SELECT "
	       "raise(ABORT, 'the history cannot be changed'); END");
}

Test(past, it_is_a_store_like_any_other)
{
	struct store *past = NULL;
	struct record *rec;
	long n = 0;
	struct filter *filter = NULL;
	struct query query = {.kind = &kind_risk};

	ok(store_past(store, last, rules.today, "as it was", &past, &err));
	ok(filter_parse(&rules, &kind_risk, "theft owner:petr", &filter, &err));
	query.filter = filter;
	ok(store_count(past, &query, &n, &err));
	cr_expect_eq(n, 1, "searched and filtered: %ld", n);
	cr_expect(store_read_only(past));
	cr_expect_str_eq(store_notice(past), "as it was");
	cr_expect_str_eq(store_path(past), store_path(store));
	rec = make(&kind_risk, PAIRS("title", "No"));
	cr_expect_not(store_begin(past, "add", &err), "nothing can be written");
	err_release(&err);
	record_free(&rec);
	filter_free(&filter);
	store_close(&past);
}

/* ---- Moments as people name them ---- */

static void date_tx(long long tx, const char *at)
{
	char *sql = xasprintf("UPDATE tx SET at='%s' WHERE id>=%lld", at, tx);

	tamper(sql);
	free(sql);
}

Test(past, moments)
{
	struct app app = {.store = store, .rules = rules};
	struct moment m;

	setenv("TZ", "Europe/Prague", 1);
	tzset();
	tamper("DROP TRIGGER tx_set");
	date_tx(1, "2026-01-10T10:00:00.000Z");
	date_tx(4, "2026-02-10T22:59:59.000Z"); /* the same day in Prague */
	date_tx(5, "2026-02-10T23:00:00.000Z"); /* the next */
	date_tx(8, "2026-07-10T21:59:59.000Z"); /* summer time */
	date_tx(9, "2026-07-10T22:00:00.000Z");
	ok(app_moment(&app, "2026-01-31", &m, &err));
	cr_expect_eq(m.tx, 3);
	cr_expect_str_eq(m.label, "2026-01-31");
	ok(app_moment(&app, "10 Feb 2026", &m, &err));
	cr_expect_eq(m.tx, 4, "%lld", m.tx);
	ok(app_moment(&app, "2026-07-10", &m, &err));
	cr_expect_eq(m.tx, 8, "%lld", m.tx);
	ok(app_moment(&app, "now", &m, &err));
	cr_expect_eq(m.tx, last);
	ok(app_moment(&app, "#5", &m, &err));
	cr_expect_eq(m.tx, 5);
	cr_expect_eq(m.day, date_from_civil(2026, 2, 11), "in local time");
	cr_expect_not(app_moment(&app, "2026-01-09", &m, &err));
	cr_expect_eq(err.kind, ERR_MISSING);
	err_release(&err);
	cr_expect_not(app_moment(&app, "999", &m, &err));
	err_release(&err);
	cr_expect_not(app_moment(&app, "once", &m, &err));
	err_release(&err);
	tamper("CREATE TRIGGER tx_set BEFORE UPDATE ON tx WHEN old.hash IS NOT NULL BEGIN SELECT "
	       "raise(ABORT, 'the history cannot be changed'); END");
	/* the seals are broken now, on purpose */
	store_close(&store);
	ok(store_create(":memory:", &(struct store_options){.today = rules.today}, &store, &err));
}

Test(past, the_program_goes_there_and_back)
{
	struct app app = {.store = store, .rules = rules};
	struct record *rec = NULL;
	const struct query query = {.kind = &kind_risk};
	long n = 0;

	memset(&app.rules.method, 0, sizeof(app.rules.method));
	app.rules.today += 40;
	ok(app_as_of(&app, "4", &err));
	cr_expect_neq(app.store, store);
	cr_expect_eq(app.live, store);
	ok(store_count(app.store, &query, &n, &err));
	cr_expect_eq(n, 0);
	ok(app_as_of(&app, "9", &err));
	cr_expect_eq(app.live, store, "from one past to another");
	ok(store_get(app.store, &kind_risk, 1, &rec, &err));
	cr_expect_str_eq(record_get(rec, "owner")->refs[0].code, "P-0002");
	record_free(&rec);
	cr_expect_not(app_as_of(&app, "999", &err));
	cr_expect_eq(app.live, store, "a failure leaves it where it was");
	err_release(&err);
	ok(app_as_of(&app, "now", &err));
	cr_expect_eq(app.store, store);
	cr_expect_null(app.live);
	cr_expect_eq(app.rules.today, rules.today + 40);
	method_release(&app.rules.method);
}

/* ---- One record, two moments ---- */

/* As dump() has it, without what is derived. */
static char *plain(const struct record *rec)
{
	struct str out = STR_INIT;
	size_t i;

	str_addf(&out, "%s%s", rec->code, rec->archived ? " archived" : "");
	for (i = 0; i < rec->kind->nfields; i++) {
		if ((rec->kind->fields[i].flags & F_DERIVED) ||
		    (!rec->values[i].set && !rec->values[i].nrefs))
			continue;
		str_addf(&out, "|%s=", rec->kind->fields[i].name);
		field_format(&rules, &rec->kind->fields[i], &rec->values[i], &out);
	}
	return str_detach(&out);
}

/* Read from its lines it is what it is in the file that is played. */
Test(past, a_record_then_is_that_of_the_whole_file_then)
{
	struct store *past = NULL;
	struct record *one = NULL, *whole = NULL;
	long long tx;
	char *a, *b;

	for (tx = 6; tx <= last; tx++) {
		ok(store_past(store, tx, rules.today, "", &past, &err));
		ok(store_get(past, &kind_risk, 1, &whole, &err));
		ok(store_get_then(store, &kind_risk, 1, tx, &one, &err));
		a = plain(one);
		b = plain(whole);
		cr_expect_str_eq(a, b, "after %lld: %s is not %s", tx, a, b);
		free(a);
		free(b);
		record_free(&one);
		record_free(&whole);
		store_close(&past);
	}
	cr_expect_not(store_get_then(store, &kind_risk, 1, 2, &one, &err));
	cr_expect_eq(err.kind, ERR_MISSING, "before it was added");
	err_release(&err);
}

static bool note(void *ctx, const struct record *before, const struct record *after, struct err *e)
{
	struct str *out = ctx;

	(void)e;
	str_addf(out, "%s%s%s ", before ? "" : "+", after ? "" : "-",
		 (after ? after : before)->code);
	return true;
}

static void differ(long long from, long long to, const struct kind *kind, const char *want)
{
	struct str out = STR_INIT;

	ok(store_diff(store, from, to, kind, note, &out, &err));
	cr_expect_str_eq(str_get(&out), want, "%lld to %lld: '%s'", from, to, str_get(&out));
	str_release(&out);
}

/* 2, 3 people; 4, 5 assets; 6 risk; 7 owner; 8, 9 assets; 10, 11 impact; 12 undo; 13 a risk,
 * 14 undone, 15 redone, 16 undone; 17 asset archived. */
Test(past, differences_are_net)
{
	cr_assert_eq(last, 17);
	differ(1, last, NULL, "+P-0001 +P-0002 +A-0001 +A-0002 +R-0001 ");
	differ(1, last, &kind_asset, "+A-0001 +A-0002 ");
	differ(6, 7, NULL, "R-0001 ");
	differ(10, 12, NULL, "");
	differ(12, 13, NULL, "+R-0002 ");
	differ(13, 14, NULL, "-R-0002 ");
	differ(12, 16, NULL, "");
	differ(16, 17, NULL, "A-0001 ");
	differ(17, 17, NULL, "");
}

/* ---- Taking back ---- */

static struct app app_here(void)
{
	struct app app = {.store = store, .rules = rules};

	return app;
}

Test(past, a_field_goes_back)
{
	const struct field *fields[] = {kind_field(&kind_risk, "assets")};
	struct app app = app_here();
	struct record *rec = NULL;
	struct revert plan;
	long long done = 0;

	ok(app_revert_plan(&app, &kind_risk, 1, 6, fields, 1, &plan, &err));
	cr_expect_eq(plan.n, 1);
	cr_expect_null(plan.refusal);
	ok(app_revert(&app, &plan, false, &done, &err));
	cr_expect_eq(done, last + 1);
	ok(store_get(store, &kind_risk, 1, &rec, &err));
	cr_expect_str_eq(record_get(rec, "assets")->refs[0].code, "A-0001");
	cr_expect_str_eq(record_get(rec, "owner")->refs[0].code, "P-0002", "only that field");
	record_free(&rec);
	/* somebody else was quicker */
	app_revert_release(&plan);
	ok(app_revert_plan(&app, &kind_risk, 1, 9, fields, 1, &plan, &err));
	change(&kind_risk, 1, "category", "theft");
	cr_expect_not(app_revert(&app, &plan, false, &done, &err));
	cr_expect_eq(err.kind, ERR_STALE, "%s", err_msg(&err));
	err_release(&err);
	app_revert_release(&plan);
}

Test(past, a_state_goes_back_only_as_its_life_has_it)
{
	struct app app = app_here();
	struct revert plan;
	long long done = 0;

	change(&kind_risk, 1, "status", "analysed");
	ok(app_revert_plan(&app, &kind_risk, 1, last, NULL, 0, &plan, &err));
	cr_expect_eq(plan.n, 1);
	cr_assert(plan.refusal);
	cr_expect_not(app_revert(&app, &plan, false, &done, &err));
	cr_expect_eq(err.field, kind_field(&kind_risk, "status"));
	err_release(&err);
	ok(app_revert(&app, &plan, true, &done, &err));
	expect(&kind_risk, 1, "status", "identified");
	app_revert_release(&plan);
}

/* ---- Links ---- */

static bool note_relation(void *ctx, const struct relation *r, struct err *e)
{
	(void)e;
	str_addf(ctx, "%s%s.%s:%ld ", r->back ? "<" : "", r->back ? r->kind->name : "",
		 r->field->name, r->count);
	return true;
}

static void linked(const struct kind *kind, long long id, const char *want)
{
	struct str out = STR_INIT;

	ok(store_relations(store, kind, id, note_relation, &out, &err));
	cr_expect_str_eq(str_get(&out), want, "%s %lld: '%s'", kind->name, id, str_get(&out));
	str_release(&out);
}

Test(past, links_both_ways)
{
	const struct relation back = {&kind_risk, kind_field(&kind_risk, "assets"), true, 0};
	struct hit *hits = NULL;
	size_t n = 0;

	add(&kind_evidence, PAIRS("title", "Photo of the safe", "supports", "risk/R-0001"));
	linked(&kind_risk, 1, ".assets:1 .owner:1 <evidence.supports:1 ");
	linked(&kind_asset, 1, ".owner:1 ");
	linked(&kind_asset, 2, "<risk.assets:1 ");
	linked(&kind_person, 1, "<asset.owner:1 ");
	linked(&kind_person, 2, "<risk.owner:1 ");
	linked(&kind_evidence, 1, ".supports:1 ");
	ok(store_related(store, &kind_asset, 2, &back, 0, 0, &hits, &n, &err));
	cr_assert_eq(n, 1);
	cr_expect_eq(hits[0].kind, &kind_risk);
	cr_expect_eq(hits[0].id, 1);
	free(hits);
	ok(store_related(store, &kind_asset, 2, &back, 5, 1, &hits, &n, &err));
	cr_expect_eq(n, 0, "behind the last");
	free(hits);
}

/* How SQLite finds the rows. */
static void found_by(const char *sql, const char *want)
{
	char *explain = xasprintf("EXPLAIN QUERY PLAN %s", sql);
	sqlite3 *db;
	sqlite3_stmt *stmt;

	cr_assert_eq(sqlite3_open(file, &db), SQLITE_OK);
	cr_assert_eq(sqlite3_prepare_v2(db, explain, -1, &stmt, NULL), SQLITE_OK, "%s",
		     sqlite3_errmsg(db));
	cr_assert_eq(sqlite3_step(stmt), SQLITE_ROW);
	cr_expect(strstr((const char *)sqlite3_column_text(stmt, 3), want), "%s: %s", sql,
		  (const char *)sqlite3_column_text(stmt, 3));
	sqlite3_finalize(stmt);
	sqlite3_close(db);
	free(explain);
}

Test(past, links_are_found_by_indexes)
{
	found_by("SELECT risk_id FROM risk_assets WHERE ref_id=?1",
		 "USING COVERING INDEX risk_assets_ref");
	found_by("SELECT ref_id FROM risk_assets WHERE risk_id=?1", "USING PRIMARY KEY");
	found_by("SELECT id FROM soa_entry WHERE control=?1", "INDEX");
	found_by("SELECT id FROM evidence WHERE supports=?1", "INDEX evidence_supports_back");
}

/* ---- What moved in the matrix ---- */

Test(past, what_moved)
{
	struct app app = app_here();
	struct moved moved;

	memset(&app.rules.method, 0, sizeof(app.rules.method));
	ok(app_refresh(&app, &err));
	ok(app_moved(&app, RATING_INHERENT, "6", &moved, &err));
	cr_assert_eq(moved.n, 1);
	cr_expect_eq(moved.then.count[3][4], 1, "4 x 5 then");
	cr_expect_eq(moved.v[0].from.impact, 5);
	cr_expect_eq(moved.v[0].to.impact, 2);
	cr_expect(moved.v[0].was && moved.v[0].is);
	app_moved_release(&moved);
	ok(app_moved(&app, RATING_INHERENT, "2", &moved, &err));
	cr_assert_eq(moved.n, 1);
	cr_expect(!moved.v[0].was && moved.v[0].is, "it is new since then");
	app_moved_release(&moved);
	ok(app_moved(&app, RATING_INHERENT, "now", &moved, &err));
	cr_expect_eq(moved.n, 0);
	app_moved_release(&moved);
	method_release(&app.rules.method);
}
