#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "isms/app/audit.h"
#include "isms/model/kinds.h"
#include "isms/tui/detail.h"
#include "isms/tui/dialog.h"
#include "isms/tui/form.h"
#include "isms/tui/scroll.h"
#include "isms/tui/view.h"
#include "isms/util/i18n.h"
#include "isms/util/mem.h"
#include "isms/util/text.h"

/*
 * Audit mode (UX 24): one step of an audit a screen, with what to ask for. A key
 * gives the verdict; what is no conformity opens the finding's form; then comes
 * the next step that is open.
 */

#define LABEL_WIDTH 14
#define HEAD_ROWS 2
#define READ_WIDTH 100 /* wider lines are hard to read */

struct audit_pane {
	struct view view;
	struct record *audit;	  /* owned */
	struct record *step;	  /* owned; NULL: load it when it is wanted */
	struct audit_step *steps; /* owned */
	size_t n, at;
	int top, rows, lines;
};

/* ---- Reading ---------------------------------------------------------------- */

static bool read_steps(struct tui *tui, struct audit_pane *p, struct err *err)
{
	struct audit_step *steps = NULL;
	size_t n = 0;
	bool ok = app_audit_steps(tui->app, p->audit->id, &steps, &n, err);

	if (ok) {
		free(p->steps);
		p->steps = steps;
		p->n = n;
		p->at = p->at < n ? p->at : n > 0 ? n - 1 : 0;
	}
	return ok;
}

static struct record *load(struct tui *tui, struct audit_pane *p)
{
	struct err err = ERR_INIT;

	if (p->step == NULL && p->at < p->n &&
	    !store_get(tui->app->store, &kind_audit_step, p->steps[p->at].id, &p->step, &err))
		tui_error(tui, &err);
	return p->step;
}

static void changed(struct tui *tui, struct view *view)
{
	struct audit_pane *p = (struct audit_pane *)view;
	struct err err = ERR_INIT;

	record_free(&p->step);
	if (!read_steps(tui, p, &err))
		tui_error(tui, &err);
}

static void go(struct audit_pane *p, size_t at)
{
	record_free(&p->step);
	p->at = at;
	p->top = 0;
}

/* The next one without a verdict, from the beginning again at the end. */
static bool next_open(struct audit_pane *p)
{
	bool found = false;

	for (size_t i = 1; i <= p->n && !found; i++) {
		size_t at = (p->at + i) % p->n;

		found = p->steps[at].verdict == VERDICT_OPEN;
		if (found)
			go(p, at);
	}
	return found;
}

/* ---- Drawing ---------------------------------------------------------------- */

static const struct field *step_field(const char *name)
{
	return kind_field(&kind_audit_step, name);
}

static void title(struct tui *tui, struct view *view, struct str *middle, struct str *right)
{
	struct audit_pane *p = (struct audit_pane *)view;

	(void)tui;
	str_addf(middle, "%s %s", p->audit->code, record_title(p->audit));
	str_addf(right, "%zu/%zu", p->n > 0 ? p->at + 1 : 0, p->n);
}

/* "93 steps: 80 open, 10 conforms, 1 minor": what there is none of is left out. */
static void progress(struct audit_pane *p, struct str *out)
{
	size_t count[VERDICT_COUNT] = {0};
	bool first = true;

	for (size_t i = 0; i < p->n; i++)
		count[p->steps[i].verdict]++;
	str_addf(out, ngettext("%zu step:", "%zu steps:", (unsigned long)p->n), p->n);
	for (size_t i = 0; i < VERDICT_COUNT; i++) {
		const struct choice *choice = choice_find(step_field("result"), verdict_keys[i]);

		if (count[i] > 0) {
			str_addf(out, "%s %zu %s", first ? "" : ",", count[i], _(choice->label));
			first = false;
		}
	}
}

