/* Keys by name, places, and the configuration line by line. */
#include "config.h"

#include "isms/app/settings.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "isms/app/key.h"
#include "isms/app/place.h"
#include "isms/model/kinds.h"

static struct settings settings;
static struct err err = ERR_INIT;

static void clear(void)
{
	settings_release(&settings);
	err_release(&err);
}

TestSuite(settings, .fini = clear);

static int code(const char *name)
{
	return key_code(name, strlen(name));
}

static void must_take(const char *line)
{
	cr_expect(settings_line(&settings, line, 1, &err), "%s: %s", line, err_msg(&err));
	err_release(&err);
}

static void must_refuse(const char *line, const char *why)
{
	cr_expect_not(settings_line(&settings, line, 7, &err), "%s", line);
	cr_expect(strstr(err_msg(&err), why), "%s: '%s' lacks '%s'", line, err_msg(&err), why);
	err_release(&err);
}

static const char *keys_of(enum command_id id, unsigned where, const struct kind *kind)
{
	static struct str out;

	str_clear(&out);
	command_keys(&settings, &commands[id], where, kind, &out);
	return str_get(&out);
}

Test(settings, every_key_of_the_table_has_a_name_that_reads_back)
{
	struct str name = STR_INIT;

	for (size_t i = 0; i < CMD_COUNT; i++) {
		const char *s = commands[i].keys ? commands[i].keys : "";

		for (; *s; s += strspn(s, " ")) {
			const size_t n = strcspn(s, " ");
			const int c = key_code(s, n);

			if (strncmp(s, "g/", n) == 0) { /* two keys, one after the other */
				s += n;
				continue;
			}
			cr_expect_neq(c, 0, "%s: %.*s", commands[i].name, (int)n, s);
			str_clear(&name);
			key_show(c, &name);
			cr_expect_eq(code(str_get(&name)), c, "%s", str_get(&name));
			s += n;
		}
	}
	str_release(&name);
}

Test(settings, keys_are_named_as_people_write_them)
{
	cr_expect_eq(code("a"), 'a');
	cr_expect_eq(code("A"), 'A');
	cr_expect_eq(code("ä"), 0xe4);
	cr_expect_eq(code("^s"), code("^S"));
	cr_expect_eq(code("^S"), 's' & 0x1f);
	cr_expect_eq(code("pgup"), K_PGUP);
	cr_expect_eq(code("ENTER"), K_ENTER);
	cr_expect_eq(code("F12"), K_F12);
	cr_expect_eq(code(""), 0);
	cr_expect_eq(code("F13"), 0);
	cr_expect_eq(code("^1"), 0);
	cr_expect_eq(code("ab"), 0);
	cr_expect_eq(code("\xff"), 0);
}

Test(settings, every_place_has_one_bit_and_a_name)
{
	unsigned seen = 0;

	for (size_t i = 0; places[i].where; i++) {
		const unsigned where = places[i].where;

		cr_expect_eq(where & (where - 1), 0, "%s", places[i].name);
		cr_expect_eq(seen & where, 0, "%s", places[i].name);
		seen |= where;
		cr_expect_eq(place_find(places[i].name, strlen(places[i].name)), &places[i]);
	}
	for (size_t i = 0; i < CMD_COUNT; i++)
		cr_expect_eq(commands[i].where & ~seen, 0, "%s works where no place is",
			     commands[i].name);
	cr_expect_null(place_find("lis", 3));
	cr_expect_not_null(place_find("LIST", 4));
}

Test(settings, values_and_switches)
{
	must_take("");
	must_take("   # a comment");
	must_take("theme = light256");
	cr_expect_eq(settings.theme, THEME_LIGHT256);
	must_take("\tmouse=on  ");
	must_take("a11y = on");
	must_take("ascii = on");
	cr_expect(settings.mouse && settings.a11y && settings.ascii);
	must_take("mouse = off");
	cr_expect_not(settings.mouse);
	must_refuse("theme = pink", "not 'pink'");
	must_refuse("mouse = yes", "on or off");
	must_refuse("mosue = on", "did you mean 'mouse'");
	must_refuse("nonsense", "neither");
	cr_expect_eq(settings.theme, THEME_LIGHT256, "what is refused changes nothing");
}

Test(settings, bindings_that_cannot_be)
{
	must_refuse("bind list", "bind PLACE KEY COMMAND");
	must_refuse("bind nowhere x export", "'nowhere'");
	must_refuse("bind list xx export", "'xx' is no key");
	must_refuse("bind list x", "missing");
	must_refuse("bind list Esc export", "leads back");
	must_refuse("bind list ^C export", "leads back");
	must_refuse("bind form x save", "text there");
	must_refuse("bind list F5 save", "does not work there");
	must_take("bind list F5 export");
	must_refuse("bind list F5 import", "line 1");
	cr_expect_eq(settings.n, 1);
}

