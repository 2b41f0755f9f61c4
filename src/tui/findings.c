#include "config.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "isms/report/checks.h"
#include "isms/report/due.h"
#include "isms/tui/list.h"
#include "isms/tui/view.h"
#include "isms/util/date.h"
#include "isms/util/i18n.h"
#include "isms/util/mem.h"
#include "isms/util/text.h"

/*
 * What the checks of the ISMS find, clause by clause with its readiness; and
 * what falls due in all registers. Both are lines of which each leads to the
 * record that mends it, so they are one view.
 */

#define DETAIL_ROWS 5
#define DUE_DAYS 30

struct line {
	char *text, *right;	   /* owned; right may be NULL */
	const struct kind *kind;   /* NULL: a heading */
	char *code;		   /* owned; NULL: the register as a whole */
	const struct check *check; /* borrowed from checks; NULL */
	unsigned look;
};

struct finding_pane {
	struct view view;
	bool due; /* what falls due, not what the checks find */
	struct checks checks;
	struct line *v;
	size_t n, cap, at;
	int top;
	char *summary; /* owned */
};

static struct line *add(struct finding_pane *p, char *text, char *right, unsigned look)
{
	struct line *line;

	p->v = xgrow(p->v, p->n, &p->cap, sizeof(*p->v));
	line = &p->v[p->n++];
	memset(line, 0, sizeof(*line));
	line->text = text;
	line->right = right;
	line->look = look;
	return line;
}

static void lines_clear(struct finding_pane *p)
{
	for (size_t i = 0; i < p->n; i++) {
		free(p->v[i].text);
		free(p->v[i].right);
		free(p->v[i].code);
	}
	free(p->v);
	free(p->summary);
	p->v = NULL;
	p->summary = NULL;
	p->n = p->cap = 0;
}

/* ---- Checks -------------------------------------------------------------- */

static const unsigned severity_looks[] = {LOOK_BAD, LOOK_WARN, LOOK_PLAIN};

/* What a rule is about, with how often it was found. */
static void add_rule(struct finding_pane *p, const struct check *check, size_t times)
{
	static const char sign[] = {'!', '-', '?'};
	struct line *line = add(p, xasprintf(" %c %s", sign[check->severity], check->what),
				xasprintf("%zu", times), severity_looks[check->severity]);

	line->kind = check->kind;
	line->check = check;
}

static void add_found(struct finding_pane *p, const struct found *found)
{
	struct line *line = add(p, xasprintf("     %s%s%s", found->code ? found->code : "",
					     found->code ? " " : "", found->text),
				NULL, LOOK_PLAIN);

	line->kind = found->check->kind;
	line->code = found->code ? xstrdup(found->code) : NULL;
	line->check = found->check;
}

static void add_clause(struct finding_pane *p, const struct readiness *r,
		       const struct findings *findings)
{
	add(p, xasprintf("%s", r->clause),
	    xasprintf(_("%d %% ready, %d of %d rules"), r->percent, r->passed, r->rules),
	    (unsigned)draw_style(r->light));
	for (size_t i = 0, same; i < findings->n; i += same) {
		const struct check *check = findings->v[i].check;

		for (same = 1; i + same < findings->n && findings->v[i + same].check == check; same++)
			;
		if (strcmp(check->clause, r->clause) != 0)
			continue;
		add_rule(p, check, same);
		for (size_t j = 0; j < same; j++)
			add_found(p, &findings->v[i + j]);
	}
}

static bool read_checks(struct tui *tui, struct finding_pane *p, struct err *err)
{
	struct findings findings;
	struct readiness *list = NULL;
	size_t n = 0, ready = 0;
	bool ok;

	memset(&findings, 0, sizeof(findings));
	ok = (p->checks.n || checks_load(&p->checks, NULL, err)) &&
	     checks_run(tui->app->store, &p->checks, NULL, &findings, err);
	if (ok) {
		checks_readiness(&findings, &list, &n);
		for (size_t i = 0; i < n; i++) {
			add_clause(p, &list[i], &findings);
			ready += list[i].percent == 100;
		}
		p->summary = xasprintf(
			_("%zu of %zu clauses ready; %ld errors, %ld warnings, %ld hints"), ready,
			n, findings.count[SEVERITY_ERROR], findings.count[SEVERITY_WARNING],
			findings.count[SEVERITY_HINT]);
	}
	free(list);
	findings_release(&findings);
	return ok;
}

