/*
 * Functions of types too long to stand in types.c. Only for src/model.
 */
#ifndef MODEL_TYPES_H
#define MODEL_TYPES_H

#include "isms/model/value.h"

/* More references or choices in one cell are a mistake, and comparing them with
 * each other would take too long. */
#define PARTS_MAX 10000

/* choice.c */
bool choice_parse(const struct rules *rules, const struct field *field, const char *text,
		  struct value *value, struct err *err);
void choice_show(const struct rules *rules, const struct field *field, const struct value *value,
		 struct str *out);
bool choice_check(const struct rules *rules, const struct field *field, const struct value *value,
		  struct err *err);
bool choices_parse(const struct rules *rules, const struct field *field, const char *text,
		   struct value *value, struct err *err);
void choices_format(const struct rules *rules, const struct field *field, const struct value *value,
		    struct str *out);
void choices_show(const struct rules *rules, const struct field *field, const struct value *value,
		  struct str *out);
bool choices_check(const struct rules *rules, const struct field *field, const struct value *value,
		   struct err *err);

/* money.c */
bool money_parse(const struct rules *rules, const struct field *field, const char *text,
		 struct value *value, struct err *err);
void money_format(const struct rules *rules, const struct field *field, const struct value *value,
		  struct str *out);
void money_show(const struct rules *rules, const struct field *field, const struct value *value,
		struct str *out);
void money_add(struct str *out, long long minor); /* "1234.50" */

#endif
