#include "config.h"

#include "isms/model/kind.h"

#include <stdlib.h>
#include <string.h>

#include "isms/util/i18n.h"
#include "isms/util/near.h"
#include "words.h"

#define PREFIX_MIN 3 /* letters that must be there before a name is guessed */

static const char *const groups[GROUP_COUNT] = {
	[GROUP_DASHBOARD] = N_("Dashboard"),
	[GROUP_CONTEXT] = N_("Context"),
	[GROUP_LEADERSHIP] = N_("Leadership"),
	[GROUP_ASSETS] = N_("Assets"),
	[GROUP_RISKS] = N_("Risks"),
	[GROUP_CONTROLS] = N_("Controls"),
	[GROUP_SUPPORT] = N_("Support and operation"),
	[GROUP_AUDITS] = N_("Audits and measurement"),
	[GROUP_REVIEWS] = N_("Management reviews"),
	[GROUP_IMPROVEMENT] = N_("Improvement"),
};

const char *group_title(enum group group)
{
	return group < GROUP_COUNT ? _(groups[group]) : "";
}

static bool is_named(const struct kind *kind, const char *name)
{
	return words_named(name, kind->name) || words_named(name, kind->title) ||
	       words_named(name, kind->plural);
}

static bool begins(const struct kind *kind, const char *start)
{
	return words_begin(kind->name, start) || words_begin(_(kind->title), start) ||
	       words_begin(_(kind->plural), start);
}

static bool too_short(const char *name)
{
	int letters = 0;

	for (; *name; name++)
		letters += !strchr(" _-", *name);
	return letters < PREFIX_MIN;
}

const struct kind *kind_called(const char *name)
{
	const struct kind *const *kind;

	for (kind = kinds; *kind; kind++)
		if (is_named(*kind, name))
			return *kind;
	return NULL;
}

const struct kind *kind_find(const char *name)
{
	const struct kind *const *kind, *found = kind_called(name);

	if (found || too_short(name))
		return found;
	for (kind = kinds; *kind && !found; kind++)
		if (words_named(name, (*kind)->prefix))
			found = *kind;
	if (found)
		return found;
	for (kind = kinds; *kind; kind++) {
		if (!begins(*kind, name))
			continue;
		if (found)
			return NULL;
		found = *kind;
	}
	return found;
}

bool field_is_copy(const struct field *field)
{
	return field->type == FIELD_NOTE && (field->flags & F_ONCE) != 0;
}

const struct field *kind_field(const struct kind *kind, const char *name)
{
	size_t i;

	for (i = 0; i < kind->nfields; i++)
		if (!strcmp(kind->fields[i].name, name))
			return &kind->fields[i];
	return NULL;
}

/* A label that several fields have (the impacts of a risk) is nobody's. */
static const struct field *field_labelled(const struct kind *kind, const char *label)
{
	const struct field *found = NULL;
	size_t i;

	for (i = 0; i < kind->nfields; i++) {
		if (!words_named(label, kind->fields[i].label))
			continue;
		if (found)
			return NULL;
		found = &kind->fields[i];
	}
	return found;
}

const struct field *kind_field_find(const struct kind *kind, const char *name)
{
	const struct field *field = kind_field(kind, name);
	size_t i;

	for (i = 0; !field && i < kind->nfields; i++)
		if (words_equal(name, kind->fields[i].name))
			field = &kind->fields[i];
	return field ? field : field_labelled(kind, name);
}

void kind_near(const struct kind *kind, const char *name, const char *const *also,
	       struct str *out)
{
	struct near near;
	size_t i;

	near_init(&near, name);
	for (i = 0; also && also[i]; i++)
		near_try(&near, also[i]);
	for (i = 0; i < kind->nfields; i++)
		near_try(&near, kind->fields[i].name);
	near_hint(&near, out);
	near_release(&near);
}

bool kind_no_field(const struct kind *kind, const char *name, const char *const *also,
		   struct err *err)
{
	struct str hint = STR_INIT;
	char *quoted = words_quote(name);

	kind_near(kind, name, also, &hint);
	if (!hint.len)
		str_addf(&hint, _("; see 'isms fields %s'"), kind->name);
	err_set(err, ERR_USAGE, _("no field '%s' in %s%s"), quoted, _(kind->plural), str_get(&hint));
	free(quoted);
	str_release(&hint);
	return false;
}

size_t kind_index(const struct kind *kind, const struct field *field)
{
	return (size_t)(field - kind->fields);
}

const char *kind_section(const struct kind *kind, const struct field *field)
{
	const char *section = NULL;
	size_t i;

	for (i = kind_index(kind, field) + 1; i-- > 0 && !section;)
		section = kind->fields[i].section;
	return section;
}

/* Where name stands in "a,b,c", from 0; -1: it does not. */
static int column_place(const char *columns, const char *name)
{
	size_t n = strlen(name), len;
	int place = 0, found = -1;

	for (; columns && *columns && found < 0; place++) {
		len = strcspn(columns, ",");
		if (len == n && !strncmp(columns, name, n))
			found = place;
		columns += len + (columns[len] == ',');
	}
	return found;
}

const struct field *kind_column(const struct kind *kind, size_t i)
{
	const struct field *found = i == 0 || !kind->columns ? &kind->fields[i] : NULL;
	size_t named = 1, k;

	for (k = 1; k < kind->nfields && !found; k++) {
		int place = column_place(kind->columns, kind->fields[k].name);

		named += place >= 0;
		if (place >= 0 && (size_t)place + 1 == i)
			found = &kind->fields[k];
	}
	for (k = 1; k < kind->nfields && !found; k++)
		if (column_place(kind->columns, kind->fields[k].name) < 0 && named++ == i)
			found = &kind->fields[k];
	return found;
}
