/* The file cannot be used, or not as it was meant: what is, and what can be
 * done. Each sort of trouble has its own words and its own rows. */
#include "config.h"

#include <pwd.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "isms/tui/detail.h"
#include "isms/tui/dialog.h"
#include "isms/tui/trouble.h"
#include "isms/util/i18n.h"
#include "isms/util/mem.h"
#include "isms/util/text.h"

enum { GO_ON = 1, AGAIN = 2, RESCUE = 4, COPY = 8, OPEN = 16, NEW = 32, QUIT = 64 };

static const struct {
	unsigned act;
	char letter;
	const char *label, *help;
} rows[] = {
	{RESCUE, 'w', N_("Write it"), N_("to a file, with all that was saved up to now")},
	{GO_ON, 'g', N_("Go on"), N_("look at it; nothing can be changed")},
	{AGAIN, 't', N_("Try again"), N_("when what is in the way is gone")},
	{COPY, 'c', N_("Copy"), N_("make a copy of it, bring that up to date and open it")},
	{OPEN, 'o', N_("Open another"), N_("a file that is there already")},
	{NEW, 'n', N_("New"), N_("begin the ISMS of an organisation, in a file of its own")},
	{QUIT, 'q', N_("Quit"), ""},
};
#define NROWS (sizeof(rows) / sizeof(rows[0]))

static const struct {
	const char *head, *hint;
	unsigned acts;
} kinds_of[TROUBLE_COUNT] = {
	[TROUBLE_NONE] = {N_("The file cannot be used"), NULL, AGAIN | OPEN | NEW | QUIT},
	[TROUBLE_MISSING] = {N_("There is no such file"),
			     N_("Is the name right? New begins a file of this name."),
			     OPEN | NEW | AGAIN | QUIT},
	[TROUBLE_PATH] = {N_("This cannot be opened"),
			  N_("isms opens plain files only, by their own name: what is written "
			     "through another name could be lost."),
			  OPEN | NEW | QUIT},
	[TROUBLE_DENIED] = {N_("You may not read this file"),
			    N_("Ask its owner, or whoever looks after this computer, for the "
			       "permission to read and write it."),
			    AGAIN | OPEN | NEW | QUIT},
	[TROUBLE_FOREIGN] = {N_("This is not a file of isms"),
			     N_("Tables of other programs come in by CSV: open a file or begin a "
				"new one, and press i in a register. If it was a file of isms, its "
				"beginning is destroyed: keep it as it is, and open a backup."),
			     OPEN | NEW | QUIT},
	[TROUBLE_DAMAGED] = {N_("The file is damaged"),
			     N_("Keep it as it is, under another name, and open the newest backup. "
				"What can still be read of it, the .recover of sqlite3 gets out."),
			     OPEN | AGAIN | NEW | QUIT},
	[TROUBLE_OLDER] = {N_("The file is of an older version"),
			   N_("It would be brought up to date when it is opened, but it may not be "
			      "written. A copy of your own can be."),
			   COPY | OPEN | AGAIN | QUIT},
	[TROUBLE_LOCKED] = {N_("Somebody else is writing to the file"),
			    N_("That takes moments as a rule. If it lasts: who else has the file "
			       "open?"),
			    AGAIN | OPEN | QUIT},
	[TROUBLE_FULL] =
		{N_("The disk is full"),
		 N_("Make room on it (or ask for a larger quota), then try again. The file "
		    "is as it was before."),
		 AGAIN | OPEN | QUIT},
	[TROUBLE_GONE] = {N_("The file is gone"),
			  N_("Somebody moved, deleted or replaced it while it was open here. What "
			     "was saved can still be written to a file."),
			  RESCUE | AGAIN | GO_ON | OPEN | QUIT},
	[TROUBLE_NEWER] = {N_("The file was written by a newer isms"),
			   N_("To change it, use that version or a newer one."),
			   GO_ON | OPEN | QUIT},
	[TROUBLE_READ_ONLY] =
		{N_("The file can only be read"),
		 N_("To change it, ask its owner for the permission to write the file "
		    "and its folder; a copy by isms backup is your own."),
		 GO_ON | OPEN | QUIT},
	[TROUBLE_NETWORK] = {N_("The file lies on another computer"),
			     N_("Two who write at once could damage it there. With --insist it is "
				"written all the same: only if nobody else does. Better: a copy on "
				"this computer, made by isms backup."),
			     GO_ON | OPEN | QUIT},
};

