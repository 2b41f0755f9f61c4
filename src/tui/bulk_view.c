#include "config.h"

#include "isms/tui/bulk_view.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "isms/tui/dialog.h"
#include "isms/tui/value_view.h"
#include "isms/util/ascii.h"
#include "isms/util/i18n.h"
#include "isms/util/mem.h"
#include "isms/util/text.h"

#define BELOW 3 /* lines under the rows: a rule, the sum, the answers */
#define WHOLE 4 /* … above them where rows are cut: a rule, the row at the cursor whole */
#define WHOLE_ROWS 8 /* … if so many rows are left */

/* ---- What would become of each ------------------------------------------------ */

struct preview {
	struct view view;
	struct bulk *bulk;
	size_t *rows;    /* of bulk: those refused, then those that change; owned */
	size_t n, at;
	int top, h;
	int widest; /* cells of the widest row */
	const char *note; /* why it is shown again, what is not in sight; or NULL */
	bool yes_focus, yes;
};

static void row_text(const struct bulk_row *row, struct str *out)
{
	struct strv lines = STRV_INIT;

	text_pad(out, row->code, 9, false);
	if (row->fate == BULK_REFUSED) {
		str_addf(out, " %s", row->why);
	} else {
		strv_split(&lines, row->what, "\n");
		for (size_t i = 0; i < lines.n; i++)
			str_addf(out, "%s%s", i > 0 ? "; " : " ", lines.v[i]);
	}
	strv_release(&lines);
}

static void order_rows(struct preview *p)
{
	static const enum bulk_fate order[] = {BULK_REFUSED, BULK_CHANGES};

	struct str text = STR_INIT;

	p->rows = xcalloc(p->bulk->nrows + 1, sizeof(*p->rows));
	for (size_t k = 0; k < 2; k++) {
		for (size_t i = 0; i < p->bulk->nrows; i++) {
			if (p->bulk->rows[i].fate != order[k])
				continue;
			p->rows[p->n++] = i;
			str_clear(&text);
			row_text(&p->bulk->rows[i], &text);
			if (text_width(str_get(&text)) > p->widest)
				p->widest = text_width(str_get(&text));
		}
	}
	str_release(&text);
}

static void draw_row(struct tui *tui, const struct preview *p, struct rect r, int y, size_t i)
{
	const struct bulk_row *row = &p->bulk->rows[p->rows[i]];
	bool at = i == p->at, refused = row->fate == BULK_REFUSED;
	struct str text = STR_INIT;

	str_addf(&text, "%c%c", at ? '>' : ' ', refused ? '!' : ' ');
	row_text(row, &text);
	draw_text(tui, y, r.x, r.w, str_get(&text),
		  (refused ? LOOK_BAD : LOOK_PLAIN) | (at ? (unsigned)LOOK_SELECTED : 0));
	str_release(&text);
}

/* The row at the cursor in several lines, from line y on. */
static void draw_whole(struct tui *tui, const struct preview *p, struct rect r, int y)
{
	struct strv lines = STRV_INIT;
	struct str text = STR_INIT;

	draw_rule(tui, y, r.x, r.w, NULL, LOOK_PLAIN);
	if (p->n > 0) {
		row_text(&p->bulk->rows[p->rows[p->at]], &text);
		text_wrap(&lines, str_get(&text), r.w - 4);
	}
	for (size_t i = 0; i < lines.n && i < WHOLE - 1; i++)
		draw_text(tui, y + 1 + (int)i, r.x + 2, r.w - 2, lines.v[i], LOOK_PLAIN);
	strv_release(&lines);
	str_release(&text);
}

