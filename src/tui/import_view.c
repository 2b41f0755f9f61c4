#include "config.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "isms/tui/dialog.h"
#include "isms/util/i18n.h"
#include "isms/util/mem.h"

/* What an import would do, before it does it. */
struct import_pane {
	struct view view;
	const struct kind *kind;
	char *path; /* owned */
	FILE *file;
	struct import *import;
	struct import_result result;
	bool judged;
	bool create_refs;
	struct sheet_dialect dialect; /* what the user said of it */
	char *encoding;		      /* owned */
	char dates;
	size_t at;	 /* column */
	int top, remark; /* first column and remark shown */
	struct tui *tui; /* for progress */
};

static bool progress(void *ctx, long rows, long long bytes, long long total)
{
	struct import_pane *p = ctx;

	(void)bytes;
	(void)total;
	store_watch_at(p->tui->app->store, rows, 0);
	return tui_progress(p->tui, rows, 0);
}

/* What is rejected is read first. */
static void rejected_first(struct import_result *res)
{
	struct remark *sorted = xcalloc(res->nremarks + 1, sizeof(*sorted));
	size_t n = 0;

	for (int pass = 0; pass < 2; pass++) {
		for (size_t i = 0; i < res->nremarks; i++) {
			if (res->remarks[i].rejected == (pass == 0))
				sorted[n++] = res->remarks[i];
		}
	}
	if (n > 0)
		memcpy(res->remarks, sorted, n * sizeof(*sorted));
	free(sorted);
}

static void judge(struct tui *tui, struct import_pane *p)
{
	struct err err = ERR_INIT;

	import_result_release(&p->result);
	memset(&p->result, 0, sizeof(p->result));
	work_begin(tui, _("reading"));
	p->judged = import_judge(p->import, &p->result, &err);
	work_end(tui);
	p->remark = 0;
	rejected_first(&p->result);
	if (!p->judged)
		tui_error(tui, &err);
}

/* ---- Drawing ---------------------------------------------------------------- */

static void target_text(const struct column *c, struct str *out)
{
	static const char *const words[] = {
		[TARGET_NONE] = N_("kept in the notes"),
		[TARGET_IGNORE] = N_("left out"),
		[TARGET_FIELD] = "",
		[TARGET_CODE] = N_("Code"),
		[TARGET_UID] = "uid",
		[TARGET_VER] = N_("version"),
		[TARGET_ARCHIVED] = N_("archived"),
		[TARGET_STAMP] = N_("passed over"),
		[TARGET_SCORE] = N_("compared with our level"),
	};

	if (c->target == TARGET_FIELD && c->field != NULL)
		str_addf(out, "%s (%s)", _(c->field->label), c->field->name);
	else
		str_add(out, _(words[c->target]));
}

static void draw_column(struct tui *tui, const struct import_pane *p, struct rect r, int y,
			size_t i)
{
	const struct column *columns = NULL;
	size_t n = import_columns(p->import, &columns);
	bool at = i == p->at;
	unsigned sel = at ? (unsigned)LOOK_SELECTED : 0;
	unsigned look = columns[i].target == TARGET_NONE     ? LOOK_WARN
			: columns[i].target == TARGET_IGNORE ? LOOK_DIM
							     : LOOK_PLAIN;
	int theirs = r.w / 4, ours = r.w / 3;
	struct str text = STR_INIT;

	(void)n;
	draw_text(tui, y, r.x, r.w, at ? ">" : " ", sel);
	draw_text(tui, y, r.x + 1, theirs - 2, columns[i].header, sel);
	target_text(&columns[i], &text);
	draw_text(tui, y, r.x + theirs, ours - 1, str_get(&text), look | sel);
	str_clear(&text);
	for (size_t row = 0; row < 3; row++) {
		const char *s = import_sample(p->import, i, row);

		if (s != NULL && *s != '\0')
			str_addf(&text, "%s%s", text.len > 0 ? " | " : "", s);
	}
	draw_text(tui, y, r.x + theirs + ours, r.w - theirs - ours, str_get(&text), sel);
	if (at)
		draw_cursor(tui, y, r.x);
	str_release(&text);
}

