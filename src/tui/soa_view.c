#include "config.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "isms/app/soa.h"
#include "isms/model/kinds.h"
#include "isms/report/soa.h"
#include "isms/tui/dialog.h"
#include "isms/tui/form.h"
#include "isms/tui/table.h"
#include "isms/tui/view.h"
#include "isms/util/ascii.h"
#include "isms/util/date.h"
#include "isms/util/i18n.h"
#include "isms/util/mem.h"

#define DETAIL_ROWS 6

/*
 * The Statement of Applicability in its four themes, each with its counts; or the
 * controls of 2013 in their sections, with what became of each.
 */
struct soa_pane {
	struct view view;
	struct soa soa;
	struct table table[2]; /* 2022, 2013 */
	struct answer old;     /* rows of 2013 */
	size_t *old_row;       /* indexes into old; OLD_HEADING + i: the section of row i */
	bool edition_2013;
	struct pane_filter filter;
};

#define OLD_HEADING ((size_t)1 << 32)
#define KEY_CONTRADICTION SOA_KEYS

static const struct {
	int key, least, wish;
} columns[] = {
	{SOA_REF, 6, 7},
	{SOA_TITLE, 14, 56},
	{SOA_APPLICABLE, 10, 10},
	{SOA_REASONS, 5, 5},
	{SOA_IMPLEMENTATION, 11, 11},
	{SOA_RESPONSIBLE, 10, 18},
	{SOA_TARGET, 10, 12},
	{SOA_RISKS, 8, 20},
	{SOA_REQUIREMENTS, 9, 20},
	{SOA_JUSTIFICATION, 20, 40},
	{SOA_HOW, 20, 40},
	{SOA_DOCUMENTS, 10, 16},
	{SOA_EVIDENCE, 12, 24},
	{SOA_CHECKED, 10, 10},
	{SOA_EFFECT, 9, 11},
	{SOA_OLD, 8, 16},
	{KEY_CONTRADICTION, 20, 40},
};

static const struct {
	int key, least, wish;
} old_columns[] = {
	{OLD_NUMBER, 8, 8},
	{OLD_TITLE, 18, 44},
	{OLD_STATES, 11, 12},
	{OLD_REFS, 12, 30},
};

#define NCOLUMNS (sizeof(columns) / sizeof(columns[0]))
#define NOLD (sizeof(old_columns) / sizeof(old_columns[0]))

static struct table *table_of(struct soa_pane *p)
{
	return &p->table[p->edition_2013];
}

/* ---- Reading ------------------------------------------------------------- */

/* The entry in a row; NULL: a heading, or the other edition. */
static const struct soa_row *row_at(const struct soa_pane *p, size_t at)
{
	const struct soa_row *row = p->edition_2013 || at >= p->soa.n ? NULL : &p->soa.v[at];

	return row == NULL || row->heading ? NULL : row;
}

static const struct soa_row *entry_at(const struct soa_pane *p)
{
	return row_at(p, p->table[0].at);
}

/* The rows of 2013 with a heading before each section. */
static void make_old(struct soa_pane *p)
{
	size_t n = 0;

	p->old_row = xrealloc(p->old_row, 2 * p->old.n + 1, sizeof(*p->old_row));
	for (size_t i = 0; i < p->old.n; i++) {
		if (i == 0 ||
		    !str_equal(p->old.row[i][OLD_CHAPTER], p->old.row[i - 1][OLD_CHAPTER]))
			p->old_row[n++] = OLD_HEADING + i;
		p->old_row[n++] = i;
	}
	p->table[1].rows = n;
}

/* The cursor stays on its entry. */
static void show_rows(struct soa_pane *p, long long id)
{
	p->table[0].rows = p->soa.n;
	if (p->table[0].at >= p->soa.n)
		p->table[0].at = p->soa.n > 0 ? p->soa.n - 1 : 0;
	p->table[0].detail = p->table[0].at;
	make_old(p);
	for (size_t i = 0; i < p->soa.n && id != 0; i++) {
		if (p->soa.v[i].id == id)
			p->table[0].at = p->table[0].detail = i;
	}
}

