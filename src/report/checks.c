/* The rules: read, understood, put in order. */
#include "config.h"

#include "isms/report/checks.h"

#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "isms/util/ascii.h"
#include "isms/util/builtin.h"
#include "isms/util/i18n.h"
#include "isms/util/mem.h"
#include "isms/util/text.h"

#define FOLDER "check/"
#define SUFFIX ".sql"
#define FILE_MAX_BYTES (1L << 20) /* a rule longer than this is none */

const char *const severity_names[SEVERITY_COUNT] = {
	[SEVERITY_ERROR] = "error",
	[SEVERITY_WARNING] = "warning",
	[SEVERITY_HINT] = "hint",
};

/* ---- Clauses ------------------------------------------------------------- */

int clause_compare(const char *a, const char *b)
{
	while (*a && *b) {
		if (ascii_digit(*a) && ascii_digit(*b)) {
			char *ea, *eb;
			long x = strtol(a, &ea, 10), y = strtol(b, &eb, 10);

			if (x != y)
				return x < y ? -1 : 1;
			a = ea;
			b = eb;
		} else if (*a != *b) {
			/* digits before letters: the clauses before Annex A */
			return *a < *b ? -1 : 1;
		} else {
			a++;
			b++;
		}
	}
	return (*a != '\0') - (*b != '\0');
}

bool clause_within(const char *clause, const char *whole)
{
	const size_t n = strlen(whole);

	return !strncmp(clause, whole, n) && (!clause[n] || clause[n] == '.');
}

/* ---- One rule ------------------------------------------------------------ */

enum key {
	KEY_ID,
	KEY_CLAUSE,
	KEY_SEVERITY,
	KEY_KIND,
	KEY_WHAT,
	KEY_AUDITOR,
	KEY_MEND,
	KEY_FIELD,
	KEY_COUNT
};

static const char *const keys[KEY_COUNT] = {
	[KEY_ID] = "id",     [KEY_CLAUSE] = "clause", [KEY_SEVERITY] = "severity",
	[KEY_KIND] = "kind", [KEY_WHAT] = "what",     [KEY_AUDITOR] = "auditor",
	[KEY_MEND] = "mend", [KEY_FIELD] = "field",
};

/* What the head of a file says, and in which line. */
struct head {
	struct str value[KEY_COUNT];
	long line[KEY_COUNT]; /* 0: not there */
};

static bool add_line(struct head *head, int *last, const char *s, size_t n, long line,
		     struct err *err)
{
	const char *colon = memchr(s, ':', n);
	const size_t blanks = strspn(s, " \t");
	int i;

	if (blanks >= n)
		return true;
	if (blanks >= 2 && *last >= 0) {
		str_addc(&head->value[*last], ' ');
		str_addn(&head->value[*last], s + blanks, n - blanks);
		return true;
	}
	for (i = 0; colon && i < KEY_COUNT; i++) {
		const size_t len = strlen(keys[i]);

		if ((size_t)(colon - s) != blanks + len || strncmp(s + blanks, keys[i], len))
			continue;
		if (head->line[i])
			return err_set(err, ERR_INPUT, _("'%s' is there twice"), keys[i]);
		head->line[i] = line;
		str_addn(&head->value[i], colon + 1, n - (size_t)(colon + 1 - s));
		*last = i;
		return true;
	}
	return err_set(
		err, ERR_INPUT,
		_("the head has lines '-- id:', clause, severity, kind, what, auditor, mend, "
		  "field, not '%.*s'"),
		(int)(n - blanks), s + blanks);
}

/* Reads the comment lines at the top; *sql receives what stands below. */
static bool read_head(struct head *head, const char *text, const char **sql, long *line,
		      struct err *err)
{
	int last = -1, i;

	for (*line = 1; !strncmp(text, "--", 2); ++*line) {
		const size_t n = strcspn(text, "\n");

		if (!add_line(head, &last, text + 2, n - 2, *line, err))
			return false;
		text += n + (text[n] == '\n');
	}
	*sql = text;
	for (i = 0; i < KEY_COUNT; i++) {
		str_trim(&head->value[i]);
		if (!head->value[i].len && i != KEY_FIELD)
			return err_set(err, ERR_INPUT, _("'-- %s:' is missing"), keys[i]);
	}
	return true;
}

