#include "config.h"

#include "tap.h"

#include <errno.h>
#include <fnmatch.h>
#include <glob.h>
#include <math.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "files.h"

enum { LIMIT = 120, EXIT_FAILED = 1, EXIT_SKIPPED = 77, PATH_ROOM = 512 };

struct owned {
	struct owned *next;
	void *p;
	void (*release)(void *p);
};

struct tap {
	const struct tap_case *what;
	char dir[PATH_ROOM];
	struct owned *owned;
	bool failed;
};

double tap_slow(void)
{
	const char *s = getenv("ISMS_TEST_SLOW");
	double f = s ? strtod(s, NULL) : 1;

	return f > 0 && isfinite(f) ? f : 1;
}

/* -- output ---------------------------------------------------------------- */

static void put_diag(const char *text)
{
	const char *end;

	do {
		end = text + strcspn(text, "\n");
		printf("# %.*s\n", (int)(end - text), text);
		text = end + 1;
	} while (*end && *text);
}

static char *vformat(struct tap *t, const char *fmt, va_list ap)
	__attribute__((format(printf, 2, 0)));

static char *vformat(struct tap *t, const char *fmt, va_list ap)
{
	va_list copy;
	char *s;
	int n;

	va_copy(copy, ap);
	n = vsnprintf(NULL, 0, fmt, copy);
	va_end(copy);
	s = tap_alloc(t, n < 0 ? 1 : (size_t)n + 1);
	if (n > 0)
		vsnprintf(s, (size_t)n + 1, fmt, ap);
	return s;
}

void tap_diag(struct tap *t, const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	put_diag(vformat(t, fmt, ap));
	va_end(ap);
}

/* -- memory ---------------------------------------------------------------- */

void tap_own(struct tap *t, void *p, void (*release)(void *p))
{
	struct owned *o = malloc(sizeof(*o));

	if (!o) {
		release(p);
		tap_bail(t, "out of memory");
	}
	*o = (struct owned){t->owned, p, release};
	t->owned = o;
}

void tap_disown(struct tap *t, const void *p)
{
	struct owned **at = &t->owned, *o;

	while (*at && (*at)->p != p)
		at = &(*at)->next;
	o = *at;
	if (o) {
		*at = o->next;
		free(o);
	}
}

void *tap_alloc(struct tap *t, size_t n)
{
	void *p = calloc(1, n ? n : 1);

	if (!p)
		tap_bail(t, "out of memory");
	tap_own(t, p, free);
	return p;
}

char *tap_str(struct tap *t, const char *fmt, ...)
{
	va_list ap;
	char *s;

	va_start(ap, fmt);
	s = vformat(t, fmt, ap);
	va_end(ap);
	return s;
}

static void release_owned(struct tap *t)
{
	while (t->owned) {
		struct owned *o = t->owned;

		t->owned = o->next;
		o->release(o->p);
		free(o);
	}
}

/* -- the end of a case ----------------------------------------------------- */

static void show_log(const char *path)
{
	char line[400];
	int n = 0;
	FILE *f = fopen(path, "r");

	put_diag("a sanitizer reported:");
	while (f && n++ < 60 && fgets(line, sizeof(line), f))
		put_diag(line);
	if (f)
		fclose(f);
}

/* Reports the program under test left; see spawn.h. */
static void check_sanitizers(struct tap *t)
{
	char pattern[PATH_ROOM + 8];
	glob_t g;

	snprintf(pattern, sizeof(pattern), "%s/san.*", t->dir);
	if (glob(pattern, 0, NULL, &g))
		return;
	t->failed = true;
	for (size_t i = 0; i < g.gl_pathc; i++)
		show_log(g.gl_pathv[i]);
	globfree(&g);
}

/* The exit status tells whoever forked the case how it ended. */
static _Noreturn void end_case(struct tap *t, int status)
{
	release_owned(t);
	check_sanitizers(t);
	exit(t->failed ? EXIT_FAILED : status);
}

