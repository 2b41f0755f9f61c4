#include "config.h"

#include "isms/tui/keys.h"

#include <string.h>

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

bool key_is_text(const struct key *key)
{
	return key->code >= K_SPACE && key->code < K_FIRST && key->code != K_BACKSPACE &&
	       !(key->code >= 0x80 && key->code < 0xa0);
}

void key_utf8(const struct key *key, struct str *out)
{
	unsigned c = (unsigned)key->code;

	if (c < 0x80) {
		str_addc(out, (char)c);
	} else if (c < 0x800) {
		str_addc(out, (char)(0xc0 | c >> 6));
		str_addc(out, (char)(0x80 | (c & 0x3f)));
	} else if (c < 0x10000) {
		str_addc(out, (char)(0xe0 | c >> 12));
		str_addc(out, (char)(0x80 | (c >> 6 & 0x3f)));
		str_addc(out, (char)(0x80 | (c & 0x3f)));
	} else {
		str_addc(out, (char)(0xf0 | c >> 18));
		str_addc(out, (char)(0x80 | (c >> 12 & 0x3f)));
		str_addc(out, (char)(0x80 | (c >> 6 & 0x3f)));
		str_addc(out, (char)(0x80 | (c & 0x3f)));
	}
}

int key_code(const char *name, size_t n)
{
	int code = 0;

	if (n == 1)
		code = (unsigned char)name[0];
	else if (n == 2 && name[0] == '^')
		code = KEY_CTRL(name[1]);
	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]) && code == 0; i++) {
		if (strlen(names[i].name) == n && strncmp(names[i].name, name, n) == 0)
			code = names[i].code;
	}
	return code;
}

static bool has_key(const struct command *cmd, int code)
{
	const char *s = cmd->keys;
	bool found = false;

	while (s != NULL && *s != '\0' && !found) {
		size_t n = strcspn(s, " ");

		found = key_code(s, n) == code;
		s += n;
		s += strspn(s, " ");
	}
	return found;
}

static enum command_id find(unsigned where, int code)
{
	size_t i = 0;

	while (i < CMD_COUNT && !((commands[i].flags & CMD_SCREEN) != 0 &&
				  (commands[i].where & where) != 0 && has_key(&commands[i], code)))
		i++;
	return (enum command_id)i;
}

enum command_id key_command(unsigned where, bool text, const struct key *key)
{
	enum command_id id = CMD_COUNT;

	if (!(text && key_is_text(key))) {
		id = find(where, key->code);
		if (id == CMD_COUNT)
			id = find(WHERE_GLOBAL, key->code);
	}
	return id;
}

void key_label(const struct command *cmd, bool text, struct str *out)
{
	const char *s = cmd->keys;
	bool found = false;

	while (s != NULL && *s != '\0' && !found) {
		size_t n = strcspn(s, " ");
		struct key key = {key_code(s, n)};

		found = !text || !key_is_text(&key);
		if (found)
			str_addn(out, s, n);
		s += n;
		s += strspn(s, " ");
	}
}