static void labelled(struct lines *lines, unsigned look, const char *label, const char *text,
		     int cells)
{
	int width = cells < 3 * LABEL_WIDTH ? cells / 3 : LABEL_WIDTH;
	struct lines parts = LINES_INIT;
	struct str row = STR_INIT;

	lines_wrap(&parts, look, text, cells - width - 1);
	for (size_t i = 0; i < parts.n; i++) {
		str_clear(&row);
		text_pad(&row, i == 0 ? label : "", width, false);
		str_addf(&row, " %s", parts.v[i].text);
		lines_add(lines, look, "%s", str_get(&row));
	}
	lines_release(&parts);
	str_release(&row);
}

struct about {
	struct lines *lines;
	int cells;
};

/* The words of data/audit/about.sql. */
static bool add_about(void *ctx, size_t n, const char *const *names, const char *const *texts,
		      struct err *err)
{
	static const struct {
		const char *what, *label;
	} words[] = {
		{"asks", N_("What it asks")}, {"how", N_("How it is done")},
		{"soa", N_("In the SoA")},    {"state", N_("State")},
		{"ask", N_("Ask for")},	      {"usual", N_("Usual faults")},
	};
	struct about *about = ctx;
	const char *label = "";

	(void)n;
	(void)names;
	(void)err;
	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++)
		if (str_equal(words[i].what, texts[0]))
			label = _(words[i].label);
	labelled(about->lines, strcmp(texts[0], "ask") == 0 ? LOOK_BOLD : LOOK_PLAIN, label,
		 texts[1], about->cells);
	return true;
}

static void add_warnings(struct tui *tui, const struct record *step, int cells, struct lines *lines)
{
	struct strv why = STRV_INIT;
	struct err err = ERR_INIT;

	if (!app_independence(tui->app, step->id, &why, &err))
		tui_error(tui, &err);
	for (size_t i = 0; i < why.n; i++) {
		char *text = xasprintf(_("%s: nobody audits own work"), why.v[i]);

		labelled(lines, LOOK_WARN, _("! Not free"), text, cells);
		free(text);
	}
	strv_release(&why);
}

/* A field of the step, said to be empty where asked for. */
static void add_own(struct tui *tui, const struct record *step, const char *name, bool always,
		    int cells, struct lines *lines)
{
	const struct field *field = step_field(name);
	struct str text = STR_INIT;

	value_text(tui, field, record_get(step, name), &text);
	if (text.len > 0 || always)
		labelled(lines, text.len > 0 ? LOOK_PLAIN : LOOK_DIM, _(field->label),
			 text.len > 0 ? str_get(&text) : "_", cells);
	str_release(&text);
}

static bool is_heading(const struct record *step)
{
	const char *about[] = {"clause", "control", "requirement"};
	bool same = false;

	for (size_t i = 0; i < 3 && !same; i++) {
		const struct value *value = record_get(step, about[i]);
		char *text = value->nrefs == 0 ? NULL
					       : xasprintf("%s %s", value->refs[0].code,
							   value->refs[0].title);

		same = text != NULL && strcmp(text, record_title(step)) == 0;
		free(text);
	}
	return same;
}

static void body(struct tui *tui, const struct record *step, int cells, struct lines *lines)
{
	struct about about = {lines, cells};
	struct err err = ERR_INIT;

	if (!is_heading(step))
		labelled(lines, LOOK_BOLD, _("Question"), record_title(step), cells);
	if (!app_audit_about(tui->app, step->id, add_about, &about, &err))
		tui_error(tui, &err);
	lines_add(lines, LOOK_PLAIN, "%s", "");
	add_own(tui, step, "sample", true, cells, lines);
	add_own(tui, step, "evidence", true, cells, lines);
	add_own(tui, step, "method", false, cells, lines);
	add_own(tui, step, "people", false, cells, lines);
	add_own(tui, step, "auditor", true, cells, lines);
	add_warnings(tui, step, cells, lines);
	add_own(tui, step, "done_on", false, cells, lines);
	add_own(tui, step, "notes", false, cells, lines);
	if (record_get(step, "findings")->num > 0)
		add_own(tui, step, "findings", false, cells, lines);
}

