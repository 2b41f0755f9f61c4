#include "config.h"

#include "isms/tui/term.h"

#include <curses.h>
#include <errno.h>
#include <langinfo.h>
#include <locale.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <term.h>
#include <termios.h>
#include <unistd.h>

#include "isms/tui/input.h"
#include "isms/util/i18n.h"
#include "isms/util/mem.h"

#undef lines
#undef columns

#define PASTE_ON "\033[?2004h"
#define PASTE_OFF "\033[?2004l"
#define MOUSE_ON "\033[?1000h\033[?1006h"
#define MOUSE_OFF "\033[?1006l\033[?1000l"

struct terminal {
	SCREEN *screen;
	FILE *out;  /* ncurses writes to this one's descriptor … */
	int tty;    /* … which is the terminal but for the time of a frame, */
	int memory; /* when it is this file */
	bool utf8;
	bool mouse;
	bool moused; /* it was on: may still be where the last frame left it so */
	bool away; /* another program has the terminal */
	struct str frame;
	struct str hello; /* goes out with the next frame */
	struct input *input;
	struct sigaction old[NSIG];
};

/* All that signal handlers may touch; there is one terminal in a process. */
static struct {
	volatile sig_atomic_t resized, ending, broken;
	struct termios before;
	char bye[256]; /* what restores the terminal without ncurses */
	size_t nbye;
	int fd;
} sig;

static const int ending_signals[] = {SIGTERM, SIGHUP};
static const int broken_signals[] = {SIGSEGV, SIGABRT, SIGBUS, SIGFPE, SIGILL};
#define LENGTH(a) (sizeof(a) / sizeof((a)[0]))

static void on_resize(int number)
{
	(void)number;
	sig.resized = 1;
}

static void on_ending(int number)
{
	sig.ending = number;
}

/* Restores the terminal by what may be called here, then dies of the signal. */
static void on_broken(int number)
{
	if (sig.broken == 0) {
		sig.broken = 1;
		if (write(sig.fd, sig.bye, sig.nbye) >= 0)
			tcsetattr(sig.fd, TCSANOW, &sig.before);
	}
	signal(number, SIG_DFL);
	raise(number);
}

static void handle(struct terminal *term, int number, void (*handler)(int))
{
	struct sigaction sa;

	memset(&sa, 0, sizeof(sa));
	sigemptyset(&sa.sa_mask);
	sa.sa_handler = handler;
	sigaction(number, &sa, &term->old[number]);
}

/* No SA_RESTART: a write that blocks must end when we are asked to. */
static void handle_signals(struct terminal *term)
{
	sig.resized = sig.ending = sig.broken = 0;
	handle(term, SIGWINCH, on_resize);
	handle(term, SIGPIPE, SIG_IGN);
	handle(term, SIGINT, SIG_IGN);
	for (size_t i = 0; i < LENGTH(ending_signals); i++)
		handle(term, ending_signals[i], on_ending);
	for (size_t i = 0; i < LENGTH(broken_signals); i++)
		handle(term, broken_signals[i], on_broken);
}

static void restore_signals(struct terminal *term)
{
	sigaction(SIGWINCH, &term->old[SIGWINCH], NULL);
	sigaction(SIGPIPE, &term->old[SIGPIPE], NULL);
	sigaction(SIGINT, &term->old[SIGINT], NULL);
	for (size_t i = 0; i < LENGTH(ending_signals); i++)
		sigaction(ending_signals[i], &term->old[ending_signals[i]], NULL);
	for (size_t i = 0; i < LENGTH(broken_signals); i++)
		sigaction(broken_signals[i], &term->old[broken_signals[i]], NULL);
}

/* A string of terminfo without its padding, or "". */
static void add_cap(struct str *out, const char *name)
{
	const char *s = tigetstr((char *)(size_t)name);

	if (s == NULL || s == (const char *)-1)
		s = "";
	while (*s != '\0') {
		if (s[0] == '$' && s[1] == '<' && strchr(s, '>') != NULL)
			s = strchr(s, '>') + 1;
		else
			str_addc(out, *s++);
	}
}

static void say_hello(struct terminal *term)
{
	add_cap(&term->hello, "smkx");
	str_add(&term->hello, PASTE_ON);
	if (term->mouse)
		str_add(&term->hello, MOUSE_ON);
}

static void prepare_bye(const struct terminal *term)
{
	struct str bye = STR_INIT;

	str_add(&bye, PASTE_OFF);
	if (term->moused)
		str_add(&bye, MOUSE_OFF);
	add_cap(&bye, "rmkx");
	add_cap(&bye, "sgr0");
	add_cap(&bye, "cnorm");
	add_cap(&bye, "rmcup");
	str_add(&bye, "\r\n");
	sig.nbye = bye.len < sizeof(sig.bye) ? bye.len : 0;
	memcpy(sig.bye, str_get(&bye), sig.nbye);
	str_release(&bye);
}

