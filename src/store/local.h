/*
 * What the files of this room share. Nothing outside src/store includes it.
 */
#ifndef ISMS_STORE_LOCAL_H
#define ISMS_STORE_LOCAL_H

#include <sys/types.h>

#include <sqlite3.h>

#include "isms/store/store.h"

#define APPLICATION_ID 0x49534d53   /* "ISMS" */
#define HASH_LEN 32

/* What a kept statement is for, where its text need not be made to find it. */
enum purpose {
	FOR_NOTHING, FOR_INSERT, FOR_SEARCH_IN, FOR_SEARCH_OUT, FOR_CODE, FOR_UID, FOR_GET,
	FOR_TAKE_BACK, FOR_BRING_BACK, FOR_UID_OF, FOR_LINE, FOR_REF, FOR_TOUCH
};

struct statement {
	char *sql;
	sqlite3_stmt *stmt;
	const struct kind *kind;    /* with purpose: a short name of it */
	enum purpose purpose;
	unsigned long used;         /* tick of the last use */
};

/* Is the trigger there that writes the history of new records? */
enum adds { ADDS_UNKNOWN, ADDS_WATCHED, ADDS_UNWATCHED };

struct sequence {
	const struct kind *kind;
	long long next;             /* number of the next code; 0: not read yet */
	bool watched;               /* schema_watch() was done */
	enum adds adds;
	long long unindexed;        /* the first row that store_bulk put off; 0: none */
};

struct store {
	sqlite3 *db;
	char *path, *who, *host, *notice;
	enum trouble trouble;       /* why it is read-only */
	dev_t device;               /* of the file as it was opened; inode 0: not known */
	ino_t inode;
	bool read_only;
	long today;
	int wait_ms;
	store_progress_fn *watch;   /* see store_watch() */
	void *watch_ctx;
	long done, total;           /* what it is told */
	bool (*hurry)(void *ctx);   /* see store_hurry() */
	void *hurry_ctx;

	struct statement *statements;   /* prepared once, kept for the next use */
	size_t nstatements;
	unsigned long tick;

	int depth;                  /* of store_begin */
	bool bulk;                  /* rows that are added are indexed at the end */
	bool reindex;               /* so much changes that the index is built anew */
	long indexed;               /* rows written to the index in this transaction */
	bool broken;                /* the whole transaction was rolled back by SQLite */
	long long tx, first;        /* this transaction, its first line of history */
	char *at;                   /* its stamp */
	struct sequence *sequences; /* one a kind, as kinds[] */
	size_t nsequences;

	struct str line;            /* content of a new record, for line_add() */
	struct uid_slot *uids;      /* what records refer to; see line.c */

	unsigned char random[4096]; /* for uids; random_left bytes are unused */
	size_t random_left;
	unsigned long long uid_ms;
	unsigned uid_count;

	int data_version;
	long long committed;        /* transactions of this connection that were kept */
	long long others;           /* … of all others, when last counted */
	unsigned seed;              /* of the busy handler's waits */
};

/* ---- db.c: SQLite in our words ---- */

/* Fills err from what SQLite says, prefixed with what was tried. Always false. */
bool db_err(struct store *store, struct err *err, const char *what);
bool db_exec(struct store *store, struct err *err, const char *sql);
bool db_execf(struct store *store, struct err *err, const char *fmt, ...)
	__attribute__((format(printf, 3, 4)));

/* A prepared statement, reset and without bindings, kept by the store. The
 * caller ends with db_done(). NULL on failure. */
sqlite3_stmt *db_prepare(struct store *store, const char *sql, struct err *err);
void db_done(sqlite3_stmt *stmt);

/* The same for what is used row by row: build makes the text the first time. */
typedef void db_build_fn(const struct kind *kind, struct str *sql);
sqlite3_stmt *db_prepare_for(struct store *store, const struct kind *kind, enum purpose purpose,
                             db_build_fn *build, struct err *err);

/* One step: *row says whether there is one. */
bool db_step(struct store *store, sqlite3_stmt *stmt, bool *row, struct err *err);

