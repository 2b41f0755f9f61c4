/*
 * What the registers tell of the Statement of Applicability: a control that treats a
 * risk is in because of it, one that meets a law because of that. Reasons are only
 * added; what is excluded stays so, and is told as a contradiction by who shows it.
 */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "isms/app/soa.h"
#include "isms/model/kinds.h"
#include "isms/report/answer.h"
#include "isms/util/i18n.h"
#include "isms/util/mem.h"

enum { REASON_ENTRY, REASON_KEY, REASON_CODE, REASON_COLUMNS };

#define NAMED 8 /* so many codes are named in a justification */

/* The codes that give a reason, "R-0001, R-0004". */
static void add_code(struct str *codes, const char *code, size_t already)
{
	if (already < NAMED)
		str_addf(codes, "%s%s", codes->len ? ", " : "", code);
	else if (already == NAMED)
		str_add(codes, ", ...");
}

/* What the rows first to last of the answer add to the record. True: something. */
static bool fill(struct record *rec, char ***row, size_t n)
{
	const struct field *field = kind_field(&kind_soa_entry, "reasons");
	struct value *reasons = record_value(rec, "reasons");
	struct value *answer = record_value(rec, "applicable");
	struct value *why = record_value(rec, "justification");
	struct strv keys = STRV_INIT;
	struct str all = STR_INIT, codes = STR_INIT;
	bool differs;
	size_t i;

	strv_split(&keys, reasons->set ? reasons->text : "", ";");
	for (i = 0; i < n; i++) {
		if (!strv_has(&keys, row[i][REASON_KEY]))
			strv_add(&keys, row[i][REASON_KEY]);
		add_code(&codes, row[i][REASON_CODE], i);
	}
	for (i = 0; field->choices[i].key; i++)
		if (strv_has(&keys, field->choices[i].key))
			str_addf(&all, "%s%s", all.len ? ";" : "", field->choices[i].key);
	differs = !reasons->set || strcmp(reasons->text, str_get(&all)) != 0 ||
		  str_equal(answer->text, "undecided");
	if (differs) {
		value_set_text(reasons, str_get(&all));
		if (str_equal(answer->text, "undecided"))
			value_set_text(answer, "yes");
		if (!why->set || !*why->text)
			value_set_text(why, str_get(&codes));
	}
	strv_release(&keys);
	str_release(&all);
	str_release(&codes);
	return differs;
}

static bool judge(struct app *app, char ***row, size_t n, struct soa_fill *result, struct err *err)
{
	struct record *rec = NULL, *old;
	bool ok = store_get(app->store, &kind_soa_entry, atoll(row[0][REASON_ENTRY]), &rec, err);

	if (!ok)
		return false;
	old = record_copy(rec);
	if (str_equal(record_get(rec, "applicable")->text, "no")) {
		result->excluded++;
	} else if (fill(rec, row, n)) {
		result->v = xgrow(result->v, result->n, &result->cap, sizeof(*result->v));
		result->v[result->n++] = (struct soa_change){old, rec};
		rec = old = NULL;
	}
	record_free(&rec);
	record_free(&old);
	return true;
}

bool app_soa_reasons(struct app *app, long long entry, struct soa_fill *result, struct err *err)
{
	struct answer answer = {0};
	bool ok;
	size_t i, n;

	memset(result, 0, sizeof(*result));
	ok = answer_read(app->store, "soa-reasons", NULL, REASON_COLUMNS, &answer, err);
	for (i = 0; ok && i < answer.n; i += n) {
		const char *id = answer.row[i][REASON_ENTRY];

		for (n = 1; i + n < answer.n && !strcmp(answer.row[i + n][REASON_ENTRY], id); n++)
			;
		if (!entry || atoll(id) == entry)
			ok = judge(app, answer.row + i, n, result, err);
	}
	answer_release(&answer);
	if (!ok)
		soa_fill_release(result);
	return ok;
}

bool app_soa_fill(struct app *app, struct soa_fill *result, long long *tx, struct err *err)
{
	bool ok = store_begin(app->store, "fill reasons of the SoA", err);
	size_t i;

	if (!ok)
		return false;
	for (i = 0; ok && i < result->n; i++)
		ok = record_check(&app->rules, result->v[i].now, result->v[i].old, err) &&
		     store_update(app->store, result->v[i].now, NULL, err);
	if (ok)
		ok = store_commit(app->store, tx, err);
	else
		store_rollback(app->store);
	return ok;
}

void soa_fill_release(struct soa_fill *result)
{
	size_t i;

	for (i = 0; i < result->n; i++) {
		record_free(&result->v[i].old);
		record_free(&result->v[i].now);
	}
	free(result->v);
	memset(result, 0, sizeof(*result));
}
