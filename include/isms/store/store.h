/*
 * The file: one SQLite database. Everything the program knows of SQL stands
 * behind this header; no caller sees sqlite3.h, and no function here formats
 * for people.
 *
 * A store is used by one thread. No statement stays open when a function
 * returns, so nothing is locked while a user thinks. Fallible functions return
 * false and fill err; ERR_FILE where the file itself is the trouble (locked,
 * damaged, newer, not ours, full disk), ERR_STALE where somebody else was
 * quicker, ERR_MISSING, ERR_INPUT (a UNIQUE or a reference) with its field.
 */
#ifndef ISMS_STORE_STORE_H
#define ISMS_STORE_STORE_H

#include <stdbool.h>
#include <stddef.h>

#include "isms/model/filter.h"
#include "isms/model/kind.h"
#include "isms/model/record.h"
#include "isms/model/rules.h"

struct store;

struct store_options {
	bool read_only;      /* open without ever writing */
	bool insist;         /* write although the file is on a network filesystem */
	long today;          /* days; what today() is in derived views */
	const char *who;     /* whose name the history gets; NULL: the user's login */
	int wait_ms;         /* how long a lock of others is waited for; 0: 5000 */
};

/*
 * Opens an existing file. Refused (ERR_FILE, with what to do): no such file, a
 * directory, a symbolic link, a file with several names, not an isms file, one
 * that is damaged. An older file is migrated after a backup beside it
 * ("FILE.v1.bak"); a newer one, one without write permission, and one on a
 * network filesystem (unless insist) open read-only: store_read_only() and
 * store_notice() tell. The caller frees with store_close().
 */
bool store_open(const char *path, const struct store_options *opt, struct store **store,
                struct err *err);

/* Makes a new file (mode 0600) with the schema and the single records; refused
 * when something of that name exists. ":memory:" makes one for tests. */
bool store_create(const char *path, const struct store_options *opt, struct store **store,
                  struct err *err);
void store_close(struct store **store);       /* rolls back what is open */

bool store_read_only(const struct store *store);
const char *store_notice(const struct store *store); /* why; NULL: nothing to say */
enum trouble store_trouble(const struct store *store); /* the sort of that */

/* Is the file still the one that was opened? Nothing is written when it is not:
 * TROUBLE_GONE. */
bool store_there(const struct store *store, struct err *err);
const char *store_path(const struct store *store);
const char *store_who(const struct store *store);    /* as the history has it */

/* A lock of others is not waited for once hurry says so: the program has to end. */
void store_hurry(struct store *store, bool (*hurry)(void *ctx), void *ctx);

/* Midnight has passed: what today() of the views says from now on. */
void store_set_today(struct store *store, long today);

/*
 * Long work: from now on all that reads and writes calls watch many times a second,
 * with what is done of all there is to do; total 0: not known, done 0 too. False ends
 * what runs with ERR_CANCELLED, and a transaction is rolled back as after any failure.
 * watch must not use the store. Ends with NULL, and with the COMMIT of a transaction:
 * what is kept cannot be told as cancelled. store_watch_at() is for who goes over many
 * records: what watch is told from there on.
 */
typedef bool store_progress_fn(void *ctx, long done, long total);
void store_watch(struct store *store, store_progress_fn *watch, void *ctx);
void store_watch_at(struct store *store, long done, long total);

/* ---- Transactions -------------------------------------------------------- */

/*
 * Begins a change (BEGIN IMMEDIATE) with one line in the history: who, when,
 * why. why is for people ("edit R-0012"), copied; NULL: this founds the file
 * (its catalogues) and cannot be undone. Begins nest: only the outer pair
 * counts, an inner rollback undoes its own part and keeps the outer.
 */
bool store_begin(struct store *store, const char *why, struct err *err);

/* Seals the history and commits; on failure everything is rolled back. *tx (may
 * be NULL) receives the number of the transaction, 0 where nothing changed:
 * then no line is kept. */
bool store_commit(struct store *store, long long *tx, struct err *err);
void store_rollback(struct store *store);

/* Tells that many rows follow in this transaction (an import): the search index
 * is built once at its end. Ends with the transaction. */
void store_bulk(struct store *store);

/* ---- Records (all inside store_begin … store_commit) --------------------- */

