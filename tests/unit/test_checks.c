/* The checks as a machinery: heads, order, users' own rules, readiness. What each
 * rule finds is in test_check_rules.c. */
#include "config.h"

#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <criterion/criterion.h>

#include "isms/app/app.h"
#include "isms/model/kinds.h"
#include "isms/report/checks.h"
#include "isms/report/plan.h"
#include "isms/util/date.h"
#include "isms/util/mem.h"

#define HEAD                                                                             \
	"-- id: mine\n-- clause: 6.1.2\n-- severity: error\n-- kind: risk\n-- what: W\n" \
	"-- auditor: A?\n-- mend: M.\n"
#define ALL "SELECT id, title AS text FROM risk WHERE archived = 0"

static struct app app;
static struct err err;
static struct checks checks;
static struct findings findings;
static struct strv notes;
static char dir[PATH_MAX];

static void config(void)
{
	const char *tmp = getenv("TMPDIR");
	char *path;

	snprintf(dir, sizeof(dir), "%s/checks.XXXXXX", tmp ? tmp : "/tmp");
	cr_assert(mkdtemp(dir));
	setenv("XDG_CONFIG_HOME", dir, 1);
	path = xasprintf("%s/isms", dir);
	mkdir(path, 0700);
	free(path);
	path = xasprintf("%s/isms/check", dir);
	mkdir(path, 0700);
	free(path);
}

static void open_new(void)
{
	struct app_options options = {.today = date_from_civil(2026, 11, 22)};
	char *path;

	config();
	path = xasprintf("%s/test.isms", dir);
	options.file = path;
	cr_assert(app_create(&app, &options, NULL, 5, &err), "%s", err_msg(&err));
	free(path);
}

static void close_it(void)
{
	char *sh = xasprintf("rm -rf '%s'", dir);

	findings_release(&findings);
	checks_release(&checks);
	strv_release(&notes);
	app_close(&app);
	err_release(&err);
	cr_assert_eq(system(sh), 0);
	free(sh);
}

/* A file in the user's folder of rules. */
static void own(const char *name, const char *text)
{
	char *path = xasprintf("%s/isms/check/%s", dir, name);
	FILE *f = fopen(path, "w");

	cr_assert(f);
	fputs(text, f);
	fclose(f);
	free(path);
}

static void load(void)
{
	checks_release(&checks);
	strv_release(&notes);
	cr_assert(checks_load(&checks, &notes, &err), "%s", err_msg(&err));
}

static void run(const char *clause, const char *id)
{
	const struct checks_choice choice = {clause, id, -1};

	findings_release(&findings);
	cr_assert(checks_run(app.store, &checks, &choice, &findings, &err), "%s", err_msg(&err));
}

static void add_risk(const char *title)
{
	struct record *rec = record_new(&kind_risk);

	record_defaults(&app.rules, rec);
	value_set_text(record_value(rec, "title"), title);
	cr_assert(app_save(&app, rec, NULL, NULL, NULL, &err), "%s", err_msg(&err));
	record_free(&rec);
}

/* ---- Clauses ------------------------------------------------------------- */

Test(checks, clauses_in_their_order)
{
	static const char *const order[] = {
		"4",	 "4.1",	 "4.2",	 "6",	  "6.1",   "6.1.1",  "6.1.3", "6.2",
		"9.3.2", "10.1", "10.2", "A.5.1", "A.5.9", "A.5.10", "A.8.1",
	};
	size_t i, j, n = sizeof(order) / sizeof(order[0]);

	for (i = 0; i < n; i++)
		for (j = 0; j < n; j++)
			cr_expect_eq((clause_compare(order[i], order[j]) > 0) -
					     (clause_compare(order[i], order[j]) < 0),
				     (i > j) - (i < j), "%s %s", order[i], order[j]);
}

Test(checks, a_clause_takes_its_parts)
{
	cr_expect(clause_within("6.1.2", "6.1.2"));
	cr_expect(clause_within("6.1.2", "6"));
	cr_expect(clause_within("6.1.2", "6.1"));
	cr_expect(clause_within("A.5.9", "A"));
	cr_expect_not(clause_within("6.10", "6.1"));
	cr_expect_not(clause_within("6.1", "6.1.2"));
	cr_expect_not(clause_within("A.5.10", "A.5.1"));
}

/* ---- Heads --------------------------------------------------------------- */

static void refused(const char *text, long at, const char *part)
{
	struct check check;
	long line = 0;

	cr_expect_not(check_parse(&check, "mine", text, &line, &err), "%s", text);
	cr_expect(strstr(err_msg(&err), part), "%s", err_msg(&err));
	cr_expect_eq(line, at, "line %ld: %s", line, err_msg(&err));
	err_release(&err);
	check_release(&check);
}

