#include "config.h"

#include "isms/tui/marks.h"

#include <stdlib.h>
#include <string.h>

#include "isms/util/mem.h"

/* The first place whose id is not smaller. */
static size_t place(const struct marks *marks, long long id)
{
	size_t low = 0, high = marks->n;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (marks->v[middle] < id)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

bool marks_has(const struct marks *marks, long long id)
{
	size_t i = place(marks, id);

	return i < marks->n && marks->v[i] == id;
}

void marks_set(struct marks *marks, long long id, bool on)
{
	size_t i = place(marks, id);
	bool there = i < marks->n && marks->v[i] == id;

	if (on && !there) {
		marks->v = xgrow(marks->v, marks->n, &marks->cap, sizeof(*marks->v));
		memmove(marks->v + i + 1, marks->v + i, (marks->n - i) * sizeof(*marks->v));
		marks->v[i] = id;
		marks->n++;
	} else if (!on && there) {
		memmove(marks->v + i, marks->v + i + 1, (marks->n - i - 1) * sizeof(*marks->v));
		marks->n--;
	}
}

void marks_clear(struct marks *marks)
{
	free(marks->v);
	memset(marks, 0, sizeof(*marks));
}

static int compare(const void *a, const void *b)
{
	const long long *x = a, *y = b;

	return (*x > *y) - (*x < *y);
}

/* Ascending, each once, without those that are none; *n becomes how many are left. */
static long long *in_order(const long long *ids, size_t *n)
{
	long long *copy = xcalloc(*n + 1, sizeof(*copy));
	size_t count = 0;

	for (size_t i = 0; i < *n; i++)
		if (ids[i] != 0)
			copy[count++] = ids[i];
	qsort(copy, count, sizeof(*copy), compare);
	*n = 0;
	for (size_t i = 0; i < count; i++)
		if (*n == 0 || copy[i] != copy[*n - 1])
			copy[(*n)++] = copy[i];
	return copy;
}

/* Of what is only in the marks, only in ids, or in both: what the three say. */
static void merge(struct marks *marks, const long long *ids, size_t n, bool mine, bool theirs,
		  bool both)
{
	long long *other = in_order(ids, &n);
	long long *out = xcalloc(marks->n + n + 1, sizeof(*out));
	size_t i = 0, k = 0, count = 0;

	while (i < marks->n || k < n) {
		bool left = k == n || (i < marks->n && marks->v[i] <= other[k]);
		bool right = i == marks->n || (k < n && other[k] <= marks->v[i]);
		long long id = left ? marks->v[i] : other[k];

		if (left && right ? both : left ? mine : theirs)
			out[count++] = id;
		i += left ? 1 : 0;
		k += right ? 1 : 0;
	}
	free(other);
	free(marks->v);
	marks->v = out;
	marks->cap = marks->n + n + 1;
	marks->n = count;
}

void marks_add(struct marks *marks, const long long *ids, size_t n)
{
	merge(marks, ids, n, true, true, true);
}

void marks_invert(struct marks *marks, const long long *ids, size_t n)
{
	merge(marks, ids, n, true, true, false);
}

void marks_keep(struct marks *marks, const long long *ids, size_t n)
{
	merge(marks, ids, n, false, false, true);
}

/* ---- On rows ---- */

size_t marks_range_row(const struct marks *marks, const struct mark_rows *rows)
{
	size_t i = marks->range == 0 ? rows->n : 0;

	while (i < rows->n && rows->ids[i] != marks->range)
		i++;
	return i;
}

static bool within(const struct mark_rows *rows, size_t row, size_t from)
{
	return from < rows->n &&
	       ((row >= from && row <= rows->at) || (row <= from && row >= rows->at));
}

bool marks_shown(const struct marks *marks, const struct mark_rows *rows, size_t row, size_t from)
{
	return rows->ids[row] != 0 &&
	       (within(rows, row, from) || marks_has(marks, rows->ids[row]));
}

static void end_range(struct marks *marks, const struct mark_rows *rows)
{
	size_t from = marks_range_row(marks, rows);
	size_t first = from < rows->at ? from : rows->at;
	size_t last = from < rows->at ? rows->at : from;

	marks->range = 0;
	if (last < rows->n)
		marks_add(marks, rows->ids + first, last - first + 1);
}

static bool is_move(enum command_id id)
{
	static const enum command_id moves[] = {
		CMD_UP,	      CMD_DOWN,	     CMD_LEFT, CMD_RIGHT, CMD_PAGE_UP, CMD_PAGE_DOWN,
		CMD_HALF_UP,  CMD_HALF_DOWN, CMD_HOME, CMD_END,	  CMD_HELP,    CMD_REDRAW,
		CMD_SUSPEND,
	};
	bool found = false;

	for (size_t i = 0; i < sizeof(moves) / sizeof(moves[0]) && !found; i++)
		found = moves[i] == id;
	return found;
}

/* While a range is on: Esc leaves it, what is no move marks it first, and what
 * only ends it is done with that. */
static bool range_command(struct marks *marks, const struct mark_rows *rows, enum command_id id)
{
	bool only_ends = id == CMD_MARK_RANGE || id == CMD_OPEN || id == CMD_MARK;

	if (id == CMD_BACK)
		marks->range = 0;
	else if (!is_move(id))
		end_range(marks, rows);
	return id == CMD_BACK || only_ends;
}

bool marks_command(struct marks *marks, struct mark_rows *rows, enum command_id id)
{
	const long long at = rows->at < rows->n ? rows->ids[rows->at] : 0;
	bool taken = true;

	if (marks->range != 0 && range_command(marks, rows, id))
		return true;
	switch (id) {
	case CMD_MARK:
		if (at != 0)
			marks_set(marks, at, !marks_has(marks, at));
		rows->at++;
		break;
	case CMD_MARK_RANGE:
		marks->range = at;
		break;
	case CMD_MARK_INVERT:
		marks_invert(marks, rows->ids, rows->n);
		break;
	case CMD_MARK_ALL:
		marks_add(marks, rows->ids, rows->n);
		break;
	default:
		taken = false;
		break;
	}
	return taken;
}

size_t marks_targets(const struct marks *marks, long long at, long long **ids)
{
	size_t n = marks->n > 0 ? marks->n : at != 0 ? 1 : 0;

	*ids = xcalloc(n + 1, sizeof(**ids));
	if (marks->n > 0)
		memcpy(*ids, marks->v, n * sizeof(**ids));
	else
		(*ids)[0] = at;
	return n;
}

size_t marks_hidden(const struct marks *marks, const long long *ids, size_t n)
{
	size_t shown = 0;

	for (size_t i = 0; i < n; i++)
		shown += marks_has(marks, ids[i]) ? 1 : 0;
	return marks->n - shown;
}
