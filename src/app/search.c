/* Where in a record the words of a search stand. */
#include "config.h"

#include "isms/app/search.h"

#include <stdlib.h>
#include <string.h>

#include "isms/util/mem.h"
#include "isms/util/text.h"

#define CELLS_BEFORE 12 /* of a text before the first word that was found */
#define CELLS 60

/* The words as they are compared: folded, without accents. */
static void bare_words(const char *text, struct strv *out)
{
	struct strv words = STRV_INIT;
	size_t i;

	store_words(text, &words);
	for (i = 0; i < words.n; i++) {
		char *folded = text_fold(words.v[i]);

		strv_take(out, text_bare(folded));
		free(folded);
	}
	strv_release(&words);
}

static bool begins(const char *text, size_t n, const char *start)
{
	char *word = xstrndup(text, n), *folded = text_fold(word), *bare = text_bare(folded);
	bool yes = !strncmp(bare, start, strlen(start));

	free(bare);
	free(folded);
	free(word);
	return yes;
}

/* How many of the words begin a word of text; *at receives the first place. */
static size_t count_words(const char *text, const struct strv *words, size_t *at)
{
	bool *seen = xcalloc(words->n + 1, sizeof(*seen));
	size_t from = 0, n, i, found = 0;

	while ((n = store_next_word(text, &from)) > 0) {
		for (i = 0; i < words->n; i++) {
			if (seen[i] || !begins(text + from, n, words->v[i]))
				continue;
			*at = found ? *at : from;
			seen[i] = true;
			found++;
		}
		from += n;
	}
	free(seen);
	return found;
}

/* The part of text around byte at, in one line. */
static char *around(const char *text, size_t at)
{
	struct str out = STR_INIT, part = STR_INIT;
	size_t from = at, back;
	int cells = 0;

	while (from > 0 && cells < CELLS_BEFORE) {
		back = text_prev(text, from);
		from -= back;
		cells += text_width_n(text + from, back);
	}
	/* whole words; the one that was found stays */
	while (from > 0 && from < at && text[from - 1] != ' ' && text[from - 1] != '\n')
		from += text_next(text + from);
	str_add(&part, from > 0 ? "…" : "");
	text_harmless(&part, text + from, strlen(text + from), HARMLESS_LINE);
	at = text_fit(str_get(&part), CELLS, NULL);
	str_addn(&out, str_get(&part), at);
	if (at < part.len)
		str_add(&out, "…");
	str_release(&part);
	return str_detach(&out);
}

/* A title that has them all says enough; else what says more than it does. */
static void find_field(const struct app *app, const struct record *rec, const struct strv *words,
		       struct search_line *line)
{
	struct str text = STR_INIT;
	size_t i, at, found, most = 0;

	for (i = 0; i < rec->kind->nfields; i++) {
		const struct field *field = &rec->kind->fields[i];

		if (!(field->flags & F_SEARCHED) || !rec->values[i].set)
			continue;
		str_clear(&text);
		field_show(&app->rules, field, &rec->values[i], &text);
		at = 0;
		found = count_words(str_get(&text), words, &at);
		if (i == 0 && found > 0)
			line->field = field;
		if (i == 0 && found == words->n)
			break;
		if (i == 0 || found <= most)
			continue;
		most = found;
		line->field = field;
		free(line->text);
		line->text = around(str_get(&text), at);
	}
	str_release(&text);
}

bool app_search_line(struct app *app, const struct kind *kind, long long id, const char *words,
		     struct search_line *line, struct err *err)
{
	struct record *rec = NULL;
	struct strv bare = STRV_INIT;
	bool ok = store_get(app->store, kind, id, &rec, err);

	memset(line, 0, sizeof(*line));
	if (ok) {
		bare_words(words, &bare);
		line->code = xstrdup(rec->code);
		line->title = xstrdup(record_title(rec));
		find_field(app, rec, &bare, line);
		if (!line->text)
			line->text = xstrdup("");
	}
	record_free(&rec);
	strv_release(&bare);
	return ok;
}

void search_line_release(struct search_line *line)
{
	free(line->code);
	free(line->title);
	free(line->text);
	memset(line, 0, sizeof(*line));
}