static void draw_answers(struct tui *tui, const struct preview *p, int y, int x)
{
	const size_t *n = p->bulk->nfate;
	struct str yes = STR_INIT;

	if (n[BULK_CHANGES] > 0 && n[BULK_REFUSED] > 0)
		str_addf(&yes, _("Yes, without the %zu that cannot"), n[BULK_REFUSED]);
	else if (n[BULK_CHANGES] > 0)
		str_add(&yes, _("Yes"));
	for (int i = 0; i < (yes.len > 0 ? 2 : 1); i++) {
		bool focus = (i == 1) == p->yes_focus;
		struct str text = STR_INIT;
		int wide;

		str_addf(&text, focus ? "[ %s ]" : "  %s  ", i == 0 ? _("No") : str_get(&yes));
		wide = text_width(str_get(&text));
		draw_text(tui, y, x, wide, str_get(&text),
			  focus ? LOOK_PLAIN | LOOK_SELECTED : LOOK_PLAIN);
		if (focus)
			draw_cursor(tui, y, x + 2);
		x += wide + 2;
		str_release(&text);
	}
	str_release(&yes);
}

static void draw(struct tui *tui, struct view *view, struct rect r)
{
	struct preview *p = (struct preview *)view;
	const size_t *n = p->bulk->nfate;
	struct str sum = STR_INIT, head = STR_INIT;
	int y = r.y + r.h - BELOW;
	bool cut = p->widest > r.w - 2 && r.h >= 1 + WHOLE_ROWS + WHOLE + BELOW;

	draw_clear(tui, r);
	str_addf(&head, _("What would become of them, %zu of %zu"), p->n > 0 ? p->at + 1 : 0, p->n);
	draw_rule(tui, r.y, r.x, r.w, str_get(&head), LOOK_BOLD);
	p->h = r.h - BELOW - 1 - (cut ? WHOLE : 0);
	p->top = draw_scroll(p->top, (int)p->at, p->h, (int)p->n);
	for (int i = 0; i < p->h && (size_t)(p->top + i) < p->n; i++)
		draw_row(tui, p, r, r.y + 1 + i, (size_t)(p->top + i));
	if (cut)
		draw_whole(tui, p, r, y - WHOLE);
	str_addf(&sum, _("%zu change, %zu are so already, %zu cannot be changed so"),
		 n[BULK_CHANGES], n[BULK_SAME], n[BULK_REFUSED]);
	draw_rule(tui, y, r.x, r.w, p->note, p->note != NULL ? LOOK_BAD : LOOK_PLAIN);
	draw_text(tui, y + 1, r.x + 2, r.w - 2, str_get(&sum), LOOK_BOLD);
	draw_answers(tui, p, y + 2, r.x + 2);
	draw_hint(tui, _("y Yes   n Esc No   Left Right Enter   Up Down look"));
	str_release(&head);
	str_release(&sum);
}

static void move(struct preview *p, long by)
{
	long to = (long)p->at + by;

	if (to >= (long)p->n)
		to = (long)p->n - 1;
	p->at = to < 0 ? 0 : (size_t)to;
}

static void answer(struct tui *tui, struct preview *p, bool yes)
{
	if (yes && p->bulk->nfate[BULK_CHANGES] == 0)
		return;
	p->yes = yes;
	view_pop(tui);
}

static bool on_key(struct tui *tui, struct view *view, const struct key *key)
{
	struct preview *p = (struct preview *)view;
	bool can = p->bulk->nfate[BULK_CHANGES] > 0;

	switch (key->code) {
	case K_UP:
	case 'k':
		move(p, -1);
		break;
	case K_DOWN:
	case 'j':
		move(p, 1);
		break;
	case K_PGUP:
		move(p, -p->h);
		break;
	case K_PGDN:
		move(p, p->h);
		break;
	case K_HOME:
	case 'g':
		p->at = 0;
		break;
	case K_END:
	case 'G':
		move(p, (long)p->n);
		break;
	case K_LEFT:
	case K_RIGHT:
	case K_TAB:
	case K_STAB:
		p->yes_focus = can && !p->yes_focus;
		break;
	case K_ENTER:
		answer(tui, p, p->yes_focus);
		break;
	case 'y':
	case 'Y':
		answer(tui, p, true);
		break;
	case 'n':
	case 'N':
	case 'q':
	case K_ESC:
	case KEY_CTRL('c'):
		answer(tui, p, false);
		break;
	default:
		break;
	}
	return key->code != KEY_CTRL('l') && key->code != KEY_CTRL('z');
}

