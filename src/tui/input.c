#include "config.h"

#include "isms/tui/input.h"

#include <curses.h>
#include <errno.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <term.h>
#include <unistd.h>

#include "isms/util/mem.h"
#include "isms/util/str.h"

#undef lines
#undef columns

#define LENGTH(a) (sizeof(a) / sizeof((a)[0]))
#define SEQUENCE_MAX 64
#define PASTE_MAX (16 * 1024 * 1024)
#define AHEAD_MAX 65536 /* keys; more wait in the terminal */
#define PASTE_WAIT 2000 /* ms without a byte: its end got lost */

/* A key that was read before anybody wanted it. */
struct ahead {
	struct key key;
	char *paste; /* owned; of K_PASTE */
	struct mouse mouse;
};

struct input {
	int fd;
	int delay; /* ms to wait after Esc */
	unsigned char buf[4096];
	size_t at, end;
	bool gone;
	struct str paste;
	struct mouse mouse;
	struct ahead *ahead; /* nahead of them, the next is taken; owned */
	size_t nahead, ahead_cap, taken;
	char *own[16]; /* the terminal's sequences; owned; NULL where unknown */
};

/* What terminfo says, after ESC. */
static const struct {
	const char *cap;
	int code;
} caps[] = {
	{"kcuu1", K_UP},   {"kcud1", K_DOWN}, {"kcub1", K_LEFT}, {"kcuf1", K_RIGHT},
	{"khome", K_HOME}, {"kend", K_END},   {"kpp", K_PGUP},	 {"knp", K_PGDN},
	{"kich1", K_INS},  {"kdch1", K_DEL},  {"kcbt", K_STAB},	 {"kf1", K_F1},
	{"kf2", K_F2},	   {"kf4", K_F4},     {"kf9", K_F9},	 {"kf3", K_F3},
};

/* The final character of CSI … X and SS3 X. */
static const struct {
	char final;
	int code;
} finals[] = {
	{'A', K_UP}, {'B', K_DOWN}, {'C', K_RIGHT}, {'D', K_LEFT}, {'H', K_HOME}, {'F', K_END},
	{'P', K_F1}, {'Q', K_F2},   {'R', K_F3},    {'S', K_F4},   {'Z', K_STAB}, {'M', K_ENTER},
};

/* The number of CSI number ~; rxvt's and vt220's too. */
static const struct {
	int number, code;
} numbers[] = {
	{1, K_HOME}, {2, K_INS}, {3, K_DEL}, {4, K_END},  {5, K_PGUP}, {6, K_PGDN}, {7, K_HOME},
	{8, K_END},  {11, K_F1}, {12, K_F2}, {13, K_F3},  {14, K_F4},  {15, K_F5},  {17, K_F6},
	{18, K_F7},  {19, K_F8}, {20, K_F9}, {21, K_F10}, {23, K_F11}, {24, K_F12},
};

static int escape_delay(void)
{
	const char *set = getenv("ESCDELAY");
	int delay = getenv("SSH_TTY") != NULL ? 100 : 25;

	if (set != NULL && *set >= '0' && *set <= '9')
		delay = atoi(set);
	return delay < 0 || delay > 5000 ? 25 : delay;
}

struct input *input_new(int fd)
{
	struct input *in = xcalloc(1, sizeof(*in));

	in->fd = fd;
	in->delay = escape_delay();
	for (size_t i = 0; i < LENGTH(caps); i++) {
		const char *s = tigetstr((char *)(size_t)caps[i].cap);

		if (s != NULL && s != (const char *)-1 && s[0] == '\033' && s[1] != '\0')
			in->own[i] = xstrdup(s + 1);
	}
	return in;
}

void input_free(struct input **in)
{
	if (*in == NULL)
		return;
	for (size_t i = 0; i < LENGTH((*in)->own); i++)
		free((*in)->own[i]);
	while ((*in)->taken < (*in)->nahead)
		free((*in)->ahead[(*in)->taken++].paste);
	free((*in)->ahead);
	str_release(&(*in)->paste);
	free(*in);
	*in = NULL;
}

/* Waits for more bytes than those between at and end; false: none in time. */
static bool fill(struct input *in, int wait_ms)
{
	struct pollfd p = {in->fd, POLLIN, 0};
	ssize_t n = 0;

	if (in->gone)
		return false;
	if (in->at > 0) {
		memmove(in->buf, in->buf + in->at, in->end - in->at);
		in->end -= in->at;
		in->at = 0;
	}
	if (in->end == sizeof(in->buf) || poll(&p, 1, wait_ms) <= 0)
		return false;
	n = read(in->fd, in->buf + in->end, sizeof(in->buf) - in->end);
	if (n > 0)
		in->end += (size_t)n;
	else if (n == 0 || (errno != EINTR && errno != EAGAIN))
		in->gone = true;
	return n > 0;
}

