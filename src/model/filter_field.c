#include "config.h"

#include "filter_field.h"

#include <stdlib.h>
#include <string.h>

#include "filter_range.h"
#include "isms/util/ascii.h"
#include "isms/util/i18n.h"
#include "isms/util/mem.h"
#include "isms/util/pattern.h"

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
	case FILTER_MATCH:
	case FILTER_PATTERN:
		return "~";
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

/* ---- Conditions ---------------------------------------------------------- */

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

static bool asks_value(enum filter_op op)
{
	return op == FILTER_HAS || op == FILTER_EQ || op == FILTER_NE;
}

static bool needs_value(const struct condition *c)
{
	return err_set(c->err, ERR_USAGE, _("'%s' needs a value behind it"), filter_sign(c->op));
}

/* Nothing, or with star anything. */
static bool empty_condition(const struct condition *c, bool star, struct filter **filter)
{
	bool not = star == (c->op != FILTER_NE);

	if (!asks_value(c->op))
		return needs_value(c);
	if (!c->field)
		return err_set(c->err, ERR_USAGE, _("every record has a code"));
	*filter = condition_leaf(c, FILTER_EMPTY);
	if (not)
		*filter = filter_node(FILTER_NOT, *filter, NULL);
	return true;
}

/* A pattern that cannot be used is told while it is typed. */
static bool check_pattern(const char *text, size_t *bad, struct err *err)
{
	struct pattern *pattern = NULL;

	if (*text)
		pattern = pattern_new(text, bad, err);
	else
		err_set(err, ERR_USAGE, _("a pattern is missing behind '~'"));
	if (!pattern)
		return false;
	pattern_free(&pattern);
	return true;
}

bool filter_pattern(const char *text, struct filter **filter, size_t *bad, struct err *err)
{
	if (!check_pattern(text, bad, err))
		return false;
	*filter = filter_node(FILTER_PATTERN, NULL, NULL);
	(*filter)->text = xstrdup(text);
	return true;
}

static bool pattern_condition(const struct condition *c, struct filter **filter)
{
	if (c->field && c->field->type == FIELD_BOOL)
		return err_set(c->err, ERR_USAGE, _("%s is yes or no: use %s:"), c->field->name,
			       c->field->name);
	if (!check_pattern(c->text, c->bad, c->err))
		return false;
	*filter = condition_leaf(c, FILTER_MATCH);
	return true;
}

static bool field_condition(const struct condition *c, bool star, struct filter **filter)
{
	const char *name = c->field ? c->field->name : "code";

	if (star || (!*c->text && c->op != FILTER_MATCH))
		return empty_condition(c, star, filter);
	if (c->op == FILTER_MATCH)
		return pattern_condition(c, filter);
	if (!asks_value(c->op) && !has_order(c->field))
		return err_set(c->err, ERR_USAGE, _("%s has no order: use %s: or %s="), name, name,
			       name);
	if (is_parsed(c->field))
		return condition_ordered(c, filter);
	if (condition_is_range(c))
		return condition_text_range(c, filter);
	*filter = condition_leaf(c, c->op);
	return true;
}

/* ---- Links ---------------------------------------------------------------- */

/* A record that leads here is known by its code or its title. */
static bool record_condition(const struct condition *c, const struct kind *kind, bool star,
			     struct filter **filter)
{
	struct condition part = *c;
	struct filter *code = NULL, *title = NULL;
	bool ok;

	if (!*c->text && c->op != FILTER_MATCH)
		return asks_value(c->op) || needs_value(c);
	if (!asks_value(c->op) && c->op != FILTER_MATCH)
		return err_set(c->err, ERR_USAGE, _("records have no order: use : or ="));
	if (star)
		return true;
	part.op = c->op == FILTER_NE ? FILTER_EQ : c->op;
	part.field = NULL;
	ok = field_condition(&part, false, &code);
	part.field = &kind->fields[0];
	/* what the title cannot hold is no title */
	if (ok && !is_parsed(part.field) && field_condition(&part, false, &title))
		code = filter_node(FILTER_OR, code, title);
	if (ok)
		*filter = code;
	return ok;
}

/* From the condition itself outwards; of records that lead here and are not
 * named at all (NULL) it is that there is one. */
static struct filter *linked(const struct filter_path *path, struct filter *inner)
{
	size_t i;

	for (i = path->n; i > 0; i--) {
		inner = filter_node(FILTER_LINK, inner, NULL);
		inner->field = path->step[i - 1].field;
		inner->kind = path->step[i - 1].kind;
	}
	return inner;
}

bool filter_condition(const struct rules *rules, const struct filter_path *path, enum filter_op op,
		      const char *text, bool quoted, struct filter **filter, size_t *bad,
		      struct err *err)
{
	struct condition c = {rules, path->field, op, text, bad, err};
	bool star = !quoted && !strcmp(text, "*") && op != FILTER_MATCH;
	bool ok, none;

	*bad = 0;
	if (!path->record) {
		ok = field_condition(&c, star, filter);
		if (ok)
			*filter = linked(path, *filter);
		return ok;
	}
	ok = record_condition(&c, path->kind, star, filter);
	/* "risk:" is that there is none, "risk!=x" that none of them is x */
	none = (!*text && op != FILTER_NE) || (*text && op == FILTER_NE);
	if (ok)
		*filter = linked(path, *filter);
	if (ok && none)
		*filter = filter_node(FILTER_NOT, *filter, NULL);
	return ok;
}
