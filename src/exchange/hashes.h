/*
 * Texts that have been seen, as 64-bit hashes with a count: 16 bytes a text,
 * however long it is. The key is random, so that nobody can write a file whose
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

struct hash_slot {
	uint64_t hash; /* 0: free */
	long count;
};

struct hashes {
	struct hash_slot *slot; /* owned */
	size_t n, cap;		/* cap is a power of two, or 0 */
};

void hash_key_new(struct hash_key *key);
uint64_t hash_text(const struct hash_key *key, const char *text);

/* Counts it; returns how often it had been seen before. */
long hashes_add(struct hashes *set, uint64_t hash);
bool hashes_has(const struct hashes *set, uint64_t hash);
void hashes_release(struct hashes *set);

#endif
