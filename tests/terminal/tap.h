/*
 * TAP for the terminal tests: cases in a const table, each run in a process
 * and a temporary folder of its own, one TAP line a case.
 *
 *	static void opens(struct tap *t) { … tap_ok(t, n == 3, "three rows"); }
 *	static const struct tap_case cases[] = {{.name = "opens", .run = opens}};
 *	int main(int argc, char **argv) { return tap_run(cases, 1, argc, argv); }
 *
 * A check that fails (tap_ok, tap_is) marks the case as failed and goes on;
 * tap_bail() and a wait of screen.h that fails end the case, never the
 * program. What a case allocates through a struct tap, and every screen, is
 * freed at its end. A report of a sanitizer, by the program under test, fails
 * the case. The folder is removed unless the case failed or $ISMS_TEST_KEEP
 * is set (tests/run removes its TMPDIR: to look, run the program by hand with
 * ISMS_BIN and ISMS_SRCDIR). $ISMS_TEST_SLOW is a factor on all limits of time (1).
 */
#ifndef ISMS_TESTS_TAP_H
#define ISMS_TESTS_TAP_H

#include <stdbool.h>
#include <stddef.h>

struct tap;

struct tap_case {
	const char *name; /* unique; what argv names */
	void (*run)(struct tap *t);
	unsigned limit;	  /* seconds, then the case is killed; 0: 120 */
	const void *data; /* tap_data(); NULL */
};

/*
 * Runs the cases whose names match one of the shell patterns in argv[1…], or
 * all; `-l` lists them. Returns what main should return: 0, or 1 when a case
 * failed or a pattern matched nothing.
 */
int tap_run(const struct tap_case *cases, size_t n, int argc, char *const argv[]);

/* Checks: silent when they hold. They return what they found. */
bool tap_ok(struct tap *t, bool ok, const char *fmt, ...) __attribute__((format(printf, 3, 4)));
bool tap_is(struct tap *t, const char *got, const char *want, const char *fmt, ...)
	__attribute__((format(printf, 4, 5))); /* strings; NULL equals NULL only */
bool tap_is_int(struct tap *t, long got, long want, const char *fmt, ...)
	__attribute__((format(printf, 4, 5)));

/* Lines for the reader; each gets its "# ". */
void tap_diag(struct tap *t, const char *fmt, ...) __attribute__((format(printf, 2, 3)));

/* End the case: as failed, or as not to be run here (only before a check failed). */
_Noreturn void tap_bail(struct tap *t, const char *fmt, ...) __attribute__((format(printf, 2, 3)));
_Noreturn void tap_skip(struct tap *t, const char *fmt, ...) __attribute__((format(printf, 2, 3)));

/*
 * A control: runs fn as a case of its own, that must fail with a diagnosis
 * that contains `why`; its output is not shown. The check is recorded in t.
 */
bool tap_fails(struct tap *t, void (*fn)(struct tap *t), const char *why);

const char *tap_dir(const struct tap *t); /* absolute; empty at the start but for home/, tmp/ */
const void *tap_data(const struct tap *t);
void tap_limit(const struct tap *t, unsigned seconds); /* a new limit, from now */
double tap_slow(void);				       /* $ISMS_TEST_SLOW, 1 */

/* Memory that lives as long as the case: out of memory ends it. */
void *tap_alloc(struct tap *t, size_t n); /* zeroed */
char *tap_str(struct tap *t, const char *fmt, ...) __attribute__((format(printf, 2, 3)));

/* Has release(p) called at the end of the case, last come first; disown takes it back. */
void tap_own(struct tap *t, void *p, void (*release)(void *p));
void tap_disown(struct tap *t, const void *p);

#endif
