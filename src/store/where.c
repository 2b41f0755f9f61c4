/*
 * Filters as SQL. Values are always bound; only names from the declarations
 * stand in the text, so that the statement can be kept for the next use.
 */
#include "config.h"

#include "local.h"

#include <stdlib.h>
#include <string.h>
#include <unictype.h>
#include <unistr.h>

#include "isms/util/date.h"
#include "isms/util/mem.h"
#include "isms/util/text.h"

void where_param(struct where *w, const char *text)
{
	strv_add(&w->text, text);
	str_addf(&w->sql, "?%zu", w->text.n);
}

static void param_number(struct where *w, long long number)
{
	char *text = xasprintf("%lld", number);

	str_add(&w->sql, "CAST(");
	where_param(w, text);
	str_add(&w->sql, " AS INTEGER)");
	free(text);
}

void where_column(struct where *w, const struct field *f)
{
	if (f->flags & F_DERIVED) {
		w->derived = true;
		str_addf(&w->sql, "d.%s", f->name);
	} else {
		str_addf(&w->sql, "k.%s", f->name);
	}
}

/* ids of the rows of kind whose text holds word (as the beginning of a word) */
static void search_ids(struct where *w, const struct kind *kind, const char *match)
{
	str_add(&w->sql, "(SELECT rowid>>8 FROM search WHERE search MATCH ");
	where_param(w, match);
	str_addf(&w->sql, " AND (rowid&255)=%d)", kind->number);
}

/* One word, anywhere: in the record's own text, or in what it refers to. */
static void word_sql(struct where *w, const struct kind *kind, const char *word)
{
	char *match = xasprintf("\"%s\"*", word);
	const struct field *f;
	size_t i;

	str_add(&w->sql, "(k.id IN ");
	search_ids(w, kind, match);
	for (i = 0; i < kind->nfields; i++) {
		f = &kind->fields[i];
		if (f->type == FIELD_REF) {
			str_addf(&w->sql, " OR k.%s IN ", f->name);
			search_ids(w, f->ref, match);
		} else if (f->type == FIELD_REFS) {
			str_addf(&w->sql, " OR k.id IN (SELECT %s_id FROM %s_%s WHERE ref_id IN ",
				 kind->name, kind->name, f->name);
			search_ids(w, f->ref, match);
			str_add(&w->sql, ")");
		}
	}
	str_add(&w->sql, ")");
	free(match);
}

/* Where a text of several words has to stand together: the index holds no
 * positions, so the texts themselves are looked at. */
static void phrase_sql(struct where *w, const struct kind *kind, const char *text)
{
	char *folded = text_fold(text);
	size_t i;

	str_add(&w->sql, " AND (has(k.code,");
	where_param(w, folded);
	str_add(&w->sql, ")");
	for (i = 0; i < kind->nfields; i++)
		if ((kind->fields[i].flags & F_SEARCHED) && field_is_column(&kind->fields[i])) {
			str_addf(&w->sql, " OR has(k.%s,", kind->fields[i].name);
			where_param(w, folded);
			str_add(&w->sql, ")");
		}
	str_add(&w->sql, ")");
	free(folded);
}

/* Words as FTS5's unicode61 divides: runs of letters, digits, marks, private. */
static bool word_char(ucs4_t c)
{
	return uc_is_general_category_withtable(c, UC_CATEGORY_MASK_L | UC_CATEGORY_MASK_N |
							   UC_CATEGORY_MASK_M | UC_CATEGORY_MASK_Co);
}

size_t store_next_word(const char *text, size_t *from)
{
	const uint8_t *p = (const uint8_t *)text + *from;
	size_t n = strlen(text) - *from, len = 0;
	ucs4_t c;
	int bytes;

	while (n > len) {
		bytes = u8_mbtouc(&c, p + len, n - len);
		if (word_char(c)) {
			len += (size_t)bytes;
		} else if (len) {
			break;
		} else {
			p += bytes;
			n -= (size_t)bytes;
			*from += (size_t)bytes;
		}
	}
	return len;
}

