#include "config.h"

#include <errno.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "import_private.h"
#include "isms/util/ascii.h"
#include "isms/util/date.h"
#include "isms/util/i18n.h"
#include "isms/util/mem.h"

#define WORD_STEPS 5 /* the scale that words.csv speaks of */
#define CHOICE_SEPARATORS ",;|/+&\r\n"

static const struct column *column_at(const struct place *at)
{
	return &at->run->im->columns[at->column];
}

static void tell(const struct place *at, const char *value, const char *reason)
{
	remark(at->run, at->line, false, column_at(at)->header, value, reason);
}

bool cell_is_nothing(const char *text)
{
	static const char *const words[] = {
		"-", "--", "---", "–", "—", "n/a", "na", "n.a.", "#n/a", "none", "null", "?",
	};
	char *folded = word_fold(text);
	bool nothing = !*folded;
	size_t i;

	for (i = 0; i < sizeof(words) / sizeof(*words); i++)
		nothing = nothing || str_equal(folded, words[i]);
	free(folded);
	return nothing;
}

/* Not strtod(), which takes the decimal sign of the user's language. */
bool cell_number(const char *text, double *num, bool *percent)
{
	const char *p = text + (*text == '+' || *text == '-');
	double unit = 1;

	if (!ascii_digit(*p))
		return false;
	for (*num = 0; ascii_digit(*p); p++)
		*num = *num * 10 + (*p - '0');
	if (*p == '.')
		for (p++; ascii_digit(*p); p++)
			*num += (*p - '0') * (unit /= 10);
	if (*text == '-')
		*num = -*num;
	while (*p == ' ')
		p++;
	*percent = *p == '%';
	p += *percent;
	return !*p;
}

/* ---- Scales ------------------------------------------------------------------ */

static int word_step(const struct import *im, enum scale scale, const char *text)
{
	int steps = im->rules->method.steps[scale], value;
	char *folded = word_fold(text);
	const struct word *word;
	size_t n;

	word = words_find(&im->words, "scale.word", folded, &n);
	free(folded);
	if (!word)
		return 0;
	value = atoi(word->value);
	return (int)lround(1 + (value - 1) * (steps - 1) / (double)(WORD_STEPS - 1));
}

int cell_step(const struct import *im, enum scale scale, const char *text)
{
	int step = scale_parse(&im->rules->method, scale, text);
	double num;
	bool percent;
	char *first;

	if (step)
		return step;
	if (cell_number(text, &num, &percent))
		return 0; /* a number that is no step */
	step = word_step(im, scale, text);
	if (step)
		return step;
	/* "High (yearly)", "High - yearly" */
	first = xstrndup(text, strcspn(text, "(:-"));
	if (*first && strlen(first) < strlen(text))
		step = word_step(im, scale, first);
	free(first);
	return step;
}

/* The scale a header speaks of: "(1-10)", "L_1to5". */
static bool header_scale(const char *folded, long *low, long *high)
{
	const char *p = folded;
	char *end;

	for (; *p; p++) {
		if (!ascii_digit(*p) || (p > folded && p[-1] == '-'))
			continue;
		*low = strtol(p, &end, 10);
		end += *end == ' ';
		if (!strncmp(end, "to", 2) || !strncmp(end, "..", 2))
			end += 2;
		else if (*end == '-')
			end++;
		else if (!strncmp(end, "–", strlen("–")))
			end += strlen("–");
		else
			continue;
		end += *end == ' ';
		if (!ascii_digit(*end))
			continue;
		*high = strtol(end, NULL, 10);
		return *low <= 1 && *high >= 2;
	}
	return false;
}

