/* isms diff: what two moments differ in, a field a line. */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "isms/util/i18n.h"
#include "isms/util/mem.h"

#include "private.h"

struct diff {
	struct cli *cli;
	struct rows *rows;
	enum format format;
	long records;
};

static void add_row(struct diff *d, const struct record *rec, const char *what, const char *field,
		    const char *old, const char *new)
{
	const bool people = d->format == FORMAT_TABLE;
	const char *const cells[] = {
		people ? _(rec->kind->plural) : rec->kind->name, rec->code, what, field, old, new,
	};

	rows_add(d->rows, cells);
}

/* For people as they read it, for programs as a file has it; nothing is nothing. */
static char *value_of(struct diff *d, const struct field *f, const struct value *v)
{
	struct str text = STR_INIT;

	if (!v->set && !v->nrefs)
		return NULL;
	(d->format == FORMAT_TABLE ? field_show : field_format)(&d->cli->app.rules, f, v, &text);
	return str_detach(&text);
}

static void add_fields(struct diff *d, const struct record *before, const struct record *after)
{
	size_t i;

	for (i = 0; i < after->kind->nfields; i++) {
		const struct field *f = &after->kind->fields[i];
		char *old, *new;

		if ((f->flags & F_DERIVED) ||
		    !value_differs(f, &before->values[i], &after->values[i]))
			continue;
		old = value_of(d, f, &before->values[i]);
		new = value_of(d, f, &after->values[i]);
		add_row(d, after, "changed", d->format == FORMAT_TABLE ? _(f->label) : f->name, old,
			new);
		free(old);
		free(new);
	}
}

static bool diff_each(void *ctx, const struct record *before, const struct record *after,
		      struct err *err)
{
	struct diff *d = ctx;

	(void)err;
	d->records++;
	if (!before) {
		add_row(d, after, "added", NULL, NULL, record_title(after));
		return true;
	}
	if (!after) {
		add_row(d, before, "removed", NULL, record_title(before), NULL);
		return true;
	}
	if (before->archived != after->archived)
		add_row(d, after, after->archived ? "archived" : "restored", NULL, NULL,
			record_title(after));
	if (!str_equal(before->code, after->code))
		add_row(d, after, "changed", d->format == FORMAT_TABLE ? _("Code") : "code",
			before->code, after->code);
	add_fields(d, before, after);
	return true;
}

static bool moments(struct cli *cli, struct moment *from, struct moment *to, struct err *err)
{
	const char *first = cli_word(cli, 0, err);
	const char *second = cli->nwords > 1 ? cli->words[1] : "now";
	struct moment other;

	if (!first || !cli_words_max(cli, 2, err) || !app_moment(&cli->app, first, from, err) ||
	    !app_moment(&cli->app, second, to, err))
		return false;
	/* whichever way round they were typed, time goes forward */
	if (from->tx > to->tx) {
		other = *from;
		*from = *to;
		*to = other;
	}
	return true;
}

bool cmd_diff(struct cli *cli, struct err *err)
{
	const struct rows_column columns[] = {
		{"kind", _("Register"), ROWS_TEXT}, {"code", _("Code"), ROWS_WHOLE},
		{"what", _("What"), ROWS_WHOLE},    {"field", _("Field"), ROWS_TEXT},
		{"old", _("Old"), ROWS_TEXT},	    {"new", _("New"), ROWS_TEXT},
	};
	const char *name = cli_option(cli, "kind");
	const struct kind *kind = name ? cli_kind(name, err) : NULL;
	struct diff d = {.cli = cli};
	struct moment from, to;
	bool ok;

	if ((name && !kind) || !cli_format(cli, FORMAT_TABLE, &d.format, err) ||
	    !moments(cli, &from, &to, err))
		return false;
	d.rows = rows_begin(d.format, columns, sizeof(columns) / sizeof(columns[0]));
	ok = store_diff(cli->app.store, from.tx, to.tx, kind, diff_each, &d, err);
	rows_end(&d.rows);
	if (ok)
		out_say(ngettext("%ld record differs between %s and %s",
				 "%ld records differ between %s and %s", (unsigned long)d.records),
			d.records, from.label, to.label);
	return ok;
}
