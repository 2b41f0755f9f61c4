#include "config.h"

#include "isms/tui/dialog.h"
#include "isms/tui/list.h"
#include "isms/util/i18n.h"
#include "isms/util/mem.h"

/* What a list shows and in which order, as the user says it. */

struct filtering {
	struct tui *tui;
	struct list *list;
};

/* Incremental: the list beneath follows, what is half typed and wrong leaves
 * the last good result and says why. */
static char *filter_changed(void *ctx, const char *text)
{
	struct filtering *f = ctx;
	struct err err = ERR_INIT;
	char *remark = NULL;

	if (!list_filter(f->tui, f->list, text, &err))
		remark = xstrdup(err_msg(&err));
	err_release(&err);
	return remark;
}

void list_ask_filter(struct tui *tui, struct list *list)
{
	struct filtering f = {tui, list};
	struct prompt_options opt = {
		.label = "/",
		.changed = filter_changed,
		.ctx = &f,
		.stay = true,
	};
	struct str text = STR_INIT;
	struct err err = ERR_INIT;

	if (list->filter != NULL)
		str_add(&text, list->filter);
	if (!prompt(tui, &opt, &text))
		str_clear(&text);
	if (!list_filter(tui, list, str_get(&text), &err))
		tui_error(tui, &err);
	str_release(&text);
}

void list_sort_by(struct tui *tui, struct list *list, const struct field *field, bool down)
{
	struct err err = ERR_INIT;

	if (!list_sort(tui, list, field, down, &err))
		tui_error(tui, &err);
	list->top = 0;
}

void list_ask_sort(struct tui *tui, struct list *list)
{
	struct choose_list items = {0};
	struct choose_options opt = {.title = _("Sort by (the same again turns the order)"),
				     .typing = true};
	const struct field *now = list->nsort > 0 ? list->sort[0].field : NULL;
	size_t at = 0;
	long chosen;

	choose_add(&items, _("Code"), list->nsort > 0 && now == NULL ? "*" : NULL, -1);
	choose_add(&items, _("Order of entry"), list->nsort == 0 ? "*" : NULL, -2);
	for (size_t i = 0; i < list->kind->nfields; i++) {
		const struct field *field = &list->kind->fields[i];

		if (field->type == FIELD_REFS || field->type == FIELD_NOTE)
			continue;
		if (field == now)
			at = items.n;
		choose_add(&items, _(field->label),
			   field != now		? NULL
			   : list->sort[0].down ? "v"
						: "^",
			   (long long)i);
	}
	chosen = choose(tui, &opt, &items, at);
	if (chosen >= 0 && items.v[chosen].id == -2) {
		list->nsort = 0;
		list_stale(list);
	} else if (chosen >= 0) {
		const struct field *field =
			items.v[chosen].id < 0 ? NULL : &list->kind->fields[items.v[chosen].id];
		bool same = list->nsort > 0 && field == now;

		list_sort_by(tui, list, field, same && !list->sort[0].down);
	}
	choose_clear(&items);
}
