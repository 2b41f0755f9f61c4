/*
 * What could stand in place of the last of some words: for the shells' completion,
 * from the tables of commands, options, registers and fields, and the codes of
 * the file. One candidate a line, behind a tab what it is. Never an error: who is
 * typing has not asked for one.
 */
#include "config.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "isms/app/complete.h"
#include "isms/app/draft.h"
#include "isms/app/views.h"
#include "isms/model/kinds.h"
#include "isms/report/checks.h"
#include "isms/report/report.h"
#include "isms/util/i18n.h"
#include "isms/util/mem.h"
#include "isms/util/text.h"

#include "private.h"

#define CODES_MAX 200 /* more than anybody reads */

struct complete {
	struct cli *cli;
	const char *word;  /* the last word, as far as it is there */
	const char *typed; /* what of it is completed, behind "owner=", "code," */
	const struct command *command;
	const struct kind *kind; /* of the words before */
	long found;
};

/* ---- Candidates ---------------------------------------------------------- */

static void offer(struct complete *c, const char *word, const char *what)
{
	struct str line = STR_INIT, clean = STR_INIT;

	if (strncmp(word, c->typed, strlen(c->typed)))
		return;
	str_addn(&line, c->word, (size_t)(c->typed - c->word));
	str_add(&line, word);
	text_harmless(&clean, str_get(&line), line.len, HARMLESS_LINE);
	if (what) {
		str_addc(&clean, '\t');
		text_harmless(&clean, what, strlen(what), HARMLESS_LINE);
	}
	puts(str_get(&clean));
	str_release(&line);
	str_release(&clean);
	c->found++;
}

/* The shell knows files better. */
static void offer_files(struct complete *c)
{
	(void)c;
	puts(":files");
}

static void offer_commands(struct complete *c)
{
	size_t i;

	for (i = 0; i < CMD_COUNT; i++)
		if (commands[i].flags & CMD_CLI)
			offer(c, commands[i].name, _(commands[i].help));
}

static void offer_options(struct complete *c, const struct option *option)
{
	struct str word = STR_INIT;

	for (; option && option->name; option++) {
		str_clear(&word);
		str_addf(&word, "--%s", option->name);
		offer(c, str_get(&word), _(option->help));
	}
	str_release(&word);
}

static void offer_kinds(struct complete *c)
{
	size_t i;

	for (i = 0; kinds[i]; i++)
		offer(c, kinds[i]->name, _(kinds[i]->plural));
}

/* "a|b|c" */
static void offer_alternatives(struct complete *c, const char *words)
{
	struct strv list = STRV_INIT;
	size_t i;

	strv_split(&list, words, "|");
	for (i = 0; i < list.n; i++)
		offer(c, list.v[i], NULL);
	strv_release(&list);
}

static void offer_fields(struct complete *c, const char *after, unsigned without)
{
	struct str word = STR_INIT;
	size_t i;

	for (i = 0; c->kind && i < c->kind->nfields; i++) {
		const struct field *field = &c->kind->fields[i];

		str_clear(&word);
		str_addf(&word, "%s%s", field->name, after);
		if (!(field->flags & without))
			offer(c, str_get(&word), _(field->label));
	}
	str_release(&word);
}

static void offer_catalogues(struct complete *c)
{
	struct app_catalogue catalogue;
	size_t i;

	for (i = 0; app_catalogue_at(i, &catalogue); i++)
		offer(c, catalogue.name, _(catalogue.title));
}

static void offer_rules(struct complete *c, bool clauses)
{
	struct checks checks = {0};
	size_t i;

	if (checks_load(&checks, NULL, NULL))
		for (i = 0; i < checks.n; i++) {
			const char *clause = checks.v[i].clause;

			if (!clauses)
				offer(c, checks.v[i].id, checks.v[i].what);
			else if (!i || strcmp(clause, checks.v[i - 1].clause))
				offer(c, clause, NULL);
		}
	checks_release(&checks);
}

static void offer_reports(struct complete *c)
{
	struct reports reports = {0};
	size_t i;

	if (reports_load(&reports, NULL))
		for (i = 0; i < reports.n; i++)
			offer(c, reports.v[i].name, reports.v[i].title);
	reports_release(&reports);
}

