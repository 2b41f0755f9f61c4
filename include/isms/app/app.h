/*
 * What a user can mean, the same for the command line and the screen: open a
 * file, begin a new one, save a record, take back. Above it are only ways to
 * say it and to show it.
 */
#ifndef ISMS_APP_APP_H
#define ISMS_APP_APP_H

#include <stdbool.h>
#include <stddef.h>

#include "isms/exchange/export.h"
#include "isms/exchange/import.h"
#include "isms/model/rules.h"
#include "isms/store/store.h"

#define MOMENT_LEN 40

struct app {
	struct store *store;      /* NULL: no file open */
	struct rules rules;       /* as of app_open and app_refresh */
	/* while the store is a past state (app_as_of): */
	struct store *live;       /* the file itself; else NULL */
	long today;               /* what today is really */
	bool pinned;              /* the user said which day is today */
	char as_of[MOMENT_LEN];   /* which: "2026-03-01" */
};

struct app_options {
	const char *file;         /* NULL: as app_path() finds it */
	bool read_only, insist;
	long today;               /* days; LONG_MIN: the real one */
	const char *as_of;        /* look at the file as it was then; NULL: as it is */
};

/* Has midnight passed since the file was opened? Then today is the new day from now on,
 * unless the user said which day it is, and true says that what is shown has to be read
 * anew (not so while a past day is looked at). */
bool app_new_day(struct app *app);

/* The file meant when none is named: $ISMS_FILE, else
 * $XDG_DATA_HOME/isms/default.isms, else ~/.local/share/…. Caller frees. */
char *app_path(const char *named);

bool app_open(struct app *app, const struct app_options *opt, struct err *err);
void app_close(struct app *app);

/* Reads the rules again (after a save of organisation or method, an undo,
 * somebody else's change). */
bool app_refresh(struct app *app, struct err *err);

/* A new file with the catalogues: threats, vulnerabilities, the controls of
 * Annex A with an undecided SoA entry each, and the risk method of scale x
 * scale steps (3, 4, 5). Opened when it is there. org may be NULL. */
bool app_create(struct app *app, const struct app_options *opt, const char *org, int scale,
                struct err *err);

/* The demonstration organisation in a new private file; *path (owned by the
 * caller) receives its name. When opt->file is NULL it lies in a new
 * directory below $TMPDIR that app_demo_remove() takes away. */
bool app_demo(struct app *app, const struct app_options *opt, char **path, struct err *err);
void app_demo_remove(const char *path);

/* The built-in catalogues, in order: false past the last. kind is the register of
 * its rows; begins says that a new file has it already. */
struct app_catalogue {
	const char *name, *title;     /* gdpr; N_() */
	const struct kind *kind;
	bool begins;
};
bool app_catalogue_at(size_t i, struct app_catalogue *out);

/* Adds what the file does not have of a catalogue, in one transaction; nothing that
 * is there is changed. added and there receive how many rows were and were not. */
bool app_catalogue(struct app *app, const char *name, long *added, long *there,
                   struct err *err);

/* Finds the record a person means: "R-0012"; "risk R-0012" or "risk/R-0012"
 * where several registers have the code; uid; "organisation", of which there is one. */
bool app_find(struct app *app, const char *text, struct hit *hit, struct err *err);

/* Resolves the references of value that have no id yet, by code, uid or title.
 * ERR_INPUT names the one that is not known (and what is like it) or fits several. With
 * create, unknown ones are made (inside the caller's transaction). */
bool app_resolve(struct app *app, const struct field *field, struct value *value, bool create,
                 struct err *err);

/* One value from what was typed, references resolved. */
bool app_parse(struct app *app, const struct field *field, const char *text,
               struct value *value, struct err *err);

/*
 * Saves a new or changed record in one transaction after record_check(). old
 * is the record as it was loaded, NULL for a new one, which may begin in a later state
 * when it has what a move there asks for. *tx as store_commit.
 * rec gets its code, ver and stamps. why NULL: "add R-0012", "edit R-0012".
 */
bool app_save(struct app *app, struct record *rec, const struct record *old, const char *why,
              long long *tx, struct err *err);

/* What rec, as it is to be, lacks of other records for its state ("the acceptance of its
 * owner"), or NULL. For import_options.lacks; ctx is the app. */
bool app_lacks(void *ctx, const struct record *rec, const char **what, struct err *err);

/* The first step of app_save(): a new record that names another takes over what follows
 * from that, a finding the audit, clause and control of its step. */
bool app_complete(struct app *app, struct record *rec, struct err *err);

