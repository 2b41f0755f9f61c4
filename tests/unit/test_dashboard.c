/* Each figure counts what its filter lists; the levels are those of the matrix. */
#include "config.h"

#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <criterion/criterion.h>

#include "isms/app/app.h"
#include "isms/model/kinds.h"
#include "isms/report/dashboard.h"
#include "isms/report/due.h"
#include "isms/util/date.h"
#include "isms/util/mem.h"

static struct app app;
static struct err err;
static struct dashboard dashboard;
static char dir[PATH_MAX], file[PATH_MAX + 16];

static void open_new(void)
{
	const char *tmp = getenv("TMPDIR");
	struct app_options options = {.file = file};

	options.today = date_from_civil(2026, 4, 16);
	snprintf(dir, sizeof(dir), "%s/dash.XXXXXX", tmp ? tmp : "/tmp");
	cr_assert(mkdtemp(dir));
	snprintf(file, sizeof(file), "%s/test.isms", dir);
	cr_assert(app_create(&app, &options, NULL, 5, &err), "%s", err_msg(&err));
}

static void close_it(void)
{
	dashboard_release(&dashboard);
	app_close(&app);
	err_release(&err);
	unlink(file);
	rmdir(dir);
}

/* pairs of field and text, ends with NULL */
static void add(const struct kind *kind, const char *const *pairs)
{
	struct record *rec = record_new(kind);

	record_defaults(&app.rules, rec);
	for (; *pairs; pairs += 2)
		cr_assert(app_parse(&app, kind_field(kind, pairs[0]), pairs[1],
				    record_value(rec, pairs[0]), &err),
			  "%s: %s", pairs[0], err_msg(&err));
	cr_assert(app_save(&app, rec, NULL, NULL, NULL, &err), "%s", err_msg(&err));
	record_free(&rec);
}

#define ADD(kind, ...) add(kind, (const char *const[]){__VA_ARGS__, NULL})

static const struct figure *find(const char *section, const char *label)
{
	size_t i;

	for (i = 0; i < dashboard.n; i++)
		if (!strcmp(dashboard.v[i].section, section) &&
		    !strcmp(dashboard.v[i].label, label))
			return &dashboard.v[i];
	return NULL;
}

static long figure(const char *section, const char *label)
{
	const struct figure *found = find(section, label);

	return found ? found->count : -2;
}

static long risks(const char *label)
{
	return figure("Risks", label);
}

static void fill(void)
{
	ADD(&kind_person, "title", "Anna");
	ADD(&kind_risk, "title", "top", "current_likelihood", "5", "current_impact", "5", "owner",
	    "Anna");
	ADD(&kind_risk, "title", "middle", "inherent_likelihood", "3", "inherent_impact", "3");
	ADD(&kind_risk, "title", "low", "current_likelihood", "1", "current_impact", "1", "owner",
	    "Anna", "next_review", "2026-04-15");
	ADD(&kind_risk, "title", "today is in time", "next_review", "2026-04-16", "owner", "Anna");
	ADD(&kind_risk, "title", "over", "status", "closed", "current_likelihood", "5",
	    "current_impact", "5", "next_review", "2020-01-01");
	ADD(&kind_action, "title", "late", "due", "2026-04-15");
	ADD(&kind_action, "title", "today", "due", "2026-04-16");
	ADD(&kind_action, "title", "soon", "due", "2026-05-16");
	ADD(&kind_action, "title", "later", "due", "2026-05-17");
	ADD(&kind_action, "title", "over", "due", "2026-04-01", "status", "done");
	ADD(&kind_risk_acceptance, "title", "old", "risk", "top", "level", "5", "justification",
	    "cost", "status", "accepted", "expires", "2026-05-01", "accepted_by", "Anna");
	ADD(&kind_risk_acceptance, "title", "far", "risk", "top", "level", "5", "justification",
	    "cost", "status", "accepted", "expires", "2027-05-01", "accepted_by", "Anna");
}

