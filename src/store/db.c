/* SQLite in our words: errors, statements that are kept, functions. */
#include "config.h"

#include "local.h"

#include <errno.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <stdio.h>

#include "isms/util/date.h"
#include "isms/util/i18n.h"
#include "isms/util/mem.h"
#include "isms/util/pattern.h"
#include "isms/util/text.h"

#define STATEMENTS_MAX 96
#define MONTHS_MAX 12000 /* a thousand years */
#define KEY_BYTES 1000	 /* of a text that decide where it sorts */

/* "UNIQUE constraint failed: risk.code" names the column; say it as a field. */
static bool unique_err(const char *msg, struct err *err)
{
	const char *dot, *start = strrchr(msg, ':');
	const struct kind *kind = NULL;
	const struct field *field = NULL;
	char *table;

	start = start ? start + 1 : msg;
	while (*start == ' ')
		start++;
	dot = strchr(start, '.');
	if (dot) {
		table = xstrndup(start, (size_t)(dot - start));
		kind = kind_find(table);
		free(table);
		dot++;
	}
	if (kind) {
		table = xstrndup(dot, strcspn(dot, ","));
		field = kind_field(kind, table);
		if (str_equal(table, "code"))
			err_set(err, ERR_INPUT, _("there is already a record with this code"));
		else if (field)
			err_field(err, field, _("there is already a record with this %s"),
				  _(field->label));
		free(table);
	}
	if (!kind || (!field && err->kind == ERR_NONE))
		err_set(err, ERR_INPUT, _("there is already such a record (%s)"), msg);
	return false;
}

/* A quota and a limit on the size of files are full disks to whoever writes. */
static bool no_room(struct store *store)
{
	int number = 0;

	sqlite3_file_control(store->db, NULL, SQLITE_FCNTL_LAST_ERRNO, &number);
	return number == ENOSPC || number == EDQUOT || number == EFBIG;
}

static bool disk_full(struct store *store, struct err *err, const char *what)
{
	return err_file(err, TROUBLE_FULL,
			_("%s: the disk with '%s' is full; make room and try again"), what,
			store->path);
}

bool db_err(struct store *store, struct err *err, const char *what)
{
	int rc = sqlite3_extended_errcode(store->db);
	const char *msg = sqlite3_errmsg(store->db);

	switch (rc & 0xff) {
	case SQLITE_BUSY:
	case SQLITE_LOCKED:
		return err_file(err, TROUBLE_LOCKED,
				_("%s: '%s' is being written by somebody else; try again"), what,
				store->path);
	case SQLITE_READONLY:
		return err_file(err, TROUBLE_READ_ONLY, _("%s: '%s' is open read-only"), what,
				store->path);
	case SQLITE_FULL:
		return disk_full(store, err, what);
	case SQLITE_NOTADB:
		return err_file(err, TROUBLE_FOREIGN,
				_("'%s' is not a file of isms, or its beginning is destroyed"),
				store->path);
	case SQLITE_CORRUPT:
		return err_file(err, TROUBLE_DAMAGED,
				_("%s: '%s' is damaged (%s); keep a copy of it and go back to a backup"),
				what, store->path, msg);
	case SQLITE_IOERR:
	case SQLITE_CANTOPEN:
	case SQLITE_PERM:
		if (no_room(store))
			return disk_full(store, err, what);
		return err_set(err, ERR_FILE, "%s: '%s': %s", what, store->path, msg);
	case SQLITE_INTERRUPT:
		return err_set(err, ERR_CANCELLED,
			       store->depth ? _("cancelled; nothing was changed") : _("cancelled"));
	default:
		break;
	}
	if (rc == SQLITE_CONSTRAINT_UNIQUE || rc == SQLITE_CONSTRAINT_PRIMARYKEY)
		return unique_err(msg, err);
	if (rc == SQLITE_CONSTRAINT_FOREIGNKEY)
		return err_set(err, ERR_INPUT, _("%s: other records refer to it, or it refers to one that is gone"),
			       what);
	if ((rc & 0xff) == SQLITE_CONSTRAINT)
		return err_set(err, ERR_INPUT, _("%s: the file refuses the value (%s)"), what, msg);
	return err_set(err, ERR_FAILED, "%s: %s", what, msg);
}

