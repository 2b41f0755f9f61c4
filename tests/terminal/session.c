#include "config.h"

#include "session.h"

#include <errno.h>
#include <fcntl.h>
#include <pty.h>
#include <signal.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <unistd.h>
#ifdef __linux__
#include <sys/prctl.h>
#endif

/* What the leader sends: the pid first (status 0), then what waitpid() says. */
struct news {
	pid_t pid;
	int status;
};

static void die_with_parent(void)
{
#ifdef __linux__
	prctl(PR_SET_PDEATHSIG, SIGKILL);
#endif
}

/* -- in the leader --------------------------------------------------------- */

static _Noreturn void be_program(const struct spawn *sp, int tty)
{
	die_with_parent();
	setpgid(0, 0);
	tcsetpgrp(tty, getpid()); /* SIGTTOU is blocked until spawn_exec() */
	dup2(tty, STDIN_FILENO);
	dup2(tty, STDOUT_FILENO);
	dup2(tty, STDERR_FILENO);
	spawn_exec(sp);
}

static void report(int fd, pid_t pid, int status)
{
	struct news news;

	memset(&news, 0, sizeof(news));
	news.pid = pid;
	news.status = status;
	if (write(fd, &news, sizeof(news)) != (ssize_t)sizeof(news))
		_exit(1);
}

/* Reports changes of the program's state; true at its end. */
static bool collect(int fd, pid_t pid)
{
	int status;

	while (waitpid(pid, &status, WNOHANG | WUNTRACED | WCONTINUED) == pid) {
		report(fd, pid, status);
		if (WIFEXITED(status) || WIFSIGNALED(status))
			return true;
	}
	return false;
}

/* The leader never execs: a terminal of another session must not stay open in it. */
static void close_others(int tty, int fd)
{
	int null = open("/dev/null", O_RDWR);

	for (int i = 0; i < 3; i++)
		dup2(null, i);
	for (int i = 3; i < 256; i++)
		if (i != tty && i != fd)
			close(i);
}

/* Stays after the program's end: the kernel shuts a terminal whose leader goes. */
static _Noreturn void be_leader(const struct spawn *sp, int tty, int fd, const sigset_t *mask)
{
	bool ended = false;
	int sig = 0;
	pid_t pid;

	die_with_parent();
	close_others(tty, fd);
	if (setsid() < 0 || ioctl(tty, TIOCSCTTY, 0) < 0)
		_exit(1);
	pid = fork();
	if (pid < 0)
		_exit(1);
	if (pid == 0)
		be_program(sp, tty);
	setpgid(pid, pid);
	close(tty);
	report(fd, pid, 0);
	for (;;) {
		ended = ended || collect(fd, pid);
		if (ended && sig == SIGHUP)
			_exit(0);
		sigwait(mask, &sig);
		if (!ended && sig == SIGHUP)
			kill(-pid, SIGHUP);
	}
}

/* -- in the test ----------------------------------------------------------- */

static bool open_tty(struct session *ss, int rows, int cols)
{
	struct winsize size = {.ws_row = (unsigned short)rows, .ws_col = (unsigned short)cols};

	if (openpty(&ss->master, &ss->slave, NULL, NULL, &size))
		return false;
	fcntl(ss->master, F_SETFD, FD_CLOEXEC);
	fcntl(ss->slave, F_SETFD, FD_CLOEXEC);
	fcntl(ss->master, F_SETFL, O_NONBLOCK);
	return tcgetattr(ss->slave, &ss->before) == 0;
}

bool session_start(struct session *ss, const struct spawn *sp, int rows, int cols)
{
	sigset_t mask, old;
	int fds[2];

	*ss = (struct session){.master = -1, .slave = -1, .events = -1};
	if (!open_tty(ss, rows, cols) || pipe(fds))
		return false;
	fcntl(fds[0], F_SETFD, FD_CLOEXEC);
	fcntl(fds[1], F_SETFD, FD_CLOEXEC);
	sigemptyset(&mask);
	sigaddset(&mask, SIGCHLD);
	sigaddset(&mask, SIGHUP);
	sigaddset(&mask, SIGTTOU);
	sigprocmask(SIG_BLOCK, &mask, &old);
	ss->leader = fork();
	if (ss->leader == 0) {
		signal(SIGCHLD, SIG_DFL);
		signal(SIGHUP, SIG_DFL);
		close(ss->master);
		close(fds[0]);
		be_leader(sp, ss->slave, fds[1], &mask);
	}
	sigprocmask(SIG_SETMASK, &old, NULL);
	close(fds[1]);
	ss->events = fds[0];
	if (ss->leader > 0)
		session_event(ss);
	return ss->pid > 0;
}

void session_event(struct session *ss)
{
	struct news news;
	ssize_t n;

	do
		n = read(ss->events, &news, sizeof(news));
	while (n < 0 && errno == EINTR);
	if (n != (ssize_t)sizeof(news)) {
		close(ss->events);
		ss->events = -1;
	} else if (!ss->pid) {
		ss->pid = news.pid;
	} else if (WIFSTOPPED(news.status)) {
		ss->stopped = true;
	} else if (WIFCONTINUED(news.status)) {
		ss->stopped = false;
	} else {
		ss->ended = true;
		ss->status = news.status;
	}
}

bool session_resize(const struct session *ss, int rows, int cols)
{
	struct winsize size = {.ws_row = (unsigned short)rows, .ws_col = (unsigned short)cols};

	return ioctl(ss->master, TIOCSWINSZ, &size) == 0;
}

static void close_fd(int *fd)
{
	if (*fd >= 0)
		close(*fd);
	*fd = -1;
}

void session_hangup(struct session *ss)
{
	close_fd(&ss->master);
}

void session_end(struct session *ss)
{
	if (ss->pid > 0 && !ss->ended)
		kill(-ss->pid, SIGKILL);
	close_fd(&ss->master);
	close_fd(&ss->slave);
	close_fd(&ss->events);
	if (ss->leader > 0 && kill(ss->leader, SIGKILL) == 0)
		while (waitpid(ss->leader, NULL, 0) < 0 && errno == EINTR)
			;
	ss->leader = 0;
}
