#include "config.h"

#include "isms/report/due.h"

#include <stdlib.h>
#include <string.h>

#include "isms/model/filter.h"
#include "isms/model/kinds.h"
#include "isms/util/date.h"
#include "isms/util/i18n.h"
#include "isms/util/mem.h"
#include "isms/util/str.h"

const struct due_row due_rows[] = {
	{&kind_context_issue, "next_review", "owner", N_("Review"), "status!=closed"},
	{&kind_interested_party, "next_review", "owner", N_("Review"), ""},
	{&kind_legal_requirement, "next_review", "owner", N_("Review"),
	 "(valid_to: or valid_to>=today)"},
	{&kind_requirement, "next_review", "owner", N_("Review"), ""},
	{&kind_regime, "next_review", "owner", N_("Review"), ""},
	{&kind_framework, "next_review", "owner", N_("Review"), "applicable!=no"},
	{&kind_process, "next_review", "owner", N_("Review"), ""},
	{&kind_scope_item, "next_review", "owner", N_("Review"), ""},
	{&kind_scope_version, "next_review", "approver", N_("Review"), "status=approved"},
	{&kind_assignment, "to_date", "person", N_("Ends"), "to_date>=today"},
	{&kind_body, "next_due", "chair", N_("Meeting"), "(dissolved: or dissolved>today)"},
	{&kind_meeting, "planned", "chair", N_("Meeting"), "status=planned"},
	{&kind_decision, "due", "owner", N_("Decision"), "status=decided"},
	{&kind_business_goal, "due", "owner", N_("Goal"), "status=open"},
	{&kind_benefit, "due", "owner", N_("Benefit"), "status=expected"},
	{&kind_concern, "due", "answered_by", N_("Answer"), "status=open"},
	{&kind_objective, "due", "owner", N_("Objective"),
	 "status!=achieved status!=missed status!=evaluated status!=cancelled"},
	{&kind_cycle, "due", "owner", N_("Cycle"), "status!=closed"},
	{&kind_milestone, "due", "owner", N_("Milestone"), "status!=done status!=cancelled"},
	{&kind_asset, "next_review", "owner", N_("Review"), "status!=disposed"},
	{&kind_asset, "end_of_support", "owner", N_("End of support"),
	 "status!=retired status!=disposed"},
	{&kind_processing_activity, "next_review", "owner", N_("Review"), "status!=ended"},
	{&kind_supplier, "next_assessment", "owner", N_("Assessment"),
	 "status!=prospect status!=ended"},
	{&kind_supplier, "contract_to", "owner", N_("Contract ends"),
	 "status!=prospect status!=ended"},
	{&kind_risk_assessment, "due", "leader", N_("Assessment"),
	 "status!=closed status!=cancelled"},
	{&kind_risk_assessment, "next_due", "leader", N_("Assessment"),
	 "(overdue=yes or next_due>=today)"},
	{&kind_risk, "next_review", "owner", N_("Review"), "status!=closed"},
	{&kind_risk, "due", "owner", N_("Treatment plan"),
	 "status!=treated status!=monitored status!=accepted status!=closed"},
	{&kind_treatment, "cover_to", "decided_by", N_("Cover ends"), ""},
	{&kind_risk_acceptance, "expires", "accepted_by", N_("Expires"), "status=accepted"},
	{&kind_threat_note, "due", "judged_by", N_("Rating"), "reassess=yes reassessed_on:"},
	{&kind_control, "next_check", "owner", N_("Check"),
	 "(overdue=yes or next_check>=today) status!=retired"},
	{&kind_control_assessment, "next_check", "assessed_by", N_("Check"),
	 "(overdue=yes or next_check>=today)"},
	{&kind_soa_entry, "target_date", "responsible", N_("Gap to close"),
	 "applicable=yes implementation!=implemented"},
	{&kind_document, "next_review", "owner", N_("Review"), "state!=withdrawn"},
	{&kind_acknowledgement, "due", "person", N_("Signature"),
	 "signed_on: (overdue=yes or due>=today)"},
	{&kind_acknowledgement, "valid_to", "person", N_("Expires"),
	 "(overdue=yes or valid_to>=today)"},
	{&kind_evidence, "valid_to", "collected_by", N_("Expires"), ""},
	{&kind_person_competence, "valid_to", "person", N_("Expires"), ""},
	{&kind_attendance, "planned", "person", N_("Training"),
	 "done_on: (overdue=yes or planned>=today)"},
	{&kind_attendance, "next_due", "person", N_("Training"),
	 "(overdue=yes or next_due>=today)"},
	{&kind_communication, "next_due", "sender", N_("Communication"), ""},
	{&kind_maintenance_task, "next_due", "owner", N_("Task"), "status=active"},
	{&kind_incident, "next_due", "owner", N_("Notice"), ""},
	{&kind_change, "planned", "owner", N_("Change"),
	 "status!=rejected status!=done status!=reviewed"},
	{&kind_metric, "next_due", "measured_by", N_("Measurement"), "status=active"},
	{&kind_audit_programme, "to_date", "responsible", N_("Programme ends"), "status!=closed"},
	{&kind_audit, "start", "lead_auditor", N_("Audit"), "(status=planned or status=announced)"},
	{&kind_finding, "due", "owner", N_("Finding"),
	 "nonconformity: status!=closed status!=\"action done\" status!=\"effect checked\""},
	{&kind_finding, "effect_due", "effect_by", N_("Effect"),
	 "nonconformity: status!=closed status!=\"effect checked\""},
	{&kind_nonconformity, "due", "owner", N_("Nonconformity"),
	 "status!=closed status!=\"action done\" status!=\"effect checked\""},
	{&kind_nonconformity, "effect_due", "effect_by", N_("Effect"),
	 "status!=closed status!=\"effect checked\""},
	{&kind_management_review, "planned", "chair", N_("Management review"),
	 "(status=planned or status=prepared)"},
	{&kind_management_review, "next_review", "chair", N_("Management review"),
	 "next_review>=today"},
	{&kind_questionnaire, "due", "owner", N_("Questionnaire"), "status!=sent status!=declined"},
	{&kind_answer, "next_review", "owner", N_("Review"), "status!=withdrawn"},
	{&kind_improvement, "due", "owner", N_("Improvement"),
	 "(status=accepted or status=\"in work\")"},
	{&kind_certificate, "next_due", "owner", N_("Certification"), ""},
	{&kind_certificate, "expires", "owner", N_("Expires"), "status!=withdrawn status!=expired"},
	{&kind_action, "due", "owner", N_("Action"),
	 "status!=done status!=verified status!=cancelled"},
	{NULL, NULL, NULL, NULL, NULL},
};