bool db_exec(struct store *store, struct err *err, const char *sql)
{
	bool ok = sqlite3_exec(store->db, sql, NULL, NULL, NULL) == SQLITE_OK;

	if (!ok)
		db_err(store, err, _("the file cannot be used"));
	return ok;
}

bool db_execf(struct store *store, struct err *err, const char *fmt, ...)
{
	char *text;
	va_list ap;
	bool ok;
	int n;

	va_start(ap, fmt);
	n = vsnprintf(NULL, 0, fmt, ap);
	va_end(ap);
	text = xmalloc((size_t)n + 1);
	va_start(ap, fmt);
	vsnprintf(text, (size_t)n + 1, fmt, ap);
	va_end(ap);
	ok = db_exec(store, err, text);
	free(text);
	return ok;
}

/* The place for a new statement: a free one, else that unused for longest. */
static struct statement *statement_slot(struct store *store)
{
	struct statement *slot = NULL;
	size_t i;

	if (!store->statements)
		store->statements = xcalloc(STATEMENTS_MAX, sizeof(*store->statements));
	if (store->nstatements < STATEMENTS_MAX)
		return &store->statements[store->nstatements++];
	for (i = 0; i < store->nstatements; i++)
		if (!sqlite3_stmt_busy(store->statements[i].stmt) &&
		    (!slot || store->statements[i].used < slot->used))
			slot = &store->statements[i];
	if (slot) {
		sqlite3_finalize(slot->stmt);
		free(slot->sql);
	}
	return slot;
}

sqlite3_stmt *db_prepare(struct store *store, const char *sql, struct err *err)
{
	struct statement *slot;
	sqlite3_stmt *stmt = NULL;
	size_t i;

	store->tick++;
	for (i = 0; i < store->nstatements; i++) {
		slot = &store->statements[i];
		if (strcmp(slot->sql, sql) == 0 && !sqlite3_stmt_busy(slot->stmt)) {
			slot->used = store->tick;
			sqlite3_reset(slot->stmt);
			sqlite3_clear_bindings(slot->stmt);
			return slot->stmt;
		}
	}
	if (sqlite3_prepare_v3(store->db, sql, -1, SQLITE_PREPARE_PERSISTENT, &stmt, NULL) !=
	    SQLITE_OK) {
		db_err(store, err, _("the file cannot be read"));
		return NULL;
	}
	slot = statement_slot(store);
	slot->sql = xstrdup(sql);
	slot->stmt = stmt;
	slot->used = store->tick;
	slot->purpose = FOR_NOTHING;
	return stmt;
}

sqlite3_stmt *db_prepare_for(struct store *store, const struct kind *kind, enum purpose purpose,
                             db_build_fn *build, struct err *err)
{
	struct str sql = STR_INIT;
	struct statement *s;
	sqlite3_stmt *stmt;
	size_t i;

	for (i = 0; i < store->nstatements; i++) {
		s = &store->statements[i];
		if (s->purpose == purpose && s->kind == kind && !sqlite3_stmt_busy(s->stmt)) {
			s->used = ++store->tick;
			sqlite3_clear_bindings(s->stmt);
			return s->stmt;
		}
	}
	build(kind, &sql);
	stmt = db_prepare(store, str_get(&sql), err);
	for (i = 0; stmt && i < store->nstatements; i++)
		if (store->statements[i].stmt == stmt) {
			store->statements[i].kind = kind;
			store->statements[i].purpose = purpose;
		}
	str_release(&sql);
	return stmt;
}

void db_done(sqlite3_stmt *stmt)
{
	if (stmt)
		sqlite3_reset(stmt);
}

