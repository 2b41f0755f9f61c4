/* isms check */
#include "config.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "isms/report/checks.h"
#include "isms/util/i18n.h"
#include "isms/util/mem.h"
#include "isms/util/near.h"

#include "private.h"

#define INDENT 4     /* cells before what is found */
#define FEW 5	     /* records of one rule that are listed unless all are wanted */

/* ---- Which rules --------------------------------------------------------- */

static bool choose_severity(const struct cli *cli, int *severity, struct err *err)
{
	const char *name = cli_option(cli, "severity");

	*severity = -1;
	if (!name)
		return true;
	for (*severity = 0; *severity < SEVERITY_COUNT; ++*severity)
		if (!strcmp(severity_names[*severity], name))
			return true;
	return err_set(err, ERR_USAGE, _("unknown severity '%s': there are error, warning, hint"),
		       name);
}

static bool unknown_rule(const struct checks *checks, const char *id, struct err *err)
{
	struct str hint = STR_INIT;
	struct near near;
	size_t i;

	near_init(&near, id);
	for (i = 0; i < checks->n; i++)
		near_try(&near, checks->v[i].id);
	near_hint(&near, &hint);
	if (!hint.len)
		str_add(&hint, _("; see 'isms check --list'"));
	err_set(err, ERR_USAGE, _("unknown rule '%s'%s"), id, str_get(&hint));
	str_release(&hint);
	near_release(&near);
	return false;
}

static bool has_clause(const struct checks *checks, const char *clause)
{
	size_t i;

	for (i = 0; i < checks->n; i++)
		if (clause_within(checks->v[i].clause, clause))
			return true;
	return false;
}

static bool choose(const struct cli *cli, const struct checks *checks, struct checks_choice *choice,
		   struct err *err)
{
	choice->clause = cli_option(cli, "clause");
	choice->id = cli_option(cli, "id");
	if (choice->id && !checks_find(checks, choice->id))
		return unknown_rule(checks, choice->id, err);
	if (choice->clause && !has_clause(checks, choice->clause))
		return err_set(err, ERR_USAGE, _("no rule of clause '%s'; see 'isms check --list'"),
			       choice->clause);
	return choose_severity(cli, &choice->severity, err);
}

static bool in_choice(const struct check *check, const struct checks_choice *choice)
{
	return (!choice->clause || clause_within(check->clause, choice->clause)) &&
	       (!choice->id || !strcmp(check->id, choice->id)) &&
	       (choice->severity < 0 || (int)check->severity == choice->severity);
}

/* ---- As rows ------------------------------------------------------------- */

static void list_rules(const struct checks *checks, const struct checks_choice *choice,
		       enum format format)
{
	const struct rows_column columns[] = {
		{"clause", _("Clause"), ROWS_WHOLE},	 {"severity", _("Severity"), ROWS_WHOLE},
		{"rule", _("Rule"), ROWS_WHOLE},	 {"kind", _("Register"), ROWS_TEXT},
		{"what", _("What is wrong"), ROWS_TEXT}, {"from", _("From"), ROWS_WHOLE},
	};
	struct rows *rows = rows_begin(format, columns, sizeof(columns) / sizeof(columns[0]));
	size_t i;

	for (i = 0; i < checks->n; i++) {
		const struct check *check = &checks->v[i];
		const char *const cells[] = {
			check->clause, severity_names[check->severity],
			check->id,     check->kind->name,
			check->what,   check->own ? "own" : "isms",
		};

		if (in_choice(check, choice))
			rows_add(rows, cells);
	}
	rows_end(&rows);
}

static void show_rows(const struct findings *findings, enum format format)
{
	const struct rows_column columns[] = {
		{"rule", "rule", ROWS_WHOLE},	      {"clause", "clause", ROWS_WHOLE},
		{"severity", "severity", ROWS_WHOLE}, {"kind", "kind", ROWS_WHOLE},
		{"code", "code", ROWS_WHOLE},	      {"what", "what", ROWS_TEXT},
		{"text", "text", ROWS_TEXT},	      {"auditor", "auditor", ROWS_TEXT},
		{"mend", "mend", ROWS_TEXT},
	};
	struct rows *rows = rows_begin(format, columns, sizeof(columns) / sizeof(columns[0]));
	size_t i;

	for (i = 0; i < findings->n; i++) {
		const struct found *found = &findings->v[i];
		const struct check *check = found->check;
		const char *const cells[] = {
			check->id,	   check->clause,  severity_names[check->severity],
			check->kind->name, found->code,	   check->what,
			found->text,	   check->auditor, check->mend,
		};

		rows_add(rows, cells);
	}
	rows_end(&rows);
}

