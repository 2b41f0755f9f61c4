#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "isms/tui/dialog.h"
#include "isms/tui/list.h"
#include "isms/tui/pane_filter.h"
#include "isms/util/i18n.h"
#include "isms/util/mem.h"

/* What a list shows and in which order, as the user says it. */

static bool set_filter(struct tui *tui, void *ctx, const char *text, struct err *err)
{
	return list_filter(tui, ctx, text, err);
}

void list_ask_filter(struct tui *tui, struct list *list)
{
	const struct pane_filter filter = {list->kind, list->filter, set_filter, list};
	const long long on = list_id(list);

	if (!pane_filter_ask(tui, &filter))
		list_seek(tui, list, on);
}

static void sort_as(struct tui *tui, struct list *list, const struct sort *sort, size_t n)
{
	struct err err = ERR_INIT;

	if (!list_sort(tui, list, sort, n, &err))
		tui_error(tui, &err);
	list->top = 0;
	list_keep(tui, list);
}

/* By this column; where it is one of several keys only its way is turned. */
void list_sort_by(struct tui *tui, struct list *list, const struct field *field, bool down)
{
	struct sort sort[LIST_SORTS] = {{field, down}};
	size_t n = 1;

	for (size_t i = 0; i < list->nsort; i++) {
		if (list->sort[i].field == field) {
			memcpy(sort, list->sort, sizeof(sort));
			sort[i].down = down;
			n = list->nsort;
		}
	}
	sort_as(tui, list, sort, n);
}

void list_sort_here(struct tui *tui, struct list *list, bool down)
{
	const struct field *field = list->nsort > 0 ? list->sort[0].field : NULL;

	if (list->cells && list->col < list->columns.n)
		field = list->columns.v[list->col].field;
	if (field != NULL && field->type == FIELD_NOTE)
		tui_say(tui, _("a list is not sorted by a text of several lines"));
	else
		list_sort_by(tui, list, field, down);
}

/* ---- Asked for ----------------------------------------------------------------- */

/* The keys as they are put together by Space; ids of the items: -2 the order of
 * entry, -1 the code, else the field's place. */
struct sorting {
	struct list *list;
	struct choose_list *items;
	struct sort sort[LIST_SORTS];
	size_t n;
	bool touched;
};

static const struct field *field_of(const struct list *list, long long id)
{
	return id < 0 ? NULL : &list->kind->fields[id];
}

static size_t key_of(const struct sorting *s, const struct field *field)
{
	size_t i = 0;

	while (i < s->n && s->sort[i].field != field)
		i++;
	return i;
}

/* "1^": the first key, upwards. */
static void label_items(struct sorting *s)
{
	for (size_t i = 0; i < s->items->n; i++) {
		struct choose_item *item = &s->items->v[i];
		size_t key = item->id < -1 ? s->n : key_of(s, field_of(s->list, item->id));
		struct str text = STR_INIT;

		free(item->right);
		item->right = NULL;
		item->marked = key < s->n;
		if (key < s->n) {
			str_addf(&text, "%zu%c", key + 1, s->sort[key].down ? 'v' : '^');
			item->right = str_detach(&text);
		}
	}
}

/* Space: then by this, upwards; again downwards; again not at all. */
static void then_by(void *ctx, const struct choose_item *item)
{
	struct sorting *s = ctx;
	const struct field *field = field_of(s->list, item->id);
	size_t key = key_of(s, field);

	s->touched = true;
	if (item->id < -1) {
		s->n = 0;
	} else if (key == s->n && s->n < LIST_SORTS) {
		s->sort[s->n++] = (struct sort){field, false};
	} else if (key < s->n && !s->sort[key].down) {
		s->sort[key].down = true;
	} else if (key < s->n) {
		s->n--;
		memmove(s->sort + key, s->sort + key + 1, (s->n - key) * sizeof(s->sort[0]));
	}
	label_items(s);
}

static size_t add_items(const struct list *list, struct choose_list *items)
{
	const struct field *now = list->nsort > 0 ? list->sort[0].field : NULL;
	size_t at = 0;

	choose_add(items, _("Code"), NULL, -1);
	choose_add(items, _("Order of entry"), NULL, -2);
	for (size_t i = 0; i < list->kind->nfields; i++) {
		const struct field *field = &list->kind->fields[i];

		if (field->type == FIELD_REFS || field->type == FIELD_NOTE)
			continue;
		if (field == now)
			at = items->n;
		choose_add(items, _(field->label), NULL, (long long)i);
	}
	return at;
}

void list_ask_sort(struct tui *tui, struct list *list)
{
	struct choose_list items = {0};
	struct sorting s = {.list = list, .items = &items, .n = list->nsort};
	struct choose_options opt = {.title = _("Sort by (Enter: this alone, Space: then by)"),
				     .typing = true,
				     .several = true,
				     .marked = then_by,
				     .ctx = &s};
	size_t at = add_items(list, &items);
	long chosen;

	memcpy(s.sort, list->sort, sizeof(s.sort));
	label_items(&s);
	chosen = choose(tui, &opt, &items, at);
	if (chosen >= 0 && s.touched) {
		sort_as(tui, list, s.sort, s.n);
	} else if (chosen >= 0 && items.v[chosen].id == -2) {
		sort_as(tui, list, NULL, 0);
	} else if (chosen >= 0) {
		struct sort one = {field_of(list, items.v[chosen].id), false};

		one.down = list->nsort > 0 && list->sort[0].field == one.field &&
			   !list->sort[0].down;
		sort_as(tui, list, &one, 1);
	}
	choose_clear(&items);
}
