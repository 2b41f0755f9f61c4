/*
 * What cells came to. Registers say the same few words over and over, and what a
 * word means depends on its column only: each column keeps its last ones. A slot
 * is taken over by the next text that hashes to it.
 */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "import_private.h"
#include "isms/util/mem.h"

#define SLOTS 256   /* a column; a power of two */
#define TEXT_MAX 48 /* bytes with the NUL; a longer cell is rarely a word */

struct memo_slot {
	char text[TEXT_MAX]; /* "": free */
	struct value value;
};

static size_t place(const char *text, size_t len)
{
	uint32_t hash = 2166136261u; /* FNV-1a: a clash only costs a parse */
	size_t i;

	for (i = 0; i < len; i++)
		hash = (hash ^ (unsigned char)text[i]) * 16777619u;
	return (hash ^ hash >> 16) & (SLOTS - 1);
}

bool memo_get(const struct import *im, size_t column, const char *text, struct value *value)
{
	const struct memo_slot *slot = im->state[column].memo;
	size_t len = strlen(text);

	if (!slot || len >= TEXT_MAX)
		return false;
	slot += place(text, len);
	if (strcmp(slot->text, text) != 0)
		return false;
	value_copy(value, &slot->value);
	return true;
}

void memo_keep(struct import *im, size_t column, const char *text, const struct value *value)
{
	struct column_state *state = &im->state[column];
	size_t len = strlen(text);
	struct memo_slot *slot;

	if (!len || len >= TEXT_MAX)
		return;
	if (!state->memo)
		state->memo = xcalloc(SLOTS, sizeof(*state->memo));
	slot = &state->memo[place(text, len)];
	memcpy(slot->text, text, len + 1);
	value_copy(&slot->value, value);
}

void memo_release(struct import *im)
{
	struct memo_slot *memo;
	size_t i, k;

	for (i = 0; i < im->ncolumns; i++) {
		memo = im->state[i].memo;
		for (k = 0; memo && k < SLOTS; k++)
			value_release(&memo[k].value);
		free(memo);
		im->state[i].memo = NULL;
	}
}
