#include "config.h"

#include "ground.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "isms/util/date.h"
#include "isms/util/mem.h"

/* SQLite asks for memory so often that AddressSanitizer's quarantine of 256 MB
 * takes more time than the tests. What is in the environment goes before. */
const char *__asan_default_options(void);

const char *__asan_default_options(void)
{
	return "quarantine_size_mb=8:malloc_context_size=8";
}

static struct store_options options(void)
{
	return (struct store_options){.today = date_from_civil(2026, 11, 22), .who = "tester"};
}

bool ground_try(const char *path, struct store **store, struct err *err)
{
	struct store_options opt = options();

	return store_open(path, &opt, store, err);
}

struct store *ground_open(struct tap *t, const char *path)
{
	struct store *store = NULL;
	struct err err = ERR_INIT;

	if (!ground_try(path, &store, &err))
		tap_bail(t, "cannot open: %s", err_msg(&err));
	return store;
}

struct store *ground_create(struct tap *t, const char *path)
{
	struct store_options opt = options();
	struct store *store = NULL;
	struct err err = ERR_INIT;

	if (!store_create(path, &opt, &store, &err))
		tap_bail(t, "cannot make the file: %s", err_msg(&err));
	return store;
}

/* ---- changes ---- */

static struct record *titled(const struct kind *kind, const char *title)
{
	struct rules rules = {.today = options().today, .currency = "EUR"};
	struct record *rec = record_new(kind);

	method_default(&rules.method, 5);
	record_defaults(&rules, rec);
	value_set_text(&rec->values[0], title);
	method_release(&rules.method);
	return rec;
}

struct record *ground_asset(const char *title)
{
	return titled(&kind_asset, title);
}

static bool add(struct store *store, struct record *rec, struct err *err)
{
	bool ok = store_begin(store, "add", err);

	if (ok && !store_add(store, rec, err)) {
		store_rollback(store);
		ok = false;
	}
	return ok && store_commit(store, NULL, err);
}

bool ground_add(struct store *store, const char *title, long long *id, struct err *err)
{
	struct record *rec = ground_asset(title);
	bool ok = add(store, rec, err);

	if (ok && id)
		*id = rec->id;
	record_free(&rec);
	return ok;
}

bool ground_title(struct store *store, long long id, const char *title, struct err *err)
{
	struct record *rec = NULL;
	bool ok = store_get(store, &kind_asset, id, &rec, err) && store_begin(store, "edit", err);

	if (ok) {
		value_set_text(&rec->values[0], title);
		ok = store_update(store, rec, NULL, err);
		if (!ok)
			store_rollback(store);
	}
	record_free(&rec);
	return ok && store_commit(store, NULL, err);
}

bool ground_bulk(struct store *store, int n, struct err *err)
{
	struct record *rec;
	bool ok = store_begin(store, "import", err);
	char title[80];
	int i;

	if (!ok)
		return false;
	store_bulk(store);
	for (i = 0; ok && i < n; i++) {
		snprintf(title, sizeof(title), "Imported thing number %d of a long list", i);
		rec = ground_asset(title);
		ok = store_add(store, rec, err);
		record_free(&rec);
	}
	if (!ok)
		store_rollback(store);
	return ok && store_commit(store, NULL, err);
}

static void refer(struct record *rec, const char *field, long long id)
{
	value_add_ref(record_value(rec, field), id, NULL, NULL);
	record_value(rec, field)->set = true;
}

static long long add_titled(struct tap *t, struct store *store, const struct kind *kind,
			    const char *title, long long asset, long long owner)
{
	struct record *rec = titled(kind, title);
	struct err err = ERR_INIT;
	long long id;

	if (asset)
		refer(rec, "assets", asset);
	if (owner)
		refer(rec, "owner", owner);
	if (!add(store, rec, &err))
		tap_bail(t, "cannot add '%s': %s", title, err_msg(&err));
	id = rec->id;
	record_free(&rec);
	return id;
}

char *ground_file(struct tap *t, const char *name)
{
	char *path = tap_str(t, "%s/%s", tap_dir(t), name);
	struct store *store = ground_create(t, path);
	long long eva = add_titled(t, store, &kind_person, "Eva Nováková", 0, 0), server;

	add_titled(t, store, &kind_person, "Jan Dvořák", 0, 0);
	server = add_titled(t, store, &kind_asset, "Mail server", 0, eva);
	add_titled(t, store, &kind_asset, "Laptop", 0, 0);
	add_titled(t, store, &kind_asset, "Backup tapes", 0, eva);
	add_titled(t, store, &kind_risk, "Theft of a disk", server, eva);
	store_close(&store);
	return path;
}

