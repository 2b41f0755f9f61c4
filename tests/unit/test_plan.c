/* The treatment plan and the Statement of Applicability, in worked figures. */
#include "config.h"

#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <criterion/criterion.h>

#include "isms/app/app.h"
#include "isms/app/soa.h"
#include "isms/model/kinds.h"
#include "isms/report/plan.h"
#include "isms/report/soa.h"
#include "isms/util/date.h"

static struct app app;
static struct err err;
static char dir[PATH_MAX], file[PATH_MAX + 16];

/* Of five steps: appetite 2, tolerance 3. Today is 2026-04-16. */
static void open_new(void)
{
	const char *tmp = getenv("TMPDIR");
	struct app_options options = {.file = file};

	options.today = date_from_civil(2026, 4, 16);
	snprintf(dir, sizeof(dir), "%s/plan.XXXXXX", tmp ? tmp : "/tmp");
	cr_assert(mkdtemp(dir));
	snprintf(file, sizeof(file), "%s/test.isms", dir);
	cr_assert(app_create(&app, &options, NULL, 5, &err), "%s", err_msg(&err));
}

static void close_it(void)
{
	app_close(&app);
	err_release(&err);
	unlink(file);
	rmdir(dir);
}

TestSuite(plan, .init = open_new, .fini = close_it);

static void fill(struct record *rec, const char *const *pairs)
{
	for (; *pairs; pairs += 2)
		cr_assert(app_parse(&app, kind_field(rec->kind, pairs[0]), pairs[1],
				    record_value(rec, pairs[0]), &err),
			  "%s: %s", pairs[0], err_msg(&err));
}

static void add(const struct kind *kind, const char *const *pairs)
{
	struct record *rec = record_new(kind);

	record_defaults(&app.rules, rec);
	fill(rec, pairs);
	cr_assert(app_save(&app, rec, NULL, NULL, NULL, &err), "%s", err_msg(&err));
	record_free(&rec);
}

static void change(const char *code, const char *const *pairs)
{
	struct record *rec = NULL, *old;
	struct hit hit;

	cr_assert(app_find(&app, code, &hit, &err), "%s", err_msg(&err));
	cr_assert(store_get(app.store, hit.kind, hit.id, &rec, &err));
	old = record_copy(rec);
	fill(rec, pairs);
	cr_assert(app_save(&app, rec, old, NULL, NULL, &err), "%s: %s", code, err_msg(&err));
	record_free(&rec);
	record_free(&old);
}

#define ADD(kind, ...) add(kind, (const char *const[]){__VA_ARGS__, NULL})
#define CHANGE(code, ...) change(code, (const char *const[]){__VA_ARGS__, NULL})

/* ---- The plan ------------------------------------------------------------ */

/* The codes of the plan in order, actions in brackets. */
static void codes_are(const char *where, const char *want)
{
	struct app_query query;
	struct str got = STR_INIT;
	struct plan plan;
	size_t i;

	cr_assert(app_query(&app, &kind_risk, where, NULL, &query, &err), "%s", err_msg(&err));
	cr_assert(plan_read(app.store, query.query.filter, &plan, &err), "%s", err_msg(&err));
	for (i = 0; i < plan.n; i++)
		str_addf(&got, plan.v[i].action ? "%s(%s)" : "%s%s", i ? " " : "",
			 plan.v[i].text[PLAN_CODE]);
	cr_expect_str_eq(str_get(&got), want);
	plan_release(&plan);
	app_query_release(&query);
	str_release(&got);
}

static void shows(const char *code, enum plan_key key, const char *want)
{
	struct str got = STR_INIT;
	struct plan plan;
	size_t i;

	cr_assert(plan_read(app.store, NULL, &plan, &err), "%s", err_msg(&err));
	for (i = 0; i < plan.n; i++)
		if (!strcmp(plan.v[i].text[PLAN_CODE], code))
			plan_show(&app.rules, &plan.v[i], key, &got);
	cr_expect_str_eq(str_get(&got), want, "%s %s: '%s', not '%s'", code, plan_name(key),
			 str_get(&got), want);
	plan_release(&plan);
	str_release(&got);
}

