#include "config.h"

#include "isms/util/err.h"

#include <criterion/criterion.h>

/* The room util only hands fields through; what they are is the model's. */
static const struct field *some_field(void)
{
	static const char field;

	return (const struct field *)(const void *)&field;
}

Test(err, starts_empty)
{
	struct err err = ERR_INIT;

	cr_assert_str_eq(err_msg(&err), "");
	cr_assert_str_eq(err_msg(NULL), "");
	err_release(&err);
}

Test(err, set_says_false_and_replaces)
{
	struct err err = ERR_INIT;

	cr_assert_not(err_field(&err, some_field(), "likelihood is %d", 7));
	cr_assert_eq(err.kind, ERR_INPUT);
	cr_assert_eq(err.field, some_field());
	cr_assert_not(err_set(&err, ERR_FILE, "cannot open '%s'", "acme.isms"));
	cr_assert_eq(err.kind, ERR_FILE);
	cr_assert_null(err.field, "the field of the error before must be gone");
	cr_assert_str_eq(err_msg(&err), "cannot open 'acme.isms'");
	err_release(&err);
	cr_assert_eq(err.kind, ERR_NONE);
	cr_assert_str_eq(err_msg(&err), "");
}

Test(err, set_may_quote_the_message_it_replaces)
{
	struct err err = ERR_INIT;

	err_set(&err, ERR_FAILED, "disk full");
	err_set(&err, ERR_FILE, "cannot save: %s", err_msg(&err));
	cr_assert_str_eq(err_msg(&err), "cannot save: disk full");
	err_release(&err);
}

Test(err, prefix_keeps_kind_and_field)
{
	struct err err = ERR_INIT;

	err_prefix(&err, "line %d: ", 6);
	cr_assert_str_eq(err_msg(&err), "", "there was nothing to put it in front of");
	err_field(&err, some_field(), "no such choice");
	err_prefix(&err, "line %d: ", 7);
	cr_assert_str_eq(err_msg(&err), "line 7: no such choice");
	cr_assert_eq(err.kind, ERR_INPUT);
	cr_assert_eq(err.field, some_field());
	err_release(&err);
}

Test(err, move_empties_the_source)
{
	struct err to = ERR_INIT, from = ERR_INIT;

	err_set(&to, ERR_FAILED, "old");
	err_set(&from, ERR_STALE, "new");
	err_move(&to, &from);
	cr_assert_eq(to.kind, ERR_STALE);
	cr_assert_str_eq(err_msg(&to), "new");
	cr_assert_eq(from.kind, ERR_NONE);
	cr_assert_null(from.msg);
	err_move(&to, &to);
	cr_assert_str_eq(err_msg(&to), "new");
	err_move(NULL, &to);
	cr_assert_eq(to.kind, ERR_NONE);
	err_release(&to);
}

Test(err, nobody_need_listen)
{
	cr_assert_not(err_set(NULL, ERR_FAILED, "unheard"));
	cr_assert_not(err_field(NULL, NULL, "unheard"));
	err_prefix(NULL, "line 1: ");
	err_release(NULL);
}
