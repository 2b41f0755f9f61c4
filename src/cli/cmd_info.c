/* isms kinds, fields, keys, help: what there is, from the tables. */
#include "config.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "isms/app/key.h"
#include "isms/app/place.h"
#include "isms/app/settings.h"
#include "isms/util/i18n.h"
#include "isms/util/text.h"

#include "private.h"

bool cmd_kinds(struct cli *cli, struct err *err)
{
	const struct rows_column columns[] = {
		{"name", _("Name"), ROWS_TEXT},     {"title", _("Title"), ROWS_TEXT},
		{"prefix", _("Codes"), ROWS_TEXT},  {"clause", _("Clause"), ROWS_TEXT},
		{"group", _("Group"), ROWS_TEXT},
	};
	struct rows *rows;
	enum format format;
	size_t i;

	if (!cli_words_max(cli, 0, err) || !cli_format(cli, FORMAT_TABLE, &format, err))
		return false;
	rows = rows_begin(format, columns, sizeof(columns) / sizeof(columns[0]));
	for (i = 0; kinds[i]; i++) {
		const char *const cells[] = {
			kinds[i]->name, _(kinds[i]->plural), kinds[i]->prefix, kinds[i]->clause,
			group_title(kinds[i]->group),
		};

		rows_add(rows, cells);
	}
	rows_end(&rows);
	return true;
}

/* ---- fields -------------------------------------------------------------- */

static const struct {
	enum field_flags flag;
	const char *name;
} flags[] = {
	{F_REQUIRED, "required"}, {F_UNIQUE, "unique"},   {F_LISTED, "listed"},
	{F_SEARCHED, "searched"}, {F_DERIVED, "derived"}, {F_OPEN, "open"},
};

static void flag_names(const struct field *field, struct str *out)
{
	size_t i;

	for (i = 0; i < sizeof(flags) / sizeof(flags[0]); i++)
		if (field->flags & (unsigned)flags[i].flag)
			str_addf(out, "%s%s", out->len ? " " : "", flags[i].name);
}

/* Keys of the choices, or the bounds of a number. */
static void allowed(const struct field *field, struct str *out)
{
	const struct choice *choice;

	for (choice = field->choices; choice && choice->key; choice++)
		str_addf(out, "%s%s", out->len ? "|" : "", choice->key);
	if (!field->choices && (field->min || field->max))
		str_addf(out, "%ld..%ld", field->min, field->max);
}

static void add_field(struct rows *rows, const struct field *field)
{
	struct str flag = STR_INIT, choices = STR_INIT;
	const char *cells[7];

	flag_names(field, &flag);
	allowed(field, &choices);
	cells[0] = field->name;
	cells[1] = _(field->label);
	cells[2] = type_ops[field->type].name;
	cells[3] = field->ref ? field->ref->name : NULL;
	cells[4] = str_get(&flag);
	cells[5] = choices.len ? str_get(&choices) : NULL;
	cells[6] = field->help ? _(field->help) : NULL;
	rows_add(rows, cells);
	str_release(&flag);
	str_release(&choices);
}

bool cmd_fields(struct cli *cli, struct err *err)
{
	const struct rows_column columns[] = {
		{"name", _("Name"), ROWS_TEXT},   {"label", _("Label"), ROWS_TEXT},
		{"type", _("Type"), ROWS_TEXT},   {"ref", _("Of"), ROWS_TEXT},
		{"flags", _("Flags"), ROWS_TEXT}, {"choices", _("Choices"), ROWS_TEXT},
		{"help", _("Help"), ROWS_TEXT},
	};
	const char *name = cli_word(cli, 0, err);
	const struct kind *kind = name ? cli_kind(name, err) : NULL;
	struct rows *rows;
	enum format format;
	size_t i;

	if (!kind || !cli_words_max(cli, 1, err) || !cli_format(cli, FORMAT_TABLE, &format, err))
		return false;
	rows = rows_begin(format, columns, sizeof(columns) / sizeof(columns[0]));
	for (i = 0; i < kind->nfields; i++)
		add_field(rows, &kind->fields[i]);
	rows_end(&rows);
	return true;
}

/* ---- keys ---------------------------------------------------------------- */

/* Lines of two columns, the right one broken where it is too wide. */
static void print_pair(const char *left, const char *right, int indent)
{
	const int width = out_width(stdout);
	struct strv lines = STRV_INIT;
	struct str line = STR_INIT;
	size_t i;

	text_wrap(&lines, right, width > indent + 20 ? width - indent - 1 : 100 - indent);
	if (text_width(left) + 2 > indent) {
		printf("  %s\n", left);
		left = "";
	}
	for (i = 0; i < lines.n; i++) {
		str_clear(&line);
		str_add(&line, "  ");
		text_pad(&line, i ? "" : left, indent - 2, false);
		str_add(&line, lines.v[i]);
		puts(str_get(&line));
	}
	strv_release(&lines);
	str_release(&line);
}