Test(checks, a_head_is_read)
{
	struct check check;
	long line;

	cr_assert(
		check_parse(&check, "mine",
			    "-- id: mine\n-- clause: A.5.9\n--\n-- severity: hint\n-- kind: risk\n"
			    "-- field: owner\n-- what: one\n-- auditor: who\n--   and why?\n"
			    "-- mend: do: it\n\nSELECT 1 AS id, 'x' AS text ; \n;\n",
			    &line, &err),
		"%s", err_msg(&err));
	cr_expect_str_eq(check.clause, "A.5.9");
	cr_expect_eq(check.severity, SEVERITY_HINT);
	cr_expect_eq(check.kind, &kind_risk);
	cr_expect_eq(check.field, kind_field(&kind_risk, "owner"));
	cr_expect_str_eq(check.auditor, "who and why?");
	cr_expect_str_eq(check.mend, "do: it");
	cr_expect_str_eq(check.sql, "SELECT 1 AS id, 'x' AS text");
	cr_expect_not(check.own);
	check_release(&check);
}

Test(checks, a_bad_head_is_told_with_its_line)
{
	refused("", 1, "id");
	refused("SELECT 1", 1, "missing");
	refused("-- id: mine\n-- claus: 6\n", 2, "claus: 6");
	refused("-- id: mine\n-- id: mine\n", 2, "twice");
	refused("-- id: mine\n-- clause: 6\n-- severity: error\nSELECT 1", 4, "kind");
	refused("-- id: yours\n" HEAD, 2, "twice");
	refused("-- clause: 6.1.2\n-- id: other\n-- severity: error\n-- kind: risk\n-- what: W\n"
		"-- auditor: A\n-- mend: M\n",
		2, "mine");
	refused("-- id: mine\n-- clause: six\n-- severity: error\n-- kind: risk\n-- what: W\n"
		"-- auditor: A\n-- mend: M\n",
		2, "six");
	refused("-- id: mine\n-- clause: 6\n-- severity: bad\n-- kind: risk\n-- what: W\n"
		"-- auditor: A\n-- mend: M\n",
		3, "bad");
	refused("-- id: mine\n-- clause: 6\n-- severity: error\n-- kind: rsk\n-- what: W\n"
		"-- auditor: A\n-- mend: M\n",
		4, "rsk");
	refused(HEAD "-- field: ownr\nSELECT 1", 8, "ownr");
	refused("-- id: \xff\n", 1, "UTF-8");
}

/* ---- Loading ------------------------------------------------------------- */

Test(checks, builtin_rules_in_order, .init = config, .fini = close_it)
{
	size_t i;

	load();
	cr_assert_gt(checks.n, 0);
	cr_expect_eq(notes.n, 0);
	for (i = 1; i < checks.n; i++) {
		const int order = clause_compare(checks.v[i - 1].clause, checks.v[i].clause);

		cr_expect(order < 0 || (!order && strcmp(checks.v[i - 1].id, checks.v[i].id) < 0),
			  "%s, %s", checks.v[i - 1].id, checks.v[i].id);
	}
	cr_expect(checks_find(&checks, "risk-without-owner"));
	cr_expect_null(checks_find(&checks, "risk"));
}

Test(checks, own_rules, .init = config, .fini = close_it)
{
	load();
	const size_t n = checks.n;

	own("mine.sql", HEAD ALL);
	own("note.txt", "not a rule");
	own(".hidden.sql", "not a rule");
	own("broken.sql", "-- id: broken\n-- what is this?\n");
	own("risk-without-owner.sql",
	    "-- id: risk-without-owner\n-- clause: 4.1\n-- severity: hint\n-- kind: risk\n"
	    "-- what: ours\n-- auditor: A\n-- mend: M\nSELECT NULL AS id, '' AS text WHERE 0");
	load();
	cr_expect_eq(checks.n, n + 1);
	cr_expect(checks_find(&checks, "mine")->own);
	cr_expect_str_eq(checks_find(&checks, "risk-without-owner")->what, "ours");
	cr_assert_eq(notes.n, 1);
	cr_expect(strstr(notes.v[0], "isms/check/broken.sql:2: "), "%s", notes.v[0]);
}

Test(checks, own_files_that_are_none, .init = config, .fini = close_it)
{
	char *path = xasprintf("%s/isms/check/fifo.sql", dir);

	cr_assert_eq(mkfifo(path, 0600), 0);
	free(path);
	path = xasprintf("%s/isms/check/folder.sql", dir);
	cr_assert_eq(mkdir(path, 0700), 0);
	free(path);
	path = xasprintf("%s/isms/check/gone.sql", dir);
	cr_assert_eq(symlink("/nowhere", path), 0);
	free(path);
	load();
	cr_expect_eq(notes.n, 3);
}

