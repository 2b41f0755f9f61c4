/* What a user can mean: files, finding, references, saving, taking back. */
#include "config.h"

#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <criterion/criterion.h>

#include "isms/app/app.h"
#include "isms/model/kinds.h"
#include "isms/util/date.h"
#include "isms/util/mem.h"
#include "isms/util/near.h"

static struct app app;
static struct err err;
static char dir[PATH_MAX], file[PATH_MAX + 16];
static struct app_options options;

static void folder(void)
{
	const char *tmp = getenv("TMPDIR");

	snprintf(dir, sizeof(dir), "%s/app.XXXXXX", tmp ? tmp : "/tmp");
	cr_assert(mkdtemp(dir));
	snprintf(file, sizeof(file), "%s/test.isms", dir);
	memset(&options, 0, sizeof(options));
	options.file = file;
	options.today = date_from_civil(2026, 4, 16);
}

static void open_new(void)
{
	folder();
	cr_assert(app_create(&app, &options, "Acme GmbH", 5, &err), "%s", err_msg(&err));
}

static void close_it(void)
{
	app_close(&app);
	err_release(&err);
	unlink(file);
	rmdir(dir);
}

static long count(const struct kind *kind, const char *where)
{
	struct app_query query;
	long n = -1;

	cr_assert(app_query(&app, kind, where, NULL, &query, &err), "%s", err_msg(&err));
	cr_assert(store_count(app.store, &query.query, &n, &err), "%s", err_msg(&err));
	app_query_release(&query);
	return n;
}

/* A record with a title, and one more field. Returns its id. */
static long long add(const struct kind *kind, const char *title, const char *name,
		     const char *text)
{
	struct record *rec = record_new(kind);
	long long id;

	record_defaults(&app.rules, rec);
	value_set_text(record_value(rec, "title"), title);
	if (name)
		cr_assert(app_parse(&app, kind_field(kind, name), text, record_value(rec, name),
				    &err),
			  "%s", err_msg(&err));
	cr_assert(app_save(&app, rec, NULL, NULL, NULL, &err), "%s", err_msg(&err));
	id = rec->id;
	record_free(&rec);
	return id;
}

/* ---- Files --------------------------------------------------------------- */

Test(app, path_is_found_in_order)
{
	char *path;

	setenv("HOME", "/home/ann", 1);
	unsetenv("ISMS_FILE");
	unsetenv("XDG_DATA_HOME");
	path = app_path(NULL);
	cr_assert_str_eq(path, "/home/ann/.local/share/isms/default.isms");
	free(path);
	setenv("XDG_DATA_HOME", "relative", 1);
	path = app_path(NULL);
	cr_assert_str_eq(path, "/home/ann/.local/share/isms/default.isms");
	free(path);
	setenv("XDG_DATA_HOME", "/data", 1);
	path = app_path(NULL);
	cr_assert_str_eq(path, "/data/isms/default.isms");
	free(path);
	setenv("ISMS_FILE", "acme.isms", 1);
	path = app_path(NULL);
	cr_assert_str_eq(path, "acme.isms");
	free(path);
	path = app_path("other.isms");
	cr_assert_str_eq(path, "other.isms");
	free(path);
}

Test(app, new_file_has_the_catalogues, .init = open_new, .fini = close_it)
{
	struct record *org = NULL;
	struct query query = {.kind = &kind_organisation};
	long long *ids = NULL;
	size_t n = 0;

	cr_assert_eq(count(&kind_control, NULL), 93);
	cr_assert_eq(count(&kind_soa_entry, NULL), 93);
	cr_assert_eq(count(&kind_soa_entry, "applicable=undecided"), 93);
	cr_assert_eq(count(&kind_threat, NULL), 57);
	cr_assert_eq(count(&kind_vulnerability, NULL), 70);
	cr_assert_eq(count(&kind_vulnerability, "suggested_controls:A.8.13"), 1,
		     "as many as in vulnerabilities.csv");
	cr_assert_eq(count(&kind_control, "theme=physical"), 14);
	cr_assert(store_list(app.store, &query, &ids, &n, &err));
	cr_assert_eq(n, 1);
	cr_assert(store_get(app.store, &kind_organisation, ids[0], &org, &err));
	cr_assert_str_eq(record_title(org), "Acme GmbH");
	cr_assert_eq(record_get(org, "method")->nrefs, 1);
	record_free(&org);
	free(ids);
}