static const struct view_ops preview_ops = {
	.flags = VIEW_OVERLAY | VIEW_TEXT | VIEW_MODAL,
	.draw = draw,
	.key = on_key,
};

static bool agreed(struct tui *tui, struct bulk *bulk, const char *note)
{
	struct preview p = {.view = {.ops = &preview_ops}, .bulk = bulk, .note = note};
	bool yes;

	order_rows(&p);
	view_run(tui, &p.view);
	yes = p.yes && ask_number(tui, bulk->nfate[BULK_CHANGES]);
	free(p.rows);
	return yes;
}

/* ---- Which field, to what ------------------------------------------------------ */

static bool fits(const struct field *field, const char *folded, bool begins)
{
	char *label = text_fold(_(field->label));
	bool first = strncmp(label, folded, strlen(folded)) == 0;
	bool ok = begins ? first
			 : !first && (strstr(label, folded) != NULL ||
				      strstr(field->name, folded) != NULL);

	free(label);
	return ok;
}

/* What is called so first, then what only has it in its name. */
static void fill_fields(void *ctx, const char *text, struct choose_list *items)
{
	const struct kind *kind = ctx;
	char *folded = text_fold(text);

	choose_clear(items);
	for (int pass = 0; pass < 2; pass++) {
		for (size_t i = 0; i < kind->nfields; i++) {
			const struct field *field = &kind->fields[i];

			if (bulk_can(field) && fits(field, folded, pass == 0))
				choose_add(items, _(field->label), field->name, (long long)i);
		}
	}
	free(folded);
}

static const struct field *ask_field(struct tui *tui, const struct kind *kind, size_t n)
{
	struct choose_list items = {0};
	struct choose_options opt = {
		.typing = true, .empty = _("no such field"), .fill = fill_fields};
	const struct field *field = NULL;
	struct str title = STR_INIT;
	long chosen;

	opt.ctx = (void *)kind;
	str_addf(&title, n == 1 ? _("Edit which field") : _("Edit which field of %zu records"), n);
	opt.title = str_get(&title);
	chosen = choose(tui, &opt, &items, 0);
	if (chosen >= 0)
		field = &kind->fields[items.v[chosen].id];
	choose_clear(&items);
	str_release(&title);
	return field;
}

/* References and choices may be added to those that are there. */
static bool ask_how(struct tui *tui, const struct field *field, enum bulk_how *how)
{
	const char *const ways[] = {N_("Add to what is there"), N_("Take away from what is there"),
				    N_("Make it exactly this (nothing chosen clears it)")};
	const enum bulk_how means[] = {BULK_ADD, BULK_REMOVE, BULK_SET};
	struct choose_options opt = {.title = _(field->label)};
	struct choose_list items = {0};
	long chosen = 0;

	*how = BULK_SET;
	if (field->type == FIELD_REFS || field->type == FIELD_CHOICES) {
		for (size_t i = 0; i < 3; i++)
			choose_add(&items, _(ways[i]), NULL, 0);
		chosen = choose(tui, &opt, &items, 0);
		if (chosen >= 0)
			*how = means[chosen];
		choose_clear(&items);
	}
	return chosen >= 0;
}

bool bulk_ask(struct tui *tui, struct bulk *bulk, const struct field *field, enum bulk_how how,
	      const char *more)
{
	struct value_options opt = {.field = field, .list = true};
	struct value value = VALUE_INIT;
	struct str title = STR_INIT;
	struct err err = ERR_INIT;
	bool ok;

	str_addf(&title, "%s%s%s", _(field->label), *more != '\0' ? ": " : "", more);
	opt.title = str_get(&title);
	ok = value_edit(tui, &opt, &value) != VALUE_CANCELLED;
	/* nothing means something only where it clears the field that was asked for */
	if (ok && (value.set || value.nrefs > 0 || (how == BULK_SET && bulk->nchanges == 0)))
		ok = bulk_change(bulk, field, how, &value, &err);
	if (err.kind != ERR_NONE)
		tui_error(tui, &err);
	value_release(&value);
	str_release(&title);
	return ok;
}