/* The views that were kept: of the register, or of all. */
static void offer_views(struct complete *c)
{
	struct saved_views views = {0};
	size_t i;

	if (c->cli->app.store && app_views(&c->cli->app, c->kind, &views, NULL))
		for (i = 0; i < views.n; i++)
			offer(c, views.v[i].name, _(views.v[i].kind->plural));
	saved_views_release(&views);
}

static void offer_drafts(struct complete *c)
{
	struct draft **list = NULL;
	size_t n = 0, i;

	if (c->cli->app.store && app_drafts(&c->cli->app, true, &list, &n, NULL))
		for (i = 0; i < n; i++)
			offer(c, draft_id(list[i]), list[i]->title);
	app_drafts_free(&list, n);
}

static void offer_names(struct complete *c)
{
	const enum command_id id = c->command ? c->command->id : CMD_COUNT;

	if (id == CMD_CATALOGUE)
		offer_catalogues(c);
	else if (id == CMD_REPORT)
		offer_reports(c);
	else if (id == CMD_LIST || id == CMD_EXPORT || id == CMD_VIEWS)
		offer_views(c);
}

/* ---- Codes --------------------------------------------------------------- */

static bool offer_record(void *ctx, struct record **rec, struct err *err)
{
	struct complete *c = ctx;

	(void)err;
	if ((*rec)->code)
		offer(c, (*rec)->code, record_title(*rec));
	return c->found < CODES_MAX;
}

/* Does the word begin as codes of the kind do, as far as it is typed? */
static bool begins(const struct complete *c, const struct kind *kind)
{
	const size_t n = strcspn(c->typed, "-");

	return !strncmp(kind->prefix, c->typed, n) && (!c->typed[n] || !kind->prefix[n]);
}

static void offer_codes_of(struct complete *c, const struct kind *kind)
{
	const struct query query = {.kind = kind};
	bool *want = kind ? xcalloc(kind->nfields, sizeof(*want)) : NULL;

	if (!kind)
		return;
	want[0] = true;
	if (c->cli->app.store)
		store_each(c->cli->app.store, &query, want, offer_record, c, NULL);
	free(want);
}

/* "risk/R-0012" */
static void offer_codes_behind(struct complete *c, const char *slash)
{
	struct str name = STR_INIT;

	str_addn(&name, c->typed, (size_t)(slash - c->typed));
	c->typed = slash + 1;
	offer_codes_of(c, kind_find(str_get(&name)));
	str_release(&name);
}

/* A bare Tab would list the whole file: the prefixes come first. Codes of the standard
 * (A.8.1) have none. */
static void offer_codes(struct complete *c)
{
	const char *slash = strchr(c->typed, '/');
	size_t i;

	if (slash) {
		offer_codes_behind(c, slash);
		return;
	}
	for (i = 0; c->cli->app.store && kinds[i]; i++) {
		if (strchr(c->typed, '.') || (strchr(c->typed, '-') && begins(c, kinds[i])))
			offer_codes_of(c, kinds[i]);
		else if (!strchr(c->typed, '-') && begins(c, kinds[i])) {
			char *prefix = xasprintf("%s-", kinds[i]->prefix);

			offer(c, prefix, _(kinds[i]->plural));
			free(prefix);
		}
	}
}

/* ---- Values -------------------------------------------------------------- */

/* By number, which no language has words for. */
static void offer_steps(struct complete *c, enum scale scale)
{
	const struct method *method = &c->cli->app.rules.method;
	struct str label = STR_INIT;
	char number[12];
	int i;

	for (i = 1; i <= method->steps[scale]; i++) {
		str_clear(&label);
		scale_show(method, scale, i, &label);
		snprintf(number, sizeof(number), "%d", i);
		offer(c, number, str_get(&label));
	}
	str_release(&label);
}

static void offer_values(struct complete *c, const struct field *field)
{
	static const char *const days[] = {"today", "tomorrow", "+1w", "+1m", "+3m",
					   "eom",   "eoq",	"eoy", NULL};
	const struct choice *choice = field->choices;
	size_t i;

	for (; choice && choice->key; choice++)
		offer(c, choice->key, _(choice->label));
	if (field->type == FIELD_DATE)
		for (i = 0; days[i]; i++)
			offer(c, days[i], NULL);
	if (field->type == FIELD_BOOL)
		offer_alternatives(c, "yes|no");
	if (field->type == FIELD_SCALE)
		offer_steps(c, field->scale);
	if (field->ref)
		offer_codes_of(c, field->ref);
}

