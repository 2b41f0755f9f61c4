#include "config.h"

#include <stdlib.h>
#include <sys/stat.h>

#include "isms/tui/dialog.h"
#include "isms/tui/menu.h"
#include "isms/tui/trouble.h"
#include "isms/tui/view.h"
#include "isms/util/i18n.h"
#include "isms/util/mem.h"

/* The first start, without a file: New, Open, Demonstration. */
struct start_pane {
	struct view view;
	int at;
};

static const struct {
	const char *label, *help;
} rows[] = {
	{N_("New"), N_("begin the ISMS of an organisation, in a file of its own")},
	{N_("Open"), N_("a file that is there already")},
	{N_("Demonstration"), N_("look around in an example; it is thrown away at the end")},
	{N_("Quit"), ""},
};
#define NROWS ((int)(sizeof(rows) / sizeof(rows[0])))

static void draw(struct tui *tui, struct view *view, struct rect r)
{
	struct start_pane *p = (struct start_pane *)view;

	draw_text(tui, r.y + 1, r.x + 2, r.w - 2,
		  _("isms keeps an information security management system after ISO/IEC 27001."),
		  LOOK_PLAIN);
	for (int i = 0; i < NROWS; i++) {
		struct str text = STR_INIT;

		str_addf(&text, "%c %s", i == p->at ? '>' : ' ', _(rows[i].label));
		draw_text(tui, r.y + 3 + i, r.x + 2, 17, str_get(&text),
			  i == p->at ? LOOK_SELECTED : LOOK_BOLD);
		draw_text(tui, r.y + 3 + i, r.x + 20, r.w - 20, _(rows[i].help), LOOK_PLAIN);
		str_release(&text);
	}
	draw_cursor(tui, r.y + 3 + p->at, r.x + 2);
}

void start_begin(struct tui *tui)
{
	named_load(tui);
	view_push(tui, dashboard_view(tui));
	menu_follow(tui, NULL);
	trouble_notice(tui);
	tui->offer = true;
}

/* The file is open: from here on the dashboard is the root. */
static void begin(struct tui *tui)
{
	while (tui->top != NULL)
		view_pop(tui);
	start_begin(tui);
}

static int ask_scale(struct tui *tui)
{
	struct choose_options opt = {.title = _("Steps of likelihood and impact")};
	struct choose_list list = {0};
	long chosen;

	choose_add(&list, _("3 x 3: small and simple"), NULL, 3);
	choose_add(&list, _("4 x 4: no middle to hide in"), NULL, 4);
	choose_add(&list, _("5 x 5: what most use"), NULL, 5);
	chosen = choose(tui, &opt, &list, 2);
	choose_clear(&list);
	return chosen < 0 ? 0 : (int)chosen + 3;
}

static void make_folder_of(const char *path)
{
	char *copy = xstrdup(path);

	for (char *p = copy + 1; *p != '\0'; p++) {
		if (*p == '/') {
			*p = '\0';
			mkdir(copy, 0700);
			*p = '/';
		}
	}
	free(copy);
}

void start_new(struct tui *tui, const char *named)
{
	struct prompt_options name = {.label = _("Name of the organisation: ")};
	struct prompt_options file = {.label = _("File: "), .complete = complete_path};
	struct str org = STR_INIT, path = STR_INIT;
	struct app_options opt = tui->opt->open;
	struct err err = ERR_INIT;
	char *usual = app_path(named == NULL ? opt.file : named);
	int scale;

	str_add(&path, usual);
	if (prompt(tui, &name, &org) && prompt(tui, &file, &path) && path.len > 0 &&
	    (scale = ask_scale(tui)) != 0) {
		make_folder_of(str_get(&path));
		opt.file = str_get(&path);
		if (app_create(tui->app, &opt, org.len > 0 ? str_get(&org) : NULL, scale, &err)) {
			begin(tui);
			tui_say(tui,
				_("made '%s' with the catalogues of threats, vulnerabilities "
				  "and controls"),
				str_get(&path));
		} else {
			tui_error(tui, &err);
		}
	}
	free(usual);
	str_release(&org);
	str_release(&path);
}

static void open_file(struct tui *tui)
{
	struct prompt_options file = {.label = _("Open file: "), .complete = complete_path};
	struct app_options opt = tui->opt->open;
	struct str path = STR_INIT;
	struct err err = ERR_INIT;

	if (prompt(tui, &file, &path) && path.len > 0) {
		opt.file = str_get(&path);
		if (app_open(tui->app, &opt, &err))
			begin(tui);
		else
			view_push(tui, trouble_view(err.trouble, str_get(&path), err_msg(&err)));
	}
	err_release(&err);
	str_release(&path);
}

static void demonstration(struct tui *tui)
{
	struct app_options opt = tui->opt->open;
	struct err err = ERR_INIT;

	opt.file = NULL;
	if (app_demo(tui->app, &opt, &tui->demo, &err))
		begin(tui);
	else
		tui_error(tui, &err);
}

static void choose_row(struct tui *tui, int row)
{
	switch (row) {
	case 0:
		start_new(tui, NULL);
		break;
	case 1:
		open_file(tui);
		break;
	case 2:
		demonstration(tui);
		break;
	default:
		tui->quit = true;
		break;
	}
}

static bool on_key(struct tui *tui, struct view *view, const struct key *key)
{
	static const char letters[] = "nodq";
	bool taken = false;

	(void)view;
	for (int i = 0; i < NROWS && !taken; i++) {
		taken = key->code == letters[i];
		if (taken)
			choose_row(tui, i);
	}
	return taken;
}

static bool command(struct tui *tui, struct view *view, enum command_id id)
{
	struct start_pane *p = (struct start_pane *)view;
	bool taken = true;

	switch (id) {
	case CMD_UP:
		p->at = (p->at + NROWS - 1) % NROWS;
		break;
	case CMD_DOWN:
		p->at = (p->at + 1) % NROWS;
		break;
	case CMD_OPEN:
		choose_row(tui, p->at);
		break;
	default:
		taken = false;
		break;
	}
	return taken;
}

static void close_view(struct tui *tui, struct view *view)
{
	(void)tui;
	free(view);
}

static const struct view_ops start_ops = {
	.where = WHERE_DASHBOARD,
	.flags = VIEW_FULL,
	.draw = draw,
	.key = on_key,
	.command = command,
	.close = close_view,
};

struct view *start_view(struct tui *tui)
{
	struct start_pane *p = xcalloc(1, sizeof(*p));

	(void)tui;
	p->view.ops = &start_ops;
	return &p->view;
}
