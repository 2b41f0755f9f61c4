/*
 * Records of a scratch file, for the tests of registers: made from pairs of field and
 * text, looked at as CSV would have them, moved through their states. Today is
 * 2026-11-22. The file has to be sound at the end.
 */
#ifndef ISMS_TESTS_REGISTERS_H
#define ISMS_TESTS_REGISTERS_H

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "isms/model/kinds.h"
#include "isms/model/rules.h"
#include "isms/store/store.h"
#include "isms/util/date.h"
#include "isms/util/mem.h"

#define ok(call) cr_assert((call), "%s: %s", #call, err_msg(&err))

static struct err err = ERR_INIT;
static struct store *store;
static char folder[64], file[128];
static struct rules rules;

static inline void start(void)
{
	struct store_options opt = {.who = "tester", .wait_ms = 200};

	cr_assert(date_parse_iso("2026-11-22", &opt.today));
	strcpy(folder, "/tmp/isms-test-XXXXXX");
	cr_assert(mkdtemp(folder));
	snprintf(file, sizeof(file), "%s/t.isms", folder);
	ok(store_create(file, &opt, &store, &err));
	rules.today = opt.today;
	strcpy(rules.currency, "EUR");
	method_default(&rules.method, 5);
}

static inline void stop(void)
{
	struct strv faults = STRV_INIT;

	ok(store_doctor(store, &faults, &err));
	cr_expect_eq(faults.n, 0, "%s", faults.n ? faults.v[0] : "");
	strv_release(&faults);
	store_close(&store);
	method_release(&rules.method);
	unlink(file);
	rmdir(folder);
}

/* ---- Records ------------------------------------------------------------- */

static inline void refer(struct value *value, const struct kind *kind, const char *code)
{
	long long id = 0;

	ok(store_find_code(store, kind, code, &id, &err));
	cr_assert(id, "no %s %s", kind->name, code);
	value_add_ref(value, id, code, NULL);
}

/* References are set by their codes, a LINK as "kind/code". */
static inline void set(struct record *rec, const char *name, const char *text)
{
	const struct field *field = kind_field(rec->kind, name);
	struct value *value;
	struct strv codes = STRV_INIT;
	size_t i;

	cr_assert(field, "no field %s", name);
	value = record_value(rec, name);
	switch (field->type) {
	case FIELD_REF:
	case FIELD_REFS:
		value_release(value);
		strv_split(&codes, text, ";");
		for (i = 0; i < codes.n; i++)
			refer(value, field->ref, codes.v[i]);
		break;
	case FIELD_LINK:
		value_release(value);
		strv_split(&codes, text, "/");
		refer(value, kind_find(codes.v[0]), codes.v[1]);
		value->refs[0].kind = kind_find(codes.v[0]);
		break;
	default:
		ok(field_parse(&rules, field, text, value, &err));
	}
	strv_release(&codes);
}

/* A record with its defaults and what the pairs of field and text say. */
static inline struct record *make(const struct kind *kind, const char *const *pairs)
{
	struct record *rec = record_new(kind);

	record_defaults(&rules, rec);
	for (; *pairs; pairs += 2)
		set(rec, pairs[0], pairs[1]);
	return rec;
}

#define PAIRS(...) ((const char *const[]){__VA_ARGS__, NULL})

/* Adds what must be sound. */
static inline long long add(const struct kind *kind, const char *const *pairs)
{
	struct record *rec = make(kind, pairs);
	long long id;

	ok(record_check(&rules, rec, NULL, &err));
	ok(store_begin(store, "add", &err));
	ok(store_add(store, rec, &err));
	ok(store_commit(store, NULL, &err));
	id = rec->id;
	record_free(&rec);
	return id;
}

static inline void archive(const struct kind *kind, long long id)
{
	ok(store_begin(store, "archive", &err));
	ok(store_archive(store, kind, id, true, &err));
	ok(store_commit(store, NULL, &err));
}

/* The field as CSV would have it. */
static inline void expect(const struct kind *kind, long long id, const char *name,
			  const char *want)
{
	const struct field *field = kind_field(kind, name);
	struct record *rec = NULL;
	struct str text = STR_INIT;

	cr_assert(field, "no field %s", name);
	ok(store_get(store, kind, id, &rec, &err));
	field_format(&rules, field, record_get(rec, name), &text);
	cr_expect_str_eq(str_get(&text), want, "%s %s.%s is '%s', not '%s'", rec->code, kind->name,
			 name, str_get(&text), want);
	str_release(&text);
	record_free(&rec);
}

/* What the pairs say is refused, with the field at fault. */
static inline void refused(const struct kind *kind, const char *const *pairs, const char *name)
{
	struct record *rec = make(kind, pairs);

	cr_expect_not(record_check(&rules, rec, NULL, &err), "%s was taken", kind->name);
	cr_expect(err.field && !strcmp(err.field->name, name), "%s: %s", kind->name, err_msg(&err));
	err_release(&err);
	record_free(&rec);
}

static inline void taken(const struct kind *kind, const char *const *pairs)
{
	struct record *rec = make(kind, pairs);

	cr_expect(record_check(&rules, rec, NULL, &err), "%s: %s", kind->name, err_msg(&err));
	err_release(&err);
	record_free(&rec);
}

/* A move from one state to another of a record with these pairs: needs names the
 * field that it must not lack, "status" where there is no such move at all. */
static inline void move_needs(const struct kind *kind, const char *const *pairs, const char *from,
			      const char *to, const char *needs)
{
	struct record *old = make(kind, pairs), *rec;

	set(old, "status", from);
	rec = record_copy(old);
	set(rec, "status", to);
	cr_expect_not(record_check(&rules, rec, old, &err), "%s: %s to %s", kind->name, from, to);
	cr_expect(err.field && !strcmp(err.field->name, needs), "%s: %s to %s: %s", kind->name,
		  from, to, err_msg(&err));
	err_release(&err);
	record_free(&rec);
	record_free(&old);
}

static inline void moves(const struct kind *kind, const char *const *pairs, const char *from,
			 const char *to)
{
	struct record *old = make(kind, pairs), *rec;

	set(old, "status", from);
	rec = record_copy(old);
	set(rec, "status", to);
	cr_expect(record_check(&rules, rec, old, &err), "%s: %s to %s: %s", kind->name, from, to,
		  err_msg(&err));
	err_release(&err);
	record_free(&rec);
	record_free(&old);
}

/* Changes one field of what is in the file, by the rules of its life. */
static inline void change(const struct kind *kind, long long id, const char *name,
			  const char *text)
{
	struct record *rec = NULL, *old;

	ok(store_get(store, kind, id, &rec, &err));
	old = record_copy(rec);
	set(rec, name, text);
	ok(record_check(&rules, rec, old, &err));
	ok(store_begin(store, "edit", &err));
	ok(store_update(store, rec, NULL, &err));
	ok(store_commit(store, NULL, &err));
	record_free(&rec);
	record_free(&old);
}

#endif