struct trouble_view {
	struct view view;
	enum trouble trouble;
	char *path, *reason; /* owned */
	char *owner;	     /* whose file it is, where that matters; owned; or NULL */
	char *backup;	     /* one that was found; owned; or NULL */
	unsigned acts;
	int at;
	bool again; /* Try again was chosen */
};

const char *trouble_hint(enum trouble trouble)
{
	return kinds_of[trouble].hint == NULL ? "" : _(kinds_of[trouble].hint);
}

const char *trouble_head(enum trouble trouble)
{
	return _(kinds_of[trouble].head);
}

/* ---- What is known about it ----------------------------------------------------- */

static char *whose(const char *path)
{
	const struct passwd *owner;
	struct stat st;

	if (lstat(path, &st) != 0)
		return NULL;
	owner = getpwuid(st.st_uid);
	return owner == NULL ? xasprintf(_("It belongs to user %ld, and its mode is %03o."),
					 (long)st.st_uid, (unsigned)st.st_mode & 0777)
			     : xasprintf(_("It belongs to %s, and its mode is %03o."),
					 owner->pw_name, (unsigned)st.st_mode & 0777);
}

/* What a migration left, or what people call a backup. */
static char *find_backup(const char *path)
{
	static const char *const ends[] = {".bak", ".v3.bak", ".v2.bak", ".v1.bak", ".backup", "~"};
	struct stat st;
	char *found = NULL;

	for (size_t i = 0; i < sizeof(ends) / sizeof(ends[0]) && found == NULL; i++) {
		char *name = xasprintf("%s%s", path, ends[i]);

		if (lstat(name, &st) == 0 && S_ISREG(st.st_mode))
			found = name;
		else
			free(name);
	}
	return found;
}

static void set(struct trouble_view *v, enum trouble trouble, const char *path, const char *reason)
{
	char *copy = xstrdup(path); /* it may be v->path */

	free(v->path);
	free(v->reason);
	free(v->owner);
	free(v->backup);
	v->trouble = trouble;
	v->path = copy;
	v->reason = xstrdup(reason);
	v->acts = kinds_of[trouble].acts;
	v->owner = trouble == TROUBLE_DENIED || trouble == TROUBLE_READ_ONLY ? whose(copy) : NULL;
	v->backup = trouble == TROUBLE_DAMAGED || trouble == TROUBLE_FOREIGN ? find_backup(copy)
									     : NULL;
	v->at = 0;
}

static void close_view(struct tui *tui, struct view *view)
{
	struct trouble_view *v = (struct trouble_view *)view;

	(void)tui;
	free(v->path);
	free(v->reason);
	free(v->owner);
	free(v->backup);
	free(v);
}

/* ---- Drawing -------------------------------------------------------------------- */

static void title(struct tui *tui, struct view *view, struct str *middle, struct str *right)
{
	struct trouble_view *v = (struct trouble_view *)view;
	const char *slash = strrchr(v->path, '/');

	(void)tui;
	(void)right;
	str_add(middle, slash == NULL ? v->path : slash + 1);
}

/* The row that stands in line n of those that are offered; NROWS: none. */
static size_t row_at(const struct trouble_view *v, int n)
{
	size_t i = 0;

	for (; i < NROWS; i++) {
		if ((rows[i].act & v->acts) != 0 && n-- == 0)
			break;
	}
	return i;
}

static int count_rows(const struct trouble_view *v)
{
	int n = 0;

	while (row_at(v, n) < NROWS)
		n++;
	return n;
}

static void add_text(struct lines *lines, const char *text, int cells)
{
	if (text != NULL && *text != '\0')
		lines_wrap(lines, LOOK_PLAIN, text, cells);
}

static int draw_lines(struct tui *tui, struct rect r, const struct lines *lines)
{
	int n = 0;

	for (; n < (int)lines->n && n < r.h; n++)
		draw_text(tui, r.y + n, r.x + 2, r.w - 4, lines->v[n].text, lines->v[n].look);
	return n;
}

