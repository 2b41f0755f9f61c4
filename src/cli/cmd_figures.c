/* isms dashboard, isms matrix */
#include "config.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "isms/report/dashboard.h"
#include "isms/util/i18n.h"
#include "isms/util/mem.h"

#include "private.h"

#define NUMBER_SIZE 24
#define WIDE 120 /* cells of a terminal where a command has room beside figures */

size_t cli_left_out(enum format format)
{
	const int width = out_width(stdout);

	return format != FORMAT_TABLE ? 0 : width && width < WIDE ? 3 : 2;
}

char *cli_list_command(const struct kind *kind, const char *filter)
{
	const bool some = filter && *filter;
	struct str out = STR_INIT;
	const char *c;

	str_addf(&out, "isms list %s%s", kind->name, some ? " --where '" : "");
	for (c = some ? filter : ""; *c; c++)
		if (*c == '\'')
			str_add(&out, "'\\''");
		else
			str_addc(&out, *c);
	if (some)
		str_addc(&out, '\'');
	return str_detach(&out);
}

/* The command that lists what is behind a figure. Caller frees. */
static char *command_behind(const struct figure *figure)
{
	switch (figure->behind) {
	case BEHIND_CHECKS:
		return xasprintf("isms check --clause %s", figure->clause);
	case BEHIND_DUE:
		return xasprintf("isms due --within %s", figure->overdue ? "yesterday" : "30d");
	case BEHIND_STAGE:
		return xasprintf("isms certification --stage %d", (int)figure->stage + 1);
	case BEHIND_LIST:
		break;
	}
	return cli_list_command(figure->kind, figure->filter);
}

static void show_figures(const struct dashboard *dashboard, enum format format)
{
	const struct rows_column columns[] = {
		{"section", _("Section"), ROWS_TEXT},  {"label", _("Figure"), ROWS_TEXT},
		{"count", _("Count"), ROWS_NUMBER},    {"said", _("In words"), ROWS_TEXT},
		{"behind", _("Listed by"), ROWS_TEXT}, {"kind", _("Register"), ROWS_TEXT},
		{"filter", _("Filter"), ROWS_TEXT},
	};
	const size_t n = sizeof(columns) / sizeof(columns[0]) - cli_left_out(format);
	struct rows *rows = rows_begin(format, columns, n);
	size_t i;

	for (i = 0; i < dashboard->n; i++) {
		const struct figure *figure = &dashboard->v[i];
		char *behind = command_behind(figure), count[NUMBER_SIZE];
		const char *const cells[] = {
			_(figure->section), figure->label, count,
			figure->said,	    behind,	   figure->kind ? figure->kind->name : NULL,
			figure->filter,
		};

		snprintf(count, sizeof(count), "%ld", figure->count);
		rows_add(rows, cells);
		free(behind);
	}
	rows_end(&rows);
}

bool cmd_dashboard(struct cli *cli, struct err *err)
{
	struct dashboard dashboard = {0};
	enum format format;

	if (!cli_words_max(cli, 0, err) || !cli_format(cli, FORMAT_TABLE, &format, err) ||
	    !dashboard_read(&dashboard, cli->app.store, &cli->app.rules, err))
		return false;
	show_figures(&dashboard, format);
	dashboard_release(&dashboard);
	return true;
}

/* ---- matrix -------------------------------------------------------------- */

static bool find_rating(const struct cli *cli, enum rating *rating, struct err *err)
{
	const char *name = cli_option(cli, "rating");
	int i;

	*rating = RATING_CURRENT;
	if (!name)
		return true;
	for (i = 0; i < RATING_COUNT; i++) {
		if (strcmp(rating_names[i], name))
			continue;
		*rating = (enum rating)i;
		return true;
	}
	return err_set(err, ERR_USAGE,
		       _("unknown rating '%s': there are inherent, current, residual, target"),
		       name);
}

static void step_text(const struct method *method, enum scale scale, int value, struct str *out)
{
	str_clear(out);
	scale_show(method, scale, value, out);
}

/* "3 H": the count, and the sign of the level; "5>3 H" where it was another */
static void cell_text(const struct method *method, long count, const long *then, int likelihood,
		      int impact, struct str *out)
{
	const int level = method_level(method, likelihood, impact);
	const char sign = level ? level_sign(method, level) : ' ';

	if (then && *then != count)
		str_addf(out, "%ld>%ld %c", *then, count, sign);
	else if (count)
		str_addf(out, "%ld %c", count, sign);
	else
		str_addf(out, "- %c", sign);
}

