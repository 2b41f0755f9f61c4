/*
 * A walk over all registers as they are declared: what a table says must be
 * possible, since file, screen, import and manual are made from it unseen.
 */
#include "config.h"

#include <criterion/criterion.h>
#include <ctype.h>
#include <limits.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "isms/model/kind.h"
#include "isms/model/record.h"
#include "isms/model/rules.h"
#include "isms/model/value.h"
#include "isms/util/mem.h"
#include "isms/util/str.h"
#include "isms/util/text.h"

#define WIDTH_MAX 60

static struct rules rules;

static void start(void)
{
	static const char *const words[SCALE_MAX] = {"one", "two", "three", "four", "five"};
	int scale, i;

	rules.today = 20516;
	memcpy(rules.currency, "EUR", 4);
	method_default(&rules.method, SCALE_MAX);
	for (scale = 0; scale < SCALE_COUNT; scale++)
		for (i = 0; i < SCALE_MAX; i++)
			rules.method.step[scale][i].label = xstrdup(words[i]);
}

static void stop(void)
{
	method_release(&rules.method);
}

TestSuite(tables, .init = start, .fini = stop);

typedef void field_fn(const struct kind *kind, const struct field *field);

static void each_field(field_fn *fn)
{
	const struct kind *const *kind;
	size_t i;

	for (kind = kinds; *kind; kind++)
		for (i = 0; i < (*kind)->nfields; i++)
			fn(*kind, &(*kind)->fields[i]);
}

#define WHERE "%s.%s"
#define AT(kind, field) (kind)->name, (field)->name

static bool has_text(const char *s)
{
	return s && *s && text_valid(s, strlen(s)) && !strchr(s, '\n');
}

static bool is_name(const char *s)
{
	return s && islower((unsigned char)*s) &&
	       strspn(s, "abcdefghijklmnopqrstuvwxyz0123456789_") == strlen(s);
}

static bool is_kind(const struct kind *wanted)
{
	const struct kind *const *kind;

	for (kind = kinds; *kind; kind++)
		if (*kind == wanted)
			return true;
	return false;
}

/* ---- Kinds --------------------------------------------------------------- */

Test(tables, kinds_are_whole)
{
	const struct kind *const *kind, *k;

	cr_assert(*kinds);
	for (kind = kinds; *kind; kind++) {
		k = *kind;
		cr_expect(is_name(k->name), "%s", k->name);
		cr_expect(has_text(k->title) && has_text(k->plural) && has_text(k->help), "%s",
			  k->name);
		cr_expect(has_text(k->clause), "%s", k->name);
		cr_expect(has_text(k->prefix) && isupper((unsigned char)*k->prefix) &&
				  strlen(k->prefix) <= 4,
			  "%s", k->name);
		cr_expect(k->number >= 1 && k->number <= 255, "%s", k->name);
		cr_expect(k->group > GROUP_DASHBOARD && k->group < GROUP_COUNT, "%s", k->name);
		cr_expect(k->since >= 1 && k->since <= SCHEMA_VERSION, "%s", k->name);
		cr_assert(k->fields && k->nfields > 0, "%s", k->name);
	}
}

Test(tables, kinds_differ)
{
	const struct kind *const *a, *const *b;

	for (a = kinds; *a; a++) {
		for (b = kinds; b < a; b++) {
			cr_expect_str_neq((*a)->name, (*b)->name);
			cr_expect_str_neq((*a)->title, (*b)->title);
			cr_expect_str_neq((*a)->plural, (*b)->plural);
			cr_expect_str_neq((*a)->prefix, (*b)->prefix, "%s %s", (*a)->name,
					  (*b)->name);
			cr_expect_neq((*a)->number, (*b)->number, "%s %s", (*a)->name, (*b)->name);
		}
		cr_expect_eq(kind_find((*a)->name), *a, "%s", (*a)->name);
		cr_expect_eq(kind_find((*a)->title), *a, "%s", (*a)->title);
		cr_expect_eq(kind_find((*a)->plural), *a, "%s", (*a)->plural);
	}
}

/* A REFS field is a table <kind>_<field>, and a search or history of the same
 * name must not be hit. */
Test(tables, names_of_tables_differ)
{
	static const char *const taken[] = {"tx", "history", "setting", "search"};
	const struct kind *const *a, *const *b;
	struct str table = STR_INIT;
	size_t i;

	for (a = kinds; *a; a++) {
		for (i = 0; i < sizeof(taken) / sizeof(taken[0]); i++)
			cr_expect_str_neq((*a)->name, taken[i]);
		for (i = 0; i < (*a)->nfields; i++) {
			if ((*a)->fields[i].type != FIELD_REFS)
				continue;
			str_clear(&table);
			str_addf(&table, "%s_%s", (*a)->name, (*a)->fields[i].name);
			for (b = kinds; *b; b++)
				cr_expect_str_neq(str_get(&table), (*b)->name);
		}
	}
	str_release(&table);
}

