/* Drafts that cannot lie in the file, in files of their own. */
#include "config.h"

#include "draft_file.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "isms/util/i18n.h"
#include "isms/util/mem.h"

#include "private.h"

#define NAME "draft-"
#define SIZE_MOST (64L * 1024 * 1024)

static char *folder(void)
{
	const char *state = getenv("XDG_STATE_HOME");

	/* the XDG specification: a relative path is not valid and is passed over */
	return state && *state == '/' ? xasprintf("%s/isms", state)
				      : xasprintf("%s/.local/state/isms", app_home());
}

/* What is wrong shows when the file is made. */
static void make_folders(const char *path)
{
	char *dir = xstrdup(path), *slash;

	for (slash = strchr(dir + 1, '/'); slash; slash = strchr(slash + 1, '/')) {
		*slash = '\0';
		mkdir(dir, 0700);
		*slash = '/';
	}
	mkdir(dir, 0700);
	free(dir);
}

static bool write_all(int fd, const struct str *text)
{
	const char *s = str_get(text);
	size_t left = text->len;
	bool ok = true;

	while (ok && left) {
		ssize_t n = write(fd, s, left);

		ok = n > 0 || (n < 0 && errno == EINTR);
		s += n > 0 ? n : 0;
		left -= n > 0 ? (size_t)n : 0;
	}
	return ok && fsync(fd) == 0;
}

bool draft_file_write(struct draft *draft, const struct str *text, struct err *err)
{
	char *dir = folder(), *path = xasprintf("%s/" NAME "XXXXXX", dir);
	int fd;
	bool ok;

	make_folders(dir);
	fd = mkostemp(path, O_CLOEXEC);
	if (fd >= 0)
		flock(fd, LOCK_EX | LOCK_NB);
	ok = fd >= 0 && write_all(fd, text);
	if (!ok)
		err_set(err, ERR_FAILED, _("cannot keep a draft in '%s': %s"), dir,
			strerror(errno));
	if (!ok && fd >= 0) {
		close(fd);
		unlink(path);
	}
	if (ok) {
		if (draft->place && draft->outside)
			unlink(draft->place);
		if (draft->fd >= 0)
			close(draft->fd);
		free(draft->place);
		draft->place = path;
		draft->outside = true;
		draft->fd = fd;
		path = NULL;
	}
	free(path);
	free(dir);
	return ok;
}

/* Its bytes, where it is ours and nobody holds it. */
static bool read_file(const char *path, struct str *text)
{
	int fd = open(path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK);
	struct stat st;
	char buf[8192];
	ssize_t n = 0;
	bool ok = fd >= 0 && fstat(fd, &st) == 0 && S_ISREG(st.st_mode) && st.st_uid == geteuid() &&
		  st.st_size <= SIZE_MOST && flock(fd, LOCK_EX | LOCK_NB) == 0;

	while (ok && (n = read(fd, buf, sizeof(buf))) > 0)
		str_addn(text, buf, (size_t)n);
	if (fd >= 0)
		close(fd);
	return ok && n == 0;
}

void draft_file_each(void (*each)(void *ctx, const char *path, const char *text), void *ctx)
{
	char *dir = folder();
	DIR *list = opendir(dir);
	struct dirent *e;

	while (list && (e = readdir(list))) {
		char *path = xasprintf("%s/%s", dir, e->d_name);
		struct str text = STR_INIT;

		if (!strncmp(e->d_name, NAME, sizeof(NAME) - 1) && read_file(path, &text))
			each(ctx, path, str_get(&text));
		str_release(&text);
		free(path);
	}
	if (list)
		closedir(list);
	free(dir);
}

bool draft_file_drop(const char *path, struct err *err)
{
	if (unlink(path) != 0 && errno != ENOENT)
		return err_set(err, ERR_FAILED, _("cannot remove '%s': %s"), path, strerror(errno));
	return true;
}
