#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "import_private.h"
#include "isms/model/kinds.h"
#include "isms/util/ascii.h"
#include "isms/util/i18n.h"
#include "isms/util/mem.h"

#define SLOTS 1024

/* ---- Looking up ------------------------------------------------------------------ */

static void slot_clear(struct ref_slot *slot)
{
	const struct ref_slot empty = {NULL, NULL, NULL, NULL, 0, 0};

	free(slot->text);
	free(slot->code);
	free(slot->title);
	*slot = empty;
}

void refs_release(struct import *im)
{
	size_t i;

	if (!im->slots)
		return;
	for (i = 0; i < SLOTS; i++)
		slot_clear(&im->slots[i]);
	free(im->slots);
	im->slots = NULL;
}

static struct ref_slot *slot_of(struct import *im, const char *text)
{
	if (!im->slots)
		im->slots = xcalloc(SLOTS, sizeof(*im->slots));
	return &im->slots[hash_text(&im->key, text) % SLOTS];
}

static bool slot_name(struct import *im, struct ref_slot *slot, struct err *err)
{
	bool *want = xcalloc(slot->kind->nfields, sizeof(*want));
	struct record *rec = NULL;
	bool ok;

	want[0] = true;
	ok = store_get_some(im->store, slot->kind, slot->id, want, &rec, err);
	if (ok) {
		slot->code = xstrdup(rec->code ? rec->code : "");
		slot->title = xstrdup(record_title(rec));
	}
	record_free(&rec);
	free(want);
	return ok;
}

/* What text means in the register of kind; slot->id 0 when nothing or several. */
static bool look_up(struct import *im, const struct kind *kind, const char *text,
		    const struct ref_slot **found, struct err *err)
{
	struct ref_slot *slot = slot_of(im, text);
	bool known = slot->kind == kind && str_equal(slot->text, text);
	bool ok = true;

	/* What is not known may come later in a file about the register itself. */
	if (!known || (!slot->id && kind == im->kind)) {
		slot_clear(slot);
		slot->kind = kind;
		slot->text = xstrdup(text);
		ok = index_text(im, kind, text, &slot->id, &slot->n, err);
		if (slot->n != 1)
			slot->id = 0;
		ok = ok && (!slot->id || slot_name(im, slot, err));
	}
	if (!ok)
		slot_clear(slot);
	*found = slot;
	return ok;
}

static void add(struct value *value, long long id, const char *code, const char *title)
{
	size_t i;

	for (i = 0; i < value->nrefs; i++)
		if (id ? value->refs[i].id == id : str_equal(value->refs[i].code, code))
			return;
	value_add_ref(value, id, code, title);
}

/* *known says whether text means a record, which value then has. */
static bool try_text(const struct place *at, const char *text, struct value *value, bool *known,
		     struct err *err)
{
	const struct field *field = at->run->im->columns[at->column].field;
	const struct ref_slot *slot;

	if (!look_up(at->run->im, field->ref, text, &slot, err))
		return false;
	*known = slot->id != 0;
	if (*known)
		add(value, slot->id, slot->code, slot->title);
	return true;
}

/* ---- What is not known ------------------------------------------------------------- */

/* A new record of that title; false when it would not be acceptable. */
static struct record *make_record(const struct run *run, const struct kind *kind, const char *title,
				  struct err *err)
{
	struct record *rec = record_new(kind);
	const struct field *field;
	size_t i;

	record_defaults(run->im->rules, rec);
	if (kind->fields[0].type == FIELD_TEXT && !(kind->fields[0].flags & F_DERIVED))
		value_set_text(&rec->values[0], title);
	for (i = 1; i < kind->nfields; i++) {
		field = &kind->fields[i];
		if ((field->flags & F_REQUIRED) && !rec->values[i].set &&
		    field->type == FIELD_CHOICE)
			value_set_text(&rec->values[i], field->choices[0].key);
	}
	if (!record_check(run->im->rules, rec, NULL, err))
		record_free(&rec);
	return rec;
}

static bool can_make(const struct run *run, const struct kind *kind, const char *title)
{
	struct record *rec = make_record(run, kind, title, NULL);
	bool can = rec != NULL;

	record_free(&rec);
	return can;
}

static uint64_t hash_of(const struct run *run, const struct kind *kind, const char *text)
{
	char *folded = word_fold(text), *name = xasprintf("%s %s", kind->name, folded);
	uint64_t hash = hash_text(&run->im->key, name);

	free(name);
	free(folded);
	return hash;
}

