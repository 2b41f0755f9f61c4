#include "config.h"

#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "isms/tui/view.h"
#include "isms/util/i18n.h"
#include "isms/util/mem.h"

#define KEPT 500 /* messages of a session */

static void show(struct tui *tui, bool bad, const char *fmt, va_list ap)
	__attribute__((format(printf, 3, 0)));

static void show(struct tui *tui, bool bad, const char *fmt, va_list ap)
{
	char *text = xvasprintf(fmt, ap);

	str_clear(&tui->message);
	str_add(&tui->message, text);
	tui->message_bad = bad;
	tui->dirty = true;
	if (tui->messages.n == KEPT) {
		free(tui->messages.v[0]);
		memmove(tui->messages.v, tui->messages.v + 1,
			(KEPT - 1) * sizeof(tui->messages.v[0]));
		tui->messages.n--;
	}
	strv_take(&tui->messages, text);
}

void tui_say(struct tui *tui, const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	show(tui, false, fmt, ap);
	va_end(ap);
}

void tui_warn(struct tui *tui, const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	show(tui, true, fmt, ap);
	va_end(ap);
}

void tui_error(struct tui *tui, struct err *err)
{
	if (err->kind == ERR_CANCELLED && tui->work.depth > 0 && tui->work.typed)
		; /* the next key did it */
	else if (err->kind == ERR_CANCELLED)
		tui_say(tui, "%s", err_msg(err));
	else
		tui_warn(tui, "%s", err_msg(err));
	err_release(err);
}

bool tui_may_write(struct tui *tui)
{
	bool may = tui->app->store != NULL && !store_read_only(tui->app->store);

	if (!may && tui->app->store != NULL) {
		const char *why = store_notice(tui->app->store);

		tui_warn(tui, _("the file is open for reading only%s%s"), why == NULL ? "" : ": ",
			 why == NULL ? "" : why);
	}
	return may;
}
