#include "config.h"

#include "isms/util/str.h"

#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <criterion/criterion.h>

#include "isms/util/mem.h"

Test(str, empty_is_a_string)
{
	struct str str = STR_INIT;
	char *s;

	cr_assert_str_eq(str_get(&str), "");
	str_clear(&str);
	str_cut(&str, 5);
	str_remove(&str, 0, 5);
	str_trim(&str);
	cr_assert_eq(str.len, 0u);
	s = str_detach(&str);
	cr_assert_str_eq(s, "");
	free(s);
	str_release(&str);
}

Test(str, adding)
{
	struct str str = STR_INIT;

	str_add(&str, "A");
	str_addc(&str, '.');
	str_addf(&str, "%d.%d", 5, 10);
	str_addn(&str, " Contact with", 8);
	str_addn(&str, "", 0);
	cr_assert_str_eq(str_get(&str), "A.5.10 Contact");
	cr_assert_eq(str.len, 14u);
	str_clear(&str);
	cr_assert_str_eq(str_get(&str), "");
	str_release(&str);
}

Test(str, long_text_grows)
{
	struct str str = STR_INIT;
	size_t i;

	for (i = 0; i < 100000; i++)
		str_addc(&str, (char)('a' + i % 26));
	cr_assert_eq(str.len, 100000u);
	cr_assert_eq(strlen(str_get(&str)), 100000u);
	cr_assert_eq(str.s[99999], (char)('a' + 99999 % 26));
	str_release(&str);
}

Test(str, holds_nuls)
{
	struct str str = STR_INIT;

	str_addn(&str, "a\0b", 3);
	cr_assert_eq(str.len, 3u);
	cr_assert_eq(str.s[2], 'b');
	cr_assert_eq(str.s[3], '\0');
	str_release(&str);
}

Test(str, insert_remove_cut)
{
	struct str str = STR_INIT;

	str_insert(&str, 0, "risk", 4);
	str_insert(&str, 0, "the ", 4);
	str_insert(&str, 4, "top ", 4);
	str_insert(&str, 99, "!", 1);
	cr_assert_str_eq(str_get(&str), "the top risk!");
	str_remove(&str, 4, 4);
	cr_assert_str_eq(str_get(&str), "the risk!");
	str_remove(&str, 8, 99);
	cr_assert_str_eq(str_get(&str), "the risk");
	str_remove(&str, 8, 1);
	str_cut(&str, 99);
	cr_assert_str_eq(str_get(&str), "the risk");
	str_cut(&str, 3);
	cr_assert_str_eq(str_get(&str), "the");
	cr_assert_eq(str.len, 3u);
	str_release(&str);
}

Test(str, detach_starts_anew)
{
	struct str str = STR_INIT;
	char *s;

	str_add(&str, "mine");
	s = str_detach(&str);
	str_add(&str, "yours");
	cr_assert_str_eq(s, "mine");
	cr_assert_str_eq(str_get(&str), "yours");
	free(s);
	str_release(&str);
}

static void must_trim(const char *from, const char *to)
{
	struct str str = STR_INIT;

	str_add(&str, from);
	str_trim(&str);
	cr_assert_str_eq(str_get(&str), to, "'%s' became '%s'", from, str_get(&str));
	cr_assert_eq(str.len, strlen(to));
	str_release(&str);
}

Test(str, trim)
{
	must_trim("plain", "plain");
	must_trim(" \t\r\n both ends \v\f", "both ends");
	must_trim("\u00a0pasted from a web page\u00a0 \u00a0", "pasted from a web page");
	must_trim("keeps\u00a0the  middle", "keeps\u00a0the  middle");
	must_trim(" \u00a0\t", "");
	must_trim("\u00e0 la carte \u00e0", "\u00e0 la carte \u00e0"); /* à ends with A0 as well */
	must_trim("\xc2", "\xc2");
	must_trim("\xa0", "\xa0");
}

Test(str, equal)
{
	cr_assert(str_equal("a", "a"));
	cr_assert_not(str_equal("a", "A"));
	cr_assert(str_equal(NULL, NULL));
	cr_assert_not(str_equal(NULL, ""));
	cr_assert_not(str_equal("", NULL));
}

Test(strv, add_take_has)
{
	struct strv list = STRV_INIT;
	char word[] = "open";

	cr_assert_not(strv_has(&list, "open"));
	strv_add(&list, word);
	word[0] = 'O';
	strv_take(&list, xstrdup("closed"));
	cr_assert_eq(list.n, 2u);
	cr_assert(strv_has(&list, "open"), "strv_add() must copy");
	cr_assert(strv_has(&list, "closed"));
	cr_assert_not(strv_has(&list, "clos"));
	strv_release(&list);
	cr_assert_eq(list.n, 0u);
	strv_add(&list, "again");
	cr_assert_str_eq(list.v[0], "again");
	strv_release(&list);
}

Test(strv, split)
{
	struct strv list = STRV_INIT;

	strv_split(&list, " A.8.1, A.8.24 ;;\u00a0A.5.2\u00a0,, ", ",;");
	cr_assert_eq(list.n, 3u);
	cr_assert_str_eq(list.v[0], "A.8.1");
	cr_assert_str_eq(list.v[1], "A.8.24");
	cr_assert_str_eq(list.v[2], "A.5.2");
	strv_split(&list, "", ",");
	strv_split(&list, " , ,", ",");
	cr_assert_eq(list.n, 3u, "empty parts are no parts");
	strv_split(&list, "whole text", "");
	cr_assert_eq(list.n, 4u);
	cr_assert_str_eq(list.v[3], "whole text");
	strv_release(&list);
}

Test(str, decimal)
{
	const long long nums[] = {0, 7, -1, 10, 1234567890123LL, LLONG_MAX, LLONG_MIN};
	struct str s = STR_INIT;
	char want[32];
	size_t i;

	for (i = 0; i < sizeof(nums) / sizeof(*nums); i++) {
		str_clear(&s);
		str_addi(&s, nums[i]);
		snprintf(want, sizeof(want), "%lld", nums[i]);
		cr_expect_str_eq(str_get(&s), want);
	}
	str_release(&s);
}
