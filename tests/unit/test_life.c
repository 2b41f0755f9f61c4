#include "config.h"

#include "isms/util/str.h"
#include "sample.h"

static void must_refuse(const char *from, const char *to, const char *says)
{
	struct err err = ERR_INIT;

	cr_expect_not(life_check(&sample, from, to, &err), "%s to %s", from, to);
	cr_expect_str_eq(err_msg(&err), says, "'%s'", err_msg(&err));
	cr_expect_eq(err.field, &sample_fields[STATUS]);
	cr_expect_eq(err.kind, ERR_INPUT);
	err_release(&err);
}

Test(life, state)
{
	static const struct kind without = {.name = "w", .fields = sample_fields, .nfields = 1};
	struct strv moves = STRV_INIT;

	cr_expect_eq(kind_state(&sample), &sample_fields[STATUS]);
	cr_expect_null(kind_state(&without));
	cr_expect(life_check(&without, "a", "b", NULL));
	life_moves(&without, "a", &moves);
	cr_expect_eq(moves.n, 0);
}

Test(life, allowed)
{
	cr_expect(life_check(&sample, "identified", "analysed", NULL));
	cr_expect(life_check(&sample, "in treatment", "analysed", NULL));
	cr_expect(life_check(&sample, "closed", "closed", NULL), "staying is no move");
	cr_expect(life_check(&sample, NULL, "closed", NULL), "an import brings what is");
	cr_expect(life_check(&sample, "closed", "void", NULL), "any state");
	cr_expect(life_check(&sample, "of a newer file", "void", NULL));
}

Test(life, refused_with_what_is_next)
{
	must_refuse(
		"identified", "closed",
		"a risk item cannot go from 'identified' to 'closed': next is analysed or void");
	must_refuse("in treatment", "identified",
		    "a risk item cannot go from 'in treatment' to 'identified': next is closed, "
		    "analysed or void");
	must_refuse("void", "closed",
		    "a risk item cannot go from 'void' to 'closed': it is the end");
	must_refuse("newer", "closed",
		    "a risk item cannot go from 'newer' to 'closed': next is void");
}

Test(life, moves)
{
	struct strv moves = STRV_INIT;

	life_moves(&sample, "in treatment", &moves);
	cr_assert_eq(moves.n, 3);
	cr_expect_str_eq(moves.v[0], "closed");
	cr_expect_str_eq(moves.v[1], "analysed");
	cr_expect_str_eq(moves.v[2], "void");
	strv_release(&moves);
	life_moves(&sample, "void", &moves);
	cr_expect_eq(moves.n, 0);
	strv_release(&moves);
}
