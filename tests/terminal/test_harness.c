/* The harness itself, on shell scripts that print known sequences. */
#include "config.h"

#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "cli.h"
#include "files.h"
#include "screen.h"
#include "tap.h"

/* Echo off and every key as it comes, as a screen program has it. */
#define RAW "stty -icanon -echo -icrnl -isig -ixon min 1; "

/* Shows the next n bytes in hexadecimal, without blanks. */
#define SHOW(n) "dd bs=1 count=" #n " 2>/dev/null | od -An -v -tx1 | tr -d ' \\n'; "

static struct screen *script_with(struct tap *t, struct screen_opts opts, const char *text)
{
	opts.run.binary = "/bin/sh";
	return screen_run(t, &opts, (const char *const[]){"-c", text, NULL});
}

static struct screen *script(struct tap *t, const char *text)
{
	return script_with(t, (struct screen_opts){.rows = 6, .cols = 40}, text);
}

/* -- text ---------------------------------------------------------------------- */

static void waits(struct tap *t)
{
	struct screen *s = script(t, RAW "printf ready; read x; printf '\\033[2Jdone'; read x");

	screen_wait(s, "ready");
	tap_ok(t, !screen_has(s, "done"), "what is not there yet is not found");
	screen_keys(s, "\n");
	screen_wait(s, "done");
	screen_wait_gone(s, "ready");
	screen_keys(s, "\n");
	tap_is_int(t, screen_exit(s), 0, "the script ends");
}

static void text(struct tap *t)
{
	struct screen *s =
		script(t, "printf 'one\\r\\n  \\346\\274\\242x e\\314\\201!\\r\\n\\n\\nlast'");
	int row, col;

	screen_wait_row(s, 4, "last");
	tap_is(t, screen_line(s, 0), "one", "the first line");
	tap_is(t, screen_line(s, 1), "  漢x e\xcc\x81!", "wide and combining characters");
	tap_is(t, screen_line(s, -2), "last", "counted from the bottom");
	tap_is(t, screen_line(s, 99), "", "a row that is not there");
	tap_is(t, screen_text(s), "one\n  漢x e\xcc\x81!\n\n\nlast\n\n", "the whole text");
	tap_ok(t, screen_find(s, "x e", &row, &col) && row == 1 && col == 4,
	       "a wide character takes two columns: %d, %d", row, col);
	tap_is_int(t, screen_attr(s, 1, 2).width, 2, "left half");
	tap_is_int(t, screen_attr(s, 1, 3).width, 0, "right half");
	screen_exit(s);
}

static void cursor(struct tap *t)
{
	struct screen *s = script(t, RAW "printf '\\033[3;5H'; read x");
	int row, col;

	screen_wait_cursor(s, 2, 4);
	screen_cursor(s, &row, &col);
	tap_is_int(t, row, 2, "row, from 0");
	tap_is_int(t, col, 4, "column, from 0");
}

static void attributes(struct tap *t)
{
	struct screen *s = script(t, "printf '\\033[1;4;31ma\\033[0;7mb\\033[0;38;5;202;48;5;7mc"
				     "\\033[0;38;2;1;2;3md\\033[0me'");
	struct screen_attr a;

	screen_wait(s, "abcde");
	a = screen_attr(s, 0, 0);
	tap_ok(t, a.bold && a.underline && !a.reverse && a.fg == 1 && a.bg == SCREEN_DEFAULT, "a");
	a = screen_attr(s, 0, 1);
	tap_ok(t, !a.bold && a.reverse && a.fg == SCREEN_DEFAULT, "b");
	a = screen_attr(s, 0, 2);
	tap_ok(t, a.fg == 202 && a.bg == 7, "c: %d on %d", a.fg, a.bg);
	a = screen_attr(s, 0, 3);
	tap_ok(t, a.fg == SCREEN_RGB + 0x010203, "d: %x", (unsigned)a.fg);
	a = screen_attr(s, 0, 4);
	tap_ok(t, a.fg == SCREEN_DEFAULT && a.bg == SCREEN_DEFAULT && a.width == 1, "e");
	tap_ok(t, !screen_colourless(s), "there is colour");
	s = script(t, "printf '\\033[1;7mplain'");
	screen_wait(s, "plain");
	tap_ok(t, screen_colourless(s), "there is none");
}

