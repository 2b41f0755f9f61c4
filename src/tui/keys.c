#include "config.h"

#include "isms/tui/keys.h"

#include <stdint.h>
#include <string.h>
#include <unistr.h>

bool key_is_text(const struct key *key)
{
	return key->code >= K_SPACE && key->code < K_FIRST && key->code != K_BACKSPACE &&
	       !(key->code >= 0x80 && key->code < 0xa0);
}

void key_utf8(const struct key *key, struct str *out)
{
	uint8_t bytes[6];
	const int n = u8_uctomb(bytes, (ucs4_t)key->code, sizeof(bytes));

	if (n > 0)
		str_addn(out, (const char *)bytes, (size_t)n);
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
