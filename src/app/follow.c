/* What comes of a record: the table of ways, and how they are gone. */
#include "config.h"

#include "isms/app/follow.h"

#include <stdlib.h>
#include <string.h>

#include "isms/model/kinds.h"
#include "isms/util/i18n.h"
#include "isms/util/mem.h"
#include "private.h"

struct follow_copy {
	const char *to;
	const char *from; /* "corrective|title": the first that has a value; or NULL */
	const char *text; /* where from is NULL: as one would type it */
	bool always;	  /* also where the new record is made without this command */
};

#define END                             \
	{                               \
		NULL, NULL, NULL, false \
	}

/* ---- What is not copied field by field ------------------------------------ */

/* A nonconformity says what sort of audit found it. */
static bool fill_source(struct app *app, const struct record *from, struct record *to,
			struct err *err)
{
	static const char *const own[] = {"internal", "supplier"};
	static const char *const sources[] = {"internal audit", "supplier"};
	const struct value *audit = record_get(from, "audit");
	const char *source = audit->nrefs ? "external audit" : "internal audit";
	struct record *rec = NULL;
	char *name;
	bool ok = true;
	size_t i;

	if (audit->nrefs) {
		ok = store_get(app->store, &kind_audit, audit->refs[0].id, &rec, err);
		for (i = 0; ok && i < sizeof(own) / sizeof(*own); i++)
			if (str_equal(record_get(rec, "audit_kind")->text, own[i]))
				source = sources[i];
	}
	if (ok && audit->nrefs) {
		name = xasprintf("audit/%s", rec->code);
		ok = app_parse(app, kind_field(to->kind, "object"), name,
			       record_value(to, "object"), err);
		free(name);
	}
	if (ok)
		value_set_text(record_value(to, "source"), source);
	record_free(&rec);
	return ok;
}

/* The verdicts of a step are the grades of a finding, but for one word. */
static bool fill_grade(struct app *app, const struct record *from, struct record *to,
		       struct err *err)
{
	const char *result = record_get(from, "result")->text;

	(void)app;
	(void)err;
	value_set_text(record_value(to, "grade"),
		       str_equal(result, "conforms") ? "conformity" : result);
	return true;
}

/* What a management review decided is asked for by the next one. */
static bool fill_review(struct app *app, const struct record *from, struct record *to,
			struct err *err)
{
	const struct value *object = record_get(from, "object");
	bool review = object->nrefs && object->refs[0].kind == &kind_management_review;

	(void)app;
	(void)err;
	value_set_text(record_value(to, "source"), review ? "review" : "other");
	if (review)
		value_add_ref(record_value(to, "review"), object->refs[0].id, object->refs[0].code,
			      object->refs[0].title);
	return true;
}

/* The next audit of a programme covers what none of its audits does. */
static bool fill_missing(struct app *app, const struct record *from, struct record *to,
			 struct err *err)
{
	static const char *const pairs[][2] = {
		{"clauses_missing", "clauses"},
		{"controls_missing", "controls"},
	};
	bool ok = true;
	size_t i;

	for (i = 0; ok && i < sizeof(pairs) / sizeof(*pairs); i++) {
		const struct value *missing = record_get(from, pairs[i][0]);

		if (missing->set && missing->text)
			ok = app_parse(app, kind_field(to->kind, pairs[i][1]), missing->text,
				       record_value(to, pairs[i][1]), err);
	}
	return ok;
}

/* ---- The table ------------------------------------------------------------- */

static const struct follow_copy finding_of_step[] = {
	{"audit", "audit", NULL, true},
	{"clause", "clause", NULL, true},
	{"control", "control", NULL, true},
	{"evidence", "evidence", NULL, false},
	{"found_on", "done_on", NULL, false},
	{"found_by", "auditor", NULL, true},
	END,
};

static const struct follow_copy finding_of_audit[] = {
	{"found_by", "lead_auditor", NULL, false},
	END,
};

static const struct follow_copy nonconformity_of_finding[] = {
	{"title", "title", NULL, false},
	{"grade", "grade", NULL, false},
	{"clause", "clause", NULL, false},
	{"control", "control", NULL, false},
	{"found_on", "found_on", NULL, false},
	{"found_by", "found_by", NULL, false},
	{"owner", "owner", NULL, false},
	{"description", "description", NULL, false},
	{"evidence", "evidence", NULL, false},
	{"due", "due", NULL, false},
	END,
};

static const struct follow_copy action_of_finding[] = {
	{"source", NULL, "finding", false},   {"title", "corrective|title", NULL, false},
	{"controls", "control", NULL, false}, {"owner", "owner", NULL, false},
	{"due", "due", NULL, false},	      END,
};