void store_words(const char *text, struct strv *out)
{
	size_t from = 0, n;

	while ((n = store_next_word(text, &from)) > 0) {
		strv_take(out, xstrndup(text + from, n));
		from += n;
	}
}

static void words_sql(struct where *w, const struct kind *kind, const char *text)
{
	struct strv words = STRV_INIT;
	size_t i;

	store_words(text, &words);
	str_add(&w->sql, "(");
	for (i = 0; i < words.n; i++) {
		if (i)
			str_add(&w->sql, " AND ");
		word_sql(w, kind, words.v[i]);
	}
	if (!words.n)
		str_add(&w->sql, "1");
	if (words.n != 1 || strpbrk(text, " \t"))
		phrase_sql(w, kind, text);
	str_add(&w->sql, ")");
	strv_release(&words);
}

/* A condition on the rows that a reference field names; cond is over r. */
static void ref_open(struct where *w, const struct kind *kind, const struct field *f)
{
	if (f->type == FIELD_REF)
		str_addf(&w->sql, "k.%s IN (SELECT r.id FROM %s r WHERE ", f->name, f->ref->name);
	else
		str_addf(&w->sql, "k.id IN (SELECT l.%s_id FROM %s_%s l JOIN %s r ON r.id=l.ref_id "
				  "WHERE ", kind->name, kind->name, f->name, f->ref->name);
}

static bool ref_has_title(const struct field *f)
{
	return field_is_column(&f->ref->fields[0]);
}

static void ref_has(struct where *w, const struct kind *kind, const struct field *f, const char *text)
{
	char *folded = text_fold(text);

	ref_open(w, kind, f);
	str_add(&w->sql, "has(r.code,");
	where_param(w, folded);
	str_add(&w->sql, ")");
	if (ref_has_title(f)) {
		str_addf(&w->sql, " OR has(r.%s,", f->ref->fields[0].name);
		where_param(w, folded);
		str_add(&w->sql, ")");
	}
	str_add(&w->sql, ")");
	free(folded);
}

/* A link may lead to any kind: what it can be is looked for in all of them. */
static void link_sql(struct where *w, const struct filter *filter)
{
	char *folded = text_fold(filter->text ? filter->text : "");
	const char *test = filter->op == FILTER_HAS	? "has"
			   : filter->op == FILTER_MATCH ? "matches"
							: "same";
	const char *text = filter->op == FILTER_MATCH ? filter->text : folded;
	size_t i;

	where_column(w, filter->field);
	str_add(&w->sql, " IN (");
	for (i = 0; kinds[i]; i++) {
		str_addf(&w->sql, "%sSELECT '%s/'||lower(hex(r.uid)) FROM %s r WHERE %s(r.code,",
			 i ? " UNION ALL " : "", kinds[i]->name, kinds[i]->name, test);
		where_param(w, text);
		str_add(&w->sql, ")");
		if (field_is_column(&kinds[i]->fields[0])) {
			str_addf(&w->sql, " OR %s(r.%s,", test, kinds[i]->fields[0].name);
			where_param(w, text);
			str_add(&w->sql, ")");
		}
	}
	str_add(&w->sql, ")");
	free(folded);
}

static void ref_is(struct where *w, const struct kind *kind, const struct filter *filter)
{
	const struct field *f = filter->field;
	char *folded;

	ref_open(w, kind, f);
	if (filter->value.nrefs && filter->value.refs[0].id) {
		str_add(&w->sql, "r.id=");
		param_number(w, filter->value.refs[0].id);
	} else {
		folded = text_fold(filter->text ? filter->text : "");
		str_add(&w->sql, "same(r.code,");
		where_param(w, folded);
		str_add(&w->sql, ")");
		if (ref_has_title(f)) {
			str_addf(&w->sql, " OR same(r.%s,", f->ref->fields[0].name);
			where_param(w, folded);
			str_add(&w->sql, ")");
		}
		free(folded);
	}
	str_add(&w->sql, ")");
}