/* What the step is about, and its verdict at the right. */
static void draw_head(struct tui *tui, const struct record *step, struct rect r)
{
	const char *about[] = {"clause", "control", "requirement"};
	struct str head = STR_INIT, verdict = STR_INIT;
	const struct field *result = step_field("result");
	int wide;

	for (size_t i = 0; i < 3 && head.len == 0; i++) {
		const struct value *value = record_get(step, about[i]);

		if (value->nrefs > 0)
			str_addf(&head, "%s %s", value->refs[0].code,
				 value->refs[0].title == NULL ? "" : value->refs[0].title);
	}
	if (head.len == 0)
		str_add(&head, record_title(step));
	value_text(tui, result, record_get(step, "result"), &verdict);
	wide = text_width(str_get(&verdict)) + 3;
	draw_text(tui, r.y, r.x + 1, r.w - wide - 2, str_get(&head), LOOK_BOLD);
	str_insert(&verdict, 0, "[", 1);
	str_addc(&verdict, ']');
	draw_right(tui, r.y, r.x + r.w - wide, wide - 1, str_get(&verdict),
		   value_look(tui, result, record_get(step, "result")));
	str_release(&head);
	str_release(&verdict);
}

/* The verdicts with their keys, in as many rows as they take. */
static int draw_verdicts(struct tui *tui, struct rect r, bool draw)
{
	int x = 1, row = 0;
	struct key_place at;

	tui_keys(tui, false, &at);
	for (int i = CMD_CONFORMS; i <= CMD_REOPEN; i++) {
		struct str text = STR_INIT;
		int wide;

		key_label(&at, &commands[i], &text);
		str_addf(&text, " %s", _(commands[i].label));
		wide = text_width(str_get(&text));
		if (x > 1 && x + wide > r.w) {
			x = 1;
			row++;
		}
		if (draw)
			draw_text(tui, r.y + row, r.x + x, wide, str_get(&text), LOOK_DIM);
		x += wide + 2;
		str_release(&text);
	}
	return row + 1;
}

static void draw(struct tui *tui, struct view *view, struct rect r)
{
	struct audit_pane *p = (struct audit_pane *)view;
	const struct record *step = load(tui, p);
	struct lines lines = LINES_INIT;
	struct str count = STR_INIT;
	int keys = draw_verdicts(tui, r, false);

	progress(p, &count);
	draw_text(tui, r.y, r.x + 1, r.w - 1, str_get(&count), LOOK_DIM);
	draw_cursor(tui, r.y + 1, r.x + 1);
	if (step != NULL) {
		draw_head(tui, step, (struct rect){r.y + 1, r.x, 1, r.w});
		body(tui, step, r.w > READ_WIDTH ? READ_WIDTH : r.w - 2, &lines);
	} else {
		draw_text(tui, r.y + 1, r.x + 1, r.w - 1, _("This audit has no steps."),
			  LOOK_PLAIN);
	}
	if (keys > r.h / 3)
		keys = 0;
	p->rows = r.h - HEAD_ROWS - keys;
	p->lines = (int)lines.n;
	if (p->top > p->lines - p->rows)
		p->top = p->lines - p->rows;
	if (p->top < 0)
		p->top = 0;
	for (int i = 0; i < p->rows && p->top + i < p->lines; i++)
		draw_text(tui, r.y + HEAD_ROWS + i, r.x + 1, r.w - 2, lines.v[p->top + i].text,
			  lines.v[p->top + i].look);
	if (keys > 0)
		draw_verdicts(tui, (struct rect){r.y + r.h - keys, r.x, keys, r.w}, true);
	lines_release(&lines);
	str_release(&count);
}

/* ---- Keys ------------------------------------------------------------------- */

static const char *const finding_fields[] = {"title", "grade", "description", "evidence",
					     "owner", "due",   NULL};

/* The verdict stands already when the finding is asked for: who leaves the form
 * without one is told, and the checks tell later. */