/* Is it the code, uid or title of another row of this file? */
static bool comes_later(const struct run *run, const struct kind *kind, const char *text)
{
	char *folded;
	bool later;

	if (kind != run->im->kind)
		return false;
	folded = word_fold(text);
	later = hashes_has(&run->im->names, hash_text(&run->im->key, folded));
	free(folded);
	return later;
}

static void keep(const struct place *at, const char *text, const char *reason)
{
	const char *header = at->run->im->columns[at->column].header;

	strv_take(&at->judged->extra, xasprintf("%s: %s", header, text));
	if (!at->run->again)
		at->run->res->unresolved++;
	remark(at->run, at->line, false, header, text, reason);
}

/* In a second writing all that was to come is there. */
static enum outcome unknown(const struct place *at, const char *text, const char *reason,
			    bool makeable, struct value *value, struct err *err)
{
	struct run *run = at->run;
	const struct field *field = run->im->columns[at->column].field;

	if (run->im->opt.later_refs)
		return CELL_OK;
	if (!run->again && comes_later(run, field->ref, text)) {
		if (!run->write)
			add(value, 0, text, text);
		return CELL_OK;
	}
	if (makeable && run->im->opt.create_refs && can_make(run, field->ref, text)) {
		add(value, 0, text, text);
		return CELL_OK;
	}
	if (field->flags & F_REQUIRED) {
		err_field(err, field, _("'%s' is not known in %s"), text, _(field->ref->plural));
		return CELL_REJECT;
	}
	keep(at, text, reason ? reason : _("not known: kept in the notes"));
	return CELL_OK;
}

static bool make_one(struct run *run, const struct kind *kind, struct ref *ref, struct err *err)
{
	const struct ref_slot *slot;
	struct record *rec = NULL;
	bool ok;

	/* A row before this one may have made it. */
	slot_clear(slot_of(run->im, ref->code));
	if (!look_up(run->im, kind, ref->code, &slot, err))
		return false;
	if (slot->id) {
		ref->id = slot->id;
		return true;
	}
	rec = make_record(run, kind, ref->code, err);
	ok = rec && store_add(run->im->store, rec, err);
	if (ok) {
		ref->id = rec->id;
		free(ref->code);
		ref->code = xstrdup(rec->code ? rec->code : "");
		run->res->created++;
		index_add(run->im, rec);
		slot_clear(slot_of(run->im, record_title(rec)));
	}
	record_free(&rec);
	return ok;
}

bool refs_make(struct run *run, struct record *rec, struct err *err)
{
	const struct kind *kind = rec->kind;
	struct value *value;
	size_t i, k;

	for (i = 0; i < kind->nfields; i++) {
		value = &rec->values[i];
		for (k = 0; k < value->nrefs; k++) {
			if (value->refs[k].id)
				continue;
			if (!run->write)
				run->res->created +=
					!comes_later(run, kind->fields[i].ref,
						     value->refs[k].code) &&
					!hashes_add(&run->made, hash_of(run, kind->fields[i].ref,
									value->refs[k].code));
			else if (!make_one(run, kind->fields[i].ref, &value->refs[k], err))
				return false;
		}
	}
	return true;
}

/* ---- Parts of a cell ------------------------------------------------------------------ */

/* Splits at , ; | and line breaks, but not within brackets: "SaaS (tickets,
 * storage)" is one. */
static void split(struct strv *parts, const char *text)
{
	struct str part = STR_INIT;
	int depth = 0;
	const char *p;

	for (p = text;; p++) {
		depth += *p == '(';
		depth -= *p == ')' && depth > 0;
		if (*p && (depth > 0 || !strchr(",;|\r\n", *p))) {
			str_addc(&part, *p);
			continue;
		}
		str_trim(&part);
		if (part.len)
			strv_add(parts, part.s);
		str_clear(&part);
		if (!*p)
			break;
	}
	str_release(&part);
}

static enum outcome parts_value(const struct place *at, const char *text, struct value *value,
				struct err *err)
{
	struct strv parts = STRV_INIT;
	enum outcome outcome = CELL_OK;
	bool known;
	size_t i;

