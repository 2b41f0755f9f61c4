#include "config.h"

#include "import_words.h"

#include <csv.h>
#include <stdlib.h>
#include <string.h>

#include "isms/exchange/import.h"
#include "isms/model/value.h"
#include "isms/util/builtin.h"
#include "isms/util/mem.h"
#include "isms/util/text.h"

#define HITS_MAX 16
#define SENTENCE 80 /* bytes; a longer cell tells a story, no choice */
#define COLUMNS 3

struct loader {
	struct words *words;
	int value, word; /* columns */
	int column, row;
	char *cell[COLUMNS + 1];
};

static void on_cell(void *s, size_t len, void *ctx)
{
	struct loader *load = ctx;

	(void)len;
	if (load->column == COLUMNS)
		return;
	load->column++;
	free(load->cell[load->column]);
	load->cell[load->column] = xstrdup(s ? s : "");
}

static void on_row(int end, void *ctx)
{
	struct loader *load = ctx;
	struct words *words = load->words;
	struct word *word;

	(void)end;
	if (load->column == COLUMNS && load->row++ > 0) {
		words->v = xgrow(words->v, words->n, &words->cap, sizeof(*words->v));
		word = &words->v[words->n++];
		word->group = xstrdup(load->cell[1]);
		word->word = word_fold(load->cell[load->word]);
		word->value = xstrdup(load->cell[load->value]);
		word->order = load->row;
	}
	load->column = 0;
}

static int compare(const void *va, const void *vb)
{
	const struct word *a = va, *b = vb;
	int diff = strcmp(a->group, b->group);

	if (!diff)
		diff = strcmp(a->word, b->word);
	return diff ? diff : (a->order > b->order) - (a->order < b->order);
}

void words_load(struct words *words, const char *builtin, int value, int word)
{
	const struct builtin *file = xcheck((void *)(size_t)builtin_find(builtin));
	struct loader load = {.words = words, .value = value, .word = word};
	struct csv_parser csv;
	int i;

	csv_init(&csv, CSV_STRICT | CSV_STRICT_FINI | CSV_APPEND_NULL);
	csv_parse(&csv, file->data, file->len, on_cell, on_row, &load);
	csv_fini(&csv, on_cell, on_row, &load);
	csv_free(&csv);
	for (i = 0; i <= COLUMNS; i++)
		free(load.cell[i]);
	if (words->n)
		qsort(words->v, words->n, sizeof(*words->v), compare);
}

void words_release(struct words *words)
{
	const struct words empty = {NULL, 0, 0};
	size_t i;

	for (i = 0; i < words->n; i++) {
		free(words->v[i].group);
		free(words->v[i].word);
		free(words->v[i].value);
	}
	free(words->v);
	*words = empty;
}

/* Index of the first entry that is not before group and word. */
static size_t lower(const struct words *words, const char *group, const char *word)
{
	size_t low = 0, high = words->n, mid;
	int diff;

	while (low < high) {
		mid = low + (high - low) / 2;
		diff = strcmp(words->v[mid].group, group);
		if (!diff)
			diff = strcmp(words->v[mid].word, word);
		if (diff < 0)
			low = mid + 1;
		else
			high = mid;
	}
	return low;
}

const struct word *words_find(const struct words *words, const char *group, const char *folded,
			      size_t *n)
{
	size_t at = lower(words, group, folded), end = at;

	while (end < words->n && str_equal(words->v[end].group, group) &&
	       str_equal(words->v[end].word, folded))
		end++;
	*n = end - at;
	return *n ? &words->v[at] : NULL;
}

const struct word *words_group(const struct words *words, const char *group, size_t *n)
{
	size_t at = lower(words, group, ""), end = at;

	while (end < words->n && str_equal(words->v[end].group, group))
		end++;
	*n = end - at;
	return *n ? &words->v[at] : NULL;
}

char *word_fold(const char *text)
{
	char *copy = xstrdup(text), *p, *folded;

	for (p = copy; *p; p++)
		if (*p == '_')
			*p = ' ';
	folded = text_fold(copy);
	free(copy);
	return folded;
}

