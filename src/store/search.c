/*
 * The search index: one FTS5 table for all registers, a row for each record at
 * id * 256 + the kind's number. It keeps no text of its own, so what is taken
 * out has to be said word for word, from the row as it still is.
 */
#include "config.h"

#include "local.h"

#include <stdlib.h>

#include "isms/util/mem.h"

static struct sequence *place_of(struct store *store, const struct kind *kind)
{
	size_t i;

	for (i = 0; kinds[i] != kind; i++)
		;
	return &store->sequences[i];
}

static bool write_index(struct store *store, const struct kind *kind, const char *head,
			const char *where, long long id, struct err *err)
{
	struct str body = STR_INIT;
	sqlite3_stmt *stmt;
	char *sql;
	bool ok;

	schema_body(kind, SCHEMA_VERSION, "k", &body);
	sql = xasprintf("INSERT INTO search(%srowid,body) SELECT %sk.id*256+%d,%s FROM %s k WHERE %s",
			*head ? "search," : "", head, kind->number, str_get(&body), kind->name, where);
	stmt = db_prepare(store, sql, err);
	ok = stmt != NULL;
	if (ok) {
		db_bind_int(stmt, 1, id);
		ok = db_run(store, stmt, err);
	}
	free(sql);
	str_release(&body);
	return ok;
}

bool search_in(struct store *store, const struct kind *kind, long long id, struct err *err)
{
	struct sequence *place = place_of(store, kind);

	if (store->bulk && !place->unindexed)
		place->unindexed = id;
	if (store->bulk && id >= place->unindexed)
		return true;
	return write_index(store, kind, "", "k.id=?1", id, err);
}

bool search_out(struct store *store, const struct kind *kind, long long id, struct err *err)
{
	struct sequence *place = place_of(store, kind);

	if (place->unindexed && id >= place->unindexed)
		return true;
	return write_index(store, kind, "'delete',", "k.id=?1", id, err);
}

bool search_catch_up(struct store *store, struct err *err)
{
	struct sequence *place;
	bool ok = true;
	size_t i;

	for (i = 0; ok && kinds[i]; i++) {
		place = &store->sequences[i];
		if (place->unindexed)
			ok = write_index(store, kinds[i], "", "k.id>=?1", place->unindexed, err);
		place->unindexed = 0;
	}
	store->bulk = false;
	return ok;
}

bool search_rebuild(struct store *store, struct err *err)
{
	bool ok = db_exec(store, err, "INSERT INTO search(search) VALUES('delete-all')");
	size_t i;

	for (i = 0; ok && kinds[i]; i++)
		ok = write_index(store, kinds[i], "", "k.id>=?1", 0, err);
	return ok;
}

void store_bulk(struct store *store)
{
	store->bulk = true;
}