static void judge(struct tui *tui, struct audit_pane *p, enum verdict verdict)
{
	struct record *step = load(tui, p);
	const struct choice *choice = choice_find(step_field("result"), verdict_keys[verdict]);
	struct err err = ERR_INIT;
	bool written = true, seen;
	char *code;

	if (step == NULL || !tui_may_write(tui))
		return;
	code = xstrdup(step->code);
	p->step = NULL; /* it is judged by itself: changed() must not free it */
	if (!app_verdict(tui->app, &step, verdict, &err)) {
		record_free(&step);
		tui_error(tui, &err);
		free(code);
		return;
	}
	tui_changed(tui);
	if (verdict_finds(verdict) && record_get(step, "findings")->num == 0)
		written = follow_run(tui, step, finding_fields) != 0;
	seen = record_get(step, "evidence")->set;
	record_free(&step);
	if (!written)
		tui_warn(tui, _("%s: %s, but no finding is written; o writes it"), code,
			 _(choice->label));
	else if (verdict == VERDICT_OPEN)
		tui_say(tui, _("%s is open again"), code);
	else if (!next_open(p))
		tui_say(tui, _("%s: %s. All steps have a verdict"), code, _(choice->label));
	else if (verdict_finds(verdict))
		tui_say(tui, _("%s: %s, with its finding"), code, _(choice->label));
	else
		tui_say(tui,
			seen || verdict == VERDICT_NOT_AUDITED
				? _("%s: %s (u undoes)")
				: _("%s: %s (u undoes); what was seen is not entered yet"),
			code, _(choice->label));
	free(code);
}

static void edit(struct tui *tui, struct audit_pane *p)
{
	static const char *const only[] = {"sample",  "evidence", "method", "people",
					   "auditor", "notes",	  NULL};
	static const struct form_options opt = {.only = only, .at = "evidence"};
	const struct record *step = load(tui, p);

	if (step != NULL)
		form_run(tui, &kind_audit_step, step->id, &opt);
}

static void finding(struct tui *tui, struct audit_pane *p)
{
	struct record *step = load(tui, p) == NULL ? NULL : record_copy(p->step);
	enum verdict verdict = p->at < p->n ? p->steps[p->at].verdict : VERDICT_OPEN;

	if (step != NULL && (verdict == VERDICT_OPEN || verdict == VERDICT_NOT_AUDITED))
		tui_say(tui, _("a finding comes of a verdict: give it first"));
	else if (step != NULL)
		follow_run(tui, step, finding_fields);
	record_free(&step);
}

static void move(struct tui *tui, struct audit_pane *p, bool forward)
{
	if (forward && p->at + 1 < p->n)
		go(p, p->at + 1);
	else if (!forward && p->at > 0)
		go(p, p->at - 1);
	else
		tui_say(tui, forward ? _("this is the last") : _("this is the first"));
}

static bool command(struct tui *tui, struct view *view, enum command_id id)
{
	static const enum verdict verdicts[] = {
		[CMD_CONFORMS - CMD_CONFORMS] = VERDICT_CONFORMS,
		[CMD_OPPORTUNITY - CMD_CONFORMS] = VERDICT_OPPORTUNITY,
		[CMD_OBSERVATION - CMD_CONFORMS] = VERDICT_OBSERVATION,
		[CMD_MINOR - CMD_CONFORMS] = VERDICT_MINOR,
		[CMD_MAJOR - CMD_CONFORMS] = VERDICT_MAJOR,
		[CMD_NOT_AUDITED - CMD_CONFORMS] = VERDICT_NOT_AUDITED,
		[CMD_REOPEN - CMD_CONFORMS] = VERDICT_OPEN,
	};
	struct audit_pane *p = (struct audit_pane *)view;
	bool taken = true;

	if (id >= CMD_CONFORMS && id <= CMD_REOPEN) {
		judge(tui, p, verdicts[id - CMD_CONFORMS]);
		return true;
	}
	switch (id) {
	case CMD_NEXT:
	case CMD_RIGHT:
		move(tui, p, true);
		break;
	case CMD_PREV:
		move(tui, p, false);
		break;
	case CMD_NEXT_OPEN:
		if (!next_open(p))
			tui_say(tui, _("all steps have a verdict"));
		break;
	case CMD_LEFT:
		view_pop(tui);
		break;
	case CMD_EDIT:
		edit(tui, p);
		break;
	case CMD_FOLLOW:
		finding(tui, p);
		break;
	case CMD_LOG:
		if (load(tui, p) != NULL)
			history_show(tui, &kind_audit_step, p->step->id);
		break;
	default:
		taken = scroll_text(id, p->rows, p->lines, &p->top);
		break;
	}
	return taken;
}

