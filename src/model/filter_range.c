/* Conditions on what has an order: days, times, numbers, steps, and ranges. */
#include "config.h"

#include "filter_range.h"

#include <stdlib.h>
#include <string.h>

#include "filter_field.h"
#include "isms/model/rules.h"
#include "isms/util/ascii.h"
#include "isms/util/date.h"
#include "isms/util/i18n.h"
#include "isms/util/mem.h"

#define RANGE ".."
#define AFTER "~" /* sorts behind the seconds that may follow a minute */

struct filter *condition_leaf(const struct condition *c, enum filter_op op)
{
	struct filter *node = filter_node(op, NULL, NULL);

	node->field = c->field;
	node->code = !c->field;
	node->text = xstrdup(c->text);
	return node;
}

/* Both, or with != neither. */
static struct filter *within(const struct condition *c, struct filter *low, struct filter *high)
{
	struct filter *node = filter_node(FILTER_AND, low, high);

	return c->op == FILTER_NE ? filter_node(FILTER_NOT, node, NULL) : node;
}

/* ---- Days --------------------------------------------------------------------- */

static bool digits(const char *s, size_t n)
{
	while (n && ascii_digit(*s)) {
		s++;
		n--;
	}
	return !n;
}

/* Of "2026", "2026-03" and "2026-q1" the first month and how many there are. */
static int months_of(const char *text, int *month)
{
	size_t n = strlen(text);

	*month = 1;
	if (n < 4 || !digits(text, 4) || !atoi(text))
		return 0;
	if (n == 4)
		return 12;
	if (n != 7 || text[4] != '-')
		return 0;
	if (digits(text + 5, 2)) {
		*month = atoi(text + 5);
		return *month >= 1 && *month <= 12 ? 1 : 0;
	}
	*month = (text[6] - '1') * 3 + 1;
	return ascii_lower(text[5]) == 'q' && text[6] >= '1' && text[6] <= '4' ? 3 : 0;
}

/* What is typed for a day may be a month, a quarter or a year: all its days. */
static bool days_of(const struct condition *c, long *first, long *last)
{
	struct str text = STR_INIT;
	int month, months, end;
	bool ok = true;

	str_add(&text, c->text);
	str_trim(&text);
	months = months_of(str_get(&text), &month);
	if (months) {
		int year = atoi(str_get(&text));

		end = month + months - 1;
		*first = date_from_civil(year, month, 1);
		*last = date_from_civil(year, end, date_days_in_month(year, end));
	} else {
		ok = date_parse(c->text, c->rules->today, first, c->err);
		*last = *first;
	}
	str_release(&text);
	return ok;
}

static struct filter *day_leaf(const struct condition *c, enum filter_op op, long day)
{
	struct filter *node = condition_leaf(c, op);

	value_set_num(&node->value, day);
	return node;
}

static bool date_condition(const struct condition *c, struct filter **filter)
{
	long first = 0, last = 0;

	if (!days_of(c, &first, &last))
		return false;
	if (c->op == FILTER_LT || c->op == FILTER_GE)
		*filter = day_leaf(c, c->op, first);
	else if (c->op == FILTER_GT || c->op == FILTER_LE || first == last)
		*filter = day_leaf(c, c->op, last);
	else
		*filter = within(c, day_leaf(c, FILTER_GE, first), day_leaf(c, FILTER_LE, last));
	return true;
}

/* ---- Times -------------------------------------------------------------------- */

static struct filter *time_leaf(const struct condition *c, enum filter_op op, const char *time)
{
	struct filter *node = condition_leaf(c, op);

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

	if (days > DATE_LAST) {
		time = xstrdup("9999-12-31T24:00"); /* behind all there are */
	} else {
		date_format(days, date);
		time = xasprintf("%sT00:00", date);
	}
	node = time_leaf(c, op, time);
	free(time);
	return node;
}

static struct filter *days_condition(const struct condition *c, long first, long last)
{
	switch (c->op) {
	case FILTER_LT:
		return midnight(c, FILTER_LT, first);
	case FILTER_LE:
		return midnight(c, FILTER_LT, last + 1);
	case FILTER_GT:
		return midnight(c, FILTER_GE, last + 1);
	case FILTER_GE:
		return midnight(c, FILTER_GE, first);
	default:
		return within(c, midnight(c, FILTER_GE, first), midnight(c, FILTER_LT, last + 1));
	}
}

/* Stamps of changes have seconds, which nobody types. */
static struct filter *stamp_condition(const struct condition *c, const char *minute)
{
	char *after = xasprintf("%s" AFTER, minute);
	struct filter *node;

	if (c->op == FILTER_LT || c->op == FILTER_GE)
		node = time_leaf(c, c->op, minute);
	else if (c->op == FILTER_GT || c->op == FILTER_LE)
		node = time_leaf(c, c->op, after);
	else
		node = within(c, time_leaf(c, FILTER_GE, minute), time_leaf(c, FILTER_LT, after));
	free(after);
	return node;
}