static void draw_rows(struct tui *tui, const struct trouble_view *v, struct rect r, int n)
{
	for (int i = 0; i < n && i < r.h; i++) {
		size_t k = row_at(v, i);
		unsigned look = i == v->at ? LOOK_SELECTED : LOOK_BOLD;
		struct str text = STR_INIT;

		str_addf(&text, "%c %c %s", i == v->at ? '>' : ' ', rows[k].letter,
			 _(rows[k].label));
		draw_text(tui, r.y + i, r.x + 2, 17, str_get(&text), look);
		draw_text(tui, r.y + i, r.x + 20, r.w - 20, _(rows[k].help), LOOK_PLAIN);
		if (i == v->at)
			draw_cursor(tui, r.y + i, r.x + 2);
		str_release(&text);
	}
}

/* What it is, what to do, the rows; then in the store's words what happened,
 * which is long where the path is. On a small screen the rows come first. */
static void draw(struct tui *tui, struct view *view, struct rect r)
{
	struct trouble_view *v = (struct trouble_view *)view;
	struct lines hint = LINES_INIT, reason = LINES_INIT;
	int n = count_rows(v), y = r.y + 1, end = r.y + r.h;
	int gap = r.h > n + 8 ? 1 : 0;

	add_text(&hint, trouble_hint(v->trouble), r.w - 4);
	if (v->backup != NULL)
		lines_add(&hint, LOOK_PLAIN, _("There is one: %s"), v->backup);
	add_text(&reason, v->reason, r.w - 4);
	add_text(&reason, v->owner, r.w - 4);
	draw_text(tui, y, r.x + 2, r.w - 4, trouble_head(v->trouble), LOOK_BAD);
	y += 1 + gap;
	y += draw_lines(tui, (struct rect){y, r.x, end - y - n - gap, r.w}, &hint) + gap;
	draw_rows(tui, v, (struct rect){y, r.x, end - y, r.w}, n);
	y += n + 1;
	draw_lines(tui, (struct rect){y, r.x, end - y, r.w}, &reason);
	lines_release(&hint);
	lines_release(&reason);
}

/* ---- What can be done ----------------------------------------------------------- */

/* The file is open: the dashboard is the root from here on. */
static void opened(struct tui *tui)
{
	while (tui->top != NULL)
		view_pop(tui);
	start_begin(tui);
}

/* The same view then tells what is wrong with another file, or now. */
static void open_path(struct tui *tui, struct trouble_view *v, const char *path)
{
	struct app_options opt = tui->opt->open;
	struct err err = ERR_INIT;

	if (tui->app->store != NULL)
		tui_close_file(tui);
	opt.file = path;
	if (app_open(tui->app, &opt, &err))
		opened(tui);
	else
		set(v, err.trouble, path, err_msg(&err));
	err_release(&err);
}

static void open_another(struct tui *tui, struct trouble_view *v)
{
	struct prompt_options file = {.label = _("Open file: "), .complete = complete_path};
	struct str path = STR_INIT;

	if (v->backup != NULL)
		str_add(&path, v->backup);
	if (prompt(tui, &file, &path) && path.len > 0)
		open_path(tui, v, str_get(&path));
	str_release(&path);
}

static void copy(struct tui *tui, struct trouble_view *v)
{
	struct prompt_options file = {.label = _("Copy to: "), .complete = complete_path};
	const char *slash = strrchr(v->path, '/');
	struct str path = STR_INIT;
	struct err err = ERR_INIT;

	str_add(&path, slash == NULL ? v->path : slash + 1);
	if (prompt(tui, &file, &path) && path.len > 0) {
		if (store_copy(v->path, str_get(&path), &err))
			open_path(tui, v, str_get(&path));
		else
			tui_error(tui, &err);
	}
	err_release(&err);
	str_release(&path);
}

/* All that was saved, to a file, which is gone on with: its records are the same
 * ones, so that an open form can still be saved. */