static void matrix_row(const struct method *method, const struct matrix *matrix,
		       const struct moved *moved, int likelihood, struct rows *rows)
{
	struct str text[SCALE_MAX + 1] = {{0, 0, 0}};
	const char *cells[SCALE_MAX + 1];
	int i, n = method->steps[SCALE_IMPACT];

	step_text(method, SCALE_LIKELIHOOD, likelihood, &text[0]);
	for (i = 1; i <= n; i++)
		cell_text(method, matrix->count[likelihood - 1][i - 1],
			  moved ? &moved->then.count[likelihood - 1][i - 1] : NULL, likelihood, i,
			  &text[i]);
	for (i = 0; i <= n; i++)
		cells[i] = str_get(&text[i]);
	rows_add(rows, cells);
	for (i = 0; i <= n; i++)
		str_release(&text[i]);
}

static void matrix_table(const struct method *method, const struct matrix *matrix,
			 const struct moved *moved)
{
	struct rows_column columns[SCALE_MAX + 1] = {{NULL, NULL, ROWS_TEXT}};
	struct str title[SCALE_MAX + 1] = {{0, 0, 0}};
	struct rows *rows;
	int i, n = method->steps[SCALE_IMPACT];

	str_add(&title[0], _("Likelihood \\ Impact"));
	for (i = 1; i <= n; i++)
		step_text(method, SCALE_IMPACT, i, &title[i]);
	for (i = 0; i <= n; i++) {
		columns[i].name = columns[i].title = str_get(&title[i]);
		columns[i].type = i ? ROWS_NUMBER : ROWS_TEXT;
	}
	rows = rows_begin(FORMAT_TABLE, columns, (size_t)n + 1);
	for (i = method->steps[SCALE_LIKELIHOOD]; i > 0; i--)
		matrix_row(method, matrix, moved, i, rows);
	rows_end(&rows);
	printf(ngettext("%ld risk not rated\n", "%ld risks not rated\n",
			(unsigned long)matrix->unrated),
	       matrix->unrated);
	for (i = 0; i <= n; i++)
		str_release(&title[i]);
}

/* The method's word for a level, else its number; "" where there is no cell. */
static void level_name(const struct method *method, int level, struct str *out)
{
	const char *label = level ? method->step[SCALE_LEVEL][level - 1].label : NULL;

	if (label)
		str_add(out, label);
	else if (level)
		str_addf(out, "%d", level);
}

static void json_cells(const struct method *method, const struct matrix *matrix,
		       const struct moved *moved, struct str *out)
{
	struct str name = STR_INIT;
	int l, i;

	for (l = method->steps[SCALE_LIKELIHOOD]; l > 0; l--) {
		for (i = 1; i <= method->steps[SCALE_IMPACT]; i++) {
			bool first = l == method->steps[SCALE_LIKELIHOOD] && i == 1;

			str_addf(out, "%s{\"likelihood\":%d,\"impact\":%d,\"level\":",
				 first ? "[" : ",\n", l, i);
			str_clear(&name);
			level_name(method, method_level(method, l, i), &name);
			json_string(out, str_get(&name));
			str_addf(out, ",\"count\":%ld", matrix->count[l - 1][i - 1]);
			if (moved)
				str_addf(out, ",\"then\":%ld", moved->then.count[l - 1][i - 1]);
			str_add(out, "}");
		}
	}
	str_add(out, "]");
	str_release(&name);
}

static void json_place(const struct risk_place *place, bool there, struct str *out)
{
	if (there)
		str_addf(out, "{\"likelihood\":%d,\"impact\":%d,\"level\":%d}", place->likelihood,
			 place->impact, place->level);
	else
		str_add(out, "null");
}

/* A list of cells; with what moved an object of both. */
static void matrix_json(const struct method *method, const struct matrix *matrix,
			const struct moved *moved)
{
	struct str out = STR_INIT;
	size_t i;

	str_add(&out, moved ? "{\"cells\":" : "");
	json_cells(method, matrix, moved, &out);
	str_add(&out, moved ? ",\n\"moved\":[" : "");
	for (i = 0; moved && i < moved->n; i++) {
		str_add(&out, i ? ",\n{\"code\":" : "{\"code\":");
		json_string(&out, moved->v[i].code);
		str_add(&out, ",\"from\":");
		json_place(&moved->v[i].from, moved->v[i].was, &out);
		str_add(&out, ",\"to\":");
		json_place(&moved->v[i].to, moved->v[i].is, &out);
		str_addc(&out, '}');
	}
	str_add(&out, moved ? "]}" : "");
	out_exact(str_get(&out));
	str_release(&out);
}

