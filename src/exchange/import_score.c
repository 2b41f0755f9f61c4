/* Levels that a file brings along, beside those that our method gives. */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "import_private.h"
#include "isms/util/mem.h"

static int rated(const struct record *rec, const char *prefix, const char *what)
{
	char *name = xasprintf("%.*s%s", (int)strcspn(prefix, "_"), prefix, what);
	const struct field *field = kind_field(rec->kind, name);
	const struct value *v = field ? &rec->values[kind_index(rec->kind, field)] : NULL;

	free(name);
	return v && v->set ? (int)v->num : 0;
}

bool import_score_agrees(const struct import *im, const struct record *rec,
			 const struct field *level, const char *text)
{
	const struct method *method = &im->rules->method;
	int likelihood = rated(rec, level->name, "_likelihood");
	int impact = method_impact(method, rated(rec, level->name, "_impact_c"),
				   rated(rec, level->name, "_impact_i"),
				   rated(rec, level->name, "_impact_a"),
				   rated(rec, level->name, "_impact"));
	int ours = method_level(method, likelihood, impact);
	double num;
	bool percent;

	if (!ours)
		return true; /* not rated: nothing to compare with */
	if (cell_number(text, &num, &percent))
		return num == (double)likelihood * impact || num == (double)ours;
	return cell_step(im, SCALE_LEVEL, text) == ours;
}
