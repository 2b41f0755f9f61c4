/* : and what is typed there: a command, a register with a filter, a code, or a line
 * of the command line. */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "isms/model/kinds.h"
#include "isms/tui/detail.h"
#include "isms/tui/dialog.h"
#include "isms/tui/keys.h"
#include "isms/tui/list.h"
#include "isms/tui/table_pane.h"
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

/* What became of a line. */
enum outcome {
	IS_NONE,		/* it is not of this sort */
	IS_DONE,
	IS_REFUSED		/* and the message says why */
};

/* A filter that cannot be understood leads nowhere: what was typed must stay. */
static enum outcome go_to_kind(struct tui *tui, const char *text)
{
	const char *filter = "";
	const struct kind *kind = *text == '\0' ? NULL : find_kind(text, &filter);
	struct app_query query = {0};
	struct err err = ERR_INIT;
	enum outcome outcome = IS_NONE;

	if (kind != NULL && !app_query(tui->app, kind, filter, NULL, &query, &err)) {
		tui_error(tui, &err);
		outcome = IS_REFUSED;
	} else if (kind != NULL) {
		app_query_release(&query);
		tui_go(tui, kind, *filter == '\0' ? NULL : filter);
		outcome = IS_DONE;
	}
	return outcome;
}

/* Commands of the screen that take words: "find laptop", "as-of 2026-03-01". */
static const struct {
	enum command_id id;
	void (*run)(struct tui *tui, const char *words);
} with_words[] = {
	{CMD_FIND, find_run},
	{CMD_AS_OF, as_of_go},
	{CMD_DIFF, diff_show},
};

static enum outcome run_words(struct tui *tui, const char *text)
{
	const size_t n = strcspn(text, " ");
	const char *words = text + n + strspn(text + n, " ");
	enum outcome outcome = IS_NONE;

	for (size_t i = 0; i < sizeof(with_words) / sizeof(with_words[0]) && *words != '\0'; i++) {
		const char *name = commands[with_words[i].id].name;

		if (strlen(name) == n && strncmp(name, text, n) == 0) {
			with_words[i].run(tui, words);
			outcome = IS_DONE;
		}
	}
	return outcome;
}

/* Both are a table_pane. What is no filter leaves the screen as it is. */
static enum outcome open_pane(struct tui *tui, enum command_id id, struct view *view,
			      const char *filter)
{
	struct err err = ERR_INIT;
	const bool ok = table_pane_filter(tui, (struct table_pane *)view, filter, &err);

	if (ok) {
		pane_show(tui, id, view);
	} else {
		tui_error(tui, &err);
		view->ops->close(tui, view);
	}
	return ok ? IS_DONE : IS_REFUSED;
}

/* "plan owner:novak", "soa theme:people": the pane, filtered; its options are a line of
 * the command line. */
static enum outcome go_to_pane(struct tui *tui, const char *text)
{
	const size_t n = strcspn(text, " ");
	const char *filter = text + n + strspn(text + n, " ");
	char *name = xstrndup(text, n);
	const struct command *cmd = command_find(name);
	const bool plan = cmd != NULL && cmd->id == CMD_PLAN;
	const bool meant = (plan || (cmd != NULL && cmd->id == CMD_SOA)) && *filter != '\0' &&
			   strncmp(filter, "--", 2) != 0;
	enum outcome outcome = IS_NONE;

	free(name);
	if (meant)
		outcome = open_pane(tui, cmd->id, plan ? plan_view(tui) : soa_view(tui), filter);
	return outcome;
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
			view_push(tui, list_record_view(tui, list));
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
static enum outcome run_line(struct tui *tui, const char *text)
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
		return IS_NONE;
	work_begin(tui, cmd->name);
	ok = tui->opt->line(tui->app, text, &out);
	work_end(tui);
	str_trim(&out);
	if (strncmp(str_get(&out), "isms: ", 6) == 0)
		str_remove(&out, 0, 6);
	tui_changed(tui);
	if (ok && strchr(str_get(&out), '\n') != NULL)
		show_pages(tui, text, str_get(&out));
	else if (ok)
		tui_say(tui, "%s", out.len > 0 ? str_get(&out) : _("done"));
	else if (strchr(str_get(&out), '\n') != NULL)
		show_pages(tui, text, str_get(&out));
	else
		tui_warn(tui, "%s", str_get(&out));
	ok = ok || strchr(str_get(&out), '\n') != NULL;
	str_release(&out);
	return ok ? IS_DONE : IS_REFUSED;
}