/* Byte i from here, waited for a little; -1: there is none. */
static int peek(struct input *in, size_t i)
{
	while (in->at + i >= in->end) {
		if (!fill(in, in->delay))
			return -1;
	}
	return in->buf[in->at + i];
}

static int utf8_key(struct input *in)
{
	int c = in->buf[in->at];
	int n = c < 0x80 ? 0 : c >= 0xf0 ? 3 : c >= 0xe0 ? 2 : 1;
	int code = c < 0x80 ? c : c & (0x3f >> n);

	if ((c >= 0x80 && c < 0xc2) || c > 0xf4) {
		in->at++;
		return K_NONE;
	}
	for (int i = 1; i <= n; i++) {
		int next = peek(in, (size_t)i);

		if ((next & ~0x3f) != 0x80) {
			in->at++;
			return K_NONE;
		}
		code = code << 6 | (next & 0x3f);
	}
	in->at += (size_t)n + 1;
	if (code == '\n' || code == '\r')
		code = K_ENTER;
	else if (code == '\b')
		code = K_BACKSPACE;
	/* longer than it need be, or half of a pair of UTF-16 */
	if (code == 0 || code >= K_FIRST || (n > 1 && code < (n == 2 ? 0x800 : 0x10000)) ||
	    (code >= 0xd800 && code < 0xe000))
		code = K_NONE;
	return code;
}

/* Takes the bytes up to CSI 201~ out as the paste. */
static int paste_key(struct input *in)
{
	static const char ending[] = "\033[201~";
	const size_t n = sizeof(ending) - 1;
	bool ended = false;

	str_clear(&in->paste);
	while (!ended) {
		while (in->at < in->end && !ended) {
			if (in->buf[in->at] != '\0') /* no text has it, and it would end one */
				str_addc(&in->paste, (char)in->buf[in->at]);
			in->at++;
			ended = in->paste.len >= n &&
				memcmp(in->paste.s + in->paste.len - n, ending, n) == 0;
		}
		if (!ended && (in->paste.len > PASTE_MAX || !fill(in, PASTE_WAIT)))
			break;
	}
	if (ended)
		str_cut(&in->paste, in->paste.len - n);
	return K_PASTE;
}

/* ESC [ < button ; column ; row, M pressed or m let go: SGR's way, the only one
 * that is asked for (term_mouse). */
static int mouse_key(struct input *in)
{
	int v[3] = {0, 0, 0}, n = 0;
	size_t i = 3;
	int c = peek(in, i);

	while ((c == ';' || (c >= '0' && c <= '9')) && i < SEQUENCE_MAX) {
		if (c == ';')
			n++;
		else if (n < 3 && v[n] < 100000)
			v[n] = v[n] * 10 + (c - '0');
		c = peek(in, ++i);
	}
	in->at += c < 0 ? i : i + 1;
	in->mouse.button = v[0];
	in->mouse.x = v[1] - 1;
	in->mouse.y = v[2] - 1;
	return n == 2 && c == 'M' ? K_MOUSE : K_NONE;
}

/* ESC [ …: parameters, intermediates, a final character. */
static int csi_key(struct input *in)
{
	size_t i = 2;
	int c = peek(in, i), number = 0, code = K_NONE;
	bool first = true;

	if (c == '<')
		return mouse_key(in);
	if (c == '[') { /* the Linux console's F1 to F5 */
		c = peek(in, 3);
		in->at += c < 0 ? 3 : 4;
		return c >= 'A' && c <= 'E' ? K_F1 + (c - 'A') : K_NONE;
	}
	while (c >= 0x20 && c <= 0x3f && i < SEQUENCE_MAX) {
		if (c >= '0' && c <= '9' && first && number < 10000)
			number = number * 10 + (c - '0');
		else
			first = false;
		c = peek(in, ++i);
	}
	in->at += c < 0 ? i : i + 1;
	if (c == '~' && number == 200)
		return paste_key(in);
	for (size_t k = 0; k < LENGTH(numbers) && (c == '~' || c == '^' || c == '$'); k++) {
		if (numbers[k].number == number)
			code = numbers[k].code;
	}
	for (size_t k = 0; k < LENGTH(finals) && code == K_NONE; k++) {
		if (finals[k].final == c)
			code = finals[k].code;
	}
	return code;
}

