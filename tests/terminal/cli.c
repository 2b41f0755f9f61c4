#include "config.h"

#include "cli.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "files.h"

enum { LIMIT_S = 60, MAX_ARGS = 60 };

/* Unnamed files, so that nothing is left and no pipe fills. */
static int open_temp(struct tap *t)
{
	FILE *f = tmpfile();
	int fd = f ? fcntl(fileno(f), F_DUPFD_CLOEXEC, 3) : -1;

	if (fd < 0)
		tap_bail(t, "cannot make a temporary file: %s", strerror(errno));
	fclose(f);
	return fd;
}

static int open_input(struct tap *t, const char *input)
{
	size_t n = input ? strlen(input) : 0;
	int fd;

	if (!input)
		return open("/dev/null", O_RDONLY | O_CLOEXEC);
	fd = open_temp(t);
	if (write(fd, input, n) != (ssize_t)n || lseek(fd, 0, SEEK_SET) < 0)
		tap_bail(t, "cannot write the input: %s", strerror(errno));
	return fd;
}

static char *slurp(struct tap *t, int fd, size_t *n)
{
	off_t size = lseek(fd, 0, SEEK_END);
	char *text = tap_alloc(t, (size_t)size + 1);
	ssize_t got = pread(fd, text, (size_t)size, 0);

	*n = got > 0 ? (size_t)got : 0;
	close(fd);
	return text;
}

static _Noreturn void be_program(const struct spawn *sp, int in, int out, int err)
{
	setsid();
	dup2(in, STDIN_FILENO);
	dup2(out, STDOUT_FILENO);
	dup2(err, STDERR_FILENO);
	spawn_exec(sp);
}

/* The status of waitpid(); kills what takes too long. */
static int await(struct tap *t, pid_t pid, const char *what)
{
	const struct timespec pause = {.tv_nsec = 2000000};
	time_t end = time(NULL) + (time_t)(LIMIT_S * tap_slow()) + 1;
	int status;

	while (waitpid(pid, &status, WNOHANG) == 0) {
		if (time(NULL) > end) {
			kill(-pid, SIGKILL);
			waitpid(pid, &status, 0);
			tap_bail(t, "'%s' did not end within %d s", what, LIMIT_S);
		}
		nanosleep(&pause, NULL);
	}
	return status;
}

void cli_run(struct tap *t, struct cli *cli, const struct spawn_opts *opts, const char *input,
	     const char *const args[])
{
	int in = open_input(t, input), out = open_temp(t), err = open_temp(t), status;
	struct spawn sp;
	pid_t pid;

	spawn_init(t, &sp, opts, args);
	fflush(NULL);
	pid = fork();
	if (pid < 0)
		tap_bail(t, "cannot fork: %s", strerror(errno));
	if (pid == 0)
		be_program(&sp, in, out, err);
	close(in);
	status = await(t, pid, args && args[0] ? args[0] : sp.path);
	cli->status = WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status);
	cli->out = slurp(t, out, &cli->nout);
	cli->err = slurp(t, err, &cli->nerr);
}

void cli_do(struct tap *t, struct cli *cli, ...)
{
	const char *args[MAX_ARGS + 1] = {NULL};
	size_t n = 0;
	va_list ap;

	va_start(ap, cli);
	while (n < MAX_ARGS && (args[n] = va_arg(ap, const char *)))
		n++;
	va_end(ap);
	cli_run(t, cli, NULL, NULL, args);
}
