/*
 * The fields of a form: what each type shows and which keys it takes. One row
 * of functions a type, like type_ops of the model.
 */
#ifndef ISMS_TUI_FIELD_H
#define ISMS_TUI_FIELD_H

#include "isms/tui/edit.h"
#include "isms/tui/view.h"
#include "isms/tui/wrap.h"

/* Choices that were made before, the last one at the end. */
struct value_steps {
	struct value *v;
	size_t n, cap;
};

struct item {
	const struct field *field;
	struct edit edit;       /* what is typed, where the type is typed */
	struct value value;     /* what is chosen, where it is chosen */
	struct value_steps done, undone;
	const struct item *form; /* the fields of the form it is one of (nform), itself too;
	                            NULL: it is alone; borrowed */
	size_t nform;
	int top;                /* first line shown of a note */
	struct wrap wrap;       /* its lines */
};

struct field_ops {
	/* From a record's value, and back. store fails where what was typed is no
	 * value of the field. */
	void (*load)(struct tui *, struct item *, const struct value *);
	bool (*store)(struct tui *, struct item *, struct value *, struct err *);
	int (*height)(struct tui *, struct item *, int cells);     /* lines */
	void (*draw)(struct tui *, struct item *, struct rect, bool at);
	bool (*key)(struct tui *, struct item *, const struct key *);
	void (*pick)(struct tui *, struct item *);   /* opens its list; NULL: none */
	const char *hint;       /* N_(); how it is filled in */
	bool chosen;            /* what counts is item->value; else item->edit */
};

const struct field_ops *field_ops(const struct field *field);
void item_release(struct item *item);

/* A key, and the list of the field, with a choice remembered for item_undo(). */
bool item_key(struct tui *tui, struct item *item, const struct key *key);
void item_pick(struct tui *tui, struct item *item);

/* What stands in the field, whether it is a value or only half of one. */
void item_text(struct tui *tui, const struct item *item, struct str *out);

/* Puts a value, or a text that item_text() gave, into the field as one step;
 * false and err where it is no value any more. */
void item_put(struct tui *tui, struct item *item, const struct value *value);
bool item_put_text(struct tui *tui, struct item *item, const char *text, struct err *err);

/* The last step in this field taken back, and done again; false: there is none. */
bool item_undo(struct item *item);
bool item_redo(struct item *item);

/* One a sort of field; field_ops() knows which. */
extern const struct field_ops text_field_ops, date_field_ops, note_field_ops, choice_field_ops,
	open_field_ops, choices_field_ops, ref_field_ops, link_field_ops;

/* Lets the user pick records of field->ref into value; typed is what is
 * searched at first, or NULL. item, from whose form suggestions come, may be NULL. */
void pick_records(struct tui *tui, const struct item *item, const struct field *field,
                  struct value *value, const char *typed);

/* A day out of a calendar, which begins at chosen (LONG_MIN: nothing, so today).
 * False: Esc. */
bool calendar_pick(struct tui *tui, const char *label, long chosen, long *day);
const char *calendar_day(long day);     /* "Monday"; translated */

/* Is it a text, for which an editor is of use? */
bool item_is_text(const struct item *item);

/* The text of the field in $VISUAL or $EDITOR, and what came back as one step. */
bool item_outside(struct tui *tui, struct item *item, struct err *err);

/* Edits text in $VISUAL or $EDITOR. */
bool edit_outside(struct tui *tui, struct str *text, struct err *err);

/* Somebody else saved rec meanwhile: shows what differs from old on both sides
 * and lets the user choose; on true mine holds the result and *old is theirs. */
bool conflict_merge(struct tui *tui, struct record *mine, struct record **old);

/* What is said after that: was tells whether the record was archived before, now is
 * theirs. */
void conflict_said(bool was, const struct record *now, struct str *out);

#endif
