/*
 * One row of a register.
 */
#ifndef ISMS_MODEL_RECORD_H
#define ISMS_MODEL_RECORD_H

#include "isms/model/kind.h"
#include "isms/model/value.h"

#define UID_LEN 16

struct record {
	const struct kind *kind;
	long long id;               /* 0: not in the file yet */
	unsigned char uid[UID_LEN]; /* UUIDv7: its identity in every copy of the file;
	                               all zero: not given yet */
	char *code;                 /* R-0012; owned; NULL: the store gives the next */
	long long ver;              /* counts the changes; what a save is based on */
	char *created_at, *created_by, *changed_at, *changed_by; /* owned, or NULL */
	bool archived;
	struct value *values;       /* kind->nfields of them; owned */
};

struct record *record_new(const struct kind *kind);
struct record *record_copy(const struct record *rec);
void record_free(struct record **rec);

/* The initial values of the kind's fields (new records in form and CLI). */
void record_defaults(const struct rules *rules, struct record *rec);

/* The value of a field by its name, which must exist. */
struct value *record_value(struct record *rec, const char *field);
const struct value *record_get(const struct record *rec, const char *field);

/* What the record is called: the text of fields[0], else its code. Borrowed. */
const char *record_title(const struct record *rec);

/* May nobody change this field of the record any more? It is F_ONCE and has a value,
 * or F_FROZEN and the record's copy was made. */
bool record_frozen(const struct record *rec, const struct field *field);

/*
 * Everything a save must satisfy: what was frozen stays, required fields, each
 * field's checks, the move of the life cycle from old (NULL for a new record), what the move
 * needs, and the kind's own check across fields. Blanks alone are no value where
 * one is required. Does not touch the file: UNIQUE and references are the store's.
 */
bool record_check(const struct rules *rules, const struct record *rec,
                  const struct record *old, struct err *err);

/* The first field that the way from that state to the record's own asks for and that
 * says nothing; NULL when one of the declared ways is open. from NULL: as for a record
 * that begins in its state, of which the same is asked as of one that comes there. */
const struct field *record_lacks(const struct record *rec, const char *from);

/* May a record that somebody enters begin in its state? Imports bring what is. */
bool record_begins(const struct rules *rules, const struct record *rec, struct err *err);

/* The part of it that one field must satisfy by itself. */
bool record_check_field(const struct rules *rules, const struct field *field,
                        const struct value *value, struct err *err);

/* Is a code acceptable? 1 to 40 bytes of UTF-8, no blanks at the ends, no
 * control characters, none of , ; | " which separate codes in a cell. */
bool code_check(const char *code, struct err *err);

#endif
