#include "config.h"

#include "isms/tui/view.h"

void view_push(struct tui *tui, struct view *view)
{
	view->below = tui->top;
	tui->top = view;
	tui->menu_focus = false;
	tui->dirty = true;
}

void view_pop(struct tui *tui)
{
	struct view *view = tui->top;

	tui->top = view->below;
	tui->dirty = true;
	if (view->ops->close != NULL)
		view->ops->close(tui, view);
}

bool view_is_open(const struct tui *tui, const struct view *view)
{
	const struct view *v = tui->top;

	while (v != NULL && v != view)
		v = v->below;
	return v != NULL;
}

void view_pop_to_root(struct tui *tui)
{
	tui->jumps++;
	while (tui->top != NULL && tui->top->below != NULL)
		view_pop(tui);
}
