/*
 * The titles and codes of a register, folded, as hashes: people refer to records
 * by title, and asking the store for each of 100,000 rows would read the register
 * 100,000 times. 40 bytes a record.
 */
#include "config.h"

#include <stdlib.h>

#include "import_private.h"
#include "isms/util/mem.h"
#include "isms/util/text.h"

#define FIRST_SLOTS 256

struct index_slot {
	uint64_t hash;	      /* 0: free */
	long long id, old_id; /* the first live one, the first archived one */
	int n, old_n;
};

struct index {
	const struct kind *kind;
	const struct hash_key *key;
	struct index_slot *slot; /* owned */
	size_t n, cap;
};

static struct index_slot *find(const struct index *index, uint64_t hash)
{
	size_t i = (size_t)hash & (index->cap - 1);

	while (index->slot[i].hash && index->slot[i].hash != hash)
		i = (i + 1) & (index->cap - 1);
	return &index->slot[i];
}

static void grow(struct index *index)
{
	struct index bigger = *index;
	size_t i;

	bigger.cap = index->cap ? index->cap * 2 : FIRST_SLOTS;
	bigger.slot = xcalloc(bigger.cap, sizeof(*bigger.slot));
	for (i = 0; i < index->cap; i++)
		if (index->slot[i].hash)
			*find(&bigger, index->slot[i].hash) = index->slot[i];
	free(index->slot);
	*index = bigger;
}

/* Titles and codes are told apart, since titles go first. */
static uint64_t hash_name(const struct index *index, char sort, const char *text)
{
	char *folded = text_fold(text), *name = xasprintf("%c%s", sort, folded);
	uint64_t hash = hash_text(index->key, name);

	free(name);
	free(folded);
	return hash;
}

static void add_name(struct index *index, char sort, const char *text, const struct record *rec)
{
	struct index_slot *slot;

	if (index->n * 4 >= index->cap * 3)
		grow(index);
	slot = find(index, hash_name(index, sort, text));
	if (!slot->hash) {
		slot->hash = hash_name(index, sort, text);
		index->n++;
	}
	if (rec->archived && !slot->old_n++)
		slot->old_id = rec->id;
	else if (!rec->archived && !slot->n++)
		slot->id = rec->id;
}

static void add_record(struct index *index, const struct record *rec)
{
	if (rec->values[0].text && !(rec->kind->fields[0].flags & F_DERIVED))
		add_name(index, 't', rec->values[0].text, rec);
	if (rec->code)
		add_name(index, 'c', rec->code, rec);
}

static bool on_record(void *ctx, struct record **rec, struct err *err)
{
	(void)err;
	add_record(ctx, *rec);
	return true;
}

static bool fill(struct import *im, struct index *index, struct err *err)
{
	const struct query query = {.kind = index->kind, .archived = ARCHIVED_ALSO};
	bool *want = xcalloc(index->kind->nfields, sizeof(*want));
	bool ok;

	want[0] = true;
	ok = store_each(im->store, &query, want, on_record, index, err);
	free(want);
	return ok;
}

static struct index *existing(const struct import *im, const struct kind *kind)
{
	size_t i;

	for (i = 0; i < im->nindexes; i++)
		if (im->indexes[i].kind == kind)
			return &im->indexes[i];
	return NULL;
}

static bool index_of(struct import *im, const struct kind *kind, struct index **found,
		     struct err *err)
{
	struct index fresh = {kind, &im->key, NULL, 0, 0};

	*found = existing(im, kind);
	if (*found)
		return true;
	grow(&fresh);
	if (!fill(im, &fresh, err)) {
		free(fresh.slot);
		return false;
	}
	im->indexes = xrealloc(im->indexes, im->nindexes + 1, sizeof(*im->indexes));
	im->indexes[im->nindexes] = fresh;
	*found = &im->indexes[im->nindexes++];
	return true;
}

static bool look(const struct index *index, char sort, const char *text, long long *id, int *n)
{
	const struct index_slot *slot = find(index, hash_name(index, sort, text));

	*id = slot->n ? slot->id : slot->old_id;
	*n = slot->n ? slot->n : slot->old_n;
	return *n > 0;
}

bool index_title(struct import *im, const struct kind *kind, const char *title, long long *id,
		 int *n, struct err *err)
{
	struct index *index;

	if (!index_of(im, kind, &index, err))
		return false;
	look(index, 't', title, id, n);
	return true;
}

bool index_text(struct import *im, const struct kind *kind, const char *text, long long *id, int *n,
		struct err *err)
{
	unsigned char uid[UID_LEN];
	struct index *index;

	*n = 0;
	if (!store_find_code(im->store, kind, text, id, err))
		return false;
	if (!*id && import_uid(text, uid) && !store_find_uid(im->store, kind, uid, id, err))
		return false;
	if (*id) {
		*n = 1;
		return true;
	}
	if (!index_of(im, kind, &index, err))
		return false;
	if (!look(index, 't', text, id, n))
		look(index, 'c', text, id, n);
	return true;
}

void index_add(struct import *im, const struct record *rec)
{
	struct index *index = existing(im, rec->kind);

	if (index)
		add_record(index, rec);
}

void index_release(struct import *im)
{
	size_t i;

	for (i = 0; i < im->nindexes; i++)
		free(im->indexes[i].slot);
	free(im->indexes);
	im->indexes = NULL;
	im->nindexes = 0;
}