	split(&parts, text);
	for (i = 0; outcome == CELL_OK && i < parts.n; i++) {
		if (!try_text(at, parts.v[i], value, &known, err))
			outcome = CELL_FAILED;
		else if (!known)
			outcome = unknown(at, parts.v[i], NULL, true, value, err);
	}
	strv_release(&parts);
	return outcome;
}

/* ---- Controls -------------------------------------------------------------------------- */

/* Words between numbers of controls that mean nothing. */
static bool is_filler(const char *word, size_t n)
{
	static const char *const fillers[] = {
		"a",	   "annex", "control", "controls",   "kontrolle",  "kontrollen",
		"und",	   "and",   "et",      "y",	     "iso",	   "iec",
		"iso/iec", "27001", "27002",   "27001:2022", "27002:2022", "&",
		"+",	   "-",	    "#",       "no.",	     "nr.",	   "bis",
	};
	size_t i, k;

	for (i = 0; i < sizeof(fillers) / sizeof(*fillers); i++) {
		for (k = 0; k < n && fillers[i][k] == ascii_lower(word[k]); k++)
			;
		if (k == n && !fillers[i][k])
			return true;
	}
	return false;
}

/* The bytes of a number like 5.1 or A.8.24, and where its digits begin. */
static size_t number_length(const char *word, size_t *from)
{
	size_t n = 0, dots = 0;

	*from = 0;
	if (ascii_lower(*word) == 'a' && (word[1] == '.' || ascii_digit(word[1])))
		*from = word[1] == '.' ? 2 : 1;
	n = *from;
	while (ascii_digit(word[n]) || (word[n] == '.' && ascii_digit(word[n + 1]))) {
		dots += word[n] == '.';
		n++;
	}
	return dots ? n : 0;
}

/* Splits "Control 7.1, 7.2 and A 7.4" into its numbers. False when it has other
 * words, which are in *rest. */
static bool numbers(const char *text, struct strv *list, const char **rest)
{
	static const char seps[] = " \t\r\n,;|/()";
	size_t n, len, from;

	*rest = NULL;
	for (; *(text += strspn(text, seps)); text += len) {
		len = strcspn(text, seps);
		n = number_length(text, &from);
		if (n && (n == len || (n + 1 == len && strchr(".:", text[n])))) {
			strv_take(list, xasprintf("%.*s", (int)(n - from), text + from));
			continue;
		}
		if (is_filler(text, len))
			continue;
		if (!*rest)
			*rest = text;
		if (!list->n)
			return false;
	}
	return !*rest;
}

/* 2022's numbers are 5.1 to 8.34; others are older, spoilt, or no controls. */
static bool possible(const char *number)
{
	const char *dot = strchr(number, '.');
	size_t n = dot ? strlen(dot + 1) : 0;

	return dot == number + 1 && *number >= '5' && *number <= '8' && n >= 1 && n <= 2 &&
	       !strchr(dot + 1, '.') && dot[1] != '0';
}

/*
 * A number by itself may be one that a spreadsheet has cut: 5.20 has become 5.2.
 * The title beside tells; where it belongs to another control, the number is
 * only corrected when that is the way it was spoilt.
 */
static enum outcome check_title(const struct place *at, const char *number, const char *title,
				char **code, struct err *err)
{
	const struct field *field = at->run->im->columns[at->column].field;
	const struct ref_slot *slot;
	char *spoilt;
	enum outcome outcome = CELL_OK;

	*code = xasprintf("A.%s", number);
	if (!title || !*title)
		return CELL_OK;
	if (!look_up(at->run->im, field->ref, title, &slot, err))
		return CELL_FAILED;
	if (!slot->id || str_equal(slot->code, *code))
		return CELL_OK; /* a title in another language tells nothing */
	spoilt = xasprintf("%s0", *code);
	if (str_equal(slot->code, spoilt)) {
		remark(at->run, at->line, false, at->run->im->columns[at->column].header, number,
		       _("taken for the control whose title stands beside"));
		free(*code);
		*code = xstrdup(spoilt);
	} else {
		err_field(err, field, _("'%s' and '%s' are two controls"), number, title);
		outcome = CELL_REJECT;
	}
	free(spoilt);
	return outcome;
}

static enum outcome number_value(const struct place *at, const char *number, const char *title,
				 struct value *value, struct err *err)
{
	enum outcome outcome = CELL_OK;
	char *code = NULL;
	bool known = false;