static const struct follow_copy action_of_nonconformity[] = {
	{"source", NULL, "nonconformity", false},
	{"title", "corrective|title", NULL, false},
	{"controls", "control", NULL, false},
	{"owner", "owner", NULL, false},
	{"due", "due", NULL, false},
	END,
};

static const struct follow_copy decision_of_review[] = {
	{"decided_on", "held_on", NULL, false},
	{"decided_by", "chair", NULL, false},
	{"status", NULL, "decided", false},
	END,
};

static const struct follow_copy action_of_review[] = {
	{"source", NULL, "review", false},
	END,
};

static const struct follow_copy decision_of_meeting[] = {
	{"decided_on", "held_on", NULL, false},
	{"decided_by", "chair", NULL, false},
	{"status", NULL, "decided", false},
	END,
};

static const struct follow_copy action_of_decision[] = {
	{"title", "title", NULL, false},
	{"owner", "owner", NULL, false},
	{"due", "due", NULL, false},
	{"notes", "wording", NULL, false},
	END,
};

static const struct follow_copy action_of_incident[] = {
	{"source", NULL, "incident", false},
	{"title", "lessons|title", NULL, false},
	{"controls", "controls", NULL, false},
	{"owner", "owner", NULL, false},
	END,
};

static const struct follow_copy nonconformity_of_incident[] = {
	{"source", NULL, "incident", false},
	{"title", "title", NULL, false},
	{"owner", "owner", NULL, false},
	{"description", "description", NULL, false},
	{"correction", "response", NULL, false},
	{"cause", "cause", NULL, false},
	END,
};

static const struct follow_copy action_of_improvement[] = {
	{"source", NULL, "improvement", false},
	{"title", "title", NULL, false},
	{"owner", "owner", NULL, false},
	{"due", "due", NULL, false},
	{"cost", "cost", NULL, false},
	{"effort", "effort", NULL, false},
	END,
};

static const struct follow_copy action_of_entry[] = {
	{"source", NULL, "soa gap", false},
	{"title", "gap|title", NULL, false},
	{"owner", "responsible", NULL, false},
	{"due", "target_date", NULL, false},
	END,
};

static const struct follow_copy treatment_of_risk[] = {
	{"title", "title", NULL, false},
	END,
};

static const struct follow_copy acceptance_of_risk[] = {
	{"title", "title", NULL, false},
	{"level", "level", NULL, false},
	{"accepted_by", "owner", NULL, false},
	END,
};

static const struct follow_copy action_of_risk[] = {
	{"source", NULL, "risk treatment", false},
	{"controls", "controls", NULL, false},
	{"owner", "owner", NULL, false},
	END,
};

static const struct follow_copy action_of_treatment[] = {
	{"source", NULL, "risk treatment", false},
	{"risk", "risk", NULL, true},
	{"title", "title", NULL, false},
	{"cost", "cost", NULL, false},
	END,
};

static const struct follow_copy action_of_objective[] = {
	{"source", NULL, "objective", false},
	{"title", "title", NULL, false},
	{"owner", "owner", NULL, false},
	{"due", "due", NULL, false},
	END,
};

static const struct follow_copy action_of_change[] = {
	{"source", NULL, "change", false},
	{"title", "title", NULL, false},
	{"owner", "owner", NULL, false},
	{"due", "planned", NULL, false},
	END,
};

static const struct follow_copy audit_of_programme[] = {
	{"lead_auditor", "responsible", NULL, false},
	END,
};

