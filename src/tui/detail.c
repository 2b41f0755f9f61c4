#include "config.h"

#include "isms/tui/detail.h"

#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "isms/util/i18n.h"
#include "isms/util/mem.h"
#include "isms/util/text.h"

#define LABEL_WIDTH 24
#define BRIEF_BETWEEN 3 /* blanks between two fields in a line */
#define BRIEF_LEAST 24   /* cells in which the beginning of one still says something */

static void take(struct lines *lines, unsigned look, char *text)
{
	lines->v = xgrow(lines->v, lines->n, &lines->cap, sizeof(lines->v[0]));
	lines->v[lines->n++] = (struct line){text, look};
}

void lines_add(struct lines *lines, unsigned look, const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	take(lines, look, xvasprintf(fmt, ap));
	va_end(ap);
}

void lines_wrap(struct lines *lines, unsigned look, const char *text, int cells)
{
	struct str clean = STR_INIT;
	struct strv parts = STRV_INIT;

	text_harmless(&clean, text, strlen(text), HARMLESS_BLOCK);
	text_wrap(&parts, str_get(&clean), cells < 10 ? 10 : cells);
	for (size_t i = 0; i < parts.n; i++)
		lines_add(lines, look, "%s", parts.v[i]);
	strv_release(&parts);
	str_release(&clean);
}

void lines_release(struct lines *lines)
{
	for (size_t i = 0; i < lines->n; i++)
		free(lines->v[i].text);
	free(lines->v);
	memset(lines, 0, sizeof(*lines));
}

void value_text(struct tui *tui, const struct field *field, const struct value *value,
		struct str *out)
{
	if (value->set || value->nrefs > 0)
		field_show(&tui->app->rules, field, value, out);
}

unsigned value_look(struct tui *tui, const struct field *field, const struct value *value)
{
	return value->set ? draw_style(field_style(&tui->app->rules, field, value)) : LOOK_PLAIN;
}

/* "A.8.1 Endpoint devices" tells more than either alone. */
static void ref_text(const struct value *value, const char *between, struct str *out)
{
	for (size_t i = 0; i < value->nrefs; i++) {
		const struct ref *ref = &value->refs[i];

		str_addf(out, "%s%s", i == 0 ? "" : between, ref->code == NULL ? "" : ref->code);
		if (ref->title != NULL && (ref->code == NULL || strcmp(ref->title, ref->code) != 0))
			str_addf(out, " %s", ref->title);
	}
}

/* What was frozen is pages of CSV: the pager has it. */
static bool is_copy(const struct field *field, const struct value *value)
{
	return field_is_copy(field) && value->set;
}

static void copy_text(const struct value *value, struct str *out)
{
	str_addf(out, _("(frozen copy, %zu bytes: z reads it)"), strlen(value->text));
}

static void long_text(struct tui *tui, const struct field *field, const struct value *value,
		      struct str *out)
{
	if (is_copy(field, value))
		copy_text(value, out);
	else if (value->nrefs > 0)
		ref_text(value, "\n", out);
	else
		value_text(tui, field, value, out);
}

static void add_field(struct tui *tui, const struct field *field, const struct value *value,
		      int cells, struct lines *lines)
{
	int label = cells < 3 * LABEL_WIDTH ? cells / 3 : LABEL_WIDTH;
	struct str text = STR_INIT, row = STR_INIT;
	struct lines parts = LINES_INIT;

	long_text(tui, field, value, &text);
	lines_wrap(&parts, LOOK_PLAIN, str_get(&text), cells - label - 1);
	for (size_t i = 0; i < parts.n; i++) {
		str_clear(&row);
		text_pad(&row, i == 0 ? _(field->label) : "", label, false);
		str_addf(&row, " %s", parts.v[i].text);
		lines_add(lines, value_look(tui, field, value), "%s", str_get(&row));
	}
	lines_release(&parts);
	str_release(&text);
	str_release(&row);
}

/* Where what is computed begins, after all that was filled in. */
static size_t derived_from(const struct kind *kind)
{
	size_t i = kind->nfields;

	while (i > 1 && (kind->fields[i - 1].flags & F_DERIVED) != 0)
		i--;
	return i;
}

void detail_lines(struct tui *tui, const struct record *rec, int cells, bool all,
		  struct lines *lines)
{
	const size_t derived = derived_from(rec->kind);
	const char *section = NULL;

	for (size_t i = 0; i < rec->kind->nfields; i++) {
		const struct field *field = &rec->kind->fields[i];
		const struct value *value = &rec->values[i];

		if (field->section != NULL)
			section = field->section;
		else if (i == derived)
			section = N_("Derived");
		if (!all && !value->set && value->nrefs == 0)
			continue;
		if (section != NULL) {
			lines_add(lines, LOOK_HEAD, "%s", _(section));
			section = NULL;
		}
		add_field(tui, field, value, cells, lines);
	}
}

/* Does it stand behind the others of its line, whole or at least its beginning? */
static bool goes_on(const char *row, const char *one, int cells)
{
	int left = cells - text_width(row) - BRIEF_BETWEEN;

	return left >= BRIEF_LEAST || left >= text_width(one);
}

void detail_brief(struct tui *tui, const struct record *rec, int cells, int max,
		  struct lines *lines)
{
	struct str row = STR_INIT, one = STR_INIT, text = STR_INIT;

	for (size_t i = 1; i < rec->kind->nfields && (int)lines->n < max; i++) {
		const struct field *field = &rec->kind->fields[i];

		if (!rec->values[i].set && rec->values[i].nrefs == 0)
			continue;
		str_clear(&one);
		str_clear(&text);
		if (is_copy(field, &rec->values[i]))
			copy_text(&rec->values[i], &text);
		else if (rec->values[i].nrefs > 0)
			ref_text(&rec->values[i], ", ", &text);
		else
			value_text(tui, field, &rec->values[i], &text);
		text_harmless(&one, _(field->label), strlen(_(field->label)), HARMLESS_LINE);
		str_addc(&one, ' ');
		text_harmless(&one, str_get(&text), text.len, HARMLESS_LINE);
		if (row.len > 0 && !goes_on(str_get(&row), str_get(&one), cells)) {
			lines_add(lines, LOOK_PLAIN, "%s", str_get(&row));
			str_clear(&row);
		}
		str_addf(&row, "%*s%s", row.len > 0 ? BRIEF_BETWEEN : 0, "", str_get(&one));
	}
	if (row.len > 0 && (int)lines->n < max)
		lines_add(lines, LOOK_PLAIN, "%s", str_get(&row));
	str_release(&row);
	str_release(&one);
	str_release(&text);
}
