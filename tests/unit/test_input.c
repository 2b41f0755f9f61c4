/* Keys that are read ahead while something else is done. */
#include "config.h"

#include "isms/tui/input.h"

#include <string.h>
#include <unistd.h>

#include <criterion/criterion.h>

static int ends[2];
static struct input *in;

static void setup(void)
{
	cr_assert_eq(pipe(ends), 0);
	in = input_new(ends[0]);
}

static void teardown(void)
{
	input_free(&in);
	close(ends[0]);
	close(ends[1]);
}

TestSuite(input, .init = setup, .fini = teardown);

static void typed(const char *bytes)
{
	cr_assert_eq(write(ends[1], bytes, strlen(bytes)), (ssize_t)strlen(bytes));
}

static void next_is(int code)
{
	struct key key = {0};

	cr_assert(input_waits(in));
	cr_assert(input_key(in, 0, &key));
	cr_expect_eq(key.code, code, "%d, wanted %d", key.code, code);
}

Test(input, nothing_typed_cancels_nothing)
{
	cr_expect_not(input_cancels(in));
	cr_expect_not(input_waits(in));
}

/* In order, pastes and the mouse with what belongs to them. */
Test(input, ahead)
{
	typed("a\033[<0;5;7M\033[200~one\033[201~\033[200~two\003\033[201~\033[A");
	cr_expect_not(input_cancels(in));
	typed("b\033[<64;2;3M");
	cr_expect_not(input_cancels(in));
	next_is('a');
	next_is(K_MOUSE);
	cr_expect_eq(input_mouse(in)->x, 4);
	cr_expect_eq(input_mouse(in)->y, 6);
	next_is(K_PASTE);
	cr_expect_str_eq(input_paste(in), "one");
	typed("c");
	next_is(K_PASTE);
	cr_expect_str_eq(input_paste(in), "two\003");
	next_is(K_UP);
	next_is('b');
	next_is(K_MOUSE);
	cr_expect_eq(input_mouse(in)->button, MOUSE_WHEEL_UP);
	next_is('c');
	cr_expect_not(input_waits(in));
}

/* Esc and ^C are taken out; what was typed around them comes afterwards. */
Test(input, cancels)
{
	typed("a\003b");
	cr_expect(input_cancels(in));
	next_is('a');
	next_is('b');
	typed("c\033");
	cr_expect(input_cancels(in));
	next_is('c');
	cr_expect_not(input_waits(in));
}

/* What is not read any more at the end is freed; the end shows behind the last key. */
Test(input, end)
{
	typed("\033[200~one\033[201~");
	close(ends[1]);
	ends[1] = -1;
	cr_expect_not(input_cancels(in));
	cr_expect_not(input_gone(in));
}