static void messages(struct tap *t)
{
	struct screen *s =
		script(t, "printf '\\033]2;A title\\033\\\\\\a\\033]52;c;QUJD\\033\\\\end'");

	screen_wait(s, "end");
	tap_is(t, screen_title(s), "A title", "title");
	tap_is(t, screen_osc(s), "52;c;QUJD", "clipboard");
	tap_is_int(t, screen_bells(s), 1, "bells");
}

static void traffic(struct tap *t)
{
	struct screen *s = script(t, RAW "printf 12345; read x; printf 1234567; read x");
	struct screen_traffic n;

	screen_wait(s, "12345");
	tap_is_int(t, (long)screen_bytes(s).bytes, 5, "bytes so far");
	screen_settle(s);
	tap_is_int(t, (long)screen_bytes(s).bytes, 0, "none since");
	screen_keys(s, "\n");
	screen_settle(s);
	n = screen_bytes(s);
	tap_is_int(t, (long)n.bytes, 7, "bytes after a key");
	tap_is_int(t, (long)n.writes, 1, "writes after a key");
}

/* -- keys ---------------------------------------------------------------------- */

static void sends(struct tap *t, const char *term, const char *init, const char *keys,
		  const char *hex)
{
	struct screen_opts opts = {.rows = 6, .cols = 80, .run.term = term};
	char *text = tap_str(t,
			     RAW "printf '%sready '; dd bs=1 count=%zu 2>/dev/null |"
				 "od -An -v -tx1 | tr -d ' \\n'; echo .; read x",
			     init, strlen(hex) / 2);
	struct screen *s = script_with(t, opts, text);

	screen_wait(s, "ready");
	screen_keys(s, keys);
	screen_wait(s, ".");
	tap_is(t, screen_line(s, 0), tap_str(t, "ready %s.", hex), "%s on %s", keys, term);
	screen_free(s);
}

static void keys(struct tap *t)
{
	const char *x = "xterm-256color";

	sends(t, x, "", "aé<lt><Enter><Tab><BS><Space><C-s><C-@><M-x>", "61c3a93c0d097f2013001b78");
	sends(t, x, "", "<Up><Down*2><Home><PgUp><Del><S-Tab>",
	      "1b5b411b5b421b5b421b5b481b5b357e1b5b337e1b5b5a");
	sends(t, x, "", "<F1><F5><F12><S-Up>", "1b4f501b5b31357e1b5b32347e1b5b313b3241");
	sends(t, x, "\\033[?1h\\033=", "<Up><End><Enter>", "1b4f411b4f460d");
	sends(t, x, "", "<PasteOn>p<PasteOff>", "70");
	sends(t, x, "\\033[?2004h", "<PasteOn>p<PasteOff>", "1b5b3230307e701b5b3230317e");
}

static void keys_of_terminals(struct tap *t)
{
	sends(t, "vt100", "\\033[?1h\\033=", "<Up><F5><BS>", "1b4f411b4f7408");
	sends(t, "vt100", "", "<Up><F1>", "1b5b411b4f50");
	sends(t, "linux", "", "<F1><Home><BS>", "1b5b5b411b5b317e7f");
	sends(t, "no-such-terminal", "", "<F5>", "1b5b31357e");
}

/* Two readings of a key mean a pause between them: time 1 ends a read after 0.1 s. */
static void escape(struct tap *t)
{
	struct screen_opts opts = {.run.env = (const char *const[]){"ESCDELAY=250", NULL}};
	struct screen *s =
		script_with(t, opts,
			    RAW "printf ready; stty min 1 time 1; " SHOW(
				    3) "printf '.'; dd bs=9 count=1 2>/dev/null | od -An -tx1;"
				       "printf '.'; dd bs=9 count=1 2>/dev/null | od -An -tx1;"
				       "echo end; read x");

	screen_wait(s, "ready");
	screen_keys(s, "abc");
	screen_wait(s, "616263");
	screen_keys(s, "<Esc>x");
	screen_wait(s, "end");
	tap_ok(t, screen_has(s, ". 1b") && !screen_has(s, "1b 78"), "Esc stands alone");
	tap_is(t, screen_line(s, 1), ". 78", "x comes after it");
}

