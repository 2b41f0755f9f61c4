#include "config.h"

#include "isms/util/str.h"

#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "isms/util/ascii.h"
#include "isms/util/mem.h"

#define FIRST_BYTES 32
#define NBSP "\xc2\xa0"

static void grow(struct str *str, size_t more)
{
	size_t want = str->cap ? str->cap : FIRST_BYTES, need;

	if (more > SIZE_MAX / 2 - str->len)
		xcheck(NULL);
	need = str->len + more + 1;
	while (want < need)
		want = want > SIZE_MAX / 2 ? need : want * 2;
	str->s = xrealloc(str->s, want, 1);
	str->cap = want;
}

/* Room for more bytes and the NUL. */
static void reserve(struct str *str, size_t more)
{
	if (more >= str->cap - str->len)
		grow(str, more);
}

void str_release(struct str *str)
{
	const struct str empty = STR_INIT;

	free(str->s);
	*str = empty;
}

void str_clear(struct str *str)
{
	str_cut(str, 0);
}

void str_add(struct str *str, const char *s)
{
	str_addn(str, s, strlen(s));
}

void str_addn(struct str *str, const char *s, size_t n)
{
	reserve(str, n);
	if (n)
		memcpy(str->s + str->len, s, n);
	str->len += n;
	str->s[str->len] = '\0';
}

void str_addc(struct str *str, char c)
{
	reserve(str, 1);
	str->s[str->len++] = c;
	str->s[str->len] = '\0';
}

void str_addi(struct str *str, long long num)
{
	char digits[24], *p = digits + sizeof(digits);
	unsigned long long left = num < 0 ? 0 - (unsigned long long)num : (unsigned long long)num;

	do
		*--p = (char)('0' + left % 10);
	while (left /= 10);
	if (num < 0)
		*--p = '-';
	str_addn(str, p, (size_t)(digits + sizeof(digits) - p));
}

void str_addf(struct str *str, const char *fmt, ...)
{
	va_list ap;
	char *s;

	va_start(ap, fmt);
	s = xvasprintf(fmt, ap);
	va_end(ap);
	str_add(str, s);
	free(s);
}

void str_cut(struct str *str, size_t len)
{
	if (len >= str->len)
		return;
	str->len = len;
	str->s[len] = '\0';
}

void str_insert(struct str *str, size_t at, const char *s, size_t n)
{
	reserve(str, n);
	if (at > str->len)
		at = str->len;
	memmove(str->s + at + n, str->s + at, str->len - at);
	if (n)
		memcpy(str->s + at, s, n);
	str->len += n;
	str->s[str->len] = '\0';
}

void str_remove(struct str *str, size_t at, size_t n)
{
	if (at >= str->len)
		return;
	if (n > str->len - at)
		n = str->len - at;
	memmove(str->s + at, str->s + at + n, str->len - at - n);
	str_cut(str, str->len - n);
}

const char *str_get(const struct str *str)
{
	return str->s ? str->s : "";
}

char *str_detach(struct str *str)
{
	const struct str empty = STR_INIT;
	char *s = str->s ? str->s : xstrdup("");

	*str = empty;
	return s;
}

/* Bytes of the white space that begins, or that ends, the n bytes at s. */
static size_t space_first(const char *s, size_t n)
{
	if (n >= 1 && ascii_space(s[0]))
		return 1;
	return n >= 2 && !memcmp(s, NBSP, 2) ? 2 : 0;
}

static size_t space_last(const char *s, size_t n)
{
	if (n >= 1 && ascii_space(s[n - 1]))
		return 1;
	return n >= 2 && !memcmp(s + n - 2, NBSP, 2) ? 2 : 0;
}

static void trim(const char **s, size_t *n)
{
	size_t off;

	while ((off = space_last(*s, *n)) > 0)
		*n -= off;
	while ((off = space_first(*s, *n)) > 0) {
		*s += off;
		*n -= off;
	}
}

void str_trim(struct str *str)
{
	const char *s = str_get(str);
	size_t n = str->len;

	trim(&s, &n);
	if (n == str->len)
		return;
	memmove(str->s, s, n);
	str_cut(str, n);
}

bool str_equal(const char *a, const char *b)
{
	if (!a || !b)
		return a == b;
	return !strcmp(a, b);
}

void strv_add(struct strv *list, const char *s)
{
	strv_take(list, xstrdup(s));
}

void strv_take(struct strv *list, char *s)
{
	list->v = xgrow(list->v, list->n, &list->cap, sizeof(*list->v));
	list->v[list->n++] = s;
}

bool strv_has(const struct strv *list, const char *s)
{
	size_t i;

	for (i = 0; i < list->n; i++)
		if (!strcmp(list->v[i], s))
			return true;
	return false;
}

void strv_release(struct strv *list)
{
	const struct strv empty = STRV_INIT;
	size_t i;

	for (i = 0; i < list->n; i++)
		free(list->v[i]);
	free(list->v);
	*list = empty;
}

void strv_split(struct strv *list, const char *s, const char *seps)
{
	for (;;) {
		size_t n = strcspn(s, seps), left = n;
		const char *part = s;

		trim(&part, &left);
		if (left)
			strv_take(list, xstrndup(part, left));
		if (!s[n])
			break;
		s += n + 1;
	}
}