/* The scale that a column of figures has, where it is not ours. */
static bool other_scale(const struct place *at, bool percent, long *low, long *high)
{
	const struct import *im = at->run->im;
	const struct column_state *state = &im->state[at->column];
	int steps = im->rules->method.steps[column_at(at)->field->scale];

	if (!im->opt.rescale)
		return false;
	*low = 1;
	if (percent) {
		*low = 0;
		*high = 100;
	} else if (!header_scale(state->folded, low, high)) {
		if (state->survey.max <= steps || state->survey.max > 100)
			return false;
		*high = state->survey.max <= 10 ? 10 : 100;
	}
	return *high != steps || *low != 1;
}

static enum outcome scale_value(const struct place *at, const char *text, struct value *value,
				struct err *err)
{
	const struct import *im = at->run->im;
	const struct field *field = column_at(at)->field;
	int steps = im->rules->method.steps[field->scale], step = 0;
	bool percent = false, number;
	long low = 1, high = 1;
	double num = 0;

	number = cell_number(text, &num, &percent);
	if (number && other_scale(at, percent, &low, &high)) {
		if (num >= (double)low && num <= (double)high)
			step = (int)lround(1 + (num - (double)low) * (steps - 1) /
						       (double)(high - low));
	} else if (number) {
		if (!percent && num >= 1 && num <= steps && num == floor(num))
			step = (int)num;
	} else {
		step = cell_step(im, field->scale, text);
	}
	if (!step) {
		err_field(err, field,
			  number ? _("'%s' is outside the scale of 1 to %d (--rescale for "
				     "another scale)")
				 : _("'%s' is no word of the scale of 1 to %d"),
			  text, steps);
		return CELL_REJECT;
	}
	/* Several columns may say it: the greatest counts. */
	if (!value->set || value->num < step)
		value_set_num(value, step);
	return CELL_OK;
}

/* ---- Numbers ------------------------------------------------------------------ */

/* "P2" as a priority; "High" where 5 is the most that can be said. */
static bool loose_int(const struct place *at, const char *text, struct value *value)
{
	const struct import *im = at->run->im;
	const struct field *field = column_at(at)->field;
	char *folded;
	const struct word *word;
	size_t n;

	if (ascii_lower(*text) == *field->name && ascii_digit(text[1]))
		return field_parse(im->rules, field, text + 1, value, NULL);
	if (field->max != WORD_STEPS)
		return false;
	folded = word_fold(text);
	word = words_find(&im->words, "scale.word", folded, &n);
	free(folded);
	return word && field_parse(im->rules, field, word->value, value, NULL);
}

static enum outcome int_value(const struct place *at, const char *text, struct value *value,
			      struct err *err)
{
	const struct import *im = at->run->im;

	if (field_parse(im->rules, column_at(at)->field, text, value, NULL) ||
	    loose_int(at, text, value))
		return CELL_OK;
	field_parse(im->rules, column_at(at)->field, text, value, err);
	return CELL_REJECT;
}

/* ---- Choices -------------------------------------------------------------------- */

/* As people fold a word of a list: '_' and '-' are blanks. */
static char *choice_fold(const char *text)
{
	char *copy = xstrdup(text), *p, *folded;

	for (p = copy; *p; p++)
		if (*p == '-')
			*p = ' ';
	folded = word_fold(copy);
	free(copy);
	return folded;
}

static bool means(const char *name, const char *folded)
{
	char *mine = name ? choice_fold(name) : NULL;
	bool same = mine && str_equal(mine, folded);

	free(mine);
	return same;
}

static const struct choice *own_choice(const struct field *field, const char *text)
{
	const struct choice *choice, *found = NULL;
	char *folded = choice_fold(text);

	for (choice = field->choices; choice->key && !found; choice++)
		if (means(choice->key, folded) || means(choice->label, folded) ||
		    means(_(choice->label), folded) || means(choice->alt, folded))
			found = choice;
	free(folded);
	return found;
}

static const struct choice *known_choice(const struct place *at, const char *text)
{
	const struct import *im = at->run->im;
	const struct field *field = column_at(at)->field;
	const struct choice *choice = own_choice(field, text);
	struct str domain = STR_INIT;
	const struct word *word;
	char *folded;
	size_t n;

	if (choice)
		return choice;
	folded = word_fold(text);
	words_domain(im->kind, field, &domain);
	word = words_find(&im->words, domain.s, folded, &n);
	choice = word ? own_choice(field, word->value) : NULL;
	str_release(&domain);
	free(folded);
	return choice;
}