/* -- the terminal ---------------------------------------------------------------- */

static void resize(struct tap *t)
{
	struct screen *s = script(t, "trap 'stty size' WINCH; echo ready; stty size;"
				     "while :; do sleep 9 & wait; done");

	screen_wait(s, "ready");
	screen_wait(s, "6 40");
	screen_resize(s, 30, 100);
	screen_wait(s, "30 100");
	screen_resize(s, 3, 20);
	screen_wait(s, "3 20");
}

/* libvterm crashed here: a wide character where there is no room. */
static void tiny(struct tap *t)
{
	struct screen *s = script_with(t, (struct screen_opts){.rows = 1, .cols = 1},
				       "printf '漢漢'; printf 'x'; read x; printf '漢漢z'");

	screen_wait(s, "x");
	screen_resize(s, 2, 1);
	screen_resize(s, 1, 1);
	screen_keys(s, "\n");
	tap_is_int(t, screen_exit(s), 0, "lives");
}

static void modes(struct tap *t)
{
	struct screen *s =
		script(t, RAW "printf '\\033[?1049h\\033[?25l\\033[?1h\\033[?2004h\\033[?1000hon';"
			      "read x; stty sane;"
			      "printf '\\033[?1049l\\033[?25h\\033[?1l\\033[?2004l\\033[?1000l'");
	struct screen_modes m;

	screen_wait(s, "on");
	m = screen_modes(s);
	tap_ok(t, m.alternate && !m.cursor && m.app_cursor && m.paste && m.mouse == 1, "all set");
	tap_ok(t, !m.echo && !m.canonical && !m.signals && !m.flow, "tty raw");
	screen_keys(s, "\n");
	tap_is_int(t, screen_exit(s), 0, "ends");
	m = screen_modes(s);
	tap_ok(t, !m.alternate && m.cursor && !m.app_cursor && !m.paste && !m.mouse, "none set");
	tap_ok(t, m.echo && m.canonical && m.signals, "tty sane");
}

static void restored(struct tap *t)
{
	struct screen *s = script(t, "printf '\\033[?1049hon'; printf '\\033[?1049l'");

	screen_exit(s);
	screen_restored(s);
}

static void leaves_alternate(struct tap *t)
{
	struct screen *s = script(t, "printf '\\033[?1049hon'");

	screen_exit(s);
	screen_restored(s);
}

static void leaves_echo_off(struct tap *t)
{
	struct screen *s = script(t, "stty -echo");

	screen_exit(s);
	screen_restored(s);
}

static void not_restored(struct tap *t)
{
	tap_fails(t, leaves_alternate, "the alternate screen is left");
	tap_fails(t, leaves_echo_off, "the terminal's settings");
}

/* -- the end ---------------------------------------------------------------------- */

static void ends(struct tap *t)
{
	struct screen *s = script(t, "printf 'last words'; exit 3");

	tap_is_int(t, screen_exit(s), 3, "exit status");
	tap_is_int(t, screen_killed(s), 0, "no signal");
	tap_ok(t, screen_has(s, "last words"), "what was written before is there");
	s = script(t, "printf up; read x");
	screen_wait(s, "up");
	screen_signal(s, SIGTERM);
	tap_is_int(t, screen_exit(s), 128 + SIGTERM, "killed");
	tap_is_int(t, screen_killed(s), SIGTERM, "by that signal");
	s = script(t, "printf up; exec sleep 60");
	screen_wait(s, "up");
	screen_keys(s, "<C-c>");
	tap_is_int(t, screen_exit(s), 128 + SIGINT, "^C reaches the foreground");
}

static void stops(struct tap *t)
{
	struct screen_opts opts = {.run.binary = "cat"};
	struct screen *s = screen_run(t, &opts, NULL);

	screen_keys(s, "first<Enter>");
	screen_wait_row(s, 1, "first");
	screen_keys(s, "<C-z>");
	screen_wait_stopped(s);
	screen_continue(s);
	tap_ok(t, !screen_stopped(s), "goes on");
	screen_keys(s, "second<Enter>");
	screen_wait_row(s, 3, "second");
	screen_keys(s, "<C-d>");
	tap_is_int(t, screen_exit(s), 0, "ends");
}

