/*
 * What the fault tests stand on: a small file, changes to it, what it holds as
 * text, and whether it is sound. Functions that take a struct tap end the case
 * where the ground itself does not hold; the others return what happened.
 */
#ifndef ISMS_TESTS_GROUND_H
#define ISMS_TESTS_GROUND_H

#include "../terminal/tap.h"

#include <stdint.h>

#include "isms/model/kinds.h"
#include "isms/store/store.h"

/* Who opens and waits how long; wait_ms 0: as the program does. */
struct store *ground_create(struct tap *t, const char *path);
struct store *ground_open(struct tap *t, const char *path);
bool ground_try(const char *path, struct store **store, struct err *err);

/* A file with two persons, three assets and a risk that refers to them. */
char *ground_file(struct tap *t, const char *name); /* its path; t owns it */

/* Each is one transaction; id is that of an asset. */
bool ground_add(struct store *store, const char *title, long long *id, struct err *err);
bool ground_title(struct store *store, long long id, const char *title, struct err *err);
bool ground_bulk(struct store *store, int n, struct err *err);

struct record *ground_asset(const char *title);

/* All that it holds, a line each record and each transaction; caller frees. */
bool ground_state(struct store *store, char **text, struct err *err);

/* Does doctor find nothing? Else the first fault is in *why (caller frees). */
bool ground_sound(struct store *store, char **why);

/* Bytes of a file whole, owned by the caller; and back. */
unsigned char *ground_read(struct tap *t, const char *path, size_t *n);
void ground_write(struct tap *t, const char *path, const unsigned char *bytes, size_t n);

/* $ISMS_TEST_SEED, else of the clock; told to the reader. */
uint64_t ground_seed(struct tap *t);
uint64_t ground_random(uint64_t *state);
size_t ground_below(uint64_t *state, size_t n);

#endif
