#include "config.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "isms/util/str.h"
#include "sample.h"

/* The tables in code against the catalogue that everybody sees. */
Test(rules, default_methods_are_those_of_the_catalogue)
{
	const char *dir = getenv("ISMS_SRCDIR");
	char *path = xasprintf("%s/data/catalogue/risk-matrices.csv", dir ? dir : ".");
	FILE *file = fopen(path, "r");
	struct method method[SCALE_MAX + 1];
	int n, n2, likelihood, impact, level, rows = 0, i;
	char line[80];

	cr_assert(file, "%s", path);
	for (i = SCALE_MIN; i <= SCALE_MAX; i++)
		method_default(&method[i], i);
	cr_assert(fgets(line, sizeof(line), file));
	while (fgets(line, sizeof(line), file)) {
		cr_assert_eq(sscanf(line, "%dx%d,%d,%d,%d", &n, &n2, &likelihood, &impact, &level),
			     5);
		cr_assert(n >= SCALE_MIN && n <= SCALE_MAX && n == n2);
		cr_expect_eq(method_level(&method[n], likelihood, impact), level, "%s", line);
		rows++;
	}
	cr_expect_eq(rows, 9 + 16 + 25);
	for (i = SCALE_MIN; i <= SCALE_MAX; i++) {
		cr_expect_eq(method[i].steps[SCALE_LEVEL], i);
		cr_expect_eq(method_level(&method[i], i, i), i);
		method_release(&method[i]);
	}
	fclose(file);
	free(path);
}

Test(rules, default_method_of_any_size)
{
	struct method method;

	method_default(&method, 99);
	cr_expect_eq(method.steps[SCALE_IMPACT], SCALE_MAX);
	method_default(&method, -1);
	cr_expect_eq(method.steps[SCALE_IMPACT], SCALE_MIN);
	cr_expect_eq(method.impact_rule, IMPACT_MAX);
	method_release(&method);
}

Test(rules, level_outside_the_matrix_is_none)
{
	struct method method;

	method_default(&method, 3);
	cr_expect_eq(method_level(&method, 0, 3), 0);
	cr_expect_eq(method_level(&method, 3, 0), 0);
	cr_expect_eq(method_level(&method, 4, 1), 0);
	cr_expect_eq(method_level(&method, 1, -1), 0);
	cr_expect_eq(method_level(&method, 3, 1), 2);
}

Test(rules, impact)
{
	struct method method;

	method_default(&method, 5);
	cr_expect_eq(method_impact(&method, 1, 4, 2, 5), 4);
	cr_expect_eq(method_impact(&method, 0, 0, 2, 5), 2);
	cr_expect_eq(method_impact(&method, 0, 0, 0, 5), 5);
	cr_expect_eq(method_impact(&method, 0, 0, 0, 0), 0);
	method.impact_rule = IMPACT_SINGLE;
	cr_expect_eq(method_impact(&method, 1, 4, 2, 3), 3);
	cr_expect_eq(method_impact(&method, 1, 4, 2, 0), 0);
}

Test(rules, style_of_a_level)
{
	static const enum style decided[] = {STYLE_DIM,	 STYLE_GOOD, STYLE_GOOD,
					     STYLE_WARN, STYLE_BAD,  STYLE_BAD};
	static const enum style open[] = {STYLE_DIM,  STYLE_GOOD, STYLE_WARN,
					  STYLE_WARN, STYLE_BAD,  STYLE_BAD};
	struct rules rules;
	int i;

	sample_rules(&rules);
	for (i = 0; i <= 5; i++)
		cr_expect_eq(level_style(&rules.method, i), decided[i], "%d", i);
	rules.method.appetite = rules.method.tolerance = 0;
	for (i = 0; i <= 5; i++)
		cr_expect_eq(level_style(&rules.method, i), open[i], "%d", i);
	method_release(&rules.method);
}

Test(rules, sign_of_a_level)
{
	struct rules rules;
	char **label;

	sample_rules(&rules);
	cr_expect_eq(level_sign(&rules.method, 5), '5', "very low and very high");
	label = &rules.method.step[SCALE_LEVEL][0].label;
	free(*label);
	*label = xstrdup("trivial");
	cr_expect_eq(level_sign(&rules.method, 5), 'V');
	cr_expect_eq(level_sign(&rules.method, 1), 'T');
	cr_expect_eq(level_sign(&rules.method, 0), '-');
	cr_expect_eq(level_sign(&rules.method, 6), '-');
	free(*label);
	*label = xstrdup("äußerst gering");
	cr_expect_eq(level_sign(&rules.method, 5), '5', "only ASCII letters are signs");
	method_release(&rules.method);
	method_default(&rules.method, 4);
	cr_expect_eq(level_sign(&rules.method, 4), '4');
}

Test(rules, steps_as_people_write_them)
{
	static const struct {
		const char *text;
		int step;
	} likelihood[] = {
		{"4", 4},
		{" 4 ", 4},
		{"4.0", 4},
		{"likely", 4},
		{"LIKELY", 4},
		{"Almost-Certain", 5},
		{"almost_certain", 5},
		{"4 - Likely", 4},
		{"4 – likely", 4},
		{"4: likely", 4},
		{"4. Likely", 4},
		{"4) likely", 4},
		{"4 likely", 4},
		{"4 = likely", 4},
		{"Possible (3)", 3},
		{"(3)", 3},
		{"4 - Probable", 4},
		{"Probable (4)", 4},
		{"", 0},
		{"0", 0},
		{"6", 0},
		{"12", 0},
		{"44", 0},
		{"4.5", 0},
		{"4,5", 0},
		{"-4", 0},
		{"4-5", 0},
		{"4 - 5", 0},
		{"4/5", 0},
		{"4 weeks", 0},
		{"3 - likely", 0},
		{"likely (3)", 0},
		{"like", 0},
		{"likely 4", 0},
		{"(", 0},
		{"()", 0},
		{"x(4", 0},
		{"4 -", 0},
		{"4.05", 0},
		{"80 %", 0},
		{"possible (30)", 0},
		{"4 :", 0},
		{"é", 0},
	};
	struct rules rules;
	size_t i;

	sample_rules(&rules);
	for (i = 0; i < sizeof(likelihood) / sizeof(likelihood[0]); i++)
		cr_expect_eq(scale_parse(&rules.method, SCALE_LIKELIHOOD, likelihood[i].text),
			     likelihood[i].step, "'%s'", likelihood[i].text);
	cr_expect_eq(scale_parse(&rules.method, SCALE_LEVEL, "high"), 4);
	cr_expect_eq(scale_parse(&rules.method, SCALE_LEVEL, "very high"), 5);
	method_release(&rules.method);
	method_default(&rules.method, 3);
	cr_expect_eq(scale_parse(&rules.method, SCALE_LEVEL, "3"), 3);
	cr_expect_eq(scale_parse(&rules.method, SCALE_LEVEL, "4"), 0);
	cr_expect_eq(scale_parse(&rules.method, SCALE_LEVEL, "high"), 0);
}

Test(rules, steps_shown)
{
	struct rules rules;
	struct str text = STR_INIT;

	sample_rules(&rules);
	scale_show(&rules.method, SCALE_LIKELIHOOD, 4, &text);
	scale_show(&rules.method, SCALE_LIKELIHOOD, 9, &text);
	cr_expect_str_eq(str_get(&text), "likely9");
	str_release(&text);
	method_release(&rules.method);
}