Test(dashboard, counts_what_matters, .init = open_new, .fini = close_it)
{
	fill();
	cr_assert(dashboard_read(&dashboard, app.store, &app.rules, &err), "%s", err_msg(&err));
	cr_assert_eq(risks("Not rated"), 1, "%ld", risks("Not rated"));
	cr_assert_eq(risks("Above appetite"), 2, "%ld", risks("Above appetite"));
	cr_assert_eq(risks("Above tolerance"), 1, "%ld", risks("Above tolerance"));
	cr_assert_eq(figure("Without owner", "Risks"), 1);
	cr_assert_eq(figure("Without owner", "Actions"), 4);
	cr_assert_eq(figure("Without owner", "Assets"), 0);
	cr_assert_eq(risks("Review overdue"), 1, "%ld", risks("Review overdue"));
	cr_assert_eq(figure("Actions", "Open"), 4);
	cr_assert_eq(figure("Actions", "Overdue"), 1);
	cr_assert_eq(figure("Actions", "Due within 30 days"), 2);
	cr_assert_eq(figure("Statement of Applicability", "Controls"), 93);
	cr_assert_eq(figure("Statement of Applicability", "Decided"), 0);
	cr_assert_eq(figure("Statement of Applicability", "Undecided"), 93);
	cr_assert_eq(figure("Statement of Applicability", "Without reason"), 0);
	cr_assert_eq(figure("Acceptances", "Expired or expiring within 30 days"), 1);
}

Test(dashboard, levels_are_those_of_the_matrix, .init = open_new, .fini = close_it)
{
	long of_level[SCALE_MAX + 1] = {0}, sum = 0;
	struct matrix matrix;
	size_t i;
	int l, c;

	fill();
	cr_assert(dashboard_read(&dashboard, app.store, &app.rules, &err), "%s", err_msg(&err));
	cr_assert(store_matrix(app.store, RATING_CURRENT, &matrix, &err));
	for (l = 1; l <= SCALE_MAX; l++)
		for (c = 1; c <= SCALE_MAX; c++)
			of_level[method_level(&app.rules.method, l, c)] +=
				matrix.count[l - 1][c - 1];
	for (i = 0; i < SCALE_MAX; i++) {
		const struct figure *f = find("Risks", "Level very high") + i;

		cr_assert_eq(f->count, of_level[SCALE_MAX - i], "%s", f->filter);
		sum += f->count;
	}
	cr_assert_eq(sum, 3);
	cr_assert_eq(risks("Not rated"), matrix.unrated);
}

Test(dashboard, is_there_before_it_is_counted, .init = open_new, .fini = close_it)
{
	size_t i, pieces = 0;
	bool more = true;

	dashboard_init(&dashboard, &app.rules);
	cr_assert_gt(dashboard.n, 50);
	for (i = 0; i < dashboard.n; i++) {
		const struct figure *f = &dashboard.v[i];

		cr_assert_eq(f->count, -1);
		cr_assert(f->label && f->section);
		cr_assert_eq(f->kind != NULL, f->filter != NULL, "%s", f->label);
		cr_assert_eq(f->behind == BEHIND_CHECKS, f->clause != NULL, "%s", f->label);
	}
	while (more) {
		cr_assert(dashboard_count(&dashboard, app.store, &app.rules, &more, &err), "%s",
			  err_msg(&err));
		pieces++;
	}
	cr_assert_gt(pieces, 300); /* so none of them is long */
	for (i = 0; i < dashboard.n; i++)
		cr_assert_geq(dashboard.v[i].count, 0, "%s", dashboard.v[i].label);
	dashboard_restart(&dashboard, &app.rules);
	cr_assert_eq(figure("Statement of Applicability", "Undecided"), 93,
		     "what was counted stands until it is counted anew");
}