/* A known word within a longer cell; told, since it is a guess. */
static const struct choice *choice_within(const struct place *at, const char *text)
{
	const struct import *im = at->run->im;
	const struct field *field = column_at(at)->field;
	const struct choice *choice = NULL;
	struct str domain = STR_INIT;
	char *folded = word_fold(text), *reason;
	const char *value;

	words_domain(im->kind, field, &domain);
	value = words_within(&im->words, domain.s, folded);
	if (value)
		choice = own_choice(field, value);
	if (choice) {
		reason = xasprintf(_("taken as '%s'"), choice_label(im->rules, choice));
		tell(at, text, reason);
		free(reason);
	}
	str_release(&domain);
	free(folded);
	return choice;
}

static enum outcome not_understood(const struct place *at, const char *text, struct err *err)
{
	const struct field *field = column_at(at)->field;

	if (cell_is_nothing(text))
		return CELL_EMPTY;
	if ((field->flags & F_REQUIRED) && !field->initial) {
		err_field(err, field, _("'%s' is not understood"), text);
		return CELL_REJECT;
	}
	tell(at, text, _("not understood: kept in the notes"));
	return CELL_KEEP;
}

static enum outcome choice_value(const struct place *at, const char *text, struct value *value,
				 struct err *err)
{
	const struct field *field = column_at(at)->field;
	const struct choice *choice = known_choice(at, text);

	if (!choice && (field->flags & F_OPEN))
		return field_parse(at->run->im->rules, field, text, value, err) ? CELL_OK
										: CELL_REJECT;
	if (!choice)
		choice = choice_within(at, text);
	if (!choice)
		return not_understood(at, text, err);
	value_set_text(value, choice->key);
	return CELL_OK;
}

/* All parts of a cell as keys; false when one is not known. */
static bool known_parts(const struct place *at, const char *text, struct str *keys)
{
	struct strv parts = STRV_INIT;
	const struct choice *choice;
	bool ok;
	size_t i;

	strv_split(&parts, text, CHOICE_SEPARATORS);
	ok = parts.n > 0;
	for (i = 0; ok && i < parts.n; i++) {
		choice = known_choice(at, parts.v[i]);
		ok = choice != NULL;
		if (ok)
			str_addf(keys, "%s%s", keys->len ? ";" : "", choice->key);
	}
	strv_release(&parts);
	return ok;
}

static enum outcome choices_value(const struct place *at, const char *text, struct value *value,
				  struct err *err)
{
	const struct field *field = column_at(at)->field;
	const struct choice *choice = known_choice(at, text);
	struct str keys = STR_INIT;
	enum outcome outcome = CELL_OK;

	if (choice) {
		str_add(&keys, choice->key);
	} else if (!known_parts(at, text, &keys)) {
		str_clear(&keys);
		choice = choice_within(at, text);
		if (choice)
			str_add(&keys, choice->key);
		else
			outcome = not_understood(at, text, err);
	}
	if (outcome == CELL_OK &&
	    !field_parse(at->run->im->rules, field, str_get(&keys), value, err))
		outcome = CELL_REJECT;
	str_release(&keys);
	return outcome;
}

/* ---- The other types --------------------------------------------------------------- */

static enum outcome bool_value(const struct place *at, const char *text, struct value *value,
			       struct err *err)
{
	const struct import *im = at->run->im;
	const struct field *field = column_at(at)->field;
	char *first = xstrndup(text, strcspn(text, "(\r\n")), *folded = word_fold(first);
	struct str domain = STR_INIT;
	const struct word *word;
	size_t n;
	bool ok;