static void has_text(struct where *w, const struct field *f, const char *text)
{
	char *folded = text_fold(text);

	str_add(&w->sql, "has(");
	where_column(w, f);
	str_add(&w->sql, ",");
	where_param(w, folded);
	str_add(&w->sql, ")");
	free(folded);
}

/* Position of a choice, so that states compare in the order of their life. */
static void choice_rank(struct where *w, const struct field *f)
{
	const struct choice *c;
	int n = 0;

	str_add(&w->sql, "CASE ");
	where_column(w, f);
	for (c = f->choices; c->key; c++)
		str_addf(&w->sql, " WHEN '%s' THEN %d", c->key, ++n);
	str_add(&w->sql, " END");
}

static int choice_place(const struct field *f, const char *key)
{
	const struct choice *c;
	int n = 0;

	for (c = f->choices; c->key; c++)
		if (n++, strcmp(c->key, key) == 0)
			return n;
	return 0;
}

static const char *operator(enum filter_op op)
{
	static const char *const sign[] = {
		[FILTER_HAS] = "=", [FILTER_EQ] = "=", [FILTER_NE] = "<>", [FILTER_LT] = "<",
		[FILTER_LE] = "<=", [FILTER_GT] = ">", [FILTER_GE] = ">=",
	};

	return sign[op];
}

static void compare_text(struct where *w, const struct filter *filter)
{
	char *folded = text_fold(filter->text ? filter->text : "");

	if (filter->op == FILTER_EQ || filter->op == FILTER_NE) {
		str_addf(&w->sql, "%ssame(", filter->op == FILTER_NE ? "NOT " : "");
		if (filter->code)
			str_add(&w->sql, "k.code");
		else
			where_column(w, filter->field);
		str_add(&w->sql, ",");
		where_param(w, folded);
		str_add(&w->sql, ")");
	} else {
		if (filter->code)
			str_add(&w->sql, "k.code");
		else
			where_column(w, filter->field);
		str_addf(&w->sql, " %s ", operator(filter->op));
		where_param(w, filter->text ? filter->text : "");
		str_add(&w->sql, " COLLATE people");
	}
	free(folded);
}

static void compare_value(struct where *w, const struct filter *filter)
{
	const struct field *f = filter->field;
	const struct value *v = &filter->value;
	char day[DATE_LEN];

	switch (f->type) {
	case FIELD_DATE:
		date_format((long)v->num, day);
		where_column(w, f);
		str_addf(&w->sql, " %s ", operator(filter->op));
		where_param(w, day);
		break;
	case FIELD_INT:
	case FIELD_SCALE:
	case FIELD_MONEY:
	case FIELD_BOOL:
		if (f->type == FIELD_BOOL) {
			str_add(&w->sql, "ifnull(");
			where_column(w, f);
			str_add(&w->sql, ",0)");
		} else {
			where_column(w, f);
		}
		str_addf(&w->sql, " %s ", operator(filter->op));
		param_number(w, v->num);
		break;
	case FIELD_CHOICE:
		if (choice_place(f, v->text)) {
			choice_rank(w, f);
			str_addf(&w->sql, " %s %d", operator(filter->op), choice_place(f, v->text));
			break;
		}
		compare_text(w, filter);
		break;
	default:
		compare_text(w, filter);
		break;
	}
}

/* Several choices: one of them is there. The keys are joined by ';'. */
static void choices_has(struct where *w, const struct field *f, const char *key)
{
	char *text = xasprintf(";%s;", key);

	str_add(&w->sql, "instr(';'||");
	where_column(w, f);
	str_add(&w->sql, "||';',");
	where_param(w, text);
	str_add(&w->sql, ")>0");
	free(text);
}