static void draw_facts(struct tui *tui, const struct import_pane *p, struct rect r)
{
	const struct sheet *sheet = import_sheet(p->import);
	const struct import_result *res = &p->result;
	char delimiter = sheet_delimiter(sheet);
	struct str text = STR_INIT;

	str_addf(&text, _("%s, cells parted by %s%c%s, header in line %ld"), sheet_encoding(sheet),
		 delimiter == '\t' ? "TAB" : "'", delimiter == '\t' ? ' ' : delimiter,
		 delimiter == '\t' ? "" : "'", import_header_line(p->import));
	draw_text(tui, r.y, r.x + 1, r.w - 1, str_get(&text), LOOK_PLAIN);
	str_clear(&text);
	str_addf(&text, _("Unknown references: %s.  03/04/2026: %s."),
		 p->create_refs ? _("made here") : _("kept in the notes"),
		 p->dates == 'd'   ? _("3 April")
		 : p->dates == 'm' ? _("4 March")
				   : _("refused"));
	draw_text(tui, r.y + 1, r.x + 1, r.w - 1, str_get(&text), LOOK_PLAIN);
	str_clear(&text);
	if (p->judged)
		str_addf(&text,
			 _("%ld rows: %ld new, %ld changed, %ld same, %ld rejected, %ld remarks"),
			 res->rows, res->added, res->changed, res->same, res->rejected,
			 res->nremarks_all);
	else
		str_add(&text, _("Not read to its end; I does that first."));
	draw_text(tui, r.y + 2, r.x + 1, r.w - 1, str_get(&text),
		  res->rejected > 0 ? LOOK_BAD : LOOK_BOLD);
	str_release(&text);
}

static void draw_remarks(struct tui *tui, struct import_pane *p, struct rect r)
{
	int n = (int)p->result.nremarks;

	if (p->remark > n - r.h + 1)
		p->remark = n - r.h + 1;
	if (p->remark < 0)
		p->remark = 0;
	draw_rule(tui, r.y, r.x, r.w, n > 0 ? _("Remarks (PgUp PgDn)") : _("No remarks"),
		  LOOK_PLAIN);
	for (int i = 0; i + 1 < r.h && p->remark + i < n; i++) {
		const struct remark *m = &p->result.remarks[p->remark + i];
		struct str text = STR_INIT;

		str_addf(&text, _("%s line %ld: "), m->rejected ? "!" : " ", m->line);
		if (m->column != NULL)
			str_addf(&text, "%s: ", m->column);
		if (m->value != NULL)
			str_addf(&text, "'%s': ", m->value);
		str_add(&text, m->reason);
		draw_text(tui, r.y + 1 + i, r.x + 1, r.w - 1, str_get(&text),
			  m->rejected ? LOOK_BAD : LOOK_PLAIN);
		str_release(&text);
	}
}

static void draw(struct tui *tui, struct view *view, struct rect r)
{
	struct import_pane *p = (struct import_pane *)view;
	const struct column *columns = NULL;
	int n = (int)import_columns(p->import, &columns);
	int remarks = r.h > 14 ? r.h / 3 : 0, rows = r.h - 4 - remarks;

	draw_facts(tui, p, r);
	draw_rule(tui, r.y + 3, r.x, r.w, _("Their column, our field, what stands there"),
		  LOOK_PLAIN);
	p->top = draw_scroll(p->top, (int)p->at, rows, n);
	for (int i = 0; i < rows && p->top + i < n; i++)
		draw_column(tui, p, r, r.y + 4 + i, (size_t)(p->top + i));
	if (remarks > 0)
		draw_remarks(tui, p, (struct rect){r.y + r.h - remarks, r.x, remarks, r.w});
}

