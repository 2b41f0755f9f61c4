/*
 * Options by getopt_long(). Apart from the table of commands, whose struct
 * option is not getopt's.
 */
#ifndef ISMS_SRC_CLI_ARGS_H
#define ISMS_SRC_CLI_ARGS_H

#include <stdbool.h>
#include <stddef.h>

#include "isms/util/err.h"

struct args_option {
	const char *name;         /* "file", for --file */
	char letter;              /* 'f', for -f; 0: none */
	bool takes;               /* a value */
};

struct args_given {
	const char *name;         /* borrowed from the options */
	const char *value;        /* borrowed from argv; "" for a switch */
};

struct args {
	struct args_given *given; /* in the order they stand; owned */
	size_t n, cap;
};

/* Reads the options of argv[1..]. stop: only up to the first word that is none;
 * else words are moved behind them. *rest receives the index of the first
 * word. Appends to args. ERR_USAGE. */
bool args_parse(int argc, char **argv, bool stop, const struct args_option *options, size_t n,
		struct args *args, int *rest, struct err *err);
void args_release(struct args *args);

/* The value given last, NULL when the option was not given. */
const char *args_value(const struct args *args, const char *name);

#endif
