/* The rules of the file, and risks counted on the matrix. */
#include "config.h"

#include "local.h"

#include <stdlib.h>
#include <string.h>

#include "isms/model/kinds.h"

const char *const rating_names[RATING_COUNT] = {
	[RATING_INHERENT] = "inherent", [RATING_CURRENT] = "current",
	[RATING_RESIDUAL] = "residual", [RATING_TARGET] = "target",
};

static bool read_settings(struct store *store, struct rules *rules, long long *method,
			  struct err *err)
{
	sqlite3_stmt *stmt = db_prepare(store,
		"SELECT vocabulary='common',currency,ifnull(one_person,0),ifnull(method,0) FROM "
		"organisation ORDER BY id LIMIT 1", err);
	bool row = false, ok = stmt && db_step(store, stmt, &row, err);
	const char *currency;
	size_t n;

	*method = 0;
	if (ok && row) {
		rules->vocabulary = sqlite3_column_int(stmt, 0) ? VOCABULARY_COMMON : VOCABULARY_ISO;
		currency = db_text(stmt, 1);
		n = currency ? strlen(currency) : 0;
		if (n > sizeof(rules->currency) - 1)
			n = sizeof(rules->currency) - 1;
		if (n)
			memcpy(rules->currency, currency, n);
		rules->currency[n] = '\0';
		rules->one_person = sqlite3_column_int(stmt, 2) != 0;
		*method = sqlite3_column_int64(stmt, 3);
	}
	db_done(stmt);
	return ok;
}

static bool read_method(struct store *store, long long id, struct method *m, bool *found,
			struct err *err)
{
	sqlite3_stmt *stmt = db_prepare(store,
		"SELECT likelihood_steps,impact_steps,level_steps,impact_rule='single',"
		"ifnull(appetite,0),ifnull(tolerance,0) FROM risk_method WHERE id=?1", err);
	bool row = false, ok = stmt != NULL;

	if (ok) {
		db_bind_int(stmt, 1, id);
		ok = db_step(store, stmt, &row, err);
	}
	*found = ok && row;
	if (*found) {
		method_release(m);
		memset(m, 0, sizeof(*m));
		m->steps[SCALE_LIKELIHOOD] = sqlite3_column_int(stmt, 0);
		m->steps[SCALE_IMPACT] = sqlite3_column_int(stmt, 1);
		m->steps[SCALE_LEVEL] = sqlite3_column_int(stmt, 2);
		m->impact_rule = sqlite3_column_int(stmt, 3) ? IMPACT_SINGLE : IMPACT_MAX;
		m->appetite = sqlite3_column_int(stmt, 4);
		m->tolerance = sqlite3_column_int(stmt, 5);
	}
	db_done(stmt);
	return ok;
}

static bool read_words(struct store *store, long long id, struct method *m, struct err *err)
{
	sqlite3_stmt *stmt = db_prepare(store,
		"SELECT CASE scale WHEN 'likelihood' THEN 0 WHEN 'impact' THEN 1 ELSE 2 END,value,title,"
		"criteria FROM risk_criterion WHERE method=?1 AND archived=0", err);
	bool row = false, ok = stmt != NULL;
	int scale, value;

	if (ok)
		db_bind_int(stmt, 1, id);
	while (ok && (ok = db_step(store, stmt, &row, err)) && row) {
		scale = sqlite3_column_int(stmt, 0);
		value = sqlite3_column_int(stmt, 1);
		if (value < 1 || value > SCALE_MAX)
			continue;
		free(m->step[scale][value - 1].label);
		free(m->step[scale][value - 1].criteria);
		m->step[scale][value - 1].label = db_dup(stmt, 2);
		m->step[scale][value - 1].criteria = db_dup(stmt, 3);
	}
	db_done(stmt);
	return ok;
}

static bool read_cells(struct store *store, long long id, struct method *m, struct err *err)
{
	sqlite3_stmt *stmt = db_prepare(store, "SELECT likelihood,impact,level FROM risk_matrix_cell "
					       "WHERE method=?1", err);
	bool row = false, ok = stmt != NULL;
	int l, i;

	if (ok)
		db_bind_int(stmt, 1, id);
	while (ok && (ok = db_step(store, stmt, &row, err)) && row) {
		l = sqlite3_column_int(stmt, 0);
		i = sqlite3_column_int(stmt, 1);
		if (l >= 1 && l <= SCALE_MAX && i >= 1 && i <= SCALE_MAX)
			m->level[l - 1][i - 1] = sqlite3_column_int(stmt, 2);
	}
	db_done(stmt);
	return ok;
}