/* ---- Due ----------------------------------------------------------------- */

static void add_due(struct finding_pane *p, const struct due *due, long today)
{
	struct line *line;
	char day[DATE_LEN];

	date_format(due->day, day);
	line = add(p,
		   xasprintf("%s  %s %s: %s", day, due->code, due->title ? due->title : "",
			     _(due->what)),
		   due->day < today ? xasprintf(_("OVERDUE %ldd"), today - due->day)
				    : xstrdup(due->person ? due->person : ""),
		   due->day < today ? LOOK_BAD : LOOK_PLAIN);
	line->kind = due->kind;
	line->code = xstrdup(due->code);
}

static bool read_due(struct tui *tui, struct finding_pane *p, struct err *err)
{
	long today = tui->app->rules.today;
	struct dues dues;
	bool ok;

	memset(&dues, 0, sizeof(dues));
	ok = due_read(tui->app->store, &tui->app->rules, today + DUE_DAYS, NULL, &dues, err);
	for (size_t i = 0; ok && i < dues.n; i++)
		add_due(p, &dues.v[i], today);
	if (ok)
		p->summary = xasprintf(_("%ld overdue, %zu within %d days"), dues.overdue,
				       dues.n - (size_t)dues.overdue, DUE_DAYS);
	due_release(&dues);
	return ok;
}

/* ---- The view ------------------------------------------------------------ */

static void read_all(struct tui *tui, struct finding_pane *p)
{
	struct err err = ERR_INIT;

	lines_clear(p);
	if (!(p->due ? read_due(tui, p, &err) : read_checks(tui, p, &err)))
		tui_error(tui, &err);
	if (p->at >= p->n)
		p->at = p->n ? p->n - 1 : 0;
}

static void title(struct tui *tui, struct view *view, struct str *middle, struct str *right)
{
	const struct finding_pane *p = (const struct finding_pane *)view;

	(void)tui;
	(void)right;
	str_addf(middle, "%s: %s", p->due ? _("Due") : _("Checks"), p->summary ? p->summary : "");
}

static void draw_line(struct tui *tui, const struct finding_pane *p, struct rect r, int y, size_t i)
{
	const struct line *line = &p->v[i];
	bool at = i == p->at && !tui->menu_focus;
	unsigned look = line->look | (at ? (unsigned)LOOK_SELECTED : 0);
	int right = line->right ? text_width(line->right) + 1 : 0;
	struct str text = STR_INIT;

	if (right > r.w / 2)
		right = r.w / 2;
	str_addf(&text, "%c%s", at ? '>' : ' ', line->text);
	draw_text(tui, y, r.x, r.w - right, str_get(&text), look);
	if (right)
		draw_right(tui, y, r.x + r.w - right, right, line->right, look);
	if (at)
		draw_cursor(tui, y, r.x);
	str_release(&text);
}

static int draw_wrapped(struct tui *tui, struct rect r, int y, const char *label, const char *text)
{
	struct str whole = STR_INIT;
	struct strv lines = STRV_INIT;

	str_addf(&whole, "%s %s", label, text);
	text_wrap(&lines, str_get(&whole), r.w - 1);
	for (size_t i = 0; i < lines.n && y < r.y + r.h; i++)
		draw_text(tui, y++, r.x + 1, r.w - 1, lines.v[i], LOOK_PLAIN);
	strv_release(&lines);
	str_release(&whole);
	return y;
}

/* What an auditor says to the finding with the cursor, and what mends it. */
static void draw_detail(struct tui *tui, const struct finding_pane *p, struct rect r)
{
	const struct check *check = p->at < p->n ? p->v[p->at].check : NULL;
	int y = r.y + 1;

	draw_rule(tui, r.y, r.x, r.w, check ? check->what : "", LOOK_DIM);
	if (check && check->auditor)
		y = draw_wrapped(tui, r, y, _("An auditor:"), check->auditor);
	if (check && check->mend)
		draw_wrapped(tui, r, y, _("To do:"), check->mend);
}