static void title(struct tui *tui, struct view *view, struct str *middle, struct str *right)
{
	struct import_pane *p = (struct import_pane *)view;
	const struct column *columns = NULL;

	(void)tui;
	str_addf(middle, _("Import into %s: %s"), _(p->kind->plural), p->path);
	str_addf(right, "%zu/%zu", p->at + 1, import_columns(p->import, &columns));
}

/* ---- Doing ------------------------------------------------------------------ */

static void map(struct tui *tui, struct import_pane *p)
{
	struct choose_options opt = {.title = _("Goes to"), .typing = true};
	struct choose_list list = {0};
	struct strv names = STRV_INIT;
	struct err err = ERR_INIT;
	const struct column *columns = NULL;
	size_t n = import_columns(p->import, &columns), at = 0;
	char theirs[24];
	long chosen;

	choose_add(&list, _("(left out)"), NULL, 0);
	strv_add(&names, "");
	choose_add(&list, _("Code"), "code", 0);
	strv_add(&names, "code");
	choose_add(&list, _("(a score: only compared)"), "score", 0);
	strv_add(&names, "score");
	for (size_t i = 0; i < p->kind->nfields; i++) {
		const struct field *field = &p->kind->fields[i];
		struct str text = STR_INIT;

		if ((field->flags & F_DERIVED) != 0)
			continue;
		if (p->at < n && columns[p->at].field == field)
			at = list.n;
		str_addf(&text, "%s%s", _(field->label),
			 (field->flags & F_REQUIRED) != 0 ? "*" : "");
		choose_add(&list, str_get(&text), field->name, 0);
		strv_add(&names, field->name);
		str_release(&text);
	}
	chosen = choose(tui, &opt, &list, at);
	snprintf(theirs, sizeof(theirs), "#%zu", p->at + 1);
	if (chosen >= 0) {
		if (import_map(p->import, theirs, names.v[chosen], &err))
			judge(tui, p);
		else
			tui_error(tui, &err);
	}
	choose_clear(&list);
	strv_release(&names);
}

static void header_line(struct tui *tui, struct import_pane *p)
{
	struct prompt_options opt = {.label = _("The header is in line: ")};
	struct str text = STR_INIT;
	struct err err = ERR_INIT;

	str_addf(&text, "%ld", import_header_line(p->import));
	if (prompt(tui, &opt, &text)) {
		if (import_header(p->import, strtol(str_get(&text), NULL, 10), &err)) {
			p->at = 0;
			judge(tui, p);
		} else {
			tui_error(tui, &err);
		}
	}
	str_release(&text);
}

/* Opens it with what the user said of it. The one that was open is kept where
 * that goes wrong. */
static bool reopen(struct tui *tui, struct import_pane *p, struct err *err)
{
	struct import_options opt = {
		.dialect = p->dialect,
		.create_refs = p->create_refs,
		.dates = p->dates,
		.progress = progress,
		.ctx = p,
		.lacks = app_lacks,
		.lacks_ctx = tui->app,
	};
	struct import *import = NULL;

	rewind(p->file);
	if (!import_open(tui->app->store, &tui->app->rules, p->kind, p->file, p->path, &opt,
			 &import, err))
		return false;
	import_close(&p->import);
	p->import = import;
	p->at = 0;
	return true;
}

static void delimiter(struct tui *tui, struct import_pane *p)
{
	static const struct {
		char c;
		const char *name;
	} known[] = {{0, N_("as found")},
		     {',', N_(", comma")},
		     {';', N_("; semicolon")},
		     {'\t', N_("TAB")},
		     {'|', N_("| bar")}};
	struct choose_options opt = {.title = _("Cells are parted by")};
	struct choose_list list = {0};
	struct err err = ERR_INIT;
	char was = p->dialect.delimiter;
	size_t at = 0;
	long chosen;

	for (size_t i = 0; i < sizeof(known) / sizeof(known[0]); i++) {
		if (known[i].c == was)
			at = i;
		choose_add(&list, _(known[i].name), NULL, 0);
	}
	chosen = choose(tui, &opt, &list, at);
	choose_clear(&list);
	if (chosen < 0)
		return;
	p->dialect.delimiter = known[chosen].c;
	if (reopen(tui, p, &err)) {
		judge(tui, p);
	} else {
		p->dialect.delimiter = was;
		tui_error(tui, &err);
	}
}