static bool time_condition(const struct condition *c, struct filter **filter)
{
	char minute[DATETIME_LEN];
	long first = 0, last = 0;

	if (datetime_parse(c->text, c->rules->today, minute, NULL)) {
		*filter = filter_is_own(c->field) ? stamp_condition(c, minute)
						  : time_leaf(c, c->op, minute);
		return true;
	}
	if (!days_of(c, &first, &last))
		return false;
	*filter = days_condition(c, first, last);
	return true;
}

/* ---- What its type reads -------------------------------------------------------- */

/* By the type's own reader, without the field's range and checks: what could
 * not be entered today may well be asked for. */
static bool parsed_condition(const struct condition *c, struct filter **filter)
{
	struct value value = VALUE_INIT;

	if (!type_ops[c->field->type].parse(c->rules, c->field, c->text, &value, c->err))
		return false;
	if (!value.set) { /* blanks alone */
		*filter = condition_leaf(c, FILTER_EMPTY);
		if (c->op == FILTER_NE)
			*filter = filter_node(FILTER_NOT, *filter, NULL);
		value_release(&value);
		return true;
	}
	if (c->field->type == FIELD_CHOICES && c->op == FILTER_HAS && strchr(value.text, ';')) {
		value_release(&value);
		return err_set(c->err, ERR_USAGE,
			       _("'%s' is more than one choice: write %s:a %s:b "
				 "for both, %s:a or %s:b for either"),
			       c->text, c->field->name, c->field->name, c->field->name,
			       c->field->name);
	}
	*filter = condition_leaf(c, c->op);
	(*filter)->value = value;
	return true;
}

/* ---- Ranges --------------------------------------------------------------------- */

static bool has_ends(const struct field *field)
{
	switch (field ? field->type : FIELD_INT) {
	case FIELD_INT:
	case FIELD_SCALE:
	case FIELD_MONEY:
	case FIELD_DATE:
	case FIELD_TIME:
		return true;
	case FIELD_CHOICE:
		return !(field->flags & F_OPEN);
	default:
		return false;
	}
}

bool condition_is_range(const struct condition *c)
{
	return (c->op == FILTER_HAS || c->op == FILTER_EQ || c->op == FILTER_NE) &&
	       has_ends(c->field) && strstr(c->text, RANGE);
}

static int choice_at(const struct field *field, const char *key)
{
	int i = 0;

	while (field->choices[i].key && strcmp(field->choices[i].key, key))
		i++;
	return i;
}

static bool backwards(const struct filter *from, const struct filter *to)
{
	const struct field *field = from->field;
	const struct value *low = &from->value, *high = &to->value;

	if (!field || !low->set || !high->set)
		return false;
	if (field->type == FIELD_TIME) /* the end may be the midnight behind it */
		return strcmp(low->text, high->text) >= (to->op == FILTER_LT ? 0 : 1);
	if (field->type == FIELD_CHOICE)
		return choice_at(field, low->text) > choice_at(field, high->text);
	return low->num > high->num;
}

static bool one_end(const struct condition *c, enum filter_op op, const char *text,
		    struct filter **filter)
{
	struct condition end = *c;

	end.op = op;
	end.text = text;
	if (c->field)
		return condition_ordered(&end, filter);
	*filter = condition_leaf(&end, op);
	return true;
}

static bool range_condition(const struct condition *c, struct filter **filter)
{
	size_t at = (size_t)(strstr(c->text, RANGE) - c->text);
	const char *high = c->text + at + strlen(RANGE);
	char *low = xstrndup(c->text, at);
	struct filter *from = NULL, *to = NULL;
	bool ok = true;

	if (!*low && !*high)
		ok = err_set(c->err, ERR_USAGE, _("'..' needs a value before or behind it"));
	if (ok && *low)
		ok = one_end(c, FILTER_GE, low, &from);
	if (ok && *high) {
		*c->bad = at + strlen(RANGE);
		ok = one_end(c, FILTER_LE, high, &to);
	}
	if (ok && from && to && backwards(from, to)) {
		*c->bad = 0;
		ok = err_set(c->err, ERR_USAGE, _("'%s' ends before it begins"), c->text);
	}
	if (ok && from && to)
		*filter = filter_node(FILTER_AND, from, to);
	else if (ok)
		*filter = from ? from : to;
	if (ok && c->op == FILTER_NE)
		*filter = filter_node(FILTER_NOT, *filter, NULL);
	if (!ok) {
		filter_free(&from);
		filter_free(&to);
	}
	free(low);
	return ok;
}

bool condition_text_range(const struct condition *c, struct filter **filter)
{
	return range_condition(c, filter);
}

bool condition_ordered(const struct condition *c, struct filter **filter)
{
	if (condition_is_range(c))
		return range_condition(c, filter);
	if (c->field->type == FIELD_TIME)
		return time_condition(c, filter);
	if (c->field->type == FIELD_DATE)
		return date_condition(c, filter);
	return parsed_condition(c, filter);
}
