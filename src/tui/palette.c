/* : and what is typed there: a command, a register with a filter, a code, or a line
 * of the command line. */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "isms/tui/detail.h"
#include "isms/tui/dialog.h"
#include "isms/tui/keys.h"
#include "isms/tui/list.h"
#include "isms/util/i18n.h"
#include "isms/util/mem.h"
#include "isms/util/text.h"

#define ID_KIND 1000 /* ids of the list: commands, then registers */

static void add_kinds(struct choose_list *list)
{
	for (size_t i = 0; kinds[i] != NULL; i++) {
		struct str text = STR_INIT;

		text_pad(&text, kinds[i]->name, 20, false);
		str_addf(&text, " %s", _(kinds[i]->plural));
		choose_add(list, str_get(&text), _("register"), ID_KIND + (long long)i);
		str_release(&text);
	}
}

static void add_commands(struct tui *tui, struct choose_list *list)
{
	struct key_place at;

	tui_keys(tui, false, &at);
	at.where |= WHERE_GLOBAL;
	for (size_t i = 0; i < CMD_COUNT; i++) {
		const struct command *cmd = &commands[i];
		struct str text = STR_INIT, keys = STR_INIT;

		if ((cmd->flags & CMD_SCREEN) != 0 && (cmd->where & at.where) != 0) {
			text_pad(&text, cmd->name, 20, false);
			str_addf(&text, " %s", _(cmd->help));
			command_keys(at.settings, cmd, at.where, at.kind, &keys);
			choose_add(list, str_get(&text), str_get(&keys), (long long)cmd->id);
		}
		str_release(&text);
		str_release(&keys);
	}
}

static bool works_here(const struct tui *tui, const struct command *cmd)
{
	const unsigned where = (unsigned)tui->top->ops->where | WHERE_GLOBAL;

	return (cmd->flags & CMD_SCREEN) != 0 && (cmd->where & where) != 0;
}

/* The first words of text as a register, and what stands behind it. */
static const struct kind *first_words(const char *text, size_t n, bool guess, const char **rest)
{
	const struct kind *kind;
	char *name = xstrndup(text, n);

	kind = guess ? kind_find(name) : kind_called(name);
	*rest = text + n + strspn(text + n, " ");
	free(name);
	return kind;
}

/* "context issues owner:novak": the longest name that is a register's, then the
 * beginning of one ("cont"), and what it is filtered by. */
static const struct kind *find_kind(const char *text, const char **filter)
{
	const struct kind *kind = NULL;
	size_t n = strlen(text);

	while (n > 0 && kind == NULL) {
		kind = first_words(text, n, false, filter);
		while (n > 0 && text[n - 1] != ' ')
			n--;
		while (n > 0 && text[n - 1] == ' ')
			n--;
	}
	if (kind == NULL)
		kind = first_words(text, strlen(text), true, filter);
	if (kind == NULL)
		kind = first_words(text, strcspn(text, " "), true, filter);
	return kind;
}

static bool go_to_kind(struct tui *tui, const char *text)
{
	const char *filter = "";
	const struct kind *kind = *text == '\0' ? NULL : find_kind(text, &filter);

	if (kind != NULL)
		tui_go(tui, kind, *filter == '\0' ? NULL : filter);
	return kind != NULL;
}

/* "find laptop" */
static bool find_words(struct tui *tui, const char *text)
{
	const char *name = commands[CMD_FIND].name;
	size_t n = strlen(name);
	bool found = strncmp(text, name, n) == 0 && text[n] == ' ';

	if (found)
		find_run(tui, text + n + strspn(text + n, " "));
	return found;
}

static bool go_to_code(struct tui *tui, const char *code)
{
	struct err err = ERR_INIT;
	struct hit hit = {NULL, 0};
	bool found = *code != '\0' && app_find(tui->app, code, &hit, &err);

	if (found) {
		struct list *list = list_of(tui, hit.kind);

		tui_go(tui, hit.kind, "");
		list_seek(tui, list, hit.id);
		if (list_id(list) == hit.id && tui->top->ops->where == WHERE_LIST)
			view_push(tui, record_view(tui, hit.kind));
	}
	err_release(&err);
	return found;
}

