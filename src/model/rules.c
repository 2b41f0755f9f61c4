#include "config.h"

#include "isms/model/rules.h"

#include <stdlib.h>
#include <string.h>

#include "isms/util/ascii.h"
#include "isms/util/i18n.h"
#include "isms/util/str.h"
#include "words.h"

/* data/catalogue/risk-matrices.csv, [likelihood - 1][impact - 1] */
static const int levels[SCALE_MAX - SCALE_MIN + 1][SCALE_MAX][SCALE_MAX] = {
	{
		{1, 1, 2},
		{1, 2, 3},
		{2, 3, 3},
	},
	{
		{1, 1, 2, 2},
		{1, 2, 2, 3},
		{2, 2, 3, 3},
		{2, 3, 3, 4},
	},
	{
		{1, 1, 2, 2, 3},
		{1, 2, 2, 3, 4},
		{2, 2, 3, 4, 4},
		{2, 3, 4, 4, 5},
		{3, 4, 4, 5, 5},
	},
};

const struct choice need_choices[] = {
	{"unrated", N_("Not rated"), STYLE_DIM, NULL},
	{"none", N_("Acceptable"), STYLE_GOOD, NULL},
	{"approval", N_("Acceptable with approval"), STYLE_WARN, NULL},
	{"treat", N_("To be treated"), STYLE_BAD, NULL},
	{NULL, NULL, STYLE_PLAIN, NULL},
};

void method_release(struct method *method)
{
	const struct method nothing = {.appetite = 0};
	struct step *step;
	int scale, i;

	for (scale = 0; scale < SCALE_COUNT; scale++) {
		for (i = 0; i < SCALE_MAX; i++) {
			step = &method->step[scale][i];
			free(step->label);
			free(step->criteria);
		}
	}
	*method = nothing;
}

void method_default(struct method *method, int n)
{
	const struct method nothing = {.appetite = 0};
	int scale;

	n = n < SCALE_MIN ? SCALE_MIN : n > SCALE_MAX ? SCALE_MAX : n;
	*method = nothing;
	for (scale = 0; scale < SCALE_COUNT; scale++)
		method->steps[scale] = n;
	memcpy(method->level, levels[n - SCALE_MIN], sizeof(method->level));
	method->impact_rule = IMPACT_MAX;
}

int method_level(const struct method *method, int likelihood, int impact)
{
	if (likelihood < 1 || likelihood > method->steps[SCALE_LIKELIHOOD])
		return 0;
	if (impact < 1 || impact > method->steps[SCALE_IMPACT])
		return 0;
	return method->level[likelihood - 1][impact - 1];
}

int method_impact(const struct method *method, int c, int i, int a, int single)
{
	int most = c;

	if (method->impact_rule == IMPACT_SINGLE)
		return single;
	if (i > most)
		most = i;
	if (a > most)
		most = a;
	return most > 0 ? most : single;
}

static bool on_scale(const struct method *method, enum scale scale, long long value)
{
	return value >= 1 && value <= method->steps[scale] && value <= SCALE_MAX;
}

static const char *step_label(const struct method *method, enum scale scale, int value)
{
	const char *label = on_scale(method, scale, value) ? method->step[scale][value - 1].label
							   : NULL;

	return label && *label ? label : NULL;
}

void scale_show(const struct method *method, enum scale scale, int value, struct str *out)
{
	const char *label = step_label(method, scale, value);

	if (label)
		str_add(out, label);
	else
		str_addf(out, "%d", value);
}

/* The step that is called so, 0 when there is none. */
static int step_named(const struct method *method, enum scale scale, const char *text)
{
	const char *label;
	int i;

	for (i = 1; i <= method->steps[scale] && i <= SCALE_MAX; i++) {
		label = step_label(method, scale, i);
		if (label && words_equal(text, label))
			return i;
	}
	return 0;
}

/* One digit, alone or with ".0" as spreadsheets write it; moves *s behind it. */
static int digit(const char **s)
{
	const char *p = *s;
	int value;

	if (!ascii_digit(p[0]) || ascii_digit(p[1]))
		return 0;
	value = *p++ - '0';
	if (*p == '.' && p[1] == '0') {
		for (p++; *p == '0'; p++)
			;
		if (ascii_digit(*p))
			return 0;
	}
	*s = p;
	return value;
}

/* The sign between number and word: "4 - likely", "4: likely", "4. likely". */
static const char *skip_sign(const char *s)
{
	static const char *const signs[] = {"-", "–", "—", ":", "=", ".", ")"};
	size_t i;

	while (ascii_space(*s))
		s++;
	for (i = 0; i < sizeof(signs) / sizeof(signs[0]); i++) {
		if (!strncmp(s, signs[i], strlen(signs[i]))) {
			s += strlen(signs[i]);
			while (ascii_space(*s))
				s++;
			return s;
		}
	}
	return NULL;
}

/* Words beside a number may be those of another method, but must not be those
 * of another step, and "4-5" or "4.5" is no step. */
static bool word_fits(const struct method *method, enum scale scale, const char *word, int value)
{
	int named;

	if (!*word || ascii_digit(*word))
		return false;
	named = step_named(method, scale, word);
	return !named || named == value;
}

/* "4", "4 - Likely", "4 likely" */
static int number_first(const struct method *method, enum scale scale, const char *s)
{
	int value = digit(&s);
	const char *word;

	if (!value || !*s)
		return value;
	word = skip_sign(s);
	if (word)
		return word_fits(method, scale, word, value) ? value : 0;
	return ascii_space(*s) && step_named(method, scale, s) == value ? value : 0;
}

/* "Possible (3)" */
static int number_last(const struct method *method, enum scale scale, char *s)
{
	char *open = strrchr(s, '(');
	const char *p = open ? open + 1 : s;
	int value = open ? digit(&p) : 0;

	if (!value || strcmp(p, ")") != 0)
		return 0;
	*open = '\0';
	return open == s || word_fits(method, scale, s, value) ? value : 0;
}

int scale_parse(const struct method *method, enum scale scale, const char *text)
{
	char *s = words_trim(text);
	int value = step_named(method, scale, s);

	if (!value && ascii_digit(*s))
		value = number_first(method, scale, s);
	else if (!value)
		value = number_last(method, scale, s);
	free(s);
	return on_scale(method, scale, value) ? value : 0;
}

enum style level_style(const struct method *method, int level)
{
	int steps = method->steps[SCALE_LEVEL];

	if (level < 1)
		return STYLE_DIM;
	if (method->tolerance > 0 && level > method->tolerance)
		return STYLE_BAD;
	if (level <= method->appetite || level * 3 <= steps)
		return STYLE_GOOD;
	if (method->tolerance < 1 && level * 3 > steps * 2)
		return STYLE_BAD;
	return STYLE_WARN;
}

/* The first letter of a level's label as a capital, or 0. */
static char initial(const struct method *method, int level)
{
	const char *label = step_label(method, SCALE_LEVEL, level);
	char c = label ? ascii_lower(*label) : '\0';

	return c >= 'a' && c <= 'z' ? (char)(c - ('a' - 'A')) : '\0';
}

char level_sign(const struct method *method, int level)
{
	char sign = initial(method, level);
	int i, j;

	if (!on_scale(method, SCALE_LEVEL, level))
		return '-';
	for (i = 1; i <= method->steps[SCALE_LEVEL]; i++)
		for (j = 1; j <= i; j++)
			if (!initial(method, i) ||
			    (i != j && initial(method, i) == initial(method, j)))
				return (char)('0' + level);
	return sign;
}
