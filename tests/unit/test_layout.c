/* Columns and orders as text, views under names, for each user. */
#include "config.h"

#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <criterion/criterion.h>

#include "isms/app/views.h"
#include "isms/model/kinds.h"
#include "isms/util/date.h"
#include "isms/util/mem.h"

#define ok(call) cr_assert((call), "%s: %s", #call, err_msg(&err))

static struct app app;
static struct err err;
static char dir[PATH_MAX], file[PATH_MAX + 16];

static void start(void)
{
	const char *tmp = getenv("TMPDIR");
	struct app_options options = {.file = file, .today = date_from_civil(2026, 4, 16)};

	snprintf(dir, sizeof(dir), "%s/layout.XXXXXX", tmp ? tmp : "/tmp");
	cr_assert(mkdtemp(dir));
	snprintf(file, sizeof(file), "%s/test.isms", dir);
	ok(app_create(&app, &options, "Acme GmbH", 5, &err));
}

static void stop(void)
{
	app_close(&app);
	err_release(&err);
	unlink(file);
	rmdir(dir);
}

TestSuite(layout, .init = start, .fini = stop);

Test(layout, columns_as_text)
{
	struct column_set set;
	struct str text = STR_INIT;

	cr_expect(column_set_read(&set, &kind_risk, "owner:12,title,level;2"));
	cr_expect_eq(set.n, 3);
	cr_expect_eq(set.frozen, 2);
	cr_expect_eq(set.v[0].width, 12);
	cr_expect(set.own);
	column_set_format(&set, &text);
	cr_expect_str_eq(str_get(&text), "owner:12,title,level;2");
	/* of a newer file, by hand, nonsense */
	cr_expect(column_set_read(&set, &kind_risk, "title,later,title,level:x;9"));
	cr_expect_eq(set.n, 2);
	cr_expect_eq(set.frozen, 2);
	cr_expect_eq(set.v[1].width, 0);
	cr_expect_not(column_set_read(&set, &kind_risk, "later;1"));
	cr_expect_not(set.own);
	cr_expect_gt(set.n, 2, "the default");
	cr_expect_eq(set.v[0].field, &kind_risk.fields[0]);
	str_release(&text);
}

/* Every register's own columns have a text that comes back. */
Test(layout, all_registers)
{
	struct column_set set, again;
	size_t i, k;

	for (i = 0; kinds[i]; i++) {
		struct str text = STR_INIT;

		column_set_default(&set, kinds[i]);
		column_set_format(&set, &text);
		cr_expect(column_set_read(&again, kinds[i], str_get(&text)));
		cr_expect_eq(again.n, set.n, "%s", kinds[i]->name);
		for (k = 0; k < set.n && k < again.n; k++)
			cr_expect_eq(again.v[k].field, set.v[k].field, "%s", kinds[i]->name);
		str_release(&text);
	}
}

static long long add_risk(const char *title)
{
	struct record *rec = record_new(&kind_risk);
	long long id;

	record_defaults(&app.rules, rec);
	value_set_text(&rec->values[0], title);
	ok(app_save(&app, rec, NULL, NULL, NULL, &err));
	id = rec->id;
	record_free(&rec);
	return id;
}

static void expect_layout(const struct kind *kind, const struct layout *want, const char *what)
{
	struct layout got = LAYOUT_INIT;

	ok(app_layout(&app, kind, &got, &err));
	cr_expect_str_eq(str_get(&got.sort), str_get(&want->sort), "%s", what);
	cr_expect_str_eq(str_get(&got.columns), str_get(&want->columns), "%s", what);
	cr_expect_str_eq(str_get(&got.filter), str_get(&want->filter), "%s", what);
	cr_expect_eq(got.at, want->at, "%s", what);
	layout_release(&got);
}