/* A row a cell; then: only with moved. The risks that moved stand in the JSON alone. */
static void matrix_cells(const struct method *method, const struct matrix *matrix,
			 const struct moved *moved, enum format format)
{
	const struct rows_column columns[] = {
		{"likelihood", "", ROWS_NUMBER}, {"impact", "", ROWS_NUMBER},
		{"level", "", ROWS_TEXT},	 {"count", "", ROWS_NUMBER},
		{"then", "", ROWS_NUMBER},
	};
	const size_t n = sizeof(columns) / sizeof(*columns) - (moved ? 0 : 1);
	struct rows *rows = rows_begin(format, columns, n);
	char text[4][24] = {""};
	struct str level = STR_INIT;
	int l, i;

	for (l = method->steps[SCALE_LIKELIHOOD]; l > 0; l--)
		for (i = 1; i <= method->steps[SCALE_IMPACT]; i++) {
			str_clear(&level);
			level_name(method, method_level(method, l, i), &level);
			snprintf(text[0], sizeof(text[0]), "%d", l);
			snprintf(text[1], sizeof(text[1]), "%d", i);
			snprintf(text[2], sizeof(text[2]), "%ld", matrix->count[l - 1][i - 1]);
			if (moved)
				snprintf(text[3], sizeof(text[3]), "%ld",
					 moved->then.count[l - 1][i - 1]);
			rows_add(rows, (const char *const[]){text[0], text[1], str_get(&level),
							     text[2], text[3]});
		}
	rows_end(&rows);
	str_release(&level);
}

static void place_text(const struct method *method, const struct risk_place *place, bool there,
		       struct str *out)
{
	if (!there)
		str_add(out, "-");
	else if (!place->level)
		str_add(out, _("not rated"));
	else
		scale_show(method, SCALE_LEVEL, place->level, out);
}

static void moved_table(const struct method *method, const struct moved *moved)
{
	const struct rows_column columns[] = {
		{"code", _("Code"), ROWS_WHOLE},
		{"title", _("Risk"), ROWS_TEXT},
		{"from", moved->since.label, ROWS_WHOLE},
		{"to", _("Now"), ROWS_WHOLE},
	};
	struct rows *rows;
	size_t i;

	putchar('\n');
	rows = rows_begin(FORMAT_TABLE, columns, sizeof(columns) / sizeof(columns[0]));
	for (i = 0; i < moved->n; i++) {
		const struct moved_risk *risk = &moved->v[i];
		struct str from = STR_INIT, to = STR_INIT;
		const char *cells[] = {risk->code, risk->title, NULL, NULL};

		place_text(method, &risk->from, risk->was, &from);
		place_text(method, &risk->to, risk->is, &to);
		cells[2] = str_get(&from);
		cells[3] = str_get(&to);
		rows_add(rows, cells);
		str_release(&from);
		str_release(&to);
	}
	rows_end(&rows);
}

bool cmd_matrix(struct cli *cli, struct err *err)
{
	const struct method *method = &cli->app.rules.method;
	const char *since = cli_option(cli, "since");
	struct matrix matrix;
	struct moved moved;
	enum format format;
	enum rating rating;

	memset(&matrix, 0, sizeof(matrix));
	memset(&moved, 0, sizeof(moved));
	if (!cli_words_max(cli, 0, err) || !cli_format(cli, FORMAT_TABLE, &format, err) ||
	    !find_rating(cli, &rating, err) ||
	    !store_matrix(cli->app.store, rating, &matrix, err) ||
	    (since && !app_moved(&cli->app, rating, since, &moved, err)))
		return false;
	if (format == FORMAT_TABLE)
		matrix_table(method, &matrix, since ? &moved : NULL);
	else if (format == FORMAT_JSON)
		matrix_json(method, &matrix, since ? &moved : NULL);
	else
		matrix_cells(method, &matrix, since ? &moved : NULL, format);
	if (since && format == FORMAT_TABLE)
		moved_table(method, &moved);
	app_moved_release(&moved);
	return true;
}
