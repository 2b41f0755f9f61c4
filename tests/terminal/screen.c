#include "config.h"

#include "screen_int.h"

#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum {
	WAIT_MS = 10000,
	ESC_MS = 60, /* 25 ms of the program, and a margin */
	ESC_MARGIN_MS = 35,
	QUIET_MS = 80,
	DRAIN_MS = 30,
	READ_MAX = 1 << 20, /* at one poll: a flood must not hold us */
	MAX_ARGS = 60,
};

long screen_now(void)
{
	struct timespec ts;

	clock_gettime(CLOCK_MONOTONIC, &ts);
	return (long)ts.tv_sec * 1000 + ts.tv_nsec / 1000000;
}

long screen_limit(const struct screen *s)
{
	return screen_now() + (long)(s->wait_ms * tap_slow());
}

/* -- what the emulator tells ------------------------------------------------ */

static int on_prop(VTermProp prop, VTermValue *val, void *screen)
{
	struct screen *s = screen;

	switch (prop) {
	case VTERM_PROP_ALTSCREEN:
		s->alternate = val->boolean;
		break;
	case VTERM_PROP_CURSORVISIBLE:
		s->cursor = val->boolean;
		break;
	case VTERM_PROP_MOUSE:
		s->mouse = val->number;
		break;
	case VTERM_PROP_TITLE:
		snprintf(s->title, sizeof(s->title), "%s", val->string);
		break;
	default:
		break;
	}
	return 1;
}

static int on_bell(void *screen)
{
	struct screen *s = screen;

	s->bells++;
	return 1;
}

static int on_osc(const char *bytes, size_t n, void *screen)
{
	struct screen *s = screen;

	snprintf(s->osc, sizeof(s->osc), "%.*s", (int)n, bytes);
	return 1;
}

static const VTermScreenCallbacks callbacks = {.settermprop = on_prop, .bell = on_bell};
static const VTermParserCallbacks fallbacks = {.osc = on_osc, .dcs = on_osc};

void screen_queue(struct screen *s, const char *bytes, size_t n)
{
	if (!n || s->ss.master < 0 || s->ss.ended)
		return;
	if (s->room - s->nout < n) {
		size_t room = s->room * 2 + n;
		char *more = realloc(s->out, room);

		if (!more)
			tap_bail(s->t, "out of memory");
		s->out = more;
		s->room = room;
	}
	memcpy(s->out + s->nout, bytes, n);
	s->nout += n;
}

void screen_output(const char *bytes, size_t n, void *screen)
{
	screen_queue(screen, bytes, n);
}

/* -- in and out ------------------------------------------------------------- */

static void remember(struct screen *s, const char *bytes, size_t n)
{
	const size_t room = sizeof(s->last) - 1;
	size_t keep;

	if (n > room) {
		bytes += n - room;
		n = room;
	}
	keep = s->nlast + n > room ? room - n : s->nlast;
	memmove(s->last, s->last + s->nlast - keep, keep);
	memcpy(s->last + keep, bytes, n);
	s->nlast = keep + n;
}

static size_t take_input(struct screen *s)
{
	char buf[16384];
	size_t sum = 0;
	ssize_t n;

	while (sum < READ_MAX && (n = read(s->ss.master, buf, sizeof(buf))) > 0) {
		vterm_input_write(s->vt, buf, (size_t)n);
		remember(s, buf, (size_t)n);
		sum += (size_t)n;
		s->traffic.writes++;
	}
	s->traffic.bytes += sum;
	return sum;
}

static void give_output(struct screen *s)
{
	ssize_t n = write(s->ss.master, s->out, s->nout);

	if (n > 0) {
		s->nout -= (size_t)n;
		memmove(s->out, s->out + n, s->nout);
	}
}

size_t screen_poll(struct screen *s, int ms)
{
	struct pollfd fds[] = {
		{.fd = s->ss.master, .events = POLLIN},
		{.fd = s->ss.events, .events = POLLIN},
	};

	if (s->ss.ended)
		s->nout = 0;
	if (s->nout)
		fds[0].events |= POLLOUT;
	if (poll(fds, 2, ms) <= 0)
		return 0;
	if (fds[1].revents)
		session_event(&s->ss);
	if (fds[0].revents & POLLOUT)
		give_output(s);
	return fds[0].revents & POLLIN ? take_input(s) : 0;
}

/* After the end: what the kernel still holds. */
static void drain(struct screen *s)
{
	while (screen_poll(s, DRAIN_MS))
		;
}

size_t screen_pump(struct screen *s, int ms)
{
	long end = screen_now() + ms, left;
	size_t sum = screen_poll(s, 0);

	while ((left = end - screen_now()) > 0)
		sum += screen_poll(s, (int)left);
	return sum;
}