static bool read_soa(struct tui *tui, struct view *view, const struct filter *filter,
		     struct err *err)
{
	struct soa_pane *p = (struct soa_pane *)view;
	const struct soa_row *at = entry_at(p);
	const long long id = at == NULL ? 0 : at->id;
	struct soa soa = {0};
	struct answer old = {0};
	bool ok = soa_read(tui->app->store, filter, &soa, err) &&
		  soa_2013(tui->app->store, &old, err);

	if (ok) {
		soa_release(&p->soa);
		answer_release(&p->old);
		p->soa = soa;
		p->old = old;
		show_rows(p, id);
	} else {
		soa_release(&soa);
		answer_release(&old);
	}
	return ok;
}

static void fresh(struct tui *tui, struct view *view)
{
	pane_filter_fresh(tui, &((struct soa_pane *)view)->filter);
}

/* ---- Drawing ------------------------------------------------------------- */

/* What contradicts an entry stands in its own column, or in place of the title where
 * there is no room for one: it is what the row is looked at for. */
static unsigned cell(struct tui *tui, void *ctx, size_t row, int key, struct str *text)
{
	const struct soa_pane *p = ctx;
	const struct soa_row *r = &p->soa.v[row];
	unsigned look = LOOK_PLAIN;

	if (key == KEY_CONTRADICTION) {
		look = soa_contradiction(r, text) ? LOOK_BAD : LOOK_PLAIN;
	} else if (key == SOA_TITLE && soa_contradiction(r, NULL) &&
		   !table_shows(&p->table[0], KEY_CONTRADICTION, p->table[0].cells)) {
		str_add(text, "! ");
		soa_contradiction(r, text);
		look = LOOK_BAD;
	} else {
		soa_show(&tui->app->rules, r, (enum soa_key)key, text);
		look = draw_style(soa_style(&tui->app->rules, r, (enum soa_key)key));
	}
	return look;
}

static const char *theme_title(const struct rules *rules, const char *theme)
{
	const struct choice *choice = choice_find(kind_field(&kind_control, "theme"), theme);

	return choice == NULL ? _("Without a theme") : choice_label(rules, choice);
}

static bool heading(struct tui *tui, void *ctx, size_t row, struct str *text)
{
	const struct soa_pane *p = ctx;
	const struct soa_row *r = &p->soa.v[row];

	if (r->heading) {
		str_addf(text, "%s: ", theme_title(&tui->app->rules, r->theme));
		soa_counts(r->entries, r->decided, r->applicable, r->implemented, text);
	}
	return r->heading;
}

static unsigned old_cell(struct tui *tui, void *ctx, size_t row, int key, struct str *text)
{
	const struct soa_pane *p = ctx;
	char *const *r = p->old.row[p->old_row[row] & (OLD_HEADING - 1)];

	(void)tui;
	if (key == OLD_STATES)
		str_add(text, _(soa_old_state(r)));
	else
		str_add(text, r[key] == NULL ? "" : r[key]);
	return LOOK_PLAIN;
}

static bool old_heading(struct tui *tui, void *ctx, size_t row, struct str *text)
{
	const struct soa_pane *p = ctx;
	const bool is = p->old_row[row] >= OLD_HEADING;

	(void)tui;
	if (is)
		str_add(text, p->old.row[p->old_row[row] - OLD_HEADING][OLD_CHAPTER]);
	return is;
}

static void title(struct tui *tui, struct view *view, struct str *middle, struct str *right)
{
	struct soa_pane *p = (struct soa_pane *)view;

	str_add(middle, _("Statement of Applicability"));
	if (p->edition_2013)
		str_add(middle, _(", edition of 2013"));
	else if (p->filter.text == NULL)
		soa_version_text(&p->soa, tui->cols < 100, middle);
	if (p->filter.text != NULL && !p->edition_2013)
		str_addf(middle, "  /%s", p->filter.text);
	if (table_of(p)->rows > 0)
		str_addf(right, "%zu/%zu", table_of(p)->at + 1, table_of(p)->rows);
}