	words_domain(im->kind, field, &domain);
	word = words_find(&im->words, domain.s, folded, &n);
	if (!word)
		word = words_find(&im->words, "bool", folded, &n);
	ok = field_parse(im->rules, field, word ? word->value : folded, value, NULL) && value->set;
	if (ok && strlen(first) < strlen(text))
		tell(at, text, value->num ? _("taken as yes") : _("taken as no"));
	str_release(&domain);
	free(folded);
	free(first);
	return ok ? CELL_OK : not_understood(at, text, err);
}

static enum outcome date_value(const struct place *at, const char *text, struct value *value,
			       struct err *err)
{
	const struct import *im = at->run->im;
	const struct survey *told = &im->state[at->column].survey;
	char order = im->opt.dates;
	const char *how;
	long days;

	if (told->day_first != told->month_first)
		order = told->day_first ? 'd' : 'm';
	if (!import_date(text, im->rules->today, order, &days, &how, err))
		return CELL_REJECT;
	value_set_num(value, days);
	if (how)
		tell(at, text, how);
	return CELL_OK;
}

static enum outcome parsed_value(const struct place *at, const char *text, struct value *value,
				 struct err *err)
{
	bool ok = field_parse(at->run->im->rules, column_at(at)->field, text, value, err);

	return ok ? CELL_OK : CELL_REJECT;
}

/* A text to the byte; of other people's files a line takes no line breaks. */
static enum outcome text_value(const struct place *at, const char *text, struct value *value,
			       struct err *err)
{
	const struct import *im = at->run->im;
	const struct field *field = column_at(at)->field;
	char *p;

	value_set_text(value, text);
	if (field->type == FIELD_TEXT && !im->exact)
		for (p = value->text; *p; p++)
			if (*p == '\n' || *p == '\r' || *p == '\t')
				*p = ' ';
	return field_check(im->rules, field, value, err) ? CELL_OK : CELL_REJECT;
}

typedef enum outcome value_fn(const struct place *, const char *, struct value *, struct err *);

static value_fn *const readers[FIELD_NTYPES] = {
	[FIELD_TEXT] = text_value,     [FIELD_NOTE] = text_value,
	[FIELD_INT] = int_value,       [FIELD_SCALE] = scale_value,
	[FIELD_MONEY] = parsed_value,  [FIELD_DATE] = date_value,
	[FIELD_TIME] = parsed_value,   [FIELD_BOOL] = bool_value,
	[FIELD_CHOICE] = choice_value, [FIELD_CHOICES] = choices_value,
};

/* Types whose cells may say "n/a"; a text says what it says, and for a choice
 * "n/a" may be a word. */
static bool may_be_nothing(enum field_type type)
{
	return type == FIELD_INT || type == FIELD_SCALE || type == FIELD_MONEY ||
	       type == FIELD_DATE || type == FIELD_TIME;
}

static enum outcome read_value(const struct place *at, const char *text, struct value *value,
			       struct err *err)
{
	const struct field *field = column_at(at)->field;

	if (at->run->im->exact)
		return parsed_value(at, text, value, err);
	if (may_be_nothing(field->type) && cell_is_nothing(text))
		return CELL_EMPTY;
	return readers[field->type](at, text, value, err);
}

/* A remark is made for every row, and of several columns the greatest may count:
 * then the text alone does not decide. */
enum outcome cell_value(const struct place *at, const char *text, struct value *value,
			struct err *err)
{
	const struct field *field = column_at(at)->field;
	struct import *im = at->run->im;
	long remarks = at->run->res->nremarks_all;
	bool first = !value->set;
	enum outcome outcome;

	if (field->type == FIELD_TEXT || field->type == FIELD_NOTE)
		return text_value(at, text, value, err);
	if (first && memo_get(im, at->column, text, value))
		return CELL_OK;
	outcome = read_value(at, text, value, err);
	if (outcome == CELL_OK && first && at->run->res->nremarks_all == remarks)
		memo_keep(im, at->column, text, value);
	return outcome;
}
