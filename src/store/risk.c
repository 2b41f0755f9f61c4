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

bool store_matrix(struct store *store, enum rating rating, struct matrix *matrix, struct err *err)
{
	struct str sql = STR_INIT;
	sqlite3_stmt *stmt;
	bool row = false, ok;
	int l, i;
	long n;

	memset(matrix, 0, sizeof(*matrix));
	str_addf(&sql, "SELECT ifnull(d.%s_l,0),ifnull(d.%s_i,0),count(*)", rating_names[rating],
		 rating_names[rating]);
	select_from(&kind_risk, true, &sql);
	str_add(&sql, " WHERE k.archived=0 AND k.status<>'closed' GROUP BY 1,2");
	stmt = db_prepare(store, str_get(&sql), err);
	ok = stmt != NULL;
	while (ok && (ok = db_step(store, stmt, &row, err)) && row) {
		l = sqlite3_column_int(stmt, 0);
		i = sqlite3_column_int(stmt, 1);
		n = (long)sqlite3_column_int64(stmt, 2);
		if (l < 1 || i < 1 || l > SCALE_MAX || i > SCALE_MAX)
			matrix->unrated += n;
		else
			matrix->count[l - 1][i - 1] += n;
	}
	db_done(stmt);
	str_release(&sql);
	return ok;
}
