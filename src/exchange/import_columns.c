#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "import_private.h"
#include "isms/util/i18n.h"
#include "isms/util/mem.h"

#define VARIANTS 3 /* ways to read one header cell */
#define CANDIDATES 16

/* How good a match is; what the user said is best. */
enum rank {
	RANK_HAND,
	RANK_REMEMBERED,
	RANK_NAME,
	RANK_LABEL,
	RANK_WORDS,
	RANK_GUESS,
	RANK_STEP = 8 /* worse by this for each part of the header left out */
};

static const char *const rank_how[] = {
	[RANK_HAND] = N_("by hand"), [RANK_REMEMBERED] = N_("remembered"),
	[RANK_NAME] = N_("name"),    [RANK_LABEL] = N_("label"),
	[RANK_WORDS] = N_("words"),  [RANK_GUESS] = N_("words"),
};

struct candidate {
	enum target target;
	const struct field *field;
	int rank;
	bool beside;
};

struct candidates {
	struct candidate v[CANDIDATES];
	size_t n;
};

/* A column of the record's own, or of our own export. */
struct own_name {
	const char *name;
	enum target target;
};

static const struct own_name own_names[] = {
	{"code", TARGET_CODE},	       {"uid", TARGET_UID},	     {"ver", TARGET_VER},
	{"archived", TARGET_ARCHIVED}, {"created at", TARGET_STAMP}, {"created by", TARGET_STAMP},
	{"changed at", TARGET_STAMP},  {"changed by", TARGET_STAMP},
};

/* Names in headers.csv that are other names of our fields. */
struct alias {
	const char *reg, *theirs, *ours;
};

static const struct alias aliases[] = {
	{"risk", "likelihood", "inherent_likelihood"}, {"risk", "impact", "inherent_impact"},
	{"risk", "score", "inherent_level"},	       {"risk", "level", "inherent_level"},
	{"risk", "residual_score", "residual_level"},
};

/* ---- What a header may mean ---------------------------------------------------- */

static void add(struct candidates *list, enum target target, const struct field *field, int rank,
		bool beside)
{
	const struct candidate c = {target, field, rank, beside};

	if (list->n < CANDIDATES)
		list->v[list->n++] = c;
}

/* A derived field takes nothing: a level is compared, the rest passed over.
 * "level" is the current one with us and the inherent one with everybody else. */
static void add_field(const struct import *im, struct candidates *list, const struct field *field,
		      int rank)
{
	const struct field *level = field;

	if (!(field->flags & F_DERIVED)) {
		add(list, TARGET_FIELD, field, rank, false);
		return;
	}
	if (str_equal(field->name, "level") && kind_field(im->kind, "inherent_level"))
		level = kind_field(im->kind, "inherent_level");
	if (field->type == FIELD_SCALE && field->scale == SCALE_LEVEL)
		add(list, TARGET_SCORE, level, rank, false);
	else
		add(list, TARGET_STAMP, NULL, rank, field == &im->kind->fields[0]);
}

static bool folds_to(const char *name, const char *folded)
{
	char *mine = word_fold(name);
	bool same = str_equal(mine, folded);

	free(mine);
	return same;
}

static void by_name(const struct import *im, const char *folded, int worse, struct candidates *list)
{
	const struct field *field;
	size_t i;

	for (i = 0; i < sizeof(own_names) / sizeof(*own_names); i++)
		if (str_equal(own_names[i].name, folded))
			add(list, own_names[i].target, NULL, RANK_NAME + worse, false);
	for (i = 0; i < im->kind->nfields; i++) {
		field = &im->kind->fields[i];
		if (folds_to(field->name, folded))
			add_field(im, list, field, RANK_NAME + worse);
		else if (folds_to(field->label, folded) || folds_to(_(field->label), folded))
			add_field(im, list, field, RANK_LABEL + worse);
	}
}

static const struct field *aliased(const struct kind *kind, const char *theirs)
{
	size_t i;

	for (i = 0; i < sizeof(aliases) / sizeof(*aliases); i++)
		if (str_equal(aliases[i].reg, words_register(kind)) &&
		    str_equal(aliases[i].theirs, theirs))
			return kind_field(kind, aliases[i].ours);
	return kind_field(kind, theirs);
}

static void by_words(const struct import *im, const char *folded, int worse,
		     struct candidates *list)
{
	const struct field *field;
	const struct word *word;
	size_t i, n;

