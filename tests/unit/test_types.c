#include "config.h"

#include <criterion/criterion.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "isms/model/value.h"
#include "isms/util/date.h"
#include "isms/util/str.h"
#include "sample.h"

static struct rules rules;

static void start(void)
{
	sample_rules(&rules);
}

static void stop(void)
{
	method_release(&rules.method);
}

TestSuite(types, .init = start, .fini = stop);

/* What typed text becomes, as format writes it; read back it is the same. */
static void must_take(int f, const char *typed, const char *formatted)
{
	const struct field *field = &sample_fields[f];
	struct value value = VALUE_INIT, again = VALUE_INIT;
	struct err err = ERR_INIT;
	struct str text = STR_INIT;

	cr_expect(field_parse(&rules, field, typed, &value, &err), "%s '%s': %s", field->name,
		  typed, err_msg(&err));
	field_format(&rules, field, &value, &text);
	cr_expect_str_eq(str_get(&text), formatted, "%s '%s' is '%s', not '%s'", field->name, typed,
			 str_get(&text), formatted);
	cr_expect(field_parse(&rules, field, str_get(&text), &again, &err), "%s", err_msg(&err));
	cr_expect(value_equal(field, &value, &again), "%s '%s' read back", field->name, typed);
	cr_expect(field_check(&rules, field, &value, &err), "%s", err_msg(&err));
	cr_expect_null(err.msg);
	value_release(&value);
	value_release(&again);
	str_release(&text);
}

static void must_show(int f, const char *typed, const char *shown)
{
	const struct field *field = &sample_fields[f];
	struct value value = VALUE_INIT;
	struct str text = STR_INIT;

	cr_assert(field_parse(&rules, field, typed, &value, NULL), "%s", typed);
	field_show(&rules, field, &value, &text);
	cr_expect_str_eq(str_get(&text), shown, "'%s' shows '%s'", typed, str_get(&text));
	value_release(&value);
	str_release(&text);
}

/* Refused with exactly this message, or one with says in it ("…says"). */
static void must_refuse(int f, const char *typed, const char *says)
{
	const struct field *field = &sample_fields[f];
	struct value value = VALUE_INIT;
	struct err err = ERR_INIT;

	value_set_text(&value, "kept");
	cr_expect_not(field_parse(&rules, field, typed, &value, &err), "%s '%s'", field->name,
		      typed);
	if (says)
		cr_expect(!strcmp(err_msg(&err), says), "'%s', not '%s'", err_msg(&err), says);
	cr_expect_eq(err.kind, ERR_INPUT);
	cr_expect_eq(err.field, field);
	cr_expect_str_eq(value.text, "kept", "a refused value changes nothing");
	value_release(&value);
	err_release(&err);
}

Test(types, every_row_is_whole)
{
	int i;

	for (i = 0; i < FIELD_NTYPES; i++) {
		cr_assert(type_ops[i].name && type_ops[i].parse && type_ops[i].format);
		cr_assert(type_ops[i].show && type_ops[i].cmp);
		cr_expect_eq(!type_ops[i].sql, i == FIELD_REFS, "%s", type_ops[i].name);
	}
}

Test(types, nothing_is_nothing)
{
	static const char *const blanks[] = {"", " ", "\t", "\xc2\xa0", " \r\n"};
	struct value value = VALUE_INIT;
	size_t b;
	int f;

	for (f = 0; f < NFIELDS; f++) {
		for (b = 0; b < sizeof(blanks) / sizeof(blanks[0]); b++) {
			if (b && sample_fields[f].type <= FIELD_NOTE)
				continue;
			value_set_num(&value, 1);
			cr_expect(field_parse(&rules, &sample_fields[f], blanks[b], &value, NULL));
			cr_expect_not(value.set, "%s", sample_fields[f].name);
			must_take(f, blanks[b], "");
			must_show(f, blanks[b], "");
		}
	}
}

Test(types, text_is_kept_as_it_is)
{
	must_take(TITLE, " two  lines\nand\r\nTAB\t ", " two  lines\nand\r\nTAB\t ");
	must_take(TITLE, "bell \a, escape \033[31m, bidi \xe2\x80\xae",
		  "bell \a, escape \033[31m, "
		  "bidi \xe2\x80\xae");
	must_take(REASON, "1\n\n2\n", "1\n\n2\n");
	must_take(TITLE, " ", " ");
	must_refuse(TITLE, "caf\xe9", "title is not valid UTF-8: convert it first");
	must_refuse(REASON, "\xed\xa0\x80", "reason is not valid UTF-8: convert it first");
	must_refuse(OWNER, "\xff", "owner is not valid UTF-8: convert it first");
	must_refuse(TAG, "\xff", "tag is not valid UTF-8: convert it first");
}

