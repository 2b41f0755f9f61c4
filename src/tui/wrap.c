#include "config.h"

#include "isms/tui/wrap.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "isms/util/mem.h"
#include "isms/util/text.h"

int wrap_cells(const char *s, size_t n)
{
	struct str clean = STR_INIT;
	int cells;

	if (n == 1 && *s >= ' ' && *s <= '~')
		return 1;
	text_harmless(&clean, s, n, HARMLESS_LINE);
	cells = text_width(str_get(&clean));
	str_release(&clean);
	return cells;
}

/* Where the line that begins at s + from ends (the bytes it shows), and where
 * the next one begins: behind a break, a blank, or at the next grapheme. */
static size_t line_of(const char *s, size_t from, int cells, size_t *next)
{
	size_t i = from, blank = 0;
	int used = 0;

	while (s[i] != '\0' && s[i] != '\n') {
		size_t n = text_next(s + i);
		int w = wrap_cells(s + i, n);

		if (used + w > cells && i > from) {
			*next = blank > from ? blank + 1 : i;
			return blank > from ? blank : i;
		}
		if (s[i] == ' ')
			blank = i;
		used += w;
		i += n;
	}
	*next = s[i] == '\n' ? i + 1 : i;
	return i;
}

/* The lines from byte from on behind those that are there, until the text ends
 * or a paragraph begins at or behind stop. Returns that byte; SIZE_MAX: the end. */
static size_t break_from(struct wrap *wrap, const char *s, size_t from, size_t stop)
{
	size_t next = from, end;

	do {
		from = next;
		if (from >= stop && from > 0 && s[from - 1] == '\n')
			return from;
		wrap->start = xgrow(wrap->start, wrap->n, &wrap->cap, sizeof(wrap->start[0]));
		wrap->start[wrap->n++] = from;
		end = line_of(s, from, wrap->cells, &next);
	} while (s[end] != '\0');
	return SIZE_MAX;
}

/* The lines of old from the one that began at byte from on, moved by what the
 * text has grown. False: none began there. */
static bool take_over(struct wrap *wrap, const struct wrap *old, size_t from, size_t len)
{
	size_t was = from + old->len - len, i = wrap_line(old, was);

	if (i >= old->n || old->start[i] != was)
		return false;
	for (; i < old->n; i++) {
		wrap->start = xgrow(wrap->start, wrap->n, &wrap->cap, sizeof(wrap->start[0]));
		wrap->start[wrap->n++] = old->start[i] + len - old->len;
	}
	return true;
}

void wrap_update(struct wrap *wrap, struct edit *edit, int cells)
{
	const char *s = str_get(&edit->s);
	size_t len = edit->s.len, head = edit->same_head, tail = edit->same_tail, from;
	struct wrap old = *wrap;

	if (wrap->cells == cells && head == SIZE_MAX)
		return;
	*wrap = (struct wrap){.cells = cells, .len = len};
	if (old.cells != cells)
		head = tail = 0;
	head = head > len ? len : head;
	tail = tail > len - head ? len - head : tail;
	while (head > 0 && s[head - 1] != '\n')
		head--;
	for (size_t i = 0; i < old.n && old.start[i] < head; i++) {
		wrap->start = xgrow(wrap->start, wrap->n, &wrap->cap, sizeof(wrap->start[0]));
		wrap->start[wrap->n++] = old.start[i];
	}
	from = break_from(wrap, s, head, tail == 0 ? SIZE_MAX : len - tail);
	if (from != SIZE_MAX && !take_over(wrap, &old, from, len))
		break_from(wrap, s, from, SIZE_MAX);
	edit->same_head = edit->same_tail = SIZE_MAX;
	free(old.start);
}

void wrap_release(struct wrap *wrap)
{
	free(wrap->start);
	*wrap = (struct wrap){0};
}

size_t wrap_line(const struct wrap *wrap, size_t at)
{
	size_t low = 0, high = wrap->n;

	while (high - low > 1) {
		size_t middle = low + (high - low) / 2;

		if (wrap->start[middle] <= at)
			low = middle;
		else
			high = middle;
	}
	return low;
}

size_t wrap_end(const struct wrap *wrap, const struct edit *edit, size_t line)
{
	size_t next;

	return line_of(str_get(&edit->s), wrap->start[line], wrap->cells, &next);
}

size_t wrap_byte(const struct wrap *wrap, const struct edit *edit, size_t line, int x)
{
	const char *s = str_get(&edit->s);
	size_t from = wrap->start[line], end = wrap_end(wrap, edit, line);

	while (from < end && x > 0) {
		size_t n = text_next(s + from);

		x -= wrap_cells(s + from, n);
		if (x >= 0)
			from += n;
	}
	return from;
}