/* Of several with commas between them the last is completed. */
static void last_of_list(struct complete *c)
{
	const char *comma = strrchr(c->typed, ',');

	if (comma)
		c->typed = comma + 1;
}

/* "FIELD=VALUE", the field with its sign first; also "FIELD+=VALUE". */
static void offer_assignment(struct complete *c)
{
	const char *at = strchr(c->typed, '=');
	struct str name = STR_INIT;
	const struct field *field;

	if (!at) {
		offer_fields(c, "=", F_DERIVED);
		return;
	}
	str_addn(&name, c->typed, (size_t)(at - c->typed));
	if (name.len && strchr("+-", name.s[name.len - 1]))
		str_cut(&name, name.len - 1);   /* set controls+=A.5.1 */
	field = c->kind ? kind_field_find(c->kind, str_get(&name)) : NULL;
	c->typed = at + 1;
	if (field && (field->type == FIELD_REFS || field->type == FIELD_CHOICES))
		last_of_list(c);
	if (field)
		offer_values(c, field);
	str_release(&name);
}

/* As Tab does on the screen; what needs quotes is offered to who began one. */
static void offer_filter(struct complete *c)
{
	struct completion found;
	size_t i;

	if (!c->kind)
		return;
	app_complete_filter(&c->cli->app, c->kind, c->typed, &found);
	c->typed += found.from;
	for (i = 0; i < found.words.n; i++)
		offer(c, found.words.v[i], NULL);
	completion_release(&found);
}

/* "code,title,le": the last one; behind a '-' too, which turns an order round. */
static void offer_columns(struct complete *c)
{
	last_of_list(c);
	c->typed += strspn(c->typed, " ");
	c->typed += *c->typed == '-';
	offer(c, "code", _("Code"));
	offer_fields(c, "", 0);
}

/* ---- Which of them ------------------------------------------------------- */

/* What a word of a command's arguments, or of an option's, stands for. */
static void offer_word(struct complete *c, const char *word)
{
	if (!strcmp(word, "KIND"))
		offer_kinds(c);
	else if (!strcmp(word, "CODE") && c->command && c->command->id == CMD_REPORT)
		offer_codes_of(c, c->kind);
	else if (!strcmp(word, "CODE"))
		offer_codes(c);
	else if (!strcmp(word, "FIELD=VALUE"))
		offer_assignment(c);
	else if (!strcmp(word, "FILTER"))
		offer_filter(c);
	else if (!strcmp(word, "FIELDS"))
		offer_columns(c);
	else if (!strcmp(word, "COMMAND"))
		offer_commands(c);
	else if (!strcmp(word, "NAME"))
		offer_names(c);
	else if (!strcmp(word, "DRAFT"))
		offer_drafts(c);
	else if (!strcmp(word, "FIELD"))
		offer_fields(c, "", c->command && c->command->id == CMD_REVERT ? F_DERIVED : 0);
	else if (!strcmp(word, "RISK"))
		offer_codes_of(c, &kind_risk);
	else if (!strcmp(word, "CONTROL"))
		offer_codes_of(c, &kind_control);
	else if (!strcmp(word, "PERSON"))
		offer_codes_of(c, &kind_person);
	else if (!strcmp(word, "DATE"))
		offer_alternatives(c, "today|yesterday|-1w|-1m|-3m");
	else if (!strcmp(word, "RULE") || !strcmp(word, "CLAUSE"))
		offer_rules(c, *word == 'C');
	else if (strstr(word, "FILE") || !strcmp(word, "SCRIPT"))
		offer_files(c);
	else if (strchr(word, '|'))
		offer_alternatives(c, word);
}

/* Is the word the first of "A | B", which stand in one place? */
static bool either(const struct strv *words, size_t i)
{
	return i + 2 < words->n && !strcmp(words->v[i + 1], "|");
}

/* The word of "KIND FIELD=VALUE..." that stands at; the last goes on with "...". */
static void offer_argument(struct complete *c, int at)
{
	struct strv words = STRV_INIT;
	size_t i = 0;
	char *dots;

	strv_split(&words, c->command && c->command->args ? c->command->args : "", " []");
	while (i < words.n && at > 0 && !strstr(words.v[i], "...")) {
		i += either(&words, i) ? 3 : 1;
		at--;
	}
	if (i < words.n && words.v[i][0] != '-') {
		dots = strstr(words.v[i], "...");
		if (dots)
			*dots = '\0';
		offer_word(c, words.v[i]);
		if (either(&words, i))
			offer_word(c, words.v[i + 2]);
	}
	strv_release(&words);
}