/* A file in memory: ncurses writes to a descriptor, past any FILE's buffer. */
static int memory_file(void)
{
	int fd = -1;

#ifdef MFD_CLOEXEC
	fd = memfd_create("isms-frame", MFD_CLOEXEC);
#endif
	if (fd < 0) {
		FILE *file = tmpfile();

		if (file != NULL) {
			fd = dup(fileno(file));
			fclose(file);
		}
	}
	return fd;
}

static bool can_draw(const char *name)
{
	int result = 0;
	bool can = false;

	if (setupterm((char *)(size_t)name, STDOUT_FILENO, &result) == OK) {
		const char *cup = tigetstr((char *)(size_t) "cup");

		can = cup != NULL && cup != (const char *)-1;
		del_curterm(cur_term);
	}
	return can;
}

/* $TERM, or what is most like an unknown one; NULL: nothing can be drawn on. */
static const char *choose_terminal(struct str *notice)
{
	const char *name = getenv("TERM");
	int result = 0;

	if (name == NULL || *name == '\0' || strcmp(name, "dumb") == 0)
		return NULL;
	if (setupterm((char *)(size_t)name, STDOUT_FILENO, &result) == OK) {
		del_curterm(cur_term);
		return can_draw(name) ? name : NULL;
	}
	str_addf(notice, _("terminal '%s' is not known"), name);
	name = can_draw("xterm") ? "xterm" : can_draw("vt100") ? "vt100" : NULL;
	if (name != NULL)
		str_addf(notice, _(", drawing as for %s"), name);
	return name;
}

static void start_modes(struct terminal *term)
{
	raw();
	noecho();
	nonl();
	intrflush(stdscr, FALSE);
	idlok(stdscr, TRUE);
	leaveok(stdscr, FALSE);
	scrollok(stdscr, FALSE);
	/* else a frame ends half way when a key comes, and stays so if that means nothing */
	typeahead(-1);
	say_hello(term);
	prepare_bye(term);
	term->input = input_new(STDIN_FILENO);
}

bool term_open(struct terminal **out, struct str *notice, struct err *err)
{
	struct terminal *term = xcalloc(1, sizeof(*term));
	const char *name;
	bool ok = false;

	setlocale(LC_CTYPE, "");
	term->utf8 = strcmp(nl_langinfo(CODESET), "UTF-8") == 0;
	term->tty = term->memory = -1;
	if (!isatty(STDIN_FILENO) || !isatty(STDOUT_FILENO)) {
		err_set(err, ERR_USAGE,
			_("no terminal to draw on; see 'isms --help' for commands"));
		goto out;
	}
	name = choose_terminal(notice);
	if (name == NULL) {
		err_set(err, ERR_USAGE,
			_("cannot draw on this terminal (TERM); see 'isms --help' for commands"));
		goto out;
	}
	tcgetattr(STDIN_FILENO, &sig.before);
	sig.fd = STDOUT_FILENO;
	term->tty = dup(STDOUT_FILENO);
	term->memory = memory_file();
	term->out = fdopen(dup(STDOUT_FILENO), "w");
	if (term->tty < 0 || term->memory < 0 || term->out == NULL) {
		err_set(err, ERR_FAILED, _("cannot draw: %s"), strerror(errno));
		goto out;
	}
	handle_signals(term);
	term->screen = newterm((char *)(size_t)name, term->out, stdin);
	if (term->screen == NULL) {
		restore_signals(term);
		err_set(err, ERR_USAGE, _("cannot draw on terminal '%s'"), name);
		goto out;
	}
	start_modes(term);
	*out = term;
	ok = true;
out:
	if (!ok)
		term_close(&term);
	return ok;
}

/* Would a write go on within ms? A terminal that is gone says yes, and fails. */
static bool writable(const struct terminal *term, int ms)
{
	struct pollfd p = {term->tty, POLLOUT, 0};

	return poll(&p, 1, ms) > 0;
}

/* A terminal that takes nothing more must not keep us from ending. */
static void write_all(struct terminal *term, const char *s, size_t n)
{
	while (n > 0 && (sig.ending == 0 || writable(term, 0))) {
		ssize_t done = write(term->tty, s, n);

		if (done > 0) {
			s += done;
			n -= (size_t)done;
		} else if (done < 0 && errno == EAGAIN) {
			writable(term, 100);
		} else if (done == 0 || errno != EINTR) {
			n = 0; /* the reader of input will see that the terminal is gone */
		}
	}
}