/* Counts of the whole, what the letters mean, and all of the entry. */
static void draw_detail(struct tui *tui, struct soa_pane *p, struct rect r)
{
	const struct soa_row *row = row_at(p, p->table[0].detail);
	struct str line = STR_INIT, first = STR_INIT;

	soa_counts(p->soa.entries, p->soa.decided, p->soa.applicable, p->soa.implemented, &line);
	str_addf(&line, _("; %ld contradict"), p->soa.contradictions);
	if (row != NULL) {
		str_addf(&first, "%s%s", row->text[SOA_TITLE],
			 soa_contradiction(row, NULL) ? " ! " : "");
		soa_contradiction(row, &first);
		table_detail(tui, &p->table[0], str_get(&line), str_get(&first), r);
	} else {
		draw_rule(tui, r.y, r.x, r.w, str_get(&line), LOOK_BOLD);
	}
	str_clear(&line);
	soa_legend(&tui->app->rules, &line);
	if (r.h > 2)
		draw_text(tui, r.y + r.h - 1, r.x + 1, r.w - 1, str_get(&line), LOOK_DIM);
	str_release(&line);
	str_release(&first);
}

static void draw(struct tui *tui, struct view *view, struct rect r)
{
	struct soa_pane *p = (struct soa_pane *)view;
	struct table *table = table_of(p);
	const int detail = p->edition_2013 ? 0 : r.h >= 12 ? DETAIL_ROWS : r.h > 4 ? 1 : 0;

	table->cells = r.w; /* the detail is drawn first */
	if (table->rows == 0) {
		draw_text(tui, r.y, r.x + 1, r.w - 1,
			  pane_filter_empty(&p->filter,
					    _("No entries: 'isms add soa_entry control=A.5.1'")),
			  LOOK_PLAIN);
		draw_cursor(tui, r.y, r.x);
		return;
	}
	if (detail > 0)
		draw_detail(tui, p, (struct rect){r.y + r.h - detail, r.x, detail, r.w});
	table_draw(tui, table, (struct rect){r.y, r.x, r.h - detail, r.w});
}

/* ---- Deciding ------------------------------------------------------------ */

/* Saves now over old, as one change, and says what it did. */
static void save(struct tui *tui, struct record *now, const struct record *old, const char *what)
{
	struct err err = ERR_INIT;

	if (app_save(tui->app, now, old, NULL, NULL, &err)) {
		tui_changed(tui);
		tui_say(tui, _("%s: %s (u undoes)"), record_title(now), what);
	} else {
		tui_error(tui, &err);
	}
}

/* It applies: with the reasons that it has or that the registers give; where there is
 * none, one is asked for. */
static void applies(struct tui *tui, const struct soa_row *row, const struct record *old)
{
	struct soa_fill fill = {0};
	struct record *now = record_copy(old);
	struct err err = ERR_INIT;

	(void)row;
	value_set_text(record_value(now, "applicable"), "yes");
	if (!record_get(now, "reasons")->set && app_soa_reasons(tui->app, old->id, &fill, &err) &&
	    fill.n == 1) {
		value_copy(record_value(now, "reasons"), record_get(fill.v[0].now, "reasons"));
		value_copy(record_value(now, "justification"),
			   record_get(fill.v[0].now, "justification"));
	}
	if (err.kind != ERR_NONE) {
		tui_error(tui, &err);
	} else if (record_get(now, "reasons")->set && *record_get(now, "reasons")->text != '\0') {
		save(tui, now, old, _("applies"));
	} else {
		const struct form_options opt = {.fresh = now, .at = "reasons"};

		form_run(tui, &kind_soa_entry, old->id, &opt);
	}
	soa_fill_release(&fill);
	record_free(&now);
}

/* It does not: why is always asked for, and what needs it is told before. */
static void exclude(struct tui *tui, const struct soa_row *row, const struct record *old)
{
	struct record *now = record_copy(old);
	const struct form_options opt = {.fresh = now, .at = "justification"};
	struct str used = STR_INIT;

	value_set_text(record_value(now, "applicable"), "no");
	value_release(record_value(now, "reasons"));
	str_addf(&used, "%s%s%s", row->text[SOA_RISKS] ? row->text[SOA_RISKS] : "",
		 row->text[SOA_RISKS] && row->text[SOA_REQUIREMENTS] ? ", " : "",
		 row->text[SOA_REQUIREMENTS] ? row->text[SOA_REQUIREMENTS] : "");
	if (used.len == 0 ||
	    ask_yes(tui, _("This control is used. Exclude it all the same?"), str_get(&used)))
		form_run(tui, &kind_soa_entry, old->id, &opt);
	str_release(&used);
	record_free(&now);
}