#define KEYS_INDENT 26

static void print_keys(const struct settings *settings, unsigned where,
		       const struct command *command)
{
	struct str keys = STR_INIT;

	command_keys(settings, command, where, NULL, &keys);
	if (keys.len)
		print_pair(str_get(&keys), _(command->help), KEYS_INDENT);
	str_release(&keys);
}

/* Keys of the user's that do more than a command, or belong to one register. */
static void print_words(const struct settings *settings, unsigned where)
{
	struct str key = STR_INIT, what = STR_INIT;
	size_t i;

	for (i = 0; i < settings->n; i++) {
		const struct binding *b = &settings->bindings[i];

		if (!(b->where & where) || (!b->words && !b->kind))
			continue;
		str_clear(&key);
		str_clear(&what);
		key_show(b->key, &key);
		str_addf(&what, "%s%s", b->words ? ":" : "", b->words ? b->words
				: b->id == CMD_COUNT ? _("Nothing") : _(commands[b->id].help));
		if (b->kind)
			str_addf(&what, " (%s)", _(b->kind->plural));
		print_pair(str_get(&key), str_get(&what), KEYS_INDENT);
	}
	str_release(&key);
	str_release(&what);
}

bool cmd_keys(struct cli *cli, struct err *err)
{
	const struct place *place;
	struct settings settings;
	size_t i;

	if (!cli_words_max(cli, 0, err))
		return false;
	settings_mine(&settings);
	for (i = 0; i < settings.notes.n; i++)
		out_say("%s", settings.notes.v[i]);
	for (place = places; place->title; place++) {
		printf("%s%s", place == places ? "" : "\n", _(place->title));
		/* by which name the configuration knows it */
		printf(strcasecmp(place->title, place->name) ? " (%s)\n" : "\n", place->name);
		for (i = 0; i < CMD_COUNT; i++)
			print_keys(&settings, place->where, &commands[i]);
		print_words(&settings, place->where);
	}
	settings_release(&settings);
	return true;
}

/* ---- help ---------------------------------------------------------------- */

#define OPTION_INDENT 30
#define COMMAND_INDENT 14

static void print_option(const struct option *option)
{
	const char letter = cli_letter(option->name);
	struct str left = STR_INIT;

	if (letter)
		str_addf(&left, "-%c, ", letter);
	str_addf(&left, "--%s%s%s", option->name, option->arg ? " " : "",
		 option->arg ? option->arg : "");
	print_pair(str_get(&left), _(option->help), OPTION_INDENT);
	str_release(&left);
}

static void print_options(const char *title, const struct option *options)
{
	const struct option *option;

	printf("\n%s\n", title);
	for (option = options; option->name; option++)
		print_option(option);
}

static void overview(void)
{
	size_t i;

	puts(_("Usage: isms [OPTION...] [FILE]\n"
	       "       isms [OPTION...] COMMAND [ARGUMENT...]\n"
	       "Runs an information security management system after ISO/IEC 27001:2022.\n"
	       "Without a command the screen opens, with FILE or the default file."));
	printf("\n%s\n", _("Commands"));
	for (i = 0; i < CMD_COUNT; i++)
		if (commands[i].flags & CMD_CLI)
			print_pair(commands[i].name, _(commands[i].help), COMMAND_INDENT);
	print_options(_("Options"), global_options);
	printf("\n%s\n", _("'isms COMMAND --help' tells more of a command.\n"
			   "Exit status: 0 done, 1 failed, 2 usage or no terminal, 3 the file is locked,\n"
			   "damaged, newer or not ours, 4 rows were rejected, 5 check or due found\n"
			   "something, 128+n a signal."));
}

static void describe(const struct command *command)
{
	printf(_("Usage: isms %s%s%s%s\n"), command->name, command->options ? _(" [OPTION...]") : "",
	       command->args ? " " : "", command->args ? command->args : "");
	printf("%s\n", _(command->help));
	if (command->flags & CMD_SCREEN && command->keys)
		printf(_("On the screen: %s\n"), command->keys);
	if (command->options)
		print_options(_("Options"), command->options);
	print_options(_("Options of all commands"), global_options);
}

/* "isms --help", "isms list --help", "isms help list" */
bool cmd_help(struct cli *cli, struct err *err)
{
	const struct command *command = cli->command;

	if (command && command->id == CMD_HELP) {
		if (!cli_words_max(cli, 1, err))
			return false;
		command = NULL;
		if (cli->nwords && !(command = cli_command(cli->words[0], err)))
			return false;
	}
	if (command)
		describe(command);
	else
		overview();
	return true;
}