/* ---- Fields -------------------------------------------------------------- */

static void check_name(const struct kind *kind, const struct field *field)
{
	static const char *const taken[] = {
		"id",	      "uid",	    "code",	"ver",	 "created_at", "created_by",
		"changed_at", "changed_by", "archived", "rowid", "oid",
	};
	size_t i;

	cr_expect(is_name(field->name), WHERE, AT(kind, field));
	cr_expect_not(sqlite3_keyword_check(field->name, (int)strlen(field->name)),
		      WHERE " is a word of SQL", AT(kind, field));
	for (i = 0; i < sizeof(taken) / sizeof(taken[0]); i++)
		cr_expect_str_neq(field->name, taken[i], WHERE, AT(kind, field));
	cr_expect_eq(kind_field(kind, field->name), field, WHERE " is there twice",
		     AT(kind, field));
	cr_expect_eq(kind_field_find(kind, field->name), field, WHERE, AT(kind, field));
}

Test(tables, names_of_fields)
{
	each_field(check_name);
}

static void check_field(const struct kind *kind, const struct field *field)
{
	const bool choice = field->type == FIELD_CHOICE || field->type == FIELD_CHOICES;
	const bool ref = field->type == FIELD_REF || field->type == FIELD_REFS;

	cr_expect(has_text(field->label), WHERE, AT(kind, field));
	cr_expect(has_text(field->help), WHERE, AT(kind, field));
	cr_expect(field->type < FIELD_NTYPES, WHERE, AT(kind, field));
	cr_expect(field->width >= 1 && field->width <= WIDTH_MAX, WHERE, AT(kind, field));
	cr_expect(field->since >= kind->since && field->since <= SCHEMA_VERSION, WHERE,
		  AT(kind, field));
	cr_expect_leq(field->min, field->max, WHERE, AT(kind, field));
	cr_expect_eq(!!field->choices, choice, WHERE " and its choices", AT(kind, field));
	cr_expect_eq(!!field->ref, ref, WHERE " and what it refers to", AT(kind, field));
	cr_expect(!ref || is_kind(field->ref), WHERE, AT(kind, field));
	cr_expect(field->scale < SCALE_COUNT, WHERE, AT(kind, field));
	cr_expect(!field->section || has_text(field->section), WHERE, AT(kind, field));
	cr_expect(!(field->flags & F_OPEN) || choice, WHERE, AT(kind, field));
	cr_expect(!(field->flags & F_UNIQUE) || field->type != FIELD_REFS, WHERE, AT(kind, field));
	if (field->flags & F_DERIVED)
		cr_expect(!(field->flags & (F_REQUIRED | F_UNIQUE)) && !field->initial,
			  WHERE " is computed", AT(kind, field));
}

Test(tables, fields_are_whole)
{
	each_field(check_field);
}

Test(tables, a_section_begins_once)
{
	const struct kind *const *kind;
	const struct field *f;
	size_t i, j;

	for (kind = kinds; *kind; kind++) {
		f = (*kind)->fields;
		for (i = 0; i < (*kind)->nfields; i++)
			for (j = 0; f[i].section && j < i; j++)
				cr_expect(!f[j].section || strcmp(f[i].section, f[j].section) != 0,
					  WHERE, AT(*kind, &f[i]));
	}
}

Test(tables, lists_have_columns)
{
	const struct kind *const *kind;
	size_t i, listed;

	for (kind = kinds; *kind; kind++) {
		for (i = listed = 0; i < (*kind)->nfields; i++)
			listed += (*kind)->fields[i].flags & F_LISTED ? 1 : 0;
		cr_expect_gt(listed, 0, "%s", (*kind)->name);
	}
}

static void check_initial(const struct kind *kind, const struct field *field)
{
	struct value value = VALUE_INIT;
	struct err err = ERR_INIT;

	if (field->initial) {
		cr_expect(field_parse(&rules, field, field->initial, &value, &err), WHERE ": %s",
			  AT(kind, field), err_msg(&err));
		cr_expect(value.set, WHERE, AT(kind, field));
	}
	value_release(&value);
	err_release(&err);
}

Test(tables, initial_values_are_values)
{
	each_field(check_initial);
}

/* ---- Choices ------------------------------------------------------------- */

