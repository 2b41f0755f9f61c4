/* Drafts as text, and in files of their own. */
#include "config.h"

#include "isms/app/draft.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <criterion/criterion.h>

#include "isms/model/kinds.h"
#include "isms/util/mem.h"

static struct draft *sample(void)
{
	struct record *rec = record_new(&kind_risk);
	struct draft *draft;

	rec->id = 7;
	rec->uid[0] = 0xab;
	rec->code = xstrdup("R-0007");
	value_set_text(&rec->values[0], "Two\nlines \\n");
	draft = draft_new(rec);
	draft_add(draft, "title", "", "back\\slash\nand a break\n");
	draft_add(draft, "scenario", "what it was", "");
	record_free(&rec);
	return draft;
}

Test(draft, comes_back_as_it_was)
{
	struct draft *draft = sample(), *again;
	struct str text = STR_INIT, path = STR_INIT;

	draft_write(draft, "/a folder/of\nmine.isms", &text);
	again = draft_read(str_get(&text), &path);
	cr_assert_not_null(again);
	cr_assert_str_eq(str_get(&path), "/a folder/of\nmine.isms");
	cr_assert_eq(again->kind, &kind_risk);
	cr_assert_str_eq(again->uid, draft->uid);
	cr_assert_str_eq(again->code, "R-0007");
	cr_assert_str_eq(again->title, "Two\nlines \\n");
	cr_assert_str_eq(again->at, draft->at);
	cr_assert_eq(again->n, 2);
	cr_assert_str_eq(again->fields[0].typed, "back\\slash\nand a break\n");
	cr_assert_str_eq(again->fields[1].base, "what it was");
	cr_assert_str_eq(again->fields[1].typed, "");
	draft_free(&again);
	draft_free(&draft);
	str_release(&text);
	str_release(&path);
}

/* One that was cut off, as by a full disk, is none. */
Test(draft, half_a_draft_is_none)
{
	struct draft *draft = sample();
	struct str text = STR_INIT, path = STR_INIT;

	draft_write(draft, "/x", &text);
	for (size_t n = 0; n < text.len; n++) {
		char *part = xstrndup(str_get(&text), n);

		cr_assert_null(draft_read(part, &path), "%zu bytes", n);
		free(part);
	}
	draft_free(&draft);
	str_release(&text);
	str_release(&path);
}

/* Whatever stands there, nothing breaks. */
Test(draft, damaged_text_is_survived)
{
	struct draft *draft = sample(), *again;
	struct str text = STR_INIT, path = STR_INIT;
	unsigned seed = 1;

	draft_write(draft, "/x", &text);
	for (int i = 0; i < 20000; i++) {
		char *copy = xstrdup(str_get(&text));

		seed = seed * 1103515245u + 12345u;
		copy[(seed >> 16) % text.len] = (char)(seed >> 8);
		again = draft_read(copy, &path);
		draft_free(&again);
		free(copy);
	}
	draft_free(&draft);
	str_release(&text);
	str_release(&path);
}

/* Kept aside: private, whole, in use as long as it is held; then offered. */
Test(draft, aside)
{
	const struct app_options opt = {.file = "draft.isms", .today = 20000};
	struct draft *draft = sample(), **list = NULL;
	struct err err = ERR_INIT;
	struct app app;
	struct stat st;
	char *first;
	size_t n = 0;

	cr_assert_eq(chdir(getenv("HOME")), 0);
	unlink("draft.isms");
	cr_assert(app_create(&app, &opt, NULL, 3, &err), "%s", err_msg(&err));
	cr_assert(app_draft_aside(&app, draft, &err), "%s", err_msg(&err));
	first = xstrdup(draft->place);
	cr_assert(app_draft_aside(&app, draft, &err), "%s", err_msg(&err));
	cr_assert_neq(access(first, F_OK), 0, "the one before is gone");
	cr_assert_eq(stat(draft->place, &st), 0);
	cr_assert_eq(st.st_mode & 07777, 0600);
	cr_assert(app_drafts(&app, false, &list, &n, &err));
	cr_assert_eq(n, 0, "it is in use");
	app_drafts_free(&list, n);
	draft_free(&draft);
	cr_assert(app_drafts(&app, false, &list, &n, &err));
	cr_assert_eq(n, 1);
	cr_assert(list[0]->outside);
	cr_assert(app_draft_drop(&app, list[0], &err));
	app_drafts_free(&list, n);
	cr_assert(app_drafts(&app, false, &list, &n, &err));
	cr_assert_eq(n, 0);
	app_drafts_free(&list, n);
	app_close(&app);
	free(first);
}

/* In the file: of this user, outside of the history, which stays sound. */
Test(draft, in_the_file)
{
	const struct app_options opt = {.file = "draft2.isms", .today = 20000};
	struct draft *draft = sample(), **list = NULL;
	struct strv faults = STRV_INIT;
	struct err err = ERR_INIT;
	struct app app;
	size_t n = 0;

	cr_assert_eq(chdir(getenv("HOME")), 0);
	unlink("draft2.isms");
	cr_assert(app_create(&app, &opt, NULL, 3, &err), "%s", err_msg(&err));
	cr_assert(app_draft_keep(&app, draft, &err), "%s", err_msg(&err));
	cr_assert_not(draft->outside);
	cr_assert(app_drafts(&app, false, &list, &n, &err));
	cr_assert_eq(n, 1);
	cr_assert_str_eq(list[0]->code, "R-0007");
	cr_assert(store_doctor(app.store, &faults, &err));
	cr_assert_eq(faults.n, 0);
	cr_assert(app_draft_drop(&app, list[0], &err));
	app_drafts_free(&list, n);
	cr_assert(app_drafts(&app, false, &list, &n, &err));
	cr_assert_eq(n, 0);
	app_drafts_free(&list, n);
	draft_free(&draft);
	app_close(&app);
	strv_release(&faults);
}

/* The file went away: what is typed does not go with it. */
Test(draft, file_is_gone)
{
	const struct app_options opt = {.file = "draft3.isms", .today = 20000};
	struct draft *draft = sample();
	struct err err = ERR_INIT;
	struct app app;

	cr_assert_eq(chdir(getenv("HOME")), 0);
	unlink("draft3.isms");
	cr_assert(app_create(&app, &opt, NULL, 3, &err), "%s", err_msg(&err));
	cr_assert(store_there(app.store, &err));
	cr_assert_eq(unlink("draft3.isms"), 0);
	cr_assert_not(store_there(app.store, &err));
	cr_assert_eq(err.trouble, TROUBLE_GONE);
	cr_assert_not(store_begin(app.store, "lost", &err));
	cr_assert_eq(err.trouble, TROUBLE_GONE);
	cr_assert(app_draft_keep(&app, draft, &err));
	cr_assert(draft->outside);
	cr_assert(app_draft_drop(&app, draft, &err));
	draft_free(&draft);
	app_close(&app);
	err_release(&err);
}
