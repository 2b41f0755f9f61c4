/* Opening and making the file, with everything that is looked at first. */
#include "config.h"

#include "local.h"

#include <errno.h>
#include <limits.h>
#include <pwd.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/vfs.h>
#include <time.h>
#include <unistd.h>

#include "isms/util/date.h"
#include "isms/util/i18n.h"
#include "isms/util/mem.h"

/* Up to this size the whole file is checked before it is used; reading a
 * larger one through would be felt at every start (doctor does it on demand). */
#define QUICK_CHECK_MAX (4L * 1024 * 1024)

/* Who has to end waits for others no longer than that. */
#define HURRY_MS 250

/* f_type of filesystems that are not on this machine (linux/magic.h; SMB2,
 * CIFS, FUSE's sshfs cannot be told from other FUSE and is let through). */
static const long network_types[] = {
	0x6969, 0xff534d42, 0xfe534d42, 0x517b, 0x5346414f, 0x73757245, 0x00c36400,
};

static char *login_name(void)
{
	struct passwd *pw = getpwuid(getuid());

	return pw && pw->pw_name && *pw->pw_name ? xstrdup(pw->pw_name)
						 : xasprintf("uid %ld", (long)getuid());
}

static char *host_name(void)
{
	char name[256] = "";

	if (gethostname(name, sizeof(name) - 1) != 0 || !*name)
		strcpy(name, "?");
	return xstrdup(name);
}

/*
 * Others write: wait a random 0.5 to 5 ms and try again. SQLite's own handler
 * backs off to 100 ms, which is unfair to those who came first.
 */
static int busy(void *ctx, int tries)
{
	struct store *store = ctx;
	struct timespec pause = {0, 0};
	int most = store->wait_ms;

	if (store->hurry && store->hurry(store->hurry_ctx))
		most = HURRY_MS;
	if (store->watch && !store->watch(store->watch_ctx, 0, 0))
		return 0;
	if (tries / 3 * 8 > most)             /* 3 waits take about 8 ms */
		return 0;
	store->seed = store->seed * 1103515245u + 12345u;
	pause.tv_nsec = 500000 + (long)(store->seed >> 16) % 4500 * 1000;
	nanosleep(&pause, NULL);
	return 1;
}

static bool on_network(const char *path)
{
	struct statfs fs;
	bool yes = false;
	size_t i;

	if (statfs(path, &fs) == 0)
		for (i = 0; i < sizeof(network_types) / sizeof(*network_types); i++)
			yes = yes || (long)(unsigned long)fs.f_type == network_types[i];
	return yes;
}

/* lstat only: opening the file beside SQLite and closing it again would drop
 * the locks that SQLite holds on it (POSIX locks). */
static bool path_check(const char *path, struct stat *st, struct err *err)
{
	if (lstat(path, st) != 0)
		return errno == ENOENT
			? err_file(err, TROUBLE_MISSING, _("there is no file '%s'; make one with: isms -f '%s' init"), path, path)
			: err_file(err, TROUBLE_DENIED, _("cannot open '%s': %s"), path, strerror(errno));
	if (S_ISLNK(st->st_mode))
		return err_file(err, TROUBLE_PATH, _("'%s' is a symbolic link; name the file itself"), path);
	if (!S_ISREG(st->st_mode))
		return err_file(err, TROUBLE_PATH, _("'%s' is not a file"), path);
	if (st->st_nlink > 1)
		return err_file(err, TROUBLE_PATH, _("'%s' has %lu names (hard links); copy it and use the copy"),
				path, (unsigned long)st->st_nlink);
	if (access(path, R_OK) != 0)
		return err_file(err, TROUBLE_DENIED, _("cannot open '%s': %s"), path, strerror(errno));
	return true;
}