Test(app, method_of_each_size_is_in_force)
{
	int n;

	for (n = SCALE_MIN; n <= SCALE_MAX; n++) {
		folder();
		cr_assert(app_create(&app, &options, NULL, n, &err), "%s", err_msg(&err));
		cr_assert_eq(app.rules.method.steps[SCALE_LIKELIHOOD], n);
		cr_assert_eq(app.rules.method.steps[SCALE_IMPACT], n);
		cr_assert_eq(app.rules.method.steps[SCALE_LEVEL], n);
		cr_assert_eq(method_level(&app.rules.method, n, n), n);
		cr_assert_eq(method_level(&app.rules.method, 1, 1), 1);
		cr_assert(app.rules.method.step[SCALE_LIKELIHOOD][0].label);
		cr_assert(app.rules.method.step[SCALE_IMPACT][n - 1].criteria);
		cr_assert_eq(app.rules.method.appetite, n == 5 ? 2 : 1);
		cr_assert_eq(app.rules.method.tolerance, n == 5 ? 3 : 2);
		cr_assert_eq(count(&kind_risk_matrix_cell, NULL), n * n);
		cr_assert_eq(count(&kind_risk_criterion, NULL), 3 * n);
		close_it();
	}
}

Test(app, create_refuses, .init = open_new, .fini = close_it)
{
	struct app other;

	cr_assert_not(app_create(&other, &options, NULL, 5, &err), "over an existing file");
	cr_assert(err.msg);
	app_close(&other);
	cr_assert_eq(access(file, F_OK), 0, "and leaves it alone");
	err_release(&err);
	options.file = "/nowhere/at/all.isms";
	cr_assert_not(app_create(&other, &options, NULL, 2, &err));
	cr_assert_eq(err.kind, ERR_USAGE);
	cr_assert_not(app_create(&other, &options, NULL, 6, &err));
	cr_assert_not(app_create(&other, &options, NULL, 5, &err));
	app_close(&other);
}

Test(app, create_makes_the_folders_of_the_default_file, .init = folder, .fini = close_it)
{
	char *path;
	struct stat st;

	options.file = NULL;
	unsetenv("ISMS_FILE");
	setenv("XDG_DATA_HOME", dir, 1);
	cr_assert(app_create(&app, &options, NULL, 5, &err), "%s", err_msg(&err));
	path = app_path(NULL);
	cr_assert_eq(stat(path, &st), 0);
	cr_assert_eq(st.st_mode & 0777, 0600);
	app_close(&app);
	unlink(path);
	*strrchr(path, '/') = '\0';
	cr_assert_eq(stat(path, &st), 0);
	cr_assert_eq(st.st_mode & 0777, 0700);
	rmdir(path);
	free(path);
}

Test(app, demonstration_is_private_and_goes_away, .init = folder, .fini = close_it)
{
	struct stat st;
	char *path = NULL, *folder_name;

	options.file = NULL;
	setenv("TMPDIR", dir, 1);
	cr_assert(app_demo(&app, &options, &path, &err), "%s", err_msg(&err));
	cr_assert_eq(count(&kind_soa_entry, NULL), 93);
	folder_name = xstrdup(path);
	*strrchr(folder_name, '/') = '\0';
	cr_assert_eq(stat(folder_name, &st), 0);
	cr_assert_eq(st.st_mode & 0777, 0700);
	app_close(&app);
	app_demo_remove(path);
	cr_assert_neq(access(folder_name, F_OK), 0);
	free(folder_name);
	free(path);
}

/* The files refer ahead and go in twice: a column that the first reading leaves
 * out must not be left out for ever. */
Test(app, demonstration_refers_ahead, .init = folder, .fini = close_it)
{
	char *path = NULL;

	cr_assert(app_demo(&app, &options, &path, &err), "%s", err_msg(&err));
	cr_expect_eq(count(&kind_org_unit, "head:"), 0);
	cr_expect_eq(count(&kind_milestone, "cycle:"), 0);
	cr_expect_eq(count(&kind_info_flow, "sender:"), 0);
	free(path);
}

Test(app, demo_remove_takes_nothing_else, .init = open_new, .fini = close_it)
{
	app_demo_remove(file);
	app_demo_remove("/tmp");
	app_demo_remove(NULL);
	cr_assert_eq(access(file, F_OK), 0);
}

/* ---- Finding ------------------------------------------------------------- */