bool store_rules(struct store *store, struct rules *rules, struct err *err)
{
	long long method = 0;
	bool found = false, ok = read_settings(store, rules, &method, err);

	method_release(&rules->method);
	memset(&rules->method, 0, sizeof(rules->method));
	if (ok && method)
		ok = read_method(store, method, &rules->method, &found, err);
	if (ok && found)
		ok = read_words(store, method, &rules->method, err) &&
		     read_cells(store, method, &rules->method, err);
	else if (ok)
		method_default(&rules->method, SCALE_MAX);
	return ok;
}

/* ---- The matrix ----------------------------------------------------------- */

/* What a risk has been rated, in the order in which it is packed. */
static const char *const rated[] = {"likelihood", "impact", "impact_c", "impact_i", "impact_a"};

#define NRATED ((int)(sizeof(rated) / sizeof(*rated)))
#define STEP_BITS 3   /* a step is 0 (not rated) to SCALE_MAX */
#define STEP_MASK ((1 << STEP_BITS) - 1)

/*
 * All that the matrices of a risk come from as one number: whether it is out
 * (archived, closed), then its four ratings. An index holds it for every risk, so
 * that a million are counted without reading one of them. That current falls back
 * on inherent and what the impact is depend on the method in force, which no index
 * can know: that is done for each different number (and for a single risk by
 * data/view/risk.sql; a test compares them).
 */
void risk_packed(struct str *out)
{
	int rating, i;

	str_add(out, "(archived OR status='closed')");
	for (rating = 0; rating < RATING_COUNT; rating++)
		for (i = 0; i < NRATED; i++)
			str_addf(out, "<<%d|ifnull(%s_%s,0)", STEP_BITS, rating_names[rating],
				 rated[i]);
}

static int packed_step(long long packed, enum rating rating, int i)
{
	int behind = RATING_COUNT * NRATED - 1 - ((int)rating * NRATED + i);

	return (int)(packed >> (behind * STEP_BITS)) & STEP_MASK;
}

static bool packed_out(long long packed)
{
	return packed >> (RATING_COUNT * NRATED * STEP_BITS) != 0;
}

/* Current falls back on inherent and residual on current; a target stands alone. */
static void effective(const struct method *method, long long packed, enum rating rating,
		      int *likelihood, int *impact)
{
	bool alone = rating == RATING_INHERENT || rating == RATING_TARGET;
	enum rating before = rating == RATING_RESIDUAL ? RATING_CURRENT : RATING_INHERENT;
	int l = 0, i = 0;

	*likelihood = packed_step(packed, rating, 0);
	*impact = method_impact(method, packed_step(packed, rating, 2),
				packed_step(packed, rating, 3), packed_step(packed, rating, 4),
				packed_step(packed, rating, 1));
	if (!alone && (!*likelihood || !*impact))
		effective(method, packed, before, &l, &i);
	*likelihood = *likelihood ? *likelihood : l;
	*impact = *impact ? *impact : i;
}

static bool read_impact_rule(struct store *store, struct method *method, struct err *err)
{
	sqlite3_stmt *stmt = db_prepare(store,
		"SELECT impact_rule='single' FROM risk_method WHERE id=(SELECT method FROM "
		"organisation)", err);
	long long single = 0;
	bool ok = stmt && db_number(store, stmt, &single, 0, err);

	memset(method, 0, sizeof(*method));
	method->impact_rule = single ? IMPACT_SINGLE : IMPACT_MAX;
	return ok;
}

static void count_packed(const struct method *method, enum rating rating, long long packed,
			 long n, struct matrix *matrix)
{
	int l, i;

	if (packed_out(packed))
		return;
	effective(method, packed, rating, &l, &i);
	if (l < 1 || i < 1 || l > SCALE_MAX || i > SCALE_MAX)
		matrix->unrated += n;
	else
		matrix->count[l - 1][i - 1] += n;
}

bool store_matrix(struct store *store, enum rating rating, struct matrix *matrix, struct err *err)
{
	struct str sql = STR_INIT;
	struct method method;
	sqlite3_stmt *stmt = NULL;
	bool row = false, ok = read_impact_rule(store, &method, err);

	memset(matrix, 0, sizeof(*matrix));
	str_add(&sql, "SELECT ");
	risk_packed(&sql);
	str_add(&sql, ",count(*) FROM risk GROUP BY 1");
	if (ok)
		stmt = db_prepare(store, str_get(&sql), err);
	ok = stmt != NULL;
	while (ok && (ok = db_step(store, stmt, &row, err)) && row)
		count_packed(&method, rating, sqlite3_column_int64(stmt, 0),
			     (long)sqlite3_column_int64(stmt, 1), matrix);
	db_done(stmt);
	str_release(&sql);
	return ok;
}
