/*
 * Life cycles: which state may follow which. Checked here for messages people
 * understand; the file does not enforce moves, since an import brings what is.
 */
#include "config.h"

#include <string.h>

#include "isms/model/kind.h"
#include "isms/model/value.h"
#include "isms/util/i18n.h"
#include "isms/util/str.h"
#include "words.h"

const struct field *kind_state(const struct kind *kind)
{
	return kind->life ? kind_field(kind, kind->life->field) : NULL;
}

static bool leads(const struct move *move, const char *from, const char *to)
{
	if (strcmp(move->to, to) != 0)
		return false;
	return !strcmp(move->from, "*") || !strcmp(move->from, from);
}

void life_moves(const struct kind *kind, const char *from, struct strv *to)
{
	const struct move *move;

	if (!kind->life || !from)
		return;
	for (move = kind->life->moves; move->from; move++)
		if (strcmp(move->to, from) != 0 && leads(move, from, move->to) &&
		    !strv_has(to, move->to))
			strv_add(to, move->to);
}

/* The state's label as it stands in a sentence; a state nobody declared (of a
 * newer file) by its key. */
static void add_state(struct str *out, const struct kind *kind, const char *key)
{
	const struct field *field = kind_state(kind);
	const struct choice *choice = field ? choice_find(field, key) : NULL;

	if (choice)
		words_label(out, choice->label);
	else
		str_add(out, key);
}

static void add_next(struct str *out, const struct kind *kind, const char *from)
{
	struct strv keys = STRV_INIT, labels = STRV_INIT;
	struct str label = STR_INIT;
	size_t i;

	life_moves(kind, from, &keys);
	for (i = 0; i < keys.n; i++) {
		add_state(&label, kind, keys.v[i]);
		strv_take(&labels, str_detach(&label));
	}
	words_or(out, &labels);
	strv_release(&keys);
	strv_release(&labels);
}

static bool refuse(const struct kind *kind, const char *from, const char *to, struct err *err)
{
	struct str title = STR_INIT, old = STR_INIT, new = STR_INIT, next = STR_INIT;

	words_a(&title, kind->title);
	add_state(&old, kind, from);
	add_state(&new, kind, to);
	add_next(&next, kind, from);
	if (next.len)
		err_field(err, kind_state(kind), _("%s cannot go from '%s' to '%s': next is %s"),
			  str_get(&title), str_get(&old), str_get(&new), str_get(&next));
	else
		err_field(err, kind_state(kind), _("%s cannot go from '%s' to '%s': it is the end"),
			  str_get(&title), str_get(&old), str_get(&new));
	str_release(&title);
	str_release(&old);
	str_release(&new);
	str_release(&next);
	return false;
}

bool life_check(const struct kind *kind, const char *from, const char *to, struct err *err)
{
	const struct move *move;

	if (!kind->life || !from || !to || !strcmp(from, to))
		return true;
	for (move = kind->life->moves; move->from; move++)
		if (leads(move, from, to))
			return true;
	return refuse(kind, from, to, err);
}
