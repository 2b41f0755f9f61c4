/* isms set: one record, several, or all that a filter finds */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "isms/app/bulk.h"
#include "isms/util/i18n.h"
#include "isms/util/mem.h"

#include "private.h"

/* More records than this are changed only where --yes was said. */
#define MANY 20

/* "owner=Novak", "controls+=A.5.1", "controls-=A.5.1" */
static bool add_change(struct cli *cli, struct bulk *bulk, const char *word, struct err *err)
{
	size_t n = strcspn(word, "="), name_len = n;
	enum bulk_how how = BULK_SET;
	struct value value = VALUE_INIT;
	const struct field *field;
	char *name;
	bool ok = false;

	if (n && (word[n - 1] == '+' || word[n - 1] == '-')) {
		how = word[n - 1] == '+' ? BULK_ADD : BULK_REMOVE;
		name_len--;
	}
	name = xstrndup(word, name_len);
	if (!word[n])
		err_set(err, ERR_USAGE, _("'%s' is not FIELD=VALUE"), word);
	else if ((field = cli_field(bulk->kind, name, err)))
		ok = (field->flags & F_DERIVED || app_parse(&cli->app, field, word + n + 1, &value, err)) &&
		     bulk_change(bulk, field, how, &value, err);
	value_release(&value);
	free(name);
	return ok;
}

static bool add_changes(struct cli *cli, struct bulk *bulk, int from, struct err *err)
{
	bool ok = cli_word(cli, from, err) != NULL;
	int i;

	for (i = from; ok && i < cli->nwords; i++)
		ok = add_change(cli, bulk, cli->words[i], err);
	return ok;
}

static void tell_row(const struct bulk_row *row)
{
	struct strv lines = STRV_INIT;
	struct str line = STR_INIT;
	size_t i;

	strv_split(&lines, row->what ? row->what : "", "\n");
	for (i = 0; i < lines.n && row->fate == BULK_CHANGES; i++) {
		str_clear(&line);
		str_addf(&line, "%s %s", row->code, lines.v[i]);
		out_line(str_get(&line));
	}
	if (row->fate == BULK_REFUSED)
		out_say("%s: %s", row->code, row->why);
	strv_release(&lines);
	str_release(&line);
}

static void tell(const struct bulk *bulk)
{
	size_t i;

	for (i = 0; i < bulk->nrows; i++)
		tell_row(&bulk->rows[i]);
}

/* The save has frozen what the record rests on: pages, so it is said how to see them. */
static void tell_copy(const struct record *old, const struct record *rec)
{
	struct str line = STR_INIT;

	if (app_freezes(rec->kind) && !record_get(old, "frozen")->set &&
	    record_get(rec, "frozen")->set) {
		str_addf(&line, _("%s frozen: a copy of %zu bytes: isms show %s --field frozen"),
			 rec->code, strlen(record_get(rec, "frozen")->text), rec->code);
		out_line(str_get(&line));
	}
	str_release(&line);
}

/* ---- One ----------------------------------------------------------------- */

static bool set_one(struct cli *cli, struct bulk *bulk, long long id, struct err *err)
{
	struct record *rec = NULL, *old = NULL;
	bool ok = store_get(cli->app.store, bulk->kind, id, &old, err);

	if (ok) {
		rec = record_copy(old);
		bulk_apply(bulk, rec);
		/* what there is to tell, before the save changes the version */
		ok = bulk_plan(&cli->app, bulk, &id, 1, err) &&
		     app_save(&cli->app, rec, old, NULL, NULL, err);
	}
	if (ok)
		tell(bulk);
	if (ok)
		tell_copy(old, rec);
	if (ok && bulk->nfate[BULK_SAME])
		out_say(_("%s: nothing to change"), old->code);
	record_free(&old);
	record_free(&rec);
	return ok;
}

/* ---- Many ---------------------------------------------------------------- */