/* Steps a statement that gives no rows, and ends it. */
bool db_run(struct store *store, sqlite3_stmt *stmt, struct err *err);

/* The first column of the first row as a number; absent when there is none. */
bool db_number(struct store *store, sqlite3_stmt *stmt, long long *number, long long absent,
               struct err *err);

void db_bind_text(sqlite3_stmt *stmt, int at, const char *text);   /* NULL binds NULL; copied */
/* The same without a copy: text must live until the statement has been stepped. */
void db_lend_text(sqlite3_stmt *stmt, int at, const char *text);
void db_bind_int(sqlite3_stmt *stmt, int at, long long number);
void db_bind_blob(sqlite3_stmt *stmt, int at, const void *bytes, size_t n);
const char *db_text(sqlite3_stmt *stmt, int column);               /* NULL for NULL */
char *db_dup(sqlite3_stmt *stmt, int column);                      /* owned; NULL for NULL */

/* Registers today(), months_after(), has(), same(), matches(), people_key() and the collation "people". */
bool db_functions(struct store *store, struct err *err);

/* Appends a member to a JSON object, which the caller ends with '}'. */
void db_json_text(struct str *json, const char *name, const char *text, size_t n);
void db_json_number(struct str *json, const char *name, long long number);

/* ---- schema.c: the file as the declarations want it ---- */

/* All statements that make the objects of version, in order; each one ends up
 * word for word in sqlite_schema. */
void schema_statements(int version, struct strv *out);
bool schema_create(struct store *store, struct err *err);

/* Is every object there as declared? what receives the first that is not. */
bool schema_compare(struct store *store, int version, struct str *what, bool *same,
                    struct err *err);

/* The definition of one column, as CREATE TABLE and ADD COLUMN take it. */
void schema_column(const struct field *field, struct str *out);
void schema_link_table(const struct kind *kind, const struct field *field, struct strv *out);
void schema_kind_table(const struct kind *kind, int version, struct str *out);

/* The indexes that version brought. */
void schema_indexes(int version, struct strv *out);

/* Makes the triggers that write the history of kind, unless they are there; to
 * be called in a transaction before a row of kind is written. */
bool schema_watch(struct store *store, const struct kind *kind, struct err *err);

/* Makes or drops the one of these triggers that writes the line of a new record. */
bool schema_watch_adds(struct store *store, const struct kind *kind, bool on, struct err *err);

/* The SQL expression of a row's content as JSON, nothing left out, NULL not
 * named; row is "new", "old" or an alias. */
void schema_json(const struct kind *kind, int version, const char *row, struct str *out);

/* The SQL expression of the text that is searched; and the row number of kind
 * in the search table. */
void schema_body(const struct kind *kind, int version, const char *row, struct str *out);

/* Is the field a column of the kind's own table? */
bool field_is_column(const struct field *field);

/* ---- links.c ---- */

/* Has the field an index of its own, by which those that mean a record are found? */
bool link_is_indexed(const struct field *field);

/* ---- then.c ---- */

/* As store_get_then(), by uid; *rec is NULL where it was not there. */
bool then_of(struct store *store, const struct kind *kind, const unsigned char uid[UID_LEN],
             long long tx, struct record **rec, struct err *err);

/* ---- risk.c ---- */

/* The SQL expression over a row of risk that the matrix is counted by. */
void risk_packed(struct str *out);

/* ---- search.c: the index over all text ---- */

/* With trusted_schema off SQLite lets no trigger touch FTS5, so whoever writes a
 * row says it here: out before the row changes or goes, in when it is there. */
bool search_in(struct store *store, const struct kind *kind, long long id, struct err *err);
bool search_out(struct store *store, const struct kind *kind, long long id, struct err *err);

/* Indexes what store_bulk() put off. */
bool search_catch_up(struct store *store, struct err *err);

/* Builds the index anew from all tables. */
bool search_rebuild(struct store *store, struct err *err);