static bool find_severity(const char *name, enum severity *severity, struct err *err)
{
	int i;

	for (i = 0; i < SEVERITY_COUNT; i++) {
		if (!str_equal(severity_names[i], name))
			continue;
		*severity = (enum severity)i;
		return true;
	}
	return err_set(err, ERR_INPUT, _("severity is error, warning or hint, not '%s'"), name);
}

static bool is_clause(const char *clause)
{
	const char *p = clause[0] == 'A' && clause[1] == '.' ? clause + 2 : clause;

	return ascii_digit(*p) && p[strspn(p, "0123456789.")] == '\0';
}

/* The values of the head, each with its line when it is wrong. */
static bool take_head(struct check *check, const char *id, const struct head *head, long *line,
		      struct err *err)
{
	const char *kind = str_get(&head->value[KEY_KIND]);
	const char *field = str_get(&head->value[KEY_FIELD]);

	*line = head->line[KEY_ID];
	if (strcmp(str_get(&head->value[KEY_ID]), id))
		return err_set(err, ERR_INPUT, _("the id is '%s', as the file is called"), id);
	*line = head->line[KEY_CLAUSE];
	if (!is_clause(str_get(&head->value[KEY_CLAUSE])))
		return err_set(err, ERR_INPUT, _("'%s' is no clause, such as 6.1.2 or A.5.9"),
			       str_get(&head->value[KEY_CLAUSE]));
	*line = head->line[KEY_SEVERITY];
	if (!find_severity(str_get(&head->value[KEY_SEVERITY]), &check->severity, err))
		return false;
	*line = head->line[KEY_KIND];
	check->kind = kind_find(kind);
	if (!check->kind)
		return err_set(err, ERR_INPUT, _("unknown register '%s'; see 'isms kinds'"), kind);
	*line = head->line[KEY_FIELD];
	check->field = *field ? kind_field(check->kind, field) : NULL;
	return !*field || check->field || kind_no_field(check->kind, field, NULL, err);
}

/* The SELECT stands inside another: without the ';' at its end. */
static char *take_sql(const char *text)
{
	struct str sql = STR_INIT;

	str_add(&sql, text);
	str_trim(&sql);
	while (sql.len && sql.s[sql.len - 1] == ';') {
		str_cut(&sql, sql.len - 1);
		str_trim(&sql);
	}
	return str_detach(&sql);
}

bool check_parse(struct check *check, const char *id, const char *text, long *line, struct err *err)
{
	struct head head;
	const char *sql = NULL;
	bool ok;
	int i;

	memset(check, 0, sizeof(*check));
	memset(&head, 0, sizeof(head));
	*line = 1;
	ok = text_valid(text, strlen(text)) || err_set(err, ERR_INPUT, _("it is not UTF-8"));
	ok = ok && read_head(&head, text, &sql, line, err) &&
	     take_head(check, id, &head, line, err);
	if (ok) {
		check->id = xstrdup(id);
		check->clause = str_detach(&head.value[KEY_CLAUSE]);
		check->what = str_detach(&head.value[KEY_WHAT]);
		check->auditor = str_detach(&head.value[KEY_AUDITOR]);
		check->mend = str_detach(&head.value[KEY_MEND]);
		check->sql = take_sql(sql);
	}
	for (i = 0; i < KEY_COUNT; i++)
		str_release(&head.value[i]);
	return ok;
}

void check_release(struct check *check)
{
	free(check->id);
	free(check->clause);
	free(check->what);
	free(check->auditor);
	free(check->mend);
	free(check->sql);
	memset(check, 0, sizeof(*check));
}

/* ---- All rules ----------------------------------------------------------- */

/* Takes check; one with the same id gives way. */
static void take(struct checks *checks, struct check *check)
{
	size_t i;

	for (i = 0; i < checks->n; i++) {
		if (strcmp(checks->v[i].id, check->id))
			continue;
		check_release(&checks->v[i]);
		checks->v[i] = *check;
		return;
	}
	checks->v = xrealloc(checks->v, checks->n + 1, sizeof(*checks->v));
	checks->v[checks->n++] = *check;
}

/* "x" of "x.sql"; NULL when it ends otherwise. Caller frees. */
static char *rule_id(const char *name)
{
	const size_t n = strlen(name), suffix = strlen(SUFFIX);

	if (n <= suffix || strcmp(name + n - suffix, SUFFIX) || name[0] == '.')
		return NULL;
	return xstrndup(name, n - suffix);
}

