#include "config.h"

#include <stdlib.h>

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

TestSuite(record, .init = start, .fini = stop);

static void put(struct record *rec, const char *field, const char *text)
{
	struct err err = ERR_INIT;

	cr_assert(field_parse(&rules, kind_field(rec->kind, field), text, record_value(rec, field),
			      &err),
		  "%s", err_msg(&err));
}

static struct record *good(void)
{
	struct record *rec = record_new(&sample);

	record_defaults(&rules, rec);
	put(rec, "title", "Loss of a laptop");
	return rec;
}

static void must_pass(const struct record *rec, const struct record *old)
{
	struct err err = ERR_INIT;

	cr_expect(record_check(&rules, rec, old, &err), "%s", err_msg(&err));
	err_release(&err);
}

static void must_refuse(const struct record *rec, const struct record *old, int field,
			const char *says)
{
	struct err err = ERR_INIT;

	cr_expect_not(record_check(&rules, rec, old, &err), "%s", says);
	cr_expect_str_eq(err_msg(&err), says, "'%s'", err_msg(&err));
	cr_expect_eq(err.field, field < 0 ? NULL : &sample_fields[field]);
	cr_expect_eq(err.kind, ERR_INPUT);
	err_release(&err);
}

Test(record, new_ones_have_the_initial_values)
{
	struct record *rec = good();

	cr_expect_eq(rec->id, 0);
	cr_expect_null(rec->code);
	cr_expect_eq(record_get(rec, "due")->num, rules.today);
	cr_expect_str_eq(record_get(rec, "status")->text, "identified");
	cr_expect_not(record_get(rec, "cost")->set);
	must_pass(rec, NULL);
	record_free(&rec);
	cr_expect_null(rec);
	record_free(&rec);
}

Test(record, copies_share_nothing)
{
	struct record *rec = good(), *copy;

	rec->code = xstrdup("X-0001");
	rec->changed_by = xstrdup("anna");
	rec->ver = 3;
	put(rec, "links", "A;B");
	copy = record_copy(rec);
	put(rec, "title", "other");
	put(rec, "links", "");
	rec->code[0] = 'Y';
	cr_expect_str_eq(record_title(copy), "Loss of a laptop");
	cr_expect_str_eq(copy->code, "X-0001");
	cr_expect_str_eq(copy->changed_by, "anna");
	cr_expect_eq(copy->ver, 3);
	cr_expect_eq(record_get(copy, "links")->nrefs, 2);
	record_free(&rec);
	record_free(&copy);
}

Test(record, title_else_code)
{
	struct record *rec = record_new(&sample);

	cr_expect_str_eq(record_title(rec), "");
	rec->code = xstrdup("X-0001");
	cr_expect_str_eq(record_title(rec), "X-0001");
	value_set_text(&rec->values[TITLE], "");
	cr_expect_str_eq(record_title(rec), "X-0001");
	put(rec, "title", "Loss");
	cr_expect_str_eq(record_title(rec), "Loss");
	record_free(&rec);
}

Test(record, title_of_a_record_that_is_called_by_a_reference)
{
	static const struct kind link = {.name = "link",
					 .fields = &sample_fields[OWNER],
					 .nfields = 1};
	struct record *rec = record_new(&link);

	value_add_ref(&rec->values[0], 0, "P-1", NULL);
	cr_expect_str_eq(record_title(rec), "P-1");
	value_release(&rec->values[0]);
	value_add_ref(&rec->values[0], 1, "P-1", "Anna");
	cr_expect_str_eq(record_title(rec), "Anna");
	record_free(&rec);
}

Test(record, required_fields)
{
	struct record *rec = good();

	put(rec, "title", " \t ");
	must_refuse(rec, NULL, TITLE, "title is required");
	put(rec, "title", "");
	must_refuse(rec, NULL, TITLE, "title is required");
	put(rec, "title", "x");
	put(rec, "status", "");
	must_refuse(rec, NULL, STATUS, "status is required");
	record_free(&rec);
}

