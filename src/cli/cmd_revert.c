/* isms revert: a record, or fields of it, back to what they were. */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "isms/util/i18n.h"
#include "isms/util/mem.h"

#include "private.h"

static void add_row(struct cli *cli, struct rows *rows, const struct revert *plan, size_t i)
{
	const struct field *f = &plan->now->kind->fields[i];
	struct str is = STR_INIT, was = STR_INIT;
	const char *cells[] = {f->name, NULL, NULL};

	field_show(&cli->app.rules, f, &plan->now->values[i], &is);
	field_show(&cli->app.rules, f, &plan->to->values[i], &was);
	cells[1] = str_get(&is);
	cells[2] = str_get(&was);
	rows_add(rows, cells);
	str_release(&is);
	str_release(&was);
}

static void show_plan(struct cli *cli, const struct revert *plan)
{
	const struct rows_column columns[] = {
		{"field", _("Field"), ROWS_WHOLE},
		{"now", _("Now"), ROWS_TEXT},
		{"then", _("Then"), ROWS_TEXT},
	};
	struct rows *rows = rows_begin(FORMAT_TABLE, columns, 3);
	size_t i;

	for (i = 0; i < plan->now->kind->nfields; i++)
		if (value_differs(&plan->now->kind->fields[i], &plan->now->values[i],
				   &plan->to->values[i]))
			add_row(cli, rows, plan, i);
	rows_end(&rows);
}

static bool run(struct cli *cli, struct revert *plan, struct err *err)
{
	const bool correct = cli_option(cli, "correct") != NULL;
	long long done = 0;

	if (!plan->n) {
		out_say(_("%s: that is what it is now"), plan->now->code);
		return true;
	}
	show_plan(cli, plan);
	if (cli_option(cli, "dry-run")) {
		if (plan->refusal)
			out_say(_("%s; --correct does it all the same"), plan->refusal);
		return true;
	}
	if (!app_revert(&cli->app, plan, correct, &done, err)) {
		if (plan->refusal && !correct) {
			err_set(err, ERR_INPUT, _("%s; --correct does it all the same"),
				plan->refusal);
		}
		return false;
	}
	out_say(_("%s is taken back, as change %lld"), plan->now->code, done);
	return true;
}

bool cmd_revert(struct cli *cli, struct err *err)
{
	const char *code = cli_word(cli, 0, err), *to = cli_option(cli, "to");
	const struct field **fields = xcalloc((size_t)cli->nwords + 1, sizeof(*fields));
	size_t i, n = cli->nwords > 1 ? (size_t)cli->nwords - 1 : 0;
	struct moment moment;
	struct revert plan;
	struct hit hit;
	bool ok = code && app_find(&cli->app, code, &hit, err);

	if (ok && !to)
		ok = err_set(err, ERR_USAGE,
			     _("--to is missing: a date, or the number of a change"));
	for (i = 0; ok && i < n; i++) {
		fields[i] = cli_field(hit.kind, cli->words[i + 1], err);
		ok = fields[i] != NULL;
	}
	ok = ok && app_moment(&cli->app, to, &moment, err) &&
	     app_revert_plan(&cli->app, hit.kind, hit.id, moment.tx, fields, n, &plan, err);
	if (ok) {
		ok = run(cli, &plan, err);
		app_revert_release(&plan);
	}
	free(fields);
	return ok;
}