	if (possible(number)) {
		outcome = check_title(at, number, title, &code, err);
		if (outcome == CELL_OK && !try_text(at, code, value, &known, err))
			outcome = CELL_FAILED;
	} else if (title && *title && !try_text(at, title, value, &known, err)) {
		outcome = CELL_FAILED;
	}
	if (outcome == CELL_OK && !known)
		outcome = unknown(at, number,
				  _("no control of ISO/IEC 27001:2022 has this number: kept in the "
				    "notes"),
				  false, value, err);
	free(code);
	return outcome;
}

/* Numbers of controls, each; or a number with its title behind. */
static enum outcome controls_value(const struct place *at, const char *text, const char *title,
				   struct value *value, struct err *err)
{
	struct strv list = STRV_INIT;
	enum outcome outcome = CELL_OK;
	const char *rest;
	bool all = numbers(text, &list, &rest);
	size_t i;

	if (all && list.n) {
		for (i = 0; outcome == CELL_OK && i < list.n; i++)
			outcome =
				number_value(at, list.v[i], list.n == 1 ? title : NULL, value, err);
	} else if (list.n == 1 && rest) {
		outcome = number_value(at, list.v[0], rest, value, err);
	} else if (ascii_digit(*text)) {
		outcome = unknown(at, text, _("this is no number of a control: kept in the notes"),
				  false, value, err);
	} else {
		outcome = parts_value(at, text, value, err);
	}
	strv_release(&list);
	return outcome;
}

/* "A.5.1 Policies; A.5.2 Roles": each part by itself. */
static enum outcome control_parts(const struct place *at, const char *text, const char *title,
				  struct value *value, struct err *err)
{
	struct strv parts = STRV_INIT, list = STRV_INIT;
	enum outcome outcome = CELL_OK;
	const char *rest;
	size_t i;

	if (!numbers(text, &list, &rest) && list.n)
		split(&parts, text);
	for (i = 0; parts.n > 1 && outcome == CELL_OK && i < parts.n; i++)
		outcome = controls_value(at, parts.v[i], NULL, value, err);
	if (parts.n <= 1)
		outcome = controls_value(at, text, title, value, err);
	strv_release(&parts);
	strv_release(&list);
	return outcome;
}

/* A record of any kind. */
static enum outcome link_value(const struct place *at, const char *text, struct value *value,
			       struct err *err)
{
	const struct field *field = at->run->im->columns[at->column].field;
	struct store *store = at->run->im->store;
	struct record *rec = NULL;
	struct hit hit;
	int n = 0;

	if (!at->run->im->exact && cell_is_nothing(text))
		return CELL_EMPTY;
	if (!store_find_link(store, text, &hit, &n, err))
		return CELL_FAILED;
	if (n == 1) {
		if (!store_get(store, hit.kind, hit.id, &rec, err))
			return CELL_FAILED;
		value_add_ref(value, hit.id, rec->code, record_title(rec));
		value->refs[value->nrefs - 1].kind = hit.kind;
		record_free(&rec);
	} else if (at->run->im->opt.later_refs) {
		return CELL_OK;
	} else if (field->flags & F_REQUIRED) {
		err_field(err, field, n ? _("'%s' is the code of several records: write risk/R-0001")
					: _("no record has the code '%s'"), text);
		return CELL_REJECT;
	} else {
		keep(at, text, _("not known: kept in the notes"));
	}
	return CELL_OK;
}

enum outcome refs_value(const struct place *at, const char *text, const char *title,
			struct value *value, struct err *err)
{
	const struct field *field = at->run->im->columns[at->column].field;
	enum outcome outcome = CELL_OK;
	bool known;

	if (field->type == FIELD_LINK)
		return link_value(at, text, value, err);
	if (!try_text(at, text, value, &known, err))
		return CELL_FAILED;
	/* 5.2 is a code only with its A., and may be a spoilt 5.20 even then. */
	if (known)
		return CELL_OK;
	if (!at->run->im->exact && cell_is_nothing(text))
		return CELL_EMPTY;
	if (field->ref == &kind_control)
		outcome = control_parts(at, text, title, value, err);
	else if (field->type == FIELD_REF)
		outcome = unknown(at, text, NULL, true, value, err);
	else
		outcome = parts_value(at, text, value, err);
	if (outcome == CELL_OK && field->type == FIELD_REF && value->nrefs > 1) {
		err_field(err, field, _("'%s' means several records where one is wanted"), text);
		return CELL_REJECT;
	}
	return outcome;
}
