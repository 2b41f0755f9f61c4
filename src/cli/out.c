/* Results to standard output, messages to standard error, nothing harmful to a
 * terminal. */
#include "config.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <termios.h>
#include <unistd.h>

#include "isms/util/i18n.h"
#include "isms/util/mem.h"
#include "isms/util/text.h"

#include "private.h"

#define WIDTH 80            /* of a terminal that does not say */
#define WIDTH_MIN 20
#define NARROWEST 20        /* cells that a paragraph has at least */
#define LABEL_MAX 28        /* cells for the labels at the left */

void cli_standard_streams(void)
{
	int fd;

	/* open() takes the lowest number that is free; read-only, so that
	 * writing to what was closed fails and is told */
	do
		fd = open("/dev/null", O_RDONLY);
	while (fd >= 0 && fd <= STDERR_FILENO);
	if (fd > STDERR_FILENO)
		close(fd);
}

int out_width(FILE *f)
{
	const char *columns = getenv("COLUMNS"), *paged = getenv(OUT_PAGED);
	struct winsize size;
	long n;

	if (f == stdout && paged && cli_integer(paged, WIDTH_MIN, 10000, &n))
		return (int)n;
	if (!isatty(fileno(f)))
		return 0;
	if (!ioctl(fileno(f), TIOCGWINSZ, &size) && size.ws_col >= WIDTH_MIN)
		return size.ws_col;
	if (columns && cli_integer(columns, WIDTH_MIN, 10000, &n))
		return (int)n;
	return WIDTH;
}

static void message(const char *prefix, const char *fmt, va_list ap)
	__attribute__((format(printf, 2, 0)));

static void message(const char *prefix, const char *fmt, va_list ap)
{
	char *text = xvasprintf(fmt, ap);
	struct str line = STR_INIT;

	text_harmless(&line, text, strlen(text), HARMLESS_BLOCK);
	fflush(stdout);     /* so that both stand in order where they meet */
	fprintf(stderr, "%s%s\n", prefix, str_get(&line));
	str_release(&line);
	free(text);
}

void out_say(const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	message("isms: ", fmt, ap);
	va_end(ap);
}

void out_note(const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	message("", fmt, ap);
	va_end(ap);
}

void out_line(const char *text)
{
	struct str line = STR_INIT;

	text_harmless(&line, text, strlen(text), HARMLESS_BLOCK);
	puts(str_get(&line));
	str_release(&line);
}

void out_exact(const char *text)
{
	if (out_width(stdout))
		out_line(text);
	else
		puts(text);
}

FILE *out_begin(struct err *err)
{
	FILE *out = out_width(stdout) ? tmpfile() : stdout;

	if (!out)
		err_set(err, ERR_FAILED, _("cannot make a temporary file: %s"), strerror(errno));
	return out;
}

/* Copies a temporary file to the terminal, line by line. */
static bool show(FILE *from, struct err *err)
{
	struct str text = STR_INIT;
	char *line = NULL;
	size_t size = 0;
	ssize_t n;
	bool ok;

	rewind(from);
	while ((n = getline(&line, &size, from)) >= 0) {
		str_clear(&text);
		text_harmless(&text, line, (size_t)n, HARMLESS_BLOCK);
		fputs(str_get(&text), stdout);
	}
	ok = !ferror(from);
	if (!ok)
		err_set(err, ERR_FAILED, _("cannot read a temporary file: %s"), strerror(errno));
	free(line);
	str_release(&text);
	return ok;
}

bool out_end(FILE **out, struct err *err)
{
	FILE *f = *out;
	bool ok = true;

	*out = NULL;
	if (!f || f == stdout)
		return true;
	if (fflush(f) || ferror(f))
		ok = err_set(err, ERR_FAILED, _("cannot write a temporary file: %s"),
			     strerror(errno));
	ok = ok && show(f, err);
	fclose(f);
	return ok;
}

bool out_check(struct err *err)
{
	errno = 0;
	if (!fflush(stdout) && !ferror(stdout))
		return true;
	return err_set(err, ERR_FAILED, _("cannot write to standard output: %s"),
		       errno ? strerror(errno) : _("an earlier write failed"));
}

/* ---- Files --------------------------------------------------------------- */

