/*
 * The program on a screen: a pseudo-terminal behind libvterm. Keys go in,
 * text comes out; a test waits for text and never sleeps.
 *
 *	struct screen *s = screen_start(t, 24, 80, "acme.isms", NULL);
 *	screen_wait(s, "Dashboard");
 *	screen_keys(s, "j<Enter>/vpn<Enter><C-s>");
 *	screen_wait(s, "1/120");
 *	screen_match(s, "golden/risks-filtered");
 *	screen_keys(s, "<Esc>q");
 *	tap_is_int(t, screen_exit(s), 0, "left with q");
 *	screen_restored(s);
 *
 * Rows and columns count from 0; a negative row from the bottom, -1 is the
 * last. Whatever fails within a wait (limit 10 s times $ISMS_TEST_SLOW, or
 * the program ended) prints the screen and ends the case as failed. Wait for
 * the first text before the first key: until then the terminal's line
 * discipline still edits and echoes.
 *
 * Limits of libvterm 0.1.4: at most 6 code points a cell; its own table of
 * widths, which for new emoji may differ from libc's; a window of one column
 * is emulated with two.
 */
#ifndef ISMS_TESTS_SCREEN_H
#define ISMS_TESTS_SCREEN_H

#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>

#include "spawn.h"
#include "tap.h"

struct screen;

struct screen_opts {
	int rows, cols;	       /* 0: 24, 80 */
	int wait_ms;	       /* limit of a wait; 0: 10000 */
	struct spawn_opts run; /* .run.term = "vt100" … */
};

/*
 * Starts the program; the arguments follow its name and end with NULL. opts
 * may be NULL. The case owns the screen: screen_free() is for those who want
 * it gone before the end (the program is killed if it still runs).
 */
struct screen *screen_start(struct tap *t, int rows, int cols, ...) __attribute__((sentinel));
struct screen *screen_run(struct tap *t, const struct screen_opts *opts, const char *const args[]);
void screen_free(struct screen *s);

/*
 * Keys. Each character stands for itself, but <…> is one of
 *   Enter Esc Tab S-Tab Space BS Del Ins Up Down Left Right Home End PgUp
 *   PgDn F1 … F12   C-a … C-z C-@ C-[ C-\ C-] C-^ C-_   M-x (Esc x at once)
 *   S-Up C-Left …  (S-, M-, C- before a named key, xterm only)
 *   lt (<)   PasteOn PasteOff (brackets, sent only if the program asked)
 * and <Down*12> repeats. What is sent: for TERM=xterm* what xterm sends, with
 * regard to the cursor key mode the program set; for other TERMs what
 * terminfo says, and xterm's where it says nothing. After Esc the next key
 * waits until the program has read it and 60 ms (or ESCDELAY + 35) went by,
 * so that it cannot be taken for Alt.
 */
void screen_keys(struct screen *s, const char *keys);
void screen_send(struct screen *s, const char *bytes, size_t n); /* as they are, no pause */
/* The same without reading what the program writes, a few bytes: a slow link. */
void screen_send_blind(struct screen *s, const char *bytes, size_t n);
size_t screen_unread(struct screen *s); /* bytes sent the program has not read (raw mode) */

/* Waits: until text stands in one line, or in none, or in that row. */
void screen_wait(struct screen *s, const char *text);
void screen_wait_gone(struct screen *s, const char *text);
void screen_wait_row(struct screen *s, int row, const char *text);
void screen_wait_cursor(struct screen *s, int row, int col);

/* Any condition; `what` completes "waited for …". */
void screen_wait_for(struct screen *s, bool (*cond)(struct screen *s, const void *arg),
		     const void *arg, const char *what);

/*
 * Waits until all keys were read, the program sleeps, and nothing was written
 * for 80 ms times $ISMS_TEST_SLOW (1 at least). Sparingly: where nothing on
 * the screen tells. screen_pump() reads what comes within ms and returns the
 * bytes; it serves tests that count.
 */
void screen_settle(struct screen *s);
size_t screen_pump(struct screen *s, int ms);

/* What is there now (what was written so far is read first). Strings: the case owns them. */
bool screen_has(struct screen *s, const char *text);
bool screen_find(struct screen *s, const char *text, int *row, int *col); /* first; cells */
const char *screen_line(struct screen *s, int row); /* UTF-8, blanks at the end cut */
const char *screen_text(struct screen *s);	    /* all lines, each with its \n */
void screen_size(const struct screen *s, int *rows, int *cols);
void screen_cursor(struct screen *s, int *row, int *col);
void screen_dump(struct screen *s); /* as diagnosis */

/*
 * The whole screen equals the file `name`.txt under tests/terminal, as
 * file_golden(); it is given 3 s to become so. A check: the case goes on.
 */
bool screen_match(struct screen *s, const char *name);
bool screen_match_rows(struct screen *s, const char *name, int first, int n); /* n rows of it */

/* A cell. Colours: SCREEN_DEFAULT, 0 … 255 of the palette, or SCREEN_RGB + 0xrrggbb. */
#define SCREEN_DEFAULT (-1)
#define SCREEN_RGB 0x1000000

struct screen_attr {
	bool bold, underline, italic, blink, reverse, strike;
	int fg, bg;
	int width; /* of the character: 1, 2; 0 for the right half of a wide one */
};

struct screen_attr screen_attr(struct screen *s, int row, int col);

/* True if no cell has a colour; attributes such as bold and reverse are not looked at. */
bool screen_colourless(struct screen *s);

/* The terminal's modes, as the program has set them, or left them after its end. */
struct screen_modes {
	bool alternate;			     /* alternate screen */
	bool cursor;			     /* cursor visible */
	bool app_cursor;		     /* cursor keys send ESC O */
	bool paste;			     /* pasted text is bracketed */
	int mouse;			     /* 0 off, 1 click, 2 drag, 3 move */
	bool echo, canonical, signals, flow; /* tty: ECHO, ICANON, ISIG, IXON */
};

struct screen_modes screen_modes(struct screen *s);
bool screen_restored(struct screen *s); /* a check: all modes are as before the start */

const char *screen_title(struct screen *s); /* window title, "" if never set */
const char *screen_osc(struct screen *s);   /* last OSC or DCS not of the emulator: "52;c;…" */
unsigned screen_bells(const struct screen *s);

/* What the program wrote since the last call. Writes: our reads, so a lower bound. */
struct screen_traffic {
	size_t bytes, writes;
};

struct screen_traffic screen_bytes(struct screen *s);

/* From outside. */
void screen_resize(struct screen *s, int rows, int cols);
void screen_signal(struct screen *s, int sig);
void screen_hangup(struct screen *s);	    /* the link drops */
void screen_wait_stopped(struct screen *s); /* by ^Z */
void screen_continue(struct screen *s);	    /* what `fg` does */
bool screen_stopped(struct screen *s);
bool screen_ended(struct screen *s);
pid_t screen_pid(const struct screen *s);
struct tap *screen_tap(const struct screen *s); /* the case it belongs to */

/* Waits for the end; exit status, or 128+signal. screen_killed(): that signal, or 0. */
int screen_exit(struct screen *s);
int screen_killed(const struct screen *s);

#endif
