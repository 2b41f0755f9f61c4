#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "isms/tui/dialog.h"
#include "isms/tui/pane_filter.h"
#include "isms/util/i18n.h"
#include "isms/util/mem.h"
#include "isms/util/text.h"

struct choose_view {
	struct view view;
	const struct choose_options *opt;
	struct choose_list *list;
	struct str typed;
	size_t *shown; /* indexes into list that fit what is typed; owned */
	size_t nshown;
	size_t at; /* in shown */
	int top, rows;
	struct completer completer;
	bool typing; /* from the beginning, or since '/' */
	bool stale;  /* something was typed since it was filled */
	bool moved; /* the cursor was */
	long result;
};

void choose_add(struct choose_list *list, const char *text, const char *right, long long id)
{
	list->v = xgrow(list->v, list->n, &list->cap, sizeof(list->v[0]));
	list->v[list->n++] = (struct choose_item){
		.text = xstrdup(text),
		.right = right == NULL ? NULL : xstrdup(right),
		.id = id,
	};
}

void choose_clear(struct choose_list *list)
{
	for (size_t i = 0; i < list->n; i++) {
		free(list->v[i].text);
		free(list->v[i].right);
	}
	free(list->v);
	memset(list, 0, sizeof(*list));
}

/* What is called as was typed, what begins so, and what has the words anywhere. */
enum rank { RANK_NAME, RANK_BEGINS, RANK_HAS, RANK_NONE };

static enum rank rank_of(const struct choose_item *item, const char *typed,
			 const struct strv *words)
{
	const char *const texts[] = {item->text, item->right};
	const size_t n = strlen(typed);
	enum rank rank = RANK_NONE;
	char *text;

	if (!pane_filter_has(words, texts, 2))
		return RANK_NONE;
	text = text_fold(item->text);
	if (n == 0 || strncmp(text, typed, n) != 0)
		rank = RANK_HAS;
	else
		rank = text[n] == ' ' || text[n] == '\0' ? RANK_NAME : RANK_BEGINS;
	free(text);
	return rank;
}

/* In each rank as they stood. */
static void rank_all(struct choose_view *c, const char *typed, const struct strv *words)
{
	enum rank *ranks = xcalloc(c->list->n + 1, sizeof(*ranks));

	for (size_t i = 0; i < c->list->n; i++)
		ranks[i] = rank_of(&c->list->v[i], typed, words);
	c->nshown = 0;
	for (enum rank rank = RANK_NAME; rank < RANK_NONE; rank++) {
		for (size_t i = 0; i < c->list->n; i++) {
			if (ranks[i] == rank)
				c->shown[c->nshown++] = i;
		}
	}
	free(ranks);
}

/* The lines that fit what is typed; who fills them has seen to that. */
static void narrow(struct choose_view *c)
{
	char *folded = text_fold(str_get(&c->typed));
	struct strv words = STRV_INIT;

	if (c->opt->fill == NULL)
		pane_filter_words(str_get(&c->typed), &words);
	c->shown = xrealloc(c->shown, c->list->n + 1, sizeof(*c->shown));
	rank_all(c, c->opt->fill != NULL ? "" : folded, &words);
	if (c->at >= c->nshown || !c->moved)
		c->at = c->opt->first < c->nshown ? c->opt->first : 0;
	strv_release(&words);
	free(folded);
}

/* Brings the lines up to what is typed, while one types or because a key needs them;
 * false: it was cancelled, and they are as before. */
static bool freshen(struct tui *tui, struct choose_view *c, bool typed)
{
	struct choose_list found = {0};

	if (!c->stale)
		return true;
	(typed ? work_begin_typed : work_begin)(tui, _("looking"));
	if (c->opt->fill != NULL)
		c->opt->fill(c->opt->ctx, str_get(&c->typed), &found);
	c->stale = work_end(tui);
	if (!c->stale && c->opt->fill != NULL) {
		choose_clear(c->list);
		*c->list = found;
	} else {
		choose_clear(&found);
	}
	if (!c->stale)
		narrow(c);
	return !c->stale;
}

