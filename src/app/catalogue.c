/*
 * What a new file begins with: the clauses, the controls of Annex A and an
 * undecided SoA entry for each, threats, vulnerabilities, a risk method; what is
 * brought on request (suggestions, other frameworks); and the demonstration. All from CSV built into the program, by the same import that
 * reads people's files, so that there is one way into a register.
 */
#include "config.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "isms/app/app.h"
#include "isms/exchange/import.h"
#include "isms/exchange/sheet.h"
#include "isms/model/kinds.h"
#include "isms/util/builtin.h"
#include "isms/util/i18n.h"
#include "isms/util/mem.h"
#include "isms/util/near.h"

#include "private.h"

struct mapping {
	const char *theirs, *ours;      /* as import_map() takes them */
};

/* When a file is loaded by itself. Those that are not suggest, or answer to what
 * one organisation in ten holds itself to: in every file they would only stand in
 * the way of what is the organisation's own. */
enum begin {
	BEGIN_ASKED,                    /* only when its name is called */
	BEGIN_NEW,                      /* with every new file but the demonstration */
	BEGIN_ALWAYS
};

struct catalogue {
	const char *name;               /* what `isms catalogue` calls it; several rows
	                                   of one name stand together and go in together */
	const char *title;              /* N_(), of the first row of a name */
	const char *file;               /* of the built-in files */
	const struct kind *kind;
	enum begin begin;
	const struct mapping *map;      /* ends with theirs NULL; the rest goes by name */
};

static const struct mapping control_map[] = {
	{"ref", "code"},
	{NULL, NULL},
};

static const struct mapping weakness_map[] = {
	{"ref", "code"},
	{"source_note", ""},            /* where the wording is from: not the user's matter */
	{NULL, NULL},
};

/* no codes: a suggestion that is taken becomes the organisation's own */
static const struct mapping issue_map[] = {
	{"ref", ""}, {"seed_topic", ""}, {"issue", "title"}, {"why_it_matters", "why"},
	{NULL, NULL},
};

static const struct mapping party_map[] = {
	{"ref", ""}, {"climate_related", ""}, {"party", "title"}, {"type", "party_kind"},
	{"typical_requirements", "expectations"}, {"requirement_basis", ""}, {"met_by", ""},
	{NULL, NULL},
};

static const struct mapping duty_map[] = {
	{"document", "title"}, {"kind", "doc_kind"}, {"mandatory", "duty"}, {"register", "kept_in"},
	{NULL, NULL},
};

static const struct mapping no_map[] = {{NULL, NULL}};

#define FRAMEWORKS "catalogue/frameworks.csv", &kind_framework, BEGIN_ASKED, no_map
#define REQUIREMENTS(file) "catalogue/" file, &kind_framework_requirement, BEGIN_ASKED, no_map

/* What is referred to before what refers to it. */
static const struct catalogue catalogues[] = {
	{"clauses", N_("Clauses 4 to 10 of ISO/IEC 27001:2022"),
	 "catalogue/iso27001-2022-clauses.csv", &kind_clause, BEGIN_ALWAYS, no_map},
	{"controls", N_("Controls of Annex A of 2022"), "catalogue/iso27001-2022-annex-a.csv",
	 &kind_control, BEGIN_ALWAYS, control_map},
	{"threats", N_("Threats"), "catalogue/threats.csv", &kind_threat, BEGIN_ALWAYS,
	 weakness_map},
	{"vulnerabilities", N_("Vulnerabilities"), "catalogue/vulnerabilities.csv",
	 &kind_vulnerability, BEGIN_ALWAYS, weakness_map},
	{"mandatory-documents", N_("What has to be documented"),
	 "catalogue/mandatory-documents.csv", &kind_mandatory_document, BEGIN_NEW, duty_map},
	{"frameworks", N_("Names of frameworks"), "catalogue/frameworks.csv", &kind_framework,
	 BEGIN_ALWAYS, no_map},
	{"context-issues", N_("Suggested context issues"), "catalogue/context-issues.csv",
	 &kind_context_issue, BEGIN_ASKED, issue_map},
	{"interested-parties", N_("Suggested interested parties"),
	 "catalogue/interested-parties.csv", &kind_interested_party, BEGIN_ASKED, party_map},
	{"gdpr", N_("Articles of the General Data Protection Regulation"), FRAMEWORKS},
	{"gdpr", NULL, REQUIREMENTS("gdpr-articles.csv")},
	{"nis2", N_("Duties of NIS2 and its implementing regulation"), FRAMEWORKS},
	{"nis2", NULL, REQUIREMENTS("nis2-measures.csv")},
	{"csf", N_("Functions and categories of NIST CSF 2.0"), FRAMEWORKS},
	{"csf", NULL, REQUIREMENTS("nist-csf-2.0.csv")},
	{"sp800-53", N_("Families and base controls of NIST SP 800-53"), FRAMEWORKS},
	{"sp800-53", NULL, REQUIREMENTS("nist-sp800-53-r5.csv")},
	{"annex-a-2013", N_("Annex A of 2013 and what became of it in 2022"), FRAMEWORKS},
	{"annex-a-2013", NULL, REQUIREMENTS("iso27001-2013-annex-a.csv")},
	{"annex-a-2013", NULL, "catalogue/iso27001-2013-2022-map.csv", &kind_framework_mapping,
	 BEGIN_ASKED, no_map},
};

