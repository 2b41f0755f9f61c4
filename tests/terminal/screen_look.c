#include "config.h"

#include "screen_int.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "files.h"

enum { MATCH_MS = 3000, CELL_BYTES = VTERM_MAX_CHARS_PER_CELL * 4 };

/* -- text ---------------------------------------------------------------------- */

static size_t encode(uint32_t c, char *out)
{
	if (c < 0x80) {
		out[0] = (char)c;
		return 1;
	}
	if (c < 0x800) {
		out[0] = (char)(0xc0 | c >> 6);
		out[1] = (char)(0x80 | (c & 0x3f));
		return 2;
	}
	if (c < 0x10000) {
		out[0] = (char)(0xe0 | c >> 12);
		out[1] = (char)(0x80 | (c >> 6 & 0x3f));
		out[2] = (char)(0x80 | (c & 0x3f));
		return 3;
	}
	out[0] = (char)(0xf0 | (c >> 18 & 7));
	out[1] = (char)(0x80 | (c >> 12 & 0x3f));
	out[2] = (char)(0x80 | (c >> 6 & 0x3f));
	out[3] = (char)(0x80 | (c & 0x3f));
	return 4;
}

static bool is_right_half(const VTermScreenCell *cell)
{
	return cell->chars[0] == (uint32_t)-1;
}

/* The bytes of a cell: none for the right half of a wide character. */
static size_t cell_bytes(struct screen *s, int row, int col, char *out)
{
	VTermScreenCell cell;
	size_t n = 0;

	if (!vterm_screen_get_cell(s->vs, (VTermPos){row, col}, &cell) || is_right_half(&cell))
		return 0;
	if (!cell.chars[0])
		out[n++] = ' ';
	for (int i = 0; i < VTERM_MAX_CHARS_PER_CELL && cell.chars[i]; i++)
		n += encode(cell.chars[i], out + n);
	return n;
}

const char *screen_row(struct screen *s, int row)
{
	size_t need = (size_t)s->cols * CELL_BYTES + 1, n = 0;

	if (row < 0)
		row += s->rows;
	if (s->line_room < need) {
		free(s->line);
		s->line = malloc(need);
		s->line_room = s->line ? need : 0;
		if (!s->line)
			tap_bail(s->t, "out of memory");
	}
	for (int col = 0; row >= 0 && row < s->rows && col < s->cols; col++)
		n += cell_bytes(s, row, col, s->line + n);
	while (n && s->line[n - 1] == ' ')
		n--;
	s->line[n] = '\0';
	return s->line;
}

const char *screen_line(struct screen *s, int row)
{
	screen_poll(s, 0);
	return tap_str(s->t, "%s", screen_row(s, row));
}

const char *screen_text(struct screen *s)
{
	char *text = tap_alloc(s->t, (size_t)s->rows * ((size_t)s->cols * CELL_BYTES + 1) + 1);
	char *at = text;

	screen_poll(s, 0);
	for (int row = 0; row < s->rows; row++) {
		at = stpcpy(at, screen_row(s, row));
		*at++ = '\n';
	}
	return text;
}

static int column_of(struct screen *s, int row, size_t bytes)
{
	char buf[CELL_BYTES];
	size_t n = 0;
	int col = 0;

	while (col < s->cols && (n += cell_bytes(s, row, col, buf)) <= bytes)
		col++;
	return col;
}

bool screen_find(struct screen *s, const char *text, int *row, int *col)
{
	screen_poll(s, 0);
	for (int r = 0; r < s->rows; r++) {
		const char *line = screen_row(s, r), *at = strstr(line, text);

		if (at) {
			*row = r;
			*col = column_of(s, r, (size_t)(at - line));
			return true;
		}
	}
	return false;
}

void screen_size(const struct screen *s, int *rows, int *cols)
{
	*rows = s->rows;
	*cols = s->cols;
}

void screen_cursor(struct screen *s, int *row, int *col)
{
	VTermPos pos;

	screen_poll(s, 0);
	vterm_state_get_cursorpos(vterm_obtain_state(s->vt), &pos);
	*row = pos.row;
	*col = pos.col;
}

/* UBSan beside ASan knows no log_path: what it says is on the screen, more than
 * fits there. */
static void dump_report(struct screen *s)
{
	static const char sign[] = "runtime error: ";
	char *at = memmem(s->last, s->nlast, sign, sizeof(sign) - 1), *rest = NULL;

	if (!at)
		return;
	while (at > s->last && at[-1] != '\n')
		at--;
	for (char *line = strtok_r(at, "\r\n", &rest); line; line = strtok_r(NULL, "\r\n", &rest))
		tap_diag(s->t, "%s", line);
}

void screen_dump(struct screen *s)
{
	int row, col;

	screen_cursor(s, &row, &col);
	tap_diag(s->t, "the screen, %dx%d, cursor at row %d, column %d:", s->cols, s->rows, row,
		 col);
	for (int r = 0; r < s->rows; r++)
		tap_diag(s->t, "%3d |%s", r, screen_row(s, r));
	dump_report(s);
}

static const char *rows_text(struct screen *s, int first, int n)
{
	const char *text = "";

	for (int row = first; row < first + n && row < s->rows; row++)
		text = tap_str(s->t, "%s%s\n", text, screen_line(s, row));
	return text;
}