bool db_step(struct store *store, sqlite3_stmt *stmt, bool *row, struct err *err)
{
	int rc = sqlite3_step(stmt);

	*row = rc == SQLITE_ROW;
	if (rc == SQLITE_ROW || rc == SQLITE_DONE)
		return true;
	return db_err(store, err, store->depth ? _("cannot save") : _("cannot read"));
}

bool db_run(struct store *store, sqlite3_stmt *stmt, struct err *err)
{
	bool row, ok = db_step(store, stmt, &row, err);

	db_done(stmt);
	return ok;
}

bool db_number(struct store *store, sqlite3_stmt *stmt, long long *number, long long absent,
               struct err *err)
{
	bool row, ok = db_step(store, stmt, &row, err);

	if (ok)
		*number = row && sqlite3_column_type(stmt, 0) != SQLITE_NULL
				  ? sqlite3_column_int64(stmt, 0)
				  : absent;
	db_done(stmt);
	return ok;
}

void db_bind_text(sqlite3_stmt *stmt, int at, const char *text)
{
	if (text)
		sqlite3_bind_text(stmt, at, text, -1, SQLITE_TRANSIENT);
	else
		sqlite3_bind_null(stmt, at);
}

void db_lend_text(sqlite3_stmt *stmt, int at, const char *text)
{
	if (text)
		sqlite3_bind_text(stmt, at, text, -1, SQLITE_STATIC);
	else
		sqlite3_bind_null(stmt, at);
}

void db_bind_int(sqlite3_stmt *stmt, int at, long long number)
{
	sqlite3_bind_int64(stmt, at, number);
}

void db_bind_blob(sqlite3_stmt *stmt, int at, const void *bytes, size_t n)
{
	sqlite3_bind_blob(stmt, at, bytes, (int)n, SQLITE_TRANSIENT);
}

const char *db_text(sqlite3_stmt *stmt, int column)
{
	return (const char *)sqlite3_column_text(stmt, column);
}

char *db_dup(sqlite3_stmt *stmt, int column)
{
	const char *text = db_text(stmt, column);

	return text ? xstrdup(text) : NULL;
}

/* today(): the day that derived values are computed for. */
static void sql_today(sqlite3_context *ctx, int argc, sqlite3_value **argv)
{
	struct store *store = sqlite3_user_data(ctx);
	char day[DATE_LEN];

	(void)argc;
	(void)argv;
	date_format(store->today, day);
	sqlite3_result_text(ctx, day, -1, SQLITE_TRANSIENT);
}

/* months_after(day, n): n months later, at the end of the month where that day is
 * not in it (SQLite's own '+1 months' makes 3 March of 31 January). What follows
 * the day, as in 2026-01-31T08:00, stays. NULL where either is missing. */
static void sql_months_after(sqlite3_context *ctx, int argc, sqlite3_value **argv)
{
	const char *text = (const char *)sqlite3_value_text(argv[0]);
	long long months = sqlite3_value_int64(argv[1]);
	char day[DATE_LEN];
	char *later;
	long days;

	(void)argc;
	if (!text || strlen(text) < DATE_LEN - 1 || sqlite3_value_type(argv[1]) == SQLITE_NULL)
		return;
	memcpy(day, text, DATE_LEN - 1);
	day[DATE_LEN - 1] = '\0';
	if (!date_parse_iso(day, &days) || months < -MONTHS_MAX || months > MONTHS_MAX)
		return;
	date_format(date_add_months(days, (int)months), day);
	later = xasprintf("%s%s", day, text + DATE_LEN - 1);
	sqlite3_result_text(ctx, later, -1, SQLITE_TRANSIENT);
	free(later);
}

/* has(text, needle): does the folded needle stand in text, folded? */
static void sql_has(sqlite3_context *ctx, int argc, sqlite3_value **argv)
{
	const char *text = (const char *)sqlite3_value_text(argv[0]);
	const char *needle = (const char *)sqlite3_value_text(argv[1]);

	(void)argc;
	sqlite3_result_int(ctx, text && needle && text_contains(text, needle));
}

