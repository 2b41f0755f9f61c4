/*
 * Keys: a code, a name for people and tables, and what the command table says
 * a key does.
 */
#ifndef ISMS_TUI_KEYS_H
#define ISMS_TUI_KEYS_H

#include <stdbool.h>

#include "isms/app/command.h"
#include "isms/util/str.h"

#define KEY_CTRL(c) ((c) & 0x1f)

/* Beyond Unicode; what is below is the character itself (^A is 1). */
enum key_code {
	K_TAB = 9, K_ENTER = 13, K_ESC = 27, K_SPACE = 32, K_BACKSPACE = 127,
	K_FIRST = 0x110000,
	K_UP = K_FIRST, K_DOWN, K_LEFT, K_RIGHT, K_HOME, K_END, K_PGUP, K_PGDN, K_INS, K_DEL,
	K_STAB, K_PASTE, K_F1, K_F2, K_F3, K_F4, K_F5, K_F6, K_F7, K_F8, K_F9, K_F10, K_F11,
	K_F12,
	K_LAST,
	K_NONE,                  /* a sequence nobody knows: swallowed */
	K_ALT = 0x400000         /* added to what came after ESC at once */
};

struct key {
	int code;
};

/* Is it a character that a field takes as text? */
bool key_is_text(const struct key *key);
void key_utf8(const struct key *key, struct str *out);   /* appends the character */

/* "^S", "Enter", "F1", "a" as a code; 0: not a key. n bytes of name. */
int key_code(const char *name, size_t n);

/* The command that key means in one of where, else in WHERE_GLOBAL; CMD_COUNT:
 * none. Where keys are text, those that are characters mean nothing. */
enum command_id key_command(unsigned where, bool text, const struct key *key);

/* The first key of a command, as the key bar shows it; where keys are text, the
 * first that is no character. Nothing is added when there is none. */
void key_label(const struct command *cmd, bool text, struct str *out);

#endif
