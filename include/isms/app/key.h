/*
 * Keys by name, as the command table, the configuration and people write them:
 * "a", "^S", "Enter", "F1", "PgUp". A code is the character itself, or one of
 * these beyond Unicode. Nothing here knows of terminals.
 */
#ifndef ISMS_APP_KEY_H
#define ISMS_APP_KEY_H

#include <stddef.h>

#include "isms/util/str.h"

#define KEY_CTRL(c) ((c) & 0x1f)

/* Beyond Unicode; what is below is the character itself (^A is 1). */
enum key_code {
	K_TAB = 9, K_ENTER = 13, K_ESC = 27, K_SPACE = 32, K_BACKSPACE = 127,
	K_FIRST = 0x110000,
	K_UP = K_FIRST, K_DOWN, K_LEFT, K_RIGHT, K_HOME, K_END, K_PGUP, K_PGDN, K_INS, K_DEL,
	K_STAB, K_PASTE, K_MOUSE, K_F1, K_F2, K_F3, K_F4, K_F5, K_F6, K_F7, K_F8, K_F9, K_F10, K_F11,
	K_F12,
	K_LAST,
	K_NONE,                  /* a sequence nobody knows: swallowed */
	K_ALT = 0x400000         /* added to what came after ESC at once */
};

/* "^S", "Enter", "F1", "a" as a code; 0: not a key. n bytes of name. The names of
 * keys are told apart by case only where they are one letter. */
int key_code(const char *name, size_t n);

/* Appends the name of a code, which key_code() reads back. */
void key_show(int code, struct str *out);

#endif