static void field_sql(struct where *w, const struct kind *kind, const struct filter *filter)
{
	const struct field *f = filter->field;
	bool ref = f->type == FIELD_REF || f->type == FIELD_REFS;

	if (f->type == FIELD_LINK) {
		if (filter->op == FILTER_NE)
			str_add(&w->sql, "NOT ");
		link_sql(w, filter);
	} else if (filter->op == FILTER_MATCH) {
		where_matches(w, kind, filter);
	} else if (ref && filter->op == FILTER_HAS) {
		ref_has(w, kind, f, filter->text);
	} else if (ref) {
		if (filter->op == FILTER_NE)
			str_add(&w->sql, "NOT ");
		ref_is(w, kind, filter);
	} else if (f->type == FIELD_CHOICES) {
		if (filter->op == FILTER_NE)
			str_add(&w->sql, "NOT ");
		if (filter->value.set && filter->value.text)
			choices_has(w, f, filter->value.text);
		else
			has_text(w, f, filter->text);
	} else if (filter->op == FILTER_HAS && !filter->value.set) {
		has_text(w, f, filter->text);
	} else if (filter->value.set) {
		compare_value(w, filter);
	} else {
		compare_text(w, filter);
	}
}

static void empty_sql(struct where *w, const struct kind *kind, const struct field *f)
{
	if (f->type == FIELD_REFS) {
		str_addf(&w->sql, "k.id NOT IN (SELECT %s_id FROM %s_%s)", kind->name, kind->name,
			 f->name);
	} else {
		str_add(&w->sql, "ifnull(");
		where_column(w, f);
		str_add(&w->sql, ",'')=''");
	}
}

static void code_sql(struct where *w, const struct kind *kind, const struct filter *filter)
{
	char *folded;

	if (filter->op == FILTER_MATCH) {
		where_matches(w, kind, filter);
	} else if (filter->op == FILTER_HAS) {
		folded = text_fold(filter->text);
		str_add(&w->sql, "has(k.code,");
		where_param(w, folded);
		str_add(&w->sql, ")");
		free(folded);
	} else {
		compare_text(w, filter);
	}
}

/* A chain of the same stands without parentheses between its parts: SQLite's
 * parser has room for a hundred that are open. */
static void chain_sql(struct where *w, const struct kind *kind, enum filter_op op,
		      const struct filter *filter)
{
	if (filter->op != op) {
		where_filter(w, kind, filter);
		return;
	}
	chain_sql(w, kind, op, filter->left);
	str_add(&w->sql, op == FILTER_AND ? " AND " : " OR ");
	chain_sql(w, kind, op, filter->right);
}

static void not_sql(struct where *w, const struct kind *kind, const struct filter *filter)
{
	/* what cannot be said (NULL) is not the term either */
	str_add(&w->sql, "NOT ifnull(");
	where_filter(w, kind, filter->left);
	str_add(&w->sql, ",0)");
}

void where_filter(struct where *w, const struct kind *kind, const struct filter *filter)
{
	enum filter_op op = filter ? filter->op : FILTER_EMPTY;

	str_add(&w->sql, "(");
	if (!filter)
		str_add(&w->sql, "1");
	else if (op == FILTER_AND || op == FILTER_OR)
		chain_sql(w, kind, op, filter);
	else if (op == FILTER_NOT)
		not_sql(w, kind, filter);
	else if (op == FILTER_WORDS)
		words_sql(w, kind, filter->text);
	else if (op == FILTER_PATTERN)
		where_matches_any(w, kind, filter);
	else if (op == FILTER_LINK)
		where_link(w, kind, filter);
	else if (filter->code)
		code_sql(w, kind, filter);
	else if (op == FILTER_EMPTY)
		empty_sql(w, kind, filter->field);
	else
		field_sql(w, kind, filter);
	str_add(&w->sql, ")");
}

/* "(SELECT …)" of ids that are one parameter, however many there are. */
static void ids_sql(struct where *w, const long long *ids, size_t n)
{
	struct str json = STR_INIT;
	size_t i;

	for (i = 0; i < n; i++)
		str_addf(&json, "%c%lld", i ? ',' : '[', ids[i]);
	str_add(&json, n ? "]" : "[]");
	str_add(&w->sql, "(SELECT value FROM json_each(");
	where_param(w, str_get(&json));
	str_add(&w->sql, "))");
	str_release(&json);
}

