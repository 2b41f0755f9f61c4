#include "config.h"

#include "isms/report/soa.h"

#include <stdlib.h>
#include <string.h>

#include "isms/model/kinds.h"
#include "isms/model/value.h"
#include "isms/util/date.h"
#include "isms/util/i18n.h"
#include "isms/util/mem.h"

static const struct {
	const char *name, *title;
} columns[SOA_KEYS] = {
	[SOA_ID] = {"id", N_("Id")},
	[SOA_CONTROL] = {"control", N_("Control")},
	[SOA_CODE] = {"code", N_("Code")},
	[SOA_REF] = {"ref", N_("Ref")},
	[SOA_TITLE] = {"title", N_("Control")},
	[SOA_THEME] = {"theme", N_("Theme")},
	[SOA_APPLICABLE] = {"applicable", N_("Applies")},
	[SOA_REASONS] = {"reasons", N_("Why")},
	[SOA_JUSTIFICATION] = {"justification", N_("Reason")},
	[SOA_IMPLEMENTATION] = {"implementation", N_("State")},
	[SOA_HOW] = {"how", N_("How implemented")},
	[SOA_DOCUMENTS] = {"documents", N_("Documents")},
	[SOA_EVIDENCE] = {"evidence", N_("Evidence")},
	[SOA_RESPONSIBLE] = {"responsible", N_("Responsible")},
	[SOA_TARGET] = {"target_date", N_("Target date")},
	[SOA_LATE] = {"overdue", N_("Overdue")},
	[SOA_RISKS] = {"risks", N_("Risks")},
	[SOA_REQUIREMENTS] = {"requirements", N_("Requirements")},
	[SOA_OLD] = {"ref_2013", N_("2013")},
	[SOA_CHECKED] = {"last_checked", N_("Last check")},
	[SOA_EFFECT] = {"effect", N_("Result")},
	[SOA_STATUS] = {"control_status", N_("The control is")},
};

const char *soa_title(enum soa_key key)
{
	return _(columns[key].title);
}

const char *soa_name(enum soa_key key)
{
	return columns[key].name;
}

enum { VERSION_NUMBER, VERSION_DAY, VERSION_PERSON, VERSION_CHANGED, VERSION_KEYS };

/* ---- Reading ------------------------------------------------------------- */

static bool is(const struct soa_row *row, enum soa_key key, const char *word)
{
	return row->text[key] && !strcmp(row->text[key], word);
}

static bool has(const struct soa_row *row, enum soa_key key)
{
	return row->text[key] && row->text[key][strspn(row->text[key], " \t\r\n")];
}

bool soa_complete(const struct soa_row *row)
{
	return (is(row, SOA_APPLICABLE, "yes") && has(row, SOA_REASONS)) ||
	       (is(row, SOA_APPLICABLE, "no") && has(row, SOA_JUSTIFICATION));
}

static struct soa_row *add(struct soa *soa, char **text)
{
	struct soa_row *row;

	soa->v = xgrow(soa->v, soa->n, &soa->cap, sizeof(*soa->v));
	row = &soa->v[soa->n++];
	memset(row, 0, sizeof(*row));
	row->theme = text[SOA_THEME];
	return row;
}

static void count(struct soa *soa, struct soa_row *head, const struct soa_row *row)
{
	const bool decided = !is(row, SOA_APPLICABLE, "undecided");
	const bool in = is(row, SOA_APPLICABLE, "yes");
	const bool done = in && is(row, SOA_IMPLEMENTATION, "implemented");

	head->entries++;
	head->decided += decided;
	head->applicable += in;
	head->implemented += done;
	soa->entries++;
	soa->decided += decided;
	soa->applicable += in;
	soa->implemented += done;
	soa->complete += soa_complete(row);
	soa->contradictions += soa_contradiction(row, NULL);
}

