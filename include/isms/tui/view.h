/*
 * The screen's state, and views: what can be on it. Views lie on a stack; the
 * topmost has the keys. A view that is an overlay is drawn over the one below
 * it; a modal one is run by view_run(), which returns when it is gone.
 */
#ifndef ISMS_TUI_VIEW_H
#define ISMS_TUI_VIEW_H

#include <stdbool.h>
#include <stddef.h>

#include "isms/report/certification.h"
#include "isms/tui/draw.h"
#include "isms/tui/term.h"
#include "isms/tui/tui.h"

struct list;
struct menu;
struct view;

#define NAMED_MAX 52

/* A place that the user gave a letter; kind NULL: none. */
struct named {
	const struct kind *kind;
	long long id;
	bool record;              /* the record's own view, not the list */
};

/* Long work that is going on (work.c). */
struct work {
	const char *what;         /* what is said of it; borrowed */
	int depth;                /* of work_begin(); 0: none */
	bool typed;               /* any key ends it */
	bool cancelled;
	long long began, looked, drawn;   /* ms of tui_now() */
};

struct tui {
	struct app *app;
	const struct store *watched; /* whose changes by others are looked for */
	const struct tui_options *opt;
	struct terminal *term;
	struct view *top;
	int rows, cols;
	struct {                  /* what stands in the key bar, for the mouse */
		int from, to, key;
	} bar[32];
	size_t nbar;
	bool mouse;
	bool a11y;                /* no rules and frames, for who hears the screen */
	int limit;                /* the first row that may not be drawn on now */
	bool unicode;             /* text may be more than ASCII */
	bool lines;               /* … and so may rules */
	bool mono;                /* no colours: signs have to say it */
	unsigned long looks[LOOK_COUNT];    /* as curses' attr_t */
	int cursor_y, cursor_x;
	bool dirty, quit;
	struct str message;       /* the line above the key bar */
	bool message_bad;
	struct strv messages;     /* all of this session */
	struct strv filters;      /* … and the filters that were typed */
	struct strv searches;     /* … and what was looked for in texts */
	struct menu *menu;
	bool menu_hidden, menu_focus;
	struct list **lists;      /* one a kind, NULL until it is wanted */
	size_t nlists;
	enum rating rating;       /* what the matrix shows */
	struct named named[NAMED_MAX];   /* a to z, A to Z */
	struct work work;
	bool offer;               /* drafts are to be asked about */
	bool gone;                /* the file is gone, and that has been told */
	long jumps;               /* of view_pop_to_root(): somebody went elsewhere */
	struct key last;          /* the key before, and when: for two in a row (g/) */
	long long last_ms;
	long long key_ms;         /* when any key came */
	bool held;                /* … at once after another: what takes many bytes waits */
	char *demo;               /* of app_demo(): removed at the end; owned */
};

enum view_flags {
	VIEW_OVERLAY = 1 << 0,    /* drawn over what is below */
	VIEW_FULL = 1 << 1,       /* without the menu */
	VIEW_TEXT = 1 << 2,       /* characters are text, not commands */
	VIEW_MODAL = 1 << 3       /* no going elsewhere from here */
};

struct view_ops {
	enum where where;         /* whose commands work here */
	unsigned flags;
	/* What the title line says in the middle and at its right. */
	void (*title)(struct tui *, struct view *, struct str *middle, struct str *right);
	void (*draw)(struct tui *, struct view *, struct rect);
	/* The register that is shown, for keys of its own. Optional. */
	const struct kind *(*kind)(const struct view *);
	/* The first to get a key; false: let it be a command. Optional. */
	bool (*key)(struct tui *, struct view *, const struct key *);
	bool (*command)(struct tui *, struct view *, enum command_id);
	/* Before each frame: fetches what it will show, which may take long. Optional. */
	void (*fresh)(struct tui *, struct view *);
	/* Records changed: load again what is shown. Optional. */
	void (*changed)(struct tui *, struct view *);
	/* Nothing to do: fetch a piece; true: there is more. Of the view on top and of
	 * the one that is no overlay. Optional. */
	bool (*idle)(struct tui *, struct view *);
	/* About once a second while nothing is typed, also below others. Optional. */
	void (*tick)(struct tui *, struct view *);
	/* What the help says before the keys, or NULL; borrowed. Optional. */
	const char *(*about)(const struct view *);
	void (*close)(struct tui *, struct view *);   /* frees it; optional */
};

