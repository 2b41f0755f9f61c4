/* The columns of every record: code, uid, version, archived. */
#include "config.h"

#include <errno.h>
#include <stdlib.h>

#include "import_private.h"
#include "isms/util/ascii.h"
#include "isms/util/i18n.h"
#include "isms/util/mem.h"

static int hex(char c)
{
	c = ascii_lower(c);
	if (ascii_digit(c))
		return c - '0';
	return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

bool import_uid(const char *text, unsigned char uid[UID_LEN])
{
	size_t n = 0;
	const char *p;

	for (p = text; *p; p++) {
		if (*p == '-')
			continue;
		if (hex(*p) < 0 || n == (size_t)UID_LEN * 2)
			break;
		uid[n / 2] = (unsigned char)((n % 2 ? uid[n / 2] << 4 : 0) | hex(*p));
		n++;
	}
	return !*p && n == (size_t)UID_LEN * 2;
}

static bool uid_parse(const char *text, unsigned char uid[UID_LEN], struct err *err)
{
	return import_uid(text, uid) || err_set(err, ERR_INPUT, _("'%s' is no uid"), text);
}

static bool number_parse(const char *text, long long *num, struct err *err)
{
	char *end;

	errno = 0;
	*num = strtoll(text, &end, 10);
	if (ascii_digit(*text) && !*end && !errno)
		return true;
	return err_set(err, ERR_INPUT, _("'%s' is not a number"), text);
}

static bool archived_parse(const char *text, int *archived, struct err *err)
{
	const char *key = import_word("bool", text);

	*archived = key && str_equal(key, "yes");
	return key || err_set(err, ERR_INPUT, _("'%s' is neither yes nor no"), text);
}

bool import_own_value(enum target target, const char *text, struct record *in, struct judged *j,
		      struct err *err)
{
	switch (target) {
	case TARGET_CODE:
		in->code = xstrdup(text);
		return code_check(text, err);
	case TARGET_UID:
		return uid_parse(text, in->uid, err);
	case TARGET_VER:
		return number_parse(text, &j->file_ver, err);
	case TARGET_ARCHIVED:
		return archived_parse(text, &j->archived, err);
	default:
		return true;
	}
}