/* Adds rec; fills id, uid, code (when NULL), ver, created, changed. Of a record
 * without links (REFS) nothing is left in the transaction when it is refused. */
bool store_add(struct store *store, struct record *rec, struct err *err);

/* Writes the fields of rec that differ from the file, provided that the file
 * still has rec->ver; else ERR_STALE and nothing is written. *changed (may be
 * NULL) says whether anything differed. rec->ver is brought up to date. */
bool store_update(struct store *store, struct record *rec, bool *changed, struct err *err);

/* archived on or off. Nothing is ever deleted but by undoing its creation. */
bool store_archive(struct store *store, const struct kind *kind, long long id, bool archived,
                   struct err *err);

/* ---- Reading ------------------------------------------------------------- */

/* Loads all fields, derived ones and titles of references too. ERR_MISSING.
 * The caller frees *rec with record_free(). */
bool store_get(struct store *store, const struct kind *kind, long long id,
               struct record **rec, struct err *err);

/* The same with only the fields that are true in want (kind->nfields of them);
 * the others stay nothing. What a list draws with. */
bool store_get_some(struct store *store, const struct kind *kind, long long id,
                    const bool *want, struct record **rec, struct err *err);

/* Finds by exact code; 0 when there is none. Archived ones are found too. */
bool store_find_code(struct store *store, const struct kind *kind, const char *code,
                     long long *id, struct err *err);

/* Every kind that has this code: appends pairs to *hits (owned, n). */
struct hit {
	const struct kind *kind;
	long long id;
};
bool store_find_any(struct store *store, const char *code, struct hit **hits, size_t *n,
                    struct err *err);

/* A uid as text, as all that find by one take it. */
void uid_hex(const unsigned char uid[UID_LEN], char hex[2 * UID_LEN + 1]);

bool store_find_uid(struct store *store, const struct kind *kind,
                    const unsigned char uid[UID_LEN], long long *id, struct err *err);

/* Finds the record of any kind that text means: "R-0012", "risk/R-0012", "risk
 * R-0012", a uid. *n receives how many have it, *hit the first. */
bool store_find_link(struct store *store, const char *text, struct hit *hit, int *n,
                     struct err *err);

/* Finds what a person meant by text: the code, the uid, the title, each compared
 * as written, then folded (text_fold). *n receives how many have it; *id
 * the first. Archived ones only when nothing else fits. */
bool store_find_text(struct store *store, const struct kind *kind, const char *text,
                     long long *id, int *n, struct err *err);

/* ---- Search --------------------------------------------------------------- */

/* What a search found in one register, which is not archived. */
struct search_hits {
	const struct kind *kind;
	long n;                     /* records that have all words */
	long long *ids;             /* nids of them, as many as were wanted; owned: those
	                               whose title has them first, then in order of entry */
	size_t nids;
};

/* Every register (or only one) with records that have all words of text, each as the
 * beginning of a word, capitals and accents aside; in the order of the menu, at most
 * most ids of each (0: all). By the index alone: what a reference is called does not
 * count. ERR_USAGE where text has no word. */
bool store_search(struct store *store, const char *text, const struct kind *only, long most,
                  struct search_hits **hits, size_t *n, struct err *err);
void search_hits_release(struct search_hits **hits, size_t *n);

/* The words of a text as the index divides them: appended; the bytes of the next one
 * from *from on, which is moved to where it begins (0: none). */
void store_words(const char *text, struct strv *out);
size_t store_next_word(const char *text, size_t *from);

struct sort {
	const struct field *field;  /* NULL: by code, as people order codes */
	bool down;
};

enum archived { ARCHIVED_NO, ARCHIVED_ONLY, ARCHIVED_ALSO };

struct query {
	const struct kind *kind;
	const struct filter *filter;/* borrowed; NULL: all */
	struct sort sort[4];
	size_t nsort;               /* 0: in the order of entry */
	const long long *ids;       /* borrowed; only these nids; NULL: all */
	size_t nids;
	const struct field *refers; /* REF or REFS of kind: only what refers to one of */
	const long long *to;        /* these nto; borrowed */
	size_t nto;
	enum archived archived;
	long limit;                 /* 0: none */
	long long after;            /* only ids above this; for reading in pieces
	                               when nsort is 0 */
};

/* The keys of the records in order; *ids is owned by the caller. */
bool store_list(struct store *store, const struct query *query, long long **ids, size_t *n,
                struct err *err);