static bool load_builtin(struct checks *checks, struct err *err)
{
	const struct builtin *file;
	bool ok = true;

	for (file = builtin_files; ok && file->name; file++) {
		struct check check;
		long line = 0;
		char *id;

		if (strncmp(file->name, FOLDER, strlen(FOLDER)))
			continue;
		id = rule_id(file->name + strlen(FOLDER));
		ok = id && check_parse(&check, id, (const char *)file->data, &line, err);
		if (ok)
			take(checks, &check);
		else
			err_prefix(err, "%s:%ld: ", file->name, line);
		free(id);
	}
	return ok;
}

/* The folder of the user's own rules, or NULL. By the XDG specification a relative
 * path is not valid and is passed over. Caller frees. */
static char *own_folder(void)
{
	const char *config = getenv("XDG_CONFIG_HOME"), *home = getenv("HOME");

	if (config && *config == '/')
		return xasprintf("%s/isms/check", config);
	return home && *home ? xasprintf("%s/.config/isms/check", home) : NULL;
}

static bool read_file(const char *path, struct str *text, struct err *err)
{
	struct stat st;
	char buf[4096];
	FILE *f = NULL;
	size_t n;
	bool ok;

	/* a FIFO would be waited for */
	if (stat(path, &st))
		return err_set(err, ERR_INPUT, "%s", strerror(errno));
	if (!S_ISREG(st.st_mode) || st.st_size > FILE_MAX_BYTES)
		return err_set(err, ERR_INPUT, _("it is not a file, or longer than 1 MB"));
	f = fopen(path, "r");
	if (!f)
		return err_set(err, ERR_INPUT, "%s", strerror(errno));
	while ((n = fread(buf, 1, sizeof(buf), f)) > 0)
		str_addn(text, buf, n);
	ok = !ferror(f) || err_set(err, ERR_INPUT, "%s", strerror(errno));
	fclose(f);
	if (ok && strlen(str_get(text)) != text->len)
		ok = err_set(err, ERR_INPUT, _("it is not a text"));
	return ok;
}

static void load_own(struct checks *checks, const char *folder, const char *name,
		     struct strv *notes)
{
	char *id = rule_id(name), *path = xasprintf("%s/%s", folder, name);
	struct err err = ERR_INIT;
	struct str text = STR_INIT;
	struct check check;
	long line = 0;

	if (!id)
		goto out;
	if (read_file(path, &text, &err) && check_parse(&check, id, str_get(&text), &line, &err)) {
		check.own = true;
		take(checks, &check);
	} else if (notes) {
		strv_take(notes, line ? xasprintf("%s:%ld: %s", path, line, err_msg(&err))
				      : xasprintf("%s: %s", path, err_msg(&err)));
	}
out:
	err_release(&err);
	str_release(&text);
	free(path);
	free(id);
}

static void load_folder(struct checks *checks, struct strv *notes)
{
	char *folder = own_folder();
	struct dirent **entries = NULL;
	int i, n = folder ? scandir(folder, &entries, NULL, alphasort) : 0;

	for (i = 0; i < n; i++) {
		load_own(checks, folder, entries[i]->d_name, notes);
		free(entries[i]);
	}
	free(entries);
	free(folder);
}

static int compare_checks(const void *a, const void *b)
{
	const struct check *x = a, *y = b;
	const int order = clause_compare(x->clause, y->clause);

	return order ? order : strcmp(x->id, y->id);
}

bool checks_load(struct checks *checks, struct strv *notes, struct err *err)
{
	memset(checks, 0, sizeof(*checks));
	if (!load_builtin(checks, err)) {
		checks_release(checks);
		return false;
	}
	load_folder(checks, notes);
	if (checks->n)
		qsort(checks->v, checks->n, sizeof(*checks->v), compare_checks);
	return true;
}

void checks_release(struct checks *checks)
{
	size_t i;

	for (i = 0; i < checks->n; i++)
		check_release(&checks->v[i]);
	free(checks->v);
	memset(checks, 0, sizeof(*checks));
}

const struct check *checks_find(const struct checks *checks, const char *id)
{
	size_t i;

	for (i = 0; i < checks->n; i++)
		if (!strcmp(checks->v[i].id, id))
			return &checks->v[i];
	return NULL;
}
