/*
 * A new file and imports into it, for the tests of src/exchange.
 */
#ifndef UNIT_EXCHANGE_H
#define UNIT_EXCHANGE_H

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <criterion/criterion.h>

#include "isms/exchange/export.h"
#include "isms/exchange/import.h"
#include "isms/model/kinds.h"
#include "isms/store/store.h"
#include "isms/util/date.h"
#include "isms/util/mem.h"

/* A file with the plain 5 by 5 method. */
struct world {
	struct store *store;
	struct rules rules;
	struct import_options opt;
	struct import_result res; /* of the last import */
	char *map;		  /* "theirs=ours" for the next import, or NULL */
};

static inline void world_open(struct world *w)
{
	struct store_options opt = {.who = "tester"};
	struct err err = ERR_INIT;

	memset(w, 0, sizeof(*w));
	cr_assert(date_parse_iso("2026-11-22", &opt.today));
	cr_assert(store_create(":memory:", &opt, &w->store, &err), "%s", err_msg(&err));
	w->rules.today = opt.today;
	strcpy(w->rules.currency, "EUR");
	method_default(&w->rules.method, 5);
}

static inline void world_close(struct world *w)
{
	import_result_release(&w->res);
	method_release(&w->rules.method);
	store_close(&w->store);
}

static inline FILE *text_file(const char *s, size_t n)
{
	FILE *f = tmpfile();

	cr_assert_not_null(f);
	cr_assert_eq(fwrite(s, 1, n, f), n);
	rewind(f);
	return f;
}

static inline FILE *fixture(const char *name)
{
	const char *dir = getenv("ISMS_SRCDIR");
	char *path = xasprintf("%s/tests/fixtures/csv/%s", dir ? dir : ".", name);
	FILE *f = fopen(path, "rb");

	cr_assert_not_null(f, "%s", path);
	free(path);
	return f;
}

static inline void one_map(struct import *im, const char *map)
{
	char *theirs = xstrdup(map), *ours = strchr(theirs, '=');
	struct err err = ERR_INIT;

	*ours++ = '\0';
	cr_assert(import_map(im, theirs, ours, &err), "%s", err_msg(&err));
	free(theirs);
}

/* Judges, then runs: both have to count the same. Closes f. */
static inline void import_file(struct world *w, const struct kind *kind, FILE *f, FILE *rejects)
{
	struct import *im = NULL;
	struct import_result preview;
	struct err err = ERR_INIT;

	import_result_release(&w->res);
	cr_assert(import_open(w->store, &w->rules, kind, f, "test.csv", &w->opt, &im, &err), "%s",
		  err_msg(&err));
	if (w->map)
		one_map(im, w->map);
	cr_assert(import_judge(im, &preview, &err), "%s", err_msg(&err));
	cr_assert(import_run(im, rejects, &w->res, &err), "%s", err_msg(&err));
	cr_assert_eq(preview.added, w->res.added, "%ld %ld", preview.added, w->res.added);
	cr_assert_eq(preview.changed, w->res.changed);
	cr_assert_eq(preview.same, w->res.same);
	cr_assert_eq(preview.rejected, w->res.rejected);
	cr_assert_eq(preview.created, w->res.created, "%ld %ld", preview.created, w->res.created);
	cr_assert_eq(preview.unresolved, w->res.unresolved);
	cr_assert_eq(preview.nremarks_all, w->res.nremarks_all);
	import_result_release(&preview);
	import_close(&im);
	fclose(f);
}

static inline void import_text(struct world *w, const struct kind *kind, const char *s)
{
	import_file(w, kind, text_file(s, strlen(s)), NULL);
}

#define expect(w, a, c, s, r)                                                                 \
	cr_assert((w)->res.added == (a) && (w)->res.changed == (c) && (w)->res.same == (s) && \
			  (w)->res.rejected == (r),                                           \
		  "%ld added, %ld changed, %ld same, %ld rejected; last: %s", (w)->res.added, \
		  (w)->res.changed, (w)->res.same, (w)->res.rejected,                         \
		  (w)->res.nremarks ? (w)->res.remarks[(w)->res.nremarks - 1].reason : "")

/* The canonical text of a field of the record with that code; "~" for nothing. */
static inline void expect_field(struct world *w, const struct kind *kind, const char *code,
				const char *field, const char *want)
{
	struct record *rec = NULL;
	struct str got = STR_INIT;
	struct err err = ERR_INIT;
	const struct value *v;
	long long id = 0;

	cr_assert(store_find_code(w->store, kind, code, &id, &err) && id, "no %s", code);
	cr_assert(store_get(w->store, kind, id, &rec, &err), "%s", err_msg(&err));
	v = record_get(rec, field);
	if (v->set)
		field_format(&w->rules, kind_field(kind, field), v, &got);
	else
		str_add(&got, "~");
	cr_assert_str_eq(str_get(&got), want, "%s %s: '%s', not '%s'", code, field, str_get(&got),
			 want);
	str_release(&got);
	record_free(&rec);
}

/* Is there a remark about this column, whose reason has this part? */
static inline void expect_remark(struct world *w, long line, const char *column, const char *part)
{
	const struct remark *r;
	size_t i;

	for (i = 0; i < w->res.nremarks; i++) {
		r = &w->res.remarks[i];
		if (r->line == line && str_equal(r->column, column) && strstr(r->reason, part))
			return;
	}
	for (i = 0; i < w->res.nremarks; i++) {
		r = &w->res.remarks[i];
		fprintf(stderr, "%ld %s '%s' %s\n", r->line, r->column ? r->column : "-",
			r->value ? r->value : "", r->reason);
	}
	cr_assert_fail("no remark on line %ld, column %s: %s", line, column ? column : "-", part);
}

/* All of a register as a file, in the order of entry. Caller frees. */
static inline char *export_all(struct world *w, const struct kind *kind, enum format format,
			       const char *names, size_t *n)
{
	const struct query query = {.kind = kind, .archived = ARCHIVED_ALSO};
	struct export_columns columns;
	struct err err = ERR_INIT;
	char *s = NULL;
	FILE *f = open_memstream(&s, n);

	cr_assert(export_columns_parse(kind, names, &columns, &err), "%s", err_msg(&err));
	cr_assert(export_write(w->store, &w->rules, &query, &columns, format, f, NULL, &err), "%s",
		  err_msg(&err));
	fclose(f);
	export_columns_release(&columns);
	return s;
}

#endif