static void hangup(struct tap *t)
{
	struct screen *other = script(t, "printf other; read x");
	struct screen *s = script(t, "trap 'echo hup >got; exit 9' HUP; printf up;"
				     "while :; do sleep 9 & wait; done");
	char *got;

	screen_wait(other, "other");
	screen_wait(s, "up");
	screen_hangup(s);
	tap_is_int(t, screen_exit(s), 9, "the trap ran");
	file_read(t, "got", &got);
	tap_is(t, got, "hup\n", "the signal");
	tap_ok(t, !screen_ended(other), "the other session goes on");
}

/* -- controls ----------------------------------------------------------------------- */

static void never_comes(struct tap *t)
{
	struct screen_opts opts = {.wait_ms = 200};
	struct screen *s = script_with(t, opts, "printf 'something else'; read x");

	screen_wait(s, "something else");
	screen_wait(s, "never");
}

static void never_goes(struct tap *t)
{
	struct screen_opts opts = {.wait_ms = 200};
	struct screen *s = script_with(t, opts, "printf stays; read x");

	screen_wait(s, "stays");
	screen_wait_gone(s, "stays");
}

static void dies(struct tap *t)
{
	screen_wait(script(t, "kill -SEGV $$"), "never");
}

static void unknown_key(struct tap *t)
{
	screen_keys(script(t, "read x"), "<Nonsense>");
}

static void no_binary(struct tap *t)
{
	struct screen_opts opts = {.run.binary = "/nonexistent"};

	screen_run(t, &opts, NULL);
}

static void wrong(struct tap *t)
{
	tap_is(t, "a", "b", "they are equal");
	tap_diag(t, "and on it goes");
}

static void leaves_report(struct tap *t)
{
	struct screen *s = script(t, "echo 'ERROR: fake' >${ASAN_OPTIONS##*log_path=}.1");

	screen_exit(s);
}

static void controls(struct tap *t)
{
	tap_fails(t, never_comes, "waited in vain for 'never'");
	tap_fails(t, never_comes, "|something else");
	tap_fails(t, never_goes, "waited in vain for 'stays' to go");
	tap_fails(t, dies, "it died");
	tap_fails(t, unknown_key, "there is no key <Nonsense>");
	tap_fails(t, no_binary, "cannot find '/nonexistent'");
	tap_fails(t, wrong, "failed: they are equal");
	tap_fails(t, wrong, "and on it goes");
	tap_fails(t, leaves_report, "ERROR: fake");
}

/* -- golden screens --------------------------------------------------------------- */

static void shows(struct tap *t, const char *words)
{
	struct screen *s = script(t, tap_str(t, "printf '%s'; read x", words));

	screen_wait(s, "line");
	screen_match(s, "golden/sample");
}

static void differs(struct tap *t)
{
	shows(t, "line one\\r\\nline 2");
}

static void golden(struct tap *t)
{
	char *text;

	setenv("ISMS_SRCDIR", tap_dir(t), 1);
	unsetenv("ISMS_UPDATE_GOLDEN");
	file_mkdir(t, "tests");
	file_mkdir(t, "tests/terminal");
	file_mkdir(t, "tests/terminal/golden");
	setenv("ISMS_TEST_SLOW", "0.1", 1); /* the controls need their whole time */
	tap_fails(t, differs, "ISMS_UPDATE_GOLDEN=1 writes it");
	setenv("ISMS_UPDATE_GOLDEN", "1", 1);
	shows(t, "line one\\r\\nline two");
	unsetenv("ISMS_UPDATE_GOLDEN");
	file_read(t, "tests/terminal/golden/sample.txt", &text);
	tap_is(t, text, "line one\nline two\n\n\n\n\n", "written");
	shows(t, "line one\\r\\nline two");
	tap_fails(t, differs, "2 -|line two|");
	tap_fails(t, differs, "2 +|line 2|");
}

/* -- without a terminal -------------------------------------------------------------- */

