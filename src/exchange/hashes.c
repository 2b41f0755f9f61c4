#include "config.h"

#include "hashes.h"

#include <sodium.h>
#include <stdlib.h>
#include <string.h>

#include "isms/util/mem.h"

#define FIRST_SLOTS 64

void hash_key_new(struct hash_key *key)
{
	crypto_shorthash_keygen(key->bytes);
}

uint64_t hash_text(const struct hash_key *key, const char *text)
{
	unsigned char out[crypto_shorthash_BYTES];
	uint64_t hash;

	crypto_shorthash(out, (const unsigned char *)text, strlen(text), key->bytes);
	memcpy(&hash, out, sizeof(hash));
	return hash ? hash : 1;
}

static struct hash_slot *find(const struct hashes *set, uint64_t hash)
{
	size_t i = (size_t)hash & (set->cap - 1);

	while (set->slot[i].hash && set->slot[i].hash != hash)
		i = (i + 1) & (set->cap - 1);
	return &set->slot[i];
}

static void grow(struct hashes *set)
{
	struct hashes bigger = {NULL, set->n, set->cap ? set->cap * 2 : FIRST_SLOTS};
	size_t i;

	bigger.slot = xcalloc(bigger.cap, sizeof(*bigger.slot));
	for (i = 0; i < set->cap; i++)
		if (set->slot[i].hash)
			*find(&bigger, set->slot[i].hash) = set->slot[i];
	free(set->slot);
	*set = bigger;
}

long hashes_add(struct hashes *set, uint64_t hash)
{
	struct hash_slot *slot;

	if (set->n * 4 >= set->cap * 3)
		grow(set);
	slot = find(set, hash);
	if (!slot->hash) {
		slot->hash = hash;
		set->n++;
	}
	return slot->count++;
}

bool hashes_has(const struct hashes *set, uint64_t hash)
{
	return set->cap && find(set, hash)->hash == hash;
}

void hashes_release(struct hashes *set)
{
	const struct hashes empty = {NULL, 0, 0};

	free(set->slot);
	*set = empty;
}