static void summary_is(const char *want)
{
	struct str got = STR_INIT;
	struct plan plan;

	cr_assert(plan_read(app.store, NULL, &plan, &err), "%s", err_msg(&err));
	plan_summary(&app.rules, &plan, &got);
	cr_expect_str_eq(str_get(&got), want);
	plan_release(&plan);
	str_release(&got);
}

#define RATED(title, l, i) \
	ADD(&kind_risk, "title", title, "inherent_likelihood", l, "inherent_impact", i)

Test(plan, what_must_be_treated_comes_first_then_the_level)
{
	codes_are(NULL, "");
	RATED("Low", "1", "1");	    /* within the appetite */
	RATED("High", "4", "3");    /* 4: above the tolerance */
	RATED("Worst", "5", "5");   /* 5 */
	RATED("Between", "3", "3"); /* 3: with the owner's approval */
	codes_are(NULL, "R-0003 R-0002");
	CHANGE("R-0004", "treatment", "modify"); /* decided */
	codes_are(NULL, "R-0003 R-0002 R-0004");
	CHANGE("R-0004", "treatment", "retain"); /* borne: no plan */
	codes_are(NULL, "R-0003 R-0002");
	ADD(&kind_action, "title", "Look", "risk", "R-0001");
	codes_are(NULL, "R-0003 R-0002 R-0001 (AC-0001)"); /* work that is open is in it */
	CHANGE("AC-0001", "status", "cancelled", "reason", "Enough");
	codes_are(NULL, "R-0003 R-0002");
	codes_are("title:worst", "R-0003");
	CHANGE("R-0002", "priority", "1");
	RATED("High too", "4", "3");
	codes_are("level=4", "R-0002 R-0005"); /* of a level the first by priority */
	CHANGE("R-0003", "status", "analysed");
	CHANGE("R-0003", "status", "evaluated");
	ADD(&kind_person, "title", "Ann");
	ADD(&kind_risk_acceptance, "risk", "R-0003", "level", "5", "justification", "Little",
	    "accepted_by", "P-0001", "status", "accepted");
	CHANGE("R-0003", "status", "accepted");
	codes_are(NULL, "R-0002 R-0005");
}

Test(plan, a_row_tells_options_cost_progress_and_what_is_late)
{
	ADD(&kind_person, "title", "Ann");
	RATED("Fire", "4", "3");
	CHANGE("R-0001", "owner", "P-0001", "controls", "A.8.13; A.7.5", "treatment", "share",
	       "residual_likelihood", "2", "residual_impact", "2", "target_likelihood", "1",
	       "target_impact", "1", "due", "2026-04-10");
	ADD(&kind_treatment, "risk", "R-0001", "option", "modify", "cost", "1000");
	ADD(&kind_treatment, "risk", "R-0001", "option", "modify");
	ADD(&kind_action, "title", "Pipes", "risk", "R-0001", "treatment", "TR-0001", "cost", "700",
	    "due", "2026-04-15", "progress", "50", "owner", "P-0001");
	ADD(&kind_action, "title", "Doors", "risk", "R-0001", "treatment", "TR-0002", "cost", "200",
	    "due", "2026-05-01");
	ADD(&kind_action, "title", "Drill", "risk", "R-0001", "cost", "30.50", "due", "2026-04-01");
	CHANGE("AC-0003", "status", "in progress");
	CHANGE("AC-0003", "status", "done");
	CHANGE("AC-0003", "status", "verified", "verified_by", "P-0001");
	codes_are(NULL, "R-0001 (AC-0001) (AC-0002) (AC-0003)"); /* what is done last */
	shows("R-0001", PLAN_OWNER, "Ann");
	shows("R-0001", PLAN_NEED, "To be treated");
	shows("R-0001", PLAN_LEVEL, "high");
	shows("R-0001", PLAN_OPTIONS, "Modify, Share"); /* of the risk and its treatments */
	shows("R-0001", PLAN_CONTROLS, "A.7.5, A.8.13");
	shows("R-0001", PLAN_DUE, "OVERDUE 6d");
	shows("R-0001", PLAN_COST, "1230.50 EUR"); /* 1000 of TR-0001, 200, 30.50 */
	shows("R-0001", PLAN_PROGRESS, "50%");	   /* 50, 0, 100 */
	shows("R-0001", PLAN_EFFECT, "1/3 verified");
	shows("AC-0001", PLAN_DUE, "OVERDUE 1d");
	shows("AC-0001", PLAN_PROGRESS, "50%");
	shows("AC-0002", PLAN_DUE, "2026-05-01");
	shows("AC-0003", PLAN_DUE, "2026-04-01"); /* over: not late */
	shows("AC-0003", PLAN_PROGRESS, "100%");
	shows("AC-0003", PLAN_EFFECT, "Ann");
	summary_is("1 risk, 3 actions: 2 open, 1 overdue; cost 1230.50 EUR");
}

