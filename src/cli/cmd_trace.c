/* isms trace: what a record is linked to, both ways, as a tree. */
#include "config.h"

#include <langinfo.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "isms/util/i18n.h"
#include "isms/util/mem.h"

#include "private.h"

#define DEPTH_USUAL 2
#define DEPTH_MAX 20
#define EACH_USUAL 20 /* records of a relation that are shown */

/* The way from the record that was asked for to the one that is shown. */
struct stop {
	const struct stop *above;
	struct hit hit;
	const struct relation *by; /* the relation that led here; NULL: none */
};

struct trace {
	struct cli *cli;
	long depth, each;
	bool json, ascii;
	struct str lines; /* what stands before a line: "|  |  " */
	struct str out;	  /* JSON */
};

struct relations {
	struct relation *v; /* owned */
	size_t n, cap;
};

static bool keep_relation(void *ctx, const struct relation *relation, struct err *err)
{
	struct relations *list = ctx;

	(void)err;
	list->v = xgrow(list->v, list->n, &list->cap, sizeof(*list->v));
	list->v[list->n++] = *relation;
	return true;
}

/* Does the relation only lead back to where one comes from? */
static bool only_back(const struct stop *at, const struct relation *r)
{
	return at->by && at->by->field == r->field && at->by->back != r->back && r->count == 1;
}

static bool read_relations(struct trace *t, const struct stop *at, struct relations *list,
			   struct err *err)
{
	size_t i, n = 0;

	if (!store_relations(t->cli->app.store, at->hit.kind, at->hit.id, keep_relation, list, err))
		return false;
	for (i = 0; i < list->n; i++)
		if (!only_back(at, &list->v[i]))
			list->v[n++] = list->v[i];
	list->n = n;
	return true;
}

static bool is_above(const struct stop *at)
{
	const struct stop *s = at->above;

	while (s && (s->hit.kind != at->hit.kind || s->hit.id != at->hit.id))
		s = s->above;
	return s != NULL;
}

static bool load(struct trace *t, const struct hit *hit, struct record **rec, struct err *err)
{
	bool *want = xcalloc(hit->kind->nfields, sizeof(*want));
	bool ok;

	want[0] = true;
	ok = store_get_some(t->cli->app.store, hit->kind, hit->id, want, rec, err);
	free(want);
	return ok;
}

/* ---- As text ------------------------------------------------------------- */

static const char *sign(const struct trace *t, bool last)
{
	if (t->ascii)
		return last ? "`- " : "|- ";
	return last ? "\342\224\224\342\224\200 " : "\342\224\234\342\224\200 ";
}

/* How far a level below goes in, by what is drawn there. */
static size_t indent(struct trace *t, bool last)
{
	size_t was = t->lines.len;

	str_add(&t->lines, last ? "   " : t->ascii ? "|  " : "\342\224\202  ");
	return was;
}

static void record_line(struct trace *t, const struct stop *at, const struct record *rec, bool last)
{
	struct str line = STR_INIT;
	const char *title = record_title(rec);

	if (at->above)
		str_addf(&line, "%s%s", str_get(&t->lines), sign(t, last));
	else
		str_addf(&line, "%s ", _(rec->kind->title));
	str_add(&line, rec->code);
	if (!str_equal(title, rec->code))
		str_addf(&line, " %s", title);
	if (rec->archived)
		str_addf(&line, " (%s)", _("archived"));
	if (is_above(at))
		str_addf(&line, " (%s)", _("see above"));
	out_line(str_get(&line));
	str_release(&line);
}

static void relation_line(struct trace *t, const struct relation *r, bool last)
{
	struct str line = STR_INIT;

	str_addf(&line, "%s%s", str_get(&t->lines), sign(t, last));
	app_relation(r, &line);
	str_addf(&line, " (%ld)", r->count);
	out_line(str_get(&line));
	str_release(&line);
}

static void more_line(struct trace *t, long more)
{
	struct str line = STR_INIT;

	str_addf(&line, "%s%s", str_get(&t->lines), sign(t, true));
	str_addf(&line, _("%ld more (--each 0 shows all)"), more);
	out_line(str_get(&line));
	str_release(&line);
}

/* ---- As JSON ------------------------------------------------------------- */

