/* What the words of a command mean. */
#include "config.h"

#include <errno.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "isms/util/i18n.h"
#include "isms/util/near.h"

#include "private.h"

static const struct {
	const char *option;
	char letter;
} letters[] = {
	{"file", 'f'},
	{"output", 'o'},
	{"help", 'h'},
	{"version", 'V'},
};

char cli_letter(const char *option)
{
	size_t i;

	for (i = 0; i < sizeof(letters) / sizeof(letters[0]); i++)
		if (!strcmp(letters[i].option, option))
			return letters[i].letter;
	return 0;
}

const char *cli_option(const struct cli *cli, const char *name)
{
	return args_value(&cli->args, name);
}

bool cli_integer(const char *text, long min, long max, long *n)
{
	char *end;
	long value;

	errno = 0;
	value = strtol(text, &end, 10);
	if (end == text || *end || errno || value < min || value > max)
		return false;
	*n = value;
	return true;
}

bool cli_number(const struct cli *cli, const char *name, long min, long max, long *n,
		struct err *err)
{
	const char *text = cli_option(cli, name);

	if (!text || cli_integer(text, min, max, n))
		return true;
	if (max == LONG_MAX)
		return err_set(err, ERR_USAGE, _("--%s takes a number of at least %ld, not '%s'"),
			       name, min, text);
	return err_set(err, ERR_USAGE, _("--%s takes a number from %ld to %ld, not '%s'"), name,
		       min, max, text);
}

static const char *formats_of(const struct cli *cli)
{
	const struct option *option;

	for (option = cli->command->options; option && option->name; option++)
		if (!strcmp(option->name, "format"))
			return option->arg;
	return "";
}

/* Does "table|json" list the word? */
static bool listed(const char *list, const char *word)
{
	size_t n = strlen(word);

	while (*list) {
		size_t len = strcspn(list, "|");

		if (len == n && !strncmp(list, word, n))
			return true;
		list += len + (list[len] == '|');
	}
	return false;
}

bool cli_format(const struct cli *cli, enum format fallback, enum format *format,
		struct err *err)
{
	const char *name = cli_option(cli, "format");

	*format = fallback;
	if (!name)
		return true;
	/* "csv-raw" serves machines wherever "csv" does */
	if (format_find(name, format) &&
	    (listed(formats_of(cli), name) ||
	     (*format == FORMAT_CSV_RAW && listed(formats_of(cli), "csv"))))
		return true;
	return err_set(err, ERR_USAGE, _("unknown format '%s': there are %s"), name,
		       formats_of(cli));
}

const char *cli_word(const struct cli *cli, int at, struct err *err)
{
	if (at < cli->nwords)
		return cli->words[at];
	err_set(err, ERR_USAGE, _("something is missing: isms %s %s"), cli->command->name,
		cli->command->args ? cli->command->args : "");
	return NULL;
}

bool cli_words_max(const struct cli *cli, int max, struct err *err)
{
	if (cli->nwords <= max)
		return true;
	return err_set(err, ERR_USAGE, _("'%s' is too much: isms %s%s%s"), cli->words[max],
		       cli->command->name, cli->command->args ? " " : "",
		       cli->command->args ? cli->command->args : "");
}

/* Fills err with "unknown …" and what is near, and releases near. */
static void unknown(struct near *near, const char *message, const char *word, const char *see,
		    struct err *err)
{
	struct str hint = STR_INIT;

	near_hint(near, &hint);
	if (!hint.len)
		str_addf(&hint, _("; see '%s'"), see);
	err_set(err, ERR_USAGE, message, word, str_get(&hint));
	str_release(&hint);
	near_release(near);
}

const struct kind *cli_kind(const char *name, struct err *err)
{
	const struct kind *kind = kind_find(name);
	struct near near;
	size_t i;

	if (kind)
		return kind;
	near_init(&near, name);
	for (i = 0; kinds[i]; i++)
		near_try(&near, kinds[i]->name);
	unknown(&near, _("unknown register '%s'%s"), name, "isms kinds", err);
	return NULL;
}

const struct field *cli_field(const struct kind *kind, const char *name, struct err *err)
{
	const struct field *field = kind_field_find(kind, name);

	if (!field)
		kind_no_field(kind, name, NULL, err);
	return field;
}

const struct command *cli_command(const char *name, struct err *err)
{
	const struct command *command = command_find(name);
	struct near near;
	size_t i;

	if (command && command->flags & CMD_CLI)
		return command;
	near_init(&near, name);
	for (i = 0; i < CMD_COUNT; i++)
		if (commands[i].flags & CMD_CLI)
			near_try(&near, commands[i].name);
	unknown(&near, _("unknown command '%s'%s"), name, "isms --help", err);
	return NULL;
}

static bool has_id(const long long *ids, size_t n, long long id)
{
	size_t i;

	for (i = 0; i < n; i++)
		if (ids[i] == id)
			return true;
	return false;
}

bool cli_records(struct cli *cli, int nwords, const struct kind **kind, long long *ids, size_t *n,
		 struct err *err)
{
	int i;

	for (i = 0; i < nwords; i++) {
		struct hit hit;

		if (!app_find(&cli->app, cli->words[i], &hit, err))
			return false;
		if (*kind && *kind != hit.kind)
			return err_set(err, ERR_USAGE,
				       _("'%s' is of another register; %s one register at a time"),
				       cli->words[i],
				       cli->command->id == CMD_SET ? _("change") : _("archive"));
		*kind = hit.kind;
		if (!has_id(ids, *n, hit.id))
			ids[(*n)++] = hit.id;
	}
	return true;
}

bool cli_record(struct cli *cli, const char *text, struct record **rec, struct err *err)
{
	struct hit hit;

	return app_find(&cli->app, text, &hit, err) &&
	       store_get(cli->app.store, hit.kind, hit.id, rec, err);
}
