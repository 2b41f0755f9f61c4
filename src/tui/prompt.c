#include "config.h"

#include <dirent.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "isms/tui/detail.h"
#include "isms/tui/dialog.h"
#include "isms/tui/edit.h"
#include "isms/util/i18n.h"
#include "isms/util/mem.h"
#include "isms/util/text.h"

struct prompt_view {
	struct view view;
	const struct prompt_options *opt;
	struct edit edit;
	char *remark; /* owned */
	struct completer completer;
	size_t back;	    /* so many answers ago is what stands there */
	char *unsent; /* what was typed before Up; owned */
	bool stale;   /* it was changed since it was looked at */
	bool done;
};

static void draw(struct tui *tui, struct view *view, struct rect r)
{
	struct prompt_view *p = (struct prompt_view *)view;
	int label = text_width(p->opt->label);
	int y = tui->rows - 2, cells = r.w - label - 2, remark = 0;

	if (p->remark != NULL)
		remark = text_width(p->remark) + 2;
	if (completer_shows(&p->completer)) {
		completer_draw(tui, &p->completer, y - 1, 0, r.w);
	} else if (remark > 0 && remark > cells - text_width(str_get(&p->edit.s)) - 1) {
		draw_text(tui, y - 1, 0, r.w, "", LOOK_PLAIN);
		draw_text(tui, y - 1, 1, r.w - 1, p->remark, LOOK_BAD);
	} else if (remark > 0) {
		cells -= remark;
		draw_text(tui, y, r.w - remark, remark, p->remark, LOOK_BAD);
	}
	draw_hint(tui, p->opt->complete == NULL && p->opt->words == NULL
			       ? _("Enter OK   Esc Cancel")
			       : _("Enter OK   Esc Cancel   Tab Complete"));
	draw_text(tui, y, 1, label, p->opt->label, LOOK_BOLD);
	edit_draw(tui, &p->edit, y, 1 + label, cells, LOOK_PLAIN, true);
}

static void changed(struct prompt_view *p)
{
	char *old = p->remark;

	p->stale = false;
	p->remark = NULL;
	if (p->opt->changed != NULL)
		p->remark = p->opt->changed(p->opt->ctx, str_get(&p->edit.s));
	free(old);
}

/* Each letter is shown at once; what it leads to once typing rests, or the next key
 * waits: then that one is looked at with it. */
static bool idle(struct tui *tui, struct view *view)
{
	struct prompt_view *p = (struct prompt_view *)view;

	if (p->stale) {
		work_begin_typed(tui, _("looking"));
		changed(p);
		p->stale = work_end(tui);
		if (p->stale) {
			free(p->remark);
			p->remark = NULL;
		}
		tui->dirty = tui->dirty || !p->stale;
	}
	return p->stale;
}

static void complete(struct prompt_view *p)
{
	struct str text = STR_INIT;

	str_addn(&text, str_get(&p->edit.s), p->edit.at);
	p->opt->complete(p->opt->ctx, &text);
	if (strcmp(str_get(&text), str_get(&p->edit.s)) != 0)
		edit_splice(&p->edit, 0, p->edit.at, str_get(&text), text.len);
	str_release(&text);
}

/* Bytes of text before its character n, counted from 1. */
static size_t before(const char *text, int n)
{
	size_t at = 0;

	while (text[at] != '\0' && n > 1) {
		at++;
		n -= ((unsigned char)text[at] & 0xc0) != 0x80 ? 1 : 0;
	}
	return at;
}

static bool accepted(struct prompt_view *p)
{
	int place = 0;
	bool ok;

	if (p->opt->accept == NULL)
		return true;
	free(p->remark);
	p->remark = NULL;
	ok = p->opt->accept(p->opt->ctx, str_get(&p->edit.s), &p->remark, &place);
	if (!ok && place > 0)
		p->edit.at = before(str_get(&p->edit.s), place);
	return ok;
}

static void complete_words(struct prompt_view *p, bool back)
{
	if (!completer_tab(&p->completer, &p->edit.s, &p->edit.at, back, p->opt->words,
			   p->opt->ctx)) {
		free(p->remark);
		p->remark = xstrdup(_("nothing begins so"));
	} else {
		p->stale = true;
	}
}

/* Shows what was answered by answers ago; 0 is what is being typed. */
static void recall(struct prompt_view *p, size_t by)
{
	const struct strv *history = p->opt->history;

	if (p->back == 0) {
		free(p->unsent);
		p->unsent = xstrdup(str_get(&p->edit.s));
	}
	p->back = by;
	edit_set(&p->edit, by == 0 ? p->unsent : history->v[history->n - by]);
	p->stale = true;
}

static bool walk(struct prompt_view *p, const struct key *key)
{
	const struct strv *history = p->opt->history;
	bool taken = history != NULL;

	if (taken && key->code == K_UP)
		recall(p, p->back < history->n ? p->back + 1 : p->back);
	else if (taken && key->code == K_DOWN && p->back > 0)
		recall(p, p->back - 1);
	else
		taken = false;
	return taken;
}

static bool tab(struct prompt_view *p, const struct key *key)
{
	bool taken = (key->code == K_TAB || key->code == K_STAB) && p->opt->words != NULL;

	if (taken)
		complete_words(p, key->code == K_STAB);
	else
		completer_reset(&p->completer);
	return taken;
}

