/* The words of the command line: which options, which command, which file. */
#include "config.h"

#include <limits.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "isms/util/date.h"
#include "isms/util/i18n.h"
#include "isms/util/mem.h"
#include "isms/util/text.h"

#include "private.h"

static cli_fn *const run[CMD_COUNT] = {
	[CMD_ADD] = cmd_add,
	[CMD_ARCHIVE] = cmd_archive,
	[CMD_BACKUP] = cmd_backup,
	[CMD_CATALOGUE] = cmd_catalogue,
	[CMD_CERTIFICATION] = cmd_certification,
	[CMD_CHECK] = cmd_check,
	[CMD_COMPLETION] = cmd_completion,
	[CMD_DASHBOARD] = cmd_dashboard,
	[CMD_DEMO] = cmd_demo,
	[CMD_DOCTOR] = cmd_doctor,
	[CMD_PREPARE] = cmd_prepare,
	[CMD_REPORT] = cmd_report,
	[CMD_DIFF] = cmd_diff,
	[CMD_DRAFTS] = cmd_drafts,
	[CMD_DUE] = cmd_due,
	[CMD_EXPORT] = cmd_export,
	[CMD_FIELDS] = cmd_fields,
	[CMD_FIND] = cmd_find,
	[CMD_FOLLOW] = cmd_follow,
	[CMD_HELP] = cmd_help,
	[CMD_IMPORT] = cmd_import,
	[CMD_INIT] = cmd_init,
	[CMD_KEYS] = cmd_keys,
	[CMD_KINDS] = cmd_kinds,
	[CMD_LIST] = cmd_list,
	[CMD_LOG] = cmd_log,
	[CMD_MANUAL] = cmd_manual,
	[CMD_MATRIX] = cmd_matrix,
	[CMD_PLAN] = cmd_plan,
	[CMD_REDO] = cmd_redo,
	[CMD_RUN] = cmd_run,
	[CMD_SET] = cmd_set,
	[CMD_SHOW] = cmd_show,
	[CMD_REVERT] = cmd_revert,
	[CMD_TRACE] = cmd_trace,
	[CMD_SOA] = cmd_soa,
	[CMD_SUGGEST] = cmd_suggest,
	[CMD_UNDO] = cmd_undo,
	[CMD_VIEWS] = cmd_views,
};

static const int exit_status[] = {
	[ERR_NONE] = 0,
	[ERR_FAILED] = 1,
	[ERR_USAGE] = 2,
	[ERR_FILE] = 3,
	[ERR_ROWS] = 4,
	[ERR_FOUND] = 5,
	[ERR_INPUT] = 1,
	[ERR_STALE] = 1,
	[ERR_MISSING] = 1,
	[ERR_CANCELLED] = 1,
};

int cli_fail(struct err *err)
{
	const int status = err->kind == ERR_NONE ? 1 : exit_status[err->kind];

	if (err->field)
		out_say("%s: %s", err->field->name, err_msg(err));
	else if (*err_msg(err))         /* what was found has been told as the result */
		out_say("%s", err_msg(err));
	err_release(err);
	return status;
}

/* ---- Options ------------------------------------------------------------- */

static size_t add_options(struct args_option *to, size_t n, const struct option *from)
{
	for (; from && from->name; from++, n++) {
		to[n].name = from->name;
		to[n].letter = cli_letter(from->name);
		to[n].takes = from->arg != NULL;
	}
	return n;
}

static size_t count_options(const struct option *option)
{
	size_t n = 0;

	for (; option && option->name; option++)
		n++;
	return n;
}

/* Options of the command and global ones; those before the command only the
 * latter. *rest receives the first word that is none. */
static bool parse(struct cli *cli, int argc, char **argv, int *rest, struct err *err)
{
	const struct option *own = cli->command ? cli->command->options : NULL;
	size_t n = count_options(own) + count_options(global_options);
	struct args_option *options = xcalloc(n + 1, sizeof(*options));
	bool ok;

	n = add_options(options, 0, own);
	n = add_options(options, n, global_options);
	ok = args_parse(argc, argv, !cli->command, options, n, &cli->args, rest, err);
	free(options);
	return ok;
}

static bool take_options(struct cli *cli, struct err *err)
{
	const char *today = cli_option(cli, "today");

	cli->options.file = cli_option(cli, "file");
	cli->options.read_only = cli_option(cli, "read-only") != NULL;
	cli->options.insist = cli_option(cli, "insist") != NULL;
	cli->options.as_of = cli_option(cli, "as-of");
	cli->options.today = LONG_MIN;
	cli->screen->ascii = cli_option(cli, "ascii") != NULL;
	if (today && !date_parse(today, date_today(), &cli->options.today, err)) {
		err_prefix(err, "--today: ");
		err->kind = ERR_USAGE;
		return false;
	}
	return true;
}

