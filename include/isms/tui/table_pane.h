/*
 * A pane whose rows are a report on records: the risk treatment plan, the Statement of
 * Applicability. Moving, '/', marks, copying, exporting and what acts on the record of
 * a row are the same in all of them; who knows a report fills in table_pane_ops.
 */
#ifndef ISMS_TUI_TABLE_PANE_H
#define ISMS_TUI_TABLE_PANE_H

#include "isms/tui/row_marks.h"
#include "isms/tui/table.h"

struct table_pane;

struct table_pane_ops {
	const char *name;         /* N_(): begins the title line */
	const char *line, *file;  /* what x exports: a line of the command line, the name of
	                             the file without its ending */
	const struct kind *kind;  /* in whose language '/' filters; NULL: words */
	const char *const *empty; /* N_(): said where there are no rows; ends with NULL */
	/* Reads what the filter finds (of what is there already, where pane->fresh) and says
	 * how many rows there are in table.rows. On failure nothing has become another. */
	bool (*read)(struct tui *, struct table_pane *, const char *filter, struct err *);
	/* The record of a row; id 0: a heading. */
	struct hit (*record)(const struct table_pane *, size_t row);
	/* Appended to the name while nothing is filtered. Optional. */
	void (*about)(struct tui *, struct table_pane *, struct str *out);
	/* Below the rows, of row table.detail. Optional. */
	void (*detail)(struct tui *, struct table_pane *, struct rect);
	int few;                  /* its rows, the rule too, where the window is low: few bytes
	                             as well; without the menu it is one less */
	/* The first to get a command. Optional. */
	bool (*command)(struct tui *, struct table_pane *, enum command_id);
	void (*close)(struct table_pane *);   /* frees what is its own */
};

struct table_pane {
	struct view view;
	const struct table_pane_ops *ops;
	struct table table;
	bool fresh;                   /* what is shown is what the file says, or cut short */
	bool has_read;                /* it shows something at all */
	char *filter;                 /* as typed; owned; NULL: all */
	struct row_marks marks;
};

/* Makes pane, the first member of what was allocated, ready. where: whose keys work;
 * the columns and cells of table are the caller's to set. */
void table_pane_init(struct table_pane *pane, const struct view_ops *view,
                     const struct table_pane_ops *ops);

/* The functions of a view that is a table_pane, for its own const struct view_ops. */
#define TABLE_PANE_VIEW                                                                    \
	.title = table_pane_title, .draw = table_pane_draw,                                \
	.command = table_pane_command, .fresh = table_pane_fresh,                          \
	.changed = table_pane_changed,                                                     \
	.idle = table_pane_idle, .close = table_pane_close
void table_pane_title(struct tui *tui, struct view *view, struct str *middle, struct str *right);
void table_pane_draw(struct tui *tui, struct view *view, struct rect r);
bool table_pane_command(struct tui *tui, struct view *view, enum command_id id);
void table_pane_fresh(struct tui *tui, struct view *view);
void table_pane_changed(struct tui *tui, struct view *view);
bool table_pane_idle(struct tui *tui, struct view *view);
void table_pane_close(struct tui *tui, struct view *view);

/* Filters as if it had been typed; false: it is no filter, or the file cannot be read. */
bool table_pane_filter(struct tui *tui, struct table_pane *pane, const char *text,
                       struct err *err);

/* The record under the cursor; id 0: none. */
struct hit table_pane_at(const struct table_pane *pane);

/* The cursor goes to the row of a record; false, and it stays: there is none. */
bool table_pane_seek(struct table_pane *pane, struct hit hit);

/* What is shown, for marks and n and p. */
struct rows table_pane_rows(struct table_pane *pane);

#endif
