/* isms run: the commands of a script, one after the other on one open file. */
#include "config.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "isms/util/i18n.h"

#include "private.h"

struct script {
	const char *name; /* as messages name it */
	FILE *in;
	long line;
	int status; /* of the first line that failed */
};

static bool script_open(struct script *script, const struct cli *cli, const char *name,
			struct err *err)
{
	const bool standard = !strcmp(name, "-");

	if (standard && cli->on_screen)
		return err_set(err, ERR_USAGE, _("on the screen a script is a file"));
	script->name = standard ? _("standard input") : name;
	script->in = standard ? stdin : fopen(name, "r");
	return script->in ||
	       err_set(err, ERR_FAILED, _("cannot open '%s': %s"), name, strerror(errno));
}

/* False: the line failed, and err says where. */
static bool do_line(struct cli *cli, struct script *script, const char *line, struct err *err)
{
	struct strv words = STRV_INIT;
	bool ok = script_split(line, &words, err);

	if (ok && words.n && cli_option(cli, "echo"))
		out_note("+ %s", line);
	ok = ok && script_line(cli, &words, err) && out_check(err);
	if (!ok && err->field)
		err_prefix(err, "%s:%ld: %s: ", script->name, script->line, err->field->name);
	else if (!ok && *err_msg(err))
		err_prefix(err, "%s:%ld: ", script->name, script->line);
	strv_release(&words);
	return ok;
}

static bool not_text(const struct script *script, struct err *err)
{
	return err_set(err, ERR_INPUT, _("%s:%ld: is not text: it holds a NUL"), script->name,
		       script->line);
}

/* Told at once: what the next lines print comes after it. */
static void tell(struct script *script, struct err *err)
{
	int status;

	err->field = NULL; /* named in the message already */
	fflush(stdout);
	status = cli_fail(err);
	if (!script->status)
		script->status = status;
}

static bool do_lines(struct cli *cli, struct script *script, struct err *err)
{
	const bool go_on = cli_option(cli, "keep-going") != NULL;
	char *line = NULL;
	size_t cap = 0;
	ssize_t n = 0;
	bool ok = true;

	while ((ok || go_on) && !interrupted() && (n = getline(&line, &cap, script->in)) >= 0) {
		script->line++;
		if (n > 0 && line[n - 1] == '\n')
			line[--n] = '\0';
		if (n > 0 && line[n - 1] == '\r')
			line[--n] = '\0';
		ok = strlen(line) == (size_t)n ? do_line(cli, script, line, err)
					       : not_text(script, err);
		if (!ok && interrupted())
			break;
		if (!ok)
			tell(script, err);
	}
	if (ferror(script->in) && !script->status)
		err_set(err, ERR_FAILED, _("cannot read '%s': %s"), script->name, strerror(errno));
	free(line);
	return !script->status && !ferror(script->in) && !interrupted();
}

bool cmd_run(struct cli *cli, struct err *err)
{
	const char *name = cli_word(cli, 0, err);
	struct script script = {0};
	bool ok = name && cli_words_max(cli, 1, err) && script_open(&script, cli, name, err);

	cli->in_script = true;
	ok = ok && do_lines(cli, &script, err);
	if (script.status)
		cli->status = script.status;
	if (script.in && script.in != stdin)
		fclose(script.in);
	return ok;
}
