/*
 * What a record is linked to, both ways, from the declarations alone: its own
 * references, link tables and LINKs, and those of all others that mean it. Each
 * question reads one index, except for what refers to people: they are referred
 * to by a hundred fields, of which an index each would cost every file more than
 * reading through a register costs the few who ask.
 */
#include "config.h"

#include "local.h"

#include <stdlib.h>
#include <string.h>

#include "isms/model/kinds.h"
#include "isms/util/mem.h"

static bool leads_on(const struct field *f)
{
	return !(f->flags & F_DERIVED) &&
	       (f->type == FIELD_REF || f->type == FIELD_REFS || f->type == FIELD_LINK);
}

bool link_is_indexed(const struct field *f)
{
	return !(f->flags & F_DERIVED) &&
	       (f->type == FIELD_LINK || (f->type == FIELD_REF && f->ref != &kind_person));
}

/* The rows at the other end: ids of relation->kind, or the text of a LINK. An index of
 * what is there is used for a reference that is required where IS NOT NULL is said alone. */
static void rows_sql(const struct kind *kind, const struct relation *r, struct str *sql)
{
	const char *of = r->back ? r->kind->name : kind->name, *f = r->field->name;

	if (r->field->type == FIELD_REFS && r->back)
		str_addf(sql, " %s_id FROM %s_%s WHERE ref_id=?1", of, of, f);
	else if (r->field->type == FIELD_REFS)
		str_addf(sql, " ref_id FROM %s_%s WHERE %s_id=?1", of, f, of);
	else if (r->back)
		str_addf(sql, " id FROM %s WHERE %s=?1 AND %s IS NOT NULL", of, f, f);
	else
		str_addf(sql, " %s FROM %s WHERE id=?1 AND %s IS NOT NULL", f, of, f);
}

/* ?1: the id of the record, or what a LINK to it says. */
static void bind_record(sqlite3_stmt *stmt, const struct relation *r, long long id,
			const char *link)
{
	if (r->back && r->field->type == FIELD_LINK)
		db_bind_text(stmt, 1, link);
	else
		db_bind_int(stmt, 1, id);
}

static char *link_text(struct store *store, const struct kind *kind, long long id, struct err *err)
{
	char *sql = xasprintf("SELECT '%s/'||lower(hex(uid)) FROM %s WHERE id=?1", kind->name,
			      kind->name);
	sqlite3_stmt *stmt = db_prepare(store, sql, err);
	char *text = NULL;
	bool row = false;

	free(sql);
	if (stmt) {
		db_bind_int(stmt, 1, id);
		if (db_step(store, stmt, &row, err))
			text = row ? db_dup(stmt, 0) : xstrdup("");
		db_done(stmt);
	}
	return text;
}

static bool count_rows(struct store *store, const struct kind *kind, long long id, const char *link,
		       struct relation *r, struct err *err)
{
	struct str sql = STR_INIT;
	sqlite3_stmt *stmt;
	long long n = 0;
	bool ok;

	str_add(&sql, "SELECT count(*) FROM (SELECT");
	rows_sql(kind, r, &sql);
	str_add(&sql, ")");
	stmt = db_prepare(store, str_get(&sql), err);
	ok = stmt != NULL;
	if (ok) {
		bind_record(stmt, r, id, link);
		ok = db_number(store, stmt, &n, 0, err);
	}
	r->count = (long)n;
	str_release(&sql);
	return ok;
}

/* Does the field of a record of `of` mean records of kind? */
static bool means(const struct field *f, const struct kind *kind)
{
	return leads_on(f) && (f->type == FIELD_LINK || f->ref == kind);
}

/* Counts what has no index in one reading of the register. */
static bool count_scanned(struct store *store, const struct kind *kind, const struct kind *of,
			  long long id, long *counts, struct err *err)
{
	struct str sql = STR_INIT;
	sqlite3_stmt *stmt;
	bool row = false, ok = true;
	size_t i;
	int n = 0;

	str_add(&sql, "SELECT ");
	for (i = 0; i < of->nfields; i++)
		if (means(&of->fields[i], kind) && of->fields[i].type == FIELD_REF &&
		    !link_is_indexed(&of->fields[i]))
			str_addf(&sql, "%scount(CASE WHEN %s=?1 THEN 1 END)", n++ ? "," : "",
				 of->fields[i].name);
	str_addf(&sql, " FROM %s", of->name);
	stmt = n ? db_prepare(store, str_get(&sql), err) : NULL;
	ok = !n || stmt;
	if (ok && n) {
		db_bind_int(stmt, 1, id);
		ok = db_step(store, stmt, &row, err);
		for (i = 0, n = 0; ok && row && i < of->nfields; i++)
			if (means(&of->fields[i], kind) && of->fields[i].type == FIELD_REF &&
			    !link_is_indexed(&of->fields[i]))
				counts[i] = (long)sqlite3_column_int64(stmt, n++);
		db_done(stmt);
	}
	str_release(&sql);
	return ok;
}

