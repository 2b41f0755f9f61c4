#include "config.h"

#include "isms/tui/columns.h"

#include "isms/util/i18n.h"
#include "isms/util/text.h"

#define TITLE_MIN 14
#define TITLE_WISH 24

const char *column_heading(const struct field *field)
{
	return field->heading != NULL ? _(field->heading) : _(field->label);
}

/* The fewest cells in which a column still says something. */
static int least(const struct field *field, bool first)
{
	int most = field->width > 0 ? field->width : 8;
	int few = first ? TITLE_MIN : 8;

	if (field->type == FIELD_DATE)
		few = 10;
	else if (field->type == FIELD_TIME)
		few = 16;
	else if (field->type == FIELD_SCALE)
		few = field->scale == SCALE_LEVEL ? 9 : 6;
	else if (field->type == FIELD_REF || field->type == FIELD_CHOICE)
		few = 10;
	return most < few ? most : few;
}

static void take(struct columns *c, const struct column_set *set, size_t at, bool title)
{
	int width = set->v[at].width;

	c->v[c->n].field = set->v[at].field;
	c->v[c->n].width = width > 0 ? width : least(set->v[at].field, title);
	c->v[c->n].at = at;
	c->v[c->n].fixed = width > 0;
	c->n++;
}

static int total(const struct columns *c)
{
	int cells = c->code + 2;

	for (size_t i = 0; i < c->n; i++)
		cells += c->v[i].width + 1;
	return cells;
}

/* Drops from the right what does not fit; what is computed (the level) tells
 * more than a field that was filled in, so it goes last, unless the user chose. */
static void drop(struct columns *c, int cells, bool in_order)
{
	while (c->n > 1 && total(c) > cells) {
		size_t victim = c->n - 1;

		while (!in_order && victim > 1 && (c->v[victim].field->flags & F_DERIVED) != 0)
			victim--;
		if (victim == 1 && (c->v[1].field->flags & F_DERIVED) != 0)
			victim = c->n - 1;
		for (size_t i = victim; i + 1 < c->n; i++)
			c->v[i] = c->v[i + 1];
		c->n--;
		c->more = true;
	}
}

/* "5 very high" is cut by the width that a figure alone needs. */
static int wished(const struct field *field)
{
	bool level = field->type == FIELD_SCALE && field->scale == SCALE_LEVEL;

	return level && field->width < 12 ? 12 : field->width;
}

/* The column that gets what is left: the title, else the first that may grow. */
static size_t leader(const struct columns *c, const struct kind *kind)
{
	size_t found = c->n;

	for (size_t i = c->n; i-- > 0;) {
		bool title = found < c->n && c->v[found].field == &kind->fields[0];

		if (!c->v[i].fixed && !title)
			found = i;
	}
	return found;
}

static void spread(struct columns *c, const struct kind *kind, int cells)
{
	int left = cells - total(c);
	size_t lead = leader(c, kind);
	int title = lead == c->n ? 0 : TITLE_WISH - c->v[lead].width;

	/* the title first, up to where most can be told apart; what is left goes to it too */
	title = title > left ? left : title;
	if (title > 0) {
		c->v[lead].width += title;
		left -= title;
	}
	for (size_t i = 0; i < c->n && left > 0; i++) {
		int wish = wished(c->v[i].field), label = text_width(column_heading(c->v[i].field));
		int more = (wish > label ? wish : label) - c->v[i].width;

		if (i == lead || c->v[i].fixed)
			continue;
		if (more > left / 2 && i + 1 < c->n)
			more = left / 2;
		if (more > 0) {
			if (more > left)
				more = left;
			c->v[i].width += more;
			left -= more;
		}
	}
	if (lead < c->n && left > 0)
		c->v[lead].width += left;
	else if (c->n == 1 && left < 0)
		c->v[0].width += left;
	if (c->n == 1 && c->v[0].width < 1)
		c->v[0].width = 1;
}

void columns_layout(struct columns *c, const struct column_set *set, const struct kind *kind,
		    int shift, int code, int cells)
{
	c->n = 0;
	c->code = code;
	c->more = false;
	for (size_t i = 0; i < set->n; i++) {
		if (i >= set->frozen && shift > 0)
			shift--;
		else
			take(c, set, i, set->v[i].field == &kind->fields[0]);
	}
	drop(c, cells, set->own);
	spread(c, kind, cells);
}