static void close_view(struct tui *tui, struct view *view)
{
	struct audit_pane *p = (struct audit_pane *)view;

	(void)tui;
	record_free(&p->audit);
	record_free(&p->step);
	free(p->steps);
	free(p);
}

static const struct view_ops audit_ops = {
	.where = WHERE_AUDIT,
	.flags = VIEW_FULL,
	.title = title,
	.draw = draw,
	.command = command,
	.changed = changed,
	.close = close_view,
};

/* ---- Where it begins --------------------------------------------------------- */

/* At the step wanted, else at the first that is open. */
static void begin_at(struct audit_pane *p, long long step)
{
	for (size_t i = 0; i < p->n; i++)
		if (p->steps[i].id == step)
			p->at = i;
	if (step == 0 && p->n > 0) {
		p->at = p->n - 1;
		if (!next_open(p))
			p->at = 0;
	}
}

static void open_audit(struct tui *tui, long long audit, long long step)
{
	struct audit_pane *p = xcalloc(1, sizeof(*p));
	struct err err = ERR_INIT;

	p->view.ops = &audit_ops;
	if (!store_get(tui->app->store, &kind_audit, audit, &p->audit, &err) ||
	    !read_steps(tui, p, &err)) {
		tui_error(tui, &err);
		close_view(tui, &p->view);
	} else if (p->n == 0) {
		tui_say(tui, _("%s has no steps: P draws them"), p->audit->code);
		close_view(tui, &p->view);
	} else {
		begin_at(p, step);
		view_push(tui, &p->view);
	}
}

static bool add_audit(struct tui *tui, long long id, struct choose_list *list, struct err *err)
{
	struct record *rec = NULL;
	bool ok = store_get(tui->app->store, &kind_audit, id, &rec, err);

	if (ok) {
		char *text = xasprintf("%s %s", rec->code, record_title(rec));

		choose_add(list, text, "", id);
		free(text);
	}
	record_free(&rec);
	return ok;
}

/* From anywhere: the one that is in work, or a choice of them. */
static long long which_audit(struct tui *tui, struct err *err)
{
	struct choose_options opt = {.title = _("Audit"), .typing = true};
	struct choose_list list = {0};
	long long *ids = NULL, id = 0;
	size_t n = 0;
	bool ok = app_audits_open(tui->app, &ids, &n, err);
	long chosen = 0;

	for (size_t i = 0; ok && i < n; i++)
		ok = add_audit(tui, ids[i], &list, err);
	if (ok && n == 0)
		tui_say(tui, _("no audit has steps that are open: P on an audit draws them"));
	else if (ok && n > 1)
		chosen = choose(tui, &opt, &list, 0);
	if (ok && chosen >= 0 && (size_t)chosen < n)
		id = list.v[chosen].id;
	choose_clear(&list);
	free(ids);
	return id;
}

void audit_run(struct tui *tui, const struct kind *kind, long long id)
{
	struct err err = ERR_INIT;
	struct record *step = NULL;
	long long audit = kind == &kind_audit ? id : 0, at = 0;

	if (kind == &kind_audit_step && id != 0 &&
	    store_get(tui->app->store, kind, id, &step, &err) &&
	    record_get(step, "audit")->nrefs > 0) {
		audit = record_get(step, "audit")->refs[0].id;
		at = id;
	}
	record_free(&step);
	if (audit == 0 && err.kind == ERR_NONE)
		audit = which_audit(tui, &err);
	if (err.kind != ERR_NONE)
		tui_error(tui, &err);
	else if (audit != 0)
		open_audit(tui, audit, at);
}
