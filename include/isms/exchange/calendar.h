/*
 * What is to be done, for a calendar: iCalendar (RFC 5545), one VTODO each.
 */
#ifndef ISMS_EXCHANGE_CALENDAR_H
#define ISMS_EXCHANGE_CALENDAR_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

#include "isms/util/err.h"

struct todo {
	const char *uid;            /* the same whenever this is written again, so that a
	                               calendar that reads it anew has it once */
	const char *summary, *description;
	long due;                   /* days */
};

/* Writes n of them; what is written depends on nothing but the arguments: today
 * (days) is the stamp of all. */
bool calendar_write(const struct todo *todos, size_t n, long today, FILE *f, struct err *err);

#endif