#define NCATALOGUES (sizeof(catalogues) / sizeof(catalogues[0]))

static FILE *open_builtin(const char *name, struct err *err)
{
	const struct builtin *file = builtin_find(name);
	FILE *f = NULL;

	/* fmemopen() only reads, but takes no const */
	if (file && file->len)
		f = fmemopen((void *)(size_t)file->data, file->len, "r");
	if (!f)
		err_set(err, ERR_FAILED, _("cannot open the built-in file '%s'"), name);
	return f;
}

/* The files are ours: whatever is not taken from them is a fault of the program. */
static bool all_taken(const char *name, const struct import_result *result, struct err *err)
{
	size_t i;

	for (i = 0; i < result->nremarks; i++) {
		const struct remark *r = &result->remarks[i];

		if (r->rejected || result->unresolved)
			return err_set(err, ERR_FAILED, "%s:%ld: %s: '%s': %s", name, r->line,
				       r->column ? r->column : "", r->value ? r->value : "",
				       r->reason);
	}
	if (result->rejected || result->unresolved)
		return err_set(err, ERR_FAILED, _("%s: %ld rows rejected"), name,
			       result->rejected);
	return true;
}

static bool map_columns(struct import *import, const struct mapping *map, struct err *err)
{
	for (; map && map->theirs; map++)
		if (!import_map(import, map->theirs, map->ours, err))
			return false;
	return true;
}

/* Imports what f holds into kind; map (may be NULL) says which columns go where.
 * What it did is added to added and there, which may be NULL. */
static bool import_stream(struct app *app, FILE *f, const char *name, const struct kind *kind,
			  const struct mapping *map, const struct import_options *opt,
			  long *added, long *there, struct err *err)
{
	struct import_result result;
	struct import *import = NULL;
	bool ok;

	memset(&result, 0, sizeof(result));
	ok = import_open(app->store, &app->rules, kind, f, name, opt, &import, err) &&
	     map_columns(import, map, err) && import_run(import, NULL, &result, err) &&
	     all_taken(name, &result, err);
	if (added)
		*added += result.added;
	if (there)
		*there += result.skipped + result.same;
	import_result_release(&result);
	import_close(&import);
	return ok;
}

static bool import_file(struct app *app, const char *name, const struct kind *kind,
			const struct mapping *map, const struct import_options *opt, long *added,
			long *there, struct err *err)
{
	FILE *f = open_builtin(name, err);
	bool ok = f && import_stream(app, f, name, kind, map, opt, added, there, err);

	if (f)
		fclose(f);
	return ok;
}

/* later: what it refers to may be missing and comes with another run. */
static bool import_builtin(struct app *app, const char *name, const struct kind *kind,
			   const struct mapping *map, bool later, struct err *err)
{
	const struct import_options opt = {.later_refs = later};

	return import_file(app, name, kind, map, &opt, NULL, NULL, err);
}

/* ---- Statement of Applicability ------------------------------------------ */

