#include "config.h"

#include "isms/app/settings.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "isms/app/key.h"
#include "isms/app/place.h"
#include "isms/util/ascii.h"
#include "isms/util/err.h"
#include "isms/util/i18n.h"
#include "isms/util/mem.h"
#include "isms/util/near.h"

#define LINE_MAX_BYTES 4096 /* a longer one is no configuration */

const char *const theme_names[THEME_COUNT] = {
	[THEME_AUTO] = "auto",	       [THEME_AUTO16] = "auto16", [THEME_DARK256] = "dark256",
	[THEME_LIGHT256] = "light256", [THEME_MONO] = "mono",
};

/* ---- key = value --------------------------------------------------------- */

static bool set_theme(struct settings *settings, const char *value, struct err *err)
{
	int i = 0;

	while (i < THEME_COUNT && strcmp(theme_names[i], value))
		i++;
	if (i == THEME_COUNT)
		return err_set(err, ERR_INPUT,
			       _("theme is auto, auto16, dark256, light256 or mono, "
				 "not '%s'"),
			       value);
	settings->theme = (enum theme)i;
	return true;
}

static bool set_switch(bool *to, const char *name, const char *value, struct err *err)
{
	const bool on = !strcmp(value, "on");

	if (!on && strcmp(value, "off"))
		return err_set(err, ERR_INPUT, _("%s is on or off, not '%s'"), name, value);
	*to = on;
	return true;
}

static bool set_mouse(struct settings *settings, const char *value, struct err *err)
{
	return set_switch(&settings->mouse, "mouse", value, err);
}

static bool set_a11y(struct settings *settings, const char *value, struct err *err)
{
	return set_switch(&settings->a11y, "a11y", value, err);
}

static bool set_ascii(struct settings *settings, const char *value, struct err *err)
{
	return set_switch(&settings->ascii, "ascii", value, err);
}

static const struct {
	const char *name;
	bool (*set)(struct settings *, const char *, struct err *);
} options[] = {
	{"theme", set_theme},
	{"mouse", set_mouse},
	{"a11y", set_a11y},
	{"ascii", set_ascii},
};

static bool assign(struct settings *settings, const char *name, const char *value, struct err *err)
{
	struct near near;
	struct str hint = STR_INIT;
	size_t i = 0;
	bool ok;

	while (i < sizeof(options) / sizeof(options[0]) && strcmp(options[i].name, name))
		i++;
	if (i < sizeof(options) / sizeof(options[0]))
		return options[i].set(settings, value, err);
	near_init(&near, name);
	for (i = 0; i < sizeof(options) / sizeof(options[0]); i++)
		near_try(&near, options[i].name);
	near_hint(&near, &hint);
	ok = err_set(err, ERR_INPUT, _("nothing is called '%s'%s"), name, str_get(&hint));
	str_release(&hint);
	near_release(&near);
	return ok;
}

/* ---- bind PLACE KEY COMMAND ---------------------------------------------- */

/* The next word from *p on; n receives its length, 0 at the end. */
static const char *word(const char **p, size_t *n)
{
	const char *start = *p + strspn(*p, " \t");

	*n = strcspn(start, " \t");
	*p = start + *n;
	return start;
}

static bool bind_place(struct binding *b, const char *name, size_t n, struct err *err)
{
	const struct place *place = place_find(name, n);
	char *text = xstrndup(name, n);
	bool ok = true;

	if (place) {
		b->where = place->where;
	} else {
		b->kind = kind_find(text);
		b->where = WHERE_LIST | WHERE_RECORD;
		ok = b->kind || err_set(err, ERR_INPUT,
					_("'%s' is no place of the screen and no "
					  "register; see 'isms keys'"),
					text);
	}
	free(text);
	return ok;
}

static bool is_text(int key)
{
	return key >= K_SPACE && key < K_FIRST && key != K_BACKSPACE;
}

static bool bind_key(struct binding *b, const char *name, size_t n, struct err *err)
{
	const unsigned typing = WHERE_FORM | WHERE_PICKER | WHERE_HELP;

	b->key = key_code(name, n);
	if (!b->key)
		return err_set(err, ERR_INPUT,
			       _("'%.*s' is no key; keys are a, ^T, F5, Enter, PgUp …"), (int)n,
			       name);
	if (b->key == K_ESC || b->key == KEY_CTRL('c'))
		return err_set(err, ERR_INPUT, _("'%.*s' always leads back"), (int)n, name);
	if (is_text(b->key) && b->where & typing)
		return err_set(err, ERR_INPUT,
			       _("'%.*s' is text there; take a control or function key"), (int)n,
			       name);
	return true;
}