_Noreturn void tap_bail(struct tap *t, const char *fmt, ...)
{
	char why[1000]; /* no allocation: lack of memory ends here too */
	va_list ap;

	va_start(ap, fmt);
	vsnprintf(why, sizeof(why), fmt, ap);
	va_end(ap);
	put_diag(why);
	t->failed = true;
	end_case(t, EXIT_FAILED);
}

/* The reason goes through a file to the process that prints the line. */
_Noreturn void tap_skip(struct tap *t, const char *fmt, ...)
{
	va_list ap;
	char *why;

	va_start(ap, fmt);
	why = vformat(t, fmt, ap);
	va_end(ap);
	file_write(t, ".skip", why);
	end_case(t, EXIT_SKIPPED);
}

/* -- checks ---------------------------------------------------------------- */

static bool verdict(struct tap *t, bool ok, const char *fmt, va_list ap)
	__attribute__((format(printf, 3, 0)));

static bool verdict(struct tap *t, bool ok, const char *fmt, va_list ap)
{
	if (!ok) {
		t->failed = true;
		put_diag(tap_str(t, "failed: %s", vformat(t, fmt, ap)));
	}
	return ok;
}

bool tap_ok(struct tap *t, bool ok, const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	verdict(t, ok, fmt, ap);
	va_end(ap);
	return ok;
}

bool tap_is(struct tap *t, const char *got, const char *want, const char *fmt, ...)
{
	bool ok = got && want ? !strcmp(got, want) : got == want;
	va_list ap;

	va_start(ap, fmt);
	verdict(t, ok, fmt, ap);
	va_end(ap);
	if (!ok)
		tap_diag(t, "   got: %s\n  want: %s", got ? got : "(null)", want ? want : "(null)");
	return ok;
}

bool tap_is_int(struct tap *t, long got, long want, const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	verdict(t, got == want, fmt, ap);
	va_end(ap);
	if (got != want)
		tap_diag(t, "   got: %ld\n  want: %ld", got, want);
	return got == want;
}

/* -- running --------------------------------------------------------------- */

const char *tap_dir(const struct tap *t)
{
	return t->dir;
}

const void *tap_data(const struct tap *t)
{
	return t->what->data;
}

void tap_limit(const struct tap *t, unsigned seconds)
{
	(void)t;
	alarm((unsigned)(seconds * tap_slow()) + 1);
}

static bool make_dir(struct tap *t, const char *below)
{
	static const char *const subs[] = {"home", "tmp"};
	char path[PATH_ROOM + 8], *real;
	int n = snprintf(path, PATH_ROOM, "%s/isms-XXXXXX", below);

	if (n < 0 || n >= PATH_ROOM || !mkdtemp(path))
		return false;
	real = realpath(path, NULL);
	n = snprintf(t->dir, sizeof(t->dir), "%s", real ? real : path);
	free(real);
	if (n < 0 || n >= PATH_ROOM)
		return false;
	for (size_t i = 0; i < sizeof(subs) / sizeof(*subs); i++) {
		n = snprintf(path, sizeof(path), "%s/%s", t->dir, subs[i]);
		if (n < 0 || (size_t)n >= sizeof(path) || mkdir(path, 0700))
			return false;
	}
	return true;
}

static _Noreturn void run_case(struct tap *t)
{
	signal(SIGPIPE, SIG_IGN);
	tap_limit(t, t->what->limit ? t->what->limit : LIMIT);
	t->what->run(t);
	end_case(t, EXIT_SUCCESS);
}

/* Forks the case and waits for it: a status of waitpid(), or -1. */
static int fork_case(struct tap *t, FILE *out)
{
	int status;
	pid_t pid;

	fflush(NULL);
	pid = fork();
	if (pid < 0)
		return -1;
	if (pid == 0) {
		if (out)
			dup2(fileno(out), STDOUT_FILENO);
		run_case(t);
	}
	while (waitpid(pid, &status, 0) < 0)
		if (errno != EINTR)
			return -1;
	return status;
}