static bool add_entry(struct app *app, long long control, struct err *err)
{
	struct record *rec = record_new(&kind_soa_entry);
	bool ok;

	record_defaults(&app->rules, rec);
	value_add_ref(record_value(rec, "control"), control, NULL, NULL);
	ok = store_add(app->store, rec, err);
	record_free(&rec);
	return ok;
}

/* Is the control one of Annex A, which the SoA has to decide on? */
static bool of_annex(struct app *app, long long control, bool *is, struct err *err)
{
	bool *want = xcalloc(kind_control.nfields, sizeof(*want));
	struct record *rec = NULL;
	bool ok = store_get_some(app->store, &kind_control, control, want, &rec, err);

	*is = ok && !strncmp(rec->code, "A.", 2);
	record_free(&rec);
	free(want);
	return ok;
}

static bool add_entries(struct app *app, struct err *err)
{
	/* by code: in the order of the standard */
	const struct query query = {.kind = &kind_control, .nsort = 1};
	long long *ids = NULL;
	size_t i, n = 0;
	bool is = false, ok = store_list(app->store, &query, &ids, &n, err);

	for (i = 0; ok && i < n; i++) {
		ok = of_annex(app, ids[i], &is, err);
		if (ok && is)
			ok = add_entry(app, ids[i], err);
	}
	free(ids);
	return ok;
}

/* ---- Risk method --------------------------------------------------------- */

/* appetite and tolerance as the words of the levels in risk-scales.csv have it:
 * "accept" and "accept with the owner's approval" */
static const struct preset {
	int steps;
	const char *name;               /* in risk-scales.csv, risk-matrices.csv */
	int appetite, tolerance;
} presets[] = {
	{3, "3x3", 1, 2},
	{4, "4x4", 1, 2},
	{5, "5x5", 2, 3},
};

struct method_build {
	struct app *app;
	const struct preset *preset;
	long long method;               /* its id */
};

static void set_text(struct record *rec, const char *field, const char *text)
{
	value_set_text(record_value(rec, field), text);
}

static void set_num(struct record *rec, const char *field, long long num)
{
	value_set_num(record_value(rec, field), num);
}

static void set_ref(struct record *rec, const char *field, long long id)
{
	struct value *value = record_value(rec, field);

	value_release(value);
	value_add_ref(value, id, NULL, NULL);
}

static bool add_method(struct method_build *build, struct err *err)
{
	const struct preset *preset = build->preset;
	struct record *rec = record_new(&kind_risk_method);
	bool ok;

	record_defaults(&build->app->rules, rec);
	set_text(rec, "title", preset->name);
	set_num(rec, "likelihood_steps", preset->steps);
	set_num(rec, "impact_steps", preset->steps);
	set_num(rec, "level_steps", preset->steps);
	set_num(rec, "appetite", preset->appetite);
	set_num(rec, "tolerance", preset->tolerance);
	ok = store_add(build->app->store, rec, err);
	build->method = rec->id;
	record_free(&rec);
	return ok;
}

/* preset,dimension,value,label,description */
static bool add_criterion(struct method_build *build, const struct row *row, struct err *err)
{
	struct record *rec = record_new(&kind_risk_criterion);
	bool ok;

	set_ref(rec, "method", build->method);
	set_text(rec, "scale", row->cell[1].s);
	set_num(rec, "value", atol(row->cell[2].s));
	set_text(rec, "title", row->cell[3].s);
	set_text(rec, "criteria", row->cell[4].s);
	ok = store_add(build->app->store, rec, err);
	record_free(&rec);
	return ok;
}

/* preset,likelihood,impact,level */
static bool add_cell(struct method_build *build, const struct row *row, struct err *err)
{
	struct record *rec = record_new(&kind_risk_matrix_cell);
	bool ok;

	set_ref(rec, "method", build->method);
	set_num(rec, "likelihood", atol(row->cell[1].s));
	set_num(rec, "impact", atol(row->cell[2].s));
	set_num(rec, "level", atol(row->cell[3].s));
	ok = store_add(build->app->store, rec, err);
	record_free(&rec);
	return ok;
}

static const struct method_part {
	const char *file;
	size_t columns;
	bool (*add)(struct method_build *, const struct row *, struct err *);
} method_parts[] = {
	{"catalogue/risk-scales.csv", 5, add_criterion},
	{"catalogue/risk-matrices.csv", 4, add_cell},
};

