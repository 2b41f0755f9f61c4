/* isms views: filters, orders and columns under a name */
#include "config.h"

#include <string.h>

#include "isms/app/views.h"
#include "isms/util/i18n.h"

#include "private.h"

static void view_row(struct rows *rows, const struct saved_view *view)
{
	const char *const cells[] = {
		view->kind->name, view->name, view->everybody ? _("everybody") : _("oneself"),
		view->where,      view->sort, view->columns,
	};

	rows_add(rows, cells);
}

static bool list_views(struct cli *cli, const struct kind *kind, const char *name, struct err *err)
{
	const struct rows_column columns[] = {
		{"kind", _("Register"), ROWS_WHOLE}, {"name", _("View"), ROWS_WHOLE},
		{"for", _("For"), ROWS_TEXT},        {"where", _("Filter"), ROWS_TEXT},
		{"sort", _("Order"), ROWS_TEXT},     {"columns", _("Columns"), ROWS_TEXT},
	};
	struct saved_views views = {0};
	struct saved_view one = {0};
	struct rows *rows;
	enum format format;
	size_t i;

	if (!cli_format(cli, FORMAT_TABLE, &format, err) ||
	    !(name ? app_view_find(&cli->app, kind, name, &one, err)
		   : app_views(&cli->app, kind, &views, err)))
		return false;
	rows = rows_begin(format, columns, sizeof(columns) / sizeof(*columns));
	if (name)
		view_row(rows, &one);
	for (i = 0; i < views.n; i++)
		view_row(rows, &views.v[i]);
	rows_end(&rows);
	saved_view_release(&one);
	saved_views_release(&views);
	return true;
}

/* "title,level" as it is kept; code stands in front anyway. */
static bool read_columns(const struct kind *kind, const char *text, struct str *out,
			 struct err *err)
{
	struct column_set set = {.frozen = 1, .own = true};
	struct strv names = STRV_INIT;
	bool ok = true;
	size_t i;

	strv_split(&names, text, ",");
	for (i = 0; ok && i < names.n; i++) {
		const struct field *field =
			strcmp(names.v[i], "code") ? cli_field(kind, names.v[i], err) : NULL;

		ok = field || !strcmp(names.v[i], "code");
		if (field && set.n < COLUMNS_MAX)
			set.v[set.n++].field = field;
	}
	if (ok && set.n)
		column_set_format(&set, out);
	strv_release(&names);
	return ok;
}

static bool keep_view(struct cli *cli, const struct kind *kind, const char *name, struct err *err)
{
	const char *where = cli_option(cli, "where"), *sort = cli_option(cli, "sort");
	const char *columns = cli_option(cli, "columns");
	struct str kept = STR_INIT;
	struct saved_view view = {
		.kind = kind,
		.name = (char *)name,
		.everybody = cli_option(cli, "everybody") != NULL,
		.where = (char *)(where ? where : ""),
		.sort = (char *)(sort ? sort : ""),
	};
	bool ok = !columns || read_columns(kind, columns, &kept, err);

	view.columns = (char *)str_get(&kept);
	ok = ok && app_view_save(&cli->app, &view, err);
	str_release(&kept);
	return ok;
}

static bool remove_view(struct cli *cli, const struct kind *kind, const char *name,
			struct err *err)
{
	struct saved_view view;
	bool ok = app_view_find(&cli->app, kind, name, &view, err) &&
		  app_view_remove(&cli->app, &view, err);

	saved_view_release(&view);
	return ok;
}

bool cmd_views(struct cli *cli, struct err *err)
{
	const struct kind *kind = cli->nwords > 0 ? cli_kind(cli->words[0], err) : NULL;
	const char *name = cli->nwords > 1 ? cli->words[1] : NULL;
	bool keep = cli_option(cli, "where") || cli_option(cli, "sort") ||
		    cli_option(cli, "columns"), away = cli_option(cli, "remove") != NULL;

	if ((cli->nwords > 0 && !kind) || !cli_words_max(cli, 2, err))
		return false;
	if ((keep || away) && !name)
		return err_set(err, ERR_USAGE, _("which view? isms views KIND NAME"));
	if (away)
		return remove_view(cli, kind, name, err);
	return keep ? keep_view(cli, kind, name, err) : list_views(cli, kind, name, err);
}