/* word: "-f", "--file" or "--file=acme.isms" */
static const struct option *option_named(const struct option *option, const char *word)
{
	const bool letter = word[0] == '-' && word[1] && word[1] != '-' && !word[2];
	const size_t n = strcspn(word, "=");

	for (; option && option->name; option++)
		if (letter ? cli_letter(option->name) == word[1]
			   : n == strlen(option->name) + 2 && !strncmp(word, "--", 2) &&
				     !strncmp(word + 2, option->name, n - 2))
			break;
	return option && option->name ? option : NULL;
}

/* *value: what stands behind its '=', else NULL. */
static const struct option *option_of(const struct complete *c, const char *word,
				      const char **value)
{
	const struct option *own = c->command ? option_named(c->command->options, word) : NULL;
	const char *sign = strncmp(word, "--", 2) ? NULL : strchr(word, '=');

	*value = sign ? sign + 1 : NULL;
	return own ? own : option_named(global_options, word);
}

/* Is the last word an option with the beginning of its value? */
static const struct option *option_here(struct complete *c)
{
	const char *value;
	const struct option *option = option_of(c, c->word, &value);

	if (!option || !option->arg || !value)
		return NULL;
	c->typed = value;
	return option;
}

static void take_file(struct complete *c, const struct option *option, const char *value)
{
	if (option && value && !strcmp(option->name, "file"))
		c->cli->options.file = value;
}

/* The words before the last: which command, which file, which register. */
static const struct option *read_words(struct complete *c, char **words, int n, int *at)
{
	const struct option *waits = NULL; /* for its value */
	const char *value;
	int i;

	for (i = 0; i < n; i++) {
		if (waits) {
			take_file(c, waits, words[i]);
			waits = NULL;
		} else if (words[i][0] == '-' && words[i][1]) {
			waits = option_of(c, words[i], &value);
			take_file(c, waits, value);
			waits = waits && waits->arg && !value ? waits : NULL;
		} else if (!c->command) {
			c->command = command_find(words[i]);
		} else {
			if (!c->kind)
				c->kind = kind_find(words[i]);
			++*at;
		}
	}
	return waits;
}

/* The file may not be there, or be somebody else's: then there are no codes. */
static void open_quietly(struct complete *c)
{
	c->cli->options.read_only = true;
	if (!app_open(&c->cli->app, &c->cli->options, NULL))
		c->cli->app.store = NULL;
}

static const struct kind *kind_of_report(const char *name)
{
	struct reports reports = {0};
	const struct report *report =
		reports_load(&reports, NULL) ? reports_find(&reports, name) : NULL;
	const struct kind *kind = report ? kind_find(report->kind) : NULL;

	reports_release(&reports);
	return kind;
}

/* The register that is meant without being named: by the command, by the report, or,
 * as in set CODE …, by the record. */
static void kind_of_words(struct complete *c, char **words, int n)
{
	const enum command_id id = c->command ? c->command->id : CMD_COUNT;
	struct hit hit;

	if (id == CMD_PLAN)
		c->kind = &kind_risk;
	else if (id == CMD_SOA)
		c->kind = &kind_soa_entry;
	while (!c->kind && n-- > 1 && c->cli->app.store)
		if (id == CMD_REPORT)
			c->kind = kind_of_report(words[n]);
		else if (app_find(&c->cli->app, words[n], &hit, NULL))
			c->kind = hit.kind;
}

void complete_words(struct cli *cli, char **words, int n)
{
	struct complete c = {.cli = cli, .word = n ? words[n - 1] : ""};
	const struct option *waits;
	int at = 0;

	c.typed = c.word;
	waits = n ? read_words(&c, words, n - 1, &at) : NULL;
	if (!waits)
		waits = option_here(&c);
	open_quietly(&c);
	kind_of_words(&c, words, n - 1);
	if (waits)
		offer_word(&c, waits->arg);
	else if (c.typed[0] == '-') {
		offer_options(&c, c.command ? c.command->options : NULL);
		offer_options(&c, global_options);
	} else if (!c.command) {
		offer_commands(&c);
		offer_files(&c);
	} else {
		offer_argument(&c, at);
	}
	app_close(&cli->app);
}
