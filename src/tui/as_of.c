/* The file as it was, on the screen: which moment, going there, and back. */
#include "config.h"

#include "isms/tui/dialog.h"
#include "isms/tui/view.h"
#include "isms/util/i18n.h"

bool ask_moment(struct tui *tui, const char *label, struct str *text)
{
	const struct prompt_options opt = {.label = label};

	return prompt(tui, &opt, text) && text->len > 0;
}

void as_of_go(struct tui *tui, const char *text)
{
	struct err err = ERR_INIT;
	bool there;

	work_begin(tui, _("going back"));
	there = app_as_of(tui->app, text, &err);
	work_end(tui);
	if (!there) {
		tui_error(tui, &err);
		return;
	}
	tui_changed(tui);
	if (tui->app->live != NULL)
		tui_say(tui, _("everything is as of %s; :as-of now goes back"), tui->app->as_of);
	else
		tui_say(tui, _("everything is as it is now"));
}

void as_of_ask(struct tui *tui)
{
	struct str text = STR_INIT;

	if (tui->app->live != NULL)
		str_add(&text, "now");
	if (ask_moment(tui, _("As of (a date, the number of a change, now): "), &text))
		as_of_go(tui, str_get(&text));
	str_release(&text);
}