Test(plan, who_approved_and_when)
{
	ADD(&kind_person, "title", "Ann");
	RATED("Fire", "4", "3");
	shows("R-0001", PLAN_APPROVAL, "");
	ADD(&kind_risk_acceptance, "risk", "R-0001", "level", "4", "justification", "Short",
	    "accepted_by", "P-0001", "accepted_on", "2026-03-01", "expires", "2026-04-16", "status",
	    "accepted");
	shows("R-0001", PLAN_APPROVAL, "2026-03-01 Ann (accepted)");
	ADD(&kind_approval, "title", "Plan", "object", "R-0001", "person", "P-0001", "decided_at",
	    "2026-04-02 10:00");
	shows("R-0001", PLAN_APPROVAL, "2026-04-02 Ann");
	ADD(&kind_approval, "title", "Plan", "object", "R-0001", "person", "P-0001", "decided_at",
	    "2026-04-03 10:00", "answer", "rejected", "reason", "Too dear");
	shows("R-0001", PLAN_APPROVAL, "2026-04-03 Ann (Rejected)");
}

/* ---- The Statement of Applicability -------------------------------------- */

static void counts(long decided, long applicable, long implemented, long complete, long bad)
{
	struct soa soa;

	cr_assert(soa_read(app.store, NULL, &soa, &err), "%s", err_msg(&err));
	cr_expect_eq(soa.entries, 93);
	cr_expect_eq(soa.decided, decided, "%ld decided", soa.decided);
	cr_expect_eq(soa.applicable, applicable, "%ld applicable", soa.applicable);
	cr_expect_eq(soa.implemented, implemented, "%ld implemented", soa.implemented);
	cr_expect_eq(soa.complete, complete, "%ld complete", soa.complete);
	cr_expect_eq(soa.contradictions, bad, "%ld contradict", soa.contradictions);
	soa_release(&soa);
}

static void says(const char *code, const char *reasons, const char *contradiction)
{
	struct str got = STR_INIT;
	struct soa soa;
	size_t i;

	cr_assert(soa_read(app.store, NULL, &soa, &err), "%s", err_msg(&err));
	for (i = 0; i < soa.n; i++) {
		if (soa.v[i].heading || strcmp(soa.v[i].text[SOA_CODE], code) != 0)
			continue;
		soa_show(&app.rules, &soa.v[i], SOA_REASONS, &got);
		cr_expect_str_eq(str_get(&got), reasons, "%s", code);
		str_clear(&got);
		soa_contradiction(&soa.v[i], &got);
		cr_expect_str_eq(str_get(&got), contradiction, "%s", code);
	}
	soa_release(&soa);
	str_release(&got);
}

Test(plan, the_soa_stands_in_four_themes_with_counts)
{
	static const char *const themes[] = {"organizational", "people", "physical",
					     "technological"};
	static const long sizes[] = {37, 8, 14, 34};
	struct soa soa;
	size_t i, n = 0;

	CHANGE("SOA-0038", "applicable", "yes", "reasons", "business", "implementation",
	       "implemented");
	CHANGE("SOA-0039", "applicable", "no", "justification", "Nobody works elsewhere");
	cr_assert(soa_read(app.store, NULL, &soa, &err), "%s", err_msg(&err));
	for (i = 0; i < soa.n; i++) {
		if (!soa.v[i].heading)
			continue;
		cr_assert_lt(n, 4);
		cr_expect_str_eq(soa.v[i].theme, themes[n]);
		cr_expect_eq(soa.v[i].entries, sizes[n]);
		cr_expect_eq(soa.v[i].decided, n == 1 ? 2 : 0);
		cr_expect_eq(soa.v[i].applicable, n == 1 ? 1 : 0);
		cr_expect_eq(soa.v[i].implemented, n == 1 ? 1 : 0);
		n++;
	}
	cr_expect_eq(n, 4);
	soa_release(&soa);
}