/* Each letter is shown at once, what it leads to once typing rests. */
static bool idle(struct tui *tui, struct view *view)
{
	struct choose_view *c = (struct choose_view *)view;

	if (c->stale && freshen(tui, c, true))
		tui->dirty = true;
	return c->stale;
}

static void draw_item(struct tui *tui, struct rect r, int y, const struct choose_view *c, size_t i)
{
	const struct choose_item *item = &c->list->v[c->shown[i]];
	bool at = i == c->at;
	unsigned look = item->look | (at ? (unsigned)LOOK_SELECTED : 0);
	int right = item->right == NULL ? 0 : text_width(item->right);
	struct str text = STR_INIT;

	str_addf(&text, "%c%s %s", at ? '>' : ' ',
		 !c->opt->several ? ""
		 : item->marked	  ? "[x]"
				  : "[ ]",
		 item->text);
	draw_text(tui, y, r.x, r.w - right - 1, str_get(&text), look);
	if (right > 0)
		draw_text(tui, y, r.x + r.w - right - 1, right, item->right, look);
	if (at)
		draw_cursor(tui, y, r.x);
	str_release(&text);
}

/* What can be done here, and nothing else: not every list takes several or makes new.
 * Where there is little room Enter and Esc go without saying. */
static void add_can(const struct choose_view *c, bool brief, struct str *hint)
{
	const struct choose_options *opt = c->opt;
	const char *const can[] = {
		brief ? NULL : _("Enter OK"),
		opt->several ? _("Space Mark") : NULL,
		opt->make != NULL ? _("^N New") : NULL,
		opt->suggest != NULL ? _("^G Suggest") : NULL,
		opt->words != NULL ? _("Tab Complete") : NULL,
		!c->typing ? _("/ Filter") : NULL,
		brief ? NULL : _("Esc Cancel"),
	};

	for (size_t i = 0; i < sizeof(can) / sizeof(can[0]); i++) {
		if (can[i] != NULL)
			str_addf(hint, "%s%s", hint->len == 0 ? "" : brief ? "  " : "   ", can[i]);
	}
}

static void draw_can(struct tui *tui, const struct choose_view *c)
{
	const struct choose_options *opt = c->opt;
	struct str hint = STR_INIT;
	bool more = opt->several || opt->make != NULL || opt->words != NULL;

	add_can(c, false, &hint);
	if (more && text_width(str_get(&hint)) > tui->cols - 10) {
		str_clear(&hint);
		add_can(c, true, &hint);
	}
	draw_hint(tui, str_get(&hint));
	str_release(&hint);
}

/* Room is left for items, three at least. */
static int wrap_about(const struct choose_view *c, struct rect r, struct strv *lines)
{
	int most = r.h - 4 > 0 ? r.h - 4 : 0;

	if (c->opt->about != NULL)
		text_wrap(lines, c->opt->about, r.w - 2);
	return (int)lines->n < most ? (int)lines->n : most;
}

