#include "config.h"

#include "filter_field.h"

#include <stdlib.h>
#include <string.h>

#include "isms/model/rules.h"
#include "isms/util/ascii.h"
#include "isms/util/date.h"
#include "isms/util/i18n.h"
#include "isms/util/mem.h"
#include "words.h"

#define CODE "code"
#define NAME_MAX_BYTES 63 /* of names that are compared with what was typed */
#define HINT_FIELDS 8

/* ---- Nodes --------------------------------------------------------------- */

struct filter *filter_node(enum filter_op op, struct filter *left, struct filter *right)
{
	struct filter *node = xcalloc(1, sizeof(*node));

	node->op = op;
	node->left = left;
	node->right = right;
	return node;
}

struct filter *filter_words(char *text)
{
	struct filter *node = filter_node(FILTER_WORDS, NULL, NULL);

	node->text = text;
	return node;
}

const char *filter_sign(enum filter_op op)
{
	switch (op) {
	case FILTER_HAS:
		return ":";
	case FILTER_EQ:
		return "=";
	case FILTER_NE:
		return "!=";
	case FILTER_LT:
		return "<";
	case FILTER_LE:
		return "<=";
	case FILTER_GT:
		return ">";
	case FILTER_GE:
		return ">=";
	default:
		return "";
	}
}

/* ---- Which field --------------------------------------------------------- */

bool filter_knows(const struct kind *kind, const char *name)
{
	return words_equal(name, CODE) || kind_field_find(kind, name);
}

/* Letters to put in, take out or change that make b of a. */
static size_t distance(const char *a, const char *b)
{
	size_t row[NAME_MAX_BYTES + 1], n = strlen(b), i, j, above, left;

	if (strlen(a) > NAME_MAX_BYTES || n > NAME_MAX_BYTES)
		return NAME_MAX_BYTES;
	for (j = 0; j <= n; j++)
		row[j] = j;
	for (i = 1; a[i - 1]; i++) {
		above = row[0];
		row[0] = i;
		for (j = 1; j <= n; j++) {
			left = above + (ascii_lower(a[i - 1]) != ascii_lower(b[j - 1]));
			above = row[j];
			row[j] = row[j] < row[j - 1] ? row[j] + 1 : row[j - 1] + 1;
			row[j] = left < row[j] ? left : row[j];
		}
	}
	return row[n];
}

static const char *nearest(const struct kind *kind, const char *typed)
{
	const char *name = CODE, *best = NULL;
	size_t least = strlen(typed) < 5 ? 1 : 2, i, d;

	for (i = 0; name; i++) {
		d = distance(typed, name);
		if (d < least || (d == least && !best)) {
			least = d;
			best = name;
		}
		name = i < kind->nfields ? kind->fields[i].name : NULL;
	}
	for (i = 0; !best && i < kind->nfields; i++)
		if (words_begin(kind->fields[i].name, typed))
			best = kind->fields[i].name;
	return best;
}

void filter_hint(const struct kind *kind, const char *name, struct str *out)
{
	const char *near = nearest(kind, name);
	size_t i, n = 0;

	if (near) {
		str_addf(out, _("did you mean %s?"), near);
		return;
	}
	str_addf(out, _("fields are %s"), CODE);
	for (i = 0; i < kind->nfields && n < HINT_FIELDS; i++) {
		if (!(kind->fields[i].flags & F_LISTED))
			continue;
		str_addf(out, ", %s", kind->fields[i].name);
		n++;
	}
	str_add(out, "…");
}

/* ---- Conditions ---------------------------------------------------------- */

/* What the words of a condition are about. */
struct condition {
	const struct rules *rules;
	const struct field *field; /* NULL: the code */
	enum filter_op op;
	const char *text;
	struct err *err;
};

static bool has_order(const struct field *field)
{
	switch (field ? field->type : FIELD_TEXT) {
	case FIELD_NOTE:
	case FIELD_BOOL:
	case FIELD_CHOICES:
	case FIELD_REF:
	case FIELD_REFS:
	case FIELD_LINK:
		return false;
	default:
		return true;
	}
}

static bool is_parsed(const struct field *field)
{
	switch (field ? field->type : FIELD_TEXT) {
	case FIELD_TEXT:
	case FIELD_NOTE:
	case FIELD_REF:
	case FIELD_REFS:
	case FIELD_LINK:
		return false;
	default:
		return true;
	}
}

static struct filter *leaf(const struct condition *c, enum filter_op op)
{
	struct filter *node = filter_node(op, NULL, NULL);