Test(app, finds_by_code_kind_and_uid, .init = open_new, .fini = close_it)
{
	long long id = add(&kind_risk, "Fire", NULL, NULL);
	struct record *rec = NULL;
	struct hit hit;
	char uid[2 * UID_LEN + 1];
	int i;

	cr_assert(app_find(&app, "R-0001", &hit, &err), "%s", err_msg(&err));
	cr_assert(hit.kind == &kind_risk && hit.id == id);
	cr_assert(app_find(&app, "r-0001", &hit, &err), "%s", err_msg(&err));
	cr_assert_eq(hit.id, id);
	cr_assert(app_find(&app, "risk/R-0001", &hit, &err), "%s", err_msg(&err));
	cr_assert(app_find(&app, "risk R-0001", &hit, &err), "%s", err_msg(&err));
	cr_assert(app_find(&app, "risk/fire", &hit, &err), "%s", err_msg(&err));
	cr_assert_eq(hit.id, id);
	cr_assert(store_get(app.store, &kind_risk, id, &rec, &err));
	for (i = 0; i < UID_LEN; i++)
		snprintf(uid + 2 * (size_t)i, 3, "%02x", rec->uid[i]);
	cr_assert(app_find(&app, uid, &hit, &err), "%s", err_msg(&err));
	cr_assert_eq(hit.id, id);
	cr_assert_not(app_find(&app, "R-0099", &hit, &err));
	cr_assert_eq(err.kind, ERR_MISSING);
	record_free(&rec);
}

Test(app, several_registers_may_have_a_code, .init = open_new, .fini = close_it)
{
	struct record *rec = record_new(&kind_asset);
	struct hit hit;

	add(&kind_risk, "Fire", NULL, NULL);
	record_defaults(&app.rules, rec);
	value_set_text(record_value(rec, "title"), "Server");
	rec->code = xstrdup("R-0001");
	cr_assert(app_save(&app, rec, NULL, NULL, NULL, &err), "%s", err_msg(&err));
	record_free(&rec);
	cr_assert_not(app_find(&app, "R-0001", &hit, &err));
	cr_assert(strstr(err_msg(&err), "risk/R-0001"), "%s", err_msg(&err));
	cr_assert(strstr(err_msg(&err), "asset/R-0001"));
	err_release(&err);
	cr_assert(app_find(&app, "asset/R-0001", &hit, &err), "%s", err_msg(&err));
	cr_assert(hit.kind == &kind_asset);
}

/* ---- References ---------------------------------------------------------- */

static size_t parse(const char *name, const char *text)
{
	struct value value = VALUE_INIT;
	size_t n = 0;

	err_release(&err);
	if (app_parse(&app, kind_field(&kind_risk, name), text, &value, &err))
		n = value.nrefs;
	value_release(&value);
	return n;
}

Test(app, references_by_whole_text_then_by_parts, .init = open_new, .fini = close_it)
{
	add(&kind_person, "Novak, Anna", NULL, NULL);
	add(&kind_person, "Ben O'Neill", NULL, NULL);
	cr_assert_eq(parse("owner", "Novak, Anna"), 1, "%s", err_msg(&err));
	cr_assert_eq(parse("owner", "novak,  ANNA "), 1, "%s", err_msg(&err));
	cr_assert_eq(parse("owner", "P-0001"), 1, "%s", err_msg(&err));
	cr_assert_eq(parse("owner", "P-0001; P-0002"), 0, "an owner is one");
	cr_assert_eq(parse("controls", "A.8.1, A.8.24;A.5.1\nA.5.2|A.5.1"), 4, "%s",
		     err_msg(&err));
	cr_assert_eq(parse("controls", "5.1, A 5.2"), 2, "%s", err_msg(&err));
	cr_assert_eq(parse("vulnerabilities", "No spare part, second path or failover; V01"), 2,
		     "%s", err_msg(&err));
	cr_assert_eq(parse("owner", ""), 0);
	cr_assert(!err.msg, "nothing is no fault: %s", err_msg(&err));
}

Test(app, unknown_reference_is_named_with_what_is_like_it, .init = open_new, .fini = close_it)
{
	add(&kind_person, "Anna Novak", NULL, NULL);
	cr_assert_eq(parse("owner", "Ana Novak"), 0);
	cr_assert(err.field == kind_field(&kind_risk, "owner"));
	cr_assert(strstr(err_msg(&err), "'Ana Novak'"), "%s", err_msg(&err));
	cr_assert(strstr(err_msg(&err), "'Anna Novak'"), "%s", err_msg(&err));
	cr_assert_eq(parse("owner", "novak"), 0);
	cr_assert(strstr(err_msg(&err), "'Anna Novak'"), "%s", err_msg(&err));
	cr_assert_eq(parse("owner", "Zebra"), 0);
	cr_assert_not(strstr(err_msg(&err), "did you mean"), "%s", err_msg(&err));
	add(&kind_person, "Anna Novak", NULL, NULL);
	cr_assert_eq(parse("owner", "Anna Novak"), 0, "two people of that name");
}