static void version_is(const char *want, const char *brief)
{
	struct str got = STR_INIT;
	struct soa soa;

	cr_assert(soa_read(app.store, NULL, &soa, &err), "%s", err_msg(&err));
	soa_version_text(&soa, false, &got);
	cr_expect_str_eq(str_get(&got), want);
	str_clear(&got);
	soa_version_text(&soa, true, &got);
	cr_expect_str_eq(str_get(&got), brief);
	soa_release(&soa);
	str_release(&got);
}

Test(plan, the_version_in_force)
{
	version_is(", no version approved", ", no version approved");
	ADD(&kind_person, "title", "Ann");
	ADD(&kind_person, "title", "Ben");
	ADD(&kind_soa_version, "version", "1.0", "author", "P-0001");
	version_is(", no version approved", ", no version approved");
	CHANGE("SOV-0001", "status", "in review");
	CHANGE("SOV-0001", "status", "approved", "approved_by", "P-0002", "approved_on",
	       "2026-04-16");
	version_is(", version 1.0 of 2026-04-16 by Ben", ", version 1.0");
}

Test(plan, completeness_and_what_contradicts)
{
	counts(0, 0, 0, 0, 0);
	CHANGE("SOA-0001", "applicable", "yes");
	counts(1, 1, 0, 0, 1);
	says("SOA-0001", "", "applies without a reason");
	CHANGE("SOA-0001", "reasons", "law; risk; best practice");
	says("SOA-0001", "RLP", "");
	counts(1, 1, 0, 1, 0);
	CHANGE("SOA-0002", "applicable", "no", "justification", "One person");
	counts(2, 1, 0, 2, 0);
	ADD(&kind_risk, "title", "Fraud", "controls", "A.5.2");
	says("SOA-0002", "", "excluded, but used by R-0001");
	CHANGE("R-0001", "controls", "A.5.3");
	says("SOA-0002", "", "");
	CHANGE("SOA-0002", "reasons", "business");
	says("SOA-0002", "B", "excluded, with reasons for it");
	CHANGE("SOA-0001", "implementation", "implemented");
	counts(2, 1, 1, 2, 1);
	CHANGE("A.5.1", "status", "in progress");
	says("SOA-0001", "RLP", "implemented, but the control is in progress");
	CHANGE("A.5.1", "status", "implemented");
	says("SOA-0001", "RLP", "");
	CHANGE("SOA-0001", "implementation", "planned");
	says("SOA-0001", "RLP", "planned, but the control is implemented");
}

/* ---- Reasons from the registers ------------------------------------------ */

static void entry_is(const char *code, const char *name, const char *want)
{
	const struct field *field = kind_field(&kind_soa_entry, name);
	struct record *rec = NULL;
	struct str got = STR_INIT;
	struct hit hit;

	cr_assert(app_find(&app, code, &hit, &err), "%s", err_msg(&err));
	cr_assert(store_get(app.store, hit.kind, hit.id, &rec, &err));
	if (record_get(rec, name)->set)
		field_format(&app.rules, field, record_get(rec, name), &got);
	cr_expect_str_eq(str_get(&got), want, "%s.%s: '%s'", code, name, str_get(&got));
	record_free(&rec);
	str_release(&got);
}