bool out_same_file(const char *a, const char *b)
{
	struct stat sa, sb;

	/* stat() does not open: closing would drop SQLite's locks */
	return !stat(a, &sa) && !stat(b, &sb) && sa.st_dev == sb.st_dev && sa.st_ino == sb.st_ino;
}

static void out_file_release(struct out_file *file)
{
	if (file->f)
		fclose(file->f);
	if (file->temporary)
		unlink(file->temporary);
	free(file->temporary);
	free(file->path);
	memset(file, 0, sizeof(*file));
}

static bool taken(const char *path, struct err *err)
{
	return err_set(err, ERR_FAILED, _("'%s' exists; choose another name, or use --force"),
		       path);
}

bool out_file_begin(struct out_file *file, const char *path, bool force, struct err *err)
{
	struct stat st;
	int fd;

	memset(file, 0, sizeof(*file));
	if (!lstat(path, &st) && !force)
		return taken(path, err);
	file->path = xstrdup(path);
	file->temporary = xasprintf("%s.XXXXXX", path);
	fd = mkstemp(file->temporary);      /* for the user alone: it is confidential */
	if (fd >= 0)
		file->f = fdopen(fd, "w");
	if (file->f)
		return true;
	err_set(err, ERR_FAILED, _("cannot write '%s': %s"), path, strerror(errno));
	if (fd >= 0) {
		close(fd);
	} else {
		free(file->temporary);
		file->temporary = NULL;
	}
	out_file_release(file);
	return false;
}

/* Gives the file its name. link() refuses what exists by now, rename() does not;
 * a filesystem without hard links is served by a look before. */
static bool name_file(const struct out_file *file, bool force, struct err *err)
{
	struct stat st;

	if (!force) {
		if (!link(file->temporary, file->path))
			return true;
		if (errno == EEXIST || !lstat(file->path, &st))
			return taken(file->path, err);
	}
	if (!rename(file->temporary, file->path))
		return true;
	return err_set(err, ERR_FAILED, _("cannot write '%s': %s"), file->path, strerror(errno));
}

bool out_file_end(struct out_file *file, bool keep, bool force, struct err *err)
{
	bool ok = true;

	if (!file->f)
		return true;
	if (keep) {
		bool bad = ferror(file->f) || fflush(file->f) || fsync(fileno(file->f));

		ok = !bad || err_set(err, ERR_FAILED, _("cannot write '%s': %s"), file->path,
				     strerror(errno));
		ok = ok && name_file(file, force, err);
	}
	out_file_release(file);     /* unlinks the temporary name where it is still there */
	return ok;
}

void out_paragraph(int indent, const char *head, const char *text)
{
	const int width = out_width(stdout), left = indent + text_width(head);
	struct str harmless = STR_INIT, line = STR_INIT;
	struct strv lines = STRV_INIT;
	int cells = INT_MAX / 2;
	size_t i;

	if (width)
		cells = width - left > NARROWEST ? width - left : NARROWEST;
	text_harmless(&harmless, text, strlen(text), HARMLESS_LINE);
	text_wrap(&lines, str_get(&harmless), cells);
	for (i = 0; i < lines.n; i++) {
		str_clear(&line);
		text_pad(&line, "", indent, false);
		text_pad(&line, i ? "" : head, left - indent, false);
		str_add(&line, lines.v[i]);
		puts(str_get(&line));
	}
	strv_release(&lines);
	str_release(&harmless);
	str_release(&line);
}

int out_label_width(int width, const char *label)
{
	int w = text_width(label);

	return w > width && w <= LABEL_MAX ? w : width;
}

void out_labelled(const char *label, int indent, const char *text)
{
	const int width = out_width(stdout);
	struct str harmless = STR_INIT, line = STR_INIT;
	struct strv lines = STRV_INIT;
	size_t i;

	text_harmless(&harmless, text, strlen(text), HARMLESS_BLOCK);
	text_wrap(&lines, str_get(&harmless),
		  width > indent + 20 ? width - indent - 2 : width ? 20 : INT_MAX / 2);
	for (i = 0; i < lines.n; i++) {
		str_clear(&line);
		text_pad(&line, i ? "" : label, indent, false);
		str_addf(&line, "  %s", lines.v[i]);
		while (line.len && line.s[line.len - 1] == ' ')
			str_cut(&line, line.len - 1);
		puts(str_get(&line));
	}
	strv_release(&lines);
	str_release(&harmless);
	str_release(&line);
}
