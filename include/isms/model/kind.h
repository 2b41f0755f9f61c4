/*
 * What a register is: struct kind, declared once in src/model/kinds/<kind>.c.
 * From it come the table, the history triggers, list, form, picker, checks on
 * input, CSV and JSON, the command line, the search and the manual.
 *
 * To add a register: one file that defines `const struct kind kind_<name>`,
 * one line in src/model/kinds.c. To add a field: one row, with `since` set to
 * the schema version that brings it (see SCHEMA_VERSION).
 */
#ifndef ISMS_MODEL_KIND_H
#define ISMS_MODEL_KIND_H

#include <stdbool.h>
#include <stddef.h>

#include "isms/util/err.h"

struct record;
struct rules;
struct str;
struct value;

/* The version of the file's schema (PRAGMA user_version) that these
 * declarations describe. A field or kind with a greater `since` than a file's
 * version is added to it by migration. */
#define SCHEMA_VERSION 3

enum style {           /* how a choice looks; the word is always there too */
	STYLE_PLAIN, STYLE_GOOD, STYLE_DIM, STYLE_WARN, STYLE_BAD
};

struct choice {
	const char *key;   /* what the file, CSV and JSON hold; lower case words */
	const char *label; /* what people see; N_() */
	enum style style;
	const char *alt;   /* label in the common vocabulary where it differs from
	                      ISO's ("Mitigate" for "Modify"), or NULL */
};

enum field_type {
	FIELD_TEXT,        /* one line */
	FIELD_NOTE,        /* any number of lines */
	FIELD_INT,         /* whole number min..max */
	FIELD_SCALE,       /* a step of `scale`, worded by the risk method */
	FIELD_MONEY,       /* minor units (cents) of the organisation's currency */
	FIELD_DATE,        /* civil day; TEXT YYYY-MM-DD in the file */
	FIELD_TIME,        /* TEXT YYYY-MM-DDTHH:MM, UTC */
	FIELD_BOOL,        /* 0 or 1 */
	FIELD_CHOICE,      /* one of choices: its key */
	FIELD_CHOICES,     /* several: keys in the order of choices, "a;b" */
	FIELD_REF,         /* one record of kind ref */
	FIELD_REFS,        /* any number, in a link table <kind>_<field> */
	FIELD_LINK,        /* one record of any kind; TEXT "kind/uid" in the file */
	FIELD_NTYPES
};

enum field_flags {
	F_REQUIRED = 1 << 0, /* must have a value */
	F_UNIQUE = 1 << 1,   /* no two records with the same */
	F_LISTED = 1 << 2,   /* a column of the list unless the user chose others */
	F_SEARCHED = 1 << 3, /* its words are found by the search over all text */
	F_DERIVED = 1 << 4,  /* computed by the kind's view, never stored or typed */
	F_ONCE = 1 << 6,     /* once it has a value it keeps it (what was frozen) */
	F_FROZEN = 1 << 7,   /* keeps its value once the field `frozen` of its record,
	                        which copies it, has one */
	F_OPEN = 1 << 5      /* CHOICE whose choices only suggest: any word may stand */
};

enum scale { SCALE_LIKELIHOOD, SCALE_IMPACT, SCALE_LEVEL, SCALE_COUNT };

struct field {
	const char *name;         /* SQL column, CSV header, command line */
	const char *label;        /* form, list heading, manual; N_() */
	const char *help;         /* what to enter and what an auditor looks for; N_() */
	enum field_type type;
	unsigned flags;
	int width;                /* cells in a list */
	const char *heading;      /* of its column where label does not fit; N_() or NULL */
	const char *late;         /* DATE: the derived BOOL that says that its day has passed
	                             with nothing done: a list says OVERDUE; or NULL */
	int since;                /* schema version that brought it */
	long min, max;            /* INT, MONEY (minor units); both 0: no limit */
	const struct choice *choices; /* ends with key NULL; CHOICE, CHOICES */
	const struct kind *ref;   /* REF, REFS */
	enum scale scale;         /* SCALE */
	const char *initial;      /* value of a new record, as it would be typed
	                             ("today" for a date), or NULL */
	const char *section;      /* heading above the field in form and detail,
	                             where a new section begins; N_() or NULL */
	bool (*check)(const struct rules *, const struct field *, const struct value *,
	              struct err *);
};

/* One allowed move between states. from "*" is any state but `to`. */
struct move {
	const char *from, *to;
	const char *needs;        /* name of a field that must have a value for the
	                             move (a reason, a date), or NULL */
};

