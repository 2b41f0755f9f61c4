/*
 * Commands as lines: of a script, or typed on the screen. A line is what stands
 * behind `isms` on the command line, parted as a shell would: blanks, '…', "…"
 * and \, # to the end; nothing is expanded.
 */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "isms/util/ascii.h"
#include "isms/util/i18n.h"
#include "isms/util/mem.h"

#include "private.h"

/* One word from *p on; false: a quote stays open. */
static bool split_word(const char **p, struct str *word)
{
	char quote = 0;

	while (**p && (quote || !ascii_space(**p))) {
		const char c = *(*p)++;

		if (c == '\\' && quote != '\'' && **p)
			str_addc(word, *(*p)++);
		else if (c == quote)
			quote = 0;
		else if (!quote && (c == '\'' || c == '"'))
			quote = c;
		else
			str_addc(word, c);
	}
	return !quote;
}

bool script_split(const char *line, struct strv *words, struct err *err)
{
	struct str word = STR_INIT;
	bool ok = true;

	while (ok) {
		while (ascii_space(*line))
			line++;
		if (!*line || *line == '#')
			break;
		str_clear(&word);
		ok = split_word(&line, &word);
		strv_add(words, str_get(&word));
	}
	str_release(&word);
	return ok || err_set(err, ERR_USAGE, _("a quote is not closed"));
}

/* What makes no sense while a file is open and the terminal somebody else's. */
static bool sensible(const struct command *command, struct err *err)
{
	const enum command_id id = command->id;

	if (id == CMD_INIT || id == CMD_DEMO || id == CMD_RUN)
		return err_set(err, ERR_USAGE, _("'%s' cannot be a line of a script"), command->name);
	return true;
}

/* What belongs to the whole program, not to a line. */
static bool own_options(const struct cli *cli, struct err *err)
{
	static const char *const whole[] = {"file", "read-only", "insist", "today", NULL};
	size_t i;

	for (i = 0; whole[i]; i++)
		if (cli_option(cli, whole[i]))
			return err_set(err, ERR_USAGE, _("--%s cannot stand in a line of a script"),
				       whole[i]);
	return true;
}

bool script_line(struct cli *cli, const struct strv *words, struct err *err)
{
	/* getopt() moves words about: the array is a copy, the words are not */
	char **argv = xcalloc(words->n + 1, sizeof(*argv));
	struct cli sub = {.screen = cli->screen, .app = cli->app};
	size_t skip = words->n > 0 && !strcmp(words->v[0], "isms") ? 1 : 0;
	bool ok = true;

	memcpy(argv, words->v, words->n * sizeof(*argv));
	if (skip < words->n) {
		sub.command = cli_command(argv[skip], err);
		ok = sub.command && sensible(sub.command, err) &&
		     cli_take_words(&sub, (int)(words->n - skip), argv + skip, err);
		ok = ok && own_options(&sub, err) && cli_do(&sub, err) &&
		     app_refresh(&sub.app, err);
	}
	cli->app = sub.app;
	args_release(&sub.args);
	free(argv);
	return ok;
}