struct view {
	const struct view_ops *ops;
	struct view *below;
};

void view_push(struct tui *tui, struct view *view);
void view_pop(struct tui *tui);
bool view_is_open(const struct tui *tui, const struct view *view);
void view_run(struct tui *tui, struct view *view);
void view_pop_to_root(struct tui *tui);

/* A lock of others is not waited for: on, or only once the program has to end. */
void tui_hurry(struct tui *tui, bool on);

/*
 * Long work: from work_begin() to work_end() all that uses the file can be cancelled.
 * After 250 ms, and then at most four times a second, the message line says how far
 * what (borrowed) is; from then on Esc and ^C end it: what runs fails with
 * ERR_CANCELLED. Other keys that are typed meanwhile come afterwards, in order. Typed
 * work, an answer to each key while one types, is ended by any key, which it leaves
 * to be read: begin it again once typing rests; what NULL: nothing is said. They nest, the outermost counts.
 * work_end() says whether it was cancelled. No view may be opened in between.
 */
void work_begin(struct tui *tui, const char *what);
void work_begin_typed(struct tui *tui, const char *what);
bool work_end(struct tui *tui);

/* Within it, where it is not the file that takes long: tells how far it is (total 0:
 * not known, done 0 too). False: end it. Cheap. */
bool tui_progress(struct tui *tui, long done, long total);

/* Milliseconds of a clock that nobody sets. */
long long tui_now(void);

/* The message line. Errors stay until a key. An err is released. */
void tui_say(struct tui *tui, const char *fmt, ...) __attribute__((format(printf, 2, 3)));
void tui_warn(struct tui *tui, const char *fmt, ...) __attribute__((format(printf, 2, 3)));
void tui_error(struct tui *tui, struct err *err);

/* Is it a low window, that of a slow link? What is said below rows is cut short then. */
bool tui_low(const struct tui *tui);

/* Where keys are pressed now: in the view on top, or with menu in the menu. */
struct key_place;
void tui_keys(const struct tui *tui, bool menu, struct key_place *at);

/* Does what a key means now. */
void tui_key(struct tui *tui, const struct key *key);

/* Puts everything where the next frame will have it, without showing it. */
void tui_layout(struct tui *tui);

/* The mouse (mouse.c). */
struct mouse;
void mouse_do(struct tui *tui, const struct mouse *mouse);
void mouse_switch(struct tui *tui);

/* Does a command; as if its key had been pressed. */
void tui_command(struct tui *tui, enum command_id id);

/* Records were changed: rules, counts and views are brought up to date. */
void tui_changed(struct tui *tui);

/* Refuses with a message when the file is read-only. */
bool tui_may_write(struct tui *tui);

/* Goes to a register, from wherever; filter NULL: as it was left. */
void tui_go(struct tui *tui, const struct kind *kind, const char *filter);

/* The same over what is shown, which q comes back to; no view of the register may be
 * open already. */
void tui_list_over(struct tui *tui, const struct kind *kind, const char *filter);

/* Goes to a pane that stands in the menu beside a register; id: what opens it. */
void pane_show(struct tui *tui, enum command_id id, struct view *view);

/* The views that others open. */
struct view *dashboard_view(struct tui *tui);
struct view *list_view(struct tui *tui, const struct kind *kind);
struct view *trace_view(struct tui *tui, const struct kind *kind, long long id);
struct view *matrix_view(struct tui *tui);
struct view *plan_view(struct tui *tui);
struct view *soa_view(struct tui *tui);