Test(record, what_begins_in_a_later_state_has_what_the_move_asks_for)
{
	struct record *rec = good();
	struct err err = ERR_INIT;

	cr_expect(record_begins(&rules, rec, NULL));
	put(rec, "status", "closed");
	cr_expect(record_begins(&rules, rec, NULL), "no move to it asks for anything");
	put(rec, "status", "analysed");
	cr_expect(record_begins(&rules, rec, NULL));
	put(rec, "status", "in treatment");
	must_pass(rec, NULL);
	cr_expect_not(record_begins(&rules, rec, &err), "an import may");
	cr_expect_str_eq(err_msg(&err), "owner is required for 'In treatment'", "'%s'", err_msg(&err));
	cr_expect_eq(err.field, &sample_fields[OWNER]);
	cr_expect_eq(record_lacks(rec, NULL), record_lacks(rec, "analysed"), "as of the move");
	put(rec, "owner", "P-1");
	cr_expect(record_begins(&rules, rec, NULL));
	put(rec, "status", "void");
	cr_expect_not(record_begins(&rules, rec, NULL), "what any state may come to asks, too");
	err_release(&err);
	record_free(&rec);
}

Test(record, every_field_is_checked_but_derived_ones)
{
	struct record *rec = good();

	value_set_num(record_value(rec, "level"), 99);
	must_pass(rec, NULL);
	value_set_num(record_value(rec, "progress"), 101);
	must_refuse(rec, NULL, PROGRESS, "progress must be 0 to 100");
	put(rec, "progress", "50");
	value_set_num(record_value(rec, "even"), 3);
	must_refuse(rec, NULL, EVEN, "even must be even");
	record_free(&rec);
}

Test(record, the_kinds_own_check_comes_last)
{
	struct record *rec = good();

	put(rec, "cost", "5");
	must_refuse(rec, NULL, OWNER, "what costs needs an owner");
	put(rec, "owner", "P-1");
	must_pass(rec, NULL);
	record_free(&rec);
}

Test(record, moves_of_the_life_cycle)
{
	struct record *old = good(), *rec = record_copy(old);

	put(rec, "status", "closed");
	must_pass(rec, NULL);
	must_refuse(
		rec, old, STATUS,
		"a risk item cannot go from 'identified' to 'closed': next is analysed or void");
	put(rec, "status", "analysed");
	must_pass(rec, old);
	put(old, "status", "analysed");
	put(rec, "status", "in treatment");
	must_refuse(rec, old, OWNER, "owner is required for 'In treatment'");
	put(rec, "owner", "P-1");
	must_pass(rec, old);
	put(rec, "status", "void");
	must_refuse(rec, old, REASON, "reason is required for 'Void'");
	put(rec, "reason", "  ");
	must_refuse(rec, old, REASON, "reason is required for 'Void'");
	put(rec, "reason", "merged");
	must_pass(rec, old);
	value_release(record_value(old, "status"));
	must_pass(rec, old);
	record_free(&rec);
	record_free(&old);
}

Test(record, code_is_checked)
{
	struct record *rec = good();

	rec->code = xstrdup("X 1; X 2");
	must_refuse(rec, NULL, -1, "the code 'X 1; X 2' must not have , ; | or \"");
	record_free(&rec);
}

Test(record, codes)
{
	static const char *const fine[] = {
		"R-0012",
		"A.5.1",
		"5",
		"Änderung 7",
		"R_1/2",
		"漢",
		"0123456789012345678901234567890123456789",
	};
	static const char *const bad[] = {
		"",
		" R-1",
		"R-1 ",
		"R-1\xc2\xa0",
		"R\t1",
		"R\n1",
		"R\x7f",
		"R\xc2\x85",
		"R,1",
		"R;1",
		"R|1",
		"\"R\"",
		"\xff",
		"R\xc3",
		"01234567890123456789012345678901234567890",
	};
	struct err err = ERR_INIT;
	size_t i;

	for (i = 0; i < sizeof(fine) / sizeof(fine[0]); i++)
		cr_expect(code_check(fine[i], &err), "'%s': %s", fine[i], err_msg(&err));
	for (i = 0; i < sizeof(bad) / sizeof(bad[0]); i++) {
		cr_expect_not(code_check(bad[i], &err), "'%s'", bad[i]);
		cr_expect_eq(err.kind, ERR_INPUT);
		err_release(&err);
	}
}