	node->field = c->field;
	node->code = !c->field;
	node->text = xstrdup(c->text);
	return node;
}

static bool empty_condition(const struct condition *c, struct filter **filter)
{
	if (!c->field)
		return err_set(c->err, ERR_USAGE, _("every record has a code"));
	if (c->op != FILTER_HAS && c->op != FILTER_EQ && c->op != FILTER_NE)
		return err_set(c->err, ERR_USAGE, _("'%s' needs a value behind it"),
			       filter_sign(c->op));
	*filter = leaf(c, FILTER_EMPTY);
	if (c->op == FILTER_NE)
		*filter = filter_node(FILTER_NOT, *filter, NULL);
	return true;
}

static struct filter *time_leaf(const struct condition *c, enum filter_op op, const char *time)
{
	struct filter *node = leaf(c, op);

	free(node->text);
	node->text = xstrdup(time);
	value_set_text(&node->value, time);
	return node;
}

/* "at<today" and "at:2026-05-01" mean days, the field holds minutes: bounds
 * are midnights, written as the file writes them. */
static struct filter *midnight(const struct condition *c, enum filter_op op, long days)
{
	char date[DATE_LEN];
	struct filter *node;
	char *time;

	if (days > date_from_civil(9999, 12, 31)) {
		time = xstrdup("9999-12-31T24:00"); /* behind all there are */
	} else {
		date_format(days, date);
		time = xasprintf("%sT00:00", date);
	}
	node = time_leaf(c, op, time);
	free(time);
	return node;
}

static struct filter *day_condition(const struct condition *c, long days)
{
	struct filter *within;

	switch (c->op) {
	case FILTER_LT:
		return midnight(c, FILTER_LT, days);
	case FILTER_LE:
		return midnight(c, FILTER_LT, days + 1);
	case FILTER_GT:
		return midnight(c, FILTER_GE, days + 1);
	case FILTER_GE:
		return midnight(c, FILTER_GE, days);
	default:
		break;
	}
	within = filter_node(FILTER_AND, midnight(c, FILTER_GE, days),
			     midnight(c, FILTER_LT, days + 1));
	return c->op == FILTER_NE ? filter_node(FILTER_NOT, within, NULL) : within;
}

static bool time_condition(const struct condition *c, struct filter **filter)
{
	char minute[DATETIME_LEN];
	long days;

	if (datetime_parse(c->text, c->rules->today, minute, NULL)) {
		*filter = time_leaf(c, c->op, minute);
		return true;
	}
	if (!date_parse(c->text, c->rules->today, &days, c->err))
		return false;
	*filter = day_condition(c, days);
	return true;
}

/* By the type's own reader, without the field's range and checks: what could
 * not be entered today may well be asked for. */
static bool parsed_condition(const struct condition *c, struct filter **filter)
{
	struct value value = VALUE_INIT;

	if (!type_ops[c->field->type].parse(c->rules, c->field, c->text, &value, c->err))
		return false;
	if (!value.set) {
		value_release(&value);
		return empty_condition(c, filter);
	}
	if (c->field->type == FIELD_CHOICES && c->op == FILTER_HAS && strchr(value.text, ';')) {
		value_release(&value);
		return err_set(c->err, ERR_USAGE,
			       _("'%s' is more than one choice: write %s:a %s:b "
				 "for both, %s:a or %s:b for either"),
			       c->text, c->field->name, c->field->name, c->field->name,
			       c->field->name);
	}
	*filter = leaf(c, c->op);
	(*filter)->value = value;
	return true;
}

bool filter_condition(const struct rules *rules, const struct kind *kind, const char *name,
		      enum filter_op op, const char *text, struct filter **filter, struct err *err)
{
	struct condition c = {.rules = rules, .op = op, .text = text, .err = err};
	bool ordered = op == FILTER_LT || op == FILTER_LE || op == FILTER_GT || op == FILTER_GE;

	if (!words_equal(name, CODE))
		c.field = kind_field_find(kind, name);
	if (!*text)
		return empty_condition(&c, filter);
	if (ordered && !has_order(c.field))
		return err_set(err, ERR_USAGE, _("%s has no order: use %s: or %s="), name, name,
			       name);
	if (c.field && c.field->type == FIELD_TIME)
		return time_condition(&c, filter);
	if (is_parsed(c.field))
		return parsed_condition(&c, filter);
	*filter = leaf(&c, op);
	return true;
}