Test(app, references_are_made_on_request, .init = open_new, .fini = close_it)
{
	const struct field *field = kind_field(&kind_risk, "assets");
	struct value value = VALUE_INIT;

	cr_assert(field_parse(&app.rules, field, "Server; Laptop", &value, &err));
	cr_assert(store_begin(app.store, "test", &err));
	cr_assert(app_resolve(&app, field, &value, true, &err), "%s", err_msg(&err));
	cr_assert(store_commit(app.store, NULL, &err));
	cr_assert_eq(value.nrefs, 2);
	cr_assert(value.refs[0].id && value.refs[1].id);
	cr_assert_eq(count(&kind_asset, NULL), 2);
	value_release(&value);
}

/* ---- Saving -------------------------------------------------------------- */

static bool newest(void *ctx, const struct tx *tx, struct err *e)
{
	(void)e;
	snprintf(ctx, 100, "%s", tx->why);
	return true;
}

Test(app, save_writes_its_line_in_the_history, .init = open_new, .fini = close_it)
{
	long long id = add(&kind_risk, "Fire", NULL, NULL), tx = 0;
	struct record *rec = NULL, *old;
	char why[100] = "";

	cr_assert(store_log(app.store, 1, newest, why, &err));
	cr_assert_str_eq(why, "add R-0001");
	cr_assert(store_get(app.store, &kind_risk, id, &rec, &err));
	old = record_copy(rec);
	value_set_text(record_value(rec, "title"), "Fire in the server room");
	cr_assert(app_save(&app, rec, old, NULL, &tx, &err), "%s", err_msg(&err));
	cr_assert_gt(tx, 0);
	cr_assert_eq(rec->ver, 2);
	cr_assert(store_log(app.store, 1, newest, why, &err));
	cr_assert_str_eq(why, "edit R-0001");
	cr_assert(app_save(&app, rec, rec, NULL, &tx, &err), "%s", err_msg(&err));
	cr_assert_eq(tx, 0, "nothing changed");
	record_free(&rec);
	record_free(&old);
}

Test(app, save_refuses_what_is_not_right, .init = open_new, .fini = close_it)
{
	long long id = add(&kind_risk, "Fire", NULL, NULL);
	struct record *mine = NULL, *theirs = NULL, *old;

	cr_assert(store_get(app.store, &kind_risk, id, &mine, &err));
	cr_assert(store_get(app.store, &kind_risk, id, &theirs, &err));
	old = record_copy(mine);
	value_set_text(record_value(mine, "title"), NULL);
	cr_assert_not(app_save(&app, mine, old, NULL, NULL, &err));
	cr_assert(err.field == kind_field(&kind_risk, "title"));
	err_release(&err);
	value_set_text(record_value(mine, "title"), "Fire");
	value_set_text(record_value(mine, "status"), "closed");
	cr_assert_not(app_save(&app, mine, old, NULL, NULL, &err), "identified to closed");
	err_release(&err);
	value_set_text(record_value(mine, "status"), "analysed");
	value_set_text(record_value(theirs, "title"), "Theirs");
	cr_assert(app_save(&app, theirs, old, NULL, NULL, &err), "%s", err_msg(&err));
	cr_assert_not(app_save(&app, mine, old, NULL, NULL, &err));
	cr_assert_eq(err.kind, ERR_STALE);
	record_free(&mine);
	record_free(&theirs);
	record_free(&old);
}

