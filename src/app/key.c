#include "config.h"

#include "isms/app/key.h"

#include <stdbool.h>
#include <stdint.h>
#include <unistr.h>

#include "isms/util/ascii.h"

static const struct {
	const char *name;
	int code;
} names[] = {
	{"Tab", K_TAB},	  {"Enter", K_ENTER}, {"Esc", K_ESC},	 {"Space", K_SPACE},
	{"Up", K_UP},	  {"Down", K_DOWN},   {"Left", K_LEFT},	 {"Right", K_RIGHT},
	{"Home", K_HOME}, {"End", K_END},     {"PgUp", K_PGUP},	 {"PgDn", K_PGDN},
	{"Ins", K_INS},	  {"Del", K_DEL},     {"S-Tab", K_STAB}, {"F1", K_F1},
	{"F2", K_F2},	  {"F3", K_F3},	      {"F4", K_F4},	 {"F5", K_F5},
	{"F6", K_F6},	  {"F7", K_F7},	      {"F8", K_F8},	 {"F9", K_F9},
	{"F10", K_F10},	  {"F11", K_F11},     {"F12", K_F12},
};

/* Names are typed in any case: "pgup", "ENTER". */
static bool same(const char *name, const char *typed, size_t n)
{
	size_t i = 0;

	while (i < n && name[i] != '\0' && ascii_lower(name[i]) == ascii_lower(typed[i]))
		i++;
	return i == n && name[i] == '\0';
}

/* ^A to ^Z and ^[ ^\ ^] ^^ ^_ in either case. */
static int control(char c)
{
	const char upper = c >= 'a' && c <= 'z' ? (char)(c - ('a' - 'A')) : c;

	return upper >= 'A' && upper <= '_' ? KEY_CTRL(upper) : 0;
}

int key_code(const char *name, size_t n)
{
	ucs4_t c = 0;
	int code = 0;

	if (n == 2 && name[0] == '^')
		code = control(name[1]);
	else if (n > 0 && u8_mbtouc(&c, (const uint8_t *)name, n) == (int)n && c != 0xfffd)
		code = (int)c;
	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]) && code == 0; i++) {
		if (same(names[i].name, name, n))
			code = names[i].code;
	}
	return code;
}

void key_show(int code, struct str *out)
{
	uint8_t bytes[6];
	const char *name = NULL;
	int n;

	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]) && name == NULL; i++) {
		if (names[i].code == code)
			name = names[i].name;
	}
	if (name != NULL) {
		str_add(out, name);
	} else if (code < K_SPACE) {
		str_addf(out, "^%c", code + '@');
	} else if (code < K_FIRST) {
		n = u8_uctomb(bytes, (ucs4_t)code, sizeof(bytes));
		if (n > 0)
			str_addn(out, (const char *)bytes, (size_t)n);
	}
}
