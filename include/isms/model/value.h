/*
 * A value of a field, and the row of functions each type of field has.
 */
#ifndef ISMS_MODEL_VALUE_H
#define ISMS_MODEL_VALUE_H

#include <stdbool.h>
#include <stddef.h>

#include "isms/model/kind.h"
#include "isms/util/str.h"

struct ref {
	const struct kind *kind;  /* of a LINK; NULL: the field says it, or not known yet */
	long long id;   /* 0: not resolved yet, code holds what was typed */
	char *code;     /* owned */
	char *title;    /* owned, may be NULL */
};

/* set false is NULL, "nothing"; a set TEXT may be the empty text. */
struct value {
	bool set;
	long long num;      /* INT SCALE MONEY DATE (days) BOOL */
	char *text;         /* TEXT NOTE TIME CHOICE CHOICES; LINK as the file has
	                       it, "kind/uid"; owned */
	struct ref *refs;   /* REF, LINK (one) REFS; owned */
	size_t nrefs;
};

#define VALUE_INIT {false, 0, 0, 0, 0}

void value_release(struct value *v);              /* to nothing */
void value_copy(struct value *to, const struct value *from); /* releases to */
void value_move(struct value *to, struct value *from);       /* from becomes nothing */
void value_set_num(struct value *v, long long num);
void value_set_text(struct value *v, const char *text);   /* NULL: nothing */
void value_add_ref(struct value *v, long long id, const char *code, const char *title);
bool value_equal(const struct field *field, const struct value *a, const struct value *b);

struct type_ops {
	const char *name;   /* "text", for `isms fields` and the manual */
	const char *sql;    /* column type: TEXT, INTEGER; NULL for REFS */
	/* parse: what was typed, pasted or read from CSV; "" gives nothing. */
	bool (*parse)(const struct rules *, const struct field *, const char *,
	              struct value *, struct err *);
	/* format: the canonical text that parse reads back to the same value:
	 * choice keys, ISO dates, yes/no, codes joined by "; ". */
	void (*format)(const struct rules *, const struct field *, const struct value *,
	               struct str *);
	/* show: for people: labels, "4 likely", titles of references. */
	void (*show)(const struct rules *, const struct field *, const struct value *,
	             struct str *);
	int (*cmp)(const struct value *, const struct value *); /* nothing is last */
};

extern const struct type_ops type_ops[FIELD_NTYPES];

/*
 * What a person typed becomes a value, checked against everything the field
 * says (range, choices, its own check) except F_REQUIRED. The value is only
 * changed on success. Choices are taken by key or label of either vocabulary,
 * folded, '_' and '-' as blanks; scale steps as "4", "4 - Likely",
 * "Possible (3)", "possible"; bool as yes/no/true/false/1/0/x. Text is kept as it
 * is, blanks, line breaks and control characters too, but has to be UTF-8. REFS
 * and CHOICES are split at , ; | and line breaks; a REF is taken whole, since
 * titles have commas. References stay unresolved (id 0). Money is taken as
 * 1234.50, 1234,50, 1 234.50, 1'234.50, 1,234.50, 1.234,50, with the code of the
 * organisation's currency at either end; 1,234 is refused, since it is two amounts.
 */
bool field_parse(const struct rules *rules, const struct field *field, const char *text,
                 struct value *value, struct err *err);
void field_format(const struct rules *rules, const struct field *field,
                  const struct value *value, struct str *out);
void field_show(const struct rules *rules, const struct field *field,
                const struct value *value, struct str *out);

/* The checks of field_parse for a value that did not come from text. */
bool field_check(const struct rules *rules, const struct field *field,
                 const struct value *value, struct err *err);

/* The choice with this key, or NULL; its label in the vocabulary of rules. */
const struct choice *choice_find(const struct field *field, const char *key);
const char *choice_label(const struct rules *rules, const struct choice *choice);

/* How value looks: the style of its choice, of its level, of an overdue flag. */
enum style field_style(const struct rules *rules, const struct field *field,
                       const struct value *value);

#endif
