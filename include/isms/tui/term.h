/*
 * The terminal: modes, signals, what goes out (one write a frame) and the
 * bytes that come in. Above it nobody knows file descriptors.
 */
#ifndef ISMS_TUI_TERM_H
#define ISMS_TUI_TERM_H

#include <stdbool.h>

#include "isms/tui/keys.h"
#include "isms/util/err.h"
#include "isms/util/str.h"

struct terminal;

/* Takes the terminal over. notice receives what the user should know (TERM was
 * not known, so xterm was tried). ERR_USAGE where there is none to draw on. */
bool term_open(struct terminal **term, struct str *notice, struct err *err);
void term_close(struct terminal **term);     /* restores it */

bool term_utf8(const struct terminal *term);

/* Writes what changed on ncurses' screen since the last frame, by one write(). */
void term_frame(struct terminal *term);
void term_repaint(struct terminal *term);    /* the next frame draws everything */

/* Has the window changed its size? Then ncurses knows the new one. */
bool term_resized(struct terminal *term);

/* The next key, waiting wait_ms at most; false: none came. */
bool term_key(struct terminal *term, int wait_ms, struct key *key);
bool term_key_waits(struct terminal *term);

/* Was Esc or ^C pressed? Takes it; the keys before it are kept for term_key(). */
bool term_cancels(struct terminal *term);

/* What was pasted; valid until the next term_key(). */
const char *term_paste(const struct terminal *term);

/* What K_MOUSE did; valid until the next term_key(). */
struct mouse;
const struct mouse *term_mouse_at(const struct terminal *term);

/* Bytes for the terminal itself, behind the next frame. */
void term_send(struct terminal *term, const char *bytes, size_t n);

/* Asks the terminal for clicks and the wheel, or gives them back to it. */
void term_mouse(struct terminal *term, bool on);

/* The signal that asks us to end (TERM, HUP), 0: none. Loss of input is HUP. */
int term_signal(const struct terminal *term);

void term_suspend(struct terminal *term);    /* ^Z; returns when continued */
void term_leave(struct terminal *term);      /* to let another program draw … */
void term_return(struct terminal *term);     /* … and back */

#endif