bool screen_match_rows(struct screen *s, const char *name, int first, int n)
{
	const char *update = getenv("ISMS_UPDATE_GOLDEN");
	long end = screen_now() + (long)(MATCH_MS * tap_slow());

	if (update && !strcmp(update, "1"))
		screen_settle(s);
	else
		while (!file_golden_equal(s->t, name, rows_text(s, first, n)) && screen_now() < end)
			screen_pump(s, 50);
	return file_golden(s->t, name, rows_text(s, first, n));
}

bool screen_match(struct screen *s, const char *name)
{
	return screen_match_rows(s, name, 0, s->rows);
}

/* -- attributes ---------------------------------------------------------------- */

static int colour(const VTermColor *c, bool is_default)
{
	if (is_default)
		return SCREEN_DEFAULT;
	if (VTERM_COLOR_IS_INDEXED(c))
		return c->indexed.idx;
	return SCREEN_RGB + (c->rgb.red << 16) + (c->rgb.green << 8) + c->rgb.blue;
}

static struct screen_attr attr_of(const VTermScreenCell *cell)
{
	return (struct screen_attr){
		.bold = cell->attrs.bold,
		.underline = cell->attrs.underline,
		.italic = cell->attrs.italic,
		.blink = cell->attrs.blink,
		.reverse = cell->attrs.reverse,
		.strike = cell->attrs.strike,
		.fg = colour(&cell->fg, VTERM_COLOR_IS_DEFAULT_FG(&cell->fg)),
		.bg = colour(&cell->bg, VTERM_COLOR_IS_DEFAULT_BG(&cell->bg)),
		.width = is_right_half(cell) ? 0 : cell->width,
	};
}

struct screen_attr screen_attr(struct screen *s, int row, int col)
{
	VTermScreenCell cell;

	screen_poll(s, 0);
	if (row < 0)
		row += s->rows;
	if (!vterm_screen_get_cell(s->vs, (VTermPos){row, col}, &cell))
		tap_bail(s->t, "there is no cell at row %d, column %d", row, col);
	return attr_of(&cell);
}

bool screen_colourless(struct screen *s)
{
	for (int row = 0; row < s->rows; row++) {
		for (int col = 0; col < s->cols; col++) {
			struct screen_attr a = screen_attr(s, row, col);

			if (a.fg != SCREEN_DEFAULT || a.bg != SCREEN_DEFAULT)
				return false;
		}
	}
	return true;
}

/* -- modes ---------------------------------------------------------------------- */

struct probe {
	char bytes[32];
	size_t n;
};

static void on_probe(const char *bytes, size_t n, void *p)
{
	struct probe *probe = p;

	for (size_t i = 0; i < n && probe->n < sizeof(probe->bytes); i++)
		probe->bytes[probe->n++] = bytes[i];
}

/* libvterm has no question for these two modes; what it would send tells. */
bool screen_app_cursor(struct screen *s)
{
	struct probe probe = {.n = 0};

	vterm_output_set_callback(s->vt, on_probe, &probe);
	vterm_keyboard_key(s->vt, VTERM_KEY_UP, VTERM_MOD_NONE);
	vterm_output_set_callback(s->vt, screen_output, s);
	return probe.n > 1 && probe.bytes[1] == 'O';
}

static bool wants_paste(struct screen *s)
{
	struct probe probe = {.n = 0};

	vterm_output_set_callback(s->vt, on_probe, &probe);
	vterm_keyboard_start_paste(s->vt);
	vterm_output_set_callback(s->vt, screen_output, s);
	return probe.n > 0;
}

struct screen_modes screen_modes(struct screen *s)
{
	struct termios tio;

	screen_poll(s, 0);
	if (tcgetattr(s->ss.slave, &tio))
		tap_bail(s->t, "the terminal is gone: its modes cannot be read");
	return (struct screen_modes){
		.alternate = s->alternate,
		.cursor = s->cursor,
		.app_cursor = screen_app_cursor(s),
		.paste = wants_paste(s),
		.mouse = s->mouse,
		.echo = tio.c_lflag & ECHO,
		.canonical = tio.c_lflag & ICANON,
		.signals = tio.c_lflag & ISIG,
		.flow = tio.c_iflag & IXON,
	};
}

static bool tty_restored(struct screen *s)
{
	struct termios tio;

	return tcgetattr(s->ss.slave, &tio) == 0 && tio.c_lflag == s->ss.before.c_lflag &&
	       tio.c_iflag == s->ss.before.c_iflag && tio.c_oflag == s->ss.before.c_oflag;
}

bool screen_restored(struct screen *s)
{
	struct screen_modes m = screen_modes(s);
	bool ok = tap_ok(s->t, !m.alternate, "the alternate screen is left");

	ok &= tap_ok(s->t, m.cursor, "the cursor is visible again");
	ok &= tap_ok(s->t, !m.app_cursor, "the cursor keys are as before");
	ok &= tap_ok(s->t, !m.paste, "bracketed paste is off again");
	ok &= tap_ok(s->t, !m.mouse, "the mouse is off again");
	ok &= tap_ok(s->t, tty_restored(s), "the terminal's settings are as before");
	return ok;
}

const char *screen_title(struct screen *s)
{
	screen_poll(s, 0);
	return s->title;
}

const char *screen_osc(struct screen *s)
{
	screen_poll(s, 0);
	return s->osc;
}

unsigned screen_bells(const struct screen *s)
{
	return s->bells;
}

struct screen_traffic screen_bytes(struct screen *s)
{
	struct screen_traffic traffic;

	screen_poll(s, 0);
	traffic = s->traffic;
	s->traffic = (struct screen_traffic){0};
	return traffic;
}
