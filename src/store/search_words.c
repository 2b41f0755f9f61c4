/* Words looked for in all registers at once, by the index alone. */
#include "config.h"

#include "local.h"

#include <stdlib.h>
#include <string.h>

#include "isms/util/i18n.h"
#include "isms/util/mem.h"
#include "isms/util/text.h"

#define NUMBERS 256 /* of kinds */

/* Of so many in a register each is looked at: whether it is archived, and whether
 * its title has the words. Of more only those that are archived are asked for. */
#define LOOKED_AT 2000

/* What the index has of one register. */
struct share {
	const struct kind *kind;
	long long *ids;
	size_t n, cap;
	size_t titles; /* so many of them, at the front, have the words in their title */
};

static void shares_init(struct share *shares, const struct kind *only)
{
	size_t i;

	memset(shares, 0, NUMBERS * sizeof(*shares));
	for (i = 0; kinds[i]; i++)
		if (!only || kinds[i] == only)
			shares[kinds[i]->number].kind = kinds[i];
}

static void shares_release(struct share *shares)
{
	size_t i;

	for (i = 0; i < NUMBERS; i++)
		free(shares[i].ids);
}

static void add(struct share *share, long long id)
{
	if (!share->kind)
		return;
	share->ids = xgrow(share->ids, share->n, &share->cap, sizeof(*share->ids));
	share->ids[share->n++] = id;
}

static bool read_index(struct store *store, const struct strv *words, struct share *shares,
		       struct err *err)
{
	sqlite3_stmt *stmt =
		db_prepare(store, "SELECT rowid FROM search WHERE search MATCH ?1", err);
	struct str match = STR_INIT;
	bool ok = stmt != NULL, row = false;
	long long id;
	size_t i;

	for (i = 0; i < words->n; i++)
		str_addf(&match, "%s\"%s\"*", i ? " AND " : "", words->v[i]);
	if (ok)
		db_bind_text(stmt, 1, str_get(&match));
	while (ok && (ok = db_step(store, stmt, &row, err)) && row) {
		id = sqlite3_column_int64(stmt, 0);
		add(&shares[id & (NUMBERS - 1)], id / NUMBERS);
	}
	db_done(stmt);
	str_release(&match);
	return ok;
}

/* Takes the archived ones out: both lists are in the order of entry. */
static bool drop_archived(struct store *store, struct share *share, struct err *err)
{
	char *sql = xasprintf("SELECT id FROM %s WHERE archived=1 ORDER BY id", share->kind->name);
	sqlite3_stmt *stmt = db_prepare(store, sql, err);
	bool ok = stmt != NULL, row = false;
	size_t i, kept = 0;
	long long gone = 0;

	for (i = 0; ok && i < share->n; i++) {
		while (ok && gone < share->ids[i] && (ok = db_step(store, stmt, &row, err)))
			gone = row ? sqlite3_column_int64(stmt, 0) : share->ids[share->n - 1] + 1;
		if (gone != share->ids[i])
			share->ids[kept++] = share->ids[i];
	}
	share->n = kept;
	db_done(stmt);
	free(sql);
	return ok;
}

/* SELECT archived, and whether the title has all words. */
static void look_sql(const struct kind *kind, const struct strv *words, struct str *sql)
{
	const struct field *title = &kind->fields[0];
	size_t i;

	str_add(sql, "SELECT archived,");
	for (i = 0; i < words->n; i++)
		str_addf(sql, "%shas(%s,?%zu)", i ? " AND " : "",
			 field_is_column(title) && title->type == FIELD_TEXT ? title->name : "code",
			 i + 2);
	str_addf(sql, " FROM %s WHERE id=?1", kind->name);
}

static bool look_at_each(struct store *store, struct share *share, const struct strv *words,
			 struct err *err)
{
	long long *others = xcalloc(share->n + 1, sizeof(*others));
	struct str sql = STR_INIT;
	sqlite3_stmt *stmt;
	bool ok, row = false;
	size_t i, n = 0;

	look_sql(share->kind, words, &sql);
	stmt = db_prepare(store, str_get(&sql), err);
	ok = stmt != NULL;
	for (i = 0; ok && i < words->n; i++)
		db_bind_text(stmt, (int)i + 2, words->v[i]);
	for (i = 0; ok && i < share->n; i++) {
		db_bind_int(stmt, 1, share->ids[i]);
		ok = db_step(store, stmt, &row, err);
		if (ok && row && !sqlite3_column_int(stmt, 0)) {
			if (sqlite3_column_int(stmt, 1))
				share->ids[share->titles++] = share->ids[i];
			else
				others[n++] = share->ids[i];
		}
		db_done(stmt);
	}
	memcpy(share->ids + share->titles, others, n * sizeof(*others));
	share->n = share->titles + n;
	free(others);
	str_release(&sql);
	return ok;
}

static void take(struct share *share, long most, struct search_hits **hits, size_t *n, size_t *cap)
{
	struct search_hits *to;

	if (!share->n)
		return;
	*hits = xgrow(*hits, *n, cap, sizeof(**hits));
	to = &(*hits)[(*n)++];
	to->kind = share->kind;
	to->n = (long)share->n;
	to->ids = share->ids;
	to->nids = most > 0 && (size_t)most < share->n ? (size_t)most : share->n;
	share->ids = NULL;
}

bool store_search(struct store *store, const char *text, const struct kind *only, long most,
		  struct search_hits **hits, size_t *n, struct err *err)
{
	struct share *shares = xcalloc(NUMBERS, sizeof(*shares));
	struct strv words = STRV_INIT;
	size_t i, cap = 0;
	bool ok;

	*hits = NULL;
	*n = 0;
	shares_init(shares, only);
	store_words(text, &words);
	ok = words.n ? read_index(store, &words, shares, err)
		     : err_set(err, ERR_USAGE, _("nothing to search for"));
	for (i = 0; ok && kinds[i]; i++) {
		struct share *share = &shares[kinds[i]->number];

		if (share->n > LOOKED_AT)
			ok = drop_archived(store, share, err);
		else if (share->n)
			ok = look_at_each(store, share, &words, err);
		if (ok)
			take(share, most, hits, n, &cap);
	}
	if (!ok)
		search_hits_release(hits, n);
	shares_release(shares);
	free(shares);
	strv_release(&words);
	return ok;
}

void search_hits_release(struct search_hits **hits, size_t *n)
{
	size_t i;

	for (i = 0; i < *n; i++)
		free((*hits)[i].ids);
	free(*hits);
	*hits = NULL;
	*n = 0;
}
