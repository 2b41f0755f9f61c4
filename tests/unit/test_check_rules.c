/*
 * Every rule of data/check finds what it is for, and is silent when that is
 * mended. tests/check-rules/<id>.txt tells how, one command a line; words as in a
 * shell, with "" around blanks:
 *
 *   add KIND field=value …    a record; code=X gives it a code of its own
 *   set CODE field=value …    in any order of its life
 *   put CODE field=value …    past the checks on saving, as an old file may have it
 *   archive CODE …
 *   today DATE                from here on
 *   fire [CODE …]             the rule finds these; without: something at all
 *   silent [CODE …]           the rule does not find these; without: nothing
 *   wait                      until the clock has moved on
 *
 * Each begins with a new file (the catalogues, an organisation), on 2026-11-22:
 * really one file for all, and what a script does is taken back. One that begins
 * with "# own file" gets one, and each of its commands is a change of its own.
 */
#include "config.h"

#include <dirent.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include <criterion/criterion.h>

#include "isms/app/app.h"
#include "isms/report/checks.h"
#include "isms/util/builtin.h"
#include "isms/util/date.h"
#include "isms/util/mem.h"

#define FOLDER "tests/check-rules"
#define OWN "# own file"

struct script {
	const struct check *check;
	const char *name; /* of the rule */
	long line;
	bool failed;
	int fired, silent;
};

static struct app app;
static struct err err;
static struct checks checks;
static char dir[PATH_MAX], file[PATH_MAX + 16];
static long first_day;

static void open_new(void)
{
	const char *tmp = getenv("TMPDIR");
	struct app_options options = {.file = file};

	setenv("XDG_CONFIG_HOME", "/nowhere", 1);
	first_day = options.today = date_from_civil(2026, 11, 22);
	snprintf(dir, sizeof(dir), "%s/rules.XXXXXX", tmp ? tmp : "/tmp");
	cr_assert(mkdtemp(dir));
	snprintf(file, sizeof(file), "%s/test.isms", dir);
	cr_assert(app_create(&app, &options, NULL, 5, &err), "%s", err_msg(&err));
	cr_assert(checks_load(&checks, NULL, &err), "%s", err_msg(&err));
}

static void close_it(void)
{
	checks_release(&checks);
	app_close(&app);
	err_release(&err);
	unlink(file);
	rmdir(dir);
}

static char *script_path(const char *id)
{
	return xasprintf("%s/" FOLDER "/%s.txt", getenv("ISMS_SRCDIR"), id);
}

/* ---- Words --------------------------------------------------------------- */

/* Splits a line at blanks outside of "". */
static void split(struct strv *words, const char *line)
{
	while (*line) {
		struct str word = STR_INIT;
		bool quoted = false;

		line += strspn(line, " \t\n");
		if (!*line)
			break;
		for (; *line && *line != '\n' && (quoted || (*line != ' ' && *line != '\t'));
		     line++) {
			if (*line == '"')
				quoted = !quoted;
			else
				str_addc(&word, *line);
		}
		strv_take(words, str_detach(&word));
	}
}

/* Tells where, and what went wrong. */
static void fail(struct script *script, const char *what, const char *why)
{
	script->failed = true;
	cr_expect(false, FOLDER "/%s.txt:%ld: %s: %s", script->name, script->line, what, why);
	err_release(&err);
}

/* ---- Records ------------------------------------------------------------- */

static bool assign(struct record *rec, const char *word)
{
	const char *equals = strchr(word, '=');
	char *name = xstrndup(word, equals ? (size_t)(equals - word) : 0);
	const struct field *field = kind_field(rec->kind, name);
	bool ok;

	if (equals && !strcmp(name, "code")) {
		free(rec->code);
		rec->code = xstrdup(equals + 1);
		ok = true;
	} else if (!field || field->flags & F_DERIVED) {
		ok = err_set(&err, ERR_USAGE, "%s has no field of '%s'", rec->kind->name, word);
	} else {
		ok = app_parse(&app, field, equals + 1, record_value(rec, name), &err);
	}
	free(name);
	return ok;
}

/* Saves rec with what the words say. The moves of its life are not looked at. */
static bool save(struct record *rec, const struct strv *words)
{
	bool ok = true;
	size_t i;

	for (i = 2; ok && i < words->n; i++)
		ok = assign(rec, words->v[i]);
	return ok && app_save(&app, rec, NULL, "test", NULL, &err) && app_refresh(&app, &err);
}

