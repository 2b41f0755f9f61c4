/* isms drafts: what was typed in a form and not saved */
#include "config.h"

#include <string.h>

#include "isms/app/draft.h"
#include "isms/util/i18n.h"
#include "isms/util/near.h"

#include "private.h"

static const char *label(const struct draft *draft, const struct draft_field *d)
{
	const struct field *field = kind_field(draft->kind, d->name);

	return field ? _(field->label) : d->name;
}

/* What stands in the fields, in a line. */
static void typed(const struct draft *draft, bool program, struct str *out)
{
	size_t i;

	for (i = 0; i < draft->n; i++) {
		const struct draft_field *d = &draft->fields[i];

		str_addf(out, "%s%s%s%s", i ? "; " : "", program ? d->name : label(draft, d),
			 program ? "=" : ": ", *d->typed || program ? d->typed : _("(emptied)"));
	}
}

static void list_drafts(struct draft *const *list, size_t n, enum format format)
{
	const struct rows_column columns[] = {
		{"id", _("Draft"), ROWS_WHOLE},   {"at", _("When"), ROWS_WHOLE},
		{"who", _("Who"), ROWS_WHOLE},    {"kind", _("Register"), ROWS_TEXT},
		{"code", _("Code"), ROWS_WHOLE},  {"title", _("Record"), ROWS_TEXT},
		{"typed", _("Typed"), ROWS_TEXT},
	};
	struct rows *rows = rows_begin(format, columns, sizeof(columns) / sizeof(*columns));
	struct str text = STR_INIT;
	size_t i;

	for (i = 0; i < n; i++) {
		const struct draft *draft = list[i];
		const char *cells[] = {draft_id(draft), draft->at,    draft->who,
				       draft->kind->name, draft->code, draft->title, NULL};

		str_clear(&text);
		typed(draft, format != FORMAT_TABLE, &text);
		cells[sizeof(cells) / sizeof(*cells) - 1] = str_get(&text);
		rows_add(rows, cells);
	}
	rows_end(&rows);
	str_release(&text);
}

/* What was typed, and below it what stood there: whole, however long it is. */
static void show_table(const struct draft *draft)
{
	struct str head = STR_INIT;
	const char *was = _("  was");
	int indent = out_label_width(0, was);
	size_t i;

	str_addf(&head, _("%s %s %s, typed %s by %s"), _(draft->kind->title),
		 draft->code ? draft->code : _("(new)"), draft->title ? draft->title : "", draft->at,
		 draft->who);
	out_line(str_get(&head));
	for (i = 0; i < draft->n; i++)
		indent = out_label_width(indent, label(draft, &draft->fields[i]));
	for (i = 0; i < draft->n; i++) {
		const struct draft_field *d = &draft->fields[i];

		out_labelled(label(draft, d), indent, *d->typed ? d->typed : _("(emptied)"));
		if (d->base && *d->base)
			out_labelled(was, indent, d->base);
	}
	str_release(&head);
}

static void show_draft(const struct draft *draft, enum format format)
{
	const struct rows_column columns[] = {
		{"field", _("Field"), ROWS_WHOLE},
		{"typed", _("Typed"), ROWS_TEXT},
		{"was", _("Was"), ROWS_TEXT},
	};
	struct rows *rows;
	size_t i;

	if (format == FORMAT_TABLE) {
		show_table(draft);
		return;
	}
	rows = rows_begin(format, columns, sizeof(columns) / sizeof(*columns));
	for (i = 0; i < draft->n; i++) {
		const struct draft_field *d = &draft->fields[i];
		const char *const cells[] = {d->name, d->typed, d->base};

		rows_add(rows, cells);
	}
	rows_end(&rows);
}

static const struct draft *find(struct draft *const *list, size_t n, const char *id,
				struct err *err)
{
	struct str hint = STR_INIT;
	struct near near;
	size_t i;

	for (i = 0; i < n; i++)
		if (!strcmp(draft_id(list[i]), id))
			return list[i];
	near_init(&near, id);
	for (i = 0; i < n; i++)
		near_try(&near, draft_id(list[i]));
	near_hint(&near, &hint);
	if (!near.n)
		str_add(&hint, _("; 'isms drafts' lists them"));
	err_set(err, ERR_MISSING, _("no draft '%s'%s"), id, str_get(&hint));
	near_release(&near);
	str_release(&hint);
	return NULL;
}

bool cmd_drafts(struct cli *cli, struct err *err)
{
	const char *id = cli->nwords > 0 ? cli->words[0] : NULL;
	bool discard = cli_option(cli, "discard") != NULL, ok;
	const struct draft *draft = NULL;
	struct draft **list = NULL;
	enum format format;
	size_t n = 0;

	if (!cli_words_max(cli, 1, err) || !cli_format(cli, FORMAT_TABLE, &format, err))
		return false;
	if (discard && !id)
		return err_set(err, ERR_USAGE, _("which draft? isms drafts --discard ID"));
	ok = app_drafts(&cli->app, true, &list, &n, err);
	if (ok && id)
		ok = (draft = find(list, n, id, err)) != NULL;
	if (ok && draft)
		show_draft(draft, format);
	else if (ok)
		list_drafts(list, n, format);
	/* where it could not be printed it stays: nothing that was typed is lost unseen */
	if (ok && discard)
		ok = out_check(err) && app_draft_drop(&cli->app, draft, err);
	app_drafts_free(&list, n);
	return ok;
}