const char *words_register(const struct kind *kind)
{
	return str_equal(kind->name, "soa_entry") ? "soa" : kind->name;
}

void words_domain(const struct kind *kind, const struct field *field, struct str *out)
{
	str_clear(out);
	str_addf(out, "%s.%s", words_register(kind), field->name);
}

/* ---- A word within a cell ---------------------------------------------------- */

struct hit_word {
	size_t from, to;
	const char *value;
};

/* Letters of other scripts are bytes above 127: no edge of a word. */
static bool is_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (c & 0x80);
}

static bool find_whole(const char *text, const char *word, size_t *from, size_t *to)
{
	size_t len = strlen(word);
	const char *p = text;

	while ((p = strstr(p, word)) != NULL) {
		if ((p == text || !is_letter(p[-1])) && !is_letter(p[len])) {
			*from = (size_t)(p - text);
			*to = *from + len;
			return true;
		}
		p++;
	}
	return false;
}

static bool denied(const char *text)
{
	static const char *const words[] = {
		"not", "no", "non", "never", "nicht", "kein", "keine", "ne", "pas", "não", "n't",
	};
	size_t i, from, to;

	for (i = 0; i < sizeof(words) / sizeof(*words); i++)
		if (find_whole(text, words[i], &from, &to))
			return true;
	return false;
}

static const char *agreed(const char *text, const struct hit_word *hit, size_t n)
{
	const char *value = NULL;
	char *rest = xstrdup(text);
	size_t i, k;
	bool unclear = false;

	for (i = 0; i < n; i++) {
		memset(rest + hit[i].from, ' ', hit[i].to - hit[i].from);
		for (k = 0; k < n; k++)
			if (k != i && hit[k].from <= hit[i].from && hit[k].to >= hit[i].to &&
			    hit[k].to - hit[k].from > hit[i].to - hit[i].from)
				break;
		if (k < n)
			continue;
		if (value && !str_equal(value, hit[i].value))
			unclear = true;
		value = hit[i].value;
	}
	if (denied(rest))
		unclear = true;
	free(rest);
	return unclear ? NULL : value;
}

const char *words_within(const struct words *words, const char *group, const char *folded)
{
	struct hit_word hit[HITS_MAX];
	const struct word *word;
	size_t n, i, hits = 0;

	word = words_group(words, group, &n);
	if (strlen(folded) > SENTENCE)
		return NULL;
	for (i = 0; i < n && hits < HITS_MAX; i++) {
		if (strlen(word[i].word) < 3) /* "y", "m", "1" stand anywhere */
			continue;
		if (!find_whole(folded, word[i].word, &hit[hits].from, &hit[hits].to))
			continue;
		hit[hits++].value = word[i].value;
	}
	return hits ? agreed(folded, hit, hits) : NULL;
}

/* ---- For others --------------------------------------------------------------- */

/* The value as a key that lives for ever: one of the choices of the field that
 * the domain names. */
static const char *lasting(const char *domain, const char *value)
{
	static const char *const fixed[] = {"1", "2", "3", "4", "5", "yes", "no"};
	const struct field *field = NULL;
	const struct choice *choice;
	const char *dot = strchr(domain, '.');
	char *name;
	size_t i;

	if (dot) {
		name = xstrndup(domain, (size_t)(dot - domain));
		if (kind_find(name))
			field = kind_field(kind_find(name), dot + 1);
		free(name);
	}
	choice = field && field->choices ? choice_find(field, value) : NULL;
	if (choice)
		return choice->key;
	for (i = 0; i < sizeof(fixed) / sizeof(*fixed); i++)
		if (str_equal(fixed[i], value))
			return fixed[i];
	return NULL;
}

const char *import_word(const char *domain, const char *word)
{
	struct words words = {NULL, 0, 0};
	const struct word *found;
	const char *key = NULL;
	char *folded = word_fold(word);
	size_t n;

	words_load(&words, "import/words.csv", 2, 3);
	found = words_find(&words, domain, folded, &n);
	if (found)
		key = lasting(domain, found->value);
	words_release(&words);
	free(folded);
	return key;
}