Test(layout, kept_for_a_user)
{
	struct layout none = LAYOUT_INIT, some = LAYOUT_INIT, read = LAYOUT_INIT;
	struct layout moved = LAYOUT_INIT;
	char *name = xasprintf("list/risk/%s", store_who(app.store));
	long long id = add_risk("Fire");

	expect_layout(&kind_risk, &none, "new");
	str_add(&some.filter, "owner:novak");
	some.at = id;
	ok(app_keep_layout(&app, &kind_risk, &some, &err));
	expect_layout(&kind_risk, &some, "without an order");
	str_add(&some.sort, "level desc, code");
	str_add(&some.columns, "title;1");
	ok(app_keep_layout(&app, &kind_risk, &some, &err));
	expect_layout(&kind_risk, &some, "all of it");
	expect_layout(&kind_asset, &none, "another register");
	ok(app_keep_layout(&app, &kind_risk, &none, &err));
	expect_layout(&kind_risk, &none, "forgotten");
	/* two windows: the one that moved the cursor does not take the order back */
	ok(app_keep_layout(&app, &kind_risk, &some, &err));
	moved.at = id;
	ok(app_keep_changes(&app, &kind_risk, &none, &moved, &err));
	expect_layout(&kind_risk, &some, "what the other one kept");
	/* two lines, from a file of before */
	ok(store_set_setting(app.store, name, "title\nlevel;1", &err));
	ok(app_layout(&app, &kind_risk, &read, &err));
	cr_expect_str_eq(str_get(&read.columns), "level;1");
	cr_expect_eq(read.filter.len, 0);
	/* a record that this file has not */
	ok(store_set_setting(app.store, name, "\n\nx\n0190a3b2c4d5e6f70190a3b2c4d5e6f7", &err));
	layout_release(&read);
	read = none;
	ok(app_layout(&app, &kind_risk, &read, &err));
	cr_expect_str_eq(str_get(&read.filter), "x");
	cr_expect_eq(read.at, 0);
	layout_release(&read);
	layout_release(&some);
	free(name);
}

static void add_letter(void *ctx, const struct lettered *place)
{
	str_addf(ctx, "%c%s%lld%d ", place->letter, place->kind->name, place->id, place->record);
}

Test(layout, places)
{
	long long id = add_risk("Fire");
	const struct lettered places[] = {{'a', &kind_risk, id, false},
					  {'Z', &kind_risk, id, true},
					  {'b', &kind_risk, id + 1, false}};
	struct str text = STR_INIT;
	char *want = xasprintf("arisk%lld0 Zrisk%lld1 ", id, id);

	ok(app_places(&app, add_letter, &text, &err));
	cr_expect_str_eq(str_get(&text), "");
	ok(app_keep_places(&app, places, 3, &err));
	ok(app_places(&app, add_letter, &text, &err));
	cr_expect_str_eq(str_get(&text), want, "one that is gone is none");
	str_clear(&text);
	ok(app_keep_places(&app, places, 0, &err));
	ok(app_places(&app, add_letter, &text, &err));
	cr_expect_str_eq(str_get(&text), "");
	str_release(&text);
	free(want);
}

static bool save(const char *name, bool everybody, const char *where, const char *sort)
{
	const struct saved_view view = {&kind_risk, (char *)name, everybody, (char *)where,
					(char *)sort, (char *)"title;1"};

	return app_view_save(&app, &view, &err);
}

Test(layout, views)
{
	struct saved_views views;
	struct saved_view view;

	ok(save("Overdue", true, "due<today", "due"));
	ok(save("overdue", false, "due<today owner:me", ""));
	ok(save("High", true, "level>=high", "level desc"));
	ok(app_views(&app, &kind_risk, &views, &err));
	cr_assert_eq(views.n, 3);
	cr_expect_str_eq(views.v[0].name, "overdue", "one's own first");
	cr_expect_not(views.v[0].everybody);
	cr_expect_str_eq(views.v[1].name, "High");
	cr_expect_str_eq(views.v[1].sort, "level desc");
	saved_views_release(&views);
	ok(app_view_find(&app, &kind_risk, "OVERDUE", &view, &err));
	cr_expect_str_eq(view.where, "due<today owner:me");
	ok(app_view_rename(&app, &view, "Mine", &err));
	saved_view_release(&view);
	ok(app_view_find(&app, &kind_risk, "overdue", &view, &err));
	cr_expect(view.everybody);
	ok(app_view_remove(&app, &view, &err));
	saved_view_release(&view);
	cr_expect_not(app_view_find(&app, &kind_risk, "overdue", &view, &err));
	cr_expect_eq(err.kind, ERR_MISSING);
	err_release(&err);
	cr_expect_not(app_view_find(&app, &kind_asset, "High", &view, &err));
	err_release(&err);
	ok(app_views(&app, NULL, &views, &err));
	cr_expect_eq(views.n, 2);
	saved_views_release(&views);
}

/* Those of another user are not shown. */
Test(layout, views_of_others)
{
	struct saved_views views;

	ok(store_set_setting(app.store, "view/risk/somebody.else/Theirs", "x\n\n", &err));
	ok(store_set_setting(app.store, "view/nonsense//Old", "x\n\n", &err));
	ok(store_set_setting(app.store, "view/risk", "x", &err));
	ok(app_views(&app, NULL, &views, &err));
	cr_expect_eq(views.n, 0);
	saved_views_release(&views);
}

Test(layout, refused)
{
	cr_expect_not(save("", false, "", ""));
	err_release(&err);
	cr_expect_not(save("a/b", false, "", ""));
	err_release(&err);
	cr_expect_not(save("a", false, "level=nonsense", ""));
	err_release(&err);
	cr_expect_not(save("a", false, "", "nonsense"));
}