Test(types, whole_numbers)
{
	must_take(PROGRESS, "0", "0");
	must_take(PROGRESS, " 100 ", "100");
	must_take(PROGRESS, "+7", "7");
	must_take(PROGRESS, "12.00", "12");
	must_take(EVEN, "-4", "-4");
	must_refuse(PROGRESS, "101", "progress must be 0 to 100");
	must_refuse(PROGRESS, "-1", "progress must be 0 to 100");
	must_refuse(PROGRESS, "a few", "progress must be a whole number, not 'a few'");
	must_refuse(PROGRESS, "1.5", NULL);
	must_refuse(PROGRESS, "1.", NULL);
	must_refuse(PROGRESS, "1e1", NULL);
	must_refuse(PROGRESS, "0x1", NULL);
	must_refuse(PROGRESS, "5 5", NULL);
	must_refuse(PROGRESS, "99999999999999999999", NULL);
	must_refuse(EVEN, "3", "even must be even");
}

Test(types, steps_of_a_scale)
{
	must_take(LIKELIHOOD, "4", "4");
	must_take(LIKELIHOOD, "Almost-certain", "5");
	must_take(IMPACT, "Moderate (3)", "3");
	must_take(LEVEL, "2 - low", "2");
	must_show(LIKELIHOOD, "4", "4 likely");
	must_refuse(LIKELIHOOD, "12", "'12' is not a likelihood: 1 rare … 5 almost certain");
	must_refuse(IMPACT, "awful", "'awful' is not an impact: 1 negligible … 5 severe");
	must_refuse(LEVEL, "0", "'0' is not a level: 1 very low … 5 very high");
	method_release(&rules.method);
	method_default(&rules.method, 3);
	must_show(LEVEL, "2", "2");
	must_refuse(LIKELIHOOD, "4", "'4' is not a likelihood: 1 … 3");
	must_refuse(LIKELIHOOD, "likely", NULL);
}

Test(types, money_as_people_write_it)
{
	must_take(COST, "1234", "1234.00");
	must_take(COST, "1234.5", "1234.50");
	must_take(COST, "1234,50", "1234.50");
	must_take(COST, "1 234.50", "1234.50");
	must_take(COST, "1'234.50", "1234.50");
	must_take(COST,
		  "1\xe2\x80\x99"
		  "234,50",
		  "1234.50");
	must_take(COST,
		  "1\xc2\xa0"
		  "234\xe2\x80\xaf"
		  "567,5",
		  "1234567.50");
	must_take(COST, "1,234.50", "1234.50");
	must_take(COST, "1.234,50", "1234.50");
	must_take(COST, "1,234,567", "1234567.00");
	must_take(COST, "12.345.678,9", "12345678.90");
	must_take(COST, "EUR 12.50", "12.50");
	must_take(COST, "12.50 eur", "12.50");
	must_take(COST, "12EUR", "12.00");
	must_take(COST, "-12.05", "-12.05");
	must_take(COST, "- EUR 0,05", "-0.05");
	must_take(COST,
		  "\xe2\x88\x92"
		  "3",
		  "-3.00");
	must_take(COST, ".5", "0.50");
	must_take(COST, "999999999999999.99", "999999999999999.99");
	must_show(COST, "1234.5", "1234.50 EUR");
}

