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

static void index_sql(const struct kind *kind, const char *head, const char *where, struct str *sql)
{
	str_addf(sql, "INSERT INTO search(%srowid,body) SELECT %sk.id*256+%d,", *head ? "search," : "",
		 head, kind->number);
	schema_body(kind, SCHEMA_VERSION, "k", sql);
	str_addf(sql, " FROM %s k WHERE %s", kind->name, where);
}

static void in_sql(const struct kind *kind, struct str *sql)
{
	index_sql(kind, "", "k.id=?1", sql);
}

static void out_sql(const struct kind *kind, struct str *sql)
{
	index_sql(kind, "'delete',", "k.id=?1", sql);
}

static bool run_for(struct store *store, const struct kind *kind, enum purpose purpose,
		    db_build_fn *build, long long id, struct err *err)
{
	sqlite3_stmt *stmt = db_prepare_for(store, kind, purpose, build, err);

	if (stmt)
		db_bind_int(stmt, 1, id);
	return stmt && db_run(store, stmt, err);
}

/* Indexes all rows from id on. */
static bool index_from(struct store *store, const struct kind *kind, long long id, struct err *err)
{
	struct str sql = STR_INIT;
	sqlite3_stmt *stmt;
	bool ok;

	index_sql(kind, "", "k.id>=?1", &sql);
	stmt = db_prepare(store, str_get(&sql), err);
	ok = stmt != NULL;
	if (ok) {
		db_bind_int(stmt, 1, id);
		ok = db_run(store, stmt, err);
	}
	str_release(&sql);
	return ok;
}

/* About how many records the file has. */
static bool file_rows(struct store *store, long long *rows, struct err *err)
{
	long long last = 0;
	bool ok = true;
	size_t i;

	*rows = 0;
	for (i = 0; ok && kinds[i]; i++) {
		char *sql = xasprintf("SELECT max(id) FROM %s", kinds[i]->name);
		sqlite3_stmt *stmt = db_prepare(store, sql, err);

		ok = stmt && db_number(store, stmt, &last, 0, err);
		*rows += last;
		free(sql);
	}
	return ok;
}

/*
 * Every statement that SQLite may have to take back makes FTS5 write out what
 * it has gathered, some 100 us a row; building the whole index anew costs 5. So
 * a transaction that touches many rows, and a good part of the file, does that.
 */
static bool worth_it(struct store *store, bool *one, struct err *err)
{
	long long rows = 0;
	bool ok = true;

	if (!store->reindex && ++store->indexed % 500 == 0) {
		ok = file_rows(store, &rows, err);
		store->reindex = ok && store->indexed > rows / 20;
	}
	*one = !store->reindex;
	return ok;
}

bool search_in(struct store *store, const struct kind *kind, long long id, struct err *err)
{
	struct sequence *place = place_of(store, kind);
	bool one = false;

	if (store->bulk && !place->unindexed)
		place->unindexed = id;
	if (place->unindexed && id >= place->unindexed)
		return true;
	return worth_it(store, &one, err) &&
	       (!one || run_for(store, kind, FOR_SEARCH_IN, in_sql, id, err));
}

bool search_out(struct store *store, const struct kind *kind, long long id, struct err *err)
{
	struct sequence *place = place_of(store, kind);
	bool one = false;

	if (place->unindexed && id >= place->unindexed)
		return true;
	return worth_it(store, &one, err) &&
	       (!one || run_for(store, kind, FOR_SEARCH_OUT, out_sql, id, err));
}

bool search_catch_up(struct store *store, struct err *err)
{
	struct sequence *place;
	bool ok = !store->reindex || search_rebuild(store, err);
	size_t i;

	for (i = 0; ok && kinds[i]; i++) {
		place = &store->sequences[i];
		if (place->unindexed && !store->reindex)
			ok = index_from(store, kinds[i], place->unindexed, err);
		place->unindexed = 0;
	}
	store->bulk = false;
	store->reindex = false;
	return ok;
}

bool search_rebuild(struct store *store, struct err *err)
{
	bool ok = db_exec(store, err, "INSERT INTO search(search) VALUES('delete-all')");
	size_t i;

	for (i = 0; ok && kinds[i]; i++)
		ok = index_from(store, kinds[i], 0, err);
	return ok;
}

void store_bulk(struct store *store)
{
	store->bulk = true;
}