void screen_flush(struct screen *s)
{
	long end = screen_limit(s);

	screen_poll(s, 0);
	while (s->nout && s->ss.master >= 0) {
		if (screen_now() > end)
			screen_fail(s, "the program to read its keys");
		screen_poll(s, 20);
	}
}

/* -- start, end --------------------------------------------------------------- */

static int esc_ms(const struct spawn *sp)
{
	const char *delay = spawn_getenv(sp, "ESCDELAY");

	if (delay)
		return atoi(delay) + ESC_MARGIN_MS;
	return spawn_getenv(sp, "SSH_TTY") ? 100 + ESC_MARGIN_MS : ESC_MS;
}

/* libvterm 0.1.4 writes through NULL for a wide character in a single column. */
static int emulated(int cols)
{
	return cols < 2 ? 2 : cols;
}

static void start_emulator(struct screen *s)
{
	s->vt = vterm_new(s->rows, emulated(s->cols));
	vterm_set_utf8(s->vt, 1);
	vterm_output_set_callback(s->vt, screen_output, s);
	s->vs = vterm_obtain_screen(s->vt);
	vterm_screen_set_callbacks(s->vs, &callbacks, s);
	vterm_screen_set_unrecognised_fallbacks(s->vs, &fallbacks, s);
	vterm_screen_enable_altscreen(s->vs, 1);
	vterm_screen_reset(s->vs, 1);
}

static void release(void *screen)
{
	struct screen *s = screen;

	session_end(&s->ss);
	if (s->vt)
		vterm_free(s->vt);
	free(s->out);
	free(s->line);
	free(s);
}

struct screen *screen_run(struct tap *t, const struct screen_opts *opts, const char *const args[])
{
	static const struct screen_opts none = {0};
	const struct screen_opts *o = opts ? opts : &none;
	struct screen *s = calloc(1, sizeof(*s));
	struct spawn sp;
	const char *term;

	if (!s)
		tap_bail(t, "out of memory");
	s->t = t;
	s->ss = (struct session){.master = -1, .slave = -1, .events = -1};
	tap_own(t, s, release);
	s->rows = o->rows ? o->rows : 24;
	s->cols = o->cols ? o->cols : 80;
	s->wait_ms = o->wait_ms ? o->wait_ms : WAIT_MS;
	s->cursor = true;
	spawn_init(t, &sp, &o->run, args);
	s->esc_ms = esc_ms(&sp);
	term = spawn_getenv(&sp, "TERM");
	if (term && strncmp(term, "xterm", 5) != 0)
		s->keys = terminfo_load(t, term);
	start_emulator(s);
	fflush(NULL);
	if (!session_start(&s->ss, &sp, s->rows, s->cols))
		tap_bail(t, "cannot start a session: %s", strerror(errno));
	return s;
}

struct screen *screen_start(struct tap *t, int rows, int cols, ...)
{
	struct screen_opts opts = {.rows = rows, .cols = cols};
	const char *args[MAX_ARGS + 1] = {NULL};
	size_t n = 0;
	va_list ap;

	va_start(ap, cols);
	while (n < MAX_ARGS && (args[n] = va_arg(ap, const char *)))
		n++;
	va_end(ap);
	return screen_run(t, &opts, args);
}

void screen_free(struct screen *s)
{
	tap_disown(s->t, s);
	release(s);
}

/* -- waiting -------------------------------------------------------------- */

void screen_fail(struct screen *s, const char *what)
{
	const char *end = "";

	if (s->ss.ended)
		end = tap_str(s->t,
			      WIFSIGNALED(s->ss.status) ? " (it died: %s)" : " (it ended: %s)",
			      WIFSIGNALED(s->ss.status)
				      ? strsignal(WTERMSIG(s->ss.status))
				      : tap_str(s->t, "exit status %d", WEXITSTATUS(s->ss.status)));
	else if (s->ss.stopped)
		end = " (it is stopped)";
	screen_dump(s);
	tap_bail(s->t, "waited in vain for %s%s", what, end);
}

void screen_wait_for(struct screen *s, bool (*cond)(struct screen *s, const void *arg),
		     const void *arg, const char *what)
{
	long end = screen_limit(s);

	screen_poll(s, 0);
	while (!cond(s, arg)) {
		bool ended = s->ss.ended;

		if (screen_now() > end || (ended && !screen_poll(s, DRAIN_MS) && !cond(s, arg)))
			screen_fail(s, what);
		if (!ended)
			screen_poll(s, 50);
	}
}

struct place {
	const char *text;
	int row, col;
};

static bool has_text(struct screen *s, const void *arg)
{
	const struct place *p = arg;

	for (int row = 0; row < s->rows; row++)
		if (strstr(screen_row(s, row), p->text))
			return true;
	return false;
}

static bool lacks_text(struct screen *s, const void *arg)
{
	return !has_text(s, arg);
}

static bool row_has_text(struct screen *s, const void *arg)
{
	const struct place *p = arg;

	return strstr(screen_row(s, p->row), p->text) != NULL;
}