/* ---- For people ---------------------------------------------------------- */

/* What one rule found: n from found. One more than few is not worth the hint. */
static void show_check(const struct found *found, size_t n, bool all)
{
	const size_t shown = all || n <= FEW + 1 ? n : FEW;
	const struct check *check = found->check;
	struct str head = STR_INIT;
	size_t i;

	str_addf(&head, "%s  ", severity_names[check->severity]);
	out_paragraph(2, str_get(&head), check->what);
	for (i = 0; i < shown; i++) {
		str_clear(&head);
		if (found[i].code)
			str_addf(&head, "%s  ", found[i].code);
		out_paragraph(INDENT, str_get(&head), found[i].text);
	}
	str_clear(&head);
	str_addf(&head, _("and %zu more; --all lists them"), n - shown);
	if (shown < n)
		out_paragraph(INDENT, "", str_get(&head));
	out_paragraph(INDENT, _("An auditor: "), check->auditor);
	out_paragraph(INDENT, _("What to do: "), check->mend);
	str_clear(&head);
	str_addf(&head, "[%s]", check->id);
	out_paragraph(INDENT, "", str_get(&head));
	str_release(&head);
}

static size_t silent_rules(const struct findings *findings)
{
	size_t i, n = findings->nasked;

	for (i = 0; i < findings->n; i++)
		if (!i || findings->v[i].check != findings->v[i - 1].check)
			n--;
	return n;
}

static void summary(const struct findings *findings)
{
	const long *count = findings->count;
	struct str line = STR_INIT;

	str_addf(&line,
		 ngettext("%ld error, ", "%ld errors, ", (unsigned long)count[SEVERITY_ERROR]),
		 count[SEVERITY_ERROR]);
	str_addf(&line,
		 ngettext("%ld warning, ", "%ld warnings, ",
			  (unsigned long)count[SEVERITY_WARNING]),
		 count[SEVERITY_WARNING]);
	str_addf(&line, ngettext("%ld hint", "%ld hints", (unsigned long)count[SEVERITY_HINT]),
		 count[SEVERITY_HINT]);
	str_addf(&line,
		 ngettext("; %zu of %zu rule finds nothing", "; %zu of %zu rules find nothing",
			  findings->nasked),
		 silent_rules(findings), findings->nasked);
	out_line(str_get(&line));
	str_release(&line);
}

static void show_table(const struct findings *findings, bool all)
{
	const char *clause = NULL;
	size_t i, n;

	for (i = 0; i < findings->n; i += n) {
		const struct found *found = &findings->v[i];

		for (n = 1; i + n < findings->n && found[n].check == found->check; n++)
			;
		if (!clause || strcmp(clause, found->check->clause)) {
			if (clause)
				putchar('\n');
			clause = found->check->clause;
			out_line(clause);
		}
		show_check(found, n, all);
	}
	if (findings->n)
		putchar('\n');
	summary(findings);
}

static bool run_rules(struct cli *cli, const struct checks *checks,
		      const struct checks_choice *choice, enum format format, struct err *err)
{
	struct findings findings;
	bool ok;
	size_t i;

	if (!checks_run(cli->app.store, checks, choice, &findings, err))
		return false;
	for (i = 0; i < findings.faults.n; i++)
		out_say(_("rule left out: %s"), findings.faults.v[i]);
	if (format == FORMAT_TABLE)
		show_table(&findings, cli_option(cli, "all") || choice->id);
	else
		show_rows(&findings, format);
	/* the result says it all: no message besides the exit status */
	ok = !findings.count[SEVERITY_ERROR] || err_set(err, ERR_FOUND, "%s", "");
	findings_release(&findings);
	return ok;
}

bool cmd_check(struct cli *cli, struct err *err)
{
	struct checks_choice choice = {.severity = -1};
	struct strv notes = STRV_INIT;
	struct checks checks;
	enum format format;
	bool ok;
	size_t i;

	if (!cli_words_max(cli, 0, err) || !cli_format(cli, FORMAT_TABLE, &format, err) ||
	    !checks_load(&checks, &notes, err))
		return false;
	for (i = 0; i < notes.n; i++)
		out_say(_("rule left out: %s"), notes.v[i]);
	strv_release(&notes);
	ok = choose(cli, &checks, &choice, err);
	if (ok && cli_option(cli, "list"))
		list_rules(&checks, &choice, format);
	else if (ok)
		ok = run_rules(cli, &checks, &choice, format, err);
	checks_release(&checks);
	return ok;
}