static void draw(struct tui *tui, struct view *view, struct rect r)
{
	struct choose_view *c = (struct choose_view *)view;
	struct strv about = STRV_INIT;
	const int nabout = wrap_about(c, r, &about), items = r.h - 1 - nabout;
	int most = r.h * 2 / 3 > 6 ? r.h * 2 / 3 : r.h - 1;
	const char *empty = c->opt->empty;
	struct str title = STR_INIT;
	int rows, y;

	rows = (int)c->nshown < most ? (int)c->nshown : most;
	/* It only grows while one types, else the list beneath would dance. */
	if (rows > c->rows)
		c->rows = rows;
	if (c->rows < 1)
		c->rows = 1;
	if (c->rows > items)
		c->rows = items;
	y = r.y + r.h - c->rows - 1 - nabout;
	draw_clear(tui, (struct rect){y, r.x, c->rows + 1 + nabout, r.w});
	str_add(&title, c->opt->title);
	if (c->typing)
		str_addf(&title, ": %s_", str_get(&c->typed));
	draw_rule(tui, y, r.x, r.w, str_get(&title), LOOK_BOLD);
	draw_cursor(tui, y, r.x);
	for (int i = 0; i < nabout; i++)
		draw_text(tui, ++y, r.x + 1, r.w - 2, about.v[i], LOOK_PLAIN);
	c->top = draw_scroll_line(c->top, (int)c->at, c->rows, (int)c->nshown);
	for (int i = 0; i < c->rows && (size_t)(c->top + i) < c->nshown; i++)
		draw_item(tui, r, y + 1 + i, c, (size_t)(c->top + i));
	if (c->nshown == 0 && c->list->n > 0 && !c->opt->typing)
		empty = _("nothing fits; Esc shows all again");
	if (c->nshown == 0 && empty != NULL)
		draw_text(tui, y + 1, r.x + 1, r.w - 1, empty, LOOK_PLAIN);
	draw_can(tui, c);
	if (completer_shows(&c->completer))
		completer_draw(tui, &c->completer, y + c->rows, r.x, r.w);
	strv_release(&about);
	str_release(&title);
}

static void end(struct tui *tui, struct choose_view *c, long result)
{
	c->result = result;
	view_pop(tui);
}

static void move(struct choose_view *c, long by)
{
	long to = (long)c->at + by;

	c->moved = true;
	if (to >= (long)c->nshown)
		to = (long)c->nshown - 1;
	c->at = to < 0 ? 0 : (size_t)to;
}

static bool type(struct choose_view *c, const struct key *key)
{
	bool taken = true;

	if (key->code == K_BACKSPACE)
		str_cut(&c->typed, c->typed.len - text_prev(str_get(&c->typed), c->typed.len));
	else if (key->code == KEY_CTRL('u'))
		str_clear(&c->typed);
	else if (key_is_text(key))
		key_utf8(key, &c->typed);
	else
		taken = false;
	c->stale = c->stale || taken;
	return taken;
}

static void mark(struct tui *tui, struct choose_view *c)
{
	struct choose_item *item;

	if (!freshen(tui, c, false) || c->nshown == 0 || !c->opt->several)
		return;
	item = &c->list->v[c->shown[c->at]];
	item->marked = !item->marked;
	if (c->opt->marked != NULL)
		c->opt->marked(c->opt->ctx, item);
	move(c, 1);
}

static void complete(struct choose_view *c, bool back)
{
	size_t at = c->typed.len;

	completer_tab(&c->completer, &c->typed, &at, back, c->opt->words, c->opt->ctx);
	c->stale = true;
}

/* Something was made, or suggested and taken: id has the cursor (0: it stays). */
static void take(struct tui *tui, struct choose_view *c, long long id)
{
	if (!view_is_open(tui, &c->view))
		return;
	if (!c->opt->several) {
		end(tui, c, CHOOSE_NEW);
		return;
	}
	c->moved = c->stale = true;
	freshen(tui, c, false);
	for (size_t i = 0; i < c->nshown && id != 0; i++) {
		if (c->list->v[c->shown[i]].id == id)
			c->at = i;
	}
}

static void make(struct tui *tui, struct choose_view *c)
{
	long long id = c->opt->make == NULL ? 0 : c->opt->make(c->opt->ctx, str_get(&c->typed));

	if (id != 0)
		take(tui, c, id);
}

/* make: only where records are picked is there anything that could be suggested. */
static void suggest(struct tui *tui, struct choose_view *c)
{
	if (c->opt->suggest == NULL && c->opt->make != NULL)
		tui_say(tui, _("no catalogue offers anything here"));
	else if (c->opt->suggest != NULL && c->opt->suggest(c->opt->ctx))
		take(tui, c, 0);
}

#define OPS(place, more)                                                                   \
	{                                                                                  \
		.where = place, .flags = VIEW_OVERLAY | VIEW_MODAL | (more), .draw = draw, \
		.key = on_key, .command = command, .idle = idle,                           \
	}

