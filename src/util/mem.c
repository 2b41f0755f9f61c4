#include "config.h"

#include "isms/util/mem.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "isms/util/i18n.h"

#define FIRST_ITEMS 8

void *xcheck(void *p)
{
	if (p)
		return p;
	/* gettext() hands back its argument when it finds no memory itself */
	fputs(_("isms: out of memory\n"), stderr);
	abort();
}

void *xmalloc(size_t size)
{
	return xcheck(malloc(size ? size : 1));
}

void *xcalloc(size_t n, size_t size)
{
	if (size && n > SIZE_MAX / size)
		return xcheck(NULL);
	return xcheck(n && size ? calloc(n, size) : calloc(1, 1));
}

void *xrealloc(void *old, size_t n, size_t size)
{
	if (size && n > SIZE_MAX / size)
		return xcheck(NULL);
	/* realloc() to 0 bytes frees or not, as the library likes */
	return xcheck(realloc(old, n && size ? n * size : 1));
}

char *xstrdup(const char *s)
{
	size_t n = strlen(s) + 1;

	return memcpy(xmalloc(n), s, n);
}

char *xstrndup(const char *s, size_t n)
{
	size_t len = strnlen(s, n);
	char *copy = xmalloc(len + 1);

	memcpy(copy, s, len);
	copy[len] = '\0';
	return copy;
}

char *xvasprintf(const char *fmt, va_list ap)
{
	va_list again;
	char *s;
	int n;

	va_copy(again, ap);
	n = vsnprintf(NULL, 0, fmt, ap);
	/* fails only beyond INT_MAX bytes, which is lack of memory too */
	s = n < 0 ? xcheck(NULL) : xmalloc((size_t)n + 1);
	vsnprintf(s, (size_t)n + 1, fmt, again);
	va_end(again);
	return s;
}

char *xasprintf(const char *fmt, ...)
{
	va_list ap;
	char *s;

	va_start(ap, fmt);
	s = xvasprintf(fmt, ap);
	va_end(ap);
	return s;
}

void *xgrow(void *items, size_t n, size_t *cap, size_t size)
{
	size_t want;

	if (n < *cap)
		return items;
	want = *cap ? *cap : FIRST_ITEMS / 2;
	if (want > SIZE_MAX / 2)
		return xcheck(NULL);
	want *= 2;
	items = xrealloc(items, want, size);
	*cap = want;
	return items;
}