/* ---- Asking -------------------------------------------------------------- */

Test(checks, what_is_found, .init = open_new, .fini = close_it)
{
	own("mine.sql", HEAD ALL);
	load();
	add_risk("A fire");
	add_risk("A flood");
	run(NULL, "mine");
	cr_assert_eq(findings.n, 2);
	cr_expect_eq(findings.nasked, 1);
	cr_expect_eq(findings.count[SEVERITY_ERROR], 2);
	cr_expect_str_eq(findings.v[0].code, "R-0001");
	cr_expect_str_eq(findings.v[0].text, "A fire");
	cr_expect_str_eq(findings.v[1].code, "R-0002");
	/* the look at the file has ended: it can be written again, also inside of one */
	add_risk("A theft");
	cr_assert(store_begin(app.store, "test", &err));
	run(NULL, "mine");
	cr_expect_eq(findings.n, 3);
	cr_assert(store_commit(app.store, NULL, &err), "%s", err_msg(&err));
}

Test(checks, the_register_as_a_whole, .init = open_new, .fini = close_it)
{
	own("mine.sql", HEAD "SELECT NULL AS id, count(*) || ' risks' AS text FROM risk");
	load();
	run(NULL, "mine");
	cr_assert_eq(findings.n, 1);
	cr_expect_eq(findings.v[0].id, 0);
	cr_expect_null(findings.v[0].code);
	cr_expect_str_eq(findings.v[0].text, "0 risks");
}

static bool count_call(void *ctx, long done, long total)
{
	(void)done;
	(void)total;
	++*(long *)ctx;
	return true;
}

static void add(const struct kind *kind, const char *const fields[][2], size_t n, long long risk)
{
	struct record *rec = record_new(kind);

	record_defaults(&app.rules, rec);
	for (size_t i = 0; i < n; i++)
		value_set_text(record_value(rec, fields[i][0]), fields[i][1]);
	if (risk > 0)
		value_add_ref(record_value(rec, "risk"), risk, NULL, NULL);
	if (kind == &kind_risk_acceptance)
		value_set_num(record_value(rec, "level"), 3);
	cr_assert(store_add(app.store, rec, &err), "%s", err_msg(&err));
	record_free(&rec);
}

/* Risks from the number first on, each with a treatment and an acceptance; returns how
 * often what watches was called while all rules and the plan were read. */
static long steps_with(long first, long n)
{
	const char *const risk[][2] = {{"title", "A fire"}};
	const char *const treatment[][2] = {{"title", "Insure"}, {"option", "modify"}};
	const char *const acceptance[][2] = {{"title", "Yes"}, {"status", "accepted"},
				       {"justification", "Small"}};
	struct plan plan;
	long calls = 0;

	cr_assert(store_begin(app.store, "test", &err));
	for (long i = first; i < first + n; i++) {
		add(&kind_risk, risk, 1, 0);
		add(&kind_treatment, treatment, 2, i);
		add(&kind_risk_acceptance, acceptance, 3, i);
	}
	cr_assert(store_commit(app.store, NULL, &err), "%s", err_msg(&err));
	store_watch(app.store, count_call, &calls);
	run(NULL, NULL);
	cr_assert(plan_read(app.store, NULL, &plan, &err), "%s", err_msg(&err));
	store_watch(app.store, NULL, NULL);
	plan_release(&plan);
	return calls;
}

/* What leads to a record is found by its index: no rule reads one register once for each
 * record of another. */
Test(checks, linear_in_the_records, .init = open_new, .fini = close_it)
{
	long none, some, more;

	load();
	none = steps_with(1, 0);
	some = steps_with(1, 100) - none;
	more = steps_with(101, 400) - none;
	cr_expect_leq(more, 7 * some, "100: %ld, 500: %ld", some, more);
}

/* A rule that cannot be asked is told; the others are asked all the same. */
Test(checks, faults_in_sql, .init = open_new, .fini = close_it)
{
	static const char *const bad[] = {
		"SELECT id FROM risk",
		"SELECT id, titel AS text FROM risk",
		"SELECT 1 AS id, 'x' AS text; SELECT 2",
		"DELETE FROM risk",
		"SELECT 1 AS id, 'x' AS text) f; DELETE FROM risk; --",
		"SELECT id, load_extension('x') AS text FROM risk",
		"",
	};
	size_t i;

	add_risk("A fire");
	for (i = 0; i < sizeof(bad) / sizeof(bad[0]); i++) {
		char *text = xasprintf("%s%s", HEAD, bad[i]);

		own("mine.sql", text);
		free(text);
		load();
		run("6.1.2", NULL);
		cr_assert_eq(findings.faults.n, 1, "%s", bad[i]);
		cr_expect(!strncmp(findings.faults.v[0], "mine: ", 6), "%s", findings.faults.v[0]);
		cr_expect_gt(findings.nasked, 0, "%s", bad[i]);
		cr_expect_eq(findings.count[SEVERITY_ERROR] > 0, true);
	}
	own("mine.sql", HEAD ALL " -- the end");
	load();
	run(NULL, "mine");
	cr_expect_eq(findings.n, 1);
}