static void set_state(struct tui *tui, const struct soa_row *row, const struct record *old)
{
	const struct field *field = kind_field(&kind_soa_entry, "implementation");
	const struct choose_options opt = {.title = _("How far is it?")};
	struct choose_list list = {0};
	struct record *now = record_copy(old);
	size_t at = 0;
	long chosen;

	(void)row;
	for (size_t i = 0; field->choices[i].key != NULL; i++) {
		if (str_equal(field->choices[i].key, record_get(old, "implementation")->text))
			at = i;
		choose_add(&list, choice_label(&tui->app->rules, &field->choices[i]), NULL,
			   (long long)i);
	}
	chosen = choose(tui, &opt, &list, at);
	if (chosen >= 0) {
		const struct choice *choice = &field->choices[chosen];

		value_set_text(record_value(now, "implementation"), choice->key);
		save(tui, now, old, choice_label(&tui->app->rules, choice));
	}
	choose_clear(&list);
	record_free(&now);
}

static void with_entry(struct tui *tui, const struct soa_pane *p,
		       void (*act)(struct tui *, const struct soa_row *, const struct record *))
{
	const struct soa_row *row = entry_at(p);
	struct record *rec = NULL;
	struct err err = ERR_INIT;

	if (row == NULL || !tui_may_write(tui))
		return;
	if (store_get(tui->app->store, &kind_soa_entry, row->id, &rec, &err))
		act(tui, row, rec);
	else
		tui_error(tui, &err);
	record_free(&rec);
}

/* ---- Reasons of all ------------------------------------------------------ */

static void reasons_text(const struct rules *rules, const struct record *rec, struct str *out)
{
	const struct value *value = record_get(rec, "reasons");
	const struct soa_row row = {.text = (char *[SOA_KEYS]){[SOA_REASONS] = value->text}};

	if (value->set && *value->text != '\0')
		soa_show(rules, &row, SOA_REASONS, out);
	else
		str_addc(out, '-');
}

/* "A.8.13 Information backup   - > RC, applies" */
static void add_change(struct tui *tui, const struct soa_change *change, size_t i,
		       struct choose_list *list)
{
	struct str text = STR_INIT;

	reasons_text(&tui->app->rules, change->old, &text);
	str_add(&text, " > ");
	reasons_text(&tui->app->rules, change->now, &text);
	if (!value_equal(kind_field(&kind_soa_entry, "applicable"),
			 record_get(change->old, "applicable"),
			 record_get(change->now, "applicable")))
		str_add(&text, _(", applies"));
	choose_add(list, record_title(change->now), str_get(&text), (long long)i);
	list->v[list->n - 1].marked = true;
	str_release(&text);
}

/* Leaves out what was unmarked. */
static void keep_marked(struct soa_fill *fill, const struct choose_list *list)
{
	size_t n = 0;

	for (size_t i = 0; i < list->n; i++) {
		if (list->v[i].marked) {
			fill->v[n++] = fill->v[i];
		} else {
			record_free(&fill->v[i].old);
			record_free(&fill->v[i].now);
		}
	}
	fill->n = n;
}

static void fill_reasons(struct tui *tui)
{
	const struct choose_options opt =
		{.title = _(
			 "Reasons from the registers, old > new (Space leaves out, Enter writes)"),
		 .several = true};
	struct choose_list list = {0};
	struct soa_fill fill = {0};
	struct err err = ERR_INIT;

	if (!tui_may_write(tui))
		return;
	if (!app_soa_reasons(tui->app, 0, &fill, &err)) {
		tui_error(tui, &err);
		return;
	}
	for (size_t i = 0; i < fill.n; i++)
		add_change(tui, &fill.v[i], i, &list);
	if (fill.n == 0) {
		tui_say(tui, _("the registers give no reason that is not there"));
	} else if (choose(tui, &opt, &list, 0) >= 0) {
		keep_marked(&fill, &list);
		if (fill.n > 0 && !app_soa_fill(tui->app, &fill, NULL, &err))
			tui_error(tui, &err);
		tui_changed(tui);
		if (err.kind == ERR_NONE)
			tui_say(tui,
				ngettext("%zu entry got reasons (u undoes)",
					 "%zu entries got reasons (u undoes)", fill.n),
				fill.n);
	}
	choose_clear(&list);
	soa_fill_release(&fill);
}

