/* What is asked of a register: --view, --where, --sort, --columns. */
#include "config.h"

#include "isms/app/views.h"

#include "private.h"

static void view_columns(const struct kind *kind, const struct saved_view *view, struct str *out)
{
	struct column_set set;
	size_t i;

	if (!*view->columns || !column_set_read(&set, kind, view->columns))
		return;
	str_add(out, "code");
	for (i = 0; i < set.n; i++)
		str_addf(out, ",%s", set.v[i].field->name);
}

static void of_view(const struct kind *kind, const struct saved_view *view, const char *where,
		    struct asked *asked)
{
	if (*view->where && where)
		str_addf(&asked->where, "(%s) (%s)", view->where, where);
	else
		str_add(&asked->where, where ? where : view->where);
	if (!asked->sort.len)
		str_add(&asked->sort, view->sort);
	if (!asked->columns.len)
		view_columns(kind, view, &asked->columns);
}

bool asked_read(struct cli *cli, const struct kind *kind, struct asked *asked, struct err *err)
{
	const char *name = cli_option(cli, "view"), *where = cli_option(cli, "where");
	const char *sort = cli_option(cli, "sort"), *columns = cli_option(cli, "columns");
	struct saved_view view = {0};

	if (name && !app_view_find(&cli->app, kind, name, &view, err))
		return false;
	str_add(&asked->sort, sort ? sort : "");
	str_add(&asked->columns, columns ? columns : "");
	if (name)
		of_view(kind, &view, where, asked);
	else
		str_add(&asked->where, where ? where : "");
	saved_view_release(&view);
	return true;
}

void asked_release(struct asked *asked)
{
	str_release(&asked->where);
	str_release(&asked->sort);
	str_release(&asked->columns);
}
