/* isms add, follow, archive, prepare, undo, redo */
#include "config.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "isms/app/follow.h"
#include "isms/util/i18n.h"
#include "isms/util/mem.h"

#include "private.h"

/* "owner=Novak" into rec; "code=R-7" for a new record. */
static bool assign(struct cli *cli, struct record *rec, const char *word, struct err *err)
{
	const char *equals = strchr(word, '=');
	const struct field *field;
	char *name;
	bool ok = false;

	if (!equals)
		return err_set(err, ERR_USAGE, _("'%s' is not FIELD=VALUE"), word);
	name = xstrndup(word, (size_t)(equals - word));
	if (!strcmp(name, "code") && !rec->id) {
		ok = code_check(equals + 1, err);
		free(rec->code);
		rec->code = xstrdup(equals + 1);
		goto out;
	}
	field = cli_field(rec->kind, name, err);
	if (!field)
		goto out;
	if (field->flags & F_DERIVED)
		err_set(err, ERR_USAGE, _("'%s' is derived and cannot be set"), field->name);
	else
		ok = app_parse(&cli->app, field, equals + 1,
			       &rec->values[kind_index(rec->kind, field)], err);
out:
	free(name);
	return ok;
}

static bool assign_from(struct cli *cli, int first, struct record *rec, struct err *err)
{
	bool ok = true;
	int i;

	for (i = first; ok && i < cli->nwords; i++)
		ok = assign(cli, rec, cli->words[i], err);
	return ok;
}

static bool assign_all(struct cli *cli, struct record *rec, struct err *err)
{
	return cli_word(cli, 1, err) && assign_from(cli, 1, rec, err);
}

bool cmd_add(struct cli *cli, struct err *err)
{
	const char *name = cli_word(cli, 0, err);
	const struct kind *kind = name ? cli_kind(name, err) : NULL;
	struct record *rec;
	bool ok;

	if (!kind)
		return false;
	if (kind->flags & KIND_SINGLE)
		return err_set(err, ERR_USAGE, _("there is always exactly one %s; use 'isms set'"),
			       kind->name);
	rec = record_new(kind);
	record_defaults(&cli->app.rules, rec);
	ok = assign_all(cli, rec, err) && app_save(&cli->app, rec, NULL, NULL, NULL, err);
	if (ok)
		out_line(rec->code);
	record_free(&rec);
	return ok;
}

/* ---- follow -------------------------------------------------------------- */

bool cmd_follow(struct cli *cli, struct err *err)
{
	const char *code = cli_word(cli, 0, err);
	bool named = cli->nwords > 1 && !strchr(cli->words[1], '=');
	const struct kind *kind = named ? cli_kind(cli->words[1], err) : NULL;
	struct record *from = NULL, *to = NULL;
	const struct follow *way = NULL;
	bool ok = code && (kind || !named) && cli_record(cli, code, &from, err);

	if (ok)
		way = follow_find(from, kind, err);
	ok = way && app_follow(&cli->app, way, from, &to, err) &&
	     assign_from(cli, named ? 2 : 1, to, err) &&
	     app_follow_save(&cli->app, way, from, to, NULL, err);
	if (ok)
		out_line(to->code);
	record_free(&to);
	record_free(&from);
	return ok;
}

/* ---- archive ------------------------------------------------------------- */

bool cmd_archive(struct cli *cli, struct err *err)
{
	const bool back = cli_option(cli, "restore") != NULL;
	long long *ids = xcalloc((size_t)cli->nwords, sizeof(*ids));
	struct str consequences = STR_INIT;
	const struct kind *kind = NULL;
	long long tx = 0;
	size_t n = 0;
	bool ok;

	ok = cli_word(cli, 0, err) && cli_records(cli, cli->nwords, &kind, ids, &n, err) &&
	     (back || app_consequences(&cli->app, kind, ids, n, &consequences, err)) &&
	     app_archive(&cli->app, kind, ids, n, !back, &tx, err);
	if (ok && !tx)
		out_say(back ? _("not archived: nothing to change")
			     : _("archived already: nothing to change; --restore brings it back"));
	else if (ok && consequences.len)
		out_say(_("still referred to by %s"), str_get(&consequences));
	str_release(&consequences);
	free(ids);
	return ok;
}

/* ---- prepare ------------------------------------------------------------- */

bool cmd_prepare(struct cli *cli, struct err *err)
{
	const char *code = cli_word(cli, 0, err);
	struct str what = STR_INIT;
	struct hit hit;
	bool ok = code && cli_words_max(cli, 1, err) && app_find(&cli->app, code, &hit, err) &&
		  app_prepare(&cli->app, hit.kind, hit.id, &what, err);

	if (ok)
		out_say("%s", str_get(&what));
	str_release(&what);
	return ok;
}

/* ---- undo, redo ---------------------------------------------------------- */

typedef bool step_fn(struct app *app, long long tx, struct str *what, struct err *err);

/* The number of a transaction is written as isms log shows it; also "#12". */
static bool step(struct cli *cli, step_fn *fn, struct err *err)
{
	struct str what = STR_INIT;
	long tx = 0;
	bool ok;

	if (!cli_words_max(cli, 1, err))
		return false;
	if (cli->nwords &&
	    !cli_integer(cli->words[0] + (cli->words[0][0] == '#'), 1, LONG_MAX, &tx))
		return err_set(err, ERR_USAGE,
			       _("'%s' is not the number of a transaction; see 'isms log'"),
			       cli->words[0]);
	ok = fn(&cli->app, tx, &what, err);
	if (ok)
		out_line(str_get(&what));
	str_release(&what);
	return ok;
}

bool cmd_undo(struct cli *cli, struct err *err)
{
	return step(cli, app_undo, err);
}

bool cmd_redo(struct cli *cli, struct err *err)
{
	return step(cli, app_redo, err);
}