/* ---- Version and edition ------------------------------------------------- */

static bool last_version(void *ctx, struct record **rec, struct err *err)
{
	struct record **last = ctx;

	(void)err;
	record_free(last);
	*last = *rec;
	*rec = NULL;
	return true;
}

/* What follows a version: 3.0 after 2.1, 2026-11 after 2026-10; 1.0 is the first. */
static void number_after(const char *last, struct str *out)
{
	size_t n = strlen(last), end, begin;

	for (end = n; end > 0 && !ascii_digit(last[end - 1]); end--)
		;
	for (begin = end; begin > 0 && ascii_digit(last[begin - 1]); begin--)
		;
	if (end == 0 || end - begin > 9) {
		str_add(out, end == 0 && n == 0 ? "1.0" : "");
	} else if (strspn(last, "0123456789.") == n && strchr(last, '.') != NULL) {
		str_addf(out, "%ld.0", strtol(last, NULL, 10) + 1);
	} else {
		str_addn(out, last, begin);
		str_addf(out, "%0*ld%s", (int)(end - begin), strtol(last + begin, NULL, 10) + 1,
			 last + end);
	}
}

static void next_version(struct tui *tui)
{
	const struct query query = {.kind = &kind_soa_version};
	struct record *rec = record_new(&kind_soa_version), *last = NULL;
	const struct form_options opt = {.fresh = rec, .at = "author"};
	struct err err = ERR_INIT;
	struct str text = STR_INIT;

	if (!tui_may_write(tui))
		goto out;
	record_defaults(&tui->app->rules, rec);
	if (!store_each(tui->app->store, &query, NULL, last_version, &last, &err)) {
		tui_error(tui, &err);
		goto out;
	}
	number_after(last == NULL ? "" : record_get(last, "version")->text, &text);
	value_set_text(record_value(rec, "version"), str_get(&text));
	if (last != NULL) {
		value_copy(record_value(rec, "author"), record_get(last, "author"));
		str_clear(&text);
		str_addf(&text, _("%lld entries changed since version %s."),
			 record_get(last, "changed_since")->num, record_get(last, "version")->text);
		if (record_get(last, "changed_since")->set)
			value_set_text(record_value(rec, "change_note"), str_get(&text));
	}
	form_run(tui, &kind_soa_version, 0, &opt);
out:
	str_release(&text);
	record_free(&rec);
	record_free(&last);
}

/* Annex A of 2013 is no part of a new file; it is offered where it is asked for. */
static void other_edition(struct tui *tui, struct soa_pane *p)
{
	struct err err = ERR_INIT;
	long added = 0, there = 0;

	if (!p->edition_2013 && p->old.n == 0) {
		if (!tui_may_write(tui) ||
		    !ask_yes(tui, _("The controls of 2013 are not in the file. Add them?"),
			     _("114 controls in 14 sections and what became of each in 2022; also "
			       "'isms catalogue annex-a-2013'")))
			return;
		if (!app_catalogue(tui->app, "annex-a-2013", &added, &there, &err)) {
			tui_error(tui, &err);
			return;
		}
		tui_changed(tui);
		tui_say(tui, _("%ld records added (u undoes)"), added);
	}
	p->edition_2013 = !p->edition_2013;
}

static void open_at(struct tui *tui, struct soa_pane *p)
{
	const struct soa_row *row = entry_at(p);
	const size_t at = p->table[1].at;

	if (row != NULL)
		record_open(tui, &kind_soa_entry, row->id);
	else if (p->edition_2013 && at < p->table[1].rows && p->old_row[at] < OLD_HEADING)
		record_open(tui, &kind_framework_requirement,
			    atoll(p->old.row[p->old_row[at]][OLD_ID]));
}