static bool own(struct store *store, const struct kind *kind, long long id, store_relation_fn *each,
		void *ctx, struct err *err)
{
	struct relation r;
	bool ok = true;
	size_t i;

	for (i = 0; ok && i < kind->nfields; i++) {
		if (!leads_on(&kind->fields[i]))
			continue;
		r = (struct relation){kind->fields[i].ref, &kind->fields[i], false, 0};
		ok = count_rows(store, kind, id, NULL, &r, err);
		if (ok && r.count)
			ok = each(ctx, &r, err);
	}
	return ok;
}

static bool others(struct store *store, const struct kind *kind, const struct kind *of,
		   long long id, const char *link, store_relation_fn *each, void *ctx,
		   struct err *err)
{
	long *counts = xcalloc(of->nfields, sizeof(*counts));
	bool ok = count_scanned(store, kind, of, id, counts, err);
	struct relation r;
	size_t i;

	for (i = 0; ok && i < of->nfields; i++) {
		if (!means(&of->fields[i], kind))
			continue;
		r = (struct relation){of, &of->fields[i], true, counts[i]};
		if (of->fields[i].type != FIELD_REF || link_is_indexed(&of->fields[i]))
			ok = count_rows(store, kind, id, link, &r, err);
		if (ok && r.count)
			ok = each(ctx, &r, err);
	}
	free(counts);
	return ok;
}

bool store_relations(struct store *store, const struct kind *kind, long long id,
		     store_relation_fn *each, void *ctx, struct err *err)
{
	char *link = link_text(store, kind, id, err);
	bool ok = link && own(store, kind, id, each, ctx, err);
	size_t k;

	for (k = 0; ok && kinds[k]; k++)
		ok = others(store, kind, kinds[k], id, link, each, ctx, err);
	free(link);
	return ok;
}

/* A row of rows_sql() as a record; none where a LINK leads to nothing. */
static bool row_hit(struct store *store, const struct relation *r, sqlite3_stmt *stmt,
		    struct hit *hit, struct err *err)
{
	unsigned char uid[UID_LEN];
	bool ok = true;

	hit->kind = r->kind;
	hit->id = 0;
	if (r->back || r->field->type != FIELD_LINK)
		hit->id = sqlite3_column_int64(stmt, 0);
	else if (link_parse(db_text(stmt, 0), &hit->kind, uid))
		ok = store_find_uid(store, hit->kind, uid, &hit->id, err);
	return ok;
}

bool store_related(struct store *store, const struct kind *kind, long long id,
		   const struct relation *r, long limit, long skip, struct hit **hits, size_t *n,
		   struct err *err)
{
	char *link = link_text(store, kind, id, err);
	struct str sql = STR_INIT;
	sqlite3_stmt *stmt = NULL;
	bool row = false, ok = link != NULL;
	struct hit hit;
	size_t cap = 0;

	*hits = NULL;
	*n = 0;
	if (ok) {
		str_add(&sql, "SELECT");
		rows_sql(kind, r, &sql);
		str_add(&sql, " ORDER BY 1 LIMIT ?2 OFFSET ?3");
		stmt = db_prepare(store, str_get(&sql), err);
		ok = stmt != NULL;
	}
	if (ok) {
		bind_record(stmt, r, id, link);
		db_bind_int(stmt, 2, limit ? limit : -1);
		db_bind_int(stmt, 3, skip);
	}
	while (ok && (ok = db_step(store, stmt, &row, err)) && row) {
		ok = row_hit(store, r, stmt, &hit, err);
		if (ok && hit.id) {
			*hits = xgrow(*hits, *n, &cap, sizeof(**hits));
			(*hits)[(*n)++] = hit;
		}
	}
	db_done(stmt);
	str_release(&sql);
	free(link);
	return ok;
}
