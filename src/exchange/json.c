#include "config.h"

#include "json.h"

#include <string.h>
#include <unistr.h>

static void add_escaped(struct str *out, unsigned char c)
{
	switch (c) {
	case '"':
		str_add(out, "\\\"");
		break;
	case '\\':
		str_add(out, "\\\\");
		break;
	case '\n':
		str_add(out, "\\n");
		break;
	case '\r':
		str_add(out, "\\r");
		break;
	case '\t':
		str_add(out, "\\t");
		break;
	default:
		if (c < 0x20 || c == 0x7f)
			str_addf(out, "\\u%04x", c);
		else
			str_addc(out, (char)c);
	}
}

void json_string(struct str *out, const char *text)
{
	const uint8_t *p = (const uint8_t *)text;
	size_t left = strlen(text);
	ucs4_t uc;
	int n;

	str_addc(out, '"');
	while (left) {
		if (*p < 0x80) {
			add_escaped(out, *p);
			n = 1;
		} else if ((n = u8_mbtoucr(&uc, p, left)) > 0) {
			str_addn(out, (const char *)p, (size_t)n);
		} else {
			str_add(out, "\xef\xbf\xbd");
			n = 1;
		}
		p += n;
		left -= (size_t)n;
	}
	str_addc(out, '"');
}

void json_money(struct str *out, long long minor)
{
	unsigned long long amount = minor < 0 ? 0 - (unsigned long long)minor
					      : (unsigned long long)minor;

	str_addf(out, "%s%llu.%02llu", minor < 0 ? "-" : "", amount / 100, amount % 100);
}

static void add_keys(struct str *out, const char *keys)
{
	struct strv list = STRV_INIT;
	size_t i;

	strv_split(&list, keys, ";");
	str_addc(out, '[');
	for (i = 0; i < list.n; i++) {
		if (i)
			str_addc(out, ',');
		json_string(out, list.v[i]);
	}
	str_addc(out, ']');
	strv_release(&list);
}

static void add_codes(struct str *out, const struct value *v)
{
	size_t i;

	str_addc(out, '[');
	for (i = 0; i < v->nrefs; i++) {
		if (i)
			str_addc(out, ',');
		json_string(out, v->refs[i].code ? v->refs[i].code : "");
	}
	str_addc(out, ']');
}

/* As people read it: a level by its word, a date as ISO has it. */
static void add_text(const struct rules *rules, const struct field *field, const struct value *v,
		     struct str *out)
{
	struct str text = STR_INIT;

	if (field->type == FIELD_SCALE)
		scale_show(&rules->method, field->scale, (int)v->num, &text);
	else
		field_format(rules, field, v, &text);
	json_string(out, str_get(&text));
	str_release(&text);
}

static void add_value(const struct rules *rules, const struct field *field, const struct value *v,
		      struct str *out)
{
	/* Several of something are a list, an empty one where there is nothing. */
	if (field->type == FIELD_REFS) {
		add_codes(out, v);
		return;
	}
	if (field->type == FIELD_CHOICES) {
		add_keys(out, v->set && v->text ? v->text : "");
		return;
	}
	if (!v->set) {
		str_add(out, "null");
		return;
	}
	switch (field->type) {
	case FIELD_INT:
		str_addf(out, "%lld", v->num);
		break;
	case FIELD_MONEY:
		json_money(out, v->num);
		break;
	case FIELD_BOOL:
		str_add(out, v->num ? "true" : "false");
		break;
	case FIELD_SCALE:
		if (field->scale != SCALE_LEVEL)
			str_addf(out, "%lld", v->num);
		else
			add_text(rules, field, v, out);
		break;
	default:
		add_text(rules, field, v, out);
	}
}

static void add_own(const struct rules *rules, const struct record *rec,
		    const struct export_column *column, struct str *out)
{
	struct str text = STR_INIT;
	bool null;

	export_cell(rules, rec, column, &text, &null);
	if (null)
		str_add(out, "null");
	else if (column->own == OWN_VER)
		str_add(out, str_get(&text));
	else if (column->own == OWN_ARCHIVED)
		str_add(out, rec->archived ? "true" : "false");
	else
		json_string(out, str_get(&text));
	str_release(&text);
}

void export_record_json(const struct rules *rules, const struct record *rec,
			const struct export_columns *columns, struct str *out)
{
	const struct export_column *column;
	size_t i;

	str_addc(out, '{');
	for (i = 0; i < columns->n; i++) {
		column = &columns->v[i];
		if (i)
			str_addc(out, ',');
		json_string(out, export_column_name(column));
		str_addc(out, ':');
		if (column->field)
			add_value(rules, column->field,
				  &rec->values[kind_index(rec->kind, column->field)], out);
		else
			add_own(rules, rec, column, out);
	}
	str_addc(out, '}');
}
