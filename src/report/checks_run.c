/* The rules asked, and what the answers say of each clause. */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "isms/report/checks.h"
#include "isms/util/i18n.h"
#include "isms/util/mem.h"

#define MISSING "document-missing" /* begins the ids of rules for mandatory documents */

struct asking {
	const struct check *check;
	struct findings *findings;
};

/* The columns of question(): id, text, code. */
enum { COLUMN_ID, COLUMN_TEXT, COLUMN_CODE, COLUMNS };

static bool take_row(void *ctx, size_t n, const char *const *names, const char *const *texts,
		     struct err *err)
{
	const struct asking *asking = ctx;
	struct findings *findings = asking->findings;
	struct found *found;

	(void)n;
	(void)names;
	(void)err;
	findings->v = xgrow(findings->v, findings->n, &findings->cap, sizeof(*findings->v));
	found = &findings->v[findings->n++];
	memset(found, 0, sizeof(*found));
	found->check = asking->check;
	found->id = texts[COLUMN_ID] ? strtoll(texts[COLUMN_ID], NULL, 10) : 0;
	found->text = xstrdup(texts[COLUMN_TEXT] ? texts[COLUMN_TEXT] : "");
	found->code = texts[COLUMN_CODE] ? xstrdup(texts[COLUMN_CODE]) : NULL;
	findings->count[asking->check->severity]++;
	return true;
}

/* The rule's own SELECT, and what it found with the code of the record. The rule is asked
 * by itself: flattened into the rest, SQLite computes what it tells once more for the order
 * and reads the register by the wrong index. */
static char *question(const struct check *check)
{
	return xasprintf("WITH f AS MATERIALIZED (\n%s\n) SELECT f.id,f.text,k.code FROM f "
			 "LEFT JOIN %s k ON k.id=f.id ORDER BY f.id IS NULL,f.id,f.text",
			 check->sql, check->kind->name);
}

/* Takes back what a rule has found before it failed. */
static void cut(struct findings *findings, size_t n)
{
	while (findings->n > n) {
		struct found *last = &findings->v[--findings->n];

		findings->count[last->check->severity]--;
		free(last->code);
		free(last->text);
	}
}

/* A rule that cannot be asked is told and the others go on; when the file cannot
 * be read, or somebody cancels, none can be asked. */
static bool ask(struct store *store, const struct check *check, struct findings *findings,
		struct err *err)
{
	struct asking asking = {check, findings};
	const size_t before = findings->n;
	struct err why = ERR_INIT;
	char *sql = question(check);
	bool ok = true;

	if (store_ask(store, sql, NULL, 0, take_row, &asking, &why)) {
		findings->asked[findings->nasked++] = check;
	} else if (why.kind == ERR_FILE || why.kind == ERR_CANCELLED) {
		err_move(err, &why);
		ok = false;
	} else {
		cut(findings, before);
		strv_take(&findings->faults, xasprintf("%s: %s", check->id, err_msg(&why)));
	}
	err_release(&why);
	free(sql);
	return ok;
}

static bool chosen(const struct check *check, const struct checks_choice *choice)
{
	if (!choice)
		return true;
	if (choice->clause && !clause_within(check->clause, choice->clause))
		return false;
	if (choice->id && strcmp(check->id, choice->id))
		return false;
	return choice->severity < 0 || choice->severity == (int)check->severity;
}

bool checks_run(struct store *store, const struct checks *checks,
		const struct checks_choice *choice, struct findings *findings, struct err *err)
{
	bool ok;
	size_t i;

	memset(findings, 0, sizeof(*findings));
	ok = store_look_begin(store, err);
	findings->asked = xcalloc(checks->n, sizeof(*findings->asked));
	for (i = 0; ok && i < checks->n; i++) {
		store_watch_at(store, (long)i, (long)checks->n);
		if (chosen(&checks->v[i], choice))
			ok = ask(store, &checks->v[i], findings, err);
	}
	store_look_end(store);
	if (!ok)
		findings_release(findings);
	return ok;
}

void findings_release(struct findings *findings)
{
	size_t i;

	for (i = 0; i < findings->n; i++) {
		free(findings->v[i].code);
		free(findings->v[i].text);
	}
	free(findings->v);
	free(findings->asked);
	strv_release(&findings->faults);
	memset(findings, 0, sizeof(*findings));
}

/* ---- Readiness ----------------------------------------------------------- */

static struct readiness *of_clause(struct readiness **list, size_t *n, const char *clause)
{
	struct readiness *last = *n ? &(*list)[*n - 1] : NULL;

	if (last && !strcmp(last->clause, clause))
		return last;
	*list = xrealloc(*list, *n + 1, sizeof(**list));
	last = &(*list)[(*n)++];
	memset(last, 0, sizeof(*last));
	last->clause = clause;
	return last;
}

void readiness_add(struct readiness *r, const struct check *check, size_t found)
{
	if (check->severity == SEVERITY_HINT)
		return;
	r->rules++;
	r->passed += !found;
	if (found && !strncmp(check->id, MISSING, strlen(MISSING)))
		r->missing = true;
}

void readiness_judge(struct readiness *r)
{
	r->percent = r->rules ? 100 * r->passed / r->rules : 100;
	r->light = r->missing || r->percent < 50 ? STYLE_BAD
		   : r->percent < 100		 ? STYLE_WARN
						 : STYLE_GOOD;
}

const char *readiness_word(const struct readiness *readiness)
{
	return readiness->missing		 ? _("red, document missing")
	       : readiness->light == STYLE_BAD	 ? _("red")
	       : readiness->light == STYLE_WARN ? _("amber")
						 : _("green");
}

void checks_readiness(const struct findings *findings, struct readiness **list, size_t *n)
{
	size_t i, at = 0;

	*list = NULL;
	*n = 0;
	for (i = 0; i < findings->nasked; i++) {
		const struct check *check = findings->asked[i];
		struct readiness *r = of_clause(list, n, check->clause);
		size_t found = 0;

		for (; at < findings->n && findings->v[at].check == check; at++)
			found++;
		readiness_add(r, check, found);
	}
	for (i = 0; i < *n; i++)
		readiness_judge(&(*list)[i]);
}
