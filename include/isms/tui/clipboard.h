/*
 * Copying to where the user sits: OSC 52, which the terminal at the other end of
 * the link puts into its clipboard. It never answers, so what was done is "sent to
 * the terminal", not "copied".
 */
#ifndef ISMS_TUI_CLIPBOARD_H
#define ISMS_TUI_CLIPBOARD_H

#include "isms/tui/view.h"

/* More than terminals take; xterm's own limit is the smallest that matters. */
#define CLIPBOARD_MAX 74994

/* Sends text with the next frame; says so, or that it is too much. what completes
 * "%s sent to the terminal". Within tmux and screen it is wrapped for what is
 * around them, too. */
void clipboard_send(struct tui *tui, const char *text, const char *what);

/* The sequence itself, for n bytes of text, appended to out. tmux, screen: inside
 * of which of them. */
void clipboard_sequence(const char *text, size_t n, bool tmux, bool screen, struct str *out);

/* Appends a cell of a row: no tab or line break. */
void clipboard_cell(struct str *out, const char *text);

/* Sends n rows, their cells with tabs between. */
void clipboard_rows(struct tui *tui, const struct str *rows, size_t n);

/* Sends a line as a row: its text without the indent, and what stands at its right, or
 * NULL. */
void clipboard_line(struct tui *tui, const char *text, const char *right);

/* What the list acts on, a record a line: code and columns, tabs between. */
struct list;
void clipboard_list(struct tui *tui, const struct list *list);

/* A record as its own view shows it. */
void clipboard_record(struct tui *tui, const struct record *rec);

#endif