bool store_count(struct store *store, const struct query *query, long *n, struct err *err);

/* Calls each with every record of the query, loaded as by store_get (want may
 * be NULL: all). Stops when each returns false, which then is the result. The
 * record is freed after the call unless each takes it (*rec = NULL). */
typedef bool store_each_fn(void *ctx, struct record **rec, struct err *err);
bool store_each(struct store *store, const struct query *query, const bool *want,
                store_each_fn *each, void *ctx, struct err *err);

/* Is the register empty (archived records count)? Cheap. */
bool store_empty(struct store *store, const struct kind *kind, bool *empty, struct err *err);

/* What people chose for themselves and what the program keeps (positions,
 * mappings of imports): name to text. Not part of the history. */
bool store_setting(struct store *store, const char *name, struct str *value, struct err *err);
/* value NULL: takes it away. Others are not told of it as a change (store_poll). */
bool store_set_setting(struct store *store, const char *name, const char *value,
                       struct err *err);

/* Calls each with every setting whose name begins so, in the order of names. */
typedef bool store_setting_fn(void *ctx, const char *name, const char *value, struct err *err);
bool store_settings(struct store *store, const char *prefix, store_setting_fn *each, void *ctx,
                    struct err *err);

/*
 * A question in SQL, of data/ or of the user: one SELECT over the tables of the
 * kinds, their views with the derived fields (risk_view, action_view …, one for
 * each kind that has any) and today(). It can only read. each gets every row
 * as text, NULL for nothing; all borrowed. params are bound to ?1, ?2 …
 * ERR_INPUT with SQLite's words where it cannot be understood.
 */
typedef bool store_row_fn(void *ctx, size_t n, const char *const *names,
                          const char *const *texts, struct err *err);
bool store_ask(struct store *store, const char *sql, const char *const *params, size_t nparams,
               store_row_fn *each, void *ctx, struct err *err);

/* All questions and reads between these two see the file at one moment, whatever
 * others write meanwhile (who wait, so not across a wait for the user); many
 * questions in a row are quicker too. Within a transaction nothing changes. */
bool store_look_begin(struct store *store, struct err *err);
void store_look_end(struct store *store);

/* ---- Risk ---------------------------------------------------------------- */

/* The rules of the file: vocabulary, currency, the method in force with its
 * words; method_default(5) where it has none. today is left alone.
 * rules_release() of the caller is method_release(&rules->method). */
bool store_rules(struct store *store, struct rules *rules, struct err *err);

enum rating { RATING_INHERENT, RATING_CURRENT, RATING_RESIDUAL, RATING_TARGET, RATING_COUNT };
extern const char *const rating_names[RATING_COUNT];   /* "inherent", … */

struct matrix {
	long count[SCALE_MAX][SCALE_MAX];  /* [likelihood - 1][impact - 1] */
	long unrated;
};
/* Risks that are not archived and not closed, counted by their effective rating (current falls
 * back on inherent, residual on current, where they have not been rated). */
bool store_matrix(struct store *store, enum rating rating, struct matrix *matrix,
                  struct err *err);

/* ---- History ------------------------------------------------------------- */

struct tx {
	long long id;
	char *at, *who, *host, *why;  /* UTC stamp; owned */
	long changes;                 /* lines of history */
	long long undoes;             /* the transaction that this takes back or
	                                 brings back; 0 */
	bool redo, undone;            /* undone: taken back as of now */
};
void tx_release(struct tx *tx);

struct change {
	const struct kind *kind;      /* NULL: a kind this program does not know */
	long long id;                 /* of the record; 0 where it is gone */
	char *code;                   /* owned; NULL where it is gone */
	const char *op;               /* "add" "set" "link" "unlink" "delete" */
	char *field, *old, *new;      /* as stored; references by their code; owned */
};
void change_release(struct change *change);

typedef bool store_tx_fn(void *ctx, const struct tx *tx, struct err *err);
typedef bool store_change_fn(void *ctx, const struct tx *tx, const struct change *change,
                             struct err *err);

/* The newest first; limit 0: all. */
bool store_log(struct store *store, long limit, store_tx_fn *each, void *ctx, struct err *err);

/* The changes of one transaction (tx > 0), or of one record (tx 0), newest
 * transaction first. */