/* Archives n records (or brings them back) in one transaction. */
bool app_archive(struct app *app, const struct kind *kind, const long long *ids, size_t n,
                 bool archived, long long *tx, struct err *err);

/* What hangs on a record: how many live records refer to it, by kind, as a text
 * for the question before archiving ("3 risks, 1 action"); empty: nothing. */
bool app_consequences(struct app *app, const struct kind *kind, const long long *ids, size_t n,
                      struct str *text, struct err *err);

/* Fills what the registers can tell: the inputs of a management review that is
 * planned, since the one before; the steps of an audit from its clauses and the
 * controls that apply; what an assignment asks its person to read and to be trained
 * in. What is there already stays. what receives how much. */
bool app_prepare(struct app *app, const struct kind *kind, long long id, struct str *what,
                 struct err *err);

/* Has a register a field `frozen` that is filled when its records reach a state? */
bool app_freezes(const struct kind *kind);

/* Undo and redo (see store_undo); what receives "undone: edit R-0012 (3 changes)". */
bool app_undo(struct app *app, long long tx, struct str *what, struct err *err);
bool app_redo(struct app *app, long long tx, struct str *what, struct err *err);

/* What going back would change. */
struct revert {
	struct record *now, *to;  /* owned */
	size_t n;                 /* fields that differ */
	long long tx;             /* … from what they were after this transaction */
	const struct field *field;/* the only one that was asked for, or NULL */
	char *refusal;            /* why its life does not lead back to the state; NULL: it
	                             does; owned */
};
void app_revert_release(struct revert *plan);

/*
 * Plans to take the fields (n of them; 0: all but what was frozen) of a record back
 * to what they were after transaction tx. ERR_MISSING where it was not there then,
 * ERR_INPUT where a reference is gone. app_revert() saves it, as one transaction, unless
 * the record was changed since (ERR_STALE) or the rules refuse it; a state that its life
 * does not lead back to only with correct.
 */
bool app_revert_plan(struct app *app, const struct kind *kind, long long id, long long tx,
                     const struct field *const *fields, size_t n, struct revert *plan,
                     struct err *err);
bool app_revert(struct app *app, struct revert *plan, bool correct, long long *done,
                struct err *err);

/* A value as the history has it (references by their codes), for people. */
void app_show_stored(const struct rules *rules, const struct field *field, const char *text,
                     struct str *out);

/* Appends what a relation is called: "Assets", "<- Risks: Assets". */
void app_relation(const struct relation *relation, struct str *out);

/* ---- The past ------------------------------------------------------------ */

/* A moment of the file's history. */
struct moment {
	long long tx;             /* the last transaction that counts */
	long day;                 /* in local time: what today is then */
	char label[MOMENT_LEN];   /* "2026-03-01", "change 57", "now" */
};

/* "now", the number of a transaction (57, #57: just after it), or a date: the end
 * of that day in local time. ERR_MISSING where the file did not exist. */
bool app_moment(struct app *app, const char *text, struct moment *out, struct err *err);

/* Puts the file as it was at that moment in place of app->store, read-only, today
 * being that day; "now" and app_as_of_end() put the file itself back. On failure
 * all is as before. */
bool app_as_of(struct app *app, const char *text, struct err *err);
bool app_as_of_end(struct app *app, struct err *err);

/* ---- What moved in the matrix ---- */

struct risk_place {
	int likelihood, impact, level;   /* 0: not rated */
};

struct moved_risk {
	long long id;             /* of the risk; in app->store where is */
	char *code, *title;       /* owned */
	struct risk_place from, to;
	bool was, is;             /* was it there then, is it there; closed ones are not */
};

struct moved {
	struct moment since;
	struct matrix then;       /* as it was, counted by the rules of then */
	struct moved_risk *v;     /* owned; what rose most first */
	size_t n;
};
void app_moved_release(struct moved *moved);

/* The risks whose place is another than at the moment that since names, those that
 * came and those that were closed. */
bool app_moved(struct app *app, enum rating rating, const char *since, struct moved *moved,
               struct err *err);

/* The day of the last management review, else three months ago; at the earliest that on
 * which the file was made. */
bool app_last_review(struct app *app, long *day, struct err *err);

/* A query from what a user typed: filter text and sort text ("level desc,
 * title"), either may be NULL. app_query_release frees what it owns. */
struct app_query {
	struct query query;
	struct filter *filter;
};
bool app_query(struct app *app, const struct kind *kind, const char *where, const char *sort,
               struct app_query *out, struct err *err);
void app_query_release(struct app_query *query);

#endif
