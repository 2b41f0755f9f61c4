#include "config.h"

#include "plan_act.h"

#include "isms/model/kinds.h"
#include "isms/tui/form.h"
#include "isms/util/date.h"
#include "isms/util/i18n.h"

static void refer(struct tui *tui, struct record *rec, const char *field, const struct kind *kind,
		  long long id)
{
	struct value *value = record_value(rec, field);
	struct record *other = NULL;
	struct err err = ERR_INIT;

	if (id != 0 && store_get(tui->app->store, kind, id, &other, &err)) {
		value_release(value);
		value_add_ref(value, id, other->code, record_title(other));
		value->refs[0].kind = kind;
	}
	record_free(&other);
	err_release(&err);
}

static long long owner_of(const struct record *risk)
{
	const struct value *owner = record_get(risk, "owner");

	return owner->nrefs > 0 ? owner->refs[0].id : 0;
}

void plan_add_action(struct tui *tui, const struct record *risk)
{
	struct record *rec = record_new(&kind_action);
	const struct form_options opt = {.fresh = rec};

	record_defaults(&tui->app->rules, rec);
	value_set_text(record_value(rec, "source"), "risk treatment");
	refer(tui, rec, "risk", &kind_risk, risk->id);
	if (record_get(risk, "priority")->set)
		value_copy(record_value(rec, "priority"), record_get(risk, "priority"));
	if (record_get(risk, "due")->set && record_get(risk, "due")->num >= tui->app->rules.today)
		value_copy(record_value(rec, "due"), record_get(risk, "due"));
	form_run(tui, &kind_action, 0, &opt);
	record_free(&rec);
}

void plan_approve(struct tui *tui, const struct record *risk)
{
	struct record *rec = record_new(&kind_approval);
	const struct form_options opt = {.fresh = rec, .at = "answer"};
	struct str text = STR_INIT;
	char stamp[STAMP_LEN], day[DATE_LEN];

	record_defaults(&tui->app->rules, rec);
	str_addf(&text, _("Treatment plan of %s %s"), risk->code, record_title(risk));
	value_set_text(record_value(rec, "title"), str_get(&text));
	refer(tui, rec, "object", &kind_risk, risk->id);
	refer(tui, rec, "person", &kind_person, owner_of(risk));
	str_clear(&text);
	stamp_now(stamp);
	date_format(tui->app->rules.today, day);
	str_addf(&text, "%s%.6s", day, stamp + DATE_LEN - 1);
	value_set_text(record_value(rec, "decided_at"), str_get(&text));
	form_run(tui, &kind_approval, 0, &opt);
	str_release(&text);
	record_free(&rec);
}