static void encoding(struct tui *tui, struct import_pane *p)
{
	struct prompt_options opt = {.label = _("Encoding, such as CP1252 (nothing: as found): ")};
	struct str text = STR_INIT;
	struct err err = ERR_INIT;
	char *was = p->encoding;

	if (was != NULL)
		str_add(&text, was);
	if (prompt(tui, &opt, &text)) {
		str_trim(&text);
		p->encoding = text.len > 0 ? xstrdup(str_get(&text)) : NULL;
		p->dialect.encoding = p->encoding;
		if (reopen(tui, p, &err)) {
			free(was);
			judge(tui, p);
		} else {
			free(p->encoding);
			p->encoding = was;
			p->dialect.encoding = was;
			tui_error(tui, &err);
		}
	}
	str_release(&text);
}

static void next_dates(struct tui *tui, struct import_pane *p)
{
	p->dates = p->dates == 0 ? 'd' : p->dates == 'd' ? 'm' : 0;
	import_set_dates(p->import, p->dates);
	judge(tui, p);
}

static void toggle_refs(struct tui *tui, struct import_pane *p)
{
	p->create_refs = !p->create_refs;
	import_set_create_refs(p->import, p->create_refs);
	judge(tui, p);
}

/* A new file beside theirs; nothing is written over. */
static FILE *open_rejects(const char *path, struct str *name)
{
	FILE *file = NULL;
	int fd = -1;

	for (int i = 1; i < 100 && fd < 0; i++) {
		str_clear(name);
		if (i == 1)
			str_addf(name, "%s.rejects.csv", path);
		else
			str_addf(name, "%s.rejects-%d.csv", path, i);
		fd = open(str_get(name), O_WRONLY | O_CREAT | O_EXCL, 0600);
		if (fd < 0 && errno != EEXIST)
			break;
	}
	if (fd >= 0)
		file = fdopen(fd, "w");
	return file;
}

static void tell(struct tui *tui, const struct import_result *res, const char *rejects)
{
	struct str text = STR_INIT;

	str_addf(&text, _("%ld new, %ld changed, %ld same"), res->added, res->changed, res->same);
	if (res->created > 0)
		str_addf(&text, _(", %ld for references"), res->created);
	if (res->tx > 0)
		str_add(&text, _(" (u undoes)"));
	if (res->rejected > 0)
		str_addf(&text, _("; %ld rejected: %s"), res->rejected, rejects);
	if (res->rejected > 0)
		tui_warn(tui, "%s", str_get(&text));
	else
		tui_say(tui, "%s", str_get(&text));
	str_release(&text);
}

static void run(struct tui *tui, struct import_pane *p)
{
	struct str question = STR_INIT, name = STR_INIT;
	struct err err = ERR_INIT;
	FILE *rejects = NULL;
	bool ok;

	if (!tui_may_write(tui))
		return;
	if (!p->judged)
		judge(tui, p);
	if (!p->judged)
		return;
	str_addf(&question, _("Import %ld new and %ld changed records?"), p->result.added,
		 p->result.changed);
	if (!ask_yes(tui, str_get(&question),
		     p->result.rejected > 0 ? _("Rejected rows go to a file beside theirs.")
					    : NULL))
		goto out;
	if (p->result.rejected > 0)
		rejects = open_rejects(p->path, &name);
	import_result_release(&p->result);
	memset(&p->result, 0, sizeof(p->result));
	work_begin(tui, _("importing"));
	ok = import_run(p->import, rejects, &p->result, &err);
	work_end(tui);
	if (rejects != NULL && fclose(rejects) != 0)
		tui_warn(tui, _("cannot write '%s': %s"), str_get(&name), strerror(errno));
	if (rejects != NULL && (!ok || p->result.rejected == 0))
		unlink(str_get(&name));
	if (ok || err.kind == ERR_ROWS) {
		tui_changed(tui);
		tell(tui, &p->result,
		     rejects == NULL			    ? _("no file could be written")
		     : strrchr(str_get(&name), '/') == NULL ? str_get(&name)
							    : strrchr(str_get(&name), '/') + 1);
		err_release(&err);
		view_pop(tui);
	} else {
		p->judged = false;
		import_result_release(&p->result);
		memset(&p->result, 0, sizeof(p->result));
		tui_error(tui, &err);
	}
out:
	str_release(&question);
	str_release(&name);
}

