/* What a user typed as filter and order becomes a query. */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "isms/app/app.h"
#include "isms/util/ascii.h"
#include "isms/util/i18n.h"
#include "isms/util/mem.h"

#define SORT_MAX (sizeof(((struct query *)0)->sort) / sizeof(((struct query *)0)->sort[0]))

/* Takes the last word off text when it is word ("desc"), as SQL writes it. */
static bool ends_with(struct str *text, const char *word)
{
	size_t n = strlen(word), at, i;

	if (text->len <= n)
		return false;
	at = text->len - n;
	for (i = 0; i < n; i++)
		if (ascii_lower(text->s[at + i]) != word[i])
			return false;
	if (!ascii_space(text->s[at - 1]))
		return false;
	str_cut(text, at);
	str_trim(text);
	return true;
}

/* "level desc", "level asc", "-level", "code". */
static bool sort_key(const struct kind *kind, struct str *text, struct sort *sort,
		     struct err *err)
{
	static const char *const also[] = {"code", NULL};

	sort->down = ends_with(text, "desc");
	if (!sort->down)
		ends_with(text, "asc");
	if (str_get(text)[0] == '-') {
		sort->down = !sort->down;
		str_remove(text, 0, 1);
	}
	sort->field = kind_field_find(kind, str_get(text));
	return sort->field || !strcmp(str_get(text), "code") ||
	       kind_no_field(kind, str_get(text), also, err);
}

static bool sort_parse(const struct kind *kind, const char *text, struct query *query,
		       struct err *err)
{
	struct str key = STR_INIT;
	bool ok = true;

	while (ok && *text) {
		size_t n = strcspn(text, ",");

		str_clear(&key);
		str_addn(&key, text, n);
		str_trim(&key);
		text += n + (text[n] == ',');
		if (!key.len)
			continue;
		if (query->nsort == SORT_MAX)
			ok = err_set(err, ERR_USAGE, _("at most %zu fields to sort by"), SORT_MAX);
		else
			ok = sort_key(kind, &key, &query->sort[query->nsort++], err);
	}
	str_release(&key);
	return ok;
}

bool app_query(struct app *app, const struct kind *kind, const char *where, const char *sort,
	       struct app_query *out, struct err *err)
{
	bool ok;

	memset(out, 0, sizeof(*out));
	out->query.kind = kind;
	ok = (!where || filter_parse(&app->rules, kind, where, &out->filter, err)) &&
	     (!sort || sort_parse(kind, sort, &out->query, err));
	if (!ok)
		app_query_release(out);
	out->query.filter = out->filter;
	return ok;
}

void app_query_release(struct app_query *query)
{
	filter_free(&query->filter);
	memset(query, 0, sizeof(*query));
}