static bool command(struct tui *tui, struct view *view, enum command_id id)
{
	struct soa_pane *p = (struct soa_pane *)view;
	const struct soa_row *row = entry_at(p);
	bool taken = true;

	switch (id) {
	case CMD_OPEN:
		open_at(tui, p);
		break;
	case CMD_EDIT:
		if (row != NULL)
			form_edit(tui, &kind_soa_entry, row->id, NULL);
		break;
	case CMD_LOG:
		if (row != NULL)
			history_show(tui, &kind_soa_entry, row->id);
		break;
	case CMD_TRACE:
		if (row != NULL)
			view_push(tui, trace_view(tui, &kind_soa_entry, row->id));
		break;
	case CMD_APPLIES:
		with_entry(tui, p, applies);
		break;
	case CMD_EXCLUDE:
		with_entry(tui, p, exclude);
		break;
	case CMD_IMPLEMENTATION:
		with_entry(tui, p, set_state);
		break;
	case CMD_EXPORT:
		export_pane(tui, p->edition_2013 ? "soa --edition 2013" : "soa",
			    p->edition_2013 ? "soa-2013" : "soa",
			    p->edition_2013 ? NULL : p->filter.text);
		break;
	case CMD_FILTER:
		if (!p->edition_2013)
			pane_filter_ask(tui, &p->filter);
		break;
	case CMD_BACK:
		taken = pane_filter_clear(tui, &p->filter);
		break;
	case CMD_REASONS:
		fill_reasons(tui);
		break;
	case CMD_SOA_VERSION:
		next_version(tui);
		break;
	case CMD_EDITION:
		other_edition(tui, p);
		break;
	default:
		taken = table_command(table_of(p), id);
		break;
	}
	return taken;
}

static void changed(struct tui *tui, struct view *view)
{
	(void)tui;
	((struct soa_pane *)view)->filter.fresh = false;
}

static bool idle(struct tui *tui, struct view *view)
{
	table_idle(tui, table_of((struct soa_pane *)view));
	return false;
}

static void close_view(struct tui *tui, struct view *view)
{
	struct soa_pane *p = (struct soa_pane *)view;

	(void)tui;
	soa_release(&p->soa);
	answer_release(&p->old);
	free(p->table[0].columns);
	free(p->table[1].columns);
	free(p->old_row);
	free(p->filter.text);
	free(p);
}

static const struct view_ops soa_ops = {
	.where = WHERE_SOA,
	.title = title,
	.draw = draw,
	.command = command,
	.fresh = fresh,
	.changed = changed,
	.idle = idle,
	.close = close_view,
};

static void make_tables(struct soa_pane *p)
{
	struct table_column *now = xcalloc(NCOLUMNS, sizeof(*now));
	struct table_column *old = xcalloc(NOLD, sizeof(*old));
	static const char *const old_titles[] = {N_("Ref"), N_("Control of 2013"), N_("State"),
						 N_("In 2022")};

	for (size_t i = 0; i < NCOLUMNS; i++)
		now[i] = (struct table_column){columns[i].key,
					       columns[i].key == KEY_CONTRADICTION
						       ? _("What contradicts")
						       : soa_title((enum soa_key)columns[i].key),
					       columns[i].least,
					       columns[i].wish,
					       false,
					       columns[i].key == SOA_TARGET};
	for (size_t i = 0; i < NOLD; i++)
		old[i] = (struct table_column){old_columns[i].key,
					       _(old_titles[i]),
					       old_columns[i].least,
					       old_columns[i].wish,
					       false,
					       false};
	p->table[0] = (struct table){.columns = now,
				     .n = NCOLUMNS,
				     .cell = cell,
				     .heading = heading,
				     .ctx = p};
	p->table[1] = (struct table){.columns = old,
				     .n = NOLD,
				     .cell = old_cell,
				     .heading = old_heading,
				     .ctx = p};
}

struct pane_filter *soa_filter(struct view *view)
{
	return &((struct soa_pane *)view)->filter;
}

struct view *soa_view(struct tui *tui)
{
	struct soa_pane *p = xcalloc(1, sizeof(*p));

	(void)tui;
	p->view.ops = &soa_ops;
	p->filter = (struct pane_filter){.kind = &kind_soa_entry, .view = &p->view, .read = read_soa};
	make_tables(p);
	return &p->view;
}
