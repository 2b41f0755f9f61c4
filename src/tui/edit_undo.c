/* What was typed into a text, step by step, so that it can be taken back. */
#include "config.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "isms/tui/edit.h"
#include "isms/util/mem.h"

struct edit_step {
	size_t at;    /* where the text changed */
	size_t added; /* bytes that stand there now … */
	char *gone;   /* … in the place of these; owned */
	size_t ngone;
	size_t cursor; /* where it stood before */
};

static void clear(struct edit_steps *steps)
{
	for (size_t i = 0; i < steps->n; i++)
		free(steps->v[i].gone);
	steps->n = 0;
}

static void add(struct edit_steps *steps, const struct edit *edit, size_t at, size_t gone,
		size_t added)
{
	steps->v = xgrow(steps->v, steps->n, &steps->cap, sizeof(steps->v[0]));
	steps->v[steps->n++] = (struct edit_step){
		.at = at,
		.added = added,
		.gone = gone == 0 ? NULL : xstrndup(str_get(&edit->s) + at, gone),
		.ngone = gone,
		.cursor = edit->at,
	};
}

static void put(struct edit *edit, size_t at, size_t gone, const char *text, size_t n)
{
	size_t tail = edit->s.len - at - gone;

	if (at < edit->same_head)
		edit->same_head = at;
	if (tail < edit->same_tail)
		edit->same_tail = tail;
	str_remove(&edit->s, at, gone);
	str_insert(&edit->s, at, text, n);
	edit->at = at + n;
}

/* Typing goes on with the step before up to the beginning of the next word;
 * deleting backwards with the one that deleted what stood behind. */
static bool join(struct edit *edit, size_t at, size_t gone, const char *text, size_t n)
{
	struct edit_step *last = edit->done.n == 0 ? NULL : &edit->done.v[edit->done.n - 1];
	const char *s = str_get(&edit->s);
	bool typed = last != NULL && gone == 0 && n > 0 && last->added > 0 && edit->joins == at;
	bool deleted = last != NULL && n == 0 && gone > 0 && last->added == 0 &&
		       edit->joins == at + gone;

	if (typed && (at == 0 || s[at - 1] != ' ' || text[0] == ' ')) {
		last->added += n;
		return true;
	}
	if (deleted) {
		char *both = xmalloc(gone + last->ngone + 1);

		memcpy(both, s + at, gone);
		memcpy(both + gone, last->gone, last->ngone);
		both[gone + last->ngone] = '\0';
		free(last->gone);
		last->gone = both;
		last->ngone += gone;
		last->at = at;
	}
	return deleted;
}

void edit_splice(struct edit *edit, size_t at, size_t gone, const char *text, size_t n)
{
	if (gone == 0 && n == 0)
		return;
	clear(&edit->undone);
	if (!join(edit, at, gone, text, n))
		add(&edit->done, edit, at, gone, n);
	put(edit, at, gone, text, n);
	edit->joins = edit->at;
}

/* The last of from is turned round and becomes the last of to. */
static bool turn(struct edit *edit, struct edit_steps *from, struct edit_steps *to)
{
	struct edit_step step;

	edit->joins = SIZE_MAX;
	if (from->n == 0)
		return false;
	step = from->v[--from->n];
	add(to, edit, step.at, step.added, step.ngone);
	put(edit, step.at, step.added, step.gone == NULL ? "" : step.gone, step.ngone);
	edit->at = step.cursor <= edit->s.len ? step.cursor : edit->s.len;
	free(step.gone);
	return true;
}

bool edit_undo(struct edit *edit)
{
	return turn(edit, &edit->done, &edit->undone);
}

bool edit_redo(struct edit *edit)
{
	return turn(edit, &edit->undone, &edit->done);
}

void edit_set(struct edit *edit, const char *text)
{
	clear(&edit->done);
	clear(&edit->undone);
	edit->joins = SIZE_MAX;
	edit->same_head = edit->same_tail = 0;
	str_clear(&edit->s);
	str_add(&edit->s, text);
	edit->at = edit->s.len;
	edit->left = 0;
}

void edit_replace(struct edit *edit, const char *text)
{
	edit->joins = SIZE_MAX;
	if (strcmp(str_get(&edit->s), text) != 0)
		edit_splice(edit, 0, edit->s.len, text, strlen(text));
	edit->joins = SIZE_MAX;
}

void edit_release(struct edit *edit)
{
	clear(&edit->done);
	clear(&edit->undone);
	free(edit->done.v);
	free(edit->undone.v);
	str_release(&edit->s);
	str_release(&edit->killed);
}
