#include "config.h"

#include "isms/report/plan.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "isms/model/kinds.h"
#include "isms/model/value.h"
#include "isms/util/date.h"
#include "isms/util/i18n.h"
#include "isms/util/mem.h"

static const struct {
	const char *name, *title;
} columns[PLAN_KEYS] = {
	[PLAN_ID] = {"id", N_("Id")},
	[PLAN_RISK] = {"risk", N_("Risk")},
	[PLAN_CODE] = {"code", N_("Code")},
	[PLAN_TITLE] = {"title", N_("Risk, actions")},
	[PLAN_OWNER] = {"owner", N_("Owner")},
	[PLAN_NEED] = {"need", N_("Need")},
	[PLAN_LEVEL] = {"level", N_("Level")},
	[PLAN_OPTIONS] = {"options", N_("Options")},
	[PLAN_CONTROLS] = {"controls", N_("Controls")},
	[PLAN_DUE] = {"due", N_("Due")},
	[PLAN_LATE] = {"overdue", N_("Overdue")},
	[PLAN_STATUS] = {"status", N_("Status")},
	[PLAN_PROGRESS] = {"progress", N_("Done")},
	[PLAN_COST] = {"cost", N_("Cost")},
	[PLAN_RESIDUAL] = {"residual", N_("Expected")},
	[PLAN_TARGET] = {"target", N_("Target")},
	[PLAN_APPROVAL] = {"approval", N_("Approved")},
	[PLAN_PRIORITY] = {"priority", N_("Prio")},
	[PLAN_START] = {"start", N_("Start")},
	[PLAN_EFFORT] = {"effort", N_("Days")},
	[PLAN_RESOURCES] = {"resources", N_("Resources")},
	[PLAN_EFFECT] = {"effect", N_("Effect seen")},
	[PLAN_SCENARIO] = {"scenario", N_("Scenario")},
};

const char *plan_title(enum plan_key key)
{
	return _(columns[key].title);
}

const char *plan_name(enum plan_key key)
{
	return columns[key].name;
}

/* ---- Reading ------------------------------------------------------------- */

static struct plan_row *add(struct plan *plan, char **text, bool action, size_t risk)
{
	struct plan_row *row;

	plan->v = xgrow(plan->v, plan->n, &plan->cap, sizeof(*plan->v));
	row = &plan->v[plan->n++];
	*row = (struct plan_row){action, atoll(text[PLAN_ID]), risk, 0, text};
	return row;
}

static bool is_over(const char *status)
{
	return !strcmp(status, "done") || !strcmp(status, "verified");
}

static void count(struct plan *plan, char *const *text)
{
	plan->actions++;
	if (!is_over(text[PLAN_STATUS])) {
		plan->open++;
		plan->overdue += *text[PLAN_LATE] == '1';
	}
}

