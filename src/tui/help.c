#include "config.h"

#include <string.h>

#include "isms/tui/dialog.h"
#include "isms/tui/list.h"
#include "isms/util/i18n.h"
#include "isms/util/text.h"

static void add(struct choose_list *list, const struct command *cmd)
{
	struct str text = STR_INIT;

	text_pad(&text, cmd->keys == NULL ? "" : cmd->keys, 14, false);
	str_addf(&text, " %s", _(cmd->help));
	choose_add(list, str_get(&text), cmd->name, (long long)cmd->id);
	str_release(&text);
}

/* First what works in where, then what works everywhere. */
static void add_where(struct choose_list *list, unsigned where, unsigned not_in)
{
	for (size_t i = 0; i < CMD_COUNT; i++) {
		const struct command *cmd = &commands[i];

		if ((cmd->flags & CMD_SCREEN) != 0 && (cmd->where & where) != 0 &&
		    (cmd->where & not_in) == 0)
			add(list, cmd);
	}
}

enum command_id help_run(struct tui *tui, enum where where)
{
	struct choose_options opt = {.title =
					     _("Keys of this view (type to search, Enter does it)"),
				     .typing = true,
				     .empty = _("no such key")};
	struct choose_list list = {0};
	enum command_id id = CMD_COUNT;
	long chosen;

	add_where(&list, where, 0);
	if ((tui->top->ops->flags & VIEW_MODAL) == 0)
		add_where(&list, WHERE_GLOBAL, where);
	chosen = choose(tui, &opt, &list, 0);
	if (chosen >= 0)
		id = (enum command_id)list.v[chosen].id;
	choose_clear(&list);
	return id;
}

/* ---- The palette ------------------------------------------------------------- */

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
	const unsigned where = (unsigned)tui->top->ops->where | WHERE_GLOBAL;

	for (size_t i = 0; i < CMD_COUNT; i++) {
		const struct command *cmd = &commands[i];
		struct str text = STR_INIT;

		if ((cmd->flags & CMD_SCREEN) != 0 && (cmd->where & where) != 0) {
			text_pad(&text, cmd->name, 20, false);
			str_addf(&text, " %s", _(cmd->help));
			choose_add(list, str_get(&text), cmd->keys, (long long)cmd->id);
		}
		str_release(&text);
	}
}

static bool works_here(const struct tui *tui, const struct command *cmd)
{
	const unsigned where = (unsigned)tui->top->ops->where | WHERE_GLOBAL;

	return (cmd->flags & CMD_SCREEN) != 0 && (cmd->where & where) != 0;
}

/* "risks owner:novak": a register and what it is filtered by. */
static bool go_to_kind(struct tui *tui, const char *text)
{
	struct str name = STR_INIT;
	size_t n = strcspn(text, " ");
	const struct kind *kind;

	str_addn(&name, text, n);
	kind = name.len == 0 ? NULL : kind_find(str_get(&name));
	str_release(&name);
	if (kind != NULL)
		tui_go(tui, kind, text[n] == '\0' ? NULL : text + n + 1);
	return kind != NULL;
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

void palette_run(struct tui *tui)
{
	struct str typed = STR_INIT;
	struct choose_options opt = {
		.title = _("Command, register with a filter, or code"),
		.typing = true,
		.empty = _("Enter goes to this register or record"),
		.text = &typed,
	};
	struct choose_list list = {0};
	const struct command *cmd;
	long chosen;

	add_commands(tui, &list);
	add_kinds(&list);
	chosen = choose(tui, &opt, &list, 0);
	str_trim(&typed);
	cmd = command_find(str_get(&typed));
	if (chosen != CHOOSE_NONE) {
		if (cmd != NULL && works_here(tui, cmd))
			tui_command(tui, cmd->id);
		else if (typed.len > 0 && go_to_kind(tui, str_get(&typed)))
			;
		else if (chosen >= 0 && list.v[chosen].id >= ID_KIND)
			tui_go(tui, kinds[list.v[chosen].id - ID_KIND], NULL);
		else if (chosen >= 0)
			tui_command(tui, (enum command_id)list.v[chosen].id);
		else if (!go_to_code(tui, str_get(&typed)))
			tui_warn(tui,
				 cmd == NULL ? _("no command, register or record '%s'")
					     : _("'%s' does not work here"),
				 str_get(&typed));
	}
	choose_clear(&list);
	str_release(&typed);
}
