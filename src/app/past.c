/* Moments of the file's history as people name them, and the file as it was then. */
#include "config.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "isms/app/app.h"
#include "isms/util/ascii.h"
#include "isms/util/date.h"
#include "isms/util/i18n.h"
#include "isms/util/mem.h"

/* More digits are a date, 20260301. */
#define NUMBER_MAX 7

static struct store *file_of(const struct app *app)
{
	return app->live ? app->live : app->store;
}

/* The moment after a transaction. */
static bool after_tx(struct app *app, long long number, struct moment *out, struct err *err)
{
	char at[DATETIME_LEN];
	struct tx tx;
	bool ok = store_tx_get(file_of(app), number, &tx, err);

	if (ok) {
		out->tx = tx.id;
		stamp_local(tx.at, &out->day, at);
		snprintf(out->label, sizeof(out->label), _("change %lld"), number);
	}
	tx_release(&tx);
	return ok;
}

/* Before the first transaction there was no file. */
static bool too_early(struct app *app, const char *label, struct err *err)
{
	char at[DATETIME_LEN] = "?";
	long day;
	struct tx tx;

	if (store_tx_get(file_of(app), 1, &tx, NULL))
		stamp_local(tx.at, &day, at);
	tx_release(&tx);
	return err_set(err, ERR_MISSING, _("there was no such file on %s: its history begins %s"),
		       label, at);
}

static bool end_of_day(struct app *app, const char *text, struct moment *out, struct err *err)
{
	const long today = app->live ? app->today : app->rules.today;
	char stamp[STAMP_LEN];

	if (!date_parse(text, today, &out->day, err))
		return false;
	date_format(out->day, out->label);
	stamp_day_end(out->day, stamp);
	return store_tx_before(file_of(app), stamp, &out->tx, err) &&
	       (out->tx || too_early(app, out->label, err));
}

bool app_moment(struct app *app, const char *text, struct moment *out, struct err *err)
{
	const char *number = *text == '#' ? text + 1 : text;
	size_t n = strspn(number, "0123456789");
	bool ok;

	memset(out, 0, sizeof(*out));
	if (!strcmp(text, "now")) {
		out->day = app->live ? app->today : app->rules.today;
		snprintf(out->label, sizeof(out->label), "%s", _("now"));
		ok = store_tx_before(file_of(app), NULL, &out->tx, err);
	} else if (n && n <= NUMBER_MAX && !number[n]) {
		ok = after_tx(app, atoll(number), out, err);
	} else {
		ok = end_of_day(app, text, out, err);
	}
	return ok;
}

bool app_as_of(struct app *app, const char *text, struct err *err)
{
	struct moment moment;
	struct store *past = NULL;
	char *notice;
	bool ok;

	if (!strcmp(text, "now"))
		return app_as_of_end(app, err);
	if (!app_moment(app, text, &moment, err))
		return false;
	notice = xasprintf(_("as of %s: read-only"), moment.label);
	ok = store_past(file_of(app), moment.tx, moment.day, notice, &past, err);
	free(notice);
	if (!ok)
		return false;
	if (app->live) {
		store_close(&app->store);
	} else {
		app->live = app->store;
		app->today = app->rules.today;
	}
	app->store = past;
	app->rules.today = moment.day;
	memcpy(app->as_of, moment.label, sizeof(app->as_of));
	return app_refresh(app, err);
}

bool app_as_of_end(struct app *app, struct err *err)
{
	if (!app->live)
		return true;
	store_close(&app->store);
	app->store = app->live;
	app->live = NULL;
	app->rules.today = app->today;
	app->as_of[0] = '\0';
	return app_refresh(app, err);
}
