#include "config.h"

#include "files.h"

#include <errno.h>
#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

char *file_path(struct tap *t, const char *path)
{
	if (*path == '/')
		return tap_str(t, "%s", path);
	return tap_str(t, "%s/%s", tap_dir(t), path);
}

char *file_source(struct tap *t, const char *path)
{
	const char *top = getenv("ISMS_SRCDIR");

	if (!top)
		tap_bail(t, "ISMS_SRCDIR is not set: the folder of the sources");
	return tap_str(t, "%s/%s", top, path);
}

bool file_exists(struct tap *t, const char *path)
{
	return access(file_path(t, path), F_OK) == 0;
}

static FILE *open_or_bail(struct tap *t, const char *path, const char *mode)
{
	FILE *f = fopen(file_path(t, path), mode);

	if (!f)
		tap_bail(t, "cannot open '%s': %s", path, strerror(errno));
	return f;
}

size_t file_read(struct tap *t, const char *path, char **text)
{
	FILE *f = open_or_bail(t, path, "rb");
	struct stat st;
	size_t n;

	if (fstat(fileno(f), &st) || !S_ISREG(st.st_mode))
		tap_bail(t, "cannot read '%s': not a regular file", path);
	*text = tap_alloc(t, (size_t)st.st_size + 1);
	n = fread(*text, 1, (size_t)st.st_size, f);
	if (ferror(f))
		tap_bail(t, "cannot read '%s': %s", path, strerror(errno));
	fclose(f);
	return n;
}

static void write_bytes(struct tap *t, const char *path, const char *s, size_t n)
{
	FILE *f = open_or_bail(t, path, "wb");
	bool ok = fwrite(s, 1, n, f) == n;

	if (fclose(f) || !ok)
		tap_bail(t, "cannot write '%s': %s", path, strerror(errno));
}

void file_write(struct tap *t, const char *path, const char *text)
{
	write_bytes(t, path, text, strlen(text));
}

unsigned file_mode(struct tap *t, const char *path)
{
	struct stat st;

	if (stat(file_path(t, path), &st))
		tap_bail(t, "cannot look at '%s': %s", path, strerror(errno));
	return st.st_mode & 07777;
}

void file_copy(struct tap *t, const char *from, const char *to)
{
	char *text;
	size_t n = file_read(t, from, &text);

	write_bytes(t, to, text, n);
	if (chmod(file_path(t, to), file_mode(t, from)))
		tap_bail(t, "cannot set the mode of '%s': %s", to, strerror(errno));
}

bool file_same(struct tap *t, const char *a, const char *b)
{
	char *ta, *tb;
	size_t na = file_read(t, a, &ta), nb = file_read(t, b, &tb);

	return na == nb && !memcmp(ta, tb, na);
}

void file_mkdir(struct tap *t, const char *path)
{
	if (mkdir(file_path(t, path), 0700))
		tap_bail(t, "cannot make the folder '%s': %s", path, strerror(errno));
}

static int remove_entry(const char *path, const struct stat *st, int type, struct FTW *ftw)
{
	(void)st;
	(void)type;
	(void)ftw;
	return remove(path);
}

/* A test may have taken the write permission away. */
static int open_entry(const char *path, const struct stat *st, int type, struct FTW *ftw)
{
	(void)st;
	(void)ftw;
	if (type == FTW_D || type == FTW_DNR)
		chmod(path, 0700);
	return 0;
}

bool file_rmtree(const char *dir)
{
	nftw(dir, open_entry, 16, FTW_PHYS);
	return nftw(dir, remove_entry, 16, FTW_DEPTH | FTW_PHYS) == 0;
}

/* -- golden files ---------------------------------------------------------- */

static char *golden_path(struct tap *t, const char *name)
{
	return file_source(t, tap_str(t, "tests/terminal/%s.txt", name));
}

/* Where both have the line, it is shown once; lines stand at their number. */
static void show_diff(struct tap *t, const char *want, const char *got)
{
	for (int line = 1; *want || *got; line++) {
		size_t nw = strcspn(want, "\n"), ng = strcspn(got, "\n");

		if (nw != ng || memcmp(want, got, nw) || !*want || !*got) {
			if (*want)
				tap_diag(t, "%3d -|%.*s|", line, (int)nw, want);
			if (*got)
				tap_diag(t, "%3d +|%.*s|", line, (int)ng, got);
		}
		want += nw + (want[nw] == '\n');
		got += ng + (got[ng] == '\n');
	}
}

bool file_golden_equal(struct tap *t, const char *name, const char *text)
{
	char *path = golden_path(t, name), *want;

	if (!file_exists(t, path))
		return false;
	file_read(t, path, &want);
	return !strcmp(want, text);
}

bool file_golden(struct tap *t, const char *name, const char *text)
{
	char *path = golden_path(t, name), *want;
	const char *update = getenv("ISMS_UPDATE_GOLDEN");

	if (file_golden_equal(t, name, text))
		return true;
	if (update && !strcmp(update, "1")) {
		file_write(t, path, text);
		tap_diag(t, "written: %s", path);
		return true;
	}
	if (!file_exists(t, path)) {
		tap_diag(t, "there is no '%s'; ISMS_UPDATE_GOLDEN=1 writes it", path);
		want = tap_str(t, "%s", "");
	} else {
		file_read(t, path, &want);
	}
	tap_ok(t, false, "equals %s", name);
	show_diff(t, want, text);
	return false;
}