bool store_changes(struct store *store, long long tx, const struct kind *kind, long long id,
                   store_change_fn *each, void *ctx, struct err *err);

/*
 * Takes a transaction back by a new one. tx 0: the newest of this user's that
 * is not taken back. Refused with ERR_STALE, naming record and field, where
 * something was changed since by another transaction; ERR_MISSING where there
 * is nothing to undo. *done (may be NULL, else tx_release) tells what was taken
 * back. What founded the file cannot be undone.
 */
bool store_undo(struct store *store, long long tx, struct tx *done, struct err *err);

/* Brings back what was undone last, unless something else was changed by this
 * user since (then tx must name it). */
bool store_redo(struct store *store, long long tx, struct tx *done, struct err *err);

/* ---- Links --------------------------------------------------------------- */

/* A field by which a record is linked to others, seen from that record. */
struct relation {
	const struct kind *kind;      /* of the others; NULL: of any (a LINK of its own) */
	const struct field *field;    /* its own, or theirs */
	bool back;                    /* theirs: they refer to it */
	long count;                   /* how many, archived ones too */
};

/* Calls each with every relation in which the record has others: its own fields as
 * they are declared, then those of other registers in the order of the menu. */
typedef bool store_relation_fn(void *ctx, const struct relation *relation, struct err *err);
bool store_relations(struct store *store, const struct kind *kind, long long id,
                     store_relation_fn *each, void *ctx, struct err *err);

/* The others of a relation in the order of entry, limit of them (0: all) without
 * the first skip; *hits is owned by the caller. */
bool store_related(struct store *store, const struct kind *kind, long long id,
                   const struct relation *relation, long limit, long skip, struct hit **hits,
                   size_t *n, struct err *err);

/* ---- The past ------------------------------------------------------------ */

/* The last transaction that was made before the stamp (UTC; NULL: of all); 0:
 * none was. */
bool store_tx_before(struct store *store, const char *stamp, long long *tx, struct err *err);

/* Who, when and why; undoes and changes are left 0. ERR_MISSING. tx_release(). */
bool store_tx_get(struct store *store, long long tx, struct tx *out, struct err *err);

/* A record as it was after transaction tx, without what is derived; references
 * have the codes and titles of now, id 0 where they are gone, ver is 0. ERR_MISSING
 * where it was not there. record_free(). */
bool store_get_then(struct store *store, const struct kind *kind, long long id, long long tx,
                    struct record **rec, struct err *err);

/* Do two values differ, references in whatever order? */
bool value_differs(const struct field *field, const struct value *a, const struct value *b);

/*
 * Calls each with every record that is another after transaction `to` than it was after
 * `from`, as store_get_then() has it, in the order of the menu and of codes; kind NULL:
 * of all registers. before NULL: it was added; after NULL: its addition was undone.
 */
typedef bool store_diff_fn(void *ctx, const struct record *before, const struct record *after,
                           struct err *err);
bool store_diff(struct store *store, long long from, long long to, const struct kind *kind,
                store_diff_fn *each, void *ctx, struct err *err);

/*
 * The file as it was after transaction tx: a store of its own, read-only, of the
 * same path, whose records have the ids they have in the file; its history ends
 * with tx. What it holds is played from the history alone; ERR_FILE where that
 * is not whole. It goes away with store_close(). today: as in store_options;
 * notice: what its store_notice() says. Who watches the store is told the lines of
 * history played, and all.
 */
bool store_past(struct store *store, long long tx, long today, const char *notice,
                struct store **past, struct err *err);

/* Did somebody else change records since the last call? Settings do not count. */
bool store_poll(struct store *store, bool *changed, struct err *err);

/* ---- Care ---------------------------------------------------------------- */

/* A whole, compact copy, also while others write. Refused when path exists,
 * unless force. Written beside path and renamed, so that it is whole or not. */
bool store_backup(struct store *store, const char *path, bool force, struct err *err);

/* A whole copy of a file that need not be of this version, without writing to
 * it; refused where it cannot be read or to is there. */
bool store_copy(const char *from, const char *to, struct err *err);

/* integrity_check, foreign keys, the schema against the declarations, the seal
 * of every transaction, and every record against its history. Appends a line for each fault; none: all is well. */
bool store_doctor(struct store *store, struct strv *faults, struct err *err);

#endif