static void must_mean(const struct kind *kind, const struct field *field, const char *text,
		      const char *key)
{
	struct value value = VALUE_INIT;
	struct err err = ERR_INIT;

	cr_expect(field_parse(&rules, field, text, &value, &err) && str_equal(value.text, key),
		  WHERE ": '%s' is not %s: %s", AT(kind, field), text, key, err_msg(&err));
	value_release(&value);
	err_release(&err);
}

/* Lower case words, or an abbreviation: C, I, A. */
static bool is_key(const char *key)
{
	size_t i, capitals = 0;

	for (i = 0; key[i]; i++)
		capitals += isupper((unsigned char)key[i]) != 0;
	return has_text(key) && !strpbrk(key, ",;|\"") && (!capitals || capitals == i);
}

/* Every name leads to its own choice. */
static void check_choices(const struct kind *kind, const struct field *field)
{
	const struct choice *c;

	for (c = field->choices; c && c->key; c++) {
		cr_expect(is_key(c->key) && has_text(c->label), WHERE " %s", AT(kind, field),
			  c->key);
		cr_expect_eq(choice_find(field, c->key), c, WHERE " has %s twice", AT(kind, field),
			     c->key);
		must_mean(kind, field, c->key, c->key);
		must_mean(kind, field, c->label, c->key);
		if (c->alt)
			must_mean(kind, field, c->alt, c->key);
	}
}

Test(tables, choices)
{
	each_field(check_choices);
}

/* ---- Life cycles --------------------------------------------------------- */

/* Marks what from leads to, and so on. */
static void reach(const struct kind *kind, const char *from, struct strv *reached)
{
	struct strv next = STRV_INIT;
	size_t i;

	if (strv_has(reached, from))
		return;
	strv_add(reached, from);
	life_moves(kind, from, &next);
	for (i = 0; i < next.n; i++)
		reach(kind, next.v[i], reached);
	strv_release(&next);
}

static void check_life(const struct kind *kind)
{
	const struct field *state = kind_state(kind);
	const struct choice *c;
	const struct move *m;
	struct strv reached = STRV_INIT;

	cr_assert(state && state->type == FIELD_CHOICE, "%s", kind->name);
	cr_assert(state->flags & F_REQUIRED && !(state->flags & F_OPEN) && state->initial, WHERE,
		  AT(kind, state));
	for (m = kind->life->moves; m->from; m++) {
		cr_expect(!strcmp(m->from, "*") || choice_find(state, m->from), WHERE " from %s",
			  AT(kind, state), m->from);
		cr_expect(choice_find(state, m->to), WHERE " to %s", AT(kind, state), m->to);
		cr_expect_str_neq(m->from, m->to, WHERE, AT(kind, state));
		cr_expect(!m->needs || kind_field(kind, m->needs), WHERE " needs %s",
			  AT(kind, state), m->needs);
	}
	reach(kind, state->initial, &reached);
	for (c = state->choices; c->key; c++)
		cr_expect(strv_has(&reached, c->key), WHERE ": nothing leads to %s",
			  AT(kind, state), c->key);
	strv_release(&reached);
}

Test(tables, life_cycles)
{
	const struct kind *const *kind;

	for (kind = kinds; *kind; kind++)
		if ((*kind)->life)
			check_life(*kind);
}

/* ---- Lists of fields ----------------------------------------------------- */

static void must_be_fields(const struct kind *kind, const char *names)
{
	struct strv list = STRV_INIT;
	const struct field *field;
	size_t i;

	strv_split(&list, names, ",");
	cr_expect_gt(list.n, 0, "%s", kind->name);
	for (i = 0; i < list.n; i++) {
		field = kind_field(kind, list.v[i]);
		cr_expect(field && !(field->flags & F_DERIVED) && field->type != FIELD_REFS,
			  "%s: %s", kind->name, list.v[i]);
	}
	strv_release(&list);
}

Test(tables, unique_sets_and_sources_of_titles)
{
	const struct kind *const *kind;
	const char *const *list;

	for (kind = kinds; *kind; kind++) {
		for (list = (*kind)->unique; list && *list; list++)
			must_be_fields(*kind, *list);
		for (list = (*kind)->title_from; list && *list; list++)
			cr_expect(kind_field(*kind, *list), "%s: %s", (*kind)->name, *list);
	}
}

/* ---- Values -------------------------------------------------------------- */

