/*
 * An older file becomes one of this version: in one transaction, after a
 * backup. New kinds and fields follow from `since`; anything else is a row of
 * migrations[].
 */
#include "config.h"

#include "local.h"

#include <stdlib.h>
#include <string.h>

#include "isms/util/i18n.h"
#include "isms/util/mem.h"

struct migration {
	int version;        /* brought by this version, after its new columns */
	const char *sql;
};

static const struct migration migrations[] = {
	{0, NULL},
};

static bool add_link(struct store *store, const struct kind *kind, const struct field *field,
		     struct err *err)
{
	struct strv sql = STRV_INIT;
	bool ok = true;
	size_t i;

	schema_link_table(kind, field, &sql);
	for (i = 0; ok && i < sql.n; i++)
		ok = db_exec(store, err, sql.v[i]);
	strv_release(&sql);
	return ok;
}

static bool add_column(struct store *store, const struct kind *kind, const struct field *field,
		       struct err *err)
{
	struct str column = STR_INIT;
	bool ok;

	schema_column(field, &column);
	ok = db_execf(store, err, "ALTER TABLE %s ADD COLUMN %s", kind->name, str_get(&column));
	str_release(&column);
	return ok;
}

static bool add_fields(struct store *store, const struct kind *kind, int since, struct err *err)
{
	const struct field *f;
	bool ok = true;
	size_t i;

	for (i = 0; ok && i < kind->nfields; i++) {
		f = &kind->fields[i];
		if (f->since != since || (f->flags & F_DERIVED))
			continue;
		if (f->type == FIELD_REFS)
			ok = add_link(store, kind, f, err);
		else if (kind->since < since)
			ok = add_column(store, kind, f, err);
	}
	return ok;
}

static bool step_to(struct store *store, int version, struct err *err)
{
	struct strv indexes = STRV_INIT;
	struct str sql = STR_INIT;
	bool ok = true;
	size_t i, k;

	for (k = 0; ok && kinds[k]; k++)
		if (kinds[k]->since == version) {
			str_clear(&sql);
			schema_kind_table(kinds[k], version, &sql);
			ok = db_exec(store, err, str_get(&sql));
		}
	for (k = 0; ok && kinds[k]; k++)
		if (kinds[k]->since <= version)
			ok = add_fields(store, kinds[k], version, err);
	for (i = 0; ok && migrations[i].sql; i++)
		if (migrations[i].version == version)
			ok = db_exec(store, err, migrations[i].sql);
	schema_indexes(version, &indexes);
	for (i = 0; ok && i < indexes.n; i++)
		ok = db_exec(store, err, indexes.v[i]);
	strv_release(&indexes);
	str_release(&sql);
	return ok;
}

bool store_migrate(struct store *store, int from, struct err *err)
{
	char *backup = xasprintf("%s.v%d.bak", store->path, from);
	bool ok = store_backup(store, backup, true, err) &&
		  db_exec(store, err, "PRAGMA foreign_keys=OFF; BEGIN IMMEDIATE");
	int version;

	if (ok) {
		for (version = from + 1; ok && version <= SCHEMA_VERSION; version++)
			ok = step_to(store, version, err);
		ok = ok && search_rebuild(store, err) &&
		     db_execf(store, err, "PRAGMA user_version=%d; COMMIT", SCHEMA_VERSION);
		if (!ok)
			sqlite3_exec(store->db, "ROLLBACK", NULL, NULL, NULL);
	}
	if (ok) {
		free(store->notice);
		store->notice = xasprintf(_("the file was brought up to date; as it was it stands in '%s'"),
					  backup);
	}
	sqlite3_exec(store->db, "PRAGMA foreign_keys=ON", NULL, NULL, NULL);
	free(backup);
	return ok;
}