	word = words_find(&im->headers, words_register(im->kind), folded, &n);
	for (i = 0; i < n; i++) {
		if (str_equal(word[i].value, "code")) {
			add(list, TARGET_CODE, NULL, RANK_WORDS + worse, false);
			continue;
		}
		field = aliased(im->kind, word[i].value);
		if (field)
			add_field(im, list, field, RANK_WORDS + worse);
	}
}

/* "Threat ID" and "Threat name", for the registers that headers.csv lacks. */
static void by_guess(const struct import *im, const char *folded, int worse,
		     struct candidates *list)
{
	char *kind = word_fold(_(im->kind->title));
	const char *rest = folded;

	if (!strncmp(folded, kind, strlen(kind))) {
		rest = folded + strlen(kind);
		rest += *rest == ' ';
	}
	if (str_equal(rest, "id") || str_equal(rest, "ref") || str_equal(rest, "ref id"))
		add(list, TARGET_CODE, NULL, RANK_GUESS + worse, false);
	if (str_equal(rest, "name") || str_equal(rest, "title") || !*rest)
		add_field(im, list, &im->kind->fields[0], RANK_GUESS + worse);
	free(kind);
}

/* What the user called it the last time. */
static void by_memory(const struct import *im, const char *folded, struct candidates *list)
{
	struct str name = STR_INIT, ours = STR_INIT;
	const struct field *field;
	size_t i;

	str_addf(&name, "map.%s.%s", im->kind->name, folded);
	if (!store_setting(im->store, name.s, &ours, NULL) || !ours.len)
		goto out;
	if (str_equal(ours.s, "-"))
		add(list, TARGET_IGNORE, NULL, RANK_REMEMBERED, false);
	for (i = 0; i < sizeof(own_names) / sizeof(*own_names); i++)
		if (str_equal(own_names[i].name, ours.s))
			add(list, own_names[i].target, NULL, RANK_REMEMBERED, false);
	field = kind_field(im->kind, ours.s);
	if (field)
		add_field(im, list, field, RANK_REMEMBERED);
out:
	str_release(&name);
	str_release(&ours);
}

/* A header cell may have help under it or in brackets: "Likelihood (1-5)",
 * "Owner*". Each variant leaves more out. */
static size_t variants(const char *header, char *out[VARIANTS])
{
	char *first = xstrndup(header, strcspn(header, "\r\n"));
	size_t len;

	out[0] = word_fold(header);
	out[1] = word_fold(first);
	len = strcspn(first, "(");
	if (len)
		first[len] = '\0';
	for (len = strlen(first); len && strchr(" *:?\t", first[len - 1]); len--)
		first[len - 1] = '\0';
	out[2] = word_fold(first);
	free(first);
	return VARIANTS;
}

static void find_candidates(const struct import *im, const char *header, bool memory,
			    struct candidates *list)
{
	char *form[VARIANTS];
	size_t i, n = variants(header, form);
	int worse;

	list->n = 0;
	if (memory)
		by_memory(im, form[0], list);
	for (i = 0; i < n; i++) {
		worse = (int)i * RANK_STEP;
		if (*form[i] && (!i || !str_equal(form[i], form[i - 1]))) {
			by_name(im, form[i], worse, list);
			by_words(im, form[i], worse, list);
			by_guess(im, form[i], worse, list);
		}
	}
	for (i = 0; i < n; i++)
		free(form[i]);
}

/* ---- Giving out the fields -------------------------------------------------------- */

static bool unique_target(enum target target)
{
	return target == TARGET_FIELD || target == TARGET_CODE || target == TARGET_UID ||
	       target == TARGET_VER || target == TARGET_ARCHIVED;
}

size_t columns_find(const struct import *im, enum target target, const struct field *field)
{
	size_t i;

	for (i = 0; i < im->ncolumns; i++)
		if (im->columns[i].target == target &&
		    (target != TARGET_FIELD || im->columns[i].field == field))
			break;
	return i;
}

static void give(struct import *im, size_t column, const struct candidate *c)
{
	im->columns[column].target = c->target;
	im->columns[column].field = c->field;
	im->columns[column].how = _(rank_how[c->rank % RANK_STEP]);
	im->state[column].rank = c->rank;
	im->state[column].beside = c->beside;
}

/* May several columns have it? Figures of one scale that the user put together
 * may: the greatest counts. */
static bool shareable(const struct candidate *c)
{
	return !unique_target(c->target) ||
	       (c->field && c->field->type == FIELD_SCALE && c->rank <= RANK_REMEMBERED);
}