Test(app, archive_tells_what_hangs_on_it, .init = open_new, .fini = close_it)
{
	long long people[2], risks[2], tx = 0;
	struct str text = STR_INIT, what = STR_INIT;

	people[0] = add(&kind_person, "Anna", NULL, NULL);
	people[1] = add(&kind_person, "Ben", NULL, NULL);
	risks[0] = add(&kind_risk, "Fire", "owner", "Anna");
	risks[1] = add(&kind_risk, "Flood", "owner", "Ben");
	add(&kind_asset, "Server", "owner", "Anna");
	cr_assert(app_consequences(&app, &kind_person, people, 2, &text, &err), "%s",
		  err_msg(&err));
	cr_assert(strstr(str_get(&text), "2 Risks"), "%s", str_get(&text));
	cr_assert(strstr(str_get(&text), "1 Asset"), "%s", str_get(&text));
	str_clear(&text);
	cr_assert(app_archive(&app, &kind_risk, risks, 2, true, &tx, &err), "%s", err_msg(&err));
	cr_assert_gt(tx, 0);
	cr_assert_eq(count(&kind_risk, NULL), 0);
	cr_assert(app_consequences(&app, &kind_person, people + 1, 1, &text, &err));
	cr_assert_str_eq(str_get(&text), "", "archived ones do not count");
	cr_assert(app_undo(&app, 0, &what, &err), "%s", err_msg(&err));
	cr_assert(strstr(str_get(&what), "undone: archive R-0001, R-0002"), "%s", str_get(&what));
	cr_assert_eq(count(&kind_risk, NULL), 2);
	str_clear(&what);
	cr_assert(app_redo(&app, 0, &what, &err), "%s", err_msg(&err));
	cr_assert(strstr(str_get(&what), "redone: archive R-0001, R-0002"), "%s", str_get(&what));
	cr_assert_eq(count(&kind_risk, NULL), 0);
	str_release(&what);
	str_release(&text);
}

Test(app, new_file_cannot_be_undone, .init = open_new, .fini = close_it)
{
	struct str what = STR_INIT;

	cr_assert_not(app_undo(&app, 0, &what, &err));
	cr_assert_eq(count(&kind_control, NULL), 93);
	str_release(&what);
}

Test(app, refresh_follows_the_organisation, .init = open_new, .fini = close_it)
{
	struct record *org = NULL, *old;
	struct hit hit;

	cr_assert(app_find(&app, "ORG-0001", &hit, &err), "%s", err_msg(&err));
	cr_assert(store_get(app.store, hit.kind, hit.id, &org, &err));
	old = record_copy(org);
	value_set_text(record_value(org, "vocabulary"), "common");
	cr_assert(app_save(&app, org, old, NULL, NULL, &err), "%s", err_msg(&err));
	cr_assert_eq(app.rules.vocabulary, VOCABULARY_ISO);
	cr_assert(app_refresh(&app, &err));
	cr_assert_eq(app.rules.vocabulary, VOCABULARY_COMMON);
	record_free(&org);
	record_free(&old);
}

/* ---- Queries ------------------------------------------------------------- */

Test(app, sort_is_read_as_people_write_it, .init = open_new, .fini = close_it)
{
	struct app_query query;

	cr_assert(app_query(&app, &kind_risk, NULL, "level desc, title, -due,code", &query, &err),
		  "%s", err_msg(&err));
	cr_assert_eq(query.query.nsort, 4);
	cr_assert(query.query.sort[0].field == kind_field(&kind_risk, "level"));
	cr_assert(query.query.sort[0].down);
	cr_assert(!query.query.sort[1].down);
	cr_assert(query.query.sort[2].down);
	cr_assert(!query.query.sort[3].field);
	app_query_release(&query);
	cr_assert_not(app_query(&app, &kind_risk, NULL, "colour", &query, &err));
	cr_assert_eq(err.kind, ERR_USAGE);
	err_release(&err);
	cr_assert_not(app_query(&app, &kind_risk, NULL, "title,title,title,title,title", &query,
				&err));
	err_release(&err);
	cr_assert_not(app_query(&app, &kind_risk, "colour:red", NULL, &query, &err));
}

Test(app, near_names)
{
	struct near near;
	struct str hint = STR_INIT;

	cr_assert_eq(near_distance("list", "list", 3), 0);
	cr_assert_eq(near_distance("lsit", "list", 3), 1, "two neighbours swapped");
	cr_assert_eq(near_distance("lit", "list", 3), 1);
	cr_assert_eq(near_distance("", "abc", 5), 3);
	cr_assert_eq(near_distance("abcdef", "uvwxyz", 2), 3, "counting ends at max + 1");
	near_init(&near, "exprot");
	near_try(&near, "import");
	near_try(&near, "export");
	near_try(&near, "help");
	near_hint(&near, &hint);
	cr_assert_str_eq(str_get(&hint), "; did you mean 'export'?");
	near_release(&near);
	str_clear(&hint);
	near_init(&near, "9.2");
	near_try(&near, "4.2");
	near_try(&near, "5.2");
	near_try(&near, "6.2");
	near_try(&near, "9.2.1");
	near_try(&near, "9.2.2");
	near_hint(&near, &hint);
	cr_assert_str_eq(str_get(&hint), "; did you mean '9.2.1', '9.2.2' or '4.2'?",
			 "what goes on after the word comes before a slip");
	near_release(&near);
	str_release(&hint);
}

