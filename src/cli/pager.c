/* $PAGER, for results that a person reads on a terminal. */
#include "config.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "isms/util/i18n.h"
#include "isms/util/mem.h"

#include "private.h"

#define NO_SUCH_COMMAND 127 /* the shell's */

/* Whoever asks for a pager wants to read; what writes has a line to say, and the
 * demonstration a screen. */
static bool is_wanted(const struct cli *cli, const char *pager)
{
	return pager && *pager && strcmp(pager, "cat") != 0 &&
	       (cli->command->flags & CMD_WRITES) == 0 && cli->command->id != CMD_DEMO &&
	       isatty(STDOUT_FILENO);
}

static void be_pager(const char *pager, int from)
{
	dup2(from, STDIN_FILENO);
	setenv("LESS", "FRX", 0); /* what fits on the screen is not waited for */
	execl("/bin/sh", "sh", "-c", pager, (char *)NULL);
	_exit(NO_SUCH_COMMAND);
}

/* Messages too, where they would be written over its screen. */
static void lead_into(struct pager *p, int to)
{
	p->out = fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, 3);
	p->err = isatty(STDERR_FILENO) ? fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, 3) : -1;
	dup2(to, STDOUT_FILENO);
	if (p->err >= 0)
		dup2(to, STDERR_FILENO);
}

void pager_begin(struct cli *cli)
{
	const char *pager = getenv("PAGER");
	char *width;
	int ends[2];

	if (!is_wanted(cli, pager) || pipe(ends))
		return;
	width = xasprintf("%d", out_width(stdout));
	fcntl(ends[0], F_SETFD, FD_CLOEXEC);
	fcntl(ends[1], F_SETFD, FD_CLOEXEC);
	fflush(stdout);
	cli->pager.pid = fork();
	if (cli->pager.pid == 0)
		be_pager(pager, ends[0]);
	if (cli->pager.pid > 0) {
		setenv(OUT_PAGED, width, 1);
		/* one that is left early is no reason to go before it */
		cli->pager.sigpipe = signal(SIGPIPE, SIG_IGN);
		lead_into(&cli->pager, ends[1]);
	}
	close(ends[0]);
	close(ends[1]);
	free(width);
}

bool pager_end(struct cli *cli, struct err *err)
{
	struct pager *p = &cli->pager;
	int status = 0;

	if (p->pid <= 0)
		return true;
	fflush(stdout);
	clearerr(stdout);
	dup2(p->out, STDOUT_FILENO);
	close(p->out);
	if (p->err >= 0) {
		dup2(p->err, STDERR_FILENO);
		close(p->err);
	}
	unsetenv(OUT_PAGED);
	signal(SIGPIPE, p->sigpipe);
	while (waitpid(p->pid, &status, 0) < 0 && errno == EINTR)
		;
	p->pid = 0;
	if (WIFEXITED(status) && WEXITSTATUS(status) == NO_SUCH_COMMAND)
		return err_set(err, ERR_FAILED, _("there is no pager '%s' ($PAGER); PAGER=cat does without"),
			       getenv("PAGER"));
	return true;
}
