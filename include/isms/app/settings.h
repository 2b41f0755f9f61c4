/*
 * What people choose for themselves: $ISMS_CONFIG, else
 * $XDG_CONFIG_HOME/isms/config, else ~/.config/isms/config. Lines of
 *
 *   # a comment
 *   theme = dark256
 *   bind list X export
 *   bind risks ^T risks level>=high
 *
 * A line that cannot be understood is left out and told with its number; the
 * program works without any of it.
 */
#ifndef ISMS_APP_SETTINGS_H
#define ISMS_APP_SETTINGS_H

#include <stdbool.h>
#include <stddef.h>

#include "isms/app/command.h"
#include "isms/model/kind.h"
#include "isms/util/str.h"

enum theme { THEME_AUTO, THEME_AUTO16, THEME_DARK256, THEME_LIGHT256, THEME_MONO, THEME_COUNT };
extern const char *const theme_names[THEME_COUNT];     /* "auto", "auto16", … */

/* A key of one's own. */
struct binding {
	unsigned where;             /* bits of enum where */
	const struct kind *kind;    /* only in this register; NULL: in all */
	int key;                    /* as key_code() */
	enum command_id id;         /* CMD_COUNT: the words, or nothing at all */
	char *words;                /* what the palette does with them; owned; NULL */
	long line;                  /* of the configuration */
};

struct settings {
	enum theme theme;
	bool mouse, a11y, ascii;
	struct binding *bindings;   /* in the order of the lines; owned */
	size_t n, cap;
	struct strv notes;          /* "config:3: …", what is to be told; owned */
};

/* The path that is meant; NULL where there is no home. The caller frees. */
char *settings_path(void);

/* Reads the file, or nothing where there is none. Never fails: notes has what
 * could not be read, be understood, or collides. The caller releases. */
void settings_read(struct settings *settings, const char *path);

/* The one of settings_path(); where $ISMS_CONFIG names one it has to be there. */
void settings_mine(struct settings *settings);
void settings_release(struct settings *settings);

/* One line, without its end; false with err where it cannot be understood. For
 * settings_read() and tests. */
bool settings_line(struct settings *settings, const char *line, long number, struct err *err);

/* The binding of a key in one of these places, those of the register before
 * those of all, later lines before earlier ones; NULL: none. */
const struct binding *binding_find(const struct settings *settings, unsigned where,
                                   const struct kind *kind, int key);

/*
 * Appends the names of the keys that do a command in a place, blanks between them:
 * those of the command table that nobody took away, and those that were given.
 * settings NULL: the table's alone.
 */
void command_keys(const struct settings *settings, const struct command *command,
                  unsigned where, const struct kind *kind, struct str *out);

#endif
