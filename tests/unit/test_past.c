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

	if (store_past(store, tx, rules.today, "then", NULL, NULL, &past, e))
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

	ok(store_past(store, last, rules.today, "as it was", NULL, NULL, &past, &err));
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
	ok(app_as_of(&app, "4", NULL, NULL, &err));
	cr_expect_neq(app.store, store);
	cr_expect_eq(app.live, store);
	ok(store_count(app.store, &query, &n, &err));
	cr_expect_eq(n, 0);
	ok(app_as_of(&app, "9", NULL, NULL, &err));
	cr_expect_eq(app.live, store, "from one past to another");
	ok(store_get(app.store, &kind_risk, 1, &rec, &err));
	cr_expect_str_eq(record_get(rec, "owner")->refs[0].code, "P-0002");
	record_free(&rec);
	cr_expect_not(app_as_of(&app, "999", NULL, NULL, &err));
	cr_expect_eq(app.live, store, "a failure leaves it where it was");
	err_release(&err);
	ok(app_as_of(&app, "now", NULL, NULL, &err));
	cr_expect_eq(app.store, store);
	cr_expect_null(app.live);
	cr_expect_eq(app.rules.today, rules.today + 40);
	method_release(&app.rules.method);
}
