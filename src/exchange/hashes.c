#include "config.h"

#include "hashes.h"

#include <sodium.h>
#include <stdlib.h>
#include <string.h>

#include "isms/util/mem.h"

#define FIRST_SLOTS 16

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

/* ---- What has been seen ------------------------------------------------------ */

static uint64_t *find(const struct hash_part *part, uint64_t hash)
{
	size_t i = (size_t)((hash >> 32) * part->cap >> 32);

	while (part->slot[i] && part->slot[i] != hash)
		i = i + 1 < part->cap ? i + 1 : 0;
	return &part->slot[i];
}

static void grow(struct hash_part *part)
{
	struct hash_part bigger = {NULL, part->n, part->cap + part->cap / 2 + FIRST_SLOTS};
	size_t i;

	bigger.slot = xcalloc(bigger.cap, sizeof(*bigger.slot));
	for (i = 0; i < part->cap; i++)
		if (part->slot[i])
			*find(&bigger, part->slot[i]) = part->slot[i];
	free(part->slot);
	*part = bigger;
}

/* ---- What has been seen again ------------------------------------------------- */

static struct hash_again *find_again(const struct hashes *set, uint64_t hash)
{
	size_t i = (size_t)(hash >> 32) & (set->again_cap - 1);

	while (set->again[i].hash && set->again[i].hash != hash)
		i = (i + 1) & (set->again_cap - 1);
	return &set->again[i];
}

static void grow_again(struct hashes *set)
{
	struct hash_again *old = set->again;
	size_t i, n = set->again_cap;

	set->again_cap = n ? n * 2 : FIRST_SLOTS;
	set->again = xcalloc(set->again_cap, sizeof(*set->again));
	for (i = 0; i < n; i++)
		if (old[i].hash)
			*find_again(set, old[i].hash) = old[i];
	free(old);
}

static long count_again(struct hashes *set, uint64_t hash)
{
	struct hash_again *again;

	if (set->nagain * 4 >= set->again_cap * 3)
		grow_again(set);
	again = find_again(set, hash);
	set->nagain += !again->hash;
	again->hash = hash;
	return ++again->count;
}

/* ---- Both ----------------------------------------------------------------------- */

long hashes_add(struct hashes *set, uint64_t hash)
{
	struct hash_part *part = &set->part[hash % HASH_PARTS];
	uint64_t *slot;

	if (part->n * 5 >= part->cap * 4)
		grow(part);
	slot = find(part, hash);
	if (*slot)
		return count_again(set, hash);
	*slot = hash;
	part->n++;
	return 0;
}

bool hashes_has(const struct hashes *set, uint64_t hash)
{
	const struct hash_part *part = &set->part[hash % HASH_PARTS];

	return part->cap && *find(part, hash) == hash;
}

void hashes_release(struct hashes *set)
{
	size_t i;

	for (i = 0; i < HASH_PARTS; i++)
		free(set->part[i].slot);
	free(set->again);
	memset(set, 0, sizeof(*set));
}