/* Every column has the candidates of its header; the best match of all takes
 * its field first, the leftmost where two are as good. */
static void give_out(struct import *im, const struct candidates *list)
{
	const struct candidate *c;
	size_t i, k;
	int rank;

	for (rank = RANK_REMEMBERED; rank < VARIANTS * RANK_STEP; rank++)
		for (i = 0; i < im->ncolumns; i++)
			for (k = 0; k < list[i].n; k++) {
				c = &list[i].v[k];
				if (c->rank != rank || im->columns[i].target != TARGET_NONE)
					continue;
				if (!shareable(c) &&
				    columns_find(im, c->target, c->field) < im->ncolumns)
					continue;
				give(im, i, c);
			}
}

size_t columns_named(const struct import *im, const struct row *row)
{
	struct candidates list;
	size_t i, n = 0;

	for (i = 0; i < row->n; i++) {
		if (!row->cell[i].len)
			continue;
		find_candidates(im, row->cell[i].s, false, &list);
		n += list.n > 0;
	}
	return n;
}

/* ---- The header row ------------------------------------------------------------------ */

static bool ends_with(const char *s, const char *end)
{
	size_t n = strlen(s), len = strlen(end);

	return n >= len && !strcmp(s + n - len, end);
}

/* Takes the mark of our own export off the first cell. */
static void take_mark(struct import *im, struct str *header, bool *ours)
{
	*ours = ends_with(str_get(header), CSV_MARK);
	im->marked = *ours || ends_with(str_get(header), REJECTS_MARK);
	if (*ours)
		str_cut(header, header->len - strlen(CSV_MARK));
	else if (im->marked)
		str_cut(header, header->len - strlen(REJECTS_MARK));
}

/* The name people see: one line, never empty, no two the same. */
static char *shown_name(const struct import *im, const char *header, size_t column)
{
	struct str name = STR_INIT;
	size_t i, base;
	int n = 1;

	str_add(&name, header);
	for (i = 0; i < name.len; i++)
		if (strchr("\r\n\t", name.s[i]))
			name.s[i] = ' ';
	str_trim(&name);
	if (!name.len)
		str_addf(&name, _("Column %zu"), column + 1);
	base = name.len;
	for (i = 0; i < column; i++)
		if (str_equal(im->state[i].header, name.s)) {
			str_cut(&name, base);
			str_addf(&name, " (%d)", ++n);
			i = (size_t)-1; /* this one may be there, too */
		}
	return str_detach(&name);
}

/* The columns that a rejects file has at its end speak of rows, not of records. */
static void pass_over_reasons(struct import *im)
{
	static const char *const names[REJECTS_COLUMNS] = {"line", "column", "value", "reason"};
	size_t i, at = im->ncolumns - REJECTS_COLUMNS;

	if (im->ncolumns <= REJECTS_COLUMNS)
		return;
	for (i = 0; i < REJECTS_COLUMNS; i++)
		if (!str_equal(im->state[at + i].folded, names[i]))
			return;
	for (i = 0; i < REJECTS_COLUMNS; i++)
		im->columns[at + i].target = TARGET_STAMP;
}

bool columns_map(struct import *im, const struct row *row, struct err *err)
{
	struct candidates *list = xcalloc(row->n, sizeof(*list));
	struct str header = STR_INIT;
	bool ours = false;
	size_t i, n;

	(void)err;
	columns_release(im);
	/* Trailing empty cells are no columns. */
	for (n = row->n; n && !row->cell[n - 1].len; n--)
		;
	im->columns = xcalloc(n, sizeof(*im->columns));
	im->state = xcalloc(n, sizeof(*im->state));
	for (i = 0; i < n; i++) {
		str_clear(&header);
		str_addn(&header, row->cell[i].s, row->cell[i].len);
		if (!i)
			take_mark(im, &header, &ours);
		im->state[i].header = shown_name(im, str_get(&header), i);
		im->state[i].folded = word_fold(im->state[i].header);
		im->columns[i].header = im->state[i].header;
		im->ncolumns = i + 1;
		find_candidates(im, str_get(&header), !ours, &list[i]);
	}
	pass_over_reasons(im);
	give_out(im, list);
	im->exact = ours || (columns_find(im, TARGET_UID, NULL) < im->ncolumns &&
			     columns_find(im, TARGET_VER, NULL) < im->ncolumns);
	str_release(&header);
	free(list);
	return true;
}