Test(types, money_that_may_mean_two_amounts_is_refused)
{
	static const char *const none[] = {
		"a",	    "EUR",	 "1.",	    ",",	   "-",		"1..5",
		"1,2,3",    "12 34",	 "1 234 5", "1,234.567,8", "1'234 567", "1.2.3",
		"1234 567", "12,34,567", "1-2",	    "0x10",	   "1e3",	"12,345.6.7",
		"5 %",	    "--1",	 " . ",	    "1.x",	   "1,000.5x",
	};
	size_t i;

	must_refuse(COST, "1,234",
		    "'1,234' can be read in two ways: write it without group "
		    "signs, like 1234.50");
	must_refuse(COST, "1.234", NULL);
	must_refuse(COST, "999.999", NULL);
	must_refuse(COST, "EUR 12,345", NULL);
	must_refuse(COST, "USD 12.50", "'USD 12.50' is not in EUR: convert it first");
	must_refuse(COST, "12.50 CHF", NULL);
	must_refuse(COST, "-CHF 5", NULL);
	must_refuse(COST, "0.123", "'0.123' has more than two decimals: write it like 1234.50");
	must_refuse(COST, "1234.567",
		    "'1234.567' has more than two decimals: write it like 1234.50");
	must_refuse(COST, "1,234.567", NULL);
	must_refuse(COST, "1234567890123456", "'1234567890123456' is too large an amount");
	for (i = 0; i < sizeof(none) / sizeof(none[0]); i++)
		must_refuse(COST, none[i], NULL);
	must_refuse(BUDGET, "-1", "budget must be 0.00 or more");
	must_refuse(DEBT, "1", "debt must be 0 or less");
	must_take(DEBT, "-5", "-5");
}

Test(types, dates_and_times)
{
	must_take(DUE, "31.12.2026", "2026-12-31");
	must_take(DUE, "+2w", "2026-03-18");
	must_take(AT, "2026-12-31 14:05", "2026-12-31T14:05");
	must_take(AT, "today 9:30", "2026-03-04T09:30");
	must_show(AT, "2026-12-31T14:05", "2026-12-31 14:05");
	must_show(DUE, "2026-12-31", "2026-12-31");
	must_refuse(DUE, "03/04/2026", NULL);
	must_refuse(DUE, "never", NULL);
	must_refuse(AT, "2026-12-31", NULL);
}

Test(types, yes_and_no)
{
	static const char *const yes[] = {"yes", "Y", "TRUE", "t", "1", "x", "X", " on "};
	static const char *const no[] = {"no", "N", "false", "F", "0", "off"};
	size_t i;

	for (i = 0; i < sizeof(yes) / sizeof(yes[0]); i++)
		must_take(PERSONAL, yes[i], "yes");
	for (i = 0; i < sizeof(no) / sizeof(no[0]); i++)
		must_take(PERSONAL, no[i], "no");
	must_show(PERSONAL, "1", "yes");
	must_refuse(PERSONAL, "2", "personal data must be yes or no, not '2'");
}

Test(types, choices_by_any_of_their_names)
{
	must_take(OPTION, "modify", "modify");
	must_take(OPTION, " MODIFY ", "modify");
	must_take(OPTION, "Mitigate", "modify");
	must_take(OPTION, "transfer", "share");
	must_take(OPTION, "accept", "retain");
	must_take(STATUS, "In-Treatment", "in treatment");
	must_take(STATUS, "in_treatment", "in treatment");
	must_take(STATUS, "in   treatment", "in treatment");
	must_show(STATUS, "in treatment", "In treatment");
	must_show(OPTION, "share", "Share");
	must_refuse(OPTION, "foo",
		    "'foo' is not a treatment option: choose modify, avoid, share or retain");
	must_refuse(OPTION, "avod", "'avod' is not a treatment option: did you mean avoid? There "
				    "are modify, avoid, share or retain");
	must_refuse(OPTION, "modify; share", NULL);
	rules.vocabulary = VOCABULARY_COMMON;
	must_show(OPTION, "share", "Transfer");
	must_show(STATUS, "closed", "Closed");
	must_take(OPTION, "share", "share");
	must_refuse(OPTION, "foo",
		    "'foo' is not a treatment option: choose mitigate, avoid, transfer or accept");
	cr_expect_null(choice_find(&sample_fields[OPTION], "Modify"));
}

Test(types, several_choices_are_kept_in_the_order_of_the_declaration)
{
	struct value value = VALUE_INIT;

	must_take(OPTIONS, "retain, Mitigate|share\nmodify", "modify; share; retain");
	must_take(OPTIONS, "avoid", "avoid");
	must_take(OPTIONS, " ; , ", "");
	must_show(OPTIONS, "share;avoid", "Avoid, Share");
	must_refuse(OPTIONS, "avoid; foo",
		    "'foo' is not among options: choose modify, avoid, share or retain");
	cr_assert(field_parse(&rules, &sample_fields[OPTIONS], "share; modify", &value, NULL));
	cr_expect_str_eq(value.text, "modify;share");
	value_set_text(&value, "share;modify");
	cr_expect_not(field_check(&rules, &sample_fields[OPTIONS], &value, NULL));
	value_release(&value);
}