static bool on_key(struct tui *tui, struct view *view, const struct key *key);
static bool command(struct tui *tui, struct view *view, enum command_id id);

/* By whether one types, and whether there is more to do than to choose. */
static const struct view_ops choose_ops[2][2] = {
	{OPS(WHERE_HELP, 0), OPS(WHERE_PICKER, 0)},
	{OPS(WHERE_HELP, VIEW_TEXT), OPS(WHERE_PICKER, VIEW_TEXT)},
};

/* In a list to choose from '/' begins to filter, and Esc ends that with all of it. */
static void set_typing(struct choose_view *c, bool typing)
{
	c->typing = typing;
	c->view.ops = &choose_ops[typing][c->opt->several || c->opt->make != NULL];
	if (!typing && c->typed.len > 0) {
		str_clear(&c->typed);
		c->stale = true;
	}
}

static bool on_key(struct tui *tui, struct view *view, const struct key *key)
{
	struct choose_view *c = (struct choose_view *)view;
	bool taken = true;

	if (c->opt->words != NULL && (key->code == K_TAB || key->code == K_STAB)) {
		complete(c, key->code == K_STAB);
		return true;
	}
	completer_reset(&c->completer);
	if (c->opt->several && key->code == K_SPACE)
		mark(tui, c);
	else if (key->code == K_PASTE && c->typing) {
		str_add(&c->typed, term_paste(tui->term));
		c->stale = true;
	} else if (!c->typing && key->code == '/')
		set_typing(c, true);
	else
		taken = c->typing && type(c, key);
	return taken;
}

static bool command(struct tui *tui, struct view *view, enum command_id id)
{
	struct choose_view *c = (struct choose_view *)view;
	bool taken = true, leaves = id == CMD_CANCEL || id == CMD_BACK || id == CMD_QUIT;

	if (!leaves && !freshen(tui, c, false))
		return true;
	switch (id) {
	case CMD_UP:
		move(c, -1);
		break;
	case CMD_DOWN:
		move(c, 1);
		break;
	case CMD_PAGE_UP:
		move(c, -c->rows);
		break;
	case CMD_PAGE_DOWN:
		move(c, c->rows);
		break;
	case CMD_HOME:
	case CMD_LEFT:
		c->at = 0;
		break;
	case CMD_END:
	case CMD_RIGHT:
		move(c, (long)c->nshown);
		break;
	case CMD_PICK:
		mark(tui, c);
		break;
	case CMD_CANCEL:
	case CMD_BACK:
	case CMD_QUIT:
		if (c->typing && !c->opt->typing)
			set_typing(c, false);
		else
			end(tui, c, CHOOSE_NONE);
		break;
	case CMD_NEW_HERE:
		make(tui, c);
		break;
	case CMD_SUGGEST_HERE:
		suggest(tui, c);
		break;
	case CMD_OPEN:
		if (c->nshown > 0)
			end(tui, c, (long)c->shown[c->at]);
		else if (c->opt->make != NULL && c->typed.len > 0)
			make(tui, c);
		else if (c->opt->typing)
			end(tui, c, CHOOSE_TYPED);
		break;
	default:
		taken = false;
		break;
	}
	return taken;
}

long choose(struct tui *tui, const struct choose_options *opt, struct choose_list *list, size_t at)
{
	struct choose_view c = {
		.opt = opt,
		.list = list,
		.result = CHOOSE_NONE,
		.completer = COMPLETER_INIT,
	};

	set_typing(&c, opt->typing);
	if (opt->typed != NULL)
		str_add(&c.typed, opt->typed);
	c.stale = true;
	freshen(tui, &c, false);
	if (at < c.nshown)
		c.at = at;
	view_run(tui, &c.view);
	if (opt->text != NULL) {
		str_clear(opt->text);
		str_add(opt->text, str_get(&c.typed));
	}
	if (opt->moved != NULL)
		*opt->moved = c.moved;
	completer_reset(&c.completer);
	str_release(&c.typed);
	free(c.shown);
	return c.result;
}
