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

static long long *in_order(const long long *ids, size_t n)
{
	long long *copy = xcalloc(n + 1, sizeof(*copy));

	if (n > 0) {
		memcpy(copy, ids, n * sizeof(*copy));
		qsort(copy, n, sizeof(*copy), compare);
	}
	return copy;
}

/* Of what is only in the marks, only in ids, or in both: what the three say. */
static void merge(struct marks *marks, const long long *ids, size_t n, bool mine, bool theirs,
		  bool both)
{
	long long *other = in_order(ids, n);
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