/* The same past record_check(). */
static bool force(struct record *rec, const struct strv *words)
{
	bool ok = true;
	size_t i;

	for (i = 2; ok && i < words->n; i++)
		ok = assign(rec, words->v[i]);
	return ok && store_begin(app.store, "test", &err) &&
	       store_update(app.store, rec, NULL, &err) && store_commit(app.store, NULL, &err);
}

static bool do_add(const struct strv *words)
{
	const struct kind *kind = kind_find(words->v[1]);
	struct record *rec;
	bool ok;

	if (!kind)
		return err_set(&err, ERR_USAGE, "no register '%s'", words->v[1]);
	rec = record_new(kind);
	record_defaults(&app.rules, rec);
	ok = save(rec, words);
	record_free(&rec);
	return ok;
}

typedef bool save_fn(struct record *rec, const struct strv *words);

static bool change(const struct strv *words, save_fn *how)
{
	struct record *rec = NULL;
	struct hit hit;
	bool ok = app_find(&app, words->v[1], &hit, &err) &&
		  store_get(app.store, hit.kind, hit.id, &rec, &err) && how(rec, words);

	record_free(&rec);
	return ok;
}

static bool do_archive(const struct strv *words)
{
	struct hit hit;
	bool ok = true;
	size_t i;

	for (i = 1; ok && i < words->n; i++)
		ok = app_find(&app, words->v[i], &hit, &err) &&
		     app_archive(&app, hit.kind, &hit.id, 1, true, NULL, &err);
	return ok;
}

static bool do_today(const struct strv *words)
{
	if (!date_parse_iso(words->v[1], &app.rules.today))
		return err_set(&err, ERR_USAGE, "no date");
	store_set_today(app.store, app.rules.today);
	return true;
}

/* ---- Rules --------------------------------------------------------------- */

static bool names(const struct findings *findings, const char *code)
{
	size_t i;

	for (i = 0; i < findings->n; i++)
		if (findings->v[i].code && !strcmp(findings->v[i].code, code))
			return true;
	return false;
}

/* Is every code that the words name found, or none of them? */
static bool expect(struct script *script, const struct strv *words, bool fire)
{
	const struct checks_choice choice = {.id = script->check->id, .severity = -1};
	struct findings findings;
	bool ok;
	size_t i;

	if (!checks_run(app.store, &checks, &choice, &findings, &err))
		return false;
	ok = !findings.faults.n || err_set(&err, ERR_FAILED, "%s", findings.faults.v[0]);
	if (ok && words->n == 1 && fire != (findings.n > 0))
		ok = err_set(&err, ERR_FAILED, "found %zu, first: %s %s", findings.n,
			     findings.n && findings.v[0].code ? findings.v[0].code : "",
			     findings.n ? findings.v[0].text : "");
	for (i = 1; ok && i < words->n; i++)
		if (names(&findings, words->v[i]) != fire)
			ok = err_set(&err, ERR_FAILED, "%s is%s among the %zu found", words->v[i],
				     fire ? " not" : "", findings.n);
	for (i = 0; ok && i < findings.n; i++)
		if (!*findings.v[i].text)
			ok = err_set(&err, ERR_FAILED, "a finding without text");
	findings_release(&findings);
	script->fired += fire;
	script->silent += !fire;
	return ok;
}

static bool run_line(struct script *script, const struct strv *words)
{
	const char *verb = words->v[0];

	if (!strcmp(verb, "fire") || !strcmp(verb, "silent"))
		return expect(script, words, *verb == 'f');
	if (!strcmp(verb, "wait"))
		return !nanosleep(&(struct timespec){.tv_nsec = 5000000}, NULL);
	if (words->n < 2)
		return err_set(&err, ERR_USAGE, "what?");
	if (!strcmp(verb, "add"))
		return do_add(words);
	if (!strcmp(verb, "set"))
		return change(words, save);
	if (!strcmp(verb, "put"))
		return change(words, force);
	if (!strcmp(verb, "archive"))
		return do_archive(words);
	if (!strcmp(verb, "today"))
		return do_today(words);
	return err_set(&err, ERR_USAGE, "no such command");
}

static void run_script(struct script *script, FILE *f)
{
	char *line = NULL;
	size_t size = 0;

	while (!script->failed && getline(&line, &size, f) >= 0) {
		struct strv words = STRV_INIT;

		script->line++;
		if (*line != '#')
			split(&words, line);
		if (words.n && !run_line(script, &words))
			fail(script, line, err_msg(&err));
		strv_release(&words);
	}
	free(line);
	if (!script->failed && (!script->fired || !script->silent))
		fail(script, script->name, "a rule fires once and is silent once");
}

