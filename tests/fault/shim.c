#include "config.h"

#include "shim.h"

#include <stdlib.h>
#include <string.h>

#include "isms/util/mem.h"

struct shim_file {
	sqlite3_file base;
	struct shim *shim;
	sqlite3_file *real;
	bool db, journal;
};

static struct shim_file *file_of(sqlite3_file *file)
{
	return (struct shim_file *)(void *)file;
}

/* ---- the log ---- */

static struct shim_event *add_event(struct shim *shim, enum shim_op op)
{
	struct shim_event *e;

	shim->log = xgrow(shim->log, shim->nlog, &shim->log_cap, sizeof(*shim->log));
	e = &shim->log[shim->nlog++];
	memset(e, 0, sizeof(*e));
	e->op = op;
	return e;
}

static void note(const struct shim_file *f, enum shim_op op, sqlite3_int64 at, const void *bytes,
		 int n)
{
	struct shim_event *e;

	if (!f->shim->logging || (!f->db && !f->journal))
		return;
	e = add_event(f->shim, op);
	e->journal = f->journal;
	e->at = (size_t)at;
	e->n = (size_t)n;
	if (bytes) {
		e->bytes = xmalloc((size_t)n);
		memcpy(e->bytes, bytes, (size_t)n);
	}
}

void shim_mark(struct shim *shim)
{
	if (shim->logging)
		add_event(shim, SHIM_MARK);
}

void shim_forget(struct shim *shim)
{
	size_t i;

	for (i = 0; i < shim->nlog; i++)
		free(shim->log[i].bytes);
	free(shim->log);
	shim->log = NULL;
	shim->nlog = shim->log_cap = 0;
	shim->logging = false;
}

/* ---- failing ---- */

void shim_arm(struct shim *shim, const struct shim_fault *fault)
{
	shim->fault = *fault;
	shim->count = 0;
	shim->struck = false;
}

void shim_calm(struct shim *shim)
{
	shim->fault.first = 0;
}

static bool strikes(const struct shim_file *f, enum shim_op op)
{
	struct shim *s = f->shim;
	bool now;

	if (!(s->fault.ops & (int)op) || !s->fault.first || (s->fault.only_db && !f->db))
		return false;
	s->count++;
	now = s->count == s->fault.first || (s->fault.stays && s->count > s->fault.first);
	s->struck = s->struck || now;
	return now;
}

/* What SQLite's own VFS would say: the sort of failure of each call. */
static int code(const struct shim_file *f, int extended)
{
	if (f->shim->fault.lies)
		return SQLITE_OK;
	return f->shim->fault.code == SQLITE_IOERR ? extended : f->shim->fault.code;
}

/* ---- files ---- */

static int file_close(sqlite3_file *file)
{
	struct shim_file *f = file_of(file);

	return f->real->pMethods ? f->real->pMethods->xClose(f->real) : SQLITE_OK;
}

static int file_read(sqlite3_file *file, void *to, int n, sqlite3_int64 at)
{
	struct shim_file *f = file_of(file);

	if (strikes(f, SHIM_READ))
		return SQLITE_IOERR_READ;
	return f->real->pMethods->xRead(f->real, to, n, at);
}

/* A write that fails may have got half way. */
static int file_write(sqlite3_file *file, const void *from, int n, sqlite3_int64 at)
{
	struct shim_file *f = file_of(file);

	if (strikes(f, SHIM_WRITE)) {
		if (!f->shim->fault.lies && n > 1)
			f->real->pMethods->xWrite(f->real, from, n / 2, at);
		return code(f, SQLITE_IOERR_WRITE);
	}
	note(f, SHIM_WRITE, at, from, n);
	return f->real->pMethods->xWrite(f->real, from, n, at);
}

static int file_truncate(sqlite3_file *file, sqlite3_int64 size)
{
	struct shim_file *f = file_of(file);

	if (strikes(f, SHIM_TRUNCATE))
		return code(f, SQLITE_IOERR_TRUNCATE);
	note(f, SHIM_TRUNCATE, size, NULL, 0);
	return f->real->pMethods->xTruncate(f->real, size);
}

/* The kernel keeps what was written whatever happens to this process, so the
 * real sync is left out: the log knows what a disk would have. */
static int file_sync(sqlite3_file *file, int flags)
{
	struct shim_file *f = file_of(file);

	(void)flags;
	if (strikes(f, SHIM_SYNC))
		return code(f, SQLITE_IOERR_FSYNC);
	note(f, SHIM_SYNC, 0, NULL, 0);
	return SQLITE_OK;
}

static int file_size(sqlite3_file *file, sqlite3_int64 *size)
{
	struct shim_file *f = file_of(file);

	return f->real->pMethods->xFileSize(f->real, size);
}

static int file_lock(sqlite3_file *file, int level)
{
	struct shim_file *f = file_of(file);

	return f->real->pMethods->xLock(f->real, level);
}

static int file_unlock(sqlite3_file *file, int level)
{
	struct shim_file *f = file_of(file);

	return f->real->pMethods->xUnlock(f->real, level);
}

static int file_check_lock(sqlite3_file *file, int *locked)
{
	struct shim_file *f = file_of(file);

	return f->real->pMethods->xCheckReservedLock(f->real, locked);
}

static int file_control(sqlite3_file *file, int op, void *arg)
{
	struct shim_file *f = file_of(file);

	return f->real->pMethods->xFileControl(f->real, op, arg);
}

static int file_sector(sqlite3_file *file)
{
	struct shim_file *f = file_of(file);

	return f->real->pMethods->xSectorSize(f->real);
}

static int file_traits(sqlite3_file *file)
{
	struct shim_file *f = file_of(file);

	return f->real->pMethods->xDeviceCharacteristics(f->real);
}

static const sqlite3_io_methods methods = {
	.iVersion = 1,
	.xClose = file_close,
	.xRead = file_read,
	.xWrite = file_write,
	.xTruncate = file_truncate,
	.xSync = file_sync,
	.xFileSize = file_size,
	.xLock = file_lock,
	.xUnlock = file_unlock,
	.xCheckReservedLock = file_check_lock,
	.xFileControl = file_control,
	.xSectorSize = file_sector,
	.xDeviceCharacteristics = file_traits,
};

static int vfs_open(sqlite3_vfs *vfs, const char *name, sqlite3_file *file, int flags, int *out)
{
	struct shim *shim = vfs->pAppData;
	struct shim_file *f = file_of(file);
	int rc;

	memset(f, 0, sizeof(*f));
	f->shim = shim;
	f->real = (sqlite3_file *)(void *)(f + 1);
	f->db = flags & SQLITE_OPEN_MAIN_DB;
	f->journal = flags & SQLITE_OPEN_MAIN_JOURNAL;
	rc = shim->real->xOpen(shim->real, name, f->real, flags, out);
	if (rc == SQLITE_OK)
		f->base.pMethods = &methods;
	return rc;
}

void shim_start(struct shim *shim)
{
	memset(shim, 0, sizeof(*shim));
	shim->real = sqlite3_vfs_find(NULL);
	shim->vfs = *shim->real;
	shim->vfs.zName = "shim";
	shim->vfs.szOsFile = (int)sizeof(struct shim_file) + shim->real->szOsFile;
	shim->vfs.pAppData = shim;
	shim->vfs.xOpen = vfs_open;
	sqlite3_vfs_register(&shim->vfs, 1);
}