/* ---- what it holds ---- */

static bool put_record(void *ctx, struct record **rec, struct err *err)
{
	const struct record *r = *rec;
	struct str *out = ctx;
	size_t i, k;

	(void)err;
	str_addf(out, "%s v%lld %d", r->code, r->ver, r->archived);
	for (i = 0; i < r->kind->nfields; i++) {
		const struct value *v = &r->values[i];

		if (v->set && v->text)
			str_addf(out, " %s=%s", r->kind->fields[i].name, v->text);
		else if (v->set && !v->nrefs)
			str_addf(out, " %s=%lld", r->kind->fields[i].name, v->num);
		for (k = 0; k < v->nrefs; k++)
			str_addf(out, " %s>%lld", r->kind->fields[i].name, v->refs[k].id);
	}
	str_addc(out, '\n');
	return true;
}

static bool put_kind(struct store *store, const struct kind *kind, struct str *out, struct err *err)
{
	struct query query = {.kind = kind, .archived = ARCHIVED_ALSO};
	bool *want = xcalloc(kind->nfields, sizeof(*want)), ok;
	size_t i;

	for (i = 0; i < kind->nfields; i++)
		want[i] = !(kind->fields[i].flags & F_DERIVED);
	ok = store_each(store, &query, want, put_record, out, err);
	free(want);
	return ok;
}

static bool put_tx(void *ctx, const struct tx *tx, struct err *err)
{
	(void)err;
	str_addf(ctx, "tx %lld %s: %ld lines, undoes %lld %d %d\n", tx->id, tx->why, tx->changes,
		 tx->undoes, tx->redo, tx->undone);
	return true;
}

bool ground_state(struct store *store, char **text, struct err *err)
{
	struct str out = STR_INIT;
	bool ok = put_kind(store, &kind_person, &out, err) &&
		  put_kind(store, &kind_asset, &out, err) &&
		  put_kind(store, &kind_risk, &out, err) && store_log(store, 0, put_tx, &out, err);

	if (ok)
		*text = str_detach(&out);
	str_release(&out);
	return ok;
}

bool ground_sound(struct store *store, char **why)
{
	struct strv faults = STRV_INIT;
	struct err err = ERR_INIT;
	bool ok = store_doctor(store, &faults, &err);

	if (!ok || faults.n)
		*why = xstrdup(ok ? faults.v[0] : err_msg(&err));
	ok = ok && !faults.n;
	strv_release(&faults);
	err_release(&err);
	return ok;
}

/* ---- bytes and chance ---- */

unsigned char *ground_read(struct tap *t, const char *path, size_t *n)
{
	int fd = open(path, O_RDONLY | O_CLOEXEC);
	unsigned char *bytes;
	struct stat st;

	if (fd < 0 || fstat(fd, &st))
		tap_bail(t, "cannot read '%s': %s", path, strerror(errno));
	*n = (size_t)st.st_size;
	bytes = xmalloc(*n);
	if (read(fd, bytes, *n) != (ssize_t)*n)
		tap_bail(t, "cannot read '%s'", path);
	close(fd);
	return bytes;
}

void ground_write(struct tap *t, const char *path, const unsigned char *bytes, size_t n)
{
	int fd = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);

	if (fd < 0 || write(fd, bytes, n) != (ssize_t)n)
		tap_bail(t, "cannot write '%s': %s", path, strerror(errno));
	close(fd);
}

uint64_t ground_seed(struct tap *t)
{
	const char *given = getenv("ISMS_TEST_SEED");
	uint64_t seed = given ? strtoull(given, NULL, 10) : (uint64_t)time(NULL);

	tap_diag(t, "ISMS_TEST_SEED=%llu", (unsigned long long)seed);
	return seed;
}

/* splitmix64 by Sebastiano Vigna: any seed is a good one. */
uint64_t ground_random(uint64_t *state)
{
	uint64_t z = (*state += UINT64_C(0x9e3779b97f4a7c15));

	z = (z ^ (z >> 30)) * UINT64_C(0xbf58476d1ce4e5b9);
	z = (z ^ (z >> 27)) * UINT64_C(0x94d049bb133111eb);
	return z ^ (z >> 31);
}

size_t ground_below(uint64_t *state, size_t n)
{
	return n ? (size_t)(ground_random(state) % n) : 0;
}
