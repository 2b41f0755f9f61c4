/*
 * Keys as they come from the terminal, and what the command table says each does.
 */
#ifndef ISMS_TUI_KEYS_H
#define ISMS_TUI_KEYS_H

#include <stdbool.h>

#include "isms/app/command.h"
#include "isms/app/key.h"
#include "isms/util/str.h"

struct key {
	int code;
};

/* Is it a character that a field takes as text? */
bool key_is_text(const struct key *key);
void key_utf8(const struct key *key, struct str *out);   /* appends the character */

/* The command that key means in one of where, else in WHERE_GLOBAL; CMD_COUNT:
 * none. Where keys are text, those that are characters mean nothing. */
enum command_id key_command(unsigned where, bool text, const struct key *key);

/* The first key of a command, as the key bar shows it; where keys are text, the
 * first that is no character. Nothing is added when there is none. */
void key_label(const struct command *cmd, bool text, struct str *out);

#endif