static const struct follow ways[] = {
	{&kind_audit_programme, &kind_audit, "status", "!closed", "programme", NULL,
	 audit_of_programme, fill_missing},
	{&kind_audit_step, &kind_finding, "result", "!open;not audited", "step", NULL,
	 finding_of_step, fill_grade},
	{&kind_audit, &kind_finding, NULL, NULL, "audit", NULL, finding_of_audit, NULL},
	{&kind_finding, &kind_nonconformity, "grade", "minor;major", NULL, "nonconformity",
	 nonconformity_of_finding, fill_source},
	{&kind_finding, &kind_action, NULL, NULL, "finding", NULL, action_of_finding, NULL},
	{&kind_nonconformity, &kind_action, "status", "!closed", "nonconformity", NULL,
	 action_of_nonconformity, NULL},
	{&kind_management_review, &kind_decision, "status", "held;minutes approved", "object", NULL,
	 decision_of_review, NULL},
	{&kind_management_review, &kind_action, "status", "held;minutes approved", "review", NULL,
	 action_of_review, NULL},
	{&kind_meeting, &kind_decision, "status", "held;minutes approved", "meeting", NULL,
	 decision_of_meeting, NULL},
	{&kind_decision, &kind_action, "status", "decided;carried out", "decision", NULL,
	 action_of_decision, fill_review},
	{&kind_incident, &kind_action, NULL, NULL, "incident", NULL, action_of_incident, NULL},
	{&kind_incident, &kind_nonconformity, NULL, NULL, "object", NULL, nonconformity_of_incident,
	 NULL},
	{&kind_improvement, &kind_action, "status", "!rejected", "improvement", NULL,
	 action_of_improvement, NULL},
	{&kind_soa_entry, &kind_action, "applicable", "!no", "controls", NULL, action_of_entry,
	 NULL},
	{&kind_risk, &kind_treatment, NULL, NULL, "risk", NULL, treatment_of_risk, NULL},
	{&kind_risk, &kind_risk_acceptance, "risk_kind", "threat", "risk", NULL, acceptance_of_risk,
	 NULL},
	{&kind_risk, &kind_action, NULL, NULL, "risk", NULL, action_of_risk, NULL},
	{&kind_treatment, &kind_action, NULL, NULL, "treatment", NULL, action_of_treatment, NULL},
	{&kind_objective, &kind_action, NULL, NULL, "objective", NULL, action_of_objective, NULL},
	{&kind_change, &kind_action, "status", "!rejected", "change", NULL, action_of_change, NULL},
};

#define NWAYS (sizeof(ways) / sizeof(*ways))

/* ---- Which is open ---------------------------------------------------------- */

static bool fits(const struct follow *way, const struct record *from)
{
	bool without = way->is && *way->is == '!', among;
	struct strv keys = STRV_INIT;
	const char *is;

	if (way->from != from->kind)
		return false;
	if (!way->when)
		return true;
	is = record_get(from, way->when)->text;
	strv_split(&keys, way->is + without, ";");
	among = is && strv_has(&keys, is);
	strv_release(&keys);
	return among != without;
}

/* What the old record has handed on is followed there, not here. */
static const struct ref *handed_on(const struct record *from)
{
	const struct ref *ref = NULL;
	size_t i;

	for (i = 0; i < NWAYS && !ref; i++)
		if (ways[i].from == from->kind && ways[i].back &&
		    record_get(from, ways[i].back)->nrefs)
			ref = &record_get(from, ways[i].back)->refs[0];
	return ref;
}

const struct follow *follow_at(const struct record *from, size_t i)
{
	size_t at;

	if (handed_on(from))
		return NULL;
	for (at = 0; at < NWAYS; at++)
		if (fits(&ways[at], from) && i-- == 0)
			return &ways[at];
	return NULL;
}

/* Why nothing, or nothing of this register, comes of a record. */
static void refuse(const struct record *from, const struct kind *to, struct err *err)
{
	const struct ref *ref = handed_on(from);
	const struct follow *way;
	struct str names = STR_INIT;
	size_t i;

	for (i = 0; (way = follow_at(from, i)) != NULL; i++)
		str_addf(&names, "%s%s", i ? ", " : "", way->to->name);
	if (ref)
		err_set(err, ERR_INPUT, _("%s is worked on in %s: follow that one"), from->code,
			ref->code ? ref->code : "?");
	else if (names.len)
		err_set(err, ERR_INPUT, _("no %s comes of %s; there is: %s"), to->name, from->code,
			str_get(&names));
	else
		err_set(err, ERR_INPUT, _("nothing comes of %s as it is now"), from->code);
	str_release(&names);
}

const struct follow *follow_find(const struct record *from, const struct kind *to, struct err *err)
{
	const struct follow *way;
	size_t i;

	for (i = 0; (way = follow_at(from, i)) != NULL; i++)
		if (!to || way->to == to)
			return way;
	refuse(from, to, err);
	return NULL;
}

/* ---- The next record -------------------------------------------------------- */

static bool says(const struct value *value)
{
	return value->nrefs || (value->set && (!value->text || *value->text));
}

static const struct value *first_of(const struct record *from, const char *names)
{
	struct strv list = STRV_INIT;
	const struct value *value = NULL;
	size_t i;

	strv_split(&list, names, "|");
	for (i = 0; i < list.n && (!value || !says(value)); i++)
		value = record_get(from, list.v[i]);
	strv_release(&list);
	return value;
}

/* A note that becomes a title gives its first line. */
static void take(const struct field *field, struct value *to, const struct value *from)
{
	char *line;

	value_copy(to, from);
	if (field->type == FIELD_TEXT && to->text && strchr(to->text, '\n')) {
		line = xstrndup(to->text, strcspn(to->text, "\r\n"));
		value_set_text(to, line);
		free(line);
	}
}