/* ---- Freezing ------------------------------------------------------------ */

static struct record *get(const struct kind *kind, long long id)
{
	struct record *rec = NULL;

	cr_assert(store_get(app.store, kind, id, &rec, &err), "%s", err_msg(&err));
	return rec;
}

static bool edit(const struct kind *kind, long long id, const char *name, const char *text)
{
	struct record *old = get(kind, id), *rec = record_copy(old);
	bool ok = app_parse(&app, kind_field(kind, name), text, record_value(rec, name), &err) &&
		  app_save(&app, rec, old, NULL, NULL, &err);

	record_free(&rec);
	record_free(&old);
	return ok;
}

Test(app, what_is_approved_is_frozen_and_stays, .init = open_new, .fini = close_it)
{
	long long author = add(&kind_person, "Author", NULL, NULL);
	long long boss = add(&kind_person, "Boss", NULL, NULL);
	long long id = add(&kind_soa_version, "SoA", "version", "1.0"), entry;
	struct record *rec;
	char *before;

	(void)author;
	(void)boss;
	cr_assert(edit(&kind_soa_version, id, "author", "Author"), "%s", err_msg(&err));
	cr_assert(edit(&kind_soa_version, id, "approved_by", "Boss"), "%s", err_msg(&err));
	cr_assert(edit(&kind_soa_version, id, "approved_on", "2026-04-16"), "%s", err_msg(&err));
	cr_assert(edit(&kind_soa_version, id, "status", "in review"), "%s", err_msg(&err));
	rec = get(&kind_soa_version, id);
	cr_expect_not(record_get(rec, "frozen")->set, "a draft is not frozen");
	record_free(&rec);
	cr_assert(edit(&kind_soa_version, id, "status", "approved"), "%s", err_msg(&err));
	rec = get(&kind_soa_version, id);
	cr_assert(record_get(rec, "frozen")->set);
	before = xstrdup(record_get(rec, "frozen")->text);
	record_free(&rec);
	cr_expect(strncmp(before, "[soa_version]\r\n", 15) == 0);
	cr_expect(strstr(before, "\r\n[soa_entry]\r\n"));
	cr_expect(strstr(before, "A.8.34"), "all controls stand in it");
	cr_assert(store_find_code(app.store, &kind_soa_entry, "SOA-0001", &entry, &err));
	cr_assert(entry > 0);
	cr_assert(edit(&kind_soa_entry, entry, "gap", "found later"), "%s", err_msg(&err));
	rec = get(&kind_soa_version, id);
	cr_expect_str_eq(record_get(rec, "frozen")->text, before, "later changes do not touch it");
	record_free(&rec);
	cr_expect_not(edit(&kind_soa_version, id, "frozen", "forged"), "nobody changes it");
	cr_expect_eq(err.kind, ERR_INPUT);
	err_release(&err);
	free(before);
}

/* ---- What moved on since ------------------------------------------------- */

static void approve(long long id)
{
	cr_assert(edit(&kind_soa_version, id, "approved_by", "Boss"), "%s", err_msg(&err));
	cr_assert(edit(&kind_soa_version, id, "status", "in review"), "%s", err_msg(&err));
	cr_assert(edit(&kind_soa_version, id, "status", "approved"), "%s", err_msg(&err));
}

static void changed(long long id, const char *entries, const char *why)
{
	struct record *rec = get(&kind_soa_version, id);
	const struct value *value = record_get(rec, "changed_since");
	char text[24] = "";

	if (value->set)
		snprintf(text, sizeof(text), "%lld", (long long)value->num);
	cr_expect_str_eq(text, entries, "%s: '%s', not '%s'", why, text, entries);
	record_free(&rec);
}

static void edit_entry(const char *code, const char *name, const char *text)
{
	long long id = 0;

	cr_assert(store_find_code(app.store, &kind_soa_entry, code, &id, &err));
	cr_assert(edit(&kind_soa_entry, id, name, text), "%s", err_msg(&err));
}