/* In a transaction that is taken back: one file serves them all. */
static void run_here(struct script *script, FILE *f)
{
	cr_assert(store_begin(app.store, "test", &err), "%s", err_msg(&err));
	store_bulk(app.store);
	run_script(script, f);
	store_rollback(app.store);
	app.rules.today = first_day;
	store_set_today(app.store, first_day);
	cr_assert(app_refresh(&app, &err), "%s", err_msg(&err));
}

static void run_apart(struct script *script, FILE *f)
{
	char *path = xasprintf("%s.own", file);
	struct app_options options = {.file = path, .today = first_day};
	struct app shared = app;

	cr_assert(app_create(&app, &options, NULL, 5, &err), "%s", err_msg(&err));
	run_script(script, f);
	app_close(&app);
	unlink(path);
	app = shared;
	free(path);
}

static void test_rule(const struct check *check)
{
	struct script script = {.check = check, .name = check->id};
	char *path = script_path(check->id), first[sizeof(OWN)] = "";
	FILE *f = fopen(path, "r");

	if (!f) {
		fail(&script, path, "there is no such file");
	} else {
		bool own = fgets(first, sizeof(first), f) && !strcmp(first, OWN);

		rewind(f);
		(own ? run_apart : run_here)(&script, f);
		fclose(f);
	}
	free(path);
}

Test(check_rules, each_fires_and_is_silent, .init = open_new, .fini = close_it)
{
	const char *only = getenv("ISMS_RULE");
	size_t i;

	for (i = 0; i < checks.n; i++)
		if (!only || !strcmp(only, checks.v[i].id))
			test_rule(&checks.v[i]);
}

Test(check_rules, each_file_has_its_rule, .init = open_new, .fini = close_it)
{
	char *path = xasprintf("%s/" FOLDER, getenv("ISMS_SRCDIR"));
	struct dirent *entry;
	DIR *d = opendir(path);

	cr_assert(d);
	while ((entry = readdir(d))) {
		char *id = xstrdup(entry->d_name), *dot = strrchr(id, '.');

		if (dot)
			*dot = '\0';
		cr_expect(*entry->d_name == '.' || checks_find(&checks, id), "%s has no rule",
			  entry->d_name);
		free(id);
	}
	closedir(d);
	free(path);
}

/* ---- The demonstration ---------------------------------------------------- */

