/* isms log: the transactions, or the history of one record. */
#include "config.h"

#include <limits.h>
#include <stdio.h>
#include <string.h>

#include "isms/util/i18n.h"

#include "private.h"

#define NEWEST 20           /* transactions shown unless --limit says otherwise */
#define STAMP_SHOWN 19      /* "2026-04-16T12:00:00": the milliseconds are left out */
#define NUMBER_SIZE 24

/* "2026-04-16 12:00:00", UTC as in the file */
static void show_stamp(char out[STAMP_SHOWN + 1], const char *stamp)
{
	snprintf(out, STAMP_SHOWN + 1, "%s", stamp ? stamp : "");
	if (strlen(out) > 10 && out[10] == 'T')
		out[10] = ' ';
}

static bool tx_each(void *ctx, const struct tx *tx, struct err *err)
{
	char number[NUMBER_SIZE], changes[NUMBER_SIZE], at[STAMP_SHOWN + 1];
	const char *const cells[] = {
		number, at, tx->who, changes, tx->undone ? _("undone") : NULL, tx->why,
	};

	(void)err;
	snprintf(number, sizeof(number), "%lld", tx->id);
	snprintf(changes, sizeof(changes), "%ld", tx->changes);
	show_stamp(at, tx->at);
	rows_add(ctx, cells);
	return true;
}

static bool log_all(struct cli *cli, long limit, struct err *err)
{
	const struct rows_column columns[] = {
		{"tx", _("No"), ROWS_NUMBER},
		{"at", _("At (UTC)"), ROWS_TEXT},
		{"who", _("Who"), ROWS_TEXT},
		{"changes", _("Changes"), ROWS_NUMBER},
		{"state", "", ROWS_TEXT},
		{"why", _("Why"), ROWS_TEXT},
	};
	struct rows *rows = rows_begin(FORMAT_TABLE, columns, sizeof(columns) / sizeof(columns[0]));
	bool ok = store_log(cli->app.store, limit, tx_each, rows, err);

	rows_end(&rows);
	return ok;
}

struct changes {
	struct rows *rows;
	long left;          /* transactions still to be shown; -1: all */
	long long last;     /* the transaction shown last */
};

static bool change_each(void *ctx, const struct tx *tx, const struct change *change,
			struct err *err)
{
	struct changes *changes = ctx;
	char number[NUMBER_SIZE], at[STAMP_SHOWN + 1];
	const char *const cells[] = {
		number, at, tx->who, change->op, change->field, change->old, change->new,
	};

	(void)err;
	if (tx->id != changes->last && changes->left > 0)
		changes->left--;
	else if (tx->id != changes->last && !changes->left)
		return true;
	changes->last = tx->id;
	snprintf(number, sizeof(number), "%lld", tx->id);
	show_stamp(at, tx->at);
	rows_add(changes->rows, cells);
	return true;
}

static bool log_record(struct cli *cli, const char *code, long limit, struct err *err)
{
	const struct rows_column columns[] = {
		{"tx", _("No"), ROWS_NUMBER},
		{"at", _("At (UTC)"), ROWS_TEXT},
		{"who", _("Who"), ROWS_TEXT},
		{"op", _("What"), ROWS_TEXT},
		{"field", _("Field"), ROWS_TEXT},
		{"old", _("Old"), ROWS_TEXT},
		{"new", _("New"), ROWS_TEXT},
	};
	struct changes changes = {.left = limit ? limit : -1};
	struct hit hit;
	bool ok;

	if (!app_find(&cli->app, code, &hit, err))
		return false;
	changes.rows = rows_begin(FORMAT_TABLE, columns, sizeof(columns) / sizeof(columns[0]));
	ok = store_changes(cli->app.store, 0, hit.kind, hit.id, change_each, &changes, err);
	rows_end(&changes.rows);
	return ok;
}

bool cmd_log(struct cli *cli, struct err *err)
{
	long limit = NEWEST;

	if (!cli_words_max(cli, 1, err) || !cli_number(cli, "limit", 0, LONG_MAX, &limit, err))
		return false;
	if (cli->nwords)
		return log_record(cli, cli->words[0], limit, err);
	return log_all(cli, limit, err);
}
