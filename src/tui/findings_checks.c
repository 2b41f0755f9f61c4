/* What the checks of the ISMS find, clause by clause with its readiness. */
#include "config.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "findings.h"
#include "isms/report/checks.h"
#include "isms/util/i18n.h"
#include "isms/util/mem.h"

/* What one rule finds more often than this is one line, until it is opened. */
#define FEW 3

struct checks_data {
	char *clause; /* owned; NULL: all */
	struct checks checks;
	struct findings findings;
	struct readiness *list;
	size_t n;
};

static const unsigned severity_looks[] = {LOOK_BAD, LOOK_WARN, LOOK_PLAIN};

/* What the rule has to say goes below the list. */
static void say(struct line *line, const struct check *check)
{
	line->head = xstrdup(check->what);
	line->auditor = xstrdup(check->auditor);
	line->mend = xstrdup(check->mend);
}

/* What a rule is about, with how often it was found. */
static void add_rule(struct finding_pane *p, const struct check *check, size_t times)
{
	static const char sign[] = {'!', '-', '?'};
	bool folds = times > FEW, open = folds && finding_is_open(p, check->id);
	struct line *line = finding_line(p, xasprintf(" %c %s", sign[check->severity], check->what),
					 xasprintf("%zu%s", times,
						   !folds ? ""
						   : open ? " -"
							  : " +"),
					 severity_looks[check->severity]);

	line->kind = check->kind;
	line->fold = folds ? xstrdup(check->id) : NULL;
	say(line, check);
}

static void add_found(struct finding_pane *p, const struct found *found)
{
	struct line *line = finding_line(p,
					 xasprintf("     %s%s%s", found->code ? found->code : "",
						   found->code ? " " : "", found->text),
					 NULL, LOOK_PLAIN);

	line->kind = found->check->kind;
	line->id = found->id;
	say(line, found->check);
}

static void add_rules_found(struct finding_pane *p, const struct readiness *r,
			    const struct findings *findings, enum severity severity)
{
	for (size_t i = 0, same; i < findings->n; i += same) {
		const struct check *check = findings->v[i].check;

		for (same = 1; i + same < findings->n && findings->v[i + same].check == check;
		     same++)
			;
		if (check->severity != severity || strcmp(check->clause, r->clause) != 0)
			continue;
		add_rule(p, check, same);
		for (size_t j = 0; j < same && (same <= FEW || finding_is_open(p, check->id)); j++)
			add_found(p, &findings->v[i + j]);
	}
}

static bool found_by(const struct findings *findings, const struct check *check)
{
	size_t i = 0;

	while (i < findings->n && findings->v[i].check != check)
		i++;
	return i < findings->n;
}

/* What was asked too, and holds: it is what the per cent come from. */
static void add_rules_passed(struct finding_pane *p, const struct readiness *r,
			     const struct findings *findings)
{
	bool first = true;

	for (size_t i = 0; i < findings->nasked; i++) {
		const struct check *check = findings->asked[i];
		struct line *line;

		if (strcmp(check->clause, r->clause) != 0 || found_by(findings, check))
			continue;
		if (first)
			finding_line(p, xstrdup(_("   Asked too, and nothing found:")), NULL,
				     LOOK_DIM);
		first = false;
		line = finding_line(p, xasprintf("   %s", check->what), xstrdup(_("none")),
				    LOOK_GOOD);
		line->kind = check->kind;
		say(line, check);
	}
}

static void lines(struct tui *tui, struct finding_pane *p)
{
	const struct checks_data *data = p->data;
	const long *count = data->findings.count;
	size_t ready = 0;

	(void)tui;
	for (size_t i = 0; i < data->n; i++) {
		const struct readiness *r = &data->list[i];

		finding_line(p, xasprintf("%s", r->clause),
			     xasprintf(_("%d %% %s, %d of %d rules"), r->percent, readiness_word(r),
				       r->passed, r->rules),
			     (unsigned)draw_style(r->light));
		for (int severity = 0; severity < SEVERITY_COUNT; severity++)
			add_rules_found(p, r, &data->findings, (enum severity)severity);
		if (data->clause)
			add_rules_passed(p, r, &data->findings);
		ready += r->percent == 100;
	}
	p->summary =
		xasprintf(_("%s%s%zu of %zu clauses ready; %ld errors, %ld warnings, %ld hints"),
			  data->clause ? data->clause : "", data->clause ? ", " : "", ready,
			  data->n, count[SEVERITY_ERROR], count[SEVERITY_WARNING],
			  count[SEVERITY_HINT]);
}

static void forget(struct checks_data *data)
{
	free(data->list);
	data->list = NULL;
	data->n = 0;
	findings_release(&data->findings);
}

static bool read_checks(struct tui *tui, struct finding_pane *p, struct err *err)
{
	struct checks_data *data = p->data;
	const struct checks_choice choice = {data->clause, NULL, -1};
	struct findings findings = {0};
	bool ok = (data->checks.n || checks_load(&data->checks, NULL, err)) &&
		  checks_run(tui->app->store, &data->checks, &choice, &findings, err);

	if (ok) {
		forget(data);
		data->findings = findings;
		checks_readiness(&data->findings, &data->list, &data->n);
	}
	return ok;
}

static void close_checks(struct finding_pane *p)
{
	struct checks_data *data = p->data;

	forget(data);
	checks_release(&data->checks);
	free(data->clause);
	free(data);
}

static const struct lines_ops ops = {
	.name = N_("Checks"),
	.empty = N_("The checks find nothing."),
	.detail = true,
	.read = read_checks,
	.lines = lines,
	.close = close_checks,
};

struct view *checks_view(struct tui *tui, const char *clause)
{
	struct checks_data *data = xcalloc(1, sizeof(*data));

	data->clause = clause ? xstrdup(clause) : NULL;
	return finding_view(tui, &ops, data);
}
