/*
 * Memory that cannot fail: the only fatal error of the program. When there is
 * no more, a message goes to standard error and abort() is called; the screen
 * restores the terminal in its handler for SIGABRT.
 */
#ifndef ISMS_UTIL_MEM_H
#define ISMS_UTIL_MEM_H

#include <stdarg.h>
#include <stddef.h>

void *xmalloc(size_t size);			  /* size 0 gives 1 byte */
void *xcalloc(size_t n, size_t size);		  /* zeroed; checks n * size */
void *xrealloc(void *old, size_t n, size_t size); /* checks n * size */
char *xstrdup(const char *s);			  /* s must not be NULL */
char *xstrndup(const char *s, size_t n);	  /* at most n bytes */
char *xasprintf(const char *fmt, ...) __attribute__((format(printf, 1, 2)));
char *xvasprintf(const char *fmt, va_list ap) __attribute__((format(printf, 1, 0)));

/* p; fatal when it is NULL. For what a library has allocated for us. */
void *xcheck(void *p);

/* Room for one more item: grows *items (n of size bytes, *cap allocated) by
 * doubling. Returns the new array, which the caller assigns. */
void *xgrow(void *items, size_t n, size_t *cap, size_t size);

#endif
