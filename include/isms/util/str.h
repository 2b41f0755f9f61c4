/*
 * struct str: bytes that grow, always ended by a NUL that len does not count;
 * it may hold NULs of its own. struct strv: a list of strings.
 */
#ifndef ISMS_UTIL_STR_H
#define ISMS_UTIL_STR_H

#include <stdbool.h>
#include <stddef.h>

struct str {
	char *s; /* owned; NULL only before the first byte: use str_get() */
	size_t len, cap;
};

#define STR_INIT        \
	{               \
		0, 0, 0 \
	}

void str_release(struct str *str); /* frees; can be used again */
void str_clear(struct str *str);   /* len 0, memory kept */
void str_add(struct str *str, const char *s);
void str_addn(struct str *str, const char *s, size_t n);
void str_addc(struct str *str, char c);
void str_addi(struct str *str, long long num); /* in decimal */
void str_addf(struct str *str, const char *fmt, ...) __attribute__((format(printf, 2, 3)));
void str_cut(struct str *str, size_t len); /* to len bytes at most */
void str_insert(struct str *str, size_t at, const char *s, size_t n);
void str_remove(struct str *str, size_t at, size_t n);
const char *str_get(const struct str *str); /* never NULL */
char *str_detach(struct str *str);	    /* caller frees; never NULL */

/* Leading and trailing white space (ASCII and U+00A0) off. */
void str_trim(struct str *str);
bool str_equal(const char *a, const char *b); /* NULL equals NULL only */

struct strv {
	char **v; /* owned, each string too */
	size_t n, cap;
};

#define STRV_INIT       \
	{               \
		0, 0, 0 \
	}

void strv_add(struct strv *list, const char *s); /* copies */
void strv_take(struct strv *list, char *s);	 /* takes ownership */
bool strv_has(const struct strv *list, const char *s);
void strv_release(struct strv *list);

/* Splits at any byte of seps; parts are trimmed, empty parts dropped. */
void strv_split(struct strv *list, const char *s, const char *seps);

#endif
