#include "config.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "isms/tui/field.h"
#include "isms/util/i18n.h"
#include "isms/util/mem.h"

#define TEXT_MAX (4 * 1024 * 1024)

/* A text may be confidential: a private file in a private folder. */
static bool write_file(const char *path, const struct str *text, struct err *err)
{
	int fd = open(path, O_WRONLY | O_CREAT | O_EXCL, 0600);
	bool ok = fd >= 0 && write(fd, str_get(text), text->len) == (ssize_t)text->len;

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
	while (ok && (n = fread(buf, 1, sizeof(buf), file)) > 0 && text->len < TEXT_MAX)
		str_addn(text, buf, n);
	if (file != NULL)
		fclose(file);
	if (!ok)
		err_set(err, ERR_FAILED, _("cannot read '%s': %s"), path, strerror(errno));
	if (text->len > 0 && text->s[text->len - 1] == '\n')
		str_cut(text, text->len - 1);
	return ok;
}

/* Editors are named with options ("code --wait"), so a shell splits the words;
 * the file's name is an argument and never part of the command. */
static bool run_editor(const char *path, struct err *err)
{
	const char *editor = getenv("VISUAL");
	char *command;
	pid_t pid;
	int status = 0;

	if (editor == NULL || *editor == '\0')
		editor = getenv("EDITOR");
	if (editor == NULL || *editor == '\0')
		editor = "vi";
	command = xasprintf("%s \"$1\"", editor);
	pid = fork();
	if (pid == 0) {
		execl("/bin/sh", "sh", "-c", command, "sh", path, (char *)NULL);
		_exit(127);
	}
	free(command);
	while (pid > 0 && waitpid(pid, &status, 0) < 0 && errno == EINTR)
		;
	if (pid < 0 || !WIFEXITED(status) || WEXITSTATUS(status) != 0)
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
	ok = run_editor(path, err);
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
