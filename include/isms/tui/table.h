/*
 * Rows of a report on the screen: two columns that stay, others that Left and Right
 * bring in, rows that are headings, and below them what the columns have no room for.
 */
#ifndef ISMS_TUI_TABLE_H
#define ISMS_TUI_TABLE_H

#include "isms/app/command.h"
#include "isms/tui/view.h"

#define TABLE_COLUMNS 24

struct table_column {
	int key;                 /* handed to cell() */
	const char *title;       /* translated */
	int least, wish;         /* cells: fewer says nothing, more is not needed */
	bool right;              /* numbers */
	bool word;               /* only the first word where all of it has no room */
};

struct table {
	struct table_column *columns; /* the first two always stand; owned by the view */
	size_t n;
	size_t rows, at;
	int top, shift, height;
	int cells;               /* across, as drawn last */
	const bool *marked;      /* of each row, while it is drawn; NULL: none */
	size_t detail;           /* the row whose detail is shown: while a key is held it
	                            waits, as it is most of the bytes of a cursor key */
	/* Appends what stands in a cell; returns its look. */
	unsigned (*cell)(struct tui *tui, void *ctx, size_t row, int key, struct str *text);
	/* Appends a heading that takes the whole row and returns true; or false. */
	bool (*heading)(struct tui *tui, void *ctx, size_t row, struct str *text);
	void *ctx;
};

void table_draw(struct tui *tui, struct table *table, struct rect r);

/* Moves the cursor or the columns; false: it is no such command. */
bool table_command(struct table *table, enum command_id id);

/* Is the column with that key on the screen, in r.w cells? */
bool table_shows(const struct table *table, int key, int cells);

/* The detail goes to the row under the cursor but for a key that is held: before it is
 * drawn, and the rest in view_ops.idle. */
void table_follow(const struct tui *tui, struct table *table);
void table_idle(struct tui *tui, struct table *table);

/* "Owner Ann   Cost 250.00 EUR": every column of row detail that says something and does
 * not stand in the row already, in lines of r, below a rule with title. */
void table_detail(struct tui *tui, const struct table *table, const char *title,
                  const char *first, struct rect r);

#endif