bool soa_read(struct store *store, const struct filter *filter, struct soa *soa, struct err *err)
{
	size_t i, head = 0;
	bool ok;

	memset(soa, 0, sizeof(*soa));
	ok = answer_read(store, "soa-entries", NULL, SOA_KEYS, &soa->answer, err) &&
	     answer_keep(store, &kind_soa_entry, filter, &soa->answer, err) &&
	     answer_read(store, "soa-version", NULL, VERSION_KEYS, &soa->version, err);
	for (i = 0; ok && i < soa->answer.n; i++) {
		char **text = soa->answer.row[i];
		struct soa_row *row;

		if (!soa->n || strcmp(soa->v[head].theme, text[SOA_THEME]) != 0) {
			head = soa->n;
			add(soa, text)->heading = true;
		}
		row = add(soa, text);
		row->id = atoll(text[SOA_ID]);
		row->text = text;
		count(soa, &soa->v[head], row);
	}
	if (!ok)
		soa_release(soa);
	return ok;
}

void soa_release(struct soa *soa)
{
	free(soa->v);
	answer_release(&soa->answer);
	answer_release(&soa->version);
	memset(soa, 0, sizeof(*soa));
}

/* ---- Contradictions ------------------------------------------------------ */

static bool is_ready(const struct soa_row *row)
{
	return is(row, SOA_STATUS, "implemented") || is(row, SOA_STATUS, "operating");
}

/* The rules soa-excluded-but-required, risk-control-excluded, soa-without-reason,
 * soa-status-differs and soa-excluded-with-reason of data/check, on the row itself. */
bool soa_contradiction(const struct soa_row *row, struct str *out)
{
	struct str text = STR_INIT;
	bool any;

	if (is(row, SOA_APPLICABLE, "no") && (has(row, SOA_RISKS) || has(row, SOA_REQUIREMENTS)))
		str_addf(&text, _("excluded, but used by %s"),
			 has(row, SOA_RISKS) ? row->text[SOA_RISKS] : row->text[SOA_REQUIREMENTS]);
	else if (is(row, SOA_APPLICABLE, "no") && !has(row, SOA_JUSTIFICATION))
		str_add(&text, _("excluded without a reason"));
	else if (is(row, SOA_APPLICABLE, "no") && has(row, SOA_REASONS))
		str_add(&text, _("excluded, with reasons for it"));
	else if (is(row, SOA_APPLICABLE, "yes") && !has(row, SOA_REASONS))
		str_add(&text, _("applies without a reason"));
	else if (is(row, SOA_APPLICABLE, "yes") && is(row, SOA_IMPLEMENTATION, "implemented") &&
		 (is(row, SOA_STATUS, "in progress") || is(row, SOA_STATUS, "retired")))
		str_addf(&text, _("implemented, but the control is %s"), row->text[SOA_STATUS]);
	else if (is(row, SOA_APPLICABLE, "yes") && is_ready(row) &&
		 (is(row, SOA_IMPLEMENTATION, "not started") ||
		  is(row, SOA_IMPLEMENTATION, "planned")))
		str_addf(&text, _("%s, but the control is %s"), row->text[SOA_IMPLEMENTATION],
			 row->text[SOA_STATUS]);
	any = text.len > 0;
	if (any && out)
		str_add(out, str_get(&text));
	str_release(&text);
	return any;
}

/* ---- Showing ------------------------------------------------------------- */

static const struct field *field_of(enum soa_key key)
{
	static const struct {
		enum soa_key key;
		const struct kind *kind;
		const char *name;
	} fields[] = {
		{SOA_APPLICABLE, &kind_soa_entry, "applicable"},
		{SOA_REASONS, &kind_soa_entry, "reasons"},
		{SOA_IMPLEMENTATION, &kind_soa_entry, "implementation"},
		{SOA_THEME, &kind_control, "theme"},
		{SOA_EFFECT, &kind_control, "effect"},
		{SOA_STATUS, &kind_control, "status"},
	};
	const struct field *field = NULL;
	size_t i;

	for (i = 0; i < sizeof(fields) / sizeof(*fields) && !field; i++)
		if (fields[i].key == key)
			field = kind_field(fields[i].kind, fields[i].name);
	return field;
}

/* A capital for each: R risk, L law, C contract, B business, P best practice. */
static const char letters[] = "RLCBP";

