/* Settings that have names in common; who we are; how long we wait. */
#include "config.h"

#include "local.h"

#include "isms/util/i18n.h"

bool store_settings(struct store *store, const char *prefix, store_setting_fn *each, void *ctx,
		    struct err *err)
{
	sqlite3_stmt *stmt = db_prepare(
		store,
		"SELECT name,value FROM setting WHERE substr(name,1,length(?1))=?1 ORDER BY name",
		err);
	bool row = false, ok = stmt != NULL;

	if (ok)
		db_bind_text(stmt, 1, prefix);
	while (ok && (ok = db_step(store, stmt, &row, err)) && row)
		ok = each(ctx, db_text(stmt, 0), db_text(stmt, 1), err);
	db_done(stmt);
	return ok;
}

bool store_drop_setting(struct store *store, const char *name, struct err *err)
{
	sqlite3_stmt *stmt;

	if (store->read_only)
		return err_file(err, TROUBLE_READ_ONLY, _("'%s' is open read-only"), store->path);
	if (!store_there(store, err))
		return false;
	stmt = db_prepare(store, "DELETE FROM setting WHERE name=?1", err);
	if (stmt)
		db_bind_text(stmt, 1, name);
	return stmt && db_run(store, stmt, err);
}

const char *store_who(const struct store *store)
{
	return store->who;
}

void store_hurry(struct store *store, bool (*hurry)(void *ctx), void *ctx)
{
	store->hurry = hurry;
	store->hurry_ctx = ctx;
}
