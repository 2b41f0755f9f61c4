/*
 * A small register with a field of every type, so that the tests of the model
 * do not depend on what the real registers declare.
 */
#ifndef UNIT_SAMPLE_H
#define UNIT_SAMPLE_H

#include <limits.h>
#include <string.h>

#include <criterion/criterion.h>

#include "isms/model/record.h"
#include "isms/model/rules.h"
#include "isms/util/date.h"
#include "isms/util/mem.h"

#define SAMPLE_TODAY "2026-03-04" /* a Wednesday */

static const struct kind sample;

static const struct choice sample_options[] = {
	{"modify", "Modify", STYLE_PLAIN, "Mitigate"},
	{"avoid", "Avoid", STYLE_PLAIN, "Avoid"},
	{"share", "Share", STYLE_WARN, "Transfer"},
	{"retain", "Retain", STYLE_PLAIN, "Accept"},
	{NULL, NULL, STYLE_PLAIN, NULL},
};

static const struct choice sample_tags[] = {
	{"cloud", "Cloud", STYLE_PLAIN, NULL},
	{"on_site", "On site", STYLE_PLAIN, NULL},
	{NULL, NULL, STYLE_PLAIN, NULL},
};

static const struct choice sample_states[] = {
	{"identified", "Identified", STYLE_PLAIN, NULL},
	{"analysed", "Analysed", STYLE_PLAIN, NULL},
	{"in treatment", "In treatment", STYLE_WARN, NULL},
	{"closed", "Closed", STYLE_GOOD, NULL},
	{"void", "Void", STYLE_DIM, NULL},
	{NULL, NULL, STYLE_PLAIN, NULL},
};

static const struct move sample_moves[] = {
	{"identified", "analysed", NULL}, {"analysed", "in treatment", "owner"},
	{"in treatment", "closed", NULL}, {"in treatment", "analysed", NULL},
	{"*", "void", "reason"},	  {NULL, NULL, NULL},
};

static const struct lifecycle sample_life = {"status", sample_moves};

static bool sample_even(const struct rules *rules, const struct field *field,
			const struct value *value, struct err *err)
{
	(void)rules;
	return value->num % 2 == 0 || err_field(err, field, "even must be even");
}

enum {
	TITLE,
	REASON,
	PROGRESS,
	LIKELIHOOD,
	IMPACT,
	LEVEL,
	COST,
	DUE,
	AT,
	PERSONAL,
	OVERDUE,
	OPTION,
	OPTIONS,
	TAG,
	TAGS,
	OWNER,
	LINKS,
	STATUS,
	EVEN,
	BUDGET,
	DEBT,
	NFIELDS
};

#define SAMPLE(n, l, t) .name = n, .label = l, .help = "?", .type = t, .width = 8, .since = 1

static const struct field sample_fields[NFIELDS] = {
	[TITLE] = {SAMPLE("title", "Title", FIELD_TEXT), .flags = F_REQUIRED | F_LISTED},
	[REASON] = {SAMPLE("reason", "Reason", FIELD_NOTE)},
	[PROGRESS] = {SAMPLE("progress", "Progress", FIELD_INT), .max = 100},
	[LIKELIHOOD] = {SAMPLE("likelihood", "Likelihood", FIELD_SCALE), .scale = SCALE_LIKELIHOOD},
	[IMPACT] = {SAMPLE("impact", "Impact", FIELD_SCALE), .scale = SCALE_IMPACT},
	[LEVEL] = {SAMPLE("level", "Level", FIELD_SCALE), .scale = SCALE_LEVEL, .flags = F_DERIVED},
	[COST] = {SAMPLE("cost", "Cost", FIELD_MONEY)},
	[DUE] = {SAMPLE("due", "Due date", FIELD_DATE), .initial = "today"},
	[AT] = {SAMPLE("at", "Reported at", FIELD_TIME)},
	[PERSONAL] = {SAMPLE("personal", "Personal data", FIELD_BOOL)},
	[OVERDUE] = {SAMPLE("overdue", "Overdue", FIELD_BOOL), .flags = F_DERIVED},
	[OPTION] = {SAMPLE("option", "Treatment option", FIELD_CHOICE), .choices = sample_options},
	[OPTIONS] = {SAMPLE("options", "Options", FIELD_CHOICES), .choices = sample_options},
	[TAG] = {SAMPLE("tag", "Tag", FIELD_CHOICE), .choices = sample_tags, .flags = F_OPEN},
	[TAGS] = {SAMPLE("tags", "Tags", FIELD_CHOICES), .choices = sample_tags, .flags = F_OPEN},
	[OWNER] = {SAMPLE("owner", "Owner", FIELD_REF), .ref = &sample, .flags = F_LISTED},
	[LINKS] = {SAMPLE("links", "Links", FIELD_REFS), .ref = &sample},
	[STATUS] = {SAMPLE("status", "Status", FIELD_CHOICE), .choices = sample_states,
		    .initial = "identified", .flags = F_REQUIRED},
	[EVEN] = {SAMPLE("even", "Even", FIELD_INT), .check = sample_even},
	[BUDGET] = {SAMPLE("budget", "Budget", FIELD_MONEY), .max = LONG_MAX},
	[DEBT] = {SAMPLE("debt", "Debt", FIELD_INT), .min = LONG_MIN},
};

static bool sample_check(const struct rules *rules, const struct record *rec, struct err *err)
{
	(void)rules;
	return !rec->values[COST].set || rec->values[OWNER].nrefs ||
	       err_field(err, &sample_fields[OWNER], "what costs needs an owner");
}

static const struct kind sample = {
	.name = "risk_item",
	.title = "Risk item",
	.plural = "Risk items",
	.prefix = "X",
	.clause = "6.1",
	.help = "?",
	.number = 1,
	.group = GROUP_RISKS,
	.since = 1,
	.fields = sample_fields,
	.nfields = NFIELDS,
	.life = &sample_life,
	.check = sample_check,
};

/* The words of shared/data's 5 by 5 method, and two levels that are alike. */
static inline void sample_rules(struct rules *rules)
{
	static const char *const words[SCALE_COUNT][SCALE_MAX] = {
		{"rare", "unlikely", "possible", "likely", "almost certain"},
		{"negligible", "minor", "moderate", "major", "severe"},
		{"very low", "low", "medium", "high", "very high"},
	};
	int scale, i;

	memset(rules, 0, sizeof(*rules));
	cr_assert(date_parse_iso(SAMPLE_TODAY, &rules->today));
	memcpy(rules->currency, "EUR", 4);
	method_default(&rules->method, 5);
	for (scale = 0; scale < SCALE_COUNT; scale++)
		for (i = 0; i < SCALE_MAX; i++)
			rules->method.step[scale][i].label = xstrdup(words[scale][i]);
	rules->method.appetite = 2;
	rules->method.tolerance = 3;
}

#endif