static bool agreed(const struct cli *cli, const struct bulk *bulk, struct err *err)
{
	size_t n = bulk->nfate[BULK_CHANGES];

	if (bulk->nfate[BULK_REFUSED] && !cli_option(cli, "partial"))
		return err_set(err, ERR_ROWS,
			       _("%zu of %zu records cannot be changed so and nothing was written; "
				 "--partial leaves them out"),
			       bulk->nfate[BULK_REFUSED], bulk->nrows);
	if (n > MANY && !cli_option(cli, "yes"))
		return err_set(err, ERR_USAGE,
			       _("%zu records would change; look at them with --dry-run, then say --yes"),
			       n);
	return true;
}

static void tell_sum(const struct bulk *bulk, bool dry)
{
	out_say(dry ? _("%zu would change, %zu are so already, %zu cannot be changed so")
		    : _("%zu changed, %zu were so already, %zu cannot be changed so"),
		bulk->nfate[BULK_CHANGES], bulk->nfate[BULK_SAME], bulk->nfate[BULK_REFUSED]);
}

static bool set_many(struct cli *cli, struct bulk *bulk, const long long *ids, size_t n,
		     struct err *err)
{
	bool dry = cli_option(cli, "dry-run") != NULL;
	bool ok = bulk_plan(&cli->app, bulk, ids, n, err);
	struct err why = ERR_INIT;

	if (ok && !dry && !agreed(cli, bulk, &why)) {
		/* why not is told record by record, without what would have been */
		size_t i;

		for (i = 0; i < bulk->nrows && why.kind == ERR_ROWS; i++)
			if (bulk->rows[i].fate == BULK_REFUSED)
				tell_row(&bulk->rows[i]);
		err_move(err, &why);
		return false;
	}
	ok = ok && (dry || !bulk->nfate[BULK_CHANGES] || bulk_run(&cli->app, bulk, NULL, err));
	if (ok) {
		tell(bulk);
		tell_sum(bulk, dry);
		if (bulk->nfate[BULK_REFUSED])
			ok = err_set(err, ERR_ROWS, "%s", "");
	}
	return ok;
}

/* Words up to the first assignment; a code may have '=' only where it is the first. */
static int count_codes(const struct cli *cli)
{
	int n = cli->nwords > 0 ? 1 : 0;

	while (n < cli->nwords && !strchr(cli->words[n], '='))
		n++;
	return n;
}

static bool find_where(struct cli *cli, const char *where, const struct kind **kind,
		       long long **ids, size_t *n, struct err *err)
{
	const char *name = cli_word(cli, 0, err);
	struct app_query query;
	bool ok;

	*kind = name ? cli_kind(name, err) : NULL;
	ok = *kind && app_query(&cli->app, *kind, where, NULL, &query, err);
	if (ok) {
		ok = store_list(cli->app.store, &query.query, ids, n, err);
		app_query_release(&query);
	}
	return ok;
}

bool cmd_set(struct cli *cli, struct err *err)
{
	const char *where = cli_option(cli, "where");
	int codes = where ? 1 : count_codes(cli);
	long long *ids = NULL;
	const struct kind *kind = NULL;
	struct bulk bulk;
	size_t n = 0;
	bool ok;

	if (!cli_word(cli, 0, err))
		return false;
	if (where) {
		ok = find_where(cli, where, &kind, &ids, &n, err);
	} else {
		ids = xcalloc((size_t)codes, sizeof(*ids));
		ok = cli_records(cli, codes, &kind, ids, &n, err);
	}
	bulk_init(&bulk, kind);
	ok = ok && add_changes(cli, &bulk, codes, err);
	if (ok && n == 1 && codes == 1 && !where && !cli_option(cli, "dry-run"))
		ok = set_one(cli, &bulk, ids[0], err);
	else
		ok = ok && set_many(cli, &bulk, ids, n, err);
	bulk_release(&bulk);
	free(ids);
	return ok;
}