static void clean_dir(const struct tap *t, bool passed)
{
	if (!*t->dir)
		return;
	if (!passed || getenv("ISMS_TEST_KEEP"))
		printf("# kept: %s\n", t->dir);
	else if (!file_rmtree(t->dir))
		printf("# cannot remove '%s'\n", t->dir);
}

static const char *cause(int status)
{
	return WTERMSIG(status) == SIGALRM ? "out of time" : strsignal(WTERMSIG(status));
}

static void read_skip(const struct tap *t, char *why, size_t n)
{
	char path[PATH_ROOM + 8];
	FILE *f;

	snprintf(path, sizeof(path), "%s/.skip", t->dir);
	f = fopen(path, "r");
	if (f) {
		n = fread(why, 1, n - 1, f);
		why[n] = '\0';
		why[strcspn(why, "\n")] = '\0';
		fclose(f);
	}
}

/* One case, one line. */
static bool run_one(const struct tap_case *c, size_t number)
{
	const char *tmp = getenv("TMPDIR");
	struct tap t = {.what = c};
	char why[200] = "";
	int status = -1;
	bool passed;

	if (make_dir(&t, tmp && *tmp ? tmp : "/tmp"))
		status = fork_case(&t, NULL);
	else
		printf("# cannot make a folder: %s\n", strerror(errno));
	if (status != -1 && WIFSIGNALED(status))
		printf("# the case died: %s\n", cause(status));
	if (status != -1 && WIFEXITED(status) && WEXITSTATUS(status) == EXIT_SKIPPED)
		read_skip(&t, why, sizeof(why));
	passed = status == 0 || *why;
	clean_dir(&t, passed);
	printf("%sok %zu - %s%s%s\n", passed ? "" : "not ", number, c->name, *why ? " # SKIP " : "",
	       why);
	fflush(stdout);
	return passed;
}

bool tap_fails(struct tap *t, void (*fn)(struct tap *t), const char *why)
{
	const struct tap_case c = {.name = "control", .run = fn, .data = t->what->data};
	struct tap inner = {.what = &c};
	FILE *out = tmpfile();
	char *text;
	size_t n;
	int status;
	bool failed;

	if (!out || !make_dir(&inner, t->dir))
		tap_bail(t, "cannot prepare a control: %s", strerror(errno));
	status = fork_case(&inner, out);
	n = (size_t)lseek(fileno(out), 0, SEEK_END);
	text = tap_alloc(t, n + 1);
	rewind(out);
	n = fread(text, 1, n, out);
	fclose(out);
	failed = status != -1 && WIFEXITED(status) && WEXITSTATUS(status) == EXIT_FAILED;
	if (failed && strstr(text, why))
		return tap_ok(t, file_rmtree(inner.dir), "the control's folder is removed");
	tap_ok(t, false, "a control must fail and say '%s'", why);
	tap_diag(t, "its output:\n%s", n ? text : "(none)");
	return false;
}

static bool chosen(const struct tap_case *c, int argc, char *const argv[])
{
	for (int i = 1; i < argc; i++)
		if (!fnmatch(argv[i], c->name, 0))
			return true;
	return argc < 2;
}

static void list_cases(const struct tap_case *cases, size_t n)
{
	for (size_t i = 0; i < n; i++)
		puts(cases[i].name);
}

int tap_run(const struct tap_case *cases, size_t n, int argc, char *const argv[])
{
	size_t plan = 0, number = 0;
	bool passed = true;

	setvbuf(stdout, NULL, _IOLBF, 0);
	if (argc == 2 && !strcmp(argv[1], "-l")) {
		list_cases(cases, n);
		return 0;
	}
	for (size_t i = 0; i < n; i++)
		plan += chosen(&cases[i], argc, argv);
	printf("1..%zu\n", plan);
	for (size_t i = 0; i < n; i++)
		if (chosen(&cases[i], argc, argv) && !run_one(&cases[i], ++number))
			passed = false;
	return passed && plan ? 0 : 1;
}