static void show_reasons(const char *text, struct str *out)
{
	const struct field *field = field_of(SOA_REASONS);
	struct strv keys = STRV_INIT;
	size_t i;

	strv_split(&keys, text, ";");
	for (i = 0; field->choices[i].key && letters[i]; i++)
		if (strv_has(&keys, field->choices[i].key))
			str_addc(out, letters[i]);
	strv_release(&keys);
}

void soa_legend(const struct rules *rules, struct str *out)
{
	const struct field *field = field_of(SOA_REASONS);
	size_t i;

	for (i = 0; field->choices[i].key && letters[i]; i++)
		str_addf(out, "%s%c %s", i ? "  " : "", letters[i],
			 choice_label(rules, &field->choices[i]));
}

void soa_show(const struct rules *rules, const struct soa_row *row, enum soa_key key,
	      struct str *out)
{
	const char *text = row->text[key];
	const struct field *field = field_of(key);
	const struct choice *choice;
	long day = 0;

	if (!text || !*text)
		return;
	choice = field && field->type == FIELD_CHOICE ? choice_find(field, text) : NULL;
	if (key == SOA_REASONS)
		show_reasons(text, out);
	else if (key == SOA_TARGET && is(row, SOA_LATE, "1") && date_parse_iso(text, &day))
		str_addf(out, _("OVERDUE %ldd"), rules->today - day);
	else
		str_add(out, choice ? choice_label(rules, choice) : text);
}

enum style soa_style(const struct rules *rules, const struct soa_row *row, enum soa_key key)
{
	const struct field *field = field_of(key);
	const struct choice *choice = field && field->type == FIELD_CHOICE && row->text[key]
					      ? choice_find(field, row->text[key])
					      : NULL;

	(void)rules;
	if (key == SOA_TARGET && is(row, SOA_LATE, "1"))
		return STYLE_BAD;
	return choice ? choice->style : STYLE_PLAIN;
}

void soa_counts(long entries, long decided, long applicable, long implemented, struct str *out)
{
	str_addf(out, _("%ld of %ld decided, %ld apply, %ld implemented"), decided, entries,
		 applicable, implemented);
}

void soa_version_text(const struct soa *soa, bool brief, struct str *out)
{
	char *const *v = soa->version.n ? soa->version.row[0] : NULL;

	if (!v) {
		str_add(out, _(", no version approved"));
		return;
	}
	str_addf(out, _(", version %s"), v[VERSION_NUMBER]);
	if (!brief && v[VERSION_DAY])
		str_addf(out, _(" of %s"), v[VERSION_DAY]);
	if (!brief && v[VERSION_PERSON])
		str_addf(out, _(" by %s"), v[VERSION_PERSON]);
	if (v[VERSION_CHANGED] && strcmp(v[VERSION_CHANGED], "0") != 0)
		str_addf(out, _(", %s changed since"), v[VERSION_CHANGED]);
}

/* ---- Annex A of 2013 ----------------------------------------------------- */

bool soa_2013(struct store *store, struct answer *answer, struct err *err)
{
	memset(answer, 0, sizeof(*answer));
	return answer_read(store, "soa-2013", NULL, OLD_KEYS, answer, err);
}

/* How many of the words of "a;b;c" are word, or any where it is NULL. */
static size_t words(const char *text, const char *word)
{
	struct strv list = STRV_INIT;
	size_t i, n = 0;

	strv_split(&list, text ? text : "", ";");
	for (i = 0; i < list.n; i++)
		n += !word || !strcmp(list.v[i], word);
	strv_release(&list);
	return n;
}

const char *soa_old_state(char *const *row)
{
	const size_t all = words(row[OLD_ANSWERS], NULL), states = words(row[OLD_STATES], NULL);

	if (!all)
		return N_("not mapped");
	if (words(row[OLD_ANSWERS], "undecided"))
		return N_("undecided");
	if (words(row[OLD_ANSWERS], "no") == all)
		return N_("excluded");
	if (words(row[OLD_STATES], "implemented") == states)
		return N_("implemented");
	if (words(row[OLD_STATES], "not started") == states)
		return N_("not started");
	return words(row[OLD_STATES], "planned") + words(row[OLD_STATES], "not started") == states
		       ? N_("planned")
		       : N_("partly");
}
