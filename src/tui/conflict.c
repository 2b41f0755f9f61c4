#include "config.h"

#include "isms/tui/detail.h"
#include "isms/tui/dialog.h"
#include "isms/tui/field.h"
#include "isms/util/i18n.h"

/* Base, mine and theirs, field by field: what only one side changed needs no
 * question; where both did, the user chooses. */

static void describe(struct tui *tui, const struct field *field, const struct value *base,
                     const struct value *mine, const struct value *theirs, struct str *out)
{
	const struct value *values[] = {base, mine, theirs};
	static const char *const heads[] = {N_("was"), N_("mine"), N_("theirs")};

	str_addf(out, "%s", _(field->label));
	for (int i = 0; i < 3; i++) {
		struct str text = STR_INIT;

		value_text(tui, field, values[i], &text);
		str_addf(out, "  %s: %s", _(heads[i]), text.len > 0 ? str_get(&text) : "-");
		str_release(&text);
	}
}

static bool both_changed(const struct field *field, const struct value *base,
                         const struct value *mine, const struct value *theirs)
{
	return !value_equal(field, mine, theirs) && !value_equal(field, mine, base) &&
	       !value_equal(field, theirs, base);
}

static void list_conflicts(struct tui *tui, const struct record *base, const struct record *mine,
                           const struct record *theirs, struct choose_list *list)
{
	for (size_t i = 0; i < mine->kind->nfields; i++) {
		const struct field *field = &mine->kind->fields[i];
		struct str text = STR_INIT;

		if ((field->flags & F_DERIVED) == 0 &&
		    both_changed(field, &base->values[i], &mine->values[i], &theirs->values[i])) {
			describe(tui, field, &base->values[i], &mine->values[i], &theirs->values[i],
			         &text);
			choose_add(list, str_get(&text), NULL, (long long)i);
		}
		str_release(&text);
	}
}

static void take_theirs(const struct record *base, struct record *mine,
                        const struct record *theirs, const struct choose_list *list)
{
	for (size_t i = 0; i < mine->kind->nfields; i++) {
		const struct field *field = &mine->kind->fields[i];

		if (value_equal(field, &mine->values[i], &base->values[i]))
			value_copy(&mine->values[i], &theirs->values[i]);
	}
	for (size_t i = 0; i < list->n; i++) {
		if (list->v[i].marked)
			value_copy(&mine->values[list->v[i].id], &theirs->values[list->v[i].id]);
	}
}

bool conflict_merge(struct tui *tui, struct record *mine, struct record **old)
{
	struct choose_list list = {0};
	struct str title = STR_INIT;
	struct record *theirs = NULL;
	struct err err = ERR_INIT;
	struct choose_options opt = {.several = true};
	bool merged = false;

	if (!store_get(tui->app->store, mine->kind, mine->id, &theirs, &err)) {
		tui_error(tui, &err);
		goto out;
	}
	list_conflicts(tui, *old, mine, theirs, &list);
	str_addf(&title, _("%s saved it meanwhile. Both changed these: Space takes theirs, "
	                   "Enter goes on"),
	         theirs->changed_by == NULL ? _("Somebody") : theirs->changed_by);
	opt.title = str_get(&title);
	merged = list.n == 0 || choose(tui, &opt, &list, 0) >= 0;
	if (merged) {
		take_theirs(*old, mine, theirs, &list);
		mine->ver = theirs->ver;
		record_free(old);
		*old = theirs;
		theirs = NULL;
	}
out:
	record_free(&theirs);
	choose_clear(&list);
	str_release(&title);
	return merged;
}