static bool cursor_is_at(struct screen *s, const void *arg)
{
	const struct place *p = arg;
	VTermPos pos;

	vterm_state_get_cursorpos(vterm_obtain_state(s->vt), &pos);
	return pos.row == p->row && pos.col == p->col;
}

void screen_wait(struct screen *s, const char *text)
{
	screen_wait_for(s, has_text, &(struct place){.text = text}, tap_str(s->t, "'%s'", text));
}

void screen_wait_gone(struct screen *s, const char *text)
{
	screen_wait_for(s, lacks_text, &(struct place){.text = text},
			tap_str(s->t, "'%s' to go", text));
}

void screen_wait_row(struct screen *s, int row, const char *text)
{
	screen_wait_for(s, row_has_text, &(struct place){.text = text, .row = row},
			tap_str(s->t, "'%s' in row %d", text, row));
}

void screen_wait_cursor(struct screen *s, int row, int col)
{
	screen_wait_for(s, cursor_is_at, &(struct place){.row = row, .col = col},
			tap_str(s->t, "the cursor at row %d, column %d", row, col));
}

bool screen_has(struct screen *s, const char *text)
{
	screen_poll(s, 0);
	return has_text(s, &(struct place){.text = text});
}

size_t screen_unread(struct screen *s)
{
	int n = 0;

	if (s->ss.ended || s->ss.master < 0 || ioctl(s->ss.slave, FIONREAD, &n) < 0)
		n = 0;
	return s->nout + (size_t)n;
}

/* The program waits for something; true where the kernel does not tell. */
static bool sleeping(const struct screen *s)
{
	char buf[512];
	const char *paren;
	size_t n;
	FILE *f;

	snprintf(buf, sizeof(buf), "/proc/%ld/stat", (long)s->ss.pid);
	f = fopen(buf, "r");
	if (!f)
		return true;
	n = fread(buf, 1, sizeof(buf) - 1, f);
	fclose(f);
	buf[n] = '\0';
	paren = strrchr(buf, ')');
	return !paren || !paren[1] || !strchr("RD", paren[2]);
}

void screen_settle(struct screen *s)
{
	double slow = tap_slow();
	long quiet = (long)(QUIET_MS * (slow > 1 ? slow : 1)), end = screen_limit(s);
	long since = screen_now();

	while (screen_now() - since < quiet && !s->ss.ended && !s->ss.stopped) {
		if (screen_poll(s, 10) || screen_unread(s) || !sleeping(s))
			since = screen_now();
		if (since > end)
			screen_fail(s, "the program to come to rest");
	}
}

/* -- from outside ------------------------------------------------------------ */

void screen_resize(struct screen *s, int rows, int cols)
{
	screen_poll(s, 0);
	s->rows = rows;
	s->cols = cols;
	vterm_set_size(s->vt, rows, emulated(cols));
	if (!session_resize(&s->ss, rows, cols))
		tap_bail(s->t, "cannot resize: %s", strerror(errno));
}

void screen_signal(struct screen *s, int sig)
{
	screen_poll(s, 0);
	if (s->ss.ended || kill(s->ss.pid, sig))
		tap_bail(s->t, "cannot send signal %d: the program has ended", sig);
}

void screen_hangup(struct screen *s)
{
	screen_poll(s, 0);
	s->nout = 0;
	session_hangup(&s->ss);
}

static bool is_stopped(struct screen *s, const void *arg)
{
	(void)arg;
	return s->ss.stopped;
}

static bool is_running(struct screen *s, const void *arg)
{
	return s->ss.ended || !is_stopped(s, arg);
}

static bool has_ended(struct screen *s, const void *arg)
{
	(void)arg;
	return s->ss.ended;
}

void screen_wait_stopped(struct screen *s)
{
	screen_wait_for(s, is_stopped, NULL, "the program to stop");
	drain(s);
}

void screen_continue(struct screen *s)
{
	if (kill(-s->ss.pid, SIGCONT) == 0)
		screen_wait_for(s, is_running, NULL, "the program to go on");
}

bool screen_stopped(struct screen *s)
{
	screen_poll(s, 0);
	return s->ss.stopped;
}

bool screen_ended(struct screen *s)
{
	screen_poll(s, 0);
	return s->ss.ended;
}

struct tap *screen_tap(const struct screen *s)
{
	return s->t;
}

pid_t screen_pid(const struct screen *s)
{
	return s->ss.pid;
}

int screen_exit(struct screen *s)
{
	screen_wait_for(s, has_ended, NULL, "the program to end");
	drain(s);
	return WIFSIGNALED(s->ss.status) ? 128 + WTERMSIG(s->ss.status) : WEXITSTATUS(s->ss.status);
}

int screen_killed(const struct screen *s)
{
	return s->ss.ended && WIFSIGNALED(s->ss.status) ? WTERMSIG(s->ss.status) : 0;
}