/* ---- Screen -------------------------------------------------------------- */

/* UX 26: no terminal, or one that cannot move its cursor. */
static bool terminal(struct err *err)
{
	const char *term = getenv("TERM");

	if (isatty(STDIN_FILENO) && isatty(STDOUT_FILENO) && !(term && !strcmp(term, "dumb")))
		return true;
	return err_set(err, ERR_USAGE, _("there is no terminal for the screen; see 'isms --help' for "
					 "what can be done without"));
}

static bool want_screen(struct cli *cli, struct err *err)
{
	if (!terminal(err))
		return false;
	cli->screen->wanted = true;
	cli->screen->options = cli->options;
	return true;
}

bool cmd_demo(struct cli *cli, struct err *err)
{
	char *path = NULL;
	bool ok;

	if (!cli_words_max(cli, 0, err))
		return false;
	cli->screen->demo = true;
	if (terminal(NULL))
		return want_screen(cli, err);
	ok = app_demo(&cli->app, &cli->options, &path, err) && cmd_dashboard(cli, err);
	app_close(&cli->app);
	if (!cli->options.file)
		app_demo_remove(path);
	free(path);
	return ok;
}

/* ---- Commands ------------------------------------------------------------ */

/* A word that is no command is a file when it looks like one or is one. */
static bool is_file(const char *word)
{
	return strchr(word, '/') || strchr(word, '.') || !access(word, F_OK);
}

/* Does it write? Some commands only look, unless their words say more. */
static bool writes(const struct cli *cli)
{
	switch (cli->command->id) {
	case CMD_SOA:
		return cli_option(cli, "fill") != NULL;
	case CMD_SUGGEST:
		return cli->nwords > 1;
	case CMD_CATALOGUE:
		return cli->nwords > 0 && !cli_option(cli, "list");
	case CMD_VIEWS:
		return cli_option(cli, "where") || cli_option(cli, "sort") ||
		       cli_option(cli, "columns") || cli_option(cli, "remove");
	default:
		return cli->command->flags & CMD_WRITES;
	}
}

static bool writable(struct cli *cli, struct err *err)
{
	const char *notice = store_notice(cli->app.store);

	if (!writes(cli) || !store_read_only(cli->app.store) || cli_option(cli, "dry-run"))
		return true;
	if (store_trouble(cli->app.store)) /* it is not the user's wish */
		return err_set(err, ERR_FILE, "%s", notice);
	return err_set(err, ERR_FAILED, _("'%s' is open read-only%s%s"),
		       store_path(cli->app.store), notice ? ": " : "", notice ? notice : "");
}

bool cli_do(struct cli *cli, struct err *err)
{
	if (cli_option(cli, "help"))
		return cmd_help(cli, err);
	return (cli->command->flags & CMD_NO_FILE || writable(cli, err)) &&
	       run[cli->command->id](cli, err);
}

static bool run_command(struct cli *cli, struct err *err)
{
	const char *notice;
	bool ok;

	pager_begin(cli);
	if (cli->command->id == CMD_INIT)
		interrupt_catch(); /* it is whole at once */
	if (cli->command->flags & CMD_NO_FILE || cli_option(cli, "help"))
		return cli_do(cli, err);
	if (!app_open(&cli->app, &cli->options, err))
		return false;
	notice = writable(cli, NULL) ? store_notice(cli->app.store) : NULL;
	if (notice)
		out_say("%s", notice);
	interrupt_catch();
	interrupt_watch(cli);
	ok = cli_do(cli, err);
	app_close(&cli->app);
	return ok;
}

bool cli_take_words(struct cli *cli, int argc, char **argv, struct err *err)
{
	int rest = 0;
	bool ok = parse(cli, argc, argv, &rest, err) && take_options(cli, err);

	cli->words = argv + rest;
	cli->nwords = argc - rest;
	return ok;
}

