#include "config.h"

#include "spawn.h"

#include <errno.h>
#include <grp.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

enum { ENV_ROOM = 128 };

/* Taken over from the environment of the tests. */
static const char *const passed[] = {
	"PATH",	       "LD_LIBRARY_PATH",   "LSAN_OPTIONS",
	"GCOV_PREFIX", "GCOV_PREFIX_STRIP", "LLVM_PROFILE_FILE",
};

/* Where XDG_… and their like stand below the case's folder. */
static const struct {
	const char *name, *below;
} places[] = {
	{"HOME", "home"},
	{"TMPDIR", "tmp"},
	{"XDG_CONFIG_HOME", "home/.config"},
	{"XDG_DATA_HOME", "home/.local/share"},
	{"XDG_STATE_HOME", "home/.local/state"},
	{"XDG_CACHE_HOME", "home/.cache"},
};

static size_t env_find(char **envp, const char *name, size_t n)
{
	size_t i = 0;

	while (envp[i] && (strncmp(envp[i], name, n) || envp[i][n] != '='))
		i++;
	return i;
}

static void env_set(struct tap *t, char **envp, char *entry)
{
	size_t i = env_find(envp, entry, strcspn(entry, "="));

	if (i + 1 >= ENV_ROOM)
		tap_bail(t, "too many variables in the environment");
	envp[i] = entry;
}

static void env_unset(char **envp, const char *name)
{
	for (size_t i = env_find(envp, name, strlen(name)); envp[i]; i++)
		envp[i] = envp[i + 1];
}

/* Later options win: the log goes to the case's folder whatever else is set. */
static void env_sanitizer(struct tap *t, char **envp, const char *name)
{
	const char *old = getenv(name);

	env_set(t, envp,
		tap_str(t, "%s=%s%slog_path=%s/san", name, old ? old : "", old && *old ? ":" : "",
			tap_dir(t)));
}

static char **make_env(struct tap *t, const struct spawn_opts *o)
{
	char **envp = tap_alloc(t, ENV_ROOM * sizeof(*envp));

	for (size_t i = 0; i < sizeof(passed) / sizeof(*passed); i++) {
		const char *value = getenv(passed[i]);

		if (value)
			env_set(t, envp, tap_str(t, "%s=%s", passed[i], value));
	}
	for (size_t i = 0; i < sizeof(places) / sizeof(*places); i++)
		env_set(t, envp,
			tap_str(t, "%s=%s/%s", places[i].name, tap_dir(t), places[i].below));
	env_sanitizer(t, envp, "ASAN_OPTIONS");
	env_sanitizer(t, envp, "UBSAN_OPTIONS");
	env_set(t, envp, tap_str(t, "TZ=UTC"));
	env_set(t, envp, tap_str(t, "LC_ALL=%s", o->locale ? o->locale : "C.UTF-8"));
	if (!o->term || *o->term)
		env_set(t, envp, tap_str(t, "TERM=%s", o->term ? o->term : "xterm-256color"));
	for (const char *const *e = o->env; e && *e; e++) {
		if (strchr(*e, '='))
			env_set(t, envp, tap_str(t, "%s", *e));
		else
			env_unset(envp, *e);
	}
	return envp;
}

/* With a slash: absolute, because the program starts in another folder. */
static char *find_binary(struct tap *t, const char *binary)
{
	char *real;

	if (!binary)
		binary = getenv("ISMS_BIN");
	if (!binary)
		tap_bail(t, "ISMS_BIN is not set: the program to test");
	if (!strchr(binary, '/'))
		return tap_str(t, "%s", binary);
	real = realpath(binary, NULL);
	if (!real)
		tap_bail(t, "cannot find '%s': %s", binary, strerror(errno));
	tap_own(t, real, free);
	return real;
}

static char **make_argv(struct tap *t, const char *path, const char *today,
			const char *const args[])
{
	size_t n = 0, at = 0;
	char **argv;

	while (args && args[n])
		n++;
	argv = tap_alloc(t, (n + 4) * sizeof(*argv));
	argv[at++] = tap_str(t, "%s", path);
	if (*today) {
		argv[at++] = tap_str(t, "--today");
		argv[at++] = tap_str(t, "%s", today);
	}
	for (size_t i = 0; i < n; i++)
		argv[at++] = tap_str(t, "%s", args[i]);
	return argv;
}

void spawn_init(struct tap *t, struct spawn *sp, const struct spawn_opts *opts,
		const char *const args[])
{
	static const struct spawn_opts none = {0};
	const struct spawn_opts *o = opts ? opts : &none;
	const char *today = o->today ? o->today : o->binary ? "" : SPAWN_TODAY;

	sp->path = find_binary(t, o->binary);
	sp->argv = make_argv(t, sp->path, today, args);
	sp->envp = make_env(t, o);
	sp->dir = tap_str(t, "%s", o->dir ? o->dir : tap_dir(t));
	sp->drop_root = o->drop_root;
}

const char *spawn_getenv(const struct spawn *sp, const char *name)
{
	size_t n = strlen(name);
	const char *entry = sp->envp[env_find(sp->envp, name, n)];

	return entry ? entry + n + 1 : NULL;
}

static bool drop_root(void)
{
	return setgroups(0, NULL) == 0 && setgid(SPAWN_NOBODY) == 0 && setuid(SPAWN_NOBODY) == 0;
}

bool spawn_can_drop(void)
{
	int status = 0;
	pid_t pid;

	if (geteuid())
		return false;
	pid = fork();
	if (pid == 0)
		_exit(drop_root() ? 0 : 1);
	return pid > 0 && waitpid(pid, &status, 0) == pid && status == 0;
}

static void reset_signals(void)
{
	sigset_t none;

	for (int sig = 1; sig < NSIG; sig++)
		if (sig != SIGKILL && sig != SIGSTOP)
			signal(sig, SIG_DFL);
	sigemptyset(&none);
	sigprocmask(SIG_SETMASK, &none, NULL);
}

_Noreturn void spawn_exec(const struct spawn *sp)
{
	reset_signals();
	if (chdir(sp->dir) || (sp->drop_root && !drop_root())) {
		dprintf(STDERR_FILENO, "cannot start in '%s': %s\n", sp->dir, strerror(errno));
		_exit(127);
	}
	execvpe(sp->path, sp->argv, sp->envp);
	dprintf(STDERR_FILENO, "cannot run '%s': %s\n", sp->path, strerror(errno));
	_exit(127);
}