static void draw(struct tui *tui, struct view *view, struct rect r)
{
	struct finding_pane *p = (struct finding_pane *)view;
	int detail = !p->due && r.h > 2 * DETAIL_ROWS ? DETAIL_ROWS + 1 : 0;
	struct rect list = {r.y, r.x, r.h - detail, r.w};
	struct rect below = {r.y + r.h - detail, r.x, detail, r.w};

	p->top = draw_scroll(p->top, (int)p->at, list.h, (int)p->n);
	for (int i = 0; i < list.h && (size_t)(p->top + i) < p->n; i++)
		draw_line(tui, p, list, list.y + i, (size_t)(p->top + i));
	if (p->n == 0)
		draw_text(tui, r.y, r.x + 1, r.w - 1,
			  p->due ? _("Nothing falls due.") : _("The checks find nothing."),
			  LOOK_DIM);
	if (detail)
		draw_detail(tui, p, below);
}

/* The list with just that record, and the record on it: q leads back to the
 * list, ! or w here again. */
static void open_line(struct tui *tui, const struct finding_pane *p)
{
	const struct line *line = p->at < p->n ? &p->v[p->at] : NULL;
	const struct kind *kind;
	char *filter;

	if (!line || !line->kind)
		return;
	kind = line->kind;
	filter = line->code ? xasprintf("code=\"%s\"", line->code) : NULL;
	tui_go(tui, kind, filter ? filter : "");
	if (filter && !(kind->flags & KIND_SINGLE))
		tui_command(tui, CMD_OPEN);
	free(filter);
}

static bool command(struct tui *tui, struct view *view, enum command_id id)
{
	struct finding_pane *p = (struct finding_pane *)view;
	long at = (long)p->at, last = (long)p->n - 1, page = tui->rows > 12 ? tui->rows - 10 : 2;

	switch (id) {
	case CMD_UP:
		at--;
		break;
	case CMD_DOWN:
		at++;
		break;
	case CMD_PAGE_UP:
		at -= page;
		break;
	case CMD_PAGE_DOWN:
		at += page;
		break;
	case CMD_HALF_UP:
		at -= page / 2;
		break;
	case CMD_HALF_DOWN:
		at += page / 2;
		break;
	case CMD_HOME:
		at = 0;
		break;
	case CMD_END:
		at = last;
		break;
	case CMD_OPEN:
	case CMD_RIGHT:
		open_line(tui, p);
		return true;
	case CMD_LEFT:
		tui_command(tui, CMD_MENU);
		return true;
	default:
		return false;
	}
	at = at > last ? last : at;
	p->at = at < 0 ? 0 : (size_t)at;
	return true;
}

static void changed(struct tui *tui, struct view *view)
{
	read_all(tui, (struct finding_pane *)view);
}

static void close_view(struct tui *tui, struct view *view)
{
	struct finding_pane *p = (struct finding_pane *)view;

	(void)tui;
	lines_clear(p);
	checks_release(&p->checks);
	free(p);
}

static const struct view_ops finding_ops = {
	.where = WHERE_DASHBOARD,
	.title = title,
	.draw = draw,
	.command = command,
	.changed = changed,
	.close = close_view,
};

static struct view *finding_view(struct tui *tui, bool due)
{
	struct finding_pane *p = xcalloc(1, sizeof(*p));

	p->view.ops = &finding_ops;
	p->due = due;
	read_all(tui, p);
	return &p->view;
}

struct view *checks_view(struct tui *tui)
{
	return finding_view(tui, false);
}

struct view *due_view(struct tui *tui)
{
	return finding_view(tui, true);
}

void prepare_run(struct tui *tui, const struct kind *kind, long long id)
{
	struct str what = STR_INIT;
	struct err err = ERR_INIT;

	if (!tui_may_write(tui))
		return;
	if (app_prepare(tui->app, kind, id, &what, &err)) {
		tui_changed(tui);
		tui_say(tui, "%s", str_get(&what));
	} else {
		tui_error(tui, &err);
	}
	str_release(&what);
}
