/* The names in front of a condition's sign, with the links between them. */
#include "config.h"

#include "filter_path.h"

#include <stdlib.h>
#include <string.h>

#include "isms/util/i18n.h"
#include "isms/util/mem.h"
#include "words.h"

#define CODE "code"
#define HINT_FIELDS 8

/* ---- What every record has ------------------------------------------------ */

/* Columns of every table that are no fields: they are asked for like fields. */
static const struct field own_fields[] = {
	{.name = "archived", .label = N_("Archived"), .type = FIELD_BOOL},
	{.name = "changed_at", .label = N_("Changed"), .type = FIELD_TIME},
	{.name = "changed_by", .label = N_("By"), .type = FIELD_TEXT},
	{.name = "created_at", .label = N_("Created"), .type = FIELD_TIME},
	{.name = "created_by", .label = N_("Created by"), .type = FIELD_TEXT},
};

#define OWN_FIELDS (sizeof(own_fields) / sizeof(own_fields[0]))

const struct field *filter_own(size_t i)
{
	return i < OWN_FIELDS ? &own_fields[i] : NULL;
}

bool filter_is_own(const struct field *field)
{
	return field >= own_fields && field < own_fields + OWN_FIELDS;
}

bool filter_asks_archived(const struct filter *filter)
{
	if (!filter || filter->op == FILTER_LINK)
		return false;
	return filter->field == &own_fields[0] || filter_asks_archived(filter->left) ||
	       filter_asks_archived(filter->right);
}

/* A register's own names come first. */
static const struct field *field_called(const struct kind *kind, const char *name)
{
	const struct field *field = kind_field_find(kind, name);
	size_t i;

	for (i = 0; !field && i < OWN_FIELDS; i++)
		if (words_equal(name, own_fields[i].name) || words_named(name, own_fields[i].label))
			field = &own_fields[i];
	return field;
}

/* ---- Registers that lead here ---------------------------------------------- */

bool filter_leads(const struct field *field, const struct kind *to)
{
	if (field->flags & F_DERIVED)
		return false;
	return field->type == FIELD_LINK ||
	       (field->ref == to && (field->type == FIELD_REF || field->type == FIELD_REFS));
}

static bool leads(const struct kind *from, const struct kind *to)
{
	size_t i;

	for (i = 0; i < from->nfields; i++)
		if (filter_leads(&from->fields[i], to))
			return true;
	return false;
}

/* By its whole name, title or plural: what is guessed is not what was meant. */
static const struct kind *leading_here(const struct kind *kind, const char *name)
{
	const struct kind *from = kind_called(name);

	return from && leads(from, kind) ? from : NULL;
}

/* "asset" for assets: the one field that names records of that register. */
static const struct field *field_to(const struct kind *kind, const char *name)
{
	const struct kind *to = kind_called(name);
	const struct field *field = NULL;
	size_t i, n = 0;

	for (i = 0; to && i < kind->nfields; i++) {
		const struct field *f = &kind->fields[i];

		if (f->ref == to && (f->type == FIELD_REF || f->type == FIELD_REFS) &&
		    !(f->flags & F_DERIVED)) {
			field = f;
			n++;
		}
	}
	return n == 1 ? field : NULL;
}

/* ---- Did you mean ----------------------------------------------------------- */

/* Beside the fields there are the code, what every record has, and the registers that
 * lead here. */
static void hint(const struct kind *kind, const char *name, struct str *out)
{
	const char **also;
	size_t i, n = 0;

	while (kinds[n])
		n++;
	also = xcalloc(1 + OWN_FIELDS + n + 1, sizeof(*also));
	n = 0;
	also[n++] = CODE;
	for (i = 0; i < OWN_FIELDS; i++)
		also[n++] = own_fields[i].name;
	for (i = 0; kinds[i]; i++)
		if (leads(kinds[i], kind))
			also[n++] = kinds[i]->name;
	kind_near(kind, name, also, out);
	free(also);
	if (out->len)
		return;
	str_addf(out, _("; fields are %s"), CODE);
	for (i = n = 0; i < kind->nfields && n < HINT_FIELDS; i++) {
		if (!(kind->fields[i].flags & F_LISTED))
			continue;
		str_addf(out, ", %s", kind->fields[i].name);
		n++;
	}
	str_add(out, "…");
}

/* ---- The path ---------------------------------------------------------------- */

/* The words "no field 'x'" are the parser's, which knows the place. */
static bool unknown(const struct kind *kind, const char *name, struct err *err)
{
	struct str near = STR_INIT;

	hint(kind, name, &near);
	err_set(err, ERR_MISSING, "%s", str_get(&near));
	str_release(&near);
	return false;
}

static void add_step(struct filter_path *path, const struct field *field, const struct kind *kind)
{
	path->step[path->n++] = (struct filter_step){field, kind};
	path->kind = kind;
}

/* A name with a dot behind it: what it leads to. */
static bool follow(struct filter_path *path, const char *name, struct err *err)
{
	const struct field *field = kind_field_find(path->kind, name);
	const struct kind *from;

	if (path->n == FILTER_LINKS)
		return err_set(err, ERR_USAGE, _("more than %d links in a row"), FILTER_LINKS);
	if (field && (field->type == FIELD_REF || field->type == FIELD_REFS) &&
	    !(field->flags & F_DERIVED)) {
		add_step(path, field, field->ref);
		return true;
	}
	from = leading_here(path->kind, name);
	if (from) {
		add_step(path, NULL, from);
		return true;
	}
	if (!field && field_to(path->kind, name)) {
		field = field_to(path->kind, name);
		add_step(path, field, field->ref);
		return true;
	}
	if (field && field->type == FIELD_LINK)
		return err_set(err, ERR_USAGE, _("%s may lead to any register: use %s:"), name,
			       name);
	if (field)
		return err_set(err, ERR_USAGE, _("%s leads to no record"), name);
	return unknown(path->kind, name, err);
}

static bool last(struct filter_path *path, const char *name, struct err *err)
{
	const struct kind *from;

	if (words_equal(name, CODE))
		return true;
	path->field = field_called(path->kind, name);
	if (path->field)
		return true;
	from = leading_here(path->kind, name);
	if (!from)
		path->field = field_to(path->kind, name);
	if (path->field)
		return true;
	if (!from)
		return unknown(path->kind, name, err);
	if (path->n == FILTER_LINKS)
		return err_set(err, ERR_USAGE, _("more than %d links in a row"), FILTER_LINKS);
	add_step(path, NULL, from);
	path->record = true;
	return true;
}

bool filter_path(const struct kind *kind, const char *text, struct filter_path *path, size_t *bad,
		 struct err *err)
{
	const char *name = text;
	size_t n = strcspn(name, ".");
	bool ok = true;
	char *copy;

	*path = (struct filter_path){.kind = kind};
	for (; ok; name += n + 1, n = strcspn(name, ".")) {
		copy = xstrndup(name, n);
		*bad = (size_t)(name - text);
		ok = name[n] ? follow(path, copy, err) : last(path, copy, err);
		free(copy);
		if (!name[n])
			break;
	}
	return ok;
}