struct reading {
	const struct due_row *row;
	const struct field *date, *person;
	struct dues *dues;
	size_t cap;
	long today;
};

/* text as a word of the language of '/'. */
static void add_quoted(struct str *out, const char *text)
{
	str_addc(out, '"');
	for (; *text; text++) {
		if (*text == '"' || *text == '\\')
			str_addc(out, '\\');
		str_addc(out, *text);
	}
	str_addc(out, '"');
}

/* The filter of what counts, is due, and is this person's. */
static char *filter_text(const struct due_row *row, long until, const char *owner)
{
	struct str text = STR_INIT;
	char day[DATE_LEN];

	date_format(until, day);
	str_addf(&text, "%s %s<=%s", row->live, row->date, day);
	if (owner) {
		str_addf(&text, " %s:", row->person);
		add_quoted(&text, owner);
	}
	return str_detach(&text);
}

/* A slip in a name is not to mean that there is nothing to do. */
static bool check_owner(struct store *store, const struct rules *rules, const char *owner,
			struct err *err)
{
	struct query query = {.kind = &kind_person, .archived = ARCHIVED_ALSO};
	struct filter *filter = NULL;
	struct str text = STR_INIT;
	long n = 0;
	bool ok;

	str_add(&text, "title:");
	add_quoted(&text, owner);
	str_add(&text, " or code:");
	add_quoted(&text, owner);
	ok = filter_parse(rules, &kind_person, str_get(&text), &filter, err);
	query.filter = filter;
	ok = ok && store_count(store, &query, &n, err);
	if (ok && !n)
		ok = err_set(err, ERR_MISSING, _("no person '%s'; see 'isms list person'"), owner);
	filter_free(&filter);
	str_release(&text);
	return ok;
}

