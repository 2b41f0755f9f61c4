/* A text that is edited: taken back step by step, and broken into lines. */
#include "config.h"

#include "isms/tui/edit.h"

#include <stdlib.h>
#include <string.h>

#include <criterion/criterion.h>

#include "isms/tui/wrap.h"
#include "isms/util/mem.h"
#include "isms/util/text.h"

static const char *const pieces[] = {"a",
				     " ",
				     "\n",
				     "word ",
				     "\xc5\xbelu\xc5\xa5",
				     "\xe6\xbc\xa2",
				     "e\xcc\x81",
				     "\n\n",
				     "longer than a line",
				     ""};
#define NPIECES (sizeof(pieces) / sizeof(pieces[0]))

static unsigned next(unsigned *seed)
{
	*seed = *seed * 1103515245u + 12345u;
	return *seed >> 16;
}

/* Somewhere between two graphemes. */
static size_t place(const struct edit *edit, unsigned *seed)
{
	const char *s = str_get(&edit->s);
	size_t want = edit->s.len == 0 ? 0 : next(seed) % (edit->s.len + 1), at = 0;

	while (at < want)
		at += text_next(s + at);
	return at;
}

static void change(struct edit *edit, unsigned *seed)
{
	const char *piece = pieces[next(seed) % NPIECES];
	size_t at = place(edit, seed), gone = 0;

	for (unsigned n = next(seed) % 4; n > 0; n--)
		gone += text_next(str_get(&edit->s) + at + gone);
	edit_splice(edit, at, gone, piece, strlen(piece));
}

/* What is broken piece by piece is as if it were broken at once. */
Test(edit, lines_are_those_of_the_whole_text)
{
	for (unsigned run = 1; run < 60; run++) {
		struct edit edit = EDIT_INIT;
		struct wrap wrap = {0};
		unsigned seed = run;

		for (int i = 0; i < 200; i++) {
			struct wrap whole = {0};
			int cells = i < 150 ? 12 : 7;

			for (unsigned n = next(&seed) % 3; n > 0; n--)
				change(&edit, &seed);
			if (next(&seed) % 10 == 0)
				edit_undo(&edit);
			wrap_update(&wrap, &edit, cells);
			edit.same_head = edit.same_tail = 0;
			wrap_update(&whole, &edit, cells);
			cr_assert_eq(wrap.n, whole.n, "run %u, step %d", run, i);
			cr_assert(memcmp(wrap.start, whole.start, whole.n * sizeof(size_t)) == 0,
				  "run %u, step %d", run, i);
			wrap_release(&whole);
		}
		wrap_release(&wrap);
		edit_release(&edit);
	}
}

Test(edit, all_steps_back_and_forth)
{
	for (unsigned run = 1; run < 60; run++) {
		struct edit edit = EDIT_INIT;
		unsigned seed = run;
		char *last;

		edit_set(&edit, "as it was");
		for (int i = 0; i < 100; i++)
			change(&edit, &seed);
		last = xstrdup(str_get(&edit.s));
		while (edit_undo(&edit))
			cr_assert_leq(edit.at, edit.s.len);
		cr_assert_str_eq(str_get(&edit.s), "as it was");
		while (edit_redo(&edit))
			cr_assert_leq(edit.at, edit.s.len);
		cr_assert_str_eq(str_get(&edit.s), last);
		free(last);
		edit_release(&edit);
	}
}

/* Typing is taken back word by word, deleting as a whole. */
Test(edit, steps_are_words)
{
	struct edit edit = EDIT_INIT;

	edit_set(&edit, "");
	for (const char *p = "one two"; *p != '\0'; p++)
		edit_insert(&edit, (const char[]){*p, '\0'});
	edit_splice(&edit, 6, 1, "", 0);
	edit_splice(&edit, 5, 1, "", 0);
	cr_assert_str_eq(str_get(&edit.s), "one t");
	cr_assert(edit_undo(&edit));
	cr_assert_str_eq(str_get(&edit.s), "one two");
	cr_assert(edit_undo(&edit));
	cr_assert_str_eq(str_get(&edit.s), "one ");
	cr_assert(edit_undo(&edit));
	cr_assert_str_eq(str_get(&edit.s), "");
	cr_assert_not(edit_undo(&edit));
	edit_release(&edit);
}

/* A paste into a line: breaks are blanks, the last one is none. */
Test(edit, a_line_has_no_breaks)
{
	struct edit edit = EDIT_INIT;

	edit_insert(&edit, "a\r\nb\nc\rd\r\n");
	cr_assert_str_eq(str_get(&edit.s), "a b c d");
	edit_set(&edit, "");
	edit.block = true;
	edit_insert(&edit, "a\r\nb\n");
	cr_assert_str_eq(str_get(&edit.s), "a\nb\n");
	edit_release(&edit);
}
