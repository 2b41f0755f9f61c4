/* What a slow link has to carry: 80x24, xterm-256color. */
#include "config.h"

#include <string.h>
#include <unistd.h>

#include "screen.h"
#include "steps.h"
#include "tap.h"

#define FILE_NAME "sample.isms"

enum { START_MAX = 6000, KEY_MAX = 350, STORM = 200, IDLE_MS = 1500 };

static struct screen *in_list(struct tap *t)
{
	struct screen *s;

	steps_sample(t, FILE_NAME);
	s = steps_open(t, NULL, FILE_NAME);
	screen_keys(s, "5");
	screen_wait(s, ">R-0001");
	screen_settle(s);
	return s;
}

static void start(struct tap *t)
{
	struct screen_traffic sent;
	struct screen *s;

	steps_sample(t, FILE_NAME);
	s = steps_open(t, NULL, FILE_NAME);
	screen_wait(s, "Above appetite");
	screen_settle(s);
	sent = screen_bytes(s);
	tap_diag(t, "%zu bytes", sent.bytes);
	tap_ok(t, sent.bytes <= START_MAX, "the start: %zu bytes", sent.bytes);
	screen_bytes(s);
	screen_pump(s, IDLE_MS);
	tap_is_int(t, (long)screen_bytes(s).bytes, 0, "bytes while nothing happens");
	screen_keys(s, "q");
	screen_exit(s);
}

/* One key, one write; while the cursor stays on the page. */
static void cursor_key(struct tap *t)
{
	struct screen *s = in_list(t);

	screen_bytes(s);
	for (int i = 2; i <= 12; i++) {
		struct screen_traffic sent;

		screen_keys(s, "<Down>");
		screen_wait(s, tap_str(t, ">R-%04d", i));
		sent = screen_bytes(s);
		tap_ok(t, sent.bytes <= KEY_MAX, "key %d: %zu bytes", i, sent.bytes);
		tap_is_int(t, (long)sent.writes, 1, "its writes");
		screen_settle(s); /* the detail follows */
		screen_bytes(s);
	}
	screen_pump(s, IDLE_MS);
	tap_is_int(t, (long)screen_bytes(s).bytes, 0, "bytes while nothing happens");
	steps_leave(s);
}

/* None of many keys sent at once is lost, and not each is a frame. */
static void storm(struct tap *t)
{
	struct screen *s = in_list(t);
	char keys[STORM + 1];
	struct screen_traffic sent;

	/* to the end and 20 up: had one been lost, the cursor stood elsewhere */
	screen_keys(s, "g");
	screen_settle(s);
	screen_bytes(s);
	memset(keys, 'j', STORM - 20);
	memset(keys + STORM - 20, 'k', 20);
	screen_send(s, keys, STORM);
	screen_wait(s, ">R-0025");
	screen_wait_row(s, 0, "25/45");
	screen_settle(s);
	sent = screen_bytes(s);
	tap_ok(t, sent.bytes < STORM * 50, "%d keys at once: %zu bytes", STORM, sent.bytes);
	/* and as text */
	screen_keys(s, "e");
	screen_wait(s, "> Risk*");
	screen_keys(s, "<C-u>");
	memset(keys, 'x', STORM);
	memcpy(keys + STORM - 3, "end", 4);
	screen_send(s, keys, STORM);
	screen_wait(s, "end");
	screen_keys(s, "<C-s>");
	screen_wait(s, "saved R-0025");
	tap_is(t, steps_value(t, FILE_NAME, "risk/R-0025", "title"), keys, "all of it");
	steps_leave(s);
}

/*
 * A link slower than who types: nothing is read while whole screens are asked for,
 * so that the program stands in the middle of a write; then all of it. Every key
 * counts once, and what was overtaken is not drawn.
 */
static void slow_link(struct tap *t)
{
	struct screen *s = in_list(t);
	struct screen_traffic sent;

	screen_bytes(s);
	for (int i = 0; i < 40; i++) {
		screen_send_blind(s, "\014j", 2); /* draw anew, down */
		usleep(2000);
	}
	screen_wait(s, ">R-0041");
	screen_wait_row(s, 0, "41/45");
	screen_settle(s);
	screen_wait(s, ">R-0041");
	sent = screen_bytes(s);
	tap_ok(t, sent.bytes < 40 * 1500, "40 screens asked for: %zu bytes", sent.bytes);
	tap_diag(t, "%zu bytes for 40 screens", sent.bytes);
	screen_keys(s, "D"); /* a question: what was held must not answer it */
	screen_wait(s, "No");
	screen_send(s, "jjjjjjjjjj", 10);
	screen_settle(s);
	screen_keys(s, "<Esc>");
	screen_wait(s, ">R-0041");
	steps_leave(s);
}

static const struct tap_case cases[] = {
	{.name = "start", .run = start},
	{.name = "cursor-key", .run = cursor_key},
	{.name = "storm", .run = storm},
	{.name = "slow-link", .run = slow_link},
};

int main(int argc, char **argv)
{
	return tap_run(cases, sizeof(cases) / sizeof(*cases), argc, argv);
}
