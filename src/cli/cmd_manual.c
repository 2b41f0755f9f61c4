/*
 * isms manual: the tables of the manual page in troff, from the tables that the
 * program itself runs on.
 */
#include "config.h"

#include <stdio.h>
#include <string.h>

#include "isms/app/place.h"
#include "isms/util/i18n.h"

#include "private.h"

/* Text for troff: backslashes, hyphens that are typed, quotes; a dot or an
 * apostrophe must not begin a line. */
static void put(const char *text)
{
	const char *p;

	for (p = text; *p; p++) {
		if (p == text && (*p == '.' || *p == '\''))
			fputs("\\&", stdout);
		switch (*p) {
		case '\\': fputs("\\e", stdout); break;
		case '-': fputs("\\-", stdout); break;
		case '\'': fputs("\\(aq", stdout); break;
		case '^': fputs("\\(ha", stdout); break;
		case '~': fputs("\\(ti", stdout); break;
		case '"': fputs("\\(dq", stdout); break;
		case '`': fputs("\\(ga", stdout); break;
		default: putchar(*p); break;
		}
	}
}

static void put_font(char font, const char *text)
{
	printf("\\f%c", font);
	put(text);
	fputs("\\fR", stdout);
}

static void put_help(const char *help)
{
	put(_(help));
	puts(".");
}

static void put_options(const struct option *option)
{
	for (; option && option->name; option++) {
		const char letter = cli_letter(option->name);

		puts(".TP");
		if (letter)
			printf("\\fB\\-%c\\fR, ", letter);
		printf("\\fB\\-\\-");
		put(option->name);
		fputs("\\fR", stdout);
		if (option->arg) {
			putchar(' ');
			put_font('I', option->arg);
		}
		putchar('\n');
		put_help(option->help);
	}
}

static void put_command(const struct command *command)
{
	puts(".TP");
	put_font('B', command->name);
	if (command->args) {
		putchar(' ');
		put_font('I', command->args);
	}
	putchar('\n');
	put_help(command->help);
	if (!command->options)
		return;
	puts(".RS");
	put_options(command->options);
	puts(".RE");
}

static void put_keys(const struct place *place)
{
	size_t i;

	printf(".SS ");
	put(_(place->title));
	putchar('\n');
	for (i = 0; i < CMD_COUNT; i++) {
		if (!(commands[i].where & place->where) || !commands[i].keys)
			continue;
		puts(".TP");
		put_font('B', commands[i].keys);
		putchar('\n');
		put_help(commands[i].help);
	}
}

bool cmd_manual(struct cli *cli, struct err *err)
{
	const struct place *place;
	size_t i;

	if (!cli_words_max(cli, 0, err))
		return false;
	puts(".\\\" Printed by 'isms manual': change the tables of the program instead.");
	puts(".SH OPTIONS");
	put_options(global_options);
	puts(".SH COMMANDS");
	for (i = 0; i < CMD_COUNT; i++)
		if (commands[i].flags & CMD_CLI)
			put_command(&commands[i]);
	puts(".SH KEYS");
	for (place = places; place->title; place++)
		put_keys(place);
	return true;
}
