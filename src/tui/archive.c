#include "config.h"

#include "isms/tui/dialog.h"
#include "isms/util/i18n.h"

/* Before anything is put away: what hangs on it. */
bool archive_ask(struct tui *tui, const struct kind *kind, long long id, bool archived)
{
	struct str details = STR_INIT, question = STR_INIT, hangs = STR_INIT;
	struct record *rec = NULL;
	struct err err = ERR_INIT;
	bool done = false;

	if (!tui_may_write(tui))
		return false;
	if (!store_get(tui->app->store, kind, id, &rec, &err) ||
	    !app_consequences(tui->app, kind, &id, 1, &hangs, &err))
		goto out;
	str_addf(&question, archived ? _("Archive %s?") : _("Bring %s back?"), rec->code);
	str_add(&details, record_title(rec));
	if (hangs.len > 0 && archived)
		str_addf(&details, _("\n%s refer to it and keep doing so."), str_get(&hangs));
	if (!ask_yes(tui, str_get(&question), str_get(&details)))
		goto out;
	done = app_archive(tui->app, kind, &id, 1, archived, NULL, &err);
	if (done) {
		tui_changed(tui);
		tui_say(tui,
			archived ? _("archived %s (u undoes)") : _("brought %s back (u undoes)"),
			rec->code);
	}
out:
	if (err.kind != ERR_NONE)
		tui_error(tui, &err);
	record_free(&rec);
	str_release(&details);
	str_release(&question);
	str_release(&hangs);
	return done;
}
