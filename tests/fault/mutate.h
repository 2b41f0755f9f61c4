/*
 * Damaging a file at random and using what comes of it, for the fault test and
 * for the fuzz target.
 */
#ifndef ISMS_TESTS_MUTATE_H
#define ISMS_TESTS_MUTATE_H

#include <stddef.h>
#include <stdint.h>

struct mutate_tally {
	long opened, sound, written;
};

/* Changes 1 to 16 places: a bit, a byte, zeroes, 0xff, a piece of elsewhere, a
 * number of two bytes; sometimes the end goes. Returns how much is left. */
size_t mutate_bytes(unsigned char *bytes, size_t n, uint64_t *state);

/* Opens the file, lists and loads all registers, asks doctor, adds, changes,
 * takes back. NULL, or the message of an error that says nothing (borrowed). */
const char *mutate_use(const char *path, struct mutate_tally *tally);

#endif
