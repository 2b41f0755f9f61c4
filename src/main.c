/* Begins, asks the command line what is meant, and opens the screen for it. */
#include "config.h"

#include <limits.h>
#include <locale.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "isms/app/app.h"
#include "isms/cli/cli.h"
#include "isms/tui/tui.h"
#include "isms/util/date.h"
#include "isms/util/i18n.h"

static void languages(void)
{
	setlocale(LC_ALL, "");
#ifdef ENABLE_NLS
	bindtextdomain(PACKAGE, LOCALEDIR);
	bind_textdomain_codeset(PACKAGE, "UTF-8");
	textdomain(PACKAGE);
#endif
}

/* The file that is meant; none where there is no default file yet: the screen
 * then offers to make one. */
static bool open_file(struct app *app, const struct app_options *options, const char *path,
		      struct err *err)
{
	const bool first = !options->file && access(path, F_OK) != 0;

	return first || app_open(app, options, err);
}

/* A file that cannot be opened has a screen that says what can be done. Who
 * leaves without having opened another one gets its exit status. */
static bool run(struct app *app, struct tui_options *options, int *status, struct err *err)
{
	struct err none = ERR_INIT;
	bool shown;

	if (err->kind != ERR_NONE && err->kind != ERR_FILE)
		return false;
	options->refused = err->kind == ERR_NONE ? NULL : err;
	shown = tui_run(app, options, status, err->kind == ERR_NONE ? err : &none);
	err_release(&none);
	if (!shown || (options->refused && !app->store && *status == 0))
		return false;
	err_release(err);
	return true;
}

static int screen(const struct cli_screen *request)
{
	struct settings settings;
	char *path = app_path(request->options.file);
	struct tui_options options = {
		.settings = &settings, .line = cli_line, .demo = request->demo,
		.open = request->options, .refused_path = path,
	};
	struct err err = ERR_INIT;
	struct app app;
	char *demo = NULL;
	int status = 0;
	bool ok;

	settings_mine(&settings);
	options.ascii = request->ascii || settings.ascii;
	memset(&app, 0, sizeof(app));
	app.rules.today = request->options.today == LONG_MIN ? date_today()
							      : request->options.today;
	ok = request->demo ? app_demo(&app, &request->options, &demo, &err)
			   : open_file(&app, &request->options, path, &err) || err.kind == ERR_FILE;
	ok = ok && run(&app, &options, &status, &err);
	app_close(&app);
	if (demo && !request->options.file)
		app_demo_remove(demo);
	free(demo);
	settings_release(&settings);
	free(path);
	return ok ? status : cli_fail(&err);
}

int main(int argc, char **argv)
{
	struct cli_screen request;
	int status;

	signal(SIGXFSZ, SIG_IGN); /* a file that may not grow is an error, which is told */
	cli_standard_streams();
	languages();
	status = cli_run(argc, argv, &request);
	return request.wanted ? screen(&request) : status;
}