/* Adds the rows of the preset. */
static bool add_part(struct method_build *build, const struct method_part *part, struct err *err)
{
	const struct sheet_dialect dialect = {.delimiter = ','};
	const struct row *row = NULL;
	struct sheet *sheet = NULL;
	FILE *f = open_builtin(part->file, err);
	bool ok = f && sheet_open(f, part->file, &dialect, &sheet, err);

	while (ok && (ok = sheet_next(sheet, &row, err)) && row) {
		if (row->n != part->columns)
			ok = err_set(err, ERR_FAILED, "%s:%ld", part->file, row->line);
		else if (!strcmp(row->cell[0].s, build->preset->name))
			ok = part->add(build, row, err);
	}
	sheet_close(&sheet);
	if (f)
		fclose(f);
	return ok;
}

/* The organisation has one record, made with the file: its method is this. */
static bool put_in_force(struct method_build *build, struct err *err)
{
	const struct query query = {.kind = &kind_organisation};
	struct store *store = build->app->store;
	struct record *org = NULL;
	long long *ids = NULL;
	size_t n = 0;
	bool ok = store_list(store, &query, &ids, &n, err);

	if (ok && !n)
		ok = err_set(err, ERR_FILE, _("the file has no organisation"));
	ok = ok && store_get(store, &kind_organisation, ids[0], &org, err);
	if (ok) {
		set_ref(org, "method", build->method);
		ok = store_update(store, org, NULL, err);
	}
	record_free(&org);
	free(ids);
	return ok;
}

static bool add_risk_method(struct app *app, int scale, struct err *err)
{
	struct method_build build = {.app = app};
	size_t i;
	bool ok;

	for (i = 0; i < sizeof(presets) / sizeof(presets[0]); i++)
		if (presets[i].steps == scale)
			build.preset = &presets[i];
	if (!build.preset)
		return err_set(err, ERR_USAGE, _("a risk method has 3, 4 or 5 steps, not %d"),
			       scale);
	ok = add_method(&build, err);
	for (i = 0; ok && i < sizeof(method_parts) / sizeof(method_parts[0]); i++)
		ok = add_part(&build, &method_parts[i], err);
	return ok && put_in_force(&build, err);
}

/* ---- Demonstration ------------------------------------------------------- */

static char *demo_name(const struct kind *kind)
{
	return xasprintf("demo/%s.csv", kind->name);
}

static bool has_demo(const struct kind *kind)
{
	char *name = demo_name(kind);
	bool has = builtin_find(name) != NULL;

	free(name);
	return has;
}

/* Does field refer to records that are not imported yet when kind is: its own,
 * or those of a kind that stands after it? A LINK may mean any. */
static bool refers_ahead(const struct kind *kind, const struct field *field)
{
	bool ahead = false;
	size_t i;

	if (field && field->type == FIELD_LINK)
		return true;
	if (!field || !field->ref || !has_demo(field->ref))
		return false;
	for (i = 0; kinds[i] && kinds[i] != field->ref; i++)
		ahead = ahead || kinds[i] == kind;
	return ahead || field->ref == kind;
}

static bool any_ahead(const struct kind *kind)
{
	size_t i;

	for (i = 0; i < kind->nfields; i++)
		if (refers_ahead(kind, &kind->fields[i]))
			return true;
	return false;
}

static bool import_demo(struct app *app, const struct kind *kind, bool first, struct err *err)
{
	char *name = demo_name(kind);
	bool ok = import_builtin(app, name, kind, NULL, first && any_ahead(kind), err);

	free(name);
	return ok;
}

/* ---- All of it ----------------------------------------------------------- */

static bool import_catalogue(struct app *app, const struct kind *kind, bool demo, struct err *err)
{
	size_t i;

	for (i = 0; i < NCATALOGUES; i++) {
		const struct catalogue *c = &catalogues[i];

		if (c->kind != kind || c->begin == BEGIN_ASKED || (demo && c->begin == BEGIN_NEW))
			continue;
		if (!import_builtin(app, c->file, kind, c->map, false, err))
			return false;
	}
	return true;
}

/*
 * The demonstration before the catalogue: its controls begin in the state that
 * they are in, and the catalogue adds what they lack. A control that is there
 * already could not leap to "operating".
 */