static bool command(struct tui *tui, struct view *view, enum command_id id)
{
	struct import_pane *p = (struct import_pane *)view;
	const struct column *columns = NULL;
	size_t n = import_columns(p->import, &columns);
	bool taken = true;

	switch (id) {
	case CMD_UP:
		p->at -= p->at > 0 ? 1 : 0;
		break;
	case CMD_DOWN:
		p->at += p->at + 1 < n ? 1 : 0;
		break;
	case CMD_HOME:
		p->at = 0;
		break;
	case CMD_END:
		p->at = n > 0 ? n - 1 : 0;
		break;
	case CMD_PAGE_UP:
	case CMD_HALF_UP:
		p->remark -= 5;
		break;
	case CMD_PAGE_DOWN:
	case CMD_HALF_DOWN:
		p->remark += 5;
		break;
	case CMD_MAP:
	case CMD_OPEN:
		if (n > 0)
			map(tui, p);
		break;
	case CMD_CREATE_REFS:
		toggle_refs(tui, p);
		break;
	case CMD_DATES:
		next_dates(tui, p);
		break;
	case CMD_HEADER_LINE:
		header_line(tui, p);
		break;
	case CMD_DELIMITER:
		delimiter(tui, p);
		break;
	case CMD_ENCODING:
		encoding(tui, p);
		break;
	case CMD_IMPORT_RUN:
		run(tui, p);
		break;
	case CMD_CANCEL:
	case CMD_BACK:
	case CMD_QUIT:
		tui_say(tui, _("nothing was imported"));
		view_pop(tui);
		break;
	default:
		taken = false;
		break;
	}
	return taken;
}

static void close_view(struct tui *tui, struct view *view)
{
	struct import_pane *p = (struct import_pane *)view;

	(void)tui;
	import_close(&p->import);
	import_result_release(&p->result);
	if (p->file != NULL)
		fclose(p->file);
	free(p->path);
	free(p->encoding);
	free(p);
}

static const struct view_ops import_ops = {
	.where = WHERE_IMPORT,
	.flags = VIEW_FULL | VIEW_MODAL,
	.title = title,
	.draw = draw,
	.command = command,
	.close = close_view,
};

static char *expand_home(const char *path)
{
	const char *home = getenv("HOME");

	return path[0] == '~' && path[1] == '/' && home != NULL ? xasprintf("%s%s", home, path + 1)
								: xstrdup(path);
}

static bool begin(struct tui *tui, struct import_pane *p, struct err *err)
{
	p->tui = tui;
	p->file = fopen(p->path, "rb");
	if (p->file == NULL)
		return err_set(err, ERR_FAILED, _("cannot open '%s': %s"), p->path,
			       strerror(errno));
	return reopen(tui, p, err);
}

void import_open_view(struct tui *tui, const struct kind *kind)
{
	struct prompt_options opt = {.label = _("Import CSV file: "), .complete = complete_path};
	struct import_pane *p;
	struct str path = STR_INIT;
	struct err err = ERR_INIT;

	if (tui_may_write(tui) && prompt(tui, &opt, &path) && path.len > 0) {
		p = xcalloc(1, sizeof(*p));
		p->view.ops = &import_ops;
		p->kind = kind;
		p->path = expand_home(str_get(&path));
		if (begin(tui, p, &err)) {
			view_push(tui, &p->view);
			judge(tui, p);
		} else {
			tui_error(tui, &err);
			close_view(tui, &p->view);
		}
	}
	str_release(&path);
}