/* What data/demo/README tells of as deliberate. */
static const char *const deliberate[][2] = {
	{"acceptance-expired", "RA-0004"},
	{"acknowledgement-overdue", "ACK-0015"},
	{"acknowledgement-overdue", "ACK-0024"},
	{"action-stalled", "AC-0013"},
	{"action-stalled", "AC-0020"},
	{"answer-not-reviewed", "ANS-0007"},
	{"assignment-of-leaver", "ASG-0014"},
	{"attendance-overdue", "ATT-0015"},
	{"attendance-overdue", "ATT-0016"},
	{"audit-own-area", "AU-0004"},
	{"audit-step-own-area", "STP-0011"},
	{"benefit-not-seen", "BE-0004"},
	{"body-not-met", "BO-0004"},
	{"change-not-reassessed", "CH-0002"},
	{"change-overdue", "CH-0007"},
	{"change-without-plan", "CH-0005"},
	{"communication-overdue", "COM-0007"},
	{"competence-run-out", "PC-0003"},
	{"competence-run-out", "PC-0005"},
	{"concern-unanswered", "CN-0004"},
	{"control-check-overdue", "A.8.2"},
	{"decision-not-carried-out", "DEC-0007"},
	{"document-missing-control", "MD-0025"},
	{"document-missing-documents", "MD-0011"},
	{"document-review-overdue", "RUL-17"},
	{"document-two-published", "RUL-12"},
	{"document-without-version", "PLN-31"},
	{"finding-without-nonconformity", "FI-0005"},
	{"flow-unguarded", "FL-0010"},
	{"framework-not-assessed", "GDPR"},
	{"framework-not-met", "CRA-Art.14"},
	{"goal-without-objective", "BG-0004"},
	{"improvement-undecided", "IMP-0008"},
	{"incident-notice-late", "INC-0003"},
	{"incident-notice-overdue", "INC-0005"},
	{"issue-not-reviewed", "CI-0014"},
	{"legal-not-met", "REQ-0009"},
	{"legal-review-overdue", "LAW-0008"},
	{"maintenance-failed", "MNT-0006"},
	{"maintenance-late", "MNT-0006"},
	{"meeting-not-held", "MT-0010"},
	{"metric-without-result", "MET-0008"},
	{"milestone-overdue", "MS-0008"},
	{"nonconformity-effect-by-owner", "NC-0006"},
	{"nonconformity-similar-unchecked", "NC-0006"},
	{"nonconformity-without-cause", "NC-0003"},
	{"objective-incomplete", "OBJ-0007"},
	{"objective-overdue", "OBJ-0006"},
	{"party-review-overdue", "IP-0014"},
	{"party-without-requirement", "IP-0015"},
	{"process-without-link", "PR-0009"},
	{"process-without-owner", "PR-0009"},
	{"processing-abroad-unsafe", "PA-0006"},
	{"processing-dpia-open", "PA-0006"},
	{"processing-review-overdue", "PA-0004"},
	{"processing-without-basis", "PA-0006"},
	{"programme-clauses-missing", "AP-0001"},
	{"programme-controls-missing", "AP-0001"},
	{"questionnaire-late", "QN-0003"},
	{"regime-undecided", "RG-0005"},
	{"remark-open", "REM-0002"},
	{"remark-open", "REM-0004"},
	{"requirement-undecided", "REQ-0018"},
	{"resource-overdrawn", "RES-0003"},
	{"review-too-late-after", "REV-0002"},
	{"risk-control-excluded", "R-0018"},
	{"risk-current-above-inherent", "R-0035"},
	{"risk-effect-of-other-control", "RCO-0016"},
	{"risk-lower-for-no-reason", "R-0028"},
	{"risk-owner-left", "R-0016"},
	{"risk-target-above-residual", "R-0027"},
	{"role-vacant", "RO-0004"},
	{"role-vacant", "RO-0011"},
	{"scope-item-undecided", "SI-0007"},
	{"supplier-assessment-overdue", "SUP-0003"},
	{"supplier-not-assessed", "SUP-0008"},
	{"supplier-without-clauses", "SUP-0004"},
	{"supplier-without-clauses", "SUP-0006"},
	{"threat-note-reassess", "TN-0002"},
};

Test(check_rules, deliberate_faults_are_found, .init = open_new, .fini = close_it)
{
	char *path = xasprintf("%s.demo", file), *made = NULL;
	struct app_options options = {.file = path, .today = first_day};
	struct findings findings;
	struct app demo;
	size_t i, j;

	cr_assert(app_demo(&demo, &options, &made, &err), "%s", err_msg(&err));
	cr_assert(checks_run(demo.store, &checks, NULL, &findings, &err), "%s", err_msg(&err));
	for (i = 0; i < findings.faults.n; i++)
		cr_expect(false, "%s", findings.faults.v[i]);
	for (i = 0; i < sizeof(deliberate) / sizeof(deliberate[0]); i++) {
		for (j = 0; j < findings.n; j++)
			if (!strcmp(findings.v[j].check->id, deliberate[i][0]) &&
			    findings.v[j].code && !strcmp(findings.v[j].code, deliberate[i][1]))
				break;
		cr_expect_lt(j, findings.n, "%s does not find %s", deliberate[i][0],
			     deliberate[i][1]);
	}
	findings_release(&findings);
	app_close(&demo);
	unlink(path);
	free(made);
	free(path);
}

/* ---- Words of the rules ---------------------------------------------------- */

/* What is told reads well: a sentence, a question or sentence, a request. */
Test(check_rules, words_are_there, .init = open_new, .fini = close_it)
{
	size_t i;

	cr_expect_geq(checks.n, 80);
	for (i = 0; i < checks.n; i++) {
		const struct check *check = &checks.v[i];
		const char last = check->mend[strlen(check->mend) - 1];

		cr_expect(!strchr(check->what, '\n') && strlen(check->what) <= 90, "%s: what",
			  check->id);
		cr_expect_neq(check->what[strlen(check->what) - 1], '.', "%s: what", check->id);
		cr_expect_eq(last, '.', "%s: mend ends with a full stop", check->id);
		cr_expect(strchr(".?", check->auditor[strlen(check->auditor) - 1]), "%s: auditor",
			  check->id);
		cr_expect(strstr(check->sql, "archived") || strstr(check->sql, "organisation"),
			  "%s: what is archived does not count", check->id);
	}
}
