#include "config.h"

#include "mutate.h"

#include <stdlib.h>
#include <string.h>

#include "ground.h"

enum { PAGE = 4096, PLACES_MAX = 16 };

/* Half of them in the heads of pages, where few bytes decide much; the others
 * where something stands, since most of a small file is empty. */
static size_t place(const unsigned char *bytes, size_t n, uint64_t *state)
{
	size_t at = ground_below(state, n), tries;

	if (n >= PAGE && ground_below(state, 2))
		return ground_below(state, n / PAGE) * PAGE + ground_below(state, 128);
	for (tries = 0; tries < 32 && !bytes[at]; tries++)
		at = ground_below(state, n);
	return at;
}

static void mutate_one(unsigned char *bytes, size_t n, uint64_t *state)
{
	size_t at = place(bytes, n, state);
	size_t room = n - at, run = 1 + ground_below(state, room < 64 ? room : 64);
	size_t page = at / PAGE * PAGE;

	switch (ground_below(state, 7)) {
	case 0:
		bytes[at] ^= (unsigned char)(1u << ground_below(state, 8));
		break;
	case 1:
		bytes[at] = (unsigned char)ground_random(state);
		break;
	case 2:
		memset(bytes + at, 0, run);
		break;
	case 3:
		memset(bytes + at, 0xff, run);
		break;
	case 4:
		memmove(bytes + at, bytes + ground_below(state, n - run), run);
		break;
	case 5: /* a whole page of another place */
		if (page + PAGE <= n)
			memmove(bytes + page, bytes + ground_below(state, n / PAGE) * PAGE, PAGE);
		break;
	default:
		bytes[at]++;
		break;
	}
}

size_t mutate_bytes(unsigned char *bytes, size_t n, uint64_t *state)
{
	size_t places = 1 + ground_below(state, PLACES_MAX);

	/* mostly few, so that it still opens and what lies deeper is reached */
	if (ground_below(state, 3))
		places = 1;
	while (places--)
		mutate_one(bytes, n, state);
	if (ground_below(state, 12) == 0)
		n = ground_below(state, n);
	return n;
}

/* ---- use ---- */

struct use {
	struct store *store;
	const char *mute;
	struct mutate_tally *tally;
};

/* An error that a user could do nothing with. */
static bool heard(struct use *u, bool ok, struct err *err)
{
	if (!ok && (err->kind == ERR_NONE || strlen(err_msg(err)) < 12))
		u->mute = "(an error without words)";
	err_release(err);
	return ok;
}

static bool touch(void *ctx, struct record **rec, struct err *err)
{
	(void)err;
	*(size_t *)ctx += (*rec)->code ? strlen((*rec)->code) : 0;
	return true;
}

static bool touch_tx(void *ctx, const struct tx *tx, struct err *err)
{
	(void)err;
	*(size_t *)ctx += strlen(tx->why) + strlen(tx->who);
	return true;
}

/* Each register is counted; of those that have records, all are loaded. */
static void read_all(struct use *u)
{
	struct err err = ERR_INIT;
	size_t touched = 0, k;
	bool empty = false;

	for (k = 0; kinds[k]; k++) {
		struct query query = {.kind = kinds[k], .archived = ARCHIVED_ALSO};

		if (!heard(u, store_empty(u->store, kinds[k], &empty, &err), &err) || !empty)
			heard(u, store_each(u->store, &query, NULL, touch, &touched, &err), &err);
	}
	heard(u, store_log(u->store, 0, touch_tx, &touched, &err), &err);
}

static void change_all(struct use *u)
{
	struct err err = ERR_INIT;
	long long id = 0;
	bool done = heard(u, ground_add(u->store, "new", &id, &err), &err);

	heard(u, ground_title(u->store, done ? id : 1, "newer", &err), &err);
	heard(u, store_undo(u->store, 0, NULL, &err), &err);
	u->tally->written += done;
}

const char *mutate_use(const char *path, struct mutate_tally *tally)
{
	struct use u = {.tally = tally};
	struct err err = ERR_INIT;
	char *why = NULL;

	if (heard(&u, ground_try(path, &u.store, &err), &err)) {
		tally->opened++;
		read_all(&u);
		tally->sound += ground_sound(u.store, &why);
		change_all(&u);
		store_close(&u.store);
	}
	free(why);
	return u.mute;
}