/* A TIME is due on its day. */
static bool day_of(const struct field *field, const struct value *value, long *day)
{
	char text[DATE_LEN] = "";

	if (field->type == FIELD_DATE) {
		*day = (long)value->num;
		return value->set;
	}
	if (value->set)
		strncpy(text, value->text, DATE_LEN - 1);
	return date_parse_iso(text, day);
}

static bool take(void *ctx, struct record **rec, struct err *err)
{
	struct reading *reading = ctx;
	struct dues *dues = reading->dues;
	const struct record *r = *rec;
	const struct value *person = reading->person ? record_get(r, reading->person->name) : NULL;
	struct due *due;
	long day;

	(void)err;
	if (!day_of(reading->date, record_get(r, reading->date->name), &day))
		return true;
	dues->v = xgrow(dues->v, dues->n, &reading->cap, sizeof(*dues->v));
	due = &dues->v[dues->n++];
	memset(due, 0, sizeof(*due));
	due->kind = r->kind;
	due->date = reading->date;
	due->what = reading->row->what;
	due->id = r->id;
	memcpy(due->uid, r->uid, UID_LEN);
	due->code = xstrdup(r->code);
	due->title = xstrdup(record_title(r));
	if (person && person->nrefs)
		due->person = xstrdup(person->refs[0].title ? person->refs[0].title
							    : person->refs[0].code);
	due->day = day;
	dues->overdue += day < reading->today;
	return true;
}

static bool read_row(struct store *store, const struct rules *rules, long until, const char *owner,
		     struct reading *reading, struct err *err)
{
	const struct kind *kind = reading->row->kind;
	char *text = filter_text(reading->row, until, owner);
	bool *want = xcalloc(kind->nfields, sizeof(*want));
	struct query query = {.kind = kind};
	struct filter *filter = NULL;
	bool ok;

	reading->date = kind_field(kind, reading->row->date);
	reading->person = reading->row->person ? kind_field(kind, reading->row->person) : NULL;
	want[0] = want[kind_index(kind, reading->date)] = true;
	if (reading->person)
		want[kind_index(kind, reading->person)] = true;
	ok = filter_parse(rules, kind, text, &filter, err);
	query.filter = filter;
	ok = ok && store_each(store, &query, want, take, reading, err);
	filter_free(&filter);
	free(want);
	free(text);
	return ok;
}

static int compare(const void *a, const void *b)
{
	const struct due *x = a, *y = b;

	if (x->day != y->day)
		return x->day < y->day ? -1 : 1;
	if (x->kind != y->kind)
		return x->kind->number < y->kind->number ? -1 : 1;
	return x->id != y->id ? (x->id < y->id ? -1 : 1) : strcmp(x->date->name, y->date->name);
}

bool due_read(struct store *store, const struct rules *rules, long until, const char *owner,
	      struct dues *dues, struct err *err)
{
	struct reading reading = {.dues = dues, .today = rules->today};
	bool ok;

	memset(dues, 0, sizeof(*dues));
	ok = !owner || check_owner(store, rules, owner, err);
	for (reading.row = due_rows; ok && reading.row->kind; reading.row++)
		if (!owner || reading.row->person)
			ok = read_row(store, rules, until, owner, &reading, err);
	if (!ok)
		due_release(dues);
	else if (dues->n)
		qsort(dues->v, dues->n, sizeof(*dues->v), compare);
	return ok;
}

bool due_count(struct store *store, const struct rules *rules, const struct due_row *row,
	       long *overdue, long *coming, struct err *err)
{
	struct dues dues = {0};
	struct reading reading = {.row = row, .dues = &dues, .today = rules->today};
	bool ok = read_row(store, rules, rules->today + DUE_DAYS, NULL, &reading, err);

	if (ok) {
		*overdue += dues.overdue;
		*coming += (long)dues.n - dues.overdue;
	}
	due_release(&dues);
	return ok;
}

void due_release(struct dues *dues)
{
	size_t i;

	for (i = 0; i < dues->n; i++) {
		free(dues->v[i].code);
		free(dues->v[i].title);
		free(dues->v[i].person);
	}
	free(dues->v);
	memset(dues, 0, sizeof(*dues));
}