/* "view overdue": a view of the register that is shown. */
static enum outcome go_to_view(struct tui *tui, const char *text)
{
	struct list *list = list_of_view(tui->top);
	bool meant = strncmp(text, "view ", 5) == 0 && list != NULL;

	if (meant)
		view_open(tui, list, text + 5 + strspn(text + 5, " "));
	return meant ? IS_DONE : IS_NONE;
}

static enum outcome do_line(struct tui *tui, const char *text)
{
	static enum outcome (*const sorts[])(struct tui *, const char *) = {
		go_to_view, run_words, go_to_pane, run_line, go_to_kind,
	};
	const struct command *cmd = command_find(text);
	enum outcome outcome = IS_NONE;

	if (cmd != NULL && works_here(tui, cmd)) {
		tui_command(tui, cmd->id);
		outcome = IS_DONE;
	}
	for (size_t i = 0; i < sizeof(sorts) / sizeof(sorts[0]) && outcome == IS_NONE; i++)
		outcome = *text == '\0' ? IS_DONE : sorts[i](tui, text);
	return outcome;
}

bool palette_do(struct tui *tui, const char *text)
{
	return do_line(tui, text) != IS_NONE;
}

/* What is none of all this may be a code. */
static enum outcome other(struct tui *tui, const char *text)
{
	bool found = go_to_code(tui, text);

	if (!found)
		tui_warn(tui,
			 command_find(text) == NULL ? _("no command, register or record '%s'")
						    : _("'%s' does not work here"),
			 text);
	return found ? IS_DONE : IS_REFUSED;
}

static void run_item(struct tui *tui, const struct choose_item *item)
{
	if (item->id >= ID_KIND)
		tui_go(tui, kinds[item->id - ID_KIND], NULL);
	else
		tui_command(tui, (enum command_id)item->id);
}

/* Names of commands and registers; behind a register what its filter may go on with. */
static void complete_line(void *ctx, const char *text, struct completion *out)
{
	struct tui *tui = ctx;
	const size_t n = strlen(text);
	const char *filter = text + n;
	const struct kind *kind = strchr(text, ' ') == NULL ? NULL : find_kind(text, &filter);

	if (kind != NULL && filter > text && filter[-1] == ' ') {
		app_complete_filter(tui->app, kind, filter, out);
		out->from += (size_t)(filter - text);
		return;
	}
	for (size_t i = 0; i < CMD_COUNT; i++) {
		if (works_here(tui, &commands[i]) && strncmp(commands[i].name, text, n) == 0)
			strv_add(&out->words, commands[i].name);
	}
	for (size_t i = 0; kinds[i] != NULL; i++) {
		if (strncmp(kinds[i]->name, text, n) == 0)
			strv_take(&out->words, xasprintf("%s ", kinds[i]->name));
	}
}

/* What was typed goes before what the cursor is on, unless it was moved there. */
static enum outcome answer(struct tui *tui, const struct choose_list *list, long chosen,
			   bool moved, const char *typed)
{
	enum outcome outcome = IS_NONE;

	if (chosen == CHOOSE_NONE)
		return IS_DONE;
	if (!moved && *typed != '\0')
		outcome = do_line(tui, typed);
	if (outcome == IS_NONE && chosen >= 0) {
		run_item(tui, &list->v[chosen]);
		outcome = IS_DONE;
	} else if (outcome == IS_NONE) {
		outcome = other(tui, typed);
	}
	return outcome;
}

void palette_run(struct tui *tui)
{
	struct str typed = STR_INIT, before = STR_INIT;
	bool moved = false;
	struct choose_options opt = {
		.title = _("Command, register with a filter, or code"),
		.typing = true,
		.empty = _("Enter goes to this register or record, or does this"),
		.text = &typed,
		.moved = &moved,
		.words = complete_line,
		.ctx = tui,
	};
	struct choose_list list = {0};
	enum outcome outcome = IS_DONE;
	long chosen;

	add_commands(tui, &list);
	add_kinds(&list);
	do {
		opt.typed = str_get(&before);
		chosen = choose(tui, &opt, &list, 0);
		str_trim(&typed);
		str_clear(&before);
		str_add(&before, str_get(&typed));
		outcome = answer(tui, &list, chosen, moved, str_get(&typed));
	} while (outcome == IS_REFUSED && !tui->quit);
	choose_clear(&list);
	str_release(&typed);
	str_release(&before);
}