/* ---- line.c ---- */

/* Writes the history line of a record that was just inserted while its trigger
 * does not: the very line that the trigger would write. */
bool line_add(struct store *store, const struct record *rec, struct err *err);
void line_forget(struct store *store);   /* frees what line_add() keeps */

/* ---- replay.c ---- */

/* Appends a fault for every record that is not what its history says. */
bool replay_check(struct store *store, struct strv *faults, struct err *err);

/* ---- search_check.c: appends a line where the index is not that of the records ---- */
bool search_check(struct store *store, struct strv *faults, struct err *err);

/* ---- migrate.c ---- */
bool store_migrate(struct store *store, int from, struct err *err);

/* ---- open.c ---- */
/* Opens a file to read it, whatever stands in it. */
bool store_look_at(const char *path, const struct store_options *opt, struct store **store,
                   struct err *err);
bool store_new(const char *path, const struct store_options *opt, struct store **store,
               struct err *err);

/* A private database with the schema and no record, which goes with its store;
 * path, who and host are those of like. It can be written. */
bool store_blank(const struct store *like, long today, struct store **store, struct err *err);

/* ---- uid.c ---- */
void uid_new(struct store *store, unsigned char uid[UID_LEN]);
bool uid_parse(const char *text, unsigned char uid[UID_LEN]);   /* hex, dashes allowed */

/* ---- tx.c ---- */

enum tx_mode { TX_DO, TX_UNDO, TX_REDO, TX_FOUND };

/* store_begin for undo and redo of transaction target. */
bool tx_begin(struct store *store, enum tx_mode mode, long long target, const char *why,
              struct err *err);

/* Nothing but the outer transaction can be used any more once SQLite has rolled
 * back on its own (full disk); false and err then. */
bool tx_check(struct store *store, struct err *err);

/* The seal of a transaction from its row and its lines of history (BLAKE2b). */
bool tx_hash(struct store *store, long long tx, unsigned char hash[HASH_LEN], struct err *err);

/* ---- select.c: reading rows ---- */

/* Appends the SELECT of the wanted fields (NULL: all) of kind, alias k, without
 * WHERE; derived says whether the derived view must be joined for others' sake. */
void select_sql(const struct kind *kind, const bool *want, bool derived, struct str *out);
void select_from(const struct kind *kind, bool derived, struct str *out);
struct record *select_record(const struct kind *kind, const bool *want, sqlite3_stmt *stmt);

/* Fills in the LINK fields of a record that was just read: what they point to. */
bool select_links(struct store *store, struct record *rec, struct err *err);

/* Makes of "kind/uid" the kind and the uid. */
bool link_parse(const char *text, const struct kind **kind, unsigned char uid[UID_LEN]);

/* ---- where.c: filters ---- */

#define WHERE_INIT {STR_INIT, STRV_INIT, false, STR_INIT, 0}

struct where {
	struct str sql;             /* a condition over k (and d) */
	struct strv text;           /* what ?1, ?2 … are bound to */
	bool derived;               /* d is used */
	struct str with;            /* tables that sql uses, to stand before SELECT */
	size_t links;               /* how many */
};
void where_build(const struct query *query, struct where *where);
void where_bind(const struct where *where, sqlite3_stmt *stmt);
void where_release(struct where *where);

/* Appends the condition that filter (NULL: none) is on a row of kind, in parentheses. */
void where_filter(struct where *where, const struct kind *kind, const struct filter *filter);

/* Adds a parameter and appends its "?n". */
void where_param(struct where *where, const char *text);

/* Appends the column of a field; REFS have none. */
void where_column(struct where *where, const struct field *field);

/* ---- where_link.c: the parts of it that are links and patterns ---- */
void where_link(struct where *where, const struct kind *kind, const struct filter *filter);
void where_matches(struct where *where, const struct kind *kind, const struct filter *filter);
void where_matches_any(struct where *where, const struct kind *kind, const struct filter *filter);

void order_sql(const struct query *query, bool *derived, struct str *out);

#endif
