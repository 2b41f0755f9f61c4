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

		found = code != 0 && key_code(s, n) == code;
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

/* The user's own first. True: the key has a meaning in where, even if it is none. */
static bool means(const struct key_place *at, unsigned where, int code, enum command_id *id,
		  const char **words)
{
	const struct binding *own =
		at->settings == NULL ? NULL : binding_find(at->settings, where, at->kind, code);

	*id = own == NULL ? find(where, code) : own->id;
	*words = own == NULL ? NULL : own->words;
	return own != NULL || *id != CMD_COUNT;
}

enum command_id key_command(const struct key_place *at, const struct key *key,
			    const char **words)
{
	enum command_id id = CMD_COUNT;

	*words = NULL;
	if (!(at->text && key_is_text(key)) && !means(at, at->where, key->code, &id, words))
		means(at, WHERE_GLOBAL, key->code, &id, words);
	return id;
}

enum command_id key_sequence(const struct key_place *at, const struct key *first,
			     const struct key *second)
{
	const char *s;
	size_t i;

	for (i = 0; i < CMD_COUNT && !at->text; i++) {
		if ((commands[i].flags & CMD_SCREEN) == 0 || commands[i].keys == NULL ||
		    (commands[i].where & (at->where | WHERE_GLOBAL)) == 0)
			continue;
		for (s = commands[i].keys; *s != '\0'; s += strspn(s, " ")) {
			size_t n = strcspn(s, " ");

			if (n == 2 && key_code(s, n) == 0 && s[0] == first->code &&
			    s[1] == second->code)
				return (enum command_id)i;
			s += n;
		}
	}
	return CMD_COUNT;
}

void key_label(const struct key_place *at, const struct command *cmd, struct str *out)
{
	struct str keys = STR_INIT;
	const char *s;
	bool found = false;

	command_keys(at->settings, cmd, at->where, at->kind, &keys);
	s = str_get(&keys);
	while (*s != '\0' && !found) {
		size_t n = strcspn(s, " ");
		struct key key = {key_code(s, n)};

		found = !at->text || !key_is_text(&key);
		if (found)
			str_addn(out, s, n);
		s += n;
		s += strspn(s, " ");
	}
	str_release(&keys);
}
