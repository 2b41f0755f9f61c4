/* Settings that have names in common; who we are; how long we wait. */
#include "config.h"

#include "local.h"

#include "isms/util/i18n.h"

#define WATCH_STEPS 1000 /* of SQLite's machine: well below a millisecond */

const char *store_who(const struct store *store)
{
	return store->who;
}

bool store_setting(struct store *store, const char *name, struct str *value, struct err *err)
{
	sqlite3_stmt *stmt = db_prepare(store, "SELECT value FROM setting WHERE name=?1", err);
	bool row = false, ok = stmt != NULL;

	if (ok) {
		db_bind_text(stmt, 1, name);
		ok = db_step(store, stmt, &row, err);
		if (ok && row)
			str_add(value, db_text(stmt, 0));
	}
	db_done(stmt);
	return ok;
}

bool store_set_setting(struct store *store, const char *name, const char *value, struct err *err)
{
	sqlite3_stmt *stmt;
	bool ok;

	if (store->read_only)
		return err_file(err, TROUBLE_READ_ONLY, _("'%s' is open read-only"), store->path);
	if (!store_there(store, err))
		return false;
	stmt = db_prepare(store,
			  value ? "INSERT INTO setting(name,value) VALUES(?1,?2) ON CONFLICT(name) DO "
				  "UPDATE SET value=excluded.value"
				: "DELETE FROM setting WHERE name=?1", err);
	ok = stmt != NULL;
	if (ok) {
		db_bind_text(stmt, 1, name);
		if (value)
			db_bind_text(stmt, 2, value);
		ok = db_run(store, stmt, err);
	}
	return ok;
}

bool store_settings(struct store *store, const char *prefix, store_setting_fn *each, void *ctx,
                    struct err *err)
{
	struct strv found = STRV_INIT;
	sqlite3_stmt *stmt = db_prepare(store, "SELECT name,value FROM setting WHERE "
					       "substr(name,1,length(?1))=?1 ORDER BY name", err);
	bool row = false, ok = stmt != NULL;
	size_t i;

	if (ok)
		db_bind_text(stmt, 1, prefix);
	while (ok && (ok = db_step(store, stmt, &row, err)) && row) {
		strv_add(&found, db_text(stmt, 0));
		strv_add(&found, db_text(stmt, 1));
	}
	db_done(stmt);
	/* no statement is open while the caller does what it wants */
	for (i = 0; ok && i + 1 < found.n; i += 2)
		ok = each(ctx, found.v[i], found.v[i + 1], err);
	strv_release(&found);
	return ok;
}

static int ends(void *ctx)
{
	struct store *store = ctx;

	return !store->watch(store->watch_ctx, store->done, store->total);
}

void store_watch(struct store *store, store_progress_fn *watch, void *ctx)
{
	store->watch = watch;
	store->watch_ctx = ctx;
	store_watch_at(store, 0, 0);
	sqlite3_progress_handler(store->db, watch ? WATCH_STEPS : 0, watch ? ends : NULL, store);
}

void store_watch_at(struct store *store, long done, long total)
{
	store->done = done;
	store->total = total;
}

void store_hurry(struct store *store, bool (*hurry)(void *ctx), void *ctx)
{
	store->hurry = hurry;
	store->hurry_ctx = ctx;
}