/* Compared with the transaction of the freeze; all of it happens within a second. */
Test(app, what_moved_on_since_an_approval, .init = open_new, .fini = close_it)
{
	long long id = add(&kind_soa_version, "SoA", "version", "1.0"), next;

	add(&kind_person, "Boss", NULL, NULL);
	add(&kind_document, "Rules", NULL, NULL);
	edit_entry("SOA-0003", "applicable", "yes");
	changed(id, "", "a draft");
	approve(id);
	changed(id, "0", "what was changed before it was approved");
	edit_entry("SOA-0001", "gap", "found later");
	changed(id, "1", "changed on the same day");
	edit_entry("SOA-0001", "gap", "found later still");
	edit_entry("SOA-0001", "how", "by hand");
	changed(id, "1", "the same entry again");
	edit_entry("SOA-0002", "documents", "Rules");
	changed(id, "2", "a link counts");
	edit_entry("SOA-0002", "documents", "");
	changed(id, "1", "what is as it was does not");
	cr_assert(app_undo(&app, 0, NULL, &err), "%s", err_msg(&err));
	changed(id, "2", "nor what was undone");
	edit_entry("SOA-0001", "how", "");
	edit_entry("SOA-0001", "gap", "");
	edit_entry("SOA-0002", "documents", "");
	changed(id, "0", "all of it taken back");
	edit_entry("SOA-0001", "gap", "found later");
	next = add(&kind_soa_version, "SoA", "version", "1.1");
	approve(next);
	changed(id, "", "it is superseded");
	changed(next, "0", "the next one begins anew");
}

/* ---- The day ------------------------------------------------------------- */

static bool says_day(void *ctx, size_t n, const char *const *names, const char *const *texts,
		     struct err *e)
{
	(void)n;
	(void)names;
	(void)e;
	snprintf(ctx, DATE_LEN, "%s", texts[0]);
	return true;
}

/* A screen is left open over night. */
Test(app, a_new_day_begins_while_the_file_is_open, .init = open_new, .fini = close_it)
{
	const long pinned = app.rules.today;
	char day[DATE_LEN], said[DATE_LEN] = "";

	cr_expect_not(app_new_day(&app), "the user said which day it is");
	cr_expect_eq(app.rules.today, pinned);
	app.pinned = false;
	cr_expect(app_new_day(&app));
	cr_expect_eq(app.rules.today, date_today());
	date_format(date_today(), day);
	cr_assert(store_ask(app.store, "SELECT today()", NULL, 0, says_day, said, &err));
	cr_expect_str_eq(said, day, "the figures count from it");
	cr_expect_not(app_new_day(&app), "once a day");
}

/* ---- Preparing ----------------------------------------------------------- */

static void prepare(const struct kind *kind, long long id, const char *says)
{
	struct str what = STR_INIT;

	cr_assert(app_prepare(&app, kind, id, &what, &err), "%s", err_msg(&err));
	cr_expect(strstr(str_get(&what), says), "%s", str_get(&what));
	str_release(&what);
}

Test(app, a_review_is_filled_from_the_registers, .init = open_new, .fini = close_it)
{
	long long id = add(&kind_management_review, "Review", "planned", "2026-06-01"), next;
	long long action;
	struct record *rec;

	add(&kind_risk, "Flood", NULL, NULL);
	cr_assert(edit(&kind_management_review, id, "input_e", "asked by phone"), "%s", err_msg(&err));
	prepare(&kind_management_review, id, "9 inputs filled");
	rec = get(&kind_management_review, id);
	cr_expect_str_eq(record_get(rec, "input_e")->text, "asked by phone", "what was written stays");
	cr_expect(strstr(record_get(rec, "input_b")->text, "Climate change: not decided"));
	cr_expect_str_eq(record_get(rec, "input_g")->text, "Nothing on record.");
	record_free(&rec);
	cr_assert(edit(&kind_management_review, id, "status", "prepared"), "%s", err_msg(&err));
	cr_expect_not(app_prepare(&app, &kind_management_review, id, NULL, &err), "it is frozen then");
	err_release(&err);

	/* the next review tells what became of the actions of this one */
	cr_assert(edit(&kind_management_review, id, "held_on", "2026-04-10"), "%s", err_msg(&err));
	cr_assert(edit(&kind_management_review, id, "status", "held"), "%s", err_msg(&err));
	action = add(&kind_action, "Buy a second line", "review", "REV-0001");
	cr_assert(edit(&kind_action, action, "due", "2026-04-12"), "%s", err_msg(&err));
	next = add(&kind_management_review, "Next", "planned", "2027-06-01");
	prepare(&kind_management_review, next, "10 inputs filled");
	rec = get(&kind_management_review, next);
	cr_expect(strstr(record_get(rec, "input_a")->text, "Buy a second line: open"));
	cr_expect(strstr(record_get(rec, "input_a")->text, "OVERDUE (REV-0001)"));
	record_free(&rec);
}