static void rescue(struct tui *tui, struct trouble_view *v)
{
	struct prompt_options file = {.label = _("Write to: "), .complete = complete_path};
	struct app_options opt = tui->opt->open;
	struct str path = STR_INIT;
	struct err err = ERR_INIT;

	str_add(&path, v->path);
	if (prompt(tui, &file, &path) && path.len > 0) {
		if (!store_backup(tui->app->store, str_get(&path), false, &err)) {
			tui_error(tui, &err);
		} else {
			app_close(tui->app);
			tui->watched = NULL;
			opt.file = str_get(&path);
			tui->gone = false;
			view_pop(tui);
			if (app_open(tui->app, &opt, &err))
				tui_say(tui, _("written to '%s', which is open now"),
					str_get(&path));
			else
				tui_error(tui, &err);
			tui_changed(tui);
		}
	}
	err_release(&err);
	str_release(&path);
}

static void again(struct tui *tui, struct trouble_view *v)
{
	if (v->trouble != TROUBLE_GONE)
		open_path(tui, v, v->path);
	else if (store_there(tui->app->store, NULL))
		view_pop(tui);
	else if (tui_types(tui))
		tui_warn(tui, _("it is still gone"));
	else
		open_path(tui, v, v->path);
}

static void act(struct tui *tui, struct trouble_view *v, unsigned what)
{
	switch (what) {
	case GO_ON:
		tui->gone = v->trouble == TROUBLE_GONE;
		view_pop(tui);
		break;
	case AGAIN:
		again(tui, v);
		break;
	case RESCUE:
		rescue(tui, v);
		break;
	case COPY:
		copy(tui, v);
		break;
	case OPEN:
		open_another(tui, v);
		break;
	case NEW:
		start_new(tui, v->trouble == TROUBLE_MISSING ? v->path : NULL);
		break;
	default:
		tui->quit = true;
		break;
	}
}

static bool on_key(struct tui *tui, struct view *view, const struct key *key)
{
	struct trouble_view *v = (struct trouble_view *)view;

	for (size_t i = 0; i < NROWS; i++) {
		if ((rows[i].act & v->acts) != 0 && key->code == rows[i].letter) {
			act(tui, v, rows[i].act);
			return true;
		}
	}
	return false;
}

static bool command(struct tui *tui, struct view *view, enum command_id id)
{
	struct trouble_view *v = (struct trouble_view *)view;
	int n = count_rows(v);
	bool taken = true;

	switch (id) {
	case CMD_UP:
		v->at = (v->at + n - 1) % n;
		break;
	case CMD_DOWN:
		v->at = (v->at + 1) % n;
		break;
	case CMD_OPEN:
		act(tui, v, rows[row_at(v, v->at)].act);
		break;
	case CMD_BACK:
		if ((v->acts & GO_ON) != 0)
			act(tui, v, GO_ON);
		else if (view->below != NULL)
			view_pop(tui);
		else
			tui_say(tui, _("q leaves the program"));
		break;
	default:
		taken = false;
		break;
	}
	return taken;
}

static const struct view_ops trouble_ops = {
	.where = WHERE_DASHBOARD,
	.flags = VIEW_FULL | VIEW_MODAL,
	.title = title,
	.draw = draw,
	.key = on_key,
	.command = command,
	.close = close_view,
};

struct view *trouble_view(enum trouble trouble, const char *path, const char *reason)
{
	struct trouble_view *v = xcalloc(1, sizeof(*v));

	v->view.ops = &trouble_ops;
	set(v, trouble, path, reason);
	return &v->view;
}

void trouble_notice(struct tui *tui)
{
	const struct store *store = tui->app->store;

	if (store == NULL || store_notice(store) == NULL)
		return;
	if (store_trouble(store) == TROUBLE_NONE)
		tui_warn(tui, "%s", store_notice(store));
	else
		view_push(tui, trouble_view(store_trouble(store), store_path(store),
					    store_notice(store)));
}

void trouble_look(struct tui *tui)
{
	struct err err = ERR_INIT;
	struct view *view;

	if (tui->app->store == NULL || tui->gone || store_there(tui->app->store, &err))
		return;
	tui->gone = true;
	view = trouble_view(err.trouble, store_path(tui->app->store), err_msg(&err));
	/* what is typed would be lost with the file that it belongs to */
	if (tui_types(tui))
		((struct trouble_view *)view)->acts &= ~(unsigned)(OPEN | QUIT);
	view_push(tui, view);
	err_release(&err);
}
