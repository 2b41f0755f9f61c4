/* Drafts that were left behind: offered at the start, and listed on request. */
#include "config.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "isms/app/draft.h"
#include "isms/tui/dialog.h"
#include "isms/tui/form.h"
#include "isms/util/date.h"
#include "isms/util/i18n.h"
#include "isms/util/mem.h"
#include "isms/util/text.h"

#define SHOWN 60 /* cells of what was typed */

enum answer { LATER = -1, CONTINUE, DISCARD };

/* "today 14:02", "yesterday 14:02", "2026-12-31 14:02" */
static void when(const struct draft *draft, struct str *out)
{
	char today[DATE_LEN], yesterday[DATE_LEN];
	const char *hour = strlen(draft->at) > DATE_LEN ? draft->at + DATE_LEN : "";

	date_format(date_today(), today);
	date_format(date_today() - 1, yesterday);
	if (strncmp(draft->at, today, DATE_LEN - 1) == 0)
		str_addf(out, _("today %s"), hour);
	else if (strncmp(draft->at, yesterday, DATE_LEN - 1) == 0)
		str_addf(out, _("yesterday %s"), hour);
	else
		str_addf(out, "%.10s %s", draft->at, hour);
}

static void headline(const struct draft *draft, struct str *out)
{
	if (draft->code != NULL)
		str_add(out, draft->code);
	else
		str_addf(out, _("a new record (%s)"), _(draft->kind->title));
	if (*draft->title != '\0')
		str_addf(out, " %s", draft->title);
}

static void add_field(const struct draft *draft, const struct draft_field *d, struct str *out)
{
	const struct field *field = kind_field(draft->kind, d->name);
	char *first = xstrndup(d->typed, strcspn(d->typed, "\n"));
	struct str text = STR_INIT;

	if (*d->typed == '\0')
		str_add(&text, _("(emptied)"));
	else
		text_pad(&text, first, text_width(first) < SHOWN ? text_width(first) : SHOWN,
			 false);
	str_addf(out, "%s%s: %s", out->len > 0 ? "\n" : "",
		 field == NULL ? d->name : _(field->label), str_get(&text));
	str_release(&text);
	free(first);
}

static enum answer ask_about(struct tui *tui, const struct draft *draft)
{
	const char *const answers[] = {_("Continue"), _("Discard"), _("Later"), NULL};
	struct str question = STR_INIT, details = STR_INIT, head = STR_INIT;
	int answer;

	headline(draft, &head);
	str_addf(&question,
		 ngettext("Draft of %s, %zu field, ", "Draft of %s, %zu fields, ",
			  (unsigned long)draft->n),
		 str_get(&head), draft->n);
	when(draft, &question);
	for (size_t i = 0; i < draft->n; i++)
		add_field(draft, &draft->fields[i], &details);
	answer = ask(tui, str_get(&question), str_get(&details), answers, 0);
	str_release(&question);
	str_release(&details);
	str_release(&head);
	return answer == 0 ? CONTINUE : answer == 1 ? DISCARD : LATER;
}

/* False: later. */
static bool settle(struct tui *tui, const struct draft *draft)
{
	enum answer answer = ask_about(tui, draft);
	struct err err = ERR_INIT;

	if (answer == CONTINUE)
		form_continue(tui, draft);
	else if (answer == DISCARD && app_draft_drop(tui->app, draft, &err))
		tui_say(tui, _("the draft was discarded"));
	else if (answer == DISCARD)
		tui_error(tui, &err);
	return answer != LATER;
}

void drafts_offer(struct tui *tui)
{
	struct draft **list = NULL;
	struct err err = ERR_INIT;
	bool go_on = tui->app->store != NULL;
	size_t n = 0;

	if (go_on && !app_drafts(tui->app, false, &list, &n, &err))
		tui_error(tui, &err);
	for (size_t i = 0; i < n && go_on; i++)
		go_on = settle(tui, list[i]) && term_signal(tui->term) == 0;
	if (n > 0 && !go_on)
		tui_say(tui, _(":drafts lists what is kept"));
	app_drafts_free(&list, n);
}

void drafts_show(struct tui *tui)
{
	struct choose_options opt = {.title = _("Drafts"), .empty = _("there are no drafts")};
	struct draft **list = NULL;
	struct choose_list lines = {0};
	struct err err = ERR_INIT;
	size_t n = 0;
	long chosen;

	if (!app_drafts(tui->app, false, &list, &n, &err))
		tui_error(tui, &err);
	for (size_t i = 0; i < n; i++) {
		struct str text = STR_INIT, right = STR_INIT;

		headline(list[i], &text);
		str_addf(&right, ngettext("%zu field, ", "%zu fields, ", (unsigned long)list[i]->n),
			 list[i]->n);
		when(list[i], &right);
		choose_add(&lines, str_get(&text), str_get(&right), 0);
		str_release(&text);
		str_release(&right);
	}
	chosen = choose(tui, &opt, &lines, 0);
	if (chosen >= 0)
		settle(tui, list[chosen]);
	choose_clear(&lines);
	app_drafts_free(&list, n);
}