static void cli(struct tap *t)
{
	const char *const args[] = {"-c", "cat; echo message >&2; exit 4", NULL};
	const char *const dies_of[] = {"-c", "kill -9 $$", NULL};
	struct spawn_opts opts = {.binary = "/bin/sh"};
	struct cli c;

	cli_run(t, &c, &opts, "input\n", args);
	tap_is_int(t, c.status, 4, "status");
	tap_is(t, c.out, "input\n", "output");
	tap_is(t, c.err, "message\n", "messages");
	cli_run(t, &c, &opts, NULL, dies_of);
	tap_is_int(t, c.status, 137, "a signal");
	tap_ok(t, c.nout == 0 && c.nerr == 0, "nothing was written");
}

static void environment(struct tap *t)
{
	const char *const env[] = {"EXTRA=1", "TZ=CET", "XDG_STATE_HOME", NULL};
	const char *const args[] = {"-c",
				    "echo $HOME $TERM $LC_ALL $TZ $EXTRA $XDG_STATE_HOME."
				    "$SURPRISE; pwd",
				    NULL};
	struct spawn_opts opts = {.binary = "/bin/sh", .term = "vt220", .env = env};
	struct cli c;

	setenv("SURPRISE", "leak", 1);
	cli_run(t, &c, &opts, NULL, args);
	tap_is(t, c.out, tap_str(t, "%s/home vt220 C.UTF-8 CET 1 .\n%s\n", tap_dir(t), tap_dir(t)),
	       "as asked, nothing more");
}

static void today(struct tap *t)
{
	struct cli c;

	setenv("ISMS_BIN", "/bin/echo", 1);
	cli_do(t, &c, "list", "risk", NULL);
	tap_is(t, c.out, "--today " SPAWN_TODAY " list risk\n", "the date is pinned");
}

static void without_root(struct tap *t)
{
	const char *const args[] = {"-c", "id -u; touch /not-ours", NULL};
	struct spawn_opts opts = {.binary = "/bin/sh", .drop_root = true};
	struct cli c;

	if (!spawn_can_drop())
		tap_skip(t, "not run by root");
	chmod(tap_dir(t), 0755);
	cli_run(t, &c, &opts, NULL, args);
	tap_is(t, c.out, tap_str(t, "%d\n", SPAWN_NOBODY), "became nobody");
	tap_ok(t, c.status != 0 && !file_exists(t, "/not-ours"), "and cannot write everywhere");
}

static void files(struct tap *t)
{
	file_write(t, "a", "text\n");
	chmod(file_path(t, "a"), 0640);
	file_copy(t, "a", "b");
	tap_ok(t, file_same(t, "a", "b"), "a copy is the same");
	tap_is_int(t, (long)file_mode(t, "b"), 0640, "with its mode");
	file_write(t, "b", "text");
	tap_ok(t, !file_same(t, "a", "b"), "a shorter one is not");
	file_mkdir(t, "d");
	file_write(t, "d/e", "");
	chmod(file_path(t, "d"), 0);
	tap_ok(t, file_rmtree(file_path(t, "d")) && !file_exists(t, "d"), "a tree is removed");
}

static const struct tap_case cases[] = {
	{.name = "waits", .run = waits},
	{.name = "text", .run = text},
	{.name = "cursor", .run = cursor},
	{.name = "attributes", .run = attributes},
	{.name = "messages", .run = messages},
	{.name = "traffic", .run = traffic},
	{.name = "keys", .run = keys},
	{.name = "keys of other terminals", .run = keys_of_terminals},
	{.name = "escape", .run = escape},
	{.name = "resize", .run = resize},
	{.name = "tiny", .run = tiny},
	{.name = "modes", .run = modes},
	{.name = "restored", .run = restored},
	{.name = "not restored", .run = not_restored},
	{.name = "ends", .run = ends},
	{.name = "stops and goes on", .run = stops},
	{.name = "hangup", .run = hangup},
	{.name = "controls", .run = controls},
	{.name = "golden screens", .run = golden},
	{.name = "without a terminal", .run = cli},
	{.name = "environment", .run = environment},
	{.name = "today", .run = today},
	{.name = "without root", .run = without_root},
	{.name = "files", .run = files},
};

int main(int argc, char *argv[])
{
	return tap_run(cases, sizeof(cases) / sizeof(*cases), argc, argv);
}