static bool configure(struct store *store, struct err *err)
{
	sqlite3_db_config(store->db, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
	sqlite3_db_config(store->db, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
	sqlite3_busy_handler(store->db, busy, store);
	return db_functions(store, err) &&
	       db_exec(store, err, "PRAGMA foreign_keys=ON; PRAGMA cell_size_check=ON; "
				   "PRAGMA synchronous=FULL; PRAGMA temp_store=MEMORY");
}

/* All of SQLite is used by one thread here, and nobody asks how much memory it
 * has: no locks, no counting at every allocation. Has no effect, and needs none,
 * once a file is open. */
static void configure_library(void)
{
	sqlite3_config(SQLITE_CONFIG_SINGLETHREAD);
	sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
}

bool store_new(const char *path, const struct store_options *opt, struct store **out,
               struct err *err)
{
	struct store *store = xcalloc(1, sizeof(*store));
	size_t n;

	(void)err;
	configure_library();
	for (n = 0; kinds[n]; n++)
		;
	store->nsequences = n;
	store->sequences = xcalloc(n, sizeof(*store->sequences));
	store->path = xstrdup(path);
	store->who = opt->who ? xstrdup(opt->who) : login_name();
	store->host = host_name();
	store->today = opt->today;
	store->wait_ms = opt->wait_ms ? opt->wait_ms : 5000;
	store->seed = (unsigned)getpid() * 2654435761u + (unsigned)time(NULL);
	*out = store;
	return true;
}

static bool pragma_number(struct store *store, const char *sql, long long *number, struct err *err)
{
	sqlite3_stmt *stmt = db_prepare(store, sql, err);

	return stmt && db_number(store, stmt, number, 0, err);
}

/* Ours, of which version, and whole? */
static bool contents_check(struct store *store, long size, int *version, struct err *err)
{
	struct str what = STR_INIT;
	long long id = 0, number = 0;
	bool same = true, ok;

	ok = pragma_number(store, "PRAGMA application_id", &id, err) &&
	     pragma_number(store, "PRAGMA user_version", &number, err);
	if (ok && id != APPLICATION_ID)
		ok = err_file(err, TROUBLE_FOREIGN,
			      size ? _("'%s' is a database, but not one of isms") : _("'%s' is empty"),
			      store->path);
	*version = (int)number;
	if (ok && size <= QUICK_CHECK_MAX) {
		sqlite3_stmt *stmt = db_prepare(store, "PRAGMA quick_check(1)", err);
		bool row = false;

		ok = stmt && db_step(store, stmt, &row, err);
		if (ok && row && !str_equal(db_text(stmt, 0), "ok"))
			ok = err_file(err, TROUBLE_DAMAGED, _("'%s' is damaged (%s); keep a copy of it and go back to a backup"),
				     store->path, db_text(stmt, 0));
		db_done(stmt);
	}
	if (ok && number <= SCHEMA_VERSION)
		ok = schema_compare(store, (int)number, &what, &same, err);
	if (ok && !same)
		ok = err_file(err, TROUBLE_DAMAGED, _("'%s' has another schema than version %lld should have, near: %s"),
			     store->path, number, str_get(&what));
	str_release(&what);
	return ok;
}

static void notice(struct store *store, enum trouble trouble, char *text)
{
	free(store->notice);
	store->notice = text;
	store->trouble = trouble;
}

/* Next to the file SQLite makes its journal: without that nothing is written. */
static bool folder_writable(const char *path)
{
	const char *slash = strrchr(path, '/');
	char *folder = slash ? xstrndup(path, (size_t)(slash - path) + 1) : xstrdup(".");
	char *journal = xasprintf("%s-journal", path);
	bool yes = access(folder, W_OK | X_OK) == 0 || access(journal, W_OK) == 0;

	free(journal);
	free(folder);
	return yes;
}

/* Should it be read-only although nobody asked for it? */
static bool only_read(struct store *store, const struct store_options *opt)
{
	bool yes = true;

	if (opt->read_only)
		return true;
	if (access(store->path, W_OK) != 0)
		notice(store, TROUBLE_READ_ONLY,
		       xasprintf(_("no permission to write '%s': read-only"), store->path));
	else if (!folder_writable(store->path))
		notice(store, TROUBLE_READ_ONLY,
		       xasprintf(_("no permission to write in the folder of '%s': read-only"),
				 store->path));
	else if (!opt->insist && on_network(store->path))
		notice(store, TROUBLE_NETWORK, xasprintf(_("'%s' lies on a network filesystem, where locks cannot be "
					  "relied on: read-only (--insist writes all the same)"),
					store->path));
	else
		yes = false;
	return yes;
}

static bool connect_to(struct store *store, int flags, struct err *err)
{
	mode_t mask = umask(0077);
	int rc = sqlite3_open_v2(store->path, &store->db,
				 flags | SQLITE_OPEN_NOFOLLOW | SQLITE_OPEN_NOMUTEX |
					 SQLITE_OPEN_EXRESCODE, NULL);

	umask(mask);
	if (rc != SQLITE_OK && !store->db)
		return err_set(err, ERR_FILE, _("cannot open '%s': no memory"), store->path);
	if (rc != SQLITE_OK)
		return db_err(store, err, _("cannot open"));
	return configure(store, err);
}

/* NOFOLLOW refuses any link in the path; only the last part may not be one. */
static char *real_path(const char *path)
{
	char *slash, *folder = xstrdup(path), *real = NULL, *whole;

	slash = strrchr(folder, '/');
	if (slash)
		slash[slash == folder] = '\0';
	real = realpath(slash ? folder : ".", NULL);
	slash = strrchr(path, '/');
	whole = real ? xasprintf("%s%s%s", real, strcmp(real, "/") ? "/" : "", slash ? slash + 1 : path)
		     : xstrdup(path);
	free(folder);
	free(real);
	return whole;
}

static void disconnect(struct store *store)
{
	size_t i;

	for (i = 0; i < store->nstatements; i++) {
		sqlite3_finalize(store->statements[i].stmt);
		free(store->statements[i].sql);
	}
	store->nstatements = 0;
	sqlite3_close(store->db);
	store->db = NULL;
}

/* PRAGMA query_only would refuse temporary views, too, which questions stand on, and a
 * backup: so the file itself is opened anew. */
static bool open_newer(struct store *store, int version, struct err *err)
{
	disconnect(store);
	store->read_only = true;
	notice(store, TROUBLE_NEWER, xasprintf(_("'%s' was written by a newer isms (version %d of the file, "
				  "this program knows %d): read-only"),
				store->path, version, SCHEMA_VERSION));
	return connect_to(store, SQLITE_OPEN_READONLY, err);
}

static bool open_file(struct store *store, const struct store_options *opt, long size,
		      struct err *err)
{
	int version = 0;
	bool ok;

	store->read_only = only_read(store, opt);
	ok = connect_to(store, store->read_only ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE, err) &&
	     (store->read_only || db_exec(store, err, "PRAGMA journal_mode=TRUNCATE")) &&
	     contents_check(store, size, &version, err);
	if (ok && version > SCHEMA_VERSION && !store->read_only) {
		ok = open_newer(store, version, err);
	} else if (ok && version < SCHEMA_VERSION && !store->read_only) {
		ok = store_migrate(store, version, err);
	} else if (ok && version < SCHEMA_VERSION) {
		ok = err_file(err, TROUBLE_OLDER, _("'%s' is of an older version and has to be brought up to "
					      "date first: open it once with permission to write"),
			     store->path);
	}
	return ok;
}

bool store_open(const char *path, const struct store_options *opt, struct store **out,
                struct err *err)
{
	struct store *store = NULL;
	struct stat st;
	char *whole = real_path(path);
	bool ok = path_check(whole, &st, err) && store_new(whole, opt, &store, err) &&
		  open_file(store, opt, (long)st.st_size, err);

	if (ok) {
		store->device = st.st_dev;
		store->inode = st.st_ino;
		*out = store;
	} else {
		store_close(&store);
	}
	free(whole);
	return ok;
}

bool store_look_at(const char *path, const struct store_options *opt, struct store **out,
                   struct err *err)
{
	char *whole = real_path(path);
	struct stat st;
	bool ok = path_check(whole, &st, err) && store_new(whole, opt, out, err) &&
		  connect_to(*out, SQLITE_OPEN_READONLY, err);

	free(whole);
	return ok;
}

/* SQLite goes on writing into a file that has no name any more. */
bool store_there(const struct store *store, struct err *err)
{
	struct stat st;

	if (!store->inode || (lstat(store->path, &st) == 0 && st.st_dev == store->device &&
			      st.st_ino == store->inode))
		return true;
	return err_file(err, TROUBLE_GONE,
			_("'%s' is not there any more: it was moved, deleted or replaced; nothing is saved"),
			store->path);
}

/* The records of KIND_SINGLE kinds come with the file. */
static bool add_singles(struct store *store, struct err *err)
{
	struct rules rules = {.today = store->today, .currency = "EUR"};
	struct record *rec;
	bool ok = true;
	size_t k;

	method_default(&rules.method, 5);
	for (k = 0; ok && kinds[k]; k++)
		if (kinds[k]->flags & KIND_SINGLE) {
			rec = record_new(kinds[k]);
			record_defaults(&rules, rec);
			ok = store_add(store, rec, err);
			record_free(&rec);
		}
	method_release(&rules.method);
	return ok;
}

static bool fill(struct store *store, struct err *err)
{
	bool ok = db_exec(store, err, "BEGIN IMMEDIATE") && schema_create(store, err) &&
		  db_exec(store, err, "COMMIT") && store_begin(store, NULL, err);

	if (ok) {
		ok = add_singles(store, err) && store_commit(store, NULL, err);
		if (!ok)
			store_rollback(store);
	}
	return ok;
}

bool store_create(const char *path, const struct store_options *opt, struct store **out,
                  struct err *err)
{
	bool memory = strcmp(path, ":memory:") == 0, ok;
	char *whole = memory ? xstrdup(path) : real_path(path);
	struct store *store = NULL;
	struct stat st;

	if (!memory && lstat(whole, &st) == 0)
		ok = err_set(err, ERR_FILE, _("'%s' is there already; choose another name"), whole);
	else
		ok = store_new(whole, opt, &store, err) &&
		     connect_to(store, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, err) &&
		     (memory || db_exec(store, err, "PRAGMA journal_mode=TRUNCATE")) &&
		     fill(store, err);
	if (ok) {
		*out = store;
		if (!memory && lstat(whole, &st) == 0) {
			store->device = st.st_dev;
			store->inode = st.st_ino;
		}
	} else if (store && store->db && !memory)
		unlink(whole);
	if (!ok)
		store_close(&store);
	free(whole);
	return ok;
}

/* Without a name SQLite keeps it in memory, and what is too much for that in a
 * file that is deleted while it is open. */
bool store_blank(const struct store *like, long today, struct store **out, struct err *err)
{
	const struct store_options opt = {.today = today, .who = like->who};
	struct store *store = NULL;
	bool ok = store_new("", &opt, &store, err) &&
		  connect_to(store, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, err) &&
		  db_exec(store, err, "PRAGMA journal_mode=MEMORY; PRAGMA synchronous=OFF; "
				      "PRAGMA cache_size=-262144; BEGIN") &&
		  schema_create(store, err) && db_exec(store, err, "COMMIT");

	if (ok)
		*out = store;
	else
		store_close(&store);
	return ok;
}

void store_close(struct store **store)
{
	struct store *s = *store;

	if (s) {
		disconnect(s);
		free(s->statements);
		free(s->sequences);
		line_forget(s);
		free(s->path);
		free(s->who);
		free(s->host);
		free(s->notice);
		free(s->at);
		free(s);
		*store = NULL;
	}
}

bool store_read_only(const struct store *store)
{
	return store->read_only;
}

const char *store_notice(const struct store *store)
{
	return store->notice;
}

enum trouble store_trouble(const struct store *store)
{
	return store->trouble;
}

const char *store_path(const struct store *store)
{
	return store->path;
}

void store_set_today(struct store *store, long today)
{
	store->today = today;
}