Test(app, an_audit_draws_its_steps_once, .init = open_new, .fini = close_it)
{
	long long id = add(&kind_audit, "Clause 6 and backups", "audit_kind", "internal");

	cr_assert(edit(&kind_audit, id, "clauses", "6.1.2; 6.1.3"), "%s", err_msg(&err));
	cr_assert(edit(&kind_audit, id, "controls", "A.8.13"), "%s", err_msg(&err));
	prepare(&kind_audit, id, "3 steps drawn");
	cr_expect_eq(count(&kind_audit_step, "clause:6.1.2"), 1);
	cr_expect_eq(count(&kind_audit_step, "control:A.8.13"), 1);
	cr_expect_eq(count(&kind_audit_step, "ask:"), 1, "clauses say what to ask for");
	prepare(&kind_audit, id, "0 steps drawn");
	cr_assert(edit(&kind_audit, id, "controls", "A.8.13; A.8.14"), "%s", err_msg(&err));
	prepare(&kind_audit, id, "1 step drawn");
}

static void state_is(const struct kind *kind, long long id, const char *want)
{
	struct record *rec = get(kind, id);

	cr_expect_str_eq(record_get(rec, "status")->text, want);
	record_free(&rec);
}

static long long version(const char *title, const char *number)
{
	long long id = add(&kind_soa_version, title, "version", number);

	cr_assert(edit(&kind_soa_version, id, "author", "Author"), "%s", err_msg(&err));
	cr_assert(edit(&kind_soa_version, id, "approved_by", "Boss"), "%s", err_msg(&err));
	cr_assert(edit(&kind_soa_version, id, "approved_on", "2026-04-16"), "%s", err_msg(&err));
	cr_assert(edit(&kind_soa_version, id, "status", "in review"), "%s", err_msg(&err));
	cr_assert(edit(&kind_soa_version, id, "status", "approved"), "%s", err_msg(&err));
	return id;
}

Test(app, only_one_version_is_in_force, .init = open_new, .fini = close_it)
{
	long long first, second;

	add(&kind_person, "Author", NULL, NULL);
	add(&kind_person, "Boss", NULL, NULL);
	first = version("SoA", "1");
	state_is(&kind_soa_version, first, "approved");
	second = version("SoA", "2");
	state_is(&kind_soa_version, first, "superseded");
	state_is(&kind_soa_version, second, "approved");
	cr_assert(app_undo(&app, 0, NULL, &err), "%s", err_msg(&err));
	state_is(&kind_soa_version, first, "approved");
	state_is(&kind_soa_version, second, "in review");
}

static void unpack(const char *name)
{
	const char *src = getenv("ISMS_SRCDIR");
	char *sh;

	folder();
	sh = xasprintf("gzip -dc '%s/tests/fixtures/%s.isms.gz' > '%s'", src ? src : ".", name, file);
	cr_assert_eq(system(sh), 0, "%s", sh);
	free(sh);
}

static void unpack_v1(void)
{
	unpack("v1");
}

static void unpack_v2(void)
{
	unpack("v2");
}

Test(app, a_file_of_the_first_version_gets_the_catalogues, .init = unpack_v1, .fini = close_it)
{
	char *backup = xasprintf("%s.v1.bak", file);

	cr_assert(app_open(&app, &options, &err), "%s", err_msg(&err));
	cr_expect_eq(count(&kind_clause, ""), 30);
	cr_expect_eq(count(&kind_risk, ""), 1, "what was there stays");
	cr_expect_not(app_undo(&app, 0, NULL, &err), "it is not this user's to undo");
	err_release(&err);
	unlink(backup);
	free(backup);
}

/* Derived fields are of the program, not of the file. */
Test(app, a_file_of_an_older_build_has_the_views_of_this_one, .init = unpack_v2, .fini = close_it)
{
	char *backup = xasprintf("%s.v2.bak", file);
	long long id;

	cr_assert(app_open(&app, &options, &err), "%s", err_msg(&err));
	id = add(&kind_soa_version, "SoA", "version", "99");
	add(&kind_person, "Boss", NULL, NULL);
	approve(id);
	changed(id, "0", "it was approved just now");
	edit_entry("SOA-0001", "gap", "found later on this day");
	changed(id, "1", "seen by the transaction, not by the day");
	unlink(backup);
	free(backup);
}
