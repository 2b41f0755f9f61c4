#include "config.h"

#include "isms/tui/dialog.h"
#include "isms/util/i18n.h"

#define NAMED 8 /* records that the question names */

/* Before anything is put away: what hangs on it. */

static bool name_records(struct tui *tui, const struct kind *kind, const long long *ids, size_t n,
			 struct str *code, struct str *out, struct err *err)
{
	bool ok = true;

	for (size_t i = 0; i < n && i < NAMED && ok; i++) {
		struct record *rec = NULL;

		ok = store_get(tui->app->store, kind, ids[i], &rec, err);
		if (ok && i == 0)
			str_add(code, rec->code);
		if (ok && n == 1)
			str_add(out, record_title(rec));
		else if (ok)
			str_addf(out, "%s%s %s", i > 0 ? "\n" : "", rec->code, record_title(rec));
		record_free(&rec);
	}
	if (n > NAMED)
		str_addf(out, _("\nand %zu more"), n - NAMED);
	return ok;
}

static void say_done(struct tui *tui, const char *code, size_t n, bool archived)
{
	if (n == 1)
		tui_say(tui,
			archived ? _("archived %s (u undoes)") : _("brought %s back (u undoes)"),
			code);
	else
		tui_say(tui,
			archived ? _("archived %zu records (u undoes)")
				 : _("brought %zu records back (u undoes)"),
			n);
}

static bool archive(struct tui *tui, const struct kind *kind, const long long *ids, size_t n,
		    bool archived, struct err *err)
{
	bool done;

	work_begin(tui, archived ? _("archiving") : _("bringing back"));
	done = app_archive(tui->app, kind, ids, n, archived, NULL, err);
	work_end(tui);
	return done;
}

bool archive_ask(struct tui *tui, const struct kind *kind, const long long *ids, size_t n,
		 size_t hidden, bool archived)
{
	struct str details = STR_INIT, question = STR_INIT, hangs = STR_INIT, code = STR_INIT;
	struct str names = STR_INIT;
	struct err err = ERR_INIT;
	bool done = false;

	if (!tui_may_write(tui))
		return false;
	if (!name_records(tui, kind, ids, n, &code, &names, &err) ||
	    !app_consequences(tui->app, kind, ids, n, &hangs, &err))
		goto out;
	if (n == 1)
		str_addf(&details, "%s\n", str_get(&names));
	if (n == 1)
		str_addf(&question, archived ? _("Archive %s?") : _("Bring %s back?"),
			 str_get(&code));
	else
		str_addf(&question,
			 archived ? _("Archive %zu records?") : _("Bring %zu records back?"), n);
	if (hidden > 0)
		str_addf(&details, _("%zu of them are marked but not shown.\n"), hidden);
	if (hangs.len > 0 && archived)
		str_addf(&details,
			 n == 1 ? _("%s refer to it and keep doing so.")
				: _("%s refer to them and keep doing so.\n"),
			 str_get(&hangs));
	if (n > 1)
		str_add(&details, str_get(&names));
	if (!ask_many(tui, str_get(&question), str_get(&details), n))
		goto out;
	done = archive(tui, kind, ids, n, archived, &err);
	if (done) {
		tui_changed(tui);
		say_done(tui, str_get(&code), n, archived);
	}
out:
	if (err.kind != ERR_NONE)
		tui_error(tui, &err);
	str_release(&code);
	str_release(&names);
	str_release(&details);
	str_release(&question);
	str_release(&hangs);
	return done;
}