Test(types, open_choices_take_any_word)
{
	must_take(TAG, "On-Site", "on_site");
	must_take(TAG, "Basement", "Basement");
	must_show(TAG, "on site", "On site");
	must_show(TAG, "Basement", "Basement");
	must_refuse(TAG, "two\nlines", "tag takes one line: remove the line breaks");
	must_take(TAGS, "zoo, ON SITE, Ape, zoo, cloud", "cloud; on_site; zoo; Ape");
	must_show(TAGS, "zoo, cloud", "Cloud, zoo");
}

Test(types, references)
{
	struct value value = VALUE_INIT;
	struct str text = STR_INIT;

	must_take(OWNER, " Novak, Anna ", "Novak, Anna");
	must_take(LINKS, "A.8.1, A.8.24;R-1|R-2\nA.8.1", "A.8.1; A.8.24; R-1; R-2");
	must_show(LINKS, "A.8.1;R-1", "A.8.1, R-1");
	must_show(OWNER, "P-0001", "P-0001");
	value_add_ref(&value, 7, "P-0001", "Anna Novak");
	field_show(&rules, &sample_fields[OWNER], &value, &text);
	cr_expect_str_eq(str_get(&text), "Anna Novak");
	str_clear(&text);
	field_format(&rules, &sample_fields[OWNER], &value, &text);
	cr_expect_str_eq(str_get(&text), "P-0001");
	value_add_ref(&value, 8, "P-0002", NULL);
	cr_expect_not(field_check(&rules, &sample_fields[OWNER], &value, NULL));
	cr_expect(field_check(&rules, &sample_fields[LINKS], &value, NULL));
	value_add_ref(&value, 0, NULL, NULL);
	cr_expect_not(field_check(&rules, &sample_fields[LINKS], &value, NULL), "no id, no code");
	value_release(&value);
	value_add_ref(&value, 0, "\xff", NULL);
	cr_expect_not(field_check(&rules, &sample_fields[LINKS], &value, NULL));
	value_release(&value);
	str_release(&text);
}

/* Values that did not come from text are held to the same. */
Test(types, check_of_values_made_by_hand)
{
	static const struct {
		int field;
		long long num;
	} bad[] = {
		{PROGRESS, 101},     {LIKELIHOOD, 0},	{LIKELIHOOD, 6}, {PERSONAL, 2},
		{DUE, LONG_MAX / 2}, {DUE, -100000000}, {EVEN, 1},	 {BUDGET, -1},
	};
	static const struct {
		int field;
		const char *text;
	} worse[] = {
		{TITLE, "\xff"}, {OPTION, "Modify"},	   {OPTION, ""},  {OPTIONS, "foo"},
		{AT, "today"},	 {AT, "2026-12-31 14:05"}, {TAG, "a\nb"},
	};
	struct value value = VALUE_INIT;
	struct err err = ERR_INIT;
	size_t i;

	for (i = 0; i < sizeof(bad) / sizeof(bad[0]); i++) {
		value_set_num(&value, bad[i].num);
		cr_expect_not(field_check(&rules, &sample_fields[bad[i].field], &value, &err),
			      "%zu", i);
		cr_expect_eq(err.field, &sample_fields[bad[i].field]);
	}
	for (i = 0; i < sizeof(worse) / sizeof(worse[0]); i++) {
		value_set_text(&value, worse[i].text);
		cr_expect_not(field_check(&rules, &sample_fields[worse[i].field], &value, &err),
			      "%zu", i);
		cr_expect_eq(err.field, &sample_fields[worse[i].field]);
	}
	value_release(&value);
	err_release(&err);
}

static int order(int f, const char *a, const char *b)
{
	struct value va = VALUE_INIT, vb = VALUE_INIT;
	int cmp, back;

	cr_assert(field_parse(&rules, &sample_fields[f], a, &va, NULL));
	cr_assert(field_parse(&rules, &sample_fields[f], b, &vb, NULL));
	cmp = type_ops[sample_fields[f].type].cmp(&va, &vb);
	back = type_ops[sample_fields[f].type].cmp(&vb, &va);
	cr_expect_eq((cmp > 0) - (cmp < 0), (back < 0) - (back > 0));
	value_release(&va);
	value_release(&vb);
	return (cmp > 0) - (cmp < 0);
}

