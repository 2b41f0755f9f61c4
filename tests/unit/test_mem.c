#include "config.h"

#include "isms/util/mem.h"

#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <criterion/criterion.h>

Test(mem, nothing_is_still_a_pointer)
{
	void *p = xmalloc(0), *q = xcalloc(0, 4), *r = xrealloc(NULL, 0, 8);

	cr_assert_not_null(p);
	cr_assert_not_null(q);
	cr_assert_not_null(r);
	r = xrealloc(r, 0, 8);
	cr_assert_not_null(r);
	free(p);
	free(q);
	free(r);
}

Test(mem, calloc_zeroes)
{
	static const char zeros[64];
	char *p = xcalloc(16, 4);

	cr_assert_eq(memcmp(p, zeros, sizeof(zeros)), 0);
	free(p);
}

Test(mem, copies)
{
	char *s = xstrdup("acme"), *part = xstrndup("acme", 2), *all = xstrndup("acme", 99);
	char *text = xasprintf("%s has %d", s, 84);

	cr_assert_str_eq(s, "acme");
	cr_assert_str_eq(part, "ac");
	cr_assert_str_eq(all, "acme");
	cr_assert_str_eq(text, "acme has 84");
	free(s);
	free(part);
	free(all);
	free(text);
}

Test(mem, strndup_reads_no_further_than_n)
{
	const char unended[] = {'a', 'b'};
	char *s = xstrndup(unended, sizeof(unended));

	cr_assert_str_eq(s, "ab");
	free(s);
}

Test(mem, grow_doubles_and_keeps_items)
{
	size_t n = 0, cap = 0, steps = 0;
	int *items = NULL;

	while (n < 1000) {
		size_t before = cap;

		items = xgrow(items, n, &cap, sizeof(*items));
		steps += cap != before;
		items[n] = (int)n;
		n++;
	}
	cr_assert_leq(steps, 8, "%zu steps are not doubling", steps);
	for (n = 0; n < 1000; n++)
		cr_assert_eq(items[n], (int)n);
	free(items);
}

/* The program ends with a message; the reader's terminal must not fill with it. */
static void silence(void)
{
	cr_assert_not_null(freopen("/dev/null", "w", stderr));
}

Test(mem, size_that_overflows_is_fatal, .signal = SIGABRT)
{
	silence();
	free(xrealloc(NULL, SIZE_MAX / 2, 3));
}

Test(mem, calloc_that_overflows_is_fatal, .signal = SIGABRT)
{
	volatile size_t n = SIZE_MAX / 2; /* so that gcc does not see it coming */

	silence();
	free(xcalloc(n, 3));
}

Test(mem, check_of_null_is_fatal, .signal = SIGABRT)
{
	silence();
	xcheck(NULL);
}
