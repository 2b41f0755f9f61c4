/*
 * Drafts: what was typed into a form and could not be saved, because the link
 * dropped, the program was killed, or the file could not be written. A draft
 * lies in the file, as a setting of its user outside of the history, or where
 * that cannot be, in a file of mode 0600 below $XDG_STATE_HOME/isms.
 */
#ifndef ISMS_APP_DRAFT_H
#define ISMS_APP_DRAFT_H

#include "isms/app/app.h"

struct draft_field {
	char *name;            /* all owned */
	char *base;            /* what the record said when it was typed */
	char *typed;           /* maybe no value yet: as it stood in the field */
};

struct draft {
	const struct kind *kind;
	char *uid;             /* of the record, in hex; NULL: a new one; all owned */
	char *code, *title;    /* what it was called; code NULL: a new one */
	char *at;              /* local time, "2026-12-31T14:05" */
	char *who;             /* whose it is; NULL: not kept yet */
	struct draft_field *fields;
	size_t n, cap;
	char *place;           /* the setting's name, or the path; NULL: not kept yet */
	bool outside;          /* place is a path */
	int fd;                /* holds the lock of a draft that is being typed; -1 */
};

/* Of a record, or of a new one with uid all zero. */
struct draft *draft_new(const struct record *rec);
void draft_add(struct draft *draft, const char *name, const char *base, const char *typed);
void draft_free(struct draft **draft);

/* As text, and back; path: of the file it belongs to. draft_read() gives NULL
 * where text is no whole draft, or one of a register that is not known. */
void draft_write(const struct draft *draft, const char *path, struct str *out);
struct draft *draft_read(const char *text, struct str *path);

/*
 * Keeps a draft in the file, else beside it (see above), else fails.
 * app_draft_aside() never touches the file, so that nobody who looks at it is
 * disturbed: for what is kept again and again while one types. A draft that was
 * kept aside is in use, and is offered to nobody, until it is freed or its
 * process ends.
 */
bool app_draft_keep(struct app *app, struct draft *draft, struct err *err);
bool app_draft_aside(struct app *app, struct draft *draft, struct err *err);

/* The drafts of this user (all: of everybody that lie in the file, too) for the open
 * file, the newest first, but for those in use. *list is owned by the caller:
 * app_drafts_free(). */
bool app_drafts(struct app *app, bool all, struct draft ***list, size_t *n, struct err *err);
void app_drafts_free(struct draft ***list, size_t n);

/* What people call a draft that is kept: the end of its place's name. Borrowed. */
const char *draft_id(const struct draft *draft);

/* Takes it away for good. */
bool app_draft_drop(struct app *app, const struct draft *draft, struct err *err);

#endif