/* The field that a move to the state in value may need: a reason, a date. */
static const struct field *needed(const struct bulk *bulk)
{
	const struct kind *kind = bulk->kind;
	const struct bulk_change *change = &bulk->changes[0];
	const struct field *found = NULL;
	const struct move *move;

	if (bulk->nchanges == 0 || change->field != kind_state(kind) || !change->value.set)
		return NULL;
	for (move = kind->life->moves; move->from != NULL && found == NULL; move++) {
		if (strcmp(move->to, change->value.text) == 0 && move->needs != NULL)
			found = kind_field(kind, move->needs);
	}
	return found != NULL && bulk_can(found) ? found : NULL;
}

static bool ask_changes(struct tui *tui, struct bulk *bulk, size_t n)
{
	const struct field *field = ask_field(tui, bulk->kind, n), *more;
	enum bulk_how how;
	bool ok = field != NULL && ask_how(tui, field, &how) &&
		  bulk_ask(tui, bulk, field, how, how == BULK_SET ? _("empty clears it") : "");

	more = ok ? needed(bulk) : NULL;
	if (more != NULL)
		ok = bulk_ask(tui, bulk, more, BULK_SET,
			       _("the move may need it; empty leaves it as it is"));
	return ok && bulk->nchanges > 0;
}

/* ---- Doing ---------------------------------------------------------------------- */

/* False with err where it cannot be, or somebody was quicker (ERR_STALE: judge
 * it again). note: what went wrong the last time. */
static bool judge_and_write(struct tui *tui, struct bulk *bulk, const long long *ids, size_t n,
			    const char *note, bool *written, struct err *err)
{
	bool planned;

	*written = false;
	work_begin(tui, _("looking"));
	planned = bulk_plan(tui->app, bulk, ids, n, err);
	work_end(tui);
	if (!planned)
		return false;
	if (bulk->nfate[BULK_SAME] == n) {
		tui_say(tui, n == 1 ? _("it is so already") : _("all are so already"));
		return true;
	}
	if (!agreed(tui, bulk, note))
		return true;
	work_begin(tui, _("changing"));
	*written = bulk_run(tui->app, bulk, NULL, err);
	work_end(tui);
	return *written;
}

void bulk_do(struct tui *tui, struct bulk *bulk, const long long *ids, size_t n, size_t hidden)
{
	struct err err = ERR_INIT;
	struct str note = STR_INIT;
	bool again = true, written = false;

	bulk->people = true;
	if (hidden > 0)
		str_addf(&note, _("%zu of them are marked but not shown"), hidden);
	while (again) {
		again = !judge_and_write(tui, bulk, ids, n, note.len > 0 ? str_get(&note) : NULL,
					 &written, &err) &&
			err.kind == ERR_STALE;
		str_clear(&note);
		str_add(&note, err_msg(&err));
		if (err.kind != ERR_NONE)
			tui_error(tui, &err);
	}
	if (written) {
		tui_changed(tui);
		tui_say(tui, _("changed %zu records (u undoes)"), bulk->nfate[BULK_CHANGES]);
	}
	str_release(&note);
}

void bulk_edit(struct tui *tui, const struct kind *kind, const long long *ids, size_t n,
	       size_t hidden)
{
	struct bulk bulk;

	if (!tui_may_write(tui))
		return;
	bulk_init(&bulk, kind);
	if (n > 0 && ask_changes(tui, &bulk, n))
		bulk_do(tui, &bulk, ids, n, hidden);
	bulk_release(&bulk);
}