/* same(text, folded): is text, folded, just that? */
static void sql_same(sqlite3_context *ctx, int argc, sqlite3_value **argv)
{
	const char *text = (const char *)sqlite3_value_text(argv[0]);
	const char *other = (const char *)sqlite3_value_text(argv[1]);
	char *folded;

	(void)argc;
	folded = text ? text_fold(text) : NULL;
	sqlite3_result_int(ctx, folded && other && strcmp(folded, other) == 0);
	free(folded);
}

static void free_pattern(void *old)
{
	struct pattern *pattern = old;

	pattern_free(&pattern);
}

/* matches(text, pattern): is the pattern found in it? It is compiled once a query:
 * SQLite keeps it beside the parameter. */
static void sql_matches(sqlite3_context *ctx, int argc, sqlite3_value **argv)
{
	const char *text = (const char *)sqlite3_value_text(argv[0]);
	const char *wanted = (const char *)sqlite3_value_text(argv[1]);
	struct pattern *pattern = sqlite3_get_auxdata(ctx, 1);
	bool kept = pattern != NULL;
	enum pattern_answer answer = PATTERN_NO;

	(void)argc;
	if (!kept && wanted)
		pattern = pattern_new(wanted, NULL, NULL);
	if (text && pattern)
		answer = pattern_find(pattern, text);
	if (answer == PATTERN_TOO_LONG)
		sqlite3_result_error(ctx, _("the pattern tries too many ways; make it simpler"), -1);
	else
		sqlite3_result_int(ctx, answer == PATTERN_YES);
	if (!kept && pattern)
		sqlite3_set_auxdata(ctx, 1, pattern, free_pattern);
}

/* people_key(text): what sorts as the collation "people" does, at a fraction of its
 * cost; NULL of NULL. */
static void sql_people_key(sqlite3_context *ctx, int argc, sqlite3_value **argv)
{
	const char *text = (const char *)sqlite3_value_text(argv[0]);
	struct str key = STR_INIT, head = STR_INIT;

	(void)argc;
	if (!text)
		return;
	if (strlen(text) > KEY_BYTES) {
		str_addn(&head, text, KEY_BYTES);
		str_cut(&head, text_valid_n(head.s, head.len));
		text = str_get(&head);
	}
	text_sort_key(text, &key);
	str_release(&head);
	sqlite3_result_blob(ctx, str_get(&key), (int)key.len, SQLITE_TRANSIENT);
	str_release(&key);
}

/* unhex_uid(text): the uid that the history writes as hexadecimal digits. */
static void sql_unhex_uid(sqlite3_context *ctx, int argc, sqlite3_value **argv)
{
	const char *text = (const char *)sqlite3_value_text(argv[0]);
	unsigned char uid[UID_LEN];

	(void)argc;
	if (text && uid_parse(text, uid))
		sqlite3_result_blob(ctx, uid, UID_LEN, SQLITE_TRANSIENT);
	else
		sqlite3_result_null(ctx);
}

/* Sets the high bit of each byte of word that is 0. */
static uint64_t zero_bytes(uint64_t word)
{
	return (word - 0x0101010101010101u) & ~word & 0x8080808080808080u;
}

static bool is_escaped(unsigned char c)
{
	return c < 0x20 || c == '"' || c == '\\';
}

/* Bytes that stand in a JSON string as they are; eight at a time. */
static size_t plain_n(const char *text, size_t n)
{
	const uint64_t each = 0x0101010101010101u;
	uint64_t word;
	size_t at = 0;

	for (; n - at >= sizeof(word); at += sizeof(word)) {
		memcpy(&word, text + at, sizeof(word));
		if (zero_bytes(word & each * 0xe0) | zero_bytes(word ^ each * '"') |
		    zero_bytes(word ^ each * '\\'))
			break;
	}
	while (at < n && !is_escaped((unsigned char)text[at]))
		at++;
	return at;
}