struct view *start_view(struct tui *tui);
/* clause: only the rules of it and of its parts, those that find nothing too;
 * NULL: what all rules find. Borrowed only for the call. */
struct view *checks_view(struct tui *tui, const char *clause);
struct view *due_view(struct tui *tui, bool overdue);   /* only what is overdue */
struct view *certification_view(struct tui *tui, enum stage only); /* STAGE_COUNT: all */

/* Fills a management review, or draws the steps of an audit, and says so. */
void prepare_run(struct tui *tui, const struct kind *kind, long long id);

/* The form of what comes of a record (isms/app/follow.h), filled in; asks which where it
 * can be several. only: see form_options. Returns the id of what was saved, or 0. */
long long follow_run(struct tui *tui, const struct record *from, const char *const *only);
void follow_ask(struct tui *tui, const struct kind *kind, long long id);

/* Audit mode: of this audit, of the audit of this step; else of the one in work. */
void audit_run(struct tui *tui, const struct kind *kind, long long id);

void import_open_view(struct tui *tui, const struct kind *kind);
void export_ask(struct tui *tui, const struct kind *kind);

/* Asks for a file, and writes what the command prints as CSV; filter: its --where, or NULL.
 * name: of the file, without its ending. */
void export_pane(struct tui *tui, const char *command, const char *name, const char *filter);
void report_ask(struct tui *tui, const struct kind *kind, long long id);

/* Archives n records, or brings them back, after a question; hidden of them are not
 * on the screen. */
bool archive_ask(struct tui *tui, const struct kind *kind, const long long *ids, size_t n,
                 size_t hidden, bool archived);

/* The dashboard as the root, what is to be said of the file, its drafts. */
void start_begin(struct tui *tui);
/* Asks for a new file and makes it; named: the name that is proposed, or NULL. */
void start_new(struct tui *tui, const char *named);

/* Lists and counts of the open file are forgotten, and it is closed. */
void tui_close_file(struct tui *tui);

/* Is a form open, so that something typed could be lost? */
bool tui_types(const struct tui *tui);

/* Drafts that were left behind: asks about each, or lists them. */
void drafts_offer(struct tui *tui);
void drafts_show(struct tui *tui);

void messages_show(struct tui *tui);

/* Gives a place a letter, and goes to one; both ask for the letter (named.c). What has one
 * is read when a file is open, and kept for the user. */
void named_load(struct tui *tui);
void named_set(struct tui *tui, const struct kind *kind, long long id, bool record);
void named_go(struct tui *tui);

/* The list that a view shows; NULL: it is no list. */
struct list *list_of_view(const struct view *view);

/* Goes to the file as it was at the moment that text names ("now": back), or asks
 * for it first. */
void as_of_go(struct tui *tui, const char *text);
void as_of_ask(struct tui *tui);
/* What is another now than at the moment that since names; or asks for that. */
void diff_show(struct tui *tui, const char *since);
void diff_ask(struct tui *tui);
/* A line in which a moment is typed; false: Esc, or nothing. */
bool ask_moment(struct tui *tui, const char *label, struct str *text);
/* The frozen copy of a record, to be read; says so where there is none. */
void frozen_show(struct tui *tui, const struct kind *kind, long long id);
/* The history of a record; kind NULL: of the whole file. */
void history_show(struct tui *tui, const struct kind *kind, long long id);
enum command_id help_run(struct tui *tui, enum where where);
void palette_run(struct tui *tui);

/* Does what is typed in the palette: a command, a register with a filter, a line of
 * the command line; false: it is none of these. */
bool palette_do(struct tui *tui, const char *text);

/* Words looked for in all registers, as one types; what Enter opens comes back here.
 * words may be NULL. */
void find_run(struct tui *tui, const char *words);

#endif