Test(settings, a_key_of_ones_own_stands_before_the_table)
{
	const struct binding *b;

	must_take("bind list x import");
	must_take("bind risks x matrix");
	must_take("bind list F6 none");
	must_take("bind assets ^T risks level>=high");
	b = binding_find(&settings, WHERE_LIST, &kind_asset, 'x');
	cr_expect(b && b->id == CMD_IMPORT, "in any register");
	b = binding_find(&settings, WHERE_LIST, &kind_risk, 'x');
	cr_expect(b && b->id == CMD_MATRIX, "in this one");
	b = binding_find(&settings, WHERE_RECORD, &kind_risk, 'x');
	cr_expect(b && b->id == CMD_MATRIX, "a register is its list and its records");
	b = binding_find(&settings, WHERE_RECORD, &kind_asset, KEY_CTRL('t'));
	cr_assert(b && b->words);
	cr_expect_str_eq(b->words, "risks level>=high");
	cr_expect_null(binding_find(&settings, WHERE_LIST, &kind_risk, KEY_CTRL('t')));
	cr_expect_null(binding_find(&settings, WHERE_FORM, NULL, 'x'));

	cr_expect_str_eq(keys_of(CMD_IMPORT, WHERE_LIST, &kind_asset), "i x");
	cr_expect_str_eq(keys_of(CMD_IMPORT, WHERE_LIST, &kind_risk), "i");
	cr_expect_str_eq(keys_of(CMD_EXPORT, WHERE_LIST, NULL), "");
	cr_expect_str_eq(keys_of(CMD_MATRIX, WHERE_GLOBAL, NULL), "m");
}

static char *file_with(const char *text)
{
	static char path[] = "/tmp/isms-config-XXXXXX";
	const int fd = mkstemp(path);
	FILE *f = fd < 0 ? NULL : fdopen(fd, "w");

	cr_assert(f);
	fputs(text, f);
	fclose(f);
	return path;
}

Test(settings, a_file_is_read_whole_and_its_faults_are_told)
{
	char *path = file_with("# mine\n"
			       "theme = pink\n"
			       "mouse = on\n"
			       "bind list x none\n"
			       "bind everywhere F5 risks owner:novak\r\n");

	settings_read(&settings, path);
	unlink(path);
	cr_expect(settings.mouse);
	cr_assert_eq(settings.n, 2);
	cr_expect_str_eq(settings.bindings[1].words, "risks owner:novak");
	cr_assert_eq(settings.notes.n, 2);
	cr_expect(strstr(settings.notes.v[0], "config:2: "), "%s", settings.notes.v[0]);
	cr_expect(strstr(settings.notes.v[1], "config:4: export has no key any more"), "%s",
		  settings.notes.v[1]);
}

Test(settings, a_key_that_is_lost_is_told_of_the_line_that_took_it)
{
	char *path = file_with("bind risks F8 matrix\n"
			       "bind risks x none\n"
			       "bind list F7 export\n"
			       "bind assets i none\n");

	settings_read(&settings, path);
	unlink(path);
	cr_assert_eq(settings.notes.n, 1, "x has F7 instead: %s", settings.notes.v[0]);
	cr_expect(strstr(settings.notes.v[0], "config:4: import has no key any more"), "%s",
		  settings.notes.v[0]);
}

Test(settings, a_key_does_something_that_there_is)
{
	char *path = file_with("bind everywhere F3 nosuchthing here\n"
			       "bind everywhere F5 context issues owner:novak\n"
			       "bind everywhere F6 R-0012\n"
			       "bind everywhere F7 A.8.13\n"
			       "bind everywhere F8 set R-0012 due=+2w\n");

	settings_read(&settings, path);
	unlink(path);
	cr_expect_eq(settings.n, 4);
	cr_assert_eq(settings.notes.n, 1);
	cr_expect(strstr(settings.notes.v[0], "config:1: no command, register or record 'nosuch"),
		  "%s", settings.notes.v[0]);
}

Test(settings, no_file_is_no_fault_but_one_that_cannot_be_read_is)
{
	settings_read(&settings, "/nowhere/at/all");
	cr_expect_eq(settings.notes.n, 0);
	settings_read(&settings, NULL);
	cr_expect_eq(settings.notes.n, 0);
	settings_read(&settings, "/dev/null/config");
	cr_expect_eq(settings.notes.n, 1);
}

Test(settings, where_it_lies)
{
	char *path;

	setenv("ISMS_CONFIG", "/x/y", 1);
	path = settings_path();
	cr_expect_str_eq(path, "/x/y");
	free(path);
	unsetenv("ISMS_CONFIG");
	setenv("XDG_CONFIG_HOME", "/c", 1);
	path = settings_path();
	cr_expect_str_eq(path, "/c/isms/config");
	free(path);
	unsetenv("XDG_CONFIG_HOME");
	setenv("HOME", "/h", 1);
	path = settings_path();
	cr_expect_str_eq(path, "/h/.config/isms/config");
	free(path);
}
