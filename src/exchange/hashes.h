/*
 * Texts that have been seen, as 64-bit hashes: 10 to 15 bytes a text, however long
 * it is, and a count for those that come again. The key is random, so that nobody can write a file whose
 * texts seem to be the same.
 */
#ifndef ISMS_EXCHANGE_HASHES_H
#define ISMS_EXCHANGE_HASHES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define HASH_KEY_LEN 16

struct hash_key {
	unsigned char bytes[HASH_KEY_LEN];
};

#define HASH_PARTS 64

/* A part grows by itself, so that the whole is never there twice. */
struct hash_part {
	uint64_t *slot; /* owned; 0: free */
	size_t n, cap;
};

struct hash_again {
	uint64_t hash; /* 0: free */
	long count;
};

struct hashes {
	struct hash_part part[HASH_PARTS];
	struct hash_again *again; /* owned; what was seen more than once */
	size_t nagain, again_cap; /* a power of two, or 0 */
};

void hash_key_new(struct hash_key *key);
uint64_t hash_text(const struct hash_key *key, const char *text);

/* Counts it; returns how often it had been seen before. */
long hashes_add(struct hashes *set, uint64_t hash);
bool hashes_has(const struct hashes *set, uint64_t hash);
void hashes_release(struct hashes *set);

#endif