static void refers_sql(struct where *w, const struct query *query)
{
	const char *kind = query->kind->name, *name = query->refers->name;

	if (query->refers->type == FIELD_REFS)
		str_addf(&w->sql, " AND k.id IN (SELECT %s_id FROM %s_%s WHERE ref_id IN ", kind,
			 kind, name);
	else
		str_addf(&w->sql, " AND k.%s IN ", name);
	ids_sql(w, query->to, query->nto);
	if (query->refers->type == FIELD_REFS)
		str_add(&w->sql, ")");
}

void where_build(const struct query *query, struct where *where)
{
	static const char *const archived[] = {
		[ARCHIVED_NO] = "k.archived=0", [ARCHIVED_ONLY] = "k.archived=1",
		[ARCHIVED_ALSO] = "1",
	};

	enum archived which = query->archived;

	if (which == ARCHIVED_NO && filter_asks_archived(query->filter))
		which = ARCHIVED_ALSO;
	str_add(&where->sql, archived[which]);
	if (query->after)
		str_addf(&where->sql, " AND k.id>%lld", query->after);
	if (query->filter) {
		str_add(&where->sql, " AND ");
		where_filter(where, query->kind, query->filter);
	}
	if (query->ids) {
		str_add(&where->sql, " AND k.id IN ");
		ids_sql(where, query->ids, query->nids);
	}
	if (query->refers)
		refers_sql(where, query);
}

void where_bind(const struct where *where, sqlite3_stmt *stmt)
{
	size_t i;

	for (i = 0; i < where->text.n; i++)
		db_bind_text(stmt, (int)i + 1, where->text.v[i]);
}

void where_release(struct where *where)
{
	str_release(&where->sql);
	strv_release(&where->text);
	str_release(&where->with);
}

/* What is nothing stands last, whichever way it is sorted. */
static void order_field(struct where *w, const struct query *query, const struct sort *s)
{
	const struct field *f = s->field;
	const char *down = s->down ? " DESC" : "";

	if (!f) {
		str_addf(&w->sql, "people_key(k.code)%s", down);
	} else if (f->type == FIELD_REF) {
		str_addf(&w->sql, "k.%s IS NULL,(SELECT people_key(r.%s) FROM %s r WHERE "
				  "r.id=k.%s)%s",
			 f->name, ref_has_title(f) ? f->ref->fields[0].name : "code", f->ref->name,
			 f->name, down);
	} else if (f->type == FIELD_REFS) {
		str_addf(&w->sql, "(SELECT count(*) FROM %s_%s WHERE %s_id=k.id)%s",
			 query->kind->name, f->name, query->kind->name, down);
	} else {
		where_column(w, f);
		str_add(&w->sql, " IS NULL,");
		if (f->type == FIELD_CHOICE && !(f->flags & F_OPEN)) {
			choice_rank(w, f);
		} else {
			bool text = f->type == FIELD_TEXT || f->type == FIELD_NOTE ||
				    f->type == FIELD_CHOICE || f->type == FIELD_CHOICES;

			str_add(&w->sql, text ? "people_key(" : "(");
			where_column(w, f);
			str_add(&w->sql, ")");
		}
		str_add(&w->sql, down);
	}
}

void order_sql(const struct query *query, bool *derived, struct str *out)
{
	struct where w = {.derived = *derived};
	size_t i;

	str_add(&w.sql, " ORDER BY ");
	for (i = 0; i < query->nsort; i++) {
		order_field(&w, query, &query->sort[i]);
		str_add(&w.sql, ",");
	}
	str_add(&w.sql, "k.id");
	if (query->limit > 0)
		str_addf(&w.sql, " LIMIT %ld", query->limit);
	str_add(out, str_get(&w.sql));
	*derived = w.derived;
	where_release(&w);
}
