/*
 * Keys as they come from the terminal, and what the command table says each does.
 */
#ifndef ISMS_TUI_KEYS_H
#define ISMS_TUI_KEYS_H

#include <stdbool.h>

#include "isms/app/command.h"
#include "isms/app/key.h"
#include "isms/app/settings.h"
#include "isms/util/str.h"

struct key {
	int code;
};

/* Is it a character that a field takes as text? */
bool key_is_text(const struct key *key);
void key_utf8(const struct key *key, struct str *out);   /* appends the character */

/* Where a key is pressed, and what the user made of the keys. */
struct key_place {
	const struct settings *settings;
	unsigned where;          /* bits of enum where */
	const struct kind *kind; /* the register that is shown, or NULL */
	bool text;               /* keys that are characters are text: they mean nothing */
};

/* The command that key means there, else in WHERE_GLOBAL; CMD_COUNT: none, or
 * *words (borrowed) for the palette, else NULL. */
enum command_id key_command(const struct key_place *at, const struct key *key,
                            const char **words);

/* The command that two characters one after the other mean ("g/"); the first has
 * done what it does alone. */
enum command_id key_sequence(const struct key_place *at, const struct key *first,
                             const struct key *second);

/* The first key of a command there, as the key bar shows it; where keys are text,
 * the first that is no character. Nothing is added when there is none. */
void key_label(const struct key_place *at, const struct command *cmd, struct str *out);

#endif