/* The same numbers as the lists behind them. */
Test(dashboard, due_is_what_the_list_of_dues_has, .init = open_new, .fini = close_it)
{
	struct dues dues;

	fill();
	cr_assert(dashboard_read(&dashboard, app.store, &app.rules, &err), "%s", err_msg(&err));
	cr_assert(due_read(app.store, &app.rules, app.rules.today + DUE_DAYS, NULL, &dues, &err));
	/* late by a day: a risk's review, an action; within 30 days: an action of today,
	 * one of the thirtieth day, a risk's review of today, an acceptance */
	cr_assert_eq(figure("Due in all registers", "Overdue"), 2);
	cr_assert_eq(figure("Due in all registers", "Within 30 days"), 4);
	cr_assert_eq(dues.overdue, 2);
	cr_assert_eq(dues.n, 6);
	due_release(&dues);
}

Test(dashboard, readiness_is_that_of_the_checks, .init = open_new, .fini = close_it)
{
	struct findings findings;
	struct checks checks;
	struct readiness *list;
	size_t n, i;

	fill();
	cr_assert(dashboard_read(&dashboard, app.store, &app.rules, &err), "%s", err_msg(&err));
	cr_assert(checks_load(&checks, NULL, &err));
	cr_assert(checks_run(app.store, &checks, NULL, &findings, &err));
	checks_readiness(&findings, &list, &n);
	for (i = 0; i < dashboard.n; i++) {
		const struct figure *f = &dashboard.v[i];
		int rules = 0, passed = 0;
		size_t k;

		if (f->behind != BEHIND_CHECKS)
			continue;
		for (k = 0; k < n; k++) {
			rules += clause_within(list[k].clause, f->clause) ? list[k].rules : 0;
			passed += clause_within(list[k].clause, f->clause) ? list[k].passed : 0;
		}
		cr_assert_gt(rules, 0, "%s", f->clause);
		cr_assert_eq(f->ready.rules, rules, "%s", f->clause);
		cr_assert_eq(f->ready.passed, passed, "%s", f->clause);
		cr_assert_eq(f->count, rules - passed);
	}
	/* more than half of the rules hold; the missing document makes it red all the same */
	cr_assert_str_eq(find("Plan: readiness", "6.1.2 Assessment")->said,
			 "58 % red, document missing");
	cr_assert_str_eq(find("Check: readiness", "9.3 Review")->said,
			 "75 % red, document missing");
	free(list);
	findings_release(&findings);
	checks_release(&checks);
}

/* A rule of the user's in that folder, with its id and clause; it always finds something. */
static void own_rule(const char *id, const char *clause)
{
	char path[PATH_MAX + 64];
	FILE *f;

	snprintf(path, sizeof(path), "%s/isms/check/%s.sql", dir, id);
	f = fopen(path, "w");
	cr_assert(f);
	fprintf(f,
		"-- id: %s\n-- clause: %s\n-- severity: error\n-- kind: organisation\n"
		"-- what: W\n-- auditor: A?\n-- mend: M.\nSELECT NULL AS id, 'x' AS text\n",
		id, clause);
	fclose(f);
}

/* Rules of one's own count where their clause belongs to, be it longer or shorter. */
Test(dashboard, own_rules_count, .init = open_new, .fini = close_it)
{
	static const char *const sections[] = {"Plan: readiness", "Do: readiness"};
	char *sh = xasprintf("mkdir -p '%s/isms/check'", dir);
	int documents, annex, opportunity;

	cr_assert(dashboard_read(&dashboard, app.store, &app.rules, &err), "%s", err_msg(&err));
	documents = find(sections[0], "7.5 Documents")->ready.rules;
	annex = find(sections[1], "A Annex A")->ready.rules;
	opportunity = find(sections[0], "6.1.1 Opportunity")->ready.rules;
	dashboard_release(&dashboard);
	cr_assert_eq(system(sh), 0);
	setenv("XDG_CONFIG_HOME", dir, 1);
	own_rule("mine-longer", "7.5.3");
	own_rule("mine-annex", "A.8.24");
	own_rule("mine-shorter", "6.1");
	cr_assert(dashboard_read(&dashboard, app.store, &app.rules, &err), "%s", err_msg(&err));
	cr_assert_eq(find(sections[0], "7.5 Documents")->ready.rules, documents + 1);
	cr_assert_eq(find(sections[1], "A Annex A")->ready.rules, annex + 1);
	cr_assert_eq(find(sections[0], "6.1.1 Opportunity")->ready.rules, opportunity + 1);
	free(sh);
	sh = xasprintf("rm -r '%s/isms'", dir);
	cr_assert_eq(system(sh), 0);
	free(sh);
}

