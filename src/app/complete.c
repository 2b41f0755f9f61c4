/* What may stand at the end of a filter, with the records that it may name. */
#include "config.h"

#include "isms/app/complete.h"

#include <stdlib.h>
#include <string.h>

#include "isms/model/filter_complete.h"
#include "isms/util/mem.h"
#include "isms/util/text.h"

#define RECORDS 20

static bool begins(const char *text, const char *start)
{
	char *a = text_fold(text), *b = text_fold(start);
	bool yes = !strncmp(a, b, strlen(b));

	free(a);
	free(b);
	return yes;
}

/* By its code where that was begun, else by its title. */
static void add_record(struct app *app, const struct kind *kind, long long id, const char *prefix,
		       bool codes, struct strv *out)
{
	bool *want = xcalloc(kind->nfields, sizeof(*want));
	struct record *rec = NULL;
	struct str word = STR_INIT;

	want[0] = true;
	if (store_get_some(app->store, kind, id, want, &rec, NULL)) {
		bool code = codes || (*prefix && begins(rec->code, prefix));

		filter_quote(code ? rec->code : record_title(rec), &word);
		if (!strv_has(out, str_get(&word)))
			strv_add(out, str_get(&word));
	}
	record_free(&rec);
	str_release(&word);
	free(want);
}

/* The index is quick in any register; without a word it is the first ones. */
static void add_records(struct app *app, const struct kind *kind, const char *prefix, bool codes,
			struct strv *out)
{
	struct query query = {.kind = kind, .limit = RECORDS};
	struct search_hits *hits = NULL;
	size_t from = 0, n = 0, i;
	long long *ids = NULL;

	if (store_next_word(prefix, &from) == 0) {
		if (store_list(app->store, &query, &ids, &n, NULL))
			for (i = 0; i < n; i++)
				add_record(app, kind, ids[i], prefix, codes, out);
		free(ids);
	} else if (store_search(app->store, prefix, kind, RECORDS, &hits, &n, NULL)) {
		for (i = 0; n && i < hits[0].nids; i++)
			add_record(app, kind, hits[0].ids[i], prefix, codes, out);
		search_hits_release(&hits, &n);
	}
}

void app_complete_filter(struct app *app, const struct kind *kind, const char *text,
		  struct completion *out)
{
	struct filter_point point;

	memset(out, 0, sizeof(*out));
	filter_point(kind, text, &point);
	out->from = point.from;
	if (point.place == FILTER_AT_RECORD && app->store)
		add_records(app, point.kind, point.prefix, point.code, &out->words);
	else if (point.place != FILTER_AT_RECORD)
		filter_complete(&app->rules, &point, &out->words);
	free(point.prefix);
}

void completion_release(struct completion *completion)
{
	strv_release(&completion->words);
	completion->from = 0;
}

void completion_common(const struct completion *completion, struct str *out)
{
	const char *first = completion->words.n ? completion->words.v[0] : "";
	size_t i, n = strlen(first), m;

	for (i = 1; i < completion->words.n; i++) {
		for (m = 0; m < n && completion->words.v[i][m] == first[m]; m++)
			;
		n = m;
	}
	while (n > 0 && ((unsigned char)first[n] & 0xc0) == 0x80)
		n--;
	str_addn(out, first, n);
}