static bool copy(struct app *app, const struct follow_copy *copy, const struct record *from,
		 struct record *to, struct err *err)
{
	const struct field *field = kind_field(to->kind, copy->to);
	struct value *value = record_value(to, copy->to);
	const struct value *source = copy->from ? first_of(from, copy->from) : NULL;

	if (!source)
		return app_parse(app, field, copy->text, value, err);
	if (says(source))
		take(field, value, source);
	return true;
}

/* An entry of the SoA is called by its control: that one is named. */
static bool name_old(struct app *app, const struct follow *way, const struct record *from,
		     struct record *to, struct err *err)
{
	const struct field *field = kind_field(to->kind, way->link);
	struct value *value = record_value(to, way->link);
	char *name;
	bool ok = true;

	value_release(value);
	if (field->type == FIELD_LINK) {
		name = xasprintf("%s/%s", from->kind->name, from->code);
		ok = app_parse(app, field, name, value, err);
		free(name);
	} else if (field->ref == from->kind) {
		value_add_ref(value, from->id, from->code, record_title(from));
	} else {
		value_copy(value, record_get(from, "control"));
	}
	return ok;
}

bool app_follow(struct app *app, const struct follow *way, const struct record *from,
		struct record **to, struct err *err)
{
	struct record *rec = record_new(way->to);
	const struct follow_copy *one;
	bool ok = true;

	record_defaults(&app->rules, rec);
	for (one = way->copies; ok && one->to; one++)
		ok = copy(app, one, from, rec, err);
	ok = ok && (!way->link || name_old(app, way, from, rec, err)) &&
	     (!way->fill || way->fill(app, from, rec, err));
	if (ok)
		*to = rec;
	else
		record_free(&rec);
	return ok;
}

/* ---- Saving ----------------------------------------------------------------- */

static bool tell_old(struct app *app, const struct follow *way, const struct record *from,
		     const struct record *to, struct err *err)
{
	struct record *now = NULL;
	struct value *back;
	bool ok = store_get(app->store, from->kind, from->id, &now, err);

	if (ok) {
		back = record_value(now, way->back);
		if (back->nrefs)
			ok = err_set(err, ERR_STALE, _("%s is worked on in %s meanwhile"),
				     now->code, back->refs[0].code);
		else
			value_add_ref(back, to->id, to->code, NULL);
	}
	ok = ok && store_update(app->store, now, NULL, err);
	record_free(&now);
	return ok;
}

/* What the file gave to the copy that was saved. */
static void given(struct record *rec, const struct record *saved)
{
	rec->id = saved->id;
	rec->ver = saved->ver;
	memcpy(rec->uid, saved->uid, sizeof(rec->uid));
	free(rec->code);
	rec->code = xstrdup(saved->code);
}

bool app_follow_save(struct app *app, const struct follow *way, const struct record *from,
		     struct record *to, long long *tx, struct err *err)
{
	/* a copy, so that what is refused can be mended and saved again */
	struct record *rec = record_copy(to);
	char *why = xasprintf("follow %s", from->code);
	bool ok = store_begin(app->store, why, err);

	if (ok) {
		ok = app_save(app, rec, NULL, NULL, NULL, err) &&
		     (!way->back || tell_old(app, way, from, rec, err));
		if (ok)
			ok = store_commit(app->store, tx, err);
		else
			store_rollback(app->store);
	}
	if (ok)
		given(to, rec);
	record_free(&rec);
	free(why);
	return ok;
}

/* ---- Records made without the command --------------------------------------- */

static bool complete(struct app *app, const struct follow *way, struct record *rec, struct err *err)
{
	const struct value *link = record_get(rec, way->link);
	const struct follow_copy *one;
	struct record *from = NULL;
	bool ok = store_get(app->store, way->from, link->refs[0].id, &from, err);

	for (one = way->copies; ok && one->to; one++)
		if (one->always && !says(record_get(rec, one->to)))
			ok = copy(app, one, from, rec, err);
	record_free(&from);
	return ok;
}

bool app_complete(struct app *app, struct record *rec, struct err *err)
{
	const struct field *link;
	bool ok = true;
	size_t i;

	for (i = 0; ok && !rec->id && i < NWAYS; i++) {
		link = ways[i].to == rec->kind && ways[i].link ? kind_field(rec->kind, ways[i].link)
							       : NULL;
		if (link && link->ref == ways[i].from && record_get(rec, ways[i].link)->nrefs)
			ok = complete(app, &ways[i], rec, err);
	}
	return ok;
}
