#include "config.h"

#include <stdlib.h>

#include "isms/tui/detail.h"
#include "isms/tui/field.h"
#include "isms/util/i18n.h"
#include "isms/util/mem.h"

/* Base, mine and theirs, field by field: what only one side changed needs no
 * question; where both did, the user chooses. */

#define LINES_EACH 4 /* the field, was, mine, theirs */

struct conflict_view {
	struct view view;
	const struct record *base, *mine, *theirs;
	size_t *fields;	   /* indexes of those in conflict; owned */
	bool *take_theirs; /* owned */
	size_t n, at;
	int top;
	bool done;
};

static bool both_changed(const struct field *field, const struct value *base,
			 const struct value *mine, const struct value *theirs)
{
	return (field->flags & F_DERIVED) == 0 && !value_equal(field, mine, theirs) &&
	       !value_equal(field, mine, base) && !value_equal(field, theirs, base);
}

static void find_conflicts(struct conflict_view *c)
{
	const struct kind *kind = c->mine->kind;

	c->fields = xcalloc(kind->nfields, sizeof(*c->fields));
	c->take_theirs = xcalloc(kind->nfields, sizeof(*c->take_theirs));
	for (size_t i = 0; i < kind->nfields; i++) {
		if (both_changed(&kind->fields[i], &c->base->values[i], &c->mine->values[i],
				 &c->theirs->values[i]))
			c->fields[c->n++] = i;
	}
}

static void title(struct tui *tui, struct view *view, struct str *middle, struct str *right)
{
	struct conflict_view *c = (struct conflict_view *)view;

	(void)tui;
	str_addf(middle, _("%s saved it meanwhile: which of both?"),
		 c->theirs->changed_by == NULL ? _("Somebody") : c->theirs->changed_by);
	str_addf(right, "%zu/%zu", c->at + 1, c->n);
}

static void draw_side(struct tui *tui, struct rect r, int y, const char *label,
		      const struct field *field, const struct value *value, bool chosen)
{
	struct str text = STR_INIT;

	if (y < r.y || y >= r.y + r.h)
		return;
	str_addf(&text, "   %s %-8s ", chosen ? "[x]" : "   ", label);
	value_text(tui, field, value, &text);
	draw_text(tui, y, r.x, r.w, str_get(&text), chosen ? LOOK_BOLD : LOOK_PLAIN);
	str_release(&text);
}

static void draw(struct tui *tui, struct view *view, struct rect r)
{
	struct conflict_view *c = (struct conflict_view *)view;
	int fit = r.h / LINES_EACH > 0 ? r.h / LINES_EACH : 1;

	c->top = draw_scroll(c->top, (int)c->at, fit, (int)c->n);
	for (int k = 0; k < fit && (size_t)(c->top + k) < c->n; k++) {
		size_t row = (size_t)(c->top + k), i = c->fields[row];
		const struct field *field = &c->mine->kind->fields[i];
		bool theirs = c->take_theirs[row], at = row == c->at;
		int y = r.y + k * LINES_EACH;
		struct str head = STR_INIT;

		str_addf(&head, "%c %s", at ? '>' : ' ', _(field->label));
		draw_text(tui, y, r.x, r.w, str_get(&head), at ? LOOK_SELECTED : LOOK_HEAD);
		draw_side(tui, r, y + 1, _("was"), field, &c->base->values[i], false);
		draw_side(tui, r, y + 2, _("mine"), field, &c->mine->values[i], !theirs);
		draw_side(tui, r, y + 3, _("theirs"), field, &c->theirs->values[i], theirs);
		if (at)
			draw_cursor(tui, y, r.x);
		str_release(&head);
	}
	draw_hint(tui, _("Enter Go on   Space Mine or theirs   Esc Cancel"));
}

static bool command(struct tui *tui, struct view *view, enum command_id id)
{
	struct conflict_view *c = (struct conflict_view *)view;
	bool taken = true;

	switch (id) {
	case CMD_UP:
		c->at -= c->at > 0 ? 1 : 0;
		break;
	case CMD_DOWN:
		c->at += c->at + 1 < c->n ? 1 : 0;
		break;
	case CMD_PICK:
	case CMD_LEFT:
	case CMD_RIGHT:
		c->take_theirs[c->at] = !c->take_theirs[c->at];
		break;
	case CMD_OPEN:
		c->done = true;
		view_pop(tui);
		break;
	case CMD_CANCEL:
	case CMD_BACK:
	case CMD_QUIT:
		view_pop(tui);
		break;
	default:
		taken = false;
		break;
	}
	return taken;
}

static const struct view_ops conflict_ops = {
	.where = WHERE_PICKER,
	.flags = VIEW_FULL | VIEW_MODAL,
	.title = title,
	.draw = draw,
	.command = command,
};

/* Fields that only they changed are theirs; in conflict what was chosen. */
static void bring_together(const struct conflict_view *c, struct record *mine)
{
	for (size_t i = 0; i < mine->kind->nfields; i++) {
		const struct field *field = &mine->kind->fields[i];

		if (value_equal(field, &mine->values[i], &c->base->values[i]))
			value_copy(&mine->values[i], &c->theirs->values[i]);
	}
	for (size_t k = 0; k < c->n; k++) {
		if (c->take_theirs[k])
			value_copy(&mine->values[c->fields[k]], &c->theirs->values[c->fields[k]]);
	}
	mine->ver = c->theirs->ver;
}

void conflict_said(bool was, const struct record *now, struct str *out)
{
	if (now->archived && !was)
		str_addf(out, _("%s archived it meanwhile; saved again it stays archived"),
			 now->changed_by == NULL ? _("somebody") : now->changed_by);
	else
		str_add(out,
			_("brought together with the other change; look it over and save again"));
}

bool conflict_merge(struct tui *tui, struct record *mine, struct record **old)
{
	struct record *theirs = NULL;
	struct err err = ERR_INIT;
	struct conflict_view c = {.view = {.ops = &conflict_ops}, .base = *old, .mine = mine};

	if (!store_get(tui->app->store, mine->kind, mine->id, &theirs, &err)) {
		tui_error(tui, &err);
		return false;
	}
	c.theirs = theirs;
	find_conflicts(&c);
	if (c.n == 0)
		c.done = true;
	else
		tui_say(tui, _("both changed these: Space takes theirs or mine, Enter goes on"));
	if (c.n > 0)
		view_run(tui, &c.view);
	if (c.done) {
		bring_together(&c, mine);
		record_free(old);
		*old = theirs;
	} else {
		record_free(&theirs);
	}
	free(c.fields);
	free(c.take_theirs);
	return c.done;
}
