/*
 * What the checks across fields (struct kind, check) are made of. Each takes the
 * names of fields that the record's kind must have, and fills err with the field
 * at fault.
 */
#ifndef ISMS_MODEL_CHECK_H
#define ISMS_MODEL_CHECK_H

#include <stdbool.h>

#include "isms/model/record.h"
#include "isms/util/err.h"

/* Has the field a value that says something? Blanks alone do not. */
bool check_has(const struct record *rec, const char *field);

/* Is the CHOICE this key? */
bool check_is(const struct record *rec, const char *field, const char *key);

/* Two REF or two LINK fields that mean the same record; false where one is empty. */
bool check_same(const struct record *rec, const char *a, const char *b);

/* Refuses, with why, a record whose field says nothing though another is key. */
bool check_needs(const struct record *rec, const char *choice, const char *key,
                 const char *field, const char *why, struct err *err);

/* Refuses a second DATE or number that lies before the first; empty ones pass. */
bool check_order(const struct record *rec, const char *first, const char *second,
                 struct err *err);

/* What is approved has an approver, who is not its author unless the organisation
 * is one person (data-model, section 2; 7.5.2). */
bool check_approver(const struct rules *rules, const struct record *rec, const char *author,
                    const char *approver, struct err *err);

/* The check of a TEXT field: 64 hexadecimal digits, a SHA-256. */
bool check_sha256(const struct rules *rules, const struct field *field,
                  const struct value *value, struct err *err);

/* The check of a TEXT field: a decimal number with a point, "-12.5", of at most 12
 * digits before and 6 behind the point. There is no decimal type; such a number is
 * kept as it was written and cast where it is computed with (data/view). */
bool check_decimal(const struct rules *rules, const struct field *field,
                   const struct value *value, struct err *err);

/* Refuses a second decimal that is worse than the first by the CHOICE "direction",
 * up or down (direction_choices); empty ones pass. */
bool check_direction(const struct record *rec, const char *first, const char *second,
                     struct err *err);

#endif
