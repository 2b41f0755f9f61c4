/* The file: records, transactions, filters, history, undo, care. */
#include "config.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "isms/model/kinds.h"
#include "isms/store/store.h"
#include "isms/util/date.h"
#include "isms/util/mem.h"

#define ok(call) cr_assert((call), "%s: %s", #call, err_msg(&err))
#define refused(call, what)                                                                      \
	do {                                                                                     \
		cr_assert_not((call), "%s was taken", #call);                                    \
		cr_assert_eq(err.kind, what, "kind %d: %s", (int)err.kind, err_msg(&err));       \
		err_release(&err);                                                               \
	} while (0)

static struct err err = ERR_INIT;
static struct store *store;
static char folder[64], file[128];
static struct rules rules;

static struct store_options options(void)
{
	long today = 0;

	cr_assert(date_parse_iso("2026-11-22", &today));
	return (struct store_options){.today = today, .who = "tester", .wait_ms = 200};
}

static void start(void)
{
	struct store_options opt = options();

	strcpy(folder, "/tmp/isms-test-XXXXXX");
	cr_assert(mkdtemp(folder));
	snprintf(file, sizeof(file), "%s/t.isms", folder);
	ok(store_create(file, &opt, &store, &err));
	rules.today = opt.today;
	strcpy(rules.currency, "EUR");
	method_default(&rules.method, 5);
}

static void stop(void)
{
	char *sh = xasprintf("rm -rf '%s'", folder);

	store_close(&store);
	method_release(&rules.method);
	cr_assert_eq(system(sh), 0);
	free(sh);
}

static void set(struct record *rec, const char *field, const char *text)
{
	const struct field *f = kind_field(rec->kind, field);

	cr_assert(f, "no field %s", field);
	ok(field_parse(&rules, f, text, &rec->values[kind_index(rec->kind, f)], &err));
}

/* Adds a record in a transaction of its own; pairs of field and text, then NULL. */
static long long add(const struct kind *kind, const char *const *pairs)
{
	struct record *rec = record_new(kind);
	long long id;

	record_defaults(&rules, rec);
	for (; pairs && *pairs; pairs += 2)
		set(rec, pairs[0], pairs[1]);
	ok(store_begin(store, "add", &err));
	ok(store_add(store, rec, &err));
	ok(store_commit(store, NULL, &err));
	id = rec->id;
	record_free(&rec);
	return id;
}

static long long add_titled(const struct kind *kind, const char *title)
{
	const char *pairs[] = {"title", title, NULL};

	return add(kind, pairs);
}

static void refer(struct record *rec, const char *field, long long id)
{
	value_add_ref(record_value(rec, field), id, NULL, NULL);
	record_value(rec, field)->set = true;
}

static struct record *load(const struct kind *kind, long long id)
{
	struct record *rec = NULL;

	ok(store_get(store, kind, id, &rec, &err));
	return rec;
}

static void change(const struct kind *kind, long long id, const char *field, const char *text)
{
	struct record *rec = load(kind, id);
	bool changed = false;

	set(rec, field, text);
	ok(store_begin(store, "edit", &err));
	ok(store_update(store, rec, &changed, &err));
	ok(store_commit(store, NULL, &err));
	cr_assert(changed);
	record_free(&rec);
}

static void title_is(const struct kind *kind, long long id, const char *want)
{
	struct record *rec = load(kind, id);

	cr_expect_str_eq(record_title(rec), want);
	record_free(&rec);
}

static long count(const struct kind *kind, const char *where)
{
	struct filter *filter = NULL;
	struct query query = {.kind = kind};
	long n = -1;

	ok(filter_parse(&rules, kind, where, &filter, &err));
	query.filter = filter;
	ok(store_count(store, &query, &n, &err));
	filter_free(&filter);
	return n;
}

static void reopen(bool read_only)
{
	struct store_options opt = options();

	opt.read_only = read_only;
	store_close(&store);
	ok(store_open(file, &opt, &store, &err));
}

static void doctor_says(size_t faults)
{
	struct strv list = STRV_INIT;

	ok(store_doctor(store, &list, &err));
	cr_assert_eq(list.n, faults, "%zu faults, first: %s", list.n, list.n ? list.v[0] : "");
	strv_release(&list);
}

TestSuite(store, .init = start, .fini = stop);

Test(store, a_new_file_is_private_sound_and_has_its_organisation)
{
	struct stat st;

	cr_assert_eq(stat(file, &st), 0);
	cr_expect_eq(st.st_mode & 0777, 0600);
	cr_expect_eq(count(&kind_organisation, ""), 1);
	doctor_says(0);
}

Test(store, what_is_added_comes_back_with_code_uid_and_stamps)
{
	long long id = add_titled(&kind_asset, "Mail server");
	struct record *rec = load(&kind_asset, id);

	cr_expect_str_eq(rec->code, "A-0001");
	cr_expect_str_eq(record_title(rec), "Mail server");
	cr_expect_eq(rec->ver, 1);
	cr_expect_eq(rec->uid[6] >> 4, 7, "UUID version");
	cr_expect_str_eq(rec->created_by, "tester");
	cr_expect_str_eq(record_get(rec, "status")->text, "in use");
	record_free(&rec);
}

Test(store, codes_step_over_those_that_people_brought_and_never_come_back)
{
	struct record *rec = record_new(&kind_asset);

	set(rec, "title", "theirs");
	set(rec, "status", "in use");
	rec->code = xstrdup("A-0002");
	ok(store_begin(store, "add", &err));
	ok(store_add(store, rec, &err));
	ok(store_commit(store, NULL, &err));
	record_free(&rec);
	rec = load(&kind_asset, add_titled(&kind_asset, "one"));
	cr_expect_str_eq(rec->code, "A-0001");
	record_free(&rec);
	rec = load(&kind_asset, add_titled(&kind_asset, "three"));
	cr_expect_str_eq(rec->code, "A-0003");
	record_free(&rec);
	ok(store_undo(store, 0, NULL, &err));
	rec = load(&kind_asset, add_titled(&kind_asset, "four"));
	cr_expect_str_eq(rec->code, "A-0004");
	record_free(&rec);
}

Test(store, a_code_stands_once)
{
	struct record *rec = record_new(&kind_asset);

	add_titled(&kind_asset, "one");
	set(rec, "title", "two");
	set(rec, "status", "in use");
	rec->code = xstrdup("A-0001");
	ok(store_begin(store, "add", &err));
	refused(store_add(store, rec, &err), ERR_INPUT);
	store_rollback(store);
	record_free(&rec);
	cr_expect_eq(count(&kind_asset, ""), 1);
}

Test(store, a_stale_save_is_refused_and_writes_nothing)
{
	long long id = add_titled(&kind_asset, "before");
	struct record *mine = load(&kind_asset, id);

	change(&kind_asset, id, "title", "theirs");
	set(mine, "title", "mine");
	ok(store_begin(store, "edit", &err));
	refused(store_update(store, mine, NULL, &err), ERR_STALE);
	store_rollback(store);
	title_is(&kind_asset, id, "theirs");
	record_free(&mine);
}

Test(store, an_update_without_a_difference_leaves_no_line)
{
	long long id = add_titled(&kind_asset, "same"), tx = -1;
	struct record *rec = load(&kind_asset, id);
	bool changed = true;

	ok(store_begin(store, "edit", &err));
	ok(store_update(store, rec, &changed, &err));
	ok(store_commit(store, &tx, &err));
	cr_expect_not(changed);
	cr_expect_eq(tx, 0);
	record_free(&rec);
}

Test(store, references_are_kept_counted_and_named)
{
	long long asset = add_titled(&kind_asset, "Laptop"), who = add_titled(&kind_person, "Eva Nováková");
	struct record *risk = record_new(&kind_risk);
	long long id;

	record_defaults(&rules, risk);
	set(risk, "title", "Theft");
	refer(risk, "assets", asset);
	refer(risk, "owner", who);
	ok(store_begin(store, "add", &err));
	ok(store_add(store, risk, &err));
	ok(store_commit(store, NULL, &err));
	id = risk->id;
	record_free(&risk);
	risk = load(&kind_risk, id);
	cr_assert_eq(record_get(risk, "assets")->nrefs, 1);
	cr_expect_str_eq(record_get(risk, "assets")->refs[0].code, "A-0001");
	cr_expect_str_eq(record_get(risk, "owner")->refs[0].title, "Eva Nováková");
	record_free(&risk);
	risk = load(&kind_asset, asset);
	cr_expect_eq(record_get(risk, "risks")->num, 1);
	record_free(&risk);
	cr_expect_eq(count(&kind_risk, "owner:novak"), 1);
	cr_expect_eq(count(&kind_risk, "novakova laptop"), 1, "words reach what is referred to");
	cr_expect_eq(count(&kind_risk, "owner:smith"), 0);
	cr_expect_eq(count(&kind_risk, "controls:"), 1, "empty references");
}

Test(store, levels_follow_the_rating_that_stands)
{
	const char *pairs[] = {"title", "r", "inherent_likelihood", "5", "inherent_impact_c", "2",
			       "inherent_impact_a", "4", "residual_likelihood", "2", NULL};
	struct record *rec = load(&kind_risk, add(&kind_risk, pairs));

	/* no method in the file yet: no matrix, so no level */
	cr_expect_eq(record_get(rec, "inherent_l")->num, 5);
	cr_expect_eq(record_get(rec, "inherent_i")->num, 4, "the greatest of C, I, A");
	cr_expect_eq(record_get(rec, "current_l")->num, 5, "current falls back on inherent");
	cr_expect_eq(record_get(rec, "residual_l")->num, 2);
	cr_expect_eq(record_get(rec, "residual_i")->num, 4, "impact falls back by itself");
	cr_expect_not(record_get(rec, "target_l")->set, "a target stands alone");
	cr_expect_not(record_get(rec, "level")->set);
	cr_expect_str_eq(record_get(rec, "need")->text, "unrated");
	record_free(&rec);
}

Test(store, the_matrix_counts_what_is_live)
{
	const char *a[] = {"title", "a", "inherent_likelihood", "5", "inherent_impact", "4", NULL};
	const char *b[] = {"title", "b", "inherent_likelihood", "5", "inherent_impact", "4",
			   "current_likelihood", "1", NULL};
	struct matrix m;

	add(&kind_risk, a);
	add(&kind_risk, b);
	add_titled(&kind_risk, "unrated");
	ok(store_matrix(store, RATING_INHERENT, &m, &err));
	cr_expect_eq(m.count[4][3], 2);
	cr_expect_eq(m.unrated, 1);
	ok(store_matrix(store, RATING_CURRENT, &m, &err));
	cr_expect_eq(m.count[4][3], 1);
	cr_expect_eq(m.count[0][3], 1);
	ok(store_matrix(store, RATING_TARGET, &m, &err));
	cr_expect_eq(m.unrated, 3);
}

/* Counted by the derived fields of each risk. */
static void matrix_of_each(enum rating rating, struct matrix *m)
{
	const struct query query = {.kind = &kind_risk};
	char *l_name = xasprintf("%s_l", rating_names[rating]);
	char *i_name = xasprintf("%s_i", rating_names[rating]);
	long long *ids = NULL;
	struct record *rec;
	size_t n = 0, k;
	long l, i;

	memset(m, 0, sizeof(*m));
	ok(store_list(store, &query, &ids, &n, &err));
	for (k = 0; k < n; k++) {
		rec = load(&kind_risk, ids[k]);
		l = record_get(rec, l_name)->set ? (long)record_get(rec, l_name)->num : 0;
		i = record_get(rec, i_name)->set ? (long)record_get(rec, i_name)->num : 0;
		if (str_equal(record_get(rec, "status")->text, "closed"))
			;
		else if (l && i)
			m->count[l - 1][i - 1]++;
		else
			m->unrated++;
		record_free(&rec);
	}
	free(ids);
	free(l_name);
	free(i_name);
}

static void use_method(const char *impact_rule)
{
	const char *const pairs[] = {"title", impact_rule, "impact_rule", impact_rule, NULL};
	const struct query query = {.kind = &kind_organisation};
	long long method = add(&kind_risk_method, pairs), *ids = NULL;
	struct record *rec;
	size_t n = 0;

	ok(store_list(store, &query, &ids, &n, &err));
	rec = load(&kind_organisation, ids[0]);
	value_release(record_value(rec, "method"));
	refer(rec, "method", method);
	ok(store_begin(store, "method", &err));
	ok(store_update(store, rec, NULL, &err));
	ok(store_commit(store, NULL, &err));
	record_free(&rec);
	free(ids);
}

Test(store, the_matrix_is_that_of_the_derived_fields)
{
	static const char *const rules_of_impact[] = {"max", "single"};
	static const char *const rated[] = {"likelihood", "impact", "impact_c", "impact_i",
					    "impact_a"};
	struct matrix m, want;
	struct record *rec;
	unsigned seed = 7, k, r, i;

	ok(store_begin(store, "risks", &err));
	for (k = 0; k < 300; k++) {
		rec = record_new(&kind_risk);
		record_defaults(&rules, rec);
		set(rec, "title", "r");
		if (k % 7 == 0)
			set(rec, "status", "closed");
		rec->archived = k % 11 == 0;
		for (r = 0; r < RATING_COUNT; r++)
			for (i = 0; i < 5; i++) {
				char *name = xasprintf("%s_%s", rating_names[r], rated[i]);

				seed = seed * 1103515245u + 12345u;
				if ((seed >> 16) % 8 < 5)
					value_set_num(record_value(rec, name), (seed >> 16) % 8 + 1);
				free(name);
			}
		ok(store_add(store, rec, &err));
		record_free(&rec);
	}
	ok(store_commit(store, NULL, &err));
	for (k = 0; k < 2; k++) {
		use_method(rules_of_impact[k]);
		for (r = 0; r < RATING_COUNT; r++) {
			ok(store_matrix(store, (enum rating)r, &m, &err));
			matrix_of_each((enum rating)r, &want);
			cr_expect_arr_eq(&m, &want, sizeof(m), "%s, %s", rules_of_impact[k],
					 rating_names[r]);
		}
	}
}

Test(store, filters_find_what_they_say)
{
	const char *a[] = {"title", "Back up the mail server", "due", "2026-11-01", "priority", "1", NULL};
	const char *b[] = {"title", "Train the helpdesk", "due", "2026-12-24", "status", "in progress", NULL};

	add(&kind_action, a);
	add(&kind_action, b);
	add_titled(&kind_action, "Übung \"Notfall\" planen");
	cr_expect_eq(count(&kind_action, ""), 3);
	cr_expect_eq(count(&kind_action, "mail"), 1);
	cr_expect_eq(count(&kind_action, "MAIL serv"), 1, "any case, beginning of a word");
	cr_expect_eq(count(&kind_action, "ubung"), 1, "without the accent");
	cr_expect_eq(count(&kind_action, "\"mail server\""), 1);
	cr_expect_eq(count(&kind_action, "\"server mail\""), 0, "together and in order");
	cr_expect_eq(count(&kind_action, "!mail"), 2);
	cr_expect_eq(count(&kind_action, "mail or helpdesk"), 2);
	cr_expect_eq(count(&kind_action, "due<today"), 1);
	cr_expect_eq(count(&kind_action, "due<+2m due>=today"), 1);
	cr_expect_eq(count(&kind_action, "due:"), 1, "nothing there");
	cr_expect_eq(count(&kind_action, "overdue:yes"), 1);
	cr_expect_eq(count(&kind_action, "status:open"), 2);
	cr_expect_eq(count(&kind_action, "priority=1"), 1);
	cr_expect_eq(count(&kind_action, "code:AC-0002"), 1);
	cr_expect_eq(count(&kind_action, "AC-0002"), 1, "a code is found as words");
}

Test(store, lists_are_sorted_with_nothing_last)
{
	struct sort by_due = {kind_field(&kind_action, "due"), true};
	struct query query = {.kind = &kind_action, .nsort = 1};
	const char *a[] = {"title", "a", "due", "2026-01-01", NULL};
	const char *b[] = {"title", "b", "due", "2026-02-01", NULL};
	long long none = add_titled(&kind_action, "c"), first = add(&kind_action, a),
		  second = add(&kind_action, b), *ids;
	size_t n;

	query.sort[0] = by_due;
	ok(store_list(store, &query, &ids, &n, &err));
	cr_assert_eq(n, 3);
	cr_expect_eq(ids[0], second);
	cr_expect_eq(ids[1], first);
	cr_expect_eq(ids[2], none);
	free(ids);
}

Test(store, archived_records_are_out_of_the_way_but_there)
{
	long long id = add_titled(&kind_asset, "old");
	struct query query = {.kind = &kind_asset, .archived = ARCHIVED_ONLY};
	long n;

	ok(store_begin(store, "archive", &err));
	ok(store_archive(store, &kind_asset, id, true, &err));
	ok(store_commit(store, NULL, &err));
	cr_expect_eq(count(&kind_asset, ""), 0);
	ok(store_count(store, &query, &n, &err));
	cr_expect_eq(n, 1);
	ok(store_undo(store, 0, NULL, &err));
	cr_expect_eq(count(&kind_asset, ""), 1);
}

Test(store, undo_and_redo_walk_the_changes_over_a_restart)
{
	long long id = add_titled(&kind_asset, "one");
	struct tx done = {0};

	change(&kind_asset, id, "title", "two");
	change(&kind_asset, id, "title", "three");
	reopen(false);
	ok(store_undo(store, 0, &done, &err));
	cr_expect_str_eq(done.why, "edit");
	cr_expect_eq(done.changes, 1);
	tx_release(&done);
	title_is(&kind_asset, id, "two");
	ok(store_undo(store, 0, NULL, &err));
	title_is(&kind_asset, id, "one");
	ok(store_redo(store, 0, NULL, &err));
	title_is(&kind_asset, id, "two");
	reopen(false);
	ok(store_redo(store, 0, NULL, &err));
	title_is(&kind_asset, id, "three");
	refused(store_redo(store, 0, NULL, &err), ERR_MISSING);
	ok(store_undo(store, 0, NULL, &err));
	ok(store_undo(store, 0, NULL, &err));
	ok(store_undo(store, 0, NULL, &err));
	cr_expect_eq(count(&kind_asset, ""), 0);
	refused(store_undo(store, 0, NULL, &err), ERR_MISSING);
	ok(store_redo(store, 0, NULL, &err));
	cr_expect_eq(count(&kind_asset, "one"), 1, "and it is found again");
	doctor_says(0);
}

Test(store, a_new_change_ends_what_could_be_redone)
{
	long long id = add_titled(&kind_asset, "one");

	change(&kind_asset, id, "title", "two");
	ok(store_undo(store, 0, NULL, &err));
	change(&kind_asset, id, "title", "other");
	refused(store_redo(store, 0, NULL, &err), ERR_MISSING);
	title_is(&kind_asset, id, "other");
}

/* The control: the same undo goes through as long as nobody changed the field. */
Test(store, an_undo_that_would_lose_a_later_change_is_refused)
{
	long long id = add_titled(&kind_asset, "one"), tx = 0;
	struct record *rec = load(&kind_asset, id);

	set(rec, "title", "two");
	ok(store_begin(store, "edit", &err));
	ok(store_update(store, rec, NULL, &err));
	ok(store_commit(store, &tx, &err));
	record_free(&rec);
	change(&kind_asset, id, "location", "Brno");
	ok(store_undo(store, tx, NULL, &err));
	title_is(&kind_asset, id, "one");
	ok(store_redo(store, tx, NULL, &err));
	change(&kind_asset, id, "title", "three");
	refused(store_undo(store, tx, NULL, &err), ERR_STALE);
	title_is(&kind_asset, id, "three");
}

Test(store, an_addition_that_others_refer_to_stays)
{
	struct record *risk = record_new(&kind_risk);
	long long tx = 0;
	struct record *asset = record_new(&kind_asset);

	record_defaults(&rules, asset);
	set(asset, "title", "Laptop");
	ok(store_begin(store, "add", &err));
	ok(store_add(store, asset, &err));
	ok(store_commit(store, &tx, &err));
	record_defaults(&rules, risk);
	set(risk, "title", "Theft");
	refer(risk, "assets", asset->id);
	ok(store_begin(store, "add", &err));
	ok(store_add(store, risk, &err));
	ok(store_commit(store, NULL, &err));
	refused(store_undo(store, tx, NULL, &err), ERR_STALE);
	cr_expect_eq(count(&kind_asset, ""), 1);
	record_free(&risk);
	record_free(&asset);
	doctor_says(0);
}

Test(store, links_are_undone_and_redone)
{
	long long a = add_titled(&kind_asset, "a"), b = add_titled(&kind_asset, "b"), id;
	struct record *rec = load(&kind_asset, a);

	refer(rec, "depends_on", b);
	ok(store_begin(store, "link", &err));
	ok(store_update(store, rec, NULL, &err));
	ok(store_commit(store, NULL, &err));
	id = rec->id;
	record_free(&rec);
	ok(store_undo(store, 0, NULL, &err));
	rec = load(&kind_asset, id);
	cr_expect_eq(record_get(rec, "depends_on")->nrefs, 0);
	record_free(&rec);
	ok(store_redo(store, 0, NULL, &err));
	rec = load(&kind_asset, id);
	cr_expect_eq(record_get(rec, "depends_on")->nrefs, 1);
	record_free(&rec);
}

static long add_many(int n)
{
	struct record *rec;
	long i;

	ok(store_begin(store, "import", &err));
	store_bulk(store);
	for (i = 0; i < n; i++) {
		rec = record_new(&kind_asset);
		record_defaults(&rules, rec);
		set(rec, "title", i % 2 ? "switch" : "router");
		ok(store_add(store, rec, &err));
		if (i == 7) {
			set(rec, "title", "firewall");
			ok(store_update(store, rec, NULL, &err));
		}
		record_free(&rec);
	}
	ok(store_commit(store, NULL, &err));
	return i;
}

Test(store, many_rows_at_once_are_found_undone_and_found_again)
{
	add_titled(&kind_asset, "router too");
	add_many(1200);
	cr_expect_eq(count(&kind_asset, "router"), 601);
	cr_expect_eq(count(&kind_asset, "firewall"), 1, "changed in the same transaction");
	ok(store_undo(store, 0, NULL, &err));
	cr_expect_eq(count(&kind_asset, "router"), 1);
	cr_expect_eq(count(&kind_asset, ""), 1);
	ok(store_redo(store, 0, NULL, &err));
	cr_expect_eq(count(&kind_asset, "router"), 601);
	cr_expect_eq(count(&kind_asset, "switch"), 599);
	doctor_says(0);
}

/* A value of each type; what a text may hold that JSON has to escape. */
static void fill_field(struct record *rec, size_t i, long long person)
{
	const struct field *f = &rec->kind->fields[i];
	struct value *v = &rec->values[i];

	if (f->flags & F_DERIVED)
		return;
	value_release(v);
	switch (f->type) {
	case FIELD_TEXT:
	case FIELD_NOTE:
		value_set_text(v, "a \"b\" \\ \u00e9 \n\t\x01 \x7f /");
		break;
	case FIELD_TIME:
		value_set_text(v, "2026-01-02T03:04");
		break;
	case FIELD_CHOICE:
	case FIELD_CHOICES:
		value_set_text(v, f->choices[0].key);
		break;
	case FIELD_REF:
		if (f->ref == &kind_person)
			value_add_ref(v, person, "", NULL);
		break;
	case FIELD_LINK:
		value_add_ref(v, person, "", NULL);
		v->refs[0].kind = &kind_person;
		break;
	case FIELD_DATE:
		value_set_num(v, rules.today);
		break;
	case FIELD_INT:
	case FIELD_MONEY:
		value_set_num(v, f->max ? f->max : -7);
		break;
	case FIELD_BOOL:
	case FIELD_SCALE:
		value_set_num(v, 1);
		break;
	default:
		break;
	}
}

static bool on_line(void *ctx, const struct tx *tx, const struct change *change, struct err *why)
{
	(void)tx;
	(void)why;
	str_addf(ctx, "%s|%s|%s|%s|%s\n", change->kind->name, change->op,
		 change->field ? change->field : "-", change->old ? change->old : "-",
		 change->new ? change->new : "-");
	return true;
}

/* The history of a new record; false where the file refuses it. */
static bool history_of(struct record *rec, bool bulk, struct str *out)
{
	bool added;

	str_clear(out);
	ok(store_begin(store, "add", &err));
	if (bulk)
		store_bulk(store);
	added = store_add(store, rec, NULL);
	if (added)
		ok(store_changes(store, 0, rec->kind, rec->id, on_line, out, &err));
	store_rollback(store);
	return added;
}

Test(store, a_bulk_writes_the_history_that_the_triggers_write)
{
	long long person = add_titled(&kind_person, "Ada");
	struct str one = STR_INIT, many = STR_INIT;
	struct record *rec;
	size_t k, i, compared = 0;

	for (k = 0; kinds[k]; k++) {
		rec = record_new(kinds[k]);
		for (i = 0; i < kinds[k]->nfields; i++)
			fill_field(rec, i, person);
		rec->archived = k % 2;
		compared += history_of(rec, false, &one);
		cr_expect_eq(history_of(rec, true, &many), one.len > 0, "%s", kinds[k]->name);
		cr_expect_str_eq(str_get(&many), str_get(&one));
		history_of(rec, false, &many);
		cr_expect_str_eq(str_get(&many), str_get(&one), "after a bulk");
		for (i = 0; i < kinds[k]->nfields; i++)
			if (!(kinds[k]->fields[i].flags & F_REQUIRED))
				value_release(&rec->values[i]);
		history_of(rec, false, &one);
		history_of(rec, true, &many);
		cr_expect_str_eq(str_get(&many), str_get(&one));
		record_free(&rec);
	}
	/* most can be filled without records that they must refer to */
	cr_expect_gt(compared, k / 2, "%zu of %zu", compared, k);
	str_release(&one);
	str_release(&many);
}

Test(store, codes_go_on_where_people_took_some)
{
	struct record *rec;
	int i;

	ok(store_begin(store, "add", &err));
	for (i = 0; i < 4; i++) {
		rec = record_new(&kind_asset);
		record_defaults(&rules, rec);
		set(rec, "title", "a");
		if (i == 0)
			rec->code = xstrdup("A-0002");
		ok(store_add(store, rec, &err));
		cr_expect_str_eq(rec->code, i == 0 ? "A-0002" : i == 1 ? "A-0001" : i == 2 ? "A-0003" : "A-0004");
		record_free(&rec);
	}
	/* what is refused takes no number and leaves nothing */
	rec = record_new(&kind_asset);
	refused(store_add(store, rec, &err), ERR_INPUT);
	cr_expect_null(rec->code);
	record_defaults(&rules, rec);
	set(rec, "title", "b");
	ok(store_add(store, rec, &err));
	cr_expect_str_eq(rec->code, "A-0005");
	record_free(&rec);
	ok(store_commit(store, NULL, &err));
	doctor_says(0);
}

Test(store, a_rolled_back_change_leaves_nothing)
{
	struct record *rec = record_new(&kind_asset);

	record_defaults(&rules, rec);
	set(rec, "title", "gone");
	ok(store_begin(store, "add", &err));
	ok(store_add(store, rec, &err));
	store_rollback(store);
	cr_expect_eq(count(&kind_asset, ""), 0);
	record_free(&rec);
	doctor_says(0);
}

Test(store, an_inner_rollback_keeps_the_outer)
{
	struct record *a = record_new(&kind_asset), *b = record_new(&kind_asset);

	record_defaults(&rules, a);
	record_defaults(&rules, b);
	set(a, "title", "kept");
	set(b, "title", "gone");
	ok(store_begin(store, "outer", &err));
	ok(store_add(store, a, &err));
	ok(store_begin(store, "inner", &err));
	ok(store_add(store, b, &err));
	store_rollback(store);
	ok(store_commit(store, NULL, &err));
	cr_expect_eq(count(&kind_asset, "kept"), 1);
	cr_expect_eq(count(&kind_asset, ""), 1);
	record_free(&a);
	record_free(&b);
}

struct seen {
	int txs, changes;
	char first[64];
};

static bool see_tx(void *ctx, const struct tx *tx, struct err *e)
{
	struct seen *seen = ctx;

	(void)e;
	if (!seen->txs++)
		snprintf(seen->first, sizeof(seen->first), "%s/%s/%ld", tx->who, tx->why, tx->changes);
	return true;
}

static bool see_change(void *ctx, const struct tx *tx, const struct change *c, struct err *e)
{
	struct seen *seen = ctx;

	(void)tx;
	(void)e;
	if (!seen->changes++)
		snprintf(seen->first, sizeof(seen->first), "%s %s %s: %s > %s", c->code, c->op, c->field,
			 c->old, c->new);
	return true;
}

Test(store, the_log_says_who_why_and_what)
{
	long long id = add_titled(&kind_asset, "one");
	struct seen seen = {0};

	change(&kind_asset, id, "title", "two");
	ok(store_log(store, 0, see_tx, &seen, &err));
	cr_expect_eq(seen.txs, 3, "the founding, the adding, the change");
	cr_expect_str_eq(seen.first, "tester/edit/1");
	memset(&seen, 0, sizeof(seen));
	ok(store_changes(store, 0, &kind_asset, id, see_change, &seen, &err));
	cr_expect_eq(seen.changes, 2);
	cr_expect_str_eq(seen.first, "A-0001 set title: one > two");
}

/* Writes into the file as somebody would who is not isms. */
static void shell(const char *sql)
{
	char *cmd = xasprintf("sqlite3 '%s' \"%s\" >/dev/null 2>&1", file, sql);
	int rc = system(cmd);

	cr_assert_eq(rc, 0, "%s: %d", sql, rc);
	free(cmd);
}

Test(store, the_seal_shows_what_was_changed_behind_our_back)
{
	if (system("command -v sqlite3 >/dev/null") != 0)
		cr_skip_test("no sqlite3 shell");
	add_titled(&kind_asset, "one");
	add_titled(&kind_asset, "two");
	store_close(&store);
	shell("DROP TRIGGER history_set; UPDATE history SET new=replace(new,'one','two') WHERE "
	      "kind='asset' AND op='add' AND new LIKE '%one%'; CREATE TRIGGER history_set BEFORE UPDATE "
	      "ON history BEGIN SELECT raise(ABORT, 'the history cannot be changed'); END");
	reopen(true);
	doctor_says(2);
}

Test(store, what_was_written_without_isms_is_found)
{
	long long a, b;
	struct record *rec;

	if (system("command -v sqlite3 >/dev/null") != 0)
		cr_skip_test("no sqlite3 shell");
	a = add_titled(&kind_asset, "one");
	b = add_titled(&kind_asset, "two");
	rec = load(&kind_asset, a);
	refer(rec, "depends_on", b);
	ok(store_begin(store, "link", &err));
	ok(store_update(store, rec, NULL, &err));
	ok(store_commit(store, NULL, &err));
	record_free(&rec);
	change(&kind_asset, b, "location", "Brno");
	change(&kind_asset, b, "location", "");
	doctor_says(0);
	shell("UPDATE asset SET title='uno' WHERE code='A-0001'");
	doctor_says(1);
	shell("UPDATE asset SET title='one' WHERE code='A-0001'");
	doctor_says(0);
	shell("DELETE FROM asset_depends_on");
	doctor_says(1);
	shell("DELETE FROM asset WHERE code='A-0002'");
	doctor_says(2);
}

Test(store, another_schema_is_not_ours_to_write)
{
	struct store_options opt = options();

	if (system("command -v sqlite3 >/dev/null") != 0)
		cr_skip_test("no sqlite3 shell");
	store_close(&store);
	shell("DROP TRIGGER tx_set");
	refused(store_open(file, &opt, &store, &err), ERR_FILE);
}

Test(store, read_only_writes_nothing)
{
	reopen(true);
	cr_expect(store_read_only(store));
	refused(store_begin(store, "add", &err), ERR_FILE);
	refused(store_set_setting(store, "a", "b", &err), ERR_FILE);
}

Test(store, what_is_not_a_file_of_ours_is_refused)
{
	struct store_options opt = options();
	struct store *other = NULL;
	char path[160];
	FILE *f;

	snprintf(path, sizeof(path), "%s/none.isms", folder);
	refused(store_open(path, &opt, &other, &err), ERR_FILE);
	refused(store_open(folder, &opt, &other, &err), ERR_FILE);
	snprintf(path, sizeof(path), "%s/link.isms", folder);
	cr_assert_eq(symlink(file, path), 0);
	refused(store_open(path, &opt, &other, &err), ERR_FILE);
	snprintf(path, sizeof(path), "%s/text.isms", folder);
	f = fopen(path, "w");
	cr_assert(f);
	fputs("this is no database, only a text that is longer than a header of a hundred bytes "
	      "so that it is looked at\n", f);
	fclose(f);
	refused(store_open(path, &opt, &other, &err), ERR_FILE);
	refused(store_create(file, &opt, &other, &err), ERR_FILE);
}

Test(store, a_link_of_the_file_is_refused)
{
	struct store_options opt = options();
	char path[160];

	snprintf(path, sizeof(path), "%s/second.isms", folder);
	store_close(&store);
	cr_assert_eq(link(file, path), 0);
	refused(store_open(file, &opt, &store, &err), ERR_FILE);
}

Test(store, two_writers_wait_for_each_other)
{
	struct store_options opt = options();
	struct store *other = NULL;
	bool changed = true;

	opt.who = "other";
	ok(store_open(file, &opt, &other, &err));
	ok(store_poll(other, &changed, &err));
	cr_expect_not(changed);
	ok(store_begin(store, "mine", &err));
	refused(store_begin(other, "theirs", &err), ERR_FILE);
	store_rollback(store);
	add_titled(&kind_asset, "seen by others");
	ok(store_poll(other, &changed, &err));
	cr_expect(changed);
	ok(store_poll(other, &changed, &err));
	cr_expect_not(changed);
	refused(store_undo(other, 0, NULL, &err), ERR_MISSING);
	/* a setting is nobody's change, nor is what one did oneself */
	ok(store_set_setting(store, "a", "b", &err));
	ok(store_poll(other, &changed, &err));
	cr_expect_not(changed);
	add_titled(&kind_asset, "seen");
	ok(store_begin(other, "own", &err));
	ok(store_commit(other, NULL, &err));
	ok(store_set_setting(store, "a", NULL, &err));
	ok(store_poll(other, &changed, &err));
	cr_expect(changed);
	store_close(&other);
}

Test(store, a_backup_is_whole_and_never_overwrites_unasked)
{
	struct store_options opt = options();
	struct store *copy = NULL;
	char path[160];
	long n = 0;
	struct query query = {.kind = &kind_asset};

	add_titled(&kind_asset, "one");
	snprintf(path, sizeof(path), "%s/b.isms", folder);
	ok(store_backup(store, path, false, &err));
	refused(store_backup(store, path, false, &err), ERR_FAILED);
	ok(store_backup(store, path, true, &err));
	ok(store_open(path, &opt, &copy, &err));
	ok(store_count(copy, &query, &n, &err));
	cr_expect_eq(n, 1);
	store_close(&copy);
}

static bool gather_setting(void *ctx, const char *name, const char *value, struct err *e)
{
	(void)e;
	str_addf(ctx, "%s=%s ", name, value);
	return true;
}

Test(store, settings_are_listed_by_their_beginning)
{
	struct str all = STR_INIT;

	ok(store_set_setting(store, "view/risk/x/b", "2", &err));
	ok(store_set_setting(store, "view/risk/x/a", "1", &err));
	ok(store_set_setting(store, "view_risk/c", "3", &err));
	ok(store_settings(store, "view/", gather_setting, &all, &err));
	cr_expect_str_eq(str_get(&all), "view/risk/x/a=1 view/risk/x/b=2 ");
	str_clear(&all);
	ok(store_set_setting(store, "view/risk/x/a", NULL, &err));
	ok(store_settings(store, "view/", gather_setting, &all, &err));
	cr_expect_str_eq(str_get(&all), "view/risk/x/b=2 ");
	str_release(&all);
}

Test(store, settings_are_kept_outside_the_history)
{
	struct str value = STR_INIT;

	ok(store_set_setting(store, "map.risk", "x", &err));
	ok(store_set_setting(store, "map.risk", "y", &err));
	reopen(false);
	ok(store_setting(store, "map.risk", &value, &err));
	cr_expect_str_eq(str_get(&value), "y");
	str_release(&value);
	doctor_says(0);
}

static bool see_row(void *ctx, size_t n, const char *const *names, const char *const *texts,
		    struct err *e)
{
	struct seen *seen = ctx;

	(void)e;
	seen->txs++;
	snprintf(seen->first, sizeof(seen->first), "%zu %s=%s", n, names[0], texts[0] ? texts[0] : "-");
	return true;
}

Test(store, a_question_may_read_and_nothing_else)
{
	const char *params[] = {"one"};
	struct seen seen = {0};

	add_titled(&kind_asset, "one");
	ok(store_ask(store, "SELECT risks AS n, code FROM asset_view WHERE title=?1;", params, 1, see_row,
		     &seen, &err));
	cr_expect_eq(seen.txs, 1);
	cr_expect_str_eq(seen.first, "2 n=0");
	ok(store_ask(store, "SELECT today()", NULL, 0, see_row, &seen, &err));
	cr_expect_str_eq(seen.first, "1 today()=2026-11-22");
	refused(store_ask(store, "DELETE FROM asset", NULL, 0, see_row, &seen, &err), ERR_INPUT);
	refused(store_ask(store, "UPDATE asset SET title='x'", NULL, 0, see_row, &seen, &err), ERR_INPUT);
	refused(store_ask(store, "PRAGMA journal_mode=WAL", NULL, 0, see_row, &seen, &err), ERR_INPUT);
	refused(store_ask(store, "ATTACH 'x' AS y", NULL, 0, see_row, &seen, &err), ERR_INPUT);
	refused(store_ask(store, "SELECT 1; SELECT 2", NULL, 0, see_row, &seen, &err), ERR_INPUT);
	refused(store_ask(store, "SELECT nothing FROM asset", NULL, 0, see_row, &seen, &err), ERR_INPUT);
	cr_expect_eq(count(&kind_asset, ""), 1);
}

Test(store, find_takes_code_uid_and_title)
{
	long long id = add_titled(&kind_asset, "Straße 5"), found = 0;
	int n = 0;

	ok(store_find_text(store, &kind_asset, "A-0001", &found, &n, &err));
	cr_expect(n == 1 && found == id);
	ok(store_find_text(store, &kind_asset, "STRASSE 5", &found, &n, &err));
	cr_expect(n == 1 && found == id);
	ok(store_find_text(store, &kind_asset, "nothing", &found, &n, &err));
	cr_expect_eq(n, 0);
	add_titled(&kind_asset, "straße 5");
	ok(store_find_text(store, &kind_asset, "Straße 5", &found, &n, &err));
	cr_expect_eq(n, 2);
}

Test(store, the_file_itself_refuses_what_no_form_lets_through)
{
	if (system("command -v sqlite3 >/dev/null") != 0)
		cr_skip_test("no sqlite3 shell");
	add_titled(&kind_asset, "one");
	store_close(&store);
	cr_expect_neq(system("true"), 1);
	{
		char *cmd = xasprintf("sqlite3 '%s' \"UPDATE asset SET status='melted'\" 2>/dev/null", file);

		cr_expect_neq(system(cmd), 0, "a state that there is not");
		free(cmd);
		cmd = xasprintf("sqlite3 '%s' \"PRAGMA foreign_keys=ON; UPDATE asset SET owner=99\" 2>/dev/null", file);
		cr_expect_neq(system(cmd), 0, "an owner that there is not");
		free(cmd);
		cmd = xasprintf("sqlite3 '%s' \"DELETE FROM history\" 2>/dev/null", file);
		cr_expect_neq(system(cmd), 0, "the history");
		free(cmd);
	}
	reopen(false);
	doctor_says(0);
}