static bool fill_kind(struct app *app, const struct kind *kind, bool demo, struct err *err)
{
	if (kind == &kind_soa_entry && !add_entries(app, err))
		return false;
	if (demo && has_demo(kind) && !import_demo(app, kind, true, err))
		return false;
	if (!import_catalogue(app, kind, demo, err))
		return false;
	/* vocabulary and currency, which the next ones are read with */
	return kind != &kind_organisation || app_refresh(app, err);
}

/*
 * The demonstration goes in twice, since people stand in units and units have
 * people as heads: first without what refers ahead, then that.
 */
bool catalogue_fill(struct app *app, int scale, bool demo, struct err *err)
{
	bool ok = add_risk_method(app, scale, err) && app_refresh(app, err);
	size_t i;

	for (i = 0; ok && kinds[i]; i++)
		ok = fill_kind(app, kinds[i], demo, err);
	for (i = 0; ok && demo && kinds[i]; i++)
		if (has_demo(kinds[i]) && any_ahead(kinds[i]))
			ok = import_demo(app, kinds[i], false, err);
	return ok;
}

/* ---- On request ---------------------------------------------------------- */

bool app_catalogue_at(size_t i, struct app_catalogue *out)
{
	size_t k;

	for (k = 0; k < NCATALOGUES; k++) {
		if (!catalogues[k].title || i--)
			continue;
		out->name = catalogues[k].name;
		out->title = catalogues[k].title;
		out->begins = catalogues[k].begin != BEGIN_ASKED;
		for (; k < NCATALOGUES && !strcmp(catalogues[k].name, out->name); k++)
			out->kind = catalogues[k].kind;
		return true;
	}
	return false;
}

bool catalogue_part(size_t i, struct catalogue_part *out)
{
	const struct mapping *map;

	if (i >= NCATALOGUES)
		return false;
	*out = (struct catalogue_part){catalogues[i].name, catalogues[i].file, "title", NULL,
				       catalogues[i].kind};
	for (map = catalogues[i].map; map->theirs; map++) {
		if (!strcmp(map->ours, "title"))
			out->title = map->theirs;
		else if (!strcmp(map->ours, "code"))
			out->code = map->theirs;
	}
	return true;
}

bool catalogue_import(struct app *app, size_t i, FILE *f, long *added, long *there,
		      struct err *err)
{
	const struct import_options opt = {
		.add_only = true, .header_line = 1, .dialect = {.delimiter = ','}};
	const struct catalogue *c = &catalogues[i];

	return import_stream(app, f, c->file, c->kind, c->map, &opt, added, there, err);
}

void catalogue_near(const char *typed, struct near *near)
{
	struct app_catalogue catalogue;
	size_t i;

	near_init(near, typed);
	for (i = 0; app_catalogue_at(i, &catalogue); i++)
		near_try(near, catalogue.name);
}

bool catalogue_unknown(const char *name, struct err *err)
{
	struct str hint = STR_INIT;
	struct near near;

	catalogue_near(name, &near);
	near_hint(&near, &hint);
	err_set(err, ERR_USAGE, _("no catalogue '%s'%s"), name, str_get(&hint));
	near_release(&near);
	str_release(&hint);
	return false;
}

bool app_catalogue(struct app *app, const char *name, long *added, long *there, struct err *err)
{
	/* what the user has changed since stays as it is */
	const struct import_options opt = {.add_only = true};
	bool found = false, ok;
	char *why;
	size_t i;

	*added = *there = 0;
	for (i = 0; i < NCATALOGUES && !found; i++)
		found = !strcmp(catalogues[i].name, name);
	if (!found)
		return catalogue_unknown(name, err);
	why = xasprintf("catalogue %s", name);
	ok = store_begin(app->store, why, err);
	free(why);
	if (!ok)
		return false;
	for (i = 0; ok && i < NCATALOGUES; i++)
		if (!strcmp(catalogues[i].name, name))
			ok = import_file(app, catalogues[i].file, catalogues[i].kind,
					 catalogues[i].map, &opt, added, there, err);
	if (ok)
		ok = store_commit(app->store, NULL, err);
	else
		store_rollback(app->store);
	return ok;
}