static void remember(struct strv *history, const char *text)
{
	if (history != NULL && *text != '\0' &&
	    (history->n == 0 || strcmp(history->v[history->n - 1], text) != 0))
		strv_add(history, text);
}

/* The keys of a line are those of readline; no table of commands has them. */
static void help(struct tui *tui)
{
	static const char *const keys[][2] = {
		{"Enter", N_("takes what stands there")},
		{"Esc  ^C", N_("leaves it as it was")},
		{"Tab  S-Tab", N_("completes; again walks through what there is")},
		{"Up Down", N_("what was typed before, where it is kept")},
		{"Left Right  ^B ^F", N_("by a character")},
		{"M-b M-f", N_("by a word")},
		{"Home End  ^A ^E", N_("to the beginning, to the end")},
		{"Backspace Del  ^H ^D", N_("deletes a character")},
		{"^W  ^U  ^K", N_("deletes the word before, to the beginning, to the end")},
		{"^Y", N_("brings back what was deleted so")},
		{"^T", N_("turns the two characters before the cursor round")},
		{"^_  ^R", N_("takes the last change back, does it again")},
	};
	struct lines lines = LINES_INIT;
	struct str text = STR_INIT;

	for (size_t i = 0; i < sizeof(keys) / sizeof(keys[0]); i++) {
		str_clear(&text);
		text_pad(&text, keys[i][0], 22, false);
		lines_add(&lines, LOOK_PLAIN, "%s %s", str_get(&text), _(keys[i][1]));
	}
	pager_show(tui, _("Keys of a line"), &lines);
	lines_release(&lines);
	str_release(&text);
}

static bool on_key(struct tui *tui, struct view *view, const struct key *key)
{
	struct prompt_view *p = (struct prompt_view *)view;
	bool ends = key->code == K_ENTER ||
		    (p->opt->stay && ((key->code == K_UP && p->opt->history == NULL) ||
				      (key->code == K_DOWN && p->back == 0)));
	bool taken = true;

	if (tab(p, key) || walk(p, key)) {
		tui->dirty = true;
	} else if (ends && accepted(p)) {
		p->done = true;
		view_pop(tui);
	} else if (ends) {
		tui->dirty = true;
	} else if (key->code == K_ESC || key->code == KEY_CTRL('c')) {
		view_pop(tui);
	} else if (key->code == K_F1) {
		help(tui);
	} else if (key->code == K_TAB && p->opt->complete != NULL) {
		complete(p);
		p->stale = true;
	} else if (edit_key(tui, &p->edit, key)) {
		p->stale = true;
	} else {
		taken = key->code != KEY_CTRL('l') && key->code != KEY_CTRL('z');
	}
	return taken;
}

static const struct view_ops prompt_ops = {
	.flags = VIEW_OVERLAY | VIEW_TEXT | VIEW_MODAL,
	.draw = draw,
	.key = on_key,
	.idle = idle,
};

bool prompt(struct tui *tui, const struct prompt_options *opt, struct str *text)
{
	struct prompt_view p = {.view = {.ops = &prompt_ops},
				.opt = opt,
				.edit = EDIT_INIT,
				.completer = COMPLETER_INIT};

	edit_set(&p.edit, str_get(text));
	view_run(tui, &p.view);
	if (p.done) {
		changed(&p);
		str_clear(text);
		str_add(text, str_get(&p.edit.s));
		remember(opt->history, str_get(text));
	}
	completer_reset(&p.completer);
	free(p.unsent);
	free(p.remark);
	edit_release(&p.edit);
	return p.done;
}

static char *home_of(const char *text)
{
	const char *home = getenv("HOME");

	return text[0] == '~' && text[1] == '/' && home != NULL ? xasprintf("%s%s", home, text + 1)
								: xstrdup(text);
}

static size_t common(const char *a, const char *b)
{
	size_t n = 0;

	while (a[n] != '\0' && a[n] == b[n])
		n++;
	while (n > 0 && ((unsigned char)a[n] & 0xc0) == 0x80)
		n--;
	return n;
}

void complete_path(void *ctx, struct str *text)
{
	char *path = home_of(str_get(text));
	char *slash = strrchr(path, '/');
	char *folder = slash == NULL ? xstrdup(".") : xstrndup(path, (size_t)(slash - path) + 1);
	const char *begin = slash == NULL ? path : slash + 1;
	char *best = NULL;
	int found = 0;
	DIR *dir = opendir(folder);
	struct dirent *e;
	struct stat st;

	(void)ctx;
	while (dir != NULL && (e = readdir(dir)) != NULL) {
		if (strncmp(e->d_name, begin, strlen(begin)) != 0 ||
		    (e->d_name[0] == '.' && begin[0] != '.'))
			continue;
		if (found++ == 0)
			best = xstrdup(e->d_name);
		else
			best[common(best, e->d_name)] = '\0';
	}
	if (best != NULL) {
		str_clear(text);
		str_addf(text, "%s%s", slash == NULL ? "" : folder, best);
		if (found == 1 && stat(str_get(text), &st) == 0 && S_ISDIR(st.st_mode))
			str_addc(text, '/');
	}
	if (dir != NULL)
		closedir(dir);
	free(best);
	free(folder);
	free(path);
}