void columns_release(struct import *im)
{
	size_t i;

	memo_release(im);
	for (i = 0; i < im->ncolumns; i++) {
		free(im->state[i].header);
		free(im->state[i].folded);
	}
	free(im->state);
	free(im->columns);
	im->state = NULL;
	im->columns = NULL;
	im->ncolumns = 0;
}

/* ---- By hand ------------------------------------------------------------------------- */

static size_t find_theirs(const struct import *im, const char *theirs)
{
	char *folded = word_fold(theirs), *end;
	unsigned long number;
	size_t i;

	for (i = 0; i < im->ncolumns; i++)
		if (str_equal(im->state[i].folded, folded))
			goto out;
	if (*theirs == '#') {
		number = strtoul(theirs + 1, &end, 10);
		if (!*end && end > theirs + 1 && number >= 1 && number <= im->ncolumns)
			i = (size_t)number - 1;
	}
out:
	free(folded);
	return i;
}

static bool no_field(const struct import *im, const char *name, struct err *err)
{
	const char *also[sizeof(own_names) / sizeof(*own_names) + 1] = {NULL};
	size_t i;

	for (i = 0; i < sizeof(own_names) / sizeof(*own_names); i++)
		also[i] = own_names[i].name;
	return kind_no_field(im->kind, name, also, err);
}

static bool find_ours(const struct import *im, const char *ours, struct candidate *c,
		      struct err *err)
{
	char *folded = word_fold(ours);
	struct candidates list = {.n = 0};
	size_t i;

	by_name(im, folded, 0, &list);
	if (!*folded)
		add(&list, TARGET_IGNORE, NULL, RANK_HAND, false);
	else if (str_equal(folded, "score") && kind_field(im->kind, "inherent_level"))
		add(&list, TARGET_SCORE, kind_field(im->kind, "inherent_level"), RANK_HAND, false);
	free(folded);
	if (!list.n)
		return no_field(im, ours, err);
	/* A name goes before a label that another field has, too. */
	*c = list.v[0];
	for (i = 1; i < list.n; i++)
		if (list.v[i].rank < c->rank)
			*c = list.v[i];
	c->rank = RANK_HAND;
	return true;
}

/* Who has the field already gives it back, unless both are figures of one scale
 * that the user put together: then the greatest counts. */
static void take_back(struct import *im, size_t column, const struct candidate *c)
{
	size_t i;

	for (i = 0; i < im->ncolumns; i++) {
		if (i == column || im->columns[i].target != c->target ||
		    im->columns[i].field != c->field || !unique_target(c->target))
			continue;
		if (c->field && c->field->type == FIELD_SCALE &&
		    im->state[i].rank <= RANK_REMEMBERED)
			continue;
		im->columns[i].target = TARGET_NONE;
		im->columns[i].field = NULL;
		im->columns[i].how = NULL;
	}
}

bool import_map(struct import *im, const char *theirs, const char *ours, struct err *err)
{
	size_t column = find_theirs(im, theirs);
	struct candidate c;

	if (column == im->ncolumns)
		return err_set(err, ERR_USAGE, _("'%s' has no column '%s'"), im->name, theirs);
	if (!find_ours(im, ours, &c, err))
		return false;
	take_back(im, column, &c);
	give(im, column, &c);
	im->surveyed = false;
	return true;
}

static const char *target_name(const struct column *column)
{
	switch (column->target) {
	case TARGET_IGNORE:
		return "-";
	case TARGET_CODE:
		return "code";
	case TARGET_UID:
		return "uid";
	case TARGET_VER:
		return "ver";
	case TARGET_ARCHIVED:
		return "archived";
	case TARGET_FIELD:
	case TARGET_SCORE:
		return column->field->name;
	case TARGET_NONE:
	case TARGET_STAMP:
		break;
	}
	return "";
}

bool columns_remember(struct import *im, struct err *err)
{
	struct str name = STR_INIT;
	bool ok = true;
	size_t i;

	for (i = 0; ok && i < im->ncolumns; i++) {
		if (im->state[i].rank != RANK_HAND || !im->columns[i].how)
			continue;
		str_clear(&name);
		str_addf(&name, "map.%s.%s", im->kind->name, im->state[i].folded);
		ok = store_set_setting(im->store, name.s, target_name(&im->columns[i]), err);
	}
	str_release(&name);
	return ok;
}