static void must_return(const struct kind *kind, const struct field *field, const char *text)
{
	struct value value = VALUE_INIT, again = VALUE_INIT;
	struct err err = ERR_INIT;
	struct str out = STR_INIT;

	if (!field_parse(&rules, field, text, &value, &err)) {
		cr_expect(field->check, WHERE " '%s': %s", AT(kind, field), text, err_msg(&err));
		goto out;
	}
	field_format(&rules, field, &value, &out);
	cr_expect(field_parse(&rules, field, str_get(&out), &again, &err) &&
			  value_equal(field, &value, &again),
		  WHERE " '%s' reads back as '%s': %s", AT(kind, field), text, str_get(&out),
		  err_msg(&err));
	cr_expect_eq(type_ops[field->type].cmp(&value, &again), 0, WHERE, AT(kind, field));
	str_clear(&out);
	field_show(&rules, field, &value, &out);
	cr_expect_eq(value.set, out.len > 0, WHERE " shows nothing", AT(kind, field));
out:
	value_release(&value);
	value_release(&again);
	str_release(&out);
	err_release(&err);
}

static void check_return(const struct kind *kind, const struct field *field)
{
	static const char *const samples[FIELD_NTYPES][4] = {
		[FIELD_TEXT] = {"words, \"quoted\"; = and 漢字", " spaced ", "two\nlines"},
		[FIELD_NOTE] = {"one\n\ntwo\n", "\t=1+1"},
		[FIELD_SCALE] = {"1", "three"},
		[FIELD_MONEY] = {"0", "1234.56", "1'000'000"},
		[FIELD_DATE] = {"2024-02-29", "+2w", "9999-12-31"},
		[FIELD_TIME] = {"2026-12-31T23:59", "today 0:00"},
		[FIELD_BOOL] = {"yes", "no"},
		[FIELD_REF] = {"R-0001", "Novak, Anna"},
		[FIELD_REFS] = {"A.5.1; A.5.10", "x|y,z"},
	};
	const struct choice *c;
	struct str all = STR_INIT;
	char number[32];
	size_t i;

	must_return(kind, field, "");
	for (i = 0; i < 4 && samples[field->type][i]; i++)
		must_return(kind, field, samples[field->type][i]);
	if (field->type == FIELD_INT) {
		snprintf(number, sizeof(number), "%ld", field->min);
		must_return(kind, field, number);
		snprintf(number, sizeof(number), "%ld", field->max);
		must_return(kind, field, number);
	}
	for (c = field->choices; c && c->key; c++)
		str_addf(&all, "%s%s", all.len ? "|" : "", c->label);
	if (field->type == FIELD_CHOICES)
		must_return(kind, field, str_get(&all));
	str_release(&all);
}

Test(tables, what_is_formatted_reads_back_the_same)
{
	each_field(check_return);
}

Test(tables, new_records_take_their_defaults)
{
	const struct kind *const *kind;
	struct record *rec;
	size_t i;

	for (kind = kinds; *kind; kind++) {
		rec = record_new(*kind);
		record_defaults(&rules, rec);
		for (i = 0; i < (*kind)->nfields; i++)
			cr_expect_eq(rec->values[i].set, (*kind)->fields[i].initial != NULL, WHERE,
				     AT(*kind, &(*kind)->fields[i]));
		record_free(&rec);
	}
}

/* ---- Lists --------------------------------------------------------------- */

/* Each field stands in the list once, the title first, then what columns names. */
static void columns_are_all(const struct kind *kind)
{
	struct strv names = STRV_INIT;
	bool *seen = xcalloc(kind->nfields, sizeof(*seen));
	size_t i;

	if (kind->columns)
		strv_split(&names, kind->columns, ",");
	for (i = 0; i < kind->nfields; i++) {
		const struct field *field = kind_column(kind, i);

		cr_assert(field, "%s: no column %zu", kind->name, i);
		cr_expect_not(seen[kind_index(kind, field)], WHERE " twice", AT(kind, field));
		seen[kind_index(kind, field)] = true;
		if (i > 0 && i <= names.n)
			cr_expect_str_eq(field->name, names.v[i - 1]);
	}
	cr_expect_eq(kind_column(kind, 0), &kind->fields[0]);
	free(seen);
	strv_release(&names);
}

Test(tables, every_field_has_one_column)
{
	const struct kind *const *kind;

	for (kind = kinds; *kind; kind++)
		columns_are_all(*kind);
}

/* What says that a day has passed is computed, a yes or no, and the day a DATE. */
static void late_is_derived(const struct kind *kind, const struct field *field)
{
	const struct field *late = field->late ? kind_field(kind, field->late) : NULL;

	if (!field->late)
		return;
	cr_assert(late, WHERE ": late", AT(kind, field));
	cr_expect(field->type == FIELD_DATE && late->type == FIELD_BOOL &&
			  late->flags & F_DERIVED,
		  WHERE ": late", AT(kind, field));
}

Test(tables, late_is_told_by_a_derived_field)
{
	each_field(late_is_derived);
}
