#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "isms/tui/dialog.h"
#include "isms/tui/keys.h"
#include "isms/util/i18n.h"
#include "isms/util/text.h"

static void add(const struct key_place *at, struct choose_list *list, const struct command *cmd)
{
	struct str text = STR_INIT, keys = STR_INIT;

	command_keys(at->settings, cmd, at->where, at->kind, &keys);
	text_pad(&text, str_get(&keys), 14, false);
	str_addf(&text, " %s", _(cmd->help));
	str_release(&keys);
	choose_add(list, str_get(&text), cmd->name, (long long)cmd->id);
	str_release(&text);
}

/* First what works in where, then what works everywhere. */
static void add_where(const struct key_place *at, struct choose_list *list, unsigned not_in)
{
	for (size_t i = 0; i < CMD_COUNT; i++) {
		const struct command *cmd = &commands[i];

		if ((cmd->flags & CMD_SCREEN) != 0 && (cmd->where & at->where) != 0 &&
		    (cmd->where & not_in) == 0)
			add(at, list, cmd);
	}
}

enum command_id help_run(struct tui *tui, enum where where)
{
	struct choose_options opt = {.title =
					     _("Keys of this view (type to search, Enter does it)"),
				     .typing = true,
				     .empty = _("no such key")};
	const struct view *view = tui->top;
	struct choose_list list = {0};
	enum command_id id = CMD_COUNT;
	struct key_place at;
	long chosen;

	if (where == view->ops->where && view->ops->about != NULL)
		opt.about = view->ops->about(view);
	tui_keys(tui, where == WHERE_MENU, &at);
	at.where = where;
	add_where(&at, &list, 0);
	at.where = WHERE_GLOBAL;
	if ((tui->top->ops->flags & VIEW_MODAL) == 0)
		add_where(&at, &list, where);
	chosen = choose(tui, &opt, &list, 0);
	if (chosen >= 0)
		id = (enum command_id)list.v[chosen].id;
	choose_clear(&list);
	return id;
}