/* Does the palette know what begins so: a command, a register ("context issues"), or maybe
 * a record, whose code has more than letters? */
static bool begins_with_something(const char *text)
{
	bool known = false;
	size_t n = 0;

	while (text[n] && !known) {
		char *name;

		n += strspn(text + n, " ");
		n += strcspn(text + n, " ");
		name = xstrndup(text, n);
		known = command_find(name) || kind_find(name);
		free(name);
	}
	return known || strcspn(text, "-./0123456789") < strcspn(text, " ");
}

/* A command of the screen; "none"; else words for the palette. */
static bool bind_command(struct binding *b, const char *text, struct err *err)
{
	const struct command *command = command_find(text);

	b->id = CMD_COUNT;
	if (!*text)
		return err_set(err, ERR_INPUT, _("what the key does is missing"));
	if (!strcmp(text, "none"))
		return true;
	if (!begins_with_something(text))
		return err_set(err, ERR_INPUT, _("no command, register or record '%s'"), text);
	if (!command || !(command->flags & CMD_SCREEN)) {
		b->words = xstrdup(text);
		return true;
	}
	if (b->where != WHERE_GLOBAL && !(command->where & (b->where | WHERE_GLOBAL)))
		return err_set(err, ERR_INPUT, _("'%s' does not work there"), command->name);
	b->id = command->id;
	return true;
}

/* Two lines for one key of one place. */
static bool alone(const struct settings *settings, const struct binding *b, struct err *err)
{
	size_t i;

	for (i = 0; i < settings->n; i++) {
		const struct binding *other = &settings->bindings[i];

		if (other->key == b->key && other->where == b->where && other->kind == b->kind)
			return err_set(err, ERR_INPUT,
				       _("the key has another meaning by line %ld "
					 "already"),
				       other->line);
	}
	return true;
}

static bool bind(struct settings *settings, const char *text, long number, struct err *err)
{
	struct binding b = {.line = number};
	size_t nplace, nkey;
	const char *place = word(&text, &nplace), *key = word(&text, &nkey);
	bool ok;

	text += strspn(text, " \t");
	if (!nplace || !nkey)
		return err_set(err, ERR_INPUT, _("it is: bind PLACE KEY COMMAND"));
	ok = bind_place(&b, place, nplace, err) && bind_key(&b, key, nkey, err) &&
	     alone(settings, &b, err) && bind_command(&b, text, err);
	if (ok) {
		settings->bindings = xgrow(settings->bindings, settings->n, &settings->cap,
					   sizeof(*settings->bindings));
		settings->bindings[settings->n++] = b;
	}
	return ok;
}

/* ---- The file ------------------------------------------------------------ */

bool settings_line(struct settings *settings, const char *line, long number, struct err *err)
{
	struct str text = STR_INIT, name = STR_INIT;
	const char *equals;
	bool ok = true;

	str_add(&text, line);
	str_trim(&text);
	equals = strchr(str_get(&text), '=');
	if (text.len > LINE_MAX_BYTES) {
		ok = err_set(err, ERR_INPUT, _("the line is too long"));
	} else if (!text.len || *str_get(&text) == '#') {
		ok = true;
	} else if (!strncmp(str_get(&text), "bind", 4) && ascii_space(str_get(&text)[4])) {
		ok = bind(settings, str_get(&text) + 5, number, err);
	} else if (!equals) {
		ok = err_set(err, ERR_INPUT,
			     _("it is neither 'name = value' nor 'bind PLACE KEY "
			       "COMMAND'"));
	} else {
		str_addn(&name, str_get(&text), (size_t)(equals - str_get(&text)));
		str_trim(&name);
		str_remove(&text, 0, (size_t)(equals + 1 - str_get(&text)));
		str_trim(&text);
		ok = assign(settings, str_get(&name), str_get(&text), err);
	}
	str_release(&text);
	str_release(&name);
	return ok;
}

static void note(struct settings *settings, long line, const char *text)
{
	strv_take(&settings->notes, xasprintf("config:%ld: %s", line, text));
}

/* Is the key one of the command's own? */
static bool has_key(const struct command *c, int key)
{
	const char *s = c->keys ? c->keys : "";
	bool found = false;

	while (*s && !found) {
		const size_t n = strcspn(s, " ");

		found = key_code(s, n) == key;
		s += n;
		s += strspn(s, " ");
	}
	return found;
}

/* A command that lost its last key in a place it has one in by the table, and by this
 * line, not by another one. */
