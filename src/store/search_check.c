/*
 * Does the search index say what stands in the records? integrity_check knows
 * nothing of it, and a record that is not in it is there but never found. So the
 * index is made anew beside the file, in memory, and both are read word by word.
 */
#include "config.h"

#include "local.h"

#include <stdlib.h>

#include "isms/util/i18n.h"
#include "isms/util/mem.h"

/* Declared as the one in the file; "instance" lists each word with each row. */
static bool make_fresh(struct store *store, struct err *err)
{
	sqlite3_stmt *stmt = db_prepare(store,
		"SELECT replace(sql,'TABLE search ','TABLE temp.fresh ') FROM main.sqlite_schema "
		"WHERE name='search'", err);
	bool row = false, ok = stmt && db_step(store, stmt, &row, err);
	char *sql = ok && row ? db_dup(stmt, 0) : NULL;

	db_done(stmt);
	ok = ok && sql && db_exec(store, err, sql) &&
	     db_exec(store, err, "CREATE VIRTUAL TABLE temp.fresh_words USING "
				 "fts5vocab(temp,fresh,instance); CREATE VIRTUAL TABLE "
				 "temp.search_words USING fts5vocab(main,search,instance)");
	free(sql);
	return ok;
}

static bool fill_fresh(struct store *store, struct err *err)
{
	struct str sql = STR_INIT;
	bool ok = true;
	size_t i;

	for (i = 0; ok && kinds[i]; i++) {
		str_clear(&sql);
		str_addf(&sql, "INSERT INTO temp.fresh(rowid,body) SELECT k.id*256+%d,",
			 kinds[i]->number);
		schema_body(kinds[i], SCHEMA_VERSION, "k", &sql);
		str_addf(&sql, " FROM main.%s k", kinds[i]->name);
		ok = db_exec(store, err, str_get(&sql));
	}
	str_release(&sql);
	return ok;
}

/* Both are in the order of words, then rows. *word receives the first that one
 * has and the other has not (owned); NULL: none. */
static bool compare(struct store *store, char **word, struct err *err)
{
	sqlite3_stmt *a = db_prepare(store, "SELECT term,doc FROM temp.fresh_words", err);
	sqlite3_stmt *b = a ? db_prepare(store, "SELECT term,doc FROM temp.search_words", err) : NULL;
	bool in_a = false, in_b = false, same = true, ok = a && b;

	do {
		ok = ok && db_step(store, a, &in_a, err) && db_step(store, b, &in_b, err);
		same = ok && in_a == in_b &&
		       (!in_a || (str_equal(db_text(a, 0), db_text(b, 0)) &&
				  sqlite3_column_int64(a, 1) == sqlite3_column_int64(b, 1)));
	} while (ok && same && in_a);
	if (ok && !same)
		*word = db_dup(in_a ? a : b, 0);
	db_done(a);
	db_done(b);
	return ok;
}

/* Dropped one by one: a rollback would make SQLite read the whole schema again. */
static bool drop_fresh(struct store *store, struct err *err)
{
	return db_exec(store, err, "DROP TABLE temp.fresh_words; DROP TABLE temp.search_words; "
				   "DROP TABLE temp.fresh; RELEASE search_check");
}

bool search_check(struct store *store, struct strv *faults, struct err *err)
{
	struct err trouble = ERR_INIT;
	char *word = NULL;
	bool ok = db_exec(store, err, "SAVEPOINT search_check") && make_fresh(store, err) &&
		  fill_fresh(store, err);

	/* an index that cannot even be read is a fault too, not the end of the check */
	if (ok && !compare(store, &word, &trouble))
		strv_take(faults, xasprintf(_("the search index is damaged: %s"), err_msg(&trouble)));
	else if (ok && word)
		strv_take(faults, xasprintf(_("the search index is not that of the records, near the "
					      "word '%s'"), word));
	ok = ok && drop_fresh(store, err);
	if (!ok)
		sqlite3_exec(store->db, "ROLLBACK TO search_check; RELEASE search_check", NULL, NULL,
			     NULL);
	err_release(&trouble);
	free(word);
	return ok;
}
