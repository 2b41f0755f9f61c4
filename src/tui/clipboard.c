#include "config.h"

#include "isms/tui/clipboard.h"

#include <sodium.h>
#include <stdlib.h>
#include <string.h>

#include "isms/tui/detail.h"
#include "isms/tui/list.h"
#include "isms/util/i18n.h"
#include "isms/util/mem.h"

#define RECORD_CELLS 100
#define SCREEN_PIECE 512 /* GNU screen takes at most 768 bytes in one string */

/* tmux hands on what is wrapped so, every ESC doubled, where it is allowed to. */
static void wrap_tmux(const struct str *osc, struct str *out)
{
	str_add(out, "\033Ptmux;");
	for (size_t i = 0; i < osc->len; i++) {
		if (osc->s[i] == '\033')
			str_addc(out, '\033');
		str_addc(out, osc->s[i]);
	}
	str_add(out, "\033\\");
}

static void wrap_screen(const struct str *osc, struct str *out)
{
	for (size_t at = 0; at < osc->len; at += SCREEN_PIECE) {
		const size_t n = osc->len - at < SCREEN_PIECE ? osc->len - at : SCREEN_PIECE;

		str_add(out, "\033P");
		str_addn(out, osc->s + at, n);
		str_add(out, "\033\\");
	}
}

void clipboard_sequence(const char *text, size_t n, bool tmux, bool screen, struct str *out)
{
	const size_t room = sodium_base64_encoded_len(n, sodium_base64_VARIANT_ORIGINAL);
	char *base64 = xmalloc(room);
	struct str osc = STR_INIT;

	sodium_bin2base64(base64, room, (const unsigned char *)text, n,
			  sodium_base64_VARIANT_ORIGINAL);
	str_addf(&osc, "\033]52;c;%s\a", base64);
	/* tmux with set-clipboard on takes it bare, with allow-passthrough wrapped */
	if (tmux)
		wrap_tmux(&osc, out);
	if (screen)
		wrap_screen(&osc, out);
	else
		str_addn(out, osc.s, osc.len);
	str_release(&osc);
	free(base64);
}

void clipboard_send(struct tui *tui, const char *text, const char *what)
{
	const char *tmux = getenv("TMUX"), *screen = getenv("STY");
	const size_t n = strlen(text);
	struct str out = STR_INIT;

	if (n > CLIPBOARD_MAX) {
		tui_warn(tui, _("%zu bytes are more than terminals take; x exports them"), n);
		return;
	}
	clipboard_sequence(text, n, tmux != NULL && *tmux != '\0',
			   screen != NULL && *screen != '\0', &out);
	term_send(tui->term, str_get(&out), out.len);
	tui_say(tui, _("%s sent to the terminal"), what);
	str_release(&out);
}

/* ---- What is copied --------------------------------------------------------- */

/* A tab or a line break within a value would be another cell. */
void clipboard_cell(struct str *out, const char *text)
{
	for (; *text != '\0'; text++)
		str_addc(out, *text == '\t' || *text == '\n' || *text == '\r' ? ' ' : *text);
}

static void add_row(struct tui *tui, const struct list *list, const struct record *rec,
		    struct str *out)
{
	struct str text = STR_INIT;

	clipboard_cell(out, rec->code == NULL ? "" : rec->code);
	for (size_t i = 0; i < list->columns.n; i++) {
		const struct field *field = list->columns.v[i].field;

		str_clear(&text);
		value_text(tui, field, &rec->values[kind_index(list->kind, field)], &text);
		str_addc(out, '\t');
		clipboard_cell(out, str_get(&text));
	}
	str_addc(out, '\n');
	str_release(&text);
}

void clipboard_line(struct tui *tui, const char *text, const char *right)
{
	struct str row = STR_INIT;

	clipboard_cell(&row, text + strspn(text, " "));
	if (right != NULL && *right != '\0')
		str_addc(&row, '\t');
	clipboard_cell(&row, right == NULL ? "" : right);
	str_addc(&row, '\n');
	clipboard_rows(tui, &row, 1);
	str_release(&row);
}

void clipboard_rows(struct tui *tui, const struct str *rows, size_t n)
{
	struct str what = STR_INIT;

	str_addf(&what, ngettext("%zu row", "%zu rows", n), n);
	if (n > 0)
		clipboard_send(tui, str_get(rows), str_get(&what));
	str_release(&what);
}

void clipboard_list(struct tui *tui, const struct list *list)
{
	struct str text = STR_INIT;
	struct err err = ERR_INIT;
	long long *ids = NULL;
	size_t n = 0;
	bool ok = true;

	list_targets(list, &ids, &n);
	for (size_t i = 0; i < n && ok && text.len <= CLIPBOARD_MAX; i++) {
		struct record *rec = NULL;

		ok = store_get(tui->app->store, list->kind, ids[i], &rec, &err);
		if (ok)
			add_row(tui, list, rec, &text);
		record_free(&rec);
	}
	if (!ok)
		tui_error(tui, &err);
	else
		clipboard_rows(tui, &text, n);
	str_release(&text);
	free(ids);
}

void clipboard_record(struct tui *tui, const struct record *rec)
{
	struct lines lines = LINES_INIT;
	struct str text = STR_INIT;

	str_addf(&text, "%s %s\n", rec->code, record_title(rec));
	detail_lines(tui, rec, RECORD_CELLS, false, &lines);
	for (size_t i = 0; i < lines.n; i++)
		str_addf(&text, "%s\n", lines.v[i].text);
	clipboard_send(tui, str_get(&text), rec->code);
	lines_release(&lines);
	str_release(&text);
}