Test(plan, reasons_come_from_risks_requirements_and_laws_and_go_in_one_step)
{
	struct soa_fill fill_of;
	struct str what = STR_INIT;
	long long tx = 0;

	ADD(&kind_risk, "title", "Fire", "controls", "A.8.13; A.7.5; A.5.2");
	ADD(&kind_interested_party, "title", "Customer");
	ADD(&kind_requirement, "title", "Copies", "party", "IP-0001", "req_kind", "contractual",
	    "in_isms", "yes", "controls", "A.8.13");
	ADD(&kind_requirement, "title", "Wish", "party", "IP-0001", "req_kind", "voluntary",
	    "in_isms", "undecided", "controls", "A.8.1"); /* not decided: no reason */
	ADD(&kind_legal_requirement, "title", "Act", "law_kind", "law", "applicability", "applies",
	    "controls", "A.5.34");
	CHANGE("SOA-0050", "applicable", "yes", "reasons", "best practice", "justification",
	       "Old");							       /* A.7.5 */
	CHANGE("SOA-0002", "applicable", "no", "justification", "One person"); /* A.5.2 */
	cr_assert(app_soa_reasons(&app, 0, &fill_of, &err), "%s", err_msg(&err));
	cr_expect_eq(fill_of.n, 3, "%zu entries", fill_of.n);
	cr_expect_eq(fill_of.excluded, 1);
	entry_is("SOA-0050", "reasons", "best practice"); /* nothing is written yet */
	cr_assert(app_soa_fill(&app, &fill_of, &tx, &err), "%s", err_msg(&err));
	cr_expect_gt(tx, 0);
	soa_fill_release(&fill_of);
	entry_is("SOA-0050", "reasons", "risk; best practice");
	entry_is("SOA-0050", "justification", "Old");
	entry_is("SOA-0034", "applicable", "yes");
	entry_is("SOA-0034", "reasons", "law");
	entry_is("SOA-0034", "justification", "LAW-0001");
	entry_is("SOA-0072", "reasons", "risk; contract"); /* A.8.13 */
	entry_is("SOA-0072", "justification", "R-0001, REQ-0001");
	entry_is("SOA-0002", "applicable", "no");
	entry_is("SOA-0060", "applicable", "undecided"); /* A.8.1 */
	cr_assert(app_soa_reasons(&app, 0, &fill_of, &err));
	cr_expect_eq(fill_of.n, 0, "nothing is left to fill");
	soa_fill_release(&fill_of);
	cr_assert(app_undo(&app, 0, &what, &err), "%s", err_msg(&err));
	entry_is("SOA-0072", "reasons", "");
	entry_is("SOA-0034", "applicable", "undecided");
	entry_is("SOA-0050", "reasons", "best practice");
	str_release(&what);
}

/* ---- Annex A of 2013 ----------------------------------------------------- */

static void old_is(const char *number, const char *refs, const char *state)
{
	struct answer answer;
	size_t i;
	bool found = false;

	cr_assert(soa_2013(app.store, &answer, &err), "%s", err_msg(&err));
	for (i = 0; i < answer.n; i++) {
		if (strcmp(answer.row[i][OLD_NUMBER], number) != 0)
			continue;
		found = true;
		cr_expect_str_eq(answer.row[i][OLD_REFS], refs);
		cr_expect_str_eq(soa_old_state(answer.row[i]), state, "%s: %s", number,
				 soa_old_state(answer.row[i]));
	}
	cr_expect(found, "%s", number);
	answer_release(&answer);
}

Test(plan, the_edition_of_2013_follows_from_that_of_2022)
{
	struct answer answer;
	long added, there;

	cr_assert(soa_2013(app.store, &answer, &err), "%s", err_msg(&err));
	cr_expect_eq(answer.n, 0);
	answer_release(&answer);
	cr_assert(app_catalogue(&app, "annex-a-2013", &added, &there, &err), "%s", err_msg(&err));
	old_is("A.5.1.1", "A.5.1", "undecided");
	CHANGE("SOA-0001", "applicable", "yes", "reasons", "risk");
	old_is("A.5.1.1", "A.5.1", "not started");
	CHANGE("SOA-0001", "implementation", "partly");
	old_is("A.5.1.1", "A.5.1", "partly");
	CHANGE("SOA-0001", "implementation", "implemented");
	old_is("A.5.1.2", "A.5.1", "implemented");
	CHANGE("SOA-0001", "applicable", "no", "justification", "Gone", "reasons", "");
	old_is("A.5.1.2", "A.5.1", "excluded");
}