static void json_string(struct str *out, const char *text, size_t n)
{
	size_t at = 0, plain;
	unsigned char c;

	str_addc(out, '"');
	for (;;) {
		plain = plain_n(text + at, n - at);
		str_addn(out, text + at, plain);
		at += plain;
		if (at == n)
			break;
		c = (unsigned char)text[at++];
		str_addf(out, c < 0x20 ? "\\u%04x" : "\\%c", c);
	}
	str_addc(out, '"');
}

static void json_name(struct str *json, const char *name)
{
	str_addc(json, json->len ? ',' : '{');
	json_string(json, name, strlen(name));
	str_addc(json, ':');
}

void db_json_text(struct str *json, const char *name, const char *text, size_t n)
{
	json_name(json, name);
	json_string(json, text, n);
}

void db_json_number(struct str *json, const char *name, long long number)
{
	json_name(json, name);
	str_addi(json, number);
}

/*
 * json_object(name, value, …) in place of SQLite's own, which triggers may not
 * call with trusted_schema off; it leaves out what is NULL. (Who writes into
 * the file without isms gets the original, and the NULLs.)
 */
static void sql_json_object(sqlite3_context *ctx, int argc, sqlite3_value **argv)
{
	struct str out = STR_INIT;
	const char *name, *text;
	bool ok = true;
	int i;

	for (i = 0; ok && i + 1 < argc; i += 2) {
		if (sqlite3_value_type(argv[i + 1]) == SQLITE_NULL)
			continue;
		name = (const char *)sqlite3_value_text(argv[i]);
		text = (const char *)sqlite3_value_text(argv[i + 1]);
		ok = name && text;      /* a number is made text, which takes memory */
		if (ok && sqlite3_value_type(argv[i + 1]) == SQLITE_TEXT)
			db_json_text(&out, name, text, (size_t)sqlite3_value_bytes(argv[i + 1]));
		else if (ok)
			db_json_number(&out, name, sqlite3_value_int64(argv[i + 1]));
	}
	str_add(&out, out.len ? "}" : "{}");
	if (ok)
		sqlite3_result_text(ctx, str_get(&out), (int)out.len, SQLITE_TRANSIENT);
	else
		sqlite3_result_error_nomem(ctx);
	str_release(&out);
}

static int collate_people(void *ctx, int na, const void *a, int nb, const void *b)
{
	char *x = xstrndup(a, (size_t)na), *y = xstrndup(b, (size_t)nb);
	int order = text_compare(x, y);

	(void)ctx;
	free(x);
	free(y);
	return order;
}

bool db_functions(struct store *store, struct err *err)
{
	static const struct {
		const char *name;
		int args, flags;
		void (*call)(sqlite3_context *, int, sqlite3_value **);
	} functions[] = {
		{"today", 0, 0, sql_today},
		{"months_after", 2, SQLITE_DETERMINISTIC, sql_months_after},
		{"has", 2, SQLITE_DETERMINISTIC, sql_has},
		{"same", 2, SQLITE_DETERMINISTIC, sql_same},
		{"matches", 2, SQLITE_DETERMINISTIC, sql_matches},
		{"people_key", 1, SQLITE_DETERMINISTIC, sql_people_key},
		{"unhex_uid", 1, SQLITE_DETERMINISTIC, sql_unhex_uid},
		{"json_object", -1, SQLITE_DETERMINISTIC, sql_json_object},
	};
	bool ok = sqlite3_create_collation(store->db, "people", SQLITE_UTF8, store,
					   collate_people) == SQLITE_OK;
	size_t i;

	for (i = 0; ok && i < sizeof(functions) / sizeof(*functions); i++)
		ok = sqlite3_create_function(store->db, functions[i].name, functions[i].args,
					     SQLITE_UTF8 | SQLITE_INNOCUOUS | functions[i].flags, store,
					     functions[i].call, NULL, NULL) == SQLITE_OK;
	if (!ok)
		db_err(store, err, _("the file cannot be used"));
	return ok;
}
