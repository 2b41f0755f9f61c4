#include "config.h"

#include "isms/util/err.h"

#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>

#include "isms/util/mem.h"

static void fill(struct err *err, enum err_kind kind, const struct field *field, const char *fmt,
		 va_list ap) __attribute__((format(printf, 4, 0)));

static void fill(struct err *err, enum err_kind kind, const struct field *field, const char *fmt,
		 va_list ap)
{
	char *msg;

	if (!err)
		return;
	msg = xvasprintf(fmt, ap); /* first, since ap may quote the old message */
	err_release(err);
	err->kind = kind;
	err->field = field;
	err->msg = msg;
}

bool err_set(struct err *err, enum err_kind kind, const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	fill(err, kind, NULL, fmt, ap);
	va_end(ap);
	return false;
}

bool err_field(struct err *err, const struct field *field, const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	fill(err, ERR_INPUT, field, fmt, ap);
	va_end(ap);
	return false;
}

bool err_file(struct err *err, enum trouble trouble, const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	fill(err, ERR_FILE, NULL, fmt, ap);
	va_end(ap);
	if (err)
		err->trouble = trouble;
	return false;
}

void err_prefix(struct err *err, const char *fmt, ...)
{
	char *prefix, *msg;
	va_list ap;

	if (!err || !err->msg)
		return;
	va_start(ap, fmt);
	prefix = xvasprintf(fmt, ap);
	va_end(ap);
	msg = xasprintf("%s%s", prefix, err->msg);
	free(prefix);
	free(err->msg);
	err->msg = msg;
}

const char *err_msg(const struct err *err)
{
	return err && err->msg ? err->msg : "";
}

void err_move(struct err *to, struct err *from)
{
	const struct err none = ERR_INIT;

	if (to == from)
		return;
	if (to) {
		err_release(to);
		*to = *from;
		*from = none;
	} else {
		err_release(from);
	}
}

void err_release(struct err *err)
{
	const struct err none = ERR_INIT;

	if (!err)
		return;
	free(err->msg);
	*err = none;
}