static void look_for_lost(struct settings *settings, const struct binding *b)
{
	struct str keys = STR_INIT;
	size_t i, p;

	for (i = 0; i < CMD_COUNT; i++)
		for (p = 0; places[p].where; p++) {
			const struct command *c = &commands[i];

			if (!(c->where & b->where & places[p].where) || !has_key(c, b->key) ||
			    !(c->flags & CMD_SCREEN))
				continue;
			str_clear(&keys);
			command_keys(NULL, c, places[p].where, b->kind, &keys);
			if (!keys.len)
				continue;
			str_clear(&keys);
			command_keys(settings, c, places[p].where, b->kind, &keys);
			if (!keys.len) {
				char *text =
					xasprintf(_("%s has no key any more (%s); : still does it"),
						  c->name, _(places[p].title));

				note(settings, b->line, text);
				free(text);
			}
		}
	str_release(&keys);
}

static void cannot_read(struct settings *settings, const char *path)
{
	strv_take(&settings->notes, xasprintf(_("cannot read '%s': %s"), path, strerror(errno)));
}

static void read_lines(struct settings *settings, FILE *in, const char *path)
{
	struct err err = ERR_INIT;
	char *line = NULL;
	size_t cap = 0, i;
	long number = 0;

	while (getline(&line, &cap, in) >= 0) {
		number++;
		if (!settings_line(settings, line, number, &err))
			note(settings, number, err_msg(&err));
		err_release(&err);
	}
	if (ferror(in))
		cannot_read(settings, path);
	free(line);
	for (i = 0; i < settings->n; i++)
		look_for_lost(settings, &settings->bindings[i]);
}

char *settings_path(void)
{
	const char *own = getenv("ISMS_CONFIG"), *config = getenv("XDG_CONFIG_HOME"),
		   *home = getenv("HOME");
	char *path = NULL;

	if (own && *own)
		path = xstrdup(own);
	else if (config && *config == '/')
		path = xasprintf("%s/isms/config", config);
	else if (home && *home)
		path = xasprintf("%s/.config/isms/config", home);
	return path;
}

void settings_read(struct settings *settings, const char *path)
{
	FILE *in = path ? fopen(path, "r") : NULL;

	memset(settings, 0, sizeof(*settings));
	if (in) {
		read_lines(settings, in, path);
		fclose(in);
	} else if (path && errno != ENOENT) {
		cannot_read(settings, path);
	}
}

void settings_mine(struct settings *settings)
{
	const char *named = getenv("ISMS_CONFIG");
	char *path = settings_path();

	settings_read(settings, path);
	if (named && *named && access(named, F_OK) && errno == ENOENT)
		cannot_read(settings, named);
	free(path);
}

void settings_release(struct settings *settings)
{
	size_t i;

	for (i = 0; i < settings->n; i++)
		free(settings->bindings[i].words);
	free(settings->bindings);
	strv_release(&settings->notes);
	memset(settings, 0, sizeof(*settings));
}

/* ---- Keys ---------------------------------------------------------------- */

static const struct binding *find(const struct settings *settings, unsigned where,
				  const struct kind *kind, int key)
{
	const struct binding *found = NULL;
	size_t i;

	for (i = 0; settings && i < settings->n; i++) {
		const struct binding *b = &settings->bindings[i];

		if (b->key == key && b->where & where && b->kind == kind)
			found = b;
	}
	return found;
}

const struct binding *binding_find(const struct settings *settings, unsigned where,
				   const struct kind *kind, int key)
{
	const struct binding *found = kind ? find(settings, where, kind, key) : NULL;

	return found ? found : find(settings, where, NULL, key);
}

static void add_key(struct str *out, const char *name, size_t n)
{
	if (out->len)
		str_addc(out, ' ');
	str_addn(out, name, n);
}

void command_keys(const struct settings *settings, const struct command *command, unsigned where,
		  const struct kind *kind, struct str *out)
{
	const char *s = command->where & where ? command->keys : NULL;
	struct str name = STR_INIT;
	size_t i;

	for (; s && *s; s += strspn(s, " ")) {
		const size_t n = strcspn(s, " ");

		if (!binding_find(settings, where, kind, key_code(s, n)))
			add_key(out, s, n);
		s += n;
	}
	for (i = 0; settings && i < settings->n; i++) {
		const struct binding *b = &settings->bindings[i];

		if (b->id != command->id || !(b->where & where) || (b->kind && b->kind != kind) ||
		    binding_find(settings, where, kind, b->key) != b)
			continue;
		str_clear(&name);
		key_show(b->key, &name);
		add_key(out, str_get(&name), name.len);
	}
	str_release(&name);
}