Test(dashboard, certification, .init = open_new, .fini = close_it)
{
#define CERTIFICATION "Certification"
	cr_assert(dashboard_read(&dashboard, app.store, &app.rules, &err), "%s", err_msg(&err));
	cr_assert_str_eq(find(CERTIFICATION, "In operation")->said, "not begun");
	cr_assert_null(find(CERTIFICATION, "Next step")->said);
	cr_assert_str_eq(find(CERTIFICATION, "Stage 1")->said, "0/20 in place");
	dashboard_release(&dashboard);
	ADD(&kind_certificate, "title", "late", "status", "certified", "decided_on", "2025-04-15");
	ADD(&kind_certificate, "title", "ours", "stage_1_on", "2026-09-01");
	ADD(&kind_certificate, "title", "sooner", "stage_1_on", "2026-08-31");
	cr_assert(dashboard_read(&dashboard, app.store, &app.rules, &err), "%s", err_msg(&err));
	cr_assert_eq(figure(CERTIFICATION, "Steps overdue"), 1);
	cr_assert_eq(figure(CERTIFICATION, "Next step"), 2);
	cr_assert_str_eq(find(CERTIFICATION, "Next step")->said, "2026-08-31");
}

Test(dashboard, milestones_of_the_running_cycle, .init = open_new, .fini = close_it)
{
#define PDCA "Plan, Do, Check, Act"
	ADD(&kind_cycle, "title", "2025", "status", "closed", "goals", "x", "result", "y");
	ADD(&kind_cycle, "title", "2026", "status", "running", "goals", "x", "phase", "do");
	ADD(&kind_milestone, "title", "of the last", "cycle", "2025", "phase", "plan", "due",
	    "2025-01-01");
	ADD(&kind_milestone, "title", "done", "cycle", "2026", "phase", "plan", "status", "done",
	    "done_on", "2026-02-01");
	ADD(&kind_milestone, "title", "late", "cycle", "2026", "phase", "plan", "due",
	    "2026-04-15");
	ADD(&kind_milestone, "title", "of none", "phase", "plan", "due", "2026-04-16");
	ADD(&kind_milestone, "title", "cancelled", "cycle", "2026", "phase", "plan", "status",
	    "cancelled", "reason", "x");
	cr_assert(dashboard_read(&dashboard, app.store, &app.rules, &err), "%s", err_msg(&err));
	cr_assert_str_eq(find(PDCA, "Running cycle")->said, "2026: Do");
	cr_assert_str_eq(find(PDCA, "Plan")->said, "1/3 done");
	cr_assert_eq(figure(PDCA, "Plan"), 3);
	cr_assert_eq(figure(PDCA, "Late in Plan"), 1);
	cr_assert_str_eq(find(PDCA, "Act")->said, "0/0 done");
}

Test(dashboard, undecided_appetite_is_left_out, .init = open_new, .fini = close_it)
{
	app.rules.method.appetite = 0;
	dashboard_init(&dashboard, &app.rules);
	cr_assert_eq(risks("Above appetite"), -2);
	cr_assert_eq(risks("Above tolerance"), -1);
}