Test(types, order_as_people_expect_and_nothing_last)
{
	cr_expect_eq(order(TITLE, "A.5.2", "A.5.10"), -1);
	cr_expect_eq(order(PROGRESS, "9", "10"), -1);
	cr_expect_eq(order(DUE, "2026-01-01", "2025-12-31"), 1);
	cr_expect_eq(order(OWNER, "P-2", "P-10"), -1);
	cr_expect_eq(order(LINKS, "P-2", "P-2;P-3"), -1);
	cr_expect_eq(order(LINKS, "P-2", "P-2"), 0);
	cr_expect_eq(order(TITLE, "", "zzz"), 1);
	cr_expect_eq(order(PROGRESS, "", "100"), 1);
	cr_expect_eq(order(LINKS, "", "P-1"), 1);
	cr_expect_eq(order(AT, "", ""), 0);
}

static enum style style(int f, const char *typed)
{
	struct value value = VALUE_INIT;
	enum style found;

	cr_assert(field_parse(&rules, &sample_fields[f], typed, &value, NULL));
	found = field_style(&rules, &sample_fields[f], &value);
	value_release(&value);
	return found;
}

Test(types, styles)
{
	cr_expect_eq(style(OPTION, "share"), STYLE_WARN);
	cr_expect_eq(style(LEVEL, "5"), STYLE_BAD);
	cr_expect_eq(style(LEVEL, "1"), STYLE_GOOD);
	cr_expect_eq(style(LIKELIHOOD, "5"), STYLE_PLAIN);
	cr_expect_eq(style(OVERDUE, "yes"), STYLE_BAD);
	cr_expect_eq(style(OVERDUE, "no"), STYLE_PLAIN);
	cr_expect_eq(style(PERSONAL, "yes"), STYLE_PLAIN);
	cr_expect_eq(style(TAG, "own"), STYLE_PLAIN);
	cr_expect_eq(style(OPTION, ""), STYLE_PLAIN);
}

Test(types, messages_quote_only_the_beginning_of_much_text)
{
	struct value value = VALUE_INIT;
	struct err err = ERR_INIT;
	struct str long_text = STR_INIT;
	int i;

	for (i = 0; i < 5000; i++)
		str_add(&long_text, "ä");
	cr_expect_not(
		field_parse(&rules, &sample_fields[OPTION], str_get(&long_text), &value, &err));
	cr_expect_lt(strlen(err_msg(&err)), 200);
	err_release(&err);
	str_release(&long_text);
}

Test(types, a_cell_full_of_codes_is_a_mistake)
{
	static const int fields[] = {LINKS, TAGS, COST};
	struct value value = VALUE_INIT;
	struct str text = STR_INIT;
	size_t f;
	int i;

	for (i = 0; i < 10001; i++)
		str_addf(&text, "%d;\xc2\xa0", i);
	for (f = 0; f < sizeof(fields) / sizeof(fields[0]); f++)
		cr_expect_not(field_parse(&rules, &sample_fields[fields[f]], str_get(&text), &value,
					  NULL));
	str_release(&text);
}

Test(types, values_copy_and_compare)
{
	struct value a = VALUE_INIT, b = VALUE_INIT;
	const struct field *links = &sample_fields[LINKS];

	value_copy(&b, &a);
	cr_expect(value_equal(links, &a, &b));
	value_add_ref(&a, 1, "A", "one");
	value_add_ref(&a, 2, "B", NULL);
	value_copy(&b, &a);
	value_copy(&b, &b);
	cr_expect(value_equal(links, &a, &b));
	value_release(&b);
	value_add_ref(&b, 2, "B", NULL);
	cr_expect_not(value_equal(links, &a, &b));
	cr_expect_not(value_equal(links, &b, &a));
	value_add_ref(&b, 1, "other code", NULL);
	cr_expect(value_equal(links, &a, &b), "links have no order");
	value_set_text(&a, "text");
	value_set_text(&a, a.text);
	cr_expect_str_eq(a.text, "text");
	cr_expect_not(value_equal(&sample_fields[TITLE], &a, &b));
	value_set_text(&a, NULL);
	cr_expect_not(a.set);
	value_set_text(&a, "");
	cr_expect(a.set);
	value_release(&b);
	cr_expect_not(value_equal(&sample_fields[TITLE], &a, &b), "an empty text is a text");
	value_release(&a);
	value_release(&b);
}