/* Application mode's and the VT100's: ESC O X. */
static int ss3_key(struct input *in)
{
	int c = peek(in, 2), code = K_NONE;

	in->at += c < 0 ? 2 : 3;
	for (size_t k = 0; k < LENGTH(finals); k++) {
		if (finals[k].final == c)
			code = finals[k].code;
	}
	return code;
}

/* Answers and strings of a terminal (OSC, DCS, APC, PM, SOS): to their end. */
static int string_key(struct input *in)
{
	size_t i = 2;
	int c = peek(in, i);

	while (c >= 0 && c != 7 && !(c == '\\' && in->buf[in->at + i - 1] == 27) && i < 1024)
		c = peek(in, ++i);
	in->at += c < 0 ? i : i + 1;
	return K_NONE;
}

/* A sequence that terminfo names; 0: none. */
static int own_key(struct input *in)
{
	int code = 0;

	for (size_t k = 0; k < LENGTH(in->own) && code == 0; k++) {
		size_t n = in->own[k] == NULL ? 0 : strlen(in->own[k]);

		if (n > 0 && in->end - in->at > n &&
		    memcmp(in->buf + in->at + 1, in->own[k], n) == 0) {
			code = caps[k].code;
			in->at += n + 1;
		}
	}
	return code;
}

static int escape_key(struct input *in)
{
	int c = peek(in, 1);
	int code;

	if (c < 0 || c == 27) {
		in->at++;
		return K_ESC;
	}
	if (c == '[' || c == 'O')
		(void)peek(in, 2);
	code = own_key(in);
	if (code != 0)
		return code;
	if (c == '[')
		return csi_key(in);
	if (c == 'O')
		return ss3_key(in);
	if (c == ']' || c == 'P' || c == '_' || c == '^' || c == 'X')
		return string_key(in);
	in->at++;
	code = utf8_key(in);
	return code == K_NONE ? K_NONE : K_ALT + code;
}

static bool read_key(struct input *in, int wait_ms, struct key *key)
{
	if (in->at >= in->end && !fill(in, wait_ms))
		return false;
	key->code = in->buf[in->at] == 27 ? escape_key(in) : utf8_key(in);
	return true;
}

static bool bytes_wait(const struct input *in)
{
	struct pollfd p = {in->fd, POLLIN, 0};

	return in->at < in->end || (!in->gone && poll(&p, 1, 0) > 0);
}

/* ---- Keys read ahead --------------------------------------------------------- */

static void keep(struct input *in, const struct key *key)
{
	in->ahead = xgrow(in->ahead, in->nahead, &in->ahead_cap, sizeof(*in->ahead));
	in->ahead[in->nahead++] = (struct ahead){
		.key = *key,
		.paste = key->code == K_PASTE ? xstrdup(str_get(&in->paste)) : NULL,
		.mouse = in->mouse,
	};
}

/* The oldest that was kept. */
static void recall(struct input *in, struct key *key)
{
	struct ahead *ahead = &in->ahead[in->taken++];

	*key = ahead->key;
	in->mouse = ahead->mouse;
	if (ahead->paste != NULL) {
		str_clear(&in->paste);
		str_add(&in->paste, ahead->paste);
		free(ahead->paste);
	}
	if (in->taken == in->nahead)
		in->taken = in->nahead = 0;
}

bool input_cancels(struct input *in)
{
	struct key key;
	bool cancels = false;

	while (!cancels && in->nahead < AHEAD_MAX && bytes_wait(in) && read_key(in, 0, &key)) {
		cancels = key.code == K_ESC || key.code == KEY_CTRL('c');
		if (!cancels && key.code != K_NONE)
			keep(in, &key);
	}
	return cancels;
}

bool input_key(struct input *in, int wait_ms, struct key *key)
{
	bool got = in->taken < in->nahead;

	if (got)
		recall(in, key);
	else
		got = read_key(in, wait_ms, key);
	return got;
}

bool input_waits(struct input *in)
{
	return in->taken < in->nahead || bytes_wait(in);
}

bool input_gone(const struct input *in)
{
	return in->gone && in->at >= in->end && in->taken == in->nahead;
}

const struct mouse *input_mouse(const struct input *in)
{
	return &in->mouse;
}

const char *input_paste(const struct input *in)
{
	return str_get(&in->paste);
}