/* The options that are everybody's may stand behind the file, too. */
static bool no_command(struct cli *cli, int argc, char **argv, int rest, struct err *err)
{
	const char *file = rest < argc ? argv[rest] : NULL;
	bool asks = cli_option(cli, "help") || cli_option(cli, "version");

	if (file && !asks && !cli_take_words(cli, argc - rest, argv + rest, err))
		return false;
	if (cli_option(cli, "help"))
		return cmd_help(cli, err);
	if (cli_option(cli, "version")) {
		out_line(PACKAGE_STRING);
		return true;
	}
	if (file && (cli->options.file || cli->nwords))
		return err_set(err, ERR_USAGE, _("'%s' is no command; see 'isms --help'"), file);
	if (file)
		cli->options.file = file;
	return want_screen(cli, err);
}

static bool words(struct cli *cli, int argc, char **argv, struct err *err)
{
	const struct command *command;
	int rest = 0;

	if (!parse(cli, argc, argv, &rest, err) || !take_options(cli, err))
		return false;
	if (cli_option(cli, "help") || cli_option(cli, "version") || rest == argc)
		return no_command(cli, argc, argv, rest, err);
	command = command_find(argv[rest]);
	if ((!command || !(command->flags & CMD_CLI)) && is_file(argv[rest]))
		return no_command(cli, argc, argv, rest, err);
	cli->command = cli_command(argv[rest], err);
	return cli->command && cli_take_words(cli, argc - rest, argv + rest, err) &&
	       run_command(cli, err);
}

/* Where SIGPIPE is ignored: nobody reads on, so nobody is told either. */
static bool reader_gone(void)
{
	struct pollfd fd = {.fd = STDOUT_FILENO, .events = POLLOUT};

	return ferror(stdout) && poll(&fd, 1, 0) > 0 && fd.revents & POLLERR;
}

/* Bytes of text before its character n, counted from 1. */
static size_t before(const char *text, int n)
{
	size_t at = 0;

	while (text[at] && n > 1) {
		at++;
		n -= ((unsigned char)text[at] & 0xc0) != 0x80;
	}
	return at;
}

/* The filter as it was typed, and a sign below the character at fault. Of a long
 * one the part around it. */
static void show_place(const char *text, int place)
{
	const int width = out_width(stderr);
	struct str head = STR_INIT, tail = STR_INIT;
	size_t at = before(text, place), from = 0;
	int cells;

	text_harmless(&head, text, at, HARMLESS_LINE);
	text_harmless(&tail, text + at, strlen(text + at), HARMLESS_LINE);
	while (width > 20 && text_width(str_get(&head) + from) > width / 2)
		from += text_next(str_get(&head) + from);
	cells = text_width(str_get(&head) + from);
	if (width > 20)
		str_cut(&tail, text_fit(str_get(&tail), width - cells - 3, NULL));
	out_note("  %s%s", str_get(&head) + from, str_get(&tail));
	out_note("  %*s^", cells, "");
	str_release(&head);
	str_release(&tail);
}

static int fail(const struct cli *cli, struct err *err)
{
	const char *where = err->place && cli->command ? cli_option(cli, "where") : NULL;
	int place = err->place, status = cli_fail(err);

	if (where)
		show_place(where, place);
	return status;
}

/* A result that did not come out whole says so, whatever it would have meant (4, 5);
 * what failed before is what matters. */
static bool written(struct err *err)
{
	const bool result =
		err->kind == ERR_NONE || err->kind == ERR_FOUND || err->kind == ERR_ROWS;
	struct err out = ERR_INIT;
	const bool ok = out_check(&out);

	if (!ok && result) {
		err_release(err);
		*err = out;
		return false;
	}
	err_release(&out);
	return ok || !result;
}

int cli_run(int argc, char **argv, struct cli_screen *screen)
{
	struct cli cli = {.screen = screen};
	struct err err = ERR_INIT, unpaged = ERR_INIT;
	int status = 0;
	bool ok, gone;

	memset(screen, 0, sizeof(*screen));
	ok = words(&cli, argc, argv, &err);
	/* what is told of the result comes after the result */
	if (screen->wanted)
		fflush(stdout);
	else
		ok = written(&err) && ok;
	gone = !ok && reader_gone();
	if (!pager_end(&cli, &unpaged)) {
		/* that it could not be written to follows from it */
		err_release(&err);
		err = unpaged;
		ok = gone = false;
	}
	if (!ok && interrupted() && err.kind == ERR_CANCELLED)
		out_say("%s", err_msg(&err));
	if (!ok && interrupted())
		status = interrupt_end();
	else if (gone)
		status = 128 + SIGPIPE;         /* quietly, as the signal would have it */
	else if (!ok)
		status = cli.status && err.kind == ERR_NONE ? cli.status : fail(&cli, &err);
	err_release(&err);
	args_release(&cli.args);
	return status;
}