static void json_record(struct trace *t, const struct stop *at, const struct record *rec)
{
	str_add(&t->out, "{\"kind\":");
	json_string(&t->out, rec->kind->name);
	str_add(&t->out, ",\"code\":");
	json_string(&t->out, rec->code);
	str_add(&t->out, ",\"title\":");
	json_string(&t->out, record_title(rec));
	str_addf(&t->out, ",\"archived\":%s,\"above\":%s", rec->archived ? "true" : "false",
		 is_above(at) ? "true" : "false");
}

static void json_relation(struct trace *t, const struct relation *r)
{
	str_addf(&t->out, "{\"kind\":");
	if (r->kind)
		json_string(&t->out, r->kind->name);
	else
		str_add(&t->out, "null");
	str_addf(&t->out, ",\"field\":\"%s\",\"direction\":\"%s\",\"count\":%ld,\"records\":[",
		 r->field->name, r->back ? "from" : "to", r->count);
}

/* ---- The tree ------------------------------------------------------------ */

static bool show_record(struct trace *t, const struct stop *at, long depth, bool last,
			struct err *err);

static bool show_relation(struct trace *t, const struct stop *at, const struct relation *r,
			  long depth, bool last, struct err *err)
{
	struct hit *hits = NULL;
	size_t i, n = 0, was;
	bool ok = store_related(t->cli->app.store, at->hit.kind, at->hit.id, r, t->each, 0, &hits,
				&n, err);
	long more = r->count - (long)n;

	if (t->json)
		json_relation(t, r);
	else
		relation_line(t, r, last);
	was = indent(t, last);
	for (i = 0; ok && i < n; i++) {
		const struct stop next = {at, hits[i], r};

		if (t->json && i)
			str_addc(&t->out, ',');
		ok = show_record(t, &next, depth, i + 1 == n && more <= 0, err);
	}
	if (ok && more > 0 && !t->json)
		more_line(t, more);
	str_cut(&t->lines, was);
	if (t->json)
		str_add(&t->out, "]}");
	free(hits);
	return ok;
}

static bool show_links(struct trace *t, const struct stop *at, long depth, struct err *err)
{
	struct relations list = {0};
	bool ok = read_relations(t, at, &list, err);
	size_t i;

	if (t->json)
		str_add(&t->out, ",\"links\":[");
	for (i = 0; ok && i < list.n; i++) {
		if (t->json && i)
			str_addc(&t->out, ',');
		ok = show_relation(t, at, &list.v[i], depth - 1, i + 1 == list.n, err);
	}
	if (t->json)
		str_addc(&t->out, ']');
	free(list.v);
	return ok;
}

static bool show_record(struct trace *t, const struct stop *at, long depth, bool last,
			struct err *err)
{
	struct record *rec = NULL;
	bool ok = load(t, &at->hit, &rec, err);
	size_t was;

	if (ok && t->json)
		json_record(t, at, rec);
	else if (ok)
		record_line(t, at, rec, last);
	record_free(&rec);
	was = at->above ? indent(t, last) : t->lines.len;
	if (ok && depth > 0 && !is_above(at))
		ok = show_links(t, at, depth, err);
	str_cut(&t->lines, was);
	if (t->json)
		str_addc(&t->out, '}');
	return ok;
}

bool cmd_trace(struct cli *cli, struct err *err)
{
	const char *code = cli_word(cli, 0, err);
	struct trace t = {.cli = cli, .depth = DEPTH_USUAL, .each = EACH_USUAL};
	struct stop top = {0};
	enum format format;
	bool ok;

	t.ascii = cli->screen->ascii || strcmp(nl_langinfo(CODESET), "UTF-8") != 0;
	ok = code && cli_words_max(cli, 1, err) && cli_format(cli, FORMAT_TABLE, &format, err) &&
	     cli_number(cli, "depth", 1, DEPTH_MAX, &t.depth, err) &&
	     cli_number(cli, "each", 0, LONG_MAX, &t.each, err) &&
	     app_find(&cli->app, code, &top.hit, err) && store_look_begin(cli->app.store, err);
	if (!ok)
		return false;
	t.json = format == FORMAT_JSON;
	ok = show_record(&t, &top, t.depth, true, err);
	store_look_end(cli->app.store);
	if (ok && t.json)
		out_exact(str_get(&t.out));
	str_release(&t.lines);
	str_release(&t.out);
	return ok;
}
