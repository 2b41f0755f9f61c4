#include "config.h"

#include "isms/util/near.h"

#include <stdlib.h>
#include <string.h>

#include "isms/util/i18n.h"
#include "isms/util/mem.h"
#include "isms/util/text.h"

/* Of a long title only the beginning is compared, so that the rows fit here. */
#define LENGTH_MAX 63

/* What is the same but for case and accents is nearest, then what goes on after the word
 * (9.2.1 for 9.2); a part of a name is nearer than any slip but one. */
#define SAME_DISTANCE (-1)
#define BEGINS_DISTANCE 0
#define PART_DISTANCE 1
#define PART_MIN 3

static int least(int a, int b)
{
	return a < b ? a : b;
}

int near_distance(const char *a, const char *b, int max)
{
	size_t na = strlen(a), nb = strlen(b);
	int row[3][LENGTH_MAX + 1];     /* the row before the last, the last, this */
	size_t i, j;

	if (na > LENGTH_MAX)
		na = LENGTH_MAX;
	if (nb > LENGTH_MAX)
		nb = LENGTH_MAX;
	for (j = 0; j <= nb; j++)
		row[0][j] = (int)j;
	for (i = 1; i <= na; i++) {
		int *now = row[i % 3], *last = row[(i - 1) % 3];
		int low = now[0] = (int)i;

		for (j = 1; j <= nb; j++) {
			int cost = a[i - 1] == b[j - 1] ? 0 : 1;

			now[j] = least(last[j - 1] + cost, least(last[j], now[j - 1]) + 1);
			if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
				now[j] = least(now[j], row[(i - 2) % 3][j - 2] + 1);
			low = least(low, now[j]);
		}
		if (low > max)
			return max + 1;
	}
	return least(row[na % 3][nb], max + 1);
}

void near_init(struct near *near, const char *word)
{
	memset(near, 0, sizeof(*near));
	near->word = text_fold(word);
	near->limit = least((int)strlen(near->word), LENGTH_MAX) / 3;
	if (near->limit < 1)
		near->limit = 1;
}

void near_release(struct near *near)
{
	size_t i;

	for (i = 0; i < near->n; i++)
		free(near->best[i].name);
	free(near->word);
	memset(near, 0, sizeof(*near));
}

/* The nearest of the parts of a name between seps ("Novak, Anna"). */
static int judge_parts(const struct near *near, const char *folded, const char *seps)
{
	char *copy = xstrdup(folded), *word, *rest = NULL;
	int distance = near->limit + 1;

	for (word = strtok_r(copy, seps, &rest); word; word = strtok_r(NULL, seps, &rest))
		if (strlen(word) >= PART_MIN)
			distance = least(distance, near_distance(near->word, word, near->limit));
	free(copy);
	return distance;
}

static int judge(const struct near *near, const char *name)
{
	char *folded = text_fold(name);
	int distance;

	if (!strcmp(folded, near->word))
		distance = SAME_DISTANCE;
	else if (strlen(near->word) >= PART_MIN && !strncmp(folded, near->word, strlen(near->word)))
		distance = BEGINS_DISTANCE;
	else if (strlen(near->word) >= PART_MIN && strstr(folded, near->word))
		distance = PART_DISTANCE;
	else
		distance = near_distance(near->word, folded, near->limit);
	if (distance > near->limit)
		distance = judge_parts(near, folded, " ,;/");
	/* "changed_at" is one name: its parts are farther than a whole one */
	if (distance > near->limit)
		distance = judge_parts(near, folded, "_") + 1;
	free(folded);
	return distance;
}

void near_try(struct near *near, const char *name)
{
	int distance = judge(near, name);
	size_t at;

	if (distance > near->limit)
		return;
	for (at = near->n; at > 0 && near->best[at - 1].distance > distance; at--)
		;
	if (at == NEAR_MAX)
		return;
	if (near->n == NEAR_MAX)
		free(near->best[--near->n].name);
	memmove(&near->best[at + 1], &near->best[at], (near->n - at) * sizeof(near->best[0]));
	near->best[at].name = xstrdup(name);
	near->best[at].distance = distance;
	near->n++;
}

void near_hint(const struct near *near, struct str *out)
{
	size_t i;

	for (i = 0; i < near->n; i++) {
		if (!i)
			str_add(out, _("; did you mean "));
		else
			str_add(out, i + 1 < near->n ? ", " : _(" or "));
		str_addf(out, "'%s'", near->best[i].name);
	}
	if (near->n)
		str_addc(out, '?');
}
