/* How somebody wants to see a register, kept in the file's settings. */
#include "config.h"

#include "isms/app/views.h"

#include <stdlib.h>
#include <string.h>

#include "isms/util/i18n.h"
#include "isms/util/mem.h"

#define WIDTH_MAX 200

/* ---- Columns ------------------------------------------------------------- */

void column_set_default(struct column_set *set, const struct kind *kind)
{
	size_t i;

	memset(set, 0, sizeof(*set));
	for (i = 0; i < kind->nfields && set->n < COLUMNS_MAX; i++) {
		const struct field *field = kind_column(kind, i);

		if (field == &kind->fields[0] || field->flags & F_LISTED)
			set->v[set->n++].field = field;
	}
	set->frozen = 1;
}

void column_set_format(const struct column_set *set, struct str *out)
{
	size_t i;

	for (i = 0; i < set->n; i++) {
		str_addf(out, "%s%s", i ? "," : "", set->v[i].field->name);
		if (set->v[i].width)
			str_addf(out, ":%d", set->v[i].width);
	}
	str_addf(out, ";%zu", set->frozen);
}

static bool has_field(const struct column_set *set, const struct field *field)
{
	size_t i;

	for (i = 0; i < set->n; i++)
		if (set->v[i].field == field)
			return true;
	return false;
}

/* "title:30" */
static void add_column(struct column_set *set, const struct kind *kind, char *text)
{
	char *colon = strchr(text, ':');
	long width = colon ? strtol(colon + 1, NULL, 10) : 0;
	const struct field *field;

	if (colon)
		*colon = '\0';
	field = kind_field(kind, text);
	if (!field || has_field(set, field) || set->n == COLUMNS_MAX)
		return;
	set->v[set->n].field = field;
	set->v[set->n++].width = width > 0 && width <= WIDTH_MAX ? (int)width : 0;
}

bool column_set_read(struct column_set *set, const struct kind *kind, const char *text)
{
	const char *end = strchr(text, ';');
	char *names = xstrndup(text, end ? (size_t)(end - text) : strlen(text));
	struct strv list = STRV_INIT;
	size_t i;

	memset(set, 0, sizeof(*set));
	strv_split(&list, names, ",");
	for (i = 0; i < list.n; i++)
		add_column(set, kind, list.v[i]);
	set->own = set->n > 0;
	set->frozen = end ? (size_t)strtoul(end + 1, NULL, 10) : 1;
	if (set->frozen > set->n)
		set->frozen = set->n;
	if (!set->own)
		column_set_default(set, kind);
	strv_release(&list);
	free(names);
	return set->own;
}

void sort_format(const struct sort *sort, size_t n, struct str *out)
{
	size_t i;

	for (i = 0; i < n; i++)
		str_addf(out, "%s%s%s", i ? ", " : "", sort[i].field ? sort[i].field->name : "code",
			 sort[i].down ? " desc" : "");
}

/* ---- What a user left a register with ------------------------------------ */

static char *layout_name(struct app *app, const struct kind *kind)
{
	return xasprintf("list/%s/%s", kind->name, store_who(app->store));
}

/* Two lines: the sort, the columns. */
bool app_layout(struct app *app, const struct kind *kind, struct str *sort, struct str *columns,
                struct err *err)
{
	char *name = layout_name(app, kind);
	struct str text = STR_INIT;
	bool ok = store_setting(app->store, name, &text, err);
	size_t n = strcspn(str_get(&text), "\n");

	str_addn(sort, str_get(&text), n);
	if (str_get(&text)[n])
		str_add(columns, str_get(&text) + n + 1);
	str_release(&text);
	free(name);
	return ok;
}

bool app_keep_layout(struct app *app, const struct kind *kind, const char *sort,
                     const char *columns, struct err *err)
{
	char *name, *value;
	bool ok;

	if (store_read_only(app->store))
		return true;
	name = layout_name(app, kind);
	value = *sort || *columns ? xasprintf("%s\n%s", sort, columns) : NULL;
	ok = store_set_setting(app->store, name, value, err);
	free(value);
	free(name);
	return ok;
}