void term_close(struct terminal **term)
{
	struct terminal *t = *term;

	if (t == NULL)
		return;
	if (t->screen != NULL) {
		if (!t->away && (sig.ending == 0 || writable(t, 200)))
			term_leave(t);
		else if (!t->away)
			tcsetattr(STDIN_FILENO, TCSANOW, &sig.before);
		delscreen(t->screen);
		restore_signals(t);
	}
	if (t->out != NULL)
		fclose(t->out);
	if (t->tty >= 0)
		close(t->tty);
	if (t->memory >= 0)
		close(t->memory);
	input_free(&t->input);
	str_release(&t->frame);
	str_release(&t->hello);
	free(t);
	*term = NULL;
}

bool term_utf8(const struct terminal *term)
{
	return term->utf8;
}

/* Moves what ncurses wrote to the memory file behind what is in frame. */
static void collect(struct terminal *term)
{
	off_t end = lseek(term->memory, 0, SEEK_CUR);
	char buf[4096];
	off_t at = 0;

	while (at < end) {
		size_t want = (size_t)(end - at) < sizeof(buf) ? (size_t)(end - at) : sizeof(buf);
		ssize_t n = pread(term->memory, buf, want, at);

		if (n <= 0)
			break;
		str_addn(&term->frame, buf, (size_t)n);
		at += n;
	}
}

/*
 * ncurses writes whenever its buffer is full and after many moves of the
 * cursor: dozens of packets for a page. It draws into memory instead, and the
 * terminal gets a frame whole.
 */
void term_frame(struct terminal *term)
{
	int fd = fileno(term->out);

	str_clear(&term->frame);
	lseek(term->memory, 0, SEEK_SET);
	wnoutrefresh(stdscr);
	if (dup2(term->memory, fd) < 0)
		return;
	doupdate();
	if (dup2(term->tty, fd) < 0)
		sig.ending = SIGHUP;
	if (term->hello.len > 0) {
		str_addn(&term->frame, str_get(&term->hello), term->hello.len);
		str_clear(&term->hello);
	}
	collect(term);
	write_all(term, str_get(&term->frame), term->frame.len);
}

void term_repaint(struct terminal *term)
{
	(void)term;
	clearok(curscr, TRUE);
}

bool term_resized(struct terminal *term)
{
	struct winsize size;
	bool resized = sig.resized != 0;

	if (resized) {
		sig.resized = 0;
		if (ioctl(term->tty, TIOCGWINSZ, &size) == 0 && size.ws_row > 0 && size.ws_col > 0)
			resizeterm(size.ws_row, size.ws_col);
		/* smaller and as before at once: the size is the same, what the
		 * terminal cut off is not there any more */
		clearok(curscr, TRUE);
	}
	return resized;
}

bool term_key(struct terminal *term, int wait_ms, struct key *key)
{
	bool got = input_key(term->input, wait_ms, key);

	if (input_gone(term->input) && sig.ending == 0)
		sig.ending = SIGHUP;
	return got;
}

bool term_key_waits(struct terminal *term)
{
	return input_waits(term->input);
}

bool term_cancels(struct terminal *term)
{
	return input_cancels(term->input);
}

const char *term_paste(const struct terminal *term)
{
	return input_paste(term->input);
}

const struct mouse *term_mouse_at(const struct terminal *term)
{
	return input_mouse(term->input);
}

void term_send(struct terminal *term, const char *bytes, size_t n)
{
	str_addn(&term->hello, bytes, n);
}

void term_mouse(struct terminal *term, bool on)
{
	term->mouse = on;
	term->moused = term->moused || on;
	str_add(&term->hello, on ? MOUSE_ON : MOUSE_OFF);
	prepare_bye(term);
}

int term_signal(const struct terminal *term)
{
	(void)term;
	return sig.ending;
}

void term_leave(struct terminal *term)
{
	struct str bye = STR_INIT;

	str_add(&bye, PASTE_OFF);
	if (term->moused)
		str_add(&bye, MOUSE_OFF);
	add_cap(&bye, "rmkx");
	write_all(term, str_get(&bye), bye.len);
	str_release(&bye);
	endwin();
	term->away = true;
}

void term_return(struct terminal *term)
{
	term->away = false;
	say_hello(term);
	sig.resized = 1;
	reset_prog_mode();
	clearok(curscr, TRUE);
}

void term_suspend(struct terminal *term)
{
	struct sigaction now, old;

	term_leave(term);
	memset(&now, 0, sizeof(now));
	now.sa_handler = SIG_DFL;
	sigaction(SIGTSTP, &now, &old);
	raise(SIGTSTP);
	sigaction(SIGTSTP, &old, NULL);
	term_return(term);
}