/* Actions come by the number of their risk. */
static size_t first_of(const struct answer *actions, long long risk)
{
	size_t low = 0, high = actions->n;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (atoll(actions->row[middle][PLAN_RISK]) < risk)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

static void add_risk(struct plan *plan, char **text)
{
	const struct answer *actions = &plan->answers[1];
	const size_t at = plan->n;
	const long long id = add(plan, text, false, at)->id;
	size_t i = first_of(actions, id);

	plan->risks++;
	plan->cost += text[PLAN_COST] ? atoll(text[PLAN_COST]) : 0;
	for (; i < actions->n && atoll(actions->row[i][PLAN_RISK]) == id; i++) {
		add(plan, actions->row[i], true, at);
		plan->v[at].actions++;
		count(plan, actions->row[i]);
	}
}

bool plan_filter(struct store *store, const struct filter *filter, struct plan *plan,
		 struct err *err)
{
	const struct answer *risks = &plan->answers[0];
	bool *in;
	bool ok = answer_which(store, &kind_risk, filter, risks, &in, err);

	if (ok) {
		plan->n = 0;
		plan->risks = plan->actions = plan->open = plan->overdue = 0;
		plan->cost = 0;
		for (size_t i = 0; i < risks->n; i++)
			if (!in || in[i])
				add_risk(plan, risks->row[i]);
	}
	free(in);
	return ok;
}

bool plan_read(struct store *store, const struct filter *filter, struct plan *plan, struct err *err)
{
	bool ok;

	memset(plan, 0, sizeof(*plan));
	ok = answer_read(store, "plan-risks", NULL, PLAN_KEYS, &plan->answers[0], err) &&
	     answer_read(store, "plan-actions", NULL, PLAN_KEYS, &plan->answers[1], err) &&
	     plan_filter(store, filter, plan, err);
	if (!ok)
		plan_release(plan);
	return ok;
}

void plan_release(struct plan *plan)
{
	free(plan->v);
	answer_release(&plan->answers[0]);
	answer_release(&plan->answers[1]);
	memset(plan, 0, sizeof(*plan));
}

/* ---- Showing ------------------------------------------------------------- */

static const struct field *field_of(const struct plan_row *row, enum plan_key key)
{
	const struct kind *kind = row->action ? &kind_action : &kind_risk;
	const struct field *field = NULL;

	if (key == PLAN_STATUS)
		field = kind_field(kind, "status");
	else if (key == PLAN_COST)
		field = kind_field(&kind_action, "cost");
	else if (key == PLAN_OPTIONS)
		field = kind_field(&kind_risk, "treatment");
	else if (key == PLAN_NEED)
		field = kind_field(&kind_risk, "need");
	return field;
}

static void show_field(const struct rules *rules, const struct field *field, const char *text,
		       struct str *out)
{
	struct value value = VALUE_INIT;

	value.set = true;
	if (field->type == FIELD_MONEY)
		value.num = atoll(text);
	else
		value.text = (char *)(size_t)text; /* only looked at */
	field_show(rules, field, &value, out);
}

/* "modify;share;modify": each once, in the order of the choices. */
static void show_options(const struct rules *rules, const char *text, struct str *out)
{
	const struct choice *choice;
	struct strv keys = STRV_INIT;
	bool any = false;

	strv_split(&keys, text, ";");
	for (choice = treatment_options; choice->key; choice++) {
		if (!strv_has(&keys, choice->key))
			continue;
		str_addf(out, "%s%s", any ? ", " : "", choice_label(rules, choice));
		any = true;
	}
	strv_release(&keys);
}

/* "2026-10-01", "OVERDUE 9d" */
static void show_due(const struct rules *rules, const struct plan_row *row, struct str *out)
{
	long day = 0;

	if (row->text[PLAN_LATE] && *row->text[PLAN_LATE] == '1' &&
	    date_parse_iso(row->text[PLAN_DUE], &day))
		str_addf(out, _("OVERDUE %ldd"), rules->today - day);
	else
		str_add(out, row->text[PLAN_DUE]);
}

/* "approved|Petr Novák|2026-03-01": the day and the name; what is not a plain yes is
 * told in words, since that is what an auditor asks about. */
static void show_approval(const struct rules *rules, const char *text, struct str *out)
{
	const struct field *field = kind_field(&kind_approval, "answer");
	const struct choice *choice;
	struct strv part = STRV_INIT;

	strv_split(&part, text, "|");
	choice = part.n == 3 ? choice_find(field, part.v[0]) : NULL;
	if (part.n == 3) {
		str_addf(out, "%s %s", part.v[2], part.v[1]);
		if (strcmp(part.v[0], "approved") != 0)
			str_addf(out, " (%s)",
				 choice ? choice_label(rules, choice) : _("accepted"));
	}
	strv_release(&part);
}

void plan_show(const struct rules *rules, const struct plan_row *row, enum plan_key key,
	       struct str *out)
{
	const char *text = row->text[key];

	if (!text || !*text)
		return;
	switch (key) {
	case PLAN_LEVEL:
	case PLAN_RESIDUAL:
	case PLAN_TARGET:
		scale_show(&rules->method, SCALE_LEVEL, atoi(text), out);
		break;
	case PLAN_OPTIONS:
		show_options(rules, text, out);
		break;
	case PLAN_NEED:
	case PLAN_STATUS:
	case PLAN_COST:
		show_field(rules, field_of(row, key), text, out);
		break;
	case PLAN_DUE:
		show_due(rules, row, out);
		break;
	case PLAN_PROGRESS:
		str_addf(out, "%s%%", text);
		break;
	case PLAN_APPROVAL:
		show_approval(rules, text, out);
		break;
	case PLAN_EFFECT:
		str_addf(out, row->action ? "%s" : _("%s verified"), text);
		break;
	default:
		str_add(out, text);
		break;
	}
}

enum style plan_style(const struct rules *rules, const struct plan_row *row, enum plan_key key)
{
	const char *text = row->text[key];
	enum style style = STYLE_PLAIN;

	if (!text || !*text)
		style = STYLE_PLAIN;
	else if (key == PLAN_LEVEL || key == PLAN_RESIDUAL || key == PLAN_TARGET)
		style = level_style(&rules->method, atoi(text));
	else if (key == PLAN_DUE && row->text[PLAN_LATE] && *row->text[PLAN_LATE] == '1')
		style = STYLE_BAD;
	else if (key == PLAN_STATUS)
		style = choice_find(field_of(row, key), text) != NULL
				? choice_find(field_of(row, key), text)->style
				: STYLE_PLAIN;
	else if (key == PLAN_APPROVAL && !strncmp(text, "rejected", 8))
		style = STYLE_BAD;
	return style;
}

void plan_summary(const struct rules *rules, const struct plan *plan, struct str *out)
{
	struct str cost = STR_INIT;
	char number[32];

	snprintf(number, sizeof(number), "%lld", plan->cost);
	show_field(rules, kind_field(&kind_action, "cost"), number, &cost);
	str_addf(out, ngettext("%ld risk", "%ld risks", (unsigned long)plan->risks), plan->risks);
	str_addf(out, ngettext(", %ld action", ", %ld actions", (unsigned long)plan->actions),
		 plan->actions);
	str_addf(out, _(": %ld open, %ld overdue; cost %s"), plan->open, plan->overdue,
		 str_get(&cost));
	str_release(&cost);
}
