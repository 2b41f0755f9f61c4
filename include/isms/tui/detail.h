/*
 * A record as lines: for the pane beside a list, the record's own view, and
 * whatever else is read line by line.
 */
#ifndef ISMS_TUI_DETAIL_H
#define ISMS_TUI_DETAIL_H

#include "isms/tui/view.h"

struct line {
	char *text;          /* owned */
	unsigned look;
};

struct lines {
	struct line *v;
	size_t n, cap;
};

#define LINES_INIT {0, 0, 0}

void lines_add(struct lines *lines, unsigned look, const char *fmt, ...)
	__attribute__((format(printf, 3, 4)));
void lines_wrap(struct lines *lines, unsigned look, const char *text, int cells);
void lines_release(struct lines *lines);

/* Every field that has a value, label and value, under the headings of its
 * sections; empty ones too when all. */
void detail_lines(struct tui *tui, const struct record *rec, int cells, bool all,
                  struct lines *lines);

/* The same packed into few lines: "Owner a.novak   Treatment modify". */
void detail_brief(struct tui *tui, const struct record *rec, int cells, int max,
                  struct lines *lines);

/* A value for people, in one line; and how it looks. */
void value_text(struct tui *tui, const struct field *field, const struct value *value,
                struct str *out);
unsigned value_look(struct tui *tui, const struct field *field, const struct value *value);

#endif
