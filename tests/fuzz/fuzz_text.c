/* What must hold of text whatever its bytes are. */
#include "config.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "isms/util/mem.h"
#include "isms/util/text.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void must(bool holds)
{
	if (!holds)
		abort();
}

static bool has_control(const char *s, size_t n, enum harmless mode)
{
	size_t i;

	for (i = 0; i < n; i++) {
		unsigned char c = (unsigned char)s[i];

		if ((c < ' ' && !(c == '\n' && mode == HARMLESS_BLOCK)) || c == 0x7f)
			return true;
		/* C1: U+0080 to U+009F */
		if (c == 0xc2 && i + 1 < n && (unsigned char)s[i + 1] < 0xa0)
			return true;
	}
	return false;
}

static void check_harmless(const char *s, size_t n, enum harmless mode)
{
	struct str once = STR_INIT, twice = STR_INIT;

	text_harmless(&once, s, n, mode);
	must(text_valid(str_get(&once), once.len));
	must(!has_control(str_get(&once), once.len, mode));
	must(!memchr(str_get(&once), '\0', once.len));
	text_harmless(&twice, str_get(&once), once.len, mode);
	must(once.len == twice.len && str_equal(str_get(&once), str_get(&twice)));
	str_release(&once);
	str_release(&twice);
}

/* Every step forward is the step back, and the widths add up. */
static void check_steps(const char *s)
{
	size_t at = 0, n = strlen(s), len;
	int cells = 0;

	for (; at < n; at += len) {
		len = text_next(s + at);
		must(len > 0 && len <= n - at);
		must(text_prev(s, at + len) == len);
		cells += text_width_n(s + at, len);
	}
	must(!text_next(s + n) && !text_prev(s, 0));
	must(cells == text_width(s));
}

static bool is_boundary(const char *s, size_t at)
{
	size_t i;

	for (i = 0; i < at; i += text_next(s + i))
		;
	return i == at;
}

static void check_fit(const char *s, int cells)
{
	struct str padded = STR_INIT;
	int used = -1;
	size_t len = text_fit(s, cells, &used);

	must(used >= 0 && used <= cells && used == text_width_n(s, len));
	must(len <= strlen(s) && is_boundary(s, len));
	if (s[len]) /* nothing more would have fitted */
		must(text_width_n(s, len + text_next(s + len)) > cells);
	text_pad(&padded, s, cells, used % 2);
	must(text_width(str_get(&padded)) == cells);
	must(!strpbrk(str_get(&padded), "\t\r\n"));
	str_release(&padded);
}

static void add_visible(struct str *out, const char *s)
{
	for (; *s; s++)
		if (!strchr(" \t\n", *s))
			str_addc(out, *s);
}

static void check_wrap(const char *s, int cells)
{
	struct strv lines = STRV_INIT;
	struct str before = STR_INIT, after = STR_INIT;
	bool replaced = false;
	size_t i;

	text_wrap(&lines, s, cells);
	must(lines.n > 0);
	for (i = 0; i < lines.n; i++) {
		must(text_width(lines.v[i]) <= (cells > 1 ? cells : 1));
		must(!strchr(lines.v[i], '\n'));
		add_visible(&after, lines.v[i]);
		replaced = replaced || str_equal(lines.v[i], "~");
	}
	add_visible(&before, s);
	must(replaced || str_equal(str_get(&before), str_get(&after)));
	str_release(&before);
	str_release(&after);
	strv_release(&lines);
}

static void check_fold(const char *s)
{
	char *once = text_fold(s), *twice = text_fold(once);

	must(text_valid(once, strlen(once)));
	must(str_equal(once, twice));
	must(text_contains(s, once));
	must(!text_compare(s, once));
	free(once);
	free(twice);
}

/* An order is one only when it never goes in circles. */
static void check_order(const char *s, size_t n)
{
	char *part[3];
	int ab, bc, ac;
	size_t i;

	for (i = 0; i < 3; i++)
		part[i] = xstrndup(s + i * (n / 3), n / 3);
	ab = text_compare(part[0], part[1]);
	bc = text_compare(part[1], part[2]);
	ac = text_compare(part[0], part[2]);
	must(ab == -text_compare(part[1], part[0]));
	must(!(ab <= 0 && bc <= 0) || (ac <= 0 && (ab == 0 && bc == 0) == (ac == 0)));
	must(!(ab >= 0 && bc >= 0) || ac >= 0);
	for (i = 0; i < 3; i++) {
		must(!text_compare(part[i], part[i]));
		free(part[i]);
	}
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	const char *bytes = size ? (const char *)data : "";
	char *s = xstrndup(bytes, size);
	struct str line = STR_INIT;
	int cells = size ? data[size - 1] % 40 : 0;

	check_harmless(bytes, size, HARMLESS_LINE);
	check_harmless(bytes, size, HARMLESS_BLOCK);
	text_harmless(&line, bytes, size, HARMLESS_LINE);
	must(size || !line.len);
	check_steps(s);
	check_steps(str_get(&line));
	check_fit(str_get(&line), cells);
	check_wrap(str_get(&line), cells);
	check_fit(s, cells);
	check_wrap(s, cells);
	check_fold(s);
	check_order(s, strlen(s));
	str_release(&line);
	free(s);
	return 0;
}