Test(checks, choice, .init = open_new, .fini = close_it)
{
	struct checks_choice choice = {.clause = "6", .severity = SEVERITY_HINT};
	size_t i;

	load();
	run("6.1.2", NULL);
	cr_expect_gt(findings.nasked, 0);
	for (i = 0; i < findings.nasked; i++)
		cr_expect_str_eq(findings.asked[i]->clause, "6.1.2");
	run(NULL, NULL);
	cr_expect_eq(findings.nasked, checks.n);
	findings_release(&findings);
	cr_assert(checks_run(app.store, &checks, &choice, &findings, &err));
	for (i = 0; i < findings.nasked; i++)
		cr_expect(findings.asked[i]->severity == SEVERITY_HINT &&
			  findings.asked[i]->clause[0] == '6');
	findings_release(&findings);
	cr_assert(checks_run(app.store, &checks, NULL, &findings, &err));
	cr_expect_eq(findings.nasked, checks.n);
}

/* ---- Readiness ----------------------------------------------------------- */

/* asked: id, clause, severity, how many were found */
static const struct {
	const char *id, *clause;
	enum severity severity;
	int found;
} figures[] = {
	{"a", "4.1", SEVERITY_ERROR, 0}, {"b", "4.1", SEVERITY_WARNING, 0},
	{"c", "4.1", SEVERITY_HINT, 5},	 {"d", "5.2", SEVERITY_ERROR, 2},
	{"e", "5.2", SEVERITY_ERROR, 0}, {"f", "5.2", SEVERITY_ERROR, 0},
	{"g", "5.3", SEVERITY_ERROR, 1}, {"h", "5.3", SEVERITY_ERROR, 1},
	{"i", "5.3", SEVERITY_ERROR, 0}, {"document-missing-x", "7.5", SEVERITY_ERROR, 1},
	{"j", "7.5", SEVERITY_ERROR, 0}, {"k", "7.5", SEVERITY_ERROR, 0},
	{"l", "10.1", SEVERITY_HINT, 1},
};

Test(checks, readiness)
{
	enum { N = sizeof(figures) / sizeof(figures[0]) };
	static struct check rule[N];
	struct readiness *list = NULL;
	size_t i, n = 0;
	int j;

	findings.asked = xcalloc(N, sizeof(*findings.asked));
	for (i = 0; i < N; i++) {
		rule[i].id = xstrdup(figures[i].id);
		rule[i].clause = xstrdup(figures[i].clause);
		rule[i].severity = figures[i].severity;
		findings.asked[findings.nasked++] = &rule[i];
		for (j = 0; j < figures[i].found; j++) {
			findings.v = xrealloc(findings.v, findings.n + 1, sizeof(*findings.v));
			memset(&findings.v[findings.n], 0, sizeof(*findings.v));
			findings.v[findings.n++].check = &rule[i];
		}
	}
	checks_readiness(&findings, &list, &n);
	cr_assert_eq(n, 5);
	/* hints do not count */
	cr_expect_str_eq(list[0].clause, "4.1");
	cr_expect_eq(list[0].rules, 2);
	cr_expect_eq(list[0].percent, 100);
	cr_expect_eq(list[0].light, STYLE_GOOD);
	/* two of three pass, however much the third finds */
	cr_expect_eq(list[1].passed, 2);
	cr_expect_eq(list[1].percent, 66);
	cr_expect_eq(list[1].light, STYLE_WARN);
	cr_expect_eq(list[2].percent, 33);
	cr_expect_eq(list[2].light, STYLE_BAD);
	/* amber by its figure, but a mandatory document is missing */
	cr_expect_eq(list[3].percent, 66);
	cr_expect_eq(list[3].light, STYLE_BAD);
	/* nothing to fail */
	cr_expect_eq(list[4].rules, 0);
	cr_expect_eq(list[4].percent, 100);
	cr_expect_eq(list[4].light, STYLE_GOOD);
	free(list);
	findings_release(&findings);
	for (i = 0; i < N; i++)
		check_release(&rule[i]);
}
