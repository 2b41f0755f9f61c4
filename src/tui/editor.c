#include "config.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "isms/tui/field.h"
#include "isms/util/i18n.h"
#include "isms/util/mem.h"

#define TEXT_MAX (4 * 1024 * 1024)

/* A text may be confidential: a private file in a private folder. */
static bool write_file(const char *path, struct str *text, struct err *err)
{
	int fd = open(path, O_WRONLY | O_CREAT | O_EXCL, 0600);
	const char *s;
	size_t left;
	bool ok = fd >= 0;

	/* its last line ends as editors expect; read_file() takes that away again */
	if (text->len > 0)
		str_addc(text, '\n');
	s = str_get(text);
	left = text->len;

	while (ok && left > 0) {
		ssize_t n = write(fd, s, left);

		ok = n > 0 || (n < 0 && errno == EINTR);
		s += n > 0 ? n : 0;
		left -= n > 0 ? (size_t)n : 0;
	}
	if (fd >= 0 && close(fd) != 0)
		ok = false;
	if (!ok)
		err_set(err, ERR_FAILED, _("cannot write '%s': %s"), path, strerror(errno));
	return ok;
}

static bool read_file(const char *path, struct str *text, struct err *err)
{
	FILE *file = fopen(path, "r");
	char buf[4096];
	size_t n;
	bool ok = file != NULL;

	str_clear(text);
	while (ok && (n = fread(buf, 1, sizeof(buf), file)) > 0 && text->len <= TEXT_MAX)
		str_addn(text, buf, n);
	if (file != NULL)
		fclose(file);
	if (!ok)
		err_set(err, ERR_FAILED, _("cannot read '%s': %s"), path, strerror(errno));
	else if (text->len > TEXT_MAX || memchr(str_get(text), '\0', text->len) != NULL)
		ok = err_set(err, ERR_FAILED,
			     _("what the editor left is no text of at most %d MiB; the text is as it was"),
			     TEXT_MAX / 1024 / 1024);
	if (text->len > 0 && text->s[text->len - 1] == '\n')
		str_cut(text, text->len - 1);
	return ok;
}

static void be_editor(const char *command, const char *path)
{
	/* what we ignore an editor may want */
	signal(SIGINT, SIG_DFL);
	signal(SIGPIPE, SIG_DFL);
	execl("/bin/sh", "sh", "-c", command, "sh", path, (char *)NULL);
	_exit(127);
}

/* Until it ends; asked to end ourselves, we ask it and wait no longer than we
 * may. False: it did not end. A blocking wait could miss the signal. */
static bool wait_for(struct tui *tui, pid_t pid, int *status)
{
	const struct timespec nap = {0, 30 * 1000 * 1000};
	pid_t got = 0;

	for (int more = 10; more > 0 && got == 0; more -= term_signal(tui->term) != 0) {
		nanosleep(&nap, NULL);
		got = waitpid(pid, status, WNOHANG);
		if (got == 0 && more == 10 && term_signal(tui->term) != 0)
			kill(pid, SIGHUP);
	}
	return got == pid;
}

/* Editors are named with options ("code --wait"), so a shell splits the words;
 * the file's name is an argument and never part of the command. An editor that
 * says that it failed is believed (vi's :cq); one that was killed may have saved
 * before: what it saved counts. */
static bool run_editor(struct tui *tui, const char *path, struct err *err)
{
	const char *editor = getenv("VISUAL");
	char *command;
	pid_t pid;
	int status = 0;
	bool ended = false;

	if (editor == NULL || *editor == '\0')
		editor = getenv("EDITOR");
	if (editor == NULL || *editor == '\0')
		editor = "vi";
	command = xasprintf("%s \"$1\"", editor);
	pid = fork();
	if (pid == 0)
		be_editor(command, path);
	free(command);
	ended = pid > 0 && wait_for(tui, pid, &status);
	if (pid > 0 && (!ended || WIFSIGNALED(status)))
		return true;
	if (ended && WEXITSTATUS(status) == 127)
		return err_set(err, ERR_FAILED,
			       _("there is no editor '%s' ($VISUAL, $EDITOR); the text is as it was"),
			       editor);
	if (!ended || WEXITSTATUS(status) != 0)
		return err_set(err, ERR_FAILED, _("the editor '%s' failed; the text is as it was"),
			       editor);
	return true;
}

bool edit_outside(struct tui *tui, struct str *text, struct err *err)
{
	const char *tmp = getenv("TMPDIR");
	char *folder = xasprintf("%s/isms-XXXXXX", tmp == NULL || *tmp == '\0' ? "/tmp" : tmp);
	char *path = NULL;
	struct str edited = STR_INIT;
	bool ok = false;

	if (mkdtemp(folder) == NULL) {
		err_set(err, ERR_FAILED, _("cannot make a folder '%s': %s"), folder,
			strerror(errno));
		goto out;
	}
	path = xasprintf("%s/text.txt", folder);
	if (!write_file(path, text, err))
		goto out;
	term_leave(tui->term);
	ok = run_editor(tui, path, err);
	term_return(tui->term);
	if (ok)
		ok = read_file(path, &edited, err);
	if (ok) {
		str_clear(text);
		str_addn(text, str_get(&edited), edited.len);
	}
out:
	if (path != NULL) {
		unlink(path);
		rmdir(folder);
	}
	free(path);
	free(folder);
	str_release(&edited);
	return ok;
}
