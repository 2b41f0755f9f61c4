/* Conditions of a filter on records that are linked, and patterns, as SQL. */
#include "config.h"

#include "local.h"

#include <stdlib.h>
#include <string.h>

/* ---- Links ----------------------------------------------------------------- */

/*
 * The ids of the records of kind of which filter holds, as a table of the
 * statement's WITH: within the condition it would nest too deep for SQLite's
 * parser. Names in it hide those outside, so each has its own k and d. Returns
 * its number.
 */
static size_t link_table(struct where *w, const struct kind *kind, const struct filter *filter,
			 bool live)
{
	struct str outer = w->sql, table = STR_INIT;
	bool derived = w->derived;

	w->sql = (struct str)STR_INIT;
	w->derived = false;
	where_filter(w, kind, filter);
	str_add(&table, "SELECT k.id");
	select_from(kind, w->derived, &table);
	str_addf(&w->with, "%sl%zu(id) AS (%s WHERE %s%s)", w->links ? "," : "WITH ", w->links + 1,
		 str_get(&table), live ? "k.archived=0 AND " : "", str_get(&w->sql));
	str_release(&w->sql);
	str_release(&table);
	w->sql = outer;
	w->derived = derived;
	return ++w->links;
}

/* A record that field of ours leads to. */
static void link_from_here(struct where *w, const struct kind *kind, const struct filter *filter)
{
	const struct field *f = filter->field;
	size_t table = link_table(w, filter->kind, filter->left, false);

	if (f->type == FIELD_REF)
		str_addf(&w->sql, "k.%s IN (SELECT id FROM l%zu)", f->name, table);
	else
		str_addf(&w->sql,
			 "k.id IN (SELECT l.%s_id FROM %s_%s l WHERE l.ref_id IN "
			 "(SELECT id FROM l%zu))",
			 kind->name, kind->name, f->name, table);
}

/* One field of theirs that leads here. A LINK holds "kind/uid". */
static void one_to_here(struct where *w, const struct kind *kind, const struct kind *from,
			const struct field *f, size_t table)
{
	size_t n = strlen(kind->name) + 1;

	if (f->type == FIELD_REF)
		str_addf(&w->sql,
			 "k.id IN (SELECT t.%s FROM %s t WHERE t.id IN "
			 "(SELECT id FROM l%zu))",
			 f->name, from->name, table);
	else if (f->type == FIELD_REFS)
		str_addf(&w->sql,
			 "k.id IN (SELECT l.ref_id FROM %s_%s l WHERE l.%s_id IN "
			 "(SELECT id FROM l%zu))",
			 from->name, f->name, from->name, table);
	else
		str_addf(&w->sql,
			 "k.uid IN (SELECT unhex_uid(substr(t.%s,%zu)) FROM %s t WHERE "
			 "substr(t.%s,1,%zu)='%s/' AND t.id IN (SELECT id FROM l%zu))",
			 f->name, n + 1, from->name, f->name, n, kind->name, table);
}

/* A record of theirs that leads here, by whichever field. What is archived is no
 * reason any more, unless it is asked for. */
static void link_to_here(struct where *w, const struct kind *kind, const struct filter *filter)
{
	const struct kind *from = filter->kind;
	size_t table = link_table(w, from, filter->left, !filter_asks_archived(filter->left));
	const char * or = "";
	size_t i;

	for (i = 0; i < from->nfields; i++) {
		if (!filter_leads(&from->fields[i], kind))
			continue;
		str_add(&w->sql, or);
		one_to_here(w, kind, from, &from->fields[i], table);
		or = " OR ";
	}
}

void where_link(struct where *w, const struct kind *kind, const struct filter *filter)
{
	if (filter->field)
		link_from_here(w, kind, filter);
	else
		link_to_here(w, kind, filter);
}

/* ---- Patterns --------------------------------------------------------------- */

/* "matches(column,?n)" */
static void matches(struct where *w, const char *alias, const char *column, const char *pattern)
{
	str_addf(&w->sql, "matches(%s.%s,", alias, column);
	where_param(w, pattern);
	str_add(&w->sql, ")");
}

/* Code or title of what a reference leads to. */
static void matches_ref(struct where *w, const struct kind *kind, const struct field *f,
			const char *pattern)
{
	const struct kind *ref = f->ref;

	if (f->type == FIELD_REF)
		str_addf(&w->sql, "k.%s IN (SELECT r.id FROM %s r WHERE ", f->name, ref->name);
	else
		str_addf(&w->sql,
			 "k.id IN (SELECT l.%s_id FROM %s_%s l JOIN %s r ON r.id=l.ref_id "
			 "WHERE ",
			 kind->name, kind->name, f->name, ref->name);
	matches(w, "r", "code", pattern);
	if (field_is_column(&ref->fields[0])) {
		str_add(&w->sql, " OR ");
		matches(w, "r", ref->fields[0].name, pattern);
	}
	str_add(&w->sql, ")");
}

static bool is_ref(const struct field *f)
{
	return f->type == FIELD_REF || f->type == FIELD_REFS;
}

void where_matches(struct where *w, const struct kind *kind, const struct filter *filter)
{
	if (filter->code)
		matches(w, "k", "code", filter->text);
	else if (is_ref(filter->field))
		matches_ref(w, kind, filter->field, filter->text);
	else {
		str_add(&w->sql, "matches(");
		where_column(w, filter->field);
		str_add(&w->sql, ",");
		where_param(w, filter->text);
		str_add(&w->sql, ")");
	}
}

/* The same texts that words are looked for in, of references code and title. */
void where_matches_any(struct where *w, const struct kind *kind, const struct filter *filter)
{
	size_t i;

	str_add(&w->sql, "(");
	matches(w, "k", "code", filter->text);
	for (i = 0; i < kind->nfields; i++) {
		const struct field *f = &kind->fields[i];

		if (is_ref(f) && !(f->flags & F_DERIVED)) {
			str_add(&w->sql, " OR ");
			matches_ref(w, kind, f, filter->text);
		} else if ((f->flags & F_SEARCHED) && field_is_column(f)) {
			str_add(&w->sql, " OR ");
			matches(w, "k", f->name, filter->text);
		}
	}
	str_add(&w->sql, ")");
}
