/* isms log: the transactions, or the history of one record. */
#include "config.h"

#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "isms/util/i18n.h"
#include "isms/util/mem.h"

#include "private.h"

#define NEWEST 20           /* transactions shown unless --limit says otherwise */
#define STAMP_SHOWN 19      /* "2026-04-16T12:00:00": the milliseconds are left out */
#define STAMP_SIZE 32
#define NUMBER_SIZE 24

/* UTC as in the file; for people "2026-04-16 12:00:00" */
static void show_stamp(char out[STAMP_SIZE], const char *stamp, enum format format)
{
	const bool people = format == FORMAT_TABLE;

	snprintf(out, people ? STAMP_SHOWN + 1 : STAMP_SIZE, "%s", stamp ? stamp : "");
	if (people && strlen(out) > 10 && out[10] == 'T')
		out[10] = ' ';
}

struct log {
	enum format format;
	struct rows *rows;
};

static bool tx_each(void *ctx, const struct tx *tx, struct err *err)
{
	struct log *log = ctx;
	char number[NUMBER_SIZE], changes[NUMBER_SIZE], at[STAMP_SIZE];
	const char *const cells[] = {
		number, at, tx->who, changes, tx->undone ? _("undone") : NULL, tx->why,
	};

	(void)err;
	snprintf(number, sizeof(number), "%lld", tx->id);
	snprintf(changes, sizeof(changes), "%ld", tx->changes);
	show_stamp(at, tx->at, log->format);
	rows_add(log->rows, cells);
	return true;
}

static bool log_all(struct cli *cli, long limit, enum format format, struct err *err)
{
	const struct rows_column columns[] = {
		{"tx", _("No"), ROWS_NUMBER},
		{"at", _("At (UTC)"), ROWS_WHOLE},
		{"who", _("Who"), ROWS_TEXT},
		{"changes", _("Changes"), ROWS_NUMBER},
		{"state", "", ROWS_TEXT},
		{"why", _("Why"), ROWS_TEXT},
	};
	struct log log = {
		.format = format,
		.rows = rows_begin(format, columns, sizeof(columns) / sizeof(columns[0])),
	};
	bool ok = store_log(cli->app.store, limit, tx_each, &log, err);

	rows_end(&log.rows);
	return ok;
}

struct changes {
	struct cli *cli;
	struct log log;
	long left;          /* transactions still to be shown; -1: all */
	long long last;     /* the transaction shown last */
};

static void add_change(struct log *log, const struct tx *tx, const char *op, const char *field,
		       const char *old, const char *new)
{
	char number[NUMBER_SIZE], at[STAMP_SIZE];
	const char *const cells[] = {number, at, tx->who, op, field, old, new};

	snprintf(number, sizeof(number), "%lld", tx->id);
	show_stamp(at, tx->at, log->format);
	rows_add(log->rows, cells);
}

/* What was frozen is pages of CSV; `isms show CODE --field frozen` prints it. */
static const char *short_copy(const struct field *field, const char *value, struct str *out)
{
	if (!value || !field || !field_is_copy(field))
		return value;
	str_addf(out, _("(frozen copy, %zu bytes)"), strlen(value));
	return str_get(out);
}

/* A reference stands as a uid in a whole record; its code says more. */
static bool show_ref(struct cli *cli, const struct field *field, struct str *value,
		     struct err *err)
{
	bool *want = xcalloc(field->ref->nfields, sizeof(*want));
	struct record *rec = NULL;
	struct hit hit;
	bool ok = true;

	/* not found any more: the uid stays */
	if (app_find(&cli->app, str_get(value), &hit, NULL) && hit.kind == field->ref) {
		ok = store_get_some(cli->app.store, hit.kind, hit.id, want, &rec, err);
		str_clear(value);
		if (ok)
			str_add(value, rec->code);
	}
	record_free(&rec);
	free(want);
	return ok;
}

/* An addition or deletion holds the whole record: a line for each field. */
static bool add_whole(struct changes *changes, const struct tx *tx, const struct change *change,
		      struct err *err)
{
	const char *p = change->new ? change->new : change->old;
	struct str key = STR_INIT, value = STR_INIT, copy = STR_INIT;
	bool ok = true;

	while (ok && flat_next(&p, &key, &value)) {
		const struct field *field =
			change->kind ? kind_field(change->kind, str_get(&key)) : NULL;

		if (field && field->ref && value.len)
			ok = show_ref(changes->cli, field, &value, err);
		if (ok) {
			const char *shown = short_copy(field, str_get(&value), &copy);

			add_change(&changes->log, tx, change->op, str_get(&key),
				   change->new ? NULL : shown, change->new ? shown : NULL);
		}
		str_clear(&copy);
	}
	str_release(&copy);
	str_release(&key);
	str_release(&value);
	return ok;
}

static bool change_each(void *ctx, const struct tx *tx, const struct change *change,
			struct err *err)
{
	struct changes *changes = ctx;
	struct str old = STR_INIT, new = STR_INIT;
	const struct field *field;

	if (tx->id != changes->last) {
		if (!changes->left)
			return true;
		if (changes->left > 0)
			changes->left--;
		changes->last = tx->id;
	}
	if (!change->field)
		return add_whole(changes, tx, change, err);
	field = change->kind ? kind_field(change->kind, change->field) : NULL;
	add_change(&changes->log, tx, change->op, change->field,
		   short_copy(field, change->old, &old), short_copy(field, change->new, &new));
	str_release(&old);
	str_release(&new);
	return true;
}

static bool log_record(struct cli *cli, const char *code, long limit, enum format format,
		       struct err *err)
{
	const struct rows_column columns[] = {
		{"tx", _("No"), ROWS_NUMBER},
		{"at", _("At (UTC)"), ROWS_WHOLE},
		{"who", _("Who"), ROWS_TEXT},
		{"op", _("What"), ROWS_TEXT},
		{"field", _("Field"), ROWS_TEXT},
		{"old", _("Old"), ROWS_TEXT},
		{"new", _("New"), ROWS_TEXT},
	};
	struct changes changes = {.cli = cli, .log.format = format, .left = limit ? limit : -1};
	struct hit hit;
	bool ok;

	if (!app_find(&cli->app, code, &hit, err))
		return false;
	changes.log.rows = rows_begin(format, columns, sizeof(columns) / sizeof(columns[0]));
	ok = store_changes(cli->app.store, 0, hit.kind, hit.id, change_each, &changes, err);
	rows_end(&changes.log.rows);
	return ok;
}

bool cmd_log(struct cli *cli, struct err *err)
{
	long limit = NEWEST;
	enum format format;

	if (!cli_words_max(cli, 1, err) || !cli_number(cli, "limit", 0, LONG_MAX, &limit, err) ||
	    !cli_format(cli, FORMAT_TABLE, &format, err))
		return false;
	if (cli->nwords)
		return log_record(cli, cli->words[0], limit, format, err);
	return log_all(cli, limit, format, err);
}
