#include "config.h"

#include "steps.h"

#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "cli.h"
#include "files.h"

enum { MAX_ARGS = 30, MAX_FIELDS = 80 };

#define STALL_MS 300 /* longer than what is not told of */
#define RUN_MS 15
#define STALLS 20

static void run(struct tap *t, struct cli *c, const char *const args[])
{
	cli_run(t, c, NULL, NULL, args);
	if (c->status != 0)
		tap_bail(t, "isms %s %s … ended with %d: %s", args[0], args[1], c->status, c->err);
}

void steps_cli(struct tap *t, ...)
{
	const char *args[MAX_ARGS + 1] = {NULL};
	struct cli c;
	size_t n = 0;
	va_list ap;

	va_start(ap, t);
	while (n < MAX_ARGS && (args[n] = va_arg(ap, const char *)))
		n++;
	va_end(ap);
	run(t, &c, args);
}

void steps_init(struct tap *t, const char *file)
{
	steps_cli(t, "-f", file, "init", "--org", "Muster GmbH", NULL);
}

/* Made by the first case and copied by the others, which have the same parent. */
void steps_sample(struct tap *t, const char *file)
{
	const char *tmp = getenv("TMPDIR");
	const char *made = tmp ? tap_str(t, "%s/sample-%ld.isms", tmp, (long)getppid()) : NULL;

	if (made && file_exists(t, made)) {
		file_copy(t, made, file);
		return;
	}
	steps_init(t, file);
	steps_cli(t, "-f", file, "import", "risk",
		  file_source(t, "tests/terminal/data/register.csv"), "--create-refs", NULL);
	if (made)
		file_copy(t, file, made);
}

/* As steps_sample(). */
void steps_demo(struct tap *t, const char *file)
{
	const char *made = tap_str(t, "%s/demo-%ld.isms", getenv("TMPDIR"), (long)getppid());

	if (file_exists(t, made)) {
		file_copy(t, made, file);
	} else {
		steps_cli(t, "-f", file, "demo", NULL);
		file_copy(t, file, made);
	}
}

/* One cell of tab-separated values, without its heading. */
const char *steps_value(struct tap *t, const char *file, const char *code, const char *field)
{
	const char *kind = tap_str(t, "%s", code);
	char *slash = strchr(kind, '/'), *line;
	struct cli c;

	if (!slash)
		tap_bail(t, "'%s' is not KIND/CODE", code);
	*slash = '\0';
	run(t, &c,
	    (const char *const[]){"-f", file, "list", kind, "--where",
				  tap_str(t, "code:%s", slash + 1), "--columns", field, "--format",
				  "tsv", NULL});
	line = strchr(c.out, '\n');
	line = line ? line + 1 : c.out;
	line[strcspn(line, "\n")] = '\0';
	return line;
}

void steps_data(struct tap *t, const char *name)
{
	file_copy(t, file_source(t, tap_str(t, "tests/terminal/data/%s", name)), name);
}

struct screen *steps_open(struct tap *t, const struct screen_opts *opts, const char *file)
{
	struct screen *s = screen_run(t, opts, (const char *const[]){file, NULL});

	screen_wait(s, "Dashboard");
	screen_wait_row(s, -1, "Help");
	return s;
}

void steps_go(struct screen *s, const char *where, const char *title)
{
	screen_keys(s, ":");
	screen_wait(s, "Command, register");
	screen_keys(s, where);
	screen_keys(s, "<Enter>");
	screen_wait_row(s, 0, title);
	screen_wait_gone(s, "Command, register");
}

struct awaited {
	char number[24];
};

static bool moved(struct screen *s, const void *arg)
{
	const struct awaited *a = arg;
	const char *line = screen_line(s, 0), *last = strrchr(line, ' ');

	return last && strcmp(last, a->number) != 0;
}

void steps_next_field(struct screen *s)
{
	const char *now = strrchr(screen_line(s, 0), ' ');
	struct awaited a;

	snprintf(a.number, sizeof(a.number), "%s", now ? now : "");
	screen_keys(s, "<Tab>");
	screen_wait_for(s, moved, &a, "the next field");
}

void steps_field(struct screen *s, const char *label)
{
	const char *text = tap_str(screen_tap(s), "> %s", label);

	for (int i = 0; i < MAX_FIELDS && !screen_has(s, text); i++)
		steps_next_field(s);
	screen_wait(s, text);
}

static void stop(struct screen *s)
{
	screen_signal(s, SIGSTOP);
	screen_wait_stopped(s);
}

void steps_long(struct screen *s, const char *keys, const char *what)
{
	screen_keys(s, keys);
	while (screen_unread(s) > 0)
		screen_pump(s, 1);
	/* it may not have begun by now */
	for (int i = 0; i < STALLS && !screen_has(s, "Esc cancels"); i++) {
		stop(s);
		screen_pump(s, STALL_MS);
		screen_continue(s);
		screen_pump(s, RUN_MS);
	}
	screen_wait(s, what);
	screen_wait(s, "Esc cancels");
}

void steps_press(struct screen *s, const char *keys, const char *leads_to)
{
	stop(s);
	screen_keys(s, keys);
	screen_continue(s);
	screen_wait(s, leads_to);
}

void steps_leave(struct screen *s)
{
	screen_keys(s, "1");
	screen_wait_row(s, 0, "Dashboard");
	screen_keys(s, "q");
	screen_exit(s);
}

void steps_type(struct screen *s, const char *keys)
{
	while (*keys) {
		const char *end = strchr(keys + 1, *keys == '{' ? '}' : '@');
		const size_t n = *keys == '{' || *keys == '@' ? (size_t)(end - keys)
							      : strcspn(keys, "{@");
		const char *part = tap_str(screen_tap(s), "%.*s", (int)n, keys);

		if (*keys == '{')
			screen_wait_row(s, 0, part + 1);
		else if (*keys == '@')
			steps_field(s, part + 1);
		else
			screen_keys(s, part);
		keys += n + (*keys == '{' || *keys == '@');
	}
}
