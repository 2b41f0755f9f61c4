/*
 * Commands as lines: of a script, or typed on the screen. A line is what stands
 * behind `isms` on the command line, parted as a shell would: blanks, '…', "…"
 * and \, # to the end; nothing is expanded.
 */
#include "config.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

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
static bool sensible(const struct cli *cli, const struct command *command, struct err *err)
{
	const enum command_id id = command->id;

	if (id == CMD_INIT || id == CMD_DEMO || (id == CMD_RUN && cli->in_script))
		return err_set(err, ERR_USAGE, _("'%s' cannot be a line of a script"),
			       command->name);
	return true;
}

/* What belongs to the whole program, not to a line. */
static bool own_options(const struct cli *cli, struct err *err)
{
	static const char *const whole[] = {"file", "read-only", "insist", "today", "as-of", NULL};
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
	struct cli sub = {.screen = cli->screen, .app = cli->app, .on_screen = cli->on_screen};
	size_t skip = words->n > 0 && !strcmp(words->v[0], "isms") ? 1 : 0;
	bool ok = true;

	if (words->n > 0)
		memcpy(argv, words->v, words->n * sizeof(*argv));
	if (skip < words->n) {
		sub.command = cli_command(argv[skip], err);
		ok = sub.command && sensible(cli, sub.command, err) &&
		     cli_take_words(&sub, (int)(words->n - skip), argv + skip, err);
		interrupt_watch(&sub);
		ok = ok && own_options(&sub, err) && cli_do(&sub, err) &&
		     app_refresh(&sub.app, err);
	}
	cli->app = sub.app;
	args_release(&sub.args);
	free(argv);
	return ok;
}

/* Standard output and error, for as long as a line of the screen runs. */
struct capture {
	FILE *file;
	int out, err; /* the descriptors as they were; -1: none */
};

static bool capture_begin(struct capture *c, struct err *err)
{
	c->file = tmpfile();
	c->out = c->file ? dup(STDOUT_FILENO) : -1;
	c->err = c->file ? dup(STDERR_FILENO) : -1;
	if (c->out < 0 || c->err < 0 || dup2(fileno(c->file), STDOUT_FILENO) < 0 ||
	    dup2(fileno(c->file), STDERR_FILENO) < 0)
		return err_set(err, ERR_FAILED, _("cannot make a temporary file: %s"),
			       strerror(errno));
	return true;
}

static void capture_end(struct capture *c, struct str *out)
{
	char buf[4096];
	size_t n;

	fflush(stdout);
	if (c->out >= 0)
		dup2(c->out, STDOUT_FILENO);
	if (c->err >= 0)
		dup2(c->err, STDERR_FILENO);
	close(c->out);
	close(c->err);
	if (!c->file)
		return;
	rewind(c->file);
	while ((n = fread(buf, 1, sizeof(buf), c->file)) > 0)
		str_addn(out, buf, n);
	fclose(c->file);
}

bool cli_line(struct app *app, const char *line, struct str *out)
{
	struct cli_screen screen = {0};
	struct cli cli = {.screen = &screen, .app = *app, .on_screen = true};
	struct capture capture = {NULL, -1, -1};
	struct strv words = STRV_INIT;
	struct err err = ERR_INIT;
	bool ok = script_split(line, &words, &err);

	if (ok && capture_begin(&capture, &err)) {
		ok = script_line(&cli, &words, &err) && out_check(&err);
		if (!ok)
			cli_fail(&err);
		capture_end(&capture, out);
	} else {
		ok = false;
		str_add(out, err_msg(&err));
		capture_end(&capture, out);
	}
	*app = cli.app;
	err_release(&err);
	strv_release(&words);
	return ok;
}
