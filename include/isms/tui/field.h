/*
 * The fields of a form: what each type shows and which keys it takes. One row
 * of functions a type, like type_ops of the model.
 */
#ifndef ISMS_TUI_FIELD_H
#define ISMS_TUI_FIELD_H

#include "isms/tui/edit.h"
#include "isms/tui/view.h"

struct item {
	const struct field *field;
	struct edit edit;       /* what is typed, where the type is typed */
	struct value value;     /* what is chosen, where it is chosen */
	int top;                /* first line shown of a note */
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
};

const struct field_ops *field_ops(const struct field *field);
void item_release(struct item *item);

/* One a sort of field; field_ops() knows which. */
extern const struct field_ops text_field_ops, date_field_ops, note_field_ops, choice_field_ops,
	open_field_ops, choices_field_ops, ref_field_ops, link_field_ops;

/* Lets the user pick records of field->ref into value; typed is what is
 * searched at first, or NULL. */
void pick_records(struct tui *tui, const struct field *field, struct value *value,
                  const char *typed);

/* Edits text in $VISUAL or $EDITOR. */
bool edit_outside(struct tui *tui, struct str *text, struct err *err);

/* Somebody else saved rec meanwhile: shows what differs from old on both sides
 * and lets the user choose; on true mine holds the result and *old is theirs. */
bool conflict_merge(struct tui *tui, struct record *mine, struct record **old);

#endif
