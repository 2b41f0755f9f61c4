#include "config.h"

#include "isms/report/answer.h"

#include <stdlib.h>
#include <string.h>

#include "isms/util/builtin.h"
#include "isms/util/mem.h"

static bool take(void *ctx, size_t n, const char *const *names, const char *const *texts,
		 struct err *err)
{
	struct answer *answer = ctx;
	char **row;
	size_t i;

	(void)names;
	if (n != answer->columns)
		return err_set(err, ERR_FAILED, "%zu columns instead of %zu", n, answer->columns);
	row = xcalloc(n, sizeof(*row));
	for (i = 0; i < n; i++)
		row[i] = texts[i] ? xstrdup(texts[i]) : NULL;
	answer->row = xgrow(answer->row, answer->n, &answer->cap, sizeof(*answer->row));
	answer->row[answer->n++] = row;
	return true;
}

bool answer_read(struct store *store, const char *name, const char *param, size_t columns,
		 struct answer *answer, struct err *err)
{
	char *path = xasprintf("report/%s.sql", name);
	const struct builtin *file = builtin_find(path);
	bool ok = file != NULL;

	answer->columns = columns;
	if (!ok)
		err_set(err, ERR_FAILED, "data/%s is missing", path);
	ok = ok && store_ask(store, (const char *)file->data, &param, param ? 1 : 0, take,
			     answer, err);
	if (!ok && file)
		err_prefix(err, "data/%s: ", path);
	free(path);
	return ok;
}

static void row_free(struct answer *answer, char **row)
{
	size_t k;

	for (k = 0; k < answer->columns; k++)
		free(row[k]);
	free(row);
}

static int compare(const void *a, const void *b)
{
	const long long *x = a, *y = b;

	return (*x > *y) - (*x < *y);
}

bool answer_which(struct store *store, const struct kind *kind, const struct filter *filter,
		  const struct answer *answer, bool **in, struct err *err)
{
	const struct query query = {.kind = kind, .filter = filter};
	long long *ids = NULL, id;
	size_t n = 0;
	bool ok = !filter || store_list(store, &query, &ids, &n, err);

	*in = ok && filter ? xcalloc(answer->n + 1, sizeof(**in)) : NULL;
	if (*in && n)
		qsort(ids, n, sizeof(*ids), compare);
	for (size_t i = 0; *in && n && i < answer->n; i++) {
		id = atoll(answer->row[i][0]);
		(*in)[i] = bsearch(&id, ids, n, sizeof(*ids), compare) != NULL;
	}
	free(ids);
	return ok;
}

bool answer_keep(struct store *store, const struct kind *kind, const struct filter *filter,
		 struct answer *answer, struct err *err)
{
	size_t kept = 0;
	bool *in;
	bool ok = answer_which(store, kind, filter, answer, &in, err);

	for (size_t i = 0; in && i < answer->n; i++) {
		if (in[i])
			answer->row[kept++] = answer->row[i];
		else
			row_free(answer, answer->row[i]);
	}
	if (in)
		answer->n = kept;
	free(in);
	return ok;
}

void answer_release(struct answer *answer)
{
	size_t i;

	for (i = 0; i < answer->n; i++)
		row_free(answer, answer->row[i]);
	free(answer->row);
	memset(answer, 0, sizeof(*answer));
}
