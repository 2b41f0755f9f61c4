/*
 * Bytes from a terminal become keys. An own decoder and not ncurses', because
 * that one hands an unknown sequence out as Esc and letters, which then are
 * commands; and because a paste has to come as one.
 */
#ifndef ISMS_TUI_INPUT_H
#define ISMS_TUI_INPUT_H

#include <stdbool.h>

#include "isms/tui/keys.h"

struct input;

/* Call it after setupterm: the terminal's own sequences are in terminfo. */
struct input *input_new(int fd);
void input_free(struct input **in);

/* The next key within wait_ms; false: none. Esc is one when nothing follows
 * within $ESCDELAY, else 100 ms over SSH, else 25 ms. */
bool input_key(struct input *in, int wait_ms, struct key *key);

/* Reads ahead, without waiting, what input_key() will give. True: up to an Esc or a ^C,
 * which is taken out. */
bool input_cancels(struct input *in);

/* What the mouse did; of K_MOUSE. Rows and columns count from 0. */
enum { MOUSE_LEFT = 0, MOUSE_WHEEL_UP = 64, MOUSE_WHEEL_DOWN = 65 };
struct mouse {
	int button, y, x;
};
const struct mouse *input_mouse(const struct input *in);

bool input_waits(struct input *in);            /* is there something to read? */
bool input_gone(const struct input *in);       /* end of input, or an I/O error */
const char *input_paste(const struct input *in);

#endif
