/*
 * Bytes of what machines and standards define: the same in every locale,
 * where tolower() and friends are not (Turkish has another small I).
 */
#ifndef ISMS_UTIL_ASCII_H
#define ISMS_UTIL_ASCII_H

#include <stdbool.h>

static inline bool ascii_is(char c)
{
	return (unsigned char)c < 0x80;
}

static inline bool ascii_printable(char c)
{
	return c >= ' ' && c <= '~';
}

static inline bool ascii_digit(char c)
{
	return c >= '0' && c <= '9';
}

static inline bool ascii_space(char c)
{
	return c == ' ' || (c >= '\t' && c <= '\r');
}

static inline char ascii_lower(char c)
{
	return c >= 'A' && c <= 'Z' ? (char)(c + ('a' - 'A')) : c;
}

#endif