static void show_pages(struct tui *tui, const char *title, const char *text)
{
	struct lines lines = LINES_INIT;

	while (*text != '\0') {
		const size_t n = strcspn(text, "\n");
		char *line = xstrndup(text, n);

		lines_add(&lines, LOOK_PLAIN, "%s", line);
		free(line);
		text += n + (text[n] == '\n' ? 1 : 0);
	}
	pager_show(tui, title, &lines);
	lines_release(&lines);
}

/* What the command line can do, with its words: "set R-0012 due=+2w". The result is
 * a message, or pages. */
static bool run_line(struct tui *tui, const char *text)
{
	const size_t n = strcspn(text, " ");
	char *name = xstrndup(text, n);
	const struct command *cmd = command_find(name);
	bool is_line = text[n] != '\0' && cmd != NULL && (cmd->flags & CMD_CLI) != 0 &&
		       tui->opt->line != NULL;
	struct str out = STR_INIT;
	bool ok;

	free(name);
	if (!is_line)
		return false;
	ok = tui->opt->line(tui->app, text, &out);
	str_trim(&out);
	if (strncmp(str_get(&out), "isms: ", 6) == 0)
		str_remove(&out, 0, 6);
	tui_changed(tui);
	if (strchr(str_get(&out), '\n') != NULL)
		show_pages(tui, text, str_get(&out));
	else if (ok)
		tui_say(tui, "%s", out.len > 0 ? str_get(&out) : _("done"));
	else
		tui_warn(tui, "%s", str_get(&out));
	str_release(&out);
	return true;
}

/* "view overdue": a view of the register that is shown. */
static bool go_to_view(struct tui *tui, const char *text)
{
	struct list *list = list_of_view(tui->top);
	bool meant = strncmp(text, "view ", 5) == 0 && list != NULL;

	if (meant)
		view_open(tui, list, text + 5 + strspn(text + 5, " "));
	return meant;
}

bool palette_do(struct tui *tui, const char *text)
{
	const struct command *cmd = command_find(text);
	bool done = true;

	if (cmd != NULL && works_here(tui, cmd))
		tui_command(tui, cmd->id);
	else
		done = *text != '\0' && (go_to_view(tui, text) || find_words(tui, text) ||
					 run_line(tui, text) || go_to_kind(tui, text));
	return done;
}

/* What no line of the palette stands for. */
static void other(struct tui *tui, const char *text)
{
	if (!go_to_code(tui, text))
		tui_warn(tui,
			 command_find(text) == NULL ? _("no command, register or record '%s'")
						    : _("'%s' does not work here"),
			 text);
}

static void run_item(struct tui *tui, const struct choose_item *item)
{
	if (item->id >= ID_KIND)
		tui_go(tui, kinds[item->id - ID_KIND], NULL);
	else
		tui_command(tui, (enum command_id)item->id);
}

/* What was typed goes before what the cursor is on, unless it was moved there. */
void palette_run(struct tui *tui)
{
	struct str typed = STR_INIT;
	bool moved = false;
	struct choose_options opt = {
		.title = _("Command, register with a filter, or code"),
		.typing = true,
		.empty = _("Enter goes to this register or record, or does this"),
		.text = &typed,
		.moved = &moved,
	};
	struct choose_list list = {0};
	long chosen;

	add_commands(tui, &list);
	add_kinds(&list);
	chosen = choose(tui, &opt, &list, 0);
	str_trim(&typed);
	if (chosen >= 0 && (moved || typed.len == 0))
		run_item(tui, &list.v[chosen]);
	else if (chosen != CHOOSE_NONE && !palette_do(tui, str_get(&typed))) {
		if (chosen >= 0)
			run_item(tui, &list.v[chosen]);
		else
			other(tui, str_get(&typed));
	}
	choose_clear(&list);
	str_release(&typed);
}