struct lifecycle {
	const char *field;        /* the CHOICE field that holds the state */
	const struct move *moves; /* ends with from NULL */
};

/* The groups of the menu, in the order of the standard (UX 3). */
enum group {
	GROUP_DASHBOARD, GROUP_CONTEXT, GROUP_LEADERSHIP, GROUP_ASSETS, GROUP_RISKS,
	GROUP_CONTROLS, GROUP_SUPPORT, GROUP_AUDITS, GROUP_REVIEWS, GROUP_IMPROVEMENT,
	GROUP_COUNT
};

enum kind_flags {
	KIND_SINGLE = 1 << 0,  /* exactly one record, made with the file */
	KIND_DETAIL = 1 << 1   /* belongs to another register (the steps of a scale):
	                          folded away in the menu */
};

struct kind {
	const char *name;          /* table, command line: risk */
	const char *title, *plural;/* Risk, Risks; N_() */
	const char *prefix;        /* of codes: R gives R-0001 */
	const char *clause;        /* of ISO/IEC 27001:2022, or an Annex A control */
	const char *help;          /* what it is for and what an auditor looks for,
	                              shown when it is empty and in the manual; N_() */
	int number;                /* 1..255, stable for ever: part of search keys */
	enum group group;
	unsigned flags;
	int since;
	const struct field *fields;/* fields[0] is what a record is called */
	size_t nfields;
	const struct lifecycle *life;   /* or NULL */
	const char *columns;       /* fields in the order in which a list shows them, "a,b,c";
	                              others follow as declared; NULL: all as declared */
	const char *const *unique; /* sets of fields that are unique together, each
	                              "a,b,c"; ends with NULL; or NULL */
	const char *const *title_from; /* fields an import makes a missing title
	                              from, the first that has text; ends with NULL */
	bool (*check)(const struct rules *, const struct record *, struct err *);
};

/* All kinds in the order of the menu; ends with NULL. A kind stands after the
 * kinds it refers to wherever that is possible. */
extern const struct kind *const kinds[];

/* By name, folded ("Risks", "soa", "soa-entry" and "risk" find theirs: name,
 * title, plural; '-' and ' ' count as '_'), else, with three letters at least,
 * by the prefix of their codes ("soa") or by their beginning, where only one has
 * it. NULL when there is none. */
const struct kind *kind_find(const char *name);

/* The same by its whole name, title or plural alone. */
const struct kind *kind_called(const char *name);

/* By exact field name; NULL when there is none. */
const struct field *kind_field(const struct kind *kind, const char *name);

/* By name, else by label where only one field has it ("Impact" is none of the
 * four of a risk); folded, '-' and ' ' as '_'. For what people type. */
const struct field *kind_field_find(const struct kind *kind, const char *name);

/* What a name that is no field of kind may mean: appends "; did you mean 'code'?", or
 * nothing. also: names beside the fields that can stand there, ends with NULL; or NULL. */
void kind_near(const struct kind *kind, const char *name, const char *const *also,
               struct str *out);

/* The error for such a name, wherever it was typed: "no field 'cod' in Risks", then what
 * kind_near() says, else where the fields are listed. ERR_USAGE; false. */
bool kind_no_field(const struct kind *kind, const char *name, const char *const *also,
                   struct err *err);

/* Position of field in kind->fields; field must be of that kind. */
size_t kind_index(const struct kind *kind, const struct field *field);

/* The heading (N_) that a field stands under in forms; NULL where it has none. */
const char *kind_section(const struct kind *kind, const struct field *field);

/* The i-th column of a list of all fields (kind->nfields of them): the title, those
 * that kind->columns names, the others. */
const struct field *kind_column(const struct kind *kind, size_t i);

/* The title of a menu group, translated. */
const char *group_title(enum group group);

/* The CHOICE field that holds the state, or NULL. */
/* Does the field hold a frozen copy? Such are pages of CSV, named and not shown in lists. */
bool field_is_copy(const struct field *field);
const struct field *kind_state(const struct kind *kind);

/* May a record go from one state to another? from NULL: a new record, which
 * may begin in any state (an import brings what is). On refusal the message
 * names the moves that are allowed. */
bool life_check(const struct kind *kind, const char *from, const char *to, struct err *err);

/* Appends the keys of the states that from may move to. */
struct strv;
void life_moves(const struct kind *kind, const char *from, struct strv *to);

#endif
